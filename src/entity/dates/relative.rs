//! Expressions that are relative to a day: to the reference date, or to another day of the text.
//! The latter have no value.

use std::ops::Range;

use super::tense::Tense;
use super::value::{month_value, year_value};
use super::{DateReader, Expression};
use crate::date::Date;
use crate::document::{Modifier, TokenKind};
use crate::lang::list::List;
use crate::lang::{Mark, Side, number};

/// The days of a decade. A period of this length or longer is meant as a whole.
const DECADE: i32 = 3650;

/// A length of time.
struct Length {
    /// The number of units. `None` for `quelques` and `dizaine`.
    count: Option<i32>,
    /// The length of the unit in days.
    unit: i32,
    /// The token behind it.
    end: usize,
    /// True if it is about so long: `une dizaine de jours`.
    rough: bool,
}

impl DateReader<'_> {
    /// `mardi`, `jeudi soir`, `lundi prochain`.
    pub(super) fn weekday(&self, at: usize) -> Option<Expression> {
        let side = self.rules.direction_side;
        let first = self.direction(at).filter(|_| side.is_before());
        let weekday_at = at + usize::from(first.is_some());
        let weekday = i32::from(self.weekday_number(weekday_at)?);
        if self.rules.capitals {
            if !self.scan.is_capitalised(weekday_at) {
                return None;
            }
        } else if self.scan.is_capitalised(at) && at > self.first && self.scan.is_word(at - 1) {
            return None;
        }
        let mut end = weekday_at + 1;
        if let Some(end) = self.behind_beside(end) {
            return Some(Expression::new(at..end, None));
        }
        if let Some((end, days)) = self.behind_numbered(end, self.rules.put_off) {
            let next = self.reference.and_then(|today| {
                let back = (i32::from(today.weekday()) - weekday).rem_euclid(7);
                today.plus_days(7 - back + days)
            });
            return Some(Expression::new(at..end, next.map(|date| date.to_string())));
        }
        let may_follow = side.is_behind() && first.is_none();
        let behind = self.direction(end).filter(|_| may_follow);
        end += usize::from(behind.is_some());
        // `mardi et jeudi prochains`
        let both = || self.direction(self.weekday_behind(end)?.1 + 1);
        let direction = first.or(behind).or_else(both);
        end += usize::from(self.is_day_part(end));
        let one = !self.follows(at, self.rules.each)
            && !self.is(end, self.rules.participles)
            && !self.is_within(end);
        let value = self.reference.filter(|_| one).and_then(|today| {
            if direction.is_none()
                && let Some(days) = self.days_to_next_weekday(weekday, end)
            {
                let (weekday, at) = self.weekday_behind(end)?;
                return self.day_of(today, weekday, at..at + 1)?.plus_days(-days);
            }
            let back = (i32::from(today.weekday()) - weekday).rem_euclid(7);
            match direction {
                Some(1) => today.plus_days(7 - back),
                Some(_) if back == 0 => today.plus_days(-7),
                Some(_) => today.plus_days(-back),
                None => self.day_of(today, weekday, at..end),
            }
        });
        Some(Expression::new(at..end, value.map(|date| date.to_string())))
    }

    /// The token behind the first phrase of a table that stands at `at`, with its number.
    fn behind_numbered(&self, at: usize, phrases: &[(&[&str], i32)]) -> Option<(usize, i32)> {
        if !self.has(at, Mark::BeginsPhrase) {
            return None;
        }
        let mut phrases = phrases.iter();
        phrases.find_map(|(phrase, days)| Some((self.behind(at, phrase)?, *days)))
    }

    /// The last such weekday, or the next one where the tense tells so.
    fn day_of(&self, today: Date, weekday: i32, date: Range<usize>) -> Option<Date> {
        let back = (i32::from(today.weekday()) - weekday).rem_euclid(7);
        let ahead = self.is_ahead(date);
        today.plus_days(if ahead { (7 - back) % 7 } else { -back })
    }

    /// The weekday at the other end of a range: `nuit de mardi à mercredi`.
    fn weekday_behind(&self, end: usize) -> Option<(i32, usize)> {
        if !self.is(end, self.rules.ranges) {
            return None;
        }
        let at = end + 1 + usize::from(self.is(end + 1, self.rules.articles));
        Some((i32::from(self.weekday_number(at)?), at))
    }

    /// How many days a weekday stands before the one at the other end of a range.
    fn days_to_next_weekday(&self, weekday: i32, end: usize) -> Option<i32> {
        let (last, _) = self.weekday_behind(end)?;
        Some((last - weekday).rem_euclid(7))
    }

    /// Whether a weekday is the next one and not the last: the tense tells, and `ce` where nothing
    /// does.
    fn is_ahead(&self, date: Range<usize>) -> bool {
        let this = self.follows(date.start, self.rules.demonstratives);
        // `les victimes de l'attentat de mardi`, but `le match de mardi`, `la journée de mardi`
        if self.is_of_event(&date) {
            return false;
        }
        match self.tense(date) {
            Some(tense) => tense != Tense::Past,
            None => this,
        }
    }

    /// Whether a weekday belongs to the noun before it, which is nothing planned.
    fn is_of_event(&self, date: &Range<usize>) -> bool {
        let Some(noun) = date.start.checked_sub(2).filter(|noun| *noun >= self.first) else {
            return false;
        };
        let until = self.rules.tense.map_or(List::EMPTY, |rules| rules.until);
        self.is_of(date.start - 1)
            && self.goes_on(noun)
            && !self.is_of_occasion(date.start)
            && !self.is_day_part(noun)
            && !self.is(noun, until)
            && self.weekday_behind(date.end).is_none()
    }

    /// Whether a month or a period follows that the day is in: `lundi de mai`,
    /// `lundi de la semaine dernière`.
    fn is_within(&self, at: usize) -> bool {
        let within = |at| self.month_number(at).is_some() || self.period(at).is_some();
        self.is_of(at) && (at + 1..at + 3).any(within)
    }

    /// `il y a trois ans`, `dans deux mois`, `trois mois plus tard`.
    pub(super) fn distance(&self, at: usize) -> Option<Expression> {
        if let Some(mut from) = self.behind_any(at, self.rules.ago) {
            let start = from;
            let mut rough = false;
            while from < start + 4 {
                // `un peu plus de`
                let one = self.has(from, Mark::Number) && self.is(from + 1, self.rules.about);
                let about = one || self.is(from, self.rules.about);
                if !about && !self.is(from, self.rules.exactly) {
                    break;
                }
                rough |= about;
                from += 1;
            }
            let length = self.length(from)?;
            rough |= length.rough;
            let mut date = Expression::new(at..length.end, self.away(&length, -1));
            date.modifier = (rough && date.value.is_some()).then_some(Modifier::Approx);
            return Some(date);
        }
        if let Some(from) = self.behind_any(at, self.rules.ahead) {
            let length = self.length(from).filter(|length| length.unit > 0)?;
            let whole = !self.is_of(length.end) && !self.goes_on(length.end);
            let mut date = Expression::new(at..length.end, self.away(&length, 1));
            date.modifier = (length.rough && date.value.is_some()).then_some(Modifier::Approx);
            return whole
                .then_some(date)
                .filter(|_| self.behind_any(length.end, self.rules.later).is_none());
        }
        if let Some(from) = self.behind_any(at, self.rules.perhaps_ahead) {
            let length = self.length(from).filter(|length| length.unit > 0)?;
            let whole = !self.is_of(length.end) && !self.goes_on(length.end);
            let value = self.away(&length, 1).filter(|_| whole)?;
            let ahead = self.tense(at..length.end) != Some(Tense::Past);
            return ahead.then(|| Expression::new(at..length.end, Some(value)));
        }
        let counts = self.scan.kind(at) == TokenKind::Number
            || self.is(at, self.rules.indefinite)
            || self.is(at, self.rules.ones)
            || self.has(at, Mark::Number);
        let length = counts.then(|| self.length(at)).flatten()?;
        if let Some(end) = self.behind_any(length.end, self.rules.since) {
            return Some(Expression::new(at..end, self.away(&length, -1)));
        }
        if length.unit == 0 {
            return None;
        }
        let alone = self.is(length.end, self.rules.later_alone) && self.stops(length.end + 1);
        let end = if alone {
            length.end + 1
        } else {
            self.behind_any(length.end, self.rules.later)?
        };
        Some(Expression::new(at..end, None))
    }

    /// `trois ans`, `quelques jours`, `une dizaine d'années`.
    fn length(&self, at: usize) -> Option<Length> {
        let (mut count, mut unit_at) = (None, at + 1);
        if self.is(at, self.rules.ones) {
            count = Some(1);
        } else if !self.is(at, self.rules.indefinite) {
            let (number, end) = self.count(at)?;
            (count, unit_at) = (i32::try_from(number).ok().filter(|n| *n < 10_000), end);
        }
        let rough = self.has(unit_at, Mark::Rough);
        if (rough || self.has(unit_at, Mark::Multiple)) && self.is_of(unit_at + 1) {
            let about = number(self.rules.approximate_numbers, self.norm(unit_at));
            count = about.and_then(|about| count?.checked_mul(about));
            unit_at += 2;
        }
        let (unit, mut end) = (self.period(unit_at)?, unit_at + 1);
        if let Some(behind) = self.behind_any(end, self.rules.half) {
            (count, end) = (None, behind);
        }
        Some(Length {
            count,
            unit,
            end,
            rough,
        })
    }

    /// The value of the day, month or year at some distance from the reference date.
    fn away(&self, length: &Length, sign: i32) -> Option<String> {
        let (today, count) = (self.reference?, sign * length.count?);
        match length.unit {
            365 => year_value(i32::from(today.year()) + count),
            30 => month_value(today, count),
            unit @ (1 | 7) => Some(today.plus_days(count * unit)?.to_string()),
            // Hours ago were today, and 48 hours ago two days.
            0 if count.abs() < 24 => Some(today.to_string()),
            0 if count % 24 == 0 => Some(today.plus_days(count / 24)?.to_string()),
            _ => None,
        }
    }

    /// `aujourd’hui`, `hier soir`, `ce matin`, `la veille`.
    pub(super) fn near_day(&self, at: usize) -> Option<Expression> {
        let today = |days| Some(self.reference?.plus_days(days)?.to_string());
        if self.has(at, Mark::BeginsFixed)
            && let Some((end, distance)) = self.behind_numbered(at, self.rules.day_phrases)
        {
            return Some(Expression::new(at..end, today(distance)));
        }
        // Spanish `la mañana` is a part of a day.
        let noun = self.follows(at, self.rules.articles);
        if let Some(distance) = self.calendar(at).day.filter(|_| !noun).map(i32::from) {
            let end = at + 1 + usize::from(self.is_day_part(at + 1));
            return Some(Expression::new(at..end, today(distance)));
        }
        if self.is(at, self.rules.demonstratives) && self.is(at + 1, self.rules.parts_of_today) {
            let there = self.is_there(at + 2);
            let value = if there { None } else { today(0) };
            return Some(Expression::new(at..at + 2 + usize::from(there), value));
        }
        // `la veille de` and `au lendemain de` have no value: what follows says when.
        let other = self.is(at, self.rules.other_days)
            && self.follows(at, self.rules.articles)
            && !self.is_of(at + 1)
            && !self.is(at + 1, self.rules.not_days)
            && !(at > self.first + 1 && self.is(at - 2, self.rules.not_days));
        let end = at + 1 + usize::from(self.is_day_part(at + 1));
        other.then(|| Expression::new(at..end, None))
    }

    /// `ces derniers jours`, `deux dernières années`, `prochaines 48 heures`.
    pub(super) fn stretch(&self, at: usize) -> Option<Expression> {
        let this = self.is(at, self.rules.demonstratives);
        let mut next = at + usize::from(this);
        let mut counted = false;
        let mut count = |next: usize| {
            let found = self.count(next);
            counted |= found.is_some();
            found.map_or(next, |(_, behind)| behind)
        };
        if self.direction(next).is_none()
            && !self.has(next, Mark::Number)
            && self.scan.digits(next).is_none()
        {
            return None;
        }
        next = count(next);
        let several = self.is(next, self.rules.several);
        self.direction(next)?;
        next = count(next + 1);
        let unit = self.period(next)?;
        let end = next + 1;
        let told = if this {
            true
        } else {
            // `les derniers jours du règne`
            self.follows(at, self.rules.articles)
                && (several && (unit > 0 || counted) || unit >= DECADE)
                && !self.is_of(end)
        };
        told.then(|| Expression::new(at..end, None))
    }

    /// `semaine dernière`, `an prochain`, `cette année`, `même jour`, `mois suivant`.
    pub(super) fn near_period(&self, at: usize) -> Option<Expression> {
        let side = self.rules.direction_side;
        if side.is_before()
            && let Some(step) = self.direction(at)
        {
            // `last week`, but not `the last week`; `la próxima semana`
            let days = self.period(at + 1).filter(|days| *days > 1)?;
            let told = !self.is_of(at + 2)
                && (side == Side::Either || !self.follows(at, self.rules.articles))
                && !self.is(at + 1, self.rules.several);
            return told.then(|| Expression::new(at..at + 2, self.period_value(days, step)));
        }
        let this = self.is(at, self.rules.demonstratives);
        let same = !this && self.is(at, self.rules.same) && self.follows(at, self.rules.articles);
        let unit_at = at + usize::from(this || same);
        let days = self.period(unit_at).filter(|days| *days > 0)?;
        let end = unit_at + 1;
        // A period that is relative to another day of the text.
        let other = if same {
            Some(end)
        } else if this {
            self.is_there(end).then_some(end + 1)
        } else {
            self.behind_beside(end)
        };
        if let Some(end) = other.filter(|_| !self.is_length(at)) {
            return Some(Expression::new(at..end, None));
        }
        if days == 1 {
            return None;
        }
        if this {
            // `ce mois de juin`, `cette année 2023`, `ces années`
            let several = self.is(at, self.rules.several);
            if several || self.is_of(end) || self.year_number(end).is_some() {
                return None;
            }
            let end = end + usize::from(self.is(end, self.rules.here));
            return Some(Expression::new(at..end, self.period_value(days, 0)));
        }
        if self.is_length(at) {
            return None;
        }
        if let Some(end) = self.behind_any(end, self.rules.current) {
            return Some(Expression::new(at..end, self.period_value(days, 0)));
        }
        let step = self.direction(end)?;
        let one = !self.is(end, self.rules.several);
        let value = one.then(|| self.period_value(days, step)).flatten();
        Some(Expression::new(at..end + 1, value))
    }

    pub(super) fn is_there(&self, at: usize) -> bool {
        self.is(at, self.rules.there)
    }

    /// The token behind a phrase that puts a period beside another one: `suivante`, `d'après`.
    fn behind_beside(&self, at: usize) -> Option<usize> {
        let end = self.behind_any(at, self.rules.beside)?;
        let object = self.is(at, self.rules.participles)
            && (self.is(end, self.rules.articles) || self.is(end, self.rules.demonstratives));
        (!object).then_some(end)
    }

    /// Whether a number before a period makes a length of it: `deux ans`.
    fn is_length(&self, at: usize) -> bool {
        let before = self.before(at);
        at > self.first
            && (before.bytes().all(|byte| byte.is_ascii_digit())
                || self.has(at - 1, Mark::Number)
                    && number(self.rules.numbers, before).is_some_and(|count| count > 1))
    }

    /// The value of the period of the reference date, or of the one `step` periods later.
    fn period_value(&self, days: i32, step: i32) -> Option<String> {
        let today = self.reference?;
        let year = i32::from(today.year());
        match days {
            36_500 => {
                let century = (year - 1).div_euclid(100) + step;
                (0..=99).contains(&century).then(|| format!("{century:02}"))
            }
            365 => year_value(year + step),
            30 => month_value(today, step),
            7 => {
                let monday = today.plus_days(7 * step - i32::from(today.weekday()))?;
                Some(format!("{monday}/{}", monday.plus_days(6)?))
            }
            _ => None,
        }
    }

    /// `fin du mois`, `début du XXe siècle`, `milieu de l'année 2023`, `fin de la semaine
    /// prochaine`.
    pub(super) fn part_of_period(&self, at: usize) -> Option<Expression> {
        let part = self.part_of(at)?;
        let mut next = at + 1;
        while next < at + 6 && next < self.end {
            // `early 20th century`, `fin XIXe siècle`
            let inner = if next > at + 1 {
                self.whole_period(next)
            } else {
                self.century(next)
            };
            if let Some(inner) = inner {
                return Some(Expression {
                    tokens: at..inner.tokens.end,
                    value: inner.value,
                    modifier: inner.modifier.is_none().then_some(part),
                });
            }
            if !self.is(next, self.rules.links) {
                break;
            }
            next += 1;
        }
        let unit_at = if self.period(next).is_some() {
            next
        } else {
            next - 1
        };
        let days = self.period(unit_at).filter(|days| *days > 2)?;
        // `fin du mois`, `fin d'année`, `en fin de semaine`
        let said = unit_at > at + 1
            && (self.follows(unit_at, self.rules.articles)
                || unit_at == at + 2
                    && (days == 365 || self.follows(at, self.rules.year_prepositions)));
        let end = unit_at + 1;
        if !said || self.goes_on(end) || self.is_of(end) {
            return None;
        }
        // For longer periods the text does not say which one.
        let value = (days < DECADE)
            .then(|| self.period_value(days, 0))
            .flatten();
        Some(Expression {
            tokens: at..end,
            value,
            modifier: Some(part),
        })
    }

    /// A month, a year or a longer period, but no part of one.
    fn whole_period(&self, at: usize) -> Option<Expression> {
        self.century(at)
            .or_else(|| self.decade(at))
            .or_else(|| self.near_period(at))
            .or_else(|| self.month(at))
            .or_else(|| self.year(at))
            .filter(|date| date.modifier.is_none())
    }

    /// `jadis`, `nos jours`, `entre-deux-guerres`.
    pub(super) fn fixed(&self, at: usize) -> Option<Expression> {
        if !self.has(at, Mark::BeginsFixed) {
            return None;
        }
        let word = self.norm(at);
        let first = |phrase: &[&str]| phrase.first().copied().unwrap_or_default().cmp(word);
        let fixed = self.rules.fixed;
        let from = fixed.partition_point(|(phrase, _)| first(phrase).is_lt());
        let mut alike = fixed
            .iter()
            .skip(from)
            .take_while(|(phrase, _)| first(phrase).is_eq());
        let (end, value) = alike.find_map(|(phrase, value)| {
            let end = self.behind(at, phrase)?;
            (!self.is_of(end)).then_some((end, *value))
        })?;
        Some(Expression::new(at..end, value.map(str::to_owned)))
    }
}
