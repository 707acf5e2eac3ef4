//! The review, measured on texts that those who wrote the rules have not read: clean ones, on which nothing above a
//! remark may be shown, and others in which weaknesses were put. Only counts are printed.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use glossator::citation;
use glossator::review::{self, Choice, Finding, Severity, shown};
use glossator::structure::{self, Structure};
use glossator::text::SourceText;
use serde_json::Value;

/// Of what is shown unasked on the planted texts, so much must be one of their weaknesses.
const RIGHT: f64 = 0.9;
/// Of the weaknesses, so many must be found when everything is asked for.
const FOUND: f64 = 0.65;

struct Read {
    name: String,
    source: SourceText,
    structure: Structure,
    findings: Vec<Finding>,
}

fn read(path: &Path) -> Read {
    let source = glossator::text::decode::decode(&std::fs::read(path).unwrap(), None).unwrap().source;
    let structure = structure::analyse(&source);
    let citations = citation::analyse(&source, &structure);
    let findings = review::review(&source, &structure, &citations).findings;
    Read { name: path.file_stem().unwrap().to_string_lossy().into_owned(), source, structure, findings }
}

fn texts(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/review").join(folder);
    let mut all: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    all.retain(|path| path.extension().is_some_and(|end| end == "txt" || end == "md"));
    all.sort();
    all
}

#[test]
fn clean_texts_have_nothing_shown_above_a_remark() {
    let mut counts: BTreeMap<(String, &str), usize> = BTreeMap::new();
    let all = texts("clean");
    assert_eq!(all.len(), 15);
    for path in all {
        let read = read(&path);
        for one in shown(&read.findings, &Choice::default()) {
            *counts.entry((read.name.clone(), one.finding.rule.id)).or_default() += 1;
        }
    }
    println!("shown on clean texts: {counts:?}");
    let sum: usize = counts.values().sum();
    assert_eq!(sum, 0, "{sum} alarms on clean texts: {counts:?}");
}

/// A weakness that was put in.
struct Planted {
    rules: Vec<String>,
    parts: Vec<(usize, usize)>,
    notes: Vec<String>,
}

fn planted(path: &Path) -> Vec<Planted> {
    let words = std::fs::read(path.with_extension("json")).unwrap();
    let value: Value = serde_json::from_slice(&words).unwrap();
    let strings = |value: &Value| -> Vec<String> {
        value.as_array().map_or(Vec::new(), |list| list.iter().filter_map(|own| own.as_str().map(ToOwned::to_owned)).collect())
    };
    let point = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let pair = |value: &Value| match value.as_array() {
        Some(pair) => (point(&pair[0]), point(&pair[1])),
        None => (point(&value["start"]), point(&value["end"])),
    };
    let one = |own: &Value| Planted {
        rules: std::iter::once(own["rule"].as_str().unwrap().to_owned()).chain(strings(&own["also"])).collect(),
        parts: own["parts"].as_array().unwrap().iter().map(pair).collect(),
        notes: strings(&own["notes"]),
    };
    value["planted"].as_array().unwrap().iter().map(one).collect()
}

impl Planted {
    fn is(&self, finding: &Finding, read: &Read) -> bool {
        let label = finding.note.map(|note| read.structure.notes[note].label.as_str());
        let mut spans = finding.parts.iter().chain(&finding.related).map(|span| read.source.to_points(*span));
        self.rules.iter().any(|rule| rule == finding.rule.id)
            && (label.is_some_and(|label| self.notes.iter().any(|note| note == label))
                || spans.any(|(start, end)| self.parts.iter().any(|part| start < part.1 && part.0 < end)))
    }
}

#[test]
fn planted_weaknesses_are_found_and_little_else() {
    let (mut found, mut all, mut right, mut wrong) = (0, 0, 0, 0);
    let mut missed: BTreeMap<String, usize> = BTreeMap::new();
    let mut alarms: BTreeMap<&str, usize> = BTreeMap::new();
    for path in texts("planted") {
        let read = read(&path);
        let wanted = planted(&path);
        for own in &wanted {
            all += 1;
            if read.findings.iter().any(|finding| own.is(finding, &read)) {
                found += 1;
            } else {
                *missed.entry(own.rules[0].clone()).or_default() += 1;
            }
        }
        for one in shown(&read.findings, &Choice::default()) {
            if wanted.iter().any(|own| own.is(&one.finding, &read)) {
                right += 1;
            } else {
                wrong += 1;
                *alarms.entry(one.finding.rule.id).or_default() += 1;
            }
            assert!(one.finding.severity > Severity::Info);
        }
    }
    println!("planted: {found} of {all} found; missed {missed:?}\nshown unasked: {right} right, {wrong} not planted {alarms:?}");
    assert!(f64::from(found) >= FOUND * f64::from(all), "{found} of {all}");
    assert!(f64::from(right) >= RIGHT * f64::from(right + wrong), "{right} right, {wrong} wrong");
}
