//! How the speaker of a quotation is recognised. Source: say where the words are from.

use crate::lang::SpeechRules;
use crate::lang::list::list;

pub(super) static SPEECH: SpeechRules = SpeechRules {
    // `« Lomi », diri Modi.`
    verbs: list!["diri", "diris"],
    // `Laŭ Modi`
    // `Modi deklaris`, `Modi deklaras`
    verb_stems: list!["deklar"],
    verb_endings: &["as", "is"],
    // `Modi avertis pri « lomi »`
    saying: &[&["avertis", "pri"]],
    // `nomita « Lomi »`
    naming: list!["nomita"],
    according: &[&["laŭ"], &["laŭ", "la", "vortoj", "de"]],
    // `« Lomi. » Tion diris Modi.`
    resuming: &[&["tion"]],
    // `Por Modi, « lomi » …`
    opinion: list!["por"],
    // `ta ministro`
    determiners: list!["mia", "ta"],
    // `ministro du lando`, `ministro de ta lando`
    of: list!["de", "du"],
    articles: list!["ta"],
    prepositions: list!["al", "de", "en", "por"],
    // `« Lomi », diri al ta gazeto Modi.`
    // `« Lomi », diris siavice Modi.`
    asides: &[&["siavice"]],
    // `Modi, Tiani kaj Bio`
    and: "kaj",
    // `estas dirita de Modi`
    passive: list!["estas"],
    perfect: list!["havas"],
    reflexives: list!["sin"],
    agents: list!["de"],
    addressing: list!["al"],
    he: list!["li"],
    // `Laŭ lin`
    him: list!["lin"],
    she: list!["ŝi"],
    they: list!["ili"],
    others: list!["mi", "ni", "oni"],
    relatives: list!["kiu"],
    masculine: list!["sinjoro"],
    feminine: list!["sinjorino"],
    several: list!["pluraj"],
    people: list!["homo"],
    // `ta lando diri`
    bodies: list!["lando"],
    // `« Lomi », Modi diri.`
    subject_first: true,
    // `»Lomi«`
    inward_marks: true,
};
