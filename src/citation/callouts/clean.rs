//! The words of a passage as the rules want to see them: markers of notes away, one kind of space and of apostrophe, no
//! soft hyphens, letters whole. With the way back, as what is found must be told in places of the passage itself.

use std::borrow::Cow;
use std::ops::Range;

/// A passage made plain, and where its characters come from.
pub(super) struct Clean<'a> {
    pub text: Cow<'a, str>,
    source: &'a str,
    /// From which byte of the plain text on which byte of the passage holds; in order.
    joints: Vec<(usize, usize)>,
}

impl<'a> Clean<'a> {
    /// `text` without its `markers`, made plain.
    pub fn of(text: &'a str, markers: &[Range<usize>]) -> Self {
        if markers.is_empty() && text.is_ascii() {
            return Self { text: Cow::Borrowed(text), source: text, joints: Vec::new() };
        }
        let mut plain = Self { text: Cow::Owned(String::with_capacity(text.len())), source: text, joints: Vec::new() };
        let mut markers: Vec<Range<usize>> =
            markers.iter().filter(|marker| text.get((*marker).clone()).is_some_and(|words| !words.is_empty())).cloned().collect();
        markers.sort_unstable_by_key(|marker| marker.start);
        let mut at = 0;
        for marker in markers {
            plain.add(text, at..marker.start.max(at));
            at = at.max(marker.end);
        }
        plain.add(text, at..text.len());
        plain
    }

    /// Where a range of the plain text stands in the passage.
    pub fn back(&self, range: &Range<usize>) -> Range<usize> {
        let mut start = self.joint(range.start + 1, range.start);
        let mut end = self.joint(range.end, range.end);
        // Within a letter that stands for two.
        while !self.source.is_char_boundary(start) {
            start -= 1;
        }
        while end < self.source.len() && !self.source.is_char_boundary(end) {
            end += 1;
        }
        start..end.max(start)
    }

    /// The place of `at` by the last joint before `before`.
    fn joint(&self, before: usize, at: usize) -> usize {
        let index = self.joints.partition_point(|joint| joint.0 < before);
        match index.checked_sub(1).and_then(|index| self.joints.get(index)) {
            Some(&(plain, source)) => source + at.saturating_sub(plain),
            None => at,
        }
    }

    fn add(&mut self, text: &str, range: Range<usize>) {
        let Some(part) = text.get(range.clone()) else { return };
        let Cow::Owned(out) = &mut self.text else { return };
        self.joints.push((out.len(), range.start));
        let mut from = 0;
        let bytes = part.as_bytes();
        let mut at = 0;
        while let Some(next) = bytes.get(at..).and_then(|rest| rest.iter().position(|byte| !byte.is_ascii())) {
            at += next;
            let Some(c) = part.get(at..).and_then(|rest| rest.chars().next()) else { break };
            let end = at + c.len_utf8();
            if let Some(instead) = plain(c, part.get(end..).unwrap_or("")) {
                out.push_str(part.get(from..at).unwrap_or(""));
                let glue = is_accent(c) && out.ends_with(' ') && part.get(end..).is_some_and(|rest| rest.starts_with(char::is_lowercase));
                if glue && out.trim_end_matches(' ').ends_with(char::is_alphabetic) {
                    // "M ¨uller": the accent was set on a line of its own.
                    out.pop();
                }
                out.push_str(instead);
                if !instead.is_empty() {
                    self.joints.push((out.len() - 1, range.start + end - 1));
                }
                self.joints.push((out.len(), range.start + end));
                from = end;
            }
            at = end;
        }
        out.push_str(part.get(from..).unwrap_or(""));
    }
}

/// Accents that extraction leaves beside their letter.
fn is_accent(c: char) -> bool {
    matches!(c, '¨' | '´' | '¸' | 'ˆ' | '˜' | 'ˇ')
}

/// What stands for `c`, which `rest` follows, in a plain text; `None` where it stays.
fn plain(c: char, rest: &str) -> Option<&'static str> {
    Some(match c {
        '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' | '\u{2028}' | '\u{2029}' => " ",
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => "",
        '\u{2019}' | '\u{2bc}' | '\u{2b9}' => "'",
        '\u{2010}' | '\u{2011}' => "-",
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        '（' => "(",
        '）' => ")",
        '，' => ",",
        '；' => ";",
        '：' => ":",
        c if is_accent(c) && rest.starts_with(char::is_alphabetic) => "",
        'ı' => "i",
        _ => return None,
    })
}
