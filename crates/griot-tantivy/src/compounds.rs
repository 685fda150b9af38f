//! The parts of compounds.

use std::ops::Range;

use griot::segment::words;
use griot::{Edition, Language, Pos, TokenKind};

/// A word whose parts may be terms.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word<'a> {
    pub(crate) text: &'a str,
    /// The byte at which it begins.
    pub(crate) start: usize,
    pub(crate) kind: TokenKind,
    pub(crate) language: Language,
    /// The edition of the stems, if there are stems.
    pub(crate) edition: Option<Edition>,
    pub(crate) pos: Option<Pos>,
}

impl<'a> Word<'a> {
    /// The text between two bytes that lie in the word.
    pub(crate) fn part(&self, span: &Range<usize>) -> &'a str {
        let part = self
            .text
            .get(span.start - self.start..span.end - self.start);
        part.unwrap_or_default()
    }
}

/// Whether a word has a hyphen between other characters.
pub(crate) fn is_compound(word: &str) -> bool {
    // Most words have no byte of a hyphen.
    let may_be = word.bytes().any(|byte| matches!(byte, b'-' | 0xe2));
    let inner = || word.trim_end_matches(is_hyphen).contains(is_hyphen);
    may_be && !word.starts_with(is_hyphen) && inner()
}

/// Fills `parts` with the bytes of the words of a compound, the last one first.
pub(crate) fn find_parts(word: Word<'_>, parts: &mut Vec<Range<usize>>) {
    parts.clear();
    let mut at = word.start;
    for piece in word.text.split_inclusive(is_hyphen) {
        add_words(piece.trim_end_matches(is_hyphen), at, word, parts);
        at += piece.len();
    }
    parts.reverse();
}

/// Fills `parts` with the bytes of the words of a hashtag or a mention, the last one first.
pub(crate) fn find_words(word: Word<'_>, parts: &mut Vec<Range<usize>>) {
    parts.clear();
    let text = word.text;
    let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let start = word.start + text.len() - bare.len();
    add_words(bare, start, word, parts);
    parts.reverse();
}

/// Adds the words of a piece of a token that begins at `start`.
fn add_words(piece: &str, start: usize, word: Word<'_>, parts: &mut Vec<Range<usize>>) {
    let found = words(piece, word.language);
    let found = found.filter(|(_, kind)| matches!(kind, TokenKind::Word | TokenKind::Number));
    parts.extend(found.map(|(span, _)| start + span.start()..start + span.end()));
}

fn is_hyphen(c: char) -> bool {
    // The no-break hyphen is one to readers.
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}
