//! What tells the past from the future in English. Source: written by hand for this crate.

use crate::lang::TenseRules;
use crate::lang::list::list;

pub(super) static TENSE: TenseRules = TenseRules {
    future: list![
        "'ll", "due", "expected", "planned", "scheduled", "shall", "slated", "soon", "upcoming",
        "will"
    ],
    planned: list!["would"],
    past: list![
        "arose", "arrested", "ate", "awoke", "beat", "became", "been", "began", "bit", "bore",
        "bought", "bred", "broke", "brought", "built", "burst", "came", "caught", "chose",
        "clung", "dealt", "did", "died", "drank", "drew", "drove", "dug", "fell", "felt", "fled",
        "flew", "flung", "forgave", "forgot", "fought", "found", "froze", "gave", "got", "grew",
        "had", "has", "have", "heard", "held", "hid", "hit", "hung", "kept", "killed", "knelt",
        "knew", "laid", "lay", "left", "lent", "lit", "lost", "made", "meant", "met", "overcame",
        "oversaw", "paid", "proved", "quit", "ran", "rang", "rode", "rose", "said", "sang",
        "sank", "saw", "sent", "sewed", "shone", "shook", "shot", "shrank", "slept", "slid",
        "sold", "sought", "sped", "spent", "spoke", "sprang", "stole", "stood", "strode",
        "strove", "struck", "stuck", "stung", "swam", "swept", "swore", "swung", "taught",
        "thought", "threw", "told", "took", "tore", "trod", "understood", "undertook", "upheld",
        "was", "went", "were", "withdrew", "withstood", "won", "wore", "wrote"
    ],
    past_endings: &["ed"],
    not_past: list![
        "bed", "exceed", "fed", "feed", "hundred", "indeed", "led", "need", "proceed", "red",
        "seed", "speed", "succeed", "united", "weed"
    ],
    toward: list!["by"],
    until: list!["till", "until"],
    ..TenseRules::NONE
};
