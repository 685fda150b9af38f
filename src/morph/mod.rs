//! Morphological features.
//!
//! A [`Morph`] holds the features of a word by Universal Dependencies: gender
//! and number of nouns, adjectives and participles; mood, tense, person and number of verbs; and what
//! kind of article or pronoun a word is. [`Token::morph`](crate::Token::morph) gives them.
//!
//! ```
//! # #[cfg(feature = "fr-lexicon")] {
//! use griot::{Language, Layer, Pipeline};
//!
//! let pipeline = Pipeline::builder()
//!     .language(Language::FRENCH)
//!     .layers([Layer::Morph])
//!     .build()?;
//! let document = pipeline.process("La ministre a signé deux accords.")?;
//! let morphs: Vec<_> = document.tokens().map(|it| it.morph().unwrap().to_string()).collect();
//! assert_eq!(morphs, [
//!     "Definite=Def|Gender=Fem|Number=Sing|PronType=Art",
//!     "Gender=Fem|Number=Sing",
//!     "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
//!     "Gender=Masc|Number=Sing|Tense=Past|VerbForm=Part",
//!     "_",
//!     "Gender=Masc|Number=Plur",
//!     "_",
//! ]);
//! # }
//! # Ok::<(), griot::Error>(())
//! ```
//!
//! # Method
//!
//! The part of speech of a word stands first. A list has the features of articles, pronouns and other
//! words of the grammar. For nouns, adjectives and verbs a model has the readings of every form of a
//! dictionary: `porte` is a noun in the feminine singular; as a verb it may be in five forms. The model
//! is a tree of endings, from the last letter on, that has no more branches than the dictionary needs to
//! come out right. So a word that the dictionary lacks has the readings of the words that end like it.
//!
//! Of several readings the words around choose: an article, an adjective or a number for a noun, the
//! pronoun before a verb for its person, an auxiliary for a participle. A noun always has a gender and a
//! number in French and Portuguese, taken from these words where its form does not tell (`élève`, `pays`). An adjective
//! keeps what its form says in French, as in the treebanks: `rouge` has no gender.
//!
//! Names, numbers in digits and invariable words have no features.
//!
//! # Languages
//!
//! French with the feature `fr-lexicon`, Portuguese with `pt-lemmas` and English with `en-lemmas`. In English a
//! verb has the person and number of its subject. In Portuguese an adjective has the gender and number of its noun.
//!
//! Other languages have no layer of features. The Spanish dictionary does not say them. The German one does, but
//! nearly every form fits several cases, and nothing here chooses among them.

mod annotate;
mod bare;
mod choice;
mod readings;
mod word;

pub(crate) use annotate::{MorphAnalysers, MorphScratch};

pub use crate::document::morph::{
    Case, Definite, Degree, Gender, Mood, Morph, Number, Person, Poss, PronType, Reflex, Tense,
    VerbForm,
};
