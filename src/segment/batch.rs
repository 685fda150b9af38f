//! Tokens on their way from the tokenizer: so many at once, and what it saw of them.

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
    /// Whether no sentence ends after it, whatever came before. The tokenizer sees it of most
    /// tokens in passing.
    pub(super) quiet: bool,
    /// Whether it begins with a capital, if it is quiet.
    pub(super) capital: bool,
}

impl Cut {
    #[inline]
    pub(super) fn new(start: usize, end: usize, kind: TokenKind) -> Self {
        Self {
            start,
            end,
            kind,
            quiet: false,
            capital: false,
        }
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

    /// Takes the next tokens, as many as there is room for; fewer only where there are no more.
    #[inline(always)]
    pub(super) fn fill(&mut self, mut next: impl FnMut() -> Option<Cut>) {
        let (mut quiet, mut length) = (Quiet::default(), 0);
        let rows = self.start.iter_mut().zip(&mut self.end).zip(&mut self.kind);
        for (index, ((start, end), kind)) in rows.enumerate() {
            let Some(cut) = next() else { break };
            *start = clamp(cut.start);
            *end = clamp(cut.end);
            *kind = cut.kind;
            quiet.tokens |= u32::from(cut.quiet) << index;
            quiet.capitals |= u32::from(cut.quiet & cut.capital) << index;
            length = index + 1;
        }
        (self.quiet, self.length) = (quiet, length);
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
