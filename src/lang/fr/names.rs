//! What French names are made of. Source: written by hand for this crate.

use super::{capitals, demonyms, events, nationalities, organisations, sports, titles};
use crate::lang::NameRules;
use crate::lang::common::clubs::CLUBS;
use crate::lang::common::given_names::GIVEN_NAMES;
use crate::lang::common::organisations::{INTERNATIONAL, ROMANCE};
use crate::lang::common::particles::PARTICLES;
use crate::lang::list::list;

pub(super) static NAMES: NameRules = NameRules {
    particles: list![
        PARTICLES,
        &[
            "bel", "d'", "dei", "den", "mac", "mc", "o'", "saint", "san", "walet", "wali", "zu",
        ],
    ],
    links: list![
        "and", "aux", "d'", "de", "des", "du", "en", "et", "l'", "la", "le", "les", "of", "par",
        "pour", "sur", "the", "à",
    ],
    place_prepositions: list!["en", "vers", "à"],
    place_heads: list!["fleuve", "lac", "mont", "océan", "rivière"],
    tied_place_heads: list!["delta", "détroit", "golfe", "mer"],
    demonyms: demonyms::DEMONYMS,
    nationalities: nationalities::NATIONALITIES,
    demonym_endings: &["nes", "ne", "es", "e", "s"],
    first_names: &[GIVEN_NAMES],
    titles: titles::TITLES,
    offices: titles::OFFICES,
    portfolios: titles::PORTFOLIOS,
    portfolio_prepositions: list![
        "aux", "chargé", "chargée", "d'", "de", "des", "du", "en", "à",
    ],
    portfolio_articles: list!["d'", "de", "des", "du", "l'", "la", "le", "les"],
    portfolio_joiners: list!["ainsi", "celle", "celui", "ceux", "et", "que"],
    plural_title_endings: &["s"],
    plural_titles: list!["mm."],
    conjunctions: list!["et", "ou"],
    indefinite_articles: list!["un", "une"],
    bare_prepositions: list!["d'", "de"],
    infinitive_endings: &["dre", "er", "ir", "oir", "ttre", "uire"],
    title_adjectives: titles::TITLE_ADJECTIVES,
    organisation_heads: organisations::HEADS,
    chained_heads: organisations::CHAINED_HEADS,
    small_heads: organisations::LOWER_HEADS,
    organisation_adjectives: organisations::ADJECTIVES,
    organisation_cues: organisations::MEDIA_CUES,
    media_tails: organisations::MEDIA_TAILS,
    misc_cues: organisations::OPERATION_CUES,
    naming_cues: organisations::NAMING_CUES,
    events: events::EVENTS,
    outside_names: list![
        "après", "avant", "avec", "chez", "dans", "depuis", "dès", "face", "lors", "malgré",
        "pendant", "selon", "sous",
    ],
    match_words: sports::MATCH_WORDS,
    clubs: list![CLUBS],
    club_nouns: sports::CLUB_NOUNS,
    transfers: sports::TRANSFERS,
    outside_places: list![
        "autour", "dans", "depuis", "entre", "hors", "près", "sous", "sur", "via", "ville",
    ],
    kin: titles::KIN,
    state_heads: organisations::STATE_HEADS,
    qualified_heads: organisations::QUALIFIED_HEADS,
    ministries: organisations::MINISTRIES,
    organisations: list![INTERNATIONAL, ROMANCE, organisations::KNOWN],
    never_names: capitals::NEVER_NAMES,
    illnesses: list![
        "alzheimer",
        "chikungunya",
        "coronavirus",
        "covid",
        "covid-19",
        "covid19",
        "ebola",
        "h1n1",
        "h5n1",
        "mers",
        "mpox",
        "omicron",
        "parkinson",
        "sars-cov-2",
        "sida",
        "sras",
        "sras-cov-2",
        "vih",
        "zika",
    ],
    sides: list!["anti", "pro"],
    unknown_names_at_heads: true,
    unknown_people: true,
    people_before_capitals: true,
    places_before_people: true,
    portfolio_places: true,
    stop_words_before_given_names: true,
    stop_word_organisations: true,
    untied_heads_part: true,
    ..NameRules::NONE
};
