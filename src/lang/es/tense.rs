//! What tells the past from the future in Spanish. Source: written by hand for this crate.

use crate::lang::TenseRules;
use crate::lang::list::list;

pub(super) static TENSE: TenseRules = TenseRules {
    future: list![
        "aplazada",
        "aplazado",
        "aplazados",
        "dará",
        "darán",
        "fijada",
        "fijado",
        "habrá",
        "habrán",
        "irá",
        "irán",
        "prevista",
        "previstas",
        "previsto",
        "previstos",
        "programada",
        "programadas",
        "programado",
        "programados",
        "será",
        "serán"
    ],
    before_infinitive: list!["debe", "deben", "va", "van"],
    planned: list!["debía", "debían", "iba", "iban"],
    infinitives: &["ar", "er", "ir", "arse", "erse", "irse"],
    future_endings: &[
        "ará", "arán", "erá", "erán", "irá", "irán", "drá", "drán", "brá", "brán", "aría", "arían",
        "ería", "erían", "iría", "irían", "dría", "drían",
    ],
    not_future: list!["mira"],
    past: list![
        "dijo", "era", "eran", "estaba", "estaban", "está", "fue", "fueron", "ha", "había",
        "habían", "han", "hizo", "hubo", "murió"
    ],
    past_endings: &["ó", "aron", "ieron", "aba", "aban"],
    participle_endings: &["ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"],
    participles: list!["dicho", "hecho", "muerta", "muerto", "puesto", "visto"],
    toward: list!["para"],
    until: list!["hasta", "partir"],
    ..TenseRules::NONE
};
