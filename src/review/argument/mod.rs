//! The argument that the reader's tags and links lay open: what each claim rests on, down to the work; what rests on
//! each work; how well each section is supported; what became of each hypothesis. All of it follows from the text and
//! the reader's work, and nothing of it is kept.

pub mod chain;
pub mod coverage;
mod ground;
pub mod ledger;
mod prose;
pub mod rests;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Choice, Finding, Severity, judged, verdict};
use crate::annotation::{self, Annotation, End, Glosses, Id, Strength, Verdict};
use crate::citation::Citations;
use crate::structure::{Structure, quote_of};
use crate::text::Span;

pub use chain::{Chain, Reason, State, Step, What};
pub use coverage::{Class, Cover, Coverage};
pub use ledger::{Ledger, Place, Tested};
pub use prose::{Line, Prose};
pub use rests::{Resting, Rests};

/// A finding that counts: not dismissed, not switched off, no mere remark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// How much it matters in this document.
    pub severity: Severity,
    /// Whether the reader confirmed it.
    pub confirmed: bool,
}

/// For each of `findings` whether it counts, by what the reader set and decided.
pub fn standing(findings: &[Finding], glosses: &Glosses, text: &str, structure: &Structure) -> Vec<Option<Standing>> {
    let choice = Choice { settings: glosses.rules.clone(), ..Choice::default() };
    let judged = judged(findings, glosses, text, structure);
    let own = |(finding, judgement): (&Finding, &Option<Id>)| {
        let verdict = verdict(glosses, judgement.as_ref());
        let severity = choice.severity(finding).or((verdict == Some(Verdict::Confirmed)).then_some(finding.severity))?;
        (verdict != Some(Verdict::Dismissed)).then_some(Standing { severity, confirmed: verdict == Some(Verdict::Confirmed) })
    };
    findings.iter().zip(&judged).map(own).collect()
}

/// All that the argument is read from.
#[derive(Clone, Copy)]
pub struct Basis<'a> {
    /// The source text.
    pub text: &'a str,
    /// What is seen in it.
    pub structure: &'a Structure,
    /// Its sources.
    pub citations: &'a Citations,
    /// Its sentences.
    pub prose: &'a Prose,
    /// The reader's work.
    pub glosses: &'a Glosses,
    /// Where that stands.
    pub index: &'a annotation::Index,
    /// What was found.
    pub findings: &'a [Finding],
    /// Which of that counts: one for each.
    pub standing: &'a [Option<Standing>],
}

impl Basis<'_> {
    /// The words at `parts`, as they are read.
    fn words(&self, parts: &[Span]) -> String {
        quote_of(self.text, self.structure, parts)
    }

    /// The words of an annotation.
    fn words_of(&self, annotation: &Annotation) -> String {
        match (annotation.anchor.quote.as_str(), annotation.anchor.parts()) {
            ("", []) => "the whole document".to_owned(),
            ("", parts) => self.words(parts),
            (quote, _) => quote.to_owned(),
        }
    }

    /// The title of the innermost section at byte `at`; empty where there is none.
    fn section(&self, at: usize) -> &str {
        self.structure.section_at(at).and_then(|own| self.structure.sections.get(own)).map_or("", |own| own.title.as_str())
    }
}

/// An annotation with what it leans on and what speaks against it: indices in [`Argument::nodes`].
#[derive(Clone, Debug)]
struct Node {
    annotation: Arc<Annotation>,
    /// What it rests on, each with the relation.
    rests: Vec<(usize, Arc<str>)>,
    /// What attacks or qualifies it, each with the relation.
    against: Vec<(usize, Arc<str>)>,
    /// Web addresses and files that it rests on.
    outside: Vec<End>,
    /// Citations in its words or right behind them: indices in [`Citations::citations`], in order.
    citations: Vec<usize>,
    /// References that it stands on, in a note or a list: indices in [`Citations::references`], in order.
    references: Vec<usize>,
}

impl Node {
    fn is(&self, kind: &str) -> bool {
        &*self.annotation.kind == kind
    }

    /// Whether it is something that has to be shown to be so.
    fn asserts(&self) -> bool {
        self.is("claim") || self.is("hypothesis")
    }

    fn is_weak(&self) -> bool {
        matches!(self.annotation.strength, Some(Strength::Weak | Strength::Missing))
    }

    /// Whether anything is given for it, by a link or a citation. To say again what is said elsewhere gives nothing.
    fn is_supported(&self) -> bool {
        let borne = self.rests.iter().any(|(_, relation)| &**relation != "restates");
        borne || !(self.outside.is_empty() && self.citations.is_empty() && self.references.is_empty())
    }
}

/// Annotations and links as one graph, with the text's citations beneath it.
#[derive(Clone, Debug, Default)]
pub struct Argument {
    /// In the order of the text.
    nodes: Vec<Node>,
    of_id: BTreeMap<Id, usize>,
    /// For each citation the annotations that have it in or behind their words.
    of_citation: Vec<Vec<usize>>,
    /// For each node those that rest on it.
    above: Vec<Vec<usize>>,
    /// Findings that count, by note.
    of_note: Vec<Vec<usize>>,
    /// The parts of findings that count and are about no note, by start, each with its finding.
    at_place: Vec<(Span, usize)>,
    /// The length of the longest of these.
    longest: usize,
}

impl Argument {
    /// Lays out the argument; linear in the reader's work and in what it covers.
    pub fn new(basis: &Basis) -> Self {
        let mut own = Self::default();
        for annotation in basis.index.in_order().filter_map(|id| basis.glosses.annotations.get(id)) {
            let (citations, references) = ground::under(basis, annotation.anchor.parts());
            own.of_id.insert(annotation.id.clone(), own.nodes.len());
            let annotation = Arc::clone(annotation);
            own.nodes.push(Node { annotation, rests: Vec::new(), against: Vec::new(), outside: Vec::new(), citations, references });
        }
        for link in basis.glosses.links.values() {
            own.lay_link(basis, &link.from, &link.relation, &link.to);
        }
        own.of_citation = vec![Vec::new(); basis.citations.citations.len()];
        own.above = vec![Vec::new(); own.nodes.len()];
        for (index, node) in own.nodes.iter().enumerate() {
            for &citation in &node.citations {
                if let Some(slot) = own.of_citation.get_mut(citation) {
                    slot.push(index);
                }
            }
            for &(below, _) in &node.rests {
                if let Some(slot) = own.above.get_mut(below) {
                    slot.push(index);
                }
            }
        }
        own.lay_findings(basis);
        own
    }

    fn lay_link(&mut self, basis: &Basis, from: &End, relation: &Arc<str>, to: &End) {
        let node = |end: &End| match end {
            End::Annotation(id) => self.of_id.get(id).copied(),
            _ => None,
        };
        let against = matches!(&**relation, "attacks" | "qualifies");
        match (node(from), node(to)) {
            (Some(a), Some(b)) if a != b => {
                let bears = |index: usize| self.nodes.get(index).is_some_and(|own| own.is("evidence") || own.is("citation"));
                let (upper, lower) = match &**relation {
                    "attacks" | "qualifies" => {
                        if let Some(own) = self.nodes.get_mut(b) {
                            own.against.push((a, Arc::clone(relation)));
                        }
                        return;
                    }
                    "supports" => (b, a),
                    "cites" | "restates" => (a, b),
                    // A relation of the reader's own: evidence bears what it is tied to.
                    _ if bears(a) => (b, a),
                    _ if bears(b) => (a, b),
                    _ => return,
                };
                if let Some(own) = self.nodes.get_mut(upper) {
                    own.rests.push((lower, Arc::clone(relation)));
                }
            }
            (Some(own), None) if !against => self.lay_ground(basis, own, to),
            (None, Some(own)) if !against => self.lay_ground(basis, own, from),
            _ => {}
        }
    }

    /// Something that is no annotation bears node `own`.
    fn lay_ground(&mut self, basis: &Basis, own: usize, end: &End) {
        let Some(node) = self.nodes.get_mut(own) else { return };
        match end {
            End::Annotation(_) => {}
            End::Url(_) | End::File(_) => node.outside.push(end.clone()),
            End::Place(anchor) => {
                let (citations, references) = ground::under(basis, anchor.parts());
                let (in_notes, references): (Vec<usize>, Vec<usize>) =
                    references.into_iter().partition(|&reference| ground::marker_of(basis, reference).is_some());
                node.citations.extend(citations.into_iter().chain(in_notes.into_iter().filter_map(|own| ground::marker_of(basis, own))));
                node.references.extend(references);
                for list in [&mut node.citations, &mut node.references] {
                    list.sort_unstable();
                    list.dedup();
                }
            }
        }
    }

    fn lay_findings(&mut self, basis: &Basis) {
        self.of_note = vec![Vec::new(); basis.structure.notes.len()];
        for (index, (finding, standing)) in basis.findings.iter().zip(basis.standing).enumerate() {
            let Some(standing) = standing else { continue };
            if standing.severity < Severity::Warning && !standing.confirmed {
                continue;
            }
            match finding.note.and_then(|note| self.of_note.get_mut(note)) {
                Some(own) => own.push(index),
                None => self.at_place.extend(finding.parts.iter().map(|&part| (part, index))),
            }
        }
        self.at_place.sort_unstable();
        self.longest = self.at_place.iter().map(|(part, _)| part.len()).max().unwrap_or(0);
    }

    /// Findings that are about no note and share a byte with `parts`.
    fn findings_at(&self, parts: &[Span]) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        for part in parts {
            let from = self.at_place.partition_point(|(own, _)| own.start + self.longest < part.start);
            let near = self.at_place.get(from..).unwrap_or(&[]).iter().take_while(|(own, _)| own.start < part.end);
            found.extend(near.filter(|(own, _)| own.overlaps(*part)).map(|&(_, index)| index));
        }
        found
    }

    /// Findings about citation `index` itself, without those about its note.
    fn findings_of_citation(&self, basis: &Basis, index: usize) -> BTreeSet<usize> {
        basis.citations.citations.get(index).map(|own| self.findings_at(&own.parts)).unwrap_or_default()
    }

    /// Findings about note `note`.
    fn findings_of_note(&self, note: usize) -> &[usize] {
        self.of_note.get(note).map_or(&[], Vec::as_slice)
    }

    /// Whether anything is given for `node`, or for what it says again.
    fn is_supported(&self, node: &Node) -> bool {
        node.is_supported() || node.rests.iter().filter_map(|&(own, _)| self.nodes.get(own)).any(Node::is_supported)
    }

    /// The reader's annotation on citation `index`.
    fn tagged(&self, index: usize) -> Option<&Node> {
        let own = self.of_citation.get(index)?.iter().filter_map(|&node| self.nodes.get(node));
        own.filter(|node| node.is("citation")).find(|node| !node.annotation.anchor.parts().is_empty())
    }

    /// Whether anything is the matter with citation `index`: by the reader's word, or by a finding about it or its note.
    fn is_weak_citation(&self, basis: &Basis, index: usize) -> bool {
        let note = basis.citations.citations.get(index).and_then(|own| own.note);
        self.tagged(index).is_some_and(Node::is_weak)
            || note.is_some_and(|note| !self.findings_of_note(note).is_empty())
            || !self.findings_of_citation(basis, index).is_empty()
    }
}

/// A work in a few words: "Akiner and Barnes, “The Tajik Civil War”, 2001".
pub fn work_name(text: &str, structure: &Structure, citations: &Citations, work: usize) -> String {
    let Some(work) = citations.works.get(work) else { return String::new() };
    let authors = match work.authors.as_slice() {
        [] => None,
        [one] => Some(one.clone()),
        [one, two] => Some(format!("{one} and {two}")),
        [first, ..] => Some(format!("{first} et al.")),
    };
    let title = work.title.as_ref().map(|title| format!("“{title}”"));
    let said: Vec<String> = [authors, title, work.year.clone()].into_iter().flatten().collect();
    if said.is_empty() {
        return citations.references.get(work.best).map(|best| quote_of(text, structure, &best.parts)).unwrap_or_default();
    }
    said.join(", ")
}

/// "1 claim", "2 claims".
pub fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

/// At most `longest` characters, cut at a word.
pub fn shorten(words: &str, longest: usize) -> String {
    let Some((cut, _)) = words.char_indices().nth(longest) else { return words.to_owned() };
    let kept = words.get(..cut).unwrap_or("");
    let kept = kept.rfind(' ').filter(|&space| space > cut / 2).and_then(|space| kept.get(..space)).unwrap_or(kept);
    format!("{}…", kept.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':')))
}
