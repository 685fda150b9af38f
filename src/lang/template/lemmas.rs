//! Lemmas of words of the closed classes and endings of unknown words. Source: say where they are
//! from.

use crate::document::Pos::{Adj, Adp, Det, Noun, Pron, Verb};
use crate::lang::LemmaRules;

pub(super) static LEMMAS: LemmaRules = LemmaRules {
    // The forms of closed classes: the word, its part of speech and its lemma, sorted.
    listed: &[("lan", Pron, "lo"), ("tan", Det, "ta")],
    // `domoj`, a noun: `domo`. The longer ending stands first.
    endings: &[(Noun, "ojn", "o"), (Noun, "oj", "o"), (Verb, "is", "i")],
    // Taken for endings only where the lexicon has the lemma.
    checked_endings: &[(Adj, "er", "")],
    // `du` stands for `de` and `ta`.
    contractions: &[("du", Adp, [("de", Adp), ("ta", Det)])],
    // What ties a word to the one before it: `-t-lo`.
    ties: &["-t-", "-"],
    // `lomo'n`
    enclitics: &["'n"],
    // `dirilo`
    verb_pronouns: &["las", "lo"],
    // How a verb is spelt before them, and alone: `dírilo`, `diri`.
    before_pronouns: &[["í", "i"]],
    // `Etato` at the head of a sentence may be `étato`.
    capitals: &[('e', &['é'])],
    // `oevo` stands in the lexicon as `œvo`.
    spellings: &[["oe", "œ"]],
    // The last part of a long word tells its lemma.
    compounds: false,
    // The lemma of a noun has a capital.
    capital_nouns: false,
};
