//! Which bytes stand in a string of JSON as they are.

use super::super::super::lanes::{LANES, equal, less};

/// How many bytes stand before the first that ends a plain string: a quotation mark, a backslash or a control
/// character.
pub(super) fn plain(bytes: &[u8]) -> usize {
    let (chunks, rest) = bytes.as_chunks();
    for (before, chunk) in chunks.iter().enumerate() {
        let lanes = u64::from_le_bytes(*chunk);
        let ends = equal(lanes, b'"') | equal(lanes, b'\\') | less(lanes, b' ');
        if ends != 0 {
            return LANES * before + ends.trailing_zeros() as usize / 8;
        }
    }
    let ends = |byte: &u8| matches!(byte, b'"' | b'\\' | ..b' ');
    let last = rest.iter().position(ends).unwrap_or(rest.len());
    LANES * chunks.len() + last
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
