//! The reference list: its entries, each one reference. An extraction tears entries apart at the ends of lines and pages;
//! what the parts say, names here, a year there, tells which belong together.

use super::fields::{self, Kind as Where};
use super::resolve::{Desk, Said, in_source, is_web};
use super::works::{Found, Identity};
use super::{Form, Home, Name};
use crate::structure::{Block, BlockKind, Reading};
use crate::text::Span;

/// What one block of a list, or some lines of it, says on its own.
struct Piece {
    /// Index of the block.
    block: usize,
    /// Its characters.
    parts: Vec<Span>,
    /// Whether it begins as an entry does: with names, a dash for those above, or its number.
    begins: bool,
    /// Whether it has a year.
    dated: bool,
    /// Whether its first character can begin nothing: a small letter, or a number that is not the entry's.
    goes_on: bool,
    /// The number it begins with, and whether that is all of it: then its entry follows.
    number: Option<(u32, bool)>,
    /// Whether the number stands in brackets, as a page never does.
    bracketed: bool,
}

impl Desk<'_> {
    /// Reads the entries of all reference lists.
    pub(super) fn read_list(&mut self) {
        let structure = self.structure;
        let entries: Vec<usize> =
            structure.blocks.iter().enumerate().filter(|(_, block)| block.kind == BlockKind::BibliographyEntry).map(|(i, _)| i).collect();
        // Lists are apart where prose stands between them.
        let apart = |a: &usize, b: &usize| {
            let between = structure.blocks.get(a + 1..*b).unwrap_or(&[]);
            !between.iter().any(|block| !block.kind.is_furniture() && block.kind != BlockKind::Note)
        };
        let mut above: Vec<Name> = Vec::new();
        for list in entries.chunk_by(apart) {
            let pieces: Vec<Piece> = list.iter().flat_map(|&block| self.pieces(block)).collect();
            for entry in groups(&pieces) {
                self.read_entry(entry, &mut above);
            }
        }
    }

    /// A block is one piece, unless an entry begins at one of its lines.
    fn pieces(&self, index: usize) -> Vec<Piece> {
        let Some(block) = self.structure.blocks.get(index) else { return Vec::new() };
        let reading = Reading::of_block(self.text, block);
        let mut starts = vec![0];
        for part in &block.parts {
            let lines = part.of(self.text).match_indices('\n').map(|(at, _)| reading.to_reading(part.start + at + 1));
            starts.extend(lines.filter(|&at| begins_inside(&reading.text, at)));
        }
        starts.dedup();
        let ends = starts.iter().skip(1).copied().chain([reading.text.len()]);
        let ranges = starts.iter().zip(ends).map(|(&start, end)| start..end);
        let trimmed = |range: std::ops::Range<usize>| {
            let words = reading.text.get(range.clone()).unwrap_or("");
            range.start..range.start + words.trim_end().len()
        };
        ranges.filter_map(|range| self.piece(index, block, &reading, trimmed(range))).collect()
    }

    fn piece(&self, index: usize, block: &Block, reading: &Reading, range: std::ops::Range<usize>) -> Option<Piece> {
        let words = reading.text.get(range.clone())?;
        let parts = reading.to_spans(block, range);
        let fields = fields::parse(words, Where::Entry);
        let number = list_number(words);
        let first = words.chars().next()?;
        let named = fields.authors.first().or(fields.editors.first()).is_some_and(|name| name.span.start <= 8);
        let bracketed = number.is_some() && words.starts_with(['[', '(']);
        let alone = |number: &str| words.chars().filter(|c| c.is_alphanumeric()).count() == number.len();
        let number = number.and_then(|number| Some((number.parse::<u32>().ok()?, alone(&number))));
        Some(Piece {
            block: index,
            parts,
            begins: named || starts_with_dash(words) || bracketed,
            dated: fields.year.is_some(),
            goes_on: (first.is_lowercase() && !named) || first.is_ascii_digit() || matches!(first, '(' | ',' | '&') && !bracketed,
            number,
            bracketed,
        })
    }

    /// Reads the blocks of one entry as one reference.
    fn read_entry(&mut self, entry: &[Piece], above: &mut Vec<Name>) {
        let Some(first) = entry.first() else { return };
        let mut parts: Vec<Span> = entry.iter().flat_map(|piece| piece.parts.iter().copied()).collect();
        crate::text::normalise(&mut parts);
        if parts.is_empty() {
            return;
        }
        let whole = Block { kind: BlockKind::BibliographyEntry, level: 0, parts, markers: Vec::new(), page: None };
        let reading = Reading::of_block(self.text, &whole);
        let mut fields = fields::parse(&reading.text, Where::Entry);
        in_source(&mut fields, &reading, 0);
        // A dash stands for the authors of the entry above.
        if starts_with_dash(&reading.text) && fields.authors.iter().all(|name| name.family.chars().all(|c| !c.is_alphabetic())) {
            fields.authors.clone_from(above);
        }
        above.clone_from(&fields.authors);
        let form = if is_web(&fields) { Form::Url } else { Form::Full };
        let identity = Identity::of(&fields, form);
        // Two entries are two works, unless they say the same.
        let work = match self.catalogue.find(&identity, None) {
            Found::One(work, strength) if strength >= 90 => {
                self.catalogue.describe(work, identity);
                work
            }
            _ => self.new_work(identity),
        };
        let number = list_number(&reading.text);
        let words = reading.text;
        let said = Said { parts: whole.parts, fields };
        let reference = self.file(Home::Entry(first.block), said, form, Some(work), None, None);
        self.entries.push((reference, words, number));
    }
}

/// Whether an entry begins at byte `at` of a block, where a line does: names, and a year right behind them.
fn begins_inside(words: &str, at: usize) -> bool {
    let Some((before, rest)) = words.split_at_checked(at) else { return false };
    let ends = before.trim_end().ends_with(['.', ')', ']', '/', '”', '"']) || before.trim_end().ends_with(|c: char| c.is_ascii_digit());
    if before.is_empty() || !ends || !rest.starts_with(char::is_uppercase) {
        return false;
    }
    let head = rest.get(..rest.floor_char_boundary(NAMES_REACH)).unwrap_or(rest);
    let fields = fields::parse(head, Where::Entry);
    let (Some(first), Some(last), Some(year)) = (fields.authors.first(), fields.authors.last(), &fields.year) else { return false };
    let between = head.get(last.span.end..year.span.start).unwrap_or("?");
    first.span.start == 0 && between.len() <= 5 && between.chars().all(|c| !c.is_alphanumeric())
}

/// How far the names of an entry reach, in bytes, before its year.
const NAMES_REACH: usize = 240;

/// The pieces that make one entry each.
fn groups(pieces: &[Piece]) -> Vec<&[Piece]> {
    let named = pieces.iter().filter(|piece| piece.begins).count();
    // Where most begin with names, one that does not goes on with the one before.
    let by_name = named * 2 > pieces.len();
    let mut out = Vec::new();
    let mut start = 0;
    let mut dated = false;
    // The number of the entry before, where entries are numbered.
    let mut last = 0;
    let mut number_before = false;
    for (at, piece) in pieces.iter().enumerate() {
        let next = piece.number.filter(|&(number, _)| piece.bracketed || number == last + 1);
        let joins = at > start
            && (number_before
                || next.is_none() && piece.goes_on && !piece.begins
                || next.is_none() && !piece.begins && if piece.dated { !dated } else { by_name || !dated });
        if !joins && at > start {
            out.push(pieces.get(start..at).unwrap_or(&[]));
            start = at;
            dated = false;
        }
        dated |= piece.dated;
        number_before = next.is_some_and(|(_, alone)| alone);
        last = next.map_or(last, |(number, _)| number);
    }
    out.extend(pieces.get(start..).filter(|rest| !rest.is_empty()));
    out
}

/// "———.", "---", "____": the authors of the entry above.
fn starts_with_dash(entry: &str) -> bool {
    let marks = entry.trim_start().chars().take_while(|c| matches!(c, '—' | '–' | '-' | '_' | '―' | '⸺' | '⸻')).count();
    marks >= 2 || entry.trim_start().starts_with(['—', '⸺', '⸻'])
}

/// The number printed before an entry: "[12]", "12.".
fn list_number(entry: &str) -> Option<String> {
    let entry = entry.trim_start();
    if let Some(inner) = entry.strip_prefix(['[', '(']) {
        let end = inner.find([']', ')'])?;
        let label = inner.get(..end)?;
        return (!label.is_empty() && label.len() <= 12 && !label.contains(' ')).then(|| label.to_owned());
    }
    let digits = entry.bytes().take_while(u8::is_ascii_digit).count();
    let rest = entry.get(digits..)?;
    ((1..=4).contains(&digits) && rest.starts_with(['.', ')', ' ', '\t'])).then(|| entry.get(..digits).unwrap_or("").to_owned())
}
