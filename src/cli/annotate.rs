//! The commands that write: an annotation, a link. Both take the sidecar's lock, do one edit, put it on disk, and only
//! then print the id; whatever fails before that leaves everything as it was.

use std::io::Write;
use std::path::Path;

use super::{Annotate, CliError, Link, ends, finish, open_to_write, place};
use crate::annotation::{Kind, Strength};
use crate::session::Session;

/// Marks a place, as told by `args`.
pub(super) fn annotate(args: &Annotate, out: &mut dyn Write) -> Result<(), CliError> {
    let strength = args.strength.as_deref().and_then(Strength::from_name);
    // What is wrong whatever the text is said before it is opened.
    if args.reason.is_some() && strength.is_none() {
        return Err(CliError::ReasonAlone);
    }
    if let Some(at) = &args.at {
        place::position(at)?;
    } else if args.quote.is_none() && !args.document {
        return Err(CliError::NoPlace);
    }
    let mut session = open_to_write(&args.file, args.author.as_deref())?;
    let kind = kind(&session, &args.file, &args.kind)?;
    let anchor = place::anchor(&session, args)?;
    let mut annotation = session.new_annotation(&kind, anchor);
    annotation.note = args.note.clone().unwrap_or_default();
    annotation.strength = strength;
    annotation.reason = args.reason.clone().unwrap_or_default();
    for tag in args.tags.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty()) {
        if !annotation.tags.iter().any(|known| known == tag) {
            annotation.tags.push(tag.to_owned());
        }
    }
    let id = session.add(annotation)?;
    finish(session, &id, out)
}

/// Links two ends, as told by `args`.
pub(super) fn link(args: &Link, out: &mut dyn Write) -> Result<(), CliError> {
    if args.relation.trim().is_empty() {
        return Err(CliError::NoRelation);
    }
    let mut session = open_to_write(&args.file, args.author.as_deref())?;
    let from = ends::end(&session, &args.from)?;
    let to = ends::end(&session, &args.to)?;
    let relation = relation(&session, args.relation.trim());
    let id = session.link(from, &relation, to, args.note.as_deref().unwrap_or_default())?;
    finish(session, &id, out)
}

/// The id of the kind that is called `name`, by its id or what the reader sees.
fn kind(session: &Session, path: &Path, name: &str) -> Result<String, CliError> {
    let kinds = &session.glosses().kinds;
    let name = name.trim();
    let same = |word: &str| word.to_lowercase() == name.to_lowercase();
    // Exactly so first: somebody may have both "claim" and "Claim".
    let found = session.glosses().kind(name);
    let found = found.or_else(|| kinds.iter().find(|kind| same(&kind.id))).or_else(|| kinds.iter().find(|kind| same(&kind.name)));
    match found {
        Some(kind) => Ok(kind.id.to_string()),
        None => {
            let shown =
                |kind: &Kind| if same_word(&kind.id, &kind.name) { kind.id.to_string() } else { format!("{} ({})", kind.id, kind.name) };
            let known = kinds.iter().map(shown).collect::<Vec<_>>().join(", ");
            Err(CliError::NoKind { kind: super::short(name, 40), path: path.to_path_buf(), known })
        }
    }
}

/// The id of the relation that is called `name`; one that is not known is the reader's own, as it was typed.
fn relation(session: &Session, name: &str) -> String {
    let relations = &session.glosses().relations;
    let exact = relations.iter().find(|relation| &*relation.id == name);
    let near = || relations.iter().find(|relation| same_word(&relation.id, name) || same_word(&relation.name, name));
    exact.or_else(near).map_or_else(|| name.to_owned(), |relation| relation.id.to_string())
}

fn same_word(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}
