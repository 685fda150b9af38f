//! Persian.
//!
//! Source of every list: written by hand for this crate.

use super::list::list;
use super::{DecimalMark, Rules, SentenceRules, WordRules};

pub(super) const RULES: Rules = Rules {
    words: WordRules {
        corrects: true,
        decimal_mark: DecimalMark::Point,
        slashes: true,
        times: true,
        digit_groups: true,
        emoticons: true,
        tex_quotes: true,
        abbreviations: list![
            "آ", "ب", "ت", "ج", "ج.ا", "د", "ر", "ر.ک", "ز", "ش", "ص", "ص.ص", "ف", "ق", "ق.م", "ل",
            "م", "ن", "ه", "ه.ش", "ه.ق", "پ", "پ.م", "ک", "گ"
        ],
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        tight_quotes: true,
        speech_verbs: list![
            "افزود",
            "فریاد",
            "می‌پرسید",
            "می‌پرسیدند",
            "می‌گفت",
            "می‌گوید",
            "می‌گویند",
            "نوشت",
            "پرسید",
            "پرسیدند",
            "گفت",
            "گفتند"
        ],
        ..SentenceRules::NONE
    },
    ..Rules::NONE
};
