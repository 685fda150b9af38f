//! Which language a text is in. The seam around whatlang.

use std::borrow::Cow;

use super::Language;
use crate::error::{Error, Kind};
use crate::span::boundary;

/// What answers for the language.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Default)]
#[non_exhaustive]
pub enum Engine {
    /// whatlang's trigrams: small, 69 languages, weak on less than a sentence.
    #[default]
    Light,
}

/// An answer: the language of a text and how sure it is.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Detection {
    /// The language; [`Language::UNDETERMINED`] where there is no answer.
    pub language: Language,
    /// From 0 to 1.
    pub confidence: f32,
    /// Whether the answer can be relied on, by the engine's own account.
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

/// Tells the language of texts; build it once.
///
/// ```
/// use griot::language::{Detector, Language};
///
/// let detector = Detector::new();
/// let answer = detector.detect("Le Niger a reçu un nouveau lot d’équipements militaires.");
/// assert_eq!(answer.language, Language::FRENCH);
///
/// let nothing = detector.detect("12 000 + 5");
/// assert_eq!(nothing.language, Language::UNDETERMINED);
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Detector {
    choice: Choice,
}

#[derive(Clone, Debug)]
enum Choice {
    Any(whatlang::Detector),
    /// An allow-list of one leaves no work.
    Only(Language),
}

/// A text up to this length is read whole; of a longer one, four windows of a quarter each.
/// Trigram counts settle long before.
const READ: usize = 1024;

impl Detector {
    /// A detector of every language that the engine knows.
    pub fn new() -> Self {
        Self {
            choice: Choice::Any(whatlang::Detector::new()),
        }
    }

    /// A detector that answers one of `languages`, or nothing where the engine knows none of
    /// those that fit. One language alone is the answer to everything.
    ///
    /// # Errors
    ///
    /// An empty list.
    pub fn among(languages: &[Language]) -> Result<Self, Error> {
        let choice = match languages {
            [] => return Err(Kind::NoLanguages.into()),
            [only] => Choice::Only(*only),
            several => {
                let known = whatlang::Lang::all()
                    .iter()
                    .filter(|lang| several.contains(&ours(**lang)));
                Choice::Any(whatlang::Detector::with_allowlist(known.copied().collect()))
            }
        };
        Ok(Self { choice })
    }

    /// The language of `text`; [`Detection::NONE`] where it has no letters or fits nothing.
    pub fn detect(&self, text: &str) -> Detection {
        match &self.choice {
            Choice::Only(language) => Detection::given(*language),
            Choice::Any(detector) => match detector.detect(&excerpt(text)) {
                Some(info) => Detection {
                    language: ours(info.lang()),
                    confidence: rounded(info.confidence()),
                    reliable: info.is_reliable(),
                },
                None => Detection::NONE,
            },
        }
    }
}

impl Default for Detector {
    fn default() -> Self {
        Self::new()
    }
}

/// whatlang names Mandarin and Iranian Persian where a text in `zh` or `fa` is meant.
fn ours(lang: whatlang::Lang) -> Language {
    let code = match lang {
        whatlang::Lang::Cmn => "zho",
        whatlang::Lang::Pes => "fas",
        other => other.code(),
    };
    code.parse().unwrap_or(Language::UNDETERMINED)
}

/// To four places, which every number format carries there and back.
fn rounded(confidence: f64) -> f32 {
    ((confidence.clamp(0.0, 1.0) * 1e4).round() / 1e4) as f32
}

fn excerpt(text: &str) -> Cow<'_, str> {
    if text.len() <= READ {
        return Cow::Borrowed(text);
    }
    let mut windows = String::with_capacity(READ + 4);
    for quarter in 0..4 {
        let start = boundary(text, text.len() / 4 * quarter);
        let end = boundary(text, start + READ / 4);
        windows.push_str(text.get(start..end).unwrap_or_default());
        windows.push(' ');
    }
    Cow::Owned(windows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_of_the_engine_has_a_code() {
        for lang in whatlang::Lang::all() {
            assert_ne!(ours(*lang), Language::UNDETERMINED, "{lang:?}");
        }
    }

    #[test]
    fn honours_the_list() {
        let text = "Der Minister hat gestern in Berlin gesprochen, und alle haben zugehört.";
        let among = |list: &[Language]| Detector::among(list).unwrap().detect(text).language;
        assert_eq!(Detector::new().detect(text).language, Language::GERMAN);
        assert_eq!(among(&[Language::FRENCH]), Language::FRENCH);
        assert!(
            [Language::FRENCH, Language::ENGLISH]
                .contains(&among(&[Language::FRENCH, Language::ENGLISH]))
        );
        assert_eq!(
            among(&[Language::WOLOF, Language::BAMBARA]),
            Language::UNDETERMINED
        );
        assert!(Detector::among(&[]).unwrap_err().is_language());
    }

    #[test]
    fn a_long_text_is_sampled_throughout() {
        let text = format!(
            "{}{}",
            "— ".repeat(5_000),
            "Le ministre a parlé à la presse. ".repeat(2_000)
        );
        assert_eq!(Detector::new().detect(&text).language, Language::FRENCH);
        assert!(excerpt(&"é".repeat(5_000)).len() <= READ + 4);
    }
}
