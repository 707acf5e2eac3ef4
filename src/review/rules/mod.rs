//! The rules, one a file: what it looks for, what is said about it, and its tests. To add one, write its file and name
//! it here.

use std::collections::BTreeMap;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::{Builder, available_parallelism, scope};

use super::desk::Desk;
use super::rule::{Finding, Rule};
use super::variants::distance;
use crate::text::Span;

#[cfg(test)]
mod check;
mod name_apart;

/// Declares the modules and the catalogue in one list, so that no rule can be written and forgotten.
macro_rules! rules {
    ($($module:ident),* $(,)?) => {
        $(mod $module;)*

        /// All rules, by name.
        pub static CATALOGUE: &[&Rule] = &[$(&$module::RULE),*];
    };
}

rules! {
    absolute_term,
    access_date_unlabelled,
    accessed_before_published,
    accessed_without_url,
    author_given_name_missing,
    author_list_variant,
    author_name_order_variant,
    author_name_variant,
    bare_url,
    body_without_marker,
    citation_ambiguous_year,
    citation_string,
    cited_not_listed,
    claim_without_citation,
    comma_before_paren,
    date_format_variant,
    element_order_variant,
    empty_note,
    entries_alike,
    full_reference_repeated,
    future_date,
    ibid_ambiguous,
    ibid_chain,
    ibid_first,
    ibid_form,
    ibid_without_page,
    implausible_number,
    impossible_date,
    list_conflict,
    list_looks_cut,
    listed_not_cited,
    locator_style_variant,
    malformed_locator,
    marker_before_punctuation,
    marker_mid_clause,
    marker_out_of_order,
    marker_without_body,
    missing_container,
    missing_document_id,
    missing_full_stop,
    missing_page,
    missing_place,
    missing_publisher,
    missing_space,
    missing_volume_issue,
    missing_year,
    name_mismatch,
    named_author_no_citation,
    no_date,
    number_conflict,
    number_without_citation,
    numbers_out_of_step,
    one_source_chapter,
    online_without_url,
    page_range_reversed,
    page_range_too_wide,
    place_is_country,
    placeholder_text,
    publication_format_variant,
    quote_without_citation,
    quote_without_page,
    repeated_passage,
    role_variant,
    same_pages_different_works,
    same_url_different_works,
    secondary_citation,
    self_published_source,
    short_before_full,
    short_unresolved,
    single_source_run,
    stale_source_for_recent,
    stale_today,
    styles_mixed,
    support_weak,
    suspect_misquote,
    suspect_title_word,
    title_style_variant,
    title_variant,
    truncated_reference,
    unmatched_paren,
    unmatched_quote,
    url_no_scheme,
    url_suspect_typo,
    url_trailing_punctuation,
    volume_variant,
    weasel_attribution,
    weekday_date_mismatch,
    year_mismatch,
    year_variant,
}

/// The rule called `id`.
pub fn rule(id: &str) -> Option<&'static Rule> {
    CATALOGUE.iter().find(|rule| rule.id == id).copied()
}

/// Rules that may be meant by `typed`, the nearest first; none where nothing is near.
pub fn nearest(typed: &str) -> Vec<&'static str> {
    let typed = typed.trim().to_lowercase().replace([' ', '_'], "-");
    let near = |id: &'static str| {
        let apart = distance(&typed, id, 60);
        let part = typed.len() > 2 && id.contains(&typed);
        // Three letters are a slip in a long name, and another word in a short one.
        (part || apart <= 1 + typed.chars().count() / 5).then_some((!part, apart, id))
    };
    let mut found: Vec<(bool, usize, &'static str)> = CATALOGUE.iter().filter_map(|rule| near(rule.id)).collect();
    found.sort_unstable();
    found.into_iter().take(NEAREST).map(|(_, _, id)| id).collect()
}

/// How many rules are named to who typed none.
const NEAREST: usize = 4;

/// What all rules find on `desk`: at most one of a rule for each note, and one of a rule for each place. In order of
/// their places, however many processors share the rules.
pub(super) fn findings(desk: &Desk) -> Vec<Finding> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut all = Vec::new();
        while let Some(rule) = CATALOGUE.get(next.fetch_add(1, Ordering::Relaxed)) {
            let mut own = Vec::new();
            (rule.check)(desk, &mut own);
            all.extend(single(own));
        }
        all
    };
    let mut all = scope(|scope| {
        let cores = if desk.text.len() < SHORT { 1 } else { available_parallelism().map_or(1, usize::from) };
        // A thread that cannot be had is one less.
        let others: Vec<_> = (1..cores).filter_map(|_| Builder::new().spawn_scoped(scope, work).ok()).collect();
        let mut all = work();
        for other in others {
            all.extend(other.join().unwrap_or_else(|fault| resume_unwind(fault)));
        }
        all
    });
    // One rule is asked by one thread, and the sort is stable.
    all.sort_by_key(|finding: &Finding| (finding.span(), finding.rule.id));
    all
}

/// Shorter texts are done before another thread has begun. In bytes.
const SHORT: usize = 20_000;

/// One finding for each note, with the others beside it, and one for each place elsewhere.
fn single(found: Vec<Finding>) -> Vec<Finding> {
    let mut kept: Vec<Finding> = Vec::new();
    let mut seen: BTreeMap<(Option<usize>, Option<Span>), usize> = BTreeMap::new();
    for finding in found {
        let key = (finding.note, finding.note.is_none().then(|| finding.span()));
        match seen.get(&key).and_then(|&at| kept.get_mut(at)) {
            Some(first) => {
                first.severity = first.severity.max(finding.severity);
                let also = finding.parts.into_iter().chain(finding.related);
                for span in also {
                    if !first.related.contains(&span) && !first.parts.contains(&span) {
                        first.related.push(span);
                    }
                }
            }
            None => {
                seen.insert(key, kept.len());
                kept.push(finding);
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_slip_in_a_name_is_told() {
        assert_eq!(nearest("mising-page").first(), Some(&"missing-page"));
        assert_eq!(nearest("Missing_Page").first(), Some(&"missing-page"));
        assert!(nearest("url").contains(&"bare-url"), "a part of a name is enough");
        assert_eq!(nearest("zebra"), [""; 0]);
    }

    #[test]
    fn every_rule_says_all_of_itself_once() {
        let ids: BTreeSet<&str> = CATALOGUE.iter().map(|rule| rule.id).collect();
        assert_eq!(ids.len(), CATALOGUE.len(), "two rules have one name");
        for rule in CATALOGUE {
            for (what, said) in [("detects", rule.detects), ("why", rule.why), ("example", rule.example), ("mend", rule.mend)] {
                assert!(!said.trim().is_empty(), "{}: {what} is empty", rule.id);
            }
            for said in [rule.detects, rule.why, rule.mend] {
                assert!(said.ends_with('.') && said.len() < 200, "{}: {said:?} is no short sentence", rule.id);
            }
            assert!(rule.id.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{} is no name", rule.id);
        }
        assert!(CATALOGUE.is_sorted_by_key(|rule| rule.id), "the rules are not in order");
    }
}
