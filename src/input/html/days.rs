//! Reads dates in the forms that web pages use.

use crate::date::Date;
use crate::language::Language;

/// Reads a date at the start of a text: `2024-02-14T09:12:44+00:00`, `20240214`.
pub(super) fn day(text: &str) -> Option<Date> {
    let text = text.trim();
    let written = |text: &str| text.parse().ok();
    let digits = text
        .get(..8)
        .filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    let joined = digits.and_then(|text| {
        let (year, rest) = text.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        written(&format!("{year}-{month}-{day}"))
    });
    text.get(..10).and_then(written).or(joined)
}

/// Reads a written date: `3 mars 2024`, `03/03/2024`.
pub(super) fn written_day(text: &str, language: Language) -> Option<Date> {
    let words: Vec<&str> = text
        .split(|c: char| !(c.is_alphanumeric() || c == '.' || c == '/'))
        .filter(|word| !word.is_empty())
        .collect();
    let number = |word: &str| {
        let digits = word.trim_end_matches(char::is_alphabetic);
        digits.parse::<u16>().ok()
    };
    words
        .windows(3)
        .find_map(|words| match words {
            [day, name, year] => {
                let year = number(year).filter(|year| *year > 1900)?;
                Date::new(year, month(name, language)?, number(day)?.try_into().ok()?)
            }
            _ => None,
        })
        .or_else(|| {
            words.iter().find_map(|word| {
                let mut parts = word.split('/').map(|part| part.parse::<u16>().ok());
                let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
                Date::new(year, month.try_into().ok()?, day.try_into().ok()?)
                    .filter(|_| year > 1900)
            })
        })
}

/// The number of a month by its name.
#[cfg(feature = "entities")]
fn month(name: &str, language: Language) -> Option<u8> {
    let name = name.to_lowercase();
    let rules = crate::lang::Rules::of(language).dates?;
    let found = rules.months.iter().find(|(month, _)| *month == name);
    found.and_then(|(_, number)| u8::try_from(*number).ok())
}

/// Without the feature `entities` there are no names of months.
#[cfg(not(feature = "entities"))]
fn month(_: &str, _: Language) -> Option<u8> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_pages() {
        for (text, date) in [
            ("2024-02-14T09:12:44+00:00", "2024-02-14"),
            (" 2024-02-14", "2024-02-14"),
            ("20240214-0712", "2024-02-14"),
        ] {
            assert_eq!(day(text), date.parse().ok(), "{text}");
        }
        for text in ["", "hier", "2024-13-01", "éééééééééé", "202402"] {
            assert_eq!(day(text), None, "{text}");
        }
        let written = |text| written_day(text, Language::FRENCH).map(|day| day.to_string());
        let slashes = written("le 03/12/2024 à 10:32");
        assert_eq!(slashes.as_deref(), Some("2024-12-03"));
        assert_eq!(written("31/02/2024, 3/4, 12 mars"), None);
        #[cfg(all(feature = "fr", feature = "entities"))]
        for text in [
            "Publié le 3 mars 2024 à 8 h",
            "dimanche 3\u{a0}mars 2024",
            "3 MARS 2024",
        ] {
            assert_eq!(written(text).as_deref(), Some("2024-03-03"), "{text}");
        }
    }
}
