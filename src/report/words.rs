//! Words from the text or the reader as words and nothing else: what a reading program could act on is made visible.

use std::borrow::Cow;

/// `words` with control characters as their pictures and signs that turn the direction of writing by their names, so
/// that no format is broken by them and nothing is shown in another order than it stands. Line ends and tabs stay.
pub fn plain(words: &str) -> Cow<'_, str> {
    if !words.chars().any(is_acting) {
        return Cow::Borrowed(words);
    }
    let mut out = String::with_capacity(words.len() + 16);
    for c in words.chars() {
        match c {
            _ if !is_acting(c) => out.push(c),
            '\u{0}'..='\u{1f}' => out.push(char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}')),
            '\u{7f}' => out.push('\u{2421}'),
            _ => out.push_str(&format!("[U+{:04X}]", u32::from(c))),
        }
    }
    Cow::Owned(out)
}

/// Whether `c` does something where it is shown.
fn is_acting(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
        || matches!(u32::from(c) & 0xffff, 0xfffe | 0xffff)
}

/// "1 claim", "2 claims", "no claims".
pub fn count(number: usize, what: &str) -> String {
    match number {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        _ => format!("{} {what}s", thousands(number)),
    }
}

/// A number with a thin mark between its thousands.
pub fn thousands(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A point in time as the sidecar has it, for people: "2026-11-24 04:11 UTC".
pub fn moment(time: &str) -> String {
    match (time.get(..10), time.get(11..16), time.ends_with('Z')) {
        (Some(day), Some(minute), true) => format!("{day} {minute} UTC"),
        _ => plain(time).into_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_is_shown() {
        assert_eq!(plain("a\u{1b}[31m b\u{0}\u{7f}\tc\nd"), "a␛[31m b␀␡\tc\nd");
        assert_eq!(plain("abc\u{202e}fdp.exe\u{85}"), "abc[U+202E]fdp.exe[U+0085]");
        assert_eq!(plain("שלום naïve"), "שלום naïve");
    }

    #[test]
    fn numbers_and_moments_for_people() {
        assert_eq!((thousands(7), thousands(1000), thousands(1_234_567)), ("7".into(), "1,000".into(), "1,234,567".into()));
        assert_eq!(
            (count(0, "claim"), count(1, "claim"), count(1200, "claim")),
            ("no claims".into(), "1 claim".into(), "1,200 claims".into())
        );
        assert_eq!((moment("2026-11-24T04:11:52Z"), moment("soon")), ("2026-11-24 04:11 UTC".into(), "soon".into()));
    }
}
