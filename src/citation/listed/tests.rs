use proptest::prelude::*;

use super::super::callouts;
use super::super::{Field, Name};
use super::*;
use crate::text::Span;

/// An entry given as "Smith, J.; Jones, K. | 2001a | Title", with its fields or without.
fn entry(line: &str, read: bool) -> (Fields, String) {
    let mut parts = line.split(" | ");
    let (authors, year, title) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap_or("A title"));
    let field = |text: &str| Field { text: text.to_owned(), span: Span::empty(0) };
    let names: Vec<&str> = authors.split("; ").collect();
    let text = format!("{} ({year}). {title}. London: Press.", names.join(", "));
    let mut fields = Fields::default();
    if read {
        let name = |name: &&str| {
            let (family, given) = name.split_once(", ").unwrap_or((name, ""));
            Name { family: family.to_owned(), given: given.to_owned(), span: Span::empty(0) }
        };
        fields.authors = names.iter().filter(|name| !name.starts_with('—')).map(name).collect();
        fields.year = Some(field(year));
        fields.title = Some(field(title));
    }
    (fields, text)
}

fn told(list: &[&str], read: bool, text: &str) -> Vec<String> {
    let entries: Vec<(Fields, String)> = list.iter().map(|line| entry(line, read)).collect();
    let entries: Vec<Entry<'_>> = entries.iter().map(|(fields, text)| Entry { fields, text, number: None }).collect();
    let list = List::of(&entries);
    let mut lines = Vec::new();
    for callout in callouts::find(text, &[]) {
        let found = list.find(&callout);
        if found.drop {
            continue;
        }
        let range = found.start.unwrap_or(callout.range.start)..callout.range.end;
        let doubt = match found.doubt {
            None => String::new(),
            Some(Doubt::Several(_)) => " several".to_owned(),
            Some(Doubt::OtherYear(year)) => format!(" year {year}"),
            Some(Doubt::OtherName(name)) => format!(" name {name}"),
            Some(Doubt::NotListed) => " not listed".to_owned(),
            Some(doubt) => format!(" {doubt:?}"),
        };
        lines.push(format!("{} {:?}{doubt}", &text[range], found.entries));
    }
    lines
}

#[track_caller]
fn check(list: &[&str], text: &str, expected: &[&str]) {
    assert_eq!(told(list, true, text), expected, "{text}");
}

const LIST: &[&str] = &[
    "Smith, J. | 2001",
    "Smith, J.; Jones, K. | 2001",
    "Brown, A. | 2003a | First",
    "Brown, A. | 2003b | Second",
    "Green, P.; White, Q.; Black, R. | 1999",
    "van der Berg, C. | 2005",
    "García Márquez, G. | 1967",
    "Food and Agriculture Organization [FAO] | 2010",
    "World Health Organization | 2004",
    "Müller, H.; Meier, K. | 1999",
    "Taylor, M. | n.d.",
    "Walker, B. | in press",
    "Young, O. | 1995 | The War of the Worlds",
    "Young, O. | 1997 | Peace at Last",
    "Marx, K. | 1990 [1867]",
    "O'Neill, J. | 2002",
];

#[test]
fn sure() {
    check(LIST, "(Smith 2001)", &["Smith 2001 [0]"]);
    check(LIST, "(Smith and Jones 2001)", &["Smith and Jones 2001 [1]"]);
    check(LIST, "(Brown 2003b)", &["Brown 2003b [3]"]);
    check(LIST, "(Brown 2003a, b)", &["Brown 2003a [2]", "b [3]"]);
    check(LIST, "(Green et al. 1999)", &["Green et al. 1999 [4]"]);
    check(LIST, "(Green, White & Black, 1999)", &["Green, White & Black, 1999 [4]"]);
    check(LIST, "(van der Berg 2005)", &["van der Berg 2005 [5]"]);
    check(LIST, "(Berg 2005)", &["Berg 2005 [5]"]);
    check(LIST, "(Vander Berg 2005)", &["Vander Berg 2005 [5]"]);
    check(LIST, "(García 1967)", &["García 1967 [6]"]);
    check(LIST, "(Garcia Marquez 1967)", &["Garcia Marquez 1967 [6]"]);
    check(LIST, "Gabriel García Márquez (1967) wrote", &["García Márquez (1967) [6]"]);
    check(LIST, "(FAO 2010)", &["FAO 2010 [7]"]);
    check(LIST, "(Food and Agriculture Organization, 2010)", &["Food and Agriculture Organization, 2010 [7]"]);
    check(LIST, "(WHO, 2004)", &["WHO, 2004 [8]"]);
    check(LIST, "the WHO (2004) said", &["WHO (2004) [8]"]);
    check(LIST, "(Mueller/Meier 1999: 12)", &["Mueller/Meier 1999: 12 [9]"]);
    check(LIST, "(Taylor, n.d.)", &["Taylor, n.d. [10]"]);
    check(LIST, "(Walker, forthcoming)", &["Walker, forthcoming [11]"]);
    check(LIST, "(Marx 1867)", &["Marx 1867 [14]"]);
    check(LIST, "(Marx 1990 [1867]: 4)", &["Marx 1990 [1867]: 4 [14]"]);
    check(LIST, "(O’Neill, 2002)", &["O’Neill, 2002 [15]"]);
    check(LIST, "(ONeill, 2002)", &["ONeill, 2002 [15]"]);
    check(LIST, "(Young, War 12)", &["Young, War 12 [12]"]);
    check(LIST, "(Taylor 12)", &["Taylor 12 [10]"]);
    check(LIST, "Taylor n.d. is", &[]);
    check(LIST, "Smith 2001 argues", &["Smith 2001 [0]"]);
    check(LIST, "In France and Germany, Smith and Jones (2001) argue", &["Smith and Jones (2001) [1]"]);
    check(LIST, "Likewise Anders Smith (2001) argues", &["Smith (2001) [0]"]);
    check(LIST, "(Smith, Jane, and Jones 2001)", &["Smith, Jane, and Jones 2001 [] not listed"]);
}

#[test]
fn doubtful() {
    check(LIST, "(Smith 2002)", &["Smith 2002 [] year 2001"]);
    check(LIST, "(Smyth 2001)", &["Smyth 2001 [0] name J. Smith"]);
    check(LIST, "(Smith & Jonas 2001)", &["Smith & Jonas 2001 [1] name Smith and Jones"]);
    check(LIST, "(Zimmer 2001)", &["Zimmer 2001 [] not listed"]);
    check(LIST, "(Brown 2003)", &["Brown 2003 [2, 3] several"]);
    check(LIST, "(Brown 2003c)", &["Brown 2003c [] year 2003a"]);
    check(LIST, "(Smith 2001a)", &["Smith 2001a [0] year 2001"]);
    check(LIST, "(Smith et al. 2001)", &["Smith et al. 2001 [1]"]);
    check(LIST, "(Brown et al. 2003a)", &["Brown et al. 2003a [2] name A. Brown"]);
    check(LIST, "(Green 1999)", &["Green 1999 [4] name Green et al."]);
    check(LIST, "(Green and White 1999)", &["Green and White 1999 [4] name Green et al."]);
    check(LIST, "(Jones and Smith 2001)", &["Jones and Smith 2001 [1] name Smith and Jones"]);
    check(LIST, "(Adams, Smith and Jones 2001)", &["Smith and Jones 2001 [1] name Smith and Jones"]);
    check(LIST, "(Jones 2001)", &["Jones 2001 [] not listed"]);
    check(LIST, "(Green and Jones 1999)", &["Green and Jones 1999 [] not listed"]);
    check(LIST, "(Young 12)", &["Young 12 [12, 13] several"]);
    check(LIST, "(Smith et al. 2008)", &["Smith et al. 2008 [] year 2001"]);
    check(LIST, "(Walker 2001)", &["Walker 2001 [] year in press"]);
}

#[test]
fn slips() {
    let list = &["Johnnson, J.; La Porta, A. | 2013", "Johnson, J. | 2001"];
    check(list, "(Johnson and La Porta 2013)", &["Johnson and La Porta 2013 [0] name Johnnson and La Porta"]);
    check(list, "(Jonson 2001)", &["Jonson 2001 [1] name J. Johnson"]);
    check(&["Taylor, M. | n.d.-a", "Taylor, M. | n.d.-b"], "(Taylor, n.d.-b)", &["Taylor, n.d.-b [1]"]);
}

#[test]
fn none() {
    for text in [
        "the Treaty of Rome (1957)",
        "Structure (1911)",
        "(Berlin 1936)",
        "(Germany 12)",
        "(Group 2)",
        "in [3, 4]",
        "[Smi01]",
        "the Children Act (1989)",
        "World War 1939",
        "Version 2001 of",
        "(boyd 2014)",
        "Peace 1997",
    ] {
        check(LIST, text, &[]);
    }
}

#[test]
fn same_surname() {
    let list = &["Smith, J. | 2001", "Smith, K. | 2001"];
    check(list, "(Smith 2001)", &["Smith 2001 [0, 1] several"]);
    check(list, "(K. Smith 2001)", &["Smith 2001 [1]"]);
    check(list, "Karen Smith (2001) says", &["Smith (2001) [1]"]);
}

#[test]
fn dashes() {
    let list = &["Smith, J.; Jones, K. | 2001", "——— | 2003", "———, and Brown, L. | 2004"];
    check(list, "(Smith and Jones 2003)", &["Smith and Jones 2003 [1]"]);
}

#[test]
fn without_fields() {
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(told(LIST, false, text), expected, "{text}");
    }
    check("(Brown 2003b)", &["Brown 2003b [3]"]);
    check("(Green et al. 1999)", &["Green et al. 1999 [4]"]);
    check("(van der Berg 2005)", &["van der Berg 2005 [5]"]);
    check("(Smith and Jones 2001)", &["Smith and Jones 2001 [1]"]);
    check("(Food and Agriculture Organization 2010)", &["Food and Agriculture Organization 2010 [7]"]);
    check("(FAO 2010)", &["FAO 2010 [7]"]);
    let list = &["von HHippel, U.; García Márquez, U. | 1955"];
    assert_eq!(told(list, false, "(von Hippel & García Márquez, 1955)"), ["von Hippel & García Márquez, 1955 [0] name von HHippel"]);
}

#[test]
fn without_a_list() {
    assert_eq!(
        told(&[], true, "(Smith 2001), Rome (1957), [3], (Smith 12), see https://example.org/x"),
        ["Smith 2001 []", "https://example.org/x []"]
    );
}

#[test]
fn numbered() {
    let fields = Fields::default();
    let entries: Vec<Entry<'_>> =
        [("[1]", "[1] A. Smith, War, 2001, www.example.org/war."), ("[2]", "[2] B. Jones, Peace, 2002."), ("[Abc03]", "C")]
            .iter()
            .map(|(label, text)| Entry { fields: &fields, text, number: Some(label) })
            .collect();
    let list = List::of(&entries);
    let find = |text: &str| callouts::find(text, &[]).first().map(|callout| list.find(callout)).unwrap();
    assert_eq!(find("in [1, 2]").entries, [0, 1]);
    assert_eq!(find("in [2, 9]"), Match { entries: vec![1], doubt: Some(Doubt::NotListed), drop: false, start: None });
    assert_eq!(find("in [9]"), Match { entries: Vec::new(), doubt: Some(Doubt::NotListed), drop: false, start: None });
    assert!(find("in [90]").drop);
    assert_eq!(find("in [Abc03]").entries, [2]);
    assert_eq!(find("at http://www.example.org/war/").entries, [0]);
    assert_eq!(find("at http://www.example.com/"), Match::default());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn any_list(texts in prop::collection::vec("[—\\-\\[\\]()0-9A-Za-zéß.,;&/' ¨“”]{0,60}|\\PC{0,20}", 0..6), read in any::<bool>(), prose in "(\\([A-Z][a-zé]{1,5}( (and|et al\\.) [A-Z][a-z]{1,4})?,? (1|20)[0-9]{2,3}[a-c]?\\) ?){0,5}") {
        let mut owned: Vec<(Fields, String)> = Vec::new();
        for text in &texts {
            let mut fields = Fields::default();
            if read {
                let cut = text.char_indices().nth(6).map_or(text.len(), |(at, _)| at);
                fields.authors.push(Name { family: text[..cut].to_owned(), given: text[cut..].to_owned(), span: Span::empty(0) });
                fields.year = Some(Field { text: text[cut..].to_owned(), span: Span::empty(0) });
            }
            owned.push((fields, text.clone()));
        }
        let entries: Vec<Entry<'_>> = owned.iter().map(|(fields, text)| Entry { fields, text, number: Some(text.as_str()) }).collect();
        let list = List::of(&entries);
        let all = format!("{prose} {}", texts.join(" "));
        for callout in callouts::find(&all, &[]) {
            let found = list.find(&callout);
            prop_assert!(found.entries.iter().all(|&entry| entry < entries.len()));
            prop_assert!(found.start.is_none_or(|start| callout.range.contains(&start)));
        }
    }
}
