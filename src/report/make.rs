//! Fills the report from the text, the reader's work and the review.

use std::collections::{BTreeMap, BTreeSet};

use super::margin;
use super::model::{
    Basics, Beside, Facts, Hypothesis, KindCount, Marked, Report, Section, Strand, Summary, Test, Tie, TieEnd, Weak, Where, Work,
};
use super::part::Part;
use super::words::count;
use crate::annotation::{Anchor, End, Id, Place, Verdict};
use crate::review::argument::{self, Argument, Basis, Cover, Coverage, Ledger, State, What, shorten, work_name};
use crate::review::{self, Choice, Finding, Severity};
use crate::structure::quote_of;
use crate::text::{Span, outer};

/// So many of the weightiest weak places stand in the summary.
const FIRST: usize = 5;
/// More steps of the argument than these are not told.
const MOST_STEPS: usize = 20_000;
/// References that may stand in one another, at most.
const NEAR: usize = 8;
/// The words of a step, or of an end of a link, in characters.
const SHORT: usize = 160;

/// Makes the report.
pub(super) fn make(basics: &Basics, parts: &BTreeSet<Part>) -> Report {
    let text = basics.source.as_str();
    let standing = argument::standing(&basics.review.findings, basics.glosses, text, basics.structure);
    let basis = Basis {
        text,
        structure: basics.structure,
        citations: basics.citations,
        prose: basics.prose,
        glosses: basics.glosses,
        index: basics.index,
        findings: &basics.review.findings,
        standing: &standing,
    };
    let numbers = basics.index.in_order().enumerate().map(|(at, id)| (id, at + 1)).collect();
    let maker = Maker { basics, argument: Argument::new(&basis), basis, numbers };
    let has = |part: Part| parts.contains(&part);
    let (weak, dismissed) = maker.weak();
    let works = (has(Part::Works) || has(Part::Summary)).then(|| maker.works(&weak));
    let ledger = maker.argument.ledger(&maker.basis);
    Report {
        format: "glossator-report/1",
        facts: maker.facts(),
        parts: parts.clone(),
        summary: has(Part::Summary).then(|| maker.summary(&weak, &dismissed, works.as_deref().unwrap_or(&[]), &ledger)),
        hypotheses: has(Part::Hypotheses).then(|| maker.hypotheses(&ledger)),
        argument: has(Part::Argument).then(|| maker.strands()),
        works: works.filter(|_| has(Part::Works)),
        annotations: has(Part::Annotations).then(|| maker.annotations()),
        links: has(Part::Annotations).then(|| maker.links()),
        text: has(Part::Text).then(|| margin::paragraphs(basics, &maker.numbers, &weak)),
        weak: has(Part::Weak).then_some(weak),
        dismissed: has(Part::Dismissed).then_some(dismissed),
    }
}

/// What several parts need.
struct Maker<'a> {
    basics: &'a Basics<'a>,
    basis: Basis<'a>,
    argument: Argument,
    /// The number of each annotation.
    numbers: BTreeMap<&'a Id, usize>,
}

impl Maker<'_> {
    fn number(&self, id: &Id) -> Option<usize> {
        self.numbers.get(id).copied()
    }

    fn words(&self, parts: &[Span]) -> String {
        quote_of(self.basics.source.as_str(), self.basics.structure, parts)
    }

    fn at(&self, at: usize) -> Where {
        let structure = self.basics.structure;
        let section = structure.section_at(at).and_then(|own| structure.sections.get(own));
        Where {
            page: structure.page_at(at).map(|page| structure.page_label(page)).unwrap_or_default(),
            section: section.map_or_else(String::new, |section| section.title.clone()),
            start: None,
            end: None,
        }
    }

    fn place(&self, parts: &[Span]) -> Where {
        let Some(span) = outer(parts) else { return Where::default() };
        let (start, end) = self.basics.source.to_points(span);
        Where { start: Some(start), end: Some(end), ..self.at(span.start) }
    }

    fn facts(&self) -> Facts {
        let glosses = self.basics.glosses;
        let annotations = || glosses.annotations.values();
        let readers: BTreeSet<&str> = annotations().map(|own| &*own.author).filter(|author| !author.is_empty()).collect();
        let times = annotations().map(|own| own.modified.as_ref()).chain(glosses.links.values().map(|own| own.created.as_ref()));
        let changed = times.chain(glosses.judgements.values().map(|own| own.created.as_ref())).max().unwrap_or("");
        let mut kinds: Vec<KindCount> = glosses
            .kinds
            .iter()
            .map(|kind| KindCount { id: kind.id.to_string(), name: kind.name.clone(), color: kind.color.clone(), number: 0 })
            .collect();
        for annotation in annotations() {
            match kinds.iter_mut().find(|kind| kind.id == *annotation.kind) {
                Some(kind) => kind.number += 1,
                None => {
                    let id = annotation.kind.to_string();
                    kinds.push(KindCount { name: id.clone(), id, color: UNDECLARED.to_owned(), number: 1 });
                }
            }
        }
        kinds.retain(|kind| kind.number > 0);
        Facts {
            document: self.basics.name.to_owned(),
            sha256: self.basics.source.sha256().to_owned(),
            length: self.basics.source.units().total(),
            pages: self.basics.structure.pages.len(),
            readers: readers.into_iter().map(str::to_owned).collect(),
            changed: changed.to_owned(),
            program: concat!("Glossator ", env!("CARGO_PKG_VERSION")),
            kinds,
            links: glosses.links.len(),
            notes: self.basics.structure.notes.len(),
            citations: self.basics.citations.citations.len(),
            works: self.basics.citations.works.len(),
        }
    }

    /// Weak places that stand, and those that the reader dismissed.
    fn weak(&self) -> (Vec<Weak>, Vec<Weak>) {
        let (basics, findings) = (self.basics, &self.basics.review.findings);
        let judged = review::judged(findings, basics.glosses, basics.source.as_str(), basics.structure);
        let verdicts: Vec<Option<Verdict>> = judged.iter().map(|id| review::verdict(basics.glosses, id.as_ref())).collect();
        let choice = Choice { settings: basics.glosses.rules.clone(), ..Choice::default() };
        // What the reader confirmed is told, however little it weighs; what was dismissed is told apart.
        let told = |wanted: &dyn Fn(Option<Verdict>, &Finding) -> bool, choice: &Choice| -> Vec<Weak> {
            let (mut kept, mut from) = (Vec::new(), Vec::new());
            for (index, (finding, verdict)) in findings.iter().zip(&verdicts).enumerate() {
                if wanted(*verdict, finding) {
                    kept.push(finding.clone());
                    from.push(index);
                }
            }
            let shown = review::shown(&kept, choice).into_iter();
            shown
                .map(|one| {
                    let first = one.stands_for.first().and_then(|&own| from.get(own)).copied().unwrap_or(0);
                    let judgement = judged.get(first).and_then(Option::as_ref).and_then(|id| basics.glosses.judgements.get(id));
                    let verdict = judgement.map(|own| match own.verdict {
                        Verdict::Confirmed => "confirmed",
                        Verdict::Dismissed => "dismissed",
                    });
                    let reason = judgement.map(|own| own.reason.clone()).unwrap_or_default();
                    self.one_weak(&one.finding, one.stands_for.len(), verdict, reason)
                })
                .collect()
        };
        let all = Choice { all: true, lowest: Severity::Info, ..Choice::default() };
        let mut weak = told(&|verdict, _| verdict == Some(Verdict::Confirmed), &all);
        weak.extend(told(&|verdict, _| verdict.is_none(), &choice));
        let mut dismissed = told(&|verdict, _| verdict == Some(Verdict::Dismissed), &all);
        for list in [&mut weak, &mut dismissed] {
            list.sort_by(|a, b| (a.parts.first(), a.rule).cmp(&(b.parts.first(), b.rule)));
            list.iter_mut().enumerate().for_each(|(at, own)| own.number = at + 1);
        }
        (weak, dismissed)
    }

    fn one_weak(&self, finding: &Finding, count: usize, verdict: Option<&'static str>, reason: String) -> Weak {
        let beside = if count > 1 { &[][..] } else { finding.related.as_slice() };
        let note = finding.note.and_then(|note| self.basics.structure.notes.get(note));
        let on_it = finding.parts.first().map(|part| self.basics.index.parts_in(*part)).unwrap_or_default();
        Weak {
            number: 0,
            rule: finding.rule.id,
            severity: finding.severity.name(),
            words: if count > 1 { String::new() } else { self.words(&finding.parts) },
            note: note.filter(|_| count == 1).map(|note| note.label.clone()),
            place: self.place(&finding.parts),
            message: finding.message.clone(),
            hint: finding.hint.clone(),
            beside: beside.iter().map(|&span| Beside { words: shorten(&self.words(&[span]), SHORT), place: self.place(&[span]) }).collect(),
            count,
            verdict,
            reason,
            annotation: on_it.iter().find_map(|(_, id)| self.number(id)),
            work: self.work_of(finding).map(|work| work + 1),
            parts: finding.parts.clone(),
        }
    }

    /// The work that a finding is about.
    fn work_of(&self, finding: &Finding) -> Option<usize> {
        let citations = self.basics.citations;
        let span = outer(&finding.parts)?;
        let after = citations.references.partition_point(|own| own.span().start < span.end);
        let near = citations.references.get(after.saturating_sub(NEAR)..after).unwrap_or(&[]);
        let reference = near.iter().rev().find(|own| own.work.is_some() && own.span().overlaps(span)).and_then(|own| own.work);
        reference.or_else(|| {
            let next = citations.citations.partition_point(|own| own.span().start < span.start);
            citations.citations.get(next).filter(|own| own.span().start < span.end).and_then(|own| own.works.first().copied())
        })
    }

    fn summary(&self, weak: &[Weak], dismissed: &[Weak], works: &[Work], ledger: &Ledger) -> Summary {
        let coverage = self.argument.coverage(&self.basis);
        let whole = &coverage.text;
        let mut said = Vec::new();
        let of = |severity: &str| weak.iter().filter(|own| own.severity == severity).count();
        let confirmed = weak.iter().filter(|own| own.verdict.is_some()).count();
        said.push(match weak.len() {
            0 => "No weak place is open.".to_owned(),
            all => format!(
                "{}: {}, {}, {}. {} confirmed, {} still to be judged, {} dismissed.",
                sentence(&count(all, "weak place")),
                count(of("error"), "error"),
                count(of("warning"), "warning"),
                count(of("info"), "remark"),
                confirmed,
                all - confirmed,
                dismissed.len()
            ),
        });
        if whole.claims > 0 {
            said.push(format!(
                "{} tagged: {} with support, {} without, {} contested, {} marked weak.",
                sentence(&count(whole.claims, "claim")),
                whole.supported,
                whole.unsupported,
                whole.contested,
                whole.weak
            ));
        } else {
            said.push("No claim is tagged: how well the text is supported cannot be told.".to_owned());
        }
        let open: Vec<&argument::Tested> = ledger.hypotheses.iter().filter(|own| !own.gaps.is_empty()).collect();
        if !ledger.hypotheses.is_empty() {
            let gaps = open.first().map_or_else(String::new, |first| format!(": {}", first.gaps.join(", ")));
            said.push(match open.len() {
                0 => format!("{}, tested and concluded on.", hypotheses(ledger.hypotheses.len())),
                more => format!(
                    "{} of {} not carried through{}.",
                    more,
                    hypotheses(ledger.hypotheses.len()),
                    if more == 1 { gaps } else { String::new() }
                ),
            });
        }
        if let Some(share) = (whole.uncited * 100).checked_div(whole.words) {
            said.push(format!("{share} of 100 words of the prose stand in sentences without a citation in them or behind them."));
        }
        if let Some(most) =
            works.iter().filter(|work| !work.alone.is_empty()).max_by_key(|work| (work.alone.len(), usize::MAX - work.number))
        {
            said.push(format!("{} would fall with one work: {}.", sentence(&count(most.alone.len(), "claim")), most.name));
        }
        let mut first: Vec<&Weak> = weak.iter().collect();
        let weight =
            |own: &Weak| (own.verdict.is_none(), ["error", "warning", "info"].iter().position(|name| *name == own.severity), own.number);
        first.sort_by_key(|own| weight(own));
        Summary { said, first: first.into_iter().take(FIRST).map(|own| own.number).collect(), sections: self.sections(&coverage) }
    }

    fn sections(&self, coverage: &Coverage) -> Vec<Section> {
        let structure = self.basics.structure;
        let one = |title: &str, level: u8, page: String, cover: &Cover| Section {
            title: title.to_owned(),
            level,
            page,
            claims: cover.claims,
            supported: cover.supported,
            contested: cover.contested,
            unsupported: cover.unsupported,
            weak: cover.weak,
            sound: cover.sound,
            citations: cover.citations,
            weak_citations: cover.weak_citations,
            words: cover.words,
            uncited: cover.uncited,
        };
        let mut sections = vec![one("The whole text", 0, String::new(), &coverage.text)];
        for (section, cover) in structure.sections.iter().zip(&coverage.whole) {
            sections.push(one(&section.title, section.level, self.at(section.span.start).page, cover));
        }
        sections
    }

    fn hypotheses(&self, ledger: &Ledger) -> Vec<Hypothesis> {
        let place = |own: &argument::Place| own.at.map_or_else(Where::default, |at| self.at(at));
        let test = |own: &argument::Place| Test {
            number: self.number(&own.id),
            relation: self.basics.glosses.relation_name(&own.relation).to_owned(),
            place: place(own),
        };
        let hypotheses = ledger.hypotheses.iter().map(|own| Hypothesis {
            number: self.number(&own.stated.id),
            words: own.words.clone(),
            stated: place(&own.stated),
            tested: own.tested.iter().map(test).collect(),
            concluded: own.concluded.iter().map(test).collect(),
            supports: own.supports,
            attacks: own.attacks,
            qualifies: own.qualifies,
            gaps: own.gaps.iter().map(|gap| (*gap).to_owned()).collect(),
        });
        hypotheses.collect()
    }

    /// The chains of the hypotheses, and then of the claims that stand in none of them.
    fn strands(&self) -> Vec<Strand> {
        let glosses = self.basics.glosses;
        let of_kind = |kind: &'static str| {
            let annotations = self.basics.index.in_order().filter_map(|id| glosses.annotations.get(id));
            annotations.filter(move |own| &*own.kind == kind).map(|own| &own.id)
        };
        let mut told: BTreeSet<Id> = BTreeSet::new();
        let mut strands = Vec::new();
        for id in of_kind("hypothesis").chain(of_kind("claim")) {
            if told.contains(id) || strands.len() > MOST_STEPS {
                continue;
            }
            let chain = self.argument.chain(&self.basis, id);
            let mut depths: Vec<usize> = Vec::with_capacity(chain.steps.len());
            for step in &chain.steps {
                let depth = step.parent.and_then(|parent| depths.get(parent)).map_or(0, |depth| depth + 1);
                depths.push(depth);
                told.extend(step.annotation.clone());
                let (state, reasons) = match &step.state {
                    State::Fine => ("fine", Vec::new()),
                    State::Weak(reasons) => ("weak", reasons.iter().map(|reason| reason.words.clone()).collect()),
                    State::Missing => ("missing", Vec::new()),
                };
                strands.push(Strand {
                    depth,
                    what: name_of(step.what),
                    kind: step.kind.to_string(),
                    number: step.annotation.as_ref().and_then(|id| self.number(id)),
                    work: step.work.map(|work| work + 1),
                    words: shorten(&step.words, SHORT * 2),
                    // Nothing is in hand in a report.
                    aside: step.aside.replace(", in hand", ""),
                    state,
                    reasons,
                    place: step.at.map_or_else(Where::default, |at| self.at(at)),
                });
            }
        }
        strands
    }

    fn works(&self, weak: &[Weak]) -> Vec<Work> {
        let (basics, structure) = (self.basics, self.basics.structure);
        let mut about: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for own in weak {
            if let Some(work) = own.work {
                about.entry(work).or_default().push(own.number);
            }
        }
        let work = |index: usize| {
            let rests = self.argument.rests_on(&self.basis, index);
            let mut claims: Vec<usize> = rests.claims.iter().filter_map(|own| self.number(&own.id)).collect();
            let mut alone: Vec<usize> = rests.would_fall().filter_map(|own| self.number(&own.id)).collect();
            claims.sort_unstable();
            alone.sort_unstable();
            Work {
                number: index + 1,
                name: work_name(basics.source.as_str(), structure, basics.citations, index),
                notes: rests.notes.iter().filter_map(|&note| structure.notes.get(note)).map(|note| note.label.clone()).collect(),
                citations: rests.citations.len(),
                claims,
                alone,
                weak: about.remove(&(index + 1)).unwrap_or_default(),
            }
        };
        let mut works: Vec<Work> = (0..basics.citations.works.len()).map(work).collect();
        works.sort_by_key(|own| (usize::MAX - own.claims.len(), usize::MAX - own.citations, own.number));
        works
    }

    fn annotations(&self) -> Vec<Marked> {
        let glosses = self.basics.glosses;
        let all = self.basics.index.in_order().filter_map(|id| glosses.annotations.get(id)).enumerate();
        let marked = all.map(|(at, own)| Marked {
            number: at + 1,
            id: own.id.to_string(),
            kind: own.kind.to_string(),
            kind_name: glosses.kind_name(&own.kind).to_owned(),
            color: glosses.kind(&own.kind).map_or(UNDECLARED, |kind| &kind.color).to_owned(),
            words: self.words_of(&own.anchor),
            place: self.place(own.anchor.parts()),
            standing: match own.anchor.place {
                Place::Document => "the whole document",
                Place::Parts(_) => "in the text",
                Place::Lost(_) => "lost",
            },
            strength: own.strength.map(|strength| strength.name()),
            reason: own.reason.clone(),
            note: own.note.clone(),
            tags: own.tags.clone(),
            author: own.author.to_string(),
            created: own.created.to_string(),
            modified: own.modified.to_string(),
        });
        marked.collect()
    }

    fn words_of(&self, anchor: &Anchor) -> String {
        if anchor.quote.is_empty() { self.words(anchor.parts()) } else { anchor.quote.clone() }
    }

    fn links(&self) -> Vec<Tie> {
        let glosses = self.basics.glosses;
        let end = |end: &End| match end {
            End::Annotation(id) => TieEnd {
                annotation: self.number(id),
                words: match glosses.annotations.get(id) {
                    Some(own) => shorten(&self.words_of(&own.anchor), SHORT),
                    None => format!("an annotation that is gone ({id})"),
                },
            },
            End::Place(anchor) => TieEnd { annotation: None, words: shorten(&self.words_of(anchor), SHORT) },
            End::Url(words) | End::File(words) => TieEnd { annotation: None, words: words.clone() },
        };
        let mut links: Vec<Tie> = glosses
            .links
            .values()
            .map(|own| Tie {
                id: own.id.to_string(),
                from: end(&own.from),
                relation: glosses.relation_name(&own.relation).to_owned(),
                to: end(&own.to),
                note: own.note.clone(),
                author: own.author.to_string(),
                created: own.created.to_string(),
            })
            .collect();
        let place = |own: &TieEnd| own.annotation.unwrap_or(usize::MAX);
        links.sort_by(|a, b| (place(&a.from), place(&a.to), &a.id).cmp(&(place(&b.from), place(&b.to), &b.id)));
        links
    }
}

/// The colour of a kind that is not declared.
const UNDECLARED: &str = "#6b6560";

/// "1 hypothesis", "3 hypotheses".
fn hypotheses(number: usize) -> String {
    if number == 1 { "1 hypothesis".to_owned() } else { format!("{number} hypotheses") }
}

/// With a capital.
fn sentence(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn name_of(what: What) -> &'static str {
    match what {
        What::Annotation => "annotation",
        What::Citation => "citation",
        What::Note => "note",
        What::Reference => "reference",
        What::Work => "work",
        What::Outside => "outside",
        What::Gap => "gap",
    }
}
