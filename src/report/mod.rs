//! What a reader takes away: files made of the reader's work for those who do not have the program.
//!
//! [`Report`] is made once from the text, the reader's work and the review; each format renders it and decides nothing.
//! A new format is a file here and a line in [`Format`].

pub mod csv;
pub mod docx;
pub mod file;
mod format;
pub mod html;
mod make;
mod margin;
pub mod markdown;
mod model;
mod over;
mod part;
pub mod picture;
#[cfg(test)]
mod tests;
mod words;

pub use format::{Format, FormatError, Output};
pub use margin::{Paragraph, Remark, Run};
pub use model::{
    Basics, Beside, Facts, Hypothesis, KindCount, Marked, Report, Section, Strand, Summary, Test, Tie, TieEnd, Weak, Where, Work,
};
pub use over::{Summed, summary_page};
pub use part::Part;
pub use words::thousands;
