//! Texts that are hard to lay out: written from right to left, with marks above letters, without a space for pages.

use std::path::Path;

use egui::PointerButton::Primary;
use egui::{Rect, pos2, vec2};
use egui_kittest::Harness;
use glossator::session::command::{Command, Motion};
use glossator::session::{Selection, Settings};

use super::super::support::Folder;
use super::desk::Desk;

const HARD: [&str; 8] = [
    "قرأ الباحثون الصحف الثلاث. لم يتفق اثنان منها على ما حدث في تلك الأسابيع الستة عشر، ولم يسأل أحد عن\nالأسعار وعن الاجتماعات.",
    "החוקרים קראו את שלושת העיתונים. אף שניים מהם לא הסכימו על מה שקרה בשבועות ההם, ואיש לא שאל על\nהמחירים.",
    "The word سلام means peace, and שלום does so too (12, ٣٤); nobody\nasked اثنان or שניים of them.",
    "Vie\u{302}\u{323}t Nam, man\u{303}ana, a\u{301}\u{323}\u{332}\u{30a}\u{360} and \u{1100}\u{1161}\u{11a8}. Then नमस्ते and ภาษาไทยไม่มีช่องว่าง here.",
    "The efficient office staff shuffled a shelfful of ﬁne ﬂuﬃness. Off they went.",
    "A family 👩\u{200d}👩\u{200d}👧\u{200d}👦 under a flag 🇫🇷🇩🇪 with 👍🏽 and ❤\u{fe0f}. 三つの新聞は一致しなかった。誰も数えなかった。",
    "An invisible soft\u{ad}hyphen, a zero\u{200b}width space, a no\u{a0}break space and a \u{202e}turned\u{202c} word.",
    "It ends in plain words. Nobody has counted them before.",
];

/// All of it, with a line of 50 KB without a space in the middle.
fn hard_text() -> String {
    let unit = "word—سلام、שלום👍🏽a\u{301}日本";
    let long: String = unit.chars().cycle().take(50_000 * unit.chars().count() / unit.len()).collect();
    let mut paragraphs: Vec<&str> = HARD.to_vec();
    paragraphs.insert(4, &long);
    paragraphs.join("\n\n") + "\n"
}

fn open(path: &Path) -> Desk {
    let mut desk = Desk::build(Harness::builder().allow_missing_glyphs(), Settings::default(), None);
    desk.open_too(path);
    desk
}

/// Where the caret is in reading order; it must stand between two characters.
fn caret(desk: &Desk) -> (usize, usize) {
    let session = desk.session();
    let Selection { anchor, head } = session.selection;
    assert!(session.source.as_str().is_char_boundary(head) && session.source.as_str().is_char_boundary(anchor), "{head}");
    session.locate(head)
}

/// Moves until the caret stays where it is; every move must go on in the same direction.
fn walk(desk: &mut Desk, motion: Motion, forward: bool) -> usize {
    let mut at = caret(desk);
    for step in 0.. {
        desk.run_at_once(Command::Move(motion));
        let next = caret(desk);
        if next == at {
            desk.settle();
            return step;
        }
        assert!(if forward { next > at } else { next < at }, "{motion:?} went from {at:?} to {next:?}");
        at = next;
        if step % 97 == 0 {
            desk.settle();
        }
    }
    0
}

#[test]
fn every_motion_goes_through_all_of_a_hard_text_and_back() {
    let folder = Folder::new();
    let text = hard_text();
    let mut desk = open(&folder.put("t.txt", &text));
    let ends = |desk: &mut Desk| {
        desk.run(Command::Move(Motion::Bottom));
        let bottom = caret(desk);
        desk.run(Command::Move(Motion::Top));
        (caret(desk), bottom)
    };
    let (top, bottom) = ends(&mut desk);
    assert_eq!(desk.session().byte_at(bottom.0, bottom.1), text.trim_end().len());
    use Motion::*;
    for (on, back, least) in [(Right, Left, 10_000), (WordRight, WordLeft, 100), (Down, Up, 100), (PageDown, PageUp, 5)] {
        let steps = walk(&mut desk, on, true);
        assert!(steps > least, "{on:?} took {steps} steps");
        assert_eq!(caret(&desk).0, bottom.0, "{on:?} ends in the last block");
        if matches!(on, Right | WordRight) {
            assert_eq!(caret(&desk), bottom, "{on:?}");
        }
        let steps_back = walk(&mut desk, back, false);
        assert!(steps_back > least, "{back:?} took {steps_back} steps");
        assert_eq!(caret(&desk), top, "{back:?}");
    }
    // The ends of lines, on each line.
    loop {
        let before = caret(&desk);
        desk.run_at_once(Command::Move(LineStart));
        let start = caret(&desk);
        desk.run_at_once(Command::Select(LineEnd));
        let end = caret(&desk);
        assert!(start <= before && before <= end, "{start:?} {before:?} {end:?}");
        desk.run_at_once(Command::Move(LineStart));
        desk.run_at_once(Command::Move(Down));
        if caret(&desk) <= before {
            break;
        }
    }
    assert_eq!(caret(&desk).0, bottom.0);
}

#[test]
fn what_is_tagged_in_a_hard_text_is_what_is_read_there() {
    let folder = Folder::new();
    let text = hard_text();
    let path = folder.put("t.txt", &text);
    let mut desk = open(&path);
    desk.press("Ctrl+A 1");
    let words: Vec<&str> = text.split_whitespace().collect();
    assert_eq!(desk.held().anchor.quote, words.join(" "));
    // Each sentence, each paragraph, and words by the caret.
    for (unit, kind) in [(Command::SentenceNext, 2), (Command::ParagraphNext, 4)] {
        desk.run(Command::Move(Motion::Top));
        let mut last = None;
        while last != Some(desk.session().selection.span()) {
            last = Some(desk.session().selection.span());
            desk.run_at_once(unit);
            let span = desk.session().selection.span();
            desk.run_at_once(Command::Tag(kind));
            desk.session_mut().selection = Selection::of(span);
        }
        desk.settle();
    }
    desk.run(Command::Move(Motion::Top));
    for (on, times) in [(Motion::WordRight, 60), (Motion::Right, 200), (Motion::Down, 30), (Motion::LineEnd, 1), (Motion::PageDown, 4)] {
        for step in 0..times {
            desk.run_at_once(Command::Select(on));
            if step % 7 == 3 {
                desk.run_at_once(Command::Tag(3));
            }
        }
        desk.settle();
    }
    for keys in ["Comma", "Ctrl+Comma", "Shift+Period", "Ctrl+Shift+Period", "Period", "Ctrl+Period"] {
        desk.press(keys);
    }
    let all = desk.all();
    assert!(all.len() > 60, "{}", all.len());
    for annotation in all {
        let parts = annotation.anchor.parts().iter().map(|part| part.of(&text));
        let read: Vec<&str> = parts.flat_map(str::split_whitespace).collect();
        assert_eq!(annotation.anchor.quote, read.join(" "));
    }
    let glosses = desk.session().glosses().clone();
    assert!(desk.window_mut().close_session());
    desk.open_too(&path);
    assert_eq!(*desk.session().glosses(), glosses);
    desk.press("Ctrl+F");
    desk.write("اثنان");
    assert!(desk.shows("1 of 2"));
}

#[test]
fn the_mouse_never_lands_inside_a_character() {
    let folder = Folder::new();
    let mut desk = open(&folder.put("t.txt", hard_text()));
    for _ in 0..3 {
        let shown: Vec<Rect> = desk.block_rects();
        for rect in shown {
            let rect = rect.intersect(Rect::from_min_max(pos2(0.0, 120.0), pos2(1640.0, 880.0)));
            if rect.height() < 20.0 {
                continue;
            }
            for share in [0.02, 0.35, 0.6, 0.98] {
                let at = pos2(rect.left() + rect.width() * share, rect.top() + rect.height() * share.min(0.9));
                for clicks in [1, 2, 3] {
                    desk.click_at(at, Primary, clicks);
                    caret(&desk);
                    assert_eq!(desk.session().selection.is_empty(), clicks == 1 || desk.selected().is_empty());
                }
            }
            desk.drag(rect.left_top() + vec2(2.0, 8.0), rect.right_bottom() - vec2(2.0, 8.0));
            caret(&desk);
            assert!(!desk.session().selection.is_empty());
        }
        desk.press("PageDown PageDown");
    }
}
