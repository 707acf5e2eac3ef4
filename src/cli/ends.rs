//! The ends of a link as they are typed: an annotation's id, `note:12`, `url:…`, `doi:…`, `file:…`. A word that might
//! be two things is refused, with what it might be.

use super::{CliError, short};
use crate::annotation::{End, Id};
use crate::session::{Session, web_address};
use crate::structure::{Block, Note};
use crate::text::Span;

/// How many characters of an id are enough, where they are those of one annotation only.
const ENOUGH: usize = 8;
/// How many things an error lists.
const LISTED: usize = 20;

/// What `typed` names.
pub(super) fn end(session: &Session, typed: &str) -> Result<End, CliError> {
    let typed = typed.trim();
    let wrong = |why: String| CliError::End { end: short(typed, 80), why };
    // An id is what its maker made it, and may begin with any of the words below.
    if session.annotation(&Id::from(typed)).is_some() {
        return Ok(End::Annotation(Id::from(typed)));
    }
    let found = match typed.split_once(':') {
        Some(("note", label)) => note(session, label.trim()),
        Some(("url", address)) => web_address(address).map(End::Url).ok_or_else(|| NO_ADDRESS.to_owned()),
        Some(("doi", name)) => web_address(&format!("doi:{}", name.trim())).map(End::Url).ok_or_else(|| NO_DOI.to_owned()),
        Some(("file", path)) if path.trim().is_empty() => Err("names no file; write its path behind the colon".to_owned()),
        Some(("file", path)) => Ok(End::File(path.trim().to_owned())),
        Some(("http" | "https", _)) => Err("is a web address; write url: before it".to_owned()),
        _ => annotation(session, typed),
    };
    found.map_err(wrong)
}

const NO_ADDRESS: &str = "is no web address; give one that begins with http:// or https://, and has no spaces in it";
const NO_DOI: &str = "is no DOI; a DOI begins with 10. and has a slash in it, as in doi:10.1000/182";

/// The annotation whose id begins with `typed`.
fn annotation(session: &Session, typed: &str) -> Result<End, String> {
    if typed.is_empty() {
        return Err("is no end of a link; give an annotation's id, note:…, url:…, doi:… or file:…".to_owned());
    }
    let begins = |id: &Id| id.as_str().get(..typed.len()).is_some_and(|start| start.eq_ignore_ascii_case(typed));
    let mut found = session.glosses().annotations.keys().filter(|id| begins(id));
    match (found.next(), found.next()) {
        (Some(_), _) if typed.chars().count() < ENOUGH => Err(format!("is too short for an id; give {ENOUGH} characters at least")),
        (Some(id), None) => Ok(End::Annotation(id.clone())),
        (Some(first), Some(second)) => {
            let all: Vec<&Id> = [first, second].into_iter().chain(found).collect();
            let names = all.iter().take(LISTED).map(|id| format!("\n  {id}")).collect::<String>();
            Err(format!("begins the ids of {} annotations; give more of the one you mean:{names}{}", all.len(), more(all.len())))
        }
        (None, _) => {
            Err("is no annotation in this text; give an id as glossator list shows it, or note:…, url:…, doi:… or file:…".to_owned())
        }
    }
}

/// The words of the note that is numbered `label`.
fn note(session: &Session, label: &str) -> Result<End, String> {
    let structure = &session.structure;
    let all: Vec<&Note> = structure.notes.iter().filter(|note| note.label == label).collect();
    let with_body: Vec<(&Note, &Block)> = all.iter().filter_map(|&note| Some((note, structure.blocks.get(note.block?)?))).collect();
    match with_body.as_slice() {
        [] if all.is_empty() => Err("is no note in this text; give its number as it is printed".to_owned()),
        [] => Err("has a number in the prose and no words in this file; annotate the number with --at, and link that".to_owned()),
        [(note, block)] => {
            let mut parts = body(session, note, block);
            if parts.is_empty() {
                // A number with nothing behind it is still a place.
                parts.clone_from(&block.parts);
            }
            Ok(End::Place(session.anchor(parts)))
        }
        several => {
            let shown = several.iter().take(LISTED).map(|(note, block)| {
                let line = session.source.line_column(block.span().start).line;
                format!("\n  line {line}: {}", short(&session.quote(&body(session, note, block)), 60))
            });
            let shown: String = shown.collect();
            let count = several.len();
            Err(format!("names {count} notes; annotate the one you mean, and link that annotation:{shown}{}", more(count)))
        }
    }
}

/// Where the own words of `note` stand, behind its number.
fn body(session: &Session, note: &Note, block: &Block) -> Vec<Span> {
    let words = Span::new(note.body_start, block.span().end.max(note.body_start));
    let parts = block.parts.iter().filter_map(|part| part.intersect(words)).map(|part| session.trimmed(part));
    parts.filter(|part| !part.is_empty()).collect()
}

/// What is said of those that are not listed.
fn more(count: usize) -> String {
    match count.saturating_sub(LISTED) {
        0 => String::new(),
        more => format!("\n  and {more} more"),
    }
}
