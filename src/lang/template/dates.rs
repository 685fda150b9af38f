//! How dates and quantities are recognised. Source: say where the words are from.

use super::tense;
use crate::document::Modifier;
use crate::lang::list::list;
use crate::lang::{DateRules, Season, Side};

pub(super) static DATES: DateRules = DateRules {
    tense: Some(&tense::TENSE),
    // `mrt` is a month only beside a number: `2 mrt 2020`, and `lun.` a weekday only before a date.
    months: &[("marto", 3), ("mayo", 5), ("mrt.", 3)],
    short_months: &[("mrt", 3)],
    weekdays: &[("lundo", 0), ("mardo", 1)],
    short_weekdays: &[("lun", 0), ("lun.", 0)],
    // Months and weekdays have no capital.
    capitals: false,
    // `mayo 2`
    month_first: false,
    // `jaro lasta`, not `lasta jaro`
    direction_side: Side::Behind,
    // `hodiaŭ's`
    genitives: &["'s"],
    // `1990s`
    decade_ending: Some("s"),
    // `una mayo`, `1° mayo`
    first_day: list!["una"],
    first_day_signs: list!["°"],
    // `2 de mayo`
    month_links: list!["de"],
    // `2 ĝis 5 mayo`
    ranges: list!["-", "ĝis"],
    articles: list!["ta"],
    demonstratives: list!["tian"],
    // `tioj jaroj`: several periods, not one.
    several: list!["lastaj", "tioj"],
    // `tian jaron tie` is another day's, `tian jaron ĉi` is today's.
    there: list!["tie"],
    here: list!["ĉi"],
    centuries: list!["jarcento"],
    // `jarcento XIX`
    centuries_first: false,
    // `19a`
    ordinal_endings: &["an", "a"],
    ordinals: &[("deka", 10), ("dudeka", 20)],
    before_christ: &[&["a.k."], &["antaŭ", "kristo"]],
    after_christ: &[&["p.k."]],
    // `jaroj 1990`
    decade: "jaroj",
    // `ta somero`, `en ta somero`
    season_articles: list!["ta"],
    season_times: &[&["en", "ta"]],
    // Behind these words a number is a year. Behind `limits` it is one unless it counts what
    // follows.
    year_nouns: list!["jaro"],
    year_prepositions: list!["en"],
    limits: list!["post"],
    // `eldono 2023`
    dated: list!["eldono"],
    // `pli ol 2000`
    amounts: list!["pli"],
    // `milito de 14-18`
    wars: list!["milito"],
    // Words for a day, with its distance from today.
    days: &[("hieraŭ", -1), ("hodiaŭ", 0), ("morgaŭ", 1)],
    // Phrases for a day, and those that put a weekday off: `mardo post ok`.
    day_phrases: &[(&["post", "morgaŭ"], 2)],
    put_off: &[(&["post", "ok"], 7)],
    // A day beside another one, and words that make something else of it.
    other_days: list!["antaŭtago"],
    not_days: list!["sana"],
    // `mardo matene`; `tian vesperon` is today's.
    day_parts: list!["matene"],
    parts_of_today: list!["vesperon"],
    // `fino mayo`
    period_parts: &[("fino", Modifier::End), ("komenco", Modifier::Start)],
    directions: &[("lasta", -1), ("venonta", 1)],
    // `jaro sekvanta`. A participle may have an object instead, and then it is no date.
    beside: &[&["sekvanta"]],
    participles: list!["sekvanta"],
    // `jaro nuna`
    current: &[&["nuna"]],
    // `ĉiu mardo`, `sama jaro`
    each: list!["ĉiu"],
    same: list!["sama"],
    // `de mayo`
    prepositions: list!["de"],
    // `fondita 2014`
    bare_years: false,
    // `tria kvarono 2020`, `K3 2020`
    parts_of_year: &[("duono", 6), ("kvarono", 3)],
    part_signs: &[("d", 6), ("k", 3)],
    seasons: &[("somero", Season::Summer), ("vintro", Season::Winter)],
    // `sezono`, of sport
    sport_seasons: list!["sezono"],
    // `antaŭ ĝuste du jaroj`
    exactly: list!["ĝuste"],
    // Phrases that are dates as they stand, with their values.
    fixed: &[(&["iam"], None), (&["nun"], None)],
    // `antaŭ du jaroj`, `post du jaroj`
    ago: &[&["antaŭ"]],
    ahead: &[&["post"]],
    // `en du jaroj`, unless the sentence speaks of the past. `tago antaŭe` is one day ago.
    perhaps_ahead: &[&["en"]],
    ones: list!["a"],
    // `ĉirkaŭ du jaroj`, `kelkaj jaroj`, `du jaroj kaj duono`
    about: list!["ĉirkaŭ"],
    indefinite: list!["kelkaj"],
    half: &[&["kaj", "duono"]],
    // `du jarojn antaŭe`, `du jarojn poste`, `poste`
    since: &[&["antaŭe"]],
    later: &[&["poste"]],
    later_alone: list!["poste"],
    // The endings of a noun that a number counts.
    plurals: &["oj"],
    // `dudek kaj du`, `dudekdu`
    numbers: &[("dek", 10), ("du", 2), ("dudek", 20), ("unu", 1)],
    number_links: list!["kaj"],
    compound_numbers: true,
    approximate_numbers: &[("dekduo", 12)],
    // `preskaŭ du`, `inter du kaj dek`
    nearly: list!["preskaŭ"],
    between: list!["inter"],
    // Units of time, in days.
    periods: &[("jaro", 365), ("tago", 1)],
    // Units with their names in values.
    units: &[("eŭroj", "EUR"), ("metroj", "m")],
    long_units: &[(&["metroj", "kvadrataj"], "m2")],
    // `10fu`, but not `10 fu`
    glued_units: &[("fu", "foot")],
    // `du milionoj da eŭroj`, `du milionoj du eŭroj`
    multiples: &[("milionoj", 6)],
    // `dek viroj`, `viro de dek jaroj`, `aĝa dek jarojn`, `dek jarojn maljuna`, `je dek horoj`
    people: list!["viroj"],
    persons: list!["viro"],
    aged: list!["aĝa"],
    old: &[&["maljuna"]],
    clock: list!["je"],
    of: list!["da", "de"],
    of_the: list!["du"],
    // `fino de mayo`
    links: list!["de"],
};
