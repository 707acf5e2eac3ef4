//! What stands in a note: references, one or several, comment, or both. A note is not cut into sentences, for a
//! reference is full of full stops; it is cut where one reference ends and another begins, which only what stands on
//! both sides can tell.

use std::ops::Range;

use super::leaning::{back, end_of_lean, hereafter, ibid, starts_back};
use super::likeness::{LONGEST, complete, has_year, is_imprint, likeness, looks_like_name, short_shape, verbs};
use super::words::{ABBREVIATIONS, ENDING_ABBREVIATIONS, INNER, SIGNALS};

/// A stretch of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its place in the note's reading text, without the words that lead to it ("see also").
    pub range: Range<usize>,
    /// What it is.
    pub kind: Kind,
    /// Names by which the note says it will be called from here on.
    pub hereafter: Vec<String>,
}

/// What a stretch of a note is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Words of the author's own.
    Comment,
    /// The reference just before.
    Ibid,
    /// A reference that leans on an earlier one in so many words.
    Back(Back),
    /// A reference by its own words; whether it is full or short, its fields tell.
    Plain,
}

/// What a reference that leans on an earlier one says about it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Back {
    /// The words before the sign: a name, a short title or both; may be empty.
    pub words: Range<usize>,
    /// The number of the note that is pointed to.
    pub note: Option<String>,
    /// Whether it points to a note further on.
    pub forward: bool,
}

/// Cuts the words of a note into references and comment, in order. White space between is in none.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let cover = Cover::of(text);
    let mut out = Vec::new();
    let mut open: Option<Range<usize>> = None;
    for (clause, joint) in clauses(text, &cover) {
        match open.take() {
            None => open = Some(clause),
            Some(left) if parts_at(text, &left, &clause, joint) => {
                let quoted = joint == Joint::Signal && text.get(clause.clone()).is_some_and(tells_where);
                close(text, left, quoted, &mut out);
                open = Some(clause);
            }
            Some(left) => open = Some(left.start..clause.end),
        }
    }
    if let Some(last) = open {
        close(text, last, false, &mut out);
    }
    out
}

/// "quoted in", "cited in": what stands before is a source, however thin, and what follows is where it was found.
fn tells_where(text: &str) -> bool {
    const WORDS: &[&str] =
        &["quoted in", "cited in", "cited from", "reprinted in", "zit. nach", "zitiert nach", "cité dans", "citado en", "citato in"];
    WORDS.iter().any(|word| starts_with_word(text, word))
}

/// A source that says little, before the words that tell where it was found: "The Miner's Almanac for 1811,".
fn thin_source(words: &str) -> bool {
    let told = words.bytes().any(|byte| byte.is_ascii_digit()) || words.contains(['“', '"', '«', '„']);
    told && starts_upper(words) && words.split_whitespace().count() <= 16 && verbs(words) == 0
}

/// Where a reference begins that a sentence leads to without a word of [`SIGNALS`]: "the list was printed by Harriet Mold, …".
/// Only a whole name with a whole reference behind it is taken for one.
fn led_in(words: &str) -> Option<usize> {
    const LEADS: &[&str] = &["in", "by", "of", "from", "is", "are", "bei", "von", "dans", "par", "por", "en", "da", "di"];
    if words.len() > LONGEST
        || !words.bytes().any(|byte| byte.is_ascii_digit())
        || looks_like_name(words)
        || starts_upper(words) && verbs(words) == 0 && !words.contains(" see ")
    {
        return None;
    }
    let mut before = "";
    let mut count = 0;
    let mut at = 0;
    for word in words.split(' ') {
        let start = at;
        at += word.len() + 1;
        count += 1;
        if count > 3 && LEADS.contains(&before) && word.starts_with(char::is_uppercase) {
            let tail = words.get(start..)?;
            let name = tail.get(..tail.find(',')?)?;
            let plain = !name.contains(|c: char| c.is_ascii_digit() || matches!(c, '(' | '['));
            let whole = plain && name.split_whitespace().count() > 1 && looks_like_name(tail) && verbs(tail) == 0;
            if whole && !complete(words.get(..start)?) && likeness(tail) >= 4 && complete(tail) {
                return Some(start);
            }
        }
        before = word;
    }
    None
}

/// What stands between two clauses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    Start,
    Semicolon,
    Stop,
    /// A word that leads to a reference, in mid-sentence.
    Signal,
}

/// What quotation marks and brackets cover: there nothing ends.
struct Cover {
    /// In order, not overlapping.
    ranges: Vec<Range<usize>>,
}

impl Cover {
    fn of(text: &str) -> Self {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        let mut at = 0;
        while let Some(offset) = text.get(at..).and_then(|rest| rest.find(['“', '«', '„', '"', '(', '['])) {
            let start = at + offset;
            let Some(rest) = text.get(start..) else { break };
            let open = rest.chars().next().unwrap_or(' ');
            let inner = start + open.len_utf8();
            let end = match open {
                '“' => closer(text, inner, &['”', '"'], '“'),
                '„' => closer(text, inner, &['“', '”'], '„'),
                '«' => closer(text, inner, &['»'], '«'),
                '"' => closer(text, inner, &['"', '”'], '\u{0}'),
                '(' => closer(text, inner, &[')'], '('),
                _ => closer(text, inner, &[']'], '['),
            };
            match end {
                Some(end) => {
                    ranges.push(start..end);
                    at = end;
                }
                // Never closed: it covers nothing.
                None => at = inner,
            }
        }
        Self { ranges }
    }

    fn covers(&self, at: usize) -> bool {
        let next = self.ranges.partition_point(|range| range.start <= at);
        next.checked_sub(1).and_then(|i| self.ranges.get(i)).is_some_and(|range| at < range.end)
    }
}

/// Right behind what closes the bracket or quotation that opens before `from`; within reach, for a lost mark must not
/// swallow the note.
fn closer(text: &str, from: usize, closers: &[char], opener: char) -> Option<usize> {
    const REACH: usize = 600;
    let mut depth = 0usize;
    for (offset, c) in text.get(from..)?.char_indices() {
        if offset > REACH {
            return None;
        }
        if closers.contains(&c) {
            if depth == 0 {
                return Some(from + offset + c.len_utf8());
            }
            depth -= 1;
        } else if c == opener {
            depth += 1;
        }
    }
    None
}

/// Where a reference may end and another begin, with what stands there.
fn clauses(text: &str, cover: &Cover) -> Vec<(Range<usize>, Joint)> {
    let mut cuts: Vec<(usize, usize, Joint)> = Vec::new();
    for (at, c) in text.char_indices() {
        match c {
            ';' if !cover.covers(at) => cuts.push((at, at + 1, Joint::Semicolon)),
            '.' | '?' | '!' if !cover.covers(at) && ends_clause(text, at) => cuts.push((at + 1, at + 1, Joint::Stop)),
            '”' | '"' | '’' if stop_inside(text, at) && !cover.covers(at + c.len_utf8()) => {
                cuts.push((at + c.len_utf8(), at + c.len_utf8(), Joint::Stop));
            }
            _ => {}
        }
    }
    for at in inner_signals(text, cover) {
        cuts.push((at, at, Joint::Signal));
    }
    cuts.sort_by_key(|&(end, ..)| end);
    let mut out = Vec::new();
    let (mut start, mut joint) = (0, Joint::Start);
    for (end, next, kind) in cuts.into_iter().chain([(text.len(), text.len(), Joint::Stop)]) {
        let clause = trimmed(text, start..end.max(start));
        if !clause.is_empty() {
            out.push((clause, joint));
            joint = kind;
        } else if out.is_empty() {
            joint = Joint::Start;
        }
        start = next.max(start);
    }
    out
}

/// Whether the closing mark at `at` follows a full stop that ends a sentence: "…as a whole.” See also".
fn stop_inside(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or("");
    let after = text.get(at..).unwrap_or("").trim_start_matches(['”', '"', '’']);
    before.ends_with(['.', '?', '!'])
        && after.starts_with(char::is_whitespace)
        && starts_upper(after.trim_start())
        && signal(after.trim_start()) > 0
}

/// Whether the stop at byte `at` can end a reference or a sentence, and is not that of an abbreviation.
fn ends_clause(text: &str, at: usize) -> bool {
    let after = text.get(at + 1..).unwrap_or("");
    let next = after.trim_start();
    if next.len() == after.len() || next.is_empty() {
        return false;
    }
    if !starts_upper(next) && signal(next) == 0 && ibid(next).is_none() {
        return false;
    }
    let before = text.get(..at).unwrap_or("");
    let word_start = before
        .rfind(|c: char| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"' | '«'))
        .map_or(0, |i| i + before.get(i..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    let word = before.get(word_start..).unwrap_or("");
    let Some(last) = word.chars().next_back() else { return false };
    if last.is_ascii_digit() || matches!(last, ')' | ']' | '”' | '"' | '»' | '’') || word.contains("//") {
        return true;
    }
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    let lower = bare.to_lowercase();
    // Behind ibid. or "f." a new sentence can begin, and a leading word says that one does.
    let leads = signal(next) > 0;
    if ENDING_ABBREVIATIONS.contains(&lower.as_str()) {
        return leads || looks_like_name(next);
    }
    if word.contains('.') || bare.chars().count() < 3 || ABBREVIATIONS.contains(&lower.as_str()) {
        return leads && bare.chars().count() > 1 && starts_upper(next);
    }
    let capital = bare.starts_with(char::is_uppercase);
    leads || !capital || bare.chars().count() >= 5
}

/// The letters that words of [`SIGNALS`] begin with.
const LEADING: &str = "abcdefhqrstvwzABCDEFHQRSTVWZ";

/// How many bytes at the start of `text` lead to a reference: "See also ". Zero without.
pub(super) fn signal(text: &str) -> usize {
    let mut at = 0;
    loop {
        let rest = text.get(at..).unwrap_or("");
        let long = rest.len() - rest.trim_start_matches([' ', ',', ':', '(', '\u{a0}']).len();
        let lead = if at == 0 { 0 } else { long };
        let rest = rest.get(lead..).unwrap_or("");
        if !rest.starts_with(|c| LEADING.contains(c)) {
            break;
        }
        let found = SIGNALS.iter().filter(|word| starts_with_word(rest, word)).map(|word| word.len()).max();
        match found {
            Some(len) => at += lead + len,
            None => break,
        }
    }
    let rest = text.get(at..).unwrap_or("");
    if at == 0 { 0 } else { at + rest.len() - rest.trim_start_matches([' ', ',', ':', '\u{a0}']).len() }
}

/// Whether `text` starts with `word`, given in small letters, and the word ends there.
#[inline]
pub(super) fn starts_with_word(text: &str, word: &str) -> bool {
    // Most words fall here, and there are many to try.
    match (text.as_bytes().first(), word.as_bytes().first()) {
        (Some(a), Some(b)) => (a.to_ascii_lowercase() == *b || !a.is_ascii()) && is_word_at(text, word),
        _ => false,
    }
}

fn is_word_at(text: &str, word: &str) -> bool {
    // Letters of another length in capitals do not occur in these words.
    let Some(head) = text.get(..word.len()) else { return false };
    let same = head.eq_ignore_ascii_case(word) || (!head.is_ascii() && head.chars().flat_map(char::to_lowercase).eq(word.chars()));
    let goes_on = |rest: &str| rest.starts_with(|c: char| c.is_alphanumeric() || c == '’' || c == '\'');
    same && !(word.ends_with(char::is_alphanumeric) && text.get(word.len()..).is_some_and(goes_on))
}

/// Where such words stand, small-lettered, before a capital, a quotation mark or an ibid.
fn inner_signals(text: &str, cover: &Cover) -> Vec<usize> {
    let mut out = Vec::new();
    for (at, _) in text.match_indices([' ', '(', '[']) {
        let start = at + 1;
        let Some(rest) = text.get(start..) else { continue };
        if !rest.starts_with(['s', 'q', 'c', 'r', 'v', 'z']) {
            continue;
        }
        let Some(word) = INNER.iter().find(|word| starts_with_word(rest, word) && rest.starts_with(**word)) else { continue };
        // Within brackets only right behind the opening one; within a quotation never.
        if cover.covers(at) && !text.get(at..).is_some_and(|rest| rest.starts_with(['(', '['])) {
            continue;
        }
        let lead = signal(rest).max(word.len());
        // "as cited in note 1" leans on that note.
        let behind = rest.get(word.len()..).unwrap_or("").trim_start();
        if ["note", "notes", "n.", "n", "fn", "footnote", "anm."].iter().any(|word| starts_with_word(behind, word)) {
            continue;
        }
        let next = rest.get(lead..).unwrap_or("").trim_start_matches([' ', ',', ':']);
        if starts_upper(next) || ibid(next).is_some() || starts_back(next) {
            out.push(start);
        }
    }
    out
}

fn starts_upper(text: &str) -> bool {
    let mut chars = text.chars();
    match chars.next() {
        Some(c) if c.is_uppercase() => true,
        Some('“' | '"' | '«' | '„' | '‘' | '\'' | '[') => true,
        Some(_) => {
            particle(text.split(' ').next().unwrap_or(""))
                && text.split(' ').nth(1).is_some_and(|word| word.starts_with(char::is_uppercase))
        }
        None => false,
    }
}

pub(super) fn particle(word: &str) -> bool {
    matches!(
        word,
        "van"
            | "von"
            | "de"
            | "der"
            | "den"
            | "du"
            | "da"
            | "di"
            | "del"
            | "della"
            | "des"
            | "le"
            | "la"
            | "ten"
            | "ter"
            | "zu"
            | "af"
            | "al"
            | "bin"
            | "ibn"
            | "dos"
            | "do"
            | "y"
            | "e"
    )
}

/// Whether what stands left and right of a joint are two things.
fn parts_at(text: &str, left: &Range<usize>, right: &Range<usize>, joint: Joint) -> bool {
    let (a, b) = (text.get(left.clone()).unwrap_or(""), text.get(right.clone()).unwrap_or(""));
    let leads = signal(b);
    let words = b.get(leads..).unwrap_or("");
    if joint == Joint::Signal {
        return true;
    }
    if ibid(words).is_some() || starts_back(words) {
        return true;
    }
    if leads == 0 && is_imprint(words) {
        return false;
    }
    let left_words = a.get(signal(a)..).unwrap_or("");
    // What stands left grows from joint to joint; how it begins and how it ends is all that counts.
    let head = left_words.get(..left_words.floor_char_boundary(LONGEST)).unwrap_or(left_words);
    let tail = left_words.get(left_words.ceil_char_boundary(left_words.len().saturating_sub(LONGEST))..).unwrap_or(left_words);
    let (la, lb) = (likeness(head), likeness(words));
    let whole = complete(tail);
    match joint {
        Joint::Semicolon => {
            (whole && lb >= 2)
                || (leads > 0 && lb >= 1)
                || (whole && lb <= 0 && words.split_whitespace().count() > 5)
                || (short_shape(left_words) && short_shape(words))
                || (la <= 0 && lb >= 3)
        }
        _ => {
            let real = leads > 0
                && !matches!(
                    b.get(..leads).unwrap_or("").trim().to_lowercase().as_str(),
                    "and" | "with" | "also" | "compare" | "contrast" | "accord"
                );
            (real && lb >= 1)
                || (whole && lb >= 3 && looks_like_name(words))
                || (whole && lb <= 0 && verbs(words) > 0)
                || (la <= 0 && lb >= 3)
        }
    }
}

/// Makes pieces of what belongs together.
fn close(text: &str, range: Range<usize>, quoted: bool, out: &mut Vec<Piece>) {
    let whole = trimmed(text, range);
    let words = text.get(whole.clone()).unwrap_or("");
    let lead = signal(words);
    // "And", "also" and the like lead only where something follows that is a reference.
    let start = if likeness(words.get(lead..).unwrap_or("")) >= 1 { whole.start + lead } else { whole.start };
    let mut range = trimmed(text, start..whole.end);
    // A reference in brackets is without them.
    if text.get(range.clone()).is_some_and(|words| words.ends_with(')') && words.matches(')').count() > words.matches('(').count()) {
        range.end -= 1;
    }
    let words = text.get(range.clone()).unwrap_or("");
    if words.is_empty() {
        return;
    }
    if let Some(begins) = led_in(words) {
        let comment = trimmed(text, range.start..range.start + begins);
        out.push(Piece { range: comment, kind: Kind::Comment, hereafter: Vec::new() });
        return close(text, range.start + begins..range.end, quoted, out);
    }
    let hereafter = hereafter(words);
    let end = end_of_reference(words);
    let kind = if let Some(len) = ibid(words) {
        range.end = range.start + end_of_lean(words, len);
        Kind::Ibid
    } else if let Some(found) = back(words) {
        let by = range.start;
        range.end = range.start + end_of_lean(words, found.end);
        Kind::Back(Back { words: found.words.start + by..found.words.end + by, note: found.note, forward: found.forward })
    } else if !points_to_text(words) && (likeness(words.get(..end).unwrap_or(words)) >= 2 || quoted && thin_source(words)) {
        range.end = range.start + end;
        Kind::Plain
    } else {
        Kind::Comment
    };
    out.push(Piece { range: trimmed(text, range), kind, hereafter });
}

/// "supra text accompanying note 7", "infra Part II", "see chapter 3 above": this very text, and no source.
fn points_to_text(words: &str) -> bool {
    #[rustfmt::skip]
    const LEADS: &[&str] = &["supra", "infra", "above", "below", "chapter", "part", "section", "text", "table", "figure", "appendix", "oben", "unten", "kapitel", "chapitre"];
    let first = LEADS.iter().find(|lead| starts_with_word(words, lead));
    first.is_some_and(|_| words.split_whitespace().count() <= 12 && !has_year(words) && !words.contains(['“', '"', '«']))
}

/// Where a word in small letters follows a page: "30, prints it", "30 has more".
fn turns_behind_page(words: &str) -> Option<usize> {
    #[rustfmt::skip]
    const PARTS: &[&str] = &["and", "n", "nn", "note", "notes", "at", "in", "ed", "eds", "edn", "trans", "vol", "vols", "no", "nos", "rev", "p", "pp", "f", "ff", "fig", "bd", "nr", "hrsg", "hier", "et", "und", "esp", "with", "cited", "quoted", "accessed", "here", "ch", "see", "cf", "table", "dans", "y", "e", "fn", "repr", "ser", "col", "fol", "aufl", "s", "para", "sec", "av", "bk", "pt", "pl", "available", "retrieved", "last"];
    for (at, _) in words.match_indices(", ") {
        let before = words.get(..at)?;
        let number = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '–' | '-')).len();
        if !(1..=9).contains(&number) || !before.get(..at - number).is_some_and(|rest| rest.ends_with([' ', '.'])) {
            continue;
        }
        let after = words.get(at + 2..)?;
        let word = after.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
        if word.starts_with(char::is_lowercase) && !PARTS.contains(&word) && !particle(word) {
            return Some(at);
        }
    }
    None
}

/// Where the reference in `words` ends and what is said about it begins: ", who argues", "(arguing that".
fn end_of_reference(words: &str) -> usize {
    const BEHIND_COMMA: &[&str] =
        &["who ", "which ", "where ", "arguing ", "noting ", "suggesting ", "claiming ", "for a ", "for the ", "on the "];
    #[rustfmt::skip]
    const IN_BRACKETS: &[&str] = &[
        "arguing ", "noting ", "discussing ", "describing ", "explaining ", "holding ", "stating ", "finding ", "emphasis ", "my ", "quoting ", "citing ",
        "concluding ", "suggesting ", "observing ", "asserting ", "rejecting ",
    ];
    let turns = words.match_indices([',', '(', '[']).filter(|&(at, mark)| {
        let rest = words.get(at + 1..).unwrap_or("");
        match mark {
            "," => rest.strip_prefix(' ').is_some_and(|rest| BEHIND_COMMA.iter().any(|turn| rest.starts_with(turn))),
            _ => IN_BRACKETS.iter().any(|turn| rest.starts_with(turn)),
        }
    });
    let turns = turns.map(|(at, _)| at).chain(turns_behind_page(words));
    let ends = turns.filter(|&at| complete(words.get(..at).unwrap_or(""))).min();
    ends.map_or(words.len(), |at| words.get(..at).unwrap_or("").trim_end().len())
}

/// `range` without white space at its ends, and without what only parts it from others.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let words = text.get(range.clone()).unwrap_or("");
    let start = range.start + (words.len() - words.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ';' | ',')).len());
    let mut end = range.start + words.trim_end().len();
    // What only leads on to the next is no part of this one.
    for joint in ["; and", ", and", "; but", ", but", "; et", "; und"] {
        if words.trim_end().ends_with(joint) {
            end -= joint.len();
        }
    }
    start.min(end)..end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(note: &str, expected: &[&str]) {
        let found: Vec<String> = pieces(note)
            .into_iter()
            .map(|piece| {
                let words = &note[piece.range.clone()];
                match piece.kind {
                    Kind::Comment => format!("# {words}"),
                    Kind::Ibid => format!("= {words}"),
                    Kind::Back(back) => {
                        let number = back.note.map_or(String::new(), |note| format!("{note}: "));
                        format!("< {number}{}|{words}", &note[back.words])
                    }
                    Kind::Plain => words.to_owned(),
                }
            })
            .collect();
        assert_eq!(found, expected, "{note}");
    }

    #[test]
    fn one_reference() {
        check(
            "Dov Lynch, Russian Strategies in the CIS: Cases of X, (USA: St. Martin’s Press, 2000), 150.",
            &["Dov Lynch, Russian Strategies in the CIS: Cases of X, (USA: St. Martin’s Press, 2000), 150."],
        );
        check(
            "K. Abdi & C. Barn, Accord; Politics of Compromise: The Process, (London, CR, 2001) 33-35.",
            &["K. Abdi & C. Barn, Accord; Politics of Compromise: The Process, (London, CR, 2001) 33-35."],
        );
        check(
            "J.Berco & Richard Jack, Current Developments: assessing the relevance of mediation. Cambridge Review of Affairs, 2001. Accessed 25/04/2015",
            &[
                "J.Berco & Richard Jack, Current Developments: assessing the relevance of mediation. Cambridge Review of Affairs, 2001. Accessed 25/04/2015",
            ],
        );
        check("UN Security Council, Report by President,", &["UN Security Council, Report by President,"]);
        check("Smith v. Jones, 410 U.S. 113, 120 (1973).", &["Smith v. Jones, 410 U.S. 113, 120 (1973)."]);
    }

    #[test]
    fn leaning() {
        check("Ibid", &["= Ibid"]);
        check("Ibid., 34-36.", &["= Ibid., 34-36"]);
        check("Id. at 45.", &["= Id. at 45"]);
        check("See ibid., p. 12; Jones, Peace, 3.", &["= ibid., p. 12", "Jones, Peace, 3."]);
        check("Smith, op. cit., p. 12.", &["< Smith|Smith, op. cit., p. 12"]);
        check("Smith, supra note 7, at 12.", &["< 7: Smith|Smith, supra note 7, at 12"]);
        check("Smith (n 7) 12.", &["< 7: Smith|Smith (n 7) 12"]);
        check("Müller, a.a.O., S. 45.", &["< Müller|Müller, a.a.O., S. 45"]);
        check("Ebd., S. 45 f.", &["= Ebd., S. 45 f."]);
        check("Ibid., xiv.", &["= Ibid., xiv."]);
        check("Ibid., ill.", &["= Ibid."]);
        check("Wald, a.a.O. (Anm. 1), S. 31.", &["< 1: Wald|Wald, a.a.O. (Anm. 1), S. 31"]);
        check("Groat, op. cit. supra, p. 40.", &["< Groat|Groat, op. cit. supra, p. 40"]);
        check("Véase nota 1, p. 50.", &["< 1: |nota 1, p. 50"]);
        check("Rossi, La guerra, cit., p. 3.", &["< Rossi, La guerra|Rossi, La guerra, cit., p. 3"]);
        check("Smith, above, n. 7, p. 3", &["< 7: Smith|Smith, above, n. 7, p. 3"]);
    }

    #[test]
    fn several() {
        check(
            "John Smith, The War (London: Mill, 1999), 12; Ann Jones, Peace (Paris: Seuil, 2001), 4.",
            &["John Smith, The War (London: Mill, 1999), 12", "Ann Jones, Peace (Paris: Seuil, 2001), 4."],
        );
        check("See Smith, War, 12; see also Jones, Peace, 4.", &["Smith, War, 12", "Jones, Peace, 4."]);
        check("Smith, War, 12, quoted in Jones, Peace, 4.", &["Smith, War, 12,", "Jones, Peace, 4."]);
        check("Smith, War, 12. See also Jones, Peace, 4.", &["Smith, War, 12.", "Jones, Peace, 4."]);
    }

    #[test]
    fn comment() {
        check("This was not known at the time.", &["# This was not known at the time."]);
        check("The strike was lost. See Smith, War, 12.", &["# The strike was lost.", "Smith, War, 12."]);
        check(
            "For a different view, see Ann Jones, Peace (Paris: Seuil, 2001), 4.",
            &["# For a different view,", "Ann Jones, Peace (Paris: Seuil, 2001), 4."],
        );
        check(
            "John Smith, The War (London: Mill, 1999), 12. He does not say who began it.",
            &["John Smith, The War (London: Mill, 1999), 12.", "# He does not say who began it."],
        );
        check("See supra text accompanying note 7.", &["# supra text accompanying note 7."]);
        check(
            "the list itself was printed by Harriet Mold, “A Beadle’s Day,” Vale Notes 3 (1911): 9.",
            &["# the list itself was printed by", "Harriet Mold, “A Beadle’s Day,” Vale Notes 3 (1911): 9."],
        );
        check(
            "It was used by White (1984), Newey and West (1987) and by Andrews (1991).",
            &["# It was used by White (1984), Newey and West (1987) and by Andrews (1991)."],
        );
    }

    #[test]
    fn second_hand() {
        check("The Almanac for 1811, cited in Sayle, Lead, 64.", &["The Almanac for 1811,", "Sayle, Lead, 64."]);
        check("Quoted in Sayle, Lead, 64.", &["Sayle, Lead, 64."]);
        check("Oakes, as cited in note 1, p. 9.", &["< 1: Oakes, as|Oakes, as cited in note 1, p. 9"]);
    }
}
