//! Normal forms: what two spellings of one word have in common.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// The normal form of a word: lower case, NFC, `’` as `'`, inner white space as one plain space
/// each.
///
/// ```
/// use griot::normalize::norm;
///
/// assert_eq!(norm("L’"), "l'");
/// assert_eq!(norm("E\u{301}tat"), "état");
/// assert_eq!(norm("12\u{202f}000"), "12 000");
/// ```
pub fn norm(word: &str) -> Cow<'_, str> {
    if is_normal(word) {
        return Cow::Borrowed(word);
    }
    let mut text = String::with_capacity(word.len());
    push_norm(word, &mut text);
    Cow::Owned(text)
}

/// Appends [`norm`] of `word` to `text`.
pub(crate) fn push_norm(word: &str, text: &mut String) {
    if is_normal(word) {
        text.push_str(word);
    } else if word.is_ascii() {
        text.extend(word.chars().map(|c| c.to_ascii_lowercase()));
    } else {
        // Lower-casing can undo NFC, as in İ, and NFC can undo nothing of lower case.
        text.extend(word.to_lowercase().chars().map(folded).nfc());
    }
}

/// `'` and `’`.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// A character with `'` for each apostrophe and a plain space for all white space.
pub(crate) fn folded(c: char) -> char {
    match c {
        c if is_apostrophe(c) => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// Whether [`norm`] would change nothing, as far as a quick look tells.
fn is_normal(word: &str) -> bool {
    let ascii =
        |byte: u8| byte.is_ascii() && !byte.is_ascii_uppercase() && !matches!(byte, b'\t'..=b'\r');
    word.bytes().all(ascii)
        || word
            .chars()
            .all(|c| folded(c) == c && (!c.is_uppercase() && c.to_lowercase().eq([c])))
            && is_nfc(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn is_idempotent_and_borrows_what_is_normal(word in any::<String>()) {
            let once = norm(&word).into_owned();
            let twice = norm(&once).into_owned();
            prop_assert_eq!(&twice, &once);
            if let Cow::Borrowed(same) = norm(&word) {
                let plain: String = word.to_lowercase().chars().map(folded).nfc().collect();
                prop_assert_eq!(same, plain);
            }
        }
    }

    #[test]
    fn cases() {
        for (word, expected) in [
            ("", ""),
            ("AUJOURD’HUI", "aujourd'hui"),
            ("Œuvre", "œuvre"),
            ("ÉTAT", "état"),
            ("ΟΔΟΣ", "οδος"),
            ("İstanbul", "i\u{307}stanbul"),
            ("Straße", "straße"),
            ("1\u{a0}234", "1 234"),
        ] {
            assert_eq!(norm(word), expected, "{word}");
        }
    }
}
