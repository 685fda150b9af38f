//! The words of a sentence, as the choice of their features sees them.

use crate::document::Pos;
use crate::document::morph::Morph;

/// A word of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word<'a> {
    pub(super) norm: &'a str,
    pub(super) pos: Pos,
    /// The features that a list has for it.
    pub(super) listed: Option<Morph>,
    /// The features of the article that a contraction ends with: the `le` of `du`.
    pub(super) article: Option<Morph>,
    pub(super) readings: &'a [Morph],
}

/// How far the subject, the auxiliary or the article of a word is sought.
const REACH: usize = 4;

/// The words before one, the nearest first, as far as they are sought.
pub(super) fn before<'a, 'w>(
    words: &'a [Word<'w>],
    index: usize,
) -> impl Iterator<Item = &'a Word<'w>> {
    let nearest = words.get(..index).unwrap_or_default().iter().rev();
    nearest.take(REACH)
}
