//! References that lean on an earlier one: ibid., op. cit., supra note 7, "(n 7)", a.a.O.; and the names that a note says
//! a work will go by from here on. What they lean on is found elsewhere; here is what they say about it.

use std::borrow::Cow;
use std::ops::Range;

use super::forms::{starts_with_word, trimmed};
use super::likeness::verbs;
use super::locator::{self, Located};

/// The page that a reference which leans on another ends with.
pub(super) fn locator_of(words: &str) -> Option<Range<usize>> {
    let from = ibid(words).or_else(|| back(words).map(|found| found.end))?;
    let mut at = from;
    let mut last = None;
    loop {
        let rest = words.get(at..)?;
        let gap = rest.len() - rest.trim_start_matches([' ', ',', ':', '.', '\u{a0}', '(', ')', ']']).len();
        let after = rest.get(gap..)?;
        let word = usize::from(starts_with_word(after, "at")) * 3;
        let Some(found) = page(after.get(word..).unwrap_or("")) else { return last };
        let start = at + gap + word;
        let value = start + found.value.start..start + found.value.end;
        // "321 n. 50": the note is one on that page.
        if last.is_some() && words.get(value.clone()).is_some_and(|value| value.starts_with(['n', 'f'])) {
            return last;
        }
        // "vol. 2, p. 12": the page says more than the volume.
        if found.named || last.is_none() {
            last = Some(value);
        }
        at = start + found.range.end;
    }
}

/// The end of a reference that leans on another: of its page, where it has one; else of what leans.
pub(super) fn end_of_lean(words: &str, from: usize) -> usize {
    let mut at = from;
    loop {
        let rest = words.get(at..).unwrap_or("");
        let gap = rest.len() - rest.trim_start_matches([' ', ',', ':', '.', '\u{a0}', '(']).len();
        let after = rest.get(gap..).unwrap_or("");
        let at_word = usize::from(starts_with_word(after, "at")) * 3;
        match page(after.get(at_word..).unwrap_or("")) {
            Some(found) => at += gap + at_word + found.range.end,
            None => break,
        }
    }
    // A bracket that opens in it closes in it.
    let own = words.get(..at).unwrap_or("");
    let behind = words.get(at..).unwrap_or("");
    let open = own.matches(['(', '[']).count() > own.matches([')', ']']).count();
    if open && behind.starts_with([')', ']']) {
        at += 1;
    }
    let stop = words.get(at..).is_some_and(|rest| rest.starts_with('.') && own.ends_with(|c: char| c.is_alphabetic()));
    at + usize::from(stop)
}

/// The page that follows: with its word, bare, or in the roman numbers of front matter ("Ibid., xiv").
fn page(text: &str) -> Option<Located> {
    let roman = || {
        let len = text.bytes().take_while(|byte| matches!(byte, b'i' | b'v' | b'x' | b'l')).count();
        let end = |from: usize| text.get(from..).is_none_or(|rest| !rest.starts_with(char::is_alphanumeric));
        let more = text
            .get(len..)
            .and_then(|rest| rest.strip_prefix(['–', '-']))
            .map_or(0, |rest| rest.bytes().take_while(|byte| matches!(byte, b'i' | b'v' | b'x' | b'l')).count());
        let dash = text.get(len..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let all = if more > 0 { len + dash + more } else { len };
        (counts(text.get(..len)?) && end(all)).then_some(Located { range: 0..all, value: 0..all, named: false })
    };
    locator::leading(text).or_else(roman)
}

/// Whether letters are a roman number as front matter has them: "xiv", and not "ill" for an illustration.
fn counts(letters: &str) -> bool {
    const TENS: &[&str] = &["lxxx", "lxx", "lx", "xl", "l", "xxx", "xx", "x"];
    let units = TENS.iter().find_map(|tens| letters.strip_prefix(tens)).unwrap_or(letters);
    !letters.is_empty() && matches!(units, "" | "i" | "ii" | "iii" | "iv" | "v" | "vi" | "vii" | "viii" | "ix")
}

/// `text` with the stars or lines of Markdown about words that lean made blank, at the same places: "*Ibid.*, 3", "*op. cit.*".
pub(super) fn without_emphasis(text: &str) -> Cow<'_, str> {
    const LEANING: &[&str] = &[
        "ibid", "ibidem", "ibíd", "id", "idem", "ebd", "ebenda", "ivi", "op. cit", "op.cit", "loc. cit", "loc.cit", "art. cit", "cit",
        "a.a.o", "a. a. o", "supra", "infra", "see", "see also", "cf", "in", "vgl", "voir",
    ];
    let mut plain = Cow::Borrowed(text);
    let mut at = 0;
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(['*', '_'])).map(|offset| at + offset) {
        at = start + 1;
        let Some(inner) = text.get(at..) else { break };
        let Some(len) = inner.bytes().take(16).position(|byte| matches!(byte, b'*' | b'_')) else { continue };
        let words = inner.get(..len).unwrap_or("").trim_end_matches(['.', ',', ' ']).to_lowercase();
        if LEANING.contains(&words.as_str()) {
            let whole = plain.to_mut();
            whole.replace_range(start..at, " ");
            whole.replace_range(at + len..at + len + 1, " ");
            at += len + 1;
        }
    }
    plain
}

/// How many bytes at the start of `text` stand for the reference just before.
pub(super) fn ibid(text: &str) -> Option<usize> {
    #[rustfmt::skip]
    const WORDS: &[&str] = &["ibidem", "ibid", "ibíd", "ib.", "id.", "ebenda", "ebda.", "ebd", "ivi", "loc. cit", "loc.cit", "at the same place"];
    let word = WORDS.iter().find(|word| starts_with_word(text, word))?;
    let rest = text.get(word.len()..)?;
    let dot = usize::from(rest.starts_with('.'));
    // "Ibid" goes before a page, a stop or nothing; "ivi" and "id." before words of a sentence are something else.
    let after = rest.get(dot..)?.trim_start();
    let plain = after.is_empty() || after.starts_with(|c: char| !c.is_alphabetic()) || after.starts_with(|c: char| c.is_ascii_lowercase());
    let sure = word.starts_with("ib") || word.starts_with("eb");
    (plain || sure).then_some(word.len() + dot)
}

/// A sign that leans on an earlier reference.
pub(super) struct Leaning {
    /// The words before it.
    pub words: Range<usize>,
    /// Right behind it.
    pub end: usize,
    /// The number of the note that is pointed to.
    pub note: Option<String>,
    /// Whether that note lies ahead.
    pub forward: bool,
}

pub(super) fn starts_back(text: &str) -> bool {
    back(text).is_some_and(|found| found.words.end < 60)
}

/// "op. cit.", "supra note 7", "(n 7)", "a.a.O.", "above, n. 7": where it stands in `text`, and what it says.
pub(super) fn back(text: &str) -> Option<Leaning> {
    #[rustfmt::skip]
    const SIGNS: &[&str] = &["op. cit.", "op. cit", "op.cit.", "op.cit", "opcit", "opere citato", "loc. cit.", "loc.cit.", "loc. cit", "art. cit.", "art.cit.", "a. a. o.", "a.a.o.", "a. a. o", "a.a.o", "o. c.", "o.c.", "ob. cit.", "ouvr. cité", "cit."];
    let mut best: Option<Leaning> = None;
    let mut at = 0;
    while let Some(offset) = text.get(at..).and_then(|rest| rest.find(|c: char| c.is_alphabetic() || c == '(' || c == '[')) {
        let start = at + offset;
        let rest = text.get(start..)?;
        let fresh = may_lean(rest) && !text.get(..start).is_some_and(|before| before.ends_with(char::is_alphanumeric));
        if fresh && let Some(sign) = SIGNS.iter().find(|sign| starts_with_word(rest, sign)) {
            // "cit." alone is Italian for it, and stands behind a comma.
            let alone = *sign == "cit." && !text.get(..start).is_some_and(|before| before.trim_end().ends_with(','));
            if !alone {
                let end = start + sign.len();
                let end = end + where_it_stands(text.get(end..)?);
                let (note, extra) = note_number(text.get(end..)?).map_or((None, 0), |(number, len)| (Some(number), len));
                // "a.a.O. (Anm. 1)": the bracket is part of it.
                let open = text.get(end..end + extra)?.contains(['(', '[']);
                let extra = extra + closing(text, end + extra, usize::from(open));
                best = Some(Leaning { words: trimmed(text, 0..start), end: end + extra, note, forward: false });
                break;
            }
        }
        if fresh && let Some((number, len, forward)) = cross_reference(rest, start == 0) {
            best = Some(Leaning { words: trimmed(text, 0..start), end: start + len, note: number, forward });
            break;
        }
        at = start + rest.chars().next().map_or(1, char::len_utf8);
        at += text.get(at..)?.find(|c: char| !c.is_alphanumeric()).unwrap_or(0);
    }
    let mut found = best?;
    let trimmed_end = text.get(found.words.clone())?.trim_end_matches([',', ' ', '(', '[', ':', ';', '.']).len();
    found.words.end = found.words.start + trimmed_end;
    // A leaning reference is short: a name, a title.
    let words = text.get(found.words.clone())?;
    (words.split_whitespace().count() <= 30 && verbs(words) == 0).then_some(found)
}

/// "op. cit. supra", "loc. cit. above": how many bytes of `text` only say that it stands further up.
fn where_it_stands(text: &str) -> usize {
    let gap = text.len() - text.trim_start_matches([' ', ',', '\u{a0}']).len();
    let rest = text.get(gap..).unwrap_or("");
    ["supra", "above", "oben", "ci-dessus"].iter().find(|word| starts_with_word(rest, word)).map_or(0, |word| gap + word.len())
}

/// Whether `text` begins like any of the words that lean: most words are told apart by two letters.
fn may_lean(text: &str) -> bool {
    let mut bytes = text.bytes().skip_while(|byte| matches!(byte, b'(' | b'[')).map(|byte| byte.to_ascii_lowercase());
    let (Some(first), second) = (bytes.next(), bytes.next().unwrap_or(b' ')) else { return false };
    match first {
        b'o' => matches!(second, b'p' | b'.' | b'b' | b'u'),
        b'a' => matches!(second, b'r' | b'.' | b'b' | b's' | b'n'),
        b'c' => second == b'i',
        b'l' => second == b'o',
        b's' => matches!(second, b'u' | b'e' | b'i'),
        b'v' => matches!(second, b'g' | b'o' | 0xc3),
        b'i' => second == b'n',
        b'b' => second == b'e',
        b'w' | b'z' => second == b'i',
        b'n' => matches!(second, b'o' | b'.' | b'n' | b' ' | b'0'..=b'9'),
        b'f' => matches!(second, b'n' | b'o' | b'u'),
        b'e' => second == b'n',
        _ => false,
    }
}

/// "supra note 7", "(n 7)", "n. 7 above", "above, n. 7", "Anm. 7": the number, the length, and whether it lies ahead.
/// "supra text accompanying note 7" leads to words and not to a source.
fn cross_reference(text: &str, whole: bool) -> Option<(Option<String>, usize, bool)> {
    #[rustfmt::skip]
    const BEFORE: &[(&str, bool)] = &[("supra", false), ("see", false), ("vgl.", false), ("siehe", false), ("voir", false), ("véase", false), ("above", false), ("infra", true), ("below", true), ("oben", false), ("ci-dessus", false), ("cited", false), ("wie", false), ("as in", false), ("zit. in", false), ("citado en", false), ("cité", false)];
    let open = text.len() - text.trim_start_matches(['(', '[']).len();
    let inner = text.get(open..)?;
    for (word, forward) in BEFORE {
        if !starts_with_word(inner, word) {
            continue;
        }
        let rest = inner.get(word.len()..)?;
        let gap = rest.len() - rest.trim_start_matches([' ', ',', '.', '\u{a0}']).len();
        let rest = rest.get(gap..)?;
        let at_word = if starts_with_word(rest, "at") || starts_with_word(rest, "in") { 3 } else { 0 };
        if let Some((number, len)) = note_number(rest.get(at_word..)?) {
            let end = open + word.len() + gap + at_word + len;
            return Some((Some(number), end + closing(text, end, open), *forward));
        }
        // "Smith, supra, at 12": it leans, and does not say where.
        if *word == "supra"
            && open == 0
            && (rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'a' | 'p' | ')' | ';')))
            && (rest.is_empty() || starts_with_word(rest, "at") || locator::leading(rest).is_some())
        {
            return Some((None, word.len(), false));
        }
    }
    let (number, len) = note_number(inner)?;
    let rest = inner.get(len..)?;
    let after = rest.trim_start_matches([' ', ',', '\u{a0}']);
    let gap = rest.len() - after.len();
    for (word, forward) in [("above", false), ("supra", false), ("below", true), ("infra", true)] {
        if starts_with_word(after, word) {
            let end = open + len + gap + word.len();
            return Some((Some(number), end + closing(text, end, open), forward));
        }
    }
    // "See note 7." and nothing else: the word that leads to it is gone by now.
    if open == 0 && whole && (rest.trim_matches(['.', ' ', ',']).is_empty() || only_a_page(rest)) {
        return Some((Some(number), len, false));
    }
    // "(n 7)", "(Anm. 7)": in brackets it needs no further word.
    (open > 0 && rest.starts_with([')', ']', ','])).then(|| (Some(number), open + len + closing(text, open + len, open), false))
}

/// Whether `rest` is a page with its word and nothing else, as in "note 1, p. 50".
fn only_a_page(rest: &str) -> bool {
    let words = rest.trim_start_matches([',', ' ', ':', '\u{a0}']);
    let found = locator::leading(words).filter(|found| found.named);
    found.is_some_and(|found| words.get(found.range.end..).is_some_and(|rest| rest.trim_matches(['.', ' ', ',']).is_empty()))
}

/// The closing bracket of a cross-reference that stands in one.
fn closing(text: &str, end: usize, open: usize) -> usize {
    usize::from(open > 0 && text.get(end..).is_some_and(|rest| rest.starts_with([')', ']'])))
}

/// "note 7", "n. 7", "fn 7", "Anm. 7": the number, and how long it all is.
fn note_number(text: &str) -> Option<(String, usize)> {
    #[rustfmt::skip]
    const WORDS: &[&str] = &["note", "notes", "n.", "nn.", "n", "fn.", "fn", "footnote", "endnote", "anm.", "anm", "fußnote", "fussnote", "fußn.", "nota", "no."];
    let lead = text.len() - text.trim_start_matches([' ', ',', '(', '[', '\u{a0}']).len();
    let rest = text.get(lead..)?;
    let word = WORDS.iter().filter(|word| starts_with_word(rest, word)).map(|word| word.len()).max()?;
    let after = rest.get(word..)?;
    let gap = after.len() - after.trim_start_matches([' ', '.', '\u{a0}']).len();
    let digits = after.get(gap..)?;
    let len = digits.bytes().take_while(u8::is_ascii_digit).count();
    if len == 0 || len > 4 || digits.get(len..).is_some_and(|rest| rest.starts_with(|c: char| c.is_alphabetic())) {
        return None;
    }
    Some((digits.get(..len)?.to_owned(), lead + word + gap + len))
}

/// The names given by "(hereafter X)", "[hereinafter X]", "im Folgenden: X".
pub(super) fn hereafter(text: &str) -> Vec<String> {
    #[rustfmt::skip]
    const WORDS: &[&str] = &["hereafter", "hereinafter", "henceforth", "im folgenden", "fortan", "nachfolgend", "ci-après", "en adelante", "d’ora in poi", "d'ora in poi", "zit. als", "zit.:", "cited as"];
    let mut out = Vec::new();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let fresh = !std::mem::replace(&mut before, c).is_alphanumeric();
        if !fresh || !c.is_ascii_alphabetic() {
            continue;
        }
        let Some(word) = text.get(at..).and_then(|rest| WORDS.iter().find(|word| starts_with_word(rest, word))) else { continue };
        let Some(rest) = text.get(at + word.len()..) else { continue };
        let mut rest = rest.trim_start_matches([' ', ':', ',']);
        for lead in [
            "cited as",
            "referred to as",
            "abbreviated as",
            "abbreviated",
            "quoted as",
            "cited",
            "called",
            "zitiert als",
            "zit. als",
            "cité",
            "als",
            "as",
        ] {
            if starts_with_word(rest, lead) {
                rest = rest.get(lead.len()..).unwrap_or("").trim_start_matches([' ', ':', ',']);
            }
        }
        let end = rest.find([')', ']', ';']).unwrap_or_else(|| rest.find(['.']).unwrap_or(rest.len()));
        for name in rest.get(..end).unwrap_or("").split(" or ") {
            let name = name
                .trim_matches(|c: char| c.is_whitespace() || matches!(c, '“' | '”' | '"' | '‘' | '’' | '\'' | '.' | ',' | '«' | '»' | '„'));
            if !name.is_empty() && name.len() < 120 && !out.iter().any(|known| known == name) {
                out.push(name.to_owned());
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn emphasis() {
        assert_eq!(without_emphasis("*Ibid.*, p. 14"), " Ibid. , p. 14");
        assert_eq!(without_emphasis("Roquelaure, *op. cit.*, *Le pont*"), "Roquelaure,  op. cit. , *Le pont*");
        assert_eq!(without_emphasis("a_b *"), "a_b *");
    }

    #[test]
    fn names_from_here_on() {
        assert_eq!(hereafter("John Smith, The War (London, 1999) (hereafter War)."), ["War"]);
        assert_eq!(hereafter("Ann Jones, Peace (2001) [hereinafter Jones, Peace]"), ["Jones, Peace"]);
    }
}
