//! What a line's first characters say: a list item, a caption, an entry of a list of works.

use super::lines::roman;

/// What a list item begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// "•".
    Bullet,
    /// "-" or "*": a dash may open a line of prose too.
    Dash(char),
    /// "1." or "1)": what it counts, and the sign behind.
    Number(u32, char),
    /// "a)" or "(a)".
    Letter(char, char),
    /// "iv.".
    Roman(u32, char),
}

impl Item {
    /// Whether it needs no company to be a list item.
    pub fn is_plain(self) -> bool {
        self == Self::Bullet
    }

    /// Whether `next` is the item that comes after this one.
    pub fn precedes(self, next: Item) -> bool {
        match (self, next) {
            (Self::Bullet, Self::Bullet) => true,
            (Self::Dash(a), Self::Dash(b)) => a == b,
            (Self::Number(a, x), Self::Number(b, y)) | (Self::Roman(a, x), Self::Roman(b, y)) => a + 1 == b && x == y,
            (Self::Letter(a, x), Self::Letter(b, y)) => u32::from(a) + 1 == u32::from(b) && x == y,
            // "h.", "i.", "j.": the letter i reads as one; "i.", "ii." are numerals.
            (Self::Letter(a, x), Self::Roman(1, y)) => a == 'h' && x == y,
            (Self::Roman(1, x), Self::Letter(b, y)) => b == 'j' && x == y,
            _ => false,
        }
    }
}

/// The list item that `words` begin with.
pub(super) fn item(words: &str) -> Option<Item> {
    let mut chars = words.chars();
    let first = chars.next()?;
    let second = chars.next()?;
    if matches!(first, '•' | '▪' | '◦' | '‣' | '●' | '○' | '■' | '□' | '►' | '➢' | '✓' | '\u{f0b7}' | '⁃' | '∙') {
        return Some(Item::Bullet);
    }
    if matches!(first, '-' | '–' | '*' | '+' | '·') && second.is_whitespace() {
        return Some(Item::Dash(first));
    }
    let open = first == '(';
    let rest = if open { words.get(1..)? } else { words };
    let end = rest.bytes().take(6).position(|byte| matches!(byte, b'.' | b')'))?;
    let close = if rest.as_bytes().get(end) == Some(&b')') { ')' } else { '.' };
    let after = rest.get(end + 1..)?.chars().next();
    if (open && close != ')') || !after.is_some_and(char::is_whitespace) {
        return None;
    }
    let sign = if open { '(' } else { close };
    let label = rest.get(..end)?;
    if label.bytes().all(|byte| byte.is_ascii_digit()) && label.len() <= 3 {
        return label.parse().ok().map(|value| Item::Number(value, sign));
    }
    if let Some(value) = roman(label).filter(|&value| value < 40 && (label.len() > 1 || matches!(label, "i" | "v" | "x" | "I" | "V" | "X")))
    {
        return Some(Item::Roman(value, sign));
    }
    let mut letters = label.chars();
    let letter = letters.next().filter(char::is_ascii_alphabetic)?;
    // "A. Smith" is a name.
    (letters.next().is_none() && (letter.is_ascii_lowercase() || close == ')')).then_some(Item::Letter(letter, sign))
}

/// Whether `words` begin as the caption of a figure or table: a name, a number, and then a stop or a title.
pub(super) fn caption(words: &str) -> bool {
    const NAMES: &[&str] = &[
        "figure",
        "fig.",
        "fig",
        "table",
        "tab.",
        "chart",
        "graph",
        "map",
        "plate",
        "diagram",
        "illustration",
        "image",
        "photo",
        "box",
        "abbildung",
        "abb.",
        "tabelle",
        "karte",
        "tableau",
        "carte",
        "figura",
        "tabla",
        "cuadro",
        "gráfico",
        "рис.",
        "рисунок",
        "таблица",
        "schema",
        "scheme",
        "exhibit",
    ];
    let mut pieces = words.split_whitespace();
    let (Some(name), Some(number)) = (pieces.next(), pieces.next()) else { return false };
    let bare = number.trim_end_matches([':', '.', '—', '–', '-', ')']);
    let counted = !bare.is_empty()
        && bare.len() <= 8
        && (bare.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '–')) || roman(bare).is_some() || bare.len() == 1);
    let titled = bare.len() < number.len() || pieces.next().is_none_or(|word| !word.starts_with(char::is_lowercase));
    NAMES.contains(&name.to_lowercase().as_str()) && name.starts_with(char::is_uppercase) && counted && titled
}

/// The number of "[12] Smith" or "12. Smith" in a list of works.
pub(super) fn entry_label(words: &str) -> Option<u32> {
    let bare = words.strip_prefix('[').unwrap_or(words);
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let mut after = bare.get(digits..)?.chars();
    let (sign, behind) = (after.next(), after.next());
    let bracketed = bare.len() < words.len() && sign == Some(']');
    let stopped = bare.len() == words.len() && digits <= 3 && sign == Some('.') && behind.is_none_or(char::is_whitespace);
    ((1..=4).contains(&digits) && (bracketed || stopped)).then(|| bare.get(..digits)?.parse().ok()).flatten()
}

/// Whether an entry may begin here: a surname and a comma, a name and a year, or an organisation.
pub(super) fn is_author(words: &str) -> bool {
    if !words.chars().next().is_some_and(|c| c.is_uppercase() || matches!(c, '“' | '"' | '‘' | '«')) {
        return words.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
    }
    let head: String = words.chars().take(60).collect();
    let comma = head.find(',').is_some_and(|at| head.get(..at).is_some_and(|name| name.split_whitespace().count() <= 4));
    let quoted = head.starts_with(['“', '"', '‘', '«']) && head.chars().skip(1).any(|c| matches!(c, '”' | '"' | '’' | '»'));
    comma || quoted || head.contains(". ") || head.contains('(')
}

/// Small words that a surname may begin with.
const PARTICLES: &[&str] = &[
    "van", "von", "de", "da", "di", "del", "della", "dos", "du", "d’", "la", "le", "der", "den", "ten", "ter", "zu", "zur", "zum", "af",
    "av", "al", "el", "bin", "ibn", "ben", "the", "los", "las", "y", "e", "op", "in’t", "’t", "vom",
];

/// Whether a word is a small one that a surname may begin with.
pub(super) fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&word)
}

/// Whether an entry begins with a surname that a particle opens: "van der Veldt, C.", "de la Cour, H.", "al-Tabari, M.".
pub(super) fn is_particle_name(words: &str) -> bool {
    for (particles, word) in words.split_whitespace().take(5).enumerate() {
        let bare = word.split(['-', '’', '\'']).next().unwrap_or(word);
        let particle =
            PARTICLES.contains(&word) || word.len() > bare.len() && matches!(bare, "al" | "el" | "d" | "ad" | "as" | "an" | "ash");
        let family = word.split(['-', '’', '\'']).next_back().unwrap_or(word);
        if family.starts_with(char::is_uppercase) {
            return (particles > 0 || family.len() < word.len()) && word.ends_with([',', ':'])
                || particles > 0
                    && words.get(..words.floor_char_boundary(40)).is_some_and(|head| head.contains(',') || head.contains(" ("));
        }
        if !particle {
            return false;
        }
    }
    false
}

/// "Smith, Anna", "Le Roy, J.", "Keller-Ross, Ida": one to three words, a comma, and a capital.
pub(super) fn is_surname_first(words: &str) -> bool {
    let Some((family, given)) = words.split_once(", ") else { return false };
    let named = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '’' | '\'' | '‐');
    family.len() <= 40
        && family.split_whitespace().count() <= 3
        && family.chars().all(named)
        && (family.starts_with(char::is_uppercase) || is_particle_name(words))
        && given.starts_with(char::is_uppercase)
}

/// Whether words begin with a journal's title and go on with its volume and pages: "Studies in Life 57, no. 2 (1937): 10–18."
pub(super) fn is_volume(words: &str) -> bool {
    let head = words.get(..words.floor_char_boundary(120)).unwrap_or(words);
    head.match_indices("): ").any(|(close, _)| {
        let open = head.get(..close).and_then(|before| before.rfind('('));
        let year = open.and_then(|open| head.get(open + 1..close)).is_some_and(|year| year.bytes().filter(u8::is_ascii_digit).count() >= 4);
        let pages = head.get(close + 3..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let title = open.and_then(|open| head.get(..open)).unwrap_or("");
        year && pages && title.contains(|c: char| c.is_ascii_digit()) && !title.contains(['“', '"', '”'])
    })
}

/// Whether words are where and when a book came out, and nothing else: "London: Stepney Books, 1979."
pub(super) fn is_imprint(words: &str) -> bool {
    let Some((place, rest)) = words.split_once(": ") else { return false };
    let bare = rest.trim_end_matches(['.', ')', ';']);
    let Some((publisher, year)) = bare.rsplit_once([' ', ',']) else { return false };
    let year = year.get(..year.len().min(4)).unwrap_or("");
    place.split_whitespace().count() <= 4
        && place.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | '-' | '/' | '’' | '\''))
        && place.starts_with(char::is_uppercase)
        && publisher.split_whitespace().count() <= 8
        && !publisher.contains(". ")
        && year.len() == 4
        && year.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(year.as_bytes().first(), Some(b'1' | b'2'))
}

/// Where and by whom a book came out, as the year stands elsewhere: "London: HMSO."
pub(super) fn is_bare_imprint(words: &str) -> bool {
    let Some((place, publisher)) = words.strip_suffix('.').and_then(|words| words.split_once(": ")) else { return false };
    let named = |words: &str, most: usize| {
        let count = words.split_whitespace().take(most + 1).count();
        let capitals = words.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
        (1..=most).contains(&count) && (capitals == count || capitals >= 2) && words.starts_with(char::is_uppercase)
    };
    let plain = |c: char| c.is_alphabetic() || matches!(c, ' ' | '-' | '’' | '\'' | '&' | ',' | '.');
    named(place, 4) && named(publisher, 5) && words.chars().count() <= 60 && words.replace(": ", "").chars().all(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_items() {
        assert_eq!(item("a) one"), Some(Item::Letter('a', ')')));
        assert_eq!(item("(ii) one"), Some(Item::Roman(2, '(')));
        assert_eq!(item("12. one"), Some(Item::Number(12, '.')));
        assert_eq!(item("• one"), Some(Item::Bullet));
        assert_eq!(item("- one"), Some(Item::Dash('-')));
        assert_eq!((item("A. Smith"), item("3.1 War"), item("war"), item("-war"), item("")), (None, None, None, None, None));
        assert!(Item::Number(1, '.').precedes(Item::Number(2, '.')) && !Item::Number(1, '.').precedes(Item::Number(3, '.')));
    }

    #[test]
    fn captions() {
        assert!(caption("Figure 3: The war") && caption("Table 2.1. Losses") && caption("Fig. 4 Losses"));
        assert!(!caption("Table 1 shows the war") && !caption("Figure of speech") && !caption("table 1."));
    }

    #[test]
    fn entries() {
        let labels = ["[12] Smith", "3. Smith", "[4]", "1993 Smith", "2.3, online"].map(entry_label);
        assert_eq!(labels, [Some(12), Some(3), Some(4), None, None]);
        assert!(is_author("Smith, A. The war.") && is_author("World Bank. The war.") && !is_author("of the war"));
    }

    #[test]
    fn shapes_of_entries() {
        assert!(is_surname_first("Smith, Anna. The war.") && is_surname_first("Keller-Ross, Ida") && is_surname_first("Le Roy, J."));
        assert!(!is_surname_first("London, 1990") && !is_surname_first("Law 29, No. 1") && !is_surname_first("The War. London, Routledge"));
        assert!(is_volume("Studies in Life 57, no. 2 (1937): 10–18.") && !is_volume("Smith, A. “War.” Life 5 (1937): 1."));
    }

    #[test]
    fn particles_and_imprints() {
        for yes in ["van der Veldt, C. (n.d.).", "de la Cour, H.", "al-Tabari, M. History.", "von Ranke, L."] {
            assert!(is_particle_name(yes), "{yes}");
        }
        for no in ["de la guerre", "of the War, 1", "the war", "in London, 1990", ""] {
            assert!(!is_particle_name(no), "{no}");
        }
        assert!(is_imprint("London: Stepney Books, 1979.") && is_imprint("New York: Hudson, 1986") && is_imprint("Wien: Donau 1999."));
        assert!(
            !is_imprint("Smith, A.: The war. London, 1990.")
                && !is_imprint("The war: a story.")
                && !is_imprint("Ahrens, Jutta: Brot 1969.")
        );
    }
}
