//! Languages: their codes and names, and the language that a text is in.
//!
//! [`Language`] is any language of ISO 639. A [`Detector`] tells which one a text is in, how sure
//! it is, and whether the answer can be relied on. [`segments`] tells it for each part of a text in
//! several languages.
//!
//! ```
//! # #[cfg(feature = "langid")] {
//! use griot::language::{self, Detector, Language};
//!
//! let detector = Detector::new();
//! let answer = detector.detect("Le Niger a reçu un nouveau lot d’équipements militaires.");
//! assert_eq!(answer.language, Language::FRENCH);
//! assert!(answer.confidence > 0.9 && answer.reliable);
//!
//! // Where the languages of your texts are known, say so: there is less to confuse.
//! let detector = Detector::among(&[Language::FRENCH, Language::HAUSA])?;
//! assert_eq!(detector.detect("Ina kwana?").language, Language::HAUSA);
//!
//! let text = "Le ministre s’est expliqué devant la presse hier soir. Niger will never accept any \
//!             foreign interference, he said.";
//! let spans = language::segments(text);
//! assert_eq!(spans.len(), 2);
//! assert_eq!(&text[spans[1].0], "Niger will never accept any foreign interference, he said.");
//! # }
//! # Ok::<(), griot::Error>(())
//! ```
//!
//! # Method
//!
//! There are two engines ([`Engine`]):
//!
//! - [`Engine::Model`], the default, is griot's own: a linear model over the character n-grams of
//!   words, of one to five characters. It knows 167 languages, also by single
//!   words. Some languages are decided by their script alone. It needs the feature `langid`.
//!   [`Detector::candidates`] gives the runners-up, [`Detector::evidence`] what decided.
//! - [`Engine::Whatlang`] is the crate whatlang: trigrams of 69 languages, weak on less than a
//!   sentence.
//!
//! A text of up to 1024 bytes is read whole. Of a longer one four windows of 256 bytes are read, so
//! the time does not grow with the text.
//!
//! # Limits
//!
//! - A text without letters has no language: [`Language::UNDETERMINED`].
//! - A language that the engine does not know may be taken for a near relative. Look at
//!   [`Detection::reliable`] before you rely on an answer.
//! - Single names and words are often shared by languages. [`segments`] therefore gives them to the
//!   language around.

mod detect;
mod detection;
pub(crate) mod grams;
mod light;
#[cfg(feature = "langid")]
pub(crate) mod model;
#[cfg(feature = "langid")]
mod relatives;
mod segments;
#[cfg(feature = "langid")]
pub(crate) mod votes;

pub use crate::iso639::Language;
pub use detect::{Detector, Engine};
pub use detection::Detection;
pub use segments::segments;
