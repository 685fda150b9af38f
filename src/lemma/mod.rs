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
pub(crate) mod features;
mod lemmatizer;
pub(crate) mod lexicon;
mod tagger;
pub(crate) mod teach;

pub(crate) use annotate::{LemmaScratch, PosTaggers};
pub use lemmatizer::Lemmatizer;
