//! Where an annotation is to stand: from a quote, with the words around it where it occurs more than once, or from
//! positions in code points. A place is never guessed: one that is not clear is refused, with all there is to choose
//! from.

use std::fmt::Write;
use std::path::Path;

use super::args::Annotate;
use super::{CliError, short};
use crate::annotation::Anchor;
use crate::session::Session;
use crate::text::{Span, outer};

/// The place that `args` name, with its quote and the words around it.
pub(super) fn anchor(session: &Session, args: &Annotate) -> Result<Anchor, CliError> {
    match (&args.quote, &args.at) {
        (Some(quote), _) => Ok(session.anchor(by_quote(session, args, quote)?)),
        (None, Some(at)) => Ok(session.anchor(by_position(session, &args.file, at)?)),
        (None, None) if args.document => Ok(Anchor::document()),
        (None, None) => Err(CliError::NoPlace),
    }
}

/// The two numbers of "384..487".
pub(super) fn position(at: &str) -> Result<(usize, usize), CliError> {
    let number = |digits: &str| {
        let digits = digits.trim();
        // Digits only: "+3" is a number to the library, and no position.
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok()).flatten()
    };
    let ends = at.split_once("..").and_then(|(start, end)| Some((number(start)?, number(end)?)));
    let (start, end): (usize, usize) = ends.ok_or_else(|| CliError::NotPosition(short(at, 40)))?;
    if end < start {
        return Err(CliError::Reversed { start, end });
    }
    if end == start {
        return Err(CliError::EmptyPosition { start, end });
    }
    Ok((start, end))
}

fn by_position(session: &Session, path: &Path, at: &str) -> Result<Vec<Span>, CliError> {
    let (start, end) = position(at)?;
    let chars = session.source.units().total();
    let span = session.source.from_points(start, end).filter(|_| end <= chars);
    let span = span.ok_or_else(|| CliError::OutOfRange { start, end, path: path.to_path_buf(), chars })?;
    let parts = session.parts_of(span);
    if parts.is_empty() { Err(CliError::NoWords { start, end }) } else { Ok(parts) }
}

fn by_quote(session: &Session, args: &Annotate, quote: &str) -> Result<Vec<Span>, CliError> {
    if quote.trim().is_empty() {
        return Err(CliError::EmptyQuote);
    }
    let quoted = || short(quote, QUOTED);
    let path = || args.file.clone();
    let mut all = session.places_of(quote)?;
    all.retain(|parts| !parts.is_empty());
    if all.is_empty() {
        return Err(CliError::NotFound { quote: quoted(), path: path() });
    }
    let before = args.before.as_deref().map(variants).unwrap_or_default();
    let after = args.after.as_deref().map(variants).unwrap_or_default();
    let fits = |parts: &Vec<Span>| stands_between(session, parts, &before, &after);
    let mut found: Vec<Vec<Span>> = all.iter().filter(|parts| fits(parts)).cloned().collect();
    match found.len() {
        1 => Ok(found.swap_remove(0)),
        0 => {
            let around = match (before.is_empty(), after.is_empty()) {
                (false, true) => "before it",
                (true, false) => "after it",
                _ => "before and after it",
            };
            Err(CliError::NotAround { quote: quoted(), path: path(), around, places: listed(session, &all) })
        }
        count => Err(CliError::Ambiguous { quote: quoted(), count, path: path(), places: listed(session, &found) }),
    }
}

/// How much of a quote an error repeats, in characters.
const QUOTED: usize = 80;
/// How many places an error lists.
const LISTED: usize = 20;
/// How many characters of the words around a place it shows on each side.
const AROUND: usize = 30;

/// Whether the reading text right before `parts` ends in one of `before`, and that after them begins with one of
/// `after`. None given: whatever stands there.
fn stands_between(session: &Session, parts: &[Span], before: &[String], after: &[String]) -> bool {
    let Some(span) = outer(parts) else { return false };
    let reading = session.document_reading();
    let longest = |words: &[String]| words.iter().map(String::len).max().unwrap_or(0);
    // White space may be longer there than here, but not by much: it is the reading text. Curly quotes are.
    let room = |words: &[String]| longest(words) * 4 + 64;
    let text = reading.text.as_str();
    let (start, end) = (reading.to_reading(span.start), reading.to_reading(span.end));
    let from = text.floor_char_boundary(start.saturating_sub(room(before)));
    let to = text.ceil_char_boundary((end + room(after)).min(text.len()));
    let there_before = plain(text.get(from..start).unwrap_or(""));
    let there_after = plain(text.get(end..to).unwrap_or(""));
    (before.is_empty() || before.iter().any(|words| there_before.ends_with(words.as_str())))
        && (after.is_empty() || after.iter().any(|words| there_after.starts_with(words.as_str())))
}

/// `words` as they may stand in the reading text: where a hyphen ends a line, in a copy of the raw lines, the word may
/// be mended, or the hyphen its own. Nothing where there are no words.
fn variants(words: &str) -> Vec<String> {
    let words = plain(words);
    if words.is_empty() {
        return Vec::new();
    }
    let mut all = vec![words.replace("- ", ""), words.replace("- ", "-"), words];
    all.dedup();
    all
}

/// `words` with each run of white space as one space, none at the ends, and straight quotes.
fn plain(words: &str) -> String {
    let joined = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let straight = |c| match c {
        '’' | '‘' | 'ʼ' => '\'',
        '“' | '”' | '„' => '"',
        other => other,
    };
    joined.chars().map(straight).collect()
}

/// The places, a line each: line and column, page, positions, and some words.
fn listed(session: &Session, places: &[Vec<Span>]) -> String {
    let mut lines = String::new();
    for parts in places.iter().take(LISTED) {
        let Some(span) = outer(parts) else { continue };
        let place = session.source.line_column(span.start);
        let page = session.structure.page_at(span.start).map(|page| format!(", p. {}", session.structure.page_label(page)));
        let (start, end) = session.source.to_points(span);
        let anchor = session.anchor(parts.clone());
        let before: String = tail(&anchor.before, AROUND);
        let after: String = anchor.after.chars().take(AROUND).collect();
        // Writing to a String cannot fail.
        writeln!(
            lines,
            "  {}:{}{}, --at {start}..{end}: …{}[{}]{}…",
            place.line,
            place.column,
            short(&page.unwrap_or_default(), AROUND),
            one_line(&before),
            short(&anchor.quote, QUOTED),
            one_line(&after),
        )
        .ok();
    }
    match places.len().saturating_sub(LISTED) {
        0 => lines.truncate(lines.trim_end().len()),
        more => lines.push_str(&format!("  and {more} more")),
    }
    lines
}

/// The last `count` characters.
fn tail(words: &str, count: usize) -> String {
    let skip = words.chars().count().saturating_sub(count);
    words.chars().skip(skip).collect()
}

/// `words` on one line; unlike [`short`], with the space at its ends, which stands between them and the quote.
fn one_line(words: &str) -> String {
    words.chars().map(|c| if c.is_whitespace() || c.is_control() { ' ' } else { c }).collect()
}
