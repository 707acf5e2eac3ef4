//! Find in an open document: the query, all its matches, and the one the reader is at. Long texts are searched on
//! a thread of their own.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::sync::{Arc, OnceLock};

use super::{Session, Wake};
use crate::structure::{DocumentReading, Structure};
use crate::text::Span;
use crate::text::search::{Pattern, Query, QueryError};

/// Texts up to this many bytes are searched at once; that takes less than a frame.
const AT_ONCE: usize = 128 * 1024;

/// A place where the query matches, from its first character to its last.
pub type Match = Span;

/// The state of find.
#[derive(Default)]
pub struct Find {
    /// What is asked.
    pub query: Query,
    /// All matches, in order of the reading text.
    pub matches: Arc<Vec<Match>>,
    /// The one the reader is at.
    pub current: Option<usize>,
    /// Why the query cannot be searched for.
    pub error: Option<QueryError>,
    running: Option<Running>,
    reading: Arc<OnceLock<DocumentReading>>,
    searched: Option<Query>,
}

struct Running {
    answer: Receiver<Vec<Match>>,
    cancel: Arc<AtomicBool>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.cancel.store(true, Ordering::Relaxed);
    }
}

impl Find {
    /// Whether a search is under way.
    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// The matches that share a byte with `span`, with their numbers.
    pub fn matches_in(&self, span: Span) -> impl Iterator<Item = (usize, Match)> + '_ {
        // Notes cut paragraphs, so matches are in order of their start but for a page's worth.
        let first = self.matches.partition_point(|hit| hit.end <= span.start.saturating_sub(NEAR));
        self.matches[first..]
            .iter()
            .enumerate()
            .take_while(move |(_, hit)| hit.start < span.end + NEAR)
            .filter(move |(_, hit)| hit.overlaps(span))
            .map(move |(i, hit)| (first + i, *hit))
    }
}

/// How far a match may stand from its place in the order, in bytes.
const NEAR: usize = 16 * 1024;

impl Session {
    /// The whole reading text, made on first use.
    pub fn document_reading(&self) -> &DocumentReading {
        self.find.reading.get_or_init(|| DocumentReading::new(self.source.as_str(), &self.structure))
    }

    /// Searches for [`Find::query`]. The matches are there at once for short texts, else when `wake` is called.
    pub fn search(&mut self, wake: &Wake) {
        if self.find.searched.as_ref() == Some(&self.find.query) {
            return;
        }
        self.find.searched = Some(self.find.query.clone());
        self.find.running = None;
        self.find.current = None;
        let pattern = match Pattern::new(&self.find.query) {
            Ok(pattern) => {
                self.find.error = None;
                pattern
            }
            Err(error) => {
                self.find.error = Some(error);
                None
            }
        };
        let Some(pattern) = pattern else {
            self.find.matches = Arc::default();
            return;
        };
        let cancel = Arc::new(AtomicBool::new(false));
        if self.source.len() <= AT_ONCE {
            let hits = hits(&pattern, self.document_reading(), &cancel);
            self.take_matches(hits);
            return;
        }
        let (send, answer) = channel();
        let (reading, text, structure): (_, _, Arc<Structure>) =
            (Arc::clone(&self.find.reading), self.source.shared(), Arc::clone(&self.structure));
        let (stop, wake) = (Arc::clone(&cancel), Arc::clone(wake));
        let started = std::thread::Builder::new().name("find".into()).spawn(move || {
            let reading = reading.get_or_init(|| DocumentReading::new(&text, &structure));
            send.send(hits(&pattern, reading, &stop)).ok();
            wake();
        });
        self.find.running = started.is_ok().then_some(Running { answer, cancel });
    }

    /// Takes the matches of a search that has ended; true when there are new ones.
    pub fn poll_search(&mut self) -> bool {
        let Some(running) = &self.find.running else { return false };
        match running.answer.try_recv() {
            Ok(hits) => {
                self.find.running = None;
                self.take_matches(hits);
                true
            }
            Err(TryRecvError::Disconnected) => {
                self.find.running = None;
                true
            }
            Err(TryRecvError::Empty) => false,
        }
    }

    /// The next search starts anew, even for the same words.
    pub fn forget_search(&mut self) {
        self.find.searched = None;
        self.find.running = None;
    }

    fn take_matches(&mut self, hits: Vec<Match>) {
        let at = self.selection.span().start;
        self.find.current = hits.iter().position(|hit| hit.start >= at).or((!hits.is_empty()).then_some(0));
        self.find.matches = Arc::new(hits);
    }

    /// Goes to the next match, or the one before, round the end.
    pub fn find_step(&mut self, forward: bool) -> Option<Match> {
        let count = self.find.matches.len();
        if count == 0 {
            return None;
        }
        let here = self.selection.span();
        let next = match self.find.current {
            Some(now) if self.find.matches.get(now) == Some(&here) => {
                if forward {
                    (now + 1) % count
                } else {
                    (now + count - 1) % count
                }
            }
            Some(now) if forward => now,
            _ if forward => 0,
            Some(now) => (now + count - 1) % count,
            None => count - 1,
        };
        self.find_go(next)
    }

    /// Goes to match number `index` and selects it.
    pub fn find_go(&mut self, index: usize) -> Option<Match> {
        let hit = *self.find.matches.get(index)?;
        self.find.current = Some(index);
        self.selection = super::Selection::of(hit);
        Some(hit)
    }

    /// All places where exactly `quote` is read, as `annotate` needs them: as parts.
    pub fn places_of(&self, quote: &str) -> Result<Vec<Vec<Span>>, QueryError> {
        let Some(pattern) = Pattern::of_quote(quote)? else { return Ok(Vec::new()) };
        let reading = self.document_reading();
        let found = pattern.find_overlapping(&reading.text, &reading.mended);
        Ok(found.into_iter().map(|range| self.parts_of(reading.to_span(range))).collect())
    }
}

fn hits(pattern: &Pattern, reading: &DocumentReading, cancel: &AtomicBool) -> Vec<Match> {
    let ranges = pattern.find_all(&reading.text, &reading.mended, cancel);
    ranges.into_iter().map(|range| reading.to_span(range)).collect()
}
