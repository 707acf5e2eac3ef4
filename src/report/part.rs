//! The parts of a report, each on or off, and the formats it is given in.

use std::collections::BTreeSet;

use serde::{Serialize, Serializer};

/// A part of a report, in the order in which they stand in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// Document, fingerprint, reader, date, counts.
    Facts,
    /// What was found and what to do first, and how well each section is supported.
    Summary,
    /// What became of each hypothesis.
    Hypotheses,
    /// From each hypothesis and claim down to the works.
    Argument,
    /// Each weak place with its words, its reason and its mend.
    Weak,
    /// Each work with where it is used and what rests on it.
    Works,
    /// All annotations with their notes.
    Annotations,
    /// The text with what is marked in it, and the notes beside it.
    Text,
    /// Findings that the reader dismissed.
    Dismissed,
}

impl Part {
    /// All, in order.
    pub const ALL: [Self; 9] = [
        Self::Facts,
        Self::Summary,
        Self::Hypotheses,
        Self::Argument,
        Self::Weak,
        Self::Works,
        Self::Annotations,
        Self::Text,
        Self::Dismissed,
    ];

    /// Its name on the command line and in the JSON; what links lead to in the HTML.
    pub fn name(self) -> &'static str {
        match self {
            Self::Facts => "facts",
            Self::Summary => "summary",
            Self::Hypotheses => "hypotheses",
            Self::Argument => "argument",
            Self::Weak => "weak",
            Self::Works => "works",
            Self::Annotations => "annotations",
            Self::Text => "text",
            Self::Dismissed => "dismissed",
        }
    }

    /// Its heading.
    pub fn title(self) -> &'static str {
        match self {
            Self::Facts => "About this report",
            Self::Summary => "Summary",
            Self::Hypotheses => "Hypotheses",
            Self::Argument => "The argument",
            Self::Weak => "Weak places",
            Self::Works => "Works",
            Self::Annotations => "Annotations",
            Self::Text => "The text with its annotations",
            Self::Dismissed => "Dismissed findings",
        }
    }

    /// The part called `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }

    /// All of them.
    pub fn all() -> BTreeSet<Self> {
        Self::ALL.into_iter().collect()
    }
}

impl Serialize for Part {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
