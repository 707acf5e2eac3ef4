use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use crate::review::listing::{Entry, goes_with_list};
use crate::review::variants::letters;
use crate::review::{Cause, Desk, Family, Finding, Rule, Severity, Weight};
use crate::structure::{Block, BlockKind};

pub(super) static RULE: Rule = Rule {
    id: "listed-not-cited",
    family: Family::Unresolvable,
    severity: Severity::Info,
    weight: Weight::Each,
    detects: "An entry of the list of references is cited nowhere.",
    why: "A list of references holds what the text cites; an entry that is not cited is left over, or its citation is lost.",
    example: "“Moreno, J. (2005)” in the list, and no Moreno in the text.",
    mend: "Cite it where it was used, or take it out of the list.",
    check,
};

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    let house = desk.house;
    // A bibliography behind notes also holds what was only read; numbers have a rule of their own.
    if house.author_year == 0 || house.notes() || house.numeric > house.author_year {
        return;
    }
    let listing = desk.listing();
    let held = desk.held();
    if !goes_with_list(listing, held) {
        return;
    }
    let uncited = |entry: &&Entry| {
        let work = desk.citations.references.get(entry.reference).and_then(|own| desk.citations.works.get(own.work?));
        entry.sound && work.is_some_and(|work| work.citations.is_empty())
    };
    let candidates: Vec<&Entry> = listing.in_order().into_iter().filter(uncited).collect();
    let named = named_in_text(desk, &candidates);
    let left: Vec<&Entry> = candidates.into_iter().filter(|entry| is_plain(desk, entry) && !named.contains(&entry.reference)).collect();
    // Where much of the list is not cited, it is rather one of further reading, or the citations were not read.
    if left.len() * 2 > listing.entries.len() {
        return;
    }
    let many = left.len() * 4 > listing.entries.len();
    let said = format!("{} of the {} entries of the list are cited nowhere.", left.len(), listing.entries.len());
    let cause = Arc::new(Cause { key: "many".to_owned(), said });
    for entry in left {
        let Some(own) = desk.citations.references.get(entry.reference) else { continue };
        let name = own.fields.authors.first().map_or("", |name| name.family.as_str());
        let message = format!("Nothing in the text cites “{name} {}”, nor names {name} and that year in one place.", entry.year);
        let finding = Finding::new(&RULE, own.parts.clone(), message);
        found.push(if many { finding.because(&cause) } else { finding.weighing(Severity::Warning) });
    }
}

/// Whether an entry begins with a person's name, as the citation would.
fn is_plain(desk: &Desk, entry: &Entry) -> bool {
    let Some(own) = desk.citations.references.get(entry.reference) else { return false };
    let words = desk.reference_words(entry.reference);
    own.fields.authors.first().is_some_and(|name| {
        let opens = words.find(name.family.as_str()).is_some_and(|at| at < 30);
        let one_word = name.family.split_whitespace().count() <= 2;
        let dated = entry.year.len() <= 5 && entry.year.bytes().take_while(u8::is_ascii_digit).count() == 4;
        opens && one_word && !name.given.is_empty() && dated
    })
}

/// The entries whose author and a year of theirs stand in one block elsewhere: they may be cited in a way that was not
/// read, and what follows the list may have been taken for a part of it.
fn named_in_text(desk: &Desk, entries: &[&Entry]) -> HashSet<usize> {
    let mut wanted: HashMap<&str, Vec<(&Entry, Vec<&str>)>> = HashMap::new();
    for entry in entries {
        let years = desk.reference_words(entry.reference).split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() == 4).collect();
        wanted.entry(entry.family.as_str()).or_default().push((entry, years));
    }
    if wanted.is_empty() {
        return HashSet::new();
    }
    let blocks: Vec<&Block> = desk.structure.blocks.iter().filter(|block| !block.kind.is_furniture()).collect();
    let words_of = |block: &Block| block.parts.iter().map(|part| part.of(desk.text)).collect::<Vec<_>>().join(" ");
    let mut out = HashSet::new();
    for (at, block) in blocks.iter().enumerate() {
        let words = words_of(block);
        let mut near: Vec<&(&Entry, Vec<&str>)> = Vec::new();
        for word in words.split(|c: char| !(c.is_alphanumeric() || c == '-')).filter(|word| word.starts_with(char::is_uppercase)) {
            for word in [word].into_iter().chain(word.split('-').filter(|_| word.contains('-'))) {
                near.extend(wanted.get(letters(word).as_str()).into_iter().flatten());
            }
        }
        near.retain(|(entry, _)| {
            !out.contains(&entry.reference)
                && !desk.citations.references.get(entry.reference).is_some_and(|own| block.span().overlaps(own.span()))
        });
        if near.is_empty() {
            continue;
        }
        // A note or the end of a page may stand between the name and the year.
        let behind: Vec<String> = blocks
            .iter()
            .skip(at + 1)
            .take(2)
            .filter(|block| block.kind != BlockKind::BibliographyEntry)
            .map(|block| words_of(block))
            .collect();
        for (entry, years) in near {
            if years.iter().any(|year| words.contains(year) || behind.iter().any(|words| words.contains(year))) {
                out.insert(entry.reference);
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    #[test]
    fn cases() {
        let list = "\n\n# References\n\nDunmore, E. (1992) The Ettle Plans. Stirling: Castle Wynd.\n\nHarrow, P.J. (1987) Weirs without Plans. London: Undershaft.\n\nLindgard, K. (2003) Another River. Oslo: Elvebakken.\n\nOsei, M. (2010) Who Drew the Ettle? Leeds: Aire Bank.\n";
        let fires = [
            format!("Weirs were built (Harrow 1987; Dunmore 1992; Lindgard 2003).{list}").replace(
                "Osei, M. (2010) Who Drew the Ettle? Leeds: Aire Bank.",
                "⟦Osei, M. (2010) Who Drew the Ettle? Leeds: Aire Bank.⟧",
            ),
            format!("Weirs were built (Harrow 1987; Dunmore 1992; Osei 2010).{list}")
                .replace("Lindgard, K. (2003) Another River. Oslo: Elvebakken.", "⟦Lindgard, K. (2003) Another River. Oslo: Elvebakken.⟧"),
            format!("Weirs were built (Harrow 1987; Lindgard 2003; Osei 2010).{list}").replace(
                "Dunmore, E. (1992) The Ettle Plans. Stirling: Castle Wynd.",
                "⟦Dunmore, E. (1992) The Ettle Plans. Stirling: Castle Wynd.⟧",
            ),
        ];
        let silent = [
            format!("Weirs were built (Harrow 1987; Dunmore 1992; Lindgard 2003; Osei 2010).{list}"),
            // Named in a way that is no citation.
            format!("Weirs were built (Harrow 1987; Dunmore 1992; Lindgard 2003). In her book, which came out in 2010, Osei drew them.{list}"),
            // A bibliography behind notes.
            "One.[^1] Two.[^2]\n\n[^1]: Ann Smith, War (London: Verso, 2001), 4.\n\n[^2]: Ibid., 7.\n\n# Bibliography\n\nJones, Bob. Peace. Oxford: Blackwell, 1999.\n\nMiller, C. Treaties. Oxford: Blackwell, 1998.\n\nSmith, Ann. War. London: Verso, 2001.\n".to_owned(),
            // No text is cited from the list.
            format!("Weirs were built long ago.{list}"),
        ];
        let fires: Vec<&str> = fires.iter().map(String::as_str).collect();
        let silent: Vec<&str> = silent.iter().map(String::as_str).collect();
        super::super::check::check(&super::RULE, &fires, &silent);
    }
}
