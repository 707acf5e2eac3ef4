//! When two spellings, two dates or two addresses are the same or nearly so.

use super::super::fields::surname_key;
use super::super::spelling;

/// A date as entries and callouts give it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Date {
    /// As printed.
    pub text: String,
    kind: When,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum When {
    /// Four digits, and the letter that tells the work from others of that year.
    Year(String, Option<char>),
    /// Still to come: "in press", "forthcoming".
    Coming(Option<char>),
    /// Without a date.
    Undated(Option<char>),
}

/// Words for works still to come, folded to letters.
const COMING: &[&str] = &[
    "inpress",
    "forthcoming",
    "inpreparation",
    "inprep",
    "imdruck",
    "imerscheinen",
    "ie",
    "instampa",
    "incorsodistampa",
    "souspresse",
    "underreview",
    "aparaitre",
    "accepted",
    "submitted",
    "enprensa",
    "enprep",
    "workingpaper",
];

/// Words for no date, folded to letters.
const UNDATED: &[&str] = &["nd", "nodate", "undated", "oj", "sf", "sd", "sa"];

impl Date {
    /// The four digits, where it has them.
    pub fn year(&self) -> Option<&str> {
        match &self.kind {
            When::Year(digits, _) => Some(digits),
            _ => None,
        }
    }

    /// Every date in `text`: "1999a", "1952/1999", "1999 [1952]", "n.d.".
    pub fn all(text: &str) -> Vec<Self> {
        let mut found: Vec<Self> = Vec::new();
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(next) = bytes.get(at..).and_then(|rest| rest.iter().position(u8::is_ascii_digit)) {
            let start = at + next;
            let len = bytes.get(start..).unwrap_or(&[]).iter().take_while(|byte| byte.is_ascii_digit()).count();
            at = start + len;
            let Some(digits) = text.get(start..at).filter(|digits| len == 4 && ("1400".."2100").contains(digits)) else { continue };
            let rest = text.get(at..).unwrap_or("");
            let letter = rest
                .chars()
                .next()
                .filter(|c| c.is_ascii_lowercase() && !rest.get(1..).is_some_and(|next| next.starts_with(char::is_alphanumeric)));
            at += usize::from(letter.is_some());
            found.push(Self { text: text.get(start..at).unwrap_or(digits).to_owned(), kind: When::Year(digits.to_owned(), letter) });
        }
        if found.is_empty() {
            let key: String = text
                .chars()
                .filter(|c| c.is_alphabetic())
                .flat_map(char::to_lowercase)
                .map(|c| {
                    if c == 'à' || c == 'â' {
                        'a'
                    } else if c == 'î' {
                        'i'
                    } else {
                        c
                    }
                })
                .collect();
            // "n.d.-a"
            let letter = text
                .trim()
                .rsplit_once(['-', '.'])
                .and_then(|(_, letter)| letter.chars().next().filter(|c| c.is_ascii_lowercase() && letter.len() == 1));
            let key = letter.and_then(|letter| key.strip_suffix(letter)).unwrap_or(&key);
            let kind = match key {
                key if COMING.contains(&key) => When::Coming(letter),
                key if UNDATED.contains(&key) => When::Undated(letter),
                _ => return found,
            };
            found.push(Self { text: text.trim().to_owned(), kind });
        }
        found
    }

    /// How far `self`, of a callout, is from `other`, of an entry, where they are the same year at all; and whether their
    /// letters tell them apart.
    pub fn away(&self, other: &Self) -> Option<(u32, bool)> {
        let (letter, listed) = match (&self.kind, &other.kind) {
            (When::Year(one, letter), When::Year(two, listed)) if one == two => (letter, listed),
            (When::Coming(letter), When::Coming(listed)) | (When::Undated(letter), When::Undated(listed)) => (letter, listed),
            _ => return None,
        };
        match (letter, listed) {
            (one, two) if one == two => Some((0, false)),
            (None, Some(_)) => Some((1, false)),
            (Some(_), None) => Some((2, true)),
            _ => None,
        }
    }

    /// No date at all, as entries have it that say nothing.
    pub fn missing() -> Self {
        Self { text: "n.d.".to_owned(), kind: When::Undated(None) }
    }
}

/// Small words at the head of family names.
const PARTICLES: &[&str] = &[
    "af", "al", "av", "bin", "da", "dal", "de", "degli", "dei", "del", "della", "den", "der", "des", "di", "do", "dos", "du", "el", "ibn",
    "la", "las", "le", "les", "los", "op", "'t", "te", "ten", "ter", "van", "vander", "vom", "von", "zu", "zum", "zur", "d'", "l'", "ul",
];

/// Whether this word can be a small word at the head of a name.
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word.to_lowercase().as_str())
}

/// The key of a name without the small words at its head: "van der Berg" is "berg", "Vander Berg" too.
pub(super) fn bare(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let lead = words.iter().take(words.len().saturating_sub(1)).take_while(|word| is_particle(word)).count();
    surname_key(&words.get(lead..).unwrap_or(&[]).join(" "))
}

/// The key of a name with the ways to write an umlaut made one.
pub(super) fn loose(name: &str) -> String {
    let mut key = surname_key(name);
    for (two, one) in [("ae", "a"), ("oe", "o"), ("ue", "u"), ("aa", "a")] {
        if key.len() > 4 {
            key = key.replace(two, one);
        }
    }
    key
}

/// Small words that the name of a body may have or lack.
const SMALL: &[&str] = &[
    "the", "of", "and", "for", "on", "in", "to", "de", "la", "des", "der", "die", "das", "für", "und", "et", "y", "du", "del", "e", "da",
    "do",
];

/// The key of a body: without small words, and without the country at its head.
pub(super) fn body(name: &str) -> String {
    let words =
        name.split(|c: char| c.is_whitespace() || c == '&' || c == '/').filter(|word| !SMALL.contains(&word.to_lowercase().as_str()));
    let mut keys: Vec<String> = words.map(surname_key).filter(|key| !key.is_empty()).collect();
    if keys.len() > 2 && keys.first().is_some_and(|key| matches!(key.as_str(), "us" | "uk" | "eu")) {
        keys.remove(0);
    } else if keys.len() > 3 && keys.iter().zip(["u", "s"]).all(|(key, letter)| key == letter) {
        keys.drain(..2);
    }
    keys.concat()
}

/// The capitals of a body's name: "World Health Organization" is "who". `None` for names too short to be one.
pub(super) fn acronym(name: &str) -> Option<String> {
    let words: Vec<&str> =
        name.split(|c: char| c.is_whitespace() || c == '-').filter(|word| word.starts_with(char::is_uppercase)).collect();
    (words.len() >= 2).then(|| words.iter().filter_map(|word| word.chars().next()).flat_map(char::to_lowercase).collect())
}

/// Longer than this, in letters, no name is.
const LONGEST: usize = 60;

/// How many letters must be changed, added, left out or swapped to make `one` of `two`; `usize::MAX` where the lengths
/// alone say that they are two names.
pub(super) fn distance(one: &str, two: &str) -> usize {
    let (first, second) = (one.chars().count(), two.chars().count());
    let apart = first.abs_diff(second) > 2 || first > LONGEST;
    if apart { usize::MAX } else { spelling::distance(one, two, first.max(second)) }
}

/// How far a name may be misspelt and still be told for that name; further where a second author bears it out.
pub(super) fn reach(key: &str, borne_out: bool) -> usize {
    match key.chars().count() {
        0..=3 => 0,
        4 => 1,
        5 => 1 + usize::from(borne_out),
        _ => 2,
    }
}

/// An address without what changes nothing.
pub(super) fn address(url: &str) -> String {
    let mut rest = url.trim().to_lowercase();
    for lead in ["https://", "http://", "ftp://", "www.", "dx.doi.org/", "doi.org/", "doi:", "doi"] {
        if let Some(less) = rest.strip_prefix(lead) {
            rest = less.trim_start().to_owned();
        }
    }
    rest.trim_end_matches(['/', '.', ',', ';', ')']).to_owned()
}

/// The addresses in an entry.
pub(super) fn addresses(text: &str) -> Vec<String> {
    if !text.contains("www.") && !text.contains("://") && !text.contains("10.") {
        return Vec::new();
    }
    let found = super::super::callouts::addresses(text);
    let mut found: Vec<String> = found.iter().map(|url| address(url)).collect();
    found.dedup();
    found
}
