//! Arabic.
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
        digit_groups: true,
        emoticons: true,
        units: list![
            "cm²", "cm³", "km/h", "km²", "km³", "m/s", "mm²", "mm³", "m²", "m³",
        ],
        abbreviations: list!["أ", "ج", "د", "ص", "ط", "ق.ب", "ق.م", "م", "هـ"],
        title_abbreviations: list!["dr", "mr", "mrs"],
        closing_abbreviations: list!["إلخ", "الخ"],
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        tight_quotes: true,
        speech_verbs: list![
            "أجاب",
            "أجابت",
            "أضاف",
            "أكد",
            "تساءل",
            "تساءلت",
            "سأل",
            "سألت",
            "صاح",
            "صرخ",
            "قال",
            "قالت",
            "هتف"
        ],
        ..SentenceRules::NONE
    },
    stops: StopRules {
        function: stop_words::FUNCTION,
        extended: stop_words::EXTENDED,
        negations: list![
            "بدون",
            "بلا",
            "دون",
            "غير",
            "فلا",
            "فلم",
            "كلا",
            "لا",
            "لست",
            "لسنا",
            "لم",
            "لن",
            "ليس",
            "ليسا",
            "ليست",
            "ليسوا",
            "ما",
            "ولا",
            "ولم",
            "ولن",
            "وليس",
        ],
    },
    ..Rules::NONE
};
