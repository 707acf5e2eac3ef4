//! What is not done: read-only texts, what is no text, and sidecars that cannot be read.

use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;
use glossator::session::command::Command;
use glossator::sidecar::{Lock, backup_of, path_of};

use super::super::support::{CHAPTER, Folder, bytes};
use super::desk::Desk;

#[test]
fn what_another_holds_is_read_only_until_it_lets_go() {
    let folder = Folder::new();
    let path = folder.put("t.txt", CHAPTER);
    let lock = Lock::take(&path_of(&path), "Somebody Else").unwrap();
    let mut desk = Desk::open(&path);
    desk.get(Role::Alert, "Read-only: Somebody Else, process…");
    desk.get(Role::Status, "read-only");

    desk.select("spring", "spring");
    let refused = "These annotations are open read-only; nothing was changed";
    for keys in ["1", "Ctrl+Z", "E", "L", "C"] {
        desk.press(keys);
        assert_eq!(desk.all().len(), 0);
    }
    desk.press("1");
    assert_eq!(desk.said(), refused);
    desk.press("Ctrl+S");
    assert_eq!(desk.said(), "Open read-only: there is nothing to save");
    assert_eq!(desk.selected(), "spring", "reading, selecting and searching go on");
    assert_eq!(folder.names(), ["t.txt", "t.txt.gloss.ron.lock"]);

    drop(lock);
    desk.click(Role::Button, "Open again");
    assert!(desk.find(Role::Alert, "Read-only…").is_none());
    desk.tag("spring", "spring", "1");
    assert_eq!(desk.all().len(), 1);
    assert_eq!(folder.names(), ["t.txt", "t.txt.gloss.ron", "t.txt.gloss.ron.lock"]);
    drop(desk);
    assert_eq!(folder.names(), ["t.txt", "t.txt.gloss.ron"]);
}

#[test]
fn annotations_of_another_window_are_seen_and_not_changed() {
    let folder = Folder::new();
    let path = folder.put("t.txt", CHAPTER);
    let mut first = Desk::open(&path);
    first.tag("spring", "spring", "1");
    let mut second = Desk::open(&path);
    second.get(Role::Alert, "Read-only: Tester…");
    second.press("J D Delete");
    assert_eq!(second.said(), "These annotations are open read-only; nothing was changed");
    assert_eq!(second.held().anchor.quote, "spring");
    let before = bytes(&path_of(&path));
    second.press("N");
    second.write("x");
    assert_eq!((second.held().note.as_str(), bytes(&path_of(&path))), ("", before));

    // What the first goes on to do is shown in the second.
    first.tag("Courier", "Courier", "3");
    second.until("the other window's work is read again", |second| second.all().len() == 2);
}

#[test]
fn what_is_no_text_is_refused_in_one_sentence_and_what_was_open_stays_open() {
    let folder = Folder::new();
    let path = folder.put("t.txt", CHAPTER);
    let mut desk = Desk::open(&path);
    desk.tag("spring", "spring", "1");
    std::fs::create_dir(folder.path("folder")).unwrap();
    folder.put("empty.txt", "");
    folder.put("blank.txt", " \n\n\t ");
    folder.put("paper.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n");
    folder.put("report.docx", b"PK\x03\x04\x14\0\0\0\x08\0word/document.xml\0\0\xff\xfe\0");
    for (name, why) in [
        ("folder", "is a folder; choose a text file in it"),
        ("empty.txt", "was not opened: There are no words in this file"),
        ("blank.txt", "was not opened: There are no words in this file"),
        ("paper.pdf", "was not opened: This is a PDF"),
        ("report.docx", "was not opened: "),
        ("gone.txt", "There is no file "),
    ] {
        desk.open_too(&folder.path(name));
        let said = desk.said();
        assert!(said.contains(why) && said.contains(name), "{name}: {said}");
        assert!(desk.shows(&said), "it is in the status line");
        assert_eq!(desk.session().path, path);
        desk.tag("Courier", "Courier", "3");
        desk.press("Delete");
    }
    assert_eq!(desk.all().len(), 1);
    assert!(folder.names().iter().all(|name| !name.contains("pdf.gloss") && !name.contains("empty.txt.gloss")));
}

#[test]
fn a_dropped_file_is_opened() {
    let folder = Folder::new();
    let mut desk = Desk::open(&folder.put("t.txt", CHAPTER));
    let other = folder.put("other.txt", "Another text altogether.\n");
    desk.drop_files(&[&other]);
    assert_eq!(desk.session().path, other);
    assert_eq!(desk.blocks(), ["Another text altogether."]);
    desk.drop_files(&[&folder.path("t.txt"), &other]);
    assert_eq!(desk.session().path, folder.path("t.txt"));
    assert_eq!(folder.names(), ["other.txt", "t.txt", "t.txt.gloss.ron.lock"], "the one that was open is let go");
}

#[test]
fn a_typed_path_opens_a_text_and_another_encoding_reads_it_anew() {
    let folder = Folder::new();
    let other = folder.put("letters.txt", b"Abcd \xe9\xee\xe8 efgh ijkl, and then some more words.\n");
    let mut desk = Desk::open(&folder.put("t.txt", CHAPTER));
    desk.press("Ctrl+Shift+O");
    desk.write(other.to_str().unwrap());
    desk.press("Enter");
    assert_eq!(desk.session().path, other);
    desk.run(Command::Encoding);
    desk.write("windows-1251");
    desk.press("Enter");
    assert_eq!(desk.blocks(), ["Abcd йои efgh ijkl, and then some more words."]);
    desk.tag("йои", "йои", "1");
    assert!(desk.window_mut().close_session());
    desk.open_too(&other);
    assert_eq!(desk.all()[0].anchor.quote, "йои", "what the reader chose is kept");
    assert_eq!(desk.session().source.encoding_name(), "windows-1251");
}

#[test]
fn what_another_program_writes_is_read_again() {
    let folder = Folder::new();
    let path = folder.put("t.txt", CHAPTER);
    let mut desk = Desk::open(&path);
    desk.tag("spring", "spring", "1");
    desk.press("Ctrl+S");
    let one = bytes(&path_of(&path));
    desk.tag("Courier", "Courier", "3");
    desk.press("Ctrl+S");
    std::fs::write(path_of(&path), one).unwrap();
    desk.until("the file is read again", |desk| desk.all().len() == 1);
    assert_eq!(desk.said(), "Another program changed the annotations; they were read again");
    desk.tag("Courier", "Courier", "4");
    assert_eq!(desk.all().len(), 2, "and work goes on");
}

/// A text whose sidecar was damaged after two saves.
fn damaged(folder: &Folder) -> std::path::PathBuf {
    let path = folder.put("t.txt", CHAPTER);
    let mut desk = Desk::open(&path);
    desk.tag("spring", "spring", "1");
    desk.press("Ctrl+S");
    desk.tag("Courier", "Courier", "3");
    desk.press("Ctrl+S");
    assert!(desk.window_mut().close_session());
    let sidecar = path_of(&path);
    let whole = bytes(&sidecar);
    std::fs::write(&sidecar, &whole[..whole.len() / 2]).unwrap();
    path
}

#[test]
fn a_damaged_sidecar_is_left_as_it_is_when_the_text_is_opened_without_it() {
    let folder = Folder::new();
    let path = damaged(&folder);
    let (before, names) = (bytes(&path_of(&path)), folder.names());
    let mut desk = Desk::new();
    desk.open_too(&path);
    assert!(desk.window().session.is_none());
    desk.get(Role::Heading, "These annotations cannot be read");
    desk.get(Role::Button, "Open the backup");
    desk.click(Role::Button, "Show the file");
    let shown = desk.get(Role::TextInput, "The sidecar file").value().unwrap();
    assert_eq!(shown.as_bytes(), before);
    desk.click(Role::Button, "Open the text without them, read-only");
    desk.get(Role::Alert, "Read-only: the text is open without its annotations, which are left as they are");
    desk.select("spring", "spring");
    desk.press("1 Ctrl+S");
    assert_eq!(desk.all().len(), 0);
    drop(desk);
    assert_eq!((bytes(&path_of(&path)), folder.names()), (before, names));
}

#[test]
fn the_backup_takes_the_place_of_a_damaged_sidecar_which_is_kept() {
    let folder = Folder::new();
    let path = damaged(&folder);
    let before = bytes(&path_of(&path));
    let mut desk = Desk::new();
    desk.open_too(&path);
    desk.click(Role::Button, "Open the backup");
    let quotes: Vec<&str> = desk.all().iter().map(|annotation| &*annotation.anchor.quote).collect();
    assert_eq!(quotes, ["spring"], "the version before the last save");
    assert!(desk.session().read_only().is_none());
    assert_eq!(bytes(&folder.path("t.txt.gloss.ron.damaged-1")), before);
    desk.tag("Courier", "Courier", "3");
    assert_eq!(desk.all().len(), 2);
}

#[test]
fn without_a_backup_none_is_offered_and_what_was_open_stays_open() {
    let folder = Folder::new();
    let path = damaged(&folder);
    std::fs::remove_file(backup_of(&path_of(&path))).unwrap();
    let other = folder.put("other.txt", CHAPTER);
    let mut desk = Desk::open(&other);
    desk.open_too(&path);
    assert!(desk.get(Role::Button, "Open the backup").accesskit_node().is_disabled());
    desk.press("Escape");
    assert!(desk.find(Role::Heading, "These annotations cannot be read").is_none());
    assert_eq!(desk.session().path, other);
    assert!(desk.in_text());
}

#[test]
fn a_changed_text_is_read_only_until_the_reader_says_so() {
    let folder = Folder::new();
    let path = folder.put("t.txt", CHAPTER);
    let mut desk = Desk::open(&path);
    desk.tag("spring", "spring", "1");
    desk.tag("Nobody", "before", "1");
    assert!(desk.window_mut().close_session());
    let before = bytes(&path_of(&path));
    folder.put("t.txt", CHAPTER.replace("Nobody has counted them before.", "Each was counted."));
    desk.open_too(&path);
    desk.get(Role::Alert, "Read-only: the text has changed since it was annotated; 1 of 2…");
    desk.press("J 2");
    assert_eq!(bytes(&path_of(&path)), before);
    desk.click(Role::Button, "List those not found");
    assert!(desk.shows("“Nobody has counted them before”"));
    desk.press("Escape");
    desk.click(Role::Button, "Keep them with this text");
    assert!(desk.session().read_only().is_none());
    assert_eq!(desk.all().len(), 2, "what is lost is kept");
    assert_ne!(bytes(&path_of(&path)), before);
}
