//! Spanish stop words in two disjoint tiers. Apostrophes are straight and dots stay, as the tokenizer yields words.
//! Source: written by hand for this crate.

use crate::lang::list::{List, list};

/// Tier 1: closed-class function words.
#[rustfmt::skip]
pub(crate) const FUNCTION: List = list![
    "a", "al", "algo", "alguien", "alguna", "algunas", "alguno", "algunos", "algún", "ambas",
    "ambos", "ante", "aquel", "aquella", "aquellas", "aquello", "aquellos", "aquél", "aquélla",
    "aunque", "bajo", "cabe", "cada", "como", "con", "conmigo", "consigo", "contigo", "contra",
    "cual", "cuales", "cualquier", "cualquiera", "cuando", "cuanta", "cuantas", "cuanto", "cuantos",
    "cuya", "cuyas", "cuyo", "cuyos", "cuál", "cuáles", "cuándo", "cuánta", "cuántas", "cuánto",
    "cuántos", "cómo", "de", "del", "desde", "donde", "durante", "dónde", "e", "el", "ella",
    "ellas", "ello", "ellos", "en", "entre", "era", "erais", "eran", "eras", "eres", "es", "esa",
    "esas", "ese", "eso", "esos", "esta", "estaba", "estaban", "estabas", "estamos", "estando",
    "estar", "estará", "estarán", "estaría", "estarían", "estas", "este", "esto", "estos", "estoy",
    "estuve", "estuviera", "estuvieran", "estuvieron", "estuviese", "estuvo", "está", "estáis",
    "están", "estás", "esté", "estén", "excepto", "fue", "fuera", "fueran", "fueron", "fuese",
    "fuesen", "fui", "fuimos", "ha", "haber", "habida", "habido", "habiendo", "habrá", "habrán",
    "habría", "habrían", "habéis", "había", "habíamos", "habían", "habías", "hacia", "han", "has",
    "hasta", "hay", "haya", "hayan", "he", "hemos", "hube", "hubiera", "hubieran", "hubiese",
    "hubo", "la", "las", "le", "les", "lo", "los", "me", "mediante", "mi", "mientras", "mis", "mí",
    "mía", "mías", "mío", "míos", "nada", "nadie", "ni", "ninguna", "ningunas", "ninguno",
    "ningunos", "ningún", "no", "nos", "nosotras", "nosotros", "nuestra", "nuestras", "nuestro",
    "nuestros", "o", "os", "otra", "otras", "otro", "otros", "para", "pero", "por", "porque",
    "pues", "que", "quien", "quienes", "quién", "quiénes", "qué", "salvo", "se", "sea", "seamos",
    "sean", "seas", "según", "sendas", "sendos", "ser", "será", "serán", "sería", "serían", "si",
    "sido", "siendo", "sin", "sino", "so", "sobre", "sois", "somos", "son", "soy", "su", "sus",
    "suya", "suyas", "suyo", "suyos", "sé", "sí", "tal", "tales", "te", "ti", "toda", "todas",
    "todo", "todos", "tras", "tu", "tus", "tuya", "tuyas", "tuyo", "tuyos", "tú", "u", "un", "una",
    "unas", "uno", "unos", "usted", "ustedes", "varias", "varios", "versus", "vosotras", "vosotros",
    "vuestra", "vuestras", "vuestro", "vuestros", "vía", "y", "ya", "yo", "él", "ésa", "ésas",
    "ése", "éso", "ésos", "ésta", "éstas", "éste", "ésto", "éstos",
];

/// Tier 2: adverbs, connectives, semi-auxiliaries and quantifiers.
#[rustfmt::skip]
pub(crate) const EXTENDED: List = list![
    "abajo", "acaso", "acerca", "actualmente", "adelante", "además", "adentro", "adonde", "adónde",
    "afuera", "ahora", "ahí", "allá", "allí", "alrededor", "antaño", "anteayer", "antes", "apenas",
    "aproximadamente", "aquí", "arriba", "asimismo", "así", "atrás", "aun", "ayer", "aún",
    "bastante", "bastantes", "bien", "casi", "cerca", "cierta", "ciertamente", "ciertas", "cierto",
    "ciertos", "claro", "completamente", "concretamente", "consecuentemente", "constantemente",
    "da", "dado", "dan", "dar", "deba", "debajo", "deban", "debe", "deben", "deber", "debería",
    "deberían", "debido", "debieron", "debió", "debía", "debían", "decir", "dejar", "delante",
    "demasiada", "demasiadas", "demasiado", "demasiados", "demás", "dentro", "deprisa", "despacio",
    "después", "detrás", "dice", "dicen", "dicha", "dichas", "dicho", "dichos", "diferente",
    "diferentes", "dijo", "diversa", "diversas", "diverso", "diversos", "efectivamente", "ejemplo",
    "encima", "enfrente", "enseguida", "entonces", "especialmente", "estrictamente", "etc", "etc.",
    "evidentemente", "exactamente", "finalmente", "frecuentemente", "fuertemente", "general",
    "generalmente", "hace", "hacen", "hacer", "hacerlo", "haciendo", "hecho", "hizo", "hoy",
    "igual", "igualmente", "incluso", "inmediatamente", "jamás", "junto", "juntos", "lejos",
    "luego", "mal", "manera", "mayor", "mayoría", "mañana", "mejor", "menor", "menos", "mera",
    "mero", "misma", "mismas", "mismo", "mismos", "modo", "mucha", "muchas", "mucho", "muchos",
    "muy", "más", "normalmente", "nuevamente", "nunca", "obviamente", "parece", "parte",
    "particularmente", "peor", "poca", "pocas", "poco", "pocos", "podemos", "poder", "podido",
    "podrá", "podrán", "podría", "podrían", "podía", "podían", "posible", "posteriormente",
    "precisamente", "primera", "primero", "principalmente", "probablemente", "pronto", "propia",
    "propias", "propio", "propios", "pude", "pudiendo", "pudiera", "pudieran", "pudieron", "pudo",
    "pueda", "puedan", "puede", "pueden", "puedo", "quiere", "quisiera", "quizá", "quizás",
    "realmente", "recientemente", "respectivamente", "respecto", "seguir", "segunda", "segundo",
    "seguramente", "siempre", "siguiente", "siguientes", "simplemente", "sola", "solamente",
    "solas", "solo", "solos", "suele", "suelen", "sólo", "tampoco", "tan", "tanta", "tantas",
    "tanto", "tantos", "tarde", "temprano", "tenemos", "tener", "tenga", "tengo", "tenido", "tenía",
    "tenían", "tiene", "tienen", "totalmente", "través", "tuvo", "va", "vamos", "van", "veces",
    "verdaderamente", "vez", "voy", "único",
];
