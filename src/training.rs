//! What `tools/` needs to train the models, a module for each kind of model.
//!
//! A model works only if it was trained on the features that it is asked with. So the tools compute
//! them with the very code that reads the models, and this module is the one door to it. It is no
//! part of the public interface: no stability is promised, and any version may change it.

/// Which language a text is in.
pub mod language {
    pub use crate::language::grams::{Event, HAN, SCRIPTS, Script, read};
    #[cfg(feature = "langid")]
    pub use crate::language::model::{BUCKET, SLOTS, STEP, place};
}

/// Forms with their lemmas.
pub mod lexicon {
    pub use crate::lemma::lexicon::Category;
}

/// Names in a text.
#[cfg(feature = "entities")]
pub mod names {
    pub use crate::entity::classes::slots;
    pub use crate::entity::tagger::{DEEP, LABELS, TAGS, bucket, may_follow};
    pub use crate::entity::teach::{Example, Teacher};
}

/// Sentence ends.
pub mod sentences {
    pub use crate::segment::features::{EARLY, WEIGHTS};
    pub use crate::segment::teach::doubtful_ends;
}

/// Parts of speech.
pub mod tags {
    pub use crate::lemma::features::{MOST, TAGS};
    pub use crate::lemma::teach::teach;
    pub use crate::models::hashed::place;
}
