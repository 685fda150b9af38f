//! What French names are made of. Source: written by hand for this crate.

use super::{capitals, demonyms, nationalities, organisations, titles};
use crate::lang::NameRules;
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
    title_adjectives: titles::TITLE_ADJECTIVES,
    organisation_heads: organisations::HEADS,
    small_heads: organisations::LOWER_HEADS,
    organisation_adjectives: organisations::ADJECTIVES,
    organisation_cues: organisations::MEDIA_CUES,
    media_tails: organisations::MEDIA_TAILS,
    misc_cues: organisations::OPERATION_CUES,
    state_heads: organisations::STATE_HEADS,
    qualified_heads: organisations::QUALIFIED_HEADS,
    ministries: organisations::MINISTRIES,
    organisations: list![INTERNATIONAL, ROMANCE, organisations::KNOWN],
    never_names: capitals::NEVER_NAMES,
    illnesses: list![
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
        "sars-cov-2",
        "sida",
        "sras",
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
