//! Classes of 64 bytes as bits, sixteen bytes an instruction.

use wide::u8x16;

/// How many bytes are classed at once.
pub(super) const WIDTH: usize = 64;

/// The bits of the bytes of Latin letters, and the bits of ASCII white space. The bytes 97 and B7
/// end × and ÷, so they do not count as letters.
#[inline]
pub(super) fn letters_and_spaces(block: &[u8; WIDTH]) -> (u64, u64) {
    let (mut letters, mut spaces) = (0, 0);
    for (index, lane) in block.as_chunks::<16>().0.iter().enumerate() {
        let bytes = u8x16::new(*lane);
        let small = bytes | u8x16::splat(0x20);
        let (ascii, leading) = (among(small, b'a', 26), among(bytes, 0xc3, 7));
        // 97 is B7 without the bit 0x20, so one comparison finds both.
        let rest = among(bytes, 0x80, 0x40) & !small.cmp_eq(u8x16::splat(0xb7));
        let blank = bytes.cmp_eq(u8x16::splat(b' ')) | among(bytes, b'\t', 5);
        letters |= bits(ascii | leading | rest) << (16 * index);
        spaces |= bits(blank) << (16 * index);
    }
    (letters, spaces)
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
    // Only the low sixteen bits can be set.
    lanes.move_mask() as u64
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
            let (letters, spaces) = letters_and_spaces(&block);
            for (index, byte) in block.iter().enumerate() {
                let letter = matches!(byte, b'a'..=b'z' | b'A'..=b'Z' | 0xc3..=0xc9 | 0x80..=0xbf)
                    && !matches!(byte, 0x97 | 0xb7);
                assert_eq!(letters >> index & 1 == 1, letter, "{byte:x}");
                let space = matches!(byte, b' ' | b'\t'..=b'\r');
                assert_eq!(spaces >> index & 1 == 1, space, "{byte:x}");
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
