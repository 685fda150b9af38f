//! Normal forms: one spelling for all that mean the same.
//!
//! `L’ÉTAT` and `l'état` are one word, but no computer sees it: the case, the apostrophe and
//! perhaps the bytes of `É` differ. A normal form removes such differences, so that words and texts
//! can be compared, counted and searched.
//!
//! There are two tools:
//!
//! - [`norm`] makes the normal form of a word. Tokens have it as
//!   [`Token::norm`](crate::Token::norm). Stop words, stems and lemmas start from it.
//! - A [`Normalizer`] makes the normal form of a whole text. You choose what it does: Unicode's NFC
//!   or NFKC ([UAX #15]), and on request case folding, removal of accents, plain quotation marks,
//!   plain spaces, removal of invisible characters.
//!
//! A normal form may be shorter or longer than the original. [`Normalizer::map`] keeps the way
//! back: it converts spans of bytes between both texts. So you can search in the normal form and
//! mark the hit in the original:
//!
//! ```
//! use griot::{Span, normalize::Normalizer};
//!
//! let text = "L’Œuvre a reçu 12\u{202f}000\u{a0}€.";
//! let search = Normalizer::nfc().case_folded().unaccented().with_straight_quotes().with_plain_spaces();
//! let map = search.map(text)?;
//! assert_eq!(map.text(), "l'oeuvre a recu 12 000 €.");
//!
//! let hit = map.text().find("oeuvre").unwrap();
//! let span = map.original(Span::new(hit as u32, hit as u32 + 6)).unwrap();
//! assert_eq!(&text[span], "Œuvre");
//! # Ok::<(), griot::Error>(())
//! ```
//!
//! All functions here borrow a text that is in its form already. They run in linear time.
//!
//! # Limits
//!
//! - Case is lowered without regard to the language, except in [`norm_in`] and
//!   [`Normalizer::case_folded_in`], which know Turkish and Azerbaijani.
//! - Accents are removed from Latin, Greek and Cyrillic letters. In other scripts such marks are
//!   vowels and more, and stay.
//!
//! [UAX #15]: https://www.unicode.org/reports/tr15/

mod characters;
mod form;
mod mapped;
mod normalizer;
mod number;

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use characters::is_turkish;
pub(crate) use characters::{is_accent, is_apostrophe, is_hyphen, lowered};
pub use mapped::Normalized;
pub use normalizer::Normalizer;
pub(crate) use number::{DecimalMark, push_number};

use crate::language::Language;

/// Returns the normal form of a word.
///
/// It is in lower case and in NFC. Every apostrophe is `'`, every hyphen `-`, every space U+0020, and
/// raised letters are plain: `1ᵉʳ` is `1er`. Soft hyphens and
/// other invisible characters are removed, as are the vowel marks and the tatweel of Arabic. A word
/// that consists only of such characters is returned as it is. The result is borrowed if the word
/// is in normal form already.
///
/// For Turkish and Azerbaijani use [`norm_in`]. A token that is a number has a normal form without
/// spaces, by its language; see [`Token::norm`](crate::Token::norm).
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

/// Returns the normal form of a word as [`norm`] does, with the letters of a language.
///
/// The language matters for Turkish and Azerbaijani only, where the lower case of `I` is `ı`.
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

/// Appends the normal form of a usual letter of Western Europe, which depends on no other character.
/// Returns `false` for any other character.
fn push_simple(c: char, text: &mut String) -> bool {
    let small = match c {
        '\0'..='\x7f' => Some(c.to_ascii_lowercase()),
        'à'..='ö' | 'ø'..='ÿ' | 'œ' => Some(c),
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(u32::from(c) + 32),
        'Œ' => Some('œ'),
        '’' => Some('\''),
        '\u{2010}' | '\u{2011}' => Some('-'),
        _ => None,
    };
    text.extend(small);
    small.is_some()
}

/// What is done to a spelling whose case counts, as that of a name.
const SPELLING: Normalizer = Normalizer::nfc()
    .with_straight_apostrophes()
    .with_plain_hyphens()
    .with_lowered_letters()
    .with_plain_spaces()
    .without_invisible();

/// What is done to a word besides lowering its case.
const WORD: Normalizer = SPELLING.without_arabic_marks();

/// Returns the spelling of a word as [`norm`] does, with its capitals.
pub(crate) fn spelling(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        return Cow::Borrowed(word);
    }
    match SPELLING.normalize(word) {
        empty if empty.is_empty() => Cow::Borrowed(word),
        spelling => spelling,
    }
}

/// Whether [`norm`] would change nothing. It may say `false` of a word that is normal.
fn is_normal(word: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase();
    let stays = |c: char| match c {
        'à'..='ö' | 'ø'..='ÿ' => true,
        _ => !c.is_uppercase() && c.to_lowercase().eq([c]) && WORD.keeps(c),
    };
    word.bytes().all(plain) || word.chars().all(stays)
}

/// Returns a text in NFC, where a letter and its accent are one character: `é`, not `e` and U+0301.
///
/// ```
/// use griot::normalize::nfc;
///
/// assert_eq!(nfc("e\u{301}te\u{301}"), "été");
/// ```
pub fn nfc(text: &str) -> Cow<'_, str> {
    Normalizer::nfc().normalize(text)
}

/// Returns a text in NFKC: as NFC, with characters that differ in presentation only replaced by the
/// usual ones.
///
/// ```
/// use griot::normalize::nfkc;
///
/// assert_eq!(nfkc("ﬁn, m², ①"), "fin, m2, 1");
/// ```
pub fn nfkc(text: &str) -> Cow<'_, str> {
    Normalizer::nfkc().normalize(text)
}

/// Returns a text in NFC without distinctions of case, by Unicode's full case folding.
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

/// Returns a text in NFC without accents, as people type it in haste. The case stays.
///
/// ```
/// use griot::normalize::unaccented;
///
/// assert_eq!(unaccented("Le cœur de l’Œuvre, à Noël"), "Le coeur de l’OEuvre, a Noel");
/// assert_eq!(unaccented("Straße, Łódź, smørrebrød"), "Strasse, Lodz, smorrebrod");
/// ```
pub fn unaccented(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    if text.chars().all(|c| push_unaccented(c, &mut plain)) {
        return Cow::Owned(plain);
    }
    Normalizer::nfc().unaccented().normalize(text)
}

/// Appends a usual letter of Western Europe without its accent. Returns `false` for any other character.
fn push_unaccented(c: char, text: &mut String) -> bool {
    let plain = match c {
        '\0'..='\x7f' => Some(c),
        'à'..='å' => Some('a'),
        'ç' => Some('c'),
        'è'..='ë' => Some('e'),
        'ì'..='ï' => Some('i'),
        'ñ' => Some('n'),
        'ò'..='ö' => Some('o'),
        'ù'..='ü' => Some('u'),
        'ý' | 'ÿ' => Some('y'),
        'À'..='Å' => Some('A'),
        'Ç' => Some('C'),
        'È'..='Ë' => Some('E'),
        'Ì'..='Ï' => Some('I'),
        'Ñ' => Some('N'),
        'Ò'..='Ö' => Some('O'),
        'Ù'..='Ü' => Some('U'),
        'Ý' => Some('Y'),
        _ => None,
    };
    text.extend(plain);
    plain.is_some()
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

    proptest! {
        #[test]
        fn the_short_way_to_no_accents_ends_where_the_long_one_does(text in "(\\PC|[À-ÿ]|[a-z]|\u{301}){0,8}") {
            prop_assert_eq!(unaccented(&text), Normalizer::nfc().unaccented().normalize(&text));
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
        assert_eq!(simple, 128 + 31 + 31 - 1 + 5);
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
            ("C’est\u{2011}à\u{2010}dire", "c'est-à-dire"),
            ("1ᵉʳ", "1er"),
            ("Mᵐᵉ", "mme"),
            ("Nᵒ", "nº"),
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
