//! One sentence, seen in its document.

use std::fmt;
use std::ops::Range;

use super::layers::CERTAIN;
use super::{DocumentRef, EndReason, Entity, Token, ZoneKind};
use crate::language::Language;
use crate::span::Span;

/// A view on one sentence of a document.
#[derive(Clone, Copy)]
pub struct Sentence<'a> {
    document: DocumentRef<'a>,
    index: usize,
}

impl fmt::Debug for Sentence<'_> {
    /// What it is; not all of the document that it is a view on.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sentence")
            .field("index", &self.index)
            .field("span", &self.span())
            .field("text", &self.text())
            .field("end_reason", &self.end_reason())
            .finish_non_exhaustive()
    }
}

impl<'a> Sentence<'a> {
    pub(super) fn new(document: DocumentRef<'a>, index: usize) -> Self {
        Self { document, index }
    }

    /// Its number in the document, from 0.
    pub fn index(self) -> usize {
        self.index
    }

    /// The numbers of its tokens; there is at least one.
    pub fn token_range(self) -> Range<usize> {
        self.document.layers().sentences.tokens(self.index)
    }

    /// From its first token to its last.
    pub fn span(self) -> Span {
        self.document.layers().tokens.span_of(self.token_range())
    }

    /// Its text, without the white space around it.
    pub fn text(self) -> &'a str {
        self.span().of(self.document.text())
    }

    /// Its tokens.
    pub fn tokens(self) -> impl DoubleEndedIterator<Item = Token<'a>> + ExactSizeIterator {
        self.document.tokens_at(self.token_range())
    }

    /// The entities that begin in it, nested ones too.
    pub fn entities(self) -> impl Iterator<Item = Entity<'a>> {
        let rows = &self.document.layers().entities;
        let tokens = self.token_range();
        let first = rows.partition_point(|row| row.range().start < tokens.start);
        let last = rows.partition_point(|row| row.range().start < tokens.end);
        let document = self.document;
        (first..last).map(move |index| Entity::new(document, index))
    }

    /// Why it ends where it does.
    pub fn end_reason(self) -> EndReason {
        let reasons = &self.document.layers().sentences.reason;
        reasons
            .get(self.index)
            .copied()
            .unwrap_or(EndReason::EndOfText)
    }

    /// How sure its end is: 1 where a rule found it, less where the model was asked.
    pub fn score(self) -> f32 {
        let scores = &self.document.layers().sentences.score;
        let score = scores.get(self.index).copied().unwrap_or(CERTAIN);
        // Three places tell all 256 values apart, and print short.
        (f32::from(score) / f32::from(CERTAIN) * 1000.0).round() / 1000.0
    }

    /// The zone that it stands in. `None` without the layer.
    pub fn zone(self) -> Option<ZoneKind> {
        self.document.token(self.token_range().start)?.zone()
    }

    /// Its language.
    pub fn language(self) -> Language {
        let first = self.document.token(self.token_range().start);
        first.map_or(Language::UNDETERMINED, Token::language)
    }

    /// The sentence before it.
    pub fn previous(self) -> Option<Self> {
        self.document.sentence(self.index.checked_sub(1)?)
    }

    /// The sentence after it.
    pub fn next(self) -> Option<Self> {
        self.document.sentence(self.index + 1)
    }
}
