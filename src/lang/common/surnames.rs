//! Surnames of Korea and China that stand before a given name with a hyphen: `Kim Jong-un`. Source: written
//! by hand for this crate.

pub(crate) const HYPHENATED: &[&str] = &[
    "ahn", "ban", "bong", "chang", "chen", "chiang", "cho", "choe", "choi", "chung", "han", "hong",
    "hwang", "hyon", "jang", "jeon", "jung", "kang", "kim", "ko", "kwon", "lee", "lim", "lin",
    "moon", "oh", "pak", "park", "rhee", "ri", "roh", "ryu", "seo", "shin", "soh", "son", "song",
    "tsai", "wang", "wu", "yang", "yi", "yoon", "yu",
];
