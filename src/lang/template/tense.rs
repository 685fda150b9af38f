//! What tells the past from the future. Source: say where the words are from.

use crate::lang::TenseRules;
use crate::lang::list::list;

pub(super) static TENSE: TenseRules = TenseRules {
    // `planita`, and a word before an infinitive: `iras veni`; `devis veni` was to come.
    future: list!["planita"],
    before_infinitive: list!["iras"],
    planned: list!["devis"],
    infinitives: &["i"],
    // `venos`, but not the noun `roos`.
    future_endings: &["os"],
    not_future: list!["roos"],
    // `estis`, `venis`, but not the noun `basis`.
    past: list!["estis"],
    past_endings: &["is"],
    not_past: list!["basis"],
    // `veninta`, `arestita`
    participle_endings: &["inta", "ita"],
    participles: list!["morta"],
    // `por mardo`; `ĝis mardo` may be of the past.
    toward: list!["por"],
    until: list!["ĝis"],
    // `la elekto komenciĝas la 3an`, `la elekto de la 3a`, `la ministro, kiu venos`
    scheduled: list!["komenciĝas"],
    occasions: list!["elekto"],
    clause_words: list!["kiu"],
};
