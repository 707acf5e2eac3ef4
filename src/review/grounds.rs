//! What stands for a sentence: whether it, or the rest of its paragraph, gives a source, and which part of the text it
//! is in. Numbers of one's own results, and what an abstract says, need no source.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::pattern::{Pattern, pattern};
use super::{Desk, Quotation, Sentence, year_in};
use crate::citation::Citation;

/// What a section is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It argues from sources.
    Body,
    /// It tells of the author's own material.
    Own,
    /// It sums up, or says what will come.
    Summary,
    /// It stands behind or before the text.
    Back,
}

/// Where the source that may be meant for a sentence stands, the nearest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Near {
    /// In the sentence itself.
    Here,
    /// In the next one.
    Next,
    /// At the end of the paragraph, which has no other: it may be meant for all of it.
    End,
    /// Further on in the paragraph, where other sentences have their own.
    Later,
    /// Earlier in the paragraph only.
    Before,
    /// Nowhere in the paragraph.
    Nowhere,
}

/// What a rule of the prose has to know of all sentences.
#[derive(Clone, Copy)]
pub struct Grounds<'d, 'a> {
    /// The text.
    pub desk: &'d Desk<'a>,
    /// Whether sources are given in a way that could be read, so that the want of one says something.
    pub sound: bool,
    laid: &'d Laid,
}

/// What is worked out once for all rules of the prose.
#[derive(Clone, Debug, Default)]
pub struct Laid {
    sound: bool,
    parts: Vec<Part>,
    /// Of each paragraph that cites the first sentence that does, the last, and how many do.
    cited: HashMap<usize, (usize, usize, usize)>,
    /// For each family name the paragraphs in which a work of that author is cited.
    authors: HashMap<String, Vec<usize>>,
    /// Paragraphs with a citation of which nothing is known.
    dark: HashSet<usize>,
    /// All names, and other words with a capital, of notes, entries and citations.
    sourced: HashSet<String>,
    /// In how many places of the prose each word with a capital stands.
    named: HashMap<String, usize>,
    /// Words with a capital that somebody is in, comes from or goes to.
    places: HashSet<String>,
}

/// Fewer places that cite than these say nothing of the habits of a text.
const ENOUGH: usize = 4;

/// So many sentences with what may be a citation are a habit too.
const TRACES: usize = 6;

impl Laid {
    /// Works it out, linear in the text.
    pub fn of(desk: &Desk) -> Self {
        let mut laid = Self { sound: sound(desk), parts: parts(desk), ..Self::default() };
        for work in &desk.citations.works {
            for name in work.authors.iter().filter_map(|name| family(name)) {
                laid.authors.entry(name.to_owned()).or_default();
            }
        }
        for (index, sentence) in desk.sentences.iter().enumerate() {
            for citation in desk.cited(sentence) {
                laid.note(desk, citation, sentence.said);
            }
            if !sentence.citations.is_empty() {
                let own = laid.cited.entry(sentence.said).or_insert((index, index, 0));
                (own.1, own.2) = (index, own.2 + 1);
            }
            let mut before = "";
            for word in desk.words(sentence).split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty()) {
                if word.starts_with(char::is_uppercase) {
                    *laid.named.entry(word.to_owned()).or_default() += 1;
                    if matches!(before, "in" | "from" | "to" | "at" | "near" | "In" | "From") {
                        laid.places.insert(word.to_owned());
                    }
                }
                before = word;
            }
        }
        laid.lay_sources(desk);
        laid
    }

    fn lay_sources(&mut self, desk: &Desk) {
        let notes = desk.notes.iter().filter_map(|note| note.passage.as_ref()).map(|passage| passage.words.as_str());
        let entries = (0..desk.citations.references.len()).map(|index| desk.reference_words(index));
        let cited = desk.citations.citations.iter().flat_map(|own| own.parts.iter()).filter_map(|part| desk.text.get(part.start..part.end));
        for words in notes.chain(entries).chain(cited) {
            let capital = words.split(|c: char| !c.is_alphanumeric()).filter(|word| word.starts_with(char::is_uppercase));
            // An entry may shout its names.
            for word in capital {
                self.sourced.insert(word.to_lowercase());
            }
        }
    }

    fn note(&mut self, desk: &Desk, citation: &Citation, said: usize) {
        if citation.works.is_empty() {
            self.dark.insert(said);
        }
        for work in citation.works.iter().filter_map(|&work| desk.citations.works.get(work)) {
            for name in work.authors.iter().filter_map(|name| family(name)) {
                if let Some(own) = self.authors.get_mut(name)
                    && own.last() != Some(&said)
                {
                    own.push(said);
                }
            }
        }
    }
}

impl<'d, 'a> Grounds<'d, 'a> {
    /// What is known of the text on `desk`.
    pub fn new(desk: &'d Desk<'a>) -> Self {
        let laid = desk.laid();
        Self { desk, sound: laid.sound, laid }
    }

    /// What the section of sentence `index` is for.
    pub fn part(&self, index: usize) -> Part {
        let said = self.desk.sentences.get(index).and_then(|sentence| self.desk.prose.get(sentence.said));
        match said.and_then(|said| said.section) {
            Some(section) => self.laid.parts.get(section).copied().unwrap_or(Part::Body),
            // Before the first heading stand the title and the abstract.
            None if self.laid.parts.is_empty() => Part::Body,
            None => Part::Summary,
        }
    }

    /// Whether sentence `index` itself gives a source, read or not.
    pub fn gives(&self, index: usize) -> bool {
        let Some(sentence) = self.desk.sentences.get(index) else { return false };
        !sentence.citations.is_empty() || trace(self.desk.words(sentence))
    }

    /// Whether a source is given in sentence `index` or behind it in its paragraph, or where that goes on.
    pub fn gives_after(&self, index: usize) -> bool {
        let Some(sentence) = self.desk.sentences.get(index) else { return false };
        let Some(said) = self.desk.prose.get(sentence.said) else { return false };
        if self.laid.cited.get(&sentence.said).is_some_and(|&(_, last, _)| last >= index) || self.gives(index) {
            return true;
        }
        let last = said.sentences.end.saturating_sub(1);
        if last != index && (trace_at(self, index + 1) || trace_at(self, last)) {
            return true;
        }
        let next = self.desk.prose.get(sentence.said + 1);
        let whole = said.passage.words.trim_end_matches(['”', '"', '’', '»', '“', ')']).ends_with(['.', '!', '?', '…']);
        let goes_on = |next: &&super::Said| !whole || next.quoted || next.passage.words.starts_with(|c: char| c.is_lowercase());
        next.filter(goes_on).is_some_and(|next| next.sentences.clone().take(2).any(|own| self.gives(own)))
    }

    /// Where the source for sentence `index` may stand.
    pub fn near(&self, index: usize) -> Near {
        let Some(sentence) = self.desk.sentences.get(index) else { return Near::Here };
        if self.gives(index) {
            return Near::Here;
        }
        let last_of = self.desk.prose.get(sentence.said).map_or(index, |said| said.sentences.end.saturating_sub(1));
        if (index < last_of && self.gives(index + 1)) || (index == last_of && self.gives_after(index)) {
            return Near::Next;
        }
        match self.laid.cited.get(&sentence.said) {
            Some(&(_, last, 1)) if last == last_of && last > index && self.closes(last) => Near::End,
            Some(&(_, last, _)) if last > index => Near::Later,
            Some(_) => Near::Before,
            None if self.gives_after(index) => Near::End,
            None => Near::Nowhere,
        }
    }

    /// Whether the source of sentence `index` stands at its very end, as that of a whole paragraph does.
    fn closes(&self, index: usize) -> bool {
        let words = self.desk.sentences.get(index).map_or("", |sentence| self.desk.words(sentence));
        self.desk.house.notes() || words.trim_end_matches(['.', ' ', '”', '"']).ends_with([')', ']'])
    }

    /// Whether what sentence `index` cites is all known and by others than `name`, who is not so much as named there.
    pub fn is_foreign(&self, index: usize, name: &str) -> bool {
        let Some(sentence) = self.desk.sentences.get(index) else { return false };
        let by_other = |citation: &Citation| {
            let words = citation.note.and_then(|note| self.desk.notes.get(note)).and_then(|note| note.passage.as_ref());
            let unnamed = words.is_none_or(|passage| !passage.words.contains(name));
            let works = citation.works.iter().filter_map(|&work| self.desk.citations.works.get(work));
            let known = citation.doubt.is_none() && !citation.works.is_empty() && (citation.note.is_none() || words.is_some());
            known && unnamed && works.into_iter().all(|work| !work.authors.is_empty() && work.authors.iter().all(|own| !own.contains(name)))
        };
        !sentence.citations.is_empty() && self.desk.cited(sentence).all(by_other)
    }

    /// Whether `name` stands in a note, an entry or a citation.
    pub fn is_sourced(&self, name: &str) -> bool {
        self.laid.sourced.contains(&name.to_lowercase())
    }

    /// Whether `name` may well be of somebody or something that the text tells of: it comes often, or is of a place.
    pub fn is_told_of(&self, name: &str) -> bool {
        self.laid.named.get(name).is_some_and(|&count| count > 3) || self.laid.places.contains(name)
    }

    /// Whether some source of the text is by `name`.
    pub fn knows(&self, name: &str) -> bool {
        self.laid.authors.contains_key(name)
    }

    /// Whether paragraph `said` or the one before it cites `name`, or something of which nothing is known.
    pub fn cites_author(&self, name: &str, said: usize) -> bool {
        let near = said.saturating_sub(1)..=said;
        let own = self.laid.authors.get(name).is_some_and(|all| {
            let from = all.partition_point(|&other| other < *near.start());
            all.get(from).is_some_and(|other| near.contains(other))
        });
        own || self.laid.dark.contains(&said)
    }

    /// The sentence in which `quotation` begins.
    pub fn opening(&self, quotation: &Quotation) -> usize {
        let Some(said) = self.desk.prose.get(quotation.said) else { return quotation.sentence };
        let own = self.desk.sentences.get(said.sentences.clone()).unwrap_or(&[]);
        let after = own.partition_point(|sentence| sentence.range.start <= quotation.range.start);
        said.sentences.start + after.saturating_sub(1)
    }

    /// The prose that argues: indices of its sentences.
    pub fn argued(&self) -> impl Iterator<Item = usize> + '_ {
        let desk = self.desk;
        (0..desk.sentences.len()).filter(move |&index| {
            let said = desk.sentences.get(index).and_then(|sentence| desk.prose.get(sentence.said));
            said.is_some_and(|said| !said.quoted) && self.part(index) != Part::Back
        })
    }
}

fn trace_at(grounds: &Grounds, index: usize) -> bool {
    grounds.desk.sentences.get(index).is_some_and(|sentence| trace(grounds.desk.words(sentence)))
}

/// Whether enough sources are given, and not many notes without their markers: then the want of one is no finding.
fn sound(desk: &Desk) -> bool {
    let notes = &desk.structure.notes;
    let lost = notes.iter().filter(|note| note.markers.is_empty()).count();
    // Pages in brackets may not have been read as citations, with a list of works behind.
    let given = || desk.sentences.iter().filter(|sentence| trace(desk.words(sentence))).take(TRACES).count();
    let cites = desk.citations.citations.len() >= ENOUGH || (desk.house.entries >= 3 && given() == TRACES);
    cites && lost * 5 <= notes.len()
}

/// The word of an author's name that a text calls him by; none for the names of bodies.
pub(super) fn family(name: &str) -> Option<&str> {
    let last = name.rsplit(' ').next()?;
    let particles = name.strip_suffix(last)?.split_whitespace().all(|word| word.starts_with(char::is_lowercase));
    (particles && last.chars().count() > 2 && last.starts_with(char::is_uppercase) && last.chars().any(char::is_lowercase)).then_some(last)
}

#[rustfmt::skip]
const OWN: &[&str] = &[
    "method", "data", "result", "finding", "sample", "experiment", "survey", "simulation", "application", "example", "illustration",
    "implementation",
    "interview", "case stud", "ergebnis", "methode", "daten", "umfrage", "résultat", "données", "méthode", "resultado", "datos",
    "métodos", "metodolog",
    "questionnaire", "participants", "analysis", "analyse", "empiri", "evaluation", "measure", "model",
];
#[rustfmt::skip]
const SUMMARY: &[&str] = &[
    "abstract", "summary", "zusammenfassung", "résumé", "resumen", "resumo", "outline", "conclusion", "fazit", "schluss", "highlights",
];
#[rustfmt::skip]
const BACK: &[&str] = &[
    "appendi", "anhang", "annexe", "acknowledg", "danksagung", "remerciement", "glossary", "glossar", "preface", "vorwort", "exercise",
    "bibliogra",
    "references", "works cited", "literatur", "contents", "inhalt", "declaration", "erklärung", "about the author", "abbreviation",
    "dedication",
];

fn parts(desk: &Desk) -> Vec<Part> {
    let mut found: Vec<Part> = Vec::new();
    let mut open: Vec<(usize, Part)> = Vec::new();
    for section in &desk.structure.sections {
        open.retain(|&(end, _)| end > section.span.start);
        let title = section.title.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
        let own = match () {
            () if has(BACK) && !title.starts_with("literature review") => Part::Back,
            () if has(SUMMARY) => Part::Summary,
            () if has(OWN) => Part::Own,
            () => Part::Body,
        };
        // What stands in an appendix is of the appendix.
        let part = open.last().map_or(own, |&(_, above)| if own == Part::Body { above } else { own });
        open.push((section.span.end, part));
        found.push(part);
    }
    found
}

/// The newest year that at least two sources have: a year read wrong stands alone.
pub fn newest(desk: &Desk) -> Option<i32> {
    let mut years: Vec<i32> =
        desk.citations.works.iter().filter_map(|work| year_in(work.year.as_deref()?)).filter(|year| *year < 2100).collect();
    years.sort_unstable();
    years.iter().rev().nth(1).copied()
}

/// The years of all works that `sentence` cites; none where that of one is not known.
pub fn years_of(desk: &Desk, sentence: &Sentence) -> Option<Vec<i32>> {
    let mut years = Vec::new();
    for citation in desk.cited(sentence) {
        if citation.works.is_empty() || citation.doubt.is_some() {
            return None;
        }
        for &work in &citation.works {
            years.push(year_in(desk.citations.works.get(work)?.year.as_deref()?)?);
        }
    }
    Some(years)
}

/// Whether byte `at` of the words of paragraph `said` stands in quotation marks.
pub fn quoted(desk: &Desk, said: usize, at: usize) -> bool {
    let after = desk.quotations.partition_point(|own| (own.said, own.range.start) <= (said, at));
    after.checked_sub(1).and_then(|last| desk.quotations.get(last)).is_some_and(|own| own.said == said && own.range.contains(&at))
}

static TRACE: Pattern = LazyLock::new(|| {
    pattern(concat!(
        r"[(\[][^()\[\]]{0,60}\d[^()\[\]]{0,40}[)\]]|https?:|www\.|\b(?:doi|DOI)\b|[Ii]bid|op\. ?cit|[Ss]upra|\b[Nn]ote \d|\bfn\.? ?\d|\b(?:pp?|S",
        r"|Anm)\. ?\d|§",
        r"|\p{L}[.,;:]\d{1,3}(?:\s|$)|[”’»“)][.,;:]?\d{1,3}(?:\s|$)|[¹²³⁴⁵⁶⁷⁸⁹]|\b(?:[Vv]gl\.|[Cc]f\.|[Ss]iehe|[Vv]oir) |(?:^|[(;,] ?)[Ss]ee |\[\?|\(\?"
    ))
});

/// Whether `words` have something that may be a citation, though it was not read as one.
pub fn trace(words: &str) -> bool {
    TRACE.as_ref().is_some_and(|trace| trace.is_match(words))
}

/// A text's end with some notes, for tests: works of Zartman, Heathershaw, Lynch and Akiner.
#[cfg(test)]
pub const CITED: &str = "\n\nOne says so.[^1] Another does not.[^2] A third may.[^3] A fourth will.[^4]\n\n\
    [^1]: Heathershaw, John. Post-Conflict Tajikistan (London: Routledge, 2009), 21.\n\
    [^2]: I. William Zartman, Ripe for Resolution (Oxford: Oxford University Press, 1989), 40.\n\
    [^3]: Dov Lynch, Russian Peacekeeping Strategies (London: Macmillan, 2000), 150.\n\
    [^4]: Shirin Akiner, Tajikistan: Disintegration or Reconciliation? (London: RIIA, 2001), 16.\n";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn traces() {
        assert!(trace("as he says (45)."));
        assert!(trace("peace.12 It"));
        assert!(!trace("He said (loudly) that 12 men came."));
        assert!(!trace("He was tired of doing nothing."));
    }
}
