//! Decimal numbers, exact.

use std::fmt;

use crate::normalize::is_hyphen;

/// A decimal number: `digits` divided by ten to the power of `scale`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Decimal {
    negative: bool,
    digits: u128,
    scale: u32,
}

/// The most digits that a number may have.
const MOST_DIGITS: usize = 18;

impl Decimal {
    pub(super) fn whole(digits: u64) -> Self {
        Self {
            negative: false,
            digits: digits.into(),
            scale: 0,
        }
    }

    /// Reads digits with a sign before them and marks and spaces between them: `1 200,5`, `1.200,5`. With `point`, as
    /// English has it: `1,200.5`. `None` if it is no such number.
    pub(super) fn read(text: &str, point: bool) -> Option<Self> {
        let (negative, text) = match text.strip_prefix(|c| is_hyphen(c) || c == '−') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (mark, other) = if point { ('.', ',') } else { (',', '.') };
        let (whole, part) = match text.rsplit_once(mark) {
            Some((whole, part)) if !whole.contains(mark) => (whole, part),
            Some(_) => (text, ""),
            // `3.5` where a comma is usual
            None => match text.rsplit_once(other) {
                Some((whole, part)) if !whole.contains(other) && part.len() != 3 => (whole, part),
                _ => (text, ""),
            },
        };
        let groups =
            whole.split(|c: char| c == mark || c == other || c.is_whitespace() || c == '\'');
        let mut digits = String::new();
        for (number, group) in groups.enumerate() {
            if number > 0 && group.len() != 3 {
                return None;
            }
            digits.push_str(group);
        }
        digits.push_str(part);
        let plain = digits.bytes().all(|byte| byte.is_ascii_digit()) && !whole.is_empty();
        (plain && digits.len() <= MOST_DIGITS).then_some(Self {
            negative,
            digits: digits.parse().ok()?,
            scale: u32::try_from(part.len()).ok()?,
        })
    }

    /// The number times ten to a power.
    pub(super) fn shifted(self, power: u32) -> Option<Self> {
        let digits = self.digits;
        Some(match power.checked_sub(self.scale) {
            Some(zeros) => Self {
                digits: digits.checked_mul(10_u128.checked_pow(zeros)?)?,
                scale: 0,
                ..self
            },
            None => Self {
                scale: self.scale - power,
                ..self
            },
        })
    }

    /// The sum with another number. `None` if one is negative.
    pub(super) fn plus(self, other: Self) -> Option<Self> {
        if self.negative || other.negative {
            return None;
        }
        let scale = self.scale.max(other.scale);
        let raised = |it: Self| {
            let zeros = 10_u128.checked_pow(scale - it.scale)?;
            it.digits.checked_mul(zeros)
        };
        Some(Self {
            negative: false,
            digits: raised(self)?.checked_add(raised(other)?)?,
            scale,
        })
    }

    pub(super) fn is_below(self, other: Self) -> bool {
        let scale = self.scale.max(other.scale);
        let raised = |it: Self| {
            let zeros = 10_u128.saturating_pow(scale - it.scale);
            it.digits.saturating_mul(zeros)
        };
        match (self.negative, other.negative) {
            (false, false) => raised(self) < raised(other),
            (true, true) => raised(self) > raised(other),
            (negative, _) => negative,
        }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (mut digits, mut scale) = (self.digits, self.scale);
        while scale > 0 && digits.is_multiple_of(10) {
            (digits, scale) = (digits / 10, scale - 1);
        }
        let power = 10_u128.saturating_pow(scale);
        if self.negative && digits > 0 {
            f.write_str("-")?;
        }
        write!(f, "{}", digits / power)?;
        if scale > 0 {
            write!(f, ".{:0width$}", digits % power, width = scale as usize)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_the_language_writes_them() {
        let read = |text, point| Decimal::read(text, point).map(|it| it.to_string());
        for (text, comma, point) in [
            ("12", Some("12"), Some("12")),
            ("1 200,50", Some("1200.5"), Some("1200.5")),
            ("1.200", Some("1200"), Some("1.2")),
            ("1,200", Some("1.2"), Some("1200")),
            ("1.200,5", Some("1200.5"), None),
            ("1,200.5", None, Some("1200.5")),
            ("3.5", Some("3.5"), Some("3.5")),
            ("1.200.000", Some("1200000"), Some("1200000")),
            ("0,05", Some("0.05"), Some("0.05")),
            ("-3,5", Some("-3.5"), Some("-3.5")),
            ("-0", Some("0"), Some("0")),
            ("1/2", None, None),
            ("12345678901234567890", None, None),
        ] {
            assert_eq!(read(text, false).as_deref(), comma, "{text}");
            assert_eq!(read(text, true).as_deref(), point, "{text}");
        }
    }

    #[test]
    fn numbers_are_scaled_and_added() {
        let number = |text| Decimal::read(text, true).unwrap();
        assert_eq!(
            number("5.667").shifted(9).unwrap().to_string(),
            "5667000000"
        );
        assert_eq!(number("5.6675").shifted(3).unwrap().to_string(), "5667.5");
        assert_eq!(number("0.5").plus(number("3")).unwrap().to_string(), "3.5");
        assert!(number("3").is_below(number("3.5")) && !number("3").is_below(number("3")));
        assert_eq!(number("999999999999999999").shifted(40), None);
    }
}
