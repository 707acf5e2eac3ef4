//! Reports of cases, reviews and statutes as lawyers cite them: volume, reporter, first page, page meant, year. They look
//! like nothing else, so they are found before all other numbers.

use std::ops::Range;

use super::Draft;
use super::dates::year;
use super::numbers::{number, paged, pages_at, reader_is};
use super::tokens::{Case, Is};
use super::words::{ABBR, JOURNAL, MONTH};

/// Reports of cases and journals as lawyers cite them: "410 U.S. 113, 120 (1973)", "[1998] 1 AC 200", "42 U.S.C. § 1983".
/// Gives the first token of the first such place.
pub(super) fn read(draft: &mut Draft, title: Range<usize>) -> Option<usize> {
    let mut first = None;
    let mut i = title.end;
    while i < draft.reader.len() {
        match law_at(draft, i, first.is_none()) {
            Some((from, end)) => {
                first = first.or(Some(from));
                i = end.max(i + 1);
            }
            None => i += 1,
        }
    }
    first
}

/// One such place at `i`: its first token and the one behind it. Its fields are kept where `keep` says so.
fn law_at(draft: &mut Draft, i: usize, keep: bool) -> Option<(usize, usize)> {
    let reader = &draft.reader;
    let token = reader.at(i);
    let before = reader.before(i);
    let after_year = before.is == Is::Close && before.mate > 0 && year(reader, before.mate + 1) && before.mate + 2 == i - 1 && !before.used;
    let volume = token.is == Is::Number && token.len() <= 4;
    if token.used || !(volume || (after_year && token.capital())) {
        return None;
    }
    if !(after_year || matches!(before.is, Is::Comma | Is::Quote | Is::End | Is::Semi) || before.is == Is::Mark) {
        return None;
    }
    let start = i + usize::from(volume);
    let (mut end, mut words, mut short, mut upper, mut journal) = (start, 0, 0, 0, false);
    while end < start + 16 {
        let inner = reader.at(end);
        match inner.is {
            Is::Word if (inner.capital() || matches!(reader.word(end), "of" | "the" | "on" | "for" | "and")) && !inner.has(MONTH) => {
                words += 1;
                short += usize::from(reader.at(end + 1).is == Is::Stop || inner.has(ABBR));
                upper += usize::from(matches!(inner.case, Case::Upper | Case::Initial));
                journal |= inner.has(JOURNAL);
            }
            Is::Mixed if words > 0 && matches!(reader.word(end), "2d" | "3d" | "4th" | "2nd" | "3rd" | "5th") => {}
            Is::Stop | Is::Amp => {}
            Is::Quote if inner.mate == 0 && !inner.space => {}
            _ => break,
        }
        end += 1;
    }
    let last = reader.at(end);
    let section = last.is == Is::Section;
    let reporter = short > 0 || upper > 0 || journal;
    let lower_first = reader.at(start).case == Case::Lower;
    if words == 0 || words > 7 || !reporter || lower_first || !(section || (matches!(last.is, Is::Number) && last.len() <= 5)) {
        return None;
    }
    if !after_year && !section && !draft.note && short + upper < 2 {
        return None;
    }
    // "5 Sage 2001": a year where the page should be.
    if !section && !after_year && year(reader, end) && !matches!(reader.at(end + 1).is, Is::Comma | Is::Open) {
        return None;
    }
    let behind = reader.at(end + 1);
    let closes = matches!(behind.is, Is::Comma | Is::Open | Is::End | Is::Stop | Is::Dash | Is::Semi);
    if !(section || closes || matches!(reader.word(end + 1), "at" | "n" | "nn")) {
        return None;
    }
    draft.law = true;
    if keep {
        if volume {
            draft.fields.volume = draft.reader.bytes(i, i + 1).and_then(|bytes| draft.field(bytes));
        }
        draft.fields.container = draft.reader.bytes(start, end).and_then(|bytes| draft.field(bytes));
        if after_year {
            let open = before.mate;
            let bytes = draft.reader.bytes(open + 1, i - 1);
            draft.year_found(bytes, 9);
            draft.reader.take(open..i);
        }
    }
    let from = if after_year { before.mate } else { i };
    draft.reader.take(i..end);
    if section {
        let next = paged(draft, end).unwrap_or(end + 1);
        draft.statute = keep;
        return Some((from, next));
    }
    let close = number(&draft.reader, end).unwrap_or(end + 1);
    if keep {
        draft.fields.pages = draft.reader.bytes(end, close).and_then(|bytes| draft.field(bytes));
    }
    draft.reader.take(end..close);
    let mut next = close;
    let at = close + usize::from(draft.reader.at(close).is == Is::Comma) + usize::from(reader_is(draft, close, "at"));
    // The pages meant; a second report of the same case has its volume there.
    if at > close && !(draft.reader.at(at + 1).capital()) {
        next = pages_at(draft, at, true).unwrap_or(close);
    }
    // "(1973)", "(2d Cir. 1999)", "(HL)"
    let open = draft.reader.at(next);
    if open.is == Is::Open && open.mate > next && open.mate < next + 12 {
        let year_at = open.mate - 1;
        if year(&draft.reader, year_at) {
            let bytes = draft.reader.bytes(year_at, year_at + 1);
            draft.year_found(bytes, 9);
            draft.reader.take(next..open.mate + 1);
            next = open.mate + 1;
        } else if (next + 1..open.mate).all(|i| draft.reader.at(i).case != Case::Lower || draft.reader.at(i).is != Is::Word) {
            draft.reader.take(next..open.mate + 1);
            next = open.mate + 1;
            // "(HL) 180"
            if keep && draft.note && draft.reader.at(next).is == Is::Number {
                next = pages_at(draft, next, true).unwrap_or(next);
            }
        }
    }
    Some((from, next))
}
