//! The pieces between commas and full stops, and what each is by the words in it.

use super::imprint::{dated, place_like};
use super::tokens::{Case, Is, Reader};
use super::words::{BACK, BY, CITY, ED, IN, JOURNAL, NOISE, ORG, PRESS, THESIS, TITLE, TRANS};

/// A piece between two signs.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    /// Its first token.
    pub from: usize,
    /// One past its last.
    pub to: usize,
    /// The sign before it; `End` for the beginning, `Other` where tokens with fields of their own come before.
    pub before: Is,
    /// Whether its first sign is a quotation mark with its other at the end.
    pub quoted: bool,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum What {
    /// "in …": what it is part of.
    In,
    /// "ed. by …"
    Editors,
    /// "trans. …"
    Translators,
    /// "London: Routledge"
    Imprint,
    /// A publisher.
    Press,
    /// A place.
    City,
    /// A thesis.
    Thesis,
    /// Has the words journals have.
    Journal,
    /// A body.
    Body,
    /// Says nothing: "available at", "op. cit."
    Nothing,
    /// Any other.
    Plain,
}

/// Cuts the tokens from `from` on into pieces.
pub(super) fn pieces(reader: &Reader, from: usize) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut start = from;
    let mut before = Is::End;
    let mut i = from;
    let push = |out: &mut Vec<Piece>, from: usize, to: usize, before: Is| {
        if (from..to).any(|i| matches!(reader.at(i).is, Is::Word | Is::Number | Is::Mixed)) {
            out.push(Piece { from, to, before, quoted: reader.at(from).is == Is::Quote && reader.at(from).mate + 1 == to });
        }
    };
    while i < reader.len() {
        let token = reader.at(i);
        let cut = token.used
            || matches!(token.is, Is::Comma | Is::Semi)
            || (token.is == Is::Stop && reader.ends(i))
            || (token.is == Is::Mark && reader.at(i + 1).space && reader.at(i + 1).is != Is::Quote);
        if cut {
            let end = if token.is == Is::Mark { i + 1 } else { i };
            push(&mut out, start, end, before);
            // A comma behind what was taken joins nothing.
            let gap = token.used || (before == Is::Other && start == i);
            before = if gap { Is::Other } else { token.is };
            start = i + 1;
        } else if matches!(token.is, Is::Open | Is::Quote) && token.mate > i {
            if token.is == Is::Quote && i == start && reader.at(token.mate + 1).is == Is::Word && i > from {
                // A quoted piece with nothing between it and the next.
                push(&mut out, start, token.mate + 1, before);
                before = Is::Quote;
                start = token.mate + 1;
            }
            // "Notes on “Salt.” London: Vale": the sign inside the quotation marks ends the title that quotes.
            let inner = reader.at(token.mate - 1).is;
            let next = reader.at(token.mate + 1);
            let fresh = next.is == Is::Word && (next.capital() || next.has(ED | TRANS | IN));
            if token.is == Is::Quote && i > start && matches!(inner, Is::Stop | Is::Comma) && fresh {
                push(&mut out, start, token.mate + 1, before);
                before = inner;
                start = token.mate + 1;
            }
            i = token.mate;
        }
        i += 1;
    }
    push(&mut out, start, reader.len(), before);
    out
}

/// What `piece` is; the first may be anything but a publisher.
pub(super) fn what(reader: &Reader, piece: &Piece, first: bool) -> What {
    let (from, to) = (piece.from, piece.to);
    let head = reader.at(from);
    let next = reader.at(from + 1);
    let words = (from..to).filter(|&i| reader.at(i).is == Is::Word).count();
    if piece.quoted {
        return What::Plain;
    }
    let signed = piece.before != Is::End;
    let has_in = head.has(IN)
        && (head.case == Case::Lower && signed
            || next.is == Is::Colon
            || (piece.before != Is::End && piece.before != Is::Comma && head.case != Case::Upper));
    // "Vol. 3 of The Works"
    if head.case == Case::Lower && reader.word(from) == "of" && piece.before == Is::Other && words >= 2 {
        return What::In;
    }
    if has_in && words == 1 {
        return What::Nothing;
    }
    if has_in
        && words >= 2
        && !(head.case == Case::Lower
            && matches!(reader.word(from), "inside" | "em" | "en")
            && piece.before == Is::Comma
            && !next.capital())
    {
        return What::In;
    }
    let ed = (from..to.min(from + 5)).position(|i| reader.at(i).has(ED) && (reader.at(i).case == Case::Lower || reader.at(i).len() <= 6));
    let led = match ed {
        Some(0) => {
            head.case != Case::Capital
                || next.has(BY)
                || next.is == Is::Stop
                || matches!(reader.word(from), "Edited" | "Ed" | "Eds" | "Hrsg" | "Hg" | "Compiled")
        }
        Some(_) => {
            matches!(reader.word(from), "a" | "sous" | "unter" | "under" | "general" | "text" | "introd" | "and" | "compiled" | "selected")
                || next.has(ED) && head.case == Case::Lower
        }
        None => false,
    };
    if led {
        return What::Editors;
    }
    if head.has(TRANS) && (head.case == Case::Lower || next.is == Is::Stop || next.has(BY)) {
        return What::Translators;
    }
    if (from..to).any(|i| reader.at(i).has(THESIS) && (reader.at(i).len() > 2 || reader.at(i + 1).is == Is::Stop)) && !first {
        return What::Thesis;
    }
    let nothing = |i: usize| {
        !matches!(reader.at(i).is, Is::Word)
            || reader.at(i).has(NOISE | BACK)
            || matches!(reader.word(i), "at" | "from" | "on" | "the" | "by" | "in" | "n" | "note")
    };
    if (from..to).all(nothing) && (from..to).any(|i| reader.at(i).has(NOISE | BACK)) {
        return What::Nothing;
    }
    if first {
        return What::Plain;
    }
    if dated(reader, from, to) {
        return What::Nothing;
    }
    let lower = (from..to).filter(|&i| reader.at(i).is == Is::Word && reader.at(i).case == Case::Lower).count();
    let series = matches!(reader.word(to.saturating_sub(1)), "Series" | "series" | "Reihe");
    let press = !series && (from..to).any(|i| reader.at(i).has(PRESS) && reader.at(i).capital());
    if let Some(colon) = (from..to).find(|&i| reader.at(i).is == Is::Colon) {
        let left = (from..colon).filter(|&i| reader.at(i).is == Is::Word).count();
        let small = (from..colon)
            .any(|i| reader.at(i).case == Case::Lower && reader.at(i).is == Is::Word && !reader.at(i).and() && reader.at(i).len() > 4);
        let right_press = (colon + 1..to).any(|i| reader.at(i).has(PRESS | ORG) && reader.at(i).capital());
        let titled = (from..colon).any(|i| reader.at(i).has(TITLE | JOURNAL) && !reader.at(i).has(CITY) && reader.at(i).len() > 3);
        if left > 0
            && left <= 6
            && !small
            && !titled
            && (place_like(reader, from, colon)
                || right_press && lower <= 3
                || left <= 3 && matches!(piece.before, Is::Stop | Is::Other) && to - colon <= 6 && lower == 0)
        {
            return What::Imprint;
        }
        if lower > 0 || !press {
            return if (from..to).any(|i| reader.at(i).has(JOURNAL) && reader.at(i).capital()) { What::Journal } else { What::Plain };
        }
    }
    if place_like(reader, from, to) && words <= 4 {
        return What::City;
    }
    let small = (from..to)
        .filter(|&i| {
            reader.at(i).is == Is::Word
                && reader.at(i).case == Case::Lower
                && !reader.at(i).and()
                && !matches!(
                    reader.word(i),
                    "of" | "for"
                        | "the"
                        | "de"
                        | "la"
                        | "des"
                        | "du"
                        | "der"
                        | "für"
                        | "et"
                        | "van"
                        | "von"
                        | "on"
                        | "in"
                        | "di"
                        | "del"
                        | "d"
                )
        })
        .count();
    if press && small == 0 && words <= 8 && !reader.at(from).and() {
        return What::Press;
    }
    let journal = (from..to).any(|i| reader.at(i).has(JOURNAL) && reader.at(i).capital());
    if journal && small <= 1 {
        return What::Journal;
    }
    if small == 0 && words >= 2 && (from..to).any(|i| reader.at(i).has(ORG) && reader.at(i).capital()) {
        return What::Body;
    }
    What::Plain
}

/// Whether words common in titles, or small ones, are in `piece`.
pub(super) fn titleish(reader: &Reader, piece: &Piece) -> bool {
    (piece.from..piece.to).any(|i| reader.at(i).is == Is::Word && (reader.at(i).has(TITLE) || reader.at(i).case == Case::Lower))
}
