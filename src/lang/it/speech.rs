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
    naming: list!["chiamata", "chiamato", "denominata", "denominato", "intitolato", "soprannominato"],
    according: &[&["a", "detta", "di"], &["ad", "avviso", "di"], &["secondo"]],
    determiners: list![
        "alcuni", "gli", "i", "il", "l'", "la", "le", "lo", "mio", "nostro", "quel", "quella",
        "quello", "quest'", "questa", "questo", "sua", "suo", "un", "un'", "una", "uno", "vari",
    ],
    of: list![
        "d'", "degli", "dei", "del", "dell'", "della", "delle", "dello", "di",
    ],
    articles: list!["gli", "i", "il", "l'", "la", "le", "lo"],
    opinion: list!["per"],
    prepositions: list![
        "a", "ad", "ai", "al", "alla", "alle", "allo", "che", "come", "con", "contro", "d'", "da",
        "dal", "dalla", "degli", "dei", "del", "dell'", "della", "delle", "dello", "di", "dopo",
        "fra", "in", "nel", "nella", "per", "secondo", "senza", "sotto", "su", "sul", "sulla",
        "tra",
    ],
    and: "e",
    passive: list!["essere", "fu", "stata", "stato", "viene"],
    perfect: list!["aveva", "ha", "hanno"],
    reflexives: list!["s'", "si"],
    agents: list!["da", "dal", "dalla"],
    addressing: list!["a", "ad", "ai", "al", "all'", "alla", "alle", "nel", "sul", "sulla"],
    he: list!["egli", "lui"],
    she: list!["ella", "lei"],
    others: list!["io", "loro", "noi"],
    relatives: list!["che"],
    masculine: list!["fratello", "il", "marito", "padre", "signor", "un", "uomo"],
    feminine: list![
        "donna", "figlia", "la", "madre", "moglie", "signora", "sorella", "una",
    ],
    people: list![
        "bambina", "bambino", "collega", "donna", "donne", "esperta", "esperti", "esperto",
        "madre", "padre", "paziente", "portavoce", "ragazza", "ragazzo", "ricercatore",
        "ricercatrice", "studente", "studentessa", "testimone", "uomo", "vittima", "vittime",
    ],
    bodies: list!["autorità", "famiglia", "fonte", "fonti", "governo", "polizia"],
    ..SpeechRules::NONE
};
