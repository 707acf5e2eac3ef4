//! From the bytes of a file to its characters.
use std::borrow::Cow;
/// CRLF and CR as LF.
pub fn normalise_newlines(text: &str) -> Cow<'_, str> {
    if !text.contains('\r') { return Cow::Borrowed(text) }
    Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
}
