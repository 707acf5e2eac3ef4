//! The last step: everything in the order of the text. Works are found in the order of reading, the reference list
//! first; they are numbered in the order in which the text names them.

use super::{Citation, Citations, Doubt, Form, Reference, Work};

/// Everything in the order of the text, works in the order of their first reference.
pub(super) fn put_in_order(references: Vec<Reference>, works: Vec<Vec<usize>>, mut citations: Vec<Citation>) -> Citations {
    let mut order: Vec<usize> = (0..references.len()).collect();
    order.sort_by_key(|&i| references.get(i).map(|reference| (reference.span().start, reference.span().end)));
    let mut new_reference = vec![0; references.len()];
    for (new, &old) in order.iter().enumerate() {
        if let Some(slot) = new_reference.get_mut(old) {
            *slot = new;
        }
    }
    let moved = |old: usize| new_reference.get(old).copied().unwrap_or(0);
    let mut drafts: Vec<(usize, Vec<usize>)> = works
        .into_iter()
        .enumerate()
        .map(|(work, own)| {
            let mut own: Vec<usize> = own.into_iter().map(moved).collect();
            own.sort_unstable();
            (work, own)
        })
        .collect();
    drafts.sort_by_key(|(_, own)| own.first().copied().unwrap_or(usize::MAX));
    let mut new_work = vec![0; drafts.len()];
    for (new, (old, _)) in drafts.iter().enumerate() {
        if let Some(slot) = new_work.get_mut(*old) {
            *slot = new;
        }
    }
    let work_moved = |old: usize| new_work.get(old).copied().unwrap_or(0);
    let retold = |doubt: Option<Doubt>| match doubt {
        Some(Doubt::Several(works)) => Some(Doubt::Several(works.into_iter().map(work_moved).collect())),
        other => other,
    };
    let mut slots: Vec<Option<Reference>> = references.into_iter().map(Some).collect();
    let references: Vec<Reference> = order
        .iter()
        .filter_map(|&old| {
            let reference = slots.get_mut(old)?.take()?;
            Some(Reference {
                work: reference.work.map(work_moved),
                leans_on: reference.leans_on.map(moved),
                doubt: retold(reference.doubt.clone()),
                ..reference
            })
        })
        .collect();
    citations.sort_by_key(|citation| (citation.span().start, citation.span().end));
    let citations: Vec<Citation> = citations
        .into_iter()
        .map(|citation| Citation {
            works: citation.works.iter().copied().map(work_moved).collect(),
            doubt: retold(citation.doubt.clone()),
            ..citation
        })
        .collect();
    let mut works: Vec<Work> = drafts.into_iter().map(|(_, own)| work_of(own, &references)).collect();
    for (index, citation) in citations.iter().enumerate() {
        for &work in &citation.works {
            if let Some(work) = works.get_mut(work) {
                work.citations.push(index);
            }
        }
    }
    Citations { references, citations, works }
}

/// What the references to one work say together.
fn work_of(own: Vec<usize>, references: &[Reference]) -> Work {
    let weight = |&&index: &&usize| {
        references.get(index).map_or(0, |reference| {
            let fields = &reference.fields;
            let facts = [&fields.title, &fields.container, &fields.publisher, &fields.year, &fields.volume, &fields.place];
            let whole = matches!(reference.form, Form::Full | Form::Url);
            facts.iter().filter(|fact| fact.is_some()).count() + usize::from(whole) * 8 + fields.authors.len().min(3)
        })
    };
    // The earliest of those that say most.
    let best = own.iter().rev().max_by_key(weight).copied().unwrap_or(0);
    let Some(reference) = references.get(best) else { return Work::default() };
    let fields = &reference.fields;
    let names = if fields.authors.is_empty() { &fields.editors } else { &fields.authors };
    Work {
        authors: names.iter().map(|name| name.family.clone()).collect(),
        title: fields.title.as_ref().map(|field| field.text.clone()),
        year: fields.year.as_ref().map(|field| field.text.clone()),
        references: own,
        citations: Vec::new(),
        best,
    }
}
