//! The patterns that rules look for, with classes of letters as small as these rules need. `\b`, `\w`, `\d`, `\s`,
//! `\p{L}`, `\p{Lu}` and `\p{Ll}` of all of Unicode make a pattern dear to build, which the first review of every
//! opened text would pay for, and a Unicode `\b` throws every sentence with a curly quote off the fast path of the
//! search. Cue words are of languages in Latin letters; names may be Greek or Cyrillic too. For `\b` only the letters
//! from a to z are letters: put it beside those.

use std::sync::LazyLock;

use regex::Regex;

/// A pattern that is built where it is first needed.
pub(super) type Pattern = LazyLock<Option<Regex>>;

/// What the short classes stand for.
const CLASSES: &[(&str, &str)] = &[
    (r"\p{Lu}", "[A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĴĶĹĻĽŁŃŅŇŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚΑ-ΩЀ-Я]"),
    (r"\p{Ll}", "[a-zß-öø-ÿāăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĵķĺļľłńņňōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžșțά-ώа-џ]"),
    (r"\p{L}", "[A-Za-zÀ-ÖØ-öø-ɏͰ-ӿḀ-ỿ]"),
    (r"\b", r"(?-u:\b)"),
    (r"\w", "[0-9A-Z_a-zÀ-ÖØ-öø-ɏ]"),
    (r"\d", "[0-9]"),
    (r"\s", r"[\t-\r \x{A0}\x{2000}-\x{200A}\x{202F}]"),
];

/// Builds a pattern that is a constant of the program; none where it is no pattern, which a test of its rule shows.
pub(super) fn pattern(text: &str) -> Option<Regex> {
    let mut own = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, from) = rest.split_at(at);
        own.push_str(before);
        let class = CLASSES.iter().find(|(short, _)| from.starts_with(short));
        let length = class.map_or_else(|| 1 + from.chars().nth(1).map_or(0, char::len_utf8), |(short, _)| short.len());
        let (short, behind) = from.split_at(length);
        own.push_str(class.map_or(short, |(_, long)| long));
        rest = behind;
    }
    own.push_str(rest);
    Regex::new(&own).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_classes_are_letters_of_names() {
        for (text, words, found) in [
            (r"\p{Lu}\p{Ll}+", "der Łódźer Äther", Some("Łódźer")),
            (r"\w+", "“naïveté” ", Some("naïveté")),
            (r"\bof\b", "“of”", Some("of")),
            (r"^\p{Lu}\p{L}+$", "Ильин", Some("Ильин")),
            (r"\d[\d ,.]*\d", "so 12 000,5 men", Some("12 000,5")),
            (r"p\.\s\d+", "p.\u{a0}12", Some("p.\u{a0}12")),
            (r"\\b\.", "a\\b.", Some("\\b.")),
            (r"\bon\b", "upon", None),
            (r"(", "(", None),
        ] {
            let own = pattern(text);
            assert_eq!(own.as_ref().and_then(|own| own.find(words)).map(|own| own.as_str()), found, "{text} in {words}");
        }
    }
}
