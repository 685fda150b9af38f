//! Words of matches and transfers in French. Source: written by hand for this crate.

use crate::lang::list::{List, list};

/// Words that are seldom in texts on anything else.
#[rustfmt::skip]
pub(crate) const MATCH_WORDS: List = list![
    "ailier", "ailiers", "attaquant", "attaquante", "attaquants", "avant-centre", "ballon",
    "baseball", "basket", "basketball", "basketteur", "basketteurs", "buteur", "buteurs", "buts", "championnat", "championnats", "club",
    "clubs", "coach", "coéquipier", "coéquipiers", "demi-finale", "demi-finales", "derby",
    "défenseur", "défenseurs", "entraineur", "entraîneur", "entraîneurs", "finale", "foot",
    "football", "footballeur", "footballeurs", "footballeuse", "handball", "hat-trick", "hockey",
    "hockeyeur", "hockeyeurs", "joueur", "joueurs", "joueuse", "joueuses", "match", "matches", "matchs", "mercato", "mi-temps",
    "pelouse", "penalties", "penalty", "playoffs", "pénalty", "recrue", "recrues", "rugby",
    "sélectionneur", "tacle", "vestiaire", "vestiaires", "éliminé",
];

/// Nouns before `de` and a club.
#[rustfmt::skip]
pub(crate) const CLUB_NOUNS: List = list![
    "adversaire", "adversaires", "ailier", "ailiers", "arrière", "attaquant", "attaquante",
    "attaquants", "attaque", "avant-centre", "banc", "but", "buteur", "buteurs", "buts",
    "capitaine", "champion", "champions", "coach", "couleurs", "côté", "dirigeants", "domination",
    "défaite", "défense", "défenseur", "défenseurs", "effectif", "entraineur", "entraîneur",
    "entraîneurs", "entraîneuse", "ex-attaquant", "ex-entraîneur", "ex-joueur", "finale",
    "gardien", "gardiens", "international", "joueur", "joueurs", "joueuse", "joueuses", "latéral",
    "leader", "légende", "maillot", "manager", "match", "milieu", "milieux", "ogre", "patron",
    "patrons", "pensionnaire", "pensionnaires", "portier", "recrue", "rivaux", "score", "staff",
    "star", "stars", "succès", "supporters", "supporteurs", "technicien", "transfuge", "triomphe",
    "vestiaire", "victoire", "élimination", "équipe",
];

/// Words before `à` and a club.
#[rustfmt::skip]
pub(crate) const TRANSFERS: List = list![
    "arraché", "cédé", "cédée", "cédés", "face", "inflige", "infligé", "oppose", "opposera",
    "opposé", "opposée", "prêter", "prêté", "prêtée", "prêtés", "signe", "signer", "signé",
    "transférer", "transféré", "transférée", "transférés", "vend", "vendre", "vendu", "vendue",
    "vendus", "verse", "verser", "versé",
];
