//! Places: what the gazetteer knows, and what the capitals around a place make of it.

use super::NameReader;
use crate::document::{EntitySource, Label};
use crate::entity::found::Found;
use crate::entity::gazetteer::Place;

impl NameReader<'_> {
    pub(super) fn place(&self, at: usize) -> Option<Place> {
        let common = self.rules.foreign_places && self.is(at, self.rules.never_names)
            || self.rules.demonym_capitals && self.is(at, self.rules.demonyms);
        if common && self.longest(at, self.end)?.tokens == 1 {
            return None;
        }
        if self.scan.is_stop(at) && self.is_weak(at) && self.norm(at + 1).is_empty() {
            return None;
        }
        let mut place = self.longest(at, self.end)?;
        // `Us` is not `US`. Nor is `US` where the whole sentence is in capitals.
        let upper = self.scan.is_upper(at) && !(self.shouted && self.scan.is_stop(at));
        let short = self.rules.foreign_places
            && place.tokens == 1
            && self.scan.text(at).chars().count() < 4
            && !upper;
        place.ambiguous |= short;
        Some(place)
    }

    /// The name that a place and the capitals around it make.
    pub(super) fn placed(&self, at: usize, place: Place, run: usize) -> Option<Found> {
        let end = at + place.tokens;
        if self.is_compound(end) {
            return None;
        }
        // `New York Knicks`, `Chicago White Sox`
        let team = |last: &usize| {
            let mut words = end..*last + 1;
            self.is(*last, self.rules.teams)
                && words.all(|it| self.is_capitalised(it) && self.adjoins(it))
        };
        if let Some(last) = (end..self.end.min(end + 2)).find(team) {
            return Some(self.organisation(at..last + 1, 0.86));
        }
        // `in Panama Juan Carlos Varela`
        let run = if !self.rules.places_before_people && self.is_given(end) {
            end
        } else {
            run
        };
        if place.ambiguous && !self.after_place_preposition(at) && end >= run {
            return None;
        }
        let next_is_name =
            end < run && (self.place(end).is_some() || self.known_organisation(end).is_some());
        if end < run && !next_is_name && !self.shouted {
            // `Lomé Actu`, `Paris Match`
            let medium = self.is(run - 1, self.rules.media_tails);
            if medium || !self.rules.noun_capitals {
                return Some(self.organisation(at..run, if medium { 0.85 } else { 0.6 }));
            }
        }
        let mut found = Found::new(at..end, Label::LOCATION, EntitySource::Gazetteer, 0.9);
        found.id = Some(self.gazetteer.name(place.canonical).to_owned());
        Some(found)
    }

    /// The place with the longest name that begins with the token at `at` and ends before `end`.
    pub(super) fn longest(&self, at: usize, end: usize) -> Option<Place> {
        if at >= self.end {
            return None;
        }
        let find = |end| {
            let among = self.facts.get(self.scan.type_id(at))?.places;
            self.gazetteer.longest(self.scan, at, end, among)
        };
        let place = self.memory.place(at, || find(self.end))?;
        if at + place.tokens <= end {
            Some(place)
        } else {
            find(end)
        }
    }

    pub(super) fn after_place_preposition(&self, at: usize) -> bool {
        at > self.first && self.scan.is(at - 1, self.rules.place_prepositions)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{ask, names};
    use crate::Language;
    use crate::entity::testing::both;

    /// The words of the place at a token, and whether it is doubtful.
    fn place(language: Language, text: &str, at: usize) -> Option<(usize, bool)> {
        let place = ask(language, text, |reader| reader.place(at));
        place.map(|place| (place.tokens, place.ambiguous))
    }

    #[test]
    fn the_longest_name_is_the_place() {
        assert_eq!(
            place(Language::ENGLISH, "in Burkina Faso today", 1),
            Some((2, false))
        );
        assert_eq!(
            place(Language::ENGLISH, "in Niamey today", 1),
            Some((1, false))
        );
        assert_eq!(place(Language::ENGLISH, "in niamey today", 1), None);
        assert_eq!(place(Language::ENGLISH, "in Zabbo today", 1), None);
    }

    #[test]
    fn a_genitive_is_the_place_that_owns() {
        let texts = both("so Niger’s army left");
        for (text, name) in texts.iter().zip(["LOC Niger’s", "LOC Niger's"]) {
            assert_eq!(place(Language::ENGLISH, text, 1), Some((1, false)));
            assert_eq!(names(Language::ENGLISH, text), [name]);
        }
    }

    #[test]
    fn small_letters_make_a_short_name_doubtful() {
        assert_eq!(
            place(Language::ENGLISH, "in the US today", 2),
            Some((1, false))
        );
        assert!(place(Language::ENGLISH, "told Us today", 1).is_none_or(|it| it.1));
    }

    #[test]
    fn a_place_in_a_longer_name_is_none() {
        let text = "he read in the Niamey Zabbo of it";
        assert_eq!(names(Language::ENGLISH, text), ["ORG Niamey Zabbo"]);
        let text = "he read in the Niamey Tribune of it";
        assert_eq!(names(Language::ENGLISH, text), ["ORG Niamey Tribune"]);
        // Two places are two.
        let text = "he flew to Niamey Bamako";
        assert_eq!(
            names(Language::ENGLISH, text).first().unwrap(),
            "LOC Niamey"
        );
    }

    #[test]
    fn a_place_is_no_part_of_a_german_noun() {
        assert_eq!(names(Language::GERMAN, "Das ist die Mali-Debatte"), [""; 0]);
        assert_eq!(names(Language::GERMAN, "Das ist in Mali so"), ["LOC Mali"]);
    }

    #[test]
    fn the_preposition_is_the_token_before() {
        let after =
            |text: &str, at| ask(Language::ENGLISH, text, |it| it.after_place_preposition(at));
        assert!(after("he lives near Zabbo", 3));
        assert!(!after("he lives with Zabbo", 3));
        assert!(!after("Near Zabbo", 0));
        assert!(after("Near Zabbo", 1));
    }
}
