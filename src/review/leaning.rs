//! How much of a text leans on single works: which one a citation is of, and whether the text is about it.

use std::collections::HashMap;

use super::grounds::family;
use super::{Desk, Said};
use crate::citation::Citation;

/// Where the prose names each author, by family name, in order: bytes of the text.
pub(super) type Named = HashMap<String, Vec<usize>>;

/// Finds them, linear in the text.
pub(super) fn named(desk: &Desk) -> Named {
    let mut named = Named::new();
    for work in &desk.citations.works {
        for name in work.authors.iter().filter_map(|name| family(name)) {
            named.entry(name.to_owned()).or_default();
        }
    }
    for sentence in &desk.sentences {
        let Some(said) = desk.prose.get(sentence.said) else { continue };
        let mut at = None;
        for word in desk.words(sentence).split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with(char::is_uppercase)) {
            let Some(places) = named.get_mut(word) else { continue };
            let place = |own: &Said| own.passage.parts(&desk.structure.blocks, sentence.range.clone()).first().map_or(0, |part| part.start);
            let at = *at.get_or_insert_with(|| place(said));
            if places.last() != Some(&at) {
                places.push(at);
            }
        }
    }
    named
}

/// How much of a text leans on single works.
pub struct Leaning<'d, 'a> {
    desk: &'d Desk<'a>,
    named: &'d Named,
}

impl<'d, 'a> Leaning<'d, 'a> {
    /// What is known of the text on `desk`.
    pub fn new(desk: &'d Desk<'a>) -> Self {
        Self { desk, named: desk.named() }
    }

    /// The one work that `citation` is of, if that is sure.
    pub fn only(&self, citation: &Citation) -> Option<usize> {
        match citation.works.as_slice() {
            [work] if citation.doubt.is_none() => Some(*work),
            _ => None,
        }
    }

    /// What the reader calls work `index`.
    pub fn name(&self, index: usize) -> String {
        let Some(work) = self.desk.citations.works.get(index) else { return "one work".to_owned() };
        let title = work.title.as_deref().map(|title| title.chars().take(60).collect::<String>());
        match (work.authors.first(), title) {
            (Some(author), Some(title)) => format!("{author}, {title}"),
            (Some(author), None) => author.clone(),
            (None, Some(title)) => title,
            (None, None) => "one work".to_owned(),
        }
    }

    /// Whether the prose from `start` to `end` speaks of the author of work `index`, or nobody can tell: then the work
    /// is what the text is about. A name in brackets or before a year counts too, so the bar is high where those are
    /// the citations.
    pub fn is_about(&self, index: usize, start: usize, end: usize) -> bool {
        let Some(work) = self.desk.citations.works.get(index) else { return true };
        let Some(places) = work.authors.first().and_then(|name| family(name)).and_then(|name| self.named.get(name)) else { return true };
        let from = places.partition_point(|&at| at < start.saturating_sub(400));
        let to = places.partition_point(|&at| at <= end);
        !self.desk.house.notes() || to.saturating_sub(from) > 1
    }
}
