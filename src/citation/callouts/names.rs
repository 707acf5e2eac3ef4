//! Whose work a year belongs to: the names read backwards from it, as they stand before it in prose ("Smith and Jones
//! (2001)") or within a bracket ("Smith, Jones, & Brown, 1999").

use super::tokens::{Kind, Token};
use super::words;

/// Where names stand, which says what can join them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// In a bracket, with the year: commas join.
    Bracket,
    /// In prose, before a bracket or a bare year: commas join only what "and" or "et al." ends.
    Prose,
}

/// The names before a year.
#[derive(Clone, Debug, Default)]
pub(super) struct Run {
    /// Index of its first token, initials and given names included.
    pub first: usize,
    /// First byte of the surname.
    pub start: usize,
    /// Past its last byte.
    pub end: usize,
    /// Surnames as printed.
    pub names: Vec<String>,
    /// First byte of each word of all names.
    pub words: Vec<usize>,
    /// Initials or given names before the first surname, or behind it.
    pub given: String,
    /// Whether it ends in "et al." or the like.
    pub et_al: bool,
    /// Whether "and" or the like joins names.
    pub joined: bool,
    /// Whether it ends in a possessive.
    pub possessive: bool,
    /// Whether it names a body: an institute, a ministry.
    pub body: bool,
    /// Whether words in it make it doubtful that it names an author.
    pub suspect: bool,
    /// Whether more than capitals and a year is needed: a title in its place, a word of small letters, a month behind it.
    pub weak: bool,
}

/// One author, read backwards.
#[derive(Default)]
struct Unit {
    first: usize,
    /// Tokens of the surname, in order.
    from: usize,
    to: usize,
    given: String,
    behind: bool,
}

/// The names with which `tokens` end.
pub(super) fn before(text: &str, tokens: &[Token], place: Place) -> Option<Run> {
    let mut run = Run::default();
    let word = |index: usize| tokens.get(index).map_or("", |token| token.of(text));
    let kind = |index: usize| tokens.get(index).map(|token| token.kind);
    let mut at = tokens.len();
    let prior = |at: usize| at.checked_sub(1).and_then(|index| tokens.get(index).map(|token| (index, token)));
    if let Some((index, _)) = prior(at).filter(|(_, token)| token.kind == Kind::Comma) {
        at = index;
    }
    // "(New York Times, 3 May 2001)": the day and the month are the year's. In "(e.g., May, 2001)" May is a name.
    let lone = |index: usize| {
        kind(index.wrapping_sub(1)) == Some(Kind::Comma)
            && !index.checked_sub(2).and_then(|index| tokens.get(index)).is_some_and(Token::is_capital)
    };
    if place == Place::Bracket
        && let Some((index, _)) = prior(at).filter(|(_, token)| token.is_capital() && words::is_month(token.of(text)))
        && !lone(index)
        && (matches!(index.checked_sub(1).and_then(kind), Some(Kind::Comma | Kind::Number))
            || matches!(index.checked_sub(1).and_then(kind), Some(Kind::Dash | Kind::Slash))
                && index.checked_sub(2).is_some_and(|index| words::is_month(word(index)) || kind(index) == Some(Kind::Number)))
    {
        at = index;
        while let Some((index, _)) = prior(at).filter(|(_, token)| {
            matches!(token.kind, Kind::Number | Kind::Dot | Kind::Comma | Kind::Dash | Kind::Slash) || words::is_month(token.of(text))
        }) {
            at = index;
        }
        run.weak = true;
    }
    if let Some((index, _)) = prior(at).filter(|(_, token)| token.kind == Kind::Quote)
        && place == Place::Bracket
    {
        return title(text, tokens, index, run);
    }
    at = roles(text, tokens, at)?;
    if let Some((index, _)) = prior(at).filter(|(_, token)| token.kind == Kind::Comma) {
        at = index;
    }
    run.end = prior(at)?.1.end;
    let others = others(text, tokens, at);
    if let Some(index) = others {
        run.et_al = true;
        run.possessive = word(at - 1).ends_with('s');
        at = index;
        if let Some((index, _)) = prior(at).filter(|(_, token)| token.kind == Kind::Comma) {
            at = index;
        }
    } else {
        // "Jones' (2001)", "Smith's (2001)"
        if let Some((index, _)) = prior(at).filter(|(index, token)| {
            token.kind == Kind::Quote && token.of(text) == "'" && word(index.saturating_sub(1)).ends_with(['s', 'x', 'z'])
        }) {
            run.possessive = true;
            at = index;
            run.end = prior(at)?.1.end;
        }
        run.possessive |= prior(at).is_some_and(|(_, token)| token.is_capital() && token.of(text).ends_with("'s"));
    }
    let mut units = vec![unit(text, tokens, at, place)?];
    let mut bodies = units.last().is_some_and(|unit| has_body(text, tokens, unit));
    let mut and_end = None;
    while let Some(last) = units.last() {
        let mut at = last.first;
        let Some((index, joint)) = prior(at) else { break };
        let and = joint.kind == Kind::Amp || (joint.kind == Kind::Low && words::is_and(joint.of(text)));
        match joint.kind {
            _ if and => {
                at = index;
                if let Some((index, _)) = prior(at).filter(|(_, token)| token.kind == Kind::Comma) {
                    at = index;
                }
            }
            Kind::Slash => at = index,
            Kind::Dash if place == Place::Bracket || text.get(joint.start..joint.end) == Some("–") => {
                // "Müller–Meier" without spaces.
                let glued = index
                    .checked_sub(1)
                    .and_then(|index| tokens.get(index))
                    .is_some_and(|before| before.end == joint.start && tokens.get(at).is_some_and(|next| next.start == joint.end));
                if !glued {
                    break;
                }
                at = index;
            }
            Kind::Comma if run.joined || run.et_al || place == Place::Bracket => at = index,
            Kind::Semi if place == Place::Bracket => at = index,
            _ => break,
        }
        let Some(next) = unit(text, tokens, at, place) else { break };
        bodies |= has_body(text, tokens, &next);
        if and {
            and_end.get_or_insert(units.len());
        }
        run.joined |= and || joint.kind == Kind::Slash;
        units.push(next);
        if units.len() > 40 {
            break;
        }
    }
    // "In Germany, Smith and Jones (2001)": a place before a comma is no author.
    let place_name = |unit: &Unit| {
        tokens.get(unit.from..unit.to).is_some_and(|name| {
            name.iter().any(|word| {
                words::is_suspect(word.of(text))
                    && (!words::is_month(word.of(text)) || units.last().is_some_and(|last| last.from == unit.from))
            })
        })
    };
    if place == Place::Prose
        && let Some(last) = units.last()
        && prior(last.first).is_some_and(|(_, token)| words::is_whereabouts(token.of(text)))
    {
        let comma = |unit: &Unit| tokens.get(unit.to).is_some_and(|joint| joint.kind == Kind::Comma);
        let places = units.iter().skip(1).rev().take_while(|unit| place_name(unit));
        if let Some(last) = places.clone().position(comma) {
            units.truncate(units.len() - last - 1);
        }
    }
    units.reverse();
    let first = units.first()?;
    run.first = first.first;
    run.given = first.given.clone();
    run.start = tokens.get(first.from)?.start;
    run.body = bodies;
    for unit in &units {
        let words = tokens.get(unit.from..unit.to)?;
        for token in words.iter().filter(|token| token.is_word() || token.kind == Kind::Initial) {
            run.words.push(token.start);
        }
        run.names.push(printed(text, words));
    }
    // "Food and Agriculture Organization": one body, not two authors.
    let body = |name: &String| name.split(' ').any(words::is_body);
    let long = |name: &String| body(name) && name.contains(' ');
    let ministry = |name: &String| body(name) && name.split(' ').any(|word| word.starts_with(char::is_lowercase));
    if run.joined
        && run.names.len() == 2
        && (run.names.last().is_some_and(long) || run.names.first().is_some_and(ministry))
        && let Some(last) = units.last()
    {
        let all = tokens.get(first.from..last.to)?;
        run.words = all
            .iter()
            .filter(|token| token.is_word() || token.kind == Kind::Initial || token.kind == Kind::Amp)
            .map(|token| token.start)
            .collect();
        run.names = vec![printed(text, all)];
        run.joined = false;
    }
    // "U.S. Department of Health": the initials are part of the name.
    if let [name] = run.names.as_mut_slice()
        && body(name)
        && !run.given.is_empty()
        && !first.behind
    {
        let lead: Vec<usize> = tokens.get(first.first..first.from)?.iter().map(|token| token.start).collect();
        run.start = tokens.get(first.first)?.start;
        *name = format!("{} {name}", run.given);
        run.words.splice(0..0, lead);
        run.given = String::new();
    }
    if run.words.len() != run.names.iter().map(|name| name.split(' ').count()).sum::<usize>() {
        run.words.clear();
    }
    given_name(&mut run);
    let mut all = run.names.iter().flat_map(|name| name.split(' '));
    run.suspect = if run.et_al {
        false
    } else if run.names.len() == 1 {
        all.any(|word| words::is_suspect(word) || words::is_publisher(word))
            && !(run.body
                && run.names.iter().any(|name| name.contains(' '))
                && !run.names.iter().any(|name| name.split(' ').any(words::is_publisher)))
    } else {
        run.names.iter().any(|name| name.split(' ').any(words::is_publisher)) || all.all(words::is_suspect)
    };
    Some(run)
}

/// A common given name before the surname is no part of it: "John Smith".
fn given_name(run: &mut Run) {
    let Some(name) = run.names.first_mut() else { return };
    let Some((given, family)) = name.split_once(' ') else { return };
    if run.body || !words::is_given(given) || run.words.len() < 2 || family.split(' ').count() > 3 {
        return;
    }
    // "John K. Smith", "Hans Joachim Müller": the last word alone is sure.
    let skipped =
        family.split(' ').take_while(|word| word.ends_with('.') || words::is_given(word)).count().min(family.split(' ').count() - 1);
    let kept: Vec<&str> = family.split(' ').skip(skipped).collect();
    let kept = kept.join(" ");
    run.given = name.get(..name.len() - kept.len()).unwrap_or("").trim().to_owned();
    run.words.drain(..(skipped + 1).min(run.words.len()));
    *name = kept;
    if let Some(&start) = run.words.first() {
        run.start = start;
    }
}

/// A name as printed, with one space between its words and no possessive.
fn printed(text: &str, tokens: &[Token]) -> String {
    let mut name = String::new();
    let mut end = None;
    for token in tokens {
        if end.is_some_and(|end| end < token.start) && !name.is_empty() {
            name.push(' ');
        }
        name.push_str(token.of(text));
        end = Some(token.end);
    }
    let kept = name.strip_suffix("'s").map_or(name.len(), str::len);
    name.truncate(kept);
    name
}

fn has_body(text: &str, tokens: &[Token], unit: &Unit) -> bool {
    tokens.get(unit.from..unit.to).unwrap_or(&[]).iter().any(|token| words::is_body(token.of(text)))
}

/// Past "(eds.)", "[FAO]", "ed." with which `tokens[..at]` end. `None` where another bracket stands there.
fn roles(text: &str, tokens: &[Token], mut at: usize) -> Option<usize> {
    for _ in 0..3 {
        let Some(token) = at.checked_sub(1).and_then(|index| tokens.get(index)) else { break };
        match token.kind {
            Kind::Close(_) => {
                let open = tokens.get(..at)?.iter().rposition(|token| matches!(token.kind, Kind::Open(_)))?;
                let inside = tokens.get(open + 1..at - 1)?;
                let fits = !inside.is_empty()
                    && inside.len() <= 6
                    && inside.iter().all(|token| {
                        matches!(token.kind, Kind::Upper | Kind::Dot | Kind::Comma | Kind::Quote | Kind::Initial | Kind::Amp)
                            || words::is_role(token.of(text))
                            || matches!(token.of(text), "hereafter" | "henceforth" | "from" | "now" | "on" | "short")
                            || token.of(text).bytes().filter(u8::is_ascii_uppercase).count() > 1
                    });
                if !fits {
                    return None;
                }
                at = open;
            }
            Kind::Dot if at.checked_sub(2).and_then(|index| tokens.get(index)).is_some_and(|before| words::is_role(before.of(text))) => {
                at -= 2
            }
            Kind::Low | Kind::Cap if words::is_role(token.of(text)) => at -= 1,
            Kind::Comma
                if at
                    .checked_sub(2)
                    .and_then(|index| tokens.get(index))
                    .is_some_and(|before| words::is_role(before.of(text)) || matches!(before.kind, Kind::Close(_))) =>
            {
                at -= 1
            }
            _ => break,
        }
    }
    Some(at)
}

/// Where "et al." and its like begin, with which `tokens[..at]` end.
fn others(text: &str, tokens: &[Token], at: usize) -> Option<usize> {
    let word =
        |index: usize| tokens.get(index).filter(|token| matches!(token.kind, Kind::Low | Kind::Amp)).map_or("", |token| token.of(text));
    let dotted =
        |at: usize| at.checked_sub(1).filter(|&index| tokens.get(index).is_some_and(|token| token.kind == Kind::Dot)).unwrap_or(at);
    // "et al.'s" comes apart behind its full stop.
    let whose = at.checked_sub(2).filter(|&index| word(at - 1) == "s" && tokens.get(index).is_some_and(|token| token.kind == Kind::Quote));
    let last = dotted(whose.unwrap_or(at)).checked_sub(1)?;
    let joint = dotted(last).checked_sub(1)?;
    let fits = (words::is_others(word(last)) && (words::is_and(word(joint)) || word(joint) == "&"))
        || (matches!(word(last), "a" | "al") && matches!(word(joint), "u" | "et"));
    if fits {
        return Some(joint);
    }
    // "mfl." stands alone.
    (word(last) == "mfl").then_some(last)
}

/// The author with which `tokens[..at]` end.
fn unit(text: &str, tokens: &[Token], at: usize, place: Place) -> Option<Unit> {
    let get = |index: usize| tokens.get(index);
    let prior = |at: usize| at.checked_sub(1).and_then(|index| tokens.get(index).map(|token| (index, token)));
    let mut at = at;
    let mut unit = Unit::default();
    // "Jr.", "III"
    let suffix = prior(at).map(|(index, token)| if token.kind == Kind::Dot { index } else { at }).and_then(prior);
    if let Some((index, _)) = suffix.filter(|(_, token)| matches!(token.of(text), "Jr" | "Sr" | "II" | "III")) {
        at = prior(index).filter(|(_, token)| token.kind == Kind::Comma).map_or(index, |(index, _)| index);
    }
    // "Smith, J. K.", "Smith J."
    let end = at;
    while let Some((index, _)) = prior(at).filter(|(_, token)| token.kind == Kind::Initial) {
        at = index;
    }
    if at < end {
        unit.given = printed(text, tokens.get(at..end)?);
        unit.behind = true;
        if let Some((index, _)) = prior(at).filter(|(_, token)| token.kind == Kind::Comma) {
            at = index;
        }
    }
    unit.to = at;
    let mut capitals = 0;
    while let Some((index, token)) = prior(at) {
        let words = token.of(text);
        match token.kind {
            Kind::Cap | Kind::Upper if !words::is_stop(words) || matches!(words, "WHO" | "IT") => {
                capitals += 1;
                at = index;
                unit.from = index;
            }
            // "World Bank & Fund" is not met here: the sign joins authors.
            Kind::Low if capitals > 0 && words::is_particle(words) && joins(text, tokens, index, place, &mut unit.from) => at = index,
            Kind::Low if capitals > 0 && words::is_connector(words) => {
                // "Ministry of the Interior": capitals must stand before it.
                let mut before = index;
                while let Some((more, _)) =
                    prior(before).filter(|(_, token)| token.kind == Kind::Low && words::is_connector(token.of(text)) && index - before < 2)
                {
                    before = more;
                }
                match prior(before) {
                    Some((_, token)) if token.is_capital() && !words::is_stop(token.of(text)) => at = before,
                    _ => break,
                }
            }
            Kind::Initial if capitals > 0 && words.ends_with('.') => {
                // "John K. Smith" is one name; "J. Smith" has initials before it.
                match prior(index) {
                    Some((_, before)) if before.is_capital() && words::is_given(before.of(text)) => {
                        at = index;
                        unit.from = index;
                    }
                    _ => break,
                }
            }
            _ => break,
        }
        if capitals > 14 {
            break;
        }
    }
    if capitals == 0 || unit.from >= unit.to {
        return None;
    }
    unit.first = unit.from;
    // Initials before it.
    let mut lead = unit.from;
    while let Some((index, token)) = prior(lead).filter(|(_, token)| token.kind == Kind::Initial) {
        if token.of(text) == "I" || token.of(text) == "A" {
            break;
        }
        lead = index;
    }
    if lead < unit.from && get(lead).is_some_and(|token| token.of(text).contains('.') || place == Place::Bracket) {
        if !unit.behind {
            unit.given = printed(text, tokens.get(lead..unit.from)?);
        }
        unit.first = lead;
    }
    Some(unit)
}

/// Whether the particle at `index` belongs to the surname behind it; then `from` moves to it.
fn joins(text: &str, tokens: &[Token], index: usize, place: Place, from: &mut usize) -> bool {
    let Some(token) = tokens.get(index) else { return false };
    if *from != index + 1 {
        return false;
    }
    let words = token.of(text);
    let before = index.checked_sub(1).and_then(|index| tokens.get(index));
    match words {
        // They join authors as well.
        "y" | "und" => {
            return false;
        }
        "am" | "op" | "do" | "st" | "al" | "la" | "te" | "les" | "das" | "los" | "las" | "des" | "le" | "der" | "den" | "lo" | "el" => {
            // Only behind another particle, or where a name begins.
            let particle = before.is_some_and(|before| before.is_word() && words::is_particle(before.of(text)));
            let begins = place == Place::Bracket && before.is_none_or(|before| !matches!(before.kind, Kind::Low))
                || before.is_some_and(|before| matches!(before.kind, Kind::Comma | Kind::Amp | Kind::Dot));
            if !particle && !begins {
                return false;
            }
        }
        _ => {}
    }
    *from = index;
    true
}

/// A title in the place of a name: ("Study Finds", 2001).
fn title(text: &str, tokens: &[Token], close: usize, mut run: Run) -> Option<Run> {
    let open = tokens.get(..close)?.iter().rposition(|token| token.kind == Kind::Quote)?;
    let mut inside = tokens.get(open + 1..close)?;
    if inside.last().is_some_and(|token| token.kind == Kind::Comma) {
        inside = inside.get(..inside.len() - 1)?;
    }
    let (first, last) = (inside.first()?, inside.last()?);
    run.first = open;
    run.start = tokens.get(open)?.start;
    run.end = tokens.get(close)?.end;
    run.names = vec![text.get(first.start..last.end)?.to_owned()];
    run.weak = true;
    Some(run)
}

/// A name of small letters alone: "(boyd, 2014)". The list must have it.
pub(super) fn small<'t>(text: &'t str, before: &[Token]) -> Option<(&'t str, usize)> {
    let mut tokens = before;
    if let Some((last, rest)) = tokens.split_last()
        && last.kind == Kind::Comma
    {
        tokens = rest;
    }
    let (last, rest) = tokens.split_last()?;
    let word = last.of(text);
    (last.kind == Kind::Low
        && word.len() > 2
        && rest.iter().all(|token| token.kind != Kind::Cap)
        && !words::is_stop(word)
        && !words::is_cue(word))
    .then_some((word, last.start))
}

/// A body whose name ends in a small word: "(Ministère de l'Éducation nationale, 2012)".
pub(super) fn phrase(text: &str, before: &[Token]) -> Option<Run> {
    let first = before.iter().position(|token| token.is_capital() && !words::is_stop(token.of(text)))?;
    let mut name = before.get(first..)?;
    if let Some((last, rest)) = name.split_last()
        && last.kind == Kind::Comma
    {
        name = rest;
    }
    let (start, end) = (name.first()?.start, name.last()?.end);
    let fits = (2..=12).contains(&name.len()) && name.iter().all(Token::is_word) && name.iter().any(|token| words::is_body(token.of(text)));
    let printed: Vec<&str> = name.iter().map(|token| token.of(text)).collect();
    let words = name.iter().map(|token| token.start).collect();
    fits.then(|| Run { first, start, end, names: vec![printed.join(" ")], words, body: true, ..Run::default() })
}
