//! Which annotations stand where, and which links hang on them: what the window asks in every frame, answered
//! without walking all of the reader's work.

use std::collections::{BTreeSet, HashMap};
use std::ops::Bound;

use super::{Annotation, End, Glosses, Id, Link, Place};
use crate::text::Span;

/// Spans are filed by pieces of the text of this many bytes (as a shift): about a page.
const PIECE_SHIFT: usize = 12;

/// Derived from [`Glosses`]; kept in step by [`super::apply`].
#[derive(Clone, Debug, Default)]
pub struct Index {
    pieces: HashMap<usize, Vec<(Span, Id)>>,
    /// (start, end, id): the whole document first, then by place, the lost last.
    order: BTreeSet<(usize, usize, Id)>,
    links: HashMap<Id, Vec<Id>>,
}

impl Index {
    /// Files everything; linear.
    pub fn new(glosses: &Glosses) -> Self {
        let mut index = Index::default();
        for annotation in glosses.annotations.values() {
            index.add_annotation(annotation);
        }
        for link in glosses.links.values() {
            index.add_link(link);
        }
        index
    }

    /// The parts of annotations that share a byte with `span`, by start, the longer first.
    pub fn parts_in(&self, span: Span) -> Vec<(Span, Id)> {
        let last = span.end.max(span.start + 1) - 1;
        let mut found: Vec<(Span, Id)> = (span.start >> PIECE_SHIFT..=last >> PIECE_SHIFT)
            .filter_map(|piece| self.pieces.get(&piece))
            .flatten()
            .filter(|(part, _)| part.overlaps(span) || part.contains(span.start))
            .cloned()
            .collect();
        found.sort_unstable_by(|(a, x), (b, y)| (a.start, b.end, x).cmp(&(b.start, a.end, y)));
        found.dedup();
        found
    }

    /// Annotations in the order of the text: those on the whole document, then by place, then the lost.
    pub fn in_order(&self) -> impl DoubleEndedIterator<Item = &Id> + ExactSizeIterator {
        self.order.iter().map(|(_, _, id)| id)
    }

    /// The annotations next to (`span`, `id`) in the order of the text: the one after it and the one before it.
    pub fn neighbours(&self, span: Span, id: Option<&Id>) -> (Option<&Id>, Option<&Id>) {
        let key = (span.start, span.end, id.cloned().unwrap_or_else(|| Id::from("")));
        let next = self.order.range((Bound::Excluded(&key), Bound::Unbounded)).next();
        let previous = self.order.range(..&key).next_back();
        (next.map(|(_, _, id)| id), previous.map(|(_, _, id)| id))
    }

    /// The links that begin or end at annotation `id`, in the order they were made.
    pub fn links_of(&self, id: &Id) -> &[Id] {
        self.links.get(id).map_or(&[], Vec::as_slice)
    }

    pub(super) fn add_annotation(&mut self, annotation: &Annotation) {
        self.order.insert(order_key(annotation));
        for &part in annotation.anchor.parts() {
            for piece in pieces_of(part) {
                self.pieces.entry(piece).or_default().push((part, annotation.id.clone()));
            }
        }
    }

    pub(super) fn remove_annotation(&mut self, annotation: &Annotation) {
        self.order.remove(&order_key(annotation));
        for &part in annotation.anchor.parts() {
            for piece in pieces_of(part) {
                if let Some(filed) = self.pieces.get_mut(&piece) {
                    filed.retain(|(_, id)| *id != annotation.id);
                }
            }
        }
    }

    pub(super) fn add_link(&mut self, link: &Link) {
        for id in ends_of(link) {
            let filed = self.links.entry(id.clone()).or_default();
            if let Err(at) = filed.binary_search(&link.id) {
                filed.insert(at, link.id.clone());
            }
        }
    }

    pub(super) fn remove_link(&mut self, link: &Link) {
        for id in ends_of(link) {
            if let Some(filed) = self.links.get_mut(id) {
                filed.retain(|own| *own != link.id);
            }
        }
    }
}

fn ends_of(link: &Link) -> impl Iterator<Item = &Id> {
    [&link.from, &link.to].into_iter().filter_map(|end| match end {
        End::Annotation(id) => Some(id),
        _ => None,
    })
}

fn pieces_of(part: Span) -> std::ops::RangeInclusive<usize> {
    part.start >> PIECE_SHIFT..=part.end.saturating_sub(1).max(part.start) >> PIECE_SHIFT
}

fn order_key(annotation: &Annotation) -> (usize, usize, Id) {
    let (start, end) = match &annotation.anchor.place {
        Place::Document => (0, 0),
        Place::Parts(_) => annotation.anchor.span().map_or((0, 0), |span| (span.start, span.end)),
        Place::Lost(_) => (usize::MAX, usize::MAX),
    };
    (start, end, annotation.id.clone())
}
