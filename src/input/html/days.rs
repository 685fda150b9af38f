//! Reads dates in the forms that web pages use.

use crate::date::Date;
use crate::language::Language;

/// The languages whose months are known besides those of the page's own language.
#[cfg(feature = "entities")]
const LANGUAGES: [Language; 7] = [
    Language::ENGLISH,
    Language::FRENCH,
    Language::GERMAN,
    Language::SPANISH,
    Language::ITALIAN,
    Language::DUTCH,
    Language::PORTUGUESE,
];

/// Years of web pages.
const YEARS: std::ops::RangeInclusive<u16> = 1990..=2199;

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

/// Reads a date of metadata in any form: `2024-02-14T09:12`, `Wed, 14 Feb 2024 09:12:44 GMT`.
pub(super) fn any_day(text: &str) -> Option<Date> {
    day(text).or_else(|| written_day(text, Language::ENGLISH))
}

/// Reads the first written date: `3 mars 2024`, `Nov 18, 2019`, `18. November 2019`, `03/03/2024`,
/// `2024年3月3日`. The months may be those of other languages than `language`.
pub(super) fn written_day(text: &str, language: Language) -> Option<Date> {
    let words: Vec<&str> = text
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | '/' | '-')))
        .map(|word| word.trim_matches('-'))
        .filter(|word| !word.is_empty())
        .collect();
    (0..words.len()).find_map(|at| {
        let word = |further: usize| words.get(at + further).copied().unwrap_or_default();
        if !word(0).starts_with(|c: char| c.is_alphanumeric()) {
            return None;
        }
        named(word(0), word(1), word(2), language)
            .or_else(|| linked(&words, at, language))
            .or_else(|| numeric(word(0), language))
            .or_else(|| of_signs(word(0)))
    })
}

/// `3 de marzo de 2024`, `3rd of March 2024`.
fn linked(words: &[&str], at: usize, language: Language) -> Option<Date> {
    let window = words.iter().skip(at).take(5).copied();
    let mut rest = window.filter(|word| !matches!(*word, "de" | "del" | "of"));
    named(rest.next()?, rest.next()?, rest.next()?, language)
}

/// A date of three words with the name of a month.
fn named(one: &str, two: &str, three: &str, language: Language) -> Option<Date> {
    let year = number(three).filter(|year| YEARS.contains(year))?;
    let of = |name: &str, day: &str| {
        let day = number(day).filter(|_| day.starts_with(|c: char| c.is_ascii_digit()))?;
        Date::new(year, month(name, language)?, day.try_into().ok()?)
    };
    of(two, one).or_else(|| of(one, two))
}

/// The number at the start of a word: `1er`, `18.`, `3rd`.
fn number(word: &str) -> Option<u16> {
    let digits = word.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
    digits.parse::<u16>().ok()
}

/// A date of three numbers. The day comes first, unless only the month can, or the year does.
fn numeric(word: &str, language: Language) -> Option<Date> {
    let mark = ['/', '.', '-']
        .into_iter()
        .find(|mark| word.contains(*mark))?;
    let mut parts = word.trim_end_matches('.').split(mark);
    let mut next = || parts.next()?.parse::<u16>().ok();
    let (one, two, three) = (next()?, next()?, next()?);
    let of = |year: u16, month: u16, day: u16| {
        let month = month.try_into().ok()?;
        Date::new(year, month, day.try_into().ok()?).filter(|_| YEARS.contains(&year))
    };
    if YEARS.contains(&one) {
        return of(one, two, three);
    }
    let american = mark == '/' && language == Language::ENGLISH;
    let (day_first, month_first) = (of(three, two, one), of(three, one, two));
    if american {
        day_first.filter(|_| one > 12).or(month_first)
    } else {
        day_first.or(month_first)
    }
}

/// `2024年3月3日`.
fn of_signs(word: &str) -> Option<Date> {
    let (year, rest) = word.split_once(['年', '년'])?;
    let (month, rest) = rest.split_once(['月', '월'])?;
    let (day, _) = rest.split_once(['日', '일'])?;
    let year = year.trim_start_matches(|c: char| !c.is_ascii_digit());
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// The greatest number of words of a line that says how long ago something was.
pub(super) const AGO: usize = 8;

/// Reads how many days ago something was, in the language of the page or in another one: `il y a 2
/// heures` is 0, `hier` 1, `vor 3 Tagen` 3. Weeks and months name no day. A word such as `hier`
/// counts at the start of a text, and anywhere if `is_dateline`.
#[cfg(feature = "entities")]
pub(super) fn days_ago(text: &str, language: Language, is_dateline: bool) -> Option<u16> {
    let text = text.to_lowercase().replace('’', "'");
    // `3h` is a number and a unit.
    let mut words: Vec<&str> = Vec::new();
    for word in text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '\'' | '-'))) {
        let digits = word
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(word.len());
        let (number, rest) = word.split_at(digits);
        words.extend([number, rest].into_iter().filter(|part| !part.is_empty()));
    }
    let mut languages = std::iter::once(language).chain(LANGUAGES);
    languages.find_map(|language| {
        let rules = crate::lang::Rules::of(language).dates?;
        (0..words.len()).find_map(|at| {
            let words = words.get(at..)?;
            let phrases = rules.day_phrases.iter();
            let days = phrases.filter(|(phrase, _)| words.starts_with(phrase));
            let day = rules
                .days
                .iter()
                .filter(|(day, _)| Some(day) == words.first());
            let near = days.map(|(_, days)| days).chain(day.map(|(_, days)| days));
            let near = near.filter(|_| at == 0 || is_dateline);
            let mut past = near.filter_map(|days| u16::try_from(-days).ok());
            let ago = || {
                let ago = rules.ago.iter().filter(|phrase| words.starts_with(phrase));
                ago.filter_map(|phrase| length(words.get(phrase.len()..)?, rules))
                    .next()
            };
            let since = || {
                let since = rules.since.iter();
                let behind = words.get(2..)?;
                let mut since = since.filter(|phrase| behind.starts_with(phrase));
                since.next().and_then(|_| length(words, rules))
            };
            past.next().or_else(ago).or_else(since)
        })
    })
}

/// The whole days of a length of time: a number and a unit.
#[cfg(feature = "entities")]
fn length(words: &[&str], rules: &crate::lang::DateRules) -> Option<u16> {
    const SHORT: [(&str, u16); 13] = [
        ("d", 1),
        ("h", 0),
        ("hr", 0),
        ("hrs", 0),
        ("j", 1),
        ("m", 0),
        ("min", 0),
        ("minuti", 0),
        ("mins", 0),
        ("minuut", 0),
        ("std", 0),
        ("stunde", 0),
        ("u", 0),
    ];
    let (number, unit) = (words.first()?, words.get(1)?);
    let known = || rules.numbers.iter().find(|(word, _)| word == number);
    let written = || u16::try_from(known()?.1).ok();
    let one = || rules.ones.holds(number).then_some(1);
    let count = number.parse().ok().or_else(one).or_else(written)?;
    let long = || rules.periods.iter().find(|(word, _)| word == unit);
    let short = || SHORT.iter().find(|(word, _)| word == unit);
    let days = long().and_then(|(_, days)| u16::try_from(*days).ok());
    match days.or_else(|| Some(short()?.1))? {
        0 if unit.starts_with('m') || unit.starts_with("se") => Some(0),
        0 => Some(count / 24),
        1 => Some(count),
        _ => None,
    }
}

/// Without the feature `entities` there are no words for days.
#[cfg(not(feature = "entities"))]
pub(super) fn days_ago(_: &str, _: Language, _: bool) -> Option<u16> {
    None
}

/// The number of a month by its name, in the language of the page or in another one.
#[cfg(feature = "entities")]
pub(super) fn month(name: &str, language: Language) -> Option<u8> {
    let name = name.trim_end_matches('.');
    if name.is_empty() || name.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let name = name.to_lowercase();
    std::iter::once(language)
        .chain(LANGUAGES)
        .find_map(|language| {
            let rules = crate::lang::Rules::of(language).dates?;
            let mut months = rules.months.iter().chain(rules.short_months);
            let found = months.find(|(month, _)| month.trim_end_matches('.') == name)?;
            u8::try_from(found.1).ok()
        })
}

/// Without the feature `entities` there are no names of months.
#[cfg(not(feature = "entities"))]
pub(super) fn month(_: &str, _: Language) -> Option<u8> {
    None
}

/// Returns true if a word is a day of the week in a known language.
#[cfg(feature = "entities")]
pub(super) fn is_weekday(name: &str) -> bool {
    let name = name.trim_end_matches(['.', ',']).to_lowercase();
    LANGUAGES.iter().any(|language| {
        let rules = crate::lang::Rules::of(*language).dates;
        let mut days = rules.iter().flat_map(|rules| rules.weekdays);
        days.any(|(day, _)| *day == name)
    })
}

/// Without the feature `entities` there are no names of days.
#[cfg(not(feature = "entities"))]
pub(super) fn is_weekday(_: &str) -> bool {
    false
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
        for (text, date) in [
            ("le 03/12/2024 à 10:32", Some("2024-12-03")),
            ("12/25/2024", Some("2024-12-25")),
            ("Stand: 3.12.2024, 10:32 Uhr", Some("2024-12-03")),
            ("2024-12-03 10:32", Some("2024-12-03")),
            ("（2024年12月3日 10時）", Some("2024-12-03")),
            ("31/02/2024, 3/4, 12 mars", None),
            ("1.2.3", None),
        ] {
            assert_eq!(written(text).as_deref(), date, "{text}");
        }
        let american = written_day("2/3/2024", Language::ENGLISH);
        assert_eq!(
            american.map(|day| day.to_string()).as_deref(),
            Some("2024-02-03")
        );
    }

    #[test]
    #[cfg(all(feature = "fr", feature = "entities"))]
    fn named_days_of_pages() {
        for text in [
            "Publié le 3 mars 2024 à 8 h",
            "dimanche 3\u{a0}mars 2024",
            "3 MARS 2024",
            "March 3, 2024",
            "Mar. 3rd, 2024",
            "Sun, 03 Mar 2024 08:12:44 GMT",
            "3. März 2024",
            "3 de marzo de 2024",
            "3 de março de 2024",
            "domenica 3 marzo 2024",
            "zondag 3 maart 2024",
        ] {
            let day = written_day(text, Language::FRENCH).map(|day| day.to_string());
            assert_eq!(day.as_deref(), Some("2024-03-03"), "{text}");
        }
    }
}
