//! Hypotheses, questions and aims that are told by what stands before them: a label of their own ("H2.", "Research
//! question 1:"), or a sentence that opens a list of them.

use super::aims::{AIM, HYPOTHESIS, QUESTION};
use crate::review::Desk;
use crate::structure::BlockKind;

/// A list that a sentence has opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Open {
    /// What its items are.
    pub sort: &'static str,
    /// The passage that it was last seen in.
    said: usize,
}

impl Open {
    /// The list that sentence `index` opens, with its colon or by saying how many there are, if it does.
    pub fn by(desk: &Desk, index: usize) -> Option<Self> {
        let sentence = desk.sentences.get(index)?;
        let words = desk.words(sentence).trim_end();
        let colon = words.ends_with(':');
        let next = || desk.sentences.get(index + 1).and_then(|next| desk.words(next).chars().next());
        if !(colon || words.ends_with('.') && next().is_some_and(|c| c.is_ascii_digit() || "([•–-*·▪".contains(c))) {
            return None;
        }
        let low = words.trim_end_matches([':', '.']).to_lowercase();
        let says = |named: &[&str]| low.split(|c: char| !c.is_alphabetic()).any(|word| named.contains(&word));
        if !colon && !says(COUNTED) {
            return None;
        }
        let sort = if says(&["hypotheses", "hypothesis", "hypothesen", "hypothèses", "predictions", "hipótesis"]) {
            HYPOTHESIS
        } else if says(&["questions", "question", "fragen", "forschungsfragen", "preguntas"]) || (colon && says(&["ask", "asks"])) {
            QUESTION
        } else if says(AIMED) {
            AIM
        } else {
            return None;
        };
        let asked = ["asked to", "questionnaire", "respondents", "participants", "interview", "survey", "answer:"];
        let about = ABOUT.iter().any(|word| low.contains(word)) && !asked.iter().any(|word| low.contains(word));
        about.then_some(Self { sort, said: sentence.said })
    }

    /// Whether sentence `index` is an item of it. Then the list is open for the next.
    pub fn takes(&mut self, desk: &Desk, index: usize) -> bool {
        let Some(sentence) = desk.sentences.get(index) else { return false };
        let Some(said) = desk.prose.get(sentence.said) else { return false };
        if sentence.said > self.said + 1 {
            return false;
        }
        let words = desk.words(sentence);
        let kind = desk.structure.blocks.get(said.passage.block).map(|block| block.kind);
        let item = kind == Some(BlockKind::ListItem) || said.sentences.len() == 1;
        let fits = match self.sort {
            QUESTION => words.trim_end().ends_with('?') || asks(unlisted(words)),
            AIM => aims(unlisted(words)),
            _ => kind == Some(BlockKind::ListItem) && index == said.sentences.start,
        };
        if item && (fits || sentence.said == self.said) {
            self.said = sentence.said;
        }
        item && fits
    }
}

/// Whether `words` are a question that hangs on what announced it: "whether prices fell; and".
fn asks(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or("");
    matches!(first, "whether" | "how" | "what" | "why" | "which" | "who" | "if" | "ob" | "wie" | "inwieweit" | "si" | "cómo" | "qué")
}

/// Whether `words` are an aim that hangs on what announced it: "To compare prices", "analizar los precios".
fn aims(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or("").to_lowercase();
    let infinitive = || first.len() > 5 && ["ar", "er", "ir"].iter().any(|end| first.ends_with(end));
    first == "to" || (words.split_whitespace().any(|word| matches!(word, "el" | "la" | "los" | "las" | "le" | "les")) && infinitive())
}

/// Words that count what a list will have, where no colon opens it.
const COUNTED: &[&str] =
    &["two", "three", "four", "five", "six", "following", "zwei", "drei", "vier", "folgende", "deux", "trois", "dos", "tres", "siguientes"];
/// What aims are called.
const AIMED: &[&str] =
    &["aims", "objectives", "objective", "goals", "purposes", "ziele", "objectifs", "objetivos", "objetivo", "aim", "goal"];
/// Words without which a list is not one of the work's.
const ABOUT: &[&str] = &[
    "this",
    "these",
    "our",
    "we ",
    "i ",
    "following",
    "research",
    "thesis",
    "study",
    "paper",
    "terms of reference",
    "folgende",
    "suivant",
    "siguiente",
    "este ",
    "esta ",
];

/// `words` without the bullet or the number of a list's item.
pub(super) fn unlisted(words: &str) -> &str {
    let bare = words.trim_start_matches(['(', '[', '•', '–', '-', '—', '*', '_', '>', ' ', '·', '▪', '\u{f0b7}']);
    let end = bare.char_indices().take(4).find(|&(_, c)| matches!(c, '.' | ')')).map(|(at, _)| at);
    let Some((number, rest)) = end.and_then(|end| Some((bare.get(..end)?, bare.get(end + 1..)?))) else { return bare };
    let digits = number.len() < 3 && number.bytes().all(|byte| byte.is_ascii_digit());
    let letter = number.len() == 1 && number.bytes().all(|byte| byte.is_ascii_lowercase());
    if !number.is_empty() && (digits || letter || matches!(number, "ii" | "iii" | "iv")) && rest.starts_with(' ') {
        rest.trim_start()
    } else {
        bare
    }
}

/// What sentence `index` is by a label that is a sentence, or a heading, of its own: "H2.", "Hypothesis 3".
pub(super) fn labelled_before(desk: &Desk, index: usize) -> Option<&'static str> {
    let sentence = desk.sentences.get(index)?;
    let said = desk.prose.get(sentence.said)?;
    if index == said.sentences.start {
        let section = desk.structure.sections.get(said.section?)?;
        let heading = desk.structure.blocks.get(section.heading)?;
        let next = desk.structure.blocks.get(section.heading + 1)?;
        let first = said.passage.block == section.heading + 1 && next.span().start > heading.span().start;
        return if first { label(&section.title).filter(|(_, rest)| rest.is_empty()).map(|(sort, _)| sort) } else { None };
    }
    let before = desk.sentences.get(index.checked_sub(1)?)?;
    label(desk.words(before)).filter(|(_, rest)| rest.is_empty()).map(|(sort, _)| sort)
}

/// The label that `words` begin with, and what stands behind it.
pub(super) fn label(words: &str) -> Option<(&'static str, &str)> {
    let bare = unlisted(words);
    let named = NAMES.iter().find_map(|&(name, sort)| Some((sort, bare.strip_prefix(name)?.trim_start())));
    let (sort, rest) = named?;
    let number = rest.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(rest.len());
    let (number, rest) = rest.split_at_checked(number)?;
    let letters = number.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = number.starts_with(|c: char| matches!(c, '1'..='9'))
        && number.len() <= 3
        && (letters.is_empty() || matches!(letters.as_bytes(), [b'a'..=b'f']));
    let ends = rest.is_empty() || rest.starts_with([':', '.', ')', ' ', '*', '—', '–']);
    let rest = rest.trim_matches([':', '.', ')', '*', ' ', '—', '–', '_']);
    // "O2" may be a gas, "Q1" the first quarter.
    let short = sort == AIM && !bare.starts_with("RO") && bare.starts_with('O') && !rest.is_empty() && !aims(rest);
    (numbered && ends && !short).then_some((sort, rest))
}

/// What `words` are by a name of their own and a colon before them, as abstracts in parts have it: "Objective: …",
/// "Background and aims: …", "Purpose – …". With the name.
pub(super) fn headed(words: &str) -> Option<(&'static str, &str)> {
    let end = words
        .char_indices()
        .take(40)
        .find(|&(at, c)| c == ':' || (matches!(c, '–' | '—') && words.get(..at).is_some_and(|own| own.ends_with(' '))));
    let (name, rest) = words.split_at_checked(end?.0)?;
    let low = name.to_lowercase();
    let mut sort = None;
    for word in low.split_whitespace() {
        match word {
            "hypothesis" | "hypotheses" | "hypothese" | "hypothèse" | "hipótesis" => sort = Some(HYPOTHESIS),
            "question" | "questions" | "forschungsfrage" | "fragestellung" => sort = Some(QUESTION),
            "aim" | "aims" | "objective" | "objectives" | "purpose" | "goal" | "goals" | "ziel" | "zielsetzung" | "objectif"
            | "objectifs" | "objetivo" | "objetivos" => {
                sort = Some(AIM);
            }
            "and" | "research" | "background" | "study" | "primary" | "main" | "our" | "the" | "of" | "this" | "working" | "central"
            | "und" => {}
            _ => return None,
        }
    }
    (rest.split_whitespace().count() > 5).then_some((sort?, name.trim()))
}

/// What labels are called.
const NAMES: &[(&str, &str)] = &[
    ("Hypothesis", HYPOTHESIS),
    ("HYPOTHESIS", HYPOTHESIS),
    ("Hypothese", HYPOTHESIS),
    ("Hypothèse", HYPOTHESIS),
    ("Research Question", QUESTION),
    ("Research question", QUESTION),
    ("Forschungsfrage", QUESTION),
    ("Research objective", AIM),
    ("Research Objective", AIM),
    ("Objective", AIM),
    ("Aim", AIM),
    ("Sub-question", QUESTION),
    ("Subquestion", QUESTION),
    ("Hipótesis", HYPOTHESIS),
    ("Objetivo", AIM),
    ("RQ", QUESTION),
    ("SQ", QUESTION),
    ("FF", QUESTION),
    ("RO", AIM),
    ("O", AIM),
    ("H", HYPOTHESIS),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_read() {
        for (words, expected) in [
            ("H2: Rain falls.", Some((HYPOTHESIS, "Rain falls"))),
            ("Hypothesis 2.", Some((HYPOTHESIS, ""))),
            ("RQ 3: What falls?", Some((QUESTION, "What falls?"))),
            ("(H1a) Rain falls", Some((HYPOTHESIS, "Rain falls"))),
            ("**H6**: Rain", Some((HYPOTHESIS, "Rain"))),
            ("Hypotheses are made.", None),
            ("O1. To weigh the rain", Some((AIM, "To weigh the rain"))),
            ("O2: a gas of the air", None),
            ("H2O: a drink", None),
            ("H0: no effect at all", None),
            ("Here it is.", None),
            ("H1-receptor blockers", None),
        ] {
            assert_eq!(label(words), expected, "{words}");
        }
    }

    #[test]
    fn names_before_a_colon_are_read() {
        for (words, expected) in [
            ("Objective: To see whether rain lowers trust.", Some((AIM, "Objective"))),
            ("Background and aims: We studied the rain of towns.", Some((AIM, "Background and aims"))),
            ("Purpose – This paper explores the rain of towns.", Some((AIM, "Purpose"))),
            ("HYPOTHESIS: Rain lowers the trust of all towns.", Some((HYPOTHESIS, "HYPOTHESIS"))),
            ("Learning objectives: to see whether rain lowers trust.", None),
            ("Null hypothesis: rain does not lower the trust of towns.", None),
            ("Objective: rain.", None),
            ("The aim of rain is to fall: it always does so.", None),
        ] {
            assert_eq!(headed(words), expected, "{words}");
        }
    }

    #[test]
    fn items_lose_their_numbers() {
        for (words, bare) in [
            ("1. How?", "How?"),
            ("(a) To see", "To see"),
            ("• To see", "To see"),
            ("3.4 of them", "3.4 of them"),
            ("A. Smith", "A. Smith"),
        ] {
            assert_eq!(unlisted(words), bare, "{words}");
        }
    }
}
