//! What the review of an open text says, and what the reader decides about it: which findings and suggestions there are
//! to look at, which one is in hand, and the verdict on it.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{EditError, Session};
use crate::annotation::{Anchor, Annotation, Edit, Id, Judgement, RuleSetting, Strength, Verdict};
use crate::citation::{Home, Style};
use crate::review::{self, Choice, Family, Finding, Review, Severity, Shown, Suggestion, suggestion_rule, undecided};
use crate::structure::BlockKind;
use crate::text::Span;

/// A docket with what it was made for: the revision, the depth, whether the review was there.
pub(super) type Kept = ((u64, Depth, bool), Arc<Docket>);

/// How much of what was found is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Depth {
    /// Errors and warnings.
    #[default]
    Weak,
    /// Remarks too.
    Remarks,
    /// Everything, matters of style too.
    Everything,
}

impl Depth {
    /// All, the least first.
    pub const ALL: [Self; 3] = [Self::Weak, Self::Remarks, Self::Everything];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Weak => "errors, warnings",
            Self::Remarks => "with remarks",
            Self::Everything => "everything",
        }
    }

    fn choice(self, settings: BTreeMap<String, RuleSetting>) -> Choice {
        let lowest = if self == Self::Weak { Severity::Warning } else { Severity::Info };
        Choice { lowest, unasked: self == Self::Everything, settings, ..Choice::default() }
    }
}

/// What is looked at now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// A finding: index in [`Review::findings`], the first of those it stands for.
    Finding(usize),
    /// A suggestion: index in [`Review::suggestions`].
    Suggestion(usize),
}

/// A line of the list of findings.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// What is said, and of which findings.
    pub shown: Shown,
    /// What the reader decided, where that is the same for all it stands for.
    pub verdict: Option<Verdict>,
    /// Why.
    pub reason: String,
    /// The work it is about: index in [`crate::citation::Citations::works`].
    pub work: Option<usize>,
}

impl Item {
    /// What it is known by: its first finding.
    pub fn first(&self) -> usize {
        self.shown.stands_for.first().copied().unwrap_or(0)
    }
}

/// All lines, with what is asked of them in every frame.
#[derive(Clone, Debug, Default)]
pub struct Docket {
    /// In order of place.
    pub items: Vec<Item>,
    /// Suggestions still to be decided, in order of place: indices in [`Review::suggestions`].
    pub suggestions: Vec<usize>,
    /// Where findings stand that are not dismissed: each with its index and its line.
    found: Places<(usize, usize)>,
    /// Where suggestions stand: each with its index.
    suggested: Places<usize>,
}

/// What stands where, so that what is in a stretch of the text is found without walking all of it.
#[derive(Clone, Debug)]
struct Places<T> {
    /// By start.
    list: Vec<(Span, T)>,
    /// The length of the longest.
    longest: usize,
}

impl<T> Default for Places<T> {
    fn default() -> Self {
        Self { list: Vec::new(), longest: 0 }
    }
}

impl<T: Copy + Ord> Places<T> {
    fn of(mut list: Vec<(Span, T)>) -> Self {
        list.sort_unstable();
        let longest = list.iter().map(|(span, _)| span.len()).max().unwrap_or(0);
        Self { list, longest }
    }

    fn inside(&self, span: Span) -> impl Iterator<Item = (Span, T)> + '_ {
        let from = self.list.partition_point(|(own, _)| own.start + self.longest < span.start);
        let near = self.list.get(from..).unwrap_or(&[]).iter().take_while(move |(own, _)| own.start < span.end);
        near.filter(move |(own, _)| own.overlaps(span)).copied()
    }
}

impl Docket {
    /// How many lines wait for a verdict.
    pub fn open(&self) -> usize {
        self.items.iter().filter(|item| item.verdict.is_none()).count()
    }

    /// How many lines have this verdict.
    pub fn with(&self, verdict: Verdict) -> usize {
        self.items.iter().filter(|item| item.verdict == Some(verdict)).count()
    }

    /// The parts of findings that share a byte with `span`: each with its finding and the line it belongs to.
    pub fn parts_in(&self, span: Span) -> impl Iterator<Item = (Span, usize, &Item)> {
        self.found.inside(span).filter_map(|(own, (finding, item))| Some((own, finding, self.items.get(item)?)))
    }

    /// The parts of suggestions that share a byte with `span`, each with its suggestion.
    pub fn suggested_in(&self, span: Span) -> impl Iterator<Item = (Span, usize)> {
        self.suggested.inside(span)
    }

    /// Where all of them stand, by start, each with its line.
    pub fn places(&self) -> impl Iterator<Item = (Span, &Item)> {
        self.found.list.iter().filter_map(|&(span, (_, item))| Some((span, self.items.get(item)?)))
    }

    /// The line that finding `finding` belongs to.
    pub fn item_of(&self, finding: usize) -> Option<usize> {
        self.items.iter().position(|item| item.shown.stands_for.contains(&finding))
    }
}

impl Session {
    /// The review, once it is there.
    pub fn review(&self) -> Option<&Arc<Review>> {
        self.reviewed.as_ref()
    }

    /// What there is to look at and decide, as the reader's work stands now.
    pub fn docket(&self) -> Arc<Docket> {
        let key = (self.revision(), self.depth, self.reviewed.is_some());
        if let Some((made_for, docket)) = self.docket.borrow().as_ref()
            && *made_for == key
        {
            return Arc::clone(docket);
        }
        let docket = Arc::new(self.make_docket());
        *self.docket.borrow_mut() = Some((key, Arc::clone(&docket)));
        docket
    }

    fn make_docket(&self) -> Docket {
        let Some(review) = self.review() else { return Docket::default() };
        let glosses = self.glosses();
        let judged = self.judged(review);
        let shown = review::shown(&review.findings, &self.depth.choice(glosses.rules.clone()));
        let mut docket = Docket { suggestions: undecided(&review.suggestions, glosses, self.index()), ..Docket::default() };
        let mut found = Vec::new();
        for one in shown {
            let ids: Vec<Option<&Id>> = one.stands_for.iter().map(|&index| judged.get(index).and_then(Option::as_ref)).collect();
            let verdicts: BTreeSet<Option<bool>> =
                ids.iter().map(|id| review::verdict(glosses, *id).map(|verdict| verdict == Verdict::Confirmed)).collect();
            let verdict = match verdicts.iter().collect::<Vec<_>>().as_slice() {
                [Some(true)] => Some(Verdict::Confirmed),
                [Some(false)] => Some(Verdict::Dismissed),
                _ => None,
            };
            let reason = ids.first().and_then(|id| glosses.judgements.get((*id)?)).map(|own| own.reason.clone()).unwrap_or_default();
            let line = docket.items.len();
            for (&index, id) in one.stands_for.iter().zip(&ids) {
                if review::verdict(glosses, *id) == Some(Verdict::Dismissed) {
                    continue;
                }
                let parts = review.findings.get(index).map(|finding| finding.parts.as_slice()).unwrap_or(&[]);
                found.extend(parts.iter().map(|&part| (part, (index, line))));
            }
            let work = self.work_of(&one.finding);
            docket.items.push(Item { shown: one, verdict, reason, work });
        }
        docket.found = Places::of(found);
        let suggested = docket.suggestions.iter().filter_map(|&index| Some((review.suggestions.get(index)?, index)));
        docket.suggested = Places::of(suggested.flat_map(|(own, index)| own.parts.iter().map(move |&part| (part, index))).collect());
        docket
    }

    /// The work that a finding is about: that of the reference or the citation it stands in.
    pub fn work_of(&self, finding: &Finding) -> Option<usize> {
        let citations = self.citations()?;
        if finding.parts.is_empty() {
            return None;
        }
        let span = finding.span();
        let in_note = finding.note.map(|note| self.references_in(note)).unwrap_or_default();
        let here = in_note.iter().find(|reference| reference.span().overlaps(span)).or(in_note.first()).copied();
        here.or_else(|| self.reference_at(span.start).filter(|reference| reference.span().overlaps(span))).and_then(|own| own.work).or_else(
            || {
                let next = citations.citations.partition_point(|citation| citation.span().start < span.start);
                let citation = citations.citations.get(next).filter(|citation| citation.span().start < span.end)?;
                citation.works.first().copied()
            },
        )
    }

    /// The suggestion or finding in hand.
    pub fn offer(&self) -> Option<Offer> {
        self.offer
    }

    /// Takes it in hand where one is.
    pub fn hold_offer(&mut self, offer: Offer) {
        self.in_hand = None;
        self.offer = Some(offer);
    }

    /// Takes it in hand, and goes to its words.
    pub fn take_offer(&mut self, offer: Offer) {
        let Some(review) = self.review() else { return };
        let start = match offer {
            Offer::Finding(index) => review.findings.get(index).map(|own| own.parts.first().map(|part| part.start)),
            Offer::Suggestion(index) => review.suggestions.get(index).map(|own| Some(own.span().start)),
        };
        let Some(start) = start else { return };
        if let Some(start) = start {
            self.go(start);
        }
        self.in_hand = None;
        self.offer = Some(offer);
    }

    /// Lays the finding or suggestion in hand down again.
    pub fn drop_offer(&mut self) {
        self.offer = None;
    }

    /// The next finding to decide after the one in hand, or after the caret where that has moved on; or the one before.
    /// Those of the whole text come first; where the gravest are to come first, by weight.
    pub fn next_finding(&self, forward: bool) -> Option<usize> {
        let docket = self.docket();
        let head = self.selection.head;
        let at = |item: &Item| item.shown.finding.span().start;
        let held = match self.offer {
            Some(Offer::Finding(index)) => docket.item_of(index),
            _ => None,
        };
        let stays = |index: &usize| docket.items.get(*index).is_some_and(|item| at(item) == head || item.shown.finding.parts.is_empty());
        let mut order: Vec<usize> = (0..docket.items.len()).collect();
        if self.gravest_first {
            order.sort_by_key(|&index| Reverse(docket.items.get(index).map(|item| item.shown.finding.severity)));
        }
        let here = held.filter(|held| self.gravest_first || stays(held)).and_then(|held| order.iter().position(|&own| own == held));
        let (after, before) = match here {
            Some(here) => (here + 1, here),
            None if self.gravest_first => (0, 0),
            None => {
                let after = docket.items.partition_point(|item| at(item) < head);
                (after, after)
            }
        };
        let open = |index: &&usize| docket.items.get(**index).is_some_and(|item| item.verdict.is_none());
        let found = if forward { order.get(after..)?.iter().find(open) } else { order.get(..before)?.iter().rev().find(open) };
        found.and_then(|&index| docket.items.get(index)).map(Item::first)
    }

    /// The next suggestion after the caret, or the one before.
    pub fn next_suggestion(&self, forward: bool) -> Option<usize> {
        let docket = self.docket();
        let all = &self.review()?.suggestions;
        let key = match self.offer {
            Some(Offer::Suggestion(index)) => (all.get(index)?.span().start, index + 1),
            _ => (self.selection.head, 0),
        };
        let at = |index: &usize| (all.get(*index).map_or(0, |own| own.span().start), *index + 1);
        let after = docket.suggestions.partition_point(|index| at(index) <= key);
        let before = docket.suggestions.partition_point(|index| at(index) < key);
        if forward {
            docket.suggestions.get(after).copied()
        } else {
            before.checked_sub(1).and_then(|i| docket.suggestions.get(i)).copied()
        }
    }

    /// Decides about findings, as one step. Confirming one about a citation also tags that citation as weak, with the
    /// rule as the reason. How many findings that were, and how many citations were tagged.
    pub fn judge(&mut self, findings: &[usize], verdict: Verdict, reason: &str) -> Result<(usize, usize), EditError> {
        let Some(review) = self.review().cloned() else { return Err(EditError::StillReading) };
        let judged = self.judged(&review);
        let mut edits = Vec::new();
        let mut weak: BTreeMap<Vec<Span>, (Strength, Vec<String>)> = BTreeMap::new();
        for &index in findings {
            let Some(finding) = review.findings.get(index) else { continue };
            let old = judged.get(index).and_then(Option::as_ref).and_then(|id| self.glosses().judgements.get(id));
            let id = old.map_or_else(|| self.clock.id(), |old| old.id.clone());
            let judgement = self.judgement(id, finding.rule.id, &finding.parts, verdict, reason);
            edits.push(Edit::PutJudgement(Arc::new(judgement)));
            if verdict == Verdict::Confirmed
                && let Some(parts) = self.cited_by(finding)
            {
                let lost = matches!(finding.rule.id, "marker-without-body" | "empty-note");
                let said = weak.entry(parts).or_insert_with(|| (Strength::Weak, Vec::new()));
                if lost {
                    said.0 = Strength::Missing;
                }
                said.1.push(format!("{}: {}", finding.rule.id, finding.message));
            }
        }
        let (count, marked) = (edits.len(), weak.len());
        for (parts, (strength, reasons)) in weak {
            edits.push(Edit::PutAnnotation(Arc::new(self.weak_citation(parts, strength, &reasons))));
        }
        let what = if verdict == Verdict::Confirmed { "confirm" } else { "dismiss" };
        let name = if count == 1 { format!("{what} a finding") } else { format!("{what} {count} findings") };
        self.commit(&name, None, edits)?;
        Ok((count, marked))
    }

    /// Takes the verdict on findings away, as one step. What was tagged stays.
    pub fn reopen(&mut self, findings: &[usize]) -> Result<usize, EditError> {
        let Some(review) = self.review().cloned() else { return Err(EditError::StillReading) };
        let judged = self.judged(&review);
        let ids = findings.iter().filter_map(|&index| judged.get(index)?.clone());
        let edits: Vec<Edit> = ids.map(Edit::RemoveJudgement).collect();
        let count = edits.len();
        self.commit("reopen", None, edits)?;
        Ok(count)
    }

    /// Changes why findings were judged as they are, as part of the step before where that was the same.
    pub fn explain_judgement(&mut self, finding: usize, reason: &str) -> Result<(), EditError> {
        let Some(review) = self.review().cloned() else { return Err(EditError::StillReading) };
        let judged = self.judged(&review);
        let id = judged.get(finding).and_then(Clone::clone).ok_or(EditError::NothingInHand)?;
        let old = self.glosses().judgements.get(&id).cloned().ok_or(EditError::NothingInHand)?;
        let new = Judgement { reason: reason.to_owned(), ..Judgement::clone(&old) };
        self.commit("reason", Some((id, "reason")), vec![Edit::PutJudgement(Arc::new(new))])
    }

    /// Tags the words of a suggestion as what it proposes, and takes that in hand.
    pub fn accept(&mut self, suggestion: usize) -> Result<Id, EditError> {
        let own = self.suggestion(suggestion)?;
        let mut annotation = self.new_annotation(own.kind, self.anchor(own.parts.clone()));
        if own.kind == "hypothesis" && own.sort != "hypothesis" {
            annotation.tags.push(own.sort.to_owned());
        }
        self.offer = None;
        self.add(annotation)
    }

    /// Dismisses a suggestion for good.
    pub fn decline(&mut self, suggestion: usize) -> Result<(), EditError> {
        let own = self.suggestion(suggestion)?;
        let rule = suggestion_rule(own.kind);
        let judgement = self.judgement(self.clock.id(), &rule, &own.parts, Verdict::Dismissed, "");
        self.commit("dismiss a suggestion", None, vec![Edit::PutJudgement(Arc::new(judgement))])
    }

    /// Sets a rule for this document; `None` takes the setting away.
    pub fn set_rule(&mut self, rule: &str, setting: Option<RuleSetting>) -> Result<(), EditError> {
        let name = if setting == Some(RuleSetting::Off) { format!("switch {rule} off") } else { format!("set {rule}") };
        self.commit(&name, None, vec![Edit::SetRule(rule.to_owned(), setting)])
    }

    /// Findings of the lines that `same` holds for.
    pub fn findings_where(&self, same: impl Fn(&Item) -> bool) -> Vec<usize> {
        let docket = self.docket();
        docket.items.iter().filter(|item| item.verdict.is_none() && same(item)).flat_map(|item| item.shown.stands_for.clone()).collect()
    }

    fn judged(&self, review: &Review) -> Vec<Option<Id>> {
        review::judged(&review.findings, self.glosses(), self.source.as_str(), &self.structure)
    }

    fn suggestion(&self, index: usize) -> Result<Suggestion, EditError> {
        self.review().and_then(|review| review.suggestions.get(index)).cloned().ok_or(EditError::NothingInHand)
    }

    fn judgement(&self, id: Id, rule: &str, parts: &[Span], verdict: Verdict, reason: &str) -> Judgement {
        let at = if parts.is_empty() { Anchor::document() } else { self.anchor(parts.to_vec()) };
        let (author, created) = (Arc::clone(&self.reader), self.clock.now());
        Judgement { id, rule: rule.into(), at, verdict, reason: reason.to_owned(), author, created }
    }

    /// The citation that a finding makes weak: the marker of its note, or what it stands on in the prose; none where
    /// the fault is that there is no citation.
    fn cited_by(&self, finding: &Finding) -> Option<Vec<Span>> {
        if finding.parts.is_empty() || finding.rule.family == Family::Unsupported && finding.note.is_none() {
            return None;
        }
        if let Some(note) = finding.note.and_then(|note| self.structure.notes.get(note)) {
            if let Some(&marker) = note.markers.first() {
                return Some(vec![marker]);
            }
            return Some(finding.parts.clone());
        }
        let citations = self.citations()?;
        let span = finding.span();
        let next = citations.citations.partition_point(|citation| citation.span().end <= span.start);
        let citation = citations.citations.get(next).filter(|own| own.span().start < span.end && own.style != Style::Note);
        let in_list = || {
            let reference = self.reference_at(span.start).filter(|own| matches!(own.home, Home::Entry(_)) && own.span().overlaps(span))?;
            Some(reference.parts.clone())
        };
        citation.map(|own| own.parts.clone()).or_else(in_list)
    }

    /// The annotation of a weak citation: the one that is there, or a new one.
    fn weak_citation(&self, parts: Vec<Span>, strength: Strength, reasons: &[String]) -> Annotation {
        let here = parts.first().map(|first| self.index().parts_in(*first)).unwrap_or_default();
        let old = here.iter().filter_map(|(_, id)| self.annotation(id)).find(|own| &*own.kind == "citation" && own.anchor.parts() == parts);
        let mut annotation = match old {
            Some(old) => Annotation { modified: self.clock.now(), ..Annotation::clone(old) },
            None => self.new_annotation("citation", self.anchor(parts)),
        };
        annotation.strength = annotation.strength.max(Some(strength)).max(Some(Strength::Weak));
        for reason in reasons {
            if !annotation.reason.contains(reason.as_str()) {
                if !annotation.reason.is_empty() {
                    annotation.reason.push('\n');
                }
                annotation.reason.push_str(reason);
            }
        }
        annotation
    }
}

/// Words of the text around a place, as evidence for what is said about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Evidence {
    /// "note 12", "p. 8".
    pub place: String,
    /// The words, on one line.
    pub words: String,
    /// Which of them are meant, in bytes.
    pub meant: std::ops::Range<usize>,
    /// Where to go.
    pub at: usize,
}

/// Characters shown on either side of the words that are meant.
const AROUND: usize = 48;

impl Session {
    /// The words at `span` with some around them.
    pub fn evidence(&self, span: Span) -> Evidence {
        let Some(index) = self.structure.block_at(span.start) else { return Evidence::default() };
        let Some(block) = self.structure.blocks.get(index) else { return Evidence::default() };
        let place = match (self.structure.note_of_block(index).and_then(|note| self.structure.notes.get(note)), block.kind) {
            (Some(note), _) => format!("note {}", note.label),
            (None, BlockKind::BibliographyEntry) => "in the list".to_owned(),
            _ => match self.structure.page_at(span.start) {
                Some(page) => format!("p. {}", self.structure.page_label(page)),
                None => format!("line {}", self.source.line_column(span.start).line),
            },
        };
        let reading = self.reading(index);
        let (start, end) = (reading.to_reading(span.start), reading.to_reading(span.end).max(reading.to_reading(span.start)));
        let text = &reading.text;
        let before = text.get(..start).unwrap_or("");
        let from = before.char_indices().rev().nth(AROUND).map_or(0, |(at, _)| at);
        let from = if from == 0 { 0 } else { before.get(from..).and_then(|rest| rest.find(' ')).map_or(from, |space| from + space + 1) };
        let longest = text.get(start..).unwrap_or("").char_indices().nth(AROUND * 4).map_or(text.len(), |(at, _)| start + at);
        let end = end.min(longest);
        let after = text.get(end..).unwrap_or("");
        let to = after.char_indices().nth(AROUND).map_or(text.len(), |(at, _)| end + at);
        let to = if to == text.len() { to } else { text.get(end..to).and_then(|rest| rest.rfind(' ')).map_or(to, |space| end + space) };
        let lead = if from > 0 { "…" } else { "" };
        let tail = if to < text.len() { "…" } else { "" };
        let words = format!("{lead}{}{tail}", text.get(from..to).unwrap_or(""));
        let shift = lead.len();
        Evidence { place, meant: shift + start - from..shift + end - from, words, at: span.start }
    }
}
