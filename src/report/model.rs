//! What a report says, before anybody decides how it looks: built once from the text, the reader's work and the review,
//! so that every format says the same. Plain values, in the order in which they are read; the same text and the same
//! work give the same report, byte for byte.

use std::collections::BTreeSet;

use serde::Serialize;

use super::margin::Paragraph;
use super::part::Part;
use crate::annotation::{Glosses, Index};
use crate::citation::Citations;
use crate::review::Review;
use crate::review::argument::Prose;
use crate::structure::Structure;
use crate::text::{SourceText, Span};

/// All that a report is made from.
#[derive(Clone, Copy)]
pub struct Basics<'a> {
    /// The name of the text's file.
    pub name: &'a str,
    /// The text.
    pub source: &'a SourceText,
    /// What is seen in it.
    pub structure: &'a Structure,
    /// Its sources.
    pub citations: &'a Citations,
    /// What was found in it.
    pub review: &'a Review,
    /// Its sentences.
    pub prose: &'a Prose,
    /// The reader's work.
    pub glosses: &'a Glosses,
    /// Where that stands.
    pub index: &'a Index,
}

/// A report. A part that was not asked for is `None`; one that is empty says "none".
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// Names this form of the JSON.
    pub format: &'static str,
    /// About the document.
    pub facts: Facts,
    /// What was asked for.
    pub parts: BTreeSet<Part>,
    /// What was found.
    pub summary: Option<Summary>,
    /// What became of each hypothesis.
    pub hypotheses: Option<Vec<Hypothesis>>,
    /// The chains of hypotheses and of the claims under none.
    pub argument: Option<Vec<Strand>>,
    /// Weak places, in the order of the text.
    pub weak: Option<Vec<Weak>>,
    /// Works, those on which most rests first.
    pub works: Option<Vec<Work>>,
    /// Annotations, in the order of the text.
    pub annotations: Option<Vec<Marked>>,
    /// The links between them.
    pub links: Option<Vec<Tie>>,
    /// The text.
    pub text: Option<Vec<Paragraph>>,
    /// Findings that the reader dismissed, in the order of the text.
    pub dismissed: Option<Vec<Weak>>,
}

/// About the document.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Facts {
    /// The name of its file.
    pub document: String,
    /// Its fingerprint: SHA-256 of the text with plain line ends, in UTF-8.
    pub sha256: String,
    /// Its length in code points.
    pub length: usize,
    /// How many pages it has; 0 where it has none.
    pub pages: usize,
    /// Who annotated it.
    pub readers: Vec<String>,
    /// When the reader's work was last changed, RFC 3339 in UTC; empty where nothing was done.
    pub changed: String,
    /// The program and its version.
    pub program: &'static str,
    /// How many there are of each kind: its id, its name, its colour as `#rrggbb`, the number.
    pub kinds: Vec<KindCount>,
    /// Links.
    pub links: usize,
    /// Notes in the text.
    pub notes: usize,
    /// Citations in the text.
    pub citations: usize,
    /// Works that it cites.
    pub works: usize,
}

/// How many annotations of a kind there are.
#[derive(Clone, Debug, Serialize)]
pub struct KindCount {
    /// The kind's id.
    pub id: String,
    /// What the reader calls it.
    pub name: String,
    /// `#rrggbb`.
    pub color: String,
    /// How many.
    pub number: usize,
}

/// A place in the text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Where {
    /// The page as it is printed; empty where there are none.
    pub page: String,
    /// The title of the section; empty where there is none.
    pub section: String,
    /// From its first code point …
    pub start: Option<usize>,
    /// … to behind its last.
    pub end: Option<usize>,
}

impl Where {
    /// In words: "Chapter 1, p. 8".
    pub fn said(&self) -> String {
        match (self.section.as_str(), self.page.as_str()) {
            ("", "") => String::new(),
            (section, "") => section.to_owned(),
            ("", page) => format!("p. {page}"),
            (section, page) => format!("{section}, p. {page}"),
        }
    }
}

/// What was found, in short.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Summary {
    /// What was found and what there is to do, a sentence each, the weightiest first.
    pub said: Vec<String>,
    /// The weightiest weak places, by their numbers.
    pub first: Vec<usize>,
    /// Each section; the first line is the whole text.
    pub sections: Vec<Section>,
}

/// How well a section is supported, with its sub-sections.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// 1 the highest; 0 the whole text.
    pub level: u8,
    /// The page it begins on.
    pub page: String,
    /// Claims.
    pub claims: usize,
    /// Claims with something for them.
    pub supported: usize,
    /// Claims that something attacks.
    pub contested: usize,
    /// Claims with nothing for them.
    pub unsupported: usize,
    /// Claims marked weak or missing.
    pub weak: usize,
    /// Claims that are supported, and with which nothing is the matter.
    pub sound: usize,
    /// Citations.
    pub citations: usize,
    /// Citations with which something is the matter.
    pub weak_citations: usize,
    /// Words of prose.
    pub words: usize,
    /// Words of sentences without a citation in them or behind them.
    pub uncited: usize,
}

/// What became of a hypothesis.
#[derive(Clone, Debug, Serialize)]
pub struct Hypothesis {
    /// The number of its annotation.
    pub number: Option<usize>,
    /// Its words.
    pub words: String,
    /// Where it is stated.
    pub stated: Where,
    /// Where it is put to the test.
    pub tested: Vec<Test>,
    /// Where it is concluded on.
    pub concluded: Vec<Test>,
    /// Annotations for it.
    pub supports: usize,
    /// Annotations against it.
    pub attacks: usize,
    /// Annotations that qualify it.
    pub qualifies: usize,
    /// What never happens, in words.
    pub gaps: Vec<String>,
}

/// Where a hypothesis is tested or concluded on.
#[derive(Clone, Debug, Serialize)]
pub struct Test {
    /// The number of the annotation there.
    pub number: Option<usize>,
    /// How it is tied to the hypothesis.
    pub relation: String,
    /// Where.
    pub place: Where,
}

/// A step of the argument.
#[derive(Clone, Debug, Serialize)]
pub struct Strand {
    /// 0 for a hypothesis or a claim under none.
    pub depth: usize,
    /// "annotation", "citation", "note", "reference", "work", "outside", "gap".
    pub what: &'static str,
    /// The kind of an annotation; empty for all else.
    pub kind: String,
    /// The number of an annotation.
    pub number: Option<usize>,
    /// The number of a work.
    pub work: Option<usize>,
    /// Its words.
    pub words: String,
    /// What else there is to know.
    pub aside: String,
    /// "fine", "weak", "missing".
    pub state: &'static str,
    /// Why it is weak.
    pub reasons: Vec<String>,
    /// Where it stands.
    pub place: Where,
}

/// A weak place.
#[derive(Clone, Debug, Serialize)]
pub struct Weak {
    /// 1 and up, in the order of the text; those of the whole text come first.
    pub number: usize,
    /// The rule's name.
    pub rule: &'static str,
    /// "error", "warning", "info".
    pub severity: &'static str,
    /// The words it is about; empty for the whole text.
    pub words: String,
    /// The note it is about.
    pub note: Option<String>,
    /// Where.
    pub place: Where,
    /// What was found.
    pub message: String,
    /// What to do.
    pub hint: String,
    /// What it disagrees with: words and place of each.
    pub beside: Vec<Beside>,
    /// How many findings it stands for.
    pub count: usize,
    /// "confirmed", "dismissed", or nothing.
    pub verdict: Option<&'static str>,
    /// Why the reader judged so.
    pub reason: String,
    /// The annotation on these words, by its number.
    pub annotation: Option<usize>,
    /// The work it is about, by its number.
    pub work: Option<usize>,
    #[serde(skip)]
    pub(super) parts: Vec<Span>,
}

/// Another place that belongs to a weak one.
#[derive(Clone, Debug, Serialize)]
pub struct Beside {
    /// Its words.
    pub words: String,
    /// Where.
    pub place: Where,
}

/// A work.
#[derive(Clone, Debug, Serialize)]
pub struct Work {
    /// 1 and up, in the order of the text.
    pub number: usize,
    /// Who, what, when.
    pub name: String,
    /// Notes that name it.
    pub notes: Vec<String>,
    /// How often the text points to it.
    pub citations: usize,
    /// Claims and hypotheses that rest on it, by the numbers of their annotations.
    pub claims: Vec<usize>,
    /// Those among them that nothing else bears.
    pub alone: Vec<usize>,
    /// Weak places about it, by their numbers.
    pub weak: Vec<usize>,
}

/// An annotation.
#[derive(Clone, Debug, Serialize)]
pub struct Marked {
    /// 1 and up, in the order of the text.
    pub number: usize,
    /// Its name in the sidecar.
    pub id: String,
    /// The id of its kind.
    pub kind: String,
    /// What the reader calls that.
    pub kind_name: String,
    /// `#rrggbb`.
    pub color: String,
    /// The words marked; empty for the whole document.
    pub words: String,
    /// Where.
    pub place: Where,
    /// "in the text", "the whole document", "lost".
    pub standing: &'static str,
    /// "strong" to "missing".
    pub strength: Option<&'static str>,
    /// Why.
    pub reason: String,
    /// The reader's words.
    pub note: String,
    /// Free tags.
    pub tags: Vec<String>,
    /// Who made it.
    pub author: String,
    /// When it was made.
    pub created: String,
    /// When it was last changed.
    pub modified: String,
}

/// A link.
#[derive(Clone, Debug, Serialize)]
pub struct Tie {
    /// Its name in the sidecar.
    pub id: String,
    /// What supports, attacks, …
    pub from: TieEnd,
    /// What the reader calls the relation.
    pub relation: String,
    /// … what.
    pub to: TieEnd,
    /// The reader's words on it.
    pub note: String,
    /// Who made it.
    pub author: String,
    /// When.
    pub created: String,
}

/// One end of a link.
#[derive(Clone, Debug, Serialize)]
pub struct TieEnd {
    /// The annotation, by its number.
    pub annotation: Option<usize>,
    /// Its words; an address, a path, or what is known of an annotation that is gone.
    pub words: String,
}

impl Report {
    /// Makes the report; linear in the text and the reader's work, but for the works and the chains, which are walked one
    /// by one.
    pub fn new(basics: &Basics, parts: &BTreeSet<Part>) -> Self {
        super::make::make(basics, parts)
    }

    /// Whether `part` was asked for.
    pub fn has(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }
}
