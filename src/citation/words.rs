//! The words by which notes lead to references, and those whose full stop ends none. In the languages that theses are
//! written in.

/// Abbreviations that often end a reference.
#[rustfmt::skip]
pub(super) const ENDING_ABBREVIATIONS: &[&str] = &["ibid", "id", "cit", "ff", "f", "ebd", "o", "passim", "seq", "d"];

/// Abbreviations that never do.
#[rustfmt::skip]
pub(super) const ABBREVIATIONS: &[&str] = &[
    "ed", "eds", "edn", "trans", "transl", "vol", "vols", "no", "nos", "pp", "pg", "chap", "sec", "sect", "para", "paras", "art", "nn", "fn", "fig", "figs",
    "tab", "ser", "repr", "rev", "supp", "suppl", "esp", "bes", "cf", "vgl", "viz", "etc", "al", "jr", "sr", "dr", "mr", "mrs", "ms", "prof", "st", "mt",
    "univ", "dept", "inst", "assoc", "comm", "conf", "proc", "hrsg", "hg", "bd", "bde", "nr", "aufl", "diss", "habil", "ders", "dies", "anm", "abt", "abs",
    "inc", "co", "corp", "ltd", "bros", "gov", "sen", "rep", "cong", "sess", "doc", "docs", "supra", "infra", "jan", "feb", "mar", "apr", "jun", "jul",
    "aug", "sept", "sep", "oct", "nov", "dec", "mass", "conn", "penn", "calif", "wash", "harv", "yale", "colum", "stan", "cal", "mich", "nat", "int",
    "intl", "amer", "brit", "eur", "hist", "pol", "econ", "phil", "soc", "stud", "quart", "bull", "ann", "acad", "sci", "tech", "eng", "fol", "fols",
    "dir", "éd", "coll", "cur", "trad", "tom", "núm", "núms", "pág", "págs", "orig", "unpubl", "publ", "incl", "approx", "misc", "ser", "zit",
];

/// Words that lead to a reference, longest first within each start.
#[rustfmt::skip]
pub(super) const SIGNALS: &[&str] = &[
    "see, for example,", "see for example", "see, for instance,", "see for instance", "see, e.g.,", "see, e.g.", "see e.g.,", "see e.g.", "see also, e.g.,",
    "see also", "see especially", "see esp.", "see in particular", "see, in particular,", "see generally", "see further", "see inter alia", "see, inter alia,",
    "see discussion in", "see again", "see", "but see", "but cf.", "but compare", "cf. also", "cf.", "cf", "cp.", "compare", "contrast", "accord", "contra",
    "e.g.,", "e.g.", "for example,", "quoted in", "quoted from", "quoted by", "quoting", "cited in", "cited by", "citing", "as cited in", "as quoted in",
    "reprinted in", "reproduced in", "as discussed in", "discussed in", "translated in", "reviewed in", "vgl. auch", "vgl. dazu", "vgl. hierzu",
    "vgl. etwa", "vgl. z. b.", "vgl. z.b.", "vgl.", "siehe auch", "siehe dazu", "siehe hierzu", "siehe etwa", "siehe", "s. auch", "s.a.", "dazu auch", "dazu",
    "so auch", "hierzu", "zit. nach", "zitiert nach", "zit. in", "voir aussi", "voir notamment", "voir par exemple", "voir", "cf. aussi", "cité par",
    "cité dans", "cité in", "véase también", "véase", "véanse", "vid.", "ver también", "ver", "citado en", "citado por", "cfr. anche", "cfr.", "si veda anche",
    "si veda", "vedi anche", "vedi", "citato in", "cit. in", "also", "and see", "and", "with",
];

/// Words that lead to a reference within a sentence: only those that cannot be part of a title.
#[rustfmt::skip]
pub(super) const INNER: &[&str] = &["see", "quoted in", "quoted by", "cited in", "cited by", "cited from", "quoting", "citing", "reprinted in", "cf.", "compare", "vgl.", "siehe", "zit. nach", "zitiert nach", "voir", "cité par", "cité dans", "véase", "citado en", "citado por", "cfr.", "si veda", "citato in"];
