//! What holds of the analysis of every text, however damaged: nothing is lost, every position is one of the text, every
//! index leads somewhere, and no note repeats a later one. The texts are the small cases and the sample, cut, doubled,
//! spliced and with bytes changed; `PROPTEST_CASES=300000 cargo test --release --test it mutated` is a run of ten minutes.

use std::sync::OnceLock;

use glossator::citation::{self, Citations, Home};
use glossator::structure::{self, Block, Reading, Structure};
use glossator::text::{SourceText, Span, decode, sentence};
use proptest::collection::vec;
use proptest::prelude::*;

use super::support::CHAPTER;

/// Texts to start from.
fn seeds() -> &'static [Vec<u8>] {
    static SEEDS: OnceLock<Vec<Vec<u8>>> = OnceLock::new();
    SEEDS.get_or_init(|| {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut seeds = vec![CHAPTER.as_bytes().to_vec(), std::fs::read(root.join("samples/mill-towns.txt")).unwrap()];
        let folders =
            std::fs::read_dir(root.join("tests/suite")).unwrap().filter_map(|entry| std::fs::read_dir(entry.unwrap().path()).ok());
        let mut cases: Vec<_> = folders.flatten().map(|entry| entry.unwrap().path()).collect();
        cases.sort();
        for case in cases {
            let text = std::fs::read_to_string(&case).unwrap();
            let text = text.split_once("=== text\n").map_or("", |(_, rest)| rest).split("=== expect").next().unwrap_or("");
            seeds.push(text.replace("<FF>", "\u{c}").into_bytes());
        }
        seeds
    })
}

/// One change to a text; places are in ten-thousandths of it.
#[derive(Clone, Debug)]
enum Damage {
    Byte(usize, u8),
    Remove(usize, usize),
    Double(usize, usize),
    Insert(usize, &'static str),
    Splice(usize, usize, usize, usize),
}

/// What extractions and people put into texts where it does not belong.
const PIECES: &[&str] = &[
    "\n",
    "\u{c}",
    "\n\n",
    "12",
    " 3 ",
    "\n7\n",
    "¹²",
    "[4]",
    "[^a]",
    "\n[^a]: ",
    "ibid. ",
    "Ibid., 12. ",
    "(Smith 2001; ",
    "op. cit.",
    "supra note 2",
    "“",
    "”",
    "(",
    ")",
    "[",
    "]",
    "https://a.b/c ",
    "\u{ad}",
    "-\n",
    "\u{200b}",
    "\u{202e}",
    "é",
    "e\u{301}",
    "中文",
    "\u{0}",
    "References\n",
    "| a | b |\n",
    "> ",
    "# ",
    "* ",
    ";",
    "p. ",
    "(n 3)",
    "———. ",
    "et al. ",
    "1999a",
    "………",
    "__________\n",
];

fn damage() -> impl Strategy<Value = Damage> {
    let place = || 0..10_000usize;
    prop_oneof![
        (place(), any::<u8>()).prop_map(|(at, byte)| Damage::Byte(at, byte)),
        (place(), 1..400usize).prop_map(|(at, len)| Damage::Remove(at, len)),
        (place(), 1..400usize).prop_map(|(at, len)| Damage::Double(at, len)),
        (place(), proptest::sample::select(PIECES)).prop_map(|(at, piece)| Damage::Insert(at, piece)),
        (place(), any::<usize>(), place(), 1..600usize).prop_map(|(at, other, from, len)| Damage::Splice(at, other, from, len)),
    ]
}

fn damaged(seed: usize, damages: &[Damage]) -> Vec<u8> {
    let seeds = seeds();
    let mut bytes = seeds[seed % seeds.len()].clone();
    for damage in damages {
        let place = |at: usize| at * bytes.len() / 10_000;
        match *damage {
            Damage::Byte(at, byte) => {
                let at = place(at);
                bytes.splice(at..(at + 1).min(bytes.len()), [byte]);
            }
            Damage::Remove(at, len) => {
                let at = place(at);
                bytes.drain(at..(at + len).min(bytes.len()));
            }
            Damage::Double(at, len) => {
                let at = place(at);
                let piece = bytes[at..(at + len).min(bytes.len())].to_vec();
                bytes.splice(at..at, piece);
            }
            Damage::Insert(at, piece) => {
                let at = place(at);
                bytes.splice(at..at, piece.bytes());
            }
            Damage::Splice(at, other, from, len) => {
                let at = place(at);
                let other = &seeds[other % seeds.len()];
                let from = from * other.len() / 10_000;
                bytes.splice(at..at, other[from..(from + len).min(other.len())].to_vec());
            }
        }
    }
    bytes
}

/// Whether `span` is one of the text.
fn lies_in(text: &str, span: Span) -> bool {
    span.start <= span.end && text.is_char_boundary(span.start) && text.is_char_boundary(span.end)
}

/// Each character that is not white space is in exactly one block; blocks and their parts are in order.
fn nothing_is_lost(text: &str, structure: &Structure) -> Result<(), TestCaseError> {
    let mut taken = vec![false; text.len()];
    for block in &structure.blocks {
        prop_assert!(!block.parts.is_empty());
        prop_assert!(block.parts.windows(2).all(|pair| pair[0].end <= pair[1].start));
        for part in &block.parts {
            prop_assert!(lies_in(text, *part) && !part.is_empty(), "{part:?}");
            for slot in &mut taken[part.range()] {
                prop_assert!(!*slot, "a character is in two blocks");
                *slot = true;
            }
        }
        prop_assert!(block.markers.iter().all(|marker| block.parts.iter().any(|part| part.covers(*marker))));
    }
    let lost = text.char_indices().find(|(at, c)| !c.is_whitespace() && !taken[*at]);
    prop_assert!(lost.is_none(), "{lost:?} is in no block");
    prop_assert!(structure.blocks.windows(2).all(|pair| pair[0].span().start < pair[1].span().start));
    prop_assert!(structure.pages.windows(2).all(|pair| pair[0].span.end == pair[1].span.start));
    Ok(())
}

/// What is read is what stands in the text, and the way back leads to where one came from.
fn the_map_is_exact(text: &str, block: &Block) -> Result<(), TestCaseError> {
    let reading = Reading::of_block(text, block);
    for (at, c) in reading.text.char_indices() {
        let source = reading.to_source(at);
        let there = text.get(source..).and_then(|rest| rest.chars().next());
        if there == Some(c) && !c.is_whitespace() {
            prop_assert_eq!(reading.to_reading(source), at);
            prop_assert!(block.parts.iter().any(|part| part.contains(source)));
        } else {
            prop_assert!(c.is_whitespace(), "{:?} at {} stands for {:?}", c, at, there);
        }
    }
    let mut end = 0;
    for sentence in sentence::sentences_around(&reading.text, &reading.markers) {
        prop_assert!(sentence.start >= end && reading.text.get(sentence.clone()).is_some());
        end = sentence.end;
        let spans = reading.to_spans(block, sentence);
        prop_assert!(spans.iter().all(|span| lies_in(text, *span)));
    }
    Ok(())
}

/// Every position and every index of the citations leads somewhere, and each to each.
fn citations_hold(text: &str, structure: &Structure, found: &Citations) -> Result<(), TestCaseError> {
    for (index, reference) in found.references.iter().enumerate() {
        prop_assert!(!reference.parts.is_empty() && reference.parts.iter().all(|part| lies_in(text, *part) && !part.is_empty()));
        let block = match reference.home {
            Home::Note(note) => structure.notes[note].block.unwrap(),
            Home::Entry(block) => block,
        };
        prop_assert!(structure.blocks[block].span().overlaps(reference.span()), "a reference lies outside its home");
        if let Home::Note(note) = reference.home {
            prop_assert!(structure.blocks[block].span().covers(reference.span()), "a reference lies outside its note");
            prop_assert!(reference.repeats.is_none_or(|earlier| earlier < note), "a note repeats a later one");
        }
        if let Some(work) = reference.work {
            prop_assert!(found.works[work].references.contains(&index));
        } else {
            prop_assert!(reference.doubt.is_some(), "a reference without a work is sure");
        }
        prop_assert!(reference.leans_on.is_none_or(|other| other < found.references.len()));
        let fields = &reference.fields;
        let one = [&fields.title, &fields.container, &fields.place, &fields.publisher, &fields.year, &fields.volume, &fields.issue];
        let two = [&fields.edition, &fields.pages, &fields.url, &fields.accessed, &fields.locator];
        for field in one.into_iter().chain(two).flatten() {
            prop_assert!(lies_in(text, field.span), "{field:?}");
        }
    }
    prop_assert!(found.references.windows(2).all(|pair| pair[0].span().start <= pair[1].span().start));
    prop_assert!(found.citations.windows(2).all(|pair| pair[0].span().start <= pair[1].span().start));
    for (index, citation) in found.citations.iter().enumerate() {
        prop_assert!(!citation.parts.is_empty() && citation.parts.iter().all(|part| lies_in(text, *part) && !part.is_empty()));
        prop_assert!(citation.works.iter().all(|&work| found.works[work].citations.contains(&index)));
    }
    for (index, work) in found.works.iter().enumerate() {
        prop_assert!(!work.references.is_empty(), "a work that nothing describes");
        prop_assert!(work.references.iter().all(|&reference| found.references[reference].work == Some(index)));
        prop_assert!(work.references.contains(&work.best));
    }
    Ok(())
}

fn holds(bytes: &[u8]) -> Result<(), TestCaseError> {
    let Ok(decoded) = decode::decode(bytes, encoding_of(bytes)) else { return Ok(()) };
    let source: SourceText = decoded.source;
    let text = source.as_str();
    let structure = structure::analyse(&source);
    nothing_is_lost(text, &structure)?;
    for block in &structure.blocks {
        the_map_is_exact(text, block)?;
    }
    let found = citation::analyse(&source, &structure);
    citations_hold(text, &structure, &found)?;
    prop_assert_eq!(&found, &citation::analyse(&source, &structure), "the same text was read in two ways");
    Ok(())
}

/// A changed byte makes a text no other encoding: it is read as what it was.
fn encoding_of(_: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    decode::encoding_named("utf-8")
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        cases: if std::env::var_os("PROPTEST_CASES").is_some() { ProptestConfig::default().cases } else { 300 },
        ..ProptestConfig::default()
    })]

    #[test]
    fn mutated_texts_are_read_without_loss(seed in any::<usize>(), damages in vec(damage(), 0..12)) {
        holds(&damaged(seed, &damages))?;
    }
}

#[test]
fn every_case_is_read_without_loss() {
    for seed in seeds() {
        holds(seed).unwrap();
    }
}
