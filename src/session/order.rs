//! In which order the blocks of a text are read: prose as it runs on from page to page, and the notes where the
//! reader wants them. It is an order of showing only; nothing that is kept depends on it.

use super::{NotesAt, Session};
use crate::structure::{BlockKind, Structure};

/// The blocks that are shown, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Order {
    notes: NotesAt,
    blocks: Vec<usize>,
    /// By block: its place in `blocks`; [`NOWHERE`] for what is set aside.
    places: Vec<usize>,
    /// By block: whether it is a note that stands in the margin.
    beside: Vec<bool>,
}

const NOWHERE: usize = usize::MAX;

impl Order {
    /// The order of a text when its notes stand at `notes`; linear.
    pub fn new(structure: &Structure, notes: NotesAt) -> Self {
        let count = structure.blocks.len();
        let order = Self { notes, blocks: Vec::with_capacity(count), places: vec![NOWHERE; count], beside: vec![false; count] };
        let mut maker = Maker { structure, order, heading: None, run: Vec::new(), waiting: Vec::new() };
        for (index, block) in structure.blocks.iter().enumerate().filter(|(_, block)| !block.kind.is_furniture()) {
            if block.kind == BlockKind::Note {
                maker.run.push(index);
            } else {
                maker.prose(index);
            }
        }
        maker.finish()
    }

    /// Where the notes stand in it.
    pub fn notes(&self) -> NotesAt {
        self.notes
    }

    /// The blocks shown, in order.
    pub fn blocks(&self) -> &[usize] {
        &self.blocks
    }

    /// Whether block `index` is a note that stands in the margin, and in the column only while it is open.
    pub fn is_beside(&self, index: usize) -> bool {
        self.beside.get(index).copied().unwrap_or(false)
    }

    /// The block read after block `index`, or before it, notes in the margin passed over.
    fn next(&self, index: usize, forward: bool) -> Option<usize> {
        let mut place = self.places.get(index).copied().filter(|&place| place != NOWHERE)?;
        loop {
            place = if forward { place + 1 } else { place.checked_sub(1)? };
            let block = *self.blocks.get(place)?;
            if !self.is_beside(block) {
                return Some(block);
            }
        }
    }
}

/// An order in the making.
struct Maker<'a> {
    structure: &'a Structure,
    order: Order,
    /// The heading placed last, if nothing stands under it yet.
    heading: Option<usize>,
    /// Notes that follow one another in the file.
    run: Vec<usize>,
    /// Footnotes whose page is not yet full, with the page.
    waiting: Vec<(usize, usize)>,
}

impl Maker<'_> {
    fn prose(&mut self, index: usize) {
        self.end_run();
        let block = self.structure.blocks.get(index);
        if let Some(page) = block.and_then(|block| block.page) {
            self.fill_pages_before(page);
        }
        self.place(index);
        self.heading = block.filter(|block| block.kind == BlockKind::Heading).map(|_| index);
    }

    /// The page of a note and the place of its first marker.
    fn note(&self, index: usize) -> (Option<usize>, Option<usize>) {
        let page = self.structure.blocks.get(index).and_then(|block| block.page);
        let note = self.structure.note_of_block(index).and_then(|note| self.structure.notes.get(note));
        (page, note.and_then(|note| note.markers.first()).map(|marker| marker.start))
    }

    /// Notes that followed one another: are they those of a page, or a list of their own under a heading?
    fn end_run(&mut self) {
        let run = std::mem::take(&mut self.run);
        let Some(&first) = run.first() else { return };
        // A note's marker stands on its page, or on the one before when the note runs over; under a heading it may be the
        // last of a list.
        let over = if self.heading.is_some() { 0 } else { 1 };
        let (mut marked, mut near) = (0, 0);
        for (page, marker) in run.iter().map(|&index| self.note(index)) {
            let Some(other) = marker.and_then(|at| self.structure.page_at(at)) else { continue };
            marked += 1;
            near += usize::from(page.is_some_and(|page| (page.saturating_sub(over)..=page).contains(&other)));
        }
        let of_page = near * 2 > marked;
        let section = |at: usize| self.structure.section_at(at);
        let start = |index: usize| self.structure.blocks.get(index).map_or(0, |block| block.span().start);
        let listed = !of_page && self.heading.is_some() && self.note(first).1.is_some_and(|at| section(at) != section(start(first)));
        for index in run {
            let (page, marker) = self.note(index);
            let has_block = |at: usize| self.structure.block_at(at).is_some_and(|block| block != index && self.is_read(block));
            match page.filter(|_| of_page) {
                _ if self.order.notes == NotesAt::Margin && !listed && marker.is_some_and(has_block) => {
                    if let Some(beside) = self.order.beside.get_mut(index) {
                        *beside = true;
                    }
                }
                Some(page) => self.waiting.push((page, index)),
                None => self.place(index),
            }
        }
    }

    fn is_read(&self, index: usize) -> bool {
        self.structure.blocks.get(index).is_some_and(|block| !block.kind.is_furniture())
    }

    /// A block on page `page` comes next: the pages before it are full.
    fn fill_pages_before(&mut self, page: usize) {
        let full = self.waiting.iter().take_while(|(own, _)| *own < page).count();
        let notes: Vec<usize> = self.waiting.drain(..full).map(|(_, index)| index).collect();
        notes.into_iter().for_each(|index| self.place(index));
    }

    fn place(&mut self, index: usize) {
        if let Some(place) = self.order.places.get_mut(index).filter(|place| **place == NOWHERE) {
            *place = self.order.blocks.len();
            self.order.blocks.push(index);
        }
    }

    /// Puts each note in the margin behind the block of its first marker, where it opens.
    fn finish(mut self) -> Order {
        self.end_run();
        self.fill_pages_before(usize::MAX);
        if !self.order.beside.contains(&true) {
            return self.order;
        }
        let placed = std::mem::take(&mut self.order.blocks);
        self.order.places.fill(NOWHERE);
        for index in placed {
            // A note may have markers of its own.
            let mut open = vec![index];
            while let Some(index) = open.pop() {
                self.place(index);
                let markers = self.structure.blocks.get(index).map_or(&[][..], |block| &block.markers);
                for marker in markers.iter().rev() {
                    let note = self.structure.note_of_marker(marker.start).and_then(|note| self.structure.notes.get(note));
                    let own = note.filter(|note| note.markers.first() == Some(marker)).and_then(|note| note.block);
                    open.extend(own.filter(|&own| self.order.is_beside(own) && self.order.places.get(own) == Some(&NOWHERE)));
                }
            }
        }
        // What no marker in the prose leads to stands in the column.
        for index in 0..self.order.beside.len() {
            if self.order.is_beside(index) && self.order.places.get(index) == Some(&NOWHERE) {
                self.place(index);
                self.order.beside.get_mut(index).into_iter().for_each(|beside| *beside = false);
            }
        }
        self.order
    }
}

impl Session {
    /// Reads the text with its notes at `notes` from now on; false where it is read so already.
    pub fn arrange(&mut self, notes: NotesAt) -> bool {
        let stale = self.order.as_ref().is_none_or(|order| order.notes != notes);
        if stale {
            self.order = Some(Order::new(&self.structure, notes));
        }
        stale
    }

    /// The order in which the text is read; none before it was arranged: that of the file.
    pub fn order(&self) -> Option<&Order> {
        self.order.as_ref()
    }

    /// The block read after block `index`, or before it.
    pub fn next_read(&self, index: usize, forward: bool) -> Option<usize> {
        match &self.order {
            Some(order) if self.is_shown(index) => order.next(index, forward),
            _ => self.next_shown(index, forward),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::structure::{Block, Note, Page, Section};
    use crate::text::Span;

    /// A text of pages of a hundred bytes. Its blocks: kind, place of ten bytes, and the number of the note whose marker
    /// stands in it or that it is, 0 for none.
    fn text(blocks: &[(BlockKind, usize, usize)]) -> Structure {
        let last = blocks.last().map_or(0, |&(_, start, _)| start + 10);
        let pages: Vec<Page> = (0..=last / 100).map(|page| Page { span: Span::new(page * 100, page * 100 + 100), label: None }).collect();
        let mut notes: Vec<Note> = Vec::new();
        let mut sections: Vec<Section> = Vec::new();
        let made = blocks.iter().enumerate().map(|(index, &(kind, start, number))| {
            let marker = Span::new(start + 8, start + 9);
            while notes.len() < number {
                notes.push(Note { label: (notes.len() + 1).to_string(), markers: Vec::new(), block: None, body_start: 0 });
            }
            let is_note = kind == BlockKind::Note;
            if let Some(note) = number.checked_sub(1).and_then(|own| notes.get_mut(own)) {
                if is_note { note.block = Some(index) } else { note.markers.push(marker) }
            }
            if kind == BlockKind::Heading {
                sections.iter_mut().for_each(|section: &mut Section| section.span.end = section.span.end.min(start));
                sections.push(Section { span: Span::new(start, last), heading: index, title: String::new(), level: 1 });
            }
            let markers = if number > 0 && !is_note { vec![marker] } else { Vec::new() };
            Block { kind, level: 0, parts: vec![Span::new(start, start + 10)], markers, page: Some(start / 100) }
        });
        let made: Vec<Block> = made.collect();
        Structure::new(pages, made, sections, notes, Vec::new())
    }

    fn orders(structure: &Structure) -> [(Vec<usize>, Vec<usize>); 2] {
        NotesAt::ALL.map(|notes| {
            let order = Order::new(structure, notes);
            let beside = (0..structure.blocks.len()).filter(|&index| order.is_beside(index)).collect();
            (order.blocks().to_vec(), beside)
        })
    }

    use BlockKind::{Heading, Note as Body, PageNumber, Paragraph};

    #[test]
    fn notes_stand_at_the_foot_of_their_page_or_behind_their_marker() {
        let structure = text(&[
            (Paragraph, 0, 1),
            (Body, 10, 1),
            (PageNumber, 20, 0),
            (Paragraph, 30, 2),
            (Paragraph, 40, 0),
            (Body, 110, 2),
            (Body, 120, 0),
            (Paragraph, 130, 0),
            (Paragraph, 200, 0),
        ]);
        let [foot, margin] = orders(&structure);
        assert_eq!(foot, (vec![0, 3, 4, 1, 7, 5, 6, 8], vec![]));
        // A note without a marker has nothing to stand beside.
        assert_eq!(margin, (vec![0, 1, 3, 5, 4, 7, 6, 8], vec![1, 5]));
        let order = Order::new(&structure, NotesAt::Margin);
        assert_eq!(
            (order.next(0, true), order.next(1, true), order.next(3, false), order.next(1, false)),
            (Some(3), Some(3), Some(0), Some(0))
        );
        assert_eq!((order.next(8, true), order.next(0, false), order.next(2, true)), (None, None, None));
    }

    #[test]
    fn a_list_of_notes_stays_under_its_heading() {
        let blocks = [
            (Heading, 0, 0),
            (Paragraph, 10, 1),
            (Paragraph, 110, 2),
            (Heading, 210, 0),
            (Body, 220, 1),
            (Body, 230, 2),
            (Heading, 240, 0),
            (Paragraph, 250, 0),
        ];
        let [foot, margin] = orders(&text(&blocks));
        assert_eq!(foot, ((0..8).collect(), vec![]));
        assert_eq!(margin, foot);
        // Without a heading they are footnotes that came late.
        let [foot, margin] = orders(&text(&[(Paragraph, 0, 1), (Paragraph, 10, 2), (Body, 220, 1), (Body, 230, 2)]));
        assert_eq!((foot.0, margin), (vec![0, 1, 2, 3], (vec![0, 2, 1, 3], vec![2, 3])));
    }

    #[test]
    fn notes_on_notes_and_on_nothing_are_all_there() {
        let mut structure = text(&[(Paragraph, 0, 1), (Body, 10, 1), (Body, 20, 2), (Paragraph, 30, 0)]);
        let blocks = structure.blocks.clone();
        // The marker of the second note stands in the first.
        let marker = Span::new(18, 19);
        let mut blocks = blocks;
        blocks[1].markers = vec![marker];
        structure.notes[1].markers = vec![marker];
        let structure = Structure::new(structure.pages, blocks, Vec::new(), structure.notes, Vec::new());
        assert_eq!(orders(&structure)[1], (vec![0, 1, 2, 3], vec![1, 2]));
        // A note that points to itself, and to nothing else.
        let mut blocks = structure.blocks.clone();
        let mut notes = structure.notes.clone();
        blocks[1].markers = Vec::new();
        blocks[2].markers = vec![Span::new(28, 29)];
        notes[1].markers = vec![Span::new(28, 29)];
        let structure = Structure::new(structure.pages.clone(), blocks, Vec::new(), notes, Vec::new());
        assert_eq!(orders(&structure)[1], (vec![0, 1, 3, 2], vec![1]));
        assert_eq!(orders(&Structure::default()), [(vec![], vec![]), (vec![], vec![])]);
    }
}
