//! What the reader does: annotations, links between them, judgements, and the changes that make them. Nothing
//! here is computed from the text, and nothing computed is kept here.

mod edit;
mod history;
mod index;
mod model;

pub use edit::{Edit, apply, apply_all};
pub use history::{Group, History, MergeKey};
pub use index::Index;
pub use model::{
    Anchor, Annotation, End, Glosses, Id, Judgement, Kind, Link, Outcome, Place, Progress, Relation, RuleSetting, Strength, Timestamp,
    Verdict, standard_kinds, standard_relations,
};
