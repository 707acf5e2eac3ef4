//! The report as a Word document: headings that its outline knows, tables with head rows, and each annotation as a
//! comment on its words, so that it can be answered where writers work.

mod remarks;
mod sheet;

use docx_rs::Paragraph as Line;

use self::remarks::Remarks;
use self::sheet::{Column, Sheet, WIDTH, aside, directed, heading_style, high, numbers, on, run, strong, words, wrong};
use super::margin::{Paragraph, Run};
use super::model::{Hypothesis, Marked, Report, Section, Strand, Summary, Test, Tie, TieEnd, Weak, Work};
use super::part::Part;
use super::words::{moment, thousands};

/// Steps of the argument are set in by at most so many.
const DEEPEST: usize = 8;
/// By so much each, in twentieths of a point.
const STEP: usize = 340;

/// The bytes of the document; the same report gives the same.
///
/// # Errors
/// Where the archive cannot be written.
pub fn docx(report: &Report) -> Result<Vec<u8>, String> {
    let mut page = Page { sheet: Sheet::default(), report, remarks: Remarks::new(report) };
    page.title();
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
    let facts = &report.facts;
    page.sheet.say("Small", &format!("Made by {}. SHA-256 of the text: {}", facts.program, facts.sha256));
    page.sheet.bytes(&facts.document, &facts.changed, facts.program)
}

struct Page<'a> {
    sheet: Sheet,
    report: &'a Report,
    remarks: Remarks,
}

impl Page<'_> {
    fn head(&mut self, part: Part) {
        self.sheet.heading(1, part.title());
    }

    fn none(&mut self, words: &str) {
        let none = self.sheet.paragraph("Normal").add_run(aside(words));
        self.sheet.put(none);
    }

    /// A cell of words.
    fn cell(&mut self, words: &str) -> Vec<Line> {
        vec![self.sheet.line("Cell", words)]
    }

    fn title(&mut self) {
        let facts = &self.report.facts;
        self.sheet.say("Over", "Reading report");
        self.sheet.say("Title", &facts.document);
        if !self.report.has(Part::Facts) {
            return;
        }
        let kinds: Vec<String> = facts.kinds.iter().map(|kind| format!("{} {}", kind.name, thousands(kind.number))).collect();
        let or_none = |words: String| if words.is_empty() { "none".to_owned() } else { words };
        let changed = if facts.changed.is_empty() { "nothing was annotated".to_owned() } else { moment(&facts.changed) };
        let rows = [
            (if facts.readers.len() == 1 { "Reader" } else { "Readers" }, or_none(facts.readers.join(", "))),
            ("Last change", changed),
            ("Length", format!("{} characters, {} pages", thousands(facts.length), thousands(facts.pages))),
            (
                "Sources",
                format!("{} notes, {} citations, {} works", thousands(facts.notes), thousands(facts.citations), thousands(facts.works)),
            ),
            (
                "Annotations",
                if kinds.is_empty() { "none".to_owned() } else { format!("{}; {} links", kinds.join(", "), thousands(facts.links)) },
            ),
        ];
        self.sheet.facts(&rows);
    }

    fn summary(&mut self, summary: &Summary) {
        self.head(Part::Summary);
        for said in &summary.said {
            self.sheet.item(said);
        }
        let weak = self.report.weak.as_deref().unwrap_or(&[]);
        let first: Vec<&Weak> = summary.first.iter().filter_map(|number| weak.get(number.checked_sub(1)?)).collect();
        if !first.is_empty() {
            self.sheet.heading(2, "What to look at first");
        }
        for own in first {
            let line = self.sheet.numbered().add_run(run(&own.message)).add_run(aside(&format!(" W{}, {}. ", own.number, place_of(own))));
            self.sheet.put(directed(line.add_run(run(&own.hint).italic()), &own.message));
        }
        self.sheet.heading(2, "How well each section is supported");
        self.sections(&summary.sections);
    }

    fn sections(&mut self, sections: &[Section]) {
        let columns = [
            words("Section", 2_058),
            words("Page", 560),
            numbers("Claims", 740),
            numbers("Supported", 980),
            numbers("Contested", 980),
            numbers("Without support", 860),
            numbers("Weak", 640),
            numbers("Citations", 920),
            numbers("Weak ones", 660),
            numbers("Words without a citation", 1_240),
        ];
        let mut rows = Vec::with_capacity(sections.len());
        for own in sections {
            let indent = i32::from(own.level.saturating_sub(1).min(4)) * 140;
            let name = if own.level == 0 {
                self.sheet.paragraph("Cell").add_run(strong(&own.title))
            } else {
                self.sheet.line("Cell", &own.title).indent(Some(indent), None, None, None)
            };
            let mut row = vec![vec![name], self.cell(&own.page)];
            for number in [own.claims, own.supported, own.contested, own.unsupported, own.weak, own.citations, own.weak_citations] {
                row.push(self.cell(&thousands(number)));
            }
            row.push(self.cell(&format!("{} of {}", thousands(own.uncited), thousands(own.words))));
            rows.push(row);
        }
        self.sheet.table(&columns, rows);
    }

    fn hypotheses(&mut self, hypotheses: &[Hypothesis]) {
        self.head(Part::Hypotheses);
        if hypotheses.is_empty() {
            self.none("None is tagged.");
        }
        for own in hypotheses {
            self.sheet.heading(3, &format!("{}{}", numbered(own.number), own.words));
            let one = |test: &Test| {
                let relation = if test.relation.is_empty() { String::new() } else { format!(" ({})", test.relation) };
                format!("{}{}{relation}", numbered(test.number), test.place.said())
            };
            let tests = |tests: &[Test]| {
                if tests.is_empty() { "nowhere".to_owned() } else { tests.iter().map(one).collect::<Vec<_>>().join("; ") }
            };
            self.sheet.facts(&[
                ("Stated", own.stated.said()),
                ("Tested", tests(&own.tested)),
                ("Concluded on", tests(&own.concluded)),
                ("For and against", format!("{} for it, {} against it, {} qualifying it", own.supports, own.attacks, own.qualifies)),
            ]);
            for gap in &own.gaps {
                let line = self.sheet.paragraph("Normal").add_run(wrong(&format!("Missing: {gap}")));
                self.sheet.put(line);
            }
        }
    }

    fn argument(&mut self, strands: &[Strand]) {
        self.head(Part::Argument);
        if strands.is_empty() {
            self.none("No hypothesis and no claim is tagged.");
            return;
        }
        self.sheet.say(
            "Normal",
            "From each hypothesis, and each claim under none, down to the works it rests on. What is missing or weak is said.",
        );
        for own in strands {
            let indent = i32::try_from(own.depth.min(DEEPEST) * STEP).unwrap_or(0);
            let mut line = self.sheet.paragraph("Step").indent(Some(indent), None, None, None).keep_next(own.depth == 0);
            let kind = if own.kind.is_empty() { own.what } else { &own.kind };
            line = line.add_run(aside(&format!("{kind} {}", numbered(own.number))));
            line = line.add_run(match (own.depth, own.state) {
                (_, "missing") => wrong(&own.words),
                (0, _) => strong(&own.words),
                _ => run(&own.words),
            });
            let place = own.place.said();
            for said in [own.aside.as_str(), if own.depth == 0 { &place } else { "" }] {
                if !said.is_empty() {
                    line = line.add_run(aside(&format!(" · {said}")));
                }
            }
            for reason in &own.reasons {
                line = line.add_run(wrong(&format!(" · {reason}")));
            }
            self.sheet.put(directed(line, &own.words));
        }
    }

    fn weak(&mut self, part: Part, all: &[Weak]) {
        self.head(part);
        if all.is_empty() {
            self.none("None.");
        }
        for own in all {
            self.sheet.heading(3, &format!("{}. {}", own.number, own.message));
            let severity = if own.severity == "info" { "remark" } else { own.severity };
            let places = if own.count > 1 { format!(" · {} places", thousands(own.count)) } else { String::new() };
            let line = self.sheet.paragraph("Small").keep_next(true).add_run(strong(severity));
            self.sheet.put(line.add_run(aside(&format!(" · {} · {}{places}", own.rule, place_of(own)))));
            if !own.words.is_empty() {
                self.sheet.say("Quote", &own.words);
            }
            for beside in &own.beside {
                let place = beside.place.said();
                let place = if place.is_empty() { place } else { format!(" ({place})") };
                self.sheet.item(&format!("beside: “{}”{place}", beside.words));
            }
            let hint = directed(self.sheet.paragraph("Normal").add_run(run(&own.hint).italic()), &own.hint);
            self.sheet.put(hint);
            let mut said = match own.verdict {
                Some(verdict) if own.reason.is_empty() => format!("The reader: {verdict}."),
                Some(verdict) => format!("The reader: {verdict}, because {}", own.reason),
                None => "Not judged yet.".to_owned(),
            };
            if let Some(number) = own.annotation {
                said.push_str(&format!(" Annotation {number}."));
            }
            self.sheet.say("Small", &said);
        }
    }

    fn works(&mut self, works: &[Work]) {
        self.head(Part::Works);
        if works.is_empty() {
            self.none("None was found.");
            return;
        }
        let columns = [
            words("Work", 3_400),
            words("Notes", 1_700),
            numbers("Cited", 700),
            words("Claims that rest on it", 1_400),
            words("Would fall without it", 1_250),
            words("Weak places", WIDTH - 8_450),
        ];
        let joined =
            |numbers: &[usize], before: &str| numbers.iter().map(|number| format!("{before}{number}")).collect::<Vec<_>>().join(", ");
        let or_none = |words: String| if words.is_empty() { "none".to_owned() } else { words };
        let mut rows = Vec::with_capacity(works.len());
        for own in works {
            rows.push(vec![
                self.cell(&own.name),
                self.cell(&own.notes.join(", ")),
                self.cell(&thousands(own.citations)),
                self.cell(&or_none(joined(&own.claims, ""))),
                self.cell(&or_none(joined(&own.alone, ""))),
                self.cell(&joined(&own.weak, "W")),
            ]);
        }
        self.sheet.table(&columns, rows);
    }

    fn annotations(&mut self, all: &[Marked]) {
        self.head(Part::Annotations);
        if all.is_empty() {
            self.none("None.");
        } else {
            let columns = [
                numbers("No.", 560),
                words("Kind", 1_200),
                words("Words", 3_500),
                words("What the reader says", 2_900),
                words("Where", WIDTH - 8_160),
            ];
            let rows = all.iter().map(|own| self.annotation(own)).collect();
            self.sheet.table(&columns, rows);
        }
        if let Some(links) = &self.report.links {
            self.sheet.heading(2, "Links");
            self.links(links);
        }
    }

    /// The row of an annotation; its comment stands on its words here, where it cannot stand in the text.
    fn annotation(&mut self, own: &Marked) -> Vec<Vec<Line>> {
        let marked = if own.words.is_empty() { own.standing } else { &own.words };
        let mut line = self.sheet.paragraph("Cell");
        if self.remarks.is_in_text(own.number) {
            line = line.add_run(run(marked));
        } else {
            let comment = self.remarks.of_annotation(&mut self.sheet, own);
            let id = comment.id();
            line = line.add_comment_start(comment).add_run(run(marked)).add_comment_end(id);
        }
        if own.standing == "lost" {
            line = line.add_run(wrong(" no longer found in the text"));
        }
        let mut said = Vec::new();
        if let Some(strength) = own.strength {
            let reason = if own.reason.is_empty() { String::new() } else { format!(": {}", own.reason) };
            said.push(self.sheet.paragraph("Cell").add_run(strong(strength)).add_run(run(&reason)));
        }
        for words in [&own.note, &own.tags.join(", ")] {
            if !words.is_empty() {
                said.push(self.sheet.line("Cell", words));
            }
        }
        let kind = self.sheet.paragraph("Cell").add_run(on(run(&own.kind_name), &lightened(&own.color)));
        let number = self.cell(&own.number.to_string());
        vec![number, vec![kind], vec![directed(line, marked)], said, self.cell(&own.place.said())]
    }

    fn links(&mut self, links: &[Tie]) {
        if links.is_empty() {
            self.none("None.");
            return;
        }
        let columns: [Column; 4] = [words("From", 3_100), words("Relation", 1_200), words("To", 3_100), words("Note", WIDTH - 7_400)];
        let end = |end: &TieEnd| format!("{}{}", numbered(end.annotation), end.words);
        let mut rows = Vec::with_capacity(links.len());
        for own in links {
            rows.push(vec![self.cell(&end(&own.from)), self.cell(&own.relation), self.cell(&end(&own.to)), self.cell(&own.note)]);
        }
        self.sheet.table(&columns, rows);
    }

    fn text(&mut self, paragraphs: &[Paragraph]) {
        self.head(Part::Text);
        let said = "Page headers, page numbers and link targets are left out. Numbers in brackets are annotations; what the reader says of them stands in the comments.";
        let note = self.sheet.paragraph("Normal").add_run(aside(said));
        self.sheet.put(note);
        for (at, own) in paragraphs.iter().enumerate() {
            let style = match own.kind {
                "heading" => heading_style(own.level.saturating_add(1).max(2)),
                "quotation" => "Quote",
                "list_item" => "Item",
                "table" => "Preformatted",
                "note" | "bibliography_entry" | "contents_entry" | "caption" | "front_matter" => "Small",
                _ => "Normal",
            };
            let mut line = self.sheet.paragraph(style);
            // Behind a heading, where the outline does not begin with it.
            let heads = own.kind == "heading";
            if let Some(page) = own.page.as_ref().filter(|_| !heads) {
                line = line.add_run(aside(&format!("[p. {page}] ")));
            }
            for (index, run) in own.runs.iter().enumerate() {
                line = self.remarks.begin(&mut self.sheet, self.report, (at, index), line);
                line = line.add_run(self.run(run));
                line = self.remarks.end((at, index), line);
                for number in &run.ends {
                    line = line.add_run(high(aside(&format!("[{number}]"))));
                }
            }
            if let Some(page) = own.page.as_ref().filter(|_| heads) {
                line = line.add_run(aside(&format!(" [p. {page}]")));
            }
            let first = own.runs.iter().find(|run| !run.words.trim().is_empty()).map_or("", |run| run.words.as_str());
            self.sheet.put(directed(line, first));
        }
    }

    fn run(&self, own: &Run) -> docx_rs::Run {
        let mut said = run(&own.words);
        let kind = own.annotations.last().and_then(|number| self.report.annotations.as_ref()?.get(number.checked_sub(1)?));
        if let Some(kind) = kind {
            said = on(said, &lightened(&kind.color));
        }
        if !own.weak.is_empty() {
            said = said.underline("wave");
        }
        if own.marker { high(said) } else { said }
    }
}

/// A colour of the reader's, light enough to read dark letters on it: `rrggbb`.
fn lightened(color: &str) -> String {
    let digits = color.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii()).unwrap_or("6b6560");
    let value = u32::from_str_radix(digits, 16).unwrap_or(0x006b_6560);
    let light = |shift: u32| 255 - (255 - ((value >> shift) & 255)) * 28 / 100;
    format!("{:02X}{:02X}{:02X}", light(16), light(8), light(0))
}

fn numbered(number: Option<usize>) -> String {
    number.map_or_else(String::new, |number| format!("[{number}] "))
}

/// Where a weak place is, with its note.
fn place_of(own: &Weak) -> String {
    let note = own.note.as_ref().map(|note| format!("note {note}"));
    let said: Vec<String> = note.into_iter().chain(Some(own.place.said()).filter(|place| !place.is_empty())).collect();
    if said.is_empty() { "the whole text".to_owned() } else { said.join(", ") }
}
