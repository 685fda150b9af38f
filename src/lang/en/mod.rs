//! English.
//!
//! Source: written by hand for this crate.

mod stop_words;

use super::Rules;

pub(super) static RULES: Rules = Rules {
    closing_abbreviations: &["a.m", "co", "corp", "etc", "inc", "jr", "ltd", "p.m", "sr"],
    title_abbreviations: &[
        "capt", "col", "dr", "gen", "gov", "hon", "lt", "messrs", "mr", "mrs", "ms", "mt", "prof",
        "rep", "rev", "sen", "sgt", "st",
    ],
    abbreviations: &["cf", "e.g", "eg", "i.e", "ie", "viz", "vs"],
    number_abbreviations: &["art", "ch", "fig", "no", "nos", "p", "pp", "vol"],
    function_words: stop_words::FUNCTION,
    extended_words: stop_words::EXTENDED,
    ..Rules::NONE
};
