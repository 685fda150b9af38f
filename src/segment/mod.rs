//! Words and sentences.

mod addresses;
mod atoms;
mod boundary;
mod chars;
mod dictionary;
mod marks;
mod scanner;
mod sentences;
mod terminals;
mod words;

#[doc(hidden)]
pub use boundary::WEIGHTS;
pub(crate) use boundary::{Boundaries, KIND as BOUNDARIES, Weights};
pub use sentences::LineBreaks;
pub(crate) use sentences::Splitter;
pub use words::Words;

use unicode_segmentation::UnicodeSegmentation;

use crate::document::EndReason;
use crate::document::layers::{Sentences, Tokens};
use crate::lang::Rules;
use crate::language::Language;
use crate::span::Span;
use boundary::{Features, Judge};

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
    }

    let mut tokens = Tokens::default();
    for (span, kind) in words(text, language) {
        tokens.push(span, kind);
    }
    let splitter = Splitter {
        text,
        tokens: &tokens,
        rules: Rules::of(language),
        line_breaks: LineBreaks::default(),
    };
    let (all, mut sentences) = (0..tokens.len(), Sentences::default());
    splitter.split(
        all,
        EndReason::EndOfText,
        Some(Teacher(visit)),
        &mut sentences,
    );
}
