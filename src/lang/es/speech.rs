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
    according: list!["según"],
    determiners: list![
        "algunos", "aquel", "aquella", "el", "esa", "ese", "esta", "este", "la", "las", "los",
        "su", "sus", "un", "una", "unos", "varios",
    ],
    of: list!["de", "del"],
    articles: list!["el", "la", "las", "los"],
};
