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
/// An infinitive stands so near behind its verb, and a participle behind its auxiliary.
const TIED: usize = 3;

impl DateReader<'_> {
    /// What the words around a date tell. The nearest verb decides.
    pub(super) fn tense(&self, date: Range<usize>) -> Option<Tense> {
        let rules = self.rules.tense?;
        if self.is_behind(date.start, rules.toward) {
            return Some(Tense::Future);
        }
        let nearest = self.nearest_sign(date.clone());
        if self.is_behind(date.start, rules.until) {
            return nearest
                .filter(|tense| *tense == Tense::Future)
                .or(Some(Tense::Either));
        }
        nearest
    }

    /// Whether a preposition of a list leads to the date at `at`.
    fn is_behind(&self, at: usize, list: List) -> bool {
        let from = self.first.max(at.saturating_sub(BETWEEN));
        let mut before = (from..at).rev();
        before
            .by_ref()
            .take_while(|at| self.scan.is_stop(*at) || list.holds(self.norm(*at)))
            .any(|at| list.holds(self.norm(at)))
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
        for at in tokens {
            distance += match self.scan.kind(at) {
                TokenKind::Punctuation if self.norm(at) == "," => COMMA,
                TokenKind::Punctuation => STRONGER,
                _ => 1,
            };
            if distance >= limit {
                break;
            }
            if let Some(tense) = self.sign_at(at) {
                return Some((distance, tense));
            }
        }
        None
    }

    fn sign_at(&self, at: usize) -> Option<Tense> {
        match self.sign(at)? {
            Sign::Past => Some(Tense::Past),
            Sign::Future => Some(Tense::Future),
            Sign::BeforeInfinitive => self.leads_to_infinitive(at).then_some(Tense::Future),
            Sign::Planned => self.leads_to_infinitive(at).then_some(Tense::Either),
            // `l'accusé`
            Sign::Participle if self.follows(at, self.rules.articles) => None,
            Sign::Participle => {
                let mut before = self.first.max(at.saturating_sub(TIED))..at;
                let tense = before.find_map(|at| match self.sign(at)? {
                    Sign::Future | Sign::BeforeInfinitive => Some(Tense::Future),
                    Sign::Planned => Some(Tense::Either),
                    Sign::Past | Sign::Participle => None,
                });
                Some(tense.unwrap_or(Tense::Past))
            }
        }
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
