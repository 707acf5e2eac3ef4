use std::sync::LazyLock;

use crate::review::grounds::{Grounds, Near, Part};
use crate::review::pattern::{Pattern, pattern};
use crate::review::{Desk, Family, Finding, Rule, Severity, Weight};

pub(super) static RULE: Rule = Rule {
    id: "number-without-citation",
    family: Family::Unsupported,
    severity: Severity::Warning,
    weight: Weight::Each,
    detects: "A figure of people, money or shares is given, and nothing in its paragraph gives its source.",
    why: "A figure that cannot be checked proves nothing.",
    example: "Armed conflict resulted in from 60 000 to 100 000 killed people.",
    mend: "Give the source of the figure.",
    check,
};

static FIGURE: Pattern = LazyLock::new(|| {
    pattern(concat!(
        r"\b(?:\d{1,3}(?:[ ,.\u{a0}\u{202f}]\d{3})+|\d{3,}|\d+(?:[.,]\d+)? (?:thousand|million|billion|Millionen|Tausend|millions?",
        r"|millones))",
        r" (?:(?:of|internally|peacekeeping|people|persons|civilian|Russian|government|armed|men|were|de) ){0,2}",
        r"(?:killed|dead|deaths|died|casualties|victims|wounded|refugees|displaced|peacekeep\w+|troops|soldiers|prisoners|inhabitants",
        r"|civilians|homeless|jobs|families|protesters|demonstrators|workers|peasants|households|schools|pupils|claimants|settlers",
        r"|migrants|slaves|deportees|emigrants|immigrants|labourers|miners|strikers|houses|lives|dwellings|patients|people were|",
        r"Tote|Opfer|Flüchtlinge|Soldaten|Einwohner|morts|réfugiés|soldats|habitants|muertos|refugiados|soldados|habitantes)\b",
        r"|\b\d+(?:[.,]\d+)? ?(?:%|per ?cent|Prozent|pour cent|por ciento) (?:of|der|des|de) (?:the |its |all |la |los )?(?:\w+ )?",
        r"(?:population|adults|children|families|women|men|pupils|teachers|peasants|workers|schools|budget|revenue|voters?|votes?|seats|positions|inhabitants|territory|electorate|workforce|households|land|GDP|Bevölkerung|Stimmen",
        r"|Wähler|población)\b",
        r"|[$€£]\d+(?:[.,]\d+)? ?(?:million|billion|trillion)\b"
    ))
});

/// Words by which a sentence says that the figure is the author's own.
const OWN: &[&str] = &[
    "respondent",
    "participant",
    " sample",
    " our ",
    "Table",
    "Figure",
    "Tab.",
    "Abb.",
    "Suppose",
    "suppose",
    "assume",
    "I ",
    "We ",
    " we ",
    "simulat",
    "example",
];

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    let grounds = Grounds::new(desk);
    let Some(figure) = FIGURE.as_ref().filter(|_| grounds.sound) else { return };
    for index in grounds.argued() {
        let Some(sentence) = desk.sentences.get(index) else { continue };
        let words = desk.words(sentence);
        if !words.bytes().any(|byte| byte.is_ascii_digit()) || OWN.iter().any(|own| words.contains(own)) {
            continue;
        }
        let plain = figure.find(words).filter(|hit| !is_year(hit.as_str()));
        let (hit, sure) = match (plain, COUNT.as_ref().and_then(|count| count.find(words))) {
            (Some(hit), _) => (hit, true),
            // What is counted in a text of numbers is often one's own.
            (None, Some(hit)) if desk.house.notes() && !is_year(hit.as_str()) => (hit, false),
            _ => continue,
        };
        let near = grounds.near(index);
        if grounds.part(index) == Part::Own || matches!(near, Near::Here | Near::End) || (near == Near::Next && !sure) {
            continue;
        }
        let message = format!("No source is given for “{}”.", hit.as_str());
        let mut finding = Finding::new(&RULE, desk.parts_in(sentence, hit.range()), message);
        // A note just before may be meant for it too; what sums up may repeat what was shown.
        let money = hit.as_str().starts_with(['$', '€', '£']);
        let just_before = index > 0 && near == Near::Before && grounds.gives(index - 1) && money;
        if just_before || near == Near::Next || !sure || grounds.part(index) == Part::Summary {
            finding.severity = Severity::Info;
        }
        found.push(finding);
    }
}

/// A great number of anything.
static COUNT: Pattern = LazyLock::new(|| {
    pattern(r"\b\d{1,3}(?:,\d{3})+ (?:\p{Ll}+ )?\p{Ll}{3,}s\b|\b\d+(?:\.\d+)? ?(?:%|per ?cent) of (?:the |its |all )?\p{Ll}{3,}")
});

/// “1992 refugees” may be refugees of 1992.
fn is_year(hit: &str) -> bool {
    let digits: String = hit.chars().take_while(char::is_ascii_digit).collect();
    digits.len() == 4 && digits.parse().is_ok_and(|year: i32| (1500..2100).contains(&year))
}

#[cfg(test)]
mod tests {
    use crate::review::grounds::CITED;

    #[test]
    fn cases() {
        let fires = [
            "The war resulted in from 60 000 to ⟦100 000 killed⟧ people in 1993.",
            "Moscow sent ⟦25000 peacekeeping troops⟧ to the border.",
            "By then ⟦60% of the population⟧ had fled, and nobody came back.",
            "Im Jahr danach waren ⟦600.000 Flüchtlinge⟧ im Land.",
        ];
        let silent = [
            "The war resulted in from 60 000 to 100 000 killed people in 1993.[^1]",
            "Moscow sent 25000 peacekeeping troops there.[^3] It kept them.",
            "The 1992 refugees came back, and 40 soldiers with them.",
            "Of our respondents, 60% of the population of the camp, agreed.",
        ];
        let fires = fires.map(|text| format!("{text}{CITED}"));
        let silent = silent.map(|text| format!("{text}{CITED}"));
        super::super::check::check(&super::RULE, &fires.each_ref().map(String::as_str), &silent.each_ref().map(String::as_str));
    }
}
