//! Finnish.
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
        colons: true,
        emoticons: true,
        tex_quotes: true,
        units: list![
            "cm²", "cm³", "km/h", "km²", "km³", "m/s", "mm²", "mm³", "m²", "m³"
        ],
        abbreviations: list![
            "alik", "ap", "engl", "esim", "ev", "evp", "fil", "hra", "huom", "ilm", "jms", "kand",
            "ks", "kts", "käs", "leht", "lis", "lk", "lkm", "lyh", "maks", "merk", "muist", "nim",
            "nk", "ns", "nti", "nyk", "oik", "op", "os", "ps", "pvm", "ransk", "resp", "ruots",
            "rva", "saks", "seur", "suom", "synt", "toim", "tri", "ts", "tv", "ven", "virk", "vrk",
            "vrt", "vs", "yht", "yks"
        ],
        title_abbreviations: list![
            "dipl", "dr", "fil", "kand", "kapt", "kenr", "lis", "maist", "mr", "mrs", "prof", "tri"
        ],
        number_abbreviations: list![
            "art", "klo", "kpl", "luku", "n", "no", "nro", "os", "p", "puh", "s", "sit", "tab",
            "tel", "vol", "vuos"
        ],
        inner_abbreviations: list![
            "e.kr", "eaa", "ekr", "j.kr", "jaa", "jkr", "kk", "kpl", "m", "milj", "min", "mm",
            "mrd", "n", "v"
        ],
        closing_abbreviations: list!["ab", "etc", "jne", "ltd", "oy", "oyj", "tms", "ym", "yms"],
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        tight_quotes: true,
        inward_guillemets: true,
        starters: list![
            "aina",
            "ei",
            "eikä",
            "eivät",
            "emme",
            "en",
            "entä",
            "entäs",
            "he",
            "heidän",
            "hän",
            "hänen",
            "hänet",
            "ihan",
            "ja",
            "jo",
            "jokainen",
            "joku",
            "jos",
            "joten",
            "kaikki",
            "kenen",
            "kenet",
            "ketkä",
            "koska",
            "kuinka",
            "kuka",
            "kun",
            "kuten",
            "me",
            "meidän",
            "mikä",
            "mikäli",
            "milloin",
            "minkä",
            "minun",
            "minä",
            "missä",
            "mistä",
            "miten",
            "mitkä",
            "mitä",
            "monet",
            "moni",
            "mutta",
            "myös",
            "ne",
            "niiden",
            "niin",
            "niitä",
            "nyt",
            "näin",
            "nämä",
            "on",
            "se",
            "sekä",
            "sen",
            "siellä",
            "siitä",
            "silloin",
            "sillä",
            "sinun",
            "sinä",
            "sitten",
            "sitä",
            "te",
            "tuo",
            "tällä",
            "tämä",
            "tämän",
            "tänään",
            "tässä",
            "tästä",
            "vaikka",
            "voi"
        ],
        ..SentenceRules::NONE
    },
    ..Rules::NONE
};
