//! Words that say whose words are quoted in French. Source: written by hand for this crate.

use crate::lang::SpeechRules;
use crate::lang::list::list;

#[rustfmt::skip]
pub(super) static SPEECH: SpeechRules = SpeechRules {
    verbs: list![
        "admet", "admettent", "admis", "affirmait", "affirme", "affirment", "affirmé", "ajoutait",
        "ajoute", "ajoutent", "ajouté", "analysait", "analyse", "analysent", "analysé", "annonce",
        "annoncent", "annoncé", "annonçait", "assurait", "assure", "assurent", "assuré", "averti",
        "avertissent", "avertit", "avouait", "avoue", "avouent", "avoué", "clamait", "clame",
        "clament", "clamé", "commentait", "commente", "commentent", "commenté", "conclu",
        "concluent", "conclut", "concède", "concèdent", "concédé", "confessait", "confesse",
        "confessent", "confessé", "confiait", "confie", "confient", "confirmait", "confirme",
        "confirment", "confirmé", "confié", "considère", "considèrent", "considéré", "constatait",
        "constate", "constatent", "constaté", "critiquait", "critique", "critiquent", "critiqué",
        "disaient", "disait", "disent", "dit", "déclarait", "déclare", "déclarent", "déclaré",
        "dénonce", "dénoncent", "dénoncé", "dénonçait", "déplorait", "déplore", "déplorent",
        "déploré", "détaillait", "détaille", "détaillent", "détaillé", "espère", "espèrent",
        "espéré", "estimait", "estime", "estiment", "estimé", "exhortait", "exhorte", "exhortent",
        "exhorté", "expliquait", "explique", "expliquent", "expliqué", "fustigait", "fustige",
        "fustigent", "fustigé", "glissait", "glisse", "glissent", "glissé", "indiquait", "indique",
        "indiquent", "indiqué", "insistait", "insiste", "insistent", "insisté", "ironisait",
        "ironise", "ironisent", "ironisé", "juge", "jugeait", "jugent", "jugé", "justifiait",
        "justifie", "justifient", "justifié", "lance", "lancent", "lancé", "lançait", "martelait",
        "martelé", "martèle", "martèlent", "notait", "note", "notent", "noté", "observait",
        "observe", "observent", "observé", "plaidait", "plaide", "plaident", "plaidé", "poursuit",
        "poursuivent", "poursuivi", "proclamait", "proclame", "proclament", "proclamé", "promet",
        "promettent", "promis", "précisait", "précise", "précisent", "précisé", "prévenu",
        "préviennent", "prévient", "racontait", "raconte", "racontent", "raconté", "rappelait",
        "rappelle", "rappellent", "rappelé", "rapportait", "rapporte", "rapportent", "rapporté",
        "reconnaissent", "reconnaît", "reconnu", "regrettait", "regrette", "regrettent",
        "regretté", "relevait", "relevé", "relève", "relèvent", "réagi", "réagissait",
        "réagissent", "réagit", "réclamait", "réclame", "réclament", "réclamé", "répond",
        "répondait", "répondent", "répondu", "répète", "répètent", "répétait", "répété",
        "résumait", "résume", "résument", "résumé", "rétorquait", "rétorque", "rétorquent",
        "rétorqué", "révèle", "révèlent", "révélait", "révélé", "saluait", "salue", "saluent",
        "salué", "signalait", "signale", "signalent", "signalé", "souhaitait", "souhaite",
        "souhaitent", "souhaité", "soulignait", "souligne", "soulignent", "souligné", "soutenait",
        "soutenu", "soutiennent", "soutient", "suggère", "suggèrent", "suggéré", "tonnait",
        "tonne", "tonnent", "tonné", "tranchait", "tranche", "tranchent", "tranché", "témoignait",
        "témoigne", "témoignent", "témoigné", "vantait", "vante", "vantent", "vanté", "écrit",
        "écrivait", "écrivent",
    ],
    according: list!["selon"],
    determiners: list![
        "ce", "certains", "ces", "cet", "cette", "des", "l'", "la", "le", "les", "leur", "leurs",
        "nos", "notre", "plusieurs", "sa", "ses", "son", "un", "une",
    ],
    of: list!["d'", "de", "des", "du"],
    articles: list!["l'", "la", "le", "les"],
};
