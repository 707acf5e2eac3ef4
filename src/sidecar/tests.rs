//! What is written is read again as it was; what was not written by us is read or refused, and never harmed.

#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use proptest::prelude::*;

use super::read::parse_bytes;
use super::*;
use crate::annotation::{
    Anchor, Annotation, End, Glosses, Id, Judgement, Kind, Link, Outcome, Place, Progress, Relation, RuleSetting, Strength, Verdict,
};
use crate::text::{SourceText, Span, normalise};

const TEXT: &str =
    "Über die frag-\nmented “claims”.\n12\nThere are 24 conflicts, 𝔘nder אבג \u{202e}rtl\u{202c}. End of the\u{a0}text, which goes on.\n";

fn source() -> SourceText {
    SourceText::from_utf8(TEXT)
}

fn span_of(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    Span::new(start, start + words.len())
}

fn anchor(words: &str, quote: &str) -> Anchor {
    Anchor { place: Place::Parts(vec![span_of(words)]), quote: quote.into(), before: "…before".into(), after: "after".into() }
}

fn annotation(id: &str, anchor: Anchor) -> Annotation {
    Annotation {
        id: id.into(),
        kind: "claim".into(),
        anchor,
        note: String::new(),
        strength: None,
        reason: String::new(),
        tags: Vec::new(),
        done: None,
        author: "A. Reader".into(),
        created: "2026-11-23T10:00:00Z".into(),
        modified: "2026-11-23T10:00:00Z".into(),
    }
}

fn small() -> Glosses {
    let mut glosses = Glosses::default();
    let first = Annotation {
        note: "Says “who”?\nLocke's, \"he\" said.\t\\ \u{202e}x".into(),
        strength: Some(Strength::Weak),
        reason: "No page".into(),
        tags: vec!["a".into(), "b c".into()],
        done: Some(false),
        ..annotation("01B", anchor("There are 24", "There are 24"))
    };
    let second = annotation("01A", anchor("frag-\nmented", "fragmented"));
    for one in [first, second, annotation("01C", Anchor::document())] {
        glosses.annotations.insert(one.id.clone(), Arc::new(one));
    }
    let link = |id: &str, from: &str, to| Link {
        id: id.into(),
        from: End::Annotation(from.into()),
        relation: "supports".into(),
        to,
        note: String::new(),
        author: "A. Reader".into(),
        created: "2026-11-23T10:00:00Z".into(),
    };
    for one in [link("02A", "01B", End::Place(anchor("12", "12"))), link("02B", "01A", End::Annotation("01B".into()))] {
        glosses.links.insert(one.id.clone(), Arc::new(one));
    }
    let judgement = Judgement {
        id: "03A".into(),
        rule: "ibid-without-page".into(),
        at: anchor("End of", "End of"),
        verdict: Verdict::Dismissed,
        reason: String::new(),
        author: "A. Reader".into(),
        created: "2026-11-23T10:00:00Z".into(),
    };
    glosses.judgements.insert(judgement.id.clone(), Arc::new(judgement));
    glosses.rules.insert("missing-place".into(), RuleSetting::Off);
    glosses.progress.push(Progress { at: anchor("Über die", "Über die"), done: true });
    glosses.kinds.truncate(1);
    glosses.kinds.push(Kind { id: "own".into(), name: "Own".into(), key: Some('\''), color: String::new() });
    glosses.relations.truncate(1);
    glosses
}

fn parsed(text: &str) -> Loaded {
    parse(text, Path::new("t.txt.gloss.ron"), &source()).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn refused(text: &str) -> String {
    parse(text, Path::new("t.gloss.ron"), &source()).unwrap_err().to_string()
}

/// A sidecar of the same text that has these fields.
fn with(fields: &str) -> Loaded {
    parsed(&format!("(version: 1, document: (sha256: \"{}\"), {fields})", source().sha256()))
}

#[test]
fn the_layout_is_this() {
    let expected = r##"(
    version: 1,
    document: (name: "thesis.txt", encoding: "utf-8", chars: 108, sha256: "SHA"),
    kinds: [
        (id: "claim", name: "Claim", key: Some('1'), color: "#b4860b"),
        (id: "own", name: "Own", key: Some('\''), color: ""),
    ],
    relations: [
        (id: "supports", name: "supports"),
    ],
    annotations: [
        (
            id: "01C",
            kind: "claim",
            parts: [],
            quote: "",
            before: "",
            after: "",
            note: "",
            strength: None,
            reason: "",
            tags: [],
            done: None,
            author: "A. Reader",
            created: "2026-11-23T10:00:00Z",
            modified: "2026-11-23T10:00:00Z",
        ),
        (
            id: "01A",
            kind: "claim",
            parts: [(9, 21)],
            quote: "fragmented",
            before: "…before",
            after: "after",
            note: "",
            strength: None,
            reason: "",
            tags: [],
            done: None,
            author: "A. Reader",
            created: "2026-11-23T10:00:00Z",
            modified: "2026-11-23T10:00:00Z",
        ),
        (
            id: "01B",
            kind: "claim",
            parts: [(35, 47)],
            quote: "There are 24",
            before: "…before",
            after: "after",
            note: "Says “who”?\nLocke's, \"he\" said.\t\\ \u{202e}x",
            strength: Some(Weak),
            reason: "No page",
            tags: ["a", "b c"],
            done: Some(false),
            author: "A. Reader",
            created: "2026-11-23T10:00:00Z",
            modified: "2026-11-23T10:00:00Z",
        ),
    ],
    links: [
        (
            id: "02B",
            from: Annotation("01A"),
            relation: "supports",
            to: Annotation("01B"),
            note: "",
            author: "A. Reader",
            created: "2026-11-23T10:00:00Z",
        ),
        (
            id: "02A",
            from: Annotation("01B"),
            relation: "supports",
            to: Place((parts: [(32, 34)], quote: "12", before: "…before", after: "after")),
            note: "",
            author: "A. Reader",
            created: "2026-11-23T10:00:00Z",
        ),
    ],
    judgements: [
        (
            id: "03A",
            rule: "ibid-without-page",
            at: (parts: [(76, 82)], quote: "End of", before: "…before", after: "after"),
            verdict: Dismissed,
            reason: "",
            author: "A. Reader",
            created: "2026-11-23T10:00:00Z",
        ),
    ],
    rules: {
        "missing-place": Off,
    },
    progress: [
        (at: (parts: [(0, 8)], quote: "Über die", before: "…before", after: "after"), done: true),
    ],
)
"##;
    assert_eq!(write(&small(), &source(), "thesis.txt"), expected.replace("SHA", source().sha256()));
}

#[test]
fn a_small_one_comes_back() {
    let text = write(&small(), &source(), "thesis.txt");
    let loaded = parsed(&text);
    assert_eq!(loaded.glosses, small());
    assert!(loaded.same_text && !loaded.has_comments && loaded.outcomes.is_empty());
    assert_eq!(loaded.warnings, Vec::<String>::new());
    assert_eq!((loaded.document.name.as_str(), loaded.document.encoding.as_str()), ("thesis.txt", "utf-8"));
    assert_eq!(loaded.document.chars, TEXT.chars().count());
    let crlf = parsed(&format!("\u{feff}{}", text.replace('\n', "\r\n")));
    assert_eq!(crlf.glosses, small(), "as a checkout with other line ends has it");
    let nothing = Glosses { kinds: Vec::new(), relations: Vec::new(), ..Glosses::default() };
    assert_eq!(parsed(&write(&nothing, &source(), "x")).glosses, nothing);
}

#[test]
fn files_are_found_read_and_told_apart() {
    let folder = tempfile::tempdir().unwrap();
    let path = path_of(&folder.path().join("thesis.txt"));
    assert!(path.ends_with("thesis.txt.gloss.ron") && backup_of(&path).ends_with("thesis.txt.gloss.ron.bak"));
    assert!(read(&path, &source()).unwrap().is_none());
    assert_eq!(chosen_encoding(&path), None);
    let saved = save(&path, &write(&small(), &source(), "thesis.txt")).unwrap();
    let loaded = read(&path, &source()).unwrap().unwrap();
    assert_eq!((loaded.stamp, loaded.glosses), (saved, small()));
    assert_eq!(chosen_encoding(&path).as_deref(), Some("utf-8"));
    fs::write(&path, "(version: 7, document: (encoding: \"koi8-r\"), new: [").unwrap();
    assert_eq!(chosen_encoding(&path).as_deref(), Some("koi8-r"));
    assert!(matches!(read(&path, &source()), Err(ReadError::Newer { version: 7, .. })));
    fs::write(&path, b"(\n  version: 1,\n  \"\xFF").unwrap();
    let said = read(&path, &source()).unwrap_err().to_string();
    assert!(said.contains("in line 3, column 4 (expected UTF-8"), "{said}");
    fs::remove_file(&path).unwrap();
    fs::create_dir(&path).unwrap();
    assert!(matches!(read(&path, &source()), Err(ReadError::Unreadable { .. })));
}

#[test]
fn what_a_hand_leaves_out_has_its_usual_value() {
    let loaded = parsed(
        "// by hand\n(version: 1, annotations: [(id: \"a\", kind: \"claim\", quote: \"There are 24\", parts: [(35, 47)], strength: Weak, done: true)])",
    );
    let one = &loaded.glosses.annotations[&Id::from("a")];
    assert_eq!((one.strength, one.done), (Some(Strength::Weak), Some(true)));
    assert_eq!(one.anchor.parts(), [span_of("There are 24")]);
    assert_eq!(loaded.glosses.kinds, Glosses::default().kinds);
    assert!(loaded.has_comments && !loaded.same_text);
    assert_eq!(with("kinds: []").glosses.kinds, []);
    assert_eq!(
        with("kinds: [(id: \"x\", key: '7')]").glosses.kinds[0],
        Kind { id: "x".into(), name: "x".into(), key: Some('7'), color: String::new() }
    );
}

#[test]
fn what_cannot_be_read_is_told_with_its_place() {
    for (text, said) in [
        ("", "in line 1, column 1 ("),
        (
            "(\n  version: 1,\n  annotations: [\n    (id: \"a\", kind: \"b\", colour: 1),\n",
            "in line 4, column 26 (unexpected field named `colour` in `Annotation`",
        ),
        ("(\n  version: 1,\n  progress: [\n", "(the file ends too early"),
        ("(\n  version: 1\n  kinds: [],\n)", "in line 3, column 3 (expected comma"),
        (
            "(version: 1, annotations: [(id: \"a\", kind: \"b\", strength: Some(Feeble))])",
            "`Strong`, `Adequate`, `Weak`, or `Missing` instead",
        ),
        ("(version: 1, annotations: [(id: \"a\")])", "(the field `kind` is missing"),
        ("(version: 1, links: \"\")", "(expected opening `[`"),
        ("(kinds: [])", "(the field `version` is missing"),
        ("(version: 0)", "(expected version 1, found 0"),
        ("(version: 0x02)", "is of version 2, and this program knows version 1"),
        ("(version: 1) (", "(the file goes on after its end"),
        ("(version: 1, x: (version: 2))", "unexpected field named `x`"),
        ("(version: 1, kinds: [], kinds: [])", "unexpected duplicate field named `kinds`"),
        ("\0\0\0\0", "in line 1, column 1"),
        ("(version: 1, document: (name: \"x", "column 31 (a quotation mark is opened here and never closed"),
    ] {
        assert!(refused(text).contains(said), "{text}\n{}", refused(text));
        assert!(refused(text).starts_with("The sidecar t.gloss.ron "));
    }
    let long = format!("(version: 1, kinds: [{}] x)", "(id: \"k\"), ".repeat(10_000));
    assert!(refused(&long).len() < 400, "a long line is not shown whole");
}

#[test]
fn deep_brackets_are_an_error() {
    for open in ["(", "[", "{", "Some(", "/*", "Sidecar("] {
        let deep = open.repeat(10_000);
        for before in [
            "",
            "(version: 1, ",
            "(version: 1, kinds: ",
            "(version: 1, annotations: [(done: ",
            "(version: 1, links: [(from: ",
            "(version: 1, rules: {",
        ] {
            refused(&format!("{before}{deep}"));
        }
    }
}

#[test]
fn what_does_not_fit_is_kept_and_said() {
    let warned = |fields: &str, said: &str| {
        let loaded = with(fields);
        assert!(loaded.warnings.iter().any(|warning| warning.contains(said)), "{fields}\n{:?}", loaded.warnings);
        let again = parsed(&write(&loaded.glosses, &source(), "t.txt"));
        assert_eq!(again.glosses, loaded.glosses);
        loaded
    };
    let place = |parts: &str, quote: &str| format!("annotations: [(id: \"a\", kind: \"claim\", parts: [{parts}], quote: \"{quote}\")]");
    let there = |loaded: &Loaded| loaded.glosses.annotations[&Id::from("a")].anchor.place.clone();

    let twice = warned(
        "annotations: [(id: \"a\", kind: \"x\"), (id: \"a~2\", kind: \"x\"), (id: \"a\", kind: \"claim\", note: \"mine\"), (id: \"a\", kind: \"claim\")]",
        "the id “a”; the second is now “a~3”",
    );
    assert_eq!(twice.glosses.annotations.keys().map(Id::as_str).collect::<Vec<_>>(), ["a", "a~2", "a~3", "a~4"]);
    assert_eq!(twice.glosses.annotations[&Id::from("a~3")].note, "mine");
    assert!(twice.warnings.contains(&"The kind “x” is used 2 times and not declared; it is kept.".to_owned()));

    warned(
        "links: [(id: \"l\", from: Annotation(\"gone\"), relation: \"supports\", to: Url(\"x\"))]",
        "begins at the annotation “gone”, which is not there",
    );
    warned(
        "links: [(id: \"l\", from: Url(\"y\"), relation: \"haunts\", to: File(\"x\"))]",
        "The relation “haunts” is used once and not declared",
    );
    warned("rules: {\"r\": Off, \"r\": Error}", "set twice");
    warned("kinds: [(id: \"k\"), (id: \"k\")]", "declared twice");

    let joined = warned(&place("(35, 40), (38, 47)", "There are 24"), "put in order");
    assert_eq!(there(&joined), Place::Parts(vec![span_of("There are 24")]));
    let turned = warned(&place("(47, 35)", "There are 24"), "put in order");
    assert_eq!(there(&turned), Place::Parts(vec![span_of("There are 24")]));
    assert_eq!(there(&warned(&place("(47, 35)", ""), "kept as it is")), Place::Lost(vec![(47, 35)]));
    assert_eq!(there(&warned(&place("(5, 5)", ""), "covers no characters")), Place::Lost(vec![(5, 5)]));
    let beyond = warned(&place("(110, 4000)", "text"), "beyond the end");
    assert_eq!(there(&beyond), Place::Lost(vec![(110, 4000)]));
    assert_eq!(beyond.outcomes, BTreeMap::from([(Id::from("a"), Outcome::Lost)]));
}

#[test]
fn words_decide_whether_a_place_holds() {
    let other = SourceText::from_utf8(&TEXT.replace("Über die", "Ueber all die"));
    let text = write(&small(), &source(), "t.txt");
    let moved = parse(&text, Path::new("t"), &other).unwrap();
    assert!(!moved.same_text);
    assert_eq!(moved.outcomes.keys().map(Id::as_str).collect::<Vec<_>>(), ["01A", "01B", "02A", "03A"]);
    assert_eq!(moved.warnings, Vec::<String>::new());
    let lost = &moved.glosses.annotations[&Id::from("01B")];
    assert_eq!(lost.anchor.place, Place::Lost(vec![(35, 47)]));
    assert_eq!(lost.note, small().annotations[&Id::from("01B")].note);
    // Saved with the other text, it gives the first one all it had.
    let back = parsed(&write(&moved.glosses, &other, "t.txt"));
    assert_eq!(back.glosses, small());

    let loaded =
        with("annotations: [(id: \"a\", kind: \"claim\", parts: [(35, 47)]), (id: \"b\", kind: \"claim\", quote: \"yet to be found\")]");
    assert_eq!(loaded.glosses.annotations[&Id::from("a")].anchor.parts(), [span_of("There are 24")]);
    assert_eq!(loaded.glosses.annotations[&Id::from("b")].anchor.place, Place::Lost(Vec::new()));
    // Without words it is lost once the text has changed, and is not found again by saving it with the new text.
    let text = write(&loaded.glosses, &source(), "t.txt");
    let moved = parse(&text, Path::new("t"), &other).unwrap();
    assert_eq!(moved.outcomes.len(), 2);
    let again = parse(&write(&moved.glosses, &other, "t.txt"), Path::new("t"), &other).unwrap();
    assert!(again.same_text);
    assert_eq!((again.outcomes, again.glosses), (moved.outcomes, moved.glosses));
}

#[test]
fn a_file_cut_short_is_refused_or_is_all_there() {
    let text = write(&small(), &source(), "thesis.txt");
    assert!(text.len() > 2000);
    for end in 0..text.len() {
        if let Ok(loaded) = parse_bytes(&text.as_bytes()[..end], Path::new("t"), &source()) {
            assert_eq!(loaded.glosses, small(), "cut at {end}");
        }
    }
}

#[test]
fn no_changed_byte_is_a_panic() {
    let text = write(&small(), &source(), "thesis.txt");
    let mut bytes = text.into_bytes();
    for at in 0..bytes.len() {
        let own = bytes[at];
        for other in [0, b'(', b')', b'"', b'\\', b'9', b'/', own ^ 1, own ^ 0x80, 0xFF] {
            bytes[at] = other;
            if let Ok(loaded) = parse_bytes(&bytes, Path::new("t"), &source()) {
                write(&loaded.glosses, &source(), "thesis.txt");
            }
        }
        bytes[at] = own;
    }
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-z ]{0,12}",
        "[\\\\\"'\n\r\t/*#(){}\u{0}\u{7f}\u{85}\u{a0}\u{ad}\u{301}\u{200d}\u{200e}\u{202e}\u{2028}\u{2066}\u{feff}\u{fffd}]{0,12}",
    ]
}

fn some_place() -> impl Strategy<Value = Anchor> {
    let boundaries: Vec<usize> = TEXT.char_indices().map(|(at, _)| at).chain([TEXT.len()]).collect();
    let last = boundaries.len();
    let parts = prop::collection::vec((0..last, 0..last), 1..4).prop_map(move |pairs| {
        let mut parts: Vec<Span> = pairs.into_iter().map(|(a, b)| Span::new(boundaries[a], boundaries[b])).collect();
        normalise(&mut parts);
        let quote: Vec<&str> = parts.iter().map(|part| part.of(TEXT)).collect();
        match parts.is_empty() {
            true => (Place::Document, String::new()),
            false => (Place::Parts(parts), quote.join(" ").split_whitespace().collect::<Vec<_>>().join(" ")),
        }
    });
    let lost = prop::collection::vec((any::<usize>(), any::<usize>()), 0..3);
    let lost =
        (lost, prop_oneof![Just(""), Just("words that are not there")]).prop_map(|(points, quote)| (Place::Lost(points), quote.to_owned()));
    (prop_oneof![4 => parts, 1 => lost, 1 => Just((Place::Document, String::new()))], words(), words())
        .prop_map(|((place, quote), before, after)| Anchor { place, quote, before, after })
}

fn some_annotation() -> impl Strategy<Value = Annotation> {
    let strength = prop_oneof![Just(None), Just(Some(Strength::Weak)), Just(Some(Strength::Missing)), Just(Some(Strength::Strong))];
    let said = (words(), words(), words(), words(), words(), words(), words());
    (said, some_place(), strength, prop::collection::vec(words(), 0..3), any::<Option<bool>>()).prop_map(
        |((id, kind, note, reason, author, created, modified), anchor, strength, tags, done)| Annotation {
            id: Id(id.into()),
            kind: kind.into(),
            anchor,
            note,
            strength,
            reason,
            tags,
            done,
            author: author.into(),
            created: created.into(),
            modified: modified.into(),
        },
    )
}

fn some_end() -> impl Strategy<Value = End> {
    prop_oneof![
        words().prop_map(|id| End::Annotation(Id(id.into()))),
        some_place().prop_map(End::Place),
        words().prop_map(End::Url),
        words().prop_map(End::File),
    ]
}

fn some_glosses() -> impl Strategy<Value = Glosses> {
    let link = (words(), some_end(), words(), some_end(), words(), words(), words()).prop_map(
        |(id, from, relation, to, note, author, created)| Link {
            id: Id(id.into()),
            from,
            relation: relation.into(),
            to,
            note,
            author: author.into(),
            created: created.into(),
        },
    );
    let verdict = prop_oneof![Just(Verdict::Confirmed), Just(Verdict::Dismissed)];
    let judgement = (words(), words(), some_place(), verdict, words(), words(), words()).prop_map(
        |(id, rule, at, verdict, reason, author, created)| Judgement {
            id: Id(id.into()),
            rule: rule.into(),
            at,
            verdict,
            reason,
            author: author.into(),
            created: created.into(),
        },
    );
    let setting = prop_oneof![Just(RuleSetting::Off), Just(RuleSetting::Error), Just(RuleSetting::Warning), Just(RuleSetting::Info)];
    // A kind or relation without a name is called by its id.
    let kind = (words(), words(), any::<Option<char>>(), words()).prop_map(|(id, name, key, color)| Kind {
        id: id.into(),
        name: format!("n{name}"),
        key,
        color,
    });
    let relation = (words(), words()).prop_map(|(id, name)| Relation { id: id.into(), name: format!("n{name}") });
    (
        prop::collection::vec(some_annotation(), 0..6),
        prop::collection::vec(link, 0..4),
        prop::collection::vec(judgement, 0..4),
        prop::collection::btree_map(words(), setting, 0..3),
        prop::collection::vec((some_place(), any::<bool>()), 0..3),
        prop::collection::vec(kind, 0..3),
        prop::collection::vec(relation, 0..3),
    )
        .prop_map(|(annotations, links, judgements, rules, progress, kinds, relations)| Glosses {
            kinds,
            relations,
            annotations: annotations.into_iter().map(|one| (one.id.clone(), Arc::new(one))).collect(),
            links: links.into_iter().map(|one| (one.id.clone(), Arc::new(one))).collect(),
            judgements: judgements.into_iter().map(|one| (one.id.clone(), Arc::new(one))).collect(),
            rules,
            progress: progress.into_iter().map(|(at, done)| Progress { at, done }).collect(),
        })
}

/// The only list whose order is the file's and not the reader's.
fn in_any_order(mut glosses: Glosses) -> Glosses {
    glosses.progress.sort_by_key(|section| format!("{section:?}"));
    glosses
}

proptest! {
    #[test]
    fn whatever_is_written_comes_back(glosses in some_glosses()) {
        let text = write(&glosses, &source(), "a \"name\"");
        let loaded = parsed(&text);
        prop_assert_eq!(write(&loaded.glosses, &source(), "a \"name\""), text);
        prop_assert_eq!(in_any_order(loaded.glosses), in_any_order(glosses));
        prop_assert!(!loaded.has_comments);
    }

    #[test]
    fn anything_is_read_or_refused(text in "(\\(version: 1, ?)?[\\PC\n\"'(){}:r#\\\\/*]{0,80}") {
        parse(&text, Path::new("t"), &source()).ok();
    }

    #[test]
    fn a_quote_of_the_reading_text_is_found(marks in "[a-zé ,.0-9*†²\\[\\]()\u{ad}\n-]{1,60}") {
        let text = SourceText::from_utf8(&marks);
        let words: String = marks.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert!(same_words(&[text.as_str()], &words));
    }
}
