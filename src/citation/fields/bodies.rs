//! Bodies that write: ministries, commissions, institutes. Their names have small words, "and" and commas in them, so that
//! a list of persons would cut them to pieces.

use super::marks::others;
use super::names::{End, Item, Order, any};
use super::tokens::{Case, Is, Reader};
use super::words::{ED, GENRE, GIVEN, JOIN, JOURNAL, ORG, OTHERS, PARTICLE, PRESS, TITLE};

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
    let first = reader.at(at);
    let acronym = first.case == Case::Initial && strong && known && reader.at(at + 1).capital();
    let personal = first.case == Case::Initial && !acronym || (first.has(GIVEN) && !join) || (last == Some(Order::FamilyComma) && !strong);
    let initial_behind = reader.at(at + 1).is == Is::Comma && (reader.at(at + 2).case == Case::Initial || reader.at(at + 2).has(GIVEN));
    if personal || initial_behind || first.has(ED) && first.case == Case::Lower {
        return None;
    }
    let count = (at..end).filter(|&i| reader.at(i).is == Is::Word).count();
    // "Press M", "Rights AB" are people.
    let packed = end > at + 1 && (at + 1..end).any(|i| reader.at(i).case == Case::Initial && i + 2 >= end && !join);
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
            strong && !odd && delimited && !titled && !packed && (count <= 8) && !(first.has(GENRE)) && (reader.at(end).is != Is::End)
        }
    };
    (accept && end > at).then_some(Item { family: (at, end), given: (at, at), end, order: Order::Body })
}
