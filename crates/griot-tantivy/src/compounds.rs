//! The parts of compounds.

use std::ops::Range;

use griot::segment::words;
use griot::{Token, TokenKind};

/// Whether a word has a hyphen between other characters.
pub(crate) fn is_compound(word: &str) -> bool {
    // Most words have no byte of a hyphen.
    let may_be = word.bytes().any(|byte| matches!(byte, b'-' | 0xe2));
    let inner = || word.trim_end_matches(is_hyphen).contains(is_hyphen);
    may_be && !word.starts_with(is_hyphen) && inner()
}

/// Fills `parts` with the bytes of the words of a compound, the last one first.
pub(crate) fn find_parts(token: Token<'_>, parts: &mut Vec<Range<usize>>) {
    parts.clear();
    let (text, start) = (token.text(), token.span().start());
    let mut at = start;
    for piece in text.split_inclusive(is_hyphen) {
        add_words(piece.trim_end_matches(is_hyphen), at, token, parts);
        at += piece.len();
    }
    parts.reverse();
}

/// Fills `parts` with the bytes of the words of a hashtag or a mention, the last one first.
pub(crate) fn find_words(token: Token<'_>, parts: &mut Vec<Range<usize>>) {
    parts.clear();
    let text = token.text();
    let bare = text.trim_start_matches(|c: char| !c.is_alphanumeric());
    let start = token.span().start() + text.len() - bare.len();
    add_words(bare, start, token, parts);
    parts.reverse();
}

/// Adds the words of a piece of a token that begins at `start`.
fn add_words(piece: &str, start: usize, token: Token<'_>, parts: &mut Vec<Range<usize>>) {
    let found = words(piece, token.language());
    let found = found.filter(|(_, kind)| matches!(kind, TokenKind::Word | TokenKind::Number));
    parts.extend(found.map(|(span, _)| start + span.start()..start + span.end()));
}

fn is_hyphen(c: char) -> bool {
    // The no-break hyphen is one to readers.
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}
