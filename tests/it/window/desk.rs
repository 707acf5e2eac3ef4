//! A window to work with, as a reader does: keys, mouse, and what the accessibility tree says is there.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, Shape, pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable, by};
use egui_kittest::{Harness, HarnessBuilder, Node};
use glossator::annotation::{Annotation, Id};
use glossator::session::command::Command;
use glossator::session::{Clock, Session, Settings};
use glossator::ui::Window;

/// One window without a screen.
pub struct Desk {
    harness: Harness<'static, Option<Window>>,
    /// What was copied last.
    pub copied: Option<String>,
}

/// Roles that the reading view gives to a block of text.
pub const BLOCKS: [Role; 5] = [Role::Paragraph, Role::Heading, Role::ListItem, Role::Note, Role::Blockquote];

impl Desk {
    /// An empty window.
    pub fn new() -> Self {
        Self::build(Harness::builder(), Settings::default(), None)
    }

    /// A window in which the text at `path` is open.
    pub fn open(path: &Path) -> Self {
        let mut desk = Self::new();
        desk.open_too(path);
        assert!(desk.window().session.is_some(), "{:?}", desk.said());
        desk
    }

    /// A window with these settings, kept in the file `kept` if there is one.
    pub fn build(builder: HarnessBuilder<Option<Window>>, settings: Settings, kept: Option<&Path>) -> Self {
        // Names count up, and no two windows give the same.
        static WINDOWS: AtomicU64 = AtomicU64::new(0);
        let clock = Clock::Fixed(Arc::new(AtomicU64::new(1000 * WINDOWS.fetch_add(1, Ordering::Relaxed))));
        let settings = Settings { reader: "Tester".to_owned(), ..settings };
        let kept = kept.map(Path::to_path_buf);
        let frame = move |ui: &mut egui::Ui, state: &mut Option<Window>| {
            let new = || Window::new(ui.ctx(), settings.clone(), kept.clone()).with_clock(clock.clone());
            let window = state.get_or_insert_with(new);
            window.logic(ui.ctx());
            window.ui(ui);
        };
        // A frame is short, so that two clicks are a double click and not two; and a few of them must do.
        let builder = builder.with_size(vec2(1640.0, 960.0)).with_step_dt(1.0 / 60.0).with_max_steps(12);
        Desk { harness: builder.build_ui_state(frame, None), copied: None }
    }

    /// Opens another text, and waits until it is there or refused.
    pub fn open_too(&mut self, path: &Path) {
        self.window_mut().open(path);
        self.settle();
    }

    pub fn window(&self) -> &Window {
        self.harness.state().as_ref().unwrap()
    }

    pub fn window_mut(&mut self) -> &mut Window {
        self.harness.state_mut().as_mut().unwrap()
    }

    pub fn session(&self) -> &Session {
        self.window().session.as_ref().unwrap()
    }

    pub fn session_mut(&mut self) -> &mut Session {
        self.window_mut().session.as_mut().unwrap()
    }

    /// The annotation in hand.
    pub fn held(&self) -> &Annotation {
        self.session().held().unwrap_or_else(|| panic!("nothing in hand; said: {}", self.said()))
    }

    /// All annotations in the order of the text.
    pub fn all(&self) -> Vec<&Annotation> {
        let session = self.session();
        session.index().in_order().map(|id| session.annotation(id).unwrap().as_ref()).collect()
    }

    /// The words selected, as they are read.
    pub fn selected(&self) -> String {
        let session = self.session();
        session.quote(&session.parts_of(session.selection.span()))
    }

    /// What the status line says.
    pub fn said(&self) -> String {
        self.window().said().unwrap_or_default().to_owned()
    }

    /// The blocks of text in view, from the top: their words, and where they are.
    fn block_nodes(&self) -> Vec<Node<'_>> {
        let node = self.root();
        let blocks = node.query_all(by().predicate(|node| BLOCKS.contains(&node.role())));
        blocks.filter(|node| node.children().any(|child| child.accesskit_node().role() == Role::TextRun)).collect()
    }

    pub fn blocks(&self) -> Vec<String> {
        self.block_nodes().iter().map(|node| node.accesskit_node().label().unwrap_or_default()).collect()
    }

    pub fn block_rects(&self) -> Vec<Rect> {
        self.block_nodes().iter().map(|node| node.rect()).collect()
    }

    pub fn root(&self) -> Node<'_> {
        self.harness.root()
    }

    /// The one widget of this role and name.
    #[track_caller]
    pub fn get(&self, role: Role, name: &str) -> Node<'_> {
        self.find(role, name).unwrap_or_else(|| panic!("no {role:?} called {name:?} in\n{}", self.tree()))
    }

    /// The same, if there is one. A field of any sort goes by [`Role::TextInput`]. Where none has this name and it ends
    /// in "…", one that begins so is meant.
    #[track_caller]
    pub fn find(&self, role: Role, name: &str) -> Option<Node<'_>> {
        let root = self.root();
        let plain = |role| if matches!(role, Role::SearchInput | Role::MultilineTextInput) { Role::TextInput } else { role };
        let of_role = || root.children_recursive().filter(|node| plain(node.accesskit_node().role()) == role);
        let named = |node: &Node<'_>| node.accesskit_node().label().or(node.accesskit_node().value()).unwrap_or_default();
        let mut found: Vec<Node<'_>> = of_role().filter(|node| named(node) == name).collect();
        if let (true, Some(start)) = (found.is_empty(), name.strip_suffix('…')) {
            found = of_role().filter(|node| named(node).starts_with(start)).collect();
        }
        assert!(found.len() < 2, "{} times {role:?} called {name:?}", found.len());
        found.pop()
    }

    /// The name and the place of the first of these in view.
    pub fn first_row(&self, role: Role) -> Option<(String, Rect)> {
        let root = self.root();
        let first = root.query_all_by_role(role).next()?;
        Some((first.accesskit_node().label().unwrap_or_default(), first.rect()))
    }

    /// All that has a name, a line each: what a test that fails shows.
    pub fn tree(&self) -> String {
        let root = self.root();
        let named = root.children_recursive().filter_map(|node| {
            let node = node.accesskit_node();
            let name = node.label().or(node.value()).filter(|_| node.role() != Role::TextRun)?;
            Some(format!("{:?} {name}\n", node.role()))
        });
        named.collect()
    }

    /// Whether these words stand anywhere in the window.
    pub fn shows(&self, words: &str) -> bool {
        let root = self.root();
        let has = |text: Option<String>| text.is_some_and(|text| text.contains(words));
        root.children_recursive().any(|node| has(node.accesskit_node().label()) || has(node.accesskit_node().value()))
    }

    /// Whether the text has the focus.
    pub fn in_text(&self) -> bool {
        self.get(Role::Document, "Text of …").is_focused()
    }

    /// Frames until nothing moves any more and nothing is under way.
    #[track_caller]
    pub fn settle(&mut self) {
        for _ in 0..2000 {
            self.harness.run();
            if !self.window().is_busy() {
                return;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("still busy after ten seconds");
    }

    /// Frames until `done`, which other threads bring about.
    #[track_caller]
    pub fn until(&mut self, what: &str, done: impl Fn(&Self) -> bool) {
        for _ in 0..2000 {
            if done(self) {
                return;
            }
            self.harness.step();
            std::thread::sleep(Duration::from_millis(5));
        }
        panic!("{what}: not within ten seconds; said: {}", self.said());
    }

    /// Files dropped on the window.
    pub fn drop_files(&mut self, paths: &[&Path]) {
        #[derive(Debug)]
        struct Dropped(PathBuf);
        impl egui::DroppedFile for Dropped {
            fn path(&self) -> &Path {
                &self.0
            }
            fn bytes(&self) -> Result<Vec<u8>, String> {
                std::fs::read(&self.0).map_err(|error| error.to_string())
            }
        }
        let files = paths.iter().map(|path| Arc::new(Dropped(path.to_path_buf())) as _);
        self.harness.input_mut().dropped_files.extend(files);
        self.harness.step();
        self.settle();
    }

    /// Some frames, so that the next click is no second one.
    pub fn pause(&mut self) {
        self.harness.run_steps(30);
    }

    /// Presses keys one after the other: "S Ctrl+Shift+Right 1".
    #[track_caller]
    pub fn press(&mut self, keys: &str) {
        for chord in keys.split(' ') {
            let (held, name) = chord.rsplit_once('+').map_or(("", chord), |(held, name)| (held, name));
            let has = |name| held.split('+').any(|part| part == name);
            let modifiers = Modifiers { ctrl: has("Ctrl"), command: has("Ctrl"), alt: has("Alt"), shift: has("Shift"), mac_cmd: false };
            let key = Key::from_name(name).unwrap_or_else(|| panic!("no key called {name}"));
            self.key(key, modifiers, typed(key, modifiers).as_deref());
        }
        self.settle();
    }

    /// Types words into what has the focus.
    pub fn write(&mut self, words: &str) {
        for c in words.chars() {
            let key = Key::from_name(&c.to_uppercase().to_string()).unwrap_or(Key::Space);
            self.key(key, if c.is_uppercase() { Modifiers::SHIFT } else { Modifiers::NONE }, Some(&c.to_string()));
        }
        self.settle();
    }

    /// Presses the key that says `key`, types `text` and stands where an English keyboard has `place`.
    pub fn press_on_another_layout(&mut self, key: Key, place: Key, text: &str) {
        let event = |pressed| Event::Key { key, physical_key: Some(place), pressed, repeat: false, modifiers: Modifiers::NONE };
        self.harness.input_mut().events.extend([event(true), Event::Text(text.to_owned()), event(false)]);
        self.harness.step();
        self.settle();
    }

    /// One key, as the system sends it: with what it types, if anything, in the same frame.
    fn key(&mut self, key: Key, modifiers: Modifiers, types: Option<&str>) {
        let event = |pressed| Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers };
        let clipboard = match key {
            Key::C if modifiers == (Modifiers { ctrl: true, command: true, ..Modifiers::NONE }) => Some(Event::Copy),
            _ => None,
        };
        let input = self.harness.input_mut();
        input.events.push(Event::ModifiersChanged(modifiers));
        input.events.push(clipboard.unwrap_or(event(true)));
        input.events.extend(types.map(|text| Event::Text(text.to_owned())));
        self.harness.step();
        for command in &self.harness.output().platform_output.commands {
            if let egui::OutputCommand::CopyText(text) = command {
                self.copied = Some(text.clone());
            }
        }
        let input = self.harness.input_mut();
        input.events.push(event(false));
        input.events.push(Event::ModifiersChanged(Modifiers::NONE));
        self.harness.step();
    }

    /// Runs a command as menu and palette do.
    pub fn run(&mut self, command: Command) {
        self.run_at_once(command);
        self.settle();
    }

    /// Runs a command without waiting for anything, not even a frame.
    pub fn run_at_once(&mut self, command: Command) {
        let ctx = self.harness.ctx.clone();
        self.window_mut().run(&ctx, command);
    }

    /// Clicks a widget in its middle.
    #[track_caller]
    pub fn click(&mut self, role: Role, name: &str) {
        self.get(role, name).click();
        self.settle();
        self.harness.remove_cursor();
        self.pause();
    }

    /// Opens a list and clicks one of its lines.
    #[track_caller]
    pub fn choose(&mut self, list: &str, line: &str) {
        self.click(Role::ComboBox, list);
        // A list that is open stands at the end of the tree.
        let root = self.root();
        let lines = root.query_all_by_role_and_label(Role::Button, line);
        lines.last().unwrap_or_else(|| panic!("no {line:?} in\n{}", self.tree())).click();
        self.settle();
        self.harness.remove_cursor();
        self.pause();
    }

    /// Presses and lets go of a mouse button, so many times in a row.
    pub fn click_at(&mut self, pos: Pos2, button: PointerButton, times: usize) {
        self.harness.hover_at(pos);
        for pressed in [true, false].repeat(times) {
            self.harness.event(Event::PointerButton { pos, button, pressed, modifiers: Modifiers::NONE });
        }
        self.harness.step();
        self.settle();
        self.pause();
    }

    /// Rests with the pointer on a place until what hovering tells is shown.
    pub fn hover(&mut self, pos: Pos2) {
        self.harness.hover_at(pos);
        self.settle();
        self.pause();
    }

    /// Drags from one place to another.
    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.harness.hover_at(from);
        self.harness.drag_at(from);
        for share in [0.3, 0.7, 1.0] {
            self.harness.hover_at(from + (to - from) * share);
        }
        self.harness.drop_at(to);
        self.harness.step();
        self.settle();
        self.pause();
    }

    /// Where `words`, which stand once in the text in view and there in one line, are on the screen.
    #[track_caller]
    pub fn place(&self, words: &str) -> Rect {
        let found = self.places(words);
        assert_eq!(found.len(), 1, "{words:?} must stand once in a line of {:#?}", self.blocks());
        found[0]
    }

    /// The same for words that may stand there more than once.
    #[track_caller]
    pub fn place_of_first(&self, words: &str) -> Rect {
        *self.places(words).first().unwrap_or_else(|| panic!("{words:?} stands in no line of {:#?}", self.blocks()))
    }

    fn places(&self, words: &str) -> Vec<Rect> {
        let root = self.root();
        let runs = root.query_all_by_role(Role::TextRun).filter(|run| {
            let parent = run.parent().map(|parent| parent.accesskit_node().role());
            parent.is_some_and(|role| BLOCKS.contains(&role))
        });
        let mut found = Vec::new();
        for run in runs {
            let (node, row) = (run.accesskit_node(), run.rect());
            let value = node.data().value().unwrap_or_default();
            let (Some(places), Some(widths)) = (node.data().character_positions(), node.data().character_widths()) else { continue };
            for (at, _) in value.match_indices(words) {
                let first = value[..at].chars().count();
                let last = first + words.chars().count() - 1;
                let (left, right) = (row.left() + places[first], row.left() + places[last] + widths[last]);
                found.push(Rect::from_min_max(pos2(left, row.top()), pos2(right, row.bottom())));
            }
        }
        found
    }

    /// The first word of the first whole line in view.
    pub fn word_at_the_top(&self) -> String {
        let top = self.get(Role::Document, "Text of …").rect().top();
        let root = self.root();
        let mut lines = root.query_all_by_role(Role::TextRun).filter(|run| run.rect().top() >= top - 2.0 && run.rect().height() > 10.0);
        let line = lines.next().and_then(|line| line.value()).unwrap_or_default();
        line.split_whitespace().next().unwrap_or_default().to_owned()
    }

    /// Selects all from `first` to `last` by dragging over it.
    #[track_caller]
    pub fn select(&mut self, first: &str, last: &str) {
        let (from, to) = (self.place(first), self.place(last));
        self.drag(from.left_center() + vec2(1.0, 0.0), to.right_center() - vec2(1.0, 0.0));
    }

    /// Tags all from `first` to `last` with the kind on `key`, and gives its id.
    #[track_caller]
    pub fn tag(&mut self, first: &str, last: &str, key: &str) -> Id {
        self.select(first, last);
        self.press(key);
        self.held().id.clone()
    }

    /// What is painted within `rect`, as words.
    pub fn painted(&self, rect: Rect) -> Vec<String> {
        fn words(shape: &Shape, rect: Rect, said: &mut Vec<String>) {
            match shape {
                Shape::Text(text) if rect.contains(text.visual_bounding_rect().center()) => said.push(text.galley.text().to_owned()),
                Shape::Vec(shapes) => shapes.iter().for_each(|shape| words(shape, rect, said)),
                _ => {}
            }
        }
        let mut said = Vec::new();
        for clipped in &self.harness.output().shapes {
            words(&clipped.shape, rect.intersect(clipped.clip_rect), &mut said);
        }
        said
    }

    /// Widgets that a reader acts on and that have no name of their own; a hint is none, for it goes when words come.
    pub fn unnamed(&self) -> Vec<String> {
        let root = self.root();
        let inputs = root.children_recursive().filter(|node| egui::accessibility::is_input(node.accesskit_node().role()));
        let without = inputs.filter(|node| node.accesskit_node().label().is_none_or(|name| name.trim().is_empty()));
        without.map(|node| format!("{:?} at {:?}", node.accesskit_node().role(), node.rect())).collect()
    }

    pub fn harness(&mut self) -> &mut Harness<'static, Option<Window>> {
        &mut self.harness
    }
}

/// What a key types on an English keyboard.
fn typed(key: Key, modifiers: Modifiers) -> Option<String> {
    let name = key.symbol_or_name();
    let types = name.chars().count() == 1 && !modifiers.ctrl && !modifiers.alt && name.is_ascii();
    types.then(|| if modifiers.shift { name.to_owned() } else { name.to_lowercase() })
}
