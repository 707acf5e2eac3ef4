//! What was found about the sources: the keys that go from one to the next, the verdicts, and where they are kept.

use egui::accesskit::Role;
use glossator::annotation::{Strength, Verdict};
use glossator::session::Offer;
use glossator::session::command::Command;

use super::super::support::Folder;
use super::desk::Desk;

/// Three notes with a fault each that no reading of them can explain away.
const FAULTY: &str = "\
Introduction

The hypothesis of this thesis is that the penny press won the strike. The weavers bought one paper.1 They
borrowed another,2 and nobody counted the silences.3 It was long before anyone did.4

1 Thomas Aldersey, The Penny Press and Its Readers (London: Harcastle, 1994), pages needed.
2 Margaret Pole, “The Sallow Mills,” Valley Transactions 41 (1967): 14.
3 Helen Cadoret, “Reading the Strike,” Mill Review, Wednesday, 26 April 2015, 12.
4 John Marsh, Looms (London: Harcastle, 1999), p. ??.
";

fn open(folder: &Folder) -> Desk {
    let mut desk = Desk::open(&folder.put("t.txt", FAULTY));
    desk.settle();
    desk
}

fn rule_in_hand(desk: &Desk) -> &'static str {
    let session = desk.session();
    match session.offer() {
        Some(Offer::Finding(index)) => session.review().unwrap().findings[index].rule.id,
        other => panic!("no finding in hand: {other:?}, said {}", desk.said()),
    }
}

#[test]
fn f_goes_from_one_finding_to_the_next() {
    let folder = Folder::new();
    let mut desk = open(&folder);
    desk.press("F");
    assert_eq!(rule_in_hand(&desk), "placeholder-text");
    desk.get(Role::Tab, "Findings 3");
    desk.get(Role::Button, "Confirm");
    desk.press("F");
    assert_eq!(rule_in_hand(&desk), "weekday-date-mismatch");
    let source = desk.session().source.as_str();
    assert!(source[desk.session().selection.head..].starts_with("Wednesday, 26 April 2015"));
    desk.press("Shift+F");
    assert_eq!(rule_in_hand(&desk), "placeholder-text");
}

#[test]
fn confirming_marks_the_citation_weak_in_one_step() {
    let folder = Folder::new();
    let mut desk = open(&folder);
    desk.press("F");
    desk.press("Y");
    let weak = desk.all();
    assert_eq!(weak.len(), 1, "{weak:?}");
    assert_eq!((&*weak[0].kind, weak[0].strength), ("citation", Some(Strength::Weak)));
    assert_eq!(weak[0].anchor.quote, "1", "the marker of the note");
    assert!(weak[0].reason.starts_with("placeholder-text: "), "{}", weak[0].reason);
    assert_eq!(desk.session().docket().with(Verdict::Confirmed), 1);
    desk.press("Ctrl+Z");
    assert!(desk.all().is_empty());
    assert_eq!((desk.session().docket().open(), desk.session().docket().with(Verdict::Confirmed)), (3, 0));
}

#[test]
fn a_verdict_is_kept_with_its_words_though_the_text_grows() {
    let folder = Folder::new();
    let mut desk = open(&folder);
    desk.press("F");
    desk.press("F");
    desk.press("X");
    desk.press("Ctrl+S");
    desk.settle();
    assert_eq!(desk.session().docket().with(Verdict::Dismissed), 1);
    drop(desk);
    folder.put(
        "t.txt",
        FAULTY.replace("Introduction\n", "Introduction\n\nA paragraph that was not there before, long enough to move all.\n"),
    );
    let mut desk = Desk::open(&folder.path("t.txt"));
    desk.settle();
    let docket = desk.session().docket();
    let dismissed: Vec<&str> =
        docket.items.iter().filter(|item| item.verdict == Some(Verdict::Dismissed)).map(|item| item.shown.finding.rule.id).collect();
    assert_eq!(dismissed, ["weekday-date-mismatch"]);
}

#[test]
fn all_of_a_rule_are_judged_at_once_and_a_rule_can_be_silent() {
    let folder = Folder::new();
    let mut desk = open(&folder);
    desk.press("F");
    desk.run(Command::DismissRule);
    assert_eq!(desk.session().docket().with(Verdict::Dismissed), 2);
    desk.press("F");
    assert_eq!(rule_in_hand(&desk), "weekday-date-mismatch");
    desk.run(Command::RuleOff);
    assert_eq!(desk.session().docket().items.len(), 2, "only the two that were dismissed are left");
    desk.press("Ctrl+Z");
    assert_eq!(desk.session().docket().items.len(), 3);
}

#[test]
fn a_dismissal_can_say_why() {
    let folder = Folder::new();
    let mut desk = open(&folder);
    desk.press("F");
    desk.press("Shift+X");
    desk.write("a draft");
    desk.press("Escape");
    let session = desk.session();
    let judgement = session.glosses().judgements.values().next().unwrap();
    assert_eq!((judgement.verdict, judgement.reason.as_str()), (Verdict::Dismissed, "a draft"));
    assert!(desk.in_text());
}

/// With many findings above it, some of them judged and not listed, the field of the reason stands far down the list: what
/// is typed must be the reason all the same, and no command.
#[test]
fn a_reason_is_typed_far_down_the_list_and_does_nothing_else() {
    let folder = Folder::new();
    let mut text = "Introduction\n\n".to_owned();
    for note in 1..=60 {
        text.push_str(&format!("The weavers of town {note} bought one paper that year.{note} "));
    }
    text.push_str("\n\n");
    for note in 1..=60 {
        text.push_str(&format!("{note} Thomas Aldersey{note}, The Penny Press (London: Harcastle, 1994), pages needed.\n"));
    }
    for group in ["by family", "by section"] {
        let mut desk = Desk::open(&folder.put(&format!("{group}.txt"), &text));
        desk.settle();
        desk.press("F");
        desk.click(Role::RadioButton, group);
        for _ in 0..35 {
            desk.press("F");
            desk.press("X");
        }
        for _ in 0..15 {
            desk.press("F");
        }
        let before = desk.all().len();
        let held = desk.session().offer();
        desk.press("Shift+X");
        desk.settle();
        desk.write("no such doc");
        desk.settle();
        let judgements = &desk.session().glosses().judgements;
        let said: Vec<&str> = judgements.values().map(|own| own.reason.as_str()).filter(|reason| !reason.is_empty()).collect();
        assert_eq!(said, ["no such doc"], "{group}: {}", desk.said());
        assert_eq!((desk.all().len(), desk.session().offer()), (before, held), "{group}");
    }
}

#[test]
fn a_suggestion_is_accepted_or_dismissed_for_good() {
    let folder = Folder::new();
    let mut desk = open(&folder);
    desk.press("G");
    let offered = desk.session().docket().suggestions.len();
    desk.press("Y");
    assert_eq!(&*desk.held().kind, "hypothesis");
    assert_eq!(desk.held().anchor.quote, "The hypothesis of this thesis is that the penny press won the strike.");
    assert_eq!(desk.session().docket().suggestions.len(), offered - 1);
    desk.press("Ctrl+Z");
    desk.press("Ctrl+Home");
    desk.press("G");
    desk.press("X");
    assert!(desk.all().is_empty());
    assert_eq!(desk.session().docket().suggestions.len(), offered - 1);
    assert!(desk.session().glosses().judgements.values().any(|own| &*own.rule == "suggest-hypothesis"));
}
