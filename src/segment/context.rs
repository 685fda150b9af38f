//! The features of a place between two tokens, made of the words around it.

use super::boundary::BoundaryModel;
use super::features::{ENDINGS, Features, LATE, Slots};
use super::splitter::{Source, Splitter, Terminator};
use super::token_features::{TokenFeatures, spread};
use crate::document::TokenKind;
use crate::span::Span;

/// What a mark is to [`Splitter::coming`]; 0 for anything else.
fn mark_number(text: &str) -> u64 {
    match text {
        "." => 1,
        "!" | "?" | "…" | "..." => 2,
        ":" => 3,
        ";" => 4,
        "," => 5,
        _ => 0,
    }
}

impl<T: Source, J: BoundaryModel> Splitter<'_, T, J> {
    fn token_features(&mut self, index: usize) -> TokenFeatures {
        self.features_of(index, self.tokens.get(index))
    }

    fn features_of(&mut self, index: usize, token: Option<(Span, TokenKind)>) -> TokenFeatures {
        token.map_or_else(TokenFeatures::default, |token| {
            TokenFeatures::at(self.text, index, token, &mut self.slow)
        })
    }

    /// The features of the token so many before the one at `index`, if the open sentence has it.
    fn features_before(&mut self, index: usize, back: usize) -> TokenFeatures {
        match index.checked_sub(back) {
            Some(at) if at >= self.open.start => self.token_features(at),
            _ => TokenFeatures::default(),
        }
    }

    /// The features of the place after the token at `index`, or the probability of an end, if the first
    /// few leave no doubt.
    pub(super) fn features(&mut self, index: usize, stop: bool) -> Result<Features, f32> {
        let start = self.open.start;
        let head_at = self.head(index + 1);
        let last = self.features_before(index, 0);
        let head = self.token_features(head_at);
        // Find the last word before the marks at the end.
        let mut back = 0;
        while back < 3 && index > start + back && self.kind(index - back) == TokenKind::Punctuation
        {
            back += 1;
        }
        let word = if back == 0 {
            last
        } else {
            self.features_before(index, back)
        };
        let list = self.rules.stops.function;
        let small = |token_features: TokenFeatures, at: usize| {
            spread(
                list.holds_hashed(token_features.norm, || self.token(at))
                    .into(),
            )
        };
        let word_small = small(word, index.saturating_sub(back));
        let head_small = small(head, head_at);
        let punctuated = if back > 0 { last.norm } else { 0 };
        let mark = spread(self.open.seen as u64 * 2 + u64::from(stop)) ^ punctuated;

        let mut slots = Slots::new(mark);
        let early = [
            slots.next([]),
            slots.next([word.norm]),
            slots.next([word.shape]),
            slots.next([word.suffix]),
            slots.next([head.norm]),
            slots.next([head.shape]),
            slots.next([head.suffix]),
            slots.next([word.shape, head.shape]),
            slots.next([word.case, head.norm]),
            slots.next([word.norm, head.case]),
            slots.next([word_small, head_small, word.case, head.case]),
        ];
        if let Some(boundary_model) = &self.boundary_model
            && let Some(likely) = boundary_model.by_first(stop, &early)
        {
            return Err(likely);
        }

        let word2 = self.features_before(index, back + 1);
        let word3 = self.features_before(index, back + 2);
        // An empty line is the end: what stands behind it says nothing of this place.
        let [mut head2, mut head3] = [TokenFeatures::default(); 2];
        if !self.ends_paragraph(head_at) {
            head2 = self.token_features(head_at + 1);
            if !self.ends_paragraph(head_at + 1) {
                head3 = self.token_features(head_at + 2);
            }
        }
        let first = self.features_of(start, self.open.first);
        let next = if head_at == index + 1 {
            head
        } else {
            self.token_features(index + 1)
        };
        let open = &self.open;
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
        let last_end = spread(open.recent.last());
        let ends = spread(open.recent.counts());
        let bare = spread(u64::from(open.seen == Terminator::Nothing));

        let words: [u16; LATE - ENDINGS] = [
            slots.next([opened]),
            slots.next([opened, head.case]),
            slots.next([word.norm, head.norm]),
            slots.next([word2.norm]),
            slots.next([word2.shape]),
            slots.next([word2.norm, word.norm]),
            slots.next([word2.case, word.case, head.case]),
            slots.next([word3.norm]),
            slots.next([head2.norm]),
            slots.next([head2.shape]),
            slots.next([head2.suffix]),
            slots.next([head.norm, head2.norm]),
            slots.next([head.case, head2.case, head3.case]),
            slots.next([head_small, head2.case, head3.case, word.case]),
            slots.next([head3.norm]),
            slots.next([word_small, head_small, size]),
            slots.next([word_small, head_small, within]),
            slots.next([size]),
            slots.next([size, capitals]),
            slots.next([size, word.case, head.case]),
            slots.next([capitals, head_small]),
            slots.next([first.norm]),
            slots.next([first.shape, size]),
            slots.next([within, opened]),
            slots.next([within, spaces]),
            slots.next([spaces, opened]),
            slots.next([coming]),
            slots.next([coming, head_small]),
            slots.next([coming, size]),
            // A word that begins sentences does so after any mark.
            slots.unmark().next([head.norm]),
            slots.next([head.norm, head2.norm]),
            slots.next([head.norm, head2.case]),
            slots.next([head.suffix, head.case]),
            slots.next([head_small, head.case, head2.case, head3.case]),
            slots.next([word.norm]),
            slots.next([mark, last_end]),
            slots.next([mark, ends]),
            slots.next([mark, last_end, word.case, head.case]),
            slots.next([mark, ends, size]),
            slots.next([mark, ends, head_small, word_small]),
            slots.next([mark, ends, head.case, head2.case]),
            slots.next([mark, spread(open.recent.last_two()), word.case]),
            slots.next([mark, ends, head.shape]),
            slots.next([first.norm, size]),
            slots.next([first.case, word.case, head.case, size]),
            slots.next([word.norm, next.case, head2.norm]),
        ];
        slots.next([]);
        let mut suffix = |back: usize| {
            let at = index.checked_sub(back).filter(|at| *at >= start);
            let token = at.and_then(|at| Some((at, self.tokens.get(at)?)));
            token.map_or(0, |(at, token)| {
                TokenFeatures::suffix_at(self.text, at, token, &mut self.slow)
            })
        };
        let mut late = [0; LATE];
        if let Some((first, endings)) = late.split_first_chunk_mut() {
            *first = words;
            for (at, ending) in endings.iter_mut().enumerate() {
                *ending = slots.again([suffix(at), bare]);
            }
        }
        Ok(Features { early, late })
    }

    /// What follows a token: nothing or an empty line, a plain space, or other white space.
    fn spaces(&self, index: usize) -> u64 {
        let (Some((span, _)), Some((next, _))) =
            (self.tokens.get(index), self.tokens.get(index + 1))
        else {
            return 0;
        };
        match next.start() - span.end() {
            0 => 0,
            1 if self.text.as_bytes().get(span.end()) == Some(&b' ') => 1,
            _ if self.ends_paragraph(index) => 0,
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
            let Some((span, _)) = self.tokens.get(at) else {
                break;
            };
            let Some(first) = self.text.as_bytes().get(span.start()) else {
                break;
            };
            // Most tokens: no mark begins so.
            let letter = first.is_ascii_alphabetic() || *first >= 0x80 && *first != 0xe2;
            mark = if letter {
                0
            } else {
                mark_number(span.of(self.text))
            };
            if mark != 0 {
                break;
            }
            distance += 1;
            smalls += u64::from(if first.is_ascii() {
                first.is_ascii_lowercase()
            } else {
                span.of(self.text).starts_with(char::is_lowercase)
            });
            if self.ends_paragraph(at) {
                break;
            }
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
