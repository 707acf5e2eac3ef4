//! The outline: sections with what stands in each, and the figures of the section the reader is in.

use std::ops::Range;

use egui::accesskit::Role;
use egui::{Context, Id, Key, Rect, RichText, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::Window;
use super::theme::{Palette, reading, sans};
use crate::report::thousands;
use crate::review::argument::{Cover, count};
use crate::session::Selection;

/// What the outline remembers from frame to frame.
#[derive(Default)]
pub struct Outline {
    rows: Vec<Id>,
    focused: usize,
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
}

impl Window {
    pub(super) fn outline_ui(&mut self, ui: &mut Ui) {
        let palette = self.palette;
        let Some(session) = &mut self.session else { return };
        caption(ui, "Outline", &palette);
        let sections = session.structure.sections.len();
        let here = session.structure.section_at(session.selection.head);
        let outline = &mut self.outline;
        let coverage = session.coverage();
        let cover_of = |section: usize| coverage.as_ref().and_then(|own| own.whole.get(section)).copied();
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
                    let cover = cover_of(row).unwrap_or_default();
                    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
                    let said = describe(&section.title, cover);
                    response.widget_info(|| WidgetInfo::selected(Role::TreeItem, true, here == Some(row), &said));
                    outline.rows.push(response.id);
                    section_row(ui, rect, section.level, &section.title, cover, here == Some(row), response.hovered(), focused, &palette);
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
            self.map.show_section(row);
        }
        if let Some(index) = here {
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.add_space(14.0);
            caption(ui, "This section", &palette);
            match cover_of(index) {
                Some(cover) => section_ui(ui, cover, &palette),
                None => {
                    ui.label(RichText::new("Its references are being read.").font(sans(13.0)).color(palette.muted));
                }
            }
        }
        if to_text {
            self.focus_text();
        }
    }
}

/// The figures of the section the reader is in.
fn section_ui(ui: &mut Ui, cover: Cover, palette: &Palette) {
    let line = |ui: &mut Ui, left: String, right: String, color| {
        ui.horizontal(|ui| {
            ui.label(RichText::new(left).font(sans(13.0)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.add(egui::Label::new(RichText::new(right).font(sans(12.0)).color(color)).truncate());
            });
        });
    };
    let bad = |number: usize| if number > 0 { palette.weak } else { palette.muted };
    let supported = match cover.contested {
        0 => format!("{} supported", cover.supported),
        contested => format!("{} supported, {contested} contested", cover.supported),
    };
    line(ui, count(cover.claims, "claim"), supported, palette.muted);
    line(ui, count(cover.citations, "citation"), format!("{} weak", cover.weak_citations), bad(cover.weak_citations));
    let words = if cover.words == 1 { "1 word".to_owned() } else { format!("{} words", thousands(cover.words)) };
    line(ui, words, format!("{} without a citation", thousands(cover.uncited)), palette.muted);
}

fn describe(title: &str, cover: Cover) -> String {
    if cover == Cover::default() {
        return title.to_owned();
    }
    let mut said = count(cover.claims, "claim");
    for (number, what) in
        [(cover.supported, "supported"), (cover.contested, "contested"), (cover.unsupported, "unsupported"), (cover.weak, "weak")]
    {
        if number > 0 {
            said.push_str(&format!(", {number} {what}"));
        }
    }
    format!("{title}: {said}; {}, {} weak", count(cover.citations, "citation"), cover.weak_citations)
}

/// A small caption in spaced capitals.
pub fn caption(ui: &mut Ui, words: &str, palette: &Palette) {
    ui.label(RichText::new(words.to_uppercase()).font(sans(11.0)).extra_letter_spacing(0.6).color(palette.muted));
    ui.add_space(2.0);
}

#[expect(clippy::too_many_arguments, reason = "one row, all of it drawn here")]
fn section_row(ui: &Ui, rect: Rect, level: u8, title: &str, cover: Cover, here: bool, hovered: bool, focused: bool, palette: &Palette) {
    if here || hovered {
        ui.painter().rect_filled(rect, 5.0, if here { palette.selected } else { palette.selected.gamma_multiply(0.5) });
    }
    if here && focused {
        ui.painter().rect_stroke(rect, 5.0, egui::Stroke::new(1.5, palette.link), egui::StrokeKind::Inside);
    }
    let total = cover.claims;
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
    // Claims that are supported, that are open, that are weak: the longer the bar, the more there are.
    let length = (total as f32).sqrt().min(7.0) / 7.0 * bar;
    let parts = [(cover.sound, palette.good), (cover.open, palette.kind("claim", "#b4860b").rule), (cover.weak, palette.weak)];
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
