//! Whole texts, small ones, and what they are seen to be. Each case is a shape that real extractions have.

mod excerpts;
mod extracted;

use proptest::prelude::*;

use super::*;
use crate::text::SourceText;

/// One line a block: what it is, and its reading text with `⟦⟧` around markers.
fn seen(source: &str) -> Vec<String> {
    let source = SourceText::from_utf8(source);
    let structure = analyse(&source);
    structure
        .blocks
        .iter()
        .map(|block| {
            let reading = Reading::of_block(source.as_str(), block);
            let mut words = String::new();
            let mut at = 0;
            for marker in &reading.markers {
                words.push_str(&reading.text[at..marker.start]);
                words.push_str(&format!("⟦{}⟧", &reading.text[marker.clone()]));
                at = marker.end;
            }
            words.push_str(&reading.text[at..]);
            let level = if block.level > 0 { block.level.to_string() } else { String::new() };
            format!("{}{level}: {}", block.kind.name(), words.replace('\n', " / "))
        })
        .collect()
}

/// The blocks of `source` are `want`.
fn check(source: &str, want: &[&str]) {
    assert_eq!(seen(source), want);
}

/// The notes of a text: label, words of the body, and how many markers.
fn notes(source: &str) -> Vec<(String, Option<String>, usize)> {
    let source = SourceText::from_utf8(source);
    let structure = analyse(&source);
    let body = |note: &Note| Some(Span::new(note.body_start, structure.blocks.get(note.block?)?.span().end).of(source.as_str()).to_owned());
    structure.notes.iter().map(|note| (note.label.clone(), body(note), note.markers.len())).collect()
}

#[test]
fn wrapped_prose_with_blank_lines_between_paragraphs() {
    check(
        "The War\n\nThe first paragraph of the text goes on over\nthe end of its line and then stops.\n\nThe second one comes after a blank line and\nends here.\n",
        &[
            "heading1: The War",
            "paragraph: The first paragraph of the text goes on over the end of its line and then stops.",
            "paragraph: The second one comes after a blank line and ends here.",
        ],
    );
}

#[test]
fn blank_line_after_every_line() {
    check(
        "Introduction \n\nThe first paragraph of the text goes on over the \n\nend of its line and then \n\nstops. \n\nThe second one comes after a short line and goes \n\non to here. \n",
        &[
            "heading1: Introduction",
            "paragraph: The first paragraph of the text goes on over the end of its line and then stops.",
            "paragraph: The second one comes after a short line and goes on to here.",
        ],
    );
}

#[test]
fn no_blank_lines_at_all() {
    check(
        "1 Introduction\nThe first paragraph of the text goes on over the\nend of its line and it stops there.\nThe second one comes after a short line and goes\non to here, which is its end.\n1.1 Sources used\nThe third one stands under a heading that has its\nown number.\n",
        &[
            "heading1: 1 Introduction",
            "paragraph: The first paragraph of the text goes on over the end of its line and it stops there.",
            "paragraph: The second one comes after a short line and goes on to here, which is its end.",
            "heading2: 1.1 Sources used",
            "paragraph: The third one stands under a heading that has its own number.",
        ],
    );
}

#[test]
fn one_line_a_paragraph() {
    check(
        "The first paragraph is on one line. It has two sentences.\nThe second paragraph is on one line too, and it is a little longer than the first.\nThird.\n",
        &[
            "paragraph: The first paragraph is on one line. It has two sentences.",
            "paragraph: The second paragraph is on one line too, and it is a little longer than the first.",
            "paragraph: Third.",
        ],
    );
}

#[test]
fn indented_first_lines() {
    check(
        "   The first paragraph is set with an indent and goes on\nover the end of the line, until it comes to its end there.\n   The second one begins with the same indent, and it goes\non as well until it ends.\n",
        &[
            "paragraph: The first paragraph is set with an indent and goes on over the end of the line, until it comes to its end there.",
            "paragraph: The second one begins with the same indent, and it goes on as well until it ends.",
        ],
    );
}

#[test]
fn markdown() {
    check(
        "# The War\n\nA paragraph with a note[^1] and another[^b].\n\n## Causes ##\n\n> It was said\n> so.\n\n- one\n- two\n\n1. first\n2. second\n\n[^1]: Smith, *War*, 12.\n[^b]:\n    See Jones.\n",
        &[
            "heading1: The War",
            "paragraph: A paragraph with a note⟦[^1]⟧ and another⟦[^b]⟧.",
            "heading2: Causes",
            "quotation: It was said so.",
            "list_item: - one",
            "list_item: - two",
            "list_item: 1. first",
            "list_item: 2. second",
            "note: [^1]: Smith, *War*, 12.",
            "note: [^b]: See Jones.",
        ],
    );
    check(
        "The War\n=======\n\nIt began here.\n\nCauses\n------\n\nThey were many.\n",
        &["heading1: The War", "paragraph: It began here.", "heading2: Causes", "paragraph: They were many."],
    );
}

#[test]
fn what_markdown_fences_off() {
    check(
        "---\ntitle: The War\n---\n\n# One\n\nIt was so.[^1]\n\n```\n# no heading\na[^2]\n```\n\nMore.\n\n[^1]: Smith.\n",
        &[
            "note_separator: ---",
            "front_matter: title: The War",
            "note_separator: ---",
            "heading1: One",
            "paragraph: It was so.⟦[^1]⟧",
            "table: ``` / # no heading / a[^2] / ```",
            "paragraph: More.",
            "note: [^1]: Smith.",
        ],
    );
}

#[test]
fn markers_on_lines_of_their_own() {
    check(
        "The war had many causes, as one of the historians said.\n1\n The end of it came when all of the parties had a tool\n2\n to keep the peace with and used it in the end too.\n____________\n1\n Smith, War, 12.\n2\n Jones, Peace, 14.\n",
        &[
            "paragraph: The war had many causes, as one of the historians said.⟦1⟧ The end of it came when all of the parties had a tool⟦2⟧ to keep the peace with and used it in the end too.",
            "note_separator: ____________",
            "note: 1 Smith, War, 12.",
            "note: 2 Jones, Peace, 14.",
        ],
    );
}

#[test]
fn glued_markers_and_notes_at_the_foot_of_the_page() {
    check(
        "The war had many causes, as one of the historians said.1 The end of it came\nwhen all of the parties had a tool2 to keep the peace with and used\n\n1 Smith, War, 12.\n2 Jones, Peace, 14, with a note that is so long that it goes on over the end of the\nline.\n3\n\x0cit in the end too. Then came 1993.3 After that all was well, and nobody said a word\nof it again.\n\n3 Ibid., 12.\n4\n",
        &[
            "paragraph: The war had many causes, as one of the historians said.⟦1⟧ The end of it came when all of the parties had a tool⟦2⟧ to keep the peace with and used it in the end too. Then came 1993.⟦3⟧ After that all was well, and nobody said a word of it again.",
            "note: 1 Smith, War, 12.",
            "note: 2 Jones, Peace, 14, with a note that is so long that it goes on over the end of the line.",
            "page_number: 3",
            "note: 3 Ibid., 12.",
            "page_number: 4",
        ],
    );
}

#[test]
fn notes_at_the_end() {
    assert_eq!(
        notes(
            "The war had causes.1 It ended late.2 There was peace.3\n\nNotes\n1. Smith, War, 12.\n2. Jones, Peace, 14,\nand again on 15.\n3. Ibid.\n\nReferences\nSmith, A. War. London, 1990.\n"
        ),
        [
            ("1".into(), Some("Smith, War, 12.".into()), 1),
            ("2".into(), Some("Jones, Peace, 14,\nand again on 15.".into()), 1),
            ("3".into(), Some("Ibid.".into()), 1)
        ]
    );
}

#[test]
fn labels_start_again_in_each_chapter() {
    let chapter = |n: usize| format!("Chapter {n}\n\nThe war had causes.1 It ended late.2 There was peace.3\n\n");
    let end = |n: usize| format!("Chapter {n}\n1. Smith, War, {n}.\n2. Jones, Peace, {n}.\n3. Ibid.\n\n");
    let found = notes(&format!("{}{}Notes\n\n{}{}", chapter(1), chapter(2), end(1), end(2)));
    let words: Vec<_> = found.iter().map(|(label, body, markers)| (label.as_str(), body.as_deref().unwrap_or("?"), *markers)).collect();
    assert_eq!(
        words,
        [
            ("1", "Smith, War, 1.", 1),
            ("2", "Jones, Peace, 1.", 1),
            ("3", "Ibid.", 1),
            ("1", "Smith, War, 2.", 1),
            ("2", "Jones, Peace, 2.", 1),
            ("3", "Ibid.", 1)
        ]
    );
}

#[test]
fn what_is_no_marker() {
    for text in [
        "In 1993 there were 12 parties, on the 4th of May 20% of them left; see p.10 and no.2 of it.\n",
        "The area was 5 m² and H2O was in it, 3.14 times 10² in all, as in Table 2.\n",
        "It is shown [12] and [13] in the works cited here.\n\nReferences\n\n[12] Smith, A. War. 1990.\n\n[13] Jones, B. Peace. 1991.\n",
    ] {
        assert_eq!(notes(text), [], "{text}");
    }
}

#[test]
fn numbered_works_are_no_notes_but_bracketed_notes_are() {
    check(
        "It is shown [1] and [2] here.\n\nReferences\n\n[1] Smith, A. War. 1990.\n[2] Jones, B. Peace. 1991.\n",
        &[
            "paragraph: It is shown [1] and [2] here.",
            "heading1: References",
            "bibliography_entry: [1] Smith, A. War. 1990.",
            "bibliography_entry: [2] Jones, B. Peace. 1991.",
        ],
    );
    check(
        "It is shown [1] and [2] here.\n\nNotes\n\n[1] Smith, A. War. 1990.\n[2] Jones, B. Peace. 1991.\n",
        &[
            "paragraph: It is shown ⟦[1]⟧ and ⟦[2]⟧ here.".replace("shown ", "shown").replace("and ", "and").as_str(),
            "heading1: Notes",
            "note: [1] Smith, A. War. 1990.",
            "note: [2] Jones, B. Peace. 1991.",
        ],
    );
}

#[test]
fn superscripts_and_signs() {
    check(
        "The war* had causes.¹ It ended late,² and there was peace³ in the end of it all.\n\n* A note by the editor.\n¹ Smith, War, 12.\n² Jones, Peace, 14.\n³ Ibid.\n",
        &[
            "paragraph: The war⟦*⟧ had causes.⟦¹⟧ It ended late,⟦²⟧ and there was peace⟦³⟧ in the end of it all.",
            "note: * A note by the editor.",
            "note: ¹ Smith, War, 12.",
            "note: ² Jones, Peace, 14.",
            "note: ³ Ibid.",
        ],
    );
}

#[test]
fn contents_tables_lists_and_captions() {
    check(
        "Contents\nIntroduction ........ 1\nThe war ........ 12\n\nIntroduction\n\nThe parties agreed on two things in the end, and these\nwere the following:\n\na) to stop the war, and\nto keep the peace;\n\nb) to go home.\n\nTable 1: Losses of the war\n\nYear   Men   Guns\n1990   100   20\n1991   120   10\n\nAfter that the war went on for some years until it came\nto its end.\n",
        &[
            "heading1: Contents",
            "contents_entry: Introduction ........ 1",
            "contents_entry: The war ........ 12",
            "heading1: Introduction",
            "paragraph: The parties agreed on two things in the end, and these were the following:",
            "list_item: a) to stop the war, and to keep the peace;",
            "list_item: b) to go home.",
            "caption: Table 1: Losses of the war",
            "table: Year Men Guns / 1990 100 20 / 1991 120 10",
            "paragraph: After that the war went on for some years until it came to its end.",
        ],
    );
}

#[test]
fn works_with_hanging_indents() {
    check(
        "Bibliography\n\nSmith, A. The War and All Its Causes. London:\n   Penguin, 1990.\nJones, B. The Peace That Came of It. New York:\n   Knopf, 1991.\n",
        &[
            "heading1: Bibliography",
            "bibliography_entry: Smith, A. The War and All Its Causes. London: Penguin, 1990.",
            "bibliography_entry: Jones, B. The Peace That Came of It. New York: Knopf, 1991.",
        ],
    );
}

#[test]
fn a_quotation_set_in() {
    check(
        "The historian of the war said about it what all of us\nhad known for long:\n\n     It was a war of all against all, and it had no\n     end that anybody saw.\n\nWith that he was right, as the years that came after\nit were to show.\n",
        &[
            "paragraph: The historian of the war said about it what all of us had known for long:",
            "quotation: It was a war of all against all, and it had no end that anybody saw.",
            "paragraph: With that he was right, as the years that came after it were to show.",
        ],
    );
}

/// Words enough for a page, no two lines alike, so that none is taken for a running head.
fn page_of_words(seed: usize) -> String {
    const WORDS: [&str; 7] = ["river", "harvest", "council", "treaty", "border", "winter", "market"];
    let word = |n: usize| WORDS.get(n % 7).copied().unwrap_or("");
    let line = |n: usize| format!("and the {} of the {} went to the {} {}", word(n), word(n / 7 + seed), word(n * 3), word(seed + n));
    (0..20).map(|n| line(n) + "\n").collect()
}

#[test]
fn printed_numbers_tell_the_pages() {
    let text: String = (4..8).map(|n| format!("{n}\n{}ended there. The\n\n", page_of_words(n))).collect();
    let structure = analyse(&SourceText::from_utf8(&text));
    let labels: Vec<_> = (0..structure.pages.len()).map(|page| structure.page_label(page)).collect();
    assert_eq!(labels, ["4", "5", "6", "7"]);
    assert_eq!(structure.blocks.iter().filter(|block| block.kind == BlockKind::PageNumber).count(), 4);
}

#[test]
fn heads_that_only_one_page_has_go_by_their_number() {
    let head = |n: usize| if n.is_multiple_of(2) { format!("{n} CHAPTER {n}. THE WAR") } else { format!("{n}.1. THE PEACE {n}") };
    let text: String = (4..9).map(|n| format!("{}\n{}\x0c", head(n), page_of_words(n))).collect();
    let structure = analyse(&SourceText::from_utf8(&text));
    assert_eq!(structure.blocks.iter().filter(|block| block.kind == BlockKind::RunningHead).count(), 5);
    assert_eq!(structure.blocks.iter().filter(|block| block.kind == BlockKind::Heading).count(), 0);
    assert_eq!(structure.page_label(2), "6");
}

#[test]
fn a_note_goes_on_over_a_page_break() {
    let foot = "1 Smith, War, 12, who has all of the letters (London and\n";
    for (rule, rest) in [("______\n", "Paris, 1990), and Jones, 14."), ("", "Paris, 1990), 14.")] {
        let text = format!(
            "The war had causes.1 It ended late, as all wars of that time did end, and\n{rule}{foot}\x0cwith it the peace of the land.2 That was all of it, for that year at the least.\n{rule}{rest}\n2 Ibid.\n"
        );
        let found = notes(&text);
        assert_eq!(
            found.first().map(|(label, body, _)| (label.as_str(), body.as_deref().map(|body| body.ends_with(rest)))),
            Some(("1", Some(true))),
            "{rule}"
        );
        assert_eq!(found.get(1).and_then(|(_, body, _)| body.as_deref()), Some("Ibid."));
        assert!(seen(&text).first().is_some_and(|block| block.contains("end, and with it the peace")), "{rule}");
    }
}

#[test]
fn the_rest_of_a_page_is_no_note() {
    check(
        "The war had causes.1 It ended late.\n______\n1\nand the peace came of it in the year after that, as had been said.\nIt was not to last, and everybody who was there knew that it was not.\nThe council met again in the winter, and the treaty was read aloud.\n",
        &[
            "paragraph: The war had causes.⟦1⟧ It ended late.",
            "note_separator: ______",
            "note: 1 and the peace came of it in the year after that, as had been said. It was not to last, and everybody who was there knew that it was not. The council met again in the winter, and the treaty was read aloud.",
        ],
    );
    check(
        "The war had causes.1 It ended late, as all of them did,\n______\n1\nand the peace came of it in the year after that, as had been said.\nIt was not to last, and everybody who was there knew that it was not.\nThe council met again in the winter, and the treaty was read aloud.\nThe river rose in that year. Nobody\nhad seen it as high before. The market was\nflooded, and the mill.\n",
        &[
            "paragraph: The war had causes.⟦1⟧ It ended late, as all of them did, and the peace came of it in the year after that, as had been said. It was not to last, and everybody who was there knew that it was not. The council met again in the winter, and the treaty was read aloud. The river rose in that year. Nobody had seen it as high before. The market was flooded, and the mill.",
            "note_separator: ______",
            "note: 1",
        ],
    );
}

#[test]
fn several_markers_at_one_place() {
    let found = notes(
        "So it was in the first years.1,2 Then came the year 20103 and “the end”,4 all at once.\n\n1 Smith, 1.\n2 Jones, 2.\n3 Ibid.\n4 Brown, 4.\n",
    );
    let tied: Vec<_> = found.iter().map(|(label, _, markers)| (label.as_str(), *markers)).collect();
    assert_eq!(tied, [("1", 1), ("2", 1), ("3", 1), ("4", 1)]);
}

#[test]
fn notes_that_no_heading_names() {
    let found = notes(
        "It was so.[1]\n\nIt was so again.[2]\n\nAnd once more.[3]\n\n[1] Smith, A. (1999) War.\n[2] Ibid., p. 12.\n[3] Interview, 12 May 2010.\n",
    );
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|(_, body, markers)| body.is_some() && *markers == 1));
}

#[test]
fn numbers_of_a_list_of_works_are_no_markers() {
    assert_eq!(
        notes(
            "Water is scarce.1 It is used for farming,2 and for much else.3\n\nReferences\n\n1. Smith, A. Water 2001, 12.\n2. Miller, C. Water 2002, 3.\n3. Brown, D. Science 2003, 300.\n"
        ),
        []
    );
}

#[test]
fn front_matter() {
    check(
        "UNIVERSITY OF SOMEWHERE\n\nThe War\n\nby\n\nJane Miller\n\x0cDeclaration\n\nThis is my own work and has not been submitted for any\nother degree.\n\x0cTo my parents\n\x0cIntroduction\n\nThe war began in the spring of the year and went on until\nthe end of it.\n",
        &[
            "front_matter: UNIVERSITY OF SOMEWHERE",
            "front_matter: The War",
            "front_matter: by",
            "front_matter: Jane Miller",
            "heading1: Declaration",
            "front_matter: This is my own work and has not been submitted for any other degree.",
            "front_matter: To my parents",
            "heading1: Introduction",
            "paragraph: The war began in the spring of the year and went on until the end of it.",
        ],
    );
}

#[test]
fn a_paragraph_goes_on_behind_a_figure() {
    check(
        "The model that is used here has three parts: rules, people, and\n\nFigure 1: A model of sharing\n\nwater. Each of them is shown in a chapter of its own, and the\nlast has all of them.\n",
        &[
            "paragraph: The model that is used here has three parts: rules, people, and water. Each of them is shown in a chapter of its own, and the last has all of them.",
            "caption: Figure 1: A model of sharing",
        ],
    );
}

#[test]
fn headings_among_works() {
    check(
        "Bibliography\n\nNewspapers and archives\n\nThe Courier. London, 1861.\n\nBooks\n\nSmith, A. War. London, 1990.\n",
        &[
            "heading1: Bibliography",
            "heading2: Newspapers and archives",
            "bibliography_entry: The Courier. London, 1861.",
            "heading2: Books",
            "bibliography_entry: Smith, A. War. London, 1990.",
        ],
    );
}

#[test]
fn what_could_not_be_told_is_said() {
    let doubts = |text: &str| analyse(&SourceText::from_utf8(text)).doubts;
    assert_eq!(
        doubts("So it was.[^1] And so.[^2]\n\n[^1]: Smith.\n[^3]: Jones.\n"),
        ["Note 2 is not in this text: there is only its marker.", "The marker of note 3 was not found."]
    );
    assert_eq!(doubts("So it was.[^1] So.[^2] So.[^3] So.[^7]\n"), ["Notes 1–3, 7 are not in this text: there are only their markers."]);
    assert!(doubts("So it was.\n").is_empty());
}

#[test]
fn questions_are_answered_without_walking() {
    let source = SourceText::from_utf8("# One\n\nText.[^1]\n\n## Two\n\nMore text.\n\n# Three\n\nEnd.\n\n[^1]: Note.\n");
    let structure = analyse(&source);
    let at = |words: &str| source.as_str().find(words).unwrap_or(0);
    let title = |words: &str| structure.section_at(at(words)).and_then(|i| structure.sections.get(i)).map(|section| section.title.as_str());
    assert_eq!((title("Text."), title("More"), title("End.")), (Some("One"), Some("Two"), Some("Three")));
    assert_eq!(structure.note_of_marker(at("[^1]") + 1), Some(0));
    assert_eq!(structure.note_of_marker(at("Text")), None);
    let body = structure.block_at(at("Note."));
    assert_eq!(body.and_then(|block| structure.note_of_block(block)), Some(0));
    assert_eq!(
        structure.block_at(at("More")).and_then(|i| structure.blocks.get(i)).map(|block| block.span().of(source.as_str())),
        Some("More text.")
    );
    assert_eq!(structure.blocks_in(Span::new(at("Two"), at("End"))).len(), 3);
}

/// What must hold of every text.
fn sound(text: &str) {
    let source = SourceText::from_utf8(text);
    let text = source.as_str();
    let structure = analyse(&source);
    let mut owned = vec![0_u8; text.len()];
    for (i, block) in structure.blocks.iter().enumerate() {
        assert!(!block.parts.is_empty());
        assert!(block.parts.windows(2).all(|pair| pair[0].end < pair[1].start));
        for part in &block.parts {
            let words = part.of(text);
            assert!(!words.is_empty() && words.trim() == words, "{words:?}");
            owned[part.range()].iter_mut().for_each(|count| *count += 1);
            assert_eq!(structure.block_at(part.start), Some(i));
            assert!(structure.blocks_in(*part).contains(&i));
        }
        assert!(block.markers.iter().all(|marker| !marker.of(text).is_empty() && block.parts.iter().any(|part| part.covers(*marker))));
        assert!(block.markers.windows(2).all(|pair| pair[0].end <= pair[1].start));
        assert_eq!(block.level > 0, block.kind == BlockKind::Heading);
    }
    assert!(structure.blocks.windows(2).all(|pair| pair[0].span().start < pair[1].span().start));
    assert!(text.char_indices().all(|(at, c)| c.is_whitespace() || owned[at] == 1));
    assert!(structure.pages.windows(2).all(|pair| pair[0].span.end == pair[1].span.start));
    for (i, note) in structure.notes.iter().enumerate() {
        assert!(note.markers.iter().all(|marker| structure.note_of_marker(marker.start) == Some(i)));
        let Some(block) = note.block else { continue };
        assert_eq!(structure.note_of_block(block), Some(i));
        let span = structure.blocks[block].span();
        assert!(span.start <= note.body_start && note.body_start <= span.end && text.is_char_boundary(note.body_start));
    }
    for section in &structure.sections {
        assert_eq!(structure.blocks[section.heading].kind, BlockKind::Heading);
    }
    DocumentReading::new(text, &structure);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn nothing_is_lost(text in "(?s)(word|Name |\\. |[0-9]{1,3}|\n|\n\n|\x0c| |[.,;*†²³\\[\\]^#>|_-]|ﬁé|مرحبا|e\u{301}|😀|Chapter 2\n|Notes\n|References\n|------\n|[ ]{30}\n|http://a.b/c|\\PC){0,60}") {
        sound(&text);
    }
}

#[test]
fn any_text_is_sound() {
    for text in
        ["", " \n \x0c\n", "7", "1\n2\n3\n", "\x0c1\x0c2\x0c", "العربية نص\nسطر ثان\n", "[^", "#", "# ", ">", "* ", "_____", "\u{a0}"]
    {
        sound(text);
    }
    let mut notes: String = (1..2000).map(|n| format!("Word{n} and then more of it.{n} ")).collect();
    notes.push_str("\n\nNotes\n");
    notes.extend((1..2000).map(|n| format!("{n}. Smith, p. {n}.\n")));
    sound(&notes);
    assert_eq!(
        super::analyse(&SourceText::from_utf8(&notes)).notes.iter().filter(|note| note.block.is_some() && note.markers.len() == 1).count(),
        1999
    );
    sound(&"1 ".repeat(50_000));
    sound(&"12\n".repeat(20_000));
    sound(&"word ".repeat(50_000));
}
