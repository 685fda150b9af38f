//! A normal form with the way back to the original.

use std::borrow::Cow;
use std::ops::Range;

use crate::span::{Span, clamp};

/// The normal form of a text, which converts spans between the original and the form.
/// [`Normalizer::map`](super::Normalizer::map) makes it.
///
/// It stores only the stretches whose length or number of characters changed. In a French text
/// these are mostly the apostrophes. A capital that became a small letter of the same length takes
/// no memory.
#[derive(Clone, Debug)]
pub struct Normalized<'a> {
    source: &'a str,
    text: Cow<'a, str>,
    changes: Vec<Change>,
}

/// A stretch of the original and its stretch of the normal form.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change {
    original: Span,
    normal: Span,
}

impl Change {
    pub(super) fn new(original: Range<usize>, normal: Range<usize>) -> Self {
        Self {
            original: Span::from_usize(original.start, original.end),
            normal: Span::from_usize(normal.start, normal.end),
        }
    }
}

impl<'a> Normalized<'a> {
    pub(super) fn new(source: &'a str, text: Cow<'a, str>, changes: Vec<Change>) -> Self {
        Self {
            source,
            text,
            changes,
        }
    }

    /// Returns the normal form.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the normal form. It is borrowed from the original if the two are the same.
    pub fn into_text(self) -> Cow<'a, str> {
        self.text
    }

    /// Converts a span of the normal form into a span of the original, both in bytes.
    ///
    /// The result runs from the first byte of the original that went into the span to the last. If
    /// the span covers a part of a stretch that cannot be divided, such as the `f` of `ﬁ`, the
    /// result covers the whole stretch. Marks and invisible characters that were removed go with
    /// the letter before them.
    ///
    /// Returns `None` if the span reaches beyond the normal form, or begins or ends inside a
    /// character of it.
    pub fn original(&self, span: Span) -> Option<Span> {
        span.get(&self.text)?;
        Some(self.across(span, |change| (change.normal, change.original)))
    }

    /// Converts a span of the original into a span of the normal form, both in bytes.
    ///
    /// A stretch that is covered in part is covered whole, as in [`original`](Self::original). The
    /// result is empty if all of the span was removed.
    ///
    /// Returns `None` if the span reaches beyond the original, or begins or ends inside a character
    /// of it.
    pub fn normal(&self, span: Span) -> Option<Span> {
        span.get(self.source)?;
        Some(self.across(span, |change| (change.original, change.normal)))
    }

    /// Converts a span. `sides` gives the two sides of a change: first the side of the span, then
    /// the side of the result.
    fn across(&self, span: Span, sides: impl Fn(&Change) -> (Span, Span)) -> Span {
        let before = |offset: usize, or_at: bool| {
            let is_before = |change: &Change| {
                let start = sides(change).0.start();
                start < offset || or_at && start == offset
            };
            let index = self.changes.partition_point(is_before).checked_sub(1);
            index.and_then(|it| self.changes.get(it)).map(&sides)
        };
        let start = match before(span.start(), true) {
            Some((here, there)) if span.start() < here.end() => there.start(),
            Some((here, there)) => there.end() + (span.start() - here.end()),
            None => span.start(),
        };
        let end = match before(span.end(), false) {
            Some((here, there)) if span.end() < here.end() => there.end(),
            Some((here, there)) => there.end() + (span.end() - here.end()),
            None => span.end(),
        };
        Span::new(clamp(start), clamp(end))
    }
}
