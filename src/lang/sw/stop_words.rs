//! Swahili stop words in two disjoint tiers. Apostrophes are straight and dots stay, as the tokenizer yields words.
//! Source: written by hand for this crate.

use crate::lang::list::{List, list};

/// Tier 1: closed-class function words.
#[rustfmt::skip]
pub(crate) const FUNCTION: List = list![
    "a", "alikuwa", "aliye", "ama", "ambacho", "ambalo", "ambao", "ambapo", "ambavyo", "ambaye",
    "ambayo", "ambazo", "amekuwa", "ana", "anaye", "atakuwa", "au", "baada", "bado", "baina",
    "bali", "basi", "bila", "cha", "chake", "chako", "changu", "chao", "chenu", "chetu", "chini",
    "cho", "dhidi", "fulani", "gani", "haba", "hadi", "haikuwa", "haina", "hakuna", "hakuwa",
    "halafu", "hali", "hamna", "hana", "hao", "hapa", "hapana", "hapo", "hata", "hatuna", "hauna",
    "havi", "hawa", "hawana", "haya", "hayo", "hicho", "hii", "hiki", "hili", "hilo", "hivi",
    "hivyo", "hizi", "hizo", "huko", "hukohuko", "huku", "humo", "humu", "huo", "huu", "huyo",
    "huyu", "ijapokuwa", "ikawa", "ikiwa", "iko", "ila", "ile", "ili", "ilikuwa", "iliyo",
    "imekuwa", "ina", "ingawa", "ingawaje", "itakuwa", "jinsi", "juu", "kabla", "kadhaa", "kadri",
    "kama", "kamwe", "karibu", "kati", "katika", "katikati", "ki", "kila", "kile", "kina",
    "kinyume", "kisha", "kuhusu", "kulikuwa", "kumbe", "kuna", "kupitia", "kushoto", "kutoka",
    "kutokana", "kuwa", "kwa", "kwake", "kwako", "kwamba", "kwangu", "kwani", "kwao", "kweli",
    "kwenu", "kwenye", "kwetu", "la", "lake", "lakini", "lako", "langu", "lao", "le", "lenu",
    "letu", "lile", "lini", "lo", "lote", "ma", "maana", "mbele", "mimi", "mle", "mmoja", "mno",
    "mpaka", "mwa", "mwake", "mwao", "mwenye", "mwenyewe", "mwote", "na", "nami", "nani", "nanyi",
    "nao", "nasi", "nawe", "naye", "nayo", "ndani", "ndio", "ndipo", "ndivyo", "ndiye", "ndiyo",
    "ndo", "ng'", "ng'o", "ni", "ni'", "nina", "nini", "ninyi", "nje", "nyenyewe", "nyingine",
    "nyinyi", "nyote", "nyuma", "o", "ole", "omo", "ote", "pa", "pake", "pale", "pamoja", "pana",
    "pande", "pao", "papo", "penye", "pia", "po", "popote", "sana", "sasa", "si", "sio", "sisi",
    "siyo", "sote", "tangu", "tena", "tu", "tuna", "u", "uko", "ule", "una", "vile", "vipi", "vya",
    "vyake", "vyako", "vyangu", "vyao", "vyenu", "vyetu", "vyo", "vyote", "wa", "wake", "wako",
    "wala", "walakini", "wale", "walikuwa", "walio", "wamekuwa", "wana", "wangu", "wao", "wapi",
    "watakuwa", "wengine", "wenu", "wenye", "wenyewe", "wetu", "wewe", "wo", "wote", "ya", "yake",
    "yako", "yale", "yaliyo", "yaliyokuwa", "yangu", "yao", "yenu", "yenye", "yenyewe", "yetu",
    "yeye", "yo", "yote", "yoyote", "yule", "yupi", "za", "zake", "zako", "zangu", "zao", "zenu",
    "zenye", "zetu", "zile", "zipi", "zo", "zote",
];

/// Tier 2: adverbs, connectives, semi-auxiliaries and quantifiers.
#[rustfmt::skip]
pub(crate) const EXTENDED: List = list![
    "aghalabu", "aidha", "alisema", "anapaswa", "anasema", "anaweza", "asilimia", "awali",
    "baadaye", "baadhi", "badala", "bora", "chache", "chote", "daima", "dhahiri", "endapo", "fupi",
    "ghafla", "halikadhalika", "haraka", "hasa", "hasahasa", "hasha", "hatimaye", "hima", "huenda",
    "hususan", "ifuatayo", "ijayo", "iliyopita", "imara", "inabidi", "inapaswa", "inaweza",
    "ipasavyo", "isipokuwa", "itabidi", "jana", "juzi", "kabisa", "kadhalika", "kando", "kawaida",
    "kesho", "kiasi", "kidogo", "kikamilifu", "kikubwa", "kimoja", "kingine", "kipindi", "kuanzia",
    "kubwa", "kuelekea", "kufuatia", "kuliko", "kulingana", "kusudi", "kutwa", "kuu", "kwaheri",
    "kwanza", "labda", "laiti", "lazima", "leo", "licha", "maalum", "maalumu", "mapema", "mara",
    "maradufu", "mathalani", "mbali", "mbalimbali", "mengi", "mengine", "mfano", "mithili", "moja",
    "mosi", "muda", "mwanzoni", "mwingine", "mwisho", "mwishoni", "naam", "nadra", "namna", "ndogo",
    "nusu", "nyakati", "nyingi", "nzuri", "ovyo", "pasipo", "pekee", "pengine", "pili", "polepole",
    "punde", "rasmi", "sababu", "sahihi", "sawa", "sawasawa", "seti", "tafadhali", "takriban",
    "takribani", "taratibu", "tatu", "tayari", "ukiwa", "upande", "upya", "vema", "vibaya",
    "vigumu", "vilevile", "vizuri", "wachache", "wakati", "wakiwa", "walisema", "wanasema",
    "wanaweza", "waweza", "wengi", "yaani", "yamkini", "yapata", "zaidi", "zamani", "ziada",
    "zifuatazo", "zinazofuata", "zingine",
];
