//! What shows a hypothesis, or the thesis that a whole work argues. The points are those of [`super::aims`].

use super::aims::{HYPOTHESIS, THESIS};
use super::phrases::Cue;

/// The cues.
pub(super) static HYPOTHESES: &[Cue] = &[
    // The hypothesis by its name.
    Cue {
        sort: HYPOTHESIS,
        points: 95,
        phrases: "
            hypothesis|hypotheses of|in|underlying this|the|my|our @kind? @work is|was|are|were; hypothesis|hypotheses is|was that
            our|my|the @main? hypothesis|hypotheses is|was|are|were that; @me hypothesi* that|a|an|the
            it is|was|has|can been|be? hypothesi*; with the hypothesis that; following hypothesis|hypotheses is|was
            @me .. test|tested|propose|proposed|put|advance|examine|formulate|formulated|pose|investigate the hypothesis|hypotheses that
            test|tests|tested|testing the hypothesis|hypotheses that",
    },
    Cue {
        sort: HYPOTHESIS,
        points: 86,
        phrases: "
            ^prediction|expectation|vermutung #; hypothesis # .. states|predicts|posits|concerns|holds|proposes|that
            @main|a-priori|alternative hypothesis|hypotheses|prediction|expectation @be|concerns|holds|states|concerned
            @guess @be .. that; our|my|working @main? assumption|assumptions @be .. that; prediction|hypothesis follows
            @guess|assumption|proposition guiding|motivating|behind|driving this|the|our|my @work is|was
            @guess|proposition|possibility that? @me take|test|tested|examine|explore|investigate|bring|put|make|work
            leads|led|lead|leading us|me|one|to to? the? expect|suspect|propose|believe|think|@guess|hypothesi*|@suppose that|a|an
            leads to the @main? @guess; yield|yields|generate|generates|motivates|produces|leads the|a|to|our|following @guess
            following hypothesis|hypotheses|prediction|predictions; this leads to the following
            leads|lead|led to my|our|the|a @main @guess",
    },
    // Those who write, and what they suppose.
    Cue {
        sort: HYPOTHESIS,
        points: 86,
        phrases: "
            @me @suppose|conjecturally; @me assumed|reasoned|hypothesi*|presume that; @me do|did|would|have|had not? @suppose
            @me propose that
            @me test|tested|examine|examined|explored|assess|consider|considered|entertain the @guess|@idea that
            ^our|my @main? @guess; our|my @guess|assumption ... is|was|are that
            it is|was|has|may|can been|be? @supposed that|to; it is assumed|argued|posited|proposed|held in this|the @work
            @effects ... @be hypothesi*|predicted; @more .. @be expected|predicted|anticipated|hypothesi*
            @effects @be expected|anticipated
            this|the|our|present @work works|starts|begins|proceeds|departs|rests from|with|on the|an .. @guess|@idea|assumption|view
            @me start|begin|proceed|work|set|depart out? from|with|on|under the .. @guess|assumption; should be? no difference|differences
            if so|true|correct|right|not ... should|ought to? be|@befall
            ^if ... is|are|were right|correct|true|valid ... should|would|must|ought
            ^if this|that|it is on the right track; ^were .... would|should|ought to? be|have|@befall
            possibility is that ... would|should",
    },
    // What should be so if a supposition is right: only where the text says what it supposes.
    Cue {
        sort: HYPOTHESIS,
        points: 77,
        phrases: "
            the assumption|supposition is that; it is|was|would|might expected|be expected? that
            reason|reasons|grounds|reasonable|plausible|natural to expect|predict|hypothesi*
            if|case|provided|whenever .... should|ought to? @befall; if|case|provided .... should|ought to? be|have @befallen
            ^if ... then .. should|ought
            ^if this|the|our|these account|hypothesis|theory|view|model|explanation|interpretation|pattern ... should
            ^if .. reflects|reflect|stems|stem|arises|results ... should; ^if ... there should be? no|a|an
            ^if ... matters|matter ... would|should
            ^were .... would; ^should this|that|it ... would
            ^had ... we|one would|should expect|have; ought to be|have? @befallen|@befall; should then|be|therefore? @more|ambiguous
            ^under|on|by this|the|that|such .. view|account|model|hypothesis|theory|logic|reasoning|token ... should|would|ought
            model|theory|account|framework|argument|hypothesis implies|imply|entails|suggests that ... should; on these grounds .. expect
            theory|model|account|framework|literature|approach|view|argument .. predicts|predict that|a|an|the|no|better|@more
            @me assume that ... test|tested; predict|predicts that; @me would|should expect|predict|see|find|observe; would expect|predict
            we should .. see|find|observe|expect a|an|no|that|@more; ^suppose|assuming ... then .. should; in which case ... would|should
            @natural possibility|@guess|implication is|was|would
            hypothesis|hypotheses that; hypothesized|hypothesised to|that; likely|plausible|possible then? that ... we|i will|shall test",
    },
    Cue {
        sort: HYPOTHESIS,
        points: 70,
        phrases: "
            @me contend|suggest|submit|maintain|argue that; it is submitted|argued|contended|suggested that|here
            it argues|contends|suggests|claims|holds|maintains|shows|demonstrates that; it contends|argues|maintains|holds",
    },
    Cue {
        sort: THESIS,
        points: 84,
        phrases: "
            this|the|my|our|present @text|analysis @argues that|the
            argument|thesis|contention|claim|proposition|position of|in this|the|my|our present|current? @text is|will
            my|our @main? argument|thesis|contention|claim|submission is|will|here; i argue|contend|maintain that
            @me shall|will|want|wish|hope to? argue|contend|claim|defend|suggest|propose|maintain|submit that|the; as @me will|shall argue
            in this|the @text i|we will|shall? argue|contend|claim|propose|suggest that
            it will|shall|is be|here? argued|contended|submitted here? that
            it is|will be? my|our contention|argument|claim|thesis|view|submission of|that; i will|shall|want show|to that|show
            thesis|argument|contention|claim|case advanced|defended|made|developed|presented|pursued here|in
            thesis|argument|claim|view|position|contention|idea that? @me defend|advance|develop|propose|make|want|wish|shall|will|put .. is
            @me defend|advance|develop|endorse the|a|this .. view|thesis|claim|argument|position|idea that
            @me ... and argue|contend|maintain that
            paper's|article's|thesis's|study's|book's|essay's|dissertation's .. argument|claim|thesis|contention is|that
            this|the @text makes the case
            @text advances|defends|develops|proposes|presents|offers the|a|an thesis|argument|claim|view|idea|hypothesis that",
    },
    // The same in German, French and Spanish.
    Cue {
        sort: HYPOTHESIS,
        points: 86,
        phrases: "
            die hypothese|arbeitshypothese|these|ausgangsthese .. ist|lautet|dass; hypothese dieser|der arbeit
            vermutung|annahme ist|lautet
            wird|wurde .. vermutet|angenommen|erwartet|postuliert|unterstellt dass|ob
            geht|gehen|gehe von der annahme|these|hypothese|vermutung|aus aus|dass
            meine|unsere|folgende zentrale? these|hypothese|vermutung|annahme .. ist|lautet|dass; es ist|steht zu erwarten|vermuten dass
            ich|wir vermute|vermuten|erwarte|erwarten|postuliere|postulieren|nehme|nehmen dass|an; wir stellen die hypothese
            steht|stehen die hypothese
            trifft dies|das|diese ... müsste|müssten|sollte|sollten; ^wenn ... müsste|müssten|dürfte|dürften
            demnach müsste|müssten|sollte|sollten|dürfte
            zu erwarten ist|wäre|war; ist|wäre zu erwarten; dürfte|dürften demnach|daher
            l'hypothèse .. est|selon; hypothèse de ce|cette|notre|travail|recherche|départ; notre|mon|une hypothèse
            nous|je|on .. faisons|fais|fait l'hypothèse
            nous|je|on supposons|suppose|supposera|postulons|postule|prédisons|conjecturons|présumons que|qu'*|l'existence
            nous|je avançons|avance|formulons|formule|posons|pose|émettons|partons l'hypothèse|l'idée|de
            on|nous peut|pouvons s'attendre|supposer|penser; nous nous attendons; ^si ... devrait|devraient|devrions
            hipótesis de|que|principal|central|es|inicial|trabajo|según ... es|sostiene|que|consiste; nuestra|mi|la hipótesis ... es que
            partimos|parto|parte|partir de|del la|una|que? hipótesis|supuesto|idea|premisa|base
            como|la hipótesis de|central|principal partida|trabajo
            suponemos|presumimos|conjeturamos|postulamos|sospechamos|esperamos|supongo|sospecho que
            cabe|es esperar|suponer|presumir|previsible que
            se espera|postula|supone|presume|plantea|formula que|la|una; ^si ... debería|deberían|deberíamos
            planteamos|formulamos|formulo la|como hipótesis",
    },
    Cue {
        sort: THESIS,
        points: 84,
        phrases: "
            in dieser arbeit wird argumentiert|gezeigt; die these dieser; ich|wir vertrete|vertreten .. these|ansicht|auffassung|position
            ich|wir argumentiere|argumentieren|behaupte|behaupten dass; diese|die|der these|aufsatz vertritt|vertreten|lautet
            dieser|der|diese|die @arbeit argumentiert|vertritt|behauptet|plädiert dass|die|für
            cet|cette|ce|notre|la|le @travail soutient|défend|avance|affirme|montre que|qu'*|l'idée|l'hypothèse|la|une
            je|nous|on @soutiens que|qu'*|l'idée|la|ici
            sostengo|sostenemos|sostendré|sostendremos|defiendo|defendemos|argumento|argumentamos|argumentaremos|afirmamos que|aquí|la
            tesis|argumento de|que|central|principal ... es que
            este|el|esta|presente? @trabajo sostiene|defiende|argumenta|propone que|la",
    },
];
