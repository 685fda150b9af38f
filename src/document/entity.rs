//! One entity, seen in its document.

use std::fmt;
use std::ops::Range;

use super::layers::EntityRow;
use super::{DocumentRef, EntitySource, Label, Modifier, Sentence, Token};
use crate::span::{Span, clamp};

/// A name, a date or a quantity: a view on one entity of a document.
#[derive(Clone, Copy)]
pub struct Entity<'a> {
    document: DocumentRef<'a>,
    index: usize,
}

impl fmt::Debug for Entity<'_> {
    /// What it is; not all of the document that it is a view on.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entity")
            .field("index", &self.index)
            .field("span", &self.span())
            .field("text", &self.text())
            .field("label", &self.label())
            .field("id", &self.id())
            .field("value", &self.value())
            .finish_non_exhaustive()
    }
}

impl<'a> Entity<'a> {
    pub(super) fn new(document: DocumentRef<'a>, index: usize) -> Self {
        Self { document, index }
    }

    fn row(self) -> Option<&'a EntityRow> {
        self.document.layers().entities.get(self.index)
    }

    /// Its number in the document, from 0.
    pub fn index(self) -> usize {
        self.index
    }

    /// The numbers of its tokens; there is at least one.
    pub fn token_range(self) -> Range<usize> {
        self.row().map_or(0..0, EntityRow::range)
    }

    /// Its bytes: those of its tokens, without the `'s` or the apostrophe of a genitive in English,
    /// Dutch and German, so that the name in `Russia's` is `Russia`.
    pub fn span(self) -> Span {
        let tokens = self.document.layers().tokens.span_of(self.token_range());
        let tail = self.row().map_or(0, |row| usize::from(row.tail));
        let end = clamp(tokens.end().saturating_sub(tail));
        Span::new(clamp(tokens.start()), end)
    }

    /// Its text.
    pub fn text(self) -> &'a str {
        self.span().of(self.document.text())
    }

    /// Its tokens.
    pub fn tokens(self) -> impl DoubleEndedIterator<Item = Token<'a>> + ExactSizeIterator {
        self.document.tokens_at(self.token_range())
    }

    /// What kind of thing it is.
    pub fn label(self) -> Label {
        self.row().map_or(Label::MISC, |row| row.label)
    }

    /// What it shares with the other mentions of the same thing in this document.
    pub fn id(self) -> Option<&'a str> {
        self.row()?.id.as_deref()
    }

    /// A date's value: `2024`, `2024-03`, `2024-03-26`, an interval `A/B`, the 19th
    /// century as `18`;
    /// `XXXX-03-26` where nobody said which year it is.
    pub fn value(self) -> Option<&'a str> {
        self.row()?.value.as_deref()
    }

    /// Which part of its period a date names.
    pub fn modifier(self) -> Option<Modifier> {
        self.row()?.modifier
    }

    /// What found it.
    pub fn source(self) -> EntitySource {
        self.row().map_or(EntitySource::Rule, |row| row.source)
    }

    /// How sure that is, from 0 to 1.
    pub fn score(self) -> f32 {
        self.row().map_or(0.0, |row| row.score)
    }

    /// The bytes of a person's title beside the name: `général`, `vice-ministre russe`.
    pub fn title_span(self) -> Option<Span> {
        self.row()?.title
    }

    /// A person's title.
    pub fn title(self) -> Option<&'a str> {
        Some(self.title_span()?.of(self.document.text()))
    }

    /// The sentence in which it begins.
    pub fn sentence(self) -> Option<Sentence<'a>> {
        self.document.token(self.token_range().start)?.sentence()
    }

    /// The smallest entity around it.
    pub fn parent(self) -> Option<Self> {
        let index = self.row()?.parent? as usize;
        Some(Self { index, ..self })
    }

    /// The entities inside it, at any depth.
    pub fn nested(self) -> impl Iterator<Item = Entity<'a>> {
        let end = self.token_range().end;
        let rest = self.index + 1..self.document.layers().entities.len();
        rest.map(move |index| Self { index, ..self })
            .take_while(move |entity| entity.token_range().start < end)
    }
}
