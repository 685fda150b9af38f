//! What a text is cut into: its lines, and what is taken off them.

use crate::document::ZoneKind;
use crate::span::Span;

/// A line that is not blank.
#[derive(Clone, Copy, Debug)]
pub(super) struct Line {
    /// Where it begins, with what is taken off.
    pub(super) head: u32,
    /// Its story: what no piece has taken.
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) kind: ZoneKind,
    /// Whether it is known what it is.
    pub(super) settled: bool,
    /// Whether a blank line stands before it.
    pub(super) apart: bool,
    /// Whether it is one of a paragraph that is wrapped at a column.
    pub(super) wrapped: bool,
    /// Whether a sentence ends with it.
    pub(super) ends: bool,
    /// Whether it begins with a small letter.
    pub(super) small: bool,
}

impl Line {
    pub(super) fn of<'a>(&self, text: &'a str) -> &'a str {
        Span::new(self.start, self.end).of(text)
    }

    /// With what is taken off its head.
    pub(super) fn all<'a>(&self, text: &'a str) -> &'a str {
        Span::new(self.head, self.end).of(text)
    }

    pub(super) fn settle(&mut self, kind: ZoneKind) {
        (self.kind, self.settled) = (kind, true);
    }
}

/// What was taken off a line: it reaches to what comes next.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    pub(super) start: u32,
    pub(super) kind: ZoneKind,
}
