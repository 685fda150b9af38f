//! Words and sentences.

mod addresses;
mod chars;
mod marks;
mod sentences;
mod words;

pub use sentences::LineBreaks;
pub(crate) use sentences::Splitter;
pub use words::Words;

use crate::lang::Rules;
use crate::language::Language;

/// The tokens of a text as spans with their kinds, without a pipeline and without allocation.
///
/// Between two tokens there is white space at most. A language with rules is cut as its
/// treebanks cut it; others by Unicode's rules, with addresses and runs of dots whole. Offsets
/// count to `u32::MAX`; what lies beyond in a longer text is given at that offset.
///
/// ```
/// use griot::{Language, segment};
///
/// let text = "L’armée sollicitera-t-elle 12 000 hommes aujourd’hui ?";
/// let words: Vec<_> = segment::words(text, Language::FRENCH).map(|(span, _)| &text[span]).collect();
/// let expected = ["L’", "armée", "sollicitera", "-t-elle", "12 000", "hommes", "aujourd’hui", "?"];
/// assert_eq!(words, expected);
/// ```
pub fn words(text: &str, language: Language) -> Words<'_> {
    Words::new(text, Rules::of(language))
}
