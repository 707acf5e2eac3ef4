//! Opening a document: read, decode, see its structure, find the annotations again, and hold the lock. All of it
//! beside the window, with progress and a way to stop.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use thiserror::Error;

use super::{Clock, Depth, Find, ReadOnly, Selection, Session, Wake, file_name, save};
use crate::annotation::{Glosses, History, Index};
use crate::sidecar::{self, LockError, ReadError};
use crate::structure;
use crate::text::SourceText;
use crate::text::decode::{self, Refusal};

/// Which sidecar to open a text with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum SidecarChoice {
    /// The one beside it.
    #[default]
    Usual,
    /// None: read-only.
    Without,
    /// The backup in the place of a damaged one, which is kept under another name.
    Backup,
    /// This one.
    At(PathBuf),
}

/// What to open, and how.
#[derive(Clone, Debug)]
pub struct Request {
    /// The text.
    pub path: PathBuf,
    /// The encoding the reader chose; else the sidecar's, else what the bytes look like.
    pub encoding: Option<String>,
    /// With which annotations.
    pub sidecar: SidecarChoice,
    /// Whose work it is.
    pub reader: Arc<str>,
    /// Times and names.
    pub clock: Clock,
}

impl Request {
    /// The text at `path`, with all as usual.
    pub fn new(path: impl Into<PathBuf>, reader: &str) -> Self {
        Self { path: path.into(), encoding: None, sidecar: SidecarChoice::Usual, reader: reader.into(), clock: Clock::System }
    }
}

/// Why a text was not opened. What was open stays open.
#[derive(Debug, Error)]
pub enum OpenError {
    /// Nothing there.
    #[error("There is no file {}; check the path", .0.display())]
    Missing(PathBuf),
    /// A folder.
    #[error("{} is a folder; choose a text file in it", .0.display())]
    Folder(PathBuf),
    /// The system refuses.
    #[error("{} cannot be read ({}); check who may read it", path.display(), source)]
    Unreadable {
        /// Which.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Not a text.
    #[error("{} was not opened: {refusal}", path.display())]
    Refused {
        /// Which.
        path: PathBuf,
        /// What it is.
        refusal: Refusal,
    },
    /// No such encoding.
    #[error("There is no encoding named {0}; choose one from the list")]
    Encoding(String),
    /// The sidecar cannot be read. Nothing was written over it.
    #[error(transparent)]
    Sidecar(#[from] ReadError),
    /// The backup cannot be used either.
    #[error("There is no backup beside {}; open the text without its annotations, or mend the file", .0.display())]
    NoBackup(PathBuf),
    /// A copy of the damaged sidecar could not be kept.
    #[error("The damaged annotations could not be kept beside the text ({0}); nothing was changed")]
    Keep(io::Error),
    /// The reader stopped it.
    #[error("Opening was stopped")]
    Cancelled,
}

/// How far opening has come, and the way to stop it.
#[derive(Debug, Default)]
pub struct Progress {
    done: AtomicU64,
    total: AtomicU64,
    cancelled: AtomicBool,
}

impl Progress {
    /// 0 to 1, where it can be told.
    pub fn fraction(&self) -> Option<f32> {
        let total = self.total.load(Ordering::Relaxed);
        (total > 0).then(|| self.done.load(Ordering::Relaxed) as f32 / total as f32)
    }

    /// Stops opening as soon as may be.
    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    fn check(&self) -> Result<(), OpenError> {
        if self.cancelled.load(Ordering::Relaxed) { Err(OpenError::Cancelled) } else { Ok(()) }
    }
}

/// Opens on a thread.
pub struct Loader {
    /// What is being opened.
    pub request: Request,
    /// How far.
    pub progress: Arc<Progress>,
    /// Since when.
    pub started: Instant,
    answer: Receiver<Result<Box<Session>, OpenError>>,
}

impl Loader {
    /// Starts it; `wake` is called when it has ended. Also starts saving and watching.
    pub fn start(request: Request, wake: Wake) -> Self {
        let (send, answer) = channel();
        let progress = Arc::new(Progress::default());
        let (job, told) = (request.clone(), Arc::clone(&progress));
        let worker = move || {
            let result = Session::open(&job, &told).map(|mut session| {
                session.start_watching(Arc::clone(&wake));
                session.start_saving(Arc::clone(&wake));
                session.start_analysing(Arc::clone(&wake));
                Box::new(session)
            });
            send.send(result).ok();
            wake();
        };
        // Without a thread the answer never comes, which is told as if opening was stopped.
        if let Err(error) = std::thread::Builder::new().name("open".into()).spawn(worker) {
            log::warn!("no thread to open a text on: {error}");
        }
        Self { request, progress, started: Instant::now(), answer }
    }

    /// The document, once it is there; waits for it at most `patience`.
    pub fn poll(&self, patience: Duration) -> Option<Result<Box<Session>, OpenError>> {
        match self.answer.recv_timeout(patience) {
            Ok(result) => Some(result),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => Some(Err(OpenError::Cancelled)),
        }
    }

    /// The document, however long it takes.
    pub fn wait(&self) -> Result<Box<Session>, OpenError> {
        self.answer.recv().unwrap_or(Err(OpenError::Cancelled))
    }
}

impl Session {
    /// Opens a document and takes its lock. Nothing is written.
    pub fn open(request: &Request, progress: &Progress) -> Result<Session, OpenError> {
        let path = std::path::absolute(&request.path).unwrap_or_else(|_| request.path.clone());
        let sidecar = match &request.sidecar {
            SidecarChoice::At(chosen) => chosen.clone(),
            _ => sidecar::path_of(&path),
        };
        let bytes = read(&path, progress)?;
        // What the reader chooses now comes first; a byte-order mark is no guess and comes before what was kept.
        let marked = [&b"\xEF\xBB\xBF"[..], b"\xFF\xFE", b"\xFE\xFF"].iter().any(|mark| bytes.starts_with(mark));
        let kept = || sidecar::chosen_encoding(&sidecar).filter(|_| !marked);
        let label = request.encoding.clone().or_else(kept);
        let chosen = match &label {
            Some(label) => Some(decode::encoding_named(label).ok_or_else(|| OpenError::Encoding(label.clone()))?),
            None => None,
        };
        let decoded = decode::decode(&bytes, chosen).map_err(|refusal| OpenError::Refused { path: path.clone(), refusal })?;
        drop(bytes);
        progress.check()?;
        let source = decoded.source;
        let structure = Arc::new(structure::analyse(&source));
        progress.check()?;

        let mut notices = Vec::new();
        if decoded.replaced > 0 {
            notices.push(format!(
                "{} characters could not be read as {}; choose another encoding under File",
                decoded.replaced,
                source.encoding().name()
            ));
        }
        let mut read_only = None;
        let mut lock = None;
        if request.sidecar == SidecarChoice::Without {
            read_only = Some(ReadOnly::Without);
        } else {
            match sidecar::Lock::take(&sidecar, &request.reader) {
                Ok(taken) => lock = Some(taken),
                Err(LockError::Held { by }) => read_only = Some(ReadOnly::Locked(by)),
                Err(error) => {
                    log::info!("no lock: {error}");
                    read_only = Some(ReadOnly::Folder(sidecar.parent().unwrap_or(Path::new(".")).to_path_buf()));
                }
            }
        }
        if request.sidecar == SidecarChoice::Backup && read_only.is_none() {
            restore_backup(&sidecar, &source)?;
        }
        let loaded = if request.sidecar == SidecarChoice::Without {
            None
        } else {
            match sidecar::read(&sidecar, &source) {
                Err(ReadError::Newer { version, .. }) => {
                    read_only = Some(ReadOnly::Newer(version));
                    None
                }
                other => other?,
            }
        };
        let (glosses, outcomes, stamp) = match loaded {
            Some(loaded) => {
                if !loaded.same_text && read_only.is_none() {
                    let lost =
                        loaded.outcomes.keys().filter(|id: &&crate::annotation::Id| loaded.glosses.annotations.contains_key(*id)).count();
                    read_only = Some(ReadOnly::OtherText { lost, total: loaded.glosses.annotations.len() });
                }
                if loaded.has_comments && read_only.is_none() {
                    notices.push("The sidecar has comments in it; the next save leaves them out".to_owned());
                }
                notices.extend(loaded.warnings);
                (loaded.glosses, loaded.outcomes, Some(loaded.stamp))
            }
            None => (Glosses::default(), BTreeMap::new(), sidecar::stamp(&sidecar).ok().flatten()),
        };
        progress.check()?;
        let first = structure.blocks.iter().find(|block| !block.kind.is_furniture()).map_or(0, |block| block.span().start);
        Ok(Session {
            saving: save::Target::new(sidecar.clone(), source.clone(), file_name(&path), stamp),
            index: Index::new(&glosses),
            path,
            sidecar,
            source,
            structure,
            selection: Selection::caret(first),
            in_hand: None,
            find: Find::default(),
            notices,
            reader: Arc::clone(&request.reader),
            glosses,
            history: History::default(),
            // What the reader chose for this text is a change that is to be kept.
            revision: u64::from(request.encoding.is_some() && read_only.is_none()),
            saver: None,
            lock,
            read_only,
            outcomes,
            clock: request.clock.clone(),
            trail: Vec::new(),
            ahead: Vec::new(),
            readings: Default::default(),
            order: None,
            watch: None,
            sources: Default::default(),
            reviewed: None,
            docket: RefCell::default(),
            prose: None,
            argument: RefCell::default(),
            along: None,
            offer: None,
            depth: Depth::default(),
            gravest_first: false,
        })
    }

    /// Tells from now on when another program changes the sidecar.
    pub fn start_watching(&mut self, wake: Wake) {
        if self.watch.is_none() {
            self.watch = Watch::start(&self.sidecar, self.saving.clone(), wake);
        }
    }
}

fn read(path: &Path, progress: &Progress) -> Result<Vec<u8>, OpenError> {
    let unreadable = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound => OpenError::Missing(path.to_path_buf()),
        io::ErrorKind::IsADirectory => OpenError::Folder(path.to_path_buf()),
        _ => OpenError::Unreadable { path: path.to_path_buf(), source },
    };
    let mut file = File::open(path).map_err(unreadable)?;
    let meta = file.metadata().map_err(unreadable)?;
    if meta.is_dir() {
        return Err(OpenError::Folder(path.to_path_buf()));
    }
    progress.total.store(meta.len(), Ordering::Relaxed);
    let mut bytes = Vec::new();
    if let Some(refusal) = Refusal::of_size(meta.len()) {
        return Err(OpenError::Refused { path: path.to_path_buf(), refusal });
    }
    loop {
        progress.check()?;
        let piece = (&mut file).take(READ_PIECE).read_to_end(&mut bytes).map_err(unreadable)?;
        progress.done.store(bytes.len() as u64, Ordering::Relaxed);
        if piece == 0 {
            return Ok(bytes);
        }
    }
}

/// Bytes read between two looks at whether to go on.
const READ_PIECE: u64 = 4 << 20;

/// Puts the backup in the place of a sidecar that cannot be read; the damaged one is kept beside it.
fn restore_backup(sidecar: &Path, source: &SourceText) -> Result<(), OpenError> {
    let backup = sidecar::backup_of(sidecar);
    let content = std::fs::read_to_string(&backup).map_err(|_| OpenError::NoBackup(sidecar.to_path_buf()))?;
    // A backup that is damaged too is of no use, and moves nothing.
    sidecar::parse(&content, &backup, source)?;
    let damaged = (1..).map(|n| {
        let mut name = sidecar.as_os_str().to_owned();
        name.push(format!(".damaged-{n}"));
        PathBuf::from(name)
    });
    if let Some(free) = damaged.take(10_000).find(|path| !path.exists()) {
        std::fs::copy(sidecar, free).map_err(OpenError::Keep)?;
    }
    sidecar::save(sidecar, &content).map(|_| ()).map_err(|error| OpenError::Keep(io::Error::other(error.to_string())))
}

/// Watches the sidecar's folder.
pub(super) struct Watch {
    stirred: Arc<AtomicBool>,
    _watcher: RecommendedWatcher,
}

impl Watch {
    fn start(sidecar: &Path, target: save::Target, wake: Wake) -> Option<Self> {
        let folder = sidecar.parent()?.to_path_buf();
        let path = sidecar.to_path_buf();
        let stirred = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&stirred);
        let heard = move |event: notify::Result<notify::Event>| {
            let Ok(event) = event else { return };
            let ours = event.paths.iter().any(|changed| changed.file_name() == path.file_name());
            if ours && !matches!(event.kind, EventKind::Access(_)) && target.differs_from_disk() {
                flag.store(true, Ordering::Release);
                wake();
            }
        };
        let mut watcher = notify::recommended_watcher(heard).ok()?;
        watcher.watch(&folder, RecursiveMode::NonRecursive).ok()?;
        Some(Self { stirred, _watcher: watcher })
    }

    pub(super) fn stirred(&self) -> bool {
        self.stirred.swap(false, Ordering::AcqRel)
    }
}
