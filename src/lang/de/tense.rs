//! What tells the past from the future in German. Source: written by hand for this crate.

use crate::lang::TenseRules;
use crate::lang::list::list;

pub(super) static TENSE: TenseRules = TenseRules {
    future: list![
        "angesetzt", "bevorstehend", "bevorstehende", "bevorstehenden", "erwartet", "geplant",
        "muss", "müssen", "soll", "sollen", "terminiert", "vorgesehen", "werde", "werden", "will",
        "wird", "wollen"
    ],
    planned: list!["sollte", "sollten"],
    past: list![
        "fand", "fanden", "gab", "gewesen", "ging", "gingen", "haben", "hat", "hatte", "hatten",
        "ist", "kam", "kamen", "nahm", "nahmen", "sagte", "sei", "seien", "sind", "starb",
        "starben", "teilte", "traf", "trafen", "war", "waren", "worden", "wurde", "wurden"
    ],
    past_endings: &["te", "ten"],
    not_past: list![
        "beste", "besten", "bitte", "daten", "dritte", "dritten", "erste", "ersten", "heute",
        "hätte", "hätten", "karte", "karten", "kräfte", "kräften", "könnte", "könnten", "letzte",
        "letzten", "leute", "minuten", "mitte", "märkte", "müsste", "müssten", "nächste",
        "nächsten", "seite", "seiten", "soldaten", "staaten", "städte", "städten", "weite",
        "weiten", "zweite", "zweiten"
    ],
    until: list!["ab", "bis", "zum"],
    ..TenseRules::NONE
};
