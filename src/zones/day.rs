//! Reads dates in raw text, before there are tokens.

use super::text::{after, is_blank, word};
use crate::date::Date;
use crate::lang::list::Folded;
use crate::lang::{Table, ZoneRules, number};
use crate::normalize::is_hyphen;

/// A date of which any part may be unknown.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Day {
    pub(super) year: Option<u16>,
    pub(super) month: Option<u8>,
    day: Option<u8>,
    weekday: Option<i32>,
    /// True if the text calls it the day of writing: `ce jeudi`.
    pub(super) today: bool,
}

impl Day {
    /// The calendar day. `None` if a part is unknown or the weekday is wrong.
    pub(super) fn date(self) -> Option<Date> {
        let date = Date::new(self.year?, self.month?, self.day?)?;
        let agrees = |weekday| weekday == i32::from(date.weekday());
        self.weekday.is_none_or(agrees).then_some(date)
    }
}

/// Reads a date at the start of a text. Returns it with its length in bytes. `le jeudi 28 novembre
/// 2024`, `April 12, 2024`, `12/03/2024`, `2024-11`.
pub(super) fn read(text: &str, rules: &ZoneRules) -> Option<(Day, usize)> {
    let mut day = Day::default();
    let mut rest = text;
    let article = word(rest);
    if rules.articles.holds(article) {
        day.today = rules.demonstratives.holds(article);
        rest = skip(after(rest, article));
    }
    let name = word(rest);
    if let Some(weekday) = named(rules.weekdays, name) {
        day.weekday = Some(weekday);
        let after = after(rest, name);
        rest = skip(after.strip_prefix([',', '.']).unwrap_or(after));
        if rules.articles.holds(word(rest)) {
            rest = skip(after_word(rest));
        }
    }
    let end = in_words(rest, &mut day, rules).or_else(|| numeric(rest, &mut day, rules))?;
    Some((day, text.len() - end.len()))
}

/// Reads a date in words: `28 novembre 2024`, `1er mars`, `mars 2024`, `April 12, 2024`. Returns
/// the rest.
fn in_words<'a>(text: &'a str, day: &mut Day, rules: &ZoneRules) -> Option<&'a str> {
    let (mut number, rest) = match day_number(text, rules) {
        Some((number, rest)) => (Some(number), rest),
        None => (None, text),
    };
    let (month, mut rest) = month(rest, rules)?;
    if number.is_none()
        && rules.month_first
        && let Some((day, after)) = day_number(rest, rules)
    {
        number = Some(day);
        rest = after;
    }
    let after = rest.strip_prefix(',').unwrap_or(rest);
    let year = digits(skip(after)).filter(|digits| digits.len() == 4);
    let year = year.and_then(|digits| {
        let year = digits.parse().ok().filter(is_year)?;
        Some((year, self::after(skip(after), digits)))
    });
    if let Some((year, after)) = year {
        day.year = Some(year);
        rest = after;
    }
    (day.month, day.day) = (Some(month), number);
    (number.is_some() || day.year.is_some()).then_some(rest)
}

/// Reads the number of a day: `28`, `1er`, `12th`. Returns it and the rest after white space.
fn day_number<'a>(text: &'a str, rules: &ZoneRules) -> Option<(u8, &'a str)> {
    let number = digits(text).filter(|digits| digits.len() <= 2)?;
    let ending = word(after(text, number));
    if !(ending.is_empty() || rules.day_endings.holds(ending)) {
        return None;
    }
    let rest = after(after(text, number), ending);
    let number = number.parse().ok().filter(|day| (1..=31).contains(day))?;
    Some((number, skip(rest)))
}

/// Reads a month, also abbreviated, with or without its full stop. Returns it and the rest after
/// white space.
fn month<'a>(text: &'a str, rules: &ZoneRules) -> Option<(u8, &'a str)> {
    let name = word(text);
    let rest = after(text, name);
    let (month, rest) = match named(rules.months, name) {
        Some(month) => (month, rest),
        None => {
            let mut dotted = Folded::of(name);
            dotted.push('.');
            let name = std::str::from_utf8(dotted.bytes()).ok()?;
            let month = number(rules.months, name)?;
            (month, rest.strip_prefix('.').unwrap_or(rest))
        }
    };
    Some((u8::try_from(month).ok()?, skip(rest)))
}

/// Reads a numeric date: `12/03/2024`, `2024-11-28`, `2024-11`, `11/2024`. Returns the rest.
fn numeric<'a>(text: &'a str, day: &mut Day, rules: &ZoneRules) -> Option<&'a str> {
    let mark = |c: char| is_hyphen(c) || matches!(c, '/' | '.');
    let end = text.find(|c: char| !(c.is_ascii_digit() || mark(c)));
    let number = text
        .get(..end.unwrap_or(text.len()))?
        .trim_end_matches(mark);
    let rest = after(text, number);
    if rest.starts_with(char::is_alphanumeric) && !rest.starts_with('T') {
        return None;
    }
    let separator = number.chars().find(|c| mark(*c))?;
    let mut parts = number.split(separator);
    let (a, b, c) = (parts.next()?, parts.next()?, parts.next());
    if parts.next().is_some() || !(1..=4).contains(&a.len()) {
        return None;
    }
    let year = |part: &str| part.parse().ok().filter(is_year);
    let (year, month, number) = match (a.len(), b.len(), c) {
        (4, 2, Some(c)) if c.len() == 2 => (year(a)?, b, Some(c)),
        (4, 2, None) if separator != '.' => (year(a)?, b, None),
        (1..=2, 4, None) if separator != '.' => (year(b)?, a, None),
        (1..=2, 1..=2, Some(c)) if c.len() == 4 => (year(c)?, b, Some(a)),
        (2, 2, Some(c)) if c.len() == 2 && separator == '/' => {
            (2000 + c.parse::<u16>().ok()?, b, Some(a))
        }
        _ => return None,
    };
    let read = |part: &str, most| {
        part.parse()
            .ok()
            .filter(|number| (1..=most).contains(number))
    };
    day.year = Some(year);
    let in_order = |day: &str| Some((read(month, 12)?, Some(read(day, 31)?)));
    match number {
        None => day.month = Some(read(month, 12)?),
        // Either the day or the month may come first, so only the year is certain.
        Some(number) if rules.month_first && a.len() < 4 && number != month => {
            if let (None, Some(day_first)) = (read(number, 12), in_order(number)) {
                (day.month, day.day) = (Some(day_first.0), day_first.1);
            } else if let (Some(first), None) = (read(number, 12), read(month, 12)) {
                (day.month, day.day) = (Some(first), Some(read(month, 31)?));
            } else {
                read(number, 12)?;
            }
        }
        Some(number) => {
            let (month, number) = in_order(number)?;
            (day.month, day.day) = (Some(month), number);
        }
    }
    Some(rest)
}

/// Returns true if a word is the name of a month or a weekday.
pub(super) fn is_named(name: &str, rules: &ZoneRules) -> bool {
    let name = word(name);
    named(rules.months, name).is_some() || named(rules.weekdays, name).is_some()
}

/// Skips a time of day and what introduces it: ` à 10h12`, ` | 10:12 GMT`. Returns the rest.
pub(super) fn skip_hour<'a>(text: &'a str, rules: &ZoneRules) -> &'a str {
    let read = || {
        let mut rest = text.strip_prefix('T').unwrap_or(text);
        rest = rest.trim_start_matches(super::text::is_separator);
        let preposition = word(rest);
        if rules.hour_prepositions.holds(preposition) {
            rest = skip(after(rest, preposition));
        }
        let hour = digits(rest).filter(|digits| digits.len() <= 2)?;
        rest = after(rest, hour);
        let mark = skip(rest)
            .chars()
            .next()
            .filter(|c| matches!(c, 'h' | 'H' | ':' | 'a' | 'p' | 'A' | 'P'))?;
        rest = skip(rest);
        // `10h12`, `10:12:30`, `10 h 12 min`, `9:05 pm`
        if !matches!(mark, 'a' | 'p' | 'A' | 'P') {
            rest = after(rest, mark.encode_utf8(&mut [0; 4]));
        }
        let parts = |c: char| c.is_ascii_digit() || c == ':';
        rest = skip(rest).trim_start_matches(parts);
        let zone = word(skip(rest));
        if rules.hour_endings.holds(zone) {
            rest = after(skip(rest), zone);
        } else if rest.starts_with(char::is_alphabetic) {
            return None;
        }
        Some(rest)
    };
    read().unwrap_or(text)
}

fn is_year(year: &u16) -> bool {
    (1900..=2100).contains(year)
}

/// The digits at the start of a text. `None` if a letter follows that is not part of an ending.
fn digits(text: &str) -> Option<&str> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    text.get(..end).filter(|digits| !digits.is_empty())
}

fn named(table: Table, name: &str) -> Option<i32> {
    let folded = Folded::of(name);
    number(table, std::str::from_utf8(folded.bytes()).ok()?)
}

fn skip(text: &str) -> &str {
    text.trim_start_matches(is_blank)
}

fn after_word(text: &str) -> &str {
    after(text, word(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Rules;
    use crate::language::Language;

    fn check(language: Language, cases: &[(&str, &str, &str)]) {
        for (text, date, rest) in cases {
            let (day, length) =
                read(text, Rules::of(language).zones).unwrap_or_else(|| panic!("{text}"));
            let part = |number: Option<u16>| number.map_or("?".to_owned(), |it| it.to_string());
            let got = [day.year, day.month.map(u16::from), day.day.map(u16::from)].map(part);
            assert_eq!(got.join("-"), *date, "{text}");
            assert_eq!(&text[length..], *rest, "{text}");
        }
    }

    #[cfg(feature = "fr")]
    #[test]
    fn french_dates() {
        check(
            Language::FRENCH,
            &[
                ("06 décembre 2023 (Lomé Actu)", "2023-12-6", " (Lomé Actu)"),
                ("le jeudi 28 novembre 2024.", "2024-11-28", "."),
                ("Mercredi, le 1er mars", "?-3-1", ""),
                ("12 avr (Xinhua)", "?-4-12", "(Xinhua)"),
                ("3 déc. 2023 à", "2023-12-3", " à"),
                ("DÉCEMBRE 2023", "2023-12-?", ""),
                ("12/03/2024 à 10h12", "2024-3-12", " à 10h12"),
                ("2024-11 Le Niger", "2024-11-?", " Le Niger"),
                ("2024-11-28T10:12", "2024-11-28", "T10:12"),
            ],
        );
        let rules = Rules::of(Language::FRENCH).zones;
        for text in [
            "",
            "le",
            "mars",
            "32 mars",
            "12/13/2024",
            "2024",
            "3,5 millions",
            "12 hommes",
            "12-03",
            "1/2",
        ] {
            assert_eq!(read(text, rules), None, "{text}");
        }
        for (text, rest) in [
            (" à 10h12 Le", " Le"),
            (" - 10:12 GMT", ""),
            (" 10 h", ""),
            (" 12 hommes", " 12 hommes"),
            ("", ""),
        ] {
            assert_eq!(skip_hour(text, rules), rest);
        }
        let wrong = read("mercredi 28 novembre 2024", rules).unwrap().0;
        assert_eq!(wrong.date(), None, "it was a Thursday");
    }

    #[test]
    fn english_dates() {
        check(
            Language::ENGLISH,
            &[
                ("April 12 (Reuters)", "?-4-12", "(Reuters)"),
                (
                    "Thursday, Nov. 28, 2024 at 9:05 pm",
                    "2024-11-28",
                    " at 9:05 pm",
                ),
                ("28th November 2024", "2024-11-28", ""),
                ("11/28/2024", "2024-11-28", ""),
                ("28/11/2024", "2024-11-28", ""),
                ("03/04/2024", "2024-?-?", ""),
            ],
        );
    }
}
