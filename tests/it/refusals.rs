//! What is not opened or not written says so in words that help, and leaves every byte on the disk as it was.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use encoding_rs::{Encoding, KOI8_R, WINDOWS_1252};
use glossator::annotation::{Annotation, Glosses, Id, Outcome, Place, Strength};
use glossator::session::{EditError, OpenError, Outside, Progress, ReadOnly, Request, SaveState, Selection, Session, SidecarChoice, Wake};
use glossator::sidecar::{self, ReadError};
use glossator::text::decode::Refusal;
use glossator::text::{SourceText, Span};

/// A text with words of its own for each annotation.
const TEXT: &str =
    "The council was afraid of the strike.\n\nThe weavers read — each other’s — papers.\n\nNobody burned the mill, 🔥 though.\n";

/// What is marked in it.
const MARKED: [&str; 3] = ["afraid of the strike", "each other’s — papers", "the mill, 🔥 though"];

// ---------------------------------------------------------------------------------------------------------------
// Folders, documents, and what must hold of both
// ---------------------------------------------------------------------------------------------------------------

/// A folder with `t.txt` in it.
struct Folder(tempfile::TempDir);

impl Folder {
    fn with(text: &[u8]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("t.txt"), text).unwrap();
        Self(folder)
    }

    /// A text, annotated and closed again.
    fn annotated() -> Self {
        let folder = Self::with(TEXT.as_bytes());
        let mut session = folder.open();
        for words in MARKED {
            tag(&mut session, words);
        }
        session.save_now().unwrap();
        folder
    }

    fn text(&self) -> PathBuf {
        self.0.path().join("t.txt")
    }

    fn sidecar(&self) -> PathBuf {
        sidecar::path_of(&self.text())
    }

    fn backup(&self) -> PathBuf {
        sidecar::backup_of(&self.sidecar())
    }

    fn request(&self) -> Request {
        Request::new(self.text(), "A. Reader")
    }

    fn try_open(&self) -> Result<Session, OpenError> {
        Session::open(&self.request(), &Progress::default())
    }

    fn open(&self) -> Session {
        self.try_open().unwrap_or_else(|error| panic!("{error}"))
    }

    /// Open as the window has it: saved in the background, and watched.
    fn open_for_long(&self) -> Session {
        let mut session = self.open();
        session.start_watching(no_wake());
        session.start_saving(no_wake());
        session
    }

    /// Every file in the folder with its bytes.
    fn content(&self) -> BTreeMap<String, Vec<u8>> {
        content(self.0.path())
    }

    /// Whether somebody holds the sidecar, or left a lock behind.
    fn is_locked(&self) -> bool {
        // Elsewhere a lock cannot be removed while it is held, and stays.
        cfg!(unix) && fs::exists(self.lock()).unwrap()
    }

    fn lock(&self) -> PathBuf {
        let mut name = self.sidecar().into_os_string();
        name.push(".lock");
        name.into()
    }
}

/// A folder has no bytes, and a lock says nothing of the reader's work.
fn content(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entry = |entry: fs::DirEntry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap_or_default());
    fs::read_dir(folder).unwrap().map(|one| entry(one.unwrap())).filter(|(name, _)| !name.ends_with(".lock")).collect()
}

fn no_wake() -> Wake {
    Arc::new(|| {})
}

/// Why it was not opened.
fn refusal(result: Result<Session, OpenError>) -> OpenError {
    match result {
        Ok(session) => panic!("{} was opened", session.path.display()),
        Err(error) => error,
    }
}

/// Selects `words`.
fn select(session: &mut Session, words: &str) {
    let start = session.source.as_str().find(words).unwrap_or_else(|| panic!("no “{words}” in {}", session.source.as_str()));
    session.selection = Selection::of(Span::new(start, start + words.len()));
}

fn tag(session: &mut Session, words: &str) -> Id {
    select(session, words);
    session.tag(1).unwrap_or_else(|error| panic!("{error}"))
}

fn quotes(glosses: &Glosses) -> Vec<String> {
    let mut quotes: Vec<String> = glosses.annotations.values().map(|annotation| annotation.anchor.quote.clone()).collect();
    quotes.sort();
    quotes
}

/// Whatever the reader tries in a session that is read-only, nothing is changed, here or on the disk.
fn nothing_can_be_changed(session: &mut Session) {
    let folder = session.path.parent().unwrap().to_path_buf();
    let (before, glosses, revision) = (content(&folder), session.glosses().clone(), session.revision());
    assert!(session.read_only().is_some());
    select(session, "The weavers");
    assert_eq!(session.tag(1), Err(EditError::ReadOnly));
    assert_eq!(session.tag_document(), Err(EditError::ReadOnly));
    if let Some(id) = glosses.annotations.keys().next() {
        assert_eq!(session.remove(id), Err(EditError::ReadOnly));
        let change = |annotation: &mut Annotation| annotation.strength = Some(Strength::Weak);
        assert_eq!(session.change(id, "change", None, change), Err(EditError::ReadOnly));
    }
    assert_eq!((session.undo(), session.redo()), (None, None));
    session.start_saving(no_wake());
    assert_eq!(session.save_now(), Ok(()));
    assert_eq!(session.close(), Ok(()));
    assert_eq!(session.save_state(), SaveState::Saved, "there is nothing to save");
    assert_eq!((session.glosses(), session.revision()), (&glosses, revision));
    assert!(content(&folder) == before, "something in the folder was changed");
}

// ---------------------------------------------------------------------------------------------------------------
// What is no text
// ---------------------------------------------------------------------------------------------------------------

/// A zip of entries that are not compressed.
fn zip(entries: &[(&str, &str)]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    let mut start = |out: &mut Vec<u8>, name: &str, size: usize| {
        let size = (size as u32).to_le_bytes();
        // Method, time, date, sum; both sizes; the length of the name.
        let head = [&[20, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0][..], &size, &size, &(name.len() as u16).to_le_bytes(), &[0, 0]].concat();
        directory.extend([&b"PK\x01\x02\x14\0"[..], &head, &[0; 10], &(out.len() as u32).to_le_bytes(), name.as_bytes()].concat());
        out.extend([&b"PK\x03\x04"[..], &head, name.as_bytes()].concat());
    };
    for (name, content) in entries {
        start(&mut out, name, content.len());
        out.extend(content.as_bytes());
    }
    let (at, count) = (out.len() as u32, (entries.len() as u16).to_le_bytes());
    out.extend(&directory);
    out.extend([&b"PK\x05\x06\0\0\0\0"[..], &count, &count, &(directory.len() as u32).to_le_bytes(), &at.to_le_bytes(), &[0, 0]].concat());
    out
}

#[test]
fn what_is_no_text_is_refused_by_its_name() {
    let docx = zip(&[("[Content_Types].xml", "<Types/>"), ("_rels/.rels", ""), ("word/document.xml", "<w:document/>")]);
    let odt = zip(&[("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<office:document-content/>")]);
    let epub = zip(&[("mimetype", "application/epub+zip"), ("META-INF/container.xml", "<container/>")]);
    let noise: Vec<u8> = (0..4096u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    type Case = (Vec<u8>, fn(&Refusal) -> bool, &'static [&'static str]);
    let cases: &[Case] = &[
        (b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n<<>>\nendobj\n".to_vec(), |it| *it == Refusal::Pdf, &["PDF", "plain text", "pdftotext"]),
        (docx, |it| *it == Refusal::Docx, &["Word", ".docx", "plain text"]),
        (odt, |it| *it == Refusal::Odt, &["OpenDocument", ".odt", "plain text"]),
        (epub, |it| *it == Refusal::Epub, &["e-book", ".epub", "plain text"]),
        (zip(&[("thesis.txt", TEXT)]), other, &["zip", "unpack"]),
        (b"\x7FELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0".to_vec(), other, &["a program", "choose the file"]),
        (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR".to_vec(), other, &["a picture", "OCR"]),
        (noise, other, &["a binary file", "plain text"]),
        (Vec::new(), |it| *it == Refusal::Empty, &["no words", "OCR"]),
        (b" \r\n\t\n \xEF\xBB\xBF".to_vec(), |it| *it == Refusal::Empty, &["no words"]),
    ];
    fn other(refusal: &Refusal) -> bool {
        matches!(refusal, Refusal::OtherBinary { .. })
    }
    let own = fs::read(Folder::annotated().sidecar()).unwrap();
    for (bytes, is, words) in cases {
        let folder = Folder::with(bytes);
        // Without a sidecar, and then with one, which says UTF-8.
        for sidecar in [None, Some(&own)] {
            if let Some(bytes) = sidecar {
                fs::write(folder.sidecar(), bytes).unwrap();
            }
            let before = folder.content();
            let Err(error) = folder.try_open() else { panic!("what has {words:?} was opened, with a sidecar: {}", sidecar.is_some()) };
            let said = error.to_string();
            assert!(matches!(&error, OpenError::Refused { path, refusal } if *path == folder.text() && is(refusal)), "{error:?}");
            for word in words.iter().copied().chain(["t.txt"]) {
                assert!(said.contains(word), "{word:?} is not in: {said}");
            }
            assert!(folder.content() == before && !folder.is_locked(), "something was changed: {said}");
        }
    }
}

#[test]
fn what_is_not_there_and_what_is_a_folder_is_said() {
    let folder = Folder::with(TEXT.as_bytes());
    let before = folder.content();
    let request = |path: PathBuf| Request { path, ..folder.request() };
    let error = refusal(Session::open(&request(folder.0.path().join("thesis.txt")), &Progress::default()));
    assert!(matches!(error, OpenError::Missing(_)) && error.to_string().contains("thesis.txt"), "{error}");
    let error = refusal(Session::open(&request(folder.text().join("thesis.txt")), &Progress::default()));
    assert!(error.to_string().contains("thesis.txt"), "{error}");
    let error = refusal(Session::open(&request(folder.0.path().to_path_buf()), &Progress::default()));
    assert!(matches!(error, OpenError::Folder(_)) && error.to_string().contains("is a folder"), "{error}");
    let error = refusal(Session::open(&Request { encoding: Some("klingon".into()), ..folder.request() }, &Progress::default()));
    assert!(matches!(error, OpenError::Encoding(_)) && error.to_string().contains("klingon"), "{error}");
    let stopped = Progress::default();
    stopped.cancel();
    assert!(matches!(refusal(Session::open(&folder.request(), &stopped)), OpenError::Cancelled));
    assert!(folder.content() == before);
    // And for all that, the text opens.
    assert_eq!(folder.open().read_only(), None);
}

// ---------------------------------------------------------------------------------------------------------------
// Rights: a user who is not root, where the tests run as root
// ---------------------------------------------------------------------------------------------------------------

/// Names the folder in which another user is to look about.
#[cfg(unix)]
const STRANGER: &str = "GLOSSATOR_REFUSALS_FOLDER";

#[cfg(unix)]
#[test]
fn what_one_may_not_read_or_write_is_said() {
    use std::os::unix::fs::PermissionsExt;
    use std::os::unix::process::CommandExt;
    use std::process::Command;

    let base = tempfile::tempdir().unwrap();
    let mode = |path: &Path, mode: u32| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    let annotated = Folder::annotated();
    for name in ["secret", "shut", "free"] {
        fs::create_dir(base.path().join(name)).unwrap();
    }
    for name in ["secret/t.txt", "shut/t.txt"] {
        fs::copy(annotated.text(), base.path().join(name)).unwrap();
        fs::copy(annotated.sidecar(), sidecar::path_of(&base.path().join(name))).unwrap();
    }
    mode(base.path(), 0o755);
    mode(&base.path().join("secret/t.txt"), 0o000);
    mode(&base.path().join("free"), 0o777);
    mode(&base.path().join("shut"), 0o555);
    // Root may read and write whatever it likes.
    if fs::read(base.path().join("secret/t.txt")).is_err() {
        look_about(base.path());
    } else {
        let module = module_path!().split_once("::").unwrap().1;
        let nobody = |program: &Path| {
            let mut command = Command::new(program);
            command.args(["--exact", &format!("{module}::stranger"), "--nocapture"]).env(STRANGER, base.path()).current_dir("/");
            command.uid(65534).gid(65534).output()
        };
        let own = std::env::current_exe().unwrap();
        // The program may lie where nobody else may look.
        let copy = base.path().join("program");
        let done = nobody(&own).or_else(|_| fs::copy(&own, &copy).and_then(|_| nobody(&copy)));
        match done {
            Ok(done) => {
                let said = [done.stdout, done.stderr].concat();
                let said = String::from_utf8_lossy(&said);
                assert!(done.status.success() && said.contains("1 passed"), "{said}");
            }
            Err(error) => println!("not tried, for no other user can be had here: {error}"),
        }
    }
    mode(&base.path().join("shut"), 0o755);
}

/// What the other user sees; by itself it has nothing to do.
#[cfg(unix)]
#[test]
fn stranger() {
    if let Some(base) = std::env::var_os(STRANGER) {
        look_about(Path::new(&base));
    }
}

#[cfg(unix)]
fn look_about(base: &Path) {
    let secret = base.join("secret/t.txt");
    let error = refusal(Session::open(&Request::new(&secret, "A. Stranger"), &Progress::default()));
    assert!(matches!(&error, OpenError::Unreadable { path, .. } if *path == secret), "{error:?}");
    assert!(error.to_string().contains("cannot be read"), "{error}");

    let shut = base.join("shut");
    assert!(fs::write(shut.join("try"), "").is_err(), "this user may write there");
    let mut session =
        Session::open(&Request::new(shut.join("t.txt"), "A. Stranger"), &Progress::default()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(session.read_only(), Some(&ReadOnly::Folder(shut.clone())));
    let said = session.read_only().unwrap().to_string();
    assert!(said.contains(&shut.display().to_string()) && said.contains("another place"), "{said}");
    assert_eq!(session.glosses().annotations.len(), MARKED.len(), "what is there is shown all the same");
    nothing_can_be_changed(&mut session);

    // Elsewhere it can be, with all that was there.
    let elsewhere = base.join("free/mine.gloss.ron");
    session.save_elsewhere(elsewhere.clone(), no_wake()).unwrap();
    assert_eq!(session.read_only(), None);
    tag(&mut session, "Nobody burned");
    session.save_now().unwrap();
    assert_eq!(content(&shut).len(), 2);
    drop(session);
    let request = Request { sidecar: SidecarChoice::At(elsewhere), ..Request::new(shut.join("t.txt"), "A. Stranger") };
    let session = Session::open(&request, &Progress::default()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((session.read_only(), session.glosses().annotations.len()), (None, MARKED.len() + 1));
}

#[test]
fn what_cannot_be_locked_is_not_written() {
    let folder = Folder::annotated();
    fs::create_dir(folder.lock()).unwrap();
    let mut session = folder.open();
    assert_eq!(session.read_only(), Some(&ReadOnly::Folder(folder.0.path().to_path_buf())));
    nothing_can_be_changed(&mut session);
}

#[test]
fn the_folder_that_cannot_be_written_is_that_of_the_sidecar() {
    let (folder, elsewhere) = (Folder::annotated(), tempfile::tempdir().unwrap());
    let chosen = elsewhere.path().join("mine.gloss.ron");
    fs::create_dir(elsewhere.path().join("mine.gloss.ron.lock")).unwrap();
    let request = Request { sidecar: SidecarChoice::At(chosen), ..folder.request() };
    let session = Session::open(&request, &Progress::default()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(session.read_only(), Some(&ReadOnly::Folder(elsewhere.path().to_path_buf())));
}

#[test]
fn a_place_that_is_taken_is_not_saved_to() {
    let folder = Folder::annotated();
    let taken = folder.0.path().join("taken.gloss.ron");
    fs::write(&taken, "mine").unwrap();
    let mut session = folder.open();
    let said = session.save_elsewhere(taken.clone(), no_wake()).unwrap_err();
    assert!(said.contains("taken.gloss.ron"), "{said}");
    assert_eq!(fs::read_to_string(&taken).unwrap(), "mine");
    assert_eq!(session.sidecar, folder.sidecar());
    tag(&mut session, "Nobody burned");
    session.save_now().unwrap();
    assert!(fs::read_to_string(folder.sidecar()).unwrap().contains("Nobody burned"));
}

// ---------------------------------------------------------------------------------------------------------------
// A sidecar that cannot be read
// ---------------------------------------------------------------------------------------------------------------

#[test]
fn a_sidecar_cut_short_is_refused_and_left_alone() {
    let folder = Folder::annotated();
    let whole = fs::read_to_string(folder.sidecar()).unwrap();
    let last = whole.trim_end().len() - 1;
    for cut in (0..last).step_by(53).chain([last]) {
        let cut = whole.floor_char_boundary(cut);
        fs::write(folder.sidecar(), &whole[..cut]).unwrap();
        let before = folder.content();
        let error = refusal(folder.try_open());
        let OpenError::Sidecar(ReadError::Malformed { path, line, column, expected, .. }) = &error else { panic!("{error:?}") };
        assert_eq!(*path, folder.sidecar());
        assert!(*line >= 1 && *line <= whole[..cut].lines().count().max(1) && *column >= 1 && !expected.is_empty(), "{error}");
        assert!(error.to_string().contains(&format!("line {line}, column {column} ({expected}")), "{error}");
        assert!(folder.content() == before && !folder.is_locked(), "cut at {cut}, something was changed");
    }
}

#[test]
fn a_flaw_in_a_sidecar_is_told_with_its_line() {
    let folder = Folder::annotated();
    let whole = fs::read_to_string(folder.sidecar()).unwrap();
    let flaws = [
        ("kind: \"claim\",", "kind: claim,", "kind: claim"),
        ("strength: None,", "strength: Some(Mighty),", "Mighty"),
        ("tags: [],", "tags: [], colour: 1,", "colour"),
        ("done: None,", "done: None", "author"),
        ("author: \"A. Reader\",", "author: \"A. Reader,", "created"),
        ("version: 1,", "version: one,", "version: one"),
        ("    links: [],", "    links: <<<<<<< HEAD", "<<<<"),
    ];
    for (good, bad, at) in flaws {
        let broken = whole.replacen(good, bad, 1);
        assert_ne!(broken, whole, "{good}");
        fs::write(folder.sidecar(), &broken).unwrap();
        let before = folder.content();
        let error = refusal(folder.try_open());
        let OpenError::Sidecar(ReadError::Malformed { line, column, expected, .. }) = &error else { panic!("{error:?}") };
        let want = broken[..broken.find(at).unwrap()].lines().count();
        assert_eq!(*line, want, "{error}");
        assert!((1..=broken.lines().nth(line - 1).unwrap().chars().count() + 1).contains(column), "{error}");
        let said = error.to_string();
        assert!(said.contains(&format!("line {line}, column {column} ({expected}")) && said.contains(".bak"), "{said}");
        assert!(folder.content() == before && !folder.is_locked(), "{bad}: something was changed");
        // Without it the text can be read, and nothing else.
        let request = Request { sidecar: SidecarChoice::Without, ..folder.request() };
        let mut session = Session::open(&request, &Progress::default()).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!(session.read_only(), Some(&ReadOnly::Without));
        nothing_can_be_changed(&mut session);
    }
    let (latin, ..) = WINDOWS_1252.encode(&whole);
    fs::write(folder.sidecar(), &latin).unwrap();
    let error = refusal(folder.try_open());
    assert!(error.to_string().contains("expected UTF-8"), "{error}");
    fs::remove_file(folder.sidecar()).unwrap();
    fs::create_dir(folder.sidecar()).unwrap();
    let error = refusal(folder.try_open());
    assert!(matches!(error, OpenError::Sidecar(ReadError::Unreadable { .. })), "{error:?}");
}

#[test]
fn the_backup_takes_the_place_of_a_damaged_sidecar_which_is_kept() {
    let folder = Folder::annotated();
    let backup = fs::read(folder.sidecar()).unwrap();
    let mut session = folder.open_for_long();
    tag(&mut session, "Nobody burned");
    session.save_now().unwrap();
    drop(session);
    assert!(fs::read(folder.backup()).unwrap() == backup);
    let damaged = &fs::read(folder.sidecar()).unwrap()[..700];
    fs::write(folder.sidecar(), damaged).unwrap();
    assert!(matches!(refusal(folder.try_open()), OpenError::Sidecar(_)));
    let request = Request { sidecar: SidecarChoice::Backup, ..folder.request() };
    let session = Session::open(&request, &Progress::default()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((session.read_only(), session.glosses().annotations.len()), (None, MARKED.len()));
    drop(session);
    let content = folder.content();
    assert!(content["t.txt.gloss.ron"] == backup);
    assert!(content["t.txt.gloss.ron.damaged-1"] == damaged, "the damaged one is gone: {:?}", content.keys());

    // Where there is none, that is said and nothing is moved.
    let folder = Folder::annotated();
    fs::write(folder.sidecar(), damaged).unwrap();
    let before = folder.content();
    let request = Request { sidecar: SidecarChoice::Backup, ..folder.request() };
    let error = refusal(Session::open(&request, &Progress::default()));
    assert!(matches!(error, OpenError::NoBackup(_)), "{error:?}");
    assert!(folder.content() == before);
}

#[test]
fn a_backup_that_is_damaged_too_moves_nothing() {
    let folder = Folder::annotated();
    let (one, two) = (&fs::read(folder.sidecar()).unwrap()[..700], &fs::read(folder.sidecar()).unwrap()[..500]);
    fs::write(folder.sidecar(), one).unwrap();
    fs::write(folder.backup(), two).unwrap();
    let before = folder.content();
    let request = Request { sidecar: SidecarChoice::Backup, ..folder.request() };
    let error = refusal(Session::open(&request, &Progress::default()));
    assert!(matches!(error, OpenError::Sidecar(_) | OpenError::NoBackup(_)), "{error:?}");
    assert!(folder.content() == before, "{:?}", folder.content().keys());
}

#[test]
fn a_sidecar_of_a_newer_version_is_never_written() {
    let folder = Folder::annotated();
    let newer = fs::read_to_string(folder.sidecar()).unwrap().replacen("version: 1,", "version: 2,\n    moods: [Merry],", 1);
    fs::write(folder.sidecar(), &newer).unwrap();
    let before = folder.content();
    let mut session = folder.open();
    assert_eq!(session.read_only(), Some(&ReadOnly::Newer(2)));
    let said = session.read_only().unwrap().to_string();
    assert!(said.contains("newer Glossator") && said.contains("version 2"), "{said}");
    nothing_can_be_changed(&mut session);
    session.keep_with_this_text(no_wake()).unwrap();
    session.overwrite().unwrap();
    nothing_can_be_changed(&mut session);
    drop(session);
    assert!(folder.content() == before);
}

// ---------------------------------------------------------------------------------------------------------------
// A text that has changed
// ---------------------------------------------------------------------------------------------------------------

#[test]
fn annotations_of_another_text_are_shown_and_written_only_when_the_reader_says_so() {
    let folder = Folder::annotated();
    // The second of three is gone without a trace.
    let changed = TEXT.replace("The weavers read — each other’s — papers.", "Zzyzx quux, 1234567890 plugh xyzzy frobozz.");
    fs::write(folder.text(), &changed).unwrap();
    // The other two stand where they stood, counted in code points.
    assert_eq!(
        changed.find("the mill").map(|at| changed[..at].chars().count()),
        TEXT.find("the mill").map(|at| TEXT[..at].chars().count() + 2)
    );
    let changed = changed.replace("Zzyzx", "Zzx");
    fs::write(folder.text(), &changed).unwrap();
    let before = folder.content();
    let old: Glosses = sidecar::read(&folder.sidecar(), &SourceText::from_utf8(TEXT)).unwrap().unwrap().glosses;

    let mut session = folder.open();
    assert_eq!(session.read_only(), Some(&ReadOnly::OtherText { lost: 1, total: MARKED.len() }));
    let said = session.read_only().unwrap().to_string();
    assert!(said.contains("1 of 3"), "{said}");
    let lost_id = |session: &Session| {
        let lost: Vec<Id> = session.glosses().annotations.keys().filter(|id| session.outcome(id) == Outcome::Lost).cloned().collect();
        assert_eq!(lost.len(), 1);
        lost[0].clone()
    };
    let lost = lost_id(&session);
    assert_eq!(session.annotation(&lost).unwrap().anchor.quote, MARKED[1]);
    assert_eq!(quotes(session.glosses()), quotes(&old));
    session.selection = Selection::caret(0);
    select(&mut session, "Nobody burned");
    assert_eq!(session.tag(1), Err(EditError::ReadOnly));
    assert_eq!(session.save_now(), Ok(()));
    assert_eq!(session.close(), Ok(()));
    assert!(folder.content() == before, "something was written before the reader said so");

    session.keep_with_this_text(no_wake()).unwrap();
    assert_eq!((session.read_only(), session.save_state()), (None, SaveState::Saved));
    assert!(fs::read(folder.backup()).unwrap() == before["t.txt.gloss.ron"], "the old one is the backup");
    tag(&mut session, "Nobody burned");
    session.save_now().unwrap();
    drop(session);

    let session = folder.open();
    assert_eq!((session.read_only(), session.glosses().annotations.len()), (None, MARKED.len() + 1));
    assert_eq!(lost_id(&session), lost);
    let anchor = &session.annotation(&lost).unwrap().anchor;
    assert_eq!(anchor.quote, MARKED[1]);
    let Place::Lost(points) = &anchor.place else { panic!("{anchor:?}") };
    let start = TEXT[..TEXT.find(MARKED[1]).unwrap()].chars().count();
    assert_eq!(points[..], [(start, start + MARKED[1].chars().count())], "where it was is kept");
}

// ---------------------------------------------------------------------------------------------------------------
// Two at once
// ---------------------------------------------------------------------------------------------------------------

#[test]
fn a_text_that_is_open_elsewhere_is_read_only_and_says_with_whom() {
    let folder = Folder::annotated();
    let mut first = folder.open();
    tag(&mut first, "Nobody burned");
    let mut second = Session::open(&Request { reader: "B. Reader".into(), ..folder.request() }, &Progress::default())
        .unwrap_or_else(|error| panic!("{error}"));
    let Some(ReadOnly::Locked(who)) = second.read_only() else { panic!("{:?}", second.read_only()) };
    assert!(who.contains("A. Reader") && who.contains(&std::process::id().to_string()), "{who}");
    let said = second.read_only().unwrap().to_string();
    assert!(said.contains("A. Reader"), "{said}");
    assert_eq!(second.glosses().annotations.len(), MARKED.len());
    nothing_can_be_changed(&mut second);
    // It never had the lock, and does not let go of it either.
    drop(second);
    assert!(matches!(folder.open().read_only(), Some(ReadOnly::Locked(_))));
    first.save_now().unwrap();
    drop(first);
    let third = folder.open();
    assert_eq!((third.read_only(), third.glosses().annotations.len()), (None, MARKED.len() + 1));
}

/// What another program leaves in the place of the sidecar: the same with one annotation less and one note more.
fn by_another(session: &Session) -> (Glosses, String) {
    let mut glosses = session.glosses().clone();
    let ids: Vec<Id> = glosses.annotations.keys().cloned().collect();
    glosses.annotations.remove(&ids[0]);
    let other = Annotation { note: "by another".into(), ..Annotation::clone(&glosses.annotations[&ids[1]]) };
    glosses.annotations.insert(ids[1].clone(), Arc::new(other));
    let content = sidecar::write(&glosses, &session.source, "t.txt");
    (glosses, content)
}

/// What the session says of the outside, as soon as it has heard of it.
fn outside(session: &mut Session) -> Option<Outside> {
    let until = Instant::now() + Duration::from_secs(20);
    while Instant::now() < until {
        if let Some(outside) = session.poll_outside() {
            return Some(outside);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    None
}

#[test]
fn what_another_program_wrote_is_read_again_when_nothing_is_unsaved() {
    let folder = Folder::annotated();
    let mut session = folder.open_for_long();
    tag(&mut session, "Nobody burned");
    session.save_now().unwrap();
    assert_eq!(session.poll_outside(), None, "its own save is no news");
    let (other, content) = by_another(&session);
    fs::write(folder.sidecar(), &content).unwrap();
    assert_eq!(outside(&mut session), Some(Outside::Reloaded));
    assert_eq!(session.glosses(), &other);
    assert_eq!(session.save_state(), SaveState::Saved);
    assert_eq!(session.undo(), None, "steps of what is gone cannot be taken back");
    assert!(session.index().in_order().eq(glossator::annotation::Index::new(&other).in_order()));
    assert_eq!(session.held().map(|held| held.id.clone()), session.in_hand, "what is gone is not in hand");
    assert_eq!(session.poll_outside(), None);
    assert!(fs::read_to_string(folder.sidecar()).unwrap() == content);
    // And work goes on from there.
    tag(&mut session, "The council");
    session.save_now().unwrap();
    let saved = fs::read_to_string(folder.sidecar()).unwrap();
    assert!(saved.contains("by another") && saved.contains("\"The council\""), "{saved}");
}

/// A session with unsaved work, over a sidecar that another program wrote meanwhile: its own work, the other's, and the
/// other's bytes.
fn conflict(folder: &Folder) -> (Session, Glosses, Glosses, String) {
    let mut session = folder.open_for_long();
    let (other, content) = by_another(&session);
    fs::write(folder.sidecar(), &content).unwrap();
    tag(&mut session, "Nobody burned");
    let said = session.save_now().unwrap_err();
    assert!(said.contains("Another program"), "{said}");
    assert!(matches!(session.save_state(), SaveState::Failed(why) if why == said));
    assert!(fs::read_to_string(folder.sidecar()).unwrap() == content, "a foreign change was overwritten");
    assert_eq!(outside(&mut session), Some(Outside::Conflict));
    assert!(session.close().is_err(), "there is unsaved work");
    assert!(fs::read_to_string(folder.sidecar()).unwrap() == content, "a foreign change was overwritten");
    let own = session.glosses().clone();
    assert_ne!(own, other);
    (session, own, other, content)
}

#[test]
fn unsaved_work_is_put_over_what_another_program_wrote_only_when_the_reader_says_so() {
    let folder = Folder::annotated();
    let (mut session, own, _, content) = conflict(&folder);
    session.overwrite().unwrap();
    assert_eq!((session.save_state(), session.glosses()), (SaveState::Saved, &own));
    assert!(fs::read_to_string(folder.backup()).unwrap() == content, "the other's is the backup");
    assert_eq!(session.poll_outside(), None);
    assert!(session.undo().is_some(), "one's own steps can still be taken back");
    assert!(session.redo().is_some());
    session.close().unwrap();
    drop(session);
    assert_eq!(folder.open().glosses(), &own);
}

#[test]
fn unsaved_work_gives_way_to_what_another_program_wrote_only_when_the_reader_says_so() {
    let folder = Folder::annotated();
    let (mut session, _, other, content) = conflict(&folder);
    session.reload().unwrap();
    assert_eq!((session.save_state(), session.glosses()), (SaveState::Saved, &other));
    assert_eq!(session.poll_outside(), None);
    session.close().unwrap();
    assert!(fs::read_to_string(folder.sidecar()).unwrap() == content);
    tag(&mut session, "The council");
    session.save_now().unwrap();
    drop(session);
    assert_eq!(folder.open().glosses().annotations.len(), other.annotations.len() + 1);
}

#[test]
fn a_sidecar_that_appears_meanwhile_is_not_overwritten() {
    let folder = Folder::with(TEXT.as_bytes());
    let other = fs::read(Folder::annotated().sidecar()).unwrap();
    let mut session = folder.open_for_long();
    fs::write(folder.sidecar(), &other).unwrap();
    tag(&mut session, "Nobody burned");
    session.save_now().unwrap_err();
    assert!(fs::read(folder.sidecar()).unwrap() == other);
    assert_eq!(outside(&mut session), Some(Outside::Conflict));
    // Closing without an answer loses nothing of the other's.
    drop(session);
    assert!(fs::read(folder.sidecar()).unwrap() == other);
}

#[test]
fn a_sidecar_that_turns_newer_or_unreadable_meanwhile_is_not_overwritten() {
    for is_newer in [true, false] {
        let folder = Folder::annotated();
        let mut session = folder.open_for_long();
        let own = session.glosses().clone();
        let mut content = fs::read_to_string(folder.sidecar()).unwrap();
        if is_newer {
            content = content.replacen("version: 1,", "version: 2,\n    moods: [Merry],", 1);
        } else {
            content.truncate(700);
        }
        fs::write(folder.sidecar(), &content).unwrap();
        assert!(session.reload().is_err());
        assert_eq!(session.glosses(), &own, "what cannot be read does not take the place of what is here");
        assert_ne!(session.poll_outside(), Some(Outside::Reloaded));
        tag(&mut session, "Nobody burned");
        session.save_now().unwrap_err();
        assert!(fs::read_to_string(folder.sidecar()).unwrap() == content);
        assert_eq!(outside(&mut session), Some(Outside::Conflict));
        match session.overwrite() {
            Err(said) => assert!(is_newer && said.contains("newer"), "{said}"),
            Ok(()) => {
                assert!(!is_newer && fs::read_to_string(folder.backup()).unwrap() == content, "what was overwritten is not the backup")
            }
        }
        drop(session);
        assert_eq!(is_newer, fs::read_to_string(folder.sidecar()).unwrap() == content);
    }
}

#[test]
fn a_reader_is_told_when_the_sidecar_turns_unreadable() {
    let folder = Folder::annotated();
    let mut session = folder.open_for_long();
    let damaged = fs::read_to_string(folder.sidecar()).unwrap()[..700].to_owned();
    fs::write(folder.sidecar(), &damaged).unwrap();
    assert_eq!(outside(&mut session), Some(Outside::Conflict), "it was changed, and cannot be read again");
    assert_eq!(session.glosses().annotations.len(), MARKED.len());
    session.overwrite().unwrap();
    assert!(fs::read_to_string(folder.backup()).unwrap() == damaged);
    assert_eq!(sidecar::read(&folder.sidecar(), &session.source).unwrap().unwrap().glosses, *session.glosses());
}

#[test]
fn a_sidecar_that_is_removed_meanwhile_takes_no_work_with_it() {
    let folder = Folder::annotated();
    let mut session = folder.open_for_long();
    let own = session.glosses().clone();
    fs::remove_file(folder.sidecar()).unwrap();
    // What the reader did is still here, and is written again when the reader says so.
    assert_eq!(outside(&mut session), Some(Outside::Conflict));
    assert_eq!(session.glosses(), &own);
    session.overwrite().unwrap();
    assert_eq!(sidecar::read(&folder.sidecar(), &session.source).unwrap().unwrap().glosses, own);
    // And so with unsaved work.
    fs::remove_file(folder.sidecar()).unwrap();
    tag(&mut session, "Nobody burned");
    session.save_now().unwrap_err();
    assert!(!folder.sidecar().exists());
    session.overwrite().unwrap();
    drop(session);
    assert_eq!(folder.open().glosses().annotations.len(), MARKED.len() + 1);

    // Kinds, judgements and sections that were checked are work too.
    let folder = Folder::with(TEXT.as_bytes());
    let mut session = folder.open_for_long();
    session.add_kind("Own", "#336699").unwrap();
    session.save_now().unwrap();
    let own = session.glosses().clone();
    fs::remove_file(folder.sidecar()).unwrap();
    assert_eq!(outside(&mut session), Some(Outside::Conflict));
    assert_eq!(session.glosses(), &own);
}

#[test]
fn a_text_in_use_is_not_watched_for_its_own_saves() {
    let folder = Folder::annotated();
    let mut session = folder.open_for_long();
    for number in 0..20 {
        let id = tag(&mut session, MARKED[number % 3]);
        session.change(&id, "note", Some("note"), |annotation| annotation.note = format!("{number}")).unwrap();
        if number % 3 == 0 {
            session.save_now().unwrap();
        }
        assert_eq!(session.poll_outside(), None);
    }
    session.close().unwrap();
    assert_eq!(session.poll_outside(), None);
    assert_eq!(session.glosses().annotations.len(), MARKED.len() + 20);
}

// ---------------------------------------------------------------------------------------------------------------
// Encodings and line ends
// ---------------------------------------------------------------------------------------------------------------

/// Tags `words`, saves, and opens the text again without saying how: the session then, with the annotation's id.
fn tagged_and_opened_again(folder: &Folder, encoding: Option<&str>, words: &str) -> (Session, Id) {
    let request = Request { encoding: encoding.map(str::to_owned), ..folder.request() };
    let mut session = Session::open(&request, &Progress::default()).unwrap_or_else(|error| panic!("{error}"));
    let id = tag(&mut session, words);
    session.save_now().unwrap();
    let (text, name) = (session.source.as_str().to_owned(), session.source.encoding_name());
    drop(session);
    let again = folder.open();
    assert_eq!((again.source.as_str(), again.source.encoding_name()), (text.as_str(), name.clone()));
    assert_eq!((again.read_only(), again.outcome(&id)), (None, Outcome::Exact));
    let sidecar = fs::read_to_string(folder.sidecar()).unwrap();
    assert!(sidecar.contains(&format!("encoding: \"{name}\"")), "{sidecar}");
    (again, id)
}

#[test]
fn marks_and_line_ends_change_no_position() {
    let utf16 = |unit: fn(u16) -> [u8; 2]| -> Vec<u8> { format!("\u{feff}{TEXT}").encode_utf16().flat_map(unit).collect() };
    let variants: [(&str, Vec<u8>, &str); 7] = [
        ("LF", TEXT.into(), "utf-8"),
        ("CRLF", TEXT.replace('\n', "\r\n").into(), "utf-8"),
        ("CR", TEXT.replace('\n', "\r").into(), "utf-8"),
        ("BOM", format!("\u{feff}{TEXT}").into(), "utf-8"),
        ("BOM, CRLF", format!("\u{feff}{}", TEXT.replace('\n', "\r\n")).into(), "utf-8"),
        ("UTF-16LE", utf16(u16::to_le_bytes), "utf-16le"),
        ("UTF-16BE", utf16(u16::to_be_bytes), "utf-16be"),
    ];
    let plain = SourceText::from_utf8(TEXT);
    let sidecar = fs::read(Folder::annotated().sidecar()).unwrap();
    for (variant, bytes, encoding) in variants {
        let folder = Folder::with(&bytes);
        let (session, id) = tagged_and_opened_again(&folder, None, MARKED[2]);
        assert_eq!((session.source.as_str(), session.source.sha256()), (TEXT, plain.sha256()), "{variant}");
        assert_eq!(session.source.encoding_name(), encoding, "{variant}");
        let part = session.annotation(&id).unwrap().anchor.parts()[0];
        let start = TEXT.find(MARKED[2]).unwrap();
        assert_eq!(part, Span::new(start, start + MARKED[2].len()), "{variant}");
        let points = session.source.to_points(part);
        let written = format!("parts: [({}, {})]", points.0, points.1);
        assert_eq!(points.0, TEXT[..start].chars().count());
        assert!(fs::read_to_string(folder.sidecar()).unwrap().contains(&written), "{variant}: {written}");
        assert!(fs::read(folder.text()).unwrap() == bytes, "{variant}: the text was changed");
        drop(session);
        // A sidecar made beside one of them fits the others, as after a checkout on another system.
        if encoding == "utf-8" {
            fs::write(folder.sidecar(), &sidecar).unwrap();
            let session = folder.open();
            assert_eq!(session.read_only(), None, "{variant}");
            let annotations = session.index().in_order().map(|id| session.annotation(id).unwrap());
            let stand: Vec<(&str, Outcome)> =
                annotations.map(|one| (session.source.slice(one.anchor.parts()[0]), session.outcome(&one.id))).collect();
            assert_eq!(stand, MARKED.map(|words| (words, Outcome::Exact)), "{variant}");
        }
    }
}

#[test]
fn the_encoding_that_was_chosen_is_kept() {
    let french = "L’été fut chaud — « trop chaud », écrit l’auteur ; à Noël, il coûtait 10 €.\n";
    let russian = "Советские учёные писали, что перестройка началась раньше. Это верно.\n";
    let cases: [(&'static Encoding, &str, &str, Option<&str>); 5] = [
        (WINDOWS_1252, french, "« trop chaud », écrit l’auteur", None),
        (WINDOWS_1252, french, "« trop chaud », écrit l’auteur", Some("windows-1252")),
        (WINDOWS_1252, french, "fut chaud", Some("macintosh")),
        (KOI8_R, russian, "перестройка началась", Some("koi8-r")),
        (KOI8_R, russian, "перестройка началась", Some("KOI8-R")),
    ];
    for (encoding, text, words, chosen) in cases {
        let (bytes, _, unmappable) = encoding.encode(text);
        assert!(!unmappable);
        let folder = Folder::with(&bytes);
        let (session, _) = tagged_and_opened_again(&folder, chosen, words);
        let name = session.source.encoding_name();
        assert_eq!(name, chosen.map_or("windows-1252".to_owned(), str::to_lowercase));
        assert_eq!(session.source.as_str() == text, chosen != Some("macintosh"));
        assert!(fs::read(folder.text()).unwrap() == *bytes);
        drop(session);
        // It is the sidecar that says so, and not a guess that happens to be right.
        if chosen == Some("macintosh") {
            assert_ne!(Folder::with(&bytes).open().source.encoding_name(), name);
        }
    }
}

#[test]
fn what_means_nothing_in_an_encoding_is_said() {
    let folder = Folder::with(&[b"The first line is whole.\nThe second has \xFF\xFE in it, ", "été, ".repeat(30).as_bytes()].concat());
    let session = folder.open();
    assert_eq!(session.source.encoding_name(), "utf-8");
    assert!(session.notices.iter().any(|notice| notice.starts_with("2 characters could not be read as UTF-8")), "{:?}", session.notices);
}
