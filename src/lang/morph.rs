//! The morphological features of words of the grammar, and how readings are chosen.

use super::rules::rules;
use crate::document::Pos;

rules! {
    /// What is known of the features of a language besides its model. A `bool` is off by default.
    MorphRules {
        /// Words with listed features.
        listed: &'static [Listed],
        /// Pronouns that may be subjects: `je`, but not `me`.
        subjects: &'static [&'static str],
        /// Words behind which a verb without an ending is an infinitive: `to`, `can`. Only of languages that
        /// hardly inflect verbs, in which a verb has the person and number of its subject.
        infinitives_follow: &'static [&'static str],
        /// Words between a participle and who did it, in such a language: `by`.
        agents_follow: &'static [&'static str],
        /// Every noun has a gender and a number.
        nouns_are_complete: bool,
        /// Every adjective has them too, from the words around if its form has not.
        adjectives_are_complete: bool,
    }
}

/// Words with the same features: their part of speech, the features as in the column FEATS of CoNLL-U,
/// and the normal forms with a space between them, sorted.
#[derive(Debug)]
pub(crate) struct Listed(
    pub(crate) Pos,
    pub(crate) &'static str,
    pub(crate) &'static str,
);
