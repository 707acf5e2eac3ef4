use std::sync::LazyLock;

use crate::review::pattern::{Pattern, pattern};
use crate::review::{Desk, Family, Finding, Rule, Severity, Weight};

pub(super) static RULE: Rule = Rule {
    id: "implausible-number",
    family: Family::Implausible,
    severity: Severity::Error,
    weight: Weight::Each,
    detects: "A figure can hardly be meant: thousands of thousands of people, or more than all of them.",
    why: "A slip here puts all other figures in doubt.",
    example: "around 600 000 thousand of internally displaced people",
    mend: "Compare the figure with the source.",
    check,
};

const PEOPLE: &str = concat!(
    r"(?:people|persons|refugees|displaced|killed|dead|deaths|inhabitants|soldiers|troops|men|women|children|victims|citizens|",
    r"Menschen|Personen|Flüchtlinge|Tote|Einwohner|personnes|réfugiés|morts|habitants|personas|refugiados|muertos)\b"
);

const THOUSAND: &str = "(?:thousand|tausend|Tausend|mille|mil)";
const VOTERS: &str = concat!(
    "population|voters|electorate|respondents|members|seats|votes|students|pupils|teachers|parents|households|families|patients|",
    "participants|workers|farmers|peasants|schools|villages|cases|employees|interviewees|nurses|clinics|hospitals|adults|informants|",
    "those|claimants|owners|land|territory|deputies|delegates|applicants|graduates|courts|judges|texts|sample|Befragten|Schüler|élèves"
);

static THOUSANDS: Pattern = LazyLock::new(|| {
    pattern(&format!(
        r"\b(\d{{1,3}}(?:[ ,.\x{{a0}}\x{{202f}}]\d{{3}})+|\d{{5,}}) {THOUSAND}\b(?: (?:of|de|internally|civilian)){{0,3}} {PEOPLE}"
    ))
});
static SHARE: Pattern = LazyLock::new(|| {
    pattern(&format!(
        r"\b(\d{{3}})(?:[.,]\d+)? ?(?:%|per ?cent|Prozent|pour cent) (?:of|der|des|de) (?:(?:the|all|its|all the|la|los|our|these|those) )?(?:(?:[a-z]+ ){{0,2}}?)(?:{VOTERS}|{PEOPLE})"
    ))
});

static SCALES: Pattern = LazyLock::new(|| {
    pattern(r"\b\d[\d ,.]* (?:(?:million|billion|thousand) (?:thousand|million|billion)|(?:Tausend|Millionen) (?:Tausend|Millionen))\b")
});
static RATE: Pattern = LazyLock::new(|| {
    pattern(concat!(
        r"\b(?:turnout|literacy|illiteracy|literacy rate|response rate|attendance|unemployment|coverage|mortality)",
        r" (?:rate )?(?:(?:was|is|of|stood at|reached|had been|at|had reached|rose to|fell to|as high as|about|some|around|nearly) ){1,3}",
        r"(\d{3})(?:[.,]\d+)? ?(?:%|per ?cent)"
    ))
});
static PARTS: Pattern = LazyLock::new(|| pattern(r"\b(\d{1,2}(?:\.\d+)?) ?(?:%|per ?cent|percent)"));
static OUT_OF: Pattern = LazyLock::new(|| pattern(r"\b(\d{1,6}) out of (?:the |every |a total of )?(\d{1,6})\b"));

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    let (Some(thousands), Some(share)) = (THOUSANDS.as_ref(), SHARE.as_ref()) else { return };
    for sentence in &desk.sentences {
        let words = desk.words(sentence);
        if !words.bytes().any(|byte| byte.is_ascii_digit()) {
            continue;
        }
        if let Some((hit, figure)) = thousands.captures(words).and_then(|all| Some((all.get(0)?, all.get(1)?))) {
            let message = format!("“{}” would be {} times a thousand.", hit.as_str(), figure.as_str());
            let hint = format!("Write {} or its thousandth, as the source has it.", figure.as_str());
            found.push(Finding::new(&RULE, desk.parts_in(sentence, hit.range()), message).hinting(hint));
        } else if let Some(hit) = SCALES.as_ref().and_then(|scales| scales.find(words)) {
            let message = format!("“{}” multiplies one great number by another.", hit.as_str());
            found.push(Finding::new(&RULE, desk.parts_in(sentence, hit.range()), message));
        }
        let over = [Some(share), RATE.as_ref()].into_iter().flatten();
        if let Some((hit, figure)) = over.filter_map(|own| own.captures(words)).find_map(|all| Some((all.get(0)?, all.get(1)?))) {
            let before = words.get(..hit.start()).unwrap_or("").trim_end();
            let grows = ["by", "to", "than", "from", "over", "um", "at", "with"].iter().any(|word| before.ends_with(word));
            if figure.as_str().parse().is_ok_and(|figure: u32| figure > 100) && !grows && !words.contains("gross") {
                let message = format!("“{}” is more than all of them.", hit.as_str());
                found.push(Finding::new(&RULE, desk.parts_in(sentence, hit.range()), message).weighing(Severity::Warning));
            }
        }
        if let Some((hit, few, many)) =
            OUT_OF.as_ref().and_then(|own| own.captures(words)).and_then(|all| Some((all.get(0)?, all.get(1)?, all.get(2)?)))
            && let (Ok(few), Ok(many)) = (few.as_str().parse::<u32>(), many.as_str().parse::<u32>())
            && few > many
        {
            let message = format!("“{}” is more than all of them.", hit.as_str());
            found.push(Finding::new(&RULE, desk.parts_in(sentence, hit.range()), message).weighing(Severity::Warning));
        }
        found.extend(whole(desk, sentence, words));
    }
}

/// Words by which shares need not add up to a whole: several answers, several groups, times or wholes.
const MANY: &[&str] = &[
    "multiple",
    "several",
    "more than one",
    "both",
    "at least",
    "compared",
    "respectively",
    "whereas",
    "while",
    "increase",
    "rose",
    "fell",
    "grew",
    "decrease",
    "than",
    "also",
    "from",
    "among the",
    "of whom",
    "in turn",
    "agreed",
    "followed",
    "correct",
];

/// The shares of one whole, which are more than it. Only where the sentence opens with the whole.
fn whole(desk: &Desk, sentence: &crate::review::Sentence, words: &str) -> Option<Finding> {
    let opens = words.starts_with("Of ") || words.contains("single main") || words.contains("the rest") || words.contains("the remaining");
    if !opens || MANY.iter().any(|many| words.contains(many)) {
        return None;
    }
    // Behind a semicolon something else is shared out.
    let words = words.split(';').next()?;
    let shares: Vec<regex::Match> = PARTS.as_ref()?.captures_iter(words).filter_map(|all| all.get(1)).collect();
    let sum: f64 = shares.iter().filter_map(|own| own.as_str().parse::<f64>().ok()).sum();
    if shares.len() < 3 || !(104.0..200.0).contains(&sum) {
        return None;
    }
    let (first, last) = (shares.first()?, shares.last()?);
    let message = format!("These {} shares add up to {sum} per cent.", shares.len());
    let finding = Finding::new(&RULE, desk.parts_in(sentence, first.start()..last.end()), message).weighing(Severity::Warning);
    Some(finding.hinting("Compare the shares with the source, or say that several could apply."))
}

#[cfg(test)]
mod tests {
    #[test]
    fn cases() {
        let fires = [
            "The war left around ⟦600 000 thousand of internally displaced⟧ people.",
            "There were ⟦25,000 thousand soldiers⟧ in the south.",
            "In the end ⟦120% of the voters⟧ had signed.",
            "It produced ⟦42 000 million thousand⟧ in a year. In the survey ⟦130 per cent of the rural respondents⟧ agreed.",
            "Of the members, ⟦62% were women, 48% were men and 30⟧% gave no answer.",
        ];
        let silent = [
            "The war left around 600 thousand displaced people.",
            "The land made 25,000 thousand tonnes of steel. In 1990 thousand people came.",
            "Of the members, 62% were women, 28% were men and 10% gave no answer.",
            "Of the members, who could give several answers, 62% read, 48% wrote and 30% sang. Prices stood at 130 per cent of 1914.",
            "In the end 100% of the voters had signed. It grew by 120% of the population.",
        ];
        super::super::check::check(&super::RULE, &fires, &silent);
    }
}
