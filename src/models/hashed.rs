//! Hashes of the features of linear models. A model stores only hashes, not the features
//! themselves.

/// The hash of a text. Upper and lower case differ.
#[cfg(feature = "entities")]
pub(crate) fn text(bytes: &[u8]) -> u64 {
    let (words, rest) = bytes.as_chunks::<8>();
    let mut hash = bytes.len() as u64;
    for word in words
        .iter()
        .map(|word| u64::from_le_bytes(*word))
        .chain([last(bytes, rest)])
    {
        hash = (hash.rotate_left(29) ^ word).wrapping_mul(FACTOR);
    }
    spread(hash)
}

/// The rest of some bytes, fewer than eight, with zeros behind them: by reads that overlap.
#[cfg(feature = "entities")]
fn last(bytes: &[u8], rest: &[u8]) -> u64 {
    let bits = 8 * rest.len() as u32;
    if let Some(eight) = bytes.last_chunk() {
        u64::from_le_bytes(*eight)
            .checked_shr(64 - bits)
            .unwrap_or_default()
    } else if let (Some(first), Some(last)) = (rest.first_chunk(), rest.last_chunk()) {
        u64::from(u32::from_le_bytes(*first)) | u64::from(u32::from_le_bytes(*last)) << (bits - 32)
    } else {
        let bytes = rest.iter().rev();
        bytes.fold(0, |sum, byte| sum << 8 | u64::from(*byte))
    }
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

#[cfg(feature = "entities")]
pub(crate) const FACTOR: u64 = 0x517c_c1b7_2722_0a95;
#[cfg(feature = "entities")]
pub(crate) const SLOT: u64 = 0x9e37_79b9_7f4a_7c15;

#[cfg(test)]
#[cfg(feature = "entities")]
mod tests {
    use super::*;

    #[test]
    fn the_rest_is_padded_with_zeros() {
        let bytes: Vec<u8> = (1..=20).collect();
        for length in 0..=bytes.len() {
            let bytes = &bytes[..length];
            let (_, rest) = bytes.as_chunks::<8>();
            let mut padded = [0; 8];
            padded[..rest.len()].copy_from_slice(rest);
            assert_eq!(last(bytes, rest), u64::from_le_bytes(padded), "{length}");
        }
    }
}
