//! Small texts with annotations made by their words.

use std::sync::Arc;

use super::*;
use crate::annotation::{Anchor, Index, Judgement, Link, Place as Spot};
use crate::citation;
use crate::review::{Review, reviewed};
use crate::structure;
use crate::text::SourceText;

/// A text with a reader's work on it.
struct Marked {
    source: SourceText,
    structure: Structure,
    citations: Citations,
    prose: Prose,
    review: Review,
    glosses: Glosses,
}

impl Marked {
    fn new(text: &str) -> Self {
        let source = SourceText::from_utf8(text);
        let structure = structure::analyse(&source);
        let citations = citation::analyse(&source, &structure);
        let desk = crate::review::Desk::new(source.as_str(), &structure, &citations);
        let (prose, review) = (Prose::new(&desk), reviewed(&desk));
        drop(desk);
        Self { source, structure, citations, prose, review, glosses: Glosses::default() }
    }

    /// Tags `quote` as `kind`, and calls the annotation by `name`.
    fn tag(&mut self, name: &str, kind: &str, quote: &str) -> &mut Self {
        let start = self.source.as_str().find(quote).unwrap_or_else(|| panic!("{quote:?} is not in the text"));
        self.tag_at(name, kind, vec![Span::new(start, start + quote.len())])
    }

    fn tag_at(&mut self, name: &str, kind: &str, parts: Vec<Span>) -> &mut Self {
        let place = if parts.is_empty() { Spot::Document } else { Spot::Parts(parts.clone()) };
        let quote = quote_of(self.source.as_str(), &self.structure, &parts);
        let annotation = Annotation {
            id: name.into(),
            kind: kind.into(),
            anchor: Anchor { place, quote, before: String::new(), after: String::new() },
            note: String::new(),
            strength: None,
            reason: String::new(),
            tags: Vec::new(),
            done: None,
            author: "T".into(),
            created: "".into(),
            modified: "".into(),
        };
        self.glosses.annotations.insert(name.into(), Arc::new(annotation));
        self
    }

    /// Tags the marker of note `label`.
    fn tag_marker(&mut self, name: &str, label: &str) -> &mut Self {
        let marker = self.structure.notes.iter().find(|note| note.label == label).unwrap().markers[0];
        self.tag_at(name, "citation", vec![marker])
    }

    fn weak(&mut self, name: &str, strength: Strength, reason: &str) -> &mut Self {
        let own = self.glosses.annotations.get_mut(&Id::from(name)).unwrap();
        let own = Arc::make_mut(own);
        own.strength = Some(strength);
        own.reason = reason.into();
        self
    }

    fn link(&mut self, from: &str, relation: &str, to: &str) -> &mut Self {
        let end = |name: &str| if name.contains(':') { End::Url(name.into()) } else { End::Annotation(name.into()) };
        let id = Id::from(format!("{from}-{relation}-{to}").as_str());
        let link = Link {
            id: id.clone(),
            from: end(from),
            relation: relation.into(),
            to: end(to),
            note: String::new(),
            author: "T".into(),
            created: "".into(),
        };
        self.glosses.links.insert(id, Arc::new(link));
        self
    }

    fn judge(&mut self, rule: &str, verdict: Verdict) -> &mut Self {
        let finding = self.review.findings.iter().find(|own| own.rule.id == rule);
        let finding = finding.unwrap_or_else(|| panic!("no {rule} in {:#?}", self.review.findings));
        let at = Anchor { place: Spot::Parts(finding.parts.clone()), quote: String::new(), before: String::new(), after: String::new() };
        let judgement =
            Judgement { id: rule.into(), rule: rule.into(), at, verdict, reason: String::new(), author: "T".into(), created: "".into() };
        self.glosses.judgements.insert(rule.into(), Arc::new(judgement));
        self
    }

    fn ask<T>(&self, ask: impl FnOnce(&Basis, &Argument) -> T) -> T {
        let index = Index::new(&self.glosses);
        let standing = standing(&self.review.findings, &self.glosses, self.source.as_str(), &self.structure);
        let basis = Basis {
            text: self.source.as_str(),
            structure: &self.structure,
            citations: &self.citations,
            prose: &self.prose,
            glosses: &self.glosses,
            index: &index,
            findings: &self.review.findings,
            standing: &standing,
        };
        ask(&basis, &Argument::new(&basis))
    }

    fn chain(&self, name: &str) -> Chain {
        self.ask(|basis, argument| argument.chain(basis, &name.into()))
    }

    /// The chain as lines: branch, what, words, with what is known against it.
    fn lines(&self, name: &str) -> Vec<String> {
        let chain = self.chain(name);
        let line = |step: &Step| {
            let state = match &step.state {
                State::Weak(reasons) => format!(" ! {}", reasons.iter().map(|own| own.words.as_str()).collect::<Vec<_>>().join(" | ")),
                _ => String::new(),
            };
            format!("{}{:?} {} ({}){state}", "  ".repeat(step.branch), step.what, step.words, step.aside)
        };
        chain.steps.iter().map(line).collect()
    }

    fn gaps(&self, name: &str) -> Vec<String> {
        self.chain(name).gaps().map(ToOwned::to_owned).collect()
    }

    fn work(&self, author: &str) -> usize {
        self.citations.works.iter().position(|work| work.authors.iter().any(|own| own == author)).unwrap()
    }
}

const NOTED: &str = "\
# Introduction

The towns grew rich on water. The weavers read two papers and believed neither,[^1] and the owners read one.

# Chapter 1

The Echo sold four thousand copies.[^2] Nobody counted them twice. The census gave the same figure.[^3]

The strike was long. Its end was sudden.[^4]

# Conclusion

The silence of the papers prolonged the strike.[^9]

[^1]: Thomas Aldersey, The Penny Press and Its Readers (London: Harcastle, 1994), 58.
[^2]: Ibid., 60.
[^3]: Margaret Pole, “The Sallow Mills,” Valley Transactions 41 (1967): 14; Thomas Aldersey, The Penny Press and Its Readers (London: Harcastle, 1994), 61.
[^4]: As everybody knows.
";

const LISTED: &str = "\
Introduction

The weavers bought one paper (Aldersey 1994, 58). They borrowed another, and Pole (1967, 14) counted the silences. It
was long before anyone else did (Nemo 1950).

References

Aldersey, Thomas. 1994. The Penny Press and Its Readers. London: Harcastle.

Pole, Margaret. 1967. “The Sallow Mills.” Valley Transactions 41: 12–35.
";

#[test]
fn a_chain_goes_from_the_claim_to_the_work() {
    let mut marked = Marked::new(NOTED);
    marked.tag("c", "claim", "The towns grew rich").tag("e", "evidence", "The Echo sold four thousand copies.").tag_marker("m", "2");
    marked.link("e", "supports", "c").link("e", "cites", "m");
    assert_eq!(
        marked.lines("c"),
        [
            "Annotation The towns grew rich (claim, in hand)",
            "Annotation The Echo sold four thousand copies. (evidence, supports this)",
            "Annotation marker 2 (citation, cited here)",
            "Note note 2: Ibid., 60. ()",
            "Work Aldersey, “The Penny Press and Its Readers”, 1994 (by ibid., from note 1 · 1 claim rests on it)",
        ]
    );
    assert_eq!(marked.chain("c").works().into_iter().collect::<Vec<_>>(), [marked.work("Aldersey")]);
    // Without the tag on the marker the same way goes by the text's own citation.
    marked.glosses.links.remove(&Id::from("e-cites-m"));
    marked.glosses.annotations.remove(&Id::from("m"));
    let lines = marked.lines("c");
    assert_eq!(lines[2], "Citation marker 2 (citation)");
    assert_eq!(lines.len(), 5);
}

#[test]
fn what_is_not_there_is_named() {
    let mut marked = Marked::new(NOTED);
    marked.tag("behind", "claim", "The Echo sold four thousand copies.");
    assert_eq!(marked.gaps("behind"), ["no evidence tagged between the claim and its note"]);
    assert_eq!(marked.chain("behind").works().len(), 1);
    marked.tag("farther", "claim", "The weavers read two papers");
    assert_eq!(marked.gaps("farther"), ["no evidence tagged between the claim and its note"], "the note stands later in the sentence");
    marked.tag("bare", "claim", "Nobody counted them twice.");
    assert_eq!(marked.gaps("bare"), ["nothing supports it, and no citation stands in or behind these words"]);
    marked.tag("own", "evidence", "The strike was long.").link("own", "supports", "bare");
    assert_eq!(marked.gaps("bare"), ["no citation in or behind these words"]);
    marked.tag("lost", "evidence", "The silence of the papers prolonged the strike.");
    let missing = marked.gaps("lost");
    assert!(missing == ["note 9 is not in this file"], "{missing:?} {:?}", marked.structure.notes);
    marked.tag("empty", "evidence", "Its end was sudden.");
    assert_eq!(marked.gaps("empty"), ["note 4 names no source"]);
    marked.tag("word", "comment", "Nobody counted");
    assert_eq!(marked.lines("word").len(), 1, "a comment need not be shown to be so");
    marked.tag_at("all", "claim", Vec::new());
    assert_eq!(marked.lines("all")[0], "Annotation the whole document (claim, in hand)");
    assert_eq!(marked.chain("nobody"), Chain::default());
}

#[test]
fn names_with_years_lead_to_their_entry_or_say_that_there_is_none() {
    let mut marked = Marked::new(LISTED);
    marked.tag("a", "evidence", "The weavers bought one paper");
    assert_eq!(
        marked.chain("a").steps.iter().map(|step| (step.what, step.words.as_str())).collect::<Vec<_>>(),
        [
            (What::Annotation, "The weavers bought one paper"),
            (What::Citation, "Aldersey 1994, 58"),
            (What::Reference, "Aldersey, Thomas. 1994. The Penny Press and Its Readers. London: Harcastle."),
            (What::Work, "Aldersey, “The Penny Press and Its Readers”, 1994"),
        ]
    );
    marked.tag("n", "evidence", "It\nwas long before anyone else did");
    assert_eq!(marked.gaps("n"), ["the work cannot be told: the list of references has no such entry"]);
    marked.tag("b", "evidence", "They borrowed another");
    assert_eq!(marked.chain("b").works().into_iter().collect::<Vec<_>>(), [marked.work("Pole")]);
}

#[test]
fn what_is_weak_stands_at_its_step_unless_it_was_dismissed() {
    let mut marked = Marked::new(NOTED);
    marked.tag("e", "evidence", "The census gave the same figure.").weak("e", Strength::Weak, "whose census?");
    marked.tag_marker("m", "3").weak("m", Strength::Missing, "");
    let chain = marked.chain("e");
    assert_eq!(chain.steps[0].state, State::Weak(vec![Reason { words: "weak: whose census?".into(), grave: true }]));
    assert_eq!(chain.steps[1].state, State::Weak(vec![Reason { words: "marked missing".into(), grave: true }]));
    assert_eq!(chain.steps[1].annotation, Some("m".into()), "the tag on the marker is the citation's");

    let mut marked = Marked::new(
        "The peace was made in June.[^1]\n\n[^1]: I. William Zartman, Ripe for Resolution (Oxford: Oxford University Press, 1989), pages needed.\n",
    );
    marked.tag("e", "evidence", "The peace was made in June.");
    let note = |marked: &Marked| marked.chain("e").steps.iter().find(|step| step.what == What::Note).unwrap().state.clone();
    let State::Weak(reasons) = note(&marked) else { panic!("{:#?}", marked.review.findings) };
    assert!(!reasons[0].words.is_empty());
    let rules: Vec<&str> = marked.review.findings.iter().map(|own| own.rule.id).collect();
    for rule in rules {
        marked.judge(rule, Verdict::Dismissed);
    }
    assert_eq!(note(&marked), State::Fine);
}

#[test]
fn branches_share_what_they_share_and_rings_end() {
    let mut marked = Marked::new(NOTED);
    marked.tag("c", "claim", "The towns grew rich").tag("e", "evidence", "The Echo sold").tag("f", "evidence", "The census gave");
    marked.tag("x", "claim", "Nobody counted");
    marked.link("e", "supports", "c").link("f", "supports", "c").link("f", "supports", "e").link("c", "supports", "f");
    marked.link("x", "attacks", "c").link("https://a.example/", "supports", "c");
    let lines = marked.lines("c");
    assert_eq!(lines.iter().filter(|line| line.contains("The census gave")).count(), 2, "{lines:#?}");
    assert!(lines.iter().any(|line| line.contains("evidence, supports this · shown above")), "{lines:#?}");
    assert!(lines.iter().any(|line| line.ends_with("Nobody counted (claim, attacks this)")), "{lines:#?}");
    assert!(lines.iter().any(|line| line.contains("https://a.example/ (web address)")), "{lines:#?}");
    assert!(marked.chain("c").steps.iter().all(|step| step.parent.is_none_or(|parent| parent < marked.chain("c").steps.len())));
    // A long chain ends, too.
    for n in 0..3000 {
        let name = format!("n{n}");
        marked.tag(&name, "claim", "The strike was long");
        marked.link(&name, "supports", &if n == 0 { "x".to_owned() } else { format!("n{}", n - 1) });
    }
    assert!(marked.chain("x").steps.len() >= 400);
}

#[test]
fn the_way_along_passes_over_what_is_missing_and_says_so() {
    let mut marked = Marked::new(NOTED);
    marked.tag("c", "claim", "The Echo sold four thousand copies.");
    let chain = marked.chain("c");
    let (next, passed) = chain.next(0);
    assert_eq!((next, passed.len()), (Some(2), 1));
    assert_eq!(passed[0].what, What::Gap);
    assert_eq!(chain.next(chain.steps.len() - 1), (None, &[][..]));
}

#[test]
fn all_that_rests_on_a_work_is_known_and_what_would_fall_without_it() {
    let mut marked = Marked::new(NOTED);
    marked.tag("c", "claim", "The towns grew rich").tag("e", "evidence", "The Echo sold four thousand copies.");
    marked.tag("f", "evidence", "The census gave the same figure.").tag("h", "hypothesis", "The strike was long");
    marked.tag("bare", "claim", "Nobody counted");
    marked.link("e", "supports", "c").link("f", "supports", "h").link("c", "supports", "h").link("bare", "attacks", "c");
    let (aldersey, pole) = (marked.work("Aldersey"), marked.work("Pole"));
    let rests = marked.ask(|basis, argument| argument.rests_on(basis, aldersey));
    let names = |list: &[Resting]| list.iter().map(|own| own.id.to_string()).collect::<Vec<_>>();
    assert_eq!((names(&rests.claims), names(&rests.others)), (vec!["c".into(), "h".into()], vec!["e".into(), "f".into()]));
    assert_eq!(rests.would_fall().map(|own| own.id.as_str()).collect::<Vec<_>>(), ["c"], "the hypothesis stands on another work, too");
    assert_eq!((rests.citations.len(), rests.notes.len()), (3, 3));
    assert!(rests.others[0].directly && !rests.claims[0].directly);
    let rests = marked.ask(|basis, argument| argument.rests_on(basis, pole));
    assert_eq!((names(&rests.claims), rests.would_fall().count()), (vec!["h".into()], 0));
    // A web address bears the claim as well.
    marked.link("c", "cites", "https://a.example/");
    let rests = marked.ask(|basis, argument| argument.rests_on(basis, aldersey));
    assert_eq!((rests.claims.len(), rests.would_fall().count()), (2, 0));
    assert_eq!(marked.ask(|basis, argument| argument.rests_on(basis, 99)), Rests::default());
}

#[test]
fn sections_have_their_figures() {
    let mut marked = Marked::new(NOTED);
    marked.tag("a", "claim", "The towns grew rich").tag("b", "claim", "The Echo sold four thousand copies.");
    marked.tag("c", "claim", "Nobody counted").tag("d", "claim", "The strike was long").tag("e", "evidence", "Its end was sudden");
    marked.link("e", "supports", "d").link("e", "attacks", "b").weak("c", Strength::Missing, "");
    let coverage = marked.ask(|basis, argument| argument.coverage(basis));
    let one = coverage.whole[1];
    assert_eq!((one.claims, one.supported, one.contested, one.unsupported, one.weak), (3, 2, 1, 1, 1));
    assert_eq!((one.sound, one.open, one.others), (1, 1, 1));
    assert_eq!((one.citations, one.words), (3, 24));
    assert_eq!(one.uncited, 0, "each sentence has a citation in it or behind it");
    let first = coverage.whole[0];
    assert_eq!((first.claims, first.unsupported, first.open), (1, 1, 1));
    assert_eq!(first.words, 19);
    assert_eq!(coverage.text.claims, 4);
    // To say again what nothing bears gives it nothing.
    marked.link("a", "restates", "c");
    assert_eq!(marked.ask(|basis, argument| argument.coverage(basis)).whole[0].unsupported, 1);
    marked.link("a", "restates", "d");
    assert_eq!(marked.ask(|basis, argument| argument.coverage(basis)).whole[0].supported, 1);
    let classes: Vec<Class> = coverage.claims.iter().map(|own| own.1).collect();
    assert_eq!(classes, [Class::Open, Class::Open, Class::Weak, Class::Supported]);
}

#[test]
fn a_section_has_what_its_sub_sections_have() {
    let mut marked = Marked::new("# One\n\nA first claim is made.\n\n## Two\n\nA second claim is made.\n\n# Three\n\nA third claim.\n");
    marked.tag("a", "claim", "A first claim").tag("b", "claim", "A second claim").tag("c", "claim", "A third claim");
    let coverage = marked.ask(|basis, argument| argument.coverage(basis));
    let claims = |list: &[Cover]| list.iter().map(|own| own.claims).collect::<Vec<_>>();
    assert_eq!((claims(&coverage.own), claims(&coverage.whole)), (vec![1, 1, 1], vec![2, 1, 1]));
    assert_eq!(coverage.whole[0].uncited, coverage.whole[0].words);
}

#[test]
fn a_confirmed_finding_makes_its_claim_weak() {
    let text = "The peace was made in June.[^1]\n\n[^1]: I. William Zartman, Ripe for Resolution (Oxford: Oxford University Press, 1989), pages needed.\n";
    let mut marked = Marked::new(text);
    marked.tag("c", "claim", "The peace was made in June.");
    let weak = |marked: &Marked| marked.ask(|basis, argument| argument.coverage(basis)).text.weak;
    assert_eq!(weak(&marked), 0);
    let rule = marked.review.findings.iter().find(|own| own.severity >= Severity::Warning).unwrap().rule.id;
    marked.judge(rule, Verdict::Confirmed);
    assert_eq!(weak(&marked), 1);
}

#[test]
fn the_ledger_knows_where_a_hypothesis_is_tested_and_concluded_on() {
    let mut marked = Marked::new(NOTED);
    let one = |marked: &Marked| {
        let ledger = marked.ask(|basis, argument| argument.ledger(basis));
        assert_eq!(ledger.hypotheses.len(), 1);
        ledger.hypotheses[0].clone()
    };
    marked.tag("h", "hypothesis", "The towns grew rich on water.");
    assert_eq!(one(&marked).gaps, ["stated, never tested"]);
    marked.tag("e", "evidence", "The weavers read").link("e", "supports", "h");
    assert_eq!((one(&marked).gaps, one(&marked).supports), (vec!["stated, never tested"], 1), "that is in the same section");
    marked.tag("f", "evidence", "Nobody counted").link("f", "qualifies", "h");
    assert_eq!((one(&marked).gaps, one(&marked).qualifies), (vec!["tested, never concluded on"], 1));
    assert_eq!(one(&marked).tested[0].section, "Chapter 1");
    marked.tag("c", "claim", "The silence of the papers").link("c", "restates", "h");
    let tested = one(&marked);
    assert_eq!(
        (tested.gaps.len(), tested.concluded[0].section.as_str(), tested.stated.section.as_str()),
        (0, "Conclusion", "Introduction")
    );
    marked.glosses.links.remove(&Id::from("f-qualifies-h"));
    assert_eq!(one(&marked).gaps, ["concluded on, never tested"]);
    // What bears a restatement bears the hypothesis.
    marked.link("f", "supports", "c");
    assert!(one(&marked).gaps.is_empty());
}

#[test]
fn a_hypothesis_that_first_stands_in_the_conclusion_was_never_stated() {
    let mut marked = Marked::new(NOTED);
    marked.tag("h", "hypothesis", "The silence of the papers");
    let gaps = |marked: &Marked| {
        marked.ask(|basis, argument| argument.ledger(basis)).hypotheses.iter().map(|own| own.gaps.clone()).collect::<Vec<_>>()
    };
    assert_eq!(gaps(&marked), [["concluded, never stated"]]);
    marked.tag("first", "hypothesis", "The towns grew rich").link("h", "restates", "first");
    assert_eq!(gaps(&marked), [["concluded on, never tested"]]);
    // A ring has neither first nor last, and is still one line.
    marked.link("first", "restates", "h");
    assert_eq!(gaps(&marked).len(), 1);
}

#[test]
fn nothing_panics_on_nothing() {
    for text in ["", "\n", "One.", "1", "# \n\n[^1]: \n"] {
        let mut marked = Marked::new(text);
        marked.tag_at("all", "claim", Vec::new()).tag_at("far", "hypothesis", vec![Span::new(900, 1000)]).link("all", "supports", "far");
        marked.chain("all");
        marked.chain("far");
        marked.ask(|basis, argument| (argument.coverage(basis), argument.ledger(basis), argument.rests_on(basis, 0)));
    }
}
