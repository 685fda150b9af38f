//! Questions about single characters.

use unicode_properties::{EmojiStatus, GeneralCategoryGroup, UnicodeEmoji, UnicodeGeneralCategory};

use crate::document::TokenKind;

/// The hyphens that join the parts of a word.
pub(super) fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// The spaces that group the digits of a number.
pub(super) fn is_group_space(c: char) -> bool {
    matches!(c, ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}')
}

/// What a token that is neither word nor number nor address is.
pub(super) fn mark_kind(token: &str) -> TokenKind {
    let mut chars = token.chars();
    let Some(first) = chars.next() else {
        return TokenKind::Other;
    };
    if first.is_ascii() {
        return match first {
            '$' | '+' | '<' | '=' | '>' | '^' | '`' | '|' | '~' => TokenKind::Symbol,
            _ if first.is_ascii_punctuation() => TokenKind::Punctuation,
            _ => TokenKind::Other,
        };
    }
    if is_emoji(first, chars.next()) {
        return TokenKind::Emoji;
    }
    match first.general_category_group() {
        GeneralCategoryGroup::Punctuation => TokenKind::Punctuation,
        GeneralCategoryGroup::Symbol => TokenKind::Symbol,
        _ => TokenKind::Other,
    }
}

/// Shown as a picture by itself, or told to be by U+FE0F.
fn is_emoji(first: char, second: Option<char>) -> bool {
    use EmojiStatus as E;
    match first.emoji_status() {
        E::EmojiPresentation
        | E::EmojiPresentationAndModifierBase
        | E::EmojiPresentationAndEmojiComponent
        | E::EmojiPresentationAndModifierAndEmojiComponent => true,
        E::EmojiOther | E::EmojiModifierBase | E::EmojiOtherAndEmojiComponent => {
            second == Some('\u{fe0f}')
        }
        _ => false,
    }
}
