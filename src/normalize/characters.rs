//! What single characters are, and what they become.

use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick, is_nfkc_quick};

use crate::language::Language;

/// Whether a character is `'`, `’` (U+2019) or `ʼ` (U+02BC), which Unicode calls a letter.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

/// Whether a character is a hyphen that joins the parts of a word: `-`, U+2010, or U+2011, at which no
/// line breaks.
pub(crate) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Whether the language has `ı` and `i` as two letters: Turkish and Azerbaijani.
pub(super) fn is_turkish(language: Language) -> bool {
    matches!(language, Language::TURKISH | Language::AZERBAIJANI)
}

/// Returns the ASCII mark for a quotation mark or an apostrophe; any other character as it is.
pub(super) fn straight(c: char) -> char {
    match c {
        '“' | '”' | '„' | '‟' | '«' | '»' => '"',
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | 'ʼ' => '\'',
        c => c,
    }
}

/// The raised letters of abbreviations such as `1ᵉʳ` and `Mᵐᵉ`, and the plain letter of each. `º` and
/// `ª` are no such letters: `nº` is not `no`.
const RAISED: [(char, char); 25] = [
    ('ʰ', 'h'),
    ('ʲ', 'j'),
    ('ʳ', 'r'),
    ('ʷ', 'w'),
    ('ʸ', 'y'),
    ('ˡ', 'l'),
    ('ˢ', 's'),
    ('ˣ', 'x'),
    ('ᵃ', 'a'),
    ('ᵇ', 'b'),
    ('ᵈ', 'd'),
    ('ᵉ', 'e'),
    ('ᵍ', 'g'),
    ('ᵏ', 'k'),
    ('ᵐ', 'm'),
    ('ᵒ', 'º'),
    ('ᵖ', 'p'),
    ('ᵗ', 't'),
    ('ᵘ', 'u'),
    ('ᵛ', 'v'),
    ('ᶜ', 'c'),
    ('ᶠ', 'f'),
    ('ᶻ', 'z'),
    ('ⁱ', 'i'),
    ('ⁿ', 'n'),
];

/// Returns the plain letter for a raised one; any other character as it is. `ᵒ` becomes `º`.
pub(crate) fn lowered(c: char) -> char {
    if !matches!(c, 'ʰ'..='ˣ' | 'ᵃ'..='ᶻ' | 'ⁱ' | 'ⁿ') {
        return c;
    }
    let raised = RAISED.iter().find(|(raised, _)| *raised == c);
    raised.map_or(c, |(_, plain)| *plain)
}

/// Returns U+0020 for a space of any width; any other character as it is. Tabs and line breaks are
/// no such spaces.
pub(super) fn plain_space(c: char) -> char {
    match c {
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => {
            ' '
        }
        c => c,
    }
}

/// Whether a character is invisible: soft hyphens, zero-width spaces, marks of direction, variation
/// selectors.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Whether a character is the zero-width joiner or non-joiner.
pub(super) fn is_joiner(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}')
}

/// Whether a character belongs to a script in which a joiner means nothing: Latin, Greek, Cyrillic.
pub(super) fn takes_no_joiner(c: char) -> bool {
    c < '\u{530}' || matches!(c, '\u{1e00}'..='\u{1fff}')
}

/// Whether a character is an Arabic vowel mark or the tatweel, the stroke that lengthens a word.
/// Hamza and madda make other letters, so they do not count.
pub(super) fn is_arabic_mark(c: char) -> bool {
    matches!(c,
        '\u{640}' | '\u{64b}'..='\u{652}' | '\u{656}'..='\u{65f}' | '\u{670}'
        | '\u{6d6}'..='\u{6dc}' | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}'
        | '\u{6ea}'..='\u{6ed}')
}

/// Whether a character is a combining mark of Latin, Greek or Cyrillic. Those of other scripts are
/// vowels and more.
pub(crate) fn is_accent(c: char) -> bool {
    // Most characters are letters before all of these.
    c >= '\u{300}'
        && matches!(c,
        '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Returns the plain letters for a letter that Unicode does not decompose, such as `œ`; an empty
/// text for any other character.
#[rustfmt::skip]
pub(super) fn plain_letters(c: char) -> &'static str {
    match c {
        'Æ' => "AE", 'æ' => "ae", 'Œ' => "OE", 'œ' => "oe", 'ẞ' => "SS", 'ß' => "ss",
        'Þ' => "TH", 'þ' => "th", 'Ĳ' => "IJ", 'ĳ' => "ij", 'Ŋ' => "N", 'ŋ' => "n",
        'Ⱥ' => "A", 'ⱥ' => "a",
        'Ƀ' | 'Ɓ' => "B", 'ƀ' | 'ɓ' => "b",
        'Ƈ' | 'Ȼ' => "C", 'ƈ' | 'ȼ' => "c",
        'Ð' | 'Đ' | 'Ɖ' | 'Ɗ' => "D", 'ð' | 'đ' | 'ɖ' | 'ɗ' => "d",
        'Ǝ' | 'Ə' | 'Ɛ' | 'Ɇ' => "E", 'ǝ' | 'ə' | 'ɛ' | 'ɇ' => "e",
        'Ƒ' => "F", 'ƒ' => "f",
        'Ɠ' | 'Ɣ' | 'Ǥ' => "G", 'ɠ' | 'ɣ' | 'ǥ' => "g",
        'Ħ' => "H", 'ħ' => "h",
        'Ɨ' | 'Ɩ' => "I", 'ı' | 'ɨ' | 'ɩ' => "i",
        'Ɉ' => "J", 'ɉ' | 'ȷ' => "j",
        'Ƙ' => "K", 'ƙ' | 'ĸ' => "k",
        'Ł' | 'Ƚ' => "L", 'ł' | 'ƚ' => "l",
        'Ɲ' => "N", 'ɲ' => "n",
        'Ø' | 'Ɔ' | 'Ɵ' => "O", 'ø' | 'ɔ' | 'ɵ' => "o",
        'Ƥ' => "P", 'ƥ' => "p",
        'Ɍ' => "R", 'ɍ' => "r",
        'ſ' => "s",
        'Ŧ' | 'Ƭ' | 'Ʈ' | 'Ⱦ' => "T", 'ŧ' | 'ƭ' | 'ʈ' | 'ⱦ' => "t",
        'Ʉ' | 'Ʋ' => "U", 'ʉ' | 'ʋ' => "u",
        'Ɏ' | 'Ƴ' => "Y", 'ɏ' | 'ƴ' => "y",
        'Ƶ' => "Z", 'ƶ' => "z",
        _ => "",
    }
}

/// Returns Unicode's full case folding of a character. With few exceptions it is the lower case of
/// the upper case. A test compares all characters with `CaseFolding.txt`.
pub(super) fn fold(c: char) -> impl Iterator<Item = char> {
    let (same, capitals) = match c {
        'ẞ' => (None, Some('ß')),
        // Cherokee folds to its capitals, which entered Unicode first.
        '\u{13a0}'..='\u{13f5}' | 'ı' => (Some(c), None),
        '\u{13f8}'..='\u{13fd}' | '\u{ab70}'..='\u{abbf}' => (c.to_uppercase().next(), None),
        'a'..='z' => (Some(c), None),
        'A'..='Z' => (Some(c.to_ascii_lowercase()), None),
        c => (None, Some(c)),
    };
    let folded = capitals
        .into_iter()
        .flat_map(char::to_uppercase)
        .flat_map(char::to_lowercase);
    same.into_iter().chain(folded)
}

/// Returns the lower case of `I` and `İ` in Turkish and Azerbaijani; any other character as it is.
pub(super) fn turkish(c: char) -> char {
    match c {
        'I' => 'ı',
        'İ' => 'i',
        c => c,
    }
}

/// Whether a text may be cut before the character and each part brought into NFC alone, and the
/// character itself is in NFC.
pub(super) fn is_inert(c: char) -> bool {
    match c {
        '\0'..='\u{2ff}' => true,
        // The characters of most texts: letters of Cyrillic, Armenian, Hebrew and Arabic; dashes,
        // quotation marks and spaces; ideographs; Korean syllables.
        '\u{400}'..='\u{482}'
        | '\u{48a}'..='\u{590}'
        | '\u{5d0}'..='\u{5ea}'
        | '\u{620}'..='\u{64a}'
        | '\u{660}'..='\u{66f}'
        | '\u{671}'..='\u{6d5}'
        | '\u{2002}'..='\u{20cf}'
        | '\u{3400}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}' => true,
        c => {
            canonical_combining_class(c) == 0 && is_nfc_quick([c].into_iter()) == IsNormalized::Yes
        }
    }
}

/// Returns the offset of the first character from U+0300 on. All characters below are inert.
pub(super) fn next_beyond_latin(text: &[u8]) -> Option<usize> {
    let (chunks, rest) = text.as_chunks::<32>();
    for (number, chunk) in chunks.iter().enumerate() {
        let (words, _) = chunk.as_chunks::<8>();
        let marks = || words.iter().map(|word| beyond_latin(*word));
        if marks().fold(0, |all, marks| all | marks) != 0 {
            let found = marks().enumerate().find(|(_, marks)| *marks != 0);
            return found
                .map(|(word, marks)| 32 * number + 8 * word + marks.trailing_zeros() as usize / 8);
        }
    }
    let found = rest.iter().position(|byte| *byte >= BEYOND_LATIN)?;
    Some(text.len() - rest.len() + found)
}

/// The first byte of U+0300.
const BEYOND_LATIN: u8 = 0xcc;

/// Returns the high bit of each byte that is at least [`BEYOND_LATIN`].
fn beyond_latin(word: [u8; 8]) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let word = u64::from_le_bytes(word);
    let low = word & (0x7f * EACH);
    (low + (0x100 - BEYOND_LATIN as u64) * EACH) & word & (0x80 * EACH)
}

/// Whether a text may be cut before the character and each part brought into NFKC alone. A
/// character that is not in NFKC is judged by what it decomposes into.
pub(super) fn begins_nfkc(c: char) -> bool {
    is_nfkc(c) || [c].into_iter().nfkd().next().is_some_and(is_nfkc)
}

/// Whether the character is in NFKC and combines with nothing before it.
pub(super) fn is_nfkc(c: char) -> bool {
    c.is_ascii()
        || canonical_combining_class(c) == 0 && is_nfkc_quick([c].into_iter()) == IsNormalized::Yes
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;

    fn all() -> impl Iterator<Item = char> {
        '\0'..=char::MAX
    }

    #[test]
    fn inert_ranges_are_inert() {
        for c in all() {
            let inert = canonical_combining_class(c) == 0
                && is_nfc_quick([c].into_iter()) == IsNormalized::Yes;
            assert_eq!(is_inert(c), inert, "{c:?}");
        }
    }

    #[test]
    fn raised_letters_are_those_of_unicode() {
        for (raised, plain) in RAISED {
            let unicode: String = [raised].into_iter().nfkd().collect();
            assert_eq!(unicode, plain.to_string().replace('º', "o"));
            assert_eq!(lowered(raised), plain);
        }
        assert_eq!(all().filter(|c| lowered(*c) != *c).count(), RAISED.len());
    }

    proptest! {
        #[test]
        fn a_wide_look_finds_what_a_narrow_one_does(text in "[a-zà-ÿœ’̀-ͯ]{0,90}", bytes: Vec<u8>) {
            for bytes in [text.as_bytes(), &bytes] {
                let narrow = bytes.iter().position(|byte| *byte >= BEYOND_LATIN);
                prop_assert_eq!(next_beyond_latin(bytes), narrow);
            }
        }
    }

    /// Unicode's own table, of which each line is a code point, a class and what it becomes.
    #[test]
    fn case_folding() {
        let (mut full, mut dotless) = (HashMap::new(), 0);
        for line in include_str!("../../tests/data/CaseFolding.txt").lines() {
            let fields: Vec<_> = line.split("; ").collect();
            let from = character(fields[0]);
            let to: String = fields[2].split(' ').map(character).collect();
            match fields[1] {
                "C" | "F" => assert!(full.insert(from, to).is_none()),
                "T" => {
                    assert_eq!(turkish(from).to_string(), to);
                    dotless += 1;
                }
                _ => {}
            }
        }
        assert_eq!((full.len(), dotless), (1585, 2));
        for c in all() {
            let folded: String = fold(c).collect();
            let expected = full.remove(&c).unwrap_or_else(|| c.to_string());
            assert_eq!(folded, expected, "{c:?}");
        }
    }

    fn character(hex: &str) -> char {
        char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap()
    }
}
