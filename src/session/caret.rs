//! Where the reader is: a caret and a selection in the text, and the moves that need no layout. Positions are
//! bytes of the source; steps are those of the reading text, so that no move stops inside a letter, a mended word
//! or the white space of the extraction.

use std::ops::Range;

use unicode_segmentation::GraphemeCursor;

use super::Session;
use crate::structure::BlockKind;
use crate::text::{Span, sentence};

/// A selection: where it began and where the caret is. Bytes of the source text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// The end that stays.
    pub anchor: usize,
    /// The end that moves: the caret.
    pub head: usize,
}

impl Selection {
    /// Nothing selected, the caret at `at`.
    pub fn caret(at: usize) -> Self {
        Self { anchor: at, head: at }
    }

    /// From `span`'s start to its end.
    pub fn of(span: Span) -> Self {
        Self { anchor: span.start, head: span.end }
    }

    /// What is selected, the right way round.
    pub fn span(self) -> Span {
        Span::new(self.anchor, self.head)
    }

    /// Whether nothing is selected.
    pub fn is_empty(self) -> bool {
        self.anchor == self.head
    }
}

/// Which blocks a selection means: the same that [`Session::parts_of`] leaves in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SelectedBlocks {
    rank: u8,
    only: Option<usize>,
}

impl SelectedBlocks {
    /// Whether it means the words of block `index`, of kind `kind`, that it covers.
    pub fn has(self, index: usize, kind: BlockKind) -> bool {
        kind.rank() >= self.rank && self.only.is_none_or(|only| only == index)
    }
}

/// A step of the caret that needs no layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One user-perceived character.
    Character,
    /// One word.
    Word,
}

impl Session {
    /// The block that byte `at` is shown in, and the place in its reading text.
    pub fn locate(&self, at: usize) -> (usize, usize) {
        let block = self.structure.block_at(at).unwrap_or(0);
        (block, self.reading(block).to_reading(at))
    }

    /// The byte of the source at place `at` in the reading text of `block`.
    pub fn byte_at(&self, block: usize, at: usize) -> usize {
        let reading = self.reading(block);
        if at >= reading.text.len() { reading.end_to_source(reading.text.len()) } else { reading.to_source(at) }
    }

    /// The source span of a range of the reading text of `block`.
    pub fn span_at(&self, block: usize, range: Range<usize>) -> Span {
        let reading = self.reading(block);
        Span::new(reading.to_source(range.start), reading.end_to_source(range.end))
    }

    /// Whether the reading view shows block `index`.
    pub fn is_shown(&self, index: usize) -> bool {
        self.structure.blocks.get(index).is_some_and(|block| !block.kind.is_furniture())
    }

    /// The next shown block after `index` in the file, or the one before.
    pub fn next_shown(&self, index: usize, forward: bool) -> Option<usize> {
        if forward {
            (index + 1..self.structure.blocks.len()).find(|&i| self.is_shown(i))
        } else {
            (0..index.min(self.structure.blocks.len())).rev().find(|&i| self.is_shown(i))
        }
    }

    /// The byte one step from byte `at`.
    pub fn stepped(&self, at: usize, step: Step, forward: bool) -> usize {
        let (block, place) = self.locate(at);
        let reading = self.reading(block);
        let text = reading.text.as_str();
        let step_from = |place: usize| match (step, forward) {
            (Step::Character, true) => GraphemeCursor::new(place, text.len(), true).next_boundary(text, 0).ok().flatten(),
            (Step::Character, false) => GraphemeCursor::new(place, text.len(), true).prev_boundary(text, 0).ok().flatten(),
            (Step::Word, true) => Some(sentence::next_word(text, place)).filter(|&next| next > place),
            (Step::Word, false) => Some(sentence::previous_word(text, place)).filter(|&next| next < place),
        };
        // A space that is read where none stands in the source has no place of its own: step over it.
        let mut place = place;
        while let Some(next) = step_from(place) {
            let byte = self.byte_at(block, next);
            if byte != at {
                return byte;
            }
            place = next;
        }
        match self.next_read(block, forward) {
            Some(other) if forward => self.byte_at(other, 0),
            Some(other) => self.byte_at(other, usize::MAX),
            None => at,
        }
    }

    /// The byte one step from byte `at` among the characters of the file, line ends and all.
    pub fn stepped_in_source(&self, at: usize, step: Step, forward: bool) -> usize {
        let text = self.source.as_str();
        let near = || GraphemeCursor::new(at, text.len(), true);
        match (step, forward) {
            (Step::Character, true) => near().next_boundary(text, 0).ok().flatten().unwrap_or(at),
            (Step::Character, false) => near().prev_boundary(text, 0).ok().flatten().unwrap_or(at),
            (Step::Word, true) => sentence::next_word(text, at),
            (Step::Word, false) => sentence::previous_word(text, at),
        }
    }

    /// The word at byte `at` on its line of the file; empty on a line without one.
    pub fn word_in_source(&self, at: usize) -> Span {
        let range = sentence::word_at(self.source.as_str(), at);
        let between = Span::new(range.start.min(at), range.end.max(at));
        if self.source.slice(between).contains('\n') { Span::empty(at) } else { Span::new(range.start, range.end) }
    }

    /// Byte `at`; where that lies in page furniture, which is not read, the next byte that is, or else the last.
    pub fn read_place(&self, at: usize) -> usize {
        let mut here = at;
        while let Some(index) = self.structure.block_at(here)
            && let Some(block) = self.structure.blocks.get(index)
        {
            if !block.kind.is_furniture() {
                return here;
            }
            let behind = block.parts.iter().map(|part| part.end).find(|&end| end > here).unwrap_or(here);
            let rest = self.source.as_str().get(behind..).unwrap_or("");
            let next = behind + (rest.len() - rest.trim_start().len());
            if next <= here || next >= self.source.len() {
                return self.next_shown(index, false).map_or(at, |before| self.byte_at(before, usize::MAX));
            }
            here = next;
        }
        at
    }

    /// The word at byte `at`.
    pub fn word_at(&self, at: usize) -> Span {
        let (block, place) = self.locate(at);
        let range = sentence::word_at(&self.reading(block).text, place);
        self.span_at(block, range)
    }

    /// The sentence at byte `at`.
    pub fn sentence_at(&self, at: usize) -> Span {
        let (block, place) = self.locate(at);
        let reading = self.reading(block);
        if self.structure.blocks.get(block).is_some_and(|block| block.kind == BlockKind::Heading) {
            return self.span_at(block, 0..reading.text.len());
        }
        self.span_at(block, sentence::sentence_at(&reading.text, place))
    }

    /// The paragraph at byte `at`: the block, from its first character to its last.
    pub fn paragraph_at(&self, at: usize) -> Span {
        let block = self.structure.block_at(at).unwrap_or(0);
        self.structure.blocks.get(block).map_or(Span::empty(at), |block| block.span())
    }

    /// Selects the unit at the caret; when exactly that is selected already, the next or the one before.
    pub fn select_unit(&mut self, unit: fn(&Session, usize) -> Span, forward: bool) {
        let selected = self.selection.span();
        let here = unit(self, selected.start);
        // Right behind a unit, as after tagging it, one means to go on.
        let behind = selected.is_empty() && selected.start == here.end;
        let done = selected == here || (behind && forward);
        let target = if done && !here.is_empty() { self.neighbour(unit, here, forward) } else { here };
        self.selection = Selection::of(target);
    }

    /// The selection grows by one unit at its end.
    pub fn extend_unit(&mut self, unit: fn(&Session, usize) -> Span) {
        let selected = self.selection.span();
        let first = unit(self, selected.start);
        let target = if selected.is_empty() || selected.end < first.end {
            first
        } else {
            let last = unit(self, self.stepped(selected.end, Step::Character, false));
            let next = if selected.end < last.end { last } else { self.neighbour(unit, last, true) };
            Span::new(selected.start, next.end.max(selected.end))
        };
        self.selection = Selection::of(target);
    }

    /// The selection shrinks by one unit at its end.
    pub fn shrink_unit(&mut self, unit: fn(&Session, usize) -> Span) {
        let selected = self.selection.span();
        if selected.is_empty() {
            return;
        }
        let last = unit(self, self.stepped(selected.end, Step::Character, false));
        let end = if last.start > selected.start { self.neighbour(unit, last, false).end } else { selected.start };
        self.selection = Selection { anchor: selected.start, head: end.clamp(selected.start, selected.end) };
    }

    fn neighbour(&self, unit: fn(&Session, usize) -> Span, from: Span, forward: bool) -> Span {
        if forward {
            // Past the end there may first be white space, or the end of the block.
            let mut at = self.stepped(from.end, Step::Character, true);
            for _ in 0..8 {
                let next = unit(self, at);
                if next.start >= from.end && !next.is_empty() {
                    return next;
                }
                at = self.stepped(at, Step::Character, true);
            }
            from
        } else {
            let mut at = self.stepped(from.start, Step::Character, false);
            for _ in 0..8 {
                let next = unit(self, at);
                if next.end <= from.start && !next.is_empty() {
                    return next;
                }
                at = self.stepped(at, Step::Character, false);
            }
            from
        }
    }

    /// The parts that a selection stands for: white space at the ends is left off, and note bodies and page
    /// furniture that stand inside cut it, unless there is nothing else in it.
    pub fn parts_of(&self, selected: Span) -> Vec<Span> {
        let touched = || {
            let blocks = self.structure.blocks_in(selected).filter_map(|index| self.structure.blocks.get(index));
            blocks.filter(move |block| block.parts.iter().any(|part| part.overlaps(selected)))
        };
        let meant = touched().map(|block| block.kind.rank()).max().unwrap_or(0);
        let aside = touched().filter(|block| block.kind.rank() < meant);
        let mut cuts: Vec<Span> = aside.flat_map(|block| block.parts.iter().filter_map(|part| part.intersect(selected))).collect();
        // Within one block it is that block which is meant, whatever stands between its parts.
        if let [index] = self.ends_in(selected)[..] {
            let others = touched().filter(|block| Some(*block) != self.structure.blocks.get(index));
            cuts.extend(others.flat_map(|block| block.parts.iter().filter_map(|part| part.intersect(selected))));
        }
        cuts.sort_unstable();
        let mut parts = Vec::new();
        let mut at = selected.start;
        for cut in cuts.into_iter().chain([Span::empty(selected.end)]) {
            if cut.start > at {
                parts.push(self.trimmed(Span::new(at, cut.start)));
            }
            at = at.max(cut.end);
        }
        parts.retain(|part| !part.is_empty());
        let bare: Vec<Span> = parts.iter().map(|part| self.without_outer_markers(*part)).filter(|part| !part.is_empty()).collect();
        // Only markers: those are meant.
        if bare.is_empty() { parts } else { bare }
    }

    /// What a selection means, for showing it: told from its first blocks, however long it is.
    pub fn meant_by(&self, selected: Span) -> SelectedBlocks {
        let touched = self.structure.blocks_in(selected).filter_map(|index| self.structure.blocks.get(index));
        let mut rank = 0;
        for block in touched.filter(|block| block.parts.iter().any(|part| part.overlaps(selected))) {
            rank = rank.max(block.kind.rank());
            if rank >= BlockKind::Paragraph.rank() {
                break;
            }
        }
        let only = match self.ends_in(selected)[..] {
            [index] => Some(index),
            _ => None,
        };
        SelectedBlocks { rank, only }
    }

    /// The blocks in which the first and the last word of a selection stand: one, or two.
    fn ends_in(&self, selected: Span) -> Vec<usize> {
        let words = self.trimmed(selected);
        let last = self.source.as_str().floor_char_boundary(words.end.saturating_sub(1)).max(words.start);
        let mut ends: Vec<usize> = [words.start, last].into_iter().filter_map(|at| self.structure.block_at(at)).collect();
        ends.dedup();
        ends
    }

    /// `span` without the note markers at its ends: they point to the words, and are none of them.
    fn without_outer_markers(&self, mut span: Span) -> Span {
        loop {
            let markers = |at: usize| {
                self.structure.block_at(at).and_then(|block| self.structure.blocks.get(block)).map_or(&[][..], |block| &block.markers)
            };
            let first = markers(span.start).iter().find(|marker| marker.contains(span.start));
            let last = markers(span.end.saturating_sub(1)).iter().find(|marker| marker.contains(span.end.saturating_sub(1)));
            let cut = match (first, last) {
                _ if span.is_empty() => return span,
                (Some(marker), _) => Span::new(marker.end.min(span.end), span.end),
                (None, Some(marker)) => Span::new(span.start, marker.start.max(span.start)),
                (None, None) => return span,
            };
            span = self.trimmed(cut);
        }
    }

    /// `span` without white space at its ends.
    pub fn trimmed(&self, span: Span) -> Span {
        let words = self.source.slice(span);
        let start = span.start + (words.len() - words.trim_start().len());
        Span::new(start, (start + words.trim().len()).max(start))
    }
}
