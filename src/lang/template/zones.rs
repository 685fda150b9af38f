//! How press zones are recognised. Source: say where the words are from.

use crate::document::ZoneKind::{Advert, Caption, Metadata, ReadAlso, Signature, Source};
use crate::lang::Form::{Agencies, Alone, Call, Dated, Label, Link, Names, Redated, Start};
use crate::lang::ZoneRules;
use crate::lang::list::list;

pub(super) static ZONES: ZoneRules = ZoneRules {
    months: &[("marto", 3), ("mayo", 5)],
    weekdays: &[("lundo", 0), ("mardo", 1)],
    // `3/12` is the third of December.
    month_first: false,
    // `1a mayo`
    day_endings: list!["a"],
    // Words that may stand before a date, and those of them that mean the day of writing.
    articles: list!["ta", "tian"],
    demonstratives: list!["tian"],
    // `2 mayo je 10:15`
    hour_prepositions: list!["je"],
    // `10:15 ptm`
    hour_endings: list!["gmt", "ptm"],
    // Phrases at the head of a line that is no story: the kind of the zone, and what must follow.
    // Without accents.
    phrases: &[
        ("aboni", Advert, Call),
        ("ciuj rajtoj", Metadata, Start),
        ("fonto", Source, Label),
        ("foto", Caption, Label),
        ("kun", Source, Agencies),
        ("legi ankau", ReadAlso, Link),
        ("publikigita", Metadata, Dated),
        ("reklamo", Advert, Alone),
        ("reviziita", Metadata, Redated),
        ("skribis", Signature, Names),
    ],
    // `Legi ankaŭ pri Niamo : …`
    subjects: list!["pri"],
    // `… lomi Ta ministro`
    openers: list!["ta"],
    agencies: list!["afp", "agentejo"],
    // `Aboni nian bultenon`
    channels: list!["bulteno"],
    // `Modi de Niamo`
    particles: list!["de"],
    // `Skribis Modi kaj Tiani`
    joiners: list!["kaj"],
    // Phrases behind a bracket or comma of a caption, and behind a name in it. Without accents.
    caption_asides: &["maldekstre"],
    caption_links: &["dum"],
    // `vidita` has one of the endings. `dito` has another one.
    participle_endings: &["ita"],
    participles: list!["dito"],
    // Words before a noun, which may end as a participle does.
    determiners: list!["ta"],
    // `en Niamo`
    place_prepositions: list!["en"],
    // Words that no caption without a verb has.
    finite_words: list!["estas", "lo"],
};
