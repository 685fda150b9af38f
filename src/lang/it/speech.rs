//! Words that say whose words are quoted in Italian. Source: written by hand for this crate.

use crate::lang::SpeechRules;
use crate::lang::list::list;

#[rustfmt::skip]
pub(super) static SPEECH: SpeechRules = SpeechRules {
    verbs: list![
        "accusa", "accusato", "afferma", "affermano", "affermato", "aggiunge", "aggiungono",
        "aggiunto", "ammesso", "ammette", "annuncia", "annunciato", "assicura", "assicurato",
        "attacca", "avverte", "avvertito", "chiarisce", "chiarito", "chiede", "chiesto",
        "commenta", "commentato", "conclude", "concluso", "conferma", "confermato", "confessa",
        "confessato", "considera", "denuncia", "denunciato", "detto", "dice", "diceva",
        "dichiara", "dichiarano", "dichiarato", "dicono", "disse", "dissero", "esclama",
        "insiste", "insistito", "nota", "notato", "osserva", "osservato", "precisa",
        "precisato", "promesso", "promette", "prosegue", "proseguito", "racconta", "raccontato",
        "replica", "replicato", "ribadisce", "ribadito", "ricorda", "ricordato", "riferisce",
        "riferito", "rileva", "rilevato", "risponde", "risposto", "rivela", "rivelato",
        "scritto", "scrive", "sostenuto", "sostiene", "sottolinea", "sottolineato", "spiega",
        "spiegano", "spiegato", "spiegò", "twitta",
    ],
    according: list!["secondo"],
    determiners: list![
        "alcuni", "gli", "i", "il", "l'", "la", "le", "lo", "mio", "nostro", "quel", "quella",
        "quello", "quest'", "questa", "questo", "sua", "suo", "un", "un'", "una", "uno", "vari",
    ],
    of: list![
        "d'", "degli", "dei", "del", "dell'", "della", "delle", "dello", "di",
    ],
    articles: list!["gli", "i", "il", "l'", "la", "le", "lo"],
};
