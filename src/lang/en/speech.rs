//! Words that say whose words are quoted in English. Source: written by hand for this crate.

use crate::lang::SpeechRules;
use crate::lang::list::{List, list};

#[rustfmt::skip]
pub(super) static SPEECH: SpeechRules = SpeechRules {
    verbs: list![
        "acknowledged", "acknowledges", "added", "adds", "admits", "admitted", "announced",
        "announces", "argued", "argues", "asked", "asks", "asserted", "asserts", "believed",
        "believes", "claimed", "claims", "commented", "comments", "complained", "complains",
        "conceded", "concedes", "concluded", "concludes", "confirmed", "confirms", "continued",
        "continues", "declared", "declares", "denied", "denies", "explained", "explains",
        "insisted", "insists", "noted", "notes", "observed", "observes", "pleaded", "pleads",
        "promised", "promises", "recalled", "recalls", "remarked", "remarks", "replied",
        "replies", "reported", "reports", "responded", "responds", "revealed", "reveals",
        "said", "says", "stated", "states", "stressed", "stresses", "suggested", "suggests",
        "told", "tweeted", "tweets", "urged", "urges", "vowed", "vows", "warned", "warns",
        "writes", "wrote",
    ],
    according: List::EMPTY,
    determiners: list![
        "a", "an", "her", "his", "its", "my", "one", "our", "several", "some", "that", "the",
        "their", "these", "this", "those",
    ],
    of: list!["of"],
    articles: list!["the"],
};
