//! What one reference says, split into its parts: whose work it is, what it is called, where and when it came out, which
//! page is meant. Reads the styles of notes and of lists alike, and what people make of them who follow none.
//!
//! What is surest goes first: addresses, then the year behind the names, then numbers with their words, then brackets.
//! Each sets its tokens aside. What is left lies between signs and is told apart by its words.

mod bodies;
mod body;
mod dates;
mod imprint;
mod keys;
mod law;
mod marks;
mod names;
mod numbers;
mod pages;
mod pieces;
#[cfg(test)]
mod tests;
mod tokens;
mod web;
mod words;

use std::ops::Range;

use self::names::End;
use self::pages::Page;
use self::tokens::{Case, Is, Reader};
use super::{Field, Fields};
use crate::text::Span;

pub(in crate::citation) use keys::{surname_key, title_key};

/// Where a reference stands, which says what to expect of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// In a note: names as spoken, commas between the parts, the page meant at the end.
    Note,
    /// In a list: family names first, the pages covered.
    Entry,
}

/// A reference half read.
struct Draft<'a> {
    reader: Reader<'a>,
    fields: Fields,
    /// Whether it stands in a note.
    note: bool,
    /// How sure the year is.
    year_weight: u8,
    /// Pages found, in order.
    pages: Vec<Page>,
    /// Tokens where volumes and issues begin.
    numbered: Vec<usize>,
    /// Whether lawyers wrote it.
    law: bool,
    /// Whether it is a statute: what comes before its number is no journal.
    statute: bool,
    /// The first byte of an address, or the end.
    web_start: usize,
}

impl Draft<'_> {
    /// The words at `bytes`.
    fn field(&self, bytes: Range<usize>) -> Option<Field> {
        field_of(self.reader.text, bytes)
    }

    /// Keeps the year at `bytes` unless a surer one is known.
    fn year_found(&mut self, bytes: Option<Range<usize>>, weight: u8) {
        if let Some(bytes) = bytes.filter(|_| weight > self.year_weight) {
            self.fields.year = self.field(bytes);
            self.year_weight = weight;
        }
    }
}

/// The words of `text` at `bytes`; `None` for none.
fn field_of(text: &str, bytes: Range<usize>) -> Option<Field> {
    let words = text.get(bytes.clone())?;
    let start = bytes.start + words.len() - words.trim_start().len();
    let words = words.trim();
    (!words.is_empty()).then(|| Field { text: words.to_owned(), span: Span::new(start, start + words.len()) })
}

/// Splits `text`, which is one reference on one line, into fields whose spans are ranges of `text`.
pub(super) fn parse(text: &str, form: Kind) -> Fields {
    let note = form == Kind::Note;
    let from = if note { 0 } else { list_number(text) };
    let reader = Reader { text, tokens: tokens::tokens(text, from) };
    let mut draft = Draft {
        reader,
        fields: Fields::default(),
        note,
        year_weight: 0,
        pages: Vec::new(),
        numbered: Vec::new(),
        law: false,
        statute: false,
        web_start: text.len(),
    };
    if draft.reader.len() == 0 {
        return draft.fields;
    }
    web::read(&mut draft);
    draft.web_start = draft.fields.url.as_ref().map_or(text.len(), |url| url.span.start);
    let head = dates::head(&mut draft);
    let title = quoted_title(&draft.reader, head.as_ref().map_or(0, |head| head.end), head.is_some());
    let mut from = match &head {
        Some(head) => {
            people(&mut draft, 0, head.names, End::Known);
            head.end
        }
        None if !title.is_empty() => {
            people(&mut draft, 0, title.start, End::Known);
            title.start
        }
        None => 0,
    };
    if head.is_some() {
        // "(2001) (ed.)": the mark may come late.
        if let Some(end) = marks::editor_mark(&draft.reader, from, draft.reader.len()).filter(|_| draft.reader.at(from).is == Is::Open) {
            editors_not_authors(&mut draft);
            draft.reader.take(from..end);
            from = end;
        }
    }
    let law = law::read(&mut draft, title.clone());
    let open = head.is_none() && title.is_empty();
    let mut colon = head.as_ref().is_some_and(|head| draft.reader.before(head.end).is == Is::Colon);
    if let Some(end) = newspaper(&mut draft).filter(|_| open && law.is_none()) {
        from = end;
    } else if open {
        from = open_head(&mut draft, law);
        colon = matches!(draft.reader.before(from).is, Is::Colon | Is::Comma);
    }
    numbers::read(&mut draft, from, title.clone());
    imprint::brackets(&mut draft, from, title.clone());
    if draft.year_weight < 6 {
        dates::bare(&mut draft, from, title.clone());
    }
    if note {
        pages::trailing(&mut draft, title.clone());
    }
    draft.numbered.sort_unstable();
    draft.pages.sort_by_key(|page| page.bytes.start);
    body::read(&mut draft, from, title, colon);
    pages::settle(&mut draft);
    // "Walsh, 124 P.3d at 215": a case by its short name.
    law::short(&mut draft);
    draft.fields
}

/// How many bytes of `text` are the number of its place in a list: "[12]", "12.", "(3)".
fn list_number(text: &str) -> usize {
    let lead = text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '•' | '▪' | '*' | '·' | '\u{feff}')).len();
    let rest = text.get(lead..).unwrap_or("");
    let open = rest.strip_prefix(['[', '(']);
    let inner = open.unwrap_or(rest);
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let behind = inner.get(digits..).unwrap_or("");
    let closed = match open {
        Some(_) => behind.strip_prefix([']', ')']),
        None => behind.strip_prefix('.').or_else(|| behind.strip_prefix(')')).filter(|rest| rest.starts_with(char::is_whitespace)),
    };
    match closed {
        Some(rest) if (1..=3).contains(&digits) => text.len() - rest.len(),
        _ => lead,
    }
}

/// The tokens of the title in quotation marks, empty for none. `from` is where it can begin at the earliest.
fn quoted_title(reader: &Reader, from: usize, headed: bool) -> Range<usize> {
    for i in from..reader.len() {
        let token = reader.at(i);
        if token.is != Is::Quote || token.mate <= i + 1 {
            // A title that has begun without a mark may quote others.
            if headed && token.is == Is::Word && !token.used {
                return 0..0;
            }
            continue;
        }
        let before = reader.before(i);
        // "coll. « Tel »" is a series.
        let series = before.is == Is::Stop
            && i >= 2
            && reader.at(i - 2).case == Case::Lower
            && reader.at(i - 2).is == Is::Word
            && !reader.at(i - 2).has(words::OTHERS | words::ED);
        if series {
            return 0..0;
        }
        let signed =
            i == 0 || i == from || before.used || matches!(before.is, Is::Comma | Is::Stop | Is::Colon | Is::Close | Is::Semi | Is::Dash);
        // "Iji Tetsuro "Mediation"": names alone come before.
        let named = !signed
            && !before.has(words::TITLE | words::JOIN)
            && marks::headlike(reader, from, i)
            && (from..i).filter(|&k| reader.at(k).is == Is::Word).count() <= 6;
        let fits = signed && (i == from || before.used || marks::headlike(reader, from, i)) || named;
        return if fits { i..token.mate + 1 } else { 0..0 };
    }
    0..0
}

/// Reads the names from `from` up to `to`.
fn people(draft: &mut Draft, from: usize, to: usize, mode: End) -> usize {
    let found = names::list(&draft.reader, from, to, mode);
    if found.editors {
        draft.fields.editors = found.names;
    } else {
        draft.fields.authors = found.names;
    }
    found.end
}

/// The names before were those of editors.
fn editors_not_authors(draft: &mut Draft) {
    if draft.fields.editors.is_empty() {
        draft.fields.editors = std::mem::take(&mut draft.fields.authors);
    }
}

/// "Harbour Echo, 7 March 1883, 1." in a note: a newspaper and its day are all there is. The token behind its name.
fn newspaper(draft: &mut Draft) -> Option<usize> {
    let reader = &draft.reader;
    let end = (0..reader.len().min(8)).find(|&i| reader.at(i).is != Is::Word)?;
    let date = dates::date(reader, end + 1).filter(|date| date.year.is_some() && date.end >= end + 4)?;
    let closes = date.end >= reader.len() || matches!(reader.at(date.end).is, Is::Comma | Is::Stop | Is::Open | Is::Semi);
    let (first, last) = (reader.at(0), reader.before(end));
    let named =
        |i: usize| reader.at(i).capital() || matches!(reader.word(i), "of" | "the" | "and" | "for" | "du" | "des" | "de" | "la" | "le");
    let person = first.has(words::GIVEN) || (0..end).any(|i| reader.at(i).case == Case::Initial);
    let paper = last.has(words::JOURNAL)
        || first.has(words::TITLE) && first.len() <= 3 && end > 1
        || end >= 3 && !(0..end).any(|i| reader.at(i).has(words::GIVEN | words::PARTICLE | words::ORG | words::TITLE | words::GENRE));
    if !draft.note || reader.at(end).is != Is::Comma || !closes || person || !paper || !first.capital() || !(0..end).all(named) {
        return None;
    }
    draft.fields.container = reader.bytes(0, end).and_then(|bytes| draft.field(bytes));
    draft.reader.take(0..end);
    Some(end)
}

/// Reads the names with which a reference begins when nothing but themselves says where they end.
fn open_head(draft: &mut Draft, law: Option<usize>) -> usize {
    let reader = &draft.reader;
    let stop = |i: &usize| {
        let token = reader.at(*i);
        token.used
            || matches!(token.is, Is::Number | Is::Mixed)
            || (token.is == Is::Open && marks::editor_mark(reader, *i, reader.len()).is_none())
    };
    let limit = (0..reader.len()).find(stop).unwrap_or(reader.len());
    let limit = law.map_or(limit, |law| limit.min(law));
    // "Smith v. Jones" is the title of a case.
    let near = (0..reader.len().min(24)).find(|&i| reader.at(i).used || matches!(reader.at(i).is, Is::Number | Is::Quote)).unwrap_or(24);
    let case = (0..near).any(|i| {
        let versus = matches!(reader.word(i), "v" | "vs" | "V") && reader.at(i).case != Case::Initial && reader.at(i + 1).is != Is::Comma;
        // "v. 1.01" is a version.
        let versus =
            versus && !matches!(reader.at(i + 1 + usize::from(reader.at(i + 1).is == Is::Stop)).is, Is::Number | Is::Mixed | Is::End);
        // "hg. v." is "ed. by".
        let by = i >= 2 && (reader.at(i - 1).has(words::ED) || reader.at(i - 2).has(words::ED));
        versus && i > 0 && !by
    });
    if case {
        return 0;
    }
    // "Salt Companies Act, R.S.C., c. 5" is by nobody.
    let piece = (0..limit).find(|&i| reader.at(i).parts()).unwrap_or(limit);
    let kind = piece.checked_sub(1).map_or("", |last| reader.word(last));
    if draft.note
        && piece >= 2
        && matches!(kind, "Act" | "Acts" | "Code" | "Regulations" | "Directive" | "Bill")
        && reader.at(piece).is != Is::Colon
    {
        return 0;
    }
    let mode = if draft.note { End::Note } else { End::Entry };
    let mut at = people(draft, 0, limit, mode);
    // "Jane Roe, Adam Vane, 1855–1900": the last of them is a title with its years.
    if at >= limit && dates::years(&draft.reader, limit) {
        let names = if draft.fields.authors.is_empty() { &mut draft.fields.editors } else { &mut draft.fields.authors };
        let start = names.pop().map_or(0, |name| name.span.start);
        let start =
            if start > 0 && (0..limit).any(|i| draft.reader.at(i).start + 8 > start && draft.reader.at(i).and()) { 0 } else { start };
        if start == 0 {
            names.clear();
        }
        at = (0..limit).find(|&i| draft.reader.at(i).start >= start).unwrap_or(limit);
    }
    // "Lind, Water, Wage and Word, 80": without a title there would be nothing but names.
    let plain = draft.fields.authors.iter().all(|name| name.given.is_empty());
    if draft.note && plain && draft.fields.authors.len() >= 3 {
        let said = |i: usize| draft.reader.at(i).is == Is::Word && !draft.reader.at(i).has(words::PAGE) || draft.reader.at(i).used;
        let second = draft.fields.authors.get(1).map_or(0, |name| name.span.start);
        if !(at..draft.reader.len()).any(said) && draft.reader.at(at).is != Is::End {
            draft.fields.authors.truncate(1);
            at = (0..at).find(|&i| draft.reader.at(i).start >= second).unwrap_or(at);
        }
    }
    while matches!(draft.reader.at(at).is, Is::Comma | Is::Semi | Is::Colon | Is::Dash) || (draft.reader.at(at).is == Is::Stop && at > 0) {
        at += 1;
    }
    at
}
