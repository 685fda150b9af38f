//! Tells lines about an article, such as its byline, from lines of the story.

use super::blocks::Block;
use super::days::written_day;
use super::others::FEW;
use super::phrases::{BYLINES, DATELINES, LINES, POINTERS, TAILS};
use super::words::plain;
use crate::language::Language;

/// A line with fewer words may say who wrote an article and when.
const BYLINE: usize = 15;

/// A line with fewer words may say when an article was published and updated.
const DATELINE: usize = 25;

/// Returns true if a block is not part of the story, wherever it stands. `begun` is whether the
/// story has begun before it.
pub(super) fn is_around(block: &Block, begun: bool, language: Language) -> bool {
    if block.words > FEW {
        return false;
    }
    let text = plain(&block.text);
    let begins = |list: &[&str]| begins_with(&text, list);
    let date = || written_day(&block.text, language).is_some();
    let is_byline = || {
        (begins(BYLINES) && names_follow(&block.text))
            || !text.contains(char::is_alphabetic)
            || date()
    };
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    (block.links() > 0.0 && begins(POINTERS))
        || (!begun && block.words < BYLINE && is_byline())
        || (block.words < DATELINE && begins(DATELINES) && date())
        || LINES.binary_search(&bare).is_ok()
}

/// Returns true if a block after the story asks its readers for something.
pub(super) fn is_tail(block: &Block) -> bool {
    block.words < FEW && block.links() > 0.0 && begins_with(&plain(&block.text), TAILS)
}

/// Returns true if a text begins with a phrase of a sorted list and ends a word there.
pub(super) fn begins_with(text: &str, list: &[&str]) -> bool {
    list.iter().any(|start| {
        let rest = text.strip_prefix(start);
        rest.is_some_and(|rest| {
            start.ends_with(|c: char| !c.is_alphanumeric())
                || !rest.starts_with(char::is_alphanumeric)
        })
    })
}

/// Returns false if the text begins with a short preposition and a word that is no name.
fn names_follow(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let first = words.next().unwrap_or_default();
    let short = first.len() <= 4 && first.chars().all(char::is_alphabetic);
    !short
        || words
            .next()
            .is_some_and(|word| word.starts_with(|c: char| !c.is_lowercase()))
}
