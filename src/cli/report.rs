//! `report`: what the reader takes away, written for one text or for many. A report is written whole or not at all, and
//! nothing that is there is written over unless that is asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::io::Write;
use std::path::{Path, PathBuf};

use super::gather::{Item, gather};
use super::many::each;
use super::{CliError, Ending, args, open_to_read, printable, settings, tell};
use crate::annotation::{Glosses, Index};
use crate::report::file::{self, FileError};
use crate::report::{Basics, Format, Output, Part, Report, Summed, summary_page};
use crate::review::argument::Prose;
use crate::review::{self, Desk};
use crate::session::{Settings, file_name};
use crate::{citation, sidecar};

/// Where reports go.
enum Target {
    /// Beside each text.
    Beside,
    /// One file, or one folder of tables.
    File(PathBuf),
    /// A folder, one report for each text.
    Folder(PathBuf),
    /// Standard output.
    Out,
}

/// What came of one text.
struct Done {
    notices: Vec<String>,
    /// What is to be printed.
    text: Vec<u8>,
    row: Option<Summed>,
    trouble: Option<String>,
}

/// Writes reports, as told by `args`.
pub(super) fn report(args: &args::Report, out: &mut dyn Write) -> Result<Ending, CliError> {
    let (items, empty) = gather(&args.paths);
    for folder in empty {
        tell(&format!("{} has no texts in it; texts in a folder end in .txt or .md", printable(&folder.display().to_string())));
    }
    let format = format(args)?;
    let target = target(args, format, items.len())?;
    let names = names(&items);
    let parts: BTreeSet<Part> = match args.parts.as_slice() {
        [] => Part::all(),
        some => some.iter().filter_map(|name| Part::from_name(name)).collect(),
    };
    let settings = settings();
    let mut failed = Vec::new();
    let mut rows = Vec::new();
    let work = |item: &Item| {
        let path = match &target {
            Target::Beside => Some(item.path.with_file_name(name_of(&names, item, format))),
            Target::File(path) => Some(path.clone()),
            Target::Folder(folder) => Some(folder.join(name_of(&names, item, format))),
            Target::Out => None,
        };
        one(item, &settings, args, &parts, format, path.as_deref())
    };
    each(
        &items,
        |item| (item, work(item)),
        |(item, done)| {
            out.write_all(&done.text).map_err(CliError::Output)?;
            out.flush().map_err(CliError::Output)?;
            done.notices.iter().for_each(|notice| tell(&format!("{}: {notice}", printable(&item.path.display().to_string()))));
            rows.extend(done.row);
            if let Some(trouble) = done.trouble {
                tell(&trouble);
                failed.push(item.path.display().to_string());
            }
            Ok(())
        },
    )?;
    if args.summary
        && let Target::Folder(folder) = &target
    {
        let path = folder.join("index.html");
        put(&path, summary_page(&rows).as_bytes(), args.force)?;
        tell(&format!("{} tells of {} texts", path.display(), rows.len()));
    }
    if items.len() > 1 && !failed.is_empty() {
        tell(&format!("{} of {} texts have no report: {}", failed.len(), items.len(), printable(&failed.join(", "))));
    }
    Ok(if failed.is_empty() { Ending::Done } else { Ending::Partly })
}

/// The format asked for, or that the name of the output has.
fn format(args: &args::Report) -> Result<Format, CliError> {
    if args.jsonl {
        return Ok(Format::Json);
    }
    if let Some(named) = args.format.as_deref().and_then(Format::from_name) {
        return Ok(named);
    }
    let ending = args.output.as_deref().and_then(Path::extension).map(|ending| ending.to_string_lossy().to_lowercase());
    let by_ending = ending.as_deref().map(|ending| match ending {
        "htm" => Some(Format::Html),
        "markdown" => Some(Format::Markdown),
        other => Format::from_name(other),
    });
    match by_ending {
        Some(Some(format)) => Ok(format),
        Some(None) if !args.summary && !args.output.as_deref().is_some_and(Path::is_dir) && args.paths.len() == 1 => {
            let known = Format::ALL.map(Format::name).join(", ");
            let words = format!("No format is known by the ending of {}; end it in one of {known}, or say --format", shown(args));
            Err(CliError::Destination(words))
        }
        _ => Ok(Format::Html),
    }
}

fn shown(args: &args::Report) -> String {
    args.output.as_deref().map(|path| printable(&path.display().to_string())).unwrap_or_default()
}

fn target(args: &args::Report, format: Format, count: usize) -> Result<Target, CliError> {
    let several = count > 1 || args.paths.iter().any(|path| path.is_dir());
    Ok(match &args.output {
        _ if args.jsonl => Target::Out,
        None => Target::Beside,
        Some(path) if path.as_os_str() == "-" => {
            if format.is_folder() || several {
                let words = "Several files cannot go to standard output; name a folder with -o, or use --jsonl".to_owned();
                return Err(CliError::Destination(words));
            }
            Target::Out
        }
        Some(path) if several || args.summary || (path.is_dir() && !format.is_folder()) => {
            if path.is_file() {
                let words = format!("{} is a file; reports on several texts need a folder, which -o names", shown(args));
                return Err(CliError::Destination(words));
            }
            Target::Folder(path.clone())
        }
        Some(path) => Target::File(path.clone()),
    })
}

/// A name for the report of each text, without its ending: that of the text, with a number where two are the same.
fn names(items: &[Item]) -> BTreeMap<&Path, OsString> {
    let mut seen: BTreeMap<OsString, usize> = BTreeMap::new();
    let mut names = BTreeMap::new();
    for item in items {
        let stem = item.path.file_stem().map(OsString::from).unwrap_or_default();
        let count = seen.entry(stem.clone()).or_default();
        *count += 1;
        let mut name = stem;
        if *count > 1 {
            name.push(format!("-{count}"));
        }
        names.insert(item.path.as_path(), name);
    }
    names
}

fn name_of(names: &BTreeMap<&Path, OsString>, item: &Item, format: Format) -> OsString {
    let mut name = names.get(item.path.as_path()).cloned().unwrap_or_default();
    name.push(".report");
    if !format.is_folder() {
        name.push(format!(".{}", format.name()));
    }
    name
}

fn one(item: &Item, settings: &Settings, args: &args::Report, parts: &BTreeSet<Part>, format: Format, path: Option<&Path>) -> Done {
    let mut done = Done { notices: Vec::new(), text: Vec::new(), row: None, trouble: item.trouble.clone() };
    if done.trouble.is_some() {
        return done;
    }
    let made = made(&item.path, settings, parts, &mut done.notices).and_then(|report| {
        if args.jsonl {
            done.text = serde_json::to_vec(&report).map_err(|why| CliError::Output(why.into()))?;
            done.text.push(b'\n');
            return Ok(());
        }
        let files = format.render(&report).map_err(|why| CliError::Destination(why.to_string()))?;
        match path {
            None => done.text = files.into_iter().next().map(|file| file.bytes).unwrap_or_default(),
            Some(path) => write(path, &files, args.force)?,
        }
        done.row = args.summary.then(|| Summed::of(&report, path.map(file_name).unwrap_or_default()));
        Ok(())
    });
    done.trouble = made.err().map(|why| why.to_string());
    done
}

/// The report on the text at `path`, with what its sidecar holds.
fn made(path: &Path, settings: &Settings, parts: &BTreeSet<Part>, notices: &mut Vec<String>) -> Result<Report, CliError> {
    let (session, beside) = open_to_read(path, settings)?;
    notices.extend(session.notices.clone());
    let glosses = match sidecar::read(&beside, &session.source)? {
        Some(loaded) => {
            notices.extend(loaded.warnings);
            loaded.glosses
        }
        None => Glosses::default(),
    };
    let citations = citation::analyse(&session.source, &session.structure);
    let desk = Desk::new(session.source.as_str(), &session.structure, &citations);
    let (review, prose) = (review::reviewed(&desk), Prose::new(&desk));
    let basics = Basics {
        name: &session.name(),
        source: &session.source,
        structure: &session.structure,
        citations: &citations,
        review: &review,
        prose: &prose,
        glosses: &glosses,
        index: &Index::new(&glosses),
    };
    Ok(Report::new(&basics, parts))
}

fn write(path: &Path, files: &[Output], force: bool) -> Result<(), CliError> {
    match files {
        [Output { name: "", bytes }] => put(path, bytes, force),
        // All or none: what is in the way is seen before anything is written.
        several => {
            let taken = several.iter().map(|file| path.join(file.name)).find(|file| !force && file.exists());
            if let Some(taken) = taken {
                return Err(refused(&taken));
            }
            several.iter().try_for_each(|file| put(&path.join(file.name), &file.bytes, force))
        }
    }
}

fn refused(path: &Path) -> CliError {
    CliError::NotWritten { path: path.to_path_buf(), why: "it is there already; give another name, or --force to write over it".to_owned() }
}

/// Writes `bytes` to `path`, whole or not at all.
fn put(path: &Path, bytes: &[u8], force: bool) -> Result<(), CliError> {
    let failed = |why: std::io::Error| CliError::NotWritten {
        path: path.to_path_buf(),
        why: format!("{why}; check that the folder is there and may be written, and that the disk is not full"),
    };
    if path.is_dir() {
        let why = "it is a folder; name a file in it".to_owned();
        return Err(CliError::NotWritten { path: path.to_path_buf(), why });
    }
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    file::write(path, bytes, force).map_err(|why| match why {
        FileError::Exists(path) => refused(&path),
        FileError::Write(_, why) => failed(why),
    })
}
