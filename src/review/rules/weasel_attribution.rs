use std::sync::LazyLock;

use crate::review::grounds::{Grounds, Near, Part, quoted};
use crate::review::pattern::{Pattern, pattern};
use crate::review::{Desk, Family, Finding, Rule, Severity, Weight};

pub(super) static RULE: Rule = Rule {
    id: "weasel-attribution",
    family: Family::Unsupported,
    severity: Severity::Warning,
    weight: Weight::Each,
    detects: "An opinion is given to nobody in particular, and no source says who holds it.",
    why: "Nobody can check who thinks so, or whether anybody does.",
    example: "Some scholars are sceptical about its effectiveness.",
    mend: "Name who holds this, with the source, or give it as your own view.",
    check,
};

/// Somebody, not named.
static SOME: Pattern = LazyLock::new(|| {
    pattern(concat!(
        r"\b(?:(?:[Ss]ome|[Mm]any|[Ss]everal|[Mm]ost|[Nn]umerous|[Vv]arious|[Cc]ertain|[Cc]ountless|[Rr]ecent|[Ee]arlier|[Pp]revious",
        r"|[Ll]eading|[Oo]ther|[Aa] (?:number|majority) of|[Mm]odern|[Cc]ontemporary|[Ff]ew|[Mm]uch of the|[Tt]he) (?:\w+ )?)?",
        r"(?:[Ss]cholars|[Aa]uthors|[Cc]ritics|[Ee]xperts|[Rr]esearchers|[Aa]nalysts|[Cc]ommentators|[Hh]istorians|[Tt]heorists",
        r"|[Aa]cademics|[Ss]pecialists|[Ss]cientists|[Oo]bservers|[Ss]ociologists|[Ee]conomists|[Ll]awyers|[Jj]urists|[Pp]hilosophers",
        r"|[Ee]ducationalists|[Ee]ducators|[Pp]sychologists|[Aa]nthropologists|[Ll]inguists|[Tt]hinkers|[Oo]pponents|[Pp]roponents",
        r"|[Ss]keptics|[Ss]ceptics|[Pp]ractitioners|[Cc]linicians|[Ee]pidemiologists|[Ss]chool of thought|[Ww]riters|[Rr]eaders)",
        r" (?:of (?:the|this) \w+ |in (?:the|this) field |on (?:both|all) sides |today |now |alike )?",
        r"(?:have |has |had |who |also |even |would |still |often |tend to |continue to |long |generally |now |repeatedly |rightly |usually ",
        r"|always |largely |widely |broadly |since |frequently |commonly |typically |sometimes |recently |increasingly |traditionally )*",
        r"(?:argued?|claim(?:ed)?|believed?|(?:take|took|taken) (?:the|this|that) (?:view|line|position)|(?:are|were|remain) (?:sceptical|skeptical|of the opinion|convinced|agreed|divided|in agreement)",
        r"|maintain(?:ed)?|suggest(?:ed)?|assumed?|insist(?:ed)?|point(?:ed)? (?:out|to)|view(?:ed)?|interpret(?:ed)?|question(?:ed)?",
        r"|object(?:ed)?|complain(?:ed)?|praised?|fear(?:ed)?|worry|worried|see|seen|noted?|observed?|felt|feel|find|found|stress(?:ed)?|emphasi[sz]ed?|warn(?:ed)?",
        r"|contend(?:ed)?|think|thought|hold|held|concluded?|recogni[sz]ed?|accept(?:ed)?|acknowledged?|attributed?|disputed?|shown?|showed",
        r"|consider(?:ed)?|agreed?|assert(?:ed)?|criticis?z?e?d?|doubt(?:ed)?|say|said|regard(?:ed)?|speculated?|described?|treat(?:ed)?)\b",
        r"|\b(?:Many|Some|Most|Several|Not a few) (?:people )?(?:have |would |still |also |even |now |rightly )*(?:argued?|claim(?:ed)?|believed?",
        r"|suggest(?:ed)?|maintain(?:ed)?|hold|held|contend(?:ed)?|assumed?|insist(?:ed)?|think) ",
        r"|\b[Aa]ccording to (?:some|many|most|several|numerous|leading|various) (?:\w+ )?(?:scholars|authors|critics|experts|researchers",
        r"|analysts|commentators|historians|observers|studies|estimates|economists|accounts)\b",
        r"|\b(?:[Ee]inige|[Vv]iele|[Mm]anche|[Ee]tliche|[Dd]ie meisten) (?:\w+ )?(?:Forscher|Autoren|Kritiker|Historiker|Experten",
        r"|Wissenschaftler|Autorinnen und Autoren)",
        r" (?:meinen|behaupten|glauben|argumentieren|vertreten|halten|sehen|gehen davon aus|bezweifeln)\b",
        r"|\b(?:[Cc]ertains|[Pp]lusieurs|[Dd]e nombreux) (?:auteurs|chercheurs|historiens|critiques|spécialistes) (?:affirment|pensent",
        r"|soutiennent|estiment|considèrent|croient)\b",
        r"|\b(?:[Aa]lgunos|[Mm]uchos|[Vv]arios) (?:autores|investigadores|historiadores|críticos) (?:afirman|sostienen|piensan|consideran",
        r"|creen)\b"
    ))
});

/// What is thought, by nobody.
static THOUGHT: Pattern = LazyLock::new(|| {
    pattern(concat!(
        r"\b(?:is|are|was|were|been) (?:now |today |still |also )?(?:generally|widely|commonly|usually|universally|often|broadly|frequently)",
        r" (?:considered|regarded|believed|accepted|seen|thought|held|viewed|acknowledged|recogni[sz]ed|agreed|credited|perceived",
        r"|assumed|claimed|argued|said|known|understood|asserted|established) (?:to|as|that|the|a|an|by (?:scholars|historians|critics|experts))\b",
        r"|\b(?:is|are) (?:often |widely |sometimes )?(?:believed|thought|reputed) to (?:be|have)\b|\b[Aa]s is (?:well |widely |generally )known\b",
        r"|\b(?:considered|regarded|seen|viewed|held) by (?:many|most|some)\b",
        r"|\b[Aa] (?:growing|large|substantial|considerable) body of (?:\w+ )?(?:research|literature|evidence|work|scholarship)\b",
        r"|\b(?:[Tt]he|[Mm]uch of the|[Mm]ost of the|[Ss]ome of the) (?:\w+ )?literature (?:suggests?|agrees?|shows?|holds?|has shown|is clear|assumes?",
        r"|claims?|argues?|treats?|maintains?|takes it)\b",
        r"|\b(?:is|was|are|were) (?:widely |generally |commonly )?(?:believed|held|thought|assumed|agreed) among (?:\w+ ){1,3}that\b",
        r"|\b(?:is|are) accepted as (?:a |an |the )?\w+",
        r"|\b[Ii]t is (?:said|believed|claimed|argued|well known|well established|well-known) that\b",
        r"|\b[Ii]t is (?:often|sometimes|frequently|now|also|generally|widely|commonly|universally|usually) (?:said|believed|claimed",
        r"|argued|held|assumed|agreed|accepted|acknowledged|recogni[sz]ed|thought|known|asserted) that\b",
        r"|\b[Ii]t (?:has|had) (?:(?:also|often|long|sometimes|frequently|repeatedly|even|rightly|widely|commonly) )*been (?:(?:often|widely",
        r"|frequently|repeatedly) )?(?:argued|claimed|said|suggested|shown|noted|observed|demonstrated|asserted|pointed out|held|assumed",
        r"|established|proposed|alleged)(?: that\b|,)",
        r"|\b(?:[Mm]any |[Nn]umerous |[Ss]everal |[Cc]ountless |[Vv]arious |[Mm]ost |[Ss]ome )?(?:[Rr]ecent |[Ee]arlier |[Pp]revious |[Ee]mpirical )?",
        r"(?:[Ss]tudies|[Rr]esearch|[Ss]cholarship|[Ee]vidence|[Ss]cience) (?:has |have )?(?:also |long |consistently |repeatedly |now |clearly )*",
        r"(?:shows?|shown|showed|suggests?|suggested|demonstrated?|demonstrates|found|finds?|established|proven?|proves|confirm(?:s|ed)?",
        r"|indicated?|indicates|revealed|reveals?) (?:that|how)\b",
        r"|\b(?:[Tt]here is (?:a )?(?:broad|wide|general|growing|widespread|scholarly|little) (?:scholarly |academic )?(?:consensus|agreement",
        r"|doubt among)|[Tt]he (?:general |scholarly |academic |prevailing |common )*(?:consensus|received wisdom|conventional wisdom) (?:is|has it|holds))\b",
        r"|\b(?:gilt|gelten) (?:allgemein|gemeinhin|weithin) als\b|\b[Ee]s wird (?:allgemein|gemeinhin|oft) (?:angenommen|behauptet)\b",
        r"|\best (?:généralement|communément|largement) (?:considérée?|admise?|reconnue?)\b|\bse considera (?:generalmente|comúnmente)\b"
    ))
});

/// Whether what sentence `index` cites is for its own quotation or figure, and not for what was said before it.
fn is_for_itself(desk: &Desk, grounds: &Grounds, index: usize) -> bool {
    let Some(sentence) = desk.sentences.get(index) else { return false };
    let words = desk.words(sentence);
    let at = desk.quotations.partition_point(|own| own.sentence < index);
    let quotes = desk.quotations.get(at).is_some_and(|own| own.sentence == index && own.words > 3);
    let counts =
        words.split_whitespace().any(|word| word.len() > 4 && word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(','));
    let names = words.split(|c: char| !c.is_alphanumeric()).any(|word| grounds.knows(word));
    (quotes || counts) && !names && !["instance", "example", "Thus", "Indeed"].iter().any(|own| words.contains(own))
}

/// Whether a bare plural opens its sentence or its clause: “the critics”, “its readers” are certain ones.
fn at_large(words: &str, start: usize, hit: &str) -> bool {
    let before = words.get(..start).unwrap_or("").trim_end();
    let bare =
        hit.split(' ').next().is_some_and(|first| first.ends_with('s') && !["Various", "various", "Numerous", "numerous"].contains(&first));
    let the = hit.starts_with("the ") || hit.starts_with("The ") || hit.starts_with("few ");
    // “Political scientists” open a sentence too.
    let opening = before.is_empty() || (!before.contains(' ') && before != "The" && before != "His" && before != "Her" && before != "Its");
    !the && (!bare || opening || before.ends_with([',', ';', ':']) || before.ends_with(" that") || before.ends_with("As"))
}

fn check(desk: &Desk, found: &mut Vec<Finding>) {
    let grounds = Grounds::new(desk);
    let (Some(some), Some(thought)) = (SOME.as_ref(), THOUGHT.as_ref()) else { return };
    if !grounds.sound {
        return;
    }
    for index in grounds.argued().filter(|&index| matches!(grounds.part(index), Part::Body | Part::Own)) {
        let Some(sentence) = desk.sentences.get(index) else { continue };
        let words = desk.words(sentence);
        let (hit, named) = match (some.find(words), thought.find(words)) {
            (Some(hit), _) => (hit, true),
            (None, Some(hit)) => (hit, false),
            (None, None) => continue,
        };
        // “Seen as a success by the parties” says by whom.
        let rest = words.get(hit.end()..).unwrap_or("");
        let by = !named && !hit.as_str().contains(" that") && rest.split([',', ';']).next().is_some_and(|clause| clause.contains("by "));
        let near = grounds.near(index);
        let vague = !named || at_large(words, hit.start(), hit.as_str());
        if by || near == Near::Here || !vague || quoted(desk, sentence.said, sentence.range.start + hit.start()) {
            continue;
        }
        let message = match named {
            true => format!("“{}”: no source says who they are.", hit.as_str()),
            false => format!("“{}”: no source says by whom.", hit.as_str()),
        };
        let finding = Finding::new(&RULE, desk.parts_in(sentence, hit.range()), message);
        // Numbered texts have much that every reader of the field knows; where a source comes next it may be meant, and
        // one's own results are no research of others.
        let numeric = desk.house.numeric > desk.house.in_notes.max(desk.house.author_year);
        let next = near == Near::Next && !is_for_itself(desk, &grounds, index + 1);
        let weak = next || near == Near::End || grounds.part(index) == Part::Own || (numeric && !named);
        found.push(if weak { finding.weighing(Severity::Info) } else { finding });
    }
}

#[cfg(test)]
mod tests {
    use crate::review::grounds::CITED;

    #[test]
    fn cases() {
        let fires = [
            "⟦Some scholars are skeptical⟧ about effectiveness of it. Talks were fragile.",
            "The resolution of the conflict ⟦is accepted as a successful⟧ operation. It ended in peace.",
            "This war ⟦is generally considered to⟧ be a case of success.",
            "One thinks so.[^1] ⟦Critics have argued⟧ that it was in vain. Nothing came of it. He went home.[^2]",
            "One thinks so.[^1] ⟦It is widely accepted that⟧ it was in vain. Nothing came of it. He went home.[^2]",
            "One thinks so.[^1] ⟦Research has shown that⟧ it was in vain. Nothing came of it.",
            "⟦Most commentators take the view⟧ that boards are goods. It was so.",
            "⟦Much of the literature assumes⟧ that parents decide. It was so.",
            "It ⟦is widely believed among beekeepers that⟧ bees can hear. It was so.",
            "⟦Viele Historiker meinen⟧, dass der Krieg schon früher begann.",
        ];
        let silent = [
            "Some scholars are skeptical about effectiveness of it.[^2] Talks were fragile.",
            "The peace is generally considered to be a success.[^1] Only one doubts it.",
            "The critics argued with each other all night, and the readers found nothing.",
            "The peace is widely considered a success by the parties to it, and some scholars came.",
            "He was told that “this war is generally considered to be a success”.",
            "Some scholars left the country in 1992.",
        ];
        let fires = fires.map(|text| format!("{text}{CITED}"));
        let silent = silent.map(|text| format!("{text}{CITED}"));
        super::super::check::check(&super::RULE, &fires.each_ref().map(String::as_str), &silent.each_ref().map(String::as_str));
    }
}
