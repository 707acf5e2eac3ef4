//! A reference as words, numbers and signs, each with what is known of it. All that follows looks at these and never at
//! single characters.

use std::ops::Range;

use super::keys::fold_into;
use super::words::{self, ABBR, AND, Class};

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Is {
    /// Letters, with hyphens and apostrophes inside.
    Word,
    /// Digits alone.
    Number,
    /// Digits with letters behind: "2nd", "2001a".
    Mixed,
    /// ","
    Comma,
    /// "."
    Stop,
    /// ";"
    Semi,
    /// ":"
    Colon,
    /// A hyphen or dash that is not inside a word.
    Dash,
    /// "(" or "["
    Open,
    /// ")" or "]"
    Close,
    /// A quotation mark.
    Quote,
    /// "/"
    Slash,
    /// "&" or "+"
    Amp,
    /// "?" or "!"
    Mark,
    /// "§" or "¶"
    Section,
    /// Anything else.
    Other,
    /// Past the last token.
    End,
}

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// With a small first letter.
    Lower,
    /// With a capital first letter, or in a script without capitals.
    Capital,
    /// In capitals, two or more.
    Upper,
    /// One capital.
    Initial,
}

/// A word, number or sign.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// What it is.
    pub is: Is,
    /// How it is written, for words.
    pub case: Case,
    /// What it may mean, for words.
    pub class: Class,
    /// Whether white space comes before it.
    pub space: bool,
    /// Whether some field has it already, or it says nothing.
    pub used: bool,
    /// For brackets and quotation marks, the token that goes with it; 0 for none.
    pub mate: usize,
}

/// What is past the last token.
pub(super) const END: Token =
    Token { start: usize::MAX, end: usize::MAX, is: Is::End, case: Case::Lower, class: 0, space: true, used: true, mate: 0 };

impl Token {
    /// Whether it is a word, and one of `class`.
    pub fn has(&self, class: Class) -> bool {
        self.class & class != 0
    }

    /// Whether it is a word as names have them.
    pub fn capital(&self) -> bool {
        self.is == Is::Word && self.case != Case::Lower
    }

    /// Whether it joins two names.
    pub fn and(&self) -> bool {
        self.is == Is::Amp || (self.has(AND) && self.case == Case::Lower)
    }

    /// Whether it parts one piece of a reference from the next.
    pub fn parts(&self) -> bool {
        matches!(self.is, Is::Comma | Is::Stop | Is::Semi | Is::Colon | Is::Open | Is::Close | Is::Quote | Is::Slash | Is::Dash | Is::End)
    }

    /// Its length in bytes.
    pub fn len(&self) -> usize {
        self.end.saturating_sub(self.start)
    }
}

/// Splits `text` from byte `from` on.
pub(super) fn tokens(text: &str, from: usize) -> Vec<Token> {
    let table = words::table();
    let mut out: Vec<Token> = Vec::with_capacity(text.len() / 4 + 8);
    let mut folded = String::with_capacity(32);
    let mut space = true;
    let mut at = from;
    while let Some(rest) = text.get(at..)
        && let Some(c) = rest.chars().next()
    {
        let start = at;
        at += c.len_utf8();
        if c.is_whitespace() || matches!(c, '\u{ad}' | '\u{200b}' | '\u{feff}') {
            space = true;
            continue;
        }
        if emphasis(text, start, c) {
            continue;
        }
        let mut token = Token { start, end: at, is: sign(c), case: Case::Lower, class: 0, space, used: false, mate: 0 };
        space = false;
        if c.is_ascii_digit() {
            let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
            let letters = rest.get(digits..).map_or(0, |rest| rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len()));
            // "45ff." is a number and a word.
            let follows = rest.get(digits..digits + letters).is_some_and(|word| matches!(word, "ff" | "f"));
            token.is = if letters > 0 && !follows { Is::Mixed } else { Is::Number };
            token.end = start + digits + if follows { 0 } else { letters };
        } else if c.is_alphabetic() || private(rest) {
            token.is = Is::Word;
            token.end = start + word_len(rest);
            folded.clear();
            let word = text.get(start..token.end).unwrap_or("");
            token.case = case(word, c);
            if word.len() <= 24 {
                if word.is_ascii() {
                    folded.push_str(word);
                    folded.make_ascii_lowercase();
                } else {
                    word.chars().for_each(|c| fold_into(c, &mut folded));
                }
                token.class = words::class(table, &folded);
            }
        }
        at = token.end.max(at);
        out.push(token);
    }
    pair_brackets(text, &mut out);
    pair_quotes(text, &mut out);
    possessives(text, &mut out);
    out
}

/// Whether the sign at `at` is one of Markdown's, which says how words look and parts nothing: "*Urban Time* 8, no. 3".
fn emphasis(text: &str, at: usize, c: char) -> bool {
    match c {
        // “2003 WL 771234, at *6” is a page of a screen.
        '*' => !text.get(at + 1..).is_some_and(|text| text.starts_with(|c: char| c.is_ascii_digit())),
        '_' => {
            let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let (before, behind) =
                (text.get(..at).and_then(|text| text.chars().next_back()), text.get(at + 1..).and_then(|text| text.chars().next()));
            let opens = word(behind) && before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '[' | '“' | '"' | '‘'));
            let closes = behind.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | '.' | ';' | ':' | ')' | ']' | '?'));
            opens || closes && (word(before) || matches!(before, Some('.' | '?' | '!' | ')' | '’')))
        }
        _ => false,
    }
}

/// Makes the apostrophe at the end of a word part of it where it is no quotation mark: "the Weavers' Guild".
fn possessives(text: &str, tokens: &mut Vec<Token>) {
    let lone = |tokens: &[Token], i: usize| {
        if tokens.get(i).is_none_or(|token| token.is != Is::Quote || token.mate != 0 || token.space) {
            return false;
        }
        let (Some(token), Some(before), Some(next)) = (tokens.get(i), i.checked_sub(1).and_then(|i| tokens.get(i)), tokens.get(i + 1))
        else {
            return false;
        };
        let mark = text.get(token.start..token.end).is_some_and(|mark| matches!(mark, "'" | "’"));
        // Quotations inside a quotation are not paired: "‘cool kids’".
        let open = |token: &Token| token.is == Is::Quote && token.mate == 0 && token.space;
        let quoted = tokens.get(i.saturating_sub(12)..i).unwrap_or_default().iter().any(open);
        mark && token.mate == 0
            && !quoted
            && !token.space
            && before.is == Is::Word
            && text.get(before.start..before.end).is_some_and(|word| word.ends_with(['s', 'S', 'z', 'x']))
            && next.is == Is::Word
            && next.space
    };
    if !(0..tokens.len()).any(|i| lone(tokens, i)) {
        return;
    }
    // Where each token is once the marks are gone.
    let mut places = Vec::with_capacity(tokens.len());
    let mut gone = 0;
    for i in 0..tokens.len() {
        places.push(i - gone);
        gone += usize::from(lone(tokens, i));
    }
    let mut kept: Vec<Token> = Vec::with_capacity(tokens.len());
    for i in 0..tokens.len() {
        let Some(mut token) = tokens.get(i).copied() else { continue };
        match kept.last_mut().filter(|_| lone(tokens, i)) {
            Some(word) => word.end = token.end,
            None => {
                token.mate = places.get(token.mate).copied().unwrap_or(0);
                kept.push(token);
            }
        }
    }
    *tokens = kept;
}

/// Whether `text` begins with a letter that a font keeps to itself, and a word goes on behind it.
fn private(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|c| ('\u{e000}'..='\u{f8ff}').contains(&c)) && chars.next().is_some_and(char::is_alphabetic)
}

/// How many bytes of `text` are one word: letters and digits, with hyphens and apostrophes between them.
fn word_len(text: &str) -> usize {
    // Most words are plain letters up to a sign that joins nothing.
    let plain = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if plain > 0 && text.as_bytes().get(plain).is_none_or(|byte| byte.is_ascii() && !matches!(byte, b'-' | b'\'')) {
        return plain;
    }
    let mut len = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        // Letters that a font keeps to itself come out of PDFs as such.
        let inside = c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{e000}'..='\u{f8ff}');
        let joint = matches!(c, '-' | '\'' | '’' | '‐' | '‑' | 'ʼ') && chars.peek().is_some_and(|(_, next)| next.is_alphanumeric());
        if !(inside || joint) {
            break;
        }
        len = at + c.len_utf8();
    }
    len
}

/// How `word`, which begins with `first`, is written.
fn case(word: &str, first: char) -> Case {
    if first.is_ascii_lowercase() && word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Case::Lower;
    }
    if first.is_lowercase() {
        // "d'Alembert", "al-Bashir" and their like are names as "Bashir" is.
        let joined = word.find(['\'', '’', '-', '‐']).and_then(|i| word.get(i..)).and_then(|rest| rest.chars().nth(1));
        // So are "arXiv" and "eLife".
        let inside = word.chars().nth(1).is_some_and(char::is_uppercase) || (word.len() <= 8 && word.chars().any(char::is_uppercase));
        return if inside || joined.is_some_and(char::is_uppercase) { Case::Capital } else { Case::Lower };
    }
    let mut letters = 0;
    for c in word.chars().filter(|c| c.is_alphabetic()) {
        if !c.is_uppercase() {
            return Case::Capital;
        }
        letters += 1;
    }
    if letters == 1 && word.len() <= 2 { Case::Initial } else { Case::Upper }
}

/// What a character that is in no word is.
fn sign(c: char) -> Is {
    match c {
        ',' | '،' | '，' | '、' => Is::Comma,
        '.' | '。' => Is::Stop,
        ';' | '；' => Is::Semi,
        ':' | '：' => Is::Colon,
        '-' | '–' | '—' | '−' | '‑' | '‐' | '―' | '_' => Is::Dash,
        '(' | '[' | '（' => Is::Open,
        ')' | ']' | '）' => Is::Close,
        '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' | '‚' | '‹' | '›' | '`' | '‟' | '‛' => Is::Quote,
        '/' => Is::Slash,
        '&' | '+' => Is::Amp,
        '?' | '!' => Is::Mark,
        '§' | '¶' => Is::Section,
        _ if c.is_alphabetic() => Is::Word,
        _ => Is::Other,
    }
}

/// Finds which brackets go together. One without its other is a sign like any.
fn pair_brackets(text: &str, tokens: &mut [Token]) {
    let mut open: Vec<(usize, bool)> = Vec::new();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (i, token) in tokens.iter().enumerate() {
        let square = text.as_bytes().get(token.start).is_some_and(|byte| matches!(byte, b'[' | b']'));
        match token.is {
            Is::Open => open.push((i, square)),
            Is::Close => {
                if let Some(found) = open.iter().rev().take(4).position(|&(_, other)| other == square) {
                    let kept = open.len() - 1 - found;
                    pairs.push((open.get(kept).map_or(i, |open| open.0), i));
                    open.truncate(kept);
                }
            }
            _ => {}
        }
    }
    join(tokens, &pairs);
}

/// Tells each token of a pair where the other is.
fn join(tokens: &mut [Token], pairs: &[(usize, usize)]) {
    for &(open, close) in pairs {
        if let Some(token) = tokens.get_mut(open) {
            token.mate = close;
        }
        if let Some(token) = tokens.get_mut(close) {
            token.mate = open;
        }
    }
}

/// Which signs close what `c` opens, and the slot that says whether any are left.
fn closers(c: char) -> Option<(&'static [char], usize)> {
    Some(match c {
        '"' | '“' | '”' | '‟' => (&['"', '”', '“'], 0),
        '„' => (&['“', '”', '"'], 1),
        '«' => (&['»'], 2),
        '»' => (&['«'], 3),
        '‘' | '\'' | '’' | '‛' | '`' => (&['’', '\'', '‘'], 4),
        '‚' => (&['‘', '’', '\''], 5),
        '‹' => (&['›'], 6),
        _ => return None,
    })
}

/// Finds which quotation marks go together, the outer ones only.
fn pair_quotes(text: &str, tokens: &mut [Token]) {
    let char_of = |token: &Token| text.get(token.start..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
    // The last mark of each sort, so that no search runs to the end in vain again and again.
    let mut none_left = [false; 7];
    let mut pairs = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let open = at;
        at += 1;
        if token.is != Is::Quote {
            continue;
        }
        let Some((closing, slot)) = closers(char_of(token)) else { continue };
        let single = slot == 4;
        let glued = tokens.get(open + 1).is_some_and(|next| !next.space);
        let fresh = token.space
            || open == 0
            || tokens.get(open - 1).is_some_and(|before| matches!(before.is, Is::Open | Is::Colon | Is::Comma | Is::Dash));
        if (single && !(glued && fresh)) || none_left.get(slot).copied().unwrap_or(false) {
            continue;
        }
        let mut found = None;
        let mut depth = 0;
        for (i, close) in tokens.iter().enumerate().skip(open + 2) {
            if close.is != Is::Quote || !closing.contains(&char_of(close)) {
                continue;
            }
            let next = tokens.get(i + 1).copied().unwrap_or(END);
            if single {
                // An apostrophe at the end of a word closes nothing; a mark beside another sign does.
                if close.space || (!next.space && next.is == Is::Word) {
                    continue;
                }
                let beside = next.parts() || tokens.get(i - 1).is_some_and(|before| before.parts() || before.is == Is::Mark);
                if beside {
                    found = Some(i);
                    break;
                }
                found = found.or(Some(i));
                if i > open + 80 {
                    break;
                }
            } else if char_of(token) == '“'
                && char_of(close) == '“'
                && close.space
                && !next.space
                && !tokens.get(i - 1).is_some_and(Token::parts)
            {
                // "“The “Odd Case” Again”"
                depth += 1;
            } else if depth > 0 && i < open + 120 {
                depth -= 1;
                found = found.or(Some(i));
            } else {
                found = Some(i);
                break;
            }
        }
        match found {
            Some(close) => {
                pairs.push((open, close));
                at = close + 1;
            }
            None => {
                if let Some(none) = none_left.get_mut(slot) {
                    *none = true;
                }
            }
        }
    }
    join(tokens, &pairs);
}

/// The tokens of one reference, with what has been read of it.
pub(super) struct Reader<'a> {
    /// The reference.
    pub text: &'a str,
    /// What it is made of.
    pub tokens: Vec<Token>,
}

impl<'a> Reader<'a> {
    /// The token at `i`, or [`END`].
    pub fn at(&self, i: usize) -> Token {
        self.tokens.get(i).copied().unwrap_or(END)
    }

    /// The token before `i`, or [`END`].
    pub fn before(&self, i: usize) -> Token {
        if i == 0 { END } else { self.at(i - 1) }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The words of the token at `i`.
    pub fn word(&self, i: usize) -> &'a str {
        let token = self.at(i);
        self.text.get(token.start..token.end).unwrap_or("")
    }

    /// Sets the tokens `range` aside: no other field may have them.
    pub fn take(&mut self, range: Range<usize>) {
        for token in self.tokens.get_mut(range).unwrap_or_default() {
            token.used = true;
        }
    }

    /// The bytes of the tokens from `from` up to `to`, without signs at their ends.
    pub fn bytes(&self, from: usize, to: usize) -> Option<Range<usize>> {
        let (mut from, mut to) = (from, to.min(self.len()));
        // Of two marks that are inside, one may stand at the end: `The Word "War"`.
        let quote = |i: usize| self.at(i).is == Is::Quote;
        while from < to && self.edge(from, true) && !quote(from) {
            from += 1;
        }
        while from < to && self.edge(to - 1, false) && !quote(to - 1) {
            to -= 1;
        }
        if from < to && quote(from) != quote(to - 1) && (from..to).filter(|&i| quote(i)).count() % 2 == 0 {
            return Some(self.at(from).start..self.at(to - 1).end);
        }
        while from < to && self.edge(from, true) {
            from += 1;
        }
        while from < to && self.edge(to - 1, false) {
            to -= 1;
        }
        (from < to).then(|| self.at(from).start..self.at(to - 1).end)
    }

    /// The same with the full stop of an abbreviation at the end: "HARV. L. REV.", "Princeton, N.J."
    pub fn bytes_abbreviated(&self, from: usize, to: usize) -> Option<Range<usize>> {
        let bytes = self.bytes(from, to)?;
        let mut end = to.min(self.len());
        while end > from && self.at(end - 1).end > bytes.end {
            end -= 1;
        }
        let (last, stop) = (self.before(end), self.at(end));
        if last.is != Is::Word || stop.is != Is::Stop || stop.space {
            return Some(bytes);
        }
        let (mut words, mut short, mut cut) = (0, 0, false);
        for i in from..end.saturating_sub(1) {
            let token = self.at(i);
            words += usize::from(token.capital());
            let stopped = token.capital() && self.at(i + 1).is == Is::Stop && !self.at(i + 1).space;
            short += usize::from(stopped);
            cut |= stopped && token.len() > 1;
        }
        let chained = last.len() == 1 && end >= 2 && self.before(end - 1).is == Is::Stop && !last.space;
        let goes_on = self.at(end + 1).is == Is::Comma && !self.at(end + 1).space;
        let keeps = chained
            || last.has(ABBR) && last.capital() && (short > 0 && words <= short + 2 || goes_on)
            || short >= 2 && cut && words <= short + 1 && last.len() <= 9 && last.capital();
        Some(if keeps { bytes.start..stop.end } else { bytes })
    }

    /// The same with the full stop at the end, where there is one: "n.d."
    pub fn bytes_with_stop(&self, from: usize, to: usize) -> Option<Range<usize>> {
        let bytes = self.bytes(from, to)?;
        let last = self.before(to);
        Some(if last.is == Is::Stop { bytes.start..last.end.max(bytes.end) } else { bytes })
    }

    /// Whether the sign at `i` says nothing at the beginning or end of a field.
    fn edge(&self, i: usize, first: bool) -> bool {
        let token = self.at(i);
        match token.is {
            Is::Comma | Is::Semi | Is::Colon | Is::Quote | Is::Slash | Is::Dash | Is::Amp => true,
            Is::Stop => true,
            // A bracket whose other is outside, or that is all there is behind a title.
            Is::Open => !first || token.mate == 0,
            Is::Close => first || token.mate == 0,
            Is::Other => !matches!(self.word(i), "$" | "€" | "£" | "#" | "°" | "+" | "%"),
            _ => false,
        }
    }

    /// Whether the full stop at `i` ends something: not that of an initial, not that of "vol.".
    pub fn ends(&self, i: usize) -> bool {
        let (before, next) = (self.before(i), self.at(i + 1));
        if self.at(i).is != Is::Stop || !(next.space || next.parts()) {
            return false;
        }
        if next.is == Is::Stop || self.at(i).space {
            return next.is != Is::Stop;
        }
        // "Models in S. Springer", "Graphics for R. R package": no initial of a name.
        let after = self.at(i + 2);
        let small = next.case == Case::Initial && next.is == Is::Word && after.is == Is::Word && after.case == Case::Lower;
        let letter = before.is == Is::Word && before.case == Case::Initial && i >= 2;
        let told = matches!(if letter { self.word(i - 2) } else { "" }, "in" | "for" | "with" | "using" | "of");
        if letter
            && next.space
            && (small && !after.has(words::PARTICLE) && !after.and() || told && next.has(words::PRESS | words::JOURNAL) && next.len() > 2)
        {
            return true;
        }
        // "with r. Journal of Salt"
        if before.is == Is::Word && before.len() == 1 && before.case == Case::Lower && next.has(words::JOURNAL) && next.len() > 3 {
            return true;
        }
        // "Frankfurt a. M."
        if before.is == Is::Word && before.len() == 1 && next.is == Is::Word {
            return false;
        }
        // "Comput. Vis. Pattern Recognit.": where one word was cut short, the next is.
        let chain = i >= 3 && self.at(i - 2).is == Is::Stop && self.at(i - 3).has(ABBR) && self.at(i - 3).case != Case::Initial;
        if chain && before.is == Is::Word && before.len() <= 6 && next.is == Is::Word {
            return false;
        }
        match before.is {
            Is::Word => {
                before.case != Case::Initial
                    && !before.has(ABBR)
                    && !(next.is == Is::Word && next.case == Case::Lower && !next.has(words::IN | words::ED))
            }
            _ => true,
        }
    }
}
