//! English.
//!
//! Source of every list: written by hand for this crate.

mod calendar;
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
        corrects: true,
        first_parts: list![
            "anti", "co", "ex", "far", "full", "half", "high", "left", "long", "low", "mid", "non",
            "part", "post", "pre", "pro", "right", "self", "semi", "short", "so", "vice", "well",
        ],
        decimal_mark: DecimalMark::Point,
        number_hyphens: true,
        slashes: true,
        times: true,
        ampersands: true,
        runs: true,
        emoticons: true,
        tex_quotes: true,
        aphereses: list![
            "bout", "cause", "em", "n", "n'", "round", "til", "tis", "twas"
        ],
        prefixes: list![
            "anti", "co", "counter", "de", "e", "ex", "inter", "mid", "mini", "mis", "multi",
            "non", "over", "post", "pre", "pro", "re", "semi", "sub", "super", "trans", "ultra",
            "un", "under", "vice",
        ],
        units: list![
            "a/c", "b/c", "c/o", "cm²", "cm³", "km/h", "km²", "km³", "m/s", "mm²", "mm³", "m²",
            "m³", "n/a", "w/", "w/o",
        ],
        dollars: list!["a", "au", "c", "ca", "hk", "nz", "s", "us"],
        abbreviations: list![
            "al", "approx", "cf", "e.g", "eg", "est", "ext", "i.e", "ie", "incl", "orig", "resp",
            "v", "viz", "vs"
        ],
        title_abbreviations: list![
            "adm", "alh", "atty", "barr", "brig", "capt", "cmdr", "col", "cpl", "det", "dr", "drs",
            "engr", "ens", "ft", "gen", "gov", "hon", "insp", "lt", "maj", "messrs", "mlle", "mme",
            "mr", "mrs", "ms", "msgr", "mt", "mts", "pfc", "pres", "prof", "pvt", "rep", "reps",
            "rev", "rt", "sec", "sen", "sens", "sgt", "st", "supt",
        ],
        number_abbreviations: list![
            "apr", "art", "aug", "ca", "ch", "chap", "dec", "feb", "fig", "figs", "jan", "jul",
            "jun", "mar", "no", "nos", "nov", "oct", "op", "p", "para", "pp", "sec", "sep", "sept",
            "vol", "vols",
        ],
        inner_abbreviations: list![
            "ariz", "calif", "conn", "etc", "fla", "ft", "ga", "ky", "okla", "ore", "st", "tenn",
            "tex", "wis"
        ],
        closing_abbreviations: list![
            "a.d", "a.m", "ave", "b.c", "blvd", "bros", "co", "corp", "d.c", "dept", "e.u", "inc",
            "jr", "llc", "ltd", "p.m", "ph.d", "plc", "pvt", "rd", "sr", "u.k", "u.n", "u.s",
            "u.s.a",
        ],
        months: list![
            "april",
            "august",
            "december",
            "february",
            "january",
            "july",
            "june",
            "march",
            "may",
            "november",
            "october",
            "september"
        ],
        month_abbreviations: list![
            "apr", "aug", "dec", "feb", "jan", "jul", "jun", "mar", "nov", "oct", "sep", "sept"
        ],
        weekday_abbreviations: list![
            "fri", "mon", "sat", "sun", "thu", "thur", "thurs", "tue", "tues", "wed"
        ],
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        speech_verbs: list![
            "added",
            "agreed",
            "announced",
            "answered",
            "argued",
            "asked",
            "called",
            "cried",
            "demanded",
            "exclaimed",
            "explained",
            "inquired",
            "joked",
            "muttered",
            "protested",
            "remarked",
            "replied",
            "responded",
            "said",
            "says",
            "shouted",
            "snapped",
            "whispered",
            "wondered",
            "wrote",
            "yelled"
        ],
        ..SentenceRules::NONE
    },
    stops: StopRules {
        function: stop_words::FUNCTION,
        extended: stop_words::EXTENDED,
        negations: list![
            "ain't",
            "aren't",
            "can't",
            "cannot",
            "couldn't",
            "didn't",
            "doesn't",
            "don't",
            "hadn't",
            "hasn't",
            "haven't",
            "isn't",
            "mayn't",
            "mightn't",
            "mustn't",
            "n't",
            "needn't",
            "neither",
            "never",
            "no",
            "nobody",
            "none",
            "nor",
            "not",
            "nothing",
            "nowhere",
            "oughtn't",
            "shan't",
            "shouldn't",
            "wasn't",
            "weren't",
            "without",
            "won't",
            "wouldn't",
        ],
    },
    lemmas: Some(&lemmas::LEMMAS),
    morph: Some(&morph::MORPH),
    zones: &zones::ZONES,
    #[cfg(feature = "entities")]
    speech: Some(&speech::SPEECH),
    #[cfg(feature = "entities")]
    names: Some(&names::NAMES),
    #[cfg(feature = "entities")]
    dates: Some(&dates::DATES),
    ..Rules::NONE
};
