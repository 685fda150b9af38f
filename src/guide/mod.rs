//! The guide, in chapters. Every example runs.
//!
//! [`first_steps`] comes first; the others stand alone.

// What the chapters link to. They are documentation, so the compiler sees no use.
#[allow(unused_imports)]
use crate::*;

#[doc = include_str!("first_steps.md")]
pub mod first_steps {}

#[doc = include_str!("offsets.md")]
pub mod offsets {}

#[doc = include_str!("input.md")]
pub mod input {}

#[doc = include_str!("your_words.md")]
pub mod your_words {}

#[doc = include_str!("many_texts.md")]
pub mod many_texts {}

#[doc = include_str!("searching.md")]
pub mod searching {}

#[doc = include_str!("documents.md")]
pub mod documents {}

#[doc = include_str!("languages.md")]
#[doc = include_str!("../pipeline/languages.md")]
pub mod languages {}

#[doc = include_str!("performance.md")]
pub mod performance {}

#[doc = include_str!("untrusted_input.md")]
pub mod untrusted_input {}

#[doc = include_str!("conventions.md")]
pub mod conventions {}

#[doc = include_str!("from_spacy.md")]
pub mod from_spacy {}

#[doc = include_str!("from_nltk.md")]
pub mod from_nltk {}

#[doc = include_str!("from_lucene.md")]
pub mod from_lucene {}

#[doc = include_str!("from_charabia.md")]
pub mod from_charabia {}
