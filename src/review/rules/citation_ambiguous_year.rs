use std::collections::BTreeMap;
use std::sync::Arc;

use crate::citation::{Doubt, Style};
use crate::review::listing::{Cited, Entry};
use crate::review::variants::letters;
use crate::review::{Cause, Desk, Family, Finding, Rule, Severity, Weight};
use crate::structure::BlockKind;

pub(super) static RULE: Rule = Rule {
    id: "citation-ambiguous-year",
    family: Family::Unresolvable,
    severity: Severity::Warning,
    weight: Weight::Each,
    detects: "A citation by name and year goes with two or more entries of the list.",
    why: "Nobody can tell which of them is meant.",
    example: "… (Osei 2010), and two entries by Osei of 2010.",
    mend: "Tell the entries apart by a letter: 2010a, 2010b.",
    check,
};

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    if desk.house.author_year == 0 {
        return;
    }
    let listing = desk.listing();
    if !listing.is_sound() {
        return;
    }
    let mut seen: BTreeMap<Cited, usize> = BTreeMap::new();
    for citation in &desk.citations.citations {
        let (Style::AuthorYear, Some(Doubt::Several(works))) = (citation.style, &citation.doubt) else { continue };
        let span = citation.span();
        let block = desk.structure.block_at(span.start);
        let kind = block.and_then(|block| desk.structure.blocks.get(block)).map(|block| block.kind);
        if matches!(kind, None | Some(BlockKind::BibliographyEntry | BlockKind::FrontMatter)) {
            continue;
        }
        let Some(cited) = Cited::of(desk.text, citation) else { continue };
        let entries: Vec<&Entry> = works.iter().filter_map(|&work| listing.entry_of(work)).collect();
        if entries.len() < 2 || entries.len() != works.len() || !are_one_to_the_reader(desk, &cited, &entries) {
            continue;
        }
        if let Some(first) = seen.get(&cited).and_then(|&at| found.get_mut(at)) {
            first.related.push(span);
            continue;
        }
        seen.insert(cited.clone(), found.len());
        let places: Vec<_> = entries.iter().filter_map(|entry| desk.citations.references.get(entry.reference)).collect();
        let titles: Vec<String> =
            places.iter().filter_map(|own| own.fields.title.as_ref()).map(|title| format!("“{}”", title.text)).collect();
        let message = format!("“{}” could be any of {} entries: {}.", cited.said(), entries.len(), titles.join(", "));
        let note = block.and_then(|block| desk.structure.note_of_block(block));
        let name = places.first().and_then(|own| own.fields.authors.first()).map_or("", |name| name.family.as_str());
        let year = cited.year.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let said = format!("“{name} {year}” stands for {} entries of the list, without letters.", entries.len());
        let cause = Arc::new(Cause { key: format!("{name} {year}"), said });
        found.push(
            Finding::new(&RULE, citation.parts.clone(), message).in_note(note).beside(places.iter().map(|own| own.span())).because(&cause),
        );
    }
}

/// Whether the entries have the name and the year that are cited, by the same people, without a letter to tell them apart.
fn are_one_to_the_reader(desk: &Desk, cited: &Cited, entries: &[&Entry]) -> bool {
    let year = cited.year.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let people = |entry: &Entry| {
        let own = desk.citations.references.get(entry.reference)?;
        let names = own.fields.authors.iter().map(|name| (letters(&name.family), name.given.chars().next()));
        Some(names.collect::<Vec<_>>())
    };
    let titles: Vec<String> = entries
        .iter()
        .filter_map(|entry| desk.citations.references.get(entry.reference)?.fields.title.as_ref())
        .map(|title| letters(&title.text))
        .collect();
    let first = entries.first().and_then(|entry| people(entry));
    let family = cited.names.last().map(|name| letters(name)).unwrap_or_default();
    let titled = titles.len() == entries.len() && titles.first() != titles.last();
    titled
        && first.as_ref().is_some_and(|first| first.iter().any(|(name, _)| *name == family))
        && entries.iter().all(|entry| {
            let words = desk.reference_words(entry.reference);
            // A letter that the fields lack may stand among the words.
            let told = words.match_indices(year).any(|(at, _)| {
                let mut behind = words.get(at + year.len()..).unwrap_or("").chars();
                behind.next().is_some_and(|c| c.is_ascii_lowercase()) && !behind.next().is_some_and(char::is_alphanumeric)
            });
            entry.sound && entry.year == year && !told && people(entry) == first
        })
}

#[cfg(test)]
mod tests {
    #[test]
    fn cases() {
        let list = "\n\n# References\n\nDunmore, E. (1992) The Ettle Plans. Stirling: Castle Wynd.\n\nHarrow, P.J. (1987) Weirs without Plans. London: Undershaft.\n\nOsei, M. (2010) Who Drew the Ettle? Leeds: Aire Bank.\n\nOsei, M. (2010) ‘Drawing water’, River Studies 18(1): 3–20.\n";
        let fires = [
            format!("Weirs were built (Harrow 1987). The best account is ⟦Osei (2010)⟧, after Dunmore (1992).{list}"),
            format!("Weirs were built (Harrow 1987; ⟦Osei 2010, p. 4⟧; Dunmore 1992).{list}"),
            format!("Weirs were built (Harrow 1987; Dunmore 1992), as is well known (see ⟦Osei 2010⟧).{list}"),
        ];
        let silent = [
            format!("Weirs were built (Harrow 1987; Osei 2010a; Osei 2010b; Dunmore 1992).{list}")
                .replace("(2010) Who", "(2010a) Who")
                .replace("(2010) ‘", "(2010b) ‘"),
            format!("Weirs were built (Harrow 1987; Dunmore 1992).{list}"),
            // Two people of one name; one with another beside him.
            format!("Weirs were built (Harrow 1987; Osei 2010; Dunmore 1992).{list}")
                .replace("Osei, M. (2010) ‘", "Osei, M. and Tamm, K. (2010) ‘"),
            format!("Weirs were built (Harrow 1987; Osei 2010; Dunmore 1992).{list}").replace("(2010) ‘", "(2011) ‘"),
        ];
        let fires: Vec<&str> = fires.iter().map(String::as_str).collect();
        let silent: Vec<&str> = silent.iter().map(String::as_str).collect();
        super::super::check::check(&super::RULE, &fires, &silent);
    }
}
