//! The citations of the prose: the markers of notes, names with years, numbers in brackets, addresses; each tied to the
//! works it points to.

use std::collections::HashMap;

use super::bare::{self, Bare};
use super::callouts::{self, Callout, Points};
use super::fields::surname_key;
use super::listed::{Entry, List};
use super::resolve::Desk;
use super::works::Identity;
use super::{Citation, Doubt, Field, Fields, Form, Reference, Style};
use crate::structure::{Block, BlockKind, Reading};
use crate::text::{Span, outer};

impl Desk<'_> {
    /// Each marker points to what its note names.
    pub(super) fn cite_notes(&mut self) {
        for (index, note) in self.structure.notes.iter().enumerate() {
            let first = self.of_note.get(index).and_then(|own| own.first()).and_then(|&own| self.references.get(own));
            let doubt = match first {
                Some(first) => first.doubt.clone(),
                None => note.block.is_none().then(|| Doubt::NoBody(note.label.clone())),
            };
            let locator = first.and_then(|first| first.fields.locator.as_ref()).map(|field| field.text.clone());
            let works = self.works_of(index);
            for &marker in &note.markers {
                self.citations.push(Citation {
                    parts: vec![marker],
                    style: Style::Note,
                    note: Some(index),
                    works: works.clone(),
                    locator: locator.clone(),
                    doubt: doubt.clone(),
                });
            }
        }
    }

    /// What names with years, numbers in brackets and addresses point to.
    pub(super) fn read_prose(&mut self) {
        let entries: Vec<Entry> = self
            .entries
            .iter()
            .filter_map(|(reference, words, number)| {
                Some(Entry { fields: &self.references.get(*reference)?.fields, text: words, number: number.as_deref() })
            })
            .collect();
        let list = List::of(&entries);
        let work_of: Vec<Option<usize>> =
            self.entries.iter().map(|(reference, ..)| self.references.get(*reference).and_then(|reference| reference.work)).collect();
        let mut found = Vec::new();
        let mut by_page = 0;
        for (index, block) in self.structure.blocks.iter().enumerate().filter(|(_, block)| is_read(block.kind)) {
            let (own, reading) = self.read(index, block);
            let mut last: Option<Citation> = None;
            for callout in callouts::find(&reading.text, &reading.markers) {
                let Some((citation, start)) = tie(&callout, &list, &work_of, last.as_ref(), entries.is_empty()) else { continue };
                let parts = reading.to_spans(&own, start..callout.range.end);
                if parts.is_empty() {
                    continue;
                }
                let locator = callout.locator.clone().and_then(|range| reading.text.get(range)).map(str::to_owned);
                let citation = Citation { parts, locator, ..citation };
                // What is part of a reference that says more is no citation of its own.
                let told = |reference: &Reference| reference.fields.title.is_some() || reference.fields.container.is_some();
                let within = |reference: &&Reference| reference.span().overlaps(outer(&citation.parts).unwrap_or_default());
                let note_only = matches!(citation.style, Style::Url | Style::Numeric);
                if block.kind == BlockKind::Note
                    && (note_only || self.named_in(index).any(|reference| told(reference) && within(&reference)))
                {
                    continue;
                }
                by_page += usize::from(matches!(callout.points, Points::AuthorPage { .. }) && !citation.works.is_empty());
                last = Some(citation.clone());
                found.push(citation);
            }
        }
        let by_year = found.iter().filter(|citation| citation.style == Style::AuthorYear).count() - by_page.min(found.len());
        if by_page > 1 && by_page > by_year {
            self.read_pages(&work_of, &mut found);
        }
        if !found.iter().any(|citation| citation.style == Style::Numeric) && by_year < 3 {
            self.read_rounded(&work_of, &mut found);
        }
        if !found.iter().any(|citation| citation.style == Style::Numeric) && by_year < 3 {
            self.read_raised(&work_of, &mut found);
        }
        for citation in &mut found {
            if citation.style == Style::Url {
                self.tie_address(citation);
            }
        }
        self.citations.append(&mut found);
    }

    /// A block as it is read; a note without its number.
    fn read(&self, index: usize, block: &Block) -> (Block, Reading) {
        let body = (block.kind == BlockKind::Note).then(|| self.structure.note_of_block(index)).flatten().and_then(|note| self.body(note));
        body.unwrap_or_else(|| (block.clone(), Reading::of_block(self.text, block)))
    }

    /// A text that cites by name and page also gives pages alone, behind a name in the sentence.
    fn read_pages(&self, work_of: &[Option<usize>], found: &mut Vec<Citation>) {
        let mut people: HashMap<String, Vec<usize>> = HashMap::new();
        for (entry, (reference, ..)) in self.entries.iter().enumerate() {
            let Some(fields) = self.references.get(*reference).map(|reference| &reference.fields) else { continue };
            for name in fields.authors.iter().chain(&fields.editors) {
                people.entry(surname_key(&name.family)).or_default().push(entry);
            }
        }
        let title = |(reference, ..): &(usize, String, Option<String>)| {
            let title = self.references.get(*reference).and_then(|reference| reference.fields.title.as_ref());
            title.map_or_else(String::new, |title| title.text.split([':', '.', '?']).next().unwrap_or("").trim().to_owned())
        };
        let titles: Vec<String> = self.entries.iter().map(title).collect();
        let mut alone: HashMap<String, Vec<usize>> = HashMap::new();
        for (entry, (reference, ..)) in self.entries.iter().enumerate() {
            if let Some([only]) = self.references.get(*reference).map(|reference| reference.fields.authors.as_slice()) {
                alone.entry(surname_key(&only.family)).or_default().push(entry);
            }
        }
        let taken: Vec<Span> = found.iter().flat_map(|citation| citation.parts.iter().copied()).collect();
        for (index, block) in self.structure.blocks.iter().enumerate().filter(|(_, block)| is_prose(block.kind)) {
            let (own, reading) = self.read(index, block);
            let from = taken.partition_point(|part| part.end <= own.span().start);
            let near = taken.get(from..).unwrap_or(&[]).iter().take_while(|part| part.start < own.span().end);
            let near: Vec<_> = near.map(|part| reading.to_reading(part.start)..reading.to_reading(part.end)).collect();
            for bare in bare::pages(&reading.text, &people, &alone, &titles, &near) {
                found.extend(put(&bare, Style::AuthorYear, work_of, &own, &reading));
            }
        }
    }

    /// For each number of a list its entry.
    fn numbered(&self) -> HashMap<u32, usize> {
        let number =
            |(entry, (_, _, number)): (usize, &(usize, String, Option<String>))| Some((number.as_ref()?.parse::<u32>().ok()?, entry));
        self.entries.iter().enumerate().filter_map(number).collect()
    }

    /// Numbers of a numbered list in round brackets: only where they come in the list's order, most of the list is cited so,
    /// and one bracket at least holds several.
    fn read_rounded(&self, work_of: &[Option<usize>], found: &mut Vec<Citation>) {
        let entries = self.numbered();
        if entries.len() < 3 || entries.len() * 10 < self.entries.len() * 9 {
            return;
        }
        let mut seen = 0;
        let mut cited: Vec<usize> = Vec::new();
        let mut several = false;
        let mut own_found = Vec::new();
        for (index, block) in self.structure.blocks.iter().enumerate().filter(|(_, block)| is_prose(block.kind)) {
            let (own, reading) = self.read(index, block);
            for bare in bare::rounded(&reading.text, &entries, &mut seen) {
                several |= bare.entries.len() > 1;
                cited.extend(&bare.entries);
                own_found.extend(put(&bare, Style::Numeric, work_of, &own, &reading));
            }
        }
        cited.sort_unstable();
        cited.dedup();
        if several && cited.len() * 3 >= entries.len() * 2 {
            found.append(&mut own_found);
        }
    }

    /// Raised numbers of a numbered list, which the extraction has let down.
    fn read_raised(&self, work_of: &[Option<usize>], found: &mut Vec<Citation>) {
        let entries = self.numbered();
        let notes = self.structure.notes.iter().filter(|note| note.block.is_some()).count();
        if entries.len() < 3 || entries.len() * 10 < self.entries.len() * 9 || notes > 0 {
            return;
        }
        let mut seen = 0;
        for (index, block) in self.structure.blocks.iter().enumerate().filter(|(_, block)| is_prose(block.kind)) {
            let (own, reading) = self.read(index, block);
            for bare in bare::raised(&reading.text, &reading.markers, &entries, &mut seen) {
                found.extend(put(&bare, Style::Numeric, work_of, &own, &reading));
            }
        }
    }

    /// The references in the note whose body is block `block`.
    fn named_in(&self, block: usize) -> impl Iterator<Item = &Reference> {
        let own = self.structure.note_of_block(block).and_then(|note| self.of_note.get(note));
        own.into_iter().flatten().filter_map(|&index| self.references.get(index))
    }

    /// An address in the prose means the work that a reference gives it for.
    fn tie_address(&self, citation: &mut Citation) {
        let address: String = citation.parts.iter().map(|part| part.of(self.text)).collect();
        let fields = Fields { url: Some(Field { text: address, span: Span::default() }), ..Fields::default() };
        citation.works.extend(self.catalogue.at_address(&Identity::of(&fields, Form::Url)));
    }
}

/// Whether blocks of this kind can cite.
fn is_read(kind: BlockKind) -> bool {
    is_prose(kind) || matches!(kind, BlockKind::Caption | BlockKind::Note)
}

fn is_prose(kind: BlockKind) -> bool {
    matches!(kind, BlockKind::Paragraph | BlockKind::Quotation | BlockKind::ListItem)
}

/// A citation that only the text as a whole could tell.
fn put(bare: &Bare, style: Style, work_of: &[Option<usize>], own: &Block, reading: &Reading) -> Option<Citation> {
    let parts = reading.to_spans(own, bare.range.clone());
    let mut works: Vec<usize> = bare.entries.iter().filter_map(|&entry| work_of.get(entry).copied().flatten()).collect();
    works.sort_unstable();
    works.dedup();
    // Several numbers are several works; several entries under one name leave open which is meant.
    let doubt = (style == Style::AuthorYear && works.len() > 1).then(|| Doubt::Several(works.clone()));
    let locator = bare.locator.clone().and_then(|range| reading.text.get(range)).map(str::to_owned);
    (!parts.is_empty()).then_some(Citation { parts, style, note: None, works, locator, doubt })
}

/// A citation of the prose, without its place, and where it begins in what is read; `None` where only a list could say
/// that it is one, and does not.
fn tie(callout: &Callout, list: &List, work_of: &[Option<usize>], last: Option<&Citation>, no_list: bool) -> Option<(Citation, usize)> {
    let style = match callout.points {
        Points::Numeric(_) | Points::Labels(_) => Style::Numeric,
        Points::Url(_) => Style::Url,
        _ => Style::AuthorYear,
    };
    let bare = Citation { parts: Vec::new(), style, note: None, works: Vec::new(), locator: None, doubt: None };
    match callout.points {
        Points::Url(_) => return Some((bare, callout.range.start)),
        // What leans on the citation before it means its work.
        Points::Leaning => {
            let last = last.filter(|last| last.style != Style::Url)?;
            return Some((Citation { works: last.works.clone(), doubt: last.doubt.clone(), ..bare }, callout.range.start));
        }
        _ => {}
    }
    let found = list.find(callout);
    if found.drop {
        return None;
    }
    let mut works: Vec<usize> = Vec::new();
    for work in found.entries.iter().filter_map(|&entry| work_of.get(entry).copied().flatten()) {
        if !works.contains(&work) {
            works.push(work);
        }
    }
    let doubt = match found.doubt {
        // Two entries of one work leave no doubt.
        Some(Doubt::Several(_)) if works.len() < 2 => None,
        Some(Doubt::Several(_)) => Some(Doubt::Several(works.clone())),
        Some(other) => Some(other),
        None if works.is_empty() && no_list => Some(Doubt::NotListed),
        None => None,
    };
    let start = found.start.filter(|start| callout.range.contains(start)).unwrap_or(callout.range.start);
    Some((Citation { works, doubt, ..bare }, start))
}
