use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use crate::citation::{Citation, Doubt, Style};
use crate::review::listing::{Listing, at_first, Standing, cut, goes_with_list, grouped};
use crate::review::pattern::{Pattern, pattern};
use crate::review::{Cause, Desk, Family, Finding, Rule, Severity, Weight, year_in};
use crate::text::Span;

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
    let listing = desk.listing();
    if desk.house.numeric > desk.house.author_year.max(desk.house.in_notes) {
        beyond(desk, listing, found);
    }
    if desk.house.author_year == 0 {
        return;
    }
    by_page(desk, listing, found);
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

/// Numbers of entries above the last one of the list.
fn beyond(desk: &Desk, listing: &Listing, found: &mut Vec<Finding>) {
    let numbers: BTreeSet<u32> = listing.entries.iter().filter_map(|entry| entry.number).collect();
    let Some(&last) = numbers.last() else { return };
    let whole = numbers.len() >= LEAST && numbers.len() * 20 >= last as usize * 19 && numbers.first() == Some(&1);
    let numeric = || desk.citations.citations.iter().filter(|own| own.style == Style::Numeric);
    let mut own: BTreeMap<u32, Vec<&Vec<Span>>> = BTreeMap::new();
    for citation in numeric().filter(|own| own.doubt == Some(Doubt::NotListed)) {
        let words = citation.parts.iter().filter_map(|part| desk.text.get(part.start..part.end));
        // "[0, 255]" and "[2016]" are no entries.
        let highest = words.flat_map(|words| words.split(|c: char| !c.is_ascii_digit())).filter_map(|number| number.parse().ok()).max();
        if let Some(number) = highest.filter(|number| (last + 1..=last * 2).contains(number)) {
            own.entry(number).or_default().push(&citation.parts);
        }
    }
    let places: usize = own.values().map(Vec::len).sum();
    // Where many are above the end, it is the end that is missing.
    if !whole || places * 5 > numeric().count() {
        return;
    }
    for (number, places) in own {
        found.extend(at_first(desk, &RULE, &places, None, format!("The list ends with {last}; it has no entry {number}.")));
    }
}

/// A name with a page, as the humanities cite, that stands nowhere in the list.
static BY_PAGE: Pattern = LazyLock::new(|| pattern(r"\((\p{Lu}\p{Ll}[\p{L}’'-]+)(?:,? [“\x22][^”\x22()]{2,40}[”\x22])? (\d{1,3})(?:[–-]\d{1,3})?\)"));

fn by_page(desk: &Desk, listing: &Listing, found: &mut Vec<Finding>) {
    let Some(pattern) = BY_PAGE.as_ref() else { return };
    let paged = |own: &&Citation| own.style == Style::AuthorYear && own.doubt.is_none() && own.locator.is_some();
    let bare = |own: &&Citation| !own.parts.iter().any(|part| desk.text.get(part.start..part.end).is_some_and(|words| year_in(words).is_some()));
    let cited = desk.citations.citations.iter().filter(paged).filter(bare).count();
    if cited < LEAST || cited * 2 < desk.house.author_year || !listing.is_sound() {
        return;
    }
    for sentence in &desk.sentences {
        for all in pattern.captures_iter(desk.words(sentence)) {
            let (Some(whole), Some(name)) = (all.get(0), all.get(1)) else { continue };
            if NO_AUTHORS.contains(&name.as_str()) || listing.has_name(name.as_str()) {
                continue;
            }
            let parts = desk.parts_in(sentence, whole.start() + 1..whole.end() - 1);
            found.push(Finding::new(&RULE, parts, format!("The list has no entry for {}.", name.as_str())));
        }
    }
}

/// Words before a number in brackets that name no author.
#[rustfmt::skip]
const NO_AUTHORS: &[&str] = &[
    "Figure", "Fig", "Table", "Chapter", "Section", "Part", "Book", "Act", "Scene", "Line", "Lines", "Canto", "Plate", "Map", "Appendix",
    "Article", "Page", "Note", "Volume", "Vol", "Step", "Stage", "Level", "Year", "Age", "Day", "Week", "Group", "Class", "Grade", "Phase",
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Psalm",
    "Genesis", "Exodus", "Leviticus", "Numbers", "Deuteronomy", "Joshua", "Judges", "Ruth", "Samuel", "Kings", "Job", "Psalms", "Proverbs",
    "Isaiah", "Jeremiah", "Ezekiel", "Daniel", "Hosea", "Amos", "Jonah", "Matthew", "Mark", "Luke", "John", "Acts", "Romans",
    "Corinthians", "Galatians", "Ephesians", "Hebrews", "James", "Peter", "Revelation", "Surah", "Sonnet", "Letter", "Question", "Rule",
];

/// Fewer citations or entries than these are no habit.
const LEAST: usize = 4;
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
        let numbered: String = (1..=8).map(|at| format!("[{at}] Smith{at}, A. The long war {at}. London: Verso; 200{at}.\n\n")).collect();
        let mla = "\n\n# Works Cited\n\nBrandeis, Leo. *Stalls*. Murray, 1937.\n\nHarley, J. B. *Maps*. Verso, 2001.\n\nKvist, Marta. *Hearing Places*. Lund UP, 2009.\n\nRey, Tomas. *Letters*. Rabat UP, 1936.\n";
        let others = [
            format!("One [1]. Two [2,3]. Three [4-6]. Four [7]. Five [8]. Six [2]. Seven [⟦11⟧].\n\n# References\n\n{numbered}"),
            format!("A stall (Brandeis 14). A map (Harley 3). A place (Kvist 9). A letter (Rey 4). A desert (⟦Penney 102⟧).{mla}"),
            format!("Nobody owns the street (Bell, 2011; Obi & Farrow, 2004). So Castellan (1998), and later ⟦Obi and Moreno (2004)⟧.{apa}"),
        ];
        others.iter().for_each(|text| super::super::check::holds(&super::RULE, text));
        let quiet = [
            format!("One [1]. Two [2,3]. Three [4-6]. Four [7]. Five [8]. Six [2]. Pixels are in [0, 255].\n\n# References\n\n{numbered}"),
            format!("A stall (Brandeis 14). A map (Harley 3). A place (Kvist 9). A letter (Rey 4). A desert (Plate 102).{mla}"),
        ];
        quiet.iter().for_each(|text| super::super::check::holds(&super::RULE, text));
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
