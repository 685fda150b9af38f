//! Danish.
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
            "adm", "alm", "ang", "ank", "anm", "ansv", "beg", "bl.a", "ca", "dvs", "eg", "eks",
            "ekskl", "eng", "engl", "evt", "f.eks", "fhv", "fl", "forb", "forf", "forts", "gl",
            "gn", "hhv", "ift", "inkl", "jf", "jvf", "kgl", "lign", "lok", "m.a.o", "m.h.t",
            "medd", "mht", "mill", "ml", "modsv", "ndf", "nuv", "obl", "ofl", "omkr", "opr", "p.t",
            "pga", "prof", "red", "ref", "resp", "s.d", "s.k", "s.u", "samm", "sek", "sml", "spm",
            "sst", "såk", "tdl", "tilh", "tlf", "tlfnr", "udg", "udtr", "ugtl", "ult", "uopf", "v",
            "vedr", "vs", "årh"
        ],
        title_abbreviations: list![
            "adj", "adv", "afd", "arkit", "cand", "chr", "dir", "dr", "fr", "frk", "fru", "fuldm",
            "gdr", "gen", "hr", "ing", "jur", "kapt", "kmt", "lekt", "lic", "mag", "mrs", "past",
            "phil", "pol", "prof", "sct", "sgt", "skt", "st", "stud", "t.a"
        ],
        number_abbreviations: list![
            "apr", "art", "aug", "bd", "bind", "cirk", "d", "dec", "f", "feb", "febr", "fig",
            "jan", "jul", "juli", "jun", "kap", "kl", "maj", "mar", "nov", "nr", "num", "okt", "p",
            "par", "pkt", "pr", "s", "sep", "sept", "side", "sp", "spl", "st", "stk", "str", "t",
            "tab", "vol", "§", "årg"
        ],
        inner_abbreviations: list![
            "d", "f", "kbh", "km", "kr", "m", "m.m", "m.v", "mia", "min", "mio", "n", "o.a", "o.l",
            "o.lign", "pct", "st", "th", "tr", "tv"
        ],
        closing_abbreviations: list!["a/s", "aps", "e.kr", "etc", "f.kr", "m.fl", "osv"],
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        tight_quotes: true,
        inward_guillemets: true,
        starters: list![
            "alle", "at", "da", "de", "den", "der", "deres", "det", "dette", "disse", "du",
            "efter", "en", "er", "et", "for", "fordi", "fra", "før", "ham", "han", "hans", "har",
            "hendes", "her", "hun", "hvad", "hvem", "hver", "hvilke", "hvilken", "hvilket", "hvis",
            "hvor", "hvordan", "hvorfor", "hvornår", "i", "ifølge", "ikke", "ingen", "jeg", "man",
            "mange", "med", "men", "mens", "min", "mit", "mod", "nogle", "nu", "når", "og", "også",
            "om", "on", "på", "samtidig", "sin", "som", "så", "til", "ved", "vi", "vil", "vores"
        ],
        ..SentenceRules::NONE
    },
    ..Rules::NONE
};
