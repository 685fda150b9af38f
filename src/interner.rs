//! The words that a worker has met: each is hashed once where it stands, and every room keeps what
//! it knows of a word by its number.
//!
//! The interner forgets by two generations. Words that were met since its last turn are young, and
//! the others are old. When there are many young ones, the old ones are forgotten, and the young
//! ones are old. This is done between two texts only, so that a word is good for its whole text.

use std::hash::BuildHasher;
use std::ops::Range;

use hashbrown::DefaultHashBuilder;

use crate::document::TokenKind;
use crate::language::Language;
use crate::prefetch::prefetch;
use crate::span::clamp;

/// So many words may be young, and so many old. A text of more words has them for itself.
const GENERATION: usize = 1 << 15;
const MOST: usize = 2 * GENERATION;
/// The bytes of those words that are longer than [`SHORT`], of both generations.
const MOST_BYTES: usize = 1 << 19;
/// A word of so many bytes is its own key.
const SHORT: usize = 16;
/// A longer token stands in one place of one text, and is forgotten with the first.
pub(crate) const LONGEST: usize = 256;

/// A word of an interner: letters, kind and language. Good until the interner forgets it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct Word {
    slot: u32,
    version: u32,
}

impl Word {
    /// Whether other texts may meet it: a text of very many words has some of them for itself.
    pub(crate) fn is_kept(self) -> bool {
        (self.slot as usize) < MOST
    }
}

/// The words of a worker.
#[derive(Debug, Default)]
pub(crate) struct Interner {
    hasher: DefaultHashBuilder,
    slots: Slots,
    rows: Vec<Row>,
    /// The slots below [`MOST`] that are in no use.
    free: Vec<u32>,
    /// The letters, in UTF-8, of words that are no keys themselves.
    letters: Vec<u8>,
    /// The distinct words of this text, by the number of the type.
    words: Vec<Word>,
    /// The number of this text, from 1.
    text: u64,
    /// The first text whose words are young.
    young_from: u64,
    young: usize,
    /// How often words were forgotten.
    turns: u32,
}

#[derive(Debug)]
struct Row {
    key: Key,
    /// The first byte in [`Interner::letters`].
    start: u32,
    length: u32,
    class: (TokenKind, Language),
    version: u32,
    /// The last text with this word, 0 for a free row, and the number of its type there.
    type_id: u32,
    text: u64,
}

/// The key of a word and its hash.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Hashed {
    key: Key,
    hash: u32,
}

/// What a word is found by. With its length it is all of a short word.
type Key = (u64, u64);

impl Row {
    /// Whether the letters are kept beside the key.
    fn is_long(&self) -> bool {
        self.length as usize > SHORT
    }

    fn letters<'a>(&self, letters: &'a [u8]) -> &'a [u8] {
        let start = self.start as usize;
        letters
            .get(start..start + self.length as usize)
            .unwrap_or_default()
    }
}

impl Interner {
    /// Begins a text. Numbers of types begin at 0 again.
    pub(crate) fn begin(&mut self) {
        self.words.clear();
        if self.young >= GENERATION || self.rows.len() > MOST || self.letters.len() > MOST_BYTES {
            self.forget();
        }
        self.text += 1;
    }

    /// What the word at a range of `text`, in UTF-8, is found by.
    #[inline]
    pub(crate) fn hash(&self, text: &[u8], range: Range<usize>) -> Hashed {
        let key = self.key(text, range);
        let hash = self.hasher.hash_one(key) as u32;
        Hashed { key, hash }
    }

    /// The slot where a word is, if it was met and nothing else has its place.
    #[inline]
    pub(crate) fn likely_slot(&self, hashed: Hashed) -> u32 {
        self.slots.first(hashed.hash).unwrap_or_default()
    }

    /// Fetches the words in some slots.
    #[inline]
    pub(crate) fn prefetch(&self, slots: &[u32]) {
        let rows = slots
            .iter()
            .filter_map(|slot| self.rows.get(*slot as usize));
        prefetch(rows.map(|row| row.version));
    }

    /// The number of a token's type among the distinct ones of this text, in the order in which
    /// they come. `surface` is its letters in UTF-8, and `hashed` their hash.
    #[inline]
    pub(crate) fn intern(
        &mut self,
        Hashed { key, hash }: Hashed,
        surface: &[u8],
        kind: TokenKind,
        language: Language,
    ) -> u32 {
        let length = clamp(surface.len());
        let (rows, letters) = (&self.rows, &self.letters);
        let found = self.slots.find(hash, |slot| {
            rows.get(slot as usize).is_some_and(|row| {
                row.key == key
                    && row.length == length
                    && row.class == (kind, language)
                    && (!row.is_long() || row.letters(letters) == surface)
            })
        });
        let next = clamp(self.words.len());
        let Some(slot) = found else {
            self.add(surface, key, hash, (kind, language));
            return next;
        };
        let Some(row) = self.rows.get_mut(slot as usize) else {
            return next;
        };
        if row.text != self.text {
            self.young += usize::from(row.text < self.young_from);
            (row.text, row.type_id) = (self.text, next);
            let version = row.version;
            self.words.push(Word { slot, version });
        }
        row.type_id
    }

    /// The distinct words of the text, by the number of the type.
    pub(crate) fn words(&self) -> &[Word] {
        &self.words
    }

    /// Adds a word that is new.
    fn add(&mut self, surface: &[u8], key: Key, hash: u32, class: (TokenKind, Language)) {
        let row = Row {
            key,
            start: clamp(self.letters.len()),
            length: clamp(surface.len()),
            class,
            version: self.turns,
            type_id: clamp(self.words.len()),
            text: self.text,
        };
        if row.is_long() {
            self.letters.extend_from_slice(surface);
        }
        let slot = self.free.pop().unwrap_or(clamp(self.rows.len()));
        match self.rows.get_mut(slot as usize) {
            Some(place) => *place = row,
            None => self.rows.push(row),
        }
        self.slots.insert(hash, slot);
        let version = self.turns;
        self.words.push(Word { slot, version });
        self.young += 1;
    }

    /// Short words differ in length in no order that a processor could foresee, so their key is made without a
    /// branch: of the bytes from their first one on, those behind the word are blotted out.
    #[inline]
    fn key(&self, text: &[u8], range: Range<usize>) -> Key {
        let length = range.len();
        let rest = text.get(range.start..).unwrap_or_default();
        let head = match rest.first_chunk() {
            Some(head) => u128::from_le_bytes(*head),
            None => {
                let mut head = [0; SHORT];
                head.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
                u128::from_le_bytes(head)
            }
        };
        let Some(behind) = SHORT.checked_sub(length) else {
            let word = rest.get(..length).unwrap_or(rest);
            return (head as u64, self.hasher.hash_one(word));
        };
        let inside = u128::MAX.checked_shr(u8::BITS * clamp(behind));
        let word = head & inside.unwrap_or_default();
        (word as u64, (word >> u64::BITS) as u64)
    }

    /// Forgets the old words, and makes the young ones old, as far as there is place.
    fn forget(&mut self) {
        self.turns = self.turns.wrapping_add(1);
        let mut letters = Vec::new();
        let mut kept = 0;
        self.free.clear();
        let mut stays = vec![false; self.rows.len().min(MOST)];
        for (slot, (row, stays)) in self.rows.iter_mut().zip(&mut stays).enumerate() {
            let bytes = if row.is_long() {
                row.length as usize
            } else {
                0
            };
            let fits =
                kept < GENERATION && bytes <= LONGEST && letters.len() + bytes <= MOST_BYTES / 2;
            *stays = fits && row.text >= self.young_from.max(1);
            if *stays {
                kept += 1;
                let start = clamp(letters.len());
                if bytes > 0 {
                    letters.extend_from_slice(row.letters(&self.letters));
                }
                row.start = start;
            } else {
                row.text = 0;
                self.free.push(clamp(slot));
            }
        }
        self.rows.truncate(MOST);
        self.rows.shrink_to(MOST);
        self.letters = letters;
        self.slots
            .retain(|slot| stays.get(slot as usize).copied().unwrap_or_default());
        self.words.shrink_to(MOST);
        self.young = 0;
        self.young_from = self.text + 1;
    }
}

/// Slots of words by their hashes. An entry is a hash and below it one more than a slot; it stands
/// at its hash or behind, where the first place was free. Half of the places are free or more.
#[derive(Debug, Default)]
struct Slots {
    entries: Vec<u64>,
    count: usize,
}

impl Slots {
    /// The slot at the place of a hash.
    #[inline]
    fn first(&self, hash: u32) -> Option<u32> {
        let mask = self.entries.len().checked_sub(1)?;
        let entry = *self.entries.get(hash as usize & mask)?;
        (entry as u32).checked_sub(1)
    }

    #[inline]
    fn find(&self, hash: u32, is: impl Fn(u32) -> bool) -> Option<u32> {
        let mask = self.entries.len().checked_sub(1)?;
        let mut at = hash as usize;
        loop {
            let entry = *self.entries.get(at & mask)?;
            let slot = (entry as u32).checked_sub(1)?;
            if (entry >> 32) as u32 == hash && is(slot) {
                return Some(slot);
            }
            at += 1;
        }
    }

    fn insert(&mut self, hash: u32, slot: u32) {
        if 2 * self.count >= self.entries.len() {
            self.resize(2 * self.entries.len(), |_| true);
        }
        self.count += 1;
        self.put(u64::from(hash) << 32 | (u64::from(slot) + 1));
    }

    fn put(&mut self, entry: u64) {
        let mask = self.entries.len() - 1;
        let mut at = (entry >> 32) as usize;
        while let Some(place) = self.entries.get_mut(at & mask) {
            if *place == 0 {
                *place = entry;
                return;
            }
            at += 1;
        }
    }

    /// Forgets slots.
    fn retain(&mut self, keep: impl Fn(u32) -> bool) {
        self.resize(self.entries.len().min(2 * MOST), keep);
    }

    fn resize(&mut self, length: usize, keep: impl Fn(u32) -> bool) {
        let length = length.max(1 << 10);
        let entries = std::mem::replace(&mut self.entries, vec![0; length]);
        self.count = 0;
        for entry in entries {
            if (entry as u32).checked_sub(1).is_some_and(&keep) {
                self.count += 1;
                self.put(entry);
            }
        }
    }
}

/// What a room knows of words, by slot. A row of another version is of a word that was forgotten.
#[derive(Debug)]
pub(crate) struct Memo<T> {
    rows: Vec<Option<(u32, T)>>,
}

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self { rows: Vec::new() }
    }
}

impl<T> Memo<T> {
    /// Fetches what is known of the words in some slots.
    #[inline]
    pub(crate) fn prefetch(&self, slots: impl Iterator<Item = u32>) {
        let rows = slots.filter_map(|slot| self.rows.get(slot as usize));
        prefetch(rows.flatten().map(|(version, _)| *version));
    }

    /// Fetches what is known of words.
    pub(crate) fn prefetch_all(&self, words: &[Word]) {
        self.prefetch(words.iter().map(|word| word.slot));
    }

    pub(crate) fn get(&self, word: Word) -> Option<&T> {
        match self.rows.get(word.slot as usize) {
            Some(Some((version, value))) if *version == word.version => Some(value),
            _ => None,
        }
    }

    pub(crate) fn set(&mut self, word: Word, value: T) {
        let slot = word.slot as usize;
        if slot >= self.rows.len() {
            self.rows.resize_with(slot + 1, || None);
        }
        if let Some(row) = self.rows.get_mut(slot) {
            *row = Some((word.version, value));
        }
    }

    /// Begins a text: drops what was known of words that only the text before had place for.
    pub(crate) fn begin(&mut self) {
        self.rows.truncate(MOST);
        self.rows.shrink_to(MOST);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;

    const FR: Language = Language::FRENCH;

    /// Interns the tokens of a text; returns the numbers of their types.
    fn read<'t>(interner: &mut Interner, tokens: impl IntoIterator<Item = &'t str>) -> Vec<u32> {
        interner.begin();
        let tokens = tokens.into_iter();
        tokens
            .map(|token| number(interner, token, TokenKind::Word, FR))
            .collect()
    }

    fn number(interner: &mut Interner, token: &str, kind: TokenKind, language: Language) -> u32 {
        let hashed = interner.hash(token.as_bytes(), 0..token.len());
        interner.intern(hashed, token.as_bytes(), kind, language)
    }

    fn numbered(from: usize, count: usize) -> Vec<String> {
        (from..from + count).map(|n| format!("w{n}")).collect()
    }

    fn strs(words: &[String]) -> impl Iterator<Item = &str> {
        words.iter().map(String::as_str)
    }

    #[test]
    fn letters_kind_and_language_make_a_word() {
        let mut interner = Interner::default();
        let ids = read(&mut interner, ["la", "l’", "la", "La", "l'", "à", "a", ""]);
        assert_eq!(ids, [0, 1, 0, 2, 3, 4, 5, 6]);
        assert_eq!(number(&mut interner, "la", TokenKind::Other, FR), 7);
        let german = Language::GERMAN;
        assert_eq!(number(&mut interner, "la", TokenKind::Word, german), 8);
        assert_eq!(number(&mut interner, "la", TokenKind::Word, FR), 0);
        assert_eq!(interner.words().len(), 9);
    }

    #[test]
    fn a_word_is_the_same_wherever_it_stands() {
        let interner = Interner::default();
        let text = "les élèves d’incontestablement longtemps, 1234567 12345678 123456789abcdef g";
        for start in (0..text.len()).filter(|at| text.is_char_boundary(*at)) {
            for end in (start..=text.len()).filter(|at| text.is_char_boundary(*at)) {
                let alone = &text.as_bytes()[start..end];
                let inside = interner.hash(text.as_bytes(), start..end);
                let alone = interner.hash(alone, 0..alone.len());
                assert_eq!((inside.key, inside.hash), (alone.key, alone.hash));
            }
        }
    }

    #[test]
    fn a_word_is_the_same_in_the_next_text() {
        let mut interner = Interner::default();
        read(&mut interner, ["un", "deux", "incontestablement"]);
        let first = interner.words().to_vec();
        let ids = read(&mut interner, ["incontestablement", "trois", "un"]);
        assert_eq!(ids, [0, 1, 2]);
        let words = interner.words();
        assert_eq!((words[0], words[2]), (first[2], first[0]));
        assert!(!first.contains(&words[1]));
    }

    /// What is met in every text stays, whatever else comes, and the interner does not grow.
    #[test]
    fn forgets_what_is_old() {
        let mut interner = Interner::default();
        let mut memo = Memo::default();
        let mut first = None;
        for round in 0..100 {
            let words = numbered(round * 1000, 1000);
            read(&mut interner, ["le"].into_iter().chain(strs(&words)));
            let le = interner.words()[0];
            assert_eq!(*first.get_or_insert(le), le);
            assert!(interner.rows.len() <= MOST + 1001);
            for (word, letters) in interner.words().iter().skip(1).zip(&words) {
                assert_eq!(memo.get(*word), None, "{letters}");
                memo.set(*word, letters.clone());
            }
        }
        assert_eq!(interner.turns, 3);
        let words = numbered(99 * 1000, 1000);
        read(&mut interner, strs(&words));
        for (word, letters) in interner.words().iter().zip(&words) {
            assert_eq!(memo.get(*word), Some(letters));
        }
    }

    #[test]
    fn a_text_of_very_many_words_has_them_for_itself() {
        let mut interner = Interner::default();
        let mut memo = Memo::default();
        read(&mut interner, ["le"]);
        let le = interner.words()[0];
        let words = numbered(0, 2 * MOST);
        let ids = read(&mut interner, strs(&words).chain(strs(&words)));
        let all: Vec<u32> = (0..clamp(words.len())).collect();
        assert_eq!(ids, [all.clone(), all].concat());
        assert_eq!(
            interner.words().iter().filter(|it| it.is_kept()).count(),
            MOST - 1
        );
        interner.words().iter().for_each(|word| memo.set(*word, ()));
        read(&mut interner, ["le"]);
        assert_eq!(interner.words(), [le]);
        memo.begin();
        assert!(interner.rows.len() <= MOST && interner.rows.capacity() <= 2 * MOST);
        assert!(interner.slots.count <= GENERATION + 1 && memo.rows.len() <= MOST);
        read(&mut interner, strs(&words[MOST..]));
        assert!(
            interner
                .words()
                .iter()
                .all(|word| memo.get(*word).is_none())
        );
    }

    #[test]
    fn long_tokens_are_forgotten_first() {
        let mut interner = Interner::default();
        let long = "a".repeat(MOST_BYTES);
        let (shorter, other) = (&long[1..], format!("{}b", &long[1..]));
        let ids = read(
            &mut interner,
            [&long, shorter, "incontestablement", &other, &long],
        );
        assert_eq!(ids, [0, 1, 2, 3, 0]);
        let word = interner.words()[2];
        read(&mut interner, ["incontestablement"]);
        assert_eq!(interner.words(), [word]);
        assert_eq!(interner.letters, b"incontestablement");
        for round in 0..2000 {
            let token = format!("{round:0>LONGEST$}");
            read(&mut interner, [token.as_str()]);
        }
        assert!(interner.letters.len() <= MOST_BYTES + LONGEST);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        /// As a map for each text, cold or warm, and whatever is forgotten between two texts.
        #[test]
        fn numbers_types_as_a_map_would(
            texts in prop::collection::vec(
                (prop::collection::vec("[aé’]{0,5}|[ab]{7,19}|[a]{250,260}", 0..40), any::<bool>()),
                1..12,
            ),
        ) {
            let mut interner = Interner::default();
            let mut memo: Memo<String> = Memo::default();
            for (tokens, forgets) in &texts {
                if *forgets {
                    interner.forget();
                }
                let ids = read(&mut interner, strs(tokens));
                let mut types = HashMap::new();
                for (token, id) in tokens.iter().zip(ids) {
                    let next = clamp(types.len());
                    prop_assert_eq!(*types.entry(token).or_insert(next), id);
                    let word = interner.words()[id as usize];
                    prop_assert!(memo.get(word).is_none_or(|known| known == token));
                    memo.set(word, token.clone());
                }
                prop_assert_eq!(types.len(), interner.words().len());
            }
        }
    }
}
