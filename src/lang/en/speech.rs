//! Words that say whose words are quoted in English. Source: written by hand for this crate.

use crate::lang::SpeechRules;
use crate::lang::list::list;

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
    naming: list!["called", "dubbed", "entitled", "named", "nicknamed", "termed", "titled"],
    according: &[&["according", "to"], &["as", "per"], &["in", "the", "words", "of"]],
    determiners: list![
        "a", "an", "her", "his", "its", "my", "one", "our", "several", "some", "that", "the",
        "their", "these", "this", "those",
    ],
    of: list!["of"],
    articles: list!["the"],
    prepositions: list![
        "about", "after", "against", "as", "at", "before", "between", "by", "for", "from", "in",
        "into", "like", "of", "on", "over", "since", "than", "that", "through", "to", "under",
        "until", "with", "without",
    ],
    and: "and",
    passive: list!["be", "been", "being", "is", "was", "were"],
    agents: list!["by"],
    addressing: list!["at", "in", "on", "to"],
    he: list!["he"],
    him: list!["him"],
    she: list!["her", "she"],
    others: list!["i", "it", "one", "them", "they", "we", "you"],
    relatives: list!["which", "who"],
    masculine: list![
        "brother", "chairman", "father", "he", "his", "husband", "king", "man", "mr", "mr.",
        "prince", "sir", "son", "spokesman",
    ],
    feminine: list![
        "actress", "daughter", "her", "lady", "mother", "mrs", "mrs.", "ms", "ms.", "princess",
        "queen", "she", "sister", "spokeswoman", "wife", "woman",
    ],
    people: list![
        "analyst", "analysts", "boy", "child", "children", "colleague", "expert", "experts",
        "farmer", "father", "girl", "lawyer", "man", "men", "mother", "official", "parent",
        "patient", "people", "researcher", "resident", "residents", "scientist", "scientists",
        "soldier", "spokesman", "spokesperson", "spokeswoman", "student", "students", "survivor",
        "teacher", "victim", "witness", "witnesses", "woman", "women", "worker",
    ],
    bodies: list![
        "authorities", "government", "officials", "police", "report", "researchers", "source",
        "sources", "statement", "study",
    ],
    subject_first: true,
    ..SpeechRules::NONE
};
