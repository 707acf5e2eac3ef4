//! What the view scrolls through: the blocks in reading order, or the lines of the file. A unit of it is what is laid
//! out at once, a block or a line, or a piece of a very long one, so that the cost of a frame is that of what can be
//! seen, whatever the size of the text.

use crate::session::Session;
use crate::text::Units;

/// Blocks and lines longer than this many bytes are laid out in pieces.
const LONGEST_UNIT: usize = 6 * 1024;

/// What is laid out at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its block; none: it is a line of the file.
    pub block: Option<usize>,
    /// Where it starts: in the reading text of the block, or in the file.
    pub start: usize,
    /// Where it ends; `usize::MAX` for the end of the block.
    pub end: usize,
}

/// The units of a document: of its reading text, and on demand of its lines.
#[derive(Default)]
pub struct Flow {
    read: Vec<Unit>,
    /// Indices of `read` by block and start.
    by_block: Vec<usize>,
    lines: Option<Lines>,
    /// Whether the lines of the file are shown.
    raw: bool,
    /// Notes that stand in the margin and are open in the column.
    open: [Option<usize>; 2],
}

impl Flow {
    /// All units in reading order. Furniture has none: it is set aside.
    pub fn new(session: &Session) -> Self {
        let mut read = Vec::new();
        let all: Vec<usize>;
        let blocks = match session.order() {
            Some(order) => order.blocks(),
            None => {
                all = (0..session.structure.blocks.len()).filter(|&index| session.is_shown(index)).collect();
                &all
            }
        };
        for &index in blocks {
            let length: usize = session.structure.blocks.get(index).map_or(0, |block| block.parts.iter().map(|part| part.len()).sum());
            if length <= LONGEST_UNIT {
                read.push(Unit { block: Some(index), start: 0, end: usize::MAX });
                continue;
            }
            let reading = session.reading(index);
            let mut start = 0;
            while start < reading.text.len() {
                let end = piece_end(&reading.text, start, reading.text.len());
                read.push(Unit { block: Some(index), start, end: if end == reading.text.len() { usize::MAX } else { end } });
                start = end;
            }
        }
        let mut by_block: Vec<usize> = (0..read.len()).collect();
        by_block.sort_unstable_by_key(|&i| read.get(i).map(|unit| (unit.block, unit.start)));
        Self { read, by_block, ..Self::default() }
    }

    /// The reading order has changed.
    pub fn rearrange(&mut self, session: &Session) {
        let new = Self::new(session);
        (self.read, self.by_block) = (new.read, new.by_block);
    }

    /// Whether the lines of the file are shown.
    pub fn is_raw(&self) -> bool {
        self.raw
    }

    /// Shows the lines of the file from now on, or no more.
    pub fn show_lines(&mut self, session: &Session, raw: bool) {
        self.raw = raw;
        if raw && self.lines.is_none() {
            self.lines = Some(Lines::new(session.source.as_str(), session.source.units()));
        }
    }

    /// Opens the notes in the margin that are among `blocks`, and closes all others; true when that changes anything.
    pub fn open(&mut self, session: &Session, blocks: [Option<usize>; 2]) -> bool {
        let beside = |index: &usize| session.order().is_some_and(|order| order.is_beside(*index));
        let open = blocks.map(|block| block.filter(beside));
        std::mem::replace(&mut self.open, open) != open && !self.raw
    }

    /// Whether note `block` is open in the column, though it has its place in the margin.
    pub fn is_open(&self, block: usize) -> bool {
        self.open.contains(&Some(block))
    }

    /// Unit `index`.
    pub fn get(&self, session: &Session, index: usize) -> Option<Unit> {
        match &self.lines {
            Some(lines) if self.raw => lines.get(session.source.as_str(), session.source.units(), index),
            _ => self.read.get(index).copied(),
        }
    }

    fn len(&self) -> usize {
        match &self.lines {
            Some(lines) if self.raw => lines.count,
            _ => self.read.len(),
        }
    }

    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn is_shown(&self, session: &Session, index: usize) -> bool {
        let block = if self.raw { None } else { self.read.get(index).and_then(|unit| unit.block) };
        block.is_none_or(|block| self.is_open(block) || session.order().is_none_or(|order| !order.is_beside(block)))
    }

    /// Unit `index`, or the nearest before it that is shown, or the first.
    pub fn settle(&self, session: &Session, index: usize) -> usize {
        let index = index.min(self.len().saturating_sub(1));
        if self.is_shown(session, index) { index } else { self.previous(session, index).or(self.next(session, index)).unwrap_or(index) }
    }

    /// The unit shown after unit `index`.
    pub fn next(&self, session: &Session, index: usize) -> Option<usize> {
        (index + 1..self.len()).find(|&index| self.is_shown(session, index))
    }

    /// The unit shown before unit `index`.
    pub fn previous(&self, session: &Session, index: usize) -> Option<usize> {
        (0..index).rev().find(|&index| self.is_shown(session, index))
    }

    /// The last unit shown.
    pub fn last(&self, session: &Session) -> Option<usize> {
        self.previous(session, self.len())
    }

    /// The unit that shows byte `at` of the file, and its place there.
    pub fn unit_of(&self, session: &Session, at: usize) -> Option<(usize, usize)> {
        if let Some(lines) = self.lines.as_ref().filter(|_| self.raw) {
            return Some((lines.index_of(session.source.units(), at), at));
        }
        let (block, byte) = session.locate(session.read_place(at));
        let unit = |i: &usize| self.read.get(*i).map(|unit| (unit.block, unit.start));
        let after = self.by_block.partition_point(|i| unit(i) <= Some((Some(block), byte)));
        Some((*self.by_block.get(after.saturating_sub(1))?, byte))
    }
}

/// The end of the piece that starts at `start`: after a space where there is one, else between two characters.
fn piece_end(text: &str, start: usize, end: usize) -> usize {
    if end - start <= LONGEST_UNIT {
        return end;
    }
    let limit = text.floor_char_boundary(start + LONGEST_UNIT);
    let piece = text.get(start..limit).unwrap_or("");
    match piece.rfind(char::is_whitespace) {
        Some(space) if space > LONGEST_UNIT / 2 => start + space + piece[space..].chars().next().map_or(1, char::len_utf8),
        _ => limit,
    }
}

/// The lines of a file as units. Their starts are those of the table of lines; only the cuts in long lines, which are
/// few, are kept here.
struct Lines {
    /// Index of the unit that begins at the cut, and the byte of the cut.
    cuts: Vec<(usize, usize)>,
    count: usize,
}

impl Lines {
    /// Looks at each line's length; reads only the long ones.
    fn new(text: &str, units: &Units) -> Self {
        let mut cuts = Vec::new();
        for line in 1..=units.line_count() {
            let (start, end) = line_ends(text, units, line);
            let mut at = start;
            while end - at > LONGEST_UNIT {
                at = piece_end(text, at, end);
                cuts.push((line + cuts.len(), at));
            }
        }
        Self { count: units.line_count() + cuts.len(), cuts }
    }

    fn get(&self, text: &str, units: &Units, index: usize) -> Option<Unit> {
        let before = self.cuts.partition_point(|&(own, _)| own <= index);
        let cut = before.checked_sub(1).and_then(|i| self.cuts.get(i));
        // The line that the unit is, or is a piece of.
        let (first, end) = line_ends(text, units, index + 1 - before);
        units.line_start(index + 1 - before)?;
        let start = cut.filter(|&&(own, _)| own == index).map_or(first, |&(_, byte)| byte);
        let next = self.cuts.get(before).filter(|&&(own, _)| own == index + 1).map(|&(_, byte)| byte);
        Some(Unit { block: None, start, end: next.unwrap_or(end) })
    }

    fn index_of(&self, units: &Units, at: usize) -> usize {
        line_of(units, at) - 1 + self.cuts.partition_point(|&(_, byte)| byte <= at)
    }
}

/// Start and end of a 1-based line of the file, without its line end.
fn line_ends(text: &str, units: &Units, line: usize) -> (usize, usize) {
    let start = units.line_start(line).unwrap_or(text.len());
    (start, units.line_start(line + 1).map_or(text.len(), |next| next - 1))
}

/// The 1-based line of byte `at`. Unlike its column it is found without reading the line.
pub fn line_of(units: &Units, at: usize) -> usize {
    let (mut low, mut high) = (1, units.line_count());
    while low < high {
        let middle = (low + high).div_ceil(2);
        if units.line_start(middle).is_some_and(|start| start <= at) { low = middle } else { high = middle - 1 }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_their_pieces_tile_the_file() {
        let text = format!("one\n\n{}\nthree\n{}x\n", "word ".repeat(5000), "é".repeat(10_000));
        let units = Units::new(&text);
        let lines = Lines::new(&text, &units);
        let mut at = 0;
        for index in 0..lines.count {
            let unit = lines.get(&text, &units, index).unwrap();
            assert!(unit.start == at || text[at..unit.start] == *"\n", "unit {index} starts at {}, not at {at}", unit.start);
            assert!(unit.start <= unit.end && unit.end - unit.start <= LONGEST_UNIT && !text[unit.start..unit.end].contains('\n'));
            for place in [unit.start, unit.end.saturating_sub(2).max(unit.start)] {
                assert_eq!(lines.index_of(&units, place), index);
                assert_eq!(line_of(&units, place), units.line_column(&text, place).line);
            }
            at = unit.end;
        }
        assert_eq!((at, lines.index_of(&units, text.len())), (text.len(), lines.count - 1));
        assert!(lines.get(&text, &units, lines.count).is_none() && lines.cuts.len() > 6);
    }
}
