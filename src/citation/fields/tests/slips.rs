//! What line ends, fonts and hasty hands do to references, and lists of names that end where nobody says so.

use super::check;

#[test]
fn references_with_slips() {
    check(
        r#"
N http://www.lea.example/about/old- weirs.html
= url http://www.lea.example/about/old-weirs.html
N www.lea.example/weirs (last accessed 3 July 2013)
= url www.lea.example/weirs | ac 3 July 2013
N http: //www.lea.example/weirs.html
= url http://www.lea.example/weirs.html
E Reed T (2009). “Counting Weirs.” Journal of Weirs, 4(2), 11–19. URL http://www.lea. example/v04/i02/.
= au Reed, T | ti Counting Weirs | co Journal of Weirs | vo 4 | is 2 | yr 2009 | pp 11–19 | url http://www.lea.example/v04/i02/
E Reed T (2009). “Counting Weirs.” Journal of Weirs, 4(2), 1121– 1129. doi:10.9999/jow. v004.i02.
= au Reed, T | ti Counting Weirs | co Journal of Weirs | vo 4 | is 2 | yr 2009 | pp 1121–1129 | url 10.9999/jow.v004.i02
E Reed T (2009). “The “Odd Weir” Again.” Journal of Weirs, 4(2), 11–19.
= au Reed, T | ti The “Odd Weir” Again | co Journal of Weirs | vo 4 | is 2 | yr 2009 | pp 11–19
N Florence Oakley, Measuring the Lea: Chains and Poles, 1650–1720 (Cambridge: Lode, 2003), 17.
= au Oakley, Florence | ti Measuring the Lea: Chains and Poles, 1650–1720 | pl Cambridge | pu Lode | yr 2003 | lo 17
N Florence Oakley, Measuring the Lea: Chains and Poles, 1650–1720, 17.
= au Oakley, Florence | ti Measuring the Lea: Chains and Poles, 1650–1720 | lo 17
N Jane Sedge, Adam Withy, 1811–1870, with a note by Tom Reed (Oxford: Lode, 1990).
= au Sedge, Jane | ti Adam Withy, 1811–1870, with a note by Tom Reed | pl Oxford | pu Lode | yr 1990
E Sedge, Thomas. The River Press and Its Printers, 1811–1870. London: Reed & Rush, 1988.
= au Sedge, Thomas | ti The River Press and Its Printers, 1811–1870 | pl London | pu Reed & Rush | yr 1988
E Sedge, Thomas, ed. Letters of a Lock Keeper, 1811–1870. Durham: Weir Texts, 1968.
= ed Sedge, Thomas | ti Letters of a Lock Keeper, 1811–1870 | pl Durham | pu Weir Texts | yr 1968
E Landau, L. D. and E. M. Withy. 1970–1974. Statistical Weirs. Oxford: Lode.
= au Landau, L. D.; Withy, E. M. | ti Statistical Weirs | pl Oxford | pu Lode | yr 1970–1974
N Tom Reed, ‘Locks’, in Essays on Water, ed. by Jane Sedge (London: Lode, 1992), pp. 61–80 (p. 66).
= au Reed, Tom | ed Sedge, Jane | ti Locks | co Essays on Water | pl London | pu Lode | yr 1992 | pp 61–80 | lo 66
N Jonson, J., and La Pesca, A..
= au Jonson, J.; La Pesca, A.
E Jonson, J., and La Pesca, A.. The Lea. London: Lode, 1990.
= au Jonson, J.; La Pesca, A. | ti The Lea | pl London | pu Lode | yr 1990
E Flores Marsh, U. The Lea. London: Lode, 1990.
= au Flores Marsh, U. | ti The Lea | pl London | pu Lode | yr 1990
E Reed, L. C. A theory of weirs. London: Lode, 1990.
= au Reed, L. C. | ti A theory of weirs | pl London | pu Lode | yr 1990
E Reed, Thomas P. N. 2004. “Weirs.” Journal of Weirs 4: 1–9.
= au Reed, Thomas P. N. | ti Weirs | co Journal of Weirs | vo 4 | yr 2004 | pp 1–9
E Auber, W. H. 1983. Selected Weirs. London: Lode.
= au Auber, W. H. | ti Selected Weirs | pl London | pu Lode | yr 1983
E J. Y. Reed, A. W. Lo, and A. C. Withy. The Economy of Weirs. Lode University Press, 1996.
= au Reed, J. Y.; Lo, A. W.; Withy, A. C. | ti The Economy of Weirs | pu Lode University Press | yr 1996
N J. Sedge & Tom Reed, New Turns in River Management: a survey of weirs and locks. Lea Review of Water, 2003. Accessed 12/05/2011
= au Sedge, J.; Reed, Tom | ti New Turns in River Management: a survey of weirs and locks | co Lea Review of Water | yr 2003 | ac 12/05/2011
N Reed and Withy, Weirs and Locks.
= au Reed; Withy | ti Weirs and Locks
N Reed, Withy, and St-Amour, Les moulins perdus.
= au Reed; Withy; St-Amour | ti Les moulins perdus
N Reed, Notes on “The Weir” (Oxford: Lode, 1971), 4.
= au Reed | ti Notes on “The Weir” | pl Oxford | pu Lode | yr 1971 | lo 4
N Upper Lea Dictionary, 2nd ed. (1961), s.v. “Weir.”
= ti Upper Lea Dictionary | edn 2nd | yr 1961 | lo s.v. “Weir.”
N Tom Reed, “Weirs,” in Water, ed. Jane Sedge (Oxford: Lode, forthcoming).
= au Reed, Tom | ed Sedge, Jane | ti Weirs | co Water | pl Oxford | pu Lode | yr forthcoming
N Averil, Weirs, ed. Tom Reed, 2 vols. (1924; repr., Oxford: Lode, 1997).
= au Averil | ed Reed, Tom | ti Weirs | pl Oxford | pu Lode | yr 1997
N Tom Reed, The Weir, vol. 2, bk. 3 of The Book of the Lea (Oxford: Lode, 1977).
= au Reed, Tom | ti The Weir | co The Book of the Lea | vo 2 | pl Oxford | pu Lode | yr 1977
N A. Sedge, “Waar is de sluis?” [Where is the lock?], Tijdschrift voor Sluizen 7 (1938): 71–73.
= au Sedge, A. | ti Waar is de sluis? | co Tijdschrift voor Sluizen | vo 7 | yr 1938 | lo 71–73
E Reed T (2011). Weirs with S. Springer, Berlin.
= au Reed, T | ti Weirs with S | pl Berlin | pu Springer | yr 2011
E Reed T (2011). Counting Weirs. John Wiley & Sons, Lockford, UK.
= au Reed, T | ti Counting Weirs | pl Lockford, UK | pu John Wiley & Sons | yr 2011
E Reed T (2011). Counting Weirs. Oliver and Boyd, Edinburgh, UK.
= au Reed, T | ti Counting Weirs | pl Edinburgh, UK | pu Oliver and Boyd | yr 2011
E Reed, T. 2002. Weirs: An account. Rivers and Locks 26(5). 795–804.
= au Reed, T. | ti Weirs: An account | co Rivers and Locks | vo 26 | is 5 | yr 2002 | pp 795–804
N Ulrich Rohr / Hans Ried (Hg.): Wehre. 2. überarb. u. erw. Aufl. Göttingen 1968, S. 4.
= ed Rohr, Ulrich; Ried, Hans | ti Wehre | edn 2. überarb. u. erw | pl Göttingen | yr 1968 | lo 4
N Hans Rid: Wehre. Göttingen 1968, S. 4.
= au Rid, Hans | ti Wehre | pl Göttingen | yr 1968 | lo 4
N Lind, Water, Wage and Word, 80–81.
= au Lind | ti Water, Wage and Word | lo 80–81
N Tom Reed, Harmony; Politics of Water (London: Lode, 2001), 4.
= au Reed, Tom | ti Harmony; Politics of Water | pl London | pu Lode | yr 2001 | lo 4
E H. W. Withy, Jr. and F. Oort, Simple weirs, J. Pure Appl. Water 4 (1974), 47–53.
= au Withy, H. W.; Oort, F. | ti Simple weirs | co J. Pure Appl. Water | vo 4 | yr 1974 | pp 47–53
E ———. H. G. Withy, Ernst Reed, and the Origins of Weirs: A Study. Cambridge, MA: Lode, 1990.
= ti H. G. Withy, Ernst Reed, and the Origins of Weirs: A Study | pl Cambridge, MA | pu Lode | yr 1990
E Sedge, Jane. The Old Weir. Rev. ed. London: Lode, 1965.
= au Sedge, Jane | ti The Old Weir | edn Rev | pl London | pu Lode | yr 1965
E Sedge, Jane. The Old Weir. 4 vols. 4th ed. London: Lode, 1965.
= au Sedge, Jane | ti The Old Weir | edn 4th | pl London | pu Lode | yr 1965
E Sedge, Jane. “Weirs.” Lea Pages: Faculty News of the University of Lea, no. 13 (2007): 5.
= au Sedge, Jane | ti Weirs | co Lea Pages: Faculty News of the University of Lea | is 13 | yr 2007 | pp 5
E Sedge, Jane. (1965) 1994. The Old Weir. London: Lode.
= au Sedge, Jane | ti The Old Weir | pl London | pu Lode | yr 1994
"#,
    );
}
