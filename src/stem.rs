//! Stems: one short form for the inflected forms of a word.
//!
//! A search for `militaire` should find `militaires`. A stemmer cuts the endings off both, so that
//! both have the stem `militair`. A stem serves to compare words; it need not be a word itself. For
//! the dictionary form of a word, see [`lemma`](crate::lemma).
//!
//! The algorithms are those of [Snowball], by Martin Porter and others. They come in two editions:
//! [`Edition::Snowball2`], from the crate rust-stemmers, and [`Edition::Snowball3`], from the crate
//! frostem. The editions give different stems for some words, so an index must be searched with the
//! edition that built it. A pipeline takes one by
//! [`Builder::stem_edition`](crate::Builder::stem_edition).
//!
//! A [`Stemmer`] works without a pipeline. It first brings the word into its [normal
//! form](crate::normalize::norm), so case, the kind of apostrophe and Unicode composition do not
//! matter:
//!
//! ```
//! # #[cfg(feature = "snowball3")] {
//! use griot::stem::{Edition, Stemmer};
//! use griot::{Language, segment};
//!
//! let stemmer = Stemmer::new(Language::FRENCH, Edition::Snowball3)?;
//! let text = "Des équipements militaires";
//! let stems: Vec<_> = segment::words(text, Language::FRENCH)
//!     .map(|(span, _)| stemmer.stem(&text[span]))
//!     .collect();
//! assert_eq!(stems, ["de", "équip", "militair"]);
//! # }
//! # Ok::<(), griot::Error>(())
//! ```
//!
//! # Limits
//!
//! - A stemmer knows one language, and each edition has its own list of languages. `Stemmer::new`
//!   returns an error for any other language. Bambara, Hausa, Japanese, Swahili and Wolof have no
//!   stemmer in either edition.
//! - A word whose normal form has more than 256 bytes is not stemmed.
//!
//! [Snowball]: https://snowballstem.org/

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Kind};
use crate::language::Language;
use crate::normalize::norm_in;

/// An edition of the Snowball algorithms.
///
/// The editions give different stems for some words. Search an index with the edition that built
/// it. As text, an edition is written `2` or `3`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Edition {
    /// Snowball 2, which most search engines of the 2010s use. Needs the feature `snowball2`.
    Snowball2,
    /// Snowball 3, the current edition. Needs the feature `snowball3`.
    Snowball3,
}

impl Edition {
    /// Whether this build has the edition.
    const fn is_built(self) -> bool {
        match self {
            Self::Snowball2 => cfg!(feature = "snowball2"),
            Self::Snowball3 => cfg!(feature = "snowball3"),
        }
    }

    /// The newest edition in this build. `None` for a build without stems.
    pub(crate) fn newest() -> Option<Self> {
        [Self::Snowball3, Self::Snowball2]
            .into_iter()
            .find(|edition| edition.is_built())
    }

    /// Returns an error that names the missing feature if this build lacks the edition.
    pub(crate) fn check(self) -> Result<(), Error> {
        let (what, feature) = match self {
            Self::Snowball2 => ("Snowball 2", "snowball2"),
            Self::Snowball3 => ("Snowball 3", "snowball3"),
        };
        if self.is_built() {
            Ok(())
        } else {
            Err(Kind::Feature { what, feature }.into())
        }
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Snowball2 => "2",
            Self::Snowball3 => "3",
        })
    }
}

impl FromStr for Edition {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match text {
            "2" => Ok(Self::Snowball2),
            "3" => Ok(Self::Snowball3),
            _ => Err(Kind::Edition {
                text: text.to_owned(),
            }
            .into()),
        }
    }
}

/// Stems the words of one language. It is cheap to copy and needs no pipeline.
///
/// ```
/// # #[cfg(feature = "snowball3")] {
/// use griot::stem::{Edition, Stemmer};
/// use griot::Language;
///
/// let stemmer = Stemmer::new(Language::FRENCH, Edition::Snowball3)?;
/// assert_eq!(stemmer.stem("militaires"), "militair");
/// assert_eq!(stemmer.stem("Militaires"), stemmer.stem("militaire"));
/// # }
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Stemmer {
    language: Language,
    algorithm: Algorithm,
}

#[derive(Clone, Copy)]
enum Algorithm {
    #[cfg(feature = "snowball2")]
    Two(fn() -> rust_stemmers::Stemmer),
    #[cfg(feature = "snowball3")]
    Three(frostem::Stemmer),
}

/// The longest norm that is stemmed, in bytes. Some algorithms look back over the whole word at
/// each step. Without a limit their time would grow with the square of its length.
const LONGEST: usize = 256;

impl Stemmer {
    /// Returns the stemmer of a language in an edition.
    ///
    /// # Errors
    ///
    /// Returns an error if this build lacks the edition, or if the edition lacks the language.
    pub fn new(language: Language, edition: Edition) -> Result<Self, Error> {
        edition.check()?;
        let algorithm = match edition {
            #[cfg(feature = "snowball2")]
            Edition::Snowball2 => two(language).map(Algorithm::Two),
            #[cfg(feature = "snowball3")]
            Edition::Snowball3 => {
                three(language).map(|it| Algorithm::Three(frostem::Stemmer::new(it)))
            }
            #[cfg(not(all(feature = "snowball2", feature = "snowball3")))]
            _ => None,
        };
        match algorithm {
            Some(algorithm) => Ok(Self {
                language,
                algorithm,
            }),
            None => Err(Kind::Missing {
                layer: "stems",
                language: language.to_string(),
            }
            .into()),
        }
    }

    /// Returns the stem of a word.
    ///
    /// The word may be in any case and have either apostrophe. The stem is in lower case, with `'`
    /// for the apostrophe. A word of more than 256 bytes is not stemmed: its normal form is
    /// returned.
    ///
    /// A few algorithms leave nothing of some words, such as of the Dutch `’s`. Then the stem is empty
    /// here, and a pipeline takes the normal form.
    pub fn stem<'a>(&self, word: &'a str) -> Cow<'a, str> {
        match norm_in(word, self.language) {
            Cow::Borrowed(norm) => self.stem_norm(norm),
            Cow::Owned(norm) => Cow::Owned(self.stem_norm(&norm).into_owned()),
        }
    }

    /// Returns the stem of a word that is in normal form already.
    pub(crate) fn stem_norm<'a>(&self, norm: &'a str) -> Cow<'a, str> {
        if norm.len() > LONGEST {
            return Cow::Borrowed(norm);
        }
        match &self.algorithm {
            #[cfg(feature = "snowball2")]
            Algorithm::Two(stemmer) => stemmer().stem(norm),
            #[cfg(feature = "snowball3")]
            Algorithm::Three(stemmer) => match self.language {
                Language::FRENCH => stem_french(norm, stemmer),
                _ => stemmer.stem(norm),
            },
            #[cfg(not(any(feature = "snowball2", feature = "snowball3")))]
            _ => Cow::Borrowed(norm),
        }
    }
}

/// The stem of a French word. Snowball 3 cuts off the `n'` of every word as if it were elided, but only
/// before a vowel it can be: the `n'` of `n'djamena` and the `m'` of `m'bala` belong to the name.
#[cfg(feature = "snowball3")]
fn stem_french<'a>(norm: &'a str, stemmer: &frostem::Stemmer) -> Cow<'a, str> {
    let vowel = |c: char| matches!(c, 'a' | 'e' | 'h' | 'i' | 'o' | 'u' | 'y');
    let consonant = |c: char| c.is_ascii_lowercase() && !vowel(c);
    match norm.split_once('\'') {
        Some((head @ ("m" | "n"), rest)) if rest.starts_with(consonant) => {
            Cow::Owned(format!("{head}'{}", stemmer.stem(rest)))
        }
        _ => stemmer.stem(norm),
    }
}

impl fmt::Debug for Stemmer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stemmer")
            .field("language", &self.language)
            .finish_non_exhaustive()
    }
}

/// Greek is left out: the Greek algorithm of rust-stemmers panics on some words.
#[cfg(feature = "snowball2")]
fn two(language: Language) -> Option<fn() -> rust_stemmers::Stemmer> {
    use rust_stemmers::{Algorithm, Stemmer};
    Some(match language.code() {
        "ar" => || Stemmer::create(Algorithm::Arabic),
        "da" => || Stemmer::create(Algorithm::Danish),
        "de" => || Stemmer::create(Algorithm::German),
        "en" => || Stemmer::create(Algorithm::English),
        "es" => || Stemmer::create(Algorithm::Spanish),
        "fi" => || Stemmer::create(Algorithm::Finnish),
        "fr" => || Stemmer::create(Algorithm::French),
        "hu" => || Stemmer::create(Algorithm::Hungarian),
        "it" => || Stemmer::create(Algorithm::Italian),
        "nb" | "nn" => || Stemmer::create(Algorithm::Norwegian),
        "nl" => || Stemmer::create(Algorithm::Dutch),
        "pt" => || Stemmer::create(Algorithm::Portuguese),
        "ro" => || Stemmer::create(Algorithm::Romanian),
        "ru" => || Stemmer::create(Algorithm::Russian),
        "sv" => || Stemmer::create(Algorithm::Swedish),
        "ta" => || Stemmer::create(Algorithm::Tamil),
        "tr" => || Stemmer::create(Algorithm::Turkish),
        _ => return None,
    })
}

#[cfg(feature = "snowball3")]
fn three(language: Language) -> Option<frostem::Algorithm> {
    use frostem::Algorithm;
    Some(match language.code() {
        "ar" => Algorithm::Arabic,
        "ca" => Algorithm::Catalan,
        "cs" => Algorithm::Czech,
        "da" => Algorithm::Danish,
        "de" => Algorithm::German,
        "el" => Algorithm::Greek,
        "en" => Algorithm::English,
        "eo" => Algorithm::Esperanto,
        "es" => Algorithm::Spanish,
        "et" => Algorithm::Estonian,
        "eu" => Algorithm::Basque,
        "fa" => Algorithm::Persian,
        "fi" => Algorithm::Finnish,
        "fr" => Algorithm::French,
        "ga" => Algorithm::Irish,
        "hi" => Algorithm::Hindi,
        "hu" => Algorithm::Hungarian,
        "hy" => Algorithm::Armenian,
        "id" => Algorithm::Indonesian,
        "it" => Algorithm::Italian,
        "lt" => Algorithm::Lithuanian,
        "nb" | "nn" => Algorithm::Norwegian,
        "ne" => Algorithm::Nepali,
        "nl" => Algorithm::Dutch,
        "pl" => Algorithm::Polish,
        "pt" => Algorithm::Portuguese,
        "ro" => Algorithm::Romanian,
        "ru" => Algorithm::Russian,
        "sr" => Algorithm::Serbian,
        "sv" => Algorithm::Swedish,
        "ta" => Algorithm::Tamil,
        "tr" => Algorithm::Turkish,
        "yi" => Algorithm::Yiddish,
        _ => return None,
    })
}
