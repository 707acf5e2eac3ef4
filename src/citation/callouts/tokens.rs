//! A few words before or in a bracket, cut into what the rules look at: names, small words, numbers, signs.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A word with a capital: "Smith", "al-Bashir", "d'Orsay".
    Cap,
    /// A word of capitals alone: "FAO", "MÜLLER".
    Upper,
    /// A word of small letters.
    Low,
    /// An initial, with its full stop where it has one.
    Initial,
    /// Digits, with what joins them: "2001", "1,999", "0.05".
    Number,
    Comma,
    Semi,
    Colon,
    Dot,
    Amp,
    Slash,
    Dash,
    /// An opening bracket; whether it is square.
    Open(bool),
    /// A closing bracket; whether it is square.
    Close(bool),
    Quote,
    Other,
}

/// A token and its place in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub kind: Kind,
    pub start: usize,
    pub end: usize,
}

impl Token {
    /// Its characters.
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or("")
    }

    /// Whether it is a word that can be part of a name by its capitals.
    pub fn is_capital(&self) -> bool {
        matches!(self.kind, Kind::Cap | Kind::Upper)
    }

    /// Whether it is a word at all.
    pub fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Cap | Kind::Upper | Kind::Low)
    }
}

/// Adds the tokens of `range` of `text` to `out`.
pub(super) fn read(text: &str, range: Range<usize>, out: &mut Vec<Token>) {
    let base = range.start;
    let Some(part) = text.get(range) else { return };
    let mut at = 0;
    while let Some(c) = first(part, at) {
        let start = at;
        at += c.len_utf8();
        let kind = match c {
            _ if c.is_whitespace() => continue,
            _ if c.is_alphabetic() => {
                let (kind, end) = word(part, start);
                at = end;
                kind
            }
            '0'..='9' => {
                at = number(part, start);
                Kind::Number
            }
            ',' => Kind::Comma,
            ';' => Kind::Semi,
            ':' => Kind::Colon,
            '.' | '…' => Kind::Dot,
            '&' => Kind::Amp,
            '/' => Kind::Slash,
            '-' | '–' | '—' | '−' => Kind::Dash,
            '(' => Kind::Open(false),
            '[' => Kind::Open(true),
            ')' => Kind::Close(false),
            ']' => Kind::Close(true),
            '"' | '\'' | '“' | '”' | '„' | '‘' | '‚' | '«' | '»' | '‹' | '›' => Kind::Quote,
            _ => Kind::Other,
        };
        out.push(Token { kind, start: base + start, end: base + at });
    }
}

fn first(part: &str, at: usize) -> Option<char> {
    match part.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        _ => part.get(at..)?.chars().next(),
    }
}

/// The word at `start`, and its end. Apostrophes and hyphens between letters belong to it.
fn word(part: &str, start: usize) -> (Kind, usize) {
    let mut at = start;
    let (mut letters, mut capitals, mut leads) = (0, 0, false);
    let bytes = part.as_bytes();
    while let Some(c) = first(part, at) {
        // Nearly all of nearly every word.
        let small = bytes.get(at..).unwrap_or(&[]).iter().take_while(|byte| byte.is_ascii_lowercase()).count();
        if small > 0 {
            letters += small;
            at += small;
            continue;
        }
        if c.is_alphabetic() {
            letters += 1;
            leads |= letters == 1 && c.is_uppercase();
            capitals += usize::from(c.is_uppercase());
        } else if matches!(c, '\'' | '-') {
            // In "J.-P." and "S-" nothing follows that could belong to it.
            if !first(part, at + 1).is_some_and(char::is_alphabetic) {
                break;
            }
        } else if !matches!(c, '\u{300}'..='\u{36f}') {
            break;
        }
        at += c.len_utf8();
    }
    let words = part.get(start..at).unwrap_or("");
    let dot = part.get(at..).is_some_and(|rest| rest.starts_with('.'));
    if letters == 1 && capitals == 1 {
        let end = at + usize::from(dot);
        // The second half of "J.-P."
        let hyphen =
            dot && part.get(end..).is_some_and(|rest| rest.starts_with('-')) && first(part, end + 1).is_some_and(char::is_uppercase);
        return (Kind::Initial, end + usize::from(hyphen));
    }
    if dot && matches!(words, "St" | "Ste" | "Sta") {
        return (Kind::Cap, at + 1);
    }
    let stem = words.strip_suffix("'s").map_or(letters, |_| letters - 1);
    let kind = match capitals {
        0 => Kind::Low,
        _ if stem > 1 && capitals == stem => Kind::Upper,
        _ if leads || letters > 2 => Kind::Cap,
        _ => Kind::Low,
    };
    (kind, at)
}

/// The end of the number at `start`. A comma joins groups of three digits alone: "(2001,2003)" is two years.
fn number(part: &str, start: usize) -> usize {
    let digits = |from: usize| part.get(from..).unwrap_or("").bytes().take_while(u8::is_ascii_digit).count();
    let mut at = start + digits(start);
    loop {
        let next = part.get(at..).unwrap_or("");
        let follow = digits(at + usize::from(next.starts_with(['.', ','])));
        if (next.starts_with('.') && follow > 0) || (next.starts_with(',') && follow == 3 && at - start <= 3) {
            at += 1 + follow;
        } else {
            return at;
        }
    }
}

/// Index of the sign that closes the bracket at `open`; past the end where none does.
pub(super) fn closing(tokens: &[Token], open: usize) -> usize {
    let mut depth = 0usize;
    for (index, token) in tokens.iter().enumerate().skip(open) {
        match token.kind {
            Kind::Open(_) => depth += 1,
            Kind::Close(_) => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return index;
                }
            }
            _ => {}
        }
    }
    tokens.len()
}
