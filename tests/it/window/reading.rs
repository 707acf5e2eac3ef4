//! The two ways to read a text, as a typeset page and as the lines of its file, and where its notes stand.

use egui::accesskit::Role;
use egui::{Rect, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use glossator::session::command::{Command, Motion};
use glossator::session::{NotesAt, Selection, Settings};
use glossator::structure::BlockKind;
use glossator::text::Span;

use super::super::support::Folder;
use super::desk::Desk;

/// Three pages as they come out of a PDF: a running head, broken lines, note numbers in the prose, and at the foot of
/// each page its notes and its number. A sentence runs on over each page break.
fn pages() -> String {
    let page = |n: usize| {
        let (first, second, historian) = (2 * n - 1, 2 * n, ["Ashton", "Barlow", "Calder"][n - 1]);
        format!(
            "The weavers and their papers\n\n\
             On page {n} the courier of the mill owners reported nothing about the meetings in the lanes,\n\
             and the reading room took in four papers of which none was free of debt.{first} The editors\n\
             were paid by the column, so that the longest reports are those with the least in them, as\n\
             the clerk of the reading room noted more than once in his own hand.{second}\n\n\
             A second paragraph begins on page {n}, whose sentences are about the prices of bread and coal\n\
             and the silence of the leading articles; what the lanes of page {n} thought about it can only be\n\
             guessed, and a guess is what {historian} has offered so far, without a single\n\n\
             {first} Anna Keller, The Reading Rooms of the Valley (London: Northern Press, 1981), {n}2.\n\
             {second} Ledger of the reading room, entry {second} of the second week, Valley Archive, box {n}.\n\n\
             {n}\n\u{c}"
        )
    };
    let mut text: String = (1..=3).map(page).collect();
    text.push_str("witness who could be heard. Nobody has counted the silences before.\n");
    text
}

/// A window on those pages, which are known for what they are, with its notes at `notes`.
fn desk(folder: &Folder, notes: NotesAt) -> Desk {
    let mut settings = Settings::default();
    settings.looks.notes = notes;
    let mut desk = Desk::build(Harness::builder(), settings, None);
    desk.open_too(&folder.put("t.txt", pages()));
    let structure = &desk.session().structure;
    assert_eq!(structure.pages.len(), 4, "{:?}", structure.pages);
    assert_eq!(structure.notes.iter().filter(|note| note.block.is_some() && note.markers.len() == 1).count(), 6, "{:#?}", structure.notes);
    assert!(structure.blocks.iter().any(|block| block.kind == BlockKind::RunningHead));
    desk
}

/// Where `words` first stand in the file.
fn span(words: &str) -> Span {
    let text = pages();
    let start = text.find(words).unwrap_or_else(|| panic!("{words:?} is not in the text"));
    Span::new(start, start + words.len())
}

/// What the file has behind the parts of the annotation in hand.
fn parts(desk: &Desk) -> Vec<String> {
    desk.held().anchor.parts().iter().map(|part| part.of(&pages()).to_owned()).collect()
}

/// The marker of the note called `label`.
fn marker(desk: &Desk, label: &str) -> Span {
    let note = desk.session().structure.notes.iter().find(|note| note.label == label).expect("a note");
    note.markers[0]
}

/// The notes that stand in the column, by their first words.
fn notes_in_column(desk: &Desk) -> Vec<String> {
    let own = |words: &String| words.contains("Anna Keller") || words.contains("Ledger of");
    desk.blocks().iter().filter(|words| own(words)).map(|words| words.chars().take(2).collect::<String>().trim().to_owned()).collect()
}

/// Selects from the first `first` in view to the first `last`.
fn select(desk: &mut Desk, first: &str, last: &str) {
    let (from, to) = (desk.place_of_first(first).left_center(), desk.place_of_first(last).right_center());
    desk.drag(from + vec2(1.0, 0.0), to - vec2(1.0, 0.0));
}

fn scroll_to(desk: &mut Desk, at: usize) {
    desk.session_mut().selection = Selection::caret(at);
    desk.run(Command::Move(Motion::Right));
    desk.run(Command::Move(Motion::Left));
    assert_eq!(desk.session().selection, Selection::caret(at));
}

#[test]
fn prose_runs_on_over_the_page_break_and_notes_stand_at_its_foot() {
    let folder = Folder::new();
    let desk = desk(&folder, NotesAt::Foot);
    let blocks = desk.blocks();
    let second = blocks.iter().position(|words| words.starts_with("A second paragraph begins on page 1")).expect("the paragraph");
    assert!(blocks[second].contains("without a single On page 2") || blocks[second].ends_with("without a single"), "{}", blocks[second]);
    assert!(!blocks.iter().any(|words| words.contains("The weavers and their papers")), "furniture is set aside");
    assert!(blocks[second + 1].starts_with("1 Anna Keller") && blocks[second + 2].starts_with("2 Ledger"), "{blocks:#?}");
}

#[test]
fn enter_goes_to_a_note_and_back_wherever_notes_stand() {
    for notes in NotesAt::ALL {
        let folder = Folder::new();
        let mut desk = desk(&folder, notes);
        let marker = marker(&desk, "2");
        scroll_to(&mut desk, marker.end);
        let before = notes_in_column(&desk);
        assert_eq!(before.is_empty(), notes == NotesAt::Margin, "{before:?}");
        desk.press("Enter");
        let body = span("2 Ledger of");
        assert_eq!(desk.session().selection, Selection::caret(body.start), "{notes:?}");
        assert!(notes_in_column(&desk).contains(&"2".to_owned()), "the note can be read: {:#?}", desk.blocks());
        // Its words can be selected and tagged like any others.
        select(&mut desk, "Valley Archive,", "box");
        desk.press("4");
        assert_eq!(parts(&desk), ["Valley Archive, box"]);
        desk.press("Escape Escape Enter");
        assert_eq!(desk.session().selection, Selection::caret(marker.start), "{notes:?}");
        assert_eq!(notes_in_column(&desk), before, "{notes:?}");
    }
}

#[test]
fn a_note_in_the_margin_stands_beside_its_marker_and_opens_by_a_click() {
    let folder = Folder::new();
    let mut desk = desk(&folder, NotesAt::Margin);
    let side = desk.get(Role::TabPanel, "Right side").rect();
    for (label, near) in [("1", "debt."), ("2", "hand.")] {
        let line = desk.place_of_first(near);
        let note = desk.get(Role::Note, &format!("Note {label} in the margin: …")).rect();
        assert!(note.left() > line.right() && note.right() <= side.left(), "{note:?} is not in the margin beside {line:?}");
        assert!((note.top() - line.top()).abs() < 60.0, "{note:?} is not beside {line:?}");
    }
    let (first, second) = (desk.get(Role::Note, "Note 1 in the margin: …").rect(), desk.get(Role::Note, "Note 2 in the margin: …").rect());
    assert!(first.bottom() <= second.top(), "notes do not lie on one another: {first:?} {second:?}");
    // The reader's own gloss on the same line finds room, too.
    select(&mut desk, "none", "debt");
    desk.press("1 N");
    desk.write("Says who?");
    desk.press("Escape Escape Escape");
    let margin = Rect::from_min_max(pos2(first.left() - 4.0, 0.0), pos2(side.left(), 2000.0));
    assert!(desk.painted(margin).iter().any(|words| words.starts_with("Says who?")), "{:?}", desk.painted(margin));
    let (own, note) = (desk.get(Role::Note, "Says who?…").rect(), desk.get(Role::Note, "Note 1 in the margin: …").rect());
    assert!(own.bottom() <= note.top() || note.bottom() <= own.top(), "{own:?} lies on {note:?}");

    assert!(notes_in_column(&desk).is_empty());
    let place = desk.get(Role::Note, "Note 2 in the margin: …").rect().left_top() + vec2(60.0, 8.0);
    desk.click_at(place, egui::PointerButton::Primary, 1);
    assert!(span("2 Ledger of the reading room").contains(desk.session().selection.head), "{:?}", desk.session().selection);
    assert_eq!(notes_in_column(&desk), ["2"]);
    // It closes when the caret is elsewhere, and the arrows pass notes over.
    let caret = span("noted more").start;
    desk.session_mut().selection = Selection::caret(caret);
    desk.settle();
    assert!(notes_in_column(&desk).is_empty());
    let end = marker(&desk, "2").end;
    desk.session_mut().selection = Selection::caret(end);
    desk.press("ArrowRight");
    assert_eq!(desk.session().selection.head, span("A second paragraph begins").start);
}

#[test]
fn where_notes_stand_is_kept() {
    let folder = Folder::new();
    let kept = folder.path("settings.json");
    let mut desk = Desk::build(Harness::builder(), Settings::default(), Some(&kept));
    desk.open_too(&folder.put("t.txt", pages()));
    assert_eq!(notes_in_column(&desk).first().map(String::as_str), Some("1"));
    desk.press("Ctrl+K");
    desk.write("notes in the margin");
    desk.press("Enter");
    assert!(notes_in_column(&desk).is_empty());
    assert_eq!(desk.said(), "Notes in the margin");
    assert_eq!(Settings::load(&kept).looks.notes, NotesAt::Margin);
    desk.run(Command::NotesAtFoot);
    assert_eq!(Settings::load(&kept).looks.notes, NotesAt::Foot);
    assert_eq!(notes_in_column(&desk).first().map(String::as_str), Some("1"));
    desk.press("F10");
    desk.choose("Notes", "in the margin");
    desk.press("Escape");
    assert_eq!(Settings::load(&kept).looks.notes, NotesAt::Margin);
}

#[test]
fn the_lines_of_the_file_are_shown_as_they_stand() {
    let folder = Folder::new();
    let mut desk = desk(&folder, NotesAt::Foot);
    desk.press("Ctrl+Home Ctrl+Shift+L");
    let text = pages();
    let lines: Vec<&str> = text.lines().collect();
    let first = desk.session().source.line_column(desk.session().selection.head).line;
    let shown = desk.blocks();
    let from = lines.iter().position(|line| *line == shown[0]).expect("the first line shown");
    for (shown, line) in shown.iter().zip(&lines[from..]) {
        assert_eq!(shown, line);
    }
    assert!(shown.iter().any(|line| line == "The weavers and their papers"), "page furniture is shown: {shown:?}");
    assert!(desk.shows(&format!("line {first} of the file")) || desk.said().contains("lines of the file"));
    // The numbers of the lines stand beside them.
    let line = desk.place_of_first("reported nothing");
    let gutter = Rect::from_min_max(pos2(0.0, line.top() - 2.0), pos2(line.left(), line.bottom() + 2.0));
    assert!(desk.painted(gutter).contains(&"3".to_owned()), "{:?}", desk.painted(gutter));
    desk.press("Ctrl+Shift+L");
    assert!(!desk.blocks().iter().any(|words| words == "The weavers and their papers"));
}

#[test]
fn what_is_shown_as_selected_is_what_would_be_tagged() {
    let folder = Folder::new();
    let desk = desk(&folder, NotesAt::Foot);
    let session = desk.session();
    let places: Vec<usize> = (0..session.source.len()).step_by(41).collect();
    let mut passed_over = 0;
    for (i, &start) in places.iter().enumerate() {
        for &end in &places[i + 1..] {
            let selected = Span::new(start, end);
            let parts = session.parts_of(selected);
            for index in session.structure.blocks_in(selected) {
                let block = &session.structure.blocks[index];
                // Markers and white space at the ends are selected and not tagged.
                let words =
                    |span: Span| !session.source.slice(span).trim().is_empty() && !block.markers.iter().any(|marker| marker.covers(span));
                let shown = block.parts.iter().filter_map(|part| part.intersect(selected)).any(words);
                let tagged = block.parts.iter().any(|own| parts.iter().any(|part| part.overlaps(*own)));
                if shown {
                    assert_eq!(session.meant_by(selected).has(index, block.kind), tagged, "{selected:?} in {block:?}");
                    passed_over += usize::from(!tagged);
                }
            }
        }
    }
    assert!(passed_over > 100);
}

#[test]
fn enter_goes_to_a_note_and_back_among_the_lines() {
    let folder = Folder::new();
    let mut desk = desk(&folder, NotesAt::Margin);
    desk.press("Ctrl+Shift+L");
    let marker = marker(&desk, "4");
    desk.session_mut().selection = Selection::caret(marker.start);
    desk.press("Enter");
    assert_eq!(desk.session().selection, Selection::caret(span("4 Ledger of").start));
    assert!(desk.blocks().iter().any(|line| line.starts_with("4 Ledger of")));
    desk.press("Enter");
    assert_eq!(desk.session().selection, Selection::caret(marker.start));
    // What is found and what is read sentence by sentence is the same as in the other view.
    desk.press("Ctrl+F");
    desk.write("single witness");
    assert!(desk.shows("1 of 1"));
    desk.press("Escape 5");
    let parts = parts(&desk);
    assert_eq!((parts.first().map(String::as_str), parts.last().map(String::as_str)), (Some("single"), Some("witness")), "{parts:?}");
    desk.press("Escape Escape S 5");
    assert!(desk.held().anchor.quote.ends_with("single witness who could be heard."), "{}", desk.held().anchor.quote);
}

#[test]
fn what_is_tagged_in_one_view_stands_at_the_same_words_in_the_other() {
    let folder = Folder::new();
    let mut desk = desk(&folder, NotesAt::Foot);
    desk.press("Ctrl+Home");
    select(&mut desk, "four", "debt");
    desk.press("1");
    assert_eq!(parts(&desk), ["four papers of which none was free of debt"]);
    let claim = desk.held().id.clone();
    desk.press("Escape Escape Ctrl+Shift+L");
    // In the lines: the same words are marked, and no others.
    let said = |desk: &Desk, start: &str| {
        let root = desk.root();
        let named = |node: &egui_kittest::Node<'_>| node.accesskit_node().label().is_some_and(|label| label.starts_with(start));
        let mut paragraphs = root.query_all_by_role(Role::Paragraph).filter(named);
        paragraphs.next().expect(start).accesskit_node().data().description().map(str::to_owned)
    };
    assert_eq!(said(&desk, "and the reading room took in").as_deref(), Some("claim: four papers of which none was free of debt"));
    assert_eq!(said(&desk, "were paid by the column"), None);
    let inside = desk.place_of_first("which none").center();
    desk.click_at(inside, egui::PointerButton::Primary, 1);
    assert_eq!(desk.held().id, claim);
    desk.press("Escape Escape");

    // Over a line end, a marker and the end of a page: the usual parts.
    select(&mut desk, "whose", "articles;");
    desk.press("4");
    assert_eq!(
        parts(&desk),
        [span("whose sentences are about the prices of bread and coal\nand the silence of the leading articles;").of(&pages())]
    );
    let (from, to) = (span("guessed, and a").start, span("On page 2 the courier").end);
    desk.session_mut().selection = Selection { anchor: from, head: to };
    desk.press("2");
    let cut = parts(&desk);
    assert!(cut.len() >= 2 && cut[0].starts_with("guessed, and a") && cut[0].ends_with("without a single"), "{cut:?}");
    assert!(cut.last().unwrap().ends_with("the courier") && cut.iter().all(|part| !part.contains("Keller") && !part.contains("weavers")));
    let made: Vec<_> = desk.all().iter().map(|annotation| annotation.anchor.clone()).collect();
    assert_eq!(made.len(), 3);

    desk.press("Escape Escape Ctrl+Shift+L");
    assert_eq!(made, desk.all().iter().map(|annotation| annotation.anchor.clone()).collect::<Vec<_>>());
    let second = said(&desk, "A second paragraph begins on page 1").expect("marks in the paragraph");
    assert!(second.contains("evidence: whose sentences are about the prices of bread and coal and the silence of the leading articles;"));
    assert!(second.contains("hypothesis: guessed, and a guess"), "{second}");
    for annotation in desk.all() {
        assert_eq!(annotation.anchor.quote, desk.session().quote(annotation.anchor.parts()));
    }
}

#[test]
fn the_caret_keeps_its_word_and_its_height_from_one_view_to_the_other() {
    let folder = Folder::new();
    let mut desk = desk(&folder, NotesAt::Foot);
    let words = span("guess is what Calder");
    // Its sentence is brought to the upper third: there both views have room above it and below.
    desk.session_mut().selection = Selection::caret(words.start);
    desk.press("S");
    desk.session_mut().selection = Selection { anchor: words.start, head: words.end - 1 };
    desk.run(Command::Select(Motion::Right));
    let selection = desk.session().selection;
    let height = |desk: &Desk| desk.place("Calder").center().y;
    let before = height(&desk);
    for turn in 0..4 {
        desk.press("Ctrl+Shift+L");
        assert_eq!(desk.session().selection, selection, "turn {turn}");
        assert_eq!(desk.selected(), "guess is what Calder");
        assert!((height(&desk) - before).abs() < 12.0, "{} is not {before}, turn {turn}", height(&desk));
    }
    // From page furniture the caret goes on to what is read.
    desk.press("Escape Ctrl+Shift+L");
    let head = pages().match_indices("The weavers and their papers").nth(1).unwrap().0;
    desk.session_mut().selection = Selection::caret(head + 4);
    desk.press("Ctrl+Shift+L");
    assert_eq!(desk.session().selection, Selection::caret(span("On page 2 the courier").start));
}

#[test]
fn every_motion_goes_through_the_lines_and_back() {
    let folder = Folder::new();
    let long = "word—سلام、👍🏽a\u{301} ".repeat(900);
    let text = format!("one\t two\n\n\u{c}{long}\n  three\u{b} four\n");
    let mut desk = Desk::build(Harness::builder().allow_missing_glyphs(), Settings::default(), None);
    desk.open_too(&folder.put("t.txt", &text));
    desk.press("Ctrl+Shift+L Ctrl+End");
    assert_eq!(desk.session().selection, Selection::caret(text.len()));
    use Motion::*;
    for (on, back) in [(Right, Left), (WordRight, WordLeft), (Down, Up), (PageDown, PageUp)] {
        desk.run(Command::Move(Top));
        assert_eq!(desk.session().selection, Selection::caret(0));
        for (motion, forward) in [(on, true), (back, false)] {
            let mut at = desk.session().selection.head;
            for step in 0.. {
                desk.run_at_once(Command::Move(motion));
                let next = desk.session().selection.head;
                assert!(text.is_char_boundary(next));
                if next == at {
                    break;
                }
                assert!((next > at) == forward, "{motion:?} went from {at} to {next}");
                at = next;
                if step % 197 == 0 {
                    desk.settle();
                }
            }
            desk.settle();
            let first = text.len() - desk.session().source.as_str().lines().last().unwrap().len();
            assert!(if forward { at >= first - 1 } else { at <= 8 }, "{motion:?} ends at {at}");
        }
    }
    desk.press("Ctrl+A 1");
    assert_eq!(desk.held().anchor.quote, text.split_whitespace().collect::<Vec<_>>().join(" "));
}

#[test]
fn all_commands_and_hard_windows_do_no_harm_in_either_view() {
    let folder = Folder::new();
    let mut settings = Settings::default();
    settings.looks.notes = NotesAt::Margin;
    for size in [vec2(420.0, 300.0), vec2(900.0, 600.0), vec2(2400.0, 1300.0)] {
        let mut desk = Desk::build(Harness::builder(), settings.clone(), None);
        desk.harness().set_size(size);
        desk.open_too(&folder.put("t.txt", pages()));
        for round in 0..2 {
            desk.press("Ctrl+Home PageDown Ctrl+End PageUp Ctrl+A Escape");
            assert!(desk.in_text(), "round {round}");
            if size.x < 1000.0 && round == 0 {
                // No room for a margin: the notes are read at the foot.
                desk.press("Ctrl+End");
                let body = span("6 Ledger of").start;
                desk.session_mut().selection = Selection::caret(body);
                desk.press("ArrowRight ArrowLeft");
                assert!(notes_in_column(&desk).contains(&"6".to_owned()), "{:#?}", desk.blocks());
            }
            desk.press("Ctrl+Shift+L");
        }
    }
}
