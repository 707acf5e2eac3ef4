//! The records as they stand in the file. They are apart from those the program works with, so that neither can bend
//! the other: what a field is called on disk is a promise, what it is called in memory is not.
//!
//! Every record refuses fields it does not know. What may be left out is what a hand would leave out.

use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};

use crate::annotation;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Sidecar {
    pub version: u64,
    #[serde(default)]
    pub document: Document,
    #[serde(default = "standard_kinds")]
    pub kinds: Vec<Kind>,
    #[serde(default = "standard_relations")]
    pub relations: Vec<Relation>,
    #[serde(default)]
    pub annotations: Vec<Annotation>,
    #[serde(default)]
    pub links: Vec<Link>,
    #[serde(default)]
    pub judgements: Vec<Judgement>,
    #[serde(default, deserialize_with = "pairs")]
    pub rules: Vec<(String, RuleSetting)>,
    #[serde(default)]
    pub progress: Vec<Progress>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Document {
    pub name: String,
    pub encoding: String,
    pub chars: usize,
    pub sha256: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Kind {
    pub id: String,
    #[serde(default)]
    pub name: String,
    #[serde(default)]
    pub key: Option<char>,
    #[serde(default)]
    pub color: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Relation {
    pub id: String,
    #[serde(default)]
    pub name: String,
}

/// A place. An annotation has these fields among its own.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(super) struct Anchor {
    pub parts: Vec<(usize, usize)>,
    pub quote: String,
    pub before: String,
    pub after: String,
    /// Written only where there are no words to tell by that the positions no longer hold.
    pub lost: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Annotation {
    pub id: String,
    pub kind: String,
    #[serde(default)]
    pub parts: Vec<(usize, usize)>,
    #[serde(default)]
    pub quote: String,
    #[serde(default)]
    pub before: String,
    #[serde(default)]
    pub after: String,
    #[serde(default)]
    pub lost: bool,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub strength: Option<Strength>,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub tags: Vec<String>,
    #[serde(default)]
    pub done: Option<bool>,
    #[serde(default)]
    pub author: String,
    #[serde(default)]
    pub created: String,
    #[serde(default)]
    pub modified: String,
}

#[derive(Debug, Deserialize)]
pub(super) enum End {
    Annotation(String),
    Place(Anchor),
    Url(String),
    File(String),
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Link {
    pub id: String,
    pub from: End,
    pub relation: String,
    pub to: End,
    #[serde(default)]
    pub note: String,
    #[serde(default)]
    pub author: String,
    #[serde(default)]
    pub created: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Judgement {
    pub id: String,
    pub rule: String,
    #[serde(default)]
    pub at: Anchor,
    pub verdict: Verdict,
    #[serde(default)]
    pub reason: String,
    #[serde(default)]
    pub author: String,
    #[serde(default)]
    pub created: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Progress {
    pub at: Anchor,
    pub done: bool,
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) enum Strength {
    Strong,
    Adequate,
    Weak,
    Missing,
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) enum Verdict {
    Confirmed,
    Dismissed,
}

#[derive(Clone, Copy, Debug, Deserialize)]
pub(super) enum RuleSetting {
    Off,
    Error,
    Warning,
    Info,
}

/// Their words in the file, in both directions: a `match` on each side, so that a variant added to one of them does
/// not compile until it has its word.
macro_rules! same_words {
    ($($name:ident: $($variant:ident)+;)+) => {$(
        impl From<$name> for annotation::$name {
            fn from(wire: $name) -> Self {
                match wire { $($name::$variant => Self::$variant,)+ }
            }
        }
        impl Word for annotation::$name {
            fn word(self) -> &'static str {
                match self { $(Self::$variant => stringify!($variant),)+ }
            }
        }
    )+};
}

/// What is written as one bare word.
pub(super) trait Word {
    /// The word.
    fn word(self) -> &'static str;
}

same_words! {
    Strength: Strong Adequate Weak Missing;
    Verdict: Confirmed Dismissed;
    RuleSetting: Off Error Warning Info;
}

impl From<Kind> for annotation::Kind {
    fn from(wire: Kind) -> Self {
        Self { name: if wire.name.is_empty() { wire.id.clone() } else { wire.name }, id: wire.id.into(), key: wire.key, color: wire.color }
    }
}

impl From<Relation> for annotation::Relation {
    fn from(wire: Relation) -> Self {
        Self { name: if wire.name.is_empty() { wire.id.clone() } else { wire.name }, id: wire.id.into() }
    }
}

impl Annotation {
    /// Takes out the fields that say where it stands.
    pub fn take_anchor(&mut self) -> Anchor {
        Anchor {
            parts: std::mem::take(&mut self.parts),
            quote: std::mem::take(&mut self.quote),
            before: std::mem::take(&mut self.before),
            after: std::mem::take(&mut self.after),
            lost: self.lost,
        }
    }
}

fn standard_kinds() -> Vec<Kind> {
    let wire = |kind: annotation::Kind| Kind { id: kind.id.to_string(), name: kind.name, key: kind.key, color: kind.color };
    annotation::standard_kinds().into_iter().map(wire).collect()
}

fn standard_relations() -> Vec<Relation> {
    let wire = |relation: annotation::Relation| Relation { id: relation.id.to_string(), name: relation.name };
    annotation::standard_relations().into_iter().map(wire).collect()
}

/// A map as it stands, with what it has twice: a map type would keep one of the two and not say so.
fn pairs<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<(String, RuleSetting)>, D::Error> {
    struct Pairs;
    impl<'de> Visitor<'de> for Pairs {
        type Value = Vec<(String, RuleSetting)>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("rules with their settings, as in {\"missing-place\": Off}")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut all = Vec::new();
            while let Some(pair) = map.next_entry()? {
                all.push(pair);
            }
            Ok(all)
        }
    }
    from.deserialize_map(Pairs)
}
