//! Amharic.
//!
//! Source of every list: written by hand for this crate.

use super::list::list;
use super::{DecimalMark, Rules, SentenceRules, WordRules};

pub(super) const RULES: Rules = Rules {
    words: WordRules {
        corrects: true,
        decimal_mark: DecimalMark::Point,
        slashes: true,
        letter_slashes: true,
        times: true,
        emoticons: true,
        tex_quotes: true,
        abbreviations: list!["ት.ቤት", "ክ.ክ", "ዓ.ም", "ዓ.ዓ"],
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        tight_quotes: true,
        speech_verbs: list![
            "ሲሉ",
            "ሲል",
            "ስትል",
            "በሚል",
            "በማለት",
            "ብለው",
            "ብላ",
            "ብሎ",
            "አለ",
            "አለች",
            "አሉ",
            "የሚለው",
            "የሚል",
            "የተሰኘው",
            "የተባለ",
            "የተባለች",
            "የተባለው",
            "ጠየቀ",
            "ጠየቀች",
            "ጠየቁ",
            "ጮኸ"
        ],
        closing_marks: list!["፡፡"],
        ..SentenceRules::NONE
    },
    ..Rules::NONE
};
