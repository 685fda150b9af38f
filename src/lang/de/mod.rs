//! German.
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
        slashes: true,
        times: true,
        ampersands: true,
        ordinals: true,
        emoticons: true,
        tex_quotes: true,
        aphereses: list![
            "n", "ne", "nem", "nen", "ner", "ran", "raus", "rein", "rum", "runter", "s",
        ],
        units: list![
            "cm²", "cm³", "km/h", "km²", "km³", "m/s", "mm²", "mm³", "m²", "m³",
        ],
        dollars: list!["us"],
        abbreviations: list![
            "abb", "abs", "abt", "allerd", "allg", "amtl", "anm", "aufl", "az", "bd", "bde", "bes",
            "betr", "bzgl", "bzw", "ca", "d", "d.h", "ders", "dgl", "dt", "ebd", "ehem", "eigtl",
            "einschl", "engl", "entspr", "erg", "etw", "ev", "evtl", "exkl", "frz", "geb", "gegr",
            "gem", "gest", "ggf", "ggfs", "grch", "h.c", "hrsg", "i.a", "i.d.r", "i.e", "inkl",
            "insbes", "insg", "jhd", "jhdt", "jmd", "kath", "kgl", "lat", "lfd", "lt", "max",
            "mbh", "mdl", "mgl", "mind", "mio", "mrd", "mtl", "mwst", "n", "nat", "nördl", "o.g",
            "op", "phil", "pol", "proz", "r", "rd", "resp", "röm", "s", "s.o", "s.u", "sog", "str",
            "städt", "svw", "südl", "tel", "tgl", "tsd", "u", "u.u", "u.v.m", "ugs", "urspr", "v",
            "v.a", "verf", "vergl", "vgl", "vs", "westl", "wg", "wiss", "z", "z.b", "z.t", "z.z",
            "zit", "zt", "zz", "zzgl", "österr", "östl"
        ],
        title_abbreviations: list![
            "dipl", "dr", "dres", "fr", "frl", "gen", "hl", "hr", "hrn", "ing", "kpt", "lt", "mag",
            "mr", "mrs", "ms", "prof", "sr", "st",
        ],
        number_abbreviations: list![
            "apr", "art", "aug", "bl", "dez", "feb", "febr", "jan", "kap", "mrz", "mär", "no",
            "nov", "nr", "nrn", "okt", "p", "pp", "sep", "sept", "tab", "ziff",
        ],
        inner_abbreviations: list!["jh", "jhs", "min", "sek", "std", "stdn", "usf", "usw"],
        unit_abbreviations: list!["min", "sek", "stck", "std", "stdn", "stk"],
        closing_abbreviations: list![
            "ag", "bros", "chr", "co", "corp", "d.j", "d.m", "e.v", "etc", "inc", "jr", "jun",
            "ltd", "n.chr", "o.a", "o.ä", "sen", "u.a", "u.s.w", "u.ä", "v.chr"
        ],
        name_abbreviations: list!["c"],
        months: list![
            "april",
            "august",
            "dezember",
            "februar",
            "januar",
            "juli",
            "juni",
            "jänner",
            "mai",
            "märz",
            "november",
            "oktober",
            "september"
        ],
        month_abbreviations: list![
            "apr", "aug", "dez", "feb", "febr", "jan", "jul", "jun", "jän", "mrz", "mär", "nov",
            "okt", "sep", "sept"
        ],
        weekday_abbreviations: list!["di", "do", "fr", "mi", "mo", "sa", "so"],
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        inward_guillemets: true,
        tight_quotes: true,
        ..SentenceRules::NONE
    },
    stops: StopRules {
        function: stop_words::FUNCTION,
        extended: stop_words::EXTENDED,
        negations: list![
            "kein",
            "keine",
            "keinem",
            "keinen",
            "keiner",
            "keines",
            "keinesfalls",
            "keineswegs",
            "nein",
            "nicht",
            "nichts",
            "nie",
            "niemals",
            "niemand",
            "niemandem",
            "niemanden",
            "nirgends",
            "nirgendwo",
            "nix",
            "ohne",
            "weder",
        ],
    },
    lemmas: Some(&lemmas::LEMMAS),
    #[cfg(feature = "entities")]
    names: Some(&names::NAMES),
    #[cfg(feature = "entities")]
    speech: Some(&speech::SPEECH),
    #[cfg(feature = "entities")]
    dates: Some(&dates::DATES),
    ..Rules::NONE
};
