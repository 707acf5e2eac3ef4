//! The text as it stands in a report: paragraph by paragraph as it is read, cut where something marked begins or ends,
//! with what belongs in the margin beside it. Page furniture is left out, as it is on the screen.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::model::{Basics, Weak};
use crate::annotation::Id;
use crate::structure::{BlockKind, Reading};
use crate::text::Span;

/// A paragraph, a heading, a note, …
#[derive(Clone, Debug, Serialize)]
pub struct Paragraph {
    /// "heading", "paragraph", "quotation", "list_item", "table", "caption", "note", …
    pub kind: &'static str,
    /// Depth of a heading; 0 for all else.
    pub level: u8,
    /// The page that begins with it, as printed, where another began than with the one before.
    pub page: Option<String>,
    /// Its words.
    pub runs: Vec<Run>,
    /// What begins in it, for the margin.
    pub margin: Vec<Remark>,
}

/// Words that are all marked by the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Run {
    /// The words.
    pub words: String,
    /// The annotations on them, by their numbers.
    pub annotations: Vec<usize>,
    /// The weak places they belong to, by their numbers.
    pub weak: Vec<usize>,
    /// Whether it is the marker of a note.
    pub marker: bool,
    /// Annotations whose first words these are.
    pub begins: Vec<usize>,
    /// Annotations whose last words these are.
    pub ends: Vec<usize>,
    /// Weak places whose first words these are.
    pub begins_weak: Vec<usize>,
}

/// A number in the margin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Remark {
    /// An annotation.
    Annotation(usize),
    /// A weak place.
    Weak(usize),
}

/// What stands on a stretch of a paragraph.
struct Stretch {
    start: usize,
    end: usize,
    what: Remark,
    first: bool,
    last: bool,
}

/// All paragraphs, in the order of the text.
pub(super) fn paragraphs(basics: &Basics, numbers: &BTreeMap<&Id, usize>, weak: &[Weak]) -> Vec<Paragraph> {
    let mut faults: Vec<(Span, usize, bool)> = weak
        .iter()
        .filter(|own| own.count == 1)
        .flat_map(|own| own.parts.iter().enumerate().map(move |(at, part)| (*part, own.number, at == 0)))
        .collect();
    faults.sort_unstable();
    let longest = faults.iter().map(|(span, ..)| span.len()).max().unwrap_or(0);
    let mut page = None;
    let mut found = Vec::new();
    for block in basics.structure.blocks.iter().filter(|block| !block.kind.is_furniture()) {
        let reading = Reading::of_block(basics.source.as_str(), block);
        let span = block.span();
        let mut stretches = Vec::new();
        for (part, id) in basics.index.parts_in(span) {
            let Some(&number) = numbers.get(&id) else { continue };
            let all = basics.glosses.annotations.get(&id).map_or(&[][..], |own| own.anchor.parts());
            let (first, last) = (all.first() == Some(&part), all.last() == Some(&part));
            stretches.extend(block.parts.iter().filter_map(|own| own.intersect(part)).map(|own| Stretch {
                start: reading.to_reading(own.start),
                end: reading.to_reading(own.end),
                what: Remark::Annotation(number),
                first: first && own.start == part.start,
                last: last && own.end == part.end,
            }));
        }
        let from = faults.partition_point(|(own, ..)| own.start + longest < span.start);
        let near = faults.get(from..).unwrap_or(&[]).iter().take_while(|(own, ..)| own.start < span.end);
        for &(part, number, first) in near {
            stretches.extend(block.parts.iter().filter_map(|own| own.intersect(part)).map(|own| Stretch {
                start: reading.to_reading(own.start),
                end: reading.to_reading(own.end),
                what: Remark::Weak(number),
                first: first && own.start == part.start,
                last: false,
            }));
        }
        let label = block.page.map(|own| basics.structure.page_label(own));
        let new = label.filter(|label| block.kind != BlockKind::Note && page.as_ref() != Some(label) && !label.is_empty());
        page = new.clone().or(page);
        let runs = runs(&reading, &mut stretches);
        let mut margin: Vec<Remark> = stretches.iter().filter(|own| own.first).map(|own| own.what).collect();
        margin.dedup();
        found.push(Paragraph { kind: block.kind.name(), level: block.level, page: new, runs, margin });
    }
    found
}

/// The words of `reading`, cut where one of `stretches` or a marker begins or ends.
fn runs(reading: &Reading, stretches: &mut [Stretch]) -> Vec<Run> {
    let text = reading.text.as_str();
    stretches.sort_by_key(|own| (own.start, own.end, own.what));
    let mut cuts: BTreeSet<usize> = BTreeSet::from([0, text.len()]);
    cuts.extend(stretches.iter().flat_map(|own| [own.start, own.end]).chain(reading.markers.iter().flat_map(|own| [own.start, own.end])));
    let cuts: Vec<usize> = cuts.into_iter().filter(|&at| text.is_char_boundary(at)).collect();
    let mut runs = Vec::with_capacity(cuts.len());
    let mut open: Vec<&Stretch> = Vec::new();
    let mut next = stretches.iter().peekable();
    let mut marker = reading.markers.iter().peekable();
    for pair in cuts.windows(2) {
        let &[start, end] = pair else { continue };
        open.retain(|own| own.end > start);
        while let Some(own) = next.next_if(|own| own.start <= start) {
            if own.end > start {
                open.push(own);
            }
        }
        while marker.next_if(|own| own.end <= start).is_some() {}
        let mut run = Run {
            words: text.get(start..end).unwrap_or("").to_owned(),
            marker: marker.peek().is_some_and(|own| own.start <= start && own.end >= end),
            ..Run::default()
        };
        for own in &open {
            match own.what {
                Remark::Annotation(number) => {
                    run.annotations.push(number);
                    run.begins.extend((own.first && own.start == start).then_some(number));
                    run.ends.extend((own.last && own.end == end).then_some(number));
                }
                Remark::Weak(number) => {
                    run.weak.push(number);
                    run.begins_weak.extend((own.first && own.start == start).then_some(number));
                }
            }
        }
        runs.push(run);
    }
    runs
}
