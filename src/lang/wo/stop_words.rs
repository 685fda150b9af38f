//! Wolof stop words in two disjoint tiers. Apostrophes are straight and dots stay, as the tokenizer yields words.
//! Source: written by hand for this crate.

use crate::lang::list::{List, list};

/// Tier 1: closed-class function words.
#[rustfmt::skip]
pub(crate) const FUNCTION: List = list![
    "a", "aa", "ab", "ag", "ak", "aka", "am", "ama", "amna", "ana", "ay", "ba", "baa", "bala",
    "balaa", "ban", "bañ", "bee", "beneen", "benn", "bi", "bii", "bile", "boo", "booba", "boobu",
    "boobule", "booy", "bu", "bul", "bula", "buma", "buy", "buñu", "bàyyi", "bépp", "bëgg", "ca",
    "cee", "ci", "cii", "coo", "daal", "dafa", "dafay", "dama", "damay", "danga", "dangay",
    "dara", "dañu", "dañuy", "def", "di", "dina", "dinaa", "dinanu", "dinañu", "dinga", "dingeen",
    "doo", "doon", "doona", "doonoon", "doto", "du", "dul", "dula", "duma", "dunañu", "dunu",
    "duy", "duñu", "fa", "fan", "fee", "fekk", "fi", "fii", "foo", "foofa", "foofu", "fooy", "fu",
    "fàww", "ga", "gan", "gannaaw", "gee", "gi", "gii", "ginnaaw", "goo", "googu", "gu", "guy",
    "gépp", "ja", "jaa", "jan", "jee", "ji", "jii", "joo", "jooju", "ju", "juy", "jépp", "ka",
    "kan", "kee", "keneen", "kenn", "ki", "kii", "ko", "kon", "koo", "kooku", "ku", "kuy", "képp",
    "la", "laa", "lan", "lanu", "lay", "lañ", "lañu", "lee", "leen", "leneen", "li", "lii", "loo",
    "loola", "loolu", "lu", "lula", "luma", "luy", "lépp", "ma", "maa", "maay", "man", "mbaa",
    "mbaadu", "mel", "mi", "mii", "moo", "moom", "mooma", "moomu", "moone", "mooy", "mu", "muy",
    "màggat", "mépp", "na", "naa", "naan", "naka", "nanga", "nangay", "nangeen", "nanu", "nay",
    "nañ", "nañu", "nañuy", "ndax", "ndaxam", "nde", "ndeem", "ndegam", "ne", "nee", "neen",
    "nekk", "nga", "ngay", "ngeen", "ngi", "ngii", "ngir", "ni", "nii", "noo", "nook", "noom",
    "noona", "noonu", "nu", "nun", "nuy", "rekk", "sa", "saa", "sama", "samay", "say", "see",
    "seen", "seeni", "si", "sii", "soo", "sooy", "su", "suma", "sunu", "sunuy", "suy", "suñu",
    "suñuy", "sépp", "ta", "tam", "tax", "te", "tee", "teg", "ti", "tu", "um", "wa", "waa",
    "waaye", "walla", "wan", "waxul", "wee", "weneen", "wenn", "wi", "wii", "woo", "woowu", "wu",
    "wuy", "wépp", "xam", "xanaa", "ya", "yaa", "yaangi", "yan", "yaw", "yee", "yeen", "yeneen",
    "yi", "yii", "yoo", "yooyu", "yow", "yu", "yépp", "àkk", "ñ", "ña", "ñaan", "ñan", "ñee",
    "ñi", "ñii", "ñoo", "ñoom", "ñooy", "ñooñu", "ñu", "ñuy", "ñépp",
];

/// Tier 2: adverbs, connectives, semi-auxiliaries and quantifiers.
#[rustfmt::skip]
pub(crate) const EXTENDED: List = list![
    "amoon", "amul", "bare", "barewul", "bari", "baril", "barina", "bees", "boole", "booloo",
    "bésub", "cig", "daanaka", "daldi", "dem", "demoon", "done", "donte", "démb", "dëgg",
    "dëgg-dëgg", "fàttali", "fépp", "gaaw", "gaawantu", "gannaawam", "gën", "gëna", "jaar",
    "jagle", "jot", "jotoon", "jàpp", "jël", "jëm", "kaay", "kay", "kañ", "kese", "kiy", "laata",
    "leegi", "lenn", "lool", "léegi", "maanaam", "mas", "masul", "mbir", "mbiri", "mbooleem",
    "meneen", "moonte", "mujj", "mujjee", "mën", "mëna", "mënees", "mënoon", "mënul", "nag",
    "ndare", "ndeke", "ndànk", "ndànk-ndànk", "nekkoon", "nekkul", "newoon", "niki", "niti",
    "njëkk", "njëkka", "okk", "ruy", "sax", "soog", "sooga", "sàkk", "tamit", "tane", "tey",
    "toll", "tollook", "tollu", "torop", "tàmbali", "waat", "waay", "war", "waral", "waroon",
    "warul", "waxoon", "waye", "wàlla", "wàññi", "wéy", "xamante", "xamne", "xaw", "xawa",
    "xeeti", "yagg", "yeg", "yemook", "yenn", "yomb", "yéwén", "àgg", "àjj", "ëllëg", "ñaari",
    "ñatti", "ñeel", "ñenn", "ñuul", "ñëw",
];
