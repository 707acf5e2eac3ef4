use std::sync::LazyLock;

use crate::review::grounds::Grounds;
use crate::review::pattern::{Pattern, pattern};
use crate::review::speaker::speaker;
use crate::review::{Desk, Family, Finding, Rule, Severity, Weight};

pub(super) static RULE: Rule = Rule {
    id: "secondary-citation",
    family: Family::Unsupported,
    severity: Severity::Info,
    weight: Weight::Each,
    detects: "A source is given at second hand: quoted in another.",
    why: "What the other author left out or got wrong is taken over unseen.",
    example: "Mary Kaldor, New Wars, quoted in Bercovitch, Conflict Resolution, 12.",
    mend: "Look it up and cite the original, or say why it cannot be had.",
    check,
};

static SECOND: Pattern = LazyLock::new(|| {
    pattern(concat!(
        r"\b(?:[Aa]s )?(?:[Qq]uoted|[Cc]ited|qtd\.) (?:in|by|from)(?: [Ii]bid|:? [“‘]?\p{Lu}|:? \p{Lu}\.)",
        r"|\b[Zz]it(?:iert|\.) (?:nach|in|bei):? \p{Lu}|\b[Cc]itée? (?:par|dans|in) \p{Lu}|\b[Cc]itado (?:en|por) \p{Lu}|\b[Aa]pud \p{Lu}",
        r"|\b[Cc]it\. in \p{Lu}"
    ))
});

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    let Some(second) = SECOND.as_ref() else { return };
    for (index, note) in desk.notes.iter().enumerate() {
        let Some(passage) = &note.passage else { continue };
        let Some(hit) = second.find(&passage.words) else { continue };
        let parts = passage.parts(&desk.structure.blocks, hit.start()..hit.end());
        let message = format!("Note {} gives a source at second hand: “{}…”.", desk.label(index), hit.as_str());
        let finding = Finding::new(&RULE, parts, message).in_note(index);
        found.push(if both(&passage.words, hit.start(), hit.as_str()) { finding.weighing(Severity::Warning) } else { finding });
    }
    for sentence in &desk.sentences {
        let words = desk.words(sentence);
        let Some(hit) = second.find(words) else { continue };
        // In the prose only with a source: “as quoted by Caesar to his men” is a story.
        let inside = words.get(..hit.start()).is_some_and(|before| before.rfind('(') > before.rfind(')'));
        let behind: String = words.get(hit.end()..).unwrap_or("").chars().take(40).collect();
        let outside = behind.contains("(1") || behind.contains("(2");
        if (inside || outside)
            && desk.cited(sentence).any(|own| own.note.is_none())
            && desk.prose.get(sentence.said).is_some_and(|said| !said.quoted)
        {
            let message = format!("A source is given at second hand: “{}…”.", hit.as_str());
            let finding = Finding::new(&RULE, desk.parts_in(sentence, hit.range()), message);
            let before = words.get(..hit.start()).unwrap_or("");
            let named = speaker(before).is_some() || before.contains(" (1") || before.contains(" (2");
            found.push(if named || both(words, hit.start(), hit.as_str()) { finding.weighing(Severity::Warning) } else { finding });
        }
    }
    misnamed(desk, found);
}

/// What can hardly be had but at second hand.
#[rustfmt::skip]
const RARE: &[&str] = &[
    "interview", "letter", "archive", "diary", "speech", "manuscript", "broadcast", "conversation", "papers", "ms ", "newspaper",
    "report", "memorandum", "telegram", "v ", "[19", "[20",
];

/// Whether the first author of the words that are quoted stands right before, with a work in print.
fn both(words: &str, at: usize, hit: &str) -> bool {
    let Some(before) = words.get(..at) else { return false };
    let before = before.rsplit([';', '(']).next().unwrap_or("");
    let low = before.to_lowercase();
    let name = before.split_whitespace().any(|word| word.chars().count() > 3 && word.starts_with(char::is_uppercase));
    !hit.contains("bid") && name && before.len() < 220 && !RARE.iter().any(|rare| low.contains(rare))
}

/// Words of one author, with a note that gives only another.
fn misnamed(desk: &Desk, found: &mut Vec<Finding>) {
    let grounds = Grounds::new(desk);
    if !grounds.sound {
        return;
    }
    for quotation in desk.quotations.iter().filter(|own| own.words > 5) {
        let index = quotation.sentence;
        let Some(sentence) = desk.sentences.get(index).filter(|own| own.citations.len() == 1) else { continue };
        let words = desk.words(sentence);
        let Some(range) = speaker(words) else { continue };
        let name = words.get(range.clone()).unwrap_or("");
        if grounds.is_foreign(index, name) && (grounds.knows(name) || !grounds.is_sourced(name)) && !grounds.is_told_of(name) {
            let message = format!("These are words of {name}, and what is cited for them is by somebody else.");
            let finding = Finding::new(&RULE, desk.parts_in(sentence, range), message);
            found.push(if grounds.knows(name) { finding.weighing(Severity::Warning) } else { finding });
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn cases() {
        let list = "\n\n# References\n\nBercovitch, Jacob. 2009. Conflict Resolution. Ann Arbor: University of Michigan Press.\n";
        let prose = format!("New wars have come (Kaldor, ⟦cited in B⟧ercovitch 2009, 12).{list}");
        let fires = [
            "One says so.[^1]\n\n[^1]: Mary Kaldor, New Wars (London: Polity, 1999), ⟦quoted in J⟧acob Bercovitch, Conflict (London: \
            Verso, 2001), 4.\n",
            "So heißt es.[^1]\n\n[^1]: Kaldor, Neue Kriege, ⟦zit. nach M⟧üller, Krieg (Berlin: Siedler, 2001), S. 4.\n",
            prose.as_str(),
        ];
        let silent = [
            "One says so.[^1]\n\n[^1]: See the sources cited in note 4; Smith, War (London: Verso, 2001), 4.\n",
            "One says so.[^1]\n\n[^1]: Smith, War (London: Verso, 2001), 4, a case cited by the court.\n",
            "A line quoted by Caesar moved them. It was cited in Parliament.\n",
        ];
        super::super::check::check(&super::RULE, &fires, &silent);
    }
}
