//! The commands as scripts see them: the real program, its exit code, its two outputs, and the bytes it leaves behind.

#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use glossator::session::{Progress, Request, Session};
use glossator::sidecar::{self, Lock};
use serde_json::{Value, json};
use tempfile::{TempDir, tempdir};

/// A hard-wrapped text with mended words, a quote that occurs twice, and a letter outside the BMP.
const MILL: &str = "\
The Mill and the River

Introduction

The weavers left their looms in the spring, and the frag-
mented reports of it differ. There were 24 conflicts
in all, and no two papers agreed about the causes of the long dis-
pute. The strike was won in print, said the first.

The strike was lost at home, said the other; the 𝔐asters kept silent, as ever. Nothing
else was printed that week, and nobody asked why it was not.
";

/// Notes whose numbers start again with each chapter: one 1 and one 2 in the first, another 1 in the second.
const NOTES: &str = "\
Chapter 1. The Mill

The weavers left their looms in the spring of that year.1 The reports of it differ in
every point that matters, and no two papers agreed about the causes.2

____________________________
1 George Birtwhistle, Harrowford: The Story of a Town (Harrowford: printed for the
author, 1931), 142.
2 Thomas Aldersey, The Penny Press and Its Readers (London: Harcastle, 1994), 201.

1
\u{c}Chapter 2. The River

The river ran clear for the first time in forty years, and people came to look at it.1
They had never seen the stones of its bed before, nor known that there were any.

____________________________
1 Nora Vance, The Sallow and Its Bridges (Leeds: Alder, 2004), 17.

2
";

struct Bench {
    folder: TempDir,
}

/// What a run of the program came to.
#[derive(Debug)]
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Bench {
    fn new(name: &str, text: impl AsRef<[u8]>) -> Self {
        let folder = tempdir().unwrap();
        fs::write(folder.path().join(name), text).unwrap();
        Self { folder }
    }

    fn mill() -> Self {
        Self::new("t.txt", MILL)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn sidecar(&self) -> PathBuf {
        self.path("t.txt.gloss.ron")
    }

    fn run(&self, args: &[&str]) -> Ran {
        glossator(self.folder.path(), args)
    }

    /// Runs what must be done; gives what it printed, without the line end.
    fn done(&self, args: &[&str]) -> String {
        let ran = self.run(args);
        assert_eq!(ran.code, 0, "{args:?}: {ran:?}");
        ran.out.strip_suffix('\n').unwrap_or(&ran.out).to_owned()
    }

    /// Runs `annotate t.txt --kind claim` with `args`; the new id.
    fn claim(&self, args: &[&str]) -> String {
        let id = self.done(&[&["annotate", "t.txt", "--kind", "claim"], args].concat());
        assert!(id.len() == 26 && id.chars().all(|c| c.is_ascii_alphanumeric()), "{id:?} is alone on its line");
        id
    }

    /// Runs what must be refused: exit code 2, each of `words` on standard error, nothing else and nothing changed.
    fn refused(&self, args: &[&str], words: &[&str]) -> String {
        let before = self.files();
        let ran = self.run(args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}: {ran:?}");
        for word in words {
            assert!(ran.err.contains(word), "{args:?}: no {word:?} in {}", ran.err);
        }
        assert_eq!(self.files(), before, "{args:?} changed a file");
        ran.err
    }

    /// A refusal in the program's own words: one line.
    fn refused_in_a_sentence(&self, args: &[&str], words: &[&str]) {
        let err = self.refused(args, words);
        assert!(err.starts_with("glossator: ") && err.lines().count() == 1, "{args:?}: {err}");
    }

    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let entries = fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<_> = entries.filter(|path| path.is_file()).map(|path| (path.clone(), fs::read(path).unwrap())).collect();
        files.sort();
        files
    }

    fn json(&self) -> Value {
        serde_json::from_str(&self.done(&["list", "t.txt", "--json"])).unwrap()
    }

    /// Works on the text in this process, as the window would.
    fn session(&self, work: impl FnOnce(&mut Session)) {
        let mut session = Session::open(&Request::new(self.path("t.txt"), "Anna"), &Progress::default()).unwrap();
        work(&mut session);
        session.save_now().unwrap();
    }
}

/// Runs the program in `dir`, which is also its home.
fn glossator(dir: &Path, args: &[&str]) -> Ran {
    let out = command(dir, args).output().unwrap();
    Ran { code: out.status.code().unwrap(), out: String::from_utf8(out.stdout).unwrap(), err: String::from_utf8(out.stderr).unwrap() }
}

fn command(dir: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_glossator"));
    command.current_dir(dir).args(args).stdin(Stdio::null());
    command.env("HOME", dir).env("XDG_CONFIG_HOME", dir.join("config")).env("XDG_DATA_HOME", dir.join("data"));
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "RUST_LOG"] {
        command.env_remove(name);
    }
    command
}

/// The code points of `words` in `text`, where they stand once.
fn points(text: &str, words: &str) -> (usize, usize) {
    assert_eq!(text.matches(words).count(), 1, "{words}");
    let start = text[..text.find(words).unwrap()].chars().count();
    (start, start + words.chars().count())
}

/// The same as `--at` takes it.
fn at(text: &str, words: &str) -> String {
    let (start, end) = points(text, words);
    format!("{start}..{end}")
}

fn part(text: &str, words: &str, quote: &str) -> Value {
    let (start, end) = points(text, words);
    json!({"start": start, "end": end, "quote": quote})
}

#[test]
fn a_quote_is_found_as_it_is_read() {
    let bench = Bench::mill();
    for (quote, words) in [
        ("There were 24 conflicts in all", "There were 24 conflicts\nin all"),
        ("fragmented reports", "frag-\nmented reports"),
        ("causes  of\tthe long dispute", "causes of the long dis-\npute"),
        ("frag-\nmented reports of", "frag-\nmented reports of"),
        ("The Mill and the River", "The Mill and the River"),
    ] {
        let id = bench.claim(&["--quote", quote]);
        let all = bench.json();
        let found = all["annotations"].as_array().unwrap().iter().find(|annotation| annotation["id"] == id.as_str()).unwrap();
        let read = quote.replace("-\n", "").split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(found["parts"], json!([part(MILL, words, &read)]));
        assert_eq!(found["state"], "exact");
    }
}

#[test]
fn a_marker_is_in_no_quote_and_a_place_of_its_own() {
    let bench = Bench::new("t.txt", NOTES);
    bench.claim(&["--quote", "of that year. The reports of it"]);
    let marker = points(NOTES, "year.1").1;
    bench.claim(&["--at", &format!("{}..{marker}", marker - 1)]);
    let all = bench.json();
    assert_eq!(all["annotations"][0]["parts"], json!([part(NOTES, "of that year.1 The reports of it", "of that year. The reports of it")]));
    assert_eq!(all["annotations"][1]["parts"], json!([{"start": marker - 1, "end": marker, "quote": "1"}]));
    // With its digit it is not what is read.
    bench.refused_in_a_sentence(&["annotate", "t.txt", "--kind", "claim", "--quote", "that year.1 The"], &["without note markers"]);
}

#[test]
fn a_sentence_over_a_page_break_is_one_annotation_in_parts() {
    let sample = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/samples/mill-towns.txt")).unwrap();
    let bench = Bench::new("t.txt", &sample);
    let id = bench.claim(&["--quote", "through their pages and counts their leading articles"]);
    let all = bench.json();
    let expected = [
        part(&sample, "through their pages and counts", "through their pages and counts"),
        part(&sample, "their leading articles. Chapter 3", "their leading articles"),
    ];
    let parts = all["annotations"][0]["parts"].as_array().unwrap();
    assert_eq!(
        (parts.len(), &parts[0], &parts[1]["start"], &parts[1]["quote"]),
        (2, &expected[0], &expected[1]["start"], &expected[1]["quote"])
    );
    // The outer positions name the same place: the notes between are not in it.
    let outer = format!("{}..{}", parts[0]["start"], parts[1]["end"]);
    let again = bench.claim(&["--at", &outer]);
    let all = bench.json();
    let of = |id: &str| all["annotations"].as_array().unwrap().iter().find(|annotation| annotation["id"] == id).unwrap()["parts"].clone();
    assert_eq!(of(&id), of(&again));
}

#[test]
fn the_listing_has_all_fields_of_the_contract() {
    let bench = Bench::mill();
    let what = ["--quote", "won in print", "--note", "Who won?\nWhat?", "--author", "Bela"];
    let how = ["--tag", "print", "--tag", "strike", "--tag", "print", "--strength", "weak", "--reason", "no source"];
    let weak = bench.claim(&[&what[..], &how].concat());
    let bare = bench.claim(&["--at", &at(MILL, "frag")]);
    let whole = bench.done(&["annotate", "t.txt", "--kind", "COMMENT", "--document", "--note", "-", "--author", "Bela"]);
    let link = bench.done(&["link", "t.txt", &weak, "supports", &bare, "--note", "so far"]);
    let all = bench.json();
    let time = |id: &str, field: &str| {
        let annotations = all["annotations"].as_array().unwrap();
        let time = annotations.iter().find(|annotation| annotation["id"] == id).unwrap()[field].as_str().unwrap().to_owned();
        assert!(time.len() == 20 && time.ends_with('Z'), "{time}");
        time
    };
    let reader = glossator::session::default_reader();
    let expected = json!({
        "format": "glossator-list/1",
        "document": {
            "name": "t.txt", "chars": MILL.chars().count(), "sha256": glossator::text::SourceText::from_utf8(MILL).sha256(),
        },
        "annotations": [
            {
                "id": whole, "kind": "comment", "parts": [], "note": "-", "tags": [], "strength": null, "reason": "", "done": null,
                "author": "Bela", "created": time(&whole, "created"), "modified": time(&whole, "created"), "state": "exact",
            },
            {
                "id": bare, "kind": "claim", "parts": [part(MILL, "frag", "frag")], "note": "", "tags": [], "strength": null, "reason": "",
                "done": null, "author": reader, "created": time(&bare, "created"), "modified": time(&bare, "created"), "state": "exact",
            },
            {
                "id": weak, "kind": "claim", "parts": [part(MILL, "won in print", "won in print")], "note": "Who won?\nWhat?",
                "tags": ["print", "strike"], "strength": "weak", "reason": "no source", "done": null, "author": "Bela",
                "created": time(&weak, "created"), "modified": time(&weak, "created"), "state": "exact",
            },
        ],
        "links": [{"id": link, "from": {"annotation": weak}, "relation": "supports", "to": {"annotation": bare}, "note": "so far"}],
        "judgements": [],
    });
    assert_eq!(all, expected);
}

#[test]
fn positions_are_code_points_and_white_space_at_the_ends_is_left_off() {
    let bench = Bench::mill();
    let (start, end) = points(MILL, "silent, as ever");
    bench.claim(&["--at", &format!("{}..{}", start - 1, end)]);
    bench.claim(&["--at", &at(MILL, "𝔐")]);
    bench.claim(&["--quote", "𝔐asters"]);
    let (start, chars) = (points(MILL, "why it was not").0, MILL.chars().count());
    bench.claim(&["--at", &format!("{start}..{chars}")]);
    let all = bench.json();
    let parts: Vec<Value> = all["annotations"].as_array().unwrap().iter().map(|annotation| annotation["parts"][0].clone()).collect();
    let expected = [
        part(MILL, "𝔐", "𝔐"),
        part(MILL, "𝔐asters", "𝔐asters"),
        part(MILL, "silent, as ever", "silent, as ever"),
        part(MILL, "why it was not.", "why it was not."),
    ];
    assert_eq!(parts, expected);
}

#[test]
fn a_quote_that_occurs_more_than_once_is_decided_by_the_words_around_it() {
    let bench = Bench::mill();
    fn annotate<'a>(more: &[&'a str]) -> Vec<&'a str> {
        [&["annotate", "t.txt", "--kind", "claim", "--quote", "The strike was"], more].concat()
    }
    let said = bench.refused(&annotate(&[]), &["2 times", "t.txt", "--before", "--after", "8:7", "10:1", "lost at home"]);
    let second = points(MILL, "The strike was lost");
    assert!(said.contains(&format!("--at {}..{}:", second.0, second.1 - " lost".len())), "{said}");
    assert!(said.lines().count() == 3, "{said}");

    let first = [
        annotate(&["--before", "long dispute. "]),
        annotate(&["--before", "about the causes of the long dis-\npute."]),
        annotate(&["--after", " won"]),
        annotate(&["--after", "won   in\nprint", "--before", "dispute."]),
    ];
    let other = [annotate(&["--before", "said the first."]), annotate(&["--after", "lost at home, said the other; the 𝔐asters"])];
    let kept = |all: &[Vec<&str>], words: &str| {
        for args in all {
            let bench = Bench::mill();
            bench.done(args);
            let start = points(MILL, words).0;
            assert_eq!(bench.json()["annotations"][0]["parts"][0]["start"], start, "{args:?}");
        }
    };
    kept(&first, "The strike was won");
    kept(&other, "The strike was lost");

    bench.refused(&annotate(&["--before", "long dispute"]), &["nowhere", "before it", "8:7"]);
    bench.refused(&annotate(&["--before", "dispute.", "--after", "lost"]), &["nowhere", "before and after it", "8:7", "10:1"]);
    // Even a quote that occurs once must stand where it is said to.
    let once = ["annotate", "t.txt", "--kind", "claim", "--quote", "24 conflicts", "--after", "in none"];
    bench.refused(&once, &["nowhere", "after it", "6:41"]);
    // Both places fit: those are listed.
    bench.refused(&annotate(&["--before", "."]), &["2 times", "8:7", "10:1"]);
}

#[test]
fn at_most_twenty_places_are_listed() {
    let text = "The weaver and the river and the mill were there, and all of it was the same.\n".repeat(15);
    let bench = Bench::new("t.txt", text);
    let said = bench.refused(&["annotate", "t.txt", "--kind", "claim", "--quote", "the river"], &["15 times", "--at"]);
    assert!(!said.contains("more\n"), "{said}");
    assert_eq!(said.lines().count(), 16, "{said}");
    let said = bench.refused(&["annotate", "t.txt", "--kind", "claim", "--quote", "the"], &["60 times", "and 40 more"]);
    assert_eq!(said.lines().count(), 22, "{said}");
}

#[test]
fn a_kind_is_named_by_its_id_or_its_name() {
    let bench = Bench::mill();
    bench.session(|session| session.add_kind("Open Question", "#123456").unwrap());
    for (name, id) in
        [("HYPOTHESIS", "hypothesis"), ("Evidence", "evidence"), ("open question", "open-question"), ("Open-Question", "open-question")]
    {
        let new = bench.done(&["annotate", "t.txt", "--kind", name, "--quote", "24 conflicts"]);
        let all = bench.json();
        let found = all["annotations"].as_array().unwrap().iter().find(|annotation| annotation["id"] == new.as_str()).unwrap();
        assert_eq!(found["kind"], id);
    }
    let known = ["question", "t.txt", "claim", "comment", "open-question (Open Question)"];
    bench.refused_in_a_sentence(&["annotate", "t.txt", "--kind", "question", "--quote", "24 conflicts"], &known);
}

#[test]
fn what_cannot_be_marked_is_refused_and_nothing_changes() {
    let bench = Bench::mill();
    bench.claim(&["--quote", "24 conflicts"]);
    let chars = MILL.chars().count();
    let beyond = format!("3..{}", chars + 1);
    let blank = points(MILL, "\n\nIntroduction").0;
    let blank = format!("{blank}..{}", blank + 2);
    let beyond_words = format!("has {chars} code points");
    let cases: &[(&[&str], &[&str])] = &[
        (&["--quote", "25 conflicts"], &["“25 conflicts”", "not in t.txt", "without note markers"]),
        (&["--quote", "the strike was won"], &["not in t.txt", "capitals"]),
        (&["--quote", " \n"], &["empty"]),
        (&["--at", "9..4"], &["9..4", "before it starts"]),
        (&["--at", "9..9"], &["9..9", "empty", "9..10"]),
        (&["--at", &beyond], &[&beyond, "out of range", &beyond_words]),
        (&["--at", "9999999..99999999999"], &["out of range", &beyond_words]),
        (&["--at", "9999999999999999999999..99999999999999999999999"], &["no position"]),
        (&["--at", "9-12"], &["9-12", "no position", "384..487"]),
        (&["--at", "-1..12"], &["-1..12", "no position"]),
        (&["--at", "..12"], &["no position"]),
        (&["--at", "1...12"], &["no position"]),
        (&["--at", &blank], &["no words", &blank]),
        (&["--quote", "looms", "--reason", "why"], &["--reason", "--strength"]),
        (&[], &["--quote", "--at", "--document"]),
    ];
    for (args, words) in cases {
        bench.refused_in_a_sentence(&[&["annotate", "t.txt", "--kind", "claim"], *args].concat(), words);
    }
    // What is wrong whatever the text is the parser's to say.
    let usage: &[(&[&str], &[&str])] = &[
        (&["--quote", "looms", "--at", "1..2"], &["--quote", "--at", "cannot be used"]),
        (&["--document", "--at", "1..2"], &["--document", "cannot be used"]),
        (&["--document", "--before", "x"], &["--before", "cannot be used"]),
        (&["--at", "1..2", "--after", "x"], &["--after", "cannot be used"]),
        (&["--before", "x"], &["--quote"]),
        (&["--quote", "looms", "--strength", "bad"], &["bad", "strong, adequate, weak, missing"]),
        (&["--quote"], &["--quote"]),
    ];
    for (args, words) in usage {
        bench.refused(&[&["annotate", "t.txt", "--kind", "claim"], *args].concat(), words);
    }
    bench.refused(&["annotate", "t.txt", "--quote", "looms"], &["--kind"]);
}

#[test]
fn a_text_that_cannot_be_opened_is_said() {
    let bench = Bench::mill();
    fs::create_dir(bench.path("folder")).unwrap();
    fs::write(bench.path("t.pdf"), "%PDF-1.4\n%\u{e2}\n").unwrap();
    fs::write(bench.path("empty.txt"), "").unwrap();
    for (file, words) in [("no.txt", "no.txt"), ("folder", "is a folder"), ("t.pdf", "PDF"), ("empty.txt", "no words")] {
        bench.refused_in_a_sentence(&["annotate", file, "--kind", "claim", "--quote", "x"], &[words]);
        bench.refused_in_a_sentence(&["link", file, "a", "supports", "b"], &[words]);
        bench.refused_in_a_sentence(&["list", file], &[words]);
        bench.refused_in_a_sentence(&["list", file, "--json"], &[words]);
    }
}

#[test]
fn links_lead_to_annotations_notes_addresses_and_files() {
    let bench = Bench::new("t.txt", NOTES);
    let one = bench.claim(&["--quote", "left their looms in the spring"]);
    let other = bench.claim(&["--quote", "never seen the stones"]);
    let link = |to: &str| {
        let id = bench.done(&["link", "t.txt", &one, "cites", to, "--author", "Bela"]);
        let all = bench.json();
        all["links"].as_array().unwrap().iter().find(|link| link["id"] == id.as_str()).unwrap()["to"].clone()
    };
    let body = "Thomas Aldersey, The Penny Press and Its Readers (London: Harcastle, 1994), 201.";
    assert_eq!(link(&other), json!({"annotation": other}));
    assert_eq!(link("note:2"), json!({"place": part(NOTES, body, body)}));
    assert_eq!(link("url:https://example.org/a?b=c#d"), json!({"url": "https://example.org/a?b=c#d"}));
    assert_eq!(link("url:10.1000/182"), json!({"url": "https://doi.org/10.1000/182"}));
    assert_eq!(link("doi:10.1000/182"), json!({"url": "https://doi.org/10.1000/182"}));
    assert_eq!(link("file:notes/interview 3.txt"), json!({"file": "notes/interview 3.txt"}));

    // Either end may be any of them, and a relation of one's own is declared by its use.
    let id = bench.done(&["link", "t.txt", "note:2", "rests on", "file:archive.pdf"]);
    let all = bench.json();
    let made = all["links"].as_array().unwrap().iter().find(|link| link["id"] == id.as_str()).unwrap().clone();
    let expected = json!({
        "id": id, "from": {"place": part(NOTES, body, body)}, "relation": "rests on", "to": {"file": "archive.pdf"}, "note": "",
    });
    assert_eq!(made, expected);
    bench.done(&["link", "t.txt", &one, "Rests On", &other]);
    bench.done(&["link", "t.txt", &one, "SUPPORTS", &other]);
    bench.session(|session| {
        let relations: Vec<&str> = session.glosses().relations.iter().map(|relation| &*relation.id).collect();
        assert_eq!(relations, ["supports", "attacks", "qualifies", "cites", "restates", "rests on"]);
    });
    // In order of the place they begin at: all from the first annotation, then the one from the note.
    let all = bench.json();
    let from: Vec<bool> = all["links"].as_array().unwrap().iter().map(|link| link["from"]["annotation"] == one.as_str()).collect();
    assert_eq!(from, [true, true, true, true, true, true, true, true, false]);
}

#[test]
fn an_id_may_be_cut_short() {
    let bench = Bench::mill();
    let (one, other) = (bench.claim(&["--quote", "24 conflicts"]), bench.claim(&["--quote", "left their looms"]));
    bench.session(|session| {
        for id in ["abcdefgh-1", "abcdefgh-2", "wörterbuch", "note:3"] {
            let mut annotation = session.new_annotation("claim", glossator::annotation::Anchor::document());
            annotation.id = id.into();
            session.add(annotation).unwrap();
        }
    });
    let ends = |from: &str, to: &str| {
        let id = bench.done(&["link", "t.txt", from, "supports", to]);
        let all = bench.json();
        let link = all["links"].as_array().unwrap().iter().find(|link| link["id"] == id.as_str()).unwrap().clone();
        [link["from"]["annotation"].as_str().unwrap().to_owned(), link["to"]["annotation"].as_str().unwrap().to_owned()]
    };
    assert_eq!(ends(&one[..25], &other[..25].to_lowercase()), [one.as_str(), &other]);
    assert_eq!(ends("ABCDEFGH-2", "wörterbu"), ["abcdefgh-2", "wörterbuch"]);
    assert_eq!(ends("note:3", "abcdefgh-1"), ["note:3", "abcdefgh-1"]);
    let several = bench.refused(&["link", "t.txt", "abcdefgh", "supports", &one], &["“abcdefgh”", "2 annotations"]);
    assert!(several.contains("\n  abcdefgh-1\n  abcdefgh-2\n"), "{several}");
    bench.refused_in_a_sentence(&["link", "t.txt", "wörter", "supports", &one], &["“wörter”", "too short", "8"]);
}

#[test]
fn what_cannot_be_linked_is_refused_and_nothing_changes() {
    let bench = Bench::new("t.txt", NOTES);
    let one = bench.claim(&["--quote", "left their looms in the spring"]);
    let cases: &[(&str, &[&str])] = &[
        ("01ZZZZZZZZZZZZZZZZZZZZZZZZ", &["no annotation", "glossator list"]),
        ("nonsense", &["“nonsense”", "no annotation", "note:"]),
        ("", &["no end of a link"]),
        ("note:7", &["“note:7”", "no note"]),
        ("note:", &["no note"]),
        ("url:ftp://example.org", &["no web address", "https://"]),
        ("url:javascript:alert(1)", &["no web address"]),
        ("url:", &["no web address"]),
        ("https://example.org", &["url:"]),
        ("doi:11.1000/182", &["no DOI"]),
        ("doi:https://example.org", &["no DOI"]),
        ("file:", &["no file"]),
        (&one, &["linked to itself"]),
    ];
    for (to, words) in cases {
        bench.refused_in_a_sentence(&["link", "t.txt", &one, "supports", to], words);
        bench.refused_in_a_sentence(&["link", "t.txt", to, "supports", &one], words);
    }
    bench.refused_in_a_sentence(&["link", "t.txt", &one, " ", "note:2"], &["relation", "empty"]);
    let several = bench.refused(&["link", "t.txt", &one, "cites", "note:1"], &["“note:1”", "2 notes"]);
    assert!(several.contains("\n  line 7: George Birtwhistle, Harrowford"), "{several}");
    assert!(several.contains("\n  line 18: Nora Vance, The Sallow"), "{several}");
    bench.refused(&["link", "t.txt", &one, "cites"], &["<TO>"]);
}

#[test]
fn line_ends_and_encodings_change_no_position() {
    let crlf = Bench::new("t.txt", format!("\u{feff}{}", MILL.replace('\n', "\r\n")));
    crlf.claim(&["--quote", "the long dispute"]);
    crlf.claim(&["--at", &at(MILL, "𝔐asters kept")]);
    let all = crlf.json();
    assert_eq!(all["document"]["chars"], MILL.chars().count());
    assert_eq!(all["document"]["sha256"], glossator::text::SourceText::from_utf8(MILL).sha256());
    assert_eq!(all["annotations"][0]["parts"], json!([part(MILL, "the long dis-\npute", "the long dispute")]));
    assert_eq!(all["annotations"][1]["parts"], json!([part(MILL, "𝔐asters kept", "𝔐asters kept")]));

    let german = "Die Prüfung der Thesen ergab, daß die Größe der Städte für den Verlauf der Streiks\nkeine Rolle spielte; die Löhne\
                  \nwaren überall gleich niedrig, und die Bürger übten sich in Geduld.\n";
    let bytes: Vec<u8> = german.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let legacy = Bench::new("t.txt", &bytes);
    legacy.claim(&["--quote", "für den Verlauf der Streiks keine Rolle"]);
    let words = "für den Verlauf der Streiks\nkeine Rolle";
    assert_eq!(legacy.json()["annotations"][0]["parts"], json!([part(german, words, "für den Verlauf der Streiks keine Rolle")]));
    assert!(fs::read_to_string(legacy.sidecar()).unwrap().contains("encoding: \"windows-1252\""));
    // The encoding in the sidecar is the reader's choice, and holds for every command.
    let chosen = fs::read_to_string(legacy.sidecar()).unwrap().replace("windows-1252", "windows-1250");
    fs::write(legacy.sidecar(), chosen).unwrap();
    legacy.claim(&["--quote", "Größe"]);
    assert!(fs::read_to_string(legacy.sidecar()).unwrap().contains("encoding: \"windows-1250\""));
    assert_eq!(fs::read(legacy.path("t.txt")).unwrap(), bytes);
}

#[test]
fn a_sidecar_that_is_held_can_be_listed_and_not_written() {
    let bench = Bench::mill();
    let one = bench.claim(&["--quote", "24 conflicts"]);
    let free = bench.json();
    let lock = Lock::take(&sidecar::path_of(&bench.path("t.txt")), "Anna").unwrap();
    bench.refused_in_a_sentence(&["annotate", "t.txt", "--kind", "claim", "--quote", "their looms"], &["t.txt", "Read-only", "Anna"]);
    bench.refused_in_a_sentence(&["link", "t.txt", &one, "cites", "doi:10.1000/182"], &["t.txt", "Read-only", "Anna"]);
    assert_eq!(bench.json(), free);
    drop(lock);
    bench.claim(&["--quote", "their looms"]);
    assert!(!bench.path("t.txt.gloss.ron.lock").exists() || cfg!(not(unix)));
}

#[test]
fn nothing_is_written_over_what_cannot_be_read() {
    let bench = Bench::mill();
    bench.claim(&["--quote", "24 conflicts"]);
    let good = fs::read_to_string(bench.sidecar()).unwrap();
    for (content, word) in [(good.replace("version: 1,", "version: 99,"), "99"), (good[..good.len() / 2].to_owned(), "line")] {
        fs::write(bench.sidecar(), content).unwrap();
        bench.refused_in_a_sentence(&["annotate", "t.txt", "--kind", "claim", "--quote", "their looms"], &[word]);
        bench.refused_in_a_sentence(&["list", "t.txt"], &[word, "t.txt.gloss.ron"]);
        bench.refused_in_a_sentence(&["list", "t.txt", "--json"], &[word]);
    }
}

#[test]
fn what_is_lost_is_listed_with_its_words() {
    let bench = Bench::mill();
    let kept = bench.claim(&["--quote", "left their looms"]);
    let lost = bench.claim(&["--quote", "There were 24 conflicts in all"]);
    let (start, end) = points(MILL, "There were 24 conflicts\nin all");
    fs::write(bench.path("t.txt"), MILL.replace("24 conflicts", "25 disputes")).unwrap();
    let all = bench.json();
    assert_eq!((&all["annotations"][0]["id"], &all["annotations"][0]["state"]), (&json!(kept), &json!("exact")));
    assert_eq!((&all["annotations"][1]["id"], &all["annotations"][1]["state"]), (&json!(lost), &json!("lost")));
    assert_eq!(all["annotations"][1]["parts"], json!([{"start": start, "end": end, "quote": "There were 24 conflicts in all"}]));
    let shown = bench.done(&["list", "t.txt"]);
    assert!(shown.contains("no longer in the text\n  “There were 24 conflicts in all”"), "{shown}");
    bench.refused_in_a_sentence(&["annotate", "t.txt", "--kind", "claim", "--quote", "their looms"], &["changed", "1 of 2", "window"]);
}

#[test]
fn the_listing_for_people_has_a_block_for_each() {
    let bench = Bench::new("t.txt", NOTES);
    let one = bench.claim(&[
        "--quote",
        "left their looms in the spring",
        "--note",
        "Really?\nAll?",
        "--strength",
        "weak",
        "--reason",
        "no source",
    ]);
    let other = bench.claim(&["--quote", "never seen the stones", "--tag", "a b", "--tag", "c"]);
    bench.done(&["link", "t.txt", &one, "attacks", &other, "--note", "in part"]);
    bench.done(&["link", "t.txt", &one, "cites", "note:2"]);
    bench.done(&["link", "t.txt", "note:2", "cites", "url:https://example.org"]);
    let shown = bench.done(&["list", "t.txt"]);
    let mut blocks = shown.split("\n\n");
    let (first, second, third) = (blocks.next().unwrap(), blocks.next().unwrap(), blocks.next().unwrap());
    let first: Vec<&str> = first.lines().collect();
    assert!(first[0].starts_with(&format!("{one}  Claim  ")) && first[0].ends_with("p. 1"), "{first:?}");
    let rest = [
        "  “left their looms in the spring”".to_owned(),
        "  Note: Really?".to_owned(),
        "    All?".to_owned(),
        "  Strength: weak, no source".to_owned(),
        format!("  → attacks {other} “never seen the stones”: in part"),
    ];
    assert_eq!(first[1..6], rest);
    assert!(first[6].starts_with("  → cites “Thomas Aldersey, "), "{first:?}");
    assert!(second.starts_with(&other) && second.contains("\n  Tags: a b, c\n"), "{second}");
    assert!(second.contains(&format!("\n  ← attacks {one} “left their looms")), "{second}");
    assert!(third.contains("“Thomas Aldersey") && third.contains("cites https://example.org"), "{third}");
    assert_eq!(blocks.next(), None);
}

#[test]
fn a_listing_cannot_command_the_terminal() {
    let bench = Bench::mill();
    bench.claim(&["--quote", "24 conflicts", "--note", "red \u{1b}[31m", "--tag", "\u{7}"]);
    let shown = bench.done(&["list", "t.txt"]);
    assert!(!shown.contains(['\u{1b}', '\u{7}']), "{shown:?}");
    assert_eq!(bench.json()["annotations"][0]["note"], "red \u{1b}[31m");
}

#[test]
fn a_text_without_annotations_lists_nothing() {
    let bench = Bench::mill();
    let files = bench.files();
    assert_eq!(bench.done(&["list", "t.txt"]), "");
    let all = bench.json();
    assert_eq!((&all["annotations"], &all["links"], &all["judgements"]), (&json!([]), &json!([]), &json!([])));
    assert_eq!(bench.files(), files);
}

#[cfg(unix)]
#[test]
fn a_folder_without_the_right_to_write_can_be_listed() {
    use std::os::unix::fs::PermissionsExt;
    let bench = Bench::mill();
    let one = bench.claim(&["--quote", "24 conflicts"]);
    fs::set_permissions(bench.folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    assert_eq!(bench.json()["annotations"][0]["id"], one.as_str());
    // The superuser may do anything.
    if fs::write(bench.path("try"), "").is_err() {
        bench.refused_in_a_sentence(&["annotate", "t.txt", "--kind", "claim", "--quote", "their looms"], &["Read-only", "written"]);
    }
    fs::set_permissions(bench.folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
}

#[cfg(target_os = "linux")]
#[test]
fn the_settings_say_who_reads_and_where_the_annotations_are_kept() {
    let bench = Bench::mill();
    fs::create_dir_all(bench.path("config/glossator")).unwrap();
    fs::create_dir(bench.path("kept")).unwrap();
    let (text, kept) = (bench.path("t.txt").canonicalize().unwrap(), bench.path("kept/t.ron"));
    let settings = json!({"reader": " Clara ", "elsewhere": {text.to_str().unwrap(): kept}});
    fs::write(bench.path("config/glossator/settings.json"), settings.to_string()).unwrap();
    bench.claim(&["--quote", "24 conflicts"]);
    assert_eq!(bench.json()["annotations"][0]["author"], "Clara");
    assert!(kept.exists() && !bench.sidecar().exists());
}

#[cfg(target_os = "linux")]
#[test]
fn nobody_who_reads_on_is_no_failure_and_a_full_disk_is() {
    let bench = Bench::mill();
    bench.claim(&["--quote", "24 conflicts", "--note", &"long ".repeat(20_000)]);
    for args in [&["list", "t.txt"][..], &["list", "t.txt", "--json"], &["annotate", "t.txt", "--kind", "claim", "--quote", "their looms"]]
    {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let closed = command(bench.folder.path(), args).stdout(writer).output().unwrap();
        assert_eq!((closed.status.code(), String::from_utf8(closed.stderr).unwrap().as_str()), (Some(0), ""), "{args:?}");
        let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let full = command(bench.folder.path(), args).stdout(full).output().unwrap();
        let said = String::from_utf8(full.stderr).unwrap();
        assert!(full.status.code() == Some(2) && said.contains("could not be written"), "{args:?}: {said}");
    }
}

/// A short text with notes, in characters of more than one byte.
const NOTED: &str = "\
Einführung

Die Weber kauften eine Zeitung.1 Sie liehen sich eine zweite,2 und niemand zählte das Schweigen.3

1 Thomas Aldersey, The Penny Press and Its Readers (London: Harcastle, 1994), 58.
2 Ibid., 60.
";

#[test]
fn the_analysis_is_one_object_in_code_points() {
    let bench = Bench::mill();
    fs::write(bench.folder.path().join("noted.txt"), NOTED).unwrap();
    let before = bench.files();
    let analysis: Value = serde_json::from_str(&bench.done(&["analyze", "noted.txt", "--json"])).unwrap();
    assert_eq!(bench.files(), before, "analyze wrote a file");
    assert_eq!(analysis["format"], "glossator-analysis/1");
    assert_eq!(analysis["document"]["chars"], NOTED.chars().count());
    let points: Vec<char> = NOTED.chars().collect();
    let words = |span: &Value| {
        let at = |key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
        points[at("start")..at("end")].iter().collect::<String>()
    };
    let notes = analysis["notes"].as_array().unwrap();
    let said: Vec<(&str, &str, &Value, &Value)> = notes
        .iter()
        .map(|note| (note["label"].as_str().unwrap(), note["kind"].as_str().unwrap(), &note["repeats"], &note["sure"]))
        .collect();
    let (null, yes, no, one) = (Value::Null, Value::Bool(true), Value::Bool(false), Value::from("1"));
    assert_eq!(said, [("1", "full", &null, &yes), ("2", "ibid", &one, &yes), ("3", "empty", &null, &no)]);
    assert_eq!(words(&notes[1]["body"]), "Ibid., 60.");
    assert_eq!(words(&notes[1]["markers"][0]), "2");
    assert_eq!((&notes[1]["locator"], &notes[1]["works"]), (&Value::from("60"), &notes[0]["works"]));
    assert_eq!(notes[2]["body"], Value::Null, "a note that is not in the text has no body");
    let sentences: Vec<String> = analysis["sentences"].as_array().unwrap().iter().map(words).collect();
    assert_eq!(sentences[0], "Die Weber kauften eine Zeitung.1");
    let work = &analysis["works"][0];
    assert_eq!((&work["title"], &work["year"]), (&Value::from("The Penny Press and Its Readers"), &Value::from("1994")));
    assert_eq!(
        (&work["notes"], words(&work["references"][0])),
        (&serde_json::json!(["1", "2"]), NOTED.lines().nth(4).unwrap()[2..].to_owned())
    );
    let styles: Vec<&str> = analysis["citations"].as_array().unwrap().iter().map(|one| one["style"].as_str().unwrap()).collect();
    assert_eq!(styles, ["note"; 3]);
    for key in ["pages", "blocks", "sections", "suggestions", "findings"] {
        assert!(analysis[key].is_array(), "{key}");
    }
    assert!(bench.done(&["analyze", "noted.txt"]).contains("3  notes\n"), "without --json it is for people");
    bench.refused_in_a_sentence(&["analyze", "nowhere.txt", "--json"], &["nowhere.txt", "check the path"]);
}

#[test]
fn help_says_what_there_is() {
    let bench = Bench::mill();
    for (args, words) in [
        (
            &["--help"][..],
            &["analyze", "annotate", "check", "explain", "link", "list", "report", "rules", "Examples", "Exit codes", "./annotate"][..],
        ),
        (&["analyze", "--help"], &["--json", "Examples", "Exit codes", "code points"]),
        (&["annotate", "--help"], &["--quote", "--at", "--document", "Examples", "Exit codes", "code points"]),
        (&["link", "--help"], &["note:12", "url:", "doi:", "file:", "Examples", "Exit codes"]),
        (&["list", "--help"], &["--json", "Examples", "Exit codes"]),
        (&["check", "--help"], &["--json", "--sarif", "--select", "--ignore", "--min-severity", "Examples", "Exit codes"]),
        (&["report", "--help"], &["--format", "--parts", "--summary", "--jsonl", "--force", "Examples", "Exit codes"]),
        (&["rules", "--help"], &["--json", "--markdown", "Examples", "Exit codes"]),
        (&["explain", "--help"], &["Examples", "Exit codes"]),
        (&["--version"], &[concat!("glossator ", env!("CARGO_PKG_VERSION"))]),
    ] {
        let shown = bench.done(args);
        for word in words {
            assert!(shown.contains(word), "{args:?}: no {word:?} in {shown}");
        }
        for later in ["export ", "merge"] {
            assert!(!shown.contains(later), "{args:?} promises {later}");
        }
    }
    for args in [&["--nothing"][..], &["list"], &["list", "t.txt", "--nothing"], &["list", "t.txt", "u.txt"]] {
        bench.refused(args, &["Usage"]);
    }
    bench.refused_in_a_sentence(&["lst", "t.txt"], &["“lst”", "analyze, annotate, link, list, check, report, rules, explain"]);
}

#[cfg(all(unix, not(target_os = "macos")))]
#[test]
fn without_a_display_the_commands_are_named() {
    let bench = Bench::mill();
    for args in [&["t.txt"][..], &["./annotate"], &[]] {
        bench.refused_in_a_sentence(args, &["No window", "annotate", "link", "list"]);
    }
}
