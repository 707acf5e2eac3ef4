//! Other programs count in other units. This table turns bytes of the source text into code points, UTF-16
//! units and lines, and back, without walking the text from its start each time.

use super::Span;

/// How many bytes lie between two entries of the table: small enough to walk in a microsecond, large enough
/// that the table stays under 1 % of the text.
const STEP: usize = 4096;

/// Counts up to every [`STEP`]th byte of one text.
#[derive(Clone, Debug, Default)]
pub struct Units {
    /// Code points before byte `i * STEP`, rounded down to a character boundary.
    points: Vec<usize>,
    /// UTF-16 units before the same place.
    utf16: Vec<usize>,
    /// Byte at which each line starts.
    lines: Vec<usize>,
    total_points: usize,
}

/// A place as editors name it. Both are 1-based; the column counts code points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineColumn {
    /// 1-based line.
    pub line: usize,
    /// 1-based column in code points.
    pub column: usize,
}

/// The largest character boundary of `text` that is not after `at`.
pub fn floor_boundary(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at.min(text.len()))
}

impl Units {
    /// Counts `text` once; linear.
    pub fn new(text: &str) -> Self {
        let mut units = Units { lines: vec![0], ..Units::default() };
        let (mut points, mut utf16, mut at) = (0, 0, 0);
        while at < text.len() {
            units.points.push(points);
            units.utf16.push(utf16);
            let next = floor_boundary(text, (units.points.len()) * STEP);
            let piece = &text[at..next];
            let n = count_points(piece);
            points += n;
            utf16 += n + count_wide(piece);
            at = next;
        }
        units.total_points = points;
        units.lines.extend(memchr::memchr_iter(b'\n', text.as_bytes()).map(|newline| newline + 1));
        units
    }

    /// Length of the text in code points.
    pub fn total(&self) -> usize {
        self.total_points
    }

    /// Number of lines; a text that ends in a newline has an empty last line.
    pub fn line_count(&self) -> usize {
        self.lines.len()
    }

    /// Code points before byte `at` of `text`, which must be the text that was counted.
    pub fn to_points(&self, text: &str, at: usize) -> usize {
        let (from, base) = self.entry(text, at, &self.points);
        base + count_points(text.get(from..at).unwrap_or(""))
    }

    /// UTF-16 units before byte `at`.
    pub fn to_utf16(&self, text: &str, at: usize) -> usize {
        let (from, base) = self.entry(text, at, &self.utf16);
        let piece = text.get(from..at).unwrap_or("");
        base + count_points(piece) + count_wide(piece)
    }

    /// The byte at which code point number `point` begins; `None` past the end of the text.
    pub fn from_points(&self, text: &str, point: usize) -> Option<usize> {
        self.find(text, point, &self.points, |_| 1)
    }

    /// The byte at UTF-16 unit `unit`; `None` past the end or inside a surrogate pair.
    pub fn from_utf16(&self, text: &str, unit: usize) -> Option<usize> {
        self.find(text, unit, &self.utf16, char::len_utf16)
    }

    /// A span in code points, end exclusive.
    pub fn span_to_points(&self, text: &str, span: Span) -> (usize, usize) {
        (self.to_points(text, span.start), self.to_points(text, span.end))
    }

    /// A span from code points; `None` when it does not lie in the text or its ends are reversed.
    pub fn span_from_points(&self, text: &str, start: usize, end: usize) -> Option<Span> {
        if end < start {
            return None;
        }
        Some(Span { start: self.from_points(text, start)?, end: self.from_points(text, end)? })
    }

    /// Line and column of byte `at`.
    pub fn line_column(&self, text: &str, at: usize) -> LineColumn {
        let at = floor_boundary(text, at);
        let line = self.lines.partition_point(|&start| start <= at);
        let start = self.lines.get(line.saturating_sub(1)).copied().unwrap_or(0);
        LineColumn { line: line.max(1), column: count_points(text.get(start..at).unwrap_or("")) + 1 }
    }

    /// The byte at which the 1-based `line` starts; `None` past the last.
    pub fn line_start(&self, line: usize) -> Option<usize> {
        self.lines.get(line.checked_sub(1)?).copied()
    }

    fn entry(&self, text: &str, at: usize, table: &[usize]) -> (usize, usize) {
        let slot = (at / STEP).min(table.len().saturating_sub(1));
        let mut from = floor_boundary(text, slot * STEP);
        let mut slot = slot;
        // The entry's own place may be rounded to just after `at` only when `at` is no boundary; step back then.
        if from > at {
            slot = slot.saturating_sub(1);
            from = floor_boundary(text, slot * STEP);
        }
        (from, table.get(slot).copied().unwrap_or(0))
    }

    fn find(&self, text: &str, target: usize, table: &[usize], width: impl Fn(char) -> usize) -> Option<usize> {
        let slot = table.partition_point(|&count| count <= target).saturating_sub(1);
        let from = floor_boundary(text, slot * STEP);
        let mut count = table.get(slot).copied().unwrap_or(0);
        for (at, c) in text.get(from..)?.char_indices() {
            if count >= target {
                return (count == target).then_some(from + at);
            }
            count += width(c);
        }
        (count == target).then_some(text.len())
    }
}

/// Code points in `text`: bytes that do not continue a character.
pub fn count_points(text: &str) -> usize {
    text.chars().count()
}

/// Characters outside the BMP, which UTF-16 writes in two units: those of four bytes in UTF-8.
fn count_wide(text: &str) -> usize {
    text.bytes().filter(|&byte| byte >= 0xF0).count()
}
