//! Where pages begin. Only a form feed says so outright; an extraction that lost them still shows the top of a page
//! in its blanks, or by the printed numbers that count up through the text.

use std::collections::HashMap;

use super::furniture::{Head, without_page_number};
use super::lines::{Layout, Line, ends_sentence, goes_on, number, open_end, roman};

/// The pages of a text, as far as they can be told; all lists are empty when they cannot.
#[derive(Clone, Debug, Default)]
pub(super) struct Pages {
    /// The byte at which each page begins; the first is 0.
    pub starts: Vec<usize>,
    /// The first line with words on or after each page's start.
    pub first_lines: Vec<usize>,
    /// The lines whose printed numbers told the pages, where these did.
    pub printed: Vec<usize>,
    /// The lines next to these that are the same on several pages.
    pub heads: Vec<usize>,
}

impl Pages {
    /// Finds the pages.
    pub fn find(source: &str, lines: &[Line], layout: &Layout) -> Self {
        let (mut printed, mut heads) = (Vec::new(), Vec::new());
        let mut starts = by_form_feeds(source);
        if starts.is_empty() {
            starts = by_blanks(source, lines, layout);
        }
        if starts.is_empty() {
            (starts, printed, heads) = by_numbers(source, lines);
        }
        if starts.is_empty() {
            starts = by_heads(source, lines);
        }
        if starts.is_empty() {
            heads = by_cuts(source, lines, layout);
            let tops = heads.iter().filter_map(|&head| lines.get(head)).map(|line| line.start).filter(|&start| start > 0);
            starts = if heads.is_empty() { Vec::new() } else { [0].into_iter().chain(tops).collect() };
        }
        let first_lines = starts.iter().map(|&start| lines.partition_point(|line| line.words.start < start)).collect();
        Self { starts, first_lines, printed, heads }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// The lines of page `index`.
    pub fn lines(&self, index: usize, all: usize) -> std::ops::Range<usize> {
        let from = self.first_lines.get(index).copied().unwrap_or(all);
        let to = self.first_lines.get(index + 1).copied().unwrap_or(all);
        from..to.max(from)
    }

    /// The page on which line `line` stands.
    pub fn of_line(&self, line: usize) -> Option<usize> {
        self.first_lines.partition_point(|&first| first <= line).checked_sub(1)
    }

    /// Whether a page begins with line `line`.
    pub fn begins_at(&self, line: usize) -> bool {
        line > 0 && self.first_lines.binary_search(&line).is_ok()
    }
}

fn by_form_feeds(source: &str) -> Vec<usize> {
    // A feed at the very start or end begins no page.
    let words = source.len() - source.trim_start().len()..source.trim_end().len();
    let feeds = memchr::memchr_iter(b'\x0c', source.as_bytes()).map(|feed| feed + 1);
    let mut starts = vec![0];
    starts.extend(feeds.filter(|&start| start > words.start && start < words.end));
    if starts.len() > 1 { starts } else { Vec::new() }
}

/// Where each line is followed by an empty one, the top of a page breaks that pattern.
fn by_blanks(source: &str, lines: &[Line], layout: &Layout) -> Vec<usize> {
    if layout.base != 1 {
        return Vec::new();
    }
    let is_number = |line: &Line| number(line.text(source)).is_some();
    let ruled = |line: &Line| line.blank >= RULE;
    let has_rules = lines.iter().any(|line| ruled(line) && is_number(line));
    let mut starts = vec![0];
    let mut zone = false;
    for (i, line) in lines.iter().enumerate() {
        zone |= ruled(line);
        let Some(slip) = line.slip.filter(|&slip| slip > 0) else { continue };
        let before = i.checked_sub(1).and_then(|before| lines.get(before));
        // What comes straight after a number is what stood behind a note marker on the same line, or a note's body;
        // unless it is too long for that line, or the note has no words and the prose before it goes on.
        if line.gap == 0 && before.is_some_and(is_number) {
            let row = i.checked_sub(2).and_then(|row| lines.get(row)).map_or(0, |row| row.width);
            let too_long = !zone && (row + line.width) * 100 > layout.width * 115 && before.is_some_and(|before| before.gap == 0);
            let no_words = zone && goes_on_past_notes(source, lines, i);
            if !(has_rules && (too_long || no_words)) {
                continue;
            }
        } else if line.gap == 0 && is_number(line) {
            continue;
        }
        starts.push(slip);
        zone = false;
    }
    // Pages hold more than this: else the pattern means something other.
    if starts.len() > 2 && source.len() / starts.len() >= 500 { starts } else { Vec::new() }
}

/// A blank line as wide as this is a rule drawn with spaces.
pub(super) const RULE: u16 = 20;

/// Whether line `at` goes on with the sentence that the rule above it broke off: the number before it labels nothing.
fn goes_on_past_notes(source: &str, lines: &[Line], at: usize) -> bool {
    let words = lines.get(at).map_or("", |line| line.text(source));
    let rule = (at.saturating_sub(120)..at).rev().find(|&line| lines.get(line).is_some_and(|line| line.blank >= RULE));
    let broken =
        rule.and_then(|rule| rule.checked_sub(1)).and_then(|before| lines.get(before)).is_some_and(|line| open_end(line.text(source)));
    // A short line is a note: "ibid."
    let long = words.chars().take(50).count() == 50;
    let labelled = lines.iter().skip(at + 1).take(5).any(|line| number(line.text(source)).is_some() && line.gap == 0 || line.blank >= RULE);
    broken && long && !labelled && words.starts_with(char::is_lowercase)
}

/// Printed numbers alone on a line that count up at even distances, or next to a line that comes again with each.
fn by_numbers(source: &str, lines: &[Line]) -> (Vec<usize>, Vec<usize>, Vec<usize>) {
    let printed: Vec<(usize, u32)> =
        lines.iter().enumerate().filter_map(|(i, line)| Some((i, page_number(line.text(source))?.value))).collect();
    let mut chain = even_chain(lines, &printed);
    if chain.len() < 3 {
        chain = headed_chain(source, lines, &printed);
    }
    if chain.len() < 3 {
        return (Vec::new(), Vec::new(), Vec::new());
    }
    // What stands above the numbers, again and again, is a head of the same page; so is what stands below.
    let above = repeated(source, lines, &chain, |line| line.checked_sub(1));
    let below = repeated(source, lines, &chain, |line| Some(line + 1));
    // At the top of its page where it is closer to what follows, or where the first one opens the text.
    let gap = |line: usize| lines.get(line).map_or(0, |line| line.gap);
    let closer_to_next = chain.iter().filter(|&&line| gap(line) > gap(line + 1)).count();
    let closer_to_last = chain.iter().filter(|&&line| gap(line) < gap(line + 1)).count();
    let opens = chain.first().is_some_and(|&line| line < 3);
    let at_top = if above.is_empty() {
        closer_to_next * 2 > chain.len() && below.is_empty() || opens && closer_to_last * 2 <= chain.len()
    } else {
        opens || lines.len() > chain.last().map_or(0, |&line| line + 2)
    };
    let mut starts = vec![0];
    for &line in &chain {
        let first = if line > 0 && above.binary_search(&(line - 1)).is_ok() { line - 1 } else { line };
        let start = if at_top { lines.get(first).map(|line| line.start) } else { lines.get(line + 1).map(|line| line.start) };
        starts.extend(start.filter(|&start| start > 0));
    }
    starts.dedup();
    let heads = above.into_iter().chain(below).collect();
    (starts, chain, heads)
}

/// The lines next to those of `chain` that have the same words as several others that stand so.
fn repeated(source: &str, lines: &[Line], chain: &[usize], next: impl Fn(usize) -> Option<usize>) -> Vec<usize> {
    const LEAST: usize = 3;
    let words = |line: &usize| lines.get(*line).map_or("", |line| line.text(source));
    let near: Vec<usize> = chain.iter().filter_map(|&line| next(line)).collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    near.iter().for_each(|line| *counts.entry(words(line)).or_default() += 1);
    let head = |words: &str| words.contains(char::is_alphabetic) && words.len() <= 160 && !ends_sentence(words);
    near.into_iter().filter(|line| head(words(line)) && counts.get(words(line)).is_some_and(|&count| count >= LEAST)).collect()
}

/// Numbers that count up by one, each next to a line with the same words: page after page with its head.
fn headed_chain(source: &str, lines: &[Line], printed: &[(usize, u32)]) -> Vec<usize> {
    const APART: usize = 200;
    let words = |line: Option<usize>| line.and_then(|line| lines.get(line)).map_or("", |line| line.text(source));
    let place = |line: usize| lines.get(line).map_or(0, |line| line.start);
    let mut chains: HashMap<(bool, &str), Vec<(usize, u32)>> = HashMap::new();
    for &(line, value) in printed {
        for (above, head) in [(true, words(line.checked_sub(1))), (false, words(Some(line + 1)))] {
            if !head.starts_with(char::is_alphabetic) || head.len() > 160 || ends_sentence(head) {
                continue;
            }
            let chain = chains.entry((above, head)).or_default();
            let next = chain.last().is_none_or(|&(last, before)| before + 1 == value && place(line) - place(last) >= APART);
            if !next && chain.len() == 1 {
                chain.clear();
            }
            if next || chain.is_empty() {
                chain.push((line, value));
            }
        }
    }
    let longest = chains.into_iter().max_by_key(|(key, chain)| (chain.len(), *key)).map(|(_, chain)| chain);
    longest.unwrap_or_default().into_iter().map(|(line, _)| line).collect()
}

/// The longest run of numbers each one or two more than the last, a page's length apart.
fn even_chain(lines: &[Line], printed: &[(usize, u32)]) -> Vec<usize> {
    const PAGE: std::ops::Range<usize> = 400..9000;
    const BACK: usize = 40;
    let place = |index: usize| printed.get(index).and_then(|&(line, _)| lines.get(line)).map_or(0, |line| line.start);
    let mut best: Vec<(usize, Option<usize>)> = Vec::with_capacity(printed.len());
    for (i, &(_, value)) in printed.iter().enumerate() {
        let mut here = (1, None);
        for j in (i.saturating_sub(BACK)..i).rev() {
            let Some(&(_, before)) = printed.get(j) else { continue };
            let step = value.saturating_sub(before) as usize;
            let far = place(i) - place(j);
            if far > PAGE.end * 2 {
                break;
            }
            if (1..=2).contains(&step) && PAGE.contains(&(far / step)) {
                let length = best.get(j).map_or(0, |&(length, _)| length) + 1;
                if length > here.0 {
                    here = (length, Some(j));
                }
            }
        }
        best.push(here);
    }
    let mut chain = Vec::new();
    let mut at = (0..best.len()).max_by_key(|&i| best.get(i).map_or(0, |&(length, _)| length));
    while let Some(i) = at {
        chain.push(i);
        at = best.get(i).and_then(|&(_, before)| before);
    }
    chain.reverse();
    let mut steps: Vec<usize> = chain.windows(2).filter_map(|pair| Some(place(*pair.get(1)?) - place(*pair.first()?))).collect();
    steps.sort_unstable();
    let middle = steps.get(steps.len() / 2).copied().unwrap_or(0);
    let even = steps.iter().filter(|&&step| step * 2 >= middle && step <= middle * 2).count();
    let whole = lines.last().map_or(0, |line| line.words.end);
    // Note markers on lines of their own count up too, but not evenly, and not through the whole text.
    if even * 5 < steps.len() * 4 && even + 1 < steps.len() || chain.len() * middle * 2 < whole {
        return Vec::new();
    }
    chain.iter().filter_map(|&i| printed.get(i).map(|&(line, _)| line)).collect()
}

/// Lines that come again and again at even distances through the whole text, but for a number in them that counts up: the
/// running heads of pages whose ends an extraction lost.
fn by_heads(source: &str, lines: &[Line]) -> Vec<usize> {
    const LEAST: usize = 5;
    const PAGE: std::ops::Range<usize> = 1000..9000;
    let mut seen: HashMap<Head, Vec<usize>> = HashMap::new();
    let mut last: HashMap<Head, u32> = HashMap::new();
    for (i, line) in lines.iter().enumerate() {
        let words = line.text(source);
        if words.len() > 100 || !words.contains(char::is_alphabetic) || ends_sentence(words) {
            continue;
        }
        let (head, Some(number)) = without_page_number(words) else { continue };
        let before = last.insert(head.clone(), number);
        if before.is_none_or(|before| (1..=4).contains(&number.saturating_sub(before))) {
            seen.entry(head).or_default().push(i);
        }
    }
    let start = |line: usize| lines.get(line).map_or(0, |line| line.start);
    let whole = lines.last().map_or(0, |line| line.words.end);
    let even = |places: &Vec<usize>| {
        let mut steps: Vec<usize> = places.windows(2).filter_map(|pair| Some(start(*pair.get(1)?) - start(*pair.first()?))).collect();
        steps.sort_unstable();
        let middle = steps.get(steps.len() / 2).copied().unwrap_or(0);
        let fit = steps.iter().filter(|&&step| step * 2 >= middle && step <= middle * 2).count();
        PAGE.contains(&middle) && fit * 5 >= steps.len() * 4 && places.len() * middle * 2 >= whole
    };
    let best =
        seen.values().filter(|places| places.len() >= LEAST && even(places)).max_by_key(|places| (places.len(), places.first().copied()));
    let Some(best) = best else { return Vec::new() };
    // At the foot of its page where it ends the text.
    let at_foot = best.last().is_some_and(|&last| last + 3 >= lines.len());
    let mut starts = vec![0];
    starts.extend(best.iter().map(|&line| start(line + usize::from(at_foot))).filter(|&start| start > 0));
    starts.dedup();
    starts
}

/// Short lines with a number at one end that cut sentences in two and count on from one to the next: heads of pages that
/// were copied with the text, left and right ones by turns.
fn by_cuts(source: &str, lines: &[Line], layout: &Layout) -> Vec<usize> {
    const LEAST: usize = 3;
    const PAGE: std::ops::Range<usize> = 200..9000;
    let mut runs: Vec<Vec<(usize, u32)>> = Vec::new();
    for window in lines.windows(3).enumerate() {
        let (at, [before, line, after]) = window else { continue };
        let (said, words) = (before.text(source), line.text(source));
        let short = line.width * 10 <= layout.width * 7 && words.len() <= 100;
        let cuts = short && before.width * 10 >= layout.width * 8 && open_end(said) && goes_on(after.text(source)) && layout.wrapped;
        if !cuts || ends_sentence(words) || goes_on(words) || !words.contains(char::is_alphabetic) {
            continue;
        }
        let (_, Some(number)) = without_page_number(words) else { continue };
        let far = |&(last, value): &(usize, u32)| {
            let far = line.start - lines.get(last).map_or(0, |line| line.start);
            value + 1 == number && PAGE.contains(&far)
        };
        match runs.last_mut().filter(|run| run.last().is_some_and(far)) {
            Some(run) => run.push((at + 1, number)),
            None => runs.push(vec![(at + 1, number)]),
        }
    }
    let Some(best) = runs.into_iter().max_by_key(Vec::len).filter(|run| run.len() >= LEAST) else { return Vec::new() };
    best.into_iter().map(|(line, _)| line).collect()
}

/// A line that may be a printed page number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Printed<'a> {
    /// What it counts.
    pub value: u32,
    /// As printed, without what is around it.
    pub label: &'a str,
    /// Whether the line itself says that it is one: "Page 3 of 9", "- 3 -".
    pub plain: bool,
}

/// Reads a line as a page number.
pub(super) fn page_number(words: &str) -> Option<Printed<'_>> {
    if words.len() > 24 {
        return None;
    }
    let lower = words.to_ascii_lowercase();
    let mut inner = words;
    for lead in ["page ", "seite ", "p. ", "pág. "] {
        if lower.starts_with(lead) {
            inner = words.get(lead.len()..)?;
        }
    }
    let inner = inner.split(" of ").next()?.split(" / ").next()?;
    let inner = inner.trim_matches(|c: char| matches!(c, '-' | '–' | '—' | '|' | '~' | '·' | ' '));
    let plain = inner.len() < words.len();
    let value = match number(inner).filter(|_| inner.bytes().all(|byte| byte.is_ascii_digit()) && inner.len() <= 4) {
        Some(value) => value,
        None if inner.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x' | b'l')) => roman(inner)?,
        None => return None,
    };
    Some(Printed { value, label: inner, plain })
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    fn check(source: &str) -> Vec<usize> {
        let lines = split(source);
        Pages::find(source, &lines, &Layout::of(source, &lines)).starts
    }

    #[test]
    fn form_feeds() {
        assert_eq!(check("One.\x0cTwo.\x0c\x0cFour.\n\x0c"), [0, 5, 10, 11]);
        assert!(check("One.\x0c").is_empty());
        assert!(check("").is_empty());
    }

    #[test]
    fn numbers_at_even_distances() {
        let page = "A line of words that is as long as the lines of a book are.\n".repeat(30);
        let text: String = (7..12).map(|n| format!("{page}{n}\n")).collect();
        let starts = check(&text);
        assert_eq!(starts.len(), 5);
        assert_eq!(starts.get(1).and_then(|&start| text.get(..start)).map(|head| head.ends_with("\n7\n")), Some(true));
        let uneven: String = [3, 140, 15, 60, 13]
            .iter()
            .zip(7..)
            .map(|(&lines, n)| format!("{}{n}\n", page.repeat(5).get(..60 * lines).unwrap_or("")))
            .collect();
        assert!(check(&uneven).is_empty());
    }

    #[test]
    fn printed_numbers() {
        let value = |words| page_number(words).map(|printed| (printed.value, printed.label, printed.plain));
        assert_eq!(value("12"), Some((12, "12", false)));
        assert_eq!(value("- 12 -"), Some((12, "12", true)));
        assert_eq!(value("Page 3 of 9"), Some((3, "3", true)));
        assert_eq!(value("xiv"), Some((14, "xiv", false)));
        assert_eq!(value("12th"), None);
        assert_eq!(value("Civil"), None);
    }
}
