//! Dutch stop words in two disjoint tiers. Apostrophes are straight and dots stay, as the tokenizer yields words.
//! Source: written by hand for this crate.

use crate::lang::list::{List, list};

/// Tier 1: closed-class function words.
#[rustfmt::skip]
pub(crate) const FUNCTION: List = list![
    "'k", "'n", "'s", "'t", "aan", "aangaande", "aangezien", "achter", "af", "al", "alhoewel",
    "alle", "allebei", "allerlei", "alles", "als", "alsof", "ander", "andere", "anderen", "anders",
    "behalve", "beide", "beiden", "ben", "beneden", "bent", "bij", "binnen", "boven", "buiten",
    "d'r", "daar", "daaraan", "daarbij", "daardoor", "daarin", "daarmee", "daarna", "daarom",
    "daarop", "daarover", "daaruit", "daarvan", "daarvoor", "dan", "dankzij", "dat", "datzelfde",
    "de", "degene", "degenen", "der", "des", "dewelke", "deze", "dezelfde", "die", "diens", "dit",
    "doch", "door", "doordat", "doorheen", "dus", "dé", "een", "eender", "eenieder", "elk",
    "elkaar", "elkaars", "elke", "en", "ene", "enig", "enige", "enkel", "enkele", "er", "eraan",
    "erbij", "erin", "ermee", "erop", "erover", "eruit", "ervan", "ervoor", "gedurende", "geen",
    "geweest", "geworden", "géén", "haar", "had", "hadden", "halverwege", "hare", "heb", "hebben",
    "hebt", "heeft", "hem", "hen", "het", "hetgeen", "hetwelk", "hetzelfde", "hij", "hoe", "hoewel",
    "hun", "ieder", "iedere", "iedereen", "iemand", "iets", "ik", "ikzelf", "in", "indien", "is",
    "je", "jegens", "jij", "jou", "jouw", "jouwe", "jullie", "kan", "kon", "konden", "kun",
    "kunnen", "kunt", "langs", "maar", "mag", "me", "mee", "meerdere", "men", "met", "mezelf",
    "middels", "mij", "mijn", "mijne", "mijzelf", "mits", "mocht", "mochten", "moest", "moesten",
    "moet", "moeten", "mogen", "na", "naar", "naarmate", "naast", "nadat", "neen", "niemand",
    "niet", "niets", "noch", "nu", "of", "ofschoon", "om", "omdat", "omstreeks", "omtrent",
    "ondanks", "onder", "ons", "onszelf", "onze", "ook", "op", "opdat", "over", "per", "plus",
    "rond", "sedert", "sinds", "sommige", "sommigen", "te", "tegen", "tegenover", "ten", "tenzij",
    "ter", "terwijl", "tijdens", "toe", "toen", "tot", "totdat", "tussen", "u", "uit", "uw", "uwe",
    "van", "vanaf", "vanuit", "vanwege", "via", "volgens", "voor", "vooraleer", "voorbij",
    "voordat", "waar", "waaraan", "waarbij", "waardoor", "waarin", "waarmee", "waarna", "waarom",
    "waarop", "waarover", "waaruit", "waarvan", "waarvoor", "wanneer", "want", "waren", "was",
    "wat", "we", "wegens", "welk", "welke", "werd", "werden", "wezen", "wie", "wiens", "wij", "wil",
    "wilde", "wilden", "willen", "word", "worden", "wordt", "zal", "ze", "zelf", "zich", "zichzelf",
    "zij", "zijn", "zijnde", "zijne", "zo", "zo'n", "zoals", "zodat", "zodra", "zolang", "zonder",
    "zou", "zouden", "zowel", "zulk", "zulke", "zullen", "zult", "én", "één", "één'",
];

/// Tier 2: adverbs, connectives, semi-auxiliaries and quantifiers.
#[rustfmt::skip]
pub(crate) const EXTENDED: List = list![
    "achteraf", "alleen", "allemaal", "allen", "alleszins", "almaar", "althans", "altijd",
    "alvorens", "alweer", "anderzijds", "bepaald", "bepaalde", "beter", "betreffende", "bijna",
    "bijvoorbeeld", "bijzonder", "bovenal", "bovendien", "bv", "bv.", "ca", "ca.", "d.w.z.",
    "daarbuiten", "daarentegen", "daarheen", "daarnaast", "daarnet", "daartoe", "dadelijk",
    "desalniettemin", "desnoods", "desondanks", "destijds", "dichtbij", "dikwijls", "doen",
    "doorgaans", "echter", "eens", "eerder", "eerst", "eerste", "eigen", "eigenlijk", "eindelijk",
    "elders", "enerzijds", "enigszins", "enz", "enz.", "erg", "ergens", "even", "eveneens",
    "eventueel", "evenwel", "ga", "gaan", "gaat", "gauw", "gedaan", "geheel", "gemakkelijk",
    "genoeg", "gewoon", "gewoonlijk", "ging", "gingen", "gisteren", "graag", "grotendeels", "haast",
    "heel", "helaas", "hele", "helemaal", "herhaaldelijk", "hier", "hierbij", "hierdoor", "hierin",
    "hiermee", "hierna", "hierom", "hierop", "hiervan", "hiervoor", "hoeveel", "hoezeer",
    "hoogstens", "immer", "immers", "inderdaad", "inmiddels", "integendeel", "inzake", "ja",
    "jawel", "jongstleden", "juist", "kennelijk", "komen", "komt", "kort", "kortom", "krachtens",
    "laat", "laatst", "laatste", "laten", "later", "liever", "louter", "maakt", "maken",
    "makkelijk", "mede", "meer", "meest", "meestal", "meeste", "meesten", "merendeels",
    "mettertijd", "minder", "minst", "minstens", "misschien", "mogelijk", "momenteel", "morgen",
    "namelijk", "natuurlijk", "nauwelijks", "nee", "neer", "nergens", "net", "niettemin", "nimmer",
    "nog", "nogal", "nooit", "normaliter", "o.a.", "ofwel", "omhoog", "omlaag", "ongeveer",
    "onlangs", "onmiddellijk", "ooit", "opeens", "opnieuw", "opzij", "overal", "overigens", "pas",
    "precies", "prima", "reeds", "rondom", "ruim", "samen", "slechts", "snel", "soms", "spoedig",
    "steeds", "stellig", "straks", "tamelijk", "telkens", "tenminste", "tenslotte", "terecht",
    "terug", "tevens", "thans", "toch", "toenmalig", "trouwens", "uiteindelijk", "uiteraard",
    "uitsluitend", "vaak", "veel", "vele", "velen", "verder", "verschillende", "vervolgens", "vlug",
    "voldoende", "vooraf", "vooral", "voorheen", "voortdurend", "voorts", "vooruit", "vrij",
    "vrijwel", "vroeg", "vroeger", "waarschijnlijk", "wederom", "weer", "weg", "weinig", "weinige",
    "weinigen", "wel", "weldra", "weliswaar", "welnu", "werkelijk", "zeer", "zeker", "zelden",
    "zelfs", "zogenaamd", "zogenaamde", "zojuist", "zover",
];
