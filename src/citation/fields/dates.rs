//! Years and dates. A year is the one of publication, which stands in one of a few places; years inside titles and days
//! on which a page was looked at are others.

use std::ops::Range;

use super::Draft;
use super::marks::{editor_mark, headlike};
use super::tokens::{Case, Is, Reader};
use super::words::{ACCESS, AND, CITY, ED, GIVEN, JOIN, MONTH, NOISE, ORG, OTHERS, PAGE, PARTICLE, PRESS, SEASON, TITLE, UNDATED};

/// A date: the token behind it and the token of its year.
pub(super) struct Date {
    pub end: usize,
    pub year: Option<usize>,
}

/// Whether the token at `i` may be a year.
pub(super) fn year(reader: &Reader, i: usize) -> bool {
    let token = reader.at(i);
    let word = reader.word(i);
    let digits = match token.is {
        Is::Number => token.len() == 4,
        Is::Mixed => token.len() == 5 && word.ends_with(|c: char| c.is_ascii_lowercase()),
        _ => false,
    };
    if !digits || !word.get(..4).is_some_and(|digits| ("1450".."2040").contains(&digits)) {
        return false;
    }
    // "S/1999/12", "§ 1983", "12-1999" are none.
    let before = reader.before(i);
    !(matches!(before.is, Is::Section) || (matches!(before.is, Is::Slash) && !token.space))
}

/// The token behind the year at `i`: "2001/2", "1999-2001", "1999 [1952]".
pub(super) fn year_end(reader: &Reader, i: usize) -> usize {
    let (joint, other) = (reader.at(i + 1), reader.at(i + 2));
    let range = matches!(joint.is, Is::Slash | Is::Dash) && !joint.space && matches!(other.is, Is::Number | Is::Mixed) && !other.space;
    if range
        && (other.len() <= 2 || (other.len() == 4 && reader.word(i + 2) > reader.word(i)))
        && !matches!(reader.at(i + 3).is, Is::Slash | Is::Dash)
    {
        i + 3
    } else {
        i + 1
    }
}

/// Whether a range of years is at `i`, as titles have them: "1855–1900".
pub(super) fn years(reader: &Reader, i: usize) -> bool {
    year(reader, i) && reader.at(i + 1).is == Is::Dash && year_end(reader, i) == i + 3 && reader.at(i + 2).len() == 4
}

/// A number that may be a day.
fn day(reader: &Reader, i: usize) -> bool {
    let token = reader.at(i);
    match token.is {
        Is::Number => token.len() <= 2,
        Is::Mixed => {
            token.len() <= 4 && reader.word(i).starts_with(|c: char| c.is_ascii_digit()) && reader.word(i).ends_with(['t', 'd', 'h', 'r'])
        }
        _ => false,
    }
}

/// The date at `at`: with a month in words, or all in numbers.
pub(super) fn date(reader: &Reader, at: usize) -> Option<Date> {
    let skip = |mut i: usize, signs: &[Is]| {
        while signs.contains(&reader.at(i).is) {
            i += 1;
        }
        i
    };
    let month = |i: usize| {
        reader.at(i).has(MONTH | SEASON) && reader.at(i).case != Case::Lower
            || reader.at(i).has(MONTH) && reader.at(i).len() > 2 && !matches!(reader.word(i), "may" | "mar")
    };
    let mut i = at;
    if year(reader, i) {
        // "2001, March 3", "2001-03-15", "2001 Mar 3"
        let number = |i: usize| reader.at(i).is == Is::Number && reader.at(i).len() <= 2 && !reader.at(i).space;
        if matches!(reader.at(i + 1).is, Is::Dash | Is::Slash | Is::Stop)
            && number(i + 2)
            && reader.at(i + 3).is == reader.at(i + 1).is
            && number(i + 4)
        {
            return Some(Date { end: i + 5, year: Some(i) });
        }
        let mut next = skip(year_end(reader, i), &[Is::Comma]);
        let day_first = day(reader, next) && month(next + 1);
        next += usize::from(day_first);
        if !month(next) {
            return None;
        }
        next = skip(next + 1, &[Is::Stop]);
        if !day_first && day(reader, next) {
            next += 1;
            if reader.at(next).is == Is::Dash && day(reader, next + 1) {
                next += 2;
            }
        }
        return Some(Date { end: next, year: Some(i) });
    }
    if day(reader, i) {
        let joint = reader.at(i + 1).is;
        let second = skip(i + 1, &[Is::Stop, Is::Slash, Is::Dash]);
        // "25/04/2015", "25.4.2015", "25-04-15"
        if matches!(joint, Is::Stop | Is::Slash | Is::Dash) && day(reader, second) {
            let third = second + 2;
            let sign = reader.at(second + 1).is == joint;
            let numbers = reader.at(third).is == Is::Number && (reader.at(third).len() == 2 || reader.at(third).len() == 4);
            if sign && numbers {
                return Some(Date { end: third + 1, year: (reader.at(third).len() == 4).then_some(third) });
            }
        }
        // "3 May 2001", "3. Mai 2001", "3rd of May, 2001", "3–5 May 2001"
        let mut next = if joint == Is::Dash && day(reader, i + 2) { i + 3 } else { skip(i + 1, &[Is::Stop]) };
        if matches!(reader.word(next), "of" | "de") {
            next += 1;
        }
        if !month(next) {
            return None;
        }
        next = skip(next + 1, &[Is::Stop, Is::Comma]);
        if matches!(reader.word(next), "de" | "del") {
            next += 1;
        }
        return Some(if year(reader, next) { Date { end: next + 1, year: Some(next) } } else { Date { end: i + 2, year: None } });
    }
    if !month(i) {
        return None;
    }
    // "May 3, 2001", "May 2001", "May/June 2001", "Summer 1999"
    i = skip(i + 1, &[Is::Stop]);
    if matches!(reader.at(i).is, Is::Slash | Is::Dash) && month(i + 1) {
        i = skip(i + 2, &[Is::Stop]);
    }
    if day(reader, i) {
        i += 1;
        if reader.at(i).is == Is::Dash && day(reader, i + 1) {
            i += 2;
        }
    }
    let year_at = skip(i, &[Is::Comma, Is::Stop]);
    if year(reader, year_at) {
        return Some(Date { end: year_end(reader, year_at), year: Some(year_at) });
    }
    (i > at + 1 && day(reader, i - 1)).then_some(Date { end: i, year: None })
}

/// The token behind "n.d.", "forthcoming", "in press" at `at`.
pub(super) fn undated(reader: &Reader, at: usize) -> Option<usize> {
    let token = reader.at(at);
    let pair = |first: &[&str], second: &[&str]| {
        let stop = usize::from(reader.at(at + 1).is == Is::Stop);
        let end = at + 2 + stop;
        let matches = first.contains(&reader.word(at)) && second.contains(&reader.word(at + 1 + stop));
        matches.then(|| end + usize::from(reader.at(end).is == Is::Stop && (stop > 0)))
    };
    if let Some(end) = pair(&["n", "s", "o", "N", "sin"], &["d", "a", "J", "f", "D"]) {
        return (reader.at(at + 1).is == Is::Stop).then_some(end);
    }
    if let Some(end) = pair(&["in", "im", "In", "no", "to"], &["press", "Erscheinen", "Druck", "preparation", "date", "appear", "Press"]) {
        return Some(end);
    }
    let word = token.has(UNDATED) && matches!(reader.word(at), "forthcoming" | "Forthcoming" | "nd" | "undated" | "imminent");
    word.then_some(at + 1)
}

/// The token behind the year or date that is all there is in the brackets at `open`, with the token of the year and the
/// one behind it.
pub(super) fn in_brackets(reader: &Reader, open: usize) -> Option<(usize, Range<usize>)> {
    let close = reader.at(open).mate;
    if reader.at(open).is != Is::Open || close <= open + 1 {
        return None;
    }
    let mut i = open + 1;
    if matches!(reader.word(i), "c" | "ca" | "circa") {
        i += 1 + usize::from(reader.at(i + 1).is == Is::Stop);
    }
    if let Some(end) = undated(reader, i).filter(|&end| end >= close) {
        return Some((close + 1, i..end.min(close)));
    }
    // "([1952] 1999)": the later is the year of what is cited.
    if reader.at(i).is == Is::Open && year(reader, i + 1) && year(reader, reader.at(i).mate + 1) {
        i = reader.at(i).mate + 1;
    }
    let found = match date(reader, i) {
        Some(Date { end, year: Some(year) }) => Some((end, year)),
        _ => year(reader, i).then(|| (year_end(reader, i), i)),
    };
    let (mut end, year_at) = found?;
    if matches!(reader.at(end).is, Is::Open) && year(reader, end + 1) {
        end = reader.at(end).mate + 1;
    }
    if reader.at(end).is == Is::Slash && year(reader, end + 1) {
        end += 2;
    }
    // "(2003, in press)"
    if reader.at(end).is == Is::Comma {
        end = undated(reader, end + 1).unwrap_or(end);
    }
    (end == close).then(|| (close + 1, year_at..year_end(reader, year_at).min(close)))
}

/// The head: what comes before the year when the year comes right behind the names.
pub(super) struct Head {
    /// One past the last token of the names.
    pub names: usize,
    /// The first token behind the year and the signs that go with it.
    pub end: usize,
}

/// Looks for a year right behind names, as most lists of today have it, and sets it aside.
pub(super) fn head(draft: &mut Draft) -> Option<Head> {
    let reader = &draft.reader;
    let mut i = 0;
    while i < reader.len() {
        let token = reader.at(i);
        if token.is == Is::Quote || token.is == Is::Section || (token.is == Is::Number && !year(reader, i)) {
            return None;
        }
        let found = match token.is {
            _ if token.used => None,
            // "(1985) 1994." has the year of the first edition in brackets.
            Is::Open => in_brackets(reader, i).map(|(end, range)| {
                let later = year(reader, end) && reader.at(end + 1).is == Is::Stop && reader.word(end) > reader.word(range.start);
                if later { (end + 1, end..end + 1) } else { (end, range) }
            }),
            Is::Number | Is::Mixed if year(reader, i) => {
                let mut end = year_end(reader, i);
                // "1967 [1887]"
                if reader.at(end).is == Is::Open && year(reader, end + 1) && reader.at(end).mate == end + 2 {
                    end += 3;
                }
                let next = reader.at(end);
                let fits =
                    matches!(next.is, Is::Comma | Is::Stop | Is::Colon | Is::Semi | Is::Quote | Is::End | Is::Open) || next.capital();
                (fits && !matches!(reader.before(i).is, Is::Dash | Is::Slash)).then_some((end, i..year_end(reader, i)))
            }
            Is::Word if token.has(UNDATED) || matches!(reader.word(i), "n" | "s" | "o" | "no" | "in") => {
                undated(reader, i).map(|end| (end, i..end))
            }
            _ => None,
        };
        let Some((end, range)) = found else {
            i += 1;
            continue;
        };
        // A bare year may end a title that names a body; the small words of it tell.
        let prose = token.is != Is::Open
            && (0..i).any(|k| {
                let word = reader.at(k);
                let small = word.is == Is::Word && word.case == Case::Lower;
                small && !word.and() && !word.has(PARTICLE | AND | JOIN | ED | OTHERS)
            });
        let bare = token.is != Is::Open;
        // "Smith, John. The Press, 1855–1900. London: X": the years of a title.
        let span = bare && years(reader, i) && reader.before(i).is != Is::Stop;
        let titled = bare && (1..i.saturating_sub(1)).any(|k| reader.ends(k) && reader.before(k).len() > 2 && sentence(reader, k + 1, i));
        if i == 0 || prose || span || titled || !headlike(reader, 0, i) {
            return None;
        }
        let mut end = end;
        while matches!(reader.at(end).is, Is::Comma | Is::Stop | Is::Colon | Is::Semi | Is::Dash) {
            end += 1;
        }
        // Something must be left to be the title; a name and a year alone will do in a short form.
        let words = (end..reader.len())
            .take_while(|&i| i < end + 40)
            .filter(|&i| reader.at(i).is == Is::Word && !reader.at(i).used && !reader.at(i).has(PAGE))
            .count();
        let commas = (0..i).any(|i| reader.at(i).is == Is::Comma);
        let imprint = draft.note && (0..i).any(|i| reader.at(i).has(PRESS | CITY)) && commas;
        // In a note "Title (2000), in" and the like are not heads: a date behind a bracketed year goes on with a title.
        // A bare year behind a comma in a note, or before a bracket, ends a title and no names.
        let titled = bare
            && (reader.at(end).is == Is::Open && editor_mark(reader, end, reader.len()).is_none()
                || draft.note && commas && !matches!(reader.before(i).is, Is::Comma));
        let enough = words >= 2 || (!commas && i <= 8) || (!draft.note && words >= 1);
        let journal = draft.note && commas && token.is == Is::Open && !reader.at(end).capital() && reader.at(end).is != Is::Quote;
        if !enough || imprint || journal || titled {
            return None;
        }
        let names = i;
        let text = reader.bytes_with_stop(range.start, range.end);
        draft.year_found(text, 10);
        draft.reader.take(names..end);
        return Some(Head { names, end });
    }
    None
}

/// Whether a title begins at `from` and runs up to `to`.
fn sentence(reader: &Reader, from: usize, to: usize) -> bool {
    let words = (from..to).filter(|&i| reader.at(i).is == Is::Word).count();
    words >= 2
        && reader.at(from).has(TITLE)
        && reader.at(from).case == Case::Capital
        && !reader.at(from).has(GIVEN | PARTICLE)
        && !(from..to - 1).any(|i| reader.at(i).has(ORG))
}

/// Weighs the years that stand by themselves: not in brackets, not right behind the names. `from` is where the names
/// end; `title` the tokens of a quoted title.
pub(super) fn bare(draft: &mut Draft, from: usize, title: Range<usize>) {
    let mut best: Option<(u8, usize, usize)> = None;
    let mut dates: Vec<Range<usize>> = Vec::new();
    let reader = &draft.reader;
    let mut i = from;
    while i < reader.len() {
        let token = reader.at(i);
        if title.contains(&i) || token.used {
            i += 1;
            continue;
        }
        if token.is == Is::Open && token.mate > i && !reader.at(token.mate).used {
            // What brackets hold was weighed before.
            i += 1;
            continue;
        }
        if let Some(date) = date(reader, i).filter(|date| date.year.is_some_and(|year| !reader.at(year).used)) {
            let before = reader.before(i);
            // "The Economist 26 May 2007"
            let newspaper = !title.is_empty() && date.end >= i + 3 && before.capital();
            let alone = before.parts() || before.used || newspaper;
            if let Some(year) = date.year.filter(|_| alone || before.is == Is::Word) {
                let weight = if alone { 4 } else { 2 };
                if best.is_none_or(|(other, ..)| weight >= other) {
                    best = Some((weight, year, year_end(reader, year)));
                }
                if alone {
                    dates.push(i..date.end);
                }
            }
            i = date.end;
            continue;
        }
        if let Some(end) = undated(reader, i).filter(|_| reader.before(i).parts() || reader.before(i).used) {
            best = best.or(Some((5, i, end)));
            i = end;
            continue;
        }
        if year(reader, i) {
            let end = year_end(reader, i);
            let (before, next) = (reader.before(i), reader.at(end));
            let closes = next.parts() && next.is != Is::Dash || next.used || next.has(PAGE | ACCESS | NOISE);
            let range = end > i + 1 && reader.at(end - 1).len() == 4;
            let last = next.is == Is::End || reader.at(end + 1).is == Is::End || next.used;
            let weight = match before.is {
                _ if !closes || (range && !last) => 0,
                Is::Comma | Is::Stop | Is::Semi | Is::Colon | Is::Close | Is::Quote | Is::Open => 5,
                _ if before.used => 5,
                Is::Word if before.has(CITY | PRESS) => 5,
                Is::Word if before.case != Case::Lower => 3,
                _ => 0,
            };
            if weight > 0 && best.is_none_or(|(other, ..)| weight >= other) {
                best = Some((weight, i, end));
            }
            i = end;
            continue;
        }
        i += 1;
    }
    for range in dates {
        draft.reader.take(range.clone());
        if draft.reader.at(range.end).is == Is::Colon {
            super::numbers::pages_at(draft, range.end + 1, true);
        }
    }
    if let Some((weight, start, end)) = best
        && draft.year_weight < weight
    {
        let text = draft.reader.bytes_with_stop(start, end);
        draft.year_found(text, weight);
        draft.reader.take(start..end);
    }
}
