//! Documents in the forms of other programs. Each is written in one pass and loses what the form has no
//! place for; [`Document`](super::Document) itself is kept as JSON or in the [binary](super::binary)
//! form.

mod brat;
mod spacy;
mod tei;

pub use brat::Brat;
pub use spacy::Spacy;
pub use tei::Tei;

#[cfg(all(feature = "fr", feature = "entities"))]
#[cfg(test)]
mod tests;
