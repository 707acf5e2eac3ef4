//! The names that sections of a thesis go by, in the languages theses are written in. A line that is one of them and
//! nothing else is a heading, and tells what stands under it.

/// What a section with such a name holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// Prose: an introduction, a conclusion.
    Prose,
    /// Notes, at the end of a chapter or of the text.
    Notes,
    /// A list of works.
    Works,
    /// Contents, lists of figures and of tables.
    Contents,
    /// Terms with what they mean.
    Terms,
    /// Dedication, declarations.
    Front,
    /// Something added at the end.
    Appendix,
    /// A part or a chapter with its number.
    Chapter,
    /// A part of the work, above its chapters.
    Part,
}

const PROSE: &[&str] = &[
    "introduction",
    "general introduction",
    "conclusion",
    "conclusions",
    "general conclusion",
    "concluding remarks",
    "conclusion and recommendations",
    "conclusions and recommendations",
    "discussion",
    "results",
    "findings",
    "methods",
    "methodology",
    "research methodology",
    "materials and methods",
    "literature review",
    "review of literature",
    "review of the literature",
    "theoretical framework",
    "background",
    "abstract",
    "summary",
    "vita",
    "curriculum vitae",
    "about the author",
    "about the authors",
    "lebenslauf",
    "executive summary",
    "preface",
    "foreword",
    "acknowledgements",
    "acknowledgments",
    "acknowledgement",
    "acknowledgment",
    "prologue",
    "epilogue",
    "afterword",
    "postscript",
    "recommendations",
    "limitations",
    "analysis",
    "data",
    "theory",
    "related work",
    "future work",
    "einleitung",
    "schluss",
    "fazit",
    "zusammenfassung",
    "vorwort",
    "danksagung",
    "zusammenfassung und ausblick",
    "avant-propos",
    "remerciements",
    "résumé",
    "introducción",
    "conclusión",
    "conclusiones",
    "resumen",
    "agradecimientos",
    "prólogo",
    "introduzione",
    "conclusione",
    "conclusioni",
    "riassunto",
    "prefazione",
    "ringraziamenti",
    "introdução",
    "conclusão",
    "resumo",
    "inleiding",
    "conclusie",
    "samenvatting",
    "введение",
    "заключение",
    "аннотация",
    "выводы",
    "предисловие",
    "wstęp",
    "zakończenie",
    "giriş",
    "sonuç",
    "özet",
];
const NOTES: &[&str] = &[
    "notes",
    "endnotes",
    "end notes",
    "footnotes",
    "notes and references",
    "anmerkungen",
    "endnoten",
    "fußnoten",
    "notas",
    "notes de fin",
    "noten",
    "примечания",
    "сноски",
];
const WORKS: &[&str] = &[
    "references",
    "bibliography",
    "works cited",
    "reference list",
    "list of references",
    "literature cited",
    "literature",
    "selected bibliography",
    "select bibliography",
    "sources",
    "primary sources",
    "secondary sources",
    "primary literature",
    "secondary literature",
    "sources and literature",
    "cited works",
    "further reading",
    "literatur",
    "literaturverzeichnis",
    "bibliographie",
    "bibliografie",
    "quellen",
    "quellenverzeichnis",
    "quellen- und literaturverzeichnis",
    "références",
    "références bibliographiques",
    "ouvrages cités",
    "bibliografía",
    "referencias",
    "referencias bibliográficas",
    "bibliografia",
    "riferimenti bibliografici",
    "referências",
    "referências bibliográficas",
    "literatuur",
    "literatuurlijst",
    "список литературы",
    "литература",
    "библиография",
    "список использованных источников",
    "table of cases",
    "table of legislation",
    "table of statutes",
    "table of treaties",
    "table of authorities",
    "cited literature",
    "references cited",
    "quellen und literatur",
    "primärquellen",
    "sekundärliteratur",
    "fuentes",
    "fontes",
    "fonti",
    "archival sources",
    "unpublished sources",
    "printed sources",
    "manuscript sources",
    "unpublished primary sources",
    "published primary sources",
    "sources imprimées",
    "sources manuscrites",
    "published sources",
    "kaynakça",
    "kaynaklar",
];
const CONTENTS: &[&str] = &[
    "contents",
    "table of contents",
    "list of figures",
    "list of tables",
    "list of illustrations",
    "list of maps",
    "figures",
    "tables",
    "inhalt",
    "inhaltsverzeichnis",
    "abbildungsverzeichnis",
    "tabellenverzeichnis",
    "table des matières",
    "sommaire",
    "índice",
    "índice general",
    "contenido",
    "indice",
    "sommario",
    "sumário",
    "inhoud",
    "inhoudsopgave",
    "оглавление",
    "содержание",
    "spis treści",
    "içindekiler",
];
const TERMS: &[&str] = &[
    "glossary",
    "abbreviations",
    "list of abbreviations",
    "acronyms",
    "list of acronyms",
    "acronyms and abbreviations",
    "abbreviations and acronyms",
    "list of acronyms and abbreviations",
    "list of abbreviations and acronyms",
    "list of symbols",
    "nomenclature",
    "list of terms",
    "terminology",
    "index",
    "subject index",
    "author index",
    "name index",
    "index of names",
    "index of subjects",
    "general index",
    "register",
    "personenregister",
    "sachregister",
    "stichwortverzeichnis",
    "glossar",
    "abkürzungen",
    "abkürzungsverzeichnis",
    "abréviations",
    "liste des abréviations",
    "glosario",
    "abreviaturas",
    "siglas",
    "glossario",
    "список сокращений",
];
const FRONT: &[&str] = &[
    "declaration",
    "declaration of originality",
    "declaration of authorship",
    "statement of originality",
    "statement of authorship",
    "certificate",
    "certification",
    "approval",
    "approval page",
    "dedication",
    "copyright",
    "copyright notice",
    "copyright statement",
    "permission to use",
    "statement of permission",
    "eidesstattliche erklärung",
    "eidesstattliche versicherung",
    "erklärung",
    "selbständigkeitserklärung",
    "widmung",
    "dédicace",
    "dedicatoria",
    "declaración",
];
const APPENDIX: &[&str] = &[
    "appendix",
    "appendices",
    "appendixes",
    "annex",
    "annexes",
    "anhang",
    "annexe",
    "anexo",
    "anexos",
    "apéndice",
    "appendice",
    "bijlage",
    "bijlagen",
    "приложение",
    "приложения",
];
const CHAPTER: &[&str] =
    &["chapter", "kapitel", "chapitre", "capítulo", "capitolo", "hoofdstuk", "глава", "rozdział", "bölüm", "section", "abschnitt"];
const PART: &[&str] = &["part", "teil", "partie", "parte", "deel", "часть", "book"];

/// What the line `words` names, when it is a section's name and nothing else; a number before it is allowed ("1. Introduction"),
/// and after "Chapter" its number and title.
pub(super) fn named(words: &str) -> Option<Named> {
    // Lines of prose are longer, or begin with a small letter.
    if words.len() > 160 || words.len() < 3 || words.starts_with(|c: char| c.is_ascii_lowercase()) {
        return None;
    }
    let bare = words.trim_matches(|c: char| matches!(c, '#' | '*' | '_' | ':' | '.' | ' ' | '=' | '—' | '–' | '-'));
    let lower = bare.to_lowercase();
    if let Some(found) = listed(&lower).or_else(|| listed(&unspaced(bare))) {
        return Some(found);
    }
    let rest = without_number(&lower);
    if rest.len() < lower.len()
        && let Some(found) = listed(rest)
    {
        return Some(found);
    }
    let mut tokens = lower.split_whitespace();
    let first = tokens.next()?;
    let second = tokens.next()?;
    let counted = is_ordinal(second.trim_end_matches(['.', ':', ',', ')', '—', '–', '-']));
    // "Chapter 3", "Chapter 3: The war", "Part II The war"; not "Chapter 3 deals with the war."
    let open = words.trim_end().ends_with([',', ';'])
        || words.trim_end().ends_with('.') && tokens.next().is_some() && words.contains(char::is_lowercase);
    let titled = bare.chars().count() <= 90 && !open && title_follows(bare, second);
    if counted && titled {
        if CHAPTER.contains(&first) {
            return Some(Named::Chapter);
        }
        if PART.contains(&first) {
            return Some(Named::Part);
        }
        if APPENDIX.contains(&first) {
            return Some(Named::Appendix);
        }
    }
    None
}

fn listed(lower: &str) -> Option<Named> {
    const LONGEST: usize = 80;
    if lower.is_empty() || lower.len() > LONGEST {
        return None;
    }
    let lists = [
        (PROSE, Named::Prose),
        (NOTES, Named::Notes),
        (WORKS, Named::Works),
        (CONTENTS, Named::Contents),
        (TERMS, Named::Terms),
        (FRONT, Named::Front),
        (APPENDIX, Named::Appendix),
    ];
    lists.into_iter().find(|(names, _)| names.contains(&lower)).map(|(_, name)| name)
}

/// "I N T R O D U C T I O N" without its spaces.
fn unspaced(words: &str) -> String {
    let spaced = words.split(' ').filter(|piece| !piece.is_empty()).all(|piece| piece.chars().count() == 1);
    if spaced { words.split_whitespace().collect::<String>().to_lowercase() } else { String::new() }
}

/// The words behind a number such as "1.", "2.3" or "IV.".
fn without_number(lower: &str) -> &str {
    let Some((first, rest)) = lower.split_once(char::is_whitespace) else { return lower };
    let bare = first.trim_end_matches(['.', ')', ':']);
    let decimal = !bare.is_empty()
        && bare.split('.').all(|piece| piece.len() <= 2 && !piece.is_empty() && piece.bytes().all(|byte| byte.is_ascii_digit()));
    let letter = first.len() == 2 && first.ends_with(['.', ')']);
    if decimal || letter || super::lines::roman(bare).is_some_and(|value| value < 60) { rest.trim_start() } else { lower }
}

/// Numbers in words that chapters go by.
const ORDINALS: &[&str] = &[
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "eins",
    "zwei",
    "drei",
    "vier",
    "fünf",
    "premier",
    "première",
    "deuxième",
    "troisième",
    "quatrième",
    "primero",
    "segundo",
    "tercero",
    "primo",
    "secondo",
    "terzo",
];

/// Whether a line is a number in words and nothing else: "THREE" over the title of a chapter.
pub(super) fn is_number_word(words: &str) -> bool {
    let lower = words.to_lowercase();
    words.starts_with(char::is_uppercase) && ORDINALS.get(..15).is_some_and(|own| own.contains(&lower.as_str()))
}

fn is_ordinal(word: &str) -> bool {
    let decimal = word.len() <= 4 && !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    decimal
        || ORDINALS.contains(&word)
        || super::lines::roman(word).is_some_and(|value| value < 60)
        || (word.chars().count() == 1 && word.chars().all(char::is_alphabetic))
}

/// Whether what stands behind "Chapter 3" is nothing, or a title.
fn title_follows(bare: &str, second: &str) -> bool {
    let after = bare.split_whitespace().nth(2);
    let closed = second.ends_with(['.', ':', '—', '–', '-', ')']);
    after.is_none_or(|word| closed || word.starts_with(|c: char| !c.is_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        assert_eq!(named("Introduction"), Some(Named::Prose));
        assert_eq!(named("1. INTRODUCTION"), Some(Named::Prose));
        assert_eq!(named("## References"), Some(Named::Works));
        assert_eq!(named("Chapter II"), Some(Named::Chapter));
        assert_eq!(named("Chapter 3: The war"), Some(Named::Chapter));
        assert_eq!(named("Appendix 1:"), Some(Named::Appendix));
        assert_eq!((named("CHAPTER I."), named("CHAPTER I. THE WAR.")), (Some(Named::Chapter), Some(Named::Chapter)));
        assert_eq!(named("C O N T E N T S"), Some(Named::Contents));
        assert_eq!(named("Chapter 3 deals with the war"), None);
        assert_eq!(named("Chapter 3 Deals with the war."), None);
        assert_eq!(named("The introduction of it"), None);
        assert_eq!(named(""), None);
    }
}
