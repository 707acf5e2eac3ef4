//! Where the boxes of a layered graph stand. Boxes of one row stand side by side, every edge leads from a row to one
//! above it, boxes never overlap, and the same graph gives the same drawing.
//!
//! The steps are those of Sugiyama, Tagawa and Toda: cycles are broken, boxes get rows, long edges get a knee in every
//! row they pass, the order in a row is that of the medians of the neighbours, and places along a row are the closest
//! to the neighbours that keep the order and the gaps (a least-squares fit, exact for each row). What is not linked is
//! laid out apart; the parts then stand side by side, in rows.

use std::collections::HashMap;

/// A graph to lay out.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    /// Width and height of each box, in points.
    pub sizes: Vec<(f32, f32)>,
    /// The row where each box would like to be at the earliest, counted from the top.
    pub ranks: Vec<u8>,
    /// Box above, box below. Edges from a box to itself are passed over.
    pub edges: Vec<(usize, usize)>,
    /// Of each edge: those of one sort that leave one box downwards share their way past the rows, so that what hangs
    /// on one thing is a tree and no curtain. Where it is not given the sort is 0.
    pub sorts: Vec<u8>,
}

/// Where things stand; the origin is the upper left corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Layout {
    /// The upper left corner of each box.
    pub corners: Vec<(f32, f32)>,
    /// The row of each box inside its part.
    pub rows: Vec<usize>,
    /// Where each edge passes between its boxes, downwards: a pair of points, the upper and the lower end of a straight
    /// piece, for every row it passes.
    pub knees: Vec<Vec<(f32, f32)>>,
    /// Width and height of all.
    pub size: (f32, f32),
}

/// Between boxes of one row.
const GAP: f32 = 28.0;
/// Between rows.
const RISE: f32 = 72.0;
/// Between parts that are not linked.
const APART: f32 = 56.0;
/// Room that an edge takes where it passes a row.
const KNEE: f32 = 5.0;
/// Between a box and an edge that passes it.
const BESIDE: f32 = 14.0;
/// A drawing is about this much wider than high.
const ASPECT: f32 = 1.6;

/// Lays `graph` out.
pub fn layout(graph: &Graph) -> Layout {
    let count = graph.sizes.len();
    let mut out =
        Layout { corners: vec![(0.0, 0.0); count], rows: vec![0; count], knees: vec![Vec::new(); graph.edges.len()], size: (0.0, 0.0) };
    let (parts, loose) = parts(graph);
    let mut laid: Vec<Part> = parts.iter().map(|part| lay(graph, part)).collect();
    // The greatest first; those of one size stay in the order of the text.
    laid.sort_by_key(|part| std::cmp::Reverse(part.boxes.len().min(6)));
    let area: f32 = laid.iter().map(|part| (part.size.0 + APART) * (part.size.1 + APART)).sum::<f32>()
        + loose.iter().map(|&one| (graph.sizes[one].0 + GAP) * (graph.sizes[one].1 + GAP)).sum::<f32>();
    let widest = laid.iter().map(|part| part.size.0).fold(0.0, f32::max);
    // Parts leave gaps beneath them, so that the best width is greater than the area says: a few are tried.
    let narrow = (area * ASPECT).sqrt();
    let fits = |room: &f32| {
        let (_, (wide, high)) = pack(&laid, *room);
        let below = loose_height(graph, &loose, *room);
        (wide.max(if loose.is_empty() { 0.0 } else { *room }) / ASPECT).max(high + below)
    };
    let rooms = [0.8, 0.9, 1.0, 1.1, 1.2, 1.35, 1.5, 1.7, 2.0].map(|share| (narrow * share).max(widest));
    let room = rooms.into_iter().min_by(|a, b| fits(a).total_cmp(&fits(b))).unwrap_or(narrow);
    let (corners, size) = pack(&laid, room);
    out.size = size;
    for (part, (x, y)) in laid.iter().zip(corners) {
        for &(one, corner, row) in &part.boxes {
            out.corners[one] = (corner.0 + x, corner.1 + y);
            out.rows[one] = row;
        }
        for (edge, knees) in &part.knees {
            out.knees[*edge] = knees.iter().map(|&(a, b)| (a + x, b + y)).collect();
        }
    }
    if !loose.is_empty() {
        let top = if laid.is_empty() { 0.0 } else { out.size.1 + APART };
        grid(graph, &loose, top, room, &mut out);
    }
    out
}

/// The corners of parts set side by side in rows no wider than `room`, and the size of it all.
fn pack(parts: &[Part], room: f32) -> (Vec<(f32, f32)>, (f32, f32)) {
    let (mut x, mut y, mut high) = (0.0_f32, 0.0_f32, 0.0_f32);
    let mut size = (0.0_f32, 0.0_f32);
    let mut corners = Vec::with_capacity(parts.len());
    for part in parts {
        if x > 0.0 && x + part.size.0 > room {
            (x, y, high) = (0.0, y + high + APART, 0.0);
        }
        corners.push((x, y));
        size = (size.0.max(x + part.size.0), size.1.max(y + part.size.1));
        x += part.size.0 + APART;
        high = high.max(part.size.1);
    }
    (corners, size)
}

/// How many columns of what hangs on nothing fit.
fn columns(graph: &Graph, loose: &[usize], room: f32) -> (usize, f32) {
    let wide = loose.iter().map(|&one| graph.sizes[one].0).fold(0.0, f32::max);
    ((((room + GAP) / (wide + GAP)).floor() as usize).max(1), wide)
}

fn loose_height(graph: &Graph, loose: &[usize], room: f32) -> f32 {
    let (columns, _) = columns(graph, loose, room);
    let tall = |row: &[usize]| row.iter().map(|&one| graph.sizes[one].1).fold(0.0, f32::max) + GAP;
    loose.chunks(columns).map(tall).sum()
}

/// What hangs on nothing, in columns of one width.
fn grid(graph: &Graph, loose: &[usize], top: f32, room: f32, out: &mut Layout) {
    let (columns, wide) = columns(graph, loose, room);
    let mut y = top;
    for row in loose.chunks(columns) {
        let mut high = 0.0_f32;
        for (column, &one) in row.iter().enumerate() {
            out.corners[one] = (column as f32 * (wide + GAP), y);
            high = high.max(graph.sizes[one].1);
            out.size.0 = out.size.0.max(column as f32 * (wide + GAP) + graph.sizes[one].0);
        }
        out.size.1 = y + high;
        y += high + GAP;
    }
}

/// Boxes linked with one another, by their first box; and those that hang on nothing.
fn parts(graph: &Graph) -> (Vec<Vec<usize>>, Vec<usize>) {
    let mut root: Vec<usize> = (0..graph.sizes.len()).collect();
    fn find(root: &mut [usize], mut at: usize) -> usize {
        while root[at] != at {
            root[at] = root[root[at]];
            at = root[at];
        }
        at
    }
    for &(a, b) in &graph.edges {
        let (a, b) = (find(&mut root, a), find(&mut root, b));
        root[a.max(b)] = a.min(b);
    }
    let mut by_root: Vec<Vec<usize>> = vec![Vec::new(); root.len()];
    for one in 0..root.len() {
        let at = find(&mut root, one);
        by_root[at].push(one);
    }
    let (linked, loose): (Vec<_>, Vec<_>) = by_root.into_iter().filter(|part| !part.is_empty()).partition(|part| part.len() > 1);
    (linked, loose.concat())
}

/// One part, laid out from its own corner.
struct Part {
    boxes: Vec<(usize, (f32, f32), usize)>,
    knees: Vec<(usize, Vec<(f32, f32)>)>,
    size: (f32, f32),
}

/// Boxes and knees of one part; knees come behind the boxes.
struct Rows {
    /// In each row from the left.
    rows: Vec<Vec<usize>>,
    up: Vec<Vec<usize>>,
    down: Vec<Vec<usize>>,
    place: Vec<usize>,
}

fn lay(graph: &Graph, part: &[usize]) -> Part {
    let own: HashMap<usize, usize> = part.iter().enumerate().map(|(at, &one)| (one, at)).collect();
    // (edge, above, below) in the part's own numbers.
    let edges: Vec<(usize, usize, usize)> = graph
        .edges
        .iter()
        .enumerate()
        .filter(|(_, (a, b))| a != b)
        .filter_map(|(edge, (a, b))| Some((edge, *own.get(a)?, *own.get(b)?)))
        .collect();
    let turned = without_cycles(part.len(), &edges);
    let forward: Vec<(usize, usize)> =
        edges.iter().zip(&turned).map(|(&(_, a, b), &turned)| if turned { (b, a) } else { (a, b) }).collect();
    let ranks: Vec<usize> = part.iter().map(|&one| usize::from(graph.ranks.get(one).copied().unwrap_or(0))).collect();
    let row_of = rows_of(&ranks, &forward);
    let high = row_of.iter().max().map_or(0, |row| row + 1);

    // Long edges get a knee in each row between.
    let mut widths: Vec<f32> = part.iter().map(|&one| graph.sizes[one].0).collect();
    let mut rows =
        Rows { rows: vec![Vec::new(); high], up: vec![Vec::new(); part.len()], down: vec![Vec::new(); part.len()], place: Vec::new() };
    for (one, &row) in row_of.iter().enumerate() {
        rows.rows[row].push(one);
    }
    let mut chains: Vec<Vec<usize>> = Vec::new();
    let mut ways: HashMap<(usize, u8, bool), Vec<usize>> = HashMap::new();
    for ((&(above, below), &(edge, ..)), &turned) in forward.iter().zip(&edges).zip(&turned) {
        let sort = graph.sorts.get(edge).copied().unwrap_or(0);
        let way = ways.entry((above, sort, turned)).or_default();
        let mut last = above;
        let passed = row_of[above] + 1..row_of[below];
        let chain: Vec<usize> = rows.rows[passed]
            .iter_mut()
            .enumerate()
            .map(|(step, row)| {
                let knee = way.get(step).copied().unwrap_or_else(|| {
                    let knee = widths.len();
                    way.push(knee);
                    widths.push(KNEE);
                    row.push(knee);
                    rows.up.push(vec![last]);
                    rows.down.push(Vec::new());
                    rows.down[last].push(knee);
                    knee
                });
                last = knee;
                knee
            })
            .collect();
        rows.down[last].push(below);
        rows.up[below].push(last);
        chains.push(chain);
    }
    rows.place = vec![0; widths.len()];
    rows.order();
    let centres = rows.spread(&widths, part.len());

    // Rows are as high as their highest box.
    let mut tops = Vec::with_capacity(high);
    let mut y = 0.0;
    for row in &rows.rows {
        let tall = row.iter().filter_map(|&one| part.get(one)).map(|&one| graph.sizes[one].1).fold(0.0, f32::max);
        tops.push((y, tall));
        // Many edges between two rows want more room to turn.
        let busy = row.iter().map(|&one| rows.down[one].len()).sum::<usize>();
        y += tall + RISE + (busy as f32 * 0.8).min(80.0);
    }
    let (left, right) = centres
        .iter()
        .zip(&widths)
        .fold((f32::MAX, f32::MIN), |(left, right), (centre, width)| (left.min(centre - width / 2.0), right.max(centre + width / 2.0)));
    let boxes = part
        .iter()
        .enumerate()
        .map(|(at, &one)| {
            let (top, tall) = tops[row_of[at]];
            let (wide, own_tall) = graph.sizes[one];
            (one, (centres[at] - left - wide / 2.0, top + (tall - own_tall) / 2.0), row_of[at])
        })
        .collect();
    let mut knees = Vec::new();
    for (&(edge, _, _), (chain, &(from, _))) in edges.iter().zip(chains.iter().zip(&forward)) {
        let mut points: Vec<(f32, f32)> = Vec::new();
        for (step, &knee) in chain.iter().enumerate() {
            let (top, tall) = tops[row_of[from] + 1 + step];
            points.push((centres[knee] - left, top));
            points.push((centres[knee] - left, top + tall));
        }
        knees.push((edge, points));
    }
    let bottom = tops.last().map_or(0.0, |(top, tall)| top + tall);
    Part { boxes, knees, size: ((right - left).max(0.0), bottom) }
}

/// Which edges are to be turned round, because they would close a circle.
fn without_cycles(count: usize, edges: &[(usize, usize, usize)]) -> Vec<bool> {
    let mut out: Vec<Vec<(usize, usize)>> = vec![Vec::new(); count];
    for (at, &(_, above, below)) in edges.iter().enumerate() {
        out[above].push((below, at));
    }
    let mut turned = vec![false; edges.len()];
    // 0: not seen, 1: on the way, 2: done.
    let mut state = vec![0_u8; count];
    for start in 0..count {
        if state[start] != 0 {
            continue;
        }
        let mut way = vec![(start, 0)];
        state[start] = 1;
        while let Some((at, next)) = way.last_mut() {
            let Some(&(below, edge)) = out[*at].get(*next) else {
                state[*at] = 2;
                way.pop();
                continue;
            };
            *next += 1;
            match state[below] {
                0 => {
                    state[below] = 1;
                    way.push((below, 0));
                }
                1 => turned[edge] = true,
                _ => {}
            }
        }
    }
    turned
}

/// The row of each box: below all that is above it, no higher than its rank, no row wider than can be read.
fn rows_of(ranks: &[usize], edges: &[(usize, usize)]) -> Vec<usize> {
    let count = ranks.len();
    let mut below: Vec<Vec<usize>> = vec![Vec::new(); count];
    let mut waits = vec![0_usize; count];
    for &(a, b) in edges {
        below[a].push(b);
        waits[b] += 1;
    }
    let mut row = ranks.to_vec();
    let mut ready: Vec<usize> = (0..count).filter(|&one| waits[one] == 0).collect();
    let mut at = 0;
    while let Some(&one) = ready.get(at) {
        at += 1;
        for &next in &below[one] {
            row[next] = row[next].max(row[one] + 1);
            waits[next] -= 1;
            if waits[next] == 0 {
                ready.push(next);
            }
        }
    }
    // Empty rows go, and a very wide row becomes several: what has nothing below it stands in the upper ones.
    let most = (((count as f32).sqrt() * 1.4).ceil() as usize).max(8);
    let mut by_row: Vec<Vec<usize>> = vec![Vec::new(); row.iter().max().map_or(0, |row| row + 1)];
    for (one, &at) in row.iter().enumerate() {
        by_row[at].push(one);
    }
    let mut next = 0;
    for mut boxes in by_row {
        boxes.sort_by_key(|&one| (!below[one].is_empty(), one));
        let rows = boxes.len().div_ceil(most).max(1);
        for chunk in boxes.chunks(boxes.len().div_ceil(rows).max(1)) {
            for &one in chunk {
                row[one] = next;
            }
            next += 1;
        }
    }
    row
}

impl Rows {
    fn number(&mut self) {
        for row in &self.rows {
            for (place, &one) in row.iter().enumerate() {
                self.place[one] = place;
            }
        }
    }

    /// Few crossings: sweeps down and up, each row in the order of its neighbours' middles; the best is kept.
    fn order(&mut self) {
        self.number();
        let mut best = (self.crossings(), self.rows.clone());
        for sweep in 0..SWEEPS {
            if best.0 == 0 && sweep > 0 {
                break;
            }
            let downwards = sweep % 2 == 0;
            for step in 1..self.rows.len() {
                let row = if downwards { step } else { self.rows.len() - 1 - step };
                let mut boxes = std::mem::take(&mut self.rows[row]);
                let neighbours = if downwards { &self.up } else { &self.down };
                let mut keyed: Vec<(f32, usize, usize)> = boxes
                    .iter()
                    .map(|&one| {
                        let near = &neighbours[one];
                        let sum: usize = near.iter().map(|&other| self.place[other]).sum();
                        let own = self.place[one];
                        (if near.is_empty() { own as f32 } else { sum as f32 / near.len() as f32 }, own, one)
                    })
                    .collect();
                keyed.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
                if downwards {
                    keyed.chunk_by_mut(|a, b| a.0 == b.0).for_each(|alike| self.amid(alike));
                }
                for (place, (one, &(_, _, next))) in boxes.iter_mut().zip(&keyed).enumerate() {
                    *one = next;
                    self.place[next] = place;
                }
                self.rows[row] = boxes;
            }
            let crossings = self.crossings();
            if crossings < best.0 || sweep == 0 && crossings == best.0 {
                best = (crossings, self.rows.clone());
            }
        }
        self.rows = best.1;
        self.number();
    }

    /// What goes on downwards stands amid what does not, so that many under one spread to both sides of their trunk.
    fn amid(&self, alike: &mut [(f32, usize, usize)]) {
        let (ends, on): (Vec<_>, Vec<_>) = alike.iter().partition(|(.., one)| self.down[*one].is_empty());
        let (left, right) = ends.split_at(ends.len() / 2);
        for (place, &next) in alike.iter_mut().zip(left.iter().chain(&on).chain(right)) {
            *place = next;
        }
    }

    /// How many pairs of edges cross.
    fn crossings(&self) -> usize {
        let mut sum = 0;
        for pair in self.rows.windows(2) {
            let [upper, lower] = pair else { continue };
            // Edges in the order of their upper ends; each crosses those before it that end farther right.
            let mut tree = vec![0_usize; lower.len() + 1];
            let mut seen = 0;
            let mut ends: Vec<usize> = Vec::new();
            for &one in upper {
                ends.clear();
                ends.extend(self.down[one].iter().map(|&below| self.place[below]));
                ends.sort_unstable();
                for &end in &ends {
                    let mut at = end + 1;
                    let mut left = 0;
                    while at > 0 {
                        left += tree[at];
                        at &= at - 1;
                    }
                    sum += seen - left;
                }
                for &end in &ends {
                    let mut at = end + 1;
                    while at < tree.len() {
                        tree[at] += 1;
                        at += at & at.wrapping_neg();
                    }
                    seen += 1;
                }
            }
        }
        sum
    }

    /// The middle of each box along its row: near its neighbours, in order, with gaps.
    fn spread(&self, widths: &[f32], boxes: usize) -> Vec<f32> {
        let mut centres = vec![0.0_f32; widths.len()];
        for row in &self.rows {
            let mut x = 0.0;
            for &one in row {
                centres[one] = x + widths[one] / 2.0;
                x += widths[one] + GAP;
            }
            let half = x / 2.0;
            row.iter().for_each(|&one| centres[one] -= half);
        }
        for turn in 0..TURNS {
            let both = turn + 2 >= TURNS;
            let downwards = turn % 2 == 0;
            for step in 0..self.rows.len() {
                let row = &self.rows[if downwards { step } else { self.rows.len() - 1 - step }];
                let wanted: Vec<(f32, f32)> = row
                    .iter()
                    .map(|&one| {
                        let near = |sides: &[&Vec<usize>]| {
                            let (sum, count) = sides
                                .iter()
                                .flat_map(|side| side.iter())
                                .fold((0.0, 0), |(sum, count), &other| (sum + centres[other], count + 1));
                            (count > 0).then(|| sum / count as f32)
                        };
                        let (up, down) = (&self.up[one], &self.down[one]);
                        let first = if both {
                            near(&[up, down])
                        } else if downwards {
                            near(&[up])
                        } else {
                            near(&[down])
                        };
                        let own = centres[one];
                        // A knee holds its line straight.
                        match first {
                            Some(wanted) => (wanted, if one >= boxes { 4.0 } else { 1.0 }),
                            None => (own, 0.2),
                        }
                    })
                    .collect();
                fit(row, &wanted, widths, boxes, &mut centres);
            }
        }
        centres
    }
}

/// Sweeps for crossings, and turns for places.
const SWEEPS: usize = 10;
const TURNS: usize = 14;

/// The places nearest to those wanted (least squares, by weight) that keep order and gaps: blocks that would overlap
/// are joined and stand where all of them together want to be.
fn fit(row: &[usize], wanted: &[(f32, f32)], widths: &[f32], boxes: usize, centres: &mut [f32]) {
    // (place of the first, weight, number); `offsets` is how far each is from the first of the row at the least.
    let mut offsets = Vec::with_capacity(row.len());
    let mut offset = 0.0;
    for (at, &one) in row.iter().enumerate() {
        if at > 0 {
            let before = row[at - 1];
            let gap = match (one >= boxes, before >= boxes) {
                (true, true) => KNEE,
                (false, false) => GAP,
                _ => BESIDE,
            };
            offset += (widths[before] + widths[one]) / 2.0 + gap;
        }
        offsets.push(offset);
    }
    let mut blocks: Vec<(f32, f32, usize)> = Vec::with_capacity(row.len());
    for (&(want, weight), &offset) in wanted.iter().zip(&offsets) {
        let mut block = (want - offset, weight, 1);
        while let Some(&(place, heavy, count)) = blocks.last() {
            if place <= block.0 {
                break;
            }
            blocks.pop();
            let sum = heavy + block.1;
            block = ((place * heavy + block.0 * block.1) / sum, sum, count + block.2);
        }
        blocks.push(block);
    }
    let places = blocks.iter().flat_map(|&(place, _, count)| std::iter::repeat_n(place, count));
    for ((&one, &offset), place) in row.iter().zip(&offsets).zip(places) {
        centres[one] = place + offset;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn graph(count: usize, edges: &[(usize, usize)]) -> Graph {
        Graph { sizes: vec![(120.0, 40.0); count], ranks: vec![0; count], edges: edges.to_vec(), sorts: Vec::new() }
    }

    fn overlaps(graph: &Graph, layout: &Layout) -> Option<(usize, usize)> {
        let all = |one: usize| (layout.corners[one], graph.sizes[one]);
        (0..graph.sizes.len()).flat_map(|a| (0..a).map(move |b| (a, b))).find(|&(a, b)| {
            let (((ax, ay), (aw, ah)), ((bx, by), (bw, bh))) = (all(a), all(b));
            ax < bx + bw - 0.1 && bx < ax + aw - 0.1 && ay < by + bh - 0.1 && by < ay + ah - 0.1
        })
    }

    #[test]
    fn what_supports_stands_below() {
        let graph = graph(4, &[(0, 1), (0, 2), (1, 3)]);
        let layout = layout(&graph);
        assert_eq!(layout.rows, [0, 1, 1, 2]);
        let middle = |one: usize| layout.corners[one].0 + 60.0;
        assert!((middle(0) - (middle(1) + middle(2)) / 2.0).abs() < 1.0, "{layout:?}");
        // The places are a fit over all edges: a little to the side is still below.
        assert!((middle(1) - middle(3)).abs() < 8.0, "{layout:?}");
    }

    #[test]
    fn ranks_hold_where_edges_allow() {
        let mut graph = graph(3, &[(0, 1), (1, 2)]);
        graph.ranks = vec![0, 3, 1];
        assert_eq!(layout(&graph).rows, [0, 1, 2]);
        let mut both = self::graph(4, &[(0, 2), (1, 2), (0, 3)]);
        both.ranks = vec![0, 1, 2, 1];
        assert_eq!(layout(&both).rows, [0, 1, 2, 1]);
    }

    #[test]
    fn a_circle_and_an_edge_to_itself_do_no_harm() {
        let graph = graph(3, &[(0, 1), (1, 2), (2, 0), (1, 1), (0, 1)]);
        let layout = layout(&graph);
        assert_eq!(layout.rows, [0, 1, 2]);
        assert_eq!(overlaps(&graph, &layout), None);
        assert_eq!(layout.knees[2].len(), 2, "the long way back passes one row");
    }

    #[test]
    fn what_hangs_on_nothing_is_a_grid() {
        let layout = layout(&graph(100, &[]));
        let (wide, high) = layout.size;
        assert!((0.8..3.0).contains(&(wide / high)), "{wide} by {high}");
        let mut columns: Vec<i32> = layout.corners.iter().map(|corner| corner.0 as i32).collect();
        columns.sort_unstable();
        columns.dedup();
        assert!((5..20).contains(&columns.len()), "{columns:?}");
    }

    #[test]
    fn many_below_one_stand_in_several_rows() {
        let edges: Vec<_> = (1..120).map(|below| (0, below)).collect();
        let layout = layout(&graph(120, &edges));
        // One row of them would be 17,600 wide.
        assert!(layout.size.0 < 3_000.0 && layout.rows.iter().max() > Some(&3), "{:?}", layout.size);
    }

    #[test]
    fn crossings_that_need_not_be_are_not() {
        let layout = layout(&graph(6, &[(0, 5), (1, 4), (2, 3), (0, 4), (2, 4)]));
        let x = |one: usize| layout.corners[one].0;
        assert_eq!(x(0) < x(2), x(5) < x(3), "{layout:?}");
    }

    proptest! {
        #[test]
        fn boxes_never_overlap_and_edges_lead_down(
            sizes in prop::collection::vec((20.0_f32..260.0, 20.0_f32..90.0, 0_u8..5), 1..40),
            ends in prop::collection::vec((0_usize..40, 0_usize..40), 0..70),
        ) {
            let count = sizes.len();
            let graph = Graph {
                sizes: sizes.iter().map(|&(w, h, _)| (w, h)).collect(),
                ranks: sizes.iter().map(|&(_, _, rank)| rank).collect(),
                sorts: ends.iter().map(|&(a, b)| u8::from((a + b) % 3 == 0)).collect(),
                edges: ends.iter().map(|&(a, b)| (a % count, b % count)).collect(),
            };
            let once = layout(&graph);
            prop_assert_eq!(overlaps(&graph, &once), None);
            for &(a, b) in &graph.edges {
                prop_assert!(a == b || once.rows[a] != once.rows[b]);
            }
            // Without a circle every edge leads down.
            let downward = Graph { edges: graph.edges.iter().map(|&(a, b)| (a.min(b), a.max(b))).collect(), ..graph.clone() };
            let rows = layout(&downward).rows;
            for &(a, b) in &downward.edges {
                prop_assert!(a == b || rows[a] < rows[b]);
            }
            prop_assert!(once.corners.iter().zip(&graph.sizes).all(|(&(x, y), &(w, h))| x >= -0.1 && y >= 0.0 && x + w <= once.size.0 + 0.5 && y + h <= once.size.1 + 0.5));
            prop_assert_eq!(layout(&graph), once);
        }
    }
}
