use std::sync::LazyLock;

use crate::review::pattern::{Pattern, pattern};
use crate::review::{Desk, Family, Finding, Rule, Severity, Weight, year_in};

pub(super) static RULE: Rule = Rule {
    id: "access-date-unlabelled",
    family: Family::Incomplete,
    severity: Severity::Info,
    weight: Weight::Each,
    detects: "A day stands beside an address, and nothing says what happened on it.",
    why: "It may be when the page was written, or when it was looked at.",
    example: "Uppsala University, Sweden, n.d. Wed.26 Apr.2015 www.pcr.uu.se/research/ucdp/",
    mend: "Write “accessed” before the date.",
    check,
};

/// A year or "n.d.", and then a day that ends right before the address.
const DAY: &str = concat!(
    r"(?i)(?:\bn\. ?d\.|\bo\. ?J\.|\bs\. ?d\.|\b(?:19|20)\d\d\b).{0,40}?[\s,.(]",
    r"((?:(?:mon|tue|wed|thu|fri|sat|sun)\p{L}{0,6}[.,]? ?)?(?:\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{1,2}\.? ?\p{L}{3,9}\.? ?\d{4}|\p{L}{3,9} \d{1,2}, \d{4}))[\s,.;:)<(]*$",
);

/// Words that say what the day is of.
const LABELS: &[&str] = &[
    "access",
    "retriev",
    "visited",
    "view",
    "consult",
    "abgerufen",
    "zugriff",
    "stand",
    "aufgerufen",
    "updated",
    "modified",
    "published",
    "posted",
    "last",
    "seen",
    "abruf",
    "acced",
    "acess",
    "checked",
];

static PATTERN: Pattern = LazyLock::new(|| pattern(DAY));

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    for (index, own) in desk.described() {
        let Some(url) = own.fields.url.as_ref().filter(|_| own.fields.accessed.is_none()) else { continue };
        let words = desk.reference_words(index);
        let Some(before) = words.find(&url.text).and_then(|at| words.get(..at)) else { continue };
        let from = before.char_indices().rev().nth(119).map_or(0, |(at, _)| at);
        let near = before.get(from..).unwrap_or("");
        let Some(day) = PATTERN.as_ref().and_then(|pattern| pattern.captures(near)).and_then(|found| found.get(1)) else { continue };
        // "Lee, Ann. 2016. “Peace.” The Times, May 4, 2016": the day is that of the paper.
        let earlier = near.get(..day.start()).unwrap_or("");
        if year_in(day.as_str()).is_some_and(|year| earlier.contains(&year.to_string())) {
            continue;
        }
        let lower = words.to_lowercase();
        if LABELS.iter().any(|label| lower.contains(label)) {
            continue;
        }
        let message = format!("“{}” stands before the address; nothing says that this is when it was looked at.", day.as_str());
        let parts = desk.parts_of(index, from + day.start()..from + day.end());
        found.push(Finding::new(&RULE, parts, message).in_note(desk.note_of(index)));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn cases() {
        let fires = [
            "One.[^1]\n\n[^1]: Uppsala Data Program, “Conflicts”, Uppsala University, n.d. ⟦Wed.26 Apr.2015⟧ www.pcr.uu.se/ucdp/\n",
            "One.[^1]\n\n[^1]: Ann Lee, “Peace,” Peace Notes, n.d. ⟦4 May 2016⟧ https://peace.example/notes.\n",
            "One.[^1]\n\n[^1]: Ann Lee, “Peace,” Peace Notes, n.d., ⟦12 March 2016⟧ https://peace.example/notes.\n",
        ];
        let silent = [
            "One.[^1]\n\n[^1]: Lee, Ann. 2016. “Peace.” The Times, May 4, 2016. https://peace.example/notes.\n",
            "One.[^1]\n\n[^1]: Ann Lee, “Peace,” Peace Notes, 2010, accessed 4 May 2016, https://peace.example/notes.\n",
            "One.[^1]\n\n[^1]: Ann Lee, “Peace,” The Times, 4 May 2016, https://peace.example/notes.\n",
            "One.[^1]\n\n[^1]: Ann Lee, “Peace,” Peace Notes, n.d., last modified June 1, 2009, https://peace.example/notes.\n",
        ];
        super::super::check::check(&super::RULE, &fires, &silent);
    }
}
