//! The bodies of notes: at the foot of a page, behind a rule, under "Notes" at a chapter's end, or as definitions in
//! Markdown. A line that begins with a number is a body only if something bears it out: a rule before it, a marker
//! with its number shortly before, a heading, or the note before it; of those the heaviest count is taken.

use std::collections::HashMap;

use super::BlockKind;
use super::chain::{self, Costs};
use super::extents;
use super::labels::{Form, Label, Mark, Place, label};
use super::lifted;
use super::lines::{Layout, Line, ends_sentence, goes_on};
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
    /// The line of its number, where this is not in its first.
    pub number: Option<usize>,
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
    let mut candidates = candidates(view);
    add_preceding(view, &mut candidates);
    if candidates.is_empty() {
        candidates = unnamed_list(view);
    }
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
            number: None,
        })
        .collect();
    bodies.extend(named_and_signed(view));
    bodies.sort_by_key(|body| body.lines.first().copied());
    bodies.dedup_by_key(|body| body.lines.first().copied());
    extents::extend(view, &mut bodies);
    lifted::part(view, &mut bodies);
    bodies
}

/// Where each number was last seen as a likely marker, in brackets or without.
type Seen = HashMap<(u32, bool), (usize, Place)>;

struct Candidate {
    line: usize,
    label: Label,
    weight: f64,
    /// Whether a rule or a heading says that it is a note.
    sure: bool,
    /// Whether a marker and its words or its count do.
    tied: bool,
}

impl View<'_> {
    pub fn text(&self, line: usize) -> &str {
        self.lines.get(line).map_or("", |line| line.text(self.source))
    }

    pub fn is_furniture(&self, line: usize) -> bool {
        self.furniture.get(line).is_some_and(Option::is_some)
    }

    /// Whether a rule stands right before `line`: drawn, or as a blank line much wider than any indent.
    pub fn ruled(&self, line: usize) -> bool {
        let drawn = line.checked_sub(1).and_then(|before| self.furniture.get(before)).copied().flatten();
        drawn == Some(BlockKind::NoteSeparator) || self.lines.get(line).is_some_and(|line| line.blank >= RULE)
    }

    /// The last line with prose before `line`: neither furniture nor, by `noted`, part of a note.
    pub fn prose_before(&self, line: usize, noted: impl Fn(usize) -> bool) -> Option<usize> {
        (line.saturating_sub(200)..line).rev().find(|&i| !self.is_furniture(i) && !noted(i))
    }

    /// The end of the page of `line`, or of the text.
    pub fn page_end(&self, line: usize) -> usize {
        self.pages.of_line(line).map_or(self.lines.len(), |page| self.pages.lines(page, self.lines.len()).end)
    }
}

fn candidates(view: &View) -> Vec<Candidate> {
    let mut found: Vec<Candidate> = Vec::new();
    // Where each number was last seen as a likely marker.
    let mut seen: Seen = HashMap::new();
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
            if mark.place != Place::Named && !view.is_furniture(mark.line) {
                seen.insert((mark.value, mark.place == Place::Bracket), (mark.line, mark.place));
            }
        }
        if view.is_furniture(i) || view.regions.name(i).is_some() {
            continue;
        }
        let Some(label) = label(view.source, line).filter(|label| label.value > 0 && label.form != Form::Definition) else { continue };
        let evidence = Evidence::of(view, i, label, &seen, zone, &found);
        if let Some(weight) = evidence.weight(view, i, label).filter(|&weight| weight > 0.0) {
            let sure = evidence.at_rule || evidence.listed;
            let tied = evidence.marked.is_some_and(Place::is_strong) && (evidence.sound > 0.0 || evidence.counts);
            found.push(Candidate { line: i, label, weight, sure, tied });
        }
    }
    of_one_form(found)
}

/// A text writes the labels of its notes in one way. Where most of those that a marker bears out are of one form, what
/// is written in another way is a list, a formula, or the output of a program, unless a rule or a heading is over it.
fn of_one_form(found: Vec<Candidate>) -> Vec<Candidate> {
    const LEAST: usize = 5;
    let count = |form: Written| found.iter().filter(|candidate| candidate.tied && Written::of(candidate.label.form) == form).count();
    let all = found.iter().filter(|candidate| candidate.tied).count();
    let most = [Written::Bare, Written::Stopped, Written::Bracketed].into_iter().max_by_key(|&form| count(form));
    let Some(form) = most.filter(|&form| all >= LEAST && count(form) * 10 >= all * 7) else { return found };
    found.into_iter().filter(|candidate| candidate.sure || Written::of(candidate.label.form) == form).collect()
}

/// How a text writes the labels of its notes. An extraction may put the same label high, apart or close to its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Written {
    Bare,
    Stopped,
    Bracketed,
}

impl Written {
    fn of(form: Form) -> Self {
        match form {
            Form::Stop => Self::Stopped,
            Form::Bracket | Form::Paren => Self::Bracketed,
            Form::Alone | Form::High | Form::Glued | Form::Spaced | Form::Sign | Form::Definition => Self::Bare,
        }
    }
}

/// Adds the notes right before those that were found, on the same page and with the number before: their markers are
/// lost, or stand before the text begins.
fn add_preceding(view: &View, found: &mut Vec<Candidate>) {
    const APART: usize = 15;
    let mut added: Vec<Candidate> = Vec::new();
    for i in 0..found.len() {
        let Some((mut line, mut value)) = found.get(i).map(|candidate| (candidate.line, candidate.label.value)) else { continue };
        let above = i.checked_sub(1).and_then(|above| found.get(above)).map(|candidate| (candidate.line, candidate.label.value));
        if view.regions.at(line) == Region::Works || above.is_some_and(|(_, above)| above + 1 == value) {
            continue;
        }
        let lowest = above.map_or(0, |(line, _)| line + 1);
        let numbered =
            |i: usize| label(view.source, view.lines.get(i)?).filter(|label| label.form != Form::Alone && label.form != Form::Definition);
        while let Some((at, label)) = (lowest.max(line.saturating_sub(APART))..line).rev().find_map(|i| Some((i, numbered(i)?))) {
            let sound = by_words(view.source.get(label.body..).and_then(|rest| rest.lines().next()).unwrap_or(""));
            if label.value + 1 != value || sound <= 0.0 || !same_page(view, at, line) || view.is_furniture(at) || view.pages.len() == 0 {
                break;
            }
            added.push(Candidate { line: at, label, weight: 1.0 + sound, sure: false, tied: false });
            (line, value) = (at, label.value);
        }
    }
    found.extend(added);
    found.sort_by_key(|candidate| candidate.line);
    found.dedup_by_key(|candidate| candidate.line);
}

/// What bears out that a line with a number is a note.
struct Evidence {
    /// How far the words sound like a note's.
    sound: f64,
    /// The place of a marker with this number shortly before.
    marked: Option<Place>,
    /// It stands right behind a rule.
    at_rule: bool,
    /// It follows another note behind a rule.
    behind_rule: bool,
    /// It stands under "Notes".
    listed: bool,
    /// The note before it on the page has the number before.
    follows: bool,
    /// The last note on any page has the number before.
    counts: bool,
}

impl Evidence {
    fn of(view: &View, i: usize, label: Label, seen: &Seen, zone: Option<usize>, found: &[Candidate]) -> Self {
        let line_end = view.lines.get(i).map_or(label.body, |line| line.words.end);
        let words = view.source.get(label.body..line_end).unwrap_or("");
        let sound = by_words(if label.form == Form::Alone { view.text(i + 1) } else { words });
        let last = found.last();
        let counts = last.is_some_and(|last| last.label.value + 1 == label.value);
        let likely = |place: Place| place.is_strong() || counts || sound > 0.0 && place != Place::Loose;
        // The last marker of a page may have its note on the next.
        let near_page = |mark: usize, place: Place| same_page(view, mark, i) || counts && place.is_strong() && next_page(view, mark, i);
        // "[12]" points to "[12] Smith", or to a work; not to what has the number alone.
        let bracketed = view.text(i).starts_with('[') || view.regions.at(i) == Region::Notes;
        let mark = seen.get(&(label.value, false)).or_else(|| seen.get(&(label.value, true)).filter(|_| bracketed));
        let mark = mark.filter(|&&(mark, place)| near_page(mark, place) && i - mark <= 150 && likely(place));
        // Works stand on the page of the last notes, too; only a marker before their heading has a note among them.
        let region = view.regions.at(i);
        let mark = mark.filter(|(mark, _)| region != Region::Works || view.pages.len() > 0 && view.regions.at(*mark) == Region::Text);
        let marked = mark.map(|&(_, place)| place);
        // Without pages a rule has no end: only numbers that the prose before it has are labels behind it.
        let bounded = view.pages.len() > 0 || marked.is_some();
        let near_rule = zone.is_some_and(|zone| i - zone < 60 && found.iter().rev().take(4).any(|other| other.line >= zone));
        let near = last.is_some_and(|last| i - last.line <= 30 && same_page(view, last.line, i));
        Self {
            sound,
            marked,
            at_rule: zone == Some(i),
            behind_rule: bounded && near_rule,
            listed: region == Region::Notes,
            follows: counts && near && (view.pages.len() > 0 || sound > 0.0),
            counts,
        }
    }

    /// `None` when nothing bears it out.
    fn weight(&self, view: &View, i: usize, label: Label) -> Option<f64> {
        if matches!(view.regions.at(i), Region::Contents | Region::Terms | Region::Code)
            || view.regions.at(i) == Region::Works && (self.marked.is_none() || view.text(i).starts_with('[') && !self.at_rule)
        {
            return None;
        }
        // Markers get lost; a reference at the foot of a later page that counts on is a note all the same.
        // But numbers alone on a line count on through the prose, too, as markers.
        let counts_on = self.counts && self.sound > 0.0 && view.pages.len() > 0 && label.form != Form::Alone;
        let sure = self.at_rule || self.behind_rule;
        // "[4]" with nothing behind it may be a note without words; a number without brackets may be anything.
        let empty = self.marked.is_some() && view.text(i).starts_with('[');
        if !sure && (!empty && !has_words(view, i, label) || !self.listed && self.sound <= 0.0 && numbers_section(view, i, label)) {
            return None;
        }
        if !(self.marked.is_some() || self.at_rule || self.behind_rule || self.listed || self.follows || counts_on) {
            return None;
        }
        let when = |holds: bool, weight: f64| if holds { weight } else { 0.0 };
        let mut weight = by_form(label.form) + self.sound;
        weight += self.marked.map_or(0.0, |place| if place.is_strong() { 2.0 } else { 1.0 });
        weight += when(self.at_rule, 4.0) + when(self.behind_rule && !self.at_rule, 2.0) + when(self.listed, 3.0) + when(self.follows, 1.0);
        if !(self.at_rule || self.behind_rule || self.listed) {
            weight -= prose_behind(view, i, label.value);
        }
        Some(weight)
    }
}

/// Notes at the end of the text that no heading names: lines that count up from 1, and markers in the prose before
/// them for most of their numbers.
fn unnamed_list(view: &View) -> Vec<Candidate> {
    const APART: usize = 12;
    let mut marked: HashMap<u32, usize> = HashMap::new();
    for mark in view.marks.iter().filter(|mark| mark.place.is_strong() && mark.place != Place::Named) {
        marked.entry(mark.value).or_insert(mark.line);
    }
    let mut run: Vec<Candidate> = Vec::new();
    for (i, line) in view.lines.iter().enumerate() {
        if view.is_furniture(i) || view.regions.at(i) != Region::Text {
            continue;
        }
        let Some(label) = label(view.source, line).filter(|label| !matches!(label.form, Form::Alone | Form::Definition)) else { continue };
        let follows =
            run.last().is_some_and(|last| label.value == last.label.value + 1 && label.form == last.label.form && i - last.line <= APART);
        if !follows {
            // Only the last run reaches the end of the text.
            if label.value != 1 {
                continue;
            }
            run.clear();
        }
        run.push(Candidate { line: i, label, weight: 2.0, sure: false, tied: false });
    }
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return Vec::new() };
    let to_end = view.lines.len() - last.line <= APART || view.regions.at(view.lines.len() - 1) != Region::Text;
    let borne_out = run.iter().filter(|candidate| marked.get(&candidate.label.value).is_some_and(|&mark| mark < first.line)).count();
    let sounds = run
        .iter()
        .filter(|candidate| by_words(view.source.get(candidate.label.body..).and_then(|rest| rest.lines().next()).unwrap_or("")) > 0.0)
        .count();
    let holds = run.len() >= 3 && to_end && borne_out * 5 >= run.len() * 3 && sounds * 2 >= run.len();
    if holds { run } else { Vec::new() }
}

/// Whether line `b` is on the page after that of line `a`.
fn next_page(view: &View, a: usize, b: usize) -> bool {
    view.pages.of_line(a).zip(view.pages.of_line(b)).is_some_and(|(a, b)| a + 1 == b)
}

/// Whether a number stands over a title, both apart from what is around them.
fn numbers_section(view: &View, line: usize, label: Label) -> bool {
    let Some([own, title, below, after]) = view.lines.get(line..line + 4) else { return false };
    let apart = |line: &Line| view.layout.apart(line);
    let short = |line: &Line| {
        let words = line.text(view.source);
        line.width * 4 <= view.layout.width * 3 && !ends_sentence(words) && !goes_on(words)
    };
    // The title may take two lines.
    let over = apart(below) || !short(below) && below.width * 4 > view.layout.width * 3 || short(below) && apart(after);
    label.form == Form::Alone && apart(own) && apart(title) && short(title) && over
}

/// Whether there are words behind a label and not just more numbers: a column of a table counts up, too.
fn has_words(view: &View, line: usize, label: Label) -> bool {
    let end = view.lines.get(line).map_or(label.body, |line| line.words.end);
    let worded = |words: &str| words.chars().take(200).filter(|c| c.is_alphabetic()).count() >= 2;
    let own = view.source.get(label.body..end).unwrap_or("");
    worded(own) || own.trim().is_empty() && worded(view.text(line + 1))
}

pub(super) fn same_page(view: &View, a: usize, b: usize) -> bool {
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
pub(super) fn by_words(words: &str) -> f64 {
    const OPENERS: &[&str] = &[
        "ibid", "id.", "idem", "see ", "cf.", "cf ", "supra", "op. cit", "loc. cit", "ebd", "vgl", "siehe", "http", "www.", "e.g.",
        "also ", "quoted",
    ];
    const SIGNS: &[&str] = &[
        " p. ", " pp. ", ",p.", "p.1", " supra", " ibid", "op. cit", " cit.", " at ", " vol. ", " no. ", " ed. ", " eds", "http", "www.",
        "”", "“", " (1", " (2", ", 1", ", 2", " univ", "press", "journal",
    ];
    let start: String = words.chars().take(160).collect::<String>().to_lowercase();
    let page = start
        .trim_end_matches('.')
        .rsplit(' ')
        .next()
        .is_some_and(|tail| !tail.is_empty() && tail.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-'));
    let opener = OPENERS.iter().any(|opener| start.starts_with(opener));
    let mut weight = if opener || page || SIGNS.iter().any(|sign| start.contains(sign)) { 1.0 } else { 0.0 };
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
    if any && view.pages.len() > 0 { 1.0 } else { 0.0 }
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
        if view.is_furniture(i) || first.is_ascii_alphanumeric() || view.regions.at(i) == Region::Code {
            continue;
        }
        let Some(label) = label(view.source, line) else { continue };
        let fits = match label.form {
            Form::Definition => true,
            Form::Sign => {
                signs.get(label.span.of(view.source)).is_some_and(|&mark| same_page(view, mark, i) && i > mark && i - mark <= 150)
            }
            _ => false,
        };
        if fits {
            found.push(Body { label: label.span, value: label.value, form: label.form, start: label.body, lines: vec![i], number: None });
            signs.remove(label.span.of(view.source));
        }
    }
    found
}
