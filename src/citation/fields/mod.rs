//! What one reference says, split into its parts: whose work it is, what it is called, where and when it came out, which
//! page is meant. Reads the styles of notes and of lists alike, and what people make of them who follow none.

mod keys;

use super::{Field, Fields, Name, locator};
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

/// Splits `text`, which is one reference on one line, into fields whose spans are ranges of `text`.
pub(super) fn parse(text: &str, form: Kind) -> Fields {
    let mut fields = Fields::default();
    let field = |start: usize, end: usize| text.get(start..end).map(|words| Field { text: words.to_owned(), span: Span::new(start, end) });
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = text.get(at..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit())) {
        let start = at + found;
        let len = bytes.iter().skip(start).take_while(|byte| byte.is_ascii_digit()).count();
        at = start + len;
        if len == 4 && text.get(start..at).is_some_and(|year| ("1500".."2040").contains(&year)) {
            fields.year = field(start, at);
        }
    }
    if form == Kind::Note
        && let Some(found) = locator::trailing(text)
    {
        fields.locator = field(found.value.start, found.value.end);
    }
    let end = text.find([',', '(']).unwrap_or(text.len());
    if let Some(name) = text.get(..end).map(str::trim).filter(|name| !name.is_empty()) {
        let (given, family) = name.rsplit_once(' ').unwrap_or(("", name));
        fields.authors.push(Name { family: family.to_owned(), given: given.to_owned(), span: Span::new(0, end) });
    }
    fields
}
