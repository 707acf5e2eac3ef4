use std::collections::BTreeMap;

use crate::citation::{Citation, Doubt, Form, Home, Reference};
use crate::review::sort::{Share, Sort, first_in_notes, has_list, has_word, own_way, personal, share_in_notes, sort};
use crate::review::{Desk, Family, Finding, Rule, Severity, Weight, year_in};

pub(super) static RULE: Rule = Rule {
    id: "missing-year",
    family: Family::Incomplete,
    severity: Severity::Warning,
    weight: Weight::Each,
    detects: "A source is named for the first time, and without a year.",
    why: "A reader cannot tell which edition is meant, or how old it is.",
    example: "Marieke Kleiboer, Understanding Success and Failure of International Mediation, 360-61",
    mend: "Add the year of publication.",
    check,
};

/// Words for a year that is not known, or not yet.
const UNDATED: &[&str] = &[
    "forthcoming",
    "press",
    "undated",
    "prep",
    "preparation",
    "erscheint",
    "paraître",
    "ca",
    "circa",
    "nd",
    "sd",
    "oj",
    "o",
    "see",
    "siehe",
];

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    in_notes(desk, found);
    in_lists(desk, found);
}

fn in_notes(desk: &Desk, found: &mut Vec<Finding>) {
    // Where a list gives the rest, notes are short.
    let most = !has_list(desk) && share_in_notes(desk, |own| own.fields.year.is_some()).reaches(80, 6);
    let printed = desk.described().filter(|(index, own)| desk.note_of(*index).is_some() && own.form == Form::Full && imprint(own));
    // A year that cannot be one is given all the same.
    let printed = Share::of(printed.map(|(index, own)| own.fields.year.is_some() || !yearless(own, desk.reference_words(index))));
    if !most && !printed.reaches(60, 4) {
        return;
    }
    for (_, note, own, words) in first_in_notes(desk) {
        let journal = own.fields.volume.is_some();
        let gap = journal && most && own.fields.container.is_some() && own.fields.title.is_some() && personal(own) && paged(own) && !dated(words);
        if !yearless(own, words) || own.form == Form::Url || journal && !gap {
            continue;
        }
        // "(London: Verso), 77": an imprint is given, and ends too early.
        let bracket = own.fields.title.is_some() && personal(own) && !own_way(own, words) && printed.reaches(60, 4) && unended(words);
        // "In Angle and Roth, Prairie State, 271": the note that has the volume in full has the year.
        let elsewhere = own.fields.container.is_some() && !imprint(own) && !journal;
        if !bracket && (!most || words.contains("19") || elsewhere) {
            continue;
        }
        let Some(title) = &own.fields.title else { continue };
        let body = desk.notes.get(note).and_then(|said| said.passage.as_ref()).map_or("", |passage| passage.words.as_str());
        let cut = own.form == Form::Incomplete && own.fields.locator.is_none() && body.ends_with(',') && !own.fields.authors.is_empty();
        let plain = personal(own) && title.text.split_whitespace().count() >= 4;
        if own_way(own, words) || !(cut || plain || bracket || gap) {
            continue;
        }
        let later = own.work.and_then(|work| desk.citations.works.get(work)).and_then(|work| {
            work.references.iter().find_map(|&index| {
                let year = desk.citations.references.get(index)?.fields.year.as_ref()?;
                Some((index, year))
            })
        });
        let severity = if cut { Severity::Error } else { Severity::Warning };
        let message = match later {
            Some((index, year)) => {
                format!("“{}” is first named here, without a year; {} has {}.", title.text, desk.place_of(index), year.text)
            }
            None => format!("“{}” has no year.", title.text),
        };
        let beside = later.map(|(_, year)| year.span);
        found.push(Finding::new(&RULE, own.parts.clone(), message).in_note(note).weighing(severity).beside(beside));
    }
}

/// Whether it says which pages.
fn paged(own: &Reference) -> bool {
    own.fields.locator.is_some() || own.fields.pages.is_some()
}

/// Whether four digits stand together that can be a year.
fn dated(words: &str) -> bool {
    words.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4)
}

/// Whether it names a press or a town.
fn imprint(own: &Reference) -> bool {
    own.fields.publisher.is_some() || own.fields.place.is_some()
}

/// Whether a bracket with a press and without any figure stands near the end.
fn unended(words: &str) -> bool {
    const PRESSES: &[&str] = &["press", "publishers", "publishing", "verlag", "books", "university", "house", "éditions", "editorial"];
    let Some((open, close)) = words.rfind('(').zip(words.rfind(')')).filter(|(open, close)| open < close) else { return false };
    let inner = words.get(open + 1..close).unwrap_or("");
    let named = inner.contains(": ") || inner.contains(" & ") || has_word(inner, PRESSES);
    let edits = has_word(inner, &["ed", "eds", "trans", "hg", "hrsg", "dir"]);
    named && !edits && inner.starts_with(char::is_uppercase) && !inner.contains(|c: char| c.is_ascii_digit()) && words.len() - close < 20
}

fn in_lists(desk: &Desk, found: &mut Vec<Finding>) {
    let entries = || desk.described().filter(|(_, own)| matches!(own.home, Home::Entry(_)));
    let dated = Share::of(entries().map(|(index, own)| own.fields.year.is_some() || year_in(desk.reference_words(index)).is_some()));
    // Where the prose gives the year, that it is wanted is plain.
    let called: BTreeMap<usize, &str> = desk.citations.citations.iter().filter_map(|citation| called(desk, citation)).collect();
    let many = dated.reaches(75, 7);
    if !many && called.is_empty() {
        return;
    }
    for (index, own) in entries() {
        let words = desk.reference_words(index);
        let year = called.get(&index);
        // A line that the extraction tore off has no imprint, or no stop.
        let whole = words.ends_with('.') && personal(own) && own.fields.title.is_some();
        let sorted = sort(own, words) != Sort::Other;
        let journal = own.fields.container.as_ref().is_some_and(|field| field.text.len() > 5);
        let numbered = journal && own.fields.volume.is_some() && own.fields.pages.is_some();
        // "In Angle, Prairie State, 271–79.": another entry has the rest; what lies in an archive has its own ways.
        let chapter = own.fields.container.is_some() && own.fields.volume.is_none() && own.fields.editors.is_empty();
        let elsewhere = !imprint(own) && !numbered || chapter || has_word(words, &["papers", "library", "collection", "archives"]);
        let plain = whole && many && (sorted || !own_way(own, words));
        // Half a year may stand there, torn.
        let torn = year.is_none() && words.contains("19") && !numbered;
        if !yearless(own, words) || elsewhere || torn || !(plain || year.is_some() && personal(own)) {
            continue;
        }
        let message = match year {
            Some(year) => format!("This entry has no year; the prose gives {year} for it."),
            None => format!("This entry has no year; {} of {} have one.", dated.with, dated.all),
        };
        found.push(Finding::new(&RULE, own.parts.clone(), message));
    }
}

/// The one entry without a year that a citation of the prose with one can mean, and that year.
fn called<'a>(desk: &Desk<'a>, citation: &Citation) -> Option<(usize, &'a str)> {
    let undated = matches!(&citation.doubt, Some(Doubt::OtherYear(year)) if !year.contains(|c: char| c.is_ascii_digit()));
    let words = citation.span().of(desk.text);
    let at = words.find(|c: char| c.is_ascii_digit()).filter(|_| undated)?;
    let year = words.get(at..at + 4).filter(|year| year.bytes().all(|byte| byte.is_ascii_digit()))?;
    let mut same = desk.citations.references.iter().enumerate().filter(|(index, own)| {
        let first = own.fields.authors.first();
        desk.note_of(*index).is_none() && first.is_some_and(|name| name.family.len() > 2 && words.starts_with(name.family.as_str()))
    });
    let only = same.next().map(|(index, _)| index)?;
    same.next().is_none().then_some((only, year))
}

/// Whether no year is given and none is said to be missing.
fn yearless(own: &Reference, words: &str) -> bool {
    own.fields.year.is_none() && year_in(words).is_none() && !has_word(words, UNDATED) && !words.contains("n.d") && !["19 ", "[19", "20 1", "(19"].iter().any(|torn| words.contains(torn))
}

#[cfg(test)]
mod tests {
    const DATED: &str = "[^1]: John Smith, The Long War (London: Verso, 2001), 4.\n\n[^2]: Ann Brown, Peace Again (Oxford: Clarendon Press, 2003), 5.\n\n\
        [^3]: Karl Lind, Talks and Truces (London: Verso, 2004), 8.\n\n[^4]: Ida Moor, The Fen (Ely: Fenland Press, 1990), 2.\n\n\
        [^5]: Tom Reed, Salt Roads (London: Verso, 1995), 3.\n";

    fn text(note: &str) -> String {
        format!("A.[^1] B.[^2] C.[^3] D.[^4] E.[^5] F.[^6]\n\n{DATED}\n[^6]: {note}\n")
    }

    #[test]
    fn cases() {
        let fires = [
            text("⟦Marie Klein, Success and Failure of Peace Talks, 360-61⟧"),
            text("⟦Marie Klein, Success and Failure of Peace Talks (London: Verso), 36.⟧"),
            text("⟦Marie Klein, The Making of the Long Peace, 14⟧"),
        ];
        let listed = "One (Doe, 2014). Two (Hill, 2012).\n\nReferences\n\nDoe, J. (2014). War and peace today. Peace Review, 4(2), 5–9.\n\n⟦Hill, K. Trust and its ends. Peace Review, 3(2), 15–19.⟧\n\nRoe, J. (2010). Peace and war. Peace Review, 3(2), 5–9.\n\nZoe, J. (2011). Other wars. Peace Review, 3(2), 15–19.\n";
        super::super::check::holds(&super::RULE, listed);
        let gap = "[^1]: Ann Holm, *Peace* (London: Verso, 2003), 19.\n\n[^2]: Karl Roth, *Towns* (London: Verso, 2004), 29.\n\n\
            [^3]: Mary Loy, \"The Long War,\" *Urban Time* 8, no. 3 (2002): 14.\n\n[^4]: Ann Unger, *Streets* (London: Verso, 2001), 9.\n\n\
            [^5]: Peter Hall, *Rain* (London: Verso, 1999), 49.\n\n[^6]: Eva Lind, *Snow* (London: Verso, 1998), 39.\n\n[^7]: ";
        let prose = "One.[^1] Two.[^2] Three.[^3] Four.[^4] Five.[^5] Six.[^6] Seven.[^7]\n\n";
        super::super::check::holds(&super::RULE, &format!("{prose}{gap}⟦Claire Aubry, \"La Régence et la ville,\" *Revue urbaine* 14, no. 2: 60.⟧\n"));
        super::super::check::holds(&super::RULE, &format!("{prose}{gap}Claire Aubry, \"La Régence et la grande ville,\" in Holm and Loy, *Peace*, 60.\n"));
        let silent = [
            text("Marie Klein, Success and Failure of Peace Talks (London: Verso, 2010), 36."),
            text("Marie Klein, Success and Failure of Peace Talks (London: Verso, forthcoming), 36."),
            text("Aristotle, Metaphysics, 14."),
            text("Smith, The Long War, 14."),
            "A.[^1]\n\n[^1]: Marie Klein, Success and Failure of Peace Talks, 360-61\n".to_owned(),
        ];
        let fires: Vec<&str> = fires.iter().map(String::as_str).collect();
        let silent: Vec<&str> = silent.iter().map(String::as_str).collect();
        super::super::check::check(&super::RULE, &fires, &silent);
    }
}
