//! [`Date`]: a day of the calendar.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::{Error, Kind};
use crate::text::Text;

/// A day of the Gregorian calendar, from 0001-01-01 to 9999-12-31.
///
/// A pipeline uses a date as the reference for relative expressions such as `mardi` or `26
/// juillet`; see [`Builder::reference_date`](crate::Builder::reference_date). A date parses from
/// and prints as `YYYY-MM-DD`, also in serde.
///
/// ```
/// use griot::Date;
///
/// let date: Date = "2024-01-19".parse()?;
/// assert_eq!((date.year(), date.month(), date.day()), (2024, 1, 19));
/// assert!("2024-02-30".parse::<Date>().is_err());
/// # Ok::<(), griot::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Creates a date. Returns `None` if the calendar has no such day, or if the year is not from 1
    /// to 9999.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let there = (1..=9999).contains(&year) && day >= 1 && day <= days_in_month(year, month);
        there.then_some(Self { year, month, day })
    }

    /// The year, 1 to 9999.
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The day of the week, from 0 for Monday to 6 for Sunday.
    pub(crate) fn weekday(self) -> u8 {
        // 0000-03-01, day 0 of the count, was a Wednesday.
        u8::try_from((self.days() + 2).rem_euclid(7)).unwrap_or_default()
    }

    /// The date `days` days later, or earlier if `days` is negative. `None` outside the years 1 to
    /// 9999.
    #[cfg_attr(not(any(feature = "entities", feature = "html")), allow(dead_code))]
    pub(crate) fn plus_days(self, days: i32) -> Option<Self> {
        Self::from_days(self.days().checked_add(days)?)
    }

    /// Days since 0000-03-01. Years are counted from March here, so that the leap day comes last.
    fn days(self) -> i32 {
        let month = i32::from(self.month);
        let year = i32::from(self.year) - i32::from(month <= 2);
        let in_year = (153 * ((month + 9) % 12) + 2) / 5 + i32::from(self.day) - 1;
        year * 365 + year / 4 - year / 100 + year / 400 + in_year
    }

    /// The inverse of [`Self::days`].
    fn from_days(days: i32) -> Option<Self> {
        let century = (4 * days + 3) / 146_097;
        let in_century = days - century * 146_097 / 4;
        let year = (4 * in_century + 3) / 1_461;
        let in_year = in_century - 1_461 * year / 4;
        let month = (5 * in_year + 2) / 153;
        let day = in_year - (153 * month + 2) / 5 + 1;
        let month = if month < 10 { month + 3 } else { month - 9 };
        let year = 100 * century + year + i32::from(month <= 2);
        Self::new(
            u16::try_from(year).ok()?,
            u8::try_from(month).ok()?,
            u8::try_from(day).ok()?,
        )
    }
}

/// The number of days in a month. 0 if `month` is not from 1 to 12.
pub(crate) fn days_in_month(year: u16, month: u8) -> u8 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u8::from(leap),
        _ => 0,
    }
}

impl FromStr for Date {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let read = || {
            let (year, rest) = text.split_at_checked(4)?;
            let (month, day) = rest.strip_prefix('-')?.split_once('-')?;
            let digits = |s: &str, n| s.len() == n && s.bytes().all(|b| b.is_ascii_digit());
            if !(digits(year, 4) && digits(month, 2) && digits(day, 2)) {
                return None;
            }
            Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        };
        read().ok_or_else(|| {
            Kind::Date {
                text: text.to_owned(),
            }
            .into()
        })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Text::deserialize(deserializer)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_on_and_back() {
        let mut date = Date::new(1, 1, 1).unwrap();
        let mut count = 0;
        while let Some(next) = date.plus_days(1) {
            assert_eq!(next.days(), date.days() + 1);
            assert_eq!(next.plus_days(-1), Some(date));
            assert_eq!(next.weekday(), (date.weekday() + 1) % 7);
            date = next;
            count += 1;
        }
        assert_eq!(
            (date.to_string().as_str(), count),
            ("9999-12-31", 3_652_058)
        );
    }

    #[test]
    fn weekdays_of_the_seeds() {
        for (text, weekday) in [("2024-04-10", 2), ("2024-01-16", 1), ("2024-11-28", 3)] {
            assert_eq!(text.parse::<Date>().unwrap().weekday(), weekday, "{text}");
        }
    }

    #[test]
    fn refuses_what_is_no_day() {
        for text in [
            "",
            "2023-02-29",
            "2023-13-01",
            "2023-1-01",
            "0000-01-01",
            "+203-01-01",
            "2024-01-1é",
        ] {
            let message = text.parse::<Date>().unwrap_err().to_string();
            assert!(message.contains("YYYY-MM-DD"), "{message}");
        }
    }
}
