//! Who wrote it: a list of names, in any of the orders in which people write them, with bodies among them. The list may
//! have a known end (a year or a quoted title comes next) or none but the point where names stop being likely.

use super::super::Name;
use super::tokens::{Case, Is, Reader};
use super::words::{
    AND, CITY, ED, FAMILY, GENRE, GIVEN, IN, ISSUE, JOIN, JOURNAL, MONTH, ORG, OTHERS, PAGE, PARTICLE, PRESS, SAME, SUFFIX, THESIS, TITLE,
    VOL,
};
use crate::text::Span;

/// How much is known of where a list of names ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// All of the tokens are names.
    Known,
    /// In a note: given names first, as a rule.
    Note,
    /// In a list: family names first, as a rule.
    Entry,
}

/// A list of names, as read.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    /// In order.
    pub names: Vec<Name>,
    /// The token behind them and what goes with them.
    pub end: usize,
    /// Whether they are marked as editors.
    pub editors: bool,
}

/// How a name is written; the next of its list is likely to be written so too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    /// "Smith, John" or "Smith, J."
    FamilyComma,
    /// "Smith J"
    Packed,
    /// "John Smith"
    Spoken,
    /// "Smith" alone.
    Family,
    /// A body.
    Body,
}

/// One name: ranges of tokens.
struct Item {
    family: (usize, usize),
    given: (usize, usize),
    end: usize,
    order: Order,
}

/// A stretch of tokens as names have them.
struct Run {
    end: usize,
    /// Words, initials among them.
    words: usize,
    /// Behind the last initial's full stop, where a name might end too.
    initial: Option<usize>,
}

/// Reads names from token `from` on, not beyond `to`.
pub(super) fn list(reader: &Reader, from: usize, to: usize, mode: End) -> Names {
    let mut out = Names { names: Vec::new(), end: from, editors: false };
    let mut at = from;
    let mut last = None;
    let mut joined = true;
    loop {
        // What may stand between two names.
        let mut by_and = false;
        let mut dash = false;
        while at < to {
            let token = reader.at(at);
            match token.is {
                Is::Comma | Is::Semi | Is::Slash => joined = true,
                Is::Stop if mode == End::Known || last.is_none() => {}
                Is::Dash => {
                    joined = true;
                    dash = true;
                }
                Is::Quote | Is::Mark | Is::Other | Is::Section if mode == End::Known => {}
                _ if token.and() && last.is_some() => {
                    joined = true;
                    by_and = true;
                }
                _ => break,
            }
            at += 1;
        }
        if at >= to {
            out.end = out.end.max(if last.is_some() || dash { at.min(to) } else { out.end });
            break;
        }
        if last.is_none() && dash {
            out.end = at;
        }
        if let Some(end) = others(reader, at, to).filter(|_| last.is_some()) {
            out.end = end;
            at = end;
            continue;
        }
        if let Some(end) = editor_mark(reader, at, to).or_else(|| late_mark(reader, at, to).filter(|_| last.is_some())) {
            out.editors = true;
            out.end = end;
            at = end;
            if mode != End::Known {
                break;
            }
            continue;
        }
        if !joined && mode != End::Known {
            break;
        }
        let Some(item) = item(reader, at, to, mode, last, by_and) else {
            if mode == End::Known && at + 1 < to {
                at += 1;
                continue;
            }
            break;
        };
        if let Some(name) = name(reader, &item) {
            out.names.push(name);
        }
        last = Some(item.order);
        joined = false;
        at = item.end.max(at + 1);
        // "King, Martin Luther, Jr."
        if reader.at(at).is == Is::Comma && reader.at(at + 1).has(SUFFIX) && reader.at(at + 1).capital() && at + 1 < to {
            at += 2;
        }
        out.end = at;
        // "Smith, J. A history": a name cannot follow where nothing parts it from the last.
        let next = reader.at(at);
        if mode != End::Known && matches!(next.is, Is::Colon | Is::Quote | Is::Number | Is::Mixed | Is::End) {
            break;
        }
        if mode != End::Known && next.is == Is::Stop {
            if reader.at(at + 1).is != Is::Comma {
                out.end = at + 1;
                break;
            }
            at += 1;
            out.end = at;
        }
    }
    out
}

/// The token behind "et al.", "and others", "u. a." at `at`.
fn others(reader: &Reader, at: usize, to: usize) -> Option<usize> {
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
        let marked = (i + 1..mate.min(i + 4)).any(|i| reader.at(i).has(ED));
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
fn late_mark(reader: &Reader, at: usize, to: usize) -> Option<usize> {
    let token = reader.at(at);
    let marks =
        at + 1 < to && token.has(ED) && token.case == Case::Lower && reader.before(at).is == Is::Comma && reader.at(at + 1).is == Is::Stop;
    let next = reader.at(at + 2);
    (marks && next.capital() && next.case != Case::Initial).then_some(at + 2)
}

/// How far from `at` tokens are such as names have. `given` for the part behind a comma, where no family name follows.
fn run(reader: &Reader, at: usize, to: usize, given: bool, packed: bool) -> Run {
    let mut run = Run { end: at, words: 0, initial: None };
    let mut full = false;
    let mut i = at;
    while i < to && run.words < 8 {
        let token = reader.at(i);
        match token.is {
            Is::Word if token.and() => {
                // "Ortega y Gasset".
                let spanish = reader.word(i) == "y"
                    && run.words == 1
                    && reader.at(i + 1).capital()
                    && reader.at(i + 2).is == Is::Comma
                    && reader.at(i + 3).has(GIVEN);
                if !spanish {
                    break;
                }
            }
            Is::Word if token.case == Case::Lower => {
                let next = reader.at(i + 1);
                let chain = token.has(PARTICLE) && (next.capital() || (next.has(PARTICLE) && reader.at(i + 2).capital()));
                // "Beethoven, L. van"
                let tail = given && token.has(PARTICLE) && run.words > 0 && (next.parts() || next.and());
                if !(chain || tail) || i + 1 > to {
                    break;
                }
            }
            // "S. 12" is a page.
            Is::Word if token.has(VOL | ISSUE) && reader.at(i + 1).is == Is::Stop && reader.at(i + 2).is == Is::Number => break,
            Is::Word
                if token.case == Case::Initial
                    && token.has(PAGE)
                    && reader.at(i + 1).is == Is::Stop
                    && reader.at(i + 2).is == Is::Number =>
            {
                break;
            }
            Is::Word => {
                if given && full && run.initial == Some(i) && !token.has(GIVEN) {
                    break;
                }
                if given
                    && run.initial == Some(i)
                    && token.case != Case::Initial
                    && !(token.has(GIVEN | SUFFIX) && token.len() > 1)
                    && token.len() > 3
                {
                    break;
                }
                full |= token.case == Case::Capital || (token.case == Case::Upper && token.len() > 3);
                run.words += 1;
            }
            Is::Stop => {
                let before = reader.before(i);
                let short = before.case == Case::Initial || before.has(SUFFIX) || (before.case == Case::Upper && before.len() <= 4);
                let title = before.has(super::words::ABBR) && before.len() <= 3 && reader.at(i + 1).is == Is::Word && !before.has(ED);
                let digraph = before.len() == 2 && before.case == Case::Capital && !before.has(PARTICLE) && (given || run.words == 1);
                if i == at || !(short || title || digraph) || before.is != Is::Word {
                    break;
                }
                let next = reader.at(i + 1);
                let goes_on = matches!(next.is, Is::Comma | Is::Open | Is::Semi) || next.and();
                if full && !goes_on && (before.case == Case::Upper || (packed && before.case == Case::Initial)) {
                    // "Jones AB." ends the list; the stop is not its own.
                    break;
                }
                if short || digraph {
                    run.initial = Some(i + 1);
                }
            }
            Is::Dash => {
                let (before, next) = (reader.before(i), reader.at(i + 1));
                let joins = !token.space && !next.space && next.capital() && (before.is == Is::Stop || before.case == Case::Initial);
                let article = !token.space && !next.space && next.capital() && before.has(PARTICLE);
                if i == at || !(joins || article) {
                    break;
                }
            }
            _ => break,
        }
        i += 1;
        run.end = i;
    }
    run
}

/// Whether a name may end before token `i`.
fn delimits(reader: &Reader, i: usize, to: usize) -> bool {
    let token = reader.at(i);
    i >= to
        || token.and()
        || matches!(token.is, Is::Comma | Is::Semi | Is::Colon | Is::Open | Is::Quote | Is::Slash | Is::Stop | Is::End)
        || others(reader, i, to).is_some()
}

/// Whether the tokens are initials and their stops alone.
fn initials(reader: &Reader, from: usize, to: usize) -> bool {
    let mut some = false;
    for i in from..to {
        let token = reader.at(i);
        match token.is {
            Is::Word if token.case == Case::Initial || (token.case == Case::Upper && token.len() <= 4) || token.has(SUFFIX) => some = true,
            Is::Word if token.has(PARTICLE) && some => {}
            Is::Word if token.len() <= 3 && token.case == Case::Capital && reader.at(i + 1).is == Is::Stop => some = true,
            // "A.-M.", and "J-P" as one word.
            Is::Word if token.case == Case::Upper && token.len() <= 5 && reader.word(i).contains('-') => some = true,
            Is::Stop | Is::Dash => {}
            _ => return false,
        }
    }
    some
}

/// Whether any word from `from` up to `to` is of `class`.
fn any(reader: &Reader, from: usize, to: usize, class: u32) -> bool {
    (from..to).any(|i| reader.at(i).has(class) && reader.at(i).case != Case::Initial)
}

/// The name at `at`.
fn item(reader: &Reader, at: usize, to: usize, mode: End, last: Option<Order>, by_and: bool) -> Option<Item> {
    if reader.at(at).has(SAME) && delimits(reader, at + 1, to) {
        let end = at + 1 + usize::from(reader.at(at + 1).is == Is::Stop);
        return Some(Item { family: (at, at), given: (at, at), end, order: Order::Family });
    }
    if let Some(body) = body(reader, at, to, mode, last) {
        return Some(body);
    }
    let mut run = run(reader, at, to, false, last == Some(Order::Packed));
    if !delimits(reader, run.end, to) {
        // "Smith J. The war": the name ended at the initial.
        run.end = run.initial.filter(|&end| end > at)?;
    }
    // The stop of an initial at the end belongs to the name, unless it ends the list.
    let end = run.end;
    let words: Vec<usize> = (at..end).filter(|&i| reader.at(i).is == Is::Word && !reader.at(i).has(SUFFIX)).collect();
    let (&first, &final_) = (words.first()?, words.last()?);
    let spoken_first = reader.at(first).case == Case::Initial
        || (reader.at(first).case == Case::Upper
            && reader.at(first).len() <= 3
            && words.len() > 1
            && reader.at(final_).case == Case::Capital);
    let particle = |i: usize| {
        reader.at(i).has(PARTICLE) && reader.at(i).case == Case::Lower || (reader.at(i).has(PARTICLE) && i != final_ && words.len() > 2)
    };

    // "Smith JA", "Smith J.A.", "van der Berg J"
    let tail = words
        .iter()
        .rev()
        .take_while(|&&i| reader.at(i).case == Case::Initial || (reader.at(i).case == Case::Upper && reader.at(i).len() <= 3))
        .count();
    let upper_family = reader.at(first).case == Case::Upper && reader.at(first).len() > 3;
    if tail > 0 && tail < words.len() && !spoken_first && (upper_family || words.iter().any(|&i| reader.at(i).case == Case::Capital)) {
        let split = words.get(words.len() - tail).copied()?;
        let acronym = any(reader, at, split, TITLE | ORG | JOURNAL) && mode != End::Known;
        return (!acronym).then_some(Item { family: (at, split), given: (split, end), end, order: Order::Packed });
    }
    // "Smith, J. B.", "Smith, John"
    let one = words.len() == 1 || words.iter().take(words.len() - 1).all(|&i| particle(i));
    let plain = !spoken_first && last != Some(Order::Spoken) && !(by_and && last == Some(Order::FamilyComma) && !one);
    if plain
        && reader.at(end).is == Is::Comma
        && end + 1 < to
        && !(words.len() == 1 && reader.at(first).has(TITLE) && mode != End::Known && !initials(reader, end + 1, (end + 3).min(to)))
    {
        let behind = suffix(reader, end + 1);
        let given = self::run(reader, behind, to, true, false);
        if given.words > 0 && given.end > behind {
            let only_initials = initials(reader, behind, given.end);
            let closes = delimits(reader, given.end, to) || given.initial == Some(given.end);
            if only_initials && words.len() <= 4 && closes {
                return Some(Item { family: (at, end), given: (behind, given.end), end: given.end, order: Order::FamilyComma });
            }
            let known = reader.at(behind).has(GIVEN);
            let starts_known = reader.at(first).has(GIVEN) && words.len() > 1;
            let unlikely = any(reader, behind, given.end, TITLE | PRESS | ORG | JOURNAL | CITY | MONTH | ED) && !known;
            let after = reader.at(given.end);
            let fits = closes && !unlikely && given.words <= 3 && !starts_known && !(last == Some(Order::Family) && !known);
            let likely = match mode {
                End::Known | End::Entry if one => known || !families(reader, behind, given.end, to, last),
                End::Known | End::Entry => {
                    let all = (behind..given.end)
                        .filter(|&i| reader.at(i).is == Is::Word)
                        .all(|i| reader.at(i).has(GIVEN) || reader.at(i).case == Case::Initial);
                    words.len() <= 3
                        && (known && all || given.words == 1 && after.is != Is::Comma || last == Some(Order::FamilyComma) && all)
                }
                End::Note if one => {
                    known || (after.is == Is::Comma && last.is_none() && given.words == 1 && title_follows(reader, given.end + 1))
                }
                End::Note => {
                    known && !starts_known && words.len() <= 2 && (given.words == 1 || after.and()) && !reader.at(behind + 1).capital()
                }
            };
            if fits && likely {
                return Some(Item { family: (at, end), given: (behind, given.end), end: given.end, order: Order::FamilyComma });
            }
        }
    }
    if mode != End::Known && !likely(reader, at, end, &words, mode, last, by_and) {
        return None;
    }
    if words.len() == 1 {
        return Some(Item { family: (at, end), given: (at, at), end, order: Order::Family });
    }
    // "DURAND Jean", "Jean DURAND"
    let upper = |i: &usize| reader.at(*i).case == Case::Upper && reader.at(*i).len() > 2;
    let lead = words.iter().take_while(|i| upper(i) || (particle(**i) && **i != final_)).count();
    if lead > 0 && lead < words.len() && upper(&first) {
        let split = words.get(lead).copied()?;
        return Some(Item { family: (at, split), given: (split, end), end, order: Order::Spoken });
    }
    // "Bercovitch Jacob", where the second is a given name and the first is none.
    if words.len() == 2
        && reader.at(final_).has(GIVEN)
        && !reader.at(final_).has(FAMILY)
        && !reader.at(first).has(GIVEN)
        && !spoken_first
        && reader.at(first).case == Case::Capital
        && !particle(first)
    {
        return Some(Item { family: (at, final_), given: (final_, end), end, order: Order::Spoken });
    }
    // "Jan van der Berg": the family name begins with its first particle, or is the last word.
    let mut from = words.len() - 1;
    while from > 0 && upper(&final_) && words.get(from - 1).is_some_and(upper) && words.iter().any(|i| !upper(i)) {
        from -= 1;
    }
    while from > 1 && words.get(from - 1).is_some_and(|&i| particle(i) && reader.at(i).case != Case::Initial) {
        from -= 1;
    }
    if from == 1 && words.first().is_some_and(|&i| particle(i) && reader.at(i).case == Case::Lower) {
        from = 0;
    }
    let split = words.get(from).copied()?;
    Some(Item { family: (split, end), given: (at, split), end, order: Order::Spoken })
}

/// The token behind "Jr.," at `at`, or `at`.
fn suffix(reader: &Reader, at: usize) -> usize {
    if !reader.at(at).has(SUFFIX) || reader.at(at).case == Case::Lower {
        return at;
    }
    let stop = at + 1 + usize::from(reader.at(at + 1).is == Is::Stop);
    if reader.at(stop).is == Is::Comma { stop + 1 } else { at }
}

/// Whether "Smith, Jones and Brown" is what begins with the comma before `at`: family names alone.
fn families(reader: &Reader, at: usize, end: usize, to: usize, last: Option<Order>) -> bool {
    if last == Some(Order::FamilyComma) {
        return false;
    }
    let mut i = end;
    let mut only = at + 1 == end;
    let mut count = 2;
    while only && i < to && count < 12 {
        let token = reader.at(i);
        if token.is == Is::Comma || token.and() {
            i += 1;
            continue;
        }
        if others(reader, i, to).is_some() {
            break;
        }
        only = token.capital()
            && token.case == Case::Capital
            && (i + 1 >= to || reader.at(i + 1).is == Is::Comma || reader.at(i + 1).and() || others(reader, i + 1, to).is_some());
        count += 1;
        i += 1;
    }
    only && count > 2
}

/// Whether the words from `at` on may be a title: two or more, not a publisher or a year.
fn title_follows(reader: &Reader, at: usize) -> bool {
    let quoted = reader.at(at).is == Is::Quote;
    let words = (at..at + 4).take_while(|&i| reader.at(i).is == Is::Word).count();
    let imprint = (at..at + 4).take_while(|&i| !reader.at(i).parts()).any(|i| reader.at(i).has(PRESS | CITY));
    quoted || (words >= 2 && !imprint)
}

/// Whether the run of `words` is a name, where nothing but itself says so.
fn likely(reader: &Reader, at: usize, end: usize, words: &[usize], mode: End, last: Option<Order>, by_and: bool) -> bool {
    let Some(&first) = words.first() else { return false };
    let token = reader.at(first);
    let next = reader.at(end);
    let ends_list = matches!(next.is, Is::Stop | Is::Colon | Is::Open | Is::Quote | Is::End);
    let has_initial = words.iter().any(|&i| reader.at(i).case == Case::Initial);
    let odd = any(reader, at, end, TITLE | PRESS | ORG | JOURNAL | MONTH | THESIS | GENRE | IN);
    let city = reader.at(first).has(CITY) && !token.has(GIVEN) && !has_initial;
    let titled = words.iter().filter(|&&i| reader.at(i).has(TITLE) && !reader.at(i).has(GIVEN)).count();
    let article = token.case == Case::Initial && token.has(TITLE) && reader.at(first + 1).is != Is::Stop;
    if titled >= 2 || (article && titled > 0 && words.len() > 2) {
        return false;
    }
    if words.len() > 5 || (odd && !(has_initial || token.has(GIVEN) && words.len() >= 2)) {
        return false;
    }
    if by_and {
        return !(odd && !has_initial && !token.has(GIVEN)) && words.len() <= 4;
    }
    if words.len() == 1 {
        // "Lynch, Russian Peacekeeping"; a list goes on so only in short forms.
        let single = token.case != Case::Initial && !token.has(GENRE) && !city;
        let more = last.is_none() || (last == Some(Order::Family) && (next.and() || and_soon(reader, end)));
        return single
            && more
            && (next.is != Is::End)
            && (mode == End::Note
                || next.is == Is::Comma
                || next.and()
                || next.is == Is::Open
                || (next.is == Is::Colon && last.is_some()));
    }
    let sure = has_initial || token.has(GIVEN) || words.get(1).is_some_and(|&i| reader.at(i).has(GIVEN) && words.len() == 2);
    if last.is_some() {
        return sure || and_soon(reader, end);
    }
    match mode {
        // "Dov Lynch, Russian Peacekeeping"
        _ if sure => true,
        _ if city => false,
        End::Note => !ends_list || matches!(next.is, Is::Open | Is::Quote | Is::Colon | Is::Stop) && words.len() <= 3,
        _ => next.is == Is::Comma || next.and() || (words.len() <= 4 && title_follows(reader, end + 1)),
    }
}

/// Whether "and" comes before long, with nothing but names between.
fn and_soon(reader: &Reader, end: usize) -> bool {
    for i in end..end + 12 {
        let token = reader.at(i);
        if token.and() {
            return reader.at(i + 1).capital() && !reader.at(i + 1).has(TITLE);
        }
        if !(token.capital() || token.is == Is::Comma || token.is == Is::Stop || token.has(PARTICLE)) || token.has(TITLE) {
            return false;
        }
    }
    false
}

/// The body (a ministry, a commission) at `at`.
fn body(reader: &Reader, at: usize, to: usize, mode: End, last: Option<Order>) -> Option<Item> {
    let known = mode == End::Known;
    if !reader.at(at).capital() && !(known && reader.at(at).is == Is::Word) {
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
                org |= token.has(ORG | PRESS | JOURNAL) && token.case != Case::Initial && !(token.has(GIVEN) && !token.has(ORG));
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

/// The words of an item.
fn name(reader: &Reader, item: &Item) -> Option<Name> {
    let of = |(from, to): (usize, usize)| reader.bytes(from, to).filter(|_| from < to);
    let family = of(item.family)?;
    let given = of(item.given);
    // The full stop of an initial is part of it.
    let given = given.map(|given| {
        let stop = item.given.1 > 0 && reader.at(item.given.1 - 1).is == Is::Stop;
        given.start..given.end + usize::from(stop)
    });
    let start = given.as_ref().map_or(family.start, |given| given.start.min(family.start));
    let end = given.as_ref().map_or(family.end, |given| given.end.max(family.end));
    let words = |range: std::ops::Range<usize>| reader.text.get(range).unwrap_or("").trim().to_owned();
    Some(Name { family: words(family), given: given.map(words).unwrap_or_default(), span: Span::new(start, end) })
}

/// Whether the tokens before `to` look like a list of names and nothing else, as before a year.
pub(super) fn headlike(reader: &Reader, from: usize, to: usize) -> bool {
    let (mut words, mut title, mut org, mut initial, mut lower) = (0, 0, false, false, 0);
    for i in from..to {
        let token = reader.at(i);
        match token.is {
            Is::Word => {
                words += 1;
                title += usize::from(token.has(TITLE) && !token.has(GIVEN) && token.case == Case::Capital);
                org |= token.has(ORG | PRESS | JOURNAL);
                initial |= token.case == Case::Initial;
                let fits = token.has(PARTICLE | AND | JOIN | ED | OTHERS | ORG | SUFFIX) || token.and();
                lower += usize::from(token.case == Case::Lower && !fits);
            }
            Is::Comma | Is::Semi | Is::Amp | Is::Dash | Is::Slash | Is::Open | Is::Close | Is::Other => {}
            Is::Stop => {}
            _ => return false,
        }
    }
    let dashes = words == 0 && (from..to).any(|i| reader.at(i).is == Is::Dash);
    dashes || (words > 0 && lower == 0 && (title == 0 || org || initial)) || (org && lower <= 2 && words <= 14)
}
