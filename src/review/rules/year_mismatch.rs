use crate::review::listing::{at_first, Standing, goes_with_list, grouped};
use crate::review::{Desk, Family, Finding, Rule, Severity, Weight};

pub(super) static RULE: Rule = Rule {
    id: "year-mismatch",
    family: Family::Inconsistent,
    severity: Severity::Warning,
    weight: Weight::Each,
    detects: "A source is cited with another year than the only entry of that name has.",
    why: "One of the two years is wrong, or an entry is missing.",
    example: "… (Harrow 1989), and in the list “Harrow, P. J. (1987)”.",
    mend: "Compare the two years with the source.",
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
    for (cited, standing, places) in grouped(held, |standing| matches!(standing, Standing::OtherYear(_))) {
        let Standing::OtherYear(at) = standing else { continue };
        let Some(entry) = listing.entries.get(*at) else { continue };
        let name = cited.names.first().map_or("", String::as_str);
        let message = format!("“{name} {}” here, and the only entry by {name} is of {}.", cited.year, entry.year);
        let hint = format!("Change {} to {}, or add the entry of {}.", cited.year, entry.year, cited.year);
        let there = desk.citations.references.get(entry.reference).map(|own| own.span());
        found.extend(at_first(desk, &RULE, &places, there, message).map(|finding| finding.hinting(hint)));
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn cases() {
        let list = "\n\n# References\n\nDunmore, E. (1992) The Ettle Plans. Stirling: Castle Wynd.\n\nHarrow, P.J. (1987) Weirs without Plans. London: Undershaft.\n\nLindgard, K. (2003) Another River. Oslo: Elvebakken.\n\nOsei, M. (2010) Who Drew the Ettle? Leeds: Aire Bank.\n\nOsei, M. (2012) Who Drew it Again? Leeds: Aire Bank.\n";
        let german = "\n\n# Literatur\n\nOberländer, Friedhelm (1983): Wachs und Ware. Göttingen: Leineverlag.\n\nRieger, Anna / Maurer, Jost (1991): Zünfte im Wandel. In: Archiv für Handwerk 12, S. 80–99.\n\nThiele, Gesa (2004): Das Ende der Zünfte. Berlin: Spreeverlag.\n";
        let fires = [
            format!("Weirs were built (Dunmore 1992, p. 4). ⟦Harrow (1989)⟧ withdrew nothing. See Osei (2010) and Lindgard (2003).{list}"),
            format!("Weirs were built (Dunmore 1992; Harrow 1987), so ⟦Lindgard 2013⟧ says. See Osei (2010).{list}")
                .replace("so ⟦Lindgard 2013⟧ says", "as is said (⟦Lindgard 2013⟧)"),
            format!(
                "Die Zünfte zahlten in Wachs (Oberländer 1983, S. 14). Das ist bekannt (Rieger/Maurer 1991: 88; Thiele 2004, S. 9). Nach ⟦Thiele (2014, S. 3)⟧ war es schlecht.{german}"
            ),
        ];
        let silent = [
            format!("Weirs were built (Dunmore 1992, p. 4). Harrow (1987) withdrew nothing. See Osei (2010) and Lindgard (2003).{list}"),
            // Two by that name: an entry is missing.
            format!("Weirs were built (Dunmore 1992, p. 4). Harrow (1987) withdrew nothing. See Osei (2011) and Lindgard (2003).{list}"),
            // The entry has both years.
            format!("Weirs were built (Dunmore 1992). Harrow (1987) withdrew nothing. See Osei (2010), Lindgard (1999).{list}")
                .replace("(2003) Another", "([1999] 2003) Another"),
            // An event.
            format!(
                "Weirs were built (Dunmore 1992). Harrow (1987) withdrew nothing. See Osei (2010). The Harrow weir broke in 1989.{list}"
            ),
        ];
        let fires: Vec<&str> = fires.iter().map(String::as_str).collect();
        let silent: Vec<&str> = silent.iter().map(String::as_str).collect();
        super::super::check::check(&super::RULE, &fires, &silent);
    }
}
