//! Words and sentences of a bare text: the splitter reads a window of the last tokens.

use super::batch::{BATCH, Batch};
use super::boundary::{BoundaryWeights, built_in};
use super::splitter::{REACH, Source, Splitter};
use super::words::Words;
use crate::document::{EndReason, TokenKind};
use crate::lang::Rules;
use crate::language::Language;
use crate::lines::Breaks;
use crate::span::Span;

/// An iterator over the sentences of a text: the span in bytes and the reason of the end. It does
/// not allocate. [`sentences`](super::sentences) makes it.
#[derive(Debug)]
pub struct Sentences<'a> {
    ends: Ends<'a>,
    /// The next token to read, counted from the first of the batch.
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

/// An iterator over the tokens of a text: the span in bytes, the kind, and the reason if a sentence
/// ends after it. It does not allocate. [`words_with_ends`](super::words_with_ends) makes it.
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

/// Reads a text batch by batch and finds the sentence ends of each batch.
#[derive(Debug)]
struct Ends<'a> {
    words: Words<'a>,
    splitter: Splitter<'a, TokenWindow, &'static BoundaryWeights>,
    /// The number of the present batch.
    batch: usize,
    /// How many tokens the batch has. 0 before the first batch and after the last.
    count: usize,
    /// A bit for each token of the batch: 1 if a sentence ends after it.
    last: u32,
    /// The reason of each end. It means nothing where `last` has no bit.
    reasons: [EndReason; BATCH],
}

impl<'a> Ends<'a> {
    fn new(text: &'a str, language: Language) -> Self {
        let rules = Rules::of(language);
        let boundary_model = built_in().get(language);
        let (mut words, mut window) = (Words::new(text, rules), TokenWindow::new());
        window.fill(&mut words);
        Self {
            words,
            splitter: Splitter::new(text, window, 0, rules, Breaks::Hard, boundary_model),
            // The batch before the first: `advance` adds one.
            batch: usize::MAX,
            count: 0,
            last: 0,
            reasons: [EndReason::EndOfText; BATCH],
        }
    }

    /// Goes to the next batch. Returns `false` after the last one.
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
        // The last token of the text ends a sentence in any case.
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

    /// The reason if a sentence ends after this token of the batch.
    #[inline]
    fn at(&self, at: usize) -> Option<EndReason> {
        let ends = self.last >> at & 1 == 1;
        self.reasons.get(at).copied().filter(|_| ends)
    }

    /// The first end at or after this token of the batch, with its reason.
    fn from(&self, at: usize) -> Option<(usize, EndReason)> {
        let rest = self.last.checked_shr(at as u32).filter(|rest| *rest != 0)?;
        let at = at + rest.trailing_zeros() as usize;
        Some((at, *self.reasons.get(at)?))
    }
}

/// The window holds so many batches. A splitter reads no token further than [`REACH`] from its
/// place, so all that it reads is in the window.
const WIDTH: usize = 4;
const _: () = assert!(REACH < BATCH);

/// The last few batches of tokens.
#[derive(Debug)]
pub(super) struct TokenWindow {
    batches: [Batch; WIDTH],
    /// How many batches and tokens were read so far.
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

    /// Reads the next batch in place of the oldest.
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
        // A splitter asks only for tokens within its reach. So the token is in the window, unless
        // the text has ended.
        let batch = self.batches.get(index / BATCH % WIDTH);
        let batch = batch.filter(|_| index < self.length);
        batch?.row(index % BATCH)
    }
}
