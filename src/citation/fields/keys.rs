//! Names and titles as they are compared: two spellings of one name must meet, whatever the accents, the capitals and
//! the hyphens of the one who typed them.

/// The letters from U+00C0 on without their marks; `-` where there is none, `*` where one letter stands for two.
const LATIN: &str = "aaaaaa*ceeeeiiiidnooooo-ouuuuy**aaaaaa*ceeeeiiiidnooooo-ouuuuy*yaaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii**jjkkk\
    llllll**llnnnnnn-nnoooooo**rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs--------------------------------oo-------------uu-----------\
    --------*********aaiioouuuuuuuuuu-aaaa----ggkkoooo--j***gg--nnaa----aaaaeeeeiiiioooorrrruuuusstt--hh------aaeeooooooooyy------------\
    ----------------";

/// The same from U+1E00 on.
const LATIN_MORE: &str = "aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooopppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvv\
    wwwwwwwwwwxxxxyyzzzzzzhtwy*s--*-aaaaaaaaaaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy------";

/// Words that say nothing about which title is meant: articles, "and", short prepositions. Sorted.
const STOP: &[&str] = &[
    "a", "al", "an", "and", "as", "at", "au", "aux", "by", "d", "da", "das", "de", "degli", "dei", "del", "della", "delle", "dello", "dem",
    "den", "der", "des", "di", "die", "do", "dos", "du", "e", "een", "ein", "eine", "einer", "eines", "el", "en", "et", "for", "from",
    "gli", "het", "i", "il", "im", "in", "into", "it", "its", "l", "la", "las", "le", "les", "lo", "los", "mit", "nel", "nella", "o",
    "oder", "of", "on", "or", "os", "sur", "the", "to", "u", "und", "van", "vom", "von", "with", "y", "zum", "zur",
];

/// Adds `c` to `out` as a small letter without its marks; nothing for a mark that stands alone.
pub(super) fn fold_into(c: char, out: &mut String) {
    if c.is_ascii() {
        out.push(c.to_ascii_lowercase());
        return;
    }
    // The signs inside words, as they are typed.
    if matches!(c, '’' | 'ʼ' | '‐' | '‑') {
        out.push(if matches!(c, '‐' | '‑') { '-' } else { '\'' });
        return;
    }
    let code = c as usize;
    // Letters that were set as one.
    if let Some(letters) = code.checked_sub(0xFB00).and_then(|i| ["ff", "fi", "fl", "ffi", "ffl", "st", "st"].get(i)) {
        out.push_str(letters);
        return;
    }
    let base = match code {
        0x00C0..0x0250 => LATIN.as_bytes().get(code - 0xC0),
        0x1E00..0x1F00 => LATIN_MORE.as_bytes().get(code - 0x1E00),
        0x0300..0x0370 => return,
        _ => None,
    };
    match base {
        Some(b'*') => out.push_str(match c {
            'Æ' | 'æ' => "ae",
            'Œ' | 'œ' => "oe",
            'Þ' | 'þ' => "th",
            'ß' | 'ẞ' => "ss",
            'Ĳ' | 'ĳ' => "ij",
            'Ŀ' | 'ŀ' => "l",
            'Ǆ'..='ǆ' | 'Ǳ'..='ǳ' => "dz",
            'Ǉ'..='ǉ' => "lj",
            'Ǌ'..='ǌ' => "nj",
            _ => "a",
        }),
        Some(b'-') | None => out.extend(c.to_lowercase()),
        Some(&byte) => out.push(char::from(byte)),
    }
}

/// A family name as it is compared with others: small letters and digits alone ("O'Neill" is "oneill", "van der Berg" is
/// "vanderberg").
pub(in crate::citation) fn surname_key(name: &str) -> String {
    let mut key = String::with_capacity(name.len());
    name.chars().filter(|c| c.is_alphanumeric()).for_each(|c| fold_into(c, &mut key));
    key
}

/// The words of a title as they are compared with those of others: folded, without articles and the like, compounds in
/// their parts. A title of such words alone keeps them all.
pub(in crate::citation) fn title_key(title: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in title.chars() {
        match c {
            '\'' | '’' | 'ʼ' | '‘' => {
                // "l'histoire" is two words, "soldier's" one.
                if matches!(
                    word.as_str(),
                    "l" | "d" | "qu" | "s" | "n" | "c" | "j" | "m" | "dell" | "nell" | "all" | "dall" | "sull" | "un"
                ) {
                    word.clear();
                }
            }
            _ if c.is_alphanumeric() || matches!(c, '\u{300}'..='\u{36f}') => fold_into(c, &mut word),
            _ if !word.is_empty() => words.push(std::mem::take(&mut word)),
            _ => {}
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    let telling = |word: &String| STOP.binary_search(&word.as_str()).is_err();
    if words.iter().any(telling) {
        words.retain(telling);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables() {
        assert_eq!((LATIN.len(), LATIN_MORE.len()), (0x250 - 0xC0, 0x100));
        assert!(STOP.is_sorted());
    }

    #[test]
    fn surnames() {
        #[track_caller]
        fn check(name: &str, key: &str) {
            assert_eq!(surname_key(name), key);
        }
        check("Müller", "muller");
        check("Mu\u{308}ller", "muller");
        check("O'Neill", "oneill");
        check("O’Neill", "oneill");
        check("van der Berg", "vanderberg");
        check("al-Bashir", "albashir");
        check("SMITH-JONES", "smithjones");
        check("Łuczak", "luczak");
        check("Nguyễn", "nguyen");
        check("Weiß", "weiss");
        check("Sørensen", "sorensen");
        check("Достоевский", "достоевский");
    }

    #[test]
    fn titles() {
        #[track_caller]
        fn check(title: &str, key: &[&str]) {
            assert_eq!(title_key(title), key);
        }
        check("The Law of the Sea", &["law", "sea"]);
        check("Multi-Party Mediation: The 1997 Agreement", &["multi", "party", "mediation", "1997", "agreement"]);
        check("L'Histoire de la guerre", &["histoire", "guerre"]);
        check("The Soldier's War", &["soldiers", "war"]);
        check("Der Krieg und die Städte", &["krieg", "stadte"]);
        check("It", &["it"]);
        check("", &[]);
    }
}
