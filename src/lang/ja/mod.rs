//! Japanese. It has only the particles behind a quotation. Its words are cut by UAX #29, or by a
//! dictionary with the feature `cjk`.
//!
//! Source of the list: written by hand for this crate.

use super::list::list;
use super::{Rules, SentenceRules};

pub(super) const RULES: Rules = Rules {
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
