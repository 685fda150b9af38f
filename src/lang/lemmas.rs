//! What the lemmas of a language are made of.

use super::rules::{Changes, Endings, rules};
use crate::document::Pos;

rules! {
    /// What lemmas are made of in a language, beside its lexicon.
    LemmaRules {
        /// Words whose lemma is listed, sorted: for a part of speech, the word and the lemma.
        listed: &'static [(&'static str, Pos, &'static str)],
        /// The endings of unknown words and what stands for them in the lemma, the longer first.
        endings: Endings,
        /// Endings that are one only where the lexicon has the lemma: the `er` of comparatives.
        checked_endings: Endings,
        /// Words that stand for two, sorted: for a part of speech, the two with their own.
        contractions: &'static [(&'static str, Pos, Contraction)],
        /// What ties a word to the one before it, the longer first: `-t-il`.
        ties: &'static [&'static str],
        /// Words that an apostrophe ties to the end of any word: `John's`.
        enclitics: &'static [&'static str],
        /// Pronouns that stand at the end of a verb, the longer first: `decirlo`.
        verb_pronouns: &'static [&'static str],
        /// How a verb is spelt before them, and without: `dándolo`, `dando`.
        before_pronouns: Changes,
        /// The letters with accents that a capital stands for.
        capitals: &'static [(char, &'static [char])],
        /// Other spellings, and those of the lexicon: `oeuvre`, `œuvre`.
        spellings: Changes,
        /// Words are written together, and the last part tells the lemma: `Bundesregierungen`.
        compounds: bool,
        /// The lemma of a noun has a capital.
        capital_nouns: bool,
    }
}

/// The two words that a contraction stands for, with their parts of speech.
pub(crate) type Contraction = [(&'static str, Pos); 2];

impl LemmaRules {
    /// The listed lemma of a normal form.
    pub(crate) fn listed(&self, norm: &str, pos: Pos) -> Option<&'static str> {
        let found = self
            .listed
            .binary_search_by(|(word, own, _)| (*word, *own).cmp(&(norm, pos)));
        self.listed.get(found.ok()?).map(|(_, _, lemma)| *lemma)
    }

    /// What endings of the language make of a normal form: what is left of it, and what follows.
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

    /// The two words that a normal form stands for.
    pub(crate) fn contraction(&self, norm: &str, pos: Pos) -> Option<Contraction> {
        let mut found = self.contractions.iter();
        let found = found.find(|(word, own, _)| *word == norm && *own == pos);
        found.map(|(_, _, words)| *words)
    }
}
