//! Headings that count: 1, 1.1, 1.2, 2, 2.1. One number says little; a count that goes on through the text says that
//! each of its lines is a heading, even where an extraction set the number on a line of its own. And headings that the
//! contents name.

use std::collections::{HashMap, HashSet};

use super::BlockKind;
use super::headings::{self, Title};
use super::items;
use super::lines::{ends_sentence, goes_on, open_end};
use super::prose::Sorter;
use super::regions::{Region, contents_like};

/// A number such as 2.1.3.
type Number = Vec<u8>;

/// A row that may be a heading for its number.
struct Candidate {
    row: usize,
    /// How many rows it takes: two when the number stands alone.
    rows: usize,
    number: Number,
    weight: f64,
}

impl Sorter<'_> {
    /// Takes the rows as headings whose numbers count through the text.
    pub(super) fn numbered(&mut self) {
        let candidates: Vec<Candidate> = (0..self.rows.len()).filter_map(|row| self.candidate(row)).collect();
        let chain = heaviest(&candidates);
        let deep = chain.iter().filter_map(|&i| candidates.get(i)).filter(|candidate| candidate.number.len() > 1).count();
        // A list counts, too, but has no second level; nor does it stand row by row between paragraphs and begin with an
        // introduction, or with numbers alone over titles.
        let titled = |candidate: &Candidate| {
            let below = candidate.row + candidate.rows;
            (candidate.row == 0 || self.apart(candidate.row)) && self.apart(below) && self.items.get(below).is_some_and(Option::is_none)
        };
        let mut chosen = chain.iter().filter_map(|&i| candidates.get(i));
        let named = chosen.clone().any(|candidate| self.is(candidate.row, BlockKind::Heading))
            || chosen.clone().all(|candidate| candidate.rows > 1);
        if (chain.len() < 3 || deep < 1) && !(chain.len() >= 2 && named && chosen.all(titled)) {
            return;
        }
        for candidate in chain.iter().filter_map(|&i| candidates.get(i)) {
            let title = Title::Numbered(candidate.number.len() as u8);
            for row in candidate.row..candidate.row + candidate.rows {
                if self.is_free(row) || row > candidate.row {
                    self.set(row, BlockKind::Heading, (row == candidate.row).then_some(title), row == candidate.row);
                }
            }
        }
    }

    fn candidate(&self, row: usize) -> Option<Candidate> {
        let here = self.rows.get(row)?;
        let words = self.first(row);
        if !words.starts_with(|c: char| c.is_ascii_digit()) || self.region(row) == Region::Code {
            return None;
        }
        let (number, rest) = split_number(words)?;
        // A heading that its name told keeps its place in the count.
        if self.is(row, BlockKind::Heading) {
            return Some(Candidate { row, rows: 1, number, weight: 2.0 });
        }
        if !self.is_free(row) || here.lines.len() > 1 || !matches!(self.region(row), Region::Text | Region::Works) {
            return None;
        }
        let alone = rest.is_empty();
        let (from, title) = if alone { (row + 1, self.first(row + 1)) } else { (row, rest) };
        let (at, whole) = self.title_rows(from, title)?;
        let stopped = ends_sentence(&whole) && !whole.ends_with('?');
        let width = (whole.chars().count() / (at + 1 - from)) as u32;
        let stands = self.apart(row) && self.apart(at + 1);
        let titled = headings::is_title(&whole, width, self.full * 6 / 5) || stands && headings::begins_title(&whole, width, self.full);
        if !titled || stopped || whole.contains(['{', '}', '\\', '<', '>', '|']) || contents_like(words) {
            return None;
        }
        let over = self.rows.get(at + 1)?;
        let below = self.first(at + 1);
        // What stands above has ended, and below something begins.
        let apart = row == 0 || self.apart(row) || here.cut;
        if !apart && self.is_open(row) || goes_on(below) && !self.is_listed(at + 1) {
            return None;
        }
        // Numbers that no level is above need more: lists have them, and notes.
        let plain = number.len() == 1;
        let long = over.width * 100 >= self.full * 62
            || self.is(at, BlockKind::Heading)
            || self.is(at + 1, BlockKind::Heading)
            || headings::is_prose(over, below, self.full)
            || split_number(below).is_some();
        if plain && (!apart || !long || !alone && self.is_listed(row) && !words.contains(' ')) {
            return None;
        }
        let weight = 1.0 + if apart { 0.5 } else { 0.0 } + if plain { 0.0 } else { 0.5 };
        Some(Candidate { row, rows: at + 1 - row, number, weight })
    }

    /// The last row of the title that begins with row `from`, and its words: more rows, as long as they are not full and
    /// the one after them is.
    fn title_rows(&self, from: usize, title: &str) -> Option<(usize, String)> {
        const MOST: usize = 3;
        let fits = |row: usize| self.rows.get(row).is_some_and(|row| row.lines.len() == 1 && row.width * 10 <= self.full * 12);
        let free = |row: usize| self.is_free(row) || self.is(row, BlockKind::Heading);
        if !fits(from) || !free(from) {
            return None;
        }
        let mut words = title.to_owned();
        for at in from..from + MOST {
            let full = |row: usize| self.rows.get(row).is_some_and(|row| row.width * 100 >= self.full * 88);
            let near = self.rows.get(at + 1).is_some_and(|next| !next.cut && next.gap <= self.view.layout.base);
            let broken = words.ends_with('-') || headings::hangs(&words) || goes_on(self.first(at + 1));
            let more = near && free(at + 1) && fits(at + 1) && !full(at) && !full(at + 1) && !ends_sentence(&words);
            if !(more && (broken || full(at + 2)) && split_number(self.first(at + 1)).is_none()) {
                return Some((at, words));
            }
            words = words.strip_suffix('-').map_or_else(|| format!("{words} "), str::to_owned) + self.first(at + 1);
        }
        None
    }

    /// Whether the row above row `row` is a full one that leaves its sentence open.
    fn is_open(&self, row: usize) -> bool {
        let above = row.checked_sub(1).and_then(|above| self.rows.get(above));
        above.is_some_and(|above| !above.ends && above.width * 10 >= self.full * 8) && open_end(self.last(row - 1))
    }

    /// Takes the rows as headings that say, by themselves or with the next, what an entry of the contents says.
    pub(super) fn contained(&mut self) {
        let titles = self.contents_titles();
        let leads: HashSet<Lead> = titles.iter().map(|title| lead(title)).collect();
        for row in 0..self.rows.len() {
            if !leads.contains(&lead(self.first(row))) {
                continue;
            }
            if let Some(length) = self.contained_length(row, &titles) {
                let depth = split_number(self.first(row)).map_or(Title::Plain, |(number, _)| Title::Numbered(number.len() as u8));
                for i in row..row + length {
                    self.set(i, BlockKind::Heading, (i == row).then_some(depth), i == row);
                }
            }
        }
    }

    fn contents_titles(&self) -> HashSet<String> {
        let mut titles = HashSet::new();
        let mut last = String::new();
        for row in (0..self.rows.len()).filter(|&row| self.is(row, BlockKind::ContentsEntry)) {
            let words = bare(self.first(row));
            if words.chars().count() >= 6 {
                // An entry may go over two rows.
                titles.insert(format!("{last}{words}"));
                titles.insert(words.clone());
            }
            last = words;
        }
        titles
    }

    /// How many rows from `row` on are a heading that the contents name.
    fn contained_length(&self, row: usize, titles: &HashSet<String>) -> Option<usize> {
        const MOST: usize = 3;
        let mut words = String::new();
        for i in row..row + MOST {
            let here = self.rows.get(i)?;
            let sound = self.is_free(i)
                && !items::caption(self.first(i))
                && here.width <= 150
                && here.lines.len() == 1
                && self.region(i) == Region::Text;
            if !sound || i > row && (here.cut || self.apart(i)) || self.first(row).starts_with(|c: char| c.is_lowercase()) {
                return None;
            }
            words.push_str(&bare(self.first(i)));
            // What goes on with a small letter is prose that says the same words.
            if words.chars().count() >= 6 && titles.contains(&words) && !goes_on(self.first(i + 1)) {
                return (self.apart(row) || here.cut || !self.is_open(row)).then_some(i + 1 - row);
            }
        }
        None
    }
}

/// The first letters of a title, which tell most rows apart from all titles.
type Lead = [char; 5];

fn lead(words: &str) -> Lead {
    let words = split_number(words).map_or(words, |(_, rest)| rest);
    let mut chars = words.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_lowercase().next().unwrap_or(c));
    std::array::from_fn(|_| chars.next().unwrap_or(' '))
}

/// The letters and digits of a title, without its number, its leaders and its page.
fn bare(words: &str) -> String {
    let words = split_number(words).map_or(words, |(_, rest)| rest);
    let cut = if contents_like(words) {
        words.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '.' | '…' | '_'))
    } else {
        words
    };
    cut.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// "2.1 Sources" as its number and its words; the words are empty where the number stands alone.
fn split_number(words: &str) -> Option<(Number, &str)> {
    if !words.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let (first, rest) = words.split_once(char::is_whitespace).unwrap_or((words, ""));
    let bare = first.strip_suffix('.').unwrap_or(first);
    if bare.len() > 12 || bare.is_empty() {
        return None;
    }
    let number: Option<Number> = bare
        .split('.')
        .map(|part| part.parse::<u8>().ok().filter(|&value| part.len() <= 2 && value < 60 && (value > 0 || part.len() == 1)))
        .collect();
    number.filter(|number| number.len() <= 5 && number.first() != Some(&0)).map(|number| (number, rest.trim_start()))
}

/// The heaviest sequence in which each number comes after the one before it as sections count.
fn heaviest(candidates: &[Candidate]) -> Vec<usize> {
    const GAP: f64 = 1.2;
    const START: f64 = 2.0;
    // By number, and by each number that it stands under or is: the heaviest sequence that ends there.
    let mut own: HashMap<&[u8], (f64, usize)> = HashMap::new();
    let mut under: HashMap<&[u8], (f64, usize)> = HashMap::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(candidates.len());
    let mut best: Option<(f64, usize)> = None;
    for (i, candidate) in candidates.iter().enumerate() {
        let Some((&last, parent)) = candidate.number.split_last() else { continue };
        let first = candidate.number.iter().all(|&part| part == 1);
        let mut here = (if first { candidate.weight } else { candidate.weight - START }, None);
        let mut offer = |from: Option<&(f64, usize)>, cost: f64| {
            if let Some(&(score, index)) = from
                && score - cost + candidate.weight > here.0
            {
                here = (score - cost + candidate.weight, Some(index));
            }
        };
        if last <= 2 {
            offer(own.get(parent), f64::from(last.saturating_sub(1)) * GAP);
        }
        for step in 1..=last.min(3) {
            let sibling: Number = parent.iter().copied().chain([last - step]).collect();
            offer(under.get(sibling.as_slice()), f64::from(step - 1) * GAP);
        }
        // A first section of a chapter whose own number is lost.
        if last == 1
            && let Some((&chapter, [])) = parent.split_last()
            && chapter > 1
        {
            offer(under.get([chapter - 1].as_slice()), GAP / 2.0);
        }
        // Or the count goes on behind sections whose numbers are lost.
        let onward = best.as_ref().filter(|&&(_, last)| candidates.get(last).is_some_and(|last| last.number < candidate.number));
        offer(onward, START);
        let own_best = own.entry(&candidate.number).or_insert((f64::MIN, i));
        if here.0 >= own_best.0 {
            *own_best = (here.0, i);
        }
        for length in 1..=candidate.number.len() {
            let Some(prefix) = candidate.number.get(..length) else { continue };
            let best_under = under.entry(prefix).or_insert((f64::MIN, i));
            if here.0 >= best_under.0 {
                *best_under = (here.0, i);
            }
        }
        before.push(here.1);
        if best.is_none_or(|(score, _)| here.0 > score) {
            best = Some((here.0, i));
        }
    }
    let mut chain = Vec::new();
    let mut at = best.map(|(_, i)| i);
    while let Some(i) = at {
        chain.push(i);
        at = before.get(i).copied().flatten();
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(numbers: &[&str]) -> Vec<String> {
        let candidates: Vec<Candidate> = numbers
            .iter()
            .enumerate()
            .filter_map(|(row, words)| Some(Candidate { row, rows: 1, number: split_number(words)?.0, weight: 1.5 }))
            .collect();
        heaviest(&candidates).iter().map(|&i| numbers[i].to_owned()).collect()
    }

    #[test]
    fn sections_count() {
        assert_eq!(check(&["1", "1.1", "7.3", "1.2", "2", "2.1", "3"]), ["1", "1.1", "1.2", "2", "2.1", "3"]);
        assert_eq!(check(&["1.1", "1.2", "2.1", "2.2", "2.2.1", "3.1"]), ["1.1", "1.2", "2.1", "2.2", "2.2.1", "3.1"]);
        assert!(check(&[]).is_empty());
    }

    #[test]
    fn numbers_of_titles() {
        assert_eq!(split_number("2.1 Sources"), Some((vec![2, 1], "Sources")));
        assert_eq!(split_number("2.1."), Some((vec![2, 1], "")));
        assert_eq!((split_number("1993 was"), split_number("2.345"), split_number("0.5"), split_number("a")), (None, None, None, None));
        assert_eq!((bare("2.1 The War . . . . 12"), bare("The War")), ("thewar".to_owned(), "thewar".to_owned()));
    }
}
