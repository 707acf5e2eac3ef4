//! `report` as scripts and readers meet it: every format, the same bytes each time, nothing written over, many texts at
//! once. `UPDATE_GOLDEN=1` writes the golden files anew; look at them before they are kept.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::{TempDir, tempdir};

struct Ran {
    code: i32,
    out: Vec<u8>,
    err: String,
}

fn run(dir: &Path, args: &[&str]) -> Ran {
    let mut command = Command::new(env!("CARGO_BIN_EXE_glossator"));
    command.current_dir(dir).arg("report").args(args).stdin(Stdio::null());
    command.env("HOME", dir).env("XDG_CONFIG_HOME", dir.join(".config")).env("XDG_DATA_HOME", dir.join(".data"));
    let out = command.output().unwrap();
    Ran { code: out.status.code().unwrap(), out: out.stdout, err: String::from_utf8(out.stderr).unwrap() }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The sample with its annotations in a folder of its own.
fn sample() -> TempDir {
    let folder = tempdir().unwrap();
    for name in ["mill-towns.txt", "mill-towns.txt.gloss.ron"] {
        fs::copy(root().join("samples").join(name), folder.path().join(name)).unwrap();
    }
    folder
}

#[test]
fn the_report_on_the_sample_in_every_format() {
    let folder = sample();
    let golden = root().join("tests/it/golden/report");
    for (format, names) in [
        ("html", &["mill-towns.report.html"][..]),
        ("md", &["mill-towns.report.md"]),
        ("json", &["mill-towns.report.json"]),
        (
            "csv",
            &[
                "mill-towns.report/annotations.csv",
                "mill-towns.report/links.csv",
                "mill-towns.report/findings.csv",
                "mill-towns.report/works.csv",
            ],
        ),
    ] {
        let ran = run(folder.path(), &["mill-towns.txt", "--format", format]);
        assert_eq!((ran.code, ran.out.len(), ran.err.as_str()), (0, 0, ""), "{format}");
        for name in names {
            let made = fs::read_to_string(folder.path().join(name)).unwrap();
            let path = golden.join(name);
            if std::env::var_os("UPDATE_GOLDEN").is_some() {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(&path, &made).unwrap();
            }
            let wanted = fs::read_to_string(&path).unwrap();
            if let Some((line, (made, wanted))) = made.lines().zip(wanted.lines()).enumerate().find(|(_, (made, wanted))| made != wanted) {
                panic!("{name}, line {}: made\n{made}\nand not\n{wanted}", line + 1);
            }
            assert!(made == wanted, "{name}");
        }
    }
}

#[test]
fn a_word_document_has_its_parts_and_the_same_bytes_each_time() {
    let folder = sample();
    assert_eq!(run(folder.path(), &["mill-towns.txt", "-o", "a.docx"]).code, 0);
    assert_eq!(run(folder.path(), &["mill-towns.txt", "-o", "b.docx"]).code, 0);
    let bytes = fs::read(folder.path().join("a.docx")).unwrap();
    assert!(bytes == fs::read(folder.path().join("b.docx")).unwrap());
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut comments = 0;
    for index in 0..zip.len() {
        let mut part = zip.by_index(index).unwrap();
        let name = part.name().to_owned();
        if !name.ends_with(".xml") && !name.ends_with(".rels") {
            continue;
        }
        let mut words = String::new();
        std::io::Read::read_to_string(&mut part, &mut words).unwrap();
        let xml = roxmltree::Document::parse(&words).unwrap_or_else(|why| panic!("{name}: {why}"));
        let count = |tag: &str| xml.descendants().filter(|node| node.tag_name().name() == tag).count();
        match name.as_str() {
            "word/comments.xml" => comments = count("comment"),
            "word/document.xml" => {
                assert_eq!(count("commentRangeStart"), count("commentRangeEnd"));
                assert_eq!(count("commentRangeStart"), count("commentReference"));
                assert!(count("tbl") > 2);
            }
            _ => {}
        }
    }
    assert!(comments > 10, "{comments} comments");
}

#[test]
fn what_is_there_is_left_unless_asked() {
    let folder = sample();
    let at = folder.path().join("mill-towns.report.html");
    fs::write(&at, "mine").unwrap();
    let ran = run(folder.path(), &["mill-towns.txt"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("is there already") && ran.err.contains("--force") && ran.err.lines().count() == 1, "{}", ran.err);
    assert_eq!(fs::read_to_string(&at).unwrap(), "mine");
    assert_eq!(run(folder.path(), &["mill-towns.txt", "--force"]).code, 0);
    assert!(fs::read_to_string(&at).unwrap().starts_with("<!DOCTYPE html>"));
    // The tables are written all or none.
    fs::create_dir(folder.path().join("tables")).unwrap();
    fs::write(folder.path().join("tables/works.csv"), "mine").unwrap();
    assert_eq!(run(folder.path(), &["mill-towns.txt", "--format", "csv", "-o", "tables"]).code, 2);
    assert_eq!(fs::read_dir(folder.path().join("tables")).unwrap().count(), 1);
    let left: Vec<_> = fs::read_dir(folder.path()).unwrap().flatten().map(|entry| entry.file_name()).collect();
    assert!(!left.iter().any(|name| name.to_string_lossy().starts_with(".glossator-")), "{left:?}");
}

#[test]
fn parts_and_forms_are_chosen() {
    let folder = sample();
    let ran = run(folder.path(), &["mill-towns.txt", "--format", "md", "-o", "-", "--parts", "summary,weak"]);
    let words = String::from_utf8(ran.out).unwrap();
    let heads: Vec<&str> = words.lines().filter(|line| line.starts_with("## ")).collect();
    assert_eq!(heads, ["## Summary", "## Weak places"]);
    let ran = run(folder.path(), &["mill-towns.txt", "-o", "report.pdf"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("No format is known by the ending of report.pdf"), "{}", ran.err);
    let ran = run(folder.path(), &["mill-towns.txt", ".", "-o", "-"]);
    assert!(ran.code == 2 && ran.err.contains("standard output"), "{}", ran.err);
}

#[test]
fn many_texts_go_on_past_a_bad_one() {
    let folder = sample();
    let texts = folder.path().join("texts");
    fs::create_dir_all(texts.join("deep")).unwrap();
    fs::copy(folder.path().join("mill-towns.txt"), texts.join("deep/a.txt")).unwrap();
    fs::write(texts.join("a.txt"), "The river ran clear, and the children came down to look at it.\n").unwrap();
    fs::write(texts.join("b.txt"), [0u8, 159, 146, 150, 0, 0, 1, 2]).unwrap();
    let ran = run(folder.path(), &["texts", "--jsonl"]);
    let lines: Vec<Value> =
        ran.out.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).map(|line| serde_json::from_slice(line).unwrap()).collect();
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|line| line["format"] == "glossator-report/1"));
    assert!(ran.err.contains("1 of 3 texts have no report") && ran.err.contains("b.txt"), "{}", ran.err);
    let ran = run(folder.path(), &["texts", "-o", "out", "--summary"]);
    assert_eq!(ran.code, 2);
    let page = fs::read_to_string(folder.path().join("out/index.html")).unwrap();
    for name in ["a.report.html", "a-2.report.html"] {
        assert!(page.contains(&format!("href=\"./{name}\"")), "{name}");
        assert!(folder.path().join("out").join(name).is_file(), "{name}");
    }
    assert!(!folder.path().join("out/b.report.html").exists());
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_told() {
    use std::os::unix::fs::PermissionsExt;
    let folder = sample();
    let locked = folder.path().join("locked");
    fs::write(&locked, "a file").unwrap();
    let ran = run(folder.path(), &["mill-towns.txt", "-o", "locked/report.html"]);
    assert!(ran.code == 2 && ran.err.contains("was not written") && ran.err.lines().count() == 1, "{}", ran.err);
    // A report is made to be handed on: others may read it.
    assert_eq!(run(folder.path(), &["mill-towns.txt"]).code, 0);
    let mode = fs::metadata(folder.path().join("mill-towns.report.html")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o644);
}
