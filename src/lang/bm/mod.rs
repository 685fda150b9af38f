//! Bambara.
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
            "cm²", "cm³", "km/h", "km²", "km³", "m/s", "mm²", "mm³", "m²", "m³",
        ],
        abbreviations: list!["cf", "i.e"],
        title_abbreviations: list![
            "dr", "m", "mgr", "mlle", "mme", "mr", "mrs", "pr", "prof", "st", "ste",
        ],
        number_abbreviations: list!["art", "n", "no", "p", "pp", "vol"],
        closing_abbreviations: list!["etc", "jr", "ltd"],
        spaced_elisions: list!["b", "d", "k", "l", "m", "n", "s", "t", "y"],
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
            "ayi", "foyi", "kana", "ma", "man", "mana", "si", "t'", "t'a", "t'an", "t'i", "t'o",
            "t'u", "tè", "tɛ", "tɛna",
        ],
    },
    ..Rules::NONE
};
