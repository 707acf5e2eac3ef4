//! Many texts at once, on all cores, told in the order in which they were given.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::channel;
use std::thread;
use std::time::{Duration, Instant};

use super::gather::Item;
use super::{CliError, short};
use crate::session::file_name;

/// Does `work` on all of `items`, as many at once as there are cores, and gives what came of it to `tell_of` in their
/// order. What fails there ends it.
pub(super) fn each<'a, T: Send>(
    items: &'a [Item], work: impl Fn(&'a Item) -> T + Sync, mut tell_of: impl FnMut(T) -> Result<(), CliError>,
) -> Result<(), CliError> {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let mut bar = Bar::new(items.len());
    thread::scope(|scope| {
        let (done, finished) = channel();
        for _ in 0..cores.min(items.len()) {
            let (done, next, work) = (done.clone(), &next, &work);
            scope.spawn(move || {
                loop {
                    let index = next.fetch_add(1, Ordering::Relaxed);
                    let Some(item) = items.get(index) else { return };
                    // Nobody listens: what was told could not be written.
                    if done.send((index, work(item))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(done);
        let mut waiting: BTreeMap<usize, T> = BTreeMap::new();
        let mut told = 0;
        for (count, (index, one)) in finished.iter().enumerate() {
            waiting.insert(index, one);
            if waiting.contains_key(&told) {
                bar.clear();
            }
            while let Some(one) = waiting.remove(&told) {
                tell_of(one)?;
                told += 1;
            }
            bar.show(count + 1, items.get(index).map(|item| item.path.as_path()));
        }
        bar.clear();
        Ok(())
    })
}

/// How far it has come: one line on standard error that is written over, where that is a terminal. So little that a
/// crate for it would be more to read.
struct Bar {
    total: usize,
    last: Option<Instant>,
    shown: bool,
}

impl Bar {
    /// Between two changes: more could not be read.
    const PAUSE: Duration = Duration::from_millis(100);

    fn new(total: usize) -> Self {
        let watched = total > 1 && io::stderr().is_terminal();
        Self { total, last: watched.then(Instant::now), shown: false }
    }

    fn show(&mut self, done: usize, path: Option<&Path>) {
        if self.last.is_none_or(|last| last.elapsed() < Self::PAUSE) || done == self.total {
            return;
        }
        let filled = done * 20 / self.total.max(1);
        let name = path.map(|path| short(&file_name(path), 40)).unwrap_or_default();
        let bar = format!("{}{}", "█".repeat(filled), "░".repeat(20usize.saturating_sub(filled)));
        // Nobody to see it is no reason to stop.
        write!(io::stderr(), "\r\u{1b}[K{bar} {done} of {} {name}", self.total).ok();
        self.last = Some(Instant::now());
        self.shown = true;
    }

    fn clear(&mut self) {
        if std::mem::take(&mut self.shown) {
            write!(io::stderr(), "\r\u{1b}[K").ok();
        }
    }
}
