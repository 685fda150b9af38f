//! The languages: a folder for each, with its rules as data. What several languages share is in
//! `common`.
//!
//! A room takes `&Rules` and never asks which language it has. One line of `languages!` below
//! registers a language. `template/` shows every rule with an example.

#[cfg(feature = "entities")]
mod common;
#[cfg(feature = "entities")]
mod dates;
mod filter;
#[cfg(feature = "entities")]
mod glossary;
mod lemmas;
pub(crate) mod list;
mod morph;
#[cfg(feature = "entities")]
mod names;
mod rules;
mod sentences;
#[cfg(feature = "entities")]
mod speech;
mod stops;
#[cfg(test)]
mod template;
#[cfg(feature = "entities")]
mod tense;
#[cfg(test)]
mod tests;
#[cfg(feature = "entities")]
pub(crate) mod units;
mod words;
mod zones;

use crate::language::Language;
pub(crate) use crate::normalize::DecimalMark;
#[cfg(feature = "entities")]
pub(crate) use dates::{DateRules, Season, Side};
pub(crate) use filter::Filters;
#[cfg(feature = "entities")]
pub(crate) use glossary::{Calendar, Glossaries, Glossary, Known, Mark, Marks};
pub(crate) use lemmas::{Contraction, LemmaRules};
pub(crate) use morph::{Listed, MorphRules};
#[cfg(feature = "entities")]
pub(crate) use names::NameRules;
#[cfg(feature = "entities")]
pub(crate) use rules::Phrases;
pub(crate) use rules::Table;
use rules::rules;
pub(crate) use sentences::SentenceRules;
#[cfg(feature = "entities")]
pub(crate) use speech::SpeechRules;
pub(crate) use stops::StopRules;
#[cfg(feature = "entities")]
pub(crate) use tense::{Sign, TenseRules};
pub(crate) use words::WordRules;
pub(crate) use zones::{Form, ZoneRules};

rules! {
    /// The rules of a language, a group for each room.
    Rules {
        /// How words are cut.
        words: WordRules,
        /// What the fast path of the tokenizer asks of `words`. `languages!` makes it.
        filters: Filters,
        /// Where sentences end.
        sentences: SentenceRules,
        /// Which words say little.
        stops: StopRules,
        /// How lemmas are made.
        lemmas: Option<&'static LemmaRules>,
        /// What the features of words are.
        morph: Option<&'static MorphRules>,
        /// How press zones are recognised.
        zones: &'static ZoneRules,
        /// How names are recognised.
        #[cfg(feature = "entities")]
        names: Option<&'static NameRules>,
        /// How dates and quantities are recognised.
        #[cfg(feature = "entities")]
        dates: Option<&'static DateRules>,
        /// How the speaker of a quotation is recognised.
        #[cfg(feature = "entities")]
        speech: Option<&'static SpeechRules>,
    }
}

impl Rules {
    /// The rules of a language without a folder: what holds in every script.
    const OTHER: Self = Self {
        words: WordRules {
            corrects: true,
            colons: true,
            ..WordRules::NONE
        },
        ..Self::NONE
    };

    /// Whether the rules can find names or dates.
    pub(crate) fn has_entities(&self) -> bool {
        #[cfg(feature = "entities")]
        let has = self.names.is_some() || self.dates.is_some();
        #[cfg(not(feature = "entities"))]
        let has = false;
        has
    }

    /// Whether the rules can tell who speaks.
    pub(crate) fn has_speech(&self) -> bool {
        #[cfg(feature = "entities")]
        let has = self.speech.is_some();
        #[cfg(not(feature = "entities"))]
        let has = false;
        has
    }

    /// Whether sentences often begin with a word, so that it is no name.
    pub(crate) fn begin_with(&self, word: &str) -> bool {
        self.sentences.starters.holds(word) || self.stops.function.holds(word)
    }

    /// The same rules, with the filters made from their words.
    const fn filtered(self) -> Self {
        let filters = Filters::of(&self.words);
        Self { filters, ..self }
    }

    /// The rules with numbers for the lists of dates and names.
    #[cfg(feature = "entities")]
    const fn numbered(self, numbered: &'static Numbered) -> Self {
        Self {
            dates: numbered.dates.as_ref(),
            names: numbered.names.as_ref(),
            ..self
        }
    }
}

/// The rules of dates and names of a language whose lists have numbers.
#[cfg(feature = "entities")]
struct Numbered {
    dates: Option<DateRules>,
    names: Option<NameRules>,
}

#[cfg(feature = "entities")]
impl Numbered {
    const fn of(rules: &Rules) -> Self {
        let (_, next) = DateRules::NONE.numbered(0);
        let (_, end) = NameRules::NONE.numbered(next);
        assert!(end <= Mark::FIRST, "more lists than marks have bits");
        Self {
            dates: match rules.dates {
                Some(dates) => Some(dates.numbered(0).0),
                None => None,
            },
            names: match rules.names {
                Some(names) => Some(names.numbered(next).0),
                None => None,
            },
        }
    }
}

/// The rules of a language as its folder says them, with what the compiler makes of them.
macro_rules! compiled {
    ($rules:expr) => {{
        #[cfg(feature = "entities")]
        static NUMBERED: Numbered = Numbered::of(&$rules);
        #[cfg(feature = "entities")]
        static RULES: Rules = $rules.filtered().numbered(&NUMBERED);
        #[cfg(not(feature = "entities"))]
        static RULES: Rules = $rules.filtered();
        &RULES
    }};
}
#[cfg(test)]
use compiled;

/// Registers languages. A line has the folder, named by the code that griot prints; the ISO 639-3
/// code; the name of the constant of [`Language`]; and the English name. A `#[cfg(feature)]` before
/// the line makes the rules depend on a feature. `tagger` at its end names the feature that brings
/// a tagger.
macro_rules! languages {
    ($($(#[cfg(feature = $rules:literal)])? $folder:ident $code:ident $NAME:ident $name:literal $(tagger $tagger:literal)?;)*) => {
        $($(#[cfg(feature = $rules)])? mod $folder;)*

        impl Language {
            $(
                #[doc = concat!($name, ".")]
                pub const $NAME: Self =
                    Self::declared(stringify!($code), stringify!($folder));
            )*
        }

        impl Rules {
            /// The rules of a language; [`Rules::OTHER`] if this build has none.
            pub(crate) fn of(language: Language) -> &'static Self {
                match language {
                    $(
                        $(#[cfg(feature = $rules)])?
                        Language::$NAME => compiled!($folder::RULES),
                    )*
                    _ => compiled!(Rules::OTHER),
                }
            }
        }

        /// Whether this build has a tagger for the parts of speech and lemmas of a language.
        pub(crate) fn has_tagger(language: Language) -> bool {
            match language {
                $($(Language::$NAME => cfg!(feature = $tagger),)?)*
                _ => false,
            }
        }

        /// The cargo feature that would bring the rules of a language, if this build lacks them.
        pub(crate) fn missing_feature(language: Language) -> Option<&'static str> {
            match language {
                $($(Language::$NAME if cfg!(not(feature = $rules)) => Some($rules),)?)*
                _ => None,
            }
        }

        /// The feature that brings the tagger of a language.
        #[cfg(all(test, feature = "fr", feature = "entities", feature = "snowball3"))]
        pub(crate) fn tagger_feature(language: Language) -> Option<&'static str> {
            match language {
                $($(Language::$NAME => Some($tagger),)?)*
                _ => None,
            }
        }

        /// The languages with rules, whether this build has them or not.
        #[cfg(any(test, feature = "entities"))]
        pub(crate) const LANGUAGES: &[Language] = &[$(Language::$NAME),*];
    };
}

languages! {
    am amh AMHARIC "Amharic";
    ar ara ARABIC "Arabic";
    hy hye ARMENIAN "Armenian";
    bm bam BAMBARA "Bambara";
    zh zho CHINESE "Chinese";
    hr hrv CROATIAN "Croatian";
    cs ces CZECH "Czech";
    da dan DANISH "Danish";
    nl nld DUTCH "Dutch";
    en eng ENGLISH "English" tagger "en-lemmas";
    fi fin FINNISH "Finnish";
    #[cfg(feature = "fr")] fr fra FRENCH "French" tagger "fr";
    de deu GERMAN "German" tagger "de-lemmas";
    el ell GREEK "Greek";
    ha hau HAUSA "Hausa";
    hi hin HINDI "Hindi";
    hu hun HUNGARIAN "Hungarian";
    it ita ITALIAN "Italian";
    ja jpn JAPANESE "Japanese";
    nb nob NORWEGIAN_BOKMAL "Norwegian Bokmål";
    fa fas PERSIAN "Persian";
    pl pol POLISH "Polish";
    pt por PORTUGUESE "Portuguese" tagger "pt-lemmas";
    ro ron ROMANIAN "Romanian";
    ru rus RUSSIAN "Russian";
    es spa SPANISH "Spanish" tagger "es-lemmas";
    sw swa SWAHILI "Swahili";
    sv swe SWEDISH "Swedish";
    tr tur TURKISH "Turkish";
    uk ukr UKRAINIAN "Ukrainian";
    wo wol WOLOF "Wolof";
}

/// The number of a word in a table, if the table has the word.
pub(crate) fn number(table: Table, norm: &str) -> Option<i32> {
    let index = table.binary_search_by(|(word, _)| (*word).cmp(norm)).ok()?;
    table.get(index).map(|(_, number)| *number)
}
