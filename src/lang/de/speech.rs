//! Words that say whose words are quoted in German. Source: written by hand for this crate.

use crate::lang::SpeechRules;
use crate::lang::list::list;

#[rustfmt::skip]
pub(super) static SPEECH: SpeechRules = SpeechRules {
    verbs: list![
        "antwortet", "antwortete", "argumentierte", "befürchtet", "begründet", "begründete",
        "behauptet", "behauptete", "bekräftigt", "bekräftigte", "bemerkt", "bemerkte",
        "bemängelt", "berichtet", "berichtete", "bestätigt", "bestätigte", "betont", "betonte",
        "bezeichnet", "bezeichnete", "droht", "drohte", "empfiehlt", "entgegnet", "entgegnete",
        "ergänzt", "ergänzte", "erinnert", "erinnerte", "erklärt", "erklärte", "erklärten",
        "erläutert", "erläuterte", "erwidert", "erwiderte", "erzählt", "erzählte", "findet",
        "fordert", "forderte", "fragt", "fragte", "fügt", "gesagt", "gestand", "gibt", "hofft",
        "hoffte", "kommentiert", "kommentierte", "kritisiert", "kritisierte", "kündigt",
        "kündigte", "lobt", "lobte", "mahnt", "mahnte", "meint", "meinte", "meldete", "nannte",
        "nennt", "resümiert", "rief", "ruft", "räumt", "sagen", "sagt", "sagte", "sagten",
        "schreibt", "schrieb", "schwärmt", "sprach", "spricht", "stellt", "teilt", "teilte",
        "urteilt", "urteilte", "versichert", "versicherte", "versprach", "verspricht", "warnt",
        "warnte", "wiederholt", "wiederholte", "zitiert", "zitierte", "äußert", "äußerte",
    ],
    naming: list!["genannt", "genannte", "genannten", "getauft", "sogenannte", "sogenannten"],
    according: &[&["laut"], &["nach", "angaben", "von"], &["so"], &["zufolge"]],
    opinion: list!["für"],
    determiners: list![
        "das", "dem", "den", "der", "des", "die", "diese", "dieser", "ein", "eine", "einem",
        "einen", "einer", "einige", "ihr", "ihre", "mehrere", "sein", "seine", "unser", "unsere",
    ],
    of: list!["der", "des", "vom", "von"],
    articles: list!["das", "dem", "den", "der", "des", "die"],
    prepositions: list![
        "an", "auf", "aus", "bei", "beim", "dass", "durch", "für", "gegen", "im", "in", "mit",
        "nach", "ohne", "seit", "um", "unter", "vom", "von", "vor", "wegen", "wie", "zu", "zum",
        "zur", "zwischen", "über",
    ],
    and: "und",
    passive: list!["werden", "wird", "worden", "wurde"],
    agents: list!["vom", "von"],
    addressing: list!["am", "gegenüber", "im", "in", "vor", "zu", "zur"],
    he: list!["er"],
    she: list!["sie"],
    others: list!["es", "ich", "man", "wir"],
    relatives: list!["der", "die"],
    masculine: list!["der", "ein", "herr", "herrn", "mann", "sohn", "vater"],
    feminine: list!["die", "eine", "frau", "mutter", "tochter"],
    people: list![
        "angehörige", "anwalt", "anwältin", "arzt", "bewohner", "experte", "experten", "expertin",
        "forscher", "forscherin", "frau", "frauen", "freund", "freundin", "junge", "kollege",
        "kollegin", "lehrer", "lehrerin", "mann", "mutter", "mädchen", "männer", "patient",
        "schüler", "sprecher", "sprecherin", "student", "studentin", "vater", "wissenschaftler",
        "wissenschaftlerin", "zeuge", "ärztin",
    ],
    bodies: list!["behörden", "polizei", "quelle", "regierung"],
    inward_marks: true,
    ..SpeechRules::NONE
};
