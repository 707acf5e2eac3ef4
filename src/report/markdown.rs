//! The report as Markdown: CommonMark with tables. What Markdown would act on is escaped, so that a note full of stars
//! and brackets is a note full of stars and brackets.

use super::margin::{Paragraph, Remark, Run};
use super::model::{Hypothesis, Marked, Report, Strand, Summary, Test, Tie, TieEnd, Weak, Work};
use super::part::Part;
use super::words::{moment, plain, thousands};

/// The whole report.
pub fn markdown(report: &Report) -> String {
    let mut page = Page { out: String::new(), report };
    page.facts();
    if let Some(summary) = &report.summary {
        page.summary(summary);
    }
    if let Some(hypotheses) = &report.hypotheses {
        page.hypotheses(hypotheses);
    }
    if let Some(strands) = &report.argument {
        page.argument(strands);
    }
    if let Some(weak) = &report.weak {
        page.weak(Part::Weak, weak);
    }
    if let Some(works) = &report.works {
        page.works(works);
    }
    if let Some(annotations) = &report.annotations {
        page.annotations(annotations);
    }
    if let Some(text) = &report.text {
        page.text(text);
    }
    if let Some(dismissed) = &report.dismissed {
        page.weak(Part::Dismissed, dismissed);
    }
    page.line(&format!("Made by {}. SHA-256 of the text: `{}`", words(report.facts.program), report.facts.sha256));
    page.out
}

struct Page<'a> {
    out: String,
    report: &'a Report,
}

impl Page<'_> {
    /// A block of its own.
    fn line(&mut self, words: &str) {
        self.out.push_str(words.trim_end());
        self.out.push_str("\n\n");
    }

    fn head(&mut self, part: Part) {
        self.line(&format!("## {}", part.title()));
    }

    /// Items, or that there are none.
    fn items(&mut self, items: impl IntoIterator<Item = String>) {
        let before = self.out.len();
        for item in items {
            self.out.push_str("- ");
            self.out.push_str(&item);
            self.out.push('\n');
        }
        if self.out.len() == before {
            self.out.push_str("None.\n");
        }
        self.out.push('\n');
    }

    /// A table, or that there is nothing for it.
    fn table(&mut self, heads: &[&str], rows: impl Iterator<Item = Vec<String>>) {
        let before = self.out.len();
        for row in rows {
            if self.out.len() == before {
                self.out.push_str(&format!("| {} |\n|{}\n", heads.join(" | "), " --- |".repeat(heads.len())));
            }
            self.out.push_str(&format!("| {} |\n", row.join(" | ")));
        }
        if self.out.len() == before {
            self.out.push_str("None.\n");
        }
        self.out.push('\n');
    }

    fn facts(&mut self) {
        let facts = &self.report.facts;
        let mut out = vec![format!("# Reading report: {}", words(&facts.document))];
        if self.report.has(Part::Facts) {
            let kinds: Vec<String> = facts.kinds.iter().map(|kind| format!("{} {}", words(&kind.name), thousands(kind.number))).collect();
            let reader = if facts.readers.is_empty() { "none".to_owned() } else { words(&facts.readers.join(", ")) };
            let changed = if facts.changed.is_empty() { "nothing was annotated".to_owned() } else { words(&moment(&facts.changed)) };
            out.push(format!(
                "- Reader: {reader}\n- Last change: {changed}\n- Length: {} characters, {} pages\n- Sources: {} notes, {} citations, {} works\n- Annotations: {}; {} links",
                thousands(facts.length),
                thousands(facts.pages),
                thousands(facts.notes),
                thousands(facts.citations),
                thousands(facts.works),
                if kinds.is_empty() { "none".to_owned() } else { kinds.join(", ") },
                thousands(facts.links)
            ));
        }
        out.iter().for_each(|words| self.line(words));
    }

    fn summary(&mut self, summary: &Summary) {
        self.head(Part::Summary);
        self.items(summary.said.iter().map(|said| words(said)));
        let weak = self.report.weak.as_deref().unwrap_or(&[]);
        if !weak.is_empty() && !summary.first.is_empty() {
            self.line("### What to look at first");
            let first = summary.first.iter().filter_map(|number| weak.get(number.checked_sub(1)?));
            let first: Vec<String> =
                first.map(|own| format!("Weak place {}: {} *{}*", own.number, words(&own.message), words(&own.hint))).collect();
            self.items(first);
        }
        self.line("### How well each section is supported");
        let heads = [
            "Section",
            "Page",
            "Claims",
            "Supported",
            "Contested",
            "Without support",
            "Weak",
            "Citations",
            "Weak ones",
            "Words without a citation",
        ];
        let rows = summary.sections.iter().map(|own| {
            let indent = "\u{a0}\u{a0}".repeat(usize::from(own.level.saturating_sub(1)));
            let numbers = [own.claims, own.supported, own.contested, own.unsupported, own.weak, own.citations, own.weak_citations];
            let mut row = vec![format!("{indent}{}", cell(&own.title)), cell(&own.page)];
            row.extend(numbers.map(|number| number.to_string()));
            row.push(format!("{} of {}", thousands(own.uncited), thousands(own.words)));
            row
        });
        let rows: Vec<Vec<String>> = rows.collect();
        self.table(&heads, rows.into_iter());
    }

    fn hypotheses(&mut self, hypotheses: &[Hypothesis]) {
        self.head(Part::Hypotheses);
        if hypotheses.is_empty() {
            self.line("None is tagged.");
        }
        for own in hypotheses {
            self.line(&format!("### {}{}", numbered(own.number), words(&own.words)));
            let tests = |tests: &[Test]| -> String {
                let one = |test: &Test| {
                    let relation = if test.relation.is_empty() { String::new() } else { format!(" ({})", words(&test.relation)) };
                    format!("{}{}{relation}", numbered(test.number), words(&test.place.said()))
                };
                if tests.is_empty() { "nowhere".to_owned() } else { tests.iter().map(one).collect::<Vec<_>>().join("; ") }
            };
            let mut items = vec![
                format!("Stated: {}", words(&own.stated.said())),
                format!("Tested: {}", tests(&own.tested)),
                format!("Concluded on: {}", tests(&own.concluded)),
                format!("{} for it, {} against it, {} qualifying it", own.supports, own.attacks, own.qualifies),
            ];
            items.extend(own.gaps.iter().map(|gap| format!("**{}**", words(gap))));
            self.items(items);
        }
    }

    fn argument(&mut self, strands: &[Strand]) {
        self.head(Part::Argument);
        if strands.is_empty() {
            return self.line("No hypothesis and no claim is tagged.");
        }
        for own in strands {
            let what = if own.kind.is_empty() { own.what } else { &own.kind };
            let aside = if own.aside.is_empty() { String::new() } else { format!(" — {}", words(&own.aside)) };
            let faults: String = own.reasons.iter().map(|reason| format!(" **{}**", words(reason))).collect();
            let indent = "  ".repeat(own.depth.min(12));
            self.out.push_str(&format!("{indent}- {}: {}{}{aside}{faults}\n", words(what), numbered(own.number), words(&own.words)));
        }
        self.out.push('\n');
    }

    fn weak(&mut self, part: Part, all: &[Weak]) {
        self.head(part);
        if all.is_empty() {
            self.line("None.");
        }
        for own in all {
            self.line(&format!("### {}\\. {}", own.number, words(&own.message)));
            let severity = if own.severity == "info" { "remark" } else { own.severity };
            let note = own.note.as_ref().map(|note| format!("note {}", words(note)));
            let place = Some(words(&own.place.said())).filter(|place| !place.is_empty());
            let wher: Vec<String> = note.into_iter().chain(place).collect();
            let wher = if wher.is_empty() { "the whole text".to_owned() } else { wher.join(", ") };
            self.line(&format!("{severity} · `{}` · {wher}", own.rule));
            if !own.words.is_empty() {
                self.line(&format!("> {}", words(&own.words)));
            }
            let mut items: Vec<String> =
                own.beside.iter().map(|beside| format!("beside: “{}” ({})", words(&beside.words), words(&beside.place.said()))).collect();
            items.push(format!("*{}*", words(&own.hint)));
            items.push(match own.verdict {
                Some(verdict) if own.reason.is_empty() => format!("The reader: **{verdict}**"),
                Some(verdict) => format!("The reader: **{verdict}**, because {}", words(&own.reason)),
                None => "Not judged yet".to_owned(),
            });
            items.extend(own.annotation.map(|number| format!("Annotation {number}")));
            self.items(items);
        }
    }

    fn works(&mut self, works: &[Work]) {
        self.head(Part::Works);
        let numbers = |numbers: &[usize]| if numbers.is_empty() { "none".to_owned() } else { joined(numbers) };
        let rows = works.iter().map(|own| {
            vec![
                cell(&own.name),
                cell(&own.notes.join(", ")),
                own.citations.to_string(),
                numbers(&own.claims),
                numbers(&own.alone),
                joined(&own.weak),
            ]
        });
        self.table(&["Work", "Notes", "Cited", "Claims that rest on it", "Would fall without it", "Weak places"], rows);
    }

    fn annotations(&mut self, all: &[Marked]) {
        self.head(Part::Annotations);
        let rows = all.iter().map(|own| {
            let strength = own
                .strength
                .map(|strength| if own.reason.is_empty() { strength.to_owned() } else { format!("{strength}: {}", own.reason) });
            let said: Vec<String> =
                strength.into_iter().chain([own.note.clone(), own.tags.join(", ")]).filter(|said| !said.is_empty()).collect();
            let marked = if own.words.is_empty() { own.standing.to_owned() } else { own.words.clone() };
            let lost = if own.standing == "lost" { " (no longer found in the text)" } else { "" };
            vec![
                own.number.to_string(),
                cell(&own.kind_name),
                format!("{}{lost}", cell(&marked)),
                cell(&said.join(" · ")),
                cell(&own.place.said()),
            ]
        });
        self.table(&["No.", "Kind", "Words", "What the reader says", "Where"], rows);
        if let Some(links) = &self.report.links {
            self.line("### Links");
            let end = |end: &TieEnd| format!("{}{}", numbered(end.annotation), cell(&end.words));
            let row = |own: &Tie| vec![end(&own.from), cell(&own.relation), end(&own.to), cell(&own.note)];
            self.table(&["From", "Relation", "To", "Note"], links.iter().map(row));
        }
    }

    fn text(&mut self, paragraphs: &[Paragraph]) {
        self.head(Part::Text);
        for own in paragraphs {
            let said: String = own.runs.iter().map(run).collect();
            let line = match own.kind {
                "heading" => format!("### {}", said.replace('\n', " ")),
                "quotation" => format!("> {said}"),
                "list_item" => format!("- {said}"),
                _ => said,
            };
            self.line(&line);
            let remarks: Vec<String> = own.margin.iter().filter_map(|remark| self.remark(*remark)).collect();
            if !remarks.is_empty() {
                remarks.iter().for_each(|remark| self.out.push_str(&format!("> {remark}\n>\n")));
                self.out.push('\n');
            }
        }
    }

    fn remark(&self, remark: Remark) -> Option<String> {
        match remark {
            Remark::Annotation(number) => {
                let own = self.report.annotations.as_ref()?.get(number.checked_sub(1)?)?;
                let strength = own.strength.map_or_else(String::new, |strength| format!(" **{strength}**"));
                let said: Vec<String> =
                    [&own.reason, &own.note].into_iter().filter(|said| !said.is_empty()).map(|said| words(said)).collect();
                Some(format!("\\[{number}\\] {}{strength} {}", words(&own.kind_name), said.join(" · ")).trim_end().to_owned())
            }
            Remark::Weak(number) => {
                let own = self.report.weak.as_ref()?.get(number.checked_sub(1)?)?;
                Some(format!("\\[W{number}\\] {}", words(&own.message)))
            }
        }
    }
}

/// Marked words are set strong, with their number behind them.
fn run(run: &Run) -> String {
    let said = words(&run.words);
    let bare = said.trim();
    let numbers: String = run.ends.iter().map(|number| format!("\\[{number}\\]")).collect();
    if run.annotations.is_empty() || bare.is_empty() {
        return format!("{said}{numbers}");
    }
    let (before, behind) = said.split_at(said.len() - said.trim_start().len());
    let after = behind.get(bare.len()..).unwrap_or("");
    format!("{before}**{bare}**{numbers}{after}")
}

/// Words in which nothing is a sign of Markdown; line ends are spaces.
fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in plain(text).chars() {
        match c {
            '\n' | '\t' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '(' | ')' | '#' | '+' | '!' | '|' | '~' | '$' | '^' | '@' => {
                out.push('\\');
                out.push(c);
            }
            // Addresses are made into links by many programs.
            ':' => out.push_str("\\:"),
            _ => out.push(c),
        }
    }
    opening(out)
}

/// What would open a list or a rule at the start of a line is escaped too.
fn opening(words: String) -> String {
    let bare = words.trim_start();
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let at = words.len() - bare.len();
    match bare.as_bytes().get(digits) {
        Some(b'-' | b'=') if digits == 0 => format!("{}\\{bare}", words.get(..at).unwrap_or("")),
        Some(b'.') if digits > 0 => format!("{}\\{}", words.get(..at + digits).unwrap_or(""), bare.get(digits..).unwrap_or("")),
        _ => words,
    }
}

/// Words in a cell of a table.
fn cell(text: &str) -> String {
    words(text)
}

fn numbered(number: Option<usize>) -> String {
    number.map_or_else(String::new, |number| format!("\\[{number}\\] "))
}

fn joined(numbers: &[usize]) -> String {
    numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")
}
