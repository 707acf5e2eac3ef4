//! The steps from characters to structure, in order: lines, pages, furniture, regions, notes, markers, prose; and the
//! putting together of blocks. Each step sees only what those before it found, and none can fail.

use super::bodies::{self, Body, View};
use super::furniture::Furniture;
use super::headings::{self, Title};
use super::labels::{self, Mark};
use super::lines::{self, Layout, Line};
use super::markers::{self, Tie, Tied};
use super::pages::Pages;
use super::prose::{self, Piece};
use super::regions::Regions;
use super::shape::{self, Row};
use super::{Block, BlockKind, Note, Page, Section, Structure};
use crate::text::{SourceText, Span};

/// Reads the structure of `source`: a pure function of its characters, linear in their number, that cannot fail.
pub fn analyse(source: &SourceText) -> Structure {
    let text = source.as_str();
    let lines = lines::split(text);
    let layout = Layout::of(text, &lines);
    let pages = Pages::find(text, &lines, &layout);
    let furniture = Furniture::find(text, &lines, &layout, &pages);
    let regions = Regions::find(text, &lines, &layout, &pages, &furniture.kinds);
    let mut marks = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        labels::marks(text, line, index, &mut marks);
    }
    labels::drop_names(text, &mut marks);
    let view =
        View { source: text, lines: &lines, layout: &layout, pages: &pages, furniture: &furniture.kinds, regions: &regions, marks: &marks };
    let bodies = bodies::find(&view);
    let mut owner: Vec<Option<usize>> = vec![None; lines.len()];
    for (index, body) in bodies.iter().enumerate() {
        for &line in body.lines.iter().chain(&body.number) {
            if let Some(slot) = owner.get_mut(line) {
                *slot = Some(index);
            }
        }
    }
    let noted: Vec<bool> = owner.iter().map(Option::is_some).collect();
    let tied = markers::tie(&view, &bodies, &noted);
    let is_prose = |line: usize| !view.is_furniture(line) && owner.get(line).is_some_and(Option::is_none);
    let rows = shape::rows(text, &lines, &layout, &tied.marks, is_prose, |line| pages.begins_at(line));
    let pieces = prose::pieces(&view, &rows);
    let assembly = assemble(&view, &owner, &bodies, &rows, &pieces, &tied);
    finish(&view, &furniture, &bodies, tied, assembly)
}

/// Blocks with what is still to be said about them.
struct Assembly {
    blocks: Vec<Block>,
    titles: Vec<(usize, Title)>,
    /// For each body its block.
    block_of_body: Vec<Option<usize>>,
}

/// Gives each line to one block.
fn assemble(view: &View, owner: &[Option<usize>], bodies: &[Body], rows: &[Row], pieces: &[Piece], tied: &Tied) -> Assembly {
    let mut builder = Builder { blocks: Vec::new(), last_line: Vec::new() };
    let mut titles = Vec::new();
    let mut block_of_body: Vec<Option<usize>> = vec![None; bodies.len()];
    let mut open: Option<usize> = None;
    // The last paragraph that broke off: it may go on behind a table or a figure.
    let mut paragraph: Option<usize> = None;
    let mut prose = rows.iter().zip(pieces).peekable();
    for (index, line) in view.lines.iter().enumerate() {
        while prose.next_if(|(row, _)| row.lines.end <= index).is_some() {}
        let page = view.pages.of_line(index);
        if let Some(kind) = view.furniture.get(index).copied().flatten() {
            builder.begin(kind, page, index, line);
        } else if bodies.get(owner.get(index).copied().flatten().unwrap_or(bodies.len())).is_some_and(|body| body.number == Some(index)) {
            // The number of a note that stands apart from it is no part of its words.
            builder.begin(BlockKind::NoteSeparator, page, index, line);
        } else if let Some(body) = owner.get(index).copied().flatten() {
            match block_of_body.get(body).copied().flatten() {
                Some(block) => builder.add(block, index, line),
                None => {
                    let block = builder.begin(BlockKind::Note, page, index, line);
                    if let Some(slot) = block_of_body.get_mut(body) {
                        *slot = Some(block);
                    }
                }
            }
        } else {
            let piece = prose.peek().filter(|(row, _)| row.lines.contains(&index));
            let (kind, title, begins) = match piece {
                Some((row, piece)) => (piece.kind, piece.title, piece.begins && row.lines.start == index),
                None => (BlockKind::Paragraph, None, true),
            };
            if piece.is_some_and(|(_, piece)| piece.resumes) {
                open = paragraph.or(open);
            }
            match open.filter(|_| !begins) {
                Some(block) => builder.add(block, index, line),
                None => {
                    let block = builder.begin(kind, page, index, line);
                    open = Some(block);
                    titles.extend(title.map(|title| (block, title)));
                }
            }
            if piece.is_some_and(|(_, piece)| piece.breaks_off) {
                paragraph = open;
            }
        }
    }
    builder.place(&tied.marks);
    Assembly { blocks: builder.blocks, titles, block_of_body }
}

struct Builder {
    blocks: Vec<Block>,
    /// For each block its last line.
    last_line: Vec<usize>,
}

impl Builder {
    fn begin(&mut self, kind: BlockKind, page: Option<usize>, index: usize, line: &Line) -> usize {
        self.blocks.push(Block { kind, level: 0, parts: vec![line.words], markers: Vec::new(), page });
        self.last_line.push(index);
        self.blocks.len() - 1
    }

    fn add(&mut self, block: usize, index: usize, line: &Line) {
        let (Some(own), Some(last)) = (self.blocks.get_mut(block), self.last_line.get_mut(block)) else { return };
        match own.parts.last_mut() {
            Some(part) if *last + 1 == index => part.end = line.words.end,
            _ => own.parts.push(line.words),
        }
        *last = index;
    }

    /// Puts each marker into the block it stands in.
    fn place(&mut self, marks: &[Mark]) {
        let mut parts: Vec<(Span, usize)> =
            self.blocks.iter().enumerate().flat_map(|(i, block)| block.parts.iter().map(move |&part| (part, i))).collect();
        parts.sort_unstable_by_key(|(part, _)| part.start);
        for mark in marks {
            let at = parts.partition_point(|(part, _)| part.start <= mark.span.start).checked_sub(1);
            if let Some(&(part, block)) = at.and_then(|at| parts.get(at))
                && part.covers(mark.span)
                && let Some(block) = self.blocks.get_mut(block)
            {
                block.markers.push(mark.span);
            }
        }
    }
}

fn finish(view: &View, furniture: &Furniture, bodies: &[Body], tied: Tied, assembly: Assembly) -> Structure {
    let Assembly { mut blocks, titles, block_of_body } = assembly;
    let under = |i: usize, block: usize| {
        let above = i.checked_sub(1).and_then(|above| titles.get(above));
        above.is_some_and(|&(above, _)| {
            blocks.get(above + 1..block).is_some_and(|between| between.iter().all(|block| block.kind.is_furniture()))
        })
    };
    let kinds: Vec<(Title, bool)> = titles.iter().enumerate().map(|(i, &(block, title))| (title, under(i, block))).collect();
    for (&(block, _), level) in titles.iter().zip(headings::levels(&kinds)) {
        if let Some(block) = blocks.get_mut(block) {
            block.level = level;
        }
    }
    let doubts = doubts(&tied);
    let notes = tied
        .notes
        .into_iter()
        .map(|tie| Note {
            label: tie.label,
            markers: tie.marks.iter().map(|mark| mark.span).collect(),
            block: tie.body.and_then(|body| block_of_body.get(body).copied().flatten()),
            body_start: tie.body.and_then(|body| bodies.get(body)).map_or(0, |body| start_of(view, body)),
        })
        .collect();
    let sections = sections(view.source, &blocks);
    Structure::new(pages(view, furniture), blocks, sections, notes, doubts)
}

/// Where a body's words start: behind its number, or on the next line when the number is alone on its own.
fn start_of(view: &View, body: &Body) -> usize {
    let first_end = body.lines.first().and_then(|&line| view.lines.get(line)).map_or(body.start, |line| line.words.end);
    if body.start < first_end {
        return body.start;
    }
    body.lines.get(1).and_then(|&line| view.lines.get(line)).map_or(body.start, |line| line.words.start)
}

fn pages(view: &View, furniture: &Furniture) -> Vec<Page> {
    let starts = &view.pages.starts;
    let ends = starts.iter().skip(1).copied().chain([view.source.len()]);
    starts
        .iter()
        .zip(ends)
        .enumerate()
        .map(|(i, (&start, end))| Page { span: Span::new(start, end), label: furniture.labels.get(i).cloned().flatten() })
        .collect()
}

/// Each heading with all up to the next of the same or a higher level.
fn sections(source: &str, blocks: &[Block]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (index, block) in blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::Heading) {
        let start = block.span().start;
        while let Some(&last) = open.last().filter(|&&last| sections.get(last).is_some_and(|section| section.level >= block.level)) {
            if let Some(section) = sections.get_mut(last) {
                section.span.end = start;
            }
            open.pop();
        }
        open.push(sections.len());
        let title = super::Reading::of_block(source, block).without_markers();
        sections.push(Section { span: Span::new(start, source.len()), heading: index, title, level: block.level });
    }
    sections
}

/// What could not be told, for the reader.
fn doubts(tied: &Tied) -> Vec<String> {
    let named = |tie: &&Tie| tie.label.starts_with(|c: char| c.is_alphanumeric());
    let bodiless: Vec<&str> = tied.notes.iter().filter(|tie| tie.body.is_none()).filter(named).map(|tie| tie.label.as_str()).collect();
    let unmarked: Vec<&str> = tied.notes.iter().filter(|tie| tie.marks.is_empty()).map(|tie| tie.label.as_str()).collect();
    let mut doubts = Vec::new();
    match bodiless.as_slice() {
        [] => {}
        [one] => doubts.push(format!("Note {one} is not in this text: there is only its marker.")),
        many => doubts.push(format!("Notes {} are not in this text: there are only their markers.", in_short(many))),
    }
    match unmarked.as_slice() {
        [] => {}
        [one] => doubts.push(format!("The marker of note {one} was not found.")),
        many => doubts.push(format!("The markers of notes {} were not found.", in_short(many))),
    }
    doubts
}

/// "3, 7, 46–76": runs of numbers as one, and no more than a few of them.
fn in_short(labels: &[&str]) -> String {
    const MOST: usize = 8;
    let number = |label: &str| label.parse::<u32>().ok();
    let follows = |a: &&str, b: &&str| number(a).zip(number(b)).is_some_and(|(a, b)| a + 1 == b);
    let runs = labels.chunk_by(follows).map(|run| match run {
        [first, .., last] if run.len() > 2 => format!("{first}–{last}"),
        _ => run.join(", "),
    });
    let all: Vec<String> = runs.collect();
    let shown = all.get(..MOST.min(all.len())).unwrap_or(&[]).join(", ");
    if all.len() > MOST { format!("{shown} and others") } else { shown }
}
