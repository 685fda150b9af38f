//! A batch of tokens on its way from the tokenizer to the splitter, with what the tokenizer saw of
//! each.

use super::lanes;
use super::starts::{self, CAPITAL, COMMA, KNOWN, NO_START};
use crate::document::TokenKind;
use crate::span::{Span, clamp};

/// How many tokens a batch has. [`NonBoundaries`] has a bit for each.
pub(crate) const BATCH: usize = 32;

/// A token that was just cut: the bytes from `start` to `end`, without `end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: TokenKind,
    /// What the fast path knows of it, as [`PLAIN`].
    pub(super) told: u8,
}

/// The token is a word or a number without a full stop.
pub(super) const PLAIN: u8 = 16;
/// No sentence ends after the token, whatever follows.
pub(super) const NON_BOUNDARY: u8 = 32;
/// The token is a mark of one byte.
pub(super) const MARK: u8 = 64;
/// Between the token and the one before it there is one plain space or nothing.
const NEAR: u8 = 128;
const _: () =
    assert!((PLAIN | NON_BOUNDARY | MARK) & (NO_START | CAPITAL | KNOWN | COMMA | NEAR) == 0);

impl Cut {
    #[inline]
    pub(super) fn new(start: usize, end: usize, kind: TokenKind) -> Self {
        Self {
            start,
            end,
            kind,
            told: 0,
        }
    }

    #[inline]
    pub(super) fn told(self, told: u8) -> Self {
        Self { told, ..self }
    }

    #[inline]
    pub(super) fn span(&self) -> Span {
        Span::from_usize(self.start, self.end)
    }
}

/// The tokens of a batch after which no sentence can end, a bit each.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct NonBoundaries {
    /// The tokens after which no sentence ends, whatever came before.
    pub(super) tokens: u32,
    /// Those of them that begin with a capital.
    pub(super) capitals: u32,
}

/// A batch of neighbouring tokens.
#[derive(Clone, Debug)]
pub(crate) struct Batch {
    start: [u32; BATCH],
    end: [u32; BATCH],
    kind: [TokenKind; BATCH],
    length: usize,
    non_boundaries: NonBoundaries,
}

impl Batch {
    pub(crate) const fn new() -> Self {
        Self {
            start: [0; BATCH],
            end: [0; BATCH],
            kind: [TokenKind::Other; BATCH],
            length: 0,
            non_boundaries: NonBoundaries {
                tokens: 0,
                capitals: 0,
            },
        }
    }

    /// Takes the next tokens of a text. The batch is full, except at the end of the text.
    #[inline(always)]
    pub(super) fn fill(&mut self, text: &[u8], mut next: impl FnMut() -> Option<Cut>) {
        let (mut seen, mut length, mut before) = ([0; BATCH], 0_u32, 0);
        let rows = self.start.iter_mut().zip(&mut self.end).zip(&mut self.kind);
        for (((start, end), kind), seen) in rows.zip(&mut seen) {
            let Some(cut) = next() else { break };
            *start = clamp(cut.start);
            *end = clamp(cut.end);
            *kind = cut.kind;
            let near = u8::from(starts::is_near(text, before, cut.start)) * NEAR;
            *seen = starts::begin(text, cut.start) | cut.told | near;
            before = cut.end;
            length += 1;
        }
        self.length = length as usize;
        let [near, starts, plain, commas, non_boundaries, capital] = [
            NEAR,
            NEAR | NO_START,
            KNOWN | PLAIN,
            COMMA | MARK,
            NON_BOUNDARY,
            CAPITAL,
        ]
        .map(|it| lanes::having(&seen, it));
        // The token after the last one is not in the batch.
        let last = u32::from(starts::begins_none(text, before));
        let starts = starts >> 1 | last.wrapping_shl(length.wrapping_sub(1));
        let tokens = non_boundaries | plain & starts | commas & near >> 1;
        let capitals = tokens & capital;
        self.non_boundaries = NonBoundaries { tokens, capitals };
    }

    pub(crate) fn len(&self) -> usize {
        self.length
    }

    #[inline]
    pub(super) fn get(&self, index: usize) -> Option<(Span, TokenKind)> {
        self.row(index).filter(|_| index < self.length)
    }

    /// The token in a row, whatever the length of the batch.
    #[inline]
    pub(super) fn row(&self, index: usize) -> Option<(Span, TokenKind)> {
        let (start, end) = (self.start.get(index)?, self.end.get(index)?);
        Some((Span::new(*start, *end), *self.kind.get(index)?))
    }

    #[inline]
    pub(super) fn iter(&self) -> impl Iterator<Item = (Span, TokenKind)> {
        let rows = self.start.iter().zip(&self.end).zip(&self.kind);
        rows.take(self.length)
            .map(|((start, end), kind)| (Span::new(*start, *end), *kind))
    }

    pub(crate) fn non_boundaries(&self) -> NonBoundaries {
        self.non_boundaries
    }

    pub(crate) fn starts(&self) -> &[u32] {
        self.start.get(..self.length).unwrap_or_default()
    }

    pub(crate) fn ends(&self) -> &[u32] {
        self.end.get(..self.length).unwrap_or_default()
    }

    pub(crate) fn kinds(&self) -> &[TokenKind] {
        self.kind.get(..self.length).unwrap_or_default()
    }
}
