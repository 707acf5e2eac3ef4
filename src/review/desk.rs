//! What lies before the reviewer: the text as it is read, cut into sentences, with what each cites, and each note with
//! its references. Worked out once for all rules, so that a rule is only what it looks for.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::grounds::Laid;
use super::leaning::{Named, named};
use super::listing::{Held, Listing, held_against};
use super::passage::Passage;
use super::suggest::{self, Suggestion};
use crate::citation::{Citation, Citations, Home, Reference, Style};
use crate::structure::{BlockKind, Reading, Structure};
use crate::text::{Span, sentence};

/// A paragraph, a quotation set apart, or an item of a list.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// Its words.
    pub passage: Passage,
    /// Which of [`Desk::sentences`] it has.
    pub sentences: Range<usize>,
    /// Whether it is a quotation set apart.
    pub quoted: bool,
    /// The innermost section it stands in: index in [`Structure::sections`].
    pub section: Option<usize>,
}

/// A sentence of the prose.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// Which of [`Desk::prose`] it stands in.
    pub said: usize,
    /// Where, in the words of that.
    pub range: Range<usize>,
    /// What it cites, in order, markers behind its full stop among it: indices in [`Citations::citations`].
    pub citations: Vec<usize>,
}

/// A note as a reviewer sees it.
#[derive(Clone, Debug, Default)]
pub struct NoteSaid {
    /// Its words without the number; `None` where the text has no body for it.
    pub passage: Option<Passage>,
    /// Indices in [`Citations::references`], in order.
    pub references: Vec<usize>,
    /// The sentence that its first marker stands in: index in [`Desk::sentences`].
    pub sentence: Option<usize>,
}

/// Words in quotation marks, in the prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// Which of [`Desk::prose`] it stands in.
    pub said: usize,
    /// Where, with its marks, in the words of that.
    pub range: Range<usize>,
    /// The sentence in which it ends: index in [`Desk::sentences`].
    pub sentence: usize,
    /// How many words it has.
    pub words: usize,
}

/// How the text gives its sources: how many of each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct House {
    /// References in notes.
    pub in_notes: usize,
    /// Names with years (or pages) in the prose.
    pub author_year: usize,
    /// Numbers of a list's entries in the prose.
    pub numeric: usize,
    /// Entries of a reference list.
    pub entries: usize,
}

impl House {
    /// Whether sources stand in notes.
    pub fn notes(self) -> bool {
        self.in_notes > self.author_year.max(self.numeric)
    }
}

/// All that rules look at.
pub struct Desk<'a> {
    /// The source text.
    pub text: &'a str,
    /// What is seen in it.
    pub structure: &'a Structure,
    /// Its sources.
    pub citations: &'a Citations,
    /// The prose, in order.
    pub prose: Vec<Said>,
    /// The sentences of the prose, in order.
    pub sentences: Vec<Sentence>,
    /// Words in quotation marks, in order. Those without a closing mark are not among them.
    pub quotations: Vec<Quotation>,
    /// One for each of [`Structure::notes`].
    pub notes: Vec<NoteSaid>,
    /// How sources are given.
    pub house: House,
    /// The newest year of a source or of an access to one: the text is hardly older.
    pub newest: Option<i32>,
    entries: BTreeMap<usize, Passage>,
    said_of_block: BTreeMap<usize, usize>,
    /// What several rules need and only some texts: worked out when it is first asked for.
    laid: OnceLock<Laid>,
    listing: OnceLock<Listing>,
    held: OnceLock<Vec<Held>>,
    named: OnceLock<Named>,
    suggested: OnceLock<Vec<Suggestion>>,
}

impl<'a> Desk<'a> {
    /// Lays out `text`.
    pub fn new(text: &'a str, structure: &'a Structure, citations: &'a Citations) -> Self {
        let mut desk = Self {
            text,
            structure,
            citations,
            prose: Vec::new(),
            sentences: Vec::new(),
            quotations: Vec::new(),
            notes: vec![NoteSaid::default(); structure.notes.len()],
            house: House::of(citations),
            newest: None,
            entries: BTreeMap::new(),
            said_of_block: BTreeMap::new(),
            laid: OnceLock::new(),
            listing: OnceLock::new(),
            held: OnceLock::new(),
            named: OnceLock::new(),
            suggested: OnceLock::new(),
        };
        desk.lay_prose();
        desk.lay_notes();
        desk.lay_citations();
        desk.quotations = super::quotes::quotations(&desk);
        let years = citations.references.iter().flat_map(|own| [&own.fields.year, &own.fields.accessed]).flatten();
        desk.newest = years.filter_map(|field| year_in(&field.text)).max();
        desk
    }

    fn lay_prose(&mut self) {
        for (block, own) in self.structure.blocks.iter().enumerate() {
            if !matches!(own.kind, BlockKind::Paragraph | BlockKind::Quotation | BlockKind::ListItem) {
                continue;
            }
            let reading = Arc::new(Reading::of_block(self.text, own));
            let passage = Passage::new(&reading, block, 0..reading.text.len());
            let said = self.prose.len();
            let first = self.sentences.len();
            for range in sentence::sentences_around(&reading.text, &reading.markers) {
                let range = passage.of_reading(range.start)..passage.of_reading(range.end);
                if !range.is_empty() {
                    self.sentences.push(Sentence { said, range, citations: Vec::new() });
                }
            }
            self.said_of_block.insert(block, said);
            self.prose.push(Said {
                passage,
                sentences: first..self.sentences.len(),
                quoted: own.kind == BlockKind::Quotation,
                section: self.structure.section_at(own.span().start),
            });
        }
    }

    fn lay_notes(&mut self) {
        for (note, said) in self.structure.notes.iter().zip(&mut self.notes) {
            let Some(block) = note.block else { continue };
            let Some(own) = self.structure.blocks.get(block) else { continue };
            let reading = Arc::new(Reading::of_block(self.text, own));
            let start = reading.to_reading(note.body_start).min(reading.text.len());
            said.passage = Some(Passage::new(&reading, block, start..reading.text.len()));
        }
        for (index, reference) in self.citations.references.iter().enumerate() {
            match reference.home {
                Home::Note(note) => {
                    if let Some(note) = self.notes.get_mut(note) {
                        note.references.push(index);
                    }
                }
                Home::Entry(block) => {
                    let Some(own) = self.structure.blocks.get(block) else { continue };
                    self.entries.entry(block).or_insert_with(|| {
                        let reading = Arc::new(Reading::of_block(self.text, own));
                        Passage::new(&reading, block, 0..reading.text.len())
                    });
                }
            }
        }
    }

    fn lay_citations(&mut self) {
        for (index, citation) in self.citations.citations.iter().enumerate() {
            let at = citation.span().start;
            let Some(sentence) = self.sentence_at(at, citation.style == Style::Note) else { continue };
            if let Some(own) = self.sentences.get_mut(sentence) {
                own.citations.push(index);
            }
        }
        for index in 0..self.structure.notes.len() {
            let marker = self.structure.notes.get(index).and_then(|note| note.markers.first());
            let sentence = marker.and_then(|marker| self.sentence_at(marker.start, true));
            if let Some(note) = self.notes.get_mut(index) {
                note.sentence = sentence;
            }
        }
    }

    /// The sentence at byte `at` of the source; of a marker, the one whose words it stands behind.
    pub fn sentence_at(&self, at: usize, marker: bool) -> Option<usize> {
        let said = self.prose.get(*self.said_of_block.get(&self.structure.block_at(at)?)?)?;
        let own = self.sentences.get(said.sentences.clone())?;
        let place = said.passage.at(at);
        let after = own.partition_point(|sentence| if marker { sentence.range.start < place } else { sentence.range.start <= place });
        (!own.is_empty()).then(|| said.sentences.start + after.saturating_sub(1))
    }

    /// What the rules of the prose have to know of all sentences.
    pub fn laid(&self) -> &Laid {
        self.laid.get_or_init(|| Laid::of(self))
    }

    /// The reference lists, ready to be asked.
    pub(super) fn listing(&self) -> &Listing {
        self.listing.get_or_init(|| Listing::new(self))
    }

    /// What the prose cites by name and year, in order, with what the lists have of it.
    pub(super) fn held(&self) -> &[Held] {
        self.held.get_or_init(|| held_against(self, self.listing()))
    }

    /// Where the prose names the authors of works.
    pub(super) fn named(&self) -> &Named {
        self.named.get_or_init(|| named(self))
    }

    /// What may be worth a tag.
    pub fn suggested(&self) -> &[Suggestion] {
        self.suggested.get_or_init(|| suggest::suggestions(self))
    }

    /// The words of a sentence.
    pub fn words(&self, sentence: &Sentence) -> &str {
        self.prose.get(sentence.said).and_then(|said| said.passage.words.get(sentence.range.clone())).unwrap_or("")
    }

    /// Where `range` of the words of a sentence stands.
    pub fn parts_in(&self, sentence: &Sentence, range: Range<usize>) -> Vec<Span> {
        let Some(said) = self.prose.get(sentence.said) else { return Vec::new() };
        let start = sentence.range.start;
        said.passage.parts(&self.structure.blocks, start + range.start..(start + range.end).min(sentence.range.end))
    }

    /// Where a sentence stands.
    pub fn parts(&self, sentence: &Sentence) -> Vec<Span> {
        self.parts_in(sentence, 0..sentence.range.len())
    }

    /// What a sentence cites.
    pub fn cited<'s>(&'s self, sentence: &'s Sentence) -> impl Iterator<Item = &'a Citation> + 's {
        sentence.citations.iter().filter_map(|&index| self.citations.citations.get(index))
    }

    /// Whether sentence `index`, or the one behind it in its paragraph, cites anything: a citation often stands at the
    /// end of what it is for.
    pub fn is_supported(&self, index: usize) -> bool {
        let Some(own) = self.sentences.get(index) else { return false };
        let next = self.sentences.get(index + 1).filter(|next| next.said == own.said);
        !own.citations.is_empty() || next.is_some_and(|next| !next.citations.is_empty())
    }

    /// The words that hold reference `index`, and where in them it stands.
    pub fn passage_of(&self, index: usize) -> Option<(&Passage, Range<usize>)> {
        let reference = self.citations.references.get(index)?;
        let passage = match reference.home {
            Home::Note(note) => self.notes.get(note)?.passage.as_ref()?,
            Home::Entry(block) => self.entries.get(&block)?,
        };
        Some((passage, passage.range_of(reference.span())))
    }

    /// The words of reference `index`, as read.
    pub fn reference_words(&self, index: usize) -> &str {
        self.passage_of(index).and_then(|(passage, range)| passage.words.get(range)).unwrap_or("")
    }

    /// Where `range` of the words of reference `index` stands.
    pub fn parts_of(&self, index: usize, range: Range<usize>) -> Vec<Span> {
        let Some((passage, own)) = self.passage_of(index) else { return Vec::new() };
        passage.parts(&self.structure.blocks, own.start + range.start..(own.start + range.end).min(own.end))
    }

    /// The note that reference `index` stands in; none for an entry of a list.
    pub fn note_of(&self, index: usize) -> Option<usize> {
        match self.citations.references.get(index)?.home {
            Home::Note(note) => Some(note),
            Home::Entry(_) => None,
        }
    }

    /// What note `note` is called.
    pub fn label(&self, note: usize) -> &'a str {
        self.structure.notes.get(note).map_or("", |note| note.label.as_str())
    }

    /// Where reference `index` stands, for the reader: "note 12", "the list".
    pub fn place_of(&self, index: usize) -> String {
        match self.note_of(index) {
            Some(note) => format!("note {}", self.label(note)),
            None => "the list".to_owned(),
        }
    }

    /// References that describe a work by themselves and without doubt, with their indices.
    pub fn described(&self) -> impl Iterator<Item = (usize, &'a Reference)> + '_ {
        use crate::citation::Form;
        let describes = |own: &&Reference| matches!(own.form, Form::Full | Form::Url | Form::Incomplete) && own.doubt.is_none();
        self.citations.references.iter().enumerate().filter(move |(_, own)| describes(own))
    }
}

impl House {
    fn of(citations: &Citations) -> Self {
        let mut house = Self::default();
        for reference in &citations.references {
            match reference.home {
                Home::Note(_) => house.in_notes += 1,
                Home::Entry(_) => house.entries += 1,
            }
        }
        for citation in &citations.citations {
            match citation.style {
                Style::AuthorYear => house.author_year += 1,
                Style::Numeric => house.numeric += 1,
                Style::Note | Style::Url => {}
            }
        }
        house
    }
}

/// The last year from 1000 to 2100 in `words`.
pub fn year_in(words: &str) -> Option<i32> {
    let digits = words.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4);
    digits.filter_map(|run| run.parse().ok()).rfind(|year| (1000..=2100).contains(year))
}
