//! One token, seen in its document.

use std::fmt;

use super::{DocumentRef, Entity, Pos, Sentence, Shape, Stop, TokenKind, ZoneKind};
use crate::language::Language;
use crate::span::{Span, clamp};

/// A word, a number, a mark: a view on one token of a document.
#[derive(Clone, Copy)]
pub struct Token<'a> {
    document: DocumentRef<'a>,
    index: usize,
}

impl fmt::Debug for Token<'_> {
    /// What it is; not all of the document that it is a view on.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Token")
            .field("index", &self.index)
            .field("span", &self.span())
            .field("text", &self.text())
            .field("kind", &self.kind())
            .finish_non_exhaustive()
    }
}

impl<'a> Token<'a> {
    pub(super) fn new(document: DocumentRef<'a>, index: usize) -> Self {
        Self { document, index }
    }

    /// Its number in the document, from 0.
    pub fn index(self) -> usize {
        self.index
    }

    /// Its bytes.
    pub fn span(self) -> Span {
        self.document.layers().tokens.span(self.index)
    }

    /// Its text.
    pub fn text(self) -> &'a str {
        self.span().of(self.document.text())
    }

    /// What it is.
    pub fn kind(self) -> TokenKind {
        self.document.layers().tokens.kind(self.index)
    }

    fn type_id(self) -> Option<usize> {
        self.document.layers().tokens.type_of(self.index)
    }

    /// Its normal form: lower case, NFC, `’` as `'`; see [`norm_in`](crate::normalize::norm_in).
    /// `None` without the layer.
    pub fn norm(self) -> Option<&'a str> {
        self.document.layers().types.norms.get(self.type_id()?)
    }

    /// Its stem. `None` without the layer.
    pub fn stem(self) -> Option<&'a str> {
        self.document.layers().types.stem(self.type_id()?)
    }

    /// How dispensable it is. `None` without the layer.
    pub fn stop(self) -> Option<Stop> {
        self.document
            .layers()
            .types
            .stop
            .get(self.type_id()?)
            .copied()
    }

    /// Its shape. `None` without normal forms.
    pub fn shape(self) -> Option<Shape> {
        self.document
            .layers()
            .types
            .shape
            .get(self.type_id()?)
            .copied()
    }

    /// Its dictionary form. `None` without the layer, and for punctuation and symbols.
    pub fn lemma(self) -> Option<&'a str> {
        let layers = self.document.layers();
        let id = *layers.tokens.lemma.get(self.index)?;
        layers.lemmas.get(id as usize)
    }

    /// Whether its lemma is a guess: no list and no lexicon knew the word. `false` without the layer.
    pub fn is_lemma_guessed(self) -> bool {
        let guess = &self.document.layers().tokens.guess;
        guess.get(self.index).copied().unwrap_or_default()
    }

    /// Its part of speech. `None` without the layer.
    pub fn pos(self) -> Option<Pos> {
        self.document.layers().tokens.pos.get(self.index).copied()
    }

    /// The language around it.
    pub fn language(self) -> Language {
        let layers = self.document.layers();
        layers
            .languages
            .at(self.span().start())
            .unwrap_or(layers.language.language)
    }

    /// The language of the whole document.
    pub(super) fn main_language(self) -> Language {
        self.document.layers().language.language
    }

    /// The zone around it. `None` without the layer.
    pub fn zone(self) -> Option<ZoneKind> {
        self.document.layers().zones.at(self.span().start())
    }

    /// Whether it is a word.
    pub fn is_word(self) -> bool {
        self.kind() == TokenKind::Word
    }

    /// Whether it is a number.
    pub fn is_number(self) -> bool {
        self.kind() == TokenKind::Number
    }

    /// Whether it is a punctuation mark.
    pub fn is_punctuation(self) -> bool {
        self.kind() == TokenKind::Punctuation
    }

    /// Whether it is a symbol.
    pub fn is_symbol(self) -> bool {
        self.kind() == TokenKind::Symbol
    }

    /// Whether it is a web or e-mail address, a hashtag or a mention.
    pub fn is_address(self) -> bool {
        use TokenKind::{Email, Hashtag, Mention, Url};
        matches!(self.kind(), Url | Email | Hashtag | Mention)
    }

    /// Whether it is a stop word of either tier; `false` without the layer.
    pub fn is_stop(self) -> bool {
        self.stop().is_some_and(|stop| stop != Stop::No)
    }

    /// Whether it begins with a capital.
    pub fn is_capitalised(self) -> bool {
        self.text().chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether it has letters, and none of them is small.
    pub fn is_upper(self) -> bool {
        let text = self.text();
        text.chars().any(char::is_uppercase) && !text.chars().any(char::is_lowercase)
    }

    /// Whether it has letters, and none of them is a capital.
    pub fn is_lower(self) -> bool {
        let text = self.text();
        text.chars().any(char::is_lowercase) && !text.chars().any(char::is_uppercase)
    }

    /// Whether it is the first of its sentence.
    pub fn is_sentence_start(self) -> bool {
        self.sentence()
            .is_some_and(|sentence| sentence.token_range().start == self.index)
    }

    /// The white space before it.
    pub fn space_before(self) -> &'a str {
        let gap = self.document.gap(self.index);
        gap.get(gap.trim_end().len()..).unwrap_or_default()
    }

    /// The white space after it.
    pub fn space_after(self) -> &'a str {
        let gap = self.document.gap(self.index + 1);
        let end = gap.len() - gap.trim_start().len();
        gap.get(..end).unwrap_or_default()
    }

    /// The token before it.
    pub fn previous(self) -> Option<Self> {
        self.document.token(self.index.checked_sub(1)?)
    }

    /// The token after it.
    pub fn next(self) -> Option<Self> {
        self.document.token(self.index + 1)
    }

    /// The sentence that it stands in.
    pub fn sentence(self) -> Option<Sentence<'a>> {
        self.document
            .sentence(self.document.layers().sentences.of_token(self.index))
    }

    /// The outermost entity that it belongs to.
    pub fn entity(self) -> Option<Entity<'a>> {
        let rows = &self.document.layers().entities;
        let nearest = rows
            .partition_point(|row| row.range().start <= self.index)
            .checked_sub(1)?;
        // Entities are disjoint or nested: whatever holds the token holds the nearest one too.
        let around =
            std::iter::successors(Some(Entity::new(self.document, nearest)), |e| e.parent());
        around
            .filter(|entity| entity.token_range().contains(&self.index))
            .last()
    }

    /// Its number among the distinct tokens of the document: equal for equal letters, kind and
    /// language. `None` without normal forms. It means nothing in another document.
    pub fn type_number(self) -> Option<u32> {
        self.type_id().map(clamp)
    }
}
