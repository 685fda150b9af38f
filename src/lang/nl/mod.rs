//! Dutch.
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
        trailing_hyphens: true,
        slashes: true,
        letter_slashes: true,
        formulas: true,
        times: true,
        ampersands: true,
        digit_groups: true,
        percents: true,
        emoticons: true,
        tex_quotes: true,
        aphereses: list!["em", "er", "k", "m", "n", "ns", "r", "s", "t"],
        units: list![
            "cm²", "cm³", "km/h", "km²", "km³", "m/s", "mm²", "mm³", "m²", "m³",
        ],
        dollars: list!["a", "c", "us"],
        abbreviations: list![
            "a.d", "a.h.w", "a.u.b", "afb", "afd", "afk", "art", "b.d", "b.v", "bijv", "blz", "bv",
            "c.q", "ca", "cf", "claesz", "d.d", "d.m.v", "d.w.z", "div", "dl", "e.g", "eng",
            "excl", "fa", "fig", "fr", "g", "geb", "gebr", "gem", "gr", "i.c", "i.e", "i.o",
            "i.p.v", "i.s.m", "i.t.t", "i.v.m", "incl", "inz", "jansz", "jl", "k.k", "lat", "m",
            "m.a.w", "m.b.t", "m.b.v", "m.i", "m.i.v", "m.n", "m.u.v", "max", "mbv", "mld", "mln",
            "mv", "n.a.v", "n.v.t", "ned", "nl", "nov", "o", "o.a", "o.b.v", "o.i.v", "o.l.v",
            "o.m", "o.t.t", "onb", "ong", "p.a", "p.p", "pag", "pietersz", "plm", "plv", "red",
            "resp", "s.v.p", "t.a.v", "t.b.v", "t.g.v", "t.o.v", "t.w", "t.z.t", "tel", "temp",
            "toen.v", "u", "v", "v.v", "vert", "vgl", "vlg", "vnl", "vs", "w.o", "z", "z.g.a",
            "z.i", "z.o.z", "zgn", "zoal"
        ],
        title_abbreviations: list![
            "dhr", "dr", "drs", "ds", "gen", "h.m", "hr", "ing", "ir", "kapt", "kard", "kol", "lt",
            "mej", "mevr", "mgr", "min", "mr", "mrs", "ms", "prof", "st", "z.e", "z.k.h"
        ],
        number_abbreviations: list![
            "aant", "afl", "apr", "art", "aug", "bd", "bl", "blz", "dec", "dl", "feb", "febr",
            "fig", "hfst", "hst", "jan", "jg", "jrg", "mrt", "no", "nov", "nr", "nrs", "okt", "p",
            "pag", "pp", "sep", "sept", "tab", "vol",
        ],
        inner_abbreviations: list!["chr", "enz", "etc", "kg", "km", "ltd", "min"],
        closing_abbreviations: list![
            "b.v", "bros", "bv", "co", "corp", "e.a", "e.d", "e.v", "inc", "jr", "m.b.t", "n.chr",
            "n.v", "nv", "sr", "v.chr",
        ],
        months: list![
            "april",
            "augustus",
            "december",
            "februari",
            "januari",
            "juli",
            "juni",
            "maart",
            "mei",
            "november",
            "oktober",
            "september"
        ],
        month_abbreviations: list![
            "apr", "aug", "dec", "feb", "febr", "jan", "jul", "jun", "mrt", "nov", "okt", "sep",
            "sept"
        ],
        weekday_abbreviations: list!["di", "do", "ma", "vr", "wo", "za", "zo"],
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        tight_quotes: true,
        name_particles: list!["de", "den", "der", "ten", "ter", "van"],
        model_only_headings: true,
        ..SentenceRules::NONE
    },
    stops: StopRules {
        function: stop_words::FUNCTION,
        extended: stop_words::EXTENDED,
        negations: list![
            "geen", "géén", "nee", "neen", "nergens", "niemand", "niet", "niets", "nimmer", "noch",
            "nooit", "zonder",
        ],
    },
    #[cfg(feature = "entities")]
    names: Some(&names::NAMES),
    #[cfg(feature = "entities")]
    speech: Some(&speech::SPEECH),
    #[cfg(feature = "entities")]
    dates: Some(&dates::DATES),
    ..Rules::NONE
};
