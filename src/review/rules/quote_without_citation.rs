use crate::review::grounds::{Grounds, Near, Part};
use crate::review::speaker::{speaker, tokens};
use crate::review::{Desk, Family, Finding, Quotation, Rule, Severity, Weight};

pub(super) static RULE: Rule = Rule {
    id: "quote-without-citation",
    family: Family::Unsupported,
    severity: Severity::Error,
    weight: Weight::Each,
    detects: "Words are quoted, and neither the sentence nor the rest of its paragraph gives their source.",
    why: "The words cannot be checked, and quoting without a source reads as borrowing.",
    example: "Zartman states “agreements signed under exclusion do not lead to participation”.",
    mend: "Give the source of the words, with the page.",
    check,
};

/// Shorter ones are terms more often than sayings.
const SHORTEST: usize = 5;

/// So many are no term and no title.
const LONG: usize = 8;

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    let grounds = Grounds::new(desk);
    if !grounds.sound {
        return;
    }
    let sayings: Vec<&Quotation> = desk.quotations.iter().filter(|own| own.words >= SHORTEST && is_taken(desk, &grounds, own)).collect();
    let own = |quotation: &&&Quotation| grounds.part(grounds.opening(quotation)) != Part::Own;
    let cited = sayings.iter().filter(own).filter(|own| support(&grounds, own) <= Near::Next).count();
    // Where quotations have no sources as a rule, they are no quotations from sources.
    let habit = cited >= 1 && cited * 6 >= sayings.iter().filter(own).count();
    for quotation in sayings {
        let Some(finding) = judged(desk, &grounds, quotation) else { continue };
        found.push(if habit || finding.severity == Severity::Error { finding } else { finding.weighing(Severity::Info) });
    }
}

/// Whether `quotation` is something that somebody said, outside what is set apart.
fn is_taken(desk: &Desk, grounds: &Grounds, quotation: &Quotation) -> bool {
    let said = desk.prose.get(quotation.said).filter(|said| !said.quoted);
    said.is_some_and(|said| grounds.part(grounds.opening(quotation)) != Part::Back && is_saying(&said.passage.words, quotation))
}

/// Where the source of `quotation` may stand: in any of its sentences, or behind.
fn support(grounds: &Grounds, quotation: &Quotation) -> Near {
    let first = grounds.opening(quotation);
    if (first..=quotation.sentence).any(|index| grounds.gives(index)) { Near::Here } else { grounds.near(quotation.sentence) }
}

fn judged(desk: &Desk, grounds: &Grounds, quotation: &Quotation) -> Option<Finding> {
    let near = support(grounds, quotation);
    if near == Near::Here || goes_on(desk, grounds, quotation.sentence) {
        return None;
    }
    let first = grounds.opening(quotation);
    let (before, after) = around(desk, grounds, quotation)?;
    // A person who tells the author something has no page.
    let earlier = desk.sentences.get(first.saturating_sub(1)).filter(|own| own.said == quotation.said);
    if personal(before) || personal(after) || earlier.is_some_and(|own| personal(desk.words(own))) {
        return None;
    }
    let name = speaker(before).and_then(|range| before.get(range)).or_else(|| speaker(after).and_then(|range| after.get(range)));
    let known = name.is_some_and(|name| grounds.knows(name));
    if name.is_some_and(|name| grounds.cites_author(name, quotation.said) && known) {
        return None;
    }
    // What is told among one's own results is one's own material, unless an author says it.
    let part = grounds.part(first);
    if part == Part::Own && !known {
        return None;
    }
    let foreign = name.is_some_and(|name| grounds.is_foreign(quotation.sentence + 1, name));
    let strong = quotation.words >= LONG && (name.is_some() || reported(before) || reported(after));
    // Behind a citation the same source is quoted further.
    let new = strong && brings_in(before);
    let continued = first > 0 && grounds.gives(first - 1) && earlier.is_some() && name.is_none() && !new;
    let severity = match near {
        Near::Here => return None,
        Near::Next if strong && foreign => Severity::Warning,
        Near::Next if strong && name.is_some() => Severity::Info,
        Near::Next => return None,
        Near::Before if continued => return None,
        Near::Nowhere if known || (strong && name.is_some()) => Severity::Error,
        // In talk about a novel its page may stand once for several of its words.
        Near::Before | Near::Later if by_pages(desk) && !known => Severity::Info,
        Near::Nowhere | Near::Before | Near::Later if strong || known => Severity::Warning,
        Near::End if known => Severity::Warning,
        _ if quotation.words < LONG - 1 || part != Part::Body => return None,
        _ => Severity::Info,
    };
    let said = desk.prose.get(quotation.said)?;
    let parts = said.passage.parts(&desk.structure.blocks, quotation.range.clone());
    let finding = match name {
        Some(name) => Finding::new(&RULE, parts, format!("These words of {name} have no source: none is given for them here."))
            .hinting(format!("Say where {name} says this, with the page.")),
        None => Finding::new(&RULE, parts, "These words are quoted, and nothing here says from where."),
    };
    Some(finding.weighing(severity))
}

/// Whether pages alone in brackets are what the text cites by.
fn by_pages(desk: &Desk) -> bool {
    let located = desk.citations.citations.iter().filter(|own| own.note.is_none() && own.locator.is_some());
    let bare = |own: &&crate::citation::Citation| {
        desk.text.get(own.span().start..own.span().end).is_some_and(|words| words.len() < 10 && !words.contains(' '))
    };
    !desk.house.notes() && desk.house.numeric == 0 && located.filter(bare).take(3).count() == 3
}

/// Whether quotations go on from sentence `index` to one with a source: a talk, cited at its end.
fn goes_on(desk: &Desk, grounds: &Grounds, index: usize) -> bool {
    let Some(own) = desk.sentences.get(index) else { return false };
    for next in index + 1..index + 8 {
        let quotes = desk.quotations.partition_point(|quotation| quotation.sentence < next);
        let quotes = desk.quotations.get(quotes).is_some_and(|quotation| quotation.sentence == next);
        if !quotes || desk.sentences.get(next).is_none_or(|sentence| sentence.said != own.said) {
            return false;
        }
        if grounds.gives(next) {
            return next > index + 1;
        }
    }
    false
}

#[rustfmt::skip]
const REPORTS: &[&str] = &[
    "wrote", "writes", "written", "says", "said", "argues", "argued", "puts", "put", "declared", "declares", "observed", "observes",
    "according", "claims", "claimed", "insists", "insisted", "noted", "notes", "remarked", "remarks", "complained", "recalled",
    "recalls", "stated", "states", "concluded", "concludes", "warned", "warns", "replied", "answered", "maintains", "maintained",
    "asserts", "asserted", "explains", "explained", "announced", "admitted", "admits", "told", "tells", "holds", "held", "thought",
    "describes", "described", "defines", "defined", "schreibt", "schrieb", "sagte", "meint", "erklärte", "écrit", "dit", "écrivait",
    "affirme", "escribe", "dijo", "called", "suggests", "suggested", "reported", "reports", "contends", "contended", "believed",
    "laments", "remembered", "remembers", "testified", "assured", "assures", "promised", "lamented", "proclaimed", "demanded", "cautioned", "cautions", "reminds", "adds", "added", "speaks", "spoke", "words",
];

/// Whether `words` say that somebody says something.
fn reported(words: &str) -> bool {
    words.split(|c: char| !c.is_alphabetic()).any(|word| REPORTS.contains(&word.to_lowercase().as_str()))
}

/// What stands before `quotation` in its sentence, and what behind it.
fn around<'d>(desk: &'d Desk, grounds: &Grounds, quotation: &Quotation) -> Option<(&'d str, &'d str)> {
    let words = &desk.prose.get(quotation.said)?.passage.words;
    let start = desk.sentences.get(grounds.opening(quotation))?.range.start.min(quotation.range.start);
    let end = desk.sentences.get(quotation.sentence)?.range.end.max(quotation.range.end);
    Some((words.get(start..quotation.range.start)?, words.get(quotation.range.end..end)?))
}

#[rustfmt::skip]
const TERMS: &[&str] = &[
    "called", "titled", "entitled", "term", "terms", "word", "words", "phrase", "named", "slogan", "question", "as", "known as",
    "labelled", "labeled", "item", "option", "motto",
    "title", "heading", "expression", "sentence", "example", "proverb", "like", "namely", "command", "message", "output", "rule",
    "style", "menu", "button", "key", "see",
    "genannt", "sogenannte", "begriff", "satz", "titel", "frage", "beispiel", "wort", "appelé", "intitulé", "titre", "mot", "phrase",
    "ejemplo", "título", "e.g.", "z.b.",
];

/// Whether it is something that somebody said, and no title, term, question, or piece of code.
fn is_saying(words: &str, quotation: &Quotation) -> bool {
    let Some(own) = words.get(quotation.range.clone()) else { return false };
    let inner = own.trim_matches(|c: char| !c.is_alphanumeric() && c != '?');
    if inner.ends_with('?') || inner.contains(['{', '\\', '=', '<', '_', '|', '…']) {
        return false;
    }
    let long = tokens(inner).filter_map(|range| inner.get(range)).skip(1).filter(|word| word.chars().count() > 3);
    let (all, capital) = long.fold((0, 0), |(all, capital), word| (all + 1, capital + usize::from(word.starts_with(char::is_uppercase))));
    if capital * 5 > all * 2 {
        return false;
    }
    let lead = words.get(..quotation.range.start).unwrap_or("");
    let last = lead.split_whitespace().next_back().unwrap_or("").trim_end_matches([',', ':', '(']).to_lowercase();
    // “In his words, …” is no talk of words.
    !TERMS.contains(&last.as_str()) || (last == "words" && lead.trim_end().ends_with([',', ':']))
}

/// How words begin that say that somebody told the author.
#[rustfmt::skip]
const PERSONAL: &[&str] = &[
    "interview", "respondent", "informant", "participant", "questionnaire", "fieldwork", "befragt", "entretien", "entrevist",
];

fn personal(words: &str) -> bool {
    let words = words.to_lowercase();
    let whole = ["told me", "told us", "i asked", "personal communication", "e-mail", "asked to", "our nurse"];
    let mut all = words.split(|c: char| !c.is_alphanumeric());
    whole.iter().any(|sign| words.contains(sign))
        || all.any(|word| matches!(word, "survey" | "surveys" | "surveyed") || PERSONAL.iter().any(|sign| word.starts_with(sign)))
}

/// Whether `lead`, which stands before a quotation, brings in somebody new: “A former pupil remembered that”.
fn brings_in(lead: &str) -> bool {
    let lead = lead.trim_start();
    ["A ", "An ", "One ", "Another ", "Ein ", "Eine ", "Un ", "Une "].iter().any(|first| lead.starts_with(first))
}

#[cfg(test)]
mod tests {
    use crate::review::grounds::CITED;

    #[test]
    fn cases() {
        let fires = [
            "Some are sceptical. Zartman states ⟦“agreements signed under political exclusion do not lead to participation”⟧. Talks \
            were fragile.",
            "According to Dov Lynch, ⟦“the peacekeepers were never in truth neutral parties”⟧. This changed.",
            "Some are sceptical.[^1] As Mary Kaldor has written, ⟦“the new wars are fought over identities and no longer over the \
            control of territory”⟧. That is too simple. Talks came later.[^3]",
            "Talks were held.[^3] The peacekeepers came. ⟦“We cannot consent to the return of those who burned our houses,”⟧ he \
            declared in a lecture. His view prevailed. Others gave way.[^1]",
            "As Mary Kaldor has written, ⟦“the new wars are fought over identities and no longer over the control of territory”⟧. The \
            peacekeepers knew nothing of that.[^3]",
            "It was no use. ⟦“The war was fought for the spoils of the state,”⟧ Heathershaw writes.",
        ];
        let later = [
            "Talks were held.[^3] A former envoy remembered that ⟦“nobody in the room had read the paper that we were to sign”⟧. It was \
            signed. It failed. He left.[^1]",
            "A judge told an audience of surveyors that ⟦“every tree in London has two experts, and they have never once agreed”⟧. So it is.",
        ];
        let silent = [
            "Zartman states “agreements signed under political exclusion do not lead to participation”.[^2] Talks were fragile.",
            "He asked, “How long will the two of you be staying here with us?” “Until the war ends,” said the man at the gate. “Then \
            you will stay for ever and a day,” he replied.[^2]",
            "Zartman states “agreements signed under political exclusion do not lead to participation” (40).",
            "Zartman calls the stage “ripe”. Zartman wrote “Ripe for Resolution: Conflict and Intervention in Africa”.",
            "As one respondent, Lynch, said “we were never in truth neutral parties here”.",
            "Zartman has a theory of ripeness.[^2] Zartman states “agreements signed under exclusion do not lead to participation”.",
        ];
        let habit = "\n\nOne says that “all of the people of the valley were of one mind”.[^1] The other holds that “none of the people of the \
            valley were of one mind”.[^3] A third writes that “most of the people of the valley had no mind at all”.[^4]";
        for text in later {
            super::super::check::holds(&super::RULE, &format!("{text}{habit}{CITED}"));
        }
        let fires = fires.map(|text| format!("{text}{habit}{CITED}"));
        let silent = silent.map(|text| format!("{text}{CITED}"));
        super::super::check::check(&super::RULE, &fires.each_ref().map(String::as_str), &silent.each_ref().map(String::as_str));
    }
}
