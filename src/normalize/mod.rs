//! Normal forms: what two spellings of one word, or of one text, have in common.
//!
//! [`norm`] is that of a word, which the tokens of a document have. A [`Normalizer`] is for whole
//! texts: Unicode's NFC or NFKC ([UAX #15]), and on request case folding, accents, quotation marks,
//! spaces and invisible characters. [`Normalizer::map`] also tells where everything was.
//!
//! [UAX #15]: https://www.unicode.org/reports/tr15/

mod characters;
mod form;
mod mapped;
mod normalizer;

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

pub(crate) use characters::is_apostrophe;
use characters::is_turkish;
pub use mapped::Normalized;
pub use normalizer::Normalizer;

use crate::language::Language;

/// The normal form of a word: lower case, NFC, apostrophes as `'`, spaces as the plain one, without
/// soft hyphens, other invisible characters and the vowel marks of Arabic. A word of nothing else
/// stays. For Turkish and Azerbaijani there is [`norm_in`].
///
/// ```
/// use griot::normalize::norm;
///
/// assert_eq!(norm("L’"), "l'");
/// assert_eq!(norm("E\u{301}tat"), "état");
/// assert_eq!(norm("12\u{202f}000"), "12 000");
/// assert_eq!(norm("mili\u{ad}taire"), "militaire");
/// ```
pub fn norm(word: &str) -> Cow<'_, str> {
    norm_in(word, Language::UNDETERMINED)
}

/// [`norm`] by the letters of a language: the small letter of `I` is `ı` in Turkish and Azerbaijani.
///
/// ```
/// use griot::{Language, normalize::norm_in};
///
/// let turkish: Language = "tr".parse()?;
/// assert_eq!(norm_in("ISPARTA", turkish), "ısparta");
/// assert_eq!(norm_in("İzmir", turkish), "izmir");
/// # Ok::<(), griot::Error>(())
/// ```
pub fn norm_in(word: &str, language: Language) -> Cow<'_, str> {
    if is_normal(word) {
        return Cow::Borrowed(word);
    }
    let mut text = String::with_capacity(word.len());
    push_norm(word, language, &mut text);
    Cow::Owned(text)
}

/// Appends [`norm_in`] of `word` to `text`.
pub(crate) fn push_norm(word: &str, language: Language, text: &mut String) {
    let turkish = is_turkish(language);
    let before = text.len();
    if is_normal(word) {
        text.push_str(word);
    } else if turkish || !word.chars().all(|c| push_simple(c, text)) {
        text.truncate(before);
        let lower = if turkish {
            let word: String = word.nfc().map(characters::turkish).collect();
            word.to_lowercase()
        } else {
            word.to_lowercase()
        };
        // Lower-casing can undo NFC, as in İ, and NFC can undo nothing of lower case.
        WORD.push(&lower, text);
        if text.len() == before {
            text.push_str(word);
        }
    }
}

/// Appends the normal form of a character of the usual letters of Western Europe, which depends on no
/// other; `false` for any other character.
fn push_simple(c: char, text: &mut String) -> bool {
    let small = match c {
        '\0'..='\x7f' => Some(c.to_ascii_lowercase()),
        'à'..='ö' | 'ø'..='ÿ' | 'œ' => Some(c),
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(u32::from(c) + 32),
        'Œ' => Some('œ'),
        '’' => Some('\''),
        _ => None,
    };
    text.extend(small);
    small.is_some()
}

/// What a word goes through besides lower-casing.
const WORD: Normalizer = Normalizer::nfc()
    .with_straight_apostrophes()
    .with_plain_spaces()
    .without_invisible()
    .without_arabic_marks();

/// Whether [`norm`] would change nothing, as far as a quick look tells.
fn is_normal(word: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    let stays = |c: char| match c {
        'à'..='ö' | 'ø'..='ÿ' => true,
        _ => !c.is_uppercase() && c.to_lowercase().eq([c]) && WORD.keeps(c),
    };
    word.bytes().all(plain) || word.chars().all(stays)
}

/// A text in NFC: composed letters, `é` and not `e` with a mark.
///
/// ```
/// use griot::normalize::nfc;
///
/// assert_eq!(nfc("e\u{301}te\u{301}"), "été");
/// ```
pub fn nfc(text: &str) -> Cow<'_, str> {
    Normalizer::nfc().normalize(text)
}

/// A text in NFKC: as NFC, and without what is only presentation, as in `ﬁ`, `²`, `①`.
pub fn nfkc(text: &str) -> Cow<'_, str> {
    Normalizer::nfkc().normalize(text)
}

/// A text in NFC without distinctions of case, by Unicode's full case folding.
///
/// ```
/// use griot::normalize::case_folded;
///
/// assert_eq!(case_folded("Straße"), case_folded("STRASSE"));
/// assert_eq!(case_folded("L’ÉTÉ"), "l’été");
/// ```
pub fn case_folded(text: &str) -> Cow<'_, str> {
    Normalizer::nfc().case_folded().normalize(text)
}

/// A text in NFC without accents, as people type it in haste; case stays.
///
/// ```
/// use griot::normalize::unaccented;
///
/// assert_eq!(unaccented("Le cœur de l’Œuvre, à Noël"), "Le coeur de l’OEuvre, a Noel");
/// assert_eq!(unaccented("Straße, Łódź, smørrebrød"), "Strasse, Lodz, smorrebrod");
/// ```
pub fn unaccented(text: &str) -> Cow<'_, str> {
    Normalizer::nfc().unaccented().normalize(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn norm_is_idempotent_and_borrows_what_is_normal(word in normalizer::tests::text(), turkish: bool) {
            let language = if turkish { "tr".parse().unwrap() } else { Language::FRENCH };
            let once = norm_in(&word, language).into_owned();
            prop_assert_eq!(&norm_in(&once, language), &once);
            prop_assert_eq!(once.is_empty(), word.is_empty());
            if let Cow::Borrowed(same) = norm_in(&word, language) {
                let mut plain = String::new();
                WORD.push(&word.to_lowercase(), &mut plain);
                prop_assert_eq!(same, plain);
            }
        }
    }

    #[test]
    fn simple_characters_have_the_form_that_unicode_gives_them() {
        let mut simple = 0;
        for c in '\0'..='\u{ffff}' {
            let mut quick = String::new();
            if push_simple(c, &mut quick) {
                let (mut plain, letter) = (String::new(), c.to_string());
                WORD.push(&letter.to_lowercase(), &mut plain);
                assert_eq!(quick, plain, "{c:?}");
                assert_eq!(is_normal(&letter), quick == letter, "{c:?}");
                simple += 1;
            }
        }
        assert_eq!(simple, 128 + 31 + 31 - 1 + 3);
    }

    #[test]
    fn words() {
        for (word, expected) in [
            ("", ""),
            ("AUJOURD’HUI", "aujourd'hui"),
            ("Œuvre", "œuvre"),
            ("ÉTAT", "état"),
            ("ΟΔΟΣ", "οδος"),
            ("İstanbul", "i\u{307}stanbul"),
            ("Straße", "straße"),
            ("1\u{a0}234", "1 234"),
            ("ʼYan", "'yan"),
            ("mili\u{ad}taire", "militaire"),
            ("\u{feff}Le", "le"),
            ("\u{200b}", "\u{200b}"),
            ("الكِتَابُ", "الكتاب"),
            ("العـــربية", "العربية"),
            ("می\u{200c}خواهم", "می\u{200c}خواهم"),
        ] {
            assert_eq!(norm(word), expected, "{word}");
        }
    }
}
