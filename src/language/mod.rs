//! Languages: their codes and names, and which one a text is in.

mod detect;
mod detection;
pub(crate) mod grams;
mod light;
#[cfg(feature = "langid")]
pub(crate) mod model;
mod segments;

pub use crate::iso639::Language;
pub use detect::{Detector, Engine};
pub use detection::Detection;
pub use segments::segments;
