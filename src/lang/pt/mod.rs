//! Portuguese.
//!
//! Source of every list: written by hand for this crate.

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

use super::list::list;
use super::{DecimalMark, Rules, SentenceRules, StopRules, WordRules};

pub(super) const RULES: Rules = Rules {
    words: WordRules {
        corrects: true,
        decimal_mark: DecimalMark::Comma,
        hyphens: true,
        slashes: true,
        times: true,
        ampersands: true,
        emoticons: true,
        tex_quotes: true,
        units: list![
            "cm²", "cm³", "km/h", "km²", "km³", "m/s", "mm²", "mm³", "m²", "m³",
        ],
        dollars: list!["a", "c", "cr", "nz", "r", "us"],
        abbreviations: list![
            "al", "aprox", "apto", "av", "cf", "cfr", "cit", "coord", "dept", "depto", "ed", "eds",
            "esp", "ex", "ff", "i.e", "ibid", "id", "ind", "máx", "mín", "obs", "op", "p.ex", "pç",
            "pça", "r", "ref", "rel", "séc", "sécs", "tel", "trad", "v", "vs"
        ],
        title_abbreviations: list![
            "arq", "cap", "cel", "d", "dep", "des", "dom", "dr", "dra", "dras", "drs", "eng",
            "exma", "exmo", "fr", "gal", "gen", "gov", "ilma", "ilmo", "min", "mr", "mrs", "ms",
            "pe", "prof", "profa", "rev", "sen", "sgt", "sr", "sra", "sras", "srs", "srta", "st",
            "sta", "sto", "ten"
        ],
        number_abbreviations: list![
            "art", "arts", "c", "cap", "caps", "fig", "figs", "km", "n", "no", "nos", "núm", "p",
            "pp", "pág", "págs", "tab", "vol", "vols",
        ],
        inner_abbreviations: list!["dom", "etc", "km", "min", "qua", "qui", "seg", "sex", "sáb"],
        closing_abbreviations: list![
            "a.c", "a.m", "aa", "bros", "cia", "co", "corp", "d.c", "e.u.a", "inc", "jr", "lda",
            "ltda", "p.m", "s.a", "v.exa"
        ],
        months: list![
            "abril",
            "agosto",
            "dezembro",
            "fevereiro",
            "janeiro",
            "julho",
            "junho",
            "maio",
            "março",
            "novembro",
            "outubro",
            "setembro"
        ],
        month_abbreviations: list![
            "abr", "ago", "dez", "fev", "jan", "jul", "jun", "mai", "mar", "nov", "out", "set"
        ],
        weekday_abbreviations: list!["dom", "qua", "qui", "sab", "seg", "sex", "sáb", "ter"],
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        tight_quotes: true,
        closing_marks: list![";"],
        model_only_headings: true,
        ..SentenceRules::NONE
    },
    stops: StopRules {
        function: stop_words::FUNCTION,
        extended: stop_words::EXTENDED,
        negations: list![
            "jamais", "nada", "nem", "nenhum", "nenhuma", "nenhumas", "nenhuns", "ninguém",
            "nunca", "não", "sem", "tampouco",
        ],
    },
    lemmas: Some(&lemmas::LEMMAS),
    morph: Some(&morph::MORPH),
    #[cfg(feature = "entities")]
    speech: Some(&speech::SPEECH),
    #[cfg(feature = "entities")]
    names: Some(&names::NAMES),
    #[cfg(feature = "entities")]
    dates: Some(&dates::DATES),
    ..Rules::NONE
};
