//! Find: a pattern over reading text, in which white space, page breaks and notes are already one space. What is
//! typed is taken the way readers type: any white space for any other, straight quotes for curly ones.

use std::ops::Range;
use std::sync::atomic::{AtomicBool, Ordering};

use regex::{Regex, RegexBuilder};
use thiserror::Error;

/// What the reader asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// As typed.
    pub words: String,
    /// Only where no letter or digit stands at either end.
    pub whole_word: bool,
    /// Capitals and small letters differ.
    pub case: bool,
    /// `words` is a regular expression.
    pub regex: bool,
}

/// Why a query cannot be searched for.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
pub enum QueryError {
    /// The regular expression is wrong.
    #[error("This pattern cannot be read: {0}")]
    Pattern(String),
    /// It would need too much memory.
    #[error("This pattern is too large; make it shorter")]
    TooLarge,
}

/// A query ready to run.
#[derive(Clone, Debug)]
pub struct Pattern {
    regex: Regex,
    whole_word: bool,
    /// The letters asked for, when a space in them may stand for a mended hyphen.
    spaced: bool,
}

impl Pattern {
    /// Makes `query` ready; `None` when there is nothing to look for.
    pub fn new(query: &Query) -> Result<Option<Self>, QueryError> {
        if query.words.trim().is_empty() {
            return Ok(None);
        }
        let spaced = !query.regex && query.words.trim().contains(char::is_whitespace);
        let pattern = if query.regex { query.words.clone() } else { literal(query.words.trim()) };
        let regex = RegexBuilder::new(&pattern).case_insensitive(!query.case).build().map_err(|error| match error {
            regex::Error::CompiledTooBig(_) => QueryError::TooLarge,
            other => QueryError::Pattern(last_line(&other.to_string())),
        })?;
        Ok(Some(Self { regex, whole_word: query.whole_word, spaced }))
    }

    /// A pattern for exactly `quote`, as `annotate` needs it.
    pub fn of_quote(quote: &str) -> Result<Option<Self>, QueryError> {
        Self::new(&Query { words: quote.to_owned(), case: true, ..Query::default() })
    }

    /// All matches in `text`, in order, none overlapping the one before, none empty. `mended` are the places of
    /// mended hyphens, at which a typed space may match nothing. Stops early once `cancelled` is set.
    pub fn find_all(&self, text: &str, mended: &[usize], cancelled: &AtomicBool) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        for hit in self.regex.find_iter(text) {
            if found.len() % 1024 == 0 && cancelled.load(Ordering::Relaxed) {
                break;
            }
            let range = hit.range();
            if !range.is_empty() && self.accepts(text, &range, mended) {
                found.push(range);
            }
        }
        found
    }

    /// All matches in `text`, those too that overlap the one before: what tells whether a quote is the only one.
    pub fn find_overlapping(&self, text: &str, mended: &[usize]) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(hit) = self.regex.find_at(text, at) {
            let range = hit.range();
            at = text.ceil_char_boundary(range.start + 1);
            if !range.is_empty() && self.accepts(text, &range, mended) {
                found.push(range);
            }
            if at >= text.len() {
                break;
            }
        }
        found
    }

    fn accepts(&self, text: &str, range: &Range<usize>, mended: &[usize]) -> bool {
        if self.whole_word && !is_whole_word(text, range) {
            return false;
        }
        // Every typed space is optional in the pattern: a match with one left out stands only if a hyphen was
        // mended inside it.
        if !self.spaced {
            return true;
        }
        let typed = self.regex.as_str().matches(SPACE).count();
        let there = text[range.clone()].chars().filter(|c| c.is_whitespace()).count();
        let first = mended.partition_point(|&place| place <= range.start);
        let inside = mended[first..].iter().take_while(|&&place| place < range.end).count();
        typed <= there + inside
    }
}

/// What a typed space becomes.
const SPACE: &str = "[ \\n]?";

/// A pattern for `words` as they are read.
fn literal(words: &str) -> String {
    let mut pattern = String::with_capacity(words.len() * 2);
    let mut in_space = false;
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_whitespace() {
            if !in_space {
                pattern.push_str(SPACE);
            }
            in_space = true;
            continue;
        }
        in_space = false;
        match c {
            '\'' | '’' | '‘' | 'ʼ' => pattern.push_str("['’‘ʼ]"),
            '"' | '“' | '”' | '„' => pattern.push_str("[\"“”„]"),
            // Copied from the raw lines, a word may still be broken: "reso-⏎lution" is read "resolution".
            '-' if chars.peek().is_some_and(|next| next.is_whitespace()) => {
                while chars.next_if(|next| next.is_whitespace()).is_some() {}
                pattern.push_str("(?:- ?)?");
            }
            _ => pattern.push_str(&regex::escape(c.encode_utf8(&mut [0; 4]))),
        }
    }
    pattern
}

fn is_whole_word(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().next_back();
    let after = text[range.end..].chars().next();
    let joined = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !joined(before) && !joined(after)
}

fn last_line(message: &str) -> String {
    message.lines().last().unwrap_or(message).trim_start_matches("error: ").to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` marks the expected matches with «» and mended hyphens with ¬.
    fn check(query: Query, text: &str) {
        let (mut plain, mut mended, mut expected, mut open) = (String::new(), Vec::new(), Vec::new(), 0);
        for c in text.chars() {
            match c {
                '«' => open = plain.len(),
                '»' => expected.push(open..plain.len()),
                '¬' => mended.push(plain.len()),
                _ => plain.push(c),
            }
        }
        let pattern = Pattern::new(&query).unwrap().unwrap();
        assert_eq!(pattern.find_all(&plain, &mended, &AtomicBool::new(false)), expected, "{query:?} in {text}");
    }

    fn words(words: &str) -> Query {
        Query { words: words.into(), ..Query::default() }
    }

    #[test]
    fn literals_match_as_read() {
        check(words("peace  process"), "the «Peace process» of the peaceprocess");
        check(words("peo ple's"), "«peo¬ple’s» rights, people’s");
        check(words("reso- lution"), "a «reso¬lution», a «reso-lution»");
        check(words("in to"), "into «in to»");
        check(words("a.c"), "abc «a.c»");
        check(words("\"x\""), "«“x”» «\"x\"»");
        check(Query { case: true, ..words("War") }, "war «War»");
        check(Query { whole_word: true, ..words("war") }, "warm «war» «War»-time postwar");
        check(Query { regex: true, ..words("19\\d\\d") }, "in «1991» and «1997»");
        check(words("ПЕРЕСТРОЙКА"), "«перестройка»");
    }

    #[test]
    fn places_that_overlap_are_all_seen() {
        let pattern = Pattern::of_quote("very very").unwrap().unwrap();
        assert_eq!(pattern.find_overlapping("very very very", &[]), [0..9, 5..14]);
    }

    #[test]
    fn what_cannot_be_searched_says_so() {
        assert!(matches!(Pattern::new(&Query { regex: true, ..words("(a") }), Err(QueryError::Pattern(_))));
        assert!(matches!(Pattern::new(&Query { regex: true, ..words("(a{900}){900}") }), Err(QueryError::TooLarge)));
        assert!(Pattern::new(&words("  ")).unwrap().is_none());
    }
}
