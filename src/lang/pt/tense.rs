//! What tells the past from the future in Portuguese. Source: written by hand for this crate.

use crate::lang::TenseRules;
use crate::lang::list::list;

pub(super) static TENSE: TenseRules = TenseRules {
    future: list![
        "adiada",
        "adiado",
        "agendada",
        "agendadas",
        "agendado",
        "agendados",
        "dará",
        "fará",
        "farão",
        "haverá",
        "irá",
        "irão",
        "marcada",
        "marcadas",
        "marcado",
        "marcados",
        "prevista",
        "previstas",
        "previsto",
        "previstos",
        "será",
        "serão",
        "terá",
        "terão"
    ],
    before_infinitive: list!["deve", "devem", "vai", "vão"],
    planned: list!["devia", "deviam", "ia", "iam"],
    infinitives: &["ar", "er", "ir", "or"],
    future_endings: &[
        "ará", "arão", "erá", "erão", "irá", "irão", "porá", "aria", "ariam", "eria", "eriam",
        "iria", "iriam",
    ],
    not_future: list![
        "aria",
        "história",
        "maioria",
        "maria",
        "padaria",
        "secretaria",
        "seria",
        "teria",
        "teriam",
        "área"
    ],
    past: list![
        "disse", "era", "eram", "estava", "estavam", "está", "fez", "ficou", "foi", "foram",
        "havia", "haviam", "morreu", "são", "teve", "tinha", "tinham", "tiveram", "é"
    ],
    past_endings: &["ou", "aram", "eram", "iram", "eu", "iu", "ava", "avam"],
    not_past: list![
        "deu", "europeu", "liceu", "meu", "museu", "ou", "seu", "teu"
    ],
    participle_endings: &["ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"],
    participles: list!["aberto", "dito", "feito", "morta", "morto", "visto"],
    toward: list!["para"],
    until: list!["até", "partir"],
    ..TenseRules::NONE
};
