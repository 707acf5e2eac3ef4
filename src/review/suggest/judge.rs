//! Weighs a sentence: what its words say for and against, where it stands, what it looks like.

use std::sync::LazyLock;

use super::against::AGAINST;
use super::aims::{AIM, AIMS, HYPOTHESIS, LIKELY, QUESTION, SURE};
use super::claims::FOR;
use super::hypotheses::HYPOTHESES;
use super::lists::{Open, headed, label, labelled_before, unlisted};
use super::looks::Looks;
use super::others::OTHERS;
use super::phrases::{Cue, Heard, Hit, Phrases};
use super::place::Place;
use super::questions::QUESTIONS;
use super::voices::{WORKS, asking, is_others, is_speech, names_hypothesis, of_others, to_see, to_someone};
use crate::review::{Desk, Sentence};

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(FOR.iter().chain(AGAINST)));
static PURPOSES: LazyLock<Phrases> = LazyLock::new(|| Phrases::of(purposes().chain(OTHERS)));

/// The cues of hypotheses, questions and aims.
fn purposes() -> impl Iterator<Item = &'static Cue> {
    HYPOTHESES.iter().chain(QUESTIONS).chain(AIMS)
}

/// What a sentence may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// A hypothesis, a question or an aim.
    Aim { sort: &'static str, points: i32, cue: String },
    /// A claim, if it is among the best.
    Claim { points: i32 },
}

/// Points of a sentence that has nothing for it and nothing against it.
const START: i32 = 34;
/// Bytes after which an abstract is over.
const FAR: usize = 4000;
/// With fewer words it says too little.
const SHORTEST: usize = 5;
/// With more it is several sentences, or no sentence.
const LONGEST: usize = 75;

/// Weighs the sentences of one text.
pub(super) struct Judge<'a> {
    desk: &'a Desk<'a>,
    places: &'a [Place],
    heard: Heard,
    hits: Vec<Hit>,
    /// The list that the sentence before stands in or opened.
    open: Option<Open>,
    /// The last sentence that says what the work supposes, asks or is for.
    last: Option<Last>,
}

/// A sentence that says what the work supposes, asks or is for, on which the next may lean: "And who …?", "It is to …".
#[derive(Clone, Copy, Debug)]
struct Last {
    index: usize,
    sort: &'static str,
}

impl<'a> Judge<'a> {
    pub fn new(desk: &'a Desk<'a>, places: &'a [Place]) -> Self {
        Self { desk, places, heard: Heard::default(), hits: Vec::new(), open: None, last: None }
    }

    /// What sentence `index` may be, if anything.
    pub fn judge(&mut self, index: usize) -> Option<Verdict> {
        let verdict = self.verdict(index);
        if let Some(Verdict::Aim { sort, .. }) = verdict {
            self.last = Some(Last { index, sort });
        }
        verdict
    }

    fn verdict(&mut self, index: usize) -> Option<Verdict> {
        let desk = self.desk;
        let sentence = desk.sentences.get(index)?;
        let words = desk.words(sentence);
        if desk.prose.get(sentence.said)?.quoted || words.len() > LONGEST * 20 {
            return None;
        }
        let place = self.place(sentence);
        if place == Place::Aside {
            return None;
        }
        if let Some(listed) = self.listed(index, words) {
            return Some(listed);
        }
        let words = unlisted(words);
        self.heard.hear(words);
        let looks = Looks::of(words);
        if !looks.sentence || self.heard.len() > LONGEST * 2 || self.heard.len() < SHORTEST {
            return None;
        }
        // Where no title says that it is the introduction, the first part of the text is as good as one.
        let opening = place.is_opening() || (place == Place::Other && index * 4 < desk.sentences.len());
        let edge = self.position(index, sentence) > 0 && index * 5 < desk.sentences.len() * 2;
        if let Some(aim) = self.purpose(index, place, opening, edge, &looks) {
            return Some(aim);
        }
        if looks.question || looks.signs > 6 || self.heard.len() > LONGEST {
            return None;
        }
        PHRASES.hits(&mut self.heard, &mut self.hits);
        let points = START + place.points() + looks.points() + self.words_points() + self.position(index, sentence);
        Some(Verdict::Claim { points })
    }

    /// A hypothesis, a question or an aim by its label, or as an item of a list of such.
    fn listed(&mut self, index: usize, words: &str) -> Option<Verdict> {
        let long = words.split_whitespace().count();
        if let Some(open) = Open::by(self.desk, index) {
            self.open = Some(open);
            return None;
        }
        if let Some((sort, rest)) = label(words) {
            let first = rest.split_whitespace().next().unwrap_or("");
            let spoken_of =
                SPOKEN_OF.contains(&first) || rest.contains("supported") || rest.contains("rejected") || rest.contains("confirmed");
            let cue = words.get(..words.find(rest).filter(|_| !rest.is_empty())?)?.to_lowercase();
            let cue = named(sort, cue.trim_matches(|c: char| !c.is_alphanumeric()));
            return (!spoken_of && long > 4).then_some(Verdict::Aim { sort, points: 90, cue });
        }
        if let Some((sort, name)) = headed(words) {
            return Some(Verdict::Aim { sort, points: 88, cue: named(sort, &name.to_lowercase()) });
        }
        if let Some(sort) = labelled_before(self.desk, index).filter(|_| long > 3) {
            return Some(Verdict::Aim { sort, points: 88, cue: named(sort, "the label before it") });
        }
        let mut open = self.open?;
        let takes = open.takes(self.desk, index);
        self.open = Some(open).filter(|_| takes);
        (takes && (4..LONGEST).contains(&long)).then(|| Verdict::Aim {
            sort: open.sort,
            points: 88,
            cue: named(open.sort, "an item of the list of them"),
        })
    }

    fn place(&self, sentence: &Sentence) -> Place {
        let section = self.desk.prose.get(sentence.said).and_then(|said| said.section);
        let place = section.and_then(|section| self.places.get(section)).copied().unwrap_or_default();
        // Where the next heading was not seen, an abstract would go on to the end of the text.
        let heading = section.and_then(|section| self.desk.structure.sections.get(section)).map_or(0, |section| section.span.start);
        let block = self.desk.prose.get(sentence.said).and_then(|said| self.desk.structure.blocks.get(said.passage.block));
        let far = block.map_or(0, |block| block.span().start.saturating_sub(heading));
        match place {
            Place::Abstract if far > FAR => Place::Other,
            Place::Introduction if far > FAR * 4 + self.desk.text.len() / 10 => Place::Other,
            _ => place,
        }
    }

    /// The points of the words: each cue once, and the weaker ones less, since many small words make no argument.
    fn words_points(&self) -> i32 {
        let mut seen: u64 = 0;
        let mut spoken: Vec<i32> = Vec::new();
        let mut against = 0;
        for hit in &self.hits {
            let bit = 1u64 << hit.cue.min(63);
            if seen & bit != 0 {
                continue;
            }
            seen |= bit;
            match (FOR.get(hit.cue), hit.cue.checked_sub(FOR.len()).and_then(|own| AGAINST.get(own))) {
                (Some(cue), _) => spoken.push(cue.points),
                (None, Some(cue)) => against += cue.points,
                (None, None) => {}
            }
        }
        spoken.sort_unstable_by(|a, b| b.cmp(a));
        let full: i32 = spoken.iter().take(2).sum();
        let half: i32 = spoken.iter().skip(2).take(4).sum();
        full + half / 2 - against
    }

    fn position(&self, index: usize, sentence: &Sentence) -> i32 {
        let Some(said) = self.desk.prose.get(sentence.said) else { return 0 };
        if said.sentences.len() < 3 {
            return 0;
        }
        if index == said.sentences.start {
            3
        } else if index + 1 == said.sentences.end {
            4
        } else {
            0
        }
    }

    /// A hypothesis, a question or an aim, where words say so.
    fn purpose(&mut self, index: usize, place: Place, opening: bool, edge: bool, looks: &Looks) -> Option<Verdict> {
        PURPOSES.hits(&mut self.heard, &mut self.hits);
        let cue_of = |hit: &Hit| purposes().nth(hit.cue);
        let leans = self.last.filter(|last| last.index + 1 == index);
        let aside = self.hits.iter().any(|hit| cue_of(hit).is_none()) || of_others(&self.heard) || is_speech(&self.heard, looks);
        let announces = looks.open && self.open.is_some();
        // What follows on words of the kind is as good as in an opening.
        let near = opening || leans.is_some();
        let counts = |sort: &str, points: i32| {
            let theory = points >= LIKELY && place == Place::Background;
            // A line that ends in a colon only announces what its items say.
            let likely = near && points >= LIKELY;
            points >= SURE || !announces && if sort == QUESTION { looks.question || likely } else { opening || theory || likely }
        };
        let best = self.hits.iter().filter_map(|hit| Some((cue_of(hit)?, hit))).filter(|(cue, hit)| {
            // "It seeks to" says nothing of the work unless the sentence before speaks of it.
            let it = hit.first == 0 && self.heard.word(0) == "it" && cue.sort == AIM;
            counts(cue.sort, cue.points) && !is_others(&self.heard, hit) && (!it || self.spoken_of(index))
        });
        if let Some((cue, hit)) = best.max_by_key(|(cue, hit)| (cue.points, hit.end - hit.first)).filter(|_| !aside) {
            let points = cue.points - if place == Place::Method && cue.sort == AIM { 12 } else { 0 };
            let said = self.whole(hit);
            let sort = if looks.question { QUESTION } else { cue.sort };
            let cue = named(sort, said);
            return Some(Verdict::Aim { sort, points, cue });
        }
        if place == Place::Abstract && !aside && to_see(&self.heard) {
            return Some(Verdict::Aim { sort: AIM, points: 80, cue: named(AIM, self.heard.stretch(0, 2)) });
        }
        if !aside && (looks.labelled || (place == Place::Questions && names_hypothesis(&self.heard))) {
            return Some(Verdict::Aim { sort: HYPOTHESIS, points: 84, cue: "named as a hypothesis".to_owned() });
        }
        if let Some(last) = leans.filter(|_| self.leans(looks)) {
            let sort = if looks.question { QUESTION } else { last.sort };
            return Some(Verdict::Aim { sort, points: 80, cue: named(sort, "goes on from the sentence before") });
        }
        if aside {
            return None;
        }
        if looks.question && !looks.quoted { self.question(place, opening, edge) } else { None }
    }

    /// Whether the sentence goes on with what the one before says of the work: a further question, or "It is to …".
    fn leans(&self, looks: &Looks) -> bool {
        let heard = &self.heard;
        let it = heard.word(0) == "it" && heard.word(1) == "is" && matches!(heard.word(2), "to" | "with" | "in");
        let asks = || asking(heard).is_some_and(|at| at < 3) && !to_someone(heard);
        // "What is a map, after all, but a promise?" asks nothing.
        let rhetorical = || heard.len() < 5 || heard.low.contains("after all");
        it || (looks.question && !looks.quoted && !rhetorical() && asks())
    }

    /// Whether the sentence before `index` speaks of the work.
    fn spoken_of(&self, index: usize) -> bool {
        let before = index.checked_sub(1).and_then(|before| self.desk.sentences.get(before));
        let low = before.map(|before| self.desk.words(before).to_lowercase()).unwrap_or_default();
        let mut words = low.split_whitespace();
        words.any(|word| matches!(word, "this" | "my" | "our" | "present"))
            && words.next().is_some_and(|word| WORKS.contains(&word.trim_end_matches(|c: char| !c.is_alphabetic())))
    }

    /// The words of `hit` with the article before it and the "that" behind it.
    fn whole(&self, hit: &Hit) -> &str {
        let article =
            |word: &str| matches!(word, "the" | "our" | "my" | "a" | "an" | "main" | "central" | "this" | "die" | "das" | "notre");
        let mut first = hit.first;
        while first > 0 && hit.first - first < 2 && article(self.heard.word(first - 1)) {
            first -= 1;
        }
        let leads = matches!(self.heard.word(hit.end), "that" | "to" | "whether" | "how" | "dass" | "que" | "what");
        self.heard.stretch(first, hit.end + usize::from(leads))
    }

    /// A question that does not say that it is one of the work's.
    fn question(&self, place: Place, opening: bool, edge: bool) -> Option<Verdict> {
        let asking = asking(&self.heard)?;
        if to_someone(&self.heard) || self.heard.len() < 6 || (!opening && asking > 2) {
            return None;
        }
        let points = match place {
            Place::Questions => 88,
            _ if opening => 78,
            Place::Conclusion | Place::Discussion | Place::Background => 62,
            Place::Other if edge && matches!(self.heard.word(asking), "how" | "why" | "extent" | "wie" | "inwieweit" | "comment") => 60,
            _ => return None,
        };
        let cue = format!("{QUESTION}: {}", self.heard.stretch(asking.saturating_sub(1), asking + 3));
        Some(Verdict::Aim { sort: QUESTION, points, cue })
    }

    /// What kind of claim sentence `index` is, and the words that led there.
    pub fn reasons(&mut self, index: usize) -> (&'static str, String) {
        let Some(sentence) = self.desk.sentences.get(index) else { return ("claim", String::new()) };
        self.heard.hear(unlisted(self.desk.words(sentence)));
        PHRASES.hits(&mut self.heard, &mut self.hits);
        let mut of_cue: Vec<(i32, &Hit)> = Vec::new();
        for hit in &self.hits {
            let Some(cue) = FOR.get(hit.cue) else { continue };
            match of_cue.iter_mut().find(|(_, own)| own.cue == hit.cue) {
                Some((_, own)) if hit.end - hit.first > own.end - own.first => *own = hit,
                Some(_) => {}
                None => of_cue.push((cue.points, hit)),
            }
        }
        of_cue.sort_by_key(|&(points, hit)| (-points, hit.cue));
        let sort = of_cue.first().and_then(|(_, hit)| FOR.get(hit.cue)).map_or("claim", |cue| cue.sort);
        let mut said: Vec<&str> = Vec::new();
        for (_, hit) in of_cue.iter().take(3) {
            let words = self.heard.stretch(hit.first, hit.end);
            if !said.iter().any(|own| own.contains(words)) {
                said.push(words);
            }
        }
        said.extend(self.place(sentence).name());
        (sort, said.join("; "))
    }
}

/// The cue of a hypothesis, a question or an aim, given the words.
pub(super) fn named(sort: &str, said: &str) -> String {
    if matches!(sort, QUESTION | AIM) { format!("{sort}: {said}") } else { said.to_owned() }
}

/// Behind a label, words that speak of the hypothesis and do not state it.
const SPOKEN_OF: &[&str] = &["was", "were", "is", "are", "has", "could", "can", "as", "and", "to", "in", "on"];
