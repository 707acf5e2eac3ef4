//! The argument map in the middle of the window: it moves, grows and shrinks under mouse and keys, and shows in the
//! text what is taken in hand in it.

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Button, ComboBox, EventFilter, Frame, Id as WidgetId, Key, Margin, Pos2, Rect, RichText, ScrollArea, Sense, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

use super::Window;
use super::dialogs::Dialog;
use super::map_paint::{Painting, mini_box};
use super::reader::shorten;
use super::side::Tab;
use super::theme::{Palette, reading, sans};
use crate::annotation::Id;
use crate::report::picture;
use crate::review::argument::count;
use crate::review::map::{Drawing, Filter, Map, Shape, View, What};
use crate::session::command::Command;
use crate::session::{Selection, Session};

/// The widget that has the focus while the reader is in the map.
pub fn focus_id() -> WidgetId {
    WidgetId::unique("argument map")
}

/// The map's own state.
#[derive(Default)]
pub struct MapView {
    /// The tab to go back to.
    before: Tab,
    filter: Filter,
    made_for: Option<(u64, Filter)>,
    map: Map,
    view: View,
    drawing: Drawing,
    kinds: BTreeMap<Arc<str>, (String, usize)>,
    zoom: f32,
    /// Where the drawing's corner stands, from the corner of the canvas.
    offset: Vec2,
    /// How the next frame is to place the drawing.
    place: Place,
    /// The box that the keys start from, by its number in the map.
    chosen: Option<usize>,
    /// What was in hand in the last frame.
    held: Option<Id>,
}

#[derive(Clone, Copy, Default, PartialEq)]
enum Place {
    /// As it is.
    Stay,
    /// All of it if it can be read then, else what is in hand.
    #[default]
    Open,
    /// All of it.
    Fit,
    /// The chosen box comes into view.
    Show,
}

/// The smallest and the largest magnification.
const ZOOMS: (f32, f32) = (0.02, 2.5);
/// Below this a drawing is not shown whole when it is opened.
const READABLE: f32 = 0.55;
/// Around the drawing where it is fitted.
const ROOM: f32 = 36.0;
/// So many boxes are in the accessibility tree even when they are out of view.
const MOST_SPOKEN: usize = 1500;

/// What the reader wants of the map.
enum Wish {
    /// Take this box in hand.
    Choose(usize),
    /// Go to its words.
    Words(usize),
    /// Save it; as PNG or not.
    Save(bool),
}

impl MapView {
    /// Another document is open.
    pub fn clear(&mut self) {
        *self = Self { before: self.before, ..Self::default() };
    }

    /// A section was chosen in the outline: where only one is shown, it is that one.
    pub fn show_section(&mut self, section: usize) {
        if self.filter.section.is_some() {
            self.filter.section = Some(section);
            self.place = Place::Open;
        }
    }

    fn refresh(&mut self, session: &Session) {
        let revision = session.revision();
        if self.made_for.as_ref().is_some_and(|(made, filter)| *made == revision && *filter == self.filter) {
            return;
        }
        if self.made_for.as_ref().is_none_or(|(made, _)| *made != revision) {
            let chosen = self.chosen.and_then(|node| self.map.nodes.get(node)).and_then(|node| node.annotation().cloned());
            self.map =
                Map::new(session.source.as_str(), &session.structure, session.glosses(), session.index(), &|id| session.is_cited(id));
            self.chosen = chosen.and_then(|id| self.map.node_of(&id));
            self.kinds.clear();
            for node in self.map.nodes.iter().take(self.map.annotations) {
                self.kinds.entry(Arc::clone(&node.kind)).or_insert_with(|| (node.kind_name.clone(), 0)).1 += 1;
            }
        }
        self.view = self.map.choose(&session.structure, &self.filter);
        self.drawing = Drawing::new(&self.map, &self.view);
        self.made_for = Some((revision, self.filter.clone()));
    }

    /// The box of a node, if it is drawn.
    fn boxed(&self, node: usize) -> Option<usize> {
        self.view.nodes.binary_search(&node).ok()
    }

    fn rect(&self, canvas: Rect, boxed: usize) -> Option<Rect> {
        let one = self.drawing.boxes.get(boxed)?;
        let corner = canvas.min + self.offset + vec2(one.corner.0, one.corner.1) * self.zoom;
        Some(Rect::from_min_size(corner, vec2(one.size.0, one.size.1) * self.zoom))
    }

    fn settle(&mut self, canvas: Rect) {
        let place = std::mem::replace(&mut self.place, Place::Stay);
        let size = vec2(self.drawing.size.0, self.drawing.size.1);
        let whole = ((canvas.width() - 2.0 * ROOM) / size.x.max(1.0)).min((canvas.height() - 2.0 * ROOM) / size.y.max(1.0)).min(1.0);
        match place {
            Place::Stay => {}
            Place::Open if whole < READABLE => {
                self.zoom = 0.85;
                self.offset = vec2(ROOM, ROOM);
                self.show_chosen(canvas);
            }
            Place::Open | Place::Fit => {
                self.zoom = whole.max(ZOOMS.0);
                self.offset = (canvas.size() - size * self.zoom) * 0.5;
            }
            Place::Show => self.show_chosen(canvas),
        }
    }

    fn show_chosen(&mut self, canvas: Rect) {
        let inner = canvas.shrink(ROOM.min(canvas.width() / 4.0));
        let rect = self.chosen.and_then(|node| self.boxed(node)).and_then(|boxed| self.rect(canvas, boxed));
        if let Some(rect) = rect.filter(|rect| !inner.contains_rect(*rect)) {
            self.offset += canvas.center() - rect.center();
        }
    }

    /// Grows by `factor` around `at`.
    fn grow(&mut self, canvas: Rect, at: Pos2, factor: f32) {
        let zoom = (self.zoom * factor).clamp(ZOOMS.0, ZOOMS.1);
        let from = at - canvas.min;
        self.offset = from - (from - self.offset) * (zoom / self.zoom);
        self.zoom = zoom;
    }

    fn mouse(&mut self, ui: &Ui, canvas: Rect, response: &egui::Response) {
        if response.dragged() {
            self.offset += response.drag_delta();
        }
        if let Some(at) = response.ctx.pointer_hover_pos().filter(|at| canvas.contains(*at) && response.contains_pointer()) {
            let (scroll, zoom) = ui.input(|input| (input.smooth_scroll_delta(), input.zoom_delta()));
            if scroll.x != 0.0 {
                self.offset.x += scroll.x;
            }
            let factor = zoom * (scroll.y * 0.004).exp();
            if factor != 1.0 {
                self.grow(canvas, at, factor);
            }
        }
    }

    fn keys(&mut self, ui: &Ui, canvas: Rect) -> Option<Wish> {
        let pressed = |key: Key| ui.input(|input| input.key_pressed(key) && !input.modifiers.any());
        let typed = |keys: &[Key]| {
            ui.input(|input| keys.iter().any(|key| input.key_pressed(*key)) && !input.modifiers.command && !input.modifiers.alt)
        };
        if typed(&[Key::Plus, Key::Equals]) {
            self.grow(canvas, canvas.center(), 1.25);
        }
        if typed(&[Key::Minus]) {
            self.grow(canvas, canvas.center(), 0.8);
        }
        if pressed(Key::Num0) {
            self.place = Place::Fit;
        }
        if pressed(Key::S) {
            return Some(Wish::Save(false));
        }
        if pressed(Key::P) {
            return Some(Wish::Save(true));
        }
        if pressed(Key::Enter) {
            return self.chosen.map(Wish::Words);
        }
        let ways =
            [(Key::ArrowLeft, (-1.0, 0.0)), (Key::ArrowRight, (1.0, 0.0)), (Key::ArrowUp, (0.0, -1.0)), (Key::ArrowDown, (0.0, 1.0))];
        let way = ways.into_iter().find(|(key, _)| pressed(*key)).map(|(_, way)| way)?;
        let now = self.chosen.and_then(|node| self.boxed(node));
        let next = now.map_or((!self.drawing.boxes.is_empty()).then_some(0), |now| self.drawing.neighbour(now, way))?;
        self.place = Place::Show;
        self.view.nodes.get(next).copied().map(Wish::Choose)
    }
}

impl Window {
    /// Whether the map is shown instead of the text.
    pub(super) fn map_shown(&self) -> bool {
        self.session.is_some() && self.side.tab == Tab::Map
    }

    /// Shows the map, or the text again where it is shown.
    pub(super) fn turn_map(&mut self, session: &Session) {
        if self.side.tab == Tab::Map {
            return self.leave_map(session);
        }
        self.map.before = self.side.tab;
        self.map.place = Place::Open;
        self.side.tab = Tab::Map;
        self.focus_text();
    }

    /// Back to the text, at the words of what is in hand.
    pub(super) fn leave_map(&mut self, session: &Session) {
        if self.side.tab != Tab::Map {
            return;
        }
        self.side.tab = self.map.before;
        self.reader.show_upper(session.selection.head);
        self.side.scroll_to_held = true;
        self.focus_text();
    }

    pub(super) fn map_ui(&mut self, ui: &mut Ui) {
        let Some(mut session) = self.session.take() else { return };
        let mut view = std::mem::take(&mut self.map);
        view.refresh(&session);
        if view.held != session.in_hand {
            view.held = session.in_hand.clone();
            if let Some(node) = session.in_hand.as_ref().and_then(|id| view.map.node_of(id)) {
                view.chosen = Some(node);
                view.place = if view.place == Place::Open { Place::Open } else { Place::Show };
            }
        }
        let mut wish = None;
        let palette = self.palette;
        let frame = Frame::NONE.inner_margin(Margin::symmetric(20, 10));
        ui.painter().rect_filled(ui.max_rect(), 0.0, palette.paper);
        ui.scope(|ui| {
            frame.show(ui, |ui| view.head(ui, &session, &palette, &mut wish));
            view.refresh(&session);
            let canvas = ui.available_rect_before_wrap();
            if view.map.annotations == 0 {
                let response = ui.interact(canvas, focus_id(), Sense::click());
                response.widget_info(|| WidgetInfo::labeled(Role::Tree, true, "Argument map: nothing is tagged yet"));
                keep_keys(ui);
                empty(ui, canvas, &palette);
            } else {
                view.canvas(ui, canvas, &session, &palette, &mut wish);
            }
        });
        self.map = view;
        match wish {
            Some(Wish::Choose(node)) => self.choose_node(&mut session, node),
            Some(Wish::Words(node)) => {
                self.choose_node(&mut session, node);
                self.go_to_node(ui, &mut session, node);
            }
            Some(Wish::Save(png)) => self.dialog = Some(Dialog::save_map(&session, png)),
            None => {}
        }
        self.session = Some(session);
    }

    /// Takes what a box stands for in hand, and puts the caret at its words.
    fn choose_node(&mut self, session: &mut Session, node: usize) {
        self.map.chosen = Some(node);
        let Some(found) = self.map.map.nodes.get(node) else { return };
        session.end_run();
        session.drop_offer();
        if let Some(at) = found.at {
            session.selection = Selection::caret(at);
        }
        // A gap belongs to the claim above it; what has no annotation takes none in hand.
        let id = match &found.what {
            What::Gap => {
                self.map.map.edges.iter().find(|edge| edge.from == node).and_then(|edge| self.map.map.nodes.get(edge.to)?.annotation())
            }
            _ => found.annotation(),
        };
        session.in_hand = id.cloned();
        self.map.held = session.in_hand.clone();
    }

    fn go_to_node(&mut self, ui: &Ui, session: &mut Session, node: usize) {
        let Some(found) = self.map.map.nodes.get(node) else { return };
        match (&found.what, found.at) {
            (What::Url(url), _) => match crate::session::web_address(url) {
                Some(address) => ui.ctx().open_url(egui::OpenUrl::new_tab(address)),
                None => self.complain(format!("{url} is no web address; only http, https and DOIs are opened")),
            },
            (What::File(path), _) => self.dialog = Some(Dialog::ConfirmFile(path.clone())),
            (_, Some(at)) => {
                session.go(at);
                self.leave_map(session);
            }
            (_, None) => self.say("This stands for the whole document, or its words are no longer in the text"),
        }
    }

    /// The map as it is shown, as a picture.
    pub(super) fn map_picture(&self, session: &Session) -> String {
        let section = self.map.filter.section.and_then(|index| session.structure.sections.get(index));
        let title = match section {
            Some(section) => format!("Argument map of {}: {}", session.name(), section.title),
            None => format!("Argument map of {}", session.name()),
        };
        picture::svg(&self.map.map, &self.map.drawing, session.glosses(), &title)
    }

    /// The right side beside the map.
    pub(super) fn map_side_ui(&mut self, ui: &mut Ui, asked: &mut Vec<Command>) {
        if self.session.as_ref().is_some_and(|session| session.held().is_some()) {
            return self.annotation_ui(ui, asked);
        }
        let palette = self.palette;
        ScrollArea::vertical().id_salt("beside the map").auto_shrink([false, false]).show(ui, |ui| {
            Frame::NONE.inner_margin(Margin::symmetric(16, 14)).show(ui, |ui| {
                ui.label(RichText::new("No annotation in hand").font(sans(15.0)).color(palette.ink_ui));
                ui.add_space(6.0);
                let words = "Click a box of the map to see what it stands for; a second click, or Enter, goes to its words.";
                ui.label(RichText::new(words).font(sans(13.0)).color(palette.muted));
                ui.add_space(14.0);
                self.ledger_ui(ui, asked);
            });
        });
    }
}

impl MapView {
    fn head(&mut self, ui: &mut Ui, session: &Session, palette: &Palette, wish: &mut Option<Wish>) {
        ui.horizontal_wrapped(|ui| {
            self.sections_ui(ui, session);
            self.kinds_ui(ui, session, palette);
            let button = |ui: &mut Ui, words: &str, key: &str, help: &str| {
                let text = RichText::new(words).font(sans(13.0));
                let response = ui.add(Button::new(text).shortcut_text(RichText::new(key).font(sans(11.0)).color(palette.muted)));
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, words));
                response.on_hover_text(help).clicked()
            };
            if button(ui, "Fit", "0", "Show all of it; + and - make it larger and smaller") {
                self.place = Place::Fit;
            }
            if button(ui, "Save as SVG…", "S", "A picture for word processors and browsers that stays sharp at any size") {
                *wish = Some(Wish::Save(false));
            }
            if button(ui, "Save as PNG…", "P", "A picture for everything else") {
                *wish = Some(Wish::Save(true));
            }
        });
        ui.add_space(2.0);
        let section = self.filter.section.and_then(|index| session.structure.sections.get(index));
        let section = section.map_or("Whole text", |section| section.title.as_str());
        let words = format!(
            "Argument map · {} · {} of {} · wheel zooms, drag pans, Enter goes to the words",
            shorten(section, 60),
            self.view.shown,
            self.map.annotations
        );
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(words).font(sans(13.0)).color(palette.muted));
            if self.view.gaps > 0 {
                let words = format!("{} without support", count(self.view.gaps, "claim"));
                ui.label(RichText::new(words).font(sans(13.0)).color(palette.weak));
            }
        });
    }

    fn sections_ui(&mut self, ui: &mut Ui, session: &Session) {
        let sections = &session.structure.sections;
        let name =
            |index: Option<usize>| index.and_then(|index| sections.get(index)).map_or("Whole text", |section| section.title.as_str());
        let mut chosen = self.filter.section;
        let text = RichText::new(shorten(name(chosen), 26)).font(sans(13.0));
        let shown = ComboBox::from_id_salt("section of the map").selected_text(text).height(420.0).show_ui(ui, |ui| {
            ui.selectable_value(&mut chosen, None, "Whole text");
            for (index, section) in sections.iter().enumerate() {
                let indent = "    ".repeat(usize::from(section.level.saturating_sub(1)).min(4));
                ui.selectable_value(&mut chosen, Some(index), format!("{indent}{}", shorten(&section.title, 60)));
            }
        });
        let label = name(chosen).to_owned();
        shown.response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("Section: {label}")));
        if chosen != self.filter.section {
            self.filter.section = chosen;
            self.place = Place::Open;
        }
    }

    fn kinds_ui(&mut self, ui: &mut Ui, session: &Session, palette: &Palette) {
        let order = |kind: &Arc<str>| session.glosses().kinds.iter().position(|own| own.id == *kind).unwrap_or(usize::MAX);
        let mut kinds: Vec<_> = self.kinds.iter().collect();
        kinds.sort_by_key(|(kind, _)| order(kind));
        let mut turn = None;
        for (kind, (name, number)) in kinds {
            let on = !self.filter.hidden.contains(kind);
            let ink = if on { palette.ink_ui } else { palette.muted };
            let text = RichText::new(format!("      {name} {number}")).font(sans(13.0)).color(ink);
            let response = ui.add(Button::new(if on { text } else { text.strikethrough() }));
            response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, format!("Show {}", name.to_lowercase())));
            let color = session.glosses().kind(kind).map_or("", |kind| kind.color.as_str());
            let left = response.rect.left_center() + vec2(10.0, 0.0);
            mini_box(
                ui.painter(),
                Rect::from_min_size(left - vec2(0.0, 5.5), vec2(14.0, 11.0)),
                Shape::of(kind),
                palette.kind(kind, color),
                on,
            );
            if response.on_hover_text(if on { "Shown; click to hide" } else { "Hidden; click to show" }).clicked() {
                turn = Some(Arc::clone(kind));
            }
        }
        if let Some(kind) = turn
            && !self.filter.hidden.remove(&kind)
        {
            self.filter.hidden.insert(kind);
        }
    }

    fn canvas(&mut self, ui: &mut Ui, canvas: Rect, session: &Session, palette: &Palette, wish: &mut Option<Wish>) {
        let response = ui.interact(canvas, focus_id(), Sense::click_and_drag());
        let said = format!("Argument map: {}", count(self.view.nodes.len(), "box").replace("boxs", "boxes"));
        response.widget_info(|| WidgetInfo::labeled(Role::Tree, true, &said));
        self.settle(canvas);
        self.mouse(ui, canvas, &response);
        if response.clicked() || response.drag_started() {
            response.request_focus();
        }
        keep_keys(ui);
        if response.has_focus()
            && let Some(asked) = self.keys(ui, canvas)
        {
            *wish = Some(asked);
        }
        self.settle(canvas);
        let chosen = self.chosen.and_then(|node| self.boxed(node));
        let hovered = self.boxes_ui(ui, canvas, chosen, wish);
        let painter = ui.painter().with_clip_rect(canvas.intersect(ui.clip_rect()));
        let painting = Painting { painter: &painter, canvas, origin: canvas.min + self.offset, zoom: self.zoom, palette };
        painting.arrows(&self.map, &self.drawing, chosen, hovered);
        painting.boxes(&self.map, &self.drawing, session.glosses(), chosen, hovered);
        if response.has_focus() {
            painter.rect_stroke(canvas.shrink(1.0), 2.0, egui::Stroke::new(1.0, palette.link), StrokeKind::Inside);
        }
        if let Some(boxed) = chosen {
            let active = WidgetId::unique(("map box", self.drawing.boxes[boxed].node));
            ui.ctx().accesskit_node_builder(focus_id(), |node| node.set_active_descendant(active.accesskit_id()));
            self.words_link_ui(ui, canvas, boxed, palette, wish);
        }
    }

    /// Each box as a thing to click and to hear of; the one under the pointer.
    fn boxes_ui(&self, ui: &Ui, canvas: Rect, chosen: Option<usize>, wish: &mut Option<Wish>) -> Option<usize> {
        let mut hovered = None;
        let all = self.drawing.boxes.len() <= MOST_SPOKEN;
        for (at, one) in self.drawing.boxes.iter().enumerate() {
            let Some(rect) = self.rect(canvas, at) else { continue };
            let seen = rect.intersects(canvas);
            if !seen && !all {
                continue;
            }
            // What is out of view stays there for a screen reader, and cannot be clicked by a pointer.
            let id = WidgetId::unique(("map box", one.node));
            let response = ui.interact(if seen { rect.intersect(canvas) } else { rect }, id, Sense::CLICK);
            let Some(node) = self.map.nodes.get(one.node) else { continue };
            response.widget_info(|| WidgetInfo::selected(Role::TreeItem, true, chosen == Some(at), node.spoken()));
            if response.double_clicked() {
                *wish = Some(Wish::Words(one.node));
            } else if response.clicked() {
                ui.ctx().memory_mut(|memory| memory.request_focus(focus_id()));
                *wish = Some(Wish::Choose(one.node));
            }
            if seen && response.hovered() {
                hovered = Some(at);
                ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
                response.on_hover_ui(|ui| {
                    ui.set_max_width(360.0);
                    ui.label(RichText::new(node.spoken()).font(reading(14.0)));
                });
            }
        }
        hovered
    }

    /// Above the chosen box, where fewest arrows end: the way to its words.
    fn words_link_ui(&self, ui: &Ui, canvas: Rect, boxed: usize, palette: &Palette, wish: &mut Option<Wish>) {
        let Some(one) = self.drawing.boxes.get(boxed) else { return };
        let (Some(rect), Some(node)) = (self.rect(canvas, boxed).filter(|rect| rect.intersects(canvas)), self.map.nodes.get(one.node))
        else {
            return;
        };
        let words = match node.what {
            What::Url(_) | What::File(_) => "Open it",
            _ => "Go to the words",
        };
        let painter = ui.painter().with_clip_rect(canvas.intersect(ui.clip_rect()));
        let galley = painter.layout_no_wrap(format!("{words}  Enter"), sans(12.0), palette.link);
        let size = galley.size() + vec2(12.0, 6.0);
        let place = Rect::from_min_size(pos2(rect.right() - size.x + 3.0, rect.top() - size.y - 6.0), size);
        let response = ui.interact(place.intersect(canvas), WidgetId::unique("map words"), Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, words));
        let line = if response.hovered() { palette.link } else { palette.hairline };
        painter.rect(place, 4.0, palette.panel, egui::Stroke::new(1.0, line), StrokeKind::Inside);
        painter.galley(place.min + vec2(6.0, 3.0), galley, palette.link);
        if response.clicked() {
            *wish = Some(Wish::Words(one.node));
        }
    }
}

/// Arrows and Escape are for the map while it has the focus.
fn keep_keys(ui: &Ui) {
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, escape: true, ..Default::default() };
    ui.ctx().memory_mut(|memory| memory.set_focus_lock_filter(focus_id(), filter));
}

fn empty(ui: &mut Ui, canvas: Rect, palette: &Palette) {
    let inner = canvas.shrink2(vec2((canvas.width() - 440.0).max(0.0) / 2.0 + 10.0, (canvas.height() * 0.35).min(200.0)));
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner));
    child.label(
        RichText::new(
            "Nothing is tagged yet: go back to the text with Esc, select a sentence with S, tag it with 1 to 4, and link it with L; the map then draws what rests on what.",
        )
        .font(reading(17.0))
        .color(palette.ink_ui),
    );
}
