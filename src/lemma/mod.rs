//! Lemmas and parts of speech.
//!
//! The tags are those of the Universal Dependencies. A greedy averaged perceptron (Collins 2002,
//! *Discriminative training methods for hidden Markov models*) gives them from left to right; the
//! kind of a token tells punctuation marks, addresses and emoji. A contraction has the tag of its
//! first word, `auquel` that of its pronoun; [`Token::contraction`](crate::Token::contraction)
//! gives the two words.
//!
//! Lemmas follow the treebanks of the language. In French a noun keeps its gender, an adjective goes to the masculine
//! singular, a participle that is tagged as a verb to the infinitive; a pronoun has its stressed
//! form (`il` and `le` have `lui`), every possessive `son`. They are in lower case, with `'` for
//! the apostrophe, but names and numbers are their own lemmas.
//! [`Token::is_lemma_guessed`](crate::Token::is_lemma_guessed) tells what no list knew.
//! A German noun keeps its capital, and a compound has the lemma of its last part (`Länderspielen`,
//! `Länderspiel`); Spanish and Portuguese verbs are told without the pronouns behind them
//! (`decírselo`, `tornou-se`), English words without `'s`, `'ll` and the like.
//!
//! French has both with the feature `fr`; with `fr-lexicon` the crate griot-fr-lexicon is asked.
//! English, German, Spanish and Portuguese have both with the features `en-lemmas`, `de-lemmas`,
//! `es-lemmas` and `pt-lemmas`; without them only [`Lemmatizer`] knows these languages, by short lists
//! and rules.

mod annotate;
mod contraction;
mod features;
mod lemmatizer;
mod lexicon;
mod tagger;

#[doc(hidden)]
pub use crate::models::hashed::place;
pub(crate) use annotate::{Memory, Taggers};
#[doc(hidden)]
pub use features::{MOST, TAGS};
pub use lemmatizer::Lemmatizer;
#[doc(hidden)]
pub use lexicon::Category;
pub(crate) use lexicon::KIND as LEXICON;
pub(crate) use tagger::KIND as TAGS_KIND;

use crate::document::Pos;
use crate::normalize::norm;
use crate::segment::words;
use crate::span::Span;
use features::{COUNT, by_kind};
use tagger::{Judge, tag};

/// For `tools/`, which train the model of parts of speech.
#[doc(hidden)]
impl Lemmatizer {
    /// Goes through a sentence as a pipeline does, and gives the span and the features of each
    /// token but punctuation marks to `visit`, which answers what it is. `show` says whether the
    /// lexicon may be asked for a word.
    pub fn teach(
        &self,
        sentence: &str,
        mut show: impl FnMut(&str) -> bool,
        visit: impl FnMut(Span, &[u32]) -> Pos,
    ) {
        struct Teacher<F, S> {
            visit: F,
            spans: S,
        }

        impl<F: FnMut(Span, &[u32]) -> Pos, S: Iterator<Item = Span>> Judge for Teacher<F, S> {
            fn choose(&mut self, features: &[u32; COUNT]) -> Pos {
                (self.visit)(self.spans.next().unwrap_or_default(), features)
            }
        }

        let mut scratch = String::new();
        let tokens: Vec<_> = words(sentence, self.language()).collect();
        let looks: Vec<_> = tokens
            .iter()
            .map(|(span, kind)| {
                let surface = span.of(sentence);
                let norm = norm(surface);
                if show(&norm) {
                    self.look(surface, &norm, *kind, &mut scratch)
                } else {
                    self.strange_look(surface, &norm, *kind)
                }
            })
            .collect();
        let asked = tokens
            .iter()
            .filter(|(span, kind)| by_kind(span.of(sentence), *kind).is_none());
        let spans = asked.map(|(span, _)| *span);
        let look = |index: usize| looks.get(index);
        tag(looks.len(), look, Teacher { visit, spans }, |_| ());
    }
}
