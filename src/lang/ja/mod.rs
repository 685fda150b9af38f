//! Japanese. It has only the particles behind a quotation and initials. Its words are cut by UAX #29, or by a
//! dictionary with the feature `cjk`.
//!
//! Source of the list: written by hand for this crate.

use super::list::list;
use super::{DecimalMark, Rules, SentenceRules, WordRules};

pub(super) const RULES: Rules = Rules {
    words: WordRules {
        corrects: true,
        decimal_mark: DecimalMark::Point,
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        quotation_particles: list![
            "から",
            "が",
            "って",
            "で",
            "です",
            "と",
            "という",
            "といった",
            "とか",
            "との",
            "とは",
            "とも",
            "など",
            "なんて",
            "に",
            "の",
            "は",
            "へ",
            "まで",
            "も",
            "や",
            "より",
            "を",
        ],
        ..SentenceRules::NONE
    },
    ..Rules::NONE
};
