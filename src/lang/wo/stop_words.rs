//! Wolof stop words in two disjoint tiers. Apostrophes are straight and dots stay, as the tokenizer yields words.
//! Source: written by hand for this crate.

use crate::lang::list::{List, list};

/// Tier 1: closed-class function words.
#[rustfmt::skip]
pub(crate) const FUNCTION: List = list![
    "a", "aa", "ab", "ag", "ak", "aka", "am", "ama", "amna", "ana", "as", "aw", "ay", "ba", "baa",
    "bala", "balaa", "ban", "bee", "beneen", "benn", "bi", "bii", "bile", "boo", "booba", "boobee",
    "boobu", "boobule", "booy", "boppam", "bu", "bul", "bula", "buma", "buy", "buñu", "bépp", "ca",
    "cee", "ci", "cii", "coo", "daa", "daal", "daan", "dafa", "dafay", "dama", "damay", "danga",
    "dangay", "dara", "dayo", "dañu", "dañuy", "dee", "dees", "deesu", "deesul", "di", "diggante",
    "dina", "dinaa", "dinanu", "dinañu", "dinga", "dingeen", "doo", "doon", "doona", "doonoon",
    "doonte", "dootu", "dootul", "doto", "du", "dul", "dula", "duma", "dunañu", "dunu", "duy",
    "duñu", "fa", "fan", "fee", "fekk", "fi", "fii", "foo", "foofa", "foofu", "fooy", "fu", "fàww",
    "ga", "gan", "gannaaw", "gee", "geneen", "genn", "gi", "gii", "ginaaw", "ginnaaw", "goo",
    "googu", "gu", "guy", "gànnaaw", "gépp", "i", "ja", "jaa", "jan", "jee", "jeneen", "jenn", "ji",
    "jii", "joo", "jooja", "jooju", "ju", "juy", "jépp", "ka", "kan", "kee", "keneen", "kenn", "ki",
    "kii", "ko", "kon", "koo", "kooku", "ku", "kuy", "képp", "la", "laa", "laata", "laataa", "lan",
    "lanu", "lay", "lañ", "lañu", "lee", "leen", "lees", "leneen", "lenn", "li", "lii", "loo",
    "loola", "loolu", "lu", "lula", "luma", "luy", "lépp", "ma", "maa", "maanaam", "maay", "man",
    "mbaa", "mbaadu", "meneen", "mi", "mii", "moo", "moom", "mooma", "moomu", "moone", "mooy", "mu",
    "muy", "mépp", "na", "naa", "naka", "nanga", "nangay", "nangeen", "nanu", "nay", "nañ", "nañu",
    "nañuy", "ndax", "ndaxam", "ndaxte", "nde", "ndeem", "ndegam", "ne", "nee", "neen", "nekk",
    "nga", "ngay", "ngeen", "ngi", "ngii", "ngir", "ni", "nii", "niki", "noo", "nook", "noom",
    "noona", "noonu", "nu", "nun", "nuy", "rawatina", "rekk", "sa", "saa", "sama", "samay", "say",
    "see", "seen", "seeni", "seenug", "si", "sii", "soo", "soosu", "sooy", "su", "suma", "sunu",
    "sunuy", "suy", "suñu", "suñuy", "sépp", "ta", "tam", "tax", "te", "tee", "ti", "tu", "um",
    "wa", "waa", "waaye", "walla", "wan", "wante", "wee", "weneen", "wenn", "wi", "wii", "woo",
    "woon", "woowu", "wu", "wuy", "wépp", "xanaa", "ya", "yaa", "yaangi", "yan", "yaw", "yee",
    "yeen", "yeneen", "yenn", "yi", "yii", "yoo", "yooya", "yooyee", "yooyu", "yow", "yoy", "yu",
    "yépp", "àkk", "ñ", "ña", "ñan", "ñee", "ñeel", "ñeneen", "ñenn", "ñi", "ñii", "ñoo", "ñoom",
    "ñooy", "ñooñu", "ñu", "ñuy", "ñépp",
];

/// Tier 2: adverbs, connectives, semi-auxiliaries and quantifiers.
#[rustfmt::skip]
pub(crate) const EXTENDED: List = list![
    "amoon", "amul", "bare", "barewul", "bari", "baril", "barina", "bañ", "biir", "bàyyi", "bésub",
    "bëgg", "cig", "daanaka", "daldi", "def", "dem", "demoon", "done", "donte", "démb", "dëgg",
    "dëgg-dëgg", "fépp", "gaaw", "gaawantu", "gannaawam", "gën", "gëna", "jot", "jotoon", "jëm",
    "kaay", "kay", "kañ", "kese", "kiy", "leegi", "lool", "léegi", "mas", "masul", "mbooleem",
    "mel", "moonte", "mujj", "mujjee", "mën", "mëna", "mënees", "mënoon", "mënul", "naan", "nag",
    "ndare", "ndeke", "ndànk", "ndànk-ndànk", "nekkoon", "nekkul", "newoon", "niti", "njëkk",
    "njëkka", "okk", "ruy", "sax", "soog", "sooga", "sàkk", "tamit", "tane", "tey", "toll",
    "tollook", "tollu", "torop", "waat", "waay", "war", "waral", "waroon", "warul", "waxoon",
    "waxul", "waye", "wàlla", "xamante", "xamne", "xaw", "xawa", "yagg", "yeg", "yemook", "yéwén",
    "àgg", "àjj", "ëllëg", "ñëw",
];
