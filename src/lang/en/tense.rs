//! What tells the past from the future in English. Source: written by hand for this crate.

use crate::lang::TenseRules;
use crate::lang::list::list;

pub(super) static TENSE: TenseRules = TenseRules {
    future: list!["'ll", "due", "expected", "planned", "scheduled", "shall", "slated", "soon", "upcoming", "will"],
    planned: list!["would"],
    past: list!["arrested", "became", "been", "began", "broke", "brought", "came", "did", "died", "fell", "found", "gave", "got", "had", "has", "have", "held", "hit", "killed", "left", "lost", "made", "met", "said", "saw", "sent", "struck", "told", "took", "was", "went", "were", "won"],
    past_endings: &["ed"],
    not_past: list!["bed", "exceed", "fed", "feed", "hundred", "indeed", "led", "need", "proceed", "red", "seed", "speed", "succeed", "united", "weed"],
    toward: list!["by"],
    until: list!["till", "until"],
    ..TenseRules::NONE
};
