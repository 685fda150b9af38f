//! Spanish.
//!
//! Source of every list: written by hand for this crate.

#[cfg(feature = "entities")]
mod dates;
mod lemmas;
#[cfg(feature = "entities")]
mod names;
#[cfg(feature = "entities")]
mod speech;
mod stop_words;
#[cfg(feature = "entities")]
mod tense;

use super::list::list;
use super::{DecimalMark, Rules, SentenceRules, StopRules, WordRules};

pub(super) const RULES: Rules = Rules {
    words: WordRules {
        corrects: true,
        decimal_mark: DecimalMark::Comma,
        hyphens: true,
        slashes: true,
        times: true,
        ampersands: true,
        digit_groups: true,
        emoticons: true,
        tex_quotes: true,
        aphereses: list!["s"],
        units: list!["km/h", "m/s"],
        dollars: list!["a", "c", "mx", "r", "u", "us"],
        abbreviations: list![
            "admón", "apdo", "aprox", "art", "av", "avda", "c.c", "c/", "cf", "cfr", "coord",
            "dcha", "depto", "dpto", "ed", "eds", "ee", "ej", "esp", "fdo", "ff", "i.e", "izda",
            "izq", "jj", "máx", "mín", "p.ej", "prov", "pza", "ref", "ss", "tel", "tfno", "trad",
            "v", "v.gr", "vs"
        ],
        title_abbreviations: list![
            "arq", "cap", "cnel", "d", "dr", "dra", "dres", "dña", "excma", "excmo", "fr", "gob",
            "gral", "hna", "hno", "ilma", "ilmo", "ing", "lic", "mons", "mr", "mrs", "ms", "pbro",
            "pdte", "prof", "profa", "rdo", "rvdo", "sr", "sra", "sras", "sres", "srta", "st",
            "sta", "sto", "tte",
        ],
        number_abbreviations: list![
            "a", "art", "arts", "c", "ca", "cap", "caps", "f", "fig", "figs", "km", "lám", "n",
            "no", "nos", "nro", "núm", "núms", "op", "p", "pp", "pág", "págs", "s", "t", "tab",
            "vol", "vols",
        ],
        closing_abbreviations: list![
            "a.c", "a.m", "aa", "bros", "co", "corp", "cía", "d.c", "ee.uu", "etc", "hnos", "inc",
            "jr", "ltda", "oo", "p.m", "s.a", "s.l", "sr", "ud", "uds", "uu", "vd", "vds"
        ],
        months: list![
            "abril",
            "agosto",
            "diciembre",
            "enero",
            "febrero",
            "julio",
            "junio",
            "marzo",
            "mayo",
            "noviembre",
            "octubre",
            "septiembre",
            "setiembre"
        ],
        month_abbreviations: list![
            "abr", "ago", "dic", "ene", "feb", "jul", "jun", "mar", "may", "nov", "oct", "sep",
            "sept", "set"
        ],
        weekday_abbreviations: list![
            "dom", "jue", "lun", "mar", "mie", "mié", "sab", "sáb", "vie"
        ],
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        tight_quotes: true,
        closing_marks: list![";"],
        ..SentenceRules::NONE
    },
    stops: StopRules {
        function: stop_words::FUNCTION,
        extended: stop_words::EXTENDED,
        negations: list![
            "jamás", "nada", "nadie", "ni", "ninguna", "ningunas", "ninguno", "ningunos", "ningún",
            "no", "nunca", "sin", "tampoco",
        ],
    },
    lemmas: Some(&lemmas::LEMMAS),
    #[cfg(feature = "entities")]
    speech: Some(&speech::SPEECH),
    #[cfg(feature = "entities")]
    names: Some(&names::NAMES),
    #[cfg(feature = "entities")]
    dates: Some(&dates::DATES),
    ..Rules::NONE
};
