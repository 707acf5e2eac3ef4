//! The list of kinds: add, rename, recolour, give a key, merge.

use egui::accesskit::Role;
use egui::{ComboBox, Context, RichText, ScrollArea, TextEdit, WidgetInfo};

use super::Window;
use super::annotation_panel::name_field;
use super::dialogs::question;
use super::theme::{format_color, parse_color, sans};

/// What is being typed.
#[derive(Default)]
pub struct KindsDialog {
    name: String,
    /// A name as it is typed, for the kind it belongs to.
    renaming: Option<(String, String)>,
    error: Option<String>,
}

/// Colours offered to new kinds, in turn: far from the standard ones and from each other.
const COLORS: [&str; 6] = ["#00868b", "#b04a7f", "#8a6d3b", "#5b7f1e", "#4a5fc1", "#a8541b"];

enum Act {
    Rename(String, String),
    Recolour(String, String),
    Key(String, Option<char>),
    Merge(String, String),
    Add(String),
}

impl Window {
    pub(super) fn kinds_ui(&mut self, ctx: &Context, state: &mut KindsDialog) -> bool {
        let palette = self.palette;
        let Some(session) = &self.session else { return false };
        let kinds = session.glosses().kinds.clone();
        let mut counts = std::collections::HashMap::new();
        for annotation in session.glosses().annotations.values() {
            *counts.entry(annotation.kind.to_string()).or_insert(0_usize) += 1;
        }
        let mut undeclared: Vec<String> = counts.keys().filter(|id| kinds.iter().all(|kind| &*kind.id != id.as_str())).cloned().collect();
        undeclared.sort();
        let mut act = None;
        let stay = question(ctx, "kinds", "Kinds of annotation", &palette, |ui| {
            ui.label(
                RichText::new("Digits tag with a kind. Merging turns all annotations of one kind into another; Ctrl+Z takes it back.")
                    .color(palette.muted),
            );
            ui.add_space(6.0);
            ScrollArea::vertical().max_height(380.0).min_scrolled_height(380.0).show(ui, |ui| {
                for kind in &kinds {
                    let id = kind.id.to_string();
                    ui.horizontal(|ui| {
                        let mut rgb = parse_color(&kind.color).map_or([128, 128, 128], |color| [color.r(), color.g(), color.b()]);
                        let picked = ui.color_edit_button_srgb(&mut rgb);
                        picked.widget_info(|| WidgetInfo::labeled(Role::ColorWell, true, format!("Colour of {}", kind.name)));
                        if picked.changed() {
                            act = Some(Act::Recolour(id.clone(), format_color(egui::Color32::from_rgb(rgb[0], rgb[1], rgb[2]))));
                        }
                        let mut name = match &state.renaming {
                            Some((known, draft)) if *known == id => draft.clone(),
                            _ => kind.name.clone(),
                        };
                        let field = ui.add(TextEdit::singleline(&mut name).desired_width(160.0));
                        name_field(&field, &format!("Name of {}", kind.name));
                        if field.changed() {
                            state.renaming = Some((id.clone(), name.clone()));
                        }
                        if field.lost_focus() && name != kind.name {
                            act = Some(Act::Rename(id.clone(), name));
                        }
                        let mut key = kind.key;
                        let shown = key.map_or("no key".to_owned(), |key| format!("key {key}"));
                        let combo = ComboBox::from_id_salt(("key", &id)).width(76.0).selected_text(&shown).show_ui(ui, |ui| {
                            ui.selectable_value(&mut key, None, "no key");
                            for digit in '1'..='9' {
                                ui.selectable_value(&mut key, Some(digit), digit.to_string());
                            }
                        });
                        combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("Key of {}: {shown}", kind.name)));
                        if key != kind.key {
                            act = Some(Act::Key(id.clone(), key));
                        }
                        let count = counts.get(&id).copied().unwrap_or(0);
                        ui.label(RichText::new(format!("{count} here")).font(sans(12.0)).color(palette.muted));
                        merge_ui(ui, &id, &kind.name, &kinds, &mut act);
                    });
                }
                for id in &undeclared {
                    ui.horizontal(|ui| {
                        ui.label(
                            RichText::new(format!("{id} (from elsewhere, {} here)", counts.get(id).copied().unwrap_or(0)))
                                .color(palette.muted),
                        );
                        merge_ui(ui, id, id, &kinds, &mut act);
                    });
                }
            });
            ui.add_space(8.0);
            ui.horizontal(|ui| {
                let field = ui.add(TextEdit::singleline(&mut state.name).hint_text("Name of a new kind").desired_width(200.0));
                name_field(&field, "Name of a new kind");
                let enter = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
                if (ui.button("Add kind").clicked() || enter) && !state.name.trim().is_empty() {
                    act = Some(Act::Add(std::mem::take(&mut state.name)));
                }
            });
            if let Some(error) = &state.error {
                ui.label(RichText::new(error).color(palette.weak));
            }
        });
        if let (Some(act), Some(session)) = (act, &mut self.session) {
            let result = match act {
                Act::Rename(id, name) if name.trim().is_empty() => {
                    log::debug!("kind {id} keeps its name");
                    Ok(())
                }
                Act::Rename(id, name) => session.change_kind(&id, None, |kind| kind.name = name.trim().to_owned()),
                Act::Recolour(id, color) => session.change_kind(&id, Some("color"), |kind| kind.color = color),
                Act::Key(id, key) => session.change_kind(&id, None, |kind| kind.key = key),
                Act::Merge(from, into) => session.merge_kind(&from, &into).map(|_| ()),
                Act::Add(name) => {
                    let color = COLORS[session.glosses().kinds.len() % COLORS.len()];
                    session.add_kind(&name, color)
                }
            };
            state.renaming = None;
            state.error = result.err().map(|error| error.to_string());
        }
        stay
    }
}

fn merge_ui(ui: &mut egui::Ui, id: &str, name: &str, kinds: &[crate::annotation::Kind], act: &mut Option<Act>) {
    let combo = ComboBox::from_id_salt(("merge", id)).width(96.0).selected_text("merge into…").show_ui(ui, |ui| {
        for other in kinds.iter().filter(|other| &*other.id != id) {
            if ui.selectable_label(false, &other.name).clicked() {
                *act = Some(Act::Merge(id.to_owned(), other.id.to_string()));
            }
        }
    });
    combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("Merge {name} into another kind")));
}
