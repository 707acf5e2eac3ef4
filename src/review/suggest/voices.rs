//! Who speaks in a sentence, and who asks: the one who wrote it, or someone of whom it tells.

use super::looks::Looks;
use super::phrases::{Heard, Hit};

/// Whether someone speaks in the sentence, as in a novel or an interview.
pub(super) fn is_speech(heard: &Heard, looks: &Looks) -> bool {
    let says = |word: &str| matches!(word, "said" | "says" | "asked" | "asks" | "told" | "replied" | "answered" | "explained");
    looks.quoted && (looks.question || heard.words().any(says))
}

/// Whether a hypothesis is spoken of that is not one of many known by a name: "the resource hypothesis holds".
pub(super) fn names_hypothesis(heard: &Heard) -> bool {
    let own = |word: &str| matches!(word, "our" | "my" | "this" | "following" | "first" | "second" | "third" | "main" | "working");
    (0..heard.len()).any(|at| {
        let named = at > 1 && matches!(heard.word(at - 2), "the" | "a") && !own(heard.word(at - 1));
        let doing = heard.word(at + 1).ends_with('s') && !matches!(heard.word(at + 1), "is" | "was" | "has");
        heard.word(at) == "hypothesis" && !(named && doing)
    })
}

/// Whether someone else is named as the one who supposes or asks: by a year, as that of a citation, before a word that
/// says so, or by names and a year that are the subject of the sentence.
pub(super) fn of_others(heard: &Heard) -> bool {
    let supposes = |word: &str| word.starts_with("hypothes") || SUPPOSES.contains(&word);
    if (1..heard.len()).any(|at| supposes(heard.word(at)) && is_year(heard.word(at - 1))) {
        return true;
    }
    let name = |at: usize| heard.capital(at) || matches!(heard.word(at), "and" | "et" | "al" | "und" | "y" | "de" | "van" | "von");
    let year = (1..heard.len().min(9)).find(|&at| is_year(heard.word(at)));
    year.is_some_and(|year| {
        (0..year).all(name) && heard.behind(year).trim_matches([')', ']']) == " " && !heard.words().any(|word| matches!(word, "we" | "i"))
    })
}

/// Whether what `hit` speaks of is someone else's: "Keller's hypothesis was that", "Moreno tested the hypothesis that".
pub(super) fn is_others(heard: &Heard, hit: &Hit) -> bool {
    let owns = |at: usize| {
        let own = heard.word(at).strip_suffix("'s").filter(|own| !WORKS.contains(own));
        own.is_some() || matches!(heard.word(at), "his" | "her" | "their")
    };
    let Some(before) = hit.first.checked_sub(1) else { return false };
    if owns(before) || before.checked_sub(1).is_some_and(owns) && !matches!(heard.word(before), "we" | "i") {
        return true;
    }
    let does = heard.word(hit.first);
    let verb = SUPPOSES.contains(&does) || matches!(does, "test" | "tests" | "tested" | "asks" | "hypothesised" | "hypothesized");
    let other = heard.capital(before) && !matches!(heard.word(before), "we" | "i") || matches!(heard.word(before), "al" | "who");
    verb && other && heard.behind(before).trim() != ","
}

/// Whether the sentence is no more than what is to be found out: "To determine whether rain lowers trust."
pub(super) fn to_see(heard: &Heard) -> bool {
    heard.word(0) == "to"
        && TO_SEE.contains(&heard.word(1))
        && !heard.low.contains(',')
        && !heard.words().any(|word| matches!(word, "we" | "i" | "was" | "were"))
}

/// Whether someone is spoken to, as by an interviewer.
pub(super) fn to_someone(heard: &Heard) -> bool {
    heard.words().any(|word| matches!(word, "you" | "your" | "i" | "me"))
}

/// The word that asks.
pub(super) fn asking(heard: &Heard) -> Option<usize> {
    let counted = matches!(heard.word(0), "first" | "second" | "third" | "fourth" | "finally" | "and" | "but" | "so" | "then" | "or");
    let spanish = heard.low.starts_with('¿');
    let opens = |(at, word): (usize, &str)| spanish || ASKING.contains(&word) || (at <= usize::from(counted) && TURNED.contains(&word));
    heard.words().enumerate().position(opens)
}

/// Whether `word` may be the year of a citation.
fn is_year(word: &str) -> bool {
    word.len() >= 4 && (word.starts_with("19") || word.starts_with("20")) && word.bytes().take(4).all(|byte| byte.is_ascii_digit())
}

/// Words that say what someone supposes or asks.
const SUPPOSES: &[&str] =
    &["predicted", "argued", "argues", "proposed", "conjectured", "asked", "suggested", "contended", "expected", "posited", "predicts"];

/// What a work is called that speaks of itself.
pub(super) const WORKS: &[&str] = &[
    "study",
    "paper",
    "article",
    "thesis",
    "dissertation",
    "essay",
    "book",
    "chapter",
    "report",
    "project",
    "trial",
    "review",
    "work",
    "monograph",
    "volume",
    "introduction",
];

/// What an abstract in parts sets out to do.
const TO_SEE: &[&str] = &[
    "determine",
    "examine",
    "assess",
    "evaluate",
    "investigate",
    "compare",
    "describe",
    "estimate",
    "explore",
    "identify",
    "test",
    "establish",
    "review",
    "measure",
    "study",
    "quantify",
    "characterise",
    "characterize",
    "analyse",
    "analyze",
    "develop",
    "report",
];

/// Words that ask, wherever they stand.
const ASKING: &[&str] = &[
    "how",
    "what",
    "why",
    "which",
    "who",
    "whose",
    "whether",
    "extent",
    "wie",
    "warum",
    "welche",
    "welcher",
    "welchen",
    "inwieweit",
    "inwiefern",
    "weshalb",
    "comment",
    "pourquoi",
    "quel",
    "quelle",
    "quels",
    "quelles",
    "qué",
    "cómo",
    "cuál",
    "cuáles",
    "quién",
];

/// Words that ask at the start of a sentence.
const TURNED: &[&str] = &[
    "does", "do", "did", "is", "are", "can", "could", "has", "have", "was", "were", "should", "would", "will", "when", "where", "wer",
    "quoi",
];
