//! Hashes of the features of linear models. A model stores only hashes, not the features
//! themselves.

/// The hash of a text. Upper and lower case differ.
#[cfg(feature = "entities")]
pub(crate) fn text(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut last = [0; 8];
    for (to, from) in last.iter_mut().zip(rest) {
        *to = *from;
    }
    let mut hash = bytes.len() as u64;
    for word in words.iter().chain([&last]) {
        hash = (hash.rotate_left(29) ^ u64::from_le_bytes(*word)).wrapping_mul(FACTOR);
    }
    spread(hash)
}

/// The hash of a small number.
pub(crate) fn spread(number: u64) -> u64 {
    let product = (number + 1).wrapping_mul(0xd6e8_feb8_6659_fd93);
    product ^ product >> 32
}

/// The feature with these values. Features in different slots differ even if their values are
/// equal.
#[cfg(feature = "entities")]
pub(crate) fn feature<const N: usize>(slot: u64, values: [u64; N]) -> u32 {
    let mut sum = slot.wrapping_mul(SLOT);
    for value in values {
        sum = (sum.rotate_left(29) ^ value).wrapping_mul(FACTOR);
    }
    (sum >> 32) as u32
}

/// The row of a feature in a table of `rows` rows, and the check byte that tells whether the row
/// belongs to it.
pub fn place(feature: u32, rows: usize) -> (usize, u8) {
    let row = (u64::from(feature) * rows as u64) >> 32;
    (row as usize, feature as u8)
}

pub(crate) const FACTOR: u64 = 0x517c_c1b7_2722_0a95;
pub(crate) const SLOT: u64 = 0x9e37_79b9_7f4a_7c15;
