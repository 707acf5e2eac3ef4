//! Sentences as scholars of many fields write them, with what is suggested in them marked.

use super::tests::found;

/// `text` with the hypotheses, questions and aims that are suggested in it marked.
fn shown(text: &str) -> String {
    let (source, found) = found(text);
    let mut shown = source.as_str().to_owned();
    for one in found.iter().rev().filter(|one| one.kind == "hypothesis") {
        shown.insert(one.span().end, '⟧');
        shown.insert(one.span().start, '⟦');
    }
    shown
}

/// Holds what is suggested to the marks, below the heading `title` and beside other sentences.
fn check(title: &str, marked: &[&str]) {
    let around = |own: &str| format!("{title}\n\nThe town lies by the river.\n\n{own}\n\nRain fell on the hills for half of the year.");
    let wrong: Vec<String> = marked
        .iter()
        .map(|own| (around(own), shown(&around(&own.replace(['⟦', '⟧'], "")))))
        .filter(|(expected, shown)| expected != shown)
        .map(|(_, shown)| shown)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn hypotheses_in_other_words() {
    check(
        "1 Introduction",
        &[
            "⟦Accordingly, a positive effect of feedback on motivation was hypothesised.⟧",
            "⟦In two experiments, we tested the idea that disfluency prompts deeper processing.⟧",
            "⟦We therefore test the conjecture that trade openness raises wage dispersion.⟧",
            "⟦We thus formulate the following hypothesis: the more concentrated the market, the lower the rate of entry.⟧",
            "⟦One possibility is that learners rely on frequency alone, and this is the possibility that we test here.⟧",
            "⟦We assume that better-educated mothers will seek care earlier, and test this with survey data.⟧",
            "⟦It is assumed in this thesis that language attitudes shape school outcomes.⟧",
            "⟦It is therefore reasonable to expect that larger firms will adopt the standard first.⟧",
            "⟦If the salience account is right, then larger cues should produce larger shifts in choice.⟧",
            "⟦There is reason to expect that the effect varies with age.⟧",
            "⟦From this it follows that wages should fall in regions exposed to imports, which is the prediction we take to the data.⟧",
            "⟦If this account is correct, there should be no difference between the two groups on the delayed test.⟧",
            "⟦I shall suggest that the charter was composed in two stages.⟧",
            "⟦Under the rational model, prices should adjust at once to public news.⟧",
            "⟦The argument of this thesis is that the guilds declined for political and not for economic reasons.⟧",
            "⟦On this view, speakers should avoid the long form whenever the referent is given.⟧",
            "⟦It is my contention that these poems were written for the voice.⟧",
            "⟦Es wird vermutet, dass ältere Sprecher die alte Form häufiger verwenden.⟧",
            "⟦The thesis that I defend is that promises bind because they give control.⟧",
            "⟦Cet article soutient que la réforme fut d'abord une affaire de notables.⟧",
            "⟦The hypothesis guiding this work is that lenition spread from the coast to the interior.⟧",
            "⟦This chapter holds that the doctrine of consideration has outlived its reasons.⟧",
            "⟦Nous supposons que les locuteurs jeunes emploient moins la forme ancienne.⟧",
            "⟦The hypothesis we test is that immigration lowers support for redistribution.⟧",
            "⟦The model implies that cooperation should break down as groups grow.⟧",
            "⟦We tested the prediction that larger groups deliberate less.⟧",
            "⟦This line of reasoning yields the prediction that mixed teams will innovate more.⟧",
        ],
    );
}

#[test]
fn questions_in_other_words() {
    check(
        "1 Introduction",
        &[
            "⟦It is asked whether the rule can be justified by considerations of efficiency.⟧",
            "⟦We wished to know whether the instrument was suitable for older patients.⟧",
            "⟦The question remains whether these gains persist after the programme ends.⟧",
            "⟦Of particular interest was whether the drug crossed the placenta.⟧",
            "⟦The question that this paper addresses is how reputations form in online markets.⟧",
            "⟦What remains unclear is how these norms spread, and this paper takes up that problem.⟧",
            "⟦It remains unclear whether the association is causal, and the present study addresses this gap.⟧",
            "⟦It is not known whether treatment of mild disease improves outcomes; we therefore conducted a randomised trial.⟧",
            "⟦An important question is whether the two scales measure the same construct.⟧",
            "⟦Die zentrale Frage ist, ob das Gericht seine Befugnisse überschritten hat.⟧",
            "⟦An open question is whether depth alone accounts for the gain.⟧",
            "⟦Two questions motivate this work: whether sparse models transfer, and at what cost.⟧",
            "⟦The puzzle that motivates this study is why voters re-elect corrupt mayors.⟧",
            "⟦A natural question is how far these results carry over to sparse graphs.⟧",
            "⟦Cette étude se demande comment les villes ont géré l'afflux de réfugiés.⟧",
            "⟦The research questions addressed in this study concern the role of parents in early reading.⟧",
            "⟦Three research questions guided the study.⟧",
            "⟦At issue is whether the clause is a condition or a warranty.⟧",
            "⟦The problem addressed in this thesis is how to parse long documents in linear time.⟧",
            "⟦The central problem of this chapter is why the union failed.⟧",
            "⟦The key question we address is how central banks communicate uncertainty.⟧",
        ],
    );
}

#[test]
fn aims_in_other_words() {
    check(
        "1 Introduction",
        &[
            "⟦The following study explores the use of humour in political interviews.⟧",
            "⟦In the present study, the relation between sleep and mood was examined.⟧",
            "⟦I propose to read the two texts side by side.⟧",
            "⟦The authors set out to evaluate the accuracy of the test in primary care.⟧",
            "⟦In this study, the effect of pH on adsorption was investigated.⟧",
            "⟦The contribution of this paper is to provide causal evidence on peer effects.⟧",
            "⟦The contribution of this thesis is threefold.⟧",
            "⟦Our contributions are as follows: we define the task and release a data set.⟧",
            "⟦We present a new method that reduces the cost of inference by half.⟧",
            "⟦We develop a model of bargaining to study how outside options shape wages.⟧",
            "⟦In order to fill this gap, this study examines the careers of 312 clerks.⟧",
            "⟦To this end, the present work surveys the charters of three abbeys.⟧",
            "⟦Using a regression discontinuity design, this paper estimates the returns to college.⟧",
            "⟦Drawing on interviews with forty judges, this article explores how precedents are used.⟧",
            "⟦This book is about the making of the modern prison.⟧",
            "⟦Ziel der vorliegenden Studie war die Erfassung der Lesekompetenz in der Grundschule.⟧",
            "⟦This paper takes a first step towards a theory of legal transplants.⟧",
            "⟦The task of this essay is to explain why the form persisted.⟧",
            "⟦This paper fills this gap by studying the diffusion of tractors.⟧",
            "⟦Der Beitrag untersucht das Verhältnis von Kirche und Stadt.⟧",
            "⟦The focus of this paper is on the role of intermediaries.⟧",
            "⟦By examining the letters of soldiers, this thesis sheds light on the experience of defeat.⟧",
            "⟦Here, we introduce a neural parser to handle discontinuous constituents.⟧",
            "⟦Here we present a method for tracking cells in dense tissue.⟧",
            "⟦Ich möchte im Folgenden zeigen, wie der Text seine Leser lenkt.⟧",
            "⟦This review synthesises what is known about teacher burnout.⟧",
            "⟦What I want to do in this paper is to bring the two debates together.⟧",
            "⟦Cet article a pour but de présenter les sources de la révolte.⟧",
            "⟦The study reported here compares two ways of teaching fractions.⟧",
            "⟦Le présent travail se propose d'analyser la syntaxe des clitiques.⟧",
            "⟦The research presented in this thesis investigates the acoustics of small rooms.⟧",
        ],
    );
}

#[test]
fn abstracts_in_parts() {
    check(
        "Abstract",
        &[
            "⟦I show that the standard account of the reforms is mistaken and argue that they were driven by debt.⟧",
            "⟦Purpose – This paper explores how small retailers use social media.⟧",
            "⟦HYPOTHESIS: Daily aspirin reduces the rate of preterm birth in women at risk.⟧",
            "⟦To determine whether statins reduce mortality in patients with sepsis.⟧",
            "⟦To examine the association between birth weight and asthma.⟧",
            "⟦Hypothesis: Intensive glucose control lowers the rate of wound infection after surgery.⟧",
            "⟦Background and aims: We investigated the prognostic value of the score.⟧",
        ],
    );
}

#[test]
fn near_misses() {
    check(
        "1 Introduction",
        &[
            "The aim of the treaty was to secure the border for a generation.",
            "Smith (1999) hypothesised that price fell with distance.",
            "Darwin predicted that a moth with a long tongue would be found on the island.",
            "Brown asked whether the courts had ever applied the rule.",
            "The mission aimed to restore order before the winter.",
            "Expected returns rise with risk in every standard model.",
            "The question of land divided the party for decades.",
            "Who could have foreseen the fire?",
            "The envoy asked what the king wanted.",
            "They set out to cross the river before nightfall.",
            "The judge held that the clause was void.",
            "The hypothesis that the scribe was blind has been abandoned.",
            "The aim of this step is to remove duplicates.",
            "The null hypothesis of no effect was tested with a two-sided test.",
            "Participants were asked whether they owned a car.",
            "Participants were asked to what extent they agreed with each statement.",
            "To reduce bias, two raters coded each interview.",
            "We expect the reader to be familiar with basic measure theory.",
            "The next section examines the sources.",
            "Section 4 investigates whether the results are robust.",
            "In the next chapter, I turn to the letters.",
            "The question has been debated for over a century.",
            "Scholars have long asked why the empire fell.",
            "A growing literature examines how taxes affect migration.",
            "It is often argued that migration lowers wages.",
            "Critics contend that the measure is too coarse.",
            "Some argue that the law is already clear.",
            "Müller vertritt die These, dass der Text gefälscht sei.",
            "The null hypothesis could not be rejected.",
            "Future research should examine whether these effects persist.",
            "It would be interesting to investigate how age changes the picture.",
            "Clinicians should aim to reduce the dose.",
        ],
    );
}

#[test]
fn suppositions_of_every_kind() {
    check(
        "1 Introduction",
        &[
            "⟦These observations led me to suspect that the clerks had copied an older list.⟧",
            "⟦My initial presumption was that younger farmers would sell first.⟧",
            "⟦We suspected that the delay had more to do with staffing than with law.⟧",
            "⟦It has been conjectured here that the two dialects share one source.⟧",
            "⟦Weaker responses were anticipated in the older group.⟧",
            "⟦Were trust the only mechanism, donors would give equally in all regions.⟧",
            "⟦If memory load matters, recall ought to fall as lists grow longer.⟧",
            "⟦Should this reading be correct, the second act would lose its puzzle.⟧",
            "⟦I presuppose throughout that readers notice a change of tense.⟧",
            "⟦This dissertation proceeds from the assumption that law follows custom.⟧",
            "⟦We considered the possibility that the enzyme is regulated by light.⟧",
            "⟦Higher yields are therefore expected on the northern plots.⟧",
            "⟦Es ist zu vermuten, dass die Händler beide Sprachen beherrschten.⟧",
            "⟦Wenn diese Deutung zutrifft, müssten die Preise nach 1850 fallen.⟧",
            "⟦Wir gehen von der Annahme aus, dass Kinder beide Formen kennen.⟧",
            "⟦On peut supposer que les notables ont retardé la réforme.⟧",
            "⟦Je soutiendrai que le roman répond à une crise de la lecture.⟧",
            "⟦Si cette lecture est juste, les prix devraient baisser après la réforme.⟧",
            "⟦Nuestra hipótesis principal es que la reforma benefició a las ciudades.⟧",
            "⟦Partimos del supuesto de que los hablantes jóvenes prefieren la forma breve.⟧",
            "⟦Cabe esperar que los precios bajen tras la apertura del mercado.⟧",
            "If the fever persists, physicians should increase the dose.",
            "Keller’s hypothesis was that the walls had been built in haste.",
            "Moreno and Diaz (2014) tested the hypothesis that rain lowers trust.",
            "The drift hypothesis holds that change needs no cause.",
            "The identifying assumption is that the two groups would have moved together.",
            "The device was supposed to record the sound of the bats.",
        ],
    );
}

#[test]
fn purposes_of_every_kind() {
    check(
        "1 Introduction",
        &[
            "⟦A further aim of ours was to make the corpus available to teachers.⟧",
            "⟦The objectives of the NORTH trial were to compare survival and to assess cost.⟧",
            "⟦This report was commissioned to find out whether the scheme had worked.⟧",
            "⟦The experiments were designed to determine which of the two accounts is right.⟧",
            "⟦The second part of the thesis is devoted to the reception of the play.⟧",
            "⟦I would like to show that the form has a history of its own.⟧",
            "⟦The present master's thesis tries to clarify the role of the mayor.⟧",
            "⟦In doing so, I hope to shed light on the daily work of the clerks.⟧",
            "⟦The study as a whole attempts to understand how nurses speak of pain.⟧",
            "⟦Experiment 3 investigated whether the effect survives a delay.⟧",
            "⟦In the presented work we deal with the wear of bearings.⟧",
            "⟦Die vorliegende Untersuchung möchte einen Beitrag zur Stadtgeschichte leisten.⟧",
            "⟦Mit dieser Arbeit soll gezeigt werden, wie die Zunft ihre Macht verlor.⟧",
            "⟦Ein weiteres Ziel ist die Erstellung eines Korpus der Briefe.⟧",
            "⟦Il s'agira de montrer comment la presse a fait de l'affaire un symbole.⟧",
            "⟦Nous chercherons à comprendre le rôle des maires dans la crise.⟧",
            "⟦Un autre objectif de cette recherche est de comparer les deux villes.⟧",
            "⟦El objetivo de este estudio es comparar las dos ediciones.⟧",
            "⟦Este artículo examina la recepción de la obra en la prensa de la época.⟧",
            "⟦En este trabajo se analiza la evolución de los salarios rurales.⟧",
            "⟦Con ello pretendemos ofrecer una lectura nueva de la novela.⟧",
            "In §2 I set out the older view and the replies to it.",
            "Our contributions are as follows.",
            "El objetivo de la ley es proteger a los inquilinos.",
            "The programme was designed to save water in the dry months.",
        ],
    );
}

#[test]
fn questions_of_every_kind() {
    check(
        "1 Introduction",
        &[
            "⟦I want to ask instead what the villagers made of the new law.⟧",
            "⟦What remains to be explained is why the guild survived the war.⟧",
            "⟦We first asked whether the receptor is needed at all.⟧",
            "⟦It has to be clarified which of the two drafts came first.⟧",
            "⟦Two questions have to be kept apart: whether it is lawful, and whether it is wise.⟧",
            "⟦Offen ist, ob die Verordnung je angewandt wurde.⟧",
            "⟦Es stellt sich die Frage, inwieweit die Gemeinden mitreden konnten.⟧",
            "⟦Reste à savoir si les familles ont suivi le mouvement.⟧",
            "⟦Nos preguntamos si la reforma cambió la vida de los jornaleros.⟧",
            "⟦Cabe preguntarse hasta qué punto la norma se aplicó en la práctica.⟧",
            "⟦¿Cómo respondieron los vecinos a la subida del precio del pan?⟧",
            "⟦I want to ask why the tenants stayed.⟧ ⟦What did they hope to gain by waiting?⟧ ⟦And who paid for it in the end?⟧",
            "The clerk opened with the question, “What brings you to the town?”",
            "Dumont's question was why the poor should obey the law at all.",
            "What is a map, after all, but a promise?",
            "“What am I to do with all this paper?” said the mayor.",
        ],
    );
}

#[test]
fn lists_that_are_announced() {
    check(
        "1 Introduction",
        &[
            "The study was guided by two research questions.\n\n⟦(1) How do pupils speak of the rain when they are asked of it?⟧\n\n\
             ⟦(2) What do they make of the snow that falls in the early spring?⟧",
            "The terms of reference for the report ask:\n\n\
             ⟦(a) whether the scheme saved any money;⟧\n\n⟦(b) how it was received in the towns.⟧",
            "The work has several parts.\n\nO1. ⟦To measure the wear of the bearings.⟧\n\nO2. ⟦To model it under load.⟧",
        ],
    );
}
