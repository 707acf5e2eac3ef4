//! Notes whose number an extraction lifted out of its place: it stands alone at the foot of the page, behind the notes,
//! and the words follow those of the note before as if they were its own.

use std::collections::HashSet;

use super::bodies::{Body, View, by_words};
use super::extents::ends_note;
use super::labels::{Form, label};
use super::lines::is_superscript;

/// Cuts such notes off from those they follow.
pub(super) fn part(view: &View, bodies: &mut Vec<Body>) {
    if view.pages.len() == 0 {
        return;
    }
    let page_of = |line: Option<&usize>| line.and_then(|&line| view.pages.of_line(line));
    let known: HashSet<(Option<usize>, u32)> =
        bodies.iter().filter(|body| !is_bare(body)).map(|body| (page_of(body.lines.first()), body.value)).collect();
    let all = std::mem::take(bodies).into_iter();
    let mut all = all.peekable();
    while let Some(mut body) = all.next() {
        let page = page_of(body.lines.first());
        // The number is the last line of the note before, or stands for a note without words.
        let bare = all.peek().filter(|next| is_bare(next)).and_then(|next| next.lines.first()).copied();
        let Some(number) = bare.or(body.lines.last().copied()) else {
            bodies.push(body);
            continue;
        };
        let words = body.lines.len() - usize::from(bare.is_none());
        let label = view.lines.get(number).and_then(|line| label(view.source, line)).filter(|label| label.form == Form::Alone);
        let counts = |value: u32| body.value > 0 && value == body.value + 1 && body.form != Form::Definition;
        let label = label.filter(|label| counts(label.value) && page == page_of(Some(&number)) && !known.contains(&(page, label.value)));
        let label = label.filter(|label| body.lines.first().is_some_and(|&first| is_marked(view, first, label.value)));
        let at = label.and_then(|_| cut(view, body.lines.get(..words).unwrap_or(&[])));
        let (Some(label), Some(at)) = (label, at) else {
            bodies.push(body);
            continue;
        };
        if bare.is_some() {
            all.next();
        }
        let mut lines = body.lines.split_off(at);
        lines.truncate(words - at);
        let start = lines.first().and_then(|&line| view.lines.get(line)).map_or(label.body, |line| line.words.start);
        let parted = Body { label: label.span, value: label.value, form: body.form, start, lines, number: Some(number) };
        bodies.extend([body, parted]);
    }
}

/// Whether a body is its number and nothing else.
fn is_bare(body: &Body) -> bool {
    body.form == Form::Alone && body.lines.len() == 1 && body.number.is_none()
}

/// Whether the prose of the page has a marker with this number before line `line`.
fn is_marked(view: &View, line: usize, value: u32) -> bool {
    const FAR: usize = 150;
    const MOST: usize = 1000;
    let page = view.pages.of_line(line);
    let end = view.marks.partition_point(|mark| mark.line < line);
    let marks = view.marks.get(..end).unwrap_or(&[]).iter().rev().take_while(|mark| line - mark.line <= FAR).take(MOST);
    marks.into_iter().any(|mark| mark.value == value && mark.place.is_strong() && view.pages.of_line(mark.line) == page)
}

/// Where the second note begins among the lines of two, the last of which has its number: behind a row that ends short
/// or else where the words sound like a note's.
fn cut(view: &View, lines: &[usize]) -> Option<usize> {
    let text = |i: usize| lines.get(i).map_or("", |&line| view.text(line));
    let begins = |i: &usize| {
        let opens = text(*i).chars().next().is_some_and(|c| c.is_uppercase() || super::labels::is_opening(c));
        opens && ends_note(text(*i - 1))
    };
    // A number alone on the first line says nothing of where its words end.
    let from = 1 + usize::from(text(0).chars().all(|c| c.is_ascii_digit() || is_superscript(c)));
    let places: Vec<usize> = (from..lines.len()).filter(begins).collect();
    let width = |i: usize| lines.get(i).and_then(|&line| view.lines.get(line)).map_or(0, |line| line.width);
    let short = |i: &&usize| width(**i - 1) * 100 < view.layout.width * 75;
    places.iter().find(short).or_else(|| places.iter().find(|&&i| by_words(text(i)) > 0.0)).copied()
}
