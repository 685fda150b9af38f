//! Near-duplicates: texts that repeat each other, such as reprints and shortened or retitled
//! versions.
//!
//! # How it works
//!
//! [`fingerprint()`] reduces a document to a [`Fingerprint`] of 512 bytes. The
//! [similarity](Fingerprint::similarity) of two fingerprints estimates which share of word pairs
//! both texts have in common, from 0 to 1. An [`Index`] holds many fingerprints and finds those
//! that are similar to a text, without comparing each with each.
//!
//! In this example the third text repeats the first one with another beginning:
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
//!
//! To compare only two texts, compare their fingerprints. Case, punctuation, apostrophes and stop
//! words make no difference:
//!
//! ```
//! use griot::duplicates::fingerprint;
//! use griot::{Language, Pipeline};
//!
//! # #[cfg(feature = "fr")] {
//! let pipeline = Pipeline::builder().language(Language::FRENCH).build()?;
//! let first = pipeline.process("L’armée du Niger a reçu du matériel militaire.")?;
//! let second = pipeline.process("NIGER : cette armée-là exporte de l'uranium.")?;
//! let third = pipeline.process("L'ARMÉE DU NIGER A REÇU LE MATÉRIEL MILITAIRE")?;
//! let first = fingerprint(first.view());
//! assert_eq!(first.similarity(&fingerprint(third.view())), 1.0);
//! assert!(first.similarity(&fingerprint(second.view())) < 0.3);
//! # }
//! # Ok::<(), griot::Error>(())
//! ```

mod fingerprint;
mod index;

pub use fingerprint::{Fingerprint, fingerprint};
pub use index::{Index, Near};
