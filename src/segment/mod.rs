//! Words and sentences.

mod addresses;
mod atoms;
mod batch;
mod boundary;
mod chars;
mod context;
mod dictionary;
pub(crate) mod features;
mod lanes;
mod marks;
mod patterns;
mod scanner;
mod sentences;
mod splitter;
mod starts;
pub(crate) mod teach;
mod terminals;
mod words;

pub use crate::lines::LineBreaks;
pub(crate) use batch::{BATCH, Batch, NonBoundaries};
pub(crate) use boundary::{BoundaryWeights, boundaries};
pub(crate) use chars::is_alphanumeric;
pub(crate) use patterns::{Pattern, Patterns};
pub use sentences::{Sentences, WordsWithEnds};
pub(crate) use splitter::Splitter;
pub use words::Words;

use unicode_segmentation::UnicodeSegmentation;

use crate::lang::Rules;
use crate::language::Language;
use crate::span::Span;

/// The tokens of a text as spans with their kinds, without a pipeline and without allocation.
///
/// Between two tokens there is white space at most. A language with rules is cut as its treebanks
/// cut it, the others by Unicode's rules, with addresses and runs of dots whole. Offsets count to
/// `u32::MAX`; what lies beyond in a longer text is given at that offset. With the feature `cjk`,
/// runs of Chinese, Japanese, Thai, Khmer, Lao and Burmese are words of a dictionary, for which
/// icu_segmenter allocates once a run.
///
/// ```
/// use griot::{Language, segment};
///
/// let text = "L’armée sollicitera-t-elle 12 000 hommes aujourd’hui ?";
/// let words: Vec<_> = segment::words(text, Language::FRENCH).map(|(span, _)| &text[span]).collect();
/// let expected = ["L’", "armée", "sollicitera", "-t-elle", "12 000", "hommes", "aujourd’hui", "?"];
/// # #[cfg(feature = "fr")]
/// assert_eq!(words, expected);
/// ```
pub fn words(text: &str, language: Language) -> Words<'_> {
    Words::new(text, Rules::of(language))
}

/// The sentences of a text as spans, each with the reason of its end, without a pipeline and
/// without allocation. A line break ends a sentence.
///
/// They are those of a pipeline that is told the language, but for those that end where a press zone
/// does. A span holds no white space at either
/// end. The languages with a model share it; the first call in a process reads it.
///
/// ```
/// use griot::{Language, segment};
///
/// let text = "« Où va-t-il ? » demande M. Touré. Le général n’a pas répondu.";
/// let sentences: Vec<_> = segment::sentences(text, Language::FRENCH).map(|(span, _)| &text[span]).collect();
/// let expected = ["« Où va-t-il ? » demande M. Touré.", "Le général n’a pas répondu."];
/// assert_eq!(sentences, expected);
/// ```
pub fn sentences(text: &str, language: Language) -> Sentences<'_> {
    Sentences::new(text, language)
}

/// The tokens of [`words`], each with the reason if a sentence of [`sentences`] ends after it: both
/// from one pass, without a pipeline and without allocation.
///
/// ```
/// use griot::{Language, segment};
///
/// let text = "M. Touré se tait. Où va-t-il ?";
/// let mut sentences = vec![vec![]];
/// for (span, _, end) in segment::words_with_ends(text, Language::FRENCH) {
///     sentences.last_mut().unwrap().push(&text[span]);
///     if end.is_some() {
///         sentences.push(vec![]);
///     }
/// }
/// # #[cfg(feature = "fr")]
/// assert_eq!(sentences[1], ["Où", "va", "-t-il", "?"]);
/// ```
pub fn words_with_ends(text: &str, language: Language) -> WordsWithEnds<'_> {
    WordsWithEnds::new(text, language)
}

/// The characters as a reader sees them: grapheme clusters of Unicode's UAX #29, as spans. A
/// cursor moves by these, and a text is cut at these.
///
/// ```
/// use griot::segment;
///
/// let text = "e\u{301}té 👨‍👩‍👧";
/// let seen: Vec<_> = segment::graphemes(text).map(|span| &text[span]).collect();
/// assert_eq!(seen, ["e\u{301}", "t", "é", " ", "👨‍👩‍👧"]);
/// ```
pub fn graphemes(text: &str) -> impl DoubleEndedIterator<Item = Span> {
    let graphemes = text.grapheme_indices(true);
    graphemes.map(|(start, grapheme)| Span::from_usize(start, start + grapheme.len()))
}
