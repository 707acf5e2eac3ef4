//! What belongs to the page and not to the text: printed page numbers, running heads, rules, and the link targets
//! that an extraction appends. It is found first, so that prose can be read across it.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

use super::BlockKind;
use super::headings::underline;
use super::labels::{Form, label};
use super::lines::{Layout, Line, ends_sentence, goes_on, number};
use super::names::{Named, named};
use super::pages::{Pages, page_number};

/// Texts of no more pages than this have too few for a head to come three times.
const FEW: usize = 4;

/// White space as wide as this stands between a head and its number, and in no line of prose.
const FAR: &str = "     ";

/// How many lines at the head and at the foot of a page may be furniture.
const EDGE: usize = 3;

/// What was found: for each line its kind, when it is furniture; for each page its printed number.
pub(super) struct Furniture {
    pub kinds: Vec<Option<BlockKind>>,
    pub labels: Vec<Option<String>>,
    /// Running heads: line, page, and the number in each.
    heads: Vec<(usize, usize, Option<u32>)>,
}

/// A line at the edge of a page that may print its number.
struct Edge {
    page: usize,
    index: usize,
    value: u32,
    label: String,
    kind: BlockKind,
    /// Whether it says so itself.
    plain: bool,
}

impl Edge {
    /// How far the number is from the page's place in the text: the same on all pages that are counted together.
    fn offset(&self) -> i64 {
        i64::from(self.value) - self.page as i64
    }
}

impl Furniture {
    /// Looks at the edges of each page, and at lines that can be nothing else.
    pub fn find(source: &str, lines: &[Line], layout: &Layout, pages: &Pages) -> Self {
        let mut found = Self { kinds: vec![None; lines.len()], labels: vec![None; pages.len()], heads: Vec::new() };
        found.rules(source, lines);
        for &head in &pages.heads {
            found.set(head, BlockKind::RunningHead);
            let number = lines.get(head).and_then(|line| without_page_number(line.text(source)).1);
            found.heads.extend(pages.of_line(head).zip(number).map(|(page, number)| (head, page, Some(number))));
        }
        found.running_heads(source, lines, pages);
        found.page_numbers(source, lines, layout, pages);
        found.link_targets(source, lines, pages);
        found
    }

    fn rules(&mut self, source: &str, lines: &[Line]) {
        for (i, line) in lines.iter().enumerate() {
            let title = i.checked_sub(1).and_then(|before| lines.get(before));
            let underlines = title.is_some_and(|title| !is_rule(title.text(source)) && underline(title, line, source).is_some());
            if is_rule(line.text(source)) && !underlines {
                self.set(i, BlockKind::NoteSeparator);
            }
        }
    }

    /// Lines at the same edge of several pages that are the same, or the same but for a page number.
    fn running_heads(&mut self, source: &str, lines: &[Line], pages: &Pages) {
        let mut seen: HashMap<(bool, Head, Option<i64>), Vec<usize>> = HashMap::new();
        // Where heads stand next to numbers, the same words without a number are their title.
        let told: HashSet<&str> = pages.heads.iter().filter_map(|&line| lines.get(line)).map(|line| line.text(source)).collect();
        for page in 0..pages.len() {
            let range = pages.lines(page, lines.len());
            let edge = EDGE.min(range.len() / 2);
            let head = (range.start..range.start + edge).map(|line| (true, line));
            // The last page may have little on it but the foot.
            let foot = (range.end - EDGE.min(range.len() - range.len() / 2)..range.end).map(|line| (false, line));
            for (top, index) in head.chain(foot) {
                let Some(words) = lines.get(index).map(|line| line.text(source)) else { continue };
                // A note at the foot may be the same on several pages: "Ibid." But a title may ask.
                let sentence = ends_sentence(words) && words.contains(char::is_lowercase) && !(top && words.ends_with('?'));
                if words.len() > 200 || self.is(index) || sentence || page_number(words).is_some() || told.contains(words) {
                    continue;
                }
                let (title, number) = without_page_number(words);
                // How far the number is from the page's own place is the same on every page.
                let offset = number.map(|number| i64::from(number) - page as i64);
                seen.entry((top, title, offset)).or_default().push(index);
                // "Chapter 3" counts chapters, and not pages; the year at the end of a stamp is the same on each page.
                let least = if number.is_some_and(|number| (1900..2100).contains(&number)) { 2 } else { 4 };
                let stamp = !top && words.split_whitespace().take(5).count() > least && !words.starts_with(|c: char| c.is_ascii_digit());
                if (top || stamp) && number.is_some() && words.contains(char::is_alphabetic) {
                    seen.entry((top, (evenly(words), ""), None)).or_default().push(index);
                }
            }
        }
        for ((top, title, _), places) in seen {
            // In a text of a few pages two may be all that have the same head; then it must look like one.
            let few = top && pages.len() <= FEW && places.len() == 2 && places.iter().all(|&index| is_set_out(source, lines, index));
            if places.len() < 3 && !few || !title.0.contains(is_word) && !title.1.contains(is_word) {
                continue;
            }
            // On the first page an author's name may stand under the title, and at the head of all others.
            let depth = |index: usize| pages.of_line(index).map_or(0, |page| index - pages.lines(page, lines.len()).start);
            let under =
                |index: usize| pages.of_line(index) == Some(0) && places.iter().all(|&other| other == index || depth(other) < depth(index));
            // A title has no page number next to it, and a head has one on each page.
            let counted = |index: usize| {
                let number = |line: Option<usize>| {
                    line.and_then(|line| lines.get(line)).is_some_and(|line| page_number(line.text(source)).is_some())
                };
                let first = pages.begins_at(index);
                number(Some(index + 1)) || !first && number(index.checked_sub(1))
            };
            let of_section = |index: usize| lines.get(index).and_then(|line| named(line.text(source))).is_some();
            let counted = top && places.iter().all(|&index| counted(index) && !of_section(index));
            for (nth, &index) in places.iter().enumerate() {
                if (counted || nth > 0 || !is_title(source, lines, index)) && !(top && nth == 0 && under(index)) {
                    self.set(index, BlockKind::RunningHead);
                    let number = lines.get(index).and_then(|line| without_page_number(line.text(source)).1);
                    self.heads.extend(pages.of_line(index).map(|page| (index, page, number)));
                }
            }
        }
    }

    /// Numbers at the edges of pages that count with the pages, alone on a line or in a head that only this page has.
    fn page_numbers(&mut self, source: &str, lines: &[Line], layout: &Layout, pages: &Pages) {
        for (line, page) in pages.printed.iter().filter_map(|&line| Some((line, pages.of_line(line)?))) {
            self.set(line, BlockKind::PageNumber);
            let number = lines.get(line).and_then(|line| page_number(line.text(source)));
            if let (Some(slot), Some(number)) = (self.labels.get_mut(page), number) {
                *slot = Some(number.label.to_owned());
            }
        }
        let mut printed: Vec<Edge> = Vec::new();
        for page in 0..pages.len() {
            let range = pages.lines(page, lines.len());
            let first = range.clone().find(|&line| !self.is(line));
            for index in self.edges(range) {
                let Some(words) = lines.get(index).map(|line| line.text(source)) else { continue };
                let edge = |value, label: &str, kind, plain| Edge { page, index, value, label: label.to_owned(), kind, plain };
                if let Some(number) = page_number(words) {
                    printed.push(edge(number.value, number.label, BlockKind::PageNumber, number.plain));
                } else if Some(index) == first
                    && words.len() <= 160
                    && !ends_sentence(words)
                    && (named(words).is_none() || words.contains(FAR))
                {
                    // A number in front may be a note's label: then only what looks like a head is one.
                    let head = words.starts_with(|c: char| !c.is_ascii_digit()) || is_set_out(source, lines, index);
                    let short = words.split_whitespace().map(|word| word.len() + 1).sum::<usize>() <= 100;
                    let number = without_page_number(words).1.filter(|_| head && short);
                    printed.extend(number.map(|value| edge(value, &value.to_string(), BlockKind::RunningHead, false)));
                }
            }
        }
        let mut votes: HashMap<i64, usize> = HashMap::new();
        for edge in &printed {
            *votes.entry(edge.offset()).or_default() += 1;
        }
        for (index, number) in self.heads.iter().filter_map(|&(index, page, number)| Some((index, (page, number?)))) {
            *votes.entry(i64::from(number.1) - number.0 as i64).or_default() += usize::from(self.is(index));
        }
        let printing = votes.values().any(|&count| count >= 3);
        let mut highest = 0;
        for edge in printed {
            let voted = votes.get(&edge.offset()).copied().unwrap_or(0) >= 3.min(pages.len());
            let number = edge.kind == BlockKind::PageNumber;
            // Pages may be left out of the text: then the numbers at the foot leap, but only up.
            let leaps = number && printing && edge.value > highest && edge.value <= highest + 200 && highest > 0;
            let sure =
                voted || leaps || number && (edge.plain || self.alone(source, lines, layout, pages, (edge.page, edge.index, edge.value)));
            if sure && self.labels.get(edge.page).is_some_and(Option::is_none) {
                self.set(edge.index, edge.kind);
                highest = edge.value;
                if let Some(slot) = self.labels.get_mut(edge.page) {
                    *slot = Some(edge.label);
                }
            }
        }
        // A head that several pages have says the number of each.
        for (_, page, number) in std::mem::take(&mut self.heads) {
            if let (Some(slot), Some(number)) = (self.labels.get_mut(page).filter(|slot| slot.is_none()), number)
                && votes.get(&(i64::from(number) - page as i64)).copied().unwrap_or(0) >= 3.min(pages.len())
            {
                *slot = Some(number.to_string());
            }
        }
        if pages.len() == 0 {
            let says = |words: &str| words.contains(|c: char| c.is_alphabetic() || c == '-');
            for (index, line) in lines.iter().enumerate() {
                // Or it stands apart in the middle of its line.
                let centred = line.indent >= 20 && layout.apart(line) && layout.indent < 10;
                if page_number(line.text(source)).is_some_and(|number| number.plain && says(line.text(source)) || centred) {
                    self.set(index, BlockKind::PageNumber);
                }
            }
        }
    }

    /// A number that no other page bears out: it opens its page or is set apart at its foot, is near the page's own
    /// place in the text, and does not count on from a number shortly before, as a note marker does.
    fn alone(&self, source: &str, lines: &[Line], layout: &Layout, pages: &Pages, (page, index, value): (usize, usize, u32)) -> bool {
        let Some(line) = lines.get(index) else { return false };
        let opens = pages.begins_at(index);
        if !(opens || layout.apart(line)) || (i64::from(value) - page as i64).abs() > 40 {
            return false;
        }
        let near = lines.get(index.saturating_sub(60)..index).unwrap_or(&[]);
        // Nor from the last note of its page, whose own number may have been lifted out of its place.
        let noted = |line: &Line| label(source, line).is_some_and(|label| label.value + 1 == value && label.form != Form::Alone);
        let on_page = near.iter().rev().take(index - pages.lines(page, lines.len()).start.min(index)).take(20);
        value > 0 && !near.iter().any(|line| number(line.text(source)) == Some(value - 1)) && (opens || !on_page.into_iter().any(noted))
    }

    /// A URL alone on a line at the foot of a page that the page has shown already: the target of a link.
    fn link_targets(&mut self, source: &str, lines: &[Line], pages: &Pages) {
        for page in 0..pages.len().max(1) {
            let range = if pages.len() == 0 { 0..lines.len() } else { pages.lines(page, lines.len()) };
            for index in range.clone().rev() {
                let Some(line) = lines.get(index) else { break };
                if self.is(index) {
                    continue;
                }
                let words = line.text(source);
                if !is_url(words) {
                    break;
                }
                let target = bare_url(words);
                let before = lines.get(range.start..index).unwrap_or(&[]);
                if before.iter().rev().take(200).any(|line| line.text(source).contains(target)) {
                    self.set(index, BlockKind::LinkTarget);
                } else {
                    break;
                }
            }
        }
    }

    /// The outermost lines of a page that are not yet furniture: the first, the last, and the one before the last.
    fn edges(&self, range: std::ops::Range<usize>) -> Vec<usize> {
        let mut edges: Vec<usize> = range.clone().find(|&line| !self.is(line)).into_iter().collect();
        for line in range.rev().filter(|&line| !self.is(line)).take(1) {
            if !edges.contains(&line) {
                edges.push(line);
            }
        }
        edges
    }

    fn is(&self, line: usize) -> bool {
        self.kinds.get(line).is_some_and(Option::is_some)
    }

    fn set(&mut self, line: usize, kind: BlockKind) {
        if let Some(slot) = self.kinds.get_mut(line) {
            *slot = Some(kind);
        }
    }
}

/// The first of several equal lines may be the title that the others repeat: it comes where the page before has
/// ended its sentence, and what follows begins one.
fn is_title(source: &str, lines: &[Line], index: usize) -> bool {
    let words = |index: usize| lines.get(index).map_or("", |line| line.text(source));
    let before = index.checked_sub(1).map_or("", words);
    let counted = words(index).contains(|c: char| c.is_ascii_digit());
    let opened = ends_sentence(before) || matches!(named(before), Some(Named::Chapter | Named::Part));
    index > 0 && !counted && opened && !goes_on(words(index + 1))
}

/// Whether a line looks like the head of a page: set apart from the next, in capitals, or with its number at the far edge.
fn is_set_out(source: &str, lines: &[Line], index: usize) -> bool {
    let words = lines.get(index).map_or("", |line| line.text(source));
    let apart = lines.get(index + 1).is_some_and(|next| next.gap > 0);
    let title = words.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_lowercase());
    let capitals = words.contains(char::is_alphabetic) && !words.contains(char::is_lowercase);
    title && (apart || capitals || words.contains(FAR))
}

/// A running head without its page number: what stands before it and behind it.
pub(super) type Head<'a> = (Cow<'a, str>, &'a str);

fn is_word(c: char) -> bool {
    !c.is_whitespace() && !c.is_ascii_punctuation()
}

/// "12 THE WAR", "THE WAR 14" and "[Vol 3:14]" without their number, and the number.
pub(super) fn without_page_number(words: &str) -> (Head<'_>, Option<u32>) {
    let trim = |rest: &'static [char]| move |c: char| c.is_whitespace() || rest.contains(&c);
    const AROUND: &[char] = &['|', '-', '–', '—', '•', '·'];
    let lead = words.len() - words.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let bounded = |c: Option<char>| c.is_none_or(|c| c.is_whitespace() || AROUND.contains(&c));
    if lead > 0 && lead <= 4 && bounded(words.get(lead..).and_then(|rest| rest.chars().next())) {
        let rest = words.get(lead..).unwrap_or("");
        return ((evenly(rest.trim_matches(trim(AROUND))), ""), words.get(..lead).and_then(number));
    }
    let closed = words.trim_end_matches([']', ')']);
    let tail = closed.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let before = words.get(..tail).and_then(|rest| rest.chars().next_back());
    let colon = before == Some(':') && closed.len() < words.len();
    if tail < closed.len() && closed.len() - tail <= 4 && (bounded(before) || colon) {
        let rest = words.get(..tail).unwrap_or("");
        let head = (evenly(rest.trim_matches(trim(AROUND))), words.get(closed.len()..).unwrap_or(""));
        return (head, words.get(tail..closed.len()).and_then(number));
    }
    ((evenly(words), ""), None)
}

/// Words with one space between them: a layout that keeps columns puts in as many as fill the line.
fn evenly(words: &str) -> Cow<'_, str> {
    if words.contains("  ") { Cow::Owned(words.split_whitespace().collect::<Vec<_>>().join(" ")) } else { Cow::Borrowed(words) }
}

/// A line drawn with dashes or underscores.
pub(super) fn is_rule(words: &str) -> bool {
    let mut chars = words.chars().filter(|c| !c.is_whitespace());
    let Some(first) = chars.next() else { return false };
    let long = match first {
        '_' | '-' | '–' | '—' | '―' | '─' | '━' | '⸻' => 3,
        '=' => 5,
        _ => return false,
    };
    let mut count = 1;
    for c in chars {
        if c != first {
            return false;
        }
        count += 1;
    }
    count >= long || first == '⸻'
}

/// Whether the line is one URL and nothing else.
pub(super) fn is_url(words: &str) -> bool {
    ["http://", "https://", "ftp://", "www."].iter().any(|lead| words.starts_with(lead)) && !words.contains(char::is_whitespace)
}

/// A URL without its scheme and what may differ at its end.
fn bare_url(words: &str) -> &str {
    let bare = ["http://", "https://", "ftp://"].iter().find_map(|lead| words.strip_prefix(lead)).unwrap_or(words);
    bare.trim_end_matches(['.', ',', '/', ';'])
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    fn check(source: &str) -> (Vec<(String, BlockKind)>, Vec<Option<String>>) {
        let lines = split(source);
        let layout = Layout::of(source, &lines);
        let pages = Pages::find(source, &lines, &layout);
        let found = Furniture::find(source, &lines, &layout, &pages);
        let kinds = lines.iter().zip(found.kinds).filter_map(|(line, kind)| Some((line.text(source).to_owned(), kind?)));
        (kinds.collect(), found.labels)
    }

    #[test]
    fn heads_and_numbers() {
        let words = ["one", "two", "three", "four", "five"];
        let body = |n: usize| words.map(|word| format!("Some {word} words stand here on {},\n", words.get(n % 5).unwrap_or(&""))).concat();
        let text: String = (5..9).map(|n| format!("THE WAR OF {n}\n{}{n}\n\x0c", body(n))).collect();
        let (kinds, labels) = check(&text);
        assert_eq!(kinds.iter().filter(|(_, kind)| *kind == BlockKind::RunningHead).count(), 4);
        assert_eq!(kinds.iter().filter(|(_, kind)| *kind == BlockKind::PageNumber).count(), 4);
        assert_eq!(labels, ["5", "6", "7", "8"].map(|label| Some(label.to_owned())));
    }

    #[test]
    fn rules_and_urls() {
        assert!(is_rule("-----") && is_rule("_ _ _ _") && !is_rule("--") && !is_rule("- a -") && !is_rule(""));
        let text = "See the page at www.example.org/a of it.\nMore words.\nhttp://www.example.org/a\n";
        assert_eq!(check(text).0, [("http://www.example.org/a".to_owned(), BlockKind::LinkTarget)]);
        assert!(check("See the page of it.\nhttp://www.example.org/a\n").0.is_empty());
    }
}
