//! Reports of cases, reviews and statutes as lawyers cite them: volume, reporter, first page, page meant, year. They look
//! like nothing else, so they are found before all other numbers.

use std::ops::Range;

use super::Draft;
use super::dates::year;
use super::numbers::{number, paged, pages_at, reader_is};
use super::pages::Page;
use super::tokens::{Case, Is};
use super::words::{ABBR, JOURNAL, MONTH, ORG};

/// Reports of cases and journals as lawyers cite them: "410 U.S. 113, 120 (1973)", "[1998] 1 AC 200", "42 U.S.C. § 1983".
/// Gives the first token of the first such place.
pub(super) fn read(draft: &mut Draft, title: Range<usize>) -> Option<usize> {
    let mut first = congress(draft, &title).or_else(|| public(draft, &title));
    let mut i = title.end;
    while i < draft.reader.len() {
        let keep = draft.fields.container.is_none();
        match law_at(draft, i, keep) {
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
            Is::Word if words > 0 && paged_by_house(reader.word(end)) => break,
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
    // "148 Cong. Rec. S10,491"
    let code = words > 0 && paged_by_house(reader.word(end));
    // "222 F.3d at 145" leans on an earlier place, "2005 WL 119835" is in a database.
    let at = end + 1 + usize::from(starred(draft, end + 1));
    let short_form = reader_is(draft, end, "at") && reader.at(at).is == Is::Number && !after_year;
    let database = matches!(reader.word(end.saturating_sub(1)), "WL" | "LEXIS");
    let reporter = short > 0 || upper > 0 || journal;
    let lower_first = reader.at(start).case == Case::Lower;
    if words == 0
        || words > 7
        || !reporter
        || lower_first
        || !(section || short_form || code || (last.is == Is::Number && last.len() <= if database { 8 } else { 5 }))
    {
        return None;
    }
    if !after_year && !section && !draft.note && short + upper < 2 {
        return None;
    }
    // "5 Sage 2001": a year where the page should be.
    if !section && !short_form && !after_year && year(reader, end) && !matches!(reader.at(end + 1).is, Is::Comma | Is::Open) {
        return None;
    }
    let behind = reader.at(end + 1);
    let closes = matches!(behind.is, Is::Comma | Is::Open | Is::End | Is::Stop | Is::Dash | Is::Semi);
    if !(section || short_form || closes || matches!(reader.word(end + 1), "at" | "n" | "nn")) {
        return None;
    }
    draft.law = true;
    if keep {
        if volume {
            draft.fields.volume = draft.reader.bytes(i, i + 1).and_then(|bytes| draft.field(bytes));
        }
        draft.fields.container = draft.reader.bytes_with_stop(start, end).and_then(|bytes| draft.field(bytes));
        if database {
            let bytes = draft.reader.bytes(i, i + 1).filter(|_| year(&draft.reader, i));
            draft.year_found(bytes, 5);
        }
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
    if short_form {
        draft.reader.take(end..end + 1);
        let next = meant(draft, end + 1).unwrap_or(at + 1);
        return Some((from, next));
    }
    let mut close = number(&draft.reader, end).unwrap_or(end + 1);
    let (comma, rest) = (draft.reader.at(close), draft.reader.at(close + 1));
    if code && comma.is == Is::Comma && rest.is == Is::Number && !rest.space && rest.len() == 3 {
        close += 2;
    }
    if keep {
        draft.fields.pages = draft.reader.bytes(end, close).and_then(|bytes| draft.field(bytes));
    }
    draft.reader.take(end..close);
    let mut next = close;
    let comma = close + usize::from(draft.reader.at(close).is == Is::Comma);
    let at = comma + usize::from(reader_is(draft, comma, "at"));
    // The pages meant; a second report of the same case has its volume there.
    if at > close && !(draft.reader.at(at + 1).capital()) {
        next = meant(draft, at).unwrap_or(close);
        if next > close {
            draft.reader.take(close..at);
        }
    }
    // "(1973)", "(2d Cir. 1999)", "(HL)"
    let open = draft.reader.at(next);
    if open.is == Is::Open && open.mate > next && open.mate < next + 20 {
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

/// Whether `word` is a page of the records of a parliament: "S10".
fn paged_by_house(word: &str) -> bool {
    word.strip_prefix(['S', 'H', 'E']).is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether the token at `i` is the star of a page in a database: "at *3".
fn starred(draft: &Draft, i: usize) -> bool {
    reader_is(draft, i, "*") && draft.reader.at(i + 1).is == Is::Number && !draft.reader.at(i + 1).space
}

/// The page meant at `at`, with its star. The token behind.
fn meant(draft: &mut Draft, at: usize) -> Option<usize> {
    if !starred(draft, at) {
        return pages_at(draft, at, true);
    }
    let end = number(&draft.reader, at + 1)?;
    let bytes = draft.reader.at(at).start..draft.reader.before(end).end;
    draft.pages.push(Page { bytes, range: false, journal: true, part: false });
    draft.reader.take(at..end);
    Some(end)
}

/// "Pub. L. No. 107-296": the number of a statute, and its title where it has no other.
fn public(draft: &mut Draft, title: &Range<usize>) -> Option<usize> {
    let reader = &draft.reader;
    let i = (title.end..reader.len().min(title.end + 40)).find(|&i| {
        matches!(reader.word(i), "Pub" | "Priv") && reader.at(i + 1).is == Is::Stop && reader.word(i + 2) == "L" && !reader.at(i).used
    })?;
    let mut number = i + 3;
    while reader.at(number).is == Is::Stop || matches!(reader.word(number), "No" | "Nos") {
        number += 1;
    }
    if reader.at(number).is != Is::Number {
        return None;
    }
    let joint = matches!(reader.at(number + 1).is, Is::Dash) && reader.at(number + 2).is == Is::Number;
    let end = number + if joint { 3 } else { 1 };
    if i == title.end && title.is_empty() {
        draft.fields.title = reader.bytes(i, end).and_then(|bytes| draft.field(bytes));
    }
    draft.reader.take(i..end);
    draft.law = true;
    draft.statute = true;
    Some(i)
}

/// "Cong. Globe, 39th Cong., 2d Sess. 39 (1866)", "S. Rep. No. 94-755, at 13 (1976)": what a parliament printed is called
/// by its number and session.
fn congress(draft: &mut Draft, title: &Range<usize>) -> Option<usize> {
    let reader = &draft.reader;
    if !draft.note || !title.is_empty() || reader.at(0).used {
        return None;
    }
    let near = reader.len().min(24);
    let ordinal = |i: usize| reader.at(i).is == Is::Mixed && reader.at(i).len() <= 5;
    let piece = (0..near).find(|&i| reader.at(i).parts()).unwrap_or(near);
    let body = (0..piece).any(|i| reader.at(i).has(ORG));
    let session = (1..near).find(|&i| matches!(reader.word(i), "Cong" | "Congress" | "Leg") && ordinal(i - 1)).map(|cong| {
        let mut end = cong + 1;
        while matches!(reader.at(end).is, Is::Stop | Is::Comma) {
            end += 1;
        }
        let sess = ordinal(end) && matches!(reader.word(end + 1), "Sess" | "sess" | "Session");
        if sess { end + 2 } else { cong + 1 }
    });
    let chamber = matches!(reader.word(0), "H" | "S") && reader.at(1).is == Is::Stop;
    let report = || {
        let i = (1..8).find(|&i| matches!(reader.word(i), "Rep" | "Doc" | "Res"))?;
        let mut number = i + 1;
        while reader.at(number).is == Is::Stop || matches!(reader.word(number), "No" | "Nos") {
            number += 1;
        }
        let joint = reader.at(number + 1).is == Is::Dash && reader.at(number + 2).is == Is::Number;
        (reader.at(number).is == Is::Number && number > i + 1).then_some(number + if joint { 3 } else { 1 })
    };
    let end = session.filter(|_| !body).or_else(|| if chamber { report() } else { None })?;
    // Names come before a quoted title or another sign; here there are none.
    if !reader.at(0).capital() && !ordinal(0) || (0..end).any(|i| reader.at(i).used || reader.at(i).is == Is::Quote) {
        return None;
    }
    draft.fields.title = reader
        .bytes_with_stop(0, end + usize::from(session.is_some() && reader.at(end).is == Is::Stop))
        .and_then(|bytes| draft.field(bytes));
    draft.reader.take(0..end);
    draft.law = true;
    draft.statute = true;
    let mut at = end;
    while matches!(draft.reader.at(at).is, Is::Stop | Is::Comma) {
        at += 1;
    }
    let told = at + usize::from(reader_is(draft, at, "at"));
    if told > at || draft.reader.before(at).is == Is::Stop {
        draft.reader.take(at..told);
        meant(draft, told);
    }
    Some(0)
}

/// Whether a journal of law and no report of cases is the container: "Yale L.J.", "HARV. L. REV."
pub(super) fn review(words: &str) -> bool {
    let words: Vec<&str> = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.iter().enumerate().any(|(i, word)| {
        let known = ["rev", "review", "journal", "law", "quarterly"].iter().any(|known| word.eq_ignore_ascii_case(known));
        let next = words.get(i + 1).copied().unwrap_or("");
        let before = i.checked_sub(1).and_then(|i| words.get(i)).map_or(0, |word| word.len());
        known || word.eq_ignore_ascii_case("l") && !next.eq_ignore_ascii_case("ed") || *word == "J" && before > 1
    })
}

/// "Walsh, 124 P.3d at 215", "Dudley and Stephens, 14 Q.B.D. 273": what looked like names is a case by its short name.
pub(super) fn short(draft: &mut Draft) {
    let fields = &draft.fields;
    let reported = draft.law && draft.note && fields.volume.is_some() && fields.editors.is_empty();
    let report = fields.container.as_ref().is_some_and(|container| !review(&container.text));
    let (Some(first), Some(last)) = (fields.authors.first(), fields.authors.last()) else { return };
    if !reported || !report || fields.authors.iter().any(|name| !name.given.is_empty()) {
        return;
    }
    // "Regal (Hastings) Ltd.": the name was cut at its brackets.
    let end = match &fields.title {
        None => last.span.end,
        Some(title) if draft.reader.text.get(last.span.end..title.span.start).is_some_and(|between| between.trim().is_empty()) => {
            title.span.end
        }
        Some(_) => return,
    };
    let whole = draft.field(first.span.start..end);
    draft.fields.title = whole;
    draft.fields.authors.clear();
}
