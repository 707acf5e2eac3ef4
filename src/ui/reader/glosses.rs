//! The right margin: the reader's notes beside their lines, as glosses stand in old books.

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Rect, Sense, Ui, WidgetInfo, pos2, vec2};

use super::{Reader, focus_id};
use crate::annotation::{Annotation, Id, Strength};
use crate::session::Session;
use crate::ui::outline::count;
use crate::ui::theme::{Palette, reading_italic, sans};

/// Lines of a note shown in the margin; all of it stands on the right side when the annotation is in hand.
const LINES: usize = 4;
/// A gloss pushed down further than this by those above it would no longer stand beside its words.
const FARTHEST: f32 = 220.0;

impl Reader {
    /// Paints the glosses of what begins on the lines shown; `anchors` are the tops of those lines. The one that was
    /// clicked, if any.
    pub(super) fn paint_glosses(
        &self, ui: &Ui, session: &Session, margin: Rect, palette: &Palette, mut anchors: Vec<(f32, Id)>,
    ) -> Option<Id> {
        let painter = ui.painter().with_clip_rect(margin.expand2(vec2(8.0, 0.0)));
        anchors.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut seen: Vec<Id> = Vec::new();
        let mut y = margin.top() - 400.0;
        let mut left_out = 0;
        let mut clicked = None;
        for (top, id) in anchors {
            if seen.contains(&id) {
                continue;
            }
            let Some(annotation) = session.annotation(&id) else { continue };
            seen.push(id.clone());
            let meta = meta_of(session, annotation);
            if annotation.note.trim().is_empty() && meta.is_none() {
                continue;
            }
            let at = top.max(y);
            if at - top > FARTHEST || at > margin.bottom() {
                left_out += 1;
                continue;
            }
            let color = session.glosses().kind(&annotation.kind).map_or("", |kind| kind.color.as_str());
            let look = palette.kind(&annotation.kind, color);
            let weak = matches!(annotation.strength, Some(Strength::Weak | Strength::Missing));
            let galley = ui.ctx().fonts_mut(|fonts| {
                fonts.layout_job(job_of(annotation, meta.as_deref().unwrap_or(""), weak, margin.width() - 14.0, palette))
            });
            let height = galley.rect.height();
            let bar = Rect::from_min_size(pos2(margin.left(), at + 2.0), vec2(3.0, height));
            painter.rect_filled(bar, 0.0, if weak { palette.weak } else { look.rule });
            if session.in_hand.as_ref() == Some(&id) {
                painter.rect_filled(
                    Rect::from_min_size(pos2(margin.left() + 3.0, at + 2.0), vec2(margin.width(), height)),
                    2.0,
                    palette.selected.gamma_multiply(0.6),
                );
            }
            let area = Rect::from_min_size(pos2(margin.left(), at + 2.0), vec2(margin.width(), height)).intersect(self.view);
            let response = ui.interact(area, focus_id().with(("gloss", id.as_str())), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Note, true, galley.text()));
            if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
                clicked = Some(id.clone());
            }
            painter.galley(pos2(margin.left() + 12.0, at + 2.0), galley, palette.ink_ui);
            y = at + height + 12.0;
        }
        if left_out > 0 {
            let words = format!("{left_out} more glosses here; Alt+2 lists all");
            let place = pos2(margin.left() + 12.0, margin.bottom() - 8.0);
            let galley = painter.layout_no_wrap(words, sans(11.0), palette.muted);
            let rect = Rect::from_min_size(pos2(place.x, place.y - galley.rect.height()), galley.rect.size());
            painter.rect_filled(rect.expand(4.0), 3.0, palette.paper);
            painter.galley(rect.min, galley, palette.muted);
        }
        clicked
    }
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
