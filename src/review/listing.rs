//! The reference list as it is held against what the prose cites. Names and years are looked up in all the words of the
//! list, since its fields may be misread and its entries torn: only what is nowhere in it is called missing.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::desk::Desk;
use super::rule::{Finding, Rule};
use super::variants::{distance, letters};
use crate::citation::{Citation, Doubt, Home, Style};
use crate::structure::BlockKind;
use crate::text::{Span, outer};

/// An entry of the list.
#[derive(Clone, Debug, Default)]
pub(super) struct Entry {
    /// Index in [`crate::citation::Citations::references`].
    pub reference: usize,
    /// The family name of its first author, as [`letters`].
    pub family: String,
    /// Its year, with its letter.
    pub year: String,
    /// Whether it was read as an entry should be: names and a year, and not too much.
    pub sound: bool,
    /// Which list it stands in: prose between two makes them two.
    pub list: usize,
    /// Its number, where it has one.
    pub number: Option<u32>,
}

/// What a citation by name and year says.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cited {
    /// The names, as printed.
    pub names: Vec<String>,
    /// Year with letter.
    pub year: String,
}

/// What the list has of a citation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// An entry.
    Listed,
    /// Nobody can tell.
    Unsure,
    /// Nothing.
    Missing,
    /// One entry by that name, of another year: index in [`Listing::entries`].
    OtherYear(usize),
    /// An entry of that year with the name in another spelling: its index, the name here, the name there.
    OtherName(usize, String, String),
}

/// A citation by name and year: from its first character to its last, its parts, what it says, what the list has of it.
pub(super) type Held = (Span, Vec<Span>, Cited, Standing);

/// The lists of a text, ready to be asked.
pub(super) struct Listing {
    /// In order.
    pub entries: Vec<Entry>,
    /// Where each word and each year stands: ordinals of entries, in order.
    places: HashMap<String, Vec<usize>>,
    of_work: HashMap<usize, usize>,
    of_family: HashMap<String, Vec<usize>>,
}

/// Words before a year that name no author.
const NO_NAMES: &[&str] = &[
    "act",
    "agreement",
    "annual",
    "appendix",
    "article",
    "bill",
    "case",
    "census",
    "chapter",
    "code",
    "conference",
    "constitution",
    "convention",
    "decree",
    "directive",
    "edition",
    "equation",
    "figure",
    "gesetz",
    "law",
    "order",
    "press",
    "proceedings",
    "protocol",
    "regulation",
    "release",
    "report",
    "resolution",
    "section",
    "style",
    "survey",
    "symposium",
    "table",
    "treaty",
    "verlag",
    "version",
    "workshop",
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

impl Listing {
    /// The lists of `desk`.
    pub fn new(desk: &Desk) -> Self {
        let mut listing = Self { entries: Vec::new(), places: HashMap::new(), of_work: HashMap::new(), of_family: HashMap::new() };
        let (mut list, mut last) = (0, None);
        for (index, reference) in desk.citations.references.iter().enumerate() {
            let Home::Entry(block) = reference.home else { continue };
            if last.is_some_and(|last| prose_between(desk, last, block)) {
                list += 1;
            }
            last = Some(block);
            let words = desk.reference_words(index);
            let ordinal = listing.entries.len();
            listing.file(words, ordinal);
            if let Some(work) = reference.work {
                listing.of_work.entry(work).or_insert(ordinal);
            }
            let fields = &reference.fields;
            let first = fields.authors.first().or(fields.editors.first());
            let year = fields.year.as_ref().map_or_else(String::new, |year| year.text.clone());
            let undated =
                ["forthcoming", "in press", "n.d", "o. J", "o.J", "im Druck", "in preparation"].iter().any(|word| words.contains(word));
            let family = first.map_or_else(String::new, |name| letters(&name.family));
            listing.of_family.entry(family.clone()).or_default().push(ordinal);
            listing.entries.push(Entry {
                reference: index,
                family,
                sound: (first.is_some() || fields.title.is_some())
                    && (year.contains(|c: char| c.is_ascii_digit()) || undated)
                    && (20..900).contains(&words.len()),
                year,
                list,
                number: number_of(words),
            });
        }
        listing.file_neighbours(desk);
        listing
    }

    /// Whether most entries were read as entries should be.
    pub fn is_sound(&self) -> bool {
        let sound = self.entries.iter().filter(|entry| entry.sound).count();
        self.entries.len() >= LEAST && sound * 4 >= self.entries.len() * 3
    }

    fn file(&mut self, words: &str, ordinal: usize) {
        for word in tokens(words) {
            let places = self.places.entry(word).or_default();
            if places.last() != Some(&ordinal) {
                places.push(ordinal);
            }
        }
    }

    /// Short blocks among the entries are pieces of them.
    fn file_neighbours(&mut self, desk: &Desk) {
        let blocks = &desk.structure.blocks;
        let mut ordinal = self.entries.len() + 10;
        let mut near = 0;
        for block in blocks {
            if block.kind == BlockKind::BibliographyEntry {
                near = 6;
            } else if near > 0 && !block.kind.is_furniture() && block.span().len() < 1500 {
                near -= 1;
                for part in &block.parts {
                    self.file(part.of(desk.text), ordinal);
                }
                ordinal += 10;
            }
        }
    }

    /// Whether one entry, or some of `reach` in a row, have both words.
    fn together(&self, one: &str, other: &str, reach: usize) -> bool {
        let (Some(one), Some(other)) = (self.places.get(one), self.places.get(other)) else { return false };
        let (few, many) = if one.len() < other.len() { (one, other) } else { (other, one) };
        few.iter().any(|&place| {
            let from = many.partition_point(|&at| at + reach < place);
            many.get(from).is_some_and(|&at| at <= place + reach)
        })
    }

    /// What the list has of `citation`, with what that says; `None` for what is no citation by name and year.
    pub fn standing(&self, desk: &Desk, citation: &Citation) -> Option<(Cited, Standing)> {
        let block = desk.structure.blocks.get(desk.structure.block_at(citation.span().start)?)?;
        if citation.style != Style::AuthorYear || matches!(block.kind, BlockKind::BibliographyEntry | BlockKind::FrontMatter) {
            return None;
        }
        let cited = Cited::of(desk.text, citation)?;
        let standing = match &citation.doubt {
            None | Some(Doubt::Several(_)) if !citation.works.is_empty() => Standing::Listed,
            Some(_) if is_odd(desk, citation, &cited) => Standing::Unsure,
            Some(Doubt::NotListed) => {
                if self.has(&cited) {
                    Standing::Unsure
                } else {
                    Standing::Missing
                }
            }
            Some(Doubt::OtherYear(_)) => {
                if self.has(&cited) {
                    Standing::Unsure
                } else {
                    self.other_year(desk, &cited)
                }
            }
            Some(Doubt::OtherName(_)) => self.other_name(desk, citation, &cited),
            _ => Standing::Unsure,
        };
        Some((cited, standing))
    }

    /// Whether the words of the list have name and year in one place, however they were read.
    fn has(&self, cited: &Cited) -> bool {
        if self.is_by_another_pair(cited) {
            return false;
        }
        let names = cited.names.iter().flat_map(|name| name.split(['-', '–', '’', '\''])).filter(|name| name.chars().count() > 1);
        names.map(letters).enumerate().any(|(at, name)| self.together(&name, &cited.year.to_lowercase(), if at == 0 { 2 } else { 0 }))
    }

    /// Whether the list has the first of two names with that year, beside another who is not the second, and the second
    /// nowhere.
    fn is_by_another_pair(&self, cited: &Cited) -> bool {
        let [first, second] = cited.names.as_slice() else { return false };
        let own: Vec<&Entry> = self.by(&letters(first)).iter().filter_map(|&at| self.entries.get(at)).collect();
        let dated = |entry: &&&Entry| entry.sound && entry.year.eq_ignore_ascii_case(&cited.year);
        own.iter().filter(dated).count() == 1 && own.iter().all(|entry| entry.sound) && !self.has_name(second)
    }

    /// Whether `name` stands anywhere in the lists.
    pub fn has_name(&self, name: &str) -> bool {
        name.split(['-', '–', '’', '\'']).filter(|piece| piece.chars().count() > 2).any(|piece| self.places.contains_key(&letters(piece)))
    }

    /// The entries by the author called `family`, as [`letters`].
    pub fn by(&self, family: &str) -> &[usize] {
        self.of_family.get(family).map_or(&[], Vec::as_slice)
    }

    /// The entries that stand where the alphabet has them; all, where the list has another order. A piece of a torn entry
    /// seldom does.
    pub fn in_order(&self) -> Vec<&Entry> {
        let sorted = self.entries.windows(2).filter(|pair| matches!(pair, [a, b] if a.family <= b.family)).count();
        if sorted * 4 < self.entries.len().saturating_sub(1) * 3 {
            return self.entries.iter().collect();
        }
        let fits = |at: usize, entry: &Entry| {
            let before = at.checked_sub(1).and_then(|at| self.entries.get(at)).is_none_or(|before| before.family <= entry.family);
            before && self.entries.get(at + 1).is_none_or(|after| after.list != entry.list || entry.family <= after.family)
        };
        self.entries.iter().enumerate().filter(|(at, entry)| fits(*at, entry)).map(|(_, entry)| entry).collect()
    }

    /// The entry of work `work`.
    pub fn entry_of(&self, work: usize) -> Option<&Entry> {
        self.entries.get(*self.of_work.get(&work)?)
    }

    /// The years of what the author called `name` has in the list, in order.
    pub fn years_of(&self, name: &str) -> Vec<String> {
        let mut years: Vec<String> = self.by(&letters(name)).iter().filter_map(|&at| Some(self.entries.get(at)?.year.clone())).collect();
        years.sort();
        years.dedup();
        years
    }

    fn other_year(&self, desk: &Desk, cited: &Cited) -> Standing {
        let Some(name) = cited.names.first().map(|name| letters(name)) else { return Standing::Unsure };
        let own = self.by(&name);
        let all_sound = own
            .iter()
            .all(|&at| self.entries.get(at).is_some_and(|entry| entry.sound && entry.year.contains(|c: char| c.is_ascii_digit())));
        match own {
            [] => Standing::Unsure,
            _ if !all_sound => Standing::Unsure,
            [only] => {
                let words: Vec<String> =
                    self.entries.get(*only).map_or_else(Vec::new, |entry| tokens(desk.reference_words(entry.reference)));
                let others = cited.names.iter().skip(1).all(|name| words.contains(&letters(name)));
                if others { Standing::OtherYear(*only) } else { Standing::Missing }
            }
            _ => Standing::Missing,
        }
    }

    fn other_name(&self, desk: &Desk, citation: &Citation, cited: &Cited) -> Standing {
        let Some(Doubt::OtherName(printed)) = &citation.doubt else { return Standing::Unsure };
        let head = tokens(printed).into_iter().find(|word| word.len() > 2);
        let tied = citation.works.first().and_then(|work| self.of_work.get(work)).copied();
        let dated = |entry: &Entry| entry.year.to_lowercase() == cited.year.to_lowercase();
        let by_head = || head.as_ref().and_then(|head| self.by(head).iter().copied().find(|&at| self.entries.get(at).is_some_and(dated)));
        let found = tied.or_else(by_head);
        let Some((at, entry)) = found.and_then(|at| Some((at, self.entries.get(at)?))) else { return Standing::Unsure };
        let Some(fields) = desk.citations.references.get(entry.reference).map(|own| &own.fields) else { return Standing::Unsure };
        let words = tokens(desk.reference_words(entry.reference));
        let strange: Vec<&String> = cited.names.iter().filter(|name| !words.contains(&letters(name))).collect();
        let [here] = strange.as_slice() else { return Standing::Unsure };
        let key = letters(here);
        let mut people = fields.authors.iter().chain(&fields.editors).map(|name| &name.family);
        let near = people.find(|family| {
            let most = if key.len() < 7 { 1 } else { 2 };
            let away = distance(&key, &letters(family), most);
            // Short names are near one another by chance.
            away > 0 && away <= most && key.len() > 3
        });
        match near {
            Some(there) => Standing::OtherName(at, (*here).clone(), there.clone()),
            None => Standing::Unsure,
        }
    }
}

/// All citations by name and year, in order, with what the list has of them.
pub(super) fn held_against(desk: &Desk, listing: &Listing) -> Vec<Held> {
    let all = desk.citations.citations.iter();
    all.filter_map(|own| listing.standing(desk, own).map(|(cited, standing)| (own.span(), own.parts.clone(), cited, standing))).collect()
}

/// Those that `pick` takes, each source once: all its places, the first of them first.
pub(super) fn grouped(held: &[Held], pick: impl Fn(&Standing) -> bool) -> Vec<(&Cited, &Standing, Vec<&Vec<Span>>)> {
    let mut groups: BTreeMap<&Cited, usize> = BTreeMap::new();
    let mut out: Vec<(&Cited, &Standing, Vec<&Vec<Span>>)> = Vec::new();
    for (_, parts, cited, standing) in held.iter().filter(|(.., standing)| pick(standing)) {
        let at = *groups.entry(cited).or_insert(out.len());
        match out.get_mut(at) {
            Some((.., places)) => places.push(parts),
            None => out.push((cited, standing, vec![parts])),
        }
    }
    out
}

/// A finding of `rule` at the first of `places`, with the others and `there` beside it.
pub(super) fn at_first(desk: &Desk, rule: &'static Rule, places: &[&Vec<Span>], there: Option<Span>, message: String) -> Option<Finding> {
    let (first, more) = places.split_first()?;
    let note = outer(first).and_then(|span| desk.structure.note_of_block(desk.structure.block_at(span.start)?));
    let related = more.iter().filter_map(|parts| outer(parts)).chain(there);
    Some(Finding::new(rule, (*first).clone(), message).in_note(note).beside(related))
}

/// Whether a list and what is cited go together so far that what does not is worth a word.
pub(super) fn goes_with_list(listing: &Listing, held: &[Held]) -> bool {
    let listed = held.iter().filter(|(.., standing)| *standing == Standing::Listed).count();
    let missing = held.iter().filter(|(.., standing)| *standing == Standing::Missing).count();
    listing.is_sound() && listed >= LEAST && missing * 5 <= (listed + missing) * 2
}

/// Whether the list ends in the middle, said for the reader: its last entry does, or what is cited from the rest of the
/// alphabet is all missing.
pub(super) fn cut(desk: &Desk, listing: &Listing, held: &[Held]) -> Option<String> {
    const ENTRIES: usize = 6;
    let last = listing.entries.last()?;
    let own: Vec<&Entry> = listing.entries.iter().filter(|entry| entry.list == last.list).collect();
    if own.len() < ENTRIES || listing.entries.len() > own.len() * 2 {
        return None;
    }
    let ends = |entry: &&&Entry| {
        desk.reference_words(entry.reference).trim_end().ends_with(|c: char| c.is_ascii_digit() || ".)]”\"’/".contains(c))
    };
    let words = desk.reference_words(last.reference).trim_end();
    let open = words.ends_with([',', ':', '(', '-', '&']) || words.ends_with(" in") || words.ends_with(" and") || words.ends_with(" und");
    let block = desk.citations.references.get(last.reference).and_then(|own| desk.structure.block_at(own.span().start))?;
    let behind = desk.structure.blocks.get(block + 1..).unwrap_or(&[]);
    let nothing_behind = !behind.iter().any(|block| !block.kind.is_furniture() && block.kind != BlockKind::Note);
    if open && nothing_behind && own.iter().filter(ends).count() * 10 >= own.len() * 8 {
        let tail: String = words.chars().rev().take(40).collect::<Vec<char>>().into_iter().rev().collect();
        return Some(format!("The list of references ends in the middle of an entry: “…{tail}”."));
    }
    let sorted = own.windows(2).filter(|pair| matches!(pair, [a, b] if a.family <= b.family)).count();
    let first = |name: &str| name.chars().next().filter(|c| c.is_ascii_lowercase());
    let letter = first(&last.family)?;
    let beyond = |cited: &Cited| cited.names.first().and_then(|name| first(&letters(name))).is_some_and(|own| own > letter);
    if sorted * 10 < (own.len() - 1) * 9 || !listing.is_sound() {
        return None;
    }
    let count = |what: Standing| grouped(held, |standing| *standing == what).iter().filter(|(cited, ..)| beyond(cited)).count();
    let (missing, there) = (count(Standing::Missing), count(Standing::Listed));
    let all = grouped(held, |standing| *standing == Standing::Missing).len();
    // A list whose rest was not seen as one goes on behind.
    let from = block_end(desk, block);
    let heads: HashSet<String> = desk
        .text
        .get(from..)
        .unwrap_or("")
        .lines()
        .filter_map(|line| tokens(line.get(..line.floor_char_boundary(40))?).into_iter().next())
        .collect();
    let missed = grouped(held, |standing| *standing == Standing::Missing);
    let goes_on = missed.iter().filter(|(cited, ..)| cited.names.first().is_some_and(|name| heads.contains(&letters(name)))).count();
    (goes_on * 2 < all && missing >= 4 && there == 0 && missing * 10 >= all * 6).then(|| {
        let name = desk
            .citations
            .references
            .get(last.reference)
            .and_then(|own| own.fields.authors.first())
            .map_or("", |name| name.family.as_str());
        format!("The list of references ends with {name}, and nothing of the {missing} sources cited from later letters is in it.")
    })
}

fn block_end(desk: &Desk, block: usize) -> usize {
    desk.structure.blocks.get(block).map_or(desk.text.len(), |block| block.span().end)
}

/// How many entries a list has at least, and how many citations must be in it before it is held against others.
const LEAST: usize = 3;

impl Cited {
    /// What a citation says, where it has a name and a year.
    pub fn of(text: &str, citation: &Citation) -> Option<Self> {
        let words: Vec<&str> = citation.parts.iter().map(|part| part.of(text)).collect();
        let words = words.join(" ");
        let at = words.char_indices().find_map(|(at, c)| {
            let fresh = c.is_ascii_digit() && !words.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric));
            let digits = words.get(at..).map_or(0, |rest| rest.bytes().take_while(u8::is_ascii_digit).count());
            (fresh && digits == 4).then_some(at)
        })?;
        let (head, rest) = words.split_at(at);
        let number: i32 = rest.get(..4)?.parse().ok()?;
        let letter: String = rest.get(4..)?.chars().take(1).filter(char::is_ascii_lowercase).collect();
        // "1989 and": a letter of a word is none of a year.
        let alone = rest.get(4 + letter.len()..).is_none_or(|rest| !rest.starts_with(char::is_alphanumeric));
        let letter = if alone { letter } else { String::new() };
        let name = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() > 1 && word.starts_with(char::is_uppercase);
        let trimmed = head.split(|c: char| c.is_whitespace() || matches!(c, ',' | '/' | '&' | ';' | '(' | ')' | '[' | ']'));
        let names = trimmed.map(|word| word.strip_suffix("’s").or(word.strip_suffix("'s")).unwrap_or(word));
        let names: Vec<String> = names.filter(|word| !word.ends_with('.')).filter(name).map(str::to_owned).collect();
        ((1400..=2100).contains(&number) && !names.is_empty()).then(|| Self { names, year: format!("{number}{letter}") })
    }

    /// As the reader has it: "Smith and Jones 2004".
    pub fn said(&self) -> String {
        format!("{} {}", super::variants::joined(&self.names), self.year)
    }
}

/// Whether what looks like a citation may be something else: a law, a report, a function, a reference in full.
fn is_odd(desk: &Desk, citation: &Citation, cited: &Cited) -> bool {
    let span = citation.span();
    let own = span.of(desk.text);
    let glued = own.split_once('(').is_some_and(|(before, _)| before.ends_with(char::is_alphanumeric));
    let code = cited.names.first().is_some_and(|name| name.len() <= 3 && name.chars().all(char::is_uppercase));
    let common =
        cited.names.iter().any(|name| NO_NAMES.contains(&name.to_lowercase().as_str()) || name.contains(|c: char| c.is_ascii_digit()));
    let behind = desk.text.get(span.end..).unwrap_or("").trim_start_matches([')', ']']);
    let block = desk.structure.block_at(span.start).and_then(|block| desk.structure.blocks.get(block));
    let opens = block.is_some_and(|block| span.start < block.span().start + 8);
    // What is known at second hand need not be listed.
    const ASIDES: &[&str] = &[
        "personal communication",
        "pers. comm",
        "unpublished",
        "interview",
        "cited in",
        "quoted in",
        "cited by",
        "zit.",
        "zitiert",
        "apud",
        "cité",
    ];
    let aside = ASIDES.iter().any(|word| {
        let end = desk.text.floor_char_boundary((span.end + 40).min(desk.text.len()));
        desk.text.get(span.start..end).is_some_and(|near| near.contains(word))
    });
    glued || code || common || aside || (opens && behind.starts_with([',', '.', ':', 's']))
}

/// The words of `words` as [`letters`]; parts of what a hyphen joins besides.
fn tokens(words: &str) -> Vec<String> {
    let mut out = Vec::new();
    for word in words.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '’' | '\'' | '\u{300}'..='\u{36f}'))) {
        let joined = word.contains(['-', '’', '\'']);
        out.extend(word.split(['-', '’', '\'']).filter(|part| joined && !part.is_empty()).map(letters));
        if !word.is_empty() {
            out.push(letters(word));
        }
    }
    out
}

/// The number printed before an entry: "[12]", "12.".
fn number_of(words: &str) -> Option<u32> {
    let inner = words.trim_start().trim_start_matches(['[', '(']);
    let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
    let rest = inner.get(digits..)?;
    ((1..=3).contains(&digits) && rest.starts_with([']', ')', '.', ' '])).then(|| inner.get(..digits)?.parse().ok()).flatten()
}

fn prose_between(desk: &Desk, a: usize, b: usize) -> bool {
    let between = desk.structure.blocks.get(a + 1..b).unwrap_or(&[]);
    between.iter().any(|block| matches!(block.kind, BlockKind::Paragraph | BlockKind::Heading))
}
