//! The map as boxes with lines of words and arrows as curves, in points from its upper left corner. Colours are left to
//! who draws it.

use std::collections::BTreeSet;

use super::layout::{Graph, layout};
use super::measure::{lines, width};
use super::model::{Map, Node, View, What};

/// A place in the drawing.
pub type Point = (f32, f32);

/// The size of the words of a box, in points.
pub const WORDS_SIZE: f32 = 13.5;
/// From line to line of them.
pub const LINE: f32 = 18.0;
/// The size of what is weak or missing.
pub const FAULT_SIZE: f32 = 12.0;
/// Inside a box: left and right, above and below.
pub const PAD: (f32, f32) = (11.0, 9.0);
const FAULT_LINE: f32 = 15.0;
const HEAD: f32 = 8.0;

/// The outline of a box, which tells its kind without colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A hypothesis: very round.
    Round,
    /// A claim: rounded.
    Rounded,
    /// Evidence: rounded a little, with a bar at its left.
    Barred,
    /// A citation: square.
    Square,
    /// Other kinds: rounded, with a dashed line.
    Dashed,
    /// What has no annotation: square, not filled.
    Leaf,
    /// What is missing: dashed, not filled.
    Gap,
}

impl Shape {
    /// The shape of kind `id`.
    pub fn of(id: &str) -> Self {
        match id {
            "hypothesis" => Self::Round,
            "claim" => Self::Rounded,
            "evidence" => Self::Barred,
            "citation" => Self::Square,
            "place" | "url" | "file" => Self::Leaf,
            "gap" => Self::Gap,
            _ => Self::Dashed,
        }
    }

    /// The radius of its corners.
    pub fn radius(self) -> f32 {
        match self {
            Self::Round => 16.0,
            Self::Rounded | Self::Dashed => 7.0,
            Self::Barred | Self::Gap => 4.0,
            Self::Square | Self::Leaf => 0.0,
        }
    }

    /// Whether its line is dashed.
    pub fn is_dashed(self) -> bool {
        matches!(self, Self::Dashed | Self::Gap)
    }
}

/// How an arrow is drawn, which tells its relation without colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// Solid, a full head.
    Supports,
    /// Dashed, a full head with a bar before it.
    Attacks,
    /// Dashes and dots, an open head.
    Qualifies,
    /// Thin and solid, a full head.
    Cites,
    /// Long dashes, an open head.
    Restates,
    /// The reader's own relations: solid, an open head.
    Own,
    /// From a gap: dotted, a full head.
    Gap,
}

impl Line {
    /// That of relation `id`.
    pub fn of(id: &str) -> Self {
        match id {
            "supports" => Self::Supports,
            "attacks" => Self::Attacks,
            "qualifies" => Self::Qualifies,
            "cites" => Self::Cites,
            "restates" => Self::Restates,
            "gap" => Self::Gap,
            _ => Self::Own,
        }
    }

    /// Lengths of dashes and of the spaces behind them, in points; none where it is solid.
    pub fn dashes(self) -> &'static [f32] {
        match self {
            Self::Supports | Self::Cites | Self::Own => &[],
            Self::Attacks => &[6.0, 4.0],
            Self::Qualifies => &[8.0, 3.0, 2.0, 3.0],
            Self::Restates => &[14.0, 4.0],
            Self::Gap => &[1.5, 4.0],
        }
    }

    /// How wide it is.
    pub fn width(self) -> f32 {
        match self {
            Self::Supports | Self::Attacks => 1.7,
            _ => 1.3,
        }
    }

    /// Whether its head is filled.
    pub fn is_full(self) -> bool {
        matches!(self, Self::Supports | Self::Attacks | Self::Cites | Self::Gap)
    }
}

/// A box as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Boxed {
    /// Its number in [`Map::nodes`].
    pub node: usize,
    /// Its upper left corner.
    pub corner: Point,
    /// Width and height.
    pub size: Point,
    /// Its words.
    pub lines: Vec<String>,
    /// What is weak or missing.
    pub fault: Vec<String>,
    /// It stands outside the section, and is there only because of a link.
    pub outside: bool,
    /// Its outline.
    pub shape: Shape,
}

impl Boxed {
    /// Where its middle is.
    pub fn middle(&self) -> Point {
        (self.corner.0 + self.size.0 / 2.0, self.corner.1 + self.size.1 / 2.0)
    }

    /// How far below the corner the line of fault `at` begins.
    pub fn fault_top(&self, at: usize) -> f32 {
        PAD.1 + self.lines.len() as f32 * LINE + at as f32 * FAULT_LINE
    }
}

/// An arrow as it is drawn.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// Its number in [`Map::edges`].
    pub edge: usize,
    /// The box it starts from, by its number in [`Drawing::boxes`].
    pub from: usize,
    /// The box it leads to.
    pub to: usize,
    /// How it is drawn.
    pub line: Line,
    /// Cubic curves, one after the other: start, two controls, end. The last ends where the head begins.
    pub curves: Vec<[Point; 4]>,
    /// Where its head touches the box.
    pub tip: Point,
    /// Whether the head points up.
    pub up: bool,
    /// Where its relation is written.
    pub label: Point,
}

impl Arrow {
    /// The three corners of its head, the tip first.
    pub fn head(&self) -> [Point; 3] {
        let back = if self.up { HEAD } else { -HEAD };
        let (x, y) = self.tip;
        [(x, y), (x - HEAD * 0.6, y + back), (x + HEAD * 0.6, y + back)]
    }

    /// Its curves as one line of points.
    pub fn points(&self) -> Vec<Point> {
        let mut points: Vec<Point> = self.curves.first().map(|curve| curve[0]).into_iter().collect();
        for curve in &self.curves {
            let straight = (curve[0].0 - curve[3].0).abs() < 0.5;
            let steps = if straight { 1 } else { 14 };
            points.extend((1..=steps).map(|step| along(curve, step as f32 / steps as f32)));
        }
        points
    }
}

/// The point of a cubic curve at `t`, 0 to 1.
fn along(curve: &[Point; 4], t: f32) -> Point {
    let u = 1.0 - t;
    let [a, b, c, d] = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
    let mix = |of: fn(Point) -> f32| a * of(curve[0]) + b * of(curve[1]) + c * of(curve[2]) + d * of(curve[3]);
    (mix(|point| point.0), mix(|point| point.1))
}

/// All of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Drawing {
    /// In the order of [`View::nodes`].
    pub boxes: Vec<Boxed>,
    /// In the order of [`View::edges`].
    pub arrows: Vec<Arrow>,
    /// Width and height.
    pub size: Point,
}

impl Drawing {
    /// Draws what of `map` is looked at.
    pub fn new(map: &Map, view: &View) -> Self {
        // Gaps that are too many for boxes of their own are told in the boxes of their claims.
        let told: BTreeSet<usize> = map.edges.iter().filter(|edge| view.gaps > 0 && &*edge.relation == "gap").map(|edge| edge.to).collect();
        let mut boxes: Vec<Boxed> = view
            .nodes
            .iter()
            .zip(&view.outside)
            .filter_map(|(&at, &outside)| Some(boxed(at, map.nodes.get(at)?, outside, told.contains(&at))))
            .collect();
        let place = |node: usize| view.nodes.binary_search(&node).ok();
        let mut kept = Vec::new();
        let mut graph = Graph::default();
        for &edge in &view.edges {
            let ends = map.above_below(edge).and_then(|(above, below)| Some((place(above)?, place(below)?)));
            if let Some(ends) = ends {
                graph.edges.push(ends);
                graph.sorts.push(map.edges.get(edge).map_or(0, |edge| Line::of(&edge.relation) as u8));
                kept.push(edge);
            }
        }
        graph.sizes = boxes.iter().map(|one| one.size).collect();
        graph.ranks = view.nodes.iter().filter_map(|&node| map.nodes.get(node)).map(|node| rank(&node.kind)).collect();
        let laid = layout(&graph);
        for (one, &corner) in boxes.iter_mut().zip(&laid.corners) {
            one.corner = corner;
        }
        let arrows = arrows(map, &boxes, &graph, &kept, &laid.rows, &laid.knees);
        Drawing { boxes, arrows, size: laid.size }
    }

    /// The box nearest to box `from` in direction (`x`, `y`), one of them 0: what an arrow key goes to.
    pub fn neighbour(&self, from: usize, (x, y): Point) -> Option<usize> {
        let start = self.boxes.get(from)?.middle();
        let cost = |one: &Boxed| {
            let (dx, dy) = (one.middle().0 - start.0, one.middle().1 - start.1);
            let (ahead, aside) = if x == 0.0 { (dy * y, dx.abs()) } else { (dx * x, dy.abs()) };
            (ahead > 1.0).then_some(ahead + aside * if x == 0.0 { 1.2 } else { 3.0 })
        };
        let costs = self.boxes.iter().enumerate().filter_map(|(at, one)| Some((cost(one)?, at)));
        costs.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, at)| at)
    }
}

/// What is said of a claim whose gap has no box.
const NO_SUPPORT: &str = "nothing tagged supports it";

fn rank(kind: &str) -> u8 {
    match kind {
        "hypothesis" => 0,
        "evidence" | "gap" => 2,
        "citation" => 3,
        "place" | "url" | "file" => 4,
        _ => 1,
    }
}

fn boxed(at: usize, node: &Node, outside: bool, lacks: bool) -> Boxed {
    let shape = Shape::of(&node.kind);
    let (room, most) = match (&node.what, shape) {
        (What::Gap, _) => (150.0, 2),
        (_, Shape::Round) => (300.0, 4),
        (_, Shape::Leaf) => (190.0, 2),
        _ => (212.0, 3),
    };
    let said = lines(&node.words, WORDS_SIZE, room, most);
    let fault = node.fault.as_deref().or(lacks.then_some(NO_SUPPORT));
    let fault = fault.map_or(Vec::new(), |fault| lines(fault, FAULT_SIZE, room, 2));
    let widest =
        said.iter().map(|line| width(line, WORDS_SIZE)).chain(fault.iter().map(|line| width(line, FAULT_SIZE))).fold(74.0, f32::max);
    let high = said.len().max(1) as f32 * LINE + fault.len() as f32 * FAULT_LINE + 2.0 * PAD.1;
    let more = if shape == Shape::Barred { 4.0 } else { 0.0 };
    Boxed { node: at, corner: (0.0, 0.0), size: ((widest + 2.0 * PAD.0 + more).ceil(), high), lines: said, fault, outside, shape }
}

/// One end of an arrow at a side of a box, waiting for its place there.
struct Port {
    toward: f32,
    arrow: usize,
    upper: bool,
}

fn arrows(map: &Map, boxes: &[Boxed], graph: &Graph, kept: &[usize], rows: &[usize], knees: &[Vec<Point>]) -> Vec<Arrow> {
    let mut below: Vec<Vec<Port>> = (0..boxes.len()).map(|_| Vec::new()).collect();
    let mut above: Vec<Vec<Port>> = (0..boxes.len()).map(|_| Vec::new()).collect();
    let ends: Vec<(usize, usize)> = graph.edges.iter().map(|&(a, b)| if rows[a] <= rows[b] { (a, b) } else { (b, a) }).collect();
    for (arrow, &(upper, lower)) in ends.iter().enumerate() {
        let first = knees[arrow].first().map_or(boxes[lower].middle().0, |knee| knee.0);
        let last = knees[arrow].last().map_or(boxes[upper].middle().0, |knee| knee.0);
        below[upper].push(Port { toward: first, arrow, upper: true });
        above[lower].push(Port { toward: last, arrow, upper: false });
    }
    let mut start = vec![(0.0, 0.0); ends.len()];
    let mut end = vec![(0.0, 0.0); ends.len()];
    for (side, under) in [(&mut below, true), (&mut above, false)] {
        for (one, ports) in boxes.iter().zip(side.iter_mut()) {
            ports.sort_by(|a, b| a.toward.total_cmp(&b.toward).then(a.arrow.cmp(&b.arrow)));
            // What goes the same way leaves by the same place.
            let same = |a: &Port, b: &Port| a.toward == b.toward && !knees[a.arrow].is_empty() && !knees[b.arrow].is_empty();
            let count = ports.chunk_by(same).count();
            let step = ((one.size.0 - 30.0) / count.max(1) as f32).clamp(0.0, 30.0);
            for (at, port) in ports.chunk_by(same).enumerate().flat_map(|(at, ports)| ports.iter().map(move |port| (at, port))) {
                let x = one.middle().0 + (at as f32 - (count as f32 - 1.0) / 2.0) * step;
                let y = one.corner.1 + if under { one.size.1 } else { 0.0 };
                if port.upper {
                    start[port.arrow] = (x, y);
                } else {
                    end[port.arrow] = (x, y);
                }
            }
        }
    }
    let mut made = Vec::with_capacity(ends.len());
    for (arrow, &(upper, lower)) in ends.iter().enumerate() {
        let Some(edge) = map.edges.get(kept[arrow]) else { continue };
        let up = edge.to == boxes[upper].node;
        let tip = if up { start[arrow] } else { end[arrow] };
        // The line ends at the back of the head.
        let (mut first, mut last) = (start[arrow], end[arrow]);
        if up {
            first.1 += HEAD - 1.0;
        } else {
            last.1 -= HEAD - 1.0;
        }
        let mut way = vec![first];
        way.extend(&knees[arrow]);
        way.push(last);
        let mut curves: Vec<[Point; 4]> = way
            .windows(2)
            .map(|pair| {
                let middle = (pair[0].1 + pair[1].1) / 2.0;
                [pair[0], (pair[0].0, middle), (pair[1].0, middle), pair[1]]
            })
            .collect();
        let label = curves.last().map_or(tip, |curve| along(curve, 0.5));
        if up {
            curves.reverse();
            curves.iter_mut().for_each(|curve| curve.reverse());
        }
        let (from, to) = if up { (lower, upper) } else { (upper, lower) };
        made.push(Arrow { edge: kept[arrow], from, to, line: Line::of(&edge.relation), curves, tip, up, label });
    }
    made
}

#[cfg(test)]
mod tests {
    use super::super::model::Edge;
    use super::*;

    fn node(kind: &str, words: &str) -> Node {
        let what = if kind == "gap" { What::Gap } else { What::Annotation(words.into()) };
        Node {
            what,
            kind: kind.into(),
            kind_name: kind.to_owned(),
            words: words.to_owned(),
            fault: None,
            at: None,
            supported: 0,
            attacked: 0,
        }
    }

    fn drawn(nodes: Vec<Node>, edges: &[(usize, &str, usize)]) -> Drawing {
        let edges: Vec<Edge> =
            edges.iter().map(|&(from, relation, to)| Edge { from, to, relation: relation.into(), name: relation.to_owned() }).collect();
        let view = View {
            nodes: (0..nodes.len()).collect(),
            outside: vec![false; nodes.len()],
            edges: (0..edges.len()).collect(),
            ..View::default()
        };
        Drawing::new(&Map { annotations: nodes.len(), nodes, edges, ..Map::default() }, &view)
    }

    #[test]
    fn hypothesis_claim_evidence_and_citation_stand_one_above_the_other() {
        let nodes = vec![node("citation", "d"), node("evidence", "c"), node("claim", "b"), node("hypothesis", "a")];
        let drawing = drawn(nodes, &[(1, "cites", 0), (1, "supports", 2), (2, "supports", 3)]);
        let tops: Vec<f32> = drawing.boxes.iter().map(|one| one.corner.1).collect();
        assert!(tops[3] < tops[2] && tops[2] < tops[1] && tops[1] < tops[0], "{tops:?}");
        let ups: Vec<bool> = drawing.arrows.iter().map(|arrow| arrow.up).collect();
        assert_eq!(ups, [false, true, true]);
    }

    #[test]
    fn heads_touch_their_boxes() {
        let nodes = vec![node("claim", "one claim"), node("evidence", "two"), node("evidence", "three"), node("claim", "four")];
        let drawing = drawn(nodes, &[(1, "supports", 0), (2, "attacks", 0), (0, "qualifies", 3), (3, "restates", 0), (2, "own", 3)]);
        for arrow in &drawing.arrows {
            let to = &drawing.boxes[arrow.to];
            let side = if arrow.up { to.corner.1 + to.size.1 } else { to.corner.1 };
            assert!((arrow.tip.1 - side).abs() < 0.01, "{arrow:?} {to:?}");
            assert!(arrow.tip.0 > to.corner.0 && arrow.tip.0 < to.corner.0 + to.size.0);
            let points = arrow.points();
            let from = &drawing.boxes[arrow.from];
            let start = if arrow.up { from.corner.1 } else { from.corner.1 + from.size.1 };
            assert!((points[0].1 - start).abs() < 0.01, "{arrow:?}");
        }
    }

    #[test]
    fn arrow_keys_find_the_nearest() {
        let nodes = vec![node("claim", "top"), node("evidence", "left"), node("evidence", "right")];
        let drawing = drawn(nodes, &[(1, "supports", 0), (2, "supports", 0)]);
        assert_eq!(drawing.neighbour(1, (0.0, -1.0)), Some(0));
        assert_eq!(drawing.neighbour(1, (1.0, 0.0)), Some(2));
        assert!(drawing.neighbour(0, (0.0, 1.0)).is_some());
        assert_eq!(drawing.neighbour(0, (0.0, -1.0)), None);
    }
}
