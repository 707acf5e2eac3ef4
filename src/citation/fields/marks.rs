//! What goes with names and is none: "et al.", "(eds.)"; and whether a stretch of text can be names at all.

use super::tokens::{Case, Is, Reader};
use super::words::{ABBR, AND, ED, GIVEN, JOIN, JOURNAL, ORG, OTHERS, PARTICLE, PRESS, SAME, SUFFIX, TITLE, TRANS};

/// The token behind "et al.", "and others", "u. a." at `at`.
pub(super) fn others(reader: &Reader, at: usize, to: usize) -> Option<usize> {
    let mut i = at;
    let first = reader.at(i);
    let ellipsis = reader.word(i) == "…" || (first.is == Is::Stop && reader.at(i + 1).is == Is::Stop);
    if ellipsis {
        while i < to && (reader.word(i) == "…" || matches!(reader.at(i).is, Is::Stop | Is::Amp | Is::Comma)) {
            i += 1;
        }
        return Some(i);
    }
    let and = first.has(AND) && first.case == Case::Lower;
    if and || reader.word(i) == "u" {
        i += 1;
        if reader.at(i).is == Is::Stop {
            i += 1;
        }
    }
    let word = reader.at(i);
    let known = word.has(OTHERS) && word.case == Case::Lower && (i > at || !word.has(JOIN));
    if i >= to || !known {
        return None;
    }
    i += 1;
    if reader.at(i).is == Is::Stop && i < to {
        i += 1;
    }
    Some(i)
}

/// The token behind "(eds.)", ", ed.", "[Hrsg.]", "(a cura di)" at `at`.
pub(super) fn editor_mark(reader: &Reader, at: usize, to: usize) -> Option<usize> {
    let mut i = at;
    let open = reader.at(i).is == Is::Open;
    if open {
        let mate = reader.at(i).mate;
        // "(4th ed. 1962)" is an edition, "(Jane Roe ed., 1962)" names one.
        let alone = (i + 1..mate).all(|i| {
            let token = reader.at(i);
            !matches!(token.is, Is::Number | Is::Mixed) && (!token.capital() || token.has(ED | TRANS | ABBR))
        });
        let marked = alone && (i + 1..mate.min(i + 4)).any(|i| reader.at(i).has(ED));
        return (marked && mate <= to && mate < i + 7).then_some(mate + 1);
    }
    if !reader.at(i).has(ED) || i >= to || reader.at(i).case != Case::Lower && reader.at(i).len() > 4 {
        return None;
    }
    i += 1;
    if reader.at(i).is == Is::Stop && i < to {
        i += 1;
    }
    // "ed. by" and "ed. K. Smith" are for those who come.
    let next = reader.at(i);
    (i >= to || next.parts() || reader.at(i - 1).is == Is::Stop && next.is != Is::Word).then_some(i)
}

/// The token behind "ed." at `at` where names come before and a title comes behind: "Tilly, Charles, ed. The Formation".
pub(super) fn late_mark(reader: &Reader, at: usize, to: usize) -> Option<usize> {
    let token = reader.at(at);
    let marks =
        at + 1 < to && token.has(ED) && token.case == Case::Lower && reader.before(at).is == Is::Comma && reader.at(at + 1).is == Is::Stop;
    let next = reader.at(at + 2);
    (marks && next.capital() && next.case != Case::Initial).then_some(at + 2)
}

/// Whether the tokens before `to` look like a list of names and nothing else, as before a year.
pub(super) fn headlike(reader: &Reader, from: usize, to: usize) -> bool {
    let (mut words, mut title, mut org, mut initial, mut lower, mut joins) = (0, 0, false, false, 0, false);
    for i in from..to {
        let token = reader.at(i);
        match token.is {
            Is::Word => {
                words += 1;
                title += usize::from(token.has(TITLE) && !token.has(GIVEN | JOIN) && token.case == Case::Capital);
                joins |= token.has(JOIN) && !token.has(PARTICLE | AND | ED | OTHERS) && token.case == Case::Lower;
                org |= token.has(ORG | PRESS | JOURNAL);
                initial |= token.case == Case::Initial;
                let fits = token.has(PARTICLE | AND | JOIN | ED | OTHERS | ORG | SUFFIX | SAME) || token.and();
                lower += usize::from(token.case == Case::Lower && !fits);
            }
            Is::Comma | Is::Semi | Is::Amp | Is::Dash | Is::Slash | Is::Open | Is::Close | Is::Other => {}
            Is::Stop => {}
            _ => return false,
        }
    }
    // "Hartman, S. V. Scenes of Subjection"
    if joins && initial && !org {
        return false;
    }
    let dashes = words == 0 && (from..to).any(|i| reader.at(i).is == Is::Dash);
    dashes || (words > 0 && lower == 0 && (title == 0 || org || initial)) || (org && lower <= 2 && words <= 14)
}
