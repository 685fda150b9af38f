//! Calendar expressions and their values.
//!
//! Each form of expression is a function that looks at the tokens from one place on; the first
//! that fits wins. Values follow ISO 8601 and TIMEX3; a year that is not said is the one that
//! puts the date last before the reference date, as news reads it.

use std::ops::Range;

use super::facts::Facts;
use super::scan::Scan;
use super::{Found, quantities};
use crate::date::{Date, days_in_month};
use crate::document::{EntitySource, Label, Modifier, TokenKind};
use crate::lang::{DateRules, number};

/// Appends the dates and quantities of a sentence.
pub(super) fn find(
    scan: &Scan<'_>,
    facts: &Facts,
    rules: &'static DateRules,
    sentence: Range<usize>,
    reference: Option<Date>,
    found: &mut Vec<Found>,
) {
    let reader = Reader {
        scan,
        rules,
        first: sentence.start,
        end: sentence.end,
        reference,
    };
    let mut at = sentence.start;
    while at < sentence.end {
        if !facts.flags(scan.type_id(at)).begins_date {
            debug_assert!(reader.date(at).is_none(), "{}", scan.text(at));
            at += 1;
            continue;
        }
        let entity = reader.date(at).map(|date| reader.entity(date));
        let entity = entity.or_else(|| quantities::find(scan, rules, at, sentence.end));
        match entity {
            Some(entity) => {
                at = entity.tokens.end.max(at + 1);
                found.push(entity);
            }
            None => at += 1,
        }
    }
}

/// The first full date that is said to be the day of writing: `ce jeudi 28 novembre 2024`. A date
/// that fell on another weekday is none.
pub(super) fn day_of_writing(
    scan: &Scan<'_>,
    facts: &Facts,
    rules: &'static DateRules,
    tokens: usize,
) -> Option<Date> {
    let reader = Reader {
        scan,
        rules,
        first: 0,
        end: tokens,
        reference: None,
    };
    let read = |at: usize| {
        let weekday = number(rules.weekdays, reader.norm(at + 1))?;
        let (day, month) = (reader.day(at + 2)?, reader.month_number(at + 3)?);
        let date = Date::new(reader.year_number(at + 4)?, month, day)?;
        (i32::from(date.weekday()) == weekday).then_some(date)
    };
    let is_this = |at: &usize| {
        facts.flags(scan.type_id(*at)).begins_date && rules.demonstratives.holds(reader.norm(*at))
    };
    (0..tokens).filter(is_this).find_map(read)
}

/// Whether a date or a quantity may begin with a token: most cannot.
pub(super) fn may_begin(rules: &DateRules, norm: &str, kind: TokenKind) -> bool {
    let listed = |word: &str| {
        let lists = [
            rules.demonstratives,
            rules.centuries,
            rules.seasons,
            rules.approximate_numbers,
        ];
        let tables = [
            rules.months,
            rules.weekdays,
            rules.periods,
            rules.days,
            rules.directions,
            rules.numbers,
        ];
        lists.iter().any(|list| list.holds(word))
            || tables.iter().any(|table| number(table, word).is_some())
            || rules.period_parts.iter().any(|(part, _)| *part == word)
            || rules.ago.first() == Some(&word)
            || rules.first_day == word
            || rules.decade == word
    };
    // `XIXe`, `début-mars`
    let rest = norm.trim_start_matches(['i', 'v', 'x']);
    let ordinal = rest.is_empty() || rules.ordinal_endings.contains(&rest);
    let roman = rest.len() < norm.len() && ordinal;
    match kind {
        TokenKind::Number => true,
        TokenKind::Word => {
            roman
                || norm.contains(|c: char| c.is_ascii_digit())
                || listed(norm)
                || norm.split('-').any(listed)
        }
        _ => norm.starts_with(|c: char| c.is_ascii_digit()),
    }
}

struct Reader<'a> {
    scan: &'a Scan<'a>,
    rules: &'static DateRules,
    first: usize,
    end: usize,
    reference: Option<Date>,
}

/// A calendar expression.
#[derive(Debug)]
struct Expression {
    tokens: Range<usize>,
    value: Option<String>,
    modifier: Option<Modifier>,
}

impl Expression {
    fn new(tokens: Range<usize>, value: Option<String>) -> Self {
        Self {
            tokens,
            value,
            modifier: None,
        }
    }
}

impl<'a> Reader<'a> {
    fn entity(&self, date: Expression) -> Found {
        let mut entity = Found::new(date.tokens, Label::DATE, EntitySource::Rule, 0.9);
        entity.id = date.value.as_ref().map(|value| format!("date:{value}"));
        entity.value = date.value;
        entity.modifier = date.modifier;
        entity
    }

    fn date(&self, at: usize) -> Option<Expression> {
        if matches!(self.scan.kind(at), TokenKind::Punctuation | TokenKind::Url) {
            return None;
        }
        self.day_of_month(at)
            .or_else(|| self.weekday(at))
            .or_else(|| self.month(at))
            .or_else(|| self.numeric(at))
            .or_else(|| self.ago(at))
            .or_else(|| self.near_day(at))
            .or_else(|| self.near_period(at))
            .or_else(|| self.century(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.season(at))
            .or_else(|| self.year(at))
    }

    /// The normal form of a token of this sentence.
    fn norm(&self, at: usize) -> &'a str {
        if at < self.end {
            self.scan.norm(at)
        } else {
            ""
        }
    }

    fn before(&self, at: usize) -> &'a str {
        if at > self.first {
            self.scan.norm(at - 1)
        } else {
            ""
        }
    }

    fn direction(&self, at: usize) -> Option<i32> {
        number(self.rules.directions, self.norm(at))
    }

    fn is_day_part(&self, at: usize) -> bool {
        at < self.end && self.scan.is(at, self.rules.day_parts)
    }

    /// `3` or `1er`, up to 31.
    fn day(&self, at: usize) -> Option<u8> {
        let text = self.norm(at);
        let day = if text == self.rules.first_day {
            1
        } else if text.len() <= 2 && self.scan.digits(at).is_some() {
            text.parse().ok()?
        } else {
            0
        };
        (1..=31).contains(&day).then_some(day)
    }

    fn month_number(&self, at: usize) -> Option<u8> {
        u8::try_from(number(self.rules.months, self.norm(at))?).ok()
    }

    /// A number that can be a year.
    fn year_number(&self, at: usize) -> Option<u16> {
        let text = self.norm(at);
        let year = (text.len() == 4).then(|| text.parse().ok()).flatten()?;
        (1000..=2100).contains(&year).then_some(year)
    }

    /// `[mercredi] 10 avril [2024] [dernier]`, `3 au 5 décembre`.
    fn day_of_month(&self, at: usize) -> Option<Expression> {
        let weekday = number(self.rules.weekdays, self.norm(at));
        let first = at + usize::from(weekday.is_some());
        let day = self.day(first)?;
        let (last_day, month_at) = match (self.norm(first + 1), self.day(first + 2)) {
            (to, Some(last)) if self.rules.ranges.holds(to) => (Some(last), first + 3),
            _ => (None, first + 1),
        };
        let month = self.month_number(month_at)?;
        let mut end = month_at + 1;
        let mut year = self.year_number(end);
        end += usize::from(year.is_some());
        if let (None, Some(direction)) = (year, self.direction(end)) {
            year = self
                .reference
                .and_then(|today| year_toward(today, month, day, direction));
            end += 1;
        }
        end += usize::from(self.is_day_part(end));
        let year = year.or_else(|| self.implied_year(month, day, weekday));
        let value = match last_day {
            Some(last) if last > day => {
                join(day_value(year, month, day), day_value(year, month, last))
            }
            _ => day_value(year, month, day),
        };
        Some(Expression::new(at..end, Some(value?)))
    }

    /// The year that puts a day of the calendar last before the reference date, on the weekday
    /// that is named if a year nearby has it so.
    fn implied_year(&self, month: u8, day: u8, weekday: Option<i32>) -> Option<u16> {
        let today = self.reference?;
        let last = year_toward(today, month, day, -1)?;
        let Some(weekday) = weekday else {
            return Some(last);
        };
        let fits = |year: &u16| {
            Date::new(*year, month, day).is_some_and(|date| i32::from(date.weekday()) == weekday)
        };
        // Next year's too: an announcement of what comes.
        [Some(last), last.checked_add(1), last.checked_sub(1)]
            .into_iter()
            .flatten()
            .find(fits)
            .or(Some(last))
    }

    /// `mardi`, `jeudi soir`, `lundi prochain`.
    fn weekday(&self, at: usize) -> Option<Expression> {
        let weekday = number(self.rules.weekdays, self.norm(at))?;
        if self.scan.is_capitalised(at) && at > self.first && self.scan.is_word(at - 1) {
            return None;
        }
        let mut end = at + 1;
        let direction = self.direction(end);
        end += usize::from(direction.is_some());
        end += usize::from(self.is_day_part(end));
        let value = self.reference.and_then(|today| {
            let back = (i32::from(today.weekday()) - weekday).rem_euclid(7);
            let days = match direction {
                Some(1) => 7 - back,
                Some(_) if back == 0 => -7,
                _ => -back,
            };
            today.plus_days(days)
        });
        Some(Expression::new(at..end, value.map(|date| date.to_string())))
    }

    /// `[fin] juillet [2023]`, `mi-mars`, `mars dernier`.
    fn month(&self, at: usize) -> Option<Expression> {
        let word = self.norm(at);
        let mut modifier = None;
        let mut month_at = at;
        if let Some(part) = self.period_part(word) {
            modifier = Some(part);
            month_at += 1;
        }
        let month = match word.split_once('-') {
            Some((part, month)) => {
                modifier = self.period_part(part);
                modifier?;
                u8::try_from(number(self.rules.months, month)?).ok()?
            }
            None => self.month_number(month_at)?,
        };
        let mut end = month_at + 1;
        let mut year = self.year_number(end);
        let mut said = modifier.is_some() || year.is_some();
        end += usize::from(year.is_some());
        if let (None, Some(direction)) = (year, self.direction(end)) {
            year = self
                .reference
                .and_then(|today| year_toward(today, month, 1, direction));
            said = true;
            end += 1;
        }
        if !said {
            let named = self.scan.is_capitalised(month_at) && month_at > self.first;
            let introduced = self.rules.prepositions.holds(self.before(at));
            if named || !introduced {
                return None;
            }
        }
        let year = year.or_else(|| {
            self.reference
                .and_then(|today| year_toward(today, month, 1, -1))
        });
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

    fn period_part(&self, word: &str) -> Option<Modifier> {
        let parts = self.rules.period_parts;
        let index = parts.binary_search_by(|(part, _)| (*part).cmp(word)).ok()?;
        parts.get(index).map(|(_, modifier)| *modifier)
    }

    /// `06/12/2023`, `2024-11`, `2024-11-28`, `2000-2006`.
    fn numeric(&self, at: usize) -> Option<Expression> {
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
            (1..=2, 1..=2, Some(year)) if year.len() == 4 => date_value(year, b, a),
            (2, 2, Some(year)) if year.len() == 2 && separator == "/" => {
                let century = if year < "70" { "20" } else { "19" };
                date_value(&format!("{century}{year}"), b, a)
            }
            (4, 2, None) if separator == "-" && (1..=12).contains(&b.parse().unwrap_or(0)) => {
                Some(format!("{a}-{b}"))
            }
            (4, 4, None) if separator != "." && a < b && is_year(a) && is_year(b) => {
                Some(format!("{a}/{b}"))
            }
            _ => None,
        };
        Some(Expression::new(at..at + 1, Some(value?)))
    }

    /// `il y a trois ans`.
    fn ago(&self, at: usize) -> Option<Expression> {
        let words = self.rules.ago;
        if words.is_empty()
            || (0..)
                .zip(words)
                .any(|(index, word)| self.norm(at + index) != *word)
        {
            return None;
        }
        let (count, unit_at) =
            quantities::count(self.scan, self.rules, at + words.len(), self.end)?;
        let unit = self.norm(unit_at);
        let days = number(self.rules.periods, unit).filter(|days| *days > 0)?;
        let value = self.reference.and_then(|today| {
            let count = i32::try_from(count).ok().filter(|count| *count < 10_000)?;
            match days {
                365 => year_value(i32::from(today.year()) - count),
                30 => month_value(today, -count),
                days => today.plus_days(-count * days).map(|date| date.to_string()),
            }
        });
        Some(Expression::new(at..unit_at + 1, value))
    }

    /// `aujourd’hui`, `hier soir`.
    fn near_day(&self, at: usize) -> Option<Expression> {
        let distance = number(self.rules.days, self.norm(at))?;
        let end = at + 1 + usize::from(self.is_day_part(at + 1));
        let date = self.reference.and_then(|today| today.plus_days(distance));
        Some(Expression::new(at..end, date.map(|date| date.to_string())))
    }

    /// `semaine dernière`, `an prochain`, `cette année`.
    fn near_period(&self, at: usize) -> Option<Expression> {
        let this = self.rules.demonstratives.holds(self.norm(at));
        let unit_at = at + usize::from(this);
        let days = number(self.rules.periods, self.norm(unit_at)).filter(|days| *days > 1)?;
        let step = match self.direction(unit_at + 1) {
            Some(direction) if !this => direction,
            None if this => 0,
            _ => return None,
        };
        // `ces deux dernières années` is a stretch, `deux ans` before it a length.
        let counted = self.before(at).bytes().all(|byte| byte.is_ascii_digit()) && at > self.first;
        if !this && (counted || number(self.rules.numbers, self.before(at)).is_some_and(|n| n > 1))
        {
            return None;
        }
        let end = unit_at + 1 + usize::from(!this);
        let value = self.reference.and_then(|today| match days {
            365 => year_value(i32::from(today.year()) + step),
            30 => month_value(today, step),
            _ => {
                let monday = today.plus_days(7 * step - i32::from(today.weekday()))?;
                Some(format!("{monday}/{}", monday.plus_days(6)?))
            }
        });
        Some(Expression::new(at..end, value))
    }

    /// `XIXe siècle`.
    fn century(&self, at: usize) -> Option<Expression> {
        if !self.rules.centuries.holds(self.norm(at + 1)) {
            return None;
        }
        let word = self.norm(at);
        let mut endings = self.rules.ordinal_endings.iter();
        let ordinal = endings
            .find_map(|ending| word.strip_suffix(ending))
            .unwrap_or(word);
        let century = roman(ordinal)
            .or_else(|| {
                ordinal
                    .bytes()
                    .all(|b| b.is_ascii_digit())
                    .then(|| ordinal.parse().ok())?
            })
            .filter(|n| (1..=21).contains(n))?;
        let mut end = at + 2;
        let before_christ = self.rules.before_christ == [self.norm(end), self.norm(end + 1)];
        end += if before_christ { 2 } else { 0 };
        let value = (!before_christ).then(|| format!("{:02}", century - 1));
        Some(Expression::new(at..end, value))
    }

    /// `années 1990`, `années 90`.
    fn decade(&self, at: usize) -> Option<Expression> {
        if self.norm(at) != self.rules.decade {
            return None;
        }
        let text = self.norm(at + 1);
        let decade = match text.len() {
            2 => self.scan.digits(at + 1).map(|decade| decade + 1900),
            4 => self.year_number(at + 1).map(u32::from),
            _ => None,
        };
        let decade = decade.filter(|decade| decade % 10 == 0)?;
        Some(Expression::new(
            at..at + 2,
            Some(format!("{decade}/{}", decade + 9)),
        ))
    }

    /// `été 2023`: the value is the year.
    fn season(&self, at: usize) -> Option<Expression> {
        if !self.scan.is(at, self.rules.seasons) {
            return None;
        }
        if let Some(year) = self.year_number(at + 1) {
            return Some(Expression::new(at..at + 2, Some(year.to_string())));
        }
        // `été`, the participle, has no article before it.
        let noun = self.rules.season_articles.holds(self.before(at));
        let direction = self.direction(at + 1).filter(|_| noun)?;
        let year = self
            .reference
            .map(|today| i32::from(today.year()) + direction.min(0));
        Some(Expression::new(
            at..at + 2,
            year.map(|year| year.to_string()),
        ))
    }

    /// `en 2020`, `(1998)`.
    fn year(&self, at: usize) -> Option<Expression> {
        let year = self.year_number(at)?;
        let before = self.before(at);
        let counted = number(self.rules.periods, self.norm(at + 1)).is_some()
            || at + 1 < self.end && self.scan.is(at + 1, self.rules.units);
        if counted {
            return None;
        }
        let surely =
            matches!(before, "(" | "-" | "–") || self.rules.year_prepositions.holds(before);
        let perhaps = self.rules.prepositions.holds(before) || self.period_part(before).is_some();
        let goes_on = at + 1 < self.end
            && self.scan.is_word(at + 1)
            && !self.scan.is_capitalised(at + 1)
            && !self.scan.is_stop(at + 1);
        if !(surely || perhaps && (year >= 1900 && !goes_on)) {
            return None;
        }
        let modifier = self.period_part(before);
        let start = if modifier.is_some() { at - 1 } else { at };
        Some(Expression {
            tokens: start..at + 1,
            value: Some(year.to_string()),
            modifier,
        })
    }
}

/// The year in which a day comes last before the reference date, or next after it.
fn year_toward(today: Date, month: u8, day: u8, direction: i32) -> Option<u16> {
    let later = (month, day) > (today.month(), today.day());
    if direction > 0 {
        today
            .year()
            .checked_add(u16::from(!later))
            .filter(|year| *year <= 9999)
    } else {
        today
            .year()
            .checked_sub(u16::from(later))
            .filter(|year| *year > 0)
    }
}

/// A year that a date can have.
fn year_value(year: i32) -> Option<String> {
    (1..=9999).contains(&year).then(|| format!("{year:04}"))
}

/// The month some months after today's, or before.
fn month_value(today: Date, months: i32) -> Option<String> {
    let months = i32::from(today.year()) * 12 + i32::from(today.month()) - 1 + months;
    let year = year_value(months.div_euclid(12))?;
    Some(format!("{year}-{:02}", months.rem_euclid(12) + 1))
}

/// `2024-04-10`, or `XXXX-04-10`; `None` for a day that the month has not.
fn day_value(year: Option<u16>, month: u8, day: u8) -> Option<String> {
    match year {
        Some(year) => Date::new(year, month, day).map(|date| date.to_string()),
        None => (day <= days_in_month(2000, month)).then(|| format!("XXXX-{month:02}-{day:02}")),
    }
}

fn join(start: Option<String>, end: Option<String>) -> Option<String> {
    Some(format!("{}/{}", start?, end?))
}

fn date_value(year: &str, month: &str, day: &str) -> Option<String> {
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    Some(date.to_string())
}

fn is_year(text: &str) -> bool {
    text.parse().is_ok_and(|year| (1000..=2100).contains(&year))
}

/// Roman numerals up to 39, in small letters.
fn roman(text: &str) -> Option<u32> {
    let mut value = 0;
    let mut rest = text;
    for (sign, worth) in [("x", 10), ("ix", 9), ("v", 5), ("iv", 4), ("i", 1)] {
        for _ in 0..3 {
            let Some(shorter) = rest.strip_prefix(sign) else {
                break;
            };
            (rest, value) = (shorter, value + worth);
            if worth != 10 && worth != 1 {
                break;
            }
        }
    }
    (rest.is_empty() && value > 0).then_some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numerals() {
        for (text, value) in [
            ("xix", 19),
            ("xx", 20),
            ("xxi", 21),
            ("iv", 4),
            ("viii", 8),
            ("ix", 9),
        ] {
            assert_eq!(roman(text), Some(value), "{text}");
        }
        assert_eq!(roman("xixe"), None);
        assert_eq!(roman(""), None);
    }
}
