//! Excerpts: a page or two out of the middle of a work, as readers paste them.

use super::{check, notes, seen};
use crate::structure::analyse;
use crate::text::SourceText;

fn labels(source: &str) -> Vec<Option<String>> {
    analyse(&SourceText::from_utf8(source)).pages.into_iter().map(|page| page.label).collect()
}

#[test]
fn prose_is_no_front_matter() {
    check(
        "In the spring the clerk of the works lost patience. His letter to the builder of the wall\nhas been kept, and is given here without its sums:\n\nThe wall that you finished on Friday was found on Monday in the harbour, and nobody had\nleaned on it.\n",
        &[
            "paragraph: In the spring the clerk of the works lost patience. His letter to the builder of the wall has been kept, and is given here without its sums:",
            "paragraph: The wall that you finished on Friday was found on Monday in the harbour, and nobody had leaned on it.",
        ],
    );
    let title = "THE WALL\n\nby\n\nJane Mott\n\nA thesis submitted in partial fulfilment of the requirements for the\ndegree of Doctor of Philosophy\n\nUniversity of Holm\n\x0cIntroduction\n\nThe wall was built in the spring by nobody in particular, and it fell down in the summer of\nthe same year.\n";
    let kinds: Vec<String> = seen(title).iter().map(|block| block.split(':').next().unwrap_or("").to_owned()).collect();
    assert_eq!(kinds.iter().filter(|kind| *kind == "front_matter").count(), kinds.len() - 2);
}

#[test]
fn heads_of_a_few_pages() {
    let source = "44                                        Imogen Salter\n\npaid by the barrel, and a barrel was what the cooper said it was, as the court of the town\n\x0c                  The Measure of Herring                  45\n\nheld in the same year. It was thrown in with shovels.\n";
    check(
        source,
        &[
            "running_head: 44 Imogen Salter",
            "paragraph: paid by the barrel, and a barrel was what the cooper said it was, as the court of the town held in the same year. It was thrown in with shovels.",
            "running_head: The Measure of Herring 45",
        ],
    );
    assert_eq!(labels(source), [Some("44".to_owned()), Some("45".to_owned())]);
}

#[test]
fn numbers_with_a_head_show_pages() {
    let line = |n: usize| format!("the lamps of ward {n} were lit by the watch until the war and by nobody at all after it, as\n");
    let lines = |page: usize| (0..4).map(|n| line(page * 10 + n)).collect::<String>();
    let source: String = (3..6).map(|page| format!("{}{page}\nLamps and Law\n", lines(page))).collect::<String>() + &line(90);
    assert_eq!(labels(&source), [Some("3".to_owned()), Some("4".to_owned()), Some("5".to_owned()), None]);
    assert_eq!(seen(&source).iter().filter(|block| block.starts_with("paragraph")).count(), 1);
}

#[test]
fn a_number_at_the_foot_goes_back_to_its_note() {
    let source = "The roof leaked for years.3 The landlord wrote of it to the bishop.4 The bishop kept the letter and\nthe hat in which it came, and both are shown to\n\n3 Anders, The Roof, 12.\nThe letter is printed in Holm, Thatch and Its Enemies (Holm: Moor Press, 1988), 14.\n\n4\n\x0canyone who asks.5 There is no charge.\n\n5 Holm, Thatch, 15.\n";
    let found = notes(source);
    let words: Vec<_> = found.iter().map(|(label, body, markers)| (label.as_str(), body.as_deref().unwrap_or("?"), *markers)).collect();
    assert_eq!(
        words,
        [
            ("3", "Anders, The Roof, 12.", 1),
            ("4", "The letter is printed in Holm, Thatch and Its Enemies (Holm: Moor Press, 1988), 14.", 1),
            ("5", "Holm, Thatch, 15.", 1),
        ]
    );
}

#[test]
fn notes_without_words() {
    let found =
        notes("The roof leaked.[1] The landlord knew.[2] The bishop did not.[3]\n\n[1] Anders, The Roof, 12.\n[2]\n[3] Holm, Thatch, 3.\n");
    assert_eq!(
        found.iter().map(|(_, body, _)| body.as_deref()).collect::<Vec<_>>(),
        [Some("Anders, The Roof, 12."), Some(""), Some("Holm, Thatch, 3.")]
    );
}

#[test]
fn lists_without_hanging_indents() {
    let entries = |source: &str| -> Vec<String> {
        seen(source).iter().filter_map(|block| block.strip_prefix("bibliography_entry: ").map(str::to_owned)).collect()
    };
    assert_eq!(
        entries(
            "The pickers went home.\n\nBibliography\nAckroyd, Lena. “Hops and Huts: Seasonal Labour in the Weald.” Kentish Past 12 (1988):\n44–71.\nBannister, Tom and Olga Reid. A Summer in the Garden: The Hop Pickers Remember.\nLondon: Stepney Books, 1979.\nvan der Veldt, C. Huts. Typescript, n.d.\n"
        ),
        [
            "Ackroyd, Lena. “Hops and Huts: Seasonal Labour in the Weald.” Kentish Past 12 (1988): 44–71.",
            "Bannister, Tom and Olga Reid. A Summer in the Garden: The Hop Pickers Remember. London: Stepney Books, 1979.",
            "van der Veldt, C. Huts. Typescript, n.d.",
        ]
    );
    assert_eq!(
        entries(
            "It was closed by hand [1].\n\nREFERENCES\n\n[1]\n\nAsh, R. Soldiers at the Sluice. Hull: Hessle,\n1950.\n\n[2]\n\nBree, T. Floods. 1922.\n"
        ),
        ["[1] Ash, R. Soldiers at the Sluice. Hull: Hessle, 1950.", "[2] Bree, T. Floods. 1922."]
    );
}

#[test]
fn capitals_over_two_lines() {
    check(
        "II. THE ROOF AND ITS\nENEMIES IN THE NORTH\n\nThe roof was first mentioned in 1490. It leaked then.\n\nIII. THE THATCHER\n\nHe was called Moss, and he lived under the roof for thirty years without a complaint.\n",
        &[
            "heading1: II. THE ROOF AND ITS ENEMIES IN THE NORTH",
            "paragraph: The roof was first mentioned in 1490. It leaked then.",
            "heading1: III. THE THATCHER",
            "paragraph: He was called Moss, and he lived under the roof for thirty years without a complaint.",
        ],
    );
}
