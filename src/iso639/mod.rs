//! [`Language`]: languages by ISO 639 code, with their names.

mod constants;
mod table;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::{Error, Kind};
use crate::text::Text;

/// A language, identified by its ISO 639-3 code.
///
/// It parses from what people type, in any case:
///
/// - ISO 639-1 and 639-3 codes and their usual aliases: `no` means `nb`, `iw` means `he`, `fre` means
///   `fr`, and `fil` means `tl`;
/// - BCP 47 tags, as `fr-FR`, `zh-Hant-TW` or `zh-yue` (which is `yue`), and locales of POSIX and Java, as
///   `pt_BR.UTF-8`: only the language is kept, not the script or the region;
/// - the English name of the language and its own: `French`, `français`.
///
/// It prints as the two-letter code if there is one, and else as the three-letter code. Anything else
/// is an [error](crate::Error::is_language) that suggests the nearest code.
///
/// Some codes mean several languages, a [macrolanguage](Self::macrolanguage). Where this crate knows
/// only the one or only the other, the one answers for the other.
///
/// Languages with rules in this crate, and other languages with much news, have constants such as
/// [`Language::FRENCH`]. All other languages of ISO 639-3 parse as well.
///
/// ```
/// use griot::Language;
///
/// let french: Language = "fra".parse()?;
/// assert_eq!(french, Language::FRENCH);
/// assert_eq!(french.to_string(), "fr");
/// assert_eq!(french.own_name(), Some("français"));
/// assert_eq!("pt-BR".parse::<Language>()?, Language::PORTUGUESE);
/// assert_eq!("Français".parse::<Language>()?, Language::FRENCH);
/// let error = "frz".parse::<Language>().unwrap_err();
/// assert_eq!(error.to_string(), r#"unknown language code "frz": did you mean fr (French)?"#);
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language {
    /// The ISO 639-3 code.
    long: [u8; 3],
    /// The ISO 639-1 code, or zeros if there is none.
    short: [u8; 2],
}

impl Language {
    /// The language is not known, or the text is in no language: `und`.
    pub const UNDETERMINED: Self = Self::new(*b"und", [0; 2]);

    const fn new(long: [u8; 3], short: [u8; 2]) -> Self {
        Self { long, short }
    }

    /// The language with these codes. `code` is the ISO 639-1 code, or the ISO 639-3 code again if
    /// there is none.
    pub(crate) const fn declared(code3: &str, code: &str) -> Self {
        let short = match *code.as_bytes() {
            [first, second] => [first, second],
            _ => [0; 2],
        };
        match *code3.as_bytes() {
            [first, second, third] => Self::new([first, second, third], short),
            _ => Self::UNDETERMINED,
        }
    }

    /// The ISO 639-1 code if there is one, and else the ISO 639-3 code.
    pub fn code(self) -> &'static str {
        pair(self.short).unwrap_or_else(|| self.code3())
    }

    /// The ISO 639-3 code.
    pub fn code3(self) -> &'static str {
        self.record().map_or("und", |record| record.code3)
    }

    /// The letters of the ISO 639-3 code.
    pub(crate) const fn long(self) -> [u8; 3] {
        self.long
    }

    /// The language with these letters. `None` if they are no code of ISO 639-3.
    pub(crate) fn from_long(long: [u8; 3]) -> Option<Self> {
        if long == Self::UNDETERMINED.long {
            return Some(Self::UNDETERMINED);
        }
        table::by_code3(&long).as_ref().map(Self::of)
    }

    /// The English name of the language.
    pub fn name(self) -> &'static str {
        self.record().map_or("undetermined", |record| record.name)
    }

    /// The name of the language in the language itself, if the table has it.
    pub fn own_name(self) -> Option<&'static str> {
        self.record().and_then(|record| record.own_name)
    }

    /// The ISO 15924 code of the language's usual script, such as `Latn` or `Cyrl`, if the table
    /// has it.
    pub fn script(self) -> Option<&'static str> {
        self.record().and_then(|record| record.script)
    }

    /// The macrolanguage of ISO 639-3 that the language is a member of: `zh` of Mandarin (`cmn`) and of
    /// Cantonese (`yue`), `ar` of Standard Arabic (`arb`), `sh` of `bs`, `hr` and `sr`.
    ///
    /// ```
    /// use griot::Language;
    ///
    /// let mandarin: Language = "cmn".parse()?;
    /// assert_eq!(mandarin.macrolanguage(), Some(Language::CHINESE));
    /// assert_eq!(Language::FRENCH.macrolanguage(), None);
    /// # Ok::<(), griot::Error>(())
    /// ```
    pub fn macrolanguage(self) -> Option<Self> {
        table::macrolanguage(&self.long).as_ref().map(Self::of)
    }

    /// Returns true if one is the other, or is a member of the other's
    /// [macrolanguage](Self::macrolanguage), or both are members of one.
    pub fn is_same_macro(self, other: Self) -> bool {
        let whole = |language: Self| language.macrolanguage().unwrap_or(language);
        whole(self) == whole(other)
    }

    /// Returns true if this is [`Language::UNDETERMINED`].
    pub fn is_undetermined(self) -> bool {
        self == Self::UNDETERMINED
    }

    fn of(record: &table::Record) -> Self {
        let long = record.code3.as_bytes().try_into().unwrap_or(*b"und");
        Self::new(long, record.code1.as_bytes().try_into().unwrap_or_default())
    }

    fn record(self) -> Option<table::Record> {
        table::by_code3(&self.long)
    }
}

impl FromStr for Language {
    type Err = Error;

    fn from_str(code: &str) -> Result<Self, Error> {
        let lower = code.to_ascii_lowercase();
        let tag = primary(&lower);
        if tag == Some("und") {
            return Ok(Self::UNDETERMINED);
        }
        let found = tag.and_then(table::by_any_code);
        match found.or_else(|| table::by_name(code)) {
            Some(record) => {
                let language = Self::of(&record);
                Ok(extended(&lower, language).unwrap_or(language))
            }
            None => Err(Kind::Language {
                code: code.chars().take(40).collect(),
                nearest: table::nearest(tag.unwrap_or(&lower))
                    .map(|record| format!("{} ({})", Self::of(&record), record.name)),
            }
            .into()),
        }
    }
}

impl TryFrom<&str> for Language {
    type Error = Error;

    fn try_from(code: &str) -> Result<Self, Error> {
        code.parse()
    }
}

/// The pairs of two letters, `aa` to `zz`: a code of two letters stands in it, so that no table is searched.
static PAIRS: [[u8; 2]; 26 * 26] = {
    let mut pairs = [[0; 2]; 26 * 26];
    let mut rest: &mut [[u8; 2]] = &mut pairs;
    let mut at: u32 = 0;
    while let Some((pair, after)) = rest.split_first_mut() {
        *pair = [b'a' + (at / 26) as u8, b'a' + (at % 26) as u8];
        at += 1;
        rest = after;
    }
    pairs
};

/// The same two letters for as long as the program runs. `None` if one is no small letter.
fn pair([first, second]: [u8; 2]) -> Option<&'static str> {
    let [row, column] = [first.checked_sub(b'a')?, second.checked_sub(b'a')?].map(usize::from);
    let place = 26 * row + Some(column).filter(|it| *it < 26)?;
    std::str::from_utf8(PAIRS.get(place)?).ok()
}

/// The language of a BCP 47 tag: `pt` of `pt-br`, and of `pt_br.utf-8` as POSIX and Java write it. `None`
/// if what follows the language can be no part of a tag.
fn primary(tag: &str) -> Option<&str> {
    let mut subtags = subtags(tag);
    let first = subtags.next();
    let fits =
        |it: &str| (1..=8).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_alphanumeric());
    first.filter(|_| subtags.all(fits))
}

/// The subtags, without the encoding and the modifier of POSIX.
fn subtags(tag: &str) -> impl Iterator<Item = &str> {
    let end = tag.find(['.', '@']).unwrap_or(tag.len());
    tag.get(..end).unwrap_or_default().split(['-', '_'])
}

/// The member of a macrolanguage that a tag goes on to name: `yue` of `zh-yue`.
fn extended(tag: &str, whole: Language) -> Option<Language> {
    let second = subtags(tag).nth(1)?;
    let member = Language::of(&table::by_code3(second.as_bytes())?);
    (member.macrolanguage() == Some(whole)).then_some(member)
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Language {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = Text::deserialize(deserializer)?;
        code.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constants_stand_in_the_table() {
        for language in crate::lang::LANGUAGES {
            assert_eq!(language.code3().parse::<Language>().unwrap(), *language);
            assert_eq!(language.code().parse::<Language>().unwrap(), *language);
            assert!(
                language.own_name().is_some() && language.script().is_some(),
                "{language}"
            );
        }
    }

    /// A code outlives its language, which is a temporary here.
    #[test]
    fn codes_are_static() {
        fn outlives() -> [&'static str; 2] {
            let language: Language = "fra".parse().unwrap();
            [language.code(), language.code3()]
        }
        assert_eq!(outlives(), ["fr", "fra"]);
        assert_eq!(Language::UNDETERMINED.code(), "und");
        let languages = table::records().map(|record| (Language::of(&record), record));
        for (language, record) in languages {
            let expected = [record.code1, record.code3]
                .into_iter()
                .find(|it| !it.is_empty());
            assert_eq!(Some(language.code()), expected);
        }
        assert_eq!(Language::UNDETERMINED.code3(), "und");
    }

    #[test]
    fn a_wrong_code_gets_the_nearest() {
        for (wrong, hint) in [
            ("frz-FR", "fr (French)"),
            ("frz", "fr (French)"),
            ("fr-", "fr (French)"),
            ("", "ISO 639"),
            ("klingonisch", "ISO 639"),
        ] {
            let message = wrong.parse::<Language>().unwrap_err().to_string();
            assert!(message.contains(hint), "{wrong}: {message}");
        }
    }
}
