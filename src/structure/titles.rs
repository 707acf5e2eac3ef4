//! Headings by their looks, by their numbers, and by what the contents say.

use super::BlockKind;
use super::headings::{self, Title};
use super::items;
use super::lines::goes_on;
use super::prose::Sorter;
use super::regions::Region;

impl Sorter<'_> {
    /// Headings by their looks: between what ends and what begins.
    pub(super) fn titles(&mut self) {
        let mut row = 0;
        while row < self.rows.len() {
            let length = self.title_length(row);
            for i in row..row + length {
                let numbered = headings::decimal(self.first(row)).map_or(Title::Plain, Title::Numbered);
                self.set(i, BlockKind::Heading, (i == row).then_some(numbered), i == row);
            }
            row += length.max(1);
        }
    }

    /// How many rows from `row` on are one heading: 0, 1, or 2 where it is too long for one.
    fn title_length(&self, row: usize) -> usize {
        let Some(here) = self.rows.get(row).filter(|_| self.is_free(row)) else { return 0 };
        if self.region(row) == Region::Terms && !(self.region(row + 1) == Region::Text && self.is_free(row + 1)) {
            return 0;
        }
        let words = self.first(row);
        if !matches!(self.region(row), Region::Text | Region::Terms | Region::Notes)
            || !self.opens(row)
            || self.is_listed(row) && !self.is_capital_title(row)
            || items::caption(words)
            || self.is_signed(row)
            || self.is_spoken(row)
        {
            return 0;
        }
        let title = headings::is_title(words, here.width, self.full)
            || headings::decimal(words).is_some_and(|depth| depth > 1 && headings::is_title(words, here.width, self.full * 5 / 4));
        // A marker on a line of its own stands in prose.
        let stopped = here.ends && !words.ends_with('?') && words.contains(char::is_lowercase);
        // Set in the middle, a long title breaks where its words do.
        let centred = |row: usize| self.rows.get(row).is_some_and(|row| row.indent >= self.view.layout.indent + 8);
        let broken = !title && centred(row) && centred(row + 1) && self.apart(row) && headings::begins_title(words, here.width, self.full);
        if !(title || broken) || stopped || here.lines.len() > 1 && !self.apart(row) {
            return 0;
        }
        if title && self.stands_over(row) {
            return 1;
        }
        let two = self.rows.get(row + 1).is_some_and(|next| {
            next.gap <= self.view.layout.base
                && !next.cut
                && self.is_free(row + 1)
                && next.width <= here.width + 20
                && headings::is_title(self.first(row + 1), next.width, self.full)
        });
        // A name would have room on one line; a title in capitals may be cut anywhere.
        let capitals = |row: usize| !self.first(row).contains(char::is_lowercase);
        let long = here.width * 2 >= self.full || here.width >= 12 && capitals(row) && capitals(row + 1) && (self.apart(row) || row == 0);
        if two && (long || broken) && self.stands_over(row + 1) { 2 } else { 0 }
    }

    /// Whether row `row` is a number and a title in capitals, set apart: "IV. THE INSCRIPTION" is no item of a list.
    fn is_capital_title(&self, row: usize) -> bool {
        let words = self.first(row);
        let rest = words.split_once(char::is_whitespace).map_or("", |(_, rest)| rest);
        let capitals = rest.chars().filter(|c| c.is_uppercase()).take(4).count() == 4 && !rest.contains(char::is_lowercase);
        capitals && (self.apart(row) || row == 0)
    }

    /// Whether row `row` is what somebody says in a conversation: others near it begin with the same name and a colon.
    fn is_spoken(&self, row: usize) -> bool {
        const NEAR: usize = 24;
        let speaker = |row: usize| {
            let (name, said) = self.first(row).split_once(':')?;
            let named = name.len() <= 40 && name.starts_with(char::is_uppercase) && name.split_whitespace().take(4).count() <= 3;
            (named && said.starts_with(char::is_whitespace) && !name.contains(|c: char| c.is_ascii_digit())).then_some(name)
        };
        let Some(own) = speaker(row) else { return false };
        (row.saturating_sub(NEAR)..self.rows.len().min(row + NEAR)).any(|other| other != row && speaker(other) == Some(own))
    }

    /// Whether row `row` is the name under a letter.
    fn is_signed(&self, row: usize) -> bool {
        const CLOSES: &[&str] = &[
            "yours",
            "sincerely",
            "faithfully",
            "respectfully",
            "truly",
            "regards",
            "cordially",
            "your",
            "hochachtungsvoll",
            "mit",
            "ihr",
            "ihre",
            "cordialement",
            "veuillez",
            "bien",
            "atentamente",
            "with",
        ];
        let Some(above) = row.checked_sub(1).filter(|&above| self.rows.get(above).is_some_and(|above| above.width * 2 < self.full)) else {
            return false;
        };
        let first = self.first(above).split(|c: char| !c.is_alphabetic()).next().unwrap_or("").to_lowercase();
        self.is_free(above) && CLOSES.contains(&first.as_str()) && self.first(row).split_whitespace().take(6).count() <= 5
    }

    /// Whether what is before row `row` has come to its end.
    fn opens(&self, row: usize) -> bool {
        let (Some(here), Some(before)) = (self.rows.get(row), row.checked_sub(1)) else { return true };
        if !self.is_free(before) {
            return true;
        }
        let Some(above) = self.rows.get(before) else { return true };
        let gaps_mean = self.view.layout.base > 0 || !self.view.layout.wrapped || !self.gapped || self.apart(row) || here.cut;
        gaps_mean
            && (above.ends
                || self.apart(row) && !goes_on(self.first(row))
                || above.width * 100 < self.full * 60 && !self.last(before).ends_with([',', '-']))
    }

    /// Whether prose or another heading begins under row `row`.
    fn stands_over(&self, row: usize) -> bool {
        let Some(next) = self.rows.get(row + 1) else { return false };
        if self.is(row + 1, BlockKind::Heading) {
            return self.page(row) == self.page(row + 1);
        }
        if !self.is_free(row + 1) {
            return self.is(row + 1, BlockKind::Table) && self.apart(row);
        }
        let words = self.first(row + 1);
        // Where blank lines set things apart, they do so under a heading, too.
        let told = next.gap > self.view.layout.base || next.cut || self.view.layout.base > 0 || !self.gapped || !self.view.layout.wrapped;
        // A short row apart from what is above it: the first word of the next would have had room on it.
        let told = told || self.apart(row) && self.is_short(row, words) && next.width * 100 >= self.full * 62;
        let told = told || !self.first(row).contains(char::is_lowercase) || headings::decimal(self.first(row)).is_some();
        // A number in several parts needs no more under it than a sentence.
        let counted = next.ends && headings::decimal(self.first(row)).is_some_and(|depth| depth > 1);
        told && headings::begins_below(words) && (counted || headings::is_prose(next, words, self.full) || self.is_listed(row + 1))
    }
}
