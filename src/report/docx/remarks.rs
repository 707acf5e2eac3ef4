//! The comments of the document: what each says, and from which run to which it stands.

use std::collections::{BTreeMap, BTreeSet};

use docx_rs::{Comment, Paragraph};

use super::sheet::{Sheet, escaped, point, run, strong};
use crate::report::margin::Remark;
use crate::report::model::{Marked, Report, Weak};

/// A run of the text: its paragraph, and which of that.
type At = (usize, usize);

/// Where in the text comments begin and end. Each begins at the first run that has it and ends at the last, so that none
/// stays open: also where its first or last words are furniture, which the report leaves out.
#[derive(Default)]
pub(super) struct Remarks {
    begins: BTreeMap<At, Vec<Remark>>,
    ends: BTreeMap<At, Vec<Remark>>,
    /// The annotations among them.
    in_text: BTreeSet<usize>,
    /// The number that each has as a comment.
    ids: BTreeMap<Remark, usize>,
}

impl Remarks {
    /// Those of the text of `report`; none where it has no text.
    pub(super) fn new(report: &Report) -> Self {
        let mut reach: BTreeMap<Remark, (At, At)> = BTreeMap::new();
        let known = |number: usize| annotation(report, number).is_some();
        for (at, paragraph) in report.text.iter().flatten().enumerate() {
            for (index, run) in paragraph.runs.iter().enumerate() {
                let here = (at, index);
                for &number in run.annotations.iter().filter(|&&number| known(number)) {
                    reach.entry(Remark::Annotation(number)).or_insert((here, here)).1 = here;
                }
                for &number in run.weak.iter().filter(|&&number| weak(report, number).is_some()) {
                    reach.entry(Remark::Weak(number)).or_insert((here, here));
                }
            }
        }
        let mut own = Self::default();
        for (remark, (first, last)) in reach {
            own.begins.entry(first).or_default().push(remark);
            own.ends.entry(last).or_default().push(remark);
            if let Remark::Annotation(number) = remark {
                own.in_text.insert(number);
            }
        }
        own
    }

    /// Whether annotation `number` has its comment in the text.
    pub(super) fn is_in_text(&self, number: usize) -> bool {
        self.in_text.contains(&number)
    }

    /// `paragraph` with the beginnings of the comments that begin at run `at`.
    pub(super) fn begin(&mut self, sheet: &mut Sheet, report: &Report, at: At, mut paragraph: Paragraph) -> Paragraph {
        for remark in self.begins.remove(&at).unwrap_or_default() {
            let comment = match remark {
                Remark::Annotation(number) => annotation(report, number).map(|own| self.of_annotation(sheet, own)),
                Remark::Weak(number) => weak(report, number).map(|own| self.of_weak(sheet, report, own)),
            };
            if let Some(comment) = comment {
                paragraph = paragraph.add_comment_start(comment);
            }
        }
        paragraph
    }

    /// `paragraph` with the ends of those that end at run `at`.
    pub(super) fn end(&self, at: At, paragraph: Paragraph) -> Paragraph {
        let ends = self.ends.get(&at).into_iter().flatten().filter_map(|remark| self.ids.get(remark));
        ends.fold(paragraph, |paragraph, &id| paragraph.add_comment_end(id))
    }

    fn id(&mut self, remark: Remark) -> usize {
        let next = self.ids.len();
        *self.ids.entry(remark).or_insert(next)
    }

    /// What the reader says of an annotation: one paragraph with line ends, since the library writes a comment once more
    /// for each further paragraph of it.
    pub(super) fn of_annotation(&mut self, sheet: &mut Sheet, own: &Marked) -> Comment {
        let comment = Comment::new(self.id(Remark::Annotation(own.number))).author(escaped(&own.author)).date(point(&own.modified));
        let mut head = sheet.paragraph("CommentText").add_run(strong(&format!("{}. {}", own.number, own.kind_name)));
        if let Some(strength) = own.strength {
            head = head.add_run(run(&format!(" · {strength}")));
        }
        if !own.reason.is_empty() {
            head = head.add_run(run(&format!(": {}", own.reason)));
        }
        for words in [own.note.trim_end(), &own.tags.join(", ")] {
            if !words.is_empty() {
                head = head.add_run(run("\n")).add_run(run(words));
            }
        }
        comment.add_paragraph(head)
    }

    /// What the program found.
    fn of_weak(&mut self, sheet: &mut Sheet, report: &Report, own: &Weak) -> Comment {
        let comment = Comment::new(self.id(Remark::Weak(own.number))).author("Glossator").date(point(&report.facts.changed));
        let head = sheet.paragraph("CommentText").add_run(strong(&format!("W{} {}: ", own.number, own.rule))).add_run(run(&own.message));
        comment.add_paragraph(head.add_run(run("\n")).add_run(run(&own.hint)))
    }
}

fn annotation(report: &Report, number: usize) -> Option<&Marked> {
    report.annotations.as_ref()?.get(number.checked_sub(1)?)
}

fn weak(report: &Report, number: usize) -> Option<&Weak> {
    report.weak.as_ref()?.get(number.checked_sub(1)?)
}
