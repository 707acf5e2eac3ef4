//! Who holds a sidecar. Two windows, or a window and a command, that save the same one in turn would undo each
//! other's work. The lock is the system's own, on a file beside the sidecar, so that it ends with its process however
//! that ends; what is written in the file only says who it is.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use super::{followed, with_suffix};

/// A sidecar held. Dropping it lets go.
#[derive(Debug)]
pub struct Lock {
    path: PathBuf,
    /// Keeps the system's lock as long as it is open.
    file: File,
}

/// Why a sidecar could not be taken.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Somebody else has it.
    #[error("This text is already open elsewhere ({by}): close it there to work on it here.")]
    Held {
        /// Who, where and since when, as far as known.
        by: String,
    },
    /// The folder or disk is for reading only.
    #[error("{} cannot be made, for you may not write in its folder: work on a copy of the text elsewhere.", path.display())]
    ReadOnly {
        /// The lock's file.
        path: PathBuf,
    },
    /// Anything else.
    #[error("{} cannot be locked ({source}): work on a copy of the text elsewhere.", path.display())]
    Other {
        /// The lock's file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl Lock {
    /// Takes the sidecar for `who`: a name and a time, in words that another reader is to be shown.
    pub fn take(sidecar: &Path, who: &str) -> Result<Self, LockError> {
        let path = with_suffix(&followed(sidecar), ".lock");
        let failed = |source: io::Error| match source.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => LockError::ReadOnly { path: path.clone() },
            _ => LockError::Other { path: path.clone(), source },
        };
        for _ in 0..100 {
            let mut file = open(&path).map_err(failed)?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Err(LockError::Held { by: holder(&mut file) }),
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    // Better to work without than not at all; the stamp of the file still tells a foreign change.
                    log::warn!("{}: this file system has no locks", path.display());
                }
                Err(TryLockError::Error(error)) => return Err(failed(error)),
            }
            // The one before may have removed the file between the two steps above; then this lock is on nothing.
            if is_still(&file, &path) {
                // The words are for others to read; the lock holds without them, on a full disk too.
                file.set_len(0).and_then(|()| file.write_all(words(who).as_bytes())).ok();
                return Ok(Lock { path, file });
            }
        }
        Err(LockError::Held { by: "another program that opens and closes it".to_owned() })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Removed while still locked: whoever opened it before finds, once the lock is theirs, that it is gone. Where
        // that cannot be found out, the file stays, and is taken by the next.
        if cfg!(unix) && is_still(&self.file, &self.path) {
            fs::remove_file(&self.path).ok();
        }
        self.file.unlock().ok();
    }
}

fn open(path: &Path) -> io::Result<File> {
    match OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path) {
        // The file of another user in a shared folder can be locked without being written to.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => File::open(path).map_err(|_| error),
        opened => opened,
    }
}

/// Whether the file at `path` is the one that is open.
#[cfg(unix)]
fn is_still(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(own), Ok(there)) => (own.dev(), own.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

/// Here nobody removes it.
#[cfg(not(unix))]
fn is_still(_: &File, _: &Path) -> bool {
    true
}

fn words(who: &str) -> String {
    let host = host().map_or_else(String::new, |host| format!(" on {host}"));
    format!("{}, process {}{host}\n", who.replace(['\n', '\r'], " ").trim(), std::process::id())
}

/// What the holder wrote. Some systems do not let it be read while it is locked.
fn holder(file: &mut File) -> String {
    let mut said = Vec::new();
    // It is a line; whatever else it may have become, it is shown in one.
    let read = file.rewind().and_then(|()| file.take(1000).read_to_end(&mut said));
    let said = String::from_utf8_lossy(&said);
    match said.lines().next().map(str::trim) {
        Some(line) if read.is_ok() && !line.is_empty() => line.chars().filter(|c| !c.is_control()).collect(),
        _ => "in another window".to_owned(),
    }
}

/// The name of this machine.
fn host() -> Option<String> {
    let told = ["/proc/sys/kernel/hostname", "/etc/hostname"].into_iter().find_map(|path| fs::read_to_string(path).ok());
    let host = told.or_else(|| std::env::var("COMPUTERNAME").ok()).or_else(|| std::env::var("HOSTNAME").ok())?;
    let host = host.trim();
    (!host.is_empty()).then(|| host.to_owned())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use std::io::BufRead;
    use std::process::{Child, Command, Stdio};

    use super::*;

    fn sidecar() -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("t.txt.gloss.ron");
        (folder, path)
    }

    #[test]
    fn the_second_taker_is_told_who_has_it() {
        let (folder, path) = sidecar();
        let first = Lock::take(&path, "Anna, 10:15\n").unwrap();
        let said = Lock::take(&path, "Bela").unwrap_err().to_string();
        assert!(said.starts_with(&format!("This text is already open elsewhere (Anna, 10:15, process {}", std::process::id())), "{said}");
        drop(first);
        if cfg!(unix) {
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        }
        drop(Lock::take(&path, "Bela").unwrap());
    }

    #[test]
    fn a_file_left_by_the_dead_is_taken() {
        let (_folder, path) = sidecar();
        fs::write(with_suffix(&path, ".lock"), "somebody long ago, with a longer name than mine").unwrap();
        let _lock = Lock::take(&path, "I").unwrap();
        let said = fs::read_to_string(with_suffix(&path, ".lock")).unwrap();
        assert!(said.starts_with("I, process ") && !said.contains("long"), "{said}");
    }

    #[test]
    fn only_one_has_it_at_a_time() {
        use std::sync::atomic::{AtomicUsize, Ordering};
        let (_folder, path) = sidecar();
        let (inside, taken) = (AtomicUsize::new(0), AtomicUsize::new(0));
        std::thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..500 {
                        if let Ok(lock) = Lock::take(&path, "one of many") {
                            assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                            taken.fetch_add(1, Ordering::SeqCst);
                            inside.fetch_sub(1, Ordering::SeqCst);
                            drop(lock);
                        }
                    }
                });
            }
        });
        assert!(taken.load(Ordering::SeqCst) > 0);
    }

    #[test]
    fn a_folder_that_is_gone_is_no_lock() {
        let (folder, path) = sidecar();
        drop(folder);
        assert!(matches!(Lock::take(&path, "I"), Err(LockError::Other { .. })));
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_without_the_right_to_write_is_said() {
        use std::os::unix::fs::PermissionsExt;
        let (folder, path) = sidecar();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
        // The superuser may do anything.
        if fs::write(folder.path().join("try"), "").is_err() {
            assert!(matches!(Lock::take(&path, "I"), Err(LockError::ReadOnly { .. })));
        }
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// Not a test: what another process runs.
    #[test]
    fn hold_for_another_process() {
        if let Some(path) = std::env::var_os("GLOSSATOR_TEST_HOLD") {
            let _lock = Lock::take(Path::new(&path), "the other").unwrap();
            fs::write(Path::new(&path).with_extension("held"), "").unwrap();
            io::stdin().lock().read_line(&mut String::new()).unwrap();
        }
    }

    fn other_process(path: &Path) -> Child {
        let child = Command::new(std::env::current_exe().unwrap())
            .args(["hold_for_another_process", "--nocapture"])
            .env("GLOSSATOR_TEST_HOLD", path)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        while !path.with_extension("held").exists() {
            std::thread::sleep(std::time::Duration::from_millis(5));
        }
        child
    }

    #[test]
    fn another_process_holds_it_until_it_ends_however_it_ends() {
        let (_folder, path) = sidecar();
        let mut child = other_process(&path);
        let said = Lock::take(&path, "I").unwrap_err().to_string();
        assert!(said.contains(&format!("the other, process {}", child.id())), "{said}");
        child.kill().unwrap();
        child.wait().unwrap();
        assert!(with_suffix(&path, ".lock").exists(), "it had no time to tidy up");
        drop(Lock::take(&path, "I").unwrap());
    }
}
