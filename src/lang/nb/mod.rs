//! Norwegian Bokmål.
//!
//! Source of every list: written by hand for this crate.

use super::list::list;
use super::{DecimalMark, Rules, SentenceRules, WordRules};

pub(super) const RULES: Rules = Rules {
    words: WordRules {
        corrects: true,
        decimal_mark: DecimalMark::Comma,
        hyphens: true,
        slashes: true,
        times: true,
        ampersands: true,
        digit_groups: true,
        small_ordinals: true,
        emoticons: true,
        tex_quotes: true,
        units: list![
            "cm²", "cm³", "km/h", "km/t", "km²", "km³", "m/s", "mm²", "mm³", "m²", "m³"
        ],
        abbreviations: list![
            "adm", "alm", "anm", "avd", "bl.a", "ca", "dvs", "ekskl", "eng", "ev", "evt", "f.eks",
            "fhv", "fork", "forts", "frk", "fvt", "gl", "hhv", "inkl", "jf", "jfr", "kgl", "maks",
            "mht", "nåv", "omkr", "oppr", "pga", "pr", "red", "resp", "spm", "t.o.m", "t.v", "utg",
            "vha", "vs", "årg", "årh"
        ],
        title_abbreviations: list![
            "adj", "cand", "chr", "dir", "dr", "fr", "frk", "gen", "hr", "ing", "jur", "kapt",
            "lekt", "lt", "mag", "mr", "mrs", "past", "phil", "pol", "prof", "res", "st", "stud"
        ],
        number_abbreviations: list![
            "apr", "art", "aug", "bd", "bind", "d", "des", "f", "feb", "febr", "fig", "jan", "jul",
            "jun", "kap", "kl", "mar", "no", "nov", "nr", "okt", "p", "par", "pkt", "pst", "s",
            "sep", "sept", "st", "tab", "tlf", "vol"
        ],
        inner_abbreviations: list![
            "d", "kl", "km", "kr", "m", "m.m", "m.v", "mill", "mrd", "mv", "mva", "n", "o.a",
            "o.l", "pst"
        ],
        closing_abbreviations: list!["a/s", "e.kr", "etc", "f.kr", "m.fl", "osv"],
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        tight_quotes: true,
        starters: list![
            "alle", "at", "da", "de", "den", "der", "deres", "det", "dette", "disse", "du", "en",
            "er", "et", "etter", "for", "fordi", "fra", "før", "ham", "han", "hans", "har",
            "hennes", "her", "hun", "hva", "hvem", "hver", "hvilke", "hvilken", "hvilket", "hvis",
            "hvor", "hvordan", "hvorfor", "i", "ifølge", "ikke", "ingen", "jeg", "man", "mange",
            "med", "men", "mens", "min", "mitt", "mot", "noen", "nå", "når", "og", "også", "om",
            "på", "samtidig", "sin", "som", "så", "til", "ved", "vi", "vil", "vår", "våre"
        ],
        ..SentenceRules::NONE
    },
    ..Rules::NONE
};
