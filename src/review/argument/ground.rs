//! What the text itself gives for some of its words: the citations in them or behind them, and in notes and lists the
//! references they stand on.

use super::Basis;
use crate::citation::{Home, Style};
use crate::structure::BlockKind;
use crate::text::Span;

/// The citations (indices in [`crate::citation::Citations::citations`]) in `parts` or right behind them, where there is
/// neither the next one in the same sentence; and the references that `parts` stand on. In order.
pub fn under(basis: &Basis, parts: &[Span]) -> (Vec<usize>, Vec<usize>) {
    let mut citations: Vec<usize> = parts.iter().flat_map(|part| inside(basis, *part)).collect();
    if let Some(last) = parts.last() {
        let near = behind(basis, *last, citations.is_empty());
        citations.extend(near);
    }
    citations.sort_unstable();
    citations.dedup();
    let mut references: Vec<usize> = parts.iter().flat_map(|part| references(basis, *part)).collect();
    references.sort_unstable();
    references.dedup();
    (citations, references)
}

/// The citation of the marker that leads to the note of reference `index`.
pub fn marker_of(basis: &Basis, index: usize) -> Option<usize> {
    let Home::Note(note) = basis.citations.references.get(index)?.home else { return None };
    let marker = basis.structure.notes.get(note)?.markers.first()?;
    let all = &basis.citations.citations;
    let at = all.partition_point(|own| own.span().start < marker.start);
    all.get(at).filter(|own| own.note == Some(note)).map(|_| at)
}

fn inside(basis: &Basis, part: Span) -> std::ops::Range<usize> {
    let all = &basis.citations.citations;
    let from = all.partition_point(|own| own.span().start < part.start);
    // A tag may begin within the name that a citation begins with.
    let from = from.checked_sub(1).filter(|&before| all.get(before).is_some_and(|own| own.span().overlaps(part))).unwrap_or(from);
    from..all.partition_point(|own| own.span().start < part.end).max(from)
}

/// Citations right behind `part`; where there are none and `farther`, the next in the same sentence.
fn behind(basis: &Basis, part: Span, farther: bool) -> Vec<usize> {
    let kind = basis.structure.block_at(part.start).and_then(|block| basis.structure.blocks.get(block)).map(|block| block.kind);
    // What follows a note or an entry in the file is not for it.
    if matches!(kind, Some(BlockKind::Note | BlockKind::BibliographyEntry)) {
        return Vec::new();
    }
    let all = &basis.citations.citations;
    let start = |index: usize| all.get(index).map_or(0, |own| own.span().start);
    let line = basis.prose.line_at(part.end.saturating_sub(1));
    let candidates: Vec<usize> = match line {
        Some(line) => line.citations.iter().copied().filter(|&own| start(own) >= part.end).collect(),
        // In a heading or a table only markers can be for what stands before them.
        None => {
            let from = all.partition_point(|own| own.span().start < part.end);
            let near = all.get(from..).unwrap_or(&[]).iter().take(NEAR).take_while(|own| own.style == Style::Note);
            (from..from + near.count()).collect()
        }
    };
    let touches = |from: usize, to: usize| {
        let between = basis.text.get(from..to).unwrap_or("x");
        between.len() < 60 && !between.contains(char::is_alphanumeric)
    };
    let mut found = Vec::new();
    let mut end = part.end;
    for own in candidates {
        if !(touches(end, start(own)) || (farther && found.is_empty() && line.is_some())) {
            break;
        }
        end = all.get(own).map_or(end, |own| own.span().end);
        found.push(own);
    }
    found
}

fn references(basis: &Basis, part: Span) -> Vec<usize> {
    let all = &basis.citations.references;
    let to = all.partition_point(|own| own.span().start < part.end);
    let from = all.partition_point(|own| own.span().start < part.start).saturating_sub(NEAR);
    let stands = |index: &usize| all.get(*index).is_some_and(|own| own.parts.iter().any(|own| own.overlaps(part)));
    (from.min(to)..to).filter(stands).collect()
}

/// How many citations or references are looked at beyond a place.
const NEAR: usize = 8;
