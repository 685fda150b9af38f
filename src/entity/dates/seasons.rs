//! Seasons of the year, and of sport.

use super::tense::Tense;
use super::value::{join, year_value};
use super::{DateReader, Expression};
use crate::date::Date;
use crate::lang::{Mark, Season, units};

/// The first month of a season of sport.
const FIRST_OF_SPORT: i32 = 7;

impl DateReader<'_> {
    /// `été 2023`, `hiver 2010-2011`, `cet été`, `l'hiver dernier`, `au printemps`. The value is the
    /// year with the season, as `2023-SU`; the winter is that of the year in which it begins.
    pub(super) fn season(&self, at: usize) -> Option<Expression> {
        let this = usize::from(self.is(at, self.rules.demonstratives));
        if let Some(season) = self.season_at(at + this) {
            return if this > 0 {
                self.this_season(at, season)
            } else {
                self.other_season(at, season)
            };
        }
        self.sport_season(at, at + this)
    }

    fn season_at(&self, at: usize) -> Option<Season> {
        let may_be = self.has(at, Mark::IsDate);
        may_be.then(|| units::named(self.rules.seasons, self.norm(at)))?
    }

    fn other_season(&self, at: usize, season: Season) -> Option<Expression> {
        let of = usize::from(self.is_of(at + 1));
        if let Some(year) = self.year_number(at + 1 + of) {
            let value = season.of(i32::from(year));
            return Some(Expression::new(at..at + 2 + of, value));
        }
        if let Some(years) = (at + 1 < self.end)
            .then(|| self.numeric(at + 1))
            .flatten()
            .filter(|years| years.value.as_ref().is_some_and(|it| it.len() == 9))
        {
            let first = years.value?.get(..4)?.parse().ok()?;
            return Some(Expression::new(at..at + 2, season.of(first)));
        }
        // `été` without an article is a participle.
        if !self.follows(at, self.rules.season_articles) {
            return None;
        }
        let toward = |direction| {
            let today = self.reference?;
            season.of(if direction < 0 {
                season.last(today)
            } else {
                season.next(today)
            })
        };
        if let Some(direction) = self.direction(at + 1) {
            return Some(Expression::new(at..at + 2, toward(direction)));
        }
        // `le printemps arabe` is no season.
        let alone = self.is_after(at, self.rules.season_times)
            && !self.goes_on(at + 1)
            && !self.is_of(at + 1)
            && !self.scan.is_capitalised(at);
        let value = || match self.tense(at..at + 1)? {
            Tense::Past => self
                .reference
                .and_then(|today| season.of(season.begun(today))),
            Tense::Future => toward(1),
            Tense::Either => None,
        };
        alone.then(|| Expression::new(at..at + 1, value()))
    }

    /// `cet été`, `cet été-là`.
    fn this_season(&self, at: usize, season: Season) -> Option<Expression> {
        let told = self.year_number(at + 2).is_some() || self.direction(at + 2).is_some();
        if told || self.goes_on(at + 2) && !self.is_there(at + 2) {
            return None;
        }
        let there = self.is_there(at + 2);
        let today = self.reference.filter(|_| !there);
        let value = today.and_then(|today| season.of(season.this(today)));
        Some(Expression::new(at..at + 2 + usize::from(there), value))
    }

    /// `cette saison`, `la saison dernière`: the two years of a season of sport.
    fn sport_season(&self, at: usize, noun: usize) -> Option<Expression> {
        if !self.is(noun, self.rules.sport_seasons) {
            return None;
        }
        let this = noun > at;
        let end = noun + 1 + usize::from(!this);
        let step = if this { 0 } else { self.direction(noun + 1)? };
        if this && (self.goes_on(end) || self.is_of(end) || self.year_number(end).is_some()) {
            return None;
        }
        let value = self.reference.and_then(|today| {
            let early = i32::from(today.month()) < FIRST_OF_SPORT;
            let first = i32::from(today.year()) - i32::from(early) + step;
            join(year_value(first), year_value(first + 1))
        });
        Some(Expression::new(at..end, value))
    }
}

impl Season {
    /// The value of this season of a year.
    fn of(self, year: i32) -> Option<String> {
        Some(format!("{}-{}", year_value(year)?, self.code()))
    }

    /// The year of the last season that has ended.
    fn last(self, today: Date) -> i32 {
        (months(today) - self.month() - 3).div_euclid(12)
    }

    /// The year of the last season that has begun.
    fn begun(self, today: Date) -> i32 {
        (months(today) - self.month()).div_euclid(12)
    }

    fn next(self, today: Date) -> i32 {
        self.begun(today) + 1
    }

    /// The year of the season that is meant by `this`: of this year, or the winter that is not long
    /// over.
    fn this(self, today: Date) -> i32 {
        let winter = self == Self::Winter && today.month() < 6;
        i32::from(today.year()) - i32::from(winter)
    }
}

/// The number of a month.
fn months(today: Date) -> i32 {
    i32::from(today.year()) * 12 + i32::from(today.month())
}
