//! `list`: what the sidecar holds, each with where it stands now. It reads and takes no lock, not even for a moment, so
//! that it can run beside a window, in a loop, and where nothing may be written.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::args::List;
use super::json::Whole;
use super::{CliError, open_to_read, printable, settings, short, tell};
use crate::annotation::{Anchor, Annotation, End, Glosses, Id, Index, Judgement, Link, Outcome, Place};
use crate::session::Session;
use crate::sidecar;

/// Lists the annotations of a text, as told by `args`.
pub(super) fn list(args: &List, out: &mut dyn Write) -> Result<(), CliError> {
    let (listing, warnings) = Listing::open(args)?;
    if args.json {
        let whole = Whole::of(&listing);
        serde_json::to_writer_pretty(&mut *out, &whole).map_err(|error| CliError::Output(error.into()))?;
        writeln!(out).map_err(CliError::Output)?;
    } else {
        listing.write(out).map_err(CliError::Output)?;
    }
    for warning in listing.session.notices.iter().chain(&warnings) {
        tell(warning);
    }
    Ok(())
}

/// A text with what its sidecar holds, and nobody's lock.
pub(super) struct Listing {
    /// The text, opened without its sidecar: that would take the lock.
    pub session: Session,
    glosses: Glosses,
    index: Index,
    outcomes: BTreeMap<Id, Outcome>,
}

impl Listing {
    /// Opens what `args` name; also gives what there is to say about the sidecar.
    fn open(args: &List) -> Result<(Self, Vec<String>), CliError> {
        let (session, path) = open_to_read(&args.file, &settings())?;
        let (glosses, outcomes, warnings) = match sidecar::read(&path, &session.source)? {
            Some(loaded) => (loaded.glosses, loaded.outcomes, loaded.warnings),
            None => (Glosses::default(), BTreeMap::new(), Vec::new()),
        };
        let index = Index::new(&glosses);
        Ok((Self { session, glosses, index, outcomes }, warnings))
    }

    /// How `id` was found again.
    pub(super) fn outcome(&self, id: &Id) -> Outcome {
        self.outcomes.get(id).copied().unwrap_or(Outcome::Exact)
    }

    /// In order of place, as in the sidecar: those on the whole document first, and what is lost where it stood.
    pub(super) fn annotations(&self) -> Vec<&Annotation> {
        let mut all: Vec<&Annotation> = self.glosses.annotations.values().map(AsRef::as_ref).collect();
        all.sort_by_cached_key(|annotation| (points(&self.session, &annotation.anchor), annotation.id.clone()));
        all
    }

    /// In order of the place they begin at; those that begin at none come last.
    pub(super) fn links(&self) -> Vec<&Link> {
        let place = |end: &End| match end {
            End::Annotation(id) => self.glosses.annotations.get(id).map(|annotation| points(&self.session, &annotation.anchor)),
            End::Place(anchor) => Some(points(&self.session, anchor)),
            End::Url(_) | End::File(_) => None,
        };
        let mut all: Vec<&Link> = self.glosses.links.values().map(AsRef::as_ref).collect();
        all.sort_by_cached_key(|link| (place(&link.from).unwrap_or((usize::MAX, usize::MAX)), link.id.clone()));
        all
    }

    /// In order of place.
    pub(super) fn judgements(&self) -> Vec<&Judgement> {
        let mut all: Vec<&Judgement> = self.glosses.judgements.values().map(AsRef::as_ref).collect();
        all.sort_by_cached_key(|judgement| (points(&self.session, &judgement.at), judgement.id.clone()));
        all
    }

    /// For people: a block for each annotation, a line for each judgement and for each link that hangs on no annotation.
    fn write(&self, out: &mut dyn Write) -> io::Result<()> {
        let mut gap = "";
        for annotation in self.annotations() {
            out.write_all(gap.as_bytes())?;
            self.write_annotation(annotation, out)?;
            gap = "\n";
        }
        let is_here = |end: &End| matches!(end, End::Annotation(id) if self.glosses.annotations.contains_key(id));
        for link in self.links().into_iter().filter(|link| !is_here(&link.from) && !is_here(&link.to)) {
            out.write_all(gap.as_bytes())?;
            let relation = self.glosses.relation_name(&link.relation);
            writeln!(out, "{}  {} {} {}", self.shown(&link.id), self.end(&link.from), printable(relation), self.end(&link.to))?;
            self.field("Note", &link.note, out)?;
            gap = "\n";
        }
        for judgement in self.judgements() {
            out.write_all(gap.as_bytes())?;
            let verdict = format!("{:?}", judgement.verdict).to_lowercase();
            writeln!(out, "{}  {} {verdict}  {}", self.shown(&judgement.id), short(&judgement.rule, 80), self.whereabouts(&judgement.at))?;
            self.field("Reason", &judgement.reason, out)?;
            gap = "\n";
        }
        if gap.is_empty() {
            tell(&format!("{} has no annotations", self.session.name()));
        }
        Ok(())
    }

    fn write_annotation(&self, annotation: &Annotation, out: &mut dyn Write) -> io::Result<()> {
        let kind = short(self.glosses.kind_name(&annotation.kind), 80);
        write!(out, "{}  {kind}  {}", self.shown(&annotation.id), self.whereabouts(&annotation.anchor))?;
        match self.outcome(&annotation.id) {
            Outcome::Exact => writeln!(out)?,
            Outcome::Moved => writeln!(out, " (moved)")?,
            Outcome::Fuzzy => writeln!(out, " (moved, and its words are a little other)")?,
            Outcome::Lost => writeln!(out)?,
        }
        if !annotation.anchor.quote.is_empty() {
            self.field("", &format!("“{}”", annotation.anchor.quote), out)?;
        }
        self.field("Note", &annotation.note, out)?;
        match annotation.strength {
            Some(strength) if annotation.reason.is_empty() => writeln!(out, "  Strength: {}", strength.name())?,
            Some(strength) => self.field("Strength", &format!("{}, {}", strength.name(), annotation.reason), out)?,
            None => self.field("Reason", &annotation.reason, out)?,
        }
        self.field("Tags", &annotation.tags.join(", "), out)?;
        match annotation.done {
            Some(true) => writeln!(out, "  Done")?,
            Some(false) => writeln!(out, "  To do")?,
            None => {}
        }
        let own = End::Annotation(annotation.id.clone());
        for link in self.index.links_of(&annotation.id).iter().filter_map(|id| self.glosses.links.get(id)) {
            let relation = printable(self.glosses.relation_name(&link.relation));
            let (way, other) = if link.from == own { ("→", &link.to) } else { ("←", &link.from) };
            let note = if link.note.is_empty() { String::new() } else { format!(": {}", short(&link.note, 200)) };
            writeln!(out, "  {way} {relation} {}{note}", self.end(other))?;
        }
        Ok(())
    }

    /// A line of one block, or several; nothing for what is empty.
    fn field(&self, name: &str, words: &str, out: &mut dyn Write) -> io::Result<()> {
        let words = printable(words);
        let label = if name.is_empty() { String::new() } else { format!("{name}: ") };
        for (i, line) in words.trim_end().lines().enumerate() {
            writeln!(out, "  {}{line}", if i == 0 { label.as_str() } else { "  " })?;
        }
        Ok(())
    }

    fn shown(&self, id: &Id) -> String {
        printable(id.as_str())
    }

    /// Where it stands, for people.
    fn whereabouts(&self, anchor: &Anchor) -> String {
        match (&anchor.place, anchor.span()) {
            (Place::Document, _) => "the whole document".to_owned(),
            (Place::Lost(_), _) => "no longer in the text".to_owned(),
            (Place::Parts(_), Some(span)) => short(&self.session.whereabouts(span.start), 120),
            (Place::Parts(_), None) => String::new(),
        }
    }

    /// The other end of a link in a few words, with the id it can be found by.
    fn end(&self, end: &End) -> String {
        match end {
            End::Annotation(id) => match self.glosses.annotations.get(id) {
                Some(annotation) if annotation.anchor.quote.is_empty() => format!("{} (the whole document)", self.shown(id)),
                Some(annotation) => format!("{} “{}”", self.shown(id), short(&annotation.anchor.quote, 60)),
                None => format!("{} (which is not there)", self.shown(id)),
            },
            End::Place(anchor) => format!("“{}” ({})", short(&anchor.quote, 60), self.whereabouts(anchor)),
            End::Url(url) => printable(url),
            End::File(path) => printable(path),
        }
    }
}

/// The first code point of a place and the one after its last, as far as they are known; of the whole document, 0.
pub(super) fn points(session: &Session, anchor: &Anchor) -> (usize, usize) {
    match (&anchor.place, anchor.span()) {
        (_, Some(span)) => session.source.to_points(span),
        (Place::Lost(points), None) => {
            let start = points.iter().map(|(start, _)| *start).min();
            let end = points.iter().map(|(_, end)| *end).max();
            (start.unwrap_or(0), end.unwrap_or(0))
        }
        (_, None) => (0, 0),
    }
}
