//! Places that the program proposes to tag, each with the words that led to it. No guessing machine: words that speak
//! for a claim and against one, and where a sentence stands, each with its points; the sum is the confidence. Few and
//! right: of a text's claims only the best are proposed.

mod against;
mod aims;
mod chosen;
mod claims;
mod classes;
mod evidence;
mod hypotheses;
mod judge;
mod lists;
mod looks;
mod others;
mod phrases;
mod place;
mod questions;
mod voices;

use super::Desk;
use crate::structure::{BlockKind, Reading};
use crate::text::{Span, outer};

/// A place that may be worth a tag.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The kind of annotation it would be.
    pub kind: &'static str,
    /// What sort of it, for the reader: "research question", "causal claim".
    pub sort: &'static str,
    /// Its words.
    pub parts: Vec<Span>,
    /// What led to it.
    pub cue: String,
    /// How likely a reader is to agree: 0 to 1.
    pub confidence: f32,
}

impl Suggestion {
    /// From its first character to its last.
    pub fn span(&self) -> Span {
        outer(&self.parts).unwrap_or_default()
    }
}

/// What may be worth a tag in the text on `desk`, in order of place.
pub fn suggestions(desk: &Desk) -> Vec<Suggestion> {
    let places = place::places(desk);
    let mut judge = judge::Judge::new(desk, &places);
    let mut claims = Vec::new();
    let mut out = Vec::new();
    for index in 0..desk.sentences.len() {
        match judge.judge(index) {
            Some(judge::Verdict::Aim { sort, points, cue }) => out.push(suggestion(desk, index, "hypothesis", sort, points, cue)),
            Some(judge::Verdict::Claim { points }) => claims.push((index, points)),
            None => {}
        }
    }
    for block in desk.structure.blocks.iter().filter(|block| block.kind == BlockKind::Heading) {
        // A list of hypotheses or questions with their numbers may be set like headings.
        let words = Reading::of_block(desk.text, block).text;
        let Some((sort, rest)) = lists::label(&words).filter(|(_, rest)| rest.split_whitespace().count() > 3) else { continue };
        let label = words.get(..words.len() - words.find(rest).map_or(0, |at| words.len() - at)).unwrap_or("").to_lowercase();
        let cue = label.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
        out.push(Suggestion {
            kind: "hypothesis",
            sort,
            parts: block.parts.clone(),
            cue: judge::named(sort, &cue),
            confidence: confidence(88),
        });
    }
    let claims = chosen::best(desk, claims);
    for (index, points) in evidence::beside(desk, &claims) {
        out.push(suggestion(desk, index, "evidence", "cited evidence", points, evidence::cue(desk, index)));
    }
    for (index, points) in claims {
        let (sort, cue) = judge.reasons(index);
        out.push(suggestion(desk, index, "claim", sort, points, cue));
    }
    out.sort_by_key(Suggestion::span);
    out
}

fn suggestion(desk: &Desk, index: usize, kind: &'static str, sort: &'static str, points: i32, cue: String) -> Suggestion {
    let parts = desk.sentences.get(index).map(|sentence| desk.parts(sentence)).unwrap_or_default();
    Suggestion { kind, sort, parts, cue, confidence: confidence(points) }
}

fn confidence(points: i32) -> f32 {
    f32::from(i16::try_from(points.clamp(5, 97)).unwrap_or_default()) / 100.0
}

#[cfg(test)]
mod aims_tests;
#[cfg(test)]
mod tests;
