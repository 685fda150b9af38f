//! Bambara stop words in two disjoint tiers. Apostrophes are straight and dots stay, as the tokenizer yields words.
//! Source: written by hand for this crate.

use crate::lang::list::{List, list};

/// Tier 1: closed-class function words.
#[rustfmt::skip]
pub(crate) const FUNCTION: List = list![
    "a", "a'", "ala", "ala'", "ale", "aleye", "an", "ani", "anu", "anw", "anw'", "aw", "aw'",
    "ayiwa", "b'", "b'a", "b'an", "b'i", "b'o", "b'u", "ba", "barisa", "bawo", "be", "bena",
    "bennen", "bolo", "bè", "bɛ", "bɛna", "bɛɛ", "caman", "cogo", "cogodi", "cɛ", "dan", "de", "di",
    "di'", "do", "don", "dè", "dɔ", "dɔrɔn", "dɔw", "e", "fan", "fana", "fara", "fo", "foyi", "fè",
    "fɔ", "fɛ", "ga", "hali", "hani", "i", "i'", "iko", "ikomi", "inafɔ", "joli", "jumɛn", "jɔn",
    "k'", "k'a", "k'an", "k'i", "k'o", "k'u", "ka", "ka'", "kaban", "kabi", "kabini", "kan", "kana",
    "kanan", "kasɔrɔ", "katuguni", "kelen", "kelenw", "ko", "komi", "kosɔn", "kun", "kɔ", "kɔfɛ",
    "kɔnɔ", "kɔrɔ", "kɛ", "kɛra", "l'a", "la", "lo", "m'", "m'a", "ma", "man", "mana", "mi", "min",
    "minna", "minnu", "minw", "mun", "mundun", "munna", "mɛ", "n", "n'", "n'a", "n'an", "n'i",
    "n'o", "n'u", "na", "nana", "ne", "ni", "ni'", "nin", "ninnu", "ninw", "nka", "nunu", "nɔ",
    "nɔfɛ", "o", "o'", "ola", "olu", "olugu", "on", "sa", "sanfɛ", "sani", "sera", "si", "sisan",
    "su", "sɔrɔ", "t'", "t'a", "t'an", "t'i", "t'o", "t'u", "ta", "taa", "te", "tila", "tuma",
    "tun", "tun-tɛ", "tè", "tɛ", "tɛna", "u", "w", "wa", "wala", "walasa", "wale", "walima", "we",
    "wɛrɛ", "wɛrɛw", "y", "y'a", "y'i", "y'o", "y'u", "yala", "yan", "ye", "ye'", "yen", "yɔrɔ",
    "yɛrɛ", "yɛrɛw", "ŋɔgɔn", "ɲɔgɔn", "ɲɛ", "ɲɛfɛ", "ɲɛkɔrɔ",
];

/// Tier 2: adverbs, connectives, semi-auxiliaries and quantifiers.
#[rustfmt::skip]
pub(crate) const EXTENDED: List = list![
    "abada", "awɔ", "ayi", "badaa", "ban", "banna", "bi", "bilen", "bolofɛ", "bɔ", "bɔra", "caya",
    "cayara", "dama", "damadɔ", "dɔgɔya", "dɔnin", "dɔnni", "dɔɔni", "dɛ", "fasi", "fitinin",
    "folo", "folofolo", "furancɛ", "fɔlen", "fɔlɔ", "fɔlɔfɔlɔ", "fɔra", "hakika", "halisa",
    "hɔrɔma", "janko", "joona", "jɔra", "jɔɔni", "kojugu", "kokura", "kosebe", "kosɛbɛ", "koɲuman",
    "kunfɛ", "kunun", "kɛlen", "kɛlɛn", "kɛtɔ", "kɛɲɛ", "laban", "labanna", "lajɛlen", "makɔnɔ",
    "nasiraw", "ntɛ", "nɔgɔn", "pewu", "sababu", "sabu", "sangadi", "sini", "sinisini", "siyɛn",
    "siɲɛ", "sugandi", "surun", "sɔɔni", "sɛbɛ", "sɛbɛnna", "taga", "tagara", "tan", "teliya",
    "tigitigi", "tiɲɛ", "tugu", "tugun", "tuguni", "tugura", "tɛmɛ", "tɛmɛna", "tɛmɛnen", "waati",
    "waatiw", "wajibi", "walawala", "wo", "wolo", "wuli", "yanni", "yɔrɔw", "yɛlɛma", "ɲuman",
    "ɲɔgɔnfɛ", "ɲɔgɔnna",
];
