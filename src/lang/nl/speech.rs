//! Words that say whose words are quoted in Dutch. Source: written by hand for this crate.

use crate::lang::SpeechRules;
use crate::lang::list::list;

#[rustfmt::skip]
pub(super) static SPEECH: SpeechRules = SpeechRules {
    verbs: list![
        "antwoordde", "antwoordt", "bekende", "benadrukt", "benadrukte", "beweerde", "beweert",
        "concludeerde", "concludeert", "eist", "erkende", "erkent", "gezegd", "klaagde", "klaagt",
        "meent", "meldde", "meldt", "merkt", "noemde", "noemt", "reageerde", "reageert", "riep",
        "roept", "schreef", "schrijft", "stelde", "stelt", "twitterde", "twittert", "vertelde",
        "vertelt", "vervolgde", "vervolgt", "verwacht", "vindt", "voegt", "vraagt", "vroeg",
        "waarschuwde", "waarschuwt", "weet", "zeggen", "zegt", "zei", "zeiden",
    ],
    naming: list!["genaamd", "genoemd", "zogenaamde", "zogenoemde"],
    according: &[&["aldus"], &["naar", "eigen", "zeggen", "van"], &["volgens"]],
    opinion: list!["voor"],
    determiners: list![
        "de", "deze", "die", "een", "enkele", "haar", "het", "hun", "mijn", "onze", "zijn",
    ],
    of: list!["van"],
    articles: list!["de", "het"],
    prepositions: list![
        "aan", "achter", "als", "bij", "dat", "door", "in", "met", "na", "naar", "om", "onder",
        "op", "over", "per", "sinds", "te", "tegen", "tijdens", "tot", "uit", "van", "volgens",
        "voor", "zonder",
    ],
    and: "en",
    passive: list!["werd", "werden", "worden", "wordt"],
    agents: list!["door"],
    addressing: list!["aan", "bij", "in", "op", "tegen", "tegenover"],
    he: list!["hij"],
    she: list!["ze", "zij"],
    others: list!["ik", "je", "men", "we", "wij"],
    relatives: list!["die"],
    masculine: list!["dhr", "dhr.", "heer", "hij", "man", "meneer", "vader", "zoon"],
    feminine: list!["dochter", "haar", "mevr.", "mevrouw", "moeder", "vrouw"],
    people: list![
        "advocaat", "arts", "bewoner", "deskundige", "expert", "experts", "jongen", "kind",
        "leraar", "man", "meisje", "minister", "moeder", "onderzoeker", "onderzoekers", "patiënt",
        "slachtoffer", "student", "vader", "vrouw", "vrouwen", "woordvoerder", "woordvoerster",
    ],
    bodies: list!["autoriteiten", "bron", "bronnen", "politie", "regering"],
    ..SpeechRules::NONE
};
