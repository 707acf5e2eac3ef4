//! The ledger of hypotheses: where each is stated, tested and concluded on, what speaks for and against it, and which
//! of these never happens.

use egui::accesskit::Role;
use egui::{RichText, Sense, Ui, WidgetInfo, pos2, vec2};

use super::Window;
use super::chain::{lines, pressed};
use super::outline::caption;
use super::reader::shorten;
use super::theme::{Palette, sans};
use crate::annotation::Id;
use crate::review::argument::count;
use crate::review::argument::{Place, Tested};
use crate::session::Session;
use crate::session::command::Command;

/// Places shown of one sort.
const SHOWN: usize = 6;

impl Window {
    /// All hypotheses with what became of them.
    pub(super) fn ledger_ui(&mut self, ui: &mut Ui, asked: &mut Vec<Command>) {
        let palette = self.palette;
        let Some(session) = &self.session else { return };
        caption(ui, "Hypotheses", &palette);
        let Some(ledger) = session.ledger() else {
            ui.label(RichText::new("The references of this text are being read.").font(sans(12.5)).color(palette.muted));
            return;
        };
        if ledger.hypotheses.is_empty() {
            let key = self.keymap.shown(Command::Tag(2));
            let words = format!("None is tagged. Select what the text sets out to show and press {key}.");
            ui.label(RichText::new(words).font(sans(12.5)).color(palette.muted));
            return;
        }
        let mut take = None;
        for tested in &ledger.hypotheses {
            take = hypothesis_ui(ui, session, tested, &palette).or(take);
            ui.add_space(10.0);
        }
        if self.key_button(ui, "Next hypothesis", Command::NextHypothesis, true) {
            asked.push(Command::NextHypothesis);
        }
        if let Some(id) = take
            && let Some(mut session) = self.session.take()
        {
            self.hold(&mut session, &id);
            self.session = Some(session);
            self.focus_text();
        }
    }
}

/// One hypothesis; gives the annotation that the reader wants in hand.
fn hypothesis_ui(ui: &mut Ui, session: &Session, tested: &Tested, palette: &Palette) -> Option<Id> {
    let mut take = None;
    ui.spacing_mut().item_spacing.y = 1.0;
    let rule = palette.kind("hypothesis", "#7a4fb0").rule;
    let width = (ui.available_width() - 12.0).max(60.0);
    let words = shorten(&tested.words, 200);
    let galley = lines(ui, &words, 14.5, 19.0, palette.ink, width);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.rect.height() + 6.0), Sense::click());
    let spoken = match tested.gaps.as_slice() {
        [] => format!("Hypothesis: {words}"),
        gaps => format!("Hypothesis: {words}; {}", gaps.join("; ")),
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &spoken));
    let painter = ui.painter();
    if response.hovered() || response.has_focus() {
        painter.rect_filled(rect.expand2(vec2(6.0, 0.0)), 4.0, palette.selected.gamma_multiply(0.6));
    }
    painter.rect_filled(egui::Rect::from_min_size(rect.left_top(), vec2(3.0, rect.height())), 0.0, rule);
    painter.galley(rect.left_top() + vec2(12.0, 3.0), galley, palette.ink);
    if pressed(ui, &response.on_hover_text("Take it in hand")) {
        take = Some(tested.stated.id.clone());
    }
    let stated = std::slice::from_ref(&tested.stated);
    for (name, places) in [("stated", stated), ("tested", &tested.tested), ("concluded", &tested.concluded)] {
        for (index, place) in places.iter().take(SHOWN).enumerate() {
            if place_ui(ui, session, if index == 0 { name } else { "" }, place, palette) {
                take = Some(place.id.clone());
            }
        }
        if places.len() > SHOWN {
            small(ui, &format!("and {} more", places.len() - SHOWN), palette.muted);
        }
    }
    let mut against = format!("{} · {} against it", count_for(tested.supports), tested.attacks);
    if tested.qualifies > 0 {
        against.push_str(&format!(" · {} qualifying it", tested.qualifies));
    }
    small(ui, &against, palette.muted);
    for gap in &tested.gaps {
        small(ui, gap, palette.weak);
    }
    take
}

fn count_for(number: usize) -> String {
    format!("{} for it", count(number, "annotation"))
}

fn small(ui: &mut Ui, words: &str, color: egui::Color32) {
    let inset = egui::Frame::NONE.inner_margin(egui::Margin { left: 12, ..egui::Margin::ZERO });
    inset.show(ui, |ui| ui.add(egui::Label::new(RichText::new(words).font(sans(12.0)).color(color)).wrap()));
}

/// A place where something is done with a hypothesis; true when it was chosen.
fn place_ui(ui: &mut Ui, session: &Session, name: &str, place: &Place, palette: &Palette) -> bool {
    let (left, height) = (12.0 + 68.0, 19.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::click());
    let at = place.at.map_or_else(|| "the whole document".to_owned(), |at| session.whereabouts(at));
    // What it does comes first: where it does so may be cut off.
    let how = if place.relation.is_empty() { String::new() } else { format!("{}: ", session.glosses().relation_name(&place.relation)) };
    let words = format!("{how}{at}");
    let excerpt = session.annotation(&place.id).map(|own| shorten(&session.words_of(&own.anchor), 80)).unwrap_or_default();
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, format!("{name} {at}, {how}{excerpt}").trim().to_owned()));
    let painter = ui.painter().with_clip_rect(rect.expand2(vec2(6.0, 0.0)));
    if response.hovered() || response.has_focus() {
        painter.rect_filled(rect.expand2(vec2(6.0, 0.0)), 4.0, palette.selected.gamma_multiply(0.6));
    }
    let label = painter.layout_no_wrap(name.to_owned(), sans(12.0), palette.muted);
    let mut job = egui::text::LayoutJob::simple_singleline(words, sans(12.0), palette.link);
    job.wrap = egui::text::TextWrapping::truncate_at_width((rect.width() - left).max(30.0));
    let words = painter.layout_job(job);
    painter.galley(pos2(rect.left() + 12.0, rect.top() + 2.0), label, palette.muted);
    painter.galley(pos2(rect.left() + left, rect.top() + 2.0), words, palette.link);
    pressed(ui, &response.on_hover_text(if excerpt.is_empty() { "Take it in hand".to_owned() } else { excerpt }))
}
