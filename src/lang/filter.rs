//! Quick filters of the tokenizer: they tell that a word is in no list, without a lookup.

use super::WordRules;
use super::list::List;
use super::rules::{Rule, rule};

/// The filters of a language. The compiler makes them from its lists.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Filters {
    pub(crate) abbreviations: Filter,
    pub(crate) clitics: Filter,
    /// The part of a whole word behind its apostrophe: the `on` of `l'on`.
    pub(crate) unelided: Filter,
    /// The single letters that are elided, a [`bit`] each.
    elisions: u32,
}

rule!(Filters, Self::of(&WordRules::NONE));

impl Filters {
    pub(crate) const fn of(words: &WordRules) -> Self {
        let abbreviations = Filter::NONE
            .with(words.abbreviations)
            .with(words.title_abbreviations)
            .with(words.number_abbreviations)
            .with(words.month_abbreviations)
            .with(words.weekday_abbreviations)
            .with(words.inner_abbreviations)
            .with(words.closing_abbreviations);
        Self {
            abbreviations,
            clitics: Filter::NONE.with(words.clitics),
            unelided: Filter::NONE.with_ends(words.whole_words),
            elisions: letters(words.elisions),
        }
    }

    /// Whether an ASCII letter is elided by itself, as the `l` of `l'armée` is.
    #[inline]
    pub(crate) fn elides(&self, letter: u8) -> bool {
        self.elisions & bit(letter) != 0
    }
}

/// Which words may be in some lists, by their length and their first two bytes and the last one. A
/// word that the filter excludes is in none of the lists.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Filter {
    first: [u32; LONG + 1],
    second: [u32; LONG + 1],
    last: [u32; LONG + 1],
}

/// Words of this length and longer ones share a row.
const LONG: usize = 9;

impl Filter {
    const NONE: Self = Self {
        first: [0; LONG + 1],
        second: [0; LONG + 1],
        last: [0; LONG + 1],
    };

    /// Adds the words of a list.
    #[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
    const fn with(mut self, list: List) -> Self {
        let (words, mut number) = (list.words(), 0);
        while number < words.len() {
            self.add(words[number].as_bytes());
            number += 1;
        }
        self
    }

    /// Adds, for each word of a list, the letters behind its first apostrophe, up to the next
    /// apostrophe or the end. A part that a hyphen ends is left out.
    #[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
    const fn with_ends(mut self, list: List) -> Self {
        let (words, mut number) = (list.words(), 0);
        while number < words.len() {
            let word = words[number].as_bytes();
            let mut start = 0;
            while start < word.len() && word[start] != b'\'' {
                start += 1;
            }
            let mut end = start + 1;
            while end < word.len() && word[end] != b'\'' && word[end] != b'-' {
                end += 1;
            }
            if end == word.len() || end < word.len() && word[end] == b'\'' {
                self.add(word.split_at(start + 1).1.split_at(end - start - 1).0);
            }
            number += 1;
        }
        self
    }

    #[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
    const fn add(&mut self, word: &[u8]) {
        if let (Some(begin), Some(end)) = (word.first(), word.last()) {
            let length = if word.len() < LONG { word.len() } else { LONG };
            self.first[length] |= bit(*begin);
            self.second[length] |= bit(word[if word.len() > 1 { 1 } else { 0 }]);
            self.last[length] |= bit(*end);
        }
    }

    /// Whether a word of Latin letters is surely in none of the lists.
    #[inline]
    pub(crate) fn excludes(&self, word: &[u8]) -> bool {
        let length = word.len().min(LONG);
        let rows = [&self.first, &self.second, &self.last].map(|row| row.get(length).copied());
        let [Some(first), Some(second), Some(last)] = rows else {
            return true;
        };
        // A word has as many bytes as its entry in the list. A test keeps letters for which this is
        // not so out of the lists.
        if first == 0 {
            return true;
        }
        let ([begin, ..], [.., end]) = (word, word) else {
            return false;
        };
        // Beyond Latin-1 the bits of a capital and its small letter differ.
        let same = word.iter().all(|byte| *byte < 0xc4);
        let next = word.get(1).unwrap_or(begin);
        let fits =
            [(first, begin), (second, next), (last, end)].map(|(row, byte)| row & bit(*byte));
        same && fits.contains(&0)
    }
}

/// A bit for a letter; the same for a capital and its small letter, in ASCII and Latin-1.
const fn bit(byte: u8) -> u32 {
    1 << (byte & 31)
}

/// The entries of a list that are a single ASCII letter, a [`bit`] each.
#[allow(clippy::indexing_slicing, reason = "evaluated by the compiler")]
const fn letters(list: List) -> u32 {
    let (words, mut number, mut letters) = (list.words(), 0, 0);
    while number < words.len() {
        if let [letter] = words[number].as_bytes() {
            letters |= bit(*letter);
        }
        number += 1;
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::list::list;

    const SAMPLE: List = list![
        "aujourd'hui",
        "c'est-à-dire",
        "d'artagnan",
        "de",
        "jusqu",
        "l'on",
        "puisqu",
        "où",
        "à",
        "été",
    ];

    #[test]
    fn no_entry_is_excluded() {
        let filter = Filter::NONE.with(SAMPLE);
        for word in SAMPLE.words() {
            for word in [
                word.to_string(),
                word.to_uppercase(),
                word.replace('\'', "’"),
            ] {
                assert!(!filter.excludes(word.as_bytes()), "{word}");
            }
        }
        for word in ["dy", "Jusqué", "ici", "abracadabra", "dictionnaires"] {
            assert!(filter.excludes(word.as_bytes()), "{word}");
        }
    }

    #[test]
    fn ends_are_what_stands_behind_an_apostrophe() {
        let filter = Filter::NONE.with_ends(SAMPLE);
        for end in ["Artagnan", "on", "HUI"] {
            assert!(!filter.excludes(end.as_bytes()), "{end}");
        }
        for other in ["armée", "de", "jusqu", "est", "artagnans"] {
            assert!(filter.excludes(other.as_bytes()), "{other}");
        }
    }
}
