//! Find: a line above the text, with all matches counted, and a list of them in context.

use egui::accesskit::Role;
use egui::{Button, Frame, Key, Margin, RichText, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2};

use super::Window;
use super::annotation_panel::name_field;
use super::reader::Reader;
use super::theme::{mix, reading, sans};
use crate::session::Session;
use crate::session::command::Command;
use crate::structure::DocumentReading;
use crate::text::search::Query;

/// Whether find is shown, and what was asked last.
#[derive(Default)]
pub struct FindBar {
    open: bool,
    query: Query,
    list: bool,
    focus: bool,
    /// Go to the first match when the search ends.
    jump: bool,
}

/// Matches listed; the count is of all.
const LISTED_ROW: f32 = 24.0;
/// Characters of context on either side of a match in the list.
const CONTEXT: usize = 48;

impl FindBar {
    /// Whether it is shown.
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Shows it with the old words selected; words selected in the text are taken over.
    pub fn open(&mut self, session: &mut Session) {
        self.open = true;
        self.focus = true;
        let selected = session.selection.span();
        let words = if selected.is_empty() { String::new() } else { session.quote(&session.parts_of(selected)) };
        if !words.is_empty() && words.chars().count() < 80 && !words.contains('\n') {
            self.query.words = words;
        }
    }

    /// Hides it and its marks; the match stays selected.
    pub fn close(&mut self, session: &mut Session) {
        self.open = false;
        session.find.query = Query::default();
        session.find.matches = Default::default();
        session.find.current = None;
        session.forget_search();
    }

    /// A search on a thread has ended.
    pub fn arrived(&mut self, session: &mut Session, reader: &mut Reader) {
        if self.open && std::mem::take(&mut self.jump) {
            go_current(session, reader);
        }
    }
}

fn go_current(session: &mut Session, reader: &mut Reader) {
    if let Some(hit) = session.find.current.and_then(|now| session.find_go(now)) {
        reader.show_upper(hit.start);
    }
}

impl Window {
    pub(super) fn find_ui(&mut self, ui: &mut Ui, asked: &mut Vec<Command>) {
        if !self.find.open || self.session.is_none() {
            return;
        }
        let palette = self.palette;
        let wake = self.wake();
        let Some(session) = &mut self.session else { return };
        let field_id = egui::Id::unique("find field");
        let frame = Frame::NONE.fill(palette.panel).inner_margin(Margin::symmetric(14, 6));
        let mut close = false;
        frame.show(ui, |ui| {
            ui.horizontal(|ui| {
                let (enter, back, escape) = ui.input_mut(|input| {
                    let focused = true;
                    (
                        focused && input.key_pressed(Key::Enter) && !input.modifiers.shift,
                        focused && input.key_pressed(Key::Enter) && input.modifiers.shift,
                        focused && input.key_pressed(Key::Escape),
                    )
                });
                let mut output = TextEdit::singleline(&mut self.find.query.words)
                    .hint_text("Find in the text")
                    .desired_width(280.0)
                    .id(field_id)
                    .show(ui);
                let field = output.response.response.clone();
                name_field(&field, "Find in the text");
                if std::mem::take(&mut self.find.focus) {
                    field.request_focus();
                    let end = egui::text::CCursor::end_of_str(&self.find.query.words);
                    let all = egui::text_selection::CCursorRange::two(egui::text::CCursor::default(), end);
                    output.state.cursor.set_char_range(Some(all));
                    output.state.store(ui.ctx(), field_id);
                }
                let mut changed = field.changed();
                let query = &mut self.find.query;
                changed |= toggle(ui, &mut query.case, "Aa", "Capitals and small letters differ");
                changed |= toggle(ui, &mut query.whole_word, "Word", "Whole words only");
                changed |= toggle(ui, &mut query.regex, ".*", "A regular expression");
                if changed || session.find.query != *query {
                    session.find.query = query.clone();
                    session.search(&wake);
                    if session.find.is_running() {
                        self.find.jump = true;
                    } else if changed {
                        go_current(session, &mut self.reader);
                    }
                }
                if ui.button("Previous").on_hover_text("Previous match (Shift+F3)").clicked() || (back && field.lost_focus()) {
                    asked.push(Command::FindPrevious);
                }
                if ui.button("Next").on_hover_text("Next match (F3)").clicked() || (enter && field.lost_focus()) {
                    asked.push(Command::FindNext);
                }
                if (enter || back) && field.lost_focus() {
                    field.request_focus();
                }
                let count = session.find.matches.len();
                let words = match (&session.find.error, session.find.is_running(), session.find.current) {
                    (Some(error), ..) => error.to_string(),
                    (None, true, _) => "searching…".to_owned(),
                    _ if self.find.query.words.trim().is_empty() => String::new(),
                    (None, false, Some(now)) if count > 0 => format!("{} of {count}", now + 1),
                    _ => "nothing found".to_owned(),
                };
                let color = if session.find.error.is_some() { palette.weak } else { palette.muted };
                ui.label(RichText::new(words).color(color));
                if count > 0
                    && ui.add(Button::selectable(self.find.list, "List")).on_hover_text("All matches with the words around them").clicked()
                {
                    self.find.list = !self.find.list;
                }
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    close |= ui.button("Close").on_hover_text("Back to the text, with the match selected (Esc)").clicked();
                });
                close |= escape && (field.has_focus() || field.lost_focus());
            });
            if self.find.list && !session.find.matches.is_empty() {
                match_list(ui, session, &mut self.reader, &palette);
            }
        });
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top(), egui::Stroke::new(1.0, palette.hairline));
        if close {
            self.find.close(session);
            self.reader.show_near(session.selection.span().start);
            self.focus_text();
        }
    }
}

fn toggle(ui: &mut Ui, on: &mut bool, words: &str, help: &str) -> bool {
    let response = ui.add(Button::selectable(*on, words)).on_hover_text(help);
    if response.clicked() {
        *on = !*on;
    }
    response.clicked()
}

fn match_list(ui: &mut Ui, session: &mut Session, reader: &mut Reader, palette: &super::theme::Palette) {
    let matches = std::sync::Arc::clone(&session.find.matches);
    let mut go = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().id_salt("matches").max_height(210.0).auto_shrink([false, true]).show_rows(
        ui,
        LISTED_ROW,
        matches.len(),
        |ui, rows| {
            for row in rows {
                let Some(hit) = matches.get(row) else { continue };
                let reading_text: &DocumentReading = session.document_reading();
                let (from, to) = (reading_text.to_reading(hit.start), reading_text.to_reading(hit.end));
                let text = &reading_text.text;
                let (from, to) = (text.floor_char_boundary(from), text.floor_char_boundary(to.max(from)));
                let before: String = text[..from].chars().rev().take(CONTEXT).collect::<Vec<_>>().into_iter().rev().collect();
                let after: String = text[to..].chars().take(CONTEXT).collect();
                let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LISTED_ROW), Sense::click());
                let said = format!("{before}{}{after}", &text[from..to]);
                response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, &said));
                if response.hovered() || session.find.current == Some(row) {
                    ui.painter().rect_filled(rect, 4.0, palette.selected);
                }
                let painter = ui.painter().with_clip_rect(rect);
                let middle = rect.left() + (rect.width() * 0.42).min(380.0);
                let before = painter.layout_no_wrap(before.replace('\n', " "), reading(14.0), palette.muted);
                let hit_words = painter.layout_no_wrap(text[from..to].replace('\n', " "), reading(14.0), palette.ink);
                let after = painter.layout_no_wrap(after.replace('\n', " "), reading(14.0), palette.muted);
                let y = rect.center().y - hit_words.rect.height() / 2.0;
                let width = hit_words.rect.width();
                let mark = egui::Rect::from_min_size(pos2(middle, y), hit_words.rect.size());
                painter.rect_filled(mark, 2.0, mix(palette.panel, palette.hit, 0.9));
                painter.galley(pos2(middle - before.rect.width(), y), before, palette.muted);
                painter.galley(pos2(middle, y), hit_words, palette.ink);
                painter.galley(pos2(middle + width, y), after, palette.muted);
                let place = session.structure.page_at(hit.start).map(|page| format!("p. {}", session.structure.page_label(page)));
                painter.text(
                    pos2(rect.left() + 4.0, rect.center().y),
                    egui::Align2::LEFT_CENTER,
                    place.unwrap_or_default(),
                    sans(11.0),
                    palette.muted,
                );
                if response.clicked() {
                    go = Some(row);
                }
            }
        },
    );
    if let Some(hit) = go.and_then(|row| session.find_go(row)) {
        reader.show_upper(hit.start);
    }
}
