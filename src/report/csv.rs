//! The report as tables: annotations, links, findings and works, one file each, as RFC 4180 has them. A cell that a
//! spreadsheet would take for a formula begins with an apostrophe.

use super::Output;
use super::model::{Report, Weak};
use super::words::plain;

/// One file for each table.
pub fn csv(report: &Report) -> Result<Vec<Output>, csv::Error> {
    let mut files = Vec::new();
    if let Some(annotations) = &report.annotations {
        let heads = [
            "number", "id", "kind", "words", "page", "section", "start", "end", "standing", "strength", "reason", "note", "tags", "author",
            "created", "modified",
        ];
        let rows = annotations.iter().map(|own| {
            let place = [text(&own.place.page), text(&own.place.section), number(own.place.start), number(own.place.end)];
            let said = [own.standing, own.strength.unwrap_or(""), &own.reason, &own.note].map(text);
            let made = [&own.author, &own.created, &own.modified].map(|words| text(words));
            let mut row = vec![own.number.to_string(), text(&own.id), text(&own.kind), text(&own.words)];
            row.extend(place.into_iter().chain(said).chain([text(&own.tags.join("; "))]).chain(made));
            row
        });
        files.push(file("annotations.csv", &heads, rows)?);
    }
    if let Some(links) = &report.links {
        let heads = ["id", "from", "from_words", "relation", "to", "to_words", "note", "author", "created"];
        let rows = links.iter().map(|own| {
            vec![
                text(&own.id),
                number(own.from.annotation),
                text(&own.from.words),
                text(&own.relation),
                number(own.to.annotation),
                text(&own.to.words),
                text(&own.note),
                text(&own.author),
                text(&own.created),
            ]
        });
        files.push(file("links.csv", &heads, rows)?);
    }
    if report.weak.is_some() || report.dismissed.is_some() {
        let heads = [
            "number",
            "rule",
            "severity",
            "words",
            "note",
            "page",
            "section",
            "start",
            "end",
            "message",
            "hint",
            "places",
            "verdict",
            "reason",
            "annotation",
            "work",
        ];
        let all = report.weak.iter().flatten().chain(report.dismissed.iter().flatten());
        files.push(file("findings.csv", &heads, all.map(finding))?);
    }
    if let Some(works) = &report.works {
        let heads = ["number", "work", "notes", "citations", "claims", "would_fall", "findings"];
        let numbers = |numbers: &[usize]| numbers.iter().map(usize::to_string).collect::<Vec<_>>().join("; ");
        let rows = works.iter().map(|own| {
            vec![
                own.number.to_string(),
                text(&own.name),
                text(&own.notes.join("; ")),
                own.citations.to_string(),
                numbers(&own.claims),
                numbers(&own.alone),
                numbers(&own.weak),
            ]
        });
        files.push(file("works.csv", &heads, rows)?);
    }
    Ok(files)
}

fn finding(own: &Weak) -> Vec<String> {
    let place = [text(&own.place.page), text(&own.place.section), number(own.place.start), number(own.place.end)];
    let mut row =
        vec![own.number.to_string(), text(own.rule), text(own.severity), text(&own.words), text(own.note.as_deref().unwrap_or(""))];
    row.extend(place);
    row.extend([text(&own.message), text(&own.hint), own.count.to_string(), text(own.verdict.unwrap_or("")), text(&own.reason)]);
    row.extend([number(own.annotation), number(own.work)]);
    row
}

fn file(name: &'static str, heads: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<Output, csv::Error> {
    let mut table = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    table.write_record(heads)?;
    for row in rows {
        table.write_record(&row)?;
    }
    let bytes = table.into_inner().map_err(|why| why.into_error())?;
    Ok(Output { name, bytes })
}

fn number(number: Option<usize>) -> String {
    number.map_or_else(String::new, |number| number.to_string())
}

/// Words that no spreadsheet takes for a formula (OWASP, CSV Injection: = + - @, tab and carriage return).
fn text(words: &str) -> String {
    let words = plain(words).replace('\r', "");
    if words.starts_with(['=', '+', '-', '@', '\t', '＝', '＋', '－', '＠']) { format!("'{words}") } else { words }
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn no_cell_is_a_formula() {
        for words in ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "＝1"] {
            assert!(text(words).starts_with('\''), "{words:?}");
        }
        assert_eq!(text("a = b"), "a = b");
        assert_eq!(text("a\u{0}b"), "a␀b");
    }
}
