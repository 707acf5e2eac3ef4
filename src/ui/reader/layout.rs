//! From blocks to rows of letters. A unit is what is laid out at once: a block, or a piece of a very long one, so
//! that the cost of a frame is that of what can be seen, whatever the size of the text.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{ByteIndex, CCursor, CharIndex, LayoutJob, LayoutSection, TextFormat, TextWrapping};
use egui::{Align, Color32, Galley, Rect, pos2, vec2};

use crate::session::{Looks, Session};
use crate::structure::{BlockKind, Reading};
use crate::text::Span;
use crate::ui::theme::{self, Palette};

/// Blocks longer than this many bytes are laid out in pieces.
const LONGEST_UNIT: usize = 6 * 1024;

/// What is laid out at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its block.
    pub block: usize,
    /// Where its piece of the reading text starts.
    pub start: usize,
    /// Where it ends; `usize::MAX` for the end of the block.
    pub end: usize,
}

/// All units of a document, in reading order. Furniture has none: it is set aside.
pub fn units_of(session: &Session) -> Vec<Unit> {
    let mut units = Vec::new();
    for (index, block) in session.structure.blocks.iter().enumerate() {
        if block.kind.is_furniture() {
            continue;
        }
        let length: usize = block.parts.iter().map(|part| part.len()).sum();
        if length <= LONGEST_UNIT {
            units.push(Unit { block: index, start: 0, end: usize::MAX });
            continue;
        }
        let reading = session.reading(index);
        let mut start = 0;
        while start < reading.text.len() {
            let end = piece_end(&reading.text, start);
            units.push(Unit { block: index, start, end: if end == reading.text.len() { usize::MAX } else { end } });
            start = end;
        }
    }
    units
}

/// The end of the piece that starts at `start`: after a space where there is one, else between two characters.
fn piece_end(text: &str, start: usize) -> usize {
    if text.len() - start <= LONGEST_UNIT {
        return text.len();
    }
    let limit = text.floor_char_boundary(start + LONGEST_UNIT);
    match text[start..limit].rfind(char::is_whitespace) {
        Some(space) if space > LONGEST_UNIT / 2 => start + space + text[start + space..].chars().next().map_or(1, char::len_utf8),
        _ => limit,
    }
}

/// Where the column of text stands and how it is set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Left edge, in points of the screen.
    pub left: f32,
    /// Width of a line, in points.
    pub width: f32,
    /// Size, leading, theme.
    pub looks: Looks,
    /// Colours.
    pub palette: Palette,
}

/// A unit with its rows.
#[derive(Clone)]
pub struct Laid {
    /// Which unit.
    pub index: usize,
    /// The unit.
    pub unit: Unit,
    /// The reading text of its block.
    pub reading: Arc<Reading>,
    /// The piece of the reading text that it shows.
    pub range: Range<usize>,
    /// Rows of letters.
    pub galley: Arc<Galley>,
    /// What kind of block it is.
    pub kind: BlockKind,
    /// Space above the rows, in points.
    pub above: f32,
    /// How far the rows are set in, in points.
    pub indent: f32,
    /// Whether a hairline stands above, as over the first note of a page.
    pub ruled: bool,
    /// Top left of the rows on the screen; set when it is placed.
    pub origin: egui::Pos2,
}

impl Laid {
    /// Height with the space above, in points.
    pub fn height(&self) -> f32 {
        self.above + self.galley.rect.height()
    }

    /// The words shown.
    pub fn text(&self) -> &str {
        self.reading.text.get(self.range.clone()).unwrap_or("")
    }

    /// Where the rows stand on the screen.
    pub fn rect(&self) -> Rect {
        Rect::from_min_size(self.origin, self.galley.rect.size())
    }

    /// The source span behind it.
    pub fn span(&self) -> Span {
        Span::new(self.reading.to_source(self.range.start), self.reading.end_to_source(self.range.end))
    }

    /// The cursor for byte `at` of the block's reading text.
    pub fn cursor(&self, at: usize, prefer_next_row: bool) -> CCursor {
        let text = self.text();
        let local = text.floor_char_boundary(at.saturating_sub(self.range.start).min(text.len()));
        let mut cursor = CCursor::new(CharIndex(text[..local].chars().count()));
        cursor.prefer_next_row = prefer_next_row;
        cursor
    }

    /// The byte of the block's reading text for a cursor. What a galley says is never trusted to lie in the text:
    /// with letters of the right-to-left scripts it may not.
    pub fn byte(&self, cursor: CCursor) -> usize {
        let text = self.text();
        let local = text.char_indices().nth(cursor.index.0).map_or(text.len(), |(at, _)| at);
        self.range.start + local
    }

    /// The byte of the block's reading text under a place on the screen.
    pub fn byte_at(&self, pos: egui::Pos2) -> (usize, bool) {
        let cursor = self.galley.cursor_from_pos(pos - self.origin);
        (self.byte(cursor), cursor.prefer_next_row)
    }

    /// Where the caret stands for byte `at` of the block's reading text.
    pub fn caret_rect(&self, at: usize, prefer_next_row: bool) -> Rect {
        self.galley.pos_from_cursor(self.cursor(at, prefer_next_row)).translate(self.origin.to_vec2())
    }

    /// The rectangles of a range of the block's reading text, one a row, from the top of the row to its bottom.
    pub fn rects(&self, range: Range<usize>) -> Vec<Rect> {
        let (start, end) = (range.start.max(self.range.start), range.end.min(self.range.end));
        if start >= end {
            return Vec::new();
        }
        let first = self.cursor(start, true).index.0;
        let last = self.cursor(end, false).index.0;
        let mut rects = Vec::new();
        let mut before = 0;
        for row in &self.galley.rows {
            let count = row.row.glyphs.len();
            let (from, to) = (first.max(before), last.min(before + count));
            if from < to {
                let left = glyph_x(row, from - before);
                let right = glyph_x(row, to - before);
                let trimmed = trailing_space(row, to - before).unwrap_or(right);
                let (left, right) = (left, if to == before + count { trimmed.max(left) } else { right });
                rects.push(Rect::from_min_max(
                    pos2(self.origin.x + row.pos.x + left, self.origin.y + row.min_y()),
                    pos2(self.origin.x + row.pos.x + right, self.origin.y + row.max_y()),
                ));
            }
            before += row.char_count_including_newline().0;
        }
        rects
    }
}

/// Where character `column` of a row begins. The letters of a ligature share its width evenly: the face draws
/// "ffi" as one shape and two of no width.
fn glyph_x(row: &egui::epaint::text::PlacedRow, column: usize) -> f32 {
    let glyphs = &row.row.glyphs;
    let Some(glyph) = glyphs.get(column) else { return row.row.size.x };
    let joins = |i: usize| {
        glyphs.get(i).is_some_and(|glyph| glyph.advance_width == 0.0 && matches!(glyph.chr, 'f' | 'i' | 'l' | 't' | 'j' | 'k' | 'b' | 'h'))
    };
    if !joins(column) {
        return glyph.pos.x;
    }
    let head = (0..column).rev().find(|&i| !joins(i)).unwrap_or(column);
    let end = (column..glyphs.len()).find(|&i| !joins(i)).unwrap_or(glyphs.len());
    match glyphs.get(head) {
        Some(first) => first.pos.x + first.advance_width * (column - head) as f32 / (end - head) as f32,
        None => glyph.pos.x,
    }
}

/// Where the last character before `column` that is not a space ends.
fn trailing_space(row: &egui::epaint::text::PlacedRow, column: usize) -> Option<f32> {
    let glyphs = row.row.glyphs.get(..column)?;
    let last = glyphs.iter().rposition(|glyph| !glyph.chr.is_whitespace())?;
    (last + 1 < column).then(|| glyph_x(row, last + 1))
}

/// Lays out unit `index`. The rows come from egui's own cache when they were shown in the frame before.
pub fn lay(ctx: &egui::Context, session: &Session, units: &[Unit], index: usize, column: &Column) -> Option<Laid> {
    let unit = *units.get(index)?;
    let block = session.structure.blocks.get(unit.block)?;
    let reading = session.reading(unit.block);
    let range = unit.start.min(reading.text.len())..unit.end.min(reading.text.len());
    let set = Setting::of(block.kind, block.level, column);
    let text = reading.text.get(range.clone()).unwrap_or("");

    let label = match block.kind {
        BlockKind::Note if unit.start == 0 => {
            session.structure.note_of_block(unit.block).map_or(0, |note| reading.to_reading(session.structure.notes[note].body_start))
        }
        _ => 0,
    };
    let mut job = LayoutJob {
        text: text.to_owned(),
        wrap: TextWrapping { max_width: (column.width - set.indent - set.right).max(80.0), ..TextWrapping::default() },
        break_on_newline: true,
        round_output_to_gui: true,
        ..LayoutJob::default()
    };
    let mut at = 0;
    let mut section = |from: usize, to: usize, format: &TextFormat| {
        if from < to {
            job.sections.push(LayoutSection { leading_space: 0.0, byte_range: ByteIndex(from)..ByteIndex(to), format: format.clone() });
        }
    };
    let label_end = label.min(text.len());
    if label_end > 0 && text.is_char_boundary(label_end) {
        section(0, label_end, &TextFormat { color: column.palette.link, ..set.format.clone() });
        at = label_end;
    }
    for marker in reading.markers.iter().filter(|marker| marker.start >= range.start && marker.end <= range.end) {
        let (from, to) = (marker.start - range.start, marker.end - range.start);
        if from < at {
            continue;
        }
        section(at, from, &set.format);
        section(from, to, &set.marker(column));
        at = to;
    }
    section(at, text.len(), &set.format);
    if job.sections.is_empty() {
        job.sections.push(LayoutSection {
            leading_space: 0.0,
            byte_range: ByteIndex(0)..ByteIndex(text.len()),
            format: set.format.clone(),
        });
    }

    let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job));
    let before = index.checked_sub(1).and_then(|i| units.get(i)).and_then(|unit| session.structure.blocks.get(unit.block));
    let ruled = block.kind == BlockKind::Note && unit.start == 0 && before.is_none_or(|block| block.kind != BlockKind::Note);
    let above = match (unit.start, before) {
        (0, Some(before)) if before.kind == block.kind => set.between,
        (0, Some(_)) if ruled => set.above + 14.0,
        (0, Some(_)) => set.above,
        // Air above the first line of the text.
        (0, None) => 32.0,
        _ => 0.0,
    };
    Some(Laid { index, unit, reading, range, galley, kind: block.kind, above, indent: set.indent, ruled, origin: pos2(0.0, 0.0) })
}

/// How a kind of block is set.
struct Setting {
    format: TextFormat,
    /// Above it, after another kind of block.
    above: f32,
    /// Above it, after its own kind.
    between: f32,
    indent: f32,
    right: f32,
}

impl Setting {
    fn of(kind: BlockKind, level: u8, column: &Column) -> Self {
        let size = column.looks.size;
        let leading = column.looks.leading;
        let (font, line, above, between, indent, right) = match kind {
            BlockKind::Heading => {
                let scale = match level {
                    0 | 1 => 1.28,
                    2 => 1.12,
                    _ => 1.0,
                };
                let size = (size * scale).round();
                (theme::reading_bold(size), size * 1.3, size * 1.1, 10.0, 0.0, 0.0)
            }
            BlockKind::Note => ((theme::reading((size * 0.75).max(9.0))), size * 0.75 * 1.48, 12.0, 5.0, 0.0, 0.0),
            BlockKind::Quotation => (theme::reading(size * 0.95), size * 0.95 * leading, 13.0, 13.0, size * 1.6, size * 0.8),
            BlockKind::ListItem => (theme::reading(size), size * leading, 13.0, 4.0, size * 1.2, 0.0),
            BlockKind::Table => (egui::FontId::monospace((size * 0.72).max(9.0)), size * 0.72 * 1.45, 13.0, 6.0, 0.0, 0.0),
            BlockKind::Caption => (theme::reading_italic(size * 0.89), size * 0.89 * leading, 13.0, 6.0, 0.0, 0.0),
            BlockKind::ContentsEntry => (theme::reading(size * 0.94), size * 0.94 * 1.45, 10.0, 2.0, 0.0, 0.0),
            BlockKind::BibliographyEntry => (theme::reading(size * 0.94), size * 0.94 * 1.45, 13.0, 8.0, 0.0, 0.0),
            BlockKind::FrontMatter => (theme::reading(size), size * leading, 13.0, 6.0, 0.0, 0.0),
            _ => (theme::reading(size), size * leading, 13.0, 13.0, 0.0, 0.0),
        };
        let format = TextFormat {
            font_id: font,
            color: Color32::PLACEHOLDER,
            line_height: Some(line.round()),
            valign: Align::Center,
            ..TextFormat::default()
        };
        Self { format, above, between, indent, right }
    }

    /// A note marker: small, raised, in the colour of links.
    fn marker(&self, column: &Column) -> TextFormat {
        let size = self.format.font_id.size;
        let line = self.format.line_height.unwrap_or(size * 1.5);
        TextFormat {
            font_id: theme::reading((size * 0.68).max(8.0)),
            color: column.palette.link,
            // The row is as high as its highest part; a lower one at the top is raised by the difference.
            line_height: Some((line * 0.72).round()),
            valign: Align::TOP,
            ..TextFormat::default()
        }
    }
}

/// The part of a row that a highlight fills: the letters and a little air, and not the space between lines.
pub fn ink_rect(row: Rect, size: f32) -> Rect {
    let height = (size * 1.28).min(row.height());
    Rect::from_center_size(row.center() + vec2(0.0, size * 0.02), vec2(row.width(), height))
}
