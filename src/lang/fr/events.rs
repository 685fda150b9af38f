//! Well-known competitions, prizes and festivals in French. Source: written by hand for this crate.

use crate::lang::list::{List, list};

/// Many are common words in lower case: match only what is written with its capitals.
#[rustfmt::skip]
pub(crate) const EVENTS: List = list![
    "afcon", "afrobasket", "ballon d'or", "ballon d'or africain", "bundesliga", "can",
    "can féminine", "can u17", "can u20", "championnat d'afrique des nations",
    "championnat d'europe", "championnat d'europe des nations", "championnat du monde",
    "championnats d'europe", "championnats du monde", "champions league", "chan", "cop21", "cop22",
    "cop23", "cop24", "cop25", "cop26", "cop27", "cop28", "cop29", "cop30", "copa america",
    "copa américa", "copa del rey", "copa libertadores", "coupe d'afrique",
    "coupe d'afrique des nations", "coupe d'afrique des nations de football",
    "coupe d'afrique des nations féminine", "coupe d'asie", "coupe d'asie des nations",
    "coupe d'europe", "coupe d'europe des nations", "coupe d'égypte", "coupe davis",
    "coupe de france", "coupe de l'uefa", "coupe de la caf", "coupe de la confédération",
    "coupe de la confédération africaine de football", "coupe de la ligue",
    "coupe des confédérations", "coupe du monde", "coupe du monde de football",
    "coupe du monde de la fifa", "coupe du monde de rugby", "coupe du monde des clubs",
    "coupe du monde féminine", "coupe du monde féminine de football", "coupe du roi",
    "diamond league", "eredivisie", "euro féminin", "eurobasket", "europa league", "eurovision",
    "fa cup", "fespaco", "festival de cannes", "formule 1", "giro", "golden globes", "gp moto",
    "grammy awards", "grand chelem", "grande dépression", "guerre du golfe", "guerre du kippour",
    "guerre froide", "jeux", "jeux africains", "jeux asiatiques", "jeux de la francophonie",
    "jeux du commonwealth", "jeux méditerranéens", "jeux olympiques", "jeux olympiques d'hiver",
    "jeux olympiques d'été", "jeux panafricains", "jeux panaméricains", "jeux paralympiques", "jo",
    "la liga", "laliga", "liga", "ligue 1", "ligue 1 mobilis", "ligue 2", "ligue a",
    "ligue africaine des champions", "ligue conférence", "ligue des champions",
    "ligue des champions africaine", "ligue des champions africains",
    "ligue des champions asiatique", "ligue des champions d'afrique",
    "ligue des champions de l'uefa", "ligue des champions de la caf", "ligue des nations",
    "ligue europa", "ligue europa conférence", "masters 1000", "mondial", "mondial de football",
    "mondial des clubs", "mondial féminin", "mondiaux", "nobel", "nobel d'économie",
    "nobel de la paix", "nobel de littérature", "open d'australie", "oscars", "premier league",
    "première guerre mondiale", "printemps arabe", "prix goncourt", "prix mo ibrahim",
    "prix nobel", "prix nobel d'économie", "prix nobel de chimie", "prix nobel de la paix",
    "prix nobel de littérature", "prix nobel de médecine", "prix nobel de physique",
    "prix pulitzer", "prix renaudot", "prix sakharov", "rallye dakar", "roland-garros",
    "ryder cup", "seconde guerre mondiale", "serie a", "serie b", "six nations", "super bowl",
    "super coupe", "supercoupe", "supercoupe d'afrique", "supercoupe d'espagne",
    "supercoupe d'europe", "supercoupe de la caf", "tour de france", "tournoi des six nations",
    "trophée des champions", "us open", "vuelta", "wimbledon", "youth league",
];
