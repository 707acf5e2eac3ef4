//! Who is said to speak in a sentence: “Zartman states”, “according to Zartman”.

use std::ops::Range;

#[rustfmt::skip]
const VERBS: &[&str] = &[
    "adds", "affirme", "afirma", "argued", "argues", "argumenta", "argumentiert", "asserted", "asserts", "behauptet", "believes",
    "betont", "claimed", "claims",
    "comments", "concluded", "concludes", "contended", "contends", "declared", "declares", "defined", "defines", "define", "definiert",
    "describes",
    "described", "define", "définit", "emphasises", "emphasizes", "erklärt", "escribe", "explains", "explained", "explique",
    "formuliert", "insists", "maintains",
    "meint", "noted", "notes", "observed", "observes", "points", "proposes", "proposed", "puts", "remarked", "remarks", "said", "says",
    "schreibt", "schrieb", "señala",
    "sostiene", "souligne", "soutient", "stated", "states", "stresses", "stressed", "suggested", "suggests", "warned", "warns",
    "writes", "wrote", "écrit", "écrivait", "argued", "argue", "shown", "shows", "showed", "demonstrated", "demonstrates", "taught",
    "written", "put", "reminds", "reminded", "noticed", "posits", "posited", "recalls", "thinks", "holds", "reports", "reported",
    "complained", "predicted", "theorised", "theorized",
];
#[rustfmt::skip]
const BETWEEN: &[&str] = &[
    "also", "further", "himself", "herself", "once", "later", "thus", "therefore", "even", "auch", "selbst", "then", "et", "al.",
    "again", "too", "has", "have", "had", "long", "ago", "so", "first", "already",
];
#[rustfmt::skip]
const NO_NAMES: &[&str] = &[
    "The", "This", "That", "These", "Those", "It", "He", "She", "They", "One", "Who", "Which", "What", "Article", "Section", "Table",
    "Figure", "Chapter", "Here",
    "Theorem", "Lemma", "Es", "Er", "Sie", "Man", "Das", "Der", "Die", "Il", "Elle", "On", "Ce", "Paragraph", "Clause", "There", "But",
    "And", "Part", "Note", "Act",
    "Court", "Council", "Commission", "Report", "Constitution", "Committee", "Government", "President", "Minister", "Professor",
    "Another", "Some", "Others",
];

/// The family name of who is said to speak in `words`: "Zartman states", "according to Zartman".
pub fn speaker(words: &str) -> Option<Range<usize>> {
    let tokens: Vec<Range<usize>> = tokens(words).collect();
    let at = |index: usize| tokens.get(index).and_then(|range| words.get(range.clone())).unwrap_or("");
    for (index, token) in tokens.iter().enumerate().skip(1) {
        let word = words.get(token.clone()).unwrap_or("").trim_end_matches([',', ':', '.']);
        let mut before = index - 1;
        if VERBS.contains(&word) {
            while before > 0 && (BETWEEN.contains(&at(before)) || at(before).ends_with("ly")) {
                before -= 1;
            }
        } else if word == "to" && at(index - 1).eq_ignore_ascii_case("according") || matches!(word, "Laut" | "laut" | "Selon" | "selon") {
            before = index + 1;
            while is_name(at(before)) && !at(before).ends_with([',', ';', ':']) && is_name(at(before + 1)) {
                before += 1;
            }
        } else {
            continue;
        }
        let name = at(before).trim_end_matches([',', ';', ':', '.']);
        let name = name.strip_suffix("’s").or(name.strip_suffix("'s")).unwrap_or(name);
        if is_name(name) && !NO_NAMES.contains(&name) {
            return tokens.get(before).map(|range| range.start..range.start + name.len());
        }
    }
    None
}

fn is_name(word: &str) -> bool {
    let word = word.trim_end_matches([',', ';', ':']);
    word.chars().count() > 2
        && word.starts_with(char::is_uppercase)
        && word.chars().any(char::is_lowercase)
        && !word.contains(|c: char| c.is_ascii_digit())
}

/// The words of `words` between white space, in order.
pub fn tokens(words: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    words.split_whitespace().map(move |word| {
        let start = word.as_ptr() as usize - words.as_ptr() as usize;
        start..start + word.len()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speakers() {
        let name = |words: &str| speaker(words).and_then(|range| words.get(range)).unwrap_or("").to_owned();
        assert_eq!(name("Zartman states"), "Zartman");
        assert_eq!(name("As I. William Zartman rightly argues,"), "Zartman");
        assert_eq!(name("According to John Heathershaw, peace"), "Heathershaw");
        assert_eq!(name("The Court states"), "");
        assert_eq!(name("He wrote"), "");
        assert_eq!(name("Table 3 suggests"), "");
    }
}
