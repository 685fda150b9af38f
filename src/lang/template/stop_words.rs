//! The stop words of the language, in two tiers. Source: say where the words are from.

use crate::lang::list::{List, list};

/// The first tier: articles, pronouns, prepositions, conjunctions, auxiliaries.
pub(super) const FUNCTION: List = list!["lo", "lo'", "ne", "ta"];

/// The second tier: adverbs, connectives and quantifiers. No word is in both.
pub(super) const EXTENDED: List = list!["hali", "tamu"];

/// The words of either tier that negate.
pub(super) const NEGATIONS: List = list!["ne"];
