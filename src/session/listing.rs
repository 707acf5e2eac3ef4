//! The table of all annotations: which, in what order. Made anew only when the work, the filter or the order
//! changes.

use std::cmp::Reverse;

use super::Session;
use crate::annotation::{Annotation, Id, Place, Strength};

/// Which annotations are listed. An empty filter lists all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only this kind.
    pub kind: Option<String>,
    /// Only this strength.
    pub strength: Option<Strength>,
    /// Only to do (`false`) or done (`true`).
    pub done: Option<bool>,
    /// Only in this section, by its index.
    pub section: Option<usize>,
    /// Only with all of these words in text, note, reason, tags or author.
    pub words: String,
}

impl Filter {
    /// Whether it lists everything.
    pub fn is_empty(&self) -> bool {
        *self == Filter::default()
    }
}

/// By what the table is sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// Place in the text.
    #[default]
    Place,
    /// Kind, in the toolbar's order.
    Kind,
    /// Strength, the weakest first.
    Strength,
    /// To do first.
    Done,
    /// Last changed first.
    Modified,
}

impl Sort {
    /// All, in the order of the menu.
    pub const ALL: [Sort; 5] = [Sort::Place, Sort::Kind, Sort::Strength, Sort::Done, Sort::Modified];

    /// Its word.
    pub fn name(self) -> &'static str {
        match self {
            Sort::Place => "place",
            Sort::Kind => "kind",
            Sort::Strength => "strength",
            Sort::Done => "to do",
            Sort::Modified => "last change",
        }
    }
}

/// One line of the table.
pub type Row = Id;

/// The lines of the table, in order.
#[derive(Debug, Default)]
pub struct Listing {
    rows: Vec<Row>,
    made_for: Option<(u64, Filter, Sort)>,
}

impl Listing {
    /// The rows for this filter and order, made anew if anything changed.
    pub fn rows(&mut self, session: &Session, filter: &Filter, sort: Sort) -> &[Row] {
        let fresh =
            self.made_for.as_ref().is_some_and(|(revision, was, by)| *revision == session.revision() && was == filter && *by == sort);
        if !fresh {
            self.rows = list(session, filter, sort);
            self.made_for = Some((session.revision(), filter.clone(), sort));
        }
        &self.rows
    }

    /// Forgets what it made: another document is open.
    pub fn clear(&mut self) {
        *self = Self::default();
    }
}

fn list(session: &Session, filter: &Filter, sort: Sort) -> Vec<Row> {
    let words: Vec<String> = filter.words.split_whitespace().map(str::to_lowercase).collect();
    let section = filter.section.and_then(|index| session.structure.sections.get(index)).map(|section| section.span);
    let passes = |annotation: &Annotation| {
        filter.kind.as_deref().is_none_or(|kind| &*annotation.kind == kind)
            && filter.strength.is_none_or(|strength| annotation.strength == Some(strength))
            && filter.done.is_none_or(|done| annotation.done == Some(done))
            && section.is_none_or(|section| annotation.anchor.span().is_some_and(|span| section.contains(span.start)))
            && has_words(annotation, &words)
    };
    let mut rows: Vec<&Annotation> =
        session.index().in_order().filter_map(|id| session.annotation(id)).map(AsRef::as_ref).filter(|a| passes(a)).collect();
    let kinds = &session.glosses().kinds;
    // Sorting is stable: within the same rank the order of the text stays.
    match sort {
        Sort::Place => {}
        Sort::Kind => rows.sort_by_key(|a| kinds.iter().position(|kind| kind.id == a.kind).unwrap_or(usize::MAX)),
        Sort::Strength => rows.sort_by_key(|a| Reverse(a.strength)),
        Sort::Done => rows.sort_by_key(|a| a.done.map_or(2, u8::from)),
        Sort::Modified => rows.sort_by(|a, b| b.modified.cmp(&a.modified)),
    }
    rows.into_iter().map(|annotation| annotation.id.clone()).collect()
}

fn has_words(annotation: &Annotation, words: &[String]) -> bool {
    if words.is_empty() {
        return true;
    }
    let whole_document = matches!(annotation.anchor.place, Place::Document);
    let mut hay = String::new();
    for field in [&annotation.anchor.quote, &annotation.note, &annotation.reason, &annotation.author.to_string()] {
        hay.push_str(&field.to_lowercase());
        hay.push('\n');
    }
    for tag in &annotation.tags {
        hay.push_str(&tag.to_lowercase());
        hay.push('\n');
    }
    if whole_document {
        hay.push_str("document");
    }
    words.iter().all(|word| hay.contains(word.as_str()))
}
