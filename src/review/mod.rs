//! What a careful reader would say about the sources of a text, and the argument that the reader's tags lay open.
//! Rules, no guessing: the same text gives the same findings, each with its words, its reason and its mend. Pure, like
//! the layers it stands on.

pub mod argument;
mod calendar;
mod chains;
mod dates;
mod desk;
mod grounds;
mod judged;
mod leaning;
mod listing;
pub mod map;
mod passage;
mod pattern;
mod quotes;
mod rule;
pub mod rules;
mod shown;
mod sort;
mod speaker;
mod spelling;
mod stretch;
pub mod suggest;
mod urls;
mod variants;

use crate::citation::Citations;
use crate::structure::Structure;
use crate::text::SourceText;

pub use desk::{Desk, House, NoteSaid, Quotation, Said, Sentence, year_in};
pub use judged::{judged, suggestion_rule, undecided, verdict};
pub use passage::Passage;
pub use rule::{Cause, Family, Finding, Rule, Severity, Weight};
pub use shown::{Choice, Shown, shown};
pub use suggest::Suggestion;

/// What a text has to be told.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// In order of their first character; those of the whole text first. All of them: none folded, whatever the
    /// settings. At most one of a rule for each note.
    pub findings: Vec<Finding>,
    /// What may be worth a tag, in order of place.
    pub suggestions: Vec<Suggestion>,
}

/// Reviews `source`: a pure function of what was read in it, that cannot fail.
pub fn review(source: &SourceText, structure: &Structure, citations: &Citations) -> Review {
    reviewed(&Desk::new(source.as_str(), structure, citations))
}

/// The same for what lies on a desk already.
pub fn reviewed(desk: &Desk) -> Review {
    Review { findings: rules::findings(desk), suggestions: desk.suggested().to_vec() }
}
