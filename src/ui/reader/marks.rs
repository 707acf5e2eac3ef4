//! Painting: highlights under the letters, rules and boxes beside them, caret and selection. Kinds differ by more
//! than colour, and where annotations overlap each keeps a lane of its own for its rule.

use egui::{Color32, Painter, Rect, Response, Shape, Stroke, StrokeKind, Ui, pos2, vec2};
use std::ops::Range;

use super::layout::{Laid, ink_rect};
use super::{Page, Reader};
use crate::annotation::{Id, Strength};
use crate::session::Session;
use crate::text::Span;
use crate::ui::theme::{KindLook, Mark, Palette, mix, sans};

/// One part of an annotation within one unit.
pub struct Part {
    /// Whose.
    pub id: Id,
    /// Where, in the reading text of the block.
    pub range: Range<usize>,
    /// How its kind looks.
    pub look: KindLook,
    /// Weak or missing.
    pub weak: bool,
    /// Has links.
    pub linked: bool,
    /// In hand.
    pub held: bool,
    /// Which line for its rule, from 0.
    pub lane: usize,
    /// Whether its annotation ends with it.
    pub last: bool,
}

/// The ranges of a block's reading text that stand for `span`: several where other blocks cut it.
pub fn ranges_of(laid: &Laid, session: &Session, span: Span) -> Vec<Range<usize>> {
    let Some(block) = session.structure.blocks.get(laid.unit.block) else { return Vec::new() };
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for own in block.parts.iter().filter_map(|part| part.intersect(span)) {
        let range = laid.reading.to_reading(own.start)..laid.reading.to_reading(own.end);
        match ranges.last_mut() {
            Some(last) if range.start <= last.end + 1 => last.end = range.end,
            _ => ranges.push(range),
        }
    }
    ranges.retain(|range| range.start < laid.range.end && range.end > laid.range.start && !range.is_empty());
    ranges
}

/// The parts of annotations in a unit, the outer before the inner, each with its lane.
pub fn parts_of(laid: &Laid, session: &Session, palette: &Palette) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut lanes: Vec<usize> = Vec::new();
    for (span, id) in session.index().parts_in(laid.span()) {
        let Some(annotation) = session.annotation(&id) else { continue };
        let color = session.glosses().kind(&annotation.kind).map_or("", |kind| kind.color.as_str());
        let look = palette.kind(&annotation.kind, color);
        for range in ranges_of(laid, session, span) {
            let lane = lanes.iter().position(|&end| end <= range.start).unwrap_or_else(|| {
                lanes.push(0);
                lanes.len() - 1
            });
            lanes[lane] = range.end;
            parts.push(Part {
                held: session.in_hand.as_ref() == Some(&id),
                weak: matches!(annotation.strength, Some(Strength::Weak | Strength::Missing)),
                linked: !session.index().links_of(&id).is_empty(),
                last: annotation.anchor.span().is_some_and(|all| all.end == span.end),
                id: id.clone(),
                range,
                look,
                lane,
            });
        }
    }
    parts
}

impl Reader {
    /// Paints the page; the annotation whose gloss was clicked, if any.
    pub(super) fn paint(&mut self, ui: &Ui, session: &Session, page: &Page, response: &Response) -> Option<Id> {
        let palette = &page.column.palette;
        let size = page.column.looks.size;
        ui.painter().rect_filled(self.view, 0.0, palette.background);
        ui.painter().rect_filled(page.paper, 0.0, palette.paper);
        for x in [page.paper.left(), page.paper.right()] {
            ui.painter().vline(x, page.paper.y_range(), Stroke::new(1.0, palette.hairline));
        }
        let painter = ui.painter().with_clip_rect(page.paper);
        let focused = response.has_focus();
        let mut anchors: Vec<(f32, Id)> = Vec::new();
        // The page that was reached before the first line shown, notes apart.
        let mut last_page = self.laid.first().and_then(|first| {
            let before = self.units.get(..first.index)?.iter().rev().filter_map(|unit| session.structure.blocks.get(unit.block));
            let prose = before.take(40).find(|block| block.kind != crate::structure::BlockKind::Note)?;
            session.structure.page_at(prose.span().end.saturating_sub(1))
        });
        for laid in &self.laid {
            let letters = if laid.kind == crate::structure::BlockKind::Note { size * 0.75 } else { size };
            if laid.ruled {
                let y = laid.origin.y - 9.0;
                painter.hline(page.column.left..=page.column.left + page.column.width, y, Stroke::new(1.0, palette.hairline));
            }
            last_page = self.page_labels(&painter, session, page, laid, last_page);
            let parts = parts_of(laid, session, palette);
            for part in parts.iter().filter(|part| part.range.start >= laid.range.start) {
                if let Some(rect) = laid.rects(part.range.clone()).first() {
                    anchors.push((rect.top(), part.id.clone()));
                }
            }
            for part in &parts {
                for rect in laid.rects(part.range.clone()) {
                    let box_only = part.look.mark == Mark::Box;
                    let fill = if box_only { mix(palette.paper, part.look.fill, 0.75) } else { part.look.fill };
                    painter.rect_filled(ink_rect(rect, letters), if box_only { 3.0 } else { 1.0 }, fill);
                }
            }
            if !session.selection.is_empty() {
                let strength = if focused { palette.selection } else { mix(palette.selection, palette.paper, 0.35) };
                for range in ranges_of(laid, session, session.selection.span()) {
                    for rect in laid.rects(range) {
                        painter.rect_filled(ink_rect(rect, letters), 0.0, strength.gamma_multiply(0.82));
                    }
                }
            }
            for (number, hit) in session.find.matches_in(laid.span()) {
                let color = if session.find.current == Some(number) { palette.hit_now } else { palette.hit };
                for range in ranges_of(laid, session, hit) {
                    for rect in laid.rects(range) {
                        painter.rect_filled(ink_rect(rect, letters).expand2(vec2(1.0, 0.0)), 2.0, color);
                    }
                }
            }
            painter.galley(laid.origin, laid.galley.clone(), palette.ink);
            for part in &parts {
                paint_rules(&painter, laid, part, letters, palette);
            }
        }
        self.paint_caret(&painter, session, page, focused);
        self.paint_link_drag(&painter, session, palette);
        let clicked = page.margin.and_then(|margin| self.paint_glosses(ui, session, margin, palette, anchors));
        self.paint_strip(ui, session, page);
        self.paint_hover(response, session, palette);
        clicked
    }

    /// The page's label in the gutter, beside the line in which the page begins.
    fn page_labels(&self, painter: &Painter, session: &Session, page: &Page, laid: &Laid, last: Option<usize>) -> Option<usize> {
        // Notes stand at the foot of their page, often after prose that has gone on to the next.
        if laid.kind == crate::structure::BlockKind::Note {
            return last;
        }
        let span = laid.span();
        let first = session.structure.page_at(span.start);
        let end = session.structure.page_at(span.end.saturating_sub(1));
        let (Some(first), Some(end)) = (first, end) else { return last };
        for index in first..=end {
            if last.is_some_and(|last| index <= last) {
                continue;
            }
            let start = session.structure.pages.get(index).map_or(span.start, |page| page.span.start.max(span.start));
            let row = laid.caret_rect(laid.reading.to_reading(start), true);
            let words = format!("p. {}", session.structure.page_label(index));
            let place = pos2(page.column.left - 24.0, row.center().y);
            let narrow = page.column.left - page.paper.left() < 60.0;
            let (place, size) = if narrow { (pos2(page.column.left - 6.0, row.center().y), 9.0) } else { (place, 11.0) };
            painter.text(place, egui::Align2::RIGHT_CENTER, words, sans(size), page.column.palette.muted);
        }
        Some(end)
    }

    fn paint_caret(&self, painter: &Painter, session: &Session, page: &Page, focused: bool) {
        let Some((index, byte)) = self.unit_of(session, session.selection.head) else { return };
        let Some(laid) = self.laid.iter().find(|laid| laid.index == index) else { return };
        let row = laid.caret_rect(byte, self.next_row);
        let size = page.column.looks.size;
        let ink = ink_rect(Rect::from_center_size(row.center(), vec2(2.0, row.height())), size);
        let color = if focused { page.column.palette.ink } else { page.column.palette.muted.gamma_multiply(0.6) };
        painter.rect_filled(ink, 0.0, color);
    }
}

fn paint_rules(painter: &Painter, laid: &Laid, part: &Part, letters: f32, palette: &Palette) {
    let rects = laid.rects(part.range.clone());
    let color = part.look.rule;
    // Four lanes fit between two lines; what overlaps more than that shares the last.
    let lane = part.lane.min(3) as f32;
    for rect in &rects {
        let ink = ink_rect(*rect, letters);
        let y = (ink.bottom() + 0.5 + lane * 3.0).round();
        let (left, right) = (ink.left(), ink.right());
        match part.look.mark {
            Mark::Rule => rule(painter, left, right, y, 2.0, color),
            Mark::Double => {
                rule(painter, left, right, y - 0.5, 1.0, color);
                rule(painter, left, right, y + 1.5, 1.0, color);
            }
            Mark::Box => {
                painter.rect_stroke(ink.expand2(vec2(1.0, 0.0)), 3.0, Stroke::new(1.0, color), StrokeKind::Inside);
            }
            Mark::Dashed => painter.extend(Shape::dashed_line(&[pos2(left, y), pos2(right, y)], Stroke::new(2.0, color), 5.0, 3.0)),
            Mark::Dotted => painter.extend(Shape::dotted_line(&[pos2(left, y), pos2(right, y)], color, 4.0, 1.0)),
        }
        if part.weak {
            wave(painter, left, right, y + 2.0, palette.weak);
        }
        if part.held {
            painter.rect_stroke(ink.expand2(vec2(2.0, 1.0)), 2.0, Stroke::new(1.5, color), StrokeKind::Outside);
        }
    }
    if part.linked
        && part.last
        && let Some(rect) = rects.last()
    {
        // Two rings of a chain, strung on the rule where the words end: above it there may be a marker.
        let ink = ink_rect(*rect, letters);
        let y = (ink.bottom() + 0.5 + lane * 3.0).round();
        for shift in [7.0, 2.5] {
            let center = pos2(ink.right() - shift, y);
            painter.circle(center, 2.8, palette.paper, Stroke::new(1.3, color));
        }
    }
}

fn rule(painter: &Painter, left: f32, right: f32, y: f32, width: f32, color: Color32) {
    painter.rect_filled(Rect::from_min_max(pos2(left, y - width / 2.0), pos2(right, y + width / 2.0)), 0.0, color);
}

fn wave(painter: &Painter, left: f32, right: f32, y: f32, color: Color32) {
    let steps = ((right - left) / 3.0).ceil().max(1.0) as usize;
    let points = (0..=steps).map(|i| {
        let up = if i % 2 == 0 { 1.2 } else { -1.2 };
        pos2((left + i as f32 * 3.0).min(right), y + up)
    });
    painter.add(Shape::line(points.collect(), Stroke::new(1.3, color)));
}
