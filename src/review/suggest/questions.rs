//! What shows a research question. The points are those of [`super::aims`].

use super::aims::QUESTION;
use super::phrases::Cue;

/// The cues.
pub(super) static QUESTIONS: &[Cue] = &[
    Cue {
        sort: QUESTION,
        points: 90,
        phrases: "
            research question|questions @be|asks|reads|to|addressed|asked|posed|@whether|if|as|concern|concerns
            @me ask|asked|wondered @whether|if|to|in; @me have|had asked @whether|if
            @me want|wanted|wish|wished to ask|find|know @whether|if|out
            the|@main|following|our|my @question @be of|addressed|to? @whether|if|to|here|answer|be
            ^this|which raises|poses|prompts the question; question arises; raises|poses the question of|whether|how
            @me seek|sought|aim|aimed|attempt|attempted|try|tried to answer|understand|determine|establish|find @whether|if|out
            @me address|answer|explore|investigate|pursue|take|pose the .. question|questions of|@whether
            @me .. on|to the question|questions in? @whether
            forschungsfrage|forschungsfragen|leitfrage|fragestellung .. ist|lautet|lauten|dieser; frage nach|ob|inwieweit|wie
            der frage nachgegangen; question de recherche; la question est|centrale|principale; nous nous demandons",
    },
    Cue {
        sort: QUESTION,
        points: 84,
        phrases: "
            @question that? this|my|our|the @work addresses|asks|takes|poses|tackles|answers|considers|explores
            @question that|which? motivates|guides|drives|animates|motivate|guide|drive|underlies|underlie this|our|my|the @work
            @question guiding|motivating|driving|guided|motivated|behind this|our|my|the @work
            @question that? @me address|ask|pose|tackle|answer|explore|consider|take|pursue .. is|are|concern|was|were
            @question addressed|tackled|considered|posed|studied|asked in|by this|the|my .. is|was|are|concern
            central|main|key|core|guiding|leading @question|concern of|in|for this|the|my|our present? @work is|was
            it is|was asked|investigated|examined|tested @whether|if|to; @me @be interested|concerned in|with @whether|if
            @me turn|turned|come to the question; interest is|was|lies in? @whether|if
            @me want|wanted|wish|wished|sought to learn @whether|if|out
            ^at issue is|here @whether; answer|answers to|on the question|questions of|@whether; to|try|tries|seeks answer @whether
            this|present|our|my @work .. the|a|following question|questions of|@whether|if; @question .. remains|remain to be @seen
            our|my @main? @question is|are|here|then|concerns|concern|was|were
            ^two|three|four question|questions .. be|to ... whether|how|what
            ^what remains .. is|be ... @whether|if; has|have|needs|need|remains|must to? be @seen @whether|if
            open|unanswered is|are @whether
            ^how|what|why|whether ... is|are the @main? question|questions @me|this|that|here
            ^one|a|another .. question @me ask|asked|pursue",
    },
    Cue {
        sort: QUESTION,
        points: 80,
        phrases: "
            ^an|a|one|another|the @main|@open question|puzzle ... is @whether|to|if",
    },
    Cue {
        sort: QUESTION,
        points: 78,
        phrases: "
            ^an|a|one|another|the @main|@open issue|problem ... is @whether|to
            question of? whether|how|what|why|if; @question remains|remain|arises|arise @whether|of|as|to
            ^it is unclear|unknown @whether|if ... here|therefore|@me
            unclear|unknown|known|uncertain|open @whether|if|to|is ... and|here|therefore this|the|present|@me
            unclear|unknown|known|uncertain|open @whether|if ... this|present @work; how .. to be|is|are understood|explained
            unclear|unknown|known|uncertain|open @whether|if ... @me conducted|@look|tested",
    },
    Cue {
        sort: QUESTION,
        points: 74,
        phrases: "
            research question|questions; question|questions; @me ask; wonder; puzzle; how|why|what then|exactly; frage|fragen",
    },
    // The same in German, French and Spanish.
    Cue {
        sort: QUESTION,
        points: 84,
        phrases: "
            zentrale|leitende|übergeordnete|erkenntnisleitende frage|fragestellung|fragen; fragestellung dieser|der @arbeit
            frage|fragen .. @ob; der frage ... nachgegangen; frage|fragen ... nachgegangen|untersucht|beantwortet|nachgehen
            interessiert|interessieren|interessant .. @ob
            gefragt|untersucht|geklärt|geprüft|klären|prüfen|untersuchen|fragen .. ob|inwieweit|inwiefern
            stellt|schließt|ergibt|erhebt sich .. die frage; zu klären|fragen|prüfen|untersuchen ist|bleibt|sein|wäre
            offen ist|bleibt .. @ob
            @travail se demande|interroge|pose comment|si|pourquoi|sur|la|dans; notre|la question|problématique .. est|consiste
            nous|je|on @demande comment|si|pourquoi|dans|sur|ce|en|quels|quelles
            s'agira|s'agit .. de|d'* comprendre|savoir|comment
            cherchera|cherchons|cherche|chercherons|vise .. à savoir|comprendre si|comment|pourquoi|ce
            reste|restent à savoir|déterminer|comprendre; la question de savoir; se pose la|alors|dès question
            question .. de savoir si|comment|pourquoi
            pregunta|preguntas de|que investigación|guía|guían|orienta|orientan|plantea|planteamos|es|son|nos|se
            nos preguntamos|planteamos|interesa
            la|una|nuestra pregunta central|principal|es|que|de; cabe|conviene|procede preguntarse|plantearse|preguntar
            cuestión es|consiste|de|central si
            me|se pregunto|pregunta|plantea|preguntará .. @qué; interesa|queda|falta saber|por|conocer .. @qué
            surge|surgen la|las|una pregunta|preguntas
            cuestión .. es @qué; es determinar|saber|averiguar @qué; hasta qué punto|medida",
    },
];
