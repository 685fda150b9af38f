//! What a model knows of single words: which words are used alike, and which kind of name a word
//! looks like.

use crate::models::hashed;
use crate::models::{Model, u16_at, u32_at};

/// What is known of a word.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Class {
    /// Its group, of a few hundred groups of words that are used alike.
    pub(super) coarse: u16,
    /// Its group, of a thousand.
    pub(super) fine: u16,
    /// The kinds of name that it was taken for when it was tried as one. 0 if it was never tried.
    pub(super) probe: u8,
}

impl Class {
    /// The class of an unknown word.
    pub(super) const NONE: Self = Self {
        coarse: u16::MAX,
        fine: u16::MAX,
        probe: 0,
    };
}

/// A hash table of words. A slot leads to a row, which has the groups of the word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Classes<'a> {
    /// The slots, with linear probing.
    slots: &'a [u8],
    coarse: &'a [u8],
    fine: &'a [u8],
}

/// A slot has, from the low bits on: the row plus one, the probe, and a part of the hash.
const ROW_BITS: u32 = 15;
const PROBE_BITS: u32 = 8;

impl<'a> Classes<'a> {
    /// Makes the table of three sections of a model file.
    pub(super) fn new(model: &'a Model, [slots, coarse, fine]: [usize; 3]) -> Self {
        Self {
            slots: model.section(slots),
            coarse: model.section(coarse),
            fine: model.section(fine),
        }
    }

    /// The class of a word as it is written; else in small letters; else with a capital.
    /// Apostrophes in the word must be straight.
    pub(super) fn of(self, word: &str, scratch: &mut String) -> Class {
        if let Some(class) = self.find(word) {
            return class;
        }
        scratch.clear();
        scratch.extend(word.chars().flat_map(char::to_lowercase));
        if scratch != word
            && let Some(class) = self.find(scratch)
        {
            return class;
        }
        let lower = scratch.len();
        let mut letters = word.chars();
        scratch.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        scratch.extend(letters.flat_map(char::to_lowercase));
        let capitalised = scratch.get(lower..).unwrap_or_default();
        self.find(capitalised).unwrap_or(Class::NONE)
    }

    fn find(self, word: &str) -> Option<Class> {
        let count = self.slots.len() / 4;
        let hash = hashed::text(word.as_bytes());
        let (mut at, check) = place(hash, count);
        for _ in 0..count {
            let slot = u32_at(self.slots, 4 * at)?;
            let row = (slot & ((1 << ROW_BITS) - 1)).checked_sub(1)? as usize;
            if slot >> (ROW_BITS + PROBE_BITS) == check {
                return Some(Class {
                    coarse: u16::from(*self.coarse.get(row)?),
                    fine: u16_at(self.fine, 2 * row)?,
                    probe: (slot >> ROW_BITS) as u8,
                });
            }
            at = (at + 1) % count;
        }
        None
    }
}

/// The slot where the search for a word begins, and the part of its hash that a slot keeps.
fn place(hash: u64, slots: usize) -> (usize, u32) {
    let at = ((hash >> 32) * slots as u64) >> 32;
    (at as usize, hash as u32 >> (ROW_BITS + PROBE_BITS))
}

/// Makes the slots of some words, each with its row and its probe. If the table cannot tell two
/// words apart, the first stays.
pub fn slots<'a>(count: usize, words: impl IntoIterator<Item = (&'a str, u16, u8)>) -> Vec<u32> {
    let mut slots = vec![0_u32; count];
    for (word, row, probe) in words {
        let (mut at, check) = place(hashed::text(word.as_bytes()), count);
        for _ in 0..count {
            let Some(slot) = slots.get_mut(at) else {
                break;
            };
            if *slot == 0 {
                *slot = check << (ROW_BITS + PROBE_BITS)
                    | u32::from(probe) << ROW_BITS
                    | (u32::from(row) + 1);
            }
            if *slot >> (ROW_BITS + PROBE_BITS) == check {
                break;
            }
            at = (at + 1) % count;
        }
    }
    slots
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back_in_any_case() {
        let slots: Vec<u8> = slots(8, [("Niamey", 1, 7), ("le", 0, 0), ("onu", 2, 3)])
            .into_iter()
            .flat_map(u32::to_le_bytes)
            .collect();
        let classes = Classes {
            slots: &slots,
            coarse: &[10, 11, 12],
            fine: &[0, 1, 1, 1, 2, 1],
        };
        let mut scratch = String::new();
        let mut of = |word| {
            let class = classes.of(word, &mut scratch);
            (class.coarse, class.fine, class.probe)
        };
        assert_eq!(of("Niamey"), (11, 257, 7));
        assert_eq!(of("NIAMEY"), (11, 257, 7));
        assert_eq!(of("Le"), (10, 256, 0));
        assert_eq!(of("ONU"), (12, 258, 3));
        assert_eq!(of("Zinder"), (u16::MAX, u16::MAX, 0));
        assert_eq!(of(""), (u16::MAX, u16::MAX, 0));
    }
}
