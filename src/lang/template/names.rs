//! How names are recognised. Source: say where the words are from.

use crate::lang::NameRules;
use crate::lang::common::given_names;
use crate::lang::list::list;

pub(super) static NAMES: NameRules = NameRules {
    // `Modi de Niamo`
    particles: list!["de"],
    // `Ligo de Afrikaj Landoj kaj Urboj`
    links: list!["de", "kaj"],
    // `en Niamo`
    place_prepositions: list!["en"],
    // `rivero Niger`, `golfo de Gvineo`
    place_heads: list!["rivero"],
    place_cues: list!["urbo"],
    tied_place_heads: list!["golfo"],
    demonyms: list!["nigera", "rusa"],
    // Demonyms that mean exactly one country, and the endings that their other forms add.
    nationalities: &[("nigera", "niger")],
    demonym_endings: &["j"],
    // `Kim Jong-un`, cut at the hyphen
    hyphenated_surnames: list!["kim"],
    // The given names of all languages, then those of this one.
    first_names: &[given_names::GIVEN_NAMES, list!["moda", "salifo"]],
    given_places: given_names::GIVEN_PLACES,
    // `urba konsilio de Niamey`
    local_adjectives: list!["urba"],
    // `ministro Modi`; `vicministro`; `sro Modi`
    titles: list!["ministro", "ministroj", "sro"],
    title_endings: &["ministro"],
    courtesies: list!["sro"],
    honorifics: list!["sro"],
    auxiliaries: list!["estas"],
    // `ministro de ta armeo, de komerco`
    offices: list!["ministro"],
    portfolios: list!["armeo", "komerco"],
    portfolio_prepositions: list!["de"],
    portfolio_articles: list!["ta"],
    portfolio_joiners: list!["kaj"],
    // `ministroj Modi kaj Tiani`
    plural_title_endings: &["oj"],
    plural_titles: list!["sroj"],
    conjunctions: list!["aŭ", "kaj"],
    // `Horizonto, unu ĵurnalo`; `de vendi`
    indefinite_articles: list!["unu"],
    bare_prepositions: list!["de"],
    seat_prepositions: list!["en"],
    aims: list!["por"],
    infinitive_endings: &["i"],
    // `ministro nova Modi`
    title_adjectives: list!["nova"],
    // `Ligo Afrika`, `grupo Wagner`, `Banko tutmonda`
    organisation_heads: list!["banko", "ligo"],
    // `universitato de Niamo`
    tied_heads: list!["universitato"],
    // `Banko Salifo Modi`
    memorial_heads: list!["banko"],
    // `Ligo de brutistoj`
    chained_heads: list!["ligo"],
    small_heads: list!["grupo"],
    organisation_adjectives: list!["tutmonda"],
    // `la ĵurnalo Horizonto`, `Lomo Gazeto`, `operacio Barkhane`
    organisation_cues: list!["ĵurnalo"],
    // `akciulo de Zabbo`
    movement_cues: list![],
    company_nouns: list!["akciulo"],
    media_tails: list!["gazeto"],
    misc_cues: list!["operacio", "ŝipo"],
    // `ŝipo Niamo`, `Pokalo 2019`, `Pokalo ekde Modi`
    naming_cues: list!["ŝipo"],
    events: list!["pokalo"],
    outside_names: list!["ekde"],
    // In a text of matches: `trejnisto de Niamo`, `vendis al Niamo`, but `ĉirkaŭ Niamo`
    match_words: list!["golo", "ludisto"],
    clubs: list!["niama klubo"],
    club_nouns: list!["trejnisto"],
    transfers: list!["vendis"],
    outside_places: list!["ĉirkaŭ"],
    // `patro Modi`: a person, who has no title
    kin: list!["patro"],
    // `armeo nigera`, `fortoj armitaj nigeraj`, `ministerio rusa de komerco`
    state_heads: list!["armeo"],
    qualified_heads: list!["fortoj"],
    ministries: list!["ministerio"],
    // `Modi Parko`, `Vojo 7`, `Niamo Leonoj`, `Niama Milito`, `Batalo de Niamo`
    place_tails: list!["parko", "vojo"],
    roads: list!["vojo"],
    road_letters: list!["v"],
    road_articles: list!["la"],
    called_places: list!["vilaĝo"],
    beyond: &["trans-"],
    alias_cues: list!["alinome"],
    town_links: list!["apud"],
    teams: list!["leonoj"],
    event_tails: list!["milito"],
    event_heads: list!["batalo"],
    // `Wagner Grupo`
    organisation_tails: list!["grupo"],
    tail_links: list!["de"],
    organisations: list!["uno", "unuiĝintaj nacioj"],
    // Words with a capital that are no names.
    places: list!["norda maro"],
    never_names: list!["lundo"],
    illnesses: list!["ebola"],
    // `kontraŭ-Modi`
    sides: list!["kontraŭ"],
    // Places whose names are also words or people. `foreign_places`: the gazetteer keeps other
    // names of places for all languages but French.
    ambiguous_places: list!["paco"],
    foreign_places: true,
    // `Modi's`, `Modis'`: the endings of an owner, and the endings that do not belong to the name.
    genitives: &["'s"],
    possessives: &["'s", "'"],
    // Which words have capitals.
    demonym_capitals: false,
    noun_capitals: false,
    title_case: false,
    // `komerco ministro`
    portfolios_first: false,
    // These are for a language that has a tagger of names.
    unknown_names_at_heads: false,
    unknown_people: false,
    people_before_capitals: false,
    places_before_people: false,
    portfolio_places: false,
    stop_words_before_given_names: false,
    stop_word_organisations: false,
    untied_heads_part: false,
};
