use std::collections::BTreeMap;
use std::sync::Arc;

use crate::citation::{Field, Reference};
use crate::review::Cause;
use crate::review::variants::{self, letters};
use crate::review::{Desk, Family, Finding, Rule, Severity, Weight};

pub(super) static RULE: Rule = Rule {
    id: "same-pages-different-works",
    family: Family::Inconsistent,
    severity: Severity::Error,
    weight: Weight::Each,
    detects: "Two chapters of one volume, or articles of one issue, have the same pages.",
    why: "They cannot both stand there: one was copied.",
    example: "Vladimir Goryaev, “Architecture …”, in Accord …, 16-23.",
    mend: "Look up the pages of both.",
    check,
};

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    let mut ranges: BTreeMap<String, Vec<(usize, &Reference, &Field)>> = BTreeMap::new();
    for (index, own) in desk.described() {
        if let Some((key, pages)) = key(own) {
            ranges.entry(key).or_default().push((index, own, pages));
        }
    }
    for (key, all) in &ranges {
        // What many have is a house's way of saying something else.
        if all.len() > 12 {
            continue;
        }
        let cause = Arc::new(Cause { key: key.clone(), said: "Several works are given on the same pages of one volume.".to_owned() });
        for &(index, _, pages) in all {
            let Some(&(there, other, against)) = all.iter().find(|(other, ..)| variants::two_works(desk, index, *other)) else { continue };
            let who = other.fields.authors.first().map_or("another work", |name| &name.family);
            let message = format!("{} here, and {} in {} for {who}, in the same volume.", pages.text, against.text, desk.place_of(there));
            found.push(
                Finding::new(&RULE, variants::parts(desk, index, pages.span), message)
                    .in_note(desk.note_of(index))
                    .beside([against.span])
                    .because(&cause),
            );
        }
    }
}

/// The volume and the pages, where both are said.
fn key(own: &Reference) -> Option<(String, &Field)> {
    let fields = &own.fields;
    let container = letters(&fields.container.as_ref()?.text);
    let pages = fields.pages.as_ref().or(fields.locator.as_ref())?;
    // What stands behind the pages may be a year that was taken with them, or the page meant of them.
    let bare = pages.text.split([',', ';', '(']).next()?.trim();
    let numbers: Vec<&str> = bare.split(['-', '–', '—']).map(str::trim).collect();
    let [first, last] = numbers.as_slice() else { return None };
    let (from, to) = (first.parse::<u32>().ok()?, last.parse::<u32>().ok()?);
    let to = if last.len() < first.len() { from - from % 10u32.checked_pow(last.len() as u32)? + to } else { to };
    // Articles of one volume, whose issues begin anew at page 1; or chapters of a book.
    let number = fields.issue.as_ref().map_or("", |issue| issue.text.as_str());
    let whole = match &fields.volume {
        Some(volume) => format!("{} {number}", letters(&volume.text)),
        None => fields.year.as_ref()?.text.get(..4)?.to_owned(),
    };
    let known = fields.volume.is_some() || !fields.editors.is_empty() || fields.publisher.is_some() || fields.place.is_some();
    let long = to > from + 1 && container.len() > 5 && fields.title.is_some() && !fields.authors.is_empty();
    (known && long).then(|| (format!("{container} {whole} {from} {to}"), pages))
}

#[cfg(test)]
mod tests {
    #[test]
    fn cases() {
        let fires = [
            "Sentence a says so.[^1] Sentence b says so.[^2]\n\n[^1]: Mary Holm, “The Long War,” in Politics of Compromise, ed. Peter Loy and Ann Unger (London: Verso, 2001), ⟦16–23⟧.\n[^2]: Karl Roth, “Architecture of Peace,” in Politics of Compromise, ed. Peter Loy and Ann Unger (London: Verso, 2001), ⟦16–23⟧.\n",
            "Sentence a says so.[^1] Sentence b says so.[^2]\n\n[^1]: Mary Holm, “The Long War,” Journal of Peace Research 11, no. 2 (1996): ⟦360–375⟧.\n[^2]: Karl Roth, “Architecture of Peace,” Journal of Peace Research 11, no. 2 (1996): ⟦360–375⟧.\n",
            "Sentence a says so.[^1] Sentence b says so.[^2] Sentence c says so.[^3]\n\n[^1]: Mary Holm, “The Long War,” in Politics of Compromise, ed. Peter Loy and Ann Unger (London: Verso, 2001), ⟦116–23⟧.\n[^2]: Mary Holm, War in the North (London: Verso, 2001), 4.\n[^3]: Karl Roth, “Architecture of Peace,” in Politics of Compromise, ed. Peter Loy and Ann Unger (London: Verso, 2001), ⟦116–123⟧.\n",
        ];
        let marked = [
            "Sentence a says so.[^1] Sentence b says so.[^2]\n\n[^1]: Mary Holm, \"The Long War,\" *Urban Time* 8, no. 3 (2002): ⟦213–234⟧.\n[^2]: Karl Roth, \"Architecture of Peace,\" *Urban Time* 8, no. 3 (2002): ⟦213–34⟧, at 220.\n",
            "Sentence a says so.[^1] Sentence b says so.[^2]\n\n[^1]: Mary Holm, “The Long War,” in Politics of Compromise, ed. Peter Loy and Ann Unger (London: Verso, 2001), ⟦33–52⟧; here 40.\n[^2]: Karl Roth, “Architecture of Peace,” in Politics of Compromise, ed. Peter Loy and Ann Unger (London: Verso, 2001), ⟦33–52⟧.\n",
        ];
        marked.iter().for_each(|text| super::super::check::holds(&super::RULE, text));
        let silent = [
            "Sentence a says so.[^1] Sentence b says so.[^2]\n\n[^1]: Mary Holm, “The Long War,” in Politics of Compromise, ed. Peter Loy and Ann Unger (London: Verso, 2001), 16–23.\n[^2]: Mary Holm, “The Long War,” in Politics of Compromise, ed. Peter Loy and Ann Unger (London: Verso, 2001), 16–23.\n",
            "Sentence a says so.[^1] Sentence b says so.[^2]\n\n[^1]: Mary Holm, “The Long War,” in Politics of Compromise, ed. Peter Loy and Ann Unger (London: Verso, 2001), 16–23.\n[^2]: Karl Roth, “Architecture of Peace,” in Politics of Compromise, ed. Peter Loy and Ann Unger (London: Verso, 2001), 24–30.\n",
            "Sentence a says so.[^1] Sentence b says so.[^2]\n\n[^1]: Mary Holm, “The Long War,” Journal of Peace Research 11, no. 2 (1996): 360–375.\n[^2]: Karl Roth, “Architecture of Peace,” Journal of Peace Research 12, no. 2 (1997): 360–375.\n",
        ];
        super::super::check::check(&super::RULE, &fires, &silent);
    }
}
