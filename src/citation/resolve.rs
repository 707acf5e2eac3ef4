//! The walk through a text's references: first the reference list, since notes may lean on it from the start; then the
//! notes in their order, each against what came before it; then the citations of the prose. What leans on something
//! that cannot be told, or on one of several, says so; nothing that may be wrong is called sure.

use std::collections::HashMap;

use super::fields::{self, Kind as Where};
use super::forms::{self, Back, Kind, Piece};
use super::works::{Catalogue, Found, Identity};
use super::{Citation, Citations, Doubt, Field, Fields, Form, Home, Reference, leaning, order};
use crate::structure::{Block, BlockKind, Reading, Structure};
use crate::text::Span;

/// Reads all references and citations of `text`.
pub(super) fn resolve(text: &str, structure: &Structure) -> Citations {
    let mut desk = Desk::new(text, structure);
    desk.read_list();
    for note in 0..structure.notes.len() {
        desk.read_note(note);
    }
    desk.look_ahead();
    desk.say_what_repeats();
    desk.cite_notes();
    desk.read_prose();
    order::put_in_order(desk.references, desk.works, desk.citations)
}

/// What is on the table while a text is read.
pub(super) struct Desk<'a> {
    pub(super) text: &'a str,
    pub(super) structure: &'a Structure,
    pub(super) references: Vec<Reference>,
    /// For each note its references.
    pub(super) of_note: Vec<Vec<usize>>,
    /// For each note the run of numbers it belongs to.
    run: Vec<usize>,
    /// Whether numbers start again on each page.
    by_page: bool,
    /// For each run and label the note.
    labelled: HashMap<(usize, &'a str), usize>,
    pub(super) catalogue: Catalogue,
    /// For each work its references, in the order of reading.
    works: Vec<Vec<usize>>,
    /// For each work whether a note has named it.
    cited: Vec<bool>,
    /// References that point to a later note, with what they say of it.
    ahead: Vec<(usize, Identity, String)>,
    pub(super) citations: Vec<Citation>,
    /// References of the list, with their entry's words and its printed number.
    pub(super) entries: Vec<(usize, String, Option<String>)>,
}

/// A reference before it has a work.
pub(super) struct Said {
    pub parts: Vec<Span>,
    pub fields: Fields,
}

impl<'a> Desk<'a> {
    fn new(text: &'a str, structure: &'a Structure) -> Self {
        let run = runs(structure);
        let by_page = starts_on_each_page(structure, &run);
        let mut labelled = HashMap::new();
        for (note, run) in
            structure.notes.iter().zip(&run).enumerate().map(|(i, (note, &run))| ((run, note.label.as_str()), i)).map(|(key, i)| (i, key))
        {
            labelled.entry(run).or_insert(note);
        }
        Self {
            text,
            structure,
            references: Vec::new(),
            of_note: vec![Vec::new(); structure.notes.len()],
            run,
            by_page,
            labelled,
            catalogue: Catalogue::default(),
            works: Vec::new(),
            cited: Vec::new(),
            ahead: Vec::new(),
            citations: Vec::new(),
            entries: Vec::new(),
        }
    }

    fn label(&self, note: usize) -> String {
        self.structure.notes.get(note).map_or_else(String::new, |note| note.label.clone())
    }

    /// The works that a note names, each once, in order.
    pub(super) fn works_of(&self, note: usize) -> Vec<usize> {
        let mut works = Vec::new();
        for work in self.of_note.get(note).into_iter().flatten().filter_map(|&own| self.references.get(own)?.work) {
            if !works.contains(&work) {
                works.push(work);
            }
        }
        works
    }

    /// Files a reference under `work`, or under none.
    pub(super) fn file(
        &mut self, home: Home, said: Said, form: Form, work: Option<usize>, leans_on: Option<usize>, doubt: Option<Doubt>,
    ) -> usize {
        let index = self.references.len();
        self.references.push(Reference { home, parts: said.parts, form, fields: said.fields, work, leans_on, repeats: None, doubt });
        if let Home::Note(note) = home {
            if let Some(own) = self.of_note.get_mut(note) {
                own.push(index);
            }
            if let Some(cited) = work.and_then(|work| self.cited.get_mut(work)) {
                *cited = true;
            }
        }
        if let Some(references) = work.and_then(|work| self.works.get_mut(work)) {
            references.push(index);
        }
        index
    }

    /// A work that was not known before.
    pub(super) fn new_work(&mut self, identity: Identity) -> usize {
        let work = self.catalogue.add(identity);
        self.works.push(Vec::new());
        self.cited.push(false);
        work
    }

    fn read_note(&mut self, note: usize) {
        let Some((block, reading)) = self.body(note) else { return };
        let plain = leaning::without_emphasis(&reading.text);
        for piece in forms::pieces(&plain) {
            if piece.kind == Kind::Comment {
                self.mentioned(note, &block, &reading, &piece);
                continue;
            }
            let leans = matches!(piece.kind, Kind::Ibid | Kind::Back(_));
            let words = if leans { &*plain } else { reading.text.as_str() };
            let words = words.get(piece.range.clone()).unwrap_or("");
            let parts = reading.to_spans(&block, piece.range.clone());
            if parts.is_empty() {
                continue;
            }
            let index = match &piece.kind {
                Kind::Ibid => self.ibid(note, parts, words, &reading, &piece),
                Kind::Back(back) => self.back(note, parts, words, &reading, &piece, back),
                _ => self.plain(note, parts, words, &reading, &piece),
            };
            if let Some(work) = self.references.get(index).and_then(|reference| reference.work) {
                for name in &piece.hereafter {
                    self.catalogue.call(work, name);
                }
            }
        }
    }

    /// A known work that a sentence names by its title and a page, and its author before: "Renner says so in Taxing the
    /// Blossom, 31." Nothing else is taken out of a comment.
    fn mentioned(&mut self, note: usize, block: &Block, reading: &Reading, piece: &Piece) {
        let words = reading.text.get(piece.range.clone()).unwrap_or("");
        // What gives no page names no place in a work.
        if !words.trim_end_matches(['.', ' ', ')']).ends_with(|c: char| c.is_ascii_digit()) {
            return;
        }
        let begins = words.match_indices(" in ").map(|(at, lead)| at + lead.len());
        let capital =
            |at: &usize| words.get(*at..).is_some_and(|tail| tail.starts_with(|c: char| c.is_uppercase() || "“\"«*_".contains(c)));
        for begin in begins.filter(capital).take(MENTIONS) {
            let (head, tail) = words.split_at(begin);
            let mut fields = fields::parse(tail, Where::Note);
            if fields.locator.is_none() || is_whole(&fields) {
                continue;
            }
            let named = name_alone(tail, &fields);
            let Some(identity) = Identity::of_title(&named) else { continue };
            let Found::One(work, strength) = self.catalogue.find(&identity, None) else { continue };
            let written = |name: &str| name.chars().count() > 2 && head.contains(name);
            let own = self.works.get(work).into_iter().flatten().filter_map(|&own| self.references.get(own));
            let by_them = own.flat_map(|own| &own.fields.authors).any(|name| written(&name.family));
            let start = piece.range.start + begin;
            let end = start + tail.trim_end_matches(['.', ' ']).len();
            let parts = reading.to_spans(block, start..end);
            if strength < 55 || !by_them || parts.is_empty() {
                continue;
            }
            fields.title = None;
            fields.authors.clear();
            in_source(&mut fields, reading, start);
            let leans_on = self.works.get(work).and_then(|own| own.last()).copied();
            self.file(Home::Note(note), Said { parts, fields }, Form::Short, Some(work), leans_on, None);
            return;
        }
    }

    /// The words of a note without its number.
    pub(super) fn body(&self, note: usize) -> Option<(Block, Reading)> {
        let note = self.structure.notes.get(note)?;
        let block = self.structure.blocks.get(note.block?)?;
        let parts = self.structure.words_of_note(note)?;
        let own = Block { kind: BlockKind::Note, level: 0, parts, markers: block.markers.clone(), page: block.page };
        let reading = Reading::of_block(self.text, &own);
        Some((own, reading))
    }

    fn ibid(&mut self, note: usize, parts: Vec<Span>, words: &str, reading: &Reading, piece: &Piece) -> usize {
        let fields = located(words, reading, piece);
        let said = Said { parts, fields };
        let own = self.of_note.get(note).and_then(|own| own.last()).copied();
        let (leans_on, doubt) = match own {
            Some(own) => (Some(own), None),
            None => self.before(note),
        };
        let basis = leans_on.and_then(|basis| self.references.get(basis));
        let work = basis.and_then(|basis| basis.work);
        let doubt = doubt.or_else(|| basis.and_then(|basis| basis.doubt.clone()));
        self.file(Home::Note(note), said, Form::Ibid, work, leans_on, doubt)
    }

    /// The reference that ibid. at the start of `note` means, and why that is not sure.
    fn before(&self, note: usize) -> (Option<usize>, Option<Doubt>) {
        // Where numbers start again on each page, a page goes on with the one before; a chapter does not.
        let same_run = |other: usize| self.by_page || self.run.get(other) == self.run.get(note);
        let earlier: Vec<usize> = (0..note).rev().take_while(|&other| same_run(other)).take(REACH_OF_IBID).collect();
        // A note by a sign stands outside the numbers.
        let numbered =
            |other: usize| self.structure.notes.get(other).is_some_and(|note| note.label.starts_with(|c: char| c.is_alphanumeric()));
        let says = |other: usize| self.of_note.get(other).is_some_and(|own| !own.is_empty());
        let Some(&just) = earlier.iter().find(|&&other| numbered(other) || says(other)) else { return (None, Some(Doubt::NothingBefore)) };
        let own = self.of_note.get(just).map_or(&[][..], Vec::as_slice);
        match (own, self.works_of(just).len()) {
            ([.., last], 0 | 1) => {
                // A note between the two is not in this text.
                (Some(*last), missing_between(&self.label(just), &self.label(note)).map(Doubt::NoSuchNote))
            }
            ([.., last], _) => (Some(*last), Some(Doubt::SeveralBefore(self.label(just)))),
            ([], _) => {
                let guess = earlier.iter().find_map(|&other| self.of_note.get(other)?.last().copied());
                let nothing = guess.is_none();
                (guess, Some(if nothing { Doubt::NothingBefore } else { Doubt::NoneBefore(self.label(just)) }))
            }
        }
    }

    fn back(&mut self, note: usize, parts: Vec<Span>, words: &str, reading: &Reading, piece: &Piece, back: &Back) -> usize {
        let said_words = reading.text.get(back.words.clone()).unwrap_or("");
        let mut fields = fields::parse(said_words, Where::Note);
        in_source(&mut fields, reading, back.words.start);
        // What is left of the sign is a name and a title; a page stands behind it.
        fields.locator = located(words, reading, piece).locator;
        let identity = Identity::of(&fields, Form::Short);
        let (work, doubt) = match back.note.as_deref() {
            Some(label) => self.in_note(note, label, &identity, said_words, back.forward),
            None => self.by_name(note, &identity, said_words),
        };
        let leans_on = work.and_then(|work| self.works.get(work)?.last().copied());
        let said = Said { parts, fields };
        let index = self.file(Home::Note(note), said, Form::Short, work, leans_on, doubt);
        if let Some(label) = back.note.as_deref().filter(|_| work.is_none())
            && self.noted(note, label).is_some_and(|target| target > note)
        {
            self.ahead.push((index, identity, said_words.to_owned()));
            // Kept where it is found again once all notes are read.
            if let Some(reference) = self.references.get_mut(index) {
                reference.doubt = Some(Doubt::NoSuchNote(label.to_owned()));
            }
        }
        index
    }

    /// The note with this label, in the same run as `note`.
    fn noted(&self, note: usize, label: &str) -> Option<usize> {
        self.labelled.get(&(*self.run.get(note)?, label)).copied()
    }

    /// The work that "supra note 7" means.
    fn in_note(&self, note: usize, label: &str, identity: &Identity, words: &str, forward: bool) -> (Option<usize>, Option<Doubt>) {
        let guess = || match self.by_name(note, identity, words) {
            (Some(work), None) => Some(work),
            _ => None,
        };
        let Some(target) = self.noted(note, label).filter(|&target| target != note) else {
            return (guess(), Some(Doubt::NoSuchNote(label.to_owned())));
        };
        if target > note && !forward {
            // A number that lies ahead is a slip, or the notes were numbered anew.
            return (guess(), Some(Doubt::NoSuchNote(label.to_owned())));
        }
        let works = self.works_of(target);
        match self.among(&works, identity, words) {
            Found::One(work, _) => (Some(work), self.doubt_in(target, work)),
            Found::Several(_) => (None, Some(Doubt::SeveralInNote(label.to_owned()))),
            Found::None => (guess(), Some(Doubt::OtherInNote(label.to_owned()))),
        }
    }

    /// What leans on something doubtful is doubtful.
    fn doubt_in(&self, note: usize, work: usize) -> Option<Doubt> {
        let own = self.of_note.get(note)?.iter().filter_map(|&own| self.references.get(own)).find(|own| own.work == Some(work))?;
        own.doubt.clone()
    }

    /// Which of `works` goes with a name or a title.
    fn among(&self, works: &[usize], identity: &Identity, words: &str) -> Found {
        if words.is_empty() {
            return match works {
                [] => Found::None,
                [one] => Found::One(*one, 100),
                many => Found::Several(many.to_vec()),
            };
        }
        if let Some(work) = self.catalogue.called(words).filter(|work| works.contains(work)) {
            return Found::One(work, 100);
        }
        let named = Identity::of_name(words);
        let by_name = if is_name(words) { &named } else { identity };
        for found in [self.catalogue.find(identity, Some(works)), self.catalogue.by(by_name, Some(works))] {
            if found != Found::None {
                return found;
            }
        }
        // The name may stand where no field was found for it: then its words decide.
        let said: Vec<&usize> = works.iter().filter(|&&work| self.says(work, words)).collect();
        match said.as_slice() {
            [] => Found::None,
            [one] => Found::One(**one, 60),
            many => Found::Several(many.iter().map(|&&work| work).collect()),
        }
    }

    /// Whether a reference to `work` has all the telling words of `words`.
    fn says(&self, work: usize, words: &str) -> bool {
        let telling: Vec<&str> = words
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| word.chars().count() > 2 && word.starts_with(char::is_uppercase))
            .collect();
        let references = self.works.get(work).into_iter().flatten().filter_map(|&own| self.references.get(own));
        !telling.is_empty()
            && references.take(4).any(|reference| {
                let own: String = reference.parts.iter().map(|part| part.of(self.text)).collect::<Vec<_>>().join(" ");
                telling.iter().all(|word| own.contains(word))
            })
    }

    /// The work that a name or a short title means, among what came before.
    fn by_name(&self, note: usize, identity: &Identity, words: &str) -> (Option<usize>, Option<Doubt>) {
        if let Some(work) = self.catalogue.called(words) {
            return (Some(work), None);
        }
        if words.is_empty() || identity.is_empty() {
            let (before, _) = self.before(note);
            return (before.and_then(|before| self.references.get(before)?.work), Some(Doubt::TooLittle));
        }
        match self.prefer_cited(self.catalogue.find(identity, None)) {
            Found::One(work, strength) => return (Some(work), (strength < 55).then(|| Doubt::Several(vec![work]))),
            Found::Several(works) => return (self.latest(&works), Some(Doubt::Several(works))),
            Found::None if identity.has_title() && !is_name(words) => {
                // The name may be that of an editor, the title that of the volume.
                let saying: Vec<usize> = self.catalogue.near(identity).into_iter().filter(|&work| self.says(work, words)).collect();
                return match saying.as_slice() {
                    [one] => (Some(*one), None),
                    _ => (None, Some(Doubt::NotFound)),
                };
            }
            Found::None => {}
        }
        let name = if identity.has_title() { &Identity::of_name(words) } else { identity };
        match self.prefer_cited(self.catalogue.by(name, None)) {
            Found::One(work, _) => (Some(work), None),
            Found::Several(works) => (self.latest(&works), Some(Doubt::Several(works))),
            Found::None => (None, Some(Doubt::NotFound)),
        }
    }

    /// Works that notes have named come before those that only the list has.
    fn prefer_cited(&self, found: Found) -> Found {
        let Found::Several(works) = found else { return found };
        let cited: Vec<usize> = works.iter().copied().filter(|&work| self.cited.get(work).copied().unwrap_or(false)).collect();
        match cited.as_slice() {
            [] => Found::Several(works),
            [one] => Found::One(*one, 60),
            _ => Found::Several(cited),
        }
    }

    /// The one of `works` that was named last.
    fn latest(&self, works: &[usize]) -> Option<usize> {
        works.iter().copied().max_by_key(|&work| self.works.get(work).and_then(|own| own.last()).copied())
    }

    fn plain(&mut self, note: usize, parts: Vec<Span>, words: &str, reading: &Reading, piece: &Piece) -> usize {
        let mut fields = fields::parse(words, Where::Note);
        let named = name_alone(words, &fields);
        in_source(&mut fields, reading, piece.range.start);
        let home = Home::Note(note);
        if let Some(work) = self.catalogue.called(&named) {
            let leans_on = self.works.get(work).and_then(|own| own.last()).copied();
            return self.file(home, Said { parts, fields }, Form::Short, Some(work), leans_on, None);
        }
        let whole = if is_web(&fields) { Form::Url } else { Form::Full };
        if is_whole(&fields) {
            let identity = Identity::of(&fields, whole);
            let (work, doubt) = match self.catalogue.find(&identity, None) {
                Found::One(work, _) => (work, None),
                Found::Several(works) => match self.prefer_cited(Found::Several(works)) {
                    Found::One(work, _) => (work, None),
                    Found::Several(works) => (works.first().copied().unwrap_or(0), Some(Doubt::Several(works))),
                    Found::None => (self.new_work(identity.clone()), None),
                },
                Found::None => (self.new_work(identity.clone()), None),
            };
            let known = self.works.get(work).and_then(|own| own.last()).copied();
            self.catalogue.describe(work, identity);
            // "Harlan, 14 Vt. at 306": a case by its volume, without the page where it begins and its year.
            if let Some(leans_on) = known.filter(|_| short_case(&fields)) {
                return self.file(home, Said { parts, fields }, Form::Short, Some(work), Some(leans_on), doubt);
            }
            return self.file(home, Said { parts, fields }, whole, Some(work), None, doubt);
        }
        let identity = Identity::of(&fields, Form::Short);
        let (mut identity, mut found) = (identity.clone(), self.by_name(note, &identity, &named));
        // A title with commas in it may have been taken for more names.
        if found.0.is_none()
            && let Some(other) = Identity::of_name_and_title(&named)
            && let again @ (Some(_), None) = self.by_name(note, &other, &named)
        {
            (identity, found) = (other, again);
        }
        match found {
            (Some(work), doubt) if doubt != Some(Doubt::TooLittle) => {
                let leans_on = self.works.get(work).and_then(|own| own.last()).copied();
                // A name alone would stand for all that its bearer wrote.
                if doubt.is_none() && identity.has_title() {
                    self.catalogue.describe(work, identity);
                }
                self.file(home, Said { parts, fields }, Form::Short, Some(work), leans_on, doubt)
            }
            _ => {
                // Named here for the first time, and too thinly to be found.
                let work = self.new_work(identity.clone());
                let doubt = (!identity.has_title()).then_some(Doubt::TooLittle);
                self.file(home, Said { parts, fields }, Form::Incomplete, Some(work), None, doubt)
            }
        }
    }

    /// What pointed to a later note, now that all are read.
    fn look_ahead(&mut self) {
        for (index, identity, words) in std::mem::take(&mut self.ahead) {
            let Some(reference) = self.references.get(index) else { continue };
            let (Home::Note(note), Some(Doubt::NoSuchNote(label))) = (reference.home, reference.doubt.clone()) else { continue };
            let (work, doubt) = self.in_note(note, &label, &identity, &words, true);
            if let Some(reference) = self.references.get_mut(index) {
                reference.work = work;
                reference.doubt = doubt;
            }
            if let Some(references) = work.and_then(|work| self.works.get_mut(work)) {
                references.push(index);
                references.sort_unstable();
            }
        }
    }

    /// For each reference of a note the first note that names its work, or that gives it in full.
    fn say_what_repeats(&mut self) {
        let mut first: HashMap<(usize, usize), usize> = HashMap::new();
        let mut in_full: HashMap<(usize, usize), usize> = HashMap::new();
        for note in 0..self.of_note.len() {
            let run = self.run.get(note).copied().unwrap_or(0);
            let own = self.of_note.get(note).cloned().unwrap_or_default();
            for &index in &own {
                let Some(reference) = self.references.get_mut(index) else { continue };
                let Some(work) = reference.work else { continue };
                let whole = matches!(reference.form, Form::Full | Form::Url);
                reference.repeats = in_full.get(&(run, work)).or_else(|| first.get(&(run, work)).filter(|_| !whole)).copied();
            }
            // What stands in one note does not repeat it.
            for &index in &own {
                let Some(reference) = self.references.get(index) else { continue };
                let Some(work) = reference.work else { continue };
                first.entry((run, work)).or_insert(note);
                if matches!(reference.form, Form::Full | Form::Url) {
                    in_full.entry((run, work)).or_insert(note);
                }
            }
        }
    }
}

/// How many places of a comment are tried for a work's title.
const MENTIONS: usize = 8;

/// How many notes before it ibid. may lean on, where those between cite nothing.
const REACH_OF_IBID: usize = 12;

/// For each note the run of numbers it belongs to: numbers start again in each chapter or on each page.
fn runs(structure: &Structure) -> Vec<usize> {
    let mut run = 0;
    let mut last = 0u32;
    structure
        .notes
        .iter()
        .map(|note| {
            if let Ok(number) = note.label.parse::<u32>() {
                if number <= 2 && last > number || number == last && number == 1 {
                    run += 1;
                }
                last = number;
            }
            run
        })
        .collect()
}

/// Whether each run of numbers stands on a page of its own.
fn starts_on_each_page(structure: &Structure, run: &[usize]) -> bool {
    let mut pages: HashMap<usize, (usize, usize)> = HashMap::new();
    for (note, run) in structure.notes.iter().zip(run) {
        let at = note.markers.first().map(|marker| marker.start).or_else(|| Some(structure.blocks.get(note.block?)?.span().start));
        if let Some(page) = at.and_then(|at| structure.page_at(at)) {
            let ends = pages.entry(*run).or_insert((page, page));
            *ends = (ends.0.min(page), ends.1.max(page));
        }
    }
    let alone = pages.values().filter(|(first, last)| first == last).count();
    pages.len() > 2 && alone * 10 >= pages.len() * 8
}

/// The label of the note before `b` where that is not `a`, since some between the two are missing.
fn missing_between(a: &str, b: &str) -> Option<String> {
    let (a, b) = (a.parse::<u32>().ok()?, b.parse::<u32>().ok()?);
    (b > a + 1).then(|| (b - 1).to_string())
}

/// Whether `words` are names and nothing else: short, capital, without a comma that sets off a title.
fn is_name(words: &str) -> bool {
    let mut count = 0;
    let plain = words.split_whitespace().all(|word| {
        count += 1;
        word.starts_with(char::is_uppercase)
            || matches!(word, "and" | "&" | "und" | "et" | "al." | "al" | "van" | "von" | "de" | "der" | "y" | "e")
    });
    plain && count <= 6 && !words.contains([',', '“', '"', '«', ':'])
}

/// Whether a reference says enough to be found by: a title with where it came out, or law by its report.
fn is_whole(fields: &Fields) -> bool {
    let out = fields.publisher.is_some() || fields.place.is_some() || fields.container.is_some() || fields.url.is_some();
    let law = fields.volume.is_some() && fields.container.is_some();
    let named = !fields.authors.is_empty() && fields.year.is_some();
    let imprint = fields.publisher.is_some() || fields.place.is_some();
    // A book of law reviews gives neither press nor place, but the author's whole name.
    let plain = named && fields.title.is_some() && fields.authors.iter().any(|name| name.given.len() > 2);
    (fields.title.is_some() && out)
        || law
        || fields.url.is_some()
        || (named && imprint)
        || plain
        || (fields.container.is_some() && fields.year.is_some())
}

/// Whether a reference is to a case by the volume of its report alone, as only one that was given before can be.
fn short_case(fields: &Fields) -> bool {
    let report = fields.volume.is_some() && fields.container.is_some() && fields.locator.is_some();
    report && fields.year.is_none() && fields.pages.is_none() && fields.publisher.is_none() && fields.url.is_none()
}

/// A page of the web, and nothing that was printed.
pub(super) fn is_web(fields: &Fields) -> bool {
    let doi = fields.url.as_ref().is_some_and(|url| url.text.contains("doi"));
    let printed = fields.container.is_some()
        || fields.volume.is_some()
        || fields.pages.is_some()
        || (fields.publisher.is_some() && fields.year.as_ref().is_some_and(|year| year.text.starts_with(|c: char| c.is_ascii_digit())));
    fields.url.is_some() && !doi && !printed
}

/// Places of `fields`, given in a piece that begins at byte `from` of `reading`, as places of the source.
pub(super) fn in_source(fields: &mut Fields, reading: &Reading, from: usize) {
    let place = |span: &mut Span| *span = Span::new(reading.to_source(from + span.start), reading.end_to_source(from + span.end));
    for name in fields.authors.iter_mut().chain(&mut fields.editors) {
        place(&mut name.span);
    }
    let all = [
        &mut fields.title,
        &mut fields.container,
        &mut fields.place,
        &mut fields.publisher,
        &mut fields.year,
        &mut fields.volume,
        &mut fields.issue,
        &mut fields.edition,
        &mut fields.pages,
        &mut fields.url,
        &mut fields.accessed,
        &mut fields.locator,
    ];
    for field in all.into_iter().flatten() {
        place(&mut field.span);
    }
}

/// The page that a leaning reference gives behind what it leans by.
fn located(words: &str, reading: &Reading, piece: &Piece) -> Fields {
    let mut fields = Fields::default();
    if let Some(found) = leaning::locator_of(words) {
        let text = words.get(found.clone()).unwrap_or("").to_owned();
        fields.locator = Some(Field { text, span: Span::new(found.start, found.end) });
    }
    in_source(&mut fields, reading, piece.range.start);
    fields
}

/// The words of a short reference without its page.
fn name_alone(words: &str, fields: &Fields) -> String {
    let end = fields.locator.as_ref().map_or(words.len(), |locator| locator.span.start);
    let bare = words.get(..end).unwrap_or(words).trim_end();
    let bare = ["pp.", "p.", "at", "S.", "pp", "p"]
        .iter()
        .find_map(|word| bare.strip_suffix(word).filter(|rest| rest.ends_with([' ', ','])))
        .unwrap_or(bare);
    bare.trim_end_matches([',', ' ', '.', ':', ';']).to_owned()
}
