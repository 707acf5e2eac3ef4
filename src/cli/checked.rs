//! One text, checked: read, reviewed, and what the reader decided in its sidecar laid beside it. It reads and takes no
//! lock, so that it can run beside a window, and in a folder where nothing may be written.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{CliError, open_to_read};
use crate::annotation::{Glosses, Judgement, Verdict};
use crate::citation;
use crate::review::{self, Choice, Finding, Severity};
use crate::session::{Session, Settings};
use crate::sidecar;

/// What is asked for.
#[derive(Clone, Debug, Default)]
pub(super) struct Ask {
    /// Which findings; the settings of a document are added to it.
    pub choice: Choice,
    /// The lowest severity, where that was said: it counts for rules that are asked for by name, too.
    pub lowest: Option<Severity>,
}

/// A text with what there is to say about it.
pub(super) struct Checked {
    /// The text, opened without its sidecar: that would take the lock.
    pub session: Session,
    /// In order of place, those of the whole text first.
    pub lines: Vec<Line>,
    /// How many findings were left out because the reader dismissed them.
    pub dismissed: usize,
    /// What there is to say that is no finding, a sentence each.
    pub notices: Vec<String>,
}

/// A finding as it is shown.
pub(super) struct Line {
    /// With the place of the first, where it stands for several.
    pub finding: Finding,
    /// What the reader decided, where that is the same for all it stands for.
    pub judgement: Option<Arc<Judgement>>,
}

impl Checked {
    /// Checks the text at `path`.
    pub(super) fn of(path: &Path, settings: &Settings, ask: &Ask) -> Result<Self, CliError> {
        let (session, beside) = open_to_read(path, settings)?;
        let mut notices = session.notices.clone();
        let glosses = match sidecar::read(&beside, &session.source) {
            Ok(Some(loaded)) => loaded.glosses,
            Ok(None) => Glosses::default(),
            Err(why) => {
                notices.push(format!("{why} The text was checked without what is in it."));
                Glosses::default()
            }
        };
        let citations = citation::analyse(&session.source, &session.structure);
        let findings = review::review(&session.source, &session.structure, &citations).findings;
        let choice = Choice { settings: glosses.rules.clone(), ..ask.choice.clone() };
        let judged = review::judged(&findings, &glosses, session.source.as_str(), &session.structure);
        let mut dismissed = 0;
        let (mut kept, mut judgements) = (Vec::new(), Vec::new());
        for (finding, id) in findings.into_iter().zip(judged) {
            let Some(severity) = choice.severity(&finding) else { continue };
            if ask.lowest.is_some_and(|lowest| severity < lowest) {
                continue;
            }
            let judgement = id.and_then(|id| glosses.judgements.get(&id)).cloned();
            if !choice.all && verdict(judgement.as_ref()) == Some(Verdict::Dismissed) {
                dismissed += 1;
                continue;
            }
            kept.push(finding);
            judgements.push(judgement);
        }
        let line = |one: review::Shown| {
            let mut own = one.stands_for.iter().map(|&index| judgements.get(index).and_then(Option::as_ref));
            let first = own.next().flatten();
            let same = own.all(|other| verdict(other) == verdict(first));
            Line { finding: one.finding, judgement: first.filter(|_| same).cloned() }
        };
        let lines = review::shown(&kept, &choice).into_iter().map(line).collect();
        Ok(Self { session, lines, dismissed, notices })
    }
}

fn verdict(judgement: Option<&Arc<Judgement>>) -> Option<Verdict> {
    judgement.map(|judgement| judgement.verdict)
}

/// What texts came to, in numbers.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Texts, those that could not be read too.
    pub files: usize,
    /// Those with a finding to show.
    pub found: usize,
    /// Findings that are shown.
    pub errors: usize,
    /// Findings that are shown.
    pub warnings: usize,
    /// Findings that are shown.
    pub remarks: usize,
    /// Findings that are not, because the reader dismissed them.
    pub dismissed: usize,
    /// Texts that could not be read, each with why.
    pub failed: Vec<(PathBuf, String)>,
    /// Texts that something was printed for.
    pub written: usize,
}

impl Tally {
    /// All findings that are shown.
    pub(super) fn shown(&self) -> usize {
        self.errors + self.warnings + self.remarks
    }

    /// Adds what one text came to.
    pub(super) fn count(&mut self, checked: &Checked) {
        for line in &checked.lines {
            match line.finding.severity {
                Severity::Error => self.errors += 1,
                Severity::Warning => self.warnings += 1,
                Severity::Info => self.remarks += 1,
            }
        }
        self.found += usize::from(!checked.lines.is_empty());
        self.dismissed += checked.dismissed;
    }

    /// Adds what others came to.
    pub(super) fn add(&mut self, other: &Self) {
        self.files += other.files;
        self.found += other.found;
        self.errors += other.errors;
        self.warnings += other.warnings;
        self.remarks += other.remarks;
        self.dismissed += other.dismissed;
        self.failed.extend_from_slice(&other.failed);
    }
}
