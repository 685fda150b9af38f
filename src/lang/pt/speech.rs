//! Words that say whose words are quoted in Portuguese. Source: written by hand for this crate.

use crate::lang::SpeechRules;
use crate::lang::list::list;

#[rustfmt::skip]
pub(super) static SPEECH: SpeechRules = SpeechRules {
    verbs: list![
        "acrescenta", "acrescentou", "acusa", "acusou", "admite", "admitiu", "adverte",
        "advertiu", "afirma", "afirmam", "afirmou", "alerta", "alertou", "anuncia", "anunciou",
        "aponta", "apontou", "argumenta", "argumentou", "assegura", "assegurou", "avalia",
        "avaliou", "avisa", "avisou", "comenta", "comentou", "conclui", "concluiu", "confessa",
        "confessou", "confirma", "confirmou", "considera", "considerou", "conta", "contou",
        "critica", "criticou", "declara", "declararam", "declarou", "defende", "defendeu",
        "denuncia", "denunciou", "destaca", "destacou", "disse", "disseram", "diz", "dizem",
        "dizia", "enfatizou", "esclarece", "esclareceu", "escreve", "escreveu", "estima",
        "estimou", "explica", "explicam", "explicou", "frisa", "frisou", "garante", "garantiu",
        "indica", "indicou", "informa", "informou", "insiste", "insistiu", "lamenta",
        "lamentou", "lembra", "lembrou", "observa", "observou", "pede", "pediu", "promete",
        "prometeu", "questiona", "questionou", "realça", "realçou", "reconhece", "reconheceu",
        "recorda", "recordou", "refere", "referiu", "reforça", "reforçou", "reitera",
        "reiterou", "relata", "relatou", "responde", "respondeu", "ressalta", "ressaltou",
        "revela", "revelou", "salienta", "salientou", "sublinha", "sublinhou", "sugere",
        "sugeriu", "sustenta", "sustentou",
    ],
    naming: list!["apelidado", "chamada", "chamado", "denominada", "denominado", "intitulada", "intitulado"],
    according: &[&["conforme"], &["de", "acordo", "com"], &["na", "opinião", "de"], &["segundo"]],
    determiners: list![
        "a", "alguns", "aquela", "aquele", "as", "essa", "esse", "esta", "este", "meu", "nossa",
        "nosso", "o", "os", "seu", "seus", "sua", "suas", "um", "uma", "uns", "vários",
    ],
    of: list!["da", "das", "de", "do", "dos"],
    articles: list!["a", "as", "o", "os"],
    opinion: list!["para"],
    prepositions: list![
        "a", "ao", "aos", "após", "até", "com", "como", "contra", "da", "das", "de", "desde",
        "do", "dos", "em", "entre", "na", "nas", "no", "nos", "para", "pela", "pelo", "por",
        "que", "segundo", "sem", "sob", "sobre", "à", "às",
    ],
    and: "e",
    passive: list!["foi", "foram", "ser", "sido"],
    reflexives: list!["se"],
    agents: list!["pela", "pelo", "por"],
    addressing: list!["a", "ao", "aos", "em", "na", "no", "à", "às"],
    he: list!["ele"],
    she: list!["ela"],
    others: list!["elas", "eles", "eu", "nós", "você", "vocês"],
    relatives: list!["que", "quem"],
    masculine: list!["dom", "filho", "homem", "marido", "o", "pai", "senhor", "sr.", "um"],
    feminine: list!["a", "dona", "filha", "mulher", "mãe", "senhora", "sra.", "uma"],
    people: list![
        "aluna", "aluno", "cientista", "colega", "especialista", "especialistas", "estudante",
        "homem", "investigador", "jovem", "menina", "menino", "mulher", "mulheres", "mãe",
        "médica", "médico", "paciente", "pai", "pesquisador", "pesquisadora", "testemunha",
        "trabalhador", "vizinho", "vítima", "vítimas",
    ],
    bodies: list!["autoridades", "família", "fonte", "fontes", "governo", "polícia"],
    ..SpeechRules::NONE
};
