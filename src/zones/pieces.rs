//! The parts of a text: its lines, and the pieces cut off them.

use crate::document::ZoneKind;
use crate::span::Span;

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Where the line begins, with the pieces that were cut off.
    pub(super) head: u32,
    /// Where its story begins: the part that no piece has taken.
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) kind: ZoneKind,
    /// True if its kind is known.
    pub(super) settled: bool,
    /// True if a blank line comes before it.
    pub(super) apart: bool,
    /// True if it belongs to a paragraph that is wrapped at a fixed width.
    pub(super) wrapped: bool,
    /// True if a sentence ends with it.
    pub(super) ends: bool,
    /// True if it begins with a lower-case letter.
    pub(super) small: bool,
}

impl Line {
    pub(super) fn of<'a>(&self, text: &'a str) -> &'a str {
        Span::new(self.start, self.end).of(text)
    }

    /// The line with the pieces that were cut off its start.
    pub(super) fn all<'a>(&self, text: &'a str) -> &'a str {
        Span::new(self.head, self.end).of(text)
    }

    pub(super) fn settle(&mut self, kind: ZoneKind) {
        (self.kind, self.settled) = (kind, true);
    }
}

/// A piece that was cut off a line. It reaches to the start of what comes next.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) start: u32,
    pub(super) kind: ZoneKind,
}
