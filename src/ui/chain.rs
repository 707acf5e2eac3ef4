//! The evidence chain of the annotation in hand, drawn as one line from the claim to the work with every gap in it
//! named; and the other way round, what rests on a work.

use egui::accesskit::Role;
use egui::{Color32, Galley, Key, Pos2, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use std::sync::Arc;

use super::Window;
use super::outline::caption;
use super::reader::shorten;
use super::theme::{Palette, reading, sans};
use crate::annotation::{Annotation, End, Id};
use crate::review::argument::count;
use crate::review::argument::{State, Step, What};
use crate::session::{Session, Went};

/// Steps shown: a longer chain is no chain any more.
const SHOWN: usize = 80;
/// Reasons shown at one step.
const REASONS: usize = 3;
/// How far one branch stands to the right of the one it grows from.
const BRANCH: f32 = 14.0;
/// The side of a step's square.
const SQUARE: f32 = 12.0;

/// What the reader wants of a chain.
enum Act {
    Go(usize),
    Outside(End),
    WhoSaysSo(usize),
}

impl Window {
    /// The evidence chain of `held`.
    pub(super) fn chain_ui(&mut self, ui: &mut Ui, held: &Annotation) {
        let palette = self.palette;
        let Some(session) = &self.session else { return };
        let chain = session.chain_of(&held.id);
        // What need not be shown to be so, and leans on nothing, has no chain.
        if chain.as_ref().is_some_and(|chain| chain.steps.len() < 2) {
            return;
        }
        ui.add_space(14.0);
        caption(ui, "Evidence chain", &palette);
        let Some(chain) = chain else {
            ui.label(egui::RichText::new("The references of this text are being read.").font(sans(12.5)).color(palette.muted));
            return;
        };
        let here = session.along_step();
        let mut act = None;
        let mut centers: Vec<Pos2> = Vec::new();
        // Lines lie under squares, and are known only when all steps have their places.
        let lines = ui.painter().add(Shape::Noop);
        ui.spacing_mut().item_spacing.y = 0.0;
        for (index, step) in chain.steps.iter().enumerate().take(SHOWN) {
            let top = ui.cursor().top();
            let (center, wanted) = step_ui(ui, session, step, index, here == Some(index), &palette);
            if here == Some(index) && self.side.step_shown != here {
                let row = Rect::from_x_y_ranges(ui.max_rect().x_range(), top..=ui.cursor().top());
                ui.scroll_to_rect(row, None);
            }
            centers.push(center);
            act = wanted.or(act);
        }
        self.side.step_shown = here;
        let mut drawn = Vec::new();
        let line = Stroke::new(1.5, palette.hairline);
        for (step, &to) in chain.steps.iter().zip(&centers) {
            let Some(&from) = step.parent.and_then(|parent| centers.get(parent)) else { continue };
            drawn.push(Shape::line_segment([from, pos2(from.x, to.y)], line));
            if (to.x - from.x).abs() > 0.5 {
                drawn.push(Shape::line_segment([pos2(from.x, to.y), to], line));
            }
        }
        ui.painter().set(lines, Shape::Vec(drawn));
        ui.spacing_mut().item_spacing.y = 6.0;
        if chain.steps.len() > SHOWN {
            let more = format!("and {} more", count(chain.steps.len() - SHOWN, "step"));
            ui.label(egui::RichText::new(more).font(sans(12.0)).color(palette.muted));
        }
        let id = held.id.clone();
        let ctx = ui.ctx().clone();
        match act {
            Some(Act::Go(step)) => {
                if let Some(session) = &mut self.session {
                    session.go_to_step(&id, step);
                    self.reader.show_upper(session.selection.head);
                    self.focus_text();
                }
            }
            Some(Act::Outside(end)) => {
                if let Some(mut session) = self.session.take() {
                    let went = session.follow_end(&end);
                    self.followed(&ctx, &mut session, went);
                    self.session = Some(session);
                }
            }
            Some(Act::WhoSaysSo(work)) => self.show_work(work),
            None => {}
        }
    }

    /// Goes to the next step of the chain of the annotation in hand.
    pub(super) fn go_along(&mut self, ctx: &egui::Context, session: &mut Session) {
        match session.go_along() {
            Went::There(words) => {
                self.reader.show_upper(session.selection.head);
                self.say(shorten(&words, 160));
            }
            Went::Outside(end) => {
                let went = session.follow_end(&end);
                self.followed(ctx, session, went);
            }
            Went::Nowhere(why) => self.say(why),
        }
    }
}

/// One step; gives the middle of its square, and what the reader wants.
fn step_ui(ui: &mut Ui, session: &Session, step: &Step, index: usize, here: bool, palette: &Palette) -> (Pos2, Option<Act>) {
    let indent = BRANCH * step.branch.min(4) as f32;
    let left = indent + SQUARE + 12.0;
    let width = (ui.available_width() - left).max(60.0);
    let missing = step.what == What::Gap;
    let words = if missing {
        ui.painter().layout(step.words.clone(), sans(12.5), palette.weak, width)
    } else {
        lines(ui, &step.words, 14.5, 19.0, palette.ink, width)
    };
    let aside = (!step.aside.is_empty()).then(|| ui.painter().layout(step.aside.clone(), sans(11.5), palette.muted, width));
    let who = step.work.map(|_| ui.painter().layout_no_wrap("who says so?".to_owned(), sans(11.5), palette.link));
    let reasons: &[_] = match &step.state {
        State::Weak(reasons) => reasons,
        _ => &[],
    };
    let mut faults: Vec<Arc<Galley>> = Vec::new();
    for reason in reasons.iter().take(REASONS) {
        let color = if reason.grave { palette.weak } else { palette.warning };
        faults.push(ui.painter().layout(shorten(&reason.words, 220), sans(12.0), color, width));
    }
    if reasons.len() > REASONS {
        faults.push(ui.painter().layout_no_wrap(format!("and {} more", reasons.len() - REASONS), sans(11.5), palette.muted));
    }
    // "who says so?" stands behind the small words where there is room.
    let room = |aside: &Galley, who: &Galley| aside.rows.len() < 2 && aside.rect.width() + who.rect.width() + 14.0 < width;
    let beside = matches!((&aside, &who), (Some(aside), Some(who)) if room(aside, who));
    let height_of = |galley: &Galley| galley.rect.height() + 1.0;
    let mut height = 4.0 + height_of(&words) + faults.iter().map(|own| height_of(own)).sum::<f32>();
    height += aside.as_ref().map_or(0.0, |own| height_of(own));
    height += who.as_ref().filter(|_| !beside).map_or(0.0, |own| height_of(own));
    height += 8.0;

    let goes = step.at.is_some() || step.end.is_some();
    let sense = if goes { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), sense);
    let said = spoken(step);
    response.widget_info(|| WidgetInfo::labeled(if goes { Role::Link } else { Role::Label }, true, &said));
    let painter = ui.painter().clone();
    if here || (goes && (response.hovered() || response.has_focus())) {
        let fill = if here { palette.selected } else { palette.selected.gamma_multiply(0.6) };
        painter.rect_filled(rect.expand2(vec2(6.0, 0.0)), 4.0, fill);
    }
    if response.has_focus() {
        painter.rect_stroke(rect.expand2(vec2(6.0, 0.0)), 4.0, Stroke::new(1.5, palette.link), StrokeKind::Inside);
    }
    let center = pos2(rect.left() + indent + SQUARE / 2.0, rect.top() + 4.0 + 10.0);
    square(ui, session, step, center, palette);
    let mut at = pos2(rect.left() + left, rect.top() + 4.0);
    let mut put = |galley: Arc<Galley>, color: Color32| {
        let top = at;
        at.y += galley.rect.height() + 1.0;
        painter.galley(top, galley, color);
        top
    };
    put(words, palette.ink);
    let mut who_at = None;
    if let Some(aside) = aside {
        let wide = aside.rect.width();
        let top = put(aside, palette.muted);
        who_at = Some(top + vec2(wide + 10.0, 0.0));
    }
    let mut act = None;
    if let (Some(who), Some(work)) = (who, step.work) {
        let size = who.rect.size();
        let top = match who_at.filter(|_| beside) {
            Some(top) => {
                painter.galley(top, who, palette.link);
                top
            }
            None => put(who, palette.link),
        };
        let place = Rect::from_min_size(top, size).expand(2.0);
        let asked = ui.interact(place, response.id.with(("who", index)), Sense::click());
        asked.widget_info(|| WidgetInfo::labeled(Role::Link, true, format!("Who says so? {}", step.words)));
        if asked.hovered() || asked.has_focus() {
            painter.hline(place.x_range().shrink(2.0), place.bottom() - 2.0, Stroke::new(1.0, palette.link));
        }
        if pressed(ui, &asked.on_hover_text("All that rests on this work, and what would fall without it")) {
            act = Some(Act::WhoSaysSo(work));
        }
    }
    for fault in faults {
        put(fault, palette.weak);
    }
    let response = if goes { response.on_hover_text("Go there; Alt+Left comes back") } else { response };
    if act.is_none() && goes && pressed(ui, &response) {
        act = Some(step.end.clone().map_or(Act::Go(index), Act::Outside));
    }
    (center, act)
}

/// A step as it is read out.
fn spoken(step: &Step) -> String {
    if step.what == What::Gap {
        return format!("Missing: {}", step.words);
    }
    let mut said = step.words.clone();
    if !step.aside.is_empty() {
        said.push_str(&format!("; {}", step.aside));
    }
    if let State::Weak(reasons) = &step.state {
        for reason in reasons {
            said.push_str(&format!("; {}", reason.words));
        }
    }
    said
}

/// Whether a link was clicked, or chosen with the keyboard.
pub fn pressed(ui: &Ui, response: &Response) -> bool {
    response.clicked() || (response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)))
}

/// Words in the reading face, with the lines `leading` apart.
pub fn lines(ui: &Ui, words: &str, size: f32, leading: f32, color: Color32, width: f32) -> Arc<Galley> {
    let mut job = egui::text::LayoutJob::simple(words.to_owned(), reading(size), color, width);
    for section in &mut job.sections {
        section.format.line_height = Some(leading);
    }
    ui.painter().layout_job(job)
}

/// The square of a step: filled where the reader tagged it, hollow where only the text has it, dashed where it is missing.
fn square(ui: &Ui, session: &Session, step: &Step, center: Pos2, palette: &Palette) {
    let rect = Rect::from_center_size(center, vec2(SQUARE, SQUARE));
    let painter = ui.painter();
    let ground = palette.panel;
    match step.what {
        What::Gap => {
            painter.rect_filled(rect, 2.5, ground);
            let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
            painter.extend(Shape::dashed_line(&corners, Stroke::new(1.3, palette.weak), 3.0, 2.0));
        }
        _ if step.annotation.is_some() => {
            let color = session.glosses().kind(&step.kind).map_or("", |kind| kind.color.as_str());
            painter.rect_filled(rect, 2.5, palette.kind(&step.kind, color).rule);
        }
        _ => {
            let color = match step.what {
                What::Citation | What::Note => palette.kind("citation", "#2f6fa8").rule,
                _ => palette.muted,
            };
            painter.rect(rect, 2.5, ground, Stroke::new(1.4, color), StrokeKind::Inside);
        }
    }
}

/// What rests on work `work`: claims and hypotheses, with those that would fall without it. Gives the one chosen.
pub fn rests_ui(ui: &mut Ui, session: &Session, work: usize, palette: &Palette) -> Option<Id> {
    let rests = session.rests_on(work)?;
    ui.add_space(8.0);
    caption(ui, "What rests on it", palette);
    let fall = rests.would_fall().count();
    let mut said = vec![count(rests.citations.len(), "citation"), count(rests.claims.len(), "claim")];
    if fall > 0 {
        said.push(format!("{fall} would fall without it"));
    }
    ui.label(egui::RichText::new(said.join(" · ")).font(sans(12.0)).color(palette.muted));
    let mut chosen = None;
    for (own, alone) in rests.claims.iter().map(|own| (own, own.alone)).chain(rests.others.iter().map(|own| (own, false))).take(SHOWN) {
        let Some(annotation) = session.annotation(&own.id) else { continue };
        let marker = annotation.anchor.span().and_then(|span| session.structure.note_of_marker(span.start));
        let words = match marker.and_then(|note| session.structure.notes.get(note)) {
            Some(note) => format!("marker {}", note.label),
            None => shorten(&session.words_of(&annotation.anchor), 160),
        };
        let kind = session.glosses().kind_name(&annotation.kind).to_lowercase();
        let place = annotation.anchor.span().map_or_else(|| "the whole document".to_owned(), |span| session.whereabouts(span.start));
        let how = if own.directly { "cites it" } else { "by what it rests on" };
        let aside = format!("{kind} · {how} · {place}");
        let warning = alone.then_some("would fall without it");
        let color = session.glosses().kind(&annotation.kind).map_or("", |kind| kind.color.as_str());
        let rule = palette.kind(&annotation.kind, color).rule;
        if place_ui(ui, &words, &aside, warning, rule, palette) {
            chosen = Some(own.id.clone());
        }
    }
    if rests.claims.len() + rests.others.len() > SHOWN {
        let more = rests.claims.len() + rests.others.len() - SHOWN;
        ui.label(egui::RichText::new(format!("and {more} more")).font(sans(12.0)).color(palette.muted));
    }
    chosen
}

/// Words of the text with something small beneath and perhaps a warning; true when it was chosen.
fn place_ui(ui: &mut Ui, words: &str, aside: &str, warning: Option<&str>, rule: Color32, palette: &Palette) -> bool {
    let left = SQUARE + 10.0;
    let width = (ui.available_width() - left).max(60.0);
    let said = lines(ui, words, 13.5, 18.0, palette.ink, width);
    let small = ui.painter().layout(aside.to_owned(), sans(11.5), palette.muted, width);
    let warned = warning.map(|words| ui.painter().layout(words.to_owned(), sans(11.5), palette.warning, width));
    let height = said.rect.height() + small.rect.height() + warned.as_ref().map_or(0.0, |own| own.rect.height() + 1.0) + 8.0;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let spoken = match warning {
        Some(warning) => format!("{words}; {aside}; {warning}"),
        None => format!("{words}; {aside}"),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &spoken));
    let painter = ui.painter();
    if response.hovered() || response.has_focus() {
        painter.rect_filled(rect.expand2(vec2(6.0, 0.0)), 4.0, palette.selected.gamma_multiply(0.6));
    }
    painter.rect_filled(Rect::from_min_size(rect.left_top() + vec2(0.0, 7.0), vec2(SQUARE - 2.0, SQUARE - 2.0)), 2.5, rule);
    let mut at = rect.left_top() + vec2(left, 3.0);
    let next = at.y + said.rect.height();
    painter.galley(at, said, palette.ink);
    at.y = next;
    let next = at.y + small.rect.height() + 1.0;
    painter.galley(at, small, palette.muted);
    at.y = next;
    if let Some(warned) = warned {
        painter.galley(at, warned, palette.warning);
    }
    pressed(ui, &response.on_hover_text("Take it in hand"))
}
