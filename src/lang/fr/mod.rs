//! French.
//!
//! Source of every list: written by hand for this crate, unless a file says otherwise.

mod calendar;
#[cfg(feature = "entities")]
mod capitals;
#[cfg(feature = "entities")]
mod dates;
#[cfg(feature = "entities")]
mod demonyms;
#[cfg(feature = "entities")]
mod events;
mod lemmas;
mod morph;
#[cfg(feature = "entities")]
mod names;
#[cfg(feature = "entities")]
mod nationalities;
#[cfg(feature = "entities")]
mod organisations;
#[cfg(feature = "entities")]
mod speech;
#[cfg(feature = "entities")]
mod sports;
mod stop_words;
#[cfg(feature = "entities")]
mod tense;
#[cfg(feature = "entities")]
mod titles;
mod zones;

use super::list::list;
use super::{DecimalMark, Rules, SentenceRules, StopRules, WordRules};

pub(super) const RULES: Rules = Rules {
    words: WordRules {
        corrects: true,
        decimal_mark: DecimalMark::Comma,
        hyphens: true,
        slashes: true,
        ampersands: true,
        hours: true,
        digit_groups: true,
        signs: true,
        elisions: list![
            "c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "quoiqu", "s", "t",
            "y", "z", "ç",
        ],
        vowel_elisions: list!["m", "n"],
        whole_words: list![
            "c'est-à-dire",
            "celle-ci",
            "celle-là",
            "celles-ci",
            "celles-là",
            "celui-ci",
            "celui-là",
            "ceux-ci",
            "ceux-là",
            "chez-elle",
            "chez-lui",
            "chez-moi",
            "chez-nous",
            "chez-toi",
            "chez-vous",
            "d'artagnan",
            "de-ci",
            "de-là",
            "garde-à-vous",
            "jusque-là",
            "l'on",
            "là-là",
            "m'as-tu-vu",
            "par-ci",
            "par-là",
            "qu'en-dira-t-on",
            "quant-à-moi",
            "quant-à-nous",
            "rendez-vous",
            "s'il-vous-plaît",
            "va-t-en",
        ],
        clitics: list![
            "ce", "ci", "elle", "elles", "en", "il", "ils", "je", "l'en", "l'y", "la", "le", "les",
            "leur", "lui", "là", "m'en", "m'y", "moi", "nous", "on", "t'en", "t'y", "toi", "tu",
            "vous", "y",
        ],
        acronym_ends: list!["ci"],
        euphonic_letters: list!["t"],
        euphonic_clitics: list!["elle", "elles", "en", "il", "ils", "on"],
        first_parts: list![
            "après", "arrière", "avant", "beau", "belle", "centre", "co", "contre", "demi", "est",
            "ex", "franco", "garde", "grand", "grande", "grands", "haut", "mi", "moyen", "non",
            "nord", "ouest", "petit", "petite", "petits", "porte", "pro", "quasi", "rendez",
            "russo", "sans", "semi", "socio", "sous", "sud", "vice", "vis",
        ],
        units: list!["km/h", "m/s"],
        dollars: list!["a", "c", "us"],
        inclusive_endings: list![
            "al", "ale", "ales", "aux", "e", "es", "ienne", "iennes", "le", "les", "ne", "nes",
            "nt", "rice", "rices", "s", "se", "ses", "te", "tes", "trice", "trices", "ve", "ves",
            "x",
        ],
        abbreviations: list![
            "al", "apr", "av", "bd", "boul", "c-à-d", "cf", "dép", "ed", "env", "ex", "i.e",
            "ibid", "id", "ndlr", "op", "p.ex", "prov", "rééd", "tél", "éd", "éds", "év", "évt"
        ],
        title_abbreviations: list![
            "col", "dr", "drs", "gal", "gén", "lt", "m", "mgr", "mlle", "mlles", "mm", "mme",
            "mmes", "mr", "mrs", "pr", "prof", "s.e", "s.e.m", "sem", "st", "ste", "vve",
        ],
        number_abbreviations: list![
            "art", "bull", "chap", "fasc", "fig", "n", "no", "nos", "p", "pp", "t", "tab", "v",
            "vol",
        ],
        closing_abbreviations: list!["cie", "coll", "etc", "j.-c", "jr", "ltd", "sr"],
        months: list![
            "aout",
            "août",
            "avril",
            "decembre",
            "décembre",
            "fevrier",
            "février",
            "janvier",
            "juillet",
            "juin",
            "mai",
            "mars",
            "novembre",
            "octobre",
            "septembre"
        ],
        month_abbreviations: list![
            "avr", "dec", "déc", "fev", "fevr", "fév", "févr", "jan", "janv", "juil", "juill",
            "nov", "oct", "sept"
        ],
        weekday_abbreviations: list!["dim", "jeu", "lun", "mar", "mer", "sam", "ven"],
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        short_words_abbreviate: true,
        addresses: list![
            "altesse",
            "altesses",
            "béatitude",
            "excellence",
            "excellences",
            "grandeur",
            "honneur",
            "majesté",
            "majestés",
            "sainteté",
            "seigneurie",
            "éminence",
            "éminences",
        ],
        ..SentenceRules::NONE
    },
    stops: StopRules {
        function: stop_words::FUNCTION,
        extended: stop_words::EXTENDED,
        negations: list![
            "aucun",
            "aucune",
            "aucunes",
            "aucuns",
            "guère",
            "jamais",
            "n'",
            "ne",
            "ni",
            "non",
            "nul",
            "nulle",
            "nullement",
            "nulles",
            "nuls",
            "pas",
            "rien",
            "sans",
        ],
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
