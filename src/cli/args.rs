//! What can be typed after `glossator`, and what its help says. Values that depend on the text (positions, kinds, ends
//! of links) stay words here: what is wrong with them is said in one sentence by whoever knows the text.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};

use super::{CliError, short};
use crate::annotation::Strength;
use crate::report::{Format, Part};
use crate::review::Severity;

/// Close reading of scholarly texts.
#[derive(Debug, Parser)]
#[command(name = "glossator", version, args_conflicts_with_subcommands = true, after_help = WINDOW_HELP)]
#[command(about = "Close reading of scholarly texts: tag claims and citations, link them to evidence, keep every word.")]
pub struct Args {
    /// The text to open in the window; without one, the text that was open last, or at first a sample.
    pub file: Option<PathBuf>,
    /// What to do without a window.
    #[command(subcommand)]
    pub command: Option<Command>,
}

impl Args {
    /// Reads what was typed, the program's own name first. Help and the version are printed, and what cannot be meant is
    /// said, and then the program ends.
    ///
    /// # Errors
    /// Where the first word is meant for a command and is none.
    pub fn read(typed: impl IntoIterator<Item = OsString>) -> Result<Self, CliError> {
        let typed: Vec<OsString> = typed.into_iter().collect();
        let error = match Self::try_parse_from(&typed) {
            Ok(args) => return Ok(args),
            Err(error) => error,
        };
        // A file, and then more: somebody meant a command. The parser's own words would be about the second word.
        let first = typed.get(1).map(|word| word.to_string_lossy()).unwrap_or_default();
        let command = Self::command();
        let known = || command.get_subcommands().map(clap::Command::get_name);
        let confused = matches!(error.kind(), ErrorKind::ArgumentConflict | ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand);
        if confused && !first.starts_with('-') && first != "help" && !known().any(|name| name == first) {
            return Err(CliError::NoCommand { word: short(&first, 40), known: known().collect::<Vec<_>>().join(", ") });
        }
        error.exit()
    }
}

const WINDOW_HELP: &str = "\
What you do is kept beside the text: thesis.txt has thesis.txt.gloss.ron.

Examples:
  glossator thesis.txt                  open the text in the window
  glossator list thesis.txt             what is annotated in it, without a window
  glossator check thesis.txt            what is weak in its sources
  glossator ./annotate                  open a text that is named like a command

Exit codes:
  0  done
  1  done, and something was found (check)
  2  could not do it; standard error says why in one sentence";

/// Work that needs no window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Prints what is read in a text: pages, sections, notes, citations, works; writes nothing.
    #[command(after_help = ANALYZE_HELP)]
    Analyze(Analyze),
    /// Marks a place in the text, found by its words or its position, and prints the new annotation's id.
    #[command(after_help = ANNOTATE_HELP)]
    Annotate(Annotate),
    /// Links an annotation or a note to another, to a web address or to a file, and prints the new link's id.
    #[command(after_help = LINK_HELP)]
    Link(Link),
    /// Lists the annotations of a text, each with where it stands now; writes nothing.
    #[command(after_help = LIST_HELP)]
    List(List),
    /// Says what is weak in the sources of texts, or of all texts in a folder; writes nothing.
    #[command(after_help = CHECK_HELP)]
    Check(Check),
    /// Writes a report on texts, or on all texts in a folder: HTML, Markdown, Word, CSV or JSON.
    #[command(after_help = REPORT_HELP)]
    Report(Report),
    /// Lists the rules that check goes by.
    #[command(after_help = RULES_HELP)]
    Rules(Rules),
    /// Tells all about one rule: what it looks for, why that is weak, an example, what to do.
    #[command(after_help = EXPLAIN_HELP)]
    Explain(Explain),
}

/// What `analyze` is told.
#[derive(Debug, clap::Args)]
pub struct Analyze {
    /// The text.
    pub file: PathBuf,
    /// One JSON object for other programs, positions in code points.
    #[arg(long)]
    pub json: bool,
}

const ANALYZE_HELP: &str = "\
Reads only, and works while a window has the text open. Without --json it prints how much of what was found.

Examples:
  glossator analyze thesis.txt
  glossator analyze thesis.txt --json | jq '.works[] | [.title, .year, .notes]'
  glossator analyze thesis.txt --json | jq '.notes[] | select(.sure | not) | [.label, .why]'

Exit codes:
  0  done
  2  could not do it; standard error says why in one sentence";

/// What `annotate` is told.
#[derive(Debug, clap::Args)]
pub struct Annotate {
    /// The text.
    pub file: PathBuf,
    /// The kind: claim, hypothesis, citation, evidence, comment, or one of your own.
    #[arg(long)]
    pub kind: String,
    /// The words to mark, as they are read: lines joined, words mended, no note numbers.
    #[arg(long, conflicts_with_all = ["at", "document"], allow_hyphen_values = true)]
    pub quote: Option<String>,
    /// Words that stand right before the quote, where it occurs more than once.
    #[arg(long, requires = "quote", conflicts_with_all = ["at", "document"], allow_hyphen_values = true)]
    pub before: Option<String>,
    /// Words that stand right after it.
    #[arg(long, requires = "quote", conflicts_with_all = ["at", "document"], allow_hyphen_values = true)]
    pub after: Option<String>,
    /// The place, in code points of the source text, counted from 0, the end not included.
    #[arg(long, value_name = "START..END", conflicts_with = "document", allow_hyphen_values = true)]
    pub at: Option<String>,
    /// Mark the document as a whole.
    #[arg(long)]
    pub document: bool,
    /// Your words on it.
    #[arg(long, allow_hyphen_values = true)]
    pub note: Option<String>,
    /// A tag; give it again for more.
    #[arg(long = "tag", value_name = "TAG", allow_hyphen_values = true)]
    pub tags: Vec<String>,
    /// How well it stands.
    #[arg(long, value_parser = PossibleValuesParser::new(Strength::ALL.map(Strength::name)))]
    pub strength: Option<String>,
    /// Why it is of that strength.
    #[arg(long, allow_hyphen_values = true)]
    pub reason: Option<String>,
    /// Whose annotation it is; otherwise the name in your settings, or the system's name for you.
    #[arg(long)]
    pub author: Option<String>,
}

const ANNOTATE_HELP: &str = "\
A quote that occurs more than once is not guessed at: the places are listed, and --before, --after or --at decides.
A note's number in the text is in no quote; mark it with --at.

Examples:
  glossator annotate thesis.txt --kind claim --quote \"the strike was won in print\"
  glossator annotate thesis.txt --kind evidence --quote \"in 1883\" --after \"of the\"
  glossator annotate thesis.txt --kind citation --at 384..385 --tag \"no page\"
  glossator annotate thesis.txt --kind claim --quote \"…\" --strength weak --reason \"…\"
  glossator annotate thesis.txt --kind comment --document --note \"Read to chapter 2\"

Exit codes:
  0  done; the id is on standard output
  2  could not do it, nothing was written; standard error says why";

/// What `link` is told.
#[derive(Debug, clap::Args)]
pub struct Link {
    /// The text.
    pub file: PathBuf,
    /// The end that supports, attacks, …: an annotation or one of the others below.
    pub from: String,
    /// supports, attacks, qualifies, cites, restates, or a word of your own.
    pub relation: String,
    /// The end that is supported, attacked, ….
    pub to: String,
    /// Your words on it.
    #[arg(long, allow_hyphen_values = true)]
    pub note: Option<String>,
    /// Whose link it is; otherwise the name in your settings, or the system's name for you.
    #[arg(long)]
    pub author: Option<String>,
}

const LINK_HELP: &str = "\
FROM and TO are each one of:
  ID                    an annotation, by its id or the first characters of it, 8 at least
  note:12               the note that is numbered 12 in the text
  url:https://…         a web address
  doi:10.…              a DOI
  file:PATH             a file; its path is kept as you give it

Examples:
  glossator link thesis.txt 01JDA3G7Q2 supports 01JDA3F0ZK
  glossator link thesis.txt 01JDA3G7Q2 cites note:12 --note \"only the second half\"
  glossator link thesis.txt 01JDA3F0ZK \"rests on\" doi:10.1000/182

Exit codes:
  0  done; the id is on standard output
  2  could not do it, nothing was written; standard error says why";

/// What `list` is told.
#[derive(Debug, clap::Args)]
pub struct List {
    /// The text.
    pub file: PathBuf,
    /// One JSON object for other programs, positions in code points.
    #[arg(long)]
    pub json: bool,
}

const LIST_HELP: &str = "\
Reads only, and works while a window has the text open. A text without annotations lists nothing.

Examples:
  glossator list thesis.txt
  glossator list thesis.txt --json | jq '.annotations[].note'

Exit codes:
  0  done
  2  could not do it; standard error says why in one sentence";

/// What `check` is told.
#[derive(Debug, clap::Args)]
pub struct Check {
    /// Texts, and folders with texts (*.txt, *.md).
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// One JSON object for other programs, positions in code points.
    #[arg(long, conflicts_with_all = ["jsonl", "sarif"])]
    pub json: bool,
    /// The same as one JSON object a line for each text.
    #[arg(long, conflicts_with = "sarif")]
    pub jsonl: bool,
    /// SARIF 2.1.0, which editors and code hosts read.
    #[arg(long)]
    pub sarif: bool,
    /// Only these rules, whatever they weigh; all: every finding of every rule, dismissed ones too.
    #[arg(long, value_name = "RULE,…|all", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Not these rules.
    #[arg(long, value_name = "RULE,…", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Nothing that matters less; without it warning, and info with --select all.
    #[arg(long, value_name = "SEVERITY", value_parser = PossibleValuesParser::new(Severity::ALL.map(Severity::name)))]
    pub min_severity: Option<String>,
}

const CHECK_HELP: &str = "\
Reads only, and works while a window has the text open. What the sidecar of a text says counts: the rules that are set
or switched off in it, and the findings that were dismissed. Repeated findings of one cause are one, with a count.

Examples:
  glossator check thesis.txt
  glossator check drafts/ --min-severity error
  glossator check thesis.txt --select ibid-form,bare-url
  glossator check thesis.txt --select all --ignore absolute-term --json
  glossator check drafts/ --sarif > findings.sarif

Exit codes:
  0  done, nothing to show
  1  done, and there are findings
  2  a text could not be read (the others were checked), or the command cannot be meant; standard error says why";

/// What `report` is told.
#[derive(Debug, clap::Args)]
pub struct Report {
    /// Texts, and folders with texts (*.txt, *.md).
    #[arg(required = true, value_name = "PATH")]
    pub paths: Vec<PathBuf>,
    /// Where to write it: a file, a folder for several texts or for tables, or - for standard output. Without it the
    /// report stands beside its text: thesis.txt has thesis.report.html.
    #[arg(short, long, value_name = "OUT", allow_hyphen_values = true)]
    pub output: Option<PathBuf>,
    /// The format; without it, by the ending of OUT, or html.
    #[arg(long, value_parser = PossibleValuesParser::new(Format::ALL.map(Format::name)))]
    pub format: Option<String>,
    /// Only these parts; without it all.
    #[arg(long, value_name = "PART,…", value_delimiter = ',', value_parser = PossibleValuesParser::new(Part::ALL.map(Part::name)))]
    pub parts: Vec<String>,
    /// One line of JSON for each text on standard output, and no files.
    #[arg(long, conflicts_with_all = ["output", "format", "summary"])]
    pub jsonl: bool,
    /// One page over all texts, index.html in the folder OUT, with their reports beside it.
    #[arg(long, conflicts_with = "format", requires = "output")]
    pub summary: bool,
    /// Write over what is there.
    #[arg(long)]
    pub force: bool,
}

const REPORT_HELP: &str = "\
Reads only, and works while a window has the text open. A report is written whole or not at all; one that is there is
left as it is, unless --force is given. The same text and annotations give the same bytes.

Examples:
  glossator report thesis.txt                              writes thesis.report.html
  glossator report thesis.txt -o report.docx
  glossator report thesis.txt --parts summary,weak -o - --format md
  glossator report theses/ -o reports --summary            a page over all, reports/index.html
  glossator report theses/ --jsonl | duckdb -c \"SELECT facts.document, len(weak) FROM read_json('/dev/stdin')\"

Exit codes:
  0  done
  2  a report could not be written (the others were); standard error says which and why";

/// What `rules` is told.
#[derive(Debug, clap::Args)]
pub struct Rules {
    /// One JSON object for other programs.
    #[arg(long, conflicts_with = "markdown")]
    pub json: bool,
    /// A page in Markdown with all that is said about each.
    #[arg(long)]
    pub markdown: bool,
}

const RULES_HELP: &str = "\
Examples:
  glossator rules
  glossator rules --json | jq -r '.rules[] | select(.default) | .id'

Exit codes:
  0  done
  2  could not do it; standard error says why in one sentence";

/// What `explain` is told.
#[derive(Debug, clap::Args)]
pub struct Explain {
    /// The rule, as check names it in brackets.
    pub rule: String,
}

const EXPLAIN_HELP: &str = "\
Examples:
  glossator explain missing-page

Exit codes:
  0  done
  2  there is no such rule; standard error names those that are near";
