//! Words and sentences from the text alone: the splitter over a window of tokens.

use super::batch::{BATCH, Batch};
use super::boundary::{BoundaryWeights, built_in};
use super::splitter::{REACH, Source, Splitter};
use super::words::Words;
use crate::document::{EndReason, TokenKind};
use crate::lang::Rules;
use crate::language::Language;
use crate::lines::LineBreaks;
use crate::span::Span;

/// The sentences of a text, in order, without allocation.
#[derive(Debug)]
pub struct Sentences<'a> {
    ends: Ends<'a>,
    /// The token that is looked at next, counted from the first of the batch.
    at: usize,
}

impl<'a> Sentences<'a> {
    pub(super) fn new(text: &'a str, language: Language) -> Self {
        Self {
            ends: Ends::new(text, language),
            at: 0,
        }
    }
}

impl Iterator for Sentences<'_> {
    type Item = (Span, EndReason);

    fn next(&mut self) -> Option<Self::Item> {
        let mut start = self.ends.token(self.at);
        loop {
            if let Some((at, reason)) = self.ends.from(self.at) {
                self.at = at + 1;
                let ((first, _), (last, _)) = (start?, self.ends.token(at)?);
                return Some((Span::from_usize(first.start(), last.end()), reason));
            }
            if !self.ends.advance() {
                return None;
            }
            self.at = 0;
            start = start.or_else(|| self.ends.token(0));
        }
    }
}

/// The tokens of a text and the ends of its sentences, in order, without allocation.
#[derive(Debug)]
pub struct WordsWithEnds<'a> {
    ends: Ends<'a>,
    /// The next token, counted from the first of the batch.
    at: usize,
}

impl<'a> WordsWithEnds<'a> {
    pub(super) fn new(text: &'a str, language: Language) -> Self {
        Self {
            ends: Ends::new(text, language),
            at: 0,
        }
    }
}

impl Iterator for WordsWithEnds<'_> {
    type Item = (Span, TokenKind, Option<EndReason>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        if self.at == self.ends.count {
            self.at = 0;
            if !self.ends.advance() {
                return None;
            }
        }
        let (span, kind) = self.ends.token(self.at)?;
        let end = self.ends.at(self.at);
        self.at += 1;
        Some((span, kind, end))
    }

    /// A batch at a time.
    #[inline]
    fn fold<B, F: FnMut(B, Self::Item) -> B>(mut self, init: B, mut f: F) -> B {
        let mut value = init;
        loop {
            let tokens = self.ends.tokens().enumerate().skip(self.at);
            value = tokens.fold(value, |value, (at, (span, kind))| {
                f(value, (span, kind, self.ends.at(at)))
            });
            self.at = 0;
            if !self.ends.advance() {
                return value;
            }
        }
    }
}

/// A batch of tokens after the other, with the ends of sentences in it.
#[derive(Debug)]
struct Ends<'a> {
    words: Words<'a>,
    splitter: Splitter<'a, TokenWindow, &'static BoundaryWeights>,
    /// The number of the batch.
    batch: usize,
    /// How many tokens it has; 0 before the first and after the last.
    count: usize,
    /// The tokens after which a sentence ends, a bit each.
    last: u32,
    reasons: [EndReason; BATCH],
}

impl<'a> Ends<'a> {
    fn new(text: &'a str, language: Language) -> Self {
        let rules = Rules::of(language);
        let judge = built_in().get(language);
        let breaks = LineBreaks::default();
        let (mut words, mut window) = (Words::new(text, rules), TokenWindow::new());
        window.fill(&mut words);
        Self {
            words,
            splitter: Splitter::new(text, window, 0, rules, breaks, judge),
            // The one before the first.
            batch: usize::MAX,
            count: 0,
            last: 0,
            reasons: [EndReason::EndOfText; BATCH],
        }
    }

    /// Goes to the next batch, if there is one.
    fn advance(&mut self) -> bool {
        self.batch = self.batch.wrapping_add(1);
        self.splitter.tokens.fill(&mut self.words);
        let window = &self.splitter.tokens;
        let first = self.batch * BATCH;
        let ahead = window.length.saturating_sub(first);
        let non_boundaries = window
            .batch(self.batch)
            .map(Batch::non_boundaries)
            .unwrap_or_default();
        self.count = ahead.min(BATCH);
        self.last = 0;
        let (last, reasons) = (&mut self.last, &mut self.reasons);
        let mut found = |at: usize, reason| {
            *last |= 1 << at;
            if let Some(place) = reasons.get_mut(at) {
                *place = reason;
            }
        };
        // The last of the text is not asked.
        let asked = self.count.min(ahead.saturating_sub(1));
        self.splitter
            .find_ends(first, asked, non_boundaries, |index, reason, _| {
                found(index - first, reason)
            });
        if self.count == ahead && ahead > 0 {
            found(ahead - 1, EndReason::EndOfText);
        }
        self.count > 0
    }

    /// The tokens of the batch.
    #[inline]
    fn tokens(&self) -> impl Iterator<Item = (Span, TokenKind)> {
        let batch = self.splitter.tokens.batch(self.batch);
        batch.into_iter().flat_map(Batch::iter)
    }

    /// A token of the batch.
    #[inline]
    fn token(&self, at: usize) -> Option<(Span, TokenKind)> {
        let batches = &self.splitter.tokens.batches;
        batches.get(self.batch % WIDTH)?.get(at)
    }

    /// Why a sentence ends after a token of the batch, if one does.
    #[inline]
    fn at(&self, at: usize) -> Option<EndReason> {
        let ends = self.last >> at & 1 == 1;
        self.reasons.get(at).copied().filter(|_| ends)
    }

    /// The first end from a token of the batch on, and why.
    fn from(&self, at: usize) -> Option<(usize, EndReason)> {
        let rest = self.last.checked_shr(at as u32).filter(|rest| *rest != 0)?;
        let at = at + rest.trailing_zeros() as usize;
        Some((at, *self.reasons.get(at)?))
    }
}

/// So many batches hold all that a splitter looks at, which is within [`REACH`] of a token.
const WIDTH: usize = 4;
const _: () = assert!(REACH < BATCH);

/// The last batches of tokens.
#[derive(Debug)]
pub(super) struct TokenWindow {
    batches: [Batch; WIDTH],
    /// How many batches there were so far, and how many tokens.
    count: usize,
    length: usize,
}

impl TokenWindow {
    fn new() -> Self {
        Self {
            batches: [const { Batch::new() }; WIDTH],
            count: 0,
            length: 0,
        }
    }

    /// Takes the next batch.
    fn fill(&mut self, words: &mut Words<'_>) {
        if let Some(batch) = self.batches.get_mut(self.count % WIDTH) {
            words.fill(batch);
            self.count += 1;
            self.length += batch.len();
        }
    }

    #[inline]
    fn batch(&self, number: usize) -> Option<&Batch> {
        let there = number < self.count && number + WIDTH >= self.count;
        self.batches.get(number % WIDTH).filter(|_| there)
    }
}

impl Source for TokenWindow {
    #[inline]
    fn get(&self, index: usize) -> Option<(Span, TokenKind)> {
        // What is asked for is within reach, and so in the window if it is in the text.
        let batch = self.batches.get(index / BATCH % WIDTH);
        let batch = batch.filter(|_| index < self.length);
        batch?.get(index % BATCH)
    }
}
