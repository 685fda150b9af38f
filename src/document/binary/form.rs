//! What the writer and the reader agree on.

use crate::models::checksum as checksum_from;

pub(super) const MAGIC: &[u8; 6] = b"griotd";
pub(super) const VERSION: u8 = 1;
/// The flag of a document with its text.
pub(super) const HAS_TEXT: u8 = 1;
/// Magic, version and flags, and the checksum.
pub(super) const HEADER: usize = 16;
/// The columns and the table of strings.
pub(super) const COLUMNS: usize = 14;

/// The codes of tokens.
pub(super) const NEW: u32 = 0;
pub(super) const ANOTHER_GAP: u32 = 1;
pub(super) const FIRST_TYPE: u32 = 2;

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
    checksum_from(bytes.len() as u64, bytes)
}

/// The checksum of a document.
pub(super) fn checksum(header: &[u8], rest: &[u8]) -> u64 {
    let start = header
        .first_chunk()
        .map_or(0, |first| u64::from_le_bytes(*first));
    checksum_from(sum(&start.to_le_bytes()), rest)
}
