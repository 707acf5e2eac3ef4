//! Citations that look like nothing on their own: a page in brackets behind a name in the sentence, a name alone in brackets,
//! a raised number that the extraction has let down onto the line. Only the text as a whole can say that it cites in this
//! way; where it does not, nothing is found here.

use std::collections::HashMap;
use std::ops::Range;

use super::fields::surname_key;

/// A citation without a sign of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bare {
    /// Its characters, without brackets.
    pub range: Range<usize>,
    /// Indices of the entries that go with it.
    pub entries: Vec<usize>,
    /// The page, where it is one.
    pub locator: Option<Range<usize>>,
}

/// How far before its page in brackets a name may stand, in bytes: about two sentences.
const NAME_REACH: usize = 400;

/// Pages and names in brackets: "as Ferris shows … (14–15)", "(Whelan; Mabry 90)". `people` has for each family name the
/// entries under it, `alone` those that have no other author; `titles` are those of the entries; `taken` are places that are citations already.
pub(super) fn pages(
    text: &str, people: &HashMap<String, Vec<usize>>, alone: &HashMap<String, Vec<usize>>, titles: &[String], taken: &[Range<usize>],
) -> Vec<Bare> {
    let mut found = Vec::new();
    let mut names: Option<Vec<(usize, usize, &Vec<usize>)>> = None;
    for (at, _) in text.match_indices('(') {
        let Some(inner) = text.get(at + 1..) else { continue };
        let Some(len) = inner.find([')', '(']).filter(|&len| len < 120 && inner.get(len..).is_some_and(|rest| rest.starts_with(')')))
        else {
            continue;
        };
        let own = at + 1..at + 1 + len;
        let behind = inner.get(len + 1..).unwrap_or("");
        for part in parts(text, own.clone()) {
            let words = text.get(part.clone()).unwrap_or("");
            if taken.iter().any(|other| other.start < part.end && part.start < other.end) || words.is_empty() {
                continue;
            }
            if let Some(entries) = people.get(&surname_key(words)).filter(|_| words.starts_with(char::is_uppercase)) {
                // A name alone means what its bearer wrote alone.
                let entries = alone.get(&surname_key(words)).unwrap_or(entries);
                found.push(Bare { range: part, entries: entries.clone(), locator: None });
            } else if part == own && is_page(words) && behind.trim_start().starts_with(['.', ',', ';', ':', '?', '!'])
                || behind.trim().is_empty() && is_page(words)
            {
                let names = names.get_or_insert_with(|| mentions(text, people));
                let last = names.iter().rev().find(|(_, end, _)| *end <= at);
                if let Some((start, _, entries)) = last.filter(|(start, ..)| at - start < NAME_REACH) {
                    // "Lemoine and Watts": what both wrote.
                    let joined = |(_, end, _): &&(usize, usize, &Vec<usize>)| {
                        text.get(*end..*start).is_some_and(|gap| matches!(gap.trim(), "and" | "&" | ", and" | "und" | "et" | "y" | "e"))
                    };
                    let other = names.iter().rev().find(joined).map(|&(_, _, other)| other);
                    let both: Vec<usize> =
                        other.map_or_else(Vec::new, |other| entries.iter().copied().filter(|entry| other.contains(entry)).collect());
                    let mut entries = if both.is_empty() { (*entries).clone() } else { both };
                    // "In Locks and Gates Tranter calls it … (112)": the sentence says which.
                    let said = text.get(text.floor_char_boundary(at.saturating_sub(NAME_REACH))..at).unwrap_or("");
                    let titled = |entry: &&usize| titles.get(**entry).is_some_and(|title| title.len() > 4 && said.contains(title.as_str()));
                    let named: Vec<usize> = entries.iter().filter(titled).copied().collect();
                    if named.len() == 1 {
                        entries = named;
                    }
                    found.push(Bare { range: part.clone(), entries, locator: Some(part) });
                }
            }
        }
    }
    found
}

/// What semicolons part in a bracket, without white space.
fn parts(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut at = range.start;
    let words = text.get(range).unwrap_or("");
    words
        .split(';')
        .map(|part| {
            let start = at + (part.len() - part.trim_start().len());
            at += part.len() + 1;
            start..start + part.trim().len()
        })
        .collect()
}

/// A page or a run of them, and no year.
fn is_page(words: &str) -> bool {
    let mut numbers = words.split(['-', '–', ',']).map(str::trim);
    let plain = numbers.clone().count() <= 3
        && numbers.all(|number| (1..=4).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()));
    let year = words.len() == 4 && words.starts_with(['1', '2']);
    plain && !year
}

/// Where the family names of the list stand in `text`.
fn mentions<'a>(text: &str, people: &'a HashMap<String, Vec<usize>>) -> Vec<(usize, usize, &'a Vec<usize>)> {
    let mut found = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        let inside = c.is_alphanumeric() || matches!(c, '-' | '‐');
        match start {
            None if inside && c.is_uppercase() => start = Some(at),
            Some(from) if !inside => {
                start = None;
                let word = text.get(from..at).unwrap_or("");
                found.extend(people.get(&surname_key(word)).map(|entries| (from, at, entries)));
            }
            _ => {}
        }
    }
    found
}

/// Numbers behind a word or its stop, as raised numbers come out: "logs,2,3 and straw.2". `entries` has for each number its
/// entry; `seen` is the highest number so far, since such numbers are given out in the order of the text.
pub(super) fn raised(text: &str, markers: &[Range<usize>], entries: &HashMap<u32, usize>, seen: &mut u32) -> Vec<Bare> {
    let mut found: Vec<Bare> = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(offset) = bytes.get(at..).and_then(|rest| rest.iter().position(u8::is_ascii_digit)) {
        let start = at + offset;
        let run = bytes.get(start..).unwrap_or(&[]).iter().take_while(|byte| byte.is_ascii_digit()).count();
        let end = run_end(text, start);
        // "after 1850,1–3": behind a year its comma may part it from what is raised.
        at = if glued(text, start) { end.max(start + run) } else { start + run };
        let marked = markers.iter().any(|marker| marker.start < end && start < marker.end);
        if marked
            || !glued(text, start)
            || !text.get(end..).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '.', ',', ';', ':', ')', '”', '\u{a0}']))
        {
            continue;
        }
        let words = text.get(start..end).unwrap_or("");
        let Some(numbers) = counted(words).filter(|numbers| numbers.iter().all(|number| entries.contains_key(number))) else { continue };
        let highest = numbers.iter().copied().max().unwrap_or(0);
        if highest > *seen + STEP {
            continue;
        }
        *seen = highest.max(*seen);
        found.push(Bare {
            range: start..end,
            entries: numbers.iter().filter_map(|number| entries.get(number).copied()).collect(),
            locator: None,
        });
    }
    found
}

/// A bracket of numbers is no longer than this, in bytes.
const LONGEST: usize = 40;

/// Numbers in round brackets, as medical journals cite: "(1,2)", "(3)", "(2–4)". What can count something else, such as an
/// equation or the points of a list, is left out; whether the text cites in this way at all, only the whole of it can say.
pub(super) fn rounded(text: &str, entries: &HashMap<u32, usize>, seen: &mut u32) -> Vec<Bare> {
    let mut found = Vec::new();
    for (at, _) in text.match_indices('(') {
        let near = text.get(at + 1..text.floor_char_boundary(at + 1 + LONGEST)).unwrap_or("");
        let Some(inner) = near.find(')').and_then(|len| near.get(..len)) else { continue };
        let tight: String = inner.chars().filter(|c| !c.is_whitespace()).collect();
        if !tight.starts_with(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let Some(numbers) = counted(&tight).filter(|numbers| numbers.iter().all(|number| entries.contains_key(number))) else { continue };
        let highest = numbers.iter().copied().max().unwrap_or(0);
        let before = text.get(..at).unwrap_or("");
        if numbers.len() == 1 && counts_other(before, highest) || !before.ends_with(char::is_whitespace) || highest > *seen + STEP {
            continue;
        }
        *seen = highest.max(*seen);
        let entries = numbers.iter().filter_map(|number| entries.get(number).copied()).collect();
        found.push(Bare { range: at + 1..at + 1 + inner.len(), entries, locator: None });
    }
    found
}

/// Whether a number in brackets behind these words counts points, equations, tables or what the word before says.
fn counts_other(before: &str, number: u32) -> bool {
    const COUNTED: &[&str] = &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "and", "or", "und", "oder", "et", "ou", "in", "by", "of", "from", "to", "see", "eq", "eqs", "equation", "equations", "formula", "figure", "fig", "table", "step",
        "item", "type", "model", "theorem", "case", "class", "condition", "hypothesis", "example", "line",
    ];
    let before = before.trim_end();
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("").to_lowercase();
    // "nine (9)"
    let said = COUNTED.iter().zip(1..).any(|(name, count)| count == number && *name == word);
    word.is_empty() || said || word.bytes().all(|byte| byte.is_ascii_digit()) || WORDS.contains(&word.as_str())
}

/// How far the next number may be from the highest before it.
const STEP: u32 = 4;

/// Whether what stands before byte `at` is the end of a word, with or without its stop: "straw.", "logs,", "walls".
fn glued(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let bare = before.trim_end_matches(['.', ',', ';', ':', ')', '”', '’', '"']);
    if before.len() - bare.len() > 6 || before.ends_with(char::is_whitespace) {
        return false;
    }
    let letters = bare.chars().rev().take_while(|c| c.is_alphabetic()).count();
    // A year can stand before the stop; what else is a number is a decimal.
    let year = before.len() > bare.len()
        && bare.len() >= 4
        && bare.get(bare.len() - 4..).is_some_and(|year| year.starts_with(['1', '2']) && year.bytes().all(|byte| byte.is_ascii_digit()));
    // Units and formulas are short or have capitals: "m2", "CO2".
    year || letters >= 3 && bare.chars().next_back().is_some_and(char::is_lowercase)
}

/// The end of a run of numbers with commas and dashes between them.
fn run_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or("");
    let mut end = 0;
    let mut last_digit = 0;
    for (at, c) in rest.char_indices() {
        match c {
            '0'..='9' => last_digit = at + 1,
            ',' | '–' | '-' | '−' => {}
            _ => break,
        }
        end = at;
    }
    start + last_digit.max(usize::from(end == 0))
}

/// The numbers that "1–3,5" stands for.
fn counted(words: &str) -> Option<Vec<u32>> {
    let mut out = Vec::new();
    for part in words.split(',') {
        let mut ends = part.split(['–', '-', '−']).map(|number| number.parse::<u32>().ok());
        match (ends.next()?, ends.next(), ends.next()) {
            (Some(one), None, _) => out.push(one),
            (Some(first), Some(Some(last)), None) if first < last && last - first < 50 => out.extend(first..=last),
            _ => return None,
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raised_numbers() {
        #[track_caller]
        fn check(text: &str, expected: &[&str]) {
            let entries: HashMap<u32, usize> = (1..=9).map(|number| (number, number as usize)).collect();
            let found = raised(text, &[], &entries, &mut 0);
            assert_eq!(found.iter().map(|bare| &text[bare.range.clone()]).collect::<Vec<_>>(), expected, "{text}");
        }
        check("Bees were kept in walls,1 in logs,2,3 and in straw.2 Yields rose after.1–3", &["1", "2,3", "2", "1–3"]);
        check("The walls held 5 m2 of comb, and CO2 rose by 12% in 1850, as Table 2 shows.", &[]);
        check("It was 3,4 times as large. In 2 places it was not.", &[]);
        check("Nobody knew of straw.9 It came late.", &[]);
    }

    #[test]
    fn rounded_numbers() {
        #[track_caller]
        fn check(text: &str, expected: &[&str]) {
            let entries: HashMap<u32, usize> = (1..=9).map(|number| (number, number as usize)).collect();
            let found = rounded(text, &entries, &mut 0);
            assert_eq!(found.iter().map(|bare| &text[bare.range.clone()]).collect::<Vec<_>>(), expected, "{text}");
        }
        check("Pressure rises in nurses (1,2). It is smaller in men (3) and absent after leave (2–4).", &["1,2", "3", "2–4"]);
        check("It was found in 34 (8) of them, by (2) and in two (2) wards: (1) one, (2) the other; see Figure (3), f(1).", &[]);
    }

    #[test]
    fn pages_behind_names() {
        #[track_caller]
        fn check(text: &str, expected: &[(&str, usize)]) {
            let people = HashMap::from([("ferris".to_owned(), vec![1]), ("whelan".to_owned(), vec![2])]);
            let found = pages(text, &people, &HashMap::new(), &[], &[]);
            assert_eq!(found.iter().map(|bare| (&text[bare.range.clone()], bare.entries[0])).collect::<Vec<_>>(), expected, "{text}");
        }
        check("As Ferris shows, nobody sleeps (14–15).", &[("14–15", 1)]);
        check("It was the worst winter (1947), and Ferris was ninety (90) at the time.", &[]);
        check("Two come from the coast (Whelan; Ferris).", &[("Whelan", 2), ("Ferris", 1)]);
        check("Nobody sleeps (14).", &[]);
    }
}
