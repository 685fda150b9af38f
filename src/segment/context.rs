//! The features of a place between two tokens, made of the words around it.

use super::boundary::BoundaryModel;
use super::features::{EARLY, Features};
use super::splitter::{Source, Splitter};
use crate::document::TokenKind;
use crate::lang::list::{Folded, hash};
use crate::span::Span;

/// The hash of a small number.
#[inline]
fn spread(number: u64) -> u64 {
    let product = (number + 1).wrapping_mul(0xd6e8_feb8_6659_fd93);
    product ^ product >> 32
}

/// What the features use of a token, as hashes.
#[derive(Clone, Copy, Debug, Default)]
struct TokenFeatures {
    /// The token in lower case.
    norm: u64,
    /// The last three bytes in lower case.
    suffix: u64,
    /// How it is written: in small letters, with a capital, in capitals, as a single capital,
    /// without letters.
    case: u64,
    /// The kind, the case and the length.
    shape: u64,
}

impl TokenFeatures {
    fn of(text: &str, kind: TokenKind) -> Self {
        // Typographic texts have the one, treebanks the other.
        let text = if text == "…" { "..." } else { text };
        let bytes = text.as_bytes();
        let (norm, tail, length, letters, capitals);
        if text.is_ascii() {
            let count = |(letters, capitals), byte: &u8| {
                let letter = byte.is_ascii_alphabetic();
                (
                    letters + usize::from(letter),
                    capitals + usize::from(byte.is_ascii_uppercase()),
                )
            };
            (letters, capitals) = bytes.iter().fold((0, 0), count);
            length = bytes.len();
            norm = hash(bytes);
            tail = hash(end_of(bytes, 3));
        } else {
            let (mut all, mut of_these, mut capital) = (0, 0, 0);
            for c in text.chars() {
                all += 1;
                of_these += usize::from(matches!(c, 'à'..='ö') || c.is_alphabetic());
                capital += usize::from(!matches!(c, 'ß'..='ÿ') && c.is_uppercase());
            }
            (length, letters, capitals) = (all, of_these, capital);
            let folded = Folded::of(text);
            norm = folded.hash();
            tail = hash(end_of(folded.bytes(), 3));
        }
        let case = match (letters, capitals) {
            (0, _) => 0,
            (_, 0) => 1,
            (1, 1) => 4,
            _ if letters == capitals => 3,
            _ if text.starts_with(char::is_uppercase) => 2,
            _ => 5,
        };
        let size = match length {
            0..=3 => length as u64,
            4..=6 => 4,
            _ => 5,
        };
        Self {
            norm,
            suffix: tail,
            case: spread(case),
            shape: spread(kind as u64 * 64 + case * 8 + size),
        }
    }
}

fn end_of(bytes: &[u8], length: usize) -> &[u8] {
    bytes
        .get(bytes.len().saturating_sub(length)..)
        .unwrap_or_default()
}

impl<T: Source, J: BoundaryModel> Splitter<'_, T, J> {
    fn look(&self, index: usize) -> TokenFeatures {
        self.look_of(self.tokens.get(index))
    }

    fn look_of(&self, token: Option<(Span, TokenKind)>) -> TokenFeatures {
        token.map_or_else(TokenFeatures::default, |(span, kind)| {
            TokenFeatures::of(span.of(self.text), kind)
        })
    }

    /// The features of the place after the token at `index`. `None` if the model denies an end
    /// after the first few.
    pub(super) fn features(&self, index: usize, stop: bool) -> Option<Features> {
        let open = &self.open;
        let start = open.start;
        let before = |back: usize| match index.checked_sub(back) {
            Some(at) if at >= start => self.look(at),
            _ => TokenFeatures::default(),
        };
        let head_at = self.head(index + 1);
        let (last, head) = (before(0), self.look(head_at));
        // Find the last word before the marks at the end.
        let mut back = 0;
        while back < 3 && index > start + back && self.kind(index - back) == TokenKind::Punctuation
        {
            back += 1;
        }
        let word = if back == 0 { last } else { before(back) };
        let list = self.rules.stops.function;
        let small = |look: TokenFeatures, at: usize| {
            let holds = list.may_hold(look.norm) && list.holds(self.token(at));
            spread(holds.into())
        };
        let word_small = small(word, index.saturating_sub(back));
        let head_small = small(head, head_at);
        let punctuated = if back > 0 { last.norm } else { 0 };
        let mark = spread(open.seen as u64 * 2 + u64::from(stop)) ^ punctuated;

        let mut features = Features::new(mark);
        features.add([word.norm]);
        features.add([word.shape]);
        features.add([word.suffix]);
        features.add([head.norm]);
        features.add([head.shape]);
        features.add([head.suffix]);
        features.add([word.shape, head.shape]);
        features.add([word.case, head.norm]);
        features.add([word.norm, head.case]);
        features.add([word_small, head_small, word.case, head.case]);
        debug_assert_eq!(features.ids().len(), EARLY);
        if let Some(judge) = &self.judge
            && judge.denies(stop, &features)
        {
            return None;
        }

        let (word2, word3) = (before(back + 1), before(back + 2));
        let (head2, head3) = (self.look(head_at + 1), self.look(head_at + 2));
        let first = self.look_of(open.first);
        let next = if head_at == index + 1 {
            head
        } else {
            self.look(index + 1)
        };
        let length = index + 1 - start;
        let size = spread(match length {
            0..=3 => length,
            4..=5 => 4,
            6..=8 => 5,
            9..=14 => 6,
            15..=24 => 7,
            25..=40 => 8,
            _ => 9,
        } as u64);
        let capitals = spread((4 * open.capitals / length) as u64);
        let opened = if head_at > index + 1 { next.norm } else { 0 };
        let spaces = spread(self.spaces(index) * 4 + self.spaces(index + 1));
        let coming = spread(self.coming(index + 1));
        let within = spread(u64::from(open.quoted) * 2 + u64::from(open.depth > 0));

        features.add([opened]);
        features.add([opened, head.case]);
        features.add([word.norm, head.norm]);
        features.add([word2.norm]);
        features.add([word2.shape]);
        features.add([word2.norm, word.norm]);
        features.add([word2.case, word.case, head.case]);
        features.add([word3.norm]);
        features.add([head2.norm]);
        features.add([head2.shape]);
        features.add([head2.suffix]);
        features.add([head.norm, head2.norm]);
        features.add([head.case, head2.case, head3.case]);
        features.add([head_small, head2.case, head3.case, word.case]);
        features.add([head3.norm]);
        features.add([word_small, head_small, size]);
        features.add([word_small, head_small, within]);
        features.add([size]);
        features.add([size, capitals]);
        features.add([size, word.case, head.case]);
        features.add([capitals, head_small]);
        features.add([first.norm]);
        features.add([first.shape, size]);
        features.add([within, opened]);
        features.add([within, spaces]);
        features.add([spaces, opened]);
        features.add([coming]);
        features.add([coming, head_small]);
        features.add([coming, size]);
        // A word that begins sentences does so after any mark.
        features.unmark();
        features.add([head.norm]);
        features.add([head.norm, head2.norm]);
        features.add([head.norm, head2.case]);
        features.add([head.suffix, head.case]);
        features.add([head_small, head.case, head2.case, head3.case]);
        features.add([word.norm]);
        Some(features)
    }

    /// What follows a token: nothing, a plain space, or other white space.
    fn spaces(&self, index: usize) -> u64 {
        match self.gap(index) {
            "" => 0,
            " " => 1,
            _ => 2,
        }
    }

    /// The next stop, colon or comma: how far it is, which mark it is, and whether small words
    /// stand before it.
    fn coming(&self, index: usize) -> u64 {
        let mut distance = 0;
        let mut smalls = 0;
        let mut mark = 0;
        for at in index..index + 12 {
            let text = self.token(at);
            let Some(first) = text.as_bytes().first() else {
                break;
            };
            mark = match (first, text) {
                (b'a'..=b'z' | b'A'..=b'Z', _) => 0,
                (_, ".") => 1,
                (_, "!" | "?" | "…" | "...") => 2,
                (_, ":") => 3,
                (_, ";") => 4,
                (_, ",") => 5,
                _ => 0,
            };
            if mark != 0 {
                break;
            }
            distance += 1;
            smalls += u64::from(text.starts_with(char::is_lowercase));
        }
        let distance: u64 = match distance {
            0..=2 => distance,
            3..=5 => 3,
            6..=11 => 4,
            _ => 5,
        };
        (distance * 4 + smalls.min(3)) * 8 + mark
    }
}
