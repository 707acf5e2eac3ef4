//! One entry of a reference list, as callouts are compared with it.

use super::super::fields::{surname_key, title_key};
use super::super::{Fields, Name};
use super::Entry;
use super::near::{self, Date, distance, reach};

/// An author of an entry.
#[derive(Clone, Debug)]
pub(super) struct Author {
    pub key: String,
    /// As printed.
    name: String,
    given: String,
}

/// An entry with its keys.
#[derive(Clone, Debug, Default)]
pub(super) struct Item {
    /// Who wrote it, or else who edited it.
    pub authors: Vec<Author>,
    /// Its date, then those of earlier editions.
    pub dates: Vec<Date>,
    /// Keys of the words before its year, twelve at most.
    pub head: Vec<String>,
    /// Whether what stands before its year seems to name several.
    pub many: bool,
    /// Whether it says "et al." itself.
    et_al: bool,
    /// The words of its title, as titles are compared; those of all of it where no title was read.
    pub title: Vec<String>,
    /// What it is called in brackets: "[FAO]".
    short: Option<String>,
    /// Whether no author was read, and the first words are taken for one.
    pub guessed: bool,
}

impl Item {
    /// The entry, which follows `before` in its list.
    pub fn of(entry: &Entry<'_>, before: Option<&Item>) -> Self {
        let Entry { fields, text, .. } = entry;
        let text = without_label(text);
        let mut item = Self { dates: dates(fields, text), ..Self::default() };
        let head = head(text, item.dates.first());
        item.head = head
            .split(|c: char| c.is_whitespace() || matches!(c, ',' | '/' | '(' | '['))
            .map(surname_key)
            .filter(|key| key.len() > 1)
            .take(12)
            .collect();
        item.et_al = head.contains("et al");
        item.many = item.et_al
            || head.contains('&')
            || head.contains(';')
            || head.contains(" and ")
            || head.contains(" und ")
            || head.contains(" y ")
            || head.matches(',').count() > 2;
        item.short = bracketed(head);
        let mut authors: Vec<Author> = fields.authors.iter().map(Author::of).collect();
        if authors.is_empty() {
            authors = fields.editors.iter().map(Author::of).collect();
        }
        if let Some(rest) = repeated(text) {
            let more = authors.into_iter().filter(|author| !author.key.is_empty());
            let with = ["and ", "& ", "und ", "with ", "et ", "y "].iter().any(|word| rest.starts_with(word));
            let first: Vec<Author> = before.map(|before| before.authors.clone()).unwrap_or_default();
            authors = if with { first.into_iter().take(1).chain(more).collect() } else { first };
            item.many = with || before.is_some_and(|before| before.many);
            item.head = before.map(|before| before.head.clone()).unwrap_or_default();
            item.short = before.and_then(|before| before.short.clone());
        }
        // A letter alone is an initial that was taken for a name.
        authors.retain(|author| author.key.len() > 1 || !author.key.is_ascii());
        if authors.is_empty() {
            let name = first_name(head);
            item.guessed = true;
            authors.extend((!name.is_empty() && name.len() < 80).then(|| Author {
                key: surname_key(name),
                name: name.to_owned(),
                given: String::new(),
            }));
        }
        item.authors = authors;
        item.title = title_key(fields.title.as_ref().map_or(text, |title| &title.text));
        item
    }

    /// What its first author can be called, with how far that is from the name as printed.
    pub fn aliases(&self) -> Vec<(String, u32)> {
        let mut found: Vec<(String, u32)> = Vec::new();
        let mut add = |key: String, cost: u32| {
            if key.chars().count() > 1 && found.iter().all(|(other, _)| *other != key) {
                found.push((key, cost));
            }
        };
        if let Some(author) = self.authors.first() {
            add(author.key.clone(), 0);
            let name = author.name.as_str();
            // "FAO (Food and Agriculture Organization)"
            if let Some((one, two)) = name.split_once(['(', '[']) {
                for part in [one, two.trim_end_matches([')', ']', ' '])] {
                    add(surname_key(part), 0);
                    add(near::body(part), 1);
                }
            }
            add(near::loose(name), 1);
            add(near::bare(name), 1);
            add(near::body(name), 1);
            // "Berg, C. van der"
            let particles: Vec<&str> = author.given.split_whitespace().rev().take_while(|word| near::is_particle(word)).collect();
            if !particles.is_empty() {
                let lead: Vec<&str> = particles.into_iter().rev().collect();
                add(surname_key(&format!("{} {name}", lead.join(" "))), 0);
            }
            let words: Vec<&str> = name.split([' ', '-', '‐', '‑', '–']).filter(|word| !word.is_empty()).collect();
            if author.given.is_empty()
                && let Some(letters) = near::acronym(name)
            {
                add(letters, 1);
            }
            if let [one, .., last] = words.as_slice()
                && words.len() <= 3
            {
                if !near::is_particle(one) {
                    add(surname_key(one), 2);
                }
                add(surname_key(last), 2);
            }
        }
        if let Some(short) = &self.short {
            add(surname_key(short), 0);
        }
        found
    }

    /// How far its date is from those of a callout, where they meet at all; and whether the letters differ.
    pub fn dated(&self, dates: &[Date]) -> Option<(u32, bool)> {
        let pairs = dates
            .iter()
            .enumerate()
            .flat_map(|(at, date)| self.dates.iter().enumerate().map(move |(listed, own)| (at + listed, date.away(own))));
        pairs.filter_map(|(order, away)| away.map(|(cost, other)| (cost + u32::from(order > 0), other))).min_by_key(|(cost, _)| *cost)
    }

    /// How far its authors are from a callout whose first is its first and whose others are `rest`; and whether that is so
    /// far that they are others. `None` where they cannot be the same.
    pub fn goes_with(&self, rest: &[String], et_al: bool) -> Option<(u32, bool)> {
        let own = self.authors.len();
        // "(Smith, John 2001)": what follows the comma is no second author.
        let rest = match (rest, self.authors.first()) {
            ([word, more @ ..], Some(author)) if author.given.split(' ').next().is_some_and(|given| given.len() > 2 && given == word) => {
                more
            }
            _ => rest,
        };
        let given = rest.len() + 1;
        // What was read of it may lack authors that are printed.
        let unread = self.et_al || (own <= 1 && self.many);
        let mut cost = 0;
        let mut other = false;
        for (at, name) in rest.iter().enumerate() {
            let key = surname_key(name);
            let same = |author: &Author| {
                author.key == key
                    || author.whole() == key
                    || near::loose(&author.name) == near::loose(name)
                    || near::bare(&author.name) == near::bare(name)
            };
            let part = |author: &Author| {
                author.name.split([' ', '-']).any(|word| surname_key(word) == key)
                    || name.split([' ', '-']).any(|word| surname_key(word) == author.key)
            };
            match self.authors.get(at + 1) {
                Some(author) if same(author) => {}
                _ if self.authors.iter().skip(1).any(same) => cost += 1,
                Some(author) if part(author) => cost += 1,
                _ if (unread || own < given) && (self.head.contains(&key) || key.len() > 4 && self.head_key().contains(&key)) => cost += 1,
                Some(author) if distance(&key, &author.key) <= reach(&key, true) => {
                    cost += 4;
                    other = true;
                }
                None if self.et_al => {}
                _ => return None,
            }
        }
        if et_al {
            match own {
                _ if unread || own > given.max(2) => {}
                _ if own > given => cost += 1,
                _ => {
                    cost += 5;
                    other = true;
                }
            }
        } else if own > given {
            cost += 4;
            other = true;
        } else if given == 1 && unread && own == 1 {
            // Perhaps more wrote it than were read.
            cost += 1;
        }
        Some((cost, other))
    }

    /// What it costs that the first author's initials are others than `given`.
    pub fn given_cost(&self, given: &str) -> u32 {
        let initial = |text: &str| text.chars().find(|c| c.is_alphabetic()).map(|c| surname_key(&c.to_string()));
        match (initial(given), self.authors.first().and_then(|author| initial(&author.given))) {
            (Some(one), Some(two)) if one != two => 3,
            _ => 0,
        }
    }

    /// How many small words of `name`, of a callout, are no part of this author's name: in "de García (2001)" the first.
    pub fn strange_particles(&self, name: &str) -> usize {
        let Some(author) = self.authors.first() else { return 0 };
        let words: Vec<&str> = name.split(' ').collect();
        let lead = words
            .iter()
            .take(words.len().saturating_sub(1))
            .take_while(|word| near::is_particle(word) && word.starts_with(char::is_lowercase))
            .count();
        let bare = words.get(lead..).unwrap_or(&[]).join(" ");
        if lead > 0 && surname_key(&bare) == author.key && !author.given.split_whitespace().any(near::is_particle) { lead } else { 0 }
    }

    /// Keys of the words before its year, as one.
    pub fn head_key(&self) -> String {
        self.head.concat()
    }

    /// Whether it begins with a name of this key: at once 0, among its first words 1.
    pub fn begins_with(&self, key: &str) -> Option<u32> {
        let mut whole = String::new();
        for word in &self.head {
            whole.push_str(word);
            if whole == key {
                return Some(0);
            }
            if whole.len() > key.len() {
                break;
            }
        }
        self.head.iter().any(|word| word == key).then_some(1)
    }

    /// Whether its authors were not read, or not from where authors stand.
    pub fn suspicious(&self) -> bool {
        let Some(author) = self.authors.first().filter(|_| !self.guessed) else { return true };
        let lead = self.head.iter().take(3).map(String::as_str).collect::<String>();
        !author.key.starts_with(self.head.first().map_or("", String::as_str)) && !lead.contains(&author.key)
    }

    /// Its authors, as one says them.
    pub fn printed(&self) -> String {
        match self.authors.as_slice() {
            [] => String::new(),
            [one] if one.given.is_empty() => one.name.clone(),
            [one] => format!("{} {}", one.given, one.name),
            [one, two] => format!("{} and {}", one.name, two.name),
            [one, ..] => format!("{} et al.", one.name),
        }
    }
}

impl Author {
    /// The key of all of it, as the first half of a family name may have been read as a given name.
    fn whole(&self) -> String {
        surname_key(&self.given) + &self.key
    }

    fn of(name: &Name) -> Self {
        let family = name.family.trim().trim_end_matches(',');
        // "Smith, J." left whole.
        let (family, given) = match family.split_once(", ") {
            Some((family, given)) if name.given.is_empty() => (family, given),
            _ => (family, name.given.as_str()),
        };
        Self { key: surname_key(family), name: family.to_owned(), given: given.trim().to_owned() }
    }
}

/// An entry without the number or letters before it.
fn without_label(text: &str) -> &str {
    let text = text.trim_start();
    if let Some(rest) = text.strip_prefix('[')
        && let Some(close) = rest.find(']').filter(|&close| close < 14)
    {
        return rest.get(close + 1..).unwrap_or("").trim_start();
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    match text.get(digits..).and_then(|rest| rest.strip_prefix(['.', ')'])) {
        Some(rest) if (1..=3).contains(&digits) => rest.trim_start(),
        _ => text,
    }
}

/// What follows the dash or the word that stands for the author of the entry before.
fn repeated(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(['-', '–', '—', '―', '_', '‒', '−']);
    let signs = text.len() - rest.len();
    let dashed =
        signs > 3 || (signs >= 2 && !rest.starts_with(char::is_alphanumeric)) || (signs > 0 && rest.starts_with([',', '.', ' ', '(']));
    if dashed {
        return Some(rest.trim_start_matches([' ', ',', '.', ';']));
    }
    ["Ders.", "Dies.", "ders.", "dies.", "Idem", "Id."]
        .iter()
        .find_map(|word| text.strip_prefix(word))
        .map(|rest| rest.trim_start_matches([' ', ',', '.', ':', '/']))
}

/// What can be the first author's name, where none was read: "A. B. Smith and K. Jones" is "Smith".
fn first_name(head: &str) -> &str {
    let end = [", ", " (", " [", ";", ":", " and ", " & ", " und ", " et ", " y "]
        .iter()
        .filter_map(|sign| head.find(sign))
        .min()
        .unwrap_or(head.len());
    let mut name = head.get(..end).unwrap_or("").trim().trim_end_matches([',', '.']);
    // "J.-P. Sartre"
    while let Some((word, rest)) = name.split_once(' ') {
        if !(word.ends_with('.') && word.chars().count() <= 6 && word.starts_with(char::is_uppercase)) {
            break;
        }
        name = rest.trim_start();
    }
    name
}

/// What stands before the year of `text`, or before what can be its title.
fn head<'t>(text: &'t str, date: Option<&Date>) -> &'t str {
    let near = near_start(text, 240);
    let end = date.and_then(|date| near.find(date.text.as_str())).unwrap_or(near.len());
    let end = near.find(['“', '"', '«', '„']).map_or(end, |quote| quote.min(end));
    near.get(..end).unwrap_or(near)
}

/// The first `bytes` of `text`, or a few more.
fn near_start(text: &str, bytes: usize) -> &str {
    let mut end = bytes.min(text.len());
    while !text.is_char_boundary(end) {
        end += 1;
    }
    text.get(..end).unwrap_or(text)
}

/// Capitals in brackets before the year: "Food and Agriculture Organization [FAO]".
fn bracketed(head: &str) -> Option<String> {
    let open = head.find(['(', '['])?;
    let inside = head.get(open + 1..)?;
    let inside = inside.get(..inside.find([')', ']'])?)?;
    let capitals = inside.chars().filter(|c| c.is_uppercase()).count();
    (capitals >= 2 && inside.len() <= 14 && !inside.contains(' ')).then(|| inside.to_owned())
}

/// The date of an entry, then those of earlier editions that it gives.
fn dates(fields: &Fields, text: &str) -> Vec<Date> {
    let mut found = match &fields.year {
        Some(year) => Date::all(&year.text),
        None => Vec::new(),
    };
    let near = near_start(text, 240);
    if let Some(first) = found.first_mut()
        && first.text.len() == 4
        && let Some(lettered) = Date::all(near).into_iter().find(|date| date.text.len() == 5 && date.text.starts_with(&first.text))
    {
        // The letter was left out when the field was read.
        *first = lettered;
    }
    if found.is_empty() {
        // In brackets or behind a full stop near the start, or else the last one.
        let marked = |date: &Date| {
            near.find(&date.text)
                .is_some_and(|at| near.get(..at).is_some_and(|head| head.ends_with(['(', '[']) || head.trim_end().ends_with(['.', ','])))
        };
        let all = Date::all(near);
        found.extend(all.iter().find(|date| marked(date)).or(all.first()).cloned());
        if found.is_empty() {
            found.extend(Date::all(text).pop());
        }
    }
    if found.is_empty() {
        let lower = text.to_lowercase();
        let coming = [
            "in press",
            "forthcoming",
            "im druck",
            "im erscheinen",
            "in preparation",
            "en prensa",
            "à paraître",
            "in stampa",
            "under review",
            "submitted",
            "accepted",
        ];
        match coming.iter().find(|word| lower.contains(**word)) {
            Some(word) => found.extend(Date::all(word)),
            None => found.push(Date::missing()),
        }
    }
    // "(1999 [1952])", "(Original work published 1952)"
    if let Some(at) = found.first().and_then(|date| near.find(&date.text).map(|at| (at, date.text.len()))) {
        let behind = near.get(at.0 + at.1..).unwrap_or("");
        let behind = near_start(behind, 14);
        let close = behind.trim_start_matches([' ', '[', '(', '/', '–']);
        if close.len() < behind.len() {
            found.extend(Date::all(close.get(..4).unwrap_or("")));
        }
        let lead = near.get(..at.0).unwrap_or("").trim_end_matches([' ', '[', '(', ']', ')', '/']);
        if let Some(digits) = lead.get(lead.len().saturating_sub(4)..) {
            found.extend(Date::all(digits));
        }
    }
    for words in
        ["riginal work published", "riginally published", "irst published", "orig. pub", "rstausgabe", "riginal published", "ublished in "]
    {
        if let Some(at) = text.find(words) {
            let behind = text.get(at + words.len()..).unwrap_or("");
            found.extend(Date::all(near_start(behind, 10)));
        }
    }
    let mut seen: Vec<Date> = Vec::new();
    found.retain(|date| {
        let new = !seen.contains(date);
        if new {
            seen.push(date.clone());
        }
        new
    });
    found
}
