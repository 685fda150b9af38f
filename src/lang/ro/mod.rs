//! Romanian.
//!
//! Source of every list: written by hand for this crate.

use super::list::list;
use super::{DecimalMark, Rules, SentenceRules, WordRules};

pub(super) const RULES: Rules = Rules {
    words: WordRules {
        corrects: true,
        decimal_mark: DecimalMark::Comma,
        number_hyphens: true,
        slashes: true,
        times: true,
        ampersands: true,
        digit_groups: true,
        emoticons: true,
        tex_quotes: true,
        units: list![
            "cm²", "cm³", "km/h", "km²", "km³", "m/s", "mm²", "mm³", "m²", "m³"
        ],
        abbreviations: list![
            "a.k.a", "adj", "adm", "adv", "alit", "bd", "bul", "cit", "const", "cpt", "d.ex",
            "dep", "dvs", "ed", "engl", "exp", "fr", "frd", "germ", "gh", "hot", "ibid", "ing",
            "intr", "jud", "lat", "mun", "n.b", "n.n", "n.r", "op", "ref", "resp", "rus", "sc",
            "sf", "str", "subl", "tel", "tr", "trad", "u.m", "univ", "v", "vs", "șos"
        ],
        title_abbreviations: list![
            "acad", "amb", "arh", "av", "cap", "col", "conf", "cpt", "dl", "dlui", "dna", "dr",
            "dra", "drd", "dv", "dvs", "dșoara", "fr", "gen", "gl", "ing", "int", "jr", "lect",
            "lt", "mag", "maj", "mr", "pr", "prim", "prof", "sf", "sg", "slt", "univ", "șt"
        ],
        number_abbreviations: list![
            "alin", "ap", "apr", "art", "aug", "bl", "cap", "cca", "cf", "dec", "et", "etaj",
            "feb", "fig", "ian", "iul", "iun", "lit", "mar", "mart", "nov", "nr", "oct", "p",
            "pag", "par", "pct", "pg", "sc", "sec", "sect", "sept", "vol"
        ],
        inner_abbreviations: list![
            "a.c", "al", "d.hr", "e.n", "lit", "m.p", "mil", "mld", "î.e.n", "î.hr"
        ],
        closing_abbreviations: list!["etc", "s.a", "s.r.l", "ș.a", "ș.a.m.d", "ș.cl"],
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        tight_quotes: true,
        starters: list![
            "a", "această", "acest", "acesta", "aceste", "acestea", "acolo", "acum", "aici",
            "altfel", "am", "apoi", "ar", "asta", "astfel", "atunci", "au", "care", "ce", "cea",
            "cei", "cel", "cele", "chiar", "cine", "cu", "cum", "când", "câte", "câți", "că",
            "dacă", "dar", "de", "deci", "deși", "după", "ea", "ei", "el", "ele", "era", "este",
            "eu", "fără", "iar", "la", "lui", "mai", "mulți", "ne", "nici", "nimeni", "noi", "nu",
            "o", "pe", "pentru", "poate", "până", "sau", "sub", "sunt", "tot", "totuși", "toți",
            "tu", "un", "una", "unde", "unii", "unul", "va", "voi", "vor", "în", "însă", "într",
            "între", "și"
        ],
        ..SentenceRules::NONE
    },
    ..Rules::NONE
};
