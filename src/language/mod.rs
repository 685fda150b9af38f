//! Languages: their codes and names, and which one a text is in.

mod detect;
mod detection;
#[doc(hidden)]
pub mod grams;
mod light;
#[doc(hidden)]
#[cfg(feature = "langid")]
pub mod model;
mod segments;

pub use crate::iso639::Language;
pub use detect::{Detector, Engine};
pub use detection::Detection;
pub use segments::segments;
