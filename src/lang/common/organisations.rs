//! Well-known organisations that have the same name in several languages. Source: written by hand
//! for this crate.
//!
//! A name that means something else in one of the languages stays in the lists of the others:
//! `wagner` is a German surname, `podemos` a Portuguese verb.

/// Known by one name everywhere: companies, clubs, media, bodies, parties.
#[rustfmt::skip]
pub(crate) const INTERNATIONAL: &[&str] = &[
    "abc news", "ac milan", "adidas", "afp", "agence france-presse", "air france",
    "air france-klm", "airbnb", "airbus", "ajax", "al arabiya", "al jazeera", "al qaeda",
    "al qaida", "al-jazeera", "al-qaeda", "al-qaida", "al-shabaab", "amazon", "amisom",
    "amnesty international", "ansar dine", "anthropic", "ap", "apple", "aramco", "areva", "asean",
    "associated press", "astrazeneca", "barclays", "barrick gold", "bayer", "bayer leverkusen",
    "bayern munich", "bayern münchen", "bbc", "benfica", "biontech", "bloomberg", "bmw",
    "bnp paribas", "boeing", "boko haram", "borussia dortmund", "bp", "brics", "british airways",
    "bundesbank", "bundesrat", "bundestag", "bundeswehr", "caritas", "cbs", "cdu", "cia", "cnn",
    "corriere della sera", "credit suisse", "csu", "daily mail", "daily telegraph", "der spiegel",
    "deutsche bank", "deutsche welle", "easyjet", "ecowas", "el mundo", "el país", "enel", "eni",
    "esa", "europol", "exxonmobil", "facebook", "farc", "fbi", "fc barcelona", "fc porto",
    "federal reserve", "feyenoord", "fidesz", "fifa", "financial times", "fox news",
    "frankfurter allgemeine zeitung", "frelimo", "frontex", "fsb", "g20", "g5 sahel", "g7", "g8",
    "gazprom", "general motors", "glencore", "goldman sachs", "google", "greenpeace", "hamas",
    "hezbollah", "hsbc", "huawei", "human rights watch", "ibm", "igad", "instagram", "intel",
    "inter milan", "interfax", "interpol", "ioc", "iswap", "jnim", "jp morgan", "jpmorgan",
    "juventus", "klm", "knesset", "kremlin", "la repubblica", "la stampa", "le figaro", "le monde",
    "liverpool fc", "lufthansa", "lukoil", "manchester city", "manchester united",
    "marks & spencer", "mcdonald's", "mercedes-benz", "mercosur", "meta", "mi5", "mi6",
    "microsoft", "minusma", "moderna", "monusco", "moody's", "morgan stanley", "mossad", "mpla",
    "msf", "msnbc", "médecins sans frontières", "nasa", "nato", "nba", "nbc", "nestlé", "netflix",
    "new york times", "nfl", "nissan", "novartis", "nsa", "nvidia", "openai", "osce", "oxfam",
    "paris saint-germain", "paris st-germain", "petrobras", "pfizer", "pkk", "politico", "psg", "psoe", "rb leipzig",
    "real madrid", "renamo", "renault", "repsol", "reuters", "ria novosti", "rosatom", "rosneft",
    "rtl", "russia today", "ryanair", "sadc", "samsung", "saudi aramco", "save the children",
    "shell", "shin bet", "siemens", "sky news", "société générale", "sonangol", "sony", "spacex",
    "spd", "stellantis", "syriza", "süddeutsche zeitung", "tass", "tesla", "the economist",
    "the guardian", "the independent", "the new york times", "the telegraph", "the times",
    "the wall street journal", "the washington post", "tiktok", "totalenergies", "toyota",
    "transparency international", "twitter", "uber", "ubs", "uefa", "unesco", "unhcr", "unicef",
    "unilever", "volkswagen", "wall street journal", "walmart", "washington post", "whatsapp",
    "wikileaks", "wikipedia", "world bank", "world vision", "wta", "wwf", "xinhua", "youtube",
    "zanu-pf", "zdf",
];

/// Names in the Romance languages only.
#[rustfmt::skip]
pub(crate) const ROMANCE: &[&str] = &[
    "acnur", "aiea", "ansa", "bayern múnich", "bce", "cedeao", "cruz roja", "efe", "fmi",
    "grupo wagner", "lusa", "ocde", "omc", "oms", "onu", "opep", "otan", "ue",
];

/// Names in the Germanic languages only.
#[rustfmt::skip]
pub(crate) const GERMANIC: &[&str] = &[
    "arabische liga", "au", "ecb", "eu", "iaea", "imf", "is", "oecd", "opec", "opec+", "pentagon",
    "taliban", "wto",
];
