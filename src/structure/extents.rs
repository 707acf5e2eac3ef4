//! Where each note's body ends: with the next label, with its page, where prose goes on, or on the next page, when a
//! page break cut it in two.

use std::collections::HashMap;

use super::BlockKind;
use super::bodies::{Body, View, by_words, same_page};
use super::labels::{Form, Place, label};
use super::lines::{ends_sentence, goes_on, open_end};
use super::names::named;
use super::regions::Region;

/// Gives each body the lines that follow its first, and to the last body of a page what goes on behind the rule of
/// the next.
pub(super) fn extend(view: &View, bodies: &mut [Body]) {
    let first: HashMap<usize, usize> = bodies.iter().enumerate().filter_map(|(b, body)| Some((*body.lines.first()?, b))).collect();
    let mut noted = vec![false; view.lines.len()];
    for index in 0..bodies.len() {
        let Some((from, form, value)) = bodies.get(index).and_then(|body| Some((*body.lines.first()?, body.form, body.value))) else {
            continue;
        };
        mark(&mut noted, from);
        let limit = bodies.get(index + 1).and_then(|next| next.lines.first().copied()).unwrap_or(view.lines.len());
        let last_of_zone = limit >= view.page_end(from);
        let end = limit.min(region_end(view, from));
        let end = later_marker(view, bodies, index, end).map_or(end, |marker| prose_before(view, from, marker));
        let gathered = bodies.get(index + 1).is_some_and(|next| are_gathered(view, from, value, next));
        let mut last = from;
        let mut lines = Vec::new();
        for i in from + 1..end {
            if view.is_furniture(i) {
                if view.furniture.get(i) == Some(&Some(BlockKind::NoteSeparator)) {
                    break;
                }
                continue;
            }
            if !gathered && stops(view, &noted, Ending { from, last, at: i, form, value, last_of_zone }) {
                break;
            }
            lines.push(i);
            last = i;
        }
        lines.iter().for_each(|&line| mark(&mut noted, line));
        if let Some(body) = bodies.get_mut(index) {
            body.lines.extend(lines);
        }
    }
    go_on_at_feet(view, bodies, &first, &mut noted);
}

/// Whether the next note has its marker before line `from`, too, and none behind it: then notes follow on each other here,
/// and what is between the two labels belongs to the first, even a paragraph of its own.
fn are_gathered(view: &View, from: usize, value: u32, next: &Body) -> bool {
    const LONGEST: usize = 12;
    let Some(&to) = next.lines.first().filter(|_| view.pages.len() == 0 && next.value == value + 1 && value > 0) else { return false };
    let plain = |place: Place| matches!(place, Place::High | Place::AfterStop | Place::Bracket);
    let marked = |lines: std::ops::Range<usize>| {
        let first = view.marks.partition_point(|mark| mark.line < lines.start);
        let near = view.marks.iter().skip(first).take_while(|mark| mark.line < lines.end);
        near.into_iter().any(|mark| mark.value == next.value && plain(mark.place))
    };
    let short = to > from && to - from <= LONGEST && (from + 1..to).all(|line| view.regions.name(line).is_none());
    short && marked(from.saturating_sub(200)..from) && !marked(from..to)
}

fn mark(noted: &mut [bool], line: usize) {
    if let Some(slot) = noted.get_mut(line) {
        *slot = true;
    }
}

/// Notes under a heading end with their region; others with their page.
fn region_end(view: &View, from: usize) -> usize {
    if view.regions.at(from) != Region::Notes {
        return view.page_end(from);
    }
    (from + 1..view.lines.len())
        .take(2000)
        .find(|&i| view.regions.at(i) != Region::Notes || view.regions.name(i).is_some())
        .unwrap_or(view.lines.len())
}

/// The first line behind body `index` and before line `end` that has the marker of the next note of the page: prose goes
/// on there, as in the second of two columns.
fn later_marker(view: &View, bodies: &[Body], index: usize, end: usize) -> Option<usize> {
    const MOST: usize = 1000;
    let body = bodies.get(index).filter(|body| body.value > 0 && view.pages.len() > 0)?;
    let from = *body.lines.first()?;
    let next = bodies.get(index + 1).filter(|next| next.value > body.value)?;
    let below = next.lines.first().is_some_and(|&line| same_page(view, from, line));
    let words = from + usize::from(body.form == Form::Alone);
    let first = view.marks.partition_point(|mark| mark.line <= words);
    let marks = view.marks.get(first..)?.iter().take_while(|mark| mark.line < end);
    let plain = |place: Place| matches!(place, Place::High | Place::AfterStop | Place::AfterWord | Place::AfterYear);
    marks.take(MOST).find(|mark| below && plain(mark.place) && mark.value == next.value).map(|mark| mark.line)
}

/// Where the prose begins that a note behind line `from` gives way to, at line `marker` at the latest: best of all
/// where white space or a page number is between them.
fn prose_before(view: &View, from: usize, marker: usize) -> usize {
    let before = |i: usize| (from..i).rev().find(|&i| !view.is_furniture(i)).unwrap_or(from);
    let ended: Vec<(usize, usize)> = (from + 1..=marker)
        .filter(|&i| !view.is_furniture(i))
        .map(|i| (i, before(i)))
        .filter(|&(_, before)| ends_note(view.text(before)))
        .collect();
    let apart = |i: usize, before: usize| i - before > 1 || view.lines.get(i).is_some_and(|line| view.layout.apart(line));
    let place = ended
        .iter()
        .find(|&&(i, before)| apart(i, before))
        .or_else(|| ended.iter().find(|&&(i, _)| goes_on(view.text(i))))
        .or_else(|| ended.first());
    place.map_or(marker, |&(i, _)| i)
}

struct Ending {
    from: usize,
    last: usize,
    at: usize,
    form: Form,
    value: u32,
    last_of_zone: bool,
}

/// Whether the body that began at `from` and reached `last` has ended before line `at`.
fn stops(view: &View, noted: &[bool], Ending { from, last, at, form, value, last_of_zone }: Ending) -> bool {
    let (Some(line), Some(before)) = (view.lines.get(at), view.lines.get(last)) else { return true };
    let (words, said) = (line.text(view.source), before.text(view.source));
    if form == Form::Definition {
        return line.gap > 0 && line.indent < 2;
    }
    if view.regions.at(from) == Region::Notes {
        return false;
    }
    let alone = last == from && form == Form::Alone;
    let resumes = goes_on(words)
        && view.prose_before(from, |i| noted.get(i).copied().unwrap_or(false)).is_some_and(|i| open_end(view.text(i)))
        && by_words(words) < 0.0;
    if alone {
        // A number with nothing behind it, and then prose that goes on from before the notes.
        return resumes && empty_note(view, at, value);
    }
    if view.regions.name(at).is_some() {
        return true;
    }
    if view.pages.len() > 0 {
        // The page ends the last note; before that only prose with markers of its own can, or prose set apart, or a second
        // column of prose.
        let apart = at - last > 1 || fills_column(view, said, at);
        return resumes && ends_note(said) && (!last_of_zone || apart);
    }
    if resumes && ends_note(said) || view.layout.apart(line) || said.is_empty() {
        return true;
    }
    let short = before.width * 100 < view.layout.width * 75;
    (short && ends_note(said) && !goes_on(words)) || named(words).is_some()
}

/// Whether a column of prose goes on from line `at`, where a note has plainly ended: with no abbreviation, but with a word.
fn fills_column(view: &View, said: &str, at: usize) -> bool {
    const LEAST: usize = 6;
    let bare = said.trim_end_matches(|c: char| !c.is_alphanumeric());
    let last = bare.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let word = last.chars().count() >= 4 || last.chars().all(|c| c.is_ascii_digit());
    ends_sentence(said) && word && view.page_end(at) >= at + LEAST
}

/// Whether the label before line `at` has no words of its own: the words there fill a page, and no note.
fn empty_note(view: &View, at: usize, value: u32) -> bool {
    let end = view.page_end(at).min(at + 12);
    let labelled =
        (at + 1..end).any(|i| view.lines.get(i).and_then(|line| label(view.source, line)).is_some_and(|label| label.value == value + 1));
    !labelled && end > at + 4
}

/// References end with a full stop, a number, or a URL.
pub(super) fn ends_note(words: &str) -> bool {
    ends_sentence(words) || words.ends_with(|c: char| c.is_ascii_digit() || c == '/')
}

/// What stands at the foot of a page before its first label, or behind its rule, is the rest of the last note of the
/// page before.
fn go_on_at_feet(view: &View, bodies: &mut [Body], first: &HashMap<usize, usize>, noted: &mut [bool]) {
    let widths = Widths::of(view, noted);
    for page in 1..view.pages.len() {
        let range = view.pages.lines(page, view.lines.len());
        let label = range.clone().find(|line| first.contains_key(line));
        let end = label.unwrap_or(range.end);
        let rule = (range.start + 1..end).find(|&i| view.ruled(i));
        let owner = bodies.partition_point(|body| body.lines.first().is_some_and(|&line| line < end)).checked_sub(1);
        let Some(body) = owner.and_then(|owner| bodies.get_mut(owner)) else { continue };
        let Some(&last) = body.lines.last() else { continue };
        let open = !ends_note(view.text(last));
        let from = match rule {
            Some(rule) => (label.is_some() || open || goes_on(view.text(rule))).then_some(rule),
            None => label.filter(|_| open).and_then(|label| {
                let wide = widths.rest_before(view, range.start + 1, label);
                wide.or_else(|| tail_before(view, body, range.start + 1, label, range.end))
            }),
        };
        let Some(from) = from.filter(|_| view.pages.of_line(last).is_some_and(|own| own < page && page - own <= 2)) else { continue };
        let rest: Vec<usize> = (from..end).filter(|&i| !view.is_furniture(i)).collect();
        rest.iter().for_each(|&line| mark(noted, line));
        body.lines.extend(rest);
    }
}

/// The one line before `label` is the tail of the note when it closes the note's bracket, or when it ends a sentence
/// and yet the prose before it goes on with a small letter on the page after.
fn tail_before(view: &View, body: &Body, from: usize, label: usize, page_end: usize) -> Option<usize> {
    let line = label.checked_sub(1).filter(|&line| line >= from && !view.is_furniture(line))?;
    let words = view.text(line);
    let brackets = |line: &usize| view.text(*line).chars().filter(|c| matches!(c, '(' | ')')).collect::<Vec<_>>();
    let noted: Vec<char> = body.lines.iter().rev().take(20).rev().flat_map(brackets).collect();
    let closes = noted.last() == Some(&'(') && brackets(&line).first() == Some(&')');
    let next = (page_end..view.lines.len()).take(6).find(|&i| !view.is_furniture(i)).map_or("", |i| view.text(i));
    let before = line.checked_sub(1).map_or("", |before| view.text(before));
    let runs_past = next.starts_with(char::is_lowercase) && open_end(before) && ends_sentence(words);
    let short = view.lines.get(line).is_some_and(|line| line.width * 10 < view.layout.width * 7);
    (closes || short && runs_past).then_some(line)
}

/// How wide prose and notes are set: notes are printed smaller, so that their lines have more characters.
struct Widths {
    prose: u32,
    notes: u32,
}

impl Widths {
    fn of(view: &View, noted: &[bool]) -> Self {
        let most = |of_notes: bool| {
            let own = view.lines.iter().zip(noted).filter(|&(line, &noted)| noted == of_notes && line.width >= 20);
            let mut widths: Vec<u32> = own.map(|(line, _)| line.width).collect();
            let at = widths.len() * 9 / 10;
            widths.sort_unstable();
            widths.get(at).copied().unwrap_or(0)
        };
        Self { prose: most(false), notes: most(true) }
    }

    /// Where the rest of a note begins that ends right before line `label`: behind blank lines, or where the lines
    /// get wider than those of the prose, or with a URL.
    fn rest_before(&self, view: &View, from: usize, label: usize) -> Option<usize> {
        const LONGEST: usize = 15;
        let lines = || (from.max(label.saturating_sub(LONGEST))..label).rev();
        let set_apart = |i: usize| view.lines.get(i).is_some_and(|line| view.layout.apart(line));
        if set_apart(label) {
            return None;
        }
        if let Some(apart) = lines().find(|&i| set_apart(i)) {
            return Some(apart);
        }
        // The last line may be short.
        let wide = |i: usize| view.lines.get(i).is_some_and(|line| line.width > self.prose + self.prose / 50);
        let top = lines().skip_while(|&i| i + 1 == label && !wide(i)).take_while(|&i| wide(i)).last();
        if self.notes * 100 > self.prose * 106 && top.is_some() {
            return top;
        }
        let is_url = |i: &usize| view.text(*i).starts_with("http") || view.text(*i).starts_with("www.");
        lines().take(4).filter(is_url).min()
    }
}
