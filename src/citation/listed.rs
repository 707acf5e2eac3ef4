//! Which entry of the text's reference list a callout means. A tie is sure only where names, year and letter leave one
//! entry; what is merely near is told as a doubt, as a wrong tie hides a missing or a misspelt entry from the reader.

mod entry;
#[cfg(test)]
mod generated;
mod near;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use super::callouts::{Callout, Points};
use super::fields::{surname_key, title_key};
use super::{Doubt, Fields};
use entry::Item;
use near::{Date, distance, reach};

/// An entry of a reference list, as its fields and as it is printed.
pub(super) struct Entry<'a> {
    /// What was read of it; may be wrong where the entry is a mess.
    pub fields: &'a Fields,
    /// All of it on one line.
    pub text: &'a str,
    /// Its number or its letters, where the list has them: "[12]", "12.", "Smi01".
    pub number: Option<&'a str>,
}

/// What a callout means.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Match {
    /// Indices of entries; sure where there is no doubt.
    pub entries: Vec<usize>,
    /// Why it may be wrong; indices in it are those of entries.
    pub doubt: Option<Doubt>,
    /// Whether it is no citation after all.
    pub drop: bool,
    /// Where the callout begins, when the list shows that words at its head are no part of the name.
    pub start: Option<usize>,
}

impl Match {
    fn dropped() -> Self {
        Self { drop: true, ..Self::default() }
    }

    fn doubtful(doubt: Doubt) -> Self {
        Self { doubt: Some(doubt), ..Self::default() }
    }
}

/// A reference list, ready to be asked.
#[derive(Default)]
pub(super) struct List {
    items: Vec<Item>,
    /// Entries by what their first author can be called, with how far that is from the name as printed.
    by_name: HashMap<String, Vec<(usize, u32)>>,
    by_year: HashMap<String, Vec<usize>>,
    numbers: HashMap<u32, Vec<usize>>,
    labels: HashMap<String, Vec<usize>>,
    addresses: HashMap<String, Vec<usize>>,
}

/// How far above the last number of the list a number may be that the list should have.
const BEYOND: usize = 9;

/// One way to read the names of a callout.
struct Reading {
    key: String,
    /// The names behind the first.
    rest: Vec<String>,
    cost: u32,
    /// How many words at the head it leaves out.
    skipped: usize,
    /// Whether it leaves out whole names.
    fewer: bool,
    /// How far the first of its names is from what is printed.
    part: u32,
}

/// How well an entry goes with a callout.
#[derive(Clone, Copy)]
struct Fit {
    index: usize,
    cost: u32,
    /// Whether its authors are others than those given.
    other_name: bool,
    /// Whether its letter is another.
    other_year: bool,
    /// Whether nothing but the first author's own name was used.
    plain: bool,
    skipped: usize,
}

impl List {
    /// The list with these entries, in its order: a dash for the author means the one before.
    pub fn of(entries: &[Entry<'_>]) -> Self {
        let mut list = Self::default();
        for (index, entry) in entries.iter().enumerate() {
            let item = Item::of(entry, list.items.last());
            for (key, cost) in item.aliases() {
                list.by_name.entry(key).or_default().push((index, cost));
            }
            for year in item.dates.iter().filter_map(Date::year) {
                let years = list.by_year.entry(year.to_owned()).or_default();
                if years.last() != Some(&index) {
                    years.push(index);
                }
            }
            if let Some(label) = entry.number {
                let label = label.trim().trim_matches(|c: char| matches!(c, '[' | ']' | '(' | ')' | '.' | ' '));
                match label.parse() {
                    Ok(number) => list.numbers.entry(number).or_default().push(index),
                    Err(_) if !label.is_empty() => list.labels.entry(label.to_lowercase()).or_default().push(index),
                    Err(_) => {}
                }
            }
            for address in near::addresses(entry.text) {
                list.addresses.entry(address).or_default().push(index);
            }
            list.items.push(item);
        }
        list
    }

    /// Which entries `callout` means.
    pub fn find(&self, callout: &Callout) -> Match {
        match &callout.points {
            Points::AuthorYear { names, et_al, year } => self.author_year(callout, names, *et_al, year),
            Points::AuthorPage { names, title } => self.author_page(callout, names, title.as_deref()),
            Points::Numeric(numbers) => {
                let found = listed(numbers.iter().map(|number| self.numbers.get(number)));
                // A number that is a little too high for the list is one that the list lacks; a high one counts something else.
                let near = numbers.iter().all(|&number| number as usize <= self.numbers.len() + BEYOND);
                if found.drop && near && self.numbers.len() > 1 { Match::doubtful(Doubt::NotListed) } else { found }
            }
            Points::Labels(labels) => listed(labels.iter().map(|label| self.labels.get(&label.to_lowercase()))),
            Points::Url(url) => match self.addresses.get(&near::address(url)).map(Vec::as_slice) {
                None => Match::default(),
                Some([entry]) => Match { entries: vec![*entry], ..Match::default() },
                Some(entries) => Match { entries: entries.to_vec(), doubt: Some(Doubt::Several(entries.to_vec())), ..Match::default() },
            },
            Points::Leaning => Match::default(),
        }
    }

    fn author_year(&self, callout: &Callout, names: &[String], et_al: bool, year: &str) -> Match {
        if self.items.is_empty() {
            return Match { drop: !callout.certain, ..Match::default() };
        }
        let dates = Date::all(year);
        let readings = readings(names);
        let mut fits: Vec<Fit> = Vec::new();
        for reading in &readings {
            for &(index, alias) in self.by_name.get(&reading.key).map_or(&[][..], Vec::as_slice) {
                let Some(item) = self.items.get(index) else { continue };
                let Some((year_cost, other_year)) = item.dated(&dates) else { continue };
                // Half a name on either side is too little.
                if reading.part + alias > 3 {
                    continue;
                }
                if let Some((authors, other_name)) = item.goes_with(&reading.rest, et_al) {
                    let cost = reading.cost + alias + year_cost + authors + item.given_cost(&callout.given);
                    fits.push(Fit {
                        index,
                        cost,
                        other_name: other_name || reading.fewer,
                        other_year,
                        plain: reading.cost + alias <= 1,
                        skipped: reading.skipped,
                    });
                }
            }
        }
        if fits.is_empty() || fits.iter().all(|fit| fit.other_name) {
            self.by_head(&readings, et_al, &dates, &mut fits);
        }
        if let Some(found) = self.settle(callout, names, &fits) {
            return found;
        }
        if callout.exact {
            return Match::dropped();
        }
        let year = self.other_year(&readings, et_al, &dates);
        let name = self.other_name(names, et_al, &dates);
        match (year, name) {
            // A long name that is used nowhere else is rather a slip than another person.
            (_, Some((found, true))) => found,
            (Some(year), _) => Match::doubtful(Doubt::OtherYear(year)),
            (None, Some((found, false))) if callout.certain => found,
            _ if !callout.certain => Match::dropped(),
            _ => Match::doubtful(Doubt::NotListed),
        }
    }

    /// What the entries that go with a callout make of it; `None` where none does well enough.
    fn settle(&self, callout: &Callout, names: &[String], fits: &[Fit]) -> Option<Match> {
        let least = fits.iter().map(|fit| fit.cost).min()?;
        let mut best: Vec<Fit> = Vec::new();
        for fit in fits.iter().filter(|fit| fit.cost == least) {
            if best.iter().all(|other| other.index != fit.index) {
                best.push(*fit);
            }
        }
        best.sort_by_key(|fit| fit.index);
        let first = *best.first()?;
        // What hangs on the list alone must fit in all it says.
        if callout.exact && (!first.plain || first.other_name || first.other_year) || !callout.certain && first.other_name {
            return None;
        }
        let entries: Vec<usize> = best.iter().map(|fit| fit.index).collect();
        let item = self.items.get(first.index)?;
        let doubt = if entries.len() > 1 {
            Some(Doubt::Several(entries.clone()))
        } else if first.other_name {
            Some(Doubt::OtherName(item.printed()))
        } else if first.other_year {
            Some(Doubt::OtherYear(item.dates.first().map(|date| date.text.clone()).unwrap_or_default()))
        } else {
            None
        };
        // A title alone has no name that could begin further on.
        let skipped = match names.first() {
            Some(name) if first.skipped == 0 => item.strange_particles(name),
            _ => first.skipped,
        };
        let start = callout.words.get(skipped).copied().filter(|_| skipped > 0);
        Some(Match { entries, doubt, drop: false, start })
    }

    /// The entries that may have one of these dates.
    fn of_dates(&self, dates: &[Date]) -> Vec<usize> {
        if dates.iter().any(|date| date.year().is_none()) {
            return (0..self.items.len()).collect();
        }
        dates.iter().filter_map(Date::year).filter_map(|year| self.by_year.get(year)).flatten().copied().collect()
    }

    /// Entries whose fields are wrong or missing, by the words they begin with.
    fn by_head(&self, readings: &[Reading], et_al: bool, dates: &[Date], fits: &mut Vec<Fit>) {
        for index in self.of_dates(dates) {
            let Some(item) = self.items.get(index) else { continue };
            let Some((year_cost, other_year)) = item.dated(dates) else { continue };
            for reading in readings.iter().filter(|reading| !reading.fewer && reading.part < 2) {
                let Some(head_cost) = item.begins_with(&reading.key) else { continue };
                if fits.iter().any(|fit| fit.index == index)
                    || (!item.suspicious() && item.authors.first().is_some_and(|author| author.key == reading.key))
                {
                    continue;
                }
                let all = reading
                    .rest
                    .iter()
                    .all(|name| item.head.iter().any(|word| *word == surname_key(name)) || item.head_key().contains(&surname_key(name)));
                let many = !et_al || item.many || item.authors.len() > 1;
                if all && many && (head_cost == 0 || item.suspicious()) {
                    let cost = reading.cost + 3 + head_cost + year_cost;
                    // Not the first name there: perhaps a second author's.
                    let other_name = head_cost > 0;
                    fits.push(Fit { index, cost, other_name, other_year, plain: reading.cost <= 1, skipped: reading.skipped });
                }
            }
        }
    }

    /// The year of the entry by these very authors that is nearest in time.
    fn other_year(&self, readings: &[Reading], et_al: bool, dates: &[Date]) -> Option<String> {
        let meant: i32 = dates.iter().find_map(|date| date.year()?.parse().ok()).unwrap_or(0);
        let mut best: Option<(i32, String)> = None;
        for reading in readings.iter().filter(|reading| reading.cost <= 1) {
            for &(index, alias) in self.by_name.get(&reading.key).map_or(&[][..], Vec::as_slice) {
                let Some(item) = self.items.get(index).filter(|_| alias <= 1) else { continue };
                let Some((_, false)) = item.goes_with(&reading.rest, et_al) else { continue };
                let Some(date) = item.dates.first() else { continue };
                let away = date.year().and_then(|year| year.parse::<i32>().ok()).map_or(9999, |year| (year - meant).abs());
                if best.as_ref().is_none_or(|(least, _)| away < *least) {
                    best = Some((away, date.text.clone()));
                }
            }
        }
        best.map(|(_, year)| year)
    }

    /// The entry of that year whose first author's name is spelt almost so; and whether it is likely a slip, even where
    /// that name has other years.
    fn other_name(&self, names: &[String], et_al: bool, dates: &[Date]) -> Option<(Match, bool)> {
        let (first, rest) = names.split_first()?;
        let key = surname_key(first);
        let mut best: Vec<usize> = Vec::new();
        let mut least = usize::MAX;
        for index in self.of_dates(dates) {
            let Some(item) = self.items.get(index) else { continue };
            let Some(author) = item.authors.first() else { continue };
            let Some((_, false)) = item.dated(dates) else { continue };
            let away = distance(&key, &author.key);
            let allowed = reach(&key, !rest.is_empty());
            // In two authors the other may be the one misspelt, or their order.
            let swapped = matches!(rest, [second] if item.authors.len() == 2 && surname_key(second) == author.key && item.authors.get(1).is_some_and(|author| author.key == key));
            let fits = (away > 0 && away <= allowed && matches!(item.goes_with(rest, et_al), Some((_, false)))) || swapped;
            if fits && away <= least {
                if away < least {
                    best.clear();
                }
                least = away;
                if !best.contains(&index) {
                    best.push(index);
                }
            }
        }
        let item = self.items.get(*best.first()?)?;
        let author = item.authors.first()?;
        let alone = self.by_name.get(&author.key).is_none_or(|entries| entries.len() == 1);
        let slip = alone && least <= 1 && best.len() == 1 && (key.chars().count() > 5 || !rest.is_empty());
        let doubt = Some(Doubt::OtherName(item.printed()));
        Some((Match { entries: if best.len() == 1 { best } else { Vec::new() }, doubt, drop: false, start: None }, slip))
    }

    fn author_page(&self, callout: &Callout, names: &[String], title: Option<&str>) -> Match {
        let wanted = title.map(title_key).unwrap_or_default();
        let mut fits: Vec<Fit> = Vec::new();
        for reading in readings(names).iter().filter(|reading| !reading.fewer) {
            for &(index, alias) in self.by_name.get(&reading.key).map_or(&[][..], Vec::as_slice).iter().filter(|(_, alias)| *alias <= 1) {
                let Some(item) = self.items.get(index) else { continue };
                let Some((authors, false)) = item.goes_with(&reading.rest, false).or_else(|| item.goes_with(&reading.rest, true)) else {
                    continue;
                };
                let cost = reading.cost + alias + authors + item.given_cost(&callout.given);
                fits.push(Fit { index, cost, other_name: false, other_year: false, plain: true, skipped: reading.skipped });
            }
        }
        // "(Dog's Part 9)": a title that is set apart by nothing. One word of it would tell too little.
        let untold = if let ([name], true, None) = (names, fits.is_empty(), title) { title_key(name) } else { Vec::new() };
        if untold.len() > 1 {
            let entitled = self.items.iter().enumerate().filter(|(_, item)| item.title.starts_with(&untold));
            fits.extend(entitled.map(|(index, _)| Fit { index, cost: 0, other_name: false, other_year: false, plain: true, skipped: 0 }));
        }
        if names.is_empty() && !wanted.is_empty() {
            let fitting = self.items.iter().enumerate().filter(|(_, item)| {
                item.title.starts_with(&wanted) || item.guessed && item.head_key().starts_with(&surname_key(title.unwrap_or("")))
            });
            fits.extend(fitting.map(|(index, _)| Fit { index, cost: 0, other_name: false, other_year: false, plain: true, skipped: 0 }));
        } else if !wanted.is_empty() {
            let entitled: Vec<Fit> = fits
                .iter()
                .copied()
                .filter(|fit| self.items.get(fit.index).is_some_and(|item| wanted.iter().all(|word| item.title.contains(word))))
                .collect();
            if !entitled.is_empty() {
                fits = entitled;
            }
        }
        self.settle(callout, names, &fits).unwrap_or_else(Match::dropped)
    }
}

/// The entries of numbers or labels; those that the list does not have are left out, and told.
fn listed<'l>(found: impl Iterator<Item = Option<&'l Vec<usize>>>) -> Match {
    let (mut entries, mut missing, mut several) = (Vec::new(), false, Vec::new());
    for indices in found {
        match indices.map(Vec::as_slice) {
            Some([index]) => entries.push(*index),
            Some(indices) => {
                several.extend_from_slice(indices);
                entries.extend_from_slice(indices);
            }
            None => missing = true,
        }
    }
    if entries.is_empty() {
        return Match::dropped();
    }
    let doubt = if !several.is_empty() { Some(Doubt::Several(several)) } else { missing.then_some(Doubt::NotListed) };
    Match { entries, doubt, ..Match::default() }
}

/// The ways to read `names`, the likeliest first.
fn readings(names: &[String]) -> Vec<Reading> {
    let mut found: Vec<Reading> = Vec::new();
    let mut add = |key: String, rest: &[String], cost: u32, skipped: usize, fewer: bool| {
        if key.chars().count() > 1 && found.iter().all(|reading| reading.key != key || reading.rest != rest) {
            found.push(Reading { key, rest: rest.to_vec(), cost, skipped, fewer, part: cost % 5 });
        }
    };
    let mut skipped = 0;
    for (dropped, (first, rest)) in names.iter().enumerate().map(|(at, name)| (at as u32, (name, names.get(at + 1..).unwrap_or(&[])))) {
        let base = dropped.min(3) * 5;
        let fewer = dropped > 0;
        if fewer && rest.is_empty() {
            break;
        }
        let words: Vec<&str> = first.split(' ').collect();
        add(surname_key(first), rest, base, skipped, fewer);
        add(near::loose(first), rest, base + 1, skipped, fewer);
        add(near::bare(first), rest, base + 1, skipped, fewer);
        if let ([head, .., tail], Some(last)) = (words.as_slice(), words.len().checked_sub(1)) {
            let capital = |word: &str| word.starts_with(char::is_uppercase);
            if capital(tail) {
                add(surname_key(tail), rest, base + 2, skipped + last, fewer);
            }
            // "van der Berg" behind a given name or a stray word.
            for at in 1..last {
                let Some(part) = words.get(at..) else { break };
                if words.get(at - 1).is_some_and(|word| capital(word)) {
                    add(surname_key(&part.join(" ")), rest, base + 2, skipped + at, fewer);
                }
            }
            if capital(head) && words.len() == 2 {
                add(surname_key(head), rest, base + 3, skipped, fewer);
            }
        }
        skipped += words.len();
    }
    if !names.is_empty() {
        // A body whose name has "and" in it, or that is called by its capitals.
        let all = names.join(" ");
        add(near::body(&all), &[], 1, 0, false);
        if let Some(letters) = near::acronym(&all) {
            add(letters, &[], 2, 0, false);
        }
    }
    found
}
