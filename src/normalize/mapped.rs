//! A normal form that knows where everything was.

use std::borrow::Cow;
use std::ops::Range;

use crate::span::{Span, clamp};

/// The normal form of a text, with the way between the offsets of both. Made by
/// [`Normalizer::map`](super::Normalizer::map).
///
/// It remembers only the stretches whose bytes were moved or regrouped: of French mostly the
/// apostrophes, none where a capital became a small letter of the same length.
#[derive(Clone, Debug)]
pub struct Normalized<'a> {
    text: Cow<'a, str>,
    changes: Vec<Change>,
}

/// A stretch of the original and what it became.
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
    pub(super) fn new(text: Cow<'a, str>, changes: Vec<Change>) -> Self {
        Self { text, changes }
    }

    /// The normal form.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The normal form, borrowed from the original where the two are the same.
    pub fn into_text(self) -> Cow<'a, str> {
        self.text
    }

    /// Where a span of the normal form stood in the original: from the first byte that went into it
    /// to the last. A span that cuts what cannot be cut, as one letter of the two of `ﬁ`, takes
    /// all of it. Marks and invisible characters that were taken away go with the letter before them.
    pub fn original(&self, span: Span) -> Span {
        self.across(span, |change| (change.normal, change.original))
    }

    /// Where a span of the original stands in the normal form, in the same way. It is empty where
    /// nothing is left of it.
    pub fn normal(&self, span: Span) -> Span {
        self.across(span, |change| (change.original, change.normal))
    }

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
