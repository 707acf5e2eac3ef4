//! What stands in the reading text for the white space between two words of the source: a space, nothing, or the mend
//! of a word that a line's end broke.

/// What white space was passed since the last word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    None,
    Space,
    Break,
}

impl Gap {
    /// What `space` amounts to.
    pub fn of(space: &str) -> Self {
        match space {
            "" => Self::None,
            _ if space.contains(['\n', '\u{c}', '\r', '\u{2028}', '\u{2029}']) => Self::Break,
            _ => Self::Space,
        }
    }

    /// Both, one behind the other.
    pub fn and(self, other: Gap) -> Self {
        self.max(other)
    }
}

/// How two words are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    Nothing,
    Space,
    Line,
    /// The hyphen before goes, and nothing takes its place.
    Mend,
}

/// How `next` is joined to `text` across `gap`.
pub(super) fn joint(text: &str, next: &str, gap: Gap, after_marker: bool, keep_lines: bool) -> Joint {
    let (Some(last), Some(first)) = (text.chars().next_back(), next.chars().next()) else { return Joint::Nothing };
    match gap {
        Gap::None => Joint::Nothing,
        Gap::Break if keep_lines => Joint::Line,
        // The marker stood between a word and its punctuation.
        _ if after_marker => {
            if leans(first) {
                Joint::Nothing
            } else {
                Joint::Space
            }
        }
        Gap::Space => Joint::Space,
        Gap::Break if is_spaceless(last) && is_spaceless(first) => Joint::Nothing,
        Gap::Break => match last {
            '-' | '\u{ad}' | '\u{2010}' => across_hyphen(text, first),
            '/' | '—' | '–' if follows_a_word(text, last) => Joint::Nothing,
            '_' | '=' | '&' | '?' | '%' | '#' | '~' if is_url(text) => Joint::Nothing,
            _ => Joint::Space,
        },
    }
}

/// Punctuation that leans on the word before it.
fn leans(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '…' | ')' | ']' | '}' | '”' | '’' | '。' | '，' | '؟' | '،' | '؛')
}

/// A hyphen at a line's end only breaks the word when letters are before it and a small letter behind. "post-\nwar"
/// cannot be told from "frag-\nmented"; the second is far the commoner. Capitals before it ("UN-\nled"), digits, and
/// URLs keep their hyphen.
fn across_hyphen(text: &str, first: char) -> Joint {
    let mut back = text.chars().rev();
    let soft = back.next() == Some('\u{ad}');
    let before = back.next();
    if before.is_some_and(char::is_alphabetic) && first.is_lowercase() && (soft || !before.is_some_and(char::is_uppercase)) && !is_url(text)
    {
        return Joint::Mend;
    }
    if before.is_some_and(|c| !c.is_whitespace()) { Joint::Nothing } else { Joint::Space }
}

fn follows_a_word(text: &str, sign: char) -> bool {
    text.strip_suffix(sign).is_some_and(|rest| rest.chars().next_back().is_some_and(|c| !c.is_whitespace()))
}

/// Whether `text` ends within a URL.
fn is_url(text: &str) -> bool {
    // Longer ones matter to nobody, and a text may be one word.
    let near = text.get(text.floor_char_boundary(text.len().saturating_sub(300))..).unwrap_or("");
    let word = near.rsplit(char::is_whitespace).next().unwrap_or("");
    word.contains("://") || word.contains("www.") || word.contains("doi.org") || word.contains("doi:")
}

/// Scripts that write no spaces between words.
fn is_spaceless(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0x303F | 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0xFF00..=0xFFEF | 0x20000..=0x3FFFF)
}
