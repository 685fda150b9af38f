//! Croatian.
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
            "cm²", "cm³", "km/h", "km²", "km³", "m/s", "mm²", "mm³", "m²", "m³"
        ],
        abbreviations: list![
            "adr", "cca", "dipl", "engl", "franc", "grč", "hrv", "izd", "jr", "kb", "lat", "nar",
            "npr", "odn", "pok", "rkt", "sc", "t.j", "tal", "tel", "tj", "tzv", "ul", "vel",
            "vjer", "vl", "č", "čit", "ž"
        ],
        title_abbreviations: list![
            "adm", "arh", "dipl", "doc", "dr", "fra", "gen", "gosp", "gđa", "ing", "kap", "mag",
            "mons", "mr", "ms", "prim", "prof", "sv", "univ", "vlč"
        ],
        number_abbreviations: list![
            "art", "br", "gl", "god", "kol", "kom", "no", "od", "p", "rb", "s", "st", "str", "sv",
            "svez", "t", "tab", "vol", "čl"
        ],
        inner_abbreviations: list![
            "god", "kn", "kr", "m", "mil", "min", "mlrd", "n.e", "p.n.e", "st", "tis"
        ],
        name_abbreviations: list!["pr"],
        closing_abbreviations: list!["d.d", "d.o.o", "itd", "itsl", "sl"],
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        tight_quotes: true,
        inward_guillemets: true,
        starters: list![
            "a", "ako", "ali", "bez", "bila", "bilo", "bio", "da", "do", "dok", "dokle", "ga",
            "gdje", "i", "iako", "ili", "ipak", "iz", "ja", "je", "jer", "još", "kad", "kada",
            "kako", "koja", "koje", "koji", "koliko", "li", "ma", "mi", "mnogi", "na", "nakon",
            "ne", "nego", "neki", "netko", "nije", "ništa", "no", "o", "od", "oko", "on", "ona",
            "oni", "ono", "ova", "ovaj", "ove", "ovo", "po", "prema", "pri", "s", "sad", "sada",
            "se", "su", "svi", "svoj", "ta", "tada", "taj", "tako", "te", "tek", "ti", "tko", "to",
            "tu", "u", "uz", "već", "vi", "za", "zar", "zašto", "zbog", "će", "što"
        ],
        ..SentenceRules::NONE
    },
    ..Rules::NONE
};
