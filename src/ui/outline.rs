//! The outline: sections with what stands in each, and the figures of the section the reader is in.

use std::ops::Range;

use egui::accesskit::Role;
use egui::{Context, Id, Key, Rect, RichText, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::Window;
use super::theme::{Palette, reading, sans};
use crate::annotation::Strength;
use crate::session::{Selection, Session};
use crate::text::Span;

/// Figures of the sections, kept until the work changes.
#[derive(Default)]
pub struct Outline {
    made_for: Option<u64>,
    figures: Vec<Figures>,
    words: Option<(usize, usize)>,
    rows: Vec<Id>,
    focused: usize,
}

/// What a section has, its sub-sections included.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Figures {
    claims: usize,
    linked: usize,
    weak: usize,
    other: usize,
}

const ROW: f32 = 29.0;

/// The widget that has the focus while the reader is in the outline.
pub fn focus_id() -> Id {
    Id::unique("outline pane")
}

impl Outline {
    /// Forgets what it made.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Whether the focus is in it.
    pub fn has_focus_inside(&self, ctx: &Context) -> bool {
        ctx.memory(|memory| memory.focused()).is_some_and(|id| self.rows.contains(&id))
    }

    fn figures(&mut self, session: &Session) -> &[Figures] {
        if self.made_for == Some(session.revision()) {
            return &self.figures;
        }
        let sections = &session.structure.sections;
        self.figures = vec![Figures::default(); sections.len()];
        for annotation in session.glosses().annotations.values() {
            let Some(span) = annotation.anchor.span() else { continue };
            let mut at = session.structure.section_at(span.start);
            let weak = matches!(annotation.strength, Some(Strength::Weak | Strength::Missing));
            let linked = !session.index().links_of(&annotation.id).is_empty();
            let mut below = u8::MAX;
            // Up through the sections that hold it.
            while let Some(index) = at {
                let Some(section) = sections.get(index) else { break };
                if section.level < below && section.span.contains(span.start) {
                    below = section.level;
                    let figures = &mut self.figures[index];
                    figures.weak += usize::from(weak);
                    if &*annotation.kind == "claim" {
                        figures.claims += 1;
                        figures.linked += usize::from(linked && !weak);
                    } else {
                        figures.other += 1;
                    }
                }
                if below <= 1 {
                    break;
                }
                at = index.checked_sub(1);
            }
        }
        self.made_for = Some(session.revision());
        &self.figures
    }

    fn words_in(&mut self, session: &Session, section: usize, span: Span) -> usize {
        match self.words {
            Some((known, count)) if known == section => count,
            _ => {
                let count = session.source.slice(span).split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
                self.words = Some((section, count));
                count
            }
        }
    }
}

impl Window {
    pub(super) fn outline_ui(&mut self, ui: &mut Ui) {
        let palette = self.palette;
        let Some(session) = &mut self.session else { return };
        caption(ui, "Outline", &palette);
        let sections = session.structure.sections.len();
        let here = session.structure.section_at(session.selection.head);
        let outline = &mut self.outline;
        outline.figures(session);
        outline.rows.clear();
        let mut go = None;
        let mut to_text = false;
        if sections == 0 {
            ui.add_space(4.0);
            ui.label(
                RichText::new("No headings were found in this text. Ctrl+G goes to a page or line, Ctrl+F finds words.")
                    .color(palette.muted),
            );
        }
        let holder = ui.interact(ui.available_rect_before_wrap(), focus_id(), Sense::focusable_noninteractive());
        holder.widget_info(|| WidgetInfo::labeled(Role::List, true, "Outline"));
        let height = (ui.available_height() - 128.0).max(80.0);
        let row_of = |outline: &Outline| outline.focused.min(sections.saturating_sub(1));
        if holder.has_focus() {
            outline.focused = here.unwrap_or(0);
            ui.ctx().memory_mut(|memory| {
                memory.set_focus_lock_filter(focus_id(), egui::EventFilter { vertical_arrows: true, ..Default::default() });
            });
            let (up, down, enter) =
                ui.input(|input| (input.key_pressed(Key::ArrowUp), input.key_pressed(Key::ArrowDown), input.key_pressed(Key::Enter)));
            let now = row_of(outline);
            let next = if down {
                (now + 1).min(sections.saturating_sub(1))
            } else if up {
                now.saturating_sub(1)
            } else {
                now
            };
            if next != now {
                go = Some(next);
            }
            to_text = enter;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let focused = holder.has_focus();
        ScrollArea::vertical().id_salt("outline").max_height(height).auto_shrink([false, true]).show_rows(
            ui,
            ROW,
            sections,
            |ui, rows: Range<usize>| {
                for row in rows {
                    let Some(section) = session.structure.sections.get(row) else { continue };
                    let figures = outline.figures.get(row).copied().unwrap_or_default();
                    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
                    let said = describe(&section.title, figures);
                    response.widget_info(|| WidgetInfo::selected(Role::TreeItem, true, here == Some(row), &said));
                    outline.rows.push(response.id);
                    section_row(ui, rect, section.level, &section.title, figures, here == Some(row), response.hovered(), focused, &palette);
                    if response.clicked() {
                        go = Some(row);
                    }
                    response.on_hover_text(said);
                }
            },
        );
        if let Some(row) = go {
            let start = session.structure.sections[row].span.start;
            session.go(start);
            session.selection = Selection::caret(start);
            self.reader.show_top(start);
        }
        if let Some(index) = here {
            let section = session.structure.sections[index].span;
            let figures = outline.figures.get(index).copied().unwrap_or_default();
            let words = outline.words_in(session, index, section);
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.add_space(14.0);
            caption(ui, "This section", &palette);
            let line = |ui: &mut Ui, left: String, right: String, color| {
                ui.horizontal(|ui| {
                    ui.label(RichText::new(left).font(sans(13.0)));
                    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                        ui.label(RichText::new(right).font(sans(13.0)).color(color));
                    });
                });
            };
            line(ui, count(figures.claims, "claim"), format!("{} linked", figures.linked), palette.muted);
            let weak_color = if figures.weak > 0 { palette.weak } else { palette.muted };
            line(ui, count(figures.other, "other mark"), format!("{} weak", figures.weak), weak_color);
            line(ui, count(words, "word"), String::new(), palette.muted);
        }
        if to_text {
            self.focus_text();
        }
    }
}

/// "1 claim", "2 claims".
pub fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

fn describe(title: &str, figures: Figures) -> String {
    format!(
        "{title}: {}, {} linked, {} weak, {}",
        count(figures.claims, "claim"),
        figures.linked,
        figures.weak,
        count(figures.other, "other mark")
    )
}

/// A small caption in spaced capitals.
pub fn caption(ui: &mut Ui, words: &str, palette: &Palette) {
    ui.label(RichText::new(words.to_uppercase()).font(sans(11.0)).extra_letter_spacing(0.6).color(palette.muted));
    ui.add_space(2.0);
}

#[expect(clippy::too_many_arguments, reason = "one row, all of it drawn here")]
fn section_row(ui: &Ui, rect: Rect, level: u8, title: &str, figures: Figures, here: bool, hovered: bool, focused: bool, palette: &Palette) {
    if here || hovered {
        ui.painter().rect_filled(rect, 5.0, if here { palette.selected } else { palette.selected.gamma_multiply(0.5) });
    }
    if here && focused {
        ui.painter().rect_stroke(rect, 5.0, egui::Stroke::new(1.5, palette.link), egui::StrokeKind::Inside);
    }
    let total = figures.claims + figures.other;
    let bar = if total > 0 { 48.0 } else { 0.0 };
    let indent = 6.0 + 14.0 * f32::from(level.saturating_sub(1).min(4));
    let painter = ui.painter().with_clip_rect(rect);
    let mut job = egui::text::LayoutJob::simple_singleline(title.to_owned(), sans(13.5), palette.ink_ui);
    job.wrap = egui::text::TextWrapping::truncate_at_width((rect.width() - indent - bar - 14.0).max(30.0));
    let galley = painter.layout_job(job);
    painter.galley(pos2(rect.left() + indent, rect.center().y - galley.rect.height() / 2.0), galley, palette.ink_ui);
    if total == 0 {
        return;
    }
    // Linked claims, claims without a link, weak: the longer the bar, the more there is.
    let unlinked = figures.claims.saturating_sub(figures.linked);
    let length = (total as f32).sqrt().min(7.0) / 7.0 * bar;
    let parts = [
        (figures.linked, palette.good),
        (unlinked, palette.kind("claim", "#b4860b").rule),
        (figures.other, palette.muted.gamma_multiply(0.5)),
        (figures.weak, palette.weak),
    ];
    let sum: usize = parts.iter().map(|(n, _)| n).sum();
    let mut x = rect.right() - bar - 2.0;
    for (number, color) in parts {
        let width = length * number as f32 / sum.max(1) as f32;
        if width > 0.5 {
            let piece = Rect::from_min_size(pos2(x, rect.center().y - 3.0), vec2((width - 1.0).max(1.0), 6.0));
            ui.painter().rect_filled(piece, 1.0, color);
            x += width;
        }
    }
}

/// The reading face at `size`, for words of the text shown outside of it.
pub fn quoted(words: &str, size: f32, palette: &Palette) -> RichText {
    RichText::new(words).font(reading(size)).color(palette.ink)
}
