//! What the rules ask about tokens.

use std::collections::HashSet;
use std::ops::Range;

use crate::document::layers::Layers;
use crate::document::{Stop, TokenKind};
use crate::lang::Rules;
use crate::lang::list::List;
use crate::span::Span;

/// A text and its tokens, sentences and normal forms.
pub(super) struct Scan<'a> {
    text: &'a str,
    layers: &'a Layers,
    pub(super) rules: &'static Rules,
    /// Normal forms that stand somewhere in the text without a capital.
    small: HashSet<&'a str>,
}

impl<'a> Scan<'a> {
    pub(super) fn new(text: &'a str, layers: &'a Layers, rules: &'static Rules) -> Self {
        let mut scan = Self {
            text,
            layers,
            rules,
            small: HashSet::new(),
        };
        for index in 0..layers.tokens.len() {
            if scan.kind(index) == TokenKind::Word && !scan.is_capitalised(index) {
                scan.small.insert(scan.norm(index));
            }
        }
        scan
    }

    pub(super) fn sentences(&self) -> impl Iterator<Item = Range<usize>> + use<'a> {
        let sentences = &self.layers.sentences;
        (0..sentences.len()).map(|index| sentences.tokens(index))
    }

    pub(super) fn span(&self, index: usize) -> Span {
        self.layers.tokens.span(index)
    }

    pub(super) fn span_of(&self, tokens: Range<usize>) -> Span {
        self.layers.tokens.span_of(tokens)
    }

    pub(super) fn text(&self, index: usize) -> &'a str {
        self.span(index).of(self.text)
    }

    pub(super) fn text_of(&self, tokens: Range<usize>) -> &'a str {
        self.span_of(tokens).of(self.text)
    }

    pub(super) fn kind(&self, index: usize) -> TokenKind {
        self.layers.tokens.kind(index)
    }

    /// The normal form; empty beyond the last token.
    pub(super) fn norm(&self, index: usize) -> &'a str {
        let id = self.layers.tokens.type_id.get(index);
        id.and_then(|id| self.layers.types.norms.get(*id as usize))
            .unwrap_or_default()
    }

    /// The white space before a token.
    pub(super) fn gap(&self, index: usize) -> &'a str {
        let before = index
            .checked_sub(1)
            .map_or(0, |before| self.span(before).end());
        self.text
            .get(before..self.span(index).start())
            .unwrap_or_default()
    }

    /// Whether the normal form stands in a sorted list.
    pub(super) fn is(&self, index: usize, list: List) -> bool {
        list.holds(self.norm(index))
    }

    pub(super) fn is_word(&self, index: usize) -> bool {
        self.kind(index) == TokenKind::Word
    }

    pub(super) fn is_capitalised(&self, index: usize) -> bool {
        self.text(index).starts_with(char::is_uppercase)
    }

    /// Two capitals or more and no small letter.
    pub(super) fn is_upper(&self, index: usize) -> bool {
        let text = self.text(index);
        text.chars().filter(|c| c.is_uppercase()).count() > 1
            && !text.chars().any(char::is_lowercase)
    }

    pub(super) fn is_stop(&self, index: usize) -> bool {
        self.rules.stop(self.norm(index)) != Stop::No
    }

    /// Whether the word stands elsewhere without a capital.
    pub(super) fn is_small_elsewhere(&self, index: usize) -> bool {
        self.small.contains(self.norm(index))
    }

    pub(super) fn digits(&self, index: usize) -> Option<u32> {
        let text = self.text(index);
        text.bytes()
            .all(|b| b.is_ascii_digit())
            .then(|| text.parse().ok())
            .flatten()
    }
}
