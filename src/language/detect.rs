//! The detector of languages: it stands between the callers and the engines.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

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
    Whatlang,
}

/// [`Engine::Model`] with the feature `langid`, else [`Engine::Whatlang`].
impl Default for Engine {
    fn default() -> Self {
        if cfg!(feature = "langid") {
            Self::Model
        } else {
            Self::Whatlang
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

/// The confidence that makes even an abbreviation a word of a language.
const TELLING: f32 = 0.9;

/// A text with fewer different words may be a repetition of them.
const FEW_WORDS: usize = 3;

/// A text with fewer different letters is a repetition of them.
const FEW_LETTERS: usize = 5;

/// A text of more bytes is no abbreviation.
const SHORT: usize = 24;

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
    /// The answer is the one that fits best, and it is not [reliable](Detection::reliable) if another
    /// language that the engine knows fits better. If [`Language::UNDETERMINED`] is in the list, such a
    /// text has no answer: [`Detection::NONE`]. That is also the answer if the engine knows none of
    /// `languages`, or if none that it knows is in the script of the text. If the list has one language,
    /// that is the answer to every text.
    ///
    /// A language that the engine does not know stands for its
    /// [macrolanguage](Language::macrolanguage): with `cmn` in the list, the answer may be `zh`. A
    /// macrolanguage that it does not know stands for its members: `sh` for `bs`, `hr` and `sr`.
    ///
    /// ```
    /// # #[cfg(feature = "langid")] {
    /// use griot::language::{Detector, Language};
    ///
    /// let text = "El gobierno anunció ayer nuevas medidas para el campo.";
    /// let two = [Language::FRENCH, Language::ENGLISH];
    /// assert!(!Detector::among(&two)?.detect(text).reliable);
    /// let two_or_none = [Language::FRENCH, Language::ENGLISH, Language::UNDETERMINED];
    /// assert!(Detector::among(&two_or_none)?.detect(text).language.is_undetermined());
    /// # }
    /// # Ok::<(), griot::Error>(())
    /// ```
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
        // A language that the engine does not know stands for its macrolanguage, and a macrolanguage
        // that it does not know for its members.
        let meant = |language: Language, known: &dyn Fn(Language) -> bool| {
            let stands = |other: &Language| {
                let related = other.macrolanguage() == Some(language)
                    || language.macrolanguage() == Some(*other);
                related && !known(*other)
            };
            keep(language)
                || allowed.is_some_and(|list| list.iter().any(stands))
                    && !denied.contains(&language)
        };
        if engine == Engine::Model && cfg!(not(feature = "langid")) {
            return Err(Kind::Feature {
                what: "model of languages",
                feature: "langid",
            }
            .into());
        }
        let mut left = allowed.map(|list| list.iter().filter(|language| keep(**language)));
        // Without a list nothing is left out but what is denied, and the next best is asked for.
        let open = allowed.is_some() && keep(Language::UNDETERMINED);
        let choice = match left.as_mut().map(|left| (left.next(), left.next())) {
            Some((None, _)) => return Err(Kind::NoLanguages.into()),
            Some((Some(only), None)) => Choice::Only(*only),
            _ => match engine {
                #[cfg(feature = "langid")]
                Engine::Model => Choice::Model(Box::new(Linear::new(own)?.only(meant, open))),
                _ => Choice::Light(Light::only(meant, open)),
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

    /// Returns the language of `text`, or [`Detection::NONE`] if it has no words or fits no language.
    ///
    /// Addresses of pages and of mail and names of accounts are no words. One letter or one short word in
    /// capitals (`ONU`, `OK`) may be of any language, and has one only if no other comes near.
    pub fn detect(&self, text: &str) -> Detection {
        let answer = match &self.choice {
            Choice::Only(language) => return Detection::given(*language),
            Choice::Light(light) => light.detect(windows(text)),
            #[cfg(feature = "langid")]
            Choice::Model(model) => model.detect(windows(text)),
        };
        if answer.confidence < TELLING && is_abbreviation(text) {
            return Detection::NONE;
        }
        Detection {
            reliable: answer.reliable && !is_repetition(windows(text)),
            ..answer
        }
    }
}

impl Detector {
    /// The languages that may be the answer with their probabilities, the most probable first: the
    /// answer of [`detect`](Self::detect) and its runners-up. If `detect` has no answer because a
    /// language without a name fits better, they are those that come next.
    ///
    /// The probabilities compare as [`Detection::confidence`] does and sum to at most 1; what is missing
    /// belongs to languages without a name. Languages of less than 0.00005 are left out.
    /// [`Engine::Whatlang`] gives at most one language.
    ///
    /// ```
    /// # #[cfg(feature = "langid")] {
    /// use griot::language::{Detector, Language};
    ///
    /// let candidates = Detector::new().candidates("de grote informatie");
    /// let (first, second) = (candidates[0], candidates[1]);
    /// assert_eq!(first.0, Language::DUTCH);
    /// assert!(first.1 > second.1);
    /// # }
    /// ```
    pub fn candidates(&self, text: &str) -> Vec<(Language, f32)> {
        #[cfg(feature = "langid")]
        if let Choice::Model(model) = &self.choice {
            return model.candidates(windows(text));
        }
        let answer = self.detect(text);
        let told = !answer.language.is_undetermined();
        told.then_some((answer.language, answer.confidence))
            .into_iter()
            .collect()
    }
}

impl Detector {
    /// The n-grams that decided between the answer and its runner-up, the strongest first.
    ///
    /// Each n-gram has what it says for the answer less what it says for the runner-up, in nats, summed
    /// over all places of the text where it stands: a number below 0 speaks for the runner-up. `_` is
    /// the edge of a word, so `_le_` is a whole word. N-grams that say the same for both are left out.
    /// There are none if there is no answer or no runner-up, and none of [`Engine::Whatlang`].
    ///
    /// ```
    /// # #[cfg(feature = "langid")] {
    /// use griot::language::Detector;
    ///
    /// let evidence = Detector::new().evidence("la prefeitura de Lisboa não sabe");
    /// assert!(evidence.iter().any(|(gram, weight)| gram == "_não_" && *weight > 0.0));
    /// # }
    /// ```
    #[cfg_attr(not(feature = "langid"), allow(unused_variables))]
    pub fn evidence(&self, text: &str) -> Vec<(String, f32)> {
        match &self.choice {
            #[cfg(feature = "langid")]
            Choice::Model(model) => model.evidence(windows(text)),
            _ => Vec::new(),
        }
    }
}

impl Default for Detector {
    fn default() -> Self {
        Self::new()
    }
}

/// The parts of a text that are read: all of it, or four windows of a long one, without addresses.
fn windows(text: &str) -> impl Iterator<Item = Cow<'_, str>> + Clone {
    let short = text.len() <= READ;
    (0..if short { 1 } else { 4 }).map(move |quarter| {
        if short {
            return readable(text);
        }
        let start = boundary(text, text.len() / 4 * quarter);
        let end = boundary(text, start + READ / 4);
        readable(text.get(start..end).unwrap_or_default())
    })
}

/// A text as the models read it.
fn readable(text: &str) -> Cow<'_, str> {
    // What an address or an accent apart cannot do without. Looking at all bytes is quicker than stopping at
    // the first, and most texts have none.
    let bytes = text.as_bytes();
    let pairs = bytes.iter().zip(bytes.get(1..).unwrap_or_default());
    let special = pairs.fold(false, |found, (one, next)| {
        let address = (*one == b':') & (*next == b'/') | (*one == b'w') & (*next == b'w');
        let account = (*one == b'@') | (*next == b'@');
        found | address | account | (*one == 0xcc) | (*one == 0xcd)
    });
    if special {
        composed(prose(text))
    } else {
        Cow::Borrowed(text)
    }
}

/// A text in NFC if it has accents that stand apart from their letters: U+0300 to U+036F. The models
/// know the letters with their accents.
fn composed(text: Cow<'_, str>) -> Cow<'_, str> {
    // The first bytes of these accents.
    if text.bytes().any(|byte| matches!(byte, 0xcc | 0xcd)) {
        Cow::Owned(text.nfc().collect())
    } else {
        text
    }
}

/// A text without addresses of pages and of mail and without names of accounts.
fn prose(text: &str) -> Cow<'_, str> {
    let address = |word: &str| ["://", "@", "www."].iter().any(|mark| word.contains(mark));
    if !address(text) {
        return Cow::Borrowed(text);
    }
    let words = text.split_whitespace().filter(|word| !address(word));
    Cow::Owned(words.collect::<Vec<_>>().join(" "))
}

/// Whether a text is one or two words again and again, as in `la la la`, or has hardly any different
/// letters, as `hahaha`. It says little of its language, however long it is.
fn is_repetition<'t>(windows: impl Iterator<Item = Cow<'t, str>>) -> bool {
    let (mut words, mut letters) = (Vec::<String>::new(), Vec::new());
    let mut count = 0;
    for window in windows {
        let split = window.split(|c: char| !c.is_alphabetic());
        for word in split.filter(|word| !word.is_empty()) {
            count += 1;
            let mut small = word.chars().flat_map(char::to_lowercase);
            if words.len() < FEW_WORDS && !words.iter().any(|it| small.clone().eq(it.chars())) {
                words.push(small.clone().collect());
            }
            while letters.len() < FEW_LETTERS
                && let Some(letter) = small.find(|letter| !letters.contains(letter))
            {
                letters.push(letter);
            }
            if words.len() == FEW_WORDS && letters.len() == FEW_LETTERS {
                return false;
            }
        }
    }
    letters.len() < FEW_LETTERS || words.len() * 2 <= count && words.len() < FEW_WORDS
}

/// Whether the letters of a text are a single one, or a word of up to five in capitals.
fn is_abbreviation(text: &str) -> bool {
    if text.len() > SHORT {
        return false;
    }
    let mut words = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| !word.is_empty());
    let (Some(word), None) = (words.next(), words.next()) else {
        return false;
    };
    let cased = word.chars().all(|c| c.is_uppercase() || c.is_lowercase());
    match word.chars().count() {
        1 => cased,
        2..=5 => word.chars().all(char::is_uppercase),
        _ => false,
    }
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
        for engine in [Engine::Model, Engine::Whatlang] {
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

    /// A text in a language that is not in the list is not told as a near one that is.
    #[cfg(feature = "langid")]
    #[test]
    fn what_is_not_in_the_list_is_told() {
        let lingala =
            "Bato nyonso babotami na bonsomi mpe bakokani na limemya mpe na makoki na bango.";
        assert_eq!(Detector::new().detect(lingala).language, Language::LINGALA);
        let (faroese, none) = ("fo".parse().unwrap(), Language::UNDETERMINED);
        let among = |list: &[Language], text| Detector::among(list).unwrap().detect(text);
        for others in [vec![faroese], vec![faroese, Language::RUSSIAN]] {
            let open = [&others[..], &[none]].concat();
            assert_eq!(among(&open, lingala), Detection::NONE);
        }
        let answer = among(&[faroese, Language::RUSSIAN], lingala);
        assert!(answer.language == faroese && !answer.reliable, "{answer:?}");
        let text = "Føroyar eru oyggjar í Norðuratlantshavi, og har búgva fólk úr mongum londum.";
        for list in [&[faroese, none][..], &[faroese, Language::RUSSIAN]] {
            let answer = among(list, text);
            assert!(answer.language == faroese && answer.reliable, "{answer:?}");
        }
    }

    #[test]
    fn the_first_candidate_is_the_answer() {
        for text in [
            "la la la",
            "Le ministre a parlé.",
            "ประเทศไทย",
            "",
            "12",
            "Niamey",
        ] {
            let detectors = [
                Detector::new(),
                Detector::with_engine(Engine::Whatlang).unwrap(),
                Detector::among(&[Language::FRENCH]).unwrap(),
                Detector::among(&[Language::FRENCH, Language::ENGLISH]).unwrap(),
            ];
            for detector in detectors {
                let answer = detector.detect(text);
                let candidates = detector.candidates(text);
                let first = candidates.first().map(|it| it.0);
                assert!(candidates.is_sorted_by(|one, other| one.1 >= other.1));
                assert!(candidates.iter().map(|it| it.1).sum::<f32>() < 1.01);
                let nameless = answer.language.is_undetermined();
                assert!(
                    nameless || first == Some(answer.language),
                    "{text}: {candidates:?}"
                );
            }
        }
    }

    #[test]
    fn addresses_are_no_words() {
        for (text, left) in [
            ("Voir https://example.org/fr : merci", "Voir : merci"),
            ("www.example.com", ""),
            ("À lire\u{a0}: ami@example.com\nOui", "À lire : Oui"),
            ("Il dit : oui", "Il dit : oui"),
        ] {
            assert_eq!(prose(text), left);
        }
    }

    #[test]
    fn abbreviations_have_no_case_of_their_own() {
        for yes in ["ONU", "OK", "A4", "« PSG »", "é", "УЕФА"] {
            assert!(is_abbreviation(yes), "{yes}");
        }
        for no in ["", "12", "oui", "LE ROI", "CEDEAO", "国", "OK merci"] {
            assert!(!is_abbreviation(no), "{no}");
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
        assert!(windows(&long).map(|window| window.len()).sum::<usize>() <= READ + 4);
    }
}
