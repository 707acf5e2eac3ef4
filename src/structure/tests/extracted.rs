//! What extractors make of pages: columns, heads and contents as they come out of a PDF.

use super::{check, notes, seen};
use crate::structure::analyse;
use crate::text::SourceText;

/// `count` lines of prose, each with words of its own.
fn prose(seed: usize, count: usize) -> String {
    const WORDS: &[&str] = &["guild", "parish", "charter", "ledger", "harbour", "levy", "tariff", "census", "court", "province"];
    let word = |n: usize| WORDS.get(n % WORDS.len()).copied().unwrap_or("");
    (0..count)
        .map(|n| format!("the old {} and the new {} of the {} were one and the\n", word(seed + n), word(seed * 3 + n), word(n)))
        .collect()
}

/// The same with a capital first.
fn opened(seed: usize, count: usize) -> String {
    prose(seed, count).replacen("the", "The", 1)
}

/// The words of the blocks of one kind.
fn of_kind(source: &str, kind: &str) -> Vec<String> {
    seen(source).into_iter().filter_map(|block| Some(block.strip_prefix(kind)?.split_once(": ")?.1.to_owned())).collect()
}

#[test]
fn notes_that_begin_with_a_small_letter() {
    let text = "The levy was old when it came before the court.1 It was paid.2\nAll of the parish knew it well enough to pay the levy at once.3\n1Smith, Levies (1990) 12.\n2ibid 14.\n3cf Jones (n 1) 20.\n\x0cThe rest of it.\n";
    let labels: Vec<String> =
        notes(text).into_iter().filter(|(_, body, markers)| body.is_some() && *markers == 1).map(|note| note.0).collect();
    assert_eq!(labels, ["1", "2", "3"]);
}

#[test]
fn a_note_on_the_page_after_its_marker() {
    let text = format!(
        "{}The court heard it.1 The court then rose.2\n1 Smith, Levies, p. 12.\n\x0c{}Here the prose of the second page comes to its own end.\n2 The levy was paid in kind, as all of the ledgers say.\n",
        prose(1, 6),
        prose(2, 6)
    );
    let found = notes(&text);
    assert_eq!(found.iter().map(|note| (note.0.as_str(), note.1.is_some(), note.2)).collect::<Vec<_>>(), [("1", true, 1), ("2", true, 1)]);
}

#[test]
fn the_second_of_two_columns() {
    let text = format!(
        "{}The first column has a marker here.1 And the sentence of it\n1 Smith, Levies, p. 12.\n{}The second has its own marker.2 And this is the end of it.\n2 Jones, Tariffs, p. 14.\n\x0cThe rest of it.\n",
        prose(1, 5),
        prose(2, 5)
    );
    let bodies: Vec<Option<String>> = notes(&text).into_iter().map(|note| note.1).collect();
    assert_eq!(bodies, [Some("Smith, Levies, p. 12.".to_owned()), Some("Jones, Tariffs, p. 14.".to_owned())]);
}

#[test]
fn numbers_in_columns_are_no_notes() {
    let text = format!("{}The table shows 1 levy and 2 guilds.\n1\n2\n3\n4\n0.91\n0.84\n\x0c{}", prose(1, 5), prose(2, 5));
    assert!(notes(&text).is_empty());
}

#[test]
fn names_with_numbers_are_no_markers() {
    let text = format!(
        "{}We use tool4 here.\n{}And tool4 there, and tool4 again, and with tool4 all ends.\n{}One guild paid.1 More came.\n1 Smith, Levies, p. 12.\n\x0c{}",
        prose(1, 3),
        prose(2, 3),
        prose(3, 3),
        prose(4, 3)
    );
    assert_eq!(notes(&text).into_iter().map(|note| note.0).collect::<Vec<_>>(), ["1"]);
}

#[test]
fn heads_with_the_number_of_the_chapter_or_within_brackets() {
    let text: String = (1..9).map(|n| format!("Chapter {}\nVale Law Review [Vol 3:{}]\n{}\x0c", 1 + n / 5, 100 + n, prose(n, 6))).collect();
    let heads = of_kind(&text, "running_head");
    assert_eq!(heads.iter().filter(|head| head.starts_with("Vale")).count(), 8);
    assert!(heads.iter().filter(|head| head.starts_with("Chapter")).count() >= 6);
    let labels: Vec<Option<String>> = analyse(&SourceText::from_utf8(&text)).pages.into_iter().map(|page| page.label).collect();
    assert_eq!(labels.first().cloned().flatten().as_deref(), Some("101"));
}

#[test]
fn heads_show_pages_where_form_feeds_are_lost() {
    let text: String = (1..9).map(|n| format!("Vale Law Review {}\n{}", 100 + n, prose(n, 30))).collect();
    let structure = analyse(&SourceText::from_utf8(&text));
    assert_eq!(structure.pages.len(), 8);
    assert_eq!(of_kind(&text, "running_head").len(), 8);
}

#[test]
fn contents_whose_page_numbers_stand_apart() {
    let text = format!(
        "Contents\n1 Introduction\n1.1 The old levy . . . . . . . . . . . . . . . .\n1.2 The new levy . . . . . . . . . . . . . . . .\n\n1\n3\n4\n\n2 Literature\n2.1 On guilds . . . . . . . . . . . . . . . . . .\n\n7\n8\n\x0cThe old levy\n{}It ends.\n",
        opened(1, 4)
    );
    let blocks = seen(&text);
    assert!(blocks.iter().skip(1).take(8).all(|block| block.starts_with("contents_entry")), "{blocks:#?}");
    // And what the contents name is a heading.
    assert!(blocks.iter().any(|block| block.starts_with("heading") && block.ends_with(": The old levy")), "{blocks:#?}");
    assert!(notes(&text).is_empty());
}

#[test]
fn section_numbers_on_lines_of_their_own() {
    let section = |number: &str, title: &str, seed: usize| format!("{number}\n\n{title}\n\n{}It ends.\n\n", opened(seed, 3));
    let text = [
        section("1", "Introduction", 1),
        section("1.1", "The old levy", 2),
        section("1.2", "The new levy and the guilds", 3),
        section("2", "What is a guild?", 4),
        section("2.1", "On guilds", 5),
    ]
    .concat();
    assert_eq!(
        of_kind(&text, "heading"),
        ["1 Introduction", "1.1 The old levy", "1.2 The new levy and the guilds", "2 What is a guild?", "2.1 On guilds"]
    );
}

#[test]
fn a_heading_close_to_its_text() {
    let text = format!("{}It ends here.\n\nThe guilds of the vale\n{}It ends.\n\n{}It ends.\n", prose(1, 4), prose(2, 4), prose(3, 4));
    let text = text.replace("\nthe old", "\nThe old");
    assert_eq!(of_kind(&text, "heading"), ["The guilds of the vale"]);
}

#[test]
fn works_in_the_order_of_the_alphabet() {
    let names = ["Adams", "Baker", "Carter", "Dunn", "Evans", "Frost", "Grant", "Hunt"];
    let entry = |name: &&str| {
        format!(
            "{name}, Ada (1990). The levy of the vale, and other essays on the guilds.\nAberton: Old Press. Second and revised edition of the book.\n"
        )
    };
    let text = format!("References\n{}", names.iter().map(entry).collect::<String>());
    let entries = of_kind(&text, "bibliography_entry");
    assert_eq!(entries.len(), names.len(), "{entries:#?}");
}

#[test]
fn works_with_numbers() {
    let entry = |n: usize| format!("[{n}] A. Baker, “The levy of the vale and its guilds”, in Studies.\nVale: Old Press, {}.\n", 1980 + n);
    let text = format!("References\n{}", (1..7).map(entry).collect::<String>());
    assert_eq!(of_kind(&text, "bibliography_entry").len(), 6);
}

#[test]
fn prose_ends_a_list_of_works() {
    let entry = |n: usize| format!("Baker, A. ({}). The levy. Vale: Old Press.\n", 1980 + n);
    let text = format!(
        "References\n{}\nIt is the aim of this last part to say what was left out.\n{}It ends.\n",
        (1..5).map(entry).collect::<String>(),
        prose(1, 14)
    );
    assert_eq!(of_kind(&text, "bibliography_entry").len(), 4);
}

#[test]
fn a_section_about_notes() {
    let text = format!("Notes\n\n{}It ends here.\n\n{}It ends.\n", prose(1, 8), prose(2, 4));
    assert!(notes(&text).is_empty());
    assert_eq!(of_kind(&text, "paragraph").len(), 2);
}

#[test]
fn output_of_programs_is_not_markdown() {
    check(
        "# Levies\n\nIt was so.\n\n## Method\n## twoStep\n## Kernel\n",
        &["heading1: Levies", "paragraph: It was so.", "paragraph: ## Method", "paragraph: ## twoStep", "paragraph: ## Kernel"],
    );
}
