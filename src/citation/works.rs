//! Which references mean the same work. Names are misspelt, given in another order, titles are cut or have slips in
//! them; yet another edition is another work, and so is another chapter of the same volume. What is compared is what
//! the references say, never how often they say it; where two works go equally well with a reference, both are given.

use std::collections::HashMap;
use std::hash::Hash;

use super::fields::{surname_key, title_key};
use super::spelling::{alike, distance};
use super::{Field, Fields, Form, Name};
use crate::text::Span;

/// What a reference says that tells its work from others, folded for comparing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Identity {
    /// Authors, or where there are none editors: family name first, then the words of the given names.
    names: Vec<Vec<String>>,
    /// Whether the names are those of editors.
    edited: bool,
    /// Words of the title.
    title: Vec<String>,
    /// How many of them stand before the colon; all without one.
    main: usize,
    /// The words in one, so that "peace keeping" is "peacekeeping".
    joined: String,
    /// The same of those before the colon.
    head: String,
    /// A bit for each word: titles that share none of several words are two.
    bits: u64,
    /// The year with its letter, and the four digits of it.
    year: Option<String>,
    edition: Option<String>,
    /// Journal or volume, in one word.
    container: Option<String>,
    /// Its first words that tell something.
    volume_words: Vec<String>,
    volume: Option<String>,
    publisher: Option<String>,
    first_page: Option<String>,
    url: Option<String>,
    /// Whether it has what a first reference has.
    full: bool,
}

/// How well a reference goes with a work: higher is better.
type Strength = u32;

impl Identity {
    pub(super) fn of(fields: &Fields, form: Form) -> Self {
        let edited = fields.authors.is_empty();
        let names = if edited { &fields.editors } else { &fields.authors };
        let words = |field: &Option<Field>| field.as_ref().map(|field| title_key(&field.text).concat()).filter(|key| !key.is_empty());
        let raw = fields.title.as_ref().map_or("", |field| field.text.as_str());
        let title = title_key(raw);
        let main = raw.split_once([':', ';', '.', '?']).map_or(title.len(), |(main, _)| title_key(main).len()).clamp(0, title.len());
        Self {
            names: names.iter().map(name_words).filter(|words| !words.is_empty()).collect(),
            edited,
            main: if main == 0 { title.len() } else { main },
            joined: folded(&title),
            head: folded(title.get(..main).filter(|_| main > 0).unwrap_or(&title)),
            bits: bits(&title),
            title,
            year: fields.year.as_ref().map(|field| field.text.to_lowercase()),
            edition: fields
                .edition
                .as_ref()
                .map(|field| field.text.chars().filter(char::is_ascii_digit).collect::<String>())
                .filter(|digits| !digits.is_empty()),
            container: words(&fields.container),
            volume_words: fields.container.as_ref().map_or_else(Vec::new, |container| telling(&title_key(&container.text), 3)),
            volume: fields.volume.as_ref().map(|field| field.text.clone()),
            publisher: words(&fields.publisher),
            first_page: fields.pages.as_ref().map(|field| field.text.chars().take_while(char::is_ascii_digit).collect()),
            url: fields.url.as_ref().map(|field| address_key(&field.text)).filter(|key| key.len() > 8),
            full: matches!(form, Form::Full | Form::Url),
        }
    }

    /// What a name alone says: "Dole", "Akiner and Barnes", "J. Dole".
    pub(super) fn of_name(words: &str) -> Self {
        let people = words.split([',', '&']).flat_map(|part| part.split(" and ")).flat_map(|part| part.split(" und ")).map(str::trim);
        let name = |words: &str| {
            let words = words.strip_suffix("et al.").or_else(|| words.strip_suffix("et al")).unwrap_or(words).trim();
            let family = words.rsplit(' ').next().unwrap_or(words);
            let given = words.strip_suffix(family).unwrap_or("").trim();
            let whole = Name { family: family.to_owned(), given: given.to_owned(), span: Span::default() };
            name_words(&whole)
        };
        Self { names: people.map(name).filter(|words| !words.is_empty()).collect(), ..Self::default() }
    }

    /// The same words read as a name before the first comma and a title behind it: "Lindström, Water, Wage and Word".
    pub(super) fn of_name_and_title(words: &str) -> Option<Self> {
        let (name, title) = words.split_once(',')?;
        let title = title_key(title);
        (!title.is_empty() && name.split_whitespace().count() <= 6).then(|| Self {
            main: title.len(),
            joined: folded(&title),
            head: folded(&title),
            bits: bits(&title),
            title,
            ..Self::of_name(name)
        })
    }

    /// Words that are a title and nothing else.
    pub(super) fn of_title(words: &str) -> Option<Self> {
        let title = title_key(words);
        (!title.is_empty()).then(|| Self {
            main: title.len(),
            joined: folded(&title),
            head: folded(&title),
            bits: bits(&title),
            title,
            ..Self::default()
        })
    }

    /// Whether it names anything at all.
    pub(super) fn is_empty(&self) -> bool {
        self.names.is_empty() && self.title.is_empty() && self.url.is_none() && self.container.is_none()
    }

    /// Whether it gives a title.
    pub(super) fn has_title(&self) -> bool {
        !self.title.is_empty()
    }

    fn year_digits(&self) -> Option<&str> {
        self.year.as_deref().and_then(|year| year.get(..4)).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
    }

    /// Law is found by the volume of its report.
    fn report(&self) -> Option<(&str, &str)> {
        Some((self.volume.as_deref()?, self.container.as_deref()?))
    }
}

/// A bit for each word.
fn bits(words: &[String]) -> u64 {
    words.iter().fold(0, |bits, word| bits | 1 << (hash(word) >> 58))
}

/// Words in one, without the letters that scanners take for one another.
fn folded(words: &[String]) -> String {
    words.concat().replace("rn", "m").replace("vv", "w")
}

fn name_words(name: &Name) -> Vec<String> {
    let mut words = vec![surname_key(&name.family)];
    words.extend(name.given.split([' ', '.', '-']).map(surname_key).filter(|word| !word.is_empty()));
    words.retain(|word| !word.is_empty());
    words
}

/// An address without what two people write differently.
fn address_key(url: &str) -> String {
    let lower = url.trim_end_matches(['.', '/', ',', ')']).to_lowercase();
    let bare = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    let bare =
        bare.strip_prefix("www.").or_else(|| bare.strip_prefix("dx.doi.org/")).or_else(|| bare.strip_prefix("doi.org/")).unwrap_or(bare);
    bare.trim_start_matches("doi:").trim().to_owned()
}

/// How two titles stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Titles {
    Other,
    /// The one's words are among the other's, in order.
    Among,
    /// The one begins the other, in mid-title.
    Begins,
    /// The one is the other without its subtitle.
    Main,
    /// A slip apart.
    Near,
    Same,
}

fn titles(a: &Identity, b: &Identity) -> Titles {
    if a.joined == b.joined {
        return Titles::Same;
    }
    let (short, long) = if a.joined.len() <= b.joined.len() { (a, b) } else { (b, a) };
    if short.joined.is_empty() || (short.title.len() > 1 && short.bits & long.bits == 0) {
        return Titles::Other;
    }
    let slips = (long.joined.chars().count() / 12).clamp(1, 6);
    if long.joined.len() > 7 && distance(&short.joined, &long.joined, slips) <= slips {
        // Volumes and reports of a series differ in a number alone.
        let numbers =
            |words: &[String]| words.iter().filter(|word| word.bytes().all(|byte| byte.is_ascii_digit())).cloned().collect::<Vec<_>>();
        return if numbers(&short.title) == numbers(&long.title) { Titles::Near } else { Titles::Other };
    }
    let main = &long.head;
    let few = (main.len() / 12).min(2);
    let whole = short.joined.len() > 3;
    if whole && (*main == short.joined || (main.len() > 7 && distance(main, &short.joined, few) <= few)) {
        return Titles::Main;
    }
    // Both have a subtitle, and one lacks a part of it.
    if short.joined.len() > 7 && begins(&short.joined, &long.joined) {
        return if short.title.len() >= long.main { Titles::Main } else { Titles::Begins };
    }
    let mut rest = long.title.iter();
    let among = short.title.iter().all(|word| rest.any(|other| alike(word, other)));
    let telling = short.title.iter().filter(|word| word.chars().count() > 3).count();
    if among && telling >= 1 { Titles::Among } else { Titles::Other }
}

/// Whether `short` begins `long`, a slip or two aside.
fn begins(short: &str, long: &str) -> bool {
    if long.starts_with(short) {
        return true;
    }
    let len = short.chars().count();
    let slips = len / 12;
    slips > 0
        && (len.saturating_sub(slips)..=len + slips).any(|cut| {
            let end = long.char_indices().nth(cut).map_or(long.len(), |(at, _)| at);
            long.get(..end).is_some_and(|head| distance(short, head, slips) <= slips)
        })
}

/// How the names of two references stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Names {
    Other,
    /// One of them gives none.
    Unknown,
    /// The same family name, but other given names.
    Kin,
    /// A slip apart, or in another order.
    Near,
    Same,
}

fn names(a: &Identity, b: &Identity) -> Names {
    if a.names.is_empty() || b.names.is_empty() {
        return Names::Unknown;
    }
    let mut best = Names::Other;
    for (i, one) in a.names.iter().enumerate() {
        for (j, other) in b.names.iter().enumerate() {
            let (Some(family), Some(own)) = (one.first(), other.first()) else { continue };
            let found = if family == own {
                if given_differ(one, other) { Names::Kin } else { Names::Same }
            } else if alike(family, own)
                || (family.len() > 2 && own.len() > 2 && other.contains(family) && one.contains(own))
                || swapped(one, other)
            {
                Names::Near
            } else if contains_words(family, own) {
                // "United Nations Security Council" and "UN Security Council", "Uppsala Data Program" and "Uppsala".
                Names::Near
            } else {
                Names::Other
            };
            // The first author says more than those behind.
            let found = if found == Names::Same && (i > 0 || j > 0) && i != j { Names::Near } else { found };
            best = if rank(found) > rank(best) { found } else { best };
        }
    }
    best
}

fn rank(names: Names) -> u8 {
    match names {
        Names::Other => 0,
        Names::Unknown | Names::Kin => 1,
        Names::Near => 2,
        Names::Same => 3,
    }
}

/// The family name of the one is a given name of the other: which is which was not told by the order.
fn swapped(one: &[String], other: &[String]) -> bool {
    let (Some(a), Some(b)) = (one.first(), other.first()) else { return false };
    let among = |words: &[String], own: &str| words.iter().skip(1).any(|word| alike(word, own));
    a.len() > 3 && among(other, a) && (among(one, b) || one.len() == 1)
}

/// "John" and "Mary" are two people, "J." and "John" may be one.
fn given_differ(one: &[String], other: &[String]) -> bool {
    match (one.get(1), other.get(1)) {
        (Some(a), Some(b)) => {
            !(a.starts_with(b.as_str())
                || b.starts_with(a.as_str())
                || alike(a, b)
                || (a.chars().next() == b.chars().next() && (a.len() < 3 || b.len() < 3)))
        }
        _ => false,
    }
}

fn contains_words(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.len() > 9 && long.starts_with(short)
}

/// How well a reference goes with a work that another one describes; `None` where it is another work.
fn fits(new: &Identity, known: &Identity) -> Option<Strength> {
    if let (Some(a), Some(b)) = (&new.url, &known.url)
        && a == b
        && titles(new, known) > Titles::Other
    {
        return Some(90);
    }
    let same_report = new.report().is_some() && new.report() == known.report();
    // The cheap question first: most works by the same people are of other years.
    let years = match (new.year_digits(), known.year_digits()) {
        (Some(a), Some(b)) if a == b => Some(
            new.year == known.year
                || new.year.as_deref().is_some_and(|year| year.len() == 4)
                || known.year.as_deref().is_some_and(|year| year.len() == 4),
        ),
        (Some(_), Some(_)) => Some(false),
        _ => None,
    };
    if years == Some(false) && !same_report {
        return None;
    }
    let who = names(new, known);
    // "Harlan, 14 Vt. at 306" for "Harlan v. Stubbs, 14 Vt. 301".
    let short_case = same_report && (new.first_page.is_none() != known.first_page.is_none()) && who == Names::Unknown;
    if short_case && years.is_none() && matches!(titles(new, known), Titles::Begins | Titles::Among | Titles::Main) {
        return Some(70);
    }
    let same_pages = same_report && new.first_page.is_some() && new.first_page == known.first_page;
    if years == Some(false) && !same_pages {
        return None;
    }
    if let (Some(a), Some(b)) = (&new.edition, &known.edition)
        && a != b
    {
        return None;
    }
    // No title: a name with a year, a name with a report, or a report alone.
    if new.title.is_empty() || known.title.is_empty() {
        // "Roe, 410 U.S. at 120" for "Roe v. Wade, 410 U.S. 113".
        let case = same_report
            && new
                .names
                .iter()
                .flatten()
                .chain(&new.title)
                .any(|word| known.title.contains(word) || known.names.iter().flatten().any(|name| name == word));
        if case || same_pages {
            return Some(70);
        }
        let named = matches!(who, Names::Same | Names::Near);
        return match (named, years) {
            (true, Some(true)) if who == Names::Same => Some(60),
            (true, Some(true)) => Some(40),
            _ => None,
        };
    }
    let what = titles(new, known);
    let both = new.full && known.full;
    let fits = match (what, who) {
        (Titles::Other, _) => return None,
        (Titles::Same, Names::Same) => 100,
        (Titles::Same, Names::Near | Names::Unknown) => 90,
        // One title, other people: reports and translations; a long title can hardly be two.
        (Titles::Same, Names::Other | Names::Kin) if new.title.len() >= 5 && years == Some(true) => 50,
        (_, Names::Other) => return None,
        (Titles::Near, Names::Same) => 85,
        (Titles::Near, Names::Near) => 80,
        (Titles::Near, Names::Unknown) if new.title.len() > 2 => 70,
        (Titles::Main, Names::Same | Names::Near) => 80,
        (Titles::Main, Names::Unknown) if new.title.len().min(known.title.len()) > 1 => 60,
        (Titles::Begins, Names::Same | Names::Near) if !both || years == Some(true) => 70,
        (Titles::Begins, Names::Unknown) if !both && new.title.len().min(known.title.len()) > 1 => 50,
        (Titles::Among, Names::Same | Names::Near) if !both && !shorter_is_full(new, known) => 60,
        (Titles::Same | Titles::Near, Names::Kin) if years == Some(true) => 50,
        _ => return None,
    };
    // A chapter and another with the same name in another volume.
    let containers = new.container.as_ref().zip(known.container.as_ref());
    let elsewhere = containers.is_some_and(|(a, b)| !a.contains(b.as_str()) && !b.contains(a.as_str()) && distance(a, b, 3) > 3);
    if both && elsewhere && years != Some(true) {
        return None;
    }
    Some(fits + u32::from(years == Some(true)) * 5)
}

/// A full reference with fewer words is a work of its own.
fn shorter_is_full(a: &Identity, b: &Identity) -> bool {
    let short = if a.title.len() <= b.title.len() { a } else { b };
    short.full
}

/// The works known so far.
#[derive(Default)]
pub(super) struct Catalogue {
    works: Vec<Vec<Identity>>,
    by_name: HashMap<u64, Vec<u32>>,
    by_word: HashMap<u64, Vec<u32>>,
    by_given: HashMap<String, Vec<u32>>,
    by_address: HashMap<String, usize>,
}

/// Which works go with a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    None,
    /// This one, and how well.
    One(usize, Strength),
    /// These, equally well.
    Several(Vec<usize>),
}

/// Descriptions kept of one work: more than differ in any text.
const KEPT: usize = 8;
/// Works whose very words are looked at for one reference.
const ASKED: usize = 12;
/// Works looked at for one reference.
const LOOKED_AT: usize = 48;

impl Catalogue {
    /// Files a new work.
    pub(super) fn add(&mut self, identity: Identity) -> usize {
        let work = self.works.len();
        self.works.push(Vec::new());
        self.describe(work, identity);
        work
    }

    /// Files another description of a work.
    pub(super) fn describe(&mut self, work: usize, identity: Identity) {
        let Some(known) = self.works.get_mut(work) else { return };
        if known.len() >= KEPT || known.contains(&identity) {
            return;
        }
        let id = u32::try_from(work).unwrap_or(u32::MAX);
        for key in name_keys(&identity) {
            file(&mut self.by_name, key, id);
        }
        for key in word_keys(&identity) {
            file(&mut self.by_word, key, id);
        }
        if let Some(address) = &identity.url {
            self.by_address.entry(address.clone()).or_insert(work);
        }
        known.push(identity);
    }

    /// From here on the work is also called `name`.
    pub(super) fn call(&mut self, work: usize, name: &str) {
        let key = title_key(name).concat();
        if !key.is_empty() {
            file(&mut self.by_given, key, u32::try_from(work).unwrap_or(u32::MAX));
        }
    }

    /// The work that was given this name.
    pub(super) fn called(&self, name: &str) -> Option<usize> {
        let key = title_key(name).concat();
        self.by_given.get(&key).and_then(|works| works.last()).map(|&work| work as usize)
    }

    /// The works that go with `identity`, among `within` where that is given.
    pub(super) fn find(&self, identity: &Identity, within: Option<&[usize]>) -> Found {
        self.best(identity, within, |known| known.iter().filter_map(|known| fits(identity, known)).max())
    }

    /// The works by someone of that name: for references that give nothing but a name.
    pub(super) fn by(&self, identity: &Identity, within: Option<&[usize]>) -> Found {
        self.best(identity, within, |known| {
            let strength = known.iter().map(|known| named(identity, known)).max().filter(|&strength| strength > 0);
            // Another given name is another person, whatever a shorter description leaves open.
            strength.filter(|_| !known.iter().any(|known| names(identity, known) == Names::Kin))
        })
    }

    /// Those of the candidates, or of the works `within`, whose descriptions go best with what is asked.
    fn best(&self, identity: &Identity, within: Option<&[usize]>, strength: impl Fn(&[Identity]) -> Option<Strength>) -> Found {
        let candidates = within.map_or_else(|| self.candidates(identity), <[usize]>::to_vec);
        let known = |work: usize| self.works.get(work).map_or(&[][..], Vec::as_slice);
        let mut best: Vec<(Strength, usize)> = candidates.into_iter().filter_map(|work| Some((strength(known(work))?, work))).collect();
        best.sort_by_key(|&(strength, work)| (std::cmp::Reverse(strength), work));
        best.dedup_by_key(|&mut (_, work)| work);
        choose(&best)
    }

    /// The work that is found at the address of `identity`.
    pub(super) fn at_address(&self, identity: &Identity) -> Option<usize> {
        self.by_address.get(identity.url.as_ref()?).copied()
    }

    /// The works that share words of a title or a volume with `identity`, whether they go with it or not.
    pub(super) fn near(&self, identity: &Identity) -> Vec<usize> {
        let lists = word_keys(identity).into_iter().filter_map(|key| self.by_word.get(&key));
        let Some(rarest) = lists.min_by_key(|list| list.len()) else { return Vec::new() };
        rarest.iter().rev().take(ASKED).map(|&work| work as usize).collect()
    }

    fn candidates(&self, identity: &Identity) -> Vec<usize> {
        let mut lists: Vec<&Vec<u32>> = name_keys(identity).into_iter().filter_map(|key| self.by_name.get(&key)).collect();
        lists.extend(word_keys(identity).into_iter().filter_map(|key| self.by_word.get(&key)));
        // The rarest first: a word that all titles have tells nothing.
        lists.sort_by_key(|list| list.len());
        let mut out: Vec<usize> = Vec::new();
        for list in lists {
            if out.len() >= LOOKED_AT {
                break;
            }
            // Those that came last are the likelier ones.
            out.extend(list.iter().rev().take(LOOKED_AT).map(|&work| work as usize));
        }
        out.sort_unstable();
        out.dedup();
        out
    }
}

/// How well the names alone go together.
fn named(identity: &Identity, known: &Identity) -> Strength {
    let by_name = match names(identity, known) {
        Names::Same => 3,
        Names::Near => 2,
        Names::Kin | Names::Other | Names::Unknown => 0,
    };
    // "Roe, supra note 4" for "Roe v. Wade"; "Charter, op. cit.".
    let by_title = identity.names.iter().filter_map(|name| name.first()).any(|name| name.len() > 2 && known.title.contains(name));
    by_name.max(u32::from(by_title && known.names.is_empty()) * 2)
}

fn choose(best: &[(Strength, usize)]) -> Found {
    match best {
        [] => Found::None,
        [(strength, work)] => Found::One(*work, *strength),
        [(first, work), (second, _), ..] if *first > *second + 4 => Found::One(*work, *first),
        [(first, _), ..] => Found::Several(best.iter().filter(|(strength, _)| strength + 4 >= *first).map(|&(_, work)| work).collect()),
    }
}

fn file<K: Hash + Eq>(index: &mut HashMap<K, Vec<u32>>, key: K, work: u32) {
    let works = index.entry(key).or_default();
    if works.last() != Some(&work) {
        works.push(work);
    }
}

/// Under which a work is filed by its names: each name, and each with one letter left out, so that a slip still
/// finds it (the symmetric delete of W. Garbe).
fn name_keys(identity: &Identity) -> Vec<u64> {
    let mut keys = Vec::new();
    for (at, name) in identity.names.iter().enumerate() {
        for (i, word) in name.iter().enumerate().filter(|(i, word)| *i == 0 || word.len() > 3) {
            keys.push(hash(word));
            if at < 3 && i == 0 && word.chars().count() > 4 {
                keys.extend(word.char_indices().skip(1).map(|(cut, c)| {
                    let head = hash(word.get(..cut).unwrap_or(""));
                    hash_on(head, word.get(cut + c.len_utf8()..).unwrap_or(""))
                }));
            }
        }
    }
    keys.extend(identity.title.first().filter(|_| identity.names.is_empty()).map(|word| hash(word)));
    keys
}

/// The first `most` words that tell something.
fn telling(words: &[String], most: usize) -> Vec<String> {
    words.iter().filter(|word| word.chars().count() > 3).take(most).cloned().collect()
}

/// The words of a title that tell something, and its report.
fn word_keys(identity: &Identity) -> Vec<u64> {
    let mut keys: Vec<u64> = identity.title.iter().filter(|word| word.chars().count() > 3).take(6).map(|word| hash(word)).collect();
    if keys.is_empty() {
        keys.extend(identity.title.iter().map(|word| hash(word)));
    }
    // A volume is also found by the chapters in it.
    keys.extend(identity.volume_words.iter().map(|word| hash(word)));
    if let Some((volume, container)) = identity.report() {
        keys.push(hash(&format!("{volume} {container}")));
    }
    keys
}

/// FNV-1a: two words that share a key by chance are told apart when they are compared.
fn hash(word: &str) -> u64 {
    hash_on(0xcbf2_9ce4_8422_2325, word)
}

fn hash_on(start: u64, word: &str) -> u64 {
    word.bytes().fold(start, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
