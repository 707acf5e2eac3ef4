//! The table of all annotations.

use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT, Queryable};

use super::super::support::{Folder, long_chapter};
use super::desk::Desk;

/// A long text with four annotations, the last far down, and the table shown.
fn desk(folder: &Folder) -> Desk {
    let mut desk = Desk::open(&folder.put("t.txt", long_chapter()));
    desk.tag("Three", "told", "4");
    desk.tag("The printed", "silences did", "2");
    desk.press("N");
    desk.write("see Bloch");
    desk.press("Escape W Escape");
    desk.tag("weavers", "looms", "1");
    desk.press("Ctrl+F");
    desk.write("week 55 was like");
    desk.press("Escape 1 Ctrl+Home Escape Alt+2");
    desk
}

fn rows(desk: &Desk) -> Vec<String> {
    let root = desk.root();
    let rows = root.query_all_by_role(Role::Row);
    rows.map(|row| row.accesskit_node().label().unwrap_or_default()).collect()
}

const ALL: [&str; 4] = [
    "claim: weavers left their looms",
    "evidence: Three papers told",
    "hypothesis · weak: The printed silences did",
    "claim: week 55 was like",
];

#[test]
fn all_annotations_are_listed_filtered_and_sorted() {
    let folder = Folder::new();
    let mut desk = desk(&folder);
    assert_eq!(rows(&desk), ALL);
    assert!(desk.shows("4 annotations"));

    desk.click(Role::TextInput, "Filter by words");
    desk.write("bloch");
    assert_eq!(rows(&desk), [ALL[2]], "words of the note count as well");
    assert!(desk.shows("1 of 4"));
    assert_eq!(desk.session().held(), None, "what is typed there does nothing in the text");
    desk.click(Role::Button, "Show all");
    assert_eq!(rows(&desk), ALL);

    desk.choose("Kind: any kind", "Claim");
    assert_eq!(rows(&desk), [ALL[0], ALL[3]]);
    desk.choose("Strength: any strength", "weak");
    assert_eq!(rows(&desk), Vec::<String>::new());
    desk.choose("Kind: Claim", "Hypothesis");
    assert_eq!(rows(&desk), [ALL[2]]);
    desk.choose("Kind: Hypothesis", "Evidence");
    assert_eq!(rows(&desk), Vec::<String>::new());
    assert!(desk.shows("No annotation passes this filter."));
    desk.click(Role::Button, "Show all");

    for (order, rows_then) in [("by kind", [0, 3, 2, 1]), ("by strength", [2, 0, 1, 3]), ("by place", [0, 1, 2, 3])] {
        desk.choose("Order: by…", order);
        assert_eq!(rows(&desk), rows_then.map(|row| ALL[row]), "{order}");
    }
}

#[test]
fn a_row_shows_its_words_in_the_text_and_keys_go_on_from_there() {
    let folder = Folder::new();
    let mut desk = desk(&folder);
    assert!(!desk.blocks().iter().any(|block| block.contains("week 55")));
    desk.click(Role::Row, ALL[3]);
    assert_eq!(desk.held().anchor.quote, "week 55 was like");
    assert!(desk.blocks().iter().any(|block| block.contains("week 55 was like")), "{:?}", desk.blocks());
    desk.press("K");
    assert_eq!(desk.held().anchor.quote, "The printed silences did", "the one before in the text");
    desk.place("The printed");
    desk.press("J");
    assert_eq!(desk.held().anchor.quote, "week 55 was like");
    desk.press("J");
    assert_eq!((&*desk.held().anchor.quote, &*desk.said()), ("week 55 was like", "No annotation after this one"));

    // The arrows walk through the rows, once the pane has the focus.
    desk.click(Role::Row, ALL[0]);
    desk.press("F6 ArrowDown ArrowDown");
    assert_eq!(desk.held().anchor.quote, "The printed silences did");
    desk.press("ArrowUp");
    assert_eq!(desk.held().anchor.quote, "Three papers told");
    let chosen = |desk: &Desk, name: &str| desk.get(Role::Row, name).accesskit_node().toggled();
    assert_eq!((chosen(&desk, ALL[1]), chosen(&desk, ALL[2])), (Some(Toggled::True), Some(Toggled::False)));
}

#[test]
fn an_annotation_on_the_whole_document_is_in_the_table() {
    use glossator::session::command::Command;
    let folder = Folder::new();
    let mut desk = desk(&folder);
    desk.run(Command::TagDocument);
    desk.write("a fine piece of work");
    desk.press("Escape Alt+2");
    assert_eq!(rows(&desk)[0], "comment: the whole document");
    assert_eq!(desk.held().note, "a fine piece of work");
    desk.press("J");
    assert_eq!(desk.held().anchor.quote, "weavers left their looms", "after the document comes the first in the text");
}
