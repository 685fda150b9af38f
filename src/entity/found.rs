//! An entity that the rules or the tagger found, before it becomes a row of the document.

use std::ops::Range;

use super::scan::Scan;
use crate::document::layers::EntityRow;
use crate::document::{EntitySource, Label, Modifier};
use crate::span::{Span, clamp};

/// An entity that was found, with its half-open range of tokens.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) tokens: Range<usize>,
    pub(super) label: Label,
    pub(super) source: EntitySource,
    pub(super) score: f32,
    pub(super) id: Option<String>,
    pub(super) value: Option<String>,
    pub(super) modifier: Option<Modifier>,
    pub(super) title: Option<Span>,
    /// The name of the town that a club has.
    pub(super) place: Option<String>,
}

impl Found {
    pub(super) fn new(
        tokens: Range<usize>,
        label: Label,
        source: EntitySource,
        score: f32,
    ) -> Self {
        Self {
            tokens,
            label,
            source,
            score,
            id: None,
            value: None,
            modifier: None,
            title: None,
            place: None,
        }
    }

    pub(super) fn into_row(self, scan: &Scan<'_>) -> EntityRow {
        let whole = self.source == EntitySource::User;
        EntityRow {
            tail: if whole {
                0
            } else {
                scan.possessive(self.tokens.clone())
            },
            tokens: clamp(self.tokens.start)..clamp(self.tokens.end),
            label: self.label,
            id: self.id.map(Into::into),
            value: self.value.map(Into::into),
            modifier: self.modifier,
            source: self.source,
            score: self.score,
            title: self.title,
            place: self.place.map(Into::into),
            parent: None,
        }
    }
}
