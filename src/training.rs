//! What `tools/` needs to train the models. There is one module for each kind of model.
//!
//! A model works only with the features that it was trained on. So the tools compute the features
//! with the same code that reads the models, and they reach that code only through this module. It
//! is not part of the public interface, and any version may change it.

/// The model that detects languages.
pub mod language {
    pub use crate::language::grams::{Event, HAN, SCRIPTS, Script, read};
    #[cfg(feature = "langid")]
    pub use crate::language::model::STEP;
    #[cfg(feature = "langid")]
    pub use crate::language::votes::{BUCKET, ROW_BITS, SLOTS, place};
}

/// The lexica: word forms with their lemmas.
pub mod lexicon {
    pub use crate::lemma::lexicon::Category;
}

/// The tagger of names.
#[cfg(feature = "entities")]
pub mod names {
    pub use crate::entity::classes::slots;
    pub use crate::entity::tagger::{DEEP, LABELS, TAGS, bucket, may_follow};
    pub use crate::entity::teach::{Example, Teacher};
}

/// The model that decides doubtful sentence ends.
pub mod sentences {
    pub use crate::segment::features::{EARLY, WEIGHTS};
    pub use crate::segment::teach::doubtful_ends;
}

/// The tagger of parts of speech.
pub mod tags {
    pub use crate::lemma::features::{MOST, TAGS};
    pub use crate::lemma::tag_dictionary::TagDictionary;
    pub use crate::lemma::teach::{dictionary_words, teach};
    pub use crate::models::hashed::place;
}
