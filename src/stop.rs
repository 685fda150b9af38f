//! Stop words, in two tiers: function words, and other words of little content.
//!
//! [`Language::layers`] says which languages have a list of their own. A [`StopWords`] changes one, or
//! brings one for another language. Words are compared by their [normal form](crate::normalize), so
//! that `Lorsqu’` is `lorsqu'`, with their accents: `sûr` is no `sur`.

use std::collections::HashMap;

use crate::document::Stop;
use crate::lang::Rules;
use crate::language::Language;
use crate::normalize::norm_in;

/// How dispensable a word is, by its normal form; `None` for a language without a list.
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

/// The stop words of a language, to be changed; [`Builder::stop_words`](crate::Builder::stop_words)
/// takes them.
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
    /// Where those words are looked up that nobody changed.
    rules: &'static Rules,
    /// What was changed, by normal form.
    changed: HashMap<Box<str>, Stop>,
}

impl StopWords {
    /// griot's own of a language; none for a language without a list.
    pub fn of(language: Language) -> Self {
        Self {
            language,
            rules: Rules::of(language),
            changed: HashMap::new(),
        }
    }

    /// None yet.
    pub fn none(language: Language) -> Self {
        Self {
            language,
            rules: &Rules::NONE,
            changed: HashMap::new(),
        }
    }

    /// Puts words into a tier, whatever tier they were in. Case and apostrophes do not matter.
    #[must_use]
    pub fn with<W: AsRef<str>>(mut self, words: impl IntoIterator<Item = W>, tier: Stop) -> Self {
        for word in words {
            let norm = norm_in(word.as_ref(), self.language);
            self.changed.insert(norm.into(), tier);
        }
        self
    }

    /// Takes words out.
    #[must_use]
    pub fn without<W: AsRef<str>>(self, words: impl IntoIterator<Item = W>) -> Self {
        self.with(words, Stop::No)
    }

    /// Takes out what denies: `ne`, `pas`, `jamais`, `sans`. A search for opinions needs it.
    #[must_use]
    pub fn without_negations(self) -> Self {
        let negations = self.rules.stops.negations.words();
        self.without(negations)
    }

    /// What language they are of.
    pub fn language(&self) -> Language {
        self.language
    }

    /// How dispensable a word is, whatever its case and apostrophe.
    pub fn get(&self, word: &str) -> Stop {
        self.get_norm(&norm_in(word, self.language))
    }

    /// How dispensable a word is, by its normal form.
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
