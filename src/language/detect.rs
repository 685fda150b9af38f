//! The detector of languages: it stands between the callers and the engines.

use super::detection::Detection;
use super::light::Light;
#[cfg(feature = "langid")]
use super::model::Linear;
use crate::error::{Error, Kind};
use crate::iso639::Language;
use crate::models::OwnModels;
use crate::span::boundary;

/// The engine that tells the language of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash)]
#[non_exhaustive]
pub enum Engine {
    /// griot's own linear model of 167 languages, which also tells single words. Needs the feature
    /// `langid`.
    Model,
    /// The trigrams of the crate whatlang: small, 69 languages, weak on less than a sentence.
    Light,
}

/// [`Engine::Model`] with the feature `langid`, else [`Engine::Light`].
impl Default for Engine {
    fn default() -> Self {
        if cfg!(feature = "langid") {
            Self::Model
        } else {
            Self::Light
        }
    }
}

/// Tells the language of texts. Build it once and use it for all texts; it can be shared between
/// threads.
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
    #[cfg(feature = "langid")]
    Model(Box<Linear>),
    Light(Light),
    /// Only one language is allowed, so it is the answer to everything.
    Only(Language),
}

/// How many bytes of a text are read. A text up to this length is read whole; of a longer one, four
/// windows of a quarter each.
const READ: usize = 1024;

impl Detector {
    /// Makes a detector of all languages that the default engine knows.
    pub fn new() -> Self {
        Self::with_engine(Engine::default()).unwrap_or_else(|_| Self {
            choice: Choice::Light(Light::all()),
        })
    }

    /// Makes a detector of all languages that `engine` knows.
    ///
    /// # Errors
    ///
    /// Returns an error for [`Engine::Model`] without the feature `langid`.
    pub fn with_engine(engine: Engine) -> Result<Self, Error> {
        Self::build(engine, None, &[])
    }

    /// Makes a detector that answers only with `languages`.
    ///
    /// It answers [`Detection::NONE`] if the engine knows none of `languages`, or if none that it
    /// knows fits the text. If the list has one language, that is the answer to every text.
    ///
    /// # Errors
    ///
    /// Returns an error if the list is empty.
    pub fn among(languages: &[Language]) -> Result<Self, Error> {
        Self::build(Engine::default(), Some(languages), &[])
    }

    /// Makes a detector that answers only with `allowed` languages, if given, and never with
    /// `denied` ones.
    ///
    /// # Errors
    ///
    /// Returns an error if no allowed language is left: the list is empty, or all its languages are
    /// denied. Returns an error for [`Engine::Model`] without the feature `langid`.
    pub fn build(
        engine: Engine,
        allowed: Option<&[Language]>,
        denied: &[Language],
    ) -> Result<Self, Error> {
        Self::with_own(engine, allowed, denied, &mut OwnModels::default())
    }

    /// As [`build`](Self::build). [`Engine::Model`] uses the caller's model if there is one.
    #[cfg_attr(not(feature = "langid"), allow(unused_variables))]
    pub(crate) fn with_own(
        engine: Engine,
        allowed: Option<&[Language]>,
        denied: &[Language],
        own: &mut OwnModels,
    ) -> Result<Self, Error> {
        #[cfg(feature = "langid")]
        let own: Option<Linear> = own.take_last()?;
        let keep = |language: Language| {
            allowed.is_none_or(|list| list.contains(&language)) && !denied.contains(&language)
        };
        if engine == Engine::Model && cfg!(not(feature = "langid")) {
            return Err(Kind::Feature {
                what: "model of languages",
                feature: "langid",
            }
            .into());
        }
        let mut left = allowed.map(|list| list.iter().filter(|language| keep(**language)));
        let choice = match left.as_mut().map(|left| (left.next(), left.next())) {
            Some((None, _)) => return Err(Kind::NoLanguages.into()),
            Some((Some(only), None)) => Choice::Only(*only),
            _ => match engine {
                #[cfg(feature = "langid")]
                Engine::Model => Choice::Model(Box::new(Linear::new(own)?.only(keep))),
                _ => Choice::Light(Light::only(keep)),
            },
        };
        Ok(Self { choice })
    }

    /// The language, if only one is allowed.
    pub(crate) fn given(&self) -> Option<Language> {
        match self.choice {
            Choice::Only(language) => Some(language),
            _ => None,
        }
    }

    /// Returns the language of `text`, or [`Detection::NONE`] if it has no letters or fits no
    /// language.
    pub fn detect(&self, text: &str) -> Detection {
        match &self.choice {
            Choice::Only(language) => Detection::given(*language),
            Choice::Light(light) => light.detect(windows(text)),
            #[cfg(feature = "langid")]
            Choice::Model(model) => model.detect(windows(text)),
        }
    }
}

impl Default for Detector {
    fn default() -> Self {
        Self::new()
    }
}

/// The parts of a text that are read: all of it, or four windows of a long one.
fn windows(text: &str) -> impl Iterator<Item = &str> + Clone {
    let short = text.len() <= READ;
    (0..if short { 1 } else { 4 }).map(move |quarter| {
        if short {
            return text;
        }
        let start = boundary(text, text.len() / 4 * quarter);
        let end = boundary(text, start + READ / 4);
        text.get(start..end).unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert!(Detector::among(&[]).unwrap_err().is_language());
    }

    #[test]
    fn lists_are_honoured_by_both_engines() {
        let text = "Le ministre a parlé à la presse de la situation du pays.";
        for engine in [Engine::Model, Engine::Light] {
            if engine == Engine::Model && !cfg!(feature = "langid") {
                assert!(Detector::with_engine(engine).unwrap_err().is_feature());
                continue;
            }
            let build = |allowed: Option<&[Language]>, denied: &[Language]| {
                Detector::build(engine, allowed, denied)
            };
            let answer = |allowed: Option<&[Language]>, denied: &[Language]| {
                build(allowed, denied).unwrap().detect(text).language
            };
            assert_eq!(answer(None, &[]), Language::FRENCH);
            assert_ne!(answer(None, &[Language::FRENCH]), Language::FRENCH);
            let two = [Language::FRENCH, Language::HAUSA];
            assert_eq!(answer(Some(&two), &[Language::FRENCH]), Language::HAUSA);
            assert!(build(Some(&two), &two).unwrap_err().is_language());
        }
    }

    #[test]
    fn a_long_text_is_sampled_throughout() {
        let text = format!(
            "{}{}",
            "— ".repeat(5_000),
            "Le ministre a parlé à la presse. ".repeat(2_000)
        );
        assert_eq!(Detector::new().detect(&text).language, Language::FRENCH);
        let long = "é".repeat(5_000);
        assert!(windows(&long).map(str::len).sum::<usize>() <= READ + 4);
    }
}
