//! Tokens on their way from the tokenizer: so many at once, and what it saw of them.

use super::calm::{self, CALM, CAPITAL, KNOWN};
use super::lanes;
use crate::document::TokenKind;
use crate::span::{Span, clamp};

/// How many tokens a batch holds: a bit of [`Quiet`] each.
pub(crate) const BATCH: usize = 32;

/// A token as it is cut off: from byte `start` to before `end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cut {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: TokenKind,
    /// What the fast path tells of it: a bit each of [`PLAIN`] and [`QUIET`].
    pub(super) told: u8,
}

/// It is a word or a number without a full stop.
pub(super) const PLAIN: u8 = 8;
/// No sentence ends after it, whatever comes.
pub(super) const QUIET: u8 = 16;
const _: () = assert!((PLAIN | QUIET) & (CALM | CAPITAL | KNOWN) == 0);

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

/// What need not be asked about the tokens of a batch, a bit each.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Quiet {
    /// Those after which no sentence ends, whatever came before.
    pub(super) tokens: u32,
    /// Those of them that begin with a capital.
    pub(super) capitals: u32,
}

/// Tokens that follow each other.
#[derive(Clone, Debug)]
pub(crate) struct Batch {
    start: [u32; BATCH],
    end: [u32; BATCH],
    kind: [TokenKind; BATCH],
    length: usize,
    quiet: Quiet,
}

impl Batch {
    pub(crate) const fn new() -> Self {
        Self {
            start: [0; BATCH],
            end: [0; BATCH],
            kind: [TokenKind::Other; BATCH],
            length: 0,
            quiet: Quiet {
                tokens: 0,
                capitals: 0,
            },
        }
    }

    /// Takes the next tokens of a text, as many as there is room for; fewer only where there are no
    /// more.
    #[inline(always)]
    pub(super) fn fill(&mut self, text: &[u8], mut next: impl FnMut() -> Option<Cut>) {
        let (mut seen, mut length, mut before) = ([0; BATCH], 0_u32, 0);
        let rows = self.start.iter_mut().zip(&mut self.end).zip(&mut self.kind);
        for (((start, end), kind), seen) in rows.zip(&mut seen) {
            let Some(cut) = next() else { break };
            *start = clamp(cut.start);
            *end = clamp(cut.end);
            *kind = cut.kind;
            let near = calm::is_near(text, before, cut.start);
            let hidden = u8::from(!near) * CALM;
            *seen = calm::begin(text, cut.start) & !hidden | cut.told;
            before = cut.end;
            length += 1;
        }
        self.length = length as usize;
        let [calm, plain, quiet, capital] =
            [CALM, KNOWN | PLAIN, QUIET, CAPITAL].map(|it| lanes::having(&seen, it));
        // What comes after the last one is not in the batch.
        let last = u32::from(calm::is_calm(text, before));
        let calm = calm >> 1 | last.wrapping_shl(length.wrapping_sub(1));
        let tokens = quiet | plain & calm;
        let capitals = tokens & capital;
        self.quiet = Quiet { tokens, capitals };
    }

    pub(crate) fn len(&self) -> usize {
        self.length
    }

    #[inline]
    pub(super) fn get(&self, index: usize) -> Option<(Span, TokenKind)> {
        let (start, end) = (self.start.get(index)?, self.end.get(index)?);
        let there = index < self.length;
        there.then_some((Span::new(*start, *end), *self.kind.get(index)?))
    }

    #[inline]
    pub(super) fn iter(&self) -> impl Iterator<Item = (Span, TokenKind)> {
        let rows = self.start.iter().zip(&self.end).zip(&self.kind);
        rows.take(self.length)
            .map(|((start, end), kind)| (Span::new(*start, *end), *kind))
    }

    pub(crate) fn quiet(&self) -> Quiet {
        self.quiet
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
