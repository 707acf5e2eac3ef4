use crate::review::listing::{cut};
use crate::review::{Desk, Family, Finding, Rule, Severity, Weight};

pub(super) static RULE: Rule = Rule {
    id: "list-looks-cut",
    family: Family::Unresolvable,
    severity: Severity::Warning,
    weight: Weight::Each,
    detects: "The list of references seems to end in the middle.",
    why: "What is cited from there on cannot be found.",
    example: "… the last entry is “Lindgard, K. (2003) Another”, and Moreno, Osei and Tamm are cited.",
    mend: "Look for the rest of the list in the original, and import the text again.",
    check,
};

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    let listing = desk.listing();
    let held = desk.held();
    if let Some(said) = cut(desk, listing, held) {
        let last = listing.entries.last().and_then(|entry| desk.citations.references.get(entry.reference)).map(|own| own.span());
        found.push(Finding::new(&RULE, Vec::new(), said).beside(last));
    }
}

#[cfg(test)]
mod tests {
    use crate::review::rules::check::found;

    const LIST: &str = "\n\n# References\n\nAbel, C. (1990) Fords. Leeds: Aire.\n\nBrook, D. (1991) Bridges. Leeds: Aire.\n\nCrane, E. (1993) Cranes. Leeds: Aire.\n\nDrake, F. (1994) Ducks. Leeds: Aire.\n\nDunmore, E. (1992) The Ettle Plans. Stirling: Castle Wynd.\n\nHarrow, P.J. (1987) Weirs without Plans. London: Undershaft.\n\nLindgard, K. (2003) Another River. Oslo: Elvebakken.\n";
    const CITED: &str = "So Abel (1990), Brook (1991), Crane (1993), Drake (1994), Dunmore (1992), Harrow (1987), Lindgard (2003)";

    #[test]
    fn cases() {
        for (text, count) in [
            (format!("{CITED}. Later (Moreno 2005; Osei 2010; Prestwick 1999; Tamm 1976).{LIST}"), 1),
            (
                format!(
                    "{CITED}.{}and weirs and\n",
                    LIST.trim_end().strip_suffix("(2003) Another River. Oslo: Elvebakken.").unwrap_or("").to_owned()
                        + "(2003) Another river, "
                ),
                1,
            ),
            (format!("{CITED}.{}", LIST.trim_end().replace("Another River. Oslo: Elvebakken.", "Another River, in")), 1),
            // What is missing is of all letters; all is there; there is no list.
            (format!("{CITED}. Later (Adams 2005; Clark 2010; Grant 1999; Tamm 1976).{LIST}"), 0),
            (format!("{CITED}.{LIST}"), 0),
            (format!("{CITED}.\n"), 0),
            // One more is cited from the rest of the alphabet and is there.
            (
                format!(
                    "{CITED}. Later (Moreno 2005; Osei 2010; Prestwick 1999; Tamm 1976; Vance 1994).{LIST}\nVance, P. (1994) Lights Out. Salem: Wharf.\n"
                ),
                0,
            ),
        ] {
            let (_, findings) = found(&super::RULE, &text);
            assert_eq!(findings.len(), count, "{text}\n{findings:#?}");
            assert!(findings.iter().all(|finding| finding.parts.is_empty()));
        }
    }
}
