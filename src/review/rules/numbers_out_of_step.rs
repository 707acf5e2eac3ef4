use std::collections::BTreeSet;
use std::sync::Arc;

use crate::citation::{Doubt, Style};
use crate::review::{Cause, Desk, Family, Finding, Rule, Severity, Weight};

pub(super) static RULE: Rule = Rule {
    id: "numbers-out-of-step",
    family: Family::Unresolvable,
    severity: Severity::Info,
    weight: Weight::Each,
    detects: "Numbers of citations and of the list of references do not go together.",
    why: "A number without an entry leads nowhere, and an entry without a citation is left over.",
    example: "… [7], and the list ends with [6].",
    mend: "Compare the number with the list.",
    check,
};

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    if desk.house.numeric < LEAST || desk.house.numeric < desk.house.author_year {
        return;
    }
    let listing = desk.listing();
    let numbers: BTreeSet<u32> = listing.entries.iter().filter_map(|entry| entry.number).collect();
    let Some(&last) = numbers.last() else { return };
    // The list must be whole and its numbers read, else it says nothing.
    if numbers.len() < LEAST || numbers.len() as u32 != last || numbers.len() != listing.entries.len() {
        return;
    }
    let numeric = || desk.citations.citations.iter().filter(|own| own.style == Style::Numeric);
    let listed = numeric().filter(|own| own.doubt.is_none() && !own.works.is_empty()).count();
    let beyond: Vec<_> = numeric().filter(|own| own.doubt == Some(Doubt::NotListed)).collect();
    // Brackets that count something else.
    if listed < LEAST || beyond.len() * 3 > listed {
        return;
    }
    for citation in beyond {
        let words: String = citation.parts.iter().map(|part| part.of(desk.text)).collect();
        let plain = words.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | ';' | '–' | '-' | ' '));
        let given: Vec<u32> = words.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
        let Some(number) = given.iter().copied().find(|number| *number > last).filter(|_| plain) else { continue };
        let message = format!("[{number}] is cited, and the list ends with {last}.");
        let block = desk.structure.block_at(citation.span().start);
        let note = block.and_then(|block| desk.structure.note_of_block(block));
        found.push(Finding::new(&RULE, citation.parts.clone(), message).in_note(note));
    }
    let uncited: Vec<_> = listing
        .entries
        .iter()
        .filter_map(|entry| Some((entry, desk.citations.references.get(entry.reference)?)))
        .filter(|(_, own)| own.work.and_then(|work| desk.citations.works.get(work)).is_some_and(|work| work.citations.is_empty()))
        .collect();
    // Citations that were not read would leave many.
    let labels: Vec<String> = uncited.iter().filter_map(|(entry, _)| entry.number).map(|number| number.to_string()).collect();
    let said = format!("{} of the {last} numbered entries are cited nowhere: {}.", labels.len(), labels.join(", "));
    let cause = Arc::new(Cause { key: "uncited".to_owned(), said });
    for (entry, own) in uncited {
        let message = format!("Nothing in the text cites [{}].", entry.number.unwrap_or(0));
        let finding = Finding::new(&RULE, own.parts.clone(), message).hinting("Cite it where it was used, or take it out of the list.");
        found.push(finding.because(&cause));
    }
}

/// How many numbers the list and the text have at least.
const LEAST: usize = 3;

#[cfg(test)]
mod tests {
    #[test]
    fn cases() {
        let list = "\n\nReferences\n\n[1] A. Brask. The pond as a clock. Tide 3 (1990), 1–12.\n[2] A. Brask, T. Olufs, and M. Kern. Pumping for bread. Mill Science 8 (1993), 77–90.\n[3] H. Dray. Does the mill breathe? Proc. Mill Days, 1977.\n[4] C. Ewart. Gates. Harwich: Stour, 1981.\n[5] C. Ewart and B. Pym. Two levels. Tide 9 (1996), 201–215.\n";
        let fires = [
            format!("Mills are clocks [1], pumps [2], animals [3], gates [4] and two [5]. A last one is none [⟦7⟧].{list}"),
            format!("Mills are clocks [1], pumps [2, 3], animals [3], and gates [4], or two [5]. A last one is none [⟦4, 6⟧].{list}"),
            format!("Mills are clocks [1], pumps [2], animals [3] and two [5].{list}")
                .replace("[4] C. Ewart. Gates. Harwich: Stour, 1981.", "⟦[4] C. Ewart. Gates. Harwich: Stour, 1981.⟧"),
        ];
        let silent = [
            format!("Mills are clocks [1], pumps [2, 4–5], animals [3].{list}"),
            // An interval, a year.
            format!("Mills are clocks [1], pumps [2, 4–5], animals [3]. Over [0, 60] and since [1998] none.{list}"),
            // Entries by name and year.
            "Mills are clocks (Brask 1990).\n\nReferences\n\nBrask, A. 1990. The Pond. Tide: Press.\nDray, H. 1977. The Mill. Tide: Press.\n".to_owned(),
            // Too few to know.
            format!("Mills are clocks [1], and pumps [7].{list}"),
        ];
        let fires: Vec<&str> = fires.iter().map(String::as_str).collect();
        let silent: Vec<&str> = silent.iter().map(String::as_str).collect();
        super::super::check::check(&super::RULE, &fires, &silent);
    }
}
