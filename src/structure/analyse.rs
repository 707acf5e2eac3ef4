//! stub
use super::Structure;
use crate::text::SourceText;
/// Reads the structure of `source`.
pub fn analyse(_source: &SourceText) -> Structure { Structure::default() }
