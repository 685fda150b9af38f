//! Lemmas: the words of the closed classes, and endings of unknown words. Source: say where the
//! words are from.

use crate::document::Pos::{Adj, Adp, Det, Noun, Pron, Verb};
use crate::lang::LemmaRules;

pub(super) static LEMMAS: LemmaRules = LemmaRules {
    // Words of the closed classes: the word, its part of speech and its lemma, sorted.
    listed: &[("lan", Pron, "lo"), ("tan", Det, "ta")],
    // `domoj`, a noun: `domo`. The longer ending stands first.
    endings: &[(Noun, "ojn", "o"), (Noun, "oj", "o"), (Verb, "is", "i")],
    // Endings that hold only where the lexicon has the lemma.
    checked_endings: &[(Adj, "er", "")],
    // `du` stands for `de` and `ta`.
    contractions: &[("du", Adp, [("de", Adp), ("ta", Det)])],
    // Strings that tie a word to the word before it: `-t-lo`.
    ties: &["-t-", "-"],
    // `lomo'n`
    enclitics: &["'n"],
    // `dirilo`
    verb_pronouns: &["las", "lo"],
    // The spelling before such pronouns, and alone: `dírilo`, `diri`.
    before_pronouns: &[["í", "i"]],
    // `Etato` at the head of a sentence may be `étato`.
    capitals: &[('e', &['é'])],
    // The lexicon spells `oevo` as `œvo`.
    spellings: &[["oe", "œ"]],
    // The last part of a long word tells its lemma.
    compounds: false,
    // The lemma of a noun has a capital.
    capital_nouns: false,
};
