//! What a sentence looks like: whether it is one at all, and how much of it is figures and signs.

use super::lists::unlisted;

/// What a sentence looks like, apart from its words.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Looks {
    /// It begins and ends like one, and has words enough.
    pub sentence: bool,
    /// It ends in a question mark.
    pub question: bool,
    /// It is given a name: "(H1)", "(Hypothesis 2)".
    pub labelled: bool,
    /// It begins with a quotation mark, or ends in a question with one.
    pub quoted: bool,
    /// It ends in a colon, or goes over into something.
    pub open: bool,
    /// How many figures it has.
    pub figures: usize,
    /// How many signs of formulas.
    pub signs: usize,
    /// Characters that belong to code and addresses.
    pub code: bool,
    /// Another sentence begins in it: the line between the two was not seen.
    pub several: bool,
}

/// Whether most longer words begin with capitals, as in a title or a list of names.
fn titled(words: &str) -> bool {
    let long = || words.split_whitespace().skip(1).filter(|word| word.chars().count() > 3 && word.starts_with(char::is_alphabetic));
    let capitals = long().filter(|word| word.starts_with(char::is_uppercase)).count();
    // German writes all nouns with capitals.
    let german = words.ends_with(['.', '?']) && words.split_whitespace().any(|word| GERMAN.contains(&word));
    capitals * 10 > long().count() * 7 && capitals > 2 && !german
}

/// Small words of German sentences.
const GERMAN: &[&str] = &["der", "die", "das", "und", "den", "dem", "des", "ist", "war", "wird"];

/// Whether a full stop, perhaps with the number of a note, stands before a capital after a word long enough to end a
/// sentence.
fn several(words: &str) -> bool {
    let all: Vec<&str> = words.split_whitespace().collect();
    all.windows(2).any(|pair| {
        let [word, next] = pair else { return false };
        let bare = word.trim_end_matches(|c: char| c.is_ascii_digit() || ",–-)]”\"’".contains(c));
        let ends = bare.ends_with(['.', '?', '!']) && bare.len() > 5 && bare.chars().rev().skip(1).take(4).all(char::is_lowercase);
        ends && next.starts_with(char::is_uppercase) && next.len() > 1
    })
}

impl Looks {
    /// What `words` look like.
    pub fn of(words: &str) -> Self {
        let bare = unlisted(words);
        let end = words.trim_end_matches(['"', '”', '’', '\'', ')', ']', ' ', '*', '»']);
        let first = bare.chars().next().unwrap_or(' ');
        let (mut letters, mut all, mut formula) = (0, 0, 0);
        for c in words.chars() {
            all += 1;
            match c {
                'a'..='z' | 'A'..='Z' | ' ' => letters += 1,
                _ if "=<>≤≥±∈∑∏√∞≈×≡→∀|_{}\\^~%§µΣΘαβγδεθλμπρσφωτ".contains(c) => {
                    formula += 1;
                    letters += usize::from(c.is_alphabetic());
                }
                _ => letters += usize::from(c.is_alphabetic()),
            }
        }
        let long = words.split_whitespace().filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 2).count();
        let ends = end.ends_with(['.', '?', '!', ':', ';', '…']) || end.len() > 40 && !end.ends_with(',');
        Self {
            sentence: !titled(words)
                && (first.is_uppercase() || "\"“‘„«'¿".contains(first))
                && ends
                && letters * 100 >= all.max(1) * 72
                && long >= 3,
            question: end.ends_with('?') && !end.ends_with("??"),
            quoted: "\"“‘„«".contains(first) || words.trim_end().ends_with(['"', '”', '’', '\'', '»']) && end.ends_with('?'),
            open: end.ends_with(':') || !end.ends_with(['.', '?', '!', '…', ';']),
            figures: words
                .split_whitespace()
                .filter(|word| {
                    word.starts_with(|c: char| c.is_ascii_digit() || "(±€$£−-".contains(c)) && word.contains(|c: char| c.is_ascii_digit())
                })
                .count(),
            signs: words.split_whitespace().filter(|word| word.find('(').is_some_and(|at| (1..4).contains(&at))).count() + formula,
            several: several(words),
            labelled: ["(H1", "(H2", "(H3", "(H4", "(H5", "(H6", "(Hypothesis "].iter().any(|name| words.contains(name)),
            code: ["http", "www.", "()", "::", "<-", "://", "{", "@", "=="].iter().any(|sign| words.contains(sign)),
        }
    }

    /// What that counts for a claim.
    pub fn points(&self) -> i32 {
        let mut points = 0;
        if self.open {
            points -= 22;
        }
        if self.quoted {
            points -= 14;
        }
        if self.code {
            points -= 22;
        }
        if self.several {
            points -= 25;
        }
        points -= i32::try_from(self.signs.min(5)).unwrap_or_default() * 5;
        points - i32::try_from(self.figures.saturating_sub(1).min(5)).unwrap_or_default() * 5
    }
}
