//! Reports of texts that are made to break them, read back by the parsers of those who will read them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::sync::Arc;

use html5ever::tendril::TendrilSink;
use markup5ever_rcdom::{Handle, NodeData, RcDom};
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::*;
use crate::annotation::{Anchor, Annotation, End, Glosses, Id, Index, Link, Place, Strength};
use crate::citation::{self, Citations};
use crate::review::argument::Prose;
use crate::review::{Desk, Review, reviewed};
use crate::structure::{self, Structure};
use crate::text::{SourceText, Span};

/// A text with a reader's work on it.
struct Annotated {
    name: String,
    source: SourceText,
    structure: Structure,
    citations: Citations,
    prose: Prose,
    review: Review,
    glosses: Glosses,
}

impl Annotated {
    fn new(text: &str) -> Self {
        let source = SourceText::from_utf8(text);
        let structure = structure::analyse(&source);
        let citations = citation::analyse(&source, &structure);
        let desk = Desk::new(source.as_str(), &structure, &citations);
        let (prose, review) = (Prose::new(&desk), reviewed(&desk));
        drop(desk);
        Self { name: "a.txt".into(), source, structure, citations, prose, review, glosses: Glosses::default() }
    }

    fn tag(&mut self, id: &str, kind: &str, quote: &str, change: impl FnOnce(&mut Annotation)) {
        let start = self.source.as_str().find(quote).unwrap_or_else(|| panic!("{quote:?} is not in the text"));
        let anchor = Anchor {
            place: Place::Parts(vec![Span::new(start, start + quote.len())]),
            quote: quote.into(),
            before: String::new(),
            after: String::new(),
        };
        let mut own = Annotation {
            id: id.into(),
            kind: kind.into(),
            anchor,
            note: String::new(),
            strength: None,
            reason: String::new(),
            tags: Vec::new(),
            done: None,
            author: "T".into(),
            created: "2026-01-02T03:04:05Z".into(),
            modified: "2026-01-02T03:04:05Z".into(),
        };
        change(&mut own);
        self.glosses.annotations.insert(id.into(), Arc::new(own));
    }

    fn link(&mut self, id: &str, from: End, relation: &str, to: End, note: &str) {
        let link = Link { id: id.into(), from, relation: relation.into(), to, note: note.into(), author: "T".into(), created: "".into() };
        self.glosses.links.insert(id.into(), Arc::new(link));
    }

    fn report(&self, parts: &BTreeSet<Part>) -> Report {
        let index = Index::new(&self.glosses);
        let basics = Basics {
            name: &self.name,
            source: &self.source,
            structure: &self.structure,
            citations: &self.citations,
            review: &self.review,
            prose: &self.prose,
            glosses: &self.glosses,
            index: &index,
        };
        Report::new(&basics, parts)
    }
}

/// Words that do something wherever they are not escaped.
const EVIL: &str = "<script>alert(1)</script> ](javascript:alert(1)) \"double\" 'single' &amp; &#60; a | b `code` ``` <!-- --> --> ]]> \
                    \u{0}\u{1b}[31m \u{202e}txt.exe <img src=x onerror=alert(1)> https://evil.example/ **bold** __b__ ~~s~~ \\| \\ # x";

fn evil() -> Annotated {
    let text = format!(
        "<script>alert(1)</script> & \"Title\" | `x`\n\nIntroduction\n\nThe first claim says {EVIL} and goes on.1 The second claim is plain.2\n\n\
         # not a heading\n\n- a dash begins <b>this</b> line\n\nשלום עולם, a paragraph from the right | with a bar.\n\n\
         1 Jane <i>Doe</i>, “Title & more | bars,” Journal 3 (1999): 4–5.\n\n2 Ibid., 7.\n\nThe last paragraph has the end of it.\n"
    );
    let mut own = Annotated::new(&text);
    own.name = "</title><script>x</script> \"evil\" | `n`\u{202e}.txt".into();
    let said = |note: &str| {
        let note = note.to_owned();
        move |own: &mut Annotation| {
            own.note = note;
            own.author = "Eve \"<&>\" \u{7}".into();
        }
    };
    own.tag("A", "claim", "<script>alert(1)</script> ](javascript", said(&format!("{EVIL}\n\n- {EVIL}\n1. one\n=====")));
    own.tag("B", "claim", "The second claim is plain", |own| {
        own.note = "=SUM(A1) | x\n".repeat(1024 * 1024 / 13);
        own.strength = Some(Strength::Weak);
        own.reason = EVIL.into();
        own.tags = vec![EVIL.into(), "b\"c".into()];
        own.modified = "not a date <&>".into();
    });
    own.tag("C", "no such kind \"<x>\"", "עולם", said("ראו שם | (x)"));
    own.tag("D", "hypothesis", "a dash begins", said("overlaps"));
    own.tag("E", "evidence", "dash begins <b>this</b>", said("overlaps"));
    own.tag("F", "comment", "The last paragraph", |own| own.anchor.place = Place::Lost(vec![(3, 9)]));
    own.tag("G", "comment", "The last paragraph", |own| {
        own.anchor.place = Place::Document;
        own.anchor.quote = String::new();
    });
    own.tag("H", "claim", "The last paragraph", |own| {
        let text = "The last paragraph has the end of it";
        let (Place::Parts(parts), length) = (&mut own.anchor.place, text.len()) else { return };
        let end = parts[0].start + length;
        // Over several paragraphs.
        parts[0] = Span::new(parts[0].start - 60, end);
    });
    let of = |id: &str| End::Annotation(id.into());
    own.link("L1", of("A"), "supports", of("D"), EVIL);
    own.link("L2", of("gone\"><b>"), "supports", of("D"), "");
    own.link("L3", of("D"), "cites", End::Url("javascript:alert(1)//\"><b>|".into()), "|");
    own.link("L4", of("E"), "no such <relation>|", End::File("=cmd|' /C calc'!A0".into()), "@x");
    own
}

fn reports() -> Vec<Report> {
    let (evil, empty, bare) = (evil(), Annotated::new(""), Annotated::new("One paragraph.\n\nAnother one.\n"));
    let few = BTreeSet::from([Part::Annotations]);
    let no_lists = BTreeSet::from([Part::Text, Part::Summary, Part::Works, Part::Argument]);
    let all = Part::all();
    vec![evil.report(&all), evil.report(&few), evil.report(&no_lists), empty.report(&all), bare.report(&all), evil.report(&BTreeSet::new())]
}

fn walk(node: &Handle, see: &mut impl FnMut(&str, &BTreeMap<String, String>)) {
    if let NodeData::Element { name, attrs, .. } = &node.data {
        let attrs = attrs.borrow().iter().map(|own| (own.name.local.to_string(), own.value.to_string())).collect();
        see(&name.local, &attrs);
    }
    node.children.borrow().iter().for_each(|child| walk(child, see));
}

#[test]
fn html_is_html_and_does_nothing() {
    for report in reports() {
        let page = html::html(&report);
        let dom = html5ever::parse_document(RcDom::default(), html5ever::ParseOpts::default()).one(page.as_str());
        let errors = dom.errors.borrow();
        assert!(errors.is_empty(), "{errors:?}");
        let (mut ids, mut hrefs) = (Vec::new(), BTreeSet::new());
        walk(&dom.document, &mut |name, attrs| {
            assert!(!matches!(name, "script" | "img" | "iframe" | "object" | "b-" | "i" | "link" | "base" | "form"), "{name}");
            for (attr, value) in attrs {
                assert!(!attr.starts_with("on") && attr != "src" && attr != "style", "{attr}={value}");
                match attr.as_str() {
                    "id" => ids.push(value.clone()),
                    "href" => {
                        hrefs.insert(value.clone());
                    }
                    _ => {}
                }
            }
        });
        let unique: BTreeSet<&String> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "ids are not unique");
        for href in &hrefs {
            let target = href.strip_prefix('#').unwrap_or_else(|| panic!("{href} leads out"));
            assert!(unique.contains(&target.to_owned()), "{href} leads nowhere");
        }
        assert!(!page.contains('\u{202e}') && !page.contains('\u{0}') && !page.contains('\u{1b}'));
    }
}

#[test]
fn what_is_empty_says_so() {
    let report = Annotated::new("").report(&Part::all());
    let said = [html::html(&report), markdown::markdown(&report)];
    for said in said {
        assert!(said.contains("None.") && said.contains("None is tagged.") && said.contains("nothing was annotated"), "{said}");
    }
}

#[test]
fn markdown_says_the_words_and_nothing_else() {
    for report in reports() {
        let said = markdown::markdown(&report);
        let (mut words, mut cells, mut width) = (String::new(), 0, 0);
        for event in Parser::new_ext(&said, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
            match event {
                Event::Html(own) | Event::InlineHtml(own) => panic!("{own:?} is HTML"),
                Event::Start(tag @ (Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_) | Tag::Strikethrough | Tag::HtmlBlock)) => {
                    panic!("{tag:?}");
                }
                Event::Start(Tag::Table(columns)) => width = columns.len(),
                Event::Start(Tag::TableHead | Tag::TableRow) => cells = 0,
                Event::Start(Tag::TableCell) => cells += 1,
                Event::End(TagEnd::TableHead | TagEnd::TableRow) => assert_eq!(cells, width),
                Event::Text(own) | Event::Code(own) => words.push_str(&own),
                Event::SoftBreak | Event::HardBreak => words.push(' '),
                _ => {}
            }
        }
        // The parser fills short rows up, so the bars are counted too.
        let mut head = None;
        for line in said.lines() {
            let bars = line.replace("\\\\", "").replace("\\|", "").matches('|').count();
            if line.starts_with('|') {
                assert_eq!(*head.get_or_insert(bars), bars, "{line}");
            } else {
                head = None;
            }
        }
        for own in report.annotations.iter().flatten() {
            let flat = |words: &str| words::plain(words).split_whitespace().collect::<Vec<_>>().join(" ");
            let (found, note) = (flat(&words), flat(&own.note));
            assert!(found.contains(&note), "{note:.300?} is not in {found:.3000?}");
        }
    }
}

#[test]
fn csv_is_read_back() {
    for report in reports() {
        for file in csv::csv(&report).unwrap() {
            let mut reader = ::csv::ReaderBuilder::new().from_reader(file.bytes.as_slice());
            let heads = reader.headers().unwrap().clone();
            let rows: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
            assert!(rows.iter().all(|row| row.len() == heads.len()));
            for cell in rows.iter().flat_map(|row| row.iter()) {
                assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
            }
            if file.name != "annotations.csv" {
                continue;
            }
            let all = report.annotations.as_deref().unwrap_or(&[]);
            assert_eq!(all.len(), rows.len());
            for (own, row) in all.iter().zip(&rows) {
                let cell = |name: &str| row.get(heads.iter().position(|head| head == name).unwrap()).unwrap();
                for (name, words) in [("words", &own.words), ("note", &own.note), ("reason", &own.reason), ("kind", &own.kind)] {
                    let plain = words::plain(words);
                    assert!(cell(name) == plain || cell(name).strip_prefix('\'') == Some(&plain), "{:.200?}", cell(name));
                }
            }
        }
    }
}

/// The parts of a Word document.
fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).unwrap();
        if file.is_file() {
            let mut words = String::new();
            file.read_to_string(&mut words).unwrap();
            parts.insert(file.name().to_owned(), words);
        }
    }
    parts
}

#[test]
fn docx_is_whole() {
    for report in reports() {
        let parts = parts(&docx::docx(&report).unwrap());
        for (name, words) in parts.iter().filter(|(name, _)| name.ends_with(".xml") || name.ends_with(".rels")) {
            if let Err(why) = roxmltree::Document::parse(words) {
                panic!("{name}: {why}");
            }
        }
        let document = roxmltree::Document::parse(&parts["word/document.xml"]).unwrap();
        let comments = roxmltree::Document::parse(&parts["word/comments.xml"]).unwrap();
        let ids = |document: &roxmltree::Document, name: &str| -> Vec<String> {
            let named = document.descendants().filter(|node| node.tag_name().name() == name);
            named.map(|node| node.attributes().find(|own| own.name() == "id").unwrap().value().to_owned()).collect()
        };
        let mut own = ids(&comments, "comment");
        own.sort();
        assert!(own.windows(2).all(|pair| pair[0] != pair[1]));
        for name in ["commentRangeStart", "commentRangeEnd", "commentReference"] {
            let mut there = ids(&document, name);
            there.sort();
            assert_eq!(there, own, "{name}");
        }
        let annotations = report.annotations.as_ref().map_or(0, Vec::len);
        assert!(own.len() >= annotations, "{} comments for {annotations} annotations", own.len());
        // Each begins before it ends.
        let mut open = BTreeSet::new();
        for node in document.descendants() {
            let id = || node.attributes().find(|own| own.name() == "id").unwrap().value().to_owned();
            match node.tag_name().name() {
                "commentRangeStart" => assert!(open.insert(id())),
                "commentRangeEnd" => assert!(open.remove(&id())),
                _ => {}
            }
        }
        assert!(open.is_empty());
        // Each table says on its first row that it is the head.
        let tables = document.descendants().filter(|node| node.tag_name().name() == "tbl");
        let heads = tables.filter(|table| table.descendants().any(|node| node.tag_name().name() == "tblHeader")).count();
        assert!(heads > 0 || !(report.has(Part::Summary)));
        assert!(!parts["word/document.xml"].contains("trHeight"));
        // Paragraphs are told apart by their ids.
        let mut seen = BTreeSet::new();
        for node in document.descendants().chain(comments.descendants()) {
            if let Some(id) = node.attributes().find(|own| own.name() == "paraId") {
                assert!(seen.insert(id.value().to_owned()), "paragraph {} comes twice", id.value());
            }
        }
        for node in comments.descendants().filter(|node| node.tag_name().name() == "comment") {
            let date = node.attributes().find(|own| own.name() == "date").unwrap().value();
            assert!(date.parse::<jiff::Timestamp>().is_ok(), "{date}");
        }
    }
}

#[test]
fn docx_has_the_words_of_the_notes() {
    let report = evil().report(&Part::all());
    let parts = parts(&docx::docx(&report).unwrap());
    let comments = roxmltree::Document::parse(&parts["word/comments.xml"]).unwrap();
    let flat = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut words = String::new();
    for node in comments.descendants() {
        match node.tag_name().name() {
            "t" => words.push_str(node.text().unwrap_or("")),
            "p" | "br" => words.push(' '),
            _ => {}
        }
    }
    let words = flat(&words);
    for own in report.annotations.iter().flatten() {
        assert!(words.contains(&flat(&words::plain(&own.note))), "{:.200}", own.note);
    }
}

#[test]
fn the_same_report_gives_the_same_bytes() {
    let own = evil();
    let render = |report: &Report| Format::ALL.map(|format| format.render(report).unwrap());
    let first = render(&own.report(&Part::all()));
    assert!(first == render(&own.report(&Part::all())), "a second time");
    // Other documents on this thread before, and another thread.
    docx::docx(&Annotated::new("x").report(&Part::all())).unwrap();
    std::thread::scope(|scope| {
        let both: Vec<_> = (0..2).map(|_| scope.spawn(|| render(&own.report(&Part::all())))).collect();
        both.into_iter().for_each(|one| assert!(first == one.join().unwrap(), "on another thread"));
    });
}

#[test]
fn json_is_json() {
    for report in reports() {
        let bytes = Format::Json.render(&report).unwrap().remove(0).bytes;
        let value: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        assert_eq!(value, serde_json::to_value(&report).unwrap());
        assert_eq!(value["format"], "glossator-report/1");
        assert_eq!(value["annotations"].as_array().map(Vec::len), report.annotations.as_ref().map(Vec::len));
    }
}

#[test]
fn formats_are_found_by_their_names() {
    for format in Format::ALL {
        assert_eq!(Format::from_name(format.name()), Some(format));
    }
    assert_eq!(Format::from_name("pdf"), None);
    let gone = Id::from("A");
    assert_eq!(evil().report(&Part::all()).annotations.unwrap().iter().filter(|own| own.id == gone.to_string()).count(), 1);
}
