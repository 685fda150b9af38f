//! Chinese.
//!
//! Source of every list: written by hand for this crate.

use super::list::list;
use super::{DecimalMark, Rules, SentenceRules, WordRules};

pub(super) const RULES: Rules = Rules {
    words: WordRules {
        corrects: true,
        decimal_mark: DecimalMark::Point,
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        speech_verbs: list![
            "一书",
            "一片",
            "低声说",
            "叫",
            "叫道",
            "問",
            "問道",
            "喊",
            "喊了",
            "喊道",
            "回答",
            "小声问",
            "答",
            "答了",
            "答道",
            "說",
            "說道",
            "询问",
            "说",
            "说了",
            "说道",
            "问",
            "问了",
            "问道"
        ],
        ..SentenceRules::NONE
    },
    ..Rules::NONE
};
