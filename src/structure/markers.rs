//! Which numbers and signs in the prose are note markers, and which body each points to. Again the count decides: a
//! marker is a number that goes on from the last, best of all to a number that has a body.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::bodies::{Body, View, same_page};
use super::chain::{self, Costs};
use super::headings;
use super::labels::{Form, Mark, Place, label};
use super::lines::{ends_sentence, goes_on, number};
use super::regions::Region;
use crate::text::Span;

/// A note with its markers and its body, by index.
#[derive(Clone, Debug)]
pub(super) struct Tie {
    pub label: String,
    pub marks: Vec<Mark>,
    pub body: Option<usize>,
}

/// What was found.
#[derive(Default)]
pub(super) struct Tied {
    /// In order of first marker, or of body.
    pub notes: Vec<Tie>,
    /// All markers in order.
    pub marks: Vec<Mark>,
}

/// Chooses the markers among `view.marks` and ties them to `bodies`; `noted` tells the lines of notes.
pub(super) fn tie(view: &View, bodies: &[Body], noted: &[bool]) -> Tied {
    let open: Vec<Mark> = view.marks.iter().filter(|mark| is_open(view, noted, mark)).copied().collect();
    let counted;
    let bodies = if open.iter().any(|mark| mark.place == Place::Named) {
        bodies
    } else {
        counted = bodies.iter().cloned().map(as_counted).collect::<Vec<_>>();
        &counted
    };
    let mut ties = Ties { bodies, body_of: HashMap::new(), loose: Vec::new() };
    numbered(view, bodies, &open, &mut ties);
    left_over(view, bodies, &open, &mut ties);
    bracketed(view, bodies, &open, &mut ties);
    named(view, bodies, &open, &mut ties);
    signed(view, bodies, &open, &mut ties);
    ties.into_notes(view)
}

/// Definitions of Markdown that no marker names go with plain numbers, which a conversion left behind.
fn as_counted(body: Body) -> Body {
    if body.form == Form::Definition && body.value > 0 { Body { form: Form::Spaced, ..body } } else { body }
}

fn is_open(view: &View, noted: &[bool], mark: &Mark) -> bool {
    !view.is_furniture(mark.line)
        && !noted.get(mark.line).copied().unwrap_or(false)
        && !matches!(view.regions.at(mark.line), Region::Works | Region::Contents | Region::Code)
}

struct Ties<'a> {
    bodies: &'a [Body],
    body_of: HashMap<usize, Vec<Mark>>,
    loose: Vec<Mark>,
}

impl Ties<'_> {
    fn add(&mut self, mark: Mark, body: Option<usize>) {
        match body {
            Some(body) => self.body_of.entry(body).or_default().push(mark),
            None => self.loose.push(mark),
        }
    }

    fn into_notes(mut self, view: &View) -> Tied {
        let mut notes: Vec<(usize, Tie)> = Vec::with_capacity(self.bodies.len() + self.loose.len());
        for (index, body) in self.bodies.iter().enumerate() {
            let mut marks = self.body_of.remove(&index).unwrap_or_default();
            marks.sort_unstable_by_key(|mark| mark.span);
            let place = marks.first().map_or(body.label.start, |mark| mark.span.start);
            let label = name_of(body.value, body.form == Form::Definition, body.label.of(view.source));
            notes.push((place, Tie { label, marks, body: Some(index) }));
        }
        // Several markers that name the same missing note are one note.
        let mut named: HashMap<String, usize> = HashMap::new();
        for mark in self.loose {
            let named_mark = mark.place == Place::Named;
            let words = mark.span.of(view.source);
            let label = name_of(mark.value, named_mark, words.trim_start_matches("[^").trim_matches(['[', ']']));
            if named_mark && let Some((_, tie)) = named.get(&label).and_then(|&at| notes.get_mut(at)) {
                tie.marks.push(mark);
                continue;
            }
            if named_mark {
                named.insert(label.clone(), notes.len());
            }
            notes.push((mark.span.start, Tie { label, marks: vec![mark], body: None }));
        }
        notes.sort_by_key(|&(place, _)| place);
        let notes: Vec<Tie> = notes.into_iter().map(|(_, tie)| tie).collect();
        let mut marks: Vec<Mark> = notes.iter().flat_map(|tie| tie.marks.iter().copied()).collect();
        marks.sort_unstable_by_key(|mark| mark.span);
        Tied { notes, marks }
    }
}

/// A label as the reader says it: digits set high are plain digits.
fn name_of(value: u32, named: bool, words: &str) -> String {
    if value > 0 && !named { value.to_string() } else { words.to_owned() }
}

/// Markers that count up.
fn numbered(view: &View, bodies: &[Body], open: &[Mark], ties: &mut Ties) {
    let numbered: Vec<usize> =
        (0..bodies.len()).filter(|&b| bodies.get(b).is_some_and(|body| body.value > 0 && body.form != Form::Definition)).collect();
    let value_of_body = |b: usize| bodies.get(b).map_or(0, |body| body.value);
    let body_runs = chain::runs(&numbered, value_of_body);
    let partners = Partners::of(view, bodies, &numbered);
    let restart = if body_runs.len() > 1 { 1.5 } else { 5.0 };
    let costs = Costs { restart, gap: 0.6, jump: 7.0 };
    let mut kept = kept_runs(view, open, &partners, costs, bodies.is_empty(), false);
    let spaced = kept.iter().flatten().filter(|mark| mark.place == Place::Spaced).count();
    // Where markers stand apart from their words, any number between words may be one.
    if spaced * 4 > kept.iter().flatten().count() {
        kept = kept_runs(view, open, &partners, costs, bodies.is_empty(), true);
    }
    if partners.at_feet {
        kept.iter_mut().for_each(|run| borne_out(view, run, &partners));
        kept.retain(|run| !run.is_empty());
    }
    if kept.len() == body_runs.len() && kept.len() > 1 && pair_by_run(bodies, &kept, &body_runs, ties) {
        return;
    }
    pair_by_place(view, bodies, &numbered, &kept, ties);
}

/// The runs of the heaviest count that are runs of markers.
fn kept_runs(view: &View, open: &[Mark], partners: &Partners, costs: Costs, bodiless: bool, loose: bool) -> Vec<Vec<Mark>> {
    let counts = |mark: &&Mark| match mark.place {
        Place::Named | Place::Bracket | Place::Sign => false,
        Place::Loose => loose && partners.after(view, mark.value, mark.line).is_some(),
        // What stands apart is no line that goes on.
        Place::Head => mark.value > 0 && view.lines.get(mark.line).is_some_and(|line| !view.layout.apart(line)),
        Place::Alone => mark.value > 0 && !among_numbers(view, mark.line) && !counts_chapter(view, mark.line),
        _ => mark.value > 0,
    };
    let marks: Vec<&Mark> = open.iter().filter(counts).collect();
    let weighed: Vec<(u32, f64)> = marks.iter().map(|mark| (mark.value, weight(view, mark, partners))).collect();
    let chosen = chain::best(&weighed, costs);
    let mut kept: Vec<Vec<Mark>> = Vec::new();
    for run in chain::runs(&chosen, |i| marks.get(i).map_or(0, |mark| mark.value)) {
        let run: Vec<Mark> = run.iter().filter_map(|&i| marks.get(i).map(|mark| **mark)).collect();
        if holds(view, &run, partners, kept.is_empty() && bodiless) {
            kept.push(run);
        }
    }
    kept
}

/// Whether the lines around `line` are numbers too: a column of a table.
fn among_numbers(view: &View, line: usize) -> bool {
    let is_number = |line: Option<usize>| line.is_some_and(|line| number(view.text(line)).is_some());
    is_number(line.checked_sub(1)) && is_number(line.checked_add(1))
}

/// Whether the number on line `line` counts a chapter: apart, right over a title, with prose apart below.
fn counts_chapter(view: &View, line: usize) -> bool {
    let Some([own, title, below]) = view.lines.get(line..line + 3) else { return false };
    let words = title.text(view.source);
    let titled = headings::is_title(words, title.width, view.layout.width) && !ends_sentence(words) && !view.layout.apart(title);
    let prose = view.layout.apart(below) && below.width * 100 >= view.layout.width * 62 && !goes_on(below.text(view.source));
    (line == 0 || view.layout.apart(own)) && titled && prose
}

/// How likely a mark is, by its place and by whether a body has its number.
fn weight(view: &View, mark: &Mark, partners: &Partners) -> f64 {
    let mut weight = f64::from(mark.place.weight());
    if mark.place == Place::Alone && view.lines.get(mark.line).is_some_and(|line| view.layout.apart(line)) {
        weight -= 1.5;
    }
    match partners.after(view, mark.value, mark.line) {
        Some(_) => weight + 3.0,
        None if partners.any(mark.value) => weight + 1.0,
        None => weight,
    }
}

/// The numbers of a numbered list of works: numbers in the text that point to it are citations, and no markers.
fn works_numbers(view: &View) -> HashSet<u32> {
    let own = view.lines.iter().enumerate().filter(|&(i, _)| view.regions.at(i) == Region::Works && !view.is_furniture(i));
    own.filter_map(|(_, line)| label(view.source, line)).filter(|label| label.value > 0).map(|label| label.value).collect()
}

/// Whether a run of numbers is one of markers: some have bodies, or the places alone leave no doubt.
fn holds(view: &View, run: &[Mark], partners: &Partners, without_bodies: bool) -> bool {
    let first = run.first().map_or(0, |mark| mark.value);
    // A number on a line of its own is a marker only where it has its note: else it may count anything.
    let has_body = |mark: &Mark| partners.after(view, mark.value, mark.line).is_some();
    let paired = run.iter().filter(|mark| has_body(mark)).count();
    let place = |mark: &Mark| if mark.place == Place::Alone && !has_body(mark) { Place::Spaced.weight() } else { mark.place.weight() };
    let mean = run.iter().map(place).sum::<f32>() / run.len().max(1) as f32;
    let high = run.iter().filter(|mark| mark.place == Place::High).count();
    let cited = run.iter().filter(|mark| partners.works.contains(&mark.value)).count();
    if paired == 0 && cited * 5 >= run.len() * 4 {
        return false;
    }
    if paired > 0 {
        return paired * 4 >= run.len() || mean >= 1.2;
    }
    high * 2 > run.len() || (without_bodies || first <= 2) && run.len() >= 3 && mean >= 1.5
}

/// Leaves in a run the markers that have their bodies, and those without one that count on by one from marker to marker:
/// notes may be missing from a text, but a number here and there is none.
fn borne_out(view: &View, run: &mut Vec<Mark>, partners: &Partners) {
    const LEAST: usize = 3;
    let mut steps = vec![0_usize; run.len()];
    for stretch in run.chunk_by(|a, b| a.value + 1 == b.value).scan(0, |at, stretch| {
        let from = *at;
        *at += stretch.len();
        Some(from..*at)
    }) {
        for slot in steps.get_mut(stretch.clone()).unwrap_or(&mut []) {
            *slot = stretch.len();
        }
    }
    let mut steps = steps.into_iter();
    run.retain(|mark| steps.next().is_some_and(|length| length >= LEAST) || partners.after(view, mark.value, mark.line).is_some());
}

/// What numbers may point to.
struct Partners {
    /// For each number the lines at which a body with it begins.
    lines: HashMap<u32, Vec<usize>>,
    /// The numbers of works.
    works: HashSet<u32>,
    /// Whether bodies stand at the feet of pages, so that one far from its marker is not its own.
    at_feet: bool,
}

impl Partners {
    fn of(view: &View, bodies: &[Body], numbered: &[usize]) -> Self {
        let mut lines: HashMap<u32, Vec<usize>> = HashMap::new();
        for body in numbered.iter().filter_map(|&b| bodies.get(b)) {
            lines.entry(body.value).or_default().extend(body.lines.first());
        }
        let foot = |&b: &usize| bodies.get(b)?.lines.first().copied().filter(|&line| view.regions.at(line) != Region::Notes);
        let pages: HashSet<usize> = numbered.iter().filter_map(foot).filter_map(|line| view.pages.of_line(line)).collect();
        Self { lines, works: works_numbers(view), at_feet: pages.len() >= 3 }
    }

    fn any(&self, value: u32) -> bool {
        self.lines.contains_key(&value)
    }

    /// The first body with this number behind `line`; at the foot of its page or the next, where notes stand there.
    fn after(&self, view: &View, value: u32, line: usize) -> Option<usize> {
        let lines = self.lines.get(&value)?;
        let body = lines.get(lines.partition_point(|&body| body <= line)).copied()?;
        let page = |line: usize| view.pages.of_line(line).unwrap_or(0);
        (!self.at_feet || view.regions.at(body) == Region::Notes || page(body) <= page(line) + 1).then_some(body)
    }
}

/// Chapter by chapter, where both count as often from 1: notes gathered at the end of the text. `false` when that
/// would put a body before its marker.
fn pair_by_run(bodies: &[Body], kept: &[Vec<Mark>], body_runs: &[&[usize]], ties: &mut Ties) -> bool {
    let mut pairs: Vec<(Mark, Option<usize>)> = Vec::new();
    for (run, own) in kept.iter().zip(body_runs) {
        let by_value: HashMap<u32, usize> = own.iter().filter_map(|&b| Some((bodies.get(b)?.value, b))).collect();
        for mark in run {
            let body = by_value.get(&mark.value).copied();
            if body.and_then(|b| bodies.get(b)).and_then(|body| body.lines.first()).is_some_and(|&line| line < mark.line) {
                return false;
            }
            pairs.push((*mark, body));
        }
    }
    pairs.into_iter().for_each(|(mark, body)| ties.add(mark, body));
    true
}

/// Each marker with the next body that has its number, before the marker that has it again; a body a little before it
/// will do where none is behind.
fn pair_by_place(view: &View, bodies: &[Body], numbered: &[usize], kept: &[Vec<Mark>], ties: &mut Ties) {
    let mut marks_of: BTreeMap<u32, Vec<Mark>> = BTreeMap::new();
    let mut bodies_of: HashMap<u32, Vec<(usize, usize)>> = HashMap::new();
    for mark in kept.iter().flatten() {
        marks_of.entry(mark.value).or_default().push(*mark);
    }
    for &b in numbered {
        let Some(body) = bodies.get(b) else { continue };
        bodies_of.entry(body.value).or_default().push((body.lines.first().copied().unwrap_or(0), b));
    }
    for (value, marks) in marks_of {
        let bodies = bodies_of.get(&value).map_or(&[][..], Vec::as_slice);
        let in_step = marks.len() == bodies.len() && marks.iter().zip(bodies).all(|(mark, &(line, _))| mark.line < line);
        let mut free = 0;
        for (i, mark) in marks.iter().enumerate() {
            let next_mark = marks.get(i + 1).map_or(usize::MAX, |next| next.line);
            let behind = if in_step { i } else { free.max(bodies.partition_point(|&(line, _)| line <= mark.line)) };
            let before = behind.checked_sub(1).filter(|&before| before >= free);
            let fits = |&at: &usize| bodies.get(at).is_some_and(|&(line, _)| in_step || line <= next_mark);
            let near = |&at: &usize| bodies.get(at).is_some_and(|&(line, _)| mark.line - line < 60 && same_page(view, line, mark.line));
            let found = Some(behind).filter(fits).or(before.filter(near));
            free = found.map_or(free, |at| at + 1);
            ties.add(*mark, found.and_then(|at| bodies.get(at)).map(|&(_, body)| body));
        }
    }
}

/// A body that the count left without a marker has the one on its page with its number, where there is just one.
fn left_over(view: &View, bodies: &[Body], open: &[Mark], ties: &mut Ties) {
    let plain = |place: Place| matches!(place, Place::High | Place::AfterStop | Place::AfterWord | Place::AfterYear);
    let tied: HashSet<Span> = ties.body_of.values().flatten().map(|mark| mark.span).collect();
    let mut places: HashMap<(Option<usize>, u32), Vec<Mark>> = HashMap::new();
    for mark in open.iter().filter(|mark| plain(mark.place) && !tied.contains(&mark.span)) {
        places.entry((view.pages.of_line(mark.line), mark.value)).or_default().push(*mark);
    }
    let mut found: HashSet<Span> = HashSet::new();
    for (b, body) in bodies.iter().enumerate().filter(|(_, body)| body.value > 0 && body.form != Form::Definition) {
        let Some(&line) = body.lines.first() else { continue };
        let page = view.pages.of_line(line);
        if page.is_none() || ties.body_of.contains_key(&b) || view.regions.at(line) == Region::Notes {
            continue;
        }
        if let Some([mark]) = places.get(&(page, body.value)).map(Vec::as_slice)
            && mark.line < line
            && found.insert(mark.span)
        {
            ties.add(*mark, Some(b));
        }
    }
    ties.loose.retain(|mark| !found.contains(&mark.span));
}

/// "[12]" is a marker where a body "[12]" exists; or any body with the number, unless it is the number of a work.
fn bracketed(view: &View, bodies: &[Body], open: &[Mark], ties: &mut Ties) {
    let works = works_numbers(view);
    let mut places: HashMap<u32, Vec<(usize, usize)>> = HashMap::new();
    for (b, body) in bodies.iter().enumerate().filter(|(_, body)| body.value > 0 && body.form != Form::Definition) {
        places.entry(body.value).or_default().push((body.lines.first().copied().unwrap_or(0), b));
    }
    let taken: HashSet<usize> = ties.body_of.keys().copied().collect();
    // Where markers are set high, what stands in brackets points to works.
    let own = |body: usize| taken.is_empty() || bodies.get(body).is_some_and(|body| body.form == Form::Bracket);
    for mark in open.iter().filter(|mark| mark.place == Place::Bracket) {
        let Some(bodies_of) = places.get(&mark.value) else { continue };
        let written =
            |&(_, body): &(usize, usize)| bodies.get(body).is_some_and(|body| body.form == Form::Bracket || closed(view, body.label));
        if works.contains(&mark.value) && !bodies_of.iter().any(written) {
            continue;
        }
        let behind = bodies_of.iter().find(|(line, _)| *line > mark.line).or(bodies_of.last());
        if let Some(&(_, body)) = behind.filter(|(_, body)| !taken.contains(body) && own(*body)) {
            ties.add(*mark, Some(body));
        }
    }
}

/// Whether a bracket closes behind a label.
pub(super) fn closed(view: &View, label: Span) -> bool {
    view.source.get(label.end..).is_some_and(|rest| rest.starts_with(']'))
}

fn named(view: &View, bodies: &[Body], open: &[Mark], ties: &mut Ties) {
    let ids: HashMap<&str, usize> = bodies
        .iter()
        .enumerate()
        .filter(|(_, body)| body.form == Form::Definition)
        .map(|(b, body)| (body.label.of(view.source), b))
        .collect();
    for mark in open.iter().filter(|mark| mark.place == Place::Named) {
        let id = mark.span.of(view.source).trim_start_matches("[^").trim_end_matches(']');
        ties.add(*mark, ids.get(id).copied());
    }
}

fn signed(view: &View, bodies: &[Body], open: &[Mark], ties: &mut Ties) {
    let mut of_sign: HashMap<&str, Vec<(usize, usize)>> = HashMap::new();
    for (b, body) in bodies.iter().enumerate().filter(|(_, body)| body.form == Form::Sign) {
        of_sign.entry(body.label.of(view.source)).or_default().push((body.lines.first().copied().unwrap_or(0), b));
    }
    let mut taken: HashSet<usize> = HashSet::new();
    for mark in open.iter().filter(|mark| mark.place == Place::Sign) {
        let words = mark.span.of(view.source);
        let places = of_sign.get(words).map_or(&[][..], Vec::as_slice);
        let next = places.partition_point(|&(line, _)| line <= mark.line);
        let near = |line: usize| line - mark.line <= 150 && view.pages.of_line(line) == view.pages.of_line(mark.line);
        match places.get(next).filter(|&&(line, b)| near(line) && !taken.contains(&b)) {
            Some(&(_, body)) => {
                taken.insert(body);
                ties.add(*mark, Some(body));
            }
            None => ties.add(*mark, None),
        }
    }
}
