//! What stands before the text: a title page, a dedication, declarations. It needs evidence of its own, since a text may
//! be an excerpt that begins in the middle of a paragraph.

use super::BlockKind;
use super::headings::{self, Title};
use super::lines::goes_on;
use super::names::Named;
use super::prose::Sorter;
use super::regions::Region;
use super::shape::Row;

/// How many rows before the first prose may be a title page, and how many more must be looked at to tell.
const LONGEST: usize = 60;
const LOOKED_AT: usize = 80;

impl Sorter<'_> {
    /// The title page: short rows before the first heading or paragraph; and whole pages of declarations.
    pub(super) fn front(&mut self) {
        let most = self.rows.len().min(LOOKED_AT);
        let until = |opens: &dyn Fn(usize) -> bool| (0..most).find(|&row| !self.is_free(row) || opens(row)).unwrap_or(most);
        // On a title page a sentence may be set over several lines; else two such lines are prose.
        let strict = until(&|row| self.opens_prose(row));
        let titled = (0..strict).any(|row| self.says_front(row));
        let head = if titled { strict } else { until(&|row| self.opens_prose(row) || self.begins_prose(row)) };
        let shaped = (0..head).all(|row| self.region(row) == Region::Text && self.items.get(row).is_some_and(Option::is_none));
        // One short row before prose is a heading, and many a list.
        let centred = (0..head).all(|row| self.rows.get(row).is_some_and(|row| row.indent >= self.view.layout.indent + 8));
        let least = if self.is(head, BlockKind::Heading) || centred { 2 } else { 3 };
        if shaped && (least..=LONGEST).contains(&head) && head < self.rows.len() {
            for row in 0..head {
                let short = self.rows.get(row).is_some_and(|row| row.width * 100 < self.full * 70);
                let begins = self.paragraph_begins(row) || self.apart(row) || short && !goes_on(self.first(row));
                self.set(row, BlockKind::FrontMatter, None, begins);
            }
            self.title_of_article(head);
        }
        // Pages before the first heading of the text that have no paragraph: a dedication, a motto.
        let main = (0..self.rows.len()).find(|&row| self.opens_text(row)).and_then(|row| self.page(row)).unwrap_or(0);
        for page in 0..main.min(30) {
            let start = self.rows.partition_point(|row| self.view.pages.of_line(row.lines.start) < Some(page));
            let end = self.rows.partition_point(|row| self.view.pages.of_line(row.lines.start) <= Some(page));
            let bare = |row: usize| self.is_free(row) && self.region(row) == Region::Text && !self.opens_prose(row);
            if (start..end).all(|row| bare(row) && (titled || !self.begins_prose(row))) {
                for row in start..end {
                    let begins = self.apart(row) || row == start || !self.is(row - 1, BlockKind::FrontMatter);
                    self.set(row, BlockKind::FrontMatter, None, begins);
                }
            }
        }
        for row in 0..self.rows.len() {
            if self.region(row) == Region::Front && self.is_free(row) {
                let begins = self.paragraph_begins(row) || !self.is(row.wrapping_sub(1), BlockKind::FrontMatter);
                self.set(row, BlockKind::FrontMatter, None, begins);
            }
        }
    }

    /// What stands first over an article whose text begins on the same page is its title; under it its author.
    fn title_of_article(&mut self, head: usize) {
        const MOST: usize = 9;
        // Its author may stand right under it: only what plainly goes on is one title.
        let capitals = |row: usize| !self.first(row).contains(char::is_lowercase);
        let on = |row: usize| {
            let said = self.last(row - 1);
            let broken = said.ends_with([',', ':', '-', '–']) || headings::hangs(said);
            broken || !self.apart(row) && (goes_on(self.first(row)) || capitals(row) && capitals(row - 1))
        };
        let length = (1..head).find(|&row| !on(row)).unwrap_or(1);
        let title = |row: usize| {
            let width = self.rows.get(row).map_or(0, |row| row.width);
            headings::begins_title(self.first(row), width, self.full.max(width) * 5 / 4) && !self.says_front(row)
        };
        let begins = self.page(0) == self.page(head) && head <= MOST && length <= 3 && length < head;
        let goes_on = |row: usize| !self.says_front(row) && self.rows.get(row).is_some_and(|row| !row.ends);
        if begins && title(0) && (1..length).all(goes_on) && self.first(0).contains(' ') {
            for row in 0..length {
                self.set(row, BlockKind::Heading, (row == 0).then_some(Title::Plain), row == 0);
            }
        }
    }

    /// Whether row `row` is the first heading of the text proper.
    fn opens_text(&self, row: usize) -> bool {
        let title = self.pieces.get(row).copied().flatten().and_then(|piece| piece.title);
        matches!(title, Some(Title::Named(Named::Prose | Named::Chapter | Named::Part) | Title::Numbered(_)))
    }

    /// Whether a paragraph begins with row `row`: wide rows that end a sentence where they end, or one row as long as
    /// only a paragraph is.
    fn opens_prose(&self, row: usize) -> bool {
        const ENOUGH: usize = 4;
        let Some(here) = self.rows.get(row) else { return false };
        let close = |row: &Row| row.gap <= self.view.layout.base;
        let after = self.rows.get(row + 1..).unwrap_or(&[]).iter().take(ENOUGH).take_while(|row| close(row));
        let last = after.clone().last().unwrap_or(here);
        let wide = here.width * 100 >= self.full * 62;
        here.width >= 160 || wide && (last.ends || here.ends || after.filter(|row| row.width * 100 >= self.full * 62).count() == ENOUGH)
    }

    /// Whether row `row` is prose, where nothing says that there is a title page: a wide row whose sentence goes on in
    /// the next, or that has the end of one in it.
    fn begins_prose(&self, row: usize) -> bool {
        let Some(here) = self.rows.get(row).filter(|row| row.width * 100 >= self.full * 62) else { return false };
        let words = self.first(row);
        let next = self.rows.get(row + 1).filter(|next| next.gap <= self.view.layout.base || next.cut || here.cut);
        let small = words.split_whitespace().filter(|word| word.starts_with(char::is_lowercase)).take(4).count();
        let on = next.is_some_and(|next| goes_on(next.first(self.view.source, self.view.lines)));
        small >= 2 && (on || here.ends || self.last(row).ends_with(':')) || small == 4 && has_sentence_end(words)
    }

    /// Whether row `row` says what only title pages and the heads of articles say.
    fn says_front(&self, row: usize) -> bool {
        const WORDS: &[&str] = &[
            "thesis",
            "dissertation",
            "submitted",
            "university",
            "degree",
            "faculty",
            "department",
            "supervisor",
            "institute",
            "isbn",
            "universität",
            "fakultät",
            "vorgelegt",
            "institut",
            "thèse",
            "mémoire",
            "université",
            "présenté",
            "présentée",
            "tesis",
            "universidad",
            "tesi",
            "università",
            "tese",
            "universidade",
            "universiteit",
            "proefschrift",
            "университет",
            "диссертация",
            "copyright",
            "©",
            "rights",
            "journal",
            "doi",
            "issn",
        ];
        let words = self.first(row);
        let short = self.rows.get(row).is_some_and(|row| row.width * 100 < self.full * 62 && !row.ends);
        let words_of = words.split(|c: char| !c.is_alphanumeric() && c != '©').map(str::to_lowercase);
        (short || !self.begins_prose(row))
            && (words.eq_ignore_ascii_case("by") || words_of.into_iter().any(|word| WORDS.contains(&word.as_str())))
            || words.contains('@') && short
    }
}

/// Whether a sentence ends within `words` and another begins.
fn has_sentence_end(words: &str) -> bool {
    let stops = words.match_indices(". ").filter(|&(at, _)| {
        let word = words.get(..at).and_then(|before| before.rsplit(char::is_whitespace).next()).unwrap_or("");
        word.chars().count() > 3 && word.ends_with(char::is_lowercase)
    });
    stops.into_iter().any(|(at, _)| words.get(at + 2..).is_some_and(|rest| rest.starts_with(char::is_uppercase)))
}
