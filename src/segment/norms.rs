//! The normal form of a token that was cut without a pipeline.

use std::borrow::Cow;

use crate::document::TokenKind;
use crate::lang::Rules;
use crate::language::Language;
use crate::lines::unbroken;
use crate::normalize::{norm_in, push_number};

/// Returns the normal form of a token of [`words`](super::words), as [`Token::norm`](crate::Token::norm) has it. It
/// is [`norm_in`] of the whole word, and for a number its digits as the language writes them.
///
/// ```
/// use griot::{Language, TokenKind, segment::token_norm};
///
/// assert_eq!(token_norm("L’", TokenKind::Word, Language::FRENCH), "l'");
/// # #[cfg(feature = "fr")]
/// assert_eq!(token_norm("12\u{202f}000,5", TokenKind::Number, Language::FRENCH), "12000.5");
/// ```
pub fn token_norm(token: &str, kind: TokenKind, language: Language) -> Cow<'_, str> {
    if kind == TokenKind::Number {
        let mark = Rules::of(language).words.decimal_mark;
        let mut norm = String::new();
        if push_number(token, mark, &mut norm) {
            return Cow::Owned(norm);
        }
    }
    // A token that goes on in the next line has the norm of the whole.
    match unbroken(token) {
        Cow::Borrowed(whole) => norm_in(whole, language),
        Cow::Owned(whole) => Cow::Owned(norm_in(&whole, language).into_owned()),
    }
}
