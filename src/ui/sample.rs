//! The sample that comes with the program. A first start opens a copy in the reader's own folder, to be worked on.

use std::path::PathBuf;

use crate::session::Settings;

/// The sample's file name.
pub const SAMPLE_NAME: &str = "mill-towns.txt";
const TEXT: &str = include_str!("../../samples/mill-towns.txt");
const SIDECAR: &str = include_str!("../../samples/mill-towns.txt.gloss.ron");

/// The reader's own copy of the sample, made on first use.
///
/// # Errors
/// Where it cannot be written, in a sentence.
pub fn own_copy() -> Result<PathBuf, String> {
    let folder = Settings::data_folder().ok_or("This system has no folder for a copy of the sample; open a text of your own")?;
    let path = folder.join(SAMPLE_NAME);
    if path.exists() {
        return Ok(path);
    }
    let write = || {
        std::fs::create_dir_all(&folder)?;
        std::fs::write(crate::sidecar::path_of(&path), SIDECAR)?;
        // The text last: once it is there, the copy is whole.
        std::fs::write(&path, TEXT)
    };
    write().map_err(|error| format!("The sample could not be copied ({error}); open a text of your own; {}", folder.display()))?;
    Ok(path)
}
