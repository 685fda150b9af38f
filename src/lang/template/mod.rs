//! The template of a language: an example of every rule, in a language that does not exist.
//!
//! To add a language, copy this file and those of the others that you can fill to a folder named by
//! the code of your language. Replace the words by your own. Leave out the rules that your language
//! does not need: end the group with `..WordRules::NONE` or the like.
//!
//! Entries of a list are in lower case, in NFC, with `'` for the apostrophe, sorted by bytes. The
//! tests of `lang` name the entry that is not.
//!
//! Source of every list: say where the words are from.

#[cfg(feature = "entities")]
mod dates;
mod lemmas;
mod morph;
#[cfg(feature = "entities")]
mod names;
#[cfg(feature = "entities")]
mod speech;
mod stop_words;
#[cfg(feature = "entities")]
mod tense;
mod zones;

use super::list::list;
use super::{DecimalMark, Rules, SentenceRules, StopRules, WordRules};

pub(super) const RULES: Rules = Rules {
    words: WordRules {
        // Most of the rules below need this one.
        corrects: true,
        // `avio-karo` is one word. A language in which it is three words may still join numbers.
        hyphens: true,
        number_hyphens: false,
        // `land- kaj urbo`: the hyphen belongs to the word.
        trailing_hyphens: false,
        // `1/10`, `kaj/aŭ`
        slashes: true,
        letter_slashes: false,
        // `lomo(j)`, `a+b`
        formulas: false,
        // `10:15`
        times: true,
        // `R&D`
        ampersands: true,
        // `20h30` is three words.
        hours: false,
        // `1.234,5`
        decimal_mark: DecimalMark::Comma,
        // `12 000`, `+5`, `5%` are one word.
        digit_groups: true,
        signs: true,
        percents: false,
        // `3. mayo`
        ordinals: false,
        // `17. mayo` and `Karlo IV.`, where nouns have no capital.
        small_ordinals: false,
        // `EU:n`
        colons: false,
        // `!!`, `:-)` and two apostrophes are one token.
        runs: false,
        emoticons: true,
        tex_quotes: true,
        // `l'avio` is `l'` and `avio`.
        elisions: list!["d", "l", "n"],
        // `n'avio` is two words, but `n'nova` is one.
        vowel_elisions: list!["n"],
        // `k' avio` is `k'` and `avio`, but `k'avio` is one word.
        spaced_elisions: list!["k"],
        // Each of these is one word, though `lo` is a clitic and `l` is elided.
        whole_words: list!["kom-lo", "l'un"],
        // `vidi-lo` is `vidi` and `-lo`.
        clitics: list!["lo", "ta"],
        // The `LO` of `ABC-LO` is none.
        acronym_ends: list!["lo"],
        // `vidi-n-lo` is `vidi` and `-n-lo`. `vidi-n-ta` is one word.
        euphonic_letters: list!["n"],
        euphonic_clitics: list!["lo"],
        // `'s` is a word.
        aphereses: list!["s"],
        // `ex-ministro` is one word even where `hyphens` is off.
        prefixes: list!["ex"],
        // The hyphen of `sub-ŝipo` stays at the end of a line too.
        first_parts: list!["sub"],
        units: list!["km/h", "m²"],
        // `US$`
        dollars: list!["us"],
        // `lomo(j)` is one word even where `formulas` is off.
        inclusive_endings: list!["j"],
        // `n°`
        degree_abbreviations: list!["n"],
        // Abbreviations, without their dot. These end no sentence. The next ones count only with a
        // capital or before a name, only before a number, only where no capital follows, and only
        // where no word follows that begins sentences. The last ones may end a sentence.
        abbreviations: list!["ekz"],
        title_abbreviations: list!["dr", "sro"],
        number_abbreviations: list!["art", "p"],
        // `2 mrt. 2020`, `lun. 2 marto`
        months: list!["marto", "mayo"],
        month_abbreviations: list!["mrt"],
        weekday_abbreviations: list!["lun"],
        inner_abbreviations: list!["k"],
        // `3 hr. Vojo`
        unit_abbreviations: list!["hr"],
        name_abbreviations: list!["j"],
        closing_abbreviations: list!["ktp", "ltd"],
    },
    sentences: SentenceRules {
        small_starts: false,
        tight_quotes: false,
        short_words_abbreviate: false,
        // `»Ja.«`
        inward_guillemets: false,
        // `Li diras. «Jes»`
        stops_announce: false,
        model_only_headings: false,
        name_particles: list!["de"],
        addresses: list!["ekscelenco"],
        // Sentences begin with these, as with the function words.
        starters: list!["kial"],
        // `“Kiu?” S-ro Modi demandis.`
        speech_verbs: list!["demandis"],
        // `Yahoo!`
        exclaimed_names: list!["yahoo"],
        closing_marks: list!["።"],
        quotation_particles: list!["to"],
    },
    stops: StopRules {
        function: stop_words::FUNCTION,
        extended: stop_words::EXTENDED,
        negations: stop_words::NEGATIONS,
    },
    lemmas: Some(&lemmas::LEMMAS),
    morph: Some(&morph::MORPH),
    zones: &zones::ZONES,
    #[cfg(feature = "entities")]
    names: Some(&names::NAMES),
    #[cfg(feature = "entities")]
    dates: Some(&dates::DATES),
    #[cfg(feature = "entities")]
    speech: Some(&speech::SPEECH),
    ..Rules::NONE
};
