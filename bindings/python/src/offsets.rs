//! [`Characters`]: byte offsets as offsets in characters, as Python counts.

/// The number of bytes between two marks. A conversion reads fewer than this.
const STEP: usize = 64;

/// Converts between offsets in bytes and in characters of one text. It is built in one pass. ASCII needs
/// no table.
#[derive(Debug, Default)]
pub(crate) struct Characters(Option<Vec<u32>>);

/// Whether a character begins with this byte.
fn begins(byte: &u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

fn count(bytes: &[u8]) -> u32 {
    // A text has at most `u32::MAX` bytes, and a block has 64.
    bytes.iter().map(|byte| u32::from(begins(byte))).sum()
}

impl Characters {
    /// Prepares the conversion of offsets of a text.
    pub(crate) fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self(None);
        }
        let mut before = 0;
        let mut marks = Vec::with_capacity(text.len() / STEP + 2);
        for block in text.as_bytes().chunks(STEP) {
            marks.push(before);
            before += count(block);
        }
        marks.push(before);
        Self(Some(marks))
    }

    /// The number of characters before a byte offset.
    pub(crate) fn before(&self, text: &str, byte: usize) -> usize {
        let Some(marks) = &self.0 else { return byte };
        let block = byte / STEP;
        let rest = text.as_bytes().get(block * STEP..byte).unwrap_or_default();
        marks.get(block).map_or(0, |mark| mark + count(rest)) as usize
    }

    /// The byte offset at which a character begins, counted from 0. `None` beyond the text.
    pub(crate) fn byte(&self, text: &str, character: usize) -> Option<usize> {
        let Some(marks) = &self.0 else {
            return (character <= text.len()).then_some(character);
        };
        let after = marks.partition_point(|mark| *mark as usize <= character);
        let block = after.checked_sub(1)?;
        let mut left = character - *marks.get(block)? as usize;
        let start = (block * STEP).min(text.len());
        for (at, byte) in text.as_bytes().iter().enumerate().skip(start) {
            if begins(byte) {
                if left == 0 {
                    return Some(at);
                }
                left -= 1;
            }
        }
        (left == 0).then_some(text.len())
    }
}
