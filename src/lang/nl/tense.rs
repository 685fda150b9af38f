//! What tells the past from the future in Dutch. Source: written by hand for this crate.

use crate::lang::TenseRules;
use crate::lang::list::list;

pub(super) static TENSE: TenseRules = TenseRules {
    future: list![
        "gaan", "gaat", "gepland", "moet", "moeten", "verwacht", "voorzien", "worden", "wordt",
        "zal", "zullen"
    ],
    planned: list!["zou", "zouden"],
    past: list![
        "gaf", "geweest", "ging", "gingen", "had", "hadden", "hebben", "heeft", "is", "kreeg",
        "kwam", "kwamen", "nam", "overleed", "stierf", "vond", "vonden", "waren", "was", "werd",
        "werden", "zei", "zijn"
    ],
    until: list!["tot", "vanaf"],
    ..TenseRules::NONE
};
