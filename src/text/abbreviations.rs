//! Where a full stop ends no sentence: abbreviations, ordinals and dates, in the languages that scholars write in.

use super::sentence::is_closer;

/// What a full stop after a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// It ends the sentence.
    None,
    /// Something always follows: "e.g.", "Dr.", "cf.".
    Always,
    /// An abbreviation before a number, else a word: "no.", "art.".
    BeforeNumber,
    /// Mostly inside a sentence, at times its end: "et al.", "U.S.", an initial.
    Mostly,
}

pub(super) fn abbreviation(word: &str) -> Abbreviation {
    const ALWAYS: &[&str] = &[
        "approx", "bzw", "ca", "capt", "cf", "col", "d.h", "dr", "drs", "e.g", "esp", "gen", "gov", "hon", "i.e", "lt", "messrs", "mme",
        "mlle", "mr", "mrs", "ms", "mt", "p", "pp", "prof", "resp", "rev", "s.v", "sen", "sgt", "u.a", "vgl", "viz", "vs", "z.b", "z.t",
        "eg", "ie", "о", "см", "стр", "bes", "dipl", "evtl", "ggf", "insb", "inkl", "sog", "zt", "zit",
    ];
    const NUMBER: &[&str] = &[
        "abs", "app", "appx", "art", "arts", "bd", "bk", "c", "ch", "chap", "chaps", "chs", "cl", "doc", "eq", "ex", "f", "ff", "fig",
        "figs", "fn", "fol", "fols", "iss", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "l", "ll",
        "n", "nn", "no", "nos", "nr", "nrs", "para", "paras", "pl", "pt", "pts", "rn", "sec", "sect", "ser", "supp", "tab", "tit", "vol",
        "vols", "abb", "anm", "bl", "jg", "kap", "sp", "t", "taf", "rz", "rdnr", "éd", "janv", "févr", "juill", "déc", "mon", "tue",
        "tues", "wed", "thu", "thurs", "fri", "sat", "sun", "том", "т", "гл",
    ];
    const MOSTLY: &[&str] = &[
        "al", "bros", "cit", "co", "corp", "dept", "ed", "eds", "ebd", "est", "hg", "hrsg", "ibid", "ibidem", "id", "inc", "jr", "ltd",
        "n.d", "n.p", "repr", "sr", "st", "tr", "trans", "univ", "v", "assn", "aufl", "edn", "comp", "comps", "op", "loc", "esq", "th",
        "chr", "wm", "chas", "thos", "jos", "geo",
    ];
    let lower = word.to_lowercase();
    let lower = lower.trim_end_matches(is_closer);
    if ALWAYS.contains(&lower) {
        return Abbreviation::Always;
    }
    let mut letters = word.chars();
    let initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    // "J.-P", "U.S", "Ph.D", "a.m": single letters with stops between them.
    let dotted = word.contains('.')
        && word.split(['.', '-']).all(|piece| (1..=2).contains(&piece.chars().count()) && piece.chars().all(char::is_alphabetic));
    if initial || dotted || MOSTLY.contains(&lower) {
        return Abbreviation::Mostly;
    }
    if NUMBER.contains(&lower) {
        return Abbreviation::BeforeNumber;
    }
    // "z. Zt.", "s. Abb. 4", "o. J.": a small letter is hardly ever a sentence's last word.
    if matches!(word, "d" | "e" | "i" | "m" | "o" | "r" | "s" | "u" | "z") {
        return Abbreviation::Mostly;
    }
    Abbreviation::None
}

/// Words that begin sentences and hardly ever follow an initial or an abbreviation inside one.
pub(super) fn is_starter(word: &str) -> bool {
    const STARTERS: &[&str] = &[
        "A",
        "After",
        "All",
        "Also",
        "Although",
        "An",
        "And",
        "Another",
        "Any",
        "As",
        "At",
        "Because",
        "Before",
        "Both",
        "But",
        "By",
        "Despite",
        "Die",
        "Das",
        "Der",
        "During",
        "Each",
        "Even",
        "Every",
        "Finally",
        "First",
        "For",
        "From",
        "Furthermore",
        "He",
        "Hence",
        "Her",
        "Here",
        "His",
        "How",
        "However",
        "If",
        "In",
        "Indeed",
        "Instead",
        "It",
        "Its",
        "Many",
        "Moreover",
        "Most",
        "My",
        "Nevertheless",
        "Next",
        "No",
        "Nor",
        "Not",
        "Now",
        "On",
        "Once",
        "One",
        "Only",
        "Or",
        "Other",
        "Our",
        "Over",
        "Perhaps",
        "Second",
        "See",
        "She",
        "Since",
        "So",
        "Some",
        "Still",
        "Such",
        "That",
        "The",
        "Their",
        "Then",
        "There",
        "Therefore",
        "These",
        "They",
        "This",
        "Those",
        "Though",
        "Through",
        "Thus",
        "To",
        "Today",
        "Under",
        "Unlike",
        "Until",
        "We",
        "What",
        "When",
        "Where",
        "Whereas",
        "Whether",
        "Which",
        "While",
        "Who",
        "Why",
        "With",
        "Within",
        "Without",
        "Yet",
        "You",
    ];
    STARTERS.contains(&word)
}

/// Whether the number that `before` ends with is an ordinal or the part of a date: "Am 3. März", "zum 2. Mal", "12. 3. 1791".
pub(super) fn is_ordinal(before: &str, after: &str, follower: &str) -> bool {
    const BEFORE: &[&str] = &[
        "am", "vom", "zum", "zur", "im", "dem", "den", "der", "des", "das", "beim", "ab", "bis", "seit", "jeder", "jeden", "jedes", "ein",
        "einen", "einem", "eine", "einer", "ihr", "ihrem", "sein", "seinem", "seinen", "unser", "nach",
    ];
    const BEHIND: &[&str] = &[
        "Januar",
        "Jänner",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
        "Jahrhundert",
        "Jahrhunderts",
        "Jahrhunderte",
        "Jahrhunderten",
        "Jh",
        "Jhd",
        "Jhs",
        "Mal",
        "Auflage",
        "Aufl",
        "Kapitel",
        "Jahrgang",
        "Jg",
        "Band",
        "Bd",
        "Teil",
        "Abschnitt",
        "Januars",
        "Mais",
    ];
    let number = last_word(before);
    if !(1..=3).contains(&number.len()) || !number.bytes().all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let word = last_word(before.strip_suffix(number).unwrap_or("").trim_end());
    if BEHIND.contains(&follower) || BEFORE.contains(&word.to_lowercase().as_str()) && !is_starter(follower) {
        return true;
    }
    // A day before its month, and a month before its year.
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let rest = after.get(digits..).unwrap_or("");
    let year = |rest: &str| rest.bytes().take_while(u8::is_ascii_digit).count() == 4;
    let day = (1..=2).contains(&digits) && rest.strip_prefix('.').is_some_and(|rest| year(rest.trim_start()));
    let counted = word.strip_suffix('.').is_some_and(|day| (1..=2).contains(&day.len()) && day.bytes().all(|byte| byte.is_ascii_digit()));
    number.len() <= 2 && (day || counted && digits == 4)
}

/// "z. B.", "d. h.", "u. a.", "z. Zt.": abbreviations of several words, with a space between.
pub(super) fn is_spaced_abbreviation(before: &str) -> bool {
    const KNOWN: &[&str] = &["z.b", "d.h", "u.a", "z.zt", "z.t", "i.d.r", "m.e", "u.u", "s.o", "s.u", "i.e", "e.g", "v.a", "o.g", "u.zw"];
    let mut words = before.rsplit(char::is_whitespace);
    let last = words.next().unwrap_or("");
    let Some(first) = words.next().filter(|word| word.len() <= 8 && last.len() <= 8) else { return false };
    let bare = first.trim_start_matches(|c: char| !c.is_alphanumeric());
    bare.ends_with('.') && KNOWN.contains(&format!("{bare}{last}").to_lowercase().as_str())
}

/// The last word of `before`, inner stops kept ("e.g", "U.S"), opening brackets and quotes dropped.
pub(super) fn last_word(before: &str) -> &str {
    // Longer words matter to nobody, and a text may be one.
    let before = before.get(before.floor_char_boundary(before.len().saturating_sub(64))..).unwrap_or(before);
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let word = word.rsplit(['—', '–', '/']).next().unwrap_or(word);
    word.trim_start_matches(|c: char| !c.is_alphanumeric())
}
