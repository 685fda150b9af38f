//! Portuguese stop words in two disjoint tiers. Apostrophes are straight and dots stay, as the tokenizer yields words.
//! Source: written by hand for this crate.

use crate::lang::list::{List, list};

/// Tier 1: closed-class function words.
#[rustfmt::skip]
pub(crate) const FUNCTION: List = list![
    "a", "algo", "algum", "alguma", "algumas", "alguns", "alguém", "ambas", "ambos", "ao", "aonde",
    "aos", "após", "aquela", "aquelas", "aquele", "aqueles", "aquilo", "as", "através", "até",
    "cada", "com", "comigo", "como", "conforme", "connosco", "conosco", "consigo", "contigo",
    "contra", "contudo", "convosco", "cuja", "cujas", "cujo", "cujos", "da", "daquela", "daquelas",
    "daquele", "daqueles", "daquilo", "das", "de", "dela", "delas", "dele", "deles", "desde",
    "dessa", "dessas", "desse", "desses", "desta", "destas", "deste", "destes", "disso", "disto",
    "do", "dos", "dum", "duma", "durante", "e", "eis", "ela", "elas", "ele", "eles", "em", "embora",
    "enquanto", "entre", "entretanto", "era", "eram", "essa", "essas", "esse", "esses", "esta",
    "estamos", "estar", "estaria", "estariam", "estarão", "estas", "estava", "estavam", "este",
    "esteja", "estejam", "estes", "esteve", "estive", "estiveram", "estivesse", "estou", "está",
    "estão", "eu", "exceto", "foi", "fomos", "for", "fora", "foram", "forem", "fosse", "fossem",
    "fui", "haja", "hajam", "havendo", "haver", "havia", "haviam", "houve", "houver", "houvesse",
    "há", "hão", "isso", "isto", "já", "la", "las", "lha", "lhe", "lhes", "lho", "lo", "logo",
    "los", "mas", "me", "mediante", "mesma", "mesmo", "meu", "meus", "mim", "minha", "minhas", "na",
    "nada", "naquela", "naquelas", "naquele", "naqueles", "nas", "nela", "nelas", "nele", "neles",
    "nem", "nenhum", "nenhuma", "nenhumas", "nenhuns", "nessa", "nessas", "nesse", "nesses",
    "nesta", "nestas", "neste", "nestes", "ninguém", "nisso", "nisto", "no", "nos", "nossa",
    "nossas", "nosso", "nossos", "num", "numa", "numas", "nuns", "não", "nós", "o", "onde", "os",
    "ou", "outra", "outras", "outrem", "outro", "outros", "para", "pela", "pelas", "pelo", "pelos",
    "per", "perante", "pois", "por", "porque", "porquê", "porém", "pra", "pro", "quais",
    "quaisquer", "qual", "qualquer", "quando", "quanta", "quantas", "quanto", "quantos", "que",
    "quem", "quê", "salvo", "se", "segundo", "seja", "sejam", "sem", "sendo", "ser", "serem",
    "seremos", "seria", "seriam", "será", "serão", "seu", "seus", "si", "sido", "sob", "sobre",
    "sois", "somos", "sou", "sua", "suas", "são", "tais", "tal", "te", "tem", "temos", "tendo",
    "tenha", "tenham", "tenho", "tens", "ter", "terem", "teremos", "teria", "teriam", "terá",
    "terão", "teu", "teus", "teve", "ti", "tido", "tinha", "tinham", "tive", "tiver", "tiveram",
    "tivesse", "toda", "todas", "todavia", "todo", "todos", "tu", "tua", "tuas", "tudo", "têm",
    "um", "uma", "umas", "uns", "você", "vocês", "vos", "vossa", "vossas", "vosso", "vossos",
    "várias", "vários", "vós", "à", "àquela", "àquele", "àquilo", "às", "é", "éramos", "és",
];

/// Tier 2: adverbs, connectives, semi-auxiliaries and quantifiers.
#[rustfmt::skip]
pub(crate) const EXTENDED: List = list![
    "abaixo", "acaso", "acerca", "acima", "actualmente", "adiante", "afinal", "agora", "ainda",
    "algures", "ali", "aliás", "além", "amanhã", "anteontem", "anteriormente", "antes", "apenas",
    "apesar", "aproximadamente", "aqui", "assim", "atrás", "atualmente", "aí", "bastante",
    "bastantes", "bem", "breve", "caso", "cedo", "cerca", "certa", "certamente", "certas", "certo",
    "certos", "cima", "claro", "completamente", "concretamente", "consequentemente",
    "constantemente", "cá", "dali", "daqui", "debaixo", "demais", "demasiado", "dentro", "depois",
    "depressa", "devagar", "deve", "devem", "dever", "deveria", "devia", "devido", "dia", "diante",
    "dita", "dito", "diversas", "diversos", "diz", "dizem", "dizer", "efetivamente", "enfim",
    "então", "especialmente", "etc", "etc.", "eventualmente", "evidentemente", "exatamente", "faz",
    "fazem", "fazendo", "fazer", "feito", "fez", "finalmente", "frequentemente", "geral",
    "geralmente", "grande", "grandes", "hoje", "ia", "iam", "igualmente", "inclusive",
    "infelizmente", "inteiramente", "irá", "irão", "jamais", "junto", "juntos", "lado", "longe",
    "lá", "maior", "maiores", "maioria", "mais", "mal", "maneira", "meio", "melhor", "menor",
    "menos", "mera", "mero", "mesmas", "mesmos", "modo", "muita", "muitas", "muito", "muitos",
    "naturalmente", "nomeadamente", "normalmente", "novamente", "nunca", "obviamente", "ontem",
    "ora", "outrora", "outrossim", "parece", "parte", "particularmente", "pior", "pode", "podem",
    "poder", "poderia", "poderiam", "poderá", "poderão", "podia", "podiam", "portanto",
    "porventura", "possivelmente", "posteriormente", "pouca", "poucas", "pouco", "poucos",
    "praticamente", "precisamente", "primeira", "primeiramente", "primeiro", "principalmente",
    "provavelmente", "própria", "próprias", "próprio", "próprios", "pôde", "quase", "quer", "quiçá",
    "realmente", "recentemente", "relativamente", "respectivamente", "seguinte", "seguintes",
    "segunda", "sempre", "senão", "sim", "simplesmente", "sobretudo", "somente", "só", "talvez",
    "também", "tampouco", "tanta", "tantas", "tanto", "tantos", "tarde", "totalmente", "tão", "vai",
    "vamos", "varias", "vez", "vezes", "visto", "vão",
];
