//! Bodies, newspapers and archives, and who has one name alone.

use super::check;

#[test]
fn references_with_bodies() {
    check(
        r#"
N Osier Cutters’ Association, Minute Book, 1851–1866, Upper Lea Record Office, OCA/4/1, fol. 12.
= au Osier Cutters’ Association | ti Minute Book, 1851–1866 | pu Upper Lea Record Office | lo fol. 12
N Upper Lea Argus, 2 April 1864, 3.
= co Upper Lea Argus | yr 1864 | lo 3
N Fenland Weekly Observer, 9 May 1871, p. 2.
= co Fenland Weekly Observer | yr 1871 | lo 2
N The Lea Bridge Lantern, 11 June 1880, 4.
= co The Lea Bridge Lantern | yr 1880 | lo 4
N Le Blanc, The Osier Road, 14.
= au Le Blanc | ti The Osier Road | lo 14
N Basket Works Inc., Willow Indexer (Oxford: Basket Works Inc., 1992).
= au Basket Works Inc. | ti Willow Indexer | pl Oxford | pu Basket Works Inc. | yr 1992
E OSI (Osier Standards Institute). 1977. Grades of Willow. London: OSI.
= au OSI (Osier Standards Institute) | ti Grades of Willow | pl London | pu OSI | yr 1977
E OSI (Osier Standards Institute) (1977) Grades of Willow. London: OSI.
= au OSI (Osier Standards Institute) | ti Grades of Willow | pl London | pu OSI | yr 1977
E ROYAL OSIER OFFICE. Grades of willow: a table. London, 1951.
= au ROYAL OSIER OFFICE | ti Grades of willow: a table | pl London | yr 1951
E Averil. The Book of Baskets. Ed. by Tom Reed. Cambridge: Lode, 1911.
= au Averil | ed Reed, Tom | ti The Book of Baskets | pl Cambridge | pu Lode | yr 1911
N Averil. The Book of Baskets. Ed. by Tom Reed. Cambridge: Lode, 1911.
= au Averil | ed Reed, Tom | ti The Book of Baskets | pl Cambridge | pu Lode | yr 1911
E Marsh KT, Withy CO, Sallow AM (2011). Soft Willows. Springer, Berlin.
= au Marsh, KT; Withy, CO; Sallow, AM | ti Soft Willows | pl Berlin | pu Springer | yr 2011
E Withy CO (2011). Soft Willows. Springer, Berlin.
= au Withy, CO | ti Soft Willows | pl Berlin | pu Springer | yr 2011
"#,
    );
}
