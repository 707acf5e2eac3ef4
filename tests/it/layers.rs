//! The layer rule, read off the source: each folder names only those above it in the list, the window's toolkit and
//! the sidecar's format are known in one folder each, and what is computed from the text touches nothing outside.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The folders from the ground up.
const LAYERS: [&str; 12] =
    ["text", "structure", "citation", "annotation", "review", "sidecar", "import", "exchange", "report", "session", "ui", "cli"];

/// The last folder that does no input or output, reads no clock, and says nothing.
const LAST_PURE: &str = "review";

/// The most lines of a file.
const LONGEST: usize = 1000;

#[test]
fn the_source_keeps_its_layers() {
    let house = House::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    assert!(house.files.len() > 30, "only {} files were found", house.files.len());
    assert!(LAYERS.iter().filter(|layer| house.files.keys().any(|path| path.starts_with(&format!("{layer}/")))).count() > 5);
    let broken = house.check();
    assert!(broken.is_empty(), "{} places break the rules of the house:\n{}", broken.len(), broken.join("\n"));
}

/// A checker that never objects would be of no use.
#[test]
fn what_breaks_the_rules_is_seen() {
    let cases: &[(&str, &str, &str)] = &[
        ("text/a.rs", "use crate::structure::Block;", "names structure"),
        ("text/mod.rs", "use super::session;", "names session"),
        ("text/a.rs", "use super::super::session::Session;", "names session"),
        ("text/a.rs", "fn f() { crate::ui::run(); }", "names ui"),
        ("text/a.rs", "use crate::{text::Span, sidecar::{self, Lock}};", "names sidecar"),
        ("text/a.rs", "use crate::*;", "names everything"),
        ("text/a.rs", "use crate as all;", "names everything"),
        ("text/a.rs", "use super::super::*;", "names everything"),
        ("text/a.rs", "use super::super as all;", "names everything"),
        ("text/a.rs", "fn f() { 1 as crate::session::Size; }", "names session"),
        ("text/a.rs", "fn f() { A { ..crate::ui::A::default() }; 0..crate::cli::END; }", "names cli"),
        ("text/a.rs", "mod inner { use super::super::super::cli; }", "names cli"),
        ("text/a.rs", "fn f(x: &crate::report::Model) {}", "names report"),
        ("text/a.rs", "use crate::cellar::Wine;", "names cellar"),
        ("sidecar/a.rs", "use crate::session::Clock;", "names session"),
        ("ui/a.rs", "use crate::cli::Args;", "names cli"),
        ("cli/a.rs", "use crate::ui::Theme;", "names ui"),
        ("session/a.rs", "use egui::Context;", "names egui"),
        ("session/a.rs", "fn f() { eframe::run(); }", "names eframe"),
        ("cli/a.rs", "use egui;", "names egui"),
        ("session/a.rs", "fn f() { ron::to_string(&1); }", "names ron"),
        ("structure/a.rs", "use std::{io, fs::File};", "names std::fs"),
        ("structure/a.rs", "fn f() { std::env::var(\"X\"); }", "names std::env"),
        ("structure/a.rs", "use std::net::TcpStream;", "names std::net"),
        ("review/a.rs", "use std::time::{Duration, Instant};", "names std::time::Instant"),
        ("review/a.rs", "use std::thread; fn f() { thread::sleep(x); }", "names std::thread"),
        ("review/a.rs", "fn f() { ::std::time::SystemTime::now(); }", "names std::time::SystemTime"),
        ("citation/a.rs", "use jiff::Timestamp;", "names jiff"),
        ("annotation/a.rs", "fn f() { println!(\"x\"); }", "names println"),
        ("session/a.rs", "fn f() { x.unwrap(); }", "unwrap()"),
        ("session/a.rs", "fn f() { x\n    .expect(\"y\"); }", "expect("),
        ("main.rs", "fn f() { panic!(\"y\"); }", "panic!"),
        ("ui/a.rs", "#[cfg(test)]\nmod tests { fn f() { x.unwrap(); } }\nfn g() { todo!() }", "todo!"),
        ("ui/a.rs", "#[cfg(test)]\nuse a::b;\nfn g() { let c = '\"'; x.unwrap(); let d = '\"'; }", "unwrap()"),
        ("ui/a.rs", "fn g<'a>(x: &'a str) { x.unwrap(); }", "unwrap()"),
    ];
    for (path, content, want) in cases {
        let broken = House::of(&[(path, content)]).check();
        assert!(
            broken.iter().any(|one| one.starts_with(path) && one.contains(want)),
            "{content:?} in {path} should be told: {want}; {broken:?}"
        );
    }
    let long = "\n".repeat(LONGEST + 1);
    assert_eq!(House::of(&[("ui/a.rs", &long)]).check().len(), 1);
}

/// And one that always does, of none either.
#[test]
fn what_keeps_the_rules_is_left_alone() {
    let cases: &[(&str, &str)] = &[
        ("text/a.rs", "//! use crate::session; x.unwrap()\n/* egui /* panic!() */ ron */ /// [`crate::ui`]"),
        (
            "text/a.rs",
            "const A: &str = \"crate::session \\\" x.unwrap() \";\nconst B: &str = r#\"ron \"egui\" panic!\"#; const C: char = '\"';",
        ),
        ("text/a.rs", "use super::Span; use crate::text::{self, search::Query}; pub(crate) fn f() {} pub(in crate::text) fn g() {}"),
        (
            "text/a.rs",
            "#[cfg(test)]\n#[allow(clippy::unwrap_used)]\nmod tests { fn f() { std::fs::read(x).unwrap(); panic!(); println!(); } }",
        ),
        ("text/a.rs", "#[cfg(test)]\nfn f() -> [u8; 2] { x.unwrap() }"),
        ("text/a.rs", "use std::{collections::HashMap, fmt, time::Duration}; fn f() { x.unwrap_or(1); y.expected(); unwrap(); }"),
        ("review/a.rs", "use crate::{annotation as work, text::{Span as S, Units}}; fn f() { 1 as crate::text::Size; }"),
        ("review/a.rs", "use std::thread::{available_parallelism, scope};"),
        ("review/a.rs", "use crate::{annotation::Id, citation::Work, structure::Block, text::Span};"),
        ("ui/a.rs", "use crate::session::Session; use egui::Ui; fn f() { eframe::run(); }"),
        ("cli/a.rs", "use crate::{report, session}; fn f() { println!(\"{}\", std::env::args().count()); }"),
        ("sidecar/read.rs", "use ron::Options; use super::wire;"),
        ("session/a.rs", "struct A { ron: u8 } fn f(egui: &str) { let eframe = a.ron; }"),
        ("main.rs", "use glossator::ui;"),
        ("lib.rs", "pub mod text; pub mod ui;"),
    ];
    for (path, content) in cases {
        assert_eq!(House::of(&[(path, content)]).check(), Vec::<String>::new(), "{content:?} in {path}");
    }
    // A module that is there for tests only is one in a file of its own, too.
    let house = House::of(&[("text/mod.rs", "#[cfg(test)]\nmod tests;"), ("text/tests.rs", "fn f() { x.unwrap(); }"), ("ui/tests.rs", "")]);
    assert_eq!(house.check(), Vec::<String>::new());
}

/// All of the source, by its path in `src` with slashes.
struct House {
    files: BTreeMap<String, String>,
}

impl House {
    fn of(files: &[(&str, &str)]) -> Self {
        Self { files: files.iter().map(|&(path, content)| (path.to_owned(), content.to_owned())).collect() }
    }

    fn read(root: &Path) -> Self {
        let mut files = BTreeMap::new();
        let mut folders = vec![root.to_path_buf()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    let name: Vec<_> = path.strip_prefix(root).unwrap().iter().map(|part| part.to_str().unwrap()).collect();
                    files.insert(name.join("/"), fs::read_to_string(&path).unwrap());
                }
            }
        }
        Self { files }
    }

    /// Every place that breaks a rule, in words.
    fn check(&self) -> Vec<String> {
        let parsed: BTreeMap<&str, File> = self.files.iter().map(|(path, content)| (path.as_str(), File::parse(path, content))).collect();
        let for_tests: Vec<String> = parsed.values().flat_map(|file| file.test_modules.iter().cloned()).collect();
        let mut broken = Vec::new();
        for (path, file) in &parsed {
            let in_tests = for_tests.iter().any(|module| *path == format!("{module}.rs") || path.starts_with(&format!("{module}/")));
            file.check(in_tests, &mut |line, what: String| broken.push(format!("{path}:{line}: {what}")));
            let lines = self.files[*path].lines().count();
            if lines > LONGEST {
                broken.push(format!("{path}:{lines}: has more than {LONGEST} lines"));
            }
        }
        broken
    }
}

/// A name, or one character of anything else that is neither white space, comment nor the inside of a literal.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Token {
    word: String,
    line: usize,
    /// Whether it is in something that is there for tests only.
    test: bool,
}

/// A name with the modules before it, as `use` and expressions write it.
#[derive(Debug)]
struct Named {
    segments: Vec<String>,
    line: usize,
    test: bool,
    /// How many modules are open around it inside the file.
    depth: usize,
}

/// One file of the source.
struct File {
    /// The modules from the root down to this file; none for `lib.rs` and `main.rs`.
    module: Vec<String>,
    tokens: Vec<Token>,
    /// Modules in files of their own that are there for tests only, as paths without an ending.
    test_modules: Vec<String>,
}

impl File {
    fn parse(path: &str, content: &str) -> Self {
        let mut tokens = tokens(content);
        let mut module: Vec<String> = path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
        if matches!(module.last().map(String::as_str), Some("mod" | "lib" | "main")) {
            module.pop();
        }
        let test_modules = mark_tests(&mut tokens).into_iter().map(|name| [&module[..], &[name]].concat().join("/")).collect();
        Self { module, tokens, test_modules }
    }

    fn check(&self, in_tests: bool, broken: &mut impl FnMut(usize, String)) {
        let own = self.module.first().map(String::as_str);
        let rank = |layer: &str| LAYERS.iter().position(|known| *known == layer);
        let pure = own.and_then(rank).is_some_and(|own| own <= rank(LAST_PURE).unwrap());
        if let Some(own) = own
            && rank(own).is_none()
        {
            broken(1, format!("the folder {own} is in no layer"));
        }
        for named in names(&self.tokens) {
            let Some(first) = named.segments.first() else { continue };
            let foreign = |krate: &str| first == krate && (named.segments.len() > 1 || self.is_imported(named.line, krate));
            if own != Some("ui") && (foreign("egui") || foreign("eframe")) {
                broken(named.line, format!("names {first}, which only ui knows"));
            }
            if own != Some("sidecar") && foreign("ron") {
                broken(named.line, "names ron, which only sidecar knows".to_owned());
            }
            if let (Some(own), Some(other)) = (own, self.layer_of(&named)) {
                let above = match (rank(own), rank(&other)) {
                    _ if own == other => true,
                    (Some(own_rank), Some(other_rank)) => other_rank < own_rank && (own, other.as_str()) != ("cli", "ui"),
                    _ => false,
                };
                if !above {
                    broken(named.line, format!("{own} names {other}"));
                }
            }
            if pure && !in_tests && !named.test {
                let segments: Vec<&str> = named.segments.iter().map(String::as_str).collect();
                let outside = match &segments[..] {
                    // Work that is shared, and joined before it is given back, is pure all the same.
                    ["std", "thread", "scope" | "Builder" | "available_parallelism"] => None,
                    ["std", part @ ("fs" | "net" | "env" | "process" | "thread"), ..] => Some(format!("std::{part}")),
                    ["std", "time", part @ ("Instant" | "SystemTime"), ..] => Some(format!("std::time::{part}")),
                    ["jiff", ..] => Some("jiff".to_owned()),
                    [one @ ("println" | "print" | "eprintln" | "eprint" | "dbg")] => Some((*one).to_owned()),
                    _ => None,
                };
                if let Some(outside) = outside {
                    broken(named.line, format!("names {outside}, and is to do no input or output and to read no clock"));
                }
            }
        }
        if in_tests {
            return;
        }
        for window in self.tokens.windows(4).filter(|window| !window[0].test) {
            let words: Vec<&str> = window.iter().map(|token| token.word.as_str()).collect();
            match words[..] {
                [".", "unwrap", "(", ")"] => broken(window[1].line, "unwrap() outside of tests".to_owned()),
                [".", "expect", "(", _] => broken(window[1].line, "expect( outside of tests".to_owned()),
                _ => {}
            }
        }
        for pair in self.tokens.windows(2).filter(|pair| !pair[0].test) {
            if let [macro_name @ ("panic" | "todo" | "unimplemented" | "unreachable"), "!"] = [pair[0].word.as_str(), pair[1].word.as_str()]
            {
                broken(pair[0].line, format!("{macro_name}! outside of tests"));
            }
        }
    }

    /// Whether `krate` stands behind `use` or `extern crate` on that line.
    fn is_imported(&self, line: usize, krate: &str) -> bool {
        let before = |pair: &[Token]| matches!(pair[0].word.as_str(), "use" | "crate") && pair[1].word == krate && pair[1].line == line;
        self.tokens.windows(2).any(before)
    }

    /// The folder that a name leads to when it starts from the root of the crate.
    fn layer_of(&self, named: &Named) -> Option<String> {
        let mut segments = named.segments.iter().map(String::as_str).peekable();
        // Modules from the root to where the name stands; those inside the file have no names here, only a number.
        let mut base = self.module.len() + named.depth;
        match segments.next()? {
            "crate" => base = 0,
            "super" => {
                base = base.saturating_sub(1);
                while segments.next_if_eq(&"super").is_some() {
                    base = base.saturating_sub(1);
                }
            }
            _ => return None,
        }
        if base > 0 {
            return None;
        }
        // `pub(crate)` names nothing.
        segments.next().map(|folder| if folder == "*" { "everything".to_owned() } else { folder.to_owned() })
    }
}

/// Every name in `tokens`, groups of `use` taken apart.
fn names(tokens: &[Token]) -> Vec<Named> {
    let mut found = Vec::new();
    let mut braces: Vec<bool> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let depth = braces.iter().filter(|is_module| **is_module).count();
        // Behind one dot is a field or a method, behind two a name.
        let dots = tokens[..at].iter().rev().take_while(|token| token.word == ".").count();
        if is_name(&token.word) && dots != 1 {
            at = path(tokens, at, &[], depth, &mut found);
            continue;
        }
        match token.word.as_str() {
            "{" => braces.push(at >= 2 && tokens[at - 2].word == "mod"),
            "}" => drop(braces.pop()),
            _ => {}
        }
        at += 1;
    }
    found
}

/// Reads the path that begins at `at`, behind `prefix`; where it ends.
fn path(tokens: &[Token], mut at: usize, prefix: &[String], depth: usize, found: &mut Vec<Named>) -> usize {
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.word == word);
    let Some(first) = tokens.get(at) else { return at };
    let mut segments = prefix.to_vec();
    while let Some(token) = tokens.get(at) {
        if is_name(&token.word) || token.word == "*" {
            segments.push(token.word.clone());
            at += 1;
        } else if token.word == "{" && !segments.is_empty() {
            at += 1;
            while at < tokens.len() && !is(at, "}") {
                let next = path(tokens, at, &segments, depth, found);
                at = next.max(at + 1);
                if is(at, ",") {
                    at += 1;
                }
            }
            return at + 1;
        } else {
            break;
        }
        if !(is(at, ":") && is(at + 1, ":")) {
            break;
        }
        at += 2;
    }
    if is(at, "as") {
        // All of a module under another name is all that is in it.
        if segments.iter().all(|segment| matches!(segment.as_str(), "crate" | "super")) {
            segments.push("*".to_owned());
        }
        // A new name is none of ours; but a type that something is turned into may be.
        at += if is(at + 2, ":") { 1 } else { 2 };
    }
    found.push(Named { segments, line: first.line, test: first.test, depth });
    at
}

fn is_name(word: &str) -> bool {
    word.starts_with(|c: char| c.is_alphanumeric() || c == '_')
}

/// Marks what stands behind `#[cfg(test)]`, and returns the modules among it that are in files of their own.
fn mark_tests(tokens: &mut [Token]) -> Vec<String> {
    let mut modules = Vec::new();
    let words =
        |from: usize, tokens: &[Token]| -> Vec<String> { tokens.iter().skip(from).take(7).map(|token| token.word.clone()).collect() };
    let mut at = 0;
    while at < tokens.len() {
        if words(at, tokens) != ["#", "[", "cfg", "(", "test", ")", "]"] {
            at += 1;
            continue;
        }
        let start = at;
        let (mut round, mut curly) = (0, 0);
        at += 7;
        // Other attributes, then the item, up to its end: a semicolon, or the brace that closes its body.
        while let Some(token) = tokens.get(at) {
            match token.word.as_str() {
                "(" | "[" => round += 1,
                ")" | "]" => round -= 1,
                "{" => curly += 1,
                "}" => curly -= 1,
                _ => {}
            }
            at += 1;
            let word = &tokens[at - 1].word;
            if round == 0 && curly == 0 && (word == ";" || word == "}") {
                break;
            }
        }
        if let [.., module, name, end] = &tokens[start..at]
            && (module.word.as_str(), end.word.as_str()) == ("mod", ";")
        {
            modules.push(name.word.clone());
        }
        tokens[start..at].iter_mut().for_each(|token| token.test = true);
    }
    modules
}

/// Takes Rust apart into names and signs; comments and the insides of literals are left out.
fn tokens(content: &str) -> Vec<Token> {
    let chars: Vec<char> = content.chars().collect();
    let is = |at: usize, c: char| chars.get(at) == Some(&c);
    let (mut found, mut at, mut line): (Vec<Token>, usize, usize) = (Vec::new(), 0, 1);
    while let Some(&c) = chars.get(at) {
        let start = at;
        if c.is_whitespace() {
            at += 1;
        } else if c == '/' && is(at + 1, '/') {
            while at < chars.len() && !is(at, '\n') {
                at += 1;
            }
        } else if c == '/' && is(at + 1, '*') {
            let mut depth = 0;
            loop {
                if is(at, '/') && is(at + 1, '*') {
                    (at, depth) = (at + 2, depth + 1);
                } else if is(at, '*') && is(at + 1, '/') {
                    (at, depth) = (at + 2, depth - 1);
                } else {
                    at += 1;
                }
                if depth == 0 || at >= chars.len() {
                    break;
                }
            }
        } else if let Some(end) = raw_string(&chars, at) {
            at = end;
        } else if c == '"' || (c == 'b' && is(at + 1, '"')) || (c == 'c' && is(at + 1, '"')) {
            at += if c == '"' { 1 } else { 2 };
            while at < chars.len() && !is(at, '"') {
                at += if is(at, '\\') { 2 } else { 1 };
            }
            at += 1;
        } else if c == '\'' && (is(at + 1, '\\') || is(at + 2, '\'')) {
            // A character; else it is a lifetime.
            at += if is(at + 1, '\\') { 3 } else { 2 };
            while at < chars.len() && !is(at, '\'') {
                at += 1;
            }
            at += 1;
        } else if c.is_alphanumeric() || c == '_' {
            while chars.get(at).is_some_and(|c| c.is_alphanumeric() || *c == '_') {
                at += 1;
            }
            found.push(Token { word: chars[start..at].iter().collect(), line, test: false });
        } else {
            at += 1;
            // A lifetime's name is none of ours.
            if c == '\'' {
                while chars.get(at).is_some_and(|c| c.is_alphanumeric() || *c == '_') {
                    at += 1;
                }
            } else {
                found.push(Token { word: c.to_string(), line, test: false });
            }
        }
        line += chars[start..at.min(chars.len())].iter().filter(|c| **c == '\n').count();
    }
    found
}

/// Where the raw string that begins at `at` ends.
fn raw_string(chars: &[char], at: usize) -> Option<usize> {
    let mut from = at;
    if matches!(chars.get(from), Some('b' | 'c')) {
        from += 1;
    }
    if chars.get(from) != Some(&'r') || (at > 0 && (chars[at - 1].is_alphanumeric() || chars[at - 1] == '_')) {
        return None;
    }
    let hashes = chars[from + 1..].iter().take_while(|c| **c == '#').count();
    let mut end = from + 1 + hashes;
    if chars.get(end) != Some(&'"') {
        return None;
    }
    end += 1;
    while end < chars.len() {
        if chars[end] == '"' && chars[end + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes {
            return Some(end + 1 + hashes);
        }
        end += 1;
    }
    Some(chars.len())
}
