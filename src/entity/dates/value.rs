//! Values in ISO 8601.

use super::tense::Tense;
use crate::date::{Date, days_in_month};

/// The year in which a day comes last before the reference date, or first after it.
pub(super) fn year_toward(today: Date, month: u8, day: u8, direction: i32) -> Option<u16> {
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

/// So many months ago, what has no year is seldom meant by news. A day that comes within a month is.
const LONG_AGO: u8 = 11;

/// The year of a day that is written without one, or of a month if there is no day. Where no word
/// tells the tense, it is the last one, as news means it, unless that was long ago: then the next day
/// is meant, and the year of a month is `None`. `Either` means the nearer one.
pub(super) fn implied_year(
    today: Date,
    month: u8,
    day: Option<u8>,
    tense: Option<Tense>,
) -> Option<u16> {
    let now = (today.month(), day.map_or(0, |_| today.day()));
    let then = (month, day.unwrap_or_default());
    let past = today.year().checked_sub(u16::from(then > now));
    let past = past.filter(|year| *year > 0);
    let future = today.year().checked_add(u16::from(then < now));
    let future = future.filter(|year| *year <= 9999);
    // Whole months since the last one.
    let months = (now.0 + 12 - month - u8::from(then.1 > now.1)) % 12;
    match tense {
        Some(Tense::Past) | None if months >= LONG_AGO && day.is_some() => future,
        Some(Tense::Past) => past,
        Some(Tense::Future) => future,
        Some(Tense::Either) if months < 6 => past,
        Some(Tense::Either) => future,
        None => past.filter(|_| months < LONG_AGO),
    }
}

/// The value of a year, if a date can have it.
pub(super) fn year_value(year: i32) -> Option<String> {
    (1..=9999).contains(&year).then(|| format!("{year:04}"))
}

/// The value of the month that is `months` after today's, or before it.
pub(super) fn month_value(today: Date, months: i32) -> Option<String> {
    let months = i32::from(today.year()) * 12 + i32::from(today.month()) - 1 + months;
    let year = year_value(months.div_euclid(12))?;
    Some(format!("{year}-{:02}", months.rem_euclid(12) + 1))
}

/// The value of a month of a year, or of one that is not known.
pub(super) fn month_text(year: Option<u16>, month: u8) -> String {
    match year {
        Some(year) => format!("{year:04}-{month:02}"),
        None => format!("XXXX-{month:02}"),
    }
}

/// The value of a day: `2024-04-10`, or `XXXX-04-10` without a year. `None` if the month has no
/// such day.
pub(super) fn day_value(year: Option<u16>, month: u8, day: u8) -> Option<String> {
    match year {
        Some(year) => Date::new(year, month, day).map(|date| date.to_string()),
        None => (day <= days_in_month(2000, month)).then(|| format!("XXXX-{month:02}-{day:02}")),
    }
}

pub(super) fn join(start: Option<String>, end: Option<String>) -> Option<String> {
    Some(format!("{}/{}", start?, end?))
}

pub(super) fn date_value(year: &str, month: &str, day: &str) -> Option<String> {
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    Some(date.to_string())
}

/// The value of a range of years: `2023` and `24` make `2023/2024`.
pub(super) fn short_range(first: &str, second: &str) -> Option<String> {
    let last = format!("{}{second}", first.get(..2)?);
    (*first < *last).then(|| format!("{first}/{last}"))
}

pub(super) fn is_year(text: &str) -> bool {
    text.parse().is_ok_and(|year| is_written(&year))
}

/// Whether a number is a year that texts write in four digits.
pub(super) fn is_written(year: &u16) -> bool {
    (1000..=2100).contains(year)
}

/// The number of a Roman numeral in small letters, up to 39.
pub(super) fn roman(text: &str) -> Option<u32> {
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
