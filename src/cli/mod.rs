//! The commands that need no window, for scripts, batches and other programs. What they print is made to be read by a
//! program: an id, a list, one JSON object, and nothing else on standard output. What could not be done is one sentence
//! that says what, where and what to do, for it is all that the person at the other end of a script will see.
//!
//! This is one of the two places where positions become code points; the work itself is done by
//! [`crate::session::Session`], just as in the window.

mod analysis;
mod analyze;
mod annotate;
mod args;
mod catalogue;
mod check;
mod checked;
mod ends;
mod error;
mod found;
mod gather;
mod json;
mod list;
mod many;
mod people;
mod place;
mod report;
mod sarif;

use std::io::Write;
use std::path::{Path, PathBuf};

pub use args::{Analyze, Annotate, Args, Check, Command, Explain, Link, List, Report, Rules};
pub use error::CliError;

use crate::session::{Progress, Request, Session, Settings, SidecarChoice};
use crate::sidecar;

/// How a command that did its work ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// All was done.
    Done,
    /// All was done, and something was found that the caller should know of.
    Found,
    /// Some of it could not be done; standard error said what.
    Partly,
}

impl Ending {
    /// What the program ends with.
    pub fn code(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::Found => 1,
            Self::Partly => 2,
        }
    }
}

/// Does `command` and writes what it gives to `out`.
///
/// # Errors
/// Where it could not be done, in one sentence; then nothing was written, neither to `out` nor beside the text.
pub fn run(command: Command, out: &mut dyn Write) -> Result<Ending, CliError> {
    let mut ending = Ending::Done;
    match command {
        Command::Analyze(args) => analyze::analyze(&args, out)?,
        Command::Annotate(args) => annotate::annotate(&args, out)?,
        Command::Check(args) => ending = check::check(&args, out)?,
        Command::Explain(args) => catalogue::explain(&args, out)?,
        Command::Link(args) => annotate::link(&args, out)?,
        Command::List(args) => list::list(&args, out)?,
        Command::Report(args) => ending = report::report(&args, out)?,
        Command::Rules(args) => catalogue::rules(&args, out)?,
    }
    out.flush().map_err(CliError::Output)?;
    Ok(ending)
}

/// The reader's settings, which the window writes and the commands only read.
fn settings() -> Settings {
    Settings::path().as_deref().map(Settings::load).unwrap_or_default()
}

/// Where the reader keeps the annotations of the text at `path`, where that is not beside it.
fn kept_elsewhere(settings: &Settings, path: &Path) -> Option<PathBuf> {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
    settings.elsewhere.get(&absolute.display().to_string()).cloned()
}

/// Opens the text at `path` without its sidecar, which would take the lock; and where that sidecar is, for who reads it.
fn open_to_read(path: &Path, settings: &Settings) -> Result<(Session, PathBuf), CliError> {
    let elsewhere = kept_elsewhere(settings, path);
    let mut request = Request::new(path, "");
    request.sidecar = SidecarChoice::Without;
    request.encoding = elsewhere.as_deref().and_then(sidecar::chosen_encoding);
    let session = Session::open(&request, &Progress::default())?;
    let beside = elsewhere.unwrap_or_else(|| session.sidecar.clone());
    Ok((session, beside))
}

/// Opens the text at `path` to add to its annotations, as the work of `author` or of the reader.
fn open_to_write(path: &Path, author: Option<&str>) -> Result<Session, CliError> {
    let settings = settings();
    let author = match author.map(str::trim).filter(|name| !name.is_empty()) {
        Some(name) => name.to_owned(),
        None => settings.reader_name(),
    };
    let mut request = Request::new(path, &author);
    if let Some(elsewhere) = kept_elsewhere(&settings, path) {
        request.sidecar = SidecarChoice::At(elsewhere);
    }
    let session = Session::open(&request, &Progress::default())?;
    match session.read_only() {
        Some(why) => Err(CliError::ReadOnly { path: path.to_path_buf(), why: why.clone() }),
        None => Ok(session),
    }
}

/// Puts what was done on disk, tells what there is to tell, and prints the new record's `id`.
fn finish(mut session: Session, id: &crate::annotation::Id, out: &mut dyn Write) -> Result<(), CliError> {
    session.save_now().map_err(|why| CliError::NotSaved { why })?;
    for notice in &session.notices {
        tell(notice);
    }
    drop(session);
    writeln!(out, "{id}").map_err(CliError::Output)
}

/// Says something on standard error that does not stop the work.
fn tell(words: &str) {
    // Nobody to hear it is no reason to stop.
    writeln!(std::io::stderr(), "glossator: {words}").ok();
}

/// `words` on one line, cut after `most` characters, without what a terminal would take for a command.
fn short(words: &str, most: usize) -> String {
    let line = printable(&words.split_whitespace().collect::<Vec<_>>().join(" "));
    match line.char_indices().nth(most) {
        Some((cut, _)) => format!("{}…", line.get(..cut).unwrap_or(&line).trim_end()),
        None => line,
    }
}

/// `words` without control characters other than line ends and tabs: a sidecar from elsewhere may hold anything.
fn printable(words: &str) -> String {
    words.chars().map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { '\u{fffd}' } else { c }).collect()
}
