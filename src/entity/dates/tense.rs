//! Whether a date lies behind or ahead, as the words around it tell.

use std::ops::Range;

use super::DateReader;
use crate::document::TokenKind;
use crate::lang::Sign;
use crate::lang::list::List;

/// On which side of the day of writing a date lies.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Tense {
    Past,
    Future,
    /// Either of them: `devait avoir lieu en mars`.
    Either,
}

/// How far from a date its verb may stand. A token counts one, and a mark that parts clauses more.
const FARTHEST: usize = 20;
const COMMA: usize = 3;
const STRONGER: usize = 12;
/// A verb behind the date counts as farther: most dates follow theirs.
const BEHIND: usize = 4;

/// So many words may stand between a preposition and the date, as in `d'ici à la fin mars`.
const BETWEEN: usize = 3;
/// The verb of a clause stands so near behind the word that begins it.
const CLAUSE: usize = 8;
/// An infinitive stands so near behind its verb, and a participle behind its auxiliary.
const TIED: usize = 3;

impl DateReader<'_> {
    /// What the words around a date tell. The nearest verb decides.
    pub(super) fn tense(&self, date: Range<usize>) -> Option<Tense> {
        let rules = self.rules.tense?;
        let nearest = self.nearest_sign(date.clone());
        if self.is_behind(date.start, rules.toward) {
            // `étaient prévues pour le 3 mars`
            return nearest
                .filter(|tense| *tense == Tense::Either)
                .or(Some(Tense::Future));
        }
        if self.is_behind(date.start, rules.until) {
            return nearest
                .filter(|tense| *tense == Tense::Future)
                .or(Some(Tense::Either));
        }
        nearest
    }

    /// What the words around a day or a month without a year tell. Elections and matches are planned
    /// long before: `a été exclu de l'élection du 24 décembre`.
    pub(super) fn tense_of_day(&self, date: Range<usize>) -> Option<Tense> {
        let tense = self.tense(date.clone());
        let planned = tense != Some(Tense::Future) && self.is_of_occasion(date.start);
        if planned { Some(Tense::Either) } else { tense }
    }

    /// Whether `of` stands before a date, and a noun for something planned before that, perhaps with
    /// an adjective between.
    pub(super) fn is_of_occasion(&self, at: usize) -> bool {
        let Some(rules) = self.rules.tense else {
            return false;
        };
        let of = at > self.first && self.is_of(at - 1);
        of && (at.saturating_sub(3).max(self.first)..at - 1).any(|at| self.is(at, rules.occasions))
    }

    /// Whether a preposition of a list leads to the date at `at`.
    fn is_behind(&self, at: usize, list: List) -> bool {
        // `avant la fin du mois de`
        let part = |at: &usize| self.part_of(*at).is_some() || self.period(*at).is_some();
        let from = self.first.max(at.saturating_sub(2 * BETWEEN));
        let before = (from..at).rev();
        let linked = before
            .take_while(|at| self.scan.is_stop(*at) || list.holds(self.norm(*at)) || part(at));
        let mut left = BETWEEN;
        let mut near = linked.take_while(|at| {
            left = if part(at) {
                BETWEEN
            } else {
                left.saturating_sub(1)
            };
            left > 0 || list.holds(self.norm(*at))
        });
        near.any(|at| list.holds(self.norm(at)))
    }

    fn nearest_sign(&self, date: Range<usize>) -> Option<Tense> {
        let before = self.first_sign((self.first..date.start).rev(), FARTHEST);
        let left = before.map_or(FARTHEST, |(distance, _)| distance);
        let behind = self.first_sign(date.end..self.end, left.saturating_sub(BEHIND));
        behind.or(before).map(|(_, tense)| tense)
    }

    /// The first word of some that tells a tense, nearer than `limit`, and its distance.
    fn first_sign(
        &self,
        tokens: impl Iterator<Item = usize>,
        limit: usize,
    ) -> Option<(usize, Tense)> {
        let mut distance = 0;
        // The verb of another clause, which a `qui` behind the date begins.
        let mut other: Option<usize> = None;
        let mut before = 0;
        for at in tokens {
            distance += match self.scan.kind(at) {
                TokenKind::Punctuation if self.norm(at) == "," => COMMA,
                TokenKind::Punctuation => STRONGER,
                _ => 1,
            };
            if distance >= limit {
                break;
            }
            let ahead = at > before && before > 0;
            before = at;
            if ahead && self.is(at, self.rules.tense?.clause_words) {
                other = Some(at + CLAUSE);
            }
            if let Some(tense) = self.sign_at(at) {
                match other {
                    Some(end) if at <= end => other = Some(at + TIED),
                    _ => return Some((distance, tense)),
                }
            }
        }
        None
    }

    fn sign_at(&self, at: usize) -> Option<Tense> {
        match self.sign(at)? {
            Sign::Past => Some(Tense::Past),
            // `étaient prévues`
            Sign::Future if self.is_behind_imperfect(at) => Some(Tense::Either),
            Sign::Future => Some(Tense::Future),
            Sign::Scheduled if self.follows(at, self.rules.articles) => None,
            Sign::Scheduled => Some(Tense::Either),
            Sign::BeforeInfinitive => self.leads_to_infinitive(at).then_some(Tense::Future),
            Sign::Planned => self.leads_to_infinitive(at).then_some(Tense::Either),
            // `l'accusé`
            Sign::Participle if self.follows(at, self.rules.articles) => None,
            Sign::Participle => {
                let mut before = self.first.max(at.saturating_sub(TIED))..at;
                let tense = before.find_map(|at| match self.sign(at)? {
                    Sign::Future | Sign::BeforeInfinitive => Some(Tense::Future),
                    Sign::Planned | Sign::Scheduled => Some(Tense::Either),
                    Sign::Past | Sign::Participle => None,
                });
                Some(tense.unwrap_or(Tense::Past))
            }
        }
    }

    /// Whether an auxiliary in the imperfect stands before a participle.
    fn is_behind_imperfect(&self, at: usize) -> bool {
        let endings = self.rules.tense.map_or(&[][..], |rules| rules.past_endings);
        let imperfect = |at: usize| {
            self.sign(at) == Some(Sign::Past)
                && endings.iter().any(|it| self.norm(at).ends_with(it))
        };
        (self.first.max(at.saturating_sub(TIED))..at).any(imperfect)
    }

    fn leads_to_infinitive(&self, at: usize) -> bool {
        let infinitive = |at| {
            let rules = self.rules.tense;
            let ends = rules.is_some_and(|rules| rules.is_infinitive(self.norm(at)));
            ends && !self.scan.is_capitalised(at)
        };
        (at + 1..self.end.min(at + 1 + TIED)).any(infinitive)
    }

    /// What a word says by itself. A capital inside a sentence is of a name.
    fn sign(&self, at: usize) -> Option<Sign> {
        let sign = self.facts.get(self.scan.type_id(at))?.sign?;
        (at == self.first || !self.scan.is_capitalised(at)).then_some(sign)
    }
}
