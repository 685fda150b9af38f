//! Parts of speech and lemmas.
//!
//! A part of speech ([`Pos`](crate::Pos)) says what a word is in its sentence. A lemma is the form
//! under which a dictionary has the word: `portes` has the lemma `porte` as a noun and `porter` as
//! a verb. So a pipeline finds the part of speech first, then the lemma:
//!
//! ```
//! # #[cfg(feature = "fr-lexicon")] {
//! use griot::{Language, Pipeline};
//!
//! let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
//! let document = pipeline.process("Les portes étaient fermées aux journaux.")?;
//! let tokens = document.view().tokens().filter(|token| token.is_word());
//! let lemmas: Vec<_> = tokens
//!     .map(|token| (token.text(), token.pos().unwrap().as_str(), token.lemma().unwrap()))
//!     .collect();
//! assert_eq!(lemmas, [
//!     ("Les", "DET", "le"),
//!     ("portes", "NOUN", "porte"),
//!     ("étaient", "AUX", "être"),
//!     ("fermées", "VERB", "fermer"),
//!     ("aux", "ADP", "à"),
//!     ("journaux", "NOUN", "journal"),
//! ]);
//! # }
//! # Ok::<(), griot::Error>(())
//! ```
//!
//! Without a pipeline, a [`Lemmatizer`] gives the lemma of a word whose part of speech you know.
//!
//! # Parts of speech
//!
//! The tags are those of [Universal Dependencies]. The kind of a token decides for punctuation
//! marks, addresses and emoji. For all other tokens a greedy averaged perceptron decides (Michael
//! Collins, *Discriminative training methods for hidden Markov models*, 2002). It reads a sentence
//! from left to right and looks at the words around, at the tags before, and at what the lexicon
//! allows. It is not asked for words in small letters that always have the same tag.
//!
//! A contraction has the tag of its first word, except that `auquel` and its like have the tag of
//! the pronoun. [`Token::contraction`](crate::Token::contraction) gives the two words.
//!
//! # Lemmas
//!
//! A word is looked up in the short lists of its language, then in its lexicon. If neither knows
//! it, rules of endings give a guess; [`Token::is_lemma_guessed`](crate::Token::is_lemma_guessed)
//! marks it.
//!
//! Lemmas follow the treebanks of each language. They are in lower case, with `'` for the
//! apostrophe, except those of names and of German nouns. Names and numbers are their own lemmas.
//!
//! - French: a noun keeps its gender, an adjective goes to the masculine singular. A participle
//!   that is tagged as a verb goes to the infinitive. A personal pronoun goes to its stressed form
//!   (`il` and `le` to `lui`), a possessive to `son`.
//! - German: a noun keeps its capital. A compound has the lemma of its last part: `Länderspielen`,
//!   `Länderspiel`.
//! - Spanish and Portuguese: pronouns at the end of a verb are left out: `decírselo`, `tornou-se`.
//! - English: `'s`, `'ll` and the like are left out at the end of a word.
//!
//! # Languages
//!
//! | Language | Tags and lemmas need | Without it |
//! |---|---|---|
//! | French | the feature `fr`, better with `fr-lexicon` | without `fr`, no tags and no lemmas |
//! | English | the feature `en-lemmas` | [`Lemmatizer`] by short lists and rules |
//! | German | the feature `de-lemmas` | the same |
//! | Spanish | the feature `es-lemmas` | the same |
//! | Portuguese | the feature `pt-lemmas` | the same |
//!
//! Other languages have neither tags nor lemmas.
//!
//! [Universal Dependencies]: https://universaldependencies.org/u/pos/

mod annotate;
mod contraction;
pub(crate) mod features;
mod lemmatizer;
pub(crate) mod lexicon;
pub(crate) mod tag_dictionary;
mod tagger;
pub(crate) mod teach;

pub(crate) use annotate::{LemmaScratch, PosTaggers};
pub use lemmatizer::Lemmatizer;
