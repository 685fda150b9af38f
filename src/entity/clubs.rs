//! Clubs that have the name of their town: `Cardiff doit verser six millions`.
//!
//! In a text of matches and transfers a town that plays, buys or is beaten is a club. A preposition
//! of place says that it is the town: `à Cardiff`, but not in `transféré à Cardiff`.

use super::found::Found;
use super::gazetteer::{Gazetteer, Kind};
use super::scan::Scan;
use crate::document::{Label, TokenKind};
use crate::lang::NameRules;

/// A text is one of matches and transfers if at least one of so many words is of these.
const RARE: usize = 60;

/// How many tokens before a preposition are searched for a transfer.
const NEAR: usize = 6;

/// Makes organisations of the towns that are clubs. `found` is in the order of the text.
pub(super) fn find(scan: &Scan<'_>, gazetteer: &Gazetteer, found: &mut [Found]) {
    let first = found.first().map(|it| scan.rules(it.tokens.start).names);
    let Some(rules) = first.flatten() else {
        return;
    };
    if rules.match_words.is_empty() || !is_of_matches(scan, rules) {
        return;
    }
    let mut before = None;
    for index in 0..found.len() {
        let Some(name) = found.get(index) else { break };
        let tokens = name.tokens.clone();
        let club = name.label == Label::LOCATION && is_town(scan, gazetteer, name) && {
            let listed = before.filter(|(end, _)| joins(scan, rules, *end, tokens.start));
            match listed {
                Some((_, club)) => club,
                None => is_club(scan, rules, tokens.start),
            }
        };
        let organisation = name.label == Label::ORGANISATION;
        before = Some((tokens.end, club || organisation));
        if let Some(name) = found.get_mut(index).filter(|_| club) {
            name.label = Label::ORGANISATION;
            name.id = None;
        }
    }
}

/// Whether many words of a text are of matches and transfers.
fn is_of_matches(scan: &Scan<'_>, rules: &NameRules) -> bool {
    let (mut words, mut matches) = (0, 0);
    for at in scan.sentences().flatten() {
        words += usize::from(scan.is_word(at));
        matches += usize::from(scan.is(at, rules.match_words));
    }
    matches * RARE >= words && matches > usize::from(words > RARE)
}

/// Whether a place is a town, which may have a club of its name.
fn is_town(scan: &Scan<'_>, gazetteer: &Gazetteer, name: &Found) -> bool {
    let (start, end) = (name.tokens.start, name.tokens.end);
    let among = gazetteer.beginning_with(scan.norm(start));
    let place = gazetteer.longest(scan, start, end, among);
    place.is_some_and(|place| {
        start + place.tokens == end && gazetteer.kind(place) == Some(Kind::Town)
    })
}

/// Whether only a comma or a conjunction stands between two names, so that both are clubs or none.
fn joins(scan: &Scan<'_>, rules: &NameRules, end: usize, start: usize) -> bool {
    end + 1 == start && (scan.text(end) == "," || scan.is(end, rules.conjunctions))
}

/// Whether the words before a town make a club of it.
fn is_club(scan: &Scan<'_>, rules: &NameRules, start: usize) -> bool {
    let sentence = scan.sentence_of(start);
    let Some(before) = start.checked_sub(1).filter(|it| *it >= sentence.start) else {
        // At the head of a sentence it does something, if a small word follows.
        return scan.is_word(start + 1) && !scan.is_capitalised(start + 1);
    };
    let near = || (before.saturating_sub(NEAR).max(sentence.start)..before).rev();
    let text = scan.norm(before);
    let transfer = || near().any(|at| scan.is(at, rules.transfers));
    if scan.is(before, rules.place_prepositions) {
        return text == "à" && transfer();
    }
    if scan.is(before, rules.outside_places) {
        return false;
    }
    if scan.is(before, rules.portfolio_prepositions) {
        // `l’entraîneur de Cardiff`, `la victoire de Cardiff`, but `arrivé de Cardiff`
        let noun = near().next();
        return noun.is_some_and(|at| scan.is(at, rules.club_nouns));
    }
    // Between marks stands a club as well as a town.
    scan.kind(before) != TokenKind::Punctuation
        || matches!(scan.text(before), "-" | "–")
        || scan.is_word(start + 1) && !scan.is_capitalised(start + 1) && scan.text(before) != "("
}
