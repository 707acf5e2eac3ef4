//! Where the prose points to a source, and what it says about it: "(Smith and Jones 2001a, p. 12)", "Smith (2001)",
//! "(Smith 12)", "[3, 5–7]", addresses, "(ibid., 12)". It reads shapes alone and says where a shape is not enough; which
//! entry of the list is meant, and whether there is one, is told elsewhere.

mod brackets;
mod clean;
mod names;
mod others;
#[cfg(test)]
mod tests;
mod tokens;
mod words;
mod years;

use std::ops::Range;

use brackets::Reader;
use clean::Clean;

/// A place that points to a source, or seems to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Callout {
    /// From the surname, or the year, to the locator.
    pub range: Range<usize>,
    /// What it says.
    pub points: Points,
    /// The page or section meant, without the word for page.
    pub locator: Option<Range<usize>>,
    /// Whether its shape alone shows that it is a citation; else only the list can say.
    pub certain: bool,
    /// Whether it is so weak that only an entry which fits in all it says can hold it.
    pub exact: bool,
    /// Initials or given names beside the first surname; empty where there are none.
    pub given: String,
    /// Where each word of each of its names stands, in order, when all are in the text before the year; else empty.
    pub words: Vec<usize>,
}

/// What a callout says about the work it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Points {
    /// A year with the names it belongs to: "(Smith and Jones 2001a)", "Smith (2001)".
    AuthorYear {
        /// Surnames as printed, or bodies.
        names: Vec<String>,
        /// Whether "et al." or the like follows them.
        et_al: bool,
        /// Digits with their letter; "1999/1952" where two are given; words such as "n.d." and "in press".
        year: String,
    },
    /// A name with a page: "(Smith 12)", "(Smith, War 12)".
    AuthorPage {
        /// Surnames as printed; none where a title stands alone.
        names: Vec<String>,
        /// A short title.
        title: Option<String>,
    },
    /// Numbers of entries, runs of them counted out.
    Numeric(Vec<u32>),
    /// Letters with digits that an entry begins with: "[Smi01, ABC+99]".
    Labels(Vec<String>),
    /// An address of the web, or a DOI.
    Url(String),
    /// Nothing of its own: "(ibid.)", "(p. 12)".
    Leaning,
}

/// A bracket longer than this encloses prose, not citations.
const LONGEST: usize = 2500;

/// So many brackets left open within another are no brackets.
const DEEPEST: usize = 32;

/// The callouts of `text`, which is one passage with its lines joined, in order. `markers` are the numbers of notes in it.
pub(super) fn find(text: &str, markers: &[Range<usize>]) -> Vec<Callout> {
    let sign = |byte: u8| matches!(byte, b'(' | b'[' | b'/' | b'0'..=b'9');
    if !text.bytes().any(sign) && !text.contains("www.") && !text.contains('（') {
        return Vec::new();
    }
    let clean = Clean::of(text, markers);
    let plain: &str = &clean.text;
    let marks = Marks::of(plain);
    let mut reader = Reader::new(plain);
    let mut years = marks.years.iter().copied().peekable();
    for bracket in &marks.brackets {
        while let Some(at) = years.next_if(|&at| at < bracket.start) {
            reader.bare(at);
        }
        reader.bracket(bracket.clone());
        while years.next_if(|&at| at < bracket.end).is_some() {}
    }
    years.for_each(|at| reader.bare(at));
    let mut found = reader.found;
    if marks.addresses {
        others::addresses(plain, &mut found);
    }
    in_order(&mut found);
    if !matches!(&clean.text, std::borrow::Cow::Borrowed(_)) {
        for callout in &mut found {
            callout.range = clean.back(&callout.range);
            callout.locator = callout.locator.take().map(|range| clean.back(&range));
            callout.words.iter_mut().for_each(|at| *at = clean.back(&(*at..*at + 1)).start);
        }
    }
    found
}

/// The addresses of the web and the DOIs in `text`, as printed.
pub(super) fn addresses(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    others::addresses(text, &mut found);
    found.into_iter().filter_map(|callout| if let Points::Url(url) = callout.points { Some(url) } else { None }).collect()
}

/// Sorts callouts and drops those that another, found before, overlaps.
fn in_order(found: &mut Vec<Callout>) {
    found.sort_by_key(|callout| callout.range.start);
    let mut end = 0;
    found.retain(|callout| {
        let free = callout.range.start >= end && !callout.range.is_empty();
        if free {
            end = callout.range.end;
        }
        free
    });
}

/// The signs of a text that a citation can hang on.
#[derive(Default)]
struct Marks {
    /// Outermost brackets, signs included, in order.
    brackets: Vec<Range<usize>>,
    /// Where four digits stand that can be a year.
    years: Vec<usize>,
    /// Whether an address can be in it.
    addresses: bool,
}

impl Marks {
    fn of(text: &str) -> Self {
        let mut marks = Self::default();
        let mut open: Vec<(usize, u8)> = Vec::new();
        let mut pairs: Vec<Range<usize>> = Vec::new();
        let bytes = text.as_bytes();
        let mut at = 0;
        while let Some(&byte) = bytes.get(at) {
            match byte {
                b'(' | b'[' => open.push((at, byte)),
                b')' | b']' => {
                    let opener = if byte == b')' { b'(' } else { b'[' };
                    // What opened too long ago is closed by nothing.
                    if open.first().is_some_and(|&(from, _)| at - from > LONGEST) {
                        open.retain(|&(from, _)| at - from <= LONGEST);
                    }
                    let deepest = open.len().saturating_sub(DEEPEST);
                    let fits = open.iter().skip(deepest).rposition(|&(_, sign)| sign == opener).map(|index| deepest + index);
                    if let Some(index) = fits {
                        pairs.extend(open.get(index).map(|&(from, _)| from..at + 1));
                        open.truncate(index);
                    }
                }
                b'0'..=b'9' => {
                    let digits = bytes.get(at..).unwrap_or(&[]).iter().take_while(|byte| byte.is_ascii_digit()).count();
                    if digits == 4 && matches!(byte, b'1' | b'2') {
                        marks.years.push(at);
                    }
                    marks.addresses |= digits == 2 && bytes.get(at..at + 3) == Some(b"10.");
                    at += digits;
                    continue;
                }
                b':' => marks.addresses |= bytes.get(at + 1..at + 3) == Some(b"//"),
                b'w' => marks.addresses |= bytes.get(at + 1..at + 4) == Some(b"ww."),
                _ => {}
            }
            at += 1;
        }
        pairs.sort_unstable_by_key(|pair| pair.start);
        let mut end = 0;
        pairs.retain(|pair| {
            let outer = pair.start >= end;
            if outer {
                end = pair.end;
            }
            outer
        });
        marks.brackets = pairs;
        marks
    }
}
