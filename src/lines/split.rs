//! Splits a text into lines, several bytes at a time.

use super::is_line_break;

/// Returns where the line that begins at `start` ends, and where the next line begins.
pub(crate) fn line_end(text: &str, start: usize) -> (usize, usize) {
    let bytes = text.as_bytes();
    let mut at = start;
    while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
        at += until_break(rest);
        // The last two bytes of U+2028 and U+2029 identify them as well as all three do.
        let first = if bytes.get(at) == Some(&0x80) {
            at - 1
        } else {
            at
        };
        let c = text.get(first..).and_then(|rest| rest.chars().next());
        if let Some(c) = c.filter(|c| is_line_break(*c)) {
            let pair = c == '\r' && bytes.get(at + 1) == Some(&b'\n');
            return (first, first + c.len_utf8() + usize::from(pair));
        }
        at += 1;
    }
    (text.len(), text.len())
}

/// The number of bytes that are examined together.
const WIDTH: usize = 32;

/// The number of bytes before a control character, or before two bytes that may be the end of
/// U+0085, U+2028 or U+2029.
fn until_break(bytes: &[u8]) -> usize {
    let breaks = |byte: u8, next: u8| {
        (byte < 0x0e) | ((byte == 0xc2) & (next == 0x85)) | ((byte == 0x80) & (next & 0xfe == 0xa8))
    };
    let mut at = 0;
    // All bytes are examined, without an early exit, so that the compiler makes a few vector
    // instructions of it.
    while let Some(block) = bytes
        .get(at..)
        .and_then(<[u8]>::first_chunk::<{ WIDTH + 1 }>)
    {
        let pairs = block.iter().zip(block.iter().skip(1));
        let found = pairs.fold(false, |found, (byte, next)| found | breaks(*byte, *next));
        if found {
            break;
        }
        at += WIDTH;
    }
    let rest = bytes.get(at..).unwrap_or_default();
    let mut pairs = rest.iter().zip(rest.iter().skip(1).chain([&0]));
    at + pairs
        .position(|(byte, next)| breaks(*byte, *next))
        .unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn lines_end_where_they_break(text in "([aé’è«Å\u{a9}倨 ]{0,40}[\n\r\u{b}\u{85}\u{2028}\u{2029}]?){0,6}") {
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
