//! [`Sentence`]: a view of one sentence of a document.

use std::fmt;
use std::ops::Range;

use super::layers::{CERTAIN, Layers};
use super::place::by_place;
use super::{DocumentRef, EndReason, Entity, Token, ZoneKind};
use crate::language::Language;
use crate::span::Span;

/// A sentence of a document.
///
/// It is a view: an index into the document's layers, and cheap to copy.
///
/// ```
/// let document = griot::Pipeline::new()?.process("Bamako a réagi. Moscou se tait.")?;
/// let first = document.view().sentence(0).unwrap();
/// assert_eq!(first.text(), "Bamako a réagi.");
/// assert_eq!(first.token_range(), 0..4);
/// assert_eq!(first.next().map(|it| it.text()), Some("Moscou se tait."));
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Sentence<'a> {
    document: DocumentRef<'a>,
    index: usize,
}

by_place!(Sentence);

impl fmt::Debug for Sentence<'_> {
    /// Shows the sentence, not the whole document.
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

    fn place(self) -> (*const Layers, usize) {
        (std::ptr::from_ref(self.document.layers()), self.index)
    }

    /// The index of the sentence in the document, from 0.
    pub fn index(self) -> usize {
        self.index
    }

    /// The indices of its tokens. There is at least one.
    pub fn token_range(self) -> Range<usize> {
        self.document.layers().sentences.tokens(self.index)
    }

    /// The byte span from the start of its first token to the end of its last one.
    pub fn span(self) -> Span {
        self.document.layers().tokens.span_of(self.token_range())
    }

    /// The text of the sentence, without the white space around it.
    pub fn text(self) -> &'a str {
        self.span().of(self.document.text())
    }

    /// The tokens of the sentence.
    pub fn tokens(self) -> impl DoubleEndedIterator<Item = Token<'a>> + ExactSizeIterator {
        self.document.tokens_at(self.token_range())
    }

    /// The entities that begin in the sentence, including nested ones.
    pub fn entities(self) -> impl Iterator<Item = Entity<'a>> {
        let rows = &self.document.layers().entities;
        let tokens = self.token_range();
        let first = rows.partition_point(|row| row.range().start < tokens.start);
        let last = rows.partition_point(|row| row.range().start < tokens.end);
        let document = self.document;
        (first..last).map(move |index| Entity::new(document, index))
    }

    /// Why the sentence ends where it does.
    pub fn end_reason(self) -> EndReason {
        let reasons = &self.document.layers().sentences.reason;
        reasons
            .get(self.index)
            .copied()
            .unwrap_or(EndReason::EndOfText)
    }

    /// How certain the end of the sentence is, from 0 to 1. It is 1 if a rule found the end, and
    /// less if a model decided it.
    pub fn score(self) -> f32 {
        let scores = &self.document.layers().sentences.score;
        let score = scores.get(self.index).copied().unwrap_or(CERTAIN);
        // Three decimal places are enough to keep all 256 values distinct.
        (f32::from(score) / f32::from(CERTAIN) * 1000.0).round() / 1000.0
    }

    /// The kind of the zone that holds the sentence. `None` if the layer of zones was not made.
    pub fn zone(self) -> Option<ZoneKind> {
        self.document.token(self.token_range().start)?.zone()
    }

    /// The language of the sentence.
    pub fn language(self) -> Language {
        let first = self.document.token(self.token_range().start);
        first.map_or(Language::UNDETERMINED, Token::language)
    }

    /// The sentence before this one.
    pub fn previous(self) -> Option<Self> {
        self.document.sentence(self.index.checked_sub(1)?)
    }

    /// The sentence after this one.
    pub fn next(self) -> Option<Self> {
        self.document.sentence(self.index + 1)
    }
}
