//! Words of matches and transfers in English. Source: written by hand for this crate.

use crate::lang::list::{List, list};

/// Words that are seldom in texts on anything else.
#[rustfmt::skip]
pub(crate) const MATCH_WORDS: List = list![
    "baseball", "basketball", "batsman", "bowler", "championship", "club", "clubs", "coach",
    "coached", "cricket", "cup", "defender", "defenders", "derby", "fixture", "fixtures",
    "football", "footballer", "footballers", "forward", "goalkeeper", "goals", "goalscorer",
    "halftime", "handball", "hat-trick", "hockey", "inning", "innings", "match", "matches",
    "midfielder", "midfielders", "playoff", "playoffs", "quarter-final", "quarterback",
    "relegated", "relegation", "rookie", "rugby", "semi-final", "semi-finals", "semifinal",
    "semifinals", "soccer", "striker", "strikers", "teammate", "teammates", "touchdown",
    "wicket", "wickets", "winger",
];

/// Words before `for`, `of` or `to` and a club.
#[rustfmt::skip]
pub(crate) const CLUB_NOUNS: List = list![
    "appearance", "appearances", "captain", "champions", "coach", "debut", "defeat", "defender",
    "fans", "forward", "games", "goalkeeper", "goals", "home", "lost", "manager", "match",
    "matches", "midfielder", "play", "played", "player", "players", "playing", "plays",
    "quarterback", "score", "scored", "side", "sign", "signed", "signs", "sold", "striker",
    "supporters", "transferred", "victory", "win", "winger",
];
