//! Tokens on their way from the tokenizer: so many at once, and what it saw of them.

use super::calm::is_calm;
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
    /// Whether it is a word or a number without a full stop, as the fast path finds it.
    pub(super) plain: bool,
    /// Whether no sentence ends after it, whatever comes.
    pub(super) quiet: bool,
}

impl Cut {
    #[inline]
    pub(super) fn new(start: usize, end: usize, kind: TokenKind) -> Self {
        Self {
            start,
            end,
            kind,
            plain: false,
            quiet: false,
        }
    }

    #[inline]
    pub(super) fn plain(start: usize, end: usize, kind: TokenKind) -> Self {
        Self {
            plain: true,
            ..Self::new(start, end, kind)
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

    /// Takes the next tokens of a text, as many as there is room for; fewer only where there are no
    /// more.
    #[inline(always)]
    pub(super) fn fill(&mut self, text: &[u8], mut next: impl FnMut() -> Option<Cut>) {
        let (mut quiet, mut length) = (Quiet::default(), 0);
        let rows = self.start.iter_mut().zip(&mut self.end).zip(&mut self.kind);
        for (index, ((start, end), kind)) in rows.enumerate() {
            let Some(cut) = next() else { break };
            *start = clamp(cut.start);
            *end = clamp(cut.end);
            *kind = cut.kind;
            let head = text.get(cut.start..).and_then(<[u8]>::first_chunk::<2>);
            let [first, second] = head.copied().unwrap_or_default();
            let accent = first == 0xc3;
            let plain = cut.plain & (first.is_ascii() | accent);
            let hushed = cut.quiet | (plain & is_calm(text, cut.end));
            let capital = first.is_ascii_uppercase() | (accent & (second < 0x9f));
            quiet.tokens |= u32::from(hushed) << index;
            quiet.capitals |= u32::from(hushed & capital) << index;
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
