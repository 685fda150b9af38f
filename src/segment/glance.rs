//! Quick checks of the splitter. They answer for many tokens, and never contradict the rules.

use super::boundary::BoundaryModel;
use super::splitter::{Source, Splitter, Terminator, is_short};
use super::starts::{begins_none, is_near};
use crate::document::TokenKind;
use crate::span::Span;

impl<T: Source, J: BoundaryModel> Splitter<'_, T, J> {
    /// Whether the sentence surely goes on after the token at `index`. The token is a plain word, a
    /// comma, or a straight quotation mark where no end was seen before. The next token, at the byte
    /// `next`, mostly begins no sentence. If the sentence goes on, the token is added to it.
    #[inline]
    pub(super) fn goes_on(
        &mut self,
        index: usize,
        (span, kind): (Span, TokenKind),
        next: usize,
    ) -> bool {
        let text = self.text.as_bytes();
        let bytes = text.get(span.range()).unwrap_or_default();
        let (Some(first), Some(last)) = (bytes.first(), bytes.last()) else {
            return false;
        };
        let word = kind == TokenKind::Word;
        let quote = bytes == b"\"";
        let plain = if quote {
            self.open.seen == Terminator::Nothing && begins_none(text, span.end())
        } else if word || kind == TokenKind::Number {
            let elides = || *last == b'\'' || bytes.ends_with("’".as_bytes());
            let goes_on = || begins_none(text, span.end()) || word && (is_short(bytes) || elides());
            *last != b'.' && goes_on()
        } else {
            bytes == b","
        };
        if !(plain && is_near(text, span.end(), next)) {
            return false;
        }
        let capital = if first.is_ascii() {
            first.is_ascii_uppercase()
        } else {
            span.of(self.text).starts_with(char::is_uppercase)
        };
        self.open.capitals += usize::from(capital);
        self.open.seen = Terminator::Nothing;
        if quote {
            self.turn_quote(index);
        }
        true
    }

    /// Whether the sentence surely ends after the token at `index`: a full stop between a word in
    /// small letters and one with a capital.
    #[inline]
    pub(super) fn surely_ends(&self, index: usize, stop: Span) -> bool {
        let text = self.text.as_bytes();
        let around = text.get(stop.start()..).and_then(<[u8]>::first_chunk);
        let Some([b'.', b' ', b'A'..=b'Z', b'a'..=b'z']) = around else {
            return false;
        };
        if stop.len() > 1 || index <= self.open.start + 1 || self.is_quoted(index) {
            return false;
        }
        self.tokens.get(index - 1).is_some_and(|(word, kind)| {
            let small = text.get(word.start()).is_some_and(u8::is_ascii_lowercase);
            small && kind == TokenKind::Word && word.len() > 3
        })
    }
}
