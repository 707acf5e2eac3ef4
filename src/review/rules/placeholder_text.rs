use std::ops::Range;
use std::sync::{Arc, LazyLock};

use crate::citation::Home;
use crate::review::pattern::{Pattern, pattern};
use crate::review::{Cause, Desk, Family, Finding, Rule, Severity, Weight};

pub(super) static RULE: Rule = Rule {
    id: "placeholder-text",
    family: Family::Incomplete,
    severity: Severity::Error,
    weight: Weight::Each,
    detects: "Words that were to be replaced before the text was finished are still there.",
    why: "Something is missing here, and the writer knew it.",
    example: "(Cambridge: Polity Press, 2011) pages needed",
    mend: "Replace the placeholder.",
    check,
};

/// What stands for something still to be written, in prose as in notes. Word ends are those of ASCII: with those of
/// Unicode a single curly quote would make the whole search slow.
const ANYWHERE: &str = concat!(
    r"\[(?i:citation needed|page needed|pages needed|source needed|ref(?:erence)? needed|insert (?:page|ref|citation|source|quot|figure|table|date|name|here)[^\]]{0,40}|add (?:ref|page|source|citation)[^\]]{0,40}|",
    r"todo[^\]]{0,60}|tbd|tba|source\?|ref\?|page\?|citation\?|quelle\??|beleg(?: fehlt)?\??|quelle fehlt|seite(?:nzahl)? fehlt|à compléter|",
    r"réf(?:érence)? (?:manquante|à compléter)|falta (?:cita|página|fuente)|xx+)\]",
    r"|(?-u:\b)(?:TODO|FIXME)\s?:",
    r"|\((?:TODO|TBD|citation needed|ref needed|add ref|REF\?)\)",
    r"|(?i:(?-u:\b)(?:pp?|pages?|s|seiten?)\. ?(?:\?\?+|\?[-–]\?|xx+ ?[-–] ?xx+))",
    r"|(?-u:\b)(?:pp?|S)\. ?X{2,}(?-u:\b)",
    r"|(?-u:\b)(?:pp?|S)\. ?0{2,}(?-u:\b)",
    r"|(?i:(?-u:\b)lorem ipsum dolor(?-u:\b))",
    r"|(?-u:\b)(?i:figure|table|section|chapter|appendix|equation|abschnitt|kapitel|abbildung|tabelle) \?\?",
);

/// What means so in notes and lists alone.
const IN_REFERENCES: &str = concat!(
    r"(?i:(?-u:\b)(?:pages?|page numbers?|year|publisher|ref(?:erence)?s?|citation|source|date|url) (?:is |are )?(?:needed|missing|tbc|tbd|to (?:be )?(?:add|fill|check|confirm)(?:ed)?(?: in)?)(?-u:\b))",
    r"|(?i:(?-u:\b)(?:add|insert|find|check|get) (?:the )?(?:page|pages|page numbers?|reference|citation)(?-u:\b))(?:[.!)\]]|$)",
    r"|(?-u:\b)TODO(?-u:\b)|(?-u:\b)FIXME(?-u:\b)|(?-u:\b)TBC(?-u:\b)|(?-u:\b)(?:19|20)(?:XX|xx|\?\?)",
    r"|(?i:(?-u:\b)seiten?(?:zahl(?:en)?)? (?:fehlt|fehlen|ergänzen|nachtragen)(?-u:\b))",
);

static WIDE: Pattern = LazyLock::new(|| pattern(ANYWHERE));
static NARROW: Pattern = LazyLock::new(|| pattern(IN_REFERENCES));

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    let blocks = &desk.structure.blocks;
    let mut own = Vec::new();
    for said in &desk.prose {
        for range in matches(&WIDE, &said.passage.words) {
            let words = said.passage.words.get(range.clone()).unwrap_or("");
            own.push(Finding::new(&RULE, said.passage.parts(blocks, range), message(words)));
        }
    }
    for (index, note) in desk.notes.iter().enumerate() {
        let Some(passage) = &note.passage else { continue };
        for range in matches(&WIDE, &passage.words).chain(matches(&NARROW, &passage.words)) {
            let words = passage.words.get(range.clone()).unwrap_or("");
            own.push(Finding::new(&RULE, passage.parts(blocks, range), message(words)).in_note(index));
        }
    }
    for (index, reference) in desk.citations.references.iter().enumerate() {
        if !matches!(reference.home, Home::Entry(_)) {
            continue;
        }
        let words = desk.reference_words(index);
        for range in matches(&WIDE, words).chain(matches(&NARROW, words)) {
            own.push(Finding::new(&RULE, desk.parts_of(index, range.clone()), message(words.get(range).unwrap_or(""))));
        }
    }
    // Dummy text is one thing to know, however long it is.
    let cause = Arc::new(Cause { key: "dummy".to_owned(), said: "Dummy text (“Lorem ipsum”) stands where words should.".to_owned() });
    let dummy = |finding: &Finding| finding.message.to_lowercase().contains("lorem");
    found.extend(own.into_iter().map(|finding| if dummy(&finding) { finding.because(&cause) } else { finding }));
}

fn matches<'w>(pattern: &'static Pattern, words: &'w str) -> impl Iterator<Item = Range<usize>> + 'w {
    pattern.as_ref().into_iter().flat_map(move |pattern| pattern.find_iter(words)).map(|found| found.range())
}

fn message(words: &str) -> String {
    format!("“{}” was left from drafting.", words.trim())
}

#[cfg(test)]
mod tests {
    #[test]
    fn cases() {
        let fires = [
            "One.[^1]\n\n[^1]: John Smith, The Long War (London: Verso, 2001) ⟦pages needed⟧\n",
            "One.[^1]\n\n[^1]: John Smith, The Long War (London: Verso, 2001), ⟦p. ??⟧.\n",
            "The war ended in spring ⟦[citation needed]⟧ and the town was rebuilt.\n",
            "Der Krieg endete im Frühjahr ⟦[Quelle fehlt]⟧ und die Stadt wurde neu gebaut.\n",
            "The war ended, as one can see in ⟦Table ??⟧, in the spring of that year.\n",
            "One.[^1]\n\n[^1]: John Smith, The Long War (London: Verso, ⟦20XX⟧), 4.\n",
        ];
        let silent = [
            "One.[^1]\n\n[^1]: John Smith, The Long War (London: Verso, 2001), p. xx.\n",
            "One.[^1]\n\n[^1]: Pope John XX, Letters (London: Verso, 2001), xxx. More is needed on this.\n",
            "Who were they?? Nobody in the village knew, and no source says so.\n",
            "Her list of things to do was long, and a citation was needed for each of them.\n",
            "One.[^1]\n\n[^1]: [John Smith?], The Long War (London, [1957?]), 4.\n",
        ];
        super::super::check::check(&super::RULE, &fires, &silent);
    }
}
