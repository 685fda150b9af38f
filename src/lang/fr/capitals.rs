//! French words that are often capitalised inside a sentence and are no entity by themselves.
//! Source: written by hand for this crate.

use crate::lang::list::{List, list};

/// Lower-cased words that never form a name alone.
#[rustfmt::skip]
pub(crate) const NEVER_NAMES: List = list![
    "adn", "ah", "allah", "allô", "altesse", "analyse", "annexe", "annonce", "antiquité", "août",
    "armistice", "arn", "arrêté", "article", "ascension", "aussi", "avril", "aïd", "bac",
    "baccalauréat", "bonjour", "bonsoir", "bravo", "carême", "cdd", "cdi", "cfa", "chapitre",
    "charte", "ciel", "cinquième", "co2", "code", "communiqué", "constitution", "coronavirus",
    "covid", "covid-19", "cv", "deuxième", "dg", "dieu", "dimanche", "direct", "dixième", "docteur",
    "doctorat", "décembre", "décret", "edito", "editorial", "eminence", "enfer", "entretien", "est",
    "etat", "etats", "excellence", "exclusif", "flash", "fps", "février", "gdpr", "gouvernement",
    "gouvernements", "gps", "grandeur", "hiv", "homme", "honneur", "huitième", "humanité", "hélas",
    "iie", "iiie", "indépendance", "internet", "interview", "ive", "ixe", "janvier", "jc", "jeudi",
    "juillet", "juin", "licence", "lire", "loi", "lois", "lundi", "lune", "madame", "mademoiselle",
    "mai", "majesté", "mardi", "mars", "master", "maître", "merci", "mercredi", "mesdames",
    "messieurs", "ministre", "ministres", "monseigneur", "monsieur", "moyen", "nation", "ndlr",
    "net", "neuvième", "non", "nord", "novembre", "noël", "occupation", "octobre", "oh",
    "ordonnance", "ouest", "oui", "paradis", "patrie", "pcr", "pdf", "pdg", "pentecôte", "peuple",
    "photo", "photos", "pib", "pme", "pmi", "premier", "premiers", "première", "premières",
    "professeur", "préambule", "président", "présidente", "présidents", "publicité", "pâques",
    "quatrième", "ramadan", "renaissance", "reportage", "rgpd", "rédaction", "république",
    "républiques", "révolution", "sainteté", "salut", "samedi", "second", "seconde", "seigneur",
    "septembre", "septième", "sg", "sida", "sire", "sixième", "sms", "soleil", "source", "sources",
    "sud", "tabaski", "terre", "titre", "tribune", "troisième", "tv", "tva", "u-17", "u-18", "u-19",
    "u-20", "u-21", "u-23", "u17", "u18", "u19", "u20", "u21", "u23", "univers", "urgent", "uv",
    "ve", "vendredi", "vidéo", "vidéos", "vie", "vih", "viie", "viiie", "voir", "web", "wi-fi",
    "wifi", "xe", "xie", "xiie", "xiiie", "xive", "xixe", "xve", "xvie", "xviie", "xviiie", "xxe",
    "xxie", "édito", "éditorial", "éminence", "état", "états",
];
