//! Classes of 64 bytes as bits, sixteen bytes an instruction.

use wide::u8x16;

/// How many bytes are classed at once.
pub(super) const WIDTH: usize = 64;

/// Classes of the bytes of a text, a bit for each byte.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Masks {
    /// The bytes of Latin letters. The bytes 97 and B7 end × and ÷, so they do not count.
    pub(super) letters: u64,
    /// ASCII white space.
    pub(super) spaces: u64,
    /// `,`, `"` and `)`: marks that end a word and join nothing.
    pub(super) marks: u64,
    pub(super) stops: u64,
    /// `'`, and the byte E2, with which `’` begins.
    pub(super) quotes: u64,
}

#[inline]
pub(super) fn masks(block: &[u8; WIDTH]) -> Masks {
    let (mut letters, mut spaces, mut marks, mut stops, mut quotes) = (0, 0, 0, 0, 0);
    for (index, lane) in block.as_chunks::<16>().0.iter().enumerate() {
        let bytes = u8x16::new(*lane);
        let one = |byte| bytes.cmp_eq(u8x16::splat(byte));
        let small = bytes | u8x16::splat(0x20);
        // No text holds the bytes C0 and C1. 97 is B7 without the bit 0x20, so one comparison finds
        // both.
        let other = one(0xc2) | small.cmp_eq(u8x16::splat(0xb7));
        let beyond_ascii = among(bytes, 0x80, 0x4a) & !other;
        let letter = among(small, b'a', 26) | beyond_ascii;
        let space = one(b' ') | among(bytes, b'\t', 5);
        letters |= bits(letter) << (16 * index);
        spaces |= bits(space) << (16 * index);
        let mark = one(b',') | one(b'"') | one(b')');
        let quote = one(b'\'') | one(0xe2);
        marks |= bits(mark) << (16 * index);
        stops |= bits(one(b'.')) << (16 * index);
        quotes |= bits(quote) << (16 * index);
    }
    Masks {
        letters,
        spaces,
        marks,
        stops,
        quotes,
    }
}

/// The letters of a token. They mean nothing if it is not `latin`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letters {
    /// Whether the token has only ASCII and Latin letters that begin with the byte C3.
    pub(super) latin: bool,
    /// The token in lower case.
    pub(super) lower: u128,
    /// A bit for each letter, that of its last byte.
    pub(super) letters: u32,
    pub(super) capitals: u32,
    /// The bytes C3, a bit each.
    pub(super) leads: u32,
}

/// The letters of a token of up to sixteen bytes, with zeros behind it.
#[inline]
pub(super) fn letters(token: u128) -> Letters {
    let bytes = u8x16::new(token.to_le_bytes());
    let lead = bytes.cmp_eq(u8x16::splat(0xc3));
    let leads = bits(lead) as u32;
    let latin = bits(bytes) as u32 == leads | (leads << 1);
    // As 97 is B7 with the bit of small letters, one question is for × and ÷.
    let small = bytes | u8x16::splat(0x20);
    let rest = among(bytes, 0x80, 0x40) & !small.cmp_eq(u8x16::splat(0xb7));
    let letter = among(small, b'a', 26) | rest;
    let capital = among(bytes, b'A', 26) | rest & among(bytes, 0x80, 0x1f);
    let lower = bytes + (capital & u8x16::splat(0x20));
    Letters {
        latin,
        lower: u128::from_le_bytes(lower.to_array()),
        letters: bits(letter) as u32,
        capitals: bits(capital) as u32,
        leads,
    }
}

/// The bits of the bytes in which all bits of `all` are set.
#[inline]
pub(super) fn having(bytes: &[u8; 32], all: u8) -> u32 {
    let mut found = 0;
    for (index, lane) in bytes.as_chunks::<16>().0.iter().enumerate() {
        let all = u8x16::splat(all);
        let has = (u8x16::new(*lane) & all).cmp_eq(all);
        found |= (bits(has) as u32) << (16 * index);
    }
    found
}

/// Marks the bytes from `first` to `first + count - 1`.
#[inline]
fn among(bytes: u8x16, first: u8, count: u8) -> u8x16 {
    let beyond = bytes - u8x16::splat(first);
    beyond.min(u8x16::splat(count - 1)).cmp_eq(beyond)
}

#[inline]
fn bits(lanes: u8x16) -> u64 {
    // Only the low sixteen bits can be set. From `u32` no sign is extended.
    u64::from(lanes.move_mask() as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every byte in every place.
    #[test]
    fn bytes_are_in_their_classes() {
        for first in 0..=255_u8 {
            let mut block = [0; WIDTH];
            for (byte, number) in block.iter_mut().zip(0..) {
                *byte = first.wrapping_add(number);
            }
            let masks = masks(&block);
            for (index, byte) in block.iter().enumerate() {
                let letter = matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | 0xc3..=0xc9 | 0x80..=0xbf)
                    && !matches!(byte, 0x97 | 0xb7);
                let space = matches!(byte, b' ' | b'\t'..=b'\r');
                let all = [
                    (masks.letters, letter || matches!(byte, 0xc0 | 0xc1)),
                    (masks.spaces, space),
                    (masks.marks, matches!(byte, b',' | b'"' | b')')),
                    (masks.stops, *byte == b'.'),
                    (masks.quotes, matches!(byte, b'\'' | 0xe2)),
                ];
                for (mask, is) in all {
                    assert_eq!(mask >> index & 1 == 1, is, "{byte:x}");
                }
            }
        }
    }

    #[test]
    fn all_bits_are_asked_for() {
        let bytes: [u8; 32] = std::array::from_fn(|index| index as u8);
        for index in 0..32 {
            for bits in [1, 2, 5, 24] {
                let has = bytes[index] & bits == bits;
                assert_eq!(
                    having(&bytes, bits) >> index & 1 == 1,
                    has,
                    "{index} {bits}"
                );
            }
        }
    }
}
