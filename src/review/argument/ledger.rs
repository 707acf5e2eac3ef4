//! The ledger of hypotheses: where each is stated, tested and concluded on, and which of these never happens.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Argument, Basis};
use crate::annotation::Id;

/// A place where something is done with a hypothesis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The annotation.
    pub id: Id,
    /// Where it stands; `None` for the whole document and for what is no longer in the text.
    pub at: Option<usize>,
    /// The title of its section; empty where there is none.
    pub section: String,
    /// How it is tied to the hypothesis; empty for the hypothesis itself.
    pub relation: Arc<str>,
}

/// What became of one hypothesis.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tested {
    /// Its words.
    pub words: String,
    /// Where it is stated.
    pub stated: Place,
    /// Where it is put to the test, in the order of the text.
    pub tested: Vec<Place>,
    /// Where it is concluded on, in the order of the text.
    pub concluded: Vec<Place>,
    /// How many annotations support it, or a restatement of it.
    pub supports: usize,
    /// How many attack it.
    pub attacks: usize,
    /// How many qualify it.
    pub qualifies: usize,
    /// What never happens, in words.
    pub gaps: Vec<&'static str>,
}

/// All hypotheses, in the order of the text. One that restates another is part of that one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ledger {
    /// One line for each.
    pub hypotheses: Vec<Tested>,
}

/// What a section is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Body,
    /// Tested there, and concluded on there.
    Results,
    Closing,
}

#[rustfmt::skip]
const CLOSING: &[&str] = &[
    "conclusion", "concluding", "conclud", "discussion", "summary", "summing up", "final remarks", "closing remarks", "outlook", "schluss",
    "schluß", "fazit", "zusammenfassung", "diskussion", "ausblick", "synthèse", "bilan", "conclusión", "conclusiones", "discusión", "resumen",
    "conclusão", "conclusões", "conclusioni", "discussione",
];
#[rustfmt::skip]
const RESULTS: &[&str] = &["result", "findings", "ergebnis", "résultat", "resultado", "risultat"];

impl Argument {
    /// What became of each hypothesis; linear in the links of all.
    pub fn ledger(&self, basis: &Basis) -> Ledger {
        let parts = parts(basis);
        let part = |at: usize| basis.structure.section_at(at).and_then(|own| parts.get(own)).copied().unwrap_or_default();
        let mut grouped: BTreeSet<usize> = BTreeSet::new();
        let mut found: Vec<(usize, Tested)> = Vec::new();
        // Those first that restate no other; what is left after them restates itself in a ring.
        for ring in [false, true] {
            for (index, node) in self.nodes.iter().enumerate().filter(|(_, node)| node.is("hypothesis")) {
                let restates = node.rests.iter().any(|(other, relation)| {
                    &**relation == "restates" && self.nodes.get(*other).is_some_and(|other| other.is("hypothesis"))
                });
                if restates == ring && !grouped.contains(&index) {
                    let (tested, group) = self.tested(basis, index, &part);
                    grouped.extend(group);
                    found.push((index, tested));
                }
            }
        }
        found.sort_by_key(|(index, _)| *index);
        Ledger { hypotheses: found.into_iter().map(|(_, tested)| tested).collect() }
    }

    fn place(&self, basis: &Basis, node: usize, relation: &Arc<str>) -> Option<Place> {
        let annotation = &self.nodes.get(node)?.annotation;
        let at = annotation.anchor.span().map(|span| span.start);
        let section = at.map_or("", |at| basis.section(at)).to_owned();
        Some(Place { id: annotation.id.clone(), at, section, relation: Arc::clone(relation) })
    }

    fn tested(&self, basis: &Basis, index: usize, part: &impl Fn(usize) -> Part) -> (Tested, BTreeSet<usize>) {
        let stated = self.place(basis, index, &Arc::default());
        let words = self.nodes.get(index).map(|node| basis.words_of(&node.annotation)).unwrap_or_default();
        // It and all that restates it, with what is tied to any of them.
        let mut group = BTreeSet::from([index]);
        let mut open = vec![index];
        let mut tied: BTreeSet<(usize, Arc<str>)> = BTreeSet::new();
        while let Some(own) = open.pop() {
            for &above in self.above.get(own).map_or(&[][..], Vec::as_slice) {
                let relations = self.nodes.get(above).map_or(&[][..], |node| node.rests.as_slice());
                if relations.iter().any(|(to, relation)| *to == own && &**relation == "restates") && group.insert(above) {
                    tied.insert((above, "restates".into()));
                    open.push(above);
                }
            }
            let Some(node) = self.nodes.get(own) else { continue };
            let bearing = node.rests.iter().filter(|(_, relation)| &**relation == "supports");
            tied.extend(bearing.chain(&node.against).cloned());
        }
        let stated_at = stated.as_ref().and_then(|own| own.at);
        let mut result = Tested {
            words,
            stated: stated.unwrap_or_else(|| Place { id: Id::from(""), at: None, section: String::new(), relation: Arc::default() }),
            tested: Vec::new(),
            concluded: Vec::new(),
            supports: 0,
            attacks: 0,
            qualifies: 0,
            gaps: Vec::new(),
        };
        let home = stated_at.and_then(|at| basis.structure.section_at(at));
        for (node, relation) in tied {
            match &*relation {
                "supports" => result.supports += 1,
                "restates" => {}
                "qualifies" => result.qualifies += 1,
                _ => result.attacks += 1,
            }
            let Some(place) = self.place(basis, node, &relation) else { continue };
            let Some(at) = place.at else { continue };
            // A summary that stands before the hypothesis is no conclusion on it.
            let kind = if stated_at.is_some_and(|stated| at < stated) { Part::Body } else { part(at) };
            let elsewhere = basis.structure.sections.is_empty() || basis.structure.section_at(at) != home;
            if kind != Part::Body && elsewhere {
                result.concluded.push(place.clone());
            }
            if kind != Part::Closing && elsewhere {
                result.tested.push(place);
            }
        }
        for list in [&mut result.tested, &mut result.concluded] {
            list.sort_by(|a, b| (a.at, &a.id).cmp(&(b.at, &b.id)));
            list.dedup_by(|a, b| a.id == b.id);
        }
        let late = stated_at.is_some_and(|at| part(at) == Part::Closing);
        match (stated_at, late) {
            (_, true) => result.gaps.push("concluded, never stated"),
            (None, _) if self.is_lost(index) => result.gaps.push("no longer in the text"),
            _ => {}
        }
        match (result.tested.is_empty(), result.concluded.is_empty()) {
            _ if late => {}
            (true, true) => result.gaps.push("stated, never tested"),
            (true, false) => result.gaps.push("concluded on, never tested"),
            (false, true) => result.gaps.push("tested, never concluded on"),
            (false, false) => {}
        }
        (result, group)
    }

    fn is_lost(&self, index: usize) -> bool {
        self.nodes.get(index).is_some_and(|node| matches!(node.annotation.anchor.place, crate::annotation::Place::Lost(_)))
    }
}

/// What each section is for: a section below a conclusion belongs to it.
fn parts(basis: &Basis) -> Vec<Part> {
    let mut found: Vec<Part> = Vec::new();
    let mut open: Vec<(usize, Part)> = Vec::new();
    for section in &basis.structure.sections {
        open.retain(|&(end, _)| end > section.span.start);
        let title = section.title.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
        let own = match () {
            // "Results and discussion" is where it is tested, too.
            () if has(RESULTS) => Part::Results,
            () if has(CLOSING) => Part::Closing,
            () => open.last().map_or(Part::Body, |&(_, above)| above),
        };
        open.push((section.span.end, own));
        found.push(own);
    }
    found
}
