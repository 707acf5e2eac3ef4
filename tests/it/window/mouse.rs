//! The mouse in the text.

use egui::PointerButton::{Primary, Secondary};
use egui::accesskit::Role;

use super::super::support::{CHAPTER, Folder};
use super::desk::Desk;

#[test]
fn dragging_and_clicking_select_words_and_sentences() {
    let folder = Folder::new();
    let mut desk = Desk::open(&folder.put("t.txt", CHAPTER));
    desk.select("weavers", "sixteen");
    assert_eq!(desk.selected(), "weavers left their looms for sixteen");
    let (anchor, head) = (desk.session().selection.anchor, desk.session().selection.head);
    assert_eq!((anchor, head), (CHAPTER.find("weavers").unwrap(), CHAPTER.find("sixteen").unwrap() + 7));
    // Backwards, over a paragraph's end.
    let (from, to) = (desk.place("account").left_center(), desk.place("mills.").left_center());
    desk.drag(from, to);
    assert_eq!(desk.selected(), "mills. Readers were far less obedient than this");
    assert!(desk.session().selection.head < desk.session().selection.anchor);

    let word = desk.place("obedient").center();
    desk.click_at(word, Primary, 2);
    assert_eq!(desk.selected(), "obedient");
    desk.click_at(word, Primary, 3);
    assert_eq!(desk.selected(), "Readers were far less obedient than this account supposes.");
    desk.click_at(word, Primary, 1);
    assert_eq!(desk.selected(), "");
    let caret = desk.session().selection.head;
    assert!(CHAPTER[..caret].ends_with("obed") || CHAPTER[..caret].ends_with("obedi"), "the caret is where the click was");
    assert!(desk.in_text());
}

#[test]
fn a_click_takes_a_highlight_in_hand_and_another_the_one_beneath() {
    let folder = Folder::new();
    let mut desk = Desk::open(&folder.put("t.txt", CHAPTER));
    let outer = desk.tag("They bought", "third", "1");
    let inner = desk.tag("one paper", "one paper", "4");
    desk.press("Escape Escape");
    assert!(desk.session().held().is_none());
    let (both, only) = (desk.place("paper,").center(), desk.place("borrowed").center());
    desk.click_at(both, Primary, 1);
    assert_eq!(desk.held().id, inner, "the shortest first");
    desk.click_at(both, Primary, 1);
    assert_eq!(desk.held().id, outer);
    desk.click_at(both, Primary, 1);
    assert_eq!(desk.held().id, inner, "and round again");
    desk.click_at(only, Primary, 1);
    assert_eq!(desk.held().id, outer);
    let beside = desk.place("spring").center();
    desk.click_at(beside, Primary, 1);
    assert!(desk.session().held().is_none());
}

#[test]
fn a_link_is_drawn_from_one_highlight_to_another() {
    let folder = Folder::new();
    let mut desk = Desk::open(&folder.put("t.txt", CHAPTER));
    let to = desk.tag("Courier", "Courier", "4");
    let from = desk.tag("likely", "likely", "1");
    let (start, end) = (desk.place("likely").center(), desk.place("Courier").center());
    desk.drag(start, end);
    desk.write("qualifies");
    desk.press("Enter");
    let link = desk.session().glosses().links.values().next().expect("a link");
    assert_eq!(&*link.relation, "qualifies");
    use glossator::annotation::End::Annotation;
    assert_eq!((&link.from, &link.to), (&Annotation(from), &Annotation(to)));
}

#[test]
fn the_other_button_offers_to_tag_the_selection() {
    let folder = Folder::new();
    let mut desk = Desk::open(&folder.put("t.txt", CHAPTER));
    desk.select("silences did", "dispute");
    let middle = desk.place("lengthen").center();
    desk.click_at(middle, Secondary, 1);
    assert_eq!(desk.selected(), "silences did more to lengthen the dispute", "the menu leaves the selection");
    desk.click(Role::Button, "Tag as hypothesis");
    assert_eq!((&*desk.held().kind, &*desk.held().anchor.quote), ("hypothesis", "silences did more to lengthen the dispute"));
}
