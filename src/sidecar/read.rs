//! From the bytes of a sidecar to the reader's work. What cannot be read at all is an error that names its line; what
//! can be read and does not fit is kept, and said.

use std::collections::btree_map::{BTreeMap, Entry};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{fs, io};

use imbl::OrdMap;

use super::survey::{survey, survey_until};
use super::words::same_letters;
use super::{LARGEST, Stamp, VERSION, same_words, wire};
use crate::annotation::{Anchor, Annotation, End, Glosses, Id, Judgement, Link, Outcome, Place, Progress};
use crate::text::{SourceText, Span, normalise};

/// What a sidecar says about its text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DocumentFacts {
    /// The file name of the text when it was written.
    pub name: String,
    /// The encoding the reader chose.
    pub encoding: String,
    /// Its length in code points.
    pub chars: usize,
    /// The fingerprint of the text.
    pub sha256: String,
}

/// A sidecar as it was read.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The reader's work.
    pub glosses: Glosses,
    /// What it says about its text.
    pub document: DocumentFacts,
    /// Annotations, judgements and links whose words are not where the file says; those not named here are.
    pub outcomes: BTreeMap<Id, Outcome>,
    /// Whether the text is the one it was written for.
    pub same_text: bool,
    /// Whether it has comments, which the next save loses.
    pub has_comments: bool,
    /// What does not fit and was kept, a sentence each.
    pub warnings: Vec<String>,
    /// The bytes that were read.
    pub stamp: Stamp,
}

/// Why a sidecar cannot be read. It must not be written over, whichever it is.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// It is damaged, or was changed by hand and is no longer RON.
    #[error("The sidecar {} cannot be read in line {line}, column {column} ({expected}, at `{excerpt}`): mend it there in a text editor, or put its .bak in its place.", path.display())]
    Malformed {
        /// The file.
        path: PathBuf,
        /// 1-based line.
        line: usize,
        /// 1-based column in code points.
        column: usize,
        /// What ought to stand there.
        expected: String,
        /// The line, or what is near on it.
        excerpt: String,
    },
    /// A later version of the program wrote it.
    #[error("The sidecar {} is of version {version}, and this program knows version {VERSION}: open it with a newer Glossator.", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: u64,
    },
    /// More than [`LARGEST`].
    #[error("The sidecar {} has {megabytes} MB, more than can be opened: look whether it is the right file.", path.display())]
    TooLarge {
        /// The file.
        path: PathBuf,
        /// Its size.
        megabytes: u64,
    },
    /// The system does not give it.
    #[error("The sidecar {} cannot be read ({source}): look whether it is there and whether you may read it.", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

/// The encoding that a sidecar keeps, to decode the text by. `None` where there is no sidecar or it says nothing.
pub fn chosen_encoding(sidecar: &Path) -> Option<String> {
    let bytes = bytes_of(sidecar).ok()??;
    // Whatever else is wrong with the file: the encoding in it is the reader's choice.
    survey_until(&String::from_utf8_lossy(&bytes), |found| found.encoding.is_some()).encoding.filter(|encoding| !encoding.is_empty())
}

/// Reads the sidecar of `source`; `None` when there is none.
pub fn read(sidecar: &Path, source: &SourceText) -> Result<Option<Loaded>, ReadError> {
    bytes_of(sidecar)?.map(|bytes| parse_bytes(&bytes, sidecar, source)).transpose()
}

pub(super) fn parse_bytes(bytes: &[u8], path: &Path, source: &SourceText) -> Result<Loaded, ReadError> {
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(bytes.get(..error.valid_up_to()).unwrap_or(bytes));
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1;
        malformed(path, &String::from_utf8_lossy(bytes), line, column, "expected UTF-8".to_owned())
    })?;
    let loaded = parse(text, path, source)?;
    Ok(Loaded { stamp: Stamp::of(bytes), ..loaded })
}

/// Reads the `text` of a sidecar; `path` is for the words of an error.
pub fn parse(text: &str, path: &Path, source: &SourceText) -> Result<Loaded, ReadError> {
    // Editors of another system put this mark before UTF-8.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = survey(text);
    let newer = |version| ReadError::Newer { path: path.to_owned(), version };
    if let Some(version) = first.version.filter(|&version| version > VERSION) {
        return Err(newer(version));
    }
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let file: wire::Sidecar = options.from_str(text).map_err(|error| {
        let (at, end) = (error.span.start, error.span.end);
        let rest = text.split_inclusive('\n').skip(end.line - 1);
        // What is left behind the place where reading stopped.
        let cut_short = rest.enumerate().all(|(i, line)| line.chars().skip(if i == 0 { end.col - 1 } else { 0 }).all(char::is_whitespace));
        malformed(path, text, at.line, at.col, if cut_short { "the file ends too early".to_owned() } else { in_words(&error.code) })
    })?;
    match file.version {
        VERSION => {}
        0 => return Err(malformed(path, text, 1, 1, format!("expected version {VERSION}, found 0"))),
        version => return Err(newer(version)),
    }
    let document = DocumentFacts {
        name: file.document.name,
        encoding: file.document.encoding,
        chars: file.document.chars,
        sha256: file.document.sha256,
    };
    let same_text = document.sha256.eq_ignore_ascii_case(source.sha256());
    let mut reader = Reader { source, same_text, outcomes: BTreeMap::new(), warnings: Vec::new(), shared: HashMap::new() };
    let mut glosses = Glosses {
        kinds: file.kinds.into_iter().map(Into::into).collect(),
        relations: file.relations.into_iter().map(Into::into).collect(),
        annotations: reader.annotations(file.annotations),
        links: reader.links(file.links),
        judgements: reader.judgements(file.judgements),
        rules: BTreeMap::new(),
        progress: reader.progress(file.progress),
    };
    for (rule, setting) in file.rules {
        match glosses.rules.entry(rule) {
            Entry::Vacant(free) => drop(free.insert(setting.into())),
            Entry::Occupied(first) => {
                let said = format!("The rule “{}” is set twice; the first setting holds, and the next save drops the second.", first.key());
                reader.warnings.push(said);
            }
        }
    }
    reader.undeclared(&glosses);
    reader.dangling(&glosses);
    Ok(Loaded {
        glosses,
        document,
        outcomes: reader.outcomes,
        same_text,
        has_comments: first.comments,
        warnings: reader.warnings,
        stamp: Stamp::of(text.as_bytes()),
    })
}

/// The bytes of the file; `None` when there is none.
fn bytes_of(path: &Path) -> Result<Option<Vec<u8>>, ReadError> {
    let unreadable = |source| ReadError::Unreadable { path: path.to_owned(), source };
    match fs::metadata(path) {
        Ok(facts) if facts.len() > LARGEST => Err(ReadError::TooLarge { path: path.to_owned(), megabytes: facts.len().div_ceil(1 << 20) }),
        Ok(_) => fs::read(path).map(Some).map_err(unreadable),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(error)),
    }
}

fn malformed(path: &Path, text: &str, line: usize, column: usize, expected: String) -> ReadError {
    let whole = text.lines().nth(line.saturating_sub(1)).unwrap_or("");
    // A file on one line must not make a message of a megabyte.
    let from = column.saturating_sub(40);
    let excerpt: String = whole.chars().skip(from).take(80).collect();
    ReadError::Malformed { path: path.to_owned(), line, column, expected, excerpt: excerpt.trim().to_owned() }
}

/// What ron says, where its own words are for programmers.
fn in_words(error: &ron::Error) -> String {
    match error {
        ron::Error::ExceededRecursionLimit => "too many brackets in one another".to_owned(),
        ron::Error::TrailingCharacters => "the file goes on after its end".to_owned(),
        ron::Error::ExpectedStringEnd => "a quotation mark is opened here and never closed".to_owned(),
        ron::Error::MissingStructField { field, .. } => format!("the field `{field}` is missing"),
        other => {
            let said = other.to_string();
            let mut chars = said.chars();
            chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
        }
    }
}

/// Turns records of the file into those of the program, and notes what does not fit.
struct Reader<'a> {
    source: &'a SourceText,
    same_text: bool,
    outcomes: BTreeMap<Id, Outcome>,
    warnings: Vec<String>,
    /// Kinds, authors, rules: few words, said often.
    shared: HashMap<String, Arc<str>>,
}

impl Reader<'_> {
    fn annotations(&mut self, records: Vec<wire::Annotation>) -> OrdMap<Id, Arc<Annotation>> {
        let ids = self.ids("annotations", records.iter().map(|record| record.id.as_str()));
        let convert = |(mut record, id): (wire::Annotation, Id)| {
            let anchor = self.anchor(record.take_anchor(), &id, "annotation");
            let annotation = Annotation {
                id: id.clone(),
                kind: self.share(record.kind),
                anchor,
                note: record.note,
                strength: record.strength.map(Into::into),
                reason: record.reason,
                tags: record.tags,
                done: record.done,
                author: self.share(record.author),
                created: record.created.into(),
                modified: record.modified.into(),
            };
            (id, Arc::new(annotation))
        };
        records.into_iter().zip(ids).map(convert).collect()
    }

    fn links(&mut self, records: Vec<wire::Link>) -> OrdMap<Id, Arc<Link>> {
        let ids = self.ids("links", records.iter().map(|record| record.id.as_str()));
        let convert = |(record, id): (wire::Link, Id)| {
            let link = Link {
                id: id.clone(),
                from: self.end(record.from, &id),
                relation: self.share(record.relation),
                to: self.end(record.to, &id),
                note: record.note,
                author: self.share(record.author),
                created: record.created.into(),
            };
            (id, Arc::new(link))
        };
        records.into_iter().zip(ids).map(convert).collect()
    }

    fn judgements(&mut self, records: Vec<wire::Judgement>) -> OrdMap<Id, Arc<Judgement>> {
        let ids = self.ids("judgements", records.iter().map(|record| record.id.as_str()));
        let convert = |(record, id): (wire::Judgement, Id)| {
            let judgement = Judgement {
                id: id.clone(),
                rule: self.share(record.rule),
                at: self.anchor(record.at, &id, "judgement"),
                verdict: record.verdict.into(),
                reason: record.reason,
                author: self.share(record.author),
                created: record.created.into(),
            };
            (id, Arc::new(judgement))
        };
        records.into_iter().zip(ids).map(convert).collect()
    }

    fn progress(&mut self, records: Vec<wire::Progress>) -> Vec<Progress> {
        let convert = |record: wire::Progress| {
            let (anchor, _, trouble) = self.place(record.at);
            if let Some(trouble) = trouble {
                self.warnings.push(format!("A section checked {trouble}."));
            }
            Progress { at: anchor, done: record.done }
        };
        records.into_iter().map(convert).collect()
    }

    fn end(&mut self, end: wire::End, link: &Id) -> End {
        match end {
            wire::End::Annotation(id) => End::Annotation(Id(id.into())),
            wire::End::Place(anchor) => End::Place(self.anchor(anchor, link, "link")),
            wire::End::Url(url) => End::Url(url),
            wire::End::File(file) => End::File(file),
        }
    }

    /// The anchor of record `id`, with its outcome and its troubles noted.
    fn anchor(&mut self, wire: wire::Anchor, id: &Id, record: &str) -> Anchor {
        let (anchor, outcome, trouble) = self.place(wire);
        if outcome != Outcome::Exact {
            self.outcomes.insert(id.clone(), outcome);
        }
        if let Some(trouble) = trouble {
            self.warnings.push(format!("The {record} “{id}” {trouble}."));
        }
        anchor
    }

    /// Where a place is now, whether its words are there, and what is wrong with its positions as such.
    fn place(&self, wire: wire::Anchor) -> (Anchor, Outcome, Option<&'static str>) {
        let wire::Anchor { parts: stored, quote, before, after, lost } = wire;
        let (place, trouble) = self.find(stored, &quote, lost);
        let outcome = if matches!(place, Place::Lost(_)) { Outcome::Lost } else { Outcome::Exact };
        (Anchor { place, quote, before, after }, outcome, trouble)
    }

    fn find(&self, stored: Vec<(usize, usize)>, quote: &str, lost: bool) -> (Place, Option<&'static str>) {
        if lost && quote.is_empty() {
            return (Place::Lost(stored), None);
        }
        if stored.is_empty() {
            // Words without a position are yet to be found; only without words is the whole document meant.
            return (if quote.is_empty() { Place::Document } else { Place::Lost(stored) }, None);
        }
        let found: Option<Vec<Span>> = stored.iter().map(|&(start, end)| self.span(start.min(end), start.max(end))).collect();
        let Some(mut spans) = found else {
            // In a changed text that is no wonder, and the outcome says it.
            return (Place::Lost(stored), self.same_text.then_some("reaches beyond the end of the text and is kept as it is"));
        };
        normalise(&mut spans);
        if spans.is_empty() {
            return (Place::Lost(stored), Some("covers no characters and is kept as it is"));
        }
        let forward = stored.iter().all(|(start, end)| start < end);
        let in_order = forward && stored.is_sorted_by(|(_, end), (start, _)| end <= start);
        let words: Vec<&str> = spans.iter().map(|&span| self.source.slice(span)).collect();
        let there = match quote {
            "" => self.same_text && forward,
            _ => same_words(&words, quote) || (self.same_text && same_letters(&words, quote)),
        };
        if there {
            (Place::Parts(spans), (!in_order).then_some("has parts that overlap or are out of order; they were put in order"))
        } else {
            (Place::Lost(stored), (!in_order).then_some("has parts that overlap or are out of order, and is kept as it is"))
        }
    }

    /// The span of code points, counted from its start on: most are short, and a large file has many.
    fn span(&self, start: usize, end: usize) -> Option<Span> {
        let text = self.source.as_str();
        let from = self.source.units().from_points(text, start)?;
        let rest = text.get(from..)?;
        let len = rest.char_indices().map(|(at, _)| at).chain([rest.len()]).nth(end - start)?;
        Some(Span::new(from, from + len))
    }

    /// The ids of one list, each once: the second of two that are the same gets a suffix, by rule and not by chance,
    /// so that two readers of the file name it alike.
    fn ids<'i>(&mut self, list: &str, given: impl Iterator<Item = &'i str> + Clone) -> Vec<Id> {
        let all: HashSet<&str> = given.clone().collect();
        let mut seen: HashMap<&str, usize> = HashMap::new();
        let mut name = |id: &'i str| {
            let number = seen.entry(id).and_modify(|number| *number += 1).or_insert(1);
            if *number == 1 {
                return Id::from(id);
            }
            let mut fresh = format!("{id}~{number}");
            while all.contains(fresh.as_str()) {
                *number += 1;
                fresh = format!("{id}~{number}");
            }
            self.warnings.push(format!("Two of the {list} have the id “{id}”; the second is now “{fresh}”."));
            Id(fresh.into())
        };
        given.map(&mut name).collect()
    }

    fn share(&mut self, text: String) -> Arc<str> {
        if let Some(known) = self.shared.get(text.as_str()) {
            return Arc::clone(known);
        }
        let new: Arc<str> = text.as_str().into();
        self.shared.insert(text, Arc::clone(&new));
        new
    }

    /// Names kinds and relations that are used and not declared, or declared twice.
    fn undeclared(&mut self, glosses: &Glosses) {
        let kinds = glosses.kinds.iter().map(|kind| &*kind.id);
        let used = glosses.annotations.values().map(|annotation| &*annotation.kind);
        self.compare("kind", kinds, used);
        let relations = glosses.relations.iter().map(|relation| &*relation.id);
        let used = glosses.links.values().map(|link| &*link.relation);
        self.compare("relation", relations, used);
    }

    fn compare<'w>(&mut self, what: &str, declared: impl Iterator<Item = &'w str>, used: impl Iterator<Item = &'w str>) {
        let mut known: HashSet<&str> = HashSet::new();
        for id in declared {
            if !known.insert(id) {
                self.warnings.push(format!("The {what} “{id}” is declared twice; the first holds."));
            }
        }
        let mut missing: BTreeMap<&str, usize> = BTreeMap::new();
        for id in used.filter(|id| !known.contains(id)) {
            *missing.entry(id).or_default() += 1;
        }
        for (id, count) in missing {
            self.warnings.push(format!("The {what} “{id}” is used {} and not declared; it is kept.", times(count)));
        }
    }

    /// Names links to annotations that are not there.
    fn dangling(&mut self, glosses: &Glosses) {
        for link in glosses.links.values() {
            for (word, end) in [("begins", &link.from), ("ends", &link.to)] {
                if let End::Annotation(id) = end
                    && !glosses.annotations.contains_key(id)
                {
                    self.warnings.push(format!("The link “{}” {word} at the annotation “{id}”, which is not there; it is kept.", link.id));
                }
            }
        }
    }
}

fn times(count: usize) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}
