//! How much words look like a reference, from what only references have (pages, years in brackets, titles in quotation
//! marks, presses) and what only sentences have (finite verbs). What is judged is the shape, in whatever language.

use super::forms::particle;
use super::leaning::{back, ibid};
use super::locator;

/// Beyond this many bytes words are no reference.
pub(super) const LONGEST: usize = 900;

/// Whether a reference can end here: with a page, a year, an address, or a word that leans on another.
pub(super) fn complete(text: &str) -> bool {
    let end = text.trim_end_matches(['.', ',', ' ', ')', ']']);
    end.ends_with(|c: char| c.is_ascii_digit())
        || locator::trailing(text).is_some()
        || has_url(text)
        || year_in_brackets(text)
        || back(text).is_some()
        || ibid(text).is_some()
        || end.ends_with("n.d")
        || end.ends_with("passim")
}

/// "New York: Jewish Theological Seminary, 1982": where a work came out, which follows it.
pub(super) fn is_imprint(text: &str) -> bool {
    let Some((place, rest)) = text.split_once(": ") else { return false };
    let short = place.split_whitespace().count() <= 3 && !place.contains([',', '.', '“', '"', '(']);
    let behind = year_at(rest).and_then(|at| rest.get(..at));
    short
        && behind.is_some_and(|press| {
            press.trim_end().ends_with(',') && press.split_whitespace().count() <= 8 && !press.contains(['“', '"', '('])
        })
}

/// A name and a few words, as in a short reference.
pub(super) fn short_shape(text: &str) -> bool {
    let comma = text.find(',').unwrap_or(text.len());
    let set_off = text.find([':', '(']).is_none_or(|other| comma < other);
    looks_like_name(text) && set_off && !year_in_brackets(text) && text.split_whitespace().count() <= 9 && verbs(text) == 0
}

/// How much `text` looks like a reference: 2 and more is one, 0 and less is none.
pub(super) fn likeness(text: &str) -> i32 {
    if text.len() > LONGEST {
        return 0;
    }
    if has_url(text) {
        return 4;
    }
    if ibid(text).is_some() || back(text).is_some() {
        return 5;
    }
    let mut points = 0;
    let name = looks_like_name(text);
    points += i32::from(name);
    let bracketed = year_in_brackets(text);
    let end_year = ends_in_year(text);
    points += if bracketed { 2 } else { i32::from(end_year) };
    match locator::trailing(text) {
        Some(found) if found.named => points += 2,
        Some(_) => points += 1,
        None => {}
    }
    points += if quoted_title(text) { 2 } else { 0 };
    points += imprint_words(text).min(2);
    points += if legal(text) { 3 } else { 0 };
    let verbs = verbs(text);
    points -= verbs.min(3);
    if name && verbs == 0 && points < 2 && text.split_whitespace().count() <= 16 && (title_cased(text) || points > 1) {
        points = 2;
    }
    points
}

/// Whether most words that count are capitals, as in names and titles.
fn title_cased(text: &str) -> bool {
    let words = text.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 3);
    let (mut all, mut upper) = (0, 0);
    for word in words {
        all += 1;
        upper += usize::from(word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase));
    }
    all >= 1 && upper * 10 >= all * 6 && text.contains(',')
}

pub(super) fn has_url(text: &str) -> bool {
    text.contains("http://") || text.contains("https://") || text.contains("www.") || text.contains("doi.org/") || text.contains("doi:")
}

/// "(Oxford, 1999)", "(1999)", "[1998]": a bracket with a year in it.
pub(super) fn year_in_brackets(text: &str) -> bool {
    text.match_indices(['(', '[']).any(|(at, _)| {
        let inner = text.get(at + 1..).unwrap_or("");
        let close = inner.find([')', ']']).unwrap_or(inner.len());
        inner.get(..close).is_some_and(|inner| inner.len() < 160 && has_year(inner))
    })
}

pub(super) fn has_year(text: &str) -> bool {
    year_at(text).is_some()
}

/// Where the first year from 1400 to 2099 begins.
fn year_at(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    bytes.windows(4).enumerate().position(|(at, four)| {
        four.iter().all(u8::is_ascii_digit)
            && matches!(four.first().zip(four.get(1)), Some((b'1', b'4'..=b'9')) | Some((b'2', b'0')))
            && !at.checked_sub(1).and_then(|i| bytes.get(i)).is_some_and(u8::is_ascii_digit)
            && !bytes.get(at + 4).is_some_and(u8::is_ascii_digit)
    })
}

fn ends_in_year(text: &str) -> bool {
    let end = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    end.len() >= 4
        && end.get(end.len() - 4..).is_some_and(has_year)
        && !end.get(..end.len() - 4).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
}

/// A quotation with words about it that are not a sentence: `, “Title,”` or `“Title”, Journal`.
fn quoted_title(text: &str) -> bool {
    let Some(start) = text.find(['“', '"', '«', '„', '‘']) else { return false };
    let inner = text.get(start..).unwrap_or("").trim_start_matches(['“', '"', '«', '„', '‘', ' ', '\u{a0}']);
    let before = text.get(..start).unwrap_or("").trim_end();
    inner.starts_with(char::is_uppercase) && (before.ends_with([',', ':', '.']) || before.is_empty())
}

/// Words that only references have.
fn imprint_words(text: &str) -> i32 {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "ed", "eds", "edn", "trans", "vol", "vols", "no", "nos", "hrsg", "hg", "bd", "nr", "aufl", "press", "university", "verlag", "journal", "review", "quarterly",
        "pp", "chap", "dir", "éd", "diss", "dissertation", "thesis", "proceedings", "revue", "zeitschrift", "rivista", "revista", "archives", "archive",
        "papers", "box", "folder", "ms", "mss", "fol", "fols", "doc", "annals", "bulletin", "times", "gazette", "in:",
    ];
    let mut count = 0;
    for word in text.split(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | '(' | ')' | ';')) {
        if !word.is_empty() && word.len() < 14 && WORDS.contains(&word.to_lowercase().as_str()) {
            count += 1;
        }
    }
    count
}

/// "410 U.S. 113", "45 Harv. L. Rev. 123", "[1998] 1 AC 200", "§ 12": how law is cited.
fn legal(text: &str) -> bool {
    if text.contains(" v. ") || text.contains(" v ") {
        return text.bytes().any(|byte| byte.is_ascii_digit());
    }
    let words: Vec<&str> = text.split_whitespace().take(60).collect();
    words.windows(3).any(|three| {
        let [a, b, ..] = three else { return false };
        let number = |word: &str| (1..=4).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit());
        number(a)
            && b.starts_with(|c: char| c.is_ascii_uppercase())
            && b.contains('.')
            && words.iter().any(|word| number(word.trim_end_matches([',', '.', ';'])) && word != a)
    })
}

/// Words of sentences: the finite verbs and pronouns that titles seldom have in small letters.
pub(super) fn verbs(text: &str) -> i32 {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "is", "was", "are", "were", "has", "have", "had", "that", "which", "who", "whose", "this", "these", "we", "he", "she", "they", "it", "not", "although", "because",
        "however", "would", "could", "should", "may", "argues", "argued", "suggests", "shows", "notes", "claims", "discusses", "been", "be", "did", "does", "said", "my",
        "our", "i", "ist", "sind", "war", "waren", "wird", "wurde", "dass", "nicht", "sich", "est", "sont", "était", "que", "qui", "nous", "è", "sono", "che",
        "fue", "son", "será", "there",
    ];
    let mut count = 0;
    let mut quoted = false;
    for (at, word) in text.split_whitespace().enumerate() {
        quoted |= word.starts_with(['“', '"', '«', '„', '‘']);
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let own = if at == 0 { bare.to_lowercase() } else { bare.to_owned() };
        if !quoted && WORDS.contains(&own.as_str()) || bare == "I" && at > 0 && !word.contains('.') && !word.ends_with([',', ')', ':']) {
            count += 1;
        }
        if word.trim_end_matches([',', '.', ';', ':']).ends_with(['”', '"', '»', '“', '’']) {
            quoted = false;
        }
    }
    count
}

/// Whether `text` begins with names, set off by a comma, a bracket or a colon.
pub(super) fn looks_like_name(text: &str) -> bool {
    let end = text.find([',', '(', ':', ';', '“', '"', '«', '„', '[']).unwrap_or(text.len());
    let head = text.get(..end).unwrap_or("").trim();
    let mut words = 0;
    for word in head.split_whitespace() {
        words += 1;
        let plain = word.trim_end_matches('.');
        let joins = matches!(plain, "and" | "&" | "et" | "und" | "y" | "e" | "al" | "of" | "for" | "on" | "the" | "ed" | "eds");
        let capital = word.trim_start_matches(['’', '\'']).starts_with(|c: char| c.is_uppercase());
        let elided = word.get(..2).is_some_and(|two| matches!(two, "d’" | "d'" | "l’" | "l'"));
        if !(capital || joins && words > 1 || particle(word) || elided) {
            return false;
        }
    }
    (1..=9).contains(&words) && end < text.len()
}
