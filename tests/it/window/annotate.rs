//! Tagging, noting, linking, and what comes back when the text is opened again.

use egui::accesskit::Role;
use egui_kittest::Harness;
use glossator::annotation::{End, Strength};
use glossator::session::{Clock, SaveState, Settings};

use super::super::support::{Folder, long_chapter};
use super::desk::Desk;

#[test]
fn work_done_by_keys_alone_comes_back_when_the_text_is_opened_again() {
    let folder = Folder::new();
    let (text, kept) = (folder.put("thesis.txt", long_chapter()), folder.path("settings.json"));
    let mut desk = Desk::build(Harness::builder(), Settings::default(), Some(&kept), Clock::fixed());
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
    desk.get(Role::SearchInput, "Link to");
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
    assert_eq!(folder.names(), ["settings.json", "thesis.txt", "thesis.txt.gloss.ron"]);

    let mut desk = Desk::build(Harness::builder(), Settings::load(&kept), Some(&kept), Clock::fixed());
    desk.window_mut().start(None);
    desk.settle();
    assert_eq!(desk.session().path, text, "the text read last");
    assert_eq!(desk.session().glosses().annotations, glosses.annotations);
    assert_eq!(desk.session().glosses().links, glosses.links);
    assert_eq!(*desk.session().glosses(), glosses);
    assert_eq!(desk.blocks()[0], in_view[0], "the reader is where the reader was");
}
