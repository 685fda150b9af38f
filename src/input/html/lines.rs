//! Tells lines about an article, such as its byline, from lines of the story.

use super::blocks::Block;
use super::days::{AGO, days_ago, written_day};
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
            || (block.words <= AGO && days_ago(&block.text, language, begins(DATELINES)).is_some())
            || tells_length(&text)
    };
    // `Published 3 March 2024 at 8:15 | Updated 4 March 2024 at 19:02`.
    let are_dates = || {
        let mut parts = block.text.split(['|', '·', '•']);
        parts.all(|part| {
            begins_with(&plain(part), DATELINES) && written_day(part, language).is_some()
        })
    };
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    (block.links() > 0.0 && begins(POINTERS))
        || (!begun && block.words < BYLINE && is_byline())
        || (block.words < DATELINE && begins(DATELINES) && date())
        || (begins(DATELINES) && are_dates())
        || LINES.binary_search(&bare).is_ok()
        || is_hour(bare)
}

/// Returns true for the hour of an entry of a live page: `16:20`, `18h05`.
fn is_hour(text: &str) -> bool {
    let number = |text: &str| text.parse::<u8>().ok();
    text.split_once([':', 'h']).is_some_and(|(hour, minute)| {
        minute.len() == 2
            && number(hour).is_some_and(|hour| hour < 24)
            && number(minute).is_some_and(|minute| minute < 60)
    })
}

/// Returns true if a line tells how long it takes to read the article: `5 min de lecture`.
fn tells_length(text: &str) -> bool {
    const READING: [&str; 10] = [
        "lectura", "lecture", "leestijd", "leitura", "lesen", "leser", "lesezeit", "lettura",
        "lezen", "read",
    ];
    let counts = text.split(' ').zip(text.split(' ').skip(1));
    let mut counts = counts.filter(|(number, _)| number.ends_with(|c: char| c.is_ascii_digit()));
    counts.any(|(_, unit)| unit.starts_with("min"))
        && READING.iter().any(|word| text.contains(word))
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
