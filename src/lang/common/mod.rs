//! What several languages share. A language's own files have only its own words.

#[cfg(feature = "fr")]
pub(crate) mod clubs;
pub(crate) mod given_names;
pub(crate) mod organisations;
pub(crate) mod particles;
pub(crate) mod surnames;
