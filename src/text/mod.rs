//! The source text: what the file says, decoded once and never changed while it is open. Everything else in
//! the program is a view of it, so this layer knows nothing but characters, positions and words.

mod abbreviations;
pub mod decode;
pub mod search;
pub mod sentence;
mod span;
pub mod units;

use std::sync::Arc;

use sha2::{Digest, Sha256};

pub use span::{Span, normalise, outer};
pub use units::{LineColumn, Units};

/// The decoded text of a file: no byte-order mark, every line end a `\n`. Cheap to clone.
#[derive(Clone, Debug)]
pub struct SourceText {
    text: Arc<str>,
    units: Arc<Units>,
    encoding: &'static encoding_rs::Encoding,
    sha256: Arc<str>,
}

impl SourceText {
    /// Takes decoded text as it is, except that CRLF and CR become LF and a leading byte-order mark is dropped.
    pub fn new(text: &str, encoding: &'static encoding_rs::Encoding) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text: Arc<str> = decode::normalise_newlines(text).into();
        let units = Arc::new(Units::new(&text));
        let sha256 = hex(&Sha256::digest(text.as_bytes())).into();
        Self { text, units, encoding, sha256 }
    }

    /// For tests and generated texts: UTF-8.
    pub fn from_utf8(text: &str) -> Self {
        Self::new(text, encoding_rs::UTF_8)
    }

    /// All of it.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// A second handle on the same characters, for background jobs.
    pub fn shared(&self) -> Arc<str> {
        Arc::clone(&self.text)
    }

    /// The table that turns bytes into other units.
    pub fn units(&self) -> &Units {
        &self.units
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// What the file was decoded with.
    pub fn encoding(&self) -> &'static encoding_rs::Encoding {
        self.encoding
    }

    /// The encoding's name as the sidecar keeps it: lower case, "utf-8".
    pub fn encoding_name(&self) -> String {
        self.encoding.name().to_ascii_lowercase()
    }

    /// SHA-256 of the text as UTF-8 with newlines as LF, in lower-case hexadecimal.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// The words of `span`; empty when it does not fit.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// A span in code points, end exclusive.
    pub fn to_points(&self, span: Span) -> (usize, usize) {
        self.units.span_to_points(&self.text, span)
    }

    /// A span from code points; `None` when it does not lie in the text.
    pub fn from_points(&self, start: usize, end: usize) -> Option<Span> {
        self.units.span_from_points(&self.text, start, end)
    }

    /// Line and column of a byte.
    pub fn line_column(&self, at: usize) -> LineColumn {
        self.units.line_column(&self.text, at)
    }
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        // Writing to a String cannot fail.
        write!(out, "{byte:02x}").ok();
        out
    })
}
