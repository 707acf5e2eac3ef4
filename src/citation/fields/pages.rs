//! Pages: those a work covers, and the one that is meant. Which is which shows only when all are found.

use std::ops::Range;

use super::super::Field;
use super::Draft;
use super::dates::year;
use super::tokens::{Case, Is};
use super::words::ORG;

/// A page or pages, as found.
#[derive(Clone, Debug)]
pub(super) struct Page {
    /// Its bytes, without the word for page.
    pub bytes: Range<usize>,
    /// Whether it is a range, as articles have.
    pub range: bool,
    /// Whether the number of a volume or issue comes right before it.
    pub journal: bool,
    /// Whether it counts something else than pages: "§ 4", "ch. 2".
    pub part: bool,
}

/// The number at `at` as a page, whatever comes behind.
pub(super) fn pages_at_open(draft: &mut Draft, at: usize) {
    if let Some(bytes) = draft.reader.bytes(at, at + 1) {
        draft.pages.push(Page { bytes, range: false, journal: false, part: false });
        draft.reader.take(at..at + 1);
    }
}

/// "s.v. “Salt”" at `i`: the word of a dictionary that is meant.
pub(super) fn under(draft: &mut Draft, i: usize) -> Option<usize> {
    let reader = &draft.reader;
    let from = i + 3 + usize::from(reader.at(i + 3).is == Is::Stop);
    let quoted = reader.at(from).is == Is::Quote && reader.at(from).mate > from;
    let end = if quoted { reader.at(from).mate + 1 } else { (from..reader.len()).find(|&k| reader.at(k).parts()).unwrap_or(reader.len()) };
    if reader.at(i + 1).is != Is::Stop || end <= from {
        return None;
    }
    let bytes = reader.at(i).start..reader.before(end).end;
    draft.pages.push(Page { bytes, range: false, journal: false, part: true });
    draft.reader.take(i..end);
    Some(end)
}

/// Says which of the pages found are those covered and which is the one meant.
pub(super) fn settle(draft: &mut Draft) {
    let pages = std::mem::take(&mut draft.pages);
    // A line end may have cut a range: "2431– 2438".
    let field = |draft: &Draft, page: &Page| {
        let field = draft.field(page.bytes.clone())?;
        let joined = ["–", "-", "—"]
            .iter()
            .fold(field.text, |text, dash| text.replace(&format!("{dash} "), dash).replace(&format!(" {dash}"), dash));
        Some(Field { text: joined, ..field })
    };
    let set = |draft: &mut Draft, covered: Option<&Page>, meant: Option<&Page>| {
        if draft.fields.pages.is_none() {
            draft.fields.pages = covered.and_then(|page| field(draft, page));
        }
        if draft.fields.locator.is_none() {
            draft.fields.locator = meant.and_then(|page| field(draft, page));
        }
    };
    let proper = || pages.iter().filter(|page| !page.part);
    if !draft.note {
        let covered = proper().find(|page| page.range).or_else(|| proper().next());
        let meant = if draft.law { pages.last() } else { None };
        set(draft, covered.filter(|_| !draft.law), meant);
        return;
    }
    match pages.as_slice() {
        [] => {}
        // A footnote behind the page ("285 n.12") is not what is meant first.
        _ if draft.law => set(draft, None, proper().next().or(pages.last())),
        [only] => set(draft, None, Some(only)),
        [first, .., last] if (first.range || first.journal) && !first.part => set(draft, Some(first), Some(last)),
        [.., last] => set(draft, None, pages.iter().find(|page| !page.part).or(Some(last))),
    }
}

/// A number at the very end of a note, with no word before it: "…, 2000), 150."
pub(super) fn trailing(draft: &mut Draft, title: Range<usize>) {
    let reader = &draft.reader;
    let mut end = reader.len();
    while end > 0
        && (matches!(reader.at(end - 1).is, Is::Stop | Is::Comma | Is::Semi | Is::Close | Is::Quote) && !reader.at(end - 1).used
            || (reader.at(end - 1).used && reader.at(end - 1).start >= draft.web_start))
    {
        end -= 1;
    }
    let mut from = end;
    // Walk back over "45, 47–48".
    let numeral = |i: usize| {
        matches!(reader.at(i).is, Is::Number | Is::Mixed) && !reader.at(i).used && reader.at(i).len() <= 6
            || matches!(reader.word(i), "f" | "ff") && !reader.at(i).used
    };
    // "12–14", "12/13", and "1.22" as the ancients are cited.
    let joint = |i: usize| match reader.at(i).is {
        Is::Dash | Is::Slash => true,
        Is::Stop => !reader.at(i).space && !reader.at(i + 1).space && numeral(i + 1),
        _ => false,
    };
    while from > title.end && from > 0 && from + 10 > end && (numeral(from - 1) || (joint(from - 1) && numeral(from.saturating_sub(2)))) {
        from -= 1;
        if from < end && reader.at(from).space && !numeral(from.saturating_sub(1)) {
            break;
        }
    }
    // ", ix.": a page of the front matter.
    let last = reader.at(end.saturating_sub(1));
    let front = from == end
        && end > 1
        && !last.used
        && last.is == Is::Word
        && last.case == Case::Lower
        && reader.word(end - 1).bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x'));
    if front && reader.at(end - 2).is == Is::Comma && draft.year_weight > 4 {
        pages_at_open(draft, end - 1);
        return;
    }
    if from >= end || !matches!(reader.at(from).is, Is::Number | Is::Mixed) {
        return;
    }
    // Behind a book's imprint there are only pages: "(Cambridge: …, 2006), 17, 22."
    if draft.year_weight == 8 && draft.numbered.is_empty() {
        while from >= 3
            && end - from < 16
            && reader.at(from - 1).is == Is::Comma
            && numeral(from - 2)
            && !reader.at(from - 2).used
            && matches!(reader.at(from - 3).is, Is::Comma | Is::Close)
        {
            from -= 2;
        }
    }
    // "33–52; here 40": what is covered stands before what is meant.
    let said = from >= 4 && matches!(reader.word(from - 1), "at" | "here" | "hier" | "ici" | "esp" | "especially");
    if said && matches!(reader.at(from - 2).is, Is::Comma | Is::Semi) {
        let mut first = from - 2;
        while first > title.end && (numeral(first - 1) || joint(first - 1)) {
            first -= 1;
        }
        if first + 3 == from - 2
            && reader.before(first).parts()
            && let (Some(covered), Some(meant)) = (reader.bytes(first, from - 2), reader.bytes(from, end))
        {
            draft.pages.push(Page { bytes: covered, range: true, journal: false, part: false });
            draft.pages.push(Page { bytes: meant, range: end > from + 1, journal: false, part: false });
            draft.reader.take(first..end);
            return;
        }
    }
    let before = reader.before(from);
    let fits =
        matches!(before.is, Is::Comma | Is::Colon | Is::Close | Is::Semi) || before.used || before.is == Is::Quote || before.is == Is::End;
    let stands = before.is == Is::Stop && from >= 2 && reader.before(from - 1).used;
    let lone_year = year(reader, from) && draft.year_weight < 5 && end == from + 1;
    let ordinal = reader.at(from).is == Is::Mixed && !reader.word(from).ends_with(|c: char| matches!(c, '0'..='9' | 'a'..='f' | 'n'));
    if !(fits || stands) || lone_year || ordinal || before.is == Is::Word && before.has(ORG) {
        return;
    }
    if let Some(bytes) = reader.bytes(from, end) {
        let range = end > from + 1;
        draft.pages.push(Page { bytes, range, journal: false, part: false });
        draft.reader.take(from..end);
    }
}
