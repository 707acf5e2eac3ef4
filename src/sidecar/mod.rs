//! The file beside the text that holds what the reader did: RON, in an order and a layout that `git diff` reads well.
//! It is the only thing here that cannot be made again, so this layer would rather keep too much than lose a word:
//! what does not fit the text is kept as it was written and told, what this version does not understand is never
//! overwritten, and a save leaves the old file or the new one on the disk, at every moment, whole.
//!
//! Positions on disk are code points and inside the program bytes; here is where the one becomes the other.

mod lock;
mod read;
mod save;
mod survey;
mod wire;
mod words;
mod write;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

pub use lock::{Lock, LockError};
pub use read::{DocumentFacts, Loaded, ReadError, chosen_encoding, parse, read};
pub use save::{SaveError, Stamp, save, stamp};
pub use words::same_words;
pub use write::write;

/// The version of the layout that this program reads and writes. Every field added raises it, for an older program
/// refuses what it does not know.
pub const VERSION: u64 = 1;

/// The largest sidecar that is read, in bytes: more than a million annotations.
pub const LARGEST: u64 = 512 << 20;

/// The sidecar of a text: `thesis.txt` has `thesis.txt.gloss.ron`.
pub fn path_of(text: &Path) -> PathBuf {
    with_suffix(text, ".gloss.ron")
}

/// Where a save keeps the version before it.
pub fn backup_of(sidecar: &Path) -> PathBuf {
    with_suffix(sidecar, ".bak")
}

/// `path` with `suffix` after its name; the name may be in no known encoding.
fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path.as_os_str());
    name.push(suffix);
    name.into()
}

/// The file behind `path` when that is a symbolic link, even one to a file that is yet to be: a save must replace the
/// file and leave the link.
fn followed(path: &Path) -> PathBuf {
    let mut at = path.to_owned();
    // As many hops as the kernel itself would make.
    for _ in 0..40 {
        match std::fs::read_link(&at) {
            Ok(to) => at = at.parent().map_or_else(|| to.clone(), |folder| folder.join(&to)),
            Err(_) => return at,
        }
    }
    path.to_owned()
}

#[cfg(test)]
mod tests;
