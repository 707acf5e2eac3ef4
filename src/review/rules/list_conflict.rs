use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use crate::review::pattern::{Pattern, pattern};
use crate::review::{Desk, Family, Finding, Rule, Severity, Weight};

pub(super) static RULE: Rule = Rule {
    id: "list-conflict",
    family: Family::Implausible,
    severity: Severity::Warning,
    weight: Weight::Each,
    detects: "Two places name the members of the same group, and do not name the same.",
    why: "One of the lists is wrong, or the group is another one.",
    example: "four regions, Sogd, Khatlon, Kulyab and Gorno-Badakhshan … four regions, Gorno-Badakhshan, Khorog, Sogd, and Khatlon",
    mend: "Name the same members in both places.",
    check,
};

static LIST: Pattern = LazyLock::new(|| {
    pattern(concat!(
        r"\b(three|four|five|six|seven|eight|drei|vier|fünf|sechs|trois|quatre|cinq|tres|cuatro",
        r"|cinco) ((?:\p{Ll}[\p{L}-]+ ){0,2}\p{L}[\p{L}-]+)[,:;—–]? ?[(—–]? ?",
        r"(\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?(?:, (?:and |und |et |y )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?)+,? (?:and|und|et",
        r"|y) \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?",
        r"|\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?(?:, (?:and |und |et |y )?\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?){2,})"
    ))
});

const NUMBERS: &[(&str, usize)] = &[
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("drei", 3),
    ("vier", 4),
    ("fünf", 5),
    ("sechs", 6),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("tres", 3),
    ("cuatro", 4),
    ("cinco", 5),
];

struct Listed {
    sentence: usize,
    range: Range<usize>,
    members: Vec<String>,
}

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    let Some(list) = LIST.as_ref() else { return };
    let mut seen: BTreeMap<(usize, String), Listed> = BTreeMap::new();
    for (index, sentence) in desk.sentences.iter().enumerate() {
        let words = desk.words(sentence);
        let Some(all) = list.captures(words) else { continue };
        let (Some(number), Some(group), Some(names)) = (all.get(1), all.get(2), all.get(3)) else { continue };
        let Some(&(_, count)) = NUMBERS.iter().find(|(word, _)| *word == number.as_str()) else { continue };
        let members = members(names.as_str());
        if members.len() != count {
            continue;
        }
        let own = Listed { sentence: index, range: number.start()..names.end(), members };
        match seen.get(&(count, group.as_str().to_lowercase())) {
            Some(first) => found.extend(conflict(desk, first, &own)),
            None => {
                seen.insert((count, group.as_str().to_lowercase()), own);
            }
        }
    }
}

fn conflict(desk: &Desk, first: &Listed, own: &Listed) -> Option<Finding> {
    let missing = |a: &Listed, b: &Listed| -> Vec<String> {
        a.members.iter().filter(|name| !b.members.iter().any(|other| same(name, other))).cloned().collect()
    };
    let (gone, come) = (missing(first, own), missing(own, first));
    // Where they share less than half they are of another group; one name spelt anew is no other member.
    if gone.is_empty() || come.is_empty() || gone.len() * 2 > first.members.len() {
        return None;
    }
    let (before, here) = (desk.sentences.get(first.sentence)?, desk.sentences.get(own.sentence)?);
    let message = format!("{} here, {} where they are named first.", come.join(", "), gone.join(", "));
    Some(Finding::new(&RULE, desk.parts_in(here, own.range.clone()), message).beside(desk.parts_in(before, first.range.clone())))
}

fn members(names: &str) -> Vec<String> {
    let commas = names.replace(" and ", ", ").replace(" und ", ", ").replace(" et ", ", ").replace(" y ", ", ");
    let trimmed = |name: &str| {
        ["and ", "und ", "et ", "y "].iter().fold(name.trim(), |name, word| name.strip_prefix(word).unwrap_or(name)).to_owned()
    };
    commas.split(',').map(trimmed).filter(|name| !name.is_empty()).collect()
}

/// Whether two names may be one: they begin alike.
fn same(a: &str, b: &str) -> bool {
    a.chars().take(3).flat_map(char::to_lowercase).eq(b.chars().take(3).flat_map(char::to_lowercase))
}

#[cfg(test)]
mod tests {
    #[test]
    fn cases() {
        let fires = [
            "Factions from four regions, Sogd, Khatlon, Kulyab and Gorno-Badakhshan, fought.\n\nThis left ⟦four regions, \
            Gorno-Badakhshan, Khorog, Sogd, and Khatlon⟧ in the land.\n",
            "Of three states, France, Spain and Italy, one left.\n\nThe ⟦three states, France, Spain and Greece⟧, met.\n",
            "Die vier Länder, Bayern, Hessen, Sachsen und Berlin, stimmten ab.\n\nSo sahen es die ⟦vier Länder, Bayern, Hessen, Sachsen \
            und Bremen⟧, damals.\n",
        ];
        let silent = [
            "Factions from four regions, Sogd, Khatlon, Kulyab and Gorno-Badakhshan, fought.\n\nThis left four regions, \
            Gorno-Badakhshan, Kulob, Sogd, and Khatlon.\n",
            "Of three states, France, Spain and Italy, one left.\n\nThe three states, Chile, Peru and Italy, met.\n",
            "Of three states, France, Spain and Italy, one left.\n\nThe four states, France, Spain, Greece and Italy, met.\n",
        ];
        super::super::check::check(&super::RULE, &fires, &silent);
    }
}
