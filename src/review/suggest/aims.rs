//! What shows an aim: nearly always words that say so themselves. `points` is the confidence in hundredths; below `SURE`
//! they count only where a text says what it is about: in its opening, from `LIKELY` on also where it goes through the
//! theory, and a question only if it ends as one.

use super::phrases::Cue;

/// From here on the words are enough, wherever they stand.
pub(super) const SURE: i32 = 80;
/// From here on they are enough where the theory is gone through.
pub(super) const LIKELY: i32 = 76;

/// A statement that the work sets out to hold against its evidence.
pub(super) const HYPOTHESIS: &str = "hypothesis";
/// What the whole work argues, as the humanities put it.
pub(super) const THESIS: &str = "thesis statement";
/// A question that the work asks.
pub(super) const QUESTION: &str = "research question";
/// What the work is for.
pub(super) const AIM: &str = "aim";

/// The cues.
pub(super) static AIMS: &[Cue] = &[
    // The aim by its name.
    Cue {
        sort: AIM,
        points: 88,
        phrases: "
            @goal of|in|for|behind this|these|our|my @kind? @kind? @work|package|intervention|guide is|was|are|were|has|to|will
            @goal of|in|for|behind the @kind? @kind? @named|package|guide is|was|are|were|has|to|will
            @goal of|in|for|behind this|our|my .. is|was|are|were; @goal of the .. study|trial|survey|experiment is|was|are|were
            @goal of ours|mine @be
            ^the|a @goal of the present|current @work; here|therefore our|my? @goal is|was
            our|my @main? @main? @goal|focus is|was|are|were|here|in|with|throughout|of|lies
            ^the|a|an|another|one|its @main @main? @goal is|was|are|were to|the|a|an|that; ^another|one .. @goal is|was to|the
            is|was the|our|my @main? @goal of this|our|my @kind? @work; ^to .. is the|our|my @main @goal
            study's|paper's|article's|thesis's|trial's|project's|review's|book's|dissertation's @main? @goal
            ^@goal to; what follows is an|a; ^my|our @goal|task|concern; our|my .. concern|interest lies|is in|with|to
            focus|task|concern|subject|topic|object|emphasis|scope of this|my|our|the present|current? @work is|will|lies
            ^what @me want|wish|hope|intend|propose ... is; ^what this @work does|attempts|seeks|offers
            fill|address|close|bridge|remedy this|these|the|that|such gap|gaps|lacuna|shortcoming|shortcomings ... @me|this",
    },
    // Those who write, and what they want to do.
    Cue {
        sort: AIM,
        points: 88,
        phrases: "
            @me aim|aimed|seek|sought to|out|at; @me set|sets out? to|at; @me .. aim|seek to; @me .. set out to
            @me attempt|attempted|intend|intended|wish|hope|try|tried|propose|endeavour|endeavor to @see|@give
            @me would|should like to @see|@give|ask|argue|propose; the authors aim|aimed|sought|set|seek to|out
            in|with|throughout this|the|our|my @kind? @kind? @work @me will|shall|want|try|attempt|aim|seek|wish|hope|intend? to? @look
            in|with this|the|our|my @kind? @work @me will|shall? focus|focused|look|deal|consider|attempt|try|set|seek|critically|appraise
            in|with this|the|our|my @kind? @work @me @look~|focused|looked|sought
            in this @kind? @work @me ... to find|learn out|whether|how
            ^here @me focus|@look; using .. @me @look how|whether|the; ^@me focus|concentrate on how|whether|the
            ^@me @look~ how|whether|if|what|why|which",
    },
    // The work, and what it does.
    Cue {
        sort: AIM,
        points: 86,
        phrases: "
            this|present|presented|our|my @kind? @kind? @work .. @strives|sets|set out? to|at
            ^the|these @kind? @text|review|report|project|research .. @strives|sets out? to|at
            this|present|these|our|my @kind? @kind? @work|programme was|is|were|are .. @meant|carried|an out? to|at|for|with|both|as|attempt
            @tests @be designed|devised|meant|intended to|at @see|@seeing; @me designed|devised .. @tests to @see
            this|present|the .. part|rest|body|core of this|the|my|our @work is|was devoted|dedicated to
            this|the .. part of this|the|my|our @work @strives to
            this|present|presented @kind? @work @look~|deals|focuses|focused|looks; ^our|my @kind? @text @look~|deals|focuses
            ^the @kind? @text|review|report|project|research|trial has? @look~|deals|focuses|looks|evaluated
            ^the @kind? @arbeit @look~|deals; present|current @work @look~|deals|focuses
            study|research|work|studies|experiments reported|presented|described|undertaken here|in|below this|the? @work? @look~
            ^by|through @seeing ... this @work; ^using|drawing ... this @work @look~
            this|present @work is about|concerned; ^it @strives|sets out? to
            this|present @work is an attempt|effort|exploration|examination|inquiry
            this|present @work is a|the first|history|study|contribution of|to|attempt; this|present @work intends|promises
            this|present|our @work fills|closes|bridges|narrows|remedies this|that|the|a|these|an important? gap|gaps|lacuna
            this @work takes|represents|makes a|an first|further|initial|preliminary? step|attempt
            this|the @text should|will|would contribute|help|provide|add|shed; thereby|hereby contribute to
            ^this|the present? @work provides|offers|presents|gives a|an @main|@thorough? @account",
    },
    Cue {
        sort: AIM,
        points: 84,
        phrases: "
            contribution|contributions of this|our|my|the present|current? @named is|are|lies|consists; @work contributes|adds by @seeing
            our|my @main? contribution|contributions is|are; set|series of experiments|analyses|simulations|tests @look~
            @me put|puts|putting this|that|it|these|them .. to the|a test
            @me revisit|reconsider|reassess|re-examine the .. claim|view|idea
            experiment|study # addressed|examined|tested|investigated|explored|asked|aimed|sought|looked|assessed
            @me exploit|exploited|use|used|leverage ... to disentangle|distinguish|separate|isolate|adjudicate",
    },
    Cue {
        sort: AIM,
        points: 76,
        phrases: "
            @tests looked|asked|examined|tested|explored|investigated .. whether|how|if
            ^an|a .. analysis|experiment|survey looked|examined|tested|explored; @me will|shall concentrate|focus .. on
            @me want to @see|@give|ask; @tests @be @meant|carried out? to|at @see|@seeing
            @me try|tried|hope|want|wish to @give|make|recover|bring|say; @me hope|wish|want|aim to .. contribute",
    },
    // Words that say so only in an opening.
    Cue {
        sort: AIM,
        points: 74,
        phrases: "
            in this|the|our present|current? @work ... @be @seen; this|our|my|present @work sheds|shed|throws light
            ^here|herein @me present|introduce|describe|propose|develop|outline; ^in this|the work|report|note|letter @me; ^herein @me
            @me present|introduce|propose|develop|describe a|an|the new|novel|simple|general|first|unified|fast|efficient|flexible
            @me present|introduce|propose|develop|construct|build|design a|an|the ... to|that|for @see|@seeing|@mends
            this|present @work offers|provides|presents|develops|introduces|proposes|describes|discusses|considers a|an|the|how|some
            @me conducted|performed|undertook|ran|report a|an|two|three ... to @see; @me contribute to .. by @seeing
            ^in this paper|article|thesis|essay|dissertation|vignette|review|tutorial|study; ^this @text makes|adds|builds
            @me use|used|exploit|employ|conducted|conduct|draw|combine|apply ... to @look whether|how|if|why|the|what
            using ... @me @look whether|how|if|why|the|what; ^the|a? @goal is|was to
            ^i|we investigate|examine|explore|analyse|analyze|study|address|trace|ask
            ^it @look~|considers|focuses
            ^this|the present? @work introduces|presents|describes|discusses|demonstrates|proposes|develops|outlines|illustrates
            ^this|the present? @work provides|offers|gives|considers|contributes
            in|with this|the|our present|current? @work @me present|introduce|describe|propose|develop|demonstrate|discuss|show|report
            in|with this|the|our present|current? @work @me outline|provide|offer|illustrate
            @me want|wanted to know|understand|find|show|test|examine; with the @goal of; @me .. interested in
            @me @look how|whether; @me trace|reconsider|ask",
    },
    // The same in German, French and Spanish.
    Cue {
        sort: AIM,
        points: 88,
        phrases: "
            ziel|ziele|zweck|anliegen|absicht|gegenstand dieser|der|des|meiner|unserer vorliegenden? @arbeit .. ist|war|besteht|sind
            ^diese|die|der|dieser|das|meine vorliegende? @arbeit untersucht|analysiert|fragt|befasst|beschäftigt|zielt|geht|widmet|verfolgt
            diese|die|der|vorliegende @arbeit ... und untersucht|analysiert|fragt|zeigt
            vorliegende @arbeit möchte|will|soll|leistet|setzt
            in dieser|der|meiner vorliegenden? @arbeit wird|werden|untersuche|soll|sollen .. untersucht|analysiert|gezeigt|ob|inwieweit|wie
            in dieser|der vorliegenden? @arbeit wird|werden|soll|sollen .. der|die|das
            mit der|dieser|meiner vorliegenden? @arbeit|hilfe wird|soll|will|möchte|werden ... beabsichtigt|werden|geben|leisten|gezeigt
            möchte|will|soll die|diese|der|dieser vorliegende? @arbeit; ich|wir .. beabsichtige|beabsichtigen|bezwecke
            ^das|ein|mein|unser|weiteres|zentrales|übergeordnetes weiteres|zentrales|zweites|vorrangiges? ziel|anliegen ist|war|besteht
            ich|wir möchte|möchten|will|wollen|werde|werden ... zeigen|untersuchen|klären|nachgehen|darlegen|analysieren|prüfen|leisten
            im folgenden soll|sollen|wird|werden|möchte ... gezeigt|untersucht|geklärt|dargestellt|analysiert|zeigen|werden
            es soll ... gezeigt|untersucht|geklärt|geprüft werden; ziel ist|war es
            l'objectif|objectif|but|l'objet|l'ambition|propos de|du ce|cette|notre|mon|présent|la|présente présent|présente? @travail est
            cette|ce|cet|notre|mon|la|le présente|présent? @travail vise|examine|étudie|analyse|interroge|cherche|explore|porte|entend|tente
            ^un|notre|mon|son premier|second|deuxième|troisième|autre? objectif|but .. est de|d'*; notre|mon objectif|but|propos est
            nous|je|on @cherche à|de|d'*
            nous|je|on voudrais|voudrions|entends|entendons|souhaite|souhaitons @montrer; nous|je|on me|nous? proposons|propose d'*|de
            nous|je|on montrer*|analyser*|examiner*|étudier*|tâcher*|interroger*
            @travail a|avait|ont pour but|objet|objectif|ambition; @travail se|s'efforce propose|donne|de|d'*
            il s'agit|s'agira|s'agissait de|d'*|donc @montrer|analyser|étudier; s'agira|s'agit ici? d'analyser|d'étudier|d'examiner
            @objetivo de|del @este presente? @trabajo es|fue|era|son|ha
            @este presente? @trabajo .. tiene|tuvo|tendrá por|como @objetivo
            este|esta|presente|nuestro|nuestra presente? @trabajo se? @busca|examina|analiza|estudia|investiga|explora|aborda|trata
            ^el|un|otro|nuestro|mi principal|segundo|primer|tercer @objetivo es|fue|consiste
            ^el|un|otro|mi @objetivo general|específico|principal es|fue|consiste
            nuestro|mi objetivo|propósito|intención|finalidad .. es|fue|consiste; con ello|esto|eso? esperamos|pretendemos|espero|pretendo
            nos proponemos|propusimos|hemos|interesa; se @busca .. @analizar
            @busco @analizar|contribuir|demostrar|ofrecer|mostrar|aportar
            se examinará|analizará|estudiará|investigará|abordará|intentará|tratará|buscará|explorará si|cómo|de|la|el|los|las|en
            en este|esta|el|la presente? @trabajo se? ... @analiza|examina|estudia|investiga|propone|aborda",
    },
    Cue {
        sort: AIM,
        points: 74,
        phrases: "
            nous nous intéressons; ziel ist|war; se pretende; se trata de @analizar; se analiza|estudia|examina|investiga|aborda
            ^el|un? objetivo es|fue; analizamos|examinamos|estudiamos|investigamos|exploramos si|cómo|la|el|los|las|qué",
    },
];
