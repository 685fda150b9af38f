//! Dates in digits.

use super::value::{date_value, day_value, implied_year, is_year, short_range};
use super::{DateReader, Expression};
use crate::document::TokenKind;

/// Two years with a slash between them are near each other: `2023/2024`, but not `1245/2025`.
const LONGEST_SEASON: u16 = 20;

impl DateReader<'_> {
    /// `06/12/2023`, `2024-11`, `2024-11-28T10:00:00Z`, `2000-2006`, `2023-24`, `guerre de 14-18`.
    /// A day may have its weekday before it: `vendredi 09/06/2017`.
    pub(super) fn numeric(&self, at: usize) -> Option<Expression> {
        let (weekday, first) = self.weekday_before(at);
        let mut date = self.in_digits(first)?;
        let day = |value: &String| value.len() == "2017-06-09".len();
        if weekday.is_some() && !date.value.as_ref().is_some_and(day) {
            return None;
        }
        date.tokens.start = at;
        Some(date)
    }

    fn in_digits(&self, at: usize) -> Option<Expression> {
        let text = self.norm(at);
        if !text.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        if self.scan.kind(at) != TokenKind::Number {
            return self.day_with_time(at);
        }
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
            (1..=2, 1..=2, Some(year)) if year.len() == 4 => self.day_of_year(year, a, b),
            (2, 2, Some(year)) if year.len() == 2 && separator != "-" => {
                let century = if year < "70" { "20" } else { "19" };
                self.day_of_year(&format!("{century}{year}"), a, b)
            }
            (2, 2, None) if separator == "/" && !self.rules.month_first => {
                self.day_without_year(at, a, b)
            }
            (4, 2, None) if separator == "-" && (1..=12).contains(&b.parse().unwrap_or(0)) => {
                Some(format!("{a}-{b}"))
            }
            (4, 2, None) if separator != "." && is_year(a) => short_range(a, b),
            (4, 4, None) if separator != "." && a < b && is_year(a) && is_year(b) => {
                let years = |text: &str| text.parse::<u16>().ok();
                let near = years(b)? - years(a)? <= LONGEST_SEASON;
                (separator == "-" || near).then(|| format!("{a}/{b}"))
            }
            (2, 2, None) if separator == "-" && self.is_of_war(at) => {
                short_range(&format!("19{a}"), b)
            }
            _ => None,
        };
        Some(Expression::new(at..at + 1, Some(value?)))
    }

    /// The value of a day in digits. Where day or month may stand first, the order is known only if
    /// the other order is no date.
    fn day_of_year(&self, year: &str, a: &str, b: &str) -> Option<String> {
        if !self.rules.month_first {
            return date_value(year, b, a);
        }
        match (date_value(year, a, b), date_value(year, b, a)) {
            (Some(_), Some(_)) if a != b => None,
            (month_first, day_first) => month_first.or(day_first),
        }
    }

    /// `le 25/12`: an article tells it from a fraction.
    fn day_without_year(&self, at: usize, day: &str, month: &str) -> Option<String> {
        if !self.follows(at, self.rules.articles) {
            return None;
        }
        let (day, month) = (day.parse().ok()?, month.parse().ok()?);
        let year = || implied_year(self.reference?, month, Some(day), self.tense(at..at + 1));
        day_value(year(), month, day)
    }

    /// `2020-12-25T10:00:00Z`, which is cut into several tokens.
    fn day_with_time(&self, at: usize) -> Option<Expression> {
        let text = self.norm(at);
        let (day, time) = text.split_at_checked(10)?;
        let is_time =
            |c: char| c.is_ascii_digit() || matches!(c, 't' | 'z' | ':' | '.' | '+' | '-');
        if !(time.starts_with('t') && time.chars().all(is_time)) {
            return None;
        }
        let mut parts = day.splitn(3, '-');
        let value = date_value(parts.next()?, parts.next()?, parts.next()?)?;
        let glued =
            |at: &usize| self.scan.gap(*at).is_empty() && self.norm(*at).chars().all(is_time);
        let more = (at + 1..self.end).take_while(glued).count();
        Some(Expression::new(at..at + 1 + more, Some(value)))
    }

    /// Whether a war stands before the token: `guerre de`.
    pub(super) fn is_of_war(&self, at: usize) -> bool {
        let of = usize::from(self.follows(at, self.rules.of));
        at > self.first && self.follows(at - of, self.rules.wars)
    }
}
