//! Words that say whose words are quoted in Spanish. Source: written by hand for this crate.

use crate::lang::SpeechRules;
use crate::lang::list::list;

#[rustfmt::skip]
pub(super) static SPEECH: SpeechRules = SpeechRules {
    verbs: list![
        "aclara", "aclaró", "acusa", "acusó", "admite", "admitió", "advierte", "advirtió",
        "afirma", "afirmaba", "afirman", "afirmó", "agrega", "agregó", "anuncia", "anunció",
        "apunta", "apuntó", "argumenta", "argumentó", "asegura", "aseguran", "aseguraron",
        "aseguró", "añade", "añaden", "añadió", "comenta", "comentó", "concluye", "concluyó",
        "confesó", "confirma", "confirmó", "considera", "consideró", "contesta", "contestó",
        "contó", "cree", "critica", "criticó", "cuenta", "declara", "declararon", "declaró",
        "decía", "decían", "defendió", "defiende", "denuncia", "denunció", "destaca", "destacó",
        "dice", "dicen", "dicho", "dijeron", "dijo", "escribe", "escribió", "estima", "estimó",
        "explica", "explican", "explicó", "expresó", "indica", "indicó", "informa", "informó",
        "insiste", "insistió", "lamenta", "lamentó", "manifestó", "manifiesta", "matiza",
        "matizó", "pide", "pidió", "precisa", "precisó", "promete", "prometió", "recalca",
        "recalcó", "reconoce", "reconoció", "recordó", "recuerda", "reitera", "reiteró",
        "replicó", "responde", "respondió", "señala", "señalan", "señaló", "sostiene",
        "sostuvo", "subraya", "subrayó", "sugiere", "sugirió",
    ],
    naming: list!["apodado", "denominada", "denominado", "llamada", "llamado", "titulada", "titulado"],
    according: &[&["a", "juicio", "de"], &["en", "opinión", "de"], &["según"]],
    determiners: list![
        "algunos", "aquel", "aquella", "el", "esa", "ese", "esta", "este", "la", "las", "los",
        "su", "sus", "un", "una", "unos", "varios",
    ],
    of: list!["de", "del"],
    articles: list!["el", "la", "las", "los"],
    opinion: list!["para"],
    prepositions: list![
        "a", "al", "ante", "bajo", "como", "con", "contra", "de", "del", "desde", "en", "entre",
        "hacia", "hasta", "para", "por", "que", "según", "sin", "sobre", "tras",
    ],
    and: "y",
    passive: list!["es", "fue", "fueron", "ser", "sido"],
    perfect: list!["ha", "había", "han"],
    reflexives: list!["se"],
    agents: list!["por"],
    addressing: list!["a", "al", "ante", "en"],
    he: list!["él"],
    she: list!["ella"],
    others: list!["ellas", "ellos", "nosotros", "usted", "ustedes", "yo"],
    relatives: list!["que", "quien"],
    masculine: list!["don", "el", "hijo", "hombre", "padre", "señor", "sr.", "un"],
    feminine: list!["doña", "hija", "la", "madre", "mujer", "señora", "sra.", "una"],
    people: list![
        "chica", "chico", "compañera", "compañero", "estudiante", "experta", "experto",
        "expertos", "hombre", "investigador", "investigadora", "joven", "madre", "mujer",
        "mujeres", "niña", "niño", "paciente", "padre", "portavoz", "trabajador", "vecino",
        "víctima", "víctimas",
    ],
    bodies: list!["autoridades", "familia", "fuente", "fuentes", "gobierno", "policía"],
    ..SpeechRules::NONE
};
