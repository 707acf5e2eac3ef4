//! Findings for people: place, rule and reason on a line as editors and other tools know it, then the words themselves
//! underlined, and what to do about them.

use std::io;

use anstream::{AutoStream, ColorChoice};
use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthChar;

use super::checked::{Checked, Line, Tally};
use super::{printable, short};
use crate::annotation::Verdict;
use crate::review::Severity;
use crate::text::{SourceText, Span};

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Page {
    /// Whether colours are wanted.
    colours: bool,
}

/// The longest line of a text that is shown whole, in characters.
const WIDTH: usize = 96;
/// How many other places of a finding are named.
const PLACES: usize = 8;
/// What stands before a line of a text.
const INDENT: &str = "    ";

impl Page {
    /// As is usual where standard output is now: with colours on a terminal, unless NO_COLOR or the like says otherwise.
    pub(super) fn here() -> Self {
        Self { colours: AutoStream::choice(&io::stdout()) != ColorChoice::Never }
    }

    /// All findings of a text that was called `path`.
    pub(super) fn of(self, path: &str, checked: &Checked) -> String {
        checked.lines.iter().map(|line| self.finding(path, checked, line)).collect()
    }

    fn finding(self, path: &str, checked: &Checked, line: &Line) -> String {
        let source = &checked.session.source;
        let finding = &line.finding;
        let at = source.line_column(finding.span().start);
        let place = format!("{}:{}:{}:", printable(path), at.line, at.column);
        let style = style_of(finding.severity);
        let verdict = match line.judgement.as_ref().map(|judgement| judgement.verdict) {
            Some(Verdict::Confirmed) => " (confirmed)",
            Some(Verdict::Dismissed) => " (dismissed)",
            None => "",
        };
        let name = format!("{}[{}]", finding.severity.name(), finding.rule.id);
        let message = short(&finding.message, 2000);
        let mut out = format!("{} {} {message}{verdict}\n", self.painted(&place, Style::new().bold()), self.painted(&name, style));
        if !finding.parts.is_empty() {
            let (words, marks) = excerpt(source, &finding.parts);
            out.push_str(&format!("{INDENT}{words}\n{INDENT}{}\n", self.painted_marks(&marks, style)));
        }
        out.push_str(&format!("{INDENT}{}\n", short(&finding.hint, 2000)));
        let own = finding.span();
        let mut others: Vec<Span> = finding.related.iter().copied().filter(|&span| span != own).collect();
        others.sort_unstable();
        if !others.is_empty() {
            let named: Vec<String> = others.iter().take(PLACES).map(|span| place_of(source, span.start)).collect();
            let more = match others.len().saturating_sub(PLACES) {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            let also = format!("also at {}{more}", named.join(", "));
            out.push_str(&format!("{INDENT}{}\n", self.painted(&also, Style::new().dimmed())));
        }
        out.push('\n');
        out
    }

    /// The last line: how much of what.
    pub(super) fn closing(self, tally: &Tally) -> String {
        if tally.files == 0 {
            return String::new();
        }
        let counts = [
            (tally.errors, "error", Severity::Error),
            (tally.warnings, "warning", Severity::Warning),
            (tally.remarks, "remark", Severity::Info),
        ];
        let said: Vec<String> = counts
            .iter()
            .filter(|(count, ..)| *count > 0)
            .map(|&(count, what, severity)| self.painted(&counted(count, what), style_of(severity)))
            .collect();
        let said = if said.is_empty() { "no findings".to_owned() } else { said.join(", ") };
        let files = counted(tally.files - tally.failed.len(), "file");
        let place =
            if tally.found == 0 || tally.found == tally.files - tally.failed.len() { files } else { format!("{} of {files}", tally.found) };
        let mut out = format!("{said} in {place}");
        if tally.dismissed > 0 {
            out.push_str(&format!("; {} dismissed", tally.dismissed));
        }
        if !tally.failed.is_empty() {
            out.push_str(&format!("; {} could not be read", tally.failed.len()));
        }
        out.push('\n');
        out
    }

    fn painted(self, words: &str, style: Style) -> String {
        if self.colours { format!("{style}{words}{style:#}") } else { words.to_owned() }
    }

    /// Leaves the blanks before the marks as they are.
    fn painted_marks(self, marks: &str, style: Style) -> String {
        let blank = marks.len() - marks.trim_start().len();
        let (before, rest) = marks.split_at(blank);
        format!("{before}{}", self.painted(rest, style))
    }
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}

fn style_of(severity: Severity) -> Style {
    match severity {
        Severity::Error => AnsiColor::Red.on_default().bold(),
        Severity::Warning => AnsiColor::Yellow.on_default().bold(),
        Severity::Info => AnsiColor::Cyan.on_default(),
    }
}

fn place_of(source: &SourceText, at: usize) -> String {
    let place = source.line_column(at);
    format!("{}:{}", place.line, place.column)
}

/// The line of the file in which `parts` begin, shortened around them where it is long, and marks for below it.
fn excerpt(source: &SourceText, parts: &[Span]) -> (String, String) {
    let text = source.as_str();
    let start = parts.first().map_or(0, |part| part.start);
    let from = source.units().line_start(source.line_column(start).line).unwrap_or(0);
    let line = text.get(from..).unwrap_or("").lines().next().unwrap_or("");
    let is_marked = |at: usize| parts.iter().any(|part| part.contains(at)) || at == start;
    let chars: Vec<(char, bool)> = line.char_indices().map(|(at, c)| (c, is_marked(from + at))).collect();
    // White space at the ends of a line is not shown, where nothing in it is meant.
    let blank = |(c, marked): &&(char, bool)| (c.is_whitespace() || c.is_control()) && !marked;
    let lead = chars.iter().take_while(blank).count();
    let chars = chars.get(lead..).unwrap_or(&[]);
    let chars = chars.get(..chars.len() - chars.iter().rev().take_while(blank).count()).unwrap_or(chars);
    let (first, end) = window(chars);
    let mut words = String::from(if first > 0 { "…" } else { "" });
    let mut marks = " ".repeat(usize::from(first > 0));
    for &(c, marked) in chars.get(first..end).unwrap_or(&[]) {
        let c = match c {
            _ if c.is_whitespace() => ' ',
            _ if c.is_control() => '\u{fffd}',
            _ => c,
        };
        words.push(c);
        let mark = if marked { '^' } else { ' ' };
        marks.extend(std::iter::repeat_n(mark, c.width().unwrap_or(1)));
    }
    if end < chars.len() {
        words.push('…');
    }
    (words, marks.trim_end().to_owned())
}

/// Which of `chars` are shown: all, or as many as there is room for around those that are meant.
fn window(chars: &[(char, bool)]) -> (usize, usize) {
    if chars.len() <= WIDTH {
        return (0, chars.len());
    }
    let first = chars.iter().position(|(_, marked)| *marked).unwrap_or(0);
    let last = chars.iter().rposition(|(_, marked)| *marked).map_or(first, |last| last + 1);
    let around = WIDTH.saturating_sub(last - first) / 2;
    let from = first.saturating_sub(around.max(WIDTH / 8)).min(chars.len() - WIDTH);
    // A word is not begun in its middle where there is a blank near.
    let near = chars.get(from..first).unwrap_or(&[]).iter().take(WIDTH / 8).position(|(c, _)| c.is_whitespace());
    let from = if from == 0 { 0 } else { near.map_or(from, |blank| from + blank + 1) };
    (from, (from + WIDTH).min(chars.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The excerpt of `text`, in which the words that are meant stand in brackets.
    fn shown(text: &str) -> String {
        let mut parts = Vec::new();
        let mut plain = String::new();
        for piece in text.split_inclusive(['[', ']']) {
            let start = plain.len();
            plain.push_str(piece.trim_end_matches(['[', ']']));
            if piece.ends_with(']') {
                parts.push(Span::new(start, plain.len()));
            }
        }
        let (words, marks) = excerpt(&SourceText::from_utf8(&plain), &parts);
        format!("{words}\n{marks}")
    }

    #[test]
    fn the_words_that_are_meant_are_underlined() {
        assert_eq!(shown("one\n  two [three] four \nfive"), "two three four\n    ^^^^^");
        assert_eq!(shown("a [b] c [d]\ne [f]"), "a b c d\n  ^   ^", "several parts, as far as they stand in the line");
        assert_eq!(shown("a [b c\nd] e"), "a b c\n  ^^^", "to the end of the line");
        assert_eq!(shown("\u{c}\t[a]\u{1b}b"), "a\u{fffd}b\n^", "nothing commands the terminal");
    }

    #[test]
    fn wide_and_combining_letters_are_counted_as_they_are_shown() {
        assert_eq!(shown("漢字 [is]"), "漢字 is\n     ^^");
        assert_eq!(shown("e\u{301} [is]"), "e\u{301} is\n  ^^");
    }

    #[test]
    fn a_long_line_is_shortened_around_them() {
        let long = "word ".repeat(60);
        let both = shown(&format!("{long}[meant] {long}"));
        let (words, marks) = both.split_once('\n').unwrap_or_default();
        assert!(words.starts_with("…word ") && words.ends_with('…') && words.chars().count() <= WIDTH + 2, "{both}");
        let at = words.chars().collect::<Vec<_>>().windows(5).position(|five| five.iter().collect::<String>() == "meant");
        assert_eq!((at, marks.trim_start()), (marks.find('^'), "^^^^^"), "{both}");
        let whole = shown(&format!("[{}]", "meant ".repeat(100)));
        assert!(whole.starts_with("meant ") && whole.ends_with('^'), "{whole}");
    }
}
