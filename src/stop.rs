//! Stop words.

use crate::document::Stop;
use crate::lang::Rules;
use crate::language::Language;

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
    rules.has_stop_words().then(|| rules.stop(norm))
}
