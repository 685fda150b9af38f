//! The types of the tokens of a document that is read.

use std::hash::{BuildHasher, Hash};

use hashbrown::DefaultHashBuilder;

use super::TokenKind;
use crate::language::Language;
use crate::span::{Span, clamp};

/// The first token of a type.
#[derive(Clone, Copy)]
pub(super) struct Type {
    /// See [`head`].
    head: u64,
    start: u32,
    pub(super) length: u32,
    pub(super) kind: TokenKind,
    language: Language,
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
            head: head(text.as_bytes(), start, length)?,
            start,
            length,
            kind,
            language,
        })
    }

    /// The number of this type. A new one has the number of all that were there before.
    #[inline]
    pub(super) fn number(&self, text: &str, all: &[Self], seen: &mut Distinct) -> Option<u32> {
        let same = |other: u32| {
            let other = all.get(other as usize);
            other.is_some_and(|other| other.is(self, text))
        };
        let next = clamp(all.len());
        match self.length as usize <= HEAD {
            true => seen.number(self.head, next, same),
            false => seen.number(text.as_bytes().get(self.span().range())?, next, same),
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
const HEAD: usize = 8;

/// The first bytes of a token as a number, so that most tokens are compared at once. `None` if it reaches
/// beyond the text.
fn head(text: &[u8], start: u32, length: u32) -> Option<u64> {
    let (rest, length) = (text.get(start as usize..)?, length as usize);
    if length >= HEAD {
        return rest.first_chunk().map(|it| u64::from_le_bytes(*it));
    }
    let beyond = u64::MAX << (8 * length);
    if let Some(first) = rest.first_chunk() {
        return Some(u64::from_le_bytes(*first) & !beyond);
    }
    let bytes = rest.get(..length)?.iter().rev();
    Some(bytes.fold(0, |number, byte| number << 8 | u64::from(*byte)))
}

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
        thing: impl Hash,
        next: u32,
        same: impl Fn(u32) -> bool,
    ) -> Option<u32> {
        let (hash, last) = (self.hasher.hash_one(thing), self.slots.len() - 1);
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

    #[test]
    fn a_head_is_the_first_bytes_wherever_it_stands() {
        let text = "aé, bonjour aé bonjournal aé";
        for (start, length) in [
            (0, 0),
            (0, 3),
            (3, 1),
            (5, 7),
            (13, 3),
            (17, 10),
            (28, 3),
            (31, 0),
        ] {
            let bytes = text.as_bytes().iter().skip(start as usize);
            let first = bytes.take((length as usize).min(HEAD)).rev();
            let number = first.fold(0, |number, byte| number << 8 | u64::from(*byte));
            assert_eq!(
                head(text.as_bytes(), start, length),
                Some(number),
                "{start}, {length}"
            );
        }
        assert_eq!(head(text.as_bytes(), 28, 4), None);
        assert_eq!(head(text.as_bytes(), 32, 0), None);
    }

    #[test]
    fn types_are_told_by_all_their_bytes() {
        let text = "bonjournal bonjournée bonjournal bon\0 bon";
        let words = [(0, 10), (11, 11), (23, 10), (34, 4), (39, 3), (34, 3)];
        let mut seen = Distinct::with_capacity(words.len());
        let mut all = Vec::new();
        let numbers = words.map(|place| {
            let new = Type::new(text, place, TokenKind::Word, Language::FRENCH).unwrap();
            let number = new.number(text, &all, &mut seen).unwrap();
            if number as usize == all.len() {
                all.push(new);
            }
            number
        });
        assert_eq!(numbers, [0, 1, 0, 2, 3, 3]);
        let other = Type::new(text, (0, 10), TokenKind::Word, Language::ENGLISH).unwrap();
        assert_eq!(other.number(text, &all, &mut seen), Some(4));
    }

    #[test]
    fn a_full_table_has_no_room() {
        let mut seen = Distinct::with_capacity(0);
        assert_eq!(seen.number(1, 0, |_| false), Some(0));
        assert_eq!(seen.number(2, 1, |_| false), None);
    }
}
