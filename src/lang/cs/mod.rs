//! Czech.
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
        small_ordinals: true,
        emoticons: true,
        tex_quotes: true,
        units: list![
            "cm²", "cm³", "km/h", "km²", "km³", "m/s", "mm²", "mm³", "m²", "m³"
        ],
        abbreviations: list![
            "al",
            "angl",
            "ev",
            "event",
            "fr",
            "hl",
            "inz",
            "j",
            "kpt",
            "lat",
            "max",
            "mil",
            "mld",
            "např",
            "ned",
            "nám",
            "něm",
            "obv",
            "odd",
            "odst",
            "okr",
            "orig",
            "parc",
            "pl",
            "pozn",
            "přibl",
            "příp",
            "resp",
            "rozh",
            "sd",
            "sev",
            "severových",
            "sl",
            "souv",
            "spol",
            "srov",
            "str",
            "sv",
            "tel",
            "tj",
            "tzn",
            "tzv",
            "uh",
            "ul",
            "var",
            "viz",
            "vl",
            "vs",
            "vých",
            "zej",
            "zejm",
            "zvl",
            "záp",
            "č",
            "čes",
            "čl",
            "čp",
            "ř",
            "šk"
        ],
        title_abbreviations: list![
            "arch", "bc", "biol", "doc", "dr", "gen", "ing", "judr", "kpt", "mgr", "mjr", "mudr",
            "mvdr", "npor", "paeddr", "pharmdr", "phdr", "plk", "por", "prof", "rndr", "rotm",
            "st", "thdr", "škpt"
        ],
        number_abbreviations: list![
            "bře", "cca", "dub", "hod", "kap", "kvě", "led", "lis", "list", "obr", "paragr", "pol",
            "prof", "pros", "příl", "r", "roč", "srp", "tab", "vol", "váz", "zář", "úno", "únor",
            "čvc", "čvn", "čís", "říj"
        ],
        inner_abbreviations: list![
            "hod", "kr", "kč", "l", "min", "n.l", "př.n.l", "stol", "tis"
        ],
        closing_abbreviations: list![
            "a.s", "aj", "apod", "atd", "atp", "csc", "drsc", "ph.d", "s.r.o"
        ],
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        tight_quotes: true,
        inward_guillemets: true,
        starters: list![
            "a", "ale", "ani", "co", "jak", "jaká", "jaké", "jaký", "je", "jeho", "jejich", "její",
            "jsou", "já", "kam", "kde", "kdo", "kdy", "kdyby", "když", "která", "které", "který",
            "kterým", "my", "na", "nikdo", "něco", "od", "on", "ona", "oni", "ono", "pak", "po",
            "pokud", "pro", "proto", "proč", "před", "při", "s", "se", "ta", "tady", "tak",
            "takové", "tam", "tato", "tedy", "ten", "tento", "teď", "ti", "to", "toto", "tuto",
            "ty", "tyto", "těch", "u", "v", "ve", "vy", "všechno", "z", "za", "ze", "že"
        ],
        ..SentenceRules::NONE
    },
    ..Rules::NONE
};
