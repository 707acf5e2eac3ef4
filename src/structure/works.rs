//! The entries of a list of works: where each begins. A hanging indent says so, or a number, or a blank line; where an
//! extraction lost them, what stands at the end of one row and the beginning of the next.

use super::BlockKind;
use super::headings;
use super::items;
use super::lines::{goes_on, open_end};
use super::prose::Sorter;
use super::regions::Region;

/// What the rows of one list have in common.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// The number of the last entry, where numbers say where each begins.
    pub last: Option<u32>,
    /// Whether its entries begin with a surname and a comma.
    pub authored: bool,
}

impl Sorter<'_> {
    /// How the list that begins with row `row` is set: numbered where the first row is, and most blank lines or several
    /// rows behind it go on with the count.
    pub(super) fn list_style(&self, row: usize) -> Style {
        const SEEN: usize = 60;
        let end = (row + 1..self.rows.len()).take_while(|&row| self.region(row) == Region::Works).take(SEEN).last().unwrap_or(row);
        let Some(first) = items::entry_label(self.first(row)).filter(|&number| number <= 2) else {
            let authors = (row..=end).filter(|&row| items::is_surname_first(self.first(row))).count();
            return Style { last: None, authored: authors >= 3 && authors * 4 > end - row };
        };
        let mut last = first;
        for value in (row + 1..=end).filter_map(|row| items::entry_label(self.first(row))) {
            if value == last + 1 {
                last = value;
            }
        }
        let counted = last > first + 1 || end - row < 8 && last > first || end == row;
        Style { last: counted.then_some(first), authored: false }
    }

    /// Whether row `row` is a heading among works: "Newspapers and archives", "7.2 Secondary literature".
    pub(super) fn heads_works(&self, row: usize, style: Style) -> bool {
        let words = self.first(row);
        let Some(here) = self.rows.get(row) else { return false };
        if here.lines.len() != 1 || self.region(row + 1) != Region::Works || !headings::is_title(words, here.width, self.full) {
            return false;
        }
        let over = self.rows.get(row + 1).is_some_and(|next| next.gap > self.view.layout.base);
        let next = self.first(row + 1);
        let begins = over || !next.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
        if headings::decimal(words).is_some_and(|depth| depth > 1) && style.last.is_none() {
            let plain = !words.contains([',', ':', '“', '"', '(']) && !words.ends_with('.');
            return plain && begins;
        }
        let plain = !words.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | ':' | '“' | '"' | '/'));
        let few = words.split_whitespace().take(6).count() <= 5;
        plain && self.apart(row) && (over || few && begins && self.view.layout.base == 0 && style.last.is_none())
    }

    /// Whether row `row` opens an entry of a list of works.
    pub(super) fn entry_begins(&self, row: usize, style: &mut Style) -> bool {
        let (Some(here), Some(before)) = (self.rows.get(row), row.checked_sub(1).and_then(|before| self.rows.get(before))) else {
            return true;
        };
        let words = self.first(row);
        // Columns may have come out of order, but what stands in brackets is no volume.
        let bracketed = words.starts_with('[');
        let fits = |last: u32, value: u32| if bracketed { value < 1000 } else { value > last && value <= last + 5 };
        let counted = items::entry_label(words).filter(|&value| style.last.is_some_and(|last| fits(last, value)));
        if !self.is(row - 1, BlockKind::BibliographyEntry) {
            style.last = items::entry_label(words).filter(|_| style.last.is_some()).or(style.last);
            return true;
        }
        if style.last.is_some() {
            style.last = counted.or(style.last);
            return counted.is_some();
        }
        let said = self.last(row - 1);
        // A hanging indent leaves the first line of each entry further out.
        if here.indent >= before.indent + 2 && !here.cut {
            return false;
        }
        if here.indent + 2 <= before.indent {
            return true;
        }
        let named = items::is_particle_name(words) && (before.ends || said.ends_with(|c: char| c.is_ascii_digit() || c == '/'));
        if !named && (self.goes_on_in_entry(row, words, said) || style.authored && self.is_tail(row, words, said)) {
            return false;
        }
        if !self.view.layout.wrapped {
            return true;
        }
        if !named && (words.starts_with(char::is_lowercase) || goes_on(words) && !before.ends && !self.apart(row)) {
            return false;
        }
        if self.apart(row) && !here.cut {
            return true;
        }
        if items::entry_label(words).is_some() || words.starts_with("———") || words.starts_with("---") || words.starts_with("___") {
            return true;
        }
        let closed = before.ends || said.ends_with(|c: char| c.is_ascii_digit() || c == '/') || said.contains("http");
        closed && (named || items::is_author(words))
    }

    /// Whether row `row` is the rest of an entry of a list in which surnames come first, even where a blank line is before it:
    /// the row above is full and breaks off, or what follows is where a journal's volume and pages stand.
    fn is_tail(&self, row: usize, words: &str, said: &str) -> bool {
        if items::is_surname_first(words) || words.starts_with(['—', '-', '_', '–']) || self.is_short(row - 1, words) {
            return false;
        }
        let figures = words.starts_with(|c: char| c.is_ascii_digit()) && items::entry_label(words).is_none();
        let open = open_end(said) && !said.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '/' | '”' | '"' | ')'));
        open || figures || items::is_volume(words)
    }

    /// Whether the words of row `row` can be no entry's first: pages, a year, an address, where a book came out; or the
    /// row before, which says `said`, plainly breaks off.
    fn goes_on_in_entry(&self, row: usize, words: &str, said: &str) -> bool {
        if self.apart(row) && self.rows.get(row).is_some_and(|row| !row.cut) {
            return false;
        }
        let address = ["http://", "https://", "www.", "doi:", "DOI:"].iter().any(|lead| words.starts_with(lead));
        let figures = words.starts_with(|c: char| c.is_ascii_digit()) && items::entry_label(words).is_none();
        let small = words.starts_with(|c: char| c.is_lowercase() || matches!(c, '(' | ')' | '&' | ';' | ','));
        let broken = said.ends_with([',', ':', '-', '–', '&', ';', '(']) || headings::hangs(said);
        let imprint = items::is_imprint(words) || items::is_bare_imprint(words) && !self.is_short(row - 1, words);
        let imprint = imprint && !said.ends_with(|c: char| c.is_ascii_digit());
        address || figures && !starts_with_year_title(words) || small || broken || imprint
    }
}

/// "1848: a history": some titles begin with a number, and have no author.
fn starts_with_year_title(words: &str) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = words.get(digits..).unwrap_or("");
    digits == 4 && (rest.starts_with(": ") || rest.starts_with(" – ")) && rest.contains(char::is_lowercase)
}
