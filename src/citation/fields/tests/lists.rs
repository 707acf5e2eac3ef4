//! Entries of lists of references, in the styles of many trades.

use super::check;

#[test]
fn lists_apa_and_harvard() {
    check(
        r#"
E Smith, J. (2001) Title of the book, London: Routledge.
= au Smith, J. | ti Title of the book | pl London | pu Routledge | yr 2001
E Smith J 2001, 'Title of article', Journal of Hist, vol. 2, no. 3, pp. 4-5.
= au Smith, J | ti Title of article | co Journal of Hist | vo 2 | is 3 | yr 2001 | pp 4-5
E Bandura, A. (1977). Self-efficacy: Toward a unifying theory of behavioral change. Psychological Review, 84(2), 191–215. https://doi.org/10.1037/0033-295X.84.2.191
= au Bandura, A. | ti Self-efficacy: Toward a unifying theory of behavioral change | co Psychological Review | vo 84 | is 2 | yr 1977 | pp 191–215 | url https://doi.org/10.1037/0033-295X.84.2.191
E Kahneman, D., & Tversky, A. (1979). Prospect theory: An analysis of decision under risk. Econometrica, 47(2), 263-291.
= au Kahneman, D.; Tversky, A. | ti Prospect theory: An analysis of decision under risk | co Econometrica | vo 47 | is 2 | yr 1979 | pp 263-291
E Haybron, D. M. (2008). Philosophy and the science of subjective well-being. In M. Eid & R. J. Larsen (Eds.), The science of subjective well-being (pp. 17–43). Guilford Press.
= au Haybron, D. M. | ed Eid, M.; Larsen, R. J. | ti Philosophy and the science of subjective well-being | co The science of subjective well-being | pu Guilford Press | yr 2008 | pp 17–43
E American Psychological Association. (2010). Publication manual of the American Psychological Association (6th ed.). Washington, DC: Author.
= au American Psychological Association | ti Publication manual of the American Psychological Association | edn 6th | pl Washington, DC | pu Author | yr 2010
E Brown, B., Smith, C. D., & van der Berg, E. (2010a). Short title. Sage.
= au Brown, B.; Smith, C. D.; van der Berg, E. | ti Short title | pu Sage | yr 2010a
E Food and Agriculture Organization (2015). The State of Food Insecurity. Rome: FAO.
= au Food and Agriculture Organization | ti The State of Food Insecurity | pl Rome | pu FAO | yr 2015
E Grady, J. S. (2019, March 3). Why we sleep. The New York Times. https://www.nytimes.com/2019/03/03/sleep.html
= au Grady, J. S. | ti Why we sleep | co The New York Times | yr 2019 | url https://www.nytimes.com/2019/03/03/sleep.html
E Harris, L. (2014). Instructional leadership perceptions (Doctoral dissertation, Liberty University). Retrieved from https://digital.org/1
= au Harris, L. | ti Instructional leadership perceptions | pu Liberty University | yr 2014 | url https://digital.org/1
E Smith, J., 2001a. The long war. 2nd ed. Oxford: Oxford University Press.
= au Smith, J. | ti The long war | edn 2nd | pl Oxford | pu Oxford University Press | yr 2001a
E Jones, A. and Brown, B. (1999) 'The politics of memory', Memory Studies, 12(3), pp. 45–60.
= au Jones, A.; Brown, B. | ti The politics of memory | co Memory Studies | vo 12 | is 3 | yr 1999 | pp 45–60
E O'Neill, O. (n.d.). Trust and trustworthiness. Retrieved May 3, 2014, from http://example.org/trust
= au O'Neill, O. | ti Trust and trustworthiness | yr n.d. | ac May 3, 2014 | url http://example.org/trust
E al-Bashir, M., McDonald, R. & bin Laden, O. (forthcoming) Names. London: Verso.
= au al-Bashir, M.; McDonald, R.; bin Laden, O. | ti Names | pl London | pu Verso | yr forthcoming
E World Bank. 2001. World Development Report 2000/2001: Attacking Poverty. New York: Oxford University Press.
= au World Bank | ti World Development Report 2000/2001: Attacking Poverty | pl New York | pu Oxford University Press | yr 2001
E Freud, S. (1999 [1899]) The Interpretation of Dreams. Oxford: Oxford University Press.
= au Freud, S. | ti The Interpretation of Dreams | pl Oxford | pu Oxford University Press | yr 1999
E Putnam, Robert D. 1993. Making Democracy Work: Civic Traditions in Modern Italy. Princeton, NJ: Princeton University Press.
= au Putnam, Robert D. | ti Making Democracy Work: Civic Traditions in Modern Italy | pl Princeton, NJ | pu Princeton University Press | yr 1993
E Fearon, James D., and David D. Laitin. 2003. "Ethnicity, Insurgency, and Civil War." American Political Science Review 97 (1): 75–90.
= au Fearon, James D.; Laitin, David D. | ti Ethnicity, Insurgency, and Civil War | co American Political Science Review | vo 97 | is 1 | yr 2003 | pp 75–90
E ———. 2003. The Other Book. Chicago: University of Chicago Press.
= ti The Other Book | pl Chicago | pu University of Chicago Press | yr 2003
E Gould, Glenn. 1984. "Streisand as Schwarzkopf." In The Glenn Gould Reader, edited by Tim Page, 308–11. New York: Vintage.
= au Gould, Glenn | ed Page, Tim | ti Streisand as Schwarzkopf | co The Glenn Gould Reader | pl New York | pu Vintage | yr 1984 | pp 308–11
E Zartman, I. W. (ed.) (1995) Elusive Peace. Washington, DC: Brookings Institution.
= ed Zartman, I. W. | ti Elusive Peace | pl Washington, DC | pu Brookings Institution | yr 1995
E Lee, K., et al. (2020). A study of sleep. Nature, 580, 12–19.
= au Lee, K. | ti A study of sleep | co Nature | vo 580 | yr 2020 | pp 12–19
E UNDP (2005) Human Development Report 2005. New York: UNDP.
= au UNDP | ti Human Development Report 2005 | pl New York | pu UNDP | yr 2005
E Ministry of Foreign Affairs and Trade (2011) Annual Report, Wellington: MFAT.
= au Ministry of Foreign Affairs and Trade | ti Annual Report | pl Wellington | pu MFAT | yr 2011
"#,
    );
}

#[test]
fn lists_mla_and_chicago() {
    check(
        r#"
E Said, Edward W. Culture and Imperialism. New York: Knopf, 1994. Print.
= au Said, Edward W. | ti Culture and Imperialism | pl New York | pu Knopf | yr 1994
E Bagchi, Alaknanda. "Conflicting Nationalisms: The Voice of the Subaltern." Tulsa Studies in Women's Literature, vol. 15, no. 1, 1996, pp. 41-50.
= au Bagchi, Alaknanda | ti Conflicting Nationalisms: The Voice of the Subaltern | co Tulsa Studies in Women's Literature | vo 15 | is 1 | yr 1996 | pp 41-50
E Harris, Muriel. "Talk to Me: Engaging Reluctant Writers." A Tutor's Guide: Helping Writers One to One, edited by Ben Rafoth, Heinemann, 2000, pp. 24-34.
= au Harris, Muriel | ed Rafoth, Ben | ti Talk to Me: Engaging Reluctant Writers | co A Tutor's Guide: Helping Writers One to One | pu Heinemann | yr 2000 | pp 24-34
E Duvall, John N. "The (Super)Marketplace of Images." Arizona Quarterly 50.3 (1994): 127-53. Print.
= au Duvall, John N. | ti The (Super)Marketplace of Images | co Arizona Quarterly | vo 50 | is 3 | yr 1994 | pp 127-53
E Gillespie, Paula, and Neal Lerner. The Allyn and Bacon Guide to Peer Tutoring. Allyn and Bacon, 2000.
= au Gillespie, Paula; Lerner, Neal | ti The Allyn and Bacon Guide to Peer Tutoring | pu Allyn and Bacon | yr 2000
E Lynch, Dov. Russian Peacekeeping Strategies in the CIS. New York: St. Martin's Press, 2000.
= au Lynch, Dov | ti Russian Peacekeeping Strategies in the CIS | pl New York | pu St. Martin's Press | yr 2000
E Weinstein, Joshua I. "The Market in Plato's Republic." Classical Philology 104 (2009): 439–58.
= au Weinstein, Joshua I. | ti The Market in Plato's Republic | co Classical Philology | vo 104 | yr 2009 | pp 439–58
E Akiner, Shirin, and Catherine Barnes. "The Tajik Civil War." In Politics of Compromise, edited by Kamoluddin Abdullaev and Catherine Barnes, 16–23. London: Conciliation Resources, 2001.
= au Akiner, Shirin; Barnes, Catherine | ed Abdullaev, Kamoluddin; Barnes, Catherine | ti The Tajik Civil War | co Politics of Compromise | pl London | pu Conciliation Resources | yr 2001 | pp 16–23
E García Márquez, Gabriel. Cien años de soledad. Buenos Aires: Editorial Sudamericana, 1967.
= au García Márquez, Gabriel | ti Cien años de soledad | pl Buenos Aires | pu Editorial Sudamericana | yr 1967
E "Business: Global Warming's Boom Town." The Economist 26 May 2007: 82. Print.
= ti Business: Global Warming's Boom Town | co The Economist | yr 2007 | pp 82
E Tilly, Charles, ed. The Formation of National States in Western Europe. Princeton: Princeton University Press, 1975.
= ed Tilly, Charles | ti The Formation of National States in Western Europe | pl Princeton | pu Princeton University Press | yr 1975
E Beowulf: A New Verse Translation. New York: Norton, 2000.
= ti Beowulf: A New Verse Translation | pl New York | pu Norton | yr 2000
E King, Martin Luther, Jr. Why We Can't Wait. New York: Harper & Row, 1964.
= au King, Martin Luther | ti Why We Can't Wait | pl New York | pu Harper & Row | yr 1964
E Kofi Annan. We the Peoples: The Role of the United Nations. New York: United Nations, 2000.
= au Annan, Kofi | ti We the Peoples: The Role of the United Nations | pl New York | pu United Nations | yr 2000
"#,
    );
}

#[test]
fn lists_of_sciences() {
    check(
        r#"
E Smith, J., Jones, K., ... & Brown, L. (2015). A big study. PLoS ONE, 10(3), e0123456.
= au Smith, J.; Jones, K.; Brown, L. | ti A big study | co PLoS ONE | vo 10 | is 3 | yr 2015 | pp e0123456
E O'Brien, T., d'Alembert, J., & von Humboldt, W. (2003, in press). Some work. Cambridge, England: Polity.
= au O'Brien, T.; d'Alembert, J.; von Humboldt, W. | ti Some work | pl Cambridge, England | pu Polity | yr 2003
E Smith J, Jones AB. Title of the paper. J Hist. 2001;12(3):45-9.
= au Smith, J; Jones, AB | ti Title of the paper | co J Hist | vo 12 | is 3 | yr 2001 | pp 45-9
E SMITH, John. Title of the book. London: Routledge, 2001. ISBN 978-0-415-12345-6.
= au SMITH, John | ti Title of the book | pl London | pu Routledge | yr 2001
E [1] J. Smith and A. Jones, "Title of paper," Proc. X, vol. 2, pp. 3–4, 2001.
= au Smith, J.; Jones, A. | ti Title of paper | co Proc. X | vo 2 | yr 2001 | pp 3–4
E Hothorn T, Hornik K (2006). "Unbiased Recursive Partitioning." Journal of Computational and Graphical Statistics, 15(3), 651–674. doi:10.1198/106186006X133933.
= au Hothorn, T; Hornik, K | ti Unbiased Recursive Partitioning | co Journal of Computational and Graphical Statistics | vo 15 | is 3 | yr 2006 | pp 651–674 | url 10.1198/106186006X133933
E 12. Halpern SD, Ubel PA, Caplan AL. Solid-organ transplantation in HIV-infected patients. N Engl J Med. 2002 Jul 25;347(4):284-7.
= au Halpern, SD; Ubel, PA; Caplan, AL | ti Solid-organ transplantation in HIV-infected patients | co N Engl J Med | vo 347 | is 4 | yr 2002 | pp 284-7
E Murray PR, Rosenthal KS, Kobayashi GS, Pfaller MA. Medical microbiology. 4th ed. St. Louis: Mosby; 2002.
= au Murray, PR; Rosenthal, KS; Kobayashi, GS; Pfaller, MA | ti Medical microbiology | edn 4th | pl St. Louis | pu Mosby | yr 2002
E [12] A. Vaswani et al., "Attention is all you need," in Advances in Neural Information Processing Systems, 2017, pp. 5998–6008.
= au Vaswani, A. | ti Attention is all you need | co Advances in Neural Information Processing Systems | yr 2017 | pp 5998–6008
E Jacob Devlin, Ming-Wei Chang, Kenton Lee, and Kristina Toutanova. 2019. BERT: Pre-training of deep bidirectional transformers. In Proceedings of NAACL, pages 4171–4186, Minneapolis, Minnesota. Association for Computational Linguistics.
= au Devlin, Jacob; Chang, Ming-Wei; Lee, Kenton; Toutanova, Kristina | ti BERT: Pre-training of deep bidirectional transformers | co Proceedings of NAACL | pl Minneapolis, Minnesota | pu Association for Computational Linguistics | yr 2019 | pp 4171–4186
E Smith, J., Jones, A.B.: A title of some work. J. Hist. Sci. 12(3), 45–67 (2001)
= au Smith, J.; Jones, A.B. | ti A title of some work | co J. Hist. Sci. | vo 12 | is 3 | yr 2001 | pp 45–67
E 3. Knuth, D.E.: The Art of Computer Programming, vol. 1, 3rd edn. Addison-Wesley, Boston (1997)
= au Knuth, D.E. | ti The Art of Computer Programming | vo 1 | edn 3rd | pl Boston | pu Addison-Wesley | yr 1997
E R Core Team (2020). R: A Language and Environment for Statistical Computing. R Foundation for Statistical Computing, Vienna, Austria. URL https://www.R-project.org/.
= au R Core Team | ti R: A Language and Environment for Statistical Computing | pl Vienna, Austria | pu R Foundation for Statistical Computing | yr 2020 | url https://www.R-project.org/
E Hochreiter, S., and Schmidhuber, J. Long short-term memory. Neural Computation 9, 8 (1997), 1735–1780.
= au Hochreiter, S.; Schmidhuber, J. | ti Long short-term memory | co Neural Computation | vo 9 | is 8 | yr 1997 | pp 1735–1780
"#,
    );
}

#[test]
fn lists_continental() {
    check(
        r#"
E Müller, Hans: Der Krieg. Eine Geschichte, 2. Aufl., München: Beck 1999.
= au Müller, Hans | ti Der Krieg. Eine Geschichte | edn 2 | pl München | pu Beck | yr 1999
E Müller, Hans: Krieg und Frieden, in: Ders. (Hg.), Titel des Bandes, Berlin 1999, S. 45–60.
= au Müller, Hans | ti Krieg und Frieden | co Titel des Bandes | pl Berlin | yr 1999 | pp 45–60
E Schmidt, Anna (Hrsg.): Handbuch der Politik, Bd. 2, Opladen: Westdeutscher Verlag 1985.
= ed Schmidt, Anna | ti Handbuch der Politik | vo 2 | pl Opladen | pu Westdeutscher Verlag | yr 1985
E Habermas, Jürgen: Strukturwandel der Öffentlichkeit. Untersuchungen zu einer Kategorie der bürgerlichen Gesellschaft. Frankfurt am Main: Suhrkamp, 1990.
= au Habermas, Jürgen | ti Strukturwandel der Öffentlichkeit. Untersuchungen zu einer Kategorie der bürgerlichen Gesellschaft | pl Frankfurt am Main | pu Suhrkamp | yr 1990
E Meier, Christian: Die Welt der Geschichte. In: Historische Zeitschrift 250 (1990), H. 2, S. 1–20.
= au Meier, Christian | ti Die Welt der Geschichte | co Historische Zeitschrift | vo 250 | is 2 | yr 1990 | pp 1–20
E DURAND Jean, « Titre de l'article », Revue, vol. 3, n° 2, 1999, p. 12-34.
= au DURAND, Jean | ti Titre de l'article | co Revue | vo 3 | is 2 | yr 1999 | pp 12-34
E BOURDIEU Pierre, La Distinction. Critique sociale du jugement, Paris, Minuit, 1979.
= au BOURDIEU, Pierre | ti La Distinction. Critique sociale du jugement | pl Paris | pu Minuit | yr 1979
E Le Goff, Jacques (dir.), La nouvelle histoire, Paris, Retz, 1978.
= ed Le Goff, Jacques | ti La nouvelle histoire | pl Paris | pu Retz | yr 1978
E Rossi, Mario (a cura di), Storia d'Italia, Torino, Einaudi, 1972.
= ed Rossi, Mario | ti Storia d'Italia | pl Torino | pu Einaudi | yr 1972
E Ortega y Gasset, José (1930): La rebelión de las masas. Madrid: Revista de Occidente.
= au Ortega y Gasset, José | ti La rebelión de las masas | pl Madrid | pu Revista de Occidente | yr 1930
E Weber, Max: Politik als Beruf, s.d., http://example.de/weber, consulté le 3 mai 2014.
= au Weber, Max | ti Politik als Beruf | yr s.d. | url http://example.de/weber | ac 3 mai 2014
E Braudel, F., La Méditerranée, 2e éd., Paris, Colin, 1966, 2 vol.
= au Braudel, F. | ti La Méditerranée | edn 2e | pl Paris | pu Colin | yr 1966
E Достоевский, Ф. М. Преступление и наказание. Москва: Наука, 1970.
= au Достоевский, Ф. М. | ti Преступление и наказание | pl Москва | pu Наука | yr 1970
"#,
    );
}

#[test]
fn lists_of_all_sorts() {
    check(
        r#"
E Abdullaev, K. and Akbarzadeh, S. (2010) Historical Dictionary of Tajikistan, 2nd edn, Lanham: Scarecrow Press.
= au Abdullaev, K.; Akbarzadeh, S. | ti Historical Dictionary of Tajikistan | edn 2nd | pl Lanham | pu Scarecrow Press | yr 2010
E Heathershaw, J. (2009). Post-conflict Tajikistan: The politics of peacebuilding and the emergence of legitimate order. Routledge.
= au Heathershaw, J. | ti Post-conflict Tajikistan: The politics of peacebuilding and the emergence of legitimate order | pu Routledge | yr 2009
E Nourzhanov, Kirill, and Christian Bleuer. Tajikistan: A Political and Social History. Canberra: ANU E Press, 2013.
= au Nourzhanov, Kirill; Bleuer, Christian | ti Tajikistan: A Political and Social History | pl Canberra | pu ANU E Press | yr 2013
E Driscoll, Jesse. Warlords and Coalition Politics in Post-Soviet States. Cambridge UP, 2015.
= au Driscoll, Jesse | ti Warlords and Coalition Politics in Post-Soviet States | pu Cambridge UP | yr 2015
E Epkenhans, T. (2016) The Origins of the Civil War in Tajikistan. Lanham, MD: Lexington Books.
= au Epkenhans, T. | ti The Origins of the Civil War in Tajikistan | pl Lanham, MD | pu Lexington Books | yr 2016
E Iji, T. (2001). Multiparty mediation in Tajikistan: The 1997 peace agreement. International Negotiation, 6(3), 357–385.
= au Iji, T. | ti Multiparty mediation in Tajikistan: The 1997 peace agreement | co International Negotiation | vo 6 | is 3 | yr 2001 | pp 357–385
E Hay, Emily R. "Methodology of the Inter-Tajik Negotiation Process." Accord 10 (2001): 38-43.
= au Hay, Emily R. | ti Methodology of the Inter-Tajik Negotiation Process | co Accord | vo 10 | yr 2001 | pp 38-43
E Goryayev, Vladimir. "Architecture of International Involvement." In Politics of Compromise: The Tajikistan Peace Process, edited by Kamoluddin Abdullaev and Catherine Barnes, 32–37. Accord 10. London: Conciliation Resources, 2001.
= au Goryayev, Vladimir | ed Abdullaev, Kamoluddin; Barnes, Catherine | ti Architecture of International Involvement | co Politics of Compromise: The Tajikistan Peace Process | pl London | pu Conciliation Resources | yr 2001 | pp 32–37
E Saunders, H. H. (1999). A public peace process: Sustained dialogue to transform racial and ethnic conflicts. New York: St. Martin's Press.
= au Saunders, H. H. | ti A public peace process: Sustained dialogue to transform racial and ethnic conflicts | pl New York | pu St. Martin's Press | yr 1999
E LeCun Y, Bengio Y, Hinton G. Deep learning. Nature 2015;521:436–44.
= au LeCun, Y; Bengio, Y; Hinton, G | ti Deep learning | co Nature | vo 521 | yr 2015 | pp 436–44
E [7] K. He, X. Zhang, S. Ren, and J. Sun, "Deep residual learning for image recognition," in Proc. IEEE Conf. Comput. Vis. Pattern Recognit., Jun. 2016, pp. 770–778.
= au He, K.; Zhang, X.; Ren, S.; Sun, J. | ti Deep residual learning for image recognition | co Proc. IEEE Conf. Comput. Vis. Pattern Recognit | yr 2016 | pp 770–778
E Bates D, Mächler M, Bolker B, Walker S (2015). "Fitting Linear Mixed-Effects Models Using lme4." Journal of Statistical Software, 67(1), 1–48. doi:10.18637/jss.v067.i01.
= au Bates, D; Mächler, M; Bolker, B; Walker, S | ti Fitting Linear Mixed-Effects Models Using lme4 | co Journal of Statistical Software | vo 67 | is 1 | yr 2015 | pp 1–48 | url 10.18637/jss.v067.i01
E Tomas Mikolov, Kai Chen, Greg Corrado, and Jeffrey Dean. 2013. Efficient estimation of word representations in vector space. arXiv preprint arXiv:1301.3781.
= au Mikolov, Tomas; Chen, Kai; Corrado, Greg; Dean, Jeffrey | ti Efficient estimation of word representations in vector space | co arXiv preprint arXiv:1301.3781 | yr 2013
E Newell, A., Simon, H.A.: Human Problem Solving. Prentice-Hall, Englewood Cliffs (1972)
= au Newell, A.; Simon, H.A. | ti Human Problem Solving | pl Englewood Cliffs | pu Prentice-Hall | yr 1972
E Venables WN, Ripley BD (2002). Modern Applied Statistics with S. 4th edition. Springer-Verlag, New York.
= au Venables, WN; Ripley, BD | ti Modern Applied Statistics with S | edn 4th | pl New York | pu Springer-Verlag | yr 2002
E Luhmann, Niklas (1984): Soziale Systeme. Grundriß einer allgemeinen Theorie, Frankfurt/M.: Suhrkamp.
= au Luhmann, Niklas | ti Soziale Systeme. Grundriß einer allgemeinen Theorie | pl Frankfurt/M | pu Suhrkamp | yr 1984
E Berger, Peter L./Luckmann, Thomas (1969): Die gesellschaftliche Konstruktion der Wirklichkeit. Frankfurt am Main: Fischer.
= au Berger, Peter L.; Luckmann, Thomas | ti Die gesellschaftliche Konstruktion der Wirklichkeit | pl Frankfurt am Main | pu Fischer | yr 1969
E Welskopp, Thomas: Das Banner der Brüderlichkeit, in: Müller, Hans / Schmidt, Anna (Hrsg.): Arbeit und Gesellschaft, Bonn 2000, S. 12–40.
= au Welskopp, Thomas | ed Müller, Hans; Schmidt, Anna | ti Das Banner der Brüderlichkeit | co Arbeit und Gesellschaft | pl Bonn | yr 2000 | pp 12–40
E Weber, Klaus. Die Stadt im Mittelalter. Diss. Univ. Heidelberg 1987.
= au Weber, Klaus | ti Die Stadt im Mittelalter | pu Univ. Heidelberg | yr 1987
E NORA Pierre (dir.), Les Lieux de mémoire, t. I : La République, Paris, Gallimard, 1984, 674 p.
= ed NORA, Pierre | ti Les Lieux de mémoire | vo I | pl Paris | pu Gallimard | yr 1984
E Latour, B. (1991). Nous n'avons jamais été modernes : essai d'anthropologie symétrique. Paris : La Découverte.
= au Latour, B. | ti Nous n'avons jamais été modernes : essai d'anthropologie symétrique | pl Paris | pu La Découverte | yr 1991
E Eco, Umberto, Opera aperta, Milano, Bompiani, 1962.
= au Eco, Umberto | ti Opera aperta | pl Milano | pu Bompiani | yr 1962
E Vargas Llosa, Mario. La ciudad y los perros. Barcelona: Seix Barral, 1963.
= au Vargas Llosa, Mario | ti La ciudad y los perros | pl Barcelona | pu Seix Barral | yr 1963
E Council of Europe (1950) European Convention on Human Rights. Strasbourg: Council of Europe.
= au Council of Europe | ti European Convention on Human Rights | pl Strasbourg | pu Council of Europe | yr 1950
E Office for National Statistics. (2016). Population trends. https://www.ons.gov.uk/population
= au Office for National Statistics | ti Population trends | yr 2016 | url https://www.ons.gov.uk/population
E Cohen, S. (1972) Folk Devils and Moral Panics. London: MacGibbon and Kee.
= au Cohen, S. | ti Folk Devils and Moral Panics | pl London | pu MacGibbon and Kee | yr 1972
E Hall, S., Critcher, C., Jefferson, T., Clarke, J. and Roberts, B. (1978) Policing the Crisis: Mugging, the State, and Law and Order, London: Macmillan.
= au Hall, S.; Critcher, C.; Jefferson, T.; Clarke, J.; Roberts, B. | ti Policing the Crisis: Mugging, the State, and Law and Order | pl London | pu Macmillan | yr 1978
E Gilroy, P. (1993) "The Black Atlantic as a Counterculture of Modernity" in The Black Atlantic: Modernity and Double Consciousness. Cambridge, MA: Harvard University Press, pp. 1-40.
= au Gilroy, P. | ti The Black Atlantic as a Counterculture of Modernity | co The Black Atlantic: Modernity and Double Consciousness | pl Cambridge, MA | pu Harvard University Press | yr 1993 | pp 1-40
E Massey, D. (1991) 'A Global Sense of Place', Marxism Today, June, pp. 24-29.
= au Massey, D. | ti A Global Sense of Place | co Marxism Today | yr 1991 | pp 24-29
E Anzaldúa, Gloria. Borderlands/La Frontera: The New Mestiza. San Francisco: Aunt Lute, 1987.
= au Anzaldúa, Gloria | ti Borderlands/La Frontera: The New Mestiza | pl San Francisco | pu Aunt Lute | yr 1987
E Appadurai, Arjun. "Disjuncture and Difference in the Global Cultural Economy." Public Culture 2.2 (1990): 1-24. Web. 3 May 2012.
= au Appadurai, Arjun | ti Disjuncture and Difference in the Global Cultural Economy | co Public Culture | vo 2 | is 2 | yr 1990 | pp 1-24 | ac 3 May 2012
E Morrison, Toni. Interview by Charlie Rose. PBS, 7 May 1993.
= au Morrison, Toni | ti Interview by Charlie Rose | pu PBS | yr 1993
E Thrift N, 2004, "Intensities of feeling: towards a spatial politics of affect" Geografiska Annaler 86B 57–78
= au Thrift, N | ti Intensities of feeling: towards a spatial politics of affect | co Geografiska Annaler | vo 86B | yr 2004 | pp 57–78
E Ostrom, E. 1990. Governing the commons: the evolution of institutions for collective action. Cambridge University Press, Cambridge, UK.
= au Ostrom, E. | ti Governing the commons: the evolution of institutions for collective action | pl Cambridge, UK | pu Cambridge University Press | yr 1990
E Hardin, G. 1968. The tragedy of the commons. Science 162:1243-1248.
= au Hardin, G. | ti The tragedy of the commons | co Science | vo 162 | yr 1968 | pp 1243-1248
E Nietzsche, Friedrich. 1967 [1887]. On the Genealogy of Morals. Translated by Walter Kaufmann. New York: Vintage.
= au Nietzsche, Friedrich | ti On the Genealogy of Morals | pl New York | pu Vintage | yr 1967
E de Certeau, Michel (1984) The Practice of Everyday Life, trans. S. Rendall, Berkeley: University of California Press.
= au de Certeau, Michel | ti The Practice of Everyday Life | pl Berkeley | pu University of California Press | yr 1984
E Mbembe, A. & Nuttall, S. (Eds.). (2008). Johannesburg: The elusive metropolis. Duke University Press.
= ed Mbembe, A.; Nuttall, S. | ti Johannesburg: The elusive metropolis | pu Duke University Press | yr 2008
E United Nations General Assembly. Universal Declaration of Human Rights. A/RES/217. 10 December 1948.
= au United Nations General Assembly | ti Universal Declaration of Human Rights | yr 1948
E "Tajikistan." Encyclopaedia Britannica. 2015. Web. <http://www.britannica.com/place/Tajikistan>. Accessed 2 May 2015.
= ti Tajikistan | co Encyclopaedia Britannica | yr 2015 | url http://www.britannica.com/place/Tajikistan | ac 2 May 2015
E Lynch D., Russian Peacekeeping Strategies in the CIS, London, Macmillan, 2000.
= au Lynch, D. | ti Russian Peacekeeping Strategies in the CIS | pl London | pu Macmillan | yr 2000
E Akbarzadeh, Shahram. "Why Did Nationalism Fail in Tajikistan?" Europe-Asia Studies, Vol. 48, No. 7, 1996, 1105-1129.
= au Akbarzadeh, Shahram | ti Why Did Nationalism Fail in Tajikistan? | co Europe-Asia Studies | vo 48 | is 7 | yr 1996 | pp 1105-1129
E Mullerson, Rein. Central Asia: A Chessboard and Player in the New Great Game. London: Kegan Paul, 2007.
= au Mullerson, Rein | ti Central Asia: A Chessboard and Player in the New Great Game | pl London | pu Kegan Paul | yr 2007
E Zviagelskaya, I. (1998). The Tajik conflict. Moscow: Russian Center for Strategic Research and International Studies.
= au Zviagelskaya, I. | ti The Tajik conflict | pl Moscow | pu Russian Center for Strategic Research and International Studies | yr 1998
E Jonson, L 2006, Tajikistan in the new Central Asia: geopolitics, great power rivalry and radical Islam, I.B. Tauris, London.
= au Jonson, L | ti Tajikistan in the new Central Asia: geopolitics, great power rivalry and radical Islam | pl London | pu I.B. Tauris | yr 2006
E Brown, P & Levinson, S 1987, Politeness: some universals in language usage, Cambridge University Press, Cambridge.
= au Brown, P; Levinson, S | ti Politeness: some universals in language usage | pl Cambridge | pu Cambridge University Press | yr 1987
E Walter, Barbara F. "The Critical Barrier to Civil War Settlement." International Organization 51, no. 3 (1997): 335-64.
= au Walter, Barbara F. | ti The Critical Barrier to Civil War Settlement | co International Organization | vo 51 | is 3 | yr 1997 | pp 335-64
E Posen, B. R. (1993a) ‘The Security Dilemma and Ethnic Conflict’. Survival 35(1): 27–47.
= au Posen, B. R. | ti The Security Dilemma and Ethnic Conflict | co Survival | vo 35 | is 1 | yr 1993a | pp 27–47
E Pedregosa F, Varoquaux G, Gramfort A, et al. Scikit-learn: Machine learning in Python. J Mach Learn Res. 2011;12:2825–30.
= au Pedregosa, F; Varoquaux, G; Gramfort, A | ti Scikit-learn: Machine learning in Python | co J Mach Learn Res | vo 12 | yr 2011 | pp 2825–30
E Peters ME, Neumann M, Iyyer M, … Zettlemoyer L (2018) Deep contextualized word representations. arXiv:1802.05365
= au Peters, ME; Neumann, M; Iyyer, M; Zettlemoyer, L | ti Deep contextualized word representations | co arXiv:1802.05365 | yr 2018
E Emily M. Bender and Alexander Koller. 2020. Climbing towards NLU: On meaning, form, and understanding in the age of data. In Proceedings of the 58th Annual Meeting of the Association for Computational Linguistics, pages 5185–5198, Online. Association for Computational Linguistics.
= au Bender, Emily M.; Koller, Alexander | ti Climbing towards NLU: On meaning, form, and understanding in the age of data | co Proceedings of the 58th Annual Meeting of the Association for Computational Linguistics | pu Association for Computational Linguistics | yr 2020 | pp 5185–5198
E 4. Goodfellow, I., Bengio, Y., Courville, A.: Deep Learning. MIT Press, Cambridge (2016)
= au Goodfellow, I.; Bengio, Y.; Courville, A. | ti Deep Learning | pl Cambridge | pu MIT Press | yr 2016
E 15. Ronneberger, O., Fischer, P., Brox, T.: U-Net: convolutional networks for biomedical image segmentation. In: Navab, N., Hornegger, J. (eds.) MICCAI 2015. LNCS, vol. 9351, pp. 234–241. Springer, Heidelberg (2015)
= au Ronneberger, O.; Fischer, P.; Brox, T. | ed Navab, N.; Hornegger, J. | ti U-Net: convolutional networks for biomedical image segmentation | co MICCAI 2015 | vo 9351 | pl Heidelberg | pu Springer | yr 2015 | pp 234–241
E [3] D. E. Knuth, The Art of Computer Programming, 3rd ed., vol. 1. Reading, MA, USA: Addison-Wesley, 1997.
= au Knuth, D. E. | ti The Art of Computer Programming | edn 3rd | vo 1 | pl Reading, MA, USA | pu Addison-Wesley | yr 1997
E Elias, Norbert: Über den Prozeß der Zivilisation, 2 Bde., Frankfurt a.M. 1976.
= au Elias, Norbert | ti Über den Prozeß der Zivilisation | pl Frankfurt a.M. | yr 1976
E Beck, Ulrich (1986): Risikogesellschaft. Auf dem Weg in eine andere Moderne. Frankfurt/Main: Suhrkamp.
= au Beck, Ulrich | ti Risikogesellschaft. Auf dem Weg in eine andere Moderne | pl Frankfurt/Main | pu Suhrkamp | yr 1986
E Kocka, J. (Hg.), Bürger und Bürgerlichkeit im 19. Jahrhundert, Göttingen: Vandenhoeck & Ruprecht 1987.
= ed Kocka, J. | ti Bürger und Bürgerlichkeit im 19. Jahrhundert | pl Göttingen | pu Vandenhoeck & Ruprecht | yr 1987
E GENETTE, Gérard, Figures III, Paris, Seuil, coll. « Poétique », 1972.
= au GENETTE, Gérard | ti Figures III | pl Paris | pu Seuil | yr 1972
E Le Roy Ladurie, Emmanuel. Montaillou, village occitan de 1294 à 1324. Paris: Gallimard, 1975.
= au Le Roy Ladurie, Emmanuel | ti Montaillou, village occitan de 1294 à 1324 | pl Paris | pu Gallimard | yr 1975
E Pérez, J. y Gómez, M. (2005). La guerra civil española. Madrid: Alianza.
= au Pérez, J.; Gómez, M. | ti La guerra civil española | pl Madrid | pu Alianza | yr 2005
E Calvino, Italo, Le città invisibili, Einaudi, Torino 1972.
= au Calvino, Italo | ti Le città invisibili | pl Torino | pu Einaudi | yr 1972
E Achebe, Chinua. "An Image of Africa: Racism in Conrad's Heart of Darkness." Massachusetts Review 18.4 (1977): 782-94.
= au Achebe, Chinua | ti An Image of Africa: Racism in Conrad's Heart of Darkness | co Massachusetts Review | vo 18 | is 4 | yr 1977 | pp 782-94
E van Dijk, Teun A. Discourse and Power. Palgrave Macmillan, 2008.
= au van Dijk, Teun A. | ti Discourse and Power | pu Palgrave Macmillan | yr 2008
E European Commission, 2014. Report on competition policy 2013. Brussels: European Commission.
= au European Commission | ti Report on competition policy 2013 | pl Brussels | pu European Commission | yr 2014
E IPCC, 2014: Climate Change 2014: Synthesis Report. IPCC, Geneva, Switzerland, 151 pp.
= au IPCC | ti Climate Change 2014: Synthesis Report | pl Geneva, Switzerland | pu IPCC | yr 2014
E Folke, C., S. Carpenter, B. Walker, M. Scheffer, and T. Elmqvist. 2004. Regime shifts, resilience, and biodiversity in ecosystem management. Annual Review of Ecology, Evolution, and Systematics 35:557-581.
= au Folke, C.; Carpenter, S.; Walker, B.; Scheffer, M.; Elmqvist, T. | ti Regime shifts, resilience, and biodiversity in ecosystem management | co Annual Review of Ecology, Evolution, and Systematics | vo 35 | yr 2004 | pp 557-581
E Geertz, C. (1973a) 'Thick Description' in The Interpretation of Cultures: Selected Essays, New York: Basic Books, 3–30.
= au Geertz, C. | ti Thick Description | co The Interpretation of Cultures: Selected Essays | pl New York | pu Basic Books | yr 1973a | pp 3–30
E Fanon, Frantz. The Wretched of the Earth. Translated by Richard Philcox, Grove Press, 2004.
= au Fanon, Frantz | ti The Wretched of the Earth | pu Grove Press | yr 2004
E Rose, N. and Miller, P. (1992) Political power beyond the State: problematics of government. British Journal of Sociology, 43 (2), 173-205. Available at: https://doi.org/10.2307/591464 [Accessed 3 May 2020].
= au Rose, N.; Miller, P. | ti Political power beyond the State: problematics of government | co British Journal of Sociology | vo 43 | is 2 | yr 1992 | pp 173-205 | url https://doi.org/10.2307/591464 | ac 3 May 2020
E Anderson, B. (1991 [1983]) Imagined Communities, revised edn, London: Verso.
= au Anderson, B. | ti Imagined Communities | edn revised | pl London | pu Verso | yr 1991
E Tilly, C. (1985) ‘War Making and State Making as Organized Crime’, in P. Evans, D. Rueschemeyer and T. Skocpol (eds) Bringing the State Back In. Cambridge: Cambridge University Press, pp. 169–191.
= au Tilly, C. | ed Evans, P.; Rueschemeyer, D.; Skocpol, T. | ti War Making and State Making as Organized Crime | co Bringing the State Back In | pl Cambridge | pu Cambridge University Press | yr 1985 | pp 169–191
E Jones, Mark. "Mediation and Its Limits." PhD diss., University of Leeds, 2004.
= au Jones, Mark | ti Mediation and Its Limits | pu University of Leeds | yr 2004
E Hartman, S. V. Scenes of Subjection. 1997. Oxford UP.
= au Hartman, S. V. | ti Scenes of Subjection | pu Oxford UP | yr 1997
E History of the Tajik People, Vol. 3, Dushanbe: Donish, 1999.
= ti History of the Tajik People | vo 3 | pl Dushanbe | pu Donish | yr 1999
"#,
    );
}
