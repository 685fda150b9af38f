//! Half-open byte ranges.

use std::fmt;
use std::ops::{Index, Range};

use serde::{Deserialize, Serialize};

use crate::error::{Error, Kind};

/// A half-open range of bytes, `start..end`, in one text.
///
/// Offsets count UTF-8 bytes and stand on character boundaries. Everything in a
/// [`Document`](crate::Document) refers to its text by spans, and the text is never edited.
///
/// ```
/// use griot::Span;
///
/// let text = "L’été à Niamey";
/// let span = Span::new(13, 19);
/// assert_eq!(span.get(text), Some("Niamey"));
/// assert_eq!(&text[span], "Niamey");
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(try_from = "RawSpan")]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span from `start` to `end`; an end before the start gives the empty span at `start`.
    pub const fn new(start: u32, end: u32) -> Self {
        let end = if end < start { start } else { end };
        Self { start, end }
    }

    /// The first byte.
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last one.
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// How many bytes it covers.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers no byte.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same as a standard range.
    pub const fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The text under the span; `None` where it leaves the text or cuts a character.
    pub fn get(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// Whether the byte at `offset` lies inside.
    pub const fn contains(self, offset: usize) -> bool {
        self.start() <= offset && offset < self.end()
    }

    /// Whether `other` lies inside, equal spans included.
    pub const fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Span) -> bool {
        let start = if self.start > other.start {
            self.start
        } else {
            other.start
        };
        let end = if self.end < other.end {
            self.end
        } else {
            other.end
        };
        start < end
    }

    /// The text under a span that the crate itself made; never panics.
    pub(crate) fn of(self, text: &str) -> &str {
        self.get(text).unwrap_or_default()
    }

    /// From offsets into a text whose length fits `u32`, which every text in a document does.
    pub(crate) fn from_usize(start: usize, end: usize) -> Self {
        Self::new(clamp(start), clamp(end))
    }
}

/// Refuses a text that `u32` offsets cannot count. Takes a length, so that a test need not
/// own such a text.
pub(crate) fn check_length(length: usize) -> Result<(), Error> {
    if u32::try_from(length).is_err() {
        return Err(Kind::TooLong { length }.into());
    }
    Ok(())
}

/// Offsets into an admitted text fit `u32`; see [`check_length`].
pub(crate) fn clamp(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// The last character boundary at or before `offset`.
pub(crate) fn boundary(text: &str, offset: usize) -> usize {
    (0..=offset.min(text.len()))
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or_default()
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl From<Range<u32>> for Span {
    fn from(range: Range<u32>) -> Self {
        Self::new(range.start, range.end)
    }
}

impl From<Span> for Range<usize> {
    fn from(span: Span) -> Self {
        span.range()
    }
}

/// Like `&text[span.range()]`, with the panics of that; [`Span::get`] has none.
impl Index<Span> for str {
    type Output = str;

    #[expect(clippy::string_slice, reason = "this is the panicking way to slice")]
    fn index(&self, span: Span) -> &str {
        &self[span.range()]
    }
}

/// What is read before it is known to be a span.
#[derive(Deserialize)]
struct RawSpan {
    start: u32,
    end: u32,
}

impl TryFrom<RawSpan> for Span {
    type Error = String;

    fn try_from(raw: RawSpan) -> Result<Self, String> {
        if raw.end < raw.start {
            return Err(format!(
                "span {}..{} ends before it starts",
                raw.start, raw.end
            ));
        }
        Ok(Self::new(raw.start, raw.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_offsets_cannot_count_is_refused() {
        assert!(check_length(u32::MAX as usize).is_ok());
        let error = check_length(u32::MAX as usize + 1).unwrap_err();
        assert!(error.is_too_long());
        assert!(error.to_string().contains("4294967296 bytes"), "{error}");
    }

    #[test]
    fn half_open() {
        let a = Span::new(2, 5);
        let b = Span::new(5, 7);
        assert!(a.contains(2) && a.contains(4) && !a.contains(5));
        assert!(!a.overlaps(b) && a.overlaps(Span::new(4, 6)));
        assert!(a.covers(a) && a.covers(Span::new(3, 4)) && !a.covers(b));
        assert_eq!((a.len(), Span::new(4, 1).is_empty()), (3, true));
    }

    #[test]
    fn cuts_no_character() {
        assert_eq!(Span::new(0, 1).get("é"), None);
        assert_eq!(Span::new(0, 9).get("é"), None);
        assert_eq!(Span::new(0, 2).get("é"), Some("é"));
    }
}
