//! Which rows are headings, and how deep. A name ("Conclusion"), a number ("2.1 Sources") or a sign of Markdown says so
//! outright; else a heading is a short line without a full stop that stands between paragraphs.

use super::bodies::View;
use super::furniture::is_url;
use super::lines::{Line, ends_sentence, goes_on};
use super::names::Named;
use super::shape::Row;

/// How a heading was told; decides its level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Title {
    /// By the name of a section.
    Named(Named),
    /// By a decimal number; how many parts it has.
    Numbered(u8),
    /// By Markdown; how deep.
    Marked(u8),
    /// By its looks.
    Plain,
}

/// What says outright that `row` is a heading.
pub(super) fn outright(view: &View, row: &Row) -> Option<Title> {
    let line = view.lines.get(row.lines.start)?;
    let words = line.text(view.source);
    if let Some(depth) = marked(words).filter(|_| line.indent < 4) {
        // Line upon line of the same sign is what a program printed.
        let again = |other: Option<&Line>, gap: u16| gap == 0 && other.is_some_and(|other| marked(other.text(view.source)) == Some(depth));
        let above = row.lines.start.checked_sub(1).and_then(|above| view.lines.get(above));
        let below = view.lines.get(row.lines.start + 1);
        if !again(above, line.gap) && !again(below, below.map_or(1, |below| below.gap)) {
            return Some(Title::Marked(depth));
        }
    }
    let name = view.regions.name(row.lines.start)?;
    Some(match decimal(words) {
        Some(depth) => Title::Numbered(depth),
        None => Title::Named(name),
    })
}

/// The depth of a heading in Markdown.
fn marked(words: &str) -> Option<u8> {
    let depth = words.bytes().take_while(|&byte| byte == b'#').count();
    let after = words.get(depth..)?.chars().next()?;
    ((1..=6).contains(&depth) && after == ' ').then_some(depth as u8)
}

/// How many parts the number before a title has: "2.1 Sources" has two.
pub(super) fn decimal(words: &str) -> Option<u8> {
    let (first, rest) = words.split_once(char::is_whitespace)?;
    let bare = first.trim_end_matches('.');
    let parts = bare.split('.').count();
    let digits = bare.split('.').all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit()));
    let title = rest.trim_start().chars().next().is_some_and(|c| c.is_alphabetic() && !c.is_lowercase());
    (digits && title && parts <= 6 && !bare.starts_with('0')).then_some(parts as u8)
}

/// Whether words could be a heading: short, no full stop, a capital first, not broken off.
pub(super) fn is_title(words: &str, width: u32, full: u32) -> bool {
    if width > 120 || width * 100 > full.max(40) * 82 || width < 2 {
        return false;
    }
    let Some(first) = words.chars().find(|c| c.is_alphanumeric()) else { return false };
    let Some(last) = words.chars().next_back() else { return false };
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let digits = words.chars().filter(char::is_ascii_digit).count();
    let opened = words
        .chars()
        .next()
        .is_some_and(|c| matches!(c, '(' | '[' | '•' | '-' | '–' | '—' | '*' | '|' | '>' | '=' | '+' | '/' | '<' | '{' | '@'));
    !first.is_lowercase()
        && !opened
        && letters >= 3
        && digits * 3 <= letters
        && (last != '.' || !words.contains(char::is_lowercase) && words.contains(' '))
        && !matches!(last, ',' | ';' | ':' | '!' | ']' | '"' | '”' | '-' | '–' | '/' | '|' | '…')
        && words.split_whitespace().take(16).count() <= 14
        && !hangs(words)
        && !words.split_whitespace().any(is_url)
        && !words.contains(['=', '@'])
        && !is_keywords(words)
}

/// "Keywords: courts, windows": the line under an abstract.
fn is_keywords(words: &str) -> bool {
    const LEADS: &[&str] = &[
        "keywords",
        "key words",
        "index terms",
        "jel",
        "schlagwörter",
        "schlüsselwörter",
        "stichwörter",
        "mots-clés",
        "mots clés",
        "palabras clave",
        "parole chiave",
        "palavras-chave",
        "trefwoorden",
        "ключевые слова",
    ];
    let lead = words.split([':', '—', '–']).next().unwrap_or("").trim().to_lowercase();
    lead.len() < words.len() && LEADS.iter().any(|own| lead == *own)
}

/// Whether words are the first row of a title that goes on in the next: such a row may end anywhere.
pub(super) fn begins_title(words: &str, width: u32, full: u32) -> bool {
    let cut = words.trim_end_matches([',', ':', '-', '–']);
    let whole = if hangs(cut) { cut.rsplit_once(char::is_whitespace).map_or("", |(before, _)| before) } else { cut };
    is_title(whole, width, full)
}

/// Whether words end in one that more must follow.
pub(super) fn hangs(words: &str) -> bool {
    const HANGING: &[&str] = &[
        "the", "a", "an", "of", "and", "or", "in", "on", "to", "for", "with", "by", "at", "from", "that", "which", "is", "was", "are",
        "were", "as", "but", "be", "his", "her", "their", "its", "und", "der", "die", "das", "de", "la", "le", "et", "du", "des",
    ];
    HANGING.contains(&words.rsplit(char::is_whitespace).next().unwrap_or(""))
}

/// A row of running prose: wide, or a sentence.
pub(super) fn is_prose(row: &Row, words: &str, full: u32) -> bool {
    row.width * 100 >= full * 62 || (row.ends && words.split_whitespace().take(6).count() > 5)
}

/// Turns how each heading was told into levels without holes, 1 the highest. With each comes whether it stands right
/// under the heading before it: then it is the title of that chapter.
pub(super) fn levels(titles: &[(Title, bool)]) -> Vec<u8> {
    let has_parts = titles.iter().any(|(title, _)| matches!(title, Title::Named(Named::Part)));
    let mut last = Title::Plain;
    let mut above = 0;
    let ranks: Vec<u8> = titles
        .iter()
        .map(|&(title, under)| {
            let chapter = matches!(last, Title::Named(Named::Chapter | Named::Part));
            let owned = under && chapter && !matches!(title, Title::Named(Named::Chapter) | Title::Marked(_) | Title::Numbered(_));
            last = title;
            let rank = match title {
                _ if owned => 0,
                Title::Marked(depth) => depth,
                Title::Named(Named::Part) => 1,
                Title::Named(_) => 1 + u8::from(has_parts),
                Title::Numbered(depth) => depth + u8::from(has_parts),
                Title::Plain => 0,
            };
            if rank > 0 {
                above = rank;
            }
            // One below the last that says its depth.
            if rank == 0 { (above + 1).min(7) } else { rank }
        })
        .collect();
    let mut used: Vec<u8> = ranks.clone();
    used.sort_unstable();
    used.dedup();
    ranks.iter().map(|rank| used.partition_point(|other| other < rank) as u8 + 1).collect()
}

/// The words of a heading without the signs of Markdown.
pub(super) fn title_words(words: &str) -> &str {
    let bare = words.trim_start_matches('#');
    let is_marked = bare.len() < words.len() && bare.starts_with(' ');
    if is_marked { bare.trim().trim_end_matches('#').trim_end() } else { words }
}

/// Whether the next row can stand under a heading: it begins a sentence or another heading.
pub(super) fn begins_below(words: &str) -> bool {
    !goes_on_small(words)
        && words
            .chars()
            .next()
            .is_some_and(|c| c.is_alphanumeric() || super::labels::is_opening(c) || matches!(c, '•' | '-' | '–' | '*' | '|' | '#' | '>'))
}

fn goes_on_small(words: &str) -> bool {
    goes_on(words) && words.chars().next().is_some_and(char::is_lowercase)
}

/// A line under a title that makes it a heading in Markdown: its depth. Under prose it is a rule.
pub(super) fn underline(title: &Line, line: &Line, source: &str) -> Option<u8> {
    let words = line.text(source);
    // Over a table that begins with a rule stands its caption.
    if super::items::caption(title.text(source))
        || (title.words.start > 0 && title.gap == 0 && title.feed.is_none())
        || ends_sentence(title.text(source))
    {
        return None;
    }
    let depth = match words.as_bytes().first() {
        Some(b'=') => 1,
        Some(b'-') => 2,
        _ => return None,
    };
    let drawn = words.len() >= 3 && words.bytes().all(|byte| Some(&byte) == words.as_bytes().first());
    (drawn && line.gap == 0 && line.feed.is_none() && line.indent < 4 && title.width <= 120).then_some(depth)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles() {
        for yes in ["Main Parties in the Conflict", "2.1 Sources and methods", "What is a war?", "THE END", "THE END OF IT."] {
            assert!(is_title(yes, yes.len() as u32, 80), "{yes}");
        }
        for no in ["It ended here.", "and then", "12 May 1992", "The end of the", "www.example.org", "(a note)", "x"] {
            assert!(!is_title(no, no.len() as u32, 80), "{no}");
        }
        assert_eq!((decimal("2.1 Sources"), decimal("1. War"), decimal("1993 was"), decimal("2.1 of")), (Some(2), Some(1), None, None));
    }

    #[test]
    fn levels_have_no_holes() {
        use Title::{Marked, Numbered, Plain};
        let levels = |titles: &[Title]| levels(&titles.iter().map(|&title| (title, false)).collect::<Vec<_>>());
        assert_eq!(levels(&[Title::Named(Named::Chapter), Plain, Plain, Title::Named(Named::Prose)]), [1, 2, 2, 1]);
        assert_eq!(super::levels(&[(Title::Named(Named::Chapter), false), (Title::Named(Named::Prose), true)]), [1, 2]);
        assert_eq!(levels(&[Marked(2), Marked(4), Marked(2)]), [1, 2, 1]);
        assert_eq!(levels(&[Title::Named(Named::Part), Numbered(1), Numbered(2), Plain]), [1, 2, 3, 4]);
        assert_eq!(levels(&[Plain, Plain]), [1, 1]);
    }

    #[test]
    fn words_of_titles() {
        assert_eq!((title_words("## War ##"), title_words("#1 War"), title_words("War")), ("War", "#1 War", "War"));
    }
}
