//! stub
use std::ops::Range;
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Callout {
    pub range: Range<usize>,
    pub points: Points,
    pub locator: Option<Range<usize>>,
    pub certain: bool,
}
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Points {
    AuthorYear { names: Vec<String>, et_al: bool, year: String },
    AuthorPage { names: Vec<String>, title: Option<String> },
    Numeric(Vec<u32>),
    Url(String),
    Leaning,
}
pub(super) fn find(_text: &str, _markers: &[Range<usize>]) -> Vec<Callout> {
    Vec::new()
}
