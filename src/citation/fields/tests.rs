//! References as they are written, with what a librarian reads in them.

use super::*;

mod bodies;
mod law;
mod lists;
mod slips;

/// The fields by their short names, in the order in which cases give them.
fn shown(fields: &Fields) -> Vec<(&'static str, String)> {
    let names = |names: &[super::super::Name]| {
        let shown: Vec<String> = names
            .iter()
            .map(|name| if name.given.is_empty() { name.family.clone() } else { format!("{}, {}", name.family, name.given) })
            .collect();
        shown.join("; ")
    };
    let text = |field: &Option<Field>| field.as_ref().map_or(String::new(), |field| field.text.clone());
    vec![
        ("au", names(&fields.authors)),
        ("ed", names(&fields.editors)),
        ("ti", text(&fields.title)),
        ("co", text(&fields.container)),
        ("pl", text(&fields.place)),
        ("pu", text(&fields.publisher)),
        ("yr", text(&fields.year)),
        ("vo", text(&fields.volume)),
        ("is", text(&fields.issue)),
        ("edn", text(&fields.edition)),
        ("pp", text(&fields.pages)),
        ("url", text(&fields.url)),
        ("ac", text(&fields.accessed)),
        ("lo", text(&fields.locator)),
    ]
}

/// What a reference says that differs from `expected`, as "field: read, not expected".
fn differences(kind: Kind, text: &str, expected: &str) -> (Vec<String>, usize) {
    let fields = parse(text, kind);
    spans_fit(text, &fields);
    let wanted: Vec<(&str, &str)> = expected.split(" | ").filter_map(|field| field.trim().split_once(' ')).collect();
    let mut out = Vec::new();
    let mut count = 0;
    for (name, value) in shown(&fields) {
        let want = wanted.iter().find(|(other, _)| *other == name).map_or("", |(_, value)| value);
        count += usize::from(!want.is_empty() || !value.is_empty());
        if want != value {
            out.push(format!("{name}: {value:?}, not {want:?}"));
        }
    }
    (out, count)
}

/// Every field is where it says it is.
#[track_caller]
fn spans_fit(text: &str, fields: &Fields) {
    let all = [
        &fields.title,
        &fields.container,
        &fields.place,
        &fields.publisher,
        &fields.year,
        &fields.volume,
        &fields.issue,
        &fields.edition,
        &fields.accessed,
    ];
    for field in all.into_iter().flatten() {
        assert_eq!(text.get(field.span.range()), Some(field.text.as_str()), "{text}");
    }
    // Line ends may cut an address, and a range of pages.
    let joined = |words: &str| words.split_whitespace().collect::<String>();
    for field in [&fields.url, &fields.pages, &fields.locator].into_iter().flatten() {
        assert_eq!(joined(text.get(field.span.range()).unwrap()), joined(&field.text), "{text}");
    }
    for name in fields.authors.iter().chain(&fields.editors) {
        let words = text.get(name.span.range()).unwrap();
        assert!(words.contains(&name.family) && words.contains(&name.given), "{text}");
    }
}

/// Cases: a line with "N" or "E" and the reference, then a line with "=" and its fields.
#[track_caller]
fn check(cases: &str) {
    let (mut wrong, mut count, mut all) = (String::new(), 0, 0);
    let mut lines = cases.lines().filter(|line| !line.trim().is_empty());
    let mut by_field: std::collections::BTreeMap<String, usize> = std::collections::BTreeMap::new();
    while let (Some(reference), Some(expected)) = (lines.next(), lines.next()) {
        let (kind, text) = reference.split_once(' ').unwrap();
        let kind = if kind == "N" { Kind::Note } else { Kind::Entry };
        let (found, fields) = differences(kind, text, expected.strip_prefix('=').unwrap());
        all += fields;
        count += found.len();
        if !found.is_empty() {
            wrong.push_str(&format!("{reference}\n    {}\n", found.join("\n    ")));
        }
        for one in found {
            *by_field.entry(one.split(':').next().unwrap().to_owned()).or_default() += 1;
        }
    }
    assert!(wrong.is_empty(), "{count} of {all} fields wrong {by_field:?}\n{wrong}");
}

#[test]
fn notes_chicago() {
    check(
        r#"
N Dov Lynch, Russian Peacekeeping Strategies in the CIS: Cases of Moldova, Georgia and Tajikistan (New York: St. Martin's Press, 2000), 150.
= au Lynch, Dov | ti Russian Peacekeeping Strategies in the CIS: Cases of Moldova, Georgia and Tajikistan | pl New York | pu St. Martin's Press | yr 2000 | lo 150
N Shirin Akiner & Catherine Barnes, "The Tajik Civil War," in Accord: Politics, ed. K. Abdullaev and C. Barnes (London: CR, 2001), 16-23.
= au Akiner, Shirin; Barnes, Catherine | ed Abdullaev, K.; Barnes, C. | ti The Tajik Civil War | co Accord: Politics | pl London | pu CR | yr 2001 | lo 16-23
N Anthony Richter, "Springtime", World Policy Journal 11, no. 2 (1994): 86, accessed October 15, 2014, http://www.jstor.org/stable/40209361.
= au Richter, Anthony | ti Springtime | co World Policy Journal | vo 11 | is 2 | yr 1994 | lo 86 | ac October 15, 2014 | url http://www.jstor.org/stable/40209361
N Charles Tilly, Coercion, Capital, and European States, AD 990–1992 (Cambridge, MA: Blackwell, 1992), 12–14.
= au Tilly, Charles | ti Coercion, Capital, and European States, AD 990–1992 | pl Cambridge, MA | pu Blackwell | yr 1992 | lo 12–14
N John J. Mearsheimer and Stephen M. Walt, "Leaving Theory Behind," European Journal of International Relations 19, no. 3 (2013): 427–57.
= au Mearsheimer, John J.; Walt, Stephen M. | ti Leaving Theory Behind | co European Journal of International Relations | vo 19 | is 3 | yr 2013 | lo 427–57
N Hannah Arendt, The Human Condition, 2nd ed. (Chicago: University of Chicago Press, 1998), 7.
= au Arendt, Hannah | ti The Human Condition | edn 2nd | pl Chicago | pu University of Chicago Press | yr 1998 | lo 7
N Lynch, Russian Peacekeeping, 150.
= au Lynch | ti Russian Peacekeeping | lo 150
N Akiner and Barnes, "Tajik Civil War," 2001.
= au Akiner; Barnes | ti Tajik Civil War | yr 2001
N Smith, War, p. 12
= au Smith | ti War | lo 12
N SMITH 1999, 12
= au SMITH | yr 1999 | lo 12
N Smith, op. cit., p. 4
= au Smith | lo 4
N Mearsheimer and Walt, “Leaving Theory Behind,” 430.
= au Mearsheimer; Walt | ti Leaving Theory Behind | lo 430
N Gayatri Chakravorty Spivak, "Can the Subaltern Speak?" in Marxism and the Interpretation of Culture, ed. Cary Nelson and Lawrence Grossberg (Urbana: University of Illinois Press, 1988), 271.
= au Spivak, Gayatri Chakravorty | ed Nelson, Cary; Grossberg, Lawrence | ti Can the Subaltern Speak? | co Marxism and the Interpretation of Culture | pl Urbana | pu University of Illinois Press | yr 1988 | lo 271
N Quentin Skinner, "Meaning and Understanding in the History of Ideas," History and Theory 8 (1969): 3–53, at 7.
= au Skinner, Quentin | ti Meaning and Understanding in the History of Ideas | co History and Theory | vo 8 | yr 1969 | pp 3–53 | lo 7
N E. P. Thompson, The Making of the English Working Class (London: Victor Gollancz, 1963), 9-10.
= au Thompson, E. P. | ti The Making of the English Working Class | pl London | pu Victor Gollancz | yr 1963 | lo 9-10
N Simone de Beauvoir, The Second Sex, trans. H. M. Parshley (New York: Vintage, 1989), 267.
= au de Beauvoir, Simone | ti The Second Sex | pl New York | pu Vintage | yr 1989 | lo 267
N Barry Buzan, Ole Wæver, and Jaap de Wilde, Security: A New Framework for Analysis (Boulder, CO: Lynne Rienner, 1998), 23–24.
= au Buzan, Barry; Wæver, Ole; de Wilde, Jaap | ti Security: A New Framework for Analysis | pl Boulder, CO | pu Lynne Rienner | yr 1998 | lo 23–24
N Michael Pollan, "The Vegetable-Industrial Complex," New York Times Magazine, October 15, 2006, 17.
= au Pollan, Michael | ti The Vegetable-Industrial Complex | co New York Times Magazine | yr 2006 | lo 17
N Mihwa Choi, "Contesting Imaginaires in Death Rituals during the Northern Song Dynasty" (PhD diss., University of Chicago, 2008), 45.
= au Choi, Mihwa | ti Contesting Imaginaires in Death Rituals during the Northern Song Dynasty | pu University of Chicago | yr 2008 | lo 45
N "Tajikistan Peace Deal Signed," BBC News, June 27, 1997, http://news.bbc.co.uk/2/hi/35789.stm (accessed May 3, 2010).
= ti Tajikistan Peace Deal Signed | co BBC News | yr 1997 | url http://news.bbc.co.uk/2/hi/35789.stm | ac May 3, 2010
N Human Rights Watch, Tajikistan: Tajik Refugees in Northern Afghanistan (New York: Human Rights Watch, 1996), 8.
= au Human Rights Watch | ti Tajikistan: Tajik Refugees in Northern Afghanistan | pl New York | pu Human Rights Watch | yr 1996 | lo 8
N Roy, The New Central Asia, 45–46.
= au Roy | ti The New Central Asia | lo 45–46
N Henry Kissinger, interview by the author, Washington, DC, May 4, 2003.
= au Kissinger, Henry | ti interview by the author | pl Washington, DC | yr 2003
N William Zartman, ed., Collapsed States: The Disintegration and Restoration of Legitimate Authority (Boulder: Lynne Rienner, 1995), 5.
= ed Zartman, William | ti Collapsed States: The Disintegration and Restoration of Legitimate Authority | pl Boulder | pu Lynne Rienner | yr 1995 | lo 5
"#,
    );
}

#[test]
fn notes_sloppy() {
    check(
        r#"
N Bercovitch Jacob & Richard Jackson, Conflict Resolution in the Twenty-first Century, The University of Michigan Press, 2009, p.10
= au Bercovitch, Jacob; Jackson, Richard | ti Conflict Resolution in the Twenty-first Century | pu The University of Michigan Press | yr 2009 | lo 10
N Bercovitch and Jackson, Conflict Resolution, University of Michigan Press,p.9 2009
= au Bercovitch; Jackson | ti Conflict Resolution | pu University of Michigan Press | yr 2009 | lo 9
N J.Bercovitch & Richard Jackson, Negotiation or Mediation? An Exploration. Cambridge Review of International Affairs, 2001. Accessed 25/04/2015
= au Bercovitch, J.; Jackson, Richard | ti Negotiation or Mediation? An Exploration | co Cambridge Review of International Affairs | yr 2001 | ac 25/04/2015
N Dov Lynch, Russian Peacekeeping Strategies in the CIS, (USA, St. Martin's Press, 2000), 227
= au Lynch, Dov | ti Russian Peacekeeping Strategies in the CIS | pl USA | pu St. Martin's Press | yr 2000 | lo 227
N Kamoluddin Abdullaev & Catherine Barnes, Profiles, Accord: Politics of Compromise: The Tajikistan Peace Process, (London: Conciliation Resources, 2001), 90.
= au Abdullaev, Kamoluddin; Barnes, Catherine | ti Profiles | co Accord: Politics of Compromise: The Tajikistan Peace Process | pl London | pu Conciliation Resources | yr 2001 | lo 90
N Iji Testuro, "Multi-Party Mediation in Tajikistan: The 1997 Peace Agreement", International Negotiation 6, (2001),357-385
= au Testuro, Iji | ti Multi-Party Mediation in Tajikistan: The 1997 Peace Agreement | co International Negotiation | vo 6 | yr 2001 | lo 357-385
N International Crisis Group Report, Tajikistan: An Uncertain Peace, (Osh/Brussels, 2001)# 30,2.
= au International Crisis Group Report | ti Tajikistan: An Uncertain Peace | pl Osh/Brussels | yr 2001 | is 30 | lo 2
N UN Security Council, Report by President,
= au UN Security Council | ti Report by President
N Bercovitch, Jacob. "International Mediation and Intractable Conflict", Beyond Intractability, 2004, http://www.beyondintractability.org/essay/med-intractable-conflict
= au Bercovitch, Jacob | ti International Mediation and Intractable Conflict | co Beyond Intractability | yr 2004 | url http://www.beyondintractability.org/essay/med-intractable-conflict
N Smith, John, The History of War (London, Routledge 2001) p 45
= au Smith, John | ti The History of War | pl London | pu Routledge | yr 2001 | lo 45
N John Smith "The war in Chechnya" Survival 41 (1999) 3-20
= au Smith, John | ti The war in Chechnya | co Survival | vo 41 | yr 1999 | lo 3-20
N Jacob Bercovitch, "Mediation in International Conflict, International Negotiation, 13, (2008): 55-72
= au Bercovitch, Jacob | ti Mediation in International Conflict | co International Negotiation | vo 13 | yr 2008 | lo 55-72
N Zartman, Ripe for Resolution (New York: Oxford University Press, 1989, 45
= au Zartman | ti Ripe for Resolution | pl New York | pu Oxford University Press | yr 1989 | lo 45
N Olivier Roy, The New Central Asia: The Creation of Nations, New York University Press, 2000, pp. 12-14
= au Roy, Olivier | ti The New Central Asia: The Creation of Nations | pu New York University Press | yr 2000 | lo 12-14
N Olivier Roy. The New Central Asia. London: I.B. Tauris. 2000. 45
= au Roy, Olivier | ti The New Central Asia | pl London | pu I.B. Tauris | yr 2000 | lo 45
N Lena Jonson, Tajikistan in the New Central Asia, London, I.B. Tauris, 2006, p. 41.
= au Jonson, Lena | ti Tajikistan in the New Central Asia | pl London | pu I.B. Tauris | yr 2006 | lo 41
N Bercovitch, J., "Mediation", in Zartman W. and Rasmussen L. (eds.), Peacemaking in International Conflict, Washington: USIP, 1997, p. 131
= au Bercovitch, J. | ed Zartman, W.; Rasmussen, L. | ti Mediation | co Peacemaking in International Conflict | pl Washington | pu USIP | yr 1997 | lo 131
"#,
    );
}

#[test]
fn notes_british_and_continental() {
    check(
        r#"
N P. Burke, Popular Culture in Early Modern Europe (London, 1978), p. 23.
= au Burke, P. | ti Popular Culture in Early Modern Europe | pl London | yr 1978 | lo 23
N Lawrence Stone, 'The Revival of Narrative', Past and Present, 85 (1979), pp. 3-24, p. 5.
= au Stone, Lawrence | ti The Revival of Narrative | co Past and Present | vo 85 | yr 1979 | pp 3-24 | lo 5
N Jonathan Bate, The Song of the Earth (London: Picador, 2000), p. 71.
= au Bate, Jonathan | ti The Song of the Earth | pl London | pu Picador | yr 2000 | lo 71
N R. J. Evans, ‘The Soldiers’ War’, English Historical Review, cxii (1997), 45.
= au Evans, R. J. | ti The Soldiers’ War | co English Historical Review, cxii | yr 1997 | lo 45
N C. Hill, 'The Word "Revolution"', in A Nation of Change, ed. by K. Thomas (Oxford: Clarendon Press, 1990), pp. 82–101 (p. 90).
= au Hill, C. | ed Thomas, K. | ti The Word "Revolution" | co A Nation of Change | pl Oxford | pu Clarendon Press | yr 1990 | pp 82–101 | lo 90
N Burke, Popular Culture, pp. 45–6.
= au Burke | ti Popular Culture | lo 45–6
N Hans Müller, Der Krieg und die Städte, München 1999, S. 45 f.
= au Müller, Hans | ti Der Krieg und die Städte | pl München | yr 1999 | lo 45 f
N Müller 1999, S. 45.
= au Müller | yr 1999 | lo 45
N Müller, Krieg, S. 12 ff.
= au Müller | ti Krieg | lo 12 ff
N Reinhart Koselleck, Vergangene Zukunft. Zur Semantik geschichtlicher Zeiten, Frankfurt a. M. 1979, S. 130.
= au Koselleck, Reinhart | ti Vergangene Zukunft. Zur Semantik geschichtlicher Zeiten | pl Frankfurt a. M | yr 1979 | lo 130
N Jürgen Kocka, Klassengesellschaft im Krieg, in: Geschichte und Gesellschaft 4 (1978), S. 12–30, hier S. 15.
= au Kocka, Jürgen | ti Klassengesellschaft im Krieg | co Geschichte und Gesellschaft | vo 4 | yr 1978 | pp 12–30 | lo 15
N Jean DURAND, « La guerre », Revue historique, vol. 3, n° 2, 1999, p. 12-34.
= au DURAND, Jean | ti La guerre | co Revue historique | vo 3 | is 2 | yr 1999 | lo 12-34
N Fernand Braudel, La Méditerranée et le monde méditerranéen, Paris, Armand Colin, 1949, p. 123.
= au Braudel, Fernand | ti La Méditerranée et le monde méditerranéen | pl Paris | pu Armand Colin | yr 1949 | lo 123
N Pierre Nora (dir.), Les lieux de mémoire, Paris, Gallimard, 1984, t. I, p. 23.
= ed Nora, Pierre | ti Les lieux de mémoire | pl Paris | pu Gallimard | yr 1984 | vo I | lo 23
N C. Ginzburg, Il formaggio e i vermi, Torino, Einaudi, 1976, pp. 12-13.
= au Ginzburg, C. | ti Il formaggio e i vermi | pl Torino | pu Einaudi | yr 1976 | lo 12-13
N M. Rossi, Storia della guerra, cit., p. 45.
= au Rossi, M. | ti Storia della guerra | lo 45
"#,
    );
}

#[test]
fn notes_cut_short() {
    check(
        r#"
N Lynch, “Russian Peacekeeping Strategies in the CIS, 150.
= au Lynch | ti Russian Peacekeeping Strategies in the CIS | lo 150
N Dov Lynch, Russian Peacekeeping (New York: St. Martin's Press 2000, p. 150
= au Lynch, Dov | ti Russian Peacekeeping | pl New York | pu St. Martin's Press | yr 2000 | lo 150
N Lynch (n 12) 45.
= au Lynch | lo 45
N Lynch, supra note 5, at 12.
= au Lynch | lo 12
N Olivier Roy, The New Central Asia, 2000, p45
= au Roy, Olivier | ti The New Central Asia | yr 2000 | lo 45
N Thucydides, History of the Peloponnesian War, 1.22.
= au Thucydides | ti History of the Peloponnesian War | lo 1.22
N Ders., Krieg, S. 12.
= ti Krieg | lo 12
N 5 U.S.C. § 552(b)(1) (2006).
= co U.S.C. | vo 5 | yr 2006 | lo § 552(b)(1)
N Lynch, Russian Peacekeeping, chapter 3.
= au Lynch | ti Russian Peacekeeping | lo chapter 3
"#,
    );
}

#[test]
fn notes_of_lawyers() {
    check(
        r#"
N Jane Q. Smith, The Law of X, 45 HARV. L. REV. 123, 130 (1999).
= au Smith, Jane Q. | ti The Law of X | co HARV. L. REV. | vo 45 | pp 123 | yr 1999 | lo 130
N Smith v. Jones, 410 U.S. 113, 120 (1973)
= ti Smith v. Jones | co U.S. | vo 410 | pp 113 | yr 1973 | lo 120
N Donoghue v Stevenson [1932] AC 562 (HL).
= ti Donoghue v Stevenson | co AC | pp 562 | yr 1932
N R v Brown [1998] 1 AC 200, 210
= ti R v Brown | co AC | vo 1 | pp 200 | yr 1998 | lo 210
N 42 U.S.C. § 1983 (2000)
= co U.S.C. | vo 42 | yr 2000 | lo § 1983
N Paul Craig, 'Theory, "Pure Theory" and Values in Public Law' [2005] PL 440, 445.
= au Craig, Paul | ti Theory, "Pure Theory" and Values in Public Law | co PL | pp 440 | yr 2005 | lo 445
N Alison L Young, 'In Defence of Due Deference' (2009) 72 MLR 554.
= au Young, Alison L | ti In Defence of Due Deference | co MLR | vo 72 | pp 554 | yr 2009
N Timothy Endicott, Administrative Law (2nd edn, Oxford University Press 2011) 45.
= au Endicott, Timothy | ti Administrative Law | edn 2nd | pu Oxford University Press | yr 2011 | lo 45
N Cass R. Sunstein, On the Expressive Function of Law, 144 U. PA. L. REV. 2021, 2025 (1996).
= au Sunstein, Cass R. | ti On the Expressive Function of Law | co U. PA. L. REV. | vo 144 | pp 2021 | yr 1996 | lo 2025
N United States v. Carroll Towing Co., 159 F.2d 169, 173 (2d Cir. 1947).
= ti United States v. Carroll Towing Co. | co F.2d | vo 159 | pp 169 | yr 1947 | lo 173
N JOHN RAWLS, A THEORY OF JUSTICE 60 (1971).
= au RAWLS, JOHN | ti A THEORY OF JUSTICE | yr 1971 | lo 60
"#,
    );
}

#[test]
fn notes_of_all_sorts() {
    check(
        r#"
N Ahmed Rashid, Jihad: The Rise of Militant Islam in Central Asia (New Haven: Yale University Press, 2002), 89-90.
= au Rashid, Ahmed | ti Jihad: The Rise of Militant Islam in Central Asia | pl New Haven | pu Yale University Press | yr 2002 | lo 89-90
N Stathis N. Kalyvas, The Logic of Violence in Civil War (Cambridge: Cambridge University Press, 2006), 17, 22.
= au Kalyvas, Stathis N. | ti The Logic of Violence in Civil War | pl Cambridge | pu Cambridge University Press | yr 2006 | lo 17, 22
N Paul Collier and Anke Hoeffler, “Greed and Grievance in Civil War,” Oxford Economic Papers 56, no. 4 (October 2004): 563–595.
= au Collier, Paul; Hoeffler, Anke | ti Greed and Grievance in Civil War | co Oxford Economic Papers | vo 56 | is 4 | yr 2004 | lo 563–595
N Kalyvas, Logic of Violence, 210.
= au Kalyvas | ti Logic of Violence | lo 210
N Collier and Hoeffler, “Greed and Grievance,” 565n3.
= au Collier; Hoeffler | ti Greed and Grievance | lo 565n3
N Barnett R. Rubin, "The Fragmentation of Tajikistan," Survival 35, no. 4 (Winter 1993–94): 71-91.
= au Rubin, Barnett R. | ti The Fragmentation of Tajikistan | co Survival | vo 35 | is 4 | yr 1993–94 | lo 71-91
N Muriel Atkin, "Thwarted Democratization in Tajikistan," in Conflict, Cleavage, and Change in Central Asia and the Caucasus, eds. Karen Dawisha and Bruce Parrott (Cambridge: Cambridge University Press, 1997), 277-311.
= au Atkin, Muriel | ed Dawisha, Karen; Parrott, Bruce | ti Thwarted Democratization in Tajikistan | co Conflict, Cleavage, and Change in Central Asia and the Caucasus | pl Cambridge | pu Cambridge University Press | yr 1997 | lo 277-311
N United Nations Security Council, Resolution 1138, S/RES/1138 (14 November 1997).
= au United Nations Security Council | ti Resolution 1138, S/RES/1138 | yr 1997
N Letter from Thomas Jefferson to James Madison, January 30, 1787, Jefferson Papers, Library of Congress.
= ti Letter from Thomas Jefferson to James Madison | yr 1787 | co Jefferson Papers | pu Library of Congress
N Interview with Abdullo Nuri, Dushanbe, 12 June 1998.
= ti Interview with Abdullo Nuri | pl Dushanbe | yr 1998
N Steve LeVine, "Tajik Rebels Return", Washington Post, 14 September 1997, p. A22.
= au LeVine, Steve | ti Tajik Rebels Return | co Washington Post | yr 1997 | lo A22
N Max Weber, Economy and Society: An Outline of Interpretive Sociology, edited by Guenther Roth and Claus Wittich, 2 vols. (Berkeley: University of California Press, 1978), 1:56.
= au Weber, Max | ed Roth, Guenther; Wittich, Claus | ti Economy and Society: An Outline of Interpretive Sociology | pl Berkeley | pu University of California Press | yr 1978 | lo 1:56
N R. Jackson, 'Successful Negotiation in International Violent Conflict', Journal of Peace Research 37:3 (2000), pp. 323–343, at p. 330.
= au Jackson, R. | ti Successful Negotiation in International Violent Conflict | co Journal of Peace Research | vo 37 | is 3 | yr 2000 | pp 323–343 | lo 330
N Richard Jackson, Successful Negotiation, Journal of Peace Research, vol. 37, 2000
= au Jackson, Richard | ti Successful Negotiation | co Journal of Peace Research | vo 37 | yr 2000
N Central Asia Report, (London: IISS, 1998), p.3
= ti Central Asia Report | pl London | pu IISS | yr 1998 | lo 3
N Jackson R., Culture and conflict, Oxford University Press 2001 p 34
= au Jackson, R. | ti Culture and conflict | pu Oxford University Press | yr 2001 | lo 34
N Robert Jervis, Perception and Misperception in International Politics (Princeton, N.J.: Princeton University Press, 1976), chap. 3.
= au Jervis, Robert | ti Perception and Misperception in International Politics | pl Princeton, N.J. | pu Princeton University Press | yr 1976 | lo chap. 3
N H. L. A. Hart, The Concept of Law (3rd edn, OUP 2012) 94.
= au Hart, H. L. A. | ti The Concept of Law | edn 3rd | pu OUP | yr 2012 | lo 94
N Page v Smith [1996] AC 155 (HL) 180
= ti Page v Smith | co AC | pp 155 | yr 1996 | lo 180
N Brown v. Board of Education, 347 U.S. 483 (1954).
= ti Brown v. Board of Education | co U.S. | vo 347 | pp 483 | yr 1954
N Ronald Dworkin, Hard Cases, 88 Harv. L. Rev. 1057, 1060–61 (1975).
= au Dworkin, Ronald | ti Hard Cases | co Harv. L. Rev. | vo 88 | pp 1057 | yr 1975 | lo 1060–61
N Thomas Nipperdey, Deutsche Geschichte 1800–1866. Bürgerwelt und starker Staat, München 1983, S. 11.
= au Nipperdey, Thomas | ti Deutsche Geschichte 1800–1866. Bürgerwelt und starker Staat | pl München | yr 1983 | lo 11
N Ute Frevert (Hg.), Bürgerinnen und Bürger, Göttingen 1988, S. 12-16.
= ed Frevert, Ute | ti Bürgerinnen und Bürger | pl Göttingen | yr 1988 | lo 12-16
N Wehler, Gesellschaftsgeschichte, Bd. 3, S. 400.
= au Wehler | ti Gesellschaftsgeschichte | vo 3 | lo 400
N Michel Foucault, Surveiller et punir : naissance de la prison, Paris, Gallimard, coll. « Tel », 1975, p. 34-35.
= au Foucault, Michel | ti Surveiller et punir : naissance de la prison | pl Paris | pu Gallimard | yr 1975 | lo 34-35
N Marc Bloch, « Pour une histoire comparée », Revue de synthèse historique, t. 46, 1928, p. 15.
= au Bloch, Marc | ti Pour une histoire comparée | co Revue de synthèse historique | vo 46 | yr 1928 | lo 15
N N. Bobbio, Stato, governo, società, Einaudi, Torino 1985, p. 44.
= au Bobbio, N. | ti Stato, governo, società | pl Torino | pu Einaudi | yr 1985 | lo 44
N Foucault 1975: 34
= au Foucault | yr 1975 | lo 34
N Goodwin, "The Politics of Rhyme", supra note 12, at 45.
= au Goodwin | ti The Politics of Rhyme | lo 45
N International Crisis Group, "Tajikistan: On the Road to Failure," Asia Report No. 162, 12 February 2009, p. 3, https://www.crisisgroup.org/asia/tajikistan (accessed on 3 April 2015).
= au International Crisis Group | ti Tajikistan: On the Road to Failure | co Asia Report | is 162 | yr 2009 | lo 3 | url https://www.crisisgroup.org/asia/tajikistan | ac 3 April 2015
N World Bank, World Development Report 1997 (New York: Oxford University Press, 1997), 23.
= au World Bank | ti World Development Report 1997 | pl New York | pu Oxford University Press | yr 1997 | lo 23
N Amartya Sen, Development as Freedom (New York: Anchor, 1999).
= au Sen, Amartya | ti Development as Freedom | pl New York | pu Anchor | yr 1999
N John Gerard Ruggie, "International Regimes, Transactions, and Change," International Organization 36, no. 2 (Spring 1982): 379-415, doi:10.1017/S0020818300018993.
= au Ruggie, John Gerard | ti International Regimes, Transactions, and Change | co International Organization | vo 36 | is 2 | yr 1982 | lo 379-415 | url 10.1017/S0020818300018993
N David D. Laitin, Nations, States, and Violence (Oxford: Oxford University Press, 2007), chap. 2.
= au Laitin, David D. | ti Nations, States, and Violence | pl Oxford | pu Oxford University Press | yr 2007 | lo chap. 2
N Mary Kaldor, New and Old Wars, 3rd ed. (Stanford: Stanford University Press, 2012), ix.
= au Kaldor, Mary | ti New and Old Wars | edn 3rd | pl Stanford | pu Stanford University Press | yr 2012 | lo ix
N Kaldor, New and Old Wars, 3–4.
= au Kaldor | ti New and Old Wars | lo 3–4
N Samuel P. Huntington, "The Clash of Civilizations?", Foreign Affairs 72/3 (1993), pp. 22-49.
= au Huntington, Samuel P. | ti The Clash of Civilizations? | co Foreign Affairs | vo 72 | is 3 | yr 1993 | lo 22-49
N Edward N. Luttwak, 'Give War a Chance', Foreign Affairs, vol. 78, no. 4 (July/August 1999), p. 37.
= au Luttwak, Edward N. | ti Give War a Chance | co Foreign Affairs | vo 78 | is 4 | yr 1999 | lo 37
N Monica Duffy Toft, Securing the Peace: The Durable Settlement of Civil Wars (Princeton University Press, 2010).
= au Toft, Monica Duffy | ti Securing the Peace: The Durable Settlement of Civil Wars | pu Princeton University Press | yr 2010
N Jean-Marie Guéhenno, The Fog of Peace: A Memoir of International Peacekeeping in the 21st Century (Washington, D.C.: Brookings Institution Press, 2015), p. 210.
= au Guéhenno, Jean-Marie | ti The Fog of Peace: A Memoir of International Peacekeeping in the 21st Century | pl Washington, D.C. | pu Brookings Institution Press | yr 2015 | lo 210
N Ibn Khaldun, The Muqaddimah: An Introduction to History, trans. Franz Rosenthal (Princeton: Princeton University Press, 1967), 1:23.
= au Ibn Khaldun | ti The Muqaddimah: An Introduction to History | pl Princeton | pu Princeton University Press | yr 1967 | lo 1:23
N UN Doc. S/PV.3724, 20 December 1996, p. 4.
= ti UN Doc. S/PV.3724 | yr 1996 | lo 4
N "Rebels Advance on Capital", The Guardian, 5 May 1999, p. 3.
= ti Rebels Advance on Capital | co The Guardian | yr 1999 | lo 3
N Smith 2001a: 45-6.
= au Smith | yr 2001a | lo 45-6
N Smith and Jones (2001), p. 45.
= au Smith; Jones | yr 2001 | lo 45
N Weber, M., Economy and Society, University of California Press, Berkeley, 1978, p. 54.
= au Weber, M. | ti Economy and Society | pl Berkeley | pu University of California Press | yr 1978 | lo 54
N Karl Marx, Das Kapital, MEW 23, Berlin 1962, S. 49.
= au Marx, Karl | ti Das Kapital, MEW 23 | pl Berlin | yr 1962 | lo 49
N John Darby and Roger Mac Ginty (eds), Contemporary Peacemaking: Conflict, Violence and Peace Processes (Basingstoke: Palgrave Macmillan, 2003), p. 7.
= ed Darby, John; Mac Ginty, Roger | ti Contemporary Peacemaking: Conflict, Violence and Peace Processes | pl Basingstoke | pu Palgrave Macmillan | yr 2003 | lo 7
N Kofi Annan, "Two concepts of sovereignty", The Economist, 18 September 1999, http://www.economist.com/node/324795, accessed 2 March 2014.
= au Annan, Kofi | ti Two concepts of sovereignty | co The Economist | yr 1999 | url http://www.economist.com/node/324795 | ac 2 March 2014
N Mediation, Wikipedia, http://en.wikipedia.org/wiki/Mediation
= ti Mediation | co Wikipedia | url http://en.wikipedia.org/wiki/Mediation
N http://www.crisisgroup.org/en/regions/asia.aspx (last accessed 12.04.2014)
= url http://www.crisisgroup.org/en/regions/asia.aspx | ac 12.04.2014
N Crocker, C., Hampson, F. and Aall, P. (eds), Herding Cats, Washington DC, USIP Press, 1999, p 19.
= ed Crocker, C.; Hampson, F.; Aall, P. | ti Herding Cats | pl Washington DC | pu USIP Press | yr 1999 | lo 19
N Touval and Zartman, 'International Mediation in the Post-Cold War Era,' in Crocker et al., Turbulent Peace, p. 427.
= au Touval; Zartman | ti International Mediation in the Post-Cold War Era | co Crocker et al., Turbulent Peace | lo 427
N Jeffrey Rubin (ed.), Dynamics of Third Party Intervention: Kissinger in the Middle East, New York: Praeger, 1981, 3-5
= ed Rubin, Jeffrey | ti Dynamics of Third Party Intervention: Kissinger in the Middle East | pl New York | pu Praeger | yr 1981 | lo 3-5
N Case C-6/64 Costa v ENEL [1964] ECR 585.
= ti Case C-6/64 Costa v ENEL | co ECR | pp 585 | yr 1964
N Miranda v. Arizona, 384 U.S. 436, 444 (1966).
= ti Miranda v. Arizona | co U.S. | vo 384 | pp 436 | yr 1966 | lo 444
N Duncan Kennedy, Form and Substance in Private Law Adjudication, 89 HARV. L. REV. 1685 (1976).
= au Kennedy, Duncan | ti Form and Substance in Private Law Adjudication | co HARV. L. REV. | vo 89 | pp 1685 | yr 1976
N Human Rights Act 1998, s 6.
= ti Human Rights Act | yr 1998 | lo 6
N Giorgio Agamben, Homo sacer. Il potere sovrano e la nuda vita, Torino, Einaudi, 2005 [1995], p. 12.
= au Agamben, Giorgio | ti Homo sacer. Il potere sovrano e la nuda vita | pl Torino | pu Einaudi | yr 2005 | lo 12
N Andreas Wimmer/Nina Glick Schiller, Methodological Nationalism and Beyond, in: Global Networks 2 (2002) 4, S. 301-334.
= au Wimmer, Andreas; Schiller, Nina Glick | ti Methodological Nationalism and Beyond | co Global Networks | vo 2 | is 4 | yr 2002 | lo 301-334
N Hobsbawm, E.J., 'Introduction: Inventing Traditions', in Hobsbawm, E.J. and Ranger, T. (eds.), The Invention of Tradition, Cambridge: CUP, 1983, pp.1-14
= au Hobsbawm, E.J. | ed Hobsbawm, E.J.; Ranger, T. | ti Introduction: Inventing Traditions | co The Invention of Tradition | pl Cambridge | pu CUP | yr 1983 | lo 1-14
N Ministry of Foreign Affairs of Tajikistan, Annual Report (Dushanbe, 1998), p. 3
= au Ministry of Foreign Affairs of Tajikistan | ti Annual Report | pl Dushanbe | yr 1998 | lo 3
"#,
    );
}

#[test]
fn any_text_is_read() {
    let mut seed = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = move |limit: usize| {
        seed ^= seed << 13;
        seed ^= seed >> 7;
        seed ^= seed << 17;
        (seed % limit.max(1) as u64) as usize
    };
    let pieces = [
        "Smith",
        ", ",
        ". ",
        "(",
        ")",
        "[",
        "]",
        "\"",
        "“",
        "”",
        "'",
        "’",
        "«",
        "»",
        ":",
        ";",
        "1999",
        "12",
        "2001a",
        "p. ",
        "pp.",
        "vol. ",
        "no. ",
        "ed.",
        "(eds.)",
        "in ",
        "In: ",
        "–",
        "-",
        "/",
        "ü",
        "\u{301}",
        "漢字",
        "ß",
        "http://x.y/",
        "doi:10.1000/",
        "accessed ",
        "May ",
        "3",
        "et al.",
        " and ",
        "& ",
        "J.",
        "AB",
        "v. ",
        "U.S. ",
        "§ ",
        "Press",
        "London",
        " ",
        "…",
        "#",
        "\u{feff}",
        "🦀",
        "n.d.",
        "Ders.",
        "a cura di ",
        "University of ",
        "PhD diss.",
        "[1998] 1 AC 200",
        "12(3):45-9",
        "———",
    ];
    for _ in 0..10_000 {
        let text: String = (0..next(24)).map(|_| pieces[next(pieces.len())]).collect();
        for kind in [Kind::Note, Kind::Entry] {
            spans_fit(&text, &parse(&text, kind));
        }
    }
}
