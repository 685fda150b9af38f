//! The types of the tokens of a document that is read.

use std::hash::BuildHasher;

use hashbrown::DefaultHashBuilder;

use super::TokenKind;
use super::lanes::{self, LANES};
use crate::language::Language;
use crate::span::Span;

/// The first token of a type.
#[derive(Clone, Copy)]
pub(super) struct Type {
    /// The first bytes, so that most tokens are compared at once.
    head: u64,
    start: u32,
    pub(super) length: u32,
    pub(super) kind: TokenKind,
    pub(super) language: Language,
}

impl Type {
    /// The type of a token that starts at a byte and has a length. `None` if it reaches beyond the text.
    #[inline]
    pub(super) fn new(
        text: &str,
        (start, length): (u32, u32),
        kind: TokenKind,
        language: Language,
    ) -> Option<Self> {
        start.checked_add(length)?;
        Some(Self {
            head: lanes::at(text.as_bytes(), start, length)?,
            start,
            length,
            kind,
            language,
        })
    }

    /// The number of this type. A new one has the number `next`, and `known` has all before it.
    #[inline]
    pub(super) fn number<'a>(
        &self,
        text: &str,
        next: u32,
        known: impl Fn(u32) -> Option<&'a Self>,
        seen: &mut Distinct,
    ) -> Option<u32> {
        let same = |other| known(other).is_some_and(|other| other.is(self, text));
        seen.number(text.as_bytes().get(self.span().range())?, next, same)
    }

    /// Whether the bytes of the token stand at a byte of the text.
    #[inline]
    pub(super) fn stands_at(&self, start: u32, text: &str) -> bool {
        let Some(rest) = text.as_bytes().get(start as usize..) else {
            return false;
        };
        match rest.first_chunk() {
            Some(head) if self.length as usize <= HEAD => {
                (u64::from_le_bytes(*head) ^ self.head) & lanes::mask(self.length) == 0
            }
            _ => {
                let token = text.as_bytes().get(self.span().range());
                token.is_some_and(|token| rest.starts_with(token))
            }
        }
    }

    fn span(&self) -> Span {
        Span::new(self.start, self.start + self.length)
    }

    pub(super) fn of<'a>(&self, text: &'a str) -> Option<&'a str> {
        self.span().get(text)
    }

    /// Whether both are the same: text, kind and language.
    #[inline]
    pub(super) fn is(&self, other: &Self, text: &str) -> bool {
        let rest = |of: &Self| text.as_bytes().get(of.span().range())?.get(HEAD..);
        self.head == other.head
            && self.length == other.length
            && self.kind == other.kind
            && self.language == other.language
            && (self.length as usize <= HEAD || rest(self) == rest(other))
    }
}

/// Of so many bytes most tokens are.
const HEAD: usize = LANES;

/// The numbers of things that are all different, in a table of which half is free. A thing stands at its hash
/// or behind it.
pub(super) struct Distinct {
    /// A number plus one, or 0.
    slots: Vec<u32>,
    hasher: DefaultHashBuilder,
}

impl Distinct {
    /// Room for so many things.
    pub(super) fn with_capacity(capacity: usize) -> Self {
        Self {
            slots: vec![0; (2 * capacity + 1).next_power_of_two()],
            hasher: DefaultHashBuilder::default(),
        }
    }

    /// The number of a thing: that of the one before of which `same` says that it is the same, or the next one.
    /// `None` if there is no room.
    #[inline]
    pub(super) fn number(
        &mut self,
        thing: &[u8],
        next: u32,
        same: impl Fn(u32) -> bool,
    ) -> Option<u32> {
        let first = lanes::first(thing);
        let hash = match thing.last_chunk() {
            None => self.hasher.hash_one(first),
            Some(last) if thing.len() <= 2 * LANES => {
                self.hasher.hash_one((first, u64::from_le_bytes(*last)))
            }
            Some(_) => self.hasher.hash_one(thing),
        };
        let last = self.slots.len() - 1;
        for at in 0..=last {
            let slot = self
                .slots
                .get_mut((hash as usize).wrapping_add(at) & last)?;
            match slot.checked_sub(1) {
                None => {
                    *slot = next.checked_add(1)?;
                    return Some(next);
                }
                Some(other) if same(other) => return Some(other),
                Some(_) => {}
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::clamp;

    #[test]
    fn a_type_stands_where_its_bytes_do() {
        let text = "aé, bonjour aé bonjournal aé bonjournal";
        for (start, length) in [(0, 3), (3, 1), (5, 7), (13, 3), (17, 10), (28, 3), (32, 10)] {
            let word = Type::new(text, (start, length), TokenKind::Word, Language::FRENCH);
            let (word, bytes) = (word.unwrap(), text.as_bytes());
            for at in 0..=clamp(text.len()) {
                let there = bytes[at as usize..].starts_with(word.of(text).unwrap().as_bytes());
                assert_eq!(word.stands_at(at, text), there, "{start}, {length} at {at}");
            }
            assert!(!word.stands_at(u32::MAX, text));
        }
        for place in [(31, 12), (44, 1), (u32::MAX, 2)] {
            assert!(Type::new(text, place, TokenKind::Word, Language::FRENCH).is_none());
        }
    }

    #[test]
    fn types_are_told_by_all_their_bytes() {
        let text = "bonjournal bonjournée bonjournal bon\0 bon";
        let words = [(0, 10), (11, 11), (23, 10), (34, 4), (39, 3), (34, 3)];
        let mut seen = Distinct::with_capacity(words.len());
        let mut all: Vec<Type> = Vec::new();
        let numbers = words.map(|place| {
            let new = Type::new(text, place, TokenKind::Word, Language::FRENCH).unwrap();
            let next = clamp(all.len());
            let known = |id: u32| all.get(id as usize);
            let number = new.number(text, next, known, &mut seen).unwrap();
            if number as usize == all.len() {
                all.push(new);
            }
            number
        });
        assert_eq!(numbers, [0, 1, 0, 2, 3, 3]);
        let other = Type::new(text, (0, 10), TokenKind::Word, Language::ENGLISH).unwrap();
        let known = |id: u32| all.get(id as usize);
        assert_eq!(other.number(text, 4, known, &mut seen), Some(4));
    }

    #[test]
    fn a_full_table_has_no_room() {
        let mut seen = Distinct::with_capacity(0);
        assert_eq!(seen.number(b"un", 0, |_| false), Some(0));
        assert_eq!(seen.number(b"deux", 1, |_| false), None);
    }
}
