//! The morphological features of words of the grammar, and how readings are chosen.

use super::rules::rules;
use crate::document::Pos;

rules! {
    /// What is known of the features of a language besides its model. A `bool` is off by default.
    MorphRules {
        /// Words with listed features: the part of speech, the features as in the column FEATS of
        /// CoNLL-U, and the normal forms with a space between them.
        listed: &'static [(Pos, &'static str, &'static str)],
        /// Pronouns that may be subjects: `je`, but not `me`.
        subjects: &'static [&'static str],
        /// Every noun has a gender and a number.
        nouns_are_complete: bool,
    }
}
