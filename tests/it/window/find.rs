//! Find, from Ctrl+F to a tag on exactly the words found.

use egui::accesskit::Role;

use super::super::support::{CHAPTER, Folder, long_chapter};
use super::desk::Desk;

#[test]
fn words_are_found_across_a_line_break_and_tagged_as_they_stand() {
    let folder = Folder::new();
    let mut desk = Desk::open(&folder.put("t.txt", CHAPTER));
    desk.press("Ctrl+F");
    assert!(desk.get(Role::TextInput, "Find in the text").is_focused());
    desk.write("printed  silences");
    assert!(desk.shows("1 of 2"));
    desk.press("F3");
    assert!(desk.shows("2 of 2"));
    desk.press("F3");
    assert!(desk.shows("1 of 2"), "after the last comes the first");
    desk.press("Shift+F3");
    assert!(desk.shows("2 of 2"));

    desk.press("Escape");
    assert!(desk.find(Role::TextInput, "Find in the text").is_none());
    assert!(desk.in_text());
    assert_eq!(desk.selected(), "printed silences");
    desk.press("1");
    assert_eq!(desk.held().anchor.quote, "printed silences");
    let parts = desk.held().anchor.parts();
    assert_eq!(parts.iter().map(|part| part.of(CHAPTER)).collect::<Vec<_>>(), ["printed\nsilences"]);
}

#[test]
fn find_comes_back_with_the_old_words_and_goes_on_with_enter() {
    let folder = Folder::new();
    let mut desk = Desk::open(&folder.put("t.txt", long_chapter()));
    desk.press("Ctrl+F");
    desk.write("week");
    assert!(desk.shows("1 of 121"), "a part of a word is found as well");
    desk.click(Role::Button, "Word");
    assert!(desk.shows("1 of 120"));
    desk.press("Ctrl+F Enter Enter");
    assert!(desk.shows("3 of 120"));
    desk.press("Shift+Enter");
    assert!(desk.shows("2 of 120"));
    let second = desk.session().selection;
    desk.press("Escape Ctrl+F");
    assert_eq!(desk.get(Role::TextInput, "Find in the text").value().as_deref(), Some("week"));
    desk.write("bread and coal");
    assert!(desk.shows("2 of 60"), "what is typed takes the place of the old words, and is looked for from where one is");
    assert_ne!(desk.session().selection, second);
    let found = desk.selected();
    desk.click(Role::Button, "Close");
    assert!(desk.in_text() && desk.find(Role::TextInput, "Find in the text").is_none());
    assert_eq!((&*found, desk.selected()), ("bread and coal", "bread and coal".to_owned()));
    desk.press("Ctrl+F ArrowRight");
    desk.write(" or none");
    assert!(desk.shows("nothing found"));
    desk.press("Escape");
    assert!(desk.in_text());
}

#[test]
fn what_cannot_be_searched_for_is_said() {
    let folder = Folder::new();
    let mut desk = Desk::open(&folder.put("t.txt", CHAPTER));
    desk.press("Ctrl+F");
    desk.click(Role::Button, ".*");
    desk.press("Ctrl+F");
    desk.write("(spring");
    assert!(desk.session().find.error.is_some());
    let error = desk.session().find.error.as_ref().unwrap().to_string();
    assert!(desk.shows(&error));
    desk.write("|Courier)");
    assert!(desk.shows("1 of 2"));
}
