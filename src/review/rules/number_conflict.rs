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
/// The same with the verb behind: “was founded in 1898”, “the society was founded in 1898”.
static FOUNDED: Pattern = LazyLock::new(|| {
    pattern(concat!(
        r"((?:(?:\p{Lu}[\p{L}’'-]+ ){0,3}\p{Lu}\p{L}+)|[Tt]he (?:society|union|school|club|company|association|league|institute|agreement|treaty|party|college|university|society|hospital|abbey|church|library|museum))",
        r"(?:,? (?:which|that))? (?:was|were|had been|has been) (?:first |formally |officially |finally )?",
        r"(founded|established|abolished|born|dissolved|inaugurated|unveiled|annexed|assassinated|executed|enacted|ratified|repealed|signed|opened|adopted|proclaimed|promulgated)",
        r"(?: (?:at|near|by) [\p{L} ]{2,30}?)? (?:in|on) (?:the )?(?:spring of |summer of |autumn of |winter of )?((?:\d{1,2} )?(?:\p{Lu}\p{Ll}+ )?(?:\d{1,2}, )?)",
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

/// Something that happened once.
struct Event {
    /// Whose it is; empty for “the battle”.
    name: String,
    year: i32,
    /// The day and month as they are written; empty where they are not.
    day: String,
    sentence: usize,
    range: Range<usize>,
}

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    let Some(figure) = FIGURE.as_ref() else { return };
    let grounds = Grounds::new(desk);
    let mut groups: BTreeMap<String, Vec<Counted>> = BTreeMap::new();
    let mut events: BTreeMap<String, Vec<Event>> = BTreeMap::new();
    let mut turns: Vec<Unit> = Vec::new();
    for index in grounds.argued() {
        let Some(sentence) = desk.sentences.get(index) else { continue };
        let words = desk.words(sentence);
        if !words.bytes().any(|byte| byte.is_ascii_digit()) {
            turns.extend(units(words, index));
            continue;
        }
        if let Some((kind, event)) = event(words, index) {
            events.entry(kind).or_default().push(event);
        }
        turns.extend(units(words, index));
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
    exchanged(desk, &mut turns, found);
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

fn event(words: &str, sentence: usize) -> Option<(String, Event)> {
    if let Some(all) = EVENT.as_ref()?.captures(words) {
        let (whole, noun, year) = (all.get(0)?, all.get(1)?, all.get(3)?);
        let name = all.get(2).map_or("", |name| name.as_str());
        // “The battle” was named before; “a treaty” is another.
        let the = words.get(..whole.start()).unwrap_or("").trim_end().to_lowercase().ends_with("the");
        let told = ["fought", "signed", "concluded", "took place"].iter().any(|verb| whole.as_str().contains(verb));
        if name.is_empty() && !(the && told) {
            return None;
        }
        let year = year.as_str().parse().ok()?;
        let event = Event { name: name.to_owned(), year, day: String::new(), sentence, range: whole.range() };
        return Some((noun.as_str().to_lowercase(), event));
    }
    let all = FOUNDED.as_ref()?.captures(words)?;
    let (whole, name, verb, day, year) = (all.get(0)?, all.get(1)?, all.get(2)?, all.get(3)?, all.get(4)?);
    let mut name = name.as_str();
    if let Some((first, rest)) = name.split_once(' ')
        && matches!(first, "The" | "the" | "In" | "When" | "After" | "Before" | "Since" | "And" | "But" | "While" | "As")
    {
        name = rest;
    }
    // “The second was founded”, “He was born”: of what, is not said.
    let vague =
        ["It", "He", "She", "They", "This", "That", "Which", "Act", "Party", "Society", "School", "Committee", "University", "II", "III"];
    if vague.contains(&name) {
        return None;
    }
    let (own, last) = match name.rsplit_once(' ') {
        Some((own, last)) => (own, last),
        None if name.starts_with(char::is_lowercase) => ("", name),
        None => (name, name),
    };
    let kind = format!("{} {}", verb.as_str(), last.to_lowercase());
    let day = day.as_str().trim().trim_end_matches(',').to_owned();
    Some((kind, Event { name: own.to_owned(), year: year.as_str().parse().ok()?, day, sentence, range: whole.range() }))
}

/// One event with two years, or two days of one.
fn dates(desk: &Desk, group: &[Event], found: &mut Vec<Finding>) {
    let names: BTreeSet<&str> = group.iter().map(|own| own.name.as_str()).filter(|name| !name.is_empty()).collect();
    // Where only one battle is named, “the battle” is that one.
    let only = if names.len() == 1 { names.first().copied() } else { None };
    let mut first: BTreeMap<&str, &Event> = BTreeMap::new();
    for own in group {
        let name = if own.name.is_empty() { only } else { Some(own.name.as_str()) };
        let Some(name) = name else { continue };
        let Some(before) = first.get(name) else {
            first.insert(name, own);
            continue;
        };
        let (Some(a), Some(b)) = (desk.sentences.get(before.sentence), desk.sentences.get(own.sentence)) else { continue };
        let days = whole(&own.day) && whole(&before.day) && own.day != before.day;
        if before.year == own.year && !days {
            continue;
        }
        let said = |event: &Event| format!("{} {}", event.day, event.year).trim().to_owned();
        let (here, there) = if days { (said(own), said(before)) } else { (own.year.to_string(), before.year.to_string()) };
        let message = format!("{here} here, {there} elsewhere, for what seems to be the same event.");
        let finding = Finding::new(&RULE, desk.parts_in(b, own.range.clone()), message).beside(desk.parts_in(a, before.range.clone()));
        // Towns are fought over twice; a pen turns two figures round.
        let apart = (own.year - before.year).abs();
        let slip = days && apart == 0 || turned(before.year) == turned(own.year) || apart == 10 || apart == 100;
        found.push(if slip { finding } else { finding.weighing(Severity::Info) });
    }
}

/// Whether a date has its day and its month.
fn whole(day: &str) -> bool {
    day.starts_with(|c: char| c.is_ascii_digit()) && day.contains(char::is_alphabetic)
}

/// A number with the words behind it.
struct Unit {
    /// Its digits.
    digits: String,
    /// The same in order of size: what two numbers share of which one is a slip of the pen for the other.
    sorted: String,
    sentence: usize,
    range: Range<usize>,
    /// What it counts: the longer words right behind it, small and without their ends.
    of: Vec<String>,
}

/// The numbers of a sentence that count something.
fn units(words: &str, sentence: usize) -> Vec<Unit> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in words.split(' ') {
        let start = at;
        at += word.len() + 1;
        let bare = word.trim_start_matches(['(', '“', '"', '‘']);
        let start = start + (word.len() - bare.len());
        let figure = bare.trim_end_matches(['%', '.', ',', ';', ':', ')']);
        let percent = bare.contains('%');
        let digits = match figure.starts_with(|c: char| c.is_ascii_digit()) {
            true if figure.chars().all(|c| c.is_ascii_digit() || c == ',') => figure.replace(',', ""),
            true => continue,
            false => match spelt(figure) {
                Some(number) => number.to_string(),
                None => continue,
            },
        };
        // “5 200 men” is one number in two words.
        let digits = match found.last() {
            Some(Unit { range, digits: before, .. }) if digits.len() == 3 && range.end + 1 == start && before.len() < 4 => format!("{before}{digits}"),
            _ => digits,
        };
        let year = digits.len() == 4 && !figure.contains(',') && ("1500".."2100").contains(&digits.as_str());
        // A number that opens a sentence is mostly that of a note or a list.
        let stops = start == 0 || !percent && bare.ends_with(['.', ',', ';', ':', ')']);
        let behind = words.get(at.min(words.len())..).unwrap_or("");
        let clause = behind.split(['.', ',', ';', ':', '(', '“', '"']).next().unwrap_or("");
        let mut of: Vec<String> = Vec::new();
        if percent {
            of.push("%".to_owned());
        }
        if !stops {
            let long = clause.split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 3 && (*word == "people" || !EMPTY.contains(word))).take(3);
            of.extend(long.map(stem));
        }
        let mut sorted: Vec<char> = digits.chars().collect();
        sorted.sort_unstable();
        if digits.len() > 1 {
            let kept = if year { Vec::new() } else { of };
            found.push(Unit { sorted: sorted.into_iter().collect(), digits, sentence, range: start..start + figure.len() + usize::from(percent), of: kept });
        }
    }
    found.retain(|unit| !unit.of.is_empty());
    found
}

/// A number from twenty-one to ninety-nine in words.
fn spelt(word: &str) -> Option<usize> {
    const TENS: &[&str] = &["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    const ONES: &[&str] = &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let (tens, ones) = word.split_once('-')?;
    let tens = TENS.iter().position(|own| own.eq_ignore_ascii_case(tens))?;
    let ones = ONES.iter().position(|own| *own == ones)?;
    Some((tens + 2) * 10 + ones + 1)
}

/// A word small and without the ending of its plural.
fn stem(word: &str) -> String {
    let low = word.to_lowercase();
    low.strip_suffix("ies").or(low.strip_suffix('s')).unwrap_or(&low).to_owned()
}

/// Two numbers of the same digits in another order, of what seems to be the same: a slip of the pen.
fn exchanged(desk: &Desk, turns: &mut [Unit], found: &mut Vec<Finding>) {
    turns.sort_by(|a, b| (&a.sorted, a.sentence, a.range.start).cmp(&(&b.sorted, b.sentence, b.range.start)));
    for group in turns.chunk_by(|a, b| a.sorted == b.sorted).filter(|group| group.len() < MOST) {
        for (at, own) in group.iter().enumerate() {
            let before = group.get(..at).unwrap_or(&[]).iter().find(|before| before.digits != own.digits && alike(desk, before, own));
            let Some(before) = before else { continue };
            // Where both numbers come again, both are meant.
            let again = |unit: &Unit| group.iter().filter(|other| other.digits == unit.digits).count() > 1;
            let (Some(a), Some(b)) = (desk.sentences.get(before.sentence), desk.sentences.get(own.sentence)) else { continue };
            if again(own) && again(before) {
                continue;
            }
            let said = |sentence: &crate::review::Sentence, unit: &Unit| desk.words(sentence).get(unit.range.clone()).unwrap_or("").to_owned();
            let message = format!("“{}” here, “{}” elsewhere: the same digits in another order.", said(b, own), said(a, before));
            found.push(Finding::new(&RULE, desk.parts_in(b, own.range.clone()), message).beside(desk.parts_in(a, before.range.clone())));
        }
    }
}

/// Whether two numbers count the same: a word behind both is the same, and so are others of their sentences.
fn alike(desk: &Desk, one: &Unit, other: &Unit) -> bool {
    let (Some(a), Some(b)) = (desk.sentences.get(one.sentence), desk.sentences.get(other.sentence)) else { return false };
    if one.sentence == other.sentence || !one.of.iter().any(|word| other.of.contains(word)) {
        return false;
    }
    let all = |sentence: &crate::review::Sentence| -> BTreeSet<String> { content(desk.words(sentence)).iter().map(|word| stem(word)).collect() };
    let shared = all(a).intersection(&all(b)).count();
    // Two digits are often turned round by chance.
    shared >= if one.digits.len() > 2 { 1 + usize::from(a.said == b.said) } else { 3 }
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
        let fires_too = [
            "The fever killed 1,846 people in the town.\n\nMuch else.\n\nThe ⟦1,486⟧ people whom the fever killed are not named.\n",
            "We followed 214 first-year students at two places.\n\nMuch else.\n\nThe ⟦241⟧ first-year students were paid.\n",
            "At the end 62% of the meal group said that they had made a friend.\n\nMuch.\n\nThat ⟦26%⟧ of the meal group made a friend is more.\n",
            "By 1871 the society had thirty-two branches, each with a stove.\n\nMore.\n\nIn 1871 the society had ⟦twenty-three⟧ branches, each with a stove.\n",
            "The Penrhos Reading Society, which was founded in 1847 by men.\n\nMore.\n\n⟦The society was founded in 1874⟧, before the school.\n",
            "The Calder Agreement was signed on 9 July 1914 in the hall.\n\nMore.\n\nShe was ill when the ⟦Calder Agreement was signed on 19 June 1914⟧.\n",
        ];
        let silent_too = [
            "We asked 214 students.\n\nMuch else.\n\nThe 241 pages of the register were read.\n",
            "The Penrhos Society was founded in 1847 by men.\n\nMore.\n\nThe Camelford Society was founded in 1874.\n",
            "There were 12 women and 21 women came later.\n\nMore.\n\nOf the 21 women none stayed, and 12 women left.\n",
        ];
        super::super::check::check(&super::RULE, &fires_too, &silent_too);
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
