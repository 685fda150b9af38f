//! What the sentences of a language are told by.

use super::list::List;
use super::rules::rules;

rules! {
    /// What ends a sentence in a language, beside what does in all.
    SentenceRules {
        /// A sentence may begin with a small letter after a full stop.
        small_starts: bool,
        /// The space beside a `"` tells whether it opens or closes.
        tight_quotes: bool,
        /// A short word with a dot before a small one is taken for an abbreviation.
        short_words_abbreviate: bool,
        /// Marks that end a sentence before a capital, beside those of all languages.
        closing_marks: List,
        /// What ties a quotation without a space to the sentence around it: `「…。」と`.
        quotation_particles: List,
    }
}
