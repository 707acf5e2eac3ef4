//! One page over many texts: a line each, with the way to its report.

use maud::{DOCTYPE, PreEscaped, html};

use super::model::Report;
use super::words::{moment, plain, thousands};

/// What is said of one text.
#[derive(Clone, Debug)]
pub struct Summed {
    document: String,
    /// The file of its report, beside the page.
    file: String,
    readers: String,
    changed: String,
    annotations: usize,
    claims: usize,
    supported: usize,
    weak: usize,
    confirmed: usize,
    works: usize,
}

impl Summed {
    /// Of `report`, which stands in `file`.
    pub fn of(report: &Report, file: String) -> Self {
        let whole = report.summary.as_ref().and_then(|summary| summary.sections.first());
        let weak = report.weak.as_deref().unwrap_or(&[]);
        Self {
            document: report.facts.document.clone(),
            file,
            readers: report.facts.readers.join(", "),
            changed: report.facts.changed.clone(),
            annotations: report.facts.kinds.iter().map(|kind| kind.number).sum(),
            claims: whole.map_or(0, |own| own.claims),
            supported: whole.map_or(0, |own| own.supported),
            weak: weak.len(),
            confirmed: weak.iter().filter(|own| own.verdict.is_some()).count(),
            works: report.facts.works,
        }
    }
}

const HEADS: [&str; 8] = ["Text", "Reader", "Last change", "Annotations", "Claims", "Supported", "Weak places", "Works"];

/// The page: the texts with the most weak places first.
pub fn summary_page(all: &[Summed]) -> String {
    let mut rows: Vec<&Summed> = all.iter().collect();
    rows.sort_by(|a, b| (b.weak, &a.document, &a.file).cmp(&(a.weak, &b.document, &b.file)));
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { "Reading reports: " (rows.len()) " texts" }
                style { (PreEscaped(include_str!("report.css"))) }
            }
            body {
                header { p.over { "Reading reports" } h1 { (thousands(rows.len())) " texts" } }
                main {
                    @if rows.is_empty() { p.none { "None." } } @else {
                        p { "The texts with the most weak places come first. Nothing here judges a person: it says what is tagged and what was found." }
                        table {
                            thead { tr { @for (at, head) in HEADS.iter().enumerate() { th scope="col" class=[(at > 2).then_some("n")] { (head) } } } }
                            tbody { @for own in rows { tr {
                                th scope="row" dir="auto" { a href=(address(&own.file)) { (plain(&own.document)) } }
                                td dir="auto" { (plain(&own.readers)) }
                                td { @if own.changed.is_empty() { "not annotated" } @else { (moment(&own.changed)) } }
                                td.n { (own.annotations) } td.n { (own.claims) } td.n { (own.supported) }
                                td.n { (own.weak) " (" (own.confirmed) " confirmed)" } td.n { (own.works) }
                            } } }
                        }
                    }
                }
            }
        }
    };
    let mut out = markup.into_string();
    out.push('\n');
    out
}

/// The name of a file in the same folder as an address: nothing in it can be a scheme, a query or another folder.
fn address(file: &str) -> String {
    let mut out = String::from("./");
    for byte in file.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => out.push(char::from(byte)),
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn a_name_is_a_name() {
        assert_eq!(address("a b.html"), "./a%20b.html");
        assert_eq!(address("javascript:x?/é"), "./javascript%3Ax%3F%2F%C3%A9");
    }
}
