//! The lines of a text and what can be seen from their shape alone: how many blank lines mean nothing, whether
//! lines are hard-wrapped, how long a full line is. Every later step asks here, so that all of them mean the same
//! by "a full line" or "a line set apart".

use crate::text::Span;

/// A line that has words. Blank lines are kept only as the gap before the next one, so that a million of them
/// cost nothing.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Where the line begins, white space included.
    pub start: usize,
    /// From its first to its last character that is not white space.
    pub words: Span,
    /// Characters in `words`.
    pub width: u32,
    /// Columns of white space before the words.
    pub indent: u16,
    /// Blank lines before it.
    pub gap: u16,
    /// The widest of these blank lines: a separator may be drawn with spaces.
    pub blank: u16,
    /// Where a form feed between the last line and this one says that a page begins.
    pub feed: Option<usize>,
    /// Where a line that begins with one space comes straight after words or after more than one empty line: where
    /// an extraction puts one empty line after each line, that is the top of a page.
    pub slip: Option<usize>,
    /// Whether white space follows the words.
    pub trail: u16,
}

impl Line {
    pub fn text<'a>(&self, source: &'a str) -> &'a str {
        self.words.of(source)
    }
}

/// Splits `source` at newlines and form feeds.
pub(super) fn split(source: &str) -> Vec<Line> {
    let bytes = source.as_bytes();
    let mut lines = Vec::with_capacity(source.len() / 60);
    let mut blanks = Blanks::default();
    let mut start = 0;
    let ends = memchr::memchr2_iter(b'\n', b'\x0c', bytes).chain([bytes.len()]);
    for end in ends {
        let raw = source.get(start..end).unwrap_or("");
        blanks.look(raw, start);
        let words = raw.trim();
        if words.is_empty() {
            blanks.pass(raw, bytes.get(end) == Some(&b'\x0c'));
        } else {
            let lead = raw.len() - raw.trim_start().len();
            let trail = raw.len() - lead - words.len();
            lines.push(Line {
                start,
                words: Span::new(start + lead, start + lead + words.len()),
                width: words.chars().count().min(u32::MAX as usize) as u32,
                indent: columns(raw.get(..lead).unwrap_or("")),
                gap: blanks.count,
                blank: blanks.widest,
                feed: blanks.feed,
                slip: blanks.slip,
                trail: trail.min(u16::MAX as usize) as u16,
            });
            blanks = Blanks::default();
        }
        if bytes.get(end) == Some(&b'\x0c') {
            blanks.feed = blanks.feed.or(Some(end + 1));
        }
        start = end + 1;
    }
    lines
}

/// What was passed since the last line with words.
#[derive(Default)]
struct Blanks {
    count: u16,
    widest: u16,
    /// Lines with nothing at all, not even white space, in a row.
    empty: u16,
    feed: Option<usize>,
    slip: Option<usize>,
}

impl Blanks {
    /// Looks at any line before it is taken as blank or not.
    fn look(&mut self, raw: &str, start: usize) {
        let mut chars = raw.chars();
        let one_space = chars.next() == Some(' ') && chars.next().is_none_or(|c| !c.is_whitespace());
        let straight = self.count == 0 && self.empty == 0 && !raw.trim().is_empty();
        if one_space && (straight || self.empty > 1) {
            self.slip = self.slip.or(Some(start));
        }
    }

    fn pass(&mut self, raw: &str, feed: bool) {
        if raw.is_empty() {
            self.empty = self.empty.saturating_add(1);
        } else {
            self.empty = 0;
        }
        self.widest = self.widest.max(columns(raw));
        // What stands before a form feed on its own line is no blank line.
        if !(feed && raw.is_empty()) {
            self.count = self.count.saturating_add(1);
        }
    }
}

fn columns(space: &str) -> u16 {
    let wide = space.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum::<usize>();
    wide.min(u16::MAX as usize) as u16
}

/// What the lines of a text have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    /// Blank lines between two lines of one paragraph: 1 where an extraction puts one after each line.
    pub base: u16,
    /// Whether lines end where the page was full, and not only where a paragraph ends.
    pub wrapped: bool,
    /// Characters in a full line.
    pub width: u32,
    /// Columns before most lines.
    pub indent: u16,
}

impl Layout {
    /// Measures `lines`.
    pub fn of(source: &str, lines: &[Line]) -> Self {
        // By number of blank lines between two lines: how often the second plainly goes on with the first.
        let mut going_on = [0_usize; 3];
        // And how often the first leaves its sentence open at all.
        let mut all = [0_usize; 3];
        let mut last: Option<&Line> = None;
        for after in lines {
            // A number on a line of its own is a marker that cut the line, or a page's.
            // What is set in the middle of the page is a formula or a title.
            let centred = last.is_some_and(|last| after.indent >= last.indent + 16);
            if number(after.text(source)).is_some() || centred {
                continue;
            }
            let Some(before) = last.replace(after).filter(|before| before.width >= 12) else { continue };
            let slot = usize::from(after.gap).min(2);
            if let (Some(all), Some(on)) = (all.get_mut(slot), going_on.get_mut(slot)) {
                let open = open_end(before.text(source));
                *all += usize::from(open);
                *on += usize::from(open && goes_on(after.text(source)));
            }
        }
        let best = (0..3).rev().max_by_key(|&slot| going_on.get(slot).copied().unwrap_or(0)).unwrap_or(0);
        let on = going_on.get(best).copied().unwrap_or(0);
        let wrapped = on > 0 && on * 3 >= all.get(best).copied().unwrap_or(0);
        let wrapped = wrapped || best == 0 && are_even(source, lines);
        let base = if wrapped { best as u16 } else { 0 };
        Self { base, wrapped, width: full_width(lines), indent: common_indent(lines) }
    }

    /// Whether `line` is set apart from the one before it by more blank lines than the lines of a paragraph are.
    pub fn apart(&self, line: &Line) -> bool {
        line.gap > self.base
    }
}

/// Whether most lines are as long as a page's, and some of them break off: few may begin with a small letter.
fn are_even(source: &str, lines: &[Line]) -> bool {
    let full = full_width(lines);
    let wide = || lines.iter().filter(|line| line.width * 100 >= full * 85);
    let open = wide().filter(|line| open_end(line.text(source))).count();
    (60..=120).contains(&full) && lines.len() >= 4 && wide().count() * 3 > lines.len() * 2 && open * 2 > lines.len()
}

/// The width that nine of ten lines do not pass, counting only those that may be full.
fn full_width(lines: &[Line]) -> u32 {
    usual_width(lines.iter().map(|line| line.width), 9, 10).unwrap_or(20)
}

/// The width that `part` of `whole` lines do not pass; unless far more lines gather around a smaller one. An extraction
/// that mends hyphens puts two lines into one, and how wide those are says nothing.
pub(super) fn usual_width(widths: impl Iterator<Item = u32>, part: usize, whole: usize) -> Option<u32> {
    const WIDEST: usize = 400;
    let mut counts = vec![0_usize; WIDEST + 2];
    for width in widths.filter(|&width| width >= 20) {
        if let Some(count) = counts.get_mut((width as usize).min(WIDEST)) {
            *count += 1;
        }
    }
    let total: usize = counts.iter().sum();
    // How many lines are no wider than this.
    let upto: Vec<usize> = counts.iter().scan(0, |seen, count| Some(std::mem::replace(seen, *seen + count))).collect();
    let within = |from: usize, to: usize| upto.get(to.min(WIDEST) + 1).zip(upto.get(from)).map_or(0, |(to, from)| to.saturating_sub(*from));
    let wide = (0..=WIDEST).find(|&width| within(0, width) * whole >= total * part && total > 0)?;
    let gathered = |width: usize| within(width * 92 / 100, width);
    // The last of the fullest.
    let peak = (20..=wide).max_by_key(|&width| gathered(width)).unwrap_or(wide);
    let doubled = peak * 100 < wide * 85 && gathered(peak) * 3 >= total && gathered(peak) >= gathered(wide) * 3;
    Some(if doubled { peak } else { wide } as u32)
}

fn common_indent(lines: &[Line]) -> u16 {
    let mut counts = [0_usize; 41];
    for line in lines {
        if let Some(count) = counts.get_mut(usize::from(line.indent)) {
            *count += 1;
        }
    }
    // The smallest of those that many lines have: quotations and lists stand further in.
    let most = counts.iter().copied().max().unwrap_or(0);
    counts.iter().position(|&count| count * 2 > most).unwrap_or(0) as u16
}

/// Whether a line's last character leaves its sentence open.
pub(super) fn open_end(words: &str) -> bool {
    !ends_sentence(words) && !words.ends_with([':', '|'])
}

/// Whether a line begins in the middle of a sentence: with a small letter, or with a letter of a script that has no
/// capitals.
pub(super) fn goes_on(words: &str) -> bool {
    words.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_uppercase())
}

/// Whether the words end with a full stop or its like, closing quotes and brackets and a marker aside.
pub(super) fn ends_sentence(words: &str) -> bool {
    let bare = words.trim_end_matches(|c: char| is_closing(c) || is_superscript(c) || c.is_whitespace());
    bare.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '۔', '।'])
}

/// Closing quotes and brackets.
pub(super) fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}' | '」' | '』' | '）')
}

/// Digits set high.
pub(super) fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

/// The value of a run of digits, plain or set high; `None` when it is none or too long to be a label.
pub(super) fn number(digits: &str) -> Option<u32> {
    if digits.is_empty() || digits.len() > 16 {
        return None;
    }
    let mut value: u32 = 0;
    for c in digits.chars() {
        let digit = match c {
            '0'..='9' => u32::from(c) - u32::from('0'),
            '⁰' => 0,
            '¹' => 1,
            '²' => 2,
            '³' => 3,
            '⁴'..='⁹' => u32::from(c) - u32::from('⁴') + 4,
            _ => return None,
        };
        value = value.checked_mul(10)?.checked_add(digit)?;
    }
    (value < 1_000_000).then_some(value)
}

/// The value of a Roman numeral; `None` when `word` is none.
pub(super) fn roman(word: &str) -> Option<u32> {
    if word.is_empty() || word.len() > 12 {
        return None;
    }
    let value = |byte: u8| match byte.to_ascii_lowercase() {
        b'i' => Some(1),
        b'v' => Some(5),
        b'x' => Some(10),
        b'l' => Some(50),
        b'c' => Some(100),
        b'd' => Some(500),
        b'm' => Some(1000),
        _ => None,
    };
    let mut total: u32 = 0;
    let mut last: u32 = 0;
    for byte in word.bytes().rev() {
        let digit: u32 = value(byte)?;
        total = if digit < last { total.checked_sub(digit)? } else { total + digit };
        last = last.max(digit);
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str) -> (Vec<(&str, u16, u16)>, Layout) {
        let lines = split(source);
        let layout = Layout::of(source, &lines);
        (lines.iter().map(|line| (line.text(source), line.indent, line.gap)).collect(), layout)
    }

    #[test]
    fn lines_have_gaps_and_indents() {
        let (lines, _) = check("\n\n  One \n\tTwo\n \n\nThree");
        assert_eq!(lines, [("One", 2, 2), ("Two", 4, 0), ("Three", 0, 2)]);
        assert!(check("").0.is_empty());
        assert!(check(&"\n".repeat(100_000)).0.is_empty());
    }

    #[test]
    fn form_feeds_begin_pages() {
        let lines = split("One\n\x0cTwo\n\n\x0c\nThree");
        assert_eq!(lines.iter().map(|line| line.feed).collect::<Vec<_>>(), [None, Some(5), Some(11)]);
    }

    #[test]
    fn blank_lines_may_mean_nothing() {
        let spaced = "The first line of it goes\n\non with the second line\n\nand ends here.\n\nThen more.\n";
        assert_eq!(check(spaced).1.base, 1);
        let tight = "The first line of it goes\non with the second line\nand ends here.\n\nThen more.\n";
        assert_eq!((check(tight).1.base, check(tight).1.wrapped), (0, true));
        let whole = "A paragraph on one line only.\n\nAnother one on one line.\n\nA third one here.\n";
        assert!(!check(whole).1.wrapped);
    }

    #[test]
    fn slips_show_page_tops() {
        let lines = split("one \n\ntwo \n three \n\nfour \n\n\n \n\nfive");
        assert_eq!(lines.iter().map(|line| line.slip.is_some()).collect::<Vec<_>>(), [false, false, true, false, true]);
    }

    #[test]
    fn numbers() {
        assert_eq!((number("12"), number("¹²"), number(""), number("1a"), number("99999999")), (Some(12), Some(12), None, None, None));
        assert_eq!((roman("xiv"), roman("IV"), roman("abc"), roman("")), (Some(14), Some(4), None, None));
    }
}
