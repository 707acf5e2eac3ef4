//! From units of the text to rows of letters, and from places in them to places of the file and back.

use std::ops::Range;
use std::sync::Arc;

use egui::text::{ByteIndex, CCursor, CharIndex, LayoutJob, LayoutSection, TextFormat, TextWrapping};
use egui::{Align, Color32, Galley, Rect, pos2, vec2};

use super::flow::{Flow, Unit};
use crate::session::{Looks, Session};
use crate::structure::{BlockKind, Reading};
use crate::text::Span;
use crate::ui::theme::{self, Palette};

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

/// What a unit shows a piece of. Places in it are bytes of the reading text of a block, or of the file itself.
#[derive(Clone)]
pub enum Words {
    /// A block as it is read.
    Read(Arc<Reading>),
    /// The file.
    Source(Arc<str>),
}

/// A unit with its rows.
#[derive(Clone)]
pub struct Laid {
    /// Which unit.
    pub index: usize,
    /// The unit.
    pub unit: Unit,
    /// What it shows a piece of.
    pub words: Words,
    /// The piece that it shows.
    pub range: Range<usize>,
    /// Rows of letters.
    pub galley: Arc<Galley>,
    /// What kind of block it is.
    pub kind: BlockKind,
    /// Space above the rows, in points.
    pub above: f32,
    /// How far the rows are set in, in points.
    pub indent: f32,
    /// How large its letters are, in points.
    pub letters: f32,
    /// Whether a short rule stands above, as over the first note of a page.
    pub ruled: bool,
    /// Top left of the rows on the screen; set when it is placed.
    pub origin: egui::Pos2,
}

impl Laid {
    /// Height with the space above, in points.
    pub fn height(&self) -> f32 {
        self.above + self.galley.rect.height()
    }

    /// All that it shows a piece of.
    fn all(&self) -> &str {
        match &self.words {
            Words::Read(reading) => &reading.text,
            Words::Source(text) => text,
        }
    }

    /// The words shown.
    pub fn text(&self) -> &str {
        self.all().get(self.range.clone()).unwrap_or("")
    }

    /// The words of a range, as they are told: of a block without its note markers.
    pub fn quote(&self, range: Range<usize>) -> String {
        match &self.words {
            Words::Read(reading) => reading.quote(range),
            Words::Source(text) => text.get(range).unwrap_or("").to_owned(),
        }
    }

    /// The byte of the file for a place of the caret.
    pub fn source_at(&self, place: usize) -> usize {
        match &self.words {
            Words::Read(reading) if place >= reading.text.len() => reading.end_to_source(reading.text.len()),
            Words::Read(reading) => reading.to_source(place),
            Words::Source(_) => place,
        }
    }

    /// The place at which byte `at` of the file is shown.
    pub fn place_of(&self, at: usize) -> usize {
        match &self.words {
            Words::Read(reading) => reading.to_reading(at),
            Words::Source(_) => at.clamp(self.range.start, self.range.end),
        }
    }

    /// The note markers shown, with their first byte in the file.
    pub fn markers<'a>(&'a self, session: &'a Session) -> Vec<(Range<usize>, usize)> {
        let within = |range: &Range<usize>| range.start >= self.range.start && range.end <= self.range.end;
        match &self.words {
            Words::Read(reading) => {
                let shown = reading.markers.iter().filter(|range| within(range));
                shown.map(|range| (range.clone(), reading.to_source(range.start))).collect()
            }
            Words::Source(_) => {
                markers_in(session, self.span()).into_iter().map(|marker| (marker.start..marker.end, marker.start)).collect()
            }
        }
    }

    /// The ranges that stand for `span` of the file: several where other blocks cut it.
    pub fn ranges_of(&self, session: &Session, span: Span) -> Vec<Range<usize>> {
        let mut ranges: Vec<Range<usize>> = Vec::new();
        match (&self.words, self.unit.block.and_then(|index| session.structure.blocks.get(index))) {
            (Words::Read(reading), Some(block)) => {
                let from = block.parts.partition_point(|part| part.end <= span.start);
                let touched = block.parts.get(from..).unwrap_or(&[]).iter().take_while(|part| part.start < span.end);
                for own in touched.filter_map(|part| part.intersect(span)) {
                    let range = reading.to_reading(own.start)..reading.to_reading(own.end);
                    match ranges.last_mut() {
                        Some(last) if range.start <= last.end + 1 => last.end = range.end,
                        _ => ranges.push(range),
                    }
                }
            }
            // The white space before the words of a line is none of them.
            _ => ranges.extend(self.span().intersect(span).map(|own| {
                let words = own.of(self.all());
                own.start + (words.len() - words.trim_start().len())..own.end
            })),
        }
        ranges.retain(|range| range.start < self.range.end && range.end > self.range.start && !range.is_empty());
        ranges
    }

    /// Where the rows stand on the screen.
    pub fn rect(&self) -> Rect {
        Rect::from_min_size(self.origin, self.galley.rect.size())
    }

    /// The source span behind it.
    pub fn span(&self) -> Span {
        match &self.words {
            Words::Read(reading) => Span::new(reading.to_source(self.range.start), reading.end_to_source(self.range.end)),
            Words::Source(_) => Span::new(self.range.start, self.range.end),
        }
    }

    /// The cursor for place `at`.
    pub fn cursor(&self, at: usize, prefer_next_row: bool) -> CCursor {
        let text = self.text();
        let local = text.floor_char_boundary(at.saturating_sub(self.range.start).min(text.len()));
        let mut cursor = CCursor::new(CharIndex(text[..local].chars().count()));
        cursor.prefer_next_row = prefer_next_row;
        cursor
    }

    /// The place for a cursor. What a galley says is never trusted to lie in the text:
    /// with letters of the right-to-left scripts it may not.
    pub fn byte(&self, cursor: CCursor) -> usize {
        let text = self.text();
        let local = text.char_indices().nth(cursor.index.0).map_or(text.len(), |(at, _)| at);
        self.range.start + local
    }

    /// The place under a point of the screen.
    pub fn place_at(&self, pos: egui::Pos2) -> (usize, bool) {
        let cursor = self.galley.cursor_from_pos(pos - self.origin);
        (self.byte(cursor), cursor.prefer_next_row)
    }

    /// Where the caret stands for place `at`.
    pub fn caret_rect(&self, at: usize, prefer_next_row: bool) -> Rect {
        self.galley.pos_from_cursor(self.cursor(at, prefer_next_row)).translate(self.origin.to_vec2())
    }

    /// The rectangles of a range, one a row, from the top of the row to its bottom.
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

/// The note markers that lie in `span` of the file.
fn markers_in(session: &Session, span: Span) -> Vec<Span> {
    let blocks = session.structure.blocks_in(span).filter_map(|index| session.structure.blocks.get(index));
    let markers = blocks.flat_map(|block| {
        let from = block.markers.partition_point(|marker| marker.start < span.start);
        block.markers.get(from..).unwrap_or(&[]).iter().take_while(|marker| marker.end <= span.end)
    });
    let mut markers: Vec<Span> = markers.copied().collect();
    markers.sort_unstable();
    markers
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
pub fn lay(ctx: &egui::Context, session: &Session, flow: &Flow, index: usize, column: &Column) -> Option<Laid> {
    let unit = flow.get(session, index)?;
    let Some(block) = unit.block.and_then(|block| session.structure.blocks.get(block)) else {
        return Some(lay_line(ctx, session, unit, index, column));
    };
    let mut set = Setting::of(block.kind, block.level, column);
    let before = flow.previous(session, index).and_then(|before| flow.get(session, before));
    let before = before.and_then(|unit| unit.block).and_then(|block| session.structure.blocks.get(block));
    let open = unit.block.is_some_and(|block| flow.is_open(block));
    if open {
        set.indent += OPEN_INDENT;
    }
    let ruled = !open && block.kind == BlockKind::Note && unit.start == 0 && before.is_none_or(|block| block.kind != BlockKind::Note);
    let above = match (unit.start, before) {
        (0, Some(before)) if before.kind == block.kind => set.between,
        (0, Some(_)) if ruled => set.above + 14.0,
        (0, Some(_)) => set.above,
        // Air above the first line of the text.
        (0, None) => 32.0,
        _ => 0.0,
    };
    Some(Laid { index, above, ruled, ..lay_block(ctx, session, unit, &set, column, None) })
}

/// Lays out note `block` for the margin, in lines of `column`'s width and at most `rows` of them.
pub fn lay_beside(ctx: &egui::Context, session: &Session, block: usize, column: &Column, rows: usize) -> Laid {
    let size = (column.looks.size * 0.69).max(9.0);
    let format = TextFormat { color: column.palette.ink_ui, ..text_format(theme::reading(size), size * 1.36) };
    let set = Setting { format, above: 0.0, between: 0.0, indent: 0.0, right: 0.0 };
    lay_block(ctx, session, Unit { block: Some(block), start: 0, end: BESIDE_LONGEST }, &set, column, Some(rows))
}

/// How far a note of the margin is set in where it is open in the column.
const OPEN_INDENT: f32 = 16.0;

/// The most of a note that is laid out for the margin, in bytes; what does not fit is read in the column.
const BESIDE_LONGEST: usize = 2 * 1024;

fn lay_block(ctx: &egui::Context, session: &Session, unit: Unit, set: &Setting, column: &Column, rows: Option<usize>) -> Laid {
    let index = unit.block.unwrap_or(0);
    let kind = session.structure.blocks.get(index).map_or(BlockKind::Paragraph, |block| block.kind);
    let reading = session.reading(index);
    let end = reading.text.floor_char_boundary(unit.end.min(reading.text.len()));
    let range = unit.start.min(end)..end;
    let text = reading.text.get(range.clone()).unwrap_or("");
    let label = match kind {
        BlockKind::Note if unit.start == 0 => {
            session.structure.note_of_block(index).map_or(0, |note| reading.to_reading(session.structure.notes[note].body_start))
        }
        _ => 0,
    };
    let mut pieces = Vec::new();
    if label > 0 && label <= text.len() && text.is_char_boundary(label) {
        pieces.push((0..label, TextFormat { color: column.palette.link, ..set.format.clone() }));
    }
    for marker in reading.markers.iter().filter(|marker| marker.start >= range.start && marker.end <= range.end) {
        pieces.push((marker.start - range.start..marker.end - range.start, set.marker(column)));
    }
    let wrap = TextWrapping {
        max_width: (column.width - set.indent - set.right).max(80.0),
        max_rows: rows.unwrap_or(usize::MAX),
        ..TextWrapping::default()
    };
    let galley = rows_of(ctx, text.to_owned(), pieces, &set.format, wrap);
    let letters = if kind == BlockKind::Note { set.format.font_id.size } else { column.looks.size };
    let words = Words::Read(reading);
    Laid { index: 0, unit, words, range, galley, kind, above: 0.0, indent: set.indent, letters, ruled: false, origin: pos2(0.0, 0.0) }
}

/// Lays out a line of the file as it stands: page furniture grey, note markers in the colour of links.
fn lay_line(ctx: &egui::Context, session: &Session, unit: Unit, index: usize, column: &Column) -> Laid {
    let text = session.source.shared();
    let size = line_size(column.looks);
    let format = text_format(egui::FontId::monospace(size), size * 1.5);
    let range = unit.start..unit.end;
    let line = text.get(range.clone()).unwrap_or("");
    // Character for character; what cannot be drawn takes no room, or that of a space.
    let shown: String = line.chars().map(drawn).collect();
    let span = Span::new(unit.start, unit.end);
    let local = |at: usize| line.get(..at - span.start).map_or(shown.len(), |before| before.chars().map(|c| drawn(c).len_utf8()).sum());
    let mut pieces = Vec::new();
    let mut color = |own: Span, color| pieces.push((local(own.start)..local(own.end), TextFormat { color, ..format.clone() }));
    for block in session.structure.blocks_in(span).filter_map(|index| session.structure.blocks.get(index)) {
        if block.kind.is_furniture() {
            block.parts.iter().filter_map(|part| part.intersect(span)).for_each(|own| color(own, column.palette.muted));
        }
    }
    markers_in(session, span).into_iter().for_each(|marker| color(marker, column.palette.link));
    pieces.sort_by_key(|(range, _)| range.start);
    let galley = rows_of(ctx, shown, pieces, &format, TextWrapping { max_width: column.width, ..TextWrapping::default() });
    Laid {
        index,
        unit,
        words: Words::Source(text),
        range,
        galley,
        kind: BlockKind::Paragraph,
        above: if index == 0 { 32.0 } else { 0.0 },
        indent: 0.0,
        letters: size,
        ruled: false,
        origin: pos2(0.0, 0.0),
    }
}

/// What stands on the screen for a character of the file.
fn drawn(c: char) -> char {
    match c {
        '\u{c}' => '\u{200b}',
        '\t' => c,
        _ if c.is_control() => ' ',
        _ => c,
    }
}

/// How large the letters of a line of the file are.
pub fn line_size(looks: Looks) -> f32 {
    (looks.size * 0.7).max(9.0)
}

/// Breaks `text` into rows, its `pieces` each in a format of its own and all else in `format`.
fn rows_of(
    ctx: &egui::Context, text: String, pieces: Vec<(Range<usize>, TextFormat)>, format: &TextFormat, wrap: TextWrapping,
) -> Arc<Galley> {
    let section = |range: Range<usize>, format: TextFormat| LayoutSection {
        leading_space: 0.0,
        byte_range: ByteIndex(range.start)..ByteIndex(range.end),
        format,
    };
    let mut sections = Vec::new();
    let mut at = 0;
    for (range, own) in pieces.into_iter().filter(|(range, _)| range.start < range.end) {
        if range.start < at {
            continue;
        }
        if at < range.start {
            sections.push(section(at..range.start, format.clone()));
        }
        at = range.end;
        sections.push(section(range, own));
    }
    if at < text.len() || sections.is_empty() {
        sections.push(section(at..text.len(), format.clone()));
    }
    let job = LayoutJob { text, sections, wrap, break_on_newline: true, round_output_to_gui: true, ..LayoutJob::default() };
    ctx.fonts_mut(|fonts| fonts.layout_job(job))
}

fn text_format(font: egui::FontId, line: f32) -> TextFormat {
    TextFormat {
        font_id: font,
        color: Color32::PLACEHOLDER,
        line_height: Some(line.round()),
        valign: Align::Center,
        ..TextFormat::default()
    }
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
        let format = text_format(font, line);
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
