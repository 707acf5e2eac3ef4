//! Texts with known citations and lists with traps, made by chance from the forms that real theses have: what is found in
//! them is counted, so that a rule that mends one case and harms ten is seen.

use std::ops::Range;

use super::super::callouts;
use super::super::{Field, Name};
use super::*;
use crate::text::Span;

const SURNAMES: &str = "Smith Smythe Jones Johnson Johnston Brown Browne Taylor Müller Möller Schmidt Schmitt Weber García|Márquez Fernández López \
    O'Neill O'Brien van|der|Berg van|Dijk de|la|Cruz von|Hippel Lévi-Strauss Nguyễn Kim Lee Li Wang Zhang Chen Young March Berlin Law Case France Church \
    Small Long West Rose Price Hall Hill Stone Wood Woods Bell Ball Hart Hard Harding Hansen Hanson Jensen Sørensen Kowalski Nowak Novák Dupont Durand \
    Rossi Russo Bianchi Silva da|Silva Souza Oliveira Okafor Okoye Mensah Abe Sato Tanaka Suzuki Al-Sabah Ibn|Khaldun Papadopoulos Ioannou Petrov Petersen \
    MacDonald McDonald McCarthy DiMaggio Le|Grand La|Porta St.|John Granovetter Giddens Bourdieu Habermas Latour Callon Foucault Ostrom Putnam Coleman";
const GIVEN: &str = "John Karen Peter Maria Ahmed Wei Anna Luis Olga Piet Ursula Tom";
const BODIES: &str = "World|Bank World|Health|Organization Food|and|Agriculture|Organization Ministry|of|Health UNDP OECD European|Commission \
    Human|Rights|Watch Department|for|International|Development International|Labour|Organization";
const WORDS: &str = "state power market social networks trust change local growth policy memory identity labour trade gender risk space water school crisis theory";

/// Chance that can be repeated.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides
    }

    fn percent(&mut self, of: usize) -> bool {
        self.roll(100) < of
    }

    fn pick(&mut self, words: &str) -> String {
        let words: Vec<&str> = words.split_whitespace().collect();
        words[self.roll(words.len())].replace('|', " ")
    }
}

struct Work {
    authors: Vec<(String, String)>,
    year: String,
    title: String,
    /// Its place in the list; `None` where it was left out.
    listed: Option<usize>,
    /// Whether its first author is misspelt in the list.
    misspelt: bool,
}

struct Gold {
    range: Range<usize>,
    work: usize,
}

/// What was counted.
#[derive(Debug, Default)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
    /// Sure ties to another work.
    lies: usize,
    /// Citations of works that the list has not, told as such.
    told: usize,
    untold: usize,
    /// What is no citation, taken for one.
    false_alarms: usize,
    missed_texts: Vec<String>,
}

impl Score {
    fn f1(&self) -> f64 {
        let all = (2 * self.right + self.wrong + self.missed) as f64;
        2.0 * self.right as f64 / all
    }
}

fn library(dice: &mut Dice) -> Vec<Work> {
    let mut works: Vec<Work> = Vec::new();
    for _ in 0..90 {
        let count = [1, 1, 1, 2, 2, 3, 4][dice.roll(7)];
        let authors: Vec<(String, String)> = if dice.percent(10) {
            vec![(dice.pick(BODIES), String::new())]
        } else if dice.percent(15) && !works.is_empty() {
            // The same people again.
            works[dice.roll(works.len())].authors.clone()
        } else {
            (0..count).map(|_| (dice.pick(SURNAMES), dice.pick(GIVEN))).collect()
        };
        let year = if dice.percent(2) { "n.d.".to_owned() } else { (1950 + dice.roll(70)).to_string() };
        let title = (0..3 + dice.roll(4)).map(|_| dice.pick(WORDS)).collect::<Vec<_>>().join(" ");
        works.push(Work { authors, year, title, listed: None, misspelt: false });
    }
    // Letters where authors and year are the same; no two works that could not be told apart even so.
    for at in 0..works.len() {
        let families = |work: &Work| work.authors.iter().map(|author| author.0.clone()).collect::<Vec<_>>();
        let alike: Vec<usize> = (0..works.len())
            .filter(|&other| works[other].year == works[at].year && families(&works[other]) == families(&works[at]))
            .collect();
        if alike.len() > 1 && works[at].year.len() == 4 {
            for (letter, &other) in ('a'..='z').zip(&alike) {
                works[other].year = format!("{}{letter}", works[other].year);
            }
        }
    }
    works
}

fn misspelt(dice: &mut Dice, name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = 1 + dice.roll(letters.len() - 2);
    match dice.roll(3) {
        0 => letters.swap(at, at + 1),
        1 => _ = letters.remove(at),
        _ => letters.insert(at, letters[at]),
    }
    letters.into_iter().collect()
}

/// The list, with what a reader of entries would make of it. `read`: 0 as it is, 1 with slips, 2 nothing read, 3 by the
/// reader of entries.
fn entries(dice: &mut Dice, works: &mut [Work], style: usize, read: usize) -> Vec<(Fields, String)> {
    let mut made = Vec::new();
    for work in works.iter_mut() {
        if dice.percent(6) {
            continue;
        }
        let mut authors = work.authors.clone();
        if dice.percent(4) && authors[0].0.chars().count() > 5 && !authors[0].1.is_empty() {
            authors[0].0 = misspelt(dice, &authors[0].0);
            work.misspelt = authors[0].0 != work.authors[0].0;
        }
        work.listed = Some(made.len());
        let initial = |given: &str| given.chars().next().map_or(String::new(), |c| format!("{c}."));
        let join = |last: &str| {
            let names: Vec<String> = authors
                .iter()
                .map(|(family, given)| if given.is_empty() { family.clone() } else { format!("{family}, {}", initial(given)) })
                .collect();
            match names.as_slice() {
                [all @ .., end] if !all.is_empty() => format!("{}{last}{end}", all.join(", ")),
                _ => names.join(", "),
            }
        };
        let (title, year) = (&work.title, &work.year);
        let text = match style {
            0 => format!("{} ({year}). {title}. Journal of Things, 12(3), 45–67.", join(", & ")),
            1 => format!("{} ({year}) '{title}', Journal of Things, vol. 12, pp. 45-67.", join(" and ")),
            2 => format!("{}. {year}. “{title}.” Journal of Things 12: 45–67.", join(", and ")),
            3 => format!("{} ({year}): {title}. Berlin: Verlag.", join(" und ")),
            4 => format!("{}, {year}, {title}, Paris, Seuil.", join(" et ")),
            _ => format!("{}. {title}. London: Press, {year}.", join(", and ")),
        };
        let field = |text: &str| Some(Field { text: text.to_owned(), span: Span::empty(0) });
        let mut fields = Fields::default();
        if read < 2 {
            fields.authors = authors
                .iter()
                .map(|(family, given)| Name { family: family.clone(), given: initial(given), span: Span::empty(0) })
                .collect();
            fields.year = field(year);
            fields.title = field(title);
        }
        if read == 1 {
            match dice.roll(8) {
                0 => fields.authors.clear(),
                1 => fields.year = None,
                2 => fields.authors.truncate(1),
                3 => fields.title = None,
                4 => fields.authors.iter_mut().for_each(|name| name.given = String::new()),
                _ => {}
            }
        }
        if read == 3 {
            fields = super::super::fields::parse(&text, super::super::fields::Kind::Entry);
        }
        made.push((fields, text));
    }
    made
}

/// A citation of `work` in its style: in a bracket, or in prose.
fn cited(dice: &mut Dice, work: &Work, style: usize, prose: bool) -> String {
    let families: Vec<&str> = work.authors.iter().map(|author| author.0.as_str()).collect();
    let and = match (style, prose) {
        (0, false) => " & ",
        (3, _) => [" und ", "/"][dice.roll(2)],
        (4, _) => " et ",
        _ => " and ",
    };
    let most = if style == 0 { 2 } else { 3 };
    let names = match families.as_slice() {
        [one] => (*one).to_owned(),
        [one, two] => format!("{one}{and}{two}"),
        [one, .., _] if families.len() > most || style == 0 => format!("{one} et al."),
        [all @ .., last] => format!("{}{}{last}", all.join(", "), if style == 2 { ", and " } else { and }),
        [] => String::new(),
    };
    let page = 1 + dice.roll(400);
    let page = match (style, dice.roll(3)) {
        (_, 0 | 1) => String::new(),
        (0, _) => format!(", p. {page}"),
        (2, _) => format!(", {page}–{}", page + 3),
        (3, _) => format!(", S. {page} f."),
        (4, _) => format!(", p. {page}"),
        _ => format!(":{}{page}", if dice.percent(50) { " " } else { "" }),
    };
    let year = &work.year;
    if prose {
        let whose = if dice.percent(10) { "'s" } else { "" };
        format!("{names}{whose} ({year}{page})")
    } else if matches!(style, 2 | 3) && year != "n.d." {
        format!("{names} {year}{page}")
    } else {
        format!("{names}, {year}{page}")
    }
}

/// What extraction and typing make of a citation.
fn roughened(dice: &mut Dice, words: &str) -> String {
    let mut words = words.to_owned();
    match dice.roll(14) {
        0 => words = words.replace('\'', "’"),
        1 => words = words.replace(' ', "\u{a0}"),
        2 => words = words.replace(", ", ","),
        3 => words = words.replace(" (", "("),
        4 => words.insert(words.char_indices().nth(2).map_or(0, |(at, _)| at), '\u{ad}'),
        5 => words = words.replace('é', "e\u{301}").replace('ü', "u\u{308}"),
        6 => words = words.replace(" et al.", " et al"),
        7 => words = words.replace('ü', "¨u").replace('é', "´e").replace('í', "´ı"),
        8 => words = words.replace(" et al.", ", et al."),
        9 => words = words.replace(':', ", p. "),
        10 => words = words.replace("S. ", "S."),
        _ => {}
    }
    words
}

const BEFORE: &[&str] = &["", "see ", "e.g., ", "cf. ", "see also ", "vgl. ", "for a review, see ", "as argued by "];
const TRAPS: &[&str] = &[
    "It fell in 1989 (see Figure 2).",
    "Kant (1724–1804) lived in Königsberg.",
    "After the Treaty of Rome (1957) all was new.",
    "The Children Act (1989) changed this.",
    "The sample (n = 120) was small (p < .05).",
    "There were three: (1) this, (2) that.",
    "On 3 May 2001 the parliament voted (interview, May 2001).",
    "In Berlin (1936) they won.",
    "It grew by 12% (Table 4) and fell (1998).",
    "The interval [0, 1] is closed, as in equation (3).",
    "In World War II (1939–1945) it stopped.",
    "The film Vertigo (1958) shows it.",
    "About 2000 people came (approximately 1500 of them from Rome).",
    "He said so [emphasis added] (personal communication, 2004).",
];

fn text(dice: &mut Dice, works: &[Work], style: usize) -> (String, Vec<Gold>) {
    let mut text = String::new();
    let mut gold = Vec::new();
    for _ in 0..160 {
        let work = dice.roll(works.len());
        match dice.roll(6) {
            0 => text.push_str(TRAPS[dice.roll(TRAPS.len())]),
            1 | 2 => {
                text.push_str(
                    ["", "However, ", "According to ", "In contrast, ", "In Germany, ", "As ", "The study by ", "This follows ", "Here "]
                        [dice.roll(9)],
                );
                let start = text.len();
                let words = cited(dice, &works[work], style, true);
                text.push_str(&roughened(dice, &words));
                gold.push(Gold { range: start..text.len(), work });
                text.push_str(
                    [" argues that it holds.", " found it.", ", among others, doubts it.", " is of this kind.", " and the rest agree."]
                        [dice.roll(5)],
                );
            }
            3 | 4 => {
                text.push_str("The claim is an old one (");
                text.push_str(BEFORE[dice.roll(BEFORE.len())]);
                let start = text.len();
                let words = cited(dice, &works[work], style, false);
                text.push_str(&roughened(dice, &words));
                gold.push(Gold { range: start..text.len(), work });
                // Another work of the same people: its year alone.
                let same = |other: &&Work| {
                    other.authors.iter().map(|author| &author.0).eq(works[work].authors.iter().map(|author| &author.0))
                        && other.year != works[work].year
                };
                if let Some(other) = works.iter().find(same).filter(|other| other.year.starts_with(['1', '2'])) {
                    text.push_str([", ", "; ", " and "][dice.roll(3)]);
                    let start = text.len();
                    text.push_str(&other.year);
                    gold.push(Gold { range: start..text.len(), work: works.iter().position(|work| std::ptr::eq(work, other)).unwrap() });
                }
                text.push_str(").");
            }
            _ => {
                text.push_str("Many have said so (");
                let mut used = Vec::new();
                for part in 0..2 + dice.roll(3) {
                    let work = dice.roll(works.len());
                    if used.contains(&work) {
                        continue;
                    }
                    used.push(work);
                    if part > 0 {
                        text.push_str(["; ", "; see also ", ", "][dice.roll(if style == 4 { 3 } else { 2 })]);
                    }
                    let start = text.len();
                    let words = cited(dice, &works[work], style, false);
                    text.push_str(&roughened(dice, &words));
                    gold.push(Gold { range: start..text.len(), work });
                }
                text.push_str(").");
            }
        }
        text.push(' ');
    }
    (text, gold)
}

fn count(seed: u64, style: usize, read: usize, score: &mut Score) {
    let mut dice = Dice(seed);
    let mut works = library(&mut dice);
    let entries = entries(&mut dice, &mut works, style, read);
    let (text, gold) = text(&mut dice, &works, style);
    let entries: Vec<Entry<'_>> = entries.iter().map(|(fields, text)| Entry { fields, text, number: None }).collect();
    let list = List::of(&entries);
    let found: Vec<(Range<usize>, Match)> = callouts::find(&text, &[])
        .iter()
        .map(|callout| (callout.range.clone(), list.find(callout)))
        .filter(|(_, found)| !found.drop)
        .collect();
    for (range, found) in &found {
        if !gold.iter().any(|gold| gold.range.start < range.end && range.start < gold.range.end) {
            score.false_alarms += 1;
            score.wrong += found.entries.len().min(1);
            score.missed_texts.push(format!("FALSE {} {found:?}", &text[range.clone()]));
        }
    }
    for gold in &gold {
        let work = &works[gold.work];
        let hit = found.iter().find(|(range, _)| gold.range.start < range.end && range.start < gold.range.end);
        let told = |what: &str| {
            format!(
                "{what} {} {:?} {hit:?}",
                text.get(gold.range.start.saturating_sub(30)..gold.range.end + 5).unwrap_or(&text[gold.range.clone()]),
                work.listed.map(|index| entries[index].text)
            )
        };
        match (work.listed, hit) {
            (Some(index), Some((_, found))) if found.entries == [index] => score.right += 1,
            (Some(index), Some((_, found))) => {
                // Several that hold the right one are neither found nor wrong.
                let lie = found.doubt.is_none() && !found.entries.is_empty();
                score.lies += usize::from(lie);
                score.wrong += usize::from(!found.entries.is_empty() && !found.entries.contains(&index));
                score.missed += usize::from(!found.entries.contains(&index) || !lie);
                score.missed_texts.push(told("MISS"));
            }
            (Some(_), None) => {
                score.missed += 1;
                score.missed_texts.push(told("NONE"));
            }
            (None, Some((_, found))) => {
                let lie = found.doubt.is_none();
                score.lies += usize::from(lie);
                score.wrong += usize::from(!found.entries.is_empty());
                score.told += usize::from(!lie);
                if lie || !found.entries.is_empty() {
                    score.missed_texts.push(told("LIE"));
                }
            }
            (None, None) => {
                score.untold += 1;
                score.missed_texts.push(told("UNTOLD"));
            }
        }
    }
}

#[test]
fn ties_are_right() {
    for read in 0..4 {
        for style in 0..6 {
            let mut score = Score::default();
            for seed in 1..4 {
                count(seed * 7919 + style as u64, style, read, &mut score);
            }
            let texts = score.missed_texts.join("\n");
            assert!(score.f1() > 0.98, "read {read}, style {style}: {score:?}\n{texts}");
            assert!(score.lies * 100 < score.right && score.false_alarms == 0, "read {read}, style {style}: {score:?}\n{texts}");
        }
    }
}
