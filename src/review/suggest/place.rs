//! What a section is for, told from its title: where a sentence stands says much about whether it claims anything.

use std::collections::HashMap;

use crate::review::Desk;

/// What a section is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Place {
    /// The whole in short.
    Abstract,
    /// Why the matter is worth it.
    Introduction,
    /// What others did.
    Background,
    /// How it was done.
    Method,
    /// What came out.
    Results,
    /// What that means.
    Discussion,
    /// What remains of it.
    Conclusion,
    /// What is asked, supposed or aimed at.
    Questions,
    /// Thanks, declarations, appendices: no argument.
    Aside,
    /// Not told: most chapters of the humanities.
    #[default]
    Other,
}

impl Place {
    /// What standing here counts for a claim.
    pub fn points(self) -> i32 {
        match self {
            Self::Conclusion | Self::Discussion => 10,
            Self::Abstract | Self::Introduction => 6,
            Self::Background => 3,
            Self::Other => 0,
            Self::Results | Self::Questions => -2,
            Self::Method => -16,
            Self::Aside => -60,
        }
    }

    /// What it is called in a cue.
    pub fn name(self) -> Option<&'static str> {
        match self {
            Self::Abstract => Some("in the abstract"),
            Self::Introduction => Some("in the introduction"),
            Self::Discussion => Some("in the discussion"),
            Self::Conclusion => Some("in the conclusion"),
            _ => None,
        }
    }

    /// Whether a text says here what it wants to know.
    pub fn is_opening(self) -> bool {
        matches!(self, Self::Abstract | Self::Introduction | Self::Questions)
    }

    /// What a section called `title` is for; `Other` where the title does not say.
    pub fn of_title(title: &str) -> Self {
        let low = title.to_lowercase();
        let says = |stem: &str| low.split(|c: char| !c.is_alphanumeric()).any(|word| word.starts_with(stem));
        // "Funding" gives thanks; "Funding of the arts since 1945" is a chapter.
        let short = low.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic)).count() <= 3 || low.starts_with("appendi");
        let find = |(place, stems): &(Self, &str)| {
            stems
                .split(' ')
                .any(|stem| if stem.contains('_') { low.contains(&stem.replace('_', " ")) } else { says(stem) })
                .then_some(*place)
                .filter(|place| short || *place != Self::Aside)
        };
        TITLES.iter().find_map(find).unwrap_or_default()
    }
}

/// The first that fits counts.
const TITLES: &[(Place, &str)] = &[
    (
        Place::Aside,
        "acknowledg acknowledgment funding declaration declarations appendix appendices references bibliography \
         supplementary_material supporting_information abbreviations questionnaire author_contributions \
         contributions_of_the_authors data_availability availability competing_interests conflict_of_interest \
         conflicts_of_interest ethics_statement ethical_approval ethics_approval table_of_contents contents list_of danksagung \
         remerciements anhang annex annexe annexes glossary glossar literaturverzeichnis abkürzungsverzeichnis eidesstattliche \
         preface foreword vorwort agradecimientos anexo bibliografía dedication computational_details session_info",
    ),
    (
        Place::Questions,
        "research_question questions hypothes objective aims aim forschungsfrage fragestellung problématique hipótesis objetivo preguntas",
    ),
    (Place::Abstract, "abstract summary zusammenfassung résumé synopsis resumen"),
    (Place::Conclusion, "conclu fazit schluss closing concluding summary_and schlussfolgerung ausblick"),
    (Place::Discussion, "discussion diskussion discusión limitation implication interpretation recommendation general_discussion"),
    (Place::Introduction, "introduc einleitung einführung motivation overview_of_the"),
    (
        Place::Background,
        "background literature related_work state_of_the prior_work previous theor historiograph forschungsstand conceptual marco_teórico \
         antecedentes",
    ),
    (
        Place::Method,
        "method material materials procedure participant measure sample implementation algorithm notation preliminar data design setup \
         set-up apparatus stimuli methodik vorgehen méthod metodolog \
         método datasets estimation experimental_setup formulation usage example \
         examples installation syntax",
    ),
    (Place::Results, "result finding evaluation experiment ergebnis résultat resultado performance"),
];

/// What each section of a text is for; one whose title does not say is for what the one around it is for.
pub(super) fn places(desk: &Desk) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::with_capacity(desk.structure.sections.len());
    let mut open: Vec<(usize, Place)> = Vec::new();
    let mut known: HashMap<&str, Place> = HashMap::new();
    for section in &desk.structure.sections {
        while open.last().is_some_and(|&(end, _)| end <= section.span.start) {
            open.pop();
        }
        let own = *known.entry(section.title.as_str()).or_insert_with(|| Place::of_title(&section.title));
        let around = open.last().map_or(Place::Other, |&(_, place)| place);
        let place = if own == Place::Other || around == Place::Aside { around } else { own };
        // The first section is the title of the whole: it says nothing of what stands in it.
        let place = if section.level == 1 && own == Place::Method && desk.structure.sections.len() > 3 && places.is_empty() {
            Place::Other
        } else {
            place
        };
        open.push((section.span.end, place));
        places.push(place);
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_say_what_a_section_is_for() {
        for (title, place) in [
            ("1 Introduction", Place::Introduction),
            ("2.1 Materials and Methods", Place::Method),
            ("V. CONCLUSION", Place::Conclusion),
            ("Limitations and implications", Place::Discussion),
            ("Literature Review", Place::Background),
            ("Research Questions and Hypotheses", Place::Questions),
            ("Appendix B: Questionnaire", Place::Aside),
            ("Fazit und Ausblick", Place::Conclusion),
            ("The Road to Peace", Place::Other),
            ("Results and Discussion", Place::Discussion),
        ] {
            assert_eq!(Place::of_title(title), place, "{title}");
        }
    }
}
