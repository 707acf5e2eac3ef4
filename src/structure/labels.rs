//! Numbers that may belong to notes: at the head of a line the label of a body, inside a line or alone on it a marker.
//! Nothing is decided here. A digit is a marker only by its place in a sequence, which `notes` judges; this module
//! says what the characters around each number make likely, and leaves out what they rule out.

use std::collections::HashMap;

use super::lines::{Line, is_closing, is_superscript, number};
use crate::text::Span;

/// How a body's label is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// On a line of its own.
    Alone,
    /// Set high: "¹² Smith".
    High,
    /// "[12] Smith".
    Bracket,
    /// "(12) Smith".
    Paren,
    /// "12. Smith" or "12) Smith".
    Stop,
    /// "12Smith".
    Glued,
    /// "12 Smith".
    Spaced,
    /// "* Smith".
    Sign,
    /// "[^12]: Smith".
    Definition,
}

/// A label at the head of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// The number or sign itself.
    pub span: Span,
    /// Where the body's own words start; at the line's end when the label is alone.
    pub body: usize,
    /// What it counts; 0 for a sign or a name.
    pub value: u32,
    pub form: Form,
}

/// The label that `line` begins with, if any.
pub(super) fn label(source: &str, line: &Line) -> Option<Label> {
    let words = line.text(source);
    let at = line.words.start;
    let first = words.chars().next()?;
    let found = |lead: usize, len: usize, after: usize, value: u32, form: Form| {
        let rest = words.get(after..).unwrap_or("");
        let body = at + after + (rest.len() - rest.trim_start().len());
        let form = if rest.trim().is_empty() && form != Form::Definition { Form::Alone } else { form };
        Some(Label { span: Span::new(at + lead, at + lead + len), body, value, form })
    };
    if first.is_ascii_digit() {
        let len = words.bytes().take_while(u8::is_ascii_digit).count();
        let value = number(words.get(..len)?).filter(|&value| value > 0 && first != '0')?;
        let rest = words.get(len..)?;
        let mut after = rest.chars();
        return match (after.next(), after.next()) {
            (None, _) => found(0, len, len, value, Form::Alone),
            (Some('.' | ')'), None) => found(0, len, len + 1, value, Form::Stop),
            (Some('.' | ')'), Some(c)) if c.is_whitespace() || c.is_uppercase() || is_opening(c) => {
                found(0, len, len + 1, value, Form::Stop)
            }
            (Some(c), _) if c.is_whitespace() => found(0, len, len, value, Form::Spaced),
            (Some(c), _) if c.is_uppercase() || is_opening(c) || opens_reference(rest) => found(0, len, len, value, Form::Glued),
            _ => None,
        };
    }
    if is_superscript(first) {
        let len: usize = words.chars().take_while(|&c| is_superscript(c)).map(char::len_utf8).sum();
        return found(0, len, len, number(words.get(..len)?)?, Form::High);
    }
    match first {
        '[' if words.starts_with("[^") => {
            let close = words.find("]:").filter(|&close| close > 2)?;
            let id = words.get(2..close).filter(|id| !id.contains([']', ' ']))?;
            found(2, id.len(), close + 2, number(id).unwrap_or(0), Form::Definition)
        }
        '[' | '(' | '^' => {
            let len = words.bytes().skip(1).take_while(u8::is_ascii_digit).count();
            let value = number(words.get(1..=len)?).filter(|&value| value > 0)?;
            let close = words.get(1 + len..)?.chars().next();
            match (first, close) {
                ('[', Some(']')) => found(1, len, len + 2, value, Form::Bracket),
                ('(', Some(')')) => found(1, len, len + 2, value, Form::Paren),
                ('^', Some(c)) if c.is_whitespace() || c.is_alphabetic() => found(1, len, len + 1, value, Form::High),
                _ => None,
            }
        }
        '*' | '†' | '‡' | '§' | '∗' => {
            let len: usize = words.chars().take_while(|&c| c == first).map(char::len_utf8).sum();
            let rest = words.get(len..)?;
            // Three at most, something behind them, and no emphasis that closes.
            let sign = rest.chars().next().is_some() && words.chars().take_while(|&c| c == first).count() <= 3 && !rest.contains('*');
            if sign { found(0, len, len, 0, Form::Sign) } else { None }
        }
        _ => None,
    }
}

/// Whether a note's words begin here with a small letter: "17ibid", where "17th" is none.
fn opens_reference(words: &str) -> bool {
    const OPENERS: &[&str] =
        &["ibid", "see", "cf", "eg", "ie", "id", "idem", "ebd", "ebenda", "vgl", "siehe", "voir", "supra", "infra", "http", "https", "www"];
    let end = words.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(words.len());
    words.get(..end).is_some_and(|word| OPENERS.contains(&word))
}

/// Opening quotes and brackets.
pub(super) fn is_opening(c: char) -> bool {
    matches!(c, '“' | '‘' | '«' | '„' | '‚' | '‹' | '"' | '\'' | '(' | '[' | '「' | '『')
}

/// How a marker stands in its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// Nothing else is on the line.
    Alone,
    /// Digits set high.
    High,
    /// "[^id]".
    Named,
    /// "[12]".
    Bracket,
    /// Behind a full stop, a comma, a closing quote: "before.7".
    AfterStop,
    /// Behind a letter: "tool16".
    AfterWord,
    /// Behind a year and its stop: "in 2001.45".
    AfterYear,
    /// The tail of a longer run of digits: "in 201046" for 2010 and 46.
    Tail,
    /// Behind a full stop and a space: ". 3 It".
    Spaced,
    /// At the head of a line that goes on.
    Head,
    /// A number between two words, as any number stands.
    Loose,
    /// "*" or "†".
    Sign,
}

impl Place {
    /// How far the place alone speaks for a marker.
    pub fn weight(self) -> f32 {
        match self {
            Self::Named => 4.0,
            Self::High => 3.0,
            Self::Alone => 2.5,
            Self::AfterStop => 2.0,
            Self::Bracket => 1.5,
            Self::AfterWord => 1.3,
            Self::AfterYear => 1.0,
            Self::Tail => 0.6,
            Self::Spaced | Self::Head => 0.5,
            Self::Loose => 0.2,
            Self::Sign => 1.0,
        }
    }

    /// Whether it is likely enough to bear out a body with the same number.
    pub fn is_strong(self) -> bool {
        matches!(self, Self::Named | Self::High | Self::Alone | Self::AfterStop | Self::AfterWord | Self::AfterYear | Self::Bracket)
    }
}

/// A number or sign that may be a marker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The marker as it stands, brackets included.
    pub span: Span,
    /// Index of its line.
    pub line: usize,
    /// What it counts; 0 for a sign or a name.
    pub value: u32,
    pub place: Place,
}

/// Puts what may be markers in line `index` into `marks`.
pub(super) fn marks(source: &str, line: &Line, index: usize, marks: &mut Vec<Mark>) {
    let words = line.text(source);
    let at = line.words.start;
    let bytes = words.as_bytes();
    if let Some(value) = number(words) {
        marks.push(Mark { span: line.words, line: index, value, place: Place::Alone });
        return;
    }
    let mut i = 0;
    while let Some(&byte) = bytes.get(i) {
        match byte {
            b'0'..=b'9' => {
                let len = bytes.get(i..).unwrap_or(&[]).iter().take_while(|byte| byte.is_ascii_digit()).count();
                digits(words, at, index, i, len, marks);
                i += len;
            }
            // The first bytes of ² ³ ¹ and of ⁰ ⁴ to ⁹.
            0xC2 | 0xE2 => {
                let high: usize = words.get(i..).unwrap_or("").chars().take_while(|&c| is_superscript(c)).map(char::len_utf8).sum();
                if high > 0 {
                    raised(words, at, index, i, high, marks);
                } else if let Some(len) = sign(words, i) {
                    marks.push(Mark { span: Span::new(at + i, at + i + len), line: index, value: 0, place: Place::Sign });
                    i += len;
                    continue;
                }
                i += high.max(1);
            }
            b'[' => {
                if let Some((len, value, place)) = bracket(words, i) {
                    marks.push(Mark { span: Span::new(at + i, at + i + len), line: index, value, place });
                    i += len;
                } else {
                    i += 1;
                }
            }
            b'*' => {
                let len = bytes.get(i..).unwrap_or(&[]).iter().take_while(|&&byte| byte == b'*').count();
                if sign(words, i) == Some(len) {
                    marks.push(Mark { span: Span::new(at + i, at + i + len), line: index, value: 0, place: Place::Sign });
                }
                i += len;
            }
            _ => i += 1,
        }
    }
}

/// Takes out numbers that belong to a name: what stands behind the same word again and again, and is always the same.
pub(super) fn drop_names(source: &str, marks: &mut Vec<Mark>) {
    const OFTEN: usize = 4;
    let mut seen: HashMap<&str, (u32, usize, usize)> = HashMap::new();
    let word_of = |mark: &Mark| {
        let from = source.floor_char_boundary(mark.span.start.saturating_sub(32));
        last_word(source.get(from..mark.span.start).unwrap_or(""))
    };
    for mark in marks.iter().filter(|mark| mark.place == Place::AfterWord) {
        let (value, same, all) = seen.entry(word_of(mark)).or_insert((mark.value, 0, 0));
        *same += usize::from(*value == mark.value);
        *all += 1;
    }
    marks.retain(|mark| {
        let name =
            || seen.get(word_of(mark)).is_some_and(|&(value, same, all)| value == mark.value && same >= OFTEN && same * 5 >= all * 4);
        mark.place != Place::AfterWord || !name()
    });
}

/// Digits at `i..i + len` of `words`.
fn digits(words: &str, at: usize, index: usize, i: usize, len: usize, marks: &mut Vec<Mark>) {
    let before = words.get(..i).unwrap_or("");
    let after = words.get(i + len..).unwrap_or("");
    let value = words.get(i..i + len).and_then(number).unwrap_or(0);
    // "90,91": the second of two markers at one place.
    let pair = marks.last().copied().filter(|mark| mark.span.end + 1 == at + i && mark.line == index && mark.value + 1 == value);
    if !may_end(after) && !counts_on(after, value) && !starts_sentence(before, after) {
        return;
    }
    if let Some(first) = pair.filter(|first| matches!(first.place, Place::AfterStop | Place::AfterWord | Place::AfterYear | Place::Tail))
        && before.ends_with([',', ';'])
    {
        marks.push(Mark { span: Span::new(at + i, at + i + len), line: index, value, place: first.place });
        return;
    }
    // "5, 6 Was it": the same with a space between.
    let spaced = marks.last().copied().filter(|mark| mark.span.end + 2 == at + i && mark.line == index && mark.value + 1 == value);
    if let Some(first) = spaced.filter(|first| matches!(first.place, Place::AfterStop | Place::AfterWord))
        && (before.ends_with(", ") || before.ends_with("; "))
        && (after.trim().is_empty()
            || after.starts_with(' ') && after.trim_start().starts_with(|c: char| c.is_uppercase() || is_opening(c)))
    {
        marks.push(Mark { span: Span::new(at + i, at + i + len), line: index, value, place: first.place });
        return;
    }
    let mut push = |from: usize, len: usize, place: Place| {
        if let Some(value) = words.get(from..from + len).filter(|digits| !digits.starts_with('0')).and_then(number) {
            marks.push(Mark { span: Span::new(at + from, at + from + len), line: index, value, place });
        }
    };
    let Some(last) = before.chars().next_back() else {
        if len <= 4 && after.starts_with(char::is_whitespace) {
            push(i, len, Place::Head);
        }
        return;
    };
    if last.is_alphabetic() {
        let word = last_word(before);
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        if len <= 4 && letters >= 2 && last.is_lowercase() && counted(word) != Counted::Always {
            push(i, len, if counted(word) == Counted::Never { Place::AfterWord } else { Place::Tail });
        } else if letters >= 2 && last.is_uppercase() && len <= 4 {
            push(i, len, Place::Tail);
            // "CO212" is CO2 and note 12.
            if len >= 2 {
                push(i + 1, len - 1, Place::Tail);
            }
        }
        return;
    }
    if is_stop(last) {
        let bare = before.trim_end_matches(|c: char| is_stop(c));
        // "[12].3" and "(1993).3" have a bracket between the two numbers.
        let bracketed = before.trim_end_matches(['.', ',', ';', ':']).ends_with([')', ']']);
        let digit_before = bare.ends_with(|c: char| c.is_ascii_digit()) && !bracketed;
        let opened = matches!(last, '\'' | '"') && (bare.is_empty() || bare.ends_with(char::is_whitespace));
        let counted = if last == '.' { counted(last_word(bare)) } else { Counted::Never };
        if len > 5 || opened || counted == Counted::Always {
            return;
        }
        if digit_before && matches!(last, '.' | ',' | ':' | '\'' | '’') {
            // "2001.45 The": a year and a marker; "3.14": none.
            let year = trailing_digits(bare);
            if is_year(year) && last != ':' && len <= 3 {
                push(i, len, Place::AfterYear);
            } else if last == ',' && before.ends_with(',') && (counts_on(after, value) && len <= 3 || len <= 2 && is_grouped(bare)) {
                // "£7,6,7": a sum and two markers; "3,500,5": no sum is written so.
                push(i, len, Place::Tail);
            }
            return;
        }
        push(i, len, if counted == Counted::Never { Place::AfterStop } else { Place::Tail });
        return;
    }
    if last.is_whitespace() {
        let bare = before.trim_end();
        let ended = bare.ends_with(['.', '!', '?', '”', '’', ')', '"']);
        let begins = after.trim_start().starts_with(|c: char| c.is_uppercase() || is_opening(c)) || after.trim().is_empty();
        let counted = counted(last_word(bare.trim_end_matches('.')));
        if ended && begins && len <= 3 && counted != Counted::Always {
            push(i, len, Place::Spaced);
        } else if len <= 3 && counted == Counted::Never && bare.ends_with(|c: char| c.is_alphabetic() || is_stop(c)) {
            push(i, len, Place::Loose);
        } else if (5..=7).contains(&len) && words.get(i..i + 4).is_some_and(is_year) {
            push(i + 4, len - 4, Place::Tail);
        }
        return;
    }
    if (5..=7).contains(&len) && words.get(i..i + 4).is_some_and(is_year) {
        push(i + 4, len - 4, Place::Tail);
    }
}

fn raised(words: &str, at: usize, index: usize, i: usize, len: usize, marks: &mut Vec<Mark>) {
    let before = words.get(..i).unwrap_or("");
    let Some(value) = words.get(i..i + len).and_then(number) else { return };
    let word = last_word(before);
    // "m²", "x³", "10⁹": powers, not markers.
    let after = words.get(i + len..).and_then(|rest| rest.chars().next());
    let signed = before.trim_end().ends_with(['⁻', '⁺', '(', '[', '=', '+', '∂', '·', '×'])
        || after.is_some_and(|c| c.is_alphanumeric() || matches!(c, '⁻' | '⁺'));
    let power = signed
        || (word.chars().count() <= 2 && word.chars().all(char::is_alphabetic) && !word.is_empty() && value <= 3)
        || (before.ends_with(|c: char| c.is_ascii_digit()) && !is_year(trailing_digits(before)));
    if !power {
        let place = if i == 0 { Place::Head } else { Place::High };
        marks.push(Mark { span: Span::new(at + i, at + i + len), line: index, value, place });
    }
}

/// "[^id]" or "[12]" at `i`, not escaped, not a definition.
fn bracket(words: &str, i: usize) -> Option<(usize, u32, Place)> {
    if words.get(..i)?.ends_with('\\') {
        return None;
    }
    let rest = words.get(i..)?;
    let close = rest.bytes().take(80).position(|byte| byte == b']')?;
    let inside = rest.get(1..close)?;
    let after = rest.get(close + 1..)?;
    if let Some(id) = inside.strip_prefix('^') {
        let definition = i == 0 && after.starts_with(':');
        let named = !id.is_empty() && !id.contains([' ', '[', '^']) && !definition;
        return named.then(|| (close + 1, number(id).unwrap_or(0), Place::Named));
    }
    let value = number(inside).filter(|&value| value > 0 && inside.len() <= 4)?;
    (i > 0 && !after.starts_with('(')).then_some((close + 1, value, Place::Bracket))
}

/// The length of a sign at `i` that stands behind a word and is followed by nothing that belongs to it.
fn sign(words: &str, i: usize) -> Option<usize> {
    let rest = words.get(i..)?;
    let first = rest.chars().next().filter(|&c| matches!(c, '*' | '†' | '‡' | '∗'))?;
    let len: usize = rest.chars().take_while(|&c| c == first).map(char::len_utf8).sum();
    let before = words.get(..i)?.chars().next_back()?;
    let after = rest.get(len..)?.chars().next();
    // Emphasis in Markdown opens with a sign too.
    let emphasis = first == '*' && words.bytes().filter(|&byte| byte == b'*').take(4).count() > len;
    let behind = before.is_alphabetic() || (is_stop(before) && before != '(');
    let free = after.is_none_or(|c| c.is_whitespace() || is_stop(c));
    (behind && free && !emphasis && rest.chars().take_while(|&c| c == first).count() <= 3).then_some(len)
}

/// Whether digits may end here: no letter, no decimals, no range, no per cent.
fn may_end(after: &str) -> bool {
    let mut chars = after.chars();
    match (chars.next(), chars.next()) {
        (None, _) => true,
        (Some(c), _) if c.is_alphanumeric() || matches!(c, '%' | '°' | '/' | '€' | '$' | '£') => false,
        (Some('.' | ',' | ':' | '-' | '–' | '\'' | '’'), Some(c)) if c.is_ascii_digit() => false,
        _ => true,
    }
}

/// Whether the next number follows a comma, as where two markers stand at one place: "90,91".
fn counts_on(after: &str, value: u32) -> bool {
    let rest = after.strip_prefix([',', ';']).unwrap_or("");
    let len = rest.bytes().take_while(u8::is_ascii_digit).count();
    let last = rest.get(len..).unwrap_or("");
    rest.get(..len).and_then(number) == Some(value + 1) && (may_end(last) || counts_on(last, value + 1))
}

/// Whether a sentence ends before a number and the next begins right behind it: "hired.2Men came".
fn starts_sentence(before: &str, after: &str) -> bool {
    let mut next = after.chars();
    let begins = next.next().is_some_and(char::is_uppercase) && next.next().is_some_and(|c| c.is_lowercase() || c.is_whitespace());
    let bare = before.trim_end_matches(|c: char| is_stop(c));
    let word = last_word(bare);
    let year = is_year(trailing_digits(bare)) && before.ends_with('.');
    begins && year
        || begins
            && bare.len() < before.len()
            && word.chars().count() > 2
            && word.chars().all(char::is_alphabetic)
            && word.ends_with(char::is_lowercase)
            && counted(word) == Counted::Never
}

fn is_stop(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…' | '。' | '，' | '؟' | '،') || is_closing(c)
}

fn last_word(before: &str) -> &str {
    // Longer words matter to nobody, and a line may be one.
    let before = before.get(before.floor_char_boundary(before.len().saturating_sub(64))..).unwrap_or(before);
    let word = before.rsplit(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '/' | '“' | '—' | ',' | ';')).next().unwrap_or("");
    word.trim_start_matches(|c: char| !c.is_alphanumeric())
}

/// "3,500": the last three digits of a number set apart by a comma.
fn is_grouped(before: &str) -> bool {
    let group = trailing_digits(before);
    let rest = before.get(..before.len() - group.len()).unwrap_or("");
    group.len() == 3 && rest.strip_suffix(',').is_some_and(|rest| rest.ends_with(|c: char| c.is_ascii_digit()))
}

fn trailing_digits(before: &str) -> &str {
    let len = before.bytes().rev().take_while(u8::is_ascii_digit).count();
    before.get(before.len() - len..).unwrap_or("")
}

fn is_year(digits: &str) -> bool {
    digits.len() == 4 && number(digits).is_some_and(|year| (1200..2100).contains(&year)) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a number after a word belongs to the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counted {
    /// "p.10", "Vol.2", "Apr.2015".
    Always,
    /// "no.2", but also "he said no.2".
    Perhaps,
    Never,
}

fn counted(word: &str) -> Counted {
    const ALWAYS: &[&str] = &[
        "p", "pp", "nos", "nr", "vol", "vols", "ch", "chap", "arts", "fig", "figs", "sect", "n", "nn", "fn", "par", "para", "paras", "eq",
        "tab", "app", "bd", "abs", "rn", "l", "ll", "f", "ff", "v", "vv", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept",
        "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "ca", "cf", "approx", "mp", "cols", "pt", "bk",
        "iso", "supra",
    ];
    const PERHAPS: &[&str] = &[
        "no", "art", "table", "figure", "chapter", "appendix", "sec", "ed", "s", "may", "sat", "sun", "c", "ver", "version", "covid",
        "col", "st", "res", "doc", "rev", "add", "corr", "note", "notes", "page", "pages", "part", "section", "article", "number",
        "volume",
    ];
    let lower = word.to_lowercase();
    let lower = lower.trim_end_matches('.');
    if ALWAYS.contains(&lower) {
        Counted::Always
    } else if PERHAPS.contains(&lower) {
        Counted::Perhaps
    } else {
        Counted::Never
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    /// The label of a line: what it counts, how it is written, and the words behind it.
    fn check(line: &str) -> Option<(u32, Form, String)> {
        let lines = split(line);
        let label = label(line, lines.first()?)?;
        Some((label.value, label.form, line.get(label.body..)?.trim_end().to_owned()))
    }

    /// The marks of a line: the words of each and its place.
    fn found(line: &str) -> Vec<(String, Place)> {
        let lines = split(line);
        let mut all = Vec::new();
        for (index, one) in lines.iter().enumerate() {
            marks(line, one, index, &mut all);
        }
        all.iter().map(|mark| (mark.span.of(line).to_owned(), mark.place)).collect()
    }

    #[test]
    fn labels() {
        let some = |value, form, words: &str| Some((value, form, words.to_owned()));
        assert_eq!(check("12 Smith, A."), some(12, Form::Spaced, "Smith, A."));
        assert_eq!(check(" 12. Smith"), some(12, Form::Stop, "Smith"));
        assert_eq!(check("12"), some(12, Form::Alone, ""));
        assert_eq!(check("12Smith"), some(12, Form::Glued, "Smith"));
        assert_eq!(check("¹²Smith"), some(12, Form::High, "Smith"));
        assert_eq!(check("[12] Smith"), some(12, Form::Bracket, "Smith"));
        assert_eq!(check("[^a]: Smith"), some(0, Form::Definition, "Smith"));
        assert_eq!(check("[^a]:"), some(0, Form::Definition, ""));
        assert_eq!(check("* Smith"), some(0, Form::Sign, "Smith"));
        assert_eq!(check("3.1 Methods"), None);
        assert_eq!(check("12th of May"), None);
        assert_eq!(check("*Smith* said"), None);
    }

    #[test]
    fn marks_in_lines() {
        let one = |words: &str, place| vec![(words.to_owned(), place)];
        assert_eq!(found("came before.7 Next"), one("7", Place::AfterStop));
        assert_eq!(found("a tool16 to"), one("16", Place::AfterWord));
        assert_eq!(found("as he said”12"), one("12", Place::AfterStop));
        assert_eq!(found("it is so.¹²"), one("¹²", Place::High));
        assert_eq!(found("it is so[^x] or \\[^y]"), one("[^x]", Place::Named));
        assert_eq!(found("as shown [12]."), one("[12]", Place::Bracket));
        assert_eq!(found("in 201046."), one("46", Place::Tail));
        assert_eq!(found("It ended. 3 It began"), one("3", Place::Spaced));
        assert_eq!(found("General Agreement* signed"), one("*", Place::Sign));
        assert_eq!(found("all of it.90,91 And"), [("90".to_owned(), Place::AfterStop), ("91".to_owned(), Place::AfterStop)]);
        assert_eq!(found("there were 12 parties"), one("12", Place::Loose));
        assert_eq!(found("15"), one("15", Place::Alone));
        for none in
            ["3.14 and 1,000", "see p.10 there", "the 4th day", "20% of it", "in 1992 and 1993-97", "Vol.2", "H2O", "*so* it is", "10:30"]
        {
            assert_eq!(found(none), [], "{none}");
        }
    }
}
