//! Italian.
//!
//! Source of every list: written by hand for this crate.

#[cfg(feature = "entities")]
mod dates;
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
        emoticons: true,
        tex_quotes: true,
        elisions: list![
            "affinch",
            "agl",
            "alcun",
            "all",
            "allor",
            "altr",
            "anch",
            "ancor",
            "be",
            "bell",
            "bench",
            "buon",
            "c",
            "cent",
            "cert",
            "ciascun",
            "cinquant",
            "co",
            "coll",
            "com",
            "contr",
            "cos",
            "d",
            "da",
            "dagl",
            "dall",
            "davant",
            "de",
            "degl",
            "dell",
            "di",
            "dietr",
            "dov",
            "fa",
            "finch",
            "fors",
            "fr",
            "giacch",
            "gl",
            "grand",
            "l",
            "m",
            "mezz",
            "mo",
            "molt",
            "n",
            "ne",
            "neanch",
            "negl",
            "nell",
            "nemmen",
            "nessun",
            "nient",
            "novant",
            "null",
            "ognun",
            "ond",
            "ottant",
            "pell",
            "perch",
            "po",
            "poc",
            "poich",
            "pover",
            "pur",
            "qual",
            "qualcos",
            "qualcun",
            "quand",
            "quant",
            "quarant",
            "quell",
            "quell'altr",
            "quest",
            "s",
            "sant",
            "sebben",
            "senz",
            "sessant",
            "settant",
            "signor",
            "sopr",
            "sott",
            "sta",
            "sugl",
            "sull",
            "t",
            "tal",
            "tant",
            "to",
            "tr",
            "trent",
            "tutt",
            "un",
            "un'altr",
            "v",
            "va",
            "ve",
            "vent",
            "verso",
            "vo",
            "vogl",
        ],
        vowel_elisions: list!["m", "n"],
        units: list![
            "cm²", "cm³", "km/h", "km²", "km³", "m/s", "mm²", "mm³", "m²", "m³",
        ],
        dollars: list!["a", "c", "us"],
        abbreviations: list![
            "al", "all", "artt", "c.c", "c.m", "c.p", "c.so", "cf", "cfr", "circ", "cit", "cod",
            "cons", "cpv", "d.l", "d.lgs", "d.m", "d.p.r", "disp", "ed", "edd", "es", "fam", "g.u",
            "i.e", "ibid", "id", "int", "l", "l.r", "lett", "max", "min", "o.m", "op", "p.es",
            "p.za", "p.zza", "par", "r.d", "rif", "sec", "segg", "sent", "sez", "sgg", "tel",
            "trad", "v", "v.le", "via", "vs"
        ],
        title_abbreviations: list![
            "arch", "avv", "cap", "card", "cav", "col", "comm", "don", "dott", "dott.ssa", "dr",
            "dr.ssa", "gen", "geom", "ing", "mons", "mr", "mrs", "ms", "on", "prof", "prof.ssa",
            "proff", "rag", "s", "sen", "sig", "sig.na", "sig.ra", "sigg", "ss", "st", "ten"
        ],
        number_abbreviations: list![
            "art", "artt", "c", "cap", "capp", "co", "comma", "fig", "figg", "km", "l", "lett",
            "n", "nn", "no", "nr", "num", "p", "pag", "pagg", "pp", "t", "tab", "tav", "vol",
            "voll",
        ],
        closing_abbreviations: list![
            "a.c", "c.a", "co", "corp", "d.c", "ecc", "etc", "f.lli", "inc", "jr", "ltd", "s.p.a",
            "s.r.l", "spa", "srl",
        ],
        months: list![
            "agosto",
            "aprile",
            "dicembre",
            "febbraio",
            "gennaio",
            "giugno",
            "luglio",
            "maggio",
            "marzo",
            "novembre",
            "ottobre",
            "settembre"
        ],
        month_abbreviations: list![
            "ago", "apr", "dic", "feb", "febbr", "gen", "genn", "giu", "lug", "mag", "magg", "mar",
            "nov", "ott", "set", "sett"
        ],
        weekday_abbreviations: list!["dom", "gio", "lun", "mar", "mer", "sab", "ven"],
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        small_starts: true,
        tight_quotes: true,
        closing_marks: list![";"],
        ..SentenceRules::NONE
    },
    stops: StopRules {
        function: stop_words::FUNCTION,
        extended: stop_words::EXTENDED,
        negations: list![
            "mai", "mica", "neanche", "nemmeno", "neppure", "nessun", "nessun'", "nessuna",
            "nessuno", "niente", "no", "non", "nulla", "né", "senza",
        ],
    },
    #[cfg(feature = "entities")]
    speech: Some(&speech::SPEECH),
    #[cfg(feature = "entities")]
    names: Some(&names::NAMES),
    #[cfg(feature = "entities")]
    dates: Some(&dates::DATES),
    ..Rules::NONE
};
