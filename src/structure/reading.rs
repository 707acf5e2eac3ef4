//! The reading text: a block with its lines joined and its hyphens mended, and the map that leads from each of
//! its characters back to the source. What is shown, searched, quoted and copied all comes from here, so that
//! they cannot disagree.

use std::ops::Range;

use super::{Block, BlockKind, Structure};
use crate::text::Span;

/// A run of the reading text that is the same, byte for byte, in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// Where it starts in the reading text.
    reading: usize,
    /// Where it starts in the source.
    source: usize,
    /// Its length in bytes, in both.
    len: usize,
}

/// One block as it is read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The words as shown, markers included.
    pub text: String,
    /// Where the markers stand in `text`.
    pub markers: Vec<Range<usize>>,
    /// Where a hyphen at a line's end was mended: places in `text` between the two halves of a word.
    pub mended: Vec<usize>,
    /// In order; what lies between two of them in the reading text is a space that stands for white space.
    runs: Vec<Run>,
}

impl Reading {
    /// Reads `block` of `source`.
    pub fn of_block(source: &str, block: &Block) -> Self {
        Self::of_parts(source, &block.parts, &block.markers, block.kind.keeps_lines())
    }

    /// Reads `parts` of `source` as one run of prose. Markers are kept, and a line break beside one vanishes, since
    /// an extraction puts each on a line of its own.
    pub fn of_parts(source: &str, parts: &[Span], markers: &[Span], keep_lines: bool) -> Self {
        let mut reading = Reading::default();
        let mut gap = Gap::None;
        for part in parts {
            let mut at = part.start;
            while at < part.end {
                let from = markers.partition_point(|marker| marker.end <= at);
                match markers.get(from).filter(|marker| marker.start <= at) {
                    Some(marker) => {
                        let end = marker.end.min(part.end);
                        // A marker clings to the word before it, whatever lines the extraction put between.
                        let start = reading.text.len();
                        reading.push(source, at, end);
                        reading.markers.push(start..reading.text.len());
                        at = end;
                        gap = gap.after_marker();
                    }
                    None => {
                        let end = markers.get(from).map_or(part.end, |marker| marker.start.min(part.end));
                        reading.prose(source, at, end, keep_lines, &mut gap);
                        at = end;
                    }
                }
            }
            gap = gap.or(Gap::Break);
        }
        reading
    }

    /// The byte of the source that stands at byte `at` of the reading text. At a join it is the place after it.
    pub fn to_source(&self, at: usize) -> usize {
        let next = self.runs.partition_point(|run| run.reading <= at);
        match next.checked_sub(1).and_then(|i| self.runs.get(i)) {
            Some(run) if at < run.reading + run.len => run.source + (at - run.reading),
            Some(run) => match self.runs.get(next) {
                // On the space between two runs: its own place is right behind the first.
                Some(_) => run.source + run.len,
                None => run.source + run.len,
            },
            None => self.runs.first().map_or(0, |run| run.source),
        }
    }

    /// The byte of the reading text for byte `at` of the source; places that are not shown go to the nearest
    /// shown one after them.
    pub fn to_reading(&self, at: usize) -> usize {
        let next = self.runs.partition_point(|run| run.source <= at);
        match next.checked_sub(1).and_then(|i| self.runs.get(i)) {
            Some(run) if at <= run.source + run.len => run.reading + (at - run.source),
            _ => self.runs.get(next).map_or(self.text.len(), |run| run.reading),
        }
    }

    /// The source spans for a range of the reading text, one for each stretch that nothing else cuts in two: white
    /// space and mended hyphens between are covered, what belongs to other blocks is not.
    pub fn to_spans(&self, block: &Block, range: Range<usize>) -> Vec<Span> {
        let outer = Span::new(self.to_source(range.start), self.end_to_source(range.end));
        let mut spans: Vec<Span> = block.parts.iter().filter_map(|part| part.intersect(outer)).collect();
        crate::text::normalise(&mut spans);
        spans
    }

    /// Like [`Reading::to_source`], for the end of a range: right behind the character before it.
    pub fn end_to_source(&self, at: usize) -> usize {
        let next = self.runs.partition_point(|run| run.reading < at);
        match next.checked_sub(1).and_then(|i| self.runs.get(i)) {
            Some(run) => run.source + (at - run.reading).min(run.len),
            None => self.to_source(at),
        }
    }

    /// The words without the markers.
    pub fn without_markers(&self) -> String {
        self.quote(0..self.text.len())
    }

    /// The words of a range, without the markers in it.
    pub fn quote(&self, range: Range<usize>) -> String {
        let mut out = String::with_capacity(range.len());
        let mut at = range.start;
        for marker in self.markers.iter().filter(|marker| marker.start < range.end && marker.end > range.start) {
            out.push_str(self.text.get(at..marker.start.max(at)).unwrap_or(""));
            at = marker.end;
        }
        out.push_str(self.text.get(at..range.end.max(at)).unwrap_or(""));
        out
    }

    fn push(&mut self, source: &str, start: usize, end: usize) {
        let Some(words) = source.get(start..end).filter(|words| !words.is_empty()) else { return };
        match self.runs.last_mut() {
            Some(run) if run.source + run.len == start && run.reading + run.len == self.text.len() => run.len += words.len(),
            _ => self.runs.push(Run { reading: self.text.len(), source: start, len: words.len() }),
        }
        self.text.push_str(words);
    }

    fn prose(&mut self, source: &str, start: usize, end: usize, keep_lines: bool, gap: &mut Gap) {
        let piece = source.get(start..end).unwrap_or("");
        let mut word_start: Option<usize> = None;
        for (i, c) in piece.char_indices().chain([(piece.len(), '\n')]) {
            let at_end = i == piece.len();
            if !at_end && !c.is_whitespace() {
                if word_start.is_none() {
                    self.fill(source, start + i, *gap, keep_lines);
                    *gap = Gap::None;
                    word_start = Some(i);
                }
                continue;
            }
            if let Some(from) = word_start.take() {
                self.push(source, start + from, start + i);
            }
            if !at_end {
                *gap = gap.and(c);
            }
        }
    }

    /// Writes what stands for the white space before the word at `next`.
    fn fill(&mut self, source: &str, next: usize, gap: Gap, keep_lines: bool) {
        if self.text.is_empty() {
            return;
        }
        match gap {
            Gap::None => {}
            Gap::Space => self.text.push(' '),
            Gap::Break if keep_lines => self.text.push('\n'),
            Gap::Break if self.hyphen_mends(source, next) => {
                if let Some(run) = self.runs.last_mut() {
                    let hyphen = self.text.chars().next_back().map_or(0, char::len_utf8);
                    run.len -= hyphen;
                    self.text.truncate(self.text.len() - hyphen);
                    if run.len == 0 {
                        self.runs.pop();
                    }
                }
                self.mended.push(self.text.len());
            }
            Gap::Break if joins_without_space(&self.text) => {}
            Gap::Break => self.text.push(' '),
        }
    }

    /// Whether the text so far ends in a hyphen that only breaks the word at `next`: letters before it, a small
    /// letter after. "post-\nwar" cannot be told from "frag-\nmented"; the second is far the commoner.
    fn hyphen_mends(&self, source: &str, next: usize) -> bool {
        let mut before = self.text.chars().rev();
        let hyphen = matches!(before.next(), Some('-' | '\u{ad}' | '\u{2010}'));
        let letter = before.next().is_some_and(char::is_alphabetic);
        let small = source.get(next..).and_then(|rest| rest.chars().next()).is_some_and(char::is_lowercase);
        hyphen && letter && small
    }
}

/// After a slash or a dash at a line's end the next line goes on without a space: URLs, ranges of pages, em dashes.
fn joins_without_space(text: &str) -> bool {
    let mut back = text.chars().rev();
    match back.next() {
        Some('/') => text.rsplit(char::is_whitespace).next().is_some_and(|word| word.contains("//") || word.starts_with("www.")),
        Some('-') => back.next().is_some_and(|c| !c.is_whitespace()),
        Some('—' | '–') => back.next().is_some_and(|c| !c.is_whitespace()),
        _ => false,
    }
}

/// What white space was passed since the last word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Gap {
    None,
    Space,
    Break,
}

impl Gap {
    fn and(self, c: char) -> Self {
        if c == '\n' || c == '\u{c}' || c == '\r' { Gap::Break } else { self.or(Gap::Space) }
    }

    fn or(self, other: Gap) -> Self {
        match (self, other) {
            (Gap::Break, _) | (_, Gap::Break) => Gap::Break,
            (Gap::Space, _) | (_, Gap::Space) => Gap::Space,
            _ => Gap::None,
        }
    }

    /// White space before a marker stands, in the reading text, behind it.
    fn after_marker(self) -> Self {
        self
    }
}

/// The reading text of `parts` of the text, joined, without markers: what an anchor keeps and what is copied.
/// A lone marker quotes itself.
pub fn quote_of(source: &str, structure: &Structure, parts: &[Span]) -> String {
    let mut out = String::new();
    let mut alone: Vec<Span> = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    for part in parts {
        for index in structure.blocks_in(*part) {
            let block = &structure.blocks[index];
            let cut: Vec<Span> = block.parts.iter().filter_map(|own| own.intersect(*part)).collect();
            if cut.is_empty() || (block.kind.is_furniture() && parts.len() > 1) {
                continue;
            }
            let (Some(first), Some(end)) = (cut.first(), cut.last()) else { continue };
            let reading = Reading::of_block(source, block);
            let range = reading.to_reading(first.start)..reading.to_reading_end(end.end);
            let words = reading.quote(range.clone());
            alone.extend(block.markers.iter().filter(|marker| part.overlaps(**marker)));
            if words.trim().is_empty() {
                continue;
            }
            match last {
                // Two parts of one block are joined as the block itself joins them.
                Some((same, upto)) if same == index => out.push_str(&reading.quote(upto.min(range.start)..range.start)),
                Some(_) if !out.is_empty() => out.push(' '),
                _ => {}
            }
            out.push_str(&words);
            last = Some((index, range.end));
        }
    }
    if out.trim().is_empty() && !alone.is_empty() {
        return alone.iter().map(|marker| marker.of(source)).collect();
    }
    out.trim().to_owned()
}

impl Reading {
    fn to_reading_end(&self, at: usize) -> usize {
        let next = self.runs.partition_point(|run| run.source < at);
        match next.checked_sub(1).and_then(|i| self.runs.get(i)) {
            Some(run) => run.reading + (at - run.source).min(run.len),
            None => self.to_reading(at),
        }
    }
}

/// The whole document as one string without markers and furniture, for search: blocks one after the other, joined
/// by a space.
#[derive(Clone, Debug, Default)]
pub struct DocumentReading {
    /// The words.
    pub text: String,
    runs: Vec<Run>,
    /// Places of mended hyphens.
    pub mended: Vec<usize>,
}

impl DocumentReading {
    /// Reads all of `source`; linear. Blocks of furniture are left out.
    pub fn new(source: &str, structure: &Structure) -> Self {
        let mut all = DocumentReading { text: String::with_capacity(source.len()), ..Self::default() };
        for block in structure.blocks.iter().filter(|block| !block.kind.is_furniture()) {
            let reading = Reading::of_block(source, block);
            if !all.text.is_empty() {
                all.text.push(' ');
            }
            all.append(&reading);
        }
        all
    }

    fn append(&mut self, reading: &Reading) {
        let mut markers = reading.markers.iter().peekable();
        let mut mended = reading.mended.iter().peekable();
        let mut copied = 0;
        for run in &reading.runs {
            // The space or line break between two runs.
            self.text.push_str(&reading.text[copied..run.reading]);
            let mut at = run.reading;
            let end = run.reading + run.len;
            while at < end {
                while mended.next_if(|&&place| place <= at).is_some() {
                    self.mended.push(self.text.len());
                }
                while markers.next_if(|marker| marker.end <= at).is_some() {}
                let stop = match markers.peek() {
                    Some(marker) if marker.start <= at => {
                        at = marker.end.min(end);
                        continue;
                    }
                    Some(marker) => marker.start.min(end),
                    None => end,
                };
                let source = run.source + (at - run.reading);
                self.runs.push(Run { reading: self.text.len(), source, len: stop - at });
                self.text.push_str(&reading.text[at..stop]);
                at = stop;
            }
            copied = end;
        }
    }

    /// The source span behind a range of the reading text: from its first character to its last.
    pub fn to_span(&self, range: Range<usize>) -> Span {
        let first = self.runs.partition_point(|run| run.reading + run.len <= range.start);
        let start = self.runs.get(first).map_or(0, |run| run.source + range.start.saturating_sub(run.reading));
        let last = self.runs.partition_point(|run| run.reading < range.end);
        let end = match last.checked_sub(1).and_then(|i| self.runs.get(i)) {
            Some(run) => run.source + (range.end - run.reading).min(run.len),
            None => start,
        };
        Span { start, end: end.max(start) }
    }

    /// The place in the reading text of byte `at` of the source, or the next that is read.
    pub fn to_reading(&self, at: usize) -> usize {
        let mut next = self.runs.partition_point(|run| run.source <= at);
        // Parts of one block stand around the notes that cut it, so runs are sorted only nearly by source.
        if let Some(i) = (next.saturating_sub(64)..(next + 64).min(self.runs.len()))
            .find(|&i| (self.runs[i].source..=self.runs[i].source + self.runs[i].len).contains(&at))
        {
            return self.runs[i].reading + (at - self.runs[i].source);
        }
        while next < self.runs.len() && self.runs[next].source < at {
            next += 1;
        }
        self.runs.get(next).map_or(self.text.len(), |run| run.reading)
    }
}

/// Whether `kind` is shown as a note at the foot of its page.
pub fn is_note(kind: BlockKind) -> bool {
    kind == BlockKind::Note
}
