//! `check`: what is weak in the sources of texts. Many texts are checked at once, on all cores, and told in the order
//! in which they were given; one that cannot be read is said to be so and keeps no other from being checked.

use std::io::Write;

use super::args::Check;
use super::checked::{Ask, Checked, Tally};
use super::found::FileOut;
use super::gather::{Item, gather};
use super::many::each;
use super::people::Page;
use super::{CliError, Ending, printable, sarif, settings, short, tell};
use crate::review::{Choice, Severity, rules};
use crate::session::{Settings, file_name};

/// How it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    People(Page),
    Json,
    JsonLines,
    Sarif,
}

/// What a text came to, ready to be printed.
struct Sheet {
    text: String,
    tally: Tally,
    /// What is said on standard error.
    said: Vec<String>,
}

/// Checks texts, as told by `args`.
pub(super) fn check(args: &Check, out: &mut dyn Write) -> Result<Ending, CliError> {
    let ask = ask(args)?;
    let form = match (args.json, args.jsonl, args.sarif) {
        (true, ..) => Form::Json,
        (_, true, _) => Form::JsonLines,
        (.., true) => Form::Sarif,
        _ => Form::People(Page::here()),
    };
    let (items, empty) = gather(&args.paths);
    for folder in empty {
        tell(&format!("{} has no texts in it; texts in a folder end in .txt or .md", printable(&folder.display().to_string())));
    }
    let settings = settings();
    let mut tally = Tally::default();
    put(out, &form.head())?;
    each(
        &items,
        |item| form.sheet(item, &settings, &ask),
        |sheet| {
            if !sheet.text.is_empty() && form.joins() && tally.written > 0 {
                put(out, ",")?;
            }
            put(out, &sheet.text)?;
            tally.add(&sheet.tally);
            tally.written += usize::from(!sheet.text.is_empty());
            // What is half written would be in the way of the line that tells how far it has come.
            out.flush().map_err(CliError::Output)?;
            sheet.said.iter().for_each(|words| tell(words));
            Ok(())
        },
    )?;
    put(out, &form.tail(&tally))?;
    Ok(match (&tally.failed[..], tally.shown()) {
        ([_, ..], _) => Ending::Partly,
        ([], 0) => Ending::Done,
        ([], _) => Ending::Found,
    })
}

fn put(out: &mut dyn Write, words: &str) -> Result<(), CliError> {
    out.write_all(words.as_bytes()).map_err(CliError::Output)
}

/// What is asked for; a rule that does not exist is refused before anything is read.
fn ask(args: &Check) -> Result<Ask, CliError> {
    let lowest = args.min_severity.as_deref().and_then(Severity::from_name);
    let names = |given: &[String]| given.iter().map(|name| name.trim().to_lowercase()).filter(|name| !name.is_empty()).collect::<Vec<_>>();
    let (mut selected, ignored) = (names(&args.select), names(&args.ignore));
    let all = selected.iter().any(|name| name == "all");
    selected.retain(|name| name != "all");
    for name in selected.iter().chain(&ignored) {
        if rules::rule(name).is_none() {
            return Err(CliError::NoRule { rule: short(name, 40), nearest: rules::nearest(name) });
        }
    }
    if all {
        selected.clear();
    }
    let usual = if all { Severity::Info } else { Severity::Warning };
    let choice = Choice {
        all,
        selected: selected.into_iter().collect(),
        ignored: ignored.into_iter().collect(),
        lowest: lowest.unwrap_or(usual),
        ..Choice::default()
    };
    Ok(Ask { choice, lowest })
}

impl Form {
    /// Before the first text.
    fn head(self) -> String {
        match self {
            Self::People(_) | Self::JsonLines => String::new(),
            Self::Json => r#"{"format":"glossator-check/1","files":["#.to_owned(),
            Self::Sarif => sarif::head(),
        }
    }

    /// Whether a comma stands between what two texts gave.
    fn joins(self) -> bool {
        matches!(self, Self::Json | Self::Sarif)
    }

    /// After the last.
    fn tail(self, tally: &Tally) -> String {
        match self {
            Self::People(page) => page.closing(tally),
            Self::JsonLines => String::new(),
            Self::Json => "]}\n".to_owned(),
            Self::Sarif => sarif::tail(&tally.failed),
        }
    }

    fn sheet(self, item: &Item, settings: &Settings, ask: &Ask) -> Sheet {
        let checked = match &item.trouble {
            Some(trouble) => Err(trouble.clone()),
            None => Checked::of(&item.path, settings, ask).map_err(|error| error.to_string()),
        };
        let (name, path) = (file_name(&item.path), item.path.display().to_string());
        let mut tally = Tally { files: 1, ..Tally::default() };
        let mut said = Vec::new();
        let text = match checked {
            Ok(checked) => {
                said.extend(checked.notices.iter().map(|words| format!("{}: {}", printable(&path), printable(words))));
                tally.count(&checked);
                match self {
                    Self::People(page) => page.of(&path, &checked),
                    Self::Sarif => sarif::results(&item.path, &checked),
                    Self::Json => json(&FileOut::of(name, path, &checked)),
                    Self::JsonLines => json(&FileOut::of(name, path, &checked)) + "\n",
                }
            }
            Err(why) => {
                said.push(printable(&why));
                tally.failed.push((item.path.clone(), why.clone()));
                match self {
                    Self::People(_) | Self::Sarif => String::new(),
                    Self::Json => json(&FileOut::failed(name, path, why)),
                    Self::JsonLines => json(&FileOut::failed(name, path, why)) + "\n",
                }
            }
        };
        Sheet { text, tally, said }
    }
}

/// Records of words and numbers cannot fail to be written.
pub(super) fn json(record: &impl serde::Serialize) -> String {
    serde_json::to_string(record).unwrap_or_default()
}
