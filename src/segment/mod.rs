//! Words and sentences of a text, as spans of its bytes.
//!
//! The functions here need no pipeline. They return iterators that read the text as they go. They do
//! not allocate for each token (see the limits below for the two exceptions):
//!
//! - [`words`] cuts a text into tokens.
//! - [`sentences`] cuts it into sentences.
//! - [`words_with_ends`] does both in one pass.
//! - [`token_norm`] is the normal form of a token.
//! - [`graphemes`] cuts it into the characters that a reader sees.
//!
//! All spans are half-open ranges of bytes, in the order of the text, and never cut a character.
//! Between two tokens there is white space or nothing, so tokens and gaps rebuild the text.
//!
//! ```
//! use griot::{Language, segment};
//!
//! let text = "L’armée va-t-elle recruter 12 000 hommes ? M. Modi n’a rien dit.";
//! let words: Vec<_> = segment::words(text, Language::FRENCH).map(|(span, _)| &text[span]).collect();
//! # #[cfg(feature = "fr")]
//! assert_eq!(words.join("|"), "L’|armée|va|-t-elle|recruter|12 000|hommes|?|M.|Modi|n’|a|rien|dit|.");
//!
//! let sentences: Vec<_> = segment::sentences(text, Language::FRENCH).map(|(span, _)| &text[span]).collect();
//! # #[cfg(feature = "fr")]
//! assert_eq!(sentences, ["L’armée va-t-elle recruter 12 000 hommes ?", "M. Modi n’a rien dit."]);
//! ```
//!
//! # Words
//!
//! The base are the word boundaries of Unicode, a standard with the name [UAX #29]. The rules of a
//! language correct them. They follow the [Universal Dependencies] treebank of the language, which is
//! a collection of texts cut by hand, where the project has one. These are the conventions for French:
//!
//! ```
//! # #[cfg(feature = "fr")] {
//! # use griot::{Language, segment};
//! let words = |text| {
//!     let words: Vec<_> = segment::words(text, Language::FRENCH).map(|(span, _)| &text[span]).collect();
//!     words.join("|")
//! };
//! // An elided word keeps its apostrophe. Some words with an apostrophe are whole.
//! assert_eq!(words("l’armée aujourd’hui"), "l’|armée|aujourd’hui");
//! // A pronoun behind a verb keeps its hyphen. Other compounds are one word.
//! assert_eq!(words("va-t-il, donnez-le-moi"), "va|-t-il|,|donnez|-le|-moi");
//! assert_eq!(words("c’est-à-dire l’avion-cargo"), "c’est-à-dire|l’|avion-cargo");
//! // An abbreviation keeps its full stop.
//! assert_eq!(words("M. Modi, J.-C. Martin, etc."), "M.|Modi|,|J.-C.|Martin|,|etc.");
//! // A space groups the digits of a number, a no-break space too. The `h` is a token.
//! assert_eq!(words("12 000 km/h à 20h30"), "12 000|km/h|à|20|h|30");
//! // A contraction is one token. `Token::contraction` gives its two words.
//! assert_eq!(words("du bureau"), "du|bureau");
//! // In every language: addresses, hashtags, mentions and runs of dots are one token.
//! assert_eq!(words("rfi.fr/afrique #Niger @AESinfos ..."), "rfi.fr/afrique|#Niger|@AESinfos|...");
//! # }
//! ```
//!
//! A language without rules is cut by UAX #29, but addresses, hashtags, mentions, initials with
//! their dot and runs of dots are one token there too.
//!
//! # Sentences
//!
//! A sentence ends after one of its tokens, and each end has an [`EndReason`](crate::EndReason).
//! Rules decide where they are sure: a line break ends a sentence, and so does a full stop between
//! a word in lower case and an upper-case letter. The full stop of an abbreviation belongs to its token and ends
//! nothing, except behind those that may close a sentence, such as `etc.`. Where the rules leave
//! doubt, as where a heading lost both its full stop and its line break, a logistic regression over the words around
//! decides. English and French have such a model. Other languages have the rules alone.
//!
//! # Limits
//!
//! - Offsets are 32 bits. All tokens beyond `u32::MAX` bytes are given at that offset.
//! - Chinese, Japanese, Thai, Khmer, Lao and Burmese put no space between words. The feature `cjk`
//!   cuts them by icu_segmenter's dictionary and networks, which allocate. Without it they are cut
//!   by UAX #29.
//! - The first call of [`sentences`] or [`words_with_ends`] in a process reads the models of
//!   sentence ends and allocates for them. The feature `cjk` allocates once for each run of a script
//!   without spaces.
//! - [`sentences`] does not know the press zones of a document; a pipeline also ends sentences at
//!   them.
//!
//! [UAX #29]: https://www.unicode.org/reports/tr29/
//! [Universal Dependencies]: https://universaldependencies.org/

mod abbreviations;
mod addresses;
mod atoms;
mod batch;
mod beginnings;
mod boundary;
mod chars;
mod clitics;
mod context;
mod dictionary;
mod doubts;
pub(crate) mod features;
mod glance;
mod hyphenation;
mod items;
mod lanes;
mod marks;
mod norms;
mod patterns;
mod quotes;
mod recent;
mod scanner;
mod sentences;
mod splitter;
mod starts;
pub(crate) mod teach;
mod telephone;
mod terminals;
mod token_features;
mod words;

pub use crate::lines::LineBreaks;
pub(crate) use batch::{BATCH, Batch, NonBoundaries};
pub(crate) use boundary::{BoundaryWeights, boundaries};
pub(crate) use chars::{has_no_width, is_alphanumeric};
pub(crate) use hyphenation::join as join_hyphens;
pub use norms::token_norm;
pub(crate) use patterns::{Pattern, Patterns};
pub use sentences::{Sentences, WordsWithEnds};
pub(crate) use splitter::Splitter;
pub use words::Words;

use unicode_segmentation::UnicodeSegmentation;

use crate::lang::Rules;
use crate::language::Language;
use crate::span::Span;

/// Cuts a text into tokens. Returns each token's span in bytes and its [kind](crate::TokenKind), in
/// order, without a pipeline. It does not allocate without the feature `cjk`.
///
/// Between two tokens there is white space or nothing. A language with rules is cut by them. Other languages are cut by UAX #29, with addresses and runs of dots as one
/// token.
///
/// Tokens beyond `u32::MAX` bytes are given at that offset. With the feature `cjk`, runs of
/// Chinese, Japanese, Thai, Khmer, Lao and Burmese are cut into the words of icu_segmenter, which
/// allocates once for each run.
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

/// Cuts a text into sentences. Returns each sentence's span in bytes and the
/// [reason](crate::EndReason) of its end, in order, without a pipeline.
///
/// A span begins and ends with a token, never with white space. A line break ends a sentence. The
/// sentences are those of a pipeline that was told the language, except that a pipeline also ends
/// sentences at the edges of press zones.
///
/// The first call in a process reads the models of sentence ends; later calls share them.
///
/// ```
/// use griot::{Language, segment};
///
/// let text = "« Où va-t-il ? » demande M. Touré. Le général n’a pas répondu.";
/// let sentences: Vec<_> = segment::sentences(text, Language::FRENCH).map(|(span, _)| &text[span]).collect();
/// let expected = ["« Où va-t-il ? » demande M. Touré.", "Le général n’a pas répondu."];
/// # #[cfg(feature = "fr")]
/// assert_eq!(sentences, expected);
/// ```
pub fn sentences(text: &str, language: Language) -> Sentences<'_> {
    Sentences::new(text, language)
}

/// Cuts a text into tokens and sentences in one pass. Returns each token's span in bytes, its
/// [kind](crate::TokenKind), and the [reason](crate::EndReason) if a sentence ends after it.
///
/// The tokens are those of [`words`], the ends are those of [`sentences`]. It needs no pipeline.
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

/// Cuts a text into the characters that a reader sees: the extended grapheme clusters of UAX #29.
/// Returns the span of each in bytes.
///
/// Move a cursor or shorten a text by these, so that no accent and no emoji is cut.
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
