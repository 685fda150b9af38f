//! The tag dictionary of a model: words that always have the same part of speech. The model is not
//! asked for them.
//!
//! Taggers have had one since Ratnaparkhi, *A maximum entropy model for part-of-speech tagging*, 1996.
//! This one has single words, mostly words of the grammar, and sets of categories of the lexicon: a
//! word that can only be a noun is one.

use hashbrown::HashMap;

use crate::document::{Pos, TokenKind};

/// The part of speech of words and of sets of categories.
#[derive(Clone, Debug, Default)]
pub struct TagDictionary {
    /// The words, in normal form. The model is asked for a word without a part of speech, whatever its
    /// categories.
    words: HashMap<Box<str>, Option<Pos>>,
    /// The sets of categories, a bit for each, sorted.
    categories: Vec<(u16, Pos)>,
}

impl TagDictionary {
    /// Reads the words and the sets of categories. A line is a word or a number, a space, and a part of
    /// speech or `?`. Returns `None` if a line is anything else.
    pub fn read(words: &str, categories: &str) -> Option<Self> {
        let pos = |name: &str| Pos::ALL.iter().copied().find(|pos| pos.as_str() == name);
        let word = |line: &str| {
            let (word, name) = line.split_once(' ')?;
            let pos = if name == "?" { None } else { Some(pos(name)?) };
            Some((word.into(), pos))
        };
        let set = |line: &str| {
            let (set, name) = line.split_once(' ')?;
            Some((set.parse().ok()?, pos(name)?))
        };
        let mut categories: Vec<_> = categories.lines().map(set).collect::<Option<_>>()?;
        categories.sort_unstable();
        Some(Self {
            words: words.lines().map(word).collect::<Option<_>>()?,
            categories,
        })
    }

    /// Whether a token may be in a dictionary: it is a word in small letters. Capitals may be of a name.
    pub(super) fn may_have(surface: &str, kind: TokenKind) -> bool {
        kind == TokenKind::Word && !surface.contains(char::is_uppercase)
    }

    /// The part of speech of a word in normal form. `categories` are those that the lexicon allows;
    /// `None` for a function word, which must be in the dictionary itself.
    pub(super) fn pos(&self, norm: &str, categories: Option<u16>) -> Option<Pos> {
        if let Some(pos) = self.words.get(norm) {
            return *pos;
        }
        let categories = categories?;
        let found = self
            .categories
            .binary_search_by_key(&categories, |(set, _)| *set);
        self.categories.get(found.ok()?).map(|(_, pos)| *pos)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_before_categories() {
        let dictionary = TagDictionary::read("et CCONJ\nabord ?\n", "8 VERB\n1 NOUN\n").unwrap();
        assert_eq!(dictionary.pos("et", None), Some(Pos::Cconj));
        assert_eq!(dictionary.pos("abord", Some(1)), None);
        assert_eq!(dictionary.pos("maison", Some(1)), Some(Pos::Noun));
        assert_eq!(dictionary.pos("dort", Some(8)), Some(Pos::Verb));
        assert_eq!(dictionary.pos("porte", Some(9)), None);
        assert_eq!(dictionary.pos("le", None), None);
    }

    #[test]
    fn a_capital_is_not_looked_up() {
        for (surface, has) in [("et", true), ("l’", true), ("Et", false), ("ÉTÉ", false)] {
            let may_have = TagDictionary::may_have(surface, TokenKind::Word);
            assert_eq!(may_have, has, "{surface}");
        }
        assert!(!TagDictionary::may_have("12", TokenKind::Number));
    }

    #[test]
    fn other_lines_are_refused() {
        for (words, categories) in [("et", ""), ("et AND", ""), ("", "1 ?"), ("", "noun NOUN")] {
            assert!(TagDictionary::read(words, categories).is_none());
        }
    }
}
