//! The reading view: the text as a typeset page, with caret, selection, highlights and glosses. It lays out only
//! what can be seen, starting from a unit and an offset in it, so that no number in it grows with the text.

mod glosses;
mod layout;
mod marks;
mod pointer;
mod strip;

use egui::{Context, Id as WidgetId, Pos2, Rect, Sense, Ui, pos2, vec2};

use crate::annotation::Id;
use crate::session::command::{Command, Motion};
use crate::session::{Looks, Selection, Session};
use crate::structure::BlockKind;
use crate::ui::theme::Palette;
use layout::{Column, Laid, Unit};
pub use pointer::shorten;

/// What the reader asks of the window.
#[derive(Clone, Debug, PartialEq)]
pub enum Ask {
    /// Do this.
    Do(Command),
    /// Link one annotation to another: ask for the relation at this place.
    Link(Id, Id, Pos2),
    /// An annotation was clicked while one was to be picked.
    Picked(Id),
    /// A gloss was clicked: take its annotation in hand.
    Hold(Id),
}

/// How far the view moves to show a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reveal {
    /// As little as possible.
    Near,
    /// To a third of the way down, unless it can be seen already.
    Upper,
    /// To the top, in any case.
    Top,
}

/// The reading view's own state; nothing of it is the reader's work.
pub struct Reader {
    units: Vec<Unit>,
    /// The first unit shown, and how far it is scrolled out at the top, in points.
    top: usize,
    offset: f32,
    reveal: Option<(usize, Reveal)>,
    /// Where the caret wants to be across, in points from the left of the column.
    goal: Option<f32>,
    /// Whether at a line's end the caret stands on the next line.
    next_row: bool,
    laid: Vec<Laid>,
    view: Rect,
    pointer: pointer::Pointer,
    strip: strip::Strip,
    looks: Option<(Looks, f32)>,
    /// An annotation is to be picked by a click.
    pub picking: bool,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            units: Vec::new(),
            top: 0,
            offset: 0.0,
            reveal: None,
            goal: None,
            next_row: true,
            laid: Vec::new(),
            view: Rect::NOTHING,
            pointer: pointer::Pointer::default(),
            strip: strip::Strip::default(),
            looks: None,
            picking: false,
        }
    }
}

/// The widget that has the focus while the reader is in the text.
pub fn focus_id() -> WidgetId {
    WidgetId::unique("reading view")
}

/// Widths of the parts of the page, in points.
struct Page {
    paper: Rect,
    column: Column,
    /// Where the glosses stand, if there is room.
    margin: Option<Rect>,
    strip: Rect,
}

const GUTTER: f32 = 86.0;
const NARROW_GUTTER: f32 = 34.0;
const GLOSS: f32 = 200.0;
const STRIP: f32 = 16.0;
const AIR: f32 = 36.0;

impl Page {
    fn of(view: Rect, looks: Looks, palette: Palette) -> Self {
        let wish = looks.measure * looks.size * 0.452;
        let inner = view.width() - STRIP;
        let with_margin = GUTTER + wish + AIR + GLOSS + 12.0;
        let (gutter, width, paper, margin) = if inner >= with_margin {
            (GUTTER, wish, with_margin, true)
        } else if inner >= NARROW_GUTTER + 24.0 + wish * 0.86 + AIR + GLOSS {
            let width = (inner - NARROW_GUTTER - AIR - GLOSS - 24.0).min(wish);
            (NARROW_GUTTER + 12.0, width, inner, true)
        } else {
            let gutter = if inner > wish + GUTTER + AIR { GUTTER } else { NARROW_GUTTER };
            let width = wish.min(inner - gutter - 24.0).max(120.0);
            (gutter, width, (gutter + width + AIR).min(inner), false)
        };
        let left = view.left() + ((inner - paper) / 2.0).max(0.0).round();
        let paper = Rect::from_min_max(pos2(left, view.top()), pos2((left + paper).min(view.right() - STRIP), view.bottom()));
        let text_left = (paper.left() + gutter).round();
        let margin = margin.then(|| {
            let left = text_left + width + AIR - 4.0;
            Rect::from_min_max(pos2(left, view.top()), pos2((left + GLOSS).min(paper.right() - 8.0), view.bottom()))
        });
        let strip = Rect::from_min_max(pos2(paper.right(), view.top()), pos2(paper.right() + STRIP, view.bottom()));
        Page { paper, column: Column { left: text_left, width, looks, palette }, margin, strip }
    }
}

impl Reader {
    /// Another document is open, or the same anew: forget the old and show where the caret is.
    pub fn reset(&mut self, session: &Session) {
        *self = Reader { units: layout::units_of(session), ..Reader::default() };
        self.show_top(session.selection.head);
    }

    /// Shows byte `at`, moving as little as possible.
    pub fn show_near(&mut self, at: usize) {
        self.reveal = Some((at, Reveal::Near));
    }

    /// Shows byte `at` in the upper third, unless it can be seen already.
    pub fn show_upper(&mut self, at: usize) {
        self.reveal = Some((at, Reveal::Upper));
    }

    /// Shows byte `at` at the top.
    pub fn show_top(&mut self, at: usize) {
        self.reveal = Some((at, Reveal::Top));
    }

    /// The first byte that can be seen: what is remembered as the reading position.
    pub fn first_visible(&self) -> Option<usize> {
        let first = self.laid.iter().find(|laid| laid.rect().bottom() > self.view.top() + 4.0)?;
        let (byte, _) = first.byte_at(pos2(first.origin.x, self.view.top().max(first.origin.y) + 6.0));
        Some(first.reading.to_source(byte))
    }

    /// Shows the view: text, marks, glosses, strip. Acts on the pointer; keys come as commands.
    pub fn show(&mut self, ui: &mut Ui, session: &mut Session, looks: Looks, palette: Palette, asks: &mut Vec<Ask>) {
        let view = ui.available_rect_before_wrap();
        let ctx = ui.ctx().clone();
        let page = Page::of(view, looks, palette);
        let response = ui.interact(page.paper, focus_id(), Sense::click_and_drag() | Sense::focusable_noninteractive());
        ui.advance_cursor_after_rect(view);
        let name = session.name();
        response.widget_info(|| egui::WidgetInfo::labeled(egui::accesskit::Role::Document, true, format!("Text of {name}")));

        // A change of size or width keeps the line at the top where it is.
        if self.looks.replace((looks, page.column.width)).is_some_and(|was| was != (looks, page.column.width))
            && self.reveal.is_none()
            && let Some(at) = self.first_visible()
        {
            self.show_top(at);
        }
        self.view = view;
        if response.has_focus() {
            let all = egui::EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
            ctx.memory_mut(|memory| memory.set_focus_lock_filter(focus_id(), all));
        }

        self.act_on_pointer(ui, &response, session, &page, asks);
        if response.contains_pointer() || ui.rect_contains_pointer(page.strip) {
            let wheel = ui.input(|input| input.smooth_scroll_delta().y);
            self.offset -= wheel;
        }
        self.act_on_strip(ui, session, &page);
        self.settle(&ctx, session, &page);
        if let Some(id) = self.paint(ui, session, &page, &response) {
            asks.push(if self.picking { Ask::Picked(id) } else { Ask::Hold(id) });
        }
        self.expose(ui, session);
    }

    /// Decides what is shown: the units from the top of the view to its bottom, with their places.
    fn settle(&mut self, ctx: &Context, session: &Session, page: &Page) {
        if self.units.is_empty() {
            self.laid.clear();
            return;
        }
        if let Some((at, how)) = self.reveal.take() {
            self.reveal_now(ctx, session, page, at, how);
        }
        self.top = self.top.min(self.units.len() - 1);
        self.climb(ctx, session, page);
        self.place(ctx, session, page);
        // At the end of the text its last line stays in the lower half of the view.
        if let Some(last) = self.laid.last()
            && last.index + 1 == self.units.len()
        {
            let room = page.paper.height() * 0.5;
            let bottom = last.rect().bottom();
            let over = page.paper.top() + room - bottom;
            if over > 0.0 && (self.top > 0 || self.offset > 0.0) {
                self.offset -= over;
                self.climb(ctx, session, page);
                self.place(ctx, session, page);
            }
        }
    }

    /// Scrolled up past the first unit shown: go back as many as it takes, to the start of the text at most.
    fn climb(&mut self, ctx: &Context, session: &Session, page: &Page) {
        while self.offset < 0.0 && self.top > 0 {
            let Some(laid) = self.lay(ctx, session, page, self.top - 1) else { break };
            self.top -= 1;
            self.offset += laid.height();
        }
        self.offset = self.offset.max(0.0);
    }

    fn lay(&self, ctx: &Context, session: &Session, page: &Page, index: usize) -> Option<Laid> {
        layout::lay(ctx, session, &self.units, index, &page.column)
    }

    /// Lays out from the first unit shown until the view is full.
    fn place(&mut self, ctx: &Context, session: &Session, page: &Page) {
        self.laid.clear();
        let mut y = page.paper.top() - self.offset;
        let mut index = self.top;
        while y < page.paper.bottom() {
            let Some(mut laid) = self.lay(ctx, session, page, index) else { break };
            laid.origin = pos2(page.column.left + laid.indent, y + laid.above);
            let height = laid.height();
            if y + height <= page.paper.top() && index + 1 < self.units.len() {
                // Scrolled out altogether: the next is the first from now on.
                self.top = index + 1;
                self.offset -= height;
            } else {
                self.laid.push(laid);
            }
            y += height;
            index += 1;
        }
    }

    fn reveal_now(&mut self, ctx: &Context, session: &Session, page: &Page, at: usize, how: Reveal) {
        let Some((index, byte)) = self.unit_of(session, at) else { return };
        // Where the caret's row stands now, if it is shown.
        self.place(ctx, session, page);
        let seen = self.laid.iter().find(|laid| laid.index == index).map(|laid| laid.caret_rect(byte, self.next_row));
        let (top, bottom) = (page.paper.top() + 24.0, page.paper.bottom() - 24.0);
        let visible = seen.is_some_and(|row| row.top() >= top && row.bottom() <= bottom);
        if visible && how != Reveal::Top {
            return;
        }
        if let (Some(row), Reveal::Near) = (seen, how) {
            self.offset += if row.top() < top { row.top() - top } else { row.bottom() - bottom };
            return;
        }
        let Some(laid) = self.lay(ctx, session, page, index) else { return };
        let into = laid.above + laid.galley.pos_from_cursor(laid.cursor(byte, self.next_row)).min.y;
        let down = match how {
            Reveal::Top => 0.0,
            Reveal::Near if at < self.laid.first().map_or(0, |laid| laid.span().start) => 24.0,
            Reveal::Near => page.paper.height() - 80.0,
            Reveal::Upper => page.paper.height() * 0.3,
        };
        self.top = index;
        self.offset = into - down;
        if how == Reveal::Top && into <= laid.above + 1.0 {
            self.offset = 0.0;
        }
    }

    /// The unit in which byte `at` of the source is shown, and its place in the reading text.
    fn unit_of(&self, session: &Session, at: usize) -> Option<(usize, usize)> {
        let (block, byte) = session.locate(at);
        let after = self.units.partition_point(|unit| (unit.block, unit.start) <= (block, byte));
        Some((after.saturating_sub(1), byte)).filter(|_| !self.units.is_empty())
    }

    /// Moves the caret as `motion` says; with `extend` the selection goes along.
    pub fn motion(&mut self, ctx: &Context, session: &mut Session, motion: Motion, extend: bool, looks: Looks, palette: Palette) {
        use crate::session::Step;
        let page = Page::of(self.view, looks, palette);
        let selection = session.selection;
        let head = selection.head;
        let vertical = matches!(motion, Motion::Up | Motion::Down | Motion::PageUp | Motion::PageDown);
        if !vertical {
            self.goal = None;
        }
        let keep_row = self.next_row;
        self.next_row = true;
        let target = match motion {
            // Without Shift, a selection is left at its end on that side.
            Motion::Left if !extend && !selection.is_empty() => selection.span().start,
            Motion::Right if !extend && !selection.is_empty() => selection.span().end,
            Motion::Left => session.stepped(head, Step::Character, false),
            Motion::Right => session.stepped(head, Step::Character, true),
            Motion::WordLeft => session.stepped(head, Step::Word, false),
            Motion::WordRight => session.stepped(head, Step::Word, true),
            Motion::Top => self.units.first().map_or(0, |unit| session.byte_at(unit.block, 0)),
            Motion::Bottom => self.units.last().map_or(0, |unit| session.byte_at(unit.block, usize::MAX)),
            Motion::LineStart | Motion::LineEnd => {
                let Some((index, byte)) = self.unit_of(session, head) else { return };
                let Some(laid) = self.lay(ctx, session, &page, index) else { return };
                let cursor = laid.cursor(byte, keep_row);
                let end = motion == Motion::LineEnd;
                let to = if end { laid.galley.cursor_end_of_row(&cursor) } else { laid.galley.cursor_begin_of_row(&cursor) };
                self.next_row = !end;
                let mut byte = laid.byte(to);
                // A line's end is before the space at which it was broken.
                while end && byte > laid.range.start && laid.reading.text[..byte].ends_with(' ') {
                    byte -= 1;
                }
                session.byte_at(laid.unit.block, byte)
            }
            Motion::Up => self.row_step(ctx, session, &page, head, keep_row, -1.0),
            Motion::Down => self.row_step(ctx, session, &page, head, keep_row, 1.0),
            Motion::PageUp => {
                self.offset -= page.paper.height() - 60.0;
                self.row_step(ctx, session, &page, head, keep_row, -(page.paper.height() - 60.0))
            }
            Motion::PageDown => {
                self.offset += page.paper.height() - 60.0;
                self.row_step(ctx, session, &page, head, keep_row, page.paper.height() - 60.0)
            }
        };
        session.selection = if extend { Selection { anchor: selection.anchor, head: target } } else { Selection::caret(target) };
        session.end_run();
        self.show_near(target);
    }

    /// The byte `distance` points below (above, if negative) byte `at`, by at least one row; across, where the caret
    /// wants to be.
    fn row_step(&mut self, ctx: &Context, session: &Session, page: &Page, at: usize, keep_row: bool, distance: f32) -> usize {
        let Some((mut index, byte)) = self.unit_of(session, at) else { return at };
        let Some(mut laid) = self.lay(ctx, session, page, index) else { return at };
        let row = laid.galley.pos_from_cursor(laid.cursor(byte, keep_row));
        let goal = *self.goal.get_or_insert(row.center().x + laid.indent);
        // From the middle of this row to the middle of the wanted one, in points from the top of the unit's rows.
        let mut y =
            if distance.abs() <= 1.0 { if distance > 0.0 { row.max.y + 2.0 } else { row.min.y - 2.0 } } else { row.center().y + distance };
        loop {
            if y < 0.0 {
                let Some(before) = index.checked_sub(1).and_then(|i| self.lay(ctx, session, page, i)) else {
                    return session.byte_at(laid.unit.block, laid.range.start);
                };
                index -= 1;
                let gap = laid.above;
                laid = before;
                y = if distance.abs() <= 1.0 { laid.galley.rect.height() - 2.0 } else { y + gap + laid.galley.rect.height() };
            } else if y > laid.galley.rect.height() {
                let past = y - laid.galley.rect.height();
                let Some(next) = self.lay(ctx, session, page, index + 1) else {
                    return session.byte_at(laid.unit.block, usize::MAX);
                };
                index += 1;
                laid = next;
                y = if distance.abs() <= 1.0 { 2.0 } else { (past - laid.above).max(0.0) };
            } else {
                let cursor = laid.galley.cursor_from_pos(vec2(goal - laid.indent, y));
                self.next_row = cursor.prefer_next_row;
                return session.byte_at(laid.unit.block, laid.byte(cursor));
            }
        }
    }

    /// What a screen reader is told: the blocks that can be seen, each with its words and what is marked in it.
    fn expose(&self, ui: &Ui, session: &Session) {
        let selection = session.selection;
        for laid in &self.laid {
            let id = focus_id().with(laid.index);
            let response = ui.interact(laid.rect().intersect(self.view), id, Sense::hover());
            let role = match laid.kind {
                BlockKind::Heading => egui::accesskit::Role::Heading,
                BlockKind::ListItem => egui::accesskit::Role::ListItem,
                BlockKind::Note => egui::accesskit::Role::Note,
                BlockKind::Quotation => egui::accesskit::Role::Blockquote,
                _ => egui::accesskit::Role::Paragraph,
            };
            response.widget_info(|| egui::WidgetInfo::labeled(role, true, laid.text()));
            let marked = ui.ctx().accesskit_node_builder(id, |node| {
                let words = describe_marks(session, laid);
                if !words.is_empty() {
                    node.set_description(words);
                }
            });
            if marked.is_some() {
                let (block, head) = session.locate(selection.head);
                let range = (block == laid.unit.block && laid.range.contains(&head)).then(|| {
                    let (other, tail) = session.locate(selection.anchor);
                    let tail = if other == block { tail } else { head };
                    egui::text_selection::CCursorRange::two(laid.cursor(tail, true), laid.cursor(head, true))
                });
                let place = egui::emath::TSTransform::from_translation(laid.origin.to_vec2());
                egui::text_selection::accesskit_text::update_accesskit_for_text_widget(ui.ctx(), id, range, place, &laid.galley);
            }
        }
    }
}

fn describe_marks(session: &Session, laid: &Laid) -> String {
    let mut said: Vec<String> = Vec::new();
    for (part, id) in session.index().parts_in(laid.span()) {
        if let Some(annotation) = session.annotation(&id) {
            let kind = session.glosses().kind_name(&annotation.kind).to_lowercase();
            said.extend(marks::ranges_of(laid, session, part).into_iter().map(|range| format!("{kind}: {}", laid.reading.quote(range))));
        }
    }
    said.join("; ")
}
