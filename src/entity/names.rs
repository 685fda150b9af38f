//! Finds people, places, organisations and other names by rules and the gazetteer.
//!
//! A sentence is read from left to right. At a capital, every kind of evidence is asked for a name
//! that begins there: well-known organisations, places, heads (`Conseil National …`), given names,
//! the words before it. The order in [`NameReader::name`] decides which one wins.

mod memory;
mod organisations;
mod people;
mod places;
#[cfg(test)]
mod testing;
mod words;

use std::ops::Range;

use super::facts::{Facts, Flag};
use super::found::Found;
use super::gazetteer::{Gazetteer, Place};
use super::scan::Scan;
use crate::document::{EntitySource, Label};
use crate::lang::NameRules;
use crate::normalize::is_hyphen;
pub(super) use memory::Memory;

/// Appends the names of a sentence. `dates` are the dates and quantities of the text, in order.
pub(super) fn find(
    scan: &Scan<'_>,
    facts: &Facts,
    gazetteer: &Gazetteer,
    sentence: Range<usize>,
    dates: &[Found],
    memory: &mut Memory,
    found: &mut Vec<Found>,
) {
    let Some(rules) = scan.rules(sentence.start).names else {
        return;
    };
    let first = dates.partition_point(|date| date.tokens.end <= sentence.start);
    let taken = dates.iter().skip(first).map(|date| date.tokens.clone());
    let mut taken = taken
        .take_while(|date| date.start < sentence.end)
        .peekable();
    let shouted = is_shouted(scan, sentence.clone())
        || rules.title_case && is_title_case(scan, sentence.clone());
    memory.begin(sentence.start, sentence.len());
    let mut at = sentence.start;
    // Most words begin nothing.
    while let Some(next) = facts.first(at..sentence.end, Flag::BeginsName) {
        at = next;
        while taken.next_if(|range| range.end <= at).is_some() {}
        if taken.peek().is_some_and(|range| range.contains(&at)) {
            at += 1;
            continue;
        }
        let end = taken.peek().map_or(sentence.end, |range| range.start);
        let reader = NameReader {
            scan,
            facts,
            rules,
            gazetteer,
            memory,
            first: sentence.start,
            end,
            shouted,
        };
        at = reader.read(at, found).max(at + 1);
    }
}

/// The most capitals that are read at once. Without a limit, each of a long run would be read from
/// all those before it.
const LONGEST_RUN: usize = 12;

/// The score of a name of which a noun beside it says what it is. It holds for all its mentions.
const DECISIVE: f32 = 0.95;

/// The most words of a person who is told by an apposition only.
const LONGEST_GUESS: usize = 3;

struct NameReader<'a> {
    scan: &'a Scan<'a>,
    facts: &'a Facts,
    rules: &'static NameRules,
    gazetteer: &'a Gazetteer,
    memory: &'a Memory,
    /// The first token of the sentence.
    first: usize,
    /// No name reaches beyond this token: a date begins here, or the sentence ends.
    end: usize,
    /// Whether all words have capitals, so that a capital says nothing.
    shouted: bool,
}

/// Whether a sentence of some length has no small letters: a headline in capitals.
pub(super) fn is_shouted(scan: &Scan<'_>, sentence: Range<usize>) -> bool {
    let words = || sentence.clone().filter(|index| scan.is_word(*index));
    let small = words().any(|index| scan.text(index).chars().any(char::is_lowercase));
    !small && words().count() > 3
}

/// Whether all longer words of a sentence have a capital and no full stop ends it: a headline.
fn is_title_case(scan: &Scan<'_>, sentence: Range<usize>) -> bool {
    let long = |index: &usize| {
        scan.is_word(*index) && !scan.is_stop(*index) && scan.text(*index).len() > 3
    };
    let words = || sentence.clone().filter(long);
    let open = sentence.end > sentence.start && scan.is_word(sentence.end - 1);
    open && words().count() > 4 && words().all(|index| scan.is_capitalised(index))
}

impl NameReader<'_> {
    /// Reads what begins at `at`, where a name may begin, and says where to go on.
    fn read(&self, at: usize, found: &mut Vec<Found>) -> usize {
        if self.leads_to_title(at) || self.scan.passes_on(at) || self.is_cue(at) {
            return at + 1;
        }
        // `St. Louis`
        let town = || self.place(at).is_some_and(|place| place.tokens > 1);
        if !town()
            && let Some(next) = self.titled(at, found)
        {
            return next;
        }
        if self.signature(at) {
            found.push(self.organisation(at + 2..at + 3, 0.9));
            return at + 3;
        }
        if let Some(person) = self.compatriot(at) {
            let next = person.tokens.end;
            found.push(person);
            return next;
        }
        match self.name(at) {
            Some(entity) => {
                let next = entity.tokens.end;
                found.push(entity);
                next
            }
            None => at + 1,
        }
    }

    /// Whether an acronym only says what the name behind it is: `l’ONG Oxfam`.
    fn is_cue(&self, at: usize) -> bool {
        !self.shouted
            && self.scan.is_upper(at)
            && self.is(at, self.rules.organisation_cues)
            && self.is_name_part(at + 1)
            && self.adjoins(at + 1)
    }

    /// The name that begins at `at`.
    fn name(&self, at: usize) -> Option<Found> {
        if !self.is_capitalised(at) {
            // `al-Qaïda`
            let known = || {
                let end = self.known_organisation(at)?;
                Some(self.organisation(at..end, DECISIVE))
            };
            return self.small_head(at).or_else(known);
        }
        if let Some(quoted) = self.quoted(at) {
            return Some(quoted);
        }
        if let Some(end) = self.event(at) {
            return Some(Found::new(at..end, Label::MISC, EntitySource::Rule, 0.95));
        }
        if let Some(end) = self
            .known_place(at)
            .filter(|end| *end > at + 1 || !self.is_weak(at))
        {
            return Some(Found::new(
                at..end,
                Label::LOCATION,
                EntitySource::Rule,
                0.95,
            ));
        }
        let known = self.known_organisation(at);
        let place = self.place(at);
        let place_end = place.map_or(at, |place| at + place.tokens);
        let run = if self.is_name_part(at) {
            self.run(at)
        } else {
            at
        };
        // `Organisation mondiale de la santé` is known by more than its head.
        let known_end = known.unwrap_or(at);
        let headed = self.headed_organisation(at);
        if let Some(end) = headed.filter(|end| *end >= place_end && *end >= known_end) {
            let sure = !self.is_weak(at) && !self.scan.is_upper(at);
            let score = if self.is(at, self.rules.memorial_heads) && self.is_given(at + 1) {
                0.95
            } else if sure {
                0.82
            } else {
                0.8
            };
            return Some(self.organisation(at..end, score));
        }
        if let Some(end) = self.tailed_event(at).filter(|_| !self.shouted) {
            return Some(Found::new(at..end, Label::MISC, EntitySource::Rule, 0.9));
        }
        if let Some(end) = self.tailed_place(at).filter(|_| !self.shouted) {
            let found = Found::new(at..end, Label::LOCATION, EntitySource::Rule, 0.88);
            return Some(found);
        }
        if let Some(end) = self.tailed_organisation(at).filter(|_| !self.shouted) {
            return Some(self.organisation(at..end, 0.85));
        }
        if let Some(end) = known.filter(|end| *end >= place_end) {
            if self.is_compound(end) {
                return None;
            }
            // `le directeur de Sonatrach Abdelmoumen Kaddour`
            let person = self.is_given(end) && self.is_name_part(end + 1);
            let apart = self.rules.noun_capitals || person;
            let run = if apart { end } else { run };
            // `Google` and `Google France` are organisations, `Google Drive` may be none.
            let place = || self.place(end).map(|place| end + place.tokens);
            let branch = self.known_place(end).or_else(place);
            let end = branch.filter(|_| self.adjoins(end)).unwrap_or(end);
            let score = if end >= run { 0.95 } else { 0.6 };
            return Some(self.organisation(at..end.max(run), score));
        }
        let given = run > at && self.is_first_name(at) && self.person_end(at) > at + 1;
        // `Jordan Pickford`
        let shorter = |place: &Place| self.rules.foreign_places && at + place.tokens < run;
        // `film Timbuktu`
        let named = at > self.first && self.scan.is(at - 1, self.rules.naming_cues);
        let place = place.filter(|_| !named);
        if let Some(place) = place.filter(|place| !(given && (place.ambiguous || shorter(place))))
            && let Some(found) = self.placed(at, place, run)
        {
            return Some(found);
        }
        if run == at || self.shouted {
            return None;
        }
        // `la commune de Sidi Ahmed`
        let led = || {
            let led = self.led(at, run);
            led.filter(|it| it.label == Label::LOCATION)
        };
        if given && let Some(place) = led() {
            return Some(place);
        }
        if given {
            let end = self.person_end(at);
            return (!self.is_thing(end)).then(|| self.person(at, end, 0.85));
        }
        if let Some(cued) = self.cued(at, run) {
            return Some(cued);
        }
        if self.is_called_organisation(run) {
            return Some(self.organisation(at..run, DECISIVE));
        }
        if run > at + 1 && self.is_called_person(run) {
            return Some(self.person(at, run, 0.85));
        }
        if run > at + 1 {
            return self.unknown_run(at, run);
        }
        self.single(at)
    }

    /// A name behind a noun that says what it is: `la chaîne russe Sputnik`, `opération Barkhane`.
    fn cued(&self, at: usize, run: usize) -> Option<Found> {
        let mut cue = at.checked_sub(1).filter(|cue| *cue >= self.first)?;
        // `Sa société, Zabbo, …`
        let apart = cue > self.first && self.norm(cue) == "," && self.norm(run) == ",";
        let owner = |at: Option<usize>| {
            at.is_some_and(|at| self.scan.is(at, self.rules.portfolio_prepositions))
        };
        if apart
            && self.scan.is(cue - 1, self.rules.organisation_cues)
            && !self.scan.is_capitalised(cue - 1)
            && !owner(cue.checked_sub(2))
            && !owner(cue.checked_sub(3))
        {
            return Some(self.organisation(at..run, DECISIVE));
        }
        if self.scan.is(cue, self.rules.alias_cues) {
            return Some(self.person(at, run, DECISIVE));
        }
        if let Some(led) = self.led(at, run) {
            return Some(led);
        }
        let demonym = |index: usize| {
            self.scan.is(index, self.rules.demonyms) && !self.scan.is_capitalised(index)
        };
        let bare = |index: usize| {
            demonym(index) || self.scan.is(index, self.rules.organisation_adjectives)
        };
        // Between a noun and a nationality any adjective may stand: `société énergétique portugaise`.
        let sure = demonym(cue);
        let any = |index: usize| {
            sure && self.scan.is_word(index)
                && !self.scan.is_stop(index)
                && !self.scan.is_capitalised(index)
                && !self.scan.is(index, self.rules.organisation_cues)
                && !self.scan.is(index, self.rules.misc_cues)
        };
        let mut steps = 4;
        while cue > self.first && steps > 0 && (bare(cue) || any(cue)) {
            cue -= 1;
            steps -= 1;
        }
        let acronym = steps == 4 && self.is_cue(cue);
        // `fonds d’investissement américain Zabbo`
        let tied = sure && steps < 3 && self.scan.is(cue, self.rules.bare_prepositions);
        cue -= usize::from(tied && cue > self.first);
        if self.scan.is_capitalised(cue) && cue > self.first && !acronym {
            return None;
        }
        if self.scan.is(cue, self.rules.organisation_cues) {
            // With an adjective between the noun and the name it is surer, and if the noun is an
            // acronym or that of a movement: `la chaîne russe Sputnik`, `l’ONG Oxfam`.
            let sure = steps < 4 || acronym || self.scan.is(cue, self.rules.movement_cues);
            let score = if sure { DECISIVE } else { 0.6 };
            return Some(self.organisation(at..run, score));
        }
        // `groupe français Zabbo`
        if sure && self.scan.is(cue, self.rules.small_heads) {
            return Some(self.organisation(at..run, DECISIVE));
        }
        let misc = self.scan.is(cue, self.rules.misc_cues);
        // `prix Nobel Niels Bohr`
        let end = self.known_event(at).unwrap_or(run);
        misc.then(|| Found::new(at..end, Label::MISC, EntitySource::Rule, 0.85))
    }

    /// A name that a preposition ties to the noun before it: `ville d’Abiy Addi`,
    /// `société de conseil Zabbo`.
    fn led(&self, at: usize, run: usize) -> Option<Found> {
        let before = |steps: usize| at.checked_sub(steps).filter(|it| *it >= self.first);
        let small = |index: usize| {
            self.scan.is_word(index)
                && !self.scan.is_capitalised(index)
                && !self.scan.is_stop(index)
        };
        let (last, second) = (before(1)?, before(2)?);
        if run == at + 1 && self.scan.text(at).chars().nth(1).is_none() {
            // `fournisseur de vitamine D`
            return None;
        }
        if self.scan.is(last, self.rules.bare_prepositions) {
            let noun = second
                - usize::from(second > self.first && self.scan.is(second, self.rules.demonyms));
            if self.scan.is(second, self.rules.company_nouns) && !self.scan.is_capitalised(second) {
                return Some(self.organisation(at..run, DECISIVE));
            }
            // `ville d’Abiy Addi`, `conseil municipal de Mions`
            let place = self.scan.is(noun, self.rules.place_cues)
                || self.scan.is(second, self.rules.local_adjectives);
            let source = EntitySource::Rule;
            return place.then(|| Found::new(at..run, Label::LOCATION, source, DECISIVE));
        }
        // `éditeur américain de logiciels`
        let cue = before(3)?;
        let cue = cue - usize::from(cue > self.first && self.scan.is(cue, self.rules.demonyms));
        if !small(last) || !self.scan.is(second, self.rules.bare_prepositions) {
            return None;
        }
        if self.scan.is(cue, self.rules.organisation_cues) {
            return Some(self.organisation(at..run, DECISIVE));
        }
        let named = self.scan.is(cue, self.rules.naming_cues);
        named.then(|| Found::new(at..run, Label::MISC, EntitySource::Rule, DECISIVE))
    }

    /// Whether an apposition says of the name before it that it is an organisation:
    /// `Zabbo, une société de conseil`.
    fn is_called_organisation(&self, end: usize) -> bool {
        let noun = end + 2;
        self.norm(end) == ","
            && self.is(end + 1, self.rules.indefinite_articles)
            && (noun..noun + 2).any(|it| {
                self.is(it, self.rules.organisation_cues) || self.is(it, self.rules.small_heads)
            })
    }

    /// Whether an apposition says of the name before it that it is a person:
    /// `Ashok Kumar, un responsable local`.
    fn is_called_person(&self, end: usize) -> bool {
        self.norm(end) == ","
            && self.is(end + 1, self.rules.indefinite_articles)
            && (self.is_title(end + 2) && !self.scan.is_capitalised(end + 2))
    }

    /// Two or more unknown capitals: a person, unless one of them is a place or their form speaks
    /// against it.
    fn unknown_run(&self, at: usize, run: usize) -> Option<Found> {
        let said = self.rules.unknown_names_at_heads || !self.is_weak(at) || self.is_explained(run);
        if self.rules.noun_capitals || !said {
            return None;
        }
        let inner_place = (at + 1..run).any(|index| {
            self.longest(index, run)
                .is_some_and(|place| !place.ambiguous)
        });
        let letters = |index: usize| self.scan.text(index).chars().all(|c| !c.is_numeric());
        let acronym =
            (at..run).any(|index| self.scan.is_upper(index) && self.scan.text(index).len() < 6);
        if inner_place || acronym {
            return Some(self.organisation(at..run, 0.5));
        }
        if !(at..run).all(letters) {
            return Some(Found::new(at..run, Label::MISC, EntitySource::Rule, 0.4));
        }
        let end = self.person_end(at);
        let told = !self.is_determined(at) && self.is_explained(end) && end <= at + LONGEST_GUESS;
        let person = self.rules.unknown_people || told;
        person.then(|| self.person(at, end, 0.6))
    }

    /// A single capital that nothing else explains.
    fn single(&self, at: usize) -> Option<Found> {
        let text = self.scan.text(at);
        if self.is_acronym(at) {
            return Some(self.organisation(at..at + 1, 0.6));
        }
        let number = text.chars().any(|c| c.is_ascii_digit());
        if number
            && text.contains(is_hyphen)
            && text.chars().filter(|c| c.is_alphabetic()).count() > 2
        {
            // `Iliouchine-76`.
            return Some(Found::new(
                at..at + 1,
                Label::MISC,
                EntitySource::Rule,
                0.85,
            ));
        }
        if self.is_weak(at) || number {
            return None;
        }
        if self.is_first_name(at) && !self.is_thing(at + 1) {
            return Some(self.person(at, self.person_end(at), 0.5));
        }
        let place = !self.rules.noun_capitals && self.after_place_preposition(at) && text.len() > 2;
        place.then(|| Found::new(at..at + 1, Label::LOCATION, EntitySource::Rule, 0.5))
    }
}
