//! What the features of a place use of a token, as hashes.

use super::chars;
use super::lanes::{self, Letters};
use crate::document::TokenKind;
use crate::lang::list::{Folded, hash, hash_ends, hash_last_three};
use crate::span::Span;

/// The hash of a small number.
#[inline]
pub(super) const fn spread(number: u64) -> u64 {
    let product = (number + 1).wrapping_mul(0xd6e8_feb8_6659_fd93);
    product ^ product >> 32
}

/// What the features use of a token, as hashes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct TokenFeatures {
    /// The token in lower case.
    pub(super) norm: u64,
    /// The last three bytes in lower case.
    pub(super) suffix: u64,
    /// How it is written: in small letters, with a capital, in capitals, as a single capital,
    /// without letters.
    pub(super) case: u64,
    /// The kind, the case and the length.
    pub(super) shape: u64,
}

/// How a token is written.
const NO_LETTERS: u8 = 0;
const SMALL: u8 = 1;
const CAPITALIZED: u8 = 2;
const CAPITALS: u8 = 3;
const LONE_CAPITAL: u8 = 4;
const MIXED: u8 = 5;

/// Kind, case and length as one.
#[inline]
fn shape(kind: TokenKind, case: u64, characters: usize) -> u64 {
    let size = if characters < 4 {
        characters as u64
    } else {
        4 + u64::from(characters > 6)
    };
    spread(kind as u64 * 64 + case * 8 + size)
}

/// How a token of letters may be written, by what [`TokenFeatures::of_short`] asks of it, a bit each.
/// Beside it stands its hash.
static CASES: [(u8, u64); 32] = cases();

const HAS_LETTERS: u32 = 1;
const HAS_CAPITALS: u32 = 2;
const ALL_CAPITALS: u32 = 4;
const ONE_LETTER: u32 = 8;
const CAPITAL_FIRST: u32 = 16;

// Run by the compiler, where a wrong index is an error of the build.
#[allow(clippy::indexing_slicing)]
const fn cases() -> [(u8, u64); 32] {
    let mut cases = [(0, 0); 32];
    let mut bits = 0;
    while bits < 32 {
        let asked = bits as u32;
        let case = if asked & HAS_LETTERS == 0 {
            NO_LETTERS
        } else if asked & HAS_CAPITALS == 0 {
            SMALL
        } else if asked & ALL_CAPITALS != 0 {
            if asked & ONE_LETTER != 0 {
                LONE_CAPITAL
            } else {
                CAPITALS
            }
        } else if asked & CAPITAL_FIRST != 0 {
            CAPITALIZED
        } else {
            MIXED
        };
        cases[bits] = (case, spread(case as u64));
        bits += 1;
    }
    cases
}

/// The features of tokens that are not short, by the last bits of their numbers. In a text of another script a
/// sentence may end behind each token, and each time some twenty tokens around are asked for.
#[derive(Debug, Default)]
pub(super) struct SlowTokens([(Span, TokenFeatures); SLOW_TOKENS]);

/// More than are asked for at one place.
const SLOW_TOKENS: usize = 32;

impl SlowTokens {
    /// The features of the token of a text with a number.
    #[inline(never)]
    fn get(&mut self, text: &str, index: usize, (span, kind): (Span, TokenKind)) -> TokenFeatures {
        let Some(kept) = self.0.get_mut(index % SLOW_TOKENS) else {
            return TokenFeatures::default();
        };
        // A place that was never used has an empty span.
        if kept.0 != span || span.is_empty() {
            *kept = (span, TokenFeatures::of(span.of(text), kind));
        }
        kept.1
    }
}

impl TokenFeatures {
    /// The features of the token of a text with a number.
    #[inline]
    pub(super) fn at(
        text: &str,
        index: usize,
        (span, kind): (Span, TokenKind),
        slow: &mut SlowTokens,
    ) -> Self {
        let head = text.as_bytes().get(span.start()..);
        let head = head.and_then(<[u8]>::first_chunk);
        head.and_then(|head| Self::of_short(u128::from_le_bytes(*head), span.len(), kind))
            .unwrap_or_else(|| slow.get(text, index, (span, kind)))
    }

    /// The suffix of the token of a text with a number, alone.
    #[inline]
    pub(super) fn suffix_at(
        text: &str,
        index: usize,
        (span, kind): (Span, TokenKind),
        slow: &mut SlowTokens,
    ) -> u64 {
        let head = text.as_bytes().get(span.start()..);
        let head = head.and_then(<[u8]>::first_chunk);
        let short = head.and_then(|head| short(u128::from_le_bytes(*head), span.len()));
        match short {
            Some((found, length)) => {
                hash_last_three(found.lower as u64, last_eight(&found, length), length)
            }
            None => slow.get(text, index, (span, kind)).suffix,
        }
    }

    /// The features of a short token of ASCII and French letters, without a branch on its letters:
    /// of the first `length` bytes of some.
    #[inline]
    fn of_short(bytes: u128, length: usize, kind: TokenKind) -> Option<Self> {
        let (found, length) = short(bytes, length)?;
        let (letters, capitals) = (found.letters, found.capitals);
        let capital_first = capitals & 1 | found.leads & capitals >> 1 & 1;
        let bit = |is: bool, bit: u32| u32::from(is) * bit;
        let asked = bit(letters != 0, HAS_LETTERS)
            | bit(capitals != 0, HAS_CAPITALS)
            | bit(letters == capitals, ALL_CAPITALS)
            | bit(letters & letters.wrapping_sub(1) == 0, ONE_LETTER)
            | bit(capital_first != 0, CAPITAL_FIRST);
        let (case, case_hash) = *CASES.get(asked as usize)?;
        let first = found.lower as u64;
        let last = last_eight(&found, length);
        let characters = length - found.leads.count_ones() as usize;
        Some(Self {
            norm: hash_ends(first, last, length),
            suffix: hash_last_three(first, last, length),
            case: case_hash,
            shape: shape(kind, case.into(), characters),
        })
    }

    fn of(text: &str, kind: TokenKind) -> Self {
        // Typographic texts have the one, treebanks the other.
        let text = if text == "…" { "..." } else { text };
        let bytes = text.as_bytes();
        let (norm, tail, length, letters, capitals);
        if text.is_ascii() {
            let count = |(letters, capitals), byte: &u8| {
                let letter = byte.is_ascii_alphabetic();
                (
                    letters + usize::from(letter),
                    capitals + usize::from(byte.is_ascii_uppercase()),
                )
            };
            (letters, capitals) = bytes.iter().fold((0, 0), count);
            length = bytes.len();
            norm = hash(bytes);
            tail = hash(end_of(bytes, 3));
        } else {
            let (mut all, mut of_these, mut capital) = (0, 0, 0);
            for c in chars::letters(text) {
                all += 1;
                of_these += usize::from(matches!(c, 'à'..='ö') || c.is_alphabetic());
                capital += usize::from(!matches!(c, 'ß'..='ÿ') && c.is_uppercase());
            }
            (length, letters, capitals) = (all, of_these, capital);
            let folded = Folded::of(text);
            norm = folded.hash();
            tail = hash(end_of(folded.bytes(), 3));
        }
        let case = match (letters, capitals) {
            (0, _) => NO_LETTERS,
            (_, 0) => SMALL,
            (1, 1) => LONE_CAPITAL,
            _ if letters == capitals => CAPITALS,
            _ if text.starts_with(char::is_uppercase) => CAPITALIZED,
            _ => MIXED,
        };
        let case = u64::from(case);
        Self {
            norm,
            suffix: tail,
            case: spread(case),
            shape: shape(kind, case, length),
        }
    }
}

/// The letters of a short token of ASCII and French letters, and its length, where `’` is `'`: of the
/// first `length` bytes of some.
#[inline]
fn short(bytes: u128, length: usize) -> Option<(Letters, usize)> {
    let unused = 16_usize.checked_sub(length)?;
    let token = bytes & u128::MAX.checked_shr(8 * unused as u32)?;
    let found = lanes::letters(token);
    if found.latin {
        return Some((found, length));
    }
    // `l’` as `l'`.
    let elided = length.checked_sub(3)?;
    let sign = (token >> (8 * elided)) as u32 ^ u32::from_le_bytes([0xe2, 0x80, 0x99, 0]);
    let letters = token & !(u128::MAX << (8 * elided));
    let token = letters | u128::from(b'\'') << (8 * elided);
    let found = lanes::letters(token);
    (sign == 0 && found.latin).then_some((found, elided + 1))
}

/// The last eight bytes of a short token in lower case, with zeros before those of a shorter one.
#[inline]
fn last_eight(found: &Letters, length: usize) -> u64 {
    (found.lower.wrapping_shl(128 - 8 * length as u32) >> 64) as u64
}

fn end_of(bytes: &[u8], length: usize) -> &[u8] {
    bytes
        .get(bytes.len().saturating_sub(length)..)
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(token: &str) {
        let text = format!("{token} and so on, sixteen bytes");
        let kind = TokenKind::Word;
        let (span, mut slow) = (Span::from_usize(0, token.len()), SlowTokens::default());
        let quick = TokenFeatures::at(&text, 0, (span, kind), &mut slow);
        assert_eq!(quick, TokenFeatures::of(token, kind), "{token:?}");
        let suffix = TokenFeatures::suffix_at(&text, 0, (span, kind), &mut slow);
        assert_eq!(suffix, quick.suffix, "{token:?}");
    }

    #[test]
    fn short_tokens_have_the_same_features() {
        for c in '\0'..='\u{250}' {
            for token in [
                format!("{c}"),
                format!("a{c}"),
                format!("{c}B{c}"),
                format!("E{c}’"),
            ] {
                check(&token);
            }
        }
        for token in [
            "",
            "l’",
            "’",
            "aujourd’hui",
            "…",
            "...",
            "«",
            "ÉTATS",
            "N’",
            "sixteen bytes ok",
        ] {
            check(token);
        }
    }

    proptest! {
        #[test]
        fn any_token_has_the_same_features(token in "[a-zA-Zà-ÿÀ-Þ’'0-9.-]{0,20}") {
            check(&token);
        }
    }
}
