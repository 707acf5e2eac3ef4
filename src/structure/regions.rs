//! Which stretch of the text a line stands in: prose, notes, a list of works, contents. The names of sections open
//! them; what a numbered line means depends on them.

use super::BlockKind;
use super::headings;
use super::labels::{Form, label};
use super::lines::{Layout, Line, ends_sentence, goes_on, open_end};
use super::names::{self, Named, named};
use super::pages::Pages;

/// What a stretch of text holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Region {
    #[default]
    Text,
    Notes,
    Works,
    Contents,
    Terms,
    Front,
    /// Between fences of Markdown: nothing in it means what it seems to.
    Code,
}

/// For each line its region, and its name when it is the heading that opens one.
pub(super) struct Regions {
    pub of: Vec<Region>,
    pub names: Vec<Option<Named>>,
}

impl Regions {
    pub fn find(source: &str, lines: &[Line], layout: &Layout, pages: &Pages, furniture: &[Option<BlockKind>]) -> Self {
        let mut found = Self { of: Vec::with_capacity(lines.len()), names: vec![None; lines.len()] };
        let mut region = Region::Text;
        let mut opened = 0;
        // Whether the contents have shown an entry with its page.
        let mut counted = false;
        let mut last: Option<usize> = None;
        let mut fenced = fenced(source, lines).into_iter().peekable();
        let mut led = led(source, layout, lines).into_iter().peekable();
        for (i, line) in lines.iter().enumerate() {
            while fenced.peek().is_some_and(|(lines, _)| *lines.end() < i) {
                fenced.next();
            }
            if let Some(&(_, held)) = fenced.peek().filter(|(lines, _)| lines.contains(&i)) {
                found.of.push(held);
                continue;
            }
            if furniture.get(i).is_some_and(Option::is_some) {
                found.of.push(region);
                continue;
            }
            while led.next_if(|lines| lines.end <= i).is_some() {}
            if led.peek().is_some_and(|lines| lines.contains(&i)) {
                (region, opened, counted, last) = (Region::Contents, i, true, Some(i));
                found.of.push(region);
                continue;
            }
            let before = last.and_then(|last| lines.get(last));
            let next = lines.get(i + 1);
            last = Some(i);
            counted |= region == Region::Contents && contents_like(line.text(source));
            let before = before.filter(|_| !pages.begins_at(i));
            if let Some(name) = heading_name(source, layout, before, line, next)
                && !(region == Region::Contents && name != Named::Contents && is_entry(source, layout, counted, next, lines.get(i + 2)))
            {
                if !heads_notes(source, region, name, next) {
                    let bare = name == Named::Notes && !lists_notes(source, lines.get(i + 1..).unwrap_or(&[]));
                    region = if bare { Region::Text } else { opens(name) };
                    opened = i;
                    counted = false;
                }
                if let Some(slot) = found.names.get_mut(i) {
                    *slot = Some(name);
                }
            } else if region == Region::Notes && opens_chapter(source, layout, lines.get(i..).unwrap_or(&[]))
                || region == Region::Contents && counted && stands_over_prose(source, layout, line, lines.get(i + 1..).unwrap_or(&[]))
                || region == Region::Front && (pages.begins_at(i) || i > opened + 40)
                || is_prose(source, layout, region, line, next)
                || region == Region::Contents && counted && pages.begins_at(i) && is_over(source, layout, lines, i)
            {
                region = Region::Text;
            }
            found.of.push(region);
        }
        found.close_works(source, lines, layout, furniture);
        found
    }

    /// No name closes a list of works before an afterword without one; but prose does, which has neither years nor
    /// publishers.
    fn close_works(&mut self, source: &str, lines: &[Line], layout: &Layout, furniture: &[Option<BlockKind>]) {
        const WINDOW: usize = 12;
        let mut i = 0;
        while i < lines.len() {
            let from = i;
            while self.of.get(i) == Some(&Region::Works) && (i == from || self.name(i).is_none()) {
                i += 1;
            }
            let own: Vec<usize> = (from..i).filter(|&i| furniture.get(i).is_none_or(Option::is_none) && self.name(i).is_none()).collect();
            let looks: Vec<Looks> = own.iter().filter_map(|&i| lines.get(i)).map(|line| Looks::of(source, layout, line)).collect();
            let prose = looks.windows(WINDOW).position(Looks::are_prose).map(|prose| {
                // What still belongs to the last work stands before.
                prose + looks.get(prose..prose + WINDOW).unwrap_or(&[]).iter().position(|looks| looks.signed).map_or(0, |at| at + 1)
            });
            // Or a section with its number, and nothing like a work under it.
            let section = looks
                .windows(4)
                .position(|window| matches!(window, [first, rest @ ..] if first.numbered && !rest.iter().any(|looks| looks.signed)));
            let end = prose.into_iter().chain(section).min();
            if let Some(end) = end {
                let start = own.get(end).copied().unwrap_or(i);
                for slot in self.of.get_mut(start..i).unwrap_or(&mut []) {
                    *slot = Region::Text;
                }
            }
            i = i.max(from + 1);
        }
    }

    pub fn at(&self, line: usize) -> Region {
        self.of.get(line).copied().unwrap_or_default()
    }

    pub fn name(&self, line: usize) -> Option<Named> {
        self.names.get(line).copied().flatten()
    }
}

/// The stretches that Markdown fences off, first and last line included: code, and the metadata at the very top.
fn fenced(source: &str, lines: &[Line]) -> Vec<(std::ops::RangeInclusive<usize>, Region)> {
    const LONGEST: usize = 400;
    let text = |i: usize| lines.get(i).map_or("", |line| line.text(source));
    let mut found = Vec::new();
    let mut at = 0;
    if text(0) == "---" && lines.first().is_some_and(|line| line.words.start == 0) && text(1).contains(':') {
        let close = (1..lines.len().min(60)).find(|&i| matches!(text(i), "---" | "..."));
        if let Some(close) = close {
            found.push((0..=close, Region::Front));
            at = close + 1;
        }
    }
    while at < lines.len() {
        let fence = ["```", "~~~"].into_iter().find(|fence| text(at).starts_with(fence));
        let close = fence.and_then(|fence| (at + 1..lines.len().min(at + LONGEST)).find(|&i| text(i).starts_with(fence)));
        if let Some(close) = close {
            found.push((at..=close, Region::Code));
            at = close;
        }
        at += 1;
    }
    found
}

/// What a line in a list of works looks like.
#[derive(Clone, Copy)]
struct Looks {
    /// It has a year, a publisher, or pages.
    signed: bool,
    wide: bool,
    goes_on: bool,
    /// It has the number of a section: "5.2 The levies".
    numbered: bool,
}

impl Looks {
    fn of(source: &str, layout: &Layout, line: &Line) -> Self {
        const SIGNS: &[&str] = &[
            "http", "doi", "pp.", " p. ", "Press", "Verlag", " vol", "Vol", " ed.", " eds", "(ed", "Ed.", "In:", "in:", "n.d.", " S. ",
            "Journal", "Univ",
        ];
        let words = line.text(source);
        let signed = has_year(words) || words.starts_with('[') || SIGNS.iter().any(|sign| words.contains(sign));
        Self {
            signed,
            wide: line.width * 10 >= layout.width * 8,
            goes_on: goes_on(words),
            numbered: !signed && headings::decimal(words).is_some_and(|depth| depth > 1) && line.width * 10 < layout.width * 7,
        }
    }

    fn are_prose(window: &[Self]) -> bool {
        let count = |test: fn(&Self) -> bool| window.iter().filter(|looks| test(looks)).count();
        count(|looks| looks.signed) <= 1 && count(|looks| looks.wide) >= 8 && count(|looks| looks.goes_on) >= 4
    }
}

/// Whether four digits stand there that may be a year.
fn has_year(words: &str) -> bool {
    let bytes = words.as_bytes();
    let is_year = |at: usize, four: &[u8]| {
        let bounded = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_none_or(|byte| !byte.is_ascii_digit());
        matches!(four, [b'1', b'4'..=b'9', ..] | [b'2', b'0', ..])
            && four.iter().all(u8::is_ascii_digit)
            && bounded(at.checked_sub(1))
            && bounded(Some(at + 4))
    };
    bytes.windows(4).enumerate().any(|(at, four)| is_year(at, four))
}

/// Stretches in which leaders draw the eye to page numbers: contents, with a heading or without, and with what an
/// extraction set on lines of its own between them.
fn led(source: &str, layout: &Layout, lines: &[Line]) -> Vec<std::ops::Range<usize>> {
    const APART: usize = 20;
    const LEAST: usize = 3;
    let with_leaders = lines.iter().enumerate().filter(|(_, line)| has_leaders(line.text(source))).map(|(i, _)| i);
    let mut found: Vec<(std::ops::Range<usize>, usize)> = Vec::new();
    for i in with_leaders {
        match found.last_mut().filter(|(lines, _)| i - lines.end < APART) {
            // Prose ends the stretch: two wide lines that have no leaders.
            Some((range, count)) if !is_wide_twice(source, layout, lines.get(range.end..i).unwrap_or(&[])) => {
                range.end = i + 1;
                *count += 1;
            }
            _ => found.push((i..i + 1, 1)),
        }
    }
    found.into_iter().filter(|&(_, count)| count >= LEAST).map(|(lines, _)| lines).collect()
}

fn is_wide_twice(source: &str, layout: &Layout, lines: &[Line]) -> bool {
    let wide = |line: &Line| line.width * 10 >= layout.width * 8 && !contents_like(line.text(source));
    lines.windows(2).any(|pair| pair.iter().all(wide))
}

/// Dots in a row, close or spaced, as no prose has them.
pub(super) fn has_leaders(words: &str) -> bool {
    const FEWEST: usize = 4;
    // Most lines have one dot or none.
    let dots = words.bytes().filter(|&byte| byte == b'.').count();
    dots >= FEWEST && (words.contains(". . . .") || words.contains(".....")) || words.contains("……")
}

fn opens(name: Named) -> Region {
    match name {
        Named::Notes => Region::Notes,
        Named::Works => Region::Works,
        Named::Contents => Region::Contents,
        Named::Terms => Region::Terms,
        Named::Front => Region::Front,
        Named::Prose | Named::Appendix | Named::Chapter | Named::Part => Region::Text,
    }
}

/// The name of a section, when the line is set as a heading: not the tail of a wrapped sentence.
fn heading_name(source: &str, layout: &Layout, before: Option<&Line>, line: &Line, next: Option<&Line>) -> Option<Named> {
    let words = line.text(source);
    let apart = |line: &Line| layout.apart(line) || line.feed.is_some();
    let counted = names::is_number_word(words) && (before.is_none() || apart(line)) && next.is_some_and(apart);
    let name = named(words).or(counted.then_some(Named::Chapter))?;
    let stopped = words.ends_with('.') && words.contains(char::is_lowercase) && !matches!(name, Named::Chapter | Named::Part);
    if goes_on(words) || stopped && !words.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let tail = before.is_some_and(|before| {
        let said = before.text(source);
        // A marker may stand behind the stop.
        let open = open_end(said) && !ends_sentence(said.trim_end_matches(|c: char| c.is_ascii_digit()));
        !layout.apart(line) && open && layout.wrapped && before.width * 10 >= layout.width * 8
    });
    let head = next.is_some_and(|next| !layout.apart(next) && goes_on(next.text(source)) && layout.wrapped);
    (!tail && !head).then_some(name)
}

/// Whether a name within the contents is one of their entries: more of them follow, and no prose.
fn is_entry(source: &str, layout: &Layout, counted: bool, next: Option<&Line>, after: Option<&Line>) -> bool {
    let entry = |line: Option<&Line>| line.is_some_and(|line| contents_like(line.text(source)));
    let prose = |line: Option<&Line>| line.is_some_and(|line| line.width * 10 >= layout.width * 7) && !entry(line);
    let over = counted && !entry(next) && !entry(after);
    let opens_prose = prose(next) || prose(after) && !entry(next);
    !over && !opens_prose
}

/// Whether a name among the notes only says which chapter's notes follow.
fn heads_notes(source: &str, region: Region, name: Named, next: Option<&Line>) -> bool {
    let numbered = next.and_then(|next| label(source, next)).is_some_and(|label| label.value > 0 && label.form != Form::Definition);
    region == Region::Notes && numbered && matches!(name, Named::Chapter | Named::Prose | Named::Part)
}

/// Whether the first title of the text follows the contents here: no entry, and over two lines of prose.
fn stands_over_prose(source: &str, layout: &Layout, line: &Line, below: &[Line]) -> bool {
    let words = line.text(source);
    let wide = |line: &Line| line.width * 10 >= layout.width * 7 && !contents_like(line.text(source));
    let titled = words.contains(char::is_alphabetic) && !goes_on(words) && !contents_like(words);
    let feed = line.feed.is_some() && below.first().is_some_and(|first| first.gap > layout.base && wide(first));
    titled && feed
        || titled
            && below.get(..2).is_some_and(|below| below.iter().all(wide))
            && below.get(1).is_some_and(|second| goes_on(second.text(source)))
}

/// Whether the first of `lines`, among notes, is the number of the next chapter: alone, over its title, and prose below.
fn opens_chapter(source: &str, layout: &Layout, lines: &[Line]) -> bool {
    let [count, title, below, ..] = lines else { return false };
    let (number, words) = (count.text(source), title.text(source));
    let alone = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit()) && layout.apart(count);
    let titled = headings::is_title(words, title.width, layout.width) && !ends_sentence(words);
    alone
        && titled
        && layout.apart(below)
        && label(source, below).is_none()
        && !goes_on(below.text(source))
        && below.width * 10 >= layout.width * 6
}

/// Whether notes follow their heading, and not prose about notes.
fn lists_notes(source: &str, lines: &[Line]) -> bool {
    const NEAR: usize = 6;
    lines.iter().take(NEAR).any(|line| label(source, line).is_some())
}

/// Whether contents or terms, which no name closes, have ended before `line`: it and the next are one piece of prose.
fn is_prose(source: &str, layout: &Layout, region: Region, line: &Line, next: Option<&Line>) -> bool {
    let words = line.text(source);
    let full = |line: &Line| line.width * 100 >= layout.width * 85;
    let Some(next) = next.filter(|next| goes_on(next.text(source))) else { return false };
    match region {
        Region::Contents => full(line) && !contents_like(words) && !contents_like(next.text(source)),
        Region::Terms => layout.wrapped && full(line) && full(next) && ends_or_long(words),
        _ => false,
    }
}

/// Whether the contents are over where a page begins with line `at`: no entry follows, but prose.
fn is_over(source: &str, layout: &Layout, lines: &[Line], at: usize) -> bool {
    let near = || lines.iter().skip(at).take(4);
    let entry = |line: &Line| contents_like(line.text(source)) || line.text(source).ends_with(|c: char| c.is_ascii_digit());
    let prose = |line: &Line| line.width * 10 >= layout.width * 7 && line.text(source).contains(char::is_lowercase);
    !near().any(entry) && near().any(prose)
}

fn ends_or_long(words: &str) -> bool {
    ends_sentence(words) || words.chars().count() > 60
}

/// A line that ends as entries of a table of contents do: leaders, or words and then a page number.
pub(super) fn contents_like(words: &str) -> bool {
    let bare = words.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x' | 'l'));
    let counted = bare.len() < words.len() && words.len() - bare.len() <= 5;
    let leaders = bare.trim_end().ends_with("..")
        || bare.trim_end().ends_with(". .")
        || bare.trim_end().ends_with('…')
        || bare.trim_end().ends_with("__");
    let spaced = bare.ends_with(char::is_whitespace)
        && bare.trim_end().ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '”' | '’' | '"' | '?' | ':'));
    counted && (leaders || spaced) || words.ends_with("....") || has_leaders(words)
}

#[cfg(test)]
mod tests {
    use super::super::lines::split;
    use super::*;

    fn check(source: &str) -> Vec<Region> {
        let lines = split(source);
        let layout = Layout::of(source, &lines);
        Regions::find(source, &lines, &layout, &Pages::default(), &vec![None; lines.len()]).of
    }

    #[test]
    fn regions() {
        use Region::{Contents, Notes, Text, Works};
        assert_eq!(
            check(
                "Contents\nIntroduction .... 1\nNotes .... 9\n\nIntroduction\nIt was a long story that went on for a year.\n\nNotes\n1 Smith.\n\nReferences\nSmith, A.\n"
            ),
            [Contents, Contents, Contents, Text, Text, Notes, Notes, Works, Works]
        );
    }

    #[test]
    fn contents_entries() {
        assert!(contents_like("Introduction ........ 12") && contents_like("Chapter One 3") && contents_like("Preface . . . . xii"));
        assert!(!contents_like("He came in 1993 and left.") && !contents_like("Introduction"));
    }
}
