//! Words that stand for each other in the phrases of the cue lists: each class once, so that a phrase says an idea and
//! not a list of its wordings.

/// Whether `word` is an adverb that a phrase may have anywhere, beside those in "-ly".
pub(super) fn is_adverb(word: &str) -> bool {
    matches!(
        word,
        "also"
            | "thus"
            | "therefore"
            | "then"
            | "however"
            | "often"
            | "now"
            | "further"
            | "here"
            | "indeed"
            | "hence"
            | "still"
            | "first"
            | "next"
            | "instead"
            | "rather"
            | "again"
            | "finally"
            | "not"
            | "accordingly"
            | "daher"
            | "deshalb"
            | "auch"
            | "außerdem"
            | "zudem"
            | "dabei"
            | "nun"
            | "hier"
            | "ferner"
            | "schließlich"
            | "donc"
            | "aussi"
            | "ici"
            | "ainsi"
            | "enfin"
            | "también"
            | "así"
            | "aquí"
            | "además"
            | "pues"
    )
}

/// The classes, with their words. A class may have other classes in it.
pub(super) const CLASSES: &[(&str, &str)] = &[
    // Who speaks, and of what.
    ("me", "we i"),
    ("our", "our my"),
    ("be", "is was are were"),
    ("work", "@named analysis inquiry examination evaluation experiments studies"),
    ("named", "@text review report project research trial investigation survey experiment vignette tutorial document note"),
    ("text", "paper article study thesis essay dissertation book chapter monograph work contribution volume"),
    (
        "kind",
        "present current presented whole entire following diploma doctoral master master's bachelor bachelor's phd short brief first \
         second third last final exploratory research empirical experimental pilot clinical randomised randomized case submitted",
    ),
    ("tests", "experiment experiments programme trial trials simulation simulations study studies analysis analyses tests series"),
    (
        "arbeit",
        "arbeit studie beitrag aufsatz artikel dissertation untersuchung masterarbeit bachelorarbeit diplomarbeit hausarbeit \
      abhandlung beitrags aufsatzes artikels buch",
    ),
    ("travail", "article étude thèse travail mémoire recherche livre ouvrage contribution chapitre"),
    ("trabajo", "trabajo artículo estudio tesis investigación ensayo libro capítulo tesina proyecto contribución texto análisis"),
    // What it is for.
    ("goal", "aim aims goal goals objective objectives purpose purposes intention intentions ambition intent"),
    (
        "main",
        "main primary overall further ultimate first second third central principal general specific secondary overarching key subsidiary \
         additional other another final broader sole only chief core working underlying basic initial subordinate prespecified \
         pre-specified important guiding leading fourth modest related alternative overriding immediate explicit simple empirical",
    ),
    (
        "strive",
        "aim aimed seek sought attempt attempted intend intended wish wished hope hoped want wanted try tried strive endeavour \
      endeavor endeavoured undertake",
    ),
    (
        "strives",
        "aims seeks attempts intends strives endeavours endeavors tries wishes hopes wants aimed sought attempted tried intended \
      undertakes",
    ),
    (
        "meant",
        "designed meant intended conducted undertaken commissioned devised planned conceived devoted dedicated directed performed \
      initiated launched set",
    ),
    // What it does: with `~`, in all forms.
    (
        "look",
        "examine investigate explore study analyse analyze address assess evaluate compare test trace reconsider reexamine re-examine \
         revisit survey chart map document review reconstruct estimate synthesise synthesize summarise summarize explain identify tackle \
         interrogate scrutinise scrutinize theorise theorize reassess re-evaluate uncover quantify characterise characterize probe \
         concern ask elucidate disentangle",
    ),
    (
        "see",
        "@look understand determine establish describe clarify show answer find ascertain verify measure replicate read demonstrate \
         learn discover validate recover illuminate reveal capture rethink consider discuss resolve prove know see delineate shed \
         account challenge",
    ),
    (
        "seen",
        "examined investigated explored studied analysed analyzed assessed evaluated compared tested addressed considered discussed \
      clarified determined established asked answered explained",
    ),
    ("seeing", "@look~ reading providing showing tracking detecting solving learning measuring understanding determining"),
    ("give", "make offer provide bring contribute give fill develop propose draw open advance derive present"),
    // What is asked.
    ("whether", "whether how what why which if who whose where"),
    ("question", "question questions puzzle problem problems issue"),
    // What is supposed.
    (
        "guess",
        "hypothesis hypotheses prediction predictions expectation expectations conjecture conjectures intuition supposition presumption \
         suspicion premise hunch surmise presupposition guess",
    ),
    (
        "suppose",
        "expect expected predict predicted anticipate anticipated conjecture conjectured hypothesise hypothesised hypothesize \
         hypothesized postulate postulated posit posited presume presumed surmise surmised speculate speculated suspect suspected \
         suppose supposed presuppose presupposed",
    ),
    (
        "supposed",
        "hypothesised hypothesized postulated supposed presumed conjectured surmised suspected predicted anticipated posited \
         presupposed speculated",
    ),
    (
        "more",
        "more less higher lower larger smaller greater fewer stronger weaker faster slower longer shorter earlier later \
         wider narrower steeper equally",
    ),
    (
        "effects",
        "effect effects association associations relationship relation correlation difference differences interaction \
      improvement improvements increase decrease reduction",
    ),
    // What befalls, if a supposition is right: "should fall", "ought to rise".
    (
        "befall",
        "depress raise lower increase decrease rise fall drop pattern show find see lead differ vary correlate correspond predict \
         outperform exceed improve reduce abolish affect leave produce yield result exhibit display remain persist disappear vanish \
         emerge occur grow shrink respond react prefer choose behave depend converge follow benefit gain lose perform impair \
         facilitate delay slow accelerate enhance cause adopt adjust avoid break spread matter decline weaken strengthen suffer \
         worsen tend resemble coincide cluster scale influence contribute vote",
    ),
    (
        "befallen",
        "@more no observed found visible absent present associated related correlated seen able \
         different similar possible impossible apparent evident detectable unaffected lost restored preserved strongest weakest highest \
         lowest largest smallest concentrated the easier harder sensitive independent \
         attenuated amplified positive negative identical constant unchanged",
    ),
    // What is given of a matter.
    ("account", "overview analysis account examination introduction review assessment survey history description synthesis"),
    // French and Spanish verbs of showing and seeking.
    (
        "montrer",
        "montrer comprendre analyser examiner étudier savoir expliquer saisir déterminer identifier interroger explorer décrire \
         démontrer défendre mettre rendre éclairer contribuer apporter proposer questionner",
    ),
    ("busca", "busca pretende intenta propone aspira procura persigue trata buscaba pretendía quiere pretenden"),
    (
        "busco",
        "buscamos pretendemos intentamos queremos esperamos aspiramos quisiera quisiéramos busco pretendo intento quiero espero \
      intentaré trataré intentaremos procuraremos",
    ),
    (
        "analizar",
        "analizar examinar estudiar determinar delimitar comprender conocer identificar explicar evaluar describir explorar investigar \
         comparar comprobar averiguar establecer mostrar demostrar verificar aclarar valorar reconstruir indagar medir responder",
    ),
    ("analiza", "analiza analizan analizó analizará estudia estudió examinó examinará"),
    ("qué", "si qué cómo cuál cuáles quién quiénes cuándo cuánto hasta en de por"),
    ("ob", "ob wie inwieweit inwiefern warum welche welcher welchen welches weshalb was"),
    // Of others, and of those who are given advice.
    ("advised", "you policymakers clinicians physicians doctors nurses practitioners legislators authorities researchers users"),
    ("label", "h1 h2 h3 h4 h1a h1b h2a h2b h3a h3b"),
    (
        "people",
        "critics some others many scholars historians economists researchers philosophers linguists commentators proponents opponents \
         advocates supporters psychologists sociologists biologists critics ecocritics theorists scientists lawyers",
    ),
    ("confirms", "support supports supported confirm confirms confirmed contradict contradicts refute"),
    ("met", "confirmed supported met rejected borne refuted correct tested falsified wrong"),
    ("often", "often widely commonly sometimes frequently generally usually long"),
    // How a matter, a question or a possibility is.
    ("thorough", "critical detailed new systematic comprehensive brief"),
    ("open", "open natural interesting crucial obvious remaining critical pressing fundamental"),
    ("natural", "natural plausible competing testable simple obvious rival alternative further another"),
    ("idea", "idea proposition possibility notion alternative"),
    // What new means are good for.
    ("mends", "shape reduces improves allows handles"),
    (
        "argues",
        "argues contends claims maintains posits proposes hypothesizes hypothesises suggests advances defends asserts shows \
         demonstrates makes insists submits affirms holds",
    ),
    ("cherche", "cherchons cherche cherchera chercherai chercherons visons souhaitons souhaite tenterai tenterons tente voudrais"),
    ("demande", "demandons demande demandera demanderons demanderai interrogeons interroge"),
    (
        "soutiens",
        "soutiens soutenons soutiendrai soutiendrons défends défendons défendrai défendrons affirme affirmons avancerai avancerons",
    ),
    ("este", "este esta nuestro nuestra el la presente"),
    ("objetivo", "objetivo objetivos propósito finalidad fin meta objeto"),
];
