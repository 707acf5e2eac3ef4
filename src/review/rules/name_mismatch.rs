use crate::review::listing::{at_first, Standing, goes_with_list, grouped};
use crate::review::{Desk, Family, Finding, Rule, Severity, Weight};

pub(super) static RULE: Rule = Rule {
    id: "name-mismatch",
    family: Family::Inconsistent,
    severity: Severity::Warning,
    weight: Weight::Each,
    detects: "A source is cited with a name that the list of references spells otherwise.",
    why: "One of the two spellings is wrong.",
    example: "… (Lindegard 2003), and in the list “Lindgard, K. (2003)”.",
    mend: "Compare the two spellings with the source.",
    check,
};

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    if desk.house.author_year == 0 {
        return;
    }
    let listing = desk.listing();
    let held = desk.held();
    if !goes_with_list(listing, held) {
        return;
    }
    for (cited, standing, places) in grouped(held, |standing| matches!(standing, Standing::OtherName(..))) {
        let Standing::OtherName(at, here, there) = standing else { continue };
        let Some(entry) = listing.entries.get(*at) else { continue };
        let message = format!("“{here}” here, and “{there}” in the list’s entry of {}.", cited.year);
        let place = desk.citations.references.get(entry.reference).map(|own| own.span());
        let hint = format!("Choose between “{here}” and “{there}”.");
        found.extend(at_first(desk, &RULE, &places, place, message).map(|finding| finding.hinting(hint)));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn cases() {
        let list = "\n\n# References\n\nDunmore, E. (1992) The Ettle Plans. Stirling: Castle Wynd.\n\nHarrow, P.J. and Castellan, R. (1987) Weirs without Plans. London: Undershaft.\n\nLindgard, K. (2003) Another River. Oslo: Elvebakken.\n\nMüller, M. (2010) Who Drew the Ettle? Leeds: Aire Bank.\n";
        let fires = [
            format!("Weirs were built (Dunmore 1992, p. 4; Harrow and Castellan 1987; Müller 2010). See ⟦Lindegard (2003)⟧.{list}"),
            format!("Weirs were built (Dunmore 1992, p. 4; Lindgard 2003; Müller 2010). See ⟦Harrow and Castelan (1987)⟧.{list}"),
            format!("Weirs were built (⟦Dunmoore 1992⟧; Lindgard 2003; Müller 2010). See Harrow and Castellan (1987).{list}"),
        ];
        let silent = [
            format!("Weirs were built (Dunmore 1992, p. 4; Harrow and Castellan 1987). See Lindgard (2003), Müller (2010).{list}"),
            // Accents; a genitive; fewer authors.
            format!("Weirs were built (Dunmore 1992, p. 4; Harrow and Castellan 1987). See Lindgard (2003), Mueller (2010).{list}"),
            format!("Weirs were built (Dunmore 1992, p. 4; Harrow et al. 1987). See Lindgard’s (2003) book, Muller (2010).{list}"),
            // Another person of that year.
            format!("Weirs were built (Dunmore 1992, p. 4; Harrow and Castellan 1987). See Lindgard (2003), Sandoval (2010).{list}"),
        ];
        let fires: Vec<&str> = fires.iter().map(String::as_str).collect();
        let silent: Vec<&str> = silent.iter().map(String::as_str).collect();
        super::super::check::check(&super::RULE, &fires, &silent);
    }
}
