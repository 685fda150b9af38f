//! Dutch stop words in two disjoint tiers. Apostrophes are straight and dots stay, as the tokenizer yields words.
//! Source: written by hand for this crate.

use crate::lang::list::{List, list};

/// Tier 1: closed-class function words.
#[rustfmt::skip]
pub(crate) const FUNCTION: List = list![
    "'k", "'n", "'s", "'t", "aan", "achter", "af", "al", "alle", "alles", "als", "alsof", "ander",
    "andere", "anderen", "anders", "behalve", "beide", "beiden", "ben", "beneden", "bent", "bij",
    "binnen", "boven", "buiten", "d'r", "daar", "daaraan", "daarbij", "daardoor", "daarin",
    "daarmee", "daarna", "daarom", "daarop", "daarover", "daaruit", "daarvan", "daarvoor", "dan",
    "dat", "de", "degene", "degenen", "der", "des", "dewelke", "deze", "die", "diens", "dit",
    "doch", "doen", "door", "doordat", "dus", "een", "eender", "elk", "elkaar", "elkaars", "elke",
    "en", "enkel", "enkele", "er", "eraan", "erbij", "erin", "ermee", "erop", "erover", "eruit",
    "ervan", "ervoor", "gedurende", "geen", "geweest", "geworden", "haar", "had", "hadden",
    "hare", "heb", "hebben", "hebt", "heeft", "hem", "hen", "het", "hetgeen", "hetwelk",
    "hetzelfde", "hij", "hoe", "hoewel", "hun", "ieder", "iedere", "iedereen", "iemand", "iets",
    "ik", "ikzelf", "in", "indien", "is", "je", "jegens", "jij", "jou", "jouw", "jouwe", "jullie",
    "kan", "kon", "konden", "kunnen", "langs", "maar", "mag", "me", "men", "met", "mezelf", "mij",
    "mijn", "mijne", "mijzelf", "mits", "mocht", "mochten", "moest", "moesten", "moet", "moeten",
    "mogen", "na", "naar", "naast", "nadat", "niemand", "niet", "niets", "noch", "nu", "of",
    "ofschoon", "om", "omdat", "omtrent", "onder", "ons", "onszelf", "onze", "ook", "op", "opdat",
    "over", "sedert", "sinds", "sommige", "sommigen", "te", "tegen", "tegenover", "ten", "tenzij",
    "ter", "terwijl", "tijdens", "toen", "tot", "totdat", "tussen", "u", "uit", "uw", "uwe",
    "van", "vanaf", "vanuit", "vanwege", "via", "volgens", "voor", "voorbij", "voordat", "waar",
    "waaraan", "waarbij", "waardoor", "waarin", "waarmee", "waarna", "waarom", "waarop",
    "waarover", "waaruit", "waarvan", "waarvoor", "want", "waren", "was", "wat", "we", "welk",
    "welke", "werd", "werden", "wezen", "wie", "wiens", "wij", "wil", "wilde", "wilden", "willen",
    "word", "worden", "wordt", "zal", "ze", "zelf", "zich", "zichzelf", "zij", "zijn", "zijne",
    "zo", "zo'n", "zoals", "zodat", "zodra", "zolang", "zou", "zouden", "zowel", "zulk", "zulke",
    "zullen", "zult", "één", "één'",
];

/// Tier 2: adverbs, connectives, semi-auxiliaries and quantifiers.
#[rustfmt::skip]
pub(crate) const EXTENDED: List = list![
    "aangaande", "aangezien", "achteraf", "alhoewel", "alleen", "allemaal", "allen", "alleszins",
    "almaar", "althans", "altijd", "alvorens", "alweer", "anderzijds", "bepaald", "bepaalde",
    "beter", "betreffende", "bijna", "bijvoorbeeld", "bijzonder", "bovenal", "bovendien", "bv",
    "bv.", "ca", "ca.", "d.w.z.", "daarbuiten", "daarentegen", "daarheen", "daarnaast", "daarnet",
    "daartoe", "dadelijk", "desalniettemin", "desnoods", "desondanks", "destijds", "dezelfde",
    "dichtbij", "dikwijls", "doorgaans", "echter", "eens", "eerder", "eerst", "eerste", "eigen",
    "eigenlijk", "eindelijk", "elders", "enerzijds", "enige", "enigszins", "enz", "enz.", "erg",
    "ergens", "even", "eveneens", "eventueel", "evenwel", "ga", "gaan", "gaat", "gauw", "gedaan",
    "geheel", "gemakkelijk", "genoeg", "gewoon", "gewoonlijk", "ging", "gingen", "gisteren",
    "graag", "grotendeels", "haast", "heel", "helaas", "hele", "helemaal", "herhaaldelijk",
    "hier", "hierbij", "hierdoor", "hierin", "hiermee", "hierna", "hierom", "hierop", "hiervan",
    "hiervoor", "hoeveel", "hoezeer", "hoogstens", "immer", "immers", "inderdaad", "inmiddels",
    "integendeel", "inzake", "ja", "jawel", "jongstleden", "juist", "kennelijk", "komen", "komt",
    "kort", "kortom", "krachtens", "laat", "laatst", "laatste", "laten", "later", "liever",
    "louter", "maakt", "maken", "makkelijk", "mede", "meer", "meerdere", "meest", "meestal",
    "meeste", "merendeels", "mettertijd", "middels", "minder", "minst", "minstens", "misschien",
    "mogelijk", "momenteel", "morgen", "namelijk", "natuurlijk", "nauwelijks", "nee", "neer",
    "nergens", "net", "niettemin", "nimmer", "nog", "nogal", "nooit", "normaliter", "o.a.",
    "ofwel", "omhoog", "omlaag", "omstreeks", "ondanks", "ongeveer", "onlangs", "onmiddellijk",
    "ooit", "opeens", "opnieuw", "opzij", "overal", "overigens", "pas", "per", "precies", "prima",
    "reeds", "rond", "rondom", "ruim", "samen", "slechts", "snel", "soms", "spoedig", "steeds",
    "stellig", "straks", "tamelijk", "telkens", "tenminste", "tenslotte", "terecht", "terug",
    "tevens", "thans", "toch", "toe", "toenmalig", "trouwens", "uiteindelijk", "uiteraard",
    "uitsluitend", "vaak", "veel", "vele", "velen", "verder", "verschillende", "vervolgens",
    "vlug", "vooraf", "vooral", "voorheen", "voortdurend", "voorts", "vooruit", "vrij", "vrijwel",
    "vroeg", "vroeger", "waarschijnlijk", "wanneer", "wederom", "weer", "weg", "wegens", "weinig",
    "weinige", "wel", "weldra", "weliswaar", "welnu", "werkelijk", "zeer", "zeker", "zelden",
    "zelfs", "zogenaamd", "zogenaamde", "zojuist", "zonder", "zover",
];
