//! What the rules share that compare references of one work, or of one volume: which readings are one thing spelt in
//! two ways, and which of them is the odd one out.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::{Cause, Desk, Finding, Rule};
use crate::citation::{Field, Form, Reference};
use crate::text::Span;

/// Where something is read: the reference, and the characters.
pub(super) type Place = (usize, Span);

/// One way in which a thing is written, with all places that write it so.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    /// As it is written.
    pub said: String,
    /// Where, in order.
    pub places: Vec<Place>,
}

/// A volume with chapters: references to them, and to the volume itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Volume {
    /// References to its parts.
    pub parts: Vec<usize>,
    /// References to all of it.
    pub whole: Vec<usize>,
}

/// The letters and digits of `words`, in lower case, without accents and without what scanners take for one another.
pub(super) fn letters(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars().flat_map(char::to_lowercase).filter(|c| c.is_alphanumeric()) {
        match c {
            'ä' | 'á' | 'à' | 'â' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => out.push('a'),
            'ö' | 'ó' | 'ò' | 'ô' | 'õ' | 'ø' | 'ō' | 'ő' => out.push('o'),
            'ü' | 'ú' | 'ù' | 'û' | 'ū' | 'ů' | 'ű' => out.push('u'),
            'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ę' | 'ě' => out.push('e'),
            'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' => out.push('i'),
            'ç' | 'ć' | 'č' => out.push('c'),
            'ñ' | 'ń' | 'ň' => out.push('n'),
            'š' | 'ś' | 'ş' => out.push('s'),
            'ž' | 'ź' | 'ż' => out.push('z'),
            'ł' => out.push('l'),
            'ý' | 'ÿ' => out.push('y'),
            'ř' => out.push('r'),
            'ğ' => out.push('g'),
            'ß' => out.push_str("ss"),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            c => out.push(c),
        }
    }
    // "Mueller" is Müller, and "Bums" may be Burns.
    out.replace("ae", "a").replace("oe", "o").replace("ue", "u").replace("rn", "m").replace("vv", "w")
}

/// Without what is doubled: "Kamoluddin" and "Kammolludin" are one.
pub(super) fn undoubled(letters: &str) -> String {
    let mut out: Vec<char> = letters.chars().collect();
    out.dedup();
    out.into_iter().collect()
}

/// How many letters are to be changed, left out, added or swapped to make one of the other; anything above `most` is
/// given as `most + 1`. For words, not for texts: what is longer than 60 letters is far from everything.
pub(super) fn distance(a: &str, b: &str, most: usize) -> usize {
    let long = |word: &str| word.chars().nth(60).is_some();
    if long(a) || long(b) { most + 1 } else { crate::citation::distance(a, b, most) }
}

/// Whether two words (as [`letters`]) are a slip apart: not the same, and hardly two words.
pub(super) fn slip(a: &str, b: &str) -> bool {
    let shortest = a.chars().count().min(b.chars().count());
    if a == b || shortest < 5 || a.bytes().chain(b.bytes()).any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    // A genitive is no slip.
    if a.strip_suffix('s') == Some(b) || b.strip_suffix('s') == Some(a) {
        return false;
    }
    let most = if shortest < 8 { 1 } else { 2 };
    distance(a, b, most) <= most
}

/// Whether two family names (as [`letters`]) are a slip apart, where all else is the same: looser than [`slip`].
pub(super) fn name_slip(a: &str, b: &str) -> bool {
    let shortest = a.chars().count().min(b.chars().count());
    let first = |name: &str| name.chars().next();
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let most = if shortest < 6 { 1 } else { 2 };
    let junior = long.strip_prefix(short).is_some_and(|rest| matches!(rest, "jr" | "sr" | "ii"));
    a != b
        && !junior
        && !a.bytes().chain(b.bytes()).any(|byte| byte.is_ascii_digit())
        && (slip(a, b) || shortest >= 4 && first(a) == first(b) && distance(a, b, most) <= most)
}

/// Which of `counts` (how many places each reading has) is followed by more than half of all.
pub(super) fn majority(counts: &[usize]) -> Option<usize> {
    let total: usize = counts.iter().sum();
    counts.iter().position(|&count| count * 2 > total)
}

/// Which of `readings` of one thing is to be followed, if one is: that of more than half of the places, or the only
/// one that a full reference gives.
pub(super) fn norm(desk: &Desk, readings: &[Reading]) -> Option<usize> {
    let counts: Vec<usize> = readings.iter().map(|own| own.places.len()).collect();
    majority(&counts).or_else(|| {
        let full = |own: &Reading| own.places.iter().any(|&(index, _)| form(desk, index).is_some_and(|form| form != Form::Short));
        let mut of_full = readings.iter().enumerate().filter(|(_, own)| full(own));
        let first = of_full.next().map(|(index, _)| index);
        first.filter(|_| of_full.next().is_none())
    })
}

fn form(desk: &Desk, index: usize) -> Option<Form> {
    desk.citations.references.get(index).map(|own| own.form)
}

/// Findings of `rule` for a thing that is written in several ways: at those that are not as most have it, or at all of
/// them, as one fact, where most agree on none. `what` names the thing: "this name".
pub(super) fn disagree(desk: &Desk, rule: &'static Rule, readings: &[Reading], what: &str, found: &mut Vec<Finding>) {
    let norm = norm(desk, readings);
    let said: Vec<String> = readings.iter().map(|own| format!("“{}”", own.said)).collect();
    let cause = Arc::new(Cause {
        key: said.concat(),
        said: format!("{} is written in {} ways: {}.", capital(what), readings.len(), joined(&said)),
    });
    for (index, own) in readings.iter().enumerate().filter(|&(index, _)| Some(index) != norm) {
        let others = readings.iter().enumerate().filter(|&(other, _)| norm.map_or(other != index, |norm| other == norm));
        let others: Vec<&Reading> = others.map(|(_, other)| other).collect();
        let also: Vec<String> = others.iter().map(|other| format!("“{}” in {}", other.said, places(desk, &other.places))).collect();
        for &(reference, span) in &own.places {
            let message = format!("“{}” here, {}.", own.said, joined(&also));
            let hint = match others.first() {
                Some(other) if norm.is_some() => format!("Check which is right; most likely “{}”.", other.said),
                _ => rule.mend.to_owned(),
            };
            let related = others.iter().filter_map(|other| other.places.first()).map(|&(_, span)| span);
            let finding =
                Finding::new(rule, parts(desk, reference, span), message).in_note(desk.note_of(reference)).hinting(hint).beside(related);
            found.push(if norm.is_none() { finding.because(&cause) } else { finding });
        }
    }
}

/// "a", "a and b", "a, b and c".
pub(super) fn joined(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Where readings stand, for the reader: "notes 4, 5 and 9", "the list".
pub(super) fn places(desk: &Desk, places: &[Place]) -> String {
    let mut labels: Vec<String> = Vec::new();
    let mut listed = false;
    for &(reference, _) in places {
        match desk.note_of(reference) {
            Some(note) if !labels.iter().any(|own| own == desk.label(note)) && labels.len() < 6 => labels.push(desk.label(note).to_owned()),
            Some(_) => {}
            None => listed = true,
        }
    }
    if labels.len() > 5 {
        labels.truncate(4);
        labels.push("others".to_owned());
    }
    let word = if labels.len() == 1 { "note" } else { "notes" };
    match (labels.is_empty(), listed) {
        (true, _) => "the list".to_owned(),
        (false, false) => format!("{word} {}", joined(&labels)),
        (false, true) => format!("{word} {} and in the list", joined(&labels)),
    }
}

/// The characters of `span` in reference `index`, without what a page break puts between them.
pub(super) fn parts(desk: &Desk, index: usize, span: Span) -> Vec<Span> {
    let Some((passage, _)) = desk.passage_of(index) else { return vec![span] };
    let parts = passage.parts(&desk.structure.blocks, passage.range_of(span));
    if parts.is_empty() { vec![span] } else { parts }
}

/// References that name a work in words, surely: no ibid.
pub(super) fn named<'d>(desk: &'d Desk, indices: &'d [usize]) -> impl Iterator<Item = (usize, &'d Reference)> {
    indices
        .iter()
        .filter_map(|&index| desk.citations.references.get(index).map(|own| (index, own)))
        .filter(|(_, own)| own.form != Form::Ibid && own.doubt.is_none())
}

/// Volumes with chapters of which somewhere the editors are given, by their title and year.
pub(super) fn volumes(desk: &Desk) -> Vec<Volume> {
    let mut volumes: BTreeMap<(String, String), Volume> = BTreeMap::new();
    let key = |title: &Option<Field>, year: &Option<Field>| {
        let title = letters(&title.as_ref()?.text);
        Some((title, year.as_ref()?.text.get(..4)?.to_owned())).filter(|(title, _)| title.len() > 7)
    };
    for (index, own) in desk.described() {
        if let Some(key) = key(&own.fields.container, &own.fields.year) {
            volumes.entry(key).or_default().parts.push(index);
        }
    }
    for (index, own) in desk.described().filter(|(_, own)| own.fields.container.is_none()) {
        if let Some(volume) = key(&own.fields.title, &own.fields.year).and_then(|key| volumes.get_mut(&key)) {
            volume.whole.push(index);
        }
    }
    let edited = |volume: &Volume| {
        let mut all = volume.parts.iter().chain(&volume.whole).filter_map(|&index| desk.citations.references.get(index));
        all.any(|own| !own.fields.editors.is_empty())
    };
    volumes.into_values().filter(edited).collect()
}

/// Groups `links` of `count` things: each group holds all that are linked, by way of others too.
pub(super) fn linked(count: usize, links: &[(usize, usize)]) -> Vec<BTreeSet<usize>> {
    let mut groups: Vec<BTreeSet<usize>> = (0..count).map(|one| BTreeSet::from([one])).collect();
    for &(a, b) in links {
        let of = |groups: &[BTreeSet<usize>], one| groups.iter().position(|group| group.contains(&one));
        let (Some(a), Some(b)) = (of(&groups, a), of(&groups, b)) else { continue };
        if a != b {
            let moved = groups.get_mut(a.max(b)).map(std::mem::take).unwrap_or_default();
            if let Some(group) = groups.get_mut(a.min(b)) {
                group.extend(moved);
            }
        }
    }
    groups.retain(|group| group.len() > 1);
    groups
}

/// Whether most of `counts` are the first: at least `least` of them, and twice as many as all others.
pub(super) fn house(counts: (usize, usize), least: usize) -> bool {
    counts.0 >= least && counts.0 >= 2 * counts.1
}

/// Findings of a rule of style at the places that do it otherwise than the house: `of` gives for a reference the place
/// and one of two ways, `ways` says each. Only in notes, and silent where no way is clearly that of the house.
pub(super) fn odd_ones(
    desk: &Desk, rule: &'static Rule, least: usize, ways: [&str; 2], of: impl Fn(usize, &Reference) -> Option<(Span, bool)>,
    found: &mut Vec<Finding>,
) {
    let (mut first, mut second): (Vec<Place>, Vec<Place>) = (Vec::new(), Vec::new());
    for (index, own) in desk.citations.references.iter().enumerate() {
        if own.doubt.is_some() || desk.note_of(index).is_none() {
            continue;
        }
        match of(index, own) {
            Some((span, true)) => first.push((index, span)),
            Some((span, false)) => second.push((index, span)),
            None => {}
        }
    }
    let [one, other] = ways;
    let (usual, odd, most, few) = if first.len() >= second.len() { (first, second, one, other) } else { (second, first, other, one) };
    if !house((usual.len(), odd.len()), least) {
        return;
    }
    for (index, span) in odd {
        let message = format!("{} here; {} in {} others.", capital(few), most, usual.len());
        found.push(Finding::new(rule, parts(desk, index, span), message).in_note(desk.note_of(index)));
    }
}

/// Whether two references are surely of two works, and were read well: neither names the other's first author or has
/// its title, and no title runs on into another reference.
pub(super) fn two_works(desk: &Desk, a: usize, b: usize) -> bool {
    let (Some(own), Some(other)) = (desk.citations.references.get(a), desk.citations.references.get(b)) else { return false };
    let first = |of: &Reference| of.fields.authors.first().filter(|name| !name.given.is_empty()).map(|name| letters(&name.family));
    let (Some(who), Some(whose)) = (first(own), first(other)) else { return false };
    let (words, others) = (letters(desk.reference_words(a)), letters(desk.reference_words(b)));
    !slip(&who, &whose) && !words.contains(&whose) && !others.contains(&who) && two_titles(desk, a, b)
}

/// Whether two references surely have two titles, and were read well.
pub(super) fn two_titles(desk: &Desk, a: usize, b: usize) -> bool {
    let (Some(own), Some(other)) = (desk.citations.references.get(a), desk.citations.references.get(b)) else { return false };
    let author = |of: &Reference| of.fields.authors.first().map(|name| letters(&name.family));
    let title = |of: &Reference| of.fields.title.as_ref().filter(|title| !title.text.contains(". ")).map(|title| letters(&title.text));
    let (Some(what), Some(which)) = (title(own), title(other)) else { return false };
    let (who, whose) = (author(own), author(other));
    let (words, others) = (letters(desk.reference_words(a)), letters(desk.reference_words(b)));
    let head = |title: &str| title.chars().take(14).collect::<String>();
    own.work != other.work
        && (who != whose || who.is_none())
        && what.len() > 7
        && which.len() > 7
        && !words.contains(&head(&which))
        && !others.contains(&head(&what))
}
