use proptest::prelude::*;

use super::*;

/// What a callout says, on one line: its characters, then how they are read. `?` where only a list can hold it, `??` where
/// only an exact entry can.
fn told(text: &str, callout: &Callout) -> String {
    let what = match &callout.points {
        Points::AuthorYear { names, et_al, year } => format!("{}{} {year}", names.join("/"), if *et_al { "+" } else { "" }),
        Points::AuthorPage { names, title } => format!("{} “{}”", names.join("/"), title.as_deref().unwrap_or("")),
        Points::Numeric(numbers) => format!("{numbers:?}"),
        Points::Labels(labels) => labels.join("/"),
        Points::Url(_) => "url".to_owned(),
        Points::Leaning => "lean".to_owned(),
    };
    let page = callout.locator.clone().map_or(String::new(), |range| format!(" @{}", &text[range]));
    let trust = match (callout.certain, callout.exact) {
        (true, _) => "",
        (_, true) => " ??",
        _ => " ?",
    };
    format!("{} = {what}{page}{trust}", &text[callout.range.clone()])
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let found = find(text, &[]);
    let found: Vec<String> = found.iter().map(|callout| told(text, callout)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn in_brackets() {
    check("as shown (Smith 2001).", &["Smith 2001 = Smith 2001"]);
    check("as shown (Smith, 2001).", &["Smith, 2001 = Smith 2001"]);
    check("as shown (Smith 2001a, p. 12).", &["Smith 2001a, p. 12 = Smith 2001a @12"]);
    check("(Smith and Jones 2001: 12–14)", &["Smith and Jones 2001: 12–14 = Smith/Jones 2001 @12–14"]);
    check("(Smith & Jones, 2001, pp. 4–5)", &["Smith & Jones, 2001, pp. 4–5 = Smith/Jones 2001 @4–5"]);
    check("(Smith, Jones, & Brown, 1999)", &["Smith, Jones, & Brown, 1999 = Smith/Jones/Brown 1999"]);
    check("(Smith, Jones and Brown 1999)", &["Smith, Jones and Brown 1999 = Smith/Jones/Brown 1999"]);
    check("(Smith et al., 2001)", &["Smith et al., 2001 = Smith+ 2001"]);
    check("(Smith et al. 2001: 3)", &["Smith et al. 2001: 3 = Smith+ 2001 @3"]);
    check("(Smith, et al, 2001)", &["Smith, et al, 2001 = Smith+ 2001"]);
    check("(Smith, Jones, et al., 2001)", &["Smith, Jones, et al., 2001 = Smith/Jones+ 2001"]);
    check("(Smith and colleagues, 2001)", &["Smith and colleagues, 2001 = Smith+ 2001"]);
    check("(Smith 2001, 45)", &["Smith 2001, 45 = Smith 2001 @45"]);
    check("(Smith,2001)", &["Smith,2001 = Smith 2001"]);
    check("(Smith, 2001:45-46)", &["Smith, 2001:45-46 = Smith 2001 @45-46"]);
    check("(Smith 2001, ch. 2)", &["Smith 2001, ch. 2 = Smith 2001 @ch. 2"]);
    check("(Smith 2001, § 4)", &["Smith 2001, § 4 = Smith 2001 @§ 4"]);
    check("(Smith 2001, vol. 2, p. 14)", &["Smith 2001, vol. 2, p. 14 = Smith 2001 @vol. 2, p. 14"]);
    check("(Smith 2001, p. 12, n. 3)", &["Smith 2001, p. 12, n. 3 = Smith 2001 @12, n. 3"]);
    check("(Smith 2001, p. 12, emphasis added)", &["Smith 2001, p. 12 = Smith 2001 @12"]);
    check("(Müller 2001, S. 12 f.)", &["Müller 2001, S. 12 f. = Müller 2001 @12 f"]);
    check("(vgl. Müller/Meier 1999: 12ff.)", &["Müller/Meier 1999: 12ff. = Müller/Meier 1999 @12ff"]);
    check("(Vgl. Müller 1999: 12)", &["Müller 1999: 12 = Müller 1999 @12"]);
    check("(MÜLLER 1999: 12)", &["MÜLLER 1999: 12 = MÜLLER 1999 @12"]);
    check("(Müller u. a. 2001)", &["Müller u. a. 2001 = Müller+ 2001"]);
    check("(Müller et al. 2001, zit. nach Meier 2003, S. 4)", &["Müller et al. 2001 = Müller+ 2001", "Meier 2003, S. 4 = Meier 2003 @4"]);
    check("(García y López 2001)", &["García y López 2001 = García/López 2001"]);
    check("(Dupont et Durand, 2001)", &["Dupont et Durand, 2001 = Dupont/Durand 2001"]);
    check("(cfr. Rossi e Bianchi 2001)", &["Rossi e Bianchi 2001 = Rossi/Bianchi 2001"]);
    check("(Schmidt und Weber 2001)", &["Schmidt und Weber 2001 = Schmidt/Weber 2001"]);
    check("(van der Berg 2001)", &["van der Berg 2001 = van der Berg 2001"]);
    check("(de la Cruz 2003)", &["de la Cruz 2003 = de la Cruz 2003"]);
    check("(De la Cruz & Von Hippel 2003)", &["De la Cruz & Von Hippel 2003 = De la Cruz/Von Hippel 2003"]);
    check("(O’Neill, 2001)", &["O’Neill, 2001 = O'Neill 2001"]);
    check("(Lévi-Strauss 1949)", &["Lévi-Strauss 1949 = Lévi-Strauss 1949"]);
    check("(J. Smith, 2001)", &["Smith, 2001 = Smith 2001"]);
    check("(Smith, J., 2001)", &["Smith, J., 2001 = Smith 2001"]);
    check("(Smith, J. and Jones, K., 2001)", &["Smith, J. and Jones, K., 2001 = Smith/Jones 2001"]);
    check("(J.-P. Sartre 1943)", &["Sartre 1943 = Sartre 1943"]);
    check("(Smith Jr., 2001)", &["Smith Jr., 2001 = Smith 2001"]);
    check("(Smith, n.d.)", &["Smith, n.d. = Smith n.d."]);
    check("(Smith, in press)", &["Smith, in press = Smith in press"]);
    check("(Smith forthcoming)", &["Smith forthcoming = Smith forthcoming"]);
    check("(Smith, forthcoming; Jones, 2003)", &["Smith, forthcoming = Smith forthcoming", "Jones, 2003 = Jones 2003"]);
    check("(Smith 1999 [1952])", &["Smith 1999 [1952] = Smith 1999/1952"]);
    check("(Smith, 1952/1999)", &["Smith, 1952/1999 = Smith 1952/1999"]);
    check("(Marx [1867] 1990, 125)", &["Marx [1867] 1990, 125 = Marx 1990/1867 @125"]);
    check("(Smith, 2001, as cited in Jones, 2003)", &["Smith, 2001 = Smith 2001", "Jones, 2003 = Jones 2003"]);
    check("(quoted in Jones 2003: 5)", &["Jones 2003: 5 = Jones 2003 @5"]);
    check("(see, e.g., Smith, 2001)", &["Smith, 2001 = Smith 2001"]);
    check("(See also Smith 2001)", &["Smith 2001 = Smith 2001"]);
    check("(for a review, see Smith 2001)", &["Smith 2001 = Smith 2001"]);
    check("[Smith 2001]", &["Smith 2001 = Smith 2001"]);
    check("[Smith and Jones, 2001, p. 4]", &["Smith and Jones, 2001, p. 4 = Smith/Jones 2001 @4"]);
    check("(SILVA; SOUZA, 2001, p. 3)", &["SILVA; SOUZA, 2001, p. 3 = SILVA/SOUZA 2001 @3"]);
    check("(Smith\u{a0}2001,\u{a0}p.\u{a0}12)", &["Smith\u{a0}2001,\u{a0}p.\u{a0}12 = Smith 2001 @12"]);
    check("(Smi\u{ad}th 2001)", &["Smi\u{ad}th 2001 = Smith 2001"]);
    check("(M¨uller 2001)", &["M¨uller 2001 = Muller 2001"]);
    check("(Smith 2001–2003)", &["Smith 2001–2003 = Smith 2001–2003 ??"]);
    check("(boyd, 2014)", &["boyd, 2014 = boyd 2014 ??"]);
}

#[test]
fn several_in_a_bracket() {
    check(
        "(Smith 2001; Jones et al. 2003, pp. 4–5; see also Brown & Green, 1999a,b)",
        &[
            "Smith 2001 = Smith 2001",
            "Jones et al. 2003, pp. 4–5 = Jones+ 2003 @4–5",
            "Brown & Green, 1999a = Brown/Green 1999a",
            "b = Brown/Green 1999b",
        ],
    );
    check("(Smith 2001; 2003a, b)", &["Smith 2001 = Smith 2001", "2003a = Smith 2003a", "b = Smith 2003b"]);
    check("(Smith 2001, 2003)", &["Smith 2001 = Smith 2001", "2003 = Smith 2003"]);
    check("(Smith 2001: 12, 2003: 14)", &["Smith 2001: 12 = Smith 2001 @12", "2003: 14 = Smith 2003 @14"]);
    check("(Smith, 2001, 2003; Jones, 2004)", &["Smith, 2001 = Smith 2001", "2003 = Smith 2003", "Jones, 2004 = Jones 2004"]);
    check("(Smith 2001 and 2003)", &["Smith 2001 = Smith 2001", "2003 = Smith 2003"]);
    check("(Smith 2001, Jones 2003, and Brown 2004)", &["Smith 2001 = Smith 2001", "Jones 2003 = Jones 2003", "Brown 2004 = Brown 2004"]);
    check("(Smith 2001a–c)", &["Smith 2001a = Smith 2001a", "– = Smith 2001b", "c = Smith 2001c"]);
    check("(Smith 2001a; b)", &["Smith 2001a = Smith 2001a", "b = Smith 2001b"]);
    check("(Smith 2001a and b)", &["Smith 2001a = Smith 2001a", "b = Smith 2001b"]);
    check("(Smith 2001, pp. 12, 2003)", &["Smith 2001, pp. 12 = Smith 2001 @12", "2003 = Smith 2003"]);
    check(
        "(Smith and Jones 2001; Jones 2003; cf. Brown 2005: 3 and Green 2006)",
        &["Smith and Jones 2001 = Smith/Jones 2001", "Jones 2003 = Jones 2003", "Brown 2005: 3 = Brown 2005 @3", "Green 2006 = Green 2006"],
    );
    check("(Smith, 2001 & Jones, 2003)", &["Smith, 2001 = Smith 2001", "Jones, 2003 = Jones 2003"]);
    check("(see Smith (2001) for details)", &["Smith (2001) = Smith 2001"]);
    check("(as Smith (2001, p. 3) argues; Jones 2003)", &["Smith (2001, p. 3) = Smith 2001 @3", "Jones 2003 = Jones 2003"]);
    check("(Smith 2001: 12; ibid.: 14)", &["Smith 2001: 12 = Smith 2001 @12", "ibid.: 14 = lean @14"]);
}

#[test]
fn in_prose() {
    check("Smith (2001) argues that", &["Smith (2001) = Smith 2001"]);
    check("This is what Smith (2001) is.", &["Smith (2001) = Smith 2001 ?"]);
    check("Smith (2001: 12) is", &["Smith (2001: 12) = Smith 2001 @12"]);
    check("Smith (2001, pp. 12–14)", &["Smith (2001, pp. 12–14) = Smith 2001 @12–14"]);
    check("Smith (2001, 2003)", &["Smith (2001 = Smith 2001", "2003 = Smith 2003"]);
    check("Smith (2001a, b) says", &["Smith (2001a = Smith 2001a", "b = Smith 2001b"]);
    check("Smith's (2001) view", &["Smith's (2001) = Smith 2001"]);
    check("Smith’s (2001) view", &["Smith’s (2001) = Smith 2001"]);
    check("Jones’ (2001) view", &["Jones’ (2001) = Jones 2001"]);
    check("Smith and Jones (2001)", &["Smith and Jones (2001) = Smith/Jones 2001"]);
    check("by Smith, Jones, and Brown (1999)", &["Smith, Jones, and Brown (1999) = Smith/Jones/Brown 1999"]);
    check("Smith et al. (2001)", &["Smith et al. (2001) = Smith+ 2001"]);
    check("Smith et al.’s (2001) model", &["Smith et al.’s (2001) = Smith+ 2001"]);
    check("Smith and colleagues (2001)", &["Smith and colleagues (2001) = Smith+ 2001"]);
    check("Hothorn, Hornik, and Zeileis (2006)", &["Hothorn, Hornik, and Zeileis (2006) = Hothorn/Hornik/Zeileis 2006"]);
    check("as van der Berg (2001) notes", &["van der Berg (2001) = van der Berg 2001"]);
    check("as O'Neill (2001) notes", &["O'Neill (2001) = O'Neill 2001"]);
    check("However, Smith (2001) found", &["Smith (2001) = Smith 2001"]);
    check("In Germany, Smith (2001) found", &["Smith (2001) = Smith 2001"]);
    check("But Smith (2001) found", &["Smith (2001) = Smith 2001"]);
    check("According to Smith (2001), it", &["Smith (2001) = Smith 2001"]);
    check("John Smith (2001) argues", &["Smith (2001) = Smith 2001"]);
    check("John K. Smith (2001) argues", &["Smith (2001) = Smith 2001"]);
    check("J. K. Smith (2001) argues", &["Smith (2001) = Smith 2001"]);
    check("Smith(2001) shows", &["Smith(2001) = Smith 2001"]);
    check(
        "Food and Agriculture Organization [FAO] (2010)",
        &["Food and Agriculture Organization [FAO] (2010) = Food and Agriculture Organization 2010"],
    );
    check("The World Bank (2005) reports", &["World Bank (2005) = World Bank 2005"]);
    check("the Ministry of Health (2004) says", &["Ministry of Health (2004) = Ministry of Health 2004"]);
    check("the WHO (2004) says", &["WHO (2004) = WHO 2004"]);
    check("Smith (2001; see also Jones 2003)", &["Smith (2001 = Smith 2001", "Jones 2003 = Jones 2003"]);
    check("Smith (in press) and Jones (n.d.)", &["Smith (in press) = Smith in press", "Jones (n.d.) = Jones n.d."]);
    check("Smith (2001) and (2003)", &["Smith (2001) = Smith 2001 ?", "2003 = Smith 2003"]);
    check("Smith (1999 [1952]) is", &["Smith (1999 [1952]) = Smith 1999/1952"]);
    check("Smith ([1952] 1999) is", &["Smith ([1952] 1999) = Smith 1999/1952"]);
    check("Smith [2001] argues", &["Smith [2001] = Smith 2001"]);
    check("Müller und Meier (2001) zeigen", &["Müller und Meier (2001) = Müller/Meier 2001"]);
    check("según García Márquez (1967)", &["García Márquez (1967) = García Márquez 1967 ?"]);
    check("Smith (2001) and Jones (2003, p. 4)", &["Smith (2001) = Smith 2001 ?", "Jones (2003, p. 4) = Jones 2003 @4"]);
    check("Chomsky 1995 argues", &["Chomsky 1995 = Chomsky 1995 ??"]);
    check("see Smith 2001: 12.", &["Smith 2001: 12 = Smith 2001 @12 ??"]);
    check("see Smith 2001, p. 12.", &["Smith 2001, p. 12 = Smith 2001 @12"]);
    check("Giddens (1984: xvi–xvii, 25–8) is", &["Giddens (1984: xvi–xvii, 25–8) = Giddens 1984 @xvi–xvii, 25–8"]);
    check("see Smith ([2016](https://example.org/a)) and", &["Smith ([2016] = Smith 2016", "https://example.org/a = url"]);
    check("Smith, J. (2001)", &["Smith, J. (2001) = Smith 2001"]);
}

#[test]
fn bodies() {
    check("(World Bank 2005)", &["World Bank 2005 = World Bank 2005"]);
    check("(UNDP, 2004)", &["UNDP, 2004 = UNDP 2004"]);
    check(
        "(Food and Agriculture Organization [FAO], 2010)",
        &["Food and Agriculture Organization [FAO], 2010 = Food and Agriculture Organization 2010"],
    );
    check("(Ministry of Health, 2004)", &["Ministry of Health, 2004 = Ministry of Health 2004"]);
    check("(see the Department for Education 2012: 4)", &["Department for Education 2012: 4 = Department for Education 2012 @4"]);
    check("(U.S. Department of Health, 2001)", &["U.S. Department of Health, 2001 = U.S. Department of Health 2001"]);
    check("(New York Times, 3 May 2001)", &["New York Times, 3 May 2001 = New York Times 2001 ??"]);
    check("(Source: World Bank, 2005)", &["World Bank, 2005 = World Bank 2005"]);
    check("(WHO, n.d.)", &["WHO, n.d. = WHO n.d."]);
    check("(“Study Finds”, 2001)", &["“Study Finds”, 2001 = Study Finds 2001 ??"]);
}

#[test]
fn of_many_languages() {
    check("(Luhmann 1984: 30 ff.; ders. 1997: 45)", &["Luhmann 1984: 30 ff. = Luhmann 1984 @30 ff", "1997: 45 = Luhmann 1997 @45"]);
    check("wie Beck/Giddens/Lash (1996) sagen", &["Beck/Giddens/Lash (1996) = Beck/Giddens/Lash 1996"]);
    check(
        "(Ministère de l'Éducation nationale, 2012)",
        &["Ministère de l'Éducation nationale, 2012 = Ministère de l'Éducation nationale 2012"],
    );
    check("Boltanski et Thévenot (1991, p. 45 et suiv.)", &["Boltanski et Thévenot (1991, p. 45 et suiv.) = Boltanski/Thévenot 1991 @45"]);
    check("Conforme Freire (1987, p. 3)", &["Freire (1987, p. 3) = Freire 1987 @3"]);
    check("(cf. Bourdieu, 1979, p. 12 ; Passeron, 1991)", &["Bourdieu, 1979, p. 12 = Bourdieu 1979 @12", "Passeron, 1991 = Passeron 1991"]);
    check("(Smith, cited in Jones 2003: 12)", &["Jones 2003: 12 = Jones 2003 @12"]);
    check("(eigene Darstellung nach Müller 2010)", &["Müller 2010 = Müller 2010"]);
    check("(véase Martín Barbero, 1987)", &["Martín Barbero, 1987 = Martín Barbero 1987"]);
    check("Pérez y Gómez (2004, p. 33)", &["Pérez y Gómez (2004, p. 33) = Pérez/Gómez 2004 @33"]);
    check("Kress and van Leeuwen's (1996/2006) grammar", &["Kress and van Leeuwen's (1996/2006) = Kress/van Leeuwen 1996/2006"]);
    check("Li, X. (2012)", &["Li, X. (2012) = Li 2012"]);
    check("(Stand: 2014) (Hervorhebung im Original) (siehe Kapitel 3.2)", &[]);
}

#[test]
fn only_the_list_can_say() {
    check("the Treaty of Rome (1957) and", &["Treaty of Rome (1957) = Treaty of Rome 1957 ??"]);
    check("Structure (1911) is", &["Structure (1911) = Structure 1911 ?"]);
    check("in May (2001)", &["May (2001) = May 2001 ??"]);
    check("the Children Act (1989)", &["Children Act (1989) = Children Act 1989 ??"]);
    check("Figure (2001)", &["Figure (2001) = Figure 2001 ??"]);
    check("(Berlin 1936)", &["Berlin 1936 = Berlin 1936 ??"]);
    check("(Smith 12)", &["Smith 12 = Smith “” @12 ?"]);
    check("(Smith and Jones 45)", &["Smith and Jones 45 = Smith/Jones “” @45 ?"]);
    check("(Smith, War 12–14)", &["Smith, War 12–14 = Smith “War” @12–14 ?"]);
    check("(Smith, “The War” 12)", &["Smith, “The War” 12 = Smith “The War” @12 ?"]);
    check("(“The War” 12)", &["“The War” 12 =  “The War” @12 ?"]);
    check("(Smith et al. 45; Jones 3)", &["Smith et al. 45 = Smith “” @45 ?", "Jones 3 = Jones “” @3 ?"]);
    check("(qtd. in Smith 12)", &["Smith 12 = Smith “” @12 ?"]);
    check("(Smith, op. cit., p. 12)", &["Smith, op. cit., p. 12 = Smith “” @12 ?"]);
    check("(Smith, p. 12)", &["Smith, p. 12 = Smith “” @12 ?"]);
}

#[test]
fn leaning_on_the_one_before() {
    check("so (ibid.) it", &["ibid. = lean"]);
    check("so (Ibid., 12) it", &["Ibid., 12 = lean @12"]);
    check("so (ibid: 12) it", &["ibid: 12 = lean @12"]);
    check("so (ibid., p. 12–13) it", &["ibid., p. 12–13 = lean @12–13"]);
    check("so (op. cit.) it", &["op. cit. = lean"]);
    check("so (op. cit., p. 4) it", &["op. cit., p. 4 = lean @4"]);
    check("so (ebd., S. 4) it", &["ebd., S. 4 = lean @4"]);
    check("so (a.a.O., S. 4) it", &["a.a.O., S. 4 = lean @4"]);
    check("so (p. 12) it", &["p. 12 = lean @12"]);
    check("so (pp. 12–14) it", &["pp. 12–14 = lean @12–14"]);
    check("so (S. 12) it", &["S. 12 = lean @12"]);
    check("so (p. 12, emphasis added) it", &["p. 12 = lean @12"]);
    check("so (see ibid.) it", &["ibid. = lean"]);
}

#[test]
fn numbers_and_labels() {
    check("as in [3].", &["3 = [3] ?"]);
    check("as in [3, 5–7].", &["3, 5–7 = [3, 5, 6, 7] ?"]);
    check("as in [3; 5]", &["3; 5 = [3, 5] ?"]);
    check("as in [3,5-7]", &["3,5-7 = [3, 5, 6, 7] ?"]);
    check("as in [3, p. 12]", &["3, p. 12 = [3] @12 ?"]);
    check("as in [see 3, 4]", &["3, 4 = [3, 4] ?"]);
    check("word[3]", &["3 = [3] ?"]);
    check("Smith et al. [12] show", &["12 = [12] ?"]);
    check("[Smi01]", &["Smi01 = Smi01 ?"]);
    check("[Smi01, ABC+99a]", &["Smi01, ABC+99a = Smi01/ABC+99a ?"]);
    check("(see [3])", &["3 = [3] ?"]);
}

#[test]
fn addresses() {
    check("see https://example.org/a_(b). It", &["https://example.org/a_(b) = url"]);
    check("(http://example.org/x)", &["http://example.org/x = url"]);
    check("at www.example.org, or", &["www.example.org = url"]);
    check("doi:10.1000/182.", &["doi:10.1000/182 = url"]);
    check("it is doi: 10.1000/abc.5", &["doi: 10.1000/abc.5 = url"]);
    check("it is 10.1000/abc.5", &["10.1000/abc.5 = url"]);
    check("https://doi.org/10.1000/182", &["https://doi.org/10.1000/182 = url"]);
    check("the ratio 10:2 and the word wow", &[]);
    check("(Smith 2001, http://example.org)", &["Smith 2001 = Smith 2001", "http://example.org = url"]);
}

#[test]
fn not_citations() {
    for text in [
        "it fell (1989).",
        "in 1989 (see Figure 2)",
        "Kant (1724–1804) wrote",
        "Kant (b. 1724) wrote",
        "a page (12) here",
        "(1) first, (2) second",
        "by equation (3)",
        "in [0, 1]",
        "x[1] and y[2]",
        "the interval [1, 5]",
        "he [sic] said",
        "[emphasis added]",
        "in [1952]",
        "(see Chapter 3)",
        "(Table 2)",
        "(n = 12)",
        "(p < .05)",
        "(p. 0.05)",
        "(45%)",
        "(Smith, personal communication, 3 May 2001)",
        "(interview, May 2001)",
        "(3 May 2001)",
        "(May 3, 2001)",
        "(London: Routledge, 2001)",
        "(since 2001)",
        "(N = 2001)",
        "(1999)",
        "(from 1990 to 2001)",
        "(see p. 12)",
        "(in 1989)",
        "(c. 1850)",
        "(2001, 2003)",
        "(Figure 3)",
        "(Section 4.2)",
        "(US$ 2000)",
        "(approximately 2000 people)",
        "(the 1990s)",
        "the 1990s (and later)",
        "on 3 May 2001 it",
        "in May 2001 it",
        "(Article 12)",
        "F(1, 45) = 3.2",
        "",
        "((((",
        "))))]]",
        "(",
        "[",
        "(Smith",
    ] {
        check(text, &[]);
    }
}

#[test]
fn markers_are_absent() {
    let text = "As Smith12 (2001)13 says [4].";
    let found = find(text, &[8..10, 17..19, 26..27]);
    let found: Vec<String> = found.iter().map(|callout| told(text, callout)).collect();
    assert_eq!(found, ["Smith12 (2001) = Smith 2001"]);
}

/// What texts with citations are made of, and what breaks them.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "((",
    "Smith",
    " ",
    " ",
    " ",
    "2001",
    "1999a",
    ",",
    ";",
    ":",
    ".",
    " and ",
    " et al.",
    "&",
    "/",
    "–",
    "p. 12",
    "pp. 4–5",
    "ibid.",
    "n.d.",
    "in press",
    "van der ",
    "O’Neill",
    "’",
    "'s",
    "“",
    "”",
    "3",
    "5–7",
    "[1952]",
    "J.",
    "J.-P.",
    "\u{ad}",
    "\u{a0}",
    "¨",
    "´",
    "é",
    "e\u{301}",
    "ﬁ",
    "王",
    "（",
    "）",
    "Иванов",
    "https://",
    "www.",
    "10.1000/",
    "doi:",
    "(eds.)",
    "[FAO]",
    "see ",
    "S. ",
    "a.a.O.",
    "\u{2028}",
    "🙂",
    "ı",
    "İ",
    "ẞ",
    "1",
    "99999999999",
    "12",
    "May ",
    "op. cit.",
    "xii",
    "vol. ",
    "§",
    "-",
    "_",
    "\n",
    "a",
    "b",
    "c",
    "Treaty of ",
    "\u{200b}",
    "“Title,” ",
    "UNDP",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text(pieces in prop::collection::vec((0..PIECES.len(), any::<char>(), 0..12u8), 0..60), marker in any::<(u16, u16)>()) {
        let mut text = String::new();
        for (piece, c, strange) in pieces {
            text.push_str(PIECES[piece]);
            if strange == 0 {
                text.push(c);
            }
        }
        let mut ends = [usize::from(marker.0) % (text.len() + 1), usize::from(marker.1) % (text.len() + 1)];
        ends.sort_unstable();
        let mut last = 0;
        let marker = ends[0]..ends[1];
        for callout in find(&text, std::slice::from_ref(&marker)) {
            prop_assert!(text.get(callout.range.clone()).is_some_and(|words| !words.is_empty()), "{text:?} {callout:?}");
            prop_assert!(callout.range.start >= last, "{text:?} {callout:?}");
            last = callout.range.end;
            if let Some(page) = &callout.locator {
                prop_assert!(text.get(page.clone()).is_some() && page.start >= callout.range.start && page.end <= callout.range.end, "{text:?} {callout:?}");
            }
            prop_assert!(callout.words.iter().all(|&at| text.is_char_boundary(at) && callout.range.contains(&at)), "{text:?} {callout:?}");
        }
        last = 0;
        for callout in find(&text, &[]) {
            prop_assert!(text.get(callout.range.clone()).is_some_and(|words| !words.is_empty()) && callout.range.start >= last, "{text:?} {callout:?}");
            last = callout.range.end;
        }
    }
}
