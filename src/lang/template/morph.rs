//! The features of words of the grammar. Source: say where they are from.

use crate::document::Pos::{Det, Pron};
use crate::lang::{Listed, MorphRules};

pub(super) static MORPH: MorphRules = MorphRules {
    // The part of speech, the features, and the words, sorted.
    listed: &[
        Listed(Det, "Definite=Def|PronType=Art", "la ta"),
        Listed(Pron, "Number=Sing|Person=1|PronType=Prs", "mi"),
    ],
    // `mi vidas`
    subjects: &["mi"],
    // In a language that hardly inflects verbs, what an infinitive follows.
    infinitives_follow: &[],
    agents_follow: &[],
    // Every noun has a gender and a number.
    nouns_are_complete: false,
    // So has every adjective.
    adjectives_are_complete: false,
};
