//! Callouts without a year: numbers and labels in square brackets, names with pages, ibid., addresses.

use std::ops::Range;

use super::super::locator;
use super::names::{self, Place};
use super::tokens::{Kind, Token};
use super::years::{self, Page};
use super::{Callout, Points, words};

/// No run of numbers is counted out further.
const LONGEST_RUN: u32 = 50;

fn callout(range: Range<usize>, points: Points, locator: Option<Range<usize>>) -> Callout {
    Callout { range, points, locator, certain: false, exact: false, given: String::new(), words: Vec::new() }
}

/// What leans on the citation before it.
pub(super) fn leaning(range: Range<usize>, locator: Option<Range<usize>>) -> Callout {
    Callout { certain: true, ..callout(range, Points::Leaning, locator) }
}

/// "[3]", "[3, 5–7]", "[3, p. 12]": the bracket that opens at `open` and closes at `close`.
pub(super) fn numbers(text: &str, open: usize, close: usize) -> Option<Callout> {
    let inside = text.get(open + 1..close)?;
    let mut at = inside.len() - inside.trim_start().len();
    at += signal(inside.get(at..)?);
    let start = open + 1 + at;
    let mut found: Vec<u32> = Vec::new();
    let mut locator = None;
    let mut run = false;
    let end = loop {
        let rest = inside.get(at..)?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let number: u32 = rest.get(..digits).filter(|_| (1..=4).contains(&digits))?.parse().ok()?;
        if number == 0 || years::plausible(rest.get(..digits)?) || rest.starts_with('0') {
            return None;
        }
        match found.last() {
            Some(&first) if run => {
                if number <= first {
                    return None;
                }
                found.extend((first + 1..=number).take(LONGEST_RUN as usize));
            }
            _ => found.push(number),
        }
        at += digits;
        let end = open + 1 + at;
        let rest = inside.get(at..)?;
        let trimmed = rest.trim_start();
        if trimmed.is_empty() {
            break end;
        }
        if let Some(page) = years::page(text, end, close).filter(|page| page.named) {
            if !text.get(page.end..close)?.trim().is_empty() {
                return None;
            }
            locator = Some(page.value);
            break page.end;
        }
        let joint = trimmed.chars().next()?;
        if joint == ','
            && let Some(said) = part(trimmed.get(1..)?)
        {
            let start = close - trimmed.len() + 1 + said.start;
            locator = Some(start..start + said.len());
            break start + said.len();
        }
        if joint == ',' && trimmed.get(1..).is_some_and(|rest| OTHERS.contains(&rest.trim())) {
            break end;
        }
        run = matches!(joint, '-' | '–' | '—' | '−');
        if !run && !matches!(joint, ',' | ';') {
            return None;
        }
        at = inside.len() - trimmed.len() + joint.len_utf8();
        at += inside.get(at..)?.len() - inside.get(at..)?.trim_start().len();
    };
    let before = text.get(..open)?;
    if is_index(before) || (found.len() == 2 && is_interval(before)) {
        return None;
    }
    Some(callout(start..end, Points::Numeric(found), locator))
}

/// Whether two callouts are the ends of one run of numbers.
pub(super) fn runs(first: &Points, last: &Points) -> bool {
    matches!((first, last), (Points::Numeric(from), Points::Numeric(to))
        if from.last().zip(to.first()).is_some_and(|(from, to)| from < to && to - from < LONGEST_RUN))
}

/// Makes "[4]–[6]" one callout for all from 4 to 6.
pub(super) fn join(first: &mut Callout, last: Callout) {
    if let (Points::Numeric(numbers), Points::Numeric(further)) = (&mut first.points, last.points) {
        let next = numbers.last().map_or(0, |from| from + 1);
        let to = further.first().copied().unwrap_or(next);
        numbers.extend(next..to);
        numbers.extend(further);
        first.range.end = last.range.end;
        first.locator = last.locator;
    }
}

/// What may stand behind numbers and cites nothing more.
const OTHERS: &[&str] =
    &["and references therein", "and the references therein", "and references cited therein", "and others", "among others"];

/// Where a part of a work stands in words that go on to the bracket's end: " Sec. III", " Theorem 4(b)".
fn part(rest: &str) -> Option<Range<usize>> {
    #[rustfmt::skip]
    const PARTS: &[&str] = &[
        "sec", "sect", "section", "sections", "secs", "th", "thm", "theorem", "theorems", "lemma", "lem", "prop", "proposition", "cor", "corollary", "def", "definition",
        "eq", "eqs", "equation", "table", "fig", "figs", "figure", "ch", "chap", "chapter", "chapters", "appendix", "app", "example", "ex", "remark", "rem", "part", "vol",
        "book", "art", "no", "alg", "algorithm", "satz", "kap", "abschnitt", "supplement",
    ];
    let words = rest.trim();
    let word = words.get(..words.find(|c: char| !c.is_alphabetic())?)?;
    let behind = words.get(word.len()..)?.trim_start_matches(['.', ' ', '\u{a0}']);
    let counts = behind.starts_with(|c: char| c.is_ascii_digit() || matches!(c, 'I' | 'V' | 'X' | 'A'..='E' | '('));
    let known = PARTS.contains(&word.to_lowercase().as_str()) && counts && words.len() <= 48 && !words.contains([';', '[']);
    let start = rest.len() - rest.trim_start().len();
    known.then(|| start..start + words.len())
}

/// Whether what stands before a bracket makes it an index, as in "x[1]".
fn is_index(before: &str) -> bool {
    let mut back = before.chars().rev();
    back.next().is_some_and(|c| c.is_alphabetic() && back.next().is_none_or(|c| !c.is_alphabetic() && c != '.'))
        || before.ends_with(['=', '∈', '×', '^', '_'])
}

/// Whether what stands before a bracket makes it an interval.
fn is_interval(before: &str) -> bool {
    let word = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    before.trim_end().ends_with(['∈', '=', '≈'])
        || matches!(word.to_lowercase().as_str(), "interval" | "range" | "intervals" | "ci" | "between" | "intervall")
}

/// How many bytes of signal words `inside` begins with.
fn signal(inside: &str) -> usize {
    ["see also ", "see, e.g., ", "see e.g. ", "see ", "cf. ", "e.g., ", "e.g. ", "vgl. ", "siehe ", "voir "]
        .iter()
        .find(|word| inside.starts_with(**word))
        .map_or(0, |word| word.len())
}

/// "[Smi01, ABC+99]".
pub(super) fn labels(text: &str, open: usize, close: usize) -> Option<Callout> {
    let inside = text.get(open + 1..close)?.trim();
    if inside.len() > 200 || !inside.ends_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let mut found = Vec::new();
    for part in inside.split([',', ';']) {
        let part = part.trim();
        let letters = part.find(|c: char| !(c.is_alphabetic() || matches!(c, '+' | '*' | '-'))).unwrap_or(part.len());
        let rest = part.get(letters..)?;
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let tail = rest.get(digits..)?;
        let fits = part.starts_with(char::is_alphabetic)
            && letters <= 12
            && matches!(digits, 2 | 4)
            && (tail.is_empty() || (tail.len() == 1 && tail.starts_with(|c: char| c.is_ascii_lowercase())));
        let lettered = part.get(..letters).is_some_and(|word| word.contains(char::is_uppercase));
        if !fits || !lettered {
            return None;
        }
        found.push(part.to_owned());
    }
    let start = open + 1 + text.get(open + 1..close)?.find(inside)?;
    Some(callout(start..start + inside.len(), Points::Labels(found), None))
}

/// Where "ibid." and its like end that begin at `start`.
pub(super) fn ibid(text: &str, start: usize, limit: usize) -> Option<usize> {
    let rest = text.get(start..limit)?;
    let fixed = [
        "a.a.O.",
        "a. a. O.",
        "op. cit.",
        "op.cit.",
        "op cit.",
        "op. cit",
        "loc. cit.",
        "loc.cit.",
        "loc. cit",
        "l.c.",
        "cit. above",
        "Op. cit.",
        "Loc. cit.",
    ];
    if let Some(word) = fixed.iter().find(|word| rest.starts_with(**word)) {
        return Some(start + word.len());
    }
    let word = rest.get(..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len()))?;
    if !words::is_ibid(word) {
        return None;
    }
    let end = start + word.len();
    let dot = text.get(end..limit).is_some_and(|rest| rest.starts_with('.'));
    (dot || !matches!(word, "id" | "ID" | "Id" | "ib")).then_some(end + usize::from(dot))
}

/// A page with nothing but a space before it: "ibid 12".
pub(super) fn bare_page(text: &str, from: usize, limit: usize) -> Option<Page> {
    let found = locator::leading(text.get(from..limit)?)?;
    text.get(from + found.range.end..limit)?.trim().is_empty().then(|| Page {
        end: from + found.range.end,
        value: from + found.value.start..from + found.value.end,
        named: found.named,
    })
}

/// A page with its word and nothing else: "p. 12", "pp. 4–5, emphasis added".
pub(super) fn lone_page(text: &str, from: usize, limit: usize) -> Option<Page> {
    let rest = text.get(from..limit)?;
    let found = locator::leading(rest)?;
    let word = rest.get(..rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len()))?;
    let lower = word.to_lowercase();
    let page = matches!(
        lower.as_str(),
        "p" | "pp" | "page" | "pages" | "pg" | "pgs" | "seite" | "seiten" | "pág" | "págs" | "pag" | "pagg" | "pags"
    );
    let dotted = (lower == "s" || lower == "p") && rest.get(word.len()..).is_some_and(|rest| rest.starts_with('.'));
    // "(S 12)" and "(p 12)" alone are too little; "(p. 0.05)" is a probability.
    if !found.named || !(dotted || page && lower != "p") {
        return None;
    }
    let after = rest.get(found.range.end..)?;
    let closed = after.trim_start().is_empty() || after.trim_start().starts_with([',', ';']) || after.trim() == ".";
    let number = rest.get(found.value.clone())?;
    (closed && !number.starts_with('0')).then(|| Page {
        end: from + found.range.end,
        value: from + found.value.start..from + found.value.end,
        named: true,
    })
}

/// "(Smith 12)", "(Smith and Jones 45–6)", "(Smith, War 12)", "(“War” 12)", "(Smith, op. cit., p. 12)".
pub(super) fn author_page(text: &str, tokens: &[Token]) -> Option<Callout> {
    let (first, last) = (tokens.first()?, tokens.last()?);
    if tokens.len() > 40 || matches!(first.kind, Kind::Number) {
        return None;
    }
    let op_cit =
        tokens.iter().zip(tokens.iter().skip(2)).position(|(op, cit)| matches!(op.of(text), "op" | "loc") && cit.of(text) == "cit");
    // The page: the first number, with the word before it, that runs to the end.
    let page_at = |index: usize| {
        let token = tokens.get(index)?;
        let mut found = locator::leading(text.get(token.start..last.end)?)?;
        if !found.named {
            let more = further_pages(text.get(token.start + found.range.end..last.end)?);
            found.range.end += more;
            found.value.end += more;
        }
        let digits = text.get(token.start + found.value.start..token.start + found.value.end)?;
        let year = years::plausible(digits.get(..4).unwrap_or(""))
            && !digits.get(4..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let all = text.get(token.start + found.range.end..last.end)?.trim_matches([' ', '.']).is_empty();
        (all && (!year || found.named) && !digits.starts_with('0')).then_some((index, token.start, found))
    };
    let page = (1..tokens.len()).find_map(page_at);
    let (head, start, found) = match (op_cit, page) {
        (Some(at), page) => (at, None, page.map(|(_, start, found)| (start, found))),
        (None, Some((at, start, found))) => (at, Some(start), Some((start, found))),
        _ => return None,
    };
    let named = tokens.get(..head)?;
    let end = found.as_ref().map_or(last.end, |(start, found)| start + found.range.end);
    let locator = found.map(|(start, found)| start + found.value.start..start + found.value.end);
    let _ = start;
    let trimmed = match named.split_last()? {
        (last, rest) if matches!(last.kind, Kind::Comma | Kind::Colon) => rest,
        _ => named,
    };
    // A title alone in quotation marks.
    if first.kind == Kind::Quote && trimmed.last().is_some_and(|token| token.kind == Kind::Quote) && trimmed.len() > 2 {
        let inner = text.get(first.end..trimmed.last()?.start)?.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '\''));
        return Some(callout(first.start..end, Points::AuthorPage { names: Vec::new(), title: Some(inner.to_owned()) }, locator));
    }
    // Names, then perhaps a title behind a comma.
    let whole = names::before(text, trimmed, Place::Bracket).filter(|run| run.first == 0 && !run.suspect && !run.weak);
    let comma = trimmed.iter().position(|token| token.kind == Kind::Comma);
    let titled = comma.and_then(|comma| {
        let run = names::before(text, trimmed.get(..comma)?, Place::Bracket).filter(|run| run.first == 0 && !run.suspect && !run.weak)?;
        let rest = trimmed.get(comma + 1..)?;
        let title = text
            .get(rest.first()?.start..rest.last()?.end)?
            .trim_matches(|c: char| matches!(c, '"' | '“' | '”' | '\'' | '‘' | '«' | '»' | ',' | ' '));
        title.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()).then(|| (run, title.to_owned()))
    });
    let (run, title) = match (whole, titled) {
        (Some(run), None) => (run, None),
        (Some(run), Some(_)) if run.joined || run.et_al || run.names.len() == 1 => (run, None),
        (_, Some((run, title))) => (run, Some(title)),
        // "(Dog's Part 9)": a title that is set apart by nothing; two words of it at least.
        _ if trimmed.len() > 1 && trimmed.iter().all(Token::is_capital) => {
            let title = text.get(first.start..trimmed.last()?.end)?;
            return Some(callout(first.start..end, Points::AuthorPage { names: Vec::new(), title: Some(title.to_owned()) }, locator));
        }
        _ => return None,
    };
    if run.names.iter().any(|name| name.split(' ').any(|word| words::is_suspect(word) && words::is_month(word))) {
        return None;
    }
    let mut found = callout(run.start..end, Points::AuthorPage { names: run.names, title }, locator);
    found.given = run.given;
    found.words = run.words;
    Some(found)
}

/// How many bytes at the start of `rest` are further pages: ", 140", ", 140, 152–53". None of them can be a year.
fn further_pages(rest: &str) -> usize {
    let mut at = 0;
    while let Some(behind) = rest.get(at..).and_then(|rest| rest.strip_prefix(',')) {
        let gap = behind.len() - behind.trim_start().len();
        // "120, n. 4": a note on that page.
        let note = behind.get(gap..).is_some_and(|rest| rest.starts_with("n. ") || rest.starts_with("nn. ") || rest.starts_with("note "));
        let Some(found) = locator::leading(behind).filter(|found| !found.named || note) else { break };
        let digits = behind.get(gap..).map_or("", |digits| digits.get(..4).unwrap_or(""));
        if years::plausible(digits) {
            break;
        }
        at += 1 + found.range.end;
    }
    at
}

/// Whether what stands before a bracket is a part of this very text: "Chapter 4 (p. 201)", "Table 2 (p. 5)".
pub(super) fn own_part(before: &str) -> bool {
    #[rustfmt::skip]
    const PARTS: &[&str] = &[
        "chapter", "section", "part", "appendix", "figure", "fig", "table", "map", "plate", "note", "footnote", "above", "below", "overleaf", "kapitel", "abschnitt",
        "abbildung", "tabelle", "chapitre", "tableau",
    ];
    let mut words = before.rsplit(|c: char| c.is_whitespace() || c == '.').filter(|word| !word.is_empty());
    let last = words.next().unwrap_or("").to_lowercase();
    let number = last.chars().all(|c| c.is_ascii_digit() || matches!(c, 'i' | 'v' | 'x' | 'a'..='f')) && last.len() <= 5;
    PARTS.contains(&last.as_str()) || number && words.next().is_some_and(|word| PARTS.contains(&word.to_lowercase().as_str()))
}

/// Adds the addresses of `text` that no callout in `found` covers.
pub(super) fn addresses(text: &str, found: &mut Vec<Callout>) {
    let mut taken: Vec<Range<usize>> = found.iter().map(|callout| callout.range.clone()).collect();
    taken.sort_unstable_by_key(|range| range.start);
    let mut at = 0;
    while let Some(start) = next_address(text, at) {
        let end = end_of_address(text, start);
        at = end.max(start + 1);
        while !text.is_char_boundary(at) {
            at += 1;
        }
        let before = taken.partition_point(|range| range.start < end);
        let free = before.checked_sub(1).and_then(|index| taken.get(index)).is_none_or(|range| range.end <= start);
        let Some(address) = text.get(start..end).filter(|address| address.len() > 8 && free) else { continue };
        found.push(Callout { certain: true, ..callout(start..end, Points::Url(address.to_owned()), None) });
    }
}

/// Where the next address at or behind `from` starts.
fn next_address(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let found = at + memchr::memchr3(b':', b'w', b'1', bytes.get(at..)?)?;
        let begins = |start: usize| {
            !text.get(..start).is_some_and(|head| head.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '@' | '.' | '/')))
        };
        match bytes.get(found)? {
            b':' if text.get(found..).is_some_and(|rest| rest.starts_with("://")) => {
                let head = text.get(from..found)?;
                let scheme = head.len() - head.bytes().rev().take_while(u8::is_ascii_alphabetic).count();
                if matches!(head.get(scheme..)?.to_ascii_lowercase().as_str(), "http" | "https" | "ftp") {
                    return Some(from + scheme);
                }
            }
            b'w' if text.get(found..).is_some_and(|rest| rest.starts_with("www.")) && begins(found) => return Some(found),
            b'1' if text.get(found..).is_some_and(is_doi)
                && !text.get(..found).is_some_and(|head| head.ends_with(|c: char| c.is_alphanumeric() || c == '.')) =>
            {
                let head = text.get(from..found)?;
                let lead = ["doi.org/", "doi: ", "doi:", "DOI: ", "DOI:", "DOI ", "doi "]
                    .iter()
                    .find(|lead| head.ends_with(**lead))
                    .map_or(0, |lead| lead.len());
                return Some(found - lead);
            }
            _ => {}
        }
        at = found + 1;
    }
}

/// "10.1000/182"
fn is_doi(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("10.") else { return false };
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    (4..=6).contains(&digits)
        && rest
            .get(digits..)
            .is_some_and(|rest| rest.starts_with('/') && rest.get(1..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric)))
}

/// Where the address ends that starts at `start`: before white space, a bracket that it did not open, and the sentence's
/// own signs.
fn end_of_address(text: &str, start: usize) -> usize {
    let Some(rest) = text.get(start..) else { return start };
    // "doi: 10.1000/182" has a space within.
    let lead = ["doi: ", "DOI: ", "DOI ", "doi "].iter().find(|lead| rest.starts_with(**lead)).map_or(0, |lead| lead.len());
    let mut depth = 0;
    let mut len = rest.len();
    for (at, c) in rest.char_indices().skip(lead) {
        let stop = match c {
            '(' | '[' => {
                depth += 1;
                false
            }
            ')' | ']' => {
                depth -= 1;
                depth < 0
            }
            '<' | '>' | '"' | '“' | '”' | '»' | '«' | '‘' | '{' | '}' | '|' => true,
            c => c.is_whitespace(),
        };
        if stop {
            len = at;
            break;
        }
    }
    let words = rest.get(..len).unwrap_or("");
    start + words.trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '*']).len()
}
