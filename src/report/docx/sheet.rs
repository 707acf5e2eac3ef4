//! What a Word document is put together from: styles, paragraphs, lists, tables. It knows nothing of reports.

use std::io::Cursor;

use docx_rs::{
    AbstractNumbering, AlignmentType, BorderType, BreakType, Docx, Footer, Header, IndentLevel, Level, LevelJc, LevelText, LineSpacing,
    LineSpacingType, NumPages, NumberFormat, Numbering, NumberingId, PageMargin, PageNum, Paragraph, Run, RunFonts, RunProperty, Shading,
    ShdType, SpecialIndentType, Start, Style, StyleType, Table, TableBorder, TableBorderPosition, TableBorders, TableCell,
    TableCellMargins, TableLayoutType, TableRow, VertAlignType, WidthType, XMLDocx,
};

use crate::report::words::plain;

/// The letters of the text, and what takes their place where they are not installed.
const SERIF: (&str, &str) = ("Libertinus Serif", "Georgia");
/// The letters of headings and tables, likewise.
const SANS: (&str, &str) = ("Source Sans 3", "Calibri");
/// A line of letters that are all as wide.
const MONO: &str = "Courier New";
/// A4, in twentieths of a point.
const PAPER: (u32, u32) = (11_906, 16_838);
/// What is left of its width between the margins.
pub(super) const WIDTH: usize = 9_638;
const MARGIN: i32 = 1_134;
/// Asides.
pub(super) const MUTED: &str = "6B6560";
/// What is wrong.
pub(super) const WRONG: &str = "A01812";
/// A point in time for what has none.
const NO_TIME: &str = "1970-01-01T00:00:00Z";
/// Rows with more bytes of words than this may be cut by the end of a page.
const LONG_ROW: usize = 1_500;
/// Stands for the mark of a head row, which the library cannot write: no other row has a height.
const HEAD_ROW: &str = r#"<w:trHeight w:val="1" w:hRule="atLeast" />"#;

/// A column of a table.
pub(super) struct Column {
    /// What stands over it.
    pub(super) head: &'static str,
    /// Its width in twentieths of a point.
    pub(super) width: usize,
    /// Whether numbers stand in it.
    pub(super) number: bool,
}

/// A column of words.
pub(super) fn words(head: &'static str, width: usize) -> Column {
    Column { head, width, number: false }
}

/// A column of numbers.
pub(super) fn numbers(head: &'static str, width: usize) -> Column {
    Column { head, width, number: true }
}

enum Block {
    Paragraph(Box<Paragraph>),
    Table(Box<Table>),
}

/// A document on its way: what was put on it so far.
#[derive(Default)]
pub(super) struct Sheet {
    blocks: Vec<Block>,
    ids: u32,
}

impl Sheet {
    /// An empty paragraph in style `style`. Its id is counted here, since the library counts on from the document before.
    pub(super) fn paragraph(&mut self, style: &str) -> Paragraph {
        self.ids += 1;
        Paragraph::new().id(format!("{:08X}", self.ids)).style(style)
    }

    /// A paragraph of `words`.
    pub(super) fn line(&mut self, style: &str, words: &str) -> Paragraph {
        directed(self.paragraph(style).add_run(run(words)), words)
    }

    /// Puts a paragraph onto the sheet.
    pub(super) fn put(&mut self, paragraph: Paragraph) {
        self.blocks.push(Block::Paragraph(Box::new(paragraph)));
    }

    /// Puts `words` onto it.
    pub(super) fn say(&mut self, style: &str, words: &str) {
        let paragraph = self.line(style, words);
        self.put(paragraph);
    }

    /// Puts a heading onto it, 1 the highest of three.
    pub(super) fn heading(&mut self, level: u8, words: &str) {
        self.say(heading_style(level), words);
    }

    /// Puts an item of a list with dots onto it.
    pub(super) fn item(&mut self, words: &str) {
        let item = self.line("ListParagraph", words).numbering(NumberingId::new(DOTS), IndentLevel::new(0));
        self.put(item);
    }

    /// An empty item of the list with numbers.
    pub(super) fn numbered(&mut self) -> Paragraph {
        self.paragraph("ListParagraph").numbering(NumberingId::new(COUNTED), IndentLevel::new(0))
    }

    /// Puts a table onto it; `rows` has the paragraphs of each cell.
    pub(super) fn table(&mut self, columns: &[Column], rows: Vec<Vec<Vec<Paragraph>>>) {
        let head = |sheet: &mut Self, column: &Column| {
            let words = sheet.paragraph("TableHead").add_run(run(column.head));
            let words = if column.number { words.align(AlignmentType::Right) } else { words };
            cell(column.width).shading(fill("F1EEE6")).add_paragraph(words)
        };
        let heads = columns.iter().map(|column| head(self, column)).collect();
        let mut all = vec![TableRow::new(heads).row_height(1.0).cant_split()];
        for row in rows {
            let short = row.iter().flatten().map(|own| own.raw_text().len()).sum::<usize>() < LONG_ROW;
            let cells = row.into_iter().zip(columns).map(|(paragraphs, column)| {
                let paragraphs = if paragraphs.is_empty() { vec![self.paragraph("Cell")] } else { paragraphs };
                paragraphs.into_iter().fold(cell(column.width), |cell, own| {
                    cell.add_paragraph(if column.number { own.align(AlignmentType::Right) } else { own })
                })
            });
            let row = TableRow::new(cells.collect());
            all.push(if short { row.cant_split() } else { row });
        }
        let line = |position| TableBorder::new(position).border_type(BorderType::Single).size(4).color("CFC9BE");
        let lines = TableBorders::with_empty()
            .set(line(TableBorderPosition::Top))
            .set(line(TableBorderPosition::Bottom))
            .set(line(TableBorderPosition::InsideH));
        self.blocks.push(Block::Table(Box::new(framed(all, columns).set_borders(lines))));
        let after = self.paragraph("Small");
        self.put(after);
    }

    /// Puts a table without lines and heads onto it: names and what is to say of each.
    pub(super) fn facts(&mut self, rows: &[(&str, String)]) {
        let columns = [words("", 1_700), words("", WIDTH - 1_700)];
        let mut all = Vec::new();
        for (name, said) in rows {
            let name = self.paragraph("Cell").add_run(run(name).color(MUTED));
            let said = self.line("Cell", said);
            all.push(TableRow::new(vec![cell(1_700).add_paragraph(name), cell(WIDTH - 1_700).add_paragraph(said)]));
        }
        self.blocks.push(Block::Table(Box::new(framed(all, &columns).set_borders(TableBorders::with_empty()))));
    }

    /// The bytes of the document called `name`, last changed at `changed` and made by `program`.
    pub(super) fn bytes(mut self, name: &str, changed: &str, program: &str) -> Result<Vec<u8>, String> {
        let changed = point(changed);
        let head = self.paragraph("Header").add_run(run(name));
        let foot = self.paragraph("Footer").align(AlignmentType::Right);
        let foot = foot.add_page_num(PageNum::new()).add_run(run(" / ")).add_num_pages(NumPages::new());
        let margin = PageMargin { top: 1_300, left: MARGIN, bottom: 1_200, right: MARGIN, header: 620, footer: 560, gutter: 0 };
        let docx = Docx::new()
            .created_at(&changed)
            .updated_at(&changed)
            .page_size(PAPER.0, PAPER.1)
            .page_margin(margin)
            .default_fonts(fonts(SERIF.0))
            .default_size(22)
            .header(Header::new().add_paragraph(head))
            .footer(Footer::new().add_paragraph(foot));
        let docx = styles().into_iter().fold(docx, Docx::add_style);
        let docx = lists(docx);
        let docx = self.blocks.into_iter().fold(docx, |docx, block| match block {
            Block::Paragraph(own) => docx.add_paragraph(*own),
            Block::Table(own) => docx.add_table(*own),
        });
        let mut parts = docx.build();
        complete(&mut parts, name, program);
        let mut bytes = Cursor::new(Vec::new());
        parts.pack(&mut bytes).map_err(|why| why.to_string())?;
        Ok(bytes.into_inner())
    }
}

/// What the library has no words for: head rows that stand on each page, letters in place of missing ones, which style
/// is meant where none is named, and who made the document.
fn complete(parts: &mut XMLDocx, name: &str, program: &str) {
    let mend = |part: &mut Vec<u8>, from: &str, to: &str| {
        if let Ok(text) = std::str::from_utf8(part) {
            *part = text.replace(from, to).into_bytes();
        }
    };
    mend(&mut parts.document, HEAD_ROW, "<w:tblHeader />");
    mend(&mut parts.styles, r#"w:styleId="Normal""#, r#"w:default="1" w:styleId="Normal""#);
    let font = |(own, other): (&str, &str), family: &str| {
        format!(r#"<w:font w:name="{own}"><w:altName w:val="{other}" /><w:family w:val="{family}" /><w:pitch w:val="variable" /></w:font>"#)
    };
    mend(&mut parts.font_table, "</w:fonts>", &format!("{}{}</w:fonts>", font(SERIF, "roman"), font(SANS, "swiss")));
    mend(&mut parts.doc_props.core, ">unknown<", &format!(">{}<", escaped(program)));
    let title = format!("<dc:title>{}</dc:title></cp:coreProperties>", escaped(name));
    mend(&mut parts.doc_props.core, "</cp:coreProperties>", &title);
}

/// Words for an attribute or an element that the library writes as they are given.
pub(super) fn escaped(words: &str) -> String {
    let words = plain(words).replace(['\n', '\t'], " ");
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A table as wide as the page, in which the widths of the columns are kept.
fn framed(rows: Vec<TableRow>, columns: &[Column]) -> Table {
    Table::without_borders(rows)
        .set_grid(columns.iter().map(|column| column.width).collect())
        .layout(TableLayoutType::Fixed)
        .width(columns.iter().map(|column| column.width).sum(), WidthType::Dxa)
        .margins(TableCellMargins::new().margin(30, 60, 30, 60))
}

fn cell(width: usize) -> TableCell {
    TableCell::new().width(width, WidthType::Dxa)
}

/// A ground of colour `rrggbb`.
pub(super) fn fill(color: &str) -> Shading {
    Shading::new().shd_type(ShdType::Clear).color("auto").fill(color)
}

/// Words; their line ends and tabs are those of Word.
pub(super) fn run(words: &str) -> Run {
    let mut run = Run::new();
    for (at, line) in plain(words).split('\n').enumerate() {
        if at > 0 {
            run = run.add_break(BreakType::TextWrapping);
        }
        for (at, piece) in line.split('\t').enumerate() {
            if at > 0 {
                run = run.add_tab();
            }
            if !piece.is_empty() {
                run = run.add_text(piece);
            }
        }
    }
    run
}

/// Words that stand back.
pub(super) fn aside(words: &str) -> Run {
    run(words).color(MUTED).size(18)
}

/// Words set high.
pub(super) fn high(mut run: Run) -> Run {
    run.run_property = run.run_property.vert_align(VertAlignType::SuperScript);
    run
}

/// `paragraph` as it is written from the right, where `words` are.
pub(super) fn directed(mut paragraph: Paragraph, words: &str) -> Paragraph {
    let right =
        |c: &char| matches!(u32::from(*c), 0x590..=0x8ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x10800..=0x10fff | 0x1e800..=0x1efff);
    if words.chars().find(|c| c.is_alphabetic()).is_some_and(|c| right(&c)) {
        paragraph.property = paragraph.property.bidi(true);
    }
    paragraph
}

/// A point in time as Word takes it; what is none is the oldest.
pub(super) fn point(time: &str) -> String {
    let point = time.parse::<jiff::Timestamp>().map(|time| time.strftime("%Y-%m-%dT%H:%M:%SZ").to_string());
    point.ok().filter(|point| point.len() == NO_TIME.len() && !point.starts_with('-')).unwrap_or_else(|| NO_TIME.to_owned())
}

/// The style of a heading.
pub(super) fn heading_style(level: u8) -> &'static str {
    match level {
        0 | 1 => "Heading1",
        2 => "Heading2",
        _ => "Heading3",
    }
}

fn fonts(name: &str) -> RunFonts {
    RunFonts::new().ascii(name).hi_ansi(name).cs(name)
}

/// Room before and behind, and the height of a line in hundredths.
fn room(before: u32, after: u32, line: i32) -> LineSpacing {
    LineSpacing::new().before(before).after(after).line_rule(LineSpacingType::Auto).line(line * 240 / 100)
}

/// All styles, by the names that Word knows where it knows them.
fn styles() -> Vec<Style> {
    let style = |id: &str, name: &str, size: usize, room: LineSpacing| {
        Style::new(id, StyleType::Paragraph).name(name).size(size).line_spacing(room)
    };
    let own = |id: &str, name: &str, size: usize, room: LineSpacing| style(id, name, size, room).based_on("Normal");
    let heading = |level: usize, size: usize, before: u32| {
        let mut heading = own(&format!("Heading{level}"), &format!("heading {level}"), size, room(before, 90, 110))
            .next("Normal")
            .q_format(true)
            .ui_priority(9)
            .outline_lvl(level - 1)
            .bold()
            .fonts(fonts(SANS.0));
        heading.paragraph_property = heading.paragraph_property.keep_next(true).keep_lines(true);
        heading
    };
    let indented = |style: Style, left: i32, right: i32| {
        let mut style = style.indent(Some(left), None, None, None);
        style.paragraph_property = style.paragraph_property.indent(Some(left), None, Some(right), None);
        style
    };
    vec![
        style("Normal", "Normal", 22, room(0, 120, 118)).q_format(true).fonts(fonts(SERIF.0)),
        own("Title", "Title", 44, room(0, 160, 105)).next("Normal").q_format(true).bold().fonts(fonts(SANS.0)),
        own("Over", "Over the title", 18, room(0, 20, 100)).color(MUTED).fonts(fonts(SANS.0)),
        heading(1, 32, 420),
        heading(2, 25, 280),
        heading(3, 22, 240),
        indented(own("Quote", "Quote", 21, room(0, 120, 112)).q_format(true), 480, 480),
        own("ListParagraph", "List Paragraph", 22, room(0, 70, 112)).q_format(true),
        indented(own("Item", "Item of the text", 22, room(0, 90, 112)), 360, 0),
        own("Small", "Small", 18, room(0, 80, 110)),
        own("Preformatted", "Preformatted", 16, room(0, 120, 100)).fonts(fonts(MONO)),
        own("Step", "Step of the argument", 20, room(0, 50, 108)),
        own("Cell", "Cell", 17, room(0, 20, 105)).fonts(fonts(SANS.0)),
        own("TableHead", "Head of a table", 14, room(0, 0, 100)).bold().color(MUTED).fonts(fonts(SANS.0)),
        own("CommentText", "annotation text", 20, room(0, 40, 105)),
        own("Header", "header", 17, room(0, 0, 100)).color(MUTED).fonts(fonts(SANS.0)),
        own("Footer", "footer", 17, room(0, 0, 100)).color(MUTED).fonts(fonts(SANS.0)),
    ]
}

/// The list with dots and the list with numbers.
const DOTS: usize = 2;
const COUNTED: usize = 3;

fn lists(docx: Docx) -> Docx {
    let level = |format: &str, text: &str| {
        Level::new(0, Start::new(1), NumberFormat::new(format), LevelText::new(text), LevelJc::new("left")).indent(
            Some(360),
            Some(SpecialIndentType::Hanging(360)),
            None,
            None,
        )
    };
    docx.add_abstract_numbering(AbstractNumbering::new(DOTS).add_level(level("bullet", "•")))
        .add_numbering(Numbering::new(DOTS, DOTS))
        .add_abstract_numbering(AbstractNumbering::new(COUNTED).add_level(level("decimal", "%1.")))
        .add_numbering(Numbering::new(COUNTED, COUNTED))
}

/// Bold.
pub(super) fn strong(words: &str) -> Run {
    run(words).bold()
}

/// Words that say what is wrong.
pub(super) fn wrong(words: &str) -> Run {
    run(words).color(WRONG)
}

/// Words on a ground of `color`, `rrggbb`.
pub(super) fn on(mut run: Run, color: &str) -> Run {
    run.run_property = RunProperty::shading(run.run_property, fill(color));
    run
}
