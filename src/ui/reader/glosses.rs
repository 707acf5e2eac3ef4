//! The right margin: the reader's glosses beside their lines, as in old books, and where the reader wants them there
//! the notes of the text beside their markers. They share it: each stands beside its line or below the one before.

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Painter, Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::layout::{Column, Laid, lay_beside};
use super::{Reader, focus_id, marks, pointer};
use crate::annotation::{Annotation, Id, Strength};
use crate::review::argument::count;
use crate::session::{NotesAt, Session};
use crate::text::Span;
use crate::ui::theme::{Palette, reading_italic, sans};

/// Lines of a gloss shown in the margin; all of it stands on the right side when the annotation is in hand.
const LINES: usize = 4;
/// Lines of a note of the text, where the next one leaves room; the caret at its marker shows all of it.
const NOTE_LINES: usize = 6;
/// What is pushed down further than this by those above it would no longer stand beside its words.
const FARTHEST: f32 = 220.0;
/// How far a note may push the next one down from its line, in points, rather than be cut short.
const PUSH: f32 = 64.0;
/// Between the rule on the left and the words.
const INSET: f32 = 12.0;

/// What stands in the margin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Gloss {
    /// The reader's note on an annotation.
    Own(Id),
    /// A note of the text, by its block.
    Note(usize),
    /// The finding in hand.
    Finding(usize),
}

/// What was clicked there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clicked {
    /// A gloss: its annotation.
    Gloss(Id),
    /// A note of the text, at this byte, and the annotation that stands there.
    Note(usize, Option<Id>),
}

impl Reader {
    /// The notes whose markers stand in a unit, and what the reader noted on them, each with the top of its line.
    pub(super) fn note_anchors(&self, session: &Session, laid: &Laid, anchors: &mut Vec<(f32, Gloss)>) {
        if self.flow.is_raw() || session.order().is_none_or(|order| order.notes() != NotesAt::Margin) {
            return;
        }
        for (range, at) in laid.markers(session) {
            let note = session.structure.note_of_marker(at).and_then(|note| session.structure.notes.get(note));
            let Some(index) = note.and_then(|note| note.block) else { continue };
            let top = laid.caret_rect(range.start, true).top();
            anchors.push((top, Gloss::Note(index)));
            let own = session.structure.blocks.get(index).map_or(Span::default(), |block| block.span());
            if session.order().is_some_and(|order| order.is_beside(index)) && !self.flow.is_open(index) {
                anchors.extend(session.index().parts_in(own).into_iter().map(|(_, id)| (top + 0.5, Gloss::Own(id))));
            }
        }
    }

    /// Paints the margin; `anchors` are the tops of the lines that its glosses and notes belong to. What was clicked,
    /// if anything.
    pub(super) fn paint_glosses(
        &self, ui: &Ui, session: &Session, margin: Rect, column: &Column, mut anchors: Vec<(f32, Gloss)>,
    ) -> Option<Clicked> {
        let palette = &column.palette;
        let painter = ui.painter().with_clip_rect(margin.expand2(vec2(8.0, 0.0)));
        anchors.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut shown: Vec<(f32, Gloss)> = Vec::new();
        for (top, gloss) in anchors {
            let says = match &gloss {
                Gloss::Own(id) => session.annotation(id).is_some_and(|own| !own.note.trim().is_empty() || meta_of(session, own).is_some()),
                Gloss::Note(_) | Gloss::Finding(_) => true,
            };
            if says && shown.iter().all(|(_, other)| *other != gloss) {
                shown.push((top, gloss));
            }
        }
        let mut y = margin.top() - 400.0;
        let (mut glosses_left, mut notes_left) = (0, 0);
        let mut clicked = None;
        for (number, (top, gloss)) in shown.iter().enumerate().filter(|(_, (top, _))| *top < margin.bottom()) {
            let at = top.max(y);
            let left_out = at - top > FARTHEST || at > margin.bottom();
            let (height, hit) = match gloss {
                Gloss::Finding(_) if left_out => continue,
                Gloss::Own(_) if left_out => {
                    glosses_left += 1;
                    continue;
                }
                Gloss::Note(_) if left_out => {
                    notes_left += 1;
                    continue;
                }
                Gloss::Finding(index) => (paint_finding(ui, &painter, session, margin, palette, at + 2.0, *index), None),
                Gloss::Own(id) => self.paint_gloss(ui, &painter, session, margin, palette, at + 2.0, id),
                Gloss::Note(index) => {
                    let room = shown.get(number + 1).map_or(f32::INFINITY, |(next, _)| next - at + PUSH);
                    self.paint_note(ui, &painter, session, margin, column, (at + 5.0, room), *index)
                }
            };
            clicked = hit.or(clicked);
            y = at + height + 12.0;
        }
        let mut words = Vec::new();
        if notes_left > 0 {
            words.push(format!("{} here", count(notes_left, "more note")));
        }
        if glosses_left > 0 {
            words.push(format!("{glosses_left} more glosses here; Alt+2 lists all"));
        }
        if !words.is_empty() {
            let place = pos2(margin.left() + INSET, margin.bottom() - 8.0);
            let galley = painter.layout(words.join("\n"), sans(11.0), palette.muted, margin.width() - INSET);
            let rect = Rect::from_min_size(pos2(place.x, place.y - galley.rect.height()), galley.rect.size());
            let ground = Rect::from_min_max(pos2(margin.left(), rect.top() - 4.0), margin.max);
            painter.rect_filled(ground, 0.0, palette.paper);
            painter.galley(rect.min, galley, palette.muted);
        }
        clicked
    }

    /// One gloss of the reader, from `top` down: its height, and whether it was clicked.
    #[allow(clippy::too_many_arguments)]
    fn paint_gloss(
        &self, ui: &Ui, painter: &Painter, session: &Session, margin: Rect, palette: &Palette, top: f32, id: &Id,
    ) -> (f32, Option<Clicked>) {
        let Some(annotation) = session.annotation(id) else { return (0.0, None) };
        let meta = meta_of(session, annotation);
        let color = session.glosses().kind(&annotation.kind).map_or("", |kind| kind.color.as_str());
        let look = palette.kind(&annotation.kind, color);
        let weak = matches!(annotation.strength, Some(Strength::Weak | Strength::Missing));
        let galley = ui.ctx().fonts_mut(|fonts| {
            fonts.layout_job(job_of(annotation, meta.as_deref().unwrap_or(""), weak, margin.width() - INSET - 2.0, palette))
        });
        let height = galley.rect.height();
        let bar = Rect::from_min_size(pos2(margin.left(), top), vec2(3.0, height));
        painter.rect_filled(bar, 0.0, if weak { palette.weak } else { look.rule });
        let area = Rect::from_min_size(pos2(margin.left(), top), vec2(margin.width(), height));
        if session.in_hand.as_ref() == Some(id) {
            painter.rect_filled(area.translate(vec2(3.0, 0.0)), 2.0, palette.selected.gamma_multiply(0.6));
        }
        let response = ui.interact(area.intersect(self.view), focus_id().with(("gloss", id.as_str())), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Note, true, galley.text()));
        let hit = response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked().then(|| Clicked::Gloss(id.clone()));
        painter.galley(pos2(margin.left() + INSET, top), galley, palette.ink_ui);
        (height, hit)
    }

    /// One note of the text, from `place.0` down, in as many lines as fit into `place.1` points; all of it when the caret
    /// is at its marker. Its height, and where it was clicked.
    #[allow(clippy::too_many_arguments)]
    fn paint_note(
        &self, ui: &Ui, painter: &Painter, session: &Session, margin: Rect, column: &Column, place: (f32, f32), index: usize,
    ) -> (f32, Option<Clicked>) {
        let palette = &column.palette;
        let (top, room) = place;
        let note = session.structure.note_of_block(index);
        let head = session.selection.head;
        let at_marker = session.marker_near(head).is_some_and(|marker| session.structure.note_of_marker(marker.start) == note);
        let narrow = Column { left: margin.left() + INSET, width: margin.width() - INSET - 2.0, ..*column };
        let line = (narrow.looks.size * 0.69).max(9.0) * 1.36;
        let rows = if at_marker { 60 } else { ((room / line) as usize).clamp(2, NOTE_LINES) };
        let mut laid = lay_beside(ui.ctx(), session, index, &narrow, rows);
        laid.origin = pos2(narrow.left, top);
        let area = Rect::from_min_size(pos2(margin.left(), top), vec2(margin.width(), laid.galley.rect.height()));
        if at_marker || self.flow.is_open(index) {
            painter.rect_filled(area.expand2(vec2(0.0, 3.0)), 3.0, palette.selected.gamma_multiply(0.6));
        }
        let response = ui.interact(area.intersect(self.view), focus_id().with(("note", index)), Sense::click());
        let label = note.and_then(|note| session.structure.notes.get(note)).map_or("", |note| note.label.as_str());
        response.widget_info(|| WidgetInfo::labeled(Role::Note, true, format!("Note {label} in the margin: {}", laid.text())));
        let parts = marks::parts_of(&laid, session, palette);
        let clicked = response.clicked().then(|| response.interact_pointer_pos()).flatten();
        let hit = clicked.map(|pos| {
            let own = parts.iter().filter(|part| laid.rects(part.range.clone()).iter().any(|rect| rect.contains(pos)));
            Clicked::Note(laid.source_at(laid.place_at(pos).0), own.min_by_key(|part| part.range.len()).map(|part| part.id.clone()))
        });
        let response = response.on_hover_cursor(egui::CursorIcon::PointingHand);
        let leans = |note| session.references_in(note).iter().any(|reference| session.stands_for(reference).is_some());
        if let Some(note) = note.filter(|&note| response.hovered() && (laid.galley.elided || leans(note))) {
            response.on_hover_ui(|ui| {
                ui.set_max_width(380.0);
                pointer::note_ui(ui, session, note, palette);
            });
        }
        marks::paint_words(painter, session, &laid, &parts, palette, false);
        (laid.galley.rect.height() + 3.0, hit)
    }
}

/// The finding in hand beside its words, from `top` down: its height.
fn paint_finding(ui: &Ui, painter: &Painter, session: &Session, margin: Rect, palette: &Palette, top: f32, index: usize) -> f32 {
    let Some(finding) = session.review().and_then(|review| review.findings.get(index)) else { return 0.0 };
    let width = margin.width() - INSET - 2.0;
    let mut job = LayoutJob { wrap: TextWrapping { max_width: width, max_rows: 9, ..TextWrapping::default() }, ..LayoutJob::default() };
    job.append(&finding.message, 0.0, TextFormat { line_height: Some(17.0), ..TextFormat::simple(sans(13.0), palette.ink_ui) });
    let keys = format!("\n{} · F next · Y confirm · X dismiss", finding.rule.id);
    job.append(&keys, 0.0, TextFormat { line_height: Some(15.0), ..TextFormat::simple(sans(11.0), palette.muted) });
    let galley = ui.ctx().fonts_mut(|fonts| fonts.layout_job(job));
    let height = galley.rect.height();
    painter.rect_filled(
        Rect::from_min_size(pos2(margin.left(), top), vec2(3.0, height)),
        0.0,
        crate::ui::findings::severity_color(finding.severity, palette),
    );
    painter.galley(pos2(margin.left() + INSET, top), galley, palette.ink_ui);
    height
}

/// What the program says under the reader's words; `None` when there is nothing worth a line.
fn meta_of(session: &Session, annotation: &Annotation) -> Option<String> {
    let mut said = Vec::new();
    let links = session.index().links_of(&annotation.id).len();
    if links > 0 {
        said.push(count(links, "link"));
    }
    if let Some(strength) = annotation.strength {
        said.push(match (strength, annotation.reason.trim()) {
            (Strength::Weak | Strength::Missing, reason) if !reason.is_empty() => format!("{}: {reason}", strength.name()),
            _ => strength.name().to_owned(),
        });
    }
    if annotation.done == Some(false) {
        said.push("to do".to_owned());
    }
    said.extend(annotation.tags.iter().map(|tag| format!("#{tag}")));
    let worth = !said.is_empty() || !annotation.note.trim().is_empty();
    worth.then(|| {
        let kind = session.glosses().kind_name(&annotation.kind).to_lowercase();
        std::iter::once(kind).chain(said).collect::<Vec<_>>().join(" · ")
    })
}

fn job_of(annotation: &Annotation, meta: &str, weak: bool, width: f32, palette: &Palette) -> LayoutJob {
    let mut job =
        LayoutJob { wrap: TextWrapping { max_width: width, max_rows: LINES + 3, ..TextWrapping::default() }, ..LayoutJob::default() };
    let note = annotation.note.trim();
    if !note.is_empty() {
        // Long notes are cut at a word, roughly where four lines end.
        let longest = (width / 5.6) as usize * LINES;
        let shown: String = if note.chars().count() > longest {
            let cut: String = note.chars().take(longest).collect();
            format!("{}…", cut.trim_end())
        } else {
            note.to_owned()
        };
        let format = TextFormat { line_height: Some(19.0), ..TextFormat::simple(reading_italic(13.5), palette.ink_ui) };
        job.append(&shown, 0.0, format);
        job.append("\n", 0.0, TextFormat::simple(sans(3.0), palette.muted));
    }
    let color = if weak { palette.weak } else { palette.muted };
    job.append(meta, 0.0, TextFormat { line_height: Some(14.0), ..TextFormat::simple(sans(11.0), color) });
    job
}
