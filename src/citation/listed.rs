//! stub
use super::callouts::Callout;
use super::{Doubt, Fields};
pub(super) struct Entry<'a> {
    pub fields: &'a Fields,
    pub text: &'a str,
    pub number: Option<&'a str>,
}
pub(super) struct List;
pub(super) struct Match {
    pub entries: Vec<usize>,
    pub doubt: Option<Doubt>,
    pub drop: bool,
}
impl List {
    pub(super) fn of(_e: &[Entry]) -> Self {
        List
    }
    pub(super) fn find(&self, _c: &Callout) -> Match {
        Match { entries: vec![], doubt: None, drop: true }
    }
}
