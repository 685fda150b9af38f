//! How the speaker of a quotation is recognised. Source: say where the words are from.

use crate::lang::SpeechRules;
use crate::lang::list::list;

pub(super) static SPEECH: SpeechRules = SpeechRules {
    // `« Lomi », diri Modi.`
    verbs: list!["diri", "diris"],
    // `Laŭ Modi`
    according: list!["laŭ"],
    // `ta ministro`
    determiners: list!["mia", "ta"],
    // `ministro du lando`, `ministro de ta lando`
    of: list!["de", "du"],
    articles: list!["ta"],
};
