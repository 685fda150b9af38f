//! Wolof.
//!
//! Source of every list: written by hand for this crate.

mod stop_words;

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
        signs: true,
        emoticons: true,
        tex_quotes: true,
        units: list![
            "cm²", "cm³", "g/l", "km/h", "km²", "km³", "m/s", "mg/l", "mm²", "mm³", "m²", "m³",
        ],
        abbreviations: list!["ak.y", "cf", "i.e", "j", "m.n", "nj", "v.d", "w"],
        title_abbreviations: list![
            "dr", "m", "mgr", "mlle", "mme", "mr", "mrs", "pr", "prof", "st", "ste",
        ],
        number_abbreviations: list!["art", "n", "no", "p", "pp", "vol"],
        closing_abbreviations: list!["a.k", "etc", "g.j", "g.y", "jr", "ltd"],
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
            "amul", "bul", "bula", "buma", "dara", "deesul", "doo", "dootu", "dootul", "doto",
            "du", "dul", "dula", "duma", "dunañu", "dunu", "duñu", "mënul", "warul",
        ],
    },
    ..Rules::NONE
};
