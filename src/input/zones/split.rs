//! Lines, fast.

use crate::document::is_line_break;

/// Where the line from `start` on ends, and where the next one begins.
pub(super) fn line_end(text: &str, start: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        at += until_break(rest);
        let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) else {
            break;
        };
        if is_line_break(c) {
            let pair = c == '\r' && bytes.get(at + 1) == Some(&b'\n');
            return (at, at + c.len_utf8() + usize::from(pair));
        }
        at += c.len_utf8();
    }
    (text.len(), text.len())
}

/// How many bytes come before one that may begin a line break: a control, or the first byte of
/// U+0085 and U+2028, with which `«` and `’` begin too. Eight at a time.
fn until_break(bytes: &[u8]) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = 0x80 * EACH;
    let begins = |byte: &u8| matches!(byte, 0..0x0e | 0xc2 | 0xe2);
    let mut at = 0;
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let eight = u64::from_le_bytes(*eight);
        let other = (eight | (0x20 * EACH)) ^ (0xe2 * EACH);
        // The lowest of the high bits that this leaves is right; those above it may not be.
        let control = eight.wrapping_sub(0x0e * EACH) & !eight;
        let leading = other.wrapping_sub(EACH) & !other;
        let found = (control | leading) & HIGH;
        if found != 0 {
            return at + found.trailing_zeros() as usize / 8;
        }
        at += 8;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().position(begins).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn eight_bytes_at_a_time_are_as_one(bytes: Vec<u8>, text in "[a-é’«\n\r\u{85}\u{2028} ]{0,40}") {
            for bytes in [&bytes[..], text.as_bytes()] {
                let begins = |byte: &u8| matches!(byte, 0..0x0e | 0xc2 | 0xe2);
                let naive = bytes.iter().position(begins).unwrap_or(bytes.len());
                prop_assert_eq!(until_break(bytes), naive);
            }
        }

        #[test]
        fn lines_end_where_they_break(text in "[aé’«\n\r\u{b}\u{85}\u{2028}\u{2029} ]{0,40}") {
            let (mut start, mut lines) = (0, Vec::new());
            while start < text.len() {
                let (end, next) = line_end(&text, start);
                lines.push(&text[start..end]);
                start = next;
            }
            let joined = text.replace("\r\n", "\n");
            let mut naive: Vec<_> = joined.split(is_line_break).collect();
            if naive.last() == Some(&"") {
                naive.pop();
            }
            prop_assert_eq!(lines, naive);
        }
    }
}
