//! Sentences and words of the reading text. Unicode's own sentence bounds are right for plain prose and wrong where
//! scholars abbreviate ("Ibid., p. 10", "J. M. Smith", "et al.") or put a citation behind the full stop, so those
//! places are mended here. Notes are never cut into sentences; callers ask only for prose.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use super::abbreviations::{Abbreviation, abbreviation, is_ordinal, is_spaced_abbreviation, is_starter, last_word};

/// The sentences of `text`, in order, without white space at their ends. Every character that is not white space
/// is in exactly one. What looks like a note marker or a bracketed citation behind a full stop stays with its
/// sentence.
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    sentences_around(text, &[])
}

/// Like [`sentences`], where the note markers are known: `markers` are ranges of `text`, in order. Better than
/// guessing them, so use it where there is a [`Reading`](crate::structure::Reading).
pub fn sentences_around(text: &str, markers: &[Range<usize>]) -> Vec<Range<usize>> {
    let trailers = trailers(text, markers);
    let prose = Prose::without(text, &trailers);
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open = 0;
    let ends = prose.text.split_sentence_bound_indices().flat_map(|(at, piece)| {
        let numbers = before_numbers(piece).into_iter().map(move |end| at + end);
        numbers.chain([at + piece.len()])
    });
    for end in ends {
        if end < prose.text.len() && runs_on(&prose.text, open, end) {
            continue;
        }
        let piece = prose.text.get(open..end).unwrap_or("");
        let words = piece.trim();
        if !words.is_empty() {
            let start = open + (piece.len() - piece.trim_start().len());
            found.push(prose.to_text(start)..prose.end_to_text(start + words.len()));
        }
        open = end;
    }
    take_in(&mut found, &trailers);
    found
}

/// The sentence at byte `at` of `text`; in the white space between two, the one before. Empty only where there
/// are no words. Local: it does not read the whole of a long text.
pub fn sentence_at(text: &str, at: usize) -> Range<usize> {
    let at = text.floor_char_boundary(at.min(text.len()));
    let mut reach = 2048;
    loop {
        let from = window_start(text, at.saturating_sub(reach));
        let to = window_end(text, at.saturating_add(reach));
        let all = sentences(text.get(from..to).unwrap_or(""));
        let index = all.partition_point(|range| range.start + from <= at).saturating_sub(1);
        if let Some(range) = all.get(index) {
            // The first and the last of a window may be cut; so may what the bounds after them depend on.
            let whole = (from == 0 || index > 0) && (to == text.len() || index + 2 < all.len());
            if whole || (from == 0 && to == text.len()) {
                return range.start + from..range.end + from;
            }
        } else if from == 0 && to == text.len() {
            return at..at;
        }
        reach = reach.saturating_mul(4);
    }
}

/// The word under byte `at`, or else the last before it, or else the next. Empty only where there is no word.
pub fn word_at(text: &str, at: usize) -> Range<usize> {
    let at = text.floor_char_boundary(at.min(text.len()));
    let under = text.get(at..).and_then(|rest| rest.chars().next()).map_or(at, |c| at + c.len_utf8());
    match word_before(text, under).or_else(|| word_after(text, at)) {
        Some(start) => start..word_end(text, start),
        None => at..at,
    }
}

/// Where the caret goes with Ctrl+Right: the end of the word at or after `at`; the end of the text past the last.
pub fn next_word(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at.min(text.len()));
    word_after(text, at).map_or(text.len(), |start| word_end(text, start))
}

/// Where the caret goes with Ctrl+Left: the start of the word before `at`; 0 before the first.
pub fn previous_word(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at.min(text.len()));
    word_before(text, at).unwrap_or(0)
}

fn is_word(piece: &str) -> bool {
    piece.chars().any(char::is_alphanumeric)
}

fn word_before(text: &str, at: usize) -> Option<usize> {
    text.get(..at)?.split_word_bound_indices().rev().find(|(_, piece)| is_word(piece)).map(|(start, _)| start)
}

fn word_after(text: &str, at: usize) -> Option<usize> {
    text.get(at..)?.split_word_bound_indices().find(|(_, piece)| is_word(piece)).map(|(start, _)| at + start)
}

fn word_end(text: &str, start: usize) -> usize {
    let piece = text.get(start..).and_then(|rest| rest.split_word_bounds().next());
    start + piece.map_or(0, str::len)
}

/// A place to begin a window: behind the white space at or before `at`, where one is near.
fn window_start(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at.min(text.len()));
    let near = text.floor_char_boundary(at.saturating_sub(512));
    let piece = text.get(near..at).unwrap_or("");
    piece.char_indices().rev().find(|(_, c)| c.is_whitespace()).map_or(at, |(i, c)| near + i + c.len_utf8())
}

fn window_end(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at.min(text.len()));
    let far = text.floor_char_boundary((at + 512).min(text.len()));
    let piece = text.get(at..far).unwrap_or("");
    piece.char_indices().find(|(_, c)| c.is_whitespace()).map_or(far, |(i, _)| at + i)
}

/// The text with the trailers taken out, and the way back.
struct Prose {
    text: String,
    /// For each stretch that was kept: where it starts in `text`, and in the whole text.
    kept: Vec<(usize, usize)>,
}

impl Prose {
    fn without(text: &str, trailers: &[Range<usize>]) -> Self {
        let mut prose = Prose { text: String::with_capacity(text.len()), kept: Vec::with_capacity(trailers.len() + 1) };
        let mut at = 0;
        for next in trailers.iter().cloned().chain(std::iter::once(text.len()..text.len())) {
            if let Some(piece) = text.get(at..next.start).filter(|piece| !piece.is_empty()) {
                // "hired.2Men": without the marker the stop would stand within a word.
                let ended = prose.text.ends_with(|c: char| is_terminator(c) || is_closer(c));
                if ended && piece.starts_with(char::is_uppercase) {
                    prose.text.push(' ');
                }
                prose.kept.push((prose.text.len(), at));
                prose.text.push_str(piece);
            }
            at = next.end.max(at);
        }
        prose
    }

    fn to_text(&self, at: usize) -> usize {
        let i = self.kept.partition_point(|&(start, _)| start <= at);
        self.kept.get(i.saturating_sub(1)).map_or(at, |&(start, whole)| whole + (at - start))
    }

    fn end_to_text(&self, at: usize) -> usize {
        let i = self.kept.partition_point(|&(start, _)| start < at);
        self.kept.get(i.saturating_sub(1)).map_or(at, |&(start, whole)| whole + (at - start))
    }
}

/// Gives each trailer to the sentence before it, or to the first where none is before it.
fn take_in(found: &mut Vec<Range<usize>>, trailers: &[Range<usize>]) {
    let mut owner = 0;
    for trailer in trailers.iter().filter(|trailer| !trailer.is_empty()) {
        while found.get(owner + 1).is_some_and(|next| next.start < trailer.end) {
            owner += 1;
        }
        match found.get_mut(owner) {
            Some(range) => {
                range.start = range.start.min(trailer.start);
                range.end = range.end.max(trailer.end);
            }
            None => found.push(trailer.clone()),
        }
    }
}

/// What stays with the sentence before it and must not hide its end: the known markers, or what looks like one,
/// and citations in brackets behind a full stop. In order, apart from each other.
fn trailers(text: &str, markers: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut known = joined(text, markers).into_iter().peekable();
    let mut all: Vec<Range<usize>> = Vec::new();
    let mut done = 0;
    let mut at = 0;
    for (i, c) in text.char_indices() {
        while let Some(marker) = known.next_if(|marker| marker.start <= i) {
            if marker.start >= done {
                done = marker.end;
                all.push(marker);
            }
        }
        if i < at || i < done || !is_terminator(c) {
            continue;
        }
        // Several in a row: a marker, then a citation in brackets.
        at = after_closers(text, i + c.len_utf8());
        if let Some(space) = space_before_quote(text, at).filter(|range| known.peek().is_none_or(|marker| range.end <= marker.start)) {
            at = after_closers(text, space.end);
            done = space.end;
            all.push(space);
        }
        loop {
            if let Some(marker) = known.next_if(|marker| marker.start <= at && at < marker.end) {
                at = marker.end;
                done = at;
                all.push(marker);
                continue;
            }
            match guess(text, i, at, markers.is_empty()).filter(|range| known.peek().is_none_or(|marker| range.end <= marker.start)) {
                Some(range) if range.start >= done && range.start < range.end => {
                    at = range.end;
                    done = at;
                    all.push(range);
                }
                _ => break,
            }
        }
    }
    all
}

/// The white space that French puts between a stop at `at` and the quotation mark that closes: "le vent ! »".
fn space_before_quote(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let closed = rest.trim_start().strip_prefix(['»', '›'])?;
    let space = rest.len() - rest.trim_start().len();
    (space > 0 && !closed.starts_with(char::is_alphanumeric)).then_some(at..at + space)
}

/// The known markers; several at one place ("5, 6") as one, with what stands between them.
fn joined(text: &str, markers: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::with_capacity(markers.len());
    for marker in markers.iter().filter(|marker| marker.start < marker.end && text.get((*marker).clone()).is_some()) {
        let between = all.last().and_then(|last| text.get(last.end..marker.start));
        match all.last_mut() {
            Some(last) if between.is_some_and(|between| matches!(between, "" | "," | ", " | ";" | "; ")) => last.end = marker.end,
            _ => all.push(marker.clone()),
        }
    }
    all
}

fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।')
}

pub(super) fn is_closer(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '›' | ')' | ']' | '}' | '“' | '」' | '』' | '）')
}

fn is_superscript(c: char) -> bool {
    matches!(c, '¹' | '²' | '³' | '⁰' | '⁴'..='⁹')
}

fn after_closers(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    at + rest.chars().take_while(|&c| is_closer(c) || is_terminator(c)).map(char::len_utf8).sum::<usize>()
}

/// A trailer that begins at `at`, behind the full stop at `stop` and its closing quotes.
fn guess(text: &str, stop: usize, at: usize, marks: bool) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let first = rest.chars().next()?;
    if marks {
        let length: usize = match first {
            c if is_superscript(c) => {
                rest.chars().take_while(|&c| is_superscript(c) || matches!(c, '\u{2009}' | '\u{202f}')).map(char::len_utf8).sum()
            }
            '*' | '†' | '‡' => rest.chars().take_while(|&c| matches!(c, '*' | '†' | '‡')).map(char::len_utf8).sum(),
            '[' if rest.starts_with("[^") => rest.bytes().take(64).position(|byte| byte == b']')? + 1,
            c if c.is_ascii_digit() && number_is_marker(text, stop) => {
                let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
                if digits > 3 {
                    return None;
                }
                digits
            }
            _ => 0,
        };
        let next = rest.get(length..)?.chars().next();
        if length > 0 && next.is_none_or(|c| c.is_whitespace() || is_closer(c) || c == '(' || c == '[') {
            return Some(at..at + length);
        }
    }
    let space: usize = rest.chars().take_while(|c| c.is_whitespace()).map(char::len_utf8).sum();
    let length = citation_length(rest.get(space..)?)?;
    Some(at + space..at + space + length)
}

/// Whether digits glued to the full stop at `stop` can only be a marker: not "3.2", "p.10", "No.2", "26 Apr.2015".
fn number_is_marker(text: &str, stop: usize) -> bool {
    let before = text.get(..stop).unwrap_or("");
    let word = last_word(before);
    let Some(last) = before.chars().next_back() else { return false };
    if last.is_ascii_digit() {
        let year = word.trim_start_matches(['(', '[']);
        return year.len() == 4 && (year.starts_with("1") || year.starts_with("20"));
    }
    is_closer(last) || (last.is_alphabetic() && word.chars().count() > 1 && abbreviation(word) == Abbreviation::None)
}

/// The length of the bracketed citation that `rest` begins with, when a new sentence or nothing follows: "(Smith
/// 1999, 12)", "[12, 13]", "(p. 4)". A bracket with a sentence of its own in it is none.
fn citation_length(rest: &str) -> Option<usize> {
    let close = match rest.chars().next()? {
        '(' => ')',
        '[' => ']',
        _ => return None,
    };
    let end = rest.char_indices().take(240).find(|&(_, c)| c == close).map(|(i, _)| i)?;
    let inside = rest.get(1..end)?.trim();
    let bare = inside.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | ' ' | '-' | '–' | ';'))
        && inside.contains(|c: char| c.is_ascii_digit());
    let year = inside.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit) && matches!(four.first(), Some(b'1' | b'2')));
    let lower = inside.to_lowercase();
    let words = ["p. ", "pp. ", "ibid", "id.", "see ", "cf. ", "s. "].iter().any(|cue| lower.starts_with(cue));
    if inside.ends_with(['.', '!', '?']) && !lower.ends_with("ibid.") || !(bare && close == ']' || year || words) {
        return None;
    }
    let after = rest.get(end + 1..)?;
    let mut next = after.trim_start().chars();
    let (ends, stop) = match after.chars().next() {
        None => (true, 0),
        Some(c) if is_terminator(c) => (after.chars().nth(1).is_none_or(char::is_whitespace), c.len_utf8()),
        Some(c) => {
            (c.is_whitespace() && next.next().is_none_or(|c| c.is_uppercase() || !c.is_alphabetic() && !matches!(c, ',' | ';' | ':')), 0)
        }
    };
    ends.then_some(end + 1 + stop)
}

/// Where within `piece` a sentence ends before one that begins with a number and a small word, which Unicode takes for
/// one: "They were moved to the cellar. 12 umbrellas were claimed." A word so long is no abbreviation.
fn before_numbers(piece: &str) -> Vec<usize> {
    const LONG: usize = 5;
    let stops = memchr::memmem::find_iter(piece.as_bytes(), b". ").filter(|&at| piece.get(at + 2..).is_some_and(starts_with_count));
    let ended = |at: &usize| {
        let word = last_word(piece.get(..*at).unwrap_or(""));
        let whole = word.chars().count() >= LONG && word.chars().all(char::is_lowercase) && word.contains(['a', 'e', 'i', 'o', 'u']);
        whole && abbreviation(word) == Abbreviation::None
    };
    stops.filter(ended).map(|at| at + 2).collect()
}

/// "12 umbrellas were": a number and a word of more than a letter or two, and no ordinal or page.
fn starts_with_count(rest: &str) -> bool {
    let digits = rest.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b',').count();
    let word = rest.get(digits..).and_then(|rest| rest.strip_prefix(' ')).unwrap_or("");
    (1..=7).contains(&digits) && word.chars().take_while(|c| c.is_lowercase()).take(3).count() == 3
}

/// Whether the bound that Unicode sees at `at` is none: the sentence that opened at `open` goes on.
fn runs_on(text: &str, open: usize, at: usize) -> bool {
    let before = text.get(open..at).unwrap_or("");
    let after = text.get(at..).unwrap_or("").trim_start();
    if before.ends_with(['\n', '\u{2029}', '\u{85}']) {
        return false;
    }
    let Some(next) = after.chars().next() else { return false };
    let before = before.trim_end();
    if before.is_empty() || next.is_lowercase() {
        return true;
    }
    let bare = before.trim_end_matches(is_closer);
    let stops = bare.trim_end_matches(is_terminator);
    let ellipsis = bare.len() - stops.len() > 1 || bare.ends_with('…');
    if ellipsis {
        // "[...]" stands for words left out, and ends nothing.
        return before.len() > bare.len() && stops.ends_with(['[', '(']);
    }
    if !bare.ends_with('.') || before.len() > bare.len() {
        return false;
    }
    if is_enumerator(stops) {
        return true;
    }
    let follower = after.split(|c: char| !c.is_alphanumeric() && c != '\'' && c != '’').next().unwrap_or("");
    if is_ordinal(stops, after, follower) || is_spaced_abbreviation(stops) {
        return true;
    }
    // "as amended by S.I. No. 31": an initial and a number that has its own name.
    let counted = abbreviation(follower) == Abbreviation::BeforeNumber
        && after
            .get(follower.len()..)
            .is_some_and(|rest| rest.strip_prefix(". ").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())));
    if counted && last_word(stops).contains('.') && abbreviation(last_word(stops)) == Abbreviation::Mostly {
        return true;
    }
    let number = next.is_ascii_digit() || is_roman(follower) || matches!(next, '[' | '§' | '?');
    match abbreviation(last_word(stops)) {
        Abbreviation::None => false,
        Abbreviation::Always => true,
        Abbreviation::BeforeNumber => number,
        Abbreviation::Mostly => next.is_alphanumeric() && !is_starter(follower) || matches!(next, '(' | '[' | '&'),
    }
}

/// "1.", "2.3.", "IV.", "b.": the number of a list item or heading, alone before its words.
fn is_enumerator(before: &str) -> bool {
    let word = before.trim_start();
    word.len() <= 8
        && !word.is_empty()
        && (word.chars().all(|c| c.is_ascii_digit() || c == '.')
            || is_roman(word)
            || word.chars().count() == 1 && word.chars().all(char::is_alphabetic))
}

fn is_roman(word: &str) -> bool {
    (1..=8).contains(&word.len())
        && word.bytes().all(|byte| matches!(byte, b'i' | b'v' | b'x' | b'l' | b'c' | b'I' | b'V' | b'X' | b'L' | b'C'))
        && word != "I"
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// `marked` has a bar between sentences; the text is what is left without the bars.
    fn check(marked: &str) {
        let text = marked.replace('|', "");
        let got: Vec<&str> = sentences(&text).into_iter().map(|range| text.get(range).unwrap_or("?")).collect();
        let want: Vec<&str> = marked.split('|').map(str::trim).filter(|piece| !piece.is_empty()).collect();
        assert_eq!(got, want);
    }

    #[test]
    fn plain_prose() {
        check("One ends here. |Two? |Three! |And four");
        check("  One.  |Two. ");
        check("");
        check("   ");
        check("She asked “Why?” and left. |“No.” |He stayed.");
    }

    #[test]
    fn abbreviations_go_on() {
        check("See Ibid., p. 10 and pp. 12 for it. |Next.");
        check("The work of J. M. Smith was read. |It was good.");
        check("As Smith et al. Show it, it holds. |Smith et al. |The rest is lost.");
        check("It is in vol. 2, no. 4 of it. |The answer is no. |Then came more.");
        check("Dr. Jones met St. Peter, cf. Acts, e.g. Fig. 3 there. |Done.");
        check("The U.S. Congress voted. |He left the U.S. |They stayed.");
        check("Undated (n.d.) papers, ed. Miller, eds. Miller and Ross. |End.");
        check("Held in Brown v. Board of Education. |It stood.");
    }

    #[test]
    fn markers_and_citations_stay() {
        check("It grew in resolutions.2 |Tajikistan was next.");
        check("It grew.² |Then it shrank.³⁴ |End.");
        check("It was “so.”12 |Next one.");
        check("It was in 1993.4 |After that 3.2 per cent fell, see p.10 Smith.");
        check("The war ended. (Smith 1999, 12) |The peace began.");
        check("The war ended. [12] |The peace began [13]. |So it was.");
        check("It ended.[^3] |It began.");
        check("The war ended. |(This was in 1999.) |So it was.");
        check("We know it. |(The text of 1999 is lost, though.) |End.");
    }

    #[test]
    fn known_markers() {
        let text = "It ended. 3 It began 4 again.5";
        let got: Vec<&str> = sentences_around(text, &[10..11, 21..22, 29..30]).into_iter().map(|range| &text[range]).collect();
        assert_eq!(got, ["It ended. 3", "It began 4 again.5"]);
    }

    #[test]
    fn german_and_french() {
        check("Am 3. März kam er. |Das war zum 2. Mal so. |Im 19. Jahrhundert war es üblich.");
        check("Er schlief z. Zt. in Bonn, d. h. Er war fort. |Sie blieb.");
        check("Vieles, z. B. Der Bote, blieb (vgl. Abb. 4, S. 17 ff.). |So war es.");
        check("It is dated 12. 3. 1791 and was paid. |It was 12. |The rest went.");
        check("Le garde ne dit rien. |« C'est le vent ! » répétait-il. |« Non ! » |Puis il partit. |»Komm!« |Er kam.");
    }

    #[test]
    fn omissions_and_numbers() {
        check("He said it [...] The word was kept... |It was late.");
        check("1. The first point. |2. The second point.");
    }

    #[test]
    fn at_a_place() {
        let text = "One here. Two there. ";
        assert_eq!(sentence_at(text, 0), 0..9);
        assert_eq!(sentence_at(text, 9), 0..9);
        assert_eq!(sentence_at(text, 10), 10..20);
        assert_eq!(sentence_at(text, 99), 10..20);
        assert_eq!(sentence_at("", 3), 0..0);
        let long = "This one is short. ".repeat(20_000);
        assert_eq!(sentence_at(&long, 19 * 9_999 + 3), 19 * 9_999..19 * 10_000 - 1);
    }

    #[test]
    fn words() {
        let text = "  Don't stop, re-read 3.14 it. ";
        assert_eq!(&text[word_at(text, 3)], "Don't");
        assert_eq!(&text[word_at(text, 7)], "Don't");
        assert_eq!(&text[word_at(text, 0)], "Don't");
        assert_eq!(&text[word_at(text, 13)], "stop");
        assert_eq!(&text[word_at(text, 14)], "re");
        assert_eq!(&text[word_at(text, 31)], "it");
        assert_eq!(word_at("— —", 2), 0..0);
        assert_eq!(next_word(text, 0), 7);
        assert_eq!(next_word(text, 7), 12);
        assert_eq!(previous_word(text, 12), 8);
        assert_eq!(previous_word(text, 8), 2);
        assert_eq!(previous_word(text, 2), 0);
        assert_eq!(next_word(text, 30), text.len());
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn every_word_is_in_one_sentence(text in "(?s)([A-Za-zéß]{1,6}[.?!]?[0-9²]{0,2}|[ \n]|\\([A-Z][a-z]+ 1999\\)|\\PC){0,40}") {
            let all = sentences(&text);
            let mut at = 0;
            for range in &all {
                prop_assert!(range.start >= at && range.end > range.start);
                prop_assert!(text[at..range.start].trim().is_empty());
                prop_assert_eq!(text[range.clone()].trim(), &text[range.clone()]);
                at = range.end;
            }
            prop_assert!(text[at..].trim().is_empty());
            for i in 0..=text.len() + 1 {
                let sentence = sentence_at(&text, i);
                prop_assert!(all.contains(&sentence) || all.is_empty());
                let word = word_at(&text, i);
                prop_assert!(!text[word.clone()].is_empty() || !text.chars().any(char::is_alphanumeric));
                prop_assert!(next_word(&text, i) >= text.floor_char_boundary(i.min(text.len())) && previous_word(&text, i) <= i);
            }
        }
    }
}
