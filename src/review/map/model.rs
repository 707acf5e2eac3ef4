//! What is in the map: boxes for annotations and for what they are linked to, arrows for links, gaps for support that
//! is not there.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::annotation::{Anchor, Annotation, End, Glosses, Id, Index, Strength};
use crate::structure::{Structure, quote_of};
use crate::text::Span;

/// What a box stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// An annotation.
    Annotation(Id),
    /// A place of the text that is linked to and has no annotation.
    Place,
    /// A web address.
    Url(String),
    /// A file, as the reader gave its path.
    File(String),
    /// The support that the claim or hypothesis above it does not have.
    Gap,
}

/// A box.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// What it stands for.
    pub what: What,
    /// The kind's id; for what is no annotation: `place`, `url`, `file`, `gap`.
    pub kind: Arc<str>,
    /// What the reader calls the kind.
    pub kind_name: String,
    /// Its words, on one line, cut where they are very long.
    pub words: String,
    /// What is weak or missing, in words.
    pub fault: Option<String>,
    /// Its first byte in the text.
    pub at: Option<usize>,
    /// How many links support it.
    pub supported: usize,
    /// How many attack it.
    pub attacked: usize,
}

impl Node {
    /// The annotation it stands for.
    pub fn annotation(&self) -> Option<&Id> {
        match &self.what {
            What::Annotation(id) => Some(id),
            _ => None,
        }
    }

    /// It in words, as a screen reader says it: "claim: words; supported by 2, attacked by 1".
    pub fn spoken(&self) -> String {
        let mut said = format!("{}: {}", self.kind_name.to_lowercase(), self.words);
        if self.what == What::Gap {
            return self.words.clone();
        }
        let mut counts = Vec::new();
        if self.supported > 0 {
            counts.push(format!("supported by {}", self.supported));
        }
        if self.attacked > 0 {
            counts.push(format!("attacked by {}", self.attacked));
        }
        for more in [counts.join(", "), self.fault.clone().unwrap_or_default()] {
            if !more.is_empty() {
                said.push_str("; ");
                said.push_str(&more);
            }
        }
        said
    }
}

/// An arrow.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The box it starts from.
    pub from: usize,
    /// The box it leads to.
    pub to: usize,
    /// The relation's id; `gap` from a gap.
    pub relation: Arc<str>,
    /// What the reader calls it.
    pub name: String,
}

impl Edge {
    /// Whether it leads up in the drawing. What is cited stands below what cites it, and so does what has no
    /// annotation; everything else leads up to what it speaks of.
    fn leads_up(&self, nodes: &[Node]) -> bool {
        let leaf = |node: usize| nodes.get(node).is_some_and(|node| node.annotation().is_none());
        if leaf(self.to) { false } else { leaf(self.from) || &*self.relation != "cites" }
    }
}

/// All there is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Map {
    /// Annotations in the order of the text, then what they are linked to, then the gaps.
    pub nodes: Vec<Node>,
    /// The links, by their ids, then those of the gaps.
    pub edges: Vec<Edge>,
    /// How many of [`Map::nodes`] are annotations; they come first.
    pub annotations: usize,
    pub(crate) by_id: HashMap<Id, usize>,
}

/// Which of it is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only what stands in this section, by its index, and what that is linked to.
    pub section: Option<usize>,
    /// Kinds that are not shown, by id.
    pub hidden: BTreeSet<Arc<str>>,
}

/// What is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    /// Boxes, by their number in [`Map::nodes`], ascending.
    pub nodes: Vec<usize>,
    /// Whether each of them stands outside the section, and is there only because of a link.
    pub outside: Vec<bool>,
    /// Arrows between them, by their number in [`Map::edges`].
    pub edges: Vec<usize>,
    /// How many annotations of the section and the kinds chosen are shown.
    pub shown: usize,
    /// Gaps that have no boxes of their own, since there are too many.
    pub gaps: usize,
}

/// More gaps than these get no boxes of their own: they are told in those of their claims.
pub const MOST_GAPS: usize = 12;
/// Characters of a box's words that are kept.
const KEPT: usize = 240;

impl Map {
    /// Everything that the reader tagged and linked, but for comments that hang on nothing. For annotations that `cited`
    /// holds for the text gives a source, so that nothing is missing.
    pub fn new(source: &str, structure: &Structure, glosses: &Glosses, index: &Index, cited: &dyn Fn(&Id) -> bool) -> Self {
        let mut map = Map::default();
        let tongue = Tongue { source, structure };
        for id in index.in_order() {
            let Some(annotation) = glosses.annotations.get(id) else { continue };
            if &*annotation.kind == "comment" && index.links_of(id).is_empty() {
                continue;
            }
            map.by_id.insert(id.clone(), map.nodes.len());
            map.nodes.push(tongue.node(annotation, glosses.kind_name(&annotation.kind)));
        }
        map.annotations = map.nodes.len();
        let mut leaves: HashMap<String, usize> = HashMap::new();
        for link in glosses.links.values() {
            let (Some(from), Some(to)) = (map.end(&link.from, &tongue, &mut leaves), map.end(&link.to, &tongue, &mut leaves)) else {
                continue;
            };
            if from == to {
                continue;
            }
            match &*link.relation {
                "supports" => map.nodes[to].supported += 1,
                "attacks" => map.nodes[to].attacked += 1,
                _ => {}
            }
            let name = glosses.relation_name(&link.relation).to_owned();
            map.edges.push(Edge { from, to, relation: Arc::clone(&link.relation), name });
        }
        for claim in 0..map.annotations {
            let node = &map.nodes[claim];
            if node.supported == 0 && !node.annotation().is_some_and(cited) && matches!(&*node.kind, "claim" | "hypothesis") {
                let words = format!("nothing tagged supports this {}", node.kind_name.to_lowercase());
                let gap = Node {
                    what: What::Gap,
                    kind: "gap".into(),
                    kind_name: "gap".to_owned(),
                    words,
                    fault: None,
                    at: node.at,
                    supported: 0,
                    attacked: 0,
                };
                map.edges.push(Edge { from: map.nodes.len(), to: claim, relation: "gap".into(), name: "no evidence".to_owned() });
                map.nodes.push(gap);
            }
        }
        map
    }

    /// The box of annotation `id`.
    pub fn node_of(&self, id: &Id) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// What of it is looked at.
    pub fn choose(&self, structure: &Structure, filter: &Filter) -> View {
        let section = filter.section.and_then(|index| structure.sections.get(index)).map(|section| section.span);
        let inside = |at: Option<usize>| section.is_none_or(|section: Span| at.is_some_and(|at| section.contains(at)));
        // 0: no, 1: only because of a link, 2: yes.
        let mut state = vec![0_u8; self.nodes.len()];
        for (state, node) in state.iter_mut().zip(&self.nodes).take(self.annotations) {
            *state = if !filter.hidden.contains(&node.kind) && inside(node.at) { 2 } else { 0 };
        }
        let shown = state.iter().filter(|state| **state == 2).count();
        for edge in &self.edges {
            for (one, other) in [(edge.from, edge.to), (edge.to, edge.from)] {
                let node = &self.nodes[other];
                if state[one] == 2 && state[other] == 0 && !filter.hidden.contains(&node.kind) {
                    // What has no annotation belongs to what is linked to it.
                    state[other] = if node.annotation().is_some() { 1 } else { 3 };
                }
            }
        }
        let mut gaps = self.nodes.iter().zip(&state).filter(|(node, state)| node.what == What::Gap && **state == 3).count();
        if gaps > MOST_GAPS {
            for (node, state) in self.nodes.iter().zip(&mut state).filter(|(node, _)| node.what == What::Gap) {
                debug_assert!(node.annotation().is_none());
                *state = 0;
            }
        } else {
            gaps = 0;
        }
        let nodes: Vec<usize> = (0..self.nodes.len()).filter(|&node| state[node] > 0).collect();
        let outside = nodes.iter().map(|&node| state[node] == 1).collect();
        let edges = (0..self.edges.len()).filter(|&edge| state[self.edges[edge].from] > 0 && state[self.edges[edge].to] > 0).collect();
        View { nodes, outside, edges, shown, gaps }
    }

    /// The two boxes of an arrow, the one that is to stand above first.
    pub(super) fn above_below(&self, edge: usize) -> Option<(usize, usize)> {
        let edge = self.edges.get(edge)?;
        Some(if edge.leads_up(&self.nodes) { (edge.to, edge.from) } else { (edge.from, edge.to) })
    }

    fn end(&mut self, end: &End, tongue: &Tongue<'_>, leaves: &mut HashMap<String, usize>) -> Option<usize> {
        let (key, what, kind, words, at) = match end {
            End::Annotation(id) => return self.node_of(id),
            End::Place(anchor) => {
                let at = anchor.span().map(|span| span.start);
                (format!("place {:?} {}", anchor.parts(), anchor.quote), What::Place, "place", tongue.words(anchor).into_owned(), at)
            }
            End::Url(url) => (format!("url {url}"), What::Url(url.clone()), "url", url.clone(), None),
            End::File(path) => (format!("file {path}"), What::File(path.clone()), "file", path.clone(), None),
        };
        if let Some(&known) = leaves.get(&key) {
            return Some(known);
        }
        let name = match kind {
            "url" => "web address",
            other => other,
        };
        leaves.insert(key, self.nodes.len());
        self.nodes.push(Node {
            what,
            kind: kind.into(),
            kind_name: name.to_owned(),
            words: cut(&words),
            fault: None,
            at,
            supported: 0,
            attacked: 0,
        });
        Some(self.nodes.len() - 1)
    }
}

/// How a box says what it stands for.
struct Tongue<'a> {
    source: &'a str,
    structure: &'a Structure,
}

impl Tongue<'_> {
    fn words<'b>(&self, anchor: &'b Anchor) -> Cow<'b, str> {
        match (anchor.quote.is_empty(), anchor.parts()) {
            (false, _) => Cow::Borrowed(&anchor.quote),
            (true, []) => Cow::Borrowed("the whole document"),
            (true, parts) => Cow::Owned(quote_of(self.source, self.structure, parts)),
        }
    }

    fn node(&self, annotation: &Annotation, kind_name: &str) -> Node {
        let mut fault = match (annotation.strength, annotation.reason.trim()) {
            (Some(strength @ (Strength::Weak | Strength::Missing)), "") => Some(strength.name().to_owned()),
            (Some(strength @ (Strength::Weak | Strength::Missing)), reason) => Some(format!("{}: {reason}", strength.name())),
            _ => None,
        };
        let at = annotation.anchor.span().map(|span| span.start);
        let mut words = self.words(&annotation.anchor).into_owned();
        // A marker alone says nothing: its note does.
        let note = annotation.anchor.span().and_then(|span| {
            let note = self.structure.notes.get(self.structure.note_of_marker(span.start)?)?;
            note.markers.iter().any(|marker| marker.covers(span)).then_some(note)
        });
        if let Some(note) = note {
            match self.structure.words_of_note(note) {
                Some(parts) => words = format!("note {}: {}", note.label, quote_of(self.source, self.structure, &parts)),
                None => {
                    words = format!("marker {}", note.label);
                    fault = fault.or_else(|| Some(format!("note {} is not in this file", note.label)));
                }
            }
        }
        Node {
            what: What::Annotation(annotation.id.clone()),
            kind: Arc::clone(&annotation.kind),
            kind_name: kind_name.to_owned(),
            words: cut(&words),
            fault,
            at,
            supported: 0,
            attacked: 0,
        }
    }
}

fn cut(words: &str) -> String {
    let mut short = String::new();
    for (count, c) in words.chars().enumerate() {
        if count == KEPT {
            short.push('…');
            break;
        }
        short.push(if c.is_whitespace() || c.is_control() { ' ' } else { c });
    }
    short
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::annotation::Link;
    use crate::structure;
    use crate::text::SourceText;

    const TEXT: &str = "\
# The First

The weavers stopped work. They had no bread. Nobody counted them.1

# The Second

The papers kept silent. They were paid for it.

1 Thomas Aldersey, The Penny Press (London: Harcastle, 1994), 58.
";

    struct Desk {
        source: SourceText,
        structure: Structure,
        glosses: Glosses,
    }

    impl Desk {
        fn new() -> Self {
            let source = SourceText::from_utf8(TEXT);
            let structure = structure::analyse(&source);
            Desk { source, structure, glosses: Glosses::default() }
        }

        fn tag(&mut self, id: &str, kind: &str, words: &str) {
            let start = TEXT.find(words).unwrap();
            let parts = vec![Span::new(start, start + words.len())];
            let anchor = Anchor {
                quote: words.to_owned(),
                place: crate::annotation::Place::Parts(parts),
                before: String::new(),
                after: String::new(),
            };
            let annotation = Annotation {
                id: id.into(),
                kind: kind.into(),
                anchor,
                note: String::new(),
                strength: None,
                reason: String::new(),
                tags: Vec::new(),
                done: None,
                author: "".into(),
                created: "".into(),
                modified: "".into(),
            };
            self.glosses.annotations.insert(id.into(), Arc::new(annotation));
        }

        fn link(&mut self, from: &str, relation: &str, to: End) {
            let id = Id::from(format!("l{}", self.glosses.links.len()).as_str());
            let link = Link {
                id: id.clone(),
                from: End::Annotation(from.into()),
                relation: relation.into(),
                to,
                note: String::new(),
                author: "".into(),
                created: "".into(),
            };
            self.glosses.links.insert(id, Arc::new(link));
        }

        fn weak(&mut self, id: &str, reason: &str) {
            let mut annotation = Annotation::clone(&self.glosses.annotations[&Id::from(id)]);
            annotation.strength = Some(Strength::Weak);
            annotation.reason = reason.to_owned();
            self.glosses.annotations.insert(id.into(), Arc::new(annotation));
        }

        fn map(&self) -> Map {
            Map::new(self.source.as_str(), &self.structure, &self.glosses, &Index::new(&self.glosses), &|_| false)
        }

        fn words(&self, filter: &Filter) -> Vec<String> {
            let map = self.map();
            map.choose(&self.structure, filter).nodes.iter().map(|&node| map.nodes[node].words.clone()).collect()
        }
    }

    fn annotation(id: &str) -> End {
        End::Annotation(id.into())
    }

    #[test]
    fn tags_are_boxes_and_links_are_arrows() {
        let mut desk = Desk::new();
        desk.tag("a", "claim", "The weavers stopped work.");
        desk.tag("b", "evidence", "They had no bread.");
        desk.tag("c", "comment", "Nobody counted them.");
        desk.tag("d", "hypothesis", "The papers kept silent.");
        desk.link("b", "supports", annotation("a"));
        desk.link("b", "attacks", annotation("d"));
        desk.link("b", "cites", End::Url("https://example.org".into()));
        desk.link("a", "cites", End::Url("https://example.org".into()));
        desk.weak("a", "no source");
        let map = desk.map();
        let words: Vec<&str> = map.nodes.iter().map(|node| node.words.as_str()).collect();
        assert_eq!(
            words,
            [
                "The weavers stopped work.",
                "They had no bread.",
                "The papers kept silent.",
                "https://example.org",
                "nothing tagged supports this hypothesis"
            ]
        );
        assert_eq!(map.nodes[0].spoken(), "claim: The weavers stopped work.; supported by 1; weak: no source");
        assert_eq!(map.nodes[2].spoken(), "hypothesis: The papers kept silent.; attacked by 1");
        assert_eq!(map.above_below(0), Some((0, 1)), "what supports stands below");
        assert_eq!(map.above_below(2), Some((1, 3)), "and so does what is cited");
        desk.link("c", "restates", annotation("a"));
        assert_eq!(desk.map().annotations, 4, "a comment that is linked is there");
    }

    #[test]
    fn a_marker_is_shown_as_its_note() {
        let mut desk = Desk::new();
        let at = TEXT.find("them.1").unwrap() + 5;
        desk.tag("a", "citation", "The papers kept silent.");
        let mut marker = Annotation::clone(&desk.glosses.annotations[&Id::from("a")]);
        marker.anchor.place = crate::annotation::Place::Parts(vec![Span::new(at, at + 1)]);
        marker.anchor.quote = "1".to_owned();
        desk.glosses.annotations.insert("a".into(), Arc::new(marker));
        assert!(desk.map().nodes[0].words.starts_with("note 1: Thomas Aldersey, The Penny Press"), "{:?}", desk.map().nodes);
    }

    #[test]
    fn sections_and_kinds_are_chosen() {
        let mut desk = Desk::new();
        desk.tag("a", "claim", "The weavers stopped work.");
        desk.tag("b", "evidence", "They had no bread.");
        desk.tag("c", "claim", "The papers kept silent.");
        desk.link("b", "supports", annotation("a"));
        desk.link("b", "supports", annotation("c"));
        let second = desk.structure.sections.iter().position(|section| section.title.contains("Second")).unwrap();
        let filter = Filter { section: Some(second), ..Filter::default() };
        let view = desk.map().choose(&desk.structure, &filter);
        assert_eq!((view.nodes.clone(), view.outside, view.shown), (vec![1, 2], vec![true, false], 1));
        let hidden = Filter { hidden: BTreeSet::from(["evidence".into()]), ..Filter::default() };
        assert_eq!(desk.words(&hidden), ["The weavers stopped work.", "The papers kept silent."], "what is hidden supports all the same");
    }

    #[test]
    fn too_many_gaps_have_no_boxes() {
        let mut desk = Desk::new();
        for claim in 0..=MOST_GAPS {
            desk.tag(&format!("c{claim:03}"), "claim", "The weavers stopped work.");
        }
        let view = desk.map().choose(&desk.structure, &Filter::default());
        assert_eq!((view.nodes.len(), view.gaps), (MOST_GAPS + 1, MOST_GAPS + 1));
    }
}
