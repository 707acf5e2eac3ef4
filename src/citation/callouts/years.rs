//! When a work came out, as callouts say it: "2001a", "1999 [1952]", "1952/1999", "n.d.", "in press", and what can stand
//! behind it: the page meant.

use std::ops::Range;

use super::super::locator;
use super::tokens::{Kind, Token};
use super::words;

/// A year found among tokens.
#[derive(Clone, Debug)]
pub(super) struct Year {
    /// As kept: digits with their letter.
    pub text: String,
    /// Its characters.
    pub range: Range<usize>,
    /// Index of the token behind it.
    pub next: usize,
    /// Whether it is a span of years, as lives and reigns have.
    pub span: bool,
    /// Whether a letter tells it from others of that year.
    pub letter: bool,
}

/// Whether these characters are a year that a work can have.
pub(super) fn plausible(digits: &str) -> bool {
    digits.len() == 4 && ("1400".."2100").contains(&digits) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The year that starts at token `at`: of four digits, or in words.
pub(super) fn at(text: &str, tokens: &[Token], at: usize) -> Option<Year> {
    let token = tokens.get(at)?;
    match token.kind {
        Kind::Number => of_digits(text, tokens, at),
        // "[1952] 1999"
        Kind::Open(_) => {
            let inner = tokens.get(at + 1).filter(|inner| inner.kind == Kind::Number && plausible(inner.of(text)))?;
            tokens.get(at + 2).filter(|close| matches!(close.kind, Kind::Close(_)))?;
            let year = of_digits(text, tokens, at + 3)?;
            (!year.span).then(|| Year { range: token.start..year.range.end, text: format!("{}/{}", year.text, inner.of(text)), ..year })
        }
        Kind::Low | Kind::Cap | Kind::Upper | Kind::Initial => in_words(text, tokens, at),
        _ => None,
    }
}

fn of_digits(text: &str, tokens: &[Token], at: usize) -> Option<Year> {
    let token = tokens.get(at)?;
    let digits = token.of(text);
    if token.kind != Kind::Number || !plausible(digits) {
        return None;
    }
    let mut year = Year { text: digits.to_owned(), range: token.start..token.end, next: at + 1, span: false, letter: false };
    let kind = |index: usize| tokens.get(index).map(|token| token.kind);
    if let Some(next) = tokens.get(year.next).filter(|next| is_letter(text, next)) {
        let closed = !matches!(kind(year.next + 1), Some(Kind::Low | Kind::Cap | Kind::Upper | Kind::Number));
        if next.start == year.range.end || (closed && next.start == year.range.end + 1) {
            year.text.push_str(&next.of(text).to_lowercase());
            year.range.end = next.end;
            year.next += 1;
            year.letter = true;
        }
    }
    // Behind it: "1952/1999", "1998–2001", "1999 [1952]".
    let second = tokens.get(year.next + 1).filter(|second| second.kind == Kind::Number);
    match (kind(year.next), second) {
        (Some(Kind::Slash), Some(second)) if matches!(second.of(text).len(), 1 | 2 | 4) => {
            year.text.push('/');
            year.text.push_str(second.of(text));
            year.range.end = second.end;
            year.next += 2;
        }
        (Some(Kind::Dash), Some(second)) if !year.letter && matches!(second.of(text).len(), 2 | 4) => {
            year.text.push('–');
            year.text.push_str(second.of(text));
            year.range.end = second.end;
            year.next += 2;
            year.span = true;
        }
        // "1989–" is open.
        (Some(Kind::Dash), None) if matches!(kind(year.next + 1), None | Some(Kind::Close(_))) => year.span = true,
        (Some(Kind::Open(_)), _) => {
            let words = tokens.get(year.next + 1..).unwrap_or(&[]).iter().take(7);
            let close = words.clone().position(|token| matches!(token.kind, Kind::Close(_)));
            let first = words.clone().position(|token| token.kind == Kind::Number && plausible(token.of(text)));
            if let (Some(close), Some(first)) = (close, first)
                && first + 1 == close
                && let Some(bracket) = tokens.get(year.next + 1 + close)
                && let Some(inner) = tokens.get(year.next + 1 + first)
                && words.take(first).all(|token| matches!(token.kind, Kind::Low | Kind::Dot | Kind::Cap | Kind::Colon))
            {
                year.text = format!("{}/{}", year.text, inner.of(text));
                year.range.end = bracket.end;
                year.next += 2 + close;
            }
        }
        _ => {}
    }
    Some(year)
}

/// Whether this is a single letter that can stand behind a year.
fn is_letter(text: &str, token: &Token) -> bool {
    matches!(token.kind, Kind::Low | Kind::Initial) && matches!(token.of(text).as_bytes(), [b'a'..=b'p' | b'A'..=b'H'])
}

/// "n.d.", "in press", "forthcoming" and the like at token `at`.
fn in_words(text: &str, tokens: &[Token], at: usize) -> Option<Year> {
    let start = tokens.get(at)?.start;
    let rest = text.get(start..)?;
    let lead = rest.as_bytes().first()?.to_ascii_lowercase();
    if !matches!(lead, b'n' | b'i' | b'f' | b'o' | b's' | b'u' | b'a' | b'e' | b'w' | 0xc3) {
        return None;
    }
    // "n.d.a", "in press-b": how many bytes the letter takes, with its hyphen.
    let lettered = |word: &str, behind: &str| {
        let hyphen = usize::from(behind.starts_with('-'));
        let mut letter = behind.get(hyphen..).unwrap_or("").chars();
        let alone = letter.next().is_some_and(|c| c.is_ascii_lowercase()) && letter.next().is_none_or(|c| !c.is_alphanumeric());
        if alone && (hyphen > 0 || word.ends_with('.')) { hyphen + 1 } else { 0 }
    };
    let word = words::UNDATED.iter().find(|word| {
        let behind = rest.get(word.len()..).unwrap_or("");
        rest.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
            && (!behind.starts_with(char::is_alphabetic) || lettered(word, behind) > 0)
    })?;
    let mut end = start + word.len();
    let more = lettered(word, text.get(end..).unwrap_or(""));
    end += more;
    let letter = text.get(end - more.min(1)..end).unwrap_or("");
    let next = tokens.get(at..)?.iter().position(|token| token.start >= end).map_or(tokens.len(), |more| at + more);
    Some(Year {
        text: format!("{word}{}{letter}", if letter.is_empty() { "" } else { "-" }),
        range: start..end,
        next,
        span: false,
        letter: !letter.is_empty(),
    })
}

/// The further letters behind a year, as in "2001a, b" and "2001a–c": each its letter and its place, and the token behind.
pub(super) fn letters(text: &str, tokens: &[Token], from: usize) -> (Vec<(char, Range<usize>)>, usize) {
    let mut found: Vec<(char, Range<usize>)> = Vec::new();
    let mut at = from;
    while let (Some(joint), Some(token)) = (tokens.get(at), tokens.get(at + 1)) {
        let joins = matches!(joint.kind, Kind::Comma | Kind::Semi | Kind::Slash | Kind::Amp | Kind::Dash) || words::is_and(joint.of(text));
        let behind = tokens.get(at + 2);
        let closed = behind.is_none_or(|next| {
            !matches!(next.kind, Kind::Low | Kind::Cap | Kind::Upper | Kind::Number | Kind::Dot | Kind::Initial)
                || words::is_and(next.of(text))
        });
        if !joins || !is_letter(text, token) || token.kind != Kind::Low || !closed {
            break;
        }
        let Some(letter) = token.of(text).chars().next() else { break };
        if joint.kind == Kind::Dash
            && let Some(before) = previous(letter)
            && text.get(..joint.start).is_some_and(|head| head.ends_with(previous(before).unwrap_or('-')))
        {
            // "a–c" means b too; the dash is where it stands.
            found.push((before, joint.start..joint.end));
        }
        found.push((letter, token.start..token.end));
        at += 2;
    }
    (found, at)
}

fn previous(letter: char) -> Option<char> {
    char::from_u32(u32::from(letter).checked_sub(1)?).filter(char::is_ascii_lowercase)
}

/// A page or section behind a year.
pub(super) struct Page {
    /// Where all of it ends.
    pub end: usize,
    /// What is kept of it.
    pub value: Range<usize>,
    /// Whether a word says what it counts.
    pub named: bool,
}

/// The page meant that follows at `from`, before `limit`.
pub(super) fn page(text: &str, from: usize, limit: usize) -> Option<Page> {
    let mut found: Option<Page> = None;
    let mut at = from;
    // "ch. 2, p. 14", "vol. 2, pp. 3, 5", "2: 45".
    for _ in 0..6 {
        let rest = text.get(at..limit)?;
        let trimmed = rest.trim_start();
        let mut begin = at + rest.len() - trimmed.len();
        let separator = trimmed.chars().next().filter(|c| matches!(c, ':' | ','));
        if let Some(separator) = separator {
            begin += separator.len_utf8();
        }
        let volume = volume(text.get(begin..limit)?);
        let body = text.get(begin + volume..limit)?;
        let roman = if separator == Some(':') && found.is_none() { roman(body) } else { None };
        if let Some((start, end)) = roman {
            let (start, end) = (begin + volume + start, begin + volume + end);
            found = Some(Page { end, value: start..end, named: true });
            at = end;
            continue;
        }
        let Some(one) = locator::leading(body) else {
            break;
        };
        let shift = begin + volume;
        let mut end = shift + one.range.end;
        let value_start = shift + one.value.start;
        let words = text.get(value_start..end)?;
        // A year after pages is a year: "pp. 12, 2003".
        if let Some(cut) = words.match_indices([',', ';']).find_map(|(cut, _)| plausible(year_part(words.get(cut + 1..)?)).then_some(cut)) {
            end = value_start + cut;
        }
        let digits = text.get(value_start..end)?.trim();
        let next = text.get(end..limit)?.trim_start();
        let bare_fits = separator.is_some()
            && digits.bytes().take_while(u8::is_ascii_digit).count() <= 4
            && (separator == Some(':') && found.is_none() || !plausible(year_part(digits)))
            && (next.is_empty()
                || next.starts_with([',', ';', ')', ']', ':', '&', '.', '"', '”', '»', '('])
                || words::starts_with_and(next)
                || separator == Some(':'));
        if !(one.named || bare_fits) || end <= value_start {
            break;
        }
        let value = if volume > 0 { begin + lead(text.get(begin..)?)..end } else { value_start..end };
        found = Some(match found {
            Some(first) => Page { end, value: first.value.start..end, named: first.named || one.named },
            None => Page { end, value, named: one.named || volume > 0 },
        });
        at = end;
    }
    let mut found = found?;
    // "p. 45 et suiv.", "p. 45 y ss."
    let behind = text.get(found.end..limit)?;
    let follow = [" et suiv.", " et suivantes", " y ss.", " e ss.", " ss.", " e segg.", " y siguientes", " und folgende"];
    if let Some(word) = follow.iter().find(|word| behind.starts_with(**word)) {
        found.end += word.len();
    }
    // A full stop behind "f" and "ff" belongs to it.
    if text.get(found.value.clone()).is_some_and(|value| value.ends_with('f'))
        && text.get(found.end..limit).is_some_and(|rest| rest.starts_with('.'))
    {
        found.end += 1;
    }
    Some(found)
}

/// Where pages of front matter stand at the head of `text`: "xvi–xvii".
fn roman(text: &str) -> Option<(usize, usize)> {
    let start = lead(text);
    let rest = text.get(start..)?;
    let len = rest.find(|c: char| !matches!(c, 'i' | 'v' | 'x' | 'l' | 'c' | '-' | '–')).unwrap_or(rest.len());
    let closed = rest.get(len..).is_some_and(|next| next.is_empty() || next.starts_with([',', ';', ')', ']', '.', ' ']));
    (len > 0 && closed && rest.starts_with(char::is_alphabetic)).then_some((start, start + len))
}

fn lead(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// The year with which `text` begins, if it does.
fn year_part(text: &str) -> &str {
    let text = text.trim_start();
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    text.get(..len).unwrap_or("")
}

/// How many bytes at the head of `text` name a volume: "vol. 2, ".
fn volume(text: &str) -> usize {
    let trimmed = text.trim_start();
    if !trimmed.starts_with(['v', 'V', 'b', 'B', 't', 'T']) {
        return 0;
    }
    let word = trimmed.find(|c: char| !c.is_alphabetic()).unwrap_or(trimmed.len());
    if !trimmed.get(..word).is_some_and(|word| words::VOLUME.split(' ').any(|known| known.eq_ignore_ascii_case(word))) {
        return 0;
    }
    let Some(after) = trimmed.get(word..).map(|rest| rest.trim_start_matches(['.', ' '])) else { return 0 };
    let digits = after.bytes().take_while(|byte| byte.is_ascii_digit() || matches!(byte, b'I' | b'V' | b'X')).count();
    let Some(behind) = after.get(digits..).filter(|_| digits > 0) else { return 0 };
    let behind = behind.trim_start_matches([',', ':', ' ']);
    if behind.len() == after.len() - digits { 0 } else { text.len() - behind.len() }
}
