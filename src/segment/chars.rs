//! The properties of single characters.
//!
//! `characters.bin` has those of Unicode 17.0 that the standard library lacks: a byte for each code
//! point, in blocks behind an index. `tools characters` writes it.

use crate::document::TokenKind;
use crate::normalize::is_accent;
pub(super) use crate::normalize::is_hyphen;

/// The spaces that group the digits of a number.
pub(super) fn is_group_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// The same as [`char::is_alphabetic`], which takes a hundred times as long for most scripts.
#[inline]
pub(super) fn is_alphabetic(c: char) -> bool {
    match c {
        '\0'..='\x7f' => c.is_ascii_alphabetic(),
        'À'..='ɏ' => !matches!(c, '×' | '÷'),
        'ก'..='ะ' | 'า'..='ำ' | 'เ'..='ๆ' | 'ぁ'..='ゖ' | '一'..='鿿' => true,
        _ => is_letter(c).unwrap_or_else(|| c.is_alphabetic()),
    }
}

/// The same as [`char::is_alphanumeric`].
#[inline]
pub(crate) fn is_alphanumeric(c: char) -> bool {
    is_alphabetic(c) || c.is_numeric()
}

/// Whether a letter has no capital. Georgian texts do not use theirs.
pub(super) fn is_caseless(c: char) -> bool {
    c >= '\u{5d0}' && is_alphabetic(c) && !c.is_uppercase() && !c.is_lowercase()
        || matches!(c, 'ა'..='ჿ')
}

/// Whether a character is a letter. `None` if its properties do not tell.
fn is_letter(c: char) -> Option<bool> {
    let properties = properties(u32::from(c));
    match Class::of(properties & 31) {
        Class::Hebrew => Some(true),
        Class::Letter => Some(!is_sign_in_words(c)),
        _ if properties >> KIND_SHIFT == 1 => Some(false),
        _ => None,
    }
}

/// Whether UAX #29 treats a character as a letter though it is none.
fn is_sign_in_words(c: char) -> bool {
    matches!(u32::from(c),
        0xb8 | 0x02c2..=0x02c5 | 0x02d2..=0x02df | 0x02e5..=0x02eb | 0x02ed | 0x02ef..=0x02ff
        | 0x055a..=0x055e | 0x058a | 0x05f3 | 0x070f | 0xa708..=0xa716 | 0xa720..=0xa721
        | 0xa789..=0xa78a | 0xab5b)
}

/// The kind of a token that is no word, number or address.
pub(super) fn mark_kind(token: &str) -> TokenKind {
    let mut chars = token.chars();
    let Some(first) = chars.next() else {
        return TokenKind::Other;
    };
    let kind = properties(u32::from(first)) >> KIND_SHIFT;
    // An emoji is shown as a picture by itself, or because U+FE0F follows. `#` and `*` are emoji
    // only as keycaps.
    let mut told = || !first.is_ascii() && chars.next() == Some('\u{fe0f}');
    match kind & !EMOJI_IF_TOLD {
        _ if kind & EMOJI_IF_TOLD != 0 && told() => TokenKind::Emoji,
        1 => TokenKind::Punctuation,
        2 => TokenKind::Symbol,
        3 => TokenKind::Emoji,
        _ => TokenKind::Other,
    }
}

/// Whether a character belongs to the one before it, by WB4 of UAX #29: accents, marks of
/// direction, joiners.
pub(crate) fn has_no_width(c: char) -> bool {
    let class = Class::of(properties(u32::from(c)) & 31);
    matches!(class, Class::Skipped | Class::Zwj)
}

const KIND_SHIFT: u32 = 5;
const EMOJI_IF_TOLD: u8 = 4;

/// The class of a character in the rules of word boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Other,
    Letter,
    Hebrew,
    Number,
    Katakana,
    /// `ExtendNumLet`.
    Joiner,
    SingleQuote,
    DoubleQuote,
    MidNumLet,
    MidLetter,
    MidNum,
    /// `Regional_Indicator`.
    Flag,
    Pictograph,
    PictographLetter,
    /// `WSegSpace`.
    Space,
    Return,
    LineFeed,
    Newline,
    /// White space that has no class of its own.
    OtherSpace,
    /// U+202F, which is white space and `ExtendNumLet`.
    SpaceJoiner,
    /// Extend and Format.
    Skipped,
    Zwj,
}

impl Class {
    /// The class with a number of `tools characters`.
    pub(super) const fn of(number: u8) -> Self {
        match number {
            1 => Self::Letter,
            2 => Self::Hebrew,
            3 => Self::Number,
            4 => Self::Katakana,
            5 => Self::Joiner,
            6 => Self::SingleQuote,
            7 => Self::DoubleQuote,
            8 => Self::MidNumLet,
            9 => Self::MidLetter,
            10 => Self::MidNum,
            11 => Self::Flag,
            12 => Self::Pictograph,
            13 => Self::PictographLetter,
            14 => Self::Space,
            15 => Self::Return,
            16 => Self::LineFeed,
            17 => Self::Newline,
            18 => Self::OtherSpace,
            19 => Self::SpaceJoiner,
            20 => Self::Skipped,
            21 => Self::Zwj,
            _ => Self::Other,
        }
    }

    pub(super) const fn is_space(self) -> bool {
        matches!(
            self,
            Self::Space
                | Self::Return
                | Self::LineFeed
                | Self::Newline
                | Self::OtherSpace
                | Self::SpaceJoiner
        )
    }
}

/// The properties of the character whose first byte is at `at`, and its length in bytes. The low
/// five bits are the number of its class.
#[inline(always)]
pub(super) fn class_at(bytes: &[u8], at: usize) -> Option<(u8, usize)> {
    let low = |byte: u8| u32::from(byte & 0x3f);
    let (code_point, length) = match *bytes.get(at..)? {
        [a, ..] if a < 0x80 => return Some((low_properties(u32::from(a)), 1)),
        [a, b, ..] if a < 0xe0 => {
            return Some((low_properties(u32::from(a & 0x1f) << 6 | low(b)), 2));
        }
        [a, b, c, ..] if a < 0xf0 => (u32::from(a & 0xf) << 12 | low(b) << 6 | low(c), 3),
        [a, b, c, d, ..] => (
            u32::from(a & 7) << 18 | low(b) << 12 | low(c) << 6 | low(d),
            4,
        ),
        _ => return None,
    };
    Some((properties(code_point), length))
}

#[inline(always)]
fn low_properties(code_point: u32) -> u8 {
    LOW.get(code_point as usize).map_or(0, |entry| *entry)
}

fn properties(code_point: u32) -> u8 {
    let at = code_point as usize;
    let number = INDEX
        .get(at / ROW)
        .and_then(|row| NUMBERS.get(usize::from(*row) * BLOCKS_OF_ROW + at / BLOCK % BLOCKS_OF_ROW))
        .map_or(0, |number| u16::from_le_bytes(*number));
    let block = BLOCKS.get(usize::from(number));
    block
        .and_then(|block| block.get(at % BLOCK))
        .map_or(0, |entry| *entry)
}

const TABLE: &[u8] = include_bytes!("characters.bin");

/// The code points of a block.
const BLOCK: usize = 16;
const BLOCKS_OF_ROW: usize = 64;
const ROW: usize = BLOCK * BLOCKS_OF_ROW;

/// The number of the row for each [`ROW`] code points.
const INDEX: &[u8] = TABLE.split_at(0x11_0000 / ROW).0;
/// The numbers of the blocks of each row.
const NUMBERS: &[[u8; 2]] = PARTS.0.as_chunks().0;
const BLOCKS: &[[u8; BLOCK]] = PARTS.1.as_chunks().0;

#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const PARTS: (&[u8], &[u8]) = {
    let (mut at, mut rows) = (0, 0);
    while at < INDEX.len() {
        if INDEX[at] as usize >= rows {
            rows = INDEX[at] as usize + 1;
        }
        at += 1;
    }
    let after_index = TABLE.split_at(INDEX.len()).1;
    after_index.split_at(2 * BLOCKS_OF_ROW * rows)
};

/// Code points of one and two bytes, to be read without the index.
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
static LOW: [u8; 0x800] = {
    let mut low = [0; 0x800];
    let mut at = 0;
    while at < low.len() {
        let row = INDEX[at / ROW] as usize;
        let number = NUMBERS[row * BLOCKS_OF_ROW + at / BLOCK % BLOCKS_OF_ROW];
        low[at] = BLOCKS[u16::from_le_bytes(number) as usize][at % BLOCK];
        at += 1;
    }
    low
};

/// The longest Roman numeral before the dot of an ordinal: `XVIII.`, in bytes.
const LONGEST_ORDINAL: usize = 6;

/// A word with more letters is no function word.
pub(super) const LONGEST_SMALL_WORD: usize = 12;

/// The characters of a word without the accents behind their letters, so that a decomposed word has as
/// many as a composed one.
pub(super) fn letters(word: &str) -> impl DoubleEndedIterator<Item = char> {
    word.chars().filter(|c| !is_accent(*c))
}

/// The longest beginning of a text whose characters are all `inside`, of at most `most` characters.
pub(super) fn leading(text: &str, most: usize, inside: impl Fn(char) -> bool) -> &str {
    let inside = text.chars().take(most).take_while(|c| inside(*c));
    let length = inside.map(char::len_utf8).sum();
    text.get(..length).unwrap_or_default()
}

/// Whether a letter with a dot may be an initial: a capital, or a letter of a script without
/// capitals between Hebrew and Ethiopic.
pub(super) fn is_initial(c: char) -> bool {
    c.is_uppercase() || ('\u{5d0}'..='\u{13ff}').contains(&c) && is_caseless(c)
}

/// Whether a word is a Roman numeral in capitals.
pub(super) fn is_roman(word: &[u8]) -> bool {
    !word.is_empty()
        && word.len() <= LONGEST_ORDINAL
        && word.iter().all(|letter| b"IVXLCM".contains(letter))
}

#[cfg(test)]
mod tests {
    use unicode_properties::{
        EmojiStatus as E, GeneralCategoryGroup, UnicodeEmoji as _, UnicodeGeneralCategory as _,
    };

    use super::*;

    #[test]
    fn letters_are_those_of_the_standard_library() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_alphabetic(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_alphanumeric(c), c.is_alphanumeric(), "{c:?}");
        }
    }

    #[test]
    fn kinds_are_those_of_unicode() {
        let mut newer = 0;
        for c in '\0'..=char::MAX {
            let group = match c.general_category_group() {
                GeneralCategoryGroup::Punctuation => TokenKind::Punctuation,
                GeneralCategoryGroup::Symbol => TokenKind::Symbol,
                _ => TokenKind::Other,
            };
            let (alone, told) = match c.emoji_status() {
                _ if c.is_ascii() => (group, group),
                E::EmojiPresentation
                | E::EmojiPresentationAndModifierBase
                | E::EmojiPresentationAndEmojiComponent
                | E::EmojiPresentationAndModifierAndEmojiComponent => {
                    (TokenKind::Emoji, TokenKind::Emoji)
                }
                E::EmojiOther | E::EmojiModifierBase | E::EmojiOtherAndEmojiComponent => {
                    (group, TokenKind::Emoji)
                }
                _ => (group, group),
            };
            let kinds = (
                mark_kind(&c.to_string()),
                mark_kind(&format!("{c}\u{fe0f}")),
            );
            // The crate knows what Unicode 18 has assigned.
            if kinds != (alone, told) && kinds == (TokenKind::Other, TokenKind::Other) {
                newer += 1;
                continue;
            }
            assert_eq!(kinds, (alone, told), "{c:?}");
        }
        assert!(newer <= 147, "{newer}");
    }
}
