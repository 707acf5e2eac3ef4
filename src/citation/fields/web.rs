//! Addresses and what goes with them: the words that announce them, the day they were looked at, the numbers by which
//! shops and libraries know a book.

use super::super::Field;
use super::Draft;
use super::dates::date;
use super::tokens::{Is, Reader};
use super::words::{self, ACCESS, NOISE};

/// Finds the address and the day it was looked at, and sets them aside.
pub(super) fn read(draft: &mut Draft) {
    let mut i = 0;
    let mut address = None;
    while i < draft.reader.len() {
        let token = draft.reader.at(i);
        let end = if token.used || !matches!(token.is, Is::Word | Is::Number) { None } else { address_at(&draft.reader, i) };
        let Some((from, bytes)) = end else {
            i += 1;
            continue;
        };
        let mut last = i + 1;
        while draft.reader.at(last).start < bytes.end {
            last += 1;
        }
        let start = announced(&draft.reader, from);
        // A DOI is the better address: it lasts.
        let doi = draft
            .reader
            .text
            .get(bytes.clone())
            .is_some_and(|text| text.contains("10.") && (text.contains("doi.org") || text.starts_with("10.")));
        let better = doi && draft.fields.url.as_ref().is_some_and(|url| !url.text.contains("10."));
        if draft.fields.url.is_none() || better {
            // A line end may have cut it.
            draft.fields.url = draft.field(bytes).map(|field| Field { text: field.text.split_whitespace().collect(), ..field });
        }
        draft.reader.take(start..last);
        address = Some(last);
        i = last;
    }
    for i in 0..draft.reader.len() {
        let token = draft.reader.at(i);
        if token.is != Is::Word || token.used && !token.has(ACCESS | NOISE) {
            continue;
        }
        // "Web. 3 May 2012", as MLA had it.
        let web = draft.reader.word(i) == "Web" && draft.reader.at(i + 1).is == Is::Stop && draft.reader.before(i).parts();
        if token.has(ACCESS) || web {
            accessed(draft, i);
        } else if token.len() == 4 && matches!(draft.reader.word(i), "ISBN" | "ISSN" | "Isbn") {
            let mut end = i + 1;
            while matches!(draft.reader.at(end).is, Is::Number | Is::Mixed | Is::Dash | Is::Colon) || draft.reader.word(end) == "X" {
                end += 1;
            }
            draft.reader.take(i..end);
        }
    }
    // A day right behind an address can be nothing else.
    if let Some(mut at) = address.filter(|_| draft.fields.accessed.is_none()) {
        while matches!(draft.reader.at(at).is, Is::Comma | Is::Open | Is::Stop | Is::Close | Is::Other)
            || matches!(draft.reader.word(at), "Stand" | "of" | "on" | "as")
        {
            at += 1;
        }
        if let Some(found) = date(&draft.reader, at).filter(|found| found.end > at + 1 && !draft.reader.at(at).used) {
            draft.fields.accessed = draft.reader.bytes(at, found.end).and_then(|bytes| draft.field(bytes));
            draft.reader.take(at..found.end);
        }
    }
}

/// The address whose telling token is at `i`: its first token, and its bytes.
fn address_at(reader: &Reader, i: usize) -> Option<(usize, std::ops::Range<usize>)> {
    let token = reader.at(i);
    let word = reader.word(i);
    let next = reader.at(i + 1);
    // Most words stand between spaces.
    if !matches!(next.is, Is::Stop | Is::Colon) && (token.space || reader.before(i).is != Is::Stop) {
        return None;
    }
    let mut from = i;
    let start = if word.starts_with("10") && token.len() == 2 {
        // "10.1000/182"
        let number = reader.at(i + 2);
        (next.is == Is::Stop
            && !next.space
            && number.is == Is::Number
            && !number.space
            && number.len() >= 4
            && reader.at(i + 3).is == Is::Slash)
            .then_some(token.start)?
    } else if token.is == Is::Word
        && next.is == Is::Colon
        && (word.eq_ignore_ascii_case("http") || word.eq_ignore_ascii_case("https") || word.eq_ignore_ascii_case("ftp"))
    {
        (reader.at(i + 2).is == Is::Slash).then_some(token.start)?
    } else if token.is == Is::Word && word.eq_ignore_ascii_case("www") && next.is == Is::Stop {
        token.start
    } else if matches!(word, "com" | "org" | "net" | "edu" | "gov" | "int")
        && !token.space
        && reader.before(i).is == Is::Stop
        && !reader.before(i).space
    {
        // "example.org/paper", from the last white space on.
        while from > 0 && !reader.at(from).space && i - from < 12 {
            from -= 1;
        }
        if reader.at(from).is != Is::Word || reader.at(from).used {
            return None;
        }
        reader.at(from).start
    } else {
        return None;
    };
    Some((from, start..address_end(reader.text, start)))
}

/// Where the address that begins at byte `start` ends: before white space, without the signs of the sentence around it.
fn address_end(text: &str, start: usize) -> usize {
    let rest = text.get(start..).unwrap_or("");
    let ends = |c: char| c.is_whitespace() || matches!(c, '>' | '<' | '”' | '“' | '"' | '»' | '›' | '’');
    let mut len = rest.find(ends).unwrap_or(rest.len());
    // A line end may have cut it: it goes on when what follows can be nothing else.
    while let (Some(done), Some(more)) = (rest.get(..len), rest.get(len..).map(str::trim_start))
        && more.starts_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '%' | '/'))
    {
        let word = more.get(..more.find(ends).unwrap_or(more.len())).unwrap_or("");
        let inner = word.trim_end_matches(['.', ',', ';', ')', ']']);
        let known = || words::class(words::table(), inner) & (ACCESS | NOISE) != 0;
        // The next address.
        let next = inner.starts_with("http") || inner.starts_with("www.");
        let upper = more.starts_with(|c: char| c.is_ascii_uppercase());
        let mixed = inner.contains(|c: char| c.is_ascii_digit()) && inner.contains(|c: char| c.is_ascii_alphabetic());
        let doi = done.find("10.").and_then(|at| done.get(at..)).filter(|doi| doi.contains('/'));
        let goes_on = match done.chars().next_back() {
            Some(':') => done.starts_with("http") && more.starts_with("//") && done.len() < 7,
            _ if more.starts_with('/') => inner.len() > 1 && done.ends_with(char::is_alphanumeric),
            Some('/') if doi.is_some_and(|doi| doi.find('/') == Some(doi.len() - 1)) => true,
            Some('.') if doi.is_some() && mixed && !upper => true,
            Some('/' | '?') if upper => inner.contains('/') || inner.ends_with(".html") || inner.ends_with(".pdf"),
            Some('.') if upper => inner.split_once('/').is_some_and(|(host, _)| host.contains('.')),
            _ if upper => false,
            Some('/') => inner.contains(['/', '.', '_', '=', '-']) || mixed,
            Some('?') => inner.contains(['/', '.', '_', '=', '-']),
            // No address ends so.
            Some('-' | '_' | '=' | '&' | '%') => !known(),
            Some('.') => {
                inner.split_once('/').is_some_and(|(host, path)| host.len() > 1 && path != "or")
                    || matches!(inner, "html" | "htm" | "pdf" | "php" | "aspx" | "org" | "com" | "net")
            }
            _ => false,
        };
        if !goes_on || next && !done.ends_with("//") {
            break;
        }
        len = rest.len() - more.len() + word.len();
    }
    let mut kept = rest.get(..len).unwrap_or("");
    for _ in 0..16 {
        let last = kept.chars().next_back();
        let balanced = || kept.matches('(').count() >= kept.matches(')').count();
        match last {
            Some('.' | ',' | ';' | ':' | '!' | '\'' | ']' | '…') => {
                kept = kept.get(..kept.len() - last.map_or(1, char::len_utf8)).unwrap_or("")
            }
            Some(')') if !balanced() => kept = kept.get(..kept.len() - 1).unwrap_or(""),
            _ => break,
        }
    }
    start + kept.len()
}

/// The first token of the words that announce the address at `at`: "Available at:", "Retrieved from", "doi:".
fn announced(reader: &Reader, at: usize) -> usize {
    let mut from = at;
    while from > 0 {
        let token = reader.at(from - 1);
        let word = reader.word(from - 1);
        let told = match token.is {
            Is::Word => {
                token.has(NOISE | ACCESS)
                    || matches!(
                        word,
                        "at" | "from"
                            | "on"
                            | "in"
                            | "under"
                            | "unter"
                            | "à"
                            | "en"
                            | "sur"
                            | "see"
                            | "via"
                            | "the"
                            | "auf"
                            | "su"
                            | "At"
                            | "From"
                            | "read"
                            | "Accessible"
                    )
            }
            Is::Colon | Is::Open | Is::Other => true,
            _ => false,
        };
        if !told || token.used {
            break;
        }
        from -= 1;
    }
    // "in" and "the" alone announce nothing, nor does a bracket or colon that belongs to what is before.
    while from < at
        && !reader.at(from).has(NOISE | ACCESS)
        && !matches!(reader.at(from).is, Is::Open | Is::Other | Is::Colon)
        && !matches!(reader.word(from), "at" | "from" | "At" | "From" | "via")
    {
        from += 1;
    }
    from
}

/// The day behind the word at `i` that says something was looked at.
fn accessed(draft: &mut Draft, i: usize) {
    let reader = &draft.reader;
    let mut at = i + 1;
    while at < i + 5
        && (matches!(reader.at(at).is, Is::Colon | Is::Stop | Is::Comma)
            || matches!(
                reader.word(at),
                "on" | "am" | "le" | "el" | "il" | "the" | "online" | "em" | "in" | "date" | "last" | "at" | "up" | "den" | "vom"
            ))
    {
        at += 1;
    }
    let found = date(reader, at).map(|found| found.end).or_else(|| super::dates::year(reader, at).then_some(at + 1));
    let mut end = match found {
        Some(end) => end,
        // "3 May 2001 abgerufen" is rare; the word alone says nothing without an address.
        None => {
            if draft.fields.url.is_some() && reader.at(i + 1).used {
                draft.reader.take(i..i + 1);
            }
            return;
        }
    };
    // "at 10:30", "from", and the bracket behind.
    if draft.fields.accessed.is_none() {
        draft.fields.accessed = reader.bytes(at, end).and_then(|bytes| draft.field(bytes));
    }
    let reader = &draft.reader;
    let mut from = i;
    while from > 0
        && (reader.at(from - 1).has(NOISE)
            || reader.at(from - 1).is == Is::Open
            || matches!(reader.word(from - 1), "and" | "at" | "Date" | "date" | "ultimo" | "dernière" | "page" | "site"))
    {
        from -= 1;
    }
    while reader.at(end).is == Is::Close
        || matches!(reader.word(end), "from")
        || (reader.at(end).is == Is::Comma && reader.word(end + 1) == "from")
    {
        end += 1;
    }
    draft.reader.take(from..end);
}
