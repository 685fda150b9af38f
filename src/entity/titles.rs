//! Titles that a comma separates from the person: `Salifou Modi, le ministre de la Défense`,
//! `le président de l’Uefa, Aleksander Ceferin`.

use std::ops::Range;

use super::facts::{Facts, Flag};
use super::found::Found;
use super::gazetteer::Gazetteer;
use super::scan::Scan;
use crate::document::{EntitySource, Label};
use crate::lang::NameRules;
use crate::lang::list::List;

/// The most words of a title.
const LONGEST: usize = 24;
/// The most parts of the field of a title, and the most words of each.
const MOST_FIELDS: usize = 4;
const LONGEST_FIELD: usize = 3;

/// Gives titles to the people that have none. `found` is in the order of the text.
pub(super) fn find(scan: &Scan<'_>, facts: &Facts, gazetteer: &Gazetteer, found: &mut [Found]) {
    let mut next = 0;
    let mut first = 0;
    for sentence in scan.sentences() {
        let Some(rules) = scan.rules(sentence.start).names else {
            continue;
        };
        let mut at = sentence.start;
        while let Some(title) = facts.first(at..sentence.end, Flag::Title) {
            at = title;
            if scan.is(at, rules.kin) {
                at += 1;
                continue;
            }
            while found.get(next).is_some_and(|it| it.tokens.end <= at) {
                first = next;
                next += 1;
            }
            let reader = TitleReader {
                scan,
                facts,
                rules,
                found: found.get(next..).unwrap_or_default(),
                first: sentence.start,
                end: sentence.end,
            };
            let noun = at;
            let title = reader.title_of(noun);
            at = title.end;
            let comma = |at: usize| at < sentence.end && scan.text(at) == ",";
            let closed = |end: usize| end == sentence.end || !scan.is_word(end);
            // `Paul Brown, a professor of law, …`
            let indefinite =
                |it: usize| closed(title.end) && scan.is(it, rules.indefinite_articles);
            // The article of an apposition stands between the comma and the title.
            let article = title.start.checked_sub(1);
            let article =
                article.filter(|it| scan.is(*it, rules.portfolio_articles) || indefinite(*it));
            let before = article.unwrap_or(title.start).checked_sub(1);
            // `pour les experts, Salifou Modi …`
            let other = rules.is_plural_title(scan.norm(noun)) || reader.is_of_another(title.start);
            let ahead = (comma(title.end) && !other).then_some(title.end + 1);
            let start = title.start;
            let span = scan.span_of(title);
            // `M. Mustapha Aghamir, wali de Ouargla`
            let polite = |it: &Found| {
                let before = it.tokens.start.checked_sub(1);
                let listed = |at: usize| {
                    rules.courtesies.holds(scan.norm(at).trim_end_matches('.'))
                        && it.title == Some(scan.span_of(at..at + 1))
                };
                before.is_some_and(listed)
            };
            let give = |person: Option<&mut Found>| {
                let person = person
                    .filter(|it| it.label == Label::PERSON && (it.title.is_none() || polite(it)));
                person.map(|person| person.title = Some(span)).is_some()
            };
            let behind = before.filter(|it| *it > sentence.start && comma(*it));
            // `Interrogé sur Zabbo, le Premier ministre a dit`: somebody else.
            let another = article.is_some() && at < sentence.end && scan.is(at, rules.auxiliaries);
            // `Aminata Tall, Cheikh Tidiane Gadio`
            let named = found.get(next).is_some_and(|it| it.tokens.start == noun);
            let ends = |it: &&mut Found| {
                Some(it.tokens.end) == behind
                    && !named
                    && !(another && it.tokens.start > sentence.start)
            };
            // `le Premier ministre, M. Ahmed Ouyahia`, `le secrétaire général de l’ONU Antonio Guterres`
            let of_body = found.iter().skip(next).take_while(|it| it.tokens.end <= at);
            let of_body = of_body.last().is_some_and(|it| it.tokens.end == at) && !other;
            let begins = |it: &&mut Found| {
                // `avec le ministre, M. Modi décrit …`: somebody else.
                let courtesy = polite(it) && closed(it.tokens.end);
                ahead.is_some_and(|ahead| it.tokens.start == ahead + usize::from(courtesy))
                    || of_body && it.tokens.start == at && !scan.gap(at).contains('\n')
            };
            let person = found.get_mut(next);
            let person = person.filter(|it| it.tokens.start < sentence.end);
            if let Some(person) = person
                && has_field(scan, rules, at, person)
            {
                person.title = Some(scan.span_of(start..person.tokens.start));
                continue;
            }
            let stranger = |it: &&mut Found| {
                article.is_some()
                    && ahead == Some(it.tokens.start)
                    && comma(it.tokens.end)
                    && is_stranger(scan, gazetteer, it)
            };
            let names = found.iter_mut().skip(next);
            let mut near = names.take_while(|it| it.tokens.start <= at + 1);
            if let Some(name) = near.find(stranger) {
                (name.label, name.id) = (Label::PERSON, None);
            }
            if !give(found.get_mut(first).filter(ends)) {
                let names = found.iter_mut().skip(next);
                let mut near = names.take_while(|it| it.tokens.start <= at + 2);
                give(near.find(begins));
            }
        }
    }
}

/// Whether the tagger took a name of two or three words for a place that is not known. Between commas behind a
/// title it is a person: `le commissaire de l’UA, Ramtane Lamamra, …`.
fn is_stranger(scan: &Scan<'_>, gazetteer: &Gazetteer, name: &Found) -> bool {
    let Range { start, end } = name.tokens;
    name.label == Label::LOCATION
        && name.source == EntitySource::Tagger
        && (2..=3).contains(&name.tokens.len())
        && (start..end).all(|at| scan.is_word(at) && scan.is_capitalised(at))
        && (start..end).all(|at| gazetteer.place_at(scan, at, end).is_none())
}

/// Whether a field of work stands between a title, which ends at `end`, and a person without one: `le
/// milliardaire français des télécoms Xavier Niel`.
fn has_field(scan: &Scan<'_>, rules: &NameRules, end: usize, person: &Found) -> bool {
    let mut field = end..person.tokens.start;
    person.label == Label::PERSON
        && person.title.is_none()
        && (2..=3).contains(&field.len())
        && scan.is(end, rules.portfolio_prepositions)
        && field.all(|it| scan.is_word(it) && !scan.is_capitalised(it))
}

struct TitleReader<'a> {
    scan: &'a Scan<'a>,
    facts: &'a Facts,
    rules: &'static NameRules,
    /// The names from the title on.
    found: &'a [Found],
    first: usize,
    end: usize,
}

impl TitleReader<'_> {
    /// The whole title around the noun at `at`.
    fn title_of(&self, at: usize) -> Range<usize> {
        // `vice-Premier ministre`
        let adjective =
            |it: &usize| self.scan.is(*it, self.rules.title_adjectives) && !self.scan.is_stop(*it);
        let led = (self.first..at).rev().take(2).take_while(adjective);
        let (start, end) = (at - led.count(), self.end_of(at));
        let field = self.field_behind(end).filter(|_| !self.is_bare(start));
        start..field.unwrap_or(end)
    }

    /// Whether a title has no article: `titre de joueur de la planète`, `il a été envoyé en prison`, but
    /// not `le puissant chef de la police`.
    fn is_bare(&self, start: usize) -> bool {
        let Some(before) = self.before(start) else {
            return false;
        };
        let article = |at: usize| {
            self.scan.is(at, self.rules.portfolio_articles)
                && !self.scan.is(at, self.rules.bare_prepositions)
        };
        let word = self.scan.is_word(before) && !self.scan.is_stop(before);
        word && !self.before(before).is_some_and(article)
            || self.scan.is(before, self.rules.bare_prepositions)
            || self.scan.is(before, self.rules.auxiliaries)
    }

    /// Whether a title is of somebody else than who is named: `la femme du président, Mme Nkurunziza`,
    /// `les adjoints au maire, Mme Durand`.
    fn is_of_another(&self, start: usize) -> bool {
        let tie = |at: &usize| {
            // `au` leads to no portfolio, but ties as `du` does.
            let short = self.scan.is_stop(*at) && self.scan.norm(*at).len() <= 2;
            short || self.scan.is(*at, self.rules.portfolio_prepositions)
        };
        let noun = self.before(start).filter(tie);
        noun.and_then(|tie| self.before(tie)).is_some_and(|noun| {
            self.scan.is(noun, self.rules.kin)
                || self.scan.is(noun, self.rules.title_adjectives)
                || self.facts.flags(self.scan.type_id(noun)).title
        })
    }

    /// The token before another one of the sentence.
    fn before(&self, at: usize) -> Option<usize> {
        (at > self.first).then(|| at - 1)
    }

    /// Where the title that begins at `at` ends, with adjectives, portfolio and the organisations
    /// and places that it is of: `vice-ministre russe de la Défense et chef du groupe Wagner`.
    fn end_of(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end < self.end && end < at + LONGEST {
            let Some(next) = self.part_behind(end) else {
                break;
            };
            end = next;
        }
        end
    }

    /// Where the field of a title ends that stands before a comma or ends its sentence: `cheffe du
    /// service communication et information`. It has prepositions, articles and nouns, and no verb
    /// among them that is told by its place.
    fn field_behind(&self, at: usize) -> Option<usize> {
        let mut end = at;
        for _ in 0..MOST_FIELDS {
            let tied =
                self.is(end, self.rules.portfolio_prepositions) || self.is(end, self.rules.aims);
            let and = end > at && self.is(end, self.rules.conjunctions);
            if !(tied || and) {
                break;
            }
            let noun = self.behind_articles(end + 1);
            // `…, adjoint du Bureau de la défense à des journalistes`: to whom it was said
            let mut before = self.found.iter().take_while(|it| it.tokens.start < end);
            let to = self.is(end, self.rules.place_prepositions);
            if to && self.name_at(noun).is_none() && before.any(|it| it.tokens.end == end) {
                return None;
            }
            let plain = |it: &usize| {
                self.scan.is_word(*it) && !self.scan.is_stop(*it) && !self.scan.is_capitalised(*it)
            };
            let words = (noun..self.end).take(LONGEST_FIELD).take_while(plain);
            end = match self.name_at(noun) {
                Some(name) => name.end,
                None => noun + words.count(),
            };
            if end == noun {
                return None;
            }
        }
        let closed = end == self.end || matches!(self.scan.text(end), "," | "." | ")");
        (closed && end > at).then_some(end)
    }

    fn part_behind(&self, end: usize) -> Option<usize> {
        let adjective = self.is(end, self.rules.title_adjectives)
            || self.is(end, self.rules.demonyms)
            || self.is(end, self.rules.organisation_adjectives)
            || self.is_title(end);
        if adjective && self.name_at(end).is_none() {
            return Some(end + 1);
        }
        // `Inspector-General`, where a hyphen is a token
        let glued = |at: usize| self.scan.gap(at).is_empty();
        if end + 1 < self.end
            && self.scan.norm(end) == "-"
            && glued(end)
            && glued(end + 1)
            && self.facts.flags(self.scan.type_id(end + 1)).title
        {
            return Some(end + 2);
        }
        let joined = self.is(end, self.rules.conjunctions);
        if joined || end < self.end && self.scan.text(end) == "," {
            // `, de la Coopération et des Burkinabè de l’extérieur`
            let of = |it: &usize| self.is(*it, self.rules.portfolio_prepositions);
            let noun = Some(end + 1)
                .filter(of)
                .map(|of| self.behind_articles(of + 1));
            let named = |noun: &usize| {
                self.is(*noun, self.rules.portfolios)
                    || joined && self.is(*noun, self.rules.demonyms)
            };
            if let Some(noun) = noun.filter(named) {
                return Some(noun + 1);
            }
        }
        if joined {
            // `et nouveau chef`
            let further = (end + 1..self.end).take(3);
            let further = further.take_while(|it| {
                self.is(*it, self.rules.title_adjectives)
                    || self.is(*it, self.rules.portfolio_articles)
            });
            let next = end + 1 + further.count();
            return self.is_title(next).then_some(next + 1);
        }
        if !self.is(end, self.rules.portfolio_prepositions) {
            return None;
        }
        let noun = self.behind_articles(end + 1);
        if let Some(name) = self.name_at(noun) {
            return Some(name.end);
        }
        // `ministre de la Défense`, `chef de la diplomatie`, `porte-parole du secrétaire général`
        let field = self.is(noun, self.rules.portfolios)
            || self.is(noun, self.rules.state_heads)
            || self.is_title(noun) && self.is(noun, self.rules.offices);
        field.then_some(noun + 1)
    }

    /// The token behind at most two articles.
    fn behind_articles(&self, at: usize) -> usize {
        let articles = (at..self.end).take(2);
        at + articles
            .take_while(|it| self.is(*it, self.rules.portfolio_articles))
            .count()
    }

    /// The organisation or place that begins at `at`.
    fn name_at(&self, at: usize) -> Option<Range<usize>> {
        let mut near = self.found.iter().take_while(|it| it.tokens.start <= at);
        let name = near.find(|it| it.tokens.start == at)?;
        let of = matches!(name.label, Label::ORGANISATION | Label::LOCATION);
        (of && name.tokens.end <= self.end).then(|| name.tokens.clone())
    }

    fn is(&self, at: usize, list: List) -> bool {
        at < self.end && self.scan.is(at, list)
    }

    fn is_title(&self, at: usize) -> bool {
        at < self.end
            && self.facts.flags(self.scan.type_id(at)).title
            && !self.scan.is_capitalised(at)
    }
}
