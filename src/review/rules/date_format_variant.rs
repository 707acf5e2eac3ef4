use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::review::pattern::{Pattern, pattern};
use crate::review::{Desk, Family, Finding, Rule, Severity, Weight};

pub(super) static RULE: Rule = Rule {
    id: "date-format-variant",
    family: Family::Inconsistent,
    severity: Severity::Info,
    weight: Weight::Style,
    detects: "Dates are written in several ways.",
    why: "It is untidy, and “3/4/2015” is two days.",
    example: "Accessed 25/04/2015",
    mend: "Write dates in one way.",
    check,
};

static DATE: Pattern = LazyLock::new(|| {
    const MONTH: &str = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?";
    let text = format!(
        r"\b(?:(?P<named>{MONTH}\s?\d{{1,2}},?\s(?:19|20)\d\d)|(?P<day>\d{{1,2}}\s?{MONTH},?\s?(?:19|20)\d\d)|(?P<iso>(?:19|20)\d\d-\d\d-\d\d)|(?P<digits>\d{{1,2}}[./]\d{{1,2}}[./](?:19|20)\d\d))\b"
    );
    pattern(&text)
});

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    let Some(pattern) = DATE.as_ref() else { return };
    let mut all = Vec::new();
    for (index, _) in desk.described().filter(|(index, _)| desk.note_of(*index).is_some()) {
        let words = desk.reference_words(index);
        for own in pattern.captures_iter(words) {
            let way = ["named", "day", "iso", "digits"].into_iter().find(|way| own.name(way).is_some());
            if let (Some(way), Some(date)) = (way, own.get(0)) {
                all.push((index, date.range(), way, date.as_str()));
            }
        }
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, _, way, _) in &all {
        *counts.entry(way).or_default() += 1;
    }
    let Some((&usual, &most)) = counts.iter().max_by_key(|(_, count)| **count) else { return };
    // Two ways that are both at home are two conventions: one for the day of publication, one for that of access.
    if counts.values().any(|&count| count < most && count > 1 && count * 2 > most) || counts.values().filter(|&&count| count == most).count() > 1 {
        return;
    }
    let example = all.iter().find(|(_, _, way, _)| *way == usual).map_or("", |(.., date)| date);
    for (index, range, _, date) in all.iter().filter(|(_, _, way, _)| *way != usual) {
        let message = format!("“{date}” here; {most} dates are written like “{example}”.");
        let parts = desk.parts_of(*index, range.clone());
        found.push(Finding::new(&RULE, parts, message).in_note(desk.note_of(*index)));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn cases() {
        let fires = [
            "Sentence a says so.[^1] Sentence b says so.[^2] Sentence c says so.[^3]\n\n[^1]: Mary Holm, “The Long War,” accessed October 15, 2014, https://www.example.org/2010/a-page.\n[^2]: Karl Roth, “The Short War,” accessed October 16, 2014, https://www.example.org/2010/b-page.\n[^3]: Ann Unger, “The Old War,” accessed ⟦25/04/2015⟧, https://www.example.org/2010/c-page.\n",
            "Sentence a says so.[^1] Sentence b says so.[^2] Sentence c says so.[^3]\n\n[^1]: Mary Holm, “The Long War,” accessed 15 October 2014, https://www.example.org/2010/a-page.\n[^2]: Karl Roth, “The Short War,” accessed 16 October 2014, https://www.example.org/2010/b-page.\n[^3]: Ann Unger, “The Old War,” accessed ⟦2015-04-25⟧, https://www.example.org/2010/c-page.\n",
            "Sentence a says so.[^1] Sentence b says so.[^2] Sentence c says so.[^3]\n\n[^1]: Ann Unger, “The Old War,” accessed ⟦April 25, 2015⟧, https://www.example.org/2010/c-page.\n[^2]: Mary Holm, “The Long War,” accessed 15 October 2014, https://www.example.org/2010/a-page.\n[^3]: Karl Roth, “The Short War,” accessed 16 October 2014, https://www.example.org/2010/b-page.\n",
        ];
        let silent = [
            "Sentence a says so.[^1] Sentence b says so.[^2]\n\n[^1]: Mary Holm, “The Long War,” accessed October 15, 2014, https://www.example.org/2010/a-page.\n[^2]: Ann Unger, “The Old War,” accessed 25/04/2015, https://www.example.org/2010/c-page.\n",
            "Sentence a says so.[^1] Sentence b says so.[^2]\n\n[^1]: Mary Holm, “The Long War,” accessed October 15, 2014, https://www.example.org/2010/a-page.\n[^2]: Karl Roth, “The Short War,” accessed October 16, 2014, https://www.example.org/2010/b-page.\n",
            "Sentence a says so.[^1] Sentence b says so.[^2] Sentence c says so.[^3] Sentence d says so.[^4] Sentence e says so.[^5] Sentence f says so.[^6]\n\n[^1]: Mary Holm, War in the North (London: Verso, 2001), 4.\n[^2]: Karl Roth, Peace in the South (Berlin: Dietz, 1999), 5.\n[^3]: Ann Unger, The Price of Bread (Paris: Seuil, 1985), 61.\n[^4]: Peter Loy, A Life of Labour (Oxford: Clarendon, 1977), 7.\n[^5]: Jo Berg, The Sea and the State (Leiden: Brill, 1994), 18.\n[^6]: Eva Lind, Songs of the Valley (Stockholm: Norstedt, 1968), 93.\n",
        ];
        super::super::check::check(&super::RULE, &fires, &silent);
    }
}
