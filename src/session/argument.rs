//! The argument of an open text: the chain of each annotation, what rests on each work, how well each section is
//! supported, what became of each hypothesis. Worked out when it is asked for, and kept until the reader's work changes.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Session;
use crate::annotation::{End, Id};
use crate::review::argument::{self, Argument, Basis, Chain, Coverage, Ledger, Rests, Standing};

/// What was worked out, and for which state of the reader's work.
#[derive(Default)]
pub(super) struct Kept {
    made_for: Option<(u64, usize)>,
    argument: Arc<Argument>,
    standing: Arc<Vec<Option<Standing>>>,
    chains: BTreeMap<Id, Arc<Chain>>,
    rests: BTreeMap<usize, Arc<Rests>>,
    coverage: Option<Arc<Coverage>>,
    ledger: Option<Arc<Ledger>>,
}

/// The way along a chain: whose, and the steps gone to.
pub(super) struct Along {
    root: Id,
    gone: Vec<usize>,
}

/// What came of going along a chain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Went {
    /// The caret is at the next step; what that is, and what was missing on the way.
    There(String),
    /// The next step stands outside the text.
    Outside(End),
    /// There is no farther step, or none at all; why.
    Nowhere(String),
}

impl Session {
    /// Answers `ask` from the argument as it stands; `None` while the text is still being read.
    fn ask<T>(&self, ask: impl FnOnce(&Basis, &Argument, &mut Kept) -> T) -> Option<T> {
        let (citations, review, prose) = (self.citations()?, self.review()?, self.prose.as_ref()?);
        let mut kept = self.argument.borrow_mut();
        let key = (self.revision(), Arc::as_ptr(review) as usize);
        let stale = kept.made_for != Some(key);
        let standing = if stale {
            Arc::new(argument::standing(&review.findings, &self.glosses, self.source.as_str(), &self.structure))
        } else {
            Arc::clone(&kept.standing)
        };
        let basis = Basis {
            text: self.source.as_str(),
            structure: &self.structure,
            citations,
            prose,
            glosses: &self.glosses,
            index: &self.index,
            findings: &review.findings,
            standing: &standing,
        };
        if stale {
            *kept = Kept { made_for: Some(key), argument: Arc::new(Argument::new(&basis)), ..Kept::default() };
            kept.standing = Arc::clone(&standing);
        }
        let argument = Arc::clone(&kept.argument);
        Some(ask(&basis, &argument, &mut kept))
    }

    /// The evidence chain of annotation `id`; `None` while the text is still being read.
    pub fn chain_of(&self, id: &Id) -> Option<Arc<Chain>> {
        self.ask(|basis, argument, kept| Arc::clone(kept.chains.entry(id.clone()).or_insert_with(|| Arc::new(argument.chain(basis, id)))))
    }

    /// What rests on work `work` (an index in [`crate::citation::Citations::works`]).
    pub fn rests_on(&self, work: usize) -> Option<Arc<Rests>> {
        self.ask(|basis, argument, kept| Arc::clone(kept.rests.entry(work).or_insert_with(|| Arc::new(argument.rests_on(basis, work)))))
    }

    /// Whether the text gives a source in the words of annotation `id` or behind them; false while it is still being read.
    pub fn is_cited(&self, id: &Id) -> bool {
        self.ask(|_, argument, _| argument.is_cited(id)).unwrap_or(false)
    }

    /// How well each section is supported.
    pub fn coverage(&self) -> Option<Arc<Coverage>> {
        self.ask(|basis, argument, kept| Arc::clone(kept.coverage.get_or_insert_with(|| Arc::new(argument.coverage(basis)))))
    }

    /// What became of each hypothesis.
    pub fn ledger(&self) -> Option<Arc<Ledger>> {
        self.ask(|basis, argument, kept| Arc::clone(kept.ledger.get_or_insert_with(|| Arc::new(argument.ledger(basis)))))
    }

    /// Goes to the next step of the chain of the annotation in hand, which stays in hand.
    pub fn go_along(&mut self) -> Went {
        let Some(held) = self.held().map(|held| held.id.clone()) else {
            return Went::Nowhere("Take an annotation in hand first: J, or a click".to_owned());
        };
        let Some(chain) = self.chain_of(&held) else {
            return Went::Nowhere("The references of this text are still being read".to_owned());
        };
        let here = self.along_step().unwrap_or(0);
        let (next, passed) = chain.next(here);
        let missing: Vec<&str> = passed.iter().filter(|step| step.what == argument::What::Gap).map(|step| step.words.as_str()).collect();
        let missing = missing.join("; ");
        // A web address at the end of a branch is opened when the way leads past it.
        if let Some(end) = passed.iter().find_map(|step| step.end.clone())
            && next.is_none()
        {
            return Went::Outside(end);
        }
        let Some((next, step)) = next.and_then(|next| Some((next, chain.steps.get(next)?))) else {
            let end = if here > 0 { "The end of the evidence chain; Alt+Left comes back" } else { "The chain has no step to go to" };
            return Went::Nowhere(if missing.is_empty() { end.to_owned() } else { format!("Missing: {missing}. {end}") });
        };
        let words = if missing.is_empty() { step.words.clone() } else { format!("Missing: {missing}. Then: {}", step.words) };
        self.go_to_step(&held, next);
        Went::There(words)
    }

    /// Goes to step `step` of the chain of `root`, which is in hand.
    pub fn go_to_step(&mut self, root: &Id, step: usize) {
        let at = self.chain_of(root).and_then(|chain| chain.steps.get(step).and_then(|own| own.at));
        let Some(at) = at else { return };
        self.go(at);
        self.offer = None;
        match &mut self.along {
            Some(along) if along.root == *root => along.gone.push(step),
            _ => self.along = Some(Along { root: root.clone(), gone: vec![step] }),
        }
    }

    /// The step of the chain of the annotation in hand that was gone to last.
    pub fn along_step(&self) -> Option<usize> {
        let along = self.along.as_ref().filter(|along| Some(&along.root) == self.in_hand.as_ref())?;
        along.gone.last().copied()
    }

    /// One step back on the way along a chain; false where one is on none.
    pub(super) fn back_along(&mut self) -> bool {
        let Some(along) = self.along.as_mut().filter(|along| Some(&along.root) == self.in_hand.as_ref()) else { return false };
        along.gone.pop().is_some()
    }
}
