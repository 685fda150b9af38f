//! Arabic.
//!
//! Source of every list: written by hand for this crate.

mod stop_words;

use super::Rules;
use super::list::list;

pub(super) static RULES: Rules = Rules {
    corrects: true,
    hyphens: true,
    slashes: true,
    times: true,
    digit_groups: true,
    emoticons: true,
    tight_quotes: true,
    units: list![
        "cm²", "cm³", "km/h", "km²", "km³", "m/s", "mm²", "mm³", "m²", "m³",
    ],
    abbreviations: list!["أ", "ج", "د", "ص", "ط", "ق.ب", "ق.م", "م", "هـ"],
    title_abbreviations: list!["dr", "mr", "mrs"],
    closing_abbreviations: list!["إلخ", "الخ"],
    function_words: stop_words::FUNCTION,
    extended_words: stop_words::EXTENDED,
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
    ..Rules::NONE
};
