//! The prose as printed lines. An extraction cuts a printed line where a marker stands in it; how full a line was can
//! only be told when the pieces are put together again. Here they are, with what each begins and ends with.

use super::labels::Mark;
use super::lines::{Layout, Line, ends_sentence, is_closing, is_superscript};

/// One printed line of prose: one line of the text, or several around markers.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Indices of its lines; next to each other.
    pub lines: std::ops::Range<usize>,
    /// Characters in it.
    pub width: u32,
    /// Columns before it.
    pub indent: u16,
    /// Blank lines before it.
    pub gap: u16,
    /// Whether it ends a sentence, markers aside.
    pub ends: bool,
    /// Whether it is one of several sentences' tail: two spaces behind it.
    pub trail: u16,
    /// Whether notes, furniture or a page break stand between it and the row before.
    pub cut: bool,
}

impl Row {
    /// Its first words.
    pub fn first<'a>(&self, source: &'a str, lines: &[Line]) -> &'a str {
        lines.get(self.lines.start).map_or("", |line| line.text(source))
    }

    /// Its last words.
    pub fn last<'a>(&self, source: &'a str, lines: &[Line]) -> &'a str {
        self.lines.end.checked_sub(1).and_then(|last| lines.get(last)).map_or("", |line| line.text(source))
    }
}

/// Puts the lines for which `is_prose` holds into rows.
pub(super) fn rows(
    source: &str, lines: &[Line], layout: &Layout, marks: &[Mark], is_prose: impl Fn(usize) -> bool, begins_page: impl Fn(usize) -> bool,
) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::with_capacity(lines.len());
    let mut marks = marks.iter().peekable();
    let mut after_marker = false;
    for (i, line) in lines.iter().enumerate() {
        let mut own: Vec<Mark> = Vec::new();
        while let Some(mark) = marks.next_if(|mark| mark.line <= i) {
            if mark.line == i {
                own.push(*mark);
            }
        }
        if !is_prose(i) {
            continue;
        }
        let only = is_only_marks(source, line, &own);
        let ends = ends_without_marks(source, line, &own);
        let near = rows.last().is_some_and(|row| row.lines.end == i && !begins_page(i));
        if let Some(row) = rows.last_mut().filter(|row| near && goes_on_in_row(source, layout, row, line, only, after_marker)) {
            row.lines.end = i + 1;
            row.width = row.width.saturating_add(if only { 1 } else { line.width + 1 });
            row.ends = if only { row.ends } else { ends };
            row.trail = line.trail;
        } else {
            let cut = !near;
            rows.push(Row { lines: i..i + 1, width: line.width, indent: line.indent, gap: line.gap, ends, trail: line.trail, cut });
        }
        after_marker = only;
    }
    rows
}

/// Whether a line is the next piece of the same printed line.
fn goes_on_in_row(source: &str, layout: &Layout, row: &Row, line: &Line, only: bool, after_marker: bool) -> bool {
    if only {
        return line.gap <= layout.base || line.gap <= 2 && line.width <= 4;
    }
    if !after_marker || line.gap > layout.base {
        return false;
    }
    let words = line.text(source);
    let leans = words.chars().next().is_some_and(|c| is_closing(c) || matches!(c, '.' | ',' | ';' | ':' | '!' | '?'));
    let both = (row.width + line.width) * 100;
    // White space before it is what stood behind the marker; else the two must make up one full line.
    let spaced = line.indent > layout.indent && line.indent <= layout.indent + 2 && both <= layout.width * 120;
    let full = both >= layout.width * 85 && both <= layout.width * 108 && row.width * 10 < layout.width * 9;
    leans || spaced || full
}

/// Whether all words of the line are markers.
fn is_only_marks(source: &str, line: &Line, own: &[Mark]) -> bool {
    let mut at = line.words.start;
    for mark in own {
        if source.get(at..mark.span.start).is_none_or(|between| !between.trim().is_empty()) {
            return false;
        }
        at = mark.span.end;
    }
    !own.is_empty() && source.get(at..line.words.end).is_some_and(|rest| rest.trim().is_empty())
}

fn ends_without_marks(source: &str, line: &Line, own: &[Mark]) -> bool {
    let mut end = line.words.end;
    for mark in own.iter().rev() {
        if source.get(mark.span.end..end).is_some_and(|rest| rest.chars().all(|c| is_superscript(c) || c.is_whitespace() || is_closing(c)))
        {
            end = mark.span.start;
        }
    }
    ends_sentence(source.get(line.words.start..end).unwrap_or(""))
}
