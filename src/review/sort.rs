//! What sort of source a reference describes, where its words say so, and how much of each a text gives. A rule that
//! misses something asks here first: what nobody gives for a film is no fault of a film.

use std::collections::BTreeSet;

use super::Desk;
use crate::citation::{Form, Home, Reference};

/// What is described, as far as it matters to what belongs to its description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sort {
    /// In a journal.
    Article,
    /// In a volume that others edited.
    Chapter,
    /// By itself, from a press.
    Book,
    /// Anything else: law, archives, newspapers, pages of the web, films, or too little to tell.
    Other,
}

/// Words of sources that are cited in ways of their own.
const OWN_WAYS: &[&str] = &[
    "film",
    "movie",
    "directed",
    "dir",
    "episode",
    "season",
    "dvd",
    "video",
    "videotape",
    "audio",
    "podcast",
    "rpm",
    "recorded",
    "recording",
    "vocalist",
    "performed",
    "painting",
    "canvas",
    "exhibition",
    "atlas",
    "photograph",
    "interview",
    "interviewed",
    "interviews",
    "letter",
    "diary",
    "email",
    "archive",
    "archives",
    "archiv",
    "archivio",
    "stadtarchiv",
    "staatsarchiv",
    "bundesarchiv",
    "box",
    "folder",
    "fol",
    "ms",
    "mss",
    "fonds",
    "nachlass",
    "blog",
    "website",
    "webpage",
    "radio",
    "television",
    "broadcast",
    "speech",
    "lecture",
    "lectures",
    "minutes",
    "treaty",
    "statute",
    "cong",
    "bill",
    "hearing",
    "hearings",
    "resolution",
    "proclamation",
    "constitution",
    "court",
    "cert",
    "ewca",
    "ukhl",
    "uksc",
    "ewhc",
    "bverfge",
    "bgh",
    "bgb",
    "stgb",
    "dictionary",
    "encyclopedia",
    "encyclopaedia",
    "britannica",
    "lexikon",
    "enzyklopädie",
    "wörterbuch",
    "dictionnaire",
    "encyclopédie",
    "diss",
    "dissertation",
    "thesis",
    "unpublished",
    "manuscript",
    "forthcoming",
    "patent",
    "software",
    "dataset",
    "bible",
    "psalm",
    "psalms",
    "poem",
    "poems",
    "symphony",
    "sonata",
    "opera",
    "vols",
    "correspondence",
    "catalogue",
    "catalog",
    "gazette",
    "herald",
    "tribune",
    "zeitung",
    "monde",
    "figaro",
    "spiegel",
    "telegraph",
    "newspaper",
    "magazine",
    "newsletter",
    "reuters",
    "bbc",
    "regesta",
    "sv",
    "lp",
    "cd",
    "cited",
    "quoted",
    "zit",
    "zitiert",
    "online",
    "parl",
    "debs",
    "hansard",
];

/// Words in the titles of such sources.
const OWN_TITLES: &[&str] = &[
    "dictionary",
    "encyclopedia",
    "encyclopaedia",
    "britannica",
    "lexikon",
    "enzyklopädie",
    "wörterbuch",
    "dictionnaire",
    "encyclopédie",
    "minutes",
    "hansard",
    "bible",
    "film",
    "interview",
    "archives",
    "blog",
    "regesta",
    "papers",
    "records",
    "collection",
    "diary",
    "diaries",
];

/// Words in the names of journals.
const JOURNAL: &[&str] = &[
    "journal",
    "review",
    "quarterly",
    "studies",
    "negotiation",
    "annals",
    "bulletin",
    "proceedings",
    "transactions",
    "zeitschrift",
    "jahrbuch",
    "archiv",
    "revue",
    "annales",
    "cahiers",
    "revista",
    "rivista",
    "tidskrift",
    "yearbook",
    "letters",
    "inquiry",
];

/// The words of `text`, small, without what stands between them.
pub(super) fn tokens(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

/// Whether `text` has one of `known` among its words.
pub(super) fn has_word(text: &str, known: &[&str]) -> bool {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).any(|word| !word.is_empty() && known.contains(&word))
}

/// Whether a description in `words` is of something that is cited in a way of its own.
pub(super) fn own_way(reference: &Reference, words: &str) -> bool {
    let lower = words.to_lowercase();
    // A title may speak of films and treaties; what stands around it says what it is.
    let title = reference.fields.title.as_ref().map_or("", |title| title.text.as_str());
    let around = || if title.is_empty() { words.to_owned() } else { words.replacen(title, " ", 1) };
    reference.fields.url.is_some()
        || reference.form == Form::Url
        || has_word(&around(), OWN_WAYS)
        || has_word(title, OWN_TITLES)
        || [" v. ", " v ", "s.v.", "s. v.", "http", "www.", "doi", "§"].iter().any(|sign| lower.contains(sign))
        || words.contains(" review of ")
        || dated(&lower)
}

/// Names of months, their short forms, and seasons.
pub(super) const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "sept",
    "oct",
    "nov",
    "dec",
    "januar",
    "februar",
    "märz",
    "mai",
    "juni",
    "juli",
    "oktober",
    "dezember",
    "janvier",
    "février",
    "mars",
    "avril",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
    "hiver",
    "printemps",
    "été",
    "automne",
    "frühjahr",
    "sommer",
    "herbst",
];

/// Whether `lower` has a day with its month, as newspapers and letters do.
fn dated(lower: &str) -> bool {
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let day = |word: &str| word.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day));
    words.windows(3).any(|three| {
        let [a, b, c] = three else { return false };
        MONTHS.contains(b) && (day(a) || day(c))
    })
}

/// What `reference`, of these words, describes.
pub(super) fn sort(reference: &Reference, words: &str) -> Sort {
    let fields = &reference.fields;
    if fields.title.is_none() || (fields.authors.is_empty() && fields.editors.is_empty()) {
        return Sort::Other;
    }
    let journal = is_journal(reference);
    let numbered = fields.volume.is_some() || fields.issue.is_some();
    if fields.container.is_some() && (journal || numbered) && fields.publisher.is_none() {
        // "… Review, 2001. Accessed 25/04/2015": the date is not that of a newspaper.
        let own = match &fields.accessed {
            Some(accessed) => own_way(reference, &words.replace(accessed.text.as_str(), "")),
            None => own_way(reference, words),
        };
        return if own { Sort::Other } else { Sort::Article };
    }
    if own_way(reference, words) {
        return Sort::Other;
    }
    let imprint = fields.publisher.is_some() || fields.place.is_some();
    match (&fields.container, imprint) {
        (Some(_), true) => Sort::Chapter,
        (None, true) => Sort::Book,
        _ => Sort::Other,
    }
}

/// Whether what `reference` is part of has the name of a journal.
pub(super) fn is_journal(reference: &Reference) -> bool {
    reference.fields.container.as_ref().is_some_and(|container| has_word(&container.text, JOURNAL))
}

/// What sort of source reference `index` means: a short form is of the sort of what it leans on.
pub(super) fn sort_meant(desk: &Desk, index: usize) -> Sort {
    let Some(own) = desk.citations.references.get(index) else { return Sort::Other };
    let words = desk.reference_words(index);
    let said = sort(own, words);
    if own.form == Form::Incomplete || said != Sort::Other || own_way(own, words) {
        return said;
    }
    let best = own.work.and_then(|work| desk.citations.works.get(work)).map(|work| work.best);
    let whole = best.and_then(|best| Some((desk.citations.references.get(best)?, desk.reference_words(best))));
    whole.map_or(Sort::Other, |(reference, words)| sort(reference, words))
}

/// References in notes that describe a work without doubt, for the first time: with their notes and words.
pub(super) fn first_in_notes<'d>(desk: &'d Desk<'_>) -> impl Iterator<Item = (usize, usize, &'d Reference, &'d str)> + 'd {
    desk.described().filter_map(|(index, own)| {
        let Home::Note(note) = own.home else { return None };
        own.repeats.is_none().then(|| (index, note, own, desk.reference_words(index)))
    })
}

/// How many of something have what is asked for.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Share {
    /// Those that have it.
    pub with: usize,
    /// All.
    pub all: usize,
}

impl Share {
    /// Of what is true in `each`.
    pub fn of(each: impl Iterator<Item = bool>) -> Self {
        each.fold(Self::default(), |share, with| Self { with: share.with + usize::from(with), all: share.all + 1 })
    }

    /// Whether there are `least` of them, and at least `percent` in a hundred have it.
    pub fn reaches(self, percent: usize, least: usize) -> bool {
        self.all >= least && self.with * 100 >= self.all * percent
    }
}

/// How many whole references in notes, of those that are no law, archives and the like, have what `has` asks for.
pub(super) fn share_in_notes(desk: &Desk, has: impl Fn(&Reference) -> bool) -> Share {
    let whole = desk.described().filter(|(_, own)| matches!(own.home, Home::Note(_)) && own.form != Form::Url);
    Share::of(whole.filter(|(index, own)| !own_way(own, desk.reference_words(*index))).map(|(_, own)| has(own)))
}

/// Whether the text has a list of works that its notes may lean on.
pub(super) fn has_list(desk: &Desk) -> bool {
    desk.house.entries >= 5
}

/// Whether a person with a given name wrote it.
pub(super) fn personal(reference: &Reference) -> bool {
    reference.fields.authors.first().is_some_and(|name| !name.given.is_empty())
}

/// Whether the words around reference `index` or the page it stands on have an address that may be its own: extraction
/// cuts addresses off and puts the targets of links elsewhere.
pub(super) fn address_near(desk: &Desk, owned: &Addresses, index: usize) -> bool {
    use crate::structure::BlockKind;
    let Some((passage, _)) = desk.passage_of(index) else { return true };
    let lower = passage.words.to_lowercase();
    if ["http", "www.", "doi", "url", "://", ".com", ".org", ".net", ".html"].iter().any(|sign| lower.contains(sign)) {
        return true;
    }
    let Some(own) = desk.citations.references.get(index) else { return true };
    let span = own.span();
    let end = span.end + 4000;
    let near = desk.structure.blocks_in(crate::text::Span::new(span.start, end.min(desk.text.len())));
    let page = desk.structure.page_at(span.start);
    let blocks = desk.structure.blocks.get(near).unwrap_or(&[]);
    blocks.iter().any(|block| {
        let free = || !owned.0.contains(plain(block.span().of(desk.text)));
        block.kind == BlockKind::LinkTarget && (page.is_none() || block.page == page) && free()
    })
}

/// The addresses that references give: a link's target that is one of them belongs to that.
pub(super) struct Addresses<'d>(BTreeSet<&'d str>);

impl<'d> Addresses<'d> {
    /// Those of all references and notes.
    pub fn of(desk: &'d Desk) -> Self {
        let read = desk.citations.references.iter().filter_map(|own| own.fields.url.as_ref()).map(|url| url.text.as_str());
        let notes = desk.notes.iter().filter_map(|note| note.passage.as_ref());
        let seen =
            notes.flat_map(|passage| passage.words.split_whitespace()).filter(|word| word.starts_with("http") || word.starts_with("www."));
        Self(read.chain(seen).map(plain).collect())
    }
}

/// An address without what opens and ends it.
fn plain(url: &str) -> &str {
    let bare = url.trim().trim_start_matches("https://").trim_start_matches("http://");
    bare.trim_end_matches(['.', ',', '/', '>', ')'])
}
