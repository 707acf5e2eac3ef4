//! The bodies of notes: at the foot of a page, behind a rule, under "Notes" at a chapter's end, or as definitions in
//! Markdown. A line that begins with a number is a body only if something bears it out: a rule before it, a marker
//! with its number shortly before, a heading, or the note before it; of those the heaviest count is taken.

use std::collections::HashMap;

use super::BlockKind;
use super::chain::{self, Costs};
use super::labels::{Form, Label, Mark, Place, label};
use super::lines::{Layout, Line, ends_sentence, goes_on, open_end};
use super::pages::{Pages, RULE};
use super::regions::{Region, Regions};
use crate::text::Span;

/// A note's body as lines.
#[derive(Clone, Debug)]
pub(super) struct Body {
    /// The number or sign.
    pub label: Span,
    /// What it counts; 0 for a sign or a name.
    pub value: u32,
    pub form: Form,
    /// Where its own words start.
    pub start: usize,
    /// Its lines, the first with the label; not always next to each other.
    pub lines: Vec<usize>,
}

/// What the search needs to see.
pub(super) struct View<'a> {
    pub source: &'a str,
    pub lines: &'a [Line],
    pub layout: &'a Layout,
    pub pages: &'a Pages,
    pub furniture: &'a [Option<BlockKind>],
    pub regions: &'a Regions,
    /// All that may be markers, in order of line.
    pub marks: &'a [Mark],
}

/// The bodies, in order of their first line.
pub(super) fn find(view: &View) -> Vec<Body> {
    let candidates = candidates(view);
    let weighed: Vec<(u32, f64)> = candidates.iter().map(|candidate| (candidate.label.value, candidate.weight)).collect();
    let chosen = chain::best(&weighed, Costs { restart: 2.5, gap: 0.4, jump: 5.0 });
    let mut bodies: Vec<Body> = chosen
        .iter()
        .filter_map(|&i| candidates.get(i))
        .map(|candidate| Body {
            label: candidate.label.span,
            value: candidate.label.value,
            form: candidate.label.form,
            start: candidate.label.body,
            lines: vec![candidate.line],
        })
        .collect();
    bodies.extend(named_and_signed(view));
    bodies.sort_by_key(|body| body.lines.first().copied());
    bodies.dedup_by_key(|body| body.lines.first().copied());
    extend(view, &mut bodies);
    bodies
}

struct Candidate {
    line: usize,
    label: Label,
    weight: f64,
}

impl View<'_> {
    pub fn text(&self, line: usize) -> &str {
        self.lines.get(line).map_or("", |line| line.text(self.source))
    }

    pub fn is_furniture(&self, line: usize) -> bool {
        self.furniture.get(line).is_some_and(Option::is_some)
    }

    /// Whether a rule stands right before `line`: drawn, or as a blank line much wider than any indent.
    fn ruled(&self, line: usize) -> bool {
        let drawn = line.checked_sub(1).and_then(|before| self.furniture.get(before)).copied().flatten();
        drawn == Some(BlockKind::NoteSeparator) || self.lines.get(line).is_some_and(|line| line.blank >= RULE)
    }

    /// The last line with prose before `line`: neither furniture nor, by `noted`, part of a note.
    fn prose_before(&self, line: usize, noted: impl Fn(usize) -> bool) -> Option<usize> {
        (line.saturating_sub(200)..line).rev().find(|&i| !self.is_furniture(i) && !noted(i))
    }

    /// The end of the page of `line`, or of the text.
    fn page_end(&self, line: usize) -> usize {
        self.pages.of_line(line).map_or(self.lines.len(), |page| self.pages.lines(page, self.lines.len()).end)
    }
}

fn candidates(view: &View) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    // Where each number was last seen as a likely marker.
    let mut seen: HashMap<u32, (usize, Place)> = HashMap::new();
    let mut marks = view.marks.iter().peekable();
    // The line at which a rule opened a zone of notes on this page.
    let mut zone: Option<usize> = None;
    for (i, line) in view.lines.iter().enumerate() {
        if view.pages.begins_at(i) {
            zone = None;
        }
        if view.ruled(i) {
            zone = Some(i);
        }
        while let Some(mark) = marks.next_if(|mark| mark.line < i) {
            if !matches!(mark.place, Place::Named | Place::Loose) && !view.is_furniture(mark.line) {
                seen.insert(mark.value, (mark.line, mark.place));
            }
        }
        if view.is_furniture(i)
            || matches!(view.regions.at(i), Region::Works | Region::Contents | Region::Terms)
            || view.regions.name(i).is_some()
        {
            continue;
        }
        let Some(label) = label(view.source, line).filter(|label| label.value > 0 && label.form != Form::Definition) else { continue };
        let words = view.source.get(label.body..line.words.end).unwrap_or("");
        let first_words = if label.form == Form::Alone { view.text(i + 1) } else { words };
        let sound = by_words(first_words);
        let counts = found.last().is_some_and(|last| last.label.value + 1 == label.value);
        let marked = seen.get(&label.value).filter(|(mark, place)| near(view, *mark, i) && (place.is_strong() || sound > 0.0 || counts));
        let behind_rule = zone.is_some_and(|zone| zone == i || i - zone < 60 && found.iter().rev().take(4).any(|other| other.line >= zone));
        let listed = view.regions.at(i) == Region::Notes;
        let next_in_count =
            found.last().is_some_and(|last| last.label.value + 1 == label.value && i - last.line <= 30 && same_page(view, last.line, i));
        // Markers get lost; a reference at the foot of a later page that counts on is a note all the same.
        let counts_on = sound > 0.0 && view.pages.len() > 0 && counts;
        if !(marked.is_some() || behind_rule || listed || next_in_count || counts_on) {
            continue;
        }
        let mut weight = by_form(label.form) + sound;
        weight += marked.map_or(0.0, |(_, place)| if place.is_strong() { 2.0 } else { 1.0 });
        weight += if zone == Some(i) {
            4.0
        } else if behind_rule {
            2.0
        } else {
            0.0
        };
        weight += if listed { 3.0 } else { 0.0 };
        weight += if next_in_count { 1.0 } else { 0.0 };
        if !(behind_rule || listed) {
            weight -= prose_behind(view, i, label.value);
        }
        if weight > 0.0 {
            found.push(Candidate { line: i, label, weight });
        }
    }
    found
}

fn near(view: &View, mark: usize, line: usize) -> bool {
    same_page(view, mark, line) && line - mark <= 150
}

fn same_page(view: &View, a: usize, b: usize) -> bool {
    view.pages.of_line(a) == view.pages.of_line(b)
}

fn by_form(form: Form) -> f64 {
    match form {
        Form::High => 1.5,
        Form::Bracket | Form::Glued => 0.5,
        Form::Paren => -0.5,
        Form::Alone | Form::Spaced | Form::Stop | Form::Sign | Form::Definition => 0.0,
    }
}

/// How far the words behind a label sound like a note's.
fn by_words(words: &str) -> f64 {
    const OPENERS: &[&str] = &[
        "ibid", "id.", "idem", "see ", "cf.", "cf ", "supra", "op. cit", "loc. cit", "ebd", "vgl", "siehe", "http", "www.", "e.g.",
        "also ", "quoted",
    ];
    const SIGNS: &[&str] = &[
        " p. ", " pp. ", ",p.", "p.1", " vol. ", " no. ", " ed. ", " eds", "http", "www.", "”", "“", " (1", " (2", ", 1", ", 2", " univ",
        "press", "journal",
    ];
    let start: String = words.chars().take(160).collect::<String>().to_lowercase();
    let opener = OPENERS.iter().any(|opener| start.starts_with(opener));
    let mut weight = if opener || SIGNS.iter().any(|sign| start.contains(sign)) { 1.0 } else { 0.0 };
    if goes_on(words) && !opener {
        weight -= 1.0;
    }
    if starts_with_month(&start) {
        weight -= 2.0;
    }
    weight
}

fn starts_with_month(lower: &str) -> bool {
    const MONTHS: &[&str] = &[
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "januar",
        "februar",
        "märz",
        "mai",
        "juni",
        "juli",
        "oktober",
        "dezember",
        "janvier",
        "février",
        "mars",
        "avril",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ];
    let first = lower.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    MONTHS.contains(&first)
}

/// A note's body has no markers of later notes behind it on its page; an item of a list has.
fn prose_behind(view: &View, line: usize, value: u32) -> f64 {
    let end = view.page_end(line).min(line + 80);
    let from = view.marks.partition_point(|mark| mark.line <= line);
    let later = view.marks.get(from..).unwrap_or(&[]).iter().take_while(|mark| mark.line < end).take(40);
    let any = later.into_iter().any(|mark| {
        matches!(mark.place, Place::High | Place::AfterStop | Place::AfterWord) && mark.value > value && mark.value <= value + 3
    });
    if any && view.pages.len() > 0 { 1.5 } else { 0.0 }
}

/// Definitions of Markdown, and bodies that a sign labels.
fn named_and_signed(view: &View) -> Vec<Body> {
    let mut found = Vec::new();
    let mut signs: HashMap<&str, usize> = HashMap::new();
    let mut marks = view.marks.iter().filter(|mark| mark.place == Place::Sign).peekable();
    for (i, line) in view.lines.iter().enumerate() {
        while let Some(mark) = marks.next_if(|mark| mark.line < i) {
            signs.insert(mark.span.of(view.source), mark.line);
        }
        let first = view.source.as_bytes().get(line.words.start).copied().unwrap_or(0);
        if view.is_furniture(i) || first.is_ascii_alphanumeric() {
            continue;
        }
        let Some(label) = label(view.source, line) else { continue };
        let fits = match label.form {
            Form::Definition => true,
            Form::Sign => signs.get(label.span.of(view.source)).is_some_and(|&mark| near(view, mark, i) && i > mark),
            _ => false,
        };
        if fits {
            found.push(Body { label: label.span, value: label.value, form: label.form, start: label.body, lines: vec![i] });
            signs.remove(label.span.of(view.source));
        }
    }
    found
}

/// Gives each body the lines that follow its first, and to the last body of a page what goes on behind the rule of
/// the next.
fn extend(view: &View, bodies: &mut [Body]) {
    let first: HashMap<usize, usize> = bodies.iter().enumerate().filter_map(|(b, body)| Some((*body.lines.first()?, b))).collect();
    let mut noted = vec![false; view.lines.len()];
    for index in 0..bodies.len() {
        let Some((from, form, value)) = bodies.get(index).and_then(|body| Some((*body.lines.first()?, body.form, body.value))) else {
            continue;
        };
        mark(&mut noted, from);
        let limit = bodies.get(index + 1).and_then(|next| next.lines.first().copied()).unwrap_or(view.lines.len());
        let last_of_zone = limit >= view.page_end(from);
        let mut last = from;
        let mut lines = Vec::new();
        for i in from + 1..limit.min(region_end(view, from)) {
            if view.is_furniture(i) {
                if view.furniture.get(i) == Some(&Some(BlockKind::NoteSeparator)) {
                    break;
                }
                continue;
            }
            if stops(view, &noted, Ending { from, last, at: i, form, value, last_of_zone }) {
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
    go_on_behind_rules(view, bodies, &first, &mut noted);
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
    if view.pages.len() > 0 {
        // The page ends the last note; before that only prose with markers of its own can.
        return resumes && ends_note(said) && !last_of_zone;
    }
    if resumes && ends_note(said) || view.layout.apart(line) || said.is_empty() {
        return true;
    }
    let short = before.width * 100 < view.layout.width * 75;
    (short && ends_note(said) && !goes_on(words)) || super::names::named(words).is_some()
}

/// Whether the label before line `at` has no words of its own: the words there fill a page, and no note.
fn empty_note(view: &View, at: usize, value: u32) -> bool {
    let end = view.page_end(at).min(at + 12);
    let labelled =
        (at + 1..end).any(|i| view.lines.get(i).and_then(|line| label(view.source, line)).is_some_and(|label| label.value == value + 1));
    !labelled && end > at + 6
}

/// References end with a full stop, a number, or a URL.
fn ends_note(words: &str) -> bool {
    ends_sentence(words) || words.ends_with(|c: char| c.is_ascii_digit() || c == '/')
}

/// Behind the rule of a page, before its first label: the rest of the last note of an earlier page.
fn go_on_behind_rules(view: &View, bodies: &mut [Body], first: &HashMap<usize, usize>, noted: &mut [bool]) {
    for page in 1..view.pages.len() {
        let range = view.pages.lines(page, view.lines.len());
        let Some(rule) = range.clone().find(|&i| view.ruled(i) && i > range.start) else { continue };
        if first.contains_key(&rule) || noted.get(rule).copied().unwrap_or(true) {
            continue;
        }
        let owner = bodies.partition_point(|body| body.lines.first().is_some_and(|&line| line < rule)).checked_sub(1);
        let Some(body) = owner.and_then(|owner| bodies.get_mut(owner)) else { continue };
        let Some(&last) = body.lines.last() else { continue };
        let open = !ends_note(view.text(last)) || goes_on(view.text(rule));
        let behind: Vec<usize> = (rule..range.end).take_while(|i| !first.contains_key(i)).filter(|&i| !view.is_furniture(i)).collect();
        let labelled = (rule..range.end).any(|i| first.contains_key(&i));
        if page_before(view, last, page) && (labelled || open) {
            behind.iter().for_each(|&line| mark(noted, line));
            body.lines.extend(behind);
        }
    }
}

fn page_before(view: &View, line: usize, page: usize) -> bool {
    view.pages.of_line(line).is_some_and(|own| own < page && page - own <= 2)
}
