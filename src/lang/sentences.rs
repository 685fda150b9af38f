//! Where the sentences of a language end.

use super::list::{List, list};
use super::rules::rules;

rules! {
    /// Where sentences end in a language, beyond what holds in all languages. A `bool` is off by
    /// default.
    SentenceRules {
        /// A sentence may begin with a small letter after a full stop.
        small_starts: bool,
        /// The space beside a `"` tells whether it opens or closes.
        tight_quotes: bool,
        /// A short word with a dot is an abbreviation if a small letter follows.
        short_words_abbreviate: bool,
        /// A guillemet may open or close on either side, and the space beside it tells: `»Ja.«`.
        inward_guillemets: bool,
        /// A full stop before a quotation announces it: `Նա ասաց. «Այո»։`
        stops_announce: bool,
        /// The model of sentence ends only finds headings that end without a mark, because its treebanks
        /// do not have marks as the press has them.
        model_only_headings: bool,
        /// Words in the middle of a name, which begin no sentence there: `Alexander De Croo`.
        name_particles: List,
        /// Nouns behind a possessive by which somebody is addressed: the `Excellence` of `Son Excellence`.
        /// Without a mark no sentence begins so.
        addresses: List,
        /// Words that begin sentences, besides the function words: pronouns, articles, question
        /// words.
        starters: List,
        /// Verbs of speech. A quotation that asks or cries goes on up to them: `“Who?” Ms. Ba asked.`
        speech_verbs: List,
        /// Names that end with `!`, without it.
        exclaimed_names: List = list![
            "jeopardy", "joomla", "mamma mia", "ok", "oklahoma", "oliver", "wham", "yahoo", "yum",
        ],
        /// Marks that end a sentence before a capital, besides those of all languages.
        closing_marks: List,
        /// Words that tie a quotation to the rest of its sentence without a space: the `と` of
        /// `「…。」と`.
        quotation_particles: List,
    }
}
