//! How what the reader takes away comes to stand on a disk: whole or not at all, and over nothing unasked.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why a file was not written.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// There is a file of that name.
    #[error("{} is there already", .0.display())]
    Exists(PathBuf),
    /// It could not be written.
    #[error("{} could not be written: {}", .0.display(), .1)]
    Write(PathBuf, io::Error),
}

/// Writes `bytes` to `path`, whole or not at all. A file that is there is replaced only when `replace` says so.
///
/// # Errors
/// [`FileError::Exists`], or where the file cannot be written.
pub fn write(path: &Path, bytes: &[u8], replace: bool) -> Result<(), FileError> {
    let failed = |error| FileError::Write(path.to_path_buf(), error);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".glossator-").tempfile_in(folder).map_err(failed)?;
    file.write_all(bytes).and_then(|()| file.as_file().sync_all()).map_err(failed)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // It is for others to read, which temporary files are not by themselves.
        file.as_file().set_permissions(std::fs::Permissions::from_mode(0o644)).map_err(failed)?;
    }
    let done = if replace { file.persist(path) } else { file.persist_noclobber(path) };
    done.map(|_| ()).map_err(|error| match error.error.kind() {
        io::ErrorKind::AlreadyExists => FileError::Exists(path.to_path_buf()),
        _ => FileError::Write(path.to_path_buf(), error.error),
    })
}
