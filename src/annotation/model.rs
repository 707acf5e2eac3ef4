//! The records a sidecar holds, as plain data in the program's own unit.

use std::collections::BTreeMap;
use std::sync::Arc;

use imbl::OrdMap;

use crate::text::{Span, outer};

/// What names a record: a ULID where this program made it, any text where another did.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(pub Arc<str>);

impl Id {
    /// Its characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<&str> for Id {
    fn from(text: &str) -> Self {
        Id(text.into())
    }
}

impl std::fmt::Display for Id {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// A point in time as the sidecar writes it: RFC 3339 in UTC, to the second. Kept as text, so that what another
/// program wrote comes back as it was.
pub type Timestamp = Arc<str>;

/// How well the thing marked stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Strength {
    /// Carries what rests on it.
    Strong,
    /// Good enough.
    Adequate,
    /// Does not carry it; the reason says why.
    Weak,
    /// Ought to be there and is not.
    Missing,
}

impl Strength {
    /// From best to worst.
    pub const ALL: [Strength; 4] = [Self::Strong, Self::Adequate, Self::Weak, Self::Missing];

    /// Its word, small.
    pub fn name(self) -> &'static str {
        match self {
            Self::Strong => "strong",
            Self::Adequate => "adequate",
            Self::Weak => "weak",
            Self::Missing => "missing",
        }
    }

    /// The strength called `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|strength| strength.name() == name)
    }
}

/// Where something stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The document as a whole.
    Document,
    /// These spans, in order, none empty, none touching the next.
    Parts(Vec<Span>),
    /// No longer found. The code points that the sidecar gives are kept as they are.
    Lost(Vec<(usize, usize)>),
}

/// A place and the words to find it by again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// Where.
    pub place: Place,
    /// The reading text of its parts, joined.
    pub quote: String,
    /// Up to 40 characters before.
    pub before: String,
    /// Up to 40 characters after.
    pub after: String,
}

impl Anchor {
    /// The whole document.
    pub fn document() -> Self {
        Self { place: Place::Document, quote: String::new(), before: String::new(), after: String::new() }
    }

    /// Its spans; none for the whole document and for what is lost.
    pub fn parts(&self) -> &[Span] {
        match &self.place {
            Place::Parts(parts) => parts,
            Place::Document | Place::Lost(_) => &[],
        }
    }

    /// From its first character to its last.
    pub fn span(&self) -> Option<Span> {
        outer(self.parts())
    }
}

/// How an anchor was found again when the text was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Outcome {
    /// Where it was, with the same words.
    Exact,
    /// The same words elsewhere.
    Moved,
    /// Words that are nearly the same.
    Fuzzy,
    /// Not found.
    Lost,
}

impl Outcome {
    /// Its word in the JSON that other programs read.
    pub fn name(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Moved => "moved",
            Self::Fuzzy => "fuzzy",
            Self::Lost => "lost",
        }
    }
}

/// What a reader marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Annotation {
    /// Its name.
    pub id: Id,
    /// The id of its [`Kind`]; kinds that are not declared are kept and shown.
    pub kind: Arc<str>,
    /// Where, and the words.
    pub anchor: Anchor,
    /// The reader's words on it.
    pub note: String,
    /// How well it stands, if said.
    pub strength: Option<Strength>,
    /// Why it is of that strength.
    pub reason: String,
    /// Free tags, in the reader's order.
    pub tags: Vec<String>,
    /// `Some(false)` to do, `Some(true)` done.
    pub done: Option<bool>,
    /// Who made it.
    pub author: Arc<str>,
    /// When.
    pub created: Timestamp,
    /// When it was last changed.
    pub modified: Timestamp,
}

/// One end of a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum End {
    /// An annotation.
    Annotation(Id),
    /// A note or a reference that has no annotation.
    Place(Anchor),
    /// A web address, or a DOI as one.
    Url(String),
    /// A file, by its path as the reader gave it.
    File(String),
}

/// A typed, directed relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its name.
    pub id: Id,
    /// What supports, attacks, …
    pub from: End,
    /// The id of its [`Relation`].
    pub relation: Arc<str>,
    /// … what.
    pub to: End,
    /// The reader's words on it.
    pub note: String,
    /// Who made it.
    pub author: Arc<str>,
    /// When.
    pub created: Timestamp,
}

/// What the reader decided about a finding or a suggestion.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// It is so.
    Confirmed,
    /// It is not, or does not matter.
    Dismissed,
}

/// A verdict, tied to the rule and the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// Its name.
    pub id: Id,
    /// The rule's id.
    pub rule: Arc<str>,
    /// Where the finding was.
    pub at: Anchor,
    /// What was decided.
    pub verdict: Verdict,
    /// Why.
    pub reason: String,
    /// By whom.
    pub author: Arc<str>,
    /// When.
    pub created: Timestamp,
}

/// A kind of annotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kind {
    /// What annotations refer to.
    pub id: Arc<str>,
    /// What the reader sees.
    pub name: String,
    /// The digit that tags with it.
    pub key: Option<char>,
    /// `#rrggbb`.
    pub color: String,
}

/// A kind of link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// What links refer to.
    pub id: Arc<str>,
    /// What the reader sees.
    pub name: String,
}

/// Whether and how a rule speaks, for this document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuleSetting {
    /// Silent.
    Off,
    /// As an error.
    Error,
    /// As a warning.
    Warning,
    /// As a remark.
    Info,
}

/// A section that the reader has checked, or has yet to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Its heading.
    pub at: Anchor,
    /// Whether it is done.
    pub done: bool,
}

/// All that the reader did with one document. Cheap to clone: a save works on such a copy while reading goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Glosses {
    /// In the order of the toolbar.
    pub kinds: Vec<Kind>,
    /// In the order of the menu.
    pub relations: Vec<Relation>,
    /// By id.
    pub annotations: OrdMap<Id, Arc<Annotation>>,
    /// By id.
    pub links: OrdMap<Id, Arc<Link>>,
    /// By id.
    pub judgements: OrdMap<Id, Arc<Judgement>>,
    /// By rule.
    pub rules: BTreeMap<String, RuleSetting>,
    /// Sections checked.
    pub progress: Vec<Progress>,
}

impl Default for Glosses {
    fn default() -> Self {
        Self {
            kinds: standard_kinds(),
            relations: standard_relations(),
            annotations: OrdMap::new(),
            links: OrdMap::new(),
            judgements: OrdMap::new(),
            rules: BTreeMap::new(),
            progress: Vec::new(),
        }
    }
}

impl Glosses {
    /// The kind called `id`; `None` where it is not declared.
    pub fn kind(&self, id: &str) -> Option<&Kind> {
        self.kinds.iter().find(|kind| &*kind.id == id)
    }

    /// What the reader calls kind `id`: its own id where it is not declared.
    pub fn kind_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.kind(id).map_or(id, |kind| &kind.name)
    }

    /// What the reader calls relation `id`.
    pub fn relation_name<'a>(&'a self, id: &'a str) -> &'a str {
        self.relations.iter().find(|relation| &*relation.id == id).map_or(id, |relation| &relation.name)
    }
}

/// The five kinds every document starts with.
pub fn standard_kinds() -> Vec<Kind> {
    [
        ("claim", "Claim", '1', "#b4860b"),
        ("hypothesis", "Hypothesis", '2', "#7a4fb0"),
        ("citation", "Citation", '3', "#2f6fa8"),
        ("evidence", "Evidence", '4', "#3d8a45"),
        ("comment", "Comment", '5', "#6b6560"),
    ]
    .into_iter()
    .map(|(id, name, key, color)| Kind { id: id.into(), name: name.into(), key: Some(key), color: color.into() })
    .collect()
}

/// The five relations every document starts with.
pub fn standard_relations() -> Vec<Relation> {
    ["supports", "attacks", "qualifies", "cites", "restates"].into_iter().map(|id| Relation { id: id.into(), name: id.into() }).collect()
}
