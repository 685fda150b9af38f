//! How the lemmas of a language are made.

use super::rules::{Changes, Endings, rules};
use crate::document::Pos;

rules! {
    /// How lemmas are made in a language, besides its lexicon. A `bool` is off by default.
    LemmaRules {
        /// Words with a listed lemma: the word, its part of speech, the lemma. Sorted by word and
        /// part of speech.
        listed: &'static [(&'static str, Pos, &'static str)],
        /// Rules for the endings of unknown words. The longer ending stands first.
        endings: Endings,
        /// Rules that hold only where the lexicon has the resulting lemma: the `er` of
        /// comparatives.
        checked_endings: Endings,
        /// Words that stand for two words: the word, its part of speech, and the two words with
        /// theirs. Sorted by word and part of speech.
        contractions: &'static [(&'static str, Pos, Contraction)],
        /// Strings at the head of a word that tie it to the word before, the longer first: the
        /// `-t-` of `-t-il`.
        ties: &'static [&'static str],
        /// Words that an apostrophe ties to the end of any word, with the apostrophe: the `'s` of
        /// `John's`.
        enclitics: &'static [&'static str],
        /// Pronouns at the end of a verb, the longer first: the `lo` of `decirlo`.
        verb_pronouns: &'static [&'static str],
        /// Parts of a verb as they are spelt before such pronouns, and as they are spelt without:
        /// the `á` of `dándolo` and the `a` of `dando`.
        before_pronouns: Changes,
        /// Letters without an accent, in lower case, each with the accented letters that its
        /// capital may stand for: `e`, `é`.
        capitals: &'static [(char, &'static [char])],
        /// Other spellings and those of the lexicon: `oe`, `œ`.
        spellings: Changes,
        /// Words are written together, and the last part tells the lemma: `Bundesregierungen`.
        compounds: bool,
        /// The lemma of a noun has a capital.
        capital_nouns: bool,
    }
}

/// The two words of a contraction with their parts of speech.
pub(crate) type Contraction = [(&'static str, Pos); 2];

impl LemmaRules {
    /// The listed lemma of a word in normal form.
    pub(crate) fn listed(&self, norm: &str, pos: Pos) -> Option<&'static str> {
        let found = self
            .listed
            .binary_search_by(|(word, own, _)| (*word, *own).cmp(&(norm, pos)));
        self.listed.get(found.ok()?).map(|(_, _, lemma)| *lemma)
    }

    /// The lemmas that the endings make of a normal form, each as the stem that is left and the
    /// letters that follow it.
    pub(crate) fn guesses(
        endings: Endings,
        norm: &str,
        pos: Pos,
    ) -> impl Iterator<Item = (&str, &'static str)> {
        let pos = if pos == Pos::Aux { Pos::Verb } else { pos };
        let endings = endings.iter().filter(move |(own, ..)| *own == pos);
        endings.filter_map(move |(_, ending, instead)| {
            // A stem has two letters at least.
            let stem = norm.strip_suffix(ending)?;
            (stem.chars().nth(1).is_some()).then_some((stem, *instead))
        })
    }

    /// The two words of a contraction that is in normal form.
    pub(crate) fn contraction(&self, norm: &str, pos: Pos) -> Option<Contraction> {
        let mut found = self.contractions.iter();
        let found = found.find(|(word, own, _)| *word == norm && *own == pos);
        found.map(|(_, _, words)| *words)
    }
}
