//! The stop words of a language.

use super::list::List;
use super::rules::rules;
use crate::document::Stop;

rules! {
    /// The stop words of a language in two tiers, by their normal forms.
    StopRules {
        /// The first tier: articles, pronouns, prepositions, conjunctions, auxiliaries.
        function: List,
        /// The second tier: other words that say little. No word is in both tiers.
        extended: List,
        /// The words of either tier that negate.
        negations: List,
    }
}

impl StopRules {
    pub(crate) fn is_empty(&self) -> bool {
        self.function.is_empty()
    }

    /// The tier of a word that is in normal form.
    pub(crate) fn tier(&self, norm: &str) -> Stop {
        if self.function.holds(norm) {
            Stop::Function
        } else if self.extended.holds(norm) {
            Stop::Extended
        } else {
            Stop::No
        }
    }
}
