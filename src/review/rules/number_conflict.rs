use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use crate::review::grounds::{Grounds};
use crate::review::pattern::{Pattern, pattern};
use crate::review::{Desk, Family, Finding, Rule, Severity, Weight, year_in};

pub(super) static RULE: Rule = Rule {
    id: "number-conflict",
    family: Family::Implausible,
    severity: Severity::Warning,
    weight: Weight::Each,
    detects: "Two places give different figures for what seems to be the same thing in the same year.",
    why: "One of them is wrong, or they count different things and do not say so.",
    example: "100 000 killed in 1993 … from 60 000 to 100 000 killed in 1993",
    mend: "Compare both with their sources, and give one figure or say why they differ.",
    check,
};

static FIGURE: Pattern = LazyLock::new(|| {
    pattern(concat!(
        r"\b((?:(?:from |between )?\d[\d ,.]*(?: to | and |–|-| bis ))?(?:\d{1,3}(?:[ ,.]\d{3})+|\d{3,}|\d+(?:[.,]\d+)? (?:thousand",
        r"|million|Tausend|Millionen)))",
        r"(?: (?:people|persons|civilians|men|were|had been|have been|of|its|the|Menschen|wurden|of (?:its|the|their)|\p{Ll}+)){0,2}? ",
        r"(killed|dead|deaths|died|displaced|refugees|wounded|getötet|Tote|Flüchtlinge|inhabitants|residents|people|citizens|civilians",
        r"|soldiers|men|troops|prisoners|victims|lives|casualties|cases|workers|members|pupils|students|schools|families|households|houses",
        r"|souls|voters|votes|copies|settlers|patients|women|children|teachers|delegates|ships|villages|strikers|respondents|participants)\b"
    ))
});

/// What is fought, made or founded in one year only.
static EVENT: Pattern = LazyLock::new(|| {
    pattern(concat!(
        r"\b([Bb]attle|[Ss]iege|[Tt]reaty|[Mm]assacre|[Ss]ynod|[Uu]nion|[Pp]eace)(?: of (?:the )?(\p{Lu}\p{L}+))?",
        r"(?:,? (?:which )?(?:was |had been |were )?(?:fought|signed|concluded|took place|ended|began)(?: (?:at|near|on) (?:the )?[\p{L} ]{2,30}?)?)?",
        r",? ?[(]?(?:in |on |of |early in |late in )?(?:the )?(?:spring |summer |autumn |winter |\d{1,2} )?(?:of )?(?:\p{Lu}\p{Ll}+ )?(?:\d{1,2}, )?",
        r"(1\d{3}|20[012]\d)\b"
    ))
});
/// The same with the verb behind: “was founded in 1898”.
static FOUNDED: Pattern = LazyLock::new(|| {
    pattern(concat!(
        r"(\p{Lu}\p{L}+) (?:was|were|had been|has been) (?:first |formally |officially )?(founded|established|abolished|born|dissolved|inaugurated|unveiled|annexed|assassinated|executed|enacted|ratified|repealed)",
        r"(?: (?:at|near|by) [\p{L} ]{2,30}?)? (?:in|on) (?:the )?(?:spring of |summer of |autumn of |winter of )?(?:\d{1,2} )?(?:\p{Lu}\p{Ll}+ )?(?:\d{1,2}, )?",
        r"(1\d{3}|20[012]\d)\b"
    ))
});

/// A figure with what it is of.
struct Counted {
    sentence: usize,
    range: Range<usize>,
    figure: String,
    digits: BTreeSet<String>,
    words: BTreeSet<String>,
    year: Option<i32>,
}

/// So many other words must be the same on both sides.
const ALIKE: usize = 3;
/// What comes oftener is counted of many things.
const MOST: usize = 12;

/// What happened, its year, in which sentence, and where in it.
type Event = (String, i32, usize, Range<usize>);

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    let Some(figure) = FIGURE.as_ref() else { return };
    let grounds = Grounds::new(desk);
    let mut groups: BTreeMap<String, Vec<Counted>> = BTreeMap::new();
    let mut events: BTreeMap<String, Vec<Event>> = BTreeMap::new();
    for index in grounds.argued() {
        let Some(sentence) = desk.sentences.get(index) else { continue };
        let words = desk.words(sentence);
        if !words.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        if let Some((kind, name, year, range)) = event(words) {
            events.entry(kind).or_default().push((name, year, index, range));
        }
        // “It had cost …” says before what.
        let refers = ["It ", "They ", "This ", "There "].iter().any(|word| words.starts_with(word));
        let earlier = index.checked_sub(1).and_then(|before| desk.sentences.get(before)).filter(|own| refers && own.said == sentence.said);
        let earlier = earlier.map_or("", |own| desk.words(own));
        if let Some((kind, counted)) = counted(figure, index, words, earlier) {
            groups.entry(kind).or_default().push(counted);
        }
    }
    for group in groups.values() {
        for (at, other) in group.iter().enumerate() {
            for one in group.get(at.saturating_sub(MOST)..at).unwrap_or(&[]) {
                report(desk, one, other, found);
            }
        }
    }
    for group in events.values() {
        dates(desk, group, found);
    }
}

fn counted(figure: &Regex, sentence: usize, words: &str, earlier: &str) -> Option<(String, Counted)> {
    // “1944 cost the lives” is a year, and no figure.
    let is_year = |number: &str| number.len() == 4 && year_in(number).is_some_and(|year| (1500..2100).contains(&year));
    let all = figure.captures_iter(words).find(|all| all.get(1).is_some_and(|number| !is_year(number.as_str())))?;
    let (whole, number, noun) = (all.get(0)?, all.get(1)?, all.get(2)?);
    let bare = format!("{earlier} {}", words.replace(whole.as_str(), " "));
    let digits = number.as_str().split(['–', '-']).flat_map(|part| part.split(" to ")).flat_map(|part| part.split(" and "));
    let digits: BTreeSet<String> = digits.map(plain).filter(|part| !part.is_empty()).collect();
    let low = words.to_lowercase();
    let deadly =
        ["killed", "died", "their lives", "lives of", "deaths", " dead", "perished", "death toll"].iter().any(|sign| low.contains(sign));
    let kind = match noun.as_str() {
        "killed" | "dead" | "deaths" | "died" | "lives" | "casualties" | "victims" => "killed",
        "people" | "civilians" | "men" | "soldiers" | "citizens" | "troops" | "women" | "children" if deadly => "killed",
        "inhabitants" | "residents" | "souls" | "people" | "citizens" => "inhabitants",
        "men" | "soldiers" | "troops" => "soldiers",
        other => other,
    };
    let content = content(&bare);
    let counted =
        Counted { sentence, range: whole.range(), figure: whole.as_str().to_owned(), digits, words: content, year: year_in(&bare) };
    Some((kind.to_owned(), counted))
}

/// The figure in digits alone; a word for a power of ten stays.
fn plain(part: &str) -> String {
    let digits: String = part.chars().filter(|c| c.is_ascii_digit() || *c == '.').collect();
    let digits = digits.trim_matches('.');
    let scale = if part.contains("illion") {
        1e6
    } else if part.contains("ousand") || part.contains("ausend") {
        1e3
    } else {
        return digits.replace('.', "");
    };
    digits.parse::<f64>().map(|value| format!("{}", value * scale)).unwrap_or_default()
}

fn event(words: &str) -> Option<(String, String, i32, Range<usize>)> {
    if let Some(all) = EVENT.as_ref()?.captures(words) {
        let (whole, noun, year) = (all.get(0)?, all.get(1)?, all.get(3)?);
        let name = all.get(2).map_or("", |name| name.as_str());
        // “The battle” was named before; “a treaty” is another.
        let the = words.get(..whole.start()).unwrap_or("").trim_end().to_lowercase().ends_with("the");
        let told = ["fought", "signed", "concluded", "took place"].iter().any(|verb| whole.as_str().contains(verb));
        if name.is_empty() && !(the && told) {
            return None;
        }
        return Some((noun.as_str().to_lowercase(), name.to_owned(), year.as_str().parse().ok()?, whole.range()));
    }
    let all = FOUNDED.as_ref()?.captures(words)?;
    let (whole, name, verb, year) = (all.get(0)?, all.get(1)?, all.get(2)?, all.get(3)?);
    // “The second was founded”, “He was born”: of what, is not said.
    let vague =
        ["It", "He", "She", "They", "This", "That", "Which", "Act", "Party", "Society", "School", "Committee", "University", "II", "III"];
    let kind = format!("{} {}", verb.as_str(), name.as_str());
    (!vague.contains(&name.as_str())).then_some((kind, name.as_str().to_owned(), year.as_str().parse().ok()?, whole.range()))
}

/// One event with two years.
fn dates(desk: &Desk, group: &[(String, i32, usize, Range<usize>)], found: &mut Vec<Finding>) {
    let names: BTreeSet<&str> = group.iter().map(|own| own.0.as_str()).filter(|name| !name.is_empty()).collect();
    // Where only one battle is named, “the battle” is that one.
    let only = if names.len() == 1 { names.first().copied() } else { None };
    let mut first: BTreeMap<&str, &(String, i32, usize, Range<usize>)> = BTreeMap::new();
    for own in group {
        let name = if own.0.is_empty() { only } else { Some(own.0.as_str()) };
        let Some(name) = name else { continue };
        let Some(before) = first.get(name) else {
            first.insert(name, own);
            continue;
        };
        let (Some(a), Some(b)) = (desk.sentences.get(before.2), desk.sentences.get(own.2)) else { continue };
        if before.1 == own.1 {
            continue;
        }
        let message = format!("{} here, {} elsewhere, for what seems to be the same event.", own.1, before.1);
        let finding = Finding::new(&RULE, desk.parts_in(b, own.3.clone()), message).beside(desk.parts_in(a, before.3.clone()));
        // Towns are fought over twice; a pen turns two figures round.
        let turned = turned(before.1) == turned(own.1);
        found.push(if turned || (own.1 - before.1).abs() == 10 || (own.1 - before.1).abs() == 100 {
            finding
        } else {
            finding.weighing(Severity::Info)
        });
    }
}

/// The digits of a year, in order of size.
fn turned(year: i32) -> Vec<char> {
    let mut digits: Vec<char> = year.to_string().chars().collect();
    digits.sort_unstable();
    digits
}

fn report(desk: &Desk, one: &Counted, other: &Counted, found: &mut Vec<Finding>) {
    let (Some(a), Some(b)) = (desk.sentences.get(one.sentence), desk.sentences.get(other.sentence)) else { return };
    // A range is another figure than one of its ends.
    let same = one.digits.len() == other.digits.len() && one.digits.iter().all(|digits| other.digits.iter().any(|also| near(digits, also)));
    // Figures of one paragraph are set side by side on purpose; of two years they differ.
    if same || a.said == b.said || one.year.is_some() && other.year.is_some() && one.year != other.year {
        return;
    }
    let both: Vec<&String> = one.words.intersection(&other.words).collect();
    let names = both.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    let dated = one.year.is_some() && one.year == other.year;
    // A year says when, a name where, other words what.
    let weight = both.len() + names + usize::from(dated);
    if both.is_empty() || weight < ALIKE || !dated && names == 0 {
        return;
    }
    let when = one.year.filter(|_| dated).map(|year| format!(", both of {year}")).unwrap_or_default();
    let message = format!("“{}” here, “{}” elsewhere{when}.", other.figure, one.figure);
    let finding = Finding::new(&RULE, desk.parts_in(b, other.range.clone()), message).beside(desk.parts_in(a, one.range.clone()));
    let part = |own: &crate::review::Sentence, counted: &Counted| {
        let before = desk.words(own).get(..counted.range.start).unwrap_or("");
        ["of whom", "of them", "among", "including", "only", "half"].iter().any(|word| before.contains(word))
    };
    let sure = dated && (names > 0 || both.len() + 1 >= ALIKE) && !part(a, one) && !part(b, other);
    found.push(if sure { finding } else { finding.weighing(Severity::Info) });
}

/// Whether two figures are the same but for rounding.
fn near(one: &str, other: &str) -> bool {
    match (one.parse::<f64>(), other.parse::<f64>()) {
        (Ok(a), Ok(b)) => (a - b).abs() <= 0.06 * a.max(b),
        _ => one == other,
    }
}

#[rustfmt::skip]
const EMPTY: &[&str] = &[
    "people", "which", "about", "after", "around", "their", "there", "some", "more", "than", "were", "with", "that", "this", "from",
    "they", "them", "between", "during", "nearly", "almost", "alone", "only", "over", "have", "been", "whom", "whose", "where", "when",
    "year", "years", "many", "most", "other", "others", "each", "every", "into", "what", "these", "those", "number",
];

/// The words that say what a sentence is about; names keep their capital.
fn content(words: &str) -> BTreeSet<String> {
    let words = words.trim_start();
    let long = words.split(|c: char| !c.is_alphabetic()).enumerate().filter(|(_, word)| word.chars().count() > 3);
    let kept = long.map(|(at, word)| if at == 0 { word.to_lowercase() } else { word.to_owned() });
    kept.filter(|word| !EMPTY.contains(&word.as_str()) && !MONTHS.contains(&word.as_str())).collect()
}

#[rustfmt::skip]
const MONTHS: &[&str] = &[
    "January", "February", "March", "April", "June", "July", "August", "September", "October", "November", "December",
];

#[cfg(test)]
mod tests {
    #[test]
    fn cases() {
        let fires = [
            "In 1993 the armed conflict in Tajikistan left 100 000 killed.\n\nMuch else came.\n\nThe armed conflict in Tajikistan had \
            ⟦60 000 killed⟧ people in 1993.\n",
            "The battle of Kosovo was fought on 15 June 1389.\n\nMuch else.\n\nThe ⟦battle, which had been fought in June 1398⟧, was lost.\n",
            "By 1930 the town of Turda had 20,023 inhabitants.\n\nMuch else.\n\nBy 1930 Turda counted some ⟦26,000 inhabitants⟧.\n",
            "The rising of 1944 cost the lives of some 150,000 civilians in Warsaw.\n\nMuch else.\n\nThe rising of 1944, in which \
            ⟦200,000 civilians⟧ lost their lives in Warsaw, was over.\n",
            "By 1995 the Bosnian conflict had 250,000 refugees.\n\nMuch else.\n\nThe Bosnian conflict made ⟦400,000 refugees⟧ by 1995.\n",
            "In 1992 armed conflict left 50 000 dead.\n\nMore.\n\nArmed conflict resulted in ⟦from 20 000 to 50 000 killed⟧ in 1992.\n",
        ];
        let silent = [
            "The battle of Kosovo was fought in 1389.\n\nMuch else.\n\nThe battle of Varna in 1444 was another.\n",
            "By 1930 Turda had 20,023 inhabitants.\n\nMuch else.\n\nBy 1930 some 20,000 inhabitants of Turda had work. By 1940 Turda \
            had 31,000 inhabitants.\n",
            "In 1993 the armed conflict in Tajikistan left 100 000 killed.\n\nMuch else.\n\nThe armed conflict in Tajikistan had \
            100,000 killed people in 1993.\n",
            "In 1993 the armed conflict in Tajikistan left 100 000 killed.\n\nMuch else.\n\nThe armed conflict in Tajikistan had 60 000 \
            killed people in 1992.\n",
            "In 1993 the armed conflict in Tajikistan left 100 000 killed. Others say that the armed conflict in Tajikistan had 60 000 \
            killed in 1993.\n",
            "In 1993 the Bosnian conflict left 100 000 killed.\n\nMuch else.\n\nHunger in Somalia left 60 000 dead in 1993.\n",
        ];
        super::super::check::check(&super::RULE, &fires, &silent);
    }
}
