//! Hausa.
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
        aphereses: list![
            "ya", "ya'ya", "yammata", "yan", "yanci", "yancin", "yanmata", "yansanda", "yantar",
            "yanuwa", "yar", "yata",
        ],
        units: list![
            "cm²", "cm³", "km/h", "km²", "km³", "m/s", "mm²", "mm³", "m²", "m³",
        ],
        abbreviations: list!["cf", "e.g", "i.e", "vs", "w.a"],
        title_abbreviations: list![
            "alh", "barr", "dr", "engr", "gen", "haj", "hon", "mal", "mr", "mrs", "ms", "prof",
            "rev", "st"
        ],
        number_abbreviations: list!["lamba", "no", "p", "pp", "sh", "vol"],
        closing_abbreviations: list!["a.s", "co", "d.s", "etc", "jr", "ltd", "s.a.w", "s.w.t"],
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
            "ba", "ba'a", "babu", "bai", "baka", "bamu", "ban", "bani", "basu", "bata", "kada",
            "kar", "marasa",
        ],
    },
    ..Rules::NONE
};
