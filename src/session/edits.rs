//! What the reader does, as edits: each of these is one step that can be taken back.

use std::sync::Arc;

use thiserror::Error;

use super::Session;
use super::caret::Step;
use crate::annotation::{Anchor, Annotation, Edit, End, Id, Kind, Link, Outcome, Place, Relation, Strength};
use crate::session::command::Nudge;
use crate::text::{Span, normalise};

/// Why something was not done.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum EditError {
    /// Nothing can be written.
    #[error("These annotations are open read-only; nothing was changed")]
    ReadOnly,
    /// There is nothing to tag.
    #[error("Select some words first: drag over them, or press S for the sentence at the caret")]
    NothingSelected,
    /// There is no annotation to change.
    #[error("Take an annotation in hand first: click it, or press J for the next")]
    NothingInHand,
    /// No kind has this key.
    #[error("No kind is on key {0}; add one under Annotate, Kinds")]
    NoKind(u8),
    /// The caret is not at a citation.
    #[error("No citation was found at the caret; put the caret in one, or select its words and press 3")]
    NoCitation,
    /// The citations are not known yet.
    #[error("The citations of this text are still being read; try again in a moment, or select the words and press 3")]
    StillReading,
    /// No section here.
    #[error("No section begins above the caret; use Comment on the document")]
    NoSection,
    /// An annotation cannot be linked to itself.
    #[error("An annotation cannot be linked to itself; choose another")]
    SelfLink,
    /// A link leads nowhere.
    #[error("{0} is gone; choose another end")]
    Gone(String),
    /// A kind's name is in use.
    #[error("There is a kind named {0} already; choose another name, or merge the two")]
    KindExists(String),
    /// The end would pass the start.
    #[error("The annotation would be empty; remove it with Delete if you mean that")]
    WouldBeEmpty,
    /// The place of a lost annotation is unknown.
    #[error("The words of this annotation are no longer in the text; its ends cannot be moved")]
    Lost,
}

impl Session {
    /// An anchor for `parts`, with its quote and the words around it.
    pub fn anchor(&self, mut parts: Vec<Span>) -> Anchor {
        normalise(&mut parts);
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return Anchor::document() };
        let (before, after) = (self.words_before(first.start), self.words_after(last.end));
        Anchor { quote: self.quote(&parts), before, after, place: Place::Parts(parts) }
    }

    fn words_before(&self, at: usize) -> String {
        let (block, _) = self.locate(at);
        let reading = self.reading(block);
        let mut words = reading.quote(0..reading.to_reading(at));
        let mut index = block;
        while words.chars().count() < CONTEXT {
            let Some(before) = self.next_shown(index, false) else { break };
            words = format!("{} {}", self.reading(before).without_markers(), words);
            index = before;
        }
        let skip = words.chars().count().saturating_sub(CONTEXT);
        words.chars().skip(skip).collect()
    }

    fn words_after(&self, at: usize) -> String {
        let (block, _) = self.locate(at.saturating_sub(1));
        let reading = self.reading(block);
        let mut words = reading.quote(reading.to_reading(at).min(reading.text.len())..reading.text.len());
        let mut index = block;
        while words.chars().count() < CONTEXT {
            let Some(next) = self.next_shown(index, true) else { break };
            words = format!("{} {}", words, self.reading(next).without_markers());
            index = next;
        }
        words.chars().take(CONTEXT).collect()
    }

    /// A new annotation of `kind` at `anchor`, not yet in the document.
    pub fn new_annotation(&self, kind: &str, anchor: Anchor) -> Annotation {
        let now = self.clock.now();
        Annotation {
            id: self.clock.id(),
            kind: kind.into(),
            anchor,
            note: String::new(),
            strength: None,
            reason: String::new(),
            tags: Vec::new(),
            done: None,
            author: Arc::clone(&self.reader),
            created: Arc::clone(&now),
            modified: now,
        }
    }

    /// Adds `annotation` and takes it in hand.
    pub fn add(&mut self, annotation: Annotation) -> Result<Id, EditError> {
        let id = annotation.id.clone();
        let name = format!("tag as {}", self.glosses.kind_name(&annotation.kind).to_lowercase());
        self.commit(&name, None, vec![Edit::PutAnnotation(Arc::new(annotation))])?;
        self.in_hand = Some(id.clone());
        Ok(id)
    }

    /// Tags the selection with the kind on `key`; with nothing selected, changes the kind of the one in hand.
    pub fn tag(&mut self, key: u8) -> Result<Id, EditError> {
        let digit = char::from_digit(u32::from(key), 10);
        let kind = self.glosses.kinds.iter().find(|kind| kind.key.is_some() && kind.key == digit);
        let kind = kind.map(|kind| Arc::clone(&kind.id)).ok_or(EditError::NoKind(key))?;
        self.tag_as(&kind)
    }

    /// The same for the kind called `kind`.
    pub fn tag_as(&mut self, kind: &str) -> Result<Id, EditError> {
        let parts = self.parts_of(self.selection.span());
        if !self.selection.is_empty() && !parts.is_empty() {
            let anchor = self.anchor(parts);
            // Marks of the extraction alone are no words, and could not be found again.
            if anchor.quote.is_empty() {
                return Err(EditError::NothingSelected);
            }
            let annotation = self.new_annotation(kind, anchor);
            let id = self.add(annotation)?;
            // What is tagged is in hand; the caret stays at its end, so that reading goes on from there.
            self.selection = super::Selection::caret(self.selection.span().end);
            return Ok(id);
        }
        let id = self.in_hand.clone().ok_or(EditError::NothingSelected)?;
        self.tag_held_as(kind)?;
        Ok(id)
    }

    /// Changes the kind of the annotation in hand, whatever is selected.
    pub fn tag_held_as(&mut self, kind: &str) -> Result<(), EditError> {
        let id = self.held_id()?;
        let name = format!("change to {}", self.glosses.kind_name(kind).to_lowercase());
        self.change(&id, &name, None, |annotation| annotation.kind = kind.into())
    }

    /// Tags the citation at the caret: a note's marker, a citation in the prose, a reference in a note.
    pub fn tag_citation(&mut self) -> Result<Id, EditError> {
        let missing = if self.is_analysing() { EditError::StillReading } else { EditError::NoCitation };
        let parts = self.citation_parts(self.selection.head).ok_or(missing)?;
        let annotation = self.new_annotation("citation", self.anchor(parts));
        self.add(annotation)
    }

    /// The note marker at byte `at`, or the one that ends or begins there.
    pub fn marker_near(&self, at: usize) -> Option<Span> {
        let block = self.structure.blocks.get(self.structure.block_at(at)?)?;
        let near = |slack: usize| block.markers.iter().copied().find(|marker| marker.start <= at + slack && at <= marker.end + slack);
        // An extraction may put a line's white space between the caret and its marker.
        near(0)
            .or_else(|| near(3).filter(|marker| self.source.slice(Span::new(at.min(marker.end), at.max(marker.start))).trim().is_empty()))
    }

    /// Tags the heading above the caret with a comment.
    pub fn tag_section(&mut self) -> Result<Id, EditError> {
        let section = self.structure.section_at(self.selection.head).ok_or(EditError::NoSection)?;
        let heading = self.structure.sections[section].heading;
        let parts = self.structure.blocks.get(heading).map(|block| block.parts.clone()).unwrap_or_default();
        let annotation = self.new_annotation("comment", self.anchor(parts));
        self.add(annotation)
    }

    /// An annotation on the whole document.
    pub fn tag_document(&mut self) -> Result<Id, EditError> {
        let annotation = self.new_annotation("comment", Anchor::document());
        self.add(annotation)
    }

    /// Changes annotation `id` by `change`, as one step called `name`, or as part of the step before with the same
    /// `merge`.
    pub fn change(
        &mut self, id: &Id, name: &str, merge: Option<&'static str>, change: impl FnOnce(&mut Annotation),
    ) -> Result<(), EditError> {
        let old = self.annotation(id).cloned().ok_or(EditError::NothingInHand)?;
        let mut new = Annotation::clone(&old);
        change(&mut new);
        if new == *old {
            return Ok(());
        }
        new.modified = self.clock.now();
        self.commit(name, merge.map(|field| (id.clone(), field)), vec![Edit::PutAnnotation(Arc::new(new))])
    }

    fn held_id(&self) -> Result<Id, EditError> {
        self.in_hand.clone().filter(|id| self.annotation(id).is_some()).ok_or(EditError::NothingInHand)
    }

    /// Adds the selection to the annotation in hand.
    pub fn add_part(&mut self) -> Result<(), EditError> {
        let id = self.held_id()?;
        let new = self.parts_of(self.selection.span());
        if self.selection.is_empty() || new.is_empty() {
            return Err(EditError::NothingSelected);
        }
        let mut parts = self.annotation(&id).map(|held| held.anchor.parts().to_vec()).unwrap_or_default();
        parts.extend(new);
        let anchor = self.anchor(parts);
        self.change(&id, "add a part", None, |annotation| annotation.anchor = anchor)?;
        self.selection = super::Selection::caret(self.selection.span().end);
        Ok(())
    }

    /// Moves one end of the annotation in hand.
    pub fn nudge(&mut self, nudge: Nudge) -> Result<(), EditError> {
        let id = self.held_id()?;
        let held = self.annotation(&id).cloned().ok_or(EditError::NothingInHand)?;
        if self.outcome(&id) == Outcome::Lost || matches!(held.anchor.place, Place::Lost(_)) {
            return Err(EditError::Lost);
        }
        let mut parts = held.anchor.parts().to_vec();
        let step = if nudge.character { Step::Character } else { Step::Word };
        if nudge.start {
            let first = parts.first_mut().ok_or(EditError::NothingInHand)?;
            let at = match (nudge.forward, nudge.character) {
                // To the start of the next word, and not to the end of this one.
                (true, false) => self.stepped(self.stepped(first.start, Step::Word, true), Step::Word, true),
                _ => self.stepped(first.start, step, nudge.forward),
            };
            let at = if nudge.forward && !nudge.character { self.stepped(at, Step::Word, false) } else { at };
            if at >= first.end {
                return Err(EditError::WouldBeEmpty);
            }
            first.start = at;
        } else {
            let last = parts.last_mut().ok_or(EditError::NothingInHand)?;
            let at = match (nudge.forward, nudge.character) {
                // To the end of the word before, and not to the start of this one.
                (false, false) => {
                    let start = self.stepped(last.end, Step::Word, false);
                    let before = self.stepped(start, Step::Word, false);
                    self.stepped(before, Step::Word, true)
                }
                _ => self.stepped(last.end, step, nudge.forward),
            };
            if at <= last.start {
                return Err(EditError::WouldBeEmpty);
            }
            last.end = at;
        }
        let cut: Vec<Span> = parts.into_iter().flat_map(|part| self.parts_of(part)).collect();
        if cut.is_empty() {
            return Err(EditError::WouldBeEmpty);
        }
        let anchor = self.anchor(cut);
        self.change(&id, "move an end", Some(if nudge.start { "start" } else { "end" }), |annotation| annotation.anchor = anchor)
    }

    /// The next strength of the annotation in hand; after the last, none.
    pub fn next_strength(&mut self) -> Result<(), EditError> {
        let id = self.held_id()?;
        self.change(&id, "change strength", None, |annotation| {
            let next = annotation.strength.map_or(0, |now| Strength::ALL.iter().position(|&s| s == now).map_or(0, |i| i + 1));
            annotation.strength = Strength::ALL.get(next).copied();
        })
    }

    /// To do, done, neither, for the annotation in hand.
    pub fn next_done(&mut self) -> Result<(), EditError> {
        let id = self.held_id()?;
        self.change(&id, "to do or done", None, |annotation| {
            annotation.done = match annotation.done {
                None => Some(false),
                Some(false) => Some(true),
                Some(true) => None,
            };
        })
    }

    /// Removes annotation `id` with its links, in one step; how many links that were.
    pub fn remove(&mut self, id: &Id) -> Result<usize, EditError> {
        if self.annotation(id).is_none() {
            return Err(EditError::NothingInHand);
        }
        let links: Vec<Id> = self.index.links_of(id).to_vec();
        let count = links.len();
        let mut edits: Vec<Edit> = links.into_iter().map(Edit::RemoveLink).collect();
        edits.push(Edit::RemoveAnnotation(id.clone()));
        let name = match count {
            0 => "remove annotation".to_owned(),
            1 => "remove annotation and 1 link".to_owned(),
            n => format!("remove annotation and {n} links"),
        };
        self.commit(&name, None, edits)?;
        if self.in_hand.as_ref() == Some(id) {
            self.in_hand = None;
        }
        Ok(count)
    }

    /// Links `from` to `to`.
    pub fn link(&mut self, from: End, relation: &str, to: End, note: &str) -> Result<Id, EditError> {
        for end in [&from, &to] {
            if let End::Annotation(id) = end
                && self.annotation(id).is_none()
            {
                return Err(EditError::Gone(format!("Annotation {id}")));
            }
        }
        if from == to {
            return Err(EditError::SelfLink);
        }
        let link = Link {
            id: self.clock.id(),
            from,
            relation: relation.into(),
            to,
            note: note.to_owned(),
            author: Arc::clone(&self.reader),
            created: self.clock.now(),
        };
        let id = link.id.clone();
        let mut edits = Vec::new();
        if !self.glosses.relations.iter().any(|known| &*known.id == relation) {
            let mut relations = self.glosses.relations.clone();
            relations.push(Relation { id: relation.into(), name: relation.to_owned() });
            edits.push(Edit::SetRelations(relations));
        }
        edits.push(Edit::PutLink(Arc::new(link)));
        let name = format!("link: {}", self.glosses.relation_name(relation));
        self.commit(&name, None, edits)?;
        Ok(id)
    }

    /// Changes a link's note or relation.
    pub fn change_link(&mut self, id: &Id, merge: Option<&'static str>, change: impl FnOnce(&mut Link)) -> Result<(), EditError> {
        let Some(old) = self.glosses.links.get(id) else { return Err(EditError::Gone("This link".to_owned())) };
        let mut new = Link::clone(old);
        change(&mut new);
        if new == **old {
            return Ok(());
        }
        self.commit("change link", merge.map(|field| (id.clone(), field)), vec![Edit::PutLink(Arc::new(new))])
    }

    /// Removes a link.
    pub fn remove_link(&mut self, id: &Id) -> Result<(), EditError> {
        self.commit("remove link", None, vec![Edit::RemoveLink(id.clone())])
    }

    /// Adds a kind called `name` on the first free digit.
    pub fn add_kind(&mut self, name: &str, color: &str) -> Result<(), EditError> {
        let name = name.trim();
        if self.glosses.kinds.iter().any(|kind| kind.name.eq_ignore_ascii_case(name)) {
            return Err(EditError::KindExists(name.to_owned()));
        }
        let taken = |id: &str| self.glosses.kind(id).is_some() || self.glosses.annotations.values().any(|a| &*a.kind == id);
        let base: String = name.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-");
        let base = if base.is_empty() { "kind".to_owned() } else { base };
        let id = std::iter::once(base.clone()).chain((2..).map(|n| format!("{base}-{n}"))).find(|id| !taken(id)).unwrap_or(base);
        let key = ('1'..='9').find(|&digit| !self.glosses.kinds.iter().any(|kind| kind.key == Some(digit)));
        let mut kinds = self.glosses.kinds.clone();
        kinds.push(Kind { id: id.as_str().into(), name: name.to_owned(), key, color: color.to_owned() });
        self.commit(&format!("add kind {name}"), None, vec![Edit::SetKinds(kinds)])
    }

    /// Changes a kind's name, colour or key. A key that another kind has is taken from that one.
    pub fn change_kind(&mut self, id: &str, merge: Option<&'static str>, change: impl FnOnce(&mut Kind)) -> Result<(), EditError> {
        let mut kinds = self.glosses.kinds.clone();
        let Some(kind) = kinds.iter_mut().find(|kind| &*kind.id == id) else { return Err(EditError::Gone(format!("Kind {id}"))) };
        change(kind);
        let (key, name) = (kind.key, kind.name.clone());
        for other in kinds.iter_mut().filter(|other| &*other.id != id) {
            if key.is_some() && other.key == key {
                other.key = None;
            }
            if other.name == name {
                return Err(EditError::KindExists(name));
            }
        }
        if kinds == self.glosses.kinds {
            return Ok(());
        }
        self.commit("change kind", merge.map(|field| (Id::from(id), field)), vec![Edit::SetKinds(kinds)])
    }

    /// Turns all annotations of kind `from` into `into` and takes `from` off the list, in one step; how many.
    pub fn merge_kind(&mut self, from: &str, into: &str) -> Result<usize, EditError> {
        let target = self.glosses.kind(into).map(|kind| Arc::clone(&kind.id)).ok_or_else(|| EditError::Gone(format!("Kind {into}")))?;
        if from == into {
            return Ok(0);
        }
        let now = self.clock.now();
        let mut edits: Vec<Edit> = Vec::new();
        for annotation in self.glosses.annotations.values().filter(|annotation| &*annotation.kind == from) {
            let changed = Annotation { kind: Arc::clone(&target), modified: Arc::clone(&now), ..Annotation::clone(annotation) };
            edits.push(Edit::PutAnnotation(Arc::new(changed)));
        }
        let count = edits.len();
        edits.push(Edit::SetKinds(self.glosses.kinds.iter().filter(|kind| &*kind.id != from).cloned().collect()));
        self.commit(&format!("merge kind {from} into {into}"), None, edits)?;
        Ok(count)
    }

    /// The words of the selection as they are read; with `source`, in quotation marks and with where they stand.
    pub fn copy(&self, source: bool) -> Option<String> {
        let parts = match self.selection.is_empty() {
            false => self.parts_of(self.selection.span()),
            true => self.held()?.anchor.parts().to_vec(),
        };
        let first = parts.first()?.start;
        let words = if parts.len() > 1 || self.structure.blocks_in(*parts.first()?).len() <= 1 {
            self.quote(&parts)
        } else {
            self.copy_blocks(*parts.first()?)
        };
        let page = self.structure.page_at(first).map(|i| format!(", p. {}", self.structure.page_label(i)));
        Some(if source { format!("“{words}” ({}{})", self.name(), page.unwrap_or_default()) } else { words })
    }

    /// Several paragraphs keep their breaks when copied.
    fn copy_blocks(&self, span: Span) -> String {
        let blocks = self.structure.blocks_in(span).filter(|&i| self.is_shown(i));
        let words = blocks.filter_map(|index| {
            let cut: Vec<Span> = self.structure.blocks[index].parts.iter().filter_map(|part| part.intersect(span)).collect();
            (!cut.is_empty()).then(|| self.quote(&cut))
        });
        words.filter(|words| !words.is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    /// Where Enter leads: from a marker to its note, from a note to its marker, else along the first link of the
    /// annotation in hand. A web address is returned, since only the window can open one.
    pub fn follow(&mut self) -> Follow {
        let at = self.selection.head;
        if let Some(marker) = self.marker_near(at)
            && let Some(note) = self.structure.note_of_marker(marker.start)
        {
            let body = self.structure.notes[note].block.and_then(|block| self.structure.blocks.get(block));
            return match body.map(|block| block.span().start) {
                Some(start) => self.went(start),
                None => Follow::Nothing(format!("Note {} has no text in this file", self.structure.notes[note].label)),
            };
        }
        if let Some(note) = self.structure.block_at(at).and_then(|block| self.structure.note_of_block(block)) {
            return match self.structure.notes[note].markers.first().copied() {
                Some(marker) => self.went(marker.start),
                None => Follow::Nothing(format!("No marker in the text points to note {}", self.structure.notes[note].label)),
            };
        }
        if let Some(described) = self.described_at(at) {
            return self.went(described);
        }
        let Some(id) = self.in_hand.clone() else {
            return Follow::Nothing(
                "There is nothing to follow here: put the caret at a note marker, or take a linked annotation in hand".to_owned(),
            );
        };
        let other = self
            .index
            .links_of(&id)
            .first()
            .and_then(|link| self.glosses.links.get(link))
            .map(|link| if link.from == End::Annotation(id.clone()) { link.to.clone() } else { link.from.clone() });
        match other {
            Some(end) => self.follow_end(&end),
            None => Follow::Nothing("The annotation in hand has no link; press L to make one".to_owned()),
        }
    }

    /// Goes to one end of a link.
    pub fn follow_end(&mut self, end: &End) -> Follow {
        match end {
            End::Annotation(id) if self.annotation(id).is_some() => {
                let id = id.clone();
                self.hold(&id);
                Follow::Went
            }
            End::Annotation(_) => Follow::Nothing("The other end of this link is gone".to_owned()),
            End::Place(anchor) => match anchor.span() {
                Some(span) => self.went(span.start),
                None => Follow::Nothing(format!("The words “{}” are no longer in the text", self.words_of(anchor))),
            },
            End::Url(url) => Follow::Url(url.clone()),
            End::File(path) => Follow::File(path.clone()),
        }
    }

    fn went(&mut self, at: usize) -> Follow {
        self.go(at);
        Follow::Went
    }
}

/// What came of following.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Follow {
    /// The caret is there.
    Went,
    /// A web address to open.
    Url(String),
    /// A file to open, after the reader confirms.
    File(String),
    /// There is nowhere to go; why.
    Nothing(String),
}

/// How many characters are kept before and after an anchor.
const CONTEXT: usize = 40;

/// Whether `text` is a DOI: "10.1000/xyz", with or without "doi:" or the address of the resolver.
pub fn is_doi(text: &str) -> bool {
    let bare = text.trim().trim_start_matches("doi:").trim();
    bare.strip_prefix("10.").and_then(|rest| rest.split_once('/')).is_some_and(|(registrant, suffix)| {
        registrant.len() >= 4 && registrant.chars().all(|c| c.is_ascii_digit() || c == '.') && !suffix.is_empty()
    })
}

/// The web address that `text` names: http, https, or a DOI as the address of its resolver; nothing else is one.
pub fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    if is_doi(text) {
        return Some(format!("https://doi.org/{}", text.trim_start_matches("doi:").trim()));
    }
    let lower = text.to_ascii_lowercase();
    let has_scheme = lower.starts_with("http://") || lower.starts_with("https://");
    if has_scheme && !text.contains(char::is_whitespace) {
        return Some(text.to_owned());
    }
    (lower.starts_with("www.") && !text.contains(char::is_whitespace)).then(|| format!("http://{text}"))
}
