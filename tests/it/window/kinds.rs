//! The reader's own kinds.

use egui::accesskit::Role;
use glossator::session::command::Command;

use super::super::support::{CHAPTER, Folder};
use super::desk::Desk;

#[test]
fn an_own_kind_has_a_key_tags_and_is_merged_away_again() {
    let folder = Folder::new();
    let path = folder.put("t.txt", CHAPTER);
    let mut desk = Desk::open(&path);
    desk.select("spring", "spring");
    desk.press("6");
    assert_eq!(desk.said(), "No kind is on key 6; add one under Annotate, Kinds");

    desk.run(Command::Kinds);
    desk.click(Role::TextInput, "Name of a new kind");
    desk.write("Method");
    desk.click(Role::Button, "Add kind");
    desk.write("claim");
    desk.click(Role::TextInput, "Name of a new kind");
    desk.write("claim");
    desk.press("Enter");
    assert!(desk.shows("There is a kind named claim already; choose another name, or merge the two"));
    desk.press("Escape");
    assert!(desk.in_text());
    assert_eq!(desk.session().glosses().kinds.len(), 6);
    let tool = desk.get(Role::Button, "Method").rect();
    assert_eq!(desk.painted(tool), ["Method", "6"], "the toolbar shows its key");

    desk.press("6");
    assert_eq!((&*desk.held().kind, &*desk.held().anchor.quote), ("method", "spring"));
    desk.tag("Courier", "Courier", "3");
    desk.press("6");
    assert_eq!((&*desk.held().kind, &*desk.said()), ("method", "Change to method"), "with nothing selected it changes the one in hand");
    desk.tag("Nobody", "counted", "2");
    let before = desk.session().glosses().clone();

    desk.run(Command::Kinds);
    desk.choose("Merge Method into another kind", "Evidence");
    desk.press("Escape");
    let kinds: Vec<&str> = desk.all().iter().map(|annotation| &*annotation.kind).collect();
    assert_eq!(kinds, ["evidence", "evidence", "hypothesis"]);
    assert!(desk.find(Role::Button, "Method").is_none());
    desk.press("Ctrl+Z");
    assert_eq!(*desk.session().glosses(), before, "one step takes all of it back");
    desk.get(Role::Button, "Method");

    assert!(desk.window_mut().close_session());
    desk.open_too(&path);
    assert_eq!(*desk.session().glosses(), before);
    desk.get(Role::Button, "Method");
}

#[test]
fn the_first_own_kind_has_room_in_the_toolbar_of_a_new_window() {
    let folder = Folder::new();
    let mut desk = Desk::open(&folder.put("t.txt", CHAPTER));
    desk.session_mut().add_kind("Method", "#00868b").unwrap();
    // 1440 by 920, and the frame that the harness draws around it.
    for width in [1456.0, 1200.0, 900.0, 700.0, 576.0] {
        desk.harness().set_size(egui::vec2(width, 936.0));
        desk.settle();
        let tools = ["Help", "Claim", "Hypothesis", "Citation", "Evidence", "Link", "Note", "Mark weak", "Method", "Find", "Commands"];
        let mut shown: Vec<(&str, egui::Rect)> =
            tools.iter().filter_map(|tool| desk.find(Role::Button, tool).map(|node| (*tool, node.rect()))).collect();
        shown.sort_by(|a, b| a.1.left().total_cmp(&b.1.left()));
        for pair in shown.windows(2) {
            assert!(pair[0].1.right() <= pair[1].1.left(), "{pair:?} overlap at {width}");
        }
        assert!(width < 1456.0 || shown.len() == tools.len(), "at {width} only {shown:?}");
    }
}

#[test]
fn a_kind_is_renamed_and_its_key_taken_from_another() {
    let folder = Folder::new();
    let mut desk = Desk::open(&folder.put("t.txt", CHAPTER));
    desk.run(Command::Kinds);
    desk.click(Role::TextInput, "Name of Comment");
    desk.press("Ctrl+A");
    desk.write("Remark");
    desk.press("Enter");
    desk.choose("Key of Remark: key 5", "2");
    desk.press("Escape");
    let keys: Vec<_> = desk.session().glosses().kinds.iter().map(|kind| (&*kind.id, &*kind.name, kind.key)).collect();
    assert_eq!(keys[1], ("hypothesis", "Hypothesis", None));
    assert_eq!(keys[4], ("comment", "Remark", Some('2')));
    desk.select("spring", "spring");
    desk.press("2");
    assert_eq!(&*desk.held().kind, "comment");
}
