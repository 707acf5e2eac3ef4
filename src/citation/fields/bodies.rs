//! Bodies that write: ministries, commissions, institutes. Their names have small words, "and" and commas in them, so that
//! a list of persons would cut them to pieces.

use super::marks::others;
use super::names::{End, Item, Order, any};
use super::tokens::{Case, Is, Reader};
use super::words::{
    CITY, ED, EDITION, GENRE, GIVEN, IN, ISSUE, JOIN, JOURNAL, ORG, OTHERS, PARTICLE, PRESS, REVISED, THESIS, TITLE, TRANS, VOL,
};

/// The body (a ministry, a commission) at `at`.
pub(super) fn body(reader: &Reader, at: usize, to: usize, mode: End, last: Option<Order>) -> Option<Item> {
    let known = mode == End::Known;
    if !(reader.at(at).capital() || known && reader.at(at).is == Is::Word) {
        return None;
    }
    let mut i = at;
    let (mut org, mut join, mut words, mut odd, mut and) = (false, false, 0, false, None);
    let mut strong = false;
    while i < to && words <= 14 {
        let token = reader.at(i);
        match token.is {
            Is::Word if token.and() => {
                // "Smith and the Ministry": the second begins anew. "Food and Agriculture Organization" does not.
                and = and.or(Some(i));
            }
            Is::Word => {
                org |= token.has(ORG | PRESS | JOURNAL) && token.case != Case::Initial && (token.has(ORG) || !token.has(GIVEN));
                strong |= token.has(ORG) && token.case != Case::Initial;
                odd |= token.case == Case::Lower && !token.has(PARTICLE | JOIN | ED | OTHERS) && !token.has(ORG);
                join |= token.case == Case::Lower && token.has(JOIN) && !token.has(PARTICLE);
                words += 1;
            }
            Is::Amp => and = and.or(Some(i)),
            Is::Stop if !reader.ends(i) && i + 1 < to && reader.at(i + 1).is != Is::Comma => {}
            Is::Slash | Is::Dash if reader.at(i + 1).is == Is::Word => {}
            Is::Open if reader.at(i).mate > i && reader.at(i).mate < i + 3 && reader.at(i + 1).case == Case::Upper => i = reader.at(i).mate,
            _ => break,
        }
        if others(reader, i + 1, to).is_some_and(|_| !org) {
            break;
        }
        i += 1;
    }
    let mut end = i;
    if let Some(and) = and {
        // Two names, each its own, unless the name of the body runs through.
        let before = any(reader, at, and, ORG | PRESS | JOURNAL);
        let after = any(reader, and + 1, end, ORG | PRESS | JOURNAL);
        let personal = reader.at(and + 1).case == Case::Initial || reader.at(and + 1).has(GIVEN);
        let of = (at..and).any(|i| reader.at(i).has(JOIN) && reader.at(i).case == Case::Lower);
        if personal || (!before && !after) || (before && after && !of) {
            end = and;
            org = before;
            strong = any(reader, at, and, ORG);
        } else if !before && reader.at(at).has(GIVEN) {
            return None;
        }
    }
    let firm = end > at + 1 && matches!(reader.word(end - 1), "Inc" | "Ltd" | "GmbH" | "LLC" | "Corp");
    if firm {
        org = true;
        strong = true;
        end += usize::from(reader.at(end).is == Is::Stop && !reader.at(end).space && end < to);
    }
    let first = reader.at(at);
    let acronym = first.case == Case::Initial && strong && known && reader.at(at + 1).capital();
    let personal = first.case == Case::Initial && !acronym || (first.has(GIVEN) && !join) || (last == Some(Order::FamilyComma) && !strong);
    let initial_behind = reader.at(at + 1).is == Is::Comma && (reader.at(at + 2).case == Case::Initial || reader.at(at + 2).has(GIVEN));
    if personal || initial_behind || first.has(ED) && first.case == Case::Lower {
        return None;
    }
    let count = (at..end).filter(|&i| reader.at(i).is == Is::Word).count();
    // "Press M", "Rights AB" are people.
    let cut = end == at + 2
        && reader.at(at + 1).case == Case::Upper
        && reader.at(at + 1).len() <= 3
        && first.case == Case::Capital
        && !first.has(ORG | PRESS | JOURNAL | TITLE);
    let packed = cut || end > at + 1 && (at + 1..end).any(|i| reader.at(i).case == Case::Initial && i + 2 >= end && !join);
    let accept = match mode {
        End::Known => !packed && ((org && count >= 2) || join || (odd && count >= 2) || count > 5 || (strong && first.case == Case::Upper)),
        // Bodies write reports; a title with a body in it goes on in small letters.
        _ => {
            let next = reader.at(end);
            let delimited =
                matches!(next.is, Is::Comma | Is::Open | Is::Colon) || next.and() || (next.is == Is::Stop && mode == End::Entry);
            let titled = first.has(TITLE)
                && reader.word(at) != "The"
                && !matches!(
                    reader.word(at),
                    "International"
                        | "National"
                        | "World"
                        | "Human"
                        | "European"
                        | "American"
                        | "Social"
                        | "British"
                        | "German"
                        | "Economic"
                );
            // "Jane Roe, Weavers' Forum: A Tale": a title.
            let title = last.is_some() && next.is == Is::Colon;
            strong
                && !odd
                && delimited
                && !title
                && !titled
                && !packed
                && (count <= 8)
                && !(first.has(GENRE))
                && (reader.at(end).is != Is::End)
        }
    };
    (accept && end > at).then_some(Item { family: (at, end), given: (at, at), end, order: Order::Body })
}

/// "BSI (British Standards Institution)" at `at`: one body by both its names.
pub(super) fn acronym(reader: &Reader, at: usize, to: usize) -> Option<Item> {
    let (first, open) = (reader.at(at), reader.at(at + 1));
    let close = open.mate;
    if first.case != Case::Upper || open.is != Is::Open || close <= at + 3 || close >= to.min(at + 14) {
        return None;
    }
    // The capitals of the name are its letters.
    let mut letters = reader.word(at).chars().filter(|c| c.is_uppercase());
    let (mut matched, mut words) = (0, 0);
    for i in (at + 2..close).filter(|&i| reader.at(i).capital()) {
        words += 1;
        matched += usize::from(letters.next() == reader.word(i).chars().next());
    }
    let plain = (at + 2..close).all(|i| matches!(reader.at(i).is, Is::Word | Is::Amp | Is::Dash | Is::Comma));
    let fits = plain && words >= 2 && (matched == words || any(reader, at + 2, close, ORG));
    fits.then_some(Item { family: (at, close + 1), given: (at, at), end: close + 1, order: Order::Body })
}

/// The token behind a name in a list that nothing marks but the full stop behind it: "ROYAL SALT OFFICE. Title", and
/// "Aristotle. Title. Ed. by". What comes next must be able to be a title, with more behind it.
pub(super) fn heading(reader: &Reader, at: usize, to: usize) -> Option<usize> {
    let mut end = at;
    while end < to && end < at + 10 && reader.at(end).is == Is::Word {
        end += 1;
    }
    let upper = (at..end).all(|i| {
        let token = reader.at(i);
        token.case == Case::Upper || token.and() || token.has(PARTICLE | JOIN)
    });
    let first = reader.at(at);
    let alone =
        end == at + 1 && (first.len() >= 4 || first.case == Case::Upper) && !first.has(TITLE | GENRE | PRESS | JOURNAL | ED | THESIS);
    let (stop, next) = (reader.at(end), reader.at(end + 1));
    let all_upper = end > at + 1 && upper && first.case == Case::Upper;
    if end >= to || stop.is != Is::Stop || !next.space || !next.capital() || !(alone && first.capital() || all_upper) {
        return None;
    }
    // "TITLE IN CAPITALS. London: Vale": what follows is no title.
    let piece =
        (end + 1..reader.len()).find(|&i| reader.at(i).used || reader.ends(i) || matches!(reader.at(i).is, Is::Open | Is::Number))?;
    let made = any(reader, end + 1, piece, PRESS | CITY) && (end + 1..piece).any(|i| matches!(reader.at(i).is, Is::Colon | Is::Comma));
    let lead = next.has(ED | TRANS | IN | CITY | VOL | ISSUE | EDITION | REVISED) && !next.has(TITLE | PARTICLE);
    let more = (piece + 1..reader.len()).any(|i| reader.at(i).is == Is::Word || reader.at(i).is == Is::Number);
    let shouted = all_upper && next.case == Case::Upper && reader.at(end + 2).case == Case::Upper && reader.at(end + 2).is == Is::Word;
    (!made && !lead && more && !shouted).then_some(end)
}
