//! Why a command could not do its work: each in words that say what, where, and what to do.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::session::{EditError, OpenError, ReadOnly};
use crate::sidecar::ReadError;
use crate::text::search::QueryError;

/// Why a command could not do its work. Nothing was written.
#[derive(Debug, Error)]
pub enum CliError {
    /// What was typed begins with a word that is no command, and goes on.
    #[error("There is no command “{word}”; there are {known}, and glossator --help tells more; to open a text, give its name alone")]
    NoCommand {
        /// The word.
        word: String,
        /// The commands there are.
        known: String,
    },
    /// The text was not opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// Its annotations cannot be read.
    #[error(transparent)]
    Sidecar(#[from] ReadError),
    /// Its annotations cannot be added to.
    #[error("{}: {why}{}", path.display(), hint(why))]
    ReadOnly {
        /// The text.
        path: PathBuf,
        /// Why.
        why: ReadOnly,
    },
    /// A report was not written.
    #[error("{} was not written: {why}", path.display())]
    NotWritten {
        /// Where it was to stand.
        path: PathBuf,
        /// Why, and what to do.
        why: String,
    },
    /// `--output` cannot be meant.
    #[error("{0}")]
    Destination(String),
    /// There is no place to mark.
    #[error("Say what to mark: --quote with its words, --at with its position, or --document")]
    NoPlace,
    /// `--at` is not a position.
    #[error("--at {0} is no position; give two numbers with two dots between them, as in --at 384..487")]
    NotPosition(String),
    /// `--at` goes backwards.
    #[error("--at {start}..{end} ends before it starts; turn the two numbers round")]
    Reversed {
        /// First code point.
        start: usize,
        /// One past the last.
        end: usize,
    },
    /// `--at` covers nothing.
    #[error("--at {start}..{end} is empty; the end is not included, so one character is --at {start}..{}", start.saturating_add(1))]
    EmptyPosition {
        /// First code point.
        start: usize,
        /// One past the last.
        end: usize,
    },
    /// `--at` is not in the text.
    #[error("--at {start}..{end} is out of range; {} has {chars} code points, so the largest END is {chars}", path.display())]
    OutOfRange {
        /// First code point.
        start: usize,
        /// One past the last.
        end: usize,
        /// The text.
        path: PathBuf,
        /// How long it is.
        chars: usize,
    },
    /// `--at` has no words in it.
    #[error("--at {start}..{end} has no words in it, only white space, or whole notes and page furniture; choose other positions")]
    NoWords {
        /// First code point.
        start: usize,
        /// One past the last.
        end: usize,
    },
    /// There is nothing in `--quote`.
    #[error("The quote is empty; give the words to mark, or --at with their position")]
    EmptyQuote,
    /// The words are not there.
    #[error("“{quote}” is not in {}; give the words as they are read, without note markers, capitals and all", path.display())]
    NotFound {
        /// What was looked for.
        quote: String,
        /// The text.
        path: PathBuf,
    },
    /// The words are there, but not between those.
    #[error("“{quote}” is in {}, but nowhere with those words {around}; here is where:\n{places}", path.display())]
    NotAround {
        /// What was looked for.
        quote: String,
        /// The text.
        path: PathBuf,
        /// "before it", "after it" or both.
        around: &'static str,
        /// Where it stands, a line each.
        places: String,
    },
    /// The words are there more than once.
    #[error("“{quote}” occurs {count} times in {}; say which with --before or --after, or take an --at from these:\n{places}", path.display())]
    Ambiguous {
        /// What was looked for.
        quote: String,
        /// How often.
        count: usize,
        /// The text.
        path: PathBuf,
        /// Where it stands, a line each.
        places: String,
    },
    /// The quote cannot be searched for.
    #[error("The quote cannot be searched for: {0}")]
    Query(#[from] QueryError),
    /// No such kind.
    #[error("There is no kind “{kind}” in {}; it has {known}", path.display())]
    NoKind {
        /// What was asked for.
        kind: String,
        /// The text.
        path: PathBuf,
        /// The kinds there are.
        known: String,
    },
    /// No such rule.
    #[error("There is no rule “{rule}”{}; glossator rules lists them all", near(nearest))]
    NoRule {
        /// What was asked for.
        rule: String,
        /// Rules that may be meant, the nearest first.
        nearest: Vec<&'static str>,
    },
    /// A reason for nothing.
    #[error("A --reason needs the strength that it is the reason for; add --strength strong, adequate, weak or missing")]
    ReasonAlone,
    /// The relation is empty.
    #[error("The relation is empty; give a word for how the one stands to the other, as in supports")]
    NoRelation,
    /// An end of a link is none.
    #[error("“{end}” {why}")]
    End {
        /// As typed.
        end: String,
        /// What is wrong with it, and what to do.
        why: String,
    },
    /// The work could not be done.
    #[error(transparent)]
    Edit(#[from] EditError),
    /// It could not be put on disk.
    #[error("{why}")]
    NotSaved {
        /// Why, and what to do.
        why: String,
    },
    /// What was done could not be printed. The only one where something was written beside the text.
    #[error("The answer could not be written ({0}); look with glossator list at what was done")]
    Output(io::Error),
}

impl CliError {
    /// Whether it is only that nobody reads on, as with `| head`: not worth a word.
    pub fn is_closed_output(&self) -> bool {
        matches!(self, Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }
}

/// What to do, where the words that the window shows leave it to a button.
fn hint(why: &ReadOnly) -> &'static str {
    match why {
        ReadOnly::OtherText { .. } => "; open it in the window and say there what is to become of them",
        _ => "",
    }
}

/// What may be meant, as a part of a sentence.
fn near(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => format!("; you may mean {one}"),
        [most @ .., last] => format!("; you may mean {} or {last}", most.join(", ")),
    }
}
