//! Settings: the reader's name, the looks, and the keys.

use egui::accesskit::Role;
use egui::{ComboBox, Context, Grid, RichText, ScrollArea, Slider, TextEdit, WidgetInfo};

use super::Window;
use super::annotation_panel::name_field;
use super::dialogs::question;
use super::keys;
use super::outline::caption;
use super::theme::sans;
use crate::session::command::{COMMANDS, Command};
use crate::session::{NotesAt, Settings, ThemeChoice};

/// What is being typed.
pub struct SettingsDialog {
    reader: String,
    filter: String,
    /// The command that waits for its key.
    waiting: Option<Command>,
}

impl SettingsDialog {
    /// Starts from what is set.
    pub fn new(settings: &Settings) -> Self {
        Self { reader: settings.reader_name(), filter: String::new(), waiting: None }
    }
}

impl Window {
    pub(super) fn settings_ui(&mut self, ctx: &Context, state: &mut SettingsDialog) -> bool {
        let palette = self.palette;
        let before = self.settings.clone();
        // A key that is waited for is taken before anything else acts on it.
        if let (Some(command), Some(chord)) = (state.waiting, keys::pressed(ctx)) {
            let text = [(chord.ctrl, "Ctrl+"), (chord.alt, "Alt+"), (chord.shift, "Shift+")];
            let held: String = text.iter().filter(|(on, _)| *on).map(|(_, name)| *name).collect();
            self.settings.keys.insert(command.info().id.to_owned(), format!("{held}{}", chord.key));
            state.waiting = None;
            ctx.input_mut(|input| input.events.clear());
        }
        let keymap = self.keymap.clone();
        let settings = &mut self.settings;
        let stay = question(ctx, "settings", "Settings", &palette, |ui| {
            Grid::new("settings").num_columns(2).spacing([16.0, 8.0]).show(ui, |ui| {
                ui.label("Your name");
                let field = ui.add(TextEdit::singleline(&mut state.reader).desired_width(240.0));
                name_field(&field, "Your name");
                if field.changed() {
                    settings.reader = state.reader.clone();
                }
                ui.end_row();
                ui.label("Paper");
                let combo = ComboBox::from_id_salt("paper").selected_text(settings.looks.theme.name()).show_ui(ui, |ui| {
                    for choice in ThemeChoice::ALL {
                        ui.selectable_value(&mut settings.looks.theme, choice, choice.name());
                    }
                });
                combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, "Paper"));
                ui.end_row();
                ui.label("Notes");
                let combo = ComboBox::from_id_salt("notes").selected_text(settings.looks.notes.name()).show_ui(ui, |ui| {
                    for choice in NotesAt::ALL {
                        ui.selectable_value(&mut settings.looks.notes, choice, choice.name());
                    }
                });
                combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, "Notes"));
                ui.end_row();
                for (name, value, range, digits) in [
                    ("Size of the text", &mut settings.looks.size, 10.0..=48.0, 0),
                    ("Space between lines", &mut settings.looks.leading, 1.1..=2.6, 2),
                    ("Characters in a line", &mut settings.looks.measure, 40.0..=110.0, 0),
                ] {
                    ui.label(name);
                    let slider = ui.add(Slider::new(value, range).fixed_decimals(digits));
                    slider.widget_info(|| WidgetInfo::labeled(Role::Slider, true, name));
                    ui.end_row();
                }
            });
            ui.add_space(10.0);
            caption(ui, "Keys", &palette);
            let mut letters = !settings.letters_off;
            ui.checkbox(&mut letters, "Single letters and digits are commands in the text");
            settings.letters_off = !letters;
            let field = ui.add(TextEdit::singleline(&mut state.filter).hint_text("Find a command").desired_width(f32::INFINITY));
            name_field(&field, "Find a command");
            let wanted = state.filter.to_lowercase();
            ScrollArea::vertical().max_height(300.0).min_scrolled_height(300.0).show(ui, |ui| {
                Grid::new("keys").num_columns(3).min_col_width(110.0).spacing([12.0, 4.0]).show(ui, |ui| {
                    for info in COMMANDS.iter().filter(|info| info.label.to_lowercase().contains(&wanted)) {
                        ui.label(RichText::new(info.label).font(sans(13.5)));
                        let own = settings.keys.contains_key(info.id);
                        let words = match state.waiting {
                            Some(command) if command == info.command => "press a key…".to_owned(),
                            _ => keymap.shown(info.command),
                        };
                        let words = if words.is_empty() { "no key".to_owned() } else { words };
                        let button = ui.button(&words);
                        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Key of {}: {words}", info.label)));
                        if button.on_hover_text("Click, then press the new key").clicked() {
                            state.waiting = Some(info.command);
                        }
                        if own && ui.small_button("as it was").clicked() {
                            settings.keys.remove(info.id);
                        } else if !own {
                            ui.label("");
                        }
                        ui.end_row();
                    }
                });
            });
        });
        if self.settings != before {
            let reader = self.settings.reader_name();
            if let Some(session) = &mut self.session {
                session.reader = reader.as_str().into();
            }
            self.settings_changed();
        }
        stay
    }
}
