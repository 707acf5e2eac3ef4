use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use crate::citation::{Doubt, Form, Reference};
use crate::review::variants::letters;
use crate::review::sort::{first_in_notes, has_list, own_way, personal};
use crate::review::{Cause, Desk, Family, Finding, Rule, Severity, Weight};

pub(super) static RULE: Rule = Rule {
    id: "short-unresolved",
    family: Family::Unresolvable,
    severity: Severity::Warning,
    weight: Weight::Each,
    detects: "A short title goes with no source that is given in full.",
    why: "The reader cannot find the work.",
    example: "12. Smith, Long War, 4. (and no Smith before)",
    mend: "Give the full reference once, or name the note that has it.",
    check,
};

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    let shorts = desk.citations.references.iter().filter(|own| own.form == Form::Short).count();
    let mut own: Vec<Finding> = Vec::new();
    // What a lost note held may be what is meant.
    let lost = desk.structure.notes.iter().filter(|note| note.block.is_none() && !note.markers.is_empty()).count();
    let last = desk.structure.notes.iter().filter_map(|note| note.label.parse::<usize>().ok()).max().unwrap_or(usize::MAX);
    let bare = bare(desk);
    let said_in = if bare.is_empty() { Said::new() } else { said(desk) };
    for (index, reference) in desk.citations.references.iter().enumerate() {
        let Some(note) = desk.note_of(index) else { continue };
        if let Some(finding) = bare.contains(&index).then(|| nowhere(desk, index, note)) {
            // A note that has name and title may have been misread.
            own.push(if lost > 0 || is_said_before(desk, &said_in, reference, note) { finding.weighing(Severity::Info) } else { finding });
            continue;
        }
        // No lost note has a number above all others.
        let beyond = matches!(&reference.doubt, Some(Doubt::NoSuchNote(label)) if label.parse().is_ok_and(|label: usize| label > last));
        let elsewhere = beyond || matches!(reference.doubt, Some(Doubt::OtherInNote(_)));
        let meant = elsewhere || matches!(reference.doubt, Some(Doubt::NotFound | Doubt::NoSuchNote(_)));
        if !meant || reference.form != Form::Short || lost > 0 && !elsewhere {
            continue;
        }
        let words = desk.reference_words(index);
        let why = reference.doubt.as_ref().map(ToString::to_string).unwrap_or_default();
        let finding = Finding::new(&RULE, reference.parts.clone(), format!("“{}”: {why}", words.trim_end_matches('.'))).in_note(note);
        // The note it names may hold the work in words that were not read as one.
        own.push(if elsewhere && !beyond { finding.weighing(Severity::Info) } else { finding });
    }
    // Where most short titles lead nowhere, what they lean on stands outside this file.
    if own.len() > 3 && own.len() * 3 > shorts {
        let said = "Most short titles go with no source in this text: it may be a part of a longer one.".to_owned();
        let cause = Arc::new(Cause { key: "all".to_owned(), said });
        own = own.into_iter().map(|finding| finding.because(&cause).weighing(Severity::Info)).collect();
    }
    found.extend(own);
}

/// References of family name, title and page alone, in a text that gives what it cites in full and then short.
fn bare(desk: &Desk) -> BTreeSet<usize> {
    let all = || first_in_notes(desk).filter(|(_, _, own, words)| !own.fields.authors.is_empty() && !own_way(own, words));
    let is_bare = |own: &Reference, words: &str| {
        let fields = &own.fields;
        let described = [&fields.place, &fields.publisher, &fields.year, &fields.container, &fields.volume, &fields.url];
        let paged = fields.locator.is_some() || fields.pages.is_some();
        let short = fields.title.as_ref().is_some_and(|title| (1..7).contains(&title.text.split_whitespace().count()));
        // "In Angle and Roth, Prairie State, 271" leans on a volume.
        let inside = words.contains(" in ") || words.contains(" In ");
        own.form == Form::Incomplete && !inside && described.iter().all(|field| field.is_none()) && paged && short && !personal(own)
    };
    // The volume of a chapter may be given with the chapter: "Loy and Unger, Politics, 16".
    let whole = || desk.citations.references.iter().filter(|own| own.form != Form::Incomplete).map(|own| &own.fields);
    let editors: HashSet<String> = whole().flat_map(|fields| &fields.editors).map(|name| letters(&name.family)).collect();
    let containers: HashSet<String> = whole().filter_map(|fields| fields.container.as_ref()).map(|field| letters(&field.text)).collect();
    let is_held = |own: &Reference| {
        let title = own.fields.title.as_ref().map_or_else(String::new, |title| letters(&title.text));
        let by_editor = own.fields.authors.iter().any(|name| editors.contains(&letters(&name.family)));
        by_editor || !title.is_empty() && containers.iter().any(|container| container.contains(&title))
    };
    let found = all().filter(|(_, _, own, words)| is_bare(own, words) && !is_held(own));
    let found: BTreeSet<usize> = found.map(|(index, ..)| index).collect();
    let full = all().filter(|(_, _, own, _)| own.form == Form::Full && personal(own)).count();
    let shorts = desk.citations.references.iter().filter(|own| own.form == Form::Short && own.doubt.is_none()).count();
    let habit = full >= 3 && shorts >= 2 && found.len() * 3 <= full + shorts && !has_list(desk);
    if habit { found } else { BTreeSet::new() }
}

/// The notes in which each longer word stands, in order.
type Said<'d> = HashMap<&'d str, Vec<usize>>;

fn said<'d>(desk: &'d Desk) -> Said<'d> {
    let mut said = Said::new();
    for (note, own) in desk.notes.iter().enumerate() {
        let words = own.passage.as_ref().map_or("", |passage| passage.words.as_str());
        for word in words.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() > 3) {
            let notes = said.entry(word).or_default();
            if notes.last() != Some(&note) {
                notes.push(note);
            }
        }
    }
    said
}

/// Whether another note before `note` has the name and a word of the title.
fn is_said_before(desk: &Desk, said: &Said, reference: &Reference, note: usize) -> bool {
    let Some(title) = &reference.fields.title else { return false };
    let Some(word) = title.text.split(|c: char| !c.is_alphanumeric()).find(|word| word.chars().count() > 3) else { return false };
    let has_names = |other: &usize| {
        let words = desk.notes.get(*other).and_then(|own| own.passage.as_ref()).map_or("", |passage| passage.words.as_str());
        reference.fields.authors.iter().all(|name| words.contains(name.family.as_str()))
    };
    said.get(word).is_some_and(|notes| notes.iter().take_while(|other| **other < note).take(MOST).any(has_names))
}

/// So many notes with a word of the title are looked at.
const MOST: usize = 40;

fn nowhere(desk: &Desk, index: usize, note: usize) -> Finding {
    let words = desk.reference_words(index).trim_end_matches('.');
    let parts = desk.citations.references.get(index).map_or_else(Vec::new, |own| own.parts.clone());
    Finding::new(&RULE, parts, format!("“{words}” is a short form, and no note gives this work in full.")).in_note(note)
}

#[cfg(test)]
mod tests {
    #[test]
    fn cases() {
        let fires = [
            "One.[^1] Two.[^2]\n\n[^1]: John Smith, The Long War (London: Verso, 2001), 9.\n\n[^2]: ⟦Brown, op. cit., 14⟧.\n",
            "One.[^1] Two.[^2]\n\n[^1]: John Smith, The Long War (London: Verso, 2001), 9.\n\n[^2]: ⟦Brown, supra note 1, at 14⟧.\n",
            "Eins.[^1] Zwei.[^2]\n\n[^1]: Hans Schmidt, Der lange Krieg (München: Beck, 2001), S. 93.\n\n[^2]: ⟦Braun, a. a. O., S. 14⟧.\n",
        ];
        let habit = "One.[^1] Two.[^2] Three.[^3] Four.[^4] Five.[^5] Six.[^6]\n\n[^1]: John Smith, *The Long War* (London: Verso, 2001), 9.\n\n\
            [^2]: Ann Holm, *Peace* (London: Verso, 2003), 19.\n\n[^3]: Smith, *Long War*, 14.\n\n[^4]: Karl Roth, *Towns* (London: Verso, 2004), 29.\n\n\
            [^5]: Holm, *Peace*, 24.\n\n[^6]: ";
        let bare = [
            format!("{habit}⟦Brown, *Streets*, 14–16.⟧\n"),
            format!("{habit}⟦Smith, “Short Wars,” 14.⟧\n"),
            format!("{habit}⟦Novak and Beran, *Curious Bodies*, 14.⟧\n"),
        ];
        let given = [
            format!("{habit}Roth, *Towns*, 14–16.\n"),
            format!("{habit}Brown, *Streets* (London: Verso, 2001), 14.\n"),
            format!(
                "{habit}Eva Lind, “Rain,” in *Weather and Work*, ed. Peter Loy and Ann Unger (London: Verso, 2001), 3; Loy and Unger, *Weather*, 16.\n"
            ),
            format!("{habit}Josef Novak, *Curious Bodies*, 14.\n"),
        ];
        super::super::check::check(&super::RULE, &bare.each_ref().map(String::as_str), &given.each_ref().map(String::as_str));
        let silent = [
            "One.[^1] Two.[^2]\n\n[^1]: John Smith, The Long War (London: Verso, 2001), 9.\n\n[^2]: Smith, op. cit., 14.\n",
            "One.[^1] Two.[^2]\n\n[^1]: John Smith, The Long War (London: Verso, 2001), 9.\n\n[^2]: Smith, supra note 1, at 14.\n",
            "One.[^1] Two.[^2] Three.[^3]\n\n[^1]: John Smith, The Long War (London: Verso, 2001), 9.\n\n[^3]: Brown, op. cit., 14.\n",
        ];
        super::super::check::check(&super::RULE, &fires, &silent);
    }
}
