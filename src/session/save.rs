//! Saving beside the reading: each change hands over a copy of the work (which costs nothing), a thread waits a
//! moment for more, writes, and says so. What is called saved is on disk.

use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use thiserror::Error;

use crate::annotation::Glosses;
use crate::sidecar::{self, SaveError, Stamp};
use crate::text::SourceText;

/// Called from another thread when the window should look again.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// How long a change may wait for more before it is written. Together with the write itself it stays under 300 ms.
const PAUSE: Duration = Duration::from_millis(120);
/// How long changes that keep coming may put off a write.
const LONGEST: Duration = Duration::from_millis(240);

/// Where the save of the last change stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SaveState {
    /// On disk.
    Saved,
    /// Not yet.
    Unsaved,
    /// It failed; why, and what to do.
    Failed(String),
}

/// Why a write was not made.
#[derive(Debug, Error)]
pub enum WriteError {
    /// Another program changed the sidecar meanwhile.
    #[error("Another program has changed the annotations on disk; choose which to keep")]
    Foreign,
    /// The disk said no.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// The sidecar on disk cannot be looked at.
    #[error("The annotations on disk cannot be read ({0}); nothing was written")]
    Unreadable(std::io::Error),
}

/// What is written where, and what is known to be there. Shared between the session and its saver.
#[derive(Clone)]
pub struct Target {
    sidecar: PathBuf,
    source: SourceText,
    name: String,
    known: Arc<Mutex<Known>>,
    /// Held while writing, so that one's own new file is not taken for another program's.
    gate: Arc<Mutex<()>>,
}

#[derive(Default)]
struct Known {
    stamp: Option<Stamp>,
    saved: u64,
    failed: Option<(u64, String)>,
    foreign: bool,
}

impl Target {
    pub(super) fn new(sidecar: PathBuf, source: SourceText, name: String, stamp: Option<Stamp>) -> Self {
        let known = Known { stamp, ..Known::default() };
        Self { sidecar, source, name, known: Arc::new(Mutex::new(known)), gate: Arc::default() }
    }

    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    pub(super) fn stamp(&self) -> Option<Stamp> {
        self.known().stamp
    }

    pub(super) fn saved_revision(&self) -> u64 {
        self.known().saved
    }

    /// What is on disk is what is meant, as of `revision`.
    pub(super) fn adopt(&self, stamp: Option<Stamp>, revision: u64) {
        let mut known = self.known();
        known.stamp = stamp;
        known.saved = revision;
        known.foreign = false;
        known.failed = None;
    }

    /// Whether something else is on disk than what was last read or written here.
    pub(super) fn differs_from_disk(&self) -> bool {
        let _writing = self.gate.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        sidecar::stamp(&self.sidecar).is_ok_and(|on_disk| on_disk != self.stamp())
    }

    /// Writes `glosses`, unless another program wrote there since this one last looked.
    pub(super) fn write(&self, glosses: &Glosses, revision: u64) -> Result<(), WriteError> {
        if revision <= self.saved_revision() {
            return Ok(());
        }
        let _writing = self.gate.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let on_disk = sidecar::stamp(&self.sidecar).map_err(WriteError::Unreadable)?;
        if on_disk != self.stamp() {
            self.known().foreign = true;
            return Err(WriteError::Foreign);
        }
        let content = sidecar::write(glosses, &self.source, &self.name);
        let stamp = sidecar::save(&self.sidecar, &content)?;
        self.adopt(Some(stamp), revision);
        Ok(())
    }
}

enum Job {
    Save(u64, Glosses),
    Flush(u64, Glosses, Sender<Result<(), String>>),
}

/// The thread that writes.
pub struct Saver {
    jobs: Option<Sender<Job>>,
    target: Target,
    thread: Option<std::thread::JoinHandle<()>>,
    gone: Arc<AtomicBool>,
}

impl Saver {
    /// Starts it; `None` where the system gives no thread, and then saving happens when asked for.
    pub(super) fn start(target: Target, wake: Wake) -> Option<Self> {
        let (jobs, todo) = channel();
        let (own, gone) = (target.clone(), Arc::new(AtomicBool::new(false)));
        let ended = Arc::clone(&gone);
        let thread = std::thread::Builder::new()
            .name("saver".into())
            .spawn(move || {
                run(&own, &todo, &wake);
                ended.store(true, Ordering::Release);
            })
            .ok()?;
        Some(Self { jobs: Some(jobs), target, thread: Some(thread), gone })
    }

    pub(super) fn save(&self, revision: u64, glosses: Glosses) {
        if let Some(jobs) = &self.jobs {
            jobs.send(Job::Save(revision, glosses)).ok();
        }
    }

    pub(super) fn flush(&self, revision: u64, glosses: Glosses) -> Result<(), String> {
        let (answer, wait) = channel();
        let asked = self.jobs.as_ref().is_some_and(|jobs| jobs.send(Job::Flush(revision, glosses, answer)).is_ok());
        if !asked {
            return Err("The annotations could not be handed over for saving; copy the text's folder and start again".to_owned());
        }
        wait.recv().unwrap_or_else(|_| Err("The save did not end; look at the sidecar before you close the window".to_owned()))
    }

    pub(super) fn state(&self, revision: u64) -> SaveState {
        let known = self.target.known();
        match &known.failed {
            Some((_, why)) if known.saved < revision => SaveState::Failed(why.clone()),
            _ if known.saved >= revision => SaveState::Saved,
            _ if self.gone.load(Ordering::Acquire) => SaveState::Failed("The thread that saves has stopped; save with Ctrl+S".to_owned()),
            _ => SaveState::Unsaved,
        }
    }

    pub(super) fn found_foreign(&self) -> bool {
        self.target.known().foreign
    }
}

impl Drop for Saver {
    /// Waits for what was handed over: nothing that was changed is left behind.
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

fn run(target: &Target, todo: &Receiver<Job>, wake: &Wake) {
    while let Ok(job) = todo.recv() {
        let mut answers = Vec::new();
        let first = Instant::now();
        let mut latest = take(job, &mut answers);
        // Wait for the reader to pause, but not for ever; who asks for it now gets it now.
        while answers.is_empty() {
            let left = LONGEST.saturating_sub(first.elapsed()).min(PAUSE);
            match todo.recv_timeout(left) {
                Ok(job) => latest = take(job, &mut answers),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        let (revision, glosses) = latest;
        let result = target.write(&glosses, revision).map_err(|error| error.to_string());
        target.known().failed = result.as_ref().err().map(|why| (revision, why.clone()));
        for answer in answers {
            answer.send(result.clone()).ok();
        }
        wake();
    }
}

fn take(job: Job, answers: &mut Vec<Sender<Result<(), String>>>) -> (u64, Glosses) {
    match job {
        Job::Save(revision, glosses) => (revision, glosses),
        Job::Flush(revision, glosses, answer) => {
            answers.push(answer);
            (revision, glosses)
        }
    }
}
