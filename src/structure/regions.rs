//! Which stretch of the text a line stands in: prose, notes, a list of works, contents. The names of sections open
//! them; what a numbered line means depends on them.

use super::BlockKind;
use super::labels::{Form, label};
use super::lines::{Layout, Line, ends_sentence, goes_on, open_end};
use super::names::{Named, named};
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
            let before = last.and_then(|last| lines.get(last));
            let next = lines.get(i + 1);
            last = Some(i);
            counted |= region == Region::Contents && contents_like(line.text(source));
            let before = before.filter(|_| !pages.begins_at(i));
            if let Some(name) = heading_name(source, layout, before, line, next)
                && !(region == Region::Contents && name != Named::Contents && is_entry(source, layout, counted, next, lines.get(i + 2)))
            {
                if !heads_notes(source, region, name, next) {
                    region = opens(name);
                    opened = i;
                    counted = false;
                }
                if let Some(slot) = found.names.get_mut(i) {
                    *slot = Some(name);
                }
            } else if region == Region::Front && (pages.begins_at(i) || i > opened + 40) || is_prose(source, layout, region, line, next) {
                region = Region::Text;
            }
            found.of.push(region);
        }
        found
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
    let name = named(words)?;
    let stopped = words.ends_with('.') && words.contains(char::is_lowercase) && !matches!(name, Named::Chapter | Named::Part);
    if goes_on(words) || stopped && !words.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let tail = before.is_some_and(|before| {
        !layout.apart(line) && open_end(before.text(source)) && layout.wrapped && before.width * 10 >= layout.width * 8
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
    counted && (leaders || spaced) || words.ends_with("....") || words.contains(".....")
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
