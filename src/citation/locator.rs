//! Which page or section of a work is meant: "p. 12", "S. 45 f.", "360-61", "§ 4", "ch. 2". Shared by notes, by
//! reference lists and by citations in the prose, so that a page is a page everywhere.

use std::ops::Range;

/// A locator found in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Located {
    /// All of it, the word for page included.
    pub range: Range<usize>,
    /// What is kept of it: the numbers alone for pages; for all else the word too ("§ 4", "ch. 2").
    pub value: Range<usize>,
    /// Whether a word or sign says what the number counts.
    pub named: bool,
}

/// Words for page and pages: English, German, French, Spanish, Italian, Latin.
const PAGE: &[&str] = &["pages", "page", "pp", "pgs", "pg", "p", "seiten", "seite", "s", "págs", "pág", "pags", "pag", "pagg"];

/// Words for other parts of a work; these stay with their number.
const PART: &[&str] = &[
    "§§",
    "§",
    "¶¶",
    "¶",
    "paragraphs",
    "paragraph",
    "paras",
    "para",
    "sections",
    "section",
    "sect",
    "secs",
    "sec",
    "chapters",
    "chapter",
    "chaps",
    "chap",
    "chs",
    "ch",
    "lines",
    "line",
    "ll",
    "fols",
    "fol",
    "ff",
    "folios",
    "folio",
    "columns",
    "column",
    "cols",
    "col",
    "footnotes",
    "footnote",
    "fn",
    "notes",
    "note",
    "nn",
    "n",
    "articles",
    "article",
    "arts",
    "art",
    "rn",
    "rz",
    "rdnr",
    "abs",
    "kap",
    "cap",
    "anm",
    "figure",
    "fig",
    "table",
    "tab",
    "tbl",
    "book",
    "bk",
    "part",
    "pt",
    "theorem",
    "theorems",
    "thm",
    "lemma",
    "proposition",
    "prop",
    "corollary",
    "equation",
    "eq",
    "eqs",
    "appendix",
    "pars",
    "par",
    "pos",
    "loc",
    "at",
];

/// The locator with which `text` begins, white space aside.
pub(super) fn leading(text: &str) -> Option<Located> {
    let start = text.len() - text.trim_start().len();
    let (word, named) = label(text.get(start..)?);
    let digits = start + word.len;
    let numbers = numbers(text.get(digits..)?, named)?;
    let end = digits + numbers;
    let value = if word.kept { start..end } else { digits..end };
    Some(Located { range: start..end, value, named })
}

/// The locator with which `text` ends, white space and a last full stop aside: with its word, or bare behind a comma, a
/// colon, a bracket or the start.
pub(super) fn trailing(text: &str) -> Option<Located> {
    let end = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';')).len();
    let body = text.get(..end)?;
    // Walk back, word by word, over what numbers, ranges and the words between them can be.
    let mut at = body.len();
    let mut best = None;
    for _ in 0..8 {
        let head = body.get(..at)?.trim_end_matches(|c: char| c.is_whitespace() || c == ',');
        let word_start = head
            .rfind(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | ';' | '(' | ')' | '['))
            .map_or(0, |i| i + head.get(i..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
        if word_start >= head.len() {
            break;
        }
        at = word_start;
        if let Some(found) = leading(body.get(at..)?).filter(|found| at + found.range.end == body.len()) {
            let before = body.get(..at)?.trim_end();
            if found.named {
                return Some(shifted(found, at));
            }
            if before.is_empty() || before.ends_with([',', ':', ';', '(', ')', '[', ']']) {
                best = Some(shifted(found, at));
            }
        }
    }
    best
}

fn shifted(found: Located, by: usize) -> Located {
    Located { range: found.range.start + by..found.range.end + by, value: found.value.start + by..found.value.end + by, named: found.named }
}

struct Label {
    /// Bytes of it, with the white space behind.
    len: usize,
    /// Whether it says more than "page".
    kept: bool,
}

/// The word or sign before the numbers, and whether there is one.
fn label(text: &str) -> (Label, bool) {
    let bare = (Label { len: 0, kept: false }, false);
    let word_len = text.find(|c: char| !(c.is_alphabetic() || matches!(c, '§' | '¶'))).unwrap_or(text.len());
    let Some(word) = text.get(..word_len).filter(|word| !word.is_empty()) else { return bare };
    let lower = word.to_lowercase();
    let kept = match (PAGE.contains(&lower.as_str()), PART.contains(&lower.as_str())) {
        (true, _) => false,
        (_, true) => lower != "at",
        _ => return bare,
    };
    let rest = text.get(word_len..).unwrap_or("");
    let dot = rest.strip_prefix('.').unwrap_or(rest);
    let after = dot.trim_start_matches(|c: char| c.is_whitespace() || c == '.');
    // "S" alone, or "p" glued to a letter, is a name.
    // "p. A22", as newspapers count.
    let sheet = after.starts_with(|c: char| c.is_ascii_uppercase())
        && after.get(1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let number = sheet || after.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '[' | '?')) || roman(after) > 0;
    if !number {
        return bare;
    }
    (Label { len: text.len() - after.len(), kept }, true)
}

/// How many bytes of `text` are numbers and ranges of them: "12", "12–14", "12, 14 and 16", "12 f.", "xii", "24a".
fn numbers(text: &str, named: bool) -> Option<usize> {
    let mut at = number(text, named)?;
    loop {
        let rest = text.get(at..)?;
        let trimmed = rest.trim_start();
        let space = rest.len() - trimmed.len();
        // "12 ff.", "12 et seq.", "45 n. 3"
        let follow = ["ff.", "ff", "f.", "f", "et seq.", "et seqq.", "sq.", "sqq.", "passim"];
        if let Some(word) =
            follow.iter().find(|word| trimmed.strip_prefix(**word).is_some_and(|next| !next.starts_with(char::is_alphanumeric)))
        {
            at += space + word.trim_end_matches('.').len();
            break;
        }
        let dash = trimmed.chars().next().filter(|c| matches!(c, '-' | '–' | '—' | '−' | '‑' | '‐' | '/'));
        if let Some(dash) = dash {
            let behind = trimmed.get(dash.len_utf8()..)?;
            // "13--15", as typed by those who have no dash.
            let behind = behind.trim_start().trim_start_matches('-').trim_start();
            if let Some(len) = number(behind, named) {
                at = text.len() - behind.len() + len;
                continue;
            }
            break;
        }
        let joined =
            [", and ", ", ", " and ", " & ", " und ", " et ", " y ", " e ", "; "].iter().find_map(|joint| rest.strip_prefix(joint));
        if let Some(behind) = joined.filter(|_| named)
            && let Some(len) = number(behind, false).filter(|&len| len <= 4 || behind.get(..len).is_some_and(|n| n.len() <= 5))
            && !behind.get(len..).is_some_and(|next| next.starts_with(|c: char| c.is_alphanumeric() || c == '('))
            && !year_behind_page(text, at, behind)
        {
            at = text.len() - behind.len() + len;
            continue;
        }
        break;
    }
    Some(at)
}

/// Whether `behind` begins with a year where the number that ends at `at` is a shorter one: "pp. 3–4, 2001".
fn year_behind_page(text: &str, at: usize, behind: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let before = text.get(..at).map_or(0, |done| done.bytes().rev().take_while(u8::is_ascii_digit).count());
    digits(behind) == 4 && before < 4 && behind.starts_with(['1', '2'])
}

/// One number: arabic of up to five digits, with a letter behind ("24a") or before it ("A12", "e1024"), or roman behind a
/// word for page.
fn number(text: &str, named: bool) -> Option<usize> {
    let open = usize::from(named && text.starts_with('['));
    let inner = text.get(open..)?;
    let lead = usize::from(
        named
            && inner.starts_with(|c: char| c.is_ascii_alphabetic())
            && inner.get(1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())),
    );
    let digits = inner.get(lead..)?.bytes().take_while(u8::is_ascii_digit).count();
    let mut len = if (1..=5).contains(&digits) {
        let after = inner.get(lead + digits..)?;
        // "12n3": a note on that page.
        let note = after.strip_prefix('n').map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
        if (1..=3).contains(&note) && digits < 5 && !after.get(1 + note..)?.starts_with(char::is_alphanumeric) {
            return Some(lead + digits + 1 + note).filter(|_| open == 0);
        }
        let letter = after.starts_with(|c: char| c.is_ascii_lowercase())
            && !after.get(1..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric));
        lead + digits + usize::from(letter)
    } else if named {
        roman(inner)
    } else {
        0
    };
    if len == 0 {
        return None;
    }
    // "45ff" is a number with "and the following" glued to it.
    let follows = |rest: &str| rest.strip_prefix("ff").is_some_and(|next| !next.starts_with(char::is_alphanumeric));
    if inner.get(len..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric) && !follows(rest)) {
        return None;
    }
    len += open;
    if open > 0 && text.get(len..).is_some_and(|rest| rest.starts_with(']')) {
        len += 1;
    }
    Some(len)
}

/// How many bytes of `text` are a roman number of small letters that ends there, as front matter is numbered.
fn roman(text: &str) -> usize {
    let len = text.bytes().take_while(|byte| matches!(byte, b'i' | b'v' | b'x' | b'l' | b'c')).count();
    let ends = text.get(len..).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    if ends && len <= 8 { len } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_the_end() {
        #[track_caller]
        fn check(text: &str, value: Option<&str>) {
            let found = trailing(text).map(|found| text[found.value].to_owned());
            assert_eq!(found.as_deref(), value, "{text}");
        }
        check("The War, p. 12", Some("12"));
        check("(London, 2001), 16-23.", Some("16-23"));
        check("International Mediation, 360-61", Some("360-61"));
        check("(London, 2001) 33-35", Some("33-35"));
        check("Negotiation, 13, (2008): 55-72", Some("55-72"));
        check("Der Krieg, S. 45 f.", Some("45 f"));
        check("Der Krieg, S. 45ff.", Some("45ff"));
        check("pp. 12, 14 and 16", Some("12, 14 and 16"));
        check("The Law § 12", Some("§ 12"));
        check("at 45", Some("45"));
        check("supra, at 45–46.", Some("45–46"));
        check("p. xii", Some("xii"));
        check("Washington Post, p. A22.", Some("A22"));
        check("Vol 2", None);
        check("The War of 1812", None);
        check("Ibid", None);
    }
}
