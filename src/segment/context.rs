//! The features of a place between two tokens, made of the words around it.

use super::boundary::BoundaryModel;
use super::chars;
use super::features::{ENDINGS, Features, LATE, Slots};
use super::lanes::{self, Letters};
use super::splitter::{Source, Splitter, Terminator};
use crate::document::TokenKind;
use crate::lang::list::{Folded, hash, hash_ends, hash_last_three};
use crate::span::Span;

/// The hash of a small number.
#[inline]
const fn spread(number: u64) -> u64 {
    let product = (number + 1).wrapping_mul(0xd6e8_feb8_6659_fd93);
    product ^ product >> 32
}

/// What the features use of a token, as hashes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct TokenFeatures {
    /// The token in lower case.
    norm: u64,
    /// The last three bytes in lower case.
    suffix: u64,
    /// How it is written: in small letters, with a capital, in capitals, as a single capital,
    /// without letters.
    case: u64,
    /// The kind, the case and the length.
    shape: u64,
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

impl TokenFeatures {
    /// The features of the token of a text at `span`.
    #[inline]
    fn at(text: &str, span: Span, kind: TokenKind) -> Self {
        let head = text.as_bytes().get(span.start()..);
        let head = head.and_then(<[u8]>::first_chunk);
        head.and_then(|head| Self::of_short(u128::from_le_bytes(*head), span.len(), kind))
            .unwrap_or_else(|| Self::of(span.of(text), kind))
    }

    /// The suffix of the token of a text at `span`, alone.
    #[inline]
    fn suffix_at(text: &str, span: Span) -> u64 {
        let head = text.as_bytes().get(span.start()..);
        let head = head.and_then(<[u8]>::first_chunk);
        let short = head.and_then(|head| short(u128::from_le_bytes(*head), span.len()));
        match short {
            Some((found, length)) => {
                hash_last_three(found.lower as u64, last_eight(&found, length), length)
            }
            // The kind is no part of the suffix.
            None => Self::of(span.of(text), TokenKind::Word).suffix,
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

/// What a mark is to [`Splitter::coming`]; 0 for anything else.
fn mark_number(text: &str) -> u64 {
    match text {
        "." => 1,
        "!" | "?" | "…" | "..." => 2,
        ":" => 3,
        ";" => 4,
        "," => 5,
        _ => 0,
    }
}

impl<T: Source, J: BoundaryModel> Splitter<'_, T, J> {
    fn token_features(&self, index: usize) -> TokenFeatures {
        self.features_of(self.tokens.get(index))
    }

    fn features_of(&self, token: Option<(Span, TokenKind)>) -> TokenFeatures {
        token.map_or_else(TokenFeatures::default, |(span, kind)| {
            TokenFeatures::at(self.text, span, kind)
        })
    }

    /// The features of the place after the token at `index`, or the probability of an end, if the first
    /// few leave no doubt.
    pub(super) fn features(&self, index: usize, stop: bool) -> Result<Features, f32> {
        let open = &self.open;
        let start = open.start;
        let before = |back: usize| match index.checked_sub(back) {
            Some(at) if at >= start => self.token_features(at),
            _ => TokenFeatures::default(),
        };
        let head_at = self.head(index + 1);
        let (last, head) = (before(0), self.token_features(head_at));
        // Find the last word before the marks at the end.
        let mut back = 0;
        while back < 3 && index > start + back && self.kind(index - back) == TokenKind::Punctuation
        {
            back += 1;
        }
        let word = if back == 0 { last } else { before(back) };
        let list = self.rules.stops.function;
        let small = |token_features: TokenFeatures, at: usize| {
            spread(
                list.holds_hashed(token_features.norm, || self.token(at))
                    .into(),
            )
        };
        let word_small = small(word, index.saturating_sub(back));
        let head_small = small(head, head_at);
        let punctuated = if back > 0 { last.norm } else { 0 };
        let mark = spread(open.seen as u64 * 2 + u64::from(stop)) ^ punctuated;

        let mut slots = Slots::new(mark);
        let early = [
            slots.next([]),
            slots.next([word.norm]),
            slots.next([word.shape]),
            slots.next([word.suffix]),
            slots.next([head.norm]),
            slots.next([head.shape]),
            slots.next([head.suffix]),
            slots.next([word.shape, head.shape]),
            slots.next([word.case, head.norm]),
            slots.next([word.norm, head.case]),
            slots.next([word_small, head_small, word.case, head.case]),
        ];
        if let Some(boundary_model) = &self.boundary_model
            && let Some(likely) = boundary_model.by_first(stop, &early)
        {
            return Err(likely);
        }

        let (word2, word3) = (before(back + 1), before(back + 2));
        let (head2, head3) = (
            self.token_features(head_at + 1),
            self.token_features(head_at + 2),
        );
        let first = self.features_of(open.first);
        let next = if head_at == index + 1 {
            head
        } else {
            self.token_features(index + 1)
        };
        let length = index + 1 - start;
        let size = spread(match length {
            0..=3 => length,
            4..=5 => 4,
            6..=8 => 5,
            9..=14 => 6,
            15..=24 => 7,
            25..=40 => 8,
            _ => 9,
        } as u64);
        let capitals = spread((4 * open.capitals / length) as u64);
        let opened = if head_at > index + 1 { next.norm } else { 0 };
        let spaces = spread(self.spaces(index) * 4 + self.spaces(index + 1));
        let coming = spread(self.coming(index + 1));
        let within = spread(u64::from(open.quoted) * 2 + u64::from(open.depth > 0));
        let last_end = spread(open.recent.last());
        let ends = spread(open.recent.counts());
        let bare = spread(u64::from(open.seen == Terminator::Nothing));

        let words: [u16; LATE - ENDINGS] = [
            slots.next([opened]),
            slots.next([opened, head.case]),
            slots.next([word.norm, head.norm]),
            slots.next([word2.norm]),
            slots.next([word2.shape]),
            slots.next([word2.norm, word.norm]),
            slots.next([word2.case, word.case, head.case]),
            slots.next([word3.norm]),
            slots.next([head2.norm]),
            slots.next([head2.shape]),
            slots.next([head2.suffix]),
            slots.next([head.norm, head2.norm]),
            slots.next([head.case, head2.case, head3.case]),
            slots.next([head_small, head2.case, head3.case, word.case]),
            slots.next([head3.norm]),
            slots.next([word_small, head_small, size]),
            slots.next([word_small, head_small, within]),
            slots.next([size]),
            slots.next([size, capitals]),
            slots.next([size, word.case, head.case]),
            slots.next([capitals, head_small]),
            slots.next([first.norm]),
            slots.next([first.shape, size]),
            slots.next([within, opened]),
            slots.next([within, spaces]),
            slots.next([spaces, opened]),
            slots.next([coming]),
            slots.next([coming, head_small]),
            slots.next([coming, size]),
            // A word that begins sentences does so after any mark.
            slots.unmark().next([head.norm]),
            slots.next([head.norm, head2.norm]),
            slots.next([head.norm, head2.case]),
            slots.next([head.suffix, head.case]),
            slots.next([head_small, head.case, head2.case, head3.case]),
            slots.next([word.norm]),
            slots.next([mark, last_end]),
            slots.next([mark, ends]),
            slots.next([mark, last_end, word.case, head.case]),
            slots.next([mark, ends, size]),
            slots.next([mark, ends, head_small, word_small]),
            slots.next([mark, ends, head.case, head2.case]),
            slots.next([mark, spread(open.recent.last_two()), word.case]),
            slots.next([mark, ends, head.shape]),
            slots.next([first.norm, size]),
            slots.next([first.case, word.case, head.case, size]),
            slots.next([word.norm, next.case, head2.norm]),
        ];
        slots.next([]);
        let suffix = |back: usize| {
            let token = index.checked_sub(back).filter(|at| *at >= start);
            let token = token.and_then(|at| self.tokens.get(at));
            token.map_or(0, |(span, _)| TokenFeatures::suffix_at(self.text, span))
        };
        let mut late = [0; LATE];
        if let Some((first, endings)) = late.split_first_chunk_mut() {
            *first = words;
            for (at, ending) in endings.iter_mut().enumerate() {
                *ending = slots.again([suffix(at), bare]);
            }
        }
        Ok(Features { early, late })
    }

    /// What follows a token: nothing, a plain space, or other white space.
    fn spaces(&self, index: usize) -> u64 {
        let (Some((span, _)), Some((next, _))) =
            (self.tokens.get(index), self.tokens.get(index + 1))
        else {
            return 0;
        };
        match next.start() - span.end() {
            0 => 0,
            1 if self.text.as_bytes().get(span.end()) == Some(&b' ') => 1,
            _ => 2,
        }
    }

    /// The next stop, colon or comma: how far it is, which mark it is, and whether small words
    /// stand before it.
    fn coming(&self, index: usize) -> u64 {
        let mut distance = 0;
        let mut smalls = 0;
        let mut mark = 0;
        for at in index..index + 12 {
            let Some((span, _)) = self.tokens.get(at) else {
                break;
            };
            let Some(first) = self.text.as_bytes().get(span.start()) else {
                break;
            };
            // Most tokens: no mark begins so.
            let letter = first.is_ascii_alphabetic() || *first >= 0x80 && *first != 0xe2;
            mark = if letter {
                0
            } else {
                mark_number(span.of(self.text))
            };
            if mark != 0 {
                break;
            }
            distance += 1;
            smalls += u64::from(if first.is_ascii() {
                first.is_ascii_lowercase()
            } else {
                span.of(self.text).starts_with(char::is_lowercase)
            });
        }
        let distance: u64 = match distance {
            0..=2 => distance,
            3..=5 => 3,
            6..=11 => 4,
            _ => 5,
        };
        (distance * 4 + smalls.min(3)) * 8 + mark
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(token: &str) {
        let text = format!("{token} and so on, sixteen bytes");
        let kind = TokenKind::Word;
        let quick = TokenFeatures::at(&text, Span::from_usize(0, token.len()), kind);
        assert_eq!(quick, TokenFeatures::of(token, kind), "{token:?}");
        let suffix = TokenFeatures::suffix_at(&text, Span::from_usize(0, token.len()));
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
