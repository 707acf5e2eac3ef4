//! The JSON of `list`: what other programs read, fixed in the contract. These are records of their own and not the
//! program's, so that a change in the one does not change the other. Positions are code points of the source text,
//! ends not included; what is not there is `null` or empty, and never a missing key.

use serde::Serialize;

use super::list::Listing;
use crate::annotation::{Anchor, Annotation, End, Judgement, Link, Place, Strength, Verdict};
use crate::session::Session;

/// The one object on standard output.
#[derive(Debug, Serialize)]
pub(super) struct Whole {
    format: &'static str,
    document: Document,
    annotations: Vec<AnnotationOut>,
    links: Vec<LinkOut>,
    judgements: Vec<JudgementOut>,
}

#[derive(Debug, Serialize)]
struct Document {
    name: String,
    chars: usize,
    sha256: String,
}

#[derive(Debug, Serialize)]
struct AnnotationOut {
    id: String,
    kind: String,
    parts: Vec<Part>,
    note: String,
    tags: Vec<String>,
    strength: Option<&'static str>,
    reason: String,
    done: Option<bool>,
    author: String,
    created: String,
    modified: String,
    state: &'static str,
}

#[derive(Debug, Serialize)]
struct Part {
    start: usize,
    end: usize,
    quote: String,
}

#[derive(Debug, Serialize)]
struct LinkOut {
    id: String,
    from: EndOut,
    relation: String,
    to: EndOut,
    note: String,
}

/// `{"annotation": …}` and so on: the variant's name is the key.
#[derive(Debug, Serialize)]
#[serde(rename_all = "lowercase")]
enum EndOut {
    Annotation(String),
    Place(Part),
    Url(String),
    File(String),
}

#[derive(Debug, Serialize)]
struct JudgementOut {
    id: String,
    rule: String,
    verdict: &'static str,
    reason: String,
    start: usize,
    end: usize,
    author: String,
    created: String,
}

impl Whole {
    /// All of `listing`.
    pub(super) fn of(listing: &Listing) -> Self {
        let session = &listing.session;
        Self {
            format: "glossator-list/1",
            document: Document { name: session.name(), chars: session.source.units().total(), sha256: session.source.sha256().to_owned() },
            annotations: listing.annotations().into_iter().map(|annotation| annotation_out(listing, annotation)).collect(),
            links: listing.links().into_iter().map(|link| link_out(session, link)).collect(),
            judgements: listing.judgements().into_iter().map(|judgement| judgement_out(listing, judgement)).collect(),
        }
    }
}

fn annotation_out(listing: &Listing, annotation: &Annotation) -> AnnotationOut {
    AnnotationOut {
        id: annotation.id.to_string(),
        kind: annotation.kind.to_string(),
        parts: parts_out(&listing.session, &annotation.anchor),
        note: annotation.note.clone(),
        tags: annotation.tags.clone(),
        strength: annotation.strength.map(Strength::name),
        reason: annotation.reason.clone(),
        done: annotation.done,
        author: annotation.author.to_string(),
        created: annotation.created.to_string(),
        modified: annotation.modified.to_string(),
        state: listing.outcome(&annotation.id).name(),
    }
}

/// The parts, each with its own words. Of what is lost, the positions are those it had in another text, and the words
/// as they were kept all stand with the first; where not even a position was kept, with one of no width.
fn parts_out(session: &Session, anchor: &Anchor) -> Vec<Part> {
    match &anchor.place {
        Place::Document => Vec::new(),
        Place::Parts(parts) => {
            let part = |span: &crate::text::Span| {
                let (start, end) = session.source.to_points(*span);
                Part { start, end, quote: session.quote(&[*span]) }
            };
            parts.iter().map(part).collect()
        }
        Place::Lost(points) => {
            let known: &[(usize, usize)] = if points.is_empty() { &[(0, 0)] } else { points };
            let quotes = std::iter::once(anchor.quote.clone()).chain(std::iter::repeat(String::new()));
            known.iter().zip(quotes).map(|(&(start, end), quote)| Part { start, end, quote }).collect()
        }
    }
}

fn link_out(session: &Session, link: &Link) -> LinkOut {
    LinkOut {
        id: link.id.to_string(),
        from: end_out(session, &link.from),
        relation: link.relation.to_string(),
        to: end_out(session, &link.to),
        note: link.note.clone(),
    }
}

fn end_out(session: &Session, end: &End) -> EndOut {
    match end {
        End::Annotation(id) => EndOut::Annotation(id.to_string()),
        End::Url(url) => EndOut::Url(url.clone()),
        End::File(path) => EndOut::File(path.clone()),
        End::Place(anchor) => {
            let (start, end) = super::list::points(session, anchor);
            let quote = if anchor.parts().is_empty() { anchor.quote.clone() } else { session.quote(anchor.parts()) };
            EndOut::Place(Part { start, end, quote })
        }
    }
}

fn judgement_out(listing: &Listing, judgement: &Judgement) -> JudgementOut {
    let (start, end) = super::list::points(&listing.session, &judgement.at);
    JudgementOut {
        id: judgement.id.to_string(),
        rule: judgement.rule.to_string(),
        verdict: match judgement.verdict {
            Verdict::Confirmed => "confirmed",
            Verdict::Dismissed => "dismissed",
        },
        reason: judgement.reason.clone(),
        start,
        end,
        author: judgement.author.to_string(),
        created: judgement.created.to_string(),
    }
}
