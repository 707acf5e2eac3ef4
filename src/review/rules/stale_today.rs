use std::sync::LazyLock;

use crate::review::grounds::{newest, quoted, years_of};
use crate::review::pattern::{Pattern, pattern};
use crate::review::{Desk, Family, Finding, Rule, Sentence, Severity, Weight};

pub(super) static RULE: Rule = Rule {
    id: "stale-today",
    family: Family::Implausible,
    severity: Severity::Warning,
    weight: Weight::Each,
    detects: "A figure for today rests on a source without a date, or on an old one.",
    why: "Nobody can tell of which day it is true.",
    example: "There are 24 conflicts in the world today. (Source: n.d.)",
    mend: "Say of which year the figure is, and cite a source of that year.",
    check,
};

/// As many years make a source old.
const OLD: i32 = 10;

static TODAY: Pattern = LazyLock::new(|| {
    pattern(
        r"\b(?:[Tt]oday|[Nn]owadays|[Cc]urrently|at present|[Hh]eute|[Dd]erzeit|[Aa]ujourd[’']hui|[Aa]ctuellement|[Aa]ctualmente|[Hh]oy en día)\b",
    )
});
static UNDATED: Pattern = LazyLock::new(|| pattern(r"\bn\. ?d\.|\bno date\b|\bundated\b|\bo\. ?J\.|\bs\. ?d\."));
static FIGURE: Pattern =
    LazyLock::new(|| pattern(r"\b\d{1,3}(?:[ ,.]\d{3})*(?:[.,]\d+)?(?: (?:per ?cent|million|billion|Prozent)| ?%| \p{L}{4,})"));

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    let (Some(today), Some(figure)) = (TODAY.as_ref(), FIGURE.as_ref()) else { return };
    let newest = newest(desk);
    for sentence in desk.sentences.iter().filter(|own| !own.citations.is_empty()) {
        let words = desk.words(sentence);
        let Some(hit) = today.find(words).filter(|_| figure.is_match(words)) else { continue };
        if quoted(desk, sentence.said, sentence.range.start + hit.start()) {
            continue;
        }
        let parts = desk.parts_in(sentence, hit.range());
        if undated(desk, sentence) {
            let message = format!("The figure for “{}” rests on a source without a date.", hit.as_str());
            found.push(Finding::new(&RULE, parts, message));
        } else if let (Some(newest), Some(&latest)) = (newest, years_of(desk, sentence).unwrap_or_default().iter().max())
            && newest - latest >= OLD
        {
            let message =
                format!("The figure for “{}” rests on a source of {latest}; this text has sources of up to {newest}.", hit.as_str());
            found.push(Finding::new(&RULE, parts, message).weighing(Severity::Info));
        }
    }
}

/// Whether all that `sentence` cites is one note that says itself that it has no date.
fn undated(desk: &Desk, sentence: &Sentence) -> bool {
    let mut notes = desk.cited(sentence).map(|own| own.note);
    let (Some(Some(note)), None) = (notes.next(), notes.next()) else { return false };
    let words = desk.notes.get(note).and_then(|note| note.passage.as_ref()).map_or("", |passage| passage.words.as_str());
    UNDATED.as_ref().is_some_and(|undated| undated.is_match(words))
}

#[cfg(test)]
mod tests {
    #[test]
    fn cases() {
        let fires = [
            "There are 24 conflicts in the world ⟦today⟧.[^1]\n\n[^1]: Uppsala Data Program, “Ongoing Conflicts”, Uppsala University, \
            n.d.\n",
            "⟦Currently⟧ 30 states are at war.[^1]\n\n[^1]: Data Program, Conflicts (Uppsala: Uppsala University, no date).\n",
            "⟦Heute⟧ leben dort 300 000 Menschen.[^1]\n\n[^1]: Stadt Bonn, Einwohner der Stadt, Bonn o. J.\n",
        ];
        let silent = [
            "There are 24 conflicts in the world today.[^1]\n\n[^1]: Uppsala Data Program, “Ongoing Conflicts”, Uppsala University, \
            2015.\n",
            "Nobody thinks so today.[^1]\n\n[^1]: Uppsala Data Program, “Ongoing Conflicts”, Uppsala University, n.d.\n",
            "There were 24 conflicts in the world.[^1]\n\n[^1]: Uppsala Data Program, “Ongoing Conflicts”, Uppsala University, n.d.\n",
        ];
        super::super::check::check(&super::RULE, &fires, &silent);
    }
}
