//! How the speaker of a quotation is recognised.

use super::list::List;
use super::rules::rules;

rules! {
    /// How the speaker of a quotation is recognised in a language.
    SpeechRules {
        /// Forms of verbs of saying, which stand before or after the speaker: `déclaré`.
        verbs: List,
        /// Prepositions before the speaker: `selon`.
        according: List,
        /// Words that begin the description of a speaker: the `un` of `un instructeur russe`.
        determiners: List,
        /// Words that join the parts of a description: `de`, `du`.
        of: List,
        /// Articles that may follow `de` there: `la`.
        articles: List,
    }
}
