//! What was found about the sources, and what is suggested: a list in groups, the one in hand opened with its evidence,
//! and the verdict on it.

use std::collections::BTreeMap;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{
    Button, Color32, ComboBox, Frame, Margin, Rect, RichText, ScrollArea, Sense, Stroke, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::Window;
use super::annotation_panel::name_field;
use super::outline::caption;
use super::reader::shorten;
use super::theme::{Palette, mix, reading, sans};
use super::works::say;
use crate::annotation::{RuleSetting, Verdict};
use crate::review::argument::count;
use crate::review::{Family, Severity};
use crate::session::command::Command;
use crate::session::{Depth, Docket, EditError, Item, Offer, Session};
use crate::text::Span;

/// What the tab lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum List {
    /// What was found.
    #[default]
    Findings,
    /// What may be worth a tag.
    Suggestions,
}

/// By what findings are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
enum Group {
    #[default]
    Family,
    Work,
    Section,
    /// The gravest first, and F goes by it.
    Weight,
}

impl Group {
    const ALL: [Group; 4] = [Group::Family, Group::Work, Group::Section, Group::Weight];

    fn name(self) -> &'static str {
        match self {
            Group::Family => "family",
            Group::Work => "work",
            Group::Section => "section",
            Group::Weight => "weight",
        }
    }
}

/// A line of the tab.
#[derive(Clone, Debug, PartialEq)]
enum Row {
    Head(String, usize),
    /// Index in [`Docket::items`].
    Item(usize),
    /// Index in [`crate::review::Review::suggestions`].
    Suggestion(usize),
}

/// The tab's own state.
#[derive(Default)]
pub struct Findings {
    /// What is listed.
    pub list: List,
    group: Group,
    /// Judged ones are listed too.
    judged: bool,
    /// The one in hand is to be scrolled to.
    pub scroll: bool,
    /// The reason of the one in hand is to get the focus.
    pub focus_reason: bool,
    rows: Vec<Row>,
    made_for: Option<(usize, Group, List, bool, Option<Offer>)>,
    /// The height of the opened card, as it was drawn last.
    opened: f32,
}

/// What a rule can be in one document.
const SETTINGS: [(RuleSetting, &str); 3] = [
    (RuleSetting::Error, "This rule: an error here"),
    (RuleSetting::Warning, "This rule: a warning here"),
    (RuleSetting::Info, "This rule: a remark here"),
];

const HEAD: f32 = 32.0;
const CARD: f32 = 84.0;
const SUGGESTED: f32 = 78.0;

impl Window {
    pub(super) fn findings_ui(&mut self, ui: &mut Ui, asked: &mut Vec<Command>) {
        let palette = self.palette;
        let Some(session) = &self.session else { return };
        if session.review().is_none() {
            return say(ui, if session.is_analysing() { "The text is being reviewed." } else { "The text was not reviewed." }, &palette);
        }
        let docket = session.docket();
        self.findings_head_ui(ui, &docket);
        let Some(session) = &self.session else { return };
        let tab = &mut self.side.findings;
        tab.make_rows(session, &docket);
        if tab.rows.is_empty() {
            let words = match tab.list {
                List::Suggestions => "Nothing is suggested that you have not tagged or dismissed.",
                List::Findings if docket.items.is_empty() => "Nothing was found that makes a citation weak.",
                List::Findings => "Every finding has been judged.",
            };
            return say(ui, words, &palette);
        }
        let opened = tab.opened.max(CARD);
        let held = session.offer();
        let height = |row: &Row| match row {
            Row::Head(..) => HEAD,
            Row::Item(item) => {
                let in_hand = docket.items.get(*item).is_some_and(|item| held == Some(Offer::Finding(item.first())));
                if in_hand { opened } else { CARD }
            }
            Row::Suggestion(index) if held == Some(Offer::Suggestion(*index)) => opened,
            Row::Suggestion(_) => SUGGESTED,
        };
        let mut tops = Vec::with_capacity(tab.rows.len());
        let mut total = 0.0;
        let mut here = None;
        for row in &tab.rows {
            tops.push(total);
            total += height(row);
            let in_hand = match row {
                Row::Item(item) => docket.items.get(*item).is_some_and(|item| held == Some(Offer::Finding(item.first()))),
                Row::Suggestion(index) => held == Some(Offer::Suggestion(*index)),
                Row::Head(..) => false,
            };
            if in_hand {
                here = Some(tops.len() - 1);
            }
        }
        let mut area = ScrollArea::vertical().id_salt("findings").auto_shrink([false, false]);
        if std::mem::take(&mut tab.scroll)
            && let Some(top) = here.and_then(|here| tops.get(here))
        {
            area = area.vertical_scroll_offset((top - 60.0).clamp(0.0, (total - 100.0).max(0.0)));
        }
        let rows = tab.rows.clone();
        let mut take = None;
        area.show_viewport(ui, |ui, seen| {
            ui.set_min_height(total + 12.0);
            let origin = ui.max_rect().min;
            let width = ui.available_width();
            let first = tops.partition_point(|top| *top <= seen.top()).saturating_sub(1);
            for (row, top) in rows.iter().zip(&tops).skip(first).take_while(|(_, top)| **top < seen.bottom()) {
                let place = Rect::from_min_size(pos2(origin.x, origin.y + top), vec2(width, height(row)));
                let inner = place.shrink2(vec2(14.0, 4.0));
                let mut ui = ui.new_child(UiBuilder::new().max_rect(inner).id_salt(("row", format!("{row:?}"))));
                match row {
                    Row::Head(words, number) => head_ui(&mut ui, words, *number, &palette),
                    Row::Item(index) => {
                        let Some(item) = docket.items.get(*index) else { continue };
                        if held == Some(Offer::Finding(item.first())) {
                            let drawn = self.card_ui(&mut ui, item, inner, asked);
                            self.side.findings.opened = drawn + 8.0;
                        } else if self.session.as_ref().is_some_and(|session| closed_ui(&mut ui, session, item, inner, &palette)) {
                            take = Some(Offer::Finding(item.first()));
                        }
                    }
                    Row::Suggestion(index) => {
                        if held == Some(Offer::Suggestion(*index)) {
                            let drawn = self.suggestion_card_ui(&mut ui, *index, inner, asked);
                            self.side.findings.opened = drawn + 8.0;
                        } else if self.session.as_ref().is_some_and(|session| suggested_ui(&mut ui, session, *index, inner, &palette)) {
                            take = Some(Offer::Suggestion(*index));
                        }
                    }
                }
            }
        });
        if let Some(offer) = take
            && let Some(mut session) = self.session.take()
        {
            self.take_offer(&mut session, offer);
            self.side.findings.scroll = false;
            self.session = Some(session);
        }
    }

    fn findings_head_ui(&mut self, ui: &mut Ui, docket: &Docket) {
        let palette = self.palette;
        let Some(session) = &mut self.session else { return };
        let tab = &mut self.side.findings;
        Frame::NONE.inner_margin(Margin { left: 14, right: 14, top: 10, bottom: 4 }).show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                let findings = format!("Findings {}", docket.open());
                let suggestions = format!("Suggestions {}", docket.suggestions.len());
                for (list, words) in [(List::Findings, findings), (List::Suggestions, suggestions)] {
                    if chip(ui, &words, tab.list == list, Role::RadioButton, &palette) {
                        tab.list = list;
                    }
                }
            });
            if tab.list == List::Suggestions {
                return;
            }
            ui.add_space(4.0);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(4.0, 4.0);
                for group in Group::ALL {
                    if chip(ui, &format!("by {}", group.name()), tab.group == group, Role::RadioButton, &palette) {
                        tab.group = group;
                        session.gravest_first = group == Group::Weight;
                    }
                }
                let shown = session.depth.name();
                let combo = ComboBox::from_id_salt("depth of findings").selected_text(RichText::new(shown).font(sans(12.5))).width(104.0);
                let combo = combo.show_ui(ui, |ui| {
                    for depth in Depth::ALL {
                        ui.selectable_value(&mut session.depth, depth, depth.name());
                    }
                });
                combo.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("Shown: {shown}")));
            });
            ui.add_space(3.0);
            ui.horizontal(|ui| {
                let (confirmed, dismissed) = (docket.with(Verdict::Confirmed), docket.with(Verdict::Dismissed));
                let words = format!("{} open, {confirmed} confirmed, {dismissed} dismissed", docket.open());
                ui.label(RichText::new(&words).font(sans(12.0)).color(palette.muted));
                if confirmed + dismissed > 0 {
                    let mut judged = tab.judged;
                    ui.checkbox(&mut judged, RichText::new("show judged ones").font(sans(12.0)));
                    tab.judged = judged;
                }
            });
            let rules = &session.glosses().rules;
            let writable = session.read_only().is_none();
            let mut back = None;
            if !rules.is_empty() {
                let off = rules.values().filter(|setting| **setting == RuleSetting::Off).count();
                let words = format!("{} set here, {off} off", count(rules.len(), "rule"));
                ui.menu_button(RichText::new(words).font(sans(12.0)).color(palette.muted), |ui| {
                    ui.set_min_width(240.0);
                    for rule in rules.keys() {
                        if ui.add_enabled(writable, Button::new(format!("{rule}: as everywhere again"))).clicked() {
                            back = Some(rule.clone());
                            ui.close();
                        }
                    }
                });
            }
            if let Some(rule) = back
                && let Err(error) = session.set_rule(&rule, None)
            {
                log::warn!("{error}");
            }
        });
    }

    /// The finding in hand, opened: its height.
    fn card_ui(&mut self, ui: &mut Ui, item: &Item, place: Rect, asked: &mut Vec<Command>) -> f32 {
        let palette = self.palette;
        let Some(session) = &self.session else { return 0.0 };
        let finding = &item.shown.finding;
        let writable = session.read_only().is_none();
        let color = severity_color(finding.severity, &palette);
        let mut places: Vec<Span> = Vec::new();
        places.extend(finding.parts.first().copied().filter(|_| item.shown.stands_for.len() == 1));
        places.extend(finding.related.iter().copied());
        let evidence: Vec<_> = places.iter().take(5).map(|&span| session.evidence(span)).collect();
        let more = places.len().saturating_sub(evidence.len());
        let work = item.work.map(|work| session.work_name(work));
        let frame = Frame::NONE.fill(palette.paper).stroke(Stroke::new(1.5, color)).corner_radius(7).inner_margin(Margin::symmetric(11, 9));
        let mut go = None;
        let mut reopen = false;
        let mut set = None;
        let inner = frame.show(ui, |ui| {
            ui.set_width(place.width() - 24.0);
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.horizontal(|ui| {
                pill(ui, finding.severity.name(), color);
                ui.label(RichText::new(finding.rule.id).font(sans(12.0)).color(palette.muted));
            });
            ui.label(RichText::new(&finding.message).font(reading(15.0)).color(palette.ink));
            ui.label(RichText::new(&finding.hint).font(sans(12.5)).color(palette.ink_ui));
            for own in &evidence {
                if evidence_ui(ui, own, color, &palette) {
                    go = Some(own.at);
                }
            }
            if more > 0 {
                ui.label(RichText::new(format!("and {}", count(more, "more place"))).font(sans(11.5)).color(palette.muted));
            }
            ui.label(RichText::new(finding.rule.why).font(sans(11.5)).color(palette.muted));
            if let Some(work) = &work {
                ui.label(RichText::new(shorten(work, 120)).font(sans(11.5)).color(palette.muted));
            }
            if item.verdict.is_some() {
                ui.horizontal(|ui| {
                    let (words, color) = verdict_words(item.verdict, &palette);
                    ui.label(RichText::new(words).font(sans(12.5)).color(color));
                    reopen = ui.add_enabled(writable, Button::new("Reopen").small()).clicked();
                });
                let mut reason = item.reason.clone();
                let field = TextEdit::singleline(&mut reason).hint_text("Why, in a word?").desired_width(f32::INFINITY);
                let response = ui.add(field.interactive(writable).id(egui::Id::unique("reason of the judgement")));
                name_field(&response, "Reason");
                if std::mem::take(&mut self.side.findings.focus_reason) {
                    response.request_focus();
                    response.scroll_to_me(None);
                }
                if response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Escape) || input.key_pressed(egui::Key::Enter)) {
                    self.focus_text();
                }
                if reason != item.reason {
                    let first = item.first();
                    self.edit(|session| session.explain_judgement(first, &reason));
                }
            }
            ui.add_space(2.0);
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(5.0, 5.0);
                for (words, command) in [("Confirm", Command::Confirm), ("Dismiss", Command::Dismiss)] {
                    if self.key_button(ui, words, command, writable) {
                        asked.push(command);
                    }
                }
                ui.menu_button(RichText::new("All of…").font(sans(13.5)), |ui| {
                    ui.set_min_width(220.0);
                    let mut commands = vec![Command::ConfirmRule, Command::DismissRule, Command::RuleOff];
                    if item.work.is_some() {
                        commands.extend([Command::ConfirmWork, Command::DismissWork]);
                    }
                    for command in commands {
                        let button = ui.add_enabled(writable, Button::new(command.info().label));
                        if button.on_hover_text(command.info().help).clicked() {
                            asked.push(command);
                            ui.close();
                        }
                    }
                    ui.separator();
                    for (setting, words) in SETTINGS {
                        let on = self.session.as_ref().is_some_and(|own| own.glosses().rules.get(finding.rule.id) == Some(&setting));
                        if ui.add_enabled(writable, Button::new(words).selected(on)).clicked() {
                            set = Some((finding.rule.id, (!on).then_some(setting)));
                            ui.close();
                        }
                    }
                });
            });
        });
        let said = format!("{} {}: {} {}", finding.severity.name(), finding.rule.id, finding.message, finding.hint);
        inner.response.widget_info(|| WidgetInfo::labeled(Role::Article, true, &said));
        if reopen {
            let all = item.shown.stands_for.clone();
            self.edit(|session| session.reopen(&all).map(|_| ()));
        }
        if let Some((rule, setting)) = set {
            self.edit(|session| session.set_rule(rule, setting));
        }
        if let Some(at) = go {
            self.show_evidence(at);
        }
        inner.response.rect.height()
    }

    /// The suggestion in hand, opened: its height.
    fn suggestion_card_ui(&mut self, ui: &mut Ui, index: usize, place: Rect, asked: &mut Vec<Command>) -> f32 {
        let palette = self.palette;
        let Some(session) = &self.session else { return 0.0 };
        let Some(own) = session.review().and_then(|review| review.suggestions.get(index)) else { return 0.0 };
        let writable = session.read_only().is_none();
        let color = session.glosses().kind(own.kind).map_or("", |kind| kind.color.as_str());
        let look = palette.kind(own.kind, color);
        let words = shorten(&session.quote(&own.parts), 500);
        let frame =
            Frame::NONE.fill(palette.paper).stroke(Stroke::new(1.5, look.rule)).corner_radius(7).inner_margin(Margin::symmetric(11, 9));
        let inner = frame.show(ui, |ui| {
            ui.set_width(place.width() - 24.0);
            ui.spacing_mut().item_spacing.y = 4.0;
            ui.horizontal(|ui| {
                pill(ui, own.sort, look.rule);
                ui.label(RichText::new(session.whereabouts(own.span().start)).font(sans(11.5)).color(palette.muted));
            });
            ui.label(RichText::new(words).font(reading(15.0)).color(palette.ink));
            let cue = format!("Because of: {} · {} in 100", own.cue, (own.confidence * 100.0).round());
            ui.label(RichText::new(cue).font(sans(12.0)).color(palette.muted));
            ui.horizontal(|ui| {
                for (words, command) in [("Accept", Command::Confirm), ("Dismiss", Command::Dismiss)] {
                    if self.key_button(ui, words, command, writable) {
                        asked.push(command);
                    }
                }
            });
        });
        inner.response.widget_info(|| WidgetInfo::labeled(Role::Article, true, format!("Suggestion: {}", own.sort)));
        inner.response.rect.height()
    }

    fn show_evidence(&mut self, at: usize) {
        if let Some(session) = &mut self.session {
            session.go(at);
            self.reader.show_upper(at);
            self.focus_text();
        }
    }

    /// Takes a finding or suggestion in hand and shows it in the text and in its tab.
    pub(super) fn take_offer(&mut self, session: &mut Session, offer: Offer) {
        session.take_offer(offer);
        if let Some(span) = self.offered(session, offer).filter(|span| !span.is_empty()) {
            self.reader.show_upper(span.end.saturating_sub(1));
            self.reader.show_upper(span.start);
        }
        self.show_tab(super::side::Tab::Findings);
        self.side.findings.show(offer);
    }

    fn offered(&self, session: &Session, offer: Offer) -> Option<Span> {
        let review = session.review()?;
        match offer {
            Offer::Finding(index) => review.findings.get(index).map(|own| own.span()),
            Offer::Suggestion(index) => review.suggestions.get(index).map(|own| own.span()),
        }
    }

    /// Takes the next or previous finding or suggestion in hand.
    pub(super) fn next_offer(&mut self, session: &mut Session, suggestion: bool, forward: bool) {
        if session.review().is_none() {
            return self.say("The text is still being reviewed");
        }
        let found = if suggestion {
            session.next_suggestion(forward).map(Offer::Suggestion)
        } else {
            session.next_finding(forward).map(Offer::Finding)
        };
        match found {
            Some(offer) => self.take_offer(session, offer),
            None => {
                let what = if suggestion { "suggestion" } else { "open finding" };
                self.say(format!("No {what} {} here", if forward { "after" } else { "before" }));
            }
        }
    }

    /// Confirms, accepts or dismisses what is in hand.
    pub(super) fn decide(&mut self, session: &mut Session, confirm: bool, why: bool) {
        match session.offer() {
            None => self.say("Take a finding in hand first with F, or a suggestion with G"),
            Some(Offer::Suggestion(index)) if confirm => match session.accept(index) {
                Ok(id) => {
                    let kind = session.annotation(&id).map(|own| session.glosses().kind_name(&own.kind).to_lowercase()).unwrap_or_default();
                    self.say(format!("Tagged as {kind}; G goes to the next suggestion"));
                }
                Err(error) => self.complain(error.to_string()),
            },
            Some(Offer::Suggestion(index)) => match session.decline(index) {
                Ok(()) => {
                    session.drop_offer();
                    self.say("Dismissed for good; G goes to the next suggestion");
                }
                Err(error) => self.complain(error.to_string()),
            },
            Some(Offer::Finding(index)) => {
                let docket = session.docket();
                let all = docket.item_of(index).and_then(|item| docket.items.get(item)).map(|item| item.shown.stands_for.clone());
                self.judge(session, &all.unwrap_or_else(|| vec![index]), confirm);
                if why && self.message.as_ref().is_none_or(|message| !message.bad) {
                    self.show_tab(super::side::Tab::Findings);
                    // From now on what is typed is the reason, and no command.
                    self.side.findings.focus_reason = true;
                    self.side.findings.scroll = true;
                }
            }
        }
    }

    fn judge(&mut self, session: &mut Session, findings: &[usize], confirm: bool) {
        let verdict = if confirm { Verdict::Confirmed } else { Verdict::Dismissed };
        match session.judge(findings, verdict, "") {
            Ok((judged, marked)) => {
                let what = if confirm { "Confirmed" } else { "Dismissed" };
                let number = if judged == 1 { String::new() } else { format!(" {judged} findings") };
                let tagged = match marked {
                    _ if !confirm => String::new(),
                    0 => ": there is no citation in it to mark weak".to_owned(),
                    1 => ": its citation is marked weak".to_owned(),
                    _ => format!(": {marked} citations are marked weak"),
                };
                self.say(format!("{what}{number}{tagged}; F goes to the next, Ctrl+Z takes it back"));
            }
            Err(error) => self.complain(error.to_string()),
        }
    }

    /// Judges all open findings of the rule, or about the work, of the one in hand.
    pub(super) fn judge_alike(&mut self, session: &mut Session, confirm: bool, by_work: bool) {
        let docket = session.docket();
        let held = match session.offer() {
            Some(Offer::Finding(index)) => docket.item_of(index).and_then(|item| docket.items.get(item)),
            _ => None,
        };
        let Some(held) = held else { return self.say("Take a finding in hand first with F") };
        if by_work && held.work.is_none() {
            return self.say("This finding is about no work");
        }
        let alike = |item: &Item| if by_work { item.work == held.work } else { item.shown.finding.rule == held.shown.finding.rule };
        let all = session.findings_where(alike);
        if all.is_empty() {
            return self.say("None of them is open");
        }
        self.judge(session, &all, confirm);
    }

    /// The rule of the finding in hand says nothing more in this document.
    pub(super) fn switch_rule_off(&mut self, session: &mut Session) {
        let rule = match session.offer() {
            Some(Offer::Finding(index)) => session.review().and_then(|review| review.findings.get(index)).map(|own| own.rule),
            _ => None,
        };
        let Some(rule) = rule else { return self.say("Take a finding in hand first with F") };
        match session.set_rule(rule.id, Some(RuleSetting::Off)) {
            Ok(()) => {
                session.drop_offer();
                self.say(format!("{} is silent in this document; Ctrl+Z, or the settings, bring it back", rule.id));
            }
            Err(EditError::ReadOnly) => self.complain(EditError::ReadOnly.to_string()),
            Err(error) => self.complain(error.to_string()),
        }
    }
}

impl Findings {
    /// Lists `offer` and scrolls to it.
    pub fn show(&mut self, offer: Offer) {
        self.list = if matches!(offer, Offer::Finding(_)) { List::Findings } else { List::Suggestions };
        self.scroll = true;
        self.opened = 0.0;
    }

    /// The lines to list; made anew only when something changed.
    fn make_rows(&mut self, session: &Session, docket: &std::sync::Arc<Docket>) {
        let key = (std::sync::Arc::as_ptr(docket) as usize, self.group, self.list, self.judged, session.offer());
        if self.made_for == Some(key) {
            return;
        }
        self.rows = match self.list {
            List::Suggestions => docket.suggestions.iter().map(|&index| Row::Suggestion(index)).collect(),
            List::Findings => self.group_rows(session, docket),
        };
        self.made_for = Some(key);
    }

    fn group_rows(&self, session: &Session, docket: &Docket) -> Vec<Row> {
        let held = |item: &Item| session.offer() == Some(Offer::Finding(item.first()));
        let listed = docket.items.iter().enumerate().filter(|(_, item)| self.judged || item.verdict.is_none() || held(item));
        let mut rows = Vec::new();
        let mut groups: BTreeMap<(usize, String), Vec<usize>> = BTreeMap::new();
        for (index, item) in listed {
            let finding = &item.shown.finding;
            if finding.parts.is_empty() {
                rows.push(Row::Item(index));
                continue;
            }
            let key = match self.group {
                Group::Family => {
                    let rank = Family::ALL.iter().position(|family| *family == finding.rule.family).unwrap_or(0);
                    (rank, finding.rule.family.name().to_owned())
                }
                Group::Weight => match finding.severity {
                    Severity::Error => (0, "errors".to_owned()),
                    Severity::Warning => (1, "warnings".to_owned()),
                    Severity::Info => (2, "remarks".to_owned()),
                },
                Group::Work => match item.work {
                    Some(work) => (work, shorten(&session.work_name(work), 60)),
                    None => (usize::MAX, "of no work".to_owned()),
                },
                Group::Section => match session.structure.section_at(finding.span().start) {
                    Some(section) => {
                        (section + 1, session.structure.sections.get(section).map(|own| own.title.clone()).unwrap_or_default())
                    }
                    None => (0, "before the first section".to_owned()),
                },
            };
            groups.entry(key).or_default().push(index);
        }
        for ((_, name), mut items) in groups {
            rows.push(Row::Head(name, items.len()));
            // The gravest first; the order of the text within.
            items.sort_by_key(|&index| std::cmp::Reverse(docket.items.get(index).map(|item| item.shown.finding.severity)));
            rows.extend(items.into_iter().map(Row::Item));
        }
        rows
    }
}

/// The colour of a severity: red is for what is weak beyond doubt.
pub(super) fn severity_color(severity: Severity, palette: &Palette) -> Color32 {
    match severity {
        Severity::Error => palette.weak,
        Severity::Warning => palette.warning,
        Severity::Info => palette.muted,
    }
}

fn verdict_words(verdict: Option<Verdict>, palette: &Palette) -> (&'static str, Color32) {
    match verdict {
        Some(Verdict::Confirmed) => ("confirmed", palette.weak),
        Some(Verdict::Dismissed) => ("dismissed", palette.muted),
        None => ("", palette.muted),
    }
}

fn chip(ui: &mut Ui, words: &str, on: bool, role: Role, palette: &Palette) -> bool {
    let fill = if on { palette.selected } else { mix(palette.panel, palette.paper, 0.8) };
    let line = Stroke::new(1.0, if on { palette.muted } else { palette.hairline });
    let response = ui.add(Button::new(RichText::new(words).font(sans(12.5))).fill(fill).stroke(line).corner_radius(6));
    response.widget_info(|| WidgetInfo::selected(role, true, on, words));
    response.clicked()
}

fn pill(ui: &mut Ui, words: &str, color: Color32) {
    Frame::NONE.stroke(Stroke::new(1.0, color)).corner_radius(8).inner_margin(Margin::symmetric(6, 0)).show(ui, |ui| {
        ui.label(RichText::new(words).font(sans(11.5)).color(color));
    });
}

fn head_ui(ui: &mut Ui, words: &str, number: usize, palette: &Palette) {
    ui.add_space(8.0);
    caption(ui, &format!("{words} · {number}"), palette);
}

/// A finding as one of many; true when it was clicked.
fn closed_ui(ui: &mut Ui, session: &Session, item: &Item, place: Rect, palette: &Palette) -> bool {
    let finding = &item.shown.finding;
    let color = severity_color(finding.severity, palette);
    let where_ = match finding.parts.first() {
        Some(part) => session.evidence(*part).place,
        None => "the whole text".to_owned(),
    };
    let (verdict, verdict_color) = verdict_words(item.verdict, palette);
    let said = format!("{} {}: {} {where_} {verdict}", finding.severity.name(), finding.rule.id, finding.message);
    let response = card(ui, place, if finding.parts.is_empty() { color } else { palette.hairline }, palette, said.trim_end());
    let painter = ui.painter().with_clip_rect(place);
    let left = place.left() + 11.0;
    let severity = painter.layout_no_wrap(finding.severity.name().to_owned(), sans(11.5), color);
    let pill = Rect::from_min_size(pos2(left, place.top() + 8.0), severity.rect.size() + vec2(12.0, 2.0));
    painter.rect_stroke(pill, 8.0, Stroke::new(1.0, color), egui::StrokeKind::Inside);
    painter.galley(pill.min + vec2(6.0, 1.0), severity, color);
    let right = painter.layout_no_wrap(if verdict.is_empty() { where_ } else { verdict.to_owned() }, sans(11.5), verdict_color);
    let room = place.right() - 11.0 - right.rect.width() - pill.right() - 14.0;
    let rule = one_line(&painter, finding.rule.id, sans(12.0), palette.muted, room);
    painter.galley(pos2(pill.right() + 6.0, place.top() + 8.0), rule, palette.muted);
    painter.galley(pos2(place.right() - 11.0 - right.rect.width(), place.top() + 8.0), right, verdict_color);
    let ink = if item.verdict.is_some() { palette.muted } else { palette.ink };
    let message = rows(&painter, &finding.message, reading(14.5), ink, place.width() - 22.0, 2);
    painter.galley(pos2(left, place.top() + 30.0), message, ink);
    response
}

/// A suggestion as one of many; true when it was clicked.
fn suggested_ui(ui: &mut Ui, session: &Session, index: usize, place: Rect, palette: &Palette) -> bool {
    let Some(own) = session.review().and_then(|review| review.suggestions.get(index)) else { return false };
    let color = session.glosses().kind(own.kind).map_or("", |kind| kind.color.as_str());
    let look = palette.kind(own.kind, color);
    let words = shorten(&session.quote(&own.parts), 200);
    let page = session.structure.page_at(own.span().start).map(|page| format!("p. {}", session.structure.page_label(page)));
    let said = format!("Suggested {}: {words}", own.sort);
    let response = card(ui, place, palette.hairline, palette, &said);
    let painter = ui.painter().with_clip_rect(place);
    painter.rect_filled(Rect::from_min_size(place.min + vec2(0.0, 6.0), vec2(3.0, place.height() - 12.0)), 0.0, look.rule);
    let left = place.left() + 11.0;
    let right = painter.layout_no_wrap(page.unwrap_or_default(), sans(11.5), palette.muted);
    let room = place.width() - 30.0 - right.rect.width();
    let sort = one_line(&painter, &format!("{} · {}", own.sort, own.cue), sans(11.5), palette.muted, room);
    painter.galley(pos2(left, place.top() + 7.0), sort, palette.muted);
    painter.galley(pos2(place.right() - 11.0 - right.rect.width(), place.top() + 7.0), right, palette.muted);
    painter.galley(
        pos2(left, place.top() + 26.0),
        rows(&painter, &words, reading(14.5), palette.ink, place.width() - 22.0, 2),
        palette.ink,
    );
    response
}

/// The ground of a card; true when it was clicked.
fn card(ui: &mut Ui, place: Rect, line: Color32, palette: &Palette, said: &str) -> bool {
    let (rect, response) = ui.allocate_exact_size(place.size(), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, said));
    let fill = if response.hovered() { mix(palette.paper, palette.selected, 0.5) } else { palette.paper };
    ui.painter().rect(rect, 7.0, fill, Stroke::new(1.0, line), egui::StrokeKind::Inside);
    if response.has_focus() {
        ui.painter().rect_stroke(rect, 7.0, Stroke::new(1.5, palette.link), egui::StrokeKind::Inside);
    }
    response.clicked()
}

/// A quoted place with the words that are meant under a wave; true when it was clicked.
fn evidence_ui(ui: &mut Ui, own: &crate::session::Evidence, color: Color32, palette: &Palette) -> bool {
    let left = 58.0;
    let width = (ui.available_width() - left).max(60.0);
    let plain = TextFormat { line_height: Some(18.0), ..TextFormat::simple(reading(13.5), palette.ink_ui) };
    let meant = TextFormat {
        underline: Stroke::new(1.5, color),
        ..TextFormat { line_height: Some(18.0), ..TextFormat::simple(reading(13.5), palette.ink) }
    };
    let mut job = LayoutJob { wrap: TextWrapping { max_width: width, max_rows: 4, ..TextWrapping::default() }, ..LayoutJob::default() };
    for (range, format) in [(0..own.meant.start, &plain), (own.meant.clone(), &meant), (own.meant.end..own.words.len(), &plain)] {
        job.append(own.words.get(range).unwrap_or(""), 0.0, format.clone());
    }
    let galley = ui.painter().layout_job(job);
    let label = one_line(ui.painter(), &own.place, sans(11.5), palette.link, left - 6.0);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), galley.rect.height() + 3.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, format!("{}: {}", own.place, own.words)));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect.expand2(vec2(4.0, 0.0)), 4.0, palette.selected.gamma_multiply(0.6));
    }
    ui.painter().galley(pos2(rect.left(), rect.top() + 2.0), label, palette.link);
    ui.painter().galley(pos2(rect.left() + left, rect.top()), galley, palette.ink);
    response.on_hover_text("Go there").clicked()
}

fn one_line(painter: &egui::Painter, words: &str, font: egui::FontId, color: Color32, width: f32) -> std::sync::Arc<egui::Galley> {
    rows(painter, words, font, color, width, 1)
}

fn rows(painter: &egui::Painter, words: &str, font: egui::FontId, color: Color32, width: f32, most: usize) -> std::sync::Arc<egui::Galley> {
    let mut job = LayoutJob::simple(words.to_owned(), font, color, width.max(20.0));
    job.wrap.max_rows = most;
    painter.layout_job(job)
}
