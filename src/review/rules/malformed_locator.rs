use std::ops::Range;
use std::sync::LazyLock;

use crate::review::pattern::{Pattern, pattern};
use crate::review::{Desk, Family, Finding, Rule, Severity, Weight};

pub(super) static RULE: Rule = Rule {
    id: "malformed-locator",
    family: Family::Incomplete,
    severity: Severity::Warning,
    weight: Weight::Each,
    detects: "It is not clear which page a note means.",
    why: "The reader cannot tell which number is the page.",
    example: "Tajikistan: An Uncertain Peace, (Osh/Brussels, 2001)# 30,2.",
    mend: "Say what each number counts: no. 30, p. 2.",
    check,
};

/// "# 30,2", "p. ,", "pp. 33–." at the end of a note, "p." with nothing behind.
const ODD: &str = concat!(
    r"#\s?\d{1,4}\s?,\s?\d{1,4}\b",
    r"|\bpp?\.\s?,",
    r"|[,;)]\s?pp?\.\s*[,.;]?\s*$",
    r"|\bpp?\.\s?\d{1,4}\s?[-–]\s?[.,;)]",
    r"|\bpp?\.\s?pp?\.",
);

static PATTERN: Pattern = LazyLock::new(|| pattern(ODD));

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    for (note, said) in desk.notes.iter().enumerate() {
        for &index in &said.references {
            let Some(own) = desk.citations.references.get(index) else { continue };
            let words = desk.reference_words(index);
            let Some(range) = odd(words) else { continue };
            // In an address a "#" is a place of the page.
            let inside = own
                .fields
                .url
                .as_ref()
                .is_some_and(|url| words.find(&url.text).is_some_and(|at| at < range.end && range.start < at + url.text.len()));
            if inside {
                continue;
            }
            let shown = words.get(range.clone()).unwrap_or("").trim_matches([' ', ',', ';', ')']);
            let message = format!("“{shown}” does not say which page is meant.");
            found.push(Finding::new(&RULE, desk.parts_of(index, trimmed(words, range)), message).in_note(note));
        }
    }
}

fn odd(words: &str) -> Option<Range<usize>> {
    PATTERN.as_ref()?.find(words).map(|found| found.range())
}

/// `range` without the marks and spaces at its ends.
fn trimmed(words: &str, range: Range<usize>) -> Range<usize> {
    let own = words.get(range.clone()).unwrap_or("");
    let start = range.start + own.len() - own.trim_start_matches([' ', ',', ';', ')']).len();
    let end = range.end - (own.len() - own.trim_end_matches([' ', ',', ';', ')']).len());
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    #[test]
    fn cases() {
        let fires = [
            "One.[^1]\n\n[^1]: Crisis Group, Tajikistan: An Uncertain Peace, (Osh, 2001)⟦# 30,2⟧.\n",
            "One.[^1]\n\n[^1]: John Smith, The Long War (London: Verso, 2001), ⟦pp. 33–.⟧\n",
            "One.[^1]\n\n[^1]: John Smith, The Long War (London: Verso, 2001), ⟦p. p.⟧ 12.\n",
        ];
        let silent = [
            "One.[^1]\n\n[^1]: John Smith, The Long War (London: Verso, 2001), pp. 33–35.\n",
            "One.[^1]\n\n[^1]: John Smith, “War,” https://smith.example/war/#30,2.\n",
            "One.[^1]\n\n[^1]: Crisis Group, Uncertain Peace, Report #30 (Osh, 2001), 2.\n",
            "One.[^1]\n\n[^1]: John Smith, The Long War (London: Verso, 2001), 345 pp.\n",
        ];
        super::super::check::check(&super::RULE, &fires, &silent);
    }
}
