//! What a detector answers.

use crate::iso639::Language;

/// An answer: the language of a text and how sure it is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Detection {
    /// The language; [`Language::UNDETERMINED`] where there is no answer.
    pub language: Language,
    /// From 0 to 1.
    pub confidence: f32,
    /// Whether the answer can be relied on, by the engine's own account: the language is far ahead
    /// of the others, and the text looks like it throughout. A language that the engine does not
    /// know can still pass for a near relative.
    pub reliable: bool,
}

impl Detection {
    /// No answer.
    pub const NONE: Self = Self {
        language: Language::UNDETERMINED,
        confidence: 0.0,
        reliable: false,
    };

    /// What the caller said it is.
    pub(crate) const fn given(language: Language) -> Self {
        Self {
            language,
            confidence: 1.0,
            reliable: true,
        }
    }
}

/// To four places, which every number format carries there and back.
pub(super) fn rounded(confidence: f32) -> f32 {
    (confidence.clamp(0.0, 1.0) * 1e4).round() / 1e4
}
