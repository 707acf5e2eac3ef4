//! A first look at a sidecar that understands its brackets, strings and comments and nothing else. It finds out what
//! must be known before the whole can be read: the version, which decides whether this program may read it at all;
//! the encoding, without which there is no text to read it against; and comments, which a save would lose.

/// What a first look finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Survey {
    /// The number behind `version:`, the highest there is where it is too large for us.
    pub version: Option<u64>,
    /// The string behind `encoding:` in `document:`.
    pub encoding: Option<String>,
    /// Whether there are comments.
    pub comments: bool,
}

/// Looks through all of `text`, which may be anything. Linear, and no deeper on the stack however deep the brackets are.
pub(super) fn survey(text: &str) -> Survey {
    survey_until(text, |_| false)
}

/// Looks through `text` until what is found is enough: what is wanted mostly stands at the top of a large file.
pub(super) fn survey_until(text: &str, enough: fn(&Survey) -> bool) -> Survey {
    let mut found = Survey::default();
    let mut tokens = Tokens { text, at: 0, comments: false };
    // The names before the innermost colons: all that is wanted lies at most two levels deep.
    let (mut depth, mut outer, mut last, mut field) = (0usize, "", "", "");
    while !enough(&found)
        && let Some(token) = tokens.next()
    {
        match token {
            Token::Open => {
                depth += 1;
                if depth == 2 {
                    outer = field;
                }
                field = "";
            }
            Token::Close => {
                depth = depth.saturating_sub(1);
                field = "";
            }
            Token::Colon => field = last,
            Token::Word(word) => {
                if (depth, field) == (1, "version") && found.version.is_none() {
                    found.version = number(word);
                }
                last = word;
            }
            Token::Text(words) => {
                if (depth, outer, field) == (2, "document", "encoding") && found.encoding.is_none() && !words.contains('\\') {
                    found.encoding = Some(words.to_owned());
                }
            }
            Token::Other => field = "",
        }
    }
    found.comments = tokens.comments;
    found
}

/// The leading digits of `word`, as RON writes numbers.
fn number(word: &str) -> Option<u64> {
    let digits = word.bytes().take_while(|byte| byte.is_ascii_digit() || *byte == b'_').filter(u8::is_ascii_digit);
    digits.fold(None, |sum: Option<u64>, digit| Some(sum.unwrap_or(0).saturating_mul(10).saturating_add(u64::from(digit - b'0'))))
}

enum Token<'a> {
    Open,
    Close,
    Colon,
    /// A name or a number.
    Word(&'a str),
    /// What stands between quotation marks.
    Text(&'a str),
    Other,
}

struct Tokens<'a> {
    text: &'a str,
    at: usize,
    comments: bool,
}

impl<'a> Tokens<'a> {
    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            let rest = self.rest();
            let c = rest.chars().next()?;
            if rest.starts_with("//") || rest.starts_with("/*") {
                self.comments = true;
                self.skip_comment();
                continue;
            }
            if let Some(hashes) = raw_string(rest) {
                return Some(self.raw(hashes));
            }
            let token = match c {
                '(' | '[' | '{' => Token::Open,
                ')' | ']' | '}' => Token::Close,
                ':' => Token::Colon,
                '"' => return Some(Token::Text(self.quoted('"'))),
                '\'' => {
                    self.quoted('\'');
                    return Some(Token::Other);
                }
                _ if c.is_alphanumeric() || c == '_' => {
                    let len = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
                    self.at += len;
                    return rest.get(..len).map(Token::Word);
                }
                _ if c.is_whitespace() => {
                    self.at += c.len_utf8();
                    continue;
                }
                _ => Token::Other,
            };
            self.at += c.len_utf8();
            return Some(token);
        }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    /// Passes over what stands between two `mark`s; a backslash takes the next character's meaning.
    fn quoted(&mut self, mark: char) -> &'a str {
        let start = self.at + 1;
        let bytes = self.text.as_bytes();
        let mut at = start;
        while let Some(step) = bytes.get(at..).and_then(|rest| memchr::memchr2(b'\\', mark as u8, rest)) {
            at += step;
            if bytes.get(at) != Some(&b'\\') {
                self.at = at + 1;
                return self.text.get(start..at).unwrap_or("");
            }
            // The character behind may be long; its later bytes are never a mark.
            at += 2;
        }
        self.at = self.text.len();
        self.text.get(start..).unwrap_or("")
    }

    /// Passes over `r##"…"##`.
    fn raw(&mut self, hashes: usize) -> Token<'a> {
        let start = self.at + 1 + hashes + 1;
        let end = format!("\"{}", "#".repeat(hashes));
        let words = self.text.get(start..).unwrap_or("");
        let len = words.find(&end).unwrap_or(words.len());
        self.at = (start + len + end.len()).min(self.text.len());
        Token::Text(words.get(..len).unwrap_or(""))
    }

    /// Passes over a comment; those between `/*` and `*/` nest.
    fn skip_comment(&mut self) {
        let rest = self.rest();
        if rest.starts_with("//") {
            self.at += rest.find('\n').unwrap_or(rest.len());
            return;
        }
        let (bytes, mut at, mut depth) = (rest.as_bytes(), 2, 1);
        while depth > 0 {
            let Some(step) = bytes.get(at..).and_then(|rest| memchr::memchr2(b'/', b'*', rest)) else {
                at = rest.len();
                break;
            };
            at += step;
            match bytes.get(at..at + 2) {
                Some(b"/*") => (at, depth) = (at + 2, depth + 1),
                Some(b"*/") => (at, depth) = (at + 2, depth - 1),
                _ => at += 1,
            }
        }
        self.at += at;
    }
}

/// How many hashes begin a raw string here; `None` when none begins.
fn raw_string(rest: &str) -> Option<usize> {
    let behind = rest.strip_prefix('r')?;
    let hashes = behind.len() - behind.trim_start_matches('#').len();
    behind.get(hashes..)?.starts_with('"').then_some(hashes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_found_wherever_it_stands() {
        for (text, version) in [
            ("(version: 1)", Some(1)),
            ("#![enable(implicit_some)]\n// mine\nSidecar( /* a /* b */ */ version : 2_0, x: 1)", Some(20)),
            ("(x: (version: 9), s: \"version: 8\", r: r#\"version: \"7\" \"#, c: '(', version: 3)", Some(3)),
            ("(version: 99999999999999999999999)", Some(u64::MAX)),
            ("(version: \"1\")", None),
            ("(version: x)", None),
            ("version: 1", None),
            ("", None),
            ("(\"\\", None),
            ("('", None),
            ("/*", None),
        ] {
            assert_eq!(survey(text).version, version, "{text}");
        }
    }

    #[test]
    fn the_encoding_is_that_of_the_document() {
        assert_eq!(
            survey("(encoding: \"a\", document: (name: \"encoding\", encoding: \"koi8-r\"), x: (encoding: \"b\"))").encoding.as_deref(),
            Some("koi8-r")
        );
        assert_eq!(survey("(x: (encoding: \"b\"))").encoding, None);
    }

    #[test]
    fn comments_in_strings_are_none() {
        assert!(!survey("(note: \"http://x /* y */ \\\" // z\", c: '\\'', r: r\"//\")").comments);
        assert!(survey("(note: \"\") // mine").comments);
        assert!(survey("(note: /* mine */ \"\")").comments);
    }

    #[test]
    fn deep_brackets_are_passed_over() {
        assert_eq!(survey(&format!("(x: {}, version: 4)", "[(".repeat(100_000))).version, None);
        assert_eq!(survey(&format!("(x: {}{}, version: 4)", "[".repeat(100_000), "]".repeat(100_000))).version, Some(4));
    }

    proptest::proptest! {
        #[test]
        fn anything_is_passed_over(text in "[\\PC\n\"'(){}:r#\\\\/*]{0,60}") {
            survey(&text);
        }
    }
}
