//! What tells the past from the future in Italian. Source: written by hand for this crate.

use crate::lang::TenseRules;
use crate::lang::list::list;

pub(super) static TENSE: TenseRules = TenseRules {
    future: list![
        "andranno",
        "andrà",
        "attesa",
        "attese",
        "attesi",
        "atteso",
        "avranno",
        "avrà",
        "faranno",
        "farà",
        "fissata",
        "fissato",
        "prevista",
        "previste",
        "previsti",
        "previsto",
        "programmata",
        "programmati",
        "programmato",
        "rinviata",
        "rinviato",
        "saranno",
        "sarà"
    ],
    before_infinitive: list!["deve", "devono", "dovrebbe", "dovrebbero"],
    planned: list!["doveva", "dovevano"],
    infinitives: &["are", "ere", "ire", "arsi", "ersi", "irsi", "rre"],
    future_endings: &[
        "erà", "eranno", "irà", "iranno", "drà", "dranno", "vrà", "vranno", "rrà", "rranno", "prà",
        "pranno",
    ],
    past: list![
        "aveva", "avevano", "disse", "ebbe", "era", "erano", "fece", "fu", "furono", "ha", "hanno",
        "morì", "sono", "stata", "state", "stati", "stato", "è"
    ],
    past_endings: &["ava", "avano", "iva", "ivano", "arono", "irono"],
    participle_endings: &[
        "ato", "ata", "ati", "ate", "uto", "uta", "uti", "ute", "ito", "ita", "iti", "ite",
    ],
    participles: list![
        "aperto", "detto", "fatto", "messo", "morta", "morti", "morto", "preso", "scritto"
    ],
    toward: list!["entro", "per"],
    until: list!["fino", "partire"],
    ..TenseRules::NONE
};
