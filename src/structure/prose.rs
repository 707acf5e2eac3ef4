//! What each row of prose is, and where a new paragraph begins. The blocks of the text follow from this, row by row.

use super::BlockKind;
use super::bodies::View;
use super::headings::{self, Title};
use super::items::{self, Item};
use super::lines::{Line, goes_on, open_end, usual_width};
use super::regions::{Region, contents_like, has_leaders};
use super::shape::Row;
use super::works::Style;

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub kind: BlockKind,
    /// How its heading was told.
    pub title: Option<Title>,
    /// Whether it begins a block.
    pub begins: bool,
    /// Whether it is a row of a paragraph that breaks off in a sentence.
    pub breaks_off: bool,
    /// Whether it goes on with the last paragraph that broke off, across a table or a caption.
    pub resumes: bool,
}

/// Says of each row what it is.
pub(super) fn pieces(view: &View, rows: &[Row]) -> Vec<Piece> {
    let full = full_width(rows, view.layout.width);
    let fit = least_fit(view.source, view.lines, rows, full);
    let apart = rows.iter().take(2000).filter(|row| row.gap > view.layout.base).count();
    let gapped = apart * 30 > rows.len().min(2000);
    let mut sorter = Sorter { view, rows, full, fit, gapped, pieces: vec![None; rows.len()], items: Vec::new() };
    sorter.items = rows.iter().map(|row| items::item(row.first(view.source, view.lines))).collect();
    sorter.outright();
    sorter.in_order();
    sorter.numbered();
    sorter.contained();
    sorter.tables();
    sorter.front();
    sorter.titles();
    sorter.rest()
}

/// What a row and the first word of the next come to, at the least, where the sentence plainly goes on from the one to
/// the other: below that the paragraph has ended. Measured, since a ragged page differs from a justified one.
fn least_fit(source: &str, lines: &[Line], rows: &[Row], full: u32) -> u32 {
    let mut sums: Vec<u32> = rows
        .windows(2)
        .filter_map(|pair| {
            let [row, next] = pair else { return None };
            let words = next.first(source, lines);
            let on = !row.ends && goes_on(words) && !next.cut && open_end(row.last(source, lines));
            on.then(|| row.width + 1 + first_word(words))
        })
        .collect();
    let usual = full * 9 / 10;
    if sums.len() < 12 {
        return usual;
    }
    let at = sums.len() / 50;
    let (_, least, _) = sums.select_nth_unstable(at);
    (*least).clamp(full * 3 / 4, full)
}

fn first_word(words: &str) -> u32 {
    words.split(char::is_whitespace).next().map_or(0, |word| word.chars().take(30).count()) as u32
}

/// The width that most full rows reach: rows may be a long word shorter.
fn full_width(rows: &[Row], fallback: u32) -> u32 {
    usual_width(rows.iter().map(|row| row.width), 17, 20).unwrap_or(fallback)
}

/// A cell of a table: "0.91", "12 %", "1,250", "–".
fn is_figure(cell: &str) -> bool {
    cell.chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '%' | '±' | '+' | '-' | '–' | '−' | '(' | ')' | '*' | '$' | '€' | '£'))
}

pub(super) struct Sorter<'a> {
    pub(super) view: &'a View<'a>,
    pub(super) rows: &'a [Row],
    pub(super) full: u32,
    /// See [`least_fit`].
    pub(super) fit: u32,
    pub(super) pieces: Vec<Option<Piece>>,
    /// Whether blank lines set paragraphs apart in this text.
    pub(super) gapped: bool,
    /// The list item that each row begins with.
    pub(super) items: Vec<Option<Item>>,
}

impl Sorter<'_> {
    pub(super) fn first(&self, row: usize) -> &str {
        self.rows.get(row).map_or("", |row| row.first(self.view.source, self.view.lines))
    }

    pub(super) fn last(&self, row: usize) -> &str {
        self.rows.get(row).map_or("", |row| row.last(self.view.source, self.view.lines))
    }

    pub(super) fn is(&self, row: usize, kind: BlockKind) -> bool {
        self.pieces.get(row).copied().flatten().is_some_and(|piece| piece.kind == kind)
    }

    pub(super) fn is_free(&self, row: usize) -> bool {
        self.pieces.get(row).is_some_and(Option::is_none)
    }

    pub(super) fn set(&mut self, row: usize, kind: BlockKind, title: Option<Title>, begins: bool) {
        if let Some(slot) = self.pieces.get_mut(row) {
            *slot = Some(Piece { kind, title, begins, breaks_off: false, resumes: false });
        }
    }

    pub(super) fn region(&self, row: usize) -> Region {
        self.rows.get(row).map_or(Region::Text, |row| self.view.regions.at(row.lines.start))
    }

    pub(super) fn page(&self, row: usize) -> Option<usize> {
        self.rows.get(row).and_then(|row| self.view.pages.of_line(row.lines.start))
    }

    pub(super) fn apart(&self, row: usize) -> bool {
        self.rows.get(row).is_some_and(|row| row.gap > self.view.layout.base)
    }

    /// Headings that say so, and rows whose region says what they are.
    fn outright(&mut self) {
        let mut underlined = None;
        let mut style = Style::default();
        for i in 0..self.rows.len() {
            let Some(row) = self.rows.get(i) else { continue };
            if underlined == Some(i) {
                self.set(i, BlockKind::Heading, None, false);
                continue;
            }
            if self.region(i) == Region::Code {
                let begins = i == 0 || self.region(i - 1) != Region::Code;
                self.set(i, BlockKind::Table, None, begins);
                continue;
            }
            if let Some(title) = headings::outright(self.view, row) {
                self.set(i, BlockKind::Heading, Some(title), true);
                continue;
            }
            if let Some(depth) = self.underline(i) {
                self.set(i, BlockKind::Heading, Some(Title::Marked(depth)), true);
                underlined = Some(i + 1);
                continue;
            }
            let words = self.first(i);
            match self.region(i) {
                Region::Contents => {
                    let more = i > 0 && goes_on(words) && !contents_like(self.last(i - 1)) && self.is(i - 1, BlockKind::ContentsEntry);
                    self.set(i, BlockKind::ContentsEntry, None, !more);
                }
                Region::Works => {
                    if i == 0 || !self.is(i - 1, BlockKind::BibliographyEntry) {
                        style = self.list_style(i);
                    }
                    if self.heads_works(i, style) {
                        let numbered = headings::decimal(words).map_or(Title::Plain, Title::Numbered);
                        self.set(i, BlockKind::Heading, Some(numbered), true);
                    } else {
                        let begins = self.entry_begins(i, &mut style);
                        self.set(i, BlockKind::BibliographyEntry, None, begins);
                    }
                }
                _ if has_leaders(words) => self.set(i, BlockKind::ContentsEntry, None, true),
                _ => {}
            }
        }
    }

    /// The depth of a title that the next row underlines.
    fn underline(&self, row: usize) -> Option<u8> {
        let lines = &self.rows.get(row)?.lines;
        let title = self.view.lines.get(lines.start)?;
        let next = self.rows.get(row + 1).filter(|next| next.lines.start == lines.end)?;
        headings::underline(title, self.view.lines.get(next.lines.start)?, self.view.source)
    }

    /// Runs of rows with columns, or of short rows full of figures.
    fn tables(&mut self) {
        let mut i = 0;
        while i < self.rows.len() {
            let columns = self.run(i, |sorter, row| sorter.has_columns(row));
            if columns >= 2 {
                self.set_run(i, columns, BlockKind::Table);
                i += columns;
                continue;
            }
            let short = self.run(i, |sorter, row| sorter.is_short_cell(row));
            if short >= 4 && self.is_tabular(i, short) {
                self.set_run(i, short, BlockKind::Table);
            }
            i += short.max(1);
        }
    }

    /// How many rows from `from` on are free and fulfil `test`.
    fn run(&self, from: usize, test: impl Fn(&Self, usize) -> bool) -> usize {
        (from..self.rows.len()).take_while(|&row| self.is_free(row) && test(self, row)).count()
    }

    fn set_run(&mut self, from: usize, count: usize, kind: BlockKind) {
        for row in from..from + count {
            self.set(row, kind, None, row == from);
        }
    }

    fn has_columns(&self, row: usize) -> bool {
        let words = self.first(row);
        if words.starts_with('|') && words.ends_with('|') && words.len() > 2 {
            return true;
        }
        let whole = self.rows.get(row).is_some_and(|row| row.lines.len() == 1) && self.items.get(row).is_some_and(Option::is_none);
        let words = if whole { words } else { "" };
        let figures = words.split_whitespace().take(12).filter(|cell| is_figure(cell)).count();
        if figures >= 3 && figures * 3 >= words.split_whitespace().take(12).count() * 2 {
            return true;
        }
        words.contains('\t') && words.split('\t').filter(|cell| !cell.trim().is_empty()).count() >= 2
            || words.split("   ").filter(|cell| !cell.trim().is_empty()).take(3).count() >= 3
    }

    /// A row that may be a table's: short, no sentence, no list item.
    fn is_short_cell(&self, row: usize) -> bool {
        let Some(here) = self.rows.get(row) else { return false };
        let words = self.first(row);
        here.width * 100 < self.full * 72
            && !here.ends
            && self.items.get(row).is_some_and(Option::is_none)
            && !goes_on(words)
            && here.lines.len() == 1
            && !items::caption(words)
    }

    fn is_tabular(&self, from: usize, count: usize) -> bool {
        let figures = (from..from + count).filter(|&row| self.first(row).contains(|c: char| c.is_ascii_digit())).count();
        self.region(from) == Region::Text && from > 0 && figures * 2 >= count
    }

    /// Whether row `row` is one of several list items.
    pub(super) fn is_listed(&self, row: usize) -> bool {
        let Some(item) = self.items.get(row).copied().flatten() else { return false };
        let led_in = row > 0 && self.last(row - 1).ends_with(':');
        let near = |other: usize| self.items.get(other).copied().flatten();
        let follows = (row.saturating_sub(30)..row).rev().find_map(|other| near(other).filter(|other| other.precedes(item)));
        let goes_on = || (row + 1..self.rows.len().min(row + 30)).find_map(|other| near(other).filter(|other| item.precedes(*other)));
        // "1." may be a heading's number, and stands for a list only in company.
        item.is_plain() || led_in || follows.is_some() || goes_on().is_some()
    }

    /// Paragraphs, quotations, list items, captions: all that is left.
    fn rest(mut self) -> Vec<Piece> {
        // Whether the last paragraph broke off in a sentence.
        let mut broken = false;
        for row in 0..self.rows.len() {
            if !self.is_free(row) {
                broken &= !self.is(row, BlockKind::Heading);
                continue;
            }
            let begins = self.paragraph_begins(row);
            let words = self.first(row);
            let above = row.checked_sub(1).and_then(|above| self.pieces.get(above)).copied().flatten();
            let kind = if self.is_quoted(row) {
                BlockKind::Quotation
            } else if begins && self.is_listed(row) {
                BlockKind::ListItem
            } else if begins && items::caption(words) && self.caption_fits(row) {
                BlockKind::Caption
            } else if above.is_some_and(|above| above.kind == BlockKind::Quotation) && self.is_set_out(row) {
                BlockKind::Paragraph
            } else {
                match above {
                    Some(above) if !begins && !matches!(above.kind, BlockKind::Heading | BlockKind::Table) => above.kind,
                    _ => BlockKind::Paragraph,
                }
            };
            let on = kind == BlockKind::Quotation && !self.apart(row) && (words.starts_with('>') || self.is_verse(row));
            let begins = begins && !on || above.is_none_or(|above| above.kind != kind);
            let floated = above.is_some_and(|above| matches!(above.kind, BlockKind::Caption | BlockKind::Table));
            let resumes = kind == BlockKind::Paragraph && floated && broken && words.starts_with(char::is_lowercase);
            self.set(row, kind, None, begins && !resumes);
            // A short line may be what is left of a figure.
            let whole = self.rows.get(row).is_some_and(|row| row.ends || row.width * 100 >= self.full * 60);
            if kind == BlockKind::Paragraph && whole {
                broken = self.rows.get(row).is_some_and(|row| !row.ends);
            }
            if let Some(piece) = self.pieces.get_mut(row).and_then(Option::as_mut) {
                piece.resumes = resumes;
                piece.breaks_off = kind == BlockKind::Paragraph && whole && broken;
            }
        }
        self.pieces.into_iter().flatten().collect()
    }

    /// Whether row `row` and the one before it are too short for prose: two lines of a verse.
    fn is_verse(&self, row: usize) -> bool {
        let short = |row: usize| self.rows.get(row).is_some_and(|row| row.width * 100 < self.full * 70 && !row.cut);
        row > 0 && short(row) && short(row - 1)
    }

    /// Whether row `row` stands further out than the row before it.
    fn is_set_out(&self, row: usize) -> bool {
        let indent = |row: usize| self.rows.get(row).map_or(0, |row| row.indent);
        row > 0 && indent(row) + 3 <= indent(row - 1)
    }

    fn caption_fits(&self, row: usize) -> bool {
        (row + 1..self.rows.len().min(row + 4)).any(|next| !self.is_free(next) || self.paragraph_begins(next)) || row + 4 >= self.rows.len()
    }

    /// Rows set further in than the prose around them, or marked as quoted.
    fn is_quoted(&self, row: usize) -> bool {
        let Some(here) = self.rows.get(row) else { return false };
        if self.first(row).starts_with('>') {
            return true;
        }
        let deep = |other: usize| self.rows.get(other).is_some_and(|other| other.indent >= self.view.layout.indent + 3 && !other.cut);
        let set_in = here.indent >= self.view.layout.indent + 3 && here.indent < 40;
        let even = |other: usize| self.rows.get(other).is_some_and(|other| other.indent.abs_diff(here.indent) <= 1);
        // The lines of a verse may be set in by turns.
        let verse = |other: usize| {
            let short = |row: &Row| row.width * 100 < self.full * 75;
            let near = |other: &Row| other.indent.abs_diff(here.indent) <= 6 && short(other);
            short(here) && self.rows.get(other).is_some_and(near)
        };
        let close = |row: usize| !self.apart(row);
        // One row alone is a quotation where the prose leads up to it and it is set apart on both sides.
        let over = self.rows.get(row + 1).is_none_or(|next| next.gap > self.view.layout.base || next.cut);
        let alone = self.apart(row) && over && row > 0 && self.last(row - 1).ends_with(':') && self.is(row - 1, BlockKind::Paragraph);
        set_in
            && self.view.layout.wrapped
            && !self.is_listed(row)
            && (alone
                || deep(row + 1) && (even(row + 1) || verse(row + 1) && close(row + 1) && row > 0 && self.last(row - 1).ends_with(':'))
                || row > 0 && (even(row - 1) || verse(row - 1) && close(row)) && self.is(row - 1, BlockKind::Quotation))
    }

    /// Whether row `row` begins a paragraph, seen from the row before it.
    pub(super) fn paragraph_begins(&self, row: usize) -> bool {
        let (Some(here), Some(before)) = (self.rows.get(row), row.checked_sub(1).and_then(|before| self.rows.get(before))) else {
            return true;
        };
        let words = self.first(row);
        let said = self.last(row - 1);
        let Some(first) = words.chars().next() else { return true };
        let above = self.pieces.get(row - 1).copied().flatten().map(|piece| piece.kind);
        if matches!(above, Some(BlockKind::Heading | BlockKind::Table | BlockKind::ContentsEntry | BlockKind::BibliographyEntry)) {
            return true;
        }
        if self.region(row) == Region::Terms {
            return !(first.is_lowercase() && open_end(said));
        }
        if above == Some(BlockKind::Caption) && self.apart(row) || above == Some(BlockKind::Quotation) && self.is_set_out(row) {
            return true;
        }
        // A small letter, or a stop that a marker left behind, goes on with the sentence.
        if matches!(first, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '”' | '’' | '»') {
            return false;
        }
        let listed = self.is_listed(row);
        let ended = before.ends || said.ends_with(':');
        if listed && (ended || self.apart(row) || above == Some(BlockKind::ListItem) || said.ends_with(';')) {
            return true;
        }
        if first.is_lowercase() {
            return self.apart(row) && before.ends && !here.cut && self.view.layout.base == 0;
        }
        let wide = before.width * 100 >= self.full * 60;
        if !self.view.layout.wrapped {
            return !(here.cut && !before.ends && wide && above != Some(BlockKind::Caption));
        }
        if here.cut {
            let set_in = here.indent >= self.view.layout.indent + 2 && self.view.layout.base == 0;
            // Definitions of Markdown stand between paragraphs, and cut none.
            let defined = self.view.text(here.lines.start - here.lines.start.min(1)).starts_with("[^");
            return if ended { set_in || defined || self.is_short(row - 1, words) } else { !wide && !headings::hangs(said) };
        }
        if self.apart(row) {
            return true;
        }
        if self.view.layout.base == 0 && here.indent >= before.indent + 2 && before.indent <= self.view.layout.indent + 1 && ended {
            return true;
        }
        self.is_short(row - 1, words) && (ended || before.width * 100 < self.full * 80 && !goes_on(words) && !headings::hangs(said))
    }

    /// Whether the first word of `next` would have stood on row `row`, had the paragraph gone on.
    pub(super) fn is_short(&self, row: usize, next: &str) -> bool {
        self.rows.get(row).is_some_and(|row| row.width + 1 + first_word(next) < self.fit)
    }
}
