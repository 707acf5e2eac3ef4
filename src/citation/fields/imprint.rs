//! Where a book came out and who made it: "(New York: St. Martin's Press, 2000)", "London: Routledge", "Beck, München",
//! and what else stands in brackets: years, editions, theses, courts.

use super::Draft;
use super::dates::{self, in_brackets, undated, year, year_end};
use super::marks::editor_mark;
use super::tokens::{Case, Is, Reader};
use super::words::{ACCESS, AND, BACK, CITY, ED, EDITION, IN, JOURNAL, MONTH, ORG, PAGE, PRESS, REVISED, SAME, THESIS, TITLE, TRANS, VOL};

/// What brackets hold that are no part of a title.
pub(super) fn brackets(draft: &mut Draft, from: usize, title: std::ops::Range<usize>) {
    let mut i = from;
    while i < draft.reader.len() {
        let token = draft.reader.at(i);
        if title.contains(&i) {
            i = title.end;
            continue;
        }
        if token.is != Is::Open {
            i += 1;
            continue;
        }
        // One that nothing closes holds what comes up to the year, or nothing.
        let close = if token.mate > i { token.mate } else { unclosed(&draft.reader, i).unwrap_or(i) };
        if close == i {
            draft.reader.take(i..i + 1);
            i += 1;
            continue;
        }
        // "‘Titel’ [Title], Journal": its translation.
        let translated = i == title.end && !title.is_empty() && draft.reader.word(i) == "[";
        if translated || read(draft, i, close) {
            draft.reader.take(i..close + 1);
        }
        i = close + 1;
    }
}

/// The last token of what an unclosed bracket at `open` holds: its year.
fn unclosed(reader: &Reader, open: usize) -> Option<usize> {
    (open + 1..(open + 24).min(reader.len()))
        .find(|&i| year(reader, i))
        .filter(|&i| reader.at(i + 1).parts() || reader.at(i + 1).is == Is::End)
}

/// Reads the brackets from `open` to `close`; whether they are no part of what is around them.
fn read(draft: &mut Draft, open: usize, close: usize) -> bool {
    let reader = &draft.reader;
    let inside = open + 1..close;
    // An unclosed bracket ends with its year.
    let inner_end = if reader.at(close).is == Is::Close { close } else { close + 1 };
    // "1990 [1960]", "1990 [zuerst 1960]"
    if inside.is_empty() || (reader.word(open) == "[" && open > 0 && year(reader, open - 1)) {
        return true;
    }
    if (open + 1..inner_end).all(|i| reader.at(i).used || reader.at(i).parts()) {
        return true;
    }
    if editor_mark(reader, open, reader.len()).is_some() {
        return true;
    }
    if let Some((_, range)) = in_brackets(reader, open) {
        let weight = if draft.numbered.first().is_some_and(|&i| i < open) { 7 } else { 6 };
        let bytes = reader.bytes_with_stop(range.start, range.end);
        draft.year_found(bytes, weight);
        return true;
    }
    let first = reader.at(open + 1);
    // "(Eng.)", "(statement of Sen. Roe)"
    let said = reader.at(open + 1).case == Case::Lower || inside.len() <= 3;
    let plain = !inside.clone().any(|i| year(reader, i)) && !first.has(CITY);
    if draft.law && said && plain && at_end(reader, close) && reader.before(open).used {
        return true;
    }
    if inside.clone().any(|i| reader.at(i).has(THESIS)) && inside.len() < 30 {
        thesis(draft, open + 1, inner_end);
        return true;
    }
    if first.has(TRANS | ACCESS | BACK) || inside.clone().take(12).any(|i| reader.at(i).has(TRANS) && reader.at(i).len() >= 4) {
        return true;
    }
    if inside.clone().take(6).any(|i| matches!(reader.word(i), "Original" | "original" | "Originally")) {
        return true;
    }
    let square = reader.word(open) == "[";
    let used = (open + 1..inner_end).any(|i| reader.at(i).used);
    let year_at = (open + 1..inner_end).rev().find(|&i| !reader.at(i).used && year(reader, i));
    let last_year = year_at.filter(|&i| {
        year_end(reader, i) >= inner_end
            || reader.at(year_end(reader, i)).used
            || matches!(reader.at(year_end(reader, i)).is, Is::Comma | Is::Open | Is::Semi)
            || reader.at(year_end(reader, i)).is == Is::Dash && year_end(reader, i) + 1 == inner_end
    });
    // "(London: Vale, forthcoming)"
    let none = inside.clone().skip(1).find(|&i| !reader.at(i).used && undated(reader, i).is_some_and(|end| end >= inner_end));
    let last_year = last_year.or(none);
    let colon = inside.clone().any(|i| reader.at(i).is == Is::Colon);
    let press = inside.clone().any(|i| reader.at(i).has(PRESS) && reader.at(i).capital());
    let lower = inside
        .clone()
        .filter(|&i| reader.at(i).is == Is::Word && reader.at(i).case == Case::Lower && !reader.at(i).used && !reader.at(i).has(AND))
        .count();
    let city = reader.at(open + 1).has(CITY) || reader.at(close - 1).has(CITY);
    if last_year.is_some()
        || (colon && (press || city) && lower <= 2)
        || (press && lower <= 1)
        || (city && inside.len() <= 5 && lower == 0 && at_end(reader, close))
    {
        if let Some(i) = last_year {
            let end = if none == Some(i) { inner_end } else { year_end(reader, i) };
            let bytes = reader.bytes_with_stop(i, end);
            draft.year_found(bytes, 8);
        }
        place(draft, open + 1, last_year.unwrap_or(inner_end));
        return true;
    }
    // "[Film]", "(2nd ed.)", "(HL)" say how, not what.
    used || square && !first.has(TITLE)
}

/// Whether nothing that could be a title comes behind token `close`.
fn at_end(reader: &Reader, close: usize) -> bool {
    (close + 1..reader.len().min(close + 8)).all(|i| reader.at(i).is != Is::Word || reader.at(i).used || reader.at(i).has(PAGE))
}

/// "PhD diss., Harvard University, 1999" from `from` up to `to`: the university made it.
pub(super) fn thesis(draft: &mut Draft, from: usize, to: usize) {
    let reader = &draft.reader;
    if let Some(i) = (from..to).rev().find(|&i| year(reader, i) && !reader.at(i).used) {
        let bytes = reader.bytes(i, year_end(reader, i));
        draft.year_found(bytes, 8);
    }
    let mut start = from;
    for i in from..=to {
        let token = draft.reader.at(i);
        if !(i == to || token.is == Is::Comma || token.is == Is::Colon || token.is == Is::Semi || token.used || draft.reader.ends(i)) {
            continue;
        }
        let body = (start..i).any(|k| draft.reader.at(k).has(ORG)) && !(start..i).any(|k| draft.reader.at(k).has(THESIS));
        // "Diss. Univ. Berlin", "PhD thesis University of Leeds"
        let behind = (start..i)
            .rev()
            .find(|&k| draft.reader.at(k).has(THESIS))
            .map(|k| k + 1)
            .filter(|&k| (k..i).any(|k| draft.reader.at(k).has(ORG)));
        let at = if body { Some(start) } else { behind };
        if let Some(at) = at.filter(|_| draft.fields.publisher.is_none()) {
            let end = (at..i).find(|&k| year(&draft.reader, k)).unwrap_or(i);
            draft.fields.publisher = draft.reader.bytes(at, end).and_then(|bytes| draft.field(bytes));
        } else if start < i
            && draft.fields.place.is_none()
            && (start..i).all(|k| draft.reader.at(k).capital() && draft.reader.at(k).has(CITY))
        {
            draft.fields.place = draft.reader.bytes(start, i).and_then(|bytes| draft.field(bytes));
        }
        start = i + 1;
    }
    draft.reader.take(from..to);
}

/// Whether the tokens are the name of a place: few words with capitals, a known one among them.
pub(super) fn place_like(reader: &Reader, from: usize, to: usize) -> bool {
    let (mut words, mut known) = (0, false);
    for i in from..to {
        let token = reader.at(i);
        match token.is {
            Is::Word
                if token.has(PRESS | JOURNAL | THESIS) && !token.has(CITY)
                    || token.has(ED | IN) && token.case == Case::Lower && token.len() < 3 && !token.has(IN) =>
            {
                return false;
            }
            Is::Word => {
                words += 1;
                known |= token.has(CITY) && token.case != Case::Lower;
                if token.case == Case::Lower
                    && !token.has(AND)
                    && !matches!(reader.word(i), "am" | "an" | "der" | "sur" | "upon" | "the" | "de" | "im" | "ob" | "a" | "la")
                {
                    return false;
                }
                if token.has(ORG) && !token.has(CITY) {
                    return false;
                }
            }
            Is::Comma | Is::Stop | Is::Slash | Is::Dash | Is::Amp | Is::Semi | Is::Open | Is::Close => {}
            _ => return false,
        }
    }
    known && words > 0 && words <= 6
}

/// Splits what is between `from` and `to` into place and publisher.
pub(super) fn place(draft: &mut Draft, from: usize, to: usize) {
    let reader = &draft.reader;
    let mut from = from;
    let mut to = to;
    // "1924; repr., Oxford: Lode"
    let lead =
        |i: usize| year(reader, i) && reader.at(i + 1).is == Is::Semi || matches!(reader.word(i), "repr" | "rpt" | "Repr" | "reprint");
    while from < to && (reader.at(from).used || matches!(reader.at(from).is, Is::Comma | Is::Stop | Is::Semi) || lead(from)) {
        from += 1;
    }
    while from < to && (reader.at(to - 1).used || matches!(reader.at(to - 1).is, Is::Comma | Is::Semi | Is::Colon)) {
        to -= 1;
    }
    // "3rd edn" and "vol. 2" may stand before it.
    if let Some(i) = (from..to).rev().find(|&i| reader.at(i).used) {
        from = i + 1;
    }
    if from >= to {
        return;
    }
    let colon = (from..to).find(|&i| reader.at(i).is == Is::Colon);
    let (place, publisher) = if let Some(colon) = colon {
        // "London: Routledge; New York: Praeger": the first of several.
        let end = (colon + 1..to)
            .find(|&i| reader.at(i).is == Is::Semi || reader.at(i).is == Is::Colon && (colon + 1..i).any(|k| reader.at(k).is == Is::Slash))
            .unwrap_or(to);
        // "Series 12, London: X"
        let start = (from..colon)
            .rev()
            .find(|&i| {
                reader.at(i).is == Is::Comma && !reader.at(i + 1).has(CITY) || reader.at(i).is == Is::Semi && !place_like(reader, from, i)
            })
            .filter(|&i| place_like(reader, i + 1, colon) && !place_like(reader, from, i) && reader.at(i + 1).len() > 3);
        (Some((start.map_or(from, |i| i + 1), colon)), Some((colon + 1, end)))
    } else {
        let parts = parts(reader, from, to);
        match parts.as_slice() {
            [] => (None, None),
            [(a, b)] => {
                let (a, b) = (*a, *b);
                let made = (a..b).any(|i| reader.at(i).has(PRESS) || reader.at(i).has(ORG) && !reader.at(i).has(CITY));
                let comma = reader.at(to).is == Is::Comma || to < draft.reader.len() && reader.at(b).is == Is::Comma;
                if let Some(split) = trailing_city(reader, a, b).filter(|_| made) {
                    (Some((split, b)), Some((a, split)))
                } else if made || !(comma || (a..b).any(|i| reader.at(i).has(CITY))) && reader.at(to).is != Is::Close {
                    (None, Some((a, b)))
                } else {
                    (Some((a, b)), None)
                }
            }
            [first, rest @ ..] => {
                let last = rest.last().copied().unwrap_or(*first);
                let made =
                    |(a, b): (usize, usize)| (a..b).any(|i| reader.at(i).has(PRESS) || reader.at(i).has(ORG) && !reader.at(i).has(CITY));
                let city = |(a, b): (usize, usize)| place_like(reader, a, b);
                // "Bury, UK"
                let land = last.1 == last.0 + 1 && reader.at(last.0).case == Case::Upper && reader.at(last.0).len() <= 3;
                let town = first.1 == first.0 + 1 && reader.at(first.0).case == Case::Capital && parts.len() == 2;
                if land && town && !made(*first) {
                    (Some((first.0, last.1)), None)
                } else if city(last) && !city(*first) {
                    let before = parts.iter().position(|&part| city(part)).unwrap_or(parts.len() - 1);
                    // "Wiley & Sons, Thornbury, UK": a town nobody knows.
                    let town = |&(a, b): &(usize, usize)| {
                        b == a + 1
                            && reader.at(a).case == Case::Capital
                            && !reader.at(a).has(PRESS | ORG | JOURNAL)
                            && reader.at(a).len() > 3
                    };
                    let unknown = made(*first) && before >= 2 && before + 1 == parts.len() && parts.get(before - 1).is_some_and(town);
                    let before = before - usize::from(unknown);
                    let split = parts.get(before).copied().unwrap_or(last);
                    (
                        Some((split.0, last.1)),
                        parts.get(before.saturating_sub(1)).map(|&part| if made(*first) { (first.0, part.1) } else { part }),
                    )
                } else if city(*first) || made(last) || !made(*first) {
                    let cities = parts.iter().take_while(|&&part| city(part)).count().clamp(1, parts.len());
                    let end = parts.get(cities - 1).map_or(first.1, |part| part.1);
                    (Some((first.0, end)), parts.get(cities).map(|part| (part.0, last.1)))
                } else {
                    (None, Some((first.0, last.1)))
                }
            }
        }
    };
    set(draft, place, publisher);
}

/// Keeps place and publisher where none is known yet.
pub(super) fn set(draft: &mut Draft, place: Option<(usize, usize)>, publisher: Option<(usize, usize)>) {
    let field = |draft: &Draft, range: Option<(usize, usize)>| {
        range.and_then(|(from, to)| draft.reader.bytes_abbreviated(from, to)).and_then(|bytes| draft.field(bytes))
    };
    if draft.fields.place.is_none() {
        draft.fields.place = field(draft, place);
    }
    if draft.fields.publisher.is_none() {
        draft.fields.publisher = field(draft, publisher);
    }
}

/// Where the city begins in "Verlag C. H. Beck München", none where the last word is none.
fn trailing_city(reader: &Reader, from: usize, to: usize) -> Option<usize> {
    let last = to.checked_sub(1).filter(|&i| i > from)?;
    let before = reader.at(last - 1);
    let plain =
        reader.at(last).has(CITY) && !reader.at(last).has(PRESS) && before.is == Is::Word && before.case != Case::Lower && !before.has(AND);
    let two = matches!(reader.word(last), "York" | "Hague" | "Delhi" | "Angeles" | "Haven");
    (plain && !reader.at(last).has(ORG)).then_some(if two { last - 1 } else { last }).filter(|&i| i > from)
}

/// The pieces between commas.
fn parts(reader: &Reader, from: usize, to: usize) -> Vec<(usize, usize)> {
    let mut parts = Vec::new();
    let mut start = from;
    for i in from..=to {
        if i == to || matches!(reader.at(i).is, Is::Comma | Is::Semi) {
            let edition = (start..i).any(|k| reader.at(k).has(EDITION | REVISED | VOL) && reader.at(k).used);
            if i > start && !edition && (start..i).any(|k| reader.at(k).is == Is::Word && !reader.at(k).used) {
                parts.push((start, i));
            }
            start = i + 1;
        }
    }
    parts
}

/// A date that is all between two commas is no place: whether `from..to` says when.
pub(super) fn dated(reader: &Reader, from: usize, to: usize) -> bool {
    dates::date(reader, from).is_some_and(|date| date.end + 1 >= to)
        || (to == from + 1 && reader.at(from).has(MONTH | SAME) && reader.at(from).capital())
}
