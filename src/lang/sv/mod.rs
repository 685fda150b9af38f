//! Swedish.
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
            "adv", "ang", "anm", "avd", "bl.a", "ca", "d.v.s", "d.y", "d.ä", "dvs", "ekon", "eng",
            "enl", "ev", "exkl", "f.d", "f.n", "f.v.b", "f.ö", "fr.o.m", "förf", "förk", "ggr",
            "h.h", "ink", "inkl", "istf", "jf", "jfr", "kungl", "lat", "m.a.o", "mfl", "mots",
            "motsv", "mtrl", "n.b", "nuv", "obs", "p.g.a", "p.s", "pga", "plur", "red", "ref",
            "resp", "s.a.s", "s.k", "sek", "sing", "skr", "sthlm", "t.ex", "t.o.m", "t.v", "tf",
            "uppl", "urspr", "utg", "v.g", "vs", "övers"
        ],
        title_abbreviations: list![
            "adj", "dir", "doc", "docent", "dr", "fil", "fr", "frk", "gen", "h.k.h", "hr", "ing",
            "jur", "kand", "kapt", "lekt", "lic", "mag", "med", "mr", "mrs", "prof", "s:ta", "sgt",
            "st"
        ],
        number_abbreviations: list![
            "apr", "art", "aug", "bd", "bil", "d", "dec", "f", "feb", "febr", "fig", "jan", "jul",
            "jun", "kap", "kl", "mars", "mom", "no", "nov", "nr", "okt", "p", "par", "pkt", "prop",
            "s", "sep", "sept", "sid", "st", "tab", "tel", "vol"
        ],
        inner_abbreviations: list![
            "kr", "m", "m.m", "mdr", "milj", "mkr", "n", "o.d", "o.dyl", "o.s.v", "st", "å"
        ],
        closing_abbreviations: list!["ab", "e.kr", "etc", "f.kr", "m.fl", "osv"],
        ..WordRules::NONE
    },
    sentences: SentenceRules {
        tight_quotes: true,
        inward_guillemets: true,
        starters: list![
            "alla",
            "allt",
            "att",
            "av",
            "de",
            "den",
            "denna",
            "deras",
            "dessa",
            "det",
            "detta",
            "du",
            "där",
            "då",
            "efter",
            "eller",
            "en",
            "enligt",
            "ett",
            "från",
            "för",
            "före",
            "han",
            "hans",
            "har",
            "henne",
            "hennes",
            "hon",
            "hur",
            "här",
            "i",
            "ingen",
            "inte",
            "jag",
            "kan",
            "kanske",
            "man",
            "med",
            "men",
            "min",
            "mitt",
            "mot",
            "många",
            "nu",
            "när",
            "och",
            "också",
            "om",
            "på",
            "samtidig",
            "samtidigt",
            "sedan",
            "sin",
            "som",
            "så",
            "till",
            "trots",
            "under",
            "upp",
            "ur",
            "vad",
            "var",
            "varför",
            "vart",
            "vem",
            "vi",
            "vid",
            "vilka",
            "vilken",
            "vilket",
            "vill",
            "vår",
            "våra",
            "än",
            "är",
            "även"
        ],
        ..SentenceRules::NONE
    },
    ..Rules::NONE
};
