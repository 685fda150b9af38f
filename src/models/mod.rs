//! The binary models: the kinds of files, the reader of their format, and the choice of the model
//! for a language.
//!
//! `tools/` writes the files. `README.md` in this folder says what each was made from.

mod by_language;
mod file;
mod format;
pub(crate) mod hashed;
mod own;

pub(crate) use by_language::ByLanguage;
#[cfg(feature = "entities")]
pub(crate) use file::u16_at;
#[cfg(test)]
pub(crate) use file::write;
pub(crate) use file::{FromModel, Model, checksum, u32_at};
pub(crate) use format::Format;
pub(crate) use own::OwnModels;
