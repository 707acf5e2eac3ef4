//! An open document: its text, what the reader does with it, and the jobs that run beside. The window and the
//! commands without a window both work through this; it knows neither.

mod argument;
mod caret;
mod chord;
mod clock;
pub mod command;
mod edits;
mod find;
mod keymap;
mod listing;
mod open;
mod order;
mod reviewing;
mod save;
mod settings;
mod sources;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::annotation::{Anchor, Annotation, Edit, End, Glosses, History, Id, Index, MergeKey, Outcome};
use crate::review::Review;
use crate::review::argument::Prose;
use crate::sidecar::{self, DocumentFacts};
use crate::structure::{Reading, Structure};
use crate::text::{SourceText, Span};

pub use argument::Went;
pub use caret::{Selection, Step};
pub use clock::Clock;
pub use edits::{EditError, Follow, is_doi, web_address};
pub use find::{Find, Match};
pub use keymap::Keymap;
pub use listing::{Filter, Listing, Row, Sort};
pub use open::{Loader, OpenError, Progress, Request, SidecarChoice};
pub use order::Order;
pub use reviewing::{Depth, Docket, Evidence, Item, Offer};
pub use save::{SaveState, Wake};
pub use settings::{Looks, NotesAt, Settings, ThemeChoice, default_reader};
pub use sources::{Meant, Use};

/// Why nothing can be written. Reading, searching and copying go on all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReadOnly {
    /// Another window or command holds the sidecar.
    Locked(String),
    /// A newer version of the program wrote it.
    Newer(u64),
    /// The annotations were made on another text. How many were not found again, of how many.
    OtherText {
        /// Those whose words do not stand where they stood.
        lost: usize,
        /// All.
        total: usize,
    },
    /// Nothing can be written where the text lies.
    Folder(PathBuf),
    /// The reader chose to open the text without its sidecar.
    Without,
}

impl std::fmt::Display for ReadOnly {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Locked(who) => write!(f, "Read-only: {who} has these annotations open; close them there, then open the text again"),
            Self::Newer(version) => {
                write!(
                    f,
                    "Read-only: a newer Glossator wrote these annotations (version {version}); nothing is written until you open them with it"
                )
            }
            Self::OtherText { lost: 0, total } => {
                write!(
                    f,
                    "Read-only: the text has changed since it was annotated; all {total} annotations still stand at their words; keep them with this text, or open the one they were made on"
                )
            }
            Self::OtherText { lost, total } => write!(
                f,
                "Read-only: the text has changed since it was annotated; {lost} of {total} annotations no longer stand at their words; keep them with this text, or open the one they were made on"
            ),
            Self::Folder(path) => {
                write!(f, "Read-only: nothing can be written in {}; choose another place for the annotations", path.display())
            }
            Self::Without => f.write_str("Read-only: the text is open without its annotations, which are left as they are"),
        }
    }
}

/// An open document.
pub struct Session {
    /// Where the text lies.
    pub path: PathBuf,
    /// Where the sidecar lies: beside the text, unless the reader chose another place.
    pub sidecar: PathBuf,
    /// The text.
    pub source: SourceText,
    /// What a person sees in it.
    pub structure: Arc<Structure>,
    /// Caret and selection.
    pub selection: Selection,
    /// The annotation in hand.
    pub in_hand: Option<Id>,
    /// Find.
    pub find: Find,
    /// Things to tell the reader once.
    pub notices: Vec<String>,
    /// Whose work this is.
    pub reader: Arc<str>,
    glosses: Glosses,
    index: Index,
    history: History,
    revision: u64,
    read_only: Option<ReadOnly>,
    // Dropped in this order: the saver ends its work before the lock is given up.
    saver: Option<save::Saver>,
    lock: Option<sidecar::Lock>,
    saving: save::Target,
    outcomes: BTreeMap<Id, Outcome>,
    clock: Clock,
    trail: Vec<usize>,
    ahead: Vec<usize>,
    readings: RefCell<HashMap<usize, Arc<Reading>>>,
    order: Option<Order>,
    watch: Option<open::Watch>,
    sources: sources::Sources,
    reviewed: Option<Arc<Review>>,
    docket: RefCell<Option<reviewing::Kept>>,
    prose: Option<Arc<Prose>>,
    argument: RefCell<argument::Kept>,
    along: Option<argument::Along>,
    offer: Option<Offer>,
    /// How much of what was found is looked at.
    pub depth: Depth,
    /// Whether the way through the findings goes by their weight and not by their place.
    pub gravest_first: bool,
}

/// What has happened to the sidecar outside this window.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outside {
    /// It was changed, nothing here was unsaved, and it was read again.
    Reloaded,
    /// It was changed, and there is unsaved work here: the reader chooses.
    Conflict,
}

impl Session {
    /// The text's file name.
    pub fn name(&self) -> String {
        file_name(&self.path)
    }

    /// All the reader's work.
    pub fn glosses(&self) -> &Glosses {
        &self.glosses
    }

    /// Where annotations stand and what hangs on them.
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Counts every change to [`Session::glosses`]; what is derived from them is stale when it has grown.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Why nothing can be written, if so.
    pub fn read_only(&self) -> Option<&ReadOnly> {
        self.read_only.as_ref()
    }

    /// The annotation called `id`.
    pub fn annotation(&self, id: &Id) -> Option<&Arc<Annotation>> {
        self.glosses.annotations.get(id)
    }

    /// The annotation in hand.
    pub fn held(&self) -> Option<&Arc<Annotation>> {
        self.in_hand.as_ref().and_then(|id| self.annotation(id))
    }

    /// How `id` was found again when the text was opened.
    pub fn outcome(&self, id: &Id) -> Outcome {
        self.outcomes.get(id).copied().unwrap_or(Outcome::Exact)
    }

    /// The reading text of block `index`, kept while it is in use.
    pub fn reading(&self, index: usize) -> Arc<Reading> {
        if let Some(reading) = self.readings.borrow().get(&index) {
            return Arc::clone(reading);
        }
        let reading = Arc::new(match self.structure.blocks.get(index) {
            Some(block) => Reading::of_block(self.source.as_str(), block),
            None => Reading::default(),
        });
        let mut kept = self.readings.borrow_mut();
        if kept.len() >= KEPT_READINGS {
            kept.clear();
        }
        kept.insert(index, Arc::clone(&reading));
        reading
    }

    /// The reading text of `parts`, joined, without markers.
    pub fn quote(&self, parts: &[Span]) -> String {
        crate::structure::quote_of(self.source.as_str(), &self.structure, parts)
    }

    /// The words of an anchor: its quote, or where another program left that out, what is read at its place.
    pub fn words_of<'a>(&self, anchor: &'a Anchor) -> Cow<'a, str> {
        match (anchor.quote.is_empty(), anchor.parts()) {
            (false, _) => Cow::Borrowed(&anchor.quote),
            (true, []) => Cow::Borrowed("the whole document"),
            (true, parts) => Cow::Owned(self.quote(parts)),
        }
    }

    /// Does `edits` as one step called `name`, and hands the result to the saver.
    pub fn commit(&mut self, name: &str, merge: Option<MergeKey>, edits: Vec<Edit>) -> Result<(), EditError> {
        if self.read_only.is_some() {
            return Err(EditError::ReadOnly);
        }
        if edits.is_empty() {
            return Ok(());
        }
        let at = Some(self.selection.span());
        self.history.commit(&mut self.glosses, &mut self.index, name, at, merge, edits);
        self.changed();
        Ok(())
    }

    /// Ends a run of edits that count as one step.
    pub fn end_run(&mut self) {
        self.history.end_run();
    }

    /// Takes back the last step and says which.
    pub fn undo(&mut self) -> Option<String> {
        if self.read_only.is_some() {
            return None;
        }
        let (name, at) = self.history.undo(&mut self.glosses, &mut self.index)?;
        self.after_turn(at);
        Some(name)
    }

    /// Does again what was taken back, and says what.
    pub fn redo(&mut self) -> Option<String> {
        if self.read_only.is_some() {
            return None;
        }
        let (name, at) = self.history.redo(&mut self.glosses, &mut self.index)?;
        self.after_turn(at);
        Some(name)
    }

    /// What undo would take back.
    pub fn undo_name(&self) -> Option<&str> {
        self.history.undo_name()
    }

    /// What redo would do again.
    pub fn redo_name(&self) -> Option<&str> {
        self.history.redo_name()
    }

    fn after_turn(&mut self, at: Option<Span>) {
        if let Some(span) = at {
            self.selection = Selection { anchor: span.start, head: span.end };
        }
        if self.held().is_none() {
            self.in_hand = None;
        }
        self.changed();
    }

    fn changed(&mut self) {
        self.revision += 1;
        if let Some(saver) = &self.saver {
            saver.save(self.revision, self.glosses.clone());
        }
    }

    /// Where the save of the last change stands.
    pub fn save_state(&self) -> SaveState {
        match &self.saver {
            Some(saver) => saver.state(self.revision),
            None if self.saving.saved_revision() >= self.revision => SaveState::Saved,
            None => SaveState::Unsaved,
        }
    }

    /// Starts saving in the background after each change; `wake` is called when a save has ended.
    pub fn start_saving(&mut self, wake: Wake) {
        if self.saver.is_none() && self.read_only.is_none() {
            self.saver = save::Saver::start(self.saving.clone(), wake);
        }
        // A chosen encoding is kept even when nothing is tagged yet.
        if let Some(saver) = self.saver.as_ref().filter(|_| self.revision > self.saving.saved_revision()) {
            saver.save(self.revision, self.glosses.clone());
        }
    }

    /// Writes now and waits for it. Says why it failed.
    pub fn save_now(&mut self) -> Result<(), String> {
        if self.read_only.is_some() {
            return Ok(());
        }
        match &self.saver {
            Some(saver) => saver.flush(self.revision, self.glosses.clone()),
            None => self.saving.write(&self.glosses, self.revision).map_err(|error| error.to_string()),
        }
    }

    /// Writes all work to another place from now on.
    pub fn save_elsewhere(&mut self, sidecar: PathBuf, wake: Wake) -> Result<(), String> {
        if sidecar.exists() {
            return Err(format!("{} is there already; choose a name that is free", sidecar.display()));
        }
        let lock = sidecar::Lock::take(&sidecar, &self.reader).map_err(|error| error.to_string())?;
        self.saver = None;
        self.lock = Some(lock);
        self.saving = save::Target::new(sidecar.clone(), self.source.clone(), self.name(), None);
        self.sidecar = sidecar;
        self.read_only = None;
        self.revision += 1;
        self.watch = None;
        self.start_watching(Arc::clone(&wake));
        self.start_saving(wake);
        self.save_now()
    }

    /// Takes the annotations over to the changed text: those found stay where they are, the others are kept as
    /// lost. Until this is said, nothing is written.
    pub fn keep_with_this_text(&mut self, wake: Wake) -> Result<(), String> {
        if matches!(self.read_only, Some(ReadOnly::OtherText { .. })) {
            self.read_only = None;
            self.revision += 1;
            self.start_saving(wake);
            return self.save_now();
        }
        Ok(())
    }

    /// Looks whether another program changed the sidecar. Cheap while nothing has.
    pub fn poll_outside(&mut self) -> Option<Outside> {
        let stirred = self.watch.as_ref().is_some_and(open::Watch::stirred);
        let foreign = self.saver.as_ref().is_some_and(save::Saver::found_foreign);
        if !stirred && !foreign {
            return None;
        }
        let on_disk = sidecar::stamp(&self.sidecar).ok()?;
        if on_disk == self.saving.stamp() {
            return None;
        }
        if self.read_only.is_some() {
            return on_disk.and_then(|_| self.reload().ok()).map(|()| Outside::Reloaded);
        }
        // Removed, or no longer to be read: what is here is all there is, and the reader decides.
        let unsaved = self.save_state() != SaveState::Saved;
        if unsaved || on_disk.is_none() || self.reload().is_err() {
            return Some(Outside::Conflict);
        }
        Some(Outside::Reloaded)
    }

    /// Takes what is on disk instead of what is here.
    pub fn reload(&mut self) -> Result<(), String> {
        let loaded = sidecar::read(&self.sidecar, &self.source).map_err(|error| error.to_string())?;
        let (glosses, outcomes, stamp) = match loaded {
            Some(loaded) => (loaded.glosses, loaded.outcomes, Some(loaded.stamp)),
            None => (Glosses::default(), BTreeMap::new(), None),
        };
        self.index = Index::new(&glosses);
        self.glosses = glosses;
        self.outcomes = outcomes;
        self.history = History::default();
        self.revision += 1;
        self.saving.adopt(stamp, self.revision);
        if self.held().is_none() {
            self.in_hand = None;
        }
        Ok(())
    }

    /// Writes what is here over what another program wrote, which is kept as the backup.
    pub fn overwrite(&mut self) -> Result<(), String> {
        if self.read_only.is_some() {
            return Ok(());
        }
        let on_disk = sidecar::stamp(&self.sidecar).map_err(|error| error.to_string())?;
        self.saving.adopt(on_disk, self.saving.saved_revision());
        // What is on disk is not what is here, even when nothing was changed here.
        self.revision += 1;
        self.save_now()
    }

    /// Goes to byte `at` and remembers where one was.
    pub fn go(&mut self, at: usize) {
        self.trail.push(self.selection.head);
        self.ahead.clear();
        self.selection = Selection::caret(at);
    }

    /// Back to where one was; false when there is nothing to go back to.
    pub fn back(&mut self) -> bool {
        let Some(at) = self.trail.pop() else { return false };
        self.ahead.push(self.selection.head);
        self.selection = Selection::caret(at);
        if !self.back_along() {
            self.in_hand = None;
        }
        true
    }

    /// Forward again.
    pub fn forward(&mut self) -> bool {
        let Some(at) = self.ahead.pop() else { return false };
        self.trail.push(self.selection.head);
        self.selection = Selection::caret(at);
        self.in_hand = None;
        true
    }

    /// Takes annotation `id` in hand and goes to it.
    pub fn hold(&mut self, id: &Id) {
        let Some(annotation) = self.annotation(id) else { return };
        if let Some(span) = annotation.anchor.span() {
            self.go(span.start);
        }
        self.in_hand = Some(id.clone());
        self.offer = None;
        self.along = None;
        self.end_run();
    }

    /// The facts the sidecar keeps about this text.
    pub fn facts(&self) -> DocumentFacts {
        DocumentFacts {
            name: self.name(),
            encoding: self.source.encoding_name(),
            chars: self.source.units().total(),
            sha256: self.source.sha256().to_owned(),
        }
    }

    /// What the other end of a link is, in a few words.
    pub fn describe_end(&self, end: &End) -> String {
        match end {
            End::Annotation(id) => match self.annotation(id) {
                Some(annotation) => self.words_of(&annotation.anchor).into_owned(),
                None => "an annotation that is gone".to_owned(),
            },
            End::Place(anchor) => self.words_of(anchor).into_owned(),
            End::Url(url) => url.clone(),
            End::File(path) => path.clone(),
        }
    }

    /// Where byte `at` stands, for people: "Chapter 1, p. 8".
    pub fn whereabouts(&self, at: usize) -> String {
        let section = self.structure.section_at(at).map(|i| self.structure.sections[i].title.clone());
        let page = self.structure.page_at(at).map(|i| format!("p. {}", self.structure.page_label(i)));
        match (section, page) {
            (Some(section), Some(page)) => format!("{section}, {page}"),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => format!("line {}", self.source.line_column(at).line),
        }
    }

    /// Before the window is closed or another text opened: everything is on disk, or the reason is given.
    pub fn close(&mut self) -> Result<(), String> {
        if self.save_state() == SaveState::Saved { Ok(()) } else { self.save_now() }
    }
}

/// The last part of a path, as people call it.
pub fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// Blocks whose reading text is kept: more than ever fit on a screen.
const KEPT_READINGS: usize = 512;
