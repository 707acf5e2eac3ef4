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

/// "[12] Smith" or "12. Smith" in a list of works.
pub(super) fn is_labelled_entry(words: &str) -> bool {
    let bare = words.strip_prefix('[').unwrap_or(words);
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let after = bare.get(digits..).and_then(|rest| rest.chars().next());
    (1..=4).contains(&digits)
        && (bare.len() < words.len() && after == Some(']') || bare.len() == words.len() && digits <= 3 && matches!(after, Some('.')))
}

/// Whether an entry may begin here: a surname and a comma, a name and a year, or an organisation.
pub(super) fn is_author(words: &str) -> bool {
    if !words.chars().next().is_some_and(|c| c.is_uppercase() || matches!(c, '“' | '"' | '‘' | '«')) {
        return words.chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
    }
    let head: String = words.chars().take(60).collect();
    let comma = head.find(',').is_some_and(|at| head.get(..at).is_some_and(|name| name.split_whitespace().count() <= 4));
    comma || head.contains(". ") || head.contains('(')
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
        assert!(is_labelled_entry("[12] Smith") && is_labelled_entry("3. Smith") && !is_labelled_entry("1993 Smith"));
        assert!(is_author("Smith, A. The war.") && is_author("World Bank. The war.") && !is_author("of the war"));
    }
}
