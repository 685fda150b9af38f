//! The normal form of a number: its digits, with a point before the decimals.

use super::is_hyphen;

/// Which mark stands before the decimals of a number. The other one groups its digits.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(crate) enum DecimalMark {
    /// `1.234,5`
    Comma,
    /// `1,234.5`
    Point,
    /// It is not known: `1,234` stays as it is.
    #[default]
    Unknown,
}

/// The most characters of a number. A longer one is no amount.
const LONGEST: usize = 40;

/// Appends the normal form of a number: digits without spaces and marks between them, and a point
/// before the decimals. So `12 000`, `12.000` and `12000` are equal where the comma stands before
/// decimals. Appends nothing and returns false for anything that is no such number, as a date, a
/// version, a telephone number, or a number in which nothing would change.
pub(crate) fn push_number(number: &str, decimal: DecimalMark, text: &mut String) -> bool {
    let plain = number.bytes().all(|byte| byte.is_ascii_digit());
    if plain || number.len() > LONGEST {
        return false;
    }
    let before = text.len();
    let written = write_number(number, decimal, text).is_some();
    if !written {
        text.truncate(before);
    }
    written
}

fn write_number(number: &str, decimal: DecimalMark, text: &mut String) -> Option<()> {
    let unsigned = number
        .strip_prefix(|c| is_hyphen(c) || matches!(c, '+' | '−'))
        .unwrap_or(number);
    text.push_str(match number.chars().next()? {
        '+' => "+",
        '−' => "-",
        c if is_hyphen(c) => "-",
        _ => "",
    });
    let (whole, decimals) = parted(unsigned, decimal)?;
    // A sign that groups digits is everywhere the same.
    let mut sign = None;
    let mut groups = whole.split(|c: char| !c.is_ascii_digit());
    let first = groups.next()?;
    text.push_str(first);
    let (mut count, mut small) = (1, is_small(first));
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        text.push_str(group);
        (count, small) = (count + 1, small && is_small(group));
    }
    for c in whole.chars().filter(|c| !c.is_ascii_digit()) {
        let own = grouping(c)?;
        if sign.is_some_and(|sign| sign != own) {
            return None;
        }
        sign = Some(own);
    }
    let grouped = (1..=3).contains(&first.len()) && !first.starts_with('0');
    // `192.168.100.200` is an address, and `+34 912 345 678` a telephone number.
    let address = sign == Some('.') && count == 4 && small && decimals.is_none();
    let telephone = sign == Some(' ') && count > 2 && number.starts_with('+');
    if first.is_empty() || sign.is_some() && !grouped || address || telephone {
        return None;
    }
    if let Some(decimals) = decimals {
        if decimals.is_empty() || !decimals.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        text.push('.');
        text.push_str(decimals);
    }
    Some(())
}

/// What is before the decimals, and the decimals. `None` if a mark may be either sign.
fn parted(number: &str, decimal: DecimalMark) -> Option<(&str, Option<&str>)> {
    let Some(at) = number.rfind(['.', ',']) else {
        return Some((number, None));
    };
    let (whole, rest) = number.split_at_checked(at)?;
    let (mark, decimals) = rest.split_at_checked(1)?;
    if whole.contains(mark) {
        // A mark that stands twice groups digits.
        return Some((number, None));
    }
    let plain = whole.bytes().all(|byte| byte.is_ascii_digit());
    let groups = plain && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    let is_group = groups && decimals.len() == 3;
    match (decimal, mark) {
        (DecimalMark::Unknown, _) if is_group => None,
        (DecimalMark::Comma, ".") | (DecimalMark::Point, ",") if is_group => Some((number, None)),
        _ => Some((whole, Some(decimals))),
    }
}

/// One sign for all signs of a kind that group digits.
fn grouping(c: char) -> Option<char> {
    match c {
        ' ' | '\u{a0}' | '\u{2009}' | '\u{202f}' => Some(' '),
        '\'' | '’' => Some('\''),
        '.' | ',' => Some(c),
        _ => None,
    }
}

/// Whether digits are a number up to 255.
fn is_small(digits: &str) -> bool {
    digits.parse::<u8>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number(number: &str, decimal: DecimalMark) -> String {
        let mut text = String::new();
        if !push_number(number, decimal, &mut text) {
            assert!(text.is_empty());
            text.push_str(number);
        }
        text
    }

    #[test]
    fn numbers_have_the_form_that_their_language_gives_them() {
        for (written, comma, point, unknown) in [
            ("12000", "12000", "12000", "12000"),
            ("12 000", "12000", "12000", "12000"),
            ("12\u{a0}000", "12000", "12000", "12000"),
            ("1\u{202f}234\u{202f}567", "1234567", "1234567", "1234567"),
            ("12’000", "12000", "12000", "12000"),
            ("12.000", "12000", "12.000", "12.000"),
            ("12,000", "12.000", "12000", "12,000"),
            ("5,5", "5.5", "5.5", "5.5"),
            ("5.5", "5.5", "5.5", "5.5"),
            ("0,125", "0.125", "0.125", "0.125"),
            ("0.500", "0.500", "0.500", "0.500"),
            ("1234.567", "1234.567", "1234.567", "1234.567"),
            ("1 234,567", "1234.567", "1234.567", "1234.567"),
            ("1.234,5", "1234.5", "1234.5", "1234.5"),
            ("1,234.5", "1234.5", "1234.5", "1234.5"),
            ("1.234.567", "1234567", "1234567", "1234567"),
            ("1,234,567.89", "1234567.89", "1234567.89", "1234567.89"),
            ("−3,5", "-3.5", "-3.5", "-3.5"),
            ("-12 000", "-12000", "-12000", "-12000"),
            ("+5", "+5", "+5", "+5"),
        ] {
            assert_eq!(number(written, DecimalMark::Comma), comma, "{written}");
            assert_eq!(number(written, DecimalMark::Point), point, "{written}");
            assert_eq!(number(written, DecimalMark::Unknown), unknown, "{written}");
        }
    }

    #[test]
    fn what_is_no_amount_stays() {
        for written in [
            "",
            "+",
            "01 42 34 56 78",
            "06.12.34.56.78",
            "+34 912 345 678",
            "0 800 123 456",
            "25/01/2006",
            "15.4.2023",
            "2023-04-15",
            "2.13.1",
            "4.14.336",
            "192.168.100.200",
            "12:30",
            "2000-2006",
            "1,00,000",
            "1 234.567.890",
            "1.234 567",
            "12 0000",
            "3.",
            "3.5.",
            ",5",
            "1/2",
            "12%",
            "XII",
            "۳٫۵",
            "12 000 000 000 000 000 000 000 000 000 000 000",
        ] {
            for decimal in [DecimalMark::Comma, DecimalMark::Point, DecimalMark::Unknown] {
                let mut text = String::from("kept");
                assert!(!push_number(written, decimal, &mut text), "{written}");
                assert_eq!(text, "kept");
            }
        }
    }

    proptest! {
        #[test]
        fn the_digits_stay_and_what_is_in_form_stays(written in "[-+−]?[0-9 .,’]{0,12}") {
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            for decimal in [DecimalMark::Comma, DecimalMark::Point] {
                let once = number(&written, decimal);
                prop_assert_eq!(digits(&once), digits(&written));
                if decimal == DecimalMark::Point {
                    prop_assert_eq!(number(&once, decimal), once);
                }
            }
        }
    }
}
