//! [`Morph`]: the morphological features of a word.

use std::fmt;
use std::str::FromStr;

use hashbrown::HashMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::vocabulary::vocabulary;
use crate::error::{Error, Kind};
use crate::text::Text;

/// Declares the features, in the alphabetical order of their names: the enum of the values, the method
/// that gets one, and where it stands in the bits of a [`Morph`].
macro_rules! features {
    ($(
        $(#[$doc:meta])*
        $feature:ident = $name:literal, $get:ident, bits $first:literal..$end:literal {
            $($(#[$value_doc:meta])* $value:ident = $text:literal,)+
        }
    )+) => {
        $(vocabulary! {
            $(#[$doc])*
            $feature { $($(#[$value_doc])* $value = $text,)+ }
        }

        impl $feature {
            /// The lowest of its bits in a [`Morph`].
            const LOWEST: u32 = {
                assert!($feature::ALL.len() < 1 << ($end - $first));
                $first
            };

            /// All of its bits.
            const MASK: u32 = ((1 << ($end - $first)) - 1) << $first;
        })+

        impl Morph {
            $(
                #[doc = concat!("The feature `", $name, "`.")]
                pub fn $get(self) -> Option<$feature> {
                    let value = (self.0 & $feature::MASK) >> $feature::LOWEST;
                    $feature::ALL.get((value as usize).checked_sub(1)?).copied()
                }
            )+

            /// The value of a feature by the name that Universal Dependencies give it.
            pub fn get(self, feature: &str) -> Option<&'static str> {
                match feature {
                    $($name => Some(self.$get()?.as_str()),)+
                    _ => None,
                }
            }

            /// The same with a feature. `None` if there is no such feature or value, or if it has the
            /// feature already.
            pub(super) fn with(self, feature: &str, value: &str) -> Option<Self> {
                match feature {
                    $($name if self.$get().is_none() => {
                        let value = $feature::named(value)? as u32 + 1;
                        Some(Self(self.0 | value << $feature::LOWEST))
                    })+
                    _ => None,
                }
            }

            /// The features from these bits. `None` if one of them has no value of this number.
            pub(crate) fn from_bits(bits: u32) -> Option<Self> {
                let (morph, mut known) = (Self(bits), 0);
                $(
                    if bits & $feature::MASK != 0 {
                        morph.$get()?;
                    }
                    known |= $feature::MASK;
                )+
                (bits & !known == 0).then_some(morph)
            }

            /// Returns true if it has all features of `other`, with the same values.
            ///
            /// ```
            /// use griot::Morph;
            ///
            /// let plural: Morph = "Number=Plur".parse()?;
            /// assert!("Gender=Fem|Number=Plur".parse::<Morph>()?.has(plural));
            /// assert!(!"Gender=Fem|Number=Sing".parse::<Morph>()?.has(plural));
            /// # Ok::<(), griot::Error>(())
            /// ```
            pub fn has(self, other: Self) -> bool {
                let mut mask = 0;
                $(
                    if other.$get().is_some() {
                        mask |= $feature::MASK;
                    }
                )+
                self.0 & mask == other.0
            }

            /// The features with their values, sorted by name.
            pub fn iter(self) -> impl Iterator<Item = (&'static str, &'static str)> {
                let all = [$(($name, self.$get().map($feature::as_str))),+];
                all.into_iter().filter_map(|(name, value)| Some((name, value?)))
            }
        }
    };
}

/// The morphological features of a word, with the names and values of [Universal Dependencies]: the
/// gender and number of a noun, the mood, tense and person of a verb.
///
/// `Display` and `FromStr` have the form of the column FEATS of CoNLL-U: sorted by name, and `_`
/// without features.
///
/// ```
/// use griot::morph::{Gender, Morph, Number};
///
/// let morph: Morph = "Gender=Fem|Number=Plur".parse()?;
/// assert_eq!(morph.gender(), Some(Gender::Fem));
/// assert_eq!(morph.number(), Some(Number::Plur));
/// assert_eq!((morph.get("Gender"), morph.get("Tense")), (Some("Fem"), None));
/// assert_eq!(morph.to_string(), "Gender=Fem|Number=Plur");
/// # Ok::<(), griot::Error>(())
/// ```
///
/// [Universal Dependencies]: https://universaldependencies.org/u/feat/
#[derive(Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Morph(u32);

features! {
    /// The case of a noun, adjective, determiner or pronoun.
    Case = "Case", case, bits 0..3 {
        /// Accusative.
        Acc = "Acc",
        /// Dative.
        Dat = "Dat",
        /// Genitive.
        Gen = "Gen",
        /// Nominative.
        Nom = "Nom",
    }
    /// Whether an article is definite.
    Definite = "Definite", definite, bits 3..5 {
        /// Definite: `le`.
        Def = "Def",
        /// Indefinite: `un`.
        Ind = "Ind",
    }
    /// The degree of comparison of an adjective or adverb.
    Degree = "Degree", degree, bits 5..7 {
        /// Comparative: `better`.
        Cmp = "Cmp",
        /// Positive: `good`.
        Pos = "Pos",
        /// Superlative: `best`.
        Sup = "Sup",
    }
    /// The gender.
    Gender = "Gender", gender, bits 7..9 {
        /// Feminine.
        Fem = "Fem",
        /// Masculine.
        Masc = "Masc",
        /// Neuter.
        Neut = "Neut",
    }
    /// The mood of a finite verb.
    Mood = "Mood", mood, bits 9..12 {
        /// Conditional: `il irait`.
        Cnd = "Cnd",
        /// Imperative: `va`.
        Imp = "Imp",
        /// Indicative: `il va`.
        Ind = "Ind",
        /// Subjunctive: `qu’il aille`.
        Sub = "Sub",
    }
    /// The number.
    Number = "Number", number, bits 12..14 {
        /// Plural.
        Plur = "Plur",
        /// Singular.
        Sing = "Sing",
    }
    /// The grammatical person.
    Person = "Person", person, bits 14..16 {
        /// The first: `je`, `nous`.
        First = "1",
        /// The second: `tu`, `vous`.
        Second = "2",
        /// The third: `elle`, and every noun.
        Third = "3",
    }
    /// Whether a word says to whom something belongs.
    Poss = "Poss", poss, bits 16..17 {
        /// It does: `son`.
        Yes = "Yes",
    }
    /// The kind of a pronoun or determiner.
    PronType = "PronType", pron_type, bits 17..20 {
        /// Article: `le`.
        Art = "Art",
        /// Demonstrative: `cette`.
        Dem = "Dem",
        /// Indefinite: `plusieurs`.
        Ind = "Ind",
        /// Interrogative: `quel`.
        Int = "Int",
        /// Negative: `aucun`.
        Neg = "Neg",
        /// Personal or possessive: `elle`, `son`.
        Prs = "Prs",
        /// Relative: `qui`.
        Rel = "Rel",
    }
    /// Whether a pronoun leads back to the subject.
    Reflex = "Reflex", reflex, bits 20..21 {
        /// It does: `se`.
        Yes = "Yes",
    }
    /// The tense of a verb.
    Tense = "Tense", tense, bits 21..24 {
        /// Future: `il ira`.
        Fut = "Fut",
        /// Imperfect: `il allait`.
        Imp = "Imp",
        /// Past: `il alla`, `allé`.
        Past = "Past",
        /// Present: `il va`, `allant`.
        Pres = "Pres",
    }
    /// The form of a verb.
    VerbForm = "VerbForm", verb_form, bits 24..27 {
        /// Finite: `il va`.
        Fin = "Fin",
        /// Gerund.
        Ger = "Ger",
        /// Infinitive: `aller`.
        Inf = "Inf",
        /// Participle: `allé`, `allant`.
        Part = "Part",
    }
}

impl Morph {
    /// No features.
    pub const NONE: Self = Self(0);

    /// Returns true if there are no features.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// A gender and a number.
    pub(crate) const fn nominal(gender: Gender, number: Number) -> Self {
        Self((gender as u32 + 1) << Gender::LOWEST | (number as u32 + 1) << Number::LOWEST)
    }

    /// The same with a person and a number. It must have neither another person nor another number.
    pub(crate) const fn of_subject(self, person: Person, number: Number) -> Self {
        let person = (person as u32 + 1) << Person::LOWEST;
        Self(self.0 | person | (number as u32 + 1) << Number::LOWEST)
    }

    pub(crate) const fn bits(self) -> u32 {
        self.0
    }
}

/// The numbers of the distinct features of a document, in the order in which they first come.
#[derive(Debug, Default)]
pub(crate) struct MorphNumbers {
    numbers: HashMap<Morph, u16>,
    /// The features that were asked for last, by some of their bits. Most words have few.
    last: [Option<(Morph, u16)>; 1 << LAST_BITS],
}

const LAST_BITS: u32 = 5;

impl MorphNumbers {
    /// The number of some features. New ones are added to `all`. `None` if there are too many.
    pub(crate) fn number(&mut self, morph: Morph, all: &mut Vec<Morph>) -> Option<u16> {
        let place = morph.0.wrapping_mul(0x9e37_79b9) >> (u32::BITS - LAST_BITS);
        let last = self.last.get_mut(place as usize)?;
        if let Some((same, number)) = *last
            && same == morph
        {
            return Some(number);
        }
        let number = match self.numbers.get(&morph) {
            Some(number) => *number,
            None => {
                let number = u16::try_from(all.len()).ok()?;
                all.push(morph);
                self.numbers.insert(morph, number);
                number
            }
        };
        *last = Some((morph, number));
        Some(number)
    }

    /// Forgets all numbers and keeps the allocated memory.
    pub(crate) fn clear(&mut self) {
        self.numbers.clear();
        self.last = [None; 1 << LAST_BITS];
    }
}

impl fmt::Display for Morph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_empty() {
            return f.write_str("_");
        }
        for (index, (name, value)) in self.iter().enumerate() {
            if index > 0 {
                f.write_str("|")?;
            }
            for part in [name, "=", value] {
                f.write_str(part)?;
            }
        }
        Ok(())
    }
}

impl fmt::Debug for Morph {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Morph({self})")
    }
}

impl FromStr for Morph {
    type Err = Error;

    /// Reads the form of the column FEATS, in any order.
    ///
    /// # Errors
    ///
    /// Returns an error for a feature or value that is not in this module, or that comes twice.
    fn from_str(text: &str) -> Result<Self, Error> {
        if text == "_" {
            return Ok(Self::NONE);
        }
        let add = |morph: Self, part: &str| {
            let added = part
                .split_once('=')
                .and_then(|(name, value)| morph.with(name, value));
            added.ok_or_else(|| {
                Kind::Morph {
                    part: part.to_owned(),
                }
                .into()
            })
        };
        text.split('|').try_fold(Self::NONE, add)
    }
}

impl Serialize for Morph {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Morph {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Text::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn features_come_back() {
        for text in [
            "_",
            "Gender=Fem|Number=Sing",
            "Mood=Sub|Number=Plur|Person=3|Tense=Imp|VerbForm=Fin",
        ] {
            let morph: Morph = text.parse().unwrap();
            assert_eq!(morph.to_string(), text);
            assert_eq!(Morph::from_bits(morph.bits()), Some(morph));
            let json = serde_json::to_string(&morph).unwrap();
            assert_eq!(serde_json::from_str::<Morph>(&json).unwrap(), morph);
        }
        let all: Morph = "VerbForm=Fin|Case=Nom|Reflex=Yes|Gender=Neut"
            .parse()
            .unwrap();
        assert!(all.iter().is_sorted());
    }

    #[test]
    fn what_is_no_feature_is_an_error() {
        for text in [
            "",
            "Gender",
            "Gender=Fem|",
            "Gender=Common",
            "Gender=Fem|Gender=Masc",
            "Fem",
        ] {
            let error = text.parse::<Morph>().unwrap_err();
            assert!(
                error.is_name() && error.to_string().contains("Universal"),
                "{text}: {error}"
            );
        }
    }

    proptest! {
        #[test]
        fn bits_are_checked(bits in any::<u32>()) {
            if let Some(morph) = Morph::from_bits(bits & 0x07ff_ffff) {
                prop_assert_eq!(morph.to_string().parse::<Morph>().unwrap(), morph);
            }
            prop_assert!(Morph::from_bits(bits | 1 << 31).is_none());
        }
    }
}
