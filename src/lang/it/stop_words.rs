//! Italian stop words in two disjoint tiers. Apostrophes are straight and dots stay, as the tokenizer yields words.
//! Source: written by hand for this crate.

use crate::lang::list::{List, list};

/// Tier 1: closed-class function words.
#[rustfmt::skip]
pub(crate) const FUNCTION: List = list![
    "a", "abbia", "abbiamo", "abbiano", "ad", "agl'", "agli", "ai", "al", "alcun", "alcuna",
    "alcune", "alcuni", "alcuno", "all'", "alla", "alle", "allo", "altra", "altre", "altresì",
    "altri", "altro", "altrui", "anche", "ancorché", "attraverso", "avendo", "aver", "avere",
    "avesse", "avessero", "avete", "aveva", "avevamo", "avevano", "avevo", "avranno", "avrebbe",
    "avrebbero", "avremo", "avrà", "avuto", "benché", "c'", "che", "chi", "chiunque", "ci",
    "ciascun", "ciascuna", "ciascuno", "cioè", "ciò", "coi", "col", "colei", "coll'", "colla",
    "colle", "collo", "coloro", "colui", "come", "con", "contro", "cosa", "cui", "d'", "da",
    "dagl'", "dagli", "dai", "dal", "dall'", "dalla", "dalle", "dallo", "degl'", "degli", "dei",
    "del", "dell'", "della", "delle", "dello", "dentro", "di", "dopo", "dov'", "dove", "durante",
    "e", "e'", "ebbe", "ebbero", "ed", "egli", "ella", "entrambe", "entrambi", "entro", "eppure",
    "era", "erano", "eravamo", "eri", "ero", "essa", "esse", "essendo", "esser", "essere", "essi",
    "esso", "ex", "fino", "fosse", "fossero", "fra", "fu", "fummo", "furono", "gl'", "gli", "ha",
    "hai", "hanno", "ho", "i", "il", "in", "io", "l'", "la", "le", "lei", "li", "lo", "loro", "lui",
    "lungo", "m'", "ma", "malgrado", "me", "mediante", "mentre", "mi", "mia", "mie", "miei", "mio",
    "ne", "neanche", "negl'", "negli", "nei", "nel", "nell'", "nella", "nelle", "nello", "nemmeno",
    "neppure", "nessun", "nessun'", "nessuna", "nessuno", "niente", "no", "noi", "non", "nonché",
    "nonostante", "nostra", "nostre", "nostri", "nostro", "nulla", "né", "o", "od", "ogni",
    "ognuna", "ognuno", "oltre", "oppure", "ossia", "ove", "ovvero", "per", "perché", "però",
    "poiché", "presso", "purché", "qual", "qualche", "qualcosa", "qualcun'", "qualcuna", "qualcuno",
    "quale", "quali", "qualora", "qualsiasi", "qualunque", "quando", "quant'", "quanta", "quante",
    "quanti", "quanto", "quegli", "quei", "quel", "quell'", "quella", "quelle", "quelli", "quello",
    "quest'", "questa", "queste", "questi", "questo", "s'", "salvo", "saranno", "sarebbe",
    "sarebbero", "sarei", "saremo", "sarà", "se", "sebbene", "secondo", "sei", "sempreché", "senza",
    "si", "sia", "siamo", "siano", "siate", "siete", "sono", "sopra", "sotto", "sta", "stai",
    "stanno", "stata", "state", "stati", "stato", "stava", "stavano", "stiamo", "sto", "su", "sua",
    "sue", "sugl'", "sugli", "sui", "sul", "sull'", "sulla", "sulle", "sullo", "suo", "suoi", "sé",
    "t'", "tal", "tale", "tali", "te", "ti", "tra", "tramite", "tranne", "tu", "tua", "tue", "tuo",
    "tuoi", "tutt'", "tutta", "tutte", "tutti", "tutto", "un", "un'", "una", "uno", "v'", "vengono",
    "venne", "vennero", "verranno", "verrà", "verso", "vi", "viene", "voi", "vostra", "vostre",
    "vostri", "vostro", "è",
];

/// Tier 2: adverbs, connectives, semi-auxiliaries and quantifiers.
#[rustfmt::skip]
pub(crate) const EXTENDED: List = list![
    "abbastanza", "accanto", "addirittura", "adesso", "affatto", "affinché", "allora", "almeno",
    "alquanto", "altrettanto", "altrimenti", "altrove", "ancora", "anzi", "anzitutto", "appena",
    "appresso", "appunto", "assai", "assolutamente", "attorno", "attualmente", "avanti", "bene",
    "bensì", "breve", "certa", "certamente", "certe", "certi", "certo", "chissà", "circa",
    "complessivamente", "completamente", "comunque", "conseguentemente", "continuamente",
    "contrariamente", "cosicché", "così", "così'", "dapprima", "davanti", "davvero", "debbono",
    "deve", "devono", "dice", "dicono", "dietro", "difatti", "direttamente", "diversa", "diverse",
    "diversi", "diverso", "dobbiamo", "dover", "dovere", "dovessero", "doveva", "dovevano",
    "dovranno", "dovrebbe", "dovrebbero", "dovrà", "dovunque", "dovuto", "dunque", "ecc", "ecc.",
    "ecco", "effettivamente", "esattamente", "eventualmente", "evidentemente", "fa", "faceva",
    "fanno", "far", "fare", "fatta", "fatto", "finalmente", "finché", "finora", "forse",
    "frattanto", "fuori", "generalmente", "giacché", "già", "giù", "gran", "grande", "grandi",
    "ieri", "immediatamente", "improvvisamente", "infatti", "infine", "innanzi", "inoltre",
    "insieme", "insomma", "intanto", "intorno", "invece", "laddove", "lontano", "là", "lì",
    "maggiore", "maggiori", "mai", "mal", "male", "medesima", "medesimo", "meglio", "meno", "mica",
    "minore", "modo", "molta", "molte", "molti", "molto", "naturalmente", "neanch'",
    "necessariamente", "normalmente", "novamente", "nuovamente", "oggi", "ora", "ormai", "ovunque",
    "ovviamente", "parecchi", "parecchie", "parecchio", "particolarmente", "peggio", "perciò",
    "perfino", "persino", "pertanto", "più", "po'", "poca", "poche", "pochi", "poco", "poi",
    "possibile", "posso", "possono", "potere", "poteva", "potevano", "potranno", "potrebbe",
    "potrebbero", "potrà", "potuto", "praticamente", "precisamente", "prima", "primo",
    "principalmente", "probabilmente", "pronto", "propri", "propria", "proprie", "proprio", "pur",
    "pure", "purtroppo", "può", "qua", "quasi", "qui", "quindi", "quivi", "raramente", "realmente",
    "recentemente", "relativamente", "riguardo", "rispettivamente", "semplicemente", "sempre",
    "seppure", "siccome", "solitamente", "solo", "soltanto", "soprattutto", "sostanzialmente",
    "specialmente", "spesso", "stavolta", "stessa", "stesse", "stessi", "stesso", "subito",
    "successivamente", "sì", "talmente", "talora", "talvolta", "tanta", "tante", "tanti", "tanto",
    "tardi", "tuttavia", "tuttora", "ulteriore", "ulteriori", "ultimamente", "va", "vadano", "vari",
    "varie", "verosimilmente", "vicino", "volta", "volte", "vuol", "vuole",
];
