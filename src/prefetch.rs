//! Loads from memory before they are needed.
//!
//! A word that was met long ago is far from the processor. Where many such words are asked about one
//! after the other, and each answer decides what comes next, the processor waits for each of them. If
//! all are read first, and nothing is done with them, it waits for all at once.

use std::hint::black_box;

/// Reads values that are needed soon.
#[inline(always)]
pub(crate) fn prefetch(values: impl Iterator<Item = u32>) {
    black_box(values.fold(0, |sum, value| sum ^ value));
}
