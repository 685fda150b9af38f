//! Stop words: words that say little by themselves, such as `le`, `the` or `depuis`.
//!
//! A search index, a word cloud or a keyword list leaves them out. griot has two tiers ([`Stop`]):
//!
//! - [`Stop::Function`]: articles, pronouns, prepositions, conjunctions and auxiliaries.
//! - [`Stop::Extended`]: other words of little content, such as adverbs and connectives.
//!
//! Each language has its own lists; the files in `src/lang/` say where each comes from.
//! [`Language::layers`] says which languages have a list.
//!
//! Words are compared by their [normal form](crate::normalize::norm). So `Lorsqu’` is found as
//! `lorsqu'`, whatever its case and apostrophe. Accents count: `sur` is a stop word of French,
//! `sûr` is not. Elided words are in the lists with their apostrophe, as the tokenizer cuts them:
//! `l'`, `qu'`.
//!
//! A list knows spellings only, and `avions`, `été` and `est` are forms of verbs and nouns. Where a pipeline
//! makes parts of speech, [`Token::is_stop`](crate::Token::is_stop) is false for such a noun.
//!
//! [`stop`] looks up one word. [`StopWords`] is a list that you can change, or start for a language
//! that has none. A pipeline takes it by [`Builder::stop_words`](crate::Builder::stop_words).
//!
//! ```
//! use griot::stop::StopWords;
//! use griot::{Language, Stop, TokenKind, segment};
//!
//! let text = "L’armée a reçu des équipements, selon l’agence.";
//! let words = StopWords::of(Language::FRENCH).with(["agence"], Stop::Extended);
//! let content: Vec<_> = segment::words(text, Language::FRENCH)
//!     .filter(|(_, kind)| *kind == TokenKind::Word)
//!     .map(|(span, _)| &text[span])
//!     .filter(|word| words.get(word) == Stop::No)
//!     .collect();
//! # #[cfg(feature = "fr")]
//! assert_eq!(content, ["armée", "reçu", "équipements"]);
//! ```

use std::collections::HashMap;

use crate::document::Stop;
use crate::lang::Rules;
use crate::language::Language;
use crate::normalize::norm_in;

/// Returns the stop tier of a word, given by its normal form: lower case, NFC, `'` for the
/// apostrophe. Returns `None` for a language without a list.
///
/// [`norm`](crate::normalize::norm) makes normal forms. [`StopWords::get`] takes any spelling.
///
/// ```
/// use griot::{Language, Stop, stop};
///
/// # #[cfg(feature = "fr")]
/// assert_eq!(stop::stop("lorsqu'", Language::FRENCH), Some(Stop::Function));
/// # #[cfg(feature = "fr")]
/// assert_eq!(stop::stop("armée", Language::FRENCH), Some(Stop::No));
/// assert_eq!(stop::stop("uwa", Language::HAUSA), Some(Stop::No));
/// assert_eq!(stop::stop("uwa", Language::UNDETERMINED), None);
/// ```
pub fn stop(norm: &str, language: Language) -> Option<Stop> {
    let rules = Rules::of(language);
    (!rules.stops.is_empty()).then(|| rules.stops.tier(norm))
}

/// The stop words of one language, as a list that can be changed.
///
/// It starts from griot's list ([`of`](Self::of)) or from nothing ([`none`](Self::none)). Later
/// changes win over earlier ones. [`Builder::stop_words`](crate::Builder::stop_words) takes it.
///
/// ```
/// use griot::{Language, Stop, stop::StopWords};
///
/// # #[cfg(feature = "fr")] {
/// let words = StopWords::of(Language::FRENCH)
///     .with(["communiqué", "Dépêche"], Stop::Extended)
///     .without(["contre"])
///     .without_negations();
/// assert_eq!(words.get("L’"), Stop::Function);
/// assert_eq!(words.get("dépêche"), Stop::Extended);
/// assert_eq!(words.get("contre"), Stop::No);
/// assert_eq!(words.get("n’"), Stop::No);
/// # }
/// ```
#[derive(Clone, Debug)]
pub struct StopWords {
    language: Language,
    /// The list for the words that were not changed.
    rules: &'static Rules,
    /// The changed words, by normal form.
    changed: HashMap<Box<str>, Stop>,
}

impl StopWords {
    /// Starts from griot's list of a language. The list is empty if griot has none.
    pub fn of(language: Language) -> Self {
        Self {
            language,
            rules: Rules::of(language),
            changed: HashMap::new(),
        }
    }

    /// Starts from an empty list.
    pub fn none(language: Language) -> Self {
        Self {
            language,
            rules: &Rules::NONE,
            changed: HashMap::new(),
        }
    }

    /// Puts words into a tier, whatever tier they were in. Their case and apostrophes do not
    /// matter.
    #[must_use]
    pub fn with<W: AsRef<str>>(mut self, words: impl IntoIterator<Item = W>, tier: Stop) -> Self {
        for word in words {
            let norm = norm_in(word.as_ref(), self.language);
            self.changed.insert(norm.into(), tier);
        }
        self
    }

    /// Takes words out: they are stop words no more.
    #[must_use]
    pub fn without<W: AsRef<str>>(self, words: impl IntoIterator<Item = W>) -> Self {
        self.with(words, Stop::No)
    }

    /// Takes out the words that negate: `ne`, `pas`, `jamais`, `sans`. Use it where a negation
    /// changes the result, as in a search for opinions.
    ///
    /// The words come from the list that this one started from, so it does nothing after
    /// [`none`](Self::none).
    #[must_use]
    pub fn without_negations(self) -> Self {
        let negations = self.rules.stops.negations.words();
        self.without(negations)
    }

    /// Returns the language of the list.
    pub fn language(&self) -> Language {
        self.language
    }

    /// Returns the tier of a word, whatever its case and apostrophe. [`Stop::No`] for a word that
    /// is not in the list.
    pub fn get(&self, word: &str) -> Stop {
        self.get_norm(&norm_in(word, self.language))
    }

    /// Returns the tier of a word that is in normal form already.
    pub(crate) fn get_norm(&self, norm: &str) -> Stop {
        match self.changed.get(norm) {
            Some(tier) => *tier,
            None => self.rules.stops.tier(norm),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_holds_for_every_spelling() {
        let words = StopWords::of(Language::FRENCH).with(["S’IL", "E\u{301}TAT"], Stop::Function);
        for word in ["s'il", "s’il", "S’Il", "état", "État"] {
            assert_eq!(words.get(word), Stop::Function, "{word}");
        }
        assert_eq!(words.without(["s'il"]).get("s’il"), Stop::No);
    }

    #[test]
    fn another_list_takes_the_place_of_the_own() {
        let words = StopWords::none(Language::ENGLISH).with(["sic"], Stop::Extended);
        assert_eq!(
            (words.get("sic"), words.get("the")),
            (Stop::Extended, Stop::No)
        );
        assert_eq!(words.clone().without_negations().get("sic"), Stop::Extended);
    }

    #[test]
    fn negation_can_be_kept() {
        for (language, denies, stays) in [
            (Language::FRENCH, "n’", "l’"),
            (Language::ENGLISH, "isn’t", "is"),
            (Language::GERMAN, "Nicht", "und"),
            (Language::HAUSA, "ba’a", "da"),
        ] {
            let own = StopWords::of(language);
            if own.get(stays) == Stop::No {
                continue; // a build without the language
            }
            assert_eq!(own.get(denies), Stop::Function, "{denies}");
            let kept = own.without_negations();
            assert_eq!(
                (kept.get(denies), kept.get(stays)),
                (Stop::No, Stop::Function)
            );
        }
    }

    /// Every elision, in both spellings.
    #[cfg(feature = "fr")]
    #[test]
    fn french_elisions_are_function_words() {
        let words = StopWords::of(Language::FRENCH);
        for elided in "c d j jusqu l lorsqu m n puisqu qu quelqu quoiqu s t".split(' ') {
            for apostrophe in ['\'', '’'] {
                let word = format!("{elided}{apostrophe}");
                assert_eq!(words.get(&word), Stop::Function, "{word}");
                assert_eq!(words.get(&word.to_uppercase()), Stop::Function, "{word}");
            }
        }
        assert_eq!(
            (words.get("sûr"), words.get("sur")),
            (Stop::No, Stop::Function)
        );
    }
}
