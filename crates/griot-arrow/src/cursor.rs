//! [`Cursor`]: the offsets of rows in order, in the unit that is written.

use griot::Span;
use griot::document::OffsetUnit;

/// Converts the spans of rows, which are sorted by start. Each stretch of the text is counted once.
pub(crate) struct Cursor<'a> {
    text: &'a str,
    unit: OffsetUnit,
    byte: usize,
    units: usize,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(text: &'a str, unit: OffsetUnit) -> Self {
        // Every offset of ASCII is the same in all units.
        let unit = if text.is_ascii() {
            OffsetUnit::Bytes
        } else {
            unit
        };
        Self {
            text,
            unit,
            byte: 0,
            units: 0,
        }
    }

    /// Goes back to the beginning of the text.
    pub(crate) fn restart(&mut self) {
        (self.byte, self.units) = (0, 0);
    }

    /// The start and the end of a span that does not begin before the one before it.
    pub(crate) fn span(&mut self, span: Span) -> (i32, i32) {
        self.units += self.count(self.byte, span.start());
        self.byte = span.start();
        let end = self.units + self.count(span.start(), span.end());
        (offset(self.units), offset(end))
    }

    fn count(&self, start: usize, end: usize) -> usize {
        let bytes = self.text.as_bytes().get(start..end).unwrap_or_default();
        let begins = |byte: &u8| byte & 0b1100_0000 != 0b1000_0000;
        let characters = || bytes.iter().filter(|byte| begins(byte)).count();
        match self.unit {
            OffsetUnit::Chars => characters(),
            // Characters of four bytes are two units.
            OffsetUnit::Utf16 => characters() + bytes.iter().filter(|byte| **byte >= 0xf0).count(),
            _ => bytes.len(),
        }
    }
}

/// An offset as a signed number. The greatest stands for those beyond, which only texts of more than 2 GiB
/// have.
pub(crate) fn offset(offset: usize) -> i32 {
    i32::try_from(offset).unwrap_or(i32::MAX)
}
