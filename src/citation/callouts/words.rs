//! The small words that tell a name from a place, a work from an event, a signal from an author. In small
//! letters; sorted, to be read and mended.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

type Words = LazyLock<HashSet<&'static str>>;

/// What stands for a year. Longer ones before those they begin with.
pub(super) const UNDATED: &[&str] = &[
    "n.d.",
    "n. d.",
    "n.d",
    "nd",
    "no date",
    "in press",
    "in preparation",
    "in prep.",
    "in prep",
    "im Druck",
    "im Erscheinen",
    "i.E.",
    "i. E.",
    "in stampa",
    "in corso di stampa",
    "forthcoming",
    "o.J.",
    "o. J.",
    "s.f.",
    "s. f.",
    "s.d.",
    "s. d.",
    "s.a.",
    "sous presse",
    "undated",
    "under review",
    "à paraître",
    "accepted",
    "submitted",
    "en prensa",
    "en prep.",
    "working paper",
];

/// Words before the number of a volume.
pub(super) const VOLUME: &str = "band bd t tome tomo vol vols volume volumen";

static AND: Words = LazyLock::new(|| "and e en et och og oraz und ve y".split(' ').collect());

/// What follows "and" or "et" where authors are left out.
static OTHERS: Words = LazyLock::new(|| {
    "al al's alii altri andere ark associates autres co-workers col colaboradores coll collaborateurs collaborators \
    colleagues cols coworkers mitarb mitarbeiter others otros outros team"
        .split(' ')
        .collect()
});

/// Small words inside family names.
static PARTICLES: Words = LazyLock::new(|| {
    "af al am av ben bin da dal das de degli dei del della dello den der des di do dos du el ibn la las le les lo los op st \
    te ten ter ul und ur van vom von vor y zu zum zur"
        .split(' ')
        .collect()
});

/// Small words inside the names of organisations.
static CONNECTORS: Words = LazyLock::new(|| "da de del der des di do du for für la les of on para per pour the".split(' ').collect());

/// Words that make a run of capitals an organisation.
static BODIES: Words = LazyLock::new(|| {
    "academy administration agency alliance amt assembly associates association authority bank banque board bundesamt \
    bundesministerium bureau cabinet center centre centro chamber coalition college comisión commission committee company \
    confederation conseil consortium consulting cooperation corporation council department development federation forum \
    foundation fund fédération government group herald institut institute institution instituto international journal league \
    magazine ministerio ministry ministère monitor nations network news observatory office organisation organización \
    organization parliament partnership party post program programme project republic reserve secretariat senate service \
    services society survey team times treasury tribune union universidad university universität université watch"
        .split(' ')
        .collect()
});

/// Words with which a sentence can begin before a name, and others that are never an author.
static STOP: Words = LazyLock::new(|| {
    "a according accordingly actually additionally after afterwards again against ainda ainsi all als also alternatively \
    although além among an anche and another any apud as assim así at auch auf aunque aus aussi authors avec because \
    before bei beim bereits besides between beyond both building but by car cependant cf chez citing come comme como \
    compare con conforme consequently contra contrairement contrary conversely correspondingly cuando current currently \
    dabei dagegen dans das dass dazu dem demnach den depuis der des desde despite die do does donc dr dunque during e each \
    earlier ebenso ein eine elle embora en enfin entre entretanto es especially essentially et even eventually every \
    except extending ferner finally first firstly following for from further furthermore für gegen gemäß generally given \
    great hacia he hence her here hier hingegen his historically how however i ibid ibidem if il im importantly in indeed \
    infatti initially insbesondere instead interestingly is it its jedoch já lastly lately later latest laut les like \
    likewise mais many meanwhile mientras mit more moreover most mr mrs ms my nach namely near nel nella nevertheless no \
    nonetheless nor not notably now ob obwohl on once one only or originally other ou our over overall par para per perché \
    perhaps pero però pois por porém pour pourtant previously prof professor puis qtd quant quindi quoting rather recently \
    referring responding scholars schon second secondly secondo see segundo según seit selon several she si siehe \
    similarly sin since so some sowie specifically still subsequently such sur tal também thanks that the their then there \
    therefore these they third thirdly this those though through thus to todavia today together too toutefois towards tras \
    ultimately un una und under une unless unlike until upon using ver vgl via vide voir vor véase was we wenn were what \
    when where whereas whether which while whilst who why wie with within without während yet zu zudem ähnlich"
        .split(' ')
        .collect()
});

/// Words for parts of the text, months and seasons, laws, events and places: a year behind one is seldom a citation.
static SUSPECT: Words = LazyLock::new(|| {
    "abb abbildung accord accords act africa agreement amsterdam anhang annex appendix april argentina article asia athens \
    august australia austria autumn barcelona battle beijing belgium berlin bill book boston box brazil brexit britain \
    brussels cairo california canada case chapter charter chicago chile china civil code cohort column conference congress \
    constitution convention copenhagen coup crisis cuba december declaration decree delhi denmark dezember diagram directive \
    dublin earthquake edition egypt election elections england equation europe example experiment fall februar february fig \
    figs figure figures film finland florence france frankfurt frühjahr geneva germany greece hamburg helsinki holocaust \
    hungary hypothesis independence india iran iraq ireland israel istanbul italy januar january japan juli july june juni \
    kapitel karte kenya kyoto law legislation level lisbon london los maastricht madrid mai map march may melbourne mexico \
    milan model montreal moscow munich mär märz nairobi netherlands norway note november october oktober olympics order oslo \
    ottawa pakistan panel paris part phase philadelphia plan plate poland portugal prague protocol question reform \
    regulation regulations resolution revolution rio rome russia sample scotland section seoul september series session \
    spain spring stage statute step stockholm study summer summit sweden switzerland sydney tab tabelle table tables time \
    tokyo toronto treaty turkey uk ukraine us usa ussr version vienna vietnam volume wales war warsaw washington wave \
    windows winter world year york zurich zürich"
        .split(' ')
        .collect()
});

static MONTHS: Words = LazyLock::new(|| {
    "abril agosto août apr april aug august autumn avril dec december dezember diciembre décembre enero fall feb febrero \
    februar februari february février jan januar january janvier juillet juin jul juli julio july jun june juni junio maart \
    mai mar march mars marzo may mayo märz nov november novembre noviembre oct october octobre octubre okt oktober sep sept \
    september septembre septiembre spring summer winter"
        .split(' ')
        .collect()
});

/// What publishers are called.
static PUBLISHERS: Words = LazyLock::new(|| {
    "books edition editions editorial edizioni press presses publisher publishers publishing routledge sage springer verlag \
    wiley"
        .split(' ')
        .collect()
});

/// Given names common enough to be told from the first half of a family name.
static GIVEN: Words = LazyLock::new(|| {
    "adam alan albert alexander alfred alice amartya amy andrea andreas andrew angela ann anna anne anthony antonio arthur \
    barbara ben benjamin bernard brian bruno carl carlos carol caroline catherine charles chris christian christine \
    christopher claire claude clifford daniel david deborah dennis diane donald donna dorothy douglas edward elizabeth emily \
    emma eric erik ernst eva francis frank franz françois fred frederick friedrich gary geoffrey george gerald gilles \
    giovanni graham gregory hannah hans harold heinrich helen henri henry herbert howard hugh ian immanuel jack jacques \
    james jan jane janet jason jean jeffrey jennifer jeremy jessica jim joan joe johan johann john jonathan joseph joshua \
    josé juan judith julia julie jürgen karen karl katherine kathleen keith kenneth kevin klaus larry laura lawrence linda \
    lisa louis lucy ludwig luis manuel marc margaret maria marie mark marshall martha martin mary matthew max michael michel \
    nancy nicholas niklas noam oliver otto pamela patricia patrick paul peter philip pierre rachel ralph raymond rebecca \
    richard robert roger roland ronald ruth samuel sandra sara sarah scott sean sigmund simon stefan stephen steven stuart \
    susan terry theodor thomas timothy tom tony ulrich victor virginia walter wendy werner wilhelm william wolfgang"
        .split(' ')
        .collect()
});

/// Beginnings of verbs with which one reports what an author says.
static REPORTS: LazyLock<HashMap<u8, Vec<&'static str>>> = LazyLock::new(|| {
    let mut by_letter: HashMap<u8, Vec<&'static str>> = HashMap::new();
    let stems = "acknowledg add address affirm afirm agree analy appl argu argument assert assum attribut believ betont call caution \
    challeng claim classif coin compar conceptuali conclud conduct confirm consider contend contrast criticis criticiz \
    critiqu declar defin definier demonstrat describ develop differentiat discuss distinguish document draw drew elaborat \
    emphasi establish estimat evaluat examin expan explain explor extend find focus found further gave give has have \
    highlight hypothes identif illustrat indicat insist introduc investigat maintain measur mention model montr note noting \
    observ offer point posit postulat present propos provid question quot reason recogni recommend refer reject remark \
    remind report reveal review said saw say schreib see sees señal show sostien soutien speak specif spoke state stating \
    stress studied studies suggest summari support survey term test theori think thought trace turn underlin underscor use \
    view warn who whose write writing wrote zeig";
    for stem in stems.split(' ') {
        by_letter.entry(stem.bytes().next().unwrap_or(0)).or_default().push(stem);
    }
    by_letter
});

/// Words before a name that say that something of it is cited.
static CUES: Words = LazyLock::new(|| {
    "and as bei both by cf following laut like nach par por see según selon siehe to vgl whereas while with zufolge".split(' ').collect()
});

/// Names that stand for the author just named.
static SAME: Words = LazyLock::new(|| "ders dies dieselbe derselbe eadem id idem ídem íd".split(' ').collect());

/// The one before, in the languages of scholars.
static IBID: Words = LazyLock::new(|| "aao ebd ebda ebenda ib ibid ibidem ibíd id idem ídem".split(' ').collect());

/// Words before a colon that do not make what follows a publisher.
static SOURCES: Words = LazyLock::new(|| {
    "adapted after by cf e.g from fuente nach quelle quellen reference references see source sources vgl".split(' ').collect()
});

/// Words before a place or a month.
static WHEREABOUTS: Words =
    LazyLock::new(|| "across after at before during for from in of outside since throughout until within".split(' ').collect());

/// Words before the title of a work of art.
static ARTS: Words = LazyLock::new(|| {
    "album ballet biography cartoon classic comedy documentary drama essay film game magazine movie musical novel opera painting play poem roman series \
    show song story thriller"
        .split(' ')
        .collect()
});

/// Words that make of a name and a date something that no list has.
static TALK: Words = LazyLock::new(|| {
    "comm communication communications conversation correspondence e-mail email fieldnotes gespräch interview interviews \
    mitteilung"
        .split(' ')
        .collect()
});

fn is_in(list: &Words, word: &str) -> bool {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) { list.contains(word) } else { list.contains(word.to_lowercase().as_str()) }
}

macro_rules! tell {
    ($($(#[$doc:meta])* $name:ident: $list:ident;)*) => {
        $($(#[$doc])* pub(super) fn $name(word: &str) -> bool {
            is_in(&$list, word.strip_suffix("'s").unwrap_or(word).trim_end_matches('.'))
        })*
    };
}

tell! {
    /// "and", and what other languages say for it.
    is_and: AND;
    /// Whether it can stand for the authors left out, after "and" or "et".
    is_others: OTHERS;
    /// "van", "de la": parts of names in small letters.
    is_particle: PARTICLES;
    /// "of", "for": parts of the names of bodies.
    is_connector: CONNECTORS;
    /// "Ministry", "Institute".
    is_body: BODIES;
    /// "However", "The".
    is_stop: STOP;
    /// "Figure", "Treaty", "Paris".
    is_suspect: SUSPECT;
    /// "March", "Spring".
    is_month: MONTHS;
    /// "Press", "Verlag".
    is_publisher: PUBLISHERS;
    /// "John".
    is_given: GIVEN;
    /// "according to", "by".
    is_cue: CUES;
    /// "ibid", "ebd".
    is_ibid: IBID;
    /// "ders.", "idem": the author just named.
    is_same: SAME;
    /// "Source", "Quelle".
    is_source: SOURCES;
    /// "in", "from".
    is_whereabouts: WHEREABOUTS;
    /// "film", "novel".
    is_art: ARTS;
    /// "personal communication".
    is_talk: TALK;
}

/// Whether this word reports what an author says.
pub(super) fn reports(word: &str) -> bool {
    word.bytes().next().and_then(|letter| REPORTS.get(&letter)).is_some_and(|stems| stems.iter().any(|stem| word.starts_with(stem)))
}

/// "ed.", "Hrsg.": roles in brackets behind a name.
pub(super) fn is_role(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.').to_lowercase().as_str(),
        "ed" | "eds" | "hrsg" | "hg" | "hgg" | "dir" | "coord" | "coords" | "org" | "orgs" | "editor" | "editors" | "trans"
    )
}

/// Whether `text` begins with "and" or "&" as a word.
pub(super) fn starts_with_and(text: &str) -> bool {
    let word = text.split(|c: char| !c.is_alphabetic()).next().unwrap_or("");
    text.starts_with('&') || is_and(word)
}

/// Words that can follow a year within a citation.
pub(super) fn follows(word: &str) -> bool {
    matches!(
        word,
        "p" | "pp"
            | "s"
            | "in"
            | "as"
            | "cited"
            | "quoted"
            | "for"
            | "ch"
            | "chap"
            | "chapter"
            | "emphasis"
            | "my"
            | "see"
            | "cit"
            | "apud"
            | "zit"
            | "zitiert"
            | "nach"
            | "vgl"
            | "citado"
            | "cité"
            | "vs"
            | "who"
            | "on"
            | "but"
            | "or"
            | "a"
            | "b"
            | "c"
    )
}
