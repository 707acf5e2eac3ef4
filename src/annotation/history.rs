//! Undo and redo: two stacks of groups, each with the edits that undo it. One gesture of the reader is one group.

use super::{Edit, Glosses, Index, apply_all};
use crate::text::Span;

/// What lets two edits in a row be one step: the same field of the same record, while the reader stays in it.
pub type MergeKey = (super::Id, &'static str);

/// One step of the reader.
#[derive(Clone, Debug)]
pub struct Group {
    /// What was done, for "Undo tag as claim".
    pub name: String,
    /// Where the reader was.
    pub at: Option<Span>,
    edits: Vec<Edit>,
    merge: Option<MergeKey>,
}

/// All steps of one open document. Not bounded, not kept after it is closed.
#[derive(Clone, Debug, Default)]
pub struct History {
    done: Vec<Group>,
    undone: Vec<Group>,
}

impl History {
    /// Does `edits` as one step. With a `merge` key equal to that of the step before, it becomes part of that step.
    pub fn commit(
        &mut self, glosses: &mut Glosses, index: &mut Index, name: &str, at: Option<Span>, merge: Option<MergeKey>, edits: Vec<Edit>,
    ) {
        if edits.is_empty() {
            return;
        }
        let mut inverse = apply_all(glosses, index, edits);
        self.undone.clear();
        match self.done.last_mut() {
            Some(last) if merge.is_some() && last.merge == merge => {
                inverse.append(&mut last.edits);
                last.edits = inverse;
            }
            _ => self.done.push(Group { name: name.to_owned(), at, edits: inverse, merge }),
        }
    }

    /// Ends a run of edits that were merged: the next one is a step of its own.
    pub fn end_run(&mut self) {
        if let Some(last) = self.done.last_mut() {
            last.merge = None;
        }
    }

    /// Takes back the last step; its name and place, or `None` when there is none.
    pub fn undo(&mut self, glosses: &mut Glosses, index: &mut Index) -> Option<(String, Option<Span>)> {
        Self::turn(&mut self.done, &mut self.undone, glosses, index)
    }

    /// Does again what was taken back last.
    pub fn redo(&mut self, glosses: &mut Glosses, index: &mut Index) -> Option<(String, Option<Span>)> {
        Self::turn(&mut self.undone, &mut self.done, glosses, index)
    }

    /// What undo would take back.
    pub fn undo_name(&self) -> Option<&str> {
        self.done.last().map(|group| group.name.as_str())
    }

    /// What redo would do again.
    pub fn redo_name(&self) -> Option<&str> {
        self.undone.last().map(|group| group.name.as_str())
    }

    /// How many steps can be taken back.
    pub fn len(&self) -> usize {
        self.done.len()
    }

    /// Whether nothing was done yet.
    pub fn is_empty(&self) -> bool {
        self.done.is_empty()
    }

    fn turn(from: &mut Vec<Group>, to: &mut Vec<Group>, glosses: &mut Glosses, index: &mut Index) -> Option<(String, Option<Span>)> {
        let group = from.pop()?;
        let inverse = apply_all(glosses, index, group.edits);
        let said = (group.name.clone(), group.at);
        to.push(Group { name: group.name, at: group.at, edits: inverse, merge: None });
        Some(said)
    }
}
