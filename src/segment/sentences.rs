//! Sentences from the text alone: the splitter over a window of tokens.

use super::boundary::{Boundaries, Weights};
use super::splitter::{LineBreaks, REACH, Source, Splitter};
use super::words::Words;
use crate::document::{EndReason, TokenKind};
use crate::lang::Rules;
use crate::language::Language;
use crate::span::Span;

/// The sentences of a text, in order, without allocation.
#[derive(Debug)]
pub struct Sentences<'a> {
    words: Words<'a>,
    splitter: Splitter<'a, Window, &'static Weights>,
    /// The token that is asked about next.
    at: usize,
    /// Where the sentence begins.
    start: usize,
}

impl<'a> Sentences<'a> {
    pub(super) fn new(text: &'a str, language: Language) -> Self {
        let rules = Rules::of(language);
        let judge = Boundaries::built_in().iter().find(|it| it.is_of(language));
        let breaks = LineBreaks::default();
        let (mut words, mut window) = (Words::new(text, rules), Window::new());
        window.fill(&mut words, 0);
        Self {
            words,
            splitter: Splitter::new(text, window, 0, rules, breaks, judge),
            at: 0,
            start: 0,
        }
    }
}

impl Iterator for Sentences<'_> {
    type Item = (Span, EndReason);

    fn next(&mut self) -> Option<Self::Item> {
        let from = self.at;
        loop {
            let window = &mut self.splitter.tokens;
            window.fill(&mut self.words, self.at);
            let (span, _) = window.get(self.at)?;
            if self.at == from {
                self.start = span.start();
            }
            let reason = if self.at + 1 == window.length {
                Some(EndReason::EndOfText)
            } else {
                self.splitter.end_after(self.at).map(|(reason, _)| reason)
            };
            self.at += 1;
            if let Some(reason) = reason {
                return Some((Span::from_usize(self.start, span.end()), reason));
            }
        }
    }
}

const WIDTH: usize = 2 * (REACH + 2);

/// The last tokens.
#[derive(Debug)]
pub(super) struct Window {
    tokens: [(Span, TokenKind); WIDTH],
    /// How many there were so far.
    length: usize,
}

impl Window {
    fn new() -> Self {
        let none = (Span::from_usize(0, 0), TokenKind::Other);
        Self {
            tokens: [none; WIDTH],
            length: 0,
        }
    }

    /// Takes all that is to be looked at from `at`.
    #[inline]
    fn fill(&mut self, words: &mut Words<'_>, at: usize) {
        while self.length <= at + REACH
            && let Some(token) = words.next()
        {
            if let Some(place) = self.tokens.get_mut(self.length % WIDTH) {
                *place = token;
            }
            self.length += 1;
        }
    }
}

impl Source for Window {
    #[inline]
    fn get(&self, index: usize) -> Option<(Span, TokenKind)> {
        let there = index < self.length && index + WIDTH >= self.length;
        let token = self.tokens.get(index % WIDTH).filter(|_| there);
        token.copied()
    }
}
