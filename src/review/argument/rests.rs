//! The other direction, "who says so?": all that rests on a work, and what would fall without it.

use std::collections::BTreeSet;

use super::{Argument, Basis, Node};
use crate::annotation::Id;
use crate::citation::Home;

/// An annotation whose chain leads to a work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resting {
    /// Which.
    pub id: Id,
    /// Whether its own words cite the work, or only something that it rests on does.
    pub directly: bool,
    /// Whether every chain of it ends in this work alone.
    pub alone: bool,
}

/// What rests on a work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rests {
    /// Citations that mean it: indices in [`crate::citation::Citations::citations`], in order.
    pub citations: Vec<usize>,
    /// Notes that name it: indices in [`crate::structure::Structure::notes`], in order, each once.
    pub notes: Vec<usize>,
    /// Claims and hypotheses, in the order of the text.
    pub claims: Vec<Resting>,
    /// All other annotations, in the order of the text.
    pub others: Vec<Resting>,
}

impl Rests {
    /// Claims and hypotheses that nothing else bears.
    pub fn would_fall(&self) -> impl Iterator<Item = &Resting> {
        self.claims.iter().filter(|own| own.alone)
    }
}

impl Argument {
    /// What rests on work `work`; linear in the graph.
    pub fn rests_on(&self, basis: &Basis, work: usize) -> Rests {
        let Some(known) = basis.citations.works.get(work) else { return Rests::default() };
        let home = |&index: &usize| match basis.citations.references.get(index)?.home {
            Home::Note(note) => Some(note),
            Home::Entry(_) => None,
        };
        let notes: BTreeSet<usize> = known.references.iter().filter_map(home).collect();
        let own = self.nodes.iter().map(|node| self.names(basis, node, |other| other == work));
        let direct: Vec<bool> = own.collect();
        let on_it = self.upwards(direct.iter().copied());
        let elsewhere = |node: &Node| !node.outside.is_empty() || self.names(basis, node, |other| other != work);
        let on_others = self.upwards(self.nodes.iter().map(elsewhere));
        let mut rests = Rests { citations: known.citations.clone(), notes: notes.into_iter().collect(), ..Rests::default() };
        for (index, node) in self.nodes.iter().enumerate() {
            if !on_it.get(index).copied().unwrap_or(false) {
                continue;
            }
            let resting = Resting {
                id: node.annotation.id.clone(),
                directly: direct.get(index).copied().unwrap_or(false),
                alone: !on_others.get(index).copied().unwrap_or(true),
            };
            if node.asserts() { rests.claims.push(resting) } else { rests.others.push(resting) }
        }
        rests
    }

    /// Whether the text gives a source in the words of annotation `id` or behind them.
    pub fn is_cited(&self, id: &Id) -> bool {
        let node = self.of_id.get(id).and_then(|&index| self.nodes.get(index));
        node.is_some_and(|node| !node.citations.is_empty() || !node.references.is_empty())
    }

    /// How many claims and hypotheses rest on work `work`.
    pub(super) fn claims_on(&self, basis: &Basis, work: usize) -> usize {
        let on_it = self.upwards(self.nodes.iter().map(|node| self.names(basis, node, |other| other == work)));
        on_it.iter().zip(&self.nodes).filter(|(on_it, node)| **on_it && node.asserts()).count()
    }

    /// Whether the citations or references of `node` itself mean a work that `wanted` holds for.
    fn names(&self, basis: &Basis, node: &Node, wanted: impl Fn(usize) -> bool) -> bool {
        let mut cited = node.citations.iter().filter_map(|&own| basis.citations.citations.get(own)).flat_map(|own| &own.works);
        let mut named = node.references.iter().filter_map(|&own| basis.citations.references.get(own)?.work);
        cited.any(|&work| wanted(work)) || named.any(wanted)
    }

    /// Those of `start` and all that rest on them.
    fn upwards(&self, start: impl Iterator<Item = bool>) -> Vec<bool> {
        let mut reached: Vec<bool> = start.collect();
        let mut open: Vec<usize> = reached.iter().enumerate().filter(|(_, own)| **own).map(|(index, _)| index).collect();
        while let Some(index) = open.pop() {
            for &above in self.above.get(index).map_or(&[][..], Vec::as_slice) {
                if let Some(slot) = reached.get_mut(above).filter(|slot| !**slot) {
                    *slot = true;
                    open.push(above);
                }
            }
        }
        reached
    }
}
