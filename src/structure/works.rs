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
    /// Whether its entries go over several rows, as those do that break off without a stop.
    pub wrapped: bool,
    /// Whether the row before began an entry.
    pub first: bool,
}

impl Sorter<'_> {
    /// How the list that begins with row `row` is set: numbered where the first row is, and most blank lines or several
    /// rows behind it go on with the count.
    pub(super) fn list_style(&self, row: usize) -> Style {
        const SEEN: usize = 60;
        let end = (row + 1..self.rows.len()).take_while(|&row| self.region(row) == Region::Works).take(SEEN).last().unwrap_or(row);
        let Some(first) = items::entry_label(self.first(row)).filter(|&number| number <= 2) else {
            let authors = (row..=end).filter(|&row| items::is_surname_first(self.first(row))).count();
            let open = (row..=end).filter(|&row| breaks_off(self.last(row))).count();
            let wrapped = self.view.layout.wrapped || open * 3 > end - row;
            return Style { last: None, authored: authors >= 3 && authors * 4 > end - row, wrapped, first: false };
        };
        let mut last = first;
        for value in (row + 1..=end).filter_map(|row| items::entry_label(self.first(row))) {
            if value == last + 1 {
                last = value;
            }
        }
        let counted = last > first + 1 || end - row < 8 && last > first || end == row;
        Style { last: counted.then_some(first), wrapped: self.view.layout.wrapped, ..Style::default() }
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
        // "I. Manuscripts", "A. Printed works".
        let letter = |letter: &str| letter.len() <= 4 && letter.chars().all(|c| matches!(c, 'A'..='H' | 'I' | 'V' | 'X'));
        let words = words.split_once(". ").filter(|(first, _)| letter(first)).map_or(words, |(_, rest)| rest);
        let plain = !words.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | ':' | '“' | '"' | '/'));
        let few = words.split_whitespace().take(6).count() <= 5;
        plain && self.apart(row) && (over || few && begins && self.view.layout.base == 0 && style.last.is_none())
    }

    /// Whether row `row` opens an entry of a list of works.
    pub(super) fn entry_begins(&self, row: usize, style: &mut Style) -> bool {
        let begins = self.opens_entry(row, style);
        style.first = begins;
        begins
    }

    fn opens_entry(&self, row: usize, style: &mut Style) -> bool {
        let (Some(here), Some(before)) = (self.rows.get(row), row.checked_sub(1).and_then(|before| self.rows.get(before))) else {
            return true;
        };
        let words = self.first(row);
        // Columns may have come out of order, but what stands in brackets is no volume.
        let bracketed = words.starts_with('[');
        // Of a list that was cut short the numbers leap, but then a name says that an entry begins.
        let leaps = before.ends && is_surname_and_initials(words);
        let fits = |last: u32, value: u32| if bracketed { value < 1000 } else { value > last && (value <= last + 5 || leaps) };
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
        if !style.wrapped || items::item(words) == Some(items::Item::Bullet) {
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
        // No work is its authors' names alone.
        if style.wrapped && (style.first && is_names(said) || leads_on(words)) {
            return false;
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

/// Whether a row breaks off within its entry: without a stop, a year, or an address at its end.
fn breaks_off(said: &str) -> bool {
    let closed = said.ends_with(|c: char| c.is_ascii_digit() || matches!(c, '/' | '”' | '"' | ')' | ']')) || said.contains("http");
    open_end(said) && !closed || said.ends_with([':', ','])
}

/// Whether a row is the names of several authors, and nothing else: "Cho, Min-jun, and Alice Reed."
fn is_names(said: &str) -> bool {
    let small = |word: &str| matches!(word, "and" | "und" | "et" | "y" | "al." | "&" | "eds." | "ed." | "with");
    let name = |word: &str| small(word) || word.starts_with(char::is_uppercase) || items::is_particle(word);
    items::is_surname_first(said)
        && said.len() <= 80
        && !said.trim_end_matches('.').contains(". ")
        && !said.contains(|c: char| c.is_ascii_digit() || matches!(c, '(' | ':' | '“' | '"'))
        && said.split_whitespace().all(name)
        && said.split_whitespace().any(small)
}

/// "10. Zander M. Forks": a number, a surname, and one to three initials.
fn is_surname_and_initials(words: &str) -> bool {
    let mut words = words.split_whitespace().skip(1);
    let (Some(surname), Some(initials)) = (words.next(), words.next()) else { return false };
    let letters = initials.trim_end_matches(['.', ',']);
    surname.starts_with(char::is_uppercase) && (1..=3).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Whether words begin as the rest of an entry does: who edited or played it, what it is printed on.
fn leads_on(words: &str) -> bool {
    const LEADS: &[&str] = &[
        "Ed.",
        "Eds.",
        "Trans.",
        "Dir.",
        "Perf.",
        "Vol.",
        "Vols.",
        "Rpt.",
        "Repr.",
        "Print.",
        "Web.",
        "Film.",
        "DVD.",
        "Diss.",
        "PhD",
        "Ph.D.",
        "Accessed",
        "Retrieved",
        "Available",
        "Hrsg.",
        "Bd.",
        "Bde.",
        "Aufl.",
        "In:",
        "DOI",
    ];
    words.split_whitespace().next().is_some_and(|word| LEADS.contains(&word))
}

/// "1848: a history": some titles begin with a number, and have no author.
fn starts_with_year_title(words: &str) -> bool {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let rest = words.get(digits..).unwrap_or("");
    digits == 4 && (rest.starts_with(": ") || rest.starts_with(" – ")) && rest.contains(char::is_lowercase)
}
