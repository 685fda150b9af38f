//! The answer of a detector.

use crate::iso639::Language;

/// The language of a text, and how sure the detector is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Detection {
    /// The language, or [`Language::UNDETERMINED`] if there is no answer.
    pub language: Language,
    /// How sure the answer is, from 0 to 1.
    pub confidence: f32,
    /// Whether the engine relies on the answer: the language is far ahead of the others, and the
    /// text looks like it throughout. A text in a language that the engine does not know may still
    /// be taken for a near relative.
    pub reliable: bool,
}

impl Detection {
    /// No answer: [`Language::UNDETERMINED`] with a confidence of 0.
    pub const NONE: Self = Self {
        language: Language::UNDETERMINED,
        confidence: 0.0,
        reliable: false,
    };

    /// The language that the caller gave, as a sure answer.
    pub(crate) const fn given(language: Language) -> Self {
        Self {
            language,
            confidence: 1.0,
            reliable: true,
        }
    }
}

/// Rounds a confidence to four decimal places, which survive every number format.
pub(super) fn rounded(confidence: f32) -> f32 {
    (confidence.clamp(0.0, 1.0) * 1e4).round() / 1e4
}
