//! [`Vocabulary`]: what becomes of the words of one language, where no pipeline is needed.

use std::borrow::Cow;
use std::hash::BuildHasher;

use griot::segment::token_norm;
use griot::stem::Stemmer;
use griot::stop::stop;
use griot::terms::Form;
use griot::{Edition, Language, Stop, TokenKind};
use hashbrown::{DefaultHashBuilder, HashTable};

use crate::builder::Options;
use crate::role::{Role, push_term, role_of};

/// The edition of the stems, which is that of a pipeline.
pub(crate) const EDITION: Edition = Edition::Snowball3;

/// So many words may be young, and so many old. When there are more young ones, the old ones are forgotten,
/// and the young ones are old.
const GENERATION: usize = 1 << 15;
/// A longer word is seldom met again.
const LONGEST: usize = 64;

/// The words that a tokenizer has met, from text to text. No answer depends on it.
#[derive(Debug)]
pub(crate) struct Vocabulary {
    pub(crate) language: Language,
    stemmer: Option<Stemmer>,
    options: Options,
    hasher: DefaultHashBuilder,
    young: HashTable<Known>,
    old: HashTable<Known>,
}

/// What becomes of a word.
#[derive(Debug)]
struct Known {
    /// A table that grows asks for it.
    hash: u64,
    /// The word, and its term behind it: they are read together.
    letters: Box<str>,
    /// The bytes of the word.
    length: usize,
    kind: TokenKind,
    role: Role,
}

impl Known {
    fn is(&self, word: &str, kind: TokenKind) -> bool {
        let letters = self.letters.as_bytes().get(..self.length);
        self.kind == kind && letters == Some(word.as_bytes())
    }

    fn term(&self) -> &str {
        self.letters.get(self.length..).unwrap_or_default()
    }
}

impl Vocabulary {
    pub(crate) fn new(language: Language, options: Options) -> Self {
        let stems = options.form == Form::Stem;
        let stemmer = Stemmer::new(language, EDITION).ok().filter(|_| stems);
        Self {
            language,
            stemmer,
            options,
            hasher: DefaultHashBuilder::default(),
            young: HashTable::new(),
            old: HashTable::new(),
        }
    }

    /// What becomes of a word. If it is a term, it is written to `term`.
    #[inline]
    pub(crate) fn role(&mut self, word: &str, kind: TokenKind, term: &mut String) -> Role {
        term.clear();
        let hash = self.hasher.hash_one(word.as_bytes());
        match self.young.find(hash, |known| known.is(word, kind)) {
            Some(known) => {
                term.push_str(known.term());
                known.role
            }
            None => self.meet(word, kind, hash, term),
        }
    }

    /// The same for a word that is not young.
    #[inline(never)]
    fn meet(&mut self, word: &str, kind: TokenKind, hash: u64, term: &mut String) -> Role {
        let known = match self.old.find_entry(hash, |known| known.is(word, kind)) {
            Ok(entry) => {
                let (known, _) = entry.remove();
                term.push_str(known.term());
                known
            }
            Err(_) => {
                let role = self.decide(word, kind, term);
                if word.len() > LONGEST {
                    return role;
                }
                Known {
                    hash,
                    letters: [word, term].concat().into(),
                    length: word.len(),
                    kind,
                    role,
                }
            }
        };
        let role = known.role;
        if self.young.len() >= GENERATION {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert_unique(hash, known, |known| known.hash);
        role
    }

    fn decide(&self, word: &str, kind: TokenKind, term: &mut String) -> Role {
        let norm = token_norm(word, kind, self.language);
        let is_word = kind == TokenKind::Word;
        let tier = is_word.then(|| stop(&norm, self.language)).flatten();
        let is_stop = tier.is_some_and(|tier| tier != Stop::No);
        let role = role_of(word, kind, (tier, is_stop), self.options);
        if role == Role::Term {
            push_term(&self.form_of(&norm, kind), self.options, term);
        }
        role
    }

    /// The form of a word that is its term.
    pub(crate) fn form(&self, word: &str, kind: TokenKind) -> String {
        let norm = token_norm(word, kind, self.language);
        self.form_of(&norm, kind).into_owned()
    }

    fn form_of<'a>(&self, norm: &'a str, kind: TokenKind) -> Cow<'a, str> {
        let stemmer = self.stemmer.filter(|_| kind == TokenKind::Word);
        let stem = stemmer.map(|stemmer| stemmer.stem(norm));
        // Some algorithms leave nothing of a word.
        let stem = stem.filter(|stem| !stem.is_empty());
        stem.unwrap_or(Cow::Borrowed(norm))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::builder::Builder;

    /// More words than are kept: an answer is the same when it is remembered, was forgotten, or moved from
    /// the old to the young.
    #[test]
    fn what_is_remembered_changes_nothing() {
        let options = Builder::from(Language::FRENCH).options();
        let mut vocabulary = Vocabulary::new(Language::FRENCH, options);
        let fresh = Vocabulary::new(Language::FRENCH, options);
        let (mut term, mut expected) = (String::new(), String::new());
        let mut check = |word: &str, kind| {
            let role = vocabulary.role(word, kind, &mut term);
            expected.clear();
            let decided = fresh.decide(word, kind, &mut expected);
            assert_eq!((role, &term), (decided, &expected), "{word}");
            assert!(vocabulary.young.len() <= GENERATION && vocabulary.old.len() <= GENERATION);
        };
        for number in 0..3 * GENERATION {
            // What was met long ago is met again, at half the pace.
            check(&number.to_string(), TokenKind::Number);
            check(&(number / 2).to_string(), TokenKind::Number);
            if number % 1000 == 0 {
                check("Armées", TokenKind::Word);
                check("l’", TokenKind::Word);
            }
        }
    }
}
