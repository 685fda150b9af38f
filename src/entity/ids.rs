//! The ids of names.

use std::hash::BuildHasher;
use std::ops::Range;

use hashbrown::DefaultHashBuilder;
use hashbrown::hash_table::{Entry, HashTable};
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

use crate::document::Label;
use crate::lines::unbroken;
use crate::normalize::nfc;

/// A name in small letters without accents, with hyphens for all other characters: `Côte d’Ivoire`
/// becomes `cote-d-ivoire`.
///
/// Only scripts that can do without their marks lose them. In `दिल्ली` and `ガーナ` the marks are
/// letters.
pub(super) fn fold(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    push_folded(&nfc(&unbroken(name)), 0, &mut folded);
    trim(&mut folded);
    folded
}

/// Whether the script of a character can do without its marks: Latin, Greek, Cyrillic, Hebrew,
/// Arabic. The marks of these scripts count too.
fn drops_marks(c: char) -> bool {
    matches!(c, '\0'..='\u{77f}' | '\u{870}'..='\u{8ff}' | '\u{1d00}'..='\u{20ff}' | '\u{fb00}'..='\u{feff}')
}

/// Appends a folded name in NFC, or the next part of it, to what begins at `start`.
fn push_folded(name: &str, start: usize, folded: &mut String) {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    if name.bytes().all(plain) {
        folded.push_str(name);
        return;
    }
    let mut push = |c: char| {
        if c.is_ascii_alphanumeric() {
            folded.push(c.to_ascii_lowercase());
        } else if is_combining_mark(c) {
            folded.extend((!drops_marks(c)).then_some(c));
        } else if c.is_alphanumeric() {
            folded.extend(c.to_lowercase());
        } else if !(folded.len() == start || folded.ends_with('-')) {
            folded.push('-');
        }
    };
    for c in name.chars() {
        match c {
            '\0'..='\x7f' => push(c),
            _ if drops_marks(c) => decompose_canonical(c, &mut push),
            _ => push(c),
        }
    }
}

fn trim(folded: &mut String) {
    folded.truncate(folded.trim_end_matches('-').len());
}

/// The id of a folded name: `per:salifou-modi`.
pub(super) fn id_of(label: Label, folded: &str) -> String {
    let label = label.as_str();
    let mut id = String::with_capacity(label.len() + 1 + folded.len());
    id.push_str(label);
    id.make_ascii_lowercase();
    id.push(':');
    id.push_str(folded);
    id
}

/// The number of a folded name of a document.
pub(super) type NameId = usize;

/// The folded names of a document, each once.
#[derive(Debug, Default)]
pub(super) struct FoldedNames {
    text: String,
    /// Where each stands in the text; a name may stand in another.
    names: Vec<Range<usize>>,
    ids: HashTable<NameId>,
    hasher: DefaultHashBuilder,
    /// Where the words of the name that was folded last begin in it.
    words: Vec<usize>,
}

impl FoldedNames {
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.names.clear();
        self.ids.clear();
    }

    pub(super) fn get(&self, id: NameId) -> &str {
        let name = self.names.get(id).cloned();
        name.and_then(|name| self.text.get(name))
            .unwrap_or_default()
    }

    /// The number of a name of some words, which need not be folded.
    pub(super) fn of_words<'a>(&mut self, words: impl Iterator<Item = &'a str>) -> NameId {
        let start = self.text.len();
        self.words.clear();
        for word in words {
            push_folded(" ", start, &mut self.text);
            self.words.push(self.text.len() - start);
            push_folded(word, start, &mut self.text);
        }
        trim(&mut self.text);
        let before = self.names.len();
        let id = self.of_range(start..self.text.len());
        if self.names.len() == before {
            self.text.truncate(start);
        }
        id
    }

    /// The number of the end of a name: of `name`, which was made of words last, from one of these on.
    pub(super) fn of_end(&mut self, name: NameId, word: usize) -> NameId {
        let Some(whole) = self.names.get(name).cloned() else {
            return name;
        };
        let word = self.words.get(word).copied().unwrap_or_default();
        self.of_range((whole.start + word).min(whole.end)..whole.end)
    }

    /// The number of the first word of a name.
    pub(super) fn of_beginning(&mut self, name: NameId) -> NameId {
        let Some(whole) = self.names.get(name).cloned() else {
            return name;
        };
        let length = self.get(name).find('-').unwrap_or(whole.len());
        self.of_range(whole.start..whole.start + length)
    }

    /// The number of a name with its words in the order of their letters.
    pub(super) fn in_order(&mut self, name: NameId) -> NameId {
        let mut words: Vec<&str> = self.get(name).split('-').collect();
        if words.is_sorted() {
            return name;
        }
        words.sort_unstable();
        let sorted = words.join(" ");
        self.of_words(std::iter::once(sorted.as_str()))
    }

    fn of_range(&mut self, range: Range<usize>) -> NameId {
        let (text, names, hasher) = (&self.text, &mut self.names, &self.hasher);
        let name = |range: Range<usize>| text.get(range).unwrap_or_default();
        let new = name(range.clone());
        let hash = |id: &NameId| hasher.hash_one(names.get(*id).cloned().map_or("", name));
        let same = |id: &NameId| {
            names
                .get(*id)
                .cloned()
                .is_some_and(|known| name(known) == new)
        };
        let id = names.len();
        match self.ids.entry(hasher.hash_one(new), same, hash) {
            Entry::Occupied(known) => *known.get(),
            Entry::Vacant(place) => {
                place.insert(id);
                names.push(range);
                id
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization as _;

    use super::*;

    #[test]
    fn folding_leaves_letters_digits_and_hyphens() {
        assert_eq!(fold("Côte d’Ivoire"), "cote-d-ivoire");
        assert_eq!(fold("Co\u{302}te d'Ivoire"), "cote-d-ivoire");
        assert_eq!(fold("  L’O.N.U.  "), "l-o-n-u");
        assert_eq!(fold("Œuvre ŁÓDŹ İzmir"), "œuvre-łodz-izmir");
        assert_eq!(fold("« G20 »"), "g20");
        assert_eq!(fold("Ἀθῆναι Йошкар-Ола مُحَمَّد"), "αθηναι-иошкар-ола-محمد");
        assert_eq!(fold("…"), "");
        assert_eq!(fold(""), "");
    }

    #[test]
    fn marks_that_are_letters_stay() {
        for name in ["한국", "ガーナ", "दिल्ली", "กรุงเทพ", "ஈழம்"]
        {
            assert_eq!(fold(name), name);
            let parts: String = name.nfd().collect();
            assert_eq!(fold(&parts), name);
        }
    }
}
