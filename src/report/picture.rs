//! The argument map as a picture: SVG, that any browser and any word processor shows, and PNG made of it. Light, for
//! paper; nothing in it is loaded from elsewhere.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use resvg::{tiny_skia, usvg};

use super::file::FileError;
use crate::annotation::Glosses;
use crate::review::map::{Arrow, Boxed, Drawing, FAULT_SIZE, LINE, Line, Map, PAD, Point, Shape, WORDS_SIZE};

/// Around the drawing, in points.
const MARGIN: f32 = 32.0;
/// A PNG has this many pixels a point, unless it would be too large.
const SCALE: f32 = 2.0;
/// The most pixels along one side of a PNG.
const LARGEST: f32 = 12_000.0;
/// The most pixels of a PNG: 256 MB while it is made.
const MOST: f32 = 64_000_000.0;
/// More arrows than these go without their words.
const MOST_LABELS: usize = 200;

const PAPER: [u8; 3] = [0xff, 0xfd, 0xf8];
const INK: &str = "#1f1d1a";
const MUTED: &str = "#716c62";
const WEAK: &str = "#c0392b";

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// It could not be drawn.
    #[error("the picture could not be drawn: {0}")]
    Draw(String),
    /// It was not written.
    #[error(transparent)]
    File(#[from] FileError),
}

/// `drawing` of `map` as SVG, called `title`.
pub fn svg(map: &Map, drawing: &Drawing, glosses: &Glosses, title: &str) -> String {
    let (wide, high) = (drawing.size.0 + 2.0 * MARGIN, drawing.size.1 + 2.0 * MARGIN);
    let mut out = String::new();
    let annotations = drawing.boxes.iter().filter(|one| map.nodes.get(one.node).is_some_and(|node| node.annotation().is_some())).count();
    let links = drawing.arrows.iter().filter(|arrow| arrow.line != Line::Gap).count();
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" role=\"img\" aria-labelledby=\"title desc\">\n\
         <title id=\"title\">{}</title>\n\
         <desc id=\"desc\">An argument map of {annotations} annotations and {links} links. What supports stands below what it supports.</desc>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"{}\"/>\n\
         <g transform=\"translate({MARGIN} {MARGIN})\" font-family=\"'Libertinus Serif', 'Linux Libertine', Georgia, serif\" font-size=\"{WORDS_SIZE}\">",
        escaped(title),
        hex(PAPER),
        w = number(wide),
        h = number(high),
    );
    for arrow in &drawing.arrows {
        arrow_svg(&mut out, arrow, &color_of_line(arrow.line));
    }
    if drawing.arrows.len() <= MOST_LABELS {
        for arrow in &drawing.arrows {
            let name = map.edges.get(arrow.edge).map_or("", |edge| edge.name.as_str());
            let (x, y) = (number(arrow.label.0), number(arrow.label.1 + 4.0));
            let _ = writeln!(
                out,
                "<text x=\"{x}\" y=\"{y}\" text-anchor=\"middle\" font-size=\"11.5\" font-style=\"italic\" fill=\"{MUTED}\" stroke=\"{}\" stroke-width=\"4\" paint-order=\"stroke\">{}</text>",
                hex(PAPER),
                escaped(name)
            );
        }
    }
    for one in &drawing.boxes {
        let Some(node) = map.nodes.get(one.node) else { continue };
        let color = glosses.kind(&node.kind).and_then(|kind| parse(&kind.color)).unwrap_or([0x71, 0x6c, 0x62]);
        box_svg(&mut out, one, color, &node.spoken());
    }
    out.push_str("</g>\n</svg>\n");
    out
}

fn color_of_line(line: Line) -> String {
    match line {
        Line::Supports => "#3d8a45",
        Line::Attacks => "#8f5a06",
        Line::Qualifies => "#7a4fb0",
        Line::Cites => "#2f6fa8",
        Line::Gap => WEAK,
        Line::Restates | Line::Own => "#5a554d",
    }
    .to_owned()
}

fn arrow_svg(out: &mut String, arrow: &Arrow, color: &str) {
    let mut path = String::new();
    for (at, curve) in arrow.curves.iter().enumerate() {
        if at == 0 {
            let _ = write!(path, "M{}", point(curve[0]));
        }
        if (curve[0].0 - curve[3].0).abs() < 0.05 {
            let _ = write!(path, "L{}", point(curve[3]));
        } else {
            let _ = write!(path, "C{} {} {}", point(curve[1]), point(curve[2]), point(curve[3]));
        }
    }
    let dashes: Vec<String> = arrow.line.dashes().iter().map(f32::to_string).collect();
    let dashes = if dashes.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{}\"", dashes.join(" ")) };
    let _ = writeln!(out, "<path d=\"{path}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"{}\"{dashes}/>", arrow.line.width());
    let [tip, left, right] = arrow.head();
    let fill = if arrow.line.is_full() { color.to_owned() } else { hex(PAPER) };
    let _ = writeln!(
        out,
        "<path d=\"M{}L{}L{}Z\" fill=\"{fill}\" stroke=\"{color}\" stroke-width=\"1.2\" stroke-linejoin=\"round\"/>",
        point(tip),
        point(left),
        point(right)
    );
    if arrow.line == Line::Attacks {
        let (x, y) = (arrow.tip.0, left.1 + if arrow.up { 3.0 } else { -3.0 });
        let _ = writeln!(
            out,
            "<path d=\"M{}L{}\" stroke=\"{color}\" stroke-width=\"{}\"/>",
            point((x - 5.0, y)),
            point((x + 5.0, y)),
            arrow.line.width()
        );
    }
}

fn box_svg(out: &mut String, one: &Boxed, color: [u8; 3], spoken: &str) {
    let (line, fill) = match one.shape {
        Shape::Gap => (WEAK.to_owned(), hex(PAPER)),
        Shape::Leaf => (MUTED.to_owned(), hex(PAPER)),
        _ if one.outside => (hex(color), hex(PAPER)),
        _ => (hex(color), hex(mixed(PAPER, color, 0.2))),
    };
    let dashes = if one.shape.is_dashed() { " stroke-dasharray=\"4 3\"" } else { "" };
    let (x, y) = (number(one.corner.0), number(one.corner.1));
    let _ = write!(
        out,
        "<g><title>{}</title><rect x=\"{x}\" y=\"{y}\" width=\"{}\" height=\"{}\" rx=\"{}\" fill=\"{fill}\" stroke=\"{line}\" stroke-width=\"1.2\"{dashes}/>",
        escaped(spoken),
        number(one.size.0),
        number(one.size.1),
        one.shape.radius(),
    );
    let mut left = one.corner.0 + PAD.0;
    if one.shape == Shape::Barred {
        left += 4.0;
        let _ = write!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"5\" height=\"{}\" fill=\"{line}\"/>", number(one.size.1));
    }
    let ink = if one.shape == Shape::Gap { WEAK } else { INK };
    for (at, words) in one.lines.iter().enumerate() {
        let y = one.corner.1 + PAD.1 + at as f32 * LINE + LINE * 0.74;
        let _ = write!(out, "<text x=\"{}\" y=\"{}\" fill=\"{ink}\">{}</text>", number(left), number(y), escaped(words));
    }
    for (at, words) in one.fault.iter().enumerate() {
        let y = one.corner.1 + one.fault_top(at) + 11.0;
        let _ = write!(
            out,
            "<text x=\"{}\" y=\"{}\" font-size=\"{FAULT_SIZE}\" fill=\"{WEAK}\">{}</text>",
            number(left),
            number(y),
            escaped(words)
        );
    }
    out.push_str("</g>\n");
}

/// `svg` as PNG, two pixels a point where that is not too large.
///
/// # Errors
/// Where the SVG cannot be read or the picture does not fit into memory.
pub fn png(svg: &str) -> Result<Vec<u8>, PictureError> {
    let mut options = usvg::Options { font_family: "Libertinus Serif".to_owned(), ..usvg::Options::default() };
    let fonts = options.fontdb_mut();
    for face in [
        &include_bytes!("../../assets/fonts/LibertinusSerif-Regular.otf")[..],
        &include_bytes!("../../assets/fonts/LibertinusSerif-Italic.otf")[..],
    ] {
        fonts.load_font_source(usvg::fontdb::Source::Binary(Arc::new(face)));
    }
    fonts.set_serif_family("Libertinus Serif");
    fonts.set_sans_serif_family("Libertinus Serif");
    // The own faces have Latin, Greek, Cyrillic and Hebrew; for the rest the system is asked.
    if svg.chars().any(|c| matches!(u32::from(c), 0x600..0x1e00 | 0x2e80..)) {
        fonts.load_system_fonts();
    }
    let failed = |why: String| PictureError::Draw(why);
    let tree = usvg::Tree::from_str(svg, &options).map_err(|error| failed(error.to_string()))?;
    let (wide, high) = (tree.size().width(), tree.size().height());
    let scale = SCALE.min(LARGEST / wide).min(LARGEST / high).min((MOST / (wide * high)).sqrt());
    let pixels = |points: f32| (points * scale).ceil().max(1.0) as u32;
    let mut pixmap = tiny_skia::Pixmap::new(pixels(wide), pixels(high)).ok_or_else(|| failed("it is too large".to_owned()))?;
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| failed(error.to_string()))
}

/// A name beside `text` that is free: `thesis.txt.map.svg`, then `thesis.txt.map-2.svg`, and so on.
pub fn free_name(text: &Path, ending: &str) -> PathBuf {
    let name = text.file_name().map_or_else(|| "text".to_owned(), |name| name.to_string_lossy().into_owned());
    let numbered = |number: usize| match number {
        1 => text.with_file_name(format!("{name}.map.{ending}")),
        _ => text.with_file_name(format!("{name}.map-{number}.{ending}")),
    };
    (1..1000).map(numbered).find(|path| !path.exists()).unwrap_or_else(|| numbered(1000))
}

fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // What XML does not allow.
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

fn number(value: f32) -> String {
    let value = (value * 10.0).round() / 10.0;
    format!("{value}")
}

fn point((x, y): Point) -> String {
    format!("{} {}", number(x), number(y))
}

fn hex([r, g, b]: [u8; 3]) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

fn parse(color: &str) -> Option<[u8; 3]> {
    let digits = color.strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let value = u32::from_str_radix(digits, 16).ok()?;
    let [_, r, g, b] = value.to_be_bytes();
    Some([r, g, b])
}

fn mixed(a: [u8; 3], b: [u8; 3], share: f32) -> [u8; 3] {
    let mix = |at: usize| (f32::from(a[at]) * (1.0 - share) + f32::from(b[at]) * share).round() as u8;
    [mix(0), mix(1), mix(2)]
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::file::write;
    use super::*;
    use crate::review::map::{Edge, Node, View, What};

    fn sample() -> String {
        let node = |id: &str, kind: &str, words: &str| Node {
            what: What::Annotation(id.into()),
            kind: kind.into(),
            kind_name: kind.to_owned(),
            words: words.to_owned(),
            fault: (kind == "claim").then(|| "weak: \"so\" & no page".to_owned()),
            at: None,
            supported: 0,
            attacked: 0,
        };
        let map = Map {
            nodes: vec![node("a", "claim", "<b>1 & 2</b> \u{1} 中文"), node("b", "evidence", "bread")],
            edges: vec![Edge { from: 1, to: 0, relation: "attacks".into(), name: "attacks <".to_owned() }],
            annotations: 2,
            ..Map::default()
        };
        let view = View { nodes: vec![0, 1], outside: vec![false, false], edges: vec![0], ..View::default() };
        svg(&map, &Drawing::new(&map, &view), &Glosses::default(), "A & B")
    }

    #[test]
    fn words_are_escaped_and_it_can_be_read() {
        let svg = sample();
        assert!(svg.contains("&lt;b&gt;1 &amp; 2&lt;/b&gt;") && svg.contains("<title id=\"title\">A &amp; B</title>"), "{svg}");
        assert!(!svg.contains('\u{1}'));
        usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap();
    }

    #[test]
    fn a_png_is_made_of_it() {
        let png = png(&sample()).unwrap();
        assert_eq!(&png[1..4], b"PNG");
        assert!(png.len() > 3000, "{} bytes: nothing seems to be on it", png.len());
    }

    #[test]
    fn nothing_is_overwritten_unasked() {
        let folder = tempfile::tempdir().unwrap();
        let text = folder.path().join("t.txt");
        let first = free_name(&text, "svg");
        assert_eq!(first, folder.path().join("t.txt.map.svg"));
        write(&first, b"one", false).unwrap();
        assert!(matches!(write(&first, b"two", false), Err(FileError::Exists(_))));
        assert_eq!(std::fs::read(&first).unwrap(), b"one");
        assert_eq!(free_name(&text, "svg"), folder.path().join("t.txt.map-2.svg"));
        write(&first, b"two", true).unwrap();
        assert_eq!(std::fs::read(&first).unwrap(), b"two");
    }
}
