//! Moving the caret: by characters and words, which need no layout, and by rows, which do.

use egui::{Context, vec2};

use super::{Page, Reader};
use crate::session::command::Motion;
use crate::session::{Looks, Selection, Session, Step};
use crate::ui::theme::Palette;

impl Reader {
    /// Moves the caret as `motion` says; with `extend` the selection goes along.
    pub fn motion(&mut self, ctx: &Context, session: &mut Session, motion: Motion, extend: bool, looks: Looks, palette: Palette) {
        let page = Page::of(self.view, looks, palette, self.flow.is_raw());
        let selection = session.selection;
        let raw = self.flow.is_raw();
        let head = if raw { selection.head } else { session.read_place(selection.head) };
        let stepped =
            |step, forward| if raw { session.stepped_in_source(head, step, forward) } else { session.stepped(head, step, forward) };
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
            Motion::Left => stepped(Step::Character, false),
            Motion::Right => stepped(Step::Character, true),
            Motion::WordLeft => stepped(Step::Word, false),
            Motion::WordRight => stepped(Step::Word, true),
            Motion::Top => self.end(ctx, session, &page, Some(self.flow.settle(session, 0)), false),
            Motion::Bottom => self.end(ctx, session, &page, self.flow.last(session), true),
            Motion::LineStart | Motion::LineEnd => {
                let Some((index, byte)) = self.flow.unit_of(session, head) else { return };
                let Some(laid) = self.lay(ctx, session, &page, index) else { return };
                let cursor = laid.cursor(byte, keep_row);
                let end = motion == Motion::LineEnd;
                let to = if end { laid.galley.cursor_end_of_row(&cursor) } else { laid.galley.cursor_begin_of_row(&cursor) };
                self.next_row = !end;
                let mut byte = laid.byte(to);
                // A line's end is before the space at which it was broken.
                while end && byte > laid.range.start && laid.text().get(..byte - laid.range.start).is_some_and(|row| row.ends_with(' ')) {
                    byte -= 1;
                }
                laid.source_at(byte)
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
        let Some((mut index, byte)) = self.flow.unit_of(session, at) else { return at };
        let Some(mut laid) = self.lay(ctx, session, page, index) else { return at };
        let row = laid.galley.pos_from_cursor(laid.cursor(byte, keep_row));
        let goal = *self.goal.get_or_insert(row.center().x + laid.indent);
        // From the middle of this row to the middle of the wanted one, in points from the top of the unit's rows.
        let mut y =
            if distance.abs() <= 1.0 { if distance > 0.0 { row.max.y + 2.0 } else { row.min.y - 2.0 } } else { row.center().y + distance };
        loop {
            if y < 0.0 {
                let Some(before) = self.flow.previous(session, index).and_then(|before| self.lay(ctx, session, page, before)) else {
                    return laid.source_at(laid.range.start);
                };
                index = before.index;
                let gap = laid.above;
                laid = before;
                y = if distance.abs() <= 1.0 { laid.galley.rect.height() - 2.0 } else { y + gap + laid.galley.rect.height() };
            } else if y > laid.galley.rect.height() {
                let past = y - laid.galley.rect.height();
                let Some(next) = self.flow.next(session, index).and_then(|next| self.lay(ctx, session, page, next)) else {
                    return laid.source_at(laid.range.end);
                };
                index = next.index;
                laid = next;
                y = if distance.abs() <= 1.0 { 2.0 } else { (past - laid.above).max(0.0) };
            } else {
                let cursor = laid.galley.cursor_from_pos(vec2(goal - laid.indent, y));
                self.next_row = cursor.prefer_next_row;
                return laid.source_at(laid.byte(cursor));
            }
        }
    }

    /// The first byte of unit `index`, or with `last` the place behind its last.
    fn end(&self, ctx: &Context, session: &Session, page: &Page, index: Option<usize>, last: bool) -> usize {
        let laid = index.and_then(|index| self.lay(ctx, session, page, index));
        laid.map_or(0, |laid| laid.source_at(if last { laid.range.end } else { laid.range.start }))
    }
}
