//! People: who stands behind a title, and where a person's name ends.

use super::NameReader;
use crate::document::{EntitySource, Label};
use crate::entity::found::Found;

impl NameReader<'_> {
    /// Reads a title and the person behind it, or several people: `les vice-ministres … X et Y`.
    /// Capitals of a portfolio (`ministre de la Défense, du Commerce`) are skipped, but places in
    /// it are found. Returns the token at which to go on.
    pub(super) fn titled(&self, at: usize, found: &mut Vec<Found>) -> Option<usize> {
        if !self.facts.flags(self.scan.type_id(at)).title {
            return None;
        }
        // `Champions Cup`
        if self.scan.is_capitalised(at) && self.known_event(at).is_some() {
            return None;
        }
        // `Cheikh Tidiane Gadio`
        if self.is_given(at) && self.is_name_part(at + 1) && self.adjoins(at + 1) {
            return None;
        }
        let office = self.is(at, self.rules.offices);
        // `Ministère` is the head of an organisation, `Président` is a title.
        if self.is(at, self.rules.organisation_heads)
            && self.scan.is_capitalised(at)
            && !self.is_weak(at)
        {
            return None;
        }
        let mut start = at;
        while start > self.first
            && !self.scan.is_abbreviated_title(at)
            && (self.scan.is(start - 1, self.rules.title_adjectives)
                || self.rules.portfolios_first && self.scan.is(start - 1, self.rules.portfolios))
            && self.adjoins(start)
            && !self.scan.is_stop(start - 1)
        {
            start -= 1;
        }
        let mut end = at + 1;
        let mut places = Vec::new();
        loop {
            let adjective = self.is(end, self.rules.title_adjectives)
                || self.is(end, self.rules.demonyms)
                || self.is_title(end);
            if adjective && self.adjoins(end) && !self.is_given(end) {
                end += 1;
                continue;
            }
            match self.portfolio(end, office, &mut places) {
                Some(next) => end = next,
                None => break,
            }
        }
        let swallowed = end;
        let mut name = end;
        let mut people = 0;
        while people > 0 || self.is_person_start(name) {
            let last = self.person_end(name);
            let mut person = self.person(name, last, 0.9);
            let kin = self.is(at, self.rules.kin);
            person.title = (!kin).then(|| self.scan.span_of(start..end));
            found.push(person);
            people += 1;
            name = last;
            // Of several people, each further one stands behind a comma or `et`.
            let joined = self.norm(name) == "," || self.is(name, self.rules.conjunctions);
            let plural = self.rules.is_plural_title(self.norm(at));
            // `MM. DUFAU, PALAZE`
            let courtesy = self.scan.is_abbreviated_title(at);
            let surname = |it: usize| {
                let name = self.is_name_part(it) && self.adjoins(it) && !self.is_title(it);
                name && courtesy && !self.scan.is_abbreviated_title(it)
            };
            let next = name + 1;
            let further = joined && plural && !self.is(next, self.rules.title_adjectives);
            if !(further && (self.is_person_start(next) || surname(next))) {
                break;
            }
            name += 1;
        }
        found.append(&mut places);
        if people > 0 {
            return Some(name);
        }
        (swallowed > at + 1).then_some(swallowed)
    }

    /// The person behind a nationality: `le Camerounais Eto’o`.
    pub(super) fn compatriot(&self, at: usize) -> Option<Found> {
        let led = at > self.first
            && (self.scan.is(at - 1, self.rules.portfolio_articles)
                || self.scan.is(at - 1, self.rules.indefinite_articles));
        let name = at + 1;
        if !led
            || self.rules.demonym_capitals
            || !self.is(at, self.rules.demonyms)
            || !self.scan.is_capitalised(at)
            || self.shouted
            || !self.is_person_start(name)
            || self.is_acronym(name)
        {
            return None;
        }
        let end = self.person_end(name);
        let club = self.rules.clubs.holds(self.scan.text_of(name..end));
        (!club).then(|| self.person(name, end, 0.9))
    }

    /// Whether the capitals from `at` on only lead to a title: `Foreign Minister`.
    pub(super) fn leads_to_title(&self, at: usize) -> bool {
        let leads = |index: &usize| {
            self.is(*index, self.rules.portfolios)
                || self.is(*index, self.rules.title_adjectives)
                || self.is(*index, self.rules.demonyms)
                || self.is(*index, self.rules.conjunctions)
        };
        if !self.rules.portfolios_first {
            return false;
        }
        let lead = (at..self.end).take(6).take_while(leads).count();
        lead > 0 && self.is_title(at + lead)
    }

    /// The end of the portfolio behind an office: `de la Défense`, `, du Commerce`,
    /// `ainsi que celui de l’Énergie et des Mines`, `de la Russie`.
    pub(super) fn portfolio(
        &self,
        at: usize,
        office: bool,
        places: &mut Vec<Found>,
    ) -> Option<usize> {
        let mut next = at;
        while self.norm(next) == "," || self.is(next, self.rules.portfolio_joiners) {
            next += 1;
        }
        let listed = next > at;
        if !self.is(next, self.rules.portfolio_prepositions) {
            return None;
        }
        next += 1;
        while self.is(next, self.rules.portfolio_articles) {
            next += 1;
        }
        if next >= self.end || !self.scan.is_word(next) {
            return None;
        }
        if !listed
            && self.is_capitalised(next)
            && (self.rules.portfolio_places || self.known_organisation(next).is_none())
            && let Some(place) = self.place(next)
        {
            let entity = self.placed(next, place, self.run(next));
            let entity = entity.filter(|entity| entity.label == Label::LOCATION)?;
            let end = entity.tokens.end;
            places.push(entity);
            return Some(end);
        }
        if !office || !self.is(next, self.rules.portfolios) {
            return None;
        }
        // `Affaires étrangères`, `défense nationale`.
        let mut end = next + 1;
        while self.adjoins(end)
            && end < self.end
            && (self.is(end, self.rules.organisation_adjectives)
                || self.is(end, self.rules.portfolios)
                || self.is(end, self.rules.title_adjectives))
            && !self.is_given(end)
        {
            end += 1;
        }
        Some(end)
    }

    /// Whether a capital behind a title, or behind another person, begins a person's name. A place
    /// does not.
    pub(super) fn is_person_start(&self, at: usize) -> bool {
        let before = self.scan.norm(at - 1).trim_end_matches('.');
        let abbreviated = self.scan.rules(at).words.title_abbreviations.holds(before);
        // `Xie` may be a numeral elsewhere.
        let called = || {
            let word = self.is_capitalised(at) && !self.scan.is_stop(at);
            abbreviated && word && !self.scan.is_upper(at) && !self.is_title(at)
        };
        // `le président et MM . Dubost`
        let title = self
            .scan
            .rules(at)
            .words
            .title_abbreviations
            .holds(self.scan.norm(at));
        // `M. LE PRÉSIDENT`
        let article = self.is(at, self.rules.portfolio_articles) && self.is_title(at + 1);
        // `M. Le Pen`, but `M. Le Maire de Paris`
        let surname = || {
            abbreviated
                && self.scan.is(at, self.rules.portfolio_articles)
                && self.is_capitalised(at)
                && !self.scan.is_upper(at)
                && self.is_capitalised(at + 1)
                && self.adjoins(at + 1)
                && !self.is(at + 2, self.rules.portfolio_prepositions)
        };
        let begins = self.is_name_part(at) && !article && !title || called() || surname();
        if !begins || !self.adjoins(at) || self.is(at, self.rules.organisation_heads) {
            return false;
        }
        // Behind `M.` even `Rhodes` is a person.
        if abbreviated {
            return true;
        }
        let run = self.run(at);
        if self.rules.noun_capitals && run == at + 1 && !self.rules.honorifics.holds(before) {
            return false;
        }
        let listed = self.known_organisation(at).is_some_and(|end| end >= run);
        let place = self
            .place(at)
            .is_some_and(|place| at + place.tokens >= run && !place.ambiguous);
        let acronym = self.is_acronym(at) && run == at + 1;
        !(listed || place || acronym)
    }

    /// The end of the person's name that begins at `at`: capitals, with particles between them.
    pub(super) fn person_end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end < self.end && end < at + 8 {
            // Where all nouns or all words have capitals, a name ends with the first capital that is
            // no given name.
            let shouted = self.shouted && self.scan.is_upper(at);
            if (self.rules.noun_capitals && end > at + 1 || shouted)
                && !self.is_given(end - 1)
                && !self.is_tying(end)
            {
                break;
            }
            if let Some(next) = self.part_after(end) {
                end = next + 1;
                continue;
            }
            if !self.adjoins(end) {
                break;
            }
            let particles = (end..self.end)
                .take(2)
                .take_while(|index| self.is(*index, self.rules.particles) && self.adjoins(*index));
            let next = end + particles.count();
            // `von der Leyen`, but `Lee der Begründer`
            let article = self.rules.noun_capitals && self.is(end, self.rules.portfolio_articles);
            if next == end
                || article
                || !self.is_name_part(next)
                || !self.adjoins(next)
                || self.longest(next, self.end).is_some()
            {
                break;
            }
            end = next + 1;
        }
        end
    }

    /// Whether a capital follows that belongs to no person's name, so that it is none:
    /// `John Street`.
    pub(super) fn is_thing(&self, end: usize) -> bool {
        let goes_on = self.is_capitalised(end) && self.adjoins(end);
        let noun = self.rules.noun_capitals && !self.is(end, self.rules.never_names);
        goes_on && !self.rules.people_before_capitals && !noun && !self.is_title(end)
    }

    /// Whether a comma and a small word follow, as behind a person who is explained: `, who`.
    pub(super) fn is_explained(&self, end: usize) -> bool {
        self.norm(end) == ","
            && self.scan.is_stop(end + 1)
            && end + 1 < self.end
            && !self.scan.is_capitalised(end + 1)
    }

    /// Whether an article or a preposition of place stands before a name. Neither stands before a
    /// person.
    pub(super) fn is_determined(&self, at: usize) -> bool {
        at > self.first
            && (self.after_place_preposition(at)
                || self.scan.is(at - 1, self.rules.portfolio_articles))
    }

    pub(super) fn person(&self, start: usize, end: usize, score: f32) -> Found {
        Found::new(start..end, Label::PERSON, EntitySource::Rule, score)
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::{ask, names};
    use crate::Language;
    use crate::entity::testing::both;

    /// Where the person's name from `at` on ends.
    fn end(language: Language, text: &str, at: usize) -> usize {
        ask(language, text, |reader| reader.person_end(at))
    }

    #[test]
    fn particles_join_the_capitals_of_a_name() {
        assert_eq!(
            end(
                Language::GERMAN,
                "Sie hat Ursula von der Leyen getroffen",
                2
            ),
            6
        );
        assert_eq!(
            end(Language::ENGLISH, "He met Ludwig van Beethoven there", 2),
            5
        );
        // One that leads to no capital is none.
        assert_eq!(end(Language::ENGLISH, "He met Ludwig van there", 2), 3);
        // Nor is one before a place.
        assert_eq!(end(Language::SPANISH, "Vio a Juan de Madrid", 2), 3);
    }

    #[test]
    fn a_german_name_ends_with_its_first_surname() {
        assert_eq!(
            end(Language::GERMAN, "weil Olaf Scholz Steuern senkt", 1),
            3
        );
        assert_eq!(
            end(Language::GERMAN, "weil Anna Maria Schmidt Steuern senkt", 1),
            4
        );
    }

    #[test]
    fn a_name_is_no_longer_than_eight_tokens() {
        let text = format!("Here is {}", "Ada ".repeat(60));
        let length = end(Language::ENGLISH, &text, 2) - 2;
        assert!((8..=9).contains(&length), "{length}");
    }

    #[test]
    fn a_title_stays_outside() {
        for text in both("The minister’s aide met President Ada Lovelace") {
            assert_eq!(
                names(Language::ENGLISH, &text),
                ["PER Ada Lovelace"],
                "{text}"
            );
        }
        assert_eq!(
            names(Language::SPANISH, "El ministro Pedro Nunes habló"),
            ["PER Pedro Nunes"]
        );
    }

    #[test]
    fn a_portfolio_is_no_name_and_a_place_in_it_is_one() {
        let text = "Foreign Minister Ada Lovelace came";
        assert_eq!(names(Language::ENGLISH, text), ["PER Ada Lovelace"]);
        let text = "El ministro de Defensa de Francia, Pedro Nunes, habló";
        assert_eq!(
            names(Language::SPANISH, text),
            ["LOC Francia", "PER Pedro Nunes"]
        );
    }

    #[test]
    fn a_plural_title_has_several_people() {
        let text = "Foreign ministers Sergei Lavrov and Hakan Fidan agreed";
        let people = ["PER Sergei Lavrov", "PER Hakan Fidan"];
        assert_eq!(names(Language::ENGLISH, text), people);
    }

    #[test]
    fn what_goes_on_with_another_capital_is_a_thing() {
        let text = "He spoke on John Street";
        assert_eq!(names(Language::ENGLISH, text), ["LOC John Street"]);
        let things = |text: &str| ask(Language::ENGLISH, text, |it| it.is_thing(3));
        assert!(things("on the John Street"));
        assert!(!things("on the John street"));
        assert!(!things("on the John"));
    }

    #[test]
    fn an_apposition_explains_who_somebody_is() {
        let explained = |text: &str| ask(Language::ENGLISH, text, |it| it.is_explained(2));
        assert!(explained("Zabbo Zubbu, who came, left"));
        assert!(!explained("Zabbo Zubbu, The man"));
        assert!(!explained("Zabbo Zubbu,"));
        assert!(!explained("Zabbo Zubbu who came"));
    }
}
