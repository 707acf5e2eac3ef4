//! What a bracket cites, and the name before one that begins with a year.

use std::ops::Range;

use super::names::{self, Place, Run};
use super::tokens::{self, Kind, Token};
use super::years::{self, Year};
use super::{Callout, Points, others, words};

/// How far before a year its names can begin.
const REACH: usize = 320;

/// How far nearly all do.
const NEAR: usize = 90;

/// Reads the brackets and bare years of one passage, in order.
pub(super) struct Reader<'t> {
    text: &'t str,
    pub found: Vec<Callout>,
    /// Where the last bracket or citation ended: no name reaches back over it.
    floor: usize,
    /// The names of the last citation in prose, and where its bracket ended.
    last: Option<(Run, usize)>,
    tokens: Vec<Token>,
    window: Vec<Token>,
}

/// How a citation stands, which decides how sure its shape makes it.
struct Standing {
    certain: bool,
    exact: bool,
}

impl<'t> Reader<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { text, found: Vec::new(), floor: 0, last: None, tokens: Vec::new(), window: Vec::new() }
    }

    /// Reads the bracket at `range`, its signs included.
    pub fn bracket(&mut self, range: Range<usize>) {
        let mut tokens = std::mem::take(&mut self.tokens);
        tokens.clear();
        tokens::read(self.text, range.clone(), &mut tokens);
        if tokens.iter().any(|token| matches!(token.kind, Kind::Number | Kind::Low | Kind::Cap | Kind::Upper)) {
            self.group(&tokens, 0, 0);
        }
        self.tokens = tokens;
        if self.found.last().is_none_or(|last| last.range.end <= range.end) {
            self.floor = self.floor.max(self.found.last().map_or(0, |last| last.range.end));
        }
    }

    /// Reads a year outside of brackets: "Smith 2001 argues".
    pub fn bare(&mut self, at: usize) {
        // Most years have a small word before them.
        let head = self.text.get(self.floor.min(at)..at).unwrap_or("").trim_end_matches([' ', '\n', ',', '.']);
        let word = head.get(head.rfind(|c: char| !c.is_alphanumeric() && c != '\'').map_or(0, |cut| cut + 1)..).unwrap_or("");
        if word.is_empty()
            || word.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
                && !words::is_others(word)
                && !word.contains(char::is_uppercase)
        {
            return;
        }
        let mut window = self.before(at, NEAR);
        let count = window.len();
        tokens::read(self.text, at..self.end_of_window(at), &mut window);
        let run = window.get(..count).filter(|tokens| {
            tokens.last().is_some_and(|token| token.is_capital() || matches!(token.kind, Kind::Comma | Kind::Dot | Kind::Low))
        });
        if let Some(run) = run.and_then(|tokens| names::before(self.text, tokens, Place::Prose))
            && let Some(year) = years::at(self.text, &window, count)
            && !year.span
            && !run.names.iter().any(|name| words::is_month(name))
            && self.text.get(run.end..at).is_some_and(|gap| gap.trim().is_empty() || gap.trim() == "," || gap.trim() == ".")
        {
            let page = years::page(self.text, year.range.end, self.end_of_window(year.range.end))
                .filter(|page| page.named || self.text.get(year.range.end..).is_some_and(|rest| rest.starts_with(':')));
            let end = page.as_ref().map_or(year.range.end, |page| page.end);
            // A page shows that it is no date.
            let certain = page.as_ref().is_some_and(|page| page.named) && !run.suspect;
            self.push(&run, run.start..end, year.text, page.map(|page| page.value), &Standing { certain, exact: !certain });
            self.floor = end;
        }
        self.window = window;
    }

    /// The tokens before `at`, as far back as a name can reach.
    fn before(&mut self, at: usize, reach: usize) -> Vec<Token> {
        let mut window = std::mem::take(&mut self.window);
        window.clear();
        let mut from = at.saturating_sub(reach).max(self.floor.min(at));
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        if from > self.floor {
            // Never begin within a word.
            from += self.text.get(from..at).and_then(|part| part.find(char::is_whitespace)).unwrap_or(0);
        }
        tokens::read(self.text, from..at, &mut window);
        window
    }

    /// A little behind `at`, to a boundary.
    fn end_of_window(&self, at: usize) -> usize {
        let mut end = (at + 48).min(self.text.len());
        while !self.text.is_char_boundary(end) {
            end += 1;
        }
        end
    }

    /// Reads the bracket that opens at `tokens[open]`; gives the index behind its closing sign.
    fn group(&mut self, tokens: &[Token], open: usize, depth: usize) -> usize {
        let close = tokens::closing(tokens, open);
        let next = (close + 1).min(tokens.len());
        let Some(first) = tokens.get(open) else { return next };
        let limit = tokens.get(close).map_or(self.text.len(), |token| token.start);
        if first.kind == Kind::Open(true)
            && let Some(callout) = others::numbers(self.text, first.start, limit).or_else(|| others::labels(self.text, first.start, limit))
        {
            match self.found.last_mut().filter(|last| goes_on(self.text, last.range.end, first.start)) {
                Some(last) if others::runs(&last.points, &callout.points) => others::join(last, callout),
                _ => self.found.push(callout),
            }
            return next;
        }
        let Some(tokens_in) = tokens.get(..close) else { return next };
        Group { limit, outer: open, tokens: tokens_in, closed: tokens.get(close).map(|token| token.end), depth }.read(self);
        next
    }

    fn push(&mut self, run: &Run, range: Range<usize>, year: String, locator: Option<Range<usize>>, standing: &Standing) {
        self.found.push(Callout {
            range,
            points: Points::AuthorYear { names: run.names.clone(), et_al: run.et_al, year },
            locator,
            certain: standing.certain,
            exact: standing.exact,
            given: run.given.clone(),
            words: run.words.clone(),
        });
    }

    /// How sure a name in prose before a bracket with a year is.
    fn in_prose(&self, run: &Run, window: &[Token], behind: usize, told: bool) -> Standing {
        let next = self.text.get(behind..).unwrap_or("").trim_start();
        let next = next.get(..next.find(|c: char| !c.is_alphabetic()).unwrap_or(next.len())).unwrap_or("");
        let cue = run
            .first
            .checked_sub(1)
            .and_then(|index| window.get(index))
            .is_some_and(|before| before.is_word() && words::is_cue(before.of(self.text)));
        let art = run
            .first
            .checked_sub(1)
            .and_then(|index| window.get(index))
            .is_some_and(|before| before.is_word() && words::is_art(before.of(self.text)));
        let names = run.names.len() > 1 || run.et_al;
        let short = run.names.iter().all(|name| name.split(' ').count() <= 3);
        let single = run.names.iter().all(|name| name.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count() == 1);
        let certain = !run.suspect
            && !run.weak
            && !art
            && ((names && short)
                || told
                || run.possessive && single
                || run.body
                || !run.given.is_empty() && single
                || (single && (cue || words::reports(next)))
                || (words::reports(next) && short));
        Standing { certain, exact: run.suspect && run.names.len() == 1 }
    }
}

/// A bracket and what is in it.
struct Group<'k> {
    /// Tokens up to its closing sign.
    tokens: &'k [Token],
    /// Index of its opening sign.
    outer: usize,
    /// Where its closing sign is.
    limit: usize,
    /// Past its closing sign.
    closed: Option<usize>,
    depth: usize,
}

impl Group<'_> {
    fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    fn read(&self, reader: &mut Reader<'_>) {
        let text = reader.text;
        let begin = self.outer + 1;
        let mut segment = begin;
        // The names that a further year belongs to, and whether the citation just read allows one here.
        let mut carried: Option<(Run, Standing)> = None;
        let mut at = begin;
        let counted = reader.found.len();
        let mut years_read = 0;
        while let Some(token) = self.tokens.get(at) {
            if let Some(year) = self.year(text, at, segment, carried.is_some()) {
                if let Some((run, standing)) = self.owner(reader, segment, at, &year, carried.as_ref(), years_read == 0) {
                    let from = if carried.is_some() && run.start == year.range.start { None } else { Some(run.start) };
                    let (next, run, standing) = self.cite(reader, run, standing, &year, from, at == self.lead(text, begin));
                    years_read += 1;
                    at = next;
                    segment = next;
                    carried = Some((run, standing));
                    continue;
                }
                at = year.next.max(at + 1);
                continue;
            }
            match token.kind {
                Kind::Open(_) if self.depth < 4 => {
                    if at.checked_sub(1).and_then(|index| self.tokens.get(index)).is_some_and(Token::is_word) && self.roles(text, at) {
                        at = tokens::closing(self.tokens, at) + 1;
                        continue;
                    }
                    let count = reader.found.len();
                    let inner = Group {
                        outer: at,
                        tokens: self.tokens.get(..tokens::closing(self.tokens, at)).unwrap_or(self.tokens),
                        limit: self.tokens.get(tokens::closing(self.tokens, at)).map_or(self.limit, |token| token.start),
                        closed: self.tokens.get(tokens::closing(self.tokens, at)).map(|token| token.end),
                        depth: self.depth + 1,
                    };
                    if token.kind == Kind::Open(true)
                        && let Some(callout) = others::numbers(text, token.start, inner.limit)
                    {
                        reader.found.push(callout);
                    } else {
                        inner.read(reader);
                    }
                    at = tokens::closing(self.tokens, at) + 1;
                    if reader.found.len() > count {
                        segment = at;
                        carried = None;
                        years_read += 1;
                    }
                    continue;
                }
                // "Luhmann 1984; ders. 1997"
                Kind::Semi
                    if carried.is_some() && segment == at && self.tokens.get(at + 1).is_some_and(|next| words::is_same(next.of(text))) => {}
                Kind::Semi if !self.only_names(text, segment, at) => {
                    if segment < at || carried.is_none() {
                        let found = self.without_year(reader, segment, at, segment == begin, years_read > 0);
                        years_read += usize::from(found);
                    }
                    if segment < at {
                        carried = None;
                    }
                    segment = at + 1;
                }
                Kind::Low | Kind::Cap | Kind::Upper
                    if carried.is_some() && !words::is_and(token.of(text)) && !words::is_same(token.of(text)) =>
                {
                    carried = None;
                }
                _ => {}
            }
            at += 1;
        }
        if segment < self.tokens.len() {
            let alone = reader.found.len() == counted;
            self.without_year(reader, segment, self.tokens.len(), segment == begin && alone, years_read > 0);
        }
    }

    /// Past the signal words with which it begins.
    fn lead(&self, text: &str, begin: usize) -> usize {
        let mut at = begin;
        let signal = |token: &Token| {
            token.kind == Kind::Low && matches!(token.of(text), "in" | "e" | "g" | "see" | "cf")
                || matches!(token.kind, Kind::Dot | Kind::Comma)
        };
        while self.tokens.get(at).is_some_and(signal) && years::at(text, self.tokens, at).is_none() {
            at += 1;
        }
        at
    }

    /// Whether the bracket at `at` holds what stands between a name and its year: "[FAO]", "(eds.)", "[hereafter X]".
    fn roles(&self, text: &str, at: usize) -> bool {
        let close = tokens::closing(self.tokens, at);
        let inside = self.tokens.get(at + 1..close).unwrap_or(&[]);
        !inside.is_empty()
            && inside.len() <= 4
            && inside.iter().all(|token| matches!(token.kind, Kind::Upper | Kind::Dot | Kind::Initial) || words::is_role(token.of(text)))
    }

    /// The year at token `at`, where one can stand: behind a name, another year, or at the head.
    fn year(&self, text: &str, at: usize, segment: usize, carried: bool) -> Option<Year> {
        let token = self.tokens.get(at)?;
        match token.kind {
            Kind::Number => {}
            Kind::Open(_) if at > self.outer => {}
            Kind::Low | Kind::Cap | Kind::Upper | Kind::Initial => {
                // Words for a year need a name or a comma before them, or stand alone.
                let alone = at == self.outer + 1;
                let behind = at > segment
                    && matches!(
                        self.kind(at - 1),
                        Some(Kind::Comma | Kind::Cap | Kind::Upper | Kind::Dot | Kind::Colon | Kind::Close(_) | Kind::Initial | Kind::Low)
                    );
                if !(alone || behind || carried) || token.end - token.start > 12 {
                    return None;
                }
                let year = years::at(text, self.tokens, at)?;
                let closed =
                    matches!(self.kind(year.next), None | Some(Kind::Comma | Kind::Semi | Kind::Colon | Kind::Close(_) | Kind::Amp))
                        || self
                            .tokens
                            .get(year.next)
                            .is_some_and(|next| words::is_and(next.of(text)) || next.kind == Kind::Low && next.end - next.start < 3);
                return closed.then_some(year);
            }
            _ => return None,
        }
        years::at(text, self.tokens, at)
    }

    /// Whose the year at `at` is.
    fn owner(
        &self, reader: &mut Reader<'_>, segment: usize, at: usize, year: &Year, carried: Option<&(Run, Standing)>, first: bool,
    ) -> Option<(Run, Standing)> {
        let text = reader.text;
        let before = self.tokens.get(segment..at)?;
        if let Some((run, standing)) = carried
            && before.iter().all(|token| {
                matches!(token.kind, Kind::Comma | Kind::Semi | Kind::Amp | Kind::Dot)
                    || words::is_and(token.of(text))
                    || words::is_same(token.of(text))
            })
        {
            let run = Run { start: year.range.start, words: Vec::new(), ..run.clone() };
            return Some((run, Standing { certain: standing.certain, exact: standing.exact }));
        }
        if first
            && at == self.lead(text, self.outer + 1)
            && (at == self.outer + 1 || self.tokens.get(self.outer + 1).is_some_and(|token| token.of(text) != "in"))
        {
            return self.narrative(reader, year);
        }
        // "(dir. K. Amado, 1957)" is a film.
        let film = |token: &Token| token.kind == Kind::Low && matches!(token.of(text), "dir" | "directed" | "starring");
        if before.iter().any(|token| words::is_talk(token.of(text)) || film(token)) || before.is_empty() {
            return None;
        }
        // "c. 1850", "pp. 1850"
        let mut run = names::before(text, before, Place::Bracket);
        let filler =
            |token: &Token| matches!(token.kind, Kind::Comma | Kind::Dot | Kind::Colon | Kind::Amp) || words::is_and(token.of(text));
        if run.is_none() {
            run = names::phrase(text, before);
        }
        if run.is_none()
            && self.tokens.get(year.next).is_none_or(|next| !next.is_word())
            && let Some((name, start)) = names::small(text, before)
        {
            run = Some(Run {
                start,
                end: year.range.start,
                names: vec![name.to_owned()],
                words: vec![start],
                weak: true,
                first: before.len().saturating_sub(2),
                ..Run::default()
            });
        }
        let run = run?;
        let prior = before.get(..run.first)?;
        let behind = prior.last();
        // "(London: Routledge, 2001)" is where a book was made.
        if behind.is_some_and(|token| token.kind == Kind::Colon) {
            let word = prior.iter().rev().nth(1).map_or("", |token| token.of(text));
            if !(words::is_source(word) || word.starts_with(|c: char| c.is_lowercase()) && word != "press") {
                return None;
            }
        }
        // "Smith, cited in Jones 2003"
        let led = behind.is_some_and(|token| token.kind == Kind::Low && (words::is_cue(token.of(text)) || token.of(text) == "in"));
        let fills = led
            || prior.iter().all(|token| {
                filler(token)
                    || token.kind == Kind::Low
                    || matches!(token.kind, Kind::Quote)
                    || words::is_stop(token.of(text))
                    || words::is_source(token.of(text))
            });
        let lone = run.names.len() == 1 && !run.et_al;
        let phrase = lone
            && !run.body
            && run.given.is_empty()
            && run.names.first().is_some_and(|name| {
                let capitals = name.split(' ').filter(|word| word.starts_with(|c: char| c.is_uppercase())).count();
                capitals > 2 && !name.split(' ').any(|word| word.contains('-'))
            });
        let next = self.tokens.get(year.next);
        let runs_on = next.is_some_and(|next| next.kind == Kind::Low && !words::is_and(next.of(text)) && !words::follows(next.of(text)))
            || next.is_some_and(Token::is_capital);
        let certain = (fills || run.et_al || run.joined && run.names.len() > 1)
            && !run.suspect
            && !run.weak
            && !phrase
            && !year.span
            && !(runs_on && lone);
        let exact = run.weak || year.span || lone && run.suspect;
        Some((run, Standing { certain, exact }))
    }

    /// The names in prose before this bracket, which begins with a year.
    fn narrative(&self, reader: &mut Reader<'_>, year: &Year) -> Option<(Run, Standing)> {
        if year.span {
            return None;
        }
        let open = self.tokens.get(self.outer)?.start;
        let before = self.tokens.get(..self.outer)?;
        if before.iter().any(|token| !matches!(token.kind, Kind::Open(_))) {
            return self.named(reader, year, before, open);
        }
        // "Smith ([2001](https://…))": a link stands in the bracket.
        let open = self.tokens.first()?.start;
        let mut window = reader.before(open, NEAR);
        let mut result = self.named(reader, year, &window, open);
        if window.first().is_some_and(|first| first.start > reader.floor) && result.as_ref().is_some_and(|(run, _)| run.first < 3) {
            // More names can stand before these.
            reader.window = window;
            window = reader.before(open, REACH);
            result = self.named(reader, year, &window, open);
        }
        reader.window = window;
        result
    }

    fn named(&self, reader: &Reader<'_>, year: &Year, window: &[Token], open: usize) -> Option<(Run, Standing)> {
        let text = reader.text;
        // "Smith (2001) and (2003)": the second leans on the first.
        if let Some((run, end)) = &reader.last
            && text.get(*end..open).is_some_and(|gap| {
                let gap = gap.trim();
                gap.is_empty() || gap == "," || words::is_and(gap) || gap == "&" || gap == ", and"
            })
            && window.len() <= 2
        {
            return Some((Run { start: year.range.start, words: Vec::new(), ..run.clone() }, Standing { certain: true, exact: false }));
        }
        let run = names::before(text, window, Place::Prose)?;
        // Nothing but a comma may stand between.
        if run.end > open
            || !text.get(run.end..open)?.trim().trim_end_matches([',', '\'']).trim().chars().all(|c| !c.is_alphabetic() || self.outer > 0)
                && !bracketed(text.get(run.end..open)?)
        {
            return None;
        }
        let page = years::page(text, year.range.end, self.limit);
        let told = year.letter
            || year.text.contains('/')
            || page.is_some()
            || self
                .tokens
                .get(year.next..)
                .is_some_and(|rest| rest.iter().any(|token| token.kind == Kind::Number && years::plausible(token.of(text))))
            || !year.text.starts_with(|c: char| c.is_ascii_digit());
        let standing = reader.in_prose(&run, window, self.closed.unwrap_or(self.limit), told);
        Some((run, standing))
    }

    /// Writes down the citation whose year this is, with its page and its further letters; gives the token behind.
    fn cite(
        &self, reader: &mut Reader<'_>, run: Run, standing: Standing, year: &Year, from: Option<usize>, at_head: bool,
    ) -> (usize, Run, Standing) {
        let text = reader.text;
        let start = from.unwrap_or(year.range.start);
        let (letters, after_letters) =
            if year.letter && !year.span { years::letters(text, self.tokens, year.next) } else { (Vec::new(), year.next) };
        let digits = year.text.trim_end_matches(|c: char| c.is_ascii_lowercase());
        let mut parts: Vec<(Range<usize>, String)> = vec![(start..year.range.end, year.text.clone())];
        parts.extend(letters.into_iter().map(|(letter, range)| (range, format!("{digits}{letter}"))));
        let last_end = parts.last().map_or(year.range.end, |(range, _)| range.end);
        let page = years::page(text, last_end, self.limit);
        let mut end = page.as_ref().map_or(last_end, |page| page.end);
        let mut next = if page.is_some() {
            self.tokens.iter().position(|token| token.start >= end).unwrap_or(self.tokens.len())
        } else {
            after_letters
        };
        if let Some((range, _)) = parts.last_mut() {
            range.end = end;
        }
        // "Smith (2001: 12)" takes its bracket in where that holds nothing else.
        let narrative = at_head && start < self.tokens.get(self.outer).map_or(0, |token| token.start);
        if narrative
            && next >= self.tokens.len()
            && parts.len() == 1
            && from.is_some()
            && let Some(closed) = self.closed
        {
            end = closed;
            if let Some((range, _)) = parts.last_mut() {
                range.end = end;
            }
            next = self.tokens.len();
        }
        let count = parts.len();
        for (index, (range, year)) in parts.into_iter().enumerate() {
            let locator = if index + 1 == count { page.as_ref().map(|page| page.value.clone()) } else { None };
            let one = if index == 0 { run.clone() } else { Run { words: Vec::new(), ..run.clone() } };
            reader.push(&one, range, year, locator, &standing);
        }
        if narrative {
            reader.last = self.closed.map(|closed| (run.clone(), closed));
        }
        reader.floor = reader.floor.max(end);
        (next, run, standing)
    }

    /// Whether tokens are but names in capitals, as Brazilian lists of authors have them: "(SILVA; SOUZA, 2001)".
    fn only_names(&self, text: &str, from: usize, to: usize) -> bool {
        let tokens = self.tokens.get(from..to).unwrap_or(&[]);
        !tokens.is_empty()
            && tokens.iter().all(|token| matches!(token.kind, Kind::Upper | Kind::Semi) || words::is_particle(token.of(text)))
            && tokens.len() < 24
    }

    /// A part without a year: "ibid., 12", "p. 12", "Smith 12". Whether something was found.
    fn without_year(&self, reader: &mut Reader<'_>, from: usize, to: usize, head: bool, cited: bool) -> bool {
        let text = reader.text;
        let mut from = from;
        let mut signalled = false;
        while let Some(token) = self.tokens.get(from..to).and_then(<[Token]>::first) {
            let signal = matches!(token.kind, Kind::Comma | Kind::Dot | Kind::Colon)
                || words::is_stop(token.of(text)) && token.is_word() && !words::is_ibid(token.of(text))
                || matches!(token.of(text), "cited" | "also" | "quoted" | "zitiert" | "zit");
            if !signal
                || (token.of(text) == "a"
                    && text.get(token.start..).is_some_and(|rest| rest.starts_with("a.a.O") || rest.starts_with("a. a. O")))
            {
                break;
            }
            signalled |= token.is_word();
            from += 1;
        }
        // "qtd. as “Endicot” in Van Houten 3": what was quoted, and where it is found.
        let quoted = self.tokens.get(self.outer + 1).is_some_and(|first| matches!(first.of(text), "qtd" | "quoted" | "cited"));
        if quoted && signalled && self.tokens.get(from).is_some_and(|token| !token.is_capital()) {
            let rest = self.tokens.get(from..to).unwrap_or(&[]);
            from += rest.iter().position(|token| token.kind == Kind::Low && token.of(text) == "in").map_or(0, |at| at + 1);
        }
        let Some(tokens) = self.tokens.get(from..to).filter(|tokens| !tokens.is_empty()) else { return false };
        let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return false };
        let limit = last.end;
        if let Some(end) = others::ibid(text, first.start, limit) {
            let page = years::page(text, end, limit).or_else(|| others::bare_page(text, end, limit));
            let stop = page.as_ref().map_or(end, |page| page.end);
            if page.is_some()
                || text.get(stop..limit).is_some_and(|rest| rest.trim().is_empty() || rest.trim_start().starts_with([',', ';', '.']))
            {
                reader.found.push(others::leaning(first.start..stop, page.map(|page| page.value)));
                reader.floor = reader.floor.max(stop);
                return true;
            }
        }
        if head
            && !signalled
            && !cited
            && self.kind(self.outer) == Some(Kind::Open(false))
            && let Some(page) = others::lone_page(text, first.start, limit)
            && !self.tokens.get(self.outer).and_then(|open| near_before(text, open.start)).is_some_and(others::own_part)
        {
            reader.found.push(others::leaning(first.start..page.end, Some(page.value)));
            return true;
        }
        if self.kind(self.outer) != Some(Kind::Open(false)) || self.depth > 0 {
            return false;
        }
        let Some(callout) = others::author_page(text, tokens) else { return false };
        reader.floor = reader.floor.max(callout.range.end);
        reader.found.push(callout);
        true
    }
}

/// Whether a dash alone stands between two brackets: "[4]–[6]".
fn goes_on(text: &str, end: usize, open: usize) -> bool {
    text.get(end..open).is_some_and(|gap| matches!(gap.trim(), "]–" | "]-" | "]—" | "] –" | "] -"))
}

/// A few words before byte `at`.
fn near_before(text: &str, at: usize) -> Option<&str> {
    text.get(text.floor_char_boundary(at.saturating_sub(32))..at)
}

/// Whether what stands between a name and its bracket is a bracket of its own, such as "[FAO]".
fn bracketed(gap: &str) -> bool {
    let gap = gap.trim();
    gap.starts_with(['[', '(']) && gap.ends_with([']', ')'])
}
