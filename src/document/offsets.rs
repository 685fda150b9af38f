//! [`Offsets`]: byte offsets in characters or UTF-16 units.

use crate::span::Span;

/// Converts byte offsets of a text into characters or UTF-16 units, and back.
///
/// To build it takes one pass over the text. A conversion then reads at most a few hundred bytes.
///
/// ```
/// use griot::{Offsets, Span};
///
/// let text = "L’été 🌍 à Niamey";
/// let offsets = Offsets::new(text);
/// let niamey = text.find("Niamey").unwrap();
/// assert_eq!(offsets.chars(niamey), Some(10));
/// assert_eq!(offsets.utf16(niamey), Some(11));
/// assert_eq!(offsets.from_utf16(11), Some(niamey));
/// assert_eq!(offsets.chars(2), None, "inside a character");
/// ```
#[derive(Clone, Debug)]
pub struct Offsets<'a> {
    text: &'a str,
    marks: Vec<Mark>,
}

/// One character boundary in all three units.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    byte: usize,
    chars: usize,
    utf16: usize,
}

impl Mark {
    fn after(self, c: char) -> Self {
        Self {
            byte: self.byte + c.len_utf8(),
            chars: self.chars + 1,
            utf16: self.utf16 + c.len_utf16(),
        }
    }
}

/// The distance between two marks in bytes, rounded up to a character boundary.
const STEP: usize = 256;

impl<'a> Offsets<'a> {
    /// Prepares the conversion of offsets into `text`.
    pub fn new(text: &'a str) -> Self {
        let mut marks = vec![Mark::default()];
        let mut here = Mark::default();
        for c in text.chars() {
            here = here.after(c);
            if here.byte >= STEP * marks.len() {
                marks.push(here);
            }
        }
        Self { text, marks }
    }

    /// The number of characters (Unicode code points) before the offset `byte`. `None` if the
    /// offset is beyond the text or inside a character.
    pub fn chars(&self, byte: usize) -> Option<usize> {
        self.find(byte, |mark| mark.byte).map(|mark| mark.chars)
    }

    /// The number of UTF-16 units before the offset `byte`. `None` if the offset is beyond the text
    /// or inside a character.
    pub fn utf16(&self, byte: usize) -> Option<usize> {
        self.find(byte, |mark| mark.byte).map(|mark| mark.utf16)
    }

    /// The start and end of a span in characters. `None` as for [`chars`](Self::chars).
    pub fn char_span(&self, span: Span) -> Option<(usize, usize)> {
        Some((self.chars(span.start())?, self.chars(span.end())?))
    }

    /// The start and end of a span in UTF-16 units. `None` as for [`utf16`](Self::utf16).
    pub fn utf16_span(&self, span: Span) -> Option<(usize, usize)> {
        Some((self.utf16(span.start())?, self.utf16(span.end())?))
    }

    /// The byte offset at which character number `chars` begins, counted from 0. `None` beyond the
    /// text.
    pub fn from_chars(&self, chars: usize) -> Option<usize> {
        self.find(chars, |mark| mark.chars).map(|mark| mark.byte)
    }

    /// The byte offset at which UTF-16 unit number `utf16` begins, counted from 0. `None` beyond
    /// the text or inside a character.
    pub fn from_utf16(&self, utf16: usize) -> Option<usize> {
        self.find(utf16, |mark| mark.utf16).map(|mark| mark.byte)
    }

    fn find(&self, wanted: usize, unit: impl Fn(Mark) -> usize) -> Option<Mark> {
        let next = self.marks.partition_point(|mark| unit(*mark) <= wanted);
        let mut here = *self.marks.get(next.checked_sub(1)?)?;
        let mut rest = self.text.get(here.byte..)?.chars();
        while unit(here) < wanted {
            here = here.after(rest.next()?);
        }
        (unit(here) == wanted).then_some(here)
    }
}
