//! Texts that repeat one another: reprints, shortened and retitled versions.
//!
//! A [`Fingerprint`] is small, and of two the [similarity](Fingerprint::similarity) of their texts can be
//! told. An [`Index`] finds the near-duplicates of a text among many without comparing each with each.
//!
//! ```
//! use griot::duplicates::{Index, fingerprint};
//! use griot::{Language, Pipeline};
//!
//! let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
//! let texts = [
//!     "Le général Tiani a reçu mardi à Niamey une délégation russe venue signer un accord militaire.",
//!     "Les pluies ont détruit vingt maisons dans le nord du Bénin, selon la protection civile.",
//!     "NIAMEY – Le général Tiani a reçu, mardi, à Niamey, une délégation russe venue signer l’accord militaire.",
//! ];
//! let mut index = Index::default();
//! for document in pipeline.process_all(texts) {
//!     let number = index.len();
//!     for near in index.add(fingerprint(document?.view())) {
//!         assert_eq!((number, near.number()), (2, 0));
//!     }
//! }
//! # Ok::<(), griot::Error>(())
//! ```

mod fingerprint;
mod index;

pub use fingerprint::{Fingerprint, fingerprint};
pub use index::{Index, Near};
