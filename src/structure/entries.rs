//! Where each entry of a list of works begins. Its looks say it in most cases; and lists of works are in the order of the
//! alphabet, so that a line which breaks the order goes on with the entry before it.

use super::BlockKind;
use super::items;
use super::lines::goes_on;
use super::prose::Sorter;

/// Lists shorter than this have no order to speak of.
const LEAST: usize = 8;

/// What a row weighs that begins with a surname and a first name; others weigh 1.
const NAMED: u32 = 3;

impl Sorter<'_> {
    /// Takes back what began an entry by its looks but stands out of the order of its list.
    pub(super) fn in_order(&mut self) {
        let mut row = 0;
        while row < self.rows.len() {
            let from = row;
            while row < self.rows.len() && self.is(row, BlockKind::BibliographyEntry) {
                row += 1;
            }
            if row > from {
                self.order_list(from..row);
            }
            row += 1;
        }
    }

    fn order_list(&mut self, list: std::ops::Range<usize>) {
        let begins = |row: &usize| self.pieces.get(*row).copied().flatten().is_some_and(|piece| piece.begins);
        let starts: Vec<usize> = list.clone().filter(begins).collect();
        let labels: Vec<(usize, u32)> = list.clone().filter_map(|row| Some((row, items::entry_label(self.first(row))?))).collect();
        let count_on = labels.windows(2).filter(|pair| matches!(pair, [(_, a), (_, b)] if a + 1 == *b)).count();
        // A list with numbers: nothing else begins an entry, and each number does.
        let numbered = labels.len() >= LEAST / 2 && (count_on + 1) * 10 >= labels.len() * 8;
        if numbered {
            let last = labels.last().map_or(list.start, |&(row, _)| row);
            for &row in starts.iter().filter(|&&row| row > list.start && labels.binary_search_by_key(&row, |&(row, _)| row).is_err()) {
                // What is set apart behind the last of them may be no work at all.
                if row < last || !self.apart(row) {
                    self.go_on(row);
                }
            }
            return;
        }
        // Or without: a number there is a volume or a page.
        let (stray, starts): (Vec<usize>, Vec<usize>) = starts.iter().partition(|&&row| items::entry_label(self.first(row)).is_some());
        let weighed: Vec<(String, u32)> = starts.iter().map(|&row| self.sort_key(row)).collect();
        let kept = ordered(&weighed);
        // What is plainly a name shows whether there is an order at all; or nearly all does.
        let named = weighed.iter().filter(|(_, weight)| *weight == NAMED).count();
        let named_in_order = weighed.iter().zip(&kept).filter(|((_, weight), kept)| *weight == NAMED && **kept).count();
        let in_order = kept.iter().filter(|kept| **kept).count();
        let by_names = named >= LEAST / 2 && named_in_order * 10 >= named * 9;
        if starts.len() < LEAST || !by_names && in_order * 10 < starts.len() * 8 {
            return;
        }
        for (row, _) in starts.iter().zip(&kept).filter(|(_, kept)| !**kept) {
            let sure = *row == list.start || self.apart(*row) && self.rows.get(*row).is_some_and(|row| !row.cut) || self.hangs_back(*row);
            if !sure {
                self.go_on(*row);
            }
        }
        for row in stray {
            if row > list.start && !self.hangs_back(row) {
                self.go_on(row);
            }
        }
    }

    /// Row `row` goes on with the entry before it.
    fn go_on(&mut self, row: usize) {
        if let Some(piece) = self.pieces.get_mut(row).and_then(Option::as_mut) {
            piece.begins = false;
        }
    }

    /// Whether a hanging indent shows that row `row` begins an entry.
    fn hangs_back(&self, row: usize) -> bool {
        let indent = |row: usize| self.rows.get(row).map_or(0, |row| row.indent);
        row > 0 && indent(row) + 2 <= indent(row - 1)
    }

    /// What an entry is sorted by, and how far its first row looks like the start of one: a name, a comma, a first name.
    fn sort_key(&self, row: usize) -> (String, u32) {
        const LETTERS: usize = 4;
        let words = self.first(row);
        let key = words.chars().filter(|c| c.is_alphabetic()).take(LETTERS).flat_map(char::to_lowercase).map(plain).collect();
        let mut pieces = words.split_whitespace();
        let named = pieces.next().is_some_and(|name| name.ends_with(',') && !goes_on(name))
            && pieces.next().is_some_and(|name| name.starts_with(char::is_uppercase));
        (key, if named { NAMED } else { 1 })
    }
}

/// A letter without its accent, as far as the order of names needs it.
fn plain(c: char) -> char {
    match c {
        'à'..='å' => 'a',
        'ç' | 'č' | 'ć' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' | 'ı' => 'i',
        'ñ' => 'n',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        'š' | 'ş' | 'ś' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        'ł' => 'l',
        'ğ' => 'g',
        other => other,
    }
}

/// Which of the keys are in the heaviest sequence that never goes back.
fn ordered(keys: &[(String, u32)]) -> Vec<bool> {
    let mut sorted: Vec<&str> = keys.iter().map(|(key, _)| key.as_str()).collect();
    sorted.sort_unstable();
    sorted.dedup();
    // For each key the heaviest sequence that ends with it or before it: a tree of partial maxima.
    let mut tree: Vec<(u32, usize)> = vec![(0, usize::MAX); sorted.len() + 1];
    let mut before: Vec<usize> = Vec::with_capacity(keys.len());
    let mut best = (0, usize::MAX);
    for (i, (key, weight)) in keys.iter().enumerate() {
        let rank = sorted.partition_point(|other| *other < key.as_str()) + 1;
        let mut here = (0, usize::MAX);
        let mut at = rank;
        while at > 0 {
            if let Some(&found) = tree.get(at).filter(|found| found.0 > here.0) {
                here = found;
            }
            at &= at - 1;
        }
        before.push(here.1);
        let own = (here.0 + weight, i);
        let mut at = rank;
        while let Some(slot) = tree.get_mut(at) {
            if own.0 > slot.0 {
                *slot = own;
            }
            at += at & at.wrapping_neg();
        }
        if own.0 > best.0 {
            best = own;
        }
    }
    let mut kept = vec![false; keys.len()];
    let mut at = best.1;
    while let Some(slot) = kept.get_mut(at) {
        *slot = true;
        at = before.get(at).copied().unwrap_or(usize::MAX);
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heaviest_order() {
        let check = |keys: &[(&str, u32)]| {
            let keys: Vec<(String, u32)> = keys.iter().map(|&(key, weight)| (key.to_owned(), weight)).collect();
            ordered(&keys)
        };
        assert_eq!(check(&[("a", 3), ("c", 1), ("b", 3), ("b", 3)]), [true, false, true, true]);
        assert_eq!(check(&[("b", 1), ("a", 1)]), [true, false]);
        assert!(check(&[]).is_empty());
    }
}
