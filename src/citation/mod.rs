//! The places of a text that point to sources: what each reference says, which work it means, what ibid. and short
//! forms stand for. A pure view, like the structure it stands on: it cannot fail, and says what it could not tell.

mod bare;
mod callouts;
mod fields;
mod forms;
mod leaning;
mod likeness;
mod list;
mod listed;
mod locator;
mod order;
mod prose;
mod resolve;
mod spelling;
mod words;
mod works;

use std::fmt;

pub(crate) use spelling::distance;

use crate::structure::Structure;
use crate::text::{SourceText, Span, outer};

/// What could be read of a text's sources.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Citations {
    /// Every place that describes a source or leans on one that does: in notes and in the reference list. In order of
    /// their first character.
    pub references: Vec<Reference>,
    /// Every place of the prose that points to a source. In order of their first character.
    pub citations: Vec<Citation>,
    /// The sources, in order of their first reference.
    pub works: Vec<Work>,
}

/// Where a reference stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// In a note: index in [`Structure::notes`].
    Note(usize),
    /// In a reference list: index in [`Structure::blocks`].
    Entry(usize),
}

/// How a reference names its work. The names are those of the JSON that other programs read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// As one would first give it.
    Full,
    /// Leaning on an earlier one: short titles, op. cit., loc. cit., supra.
    Short,
    /// The one just before: ibid., id., ebd.
    Ibid,
    /// A page of the web.
    Url,
    /// Too little to find it by, and nothing earlier to lean on.
    Incomplete,
}

impl Form {
    /// Its name in the JSON that other programs read.
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Short => "short",
            Self::Ibid => "ibid",
            Self::Url => "url",
            Self::Incomplete => "incomplete",
        }
    }
}

/// A description of a source, as one place of the text gives it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    /// Where it stands.
    pub home: Home,
    /// Its characters; several spans where a page break cuts it.
    pub parts: Vec<Span>,
    /// How it names its work.
    pub form: Form,
    /// What it says.
    pub fields: Fields,
    /// Index in [`Citations::works`].
    pub work: Option<usize>,
    /// Index in [`Citations::references`] of the one it leans on.
    pub leans_on: Option<usize>,
    /// Index in [`Structure::notes`] of the first earlier note that gives the work in full, or else of the first
    /// earlier one that names it.
    pub repeats: Option<usize>,
    /// Why this may be wrong; `None` where it is sure.
    pub doubt: Option<Doubt>,
}

impl Reference {
    /// From its first character to its last.
    pub fn span(&self) -> Span {
        outer(&self.parts).unwrap_or_default()
    }
}

/// What a reference says, each with its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// Who wrote it.
    pub authors: Vec<Name>,
    /// Who edited it, or the volume it is in.
    pub editors: Vec<Name>,
    /// Its own title, without quotation marks.
    pub title: Option<Field>,
    /// The journal or volume it is part of.
    pub container: Option<Field>,
    /// Where it was published.
    pub place: Option<Field>,
    /// Who published it: a press, a university, an organisation.
    pub publisher: Option<Field>,
    /// Its year, with the letter that tells it from others of that year ("2001a").
    pub year: Option<Field>,
    /// Volume of a journal or of a work in several.
    pub volume: Option<Field>,
    /// Issue of a journal.
    pub issue: Option<Field>,
    /// Which edition it is.
    pub edition: Option<Field>,
    /// The pages it covers in its container.
    pub pages: Option<Field>,
    /// Its address, or its DOI.
    pub url: Option<Field>,
    /// When it was looked at.
    pub accessed: Option<Field>,
    /// The page or section meant here, without the word for page.
    pub locator: Option<Field>,
}

/// A piece of a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// As read: lines joined, words mended.
    pub text: String,
    /// Its place in the source text.
    pub span: Span,
}

/// A person or a body that wrote or edited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Family name, or the whole name of an organisation.
    pub family: String,
    /// Given names or initials; empty where none are given.
    pub given: String,
    /// Its place in the source text.
    pub span: Span,
}

/// A source, which many references may describe.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Work {
    /// Family names, as its best reference gives them.
    pub authors: Vec<String>,
    /// Its title.
    pub title: Option<String>,
    /// Its year.
    pub year: Option<String>,
    /// Indices in [`Citations::references`], in order.
    pub references: Vec<usize>,
    /// Indices in [`Citations::citations`], in order.
    pub citations: Vec<usize>,
    /// The one of `references` that says most about it.
    pub best: usize,
}

/// In which style a place of the prose points to a source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// By the marker of a note.
    Note,
    /// By a name with a year or a page.
    AuthorYear,
    /// By the number of a list's entry.
    Numeric,
    /// By an address.
    Url,
}

impl Style {
    /// Its name in the JSON that other programs read.
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::AuthorYear => "author-year",
            Self::Numeric => "numeric",
            Self::Url => "url",
        }
    }
}

/// A place of the prose that points to a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// Its characters, without outer brackets and signal words; for a note its marker.
    pub parts: Vec<Span>,
    /// How it points.
    pub style: Style,
    /// Index in [`Structure::notes`] of the note it is the marker of.
    pub note: Option<usize>,
    /// Indices in [`Citations::works`].
    pub works: Vec<usize>,
    /// The page or section cited, without the word for page.
    pub locator: Option<String>,
    /// Why this may be wrong; `None` where it is sure.
    pub doubt: Option<Doubt>,
}

impl Citation {
    /// From its first character to its last.
    pub fn span(&self) -> Span {
        outer(&self.parts).unwrap_or_default()
    }
}

/// Why it is not sure which work is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// Ibid. with nothing before it.
    NothingBefore,
    /// Ibid. after a note with this label that cites several works.
    SeveralBefore(String),
    /// Ibid. after a note with this label that cites none, or has no body in this text.
    NoneBefore(String),
    /// It points to a note with this label, and there is none.
    NoSuchNote(String),
    /// The note with this label cites nothing that goes with the name or title given here.
    OtherInNote(String),
    /// The note with this label cites several works, and nothing here says which.
    SeveralInNote(String),
    /// Nothing earlier has this name or title.
    NotFound,
    /// The text's list has no such entry.
    NotListed,
    /// Several works go with it: their indices.
    Several(Vec<usize>),
    /// The nearest entry has another year: this one.
    OtherYear(String),
    /// The nearest entry spells the name in another way: this one.
    OtherName(String),
    /// It says too little to be told from others.
    TooLittle,
    /// Its note, with this label, is not in this text.
    NoBody(String),
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NothingBefore => write!(f, "No source comes before it."),
            Self::SeveralBefore(note) => write!(f, "Note {note}, just before it, cites several works."),
            Self::NoneBefore(note) => write!(f, "Note {note}, just before it, cites no work."),
            Self::NoSuchNote(note) => write!(f, "There is no note {note} in this text."),
            Self::OtherInNote(note) => write!(f, "Note {note} cites nothing of that name."),
            Self::SeveralInNote(note) => write!(f, "Note {note} cites several works."),
            Self::NotFound => write!(f, "Nothing before it goes by that name or title."),
            Self::NotListed => write!(f, "The list of references has no such entry."),
            Self::Several(works) => write!(f, "{} works go with it.", works.len()),
            Self::OtherYear(year) => write!(f, "The nearest entry is of {year}."),
            Self::OtherName(name) => write!(f, "The nearest entry is by {name}."),
            Self::TooLittle => write!(f, "It says too little to find the work by."),
            Self::NoBody(note) => write!(f, "Note {note} is not in this text."),
        }
    }
}

/// Reads the sources of `source`, whose structure is `structure`: a pure function of both, linear in the text, that
/// cannot fail.
pub fn analyse(source: &SourceText, structure: &Structure) -> Citations {
    resolve::resolve(source.as_str(), structure)
}
