//! Writing a sidecar so that there is a whole one on the disk at every moment: the new one is written beside it,
//! brought to the disk, and put in its place in one step. The one before stays as `.bak`.

use std::ffi::OsStr;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sha2::{Digest, Sha256};
use tempfile::{Builder, NamedTempFile};

use super::survey::survey_until;
use super::{VERSION, backup_of, followed};

/// The end of the names of files that exist only while a save goes on.
const UNFINISHED: &str = ".tmp";

/// What tells the bytes of one save from those of any other: whether a file changed under the program's hands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stamp {
    len: u64,
    sha256: [u8; 32],
}

impl Stamp {
    /// That of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        Self { len: bytes.len() as u64, sha256: Sha256::digest(bytes).into() }
    }
}

/// Why a sidecar was not saved. The one before it, if there was one, is untouched.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// No room.
    #[error("{} cannot be saved, for the disk is full: make room, and save again.", path.display())]
    Full {
        /// The file.
        path: PathBuf,
    },
    /// The file, or the disk it is on, is for reading only.
    #[error("{} cannot be saved, for it is read-only: allow writing to it, or save a copy elsewhere.", path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// The folder may not be written to.
    #[error("{} cannot be saved, for you may not write in its folder: ask whoever owns it, or save a copy elsewhere.", path.display())]
    Denied {
        /// The file.
        path: PathBuf,
    },
    /// The folder is no longer there.
    #[error("{} cannot be saved, for its folder is gone: bring it back, or save a copy elsewhere.", path.display())]
    Gone {
        /// The file.
        path: PathBuf,
    },
    /// A newer program has written it in the meantime.
    #[error("{} is not saved, for a newer Glossator has written it: save a copy elsewhere, and open it with the newer one.", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
    },
    /// Anything else.
    #[error("{} cannot be saved ({source}): try again, or save a copy elsewhere.", path.display())]
    Other {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
}

impl SaveError {
    fn new(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => Self::Full { path },
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path },
            io::ErrorKind::PermissionDenied => Self::Denied { path },
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Gone { path },
            _ => Self::Other { path, source },
        }
    }
}

/// Puts `content` in the place of the sidecar, and what was there in the place of its `.bak`. When it returns, it is on
/// the disk. A save that would change nothing leaves both alone.
pub fn save(sidecar: &Path, content: &str) -> Result<Stamp, SaveError> {
    let target = followed(sidecar);
    replace(&target, content).map_err(|error| match error {
        Failure::Newer => SaveError::Newer { path: sidecar.to_owned() },
        Failure::ReadOnly => SaveError::ReadOnly { path: sidecar.to_owned() },
        Failure::Io(error) => SaveError::new(sidecar, error),
    })?;
    Ok(Stamp::of(content.as_bytes()))
}

/// The stamp of the file as it is on the disk now; `None` when there is none.
pub fn stamp(sidecar: &Path) -> io::Result<Option<Stamp>> {
    match fs::read(sidecar) {
        Ok(bytes) => Ok(Some(Stamp::of(&bytes))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

enum Failure {
    Newer,
    ReadOnly,
    Io(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Io(error)
    }
}

fn replace(target: &Path, content: &str) -> Result<(), Failure> {
    let folder = folder_of(target);
    let name = target.file_name().ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?;
    sweep(folder, name);
    let before = match fs::read(target) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(error.into()),
    };
    let mut permissions = None;
    if let Some(bytes) = &before {
        if bytes == content.as_bytes() {
            return Ok(());
        }
        // Whoever calls has read the file before; but it may have come from another machine since.
        if survey_until(&String::from_utf8_lossy(bytes), |found| found.version.is_some()).version.is_some_and(|version| version > VERSION) {
            return Err(Failure::Newer);
        }
        let old = fs::metadata(target)?.permissions();
        // To move a file over it needs no right to write to it, but it would not be what the reader asked for.
        if old.readonly() {
            return Err(Failure::ReadOnly);
        }
        permissions = Some(old);
    }
    let mut fresh = unfinished(folder, name)?;
    fresh.write_all(content.as_bytes())?;
    if let Some(permissions) = permissions {
        // Not every file system has them.
        fresh.as_file().set_permissions(permissions).ok();
    }
    fresh.as_file().sync_all()?;
    if let Some(bytes) = before {
        keep(target, folder, name, &bytes)?;
    }
    fresh.persist(target).map_err(|error| error.error)?;
    sync_folder(folder);
    Ok(())
}

/// Keeps the sidecar as it is as `.bak`, under two names while both are needed.
fn keep(target: &Path, folder: &Path, name: &OsStr, bytes: &[u8]) -> io::Result<()> {
    let backup = backup_of(target);
    let linked = Builder::new()
        .prefix(&prefix(name))
        .suffix(UNFINISHED)
        .make_in(folder, |path| fs::hard_link(target, path))
        // Two names of one file are not exchanged but left as they are; then the link is removed as it is dropped.
        .and_then(|link| fs::rename(link.path(), &backup));
    if linked.is_ok() {
        return Ok(());
    }
    // Not every file system has hard links.
    let mut copy = unfinished(folder, name)?;
    copy.write_all(bytes)?;
    copy.as_file().sync_all()?;
    copy.persist(&backup).map(drop).map_err(|error| error.error)
}

/// A new file that is to become the sidecar. It is locked as long as it is written, which tells it from what a crash
/// left behind.
fn unfinished(folder: &Path, name: &OsStr) -> io::Result<NamedTempFile> {
    let prefix = prefix(name);
    let mut builder = Builder::new();
    builder.prefix(&prefix).suffix(UNFINISHED);
    #[cfg(unix)]
    // Readable as any new file is, not for its owner alone: two readers may share a folder.
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    for _ in 0..16 {
        let file = builder.tempfile_in(folder)?;
        // Where there are no locks, sweeping goes by age.
        file.as_file().lock().ok();
        // Between its making and its lock another save may have taken it for a leftover.
        if file.path().exists() {
            return Ok(file);
        }
    }
    Err(io::ErrorKind::ResourceBusy.into())
}

/// Removes what saves of this sidecar left when they were cut off. Nothing here can make the save fail.
fn sweep(folder: &Path, name: &OsStr) {
    let (Some(prefix), Ok(entries)) = (prefix(name).to_str().map(str::to_owned), fs::read_dir(folder)) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let ours = entry.file_name().to_str().is_some_and(|name| is_unfinished(name, &prefix));
        if !ours || !entry.file_type().is_ok_and(|kind| kind.is_file()) {
            continue;
        }
        // Held until the file is gone: a save that has just made it waits for the lock, and then makes another.
        if let Some(_held) = left_over(&path) {
            log::info!("removed {}, left by a save that was cut off", path.display());
            fs::remove_file(&path).ok();
        }
    }
}

/// Whether `name` is one that a save makes up: the prefix, a few random letters, the suffix. Nobody else's file.
fn is_unfinished(name: &str, prefix: &str) -> bool {
    let random = name.strip_prefix(prefix).and_then(|rest| rest.strip_suffix(UNFINISHED));
    random.is_some_and(|random| random.len() == 6 && random.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// The file at `path`, locked, when no save is writing it.
fn left_over(path: &Path) -> Option<File> {
    let file = OpenOptions::new().read(true).write(true).open(path).ok()?;
    match file.try_lock() {
        Ok(()) => Some(file),
        Err(TryLockError::WouldBlock) => None,
        // No locks here: no save takes an hour.
        Err(TryLockError::Error(_)) => {
            let age = file.metadata().and_then(|facts| facts.modified()).ok().and_then(|time| time.elapsed().ok());
            age.is_some_and(|age| age > Duration::from_secs(3600)).then_some(file)
        }
    }
}

fn prefix(name: &OsStr) -> std::ffi::OsString {
    let mut prefix = name.to_owned();
    prefix.push(".");
    prefix
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Brings the new name to the disk. The sidecar is whole with or without it, so that failing is no failure.
fn sync_folder(folder: &Path) {
    // Other systems have no such thing, and do not open folders as files.
    if cfg!(unix)
        && let Err(error) = File::open(folder).and_then(|folder| folder.sync_all())
    {
        log::warn!("{}: {error}", folder.display());
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::panic)]
mod tests {
    use super::*;

    fn folder_with(content: &[&str]) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a thesis.txt.gloss.ron");
        for content in content {
            save(&path, content).unwrap();
        }
        (folder, path)
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn the_version_before_is_kept() {
        let (folder, path) = folder_with(&["one"]);
        assert_eq!(names(folder.path()), ["a thesis.txt.gloss.ron"]);
        let stamp_of_two = save(&path, "two").unwrap();
        assert_eq!(save(&path, "two").unwrap(), stamp_of_two, "a save that changes nothing");
        assert_eq!((fs::read_to_string(&path).unwrap(), fs::read_to_string(backup_of(&path)).unwrap()), ("two".into(), "one".into()));
        assert_eq!(stamp(&path).unwrap(), Some(stamp_of_two));
        save(&path, "three").unwrap();
        assert_eq!(fs::read_to_string(backup_of(&path)).unwrap(), "two");
        assert_eq!(names(folder.path()), ["a thesis.txt.gloss.ron", "a thesis.txt.gloss.ron.bak"]);
        assert_ne!(stamp(&path).unwrap(), Some(stamp_of_two));
        assert_eq!(stamp(&folder.path().join("none")).unwrap(), None);
    }

    #[test]
    fn what_a_crash_left_is_removed_and_nothing_else() {
        let (folder, path) = folder_with(&["one"]);
        let left = ["a thesis.txt.gloss.ron.aB3dE6.tmp", "a thesis.txt.gloss.ron.zzzzzz.tmp"];
        let others =
            ["a thesis.txt.gloss.ron.notes.tmp", "a thesis.txt.gloss.ron.old", "a thesis.txt.gloss.ron.my-one.tmp", "b.aB3dE6.tmp"];
        for name in left.iter().chain(&others) {
            fs::write(folder.path().join(name), "x").unwrap();
        }
        // A crash between the two steps of keeping the version before.
        fs::hard_link(&path, folder.path().join("a thesis.txt.gloss.ron.qqqqqq.tmp")).unwrap();
        fs::hard_link(&path, backup_of(&path)).unwrap();
        let at_work = File::create(folder.path().join("a thesis.txt.gloss.ron.atwork.tmp")).unwrap();
        at_work.lock().unwrap();
        save(&path, "two").unwrap();
        let mut expected: Vec<&str> = others.to_vec();
        expected.extend(["a thesis.txt.gloss.ron", "a thesis.txt.gloss.ron.bak", "a thesis.txt.gloss.ron.atwork.tmp"]);
        expected.sort_unstable();
        assert_eq!(names(folder.path()), expected);
        assert_eq!(fs::read_to_string(backup_of(&path)).unwrap(), "one");
    }

    #[test]
    fn saves_at_the_same_time_leave_a_whole_file() {
        let (folder, path) = folder_with(&[]);
        let content = |i: usize| format!("{i} ").repeat(20_000);
        std::thread::scope(|scope| {
            for worker in 0..4 {
                let path = &path;
                scope.spawn(move || {
                    for round in 0..20 {
                        save(path, &content(worker * 100 + round)).unwrap();
                    }
                });
            }
            for _ in 0..200 {
                if let Ok(text) = fs::read_to_string(&path) {
                    let first = text.split(' ').next().unwrap().parse().unwrap();
                    assert!(text == content(first), "a torn file");
                }
            }
        });
        assert_eq!(names(folder.path()), ["a thesis.txt.gloss.ron", "a thesis.txt.gloss.ron.bak"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed() {
        let (folder, path) = folder_with(&["one"]);
        let elsewhere = tempfile::tempdir().unwrap();
        for (name, target) in [("link", path.clone()), ("to link", "link".into()), ("to nothing yet", folder.path().join("new"))] {
            std::os::unix::fs::symlink(target, elsewhere.path().join(name)).unwrap();
        }
        save(&elsewhere.path().join("to link"), "two").unwrap();
        save(&elsewhere.path().join("to nothing yet"), "new").unwrap();
        assert_eq!(names(elsewhere.path()), ["link", "to link", "to nothing yet"]);
        assert!(elsewhere.path().join("to link").is_symlink() && elsewhere.path().join("to nothing yet").is_symlink());
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        assert_eq!(fs::read_to_string(backup_of(&path)).unwrap(), "one");
        assert_eq!(fs::read_to_string(folder.path().join("new")).unwrap(), "new");
    }

    #[cfg(unix)]
    #[test]
    fn permissions_stay() {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let (folder, path) = folder_with(&["one"]);
        fs::write(folder.path().join("other"), "").unwrap();
        assert_eq!(mode(&path), mode(&folder.path().join("other")), "a new one is as any new file is");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o660)).unwrap();
        save(&path, "two").unwrap();
        assert_eq!(mode(&path), 0o660);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o440)).unwrap();
        assert!(matches!(save(&path, "three"), Err(SaveError::ReadOnly { .. })));
        assert_eq!((fs::read_to_string(&path).unwrap(), names(folder.path()).len()), ("two".into(), 3));
    }

    #[cfg(unix)]
    #[test]
    fn a_folder_without_the_right_to_write_is_said() {
        use std::os::unix::fs::PermissionsExt;
        let (folder, path) = folder_with(&["one"]);
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
        // The superuser may do anything.
        if fs::write(folder.path().join("try"), "").is_err() {
            assert!(matches!(save(&path, "two"), Err(SaveError::Denied { .. })));
            assert_eq!(fs::read_to_string(&path).unwrap(), "one");
        }
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    }

    #[test]
    fn failures_are_named() {
        let (folder, path) = folder_with(&["(version: 2)"]);
        assert!(matches!(save(&path, "(version: 1)"), Err(SaveError::Newer { .. })));
        assert_eq!(names(folder.path()).len(), 1);
        fs::remove_dir_all(folder.path()).unwrap();
        let gone = save(&path, "two").unwrap_err();
        assert!(matches!(gone, SaveError::Gone { .. }));
        assert!(gone.to_string().ends_with("cannot be saved, for its folder is gone: bring it back, or save a copy elsewhere."));
        for (kind, said) in [(io::ErrorKind::StorageFull, "the disk is full"), (io::ErrorKind::ReadOnlyFilesystem, "read-only")] {
            assert!(SaveError::new(&path, kind.into()).to_string().contains(said));
        }
    }

    /// A disk that is full is only known on one; Linux has a device that always is.
    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told_as_such() {
        let error = OpenOptions::new().write(true).open("/dev/full").and_then(|mut full| full.write_all(b"x")).unwrap_err();
        assert!(matches!(SaveError::new(Path::new("x"), error), SaveError::Full { .. }));
    }
}
