//! Who wrote it: a list of names, in any of the orders in which people write them, with bodies among them. The list may
//! have a known end (a year or a quoted title comes next) or none but the point where names stop being likely.

use super::super::Name;
use super::bodies::{acronym, body, heading};
use super::dates::year;
use super::marks::{editor_mark, late_mark, others};
use super::tokens::{Case, Is, Reader};
use super::words::{
    CITY, ED, FAMILY, GENRE, GIVEN, IN, ISSUE, JOURNAL, MONTH, ORG, PAGE, PARTICLE, PRESS, SAME, SUFFIX, THESIS, TITLE, VOL,
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
pub(super) enum Order {
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
pub(super) struct Item {
    pub family: (usize, usize),
    pub given: (usize, usize),
    pub end: usize,
    pub order: Order,
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
    let mut closed = false;
    loop {
        // What may stand between two names.
        let mut by_and = false;
        let mut dash = false;
        while at < to {
            let token = reader.at(at);
            match token.is {
                Is::Comma | Is::Semi => joined = true,
                Is::Slash => {
                    joined = true;
                    by_and = true;
                }
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
            // "———. Anna Roe and the Sea": the line stands for all the names.
            if mode == End::Entry && reader.before(at).is == Is::Stop {
                break;
            }
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
        // "Grand and Austen, Gems and Stones": "and" comes before the last name.
        if closed && !by_and && mode == End::Note && last == Some(Order::Family) {
            break;
        }
        closed |= by_and && reader.before(at).is != Is::Slash;
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
            let behind = reader.at(at + 1);
            at += usize::from(reader.at(at).is == Is::Stop && (behind.and() || behind.is == Is::Comma) && at < to);
        }
        out.end = at;
        // "Smith, J. A history": a name cannot follow where nothing parts it from the last.
        let next = reader.at(at);
        if mode != End::Known && matches!(next.is, Is::Colon | Is::Quote | Is::Number | Is::Mixed | Is::End) {
            break;
        }
        if mode != End::Known && next.is == Is::Stop {
            if reader.at(at + 1).is != Is::Comma {
                out.end = at + 1 + usize::from(reader.at(at + 1).is == Is::Stop);
                break;
            }
            at += 1;
            out.end = at;
        }
    }
    out
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
            Is::Word
                if token.has(VOL | ISSUE)
                    && reader.at(i + 1).is == Is::Stop
                    && reader.at(i + 2).is == Is::Number
                    && !(token.case == Case::Initial && year(reader, i + 2)) =>
            {
                break;
            }
            // "Smith, J. A theory": an article.
            Is::Word
                if given
                    && run.initial == Some(i)
                    && (token.case == Case::Initial && reader.at(i + 1).is == Is::Word && reader.at(i + 1).case == Case::Lower
                        || token.has(TITLE) && !token.has(GIVEN | PARTICLE) && token.case == Case::Capital) =>
            {
                break;
            }
            Is::Word
                if token.case == Case::Initial
                    && token.has(PAGE)
                    && reader.at(i + 1).is == Is::Stop
                    && reader.at(i + 2).is == Is::Number
                    && !year(reader, i + 2) =>
            {
                break;
            }
            Is::Word => {
                if given && full && run.initial == Some(i) && !token.has(GIVEN) && !lettered(reader, i) {
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
pub(super) fn any(reader: &Reader, from: usize, to: usize, class: u32) -> bool {
    (from..to).any(|i| reader.at(i).has(class) && reader.at(i).case != Case::Initial)
}

/// The name at `at`.
fn item(reader: &Reader, at: usize, to: usize, mode: End, last: Option<Order>, by_and: bool) -> Option<Item> {
    if reader.at(at).has(SAME) && delimits(reader, at + 1, to) {
        let end = at + 1 + usize::from(reader.at(at + 1).is == Is::Stop);
        return Some(Item { family: (at, at), given: (at, at), end, order: Order::Family });
    }
    if let Some(body) = acronym(reader, at, to).or_else(|| body(reader, at, to, mode, last)) {
        return Some(body);
    }
    if mode == End::Entry
        && last.is_none()
        && let Some(end) = heading(reader, at, to)
    {
        return Some(Item { family: (at, end), given: (at, at), end, order: Order::Body });
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
    let turned = by_and && last == Some(Order::FamilyComma) && !one && !lettered(reader, end + 1);
    let plain = !spoken_first && last != Some(Order::Spoken) && !turned;
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
            let fits = closes && !unlikely && given.words <= 3 && !starts_known && (known || last != Some(Order::Family));
            let likely = match mode {
                End::Known | End::Entry if one => known || !families(reader, behind, given.end, to, last),
                End::Known | End::Entry => {
                    let all = (behind..given.end)
                        .filter(|&i| reader.at(i).is == Is::Word)
                        .all(|i| reader.at(i).has(GIVEN) || reader.at(i).case == Case::Initial);
                    words.len() <= 3
                        && (known && all || given.words == 1 && after.is != Is::Comma || last == Some(Order::FamilyComma) && all)
                }
                End::Note if one && families(reader, behind, given.end, to, last) && !known => false,
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
    if lead > 0 && lead < words.len() && upper(&first) && !words.iter().skip(lead).any(upper) {
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
    // "Ibn Khaldun", "De Gaulle"
    if from == 1 && reader.at(first).has(PARTICLE) && !reader.at(first).has(GIVEN) && reader.at(first).case != Case::Initial {
        from = 0;
    }
    let split = words.get(from).copied()?;
    Some(Item { family: (split, end), given: (at, split), end, order: Order::Spoken })
}

/// Whether an initial and its full stop are at `at`.
fn lettered(reader: &Reader, at: usize) -> bool {
    reader.at(at).case == Case::Initial && reader.at(at).is == Is::Word && reader.at(at + 1).is == Is::Stop
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
    if reader.at(at).and() {
        return false;
    }
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
    // "Le Blanc, The Salt Road"
    let particled = token.has(PARTICLE) && words.len() == 2 && next.is == Is::Comma && mode == End::Note;
    let odd = any(reader, at + usize::from(particled), end, TITLE | PRESS | ORG | JOURNAL | MONTH | THESIS | GENRE | IN);
    let city = reader.at(first).has(CITY) && !token.has(GIVEN) && !has_initial;
    let letter = |i: usize| reader.at(i).case == Case::Initial && reader.at(i + 1).is == Is::Stop;
    let titled = words.iter().filter(|&&i| reader.at(i).has(TITLE) && !reader.at(i).has(GIVEN) && !letter(i)).count();
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
        // Where the others have initials, so has this one: "H. Lind, Topological Salt Spaces and Measures".
        let lettered = (at.saturating_sub(7)..at).any(|i| lettered(reader, i)) && words.len() > 2;
        return sure || !lettered && and_soon(reader, end);
    }
    match mode {
        // "Dov Lynch, Russian Peacekeeping"
        _ if sure => true,
        // "Florence Adams, Title" is a person whose name is a city's.
        _ if city => {
            words.len() == 2
                && next.is == Is::Comma
                && !reader.at(end - 1).has(CITY | ORG | PRESS)
                && mode == End::Note
                && title_follows(reader, end + 1)
        }
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

/// The words of an item.
fn name(reader: &Reader, item: &Item) -> Option<Name> {
    let of = |(from, to): (usize, usize)| reader.bytes(from, to).filter(|_| from < to);
    let mut family = of(item.family)?;
    // So is that of "Salt Works Inc."
    let last = reader.before(item.family.1);
    if item.order == Order::Body && last.is == Is::Stop && item.family.1 > item.family.0 {
        family.end = family.end.max(last.end);
    }
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
