//! Hausa stop words in two disjoint tiers. Apostrophes are straight and dots stay, as the tokenizer yields words.
//! Source: written by hand for this crate.

use crate::lang::list::{List, list};

/// Tier 1: closed-class function words.
#[rustfmt::skip]
pub(crate) const FUNCTION: List = list![
    "a", "abin", "abubuwan", "ai", "aka", "akan", "ake", "akwai", "amma", "an", "ana", "anya", "ba",
    "ba'a", "babu", "bai", "baka", "baki", "bamu", "ban", "bana", "bani", "basu", "bata", "bayan",
    "bi", "bisa", "can", "ce", "cewa", "ciki", "cikin", "cikinsa", "cikinsu", "cikinta", "da",
    "daban", "daga", "dai", "dangane", "daya", "din", "dole", "domin", "don", "duk", "duka",
    "dukkan", "dukkansu", "fa", "fiye", "ga", "gaba", "gabanin", "game", "gami", "gare", "gareshi",
    "garesu", "gareta", "hade", "haka", "hakan", "hannun", "har", "idan", "in", "ina", "inda",
    "inji", "iri", "irin", "ita", "iya", "ka", "kada", "kadai", "kaf", "kafin", "kai", "kake",
    "kamar", "kan", "kana", "kar", "karkashin", "kawai", "kaɗai", "ke", "kenan", "ki", "kin", "ko",
    "komai", "kome", "kowa", "kowace", "kowane", "kowanne", "ku", "kuke", "kullum", "kuma", "kun",
    "kuna", "kuwa", "lalle", "lokacin", "ma", "mai", "maka", "maku", "mana", "marasa", "masa",
    "mashi", "masu", "mata", "matuƙar", "me", "mene", "menene", "meye", "mi", "mini", "mu", "mukan",
    "muke", "mun", "muna", "na", "naka", "nake", "naki", "naku", "namu", "nan", "nasa", "nasu",
    "nata", "nawa", "ne", "ni", "nike", "nin", "sa", "saboda", "sai", "saka", "sama", "sannan",
    "shi", "shin", "shine", "sosai", "su", "suka", "sukan", "suke", "sun", "suna", "ta", "tabbas",
    "taka", "take", "taki", "tamu", "tana", "tare", "tasa", "tasu", "tata", "tawa", "tsakanin",
    "tsakaninsu", "tun", "tunda", "wa", "waccan", "wacce", "wace", "wadanda", "wadannan", "wai",
    "wajen", "walau", "wancan", "wanda", "wane", "wani", "wannan", "wanne", "wasu", "wata", "watau",
    "wato", "waɗanda", "waɗannan", "wurin", "ya", "yadda", "yake", "yana", "yanda", "yayin", "za",
    "za'a", "zai", "zaka", "zaki", "zaku", "zamu", "zan", "zasu", "zata", "zuwa", "ƙari",
    "ƙarƙashin", "ɗaya", "ɗayan", "ɗin",
];

/// Tier 2: adverbs, connectives, semi-auxiliaries and quantifiers.
#[rustfmt::skip]
pub(crate) const EXTENDED: List = list![
    "a'a", "abu", "akalla", "akasarin", "akasin", "alhali", "asali", "ashe", "aƙalla", "baya",
    "biyo", "biyu", "dab", "dabam", "dadi", "daidai", "dalilin", "dan", "dazu", "daɗe", "daɗi",
    "dukda", "eh", "fara", "farko", "fasa", "gabadaya", "gabaɗaya", "gaskiya", "gobe", "haba",
    "hakika", "hanya", "hanyar", "hasali", "haƙiƙa", "haɗa", "ji", "jim", "jiya", "kadan", "kamata",
    "kara", "karin", "karo", "karshe", "kasance", "kaɗan", "kila", "koda", "koyaushe", "kullu",
    "kusa", "kusan", "kusancin", "kwarai", "kyau", "la'akari", "lallai", "mafi", "maimakon",
    "makamancin", "makamantansu", "manya", "matsayin", "mawuyaci", "na'am", "nasaba", "ninki",
    "nisa", "rashin", "sabanin", "sake", "samu", "samun", "sarai", "sashi", "sau", "saura",
    "sauran", "saɓanin", "shima", "tabbatar", "tamkar", "tattare", "taƙaita", "tilas", "to", "tofa",
    "tsawon", "tsohon", "tukuna", "tuni", "wajibi", "watakila", "wuri", "wuya", "yan", "yanzu",
    "yanzun", "yau", "yaushe", "yawa", "yawan", "yawancin", "yaya", "yayinda", "yi", "yin", "yiwu",
    "yiwuwa", "zahiri", "zama", "zaman", "ƙara", "ƙarin", "ƙarshe", "ƙarshen", "ƙila", "ƙwarai",
    "ƴan", "ɗan", "ɗazu",
];
