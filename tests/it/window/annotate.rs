//! Tagging, noting, linking, and what comes back when the text is opened again.

use egui::accesskit::Role;
use egui_kittest::Harness;
use glossator::annotation::{End, Strength};
use glossator::session::{SaveState, Settings};

use super::super::support::{CHAPTER, Folder, long_chapter};
use super::desk::Desk;

#[test]
fn work_done_by_keys_alone_comes_back_when_the_text_is_opened_again() {
    let folder = Folder::new();
    let (text, kept) = (folder.put("thesis.txt", long_chapter()), folder.path("settings.json"));
    let mut desk = Desk::build(Harness::builder(), Settings::default(), Some(&kept));
    desk.open_too(&text);
    assert_eq!(desk.blocks()[0], "Chapter 1. The Two Papers");
    desk.get(Role::Paragraph, "In the spring of 1883 the weavers left their looms for sixteen weeks. Three papers told of…");
    assert!(desk.in_text(), "a text that was just opened has the focus");

    desk.press("S S");
    assert_eq!(desk.selected(), "In the spring of 1883 the weavers left their looms for sixteen weeks.");
    desk.press("Shift+Right Ctrl+Shift+Right");
    assert_eq!(desk.selected(), "In the spring of 1883 the weavers left their looms for sixteen weeks. Three");
    desk.press("Ctrl+Shift+Left 1");
    let claim = desk.held().id.clone();
    assert_eq!(desk.said(), "Tag as claim");
    assert_eq!((&*desk.held().kind, &*desk.held().author), ("claim", "Tester"));
    assert_eq!(desk.held().anchor.quote, "In the spring of 1883 the weavers left their looms for sixteen weeks.");

    desk.press("N");
    assert!(!desk.in_text());
    desk.write("Who counted the weeks, 1 or 2?");
    desk.press("Escape");
    assert!(desk.in_text(), "Escape comes back from the note to the text");
    assert_eq!(desk.held().note, "Who counted the weeks, 1 or 2?");
    desk.press("T");
    desk.write("press, to check");
    desk.press("Escape W");
    desk.write("no source");
    desk.press("Enter");
    assert!(desk.in_text(), "Enter comes back from the reason to the text");
    assert_eq!((desk.held().strength, &*desk.held().reason), (Some(Strength::Weak), "no source"));
    assert_eq!(desk.held().tags, ["press", "to check"]);

    desk.press("S 4");
    assert_eq!(desk.held().anchor.quote, "Three papers told of the strike, and no two of them agreed about what was happening.");
    let evidence = desk.held().id.clone();
    desk.press("L");
    desk.get(Role::TextInput, "Link to");
    desk.write("spring");
    desk.press("Enter");
    desk.write("attacks");
    desk.press("Enter");
    let links = desk.session().glosses().links.clone();
    let link = links.values().next().unwrap();
    assert_eq!((&link.from, &*link.relation, &link.to), (&End::Annotation(evidence), "attacks", &End::Annotation(claim)));
    assert!(desk.in_text());

    desk.press("Ctrl+Z");
    assert_eq!((desk.session().glosses().links.len(), &*desk.said()), (0, "Undone: link: attacks"));
    desk.press("Ctrl+Z");
    assert_eq!(desk.all().len(), 1);
    desk.press("Ctrl+Y Ctrl+Shift+Z");
    assert_eq!(desk.session().glosses().links, links);

    desk.press("Ctrl+S");
    assert_eq!(desk.said(), "Saved in thesis.txt.gloss.ron");
    assert_eq!(desk.session().save_state(), SaveState::Saved);
    desk.press("PageDown PageDown PageDown");
    let (glosses, in_view) = (desk.session().glosses().clone(), desk.blocks());
    assert!(!in_view[0].contains("Two Papers"), "the reader has gone on: {in_view:?}");
    assert!(desk.window_mut().close_session());
    drop(desk);
    let beside = ["settings.json", "thesis.txt", "thesis.txt.gloss.ron", "thesis.txt.gloss.ron.bak"];
    assert_eq!(folder.names(), beside, "neither lock nor temporary file is left");

    let mut desk = Desk::build(Harness::builder(), Settings::load(&kept), Some(&kept));
    desk.window_mut().start(None);
    desk.settle();
    assert_eq!(desk.session().path, text, "the text read last");
    assert_eq!(desk.session().glosses().annotations, glosses.annotations);
    assert_eq!(desk.session().glosses().links, glosses.links);
    assert_eq!(*desk.session().glosses(), glosses);
    assert_eq!(desk.blocks()[0], in_view[0], "the reader is where the reader was");
}

#[test]
fn parts_and_nudges_change_the_quote_by_what_was_asked() {
    let folder = Folder::new();
    let mut desk = Desk::open(&folder.put("t.txt", CHAPTER));
    let id = desk.tag("no two", "agreed", "1");
    assert_eq!(desk.held().anchor.quote, "no two of them agreed");
    // Over the end of a paragraph and the start of the next, with a line break in it.
    desk.select("They bought", "borrowed");
    desk.press("E");
    assert_eq!((&desk.held().id, desk.held().anchor.parts().len()), (&id, 2));
    assert_eq!(desk.held().anchor.quote, "no two of them agreed They bought one paper, borrowed");
    assert_eq!(desk.all().len(), 1);
    desk.select("owners", "Readers");
    desk.press("E");
    assert_eq!(desk.held().anchor.quote, "no two of them agreed owners of the mills. Readers They bought one paper, borrowed");

    let quotes = [
        (".", "no two of them agreed owners of the mills. Readers They bought one paper, borrowed another"),
        (", ,", "no two of them agreed owners of the mills. Readers They bought one paper"),
        ("Ctrl+.", "no two of them agreed owners of the mills. Readers They bought one paper,"),
        ("Ctrl+, Ctrl+,", "no two of them agreed owners of the mills. Readers They bought one pape"),
        ("Shift+.", "two of them agreed owners of the mills. Readers They bought one pape"),
        ("Shift+, Shift+,", "and no two of them agreed owners of the mills. Readers They bought one pape"),
        ("Ctrl+Shift+.", "nd no two of them agreed owners of the mills. Readers They bought one pape"),
        ("Ctrl+Shift+,", "and no two of them agreed owners of the mills. Readers They bought one pape"),
    ];
    for (keys, quote) in quotes {
        desk.press(&keys.replace(',', "Comma").replace('.', "Period"));
        assert_eq!(desk.held().anchor.quote, quote, "after {keys}");
        let stands = desk.session().quote(desk.held().anchor.parts());
        assert_eq!(desk.held().anchor.quote, stands);
    }
    desk.press("Ctrl+Z");
    assert_eq!(desk.held().anchor.quote.split(' ').next(), Some("no"), "the nudges of one end in a row are one step");
}

#[test]
fn removing_takes_the_links_along_in_one_step_and_undo_brings_all_back() {
    let folder = Folder::new();
    let mut desk = Desk::open(&folder.put("t.txt", CHAPTER));
    let claim = desk.tag("likely", "likely", "2");
    for words in ["spring", "Courier"] {
        desk.tag(words, words, "4");
        desk.press("L");
        desk.write("likely");
        desk.press("Enter Enter");
    }
    assert_eq!(desk.session().glosses().links.len(), 2);
    assert!(desk.session().glosses().links.values().all(|link| link.to == End::Annotation(claim.clone()) && &*link.relation == "supports"));
    let before = desk.session().glosses().clone();

    let pos = desk.place("likely").center();
    desk.click_at(pos, egui::PointerButton::Primary, 1);
    desk.press("Delete");
    assert_eq!(desk.said(), "Removed with 2 links; Ctrl+Z brings them back");
    assert_eq!((desk.all().len(), desk.session().glosses().links.len(), desk.session().held()), (2, 0, None));
    desk.press("Ctrl+Z");
    assert_eq!(*desk.session().glosses(), before);
    desk.press("Ctrl+Y");
    assert_eq!((desk.all().len(), desk.session().glosses().links.len()), (2, 0));
}

#[test]
fn a_note_stands_in_the_margin_beside_its_line() {
    let folder = Folder::new();
    let mut desk = Desk::open(&folder.put("t.txt", CHAPTER));
    desk.tag("obedient", "obedient", "1");
    desk.press("N");
    desk.write("Says who?");
    desk.press("Escape Escape");
    let (line, side) = (desk.place("obedient"), desk.get(Role::TabPanel, "Right side").rect());
    let margin = egui::Rect::from_min_max(egui::pos2(line.right(), line.top() - 4.0), egui::pos2(side.left(), line.bottom() + 30.0));
    let words = desk.painted(margin);
    assert!(words.iter().any(|words| words.starts_with("Says who?") && words.ends_with("claim")), "{words:?}");
}

#[test]
fn each_text_is_shown_again_where_it_was_left() {
    let folder = Folder::new();
    let (long, other) = (folder.put("long.txt", long_chapter()), folder.put("other.txt", CHAPTER));
    let mut desk = Desk::open(&long);
    desk.press("PageDown PageDown PageDown");
    let top = desk.word_at_the_top();
    let in_view = desk.blocks();
    desk.open_too(&other);
    assert_ne!(desk.blocks(), in_view);
    desk.open_too(&long);
    assert_eq!((desk.blocks()[0].clone(), desk.word_at_the_top()), (in_view[0].clone(), top));
}
