//! One list to choose from by typing: commands, places, ends of links, relations, files, encodings. Type to
//! filter, Up and Down, Enter, Escape; or the mouse.

use egui::accesskit::Role;
use egui::{Align2, Context, Key, Modal, Modifiers, RichText, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::annotation_panel::name_field;
use super::dialogs::over_window;
use super::theme::{Palette, sans};

/// One line.
pub struct Item<T> {
    /// What is searched and shown.
    pub label: String,
    /// Less, after it.
    pub detail: String,
    /// At the right: a key, a page.
    pub right: String,
    /// What choosing it gives.
    pub value: T,
}

impl<T> Item<T> {
    /// A line with a label and what stands at the right.
    pub fn new(label: impl Into<String>, right: impl Into<String>, value: T) -> Self {
        Self { label: label.into(), detail: String::new(), right: right.into(), value }
    }
}

/// Makes a value of what was typed, where it is none of the list: an address, a path, a new name.
pub type Free<T> = fn(&str) -> Option<(String, T)>;

/// A list to choose from.
pub struct Picker<T> {
    title: String,
    hint: String,
    query: String,
    items: Vec<Item<T>>,
    order: Vec<usize>,
    chosen: usize,
    free: Option<Free<T>>,
    fresh: bool,
}

/// What came of showing it.
pub enum Outcome<T> {
    /// Nothing yet.
    Open,
    /// Escape, or a click beside it.
    Cancelled,
    /// This.
    Picked(T),
}

const ROW: f32 = 30.0;

impl<T: Clone> Picker<T> {
    /// A list called `title`.
    pub fn new(title: &str, hint: &str, items: Vec<Item<T>>, free: Option<Free<T>>) -> Self {
        let order = (0..items.len()).collect();
        Self { title: title.into(), hint: hint.into(), query: String::new(), items, order, chosen: 0, free, fresh: true }
    }

    fn filter(&mut self) {
        self.chosen = 0;
        if self.query.trim().is_empty() {
            self.order = (0..self.items.len()).collect();
            return;
        }
        let pattern = Pattern::parse(self.query.trim(), CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        let wanted = self.query.trim().to_lowercase();
        let mut scored: Vec<(u32, u32, usize)> = Vec::new();
        for (index, item) in self.items.iter().enumerate() {
            let hay = format!("{} {} {}", item.label, item.detail, item.right);
            if let Some(score) = pattern.score(Utf32Str::new(&hay, &mut buffer), &mut matcher) {
                // Who types a name means that name, whatever else the letters are found in.
                let name = item.label.trim_end_matches('…').to_lowercase();
                let rank = if name == wanted.trim_end_matches('…') { 2 } else { u32::from(name.starts_with(&wanted)) };
                scored.push((rank, score, index));
            }
        }
        scored.sort_by_key(|&(rank, score, index)| (std::cmp::Reverse((rank, score)), index));
        self.order = scored.into_iter().map(|(.., index)| index).collect();
    }

    /// The lines shown: those that match, and what was typed where it can stand for itself.
    fn typed(&self) -> Option<(String, T)> {
        self.free.and_then(|free| free(self.query.trim()))
    }

    /// Shows it over the window.
    pub fn show(&mut self, ctx: &Context, palette: &Palette) -> Outcome<T> {
        let mut outcome = Outcome::Open;
        let modal = Modal::new(egui::Id::unique(("picker", &self.title))).frame(over_window(palette)).show(ctx, |ui| {
            ui.set_width(560.0_f32.min(ui.ctx().content_rect().width() - 60.0));
            // Words of the text keep their letters as they are.
            let title = if self.title.contains('“') { self.title.clone() } else { self.title.to_uppercase() };
            ui.label(RichText::new(title).font(sans(12.0)).color(palette.muted));
            let (up, down, enter) = ui.input_mut(|input| {
                (
                    input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp),
                    input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown),
                    input.consume_key(Modifiers::NONE, Key::Enter),
                )
            });
            let field = ui.add(
                TextEdit::singleline(&mut self.query)
                    .hint_text(&self.hint)
                    .desired_width(f32::INFINITY)
                    .id(egui::Id::unique(("picker field", &self.title))),
            );
            name_field(&field, &self.title);
            if self.fresh {
                field.request_focus();
                self.fresh = false;
            }
            if field.changed() {
                self.filter();
            }
            let typed = self.typed();
            let count = self.order.len() + usize::from(typed.is_some());
            self.chosen = (self.chosen + down).saturating_sub(up).min(count.saturating_sub(1));
            let picked = self.rows_ui(ui, palette, &typed, up + down > 0);
            let chosen = picked.or(enter.then_some(self.chosen)).filter(|&row| row < count);
            match chosen {
                Some(row) if row < self.order.len() => outcome = Outcome::Picked(self.items[self.order[row]].value.clone()),
                Some(_) => outcome = typed.map_or(Outcome::Open, |(_, value)| Outcome::Picked(value)),
                None => {}
            }
        });
        if modal.should_close() && matches!(outcome, Outcome::Open) {
            outcome = Outcome::Cancelled;
        }
        outcome
    }

    fn rows_ui(&self, ui: &mut Ui, palette: &Palette, typed: &Option<(String, T)>, moved: bool) -> Option<usize> {
        let count = self.order.len() + usize::from(typed.is_some());
        if count == 0 {
            ui.add_space(6.0);
            ui.label(RichText::new("Nothing matches").color(palette.muted));
            return None;
        }
        let mut picked = None;
        let height = (ROW * count as f32).min(ui.ctx().content_rect().height() * 0.55).max(ROW);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(6.0);
        let mut area = ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]);
        if moved {
            let farthest = (ROW * count as f32 - height).max(0.0);
            area = area.vertical_scroll_offset((self.chosen as f32 * ROW - height / 2.0).clamp(0.0, farthest));
        }
        area.show_rows(ui, ROW, count, |ui, rows| {
            for row in rows {
                let item = self.order.get(row).map(|&index| &self.items[index]);
                let label = item.map_or_else(|| typed.as_ref().map_or("", |(label, _)| label), |item| item.label.as_str());
                let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
                response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, row == self.chosen, label));
                if response.hovered() || row == self.chosen {
                    let fill = if row == self.chosen { palette.selected } else { palette.selected.gamma_multiply(0.5) };
                    ui.painter().rect_filled(rect, 5.0, fill);
                }
                let painter = ui.painter().with_clip_rect(rect);
                let right = item.map_or("", |item| item.right.as_str());
                let right = painter.layout_no_wrap(right.to_owned(), sans(12.0), palette.muted);
                let detail = item.map_or("", |item| item.detail.as_str());
                let room = rect.width() - right.rect.width() - 34.0;
                let mut job = egui::text::LayoutJob::default();
                job.append(&one_line(label), 0.0, egui::TextFormat::simple(sans(14.0), palette.ink_ui));
                if !detail.is_empty() {
                    job.append(detail, 10.0, egui::TextFormat::simple(sans(12.0), palette.muted));
                }
                job.wrap = egui::text::TextWrapping::truncate_at_width(room.max(60.0));
                let galley = painter.layout_job(job);
                painter.galley(pos2(rect.left() + 10.0, rect.center().y - galley.rect.height() / 2.0), galley, palette.ink_ui);
                let at = Align2::RIGHT_CENTER.anchor_size(pos2(rect.right() - 10.0, rect.center().y), right.rect.size());
                painter.galley(at.min, right, palette.muted);
                if response.clicked() {
                    picked = Some(row);
                }
            }
        });
        picked
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
