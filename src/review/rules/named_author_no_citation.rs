use std::ops::Range;

use crate::review::grounds::{Grounds, Near, Part};
use crate::review::speaker::speaker;
use crate::review::{Desk, Family, Finding, Rule, Severity, Weight};

pub(super) static RULE: Rule = Rule {
    id: "named-author-no-citation",
    family: Family::Unsupported,
    severity: Severity::Warning,
    weight: Weight::Each,
    detects: "An author is said to hold something, and no work of that author is cited near.",
    why: "Nobody can tell where the author says so.",
    example: "“New wars” (Kaldor) require new approaches.",
    mend: "Cite the work in which the author says this.",
    check,
};

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    let grounds = Grounds::new(desk);
    if !grounds.sound {
        return;
    }
    for index in grounds.argued().filter(|&index| matches!(grounds.part(index), Part::Body)) {
        let Some(sentence) = desk.sentences.get(index) else { continue };
        let words = desk.words(sentence);
        if let Some(range) = after_quotation(words) {
            let name = words.get(range.clone()).unwrap_or("");
            if !grounds.cites_author(name, sentence.said) {
                let message = match grounds.knows(name) {
                    true => format!("“{name}” is named for these words, and no work of {name} is cited near."),
                    false => format!("“{name}” is named for these words, and no work of that name is cited anywhere."),
                };
                found.push(Finding::new(&RULE, desk.parts_in(sentence, range), message));
            }
            continue;
        }
        let Some(range) = speaker(words) else { continue };
        let name = words.get(range.clone()).unwrap_or("");
        if quotes(desk, index) || grounds.near(index) == Near::Here {
            continue;
        }
        if grounds.knows(name) {
            if !grounds.gives_after(index) && !grounds.cites_author(name, sentence.said) {
                let message = format!("Nothing near says where {name} writes this; works of {name} are cited elsewhere.");
                found.push(Finding::new(&RULE, desk.parts_in(sentence, range), message).weighing(Severity::Info));
            }
        } else if !grounds.is_sourced(name)
            && let Some(severity) = theory(&grounds, words, &range)
        {
            let message = format!("{name} is named for this, and no work of that name is cited anywhere.");
            found.push(Finding::new(&RULE, desk.parts_in(sentence, range), message).weighing(severity));
        }
    }
}

/// Verbs of those who write about something, in the present, with what they hold behind.
const HOLDS: &[&str] =
    &[" argues that", " contends that", " maintains that", " suggests that", " asserts that", " theorises", " theorizes"];
/// Titles of those whom a text tells of.
#[rustfmt::skip]
const OFFICES: &[&str] = &[
    "President", "Minister", "General", "Lord", "Lady", "Judge", "Justice", "King", "Queen", "Sir", "Colonel", "Captain", "Chancellor",
    "Bishop", "Pope", "Count", "Prince", "Mr", "Mrs", "Miss", "Ms", "the", "The", "of", "Secretary", "Ambassador", "Saint", "Baron",
];

/// How surely the name at `range` is of somebody who wrote about such things, and not of one whom the text tells of.
fn theory(grounds: &Grounds, words: &str, range: &Range<usize>) -> Option<Severity> {
    let (before, behind) = (words.get(..range.start)?, words.get(range.end..)?);
    let name = words.get(range.clone())?;
    let titled = before.split_whitespace().rev().take(3).any(|word| OFFICES.contains(&word.trim_end_matches('.')));
    let plural = words.trim_start().starts_with(name)
        && name.ends_with('s')
        && !behind.split_whitespace().next().is_some_and(|verb| verb.ends_with('s'));
    if titled || name.contains(['’', '\'']) || name.chars().all(char::is_uppercase) || grounds.is_told_of(name) {
        return None;
    }
    let clause = before.rsplit([',', ';', '(']).next()?.trim_start();
    let names = |rest: &str| rest.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    let as_said = clause.strip_prefix("As ").or(clause.strip_prefix("as ")).is_some_and(names);
    let close: String = behind.chars().take(40).collect();
    let famous =
        close.starts_with(" famously") || close.starts_with(" has shown") || close.starts_with(" has argued") || close.contains("long ago");
    let holds = HOLDS.iter().any(|verb| behind.starts_with(verb)) && names(clause);
    match () {
        () if as_said || famous => Some(Severity::Warning),
        () if holds => Some(Severity::Warning),
        () if !plural && names(clause) && close.contains(" that ") => Some(Severity::Info),
        () => None,
    }
}

/// The name in “these words” (Name).
fn after_quotation(words: &str) -> Option<Range<usize>> {
    for (at, _) in words.match_indices('(') {
        let before = words.get(..at)?.trim_end();
        let Some(inner) = words.get(at + 1..).and_then(|rest| rest.split_once(')')).map(|(inner, _)| inner) else { continue };
        let one = inner.chars().all(|c| c.is_alphabetic() || c == '-') && inner.chars().count() > 3;
        let name = one && inner.starts_with(char::is_uppercase) && inner.chars().skip(1).all(|c| c.is_lowercase() || c == '-');
        if before.ends_with(['”', '"', '»', '“']) && name {
            return Some(at + 1..at + 1 + inner.len());
        }
    }
    None
}

/// Whether a quotation ends in sentence `index`: then the want of its source is said of that.
fn quotes(desk: &Desk, index: usize) -> bool {
    let after = desk.quotations.partition_point(|own| own.sentence < index);
    desk.quotations.get(after).is_some_and(|own| own.sentence == index)
}

#[cfg(test)]
mod tests {
    use crate::review::grounds::CITED;

    #[test]
    fn cases() {
        let fires = [
            "The “New wars” (⟦Kaldor⟧) require new approaches. They are many.",
            "As ⟦Foucault⟧ has shown, power is everywhere. Others came later.[^1]",
            "As Michel ⟦Foucault⟧ famously argued, power is everywhere.",
            "⟦Zartman⟧ argues that talks need a stalemate. Others came later.",
            "As John ⟦Heathershaw⟧ rightly notes, peace had to be performed.",
        ];
        let silent = [
            "The “New wars” (Kaldor 1999) require new approaches. They are many.",
            "Zartman argues that talks need a stalemate.[^2] Others came later.",
            "Talks need a stalemate.[^2] Zartman argues that both sides must feel it.",
            "As President Nabiev argued, power was everywhere. As Moscow argued, they sat in Moscow.",
            "As Hamlet says, the rest is silence, and Hamlet dies. Hamlet knew it. Hamlet argues that it is so.",
            "The old town (Khujand) lies in the north, and Nabiev argues for it.",
            "He spoke of the “north” (meaning Khujand), and the “south” (GDP).",
        ];
        let fires = fires.map(|text| format!("{text}{CITED}"));
        let silent = silent.map(|text| format!("{text}{CITED}"));
        super::super::check::check(&super::RULE, &fires.each_ref().map(String::as_str), &silent.each_ref().map(String::as_str));
    }
}
