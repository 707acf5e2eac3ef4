//! What was said to be saved is on the disk, and whole, however the program ends: a second process of this same binary
//! works on a document, and is killed in the middle of it, again and again.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::collections::BTreeSet;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use glossator::annotation::{End, Id};
use glossator::session::{Progress, Request, SaveState, Selection, Session, Step};
use glossator::sidecar::{self, Loaded};
use glossator::text::SourceText;

/// Names the text that the child works on; without it the child has nothing to do.
const TEXT: &str = "GLOSSATOR_CRASH_TEXT";
/// Whether the child saves when asked, or leaves it to the background.
const ASKED: &str = "GLOSSATOR_CRASH_ASKED";
/// Another start for the random numbers, to see a failure again.
const SEED: &str = "GLOSSATOR_CRASH_SEED";

/// How often the child is killed.
const ROUNDS: u64 = 30;

/// What the child says before the ids that are on the disk.
const SAVED: &str = "SAVED ";

/// Long enough for a child to get anything done on a machine that is busy with other things.
const PATIENCE: Duration = Duration::from_secs(60);

#[test]
fn what_was_saved_survives_being_killed() {
    let seed = std::env::var(SEED)
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or_else(|| SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap().as_nanos() as u64);
    let mut random = Random(seed);
    let place = Place::new();
    // All that any child ever said was on the disk. Children work on what those before them left.
    let mut reported: BTreeSet<String> = BTreeSet::new();
    let mut left_over = 0;
    for round in 0..ROUNDS {
        let said = format!("round {round}, {SEED}={seed}");
        // A save that is asked for is written at once, so that a kill often falls into one; one in the background
        // waits for a pause, as it does under a reader's hands.
        let lines = work_and_die(&place.text, round % 3 != 0, random.below(116) + 5, &said);
        assert!(!lines.is_empty(), "nothing was saved; {said}");
        for line in &lines {
            reported.extend(line.split(' ').map(str::to_owned));
        }
        left_over += place.names().iter().filter(|name| name.ends_with(".tmp")).count();
        if round == 0 {
            // One that is sure to be there, beside those that a kill may leave.
            fs::write(place.folder.path().join("t.txt.gloss.ron.aB3xYz.tmp"), "(version: 1, annota").unwrap();
        }

        let sidecar = place.loaded(&place.sidecar, &said);
        if place.backup.exists() {
            place.loaded(&place.backup, &said);
        }
        holds(&sidecar, &reported, &said);

        let mut session =
            Session::open(&Request::new(&place.text, "the next"), &Progress::default()).unwrap_or_else(|error| panic!("{error}; {said}"));
        assert_eq!(session.read_only(), None, "the lock of the dead is in the way; {said}");
        assert_eq!(session.glosses(), &sidecar.glosses, "{said}");
        let id = session.tag_document().unwrap();
        session.save_now().unwrap_or_else(|error| panic!("{error}; {said}"));
        reported.insert(id.to_string());
        drop(session);
        let mut usual = vec!["t.txt", "t.txt.gloss.ron", "t.txt.gloss.ron.bak"];
        if cfg!(not(unix)) {
            usual.push("t.txt.gloss.ron.lock");
        }
        assert_eq!(place.names(), usual, "something was left; {said}");
        assert_eq!(fs::read_to_string(&place.text).unwrap(), text(), "the text is not ours to change; {said}");
        holds(&place.loaded(&place.sidecar, &said), &reported, &said);
    }
    println!("{left_over} of {ROUNDS} kills left an unfinished file, {} records were saved", reported.len());
}

/// What the killed process does: tags, links and changes, and says what is saved. As a test of its own it has nothing
/// to do.
#[test]
fn child() {
    let Some(path) = std::env::var_os(TEXT) else { return };
    let asked = std::env::var_os(ASKED).is_some();
    let mut session = Session::open(&Request::new(&path, "the dead"), &Progress::default()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(session.read_only(), None);
    session.start_saving(Arc::new(|| {}));
    let started = Instant::now();
    let mut at = session.selection.head;
    let mut last: Option<Id> = None;
    let mut said = 0;
    // Whoever started this one may be gone.
    for number in 1.. {
        if started.elapsed() > PATIENCE {
            break;
        }
        let mut line = Vec::new();
        let from = session.stepped(at, Step::Word, true);
        at = session.stepped(from, Step::Word, true);
        if at == from {
            at = 0;
            continue;
        }
        session.selection = Selection { anchor: from, head: at };
        let id = session.tag(1 + (number % 5) as u8).unwrap();
        line.push(id.to_string());
        session.change(&id, "change note", Some("note"), |annotation| annotation.note = format!("note {number}")).unwrap();
        if let Some(other) = last.replace(id.clone()) {
            let link = session.link(End::Annotation(id.clone()), "supports", End::Annotation(other), "").unwrap();
            line.push(link.to_string());
        }
        // What is taken back and done again is saved too.
        if number % 4 == 0 {
            session.undo();
            session.redo();
        }
        if asked {
            session.save_now().unwrap();
        }
        while session.save_state() == SaveState::Unsaved {
            assert!(started.elapsed() < PATIENCE, "the save does not end");
            std::thread::sleep(Duration::from_millis(1));
        }
        assert_eq!(session.save_state(), SaveState::Saved);
        said += 1;
        let mut out = std::io::stdout().lock();
        writeln!(out, "{SAVED}{} number={said}", line.join(" ")).and_then(|()| out.flush()).unwrap();
    }
}

/// Lets a child work, kills it `pause` milliseconds after it first said something, and returns all that it said.
fn work_and_die(text: &Path, asked: bool, pause: u64, said: &str) -> Vec<String> {
    let module = module_path!().split_once("::").unwrap().1;
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", &format!("{module}::child"), "--nocapture", "--test-threads=1"]).env(TEXT, text);
    if asked {
        command.env(ASKED, "yes");
    }
    let mut child = Killed(command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().unwrap());
    let mut out = BufReader::new(child.0.stdout.take().unwrap());
    let mut all = Vec::new();
    // The first line that counts; before it the test runner has its say.
    while !all.windows(SAVED.len()).any(|words| words == SAVED.as_bytes()) {
        let more = out.read_until(b'\n', &mut all).unwrap();
        assert!(more > 0, "the child ended by itself: {}; {said}", String::from_utf8_lossy(&all));
    }
    // Nothing is waited for here: this is the moment at which it dies.
    std::thread::sleep(Duration::from_millis(pause));
    child.0.kill().unwrap();
    child.0.wait().unwrap();
    out.read_to_end(&mut all).unwrap();
    let all = String::from_utf8(all).unwrap();
    // A line that was cut off says nothing.
    let whole = all.split_inclusive('\n').filter(|line| line.ends_with('\n'));
    let ids: Vec<&str> = whole.filter_map(|line| line.split_once(SAVED).map(|(_, ids)| ids.trim_end())).collect();
    for (number, line) in ids.iter().enumerate() {
        assert!(line.ends_with(&format!(" number={}", number + 1)), "a line is missing: {all}; {said}");
    }
    ids.iter().filter_map(|line| line.rsplit_once(' ').map(|(ids, _)| ids.to_owned())).collect()
}

/// A child that does not outlive its test.
struct Killed(Child);

impl Drop for Killed {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// Whether all of `reported` is in the sidecar, and each step of the reader is in it or not, but never half.
fn holds(sidecar: &Loaded, reported: &BTreeSet<String>, said: &str) {
    let glosses = &sidecar.glosses;
    let there: BTreeSet<String> = glosses.annotations.keys().chain(glosses.links.keys()).map(Id::to_string).collect();
    let missing: Vec<&String> = reported.difference(&there).collect();
    assert!(missing.is_empty(), "{} of {} that were saved are gone: {missing:?}; {said}", missing.len(), reported.len());
    assert!(
        sidecar.same_text && sidecar.outcomes.is_empty() && sidecar.warnings.is_empty(),
        "{:?} {:?}; {said}",
        sidecar.outcomes,
        sidecar.warnings
    );
    for link in glosses.links.values() {
        for end in [&link.from, &link.to] {
            assert!(matches!(end, End::Annotation(id) if glosses.annotations.contains_key(id)), "{end:?} is gone; {said}");
        }
    }
}

/// A folder with a text in it.
struct Place {
    folder: tempfile::TempDir,
    text: PathBuf,
    sidecar: PathBuf,
    backup: PathBuf,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.txt");
        fs::write(&path, text()).unwrap();
        let sidecar = sidecar::path_of(&path);
        Self { folder, text: path, backup: sidecar::backup_of(&sidecar), sidecar }
    }

    fn names(&self) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// The whole of a sidecar; it must be one.
    fn loaded(&self, path: &Path, said: &str) -> Loaded {
        let content = fs::read_to_string(path).unwrap();
        sidecar::parse(&content, path, &SourceText::from_utf8(&text())).unwrap_or_else(|error| panic!("{error}; {said}\n{content}"))
    }
}

/// Long enough for no child to come to its end.
fn text() -> String {
    "The weavers of the lower town had learned to read each other’s papers, and the council knew it. ".repeat(200)
}

/// Random numbers that come again with the same seed.
struct Random(u64);

impl Random {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}
