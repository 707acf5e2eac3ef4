//! The words that give a reference away: months, cities, presses, words for page and volume, given names. A word may be
//! several of these at once; which one is meant is for the place it stands in to say.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

/// What a word may be: a set of the bits below.
pub(super) type Class = u32;

/// Marks an editor: "ed.", "Hg.", "dir.".
pub(super) const ED: Class = 1;
/// Stands between that and the name: "by", "von".
pub(super) const BY: Class = 1 << 1;
/// Begins the volume a chapter is in.
pub(super) const IN: Class = 1 << 2;
/// Volume.
pub(super) const VOL: Class = 1 << 3;
/// Number, issue.
pub(super) const ISSUE: Class = 1 << 4;
/// Page, section, chapter: begins what `locator` reads.
pub(super) const PAGE: Class = 1 << 5;
/// Edition.
pub(super) const EDITION: Class = 1 << 6;
/// When an address was looked at.
pub(super) const ACCESS: Class = 1 << 7;
/// Month.
pub(super) const MONTH: Class = 1 << 8;
/// Season, or another word that stands where a month might.
pub(super) const SEASON: Class = 1 << 9;
/// "and".
pub(super) const AND: Class = 1 << 10;
/// Small words inside a family name.
pub(super) const PARTICLE: Class = 1 << 11;
/// Behind a family name.
pub(super) const SUFFIX: Class = 1 << 12;
/// Presses and words in their names.
pub(super) const PRESS: Class = 1 << 13;
/// Words in names of bodies.
pub(super) const ORG: Class = 1 << 14;
/// Words in names of journals and newspapers.
pub(super) const JOURNAL: Class = 1 << 15;
/// Words in names of places that publish.
pub(super) const CITY: Class = 1 << 16;
/// Thesis.
pub(super) const THESIS: Class = 1 << 17;
/// Given names.
pub(super) const GIVEN: Class = 1 << 18;
/// Words common in titles and rare as names.
pub(super) const TITLE: Class = 1 << 19;
/// Introduces an address; says nothing itself.
pub(super) const NOISE: Class = 1 << 20;
/// Marks a translator.
pub(super) const TRANS: Class = 1 << 21;
/// Points back: "op. cit.", "supra".
pub(super) const BACK: Class = 1 << 22;
/// What a part of a book is often called.
pub(super) const GENRE: Class = 1 << 23;
/// Stands for more authors: "al." behind "et", "others".
pub(super) const OTHERS: Class = 1 << 24;
/// Short for something: a full stop behind it ends nothing.
pub(super) const ABBR: Class = 1 << 25;
/// Words that join others in the name of a body: "of", "for", "the".
pub(super) const JOIN: Class = 1 << 26;
/// No year is given.
pub(super) const UNDATED: Class = 1 << 27;
/// Stands for the author just named: "Ders.", "Idem".
pub(super) const SAME: Class = 1 << 28;
/// A part of "rev. and enl. ed.".
pub(super) const REVISED: Class = 1 << 29;

/// Family names that look like given ones.
pub(super) const FAMILY: Class = 1 << 30;

/// The words by class, folded to small letters without marks.
const GROUPS: &[(Class, &str)] = &[
    (ED | ABBR, "ed eds hg hgg hrsg hgs dir dirs coord coords comp comps red szerk"),
    (
        ED,
        "edited editor editors herausgegeben herausgeber herausgeberin directeur direction compiled compiler cura coordinador \
         editado curato redaktion",
    ),
    (BY, "by von v par por da di de"),
    (IN, "in dans en em inside"),
    (VOL | ABBR, "vol vols bd bde jg jahrg t vo"),
    (VOL, "volume volumes band bande jahrgang tome tomo tom volumen"),
    (ISSUE | ABBR, "no nos nr iss h num fasc n nº"),
    (ISSUE, "number numbers heft issue numero issues"),
    (
        PAGE | ABBR,
        "pp p pgs pg s pags pag pagg para paras sec secs sect ch chap chaps chs ll fol fols col cols fn nn rn rz rdnr abs kap cap \
         anm fig tab pt str c",
    ),
    (
        PAGE,
        "page pages seite seiten section sections chapter chapters paragraph paragraphs line lines folio folios column columns \
         note notes article art at",
    ),
    (EDITION | ABBR, "ed edn aufl"),
    (EDITION, "edition auflage edizione edicion auf"),
    (
        ACCESS,
        "accessed access retrieved viewed visited consulted consulte consultee consultado consultada consultato visitato \
         abgerufen zugriff zugegriffen aufgerufen eingesehen checked acesso geraadpleegd besucht",
    ),
    (
        MONTH,
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sep \
         sept oct nov dec januar janner februar marz mai juni juli oktober dezember janvier fevrier mars avril juin juillet aout \
         septembre octobre novembre decembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre \
         diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre maart mei augustus",
    ),
    (ABBR, "jan feb mar apr jun jul aug sep sept oct nov dec"),
    (SEASON, "spring summer autumn fall winter fruhjahr sommer herbst printemps ete automne hiver michaelmas"),
    (AND, "and und et y e og och en i ve"),
    (
        PARTICLE,
        "mac mc wa van de von der den del della dello di da du la le las los dos das do d ter ten te zu zum zur af av al el ul \
         bin ibn bint abu ben bat st ap vom vander dela degli dei y 't",
    ),
    (SUFFIX | ABBR, "jr sr"),
    (SUFFIX, "ii iii iv junior filho"),
    (
        PRESS,
        "press verlag up prentice-hall addison-wesley springer-verlag publishers publisher publishing publications publication \
         editions ediciones editorial edizioni editore editrice editora books presses verlagsgesellschaft uitgeverij forlag \
         wydawnictwo izdatelstvo kiado puf oup cup routledge springer wiley elsevier sage penguin harpercollins macmillan \
         palgrave norton knopf blackwell ashgate brill suhrkamp gallimard seuil fayard flammarion grasset plon dalloz l'harmattan \
         harmattan karthala einaudi laterza mondadori feltrinelli mulino heinemann longman mcgraw pearson prentice doubleday \
         vintage verso gruyter mohr siebeck metzler reclam nomos rowohlt fischer campus ullstein ferdinand vandenhoeck steiner \
         klostermann winkler clarendon polity kluwer nijhoff rienner praeger greenwood westview houghton mifflin scribner simon \
         schuster putnam faber hutchinson unwin methuen bloomsbury continuum tauris hurst anagrama alianza siglo cengage addison \
         dover aldine beacon zed pluto berghahn lexington rowman littlefield transaction birkhauser harvester edward elgar \
         macmillan's duncker humblot westdeutscher",
    ),
    (PRESS | ABBR, "inc ltd co publ gmbh llc verl pub publs"),
    (
        ORG,
        "university universitat universite universidad universita universiteit universidade univ institute institut instituto \
         istituto ministry ministere ministerium group commission council conseil department departement nations organization \
         organisation organizacion committee comite association associazione verein bank agency office bureau centre center \
         zentrum society societe gesellschaft academy akademie academie foundation stiftung fondation federation parliament \
         bundestag assembly government administration service services board fund unicef who imf nato osce unesco undp unhcr un \
         eu rand oecd ilo fao wto cia icg hrw amnesty watch network program programme project secretariat authority corporation \
         company team league chamber directorate division embassy conference union college school faculty library observatory \
         initiative forum alliance hospital consortium taskforce laboratory bundesamt bundesministerium statistisches \
         general-secretary treasury comm associacao ministerio fundacao secretaria instituicao conselho union-association weavers guild \
         museum museums trust corps constabulary",
    ),
    (ORG | ABBR, "dept assn assoc inst u"),
    (
        JOURNAL,
        "journal review quarterly studies zeitschrift revue revista rivista bulletin annals annales proceedings transactions \
         times archiv archives archivio jahrbuch jahrbucher magazine newspaper post guardian herald tribune gazette letters \
         survey affairs yearbook annual annuaire cahiers acta newsletter digest economist monthly weekly daily mitteilungen \
         beitrage blatter hefte forum zeitung telegraph independent monde figaro spiegel zeit express mail globe chronicle \
         mercury observer sun nytimes wikipedia britannica encyclopaedia arxiv preprint preprints biorxiv ssrn wsj reuters bbc \
         cnn interfax tass nature science lancet plos jama critique perspectives dialogue politique quaderni tijdschrift anzeiger \
         historica economica econometrica daedalus notebooks papers echo argus advertiser courier intelligencer examiner dispatch \
         sentinel",
    ),
    (JOURNAL | ABBR, "rev l lj j q proc trans int ann bull hist am soc sci"),
    (
        CITY,
        "london york cambridge oxford paris berlin munchen munich frankfurt leipzig wien vienna zurich basel bern tubingen \
         gottingen stuttgart koln cologne hamburg bonn heidelberg darmstadt wiesbaden opladen munster bielefeld freiburg mainz \
         weimar jena halle dresden chicago boston philadelphia princeton haven ithaca berkeley angeles francisco stanford durham \
         baltimore washington minneapolis arbor bloomington urbana austin madison lincoln lanham boulder westport armonk oaks \
         cliffs hoboken englewood reading hillsdale norwood totowa medford knoxville athens atlanta houston dallas seattle \
         toronto montreal vancouver ottawa kingston edinburgh glasgow manchester liverpool leeds bristol cardiff dublin belfast \
         aldershot cheltenham basingstoke houndmills farnham harmondsworth abingdon milton leicester sheffield exeter nottingham \
         brighton dordrecht amsterdam leiden hague rotterdam utrecht antwerp antwerpen brussels bruxelles brussel louvain leuven \
         geneva geneve lausanne lyon marseille grenoble toulouse bordeaux rennes strasbourg lille roma rome milano milan torino \
         turin firenze florence bologna napoli naples venezia venice padova bari palermo madrid barcelona sevilla valencia \
         salamanca lisboa lisbon porto coimbra mexico buenos aires bogota lima santiago caracas quito habana paulo janeiro rio \
         moscow moskva moskau petersburg leningrad kiev kyiv warsaw warszawa krakow prague praha budapest bucharest sofia \
         belgrade beograd zagreb ljubljana stockholm uppsala lund goteborg oslo bergen copenhagen kobenhavn aarhus odense \
         helsinki tallinn riga vilnius dushanbe tashkent almaty bishkek osh ashgabat baku tbilisi yerevan istanbul ankara tehran \
         kabul islamabad lahore karachi delhi bombay mumbai calcutta kolkata madras bangalore dhaka colombo kathmandu beijing \
         peking shanghai kong tokyo kyoto osaka seoul taipei singapore jakarta manila bangkok hanoi rangoon sydney melbourne \
         canberra brisbane perth adelaide auckland wellington cairo beirut damascus baghdad jerusalem aviv amman riyadh dubai \
         doha tunis algiers rabat casablanca dakar abidjan accra lagos ibadan nairobi kampala johannesburg pretoria harare addis \
         ababa khartoum usa uk england scotland ireland louis austria switzerland sweden norway denmark finland belgium portugal \
         greece poland hungary romania bulgaria ukraine turkey israel egypt brazil argentina chile zealand minnesota iowa ohio \
         michigan texas florida georgia wisconsin indiana oregon colorado arizona utah nevada alabama tennessee kentucky missouri \
         kansas nebraska louisiana hawaii ontario quebec москва ленинград петербург киев germany france italy spain netherlands \
         russia canada india china japan australia tajikistan mass conn calif md pa nj ny ca ma il ct dc tx va wa nc oh mi mn co \
         jersey massachusetts connecticut california virginia maryland pennsylvania illinois glencoe dame tunbridge wells hants \
         surrey devon norfolk sussex middlesex hampshire providence nashville rouge evanston pittsburgh newark cleveland columbus \
         detroit raleigh chapel hill bethesda arlington alexandria gainesville tucson albuquerque reno denver portland honolulu \
         innsbruck salzburg graz linz trier marburg giessen wurzburg erlangen nurnberg augsburg regensburg konstanz karlsruhe \
         mannheim dusseldorf essen dortmund bochum hannover braunschweig bremen kiel rostock potsdam aachen saarbrucken paderborn \
         osnabruck",
    ),
    (
        THESIS,
        "phd dissertation thesis msc mphil dphil habilitation these doctorat tesi tesis memoire masterarbeit diplomarbeit \
         magisterarbeit doctoral master's masters dissertacao tese mestrado doutorado",
    ),
    (THESIS | ABBR, "diss ph habil"),
    (
        NOISE,
        "available online url doi isbn issn web internet verfugbar disponible disponibile html pdf print website last letzter \
         zuletzt ebook kindle dvd cd-rom linea ligne lien onli retrieved",
    ),
    (TRANS | ABBR, "trans transl ubers trad"),
    (TRANS, "translated translator translators ubersetzt traduit traduccion traduction tradotto"),
    (BACK | ABBR, "op cit loc supra infra o aao ibid ebd art.cit"),
    (BACK, "ouvr cite hereinafter"),
    (
        GENRE,
        "introduction preface foreword afterword conclusion conclusions editorial profiles profile chronology glossary appendix \
         epilogue prologue einleitung vorwort nachwort einfuhrung avant-propos introduzione prefazione premessa introduccion \
         prologo obituary review rezension",
    ),
    (OTHERS, "al alii others a andere autres otros altri"),
    (
        ABBR,
        "st dr mr mrs ms prof vs v cf chr th hon sen rep col gen lt maj rev univ assn dep dept bros mt ft gov sgt capt adm int \
         nat'l int'l am soc conf symp eng comput phys chem biol med res sci psychol econ polit q intl natl proc harv yale stan \
         mich va tex calif cal supp cir ct app div stat cong sess doc reg fed cong. ser repr hrsg aka corp dist comm sch cty mun ry ins mfg nat acad appl math mech theor \
         geophys physiol biochem clin environ geogr philos sociol abh beitr ges wiss jahrb zs zschr",
    ),
    (JOIN, "of for on the a an to in at des fur de la et und and der do del"),
    (UNDATED, "forthcoming press appear nd sd oj undated imminent"),
    (SAME, "ders dies idem eadem id dens"),
    (SAME | ABBR, "ders dies"),
    (
        REVISED | ABBR,
        "rev enl uberarb erw durchges durchgeseh verm korr aktual aktualis verb exp corr aug neubearb erg unverand vollst akt bearb",
    ),
    (
        REVISED,
        "revised enlarged expanded updated uberarbeitete erweiterte corrected reprint paperback neue new first second third \
         fourth fifth sixth seventh eighth ninth tenth international student",
    ),
    (
        TITLE,
        "the a an of on in and war wars peace history politics law theory power state states world social political economic \
         economy military security conflict conflicts mediation negotiation negotiations agreement treaty crisis report reports \
         introduction study studies handbook guide encyclopedia dictionary principles foundations essays essay case cases problem \
         problems question new modern contemporary russian soviet american british german french european english asian african \
         chinese japanese indian islamic christian jewish roman greek ancient medieval how why what when where who from toward \
         towards beyond between after before against under over making understanding rethinking culture society nation nations \
         nationalism democracy revolution civil rights human foreign policy relations international global national central east \
         west eastern western north south northern southern art language literature philosophy science sciences religion women \
         men gender race class work working life death city cities urban rural labor labour trade industry development education \
         health environment memory identity ethics justice violence terrorism empire imperial colonial postcolonial capitalism \
         socialism communism liberalism method methods methodology research analysis approaches perspectives process processes \
         strategy strategies model models system systems structure structures critique reader der die das le la les el il lo los \
         zur zum uber vom krieg geschichte theorie politik recht staat gesellschaft kultur histoire guerre paix politique droit \
         storia guerra historia interview letter minutes memorandum resolution statement speech press peacekeeping peacebuilding \
         annual documents collected selected writings works profiles statistical survey chronology constitution act code \
         convention data digital deep learning neural machine network networks using random statistics effects effect role impact \
         evidence",
    ),
    (TITLE, "ibid ibidem ebd supra"),
    (
        GIVEN,
        "aaron abdul abraham adam adrian agnes ahmad ahmed alain alan albert alberto alejandro aleksandr alessandro alex \
         alexander alexandre alfred ali alice alison allan allen amanda amartya amy ana andre andrea andreas andrei andrej andrew \
         andrey angela angus anita ann anna anne annette anthony antoine anton antonio antony arjun arnold arthur ashley astrid \
         august barbara barry beatrice ben benedict benjamin bernard bernd bertrand beth bill bob boris brenda brian bridget \
         bruce bruno camille carl carla carlo carlos carol caroline catherine cecilia charles charlotte chester chris christian \
         christina christine christoph christopher claire clara claude claudia claus cliff clifford colin connie craig cynthia \
         daniel daniela daniele david dawn deborah denis dennis derek diana diane dieter dietrich dirk dmitri dmitry dominique \
         donald donna doris dorothy douglas duncan edith edmund eduard eduardo edward edwin eileen elena eleanor elisabeth \
         elizabeth ellen emily emma enrico eric erich erik erika ernest ernst erving esther ethan eugene eva evan evelyn fatima \
         federico felix fernando fiona florian frances francesca francesco francis francisco francois frank frantz franz fred \
         frederic frederick friedrich fritz gabriel gareth gary gaston geoffrey georg george georges gerald gerard gerhard \
         gertrude giacomo gilbert gilles giorgio giovanni giuseppe gordon graham greg gregory greta guido gunter gunther gustav \
         guy hanna hannah hans harold harriet harry hassan heather hector heidi heinrich heinz helen helene helga helmut henri \
         henrik henry herbert herman hermann hilary hiroshi homi howard hugh hugo ian ignacio igor ilse immanuel ingrid irene \
         irina iris isaac isabel isabelle ivan jack jackie jacob jacqueline jacques jakob james jan jane janet janice jason jay \
         jean jeff jeffrey jennifer jeremy jerome jerry jesse jessica jill jim joan joanna joachim jochen joe joel johan johann \
         johannes john jon jonas jonathan jorg jorge jose josef joseph joshua joyce juan judith judy julia julian julie juliet \
         jurgen justin kai kamoluddin karen karin karl karla kate katharina katherine kathleen kathryn katrin keith ken kenneth \
         kevin kim klaus konrad kristina kurt lars laura laurence lawrence lea leo leon leonard leslie lewis lillian linda lisa \
         lori lothar louis louise lucia lucien luis luke lynn madeleine malcolm manfred manuel marc marcel marco marcus margaret \
         maria mariana marie marilyn mario marion mark markus marlene martha martin martina marvin mary mathias matthew matthias \
         maurice max maximilian megan melanie melissa michael michel michele michelle miguel mikhail miriam mohamed mohammad \
         mohammed molly monica monika muhammad nadia nina tomas nancy naomi natalie natasha nathan neil nelson niall nicholas \
         nicola nicolas nicole niklas nigel nikolai noam noel nora norbert norman olga oliver olivier omar oscar otto pablo \
         pamela paolo patricia patrick paul paula pauline pedro peggy penelope percy peter petra philip philippe phillip pierre \
         pieter pietro quentin rachel rafael rainer ralf ralph ramon raphael raul ray raymond rebecca reinhard reinhart renate \
         rene ricardo richard rita robert roberto robin roger roland rolf ronald rosa rosalind rose ross roy rudolf rudolph \
         rupert russell ruth ryan sabine sally salvatore sam samantha samuel sandra sara sarah scott sean sebastian serge sergei \
         sergey shane shannon sharon sheila shirin shirley sidney sigmund silvia simon simone sofia sonia sophie stanley stefan \
         stefano stella stephan stephanie stephen steve steven stewart stuart susan susanne svetlana sven sylvia takashi tamara \
         tariq ted teresa terry theda theodor theodore theresa thomas tim timothy tina tobias todd tom tony tracy trevor ulrich \
         ulrike umberto ursula ute valerie vanessa vera veronica victor victoria vincent viktor virginia vivian vladimir volker \
         walter warren wendy werner wilhelm will willem william wolf wolfgang xavier yasmin yves yuri yvonne zoe dov jeanne \
         michal piotr luigi marta stathis aristotle niccolo florence sydney wendell delia beatrix violet ivy winifred mabel hazel \
         ellis jasper desmond nina imogen",
    ),
    (
        FAMILY,
        "nelson thomas james martin lewis scott ross russell stewart stuart allen graham gordon howard henry george paul simon \
         francis lawrence leonard alexander arnold bruce craig clifford douglas duncan frank gilbert gregory herbert keith louis \
         lynn neil norman oliver patrick ray raymond roy ryan shannon shirley stanley stephen terry todd vincent walter warren \
         wolf claude charles philip philips adam dean dennis jerome hugh hilary anthony bernard bertrand harold robin carl edmund \
         ernst friedrich otto werner hermann franz hugo hartmann max noel elgar gerard oscar kim kai jay joan",
    ),
];

/// Words by their classes.
pub(super) type Table = HashMap<&'static str, Class, BuildHasherDefault<Mix>>;

/// Hashes short words fast. The keys are those above, so nobody can choose them to collide.
#[derive(Default)]
pub(super) struct Mix(u64);

impl Hasher for Mix {
    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }

    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let word = chunk.iter().fold(0_u64, |word, &byte| (word << 8) | u64::from(byte));
            self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        }
    }

    fn write_u8(&mut self, _: u8) {}
}

/// The words with all their classes.
static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for &(class, words) in GROUPS {
        for word in words.split(' ') {
            *table.entry(word).or_insert(0) |= class;
        }
    }
    table
});

/// The table, to look words up in one after the other.
pub(super) fn table() -> &'static Table {
    &TABLE
}

/// The classes of a word that is folded already.
pub(super) fn class(table: &Table, folded: &str) -> Class {
    if folded.len() > 20 { 0 } else { table.get(folded).copied().unwrap_or(0) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citation::fields::keys::fold_into;

    #[test]
    fn words_are_folded() {
        for (_, words) in GROUPS {
            for word in words.split(' ') {
                let mut folded = String::new();
                word.chars().for_each(|c| fold_into(c, &mut folded));
                assert_eq!(word, folded);
                assert!(!word.is_empty() && word.len() <= 20, "{word:?} in {words}");
            }
        }
    }
}
