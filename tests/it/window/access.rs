//! What a screen reader is told.

use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;
use glossator::session::command::Command;

use super::super::support::{CHAPTER, Folder};
use super::desk::Desk;

#[test]
fn a_paragraph_says_what_is_marked_in_it() {
    let folder = Folder::new();
    let mut desk = Desk::open(&folder.put("t.txt", CHAPTER));
    let said = |desk: &Desk| desk.get(Role::Paragraph, "In the spring…").accesskit_node().data().description().map(str::to_owned);
    assert_eq!(said(&desk), None);
    desk.tag("spring", "spring", "1");
    // From this paragraph into the next: each says its own share.
    desk.tag("mills.", "account", "4");
    assert_eq!(said(&desk).as_deref(), Some("claim: spring; evidence: mills."));
    let next = desk.get(Role::Paragraph, "Readers…");
    assert_eq!(next.accesskit_node().data().description(), Some("evidence: Readers were far less obedient than this account"));
}

#[test]
fn what_a_reader_can_act_on_has_a_name_in_every_dialog() {
    let folder = Folder::new();
    let mut desk = Desk::open(&folder.put("t.txt", CHAPTER));
    assert_eq!(desk.unnamed(), Vec::<String>::new());
    for tool in
        ["File", "Edit", "Annotate", "Go", "View", "Help", "Claim", "Hypothesis", "Citation", "Evidence", "Link", "Note", "Commands"]
    {
        desk.get(Role::Button, tool);
    }
    desk.get(Role::Tab, "Annotation");
    desk.get(Role::Tab, "All 0");
    desk.get(Role::ScrollBar, "Place in the text");
    desk.tag("spring", "spring", "1");
    let dialogs = [
        Command::Palette,
        Command::Help,
        Command::Settings,
        Command::OpenPath,
        Command::Kinds,
        Command::Encoding,
        Command::GoTo,
        Command::Link,
        Command::Find,
        Command::ShowAll,
    ];
    for command in dialogs {
        desk.run(command);
        assert_eq!(desk.unnamed(), Vec::<String>::new(), "{command:?}");
        desk.press("Escape");
    }
    for menu in ["File", "Edit", "Annotate", "Go", "View", "Help"] {
        desk.click(Role::Button, menu);
        assert_eq!(desk.unnamed(), Vec::<String>::new(), "{menu}");
        desk.press("Escape");
    }
}

#[test]
fn the_fields_of_an_annotation_keep_their_names_when_they_are_filled() {
    let folder = Folder::new();
    let mut desk = Desk::open(&folder.put("t.txt", CHAPTER));
    desk.tag("spring", "spring", "1");
    desk.press("N");
    desk.write("mine");
    desk.press("Escape T");
    desk.write("mine");
    desk.press("Escape W");
    desk.write("mine");
    desk.press("Escape");
    desk.tag("Courier", "Courier", "4");
    desk.press("L");
    desk.write("spring");
    desk.press("Enter Enter");
    assert_eq!(desk.unnamed(), Vec::<String>::new());
    desk.get(Role::TextInput, "Note on this link");
    desk.press("K");
    assert_eq!(desk.unnamed(), Vec::<String>::new());
    let root = desk.root();
    let fields =
        root.children_recursive().filter(|node| matches!(node.accesskit_node().role(), Role::TextInput | Role::MultilineTextInput));
    let names: Vec<_> =
        fields.filter(|field| field.value().as_deref() == Some("mine")).filter_map(|field| field.accesskit_node().label()).collect();
    assert_eq!(names, ["Reason", "Note", "Tags"]);
}

#[test]
fn the_selection_is_told_where_it_stands() {
    let folder = Folder::new();
    let mut desk = Desk::open(&folder.put("t.txt", CHAPTER));
    desk.select("obedient", "obedient");
    let paragraph = desk.get(Role::Paragraph, "Readers…");
    let told = paragraph.accesskit_node().data().text_selection().copied().expect("the caret is in this paragraph");
    let start = "Readers were far less ".chars().count();
    assert_eq!((told.anchor.character_index, told.focus.character_index), (start, start + "obedient".len()));
    let other = desk.get(Role::Paragraph, "In the spring…");
    assert!(other.accesskit_node().data().text_selection().is_none());
}
