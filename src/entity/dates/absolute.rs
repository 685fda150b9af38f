//! Expressions that name a day, month, year, decade or century.

use std::ops::Range;

use super::tense::Tense;
use super::value::{
    date_value, day_value, implied_year, is_year, join, roman, short_range, year_toward,
};
use super::{DateReader, Expression};
use crate::date::Date;
use crate::document::{Modifier, TokenKind};
use crate::lang::{Mark, number};

impl DateReader<'_> {
    /// `[mercredi] 10 avril [2024] [dernier]`, `3 au 5 décembre`, `11-Septembre`, `lundi 3`.
    pub(super) fn day_of_month(&self, at: usize) -> Option<Expression> {
        if let Some((day, month)) = self.norm(at).split_once('-') {
            // Only the reader knows the year.
            let month = u8::try_from(number(self.rules.months, month)?).ok()?;
            let value = day_value(None, month, day.parse().ok()?)?;
            return Some(Expression::new(at..at + 1, Some(value)));
        }
        let weekday = self.weekday_number(at);
        let first = at + usize::from(weekday.is_some());
        let (day, mut month_at) = self.day(first)?;
        let mut last_day = None;
        if self.is(month_at, self.rules.ranges)
            && let Some((last, end)) = self.day(month_at + 1)
        {
            (last_day, month_at) = (Some(last), end);
        }
        // `12 de marzo`
        let linked = self.is(month_at, self.rules.month_links);
        month_at += usize::from(linked && self.month_number(month_at + 1).is_some());
        let Some(month) = self.month_number(month_at) else {
            return self.day_of_week(at, weekday?, day, month_at);
        };
        let mut end = month_at + 1;
        let year = if let Some((year, behind)) = self.year_of_month(end) {
            end = behind;
            year
        } else if let Some(direction) = self.direction(end) {
            end += 1;
            self.reference
                .and_then(|today| year_toward(today, month, day, direction))
        } else if self.follows(at, self.rules.each) {
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

    /// `March 12`, `March 12, 2024`.
    pub(super) fn month_and_day(&self, at: usize) -> Option<Expression> {
        if !self.rules.month_first {
            return None;
        }
        let month = self.month_number(at)?;
        let mut stems = self.rules.ordinal_endings.iter();
        let text = self.norm(at + 1);
        let stem = stems.find_map(|ending| text.strip_suffix(ending));
        let day = stem.unwrap_or(text).parse().ok()?;
        if self.is_counted(at + 2) {
            return None;
        }
        let comma = usize::from(self.norm(at + 2) == ",");
        let (year, end) = match self.year_number(at + 2 + comma) {
            Some(year) => (Some(year), at + 3 + comma),
            None => (self.year_of_day(at..at + 2, month, day, None), at + 2),
        };
        Some(Expression::new(at..end, Some(day_value(year, month, day)?)))
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
        let tense = self.tense(date);
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
                modifier?;
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
            let implied =
                || implied_year(self.reference?, month, None, self.tense(at..month_at + 1));
            self.year_of_range(end, month, 1).or_else(implied)
        };
        let value = match year {
            Some(year) => format!("{year:04}-{month:02}"),
            None => format!("XXXX-{month:02}"),
        };
        Some(Expression {
            tokens: at..end,
            value: Some(value),
            modifier,
        })
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

    /// `06/12/2023`, `2024-11`, `2024-11-28`, `2000-2006`, `2023-24`, `guerre de 14-18`.
    pub(super) fn numeric(&self, at: usize) -> Option<Expression> {
        if self.scan.kind(at) != TokenKind::Number {
            return None;
        }
        let text = self.norm(at);
        let mark = text.find(['/', '-', '.'])?;
        let separator = text.get(mark..=mark)?;
        let mut parts = text.split(separator);
        let (a, b, c) = (parts.next()?, parts.next()?, parts.next());
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if parts.next().is_some() || ![a, b, c.unwrap_or("0")].into_iter().all(digits) {
            return None;
        }
        let value = match (a.len(), b.len(), c) {
            (4, 2, Some(day)) => date_value(a, b, day),
            // Where day or month may stand first, the order is known only if the other order is no
            // date.
            (1..=2, 1..=2, Some(year)) if year.len() == 4 && self.rules.month_first => {
                match (date_value(year, a, b), date_value(year, b, a)) {
                    (Some(_), Some(_)) if a != b => None,
                    (month_first, day_first) => month_first.or(day_first),
                }
            }
            (1..=2, 1..=2, Some(year)) if year.len() == 4 => date_value(year, b, a),
            (2, 2, Some(year)) if year.len() == 2 && separator == "/" => {
                let century = if year < "70" { "20" } else { "19" };
                date_value(&format!("{century}{year}"), b, a)
            }
            (4, 2, None) if separator == "-" && (1..=12).contains(&b.parse().unwrap_or(0)) => {
                Some(format!("{a}-{b}"))
            }
            (4, 2, None) if separator != "." && is_year(a) => short_range(a, b),
            (4, 4, None) if separator != "." && a < b && is_year(a) && is_year(b) => {
                Some(format!("{a}/{b}"))
            }
            (2, 2, None) if separator == "-" && self.is_of_war(at) => {
                short_range(&format!("19{a}"), b)
            }
            _ => None,
        };
        Some(Expression::new(at..at + 1, Some(value?)))
    }

    /// Whether a war stands before the token: `guerre de`.
    fn is_of_war(&self, at: usize) -> bool {
        let of = usize::from(self.follows(at, self.rules.of));
        at > self.first && self.follows(at - of, self.rules.wars)
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
    fn ordinal(&self, at: usize) -> Option<(u32, usize)> {
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

    /// A season: `été 2023`, `hiver 2010-2011`, `cet été`, `au printemps`. Its value is the year.
    pub(super) fn season(&self, at: usize) -> Option<Expression> {
        if self.is(at, self.rules.demonstratives) {
            return self.this_season(at);
        }
        if !self.is(at, self.rules.seasons) {
            return None;
        }
        if let Some(year) = self.year_number(at + 1) {
            return Some(Expression::new(at..at + 2, Some(year.to_string())));
        }
        if let Some(years) = (at + 1 < self.end)
            .then(|| self.numeric(at + 1))
            .flatten()
            .filter(|years| years.value.as_ref().is_some_and(|it| it.len() == 9))
        {
            return Some(Expression::new(at..at + 2, years.value));
        }
        // `été` without an article is a participle.
        if !self.follows(at, self.rules.season_articles) {
            return None;
        }
        if let Some(direction) = self.direction(at + 1) {
            let year = self
                .reference
                .map(|today| i32::from(today.year()) + direction.min(0));
            return Some(Expression::new(
                at..at + 2,
                year.map(|year| year.to_string()),
            ));
        }
        // `le printemps arabe` is no season.
        let alone = self.is_after(at, self.rules.season_times)
            && !self.goes_on(at + 1)
            && !self.is_of(at + 1)
            && !self.scan.is_capitalised(at);
        alone.then(|| Expression::new(at..at + 1, None))
    }

    /// `cet été`, `cet été-là`.
    fn this_season(&self, at: usize) -> Option<Expression> {
        let season = self.is(at + 1, self.rules.seasons);
        let told = self.year_number(at + 2).is_some() || self.direction(at + 2).is_some();
        if !season || told || self.goes_on(at + 2) && !self.is_there(at + 2) {
            return None;
        }
        let there = self.is_there(at + 2);
        let year = self.reference.filter(|_| !there);
        let value = year.map(|today| format!("{:04}", today.year()));
        Some(Expression::new(at..at + 2 + usize::from(there), value))
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
        let amount = at > self.first + 1 && self.is(at - 2, rules.amounts);
        self.follows(at, rules.prepositions) && !amount && (year >= 1900 || modern && !round)
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
