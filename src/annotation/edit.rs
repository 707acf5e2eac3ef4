//! The one way anything changes. An edit replaces, adds or removes a whole record, so that its inverse is again an
//! edit, two readers' files merge record by record, and a save knows what it holds.

use std::sync::Arc;

use super::{Annotation, Glosses, Id, Index, Judgement, Kind, Link, Progress, Relation, RuleSetting};

/// A change to the reader's work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Adds the annotation, or replaces the one of its id.
    PutAnnotation(Arc<Annotation>),
    /// Removes it. Its links are edits of their own: see [`Index::links_of`].
    RemoveAnnotation(Id),
    /// Adds or replaces.
    PutLink(Arc<Link>),
    /// Removes.
    RemoveLink(Id),
    /// Adds or replaces.
    PutJudgement(Arc<Judgement>),
    /// Removes.
    RemoveJudgement(Id),
    /// Replaces the list of kinds.
    SetKinds(Vec<Kind>),
    /// Replaces the list of relations.
    SetRelations(Vec<Relation>),
    /// Sets a rule for this document; `None` takes the setting away.
    SetRule(String, Option<RuleSetting>),
    /// Replaces the list of sections checked.
    SetProgress(Vec<Progress>),
}

/// Does `edit` and returns what undoes it. Removing what is not there changes nothing and returns itself.
pub fn apply(glosses: &mut Glosses, index: &mut Index, edit: Edit) -> Edit {
    match edit {
        Edit::PutAnnotation(new) => {
            let id = new.id.clone();
            let old = glosses.annotations.insert(id.clone(), Arc::clone(&new));
            if let Some(old) = &old {
                index.remove_annotation(old);
            }
            index.add_annotation(&new);
            old.map_or(Edit::RemoveAnnotation(id), Edit::PutAnnotation)
        }
        Edit::RemoveAnnotation(id) => match glosses.annotations.remove(&id) {
            Some(old) => {
                index.remove_annotation(&old);
                Edit::PutAnnotation(old)
            }
            None => Edit::RemoveAnnotation(id),
        },
        Edit::PutLink(new) => {
            let id = new.id.clone();
            let old = glosses.links.insert(id.clone(), Arc::clone(&new));
            if let Some(old) = &old {
                index.remove_link(old);
            }
            index.add_link(&new);
            old.map_or(Edit::RemoveLink(id), Edit::PutLink)
        }
        Edit::RemoveLink(id) => match glosses.links.remove(&id) {
            Some(old) => {
                index.remove_link(&old);
                Edit::PutLink(old)
            }
            None => Edit::RemoveLink(id),
        },
        Edit::PutJudgement(new) => {
            let id = new.id.clone();
            glosses.judgements.insert(id.clone(), new).map_or(Edit::RemoveJudgement(id), Edit::PutJudgement)
        }
        Edit::RemoveJudgement(id) => match glosses.judgements.remove(&id) {
            Some(old) => Edit::PutJudgement(old),
            None => Edit::RemoveJudgement(id),
        },
        Edit::SetKinds(kinds) => Edit::SetKinds(std::mem::replace(&mut glosses.kinds, kinds)),
        Edit::SetRelations(relations) => Edit::SetRelations(std::mem::replace(&mut glosses.relations, relations)),
        Edit::SetRule(rule, setting) => {
            let old = match setting {
                Some(setting) => glosses.rules.insert(rule.clone(), setting),
                None => glosses.rules.remove(&rule),
            };
            Edit::SetRule(rule, old)
        }
        Edit::SetProgress(progress) => Edit::SetProgress(std::mem::replace(&mut glosses.progress, progress)),
    }
}

/// Does `edits` in order and returns what undoes them all, in the order to do it in.
pub fn apply_all(glosses: &mut Glosses, index: &mut Index, edits: Vec<Edit>) -> Vec<Edit> {
    let mut inverse: Vec<Edit> = edits.into_iter().map(|edit| apply(glosses, index, edit)).collect();
    inverse.reverse();
    inverse
}
