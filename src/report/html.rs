//! The report as one page of HTML: no script, no other file, light and dark, and pages of paper where it is printed.
//! Every word is escaped by the template; what is set as it is, is written here.

use std::collections::BTreeSet;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::margin::{Paragraph, Remark, Run};
use super::model::{Hypothesis, Marked, Report, Section, Strand, Summary, Test, Tie, TieEnd, Weak, Where, Work};
use super::part::Part;
use super::words::{moment, plain, thousands};

const STYLE: &str = include_str!("report.css");

/// The whole page.
pub fn html(report: &Report) -> String {
    let page = Page::new(report);
    let facts = &report.facts;
    let name = plain(&facts.document);
    let style = page.style();
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content=(facts.program);
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { "Reading report: " (name) }
                style { (PreEscaped(style)) }
            }
            body {
                header {
                    p.over { "Reading report" }
                    h1 dir="auto" { (name) }
                    (page.about())
                }
                (page.contents())
                main {
                    @if let Some(summary) = &report.summary { (page.summary(summary)) }
                    @if let Some(hypotheses) = &report.hypotheses { (page.hypotheses(hypotheses)) }
                    @if let Some(strands) = &report.argument { (page.argument(strands)) }
                    @if let Some(weak) = &report.weak { (page.weak(Part::Weak, weak)) }
                    @if let Some(works) = &report.works { (page.works(works)) }
                    @if let Some(annotations) = &report.annotations { (page.annotations(annotations)) }
                    @if let Some(text) = &report.text { (page.text(text)) }
                    @if let Some(dismissed) = &report.dismissed { (page.weak(Part::Dismissed, dismissed)) }
                }
                footer { p { "Made by " (facts.program) ". SHA-256 of the text: " code { (facts.sha256) } } }
            }
        }
    };
    let mut out = markup.into_string();
    out.push('\n');
    out
}

/// What of the page can be linked to.
struct Page<'a> {
    report: &'a Report,
    /// Annotations that begin in the text of the page.
    in_text: BTreeSet<usize>,
    /// Weak places that begin in it.
    weak_in_text: BTreeSet<usize>,
    weak: usize,
    works: bool,
}

impl<'a> Page<'a> {
    fn new(report: &'a Report) -> Self {
        let runs = || report.text.iter().flatten().flat_map(|paragraph| &paragraph.runs);
        Self {
            report,
            in_text: runs().flat_map(|run| run.begins.iter().copied()).collect(),
            weak_in_text: runs().flat_map(|run| run.begins_weak.iter().copied()).collect(),
            weak: report.weak.as_ref().map_or(0, Vec::len),
            works: report.works.is_some(),
        }
    }

    /// The style, with the reader's colours and the name of the document for the head of each sheet.
    fn style(&self) -> String {
        let mut style = STYLE.to_owned();
        style.push_str(&format!("@page{{@top-left{{content:{}}}}}\n", css_string(&plain(&self.report.facts.document))));
        for (at, kind) in self.report.facts.kinds.iter().enumerate() {
            style.push_str(&format!(".k{at}{{--kind:{}}}\n", css_color(&kind.color)));
        }
        style
    }

    fn kind_class(&self, kind: &str) -> String {
        match self.report.facts.kinds.iter().position(|own| own.id == kind) {
            Some(at) => format!("k k{at}"),
            None => "k".to_owned(),
        }
    }

    /// Document, reader, date, counts.
    fn about(&self) -> Markup {
        let facts = &self.report.facts;
        if !self.report.has(Part::Facts) {
            return html! {};
        }
        let kinds: Vec<String> = facts.kinds.iter().map(|kind| format!("{} {}", plain(&kind.name), thousands(kind.number))).collect();
        let row = |name: &str, words: String| html! { div { dt { (name) } dd dir="auto" { (words) } } };
        html! {
            dl.facts {
                (row(if facts.readers.len() == 1 { "Reader" } else { "Readers" }, or_none(&facts.readers.join(", "))))
                (row("Last change", if facts.changed.is_empty() { "nothing was annotated".to_owned() } else { moment(&facts.changed) }))
                (row("Length", format!("{} characters, {} pages", thousands(facts.length), thousands(facts.pages))))
                (row("Sources", format!("{} notes, {} citations, {} works", thousands(facts.notes), thousands(facts.citations), thousands(facts.works))))
                (row("Annotations", if kinds.is_empty() { "none".to_owned() } else { format!("{}; {} links", kinds.join(", "), thousands(facts.links)) }))
                (row("Text (SHA-256)", facts.sha256.get(..16).map_or_else(String::new, |head| format!("{head}…"))))
            }
        }
    }

    fn contents(&self) -> Markup {
        let shown = self.report.parts.iter().filter(|part| **part != Part::Facts);
        html! { nav aria-label="Contents" { ul { @for part in shown { li { a href={ "#" (part.name()) } { (part.title()) } } } } } }
    }

    fn summary(&self, summary: &Summary) -> Markup {
        let weak = self.report.weak.as_deref().unwrap_or(&[]);
        let first = summary.first.iter().filter_map(|number| weak.get(number.checked_sub(1)?));
        html! {
            section id="summary" {
                h2 { (Part::Summary.title()) }
                ul.said { @for words in &summary.said { li dir="auto" { (plain(words)) } } }
                @if !weak.is_empty() && !summary.first.is_empty() {
                    h3 { "What to look at first" }
                    ol.first {
                        @for one in first {
                            li dir="auto" {
                                a href={ "#w" (one.number) } { (plain(&one.message)) }
                                " " span.where { (self.place_of(one)) }
                                " " span.do { (plain(&one.hint)) }
                            }
                        }
                    }
                }
                (self.coverage(&summary.sections))
            }
        }
    }

    /// The plot of the sections, and the same in numbers.
    fn coverage(&self, sections: &[Section]) -> Markup {
        let most = sections.iter().map(|section| section.claims).max().unwrap_or(0);
        html! {
            h3 { "How well each section is supported" }
            @if most == 0 { p.none { "No claim is tagged, so there is no plot." } }
            @else { figure { (plot(sections, most)) figcaption { "Claims in each section: supported, with nothing for them, and weak or contested. The numbers stand in the table." } } }
            table.sections {
                thead { tr {
                    th scope="col" { "Section" } th scope="col" { "Page" } th.n scope="col" { "Claims" } th.n scope="col" { "Supported" }
                    th.n scope="col" { "Contested" } th.n scope="col" { "Without support" } th.n scope="col" { "Weak" }
                    th.n scope="col" { "Citations" } th.n scope="col" { "Weak ones" } th.n scope="col" { "Words without a citation" }
                } }
                tbody { @for own in sections { tr {
                    th scope="row" dir="auto" class={ "l" (own.level.min(4)) } { (plain(&own.title)) }
                    td { (plain(&own.page)) }
                    @for number in [own.claims, own.supported, own.contested, own.unsupported, own.weak, own.citations, own.weak_citations] {
                        td class=(if number == 0 { "n z" } else { "n" }) { (thousands(number)) }
                    }
                    td.n { (thousands(own.uncited)) " of " (thousands(own.words)) }
                } } }
            }
        }
    }

    fn hypotheses(&self, hypotheses: &[Hypothesis]) -> Markup {
        let test = |test: &Test| html! { li dir="auto" { (self.annotation(test.number)) " " (place(&test.place)) @if !test.relation.is_empty() { " (" (plain(&test.relation)) ")" } } };
        let tests = |name: &str, tests: &[Test]| html! { div { dt { (name) } dd { @if tests.is_empty() { span.none { "nowhere" } } @else { ul { @for own in tests { (test(own)) } } } } } };
        html! {
            section id="hypotheses" {
                h2 { (Part::Hypotheses.title()) }
                @if hypotheses.is_empty() { p.none { "None is tagged." } }
                @for own in hypotheses {
                    article.hypothesis {
                        h3 dir="auto" { (self.annotation(own.number)) " " (plain(&own.words)) }
                        dl.facts {
                            div { dt { "Stated" } dd { (place(&own.stated)) } }
                            (tests("Tested", &own.tested))
                            (tests("Concluded on", &own.concluded))
                            div { dt { "For and against" } dd { (own.supports) " for it, " (own.attacks) " against it, " (own.qualifies) " qualifying it" } }
                        }
                        @for gap in &own.gaps { p.gap { (gap) } }
                    }
                }
            }
        }
    }

    fn argument(&self, strands: &[Strand]) -> Markup {
        html! {
            section id="argument" {
                h2 { (Part::Argument.title()) }
                @if strands.is_empty() { p.none { "No hypothesis and no claim is tagged." } }
                @else { p { "From each hypothesis, and each claim under none, down to the works it rests on. What is missing or weak is said." } }
                @for strand in strands { (self.strand(strand)) }
            }
        }
    }

    fn strand(&self, strand: &Strand) -> Markup {
        let class = format!("step {} d{}", strand.state, strand.depth.min(12));
        html! {
            div class=(class) dir="auto" {
                span class=(if strand.kind.is_empty() { "what".to_owned() } else { self.kind_class(&strand.kind) }) { (plain(if strand.kind.is_empty() { strand.what } else { &strand.kind })) }
                " " (self.annotation(strand.number)) " "
                @match strand.work.filter(|_| self.works) { Some(work) => a href={ "#work" (work) } { (plain(&strand.words)) }, None => (plain(&strand.words)) }
                @if !strand.aside.is_empty() { " " span.aside { (plain(&strand.aside)) } }
                @let place = strand.place.said();
                @if !place.is_empty() && strand.depth == 0 { " " span.where { (plain(&place)) } }
                @for reason in &strand.reasons { " " span.gap { (plain(reason)) } }
            }
        }
    }

    fn weak(&self, part: Part, all: &[Weak]) -> Markup {
        html! {
            section id=(part.name()) {
                h2 { (part.title()) }
                @if all.is_empty() { p.none { "None." } }
                @for own in all { (self.one_weak(part, own)) }
            }
        }
    }

    fn one_weak(&self, part: Part, own: &Weak) -> Markup {
        let id = format!("{}{}", if part == Part::Weak { "w" } else { "x" }, own.number);
        let in_text = part == Part::Weak && self.weak_in_text.contains(&own.number);
        html! {
            article id=(id) class={ "weak " (own.severity) } {
                h3 dir="auto" { span.no { (own.number) "." } " " (plain(&own.message)) }
                p.tags {
                    span.severity { (severity(own.severity)) } " " code { (own.rule) } " " span.where { (self.place_of(own)) }
                    @if own.count > 1 { " " span.where { (own.count) " places" } }
                    @if in_text { " " a href={ "#t-w" (own.number) } { "in the text" } }
                    @if let Some(work) = own.work.filter(|_| self.works) { " " a href={ "#work" (work) } { "the work" } }
                }
                @if !own.words.is_empty() { blockquote dir="auto" { (plain(&own.words)) } }
                @if !own.beside.is_empty() {
                    ul.beside { @for beside in &own.beside { li dir="auto" { "beside: " q { (plain(&beside.words)) } " " span.where { (place(&beside.place)) } } } }
                }
                p.do dir="auto" { (plain(&own.hint)) }
                p.verdict dir="auto" {
                    @match own.verdict { Some(verdict) => { "The reader: " b { (verdict) } @if !own.reason.is_empty() { ", because " (plain(&own.reason)) } }, None => "Not judged yet." }
                    @if let Some(number) = own.annotation { " Annotation " (self.annotation(Some(number))) "." }
                }
            }
        }
    }

    fn works(&self, works: &[Work]) -> Markup {
        let numbers = |numbers: &[usize]| html! { @if numbers.is_empty() { span.none { "none" } } @for (at, number) in numbers.iter().enumerate() { @if at > 0 { ", " } (self.annotation(Some(*number))) } };
        html! {
            section id="works" {
                h2 { (Part::Works.title()) }
                @if works.is_empty() { p.none { "None was found." } } @else {
                    table {
                        thead { tr {
                            th scope="col" { "Work" } th scope="col" { "Notes" } th.n scope="col" { "Cited" } th scope="col" { "Claims that rest on it" }
                            th scope="col" { "Would fall without it" } th scope="col" { "Weak places" }
                        } }
                        tbody { @for own in works { tr id={ "work" (own.number) } {
                            th scope="row" dir="auto" { (plain(&own.name)) }
                            td dir="auto" { (plain(&own.notes.join(", "))) } td.n { (own.citations) }
                            td { (numbers(&own.claims)) } td { (numbers(&own.alone)) }
                            td { @for (at, number) in own.weak.iter().enumerate() { @if at > 0 { ", " } (self.weak_place(*number)) } }
                        } } }
                    }
                }
            }
        }
    }

    fn annotations(&self, all: &[Marked]) -> Markup {
        html! {
            section id="annotations" {
                h2 { (Part::Annotations.title()) }
                @if all.is_empty() { p.none { "None." } } @else {
                    table.annotations {
                        thead { tr { th.n scope="col" { "No." } th scope="col" { "Kind" } th scope="col" { "Words" } th scope="col" { "What the reader says" } th scope="col" { "Where" } } }
                        tbody { @for own in all { tr id={ "a" (own.number) } {
                            th.n scope="row" { @if self.in_text.contains(&own.number) { a href={ "#t-a" (own.number) } { (own.number) } } @else { (own.number) } }
                            td { span class=(self.kind_class(&own.kind)) { (plain(&own.kind_name)) } }
                            td.words dir="auto" { @if own.words.is_empty() { span.none { (own.standing) } } @else { (plain(&own.words)) } @if own.standing == "lost" { " " span.gap { "no longer found in the text" } } }
                            td dir="auto" {
                                @if let Some(strength) = own.strength { p.strength { b { (strength) } @if !own.reason.is_empty() { ": " (plain(&own.reason)) } } }
                                @if !own.note.is_empty() { p.note { (plain(&own.note)) } }
                                @if !own.tags.is_empty() { p.tags { (plain(&own.tags.join(", "))) } }
                            }
                            td { (place(&own.place)) }
                        } } }
                    }
                }
                @if let Some(links) = &self.report.links {
                    h3 { "Links" }
                    @if links.is_empty() { p.none { "None." } } @else { (self.links(links)) }
                }
            }
        }
    }

    fn links(&self, links: &[Tie]) -> Markup {
        let end = |end: &TieEnd| html! { td dir="auto" { (self.annotation(end.annotation)) " " (plain(&end.words)) } };
        html! {
            table {
                thead { tr { th scope="col" { "From" } th scope="col" { "Relation" } th scope="col" { "To" } th scope="col" { "Note" } } }
                tbody { @for own in links { tr { (end(&own.from)) td dir="auto" { (plain(&own.relation)) } (end(&own.to)) td dir="auto" { (plain(&own.note)) } } } }
            }
        }
    }

    fn text(&self, paragraphs: &[Paragraph]) -> Markup {
        html! {
            section id="text" {
                h2 { (Part::Text.title()) }
                p { "Page headers, page numbers and link targets are left out. Numbers lead to the annotations; W and a number to a weak place." }
                @for paragraph in paragraphs { (self.paragraph(paragraph)) }
            }
        }
    }

    fn paragraph(&self, own: &Paragraph) -> Markup {
        let words = html! { @for run in &own.runs { (self.run(run)) } };
        html! {
            div.row {
                div class={ "body b-" (own.kind) } dir="auto" {
                    @if let Some(page) = &own.page { span.page { "p. " (plain(page)) } }
                    @match own.kind {
                        "heading" => p.head.{ "h" (own.level.clamp(1, 4)) } { (words) },
                        "table" => pre { (words) },
                        _ => p { (words) },
                    }
                }
                @if !own.margin.is_empty() { div.margin { @for remark in &own.margin { (self.remark(*remark)) } } }
            }
        }
    }

    fn run(&self, run: &Run) -> Markup {
        let words = plain(&run.words);
        let kind = run.annotations.last().and_then(|&number| self.marked(number)).map(|own| self.kind_class(&own.kind));
        let anchors = html! { @for number in &run.begins { span id={ "t-a" (number) } {} } @for number in &run.begins_weak { span id={ "t-w" (number) } {} } };
        let inner = html! { @if run.marker { sup { (words) } } @else { (words) } };
        html! {
            (anchors)
            @match (kind, run.weak.is_empty()) {
                (Some(kind), weak) => mark class={ (kind) @if !weak { " w" } } { (inner) },
                (None, false) => span.w { (inner) },
                (None, true) => (inner),
            }
            @for number in &run.ends { sup.no { (self.annotation(Some(*number))) } }
        }
    }

    fn marked(&self, number: usize) -> Option<&'a Marked> {
        self.report.annotations.as_ref()?.get(number.checked_sub(1)?)
    }

    fn remark(&self, remark: Remark) -> Markup {
        match remark {
            Remark::Annotation(number) => match self.marked(number) {
                Some(own) => html! {
                    p dir="auto" {
                        (self.annotation(Some(number))) " " span class=(self.kind_class(&own.kind)) { (plain(&own.kind_name)) }
                        @if let Some(strength) = own.strength { " " b { (strength) } }
                        @if !own.reason.is_empty() { " " (plain(&own.reason)) }
                        @if !own.note.is_empty() { " " (plain(&own.note)) }
                    }
                },
                None => html! { p { (number) } },
            },
            Remark::Weak(number) => match self.report.weak.as_ref().and_then(|all| all.get(number.checked_sub(1)?)) {
                Some(own) => html! { p.fault dir="auto" { a href={ "#w" (number) } { "W" (number) } " " (plain(&own.message)) } },
                None => html! { p.fault { "W" (number) } },
            },
        }
    }

    /// The number of an annotation, as a link where it leads somewhere.
    fn annotation(&self, number: Option<usize>) -> Markup {
        match number {
            Some(number) if self.report.annotations.is_some() => html! { a.no href={ "#a" (number) } { (number) } },
            Some(number) => html! { span.no { (number) } },
            None => html! {},
        }
    }

    fn weak_place(&self, number: usize) -> Markup {
        if number <= self.weak {
            html! { a href={ "#w" (number) } { "W" (number) } }
        } else {
            html! { "W" (number) }
        }
    }

    fn place_of(&self, own: &Weak) -> Markup {
        let place = own.place.said();
        html! { @if let Some(note) = &own.note { "note " (plain(note)) @if !place.is_empty() { ", " } } (plain(&place)) @if own.note.is_none() && place.is_empty() { "the whole text" } }
    }
}

fn place(own: &Where) -> Markup {
    html! { (plain(&own.said())) }
}

fn or_none(words: &str) -> String {
    if words.is_empty() { "none".to_owned() } else { plain(words).into_owned() }
}

fn severity(name: &str) -> &str {
    if name == "info" { "remark" } else { name }
}

/// Bars of the claims of each section.
fn plot(sections: &[Section], most: usize) -> Markup {
    const WIDE: f64 = 640.0;
    const LEFT: f64 = 230.0;
    const ROW: f64 = 22.0;
    let rows: Vec<&Section> = sections.iter().filter(|section| section.claims > 0).collect();
    let scale = (WIDE - LEFT - 40.0) / most as f64;
    let high = rows.len() as f64 * ROW + 26.0;
    let said: Vec<String> = rows.iter().map(|own| format!("{}: {} claims, {} sound", plain(&own.title), own.claims, own.sound)).collect();
    html! {
        svg viewBox=(format!("0 0 {WIDE} {high}")) width=(WIDE) height=(high) role="img" aria-label=(format!("Claims in each section. {}", said.join("; "))) {
            @for (at, own) in rows.iter().enumerate() {
                @let y = at as f64 * ROW;
                @let parts = [("s", own.sound), ("o", own.unsupported), ("v", own.claims.saturating_sub(own.sound + own.unsupported))];
                text.t x=(LEFT - 8.0) y=(y + 15.0) text-anchor="end" { (crate::review::argument::shorten(&plain(&own.title), 34)) }
                @for (part, (class, number)) in parts.iter().enumerate() {
                    @let from: usize = parts.iter().take(part).map(|(_, number)| number).sum();
                    @if *number > 0 { rect class=(class) x=(round(LEFT + from as f64 * scale)) y=(y + 4.0) width=(round(*number as f64 * scale)) height="14" {} }
                }
                text.t x=(round(LEFT + own.claims as f64 * scale + 6.0)) y=(y + 15.0) { (own.claims) }
            }
            @let y = rows.len() as f64 * ROW + 8.0;
            @for (at, (class, name)) in [("s", "supported"), ("o", "nothing for them"), ("v", "weak or contested")].iter().enumerate() {
                rect class=(class) x=(LEFT + at as f64 * 130.0) y=(y) width="12" height="12" {}
                text.t x=(LEFT + at as f64 * 130.0 + 18.0) y=(y + 10.0) { (name) }
            }
        }
    }
}

fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// `words` as a string of CSS: everything but letters and digits is escaped.
fn css_string(words: &str) -> String {
    let mut out = String::from("\"");
    for c in words.chars().take(80) {
        if c.is_alphanumeric() || matches!(c, ' ' | '.' | '-') {
            out.push(c);
        } else {
            out.push_str(&format!("\\{:06x}", u32::from(c)));
        }
    }
    out.push('"');
    out
}

/// A colour of the reader's, if it is one.
fn css_color(color: &str) -> &str {
    let digits = color.strip_prefix('#').unwrap_or("");
    if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) { color } else { "#6b6560" }
}
