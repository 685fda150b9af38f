//! What tells the past from the future in French. Source: written by hand for this crate.

use crate::lang::TenseRules;
use crate::lang::list::list;

pub(super) static TENSE: TenseRules = TenseRules {
    future: list![
        "attendu", "attendue", "attendues", "attendus", "aura", "aurai", "aurez", "aurons",
        "auront", "bientôt", "fera", "feront", "fixé", "fixée", "fixées", "fixés", "ira", "iront",
        "planifié", "planifiée", "planifiées", "planifiés", "prochainement", "programmé",
        "programmée", "programmées", "programmés", "prévoient", "prévoit", "prévu", "prévue",
        "prévues", "prévus", "reporté", "reportée", "reportées", "reportés", "repoussé",
        "repoussée", "saura", "sauront", "sera", "serai", "serez", "serons", "seront"
    ],
    before_infinitive: list![
        "allez", "allons", "doit", "doivent", "entend", "entendent", "va", "vais", "vont"
    ],
    planned: list!["allaient", "allait", "devaient", "devait"],
    infinitives: &["er", "ir", "re", "oir"],
    future_endings: &["era", "eront", "erai", "erons", "erez", "ira", "iront", "irez", "dra", "dront", "drai", "drons", "drez", "vra", "vront", "vrai", "vrons", "vrez", "rra", "rront", "rrai", "rrons", "rrez", "ttra", "ttront", "aîtra", "aîtront", "oira", "oiront", "clura", "cluront", "erait", "eraient", "irait", "iraient", "drait", "draient", "vrait", "vraient", "rrait", "rraient", "ttrait", "ttraient", "aîtrait"],
    not_future: list![
        "admira", "admirait", "aspira", "aspiraient", "aspirait", "attira", "attiraient",
        "attirait", "auraient", "aurait", "barrait", "cadra", "cadraient", "cadrait", "camera",
        "cendra", "chimera", "cholera", "conspira", "couvraient", "couvrait", "déchira",
        "déchirait", "découvraient", "découvrait", "délivra", "délivrait", "désira", "désiraient",
        "désirait", "encadra", "encadrait", "engendra", "engendrait", "environs", "erraient",
        "errait", "expira", "expirait", "guerra", "hydra", "inspira", "inspiraient", "inspirait",
        "livra", "livraient", "livrait", "narra", "opera", "ouvra", "ouvraient", "ouvrait",
        "recouvrait", "respira", "respiraient", "respirait", "retira", "retiraient", "retirait",
        "seraient", "serait", "serra", "serrait", "sierra", "soupira", "terra", "tira",
        "tiraient", "tirait", "transpira", "vira", "virait", "vrai", "vrais", "étira"
    ],
    past: list![
        "a", "affirme", "ai", "annonce", "avaient", "avais", "avait", "avez", "avions", "avons",
        "dit", "déclara", "déclare", "est", "eurent", "eut", "explique", "firent", "fit",
        "furent", "fut", "indique", "ont", "précise", "rapporte", "révèle", "sont", "étaient",
        "étais", "était", "étions"
    ],
    past_endings: &["ait", "aient", "èrent", "irent", "urent"],
    not_past: list![
        "abstrait", "activité", "activités", "aient", "ait", "allié", "alliés", "amitié", "année",
        "années", "armée", "armées", "arrivée", "attrait", "auraient", "aurait", "autorité",
        "autorités", "beauté", "bienfait", "blessés", "café", "capacité", "capacités", "carré",
        "cité", "cités", "clé", "clés", "comité", "comités", "communauté", "communautés", "congé",
        "congés", "connait", "connaît", "côté", "côtés", "degré", "degrés", "dictée",
        "difficulté", "difficultés", "distrait", "durée", "délégué", "délégués", "député",
        "députés", "employé", "employés", "entrée", "entrées", "essaient", "extrait", "fait",
        "fiancé", "fiancée", "forfait", "fraternité", "fumée", "humanité", "identité", "idée",
        "idées", "imparfait", "invité", "invités", "journée", "journées", "lait", "liberté",
        "localité", "localités", "lycée", "lycées", "majorité", "majorités", "marché", "marchés",
        "matinée", "moitié", "montée", "mosquée", "musée", "musées", "méfait", "paient", "parait",
        "paraît", "parfait", "pensée", "pitié", "plait", "plaît", "portrait", "portée",
        "possibilité", "possibilités", "priorité", "publicité", "qualité", "qualités",
        "randonnée", "responsabilité", "retrait", "réalité", "réfugié", "réfugiés", "sait",
        "santé", "satisfait", "seraient", "serait", "société", "sociétés", "soirée", "soirées",
        "souhait", "sécurité", "tait", "tournée", "tournées", "trait", "traité", "traités",
        "traversée", "unité", "unités", "université", "volonté", "égalité", "électricité", "épée",
        "été"
    ],
    participle_endings: &["é", "ée", "és", "ées"],
    participles: list![
        "battu", "battue", "conclu", "conclue", "descendu", "devenu", "dit", "découvert",
        "découverte", "entendu", "fait", "faite", "intervenu", "intervenue", "mis", "mise",
        "mort", "morte", "mortes", "morts", "obtenu", "ouvert", "ouverte", "parti", "partis",
        "paru", "parue", "perdu", "pris", "prise", "rendu", "rendue", "revenu", "revenue", "reçu",
        "reçue", "reçus", "sorti", "sortie", "survenu", "survenue", "survenues", "survenus",
        "tenu", "tenue", "tenues", "tenus", "vendu", "venu", "venue", "vu", "vue", "élu", "élue"
    ],
    toward: list!["d'ici", "ici", "pour"],
    until: list!["compter", "jusqu'", "jusqu'en", "jusque", "partir"],
};
