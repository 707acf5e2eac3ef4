//! `analyze`: what the program reads in a text, for other programs. It writes nothing and needs no sidecar.

use std::io::Write;

use super::analysis::Whole;
use super::args::Analyze;
use super::{CliError, open_to_read, settings, tell};
use crate::citation;
use crate::review::{self, Review};
use crate::session::Session;

/// Prints the analysis of a text, as told by `args`.
pub(super) fn analyze(args: &Analyze, out: &mut dyn Write) -> Result<(), CliError> {
    // The encoding that the reader chose counts here too, wherever it is kept.
    let (session, _) = open_to_read(&args.file, &settings())?;
    let citations = citation::analyse(&session.source, &session.structure);
    let review = review::review(&session.source, &session.structure, &citations);
    if args.json {
        let whole = Whole::of(session.name(), &session.source, &session.structure, &citations, &review);
        serde_json::to_writer(&mut *out, &whole).map_err(|error| CliError::Output(error.into()))?;
        writeln!(out).map_err(CliError::Output)?;
    } else {
        out.write_all(summary(&session, &citations, &review).as_bytes()).map_err(CliError::Output)?;
    }
    for notice in session.notices.iter().chain(&session.structure.doubts) {
        tell(notice);
    }
    Ok(())
}

/// For people: how much of what was found.
fn summary(session: &Session, citations: &citation::Citations, review: &Review) -> String {
    let structure = &session.structure;
    let bodies = structure.notes.iter().filter(|note| note.block.is_some()).count();
    let unsure = citations.references.iter().filter(|reference| reference.doubt.is_some()).count()
        + citations.citations.iter().filter(|citation| citation.note.is_none() && citation.doubt.is_some()).count();
    let in_prose = citations.citations.iter().filter(|citation| citation.note.is_none()).count();
    let lines = [
        (structure.pages.len(), "pages"),
        (structure.sections.len(), "sections"),
        (structure.blocks.iter().filter(|block| block.kind == crate::structure::BlockKind::Paragraph).count(), "paragraphs"),
        (structure.notes.len(), "notes"),
        (bodies, "of them with their words"),
        (citations.references.len(), "references"),
        (in_prose, "citations in the prose"),
        (citations.works.len(), "works"),
        (unsure, "references and citations that are not sure"),
        (review.suggestions.len(), "suggestions"),
        (review.findings.len(), "findings, matters of style and all"),
    ];
    lines.iter().map(|(count, what)| format!("{count:>7}  {what}\n")).collect()
}
