//! Swahili.
//!
//! Source of every list: written by hand for this crate.

mod stop_words;

use super::list::list;
use super::{DecimalMark, Rules, SentenceRules, StopRules, WordRules};

pub(super) const RULES: Rules = Rules {
    words: WordRules {
        corrects: true,
        decimal_mark: DecimalMark::Point,
        hyphens: true,
        slashes: true,
        times: true,
        ampersands: true,
        digit_groups: true,
        signs: true,
        emoticons: true,
        tex_quotes: true,
        units: list![
            "cm²", "cm³", "km/h", "km²", "km³", "m/s", "mm²", "mm³", "m²", "m³",
        ],
        abbreviations: list![
            "cf", "e.g", "i.e", "k.m", "k.v", "mf", "n.b", "taz", "uk", "vs",
        ],
        title_abbreviations: list![
            "bi", "bw", "dk", "dkt", "dr", "gen", "jen", "mh", "mhe", "mr", "mrs", "ms", "mwl",
            "prof", "rev", "st"
        ],
        number_abbreviations: list!["na", "no", "p", "pp", "sh", "uk", "vol"],
        closing_abbreviations: list![
            "a.s", "co", "etc", "jr", "k.k", "ltd", "n.k", "n.k.w", "s.a.w",
        ],
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        small_starts: true,
        tight_quotes: true,
        ..SentenceRules::NONE
    },
    stops: StopRules {
        function: stop_words::FUNCTION,
        extended: stop_words::EXTENDED,
        negations: list![
            "bila", "haikuwa", "haina", "hakuna", "hakuwa", "hamna", "hana", "hapana", "hatuna",
            "hauna", "hawana", "kamwe", "si", "sio", "siyo", "wala",
        ],
    },
    ..Rules::NONE
};
