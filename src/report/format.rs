//! The formats a report is given in. Each is one file; what they have in common is the report.

use super::model::Report;
use super::{csv, docx, html, markdown};

/// A format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Format {
    /// One page, for a browser and for paper.
    Html,
    /// CommonMark with tables.
    Markdown,
    /// A Word document with comments.
    Docx,
    /// Tables, one file each.
    Csv,
    /// All of it, for programs.
    Json,
}

/// A file that a format gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    /// Its name in a folder of several; empty where there is one.
    pub name: &'static str,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a report could not be written down.
#[derive(Debug, thiserror::Error)]
pub enum FormatError {
    /// The tables.
    #[error("The tables could not be written: {0}")]
    Csv(#[from] ::csv::Error),
    /// The Word document.
    #[error("The Word document could not be written: {0}")]
    Docx(String),
    /// The JSON.
    #[error("The JSON could not be written: {0}")]
    Json(#[from] serde_json::Error),
}

impl Format {
    /// All, the most useful first.
    pub const ALL: [Self; 5] = [Self::Html, Self::Markdown, Self::Docx, Self::Csv, Self::Json];

    /// Its name on the command line, and how its files end.
    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Docx => "docx",
            Self::Csv => "csv",
            Self::Json => "json",
        }
    }

    /// What it is called.
    pub fn title(self) -> &'static str {
        match self {
            Self::Html => "HTML",
            Self::Markdown => "Markdown",
            Self::Docx => "Word",
            Self::Csv => "CSV tables",
            Self::Json => "JSON",
        }
    }

    /// The format called `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// Whether it gives several files, for a folder.
    pub fn is_folder(self) -> bool {
        self == Self::Csv
    }

    /// Writes `report` down.
    ///
    /// # Errors
    /// Where a library that writes the format refuses.
    pub fn render(self, report: &Report) -> Result<Vec<Output>, FormatError> {
        let one = |bytes: Vec<u8>| vec![Output { name: "", bytes }];
        Ok(match self {
            Self::Html => one(html::html(report).into_bytes()),
            Self::Markdown => one(markdown::markdown(report).into_bytes()),
            Self::Docx => one(docx::docx(report).map_err(FormatError::Docx)?),
            Self::Csv => csv::csv(report)?,
            Self::Json => {
                let mut bytes = serde_json::to_vec_pretty(report)?;
                bytes.push(b'\n');
                one(bytes)
            }
        })
    }
}
