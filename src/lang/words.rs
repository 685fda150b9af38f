//! What the words of a language are made of.

use super::list::{List, list};
use super::rules::rules;

rules! {
    /// What words are in a language, where Unicode's rules (UAX #29) say something else.
    WordRules {
        /// Correct the words of UAX #29: initials, abbreviations, `fin.Le`, and what is below.
        corrects: bool,
        /// What hyphens tie is one word.
        hyphens: bool,
        /// Numbers that hyphens tie are one word, where other words are not.
        number_hyphens: bool,
        /// A hyphen at the end of a word belongs to it: `land- en tuinbouw`.
        trailing_hyphens: bool,
        /// Numbers that slashes tie are one word.
        slashes: bool,
        /// Letters that slashes tie are one word.
        letter_slashes: bool,
        /// Brackets without a space, `+` and `=` inside a word belong to it: `lid(staten)`, `a+b`.
        formulas: bool,
        /// Numbers that colons tie are one word.
        times: bool,
        /// Letters that `&` ties are one word.
        ampersands: bool,
        /// The `h` of `20h30` is a word of its own.
        hours: bool,
        /// Spaces group the digits of a number.
        digit_groups: bool,
        /// A number holds the sign before it.
        signs: bool,
        /// A number holds the `%` after it.
        percents: bool,
        /// A number with a dot is an ordinal before what it counts.
        ordinals: bool,
        /// A run of one mark is one token: `!!`, `***`.
        runs: bool,
        /// `:-)` is one token.
        emoticons: bool,
        /// Two backquotes or two apostrophes are a quotation mark.
        tex_quotes: bool,
        /// What may stand before an apostrophe as a word of its own.
        elisions: List,
        /// Those of them that stand before vowels only: `M'Bow` is one word.
        vowel_elisions: List,
        /// Words that an elision or a clitic would cut.
        whole_words: List,
        /// What a hyphen may tie to the word before it.
        clitics: List,
        /// What may stand with its own hyphen between a word and some clitics, and which these are:
        /// the `t` of `va-t-il`.
        euphonic_letters: List,
        euphonic_clitics: List,
        /// What may stand behind an apostrophe that begins a word.
        aphereses: List,
        /// What a hyphen ties to the word after it, where others do not.
        prefixes: List,
        /// Units with a slash or a power.
        units: List,
        /// What may stand before `$`.
        dollars: List,
        /// What may stand in brackets at the end of a word.
        inclusive_endings: List,
        /// What `°` or `º` ends: `n°`.
        degree_abbreviations: List = list!["n"],
        /// Abbreviations, without their dot, that end no sentence.
        abbreviations: List,
        /// The same, but only with a capital.
        title_abbreviations: List,
        /// The same, but only before a number.
        number_abbreviations: List,
        /// The same, but not before a capital.
        inner_abbreviations: List,
        /// Abbreviations that may end one.
        closing_abbreviations: List,
    }
}
