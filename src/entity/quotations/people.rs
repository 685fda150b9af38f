//! Finds whom a pronoun or a description means.

use std::ops::Range;

use hashbrown::HashMap;

use super::phrases::{Gender, Reader, Speaker, Subject};
use crate::document::{Entity, Label};

/// How many tokens, and how many sentences, before a pronoun the name may stand that it means.
const REACH: usize = 150;
const SENTENCES: usize = 5;

/// How many names before a description are compared with it.
const NAMES: usize = 40;

/// What a document tells about its people.
#[derive(Debug, Default)]
pub(super) struct People<'a> {
    genders: HashMap<&'a str, Gender>,
}

impl<'a> People<'a> {
    /// Reads the genders of all people, from the words before and behind their names.
    pub(super) fn read(reader: Reader<'a>) -> Self {
        let mut genders = HashMap::new();
        for person in reader
            .document
            .entities()
            .filter(|it| it.label() == Label::PERSON)
        {
            if let (Some(id), Some(gender)) = (person.id(), reader.gender_of(person)) {
                genders.entry(id).or_insert(gender);
            }
        }
        Self { genders }
    }

    /// The gender of somebody who speaks.
    fn gender(&self, reader: Reader<'a>, speaker: &Speaker) -> Option<Gender> {
        let entity = speaker
            .entity
            .and_then(|index| reader.document.entity(index));
        match entity {
            Some(entity) => self.genders.get(entity.id()?).copied(),
            None => reader.gender_before(speaker.tokens.start),
        }
    }

    /// Whether a description can mean somebody by its gender.
    pub(super) fn agree(&self, reader: Reader<'a>, one: &Speaker, other: &Speaker) -> bool {
        let (one, other) = (self.gender(reader, one), self.gender(reader, other));
        one.is_none() || other.is_none() || one == other
    }

    /// Whom a pronoun at `at` means: the nearest subject before it that fits, or `last`, who spoke
    /// up to the token `spoken`.
    pub(super) fn meant(
        &self,
        reader: Reader<'a>,
        gender: Gender,
        at: usize,
        last: Option<(&Speaker, usize)>,
    ) -> Option<Speaker> {
        // A body is seldom meant by a pronoun that speaks.
        let is_person = |index| {
            let name = reader.document.entity(index);
            name.is_some_and(|it| it.label() == Label::PERSON)
        };
        let fits = |speaker: &Speaker| {
            let one = || gender != Gender::Several && speaker.entity.is_some_and(is_person);
            let own = self.gender(reader, speaker);
            own.map_or_else(one, |own| own == gender)
        };
        let last = last.filter(|(speaker, _)| fits(speaker));
        let mut sentence = reader.token(at.checked_sub(1)?)?.sentence();
        let mut end = at;
        for _ in 0..SENTENCES {
            let Some(current) = sentence else { break };
            let range = current.token_range();
            if let Some((speaker, spoken)) = last
                && spoken > range.start
            {
                let behind = spoken.min(end)..end;
                // `a dit le colonel Biya, le commandant de la base`
                let subject = match reader.is_comma(spoken) {
                    true => reader.voice(behind).and_then(Subject::named),
                    false => reader.named(behind, fits),
                };
                return subject.filter(fits).or_else(|| Some(speaker.clone()));
            }
            if range.start + REACH < at {
                break;
            }
            if let Some(speaker) = reader.named(range.start..end, fits) {
                return Some(speaker);
            }
            end = range.start;
            sentence = current.previous();
        }
        let last = last.map(|(speaker, _)| speaker.clone());
        last.or_else(|| {
            let people = reader.people_before(at).map(|person| reader.person(person));
            people.take(NAMES).find(fits)
        })
    }
}

impl<'a> Reader<'a> {
    /// The name or description that is the subject of a clause and `fits`. Whoever is said to speak in it
    /// comes first: `rejoint par John Kerry, qui a déclaré`.
    fn named(self, range: Range<usize>, fits: impl Fn(&Speaker) -> bool) -> Option<Speaker> {
        let voice = self.voice(range.clone()).and_then(Subject::named);
        let told = voice.is_some();
        voice.filter(&fits).or_else(|| {
            let head = self.head(range).and_then(Subject::named);
            // `Une organisation devrait agir, dit Biya`
            head.filter(|it| fits(it) && (it.entity.is_some() || !told))
        })
    }

    /// The gender that a word tells, or that it means several: an article, a title.
    fn gender_at(self, at: usize) -> Option<Gender> {
        if self.is(at, self.rules.feminine) {
            Some(Gender::Woman)
        } else if self.is(at, self.rules.several) {
            Some(Gender::Several)
        } else {
            self.is(at, self.rules.masculine).then_some(Gender::Man)
        }
    }

    /// The gender that the word before a token tells.
    fn gender_before(self, at: usize) -> Option<Gender> {
        self.gender_at(at.checked_sub(1)?)
            .or_else(|| self.gender_at(at))
    }

    /// The gender that the words around a name tell: `Mme X`, `la ministre X`, `X, une biologiste`.
    fn gender_of(self, person: Entity<'_>) -> Option<Gender> {
        let first = self.first(person);
        let range = person.token_range();
        let title = (first..range.start).find_map(|at| self.gender_at(at));
        let behind = || {
            let apposed = self.text(range.end) == ",";
            // `X, une biologiste`, `X, la ministre`, and not `selon X, la guerre`
            let at = range.end + 1;
            let noun = |at| !self.is_stop(at) && self.is_person_noun(at);
            let sure = !self.is(at, self.rules.articles) || noun(at + 1);
            (apposed && sure).then(|| self.gender_at(at)).flatten()
        };
        // `le professeur Anna Biya`: titles may be masculine for women.
        let sure = |gender: &Gender| *gender == Gender::Woman || first == range.start;
        let article = || self.gender_before(first).filter(sure);
        let gender = title.or_else(behind).or_else(article);
        gender.filter(|it| *it != Gender::Several)
    }

    /// The person with the title that a description repeats: after `le professeur Machoko`, `le
    /// professeur` is Machoko.
    pub(super) fn described(self, speaker: &Speaker) -> Option<Speaker> {
        let head = speaker.tokens.start;
        let definite = self.is(head.checked_sub(1)?, self.rules.articles);
        if speaker.entity.is_some() || speaker.tokens.len() != 1 || !definite {
            return None;
        }
        let titled = |person: &Entity<'_>| {
            let first = self.first(*person);
            let title = first..person.token_range().start;
            let mut words = title.chain(Some(person.token_range().end + 1));
            words.any(|at| self.norm(at) == self.norm(head))
        };
        let person = self.people_before(head).take(NAMES).find(titled)?;
        Some(self.person(person))
    }

    /// The people that are named before a token, the nearest first.
    fn people_before(self, at: usize) -> impl Iterator<Item = Entity<'a>> {
        let entities = &self.document.layers().entities;
        let before = entities.partition_point(|row| row.range().start < at);
        let near = (0..before).rev().take(2 * NAMES);
        near.filter_map(move |index| self.document.entity(index))
            .filter(|it| it.label() == Label::PERSON)
    }

    /// Whether a description may mean whoever spoke before: `le chercheur`, not `le ministre`, who
    /// would be named.
    pub(super) fn is_vague(self, speaker: &Speaker) -> bool {
        let start = speaker.tokens.start;
        // One person: `le`, `la`, `l’`.
        let definite = start.checked_sub(1).is_some_and(|before| {
            let gender = self.gender_at(before);
            let one =
                gender.is_some_and(|it| it != Gender::Several) || self.norm(before).ends_with('\'');
            one && self.is(before, self.rules.articles)
        });
        let vague = self.is(start, self.rules.people) && !self.is_stop(start);
        speaker.entity.is_none() && speaker.tokens.len() == 1 && definite && vague
    }
}
