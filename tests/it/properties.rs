//! What holds of every text and of every way to work on it, tried on generated ones: positions against counting by
//! hand, edits against their inverses, the index against a plain scan, and an open document against its file.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use glossator::annotation::{
    Anchor, Annotation, Edit, End, Glosses, History, Id, Index, Judgement, Kind, Link, Outcome, Place, Progress, Relation, RuleSetting,
    Strength, Verdict, apply, apply_all,
};
use glossator::session::command::Nudge;
use glossator::session::{Clock, Progress as Opening, Request, Selection, Session, Step};
use glossator::text::{LineColumn, SourceText, Span, Units, decode, normalise, outer};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

/// `cases` of them, or as many as `PROPTEST_CASES` asks for.
fn cases(cases: u32) -> ProptestConfig {
    let usual = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { usual.cases } else { cases };
    ProptestConfig { cases, failure_persistence: None, ..usual }
}

/// A place in something of any length, in thousandths of it.
fn some_place() -> impl Strategy<Value = usize> {
    0..=1000usize
}

/// The index that `thousandths` stand for among `len`.
fn at(thousandths: usize, len: usize) -> usize {
    thousandths * len.saturating_sub(1) / 1000
}

// ---------------------------------------------------------------------------------------------------------------
// Spans
// ---------------------------------------------------------------------------------------------------------------

/// How far spans of the algebra reach: few enough bytes to look at each.
const SMALL: usize = 24;

fn small_span() -> impl Strategy<Value = Span> {
    (0..SMALL, 0..SMALL).prop_map(|(a, b)| Span::new(a, b))
}

/// The bytes of a span, one by one.
fn bytes(span: Span) -> HashSet<usize> {
    (span.start..span.end).collect()
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn spans_are_sets_of_bytes(a in small_span(), b in small_span(), at in 0..SMALL) {
        let (x, y) = (bytes(a), bytes(b));
        prop_assert_eq!(a.len(), x.len());
        prop_assert_eq!(a.is_empty(), x.is_empty());
        prop_assert_eq!(a.contains(at), x.contains(&at));
        prop_assert_eq!(a.range(), a.start..a.end);
        prop_assert_eq!(Span::from(a.range()), a);
        prop_assert_eq!(Span::new(a.end, a.start), a);
        if !a.is_empty() && !b.is_empty() {
            prop_assert_eq!(a.overlaps(b), !x.is_disjoint(&y));
            prop_assert_eq!(a.covers(b), x.is_superset(&y));
        }
        prop_assert_eq!(a.overlaps(b), b.overlaps(a));
        prop_assert_eq!(a.intersect(b), b.intersect(a));
        prop_assert_eq!(a.intersect(b).map(bytes).unwrap_or_default(), x.intersection(&y).copied().collect::<HashSet<usize>>());
        prop_assert!(a.intersect(b).is_none_or(|both| !both.is_empty()));
        let both = a.union(b);
        prop_assert_eq!(both, b.union(a));
        prop_assert!(both.covers(a) && both.covers(b));
        prop_assert_eq!((both.start, both.end), (a.start.min(b.start), a.end.max(b.end)));
        prop_assert_eq!(a.union(a), a);
        prop_assert!(Span::empty(at).is_empty());
    }

    #[test]
    fn normalised_parts_are_the_same_bytes_in_the_fewest_spans(parts in vec(small_span(), 0..8)) {
        let before: HashSet<usize> = parts.iter().copied().flat_map(bytes).collect();
        let mut after = parts.clone();
        normalise(&mut after);
        prop_assert_eq!(after.iter().copied().flat_map(bytes).collect::<HashSet<usize>>(), before);
        prop_assert!(after.iter().all(|part| !part.is_empty()));
        prop_assert!(after.windows(2).all(|pair| pair[0].end < pair[1].start), "{:?} touch or are out of order", after);
        let mut twice = after.clone();
        normalise(&mut twice);
        prop_assert_eq!(&twice, &after);
        let full: Vec<Span> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
        prop_assert_eq!(outer(&after), outer(&full));
    }
}

// ---------------------------------------------------------------------------------------------------------------
// Units and the source text
// ---------------------------------------------------------------------------------------------------------------

/// Any characters, those that count differently in different units more often than chance would have it.
fn some_char() -> impl Strategy<Value = char> {
    prop_oneof![
        3 => select(vec!['a', ' ', '.', '\n', 'é', 'ж', '中', '\u{301}', '😀', '𝔘', '\u{10ffff}', '\u{feff}', '\u{2028}', '\u{0}', '\t']),
        1 => any::<char>(),
    ]
}

/// Texts from nothing to several steps of the table of units.
fn any_text() -> impl Strategy<Value = String> {
    (vec(some_char(), 0..60), prop_oneof![3 => Just(1usize), 1 => 1..400usize])
        .prop_map(|(chars, times)| chars.iter().collect::<String>().repeat(times))
}

/// The same without line ends other than `\n`, and not beginning with a byte-order mark.
fn clean_text() -> impl Strategy<Value = String> {
    any_text().prop_map(|text| text.replace('\r', "\n").trim_start_matches('\u{feff}').to_owned())
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn units_count_as_one_does_by_hand(text in any_text()) {
        let units = Units::new(&text);
        let (mut points, mut utf16, mut line, mut column) = (0, 0, 1, 1);
        let mut starts = vec![0];
        for (at, c) in text.char_indices() {
            prop_assert_eq!(units.to_points(&text, at), points);
            prop_assert_eq!(units.to_utf16(&text, at), utf16);
            prop_assert_eq!(units.line_column(&text, at), LineColumn { line, column });
            prop_assert_eq!(units.from_points(&text, points), Some(at));
            prop_assert_eq!(units.from_utf16(&text, utf16), Some(at));
            if c.len_utf16() == 2 {
                prop_assert_eq!(units.from_utf16(&text, utf16 + 1), None, "the middle of a surrogate pair is no place");
            }
            for inside in at + 1..at + c.len_utf8() {
                prop_assert_eq!(units.line_column(&text, inside), LineColumn { line, column });
            }
            points += 1;
            utf16 += c.len_utf16();
            column += 1;
            if c == '\n' {
                (line, column) = (line + 1, 1);
                starts.push(at + 1);
            }
        }
        prop_assert_eq!(units.total(), points);
        prop_assert_eq!(units.to_points(&text, text.len()), points);
        prop_assert_eq!(units.to_utf16(&text, text.len()), utf16);
        prop_assert_eq!(units.from_points(&text, points), Some(text.len()));
        prop_assert_eq!(units.from_utf16(&text, utf16), Some(text.len()));
        prop_assert_eq!(units.from_points(&text, points + 1), None);
        prop_assert_eq!(units.from_utf16(&text, utf16 + 1), None);
        prop_assert_eq!(units.from_points(&text, usize::MAX), None);
        prop_assert_eq!(units.line_column(&text, text.len()), LineColumn { line, column });
        prop_assert_eq!(units.line_count(), starts.len());
        for (i, start) in starts.iter().enumerate() {
            prop_assert_eq!(units.line_start(i + 1), Some(*start));
        }
        prop_assert_eq!((units.line_start(0), units.line_start(starts.len() + 1)), (None, None));
    }

    #[test]
    fn spans_go_to_code_points_and_back(text in any_text(), a in some_place(), b in some_place()) {
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let span = Span::new(places[at(a, places.len())], places[at(b, places.len())]);
        let units = Units::new(&text);
        let (start, end) = units.span_to_points(&text, span);
        prop_assert_eq!(end - start, text[span.range()].chars().count());
        prop_assert_eq!(units.span_from_points(&text, start, end), Some(span));
        if start < end {
            prop_assert_eq!(units.span_from_points(&text, end, start), None);
        }
        prop_assert_eq!(units.span_from_points(&text, start, units.total() + 1), None);
    }

    #[test]
    fn line_ends_and_the_mark_are_normalised(text in any_text(), ends in vec(select(vec!["\n", "\r\n", "\r"]), 1..4)) {
        let mut ends = ends.into_iter().cycle();
        // A text of line ends of all sorts; "\r" before "\n" is one end, as in any editor.
        let mixed: String = text.chars().map(|c| if c == '\n' { ends.next().unwrap().to_owned() } else { c.to_string() }).collect();
        let mut want = String::new();
        let mut chars = mixed.strip_prefix('\u{feff}').unwrap_or(&mixed).chars().peekable();
        while let Some(c) = chars.next() {
            if c == '\r' {
                chars.next_if_eq(&'\n');
            }
            want.push(if c == '\r' { '\n' } else { c });
        }
        let source = SourceText::from_utf8(&mixed);
        prop_assert_eq!(source.as_str(), &want);
        prop_assert_eq!((source.len(), source.is_empty()), (want.len(), want.is_empty()));
        prop_assert_eq!(source.units().total(), want.chars().count());
    }

    #[test]
    fn line_ends_and_the_mark_change_no_fingerprint(text in clean_text()) {
        let plain = SourceText::from_utf8(&text);
        prop_assert_eq!(plain.as_str(), &text);
        for other in [text.replace('\n', "\r\n"), text.replace('\n', "\r"), format!("\u{feff}{text}")] {
            let other = SourceText::from_utf8(&other);
            prop_assert_eq!(other.as_str(), &text);
            prop_assert_eq!(other.sha256(), plain.sha256());
        }
        let other = SourceText::from_utf8(&format!("{text}x"));
        prop_assert_ne!(other.sha256(), plain.sha256());
    }

    #[test]
    fn a_marked_encoding_gives_the_same_text(text in clean_text()) {
        let text: String = text.chars().filter(|c| !matches!(c, '\0'..'\t' | '\u{b}'..' ' | '\u{7f}' | '\u{feff}')).collect();
        prop_assume!(text.chars().any(char::is_alphanumeric));
        let units = || std::iter::once(0xfeff).chain(text.encode_utf16());
        let variants = [
            ("utf-8", text.as_bytes().to_vec()),
            ("utf-8", [b"\xef\xbb\xbf", text.as_bytes()].concat()),
            ("utf-16le", units().flat_map(u16::to_le_bytes).collect()),
            ("utf-16be", units().flat_map(u16::to_be_bytes).collect()),
        ];
        for (name, bytes) in variants {
            let decoded = decode::decode(&bytes, None).map_err(|refusal| TestCaseError::fail(format!("{name}: {refusal}")))?;
            prop_assert_eq!(decoded.source.as_str(), &text, "{}", name);
            prop_assert_eq!(decoded.source.encoding_name(), name);
            prop_assert_eq!((decoded.replaced, decoded.guessed), (0, false));
        }
    }
}

/// Found by the property above: one letter a line looks like UTF-32 when taken four bytes at a time.
#[test]
fn a_marked_text_of_single_letters_is_no_utf32() {
    let bytes: Vec<u8> = "\u{feff}\na\nb\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let decoded = decode::decode(&bytes, None).unwrap_or_else(|refusal| panic!("{refusal}"));
    assert_eq!(decoded.source.as_str(), "\na\nb\n");
}

// ---------------------------------------------------------------------------------------------------------------
// Edits, history, index
// ---------------------------------------------------------------------------------------------------------------

/// Over how many bytes annotations lie: several pieces of the index.
const REACH: usize = 20_000;

const IDS: [&str; 8] = ["a", "b", "c", "d", "e", "f", "g", "h"];

fn some_id() -> impl Strategy<Value = Id> {
    select(&IDS[..]).prop_map(Id::from)
}

fn some_span() -> impl Strategy<Value = Span> {
    prop_oneof![
        3 => (0..REACH, 0..200usize).prop_map(|(start, len)| Span::new(start, start + len)),
        1 => (0..REACH, 0..REACH).prop_map(|(a, b)| Span::new(a, b)),
        // Around the borders of the pieces.
        1 => (0..5usize, 0..3usize, 0..3usize).prop_map(|(piece, before, after)| {
            let border = piece << 12;
            Span::new(border.saturating_sub(before), border + after)
        }),
    ]
}

fn some_anchor() -> impl Strategy<Value = Anchor> {
    let place = prop_oneof![
        6 => vec(some_span(), 1..4).prop_map(|mut parts| {
            normalise(&mut parts);
            if parts.is_empty() { Place::Document } else { Place::Parts(parts) }
        }),
        1 => Just(Place::Document),
        1 => vec((0..REACH, 0..REACH), 0..3).prop_map(Place::Lost),
    ];
    (place, "[a-c]{0,3}").prop_map(|(place, quote)| Anchor { place, quote, before: String::new(), after: String::new() })
}

fn some_annotation() -> impl Strategy<Value = Annotation> {
    let strength = proptest::option::of(select(&Strength::ALL[..]));
    (some_id(), select(vec!["claim", "evidence", "own"]), some_anchor(), "[a-c]{0,3}", strength, any::<Option<bool>>()).prop_map(
        |(id, kind, anchor, note, strength, done)| Annotation {
            id,
            kind: kind.into(),
            anchor,
            note,
            strength,
            reason: String::new(),
            tags: Vec::new(),
            done,
            author: "A. Reader".into(),
            created: "2026-11-23T10:00:00Z".into(),
            modified: "2026-11-23T10:00:00Z".into(),
        },
    )
}

fn some_end() -> impl Strategy<Value = End> {
    prop_oneof![
        5 => some_id().prop_map(End::Annotation),
        1 => some_anchor().prop_map(End::Place),
        1 => Just(End::Url("https://example.org/".into())),
        1 => Just(End::File("notes.pdf".into())),
    ]
}

fn some_link() -> impl Strategy<Value = Link> {
    (some_id(), some_end(), select(vec!["supports", "attacks"]), some_end()).prop_map(|(id, from, relation, to)| Link {
        id,
        from,
        relation: relation.into(),
        to,
        note: String::new(),
        author: "A. Reader".into(),
        created: "2026-11-23T10:00:00Z".into(),
    })
}

fn some_judgement() -> impl Strategy<Value = Judgement> {
    (some_id(), some_anchor(), any::<bool>()).prop_map(|(id, at, confirmed)| Judgement {
        id,
        rule: "ibid-without-page".into(),
        at,
        verdict: if confirmed { Verdict::Confirmed } else { Verdict::Dismissed },
        reason: String::new(),
        author: "A. Reader".into(),
        created: "2026-11-23T10:00:00Z".into(),
    })
}

fn some_edit() -> impl Strategy<Value = Edit> {
    use RuleSetting::{Error, Info, Off, Warning};
    let kind = |(id, key): (&'static str, Option<char>)| Kind { id: id.into(), name: id.to_uppercase(), key, color: "#102030".into() };
    prop_oneof![
        6 => some_annotation().prop_map(|one| Edit::PutAnnotation(Arc::new(one))),
        3 => some_id().prop_map(Edit::RemoveAnnotation),
        4 => some_link().prop_map(|one| Edit::PutLink(Arc::new(one))),
        2 => some_id().prop_map(Edit::RemoveLink),
        2 => some_judgement().prop_map(|one| Edit::PutJudgement(Arc::new(one))),
        1 => some_id().prop_map(Edit::RemoveJudgement),
        1 => vec((select(vec!["claim", "own"]), proptest::option::of(select(vec!['1', '6']))), 0..3)
            .prop_map(move |kinds| Edit::SetKinds(kinds.into_iter().map(kind).collect())),
        1 => vec(select(vec!["supports", "own"]), 0..3).prop_map(|all| {
            Edit::SetRelations(all.into_iter().map(|id| Relation { id: id.into(), name: id.into() }).collect())
        }),
        1 => (select(vec!["r1", "r2"]), proptest::option::of(select(vec![Off, Error, Warning, Info])))
            .prop_map(|(rule, setting)| Edit::SetRule(rule.into(), setting)),
        1 => vec((some_anchor(), any::<bool>()), 0..3)
            .prop_map(|all| Edit::SetProgress(all.into_iter().map(|(at, done)| Progress { at, done }).collect())),
    ]
}

/// Does `edit` with nothing kept in step: what [`apply`] has to come to.
fn do_plainly(glosses: &mut Glosses, edit: Edit) {
    match edit {
        Edit::PutAnnotation(one) => drop(glosses.annotations.insert(one.id.clone(), one)),
        Edit::RemoveAnnotation(id) => drop(glosses.annotations.remove(&id)),
        Edit::PutLink(one) => drop(glosses.links.insert(one.id.clone(), one)),
        Edit::RemoveLink(id) => drop(glosses.links.remove(&id)),
        Edit::PutJudgement(one) => drop(glosses.judgements.insert(one.id.clone(), one)),
        Edit::RemoveJudgement(id) => drop(glosses.judgements.remove(&id)),
        Edit::SetKinds(kinds) => glosses.kinds = kinds,
        Edit::SetRelations(relations) => glosses.relations = relations,
        Edit::SetRule(rule, Some(setting)) => drop(glosses.rules.insert(rule, setting)),
        Edit::SetRule(rule, None) => drop(glosses.rules.remove(&rule)),
        Edit::SetProgress(progress) => glosses.progress = progress,
    }
}

/// Whether `index` answers as one that is made anew from `glosses`.
fn in_step(index: &Index, glosses: &Glosses, spans: &[Span]) -> Result<(), TestCaseError> {
    let fresh = Index::new(glosses);
    prop_assert!(index.in_order().eq(fresh.in_order()), "order: {:?}, anew {:?}", order(index), order(&fresh));
    prop_assert_eq!(index.in_order().len(), glosses.annotations.len());
    for &span in spans {
        prop_assert_eq!(index.parts_in(span), fresh.parts_in(span));
        for id in IDS.map(Id::from) {
            prop_assert_eq!(index.neighbours(span, Some(&id)), fresh.neighbours(span, Some(&id)));
        }
    }
    for id in IDS.map(Id::from) {
        prop_assert_eq!(index.links_of(&id), fresh.links_of(&id), "links of {}", id);
    }
    Ok(())
}

fn order(index: &Index) -> Vec<String> {
    index.in_order().map(Id::to_string).collect()
}

/// What a reader does with the history.
#[derive(Clone, Debug)]
enum Turn {
    Commit(Option<u8>, Vec<Edit>),
    EndRun,
    Undo,
    Redo,
}

fn some_turn() -> impl Strategy<Value = Turn> {
    prop_oneof![
        8 => (proptest::option::of(0..2u8), vec(some_edit(), 0..4)).prop_map(|(merge, edits)| Turn::Commit(merge, edits)),
        1 => Just(Turn::EndRun),
        3 => Just(Turn::Undo),
        2 => Just(Turn::Redo),
    ]
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn each_edit_has_an_inverse(before in vec(some_edit(), 0..12), edits in vec(some_edit(), 0..12), spans in vec(some_span(), 4)) {
        let (mut glosses, mut index) = (Glosses::default(), Index::default());
        apply_all(&mut glosses, &mut index, before);
        let start = glosses.clone();
        let mut want = glosses.clone();
        for edit in edits.clone() {
            let mut once = glosses.clone();
            let mut its_index = index.clone();
            let inverse = apply(&mut once, &mut its_index, edit.clone());
            do_plainly(&mut want, edit.clone());
            apply(&mut glosses, &mut index, edit);
            prop_assert_eq!(&glosses, &want);
            in_step(&index, &glosses, &spans)?;
            apply(&mut once, &mut its_index, inverse);
            in_step(&its_index, &once, &spans)?;
        }
        let (mut glosses, mut index) = (start.clone(), Index::new(&start));
        let inverse = apply_all(&mut glosses, &mut index, edits);
        prop_assert_eq!(&glosses, &want);
        let again = apply_all(&mut glosses, &mut index, inverse);
        prop_assert_eq!(&glosses, &start);
        in_step(&index, &glosses, &spans)?;
        apply_all(&mut glosses, &mut index, again);
        prop_assert_eq!(&glosses, &want, "the inverse of the inverse is the edit");
        in_step(&index, &glosses, &spans)?;
    }

    #[test]
    fn history_goes_back_and_forth_by_steps(turns in vec(some_turn(), 1..30), spans in vec(some_span(), 3)) {
        let (mut glosses, mut index, mut history) = (Glosses::default(), Index::default(), History::default());
        // The states that undo and redo lead through, the one we are at, and how each step may be merged with.
        let (mut states, mut at) = (vec![glosses.clone()], 0);
        let mut keys: Vec<Option<u8>> = Vec::new();
        for (number, turn) in turns.into_iter().enumerate() {
            let name = format!("step {number}");
            match turn {
                Turn::Commit(merge, edits) => {
                    let key = merge.map(|key| (Id::from(IDS[usize::from(key)]), "note"));
                    let mut next = states[at].clone();
                    edits.iter().cloned().for_each(|edit| do_plainly(&mut next, edit));
                    let empty = edits.is_empty();
                    history.commit(&mut glosses, &mut index, &name, Some(Span::empty(number)), key, edits);
                    if !empty {
                        states.truncate(at + 1);
                        keys.truncate(at);
                        if merge.is_some() && keys.last() == Some(&merge) {
                            states[at] = next;
                        } else {
                            states.push(next);
                            keys.push(merge);
                            at += 1;
                            prop_assert_eq!(history.undo_name(), Some(name.as_str()));
                        }
                        prop_assert_eq!(history.redo_name(), None);
                    }
                }
                Turn::EndRun => {
                    history.end_run();
                    if at > 0 {
                        keys[at - 1] = None;
                    }
                }
                Turn::Undo => {
                    let named = history.undo_name().map(str::to_owned);
                    let said = history.undo(&mut glosses, &mut index);
                    prop_assert_eq!(said.as_ref().map(|(name, _)| name), named.as_ref());
                    prop_assert_eq!(said.is_some(), at > 0);
                    at = at.saturating_sub(1);
                }
                Turn::Redo => {
                    let named = history.redo_name().map(str::to_owned);
                    let said = history.redo(&mut glosses, &mut index);
                    prop_assert_eq!(said.as_ref().map(|(name, _)| name), named.as_ref());
                    prop_assert_eq!(said.is_some(), at + 1 < states.len());
                    if said.is_some() {
                        keys[at] = None;
                        at += 1;
                    }
                }
            }
            prop_assert_eq!(&glosses, &states[at]);
            prop_assert_eq!((history.len(), history.is_empty()), (at, at == 0));
            in_step(&index, &glosses, &spans)?;
        }
        while history.undo(&mut glosses, &mut index).is_some() {
            at -= 1;
            prop_assert_eq!(&glosses, &states[at]);
        }
        prop_assert_eq!(at, 0);
        in_step(&index, &glosses, &spans)?;
        while history.redo(&mut glosses, &mut index).is_some() {
            at += 1;
            prop_assert_eq!(&glosses, &states[at]);
        }
        prop_assert_eq!(at + 1, states.len());
        in_step(&index, &glosses, &spans)?;
    }

    #[test]
    fn a_merged_run_is_one_step(before in vec(some_edit(), 0..6), run in vec(vec(some_edit(), 1..3), 1..8), spans in vec(some_span(), 3)) {
        let (mut glosses, mut index, mut history) = (Glosses::default(), Index::default(), History::default());
        history.commit(&mut glosses, &mut index, "before", None, None, before);
        let (start, steps) = (glosses.clone(), history.len());
        let key = || Some((Id::from("a"), "note"));
        for edits in run.clone() {
            history.commit(&mut glosses, &mut index, "run", None, key(), edits);
        }
        let end = glosses.clone();
        prop_assert_eq!(history.len(), steps + 1);
        history.undo(&mut glosses, &mut index);
        prop_assert_eq!(&glosses, &start);
        in_step(&index, &glosses, &spans)?;
        history.redo(&mut glosses, &mut index);
        prop_assert_eq!(&glosses, &end);
        in_step(&index, &glosses, &spans)?;
        // Neither another field, nor another record, nor a run that was ended goes into the same step.
        history.commit(&mut glosses, &mut index, "run", None, key(), run[0].clone());
        history.commit(&mut glosses, &mut index, "other field", None, Some((Id::from("a"), "reason")), run[0].clone());
        history.commit(&mut glosses, &mut index, "other record", None, Some((Id::from("b"), "reason")), run[0].clone());
        history.end_run();
        history.commit(&mut glosses, &mut index, "again", None, Some((Id::from("b"), "reason")), run[0].clone());
        prop_assert_eq!(history.len(), steps + 5);
    }

    #[test]
    fn the_index_finds_what_a_scan_finds(annotations in vec(some_annotation(), 0..24), spans in vec(some_span(), 1..12)) {
        let mut glosses = Glosses::default();
        for (number, annotation) in annotations.into_iter().enumerate() {
            let id = Id::from(format!("{number:02}").as_str());
            glosses.annotations.insert(id.clone(), Arc::new(Annotation { id, ..annotation }));
        }
        let index = Index::new(&glosses);
        for span in spans {
            let mut want: Vec<(Span, Id)> = Vec::new();
            for annotation in glosses.annotations.values() {
                for &part in annotation.anchor.parts() {
                    let hit = if span.is_empty() { part.contains(span.start) } else { part.overlaps(span) };
                    if hit {
                        want.push((part, annotation.id.clone()));
                    }
                }
            }
            want.sort_by(|(a, x), (b, y)| a.start.cmp(&b.start).then(b.len().cmp(&a.len())).then(x.cmp(y)));
            prop_assert_eq!(index.parts_in(span), want);
        }
    }

    #[test]
    fn neighbours_are_those_in_the_sorted_order(annotations in vec(some_annotation(), 0..24), span in some_span(), of in some_place()) {
        let mut glosses = Glosses::default();
        for (number, annotation) in annotations.into_iter().enumerate() {
            let id = Id::from(format!("{number:02}").as_str());
            glosses.annotations.insert(id.clone(), Arc::new(Annotation { id, ..annotation }));
        }
        let index = Index::new(&glosses);
        let mut keys: Vec<(usize, usize, Id)> = glosses
            .annotations
            .values()
            .map(|annotation| {
                let (start, end) = match &annotation.anchor.place {
                    Place::Document => (0, 0),
                    Place::Parts(parts) => (parts[0].start, parts[parts.len() - 1].end),
                    Place::Lost(_) => (usize::MAX, usize::MAX),
                };
                (start, end, annotation.id.clone())
            })
            .collect();
        keys.sort();
        prop_assert!(index.in_order().eq(keys.iter().map(|(_, _, id)| id)));
        // From a place with no annotation in hand.
        let here = (span.start, span.end, Id::from(""));
        let want = (keys.iter().find(|key| **key > here).map(|key| &key.2), keys.iter().rev().find(|key| **key < here).map(|key| &key.2));
        prop_assert_eq!(index.neighbours(span, None), want);
        // From an annotation: the next and the one before, and never itself.
        if !keys.is_empty() {
            let at = at(of, keys.len());
            let (start, end, id) = keys[at].clone();
            let want = (keys.get(at + 1).map(|key| &key.2), at.checked_sub(1).map(|before| &keys[before].2));
            prop_assert_eq!(index.neighbours(Span { start, end }, Some(&id)), want);
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------
// An open document
// ---------------------------------------------------------------------------------------------------------------

/// A page as an extraction leaves it: prose with a marker, a broken word, a note, a page number; the last sentence
/// goes on behind the page break, so that the note cuts the paragraph.
fn page(number: usize) -> String {
    format!(
        "The weavers of the lower town had by then learned to read each other’s papers, and the town coun-\n\
         cil knew it well enough to be afraid of the next strike.{number} What it could not know was that the\n\
         second paper, set at night and carried from door to door by the children of the spinners, would\n\n\
         ____________________________\n\
         {number} Åsa Lindström, Water, Wage and Word (Göteborg: Älvkantens förlag, 2008), {number}7.\n\n\
         {number}\n\u{c}be read in every house on the river before the month was out. "
    )
}

/// Texts that have in them what trips programs up: notes in the middle of sentences, words of several scripts,
/// characters that are one to a reader and many to a machine, and the leavings of an extraction.
fn document() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[A-Za-zéßœ]{1,9} ".prop_map(String::from),
        4 => select(vec![
            "frag-\nmented ", "post-\nWar ", "e\u{301}te\u{301} ", "👩‍👩‍👧 ", "🇩🇪🇫🇷", "𝔘nder ", "אבג ", "\u{202e}rtl\u{202c} ", "中文。", "ﬁn ",
            "\u{ad}", "co\u{ad}op", "\u{200b}", "\u{a0}", "\u{2028}", "\u{feff}", "\u{301}", "†", "*", "¹²", "[12]", "(Smith 1999, 12)",
            "http://example.org/a/\nb ", "www.x.org/", "—\n", "10–\n12 ", "\r\n", "\r", "\t", "   ", "\n", "\n\n", "\n\n\n",
            "\u{c}", "\n\u{c}",
            "| a | b |\n| c | d |\n", "\n• an item of a list\n", "\n> A quotation of\n> two lines\n", "\n– another\n",
            "a   b   c\nd   e   f\n",
        ]).prop_map(String::from),
        2 => (1..9usize).prop_map(|n| format!("it ends here.{n} And goes on ")),
        1 => (1..9usize).prop_map(|n| format!("\n{n}\n")),
        1 => (1..9usize).prop_map(|n| format!("\n{n} Smith, A Book (London, 1999), {n}.\n")),
        1 => (1..9usize).prop_map(|n| format!("\n{n} Ibid.\n\n{n}\n\u{c}RUNNING HEAD\n\n")),
        1 => (1..4usize).prop_map(|n| format!("\n\n{n}.{n} A Heading of Its Own\n\n")),
        1 => Just("\nA line that is as long as any line of prose and stops in the middle of a sen-\ntence on the next. ".to_owned()),
        2 => (1..9usize).prop_map(page),
        2 => "\\PC{1,6}".prop_map(String::from),
    ];
    vec(piece, 1..24).prop_map(|pieces| pieces.concat())
}

/// A document open in a folder of its own; `None` where the text is refused because it has no words.
struct Opened {
    session: Session,
    folder: tempfile::TempDir,
}

fn open(text: &str) -> Option<Opened> {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("t.txt"), text).unwrap();
    let session = Session::open(&request(&folder), &Opening::default()).ok()?;
    assert_eq!(session.read_only(), None);
    Some(Opened { session, folder })
}

fn request(folder: &tempfile::TempDir) -> Request {
    Request { clock: Clock::fixed(), ..Request::new(folder.path().join("t.txt"), "A. Reader") }
}

/// The place on a character boundary that `thousandths` of the text lie before.
fn place(session: &Session, thousandths: usize) -> usize {
    session.source.as_str().floor_char_boundary(at(thousandths, session.source.len() + 1))
}

/// All places that a walk by `step` from `from` comes to, up to where it stays.
fn walk(session: &Session, from: usize, step: Step, forward: bool) -> Result<Vec<usize>, TestCaseError> {
    let (mut at, mut places, mut seen) = (from, vec![from], HashSet::from([from]));
    loop {
        let next = session.stepped(at, step, forward);
        if next == at {
            return Ok(places);
        }
        prop_assert!(session.source.as_str().is_char_boundary(next), "{} is inside a character", next);
        prop_assert!(seen.insert(next), "{:?} forward {}: {} leads to {} again, after {:?}", step, forward, at, next, places);
        places.push(next);
        at = next;
    }
}

/// The blocks that a walk comes through.
fn blocks(session: &Session, places: &[usize]) -> HashSet<usize> {
    places.iter().map(|&at| session.locate(at).0).collect()
}

/// What every part of a place must be: words, on character boundaries, in order, apart.
fn sound(session: &Session, parts: &[Span]) -> Result<(), TestCaseError> {
    let text = session.source.as_str();
    for part in parts {
        prop_assert!(text.is_char_boundary(part.start) && text.is_char_boundary(part.end) && part.end <= text.len(), "{:?}", part);
        let words = part.of(text);
        prop_assert!(!words.trim().is_empty(), "{:?} covers only white space: {:?}", part, words);
        prop_assert_eq!(words.trim(), words, "white space at the ends of {:?}", part);
    }
    prop_assert!(parts.windows(2).all(|pair| pair[0].end < pair[1].start), "{:?} touch or are out of order", parts);
    Ok(())
}

/// Whether `parts` are nothing but note markers.
fn is_marker(session: &Session, parts: &[Span]) -> bool {
    let markers = || session.structure.blocks.iter().flat_map(|block| &block.markers);
    parts.iter().all(|part| markers().any(|marker| marker.covers(*part)))
}

/// How everything was found again.
fn outcomes(session: &Session) -> BTreeMap<&Id, Outcome> {
    session.glosses().annotations.keys().map(|id| (id, session.outcome(id))).collect()
}

fn nudges() -> impl Strategy<Value = Vec<Nudge>> {
    vec(any::<(bool, bool, bool)>().prop_map(|(start, forward, character)| Nudge { start, forward, character }), 20)
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn the_caret_walks_through_the_text_and_back(text in document()) {
        let Some(Opened { session, folder: _folder }) = open(&text) else { return Ok(()) };
        let shown: Vec<usize> = (0..session.structure.blocks.len()).filter(|&block| session.is_shown(block)).collect();
        let (Some(&first), Some(&last)) = (shown.first(), shown.last()) else { return Ok(()) };
        let (start, end) = (session.byte_at(first, 0), session.byte_at(last, usize::MAX));
        let all: HashSet<usize> = shown.into_iter().collect();
        prop_assert_eq!(session.locate(session.selection.head), (first, 0), "a document opens at its first word");
        for step in [Step::Character, Step::Word] {
            let forth = walk(&session, start, step, true)?;
            prop_assert_eq!(*forth.last().unwrap(), end, "{:?} stops before the end, after {:?}", step, forth);
            prop_assert_eq!(&all, &blocks(&session, &forth), "{:?} forward passes blocks over", step);
            let back = walk(&session, end, step, false)?;
            prop_assert_eq!(*back.last().unwrap(), start, "{:?} stops before the start, after {:?}", step, back);
            prop_assert_eq!(&all, &blocks(&session, &back), "{:?} back passes blocks over", step);
        }
    }

    #[test]
    fn parts_of_a_selection_are_words(text in document(), ends in vec((some_place(), some_place()), 12)) {
        let Some(Opened { session, folder: _folder }) = open(&text) else { return Ok(()) };
        let all = Span::new(0, session.source.len());
        let picked = ends.into_iter().map(|(a, b)| Span::new(place(&session, a), place(&session, b)));
        for selected in picked.chain([all]) {
            let parts = session.parts_of(selected);
            sound(&session, &parts)?;
            prop_assert!(parts.iter().all(|part| selected.covers(*part)), "{:?} is not all in {:?}", parts, selected);
            let words = session.source.slice(selected);
            prop_assert_eq!(parts.is_empty(), words.trim().is_empty(), "{:?} becomes {:?} of {:?}", selected, parts, words);
        }
    }

    #[test]
    fn what_is_tagged_is_found_again(text in document(), ends in vec((some_place(), some_place(), 1..6u8), 1..5)) {
        let Some(Opened { mut session, folder }) = open(&text) else { return Ok(()) };
        let mut last: Option<Id> = None;
        for (a, b, key) in ends {
            session.selection = Selection { anchor: place(&session, a), head: place(&session, b) };
            session.in_hand = None;
            let parts = session.parts_of(session.selection.span());
            match session.tag(key) {
                Ok(id) => {
                    let held = session.annotation(&id).unwrap();
                    prop_assert_eq!(held.anchor.parts(), &parts[..]);
                    prop_assert_eq!(&held.anchor.quote, &session.quote(&parts));
                    prop_assert!(held.anchor.before.chars().count() <= 40 && held.anchor.after.chars().count() <= 40);
                    if let Some(other) = last.replace(id.clone()) {
                        session.link(End::Annotation(other), "supports", End::Annotation(id), "").unwrap();
                    }
                }
                Err(error) => prop_assert!(parts.is_empty(), "{}", error),
            }
        }
        let before = session.glosses().clone();
        session.save_now().map_err(TestCaseError::fail)?;
        drop(session);
        let again = Session::open(&request(&folder), &Opening::default()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(again.read_only(), None);
        prop_assert!(outcomes(&again).values().all(|outcome| *outcome == Outcome::Exact), "{:?} in {:?}", outcomes(&again), before);
        // A document in which nothing was done has no sidecar, and then the standard kinds.
        prop_assert_eq!(again.glosses(), &before);
        prop_assert_eq!(&again.notices, &Vec::<String>::new());
    }

    #[test]
    fn what_is_tagged_stands_in_a_text_changed_behind_it(text in document(), ends in vec((some_place(), some_place()), 1..4)) {
        let Some(Opened { mut session, folder }) = open(&text) else { return Ok(()) };
        for (a, b) in ends {
            session.selection = Selection { anchor: place(&session, a), head: place(&session, b) };
            session.in_hand = None;
            let _ = session.tag(1);
        }
        let before = session.glosses().clone();
        // Only words can be found again: a place without any ("> ") has none to be told by.
        prop_assume!(before.annotations.values().all(|annotation| !annotation.anchor.quote.is_empty()));
        session.save_now().map_err(TestCaseError::fail)?;
        drop(session);
        std::fs::write(folder.path().join("t.txt"), format!("{text}\n\nOne paragraph more has been written.\n")).unwrap();
        let again = Session::open(&request(&folder), &Opening::default()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(again.glosses(), &before);
    }

    #[test]
    fn a_sentence_is_found_by_its_quote(text in document(), places in vec(some_place(), 6)) {
        let Some(Opened { session, folder: _folder }) = open(&text) else { return Ok(()) };
        for at in places {
            let sentence = session.sentence_at(place(&session, at));
            let parts = session.parts_of(sentence);
            let quote = session.quote(&parts);
            // Page furniture is not read, and neither is a marker: the quote of those is no reading text.
            let shown = session.structure.block_at(sentence.start).is_some_and(|block| session.is_shown(block));
            if !shown || !quote.contains(char::is_alphanumeric) || is_marker(&session, &parts) {
                continue;
            }
            let found = session.places_of(&quote).map_err(|error| TestCaseError::fail(error.to_string()))?;
            prop_assert!(found.contains(&parts), "{:?} at {:?} is only found at {:?}", quote, parts, found);
        }
    }

    #[test]
    fn nudges_are_taken_back(text in document(), a in some_place(), b in some_place(), nudges in nudges()) {
        let Some(Opened { mut session, folder }) = open(&text) else { return Ok(()) };
        let start = session.glosses().clone();
        session.selection = Selection { anchor: place(&session, a), head: place(&session, b) };
        let Ok(id) = session.tag(1) else { return Ok(()) };
        let mut steps = vec![session.glosses().clone()];
        for nudge in nudges {
            let before = session.glosses().clone();
            match session.nudge(nudge) {
                Ok(()) => {
                    let anchor = &session.annotation(&id).unwrap().anchor;
                    prop_assert!(!anchor.parts().is_empty());
                    sound(&session, anchor.parts())?;
                    prop_assert_eq!(&anchor.quote, &session.quote(anchor.parts()));
                }
                Err(_) => prop_assert_eq!(session.glosses(), &before, "a nudge that was refused changed something"),
            }
            session.end_run();
            if *session.glosses() != before {
                steps.push(session.glosses().clone());
            }
            in_step(session.index(), session.glosses(), &[Span::new(0, session.source.len())])?;
        }
        let end = session.glosses().clone();
        for want in steps.iter().rev().skip(1).chain([&start]) {
            prop_assert!(session.undo().is_some());
            prop_assert_eq!(session.glosses(), want);
        }
        prop_assert_eq!(session.undo(), None);
        in_step(session.index(), &start, &[Span::new(0, session.source.len())])?;
        prop_assert_eq!(&session.in_hand, &None, "what is gone is not in hand");
        while session.redo().is_some() {}
        prop_assert_eq!(session.glosses(), &end);
        session.save_now().map_err(TestCaseError::fail)?;
        drop(session);
        let again = Session::open(&request(&folder), &Opening::default()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        prop_assert_eq!(again.glosses(), &end);
        prop_assert_eq!(again.outcome(&id), Outcome::Exact);
    }
}

/// What a selection becomes in a text that has changed behind it: what is tagged and saved, and what it is then.
fn in_a_changed_text(text: &str, from: &str, to: &str) -> (Glosses, Glosses) {
    let Opened { mut session, folder } = open(text).unwrap();
    session.selection = Selection { anchor: text.find(from).unwrap(), head: text.find(to).unwrap() + to.len() };
    session.tag(1).unwrap();
    session.save_now().unwrap();
    let before = session.glosses().clone();
    drop(session);
    let again = Session::open(&request(&folder), &Opening::default()).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!((again.read_only(), again.glosses()), (None, &before), "in the same text");
    drop(again);
    std::fs::write(folder.path().join("t.txt"), format!("{text}\n\nOne paragraph more has been written.\n")).unwrap();
    let again = Session::open(&request(&folder), &Opening::default()).unwrap_or_else(|error| panic!("{error}"));
    (before, again.glosses().clone())
}

/// A table at the head of a page stands between the halves of a paragraph, and is read behind it.
#[test]
fn a_table_that_cuts_a_paragraph_loses_nothing() {
    let text = page(1) + "a   b   c\nd   e   f\nit ends here. And goes on to the end of it.\n\n1.1 A Heading of Its Own\n\n";
    let (before, after) = in_a_changed_text(&text, "be read in", "it ends");
    assert_eq!(after, before);
}

/// Marks of quotation are not read, and stand in the text all the same.
#[test]
fn the_marks_of_a_quotation_lose_nothing() {
    let (before, after) = in_a_changed_text("He says so:\n\n> A quotation of\n> two lines\n\nAnd so on.\n", "quotation", "two");
    assert_eq!(after, before);
}

/// Half of a marker is what is quoted of it.
#[test]
fn half_a_marker_loses_nothing() {
    for text in ["The weavers read their papers.¹² And they went on.\n", "\n5 Smith, A Book (London, 1999), 5.\nœ ¹²"] {
        let (before, after) = in_a_changed_text(text, "²", "²");
        assert_eq!(after, before);
    }
}
