//! Words of matches and transfers in French. Source: written by hand for this crate.

use crate::lang::list::{List, list};

/// Words that are seldom in texts on anything else.
#[rustfmt::skip]
pub(crate) const MATCH_WORDS: List = list![
    "ailier", "ailiers", "attaquant", "attaquante", "attaquants", "avant-centre", "ballon",
    "basket", "basketball", "buteur", "buteurs", "buts", "championnat", "championnats", "club",
    "clubs", "coach", "coéquipier", "coéquipiers", "demi-finale", "demi-finales", "derby",
    "défenseur", "défenseurs", "entraineur", "entraîneur", "entraîneurs", "finale", "foot",
    "football", "footballeur", "footballeurs", "footballeuse", "handball", "hat-trick", "joueur",
    "joueurs", "joueuse", "joueuses", "match", "matches", "matchs", "mercato", "mi-temps",
    "pelouse", "penalties", "penalty", "playoffs", "pénalty", "recrue", "recrues", "rugby",
    "sélectionneur", "tacle", "vestiaire", "vestiaires", "éliminé",
];

/// Nouns before `de` and a club.
#[rustfmt::skip]
pub(crate) const CLUB_NOUNS: List = list![
    "académie", "adversaire", "adversaires", "ailier", "ailiers", "arrière", "attaquant",
    "attaquante", "attaquants", "attaque", "avant-centre", "banc", "but", "buteur", "buteurs",
    "buts", "capitaine", "champion", "champions", "club", "coach", "couleurs", "côté", "direction",
    "dirigeants", "domination", "défaite", "défense", "défenseur", "défenseurs", "effectif",
    "entraineur", "entraîneur", "entraîneurs", "entraîneuse", "ex-attaquant", "ex-entraîneur",
    "ex-joueur", "finale", "gardien", "gardiens", "groupe", "international", "intérêt", "joueur",
    "joueurs", "joueuse", "joueuses", "latéral", "leader", "légende", "maillot", "manager",
    "match", "milieu", "milieux", "offre", "ogre", "patron", "patrons", "pensionnaire",
    "pensionnaires", "portier", "propriétaire", "propriétaires", "président", "recrue", "rivaux",
    "score", "staff", "star", "stars", "succès", "supporters", "supporteurs", "technicien",
    "titre", "transfuge", "triomphe", "vestiaire", "victoire", "élimination", "équipe",
];

/// Words before `à` and a club.
#[rustfmt::skip]
pub(crate) const TRANSFERS: List = list![
    "accroché", "affronte", "affronter", "arraché", "battre", "battu", "battue", "battus", "chuté",
    "cédé", "cédée", "cédés", "engagé", "face", "formé", "imposé", "imposée", "inflige", "infligé",
    "jouait", "joue", "jouer", "joué", "oppose", "opposera", "opposé", "opposée", "passer",
    "passé", "perdu", "prêt", "prêter", "prêté", "prêtée", "prêtés", "rejoindre", "rejoint",
    "signature", "signe", "signer", "signé", "tenu", "transfert", "transférer", "transféré",
    "transférée", "transférés", "vend", "vendre", "vendu", "vendue", "vendus", "verse", "verser",
    "versé", "échoué", "éliminé", "évoluait", "évolue", "évoluer", "évolué",
];
