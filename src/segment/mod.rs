//! Words and sentences.

mod addresses;
mod atoms;
mod batch;
mod boundary;
mod calm;
mod chars;
mod context;
mod dictionary;
mod features;
mod lanes;
mod marks;
mod patterns;
mod scanner;
mod sentences;
mod splitter;
mod terminals;
mod words;

pub use crate::lines::LineBreaks;
pub(crate) use batch::{BATCH, Batch, Quiet};
pub(crate) use boundary::{Boundaries, KIND as BOUNDARIES, Weights};
pub(crate) use chars::is_alphanumeric;
#[doc(hidden)]
pub use features::{EARLY, WEIGHTS};
pub(crate) use patterns::{Pattern, Patterns};
pub use sentences::{Sentences, WordsWithEnds};
pub(crate) use splitter::Splitter;
pub use words::Words;

use unicode_segmentation::UnicodeSegmentation;

use crate::document::layers::Tokens;
use crate::lang::Rules;
use crate::language::Language;
use crate::span::Span;
use boundary::Judge;
use features::Features;

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

/// For `tools/`, which train the model of sentence ends: goes through a text as a pipeline does, and
/// at each place that the rules leave in doubt gives its byte, what the rules say and the features to
/// `visit`, which answers whether a sentence ends there.
#[doc(hidden)]
pub fn doubtful_ends(
    text: &str,
    language: Language,
    visit: impl FnMut(usize, bool, &[u16]) -> bool,
) {
    struct Teacher<F>(F);

    impl<F: FnMut(usize, bool, &[u16]) -> bool> Judge for Teacher<F> {
        fn probability(&mut self, at: usize, stop: bool, features: &Features) -> f32 {
            f32::from(u8::from((self.0)(at, stop, features.ids())))
        }

        fn denies(&self, _: bool, _: &Features) -> bool {
            false
        }
    }

    let mut tokens = Tokens::default();
    for (span, kind) in words(text, language) {
        tokens.push(span, kind);
    }
    let (rules, judge) = (Rules::of(language), Teacher(visit));
    let breaks = LineBreaks::default();
    let mut splitter = Splitter::new(text, &tokens, 0, rules, breaks, Some(judge));
    for index in 1..tokens.len() {
        splitter.end_after(index - 1);
    }
}
