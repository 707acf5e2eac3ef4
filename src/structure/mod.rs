//! What a person sees in the text: pages, headings, paragraphs, notes. A pure view of the source text: it is
//! computed anew each time and never saved, loses nothing, and cannot fail.

mod analyse;
mod bodies;
mod chain;
mod entries;
mod extents;
mod front;
mod furniture;
mod headings;
mod items;
mod joints;
mod labels;
mod lifted;
mod lines;
mod markers;
mod names;
mod numbered;
mod pages;
mod prose;
mod reading;
mod regions;
mod shape;
mod titles;
mod works;

use std::ops::Range;

use crate::text::{Span, outer};

pub use analyse::analyse;
pub use reading::{DocumentReading, Reading, quote_of};

/// What a block of the text is. The names are those of the JSON that other programs read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The title of a section.
    Heading,
    /// Running prose.
    Paragraph,
    /// A quotation set apart from the prose.
    Quotation,
    /// One item of a list.
    ListItem,
    /// A table, its lines as they stand.
    Table,
    /// The words under a figure or over a table.
    Caption,
    /// The body of a footnote or endnote, with its number.
    Note,
    /// The rule between prose and notes.
    NoteSeparator,
    /// A line repeated at the head or foot of pages.
    RunningHead,
    /// A printed page number.
    PageNumber,
    /// A URL that the extraction appended.
    LinkTarget,
    /// One entry of a reference list.
    BibliographyEntry,
    /// One line of the table of contents.
    ContentsEntry,
    /// Title page, dedication, declarations.
    FrontMatter,
}

impl BlockKind {
    /// Page furniture is set aside: shown small, left out of what is read, searched and quoted.
    pub fn is_furniture(self) -> bool {
        matches!(self, Self::NoteSeparator | Self::RunningHead | Self::PageNumber | Self::LinkTarget)
    }

    /// What a selection over several kinds of blocks means: prose before notes, notes before furniture.
    pub fn rank(self) -> u8 {
        match self {
            Self::Note => 1,
            _ if self.is_furniture() => 0,
            _ => 2,
        }
    }

    /// Whether its lines stay apart, since their ends mean something.
    pub fn keeps_lines(self) -> bool {
        matches!(self, Self::Table)
    }

    /// Its name in the JSON that other programs read.
    pub fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Quotation => "quotation",
            Self::ListItem => "list_item",
            Self::Table => "table",
            Self::Caption => "caption",
            Self::Note => "note",
            Self::NoteSeparator => "note_separator",
            Self::RunningHead => "running_head",
            Self::PageNumber => "page_number",
            Self::LinkTarget => "link_target",
            Self::BibliographyEntry => "bibliography_entry",
            Self::ContentsEntry => "contents_entry",
            Self::FrontMatter => "front_matter",
        }
    }
}

/// A piece of the text that is one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Depth of a heading, 1 the highest; 0 for all else.
    pub level: u8,
    /// Where it stands: one span, or several where notes or page furniture cut it. Never empty; each begins and
    /// ends with a character that is not white space.
    pub parts: Vec<Span>,
    /// Note markers that stand in it, in order; each lies inside a part.
    pub markers: Vec<Span>,
    /// Index into [`Structure::pages`] of the page it begins on.
    pub page: Option<usize>,
}

impl Block {
    /// From its first character to its last.
    pub fn span(&self) -> Span {
        outer(&self.parts).unwrap_or_default()
    }
}

/// A page of the printed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// Where it stands; the pages tile the text.
    pub span: Span,
    /// The number printed on it, where the text shows one.
    pub label: Option<String>,
}

/// A heading with all that stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// From the heading to the next of the same or a higher level.
    pub span: Span,
    /// Index of the heading in [`Structure::blocks`].
    pub heading: usize,
    /// The heading's words.
    pub title: String,
    /// 1 is the highest.
    pub level: u8,
}

/// A footnote or endnote: a number, its markers in the prose, its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// The number or sign, as printed.
    pub label: String,
    /// The markers in the prose that point to it; empty where there is none.
    pub markers: Vec<Span>,
    /// Index in [`Structure::blocks`] of the body, number included; `None` where the text has no body for it.
    pub block: Option<usize>,
    /// Where the body's own words start, after the number.
    pub body_start: usize,
}

/// A pure view of one source text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Structure {
    /// In order; empty where no page breaks can be told.
    pub pages: Vec<Page>,
    /// In order of their first character. Every character that is not white space is in exactly one.
    pub blocks: Vec<Block>,
    /// In order of their start.
    pub sections: Vec<Section>,
    /// In order of their first marker, or of their body where they have none.
    pub notes: Vec<Note>,
    /// What could not be told, in words for the reader.
    pub doubts: Vec<String>,
    /// Where to look things up; follows from the rest.
    index: Index,
}

/// What lies where, sorted, so that no question walks the whole text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Index {
    /// Start of each part of each block, with the block.
    parts: Vec<(usize, usize)>,
    /// Each marker, with its note.
    markers: Vec<(Span, usize)>,
    /// Block of each body, with its note.
    bodies: Vec<(usize, usize)>,
    /// The section that each section stands in.
    above: Vec<Option<usize>>,
    /// For each block the first block whose parts reach up to it or past it.
    reach: Vec<usize>,
}

impl Structure {
    /// Puts together what was found; the lists in the order that the fields ask for.
    pub fn new(pages: Vec<Page>, blocks: Vec<Block>, sections: Vec<Section>, notes: Vec<Note>, doubts: Vec<String>) -> Self {
        let index = Index::of(&blocks, &sections, &notes);
        Self { pages, blocks, sections, notes, doubts, index }
    }

    /// The block in which the byte `at` lies, or else the one whose words come last before it, or the first.
    pub fn block_at(&self, at: usize) -> Option<usize> {
        let after = self.index.parts.partition_point(|&(start, _)| start <= at);
        self.index.parts.get(after.saturating_sub(1)).map(|&(_, block)| block)
    }

    /// The blocks that reach into `span`, by index: all that have a character in it, and those between.
    pub fn blocks_in(&self, span: Span) -> Range<usize> {
        let end = self.blocks.partition_point(|block| block.span().start < span.end.max(span.start + 1));
        let first = self.blocks.partition_point(|block| block.span().start < span.start);
        // Blocks that begin before may reach into it across the notes that cut them.
        let mut from = first;
        let mut at = first;
        let lowest = first.checked_sub(1).and_then(|before| self.index.reach.get(before)).copied().unwrap_or(first);
        while at > lowest {
            at -= 1;
            if self.blocks.get(at).is_some_and(|block| block.span().end > span.start) {
                from = at;
            }
        }
        from..end.max(from)
    }

    /// The page on which the byte `at` stands.
    pub fn page_at(&self, at: usize) -> Option<usize> {
        self.pages.partition_point(|page| page.span.start <= at).checked_sub(1)
    }

    /// What page `index` is called: its printed number, else its place in the file.
    pub fn page_label(&self, index: usize) -> String {
        match self.pages.get(index).and_then(|page| page.label.clone()) {
            Some(label) => label,
            None => (index + 1).to_string(),
        }
    }

    /// The innermost section in which the byte `at` stands.
    pub fn section_at(&self, at: usize) -> Option<usize> {
        let mut here = self.sections.partition_point(|section| section.span.start <= at).checked_sub(1)?;
        while !self.sections.get(here)?.span.contains(at) {
            here = self.index.above.get(here).copied().flatten()?;
        }
        Some(here)
    }

    /// The note that the marker at byte `at` points to.
    pub fn note_of_marker(&self, at: usize) -> Option<usize> {
        let after = self.index.markers.partition_point(|(marker, _)| marker.start <= at);
        let (marker, note) = self.index.markers.get(after.checked_sub(1)?)?;
        marker.contains(at).then_some(*note)
    }

    /// The words of `note` without its number; empty where it has a number alone, `None` where it has no body.
    pub fn words_of_note(&self, note: &Note) -> Option<Vec<Span>> {
        let block = self.blocks.get(note.block?)?;
        let words = |part: &Span| (part.end > note.body_start).then(|| Span::new(part.start.max(note.body_start), part.end));
        Some(block.parts.iter().filter_map(words).collect())
    }

    /// The note whose body is block `block`.
    pub fn note_of_block(&self, block: usize) -> Option<usize> {
        let found = self.index.bodies.binary_search_by_key(&block, |&(own, _)| own).ok()?;
        self.index.bodies.get(found).map(|&(_, note)| note)
    }
}

impl Index {
    fn of(blocks: &[Block], sections: &[Section], notes: &[Note]) -> Self {
        let parts = blocks.iter().enumerate().flat_map(|(i, block)| block.parts.iter().map(move |part| (part.start, i)));
        let markers = notes.iter().enumerate().flat_map(|(i, note)| note.markers.iter().map(move |&marker| (marker, i)));
        let bodies = notes.iter().enumerate().filter_map(|(i, note)| Some((note.block?, i)));
        let (parts, markers, bodies) = (parts.collect(), markers.collect(), bodies.collect());
        let mut index = Self { parts, markers, bodies, ..Self::default() };
        index.parts.sort_unstable();
        index.markers.sort_unstable();
        index.bodies.sort_unstable();
        let mut open: Vec<usize> = Vec::new();
        for (i, section) in sections.iter().enumerate() {
            while open.last().and_then(|&last| sections.get(last)).is_some_and(|last| last.span.end <= section.span.start) {
                open.pop();
            }
            index.above.push(open.last().copied());
            open.push(i);
        }
        // A block that ends late keeps all blocks up to its end in reach of it.
        let mut reaching: Vec<(usize, usize)> = Vec::new();
        for (i, block) in blocks.iter().enumerate() {
            let span = block.span();
            reaching.retain(|&(end, _)| end > span.start);
            index.reach.push(reaching.first().map_or(i, |&(_, first)| first));
            reaching.push((span.end, i));
        }
        index
    }
}

#[cfg(test)]
mod tests;
