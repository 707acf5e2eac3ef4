use std::collections::{HashMap, HashSet};

use crate::citation::Fields;
use crate::review::listing::{Entry};
use crate::review::variants::letters;
use crate::review::{Desk, Family, Finding, Rule, Severity, Weight};

pub(super) static RULE: Rule = Rule {
    id: "entries-alike",
    family: Family::Inconsistent,
    severity: Severity::Info,
    weight: Weight::Each,
    detects: "The list of references has an entry twice, or two that a citation cannot tell apart.",
    why: "A citation does not say which of them it means.",
    example: "Osei, M. (2010) Who Drew the Ettle? … Osei, M. (2010) Drawing Water.",
    mend: "Take out what is there twice, or tell the entries apart by a letter behind the year.",
    check,
};

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    let listing = desk.listing();
    let mut by_key: HashMap<(usize, String), Vec<&Entry>> = HashMap::new();
    for entry in listing.entries.iter().filter(|entry| entry.sound) {
        if let Some(key) = key(desk, entry) {
            by_key.entry((entry.list, key)).or_default().push(entry);
        }
    }
    let mut groups: Vec<Vec<&Entry>> = by_key.into_values().filter(|group| group.len() > 1).collect();
    groups.sort_by_key(|group| group.first().map(|entry| entry.reference));
    let mut own = Vec::new();
    for group in &groups {
        own.extend(twice(desk, group));
    }
    // Where much is there twice, two lists were run together, or each entry is shown twice on purpose.
    if own.len() * 8 > listing.entries.len().max(8) {
        return;
    }
    found.append(&mut own);
    // Where sources are numbered or stand in notes, a letter is not wanted.
    if listing.is_sound() && desk.house.author_year > desk.house.in_notes.max(desk.house.numeric).max(3) {
        found.extend(groups.iter().filter_map(|group| not_told_apart(desk, group)));
    }
}

/// Authors with initials and year: what a citation gives of an entry.
fn key(desk: &Desk, entry: &Entry) -> Option<String> {
    let fields = &desk.citations.references.get(entry.reference)?.fields;
    let initial = |given: &str| given.chars().next().map_or_else(String::new, |c| c.to_string());
    let names: Vec<String> = fields.authors.iter().map(|name| format!("{} {}", letters(&name.family), initial(&name.given))).collect();
    let year = entry.year.contains(|c: char| c.is_ascii_digit());
    (!names.is_empty() && year).then(|| format!("{} {}", names.join(","), entry.year))
}

/// Entries of the group that say the same as one before.
fn twice(desk: &Desk, group: &[&Entry]) -> Vec<Finding> {
    let mut out = Vec::new();
    let mut titles: HashMap<String, &Entry> = HashMap::new();
    for entry in group {
        let Some(own) = desk.citations.references.get(entry.reference) else { continue };
        let Some(title) = own.fields.title.as_ref().map(|title| letters(&title.text)).filter(|title| title.len() > 8) else { continue };
        let Some(first) = titles.get(&title).and_then(|first| desk.citations.references.get(first.reference)) else {
            titles.insert(title, entry);
            continue;
        };
        if agree(&own.fields, &first.fields)
            && same_words(
                desk.reference_words(entry.reference),
                titles.get(&title).map_or("", |first| desk.reference_words(first.reference)),
            )
        {
            let message = format!("“{}” stands in the list twice.", own.fields.title.as_ref().map_or("", |title| title.text.as_str()));
            let finding = Finding::new(&RULE, own.parts.clone(), message).beside([first.span()]);
            out.push(finding.hinting("Take out one of the two."));
        }
    }
    out
}

/// Whether nothing that both give differs: volumes, editions and parts of one title are not the same.
fn agree(a: &Fields, b: &Fields) -> bool {
    let pairs = [
        (&a.container, &b.container),
        (&a.volume, &b.volume),
        (&a.issue, &b.issue),
        (&a.edition, &b.edition),
        (&a.pages, &b.pages),
        (&a.place, &b.place),
        (&a.publisher, &b.publisher),
    ];
    pairs.iter().all(|pair| match pair {
        (Some(one), Some(other)) => letters(&one.text) == letters(&other.text),
        (None, None) => true,
        // What one of them lacks may be what differs, but for place and press.
        _ => false,
    })
}

/// Whether the words of two entries differ by nothing that could tell two works apart: no number, no volume.
fn same_words(a: &str, b: &str) -> bool {
    let words = |text: &str| -> HashSet<String> {
        let body = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '[' | ']' | '(' | ')' | '.' | ' '));
        body.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    let (a, b) = (words(a), words(b));
    let telling = |word: &String| word.contains(|c: char| c.is_ascii_digit()) || word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    a.symmetric_difference(&b).count() <= 3 && !a.symmetric_difference(&b).any(telling)
}

/// Entries of the same authors and the same year with other titles, and no letter.
fn not_told_apart(desk: &Desk, group: &[&Entry]) -> Option<Finding> {
    let (first, rest) = group.split_first()?;
    let references: Vec<_> = group.iter().filter_map(|entry| desk.citations.references.get(entry.reference)).collect();
    let titles: Vec<&str> = references.iter().filter_map(|own| own.fields.title.as_ref()).map(|title| title.text.as_str()).collect();
    let plain = first.year.chars().all(|c| c.is_ascii_digit()) && first.year.len() == 4;
    let mut keys: Vec<String> = titles.iter().map(|title| letters(title)).collect();
    keys.sort();
    keys.dedup();
    // Letters behind the year may stand among the words alone.
    let lettered = group.iter().any(|entry| {
        let words = desk.reference_words(entry.reference);
        words.match_indices(first.year.as_str()).any(|(at, year)| {
            let mut behind = words.get(at + year.len()..).unwrap_or("").chars();
            behind.next().is_some_and(|c| c.is_ascii_lowercase()) && !behind.next().is_some_and(char::is_alphanumeric)
        })
    });
    if !plain || keys.len() != group.len() || lettered {
        return None;
    }
    let name = references.first()?.fields.authors.first()?.family.clone();
    let quoted: Vec<String> = titles.iter().map(|title| format!("“{title}”")).collect();
    let message = format!("“{name} {}” stands for {} entries: {}.", first.year, group.len(), quoted.join(", "));
    let last = rest.last().and_then(|entry| desk.citations.references.get(entry.reference))?;
    let others = references.iter().filter(|own| own.span() != last.span()).map(|own| own.span());
    let hint = format!("Tell them apart: {0}a, {0}b.", first.year);
    Some(Finding::new(&RULE, last.parts.clone(), message).hinting(hint).beside(others))
}

#[cfg(test)]
mod tests {
    #[test]
    fn cases() {
        let text = "Weirs were built (Harrow 1987; Dunmore 1992; Lindgard 2003). So Harrow (1987), and Dunmore (1992) again.\n\n# References\n\nDunmore, E. (1992) The Ettle Plans. Stirling: Castle Wynd.\n\nHarrow, P.J. (1987) Weirs without Plans. London: Undershaft.\n\nLindgard, K. (2003) Another River. Oslo: Elvebakken.\n\n";
        let fires = [
            format!(
                "{text}Osei, M. (2010) Who Drew the Ettle? Leeds: Aire Bank.\n\n⟦Osei, M. (2010) Drawing the Water. Leeds: Aire Bank.⟧\n"
            ),
            format!(
                "{text}Osei, M. (2010) Who Drew the Ettle? Leeds: Aire Bank.\n\n⟦Osei, M. (2010) Who Drew the Ettle? Leeds: Aire Bank.⟧\n"
            ),
            format!(
                "{text}Osei, M. and Tamm, K. (2010) Who Drew the Ettle? Leeds: Aire Bank.\n\n⟦Osei, M. and Tamm, K. (2010) Drawing the Water. Leeds: Aire Bank.⟧\n"
            ),
        ];
        let silent = [
            format!("{text}Osei, M. (2010a) Who Drew the Ettle? Leeds: Aire Bank.\n\nOsei, M. (2010b) Drawing the Water. Leeds: Aire Bank.\n"),
            // Another year, another person, another beside her; two volumes.
            format!("{text}Osei, M. (2010) Who Drew the Ettle? Leeds: Aire Bank.\n\nOsei, M. (2011) Who Drew the Ettle? Leeds: Aire Bank.\n"),
            format!("{text}Osei, M. (2010) Who Drew the Ettle? III. Leeds: Aire Bank.\n\nOsei, M. (2010) Who Drew the Ettle? IV. Leeds: Aire Bank.\n").replace("2010) Who Drew the Ettle? IV", "2011) Who Drew the Ettle? IV"),
            format!("{text}Osei, M. (2010) Who Drew the Ettle? Leeds: Aire Bank.\n\nOsei, T. (2010) Drawing the Water. Leeds: Aire Bank.\n"),
            format!("{text}Osei, M. (2010) Who Drew the Ettle? Leeds: Aire Bank.\n\nOsei, M. and Tamm, K. (2010) Drawing the Water. Leeds: Aire Bank.\n"),
            // Sources in notes: a letter is not wanted.
            "One.[^1]\n\n[^1]: Osei, Who Drew the Ettle?, 4.\n\n# Bibliography\n\nDunmore, E. The Ettle Plans. Stirling: Castle Wynd, 1992.\n\nOsei, M. Who Drew the Ettle? Leeds: Aire Bank, 2010.\n\nOsei, M. Drawing the Water. Leeds: Aire Bank, 2010.\n".to_owned(),
        ];
        let fires: Vec<&str> = fires.iter().map(String::as_str).collect();
        let silent: Vec<&str> = silent.iter().map(String::as_str).collect();
        super::super::check::check(&super::RULE, &fires, &silent);
    }
}
