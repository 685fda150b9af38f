//! [`Span`]: a half-open range of bytes in a text.

use std::fmt;
use std::ops::{Index, Range};

use serde::{Deserialize, Serialize};

use crate::error::{Error, Kind};

/// A half-open range of bytes, `start..end`, in a text.
///
/// Offsets count UTF-8 bytes. The spans of a [`Document`](crate::Document) lie within its text and
/// on character boundaries. A span holds no text: use it to index the text that it was made for.
///
/// `&text[span]` panics if the span does not fit the text. [`Span::get`] returns `None` instead.
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
    /// Creates the span `start..end`. If `end` is less than `start`, the span is empty and lies at
    /// `start`.
    pub const fn new(start: u32, end: u32) -> Self {
        let end = if end < start { start } else { end };
        Self { start, end }
    }

    /// The offset of the first byte.
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// The offset after the last byte.
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// The number of bytes in the span.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Returns true if the span has no bytes.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a standard range of byte offsets.
    pub const fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// Returns the part of `text` that the span covers. Returns `None` if the span reaches beyond
    /// the text or begins or ends inside a character.
    pub fn get(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }

    /// Returns true if the byte at `offset` lies in the span.
    pub const fn contains(self, offset: usize) -> bool {
        self.start() <= offset && offset < self.end()
    }

    /// Returns true if `other` lies inside this span or is equal to it.
    pub const fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Returns true if the two spans share at least one byte.
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

    /// The text that the span covers, or an empty string if the span does not fit the text. For
    /// spans that the crate itself made, which always fit.
    pub(crate) fn of(self, text: &str) -> &str {
        self.get(text).unwrap_or_default()
    }

    /// A span from offsets into a text whose length fits in `u32`. [`check_length`] makes sure of
    /// that for every document.
    pub(crate) fn from_usize(start: usize, end: usize) -> Self {
        Self::new(clamp(start), clamp(end))
    }
}

/// Returns an error if a text of this length is too long for `u32` offsets. It takes a length, so
/// that a test does not have to allocate such a text.
pub(crate) fn check_length(length: usize) -> Result<(), Error> {
    if u32::try_from(length).is_err() {
        return Err(Kind::TooLong { length }.into());
    }
    Ok(())
}

/// An offset as a `u32`. Offsets into a text that passed [`check_length`] always fit.
pub(crate) fn clamp(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}

/// The last character boundary of `text` that is at or before `offset`.
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

/// The same as `&text[span.range()]`, and it panics in the same cases: if the span reaches beyond
/// the text or cuts a character. [`Span::get`] does not panic.
impl Index<Span> for str {
    type Output = str;

    #[expect(clippy::string_slice, reason = "this is the panicking way to slice")]
    fn index(&self, span: Span) -> &str {
        &self[span.range()]
    }
}

/// The serialised form of a span, before it is checked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
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
