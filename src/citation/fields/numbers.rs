//! Volumes, issues, pages: the numbers of a reference, with their words ("vol. 2, no. 3, pp. 4–5") and in the short
//! forms of journals ("12(3):45–9", "11, no. 2 (1994): 86").

use std::ops::Range;

use super::Draft;
use super::dates::{in_brackets, year};
use super::pages::{Page, pages_at_open, under};
use super::tokens::{Case, Is, Reader};
use super::words::{ABBR, EDITION, ISSUE, JOURNAL, MONTH, PAGE, REVISED, SEASON, VOL};
use crate::citation::locator;

/// Whether the token at `i` is a roman number of capitals.
fn roman(reader: &Reader, i: usize) -> bool {
    let token = reader.at(i);
    token.is == Is::Word
        && matches!(token.case, Case::Upper | Case::Initial)
        && token.len() <= 8
        && reader.word(i).bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L' | b'C'))
}

/// The token behind a number or a range of them at `i`.
pub(super) fn number(reader: &Reader, i: usize) -> Option<usize> {
    let number = |i: usize| matches!(reader.at(i).is, Is::Number | Is::Mixed) && reader.at(i).len() <= 7;
    if roman(reader, i) {
        return Some(i + 1);
    }
    if !number(i) || reader.at(i).used {
        return None;
    }
    let mut end = i + 1;
    while matches!(reader.at(end).is, Is::Dash) && reader.at(end + 1).is == Is::Dash {
        end += 1;
    }
    // "2431– 2438" was cut by a line end.
    let cut = reader.at(end).is == Is::Dash && reader.at(i).is == Is::Number && reader.at(end + 1).len() == reader.at(i).len();
    let tight = !reader.at(end + 1).space || reader.at(end).space || cut && reader.at(i).len() >= 2;
    if matches!(reader.at(end).is, Is::Dash | Is::Slash | Is::Amp)
        && number(end + 1)
        && tight
        && !(reader.at(end).is == Is::Slash && year(reader, end + 1))
    {
        return Some(end + 2);
    }
    Some(i + 1)
}

/// Finds volume, issue and pages in all tokens but those of the quoted `title`, from `from` on.
pub(super) fn read(draft: &mut Draft, from: usize, title: Range<usize>) {
    let mut i = from;
    while i < draft.reader.len() {
        if title.contains(&i) {
            i = title.end;
            continue;
        }
        let token = draft.reader.at(i);
        if token.used {
            i += 1;
            continue;
        }
        let next = match token.is {
            Is::Open if draft.note && back(&draft.reader, i) => {
                let close = token.mate + 1;
                draft.reader.take(i..close);
                Some(close)
            }
            Is::Word if token.len() <= 3 && matches!(draft.reader.word(i), "bk" | "Bk" | "bks") => {
                let at = i + 1 + usize::from(draft.reader.at(i + 1).is == Is::Stop);
                let end = number(&draft.reader, at).filter(|_| draft.reader.before(i).parts() || draft.reader.before(i).used);
                draft.reader.take(i..end.unwrap_or(i));
                end
            }
            Is::Word if token.len() == 1 && draft.reader.word(i) == "s" && draft.reader.word(i + 2) == "v" => under(draft, i),
            Is::Word if glued(draft.reader.word(i)) => paged(draft, i),
            Is::Word if token.has(VOL | ISSUE) => worded(draft, i).or_else(|| paged(draft, i)),
            Is::Word if token.has(PAGE) => paged(draft, i),
            Is::Word if roman(&draft.reader, i) => journal(draft, i),
            Is::Word if token.has(EDITION) => edition(draft, i),
            Is::Section => paged(draft, i),
            Is::Number | Is::Mixed => ordinal_volume(draft, i).or_else(|| journal(draft, i)).or_else(|| bare_range(draft, i)),
            Is::Other if matches!(draft.reader.word(i), "#" | "№") => worded(draft, i),
            _ => None,
        };
        i = next.unwrap_or(i + 1).max(i + 1);
    }
}

/// Whether the brackets at `open` point to another note: "(n 12)".
fn back(reader: &Reader, open: usize) -> bool {
    reader.at(open).mate == open + 3 && matches!(reader.word(open + 1), "n" | "nn" | "note") && reader.at(open + 2).is == Is::Number
}

/// Whether `word` is a page with its word glued to it: "p45".
fn glued(word: &str) -> bool {
    let digits = word.strip_prefix("pp").or_else(|| word.strip_prefix('p')).unwrap_or("");
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// "vol. 2", "Bd. 12", "no. 3", "n° 2", "# 30".
fn worded(draft: &mut Draft, i: usize) -> Option<usize> {
    let reader = &draft.reader;
    let token = reader.at(i);
    let mut at = i + 1;
    while at < i + 4 && (matches!(reader.at(at).is, Is::Stop | Is::Other) || matches!(reader.word(at), "º" | "o" | "°")) {
        at += 1;
    }
    let end = number(reader, at).filter(|_| !ordinal(reader, at))?;
    let before = reader.before(i);
    // "J. H. 2": an initial is no issue; "Resolution No. 4" is part of a name.
    let short = token.len() == 1 && token.case != Case::Lower;
    if short && !(before.used || matches!(before.is, Is::Comma | Is::Close | Is::Quote | Is::Semi | Is::End)) {
        return None;
    }
    if roman(reader, at) && reader.at(at).len() == 1 && !token.has(VOL) {
        return None;
    }
    if token.has(ISSUE)
        && !token.has(VOL)
        && matches!(before.is, Is::Word)
        && !before.used
        && matches!(
            reader.word(i.saturating_sub(1)),
            "Resolution" | "Protocol" | "Convention" | "Symphony" | "Section" | "Article" | "Case"
        )
    {
        return None;
    }
    // "285 n.12": a footnote.
    if draft.law && matches!(reader.word(i), "n" | "nn") {
        return None;
    }
    let volume = token.has(VOL);
    // "No. 03-1234": the file of a case.
    if draft.law && !volume && draft.fields.container.is_some() {
        if matches!(before.is, Is::Word | Is::Stop) {
            return None;
        }
        draft.reader.take(i..end);
        return Some(end);
    }
    let bytes = reader.bytes(at, end);
    let slot = if volume { &mut draft.fields.volume } else { &mut draft.fields.issue };
    if slot.is_none() {
        *slot = bytes.and_then(|bytes| super::field_of(draft.reader.text, bytes));
    }
    if !volume || end - at == 1 {
        draft.numbered.push(i);
    }
    draft.reader.take(i..end);
    // "vol. 12(3)", "vol. 12:3"
    if volume && draft.fields.issue.is_none() {
        if let Some(behind) = issue_in_brackets(draft, end) {
            return Some(pages_behind(draft, behind).unwrap_or(behind));
        }
        let reader = &draft.reader;
        if matches!(reader.at(end).is, Is::Colon | Is::Stop | Is::Slash)
            && !reader.at(end + 1).space
            && reader.at(end + 1).is == Is::Number
            && !year(reader, end + 1)
        {
            draft.fields.issue = draft.reader.bytes(end + 1, end + 2).and_then(|bytes| draft.field(bytes));
            draft.reader.take(end..end + 2);
            return Some(pages_behind(draft, end + 2).unwrap_or(end + 2));
        }
    }
    Some(pages_behind(draft, end).unwrap_or(end))
}

/// ", 308–11.": a range between signs can be nothing but pages.
fn bare_range(draft: &mut Draft, i: usize) -> Option<usize> {
    let reader = &draft.reader;
    let end = number(reader, i).filter(|&end| end > i + 1 && reader.at(i + 1).is == Is::Dash)?;
    let closes = matches!(reader.at(end).is, Is::Comma | Is::Stop | Is::End);
    let years = year(reader, i) || year(reader, end - 1);
    let stands = reader.before(i).is == Is::Comma && closes && !years && !draft.note;
    if stands { pages_at(draft, i, true) } else { None }
}

/// Whether the token at `i` is "4th" or one of its kind.
fn ordinal(reader: &Reader, i: usize) -> bool {
    reader.at(i).is == Is::Mixed && reader.word(i).ends_with(['t', 'd', 'h'])
}

/// "12. Jg.", "3 vols."
fn ordinal_volume(draft: &mut Draft, i: usize) -> Option<usize> {
    let reader = &draft.reader;
    let word = i + 1 + usize::from(reader.at(i + 1).is == Is::Stop);
    if !reader.at(word).has(VOL) || reader.at(word).len() < 2 || reader.at(i).used {
        return None;
    }
    let end = word + 1 + usize::from(reader.at(word + 1).is == Is::Stop);
    if number(reader, end).is_some()
        && !ordinal(reader, end)
        && !year(reader, end)
        && !matches!(reader.at(word).end - reader.at(word).start, 2)
    {
        return None;
    }
    // So many volumes are not a volume.
    let plural = word == i + 1 || matches!(reader.word(word), "vols" | "volumes" | "Bde" | "Bände" | "Vols");
    if !plural && draft.fields.volume.is_none() {
        draft.fields.volume = draft.reader.bytes(i, i + 1).and_then(|bytes| draft.field(bytes));
        draft.numbered.push(i);
    }
    draft.reader.take(i..end);
    Some(end)
}

/// "(3)", "(3–4)", "(Suppl 1)" behind a volume: the issue. The token behind it.
fn issue_in_brackets(draft: &mut Draft, open: usize) -> Option<usize> {
    let reader = &draft.reader;
    let close = reader.at(open).mate;
    if reader.at(open).is != Is::Open || close <= open + 1 || close > open + 8 || in_brackets(reader, open).is_some() {
        return None;
    }
    let mut at = open + 1;
    if reader.at(at).has(ISSUE) || matches!(reader.word(at), "Suppl" | "suppl" | "Supplement" | "Spec" | "Pt" | "Special") {
        at += 1 + usize::from(reader.at(at + 1).is == Is::Stop);
    }
    let supplement = at > open + 1 && !reader.at(open + 1).has(ISSUE);
    let end = number(reader, at).filter(|&end| end <= close)?;
    if end < close && !reader.at(end).has(MONTH | SEASON) && reader.at(end).is != Is::Comma {
        return None;
    }
    let from = if supplement { open + 1 } else { at };
    if draft.fields.issue.is_none() {
        draft.fields.issue = draft.reader.bytes(from, end).and_then(|bytes| draft.field(bytes));
    }
    draft.reader.take(open..close + 1);
    Some(close + 1)
}

/// Pages and all else that `locator` reads, behind their word at `i`.
pub(super) fn paged(draft: &mut Draft, i: usize) -> Option<usize> {
    let reader = &draft.reader;
    let token = reader.at(i);
    let before = reader.before(i);
    let stop = reader.at(i + 1).is == Is::Stop;
    let apart = before.parts() || before.used || matches!(before.is, Is::Mark | Is::Number);
    // "Chapter 7" inside a title is part of it.
    if !(apart
        || token.is == Is::Section
        || (token.len() <= 4 && token.case == Case::Lower && stop)
        || (token.len() <= 2 && stop && reader.at(i + 2).is == Is::Number))
    {
        return None;
    }
    if token.len() == 1 && !stop && token.case != Case::Lower && before.is != Is::Comma {
        return None;
    }
    let roman = reader.at(i + 1).is == Is::Word;
    if roman && !stop && token.case != Case::Lower {
        return None;
    }
    let found = locator::leading(reader.text.get(token.start..)?).filter(|found| found.named)?;
    let end_byte = token.start + found.range.end;
    let mut end = i + 1;
    while reader.at(end).start < end_byte && (!reader.at(end).used || end == i + 1) {
        end += 1;
    }
    // "§ 2, 116 Stat. 2135": a volume that was found before is no section.
    let cut = reader.at(end).used && reader.at(end).start < end_byte;
    let end_byte = if cut { reader.bytes(i, end).map_or(end_byte, |bytes| bytes.end) } else { end_byte };
    // "§ 552(b)(1)"
    let mut end_byte = end_byte;
    while token.is == Is::Section
        && matches!(reader.at(end).is, Is::Stop | Is::Dash)
        && matches!(reader.at(end + 1).is, Is::Number | Is::Mixed)
        && !reader.at(end).space
        && !reader.at(end + 1).space
    {
        end_byte = reader.at(end + 1).end;
        end += 2;
    }
    while token.is == Is::Section && reader.at(end).is == Is::Open && !reader.at(end).space && reader.at(end).mate == end + 2 {
        end_byte = reader.at(end + 2).end;
        end += 3;
    }
    let bytes = token.start + found.value.start..end_byte;
    let words = reader.text.get(bytes.clone()).unwrap_or("");
    let range = words.contains(['-', '–', '—', '‑', '−']);
    // "p. 12 f." keeps no stop; "S. 45, hier S. 50" has two.
    let part = found.value.start == 0;
    draft.pages.push(Page { bytes, range, journal: false, part });
    draft.reader.take(i..end);
    if reader_is(draft, end, "hier") || reader_is(draft, end + 1, "hier") {
        let at = if reader_is(draft, end, "hier") { end } else { end + 1 };
        draft.reader.take(at..at + 1);
    }
    if range && !part { meant_behind(draft, end, false).or(Some(end)) } else { Some(end) }
}

/// "pp. 45–60, 52", "45–60 at 52", "45–60, here 52": the page meant behind those covered, which end at `end`.
fn meant_behind(draft: &mut Draft, end: usize, journal: bool) -> Option<usize> {
    let mark = end + usize::from(matches!(draft.reader.at(end).is, Is::Comma | Is::Semi));
    let said = ["at", "here", "hier", "ici", "esp", "especially"].iter().any(|word| reader_is(draft, mark, word));
    let at = mark + usize::from(said) + usize::from(said && draft.reader.at(mark + 1).is == Is::Stop);
    let after = draft.reader.at(end).is;
    if !said && after != Is::Comma || at == end {
        return None;
    }
    let behind = pages_at(draft, at, journal)?;
    if said {
        draft.reader.take(mark..at);
    }
    Some(behind)
}

/// Whether the token at `i` is exactly `word`.
pub(super) fn reader_is(draft: &Draft, i: usize, word: &str) -> bool {
    draft.reader.word(i) == word
}

/// A bare number or range at `at`, as pages. The token behind.
pub(super) fn pages_at(draft: &mut Draft, at: usize, journal: bool) -> Option<usize> {
    let reader = &draft.reader;
    let first = reader.at(at);
    // "S12" and "e0123456" are pages too.
    let coded = first.is == Is::Word && first.len() <= 9 && (first.case == Case::Upper || reader.word(at).starts_with('e'));
    let sheet = coded && reader.word(at).ends_with(|c: char| c.is_ascii_digit());
    if first.used || !(sheet || matches!(first.is, Is::Number | Is::Mixed)) {
        return None;
    }
    let end = number(reader, at).unwrap_or(at + 1);
    let next = reader.at(end);
    let follows = matches!(reader.word(end), "f" | "ff");
    let footnote = draft.law && matches!(reader.word(end), "n" | "nn");
    if !(next.parts() || next.used || follows || footnote || next.is == Is::Mark) || date_at(reader, at) {
        return None;
    }
    if year(reader, at) && end == at + 1 && draft.year_weight == 0 && !draft.law {
        return None;
    }
    let end = if follows { end + 1 } else { end };
    let bytes = reader.bytes(at, end)?;
    let range = end > at + 1 && !follows;
    draft.pages.push(Page { bytes, range, journal, part: false });
    draft.reader.take(at..end);
    if journal && (range || draft.law) {
        return meant_behind(draft, end, true).or(Some(end));
    }
    Some(end)
}

/// Whether a date begins at `at`.
fn date_at(reader: &Reader, at: usize) -> bool {
    super::dates::date(reader, at).is_some_and(|date| date.end > at + 1)
}

/// The pages behind a volume or an issue that ends before `at`: ": 45–60", "(1994): 86", ", 45-60", "(2001),357-385".
fn pages_behind(draft: &mut Draft, at: usize) -> Option<usize> {
    let mut i = at;
    let mut bracket = false;
    if let Some((end, range)) = in_brackets(&draft.reader, i).filter(|_| !draft.reader.at(i).used) {
        let bytes = draft.reader.bytes(range.start, range.end);
        draft.year_found(bytes, 8);
        draft.reader.take(i..end);
        bracket = true;
        i = end;
    }
    let reader = &draft.reader;
    let sign = reader.at(i).is;
    let mut behind = i;
    while behind < i + 2 && matches!(reader.at(behind).is, Is::Comma | Is::Colon) {
        behind += 1;
    }
    // "26(5). 795–804."
    let range = sign == Is::Stop && number(reader, i + 1).is_some_and(|end| end > i + 2 && reader.at(i + 2).is == Is::Dash);
    let signed = range && !year(reader, i + 1)
        || behind > i
        || (bracket && sign == Is::Number)
        || (bracket && sign == Is::Stop && reader.at(i + 1).is == Is::Number);
    if !signed {
        return bracket.then_some(i);
    }
    if sign == Is::Stop {
        behind += 1;
    }
    // "2 (2002) 4, S. 301": the issue behind the year.
    if bracket && sign == Is::Number && reader.at(i + 1).is == Is::Comma && reader.at(i + 2).has(PAGE) && draft.fields.issue.is_none() {
        draft.fields.issue = reader.bytes(i, i + 1).and_then(|bytes| draft.field(bytes));
        draft.reader.take(i..i + 1);
        return Some(i + 1);
    }
    // "vol. 2, 2001": a year, not a page.
    let lone_year = year(reader, behind) && number(reader, behind) == Some(behind + 1) && sign != Is::Colon;
    if lone_year {
        return bracket.then_some(i);
    }
    pages_at(draft, behind, true).or(bracket.then_some(i))
}

/// Volume, issue and pages of a journal in their short forms, with the volume at `i`.
fn journal(draft: &mut Draft, i: usize) -> Option<usize> {
    let reader = &draft.reader;
    let before = reader.before(i);
    let next = reader.at(i + 1);
    let lone = before.is == Is::Word
        || before.used
        || matches!(before.is, Is::Comma | Is::Quote | Is::Close | Is::Semi)
        || (before.is == Is::Stop && i > 1);
    if !lone || reader.at(i).len() > 6 || (before.is == Is::Word && before.has(MONTH) && !before.has(JOURNAL)) {
        return None;
    }
    if year(reader, i) {
        // "J Hist 2001;12(3):45-9": the year, then the rest.
        let mut semi = super::dates::date(reader, i).map_or(i + 1, |date| date.end);
        if reader.at(semi).is == Is::Stop {
            semi += 1;
        }
        if reader.at(semi).is == Is::Semi && number(reader, semi + 1).is_some() {
            let bytes = reader.bytes(i, i + 1);
            draft.year_found(bytes, 8);
            draft.reader.take(i..semi + 1);
            return journal(draft, semi + 1).or(Some(semi + 1));
        }
        if next.is != Is::Open || next.space {
            return None;
        }
    }
    let roman = roman(reader, i);
    let tight = |at: usize| !reader.at(at).space;
    let volume = |draft: &mut Draft, end: usize| {
        if draft.fields.volume.is_none() {
            draft.fields.volume = draft.reader.bytes(i, end).and_then(|bytes| draft.field(bytes));
        }
        draft.numbered.push(i);
        draft.reader.take(i..end);
    };
    match next.is {
        // "The Law of Salt 60 (4th ed. 1971)"
        Is::Open if !roman && in_brackets(reader, i + 1).is_none() && book(draft, i) => {
            let end = number(reader, i)?;
            pages_at(draft, i, false).or(Some(end))
        }
        Is::Open => {
            if in_brackets(reader, i + 1).is_some() && !year(reader, i) {
                if before.is == Is::Stop && !before.used {
                    return None;
                }
                // "A THEORY OF JUSTICE 60 (1971)": a page of a book, as American lawyers cite it.
                if book(draft, i) {
                    pages_at_open(draft, i);
                    return Some(i + 1);
                }
                volume(draft, i + 1);
                return pages_behind(draft, i + 1);
            }
            if roman || !tight(i + 1) && reader.at(i + 2).is != Is::Number && !reader.at(i + 2).has(ISSUE) {
                return None;
            }
            let end = issue_in_brackets(draft, i + 1)?;
            volume(draft, i + 1);
            Some(pages_behind(draft, end).unwrap_or(end))
        }
        // "12:3 (1999), 45", "12.3 (1999): 45", "12/3 (2001)", "12: 45–67"
        // "10:18 a.m." is a time.
        Is::Colon if matches!(reader.word(i + 3), "a" | "p" | "h" | "Uhr") => None,
        Is::Colon | Is::Stop | Is::Slash if !roman && matches!(reader.at(i + 2).is, Is::Number) && reader.at(i).is == Is::Number => {
            let end = number(reader, i + 2)?;
            let behind = reader.at(end);
            let year_behind =
                in_brackets(reader, end).is_some() || (behind.is == Is::Comma && year(reader, end + 1) && next.is != Is::Colon);
            let third = behind.is == Is::Colon || (behind.is == Is::Comma && number(reader, end + 1).is_some());
            // "(Berkeley: …, 1978), 1:56": volume and page of a work in several.
            let work = draft.note
                && next.is == Is::Colon
                && before.is == Is::Comma
                && i >= 2
                && reader.at(i - 2).is == Is::Close
                && tight(i + 1)
                && tight(i + 2);
            if work && matches!(behind.is, Is::Stop | Is::End) {
                if let Some(bytes) = reader.bytes(i, end) {
                    draft.pages.push(Page { bytes, range: false, journal: false, part: false });
                    draft.reader.take(i..end);
                }
                return Some(end);
            }
            if next.is == Is::Colon && !year_behind && !(third && end == i + 3 && tight(i + 2)) {
                if before.is == Is::Stop && !before.used {
                    return None;
                }
                volume(draft, i + 1);
                return pages_behind(draft, i + 1);
            }
            if !tight(i + 1) || !tight(i + 2) || date_at(reader, i) || !(year_behind || third) {
                return None;
            }
            volume(draft, i + 1);
            draft.fields.issue = draft.reader.bytes(i + 2, end).and_then(|bytes| draft.field(bytes));
            draft.reader.take(i + 1..end);
            Some(pages_behind(draft, end).unwrap_or(end))
        }
        // "86 57–78"
        Is::Number if !roman && before.is == Is::Word && before.case != Case::Lower && !year(reader, i) => {
            let end = number(reader, i + 1).filter(|&end| end > i + 2)?;
            if !matches!(reader.at(end).is, Is::Comma | Is::Stop | Is::End) || year(reader, i + 1) {
                return None;
            }
            volume(draft, i + 1);
            pages_at(draft, i + 1, true)
        }
        // "11, no. 2", "12, H. 3", "15 no. 3", "6, (2001)"
        Is::Comma | Is::Word => {
            let at = i + 1 + usize::from(next.is == Is::Comma);
            let stop = at + 1 + usize::from(reader.at(at + 1).is == Is::Stop) + usize::from(reader.at(at + 1).is == Is::Other);
            if reader.at(at).has(ISSUE) && !date_at(reader, i) && number(reader, stop).is_some() && !year(reader, i) {
                volume(draft, i + 1);
                return worded(draft, at).or(Some(at));
            }
            // "9, 8 (1997)"
            let second = reader.at(at).is == Is::Number && in_brackets(reader, at + 1).is_some() && reader.at(i).is == Is::Number;
            if next.is == Is::Comma && second && !year(reader, i) && !year(reader, at) && (reader.at(at + 3).is != Is::End || !draft.note) {
                draft.fields.issue = draft.reader.bytes(at, at + 1).and_then(|bytes| draft.field(bytes));
                volume(draft, at);
                draft.fields.volume = draft.reader.bytes(i, i + 1).and_then(|bytes| draft.field(bytes));
                draft.reader.take(at..at + 1);
                return pages_behind(draft, at + 1);
            }
            if next.is == Is::Comma && in_brackets(reader, at).is_some() && !year(reader, i) {
                volume(draft, i + 1);
                return pages_behind(draft, at);
            }
            // "Journal, 12, pp. 4–5", "Journal 12, 45–67"
            let named = next.is == Is::Comma && reader.at(at).has(PAGE) && reader.at(at + 1).is == Is::Stop;
            let range = next.is == Is::Comma && number(reader, at).is_some_and(|end| end > at + 1) && !year(reader, at);
            let journal = (i.saturating_sub(8)..i)
                .rev()
                .take_while(|&k| !reader.ends(k) && reader.at(k).is != Is::Quote)
                .any(|k| reader.at(k).has(JOURNAL));
            if (range || named && journal) && reader.at(i).is == Is::Number && reader.at(i).len() <= 4 && !year(reader, i) {
                volume(draft, i + 1);
                return if named { None } else { pages_behind(draft, i + 1) };
            }
            None
        }
        _ => None,
    }
}

/// Whether the number at `i`, right before brackets, is the page of a book as American lawyers cite it: "A THEORY OF
/// JUSTICE 60 (1971)", "The Law of Salt 60 (4th ed. 1971)".
fn book(draft: &Draft, i: usize) -> bool {
    let reader = &draft.reader;
    let close = reader.at(i + 1).mate;
    if !draft.note || i < 3 || close < i + 3 || !year(reader, close - 1) || !reader.at(close - 1).space && close > i + 3 {
        return false;
    }
    let last = matches!(reader.at(close + 1).is, Is::Stop | Is::End) && reader.at(close + 2).is == Is::End;
    let before = reader.at(i - 1);
    let upper = before.case == Case::Upper && before.len() > 1 && (0..i).filter(|&k| reader.at(k).case == Case::Capital).count() == 0;
    let plain = !(i + 2..close).any(|k| matches!(reader.at(k).is, Is::Comma | Is::Colon | Is::Semi));
    let edition = plain && (i + 2..close).any(|k| reader.at(k).has(EDITION)) && before.is == Is::Word && before.len() > 2;
    last && (upper && reader.at(0).case != Case::Lower || edition)
}

/// "2nd ed.", "2., überarb. Aufl.", "rev. edn", with the word for edition at `i`.
fn edition(draft: &mut Draft, i: usize) -> Option<usize> {
    let reader = &draft.reader;
    let mut from = i;
    while from > 0 && i - from < 10 {
        let token = reader.at(from - 1);
        let ordinal = token.is == Is::Mixed && token.len() <= 5 || (token.is == Is::Number && token.len() <= 2);
        let fits = !token.used
            && (ordinal
                || token.has(REVISED)
                || token.and()
                || reader.word(from - 1) == "u"
                || (token.is == Is::Comma && from > 2 && reader.at(from - 2).is == Is::Stop && reader.at(from - 3).is == Is::Number)
                || (matches!(token.is, Is::Stop | Is::Comma) && from > 1 && {
                    let inner = reader.at(from - 2);
                    inner.has(REVISED) && (inner.case != Case::Capital || from == i && inner.has(ABBR))
                        || reader.word(from - 2) == "u"
                        || (inner.is == Is::Number && inner.len() <= 2)
                        || (inner.is == Is::Mixed && inner.len() <= 4 && token.is == Is::Stop)
                }));
        if !fits {
            break;
        }
        from -= 1;
    }
    while from < i && !(reader.at(from).has(REVISED) || matches!(reader.at(from).is, Is::Mixed | Is::Number)) {
        from += 1;
    }
    if from == i {
        return None;
    }
    // "the second edition of" is prose.
    let end = i + 1 + usize::from(reader.at(i + 1).is == Is::Stop);
    if reader.word(end) == "of"
        || reader.before(from).is == Is::Word && !reader.before(from).used && reader.before(from).case == Case::Lower
    {
        return None;
    }
    if draft.fields.edition.is_none() {
        draft.fields.edition = draft.reader.bytes(from, i).and_then(|bytes| draft.field(bytes));
    }
    draft.reader.take(from..end);
    Some(end)
}
