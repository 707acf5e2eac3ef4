use std::sync::LazyLock;

use crate::review::grounds::{Grounds, Part};
use crate::review::pattern::{Pattern, pattern};
use crate::review::{Desk, Family, Finding, Rule, Severity, Weight};

pub(super) static RULE: Rule = Rule {
    id: "absolute-term",
    family: Family::Unsupported,
    severity: Severity::Info,
    weight: Weight::Asked,
    detects: "A sentence says that something is so always, of all, or beyond doubt, without a source.",
    why: "One exception refutes it.",
    example: "All of the mediators ignored the importance of the regions.",
    mend: "Say how many, or for which it holds, or give the source.",
    check,
};

static ABSOLUTE: Pattern = LazyLock::new(|| {
    pattern(concat!(
        r"\b(?:[Aa]ll of the \w+|[Ww]ithout (?:any |a )doubt|[Uu]ndoubtedly|[Uu]nquestionably|[Nn]o one|[Nn]obody|[Ee]veryone",
        r"|[Ee]verybody|[Nn]one of the \w+|[Ii]nvariably|",
        r"[Ii]t is (?:obvious|undeniable|indisputable|beyond doubt)|[Zz]weifellos|[Nn]iemand|[Ss]ans aucun doute|[Ss]in duda alguna)\b"
    ))
});

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    let grounds = Grounds::new(desk);
    let Some(absolute) = ABSOLUTE.as_ref().filter(|_| grounds.sound) else { return };
    for index in grounds.argued().filter(|&index| matches!(grounds.part(index), Part::Body | Part::Summary)) {
        let Some(sentence) = desk.sentences.get(index) else { continue };
        let Some(hit) = absolute.find(desk.words(sentence)) else { continue };
        // A source with words bears it; one that is lost does not.
        let borne =
            |own: &crate::citation::Citation| own.note.is_none_or(|note| desk.notes.get(note).is_some_and(|note| note.passage.is_some()));
        if !desk.cited(sentence).any(borne) {
            let message = format!("“{}” leaves no exception, and no source bears it out.", hit.as_str());
            found.push(Finding::new(&RULE, desk.parts_in(sentence, hit.range()), message));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::review::grounds::CITED;

    #[test]
    fn cases() {
        let fires =
            ["⟦All of the mediators⟧ ignored the regions.", "This was ⟦undoubtedly⟧ the cause of the war.", "And ⟦nobody⟧ wanted the war."];
        let silent = [
            "All of the mediators ignored the regions.[^1]",
            "All but one of the mediators came, and some doubted it.",
            "This is doubtless a good question.",
        ];
        let fires = fires.map(|text| format!("{text}{CITED}"));
        let silent = silent.map(|text| format!("{text}{CITED}"));
        super::super::check::check(&super::RULE, &fires.each_ref().map(String::as_str), &silent.each_ref().map(String::as_str));
    }
}
