//! What is left when names, years, numbers and brackets are taken: the title, what it is part of, who made it. The pieces
//! between commas and full stops are told apart by the words in them and by what comes next.

use std::ops::Range;

use super::Draft;
use super::dates;
use super::imprint::{dated, place, place_like, set, thesis};
use super::marks::{editor_mark, headlike};
use super::names::{self, End};
use super::pieces::{Piece, What, pieces, titleish, what};
use super::tokens::{Case, Is, Reader};
use super::words::{BY, CITY, ED, GENRE, IN, PRESS, SAME, TITLE, TRANS};

/// Whether a volume, an issue or the pages of an article come right behind `piece`.
fn numbered(draft: &Draft, piece: &Piece) -> bool {
    let to = piece.to;
    let behind = draft.numbered.get(draft.numbered.partition_point(|&i| i < to)).copied();
    if behind.is_some_and(|i| i < to + 4 && (to..i).all(|k| draft.reader.at(k).is != Is::Word)) {
        return true;
    }
    if !(draft.reader.at(to).used || draft.reader.at(to + 1).used) {
        return false;
    }
    let start = draft.reader.at(to).start;
    let page = draft.pages.get(draft.pages.partition_point(|page| page.bytes.start < start));
    page.is_some_and(|page| page.bytes.start < draft.web_start && (to..to + 5).any(|k| draft.reader.at(k).start == page.bytes.start))
}

/// Whether the year found comes right behind `piece`.
fn year_behind(draft: &Draft, piece: &Piece) -> bool {
    let Some(year) = draft.fields.year.as_ref() else { return false };
    (piece.to..piece.to + 3)
        .take_while(|&i| i == piece.to || draft.reader.before(i).is != Is::Word)
        .any(|i| draft.reader.at(i).start == year.span.start)
}

/// Reads title, container, place and publisher from token `from` on. `title` is that of a quoted title, empty for none;
/// `colon` says that a colon ended the names, as Germans write.
pub(super) fn read(draft: &mut Draft, from: usize, title: Range<usize>, colon: bool) {
    let quoted = !title.is_empty();
    if quoted {
        draft.fields.title = draft.reader.bytes(title.start + 1, title.end.saturating_sub(1)).and_then(|bytes| draft.field(bytes));
    }
    let mut all = pieces(&draft.reader, if quoted { title.end } else { from });
    if quoted && let Some(first) = all.first_mut().filter(|piece| piece.before == Is::End) {
        first.before = Is::Quote;
    }
    let mut next = 0;
    if !quoted {
        next = unquoted(draft, &all, colon);
    }
    let mut rest = all.split_off(next.min(all.len()));
    // A piece that was cut again, for a container that ends inside it.
    rest.reverse();
    let mut skip = 0;
    while let Some(mut piece) = rest.pop() {
        if piece.to <= skip {
            continue;
        }
        if piece.from < skip {
            piece.from = skip;
            piece.before = Is::Other;
        }
        match what(&draft.reader, &piece, false) {
            What::In => skip = container(draft, &piece, &rest),
            What::Editors => skip = editors(draft, &piece, true),
            What::Translators => skip = editors(draft, &piece, false),
            // "“Title.” Mill News: Letters from the University (2007): 5" has no place.
            What::Imprint if quoted && draft.fields.container.is_none() && paper(draft, &piece) => {
                draft.fields.container = field(draft, piece.from, piece.to);
            }
            What::Imprint => place(draft, piece.from, piece.to),
            What::Thesis => {
                let to = rest
                    .last()
                    .filter(|next| {
                        next.before == Is::Comma && matches!(what(&draft.reader, next, false), What::Body | What::City | What::Press)
                    })
                    .map_or(piece.to, |next| next.to);
                thesis(draft, piece.from, to);
                skip = to;
            }
            What::City => {
                // "Minneapolis, Minnesota"
                let mut behind = rest.last().map(|next| (what(&draft.reader, next, false), *next));
                if let Some((What::City, next)) = behind
                    && next.before == Is::Comma
                {
                    piece.to = next.to;
                    skip = next.to;
                    rest.pop();
                    behind = rest.last().map(|next| (what(&draft.reader, next, false), *next));
                }
                match behind {
                    // "Princeton, NJ: Princeton University Press", "London, Routledge"
                    Some((What::Imprint, next)) if next.before == Is::Comma => {
                        place(draft, piece.from, next.to);
                        skip = next.to;
                    }
                    _ => set(draft, Some((piece.from, piece.to)), None),
                }
            }
            What::Press if company(draft, &piece) => {}
            What::Press => {
                if draft.fields.container.is_none() && quoted && numbered(draft, &piece) {
                    draft.fields.container = field(draft, piece.from, piece.to);
                } else {
                    place(draft, piece.from, piece.to);
                }
            }
            What::Nothing => {}
            kind @ (What::Journal | What::Body | What::Plain) => skip = other(draft, &piece, &rest, kind, quoted),
        }
    }
}

/// The words of some tokens.
fn field(draft: &Draft, from: usize, to: usize) -> Option<super::Field> {
    draft.reader.bytes_abbreviated(from, to).and_then(|bytes| draft.field(bytes))
}

/// Whether what looks like place and publisher is the name of a periodical: no place is known, and nobody prints.
fn paper(draft: &Draft, piece: &Piece) -> bool {
    let reader = &draft.reader;
    let colon = (piece.from..piece.to).find(|&i| reader.at(i).is == Is::Colon).unwrap_or(piece.from);
    !place_like(reader, piece.from, colon) && !(colon..piece.to).any(|i| reader.at(i).has(PRESS)) && !year_behind(draft, piece)
}

/// Finds the end of a title without quotation marks. Gives the first piece behind it.
fn unquoted(draft: &mut Draft, all: &[Piece], colon: bool) -> usize {
    let reader = &draft.reader;
    let Some(first) = all.first() else { return 0 };
    let kind = what(reader, first, true);
    if matches!(kind, What::In | What::Editors | What::Translators | What::Nothing) {
        return usize::from(kind == What::Nothing);
    }
    if dated(reader, first.from, first.to) {
        return 1;
    }
    let mut to = first.to;
    let mut next = 1;
    let genre = reader.at(first.from).has(GENRE) && first.to <= first.from + 2 && !first.quoted;
    while let Some(piece) = all.get(next) {
        let kind = what(reader, piece, false);
        let gap = piece.before;
        let head = reader.at(piece.from);
        let goes_on = head.and() || (head.is == Is::Word && head.case == Case::Lower && !head.has(IN | ED | TRANS));
        let joins = match gap {
            // "…: Surveyors of the Fens, 1600–1700, 40."
            Is::Comma if dates::years(reader, piece.from) && piece.to == piece.from + 3 => true,
            Is::Comma => match kind {
                What::Plain | What::Journal | What::Body if goes_on => true,
                What::Body if draft.note && keeper(reader, piece) => false,
                What::Journal => {
                    let strong = numbered(draft, piece) || year_behind(draft, piece) || draft.note;
                    let last = next + 1 == all.len();
                    !(strong && (piece.to - piece.from >= 2 || numbered(draft, piece) || last))
                }
                What::Body => {
                    !numbered(draft, piece)
                        && !year_behind(draft, piece)
                        && all.get(next + 1).is_none_or(|after| what(reader, after, false) != What::City)
                }
                What::Plain => {
                    let colons = (piece.from..piece.to).filter(|&i| reader.at(i).is == Is::Colon).count();
                    let listed = all.get(next + 1).is_some_and(|after| after.before == Is::Comma && reader.at(after.from).and());
                    let inner_and = (piece.from..piece.to).any(|i| reader.at(i).and());
                    let own = (genre || colons >= 2) && head.capital();
                    let publisher = year_behind(draft, piece)
                        && draft.year_weight < 8
                        && draft.fields.publisher.is_none()
                        && head.capital()
                        && !inner_and
                        && piece.to - piece.from <= 4
                        && next + 1 >= all.len();
                    // "Lind, Water, Wage and Word, 80": in a short form the page is that of the work.
                    let short = draft.note && draft.numbered.is_empty() && draft.year_weight == 0 && inner_and;
                    let article = numbered(draft, piece) && !goes_on && !short;
                    let city_next = all
                        .get(next + 1)
                        .is_some_and(|after| after.before == Is::Comma && what(reader, after, false) == What::City && !draft.note)
                        && piece.to - piece.from <= 3
                        && !inner_and;
                    !(own || publisher || article || city_next) || (listed && !own)
                }
                What::Press | What::City if goes_on && !matches!(reader.word(piece.from), "and" | "&") => true,
                // "Salt v. Bloom Motors, Inc., 32 N.J. 358"
                What::Press if firm(reader, piece) => true,
                What::City if draft.year_weight == 8 && draft.fields.place.is_some() => true,
                // "Boston, New York, and London: A Tale": a place in a list is no imprint.
                What::City => all.get(next + 1).is_some_and(|after| {
                    after.before == Is::Comma && reader.at(after.from).and() && what(reader, after, false) == What::Plain
                }),
                _ => false,
            },
            Is::Stop | Is::Mark => {
                let more = all.get(next + 1).is_some();
                let plain = matches!(kind, What::Plain | What::Body)
                    && !numbered(draft, piece)
                    && !year_behind(draft, piece)
                    && draft.fields.container.is_none();
                // "Prentice-Hall, Englewood Cliffs" is no subtitle.
                let city_next =
                    all.get(next + 1).is_some_and(|after| after.before == Is::Comma && what(reader, after, false) == What::City);
                let made = city_next && piece.to - piece.from <= 3 && (!titleish(reader, piece) || pair(reader, piece));
                let subtitle = city_next && kind == What::Plain && titleish(reader, piece);
                let german = (colon || subtitle) && more && next < 3 && !made;
                let question = gap == Is::Mark && more && draft.numbered.is_empty();
                let note = draft.note && draft.fields.publisher.is_some() | draft.fields.place.is_some() && kind == What::Plain;
                plain && (german || note || question) && head.capital()
            }
            // "Harmony; Politics of Water (London: Lode, 2001)"
            Is::Semi => {
                let made = draft.year_weight >= 8 || all.iter().skip(next + 1).any(|after| what(reader, after, false) == What::Press);
                draft.note && kind == What::Plain && !numbered(draft, piece) && (goes_on || made && next == 1)
            }
            _ => false,
        };
        if !joins {
            break;
        }
        to = piece.to;
        next += 1;
    }
    if draft.statute && draft.fields.title.is_some() {
        return next;
    }
    draft.fields.title = field(draft, first.from, to);
    if all.get(next).is_some_and(|piece| piece.before == Is::Comma && genre && what(reader, piece, false) == What::Plain) {
        // The part of a book is named by what it is; the book comes next.
        let mut end = next;
        while let Some(piece) =
            all.get(end).filter(|piece| end == next || (piece.before == Is::Comma && what(reader, piece, false) == What::Plain))
        {
            to = piece.to;
            end += 1;
        }
        draft.fields.container = all.get(next).and_then(|piece| field(draft, piece.from, to));
        return end;
    }
    next
}

/// Whether `piece` is a place that keeps papers: "Sallow Valley Record Office".
fn keeper(reader: &Reader, piece: &Piece) -> bool {
    (piece.from..piece.to).any(|i| {
        let word = reader.word(i);
        matches!(word, "Archives" | "Archive" | "Archiv" | "Archivio" | "Library" | "Museum" | "Bibliothek" | "Bibliothèque")
            || matches!(word, "Record" | "Records") && matches!(reader.word(i + 1), "Office" | "Centre" | "Center" | "Service")
    })
}

/// Whether `piece` is the number by which papers are kept: "HWA/2/4", "FO 371/12".
fn shelved(reader: &Reader, piece: &Piece) -> bool {
    let slash = (piece.from..piece.to).any(|i| reader.at(i).is == Is::Slash && matches!(reader.at(i + 1).is, Is::Number | Is::Mixed));
    slash && (piece.from..piece.to).all(|i| reader.at(i).is != Is::Word || matches!(reader.at(i).case, Case::Upper | Case::Initial))
}

/// What a piece that says nothing of itself is, by what is known already and by what comes next.
fn other(draft: &mut Draft, piece: &Piece, rest: &[Piece], kind: What, quoted: bool) -> usize {
    let skip = piece.to;
    let numbered = numbered(draft, piece);
    let reader = &draft.reader;
    let words = (piece.from..piece.to).filter(|&i| reader.at(i).is == Is::Word).count();
    let titled = draft.fields.title.is_some();
    if words == 0 {
        return skip;
    }
    let next_city = rest.last().is_some_and(|next| matches!(what(reader, next, false), What::City));
    let small = reader.at(piece.from).case == Case::Lower && reader.at(piece.from).is == Is::Word;
    if draft.fields.container.is_none() && titled && !draft.statute {
        let body = kind == What::Body && !numbered && (!quoted || next_city);
        let journal = kind == What::Journal || numbered || (quoted && draft.fields.publisher.is_none());
        let fits = (!small || numbered) && !shelved(reader, piece);
        if journal && !body && fits {
            // Names of journals have commas now and then: "Politics, Philosophy and Economics".
            let mut to = piece.to;
            if !numbered {
                let parts = rest.iter().rev().take(4).take_while(|next| {
                    next.before == Is::Comma && matches!(what(reader, next, false), What::Plain | What::Journal | What::Body)
                });
                to = parts.into_iter().find(|next| self::numbered(draft, next)).map_or(to, |next| next.to);
            }
            draft.fields.container = field(draft, piece.from, to);
            return to;
        }
    }
    if draft.fields.container.as_ref().is_some_and(|container| {
        container.span.end + 2 >= reader.at(piece.from).start
            && piece.before == Is::Comma
            && container.span.start < reader.at(piece.from).start
    }) && numbered
    {
        return skip;
    }
    if shelved(reader, piece) {
        return skip;
    }
    // "SAS Institute Inc., Thornbury, UK": a town nobody knows.
    if let (Some(publisher), Some(next)) = (draft.fields.publisher.as_ref(), rest.last())
        && draft.fields.place.is_none()
        && next_city
        && next.before == Is::Comma
        && piece.before == Is::Comma
        && words == 1
        && piece.to == piece.from + 1
        && publisher.span.end + 2 >= reader.at(piece.from).start
    {
        let to = next.to;
        set(draft, Some((piece.from, to)), None);
        return to;
    }
    // "New York: Farrar, Straus and Giroux"
    if let Some(publisher) = draft.fields.publisher.as_ref()
        && piece.before == Is::Comma
        && reader.text.get(publisher.span.end..reader.at(piece.from).start).is_some_and(|between| between.trim() == ",")
        && (reader.at(piece.from).capital() || reader.at(piece.from).and())
        && !small
    {
        let span = publisher.span.start;
        if let Some(bytes) = reader.bytes(piece.from, piece.to) {
            draft.fields.publisher = draft.field(span..bytes.end);
        }
        return skip;
    }
    let last = rest.is_empty();
    let odd = reader.at(piece.from).is == Is::Open
        || (piece.from..piece.to).any(|i| matches!(reader.at(i).is, Is::Slash | Is::Number | Is::Mixed | Is::Mark));
    let fits = !small
        && !odd
        && words <= 7
        && titled
        && (year_behind(draft, piece)
            || (last && draft.year_weight > 0)
            || (next_city && (!titleish(reader, piece) || pair(reader, piece)))
            || kind == What::Body);
    if fits
        && draft.fields.publisher.is_none()
        && (!quoted || kind == What::Body || next_city)
        && !(reader.at(piece.from).has(SAME | CITY) && words == 1)
    {
        draft.fields.publisher = field(draft, piece.from, piece.to);
    }
    skip
}

/// Whether `piece` is two names, as of partners: "Oliver and Boyd".
fn pair(reader: &Reader, piece: &Piece) -> bool {
    let named = |i: usize| reader.at(i).and() || reader.at(i).capital() && !reader.at(i).has(TITLE);
    piece.to == piece.from + 3 && (piece.from..piece.to).all(named)
}

/// Whether `piece` is "Inc." or one of its kind.
fn firm(reader: &Reader, piece: &Piece) -> bool {
    let stop = usize::from(reader.before(piece.to).is == Is::Stop);
    piece.to == piece.from + 1 + stop && matches!(reader.word(piece.from), "Inc" | "Ltd" | "LLC" | "Co" | "GmbH")
}

/// Whether `piece` is what goes behind the name of a company ("Sage Publications, Inc."); it is added to the publisher.
fn company(draft: &mut Draft, piece: &Piece) -> bool {
    let Some(publisher) = draft.fields.publisher.as_ref() else { return false };
    let start = draft.reader.at(piece.from).start;
    let behind = draft.reader.text.get(publisher.span.end..start).is_some_and(|between| between.trim() == ",");
    let short = firm(&draft.reader, piece);
    if behind && short {
        let stop = draft.reader.at(piece.from + 1);
        let end = if stop.is == Is::Stop && !stop.space { stop.end } else { draft.reader.at(piece.from).end };
        let bytes = publisher.span.start..end;
        draft.fields.publisher = draft.field(bytes);
    }
    behind && short
}

/// The volume a chapter is in, with its editors where they come first. The token behind it.
fn container(draft: &mut Draft, piece: &Piece, rest: &[Piece]) -> usize {
    let reader = &draft.reader;
    let mut from = piece.from + 1;
    while matches!(reader.at(from).is, Is::Colon | Is::Stop) {
        from += 1;
    }
    // "in K. Smith and J. Doe (eds.), Title": names up to the mark.
    let mut mark = None;
    let mut i = from;
    while i < reader.len() && i < from + 60 {
        if let Some(end) = editor_mark(reader, i, reader.len()) {
            mark = Some((i, end));
            break;
        }
        let token = reader.at(i);
        if token.used && token.is != Is::Open || matches!(token.is, Is::Quote | Is::Number) || (token.is == Is::Colon && i > from) {
            break;
        }
        i += 1;
    }
    let mut editors_first = false;
    if let Some((at, end)) = mark.filter(|&(at, _)| headlike(reader, from, at)) {
        let found = names::list(reader, from, at, End::Known);
        if draft.fields.editors.is_empty() {
            draft.fields.editors = found.names;
        }
        from = end;
        editors_first = true;
    } else if let Some((at, end)) = mark
        && reader.at(from).is != Is::Quote
        && (at..end).len() <= 8
        && !reader.at(at).used
    {
        from = piece.from + 1;
    } else if reader.at(from).has(SAME) {
        from += 1;
        editors_first = true;
    }
    let reader = &draft.reader;
    while matches!(reader.at(from).is, Is::Comma | Is::Colon | Is::Stop) || (editors_first && reader.at(from).is == Is::Close) {
        from += 1;
    }
    // A quoted container ends with its quotation mark.
    if reader.at(from).is == Is::Quote && reader.at(from).mate > from {
        let to = reader.at(from).mate;
        draft.fields.container = field(draft, from, to);
        return to + 1;
    }
    let mut to = from;
    let mut pieces = std::iter::once(piece).chain(rest.iter().rev()).skip_while(|piece| piece.to <= from).peekable();
    let mut first = true;
    while let Some(piece) = pieces.next() {
        if first {
            to = piece.to;
            first = false;
        }
        let Some(next) = pieces.peek().copied() else { break };
        let kind = what(reader, next, false);
        let head = reader.at(next.from);
        let goes_on = head.and() || (head.case == Case::Lower && head.is == Is::Word && !head.has(ED | TRANS | IN));
        let joins = matches!(next.before, Is::Comma)
            && matches!(kind, What::Plain | What::Journal | What::Body)
            && (goes_on || !year_behind(draft, next) || draft.year_weight >= 8);
        // "Der Krieg. Eine Geschichte, Berlin"
        let subtitle = next.before == Is::Stop
            && kind == What::Plain
            && editors_first
            && pieces.clone().nth(1).is_some_and(|after| {
                matches!(what(reader, after, false), What::City | What::Imprint | What::Press) && after.before == Is::Comma
            });
        if !joins && !subtitle {
            break;
        }
        to = next.to;
    }
    if to <= from {
        return from;
    }
    if draft.fields.container.is_none() {
        draft.fields.container = field(draft, from, to);
    }
    to
}

/// "ed. K. Abdullaev and C. Barnes", "a cura di M. Rossi"; translators so too, but nobody asks for them.
fn editors(draft: &mut Draft, piece: &Piece, keep: bool) -> usize {
    let reader = &draft.reader;
    let class = if keep { ED } else { TRANS };
    let mut at = (piece.from..piece.to).rev().find(|&i| reader.at(i).has(class) && i < piece.from + 8).unwrap_or(piece.from) + 1;
    while reader.at(at).is == Is::Stop
        || reader.at(at).is == Is::Colon
        || (reader.at(at).has(BY) && reader.at(at).case == Case::Lower)
        || reader.at(at).has(TRANS | ED) && reader.at(at).case == Case::Lower
        || reader.at(at).and()
    {
        at += 1;
    }
    let end = (at..reader.len())
        .take(80)
        .find(|&i| reader.at(i).used || reader.at(i).is == Is::Quote || reader.at(i).is == Is::Open)
        .unwrap_or(reader.len().min(at + 80));
    let found = names::list(reader, at, end, End::Note);
    let behind = found.end.max(piece.to.min(end));
    if keep && draft.fields.editors.is_empty() {
        draft.fields.editors = found.names;
    }
    if found.end > at { found.end.max(at) } else { behind }
}
