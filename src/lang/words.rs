//! How the words of a language are cut.

use super::list::{List, list};
use super::rules::{Rule, rule, rules};
use crate::normalize::DecimalMark;

rule!(DecimalMark, DecimalMark::Unknown);

rules! {
    /// How a language cuts words where it differs from Unicode's rules (UAX #29). A `bool` is off
    /// by default.
    WordRules {
        /// Correct the words of UAX #29: initials, abbreviations, `fin.Le`. Most of the fields
        /// below need it.
        corrects: bool,
        /// Words joined by hyphens are one word: `avion-cargo`.
        hyphens: bool,
        /// Numbers joined by hyphens are one word, even where `hyphens` is off.
        number_hyphens: bool,
        /// A hyphen at the end of a word belongs to it: `land- en tuinbouw`.
        trailing_hyphens: bool,
        /// Numbers joined by slashes are one word: `1/10`.
        slashes: bool,
        /// Letters joined by slashes are one word: `and/or`.
        letter_slashes: bool,
        /// Brackets without a space, `+` and `=` inside a word belong to it: `lid(staten)`, `a+b`.
        formulas: bool,
        /// Numbers joined by colons are one word: `10:15`.
        times: bool,
        /// Letters joined by `&` are one word: `R&D`.
        ampersands: bool,
        /// The `h` of `20h30` is a word by itself.
        hours: bool,
        /// The mark before the decimals of a number, where the other one groups digits.
        decimal_mark: DecimalMark,
        /// A space may group the digits of a number: `12 000` is one word.
        digit_groups: bool,
        /// The sign before a number belongs to it: `+5`.
        signs: bool,
        /// The `%` after a number belongs to it.
        percents: bool,
        /// A number and its dot are one word, an ordinal number, before the noun: `3. Mai`.
        ordinals: bool,
        /// As `ordinals`, but only before a small letter or a number: `17. listopadu`. A Roman
        /// numeral and its dot are one word before a name too: `Karel IV. Lucemburský`.
        small_ordinals: bool,
        /// A colon may stand inside a word: `EU:n`.
        colons: bool,
        /// A run of the same mark is one token: `!!`, `***`.
        runs: bool,
        /// An emoticon is one token: `:-)`.
        emoticons: bool,
        /// Two backquotes or two apostrophes are one token, a quotation mark.
        tex_quotes: bool,
        /// Words that are elided before an apostrophe and are words by themselves, without the
        /// apostrophe: the `l` of `l’armée`.
        elisions: List,
        /// The `elisions` that stand only before a vowel: with `m` here, `M’Bow` is one word.
        vowel_elisions: List,
        /// Words that are elided before an apostrophe and a space: the `k` of `k’ a`. Without the
        /// space they are one word with the next.
        spaced_elisions: List,
        /// Words that stay whole though an elision or a clitic would cut them: `l'on`,
        /// `rendez-vous`.
        whole_words: List,
        /// Clitics, without their hyphen: words that a hyphen joins to the word before, and that
        /// are words by themselves: the `il` of `dit-il`.
        clitics: List,
        /// The `clitics` that are none behind an acronym: the `CI` of `PPA-CI` is the country.
        acronym_ends: List,
        /// Letters that may stand, with a hyphen of their own, between a word and some clitics: the
        /// `t` of `va-t-il`.
        euphonic_letters: List,
        /// The `clitics` that may follow a euphonic letter.
        euphonic_clitics: List,
        /// Words that begin with an apostrophe, without it: the `t` of Dutch `'t`.
        aphereses: List,
        /// Prefixes that a hyphen joins to the next word even where `hyphens` is off: `ex`.
        prefixes: List,
        /// First parts of compounds, behind which a hyphen stays at the end of a line too: the `sous` of
        /// `sous-⏎marin`.
        first_parts: List,
        /// Units with a slash or a power: `km/h`, `m²`.
        units: List,
        /// Letters that may stand before `$`: the `us` of `US$`.
        dollars: List,
        /// Endings that may stand in brackets at the end of a word: the `e` of `député(e)`.
        inclusive_endings: List,
        /// Words that `°` or `º` may end: the `n` of `n°`.
        degree_abbreviations: List = list!["n"],
        /// Abbreviations without their final dot. Their dot ends no sentence.
        abbreviations: List,
        /// Abbreviations with a capital, as `M.`, `Dr.`, or before a name: `gen. Weiss`. Their dot
        /// ends no sentence.
        title_abbreviations: List,
        /// Abbreviations only before a number: the `p.` of `p. 12` and of `p. XII`.
        number_abbreviations: List,
        /// Months: a weekday is abbreviated only before a day and a month.
        months: List,
        /// Abbreviations of months: only behind a day or before a year, as in `18 sept. 2018`.
        month_abbreviations: List,
        /// Abbreviations of weekdays: the `mar.` of `mar. 19 déc.`.
        weekday_abbreviations: List,
        /// Abbreviations only where no capital follows.
        inner_abbreviations: List,
        /// Abbreviations behind a number, but not before a word that begins sentences: the `Std.` of
        /// `3 Std. Anfahrt`.
        unit_abbreviations: List,
        /// Abbreviations, but not before a word that begins sentences: the `r.` of `1918 r. Polska`.
        name_abbreviations: List,
        /// Abbreviations whose dot may end a sentence: `etc.`.
        closing_abbreviations: List,
    }
}
