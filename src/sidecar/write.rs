//! The reader's work as the text of a sidecar. The same work gives the same bytes, in the order of the text, with one
//! field a line, so that a change in one annotation is a change in one line of a diff.
//!
//! The layout is written by hand: a pretty printer lays out by depth, and what is to be on one line here (a kind, the
//! parts of a place) and on many there (an annotation) lies at the same depth. Strings are escaped by hand too, since
//! RON's own way turns "Locke's" into "Locke\'s" and takes the accents off letters to write them as numbers.

use std::collections::HashMap;
use std::fmt::Write;

use super::VERSION;
use super::wire::Word;
use crate::annotation::{Anchor, Annotation, End, Glosses, Id, Judgement, Link, Place};
use crate::text::SourceText;

/// The sidecar of `source`, a file called `name`, as text.
pub fn write(glosses: &Glosses, source: &SourceText, name: &str) -> String {
    let placed = |anchor| points(anchor, source);
    let mut out = Writer { out: String::with_capacity(1024 + 600 * glosses.annotations.len()), source };
    out.line(format_args!("(\n    version: {VERSION},"));
    out.raw("    document: (name: ");
    out.text(name);
    out.raw(", encoding: ");
    out.text(&source.encoding_name());
    out.line(format_args!(", chars: {}, sha256: \"{}\"),", source.units().total(), source.sha256()));

    out.list("kinds", &glosses.kinds, |out, kind| {
        out.raw("(id: ");
        out.text(&kind.id);
        out.raw(", name: ");
        out.text(&kind.name);
        out.raw(", key: ");
        out.key(kind.key);
        out.raw(", color: ");
        out.text(&kind.color);
        out.raw(")");
    });
    out.list("relations", &glosses.relations, |out, relation| {
        out.raw("(id: ");
        out.text(&relation.id);
        out.raw(", name: ");
        out.text(&relation.name);
        out.raw(")");
    });

    let mut annotations: Vec<(Points, &Annotation)> =
        glosses.annotations.values().map(|annotation| (placed(&annotation.anchor), &**annotation)).collect();
    annotations.sort_by(|(a, x), (b, y)| (outer(a), &x.id).cmp(&(outer(b), &y.id)));
    out.list("annotations", &annotations, |out, (points, annotation)| out.annotation(annotation, points));

    let place_of: HashMap<&Id, (usize, usize)> = annotations.iter().map(|(points, annotation)| (&annotation.id, outer(points))).collect();
    let mut links: Vec<((usize, usize), &Link)> = glosses
        .links
        .values()
        .map(|link| {
            let place = match &link.from {
                End::Annotation(id) => place_of.get(id).copied().unwrap_or(LAST),
                End::Place(anchor) => outer(&placed(anchor)),
                End::Url(_) | End::File(_) => LAST,
            };
            (place, &**link)
        })
        .collect();
    links.sort_by(|(a, x), (b, y)| (a, &x.id).cmp(&(b, &y.id)));
    out.list("links", &links, |out, (_, link)| out.link(link));

    let mut judgements: Vec<((usize, usize), &Judgement)> =
        glosses.judgements.values().map(|judgement| (outer(&placed(&judgement.at)), &**judgement)).collect();
    judgements.sort_by(|(a, x), (b, y)| (a, &x.id).cmp(&(b, &y.id)));
    out.list("judgements", &judgements, |out, (_, judgement)| out.judgement(judgement));

    if glosses.rules.is_empty() {
        out.raw("    rules: {},\n");
    } else {
        out.raw("    rules: {\n");
        for (rule, setting) in &glosses.rules {
            out.raw("        ");
            out.text(rule);
            out.line(format_args!(": {},", setting.word()));
        }
        out.raw("    },\n");
    }

    let mut progress: Vec<((usize, usize), &crate::annotation::Progress)> =
        glosses.progress.iter().map(|section| (outer(&placed(&section.at)), section)).collect();
    progress.sort_by_key(|(place, _)| *place);
    out.list("progress", &progress, |out, (_, section)| {
        out.raw("(at: ");
        out.anchor(&section.at);
        out.format(format_args!(", done: {})", section.done));
    });
    out.raw(")\n");
    out.out
}

/// Positions as the file gives them.
type Points = Vec<(usize, usize)>;

/// Behind everything that stands somewhere.
const LAST: (usize, usize) = (usize::MAX, usize::MAX);

/// The code points of a place. What is lost keeps those it had, and with them its line in the file.
fn points(anchor: &Anchor, source: &SourceText) -> Points {
    match &anchor.place {
        Place::Document => Vec::new(),
        Place::Parts(parts) => parts.iter().map(|&part| source.to_points(part)).collect(),
        Place::Lost(points) => points.clone(),
    }
}

/// The first and last code point; those of the whole document come first.
fn outer(points: &Points) -> (usize, usize) {
    let start = points.iter().map(|(start, _)| *start).min();
    let end = points.iter().map(|(_, end)| *end).max();
    (start.unwrap_or(0), end.unwrap_or(0))
}

struct Writer<'a> {
    out: String,
    source: &'a SourceText,
}

impl Writer<'_> {
    fn raw(&mut self, text: &str) {
        self.out.push_str(text);
    }

    fn format(&mut self, text: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        self.out.write_fmt(text).ok();
    }

    fn line(&mut self, text: std::fmt::Arguments<'_>) {
        self.format(text);
        self.out.push('\n');
    }

    /// A list of records, each on its own line or lines; an empty one is `[]`.
    fn list<T>(&mut self, name: &str, records: &[T], mut record: impl FnMut(&mut Self, &T)) {
        self.format(format_args!("    {name}: ["));
        for one in records {
            self.raw("\n        ");
            record(self, one);
            self.raw(",");
        }
        self.raw(if records.is_empty() { "],\n" } else { "\n    ],\n" });
    }

    fn annotation(&mut self, annotation: &Annotation, points: &Points) {
        self.raw("(\n");
        self.field("id", &annotation.id.0);
        self.field("kind", &annotation.kind);
        self.raw("            parts: ");
        self.parts(points);
        self.raw(",\n");
        self.field("quote", &annotation.anchor.quote);
        self.field("before", &annotation.anchor.before);
        self.field("after", &annotation.anchor.after);
        if needs_mark(&annotation.anchor) {
            self.raw("            lost: true,\n");
        }
        self.field("note", &annotation.note);
        match annotation.strength {
            Some(strength) => self.line(format_args!("            strength: Some({}),", strength.word())),
            None => self.raw("            strength: None,\n"),
        }
        self.field("reason", &annotation.reason);
        self.raw("            tags: [");
        for (i, tag) in annotation.tags.iter().enumerate() {
            self.raw(if i > 0 { ", " } else { "" });
            self.text(tag);
        }
        self.raw("],\n");
        match annotation.done {
            Some(done) => self.line(format_args!("            done: Some({done}),")),
            None => self.raw("            done: None,\n"),
        }
        self.field("author", &annotation.author);
        self.field("created", &annotation.created);
        self.field("modified", &annotation.modified);
        self.raw("        )");
    }

    fn link(&mut self, link: &Link) {
        self.raw("(\n");
        self.field("id", &link.id.0);
        self.end("from", &link.from);
        self.field("relation", &link.relation);
        self.end("to", &link.to);
        self.field("note", &link.note);
        self.field("author", &link.author);
        self.field("created", &link.created);
        self.raw("        )");
    }

    fn judgement(&mut self, judgement: &Judgement) {
        self.raw("(\n");
        self.field("id", &judgement.id.0);
        self.field("rule", &judgement.rule);
        self.raw("            at: ");
        self.anchor(&judgement.at);
        self.line(format_args!(",\n            verdict: {},", judgement.verdict.word()));
        self.field("reason", &judgement.reason);
        self.field("author", &judgement.author);
        self.field("created", &judgement.created);
        self.raw("        )");
    }

    /// One field of a record, on its own line.
    fn field(&mut self, name: &str, value: &str) {
        self.format(format_args!("            {name}: "));
        self.text(value);
        self.raw(",\n");
    }

    fn end(&mut self, name: &str, end: &End) {
        self.format(format_args!("            {name}: "));
        match end {
            End::Annotation(id) => {
                self.raw("Annotation(");
                self.text(&id.0);
            }
            End::Place(anchor) => {
                self.raw("Place(");
                self.anchor(anchor);
            }
            End::Url(url) => {
                self.raw("Url(");
                self.text(url);
            }
            End::File(file) => {
                self.raw("File(");
                self.text(file);
            }
        }
        self.raw("),\n");
    }

    /// A place on one line.
    fn anchor(&mut self, anchor: &Anchor) {
        self.raw("(parts: ");
        self.parts(&points(anchor, self.source));
        self.raw(", quote: ");
        self.text(&anchor.quote);
        self.raw(", before: ");
        self.text(&anchor.before);
        self.raw(", after: ");
        self.text(&anchor.after);
        self.raw(if needs_mark(anchor) { ", lost: true)" } else { ")" });
    }

    fn parts(&mut self, points: &Points) {
        self.raw("[");
        for (i, (start, end)) in points.iter().enumerate() {
            self.format(format_args!("{}({start}, {end})", if i > 0 { ", " } else { "" }));
        }
        self.raw("]");
    }

    fn key(&mut self, key: Option<char>) {
        match key {
            None => self.raw("None"),
            Some('\'') => self.raw("Some('\\'')"),
            Some('"') => self.raw("Some('\"')"),
            Some(key) => {
                self.raw("Some('");
                escape(&mut self.out, key.encode_utf8(&mut [0; 4]));
                self.raw("')");
            }
        }
    }

    fn text(&mut self, text: &str) {
        self.out.push('"');
        escape(&mut self.out, text);
        self.out.push('"');
    }
}

/// Without words nothing but the fingerprint of the text vouches for a position, and a save writes the fingerprint of
/// the text as it is now: what is lost has to say so itself, or it would pass for found when the file is next opened.
fn needs_mark(anchor: &Anchor) -> bool {
    anchor.quote.is_empty() && matches!(anchor.place, Place::Lost(_))
}

/// Writes `text` for between quotation marks: as it is, but for what would end it, break its line, or be invisible
/// and turn the line around.
fn escape(out: &mut String, text: &str) {
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let short = match c {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            _ if is_invisible(c) => "",
            _ => continue,
        };
        out.push_str(text.get(from..at).unwrap_or(""));
        from = at + c.len_utf8();
        match short {
            "" => write!(out, "\\u{{{:x}}}", u32::from(c)).unwrap_or_default(),
            short => out.push_str(short),
        }
    }
    out.push_str(text.get(from..).unwrap_or(""));
}

/// Control characters, line separators, marks of direction, soft hyphens, byte-order marks. The joiners that Persian
/// and the scripts of India write with are not among them.
fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}
