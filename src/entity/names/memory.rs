//! What was found out about the tokens of a sentence. Each capital of a long run reads those behind it,
//! so the same is asked of a token many times.

use std::cell::Cell;
use std::ops::Range;

use crate::entity::gazetteer::Place;

/// The answers about the tokens of one sentence.
#[derive(Debug, Default)]
pub(in crate::entity) struct Memory {
    /// The first token of the sentence.
    first: usize,
    /// The capital that continues a name which ends before the token.
    parts: Answers<usize>,
    /// The place with the longest name that begins with the token.
    places: Answers<Place>,
    /// Some tokens of which none is the tail of an organisation.
    free_of_tails: Cell<(usize, usize)>,
}

/// For each token: nothing if it was not asked about, or the answer.
type Answers<T> = Vec<Cell<Option<Option<T>>>>;

impl Memory {
    /// Forgets everything. A sentence of so many tokens begins at `first`.
    pub(super) fn begin(&mut self, first: usize, tokens: usize) {
        self.first = first;
        self.free_of_tails.set((first, first));
        self.parts.clear();
        self.parts.resize_with(tokens, Cell::default);
        self.places.clear();
        self.places.resize_with(tokens, Cell::default);
    }

    pub(super) fn part(&self, at: usize, find: impl FnOnce() -> Option<usize>) -> Option<usize> {
        answer(self.parts.get(at - self.first), find)
    }

    /// Whether a tail of an organisation stands in a range, for which `find` looks. `find` gives the first one
    /// behind a token, or where it gave up.
    pub(super) fn has_tail(&self, range: Range<usize>, find: impl FnOnce(usize) -> usize) -> bool {
        let mut free = self.free_of_tails.get();
        if range.start < free.0 || range.start > free.1 {
            free = (range.start, find(range.start));
            self.free_of_tails.set(free);
        }
        free.1 < range.end
    }

    pub(super) fn place(&self, at: usize, find: impl FnOnce() -> Option<Place>) -> Option<Place> {
        answer(self.places.get(at - self.first), find)
    }
}

fn answer<T: Copy>(
    known: Option<&Cell<Option<Option<T>>>>,
    find: impl FnOnce() -> Option<T>,
) -> Option<T> {
    if let Some(answer) = known.and_then(Cell::get) {
        return answer;
    }
    let answer = find();
    if let Some(known) = known {
        known.set(Some(answer));
    }
    answer
}
