//! Whether the words at a place are those that were quoted. The quote is the reading text: lines joined, hyphens
//! mended, markers left out. What the reading text is depends on how the structure of the text was understood, and
//! that gets better from version to version, so the two are compared by what no understanding changes.

/// One character of the source that is not white space.
struct Atom {
    c: char,
    /// Where reading may go on when this one, or the run it begins, is in no quote; its own index when it must be.
    or_at: usize,
}

/// How many readings of one text are followed at once. Each marker that might be left out doubles them at worst, but
/// they meet again; a table of single digits would make thousands.
const READINGS: usize = 64;

/// Whether `quote` is what one reads in `parts`, the words of each part of a place: but for white space, for hyphens
/// at line ends, soft hyphens, and for the markers of notes, which stand in the source and may not stand in the quote.
pub fn same_words(parts: &[&str], quote: &str) -> bool {
    let solid = |c: &char| !c.is_whitespace() && *c != '\u{ad}';
    if parts.iter().flat_map(|part| part.chars()).filter(solid).eq(quote.chars().filter(solid)) {
        return true;
    }
    let atoms = atoms(parts);
    let mut readings = vec![0];
    leave_out(&mut readings, &atoms);
    for wanted in quote.chars().filter(solid) {
        readings.retain_mut(|at| {
            let fits = atoms.get(*at).is_some_and(|atom| atom.c == wanted);
            *at += 1;
            fits
        });
        leave_out(&mut readings, &atoms);
        if readings.is_empty() {
            return false;
        }
    }
    readings.contains(&atoms.len())
}

/// Whether nearly all that is at a place is quoted, in whatever order: for a text that has not changed since, in
/// which only the understanding of notes and page furniture can have.
pub(super) fn same_letters(parts: &[&str], quote: &str) -> bool {
    let letters = |text: &str| {
        let mut all: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
        all.sort_unstable();
        all
    };
    let here = letters(&parts.concat());
    let quoted = letters(quote);
    let mut rest = here.iter();
    !quoted.is_empty() && quoted.len() * 2 >= here.len() && quoted.iter().all(|c| rest.any(|other| other == c))
}

/// Adds to each reading those that leave out the marker, or the markers, it has come to.
fn leave_out(readings: &mut Vec<usize>, atoms: &[Atom]) {
    let mut next = 0;
    while let Some(&at) = readings.get(next) {
        next += 1;
        if let Some(atom) = atoms.get(at)
            && atom.or_at != at
            && !readings.contains(&atom.or_at)
            && readings.len() < READINGS
        {
            readings.push(atom.or_at);
        }
    }
}

fn atoms(parts: &[&str]) -> Vec<Atom> {
    let mut atoms: Vec<Atom> = Vec::with_capacity(parts.iter().map(|part| part.len()).sum());
    for part in parts {
        let chars: Vec<char> = part.chars().filter(|&c| c != '\u{ad}').collect();
        let mut at = 0;
        while let Some(&c) = chars.get(at) {
            if c.is_whitespace() {
                at += 1;
                continue;
            }
            let (run, may_go) = run_at(&chars, at);
            let first = atoms.len();
            let solid = chars.iter().skip(at).take(run).filter(|c| !c.is_whitespace());
            atoms.extend(solid.enumerate().map(|(i, &c)| Atom { c, or_at: first + i }));
            let after = atoms.len();
            if let Some(atom) = atoms.get_mut(first)
                && may_go
            {
                atom.or_at = after;
            }
            at += run;
        }
    }
    atoms
}

/// How many characters from `at` on belong together, and whether they may be missing in a quote: a marker, a hyphen
/// that only breaks a word. A number goes whole or not at all, so that 24 is not found in 240.
fn run_at(chars: &[char], at: usize) -> (usize, bool) {
    let count = |is: fn(char) -> bool, from: usize| chars.iter().skip(from).take_while(|c| is(**c)).count();
    match chars.get(at).copied().unwrap_or(' ') {
        '-' | '\u{2010}' => (1, chars.get(at + 1).is_none_or(|next| next.is_whitespace())),
        c if c.is_ascii_digit() => {
            let digits = count(|c| c.is_ascii_digit(), at);
            // No note has a number of five digits.
            (digits, digits <= 4)
        }
        c if is_superscript(c) => (count(is_superscript, at), true),
        c if is_sign(c) => (count(is_sign, at), true),
        open @ ('[' | '(') => {
            let inner = count(|c| c.is_ascii_digit() || is_superscript(c) || is_sign(c) || matches!(c, ',' | '-' | '–' | ' '), at + 1);
            let closed = chars.get(at + 1 + inner) == Some(&if open == '[' { ']' } else { ')' });
            if closed && (1..=12).contains(&inner) { (inner + 2, true) } else { (1, false) }
        }
        _ => (1, false),
    }
}

fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '\u{2070}'..='\u{209f}' | '\u{1d2c}'..='\u{1d6a}')
}

/// Signs of notes, and the marks of Markdown, which are read in no word.
fn is_sign(c: char) -> bool {
    matches!(c, '>' | '#' | '_' | '`' | '|' | '*' | '∗' | '†' | '‡' | '§' | '¶' | '‖')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_hyphens_and_markers_do_not_matter() {
        for (source, quote) in [
            ("There are\n24 conflicts", "There are 24 conflicts"),
            ("a frag-\nmented text", "a fragmented text"),
            ("a post-\nwar text", "a post-war text"),
            ("soft\u{ad}hyphen", "softhyphen"),
            ("conflicts.\n12\nEnd of", "conflicts. End of"),
            ("conflicts.12 End of", "conflicts. End of"),
            ("conflicts.\n1\n1999 was", "conflicts. 1999 was"),
            ("as said¹²‚ and* then† [3] there (4, 5).", "as said‚ and then there ."),
            ("note 12", "note 12"),
            ("word1\n2 more", "word more"),
            ("12", "12"),
            ("[12]", "[12]"),
        ] {
            assert!(same_words(&[source], quote), "{source:?} {quote:?}");
        }
        assert!(same_words(&["a frag-", "mented text"], "a fragmented text"));
        assert!(same_words(&["one", "two"], "one two"));
    }

    #[test]
    fn other_words_do() {
        for (source, quote) in [
            ("There are 240 conflicts", "There are 24 conflicts"),
            ("There are 24 conflicts", "There are 25 conflicts"),
            ("There are 24 conflicts", "here are 24 conflicts"),
            ("There are 24 conflicts", "There are 24 conflicts more"),
            ("There are 24 conflicts", "There are"),
            ("well-known", "wellknown"),
            ("in 20012 villages", "in 2001 villages"),
            ("", "a"),
            ("a", ""),
        ] {
            assert!(!same_words(&[source], quote), "{source:?} {quote:?}");
        }
    }

    #[test]
    fn a_page_of_digits_does_not_take_for_ever() {
        let table = "1 ".repeat(200_000);
        assert!(!same_words(&[&table], &"1".repeat(100_000).replace("11", "1 2")));
        assert!(same_words(&[&table], &table));
    }

    #[test]
    fn letters_are_compared_without_order() {
        assert!(same_letters(&["claim one\nRUNNING HEAD\nclaim two"], "claim one claim two"));
        assert!(same_letters(&["b 19992 a"], "a b 1999"));
        assert!(!same_letters(&["here are 24 conflicts i"], "There are 24 conflicts"));
        assert!(!same_letters(&["There are 24 conflicts in all of it"], "There"));
        assert!(!same_letters(&["12"], "13"));
    }
}
