//! Quarters and halves of a year.

use super::tense::Tense;
use super::value::{implied_year, join, month_text};
use super::{DateReader, Expression};
use crate::lang::number;

/// A part of the year: its number from 1 on, its length in months, and the token behind it.
struct Part {
    number: u8,
    months: u8,
    end: usize,
}

impl DateReader<'_> {
    /// `premier trimestre [2022]`, `third quarter of 2020`, `Q3 2020`, `2020-Q3`. The value is the
    /// interval of its months.
    pub(super) fn part_of_year(&self, at: usize) -> Option<Expression> {
        let (part, year, end) = self.part_and_year(at)?;
        let last = part
            .number
            .checked_mul(part.months)
            .filter(|last| *last <= 12)?;
        let first = last + 1 - part.months;
        let implied = || {
            let tense = self.tense(at..end).unwrap_or(Tense::Either);
            implied_year(self.reference?, first, None, Some(tense))
        };
        let year = year.or_else(implied);
        let value = join(Some(month_text(year, first)), Some(month_text(year, last)));
        Some(Expression::new(at..end, value))
    }

    fn part_and_year(&self, at: usize) -> Option<(Part, Option<u16>, usize)> {
        if self.norm(at).contains(|c: char| c.is_ascii_digit())
            && let Some(found) = self.written_part(at)
        {
            return Some(found);
        }
        let part = self.named_part(at)?;
        match self.year_of_month(part.end) {
            Some((year, end)) => Some((part, year, end)),
            None => {
                let alone = self.follows(at, self.rules.articles) && !self.is_of(part.end);
                let end = part.end;
                (alone && !self.goes_on(end)).then_some((part, None, end))
            }
        }
    }

    /// `2020-Q3`, `2020 Q3`, `Q3 2020`.
    fn written_part(&self, at: usize) -> Option<(Part, Option<u16>, usize)> {
        if let Some(year) = self.year_number(at) {
            let dash = usize::from(self.norm(at + 1) == "-");
            let part = self.sign_of_part(at + 1 + dash, self.norm(at + 1 + dash))?;
            let end = part.end;
            return Some((part, Some(year), end));
        }
        let (first, rest) = self.norm(at).split_once('-').unwrap_or_default();
        if let Some(year) = first.parse().ok().filter(|_| first.len() == 4) {
            return Some((self.sign_of_part(at, rest)?, Some(year), at + 1));
        }
        let part = self.sign_of_part(at, self.norm(at))?;
        let year = self.year_number(part.end)?;
        let end = part.end + 1;
        Some((part, Some(year), end))
    }

    /// `Q3`, `T1`.
    fn sign_of_part(&self, at: usize, text: &str) -> Option<Part> {
        let (sign, digit) = text.split_at_checked(1)?;
        let months = number(self.rules.part_signs, sign)?;
        Some(Part {
            number: digit.parse().ok().filter(|number| *number > 0)?,
            months: months.try_into().ok()?,
            end: at + 1,
        })
    }

    /// `premier trimestre`, `3. Quartal`.
    fn named_part(&self, at: usize) -> Option<Part> {
        if !(at + 1..at + 4).any(|at| self.part_length(at).is_some()) {
            return None;
        }
        let (number, end) = self.ordinal(at)?;
        Some(Part {
            number: number.try_into().ok()?,
            months: self.part_length(end)?,
            end: end + 1,
        })
    }

    fn part_length(&self, at: usize) -> Option<u8> {
        let months = self.calendar(at).part_of_year;
        months.filter(|_| at < self.end)
    }
}
