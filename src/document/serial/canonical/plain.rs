//! Which bytes stand in a string of JSON as they are.

/// How many bytes stand before the first that ends a plain string: a quotation mark, a backslash or a control
/// character.
pub(super) fn plain(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::MAX / 255;
    const HIGH: u64 = ONES << 7;
    // The lowest high bit that is set stands at the first byte less than `below`. Higher ones may be wrong.
    let less = |lanes: u64, below: u8| lanes.wrapping_sub(ONES * u64::from(below)) & !lanes & HIGH;
    let equal = |lanes: u64, byte: u8| less(lanes ^ (ONES * u64::from(byte)), 1);
    let (chunks, rest) = bytes.as_chunks();
    for (before, chunk) in chunks.iter().enumerate() {
        let lanes = u64::from_le_bytes(*chunk);
        let ends = equal(lanes, b'"') | equal(lanes, b'\\') | less(lanes, b' ');
        if ends != 0 {
            return 8 * before + ends.trailing_zeros() as usize / 8;
        }
    }
    let ends = |byte: &u8| matches!(byte, b'"' | b'\\' | ..b' ');
    let last = rest.iter().position(ends).unwrap_or(rest.len());
    8 * chunks.len() + last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_string_ends_at_the_first_mark() {
        for mark in ["\"", "\\", "\n", "\u{1f}", "\0"] {
            for length in 0..40 {
                let text = format!("{}{mark}\"{}", "é€a!".repeat(length), "x\\\n".repeat(9));
                assert_eq!(plain(text.as_bytes()), 7 * length, "{text:?}");
            }
        }
        assert_eq!(plain("à l’œil".as_bytes()), "à l’œil".len());
    }
}
