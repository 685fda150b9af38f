//! Turkish.
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
            "age", "ans", "apt", "ausf", "bk", "bkz", "böl", "bşk", "cad", "cev", "coğ", "doç",
            "doğ", "ed", "fak", "gn", "gnkur", "hst", "hv", "hz", "ing", "kd", "krş", "kör", "lat",
            "ltd", "mad", "mah", "mat", "mim", "müh", "mür", "opr", "ord", "org", "ort", "p.k",
            "prof", "rus", "sl", "sok", "tlf", "tuğa", "tuğg", "tür", "vet", "yd", "yrd", "yun",
            "yzb", "zf", "zool", "çev", "öl", "ölç", "ör", "örn", "üni", "ünl", "üstgm", "şb",
            "şub"
        ],
        title_abbreviations: list![
            "alb", "alm", "amir", "amr", "arş", "asb", "asist", "astsb", "atğm", "av", "bay", "bn",
            "bşk", "dan", "doç", "dr", "ecz", "fr", "gen", "gör", "hz", "korg", "kur", "m", "mar",
            "mim", "mr", "mrs", "müh", "op", "ord", "org", "ort", "prof", "sa", "sn", "st", "tegm",
            "tug", "tuğg", "tğm", "uzm", "v", "vet", "yb", "yd", "yrd", "yzb", "yük", "öğr",
            "üstğm"
        ],
        number_abbreviations: list![
            "bkz", "c", "cilt", "fık", "kat", "m.s", "m.ö", "madde", "md", "no", "nr", "s", "sa",
            "sh", "tel", "vol"
        ],
        inner_abbreviations: list!["cad", "dk", "m", "mah", "sn", "sok"],
        closing_abbreviations: list!["a.ş", "etc", "tic", "vb", "vd", "vs", "şti"],
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        tight_quotes: true,
        starters: list![
            "acaba", "ama", "ancak", "ayrıca", "bana", "bazı", "belki", "ben", "bir", "biri",
            "birçok", "biz", "bizim", "bu", "bunlar", "bunu", "bunun", "böyle", "da", "daha", "de",
            "değil", "en", "eğer", "fakat", "gene", "hangi", "hani", "hem", "hepsi", "her", "hiç",
            "hâlâ", "ile", "ise", "kaç", "ki", "kim", "kime", "kimi", "kimin", "kimse", "mi",
            "nasıl", "ne", "neden", "nedir", "nere", "nerede", "nereye", "niye", "niçin", "o",
            "ona", "onlar", "onu", "onun", "oysa", "peki", "sadece", "sen", "siz", "sizin",
            "tabii", "ve", "ya", "yani", "yine", "zaten", "çok", "çünkü", "öyle", "şimdi", "şu"
        ],
        ..SentenceRules::NONE
    },
    ..Rules::NONE
};
