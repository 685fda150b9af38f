//! What the writer and the reader agree on.

use super::super::Pos;
use super::super::layers::Tokens;

pub(super) const MAGIC: &[u8; 6] = b"griotd";
pub(super) const VERSION: u8 = 1;
/// The flag of a document with its text.
pub(super) const HAS_TEXT: u8 = 1;
/// Magic, version and flags, and the checksum.
pub(super) const HEADER: usize = 16;
/// The columns and the table of strings.
pub(super) const COLUMNS: usize = 13;

/// The flags of tokens: whether the gap before one is 1 byte, and whether part of speech, lemma, guess and
/// features are those of the last token of the same type.
pub(super) const GAP: u32 = 1;
pub(super) const SAME: u32 = 2;
/// How many bits they are.
pub(super) const FLAGS: u32 = 2;

/// The codes of tokens, above their flags.
pub(super) const NEW: u32 = 0;
pub(super) const ANOTHER_GAP: u32 = 1;
pub(super) const FIRST_TYPE: u32 = 2;

/// The part of speech, the lemma and the features of a token.
#[derive(Clone, Copy, PartialEq)]
pub(super) struct Analysis {
    pub(super) pos: Pos,
    /// As in the column of tokens.
    pub(super) lemma: u32,
    pub(super) guess: bool,
    pub(super) morph: u16,
}

impl Analysis {
    pub(super) const NONE: Self = Self {
        pos: Pos::X,
        lemma: u32::MAX,
        guess: false,
        morph: 0,
    };

    /// That of a token. A layer that was not made says nothing.
    #[inline]
    pub(super) fn of(rows: &Tokens, index: usize) -> Self {
        let none = Self::NONE;
        Self {
            pos: rows.pos.get(index).copied().unwrap_or(none.pos),
            lemma: rows.lemma.get(index).copied().unwrap_or(none.lemma),
            guess: rows.guess.get(index).copied().unwrap_or(none.guess),
            morph: rows.morph.get(index).copied().unwrap_or(none.morph),
        }
    }
}

/// What the normal form of a type is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Norm {
    Surface,
    Lower,
    Other,
}

impl Norm {
    pub(super) fn of(norm: &str, surface: &str) -> Self {
        let lower = surface.bytes().map(|byte| byte.to_ascii_lowercase());
        if norm == surface {
            Self::Surface
        } else if norm.len() == surface.len() && norm.bytes().eq(lower) {
            Self::Lower
        } else {
            Self::Other
        }
    }

    pub(super) fn from(number: u8) -> Option<Self> {
        match number {
            0 => Some(Self::Surface),
            1 => Some(Self::Lower),
            2 => Some(Self::Other),
            _ => None,
        }
    }
}

/// The bytes of stems that are not the number of bytes to drop.
pub(super) struct Stem;

impl Stem {
    pub(super) const LONG: u8 = 254;
    pub(super) const OTHER: u8 = 255;
}

/// What the lemma of a token is.
#[derive(Clone, Copy)]
pub(super) enum Lemma {
    None,
    Known,
    New,
    Norm,
}

impl Lemma {
    /// So much of a normal form may be the beginning of a lemma, so that few bytes cannot ask for many.
    pub(super) const MOST_SHARED: usize = 63;

    pub(super) fn from(number: u8) -> Self {
        match number {
            0 => Self::None,
            1 => Self::Known,
            2 => Self::New,
            _ => Self::Norm,
        }
    }
}

/// The checksum of bytes alone.
pub(super) fn sum(bytes: &[u8]) -> u64 {
    sum_from(bytes.len() as u64, bytes)
}

/// The checksum of a document.
pub(super) fn checksum(header: &[u8], rest: &[u8]) -> u64 {
    let start = header
        .first_chunk()
        .map_or(0, |first| u64::from_le_bytes(*first));
    sum_from(sum(&start.to_le_bytes()), rest)
}

/// How many bytes are taken at once, and as how many numbers.
const BLOCK: usize = 32;
const WORDS: usize = 4;

fn sum_from(start: u64, bytes: &[u8]) -> u64 {
    let add = |sum: u64, word: u64| (sum.rotate_left(5) ^ word).wrapping_mul(0x517c_c1b7_2722_0a95);
    let mut sums = [start; WORDS];
    let mut block = |block: &[u8; BLOCK]| {
        let (words, _) = block.as_chunks();
        for (sum, word) in sums.iter_mut().zip(words) {
            *sum = add(*sum, u64::from_le_bytes(*word));
        }
    };
    let (blocks, rest) = bytes.as_chunks();
    blocks.iter().for_each(&mut block);
    if !rest.is_empty() {
        let mut last = [0; BLOCK];
        for (to, from) in last.iter_mut().zip(rest) {
            *to = *from;
        }
        block(&last);
    }
    sums.into_iter().fold(start, add)
}
