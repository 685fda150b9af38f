//! What says whose words are quoted in a language.

use super::list::List;
use super::rules::rules;

rules! {
    /// What says whose words are quoted in a language.
    SpeechRules {
        /// Forms of verbs that stand before or after who speaks.
        verbs: List,
        /// Prepositions that do.
        according: List,
        /// What the words for somebody begin with.
        determiners: List,
        /// What joins their parts: `du`, and the articles that may follow `de`.
        of: List,
        articles: List,
    }
}
