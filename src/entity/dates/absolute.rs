//! Expressions that name a day, month, year, decade or century.

use std::ops::Range;

use super::tense::Tense;
use super::value::{
    day_value, implied_year, is_written, is_year, join, month_text, roman, year_toward,
};
use super::{DateReader, Expression};
use crate::date::Date;
use crate::document::{Label, Modifier, TokenKind};
use crate::entity::found::Found;
use crate::lang::{Mark, number};

/// The most years between the ends of a range that no word calls years.
const LONGEST_SPAN: u16 = 300;
/// The most days of one month in a row.
const MOST_DAYS: usize = 5;

impl DateReader<'_> {
    /// `[mercredi] 10 avril [2024] [dernier]`, `3 au 5 décembre`, `11-Septembre`, `lundi 3`.
    pub(super) fn day_of_month(&self, at: usize) -> Option<Expression> {
        if let Some(day) = self.hyphenated_day(at) {
            return Some(day);
        }
        let (weekday, first) = self.weekday_before(at);
        let (day, day_end) = self.day(first)?;
        let (last_day, mut month_at) = match self.last_day(day_end) {
            Some((last, end)) => (Some(last), end),
            None => (None, day_end),
        };
        // `12 de marzo`, `12-Dec-2014`
        let linked = self.is(month_at, self.rules.month_links) || self.is_glued_dash(month_at);
        month_at += usize::from(linked && self.month_number(month_at + 1).is_some());
        let Some(month) = self.month_number(month_at) else {
            let weekday = self.weekday_number(at).filter(|_| first == at + 1)?;
            return self.day_of_week(at, weekday, day, day_end);
        };
        let mut end = month_at + 1;
        let dash = usize::from(self.is_glued_dash(end) && self.year_number(end + 1).is_some());
        let year = if let Some((year, behind)) = self.year_of_month(end + dash) {
            end = behind;
            year
        } else if let Some(direction) = self.direction(end) {
            end += 1;
            self.reference
                .and_then(|today| year_toward(today, month, day, direction))
        } else if self.is_each(at) {
            None
        } else {
            self.year_of_range(end, month, day)
                .or_else(|| self.year_of_day(at..end, month, day, weekday))
        };
        end += usize::from(self.is_day_part(end));
        let value = match last_day {
            Some(last) if last > day => {
                join(day_value(year, month, day), day_value(year, month, last))
            }
            _ => day_value(year, month, day),
        };
        Some(Expression::new(at..end, Some(value?)))
    }

    /// `le 9`, behind `le 7 janvier` in the same sentence.
    pub(super) fn day_alone(&self, at: usize, found: &[Found]) -> Option<Expression> {
        let day = self.day_number(at)?;
        if !self.follows(at, self.rules.articles) || !self.stops(at + 1) {
            return None;
        }
        let mut dates = found.iter().rev().filter(|it| it.label == Label::DATE);
        let (month, before) = dates.next()?.value.as_deref()?.rsplit_once('-')?;
        let before: u8 = before.parse().ok()?;
        let full = month.len() == "YYYY-MM".len() && day > before;
        let (year, month) = month.split_once('-').filter(|_| full)?;
        let value = day_value(year.parse().ok(), month.parse().ok()?, day)?;
        Some(Expression::new(at..at + 1, Some(value)))
    }

    /// `11-Septembre`, `12-Dec-2014`.
    fn hyphenated_day(&self, at: usize) -> Option<Expression> {
        let (day, month) = self.norm(at).split_once('-')?;
        let day = day.parse().ok()?;
        let (month, year) = match month.split_once('-') {
            Some((month, year)) => (month, Some(year.parse().ok().filter(is_written)?)),
            // Only the reader knows the year.
            None => (month, None),
        };
        let tables = [self.rules.months, self.rules.short_months];
        let month = tables.into_iter().find_map(|table| number(table, month))?;
        let value = day_value(year, u8::try_from(month).ok()?, day)?;
        Some(Expression::new(at..at + 1, Some(value)))
    }

    /// The last day of several in one month, and the token behind it: `au 5`, `et le 8`,
    /// `, 13 et 14`, `au vendredi 7`.
    fn last_day(&self, at: usize) -> Option<(u8, usize)> {
        let mut next = at;
        while next < at + 2 * MOST_DAYS
            && self.norm(next) == ","
            && let Some((_, end)) = self.day(next + 1)
        {
            next = end;
        }
        if !self.is(next, self.rules.ranges) {
            return None;
        }
        let article = usize::from(self.is(next + 1, self.rules.articles));
        let (_, day_at) = self.weekday_before(next + 1 + article);
        self.day(day_at)
    }

    /// Whether a hyphen joins the tokens beside it.
    fn is_glued_dash(&self, at: usize) -> bool {
        let glued = |at: usize| at < self.end && self.scan.gap(at).is_empty();
        self.norm(at) == "-" && glued(at) && glued(at + 1)
    }

    /// `[Monday,] March 12`, `March 12, 2024`, `May 5-8`.
    pub(super) fn month_and_day(&self, at: usize) -> Option<Expression> {
        if !self.rules.month_first {
            return None;
        }
        let (weekday, month_at) = self.weekday_before(at);
        let month = self.month_number(month_at)?;
        let (text, mut end) = (self.norm(month_at + 1), month_at + 2);
        let (day, mut last) = match text.split_once(['-', '–']) {
            Some((day, last)) => (day.parse().ok()?, Some(last.parse().ok()?)),
            None => {
                let mut stems = self.rules.ordinal_endings.iter();
                let stem = stems.find_map(|ending| text.strip_suffix(ending));
                (stem.unwrap_or(text).parse().ok()?, None)
            }
        };
        if last.is_none() && matches!(self.norm(end), "-" | "–") {
            last = self.day_number(end + 1);
            end += 2 * usize::from(last.is_some());
        }
        if self.is_counted(end) {
            return None;
        }
        let comma = usize::from(self.norm(end) == ",");
        let year = match self.year_number(end + comma) {
            Some(year) => {
                end += comma + 1;
                Some(year)
            }
            None => self.year_of_day(at..end, month, day, weekday),
        };
        let value = match last.filter(|last| *last > day) {
            Some(last) => join(day_value(year, month, day), day_value(year, month, last)),
            None => day_value(year, month, day),
        };
        Some(Expression::new(at..end, Some(value?)))
    }

    /// `lundi 3`: the nearest such day to the reference date.
    fn day_of_week(&self, at: usize, weekday: u8, day: u8, end: usize) -> Option<Expression> {
        let number = self.scan.kind(end - 1) == TokenKind::Number;
        let plain = !self.may_be_counted(end) && !self.is_counted(end);
        if !(number && plain) || self.scan.kind(end) == TokenKind::Number {
            return None;
        }
        let fits = |date: &Date| date.weekday() == weekday && date.day() == day;
        let date = self.reference.and_then(|today| {
            let days = (0..31).flat_map(|days| [-days, days]);
            days.filter_map(|days| today.plus_days(days)).find(fits)
        });
        Some(Expression::new(at..end, date.map(|date| date.to_string())))
    }

    /// Whether a day is meant in each year: `chaque 15 août`, `tous les 15 août`.
    fn is_each(&self, at: usize) -> bool {
        let article = usize::from(self.follows(at, self.rules.articles));
        at > self.first && self.follows(at - article, self.rules.each)
    }

    /// The year of the first end of a range, which the text says at the second end only:
    /// `du 30 avril au 2 mai 2021`.
    fn year_of_range(&self, at: usize, month: u8, day: u8) -> Option<u16> {
        if !self.is(at, self.rules.ranges) {
            return None;
        }
        let (last, month_at) = self.day(at + 1).unwrap_or((31, at + 1));
        let last_month = self.month_number(month_at)?;
        let (year, _) = self.year_of_month(month_at + 1)?;
        year?.checked_sub(u16::from((month, day) > (last_month, last)))
    }

    /// The year of a day that is written without one, as the tense tells. If a weekday is named, a
    /// year nearby in which the day falls on it.
    fn year_of_day(
        &self,
        date: Range<usize>,
        month: u8,
        day: u8,
        weekday: Option<u8>,
    ) -> Option<u16> {
        let today = self.reference?;
        let tense = self.tense_of_day(date);
        let year = implied_year(today, month, Some(day), tense);
        let Some(weekday) = weekday else {
            return year;
        };
        let fits =
            |year: &u16| Date::new(*year, month, day).is_some_and(|date| date.weekday() == weekday);
        let last = implied_year(today, month, Some(day), Some(Tense::Past))?;
        [year, Some(last), last.checked_add(1), last.checked_sub(1)]
            .into_iter()
            .flatten()
            .find(fits)
            .or(year)
    }

    /// `[fin] juillet [2023]`, `mi-mars`, `mi-2023`, `mars dernier`.
    pub(super) fn month(&self, at: usize) -> Option<Expression> {
        let word = self.norm(at);
        let mut modifier = None;
        let mut month_at = at;
        if let Some(part) = self.part_of(at) {
            modifier = Some(part);
            month_at += 1;
        }
        let month = match word.split_once('-') {
            Some((part, month)) => {
                modifier = self.period_part(part);
                if modifier.is_none() {
                    return self.months(at);
                }
                if month.len() == 4 && is_year(month) {
                    return Some(Expression {
                        tokens: at..at + 1,
                        value: Some(month.to_owned()),
                        modifier,
                    });
                }
                u8::try_from(number(self.rules.months, month)?).ok()?
            }
            None => self.month_number(month_at)?,
        };
        let mut end = month_at + 1;
        let toward = |direction| {
            self.reference
                .and_then(|today| year_toward(today, month, 1, direction))
        };
        let year = if let Some((year, behind)) = self.year_of_month(end) {
            end = behind;
            year
        } else if let Some(direction) = self.direction(end) {
            end += 1;
            toward(direction)
        } else {
            let named =
                !self.rules.capitals && self.scan.is_capitalised(month_at) && month_at > self.first;
            let introduced = self.follows(at, self.rules.prepositions);
            if modifier.is_none() && (named || !introduced) {
                return None;
            }
            let implied = || {
                implied_year(
                    self.reference?,
                    month,
                    None,
                    self.tense_of_day(at..month_at + 1),
                )
            };
            self.year_of_range(end, month, 1).or_else(implied)
        };
        Some(Expression {
            tokens: at..end,
            value: Some(month_text(year, month)),
            modifier,
        })
    }

    /// `juin-juillet`, `juin-juillet 2020`.
    fn months(&self, at: usize) -> Option<Expression> {
        let (first, last) = self.norm(at).split_once('-')?;
        let month = |name| u8::try_from(number(self.rules.months, name)?).ok();
        let (first, last) = (month(first)?, month(last)?);
        let (year, end) = match self.year_of_month(at + 1) {
            Some((year, end)) => (year, end),
            None => {
                let tense = || self.tense(at..at + 1);
                let year = self
                    .reference
                    .map(|today| implied_year(today, last, None, tense()));
                (year.flatten(), at + 1)
            }
        };
        let value = |year, month| Some(month_text(year, month));
        let before = year.map(|year| year - u16::from(first > last));
        let value = join(value(before, first), value(year, last));
        Some(Expression::new(at..end, value))
    }

    /// Which part of a month or year a token names.
    pub(super) fn part_of(&self, at: usize) -> Option<Modifier> {
        let named = self.has(at, Mark::PeriodPart);
        named.then(|| self.period_part(self.norm(at))).flatten()
    }

    fn period_part(&self, word: &str) -> Option<Modifier> {
        let parts = self.rules.period_parts;
        let index = parts.binary_search_by(|(part, _)| (*part).cmp(word)).ok()?;
        parts.get(index).map(|(_, modifier)| *modifier)
    }

    /// `XIXe siècle`, `XVII e siècle`, `vingtième siècle`, `IIIe siècle av. J.-C.`, `siglo XIX`,
    /// `mid-19th century`.
    pub(super) fn century(&self, at: usize) -> Option<Expression> {
        let (century, end) = self
            .century_before_number(at)
            .or_else(|| self.century_behind_number(at))?;
        let part = self.norm(at).split_once('-');
        let modifier = part.and_then(|(part, _)| self.period_part(part));
        let value = Some(format!("{:02}", century.checked_sub(1)?));
        let (value, end) = match self.behind_any(end, self.rules.before_christ) {
            Some(behind) => (None, behind),
            None => {
                let behind = self.behind_any(end, self.rules.after_christ);
                (value, behind.unwrap_or(end))
            }
        };
        Some(Expression {
            tokens: at..end,
            value,
            modifier,
        })
    }

    /// The number of a century that stands before its noun, and the token behind: `XIXe siècle`.
    fn century_behind_number(&self, at: usize) -> Option<(u32, usize)> {
        // An ordinal number has three tokens at most.
        if !(at + 1..at + 4).any(|at| self.is_century(at)) {
            return None;
        }
        let (century, end) = self.ordinal(at)?;
        if self.is_century(end) {
            return Some((century, end + 1));
        }
        // `XIXe et XXe siècles`
        let second = self.is(end, self.rules.ranges);
        let (_, behind) = second.then(|| self.ordinal(end + 1)).flatten()?;
        self.is_century(behind).then_some((century, end))
    }

    /// The number of a century that stands behind its noun, and the token behind: `siglo XIX`.
    fn century_before_number(&self, at: usize) -> Option<(u32, usize)> {
        if !self.rules.centuries_first {
            return None;
        }
        let number = |at: usize| {
            let roman = at < self.end && self.scan.is_capitalised(at);
            roman.then(|| self.ordinal(at)).flatten()
        };
        if self.is_century(at) {
            return number(at + 1);
        }
        // `siglos XVIII y XIX`
        let second = at >= self.first + 3
            && self.follows(at, self.rules.ranges)
            && self.is_century(at - 3)
            && number(at - 2).is_some();
        second.then(|| number(at)).flatten()
    }

    fn is_century(&self, at: usize) -> bool {
        self.is(at, self.rules.centuries)
    }

    /// The ordinal number of a century, and the token behind it.
    pub(super) fn ordinal(&self, at: usize) -> Option<(u32, usize)> {
        let word = self.norm(at);
        let word = match word.split_once('-') {
            // `mid-19th`
            Some((part, rest)) if self.period_part(part).is_some() => rest,
            _ => word,
        };
        let in_words = |word: &str| u32::try_from(number(self.rules.ordinals, word)?).ok();
        if let Some(value) = in_words(word) {
            return Some((value, at + 1));
        }
        let next = self.norm(at + 1);
        if number(self.rules.numbers, word).is_some()
            && let Some(value) = in_words(&format!("{word}-{next}"))
        {
            return Some((value, at + 2));
        }
        let read = |text: &str| {
            let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            let value = if digits {
                text.parse().ok()
            } else {
                roman(text)
            };
            value.filter(|value| (1..=21).contains(value))
        };
        let endings = self.rules.ordinal_endings;
        if endings.contains(&next) || next == "°" {
            return Some((read(word)?, at + 2));
        }
        let mut stems = endings.iter().filter_map(|end| word.strip_suffix(end));
        // The `i` of `i secoli` is no number.
        let bare =
            || read(word).filter(|_| self.scan.is_capitalised(at) || self.digits(at).is_some());
        Some((stems.find_map(read).or_else(bare)?, at + 1))
    }

    /// `années 1990`, `années 90`, `années quatre-vingt-dix`.
    pub(super) fn decade(&self, at: usize) -> Option<Expression> {
        if let Some(ending) = self.rules.decade_ending {
            // `1990s`
            let first = self.norm(at).strip_suffix(ending)?;
            let round = first.len() == 4 && first.ends_with('0') && is_year(first);
            let last = first.parse::<u16>().ok()? + 9;
            return round.then(|| Expression::new(at..at + 1, Some(format!("{first}/{last}"))));
        }
        if self.norm(at) != self.rules.decade {
            return None;
        }
        let (decade, end) = match self.digits(at + 1) {
            Some(decade) => (u64::from(decade), at + 2),
            None => self.count(at + 1)?,
        };
        let short = (20..=99).contains(&decade);
        let round = decade % 10 == 0 && !self.is_counted(end);
        if !round || !(short || (1000..=2100).contains(&decade)) {
            return None;
        }
        // `années 60 du XVIIe siècle`
        let of_century = (short && self.is_of(end))
            .then(|| self.century(end + 1))
            .flatten();
        let (first, end) = match of_century {
            Some(century) => {
                let hundreds = century.value.and_then(|value| value.parse::<u64>().ok());
                (hundreds.map(|it| it * 100 + decade), century.tokens.end)
            }
            None => (Some(if short { 1900 + decade } else { decade }), end),
        };
        let value = first.map(|first| format!("{first:04}/{:04}", first + 9));
        Some(Expression::new(at..end, value))
    }

    /// `en 2020`, `(1998)`, `l'an 800`, `en 52 av. J.-C.`, `an deux mille`.
    pub(super) fn year(&self, at: usize) -> Option<Expression> {
        match self.scan.kind(at) {
            TokenKind::Number => self.era(at).or_else(|| self.year_in_digits(at)),
            TokenKind::Word => {
                if !self.follows(at, self.rules.year_prepositions) {
                    return None;
                }
                let (year, end) = self.spelled_year(at)?;
                let noun = self.follows(at, self.rules.year_nouns);
                let alone = !self.goes_on(end) && end > at + 1;
                (noun || alone).then(|| Expression::new(at..end, Some(year.to_string())))
            }
            _ => None,
        }
    }

    /// A year with its era, or with a sign before it: `52 av. J.-C.`, `en -31`.
    fn era(&self, at: usize) -> Option<Expression> {
        let text = self.norm(at);
        if let Some(year) = text.strip_prefix(['-', '−']) {
            let short = year.len() <= 4 && year.bytes().all(|byte| byte.is_ascii_digit());
            let alone = self.stops(at + 1) || self.scan.is_stop(at + 1);
            let told = short && alone && self.follows(at, self.rules.year_prepositions);
            return told.then(|| Expression::new(at..at + 1, None));
        }
        let year = self.digits(at).filter(|year| *year <= 9999)?;
        if let Some(end) = self.behind_any(at + 1, self.rules.before_christ) {
            return Some(Expression::new(at..end, None));
        }
        let end = self.behind_any(at + 1, self.rules.after_christ)?;
        Some(Expression::new(at..end, Some(format!("{year:04}"))))
    }

    fn year_in_digits(&self, at: usize) -> Option<Expression> {
        if self.is_counted(at + 1) {
            return None;
        }
        let Some(year) = self.year_number(at) else {
            let year = self.digits(at).filter(|year| *year > 0)?;
            let told = match self.norm(at).len() {
                2 if self.is_of_war(at) => Some(1900 + year),
                1 | 2 => (self.follows(at, self.rules.year_nouns)
                    && at > self.first + 1
                    && self.is(at - 2, self.rules.articles)
                    && self.stops(at + 1))
                .then_some(year),
                // `chaque année 100 femmes`
                3 => {
                    let noun =
                        self.follows(at, self.rules.year_nouns) && !self.may_be_counted(at + 1);
                    let alone =
                        self.follows(at, self.rules.year_prepositions) && self.stops(at + 1);
                    (noun || alone).then_some(year)
                }
                _ => None,
            };
            let value = format!("{:04}", told?);
            return Some(Expression::new(at..at + 1, Some(value)));
        };
        let part = (at > self.first).then(|| self.part_of(at - 1)).flatten();
        let told = self.is_told(at, year)
            || self.follows(at, self.rules.limits) && !self.counts(at, year.is_multiple_of(50))
            || part.is_some() && year >= 1900 && !self.may_be_counted(at + 1);
        if !told {
            return None;
        }
        let start = if part.is_some() { at - 1 } else { at };
        Some(Expression {
            tokens: start..at + 1,
            value: Some(year.to_string()),
            modifier: part,
        })
    }

    /// Whether the words around four digits say that they are a year.
    fn is_told(&self, at: usize, year: u16) -> bool {
        let counts = self.counts(at, true);
        let round = year.is_multiple_of(50);
        let rules = self.rules;
        if self.follows(at, rules.year_prepositions) {
            return !(round && counts) || self.follows(at, rules.year_nouns);
        }
        if counts {
            return false;
        }
        let (before, next) = (self.before(at), self.norm(at + 1));
        let dash = |mark: &str| matches!(mark, "-" | "–");
        let modern = (1500..=2030).contains(&year);
        if before == "(" || self.follows(at, rules.dated) {
            return true;
        }
        if dash(before) && (at <= self.first + 1 || self.is_beside_year(at - 2))
            || dash(next) && self.year_number(at + 2).is_some_and(|end| end > year)
        {
            return true;
        }
        // `1998 : …`, `1998 – …`, `(Paris, 1998)`, `(2004, 2008 et 2010)`
        let heads = at == self.first && (next == ":" || dash(next));
        let listed = before == "," && (next == ")" || self.is_beside_year(at.saturating_sub(2)));
        if modern && (heads || listed) {
            return true;
        }
        // `plus de 2000`, `1 pour 2000`
        let amount = at > self.first + 1
            && (self.is(at - 2, rules.amounts) || self.digits(at - 2).is_some());
        let ranged = self.follows(at, rules.ranges) && self.is_beside_year(at.saturating_sub(2));
        if ranged && modern && year >= 1900 {
            return true;
        }
        if self.is_in_range(at) {
            return true;
        }
        if rules.bare_years && modern && year >= 1900 && !amount {
            return true;
        }
        self.follows(at, rules.prepositions) && !amount && (year >= 1900 || modern && !round)
    }

    /// Whether a number is one of the two ends of a range of years: `de 1228 à 1235`, `tra il 1228 e il
    /// 1235`. Two round numbers may be anything.
    fn is_in_range(&self, at: usize) -> bool {
        // An article may stand before each end, and `al` is one too.
        let leads = |at: usize| {
            self.follows(at, self.rules.prepositions) || self.follows(at, self.rules.limits)
        };
        let starts = |first: usize| {
            leads(first) || self.follows(first, self.rules.articles) && leads(first - 1)
        };
        let near = |(first, last): (usize, usize)| {
            let years = self.year_number(first).zip(self.year_number(last));
            years.is_some_and(|(from, to)| {
                let round = from.is_multiple_of(50) && to.is_multiple_of(50);
                to > from && to - from <= LONGEST_SPAN && !round
            })
        };
        let before = [2, 3].into_iter().filter_map(|back| at.checked_sub(back));
        let mut before = before.filter(|first| *first >= self.first);
        let first = before.find(|first| self.last_of_range(*first) == Some(at));
        let first = first.map(|first| (first, at));
        let last = self.last_of_range(at).map(|last| (at, last));
        [first, last]
            .into_iter()
            .flatten()
            .any(|range| near(range) && starts(range.0))
    }

    /// The token at the other end of a range that begins at `at`.
    fn last_of_range(&self, at: usize) -> Option<usize> {
        let article = usize::from(self.is(at + 2, self.rules.articles));
        self.is(at + 1, self.rules.ranges)
            .then_some(at + 2 + article)
    }

    fn is_beside_year(&self, at: usize) -> bool {
        at >= self.first && self.year_number(at).is_some()
    }

    /// Whether a number counts what follows, or leads to a number that does:
    /// `entre 1500 et 2000 hommes`. A number that is not round does so less often.
    fn counts(&self, at: usize, round: bool) -> bool {
        let second = self.is(at + 1, self.rules.ranges)
            && at + 2 < self.end
            && self.scan.kind(at + 2) == TokenKind::Number;
        round && self.may_be_counted(at + 1)
            || second && (self.may_be_counted(at + 3) || self.is_counted(at + 3))
    }
}
