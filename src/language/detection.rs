//! The answer of a detector.

use crate::iso639::Language;

/// The language of a text, and how sure the detector is.
///
/// It says two things that are not the same. `confidence` compares languages: it is the probability of
/// this one among those that the detector may answer with. `reliable` looks at the text besides: is it
/// long enough, and does it look like the language throughout? So `C’est la vie` is French with a
/// confidence of nearly 1, because no other language comes near; but it is not reliable, because a text
/// of three words may as well be a quotation in another language, or be in one that the detector does
/// not know. Ask for `reliable` before you drop or route a text; use `confidence` to compare answers.
///
/// The languages that came next, with their probabilities, are
/// [`Detector::candidates`](super::Detector::candidates).
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Detection {
    /// The language, or [`Language::UNDETERMINED`] if there is no answer.
    pub language: Language,
    /// The probability of the language among those that the detector may answer with, from 0 to 1.
    pub confidence: f32,
    /// Whether the answer can be relied on. For [`Engine::Model`](super::Engine::Model): the confidence
    /// is at least 0.96, the text has at least 12 letters and looks like the language throughout, it is no
    /// repetition of one or two words (`la la la`), and none of the languages that the detector may not answer with fits better. A text in a language
    /// that the engine does not know may still be taken for a near relative.
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
