//! Phrases as the cue lists write them, and how they are found among the words of a sentence. One look-up a word, so
//! that the length of the lists costs nothing.
//!
//! A phrase is words with spaces between. `a|b` is either; `show~` is show, shows, showed, showing; `robust*` is any
//! word that begins so; `@work` is any word of that class of [`super::classes`], `@look~` any form of one; `#` is a number;
//! `also?` may be missing; `..` is up to four words, `...` up to twelve, `....` up to thirty; `^` before the first word
//! holds it to the start of the sentence, `$` behind the last to its end. Adverbs between the words of a phrase are passed
//! over.

use std::collections::HashMap;

use super::classes::{CLASSES, is_adverb};

/// Words that point one way.
#[derive(Debug)]
pub(super) struct Cue {
    /// What a suggestion that rests on it mostly is, or what it is a sign of.
    pub sort: &'static str,
    /// How much it counts. Several phrases of one cue count once.
    pub points: i32,
    /// The phrases, one a line or with semicolons between.
    pub phrases: &'static str,
}

/// A phrase that was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    /// Index of its cue.
    pub cue: usize,
    /// Index of its first word.
    pub first: usize,
    /// Behind its last word.
    pub end: usize,
}

/// A sentence in small letters, with its words.
#[derive(Debug, Default)]
pub(super) struct Heard {
    /// The sentence, in small letters.
    pub low: String,
    words: Vec<(usize, usize)>,
    /// Whether each is written with a capital.
    capital: Vec<bool>,
    /// Where capitals stood.
    capitals: Vec<usize>,
    /// What the phrases call each word.
    numbers: Vec<u32>,
    /// Whether each is an adverb.
    light: Vec<bool>,
}

impl Heard {
    /// Listens to `said`.
    pub fn hear(&mut self, said: &str) {
        self.low.clear();
        self.words.clear();
        self.capital.clear();
        let mut capitals = std::mem::take(&mut self.capitals);
        capitals.clear();
        for c in said.chars() {
            match c {
                '’' => self.low.push('\''),
                '₀'..='₉' => self.low.push(char::from(b'0' + u8::try_from(u32::from(c) - u32::from('₀')).unwrap_or_default())),
                'a'..='z' | ' ' => self.low.push(c),
                _ => {
                    if c.is_uppercase() {
                        capitals.push(self.low.len());
                    }
                    self.low.extend(c.to_lowercase());
                }
            }
        }
        let mut open = None;
        for (at, c) in self.low.char_indices() {
            // The full stops of "i.e." and "e.g." do not part its letters.
            let abbreviates = |start: usize| c == '.' && at == start + 1;
            let inside = c.is_alphanumeric() || open.is_some_and(|start| matches!(c, '\'' | '-') || abbreviates(start));
            match (open, inside) {
                (None, true) => open = Some(at),
                (Some(start), false) => {
                    self.words.push((start, at));
                    open = None;
                }
                _ => {}
            }
        }
        if let Some(start) = open {
            self.words.push((start, self.low.len()));
        }
        self.capital.extend(self.words.iter().map(|(start, _)| capitals.binary_search(start).is_ok()));
        self.capitals = capitals;
        let mut light = std::mem::take(&mut self.light);
        light.clear();
        light.extend(self.words().map(is_light));
        self.light = light;
    }

    /// How many words it has.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Word `index`; empty where there is none.
    pub fn word(&self, index: usize) -> &str {
        let whole = self.words.get(index).and_then(|&(start, end)| self.low.get(start..end)).unwrap_or("");
        whole.trim_end_matches(['\'', '-', '.'])
    }

    /// Whether word `index` is written with a capital.
    pub fn capital(&self, index: usize) -> bool {
        self.capital.get(index) == Some(&true)
    }

    /// What stands between word `index` and the next.
    pub fn behind(&self, index: usize) -> &str {
        let start = self.words.get(index).map(|&(_, end)| end);
        let end = self.words.get(index + 1).map(|&(start, _)| start);
        start.and_then(|start| self.low.get(start..end.unwrap_or(self.low.len()))).unwrap_or("")
    }

    /// All words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|index| self.word(index))
    }

    /// The words from `first` to before `end`, with what stands between them.
    pub fn stretch(&self, first: usize, end: usize) -> &str {
        let start = self.words.get(first).map(|&(start, _)| start);
        let last = end.checked_sub(1).and_then(|last| self.words.get(last)).map(|&(_, end)| end);
        start.zip(last).and_then(|(start, last)| self.low.get(start..last)).unwrap_or("")
    }
}

/// One place of a phrase.
#[derive(Debug)]
enum Part {
    /// Up to so many words.
    Gap(usize),
    /// No word: the sentence is over.
    End,
    /// Any of some words, by their numbers in the list of known words, or by how they begin.
    Word { whole: Vec<u32>, stems: Vec<&'static str>, number: bool, optional: bool },
}

#[derive(Debug)]
struct Phrase {
    cue: usize,
    at_start: bool,
    /// Behind the first word.
    rest: Vec<Part>,
}

/// All phrases of some lists, by their first words.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    /// The words that phrases have, numbered from one.
    known: HashMap<String, u32>,
    /// The phrases that begin with each.
    by_first: Vec<Vec<usize>>,
    phrases: Vec<Phrase>,
}

/// How many words `..` stands for at most.
const NARROW: usize = 4;
/// How many `...` does.
const WIDE: usize = 12;
/// How many `....` does.
const WIDEST: usize = 30;
/// The number of a word that no phrase has.
const UNKNOWN: u32 = 0;
/// How many adverbs are passed over in one phrase.
const LIGHT: usize = 2;

impl Phrases {
    /// Reads the phrases of `cues`.
    pub fn of(cues: impl IntoIterator<Item = &'static Cue>) -> Self {
        let mut all = Self { by_first: vec![Vec::new()], ..Self::default() };
        for (cue, own) in cues.into_iter().enumerate() {
            for written in own.phrases.split(['\n', ';']).map(str::trim).filter(|written| !written.is_empty()) {
                all.add(cue, written);
            }
        }
        all
    }

    fn add(&mut self, cue: usize, written: &'static str) {
        let bare = written.strip_prefix('^');
        let mut parts = bare.unwrap_or(written).split_whitespace();
        let Some(Part::Word { whole, .. }) = parts.next().map(|first| self.part(first)) else { return };
        let index = self.phrases.len();
        let rest = parts.map(|part| self.part(part)).collect();
        self.phrases.push(Phrase { cue, at_start: bare.is_some(), rest });
        for word in whole {
            if let Some(own) = usize::try_from(word).ok().and_then(|word| self.by_first.get_mut(word)) {
                own.push(index);
            }
        }
    }

    fn part(&mut self, written: &'static str) -> Part {
        match written {
            ".." => return Part::Gap(NARROW),
            "..." => return Part::Gap(WIDE),
            "...." => return Part::Gap(WIDEST),
            "$" => return Part::End,
            _ => {}
        }
        let bare = written.strip_suffix('?');
        let mut whole = Vec::new();
        let mut stems = Vec::new();
        let mut number = false;
        for one in bare.unwrap_or(written).split('|') {
            if one == "#" {
                number = true;
            } else if let Some(stem) = one.strip_suffix('*') {
                stems.push(stem);
            } else {
                self.words_of(one, false, &mut whole);
            }
        }
        Part::Word { whole, stems, number, optional: bare.is_some() }
    }

    /// Adds to `out` the words that `one` stands for: itself, its forms, or those of its class, which may have classes in it.
    fn words_of(&mut self, one: &str, forms_too: bool, out: &mut Vec<u32>) {
        let bare = one.strip_suffix('~');
        let forms_too = forms_too || bare.is_some();
        let bare = bare.unwrap_or(one);
        if let Some(class) = bare.strip_prefix('@') {
            let words = CLASSES.iter().find(|(name, _)| *name == class).map_or("", |(_, words)| words);
            for word in words.split_whitespace() {
                self.words_of(word, forms_too, out);
            }
        } else if forms_too {
            out.extend(forms(bare).map(|form| self.number(form)));
        } else {
            out.push(self.number(bare.to_owned()));
        }
    }

    fn number(&mut self, word: String) -> u32 {
        let next = u32::try_from(self.by_first.len()).unwrap_or(UNKNOWN);
        let number = *self.known.entry(word).or_insert(next);
        if number == next {
            self.by_first.push(Vec::new());
        }
        number
    }

    /// All phrases in `heard`, in order of their first words.
    pub fn hits(&self, heard: &mut Heard, out: &mut Vec<Hit>) {
        out.clear();
        let mut numbers = std::mem::take(&mut heard.numbers);
        numbers.clear();
        numbers.extend(heard.words().map(|word| self.known.get(word).copied().unwrap_or(UNKNOWN)));
        heard.numbers = numbers;
        for (first, &number) in heard.numbers.iter().enumerate() {
            let Some(phrases) = usize::try_from(number).ok().and_then(|number| self.by_first.get(number)) else { continue };
            for phrase in phrases.iter().filter_map(|&index| self.phrases.get(index)) {
                if phrase.at_start && first > 0 {
                    continue;
                }
                if let Some(end) = run(&phrase.rest, heard, first + 1, LIGHT) {
                    out.push(Hit { cue: phrase.cue, first, end });
                }
            }
        }
    }
}

/// Where the parts end that begin at word `at`.
fn run(parts: &[Part], heard: &Heard, at: usize, light: usize) -> Option<usize> {
    let Some((part, rest)) = parts.split_first() else { return Some(at) };
    match part {
        Part::End => (at == heard.len()).then_some(at),
        Part::Gap(most) => (at..=(at + most).min(heard.len())).find_map(|next| run(rest, heard, next, light)),
        Part::Word { whole, stems, number, optional } => {
            let own = heard.numbers.get(at).copied();
            let is = own.is_some_and(|own| own != UNKNOWN && whole.contains(&own))
                || (own.is_some() && stems.iter().any(|stem| heard.word(at).starts_with(stem)))
                || (*number && heard.word(at).starts_with(|c: char| c.is_ascii_digit()));
            let taken = if is { run(rest, heard, at + 1, light) } else { None };
            let taken = taken.or_else(|| if *optional { run(rest, heard, at, light) } else { None });
            if taken.is_none() && light > 0 && heard.light.get(at) == Some(&true) { run(parts, heard, at + 1, light - 1) } else { taken }
        }
    }
}

/// Whether `word` is an adverb that a phrase may have anywhere.
fn is_light(word: &str) -> bool {
    (word.ends_with("ly") && word.len() > 4) || is_adverb(word)
}

/// The forms of a regular verb.
fn forms(verb: &str) -> [String; 4] {
    let stem = verb.strip_suffix('e');
    let hissing = ["s", "x", "ch", "sh"].iter().any(|end| verb.ends_with(end));
    let soft = verb.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u']));
    let (third, past) = match (soft, stem) {
        (Some(soft), _) => (format!("{soft}ies"), format!("{soft}ied")),
        (None, Some(_)) => (format!("{verb}s"), format!("{verb}d")),
        (None, None) => (format!("{verb}{}", if hissing { "es" } else { "s" }), format!("{verb}ed")),
    };
    [verb.to_owned(), third, past, format!("{}ing", stem.unwrap_or(verb))]
}

#[cfg(test)]
mod tests {
    use super::*;

    static CUES: [Cue; 1] = [Cue {
        sort: "",
        points: 1,
        phrases: "we show~ that; ^yet; aim of .. is to; rq1|rq2; more .. than; imply~ robust*; in # also? of; reach~; who ... knows;
            @look~ it; as follows $",
    }];

    fn found(said: &str) -> Vec<String> {
        let phrases = Phrases::of(&CUES);
        let mut heard = Heard::default();
        heard.hear(said);
        let mut hits = Vec::new();
        phrases.hits(&mut heard, &mut hits);
        hits.iter().map(|hit| heard.stretch(hit.first, hit.end).to_owned()).collect()
    }

    #[test]
    fn phrases_are_found_as_written() {
        for (said, expected) in [
            ("Here we clearly showed that it is so.", &["we clearly showed that"][..]),
            ("We show how.", &[]),
            ("Yet it is, and yet not.", &["yet"]),
            ("The aim of this very long study is to see.", &["aim of this very long study is to"]),
            ("The aim of this one very long study is to see.", &[]),
            ("RQ1: more of it, then, than that", &["rq1", "more of it, then, than"]),
            ("This implies robustness.", &["implies robustness"]),
            ("In 12 of and in 13 also of", &["in 12 of", "in 13 also of"]),
            ("Who of all the men that she ever met knows? Reaches", &["who of all the men that she ever met knows", "reaches"]),
            ("Exploring it, as follows", &["exploring it", "as follows"]),
            ("It is as follows: first", &[]),
            ("", &[]),
            ("‘We’ – we’ve", &[]),
        ] {
            assert_eq!(found(said), expected, "{said:?}");
        }
    }

    #[test]
    fn verbs_have_their_forms() {
        assert_eq!(forms("imply"), ["imply", "implies", "implied", "implying"]);
        assert_eq!(forms("cause"), ["cause", "causes", "caused", "causing"]);
        assert_eq!(forms("reach"), ["reach", "reaches", "reached", "reaching"]);
        assert_eq!(forms("play"), ["play", "plays", "played", "playing"]);
    }
}
