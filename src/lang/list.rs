//! Sets of words. The compiler makes the hash table of each.

use std::hint::select_unpredictable;

use unicode_normalization::char::compose;

use crate::normalize::lowered;

/// A set of words in lower case, NFC, with `'` for the apostrophe, sorted by bytes. [`list!`] makes
/// it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct List {
    words: &'static [&'static str],
    /// The hash table, with linear probing. A slot has the number of a word, from 1 on, or 0 if it
    /// is free. At least half of the slots are free, so most lookups of other words end at the
    /// first.
    slots: &'static [u16],
    /// A bit for each first byte, by its lower five bits, which a capital shares with its small letter.
    initials: u32,
    /// A bit for each length in bytes; the last is for all that are longer.
    lengths: u32,
    /// Whether a word begins with a dash or a quotation mark.
    marks: bool,
    /// Which of the lists of its language it is, for [`Marks`](super::Marks) of words; [`UNNUMBERED`]
    /// where nobody asks that.
    #[cfg(feature = "entities")]
    number: u8,
}

#[cfg(feature = "entities")]
const UNNUMBERED: u8 = u8::MAX;

/// Makes a [`List`] of the words in the brackets, or of slices of words:
/// `list![COMMON, &["own", "words"]]`. Each slice must be sorted, and no word may stand in two.
macro_rules! list {
    ($($word:literal),* $(,)?) => {{
        const WORDS: &[&str] = &[$($word),*];
        const SLOTS: [u16; $crate::lang::list::capacity(WORDS.len())] =
            $crate::lang::list::slots(WORDS);
        $crate::lang::list::List::new(WORDS, &SLOTS)
    }};
    ($($words:expr),+ $(,)?) => {{
        const SLICES: &[&[&str]] = &[$($words),+];
        const WORDS: [&str; $crate::lang::list::count(SLICES)] = $crate::lang::list::join(SLICES);
        const SLOTS: [u16; $crate::lang::list::capacity(WORDS.len())] =
            $crate::lang::list::slots(&WORDS);
        $crate::lang::list::List::new(&WORDS, &SLOTS)
    }};
}
pub(crate) use list;

/// The longest entry that a list may have, in bytes.
pub(crate) const LONGEST: usize = 64;

impl List {
    pub(crate) const EMPTY: Self = Self::new(&[], &[0]);

    pub(crate) const fn new(words: &'static [&'static str], slots: &'static [u16]) -> Self {
        Self {
            words,
            slots,
            initials: initials(words),
            lengths: lengths(words),
            marks: marks(words),
            #[cfg(feature = "entities")]
            number: UNNUMBERED,
        }
    }

    #[cfg(feature = "entities")]
    pub(crate) const fn numbered(self, number: u8) -> Self {
        Self { number, ..self }
    }

    /// Which of the lists of its language it is, if these are numbered.
    #[cfg(feature = "entities")]
    #[inline]
    pub(crate) fn number(self) -> Option<u8> {
        (self.number != UNNUMBERED).then_some(self.number)
    }

    pub(crate) const fn words(self) -> &'static [&'static str] {
        self.words
    }

    pub(crate) const fn is_empty(self) -> bool {
        self.words.is_empty()
    }

    /// Whether the list has a word, in any case, with either apostrophe and any hyphen.
    #[inline]
    pub(crate) fn holds(self, word: &str) -> bool {
        let bytes = word.as_bytes();
        if !self.may_begin(bytes) {
            false
        } else if word.is_ascii() {
            self.lengths & length_bit(bytes.len()) != 0
                && self.find(hash(bytes), |entry| entry.eq_ignore_ascii_case(bytes))
        } else {
            let folded = Folded::of(word);
            self.find(folded.hash(), |entry| entry == folded.bytes())
        }
    }

    /// Whether a word of the list may begin as `word` does.
    #[inline]
    fn may_begin(self, word: &[u8]) -> bool {
        match word {
            // Marks stand everywhere, and few lists have one.
            mark if is_mark(mark) => self.marks,
            // An accent that stands apart makes another letter of the first.
            [0x80..=0xff, ..] | [_, 0xcc | 0xcd, ..] => !self.is_empty(),
            [first, ..] => self.initials & initial_bit(*first) != 0,
            [] => false,
        }
    }

    /// Whether the list has a word, in any case. `false` for a word that is not ASCII.
    #[inline]
    pub(crate) fn holds_ascii(self, word: &[u8]) -> bool {
        word.is_ascii() && self.find(hash(word), |entry| entry.eq_ignore_ascii_case(word))
    }

    /// Like [`List::holds`], for a word whose [`hash`] in lower case is known. The word itself is
    /// asked for only if the list may have it, and folded only if it surely has.
    #[inline]
    pub(crate) fn holds_hashed<'a>(self, word_hash: u64, word: impl Fn() -> &'a str) -> bool {
        self.find(word_hash, |entry| {
            let word = word();
            entry.eq_ignore_ascii_case(word.as_bytes())
                || !word.is_ascii() && hash(entry) == word_hash && entry == Folded::of(word).bytes()
        })
    }

    /// How many characters the longest entry has whose first word is `letters`, written as in the list. 0 if
    /// there is none. The word may also have an `s` more, because that may have been cut off as a genitive.
    #[cfg(feature = "entities")]
    pub(crate) fn longest_from(self, letters: &str) -> usize {
        let first = self.words.partition_point(|word| *word < letters);
        let words = self.words.iter().skip(first);
        let words = words.map_while(|word| Some((word, word.strip_prefix(letters)?)));
        let ends = |rest: &str| !rest.starts_with(char::is_alphanumeric);
        // `d'Or`, `+Europa`
        let mark = letters.ends_with(|c: char| !c.is_alphanumeric() && c != '.');
        // No genitive is of one letter.
        let long = letters.chars().nth(1).is_some();
        let words = words.filter(|(_, rest)| {
            mark || ends(rest) || long && rest.strip_prefix('s').is_some_and(ends)
        });
        words
            .map(|(word, _)| word.chars().count())
            .max()
            .unwrap_or(0)
    }

    #[inline]
    fn find(self, hash: u64, is: impl Fn(&[u8]) -> bool) -> bool {
        let mut at = place(hash, self.slots.len());
        loop {
            let slot = self.slots.get(at).copied().unwrap_or_default();
            let Some(number) = slot.checked_sub(1) else {
                return false;
            };
            let entry = self.words.get(usize::from(number));
            if entry.is_some_and(|entry| is(entry.as_bytes())) {
                return true;
            }
            at = (at + 1) & (self.slots.len() - 1);
        }
    }
}

/// A word in lower case with `'` for the apostrophe, `-` for a hyphen, plain letters for raised ones,
/// and with each accent in its letter, cut off after
/// the length of the longest entry.
pub(crate) struct Folded {
    bytes: [u8; LONGEST + 1],
    length: usize,
}

impl Folded {
    pub(crate) fn of(word: &str) -> Self {
        let mut folded = Self {
            bytes: [0; LONGEST + 1],
            length: 0,
        };
        for c in word.chars() {
            match c {
                '\0'..='\x7f' => folded.push_byte(c.to_ascii_lowercase() as u8),
                '’' | 'ʼ' => folded.push_byte(b'\''),
                '\u{2010}' | '\u{2011}' => folded.push_byte(b'-'),
                '\u{300}'..='\u{36f}' => folded.push_accent(c),
                'ß'..='ÿ' => folded.push(c),
                'À'..='Ö' | 'Ø'..='Þ' => folded.push(char::from(c as u8 + 0x20)),
                _ => lowered(c).to_lowercase().for_each(|c| folded.push(c)),
            }
        }
        folded
    }

    #[inline]
    fn push_byte(&mut self, byte: u8) {
        if let Some(place) = self.bytes.get_mut(self.length) {
            *place = byte;
            self.length += 1;
        }
    }

    /// Joins an accent with the letter before it.
    fn push_accent(&mut self, accent: char) {
        let text = std::str::from_utf8(self.bytes()).unwrap_or_default();
        let letter = text.chars().next_back();
        match letter.and_then(|letter| Some((letter, compose(letter, accent)?))) {
            Some((letter, composed)) => {
                self.length -= letter.len_utf8();
                self.push(composed);
            }
            None => self.push(accent),
        }
    }

    pub(crate) fn push(&mut self, c: char) {
        let rest = self.bytes.get_mut(self.length..).unwrap_or_default();
        if let Some(place) = rest.get_mut(..c.len_utf8()) {
            self.length += c.encode_utf8(place).len();
        } else {
            // The word is longer than any entry. One byte more makes it unequal to all of them.
            self.length = self.bytes.len();
        }
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    pub(crate) fn hash(&self) -> u64 {
        hash(self.bytes())
    }
}

const fn initial_bit(initial: u8) -> u32 {
    1 << (initial & 31)
}

const fn length_bit(length: usize) -> u32 {
    1 << if length < 31 { length } else { 31 }
}

/// Whether a word begins with a dash or a quotation mark beyond ASCII that is the same in lower case.
#[inline]
const fn is_mark(word: &[u8]) -> bool {
    matches!(
        word,
        [0xc2, 0xab | 0xbb, ..] | [0xe2, 0x80, 0x93..=0x97 | 0x9a..=0x9f, ..]
    )
}

/// Whether one of some words begins with such a mark.
const fn marks(mut words: &[&str]) -> bool {
    while let [word, rest @ ..] = words {
        if is_mark(word.as_bytes()) {
            return true;
        }
        words = rest;
    }
    false
}

/// The first bytes of words, a bit for each.
const fn initials(mut words: &[&str]) -> u32 {
    let mut bits = 0;
    while let [word, rest @ ..] = words {
        if let [first, ..] = word.as_bytes() {
            bits |= initial_bit(*first);
        }
        words = rest;
    }
    bits
}

/// The lengths of words, a bit for each.
const fn lengths(mut words: &[&str]) -> u32 {
    let mut bits = 0;
    while let [word, rest @ ..] = words {
        bits |= length_bit(word.len());
        words = rest;
    }
    bits
}

/// The number of words in some slices. Only names are listed in slices.
#[cfg(any(feature = "entities", test))]
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
pub(crate) const fn count(slices: &[&[&str]]) -> usize {
    let (mut words, mut number) = (0, 0);
    while number < slices.len() {
        words += slices[number].len();
        number += 1;
    }
    words
}

/// The words of all slices in one sorted array. Each slice must be sorted.
#[cfg(any(feature = "entities", test))]
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
pub(crate) const fn join<const N: usize>(slices: &[&[&'static str]]) -> [&'static str; N] {
    let mut joined = [""; N];
    let (mut length, mut number) = (0, 0);
    while number < slices.len() {
        let mut rest = slices[number];
        // Merge from the end: the greater of the two last words takes the last free place.
        let (mut held, mut free) = (length, length + rest.len());
        length = free;
        while let [before @ .., word] = rest {
            free -= 1;
            if held > 0 && is_less(word, joined[held - 1]) {
                held -= 1;
                joined[free] = joined[held];
            } else {
                joined[free] = word;
                rest = before;
            }
        }
        number += 1;
    }
    joined
}

/// Whether a word stands before another by its bytes.
#[cfg(any(feature = "entities", test))]
const fn is_less(word: &str, other: &str) -> bool {
    let (mut word, mut other) = (word.as_bytes(), other.as_bytes());
    while let ([one, word_rest @ ..], [two, other_rest @ ..]) = (word, other) {
        if *one != *two {
            return *one < *two;
        }
        (word, other) = (word_rest, other_rest);
    }
    word.len() < other.len()
}

/// The number of slots for so many words.
pub(crate) const fn capacity(words: usize) -> usize {
    (2 * words + 1).next_power_of_two()
}

/// Fills the slots of a list.
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
pub(crate) const fn slots<const N: usize>(words: &[&str]) -> [u16; N] {
    let mut slots = [0; N];
    let mut number = 0;
    while number < words.len() {
        let mut at = place(hash(words[number].as_bytes()), N);
        while slots[at] != 0 {
            at = (at + 1) & (N - 1);
        }
        number += 1;
        slots[at] = number as u16;
    }
    slots
}

/// The slot where a hash belongs. `slots` is a power of two.
pub(crate) const fn place(hash: u64, slots: usize) -> usize {
    (hash >> 32) as usize & (slots - 1)
}

/// The hash of a word. Letters beyond ASCII must be in lower case; ASCII capitals count as small
/// letters.
#[inline]
pub(crate) const fn hash(word: &[u8]) -> u64 {
    let mut hash = word.len() as u64;
    let mut rest = word;
    while let Some((eight, after)) = rest.split_first_chunk() {
        if after.is_empty() {
            break;
        }
        hash = mix(hash, lower(u64::from_le_bytes(*eight)));
        rest = after;
    }
    // Reads the last bytes, which may overlap with those before.
    let last = if let Some(eight) = word.last_chunk() {
        u64::from_le_bytes(*eight)
    } else if let (Some(first), Some(last)) = (word.first_chunk(), word.last_chunk()) {
        (u32::from_le_bytes(*first) as u64) | (u32::from_le_bytes(*last) as u64) << 32
    } else if let [first, rest @ ..] = word {
        let second = if let [second, ..] = rest { *second } else { 0 };
        let last = if let [.., last] = rest { *last } else { 0 };
        u32::from_le_bytes([*first, second, last, 0]) as u64
    } else {
        0
    };
    mix(hash, lower(last))
}

/// The [`hash`] of up to sixteen bytes in lower case, without a branch. `first` and `last` are the
/// first and the last eight of them, with zeros behind the first and before the last.
#[inline]
pub(crate) fn hash_ends(first: u64, last: u64, length: usize) -> u64 {
    debug_assert!(length <= 16);
    let four_and_four = first & 0xffff_ffff | last >> 32 << 32;
    let short = select_unpredictable(length < 4, three(first as u32, length), four_and_four);
    let seed = length as u64;
    let (seed, end) = select_unpredictable(length > 8, (mix(seed, first), last), (seed, short));
    mix(seed, end)
}

/// As [`hash_ends`], for the last three bytes, or for all if there are fewer.
#[inline]
pub(crate) fn hash_last_three(first: u64, last: u64, length: usize) -> u64 {
    let three_bytes = select_unpredictable(length < 3, first, last >> 40) as u32;
    let length = length.min(3);
    mix(length as u64, three(three_bytes, length))
}

/// Up to three bytes as [`hash`] reads them.
#[inline]
fn three(block: u32, length: usize) -> u64 {
    u64::from(block | select_unpredictable(length == 2, block >> 8 << 16, 0))
}

const fn mix(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(23) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// Eight bytes with the ASCII capitals in lower case.
const fn lower(eight: u64) -> u64 {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let low = eight & (0x7f * EACH);
    let from_a = low + (0x80 - b'A' as u64) * EACH;
    let beyond_z = low + (0x7f - b'Z' as u64) * EACH;
    let capital = (from_a ^ beyond_z) & !eight & (0x80 * EACH);
    eight | capital >> 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalize::{is_apostrophe, is_hyphen};
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    const SAMPLE: List = list![
        "a",
        "aujourd'hui",
        "d'abord",
        "de",
        "du",
        "jusqu",
        "là",
        "puisqu",
        "qu",
        "à",
        "été",
        "où",
        "œuvre",
        "états-unis d'amérique",
        "ß",
        "ΐ",
    ];

    const JOINED: List = list![&["de", "été"], &["d'", "da", "œuvre"], &[], &["a", "zu"]];

    #[test]
    fn the_ends_have_the_hash_of_the_bytes() {
        let word = "abcdéfghijklmnopq";
        for start in 0..word.len() {
            for length in 0..=16.min(word.len() - start) {
                let bytes = &word.as_bytes()[start..start + length];
                let mut block = [0; 16];
                block[..length].copy_from_slice(bytes);
                let block = u128::from_le_bytes(block);
                let last = block.wrapping_shl(128 - 8 * length as u32) >> 64;
                let (first, last) = (block as u64, last as u64);
                assert_eq!(hash_ends(first, last, length), hash(bytes), "{bytes:?}");
                let three = &bytes[length.saturating_sub(3)..];
                assert_eq!(
                    hash_last_three(first, last, length),
                    hash(three),
                    "{bytes:?}"
                );
            }
        }
    }

    #[test]
    fn slices_are_joined() {
        let expected = ["a", "d'", "da", "de", "zu", "été", "œuvre"];
        assert_eq!(JOINED.words(), expected);
        for word in expected {
            assert!(JOINED.holds(word), "{word}");
        }
        assert!(!JOINED.holds("du"));
    }

    /// As a reader of the doc comment would write it.
    fn holds_naively(list: List, word: &str) -> bool {
        let folded: String = word
            .chars()
            .flat_map(char::to_lowercase)
            .map(|c| match c {
                c if is_apostrophe(c) => '\'',
                c if is_hyphen(c) => '-',
                c => lowered(c),
            })
            .nfc()
            .collect();
        list.words().contains(&folded.as_str())
    }

    #[test]
    fn entries_are_held_in_any_case() {
        for word in SAMPLE.words() {
            assert!(SAMPLE.holds(word), "{word}");
            assert!(SAMPLE.holds(&word.replace('\'', "’")), "{word}");
            assert!(SAMPLE.holds(&word.nfd().collect::<String>()), "{word}");
            assert_eq!(
                SAMPLE.holds(&word.to_uppercase()),
                holds_naively(SAMPLE, &word.to_uppercase())
            );
        }
        assert!(!SAMPLE.holds("") && !SAMPLE.holds("ete") && !List::EMPTY.holds("de"));
        assert!(!SAMPLE.holds(&"été".repeat(100)));
    }

    proptest! {
        #[test]
        fn the_table_changes_nothing(words in prop::collection::vec("\\PC{0,20}|[a-zA-ZÀ-ÿ’'‑-]{0,4}", 0..20)) {
            for word in words {
                prop_assert_eq!(SAMPLE.holds(&word), holds_naively(SAMPLE, &word), "{}", word);
            }
        }

        #[test]
        fn lower_is_that_of_ascii(bytes: [u8; 8]) {
            let expected = u64::from_le_bytes(bytes.map(|byte| byte.to_ascii_lowercase()));
            prop_assert_eq!(lower(u64::from_le_bytes(bytes)), expected);
        }
    }
}
