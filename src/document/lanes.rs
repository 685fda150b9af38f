//! Eight bytes at once, as the lanes of a number: the first byte is the lowest.

const ONES: u64 = u64::MAX / 255;
/// The highest bit of each lane.
pub(super) const HIGH: u64 = ONES << 7;
/// So many bytes a number has.
pub(super) const LANES: usize = 8;

/// The first bytes. Lanes behind the last byte are zero.
#[inline]
pub(super) fn first(bytes: &[u8]) -> u64 {
    if let Some(eight) = bytes.first_chunk() {
        return u64::from_le_bytes(*eight);
    }
    // The two halves may lie over each other.
    let behind = |count: usize| 8 * (bytes.len() - count);
    if let (Some(head), Some(tail)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let [head, tail] = [head, tail].map(|it| u64::from(u32::from_le_bytes(*it)));
        return head | tail << behind(4);
    }
    if let (Some(head), Some(tail)) = (bytes.first_chunk(), bytes.last_chunk()) {
        let [head, tail] = [head, tail].map(|it| u64::from(u16::from_le_bytes(*it)));
        return head | tail << behind(2);
    }
    bytes.first().copied().map_or(0, u64::from)
}

/// The first bytes of a token of so many bytes. `None` if it reaches beyond the text.
#[inline]
pub(super) fn at(text: &[u8], start: u32, length: u32) -> Option<u64> {
    let rest = text.get(start as usize..)?;
    match rest.first_chunk() {
        Some(eight) if length as usize <= rest.len() => {
            Some(u64::from_le_bytes(*eight) & mask(length))
        }
        _ => rest.get(..length as usize).map(first),
    }
}

/// A number of which the lanes of so many bytes have all bits.
#[inline]
pub(super) fn mask(bytes: u32) -> u64 {
    let beyond = 64 - 8 * bytes.min(LANES as u32);
    u64::MAX.checked_shr(beyond).unwrap_or_default()
}

/// A number of which each lane is this byte.
#[inline]
pub(super) fn all(byte: u8) -> u64 {
    ONES * u64::from(byte)
}

/// Not zero if a byte is less than `below`, which is 128 at most. The lowest high bit that is set stands at the
/// first such byte; higher ones may be wrong.
#[inline]
pub(super) fn less(lanes: u64, below: u8) -> u64 {
    lanes.wrapping_sub(all(below)) & !lanes & HIGH
}

/// Not zero if a byte is equal to `byte`, as [`less`] says it.
#[inline]
pub(super) fn equal(lanes: u64, byte: u8) -> u64 {
    less(lanes ^ all(byte), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bytes_are_the_lowest_lanes() {
        for length in 0..12 {
            let bytes: Vec<u8> = (1..=length).collect();
            let number = bytes.iter().take(LANES).rev();
            let number = number.fold(0, |number, byte| number << 8 | u64::from(*byte));
            assert_eq!(first(&bytes), number);
            assert_eq!(mask(length.into()) & number, number);
            assert_eq!(
                mask(length.into()).count_ones(),
                8 * u32::from(length.min(8))
            );
        }
    }

    #[test]
    fn a_token_is_read_wherever_it_stands() {
        let text = "aé, bonjour aé bonjournal aé".as_bytes();
        for start in 0..=text.len() {
            for length in 0..=text.len() - start {
                let token = first(&text[start..start + length]);
                assert_eq!(at(text, start as u32, length as u32), Some(token));
            }
            assert_eq!(
                at(text, start as u32, (text.len() - start + 1) as u32),
                None
            );
        }
        assert_eq!(at(text, u32::MAX, 0), None);
    }

    #[test]
    fn a_byte_is_found_in_each_lane() {
        for lane in 0..LANES {
            for byte in 0..=u8::MAX {
                let mut bytes = [b'x'; LANES];
                bytes[lane] = byte;
                let lanes = u64::from_le_bytes(bytes);
                let at = |found: u64| (found != 0).then(|| found.trailing_zeros() as usize / 8);
                assert_eq!(at(less(lanes, b'x')), (byte < b'x').then_some(lane));
                let equal = equal(lanes, byte);
                assert_eq!(at(equal), Some(if byte == b'x' { 0 } else { lane }));
            }
        }
    }
}
