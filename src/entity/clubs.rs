//! Clubs that have the name of their town: `Cardiff doit verser six millions`.
//!
//! In a text of matches and transfers a town that plays, buys or is beaten is a club. A preposition
//! of place says that it is the town: `à Cardiff`, but not in `transféré à Cardiff`.

use std::ops::Range;

use hashbrown::HashSet;

use super::found::Found;
use super::gazetteer::{Gazetteer, Kind, Place};
use super::ids::{fold, id_of};
use super::scan::Scan;
use crate::document::{EntitySource, Label, TokenKind};
use crate::lang::NameRules;

/// A text is one of matches and transfers if at least one of so many words is of these.
const RARE: usize = 60;

const SCORE: f32 = 0.85;

/// How many tokens before a preposition are searched for a transfer.
const NEAR: usize = 6;

/// How many tokens around a team are searched for a word of sport.
const AROUND: usize = 40;

/// The most tokens of a club's name that is looked up.
const LONGEST: usize = 3;

/// Finds the clubs of a text. `found` is in the order of the text, before and after.
pub(super) fn find(scan: &Scan<'_>, gazetteer: &Gazetteer, found: &mut Vec<Found>) {
    let first = scan.sentences().next().map(|it| scan.rules(it.start).names);
    let Some(rules) = first.flatten() else {
        return;
    };
    if rules.match_words.is_empty() || !is_of_matches(scan, rules) {
        return;
    }
    add_listed(scan, rules, found);
    add_years(scan, rules, found);
    let people = people(scan, found);
    let mut before = None;
    for name in found {
        let tokens = name.tokens.clone();
        let town = town(scan, gazetteer, name);
        let listed = town.is_none() && rules.clubs.holds(scan.text_of(tokens.clone()));
        let person = tokens.len() == 1 && people.contains(scan.norm(tokens.start));
        let joined = before.filter(|(end, _)| joins(scan, rules, *end, tokens.start));
        let club = match name.label {
            Label::PERSON => listed && !person,
            Label::LOCATION if listed => true,
            Label::LOCATION if town.is_some() && person && tokens.start > 0 => {
                // `Riyad`, who is Riyad Mahrez
                if scan.is_capitalised(tokens.start - 1)
                    || !scan.is(tokens.start - 1, rules.place_prepositions)
                {
                    name.label = Label::PERSON;
                }
                false
            }
            Label::LOCATION if town.is_some() => match joined {
                Some((_, club)) => club,
                None => is_club(scan, rules, tokens.start),
            },
            _ => false,
        };
        before = Some((tokens.end, club || name.label == Label::ORGANISATION));
        if club {
            let place =
                town.map(|town| id_of(Label::LOCATION, &fold(gazetteer.name(town.canonical))));
            name.label = Label::ORGANISATION;
            name.place = place;
            name.id = None;
        }
    }
}

/// Joins a team that has the name of many with its place: `Raptors de Toronto`, `Lions de l’Atlas`.
/// `found` is in the order of the text, before and after.
pub(super) fn join_teams(scan: &Scan<'_>, found: &mut Vec<Found>) {
    let mut before: Option<(Range<usize>, Label)> = None;
    for place in found.iter_mut() {
        let start = if place.label == Label::LOCATION {
            team(scan, place.tokens.start, before.as_ref())
        } else {
            None
        };
        if let Some(start) = start {
            place.tokens.start = start;
            place.label = Label::ORGANISATION;
            place.id = None;
        }
        before = Some((place.tokens.clone(), place.label));
    }
    found.dedup_by(|team, name| {
        let inside = name.tokens.end > team.tokens.start;
        if inside {
            std::mem::swap(team, name);
        }
        inside
    });
}

/// The first token of the team whose place begins at `place`. `before` is the name before the place.
fn team(scan: &Scan<'_>, place: usize, before: Option<&(Range<usize>, Label)>) -> Option<usize> {
    let rules = scan.rules(place).names?;
    let sentence = scan.sentence_of(place);
    let tie = |at: &usize| {
        scan.is(*at, rules.bare_prepositions) || scan.is(*at, rules.portfolio_articles)
    };
    let ties = (sentence.start..place)
        .rev()
        .take(2)
        .take_while(tie)
        .count();
    let end = place - ties;
    let part = |at: &usize| scan.is_capitalised(*at) && !scan.is_upper(*at);
    let parts = (sentence.start..end).rev().take(LONGEST).take_while(part);
    let start = end - parts.count();
    let last = end.checked_sub(1)?;
    let article = start.checked_sub(1).filter(|it| *it >= sentence.start)?;
    if ties == 0 || start == end || !scan.is(article, rules.links) {
        return None;
    }
    // Of the articles and prepositions those of many end so: `les`, `aux`.
    let many = |at: usize| scan.norm(at).ends_with(['s', 'x']);
    if !(many(article) && many(last)) {
        return None;
    }
    let tagged = before
        .is_some_and(|(tokens, label)| *tokens == (start..end) && *label == Label::ORGANISATION);
    let apart = before.is_none_or(|(tokens, _)| tokens.end <= start);
    // `Peuls de Mopti` are no team.
    let sport = || {
        let told = |at: usize| {
            [rules.match_words, rules.transfers, rules.club_nouns]
                .iter()
                .any(|list| scan.is(at, *list))
        };
        let near =
            sentence.start.max(start.saturating_sub(AROUND))..sentence.end.min(place + AROUND);
        !scan.is(last, rules.demonyms) && { near }.any(told)
    };
    (tagged || apart && sport()).then_some(start)
}

/// Makes events of places with a year right behind, and adds the year to events: `Tokyo 2020`,
/// `Jeux de Tokyo 2020`.
fn add_years(scan: &Scan<'_>, rules: &NameRules, found: &mut [Found]) {
    let mut after = usize::MAX;
    for name in found.iter_mut().rev() {
        let end = name.tokens.end;
        let year = scan
            .digits(end)
            .is_some_and(|year| (1896..2100).contains(&year));
        let behind = matches!(scan.gap(end), " " | "\u{a0}") && end < after;
        let inside = end < scan.sentence_of(name.tokens.start).end;
        // `championnat d’Europe 1976`
        let cue = name.tokens.start.checked_sub(2);
        let cued = cue.is_some_and(|cue| scan.is(cue, rules.misc_cues));
        let event = match name.label {
            Label::LOCATION => !cued,
            Label::MISC => rules.events.holds(scan.text(name.tokens.start)),
            _ => false,
        };
        if event && year && behind && inside {
            name.tokens.end += 1;
            name.label = Label::MISC;
            name.id = None;
        }
        after = name.tokens.start;
    }
}

/// The first and last words of the people with several.
fn people<'a>(scan: &Scan<'a>, found: &[Found]) -> HashSet<&'a str> {
    let people = found
        .iter()
        .filter(|it| it.label == Label::PERSON && it.tokens.len() > 1);
    let ends = people.flat_map(|it| [it.tokens.start, it.tokens.end - 1]);
    ends.map(|at| scan.norm(at)).collect()
}

/// Adds the clubs of several words that nothing else found.
fn add_listed(scan: &Scan<'_>, rules: &NameRules, found: &mut Vec<Found>) {
    let mut added = Vec::new();
    let mut taken = found.iter().map(|it| it.tokens.clone()).peekable();
    for sentence in scan.sentences() {
        for at in sentence.clone() {
            while taken.next_if(|it| it.end <= at).is_some() {}
            let free = taken.peek().map_or(usize::MAX, |it| it.start);
            let end = sentence.end.min(at + LONGEST).min(free);
            if !scan.is_capitalised(at) || end < at + 2 {
                continue;
            }
            let ends = (at + 2..=end).rev();
            let mut listed = ends.filter(|end| rules.clubs.holds(scan.text_of(at..*end)));
            if let Some(end) = listed.find(|end| scan.is_capitalised(end - 1)) {
                let (label, source) = (Label::ORGANISATION, EntitySource::Rule);
                added.push(Found::new(at..end, label, source, SCORE));
            }
        }
    }
    if !added.is_empty() {
        found.append(&mut added);
        found.sort_by_key(|it| it.tokens.start);
    }
}

/// Whether many words of a text are of matches and transfers.
fn is_of_matches(scan: &Scan<'_>, rules: &NameRules) -> bool {
    if !scan.has_any(rules.match_words) {
        return false;
    }
    let (mut words, mut matches) = (0, 0);
    for at in scan.sentences().flatten() {
        words += usize::from(scan.is_word(at));
        matches += usize::from(scan.is(at, rules.match_words));
    }
    matches * RARE >= words && matches > usize::from(words > RARE)
}

/// The town that a name is, which may have a club of its name.
fn town(scan: &Scan<'_>, gazetteer: &Gazetteer, name: &Found) -> Option<Place> {
    let (start, end) = (name.tokens.start, name.tokens.end);
    let place = gazetteer.place_at(scan, start, end)?;
    let whole = start + place.tokens == end;
    let town = matches!(gazetteer.kind(place), Some(Kind::Capital | Kind::Town));
    (whole && town).then_some(place)
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
    let transfer = || near().any(|at| scan.is(at, rules.transfers));
    if scan.is(before, rules.place_prepositions) {
        return scan.is(before, rules.seat_prepositions) && transfer();
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
        || matches!(scan.norm(before), "-" | "–")
        || scan.is_word(start + 1) && !scan.is_capitalised(start + 1) && scan.text(before) != "("
}
