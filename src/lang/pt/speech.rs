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
    according: list!["conforme", "segundo"],
    determiners: list![
        "a", "alguns", "aquela", "aquele", "as", "essa", "esse", "esta", "este", "meu", "nossa",
        "nosso", "o", "os", "seu", "seus", "sua", "suas", "um", "uma", "uns", "vários",
    ],
    of: list!["da", "das", "de", "do", "dos"],
    articles: list!["a", "as", "o", "os"],
};
