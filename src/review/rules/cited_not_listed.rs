use std::sync::Arc;

use crate::review::listing::{at_first, Standing, cut, goes_with_list, grouped};
use crate::review::{Cause, Desk, Family, Finding, Rule, Severity, Weight};

pub(super) static RULE: Rule = Rule {
    id: "cited-not-listed",
    family: Family::Unresolvable,
    severity: Severity::Warning,
    weight: Weight::Each,
    detects: "The text cites a source by name and year, and the list of references has no such entry.",
    why: "The reader cannot find it.",
    example: "… (Prestwick 1999), and no Prestwick in the list.",
    mend: "Add the entry to the list, or correct the name or the year.",
    check,
};

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    if desk.house.author_year == 0 {
        return;
    }
    let listing = desk.listing();
    let held = desk.held();
    let groups = grouped(held, |standing| *standing == Standing::Missing);
    let cause = cut(desk, listing, held).map(|said| Arc::new(Cause { key: "cut".to_owned(), said }));
    if cause.is_none() && !goes_with_list(listing, held) {
        // One thing to know, and not one for each citation.
        if held.len() >= MANY && groups.len() >= MANY {
            let said = if listing.entries.len() < 3 {
                "no list of references was found in it"
            } else {
                "most of that could not be found in its list of references, which may have been misread"
            };
            let message = format!("The text cites by name and year ({} places), and {said}.", held.len());
            let hint = "Look whether the list is complete in this file; import the text again if it is not.";
            found.push(Finding::new(&RULE, Vec::new(), message).weighing(Severity::Info).hinting(hint));
        }
        return;
    }
    for (cited, _, places) in groups {
        let name = cited.names.first().map_or("", String::as_str);
        let others: Vec<String> = listing.years_of(name);
        let message = match others.as_slice() {
            [] => format!("The list has no entry for {}.", cited.said()),
            years => format!("The list has no entry for {}; by {name} it has {}.", cited.said(), crate::review::variants::joined(years)),
        };
        let Some(finding) = at_first(desk, &RULE, &places, None, message) else { continue };
        found.push(match &cause {
            Some(cause) => finding.because(cause),
            None => finding,
        });
    }
}

/// From how many citations on it is said that there is no list for them.
const MANY: usize = 5;

#[cfg(test)]
mod tests {
    #[test]
    fn cases() {
        let list = "\n\n# References\n\nDunmore, E. (1992) The Ettle Plans. Stirling: Castle Wynd.\n\nHarrow, P.J. (1987) Weirs without Plans. London: Undershaft.\n\nLindgard, K. (2003) Another River. Oslo: Elvebakken.\n\nOsei, M. (2010) Who Drew the Ettle? Leeds: Aire Bank.\n";
        let apa = "\n\n# References\n\nBell, A. (2011). Stalls and streets. Journal of Small Trade, 5(2), 11–30.\n\nCastellan, R. (1998). Nine years of stalls. Halyard Press.\n\nCastellan, R. (2001). Ten years of stalls. Halyard Press.\n\nObi, C., & Farrow, D. (2004). The promise of the stall. Halyard Press.\n";
        let fires = [
            format!(
                "Weirs were built (Harrow 1987, p. 4). Plans were found (Dunmore 1992; ⟦Prestwick 1999⟧). See Osei (2010) and Lindgard (2003).{list}"
            ),
            format!(
                "Nobody owns the street (Bell, 2011; Obi & Farrow, 2004). This was shown by Castellan (1998) and by ⟦Moreno (2005)⟧.{apa}"
            ),
            format!("Nobody owns the street (Bell, 2011; Obi & Farrow, 2004). So Castellan (1998), and later ⟦Castellan (2012)⟧.{apa}"),
        ];
        let silent = [
            format!("Weirs were built (Harrow 1987, p. 4). Plans were found (Dunmore 1992). See Osei (2010) and Lindgard (2003).{list}"),
            // A law, a report, an entry whose second author is named first.
            format!(
                "Weirs were built (Harrow 1987). Plans were found (Dunmore 1992). See Osei (2010) and the Annual Report (2005), or the Water Act (1963).{list}"
            ),
            format!("Nobody owns the street (Bell, 2011). So Castellan (1998), Castellan (2001) and Farrow and Obi (2004).{apa}"),
            // No list, no convention.
            "Weirs were built (Harrow 1987, p. 4). Plans were found (Dunmore 1992; Prestwick 1999).\n".to_owned(),
            // What is cited is in no list of this text.
            format!("So Harrow (1987). So Abel (1990), Brook (1991), Crane (1992), Drake (1993).{list}")
                .replace("So Harrow (1987).", "So it is."),
        ];
        let fires: Vec<&str> = fires.iter().map(String::as_str).collect();
        let silent: Vec<&str> = silent.iter().map(String::as_str).collect();
        super::super::check::check(&super::RULE, &fires, &silent);
    }
}
