//! [`Match`]: what a matcher found.

use std::ops::Range;

use super::automaton::{Begun, LONGEST, Lengths};
use crate::document::place::by_place;
use crate::document::{DocumentRef, Sentence, Token};
use crate::span::Span;

/// Which of several matches of one name count where they overlap. With the names of spaCy these are
/// the values of `greedy`: none, `FIRST` and `LONGEST`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
#[non_exhaustive]
pub enum Overlap {
    /// All count. Over three fitting tokens, `+` has six matches.
    #[default]
    All,
    /// From left to right: of those that begin first the longest, and then the next one behind it.
    First,
    /// The longest, and then the longest of those that do not overlap with it. Of equally long ones
    /// the first.
    Longest,
}

impl Overlap {
    /// Leaves only the lengths that count. `found` is in order.
    pub(super) fn select(self, found: &mut [Begun]) {
        match self {
            Self::All => {}
            Self::First => first(found),
            Self::Longest => longest(found),
        }
    }
}

fn first(found: &mut [Begun]) {
    let mut end = 0;
    for begun in found {
        begun.lengths = if begun.start < end {
            0
        } else {
            1 << longest_of(begun.lengths)
        };
        end = end.max(begun.start + longest_of(begun.lengths));
    }
}

fn longest(found: &mut [Begun]) {
    let Some(begin) = found.first().map(|begun| begun.start) else {
        return;
    };
    let end = found.last().map_or(begin, |begun| begun.start) + LONGEST;
    // What was taken is at least as long as what comes now. So if they overlap it covers one of its
    // ends.
    let mut taken = vec![false; end - begin];
    let lengths: Vec<_> = found.iter().map(|begun| begun.lengths).collect();
    found.iter_mut().for_each(|begun| begun.lengths = 0);
    let all = lengths.iter().fold(0, |all, lengths| all | lengths);
    for length in (1..=longest_of(all)).rev() {
        for (begun, lengths) in found.iter_mut().zip(&lengths) {
            let start = begun.start - begin;
            let free = |at: usize| taken.get(at) == Some(&false);
            if lengths >> length & 1 == 1 && free(start) && free(start + length - 1) {
                begun.lengths = 1 << length;
                for taken in taken.iter_mut().skip(start).take(length) {
                    *taken = true;
                }
            }
        }
    }
}

/// The greatest of some lengths. 0 if there are none.
fn longest_of(lengths: Lengths) -> usize {
    lengths
        .checked_ilog2()
        .map_or(0, |longest| longest as usize)
}

/// Takes a match out of those that begin first: the longest, and of equally long ones that of the
/// first group. `None` if none is left.
pub(super) fn take_first(found: &mut [Begun]) -> Option<(Range<usize>, usize)> {
    let start = found.first()?.start;
    let same = found.iter_mut().take_while(|begun| begun.start == start);
    let best = same.reduce(|best, begun| {
        if longest_of(begun.lengths) > longest_of(best.lengths) {
            begun
        } else {
            best
        }
    })?;
    let length = longest_of(best.lengths);
    best.lengths &= !(1 << length);
    (length > 0).then_some((start..start + length, best.group))
}

/// A match of a pattern in a document, as [`Matcher::find`](super::Matcher::find) returns it. It prints
/// as its text.
#[derive(Clone, Debug)]
pub struct Match<'a> {
    pub(super) document: DocumentRef<'a>,
    pub(super) tokens: Range<usize>,
    pub(super) name: &'a str,
}

by_place!(Match);

impl<'a> Match<'a> {
    fn place(&self) -> (Option<Token<'a>>, usize, &'a str) {
        let first = self.document.token(self.tokens.start);
        (first, self.tokens.end, self.name)
    }

    /// The name of the pattern.
    pub fn name(&self) -> &'a str {
        self.name
    }

    /// The indices of the tokens. There is at least one.
    pub fn token_range(&self) -> Range<usize> {
        self.tokens.clone()
    }

    /// The tokens.
    pub fn tokens(&self) -> impl DoubleEndedIterator<Item = Token<'a>> + ExactSizeIterator {
        self.document.tokens_at(self.tokens.clone())
    }

    /// The byte span from the start of the first token to the end of the last one.
    pub fn span(&self) -> Span {
        self.document.layers().tokens.span_of(self.tokens.clone())
    }

    /// The text of the match, as it stands in the document.
    pub fn text(&self) -> &'a str {
        self.span().of(self.document.text())
    }

    /// The sentence in which the match begins. `None` if the layer was not made.
    pub fn sentence(&self) -> Option<Sentence<'a>> {
        self.document.token(self.tokens.start)?.sentence()
    }
}
