//! Organisations that are described and not named: `armée nigérienne`, `gouvernement du Mali`,
//! `ministère russe de la défense`. A description has a head and says to whom it belongs.

use std::ops::Range;

use super::found::Found;
use super::scan::Scan;
use crate::document::{EntitySource, Label};
use crate::lang::NameRules;
use crate::lang::list::List;

const SCORE: f32 = 0.4;

/// The most adjectives of a head, and the most words of a ministry's portfolio.
const MOST_ADJECTIVES: usize = 4;
const MOST_OF_PORTFOLIO: usize = 16;

/// Adds the described organisations where no other name stands, or only one at their first words. A
/// place that says to whom an organisation belongs becomes a part of it. `found` is in the order of
/// the text, before and after.
pub(super) fn add(scan: &Scan<'_>, found: &mut Vec<Found>) {
    let mut added: Vec<Found> = Vec::new();
    let mut next = 0;
    for sentence in scan.sentences() {
        let Some(rules) = scan.rules(sentence.start).names else {
            continue;
        };
        let mut at = sentence.start;
        while at < sentence.end {
            while found.get(next).is_some_and(|it| it.tokens.end <= at) {
                next += 1;
            }
            // A name at the head may be the beginning of the organisation.
            let begun = found.get(next).filter(|it| it.tokens.start <= at);
            let ahead = found.get(next + usize::from(begun.is_some()));
            let ahead = ahead.filter(|it| it.tokens.start < sentence.end);
            let reader = DescriptionReader {
                scan,
                rules,
                end: ahead.map_or(sentence.end, |it| it.tokens.start),
            };
            let place = ahead.filter(|it| it.label == Label::LOCATION);
            let last = reader.read(at, place.map(|it| it.tokens.clone()));
            let goes_on = |last: &usize| {
                begun.is_none_or(|it| {
                    (it.tokens.start, it.label) == (at, Label::ORGANISATION)
                        && it.tokens.end < *last
                })
            };
            let Some(last) = last.filter(goes_on) else {
                at = begun.map_or(at + 1, |it| it.tokens.end);
                continue;
            };
            let source = EntitySource::Rule;
            added.push(Found::new(at..last, Label::ORGANISATION, source, SCORE));
            at = last;
        }
    }
    let mut added = added.into_iter().peekable();
    let mut all = Vec::with_capacity(found.len() + added.len());
    for name in found.drain(..) {
        all.extend(std::iter::from_fn(|| {
            added.next_if(|it| it.tokens.start <= name.tokens.start)
        }));
        let inside = |around: &Found| name.tokens.start < around.tokens.end;
        if !all.last().is_some_and(inside) {
            all.push(name);
        }
    }
    all.extend(added);
    *found = all;
}

struct DescriptionReader<'a> {
    scan: &'a Scan<'a>,
    rules: &'a NameRules,
    /// The token at which the next name or the next sentence begins.
    end: usize,
}

impl DescriptionReader<'_> {
    /// Where the organisation ends whose head is at `at`. `place` is the next name, if it is a
    /// place.
    fn read(&self, at: usize, place: Option<Range<usize>>) -> Option<usize> {
        let state = self.is(at, self.rules.state_heads);
        if !state && !self.is(at, self.rules.qualified_heads) {
            return None;
        }
        let adjectives = (at + 1..self.end)
            .take(MOST_ADJECTIVES)
            .take_while(|index| self.is(*index, self.rules.organisation_adjectives))
            .count();
        if !state && adjectives == 0 {
            return None;
        }
        let mut end = at + 1 + adjectives;
        let ministry = self.is(at, self.rules.ministries);
        if let Some(whose) = self.demonym(end) {
            let portfolio = if ministry {
                self.portfolio(whose)
            } else {
                None
            };
            return Some(portfolio.unwrap_or(whose));
        }
        if ministry && let Some(portfolio) = self.portfolio(end) {
            end = portfolio;
            if let Some(whose) = self.demonym(end) {
                return Some(whose);
            }
        }
        let place = place?;
        let article = self.article(end).filter(|next| *next == place.start);
        article.map(|_| place.end)
    }

    fn is(&self, at: usize, list: List) -> bool {
        at < self.end && self.scan.is(at, list)
    }

    /// The end of a demonym such as `nigérienne` at `at`. `les Russes` are people and do not count.
    fn demonym(&self, at: usize) -> Option<usize> {
        let is =
            self.is(at, self.rules.demonyms) && !self.scan.text(at).contains(char::is_uppercase);
        is.then_some(at + 1)
    }

    /// The end of `de`, `du`, `de la` at `at`.
    fn article(&self, at: usize) -> Option<usize> {
        let preposition = self.is(at, self.rules.portfolio_prepositions);
        let articles = (at + 1..self.end)
            .take(2)
            .take_while(|index| self.is(*index, self.rules.portfolio_articles));
        preposition.then(|| at + 1 + articles.count())
    }

    /// The end of `de la défense`, `de l’Énergie et des Mines` at `at`.
    fn portfolio(&self, at: usize) -> Option<usize> {
        let mut end = None;
        let mut next = at;
        while next < at + MOST_OF_PORTFOLIO
            && let Some(noun) = self.article(next)
            && self.is(noun, self.rules.portfolios)
        {
            let more = (noun + 1..self.end)
                .take(MOST_ADJECTIVES)
                .take_while(|index| {
                    self.is(*index, self.rules.portfolios)
                        || self.is(*index, self.rules.organisation_adjectives)
                        || self.is(*index, self.rules.title_adjectives)
                });
            next = noun + 1 + more.count();
            end = Some(next);
            let joined = self.scan.text(next) == "," || self.is(next, self.rules.conjunctions);
            next += usize::from(joined && next < self.end);
        }
        end
    }
}
