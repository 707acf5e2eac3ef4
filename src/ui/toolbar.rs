//! What frames the text: menu and tools above, the status line below, banners, what is shown when nothing is open.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{Align, Button, Context, Frame, Layout, Margin, MenuBar, RichText, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::Window;
use super::dialogs::Dialog;
use super::theme::{mix, sans};
use crate::review::argument::count;
use crate::session::command::{COMMANDS, Command, Menu};
use crate::session::{NotesAt, Offer, ReadOnly, SaveState};

impl Window {
    pub(super) fn toolbar_ui(&mut self, ui: &mut Ui, asked: &mut Vec<Command>) {
        let palette = self.palette;
        ui.spacing_mut().interact_size.y = 28.0;
        MenuBar::new().ui(ui, |ui| {
            ui.spacing_mut().item_spacing.x = 4.0;
            for menu in Menu::SHOWN {
                ui.menu_button(RichText::new(menu.title()).font(sans(14.0)), |ui| {
                    ui.set_min_width(250.0);
                    self.menu_ui(ui, menu, asked);
                });
            }
            ui.add_space(8.0);
            ui.spacing_mut().item_spacing.x = 8.0;
            let mut tools: Vec<(String, Command, Option<egui::Color32>)> = Vec::new();
            if let Some(session) = &self.session {
                for kind in session.glosses().kinds.iter().filter(|kind| &*kind.id != "comment") {
                    let Some(digit) = kind.key.and_then(|key| key.to_digit(10)) else { continue };
                    let look = palette.kind(&kind.id, &kind.color);
                    tools.push((kind.name.clone(), Command::Tag(digit as u8), Some(look.rule)));
                }
                let others = [("Link", Command::Link), ("Note", Command::Note), ("Mark weak", Command::Weak)];
                tools.extend(others.map(|(words, command)| (words.to_owned(), command, None)));
            }
            // As many tools as fit beside those at the right; the menu has them all.
            let right = [("Commands", Command::Palette), ("Find", Command::Find)];
            let kept: f32 = right.iter().map(|(words, command)| self.tool_parts(ui, words, *command, false).0.x + 8.0).sum();
            for (words, command, color) in tools {
                if self.tool_parts(ui, &words, command, color.is_some()).0.x + kept > ui.available_width() {
                    break;
                }
                if self.tool_ui(ui, &words, command, color) {
                    asked.push(command);
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                for (words, command) in right {
                    if (command == Command::Palette || self.session.is_some()) && self.tool_ui(ui, words, command, None) {
                        asked.push(command);
                    }
                }
            });
        });
    }

    /// How large a button of the toolbar is, its name, and its key.
    fn tool_parts(&self, ui: &Ui, words: &str, command: Command, square: bool) -> (egui::Vec2, Arc<egui::Galley>, Arc<egui::Galley>) {
        let name = ui.painter().layout_no_wrap(super::reader::shorten(words, 24), sans(14.0), self.palette.ink_ui);
        let hint = ui.painter().layout_no_wrap(self.keymap.shown(command), sans(10.5), self.palette.muted);
        let key = if hint.text().is_empty() { 0.0 } else { hint.rect.width() + 19.0 };
        (vec2(20.0 + if square { 17.0 } else { 0.0 } + name.rect.width() + key, 28.0), name, hint)
    }

    /// One button of the toolbar: a square in the colour of a kind, its name, its key.
    fn tool_ui(&self, ui: &mut Ui, words: &str, command: Command, color: Option<egui::Color32>) -> bool {
        let palette = &self.palette;
        let (size, name, hint) = self.tool_parts(ui, words, command, color.is_some());
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
        // The menu bar around it has no frames; a tool is told from a menu by its own.
        let raised = if palette.dark { mix(palette.panel, palette.ink, 0.05) } else { palette.paper };
        let fill = if response.is_pointer_button_down_on() || response.hovered() { palette.selected } else { raised };
        let line = Stroke::new(1.0, palette.hairline);
        let painter = ui.painter();
        painter.rect(rect, 6.0, fill, line, egui::StrokeKind::Inside);
        if response.has_focus() {
            painter.rect_stroke(rect.expand(1.0), 7.0, Stroke::new(1.5, palette.link), egui::StrokeKind::Outside);
        }
        let mut x = rect.left() + 10.0;
        if let Some(color) = color {
            let square = egui::Rect::from_center_size(pos2(x + 5.5, rect.center().y), vec2(11.0, 11.0));
            painter.rect_filled(square, 3.0, color);
            x += 17.0;
        }
        let y = |height: f32| rect.center().y - height / 2.0;
        let width = name.rect.width();
        painter.galley(pos2(x, y(name.rect.height())), name, palette.ink_ui);
        x += width + 9.0;
        if !hint.text().is_empty() {
            let key =
                egui::Rect::from_center_size(pos2(x + hint.rect.width() / 2.0 + 4.0, rect.center().y), hint.rect.size() + vec2(9.0, 3.0));
            painter.rect_stroke(key, 3.0, Stroke::new(1.0, palette.hairline), egui::StrokeKind::Inside);
            painter.galley(pos2(x + 4.0, y(hint.rect.height())), hint, palette.muted);
        }
        response.on_hover_text(command.info().help).clicked()
    }

    fn menu_ui(&self, ui: &mut Ui, menu: Menu, asked: &mut Vec<Command>) {
        for info in COMMANDS.iter().filter(|info| info.menu == menu) {
            let Some(words) = super::label_of(info.command, self.session.as_deref()) else { continue };
            let enabled = match &self.session {
                Some(session) => match info.command {
                    Command::Undo => session.undo_name().is_some(),
                    Command::Redo => session.redo_name().is_some(),
                    Command::AddPart
                    | Command::Link
                    | Command::Note
                    | Command::Tags
                    | Command::Weak
                    | Command::Strength
                    | Command::Done
                    | Command::Remove => session.held().is_some(),
                    Command::Confirm | Command::Dismiss | Command::DismissWhy => session.offer().is_some(),
                    Command::ConfirmRule | Command::DismissRule | Command::ConfirmWork | Command::DismissWork | Command::RuleOff => {
                        matches!(session.offer(), Some(Offer::Finding(_)))
                    }
                    _ => true,
                },
                None => {
                    matches!(menu, Menu::View | Menu::Help)
                        || matches!(info.command, Command::Open | Command::OpenPath | Command::OpenSample | Command::Quit)
                }
            };
            let key = self.keymap.shown(info.command);
            let on = match info.command {
                Command::NotesAtFoot => self.settings.looks.notes == NotesAt::Foot,
                Command::NotesInMargin => self.settings.looks.notes == NotesAt::Margin,
                Command::SourceLines => self.reader.is_raw(),
                _ => false,
            };
            let button = Button::new(words).shortcut_text(key).min_size(vec2(250.0, 24.0)).selected(on);
            let response = ui.add_enabled(enabled, button);
            if response.on_hover_text(info.help).clicked() {
                asked.push(info.command);
                ui.close();
            }
            if matches!(
                info.command,
                Command::OpenSample | Command::Redo | Command::SelectAll | Command::TagDocument | Command::Remove | Command::Forward
            ) {
                ui.separator();
            }
        }
    }

    pub(super) fn status_ui(&mut self, ui: &mut Ui) {
        let palette = self.palette;
        let small = |words: String, color| RichText::new(words).font(sans(12.0)).color(color);
        let mut save_asked = false;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 22.0;
            let Some(session) = &self.session else {
                ui.label(small("no text open".to_owned(), palette.muted));
                if let Some(message) = &self.message {
                    let color = if message.bad { palette.weak } else { palette.ink_ui };
                    ui.add(egui::Label::new(small(message.words.clone(), color)).wrap());
                }
                return;
            };
            let (words, color) = match (session.read_only(), session.save_state()) {
                (Some(_), _) => ("read-only".to_owned(), palette.warning),
                (None, SaveState::Saved) => ("saved".to_owned(), palette.good),
                (None, SaveState::Unsaved) => ("saving…".to_owned(), palette.muted),
                (None, SaveState::Failed(_)) => ("not saved".to_owned(), palette.weak),
            };
            let state = ui.label(small(words.clone(), color));
            state.widget_info(|| WidgetInfo::labeled(Role::Status, true, &words));
            if let SaveState::Failed(why) = session.save_state() {
                ui.add(egui::Label::new(small(why, palette.weak)).truncate());
                save_asked = ui.small_button("Save elsewhere…").clicked();
                return;
            }
            if let Some(message) = &self.message {
                let color = if message.bad { palette.weak } else { palette.ink_ui };
                let said = ui.add(egui::Label::new(small(message.words.clone(), color)).truncate());
                said.widget_info(|| WidgetInfo::labeled(Role::Status, true, &message.words));
                return;
            }
            ui.label(small(super::reader::shorten(&session.name(), 48), palette.muted));
            let head = session.selection.head;
            let structure = &session.structure;
            if let Some(line) = self.reader.line(session) {
                ui.label(small(format!("line {line} of the file"), palette.muted));
            }
            if let Some(page) = structure.page_at(head) {
                ui.label(small(format!("p. {} of {}", structure.page_label(page), structure.pages.len()), palette.muted));
            }
            if let Some(section) = structure.section_at(head) {
                ui.label(small(super::reader::shorten(&structure.sections[section].title, 40), palette.muted));
            }
            let (annotations, links) = (session.glosses().annotations.len(), session.glosses().links.len());
            ui.label(small(format!("{}, {}", count(annotations, "annotation"), count(links, "link")), palette.muted));
            if session.review().is_some() {
                let docket = session.docket();
                let color = if docket.open() > 0 { palette.weak } else { palette.muted };
                ui.label(small(format!("{}, {} open", count(docket.items.len(), "finding"), docket.open()), color));
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let looks = self.settings.looks;
                let words = format!("{} · {} points · {}", session.source.encoding().name(), looks.size, looks.theme.name());
                ui.label(small(words, palette.muted));
            });
        });
        if save_asked {
            self.dialog = self.session.as_ref().map(|session| Dialog::elsewhere(session));
        }
    }

    /// Why the document is read-only, with what can be done about it.
    pub(super) fn banner_ui(&mut self, ui: &mut Ui) {
        let palette = self.palette;
        let Some(session) = &self.session else { return };
        let Some(why) = session.read_only().cloned() else { return };
        if self.banner_hidden {
            return;
        }
        let fill = mix(palette.panel, palette.warning, 0.12);
        let mut act = None;
        Frame::NONE.fill(fill).inner_margin(Margin::symmetric(16, 8)).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                let words = why.to_string();
                let label = ui.label(RichText::new(&words).font(sans(13.5)).color(palette.ink_ui));
                label.widget_info(|| WidgetInfo::labeled(Role::Alert, true, &words));
                match why {
                    ReadOnly::OtherText { lost, .. } => {
                        if ui.button("Keep them with this text").clicked() {
                            act = Some(0);
                        }
                        if lost > 0 && ui.button("List those not found").clicked() {
                            act = Some(1);
                        }
                    }
                    ReadOnly::Folder(_) => {
                        if ui.button("Choose another place…").clicked() {
                            act = Some(2);
                        }
                    }
                    ReadOnly::Locked(_) | ReadOnly::Without | ReadOnly::Newer(_) => {
                        if ui.button("Open again").clicked() {
                            act = Some(3);
                        }
                    }
                }
                if ui.button("Hide").on_hover_text("The status line goes on saying read-only").clicked() {
                    act = Some(4);
                }
            });
        });
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), Stroke::new(1.0, palette.hairline));
        let wake = self.wake();
        match act {
            Some(0) => {
                let result = self.session.as_mut().map(|session| session.keep_with_this_text(wake));
                if let Some(Err(error)) = result {
                    self.complain(error);
                }
            }
            Some(1) => self.dialog = self.session.as_ref().map(|session| Dialog::lost(session)),
            Some(2) => self.dialog = self.session.as_ref().map(|session| Dialog::elsewhere(session)),
            Some(3) => {
                if let Some(path) = self.session.as_ref().map(|session| session.path.clone()) {
                    self.open(&path);
                }
            }
            Some(4) => self.banner_hidden = true,
            _ => {}
        }
    }

    /// What stands in the middle when nothing is open.
    pub(super) fn empty_ui(&mut self, ui: &mut Ui, asked: &mut Vec<Command>) {
        let palette = self.palette;
        ui.vertical_centered(|ui| {
            ui.add_space((ui.available_height() * 0.26).max(20.0));
            ui.label(RichText::new("Open a text to read it closely").font(super::theme::reading(26.0)).color(palette.ink));
            ui.add_space(8.0);
            ui.label(
                RichText::new("A plain text or Markdown file. Your annotations are kept beside it; the text is never changed.")
                    .color(palette.muted),
            );
            ui.add_space(18.0);
            for command in [Command::Open, Command::OpenPath, Command::OpenSample] {
                if self.key_button(ui, command.info().label, command, true) {
                    asked.push(command);
                }
                ui.add_space(4.0);
            }
        });
        let recent: Vec<_> = self.settings.recent.iter().take(6).cloned().collect();
        if !recent.is_empty() {
            ui.add_space(18.0);
            ui.vertical_centered(|ui| {
                ui.label(RichText::new("Read last").font(sans(12.0)).color(palette.muted));
                for path in recent {
                    let name = crate::session::file_name(&path);
                    if ui.link(RichText::new(name).color(palette.link)).on_hover_text(path.display().to_string()).clicked() {
                        self.open(&path);
                    }
                }
            });
        }
    }

    /// Opening takes long: how far it is, and a way to stop it.
    pub(super) fn progress_ui(&mut self, ctx: &Context) {
        let Some(loader) = &self.loader else { return };
        let waited = loader.started.elapsed();
        let patience = std::time::Duration::from_millis(500);
        if waited < patience {
            return ctx.request_repaint_after(patience - waited);
        }
        let name = crate::session::file_name(&loader.request.path);
        egui::Window::new("Opening").collapsible(false).resizable(false).anchor(egui::Align2::CENTER_CENTER, vec2(0.0, 0.0)).show(
            ctx,
            |ui| {
                ui.label(format!("Opening {}", super::reader::shorten(&name, 60)));
                match loader.progress.fraction() {
                    Some(share) if share < 1.0 => ui.add(egui::ProgressBar::new(share).show_percentage()),
                    _ => ui.label("Reading its structure…"),
                };
                if ui.button("Stop").clicked() {
                    loader.progress.cancel();
                }
            },
        );
        ctx.request_repaint_after(std::time::Duration::from_millis(100));
    }
}
