//! Finds calendar expressions and their values.
//!
//! Each form of expression is a function that reads the tokens from one place on. The first that
//! fits wins. Values follow ISO 8601 and TIMEX3. If an expression leaves out the year, the tense of
//! the sentence tells it; where it does not, it is the last such date before the reference date, as
//! news means it, or the next one if the last was almost a year ago.

mod absolute;
mod numeric;
mod parts;
mod relative;
mod seasons;
mod tense;
mod value;

use std::cell::OnceCell;
use std::ops::Range;

use super::facts::{Facts, Flag, Flags};
use super::found::Found;
use super::quantities;
use super::scan::Scan;
use crate::date::Date;
use crate::document::{EntitySource, Label, Modifier, TokenKind};
use crate::lang::list::List;
use crate::lang::{Calendar, DateRules, Mark, Phrases};

/// The dates and quantities of a text, in its order.
pub(super) fn find(scan: &Scan<'_>, facts: &Facts, reference: Option<Date>) -> Vec<Found> {
    let mut found = Vec::new();
    for sentence in scan.sentences() {
        if let Some(rules) = scan.rules(sentence.start).dates {
            read(scan, facts, rules, sentence, reference, &mut found);
        }
    }
    found
}

/// Appends the dates and quantities of a sentence.
fn read(
    scan: &Scan<'_>,
    facts: &Facts,
    rules: &'static DateRules,
    sentence: Range<usize>,
    reference: Option<Date>,
    found: &mut Vec<Found>,
) {
    let first = found.len();
    let reader = DateReader {
        scan,
        facts,
        rules,
        first: sentence.start,
        end: sentence.end,
        reference,
        calendar_end: OnceCell::new(),
    };
    let mut at = sentence.start;
    let none = |at: usize| {
        let quantity = quantities::find(scan, facts, rules, at, sentence.clone());
        reader.date(at).is_none() && quantity.is_none()
    };
    while let Some(next) = facts.first(at..sentence.end, Flag::BeginsDate) {
        debug_assert!((at..next).all(none), "{}", scan.text_of(at..next));
        at = next;
        if !reader.may_begin(at) {
            debug_assert!(none(at), "{}", scan.text(at));
            at += 1;
            continue;
        }
        let own = found.get(first..).unwrap_or_default();
        let date = reader.date(at).or_else(|| reader.day_alone(at, own));
        let entity = date.map(|date| reader.entity(date));
        let quantity = || quantities::find(scan, facts, rules, at, sentence.clone());
        let entity = entity.or_else(quantity);
        match entity {
            Some(entity) => {
                at = entity.tokens.end.max(at + 1);
                found.push(entity);
            }
            None => at += 1,
        }
    }
    debug_assert!((at..sentence.end).all(none));
}

/// The first full date that is said to be the day of writing: `ce jeudi 28 novembre 2024`. A date
/// that fell on another weekday does not count.
pub(super) fn day_of_writing(
    scan: &Scan<'_>,
    facts: &Facts,
    rules: &'static DateRules,
    tokens: Range<usize>,
) -> Option<Date> {
    let reader = DateReader {
        scan,
        facts,
        rules,
        first: tokens.start,
        end: tokens.end,
        reference: None,
        calendar_end: OnceCell::new(),
    };
    let read = |at: usize| {
        let weekday = reader.weekday_number(at)?;
        let (day, month_at) = reader.day(at + 1)?;
        let month = reader.month_number(month_at)?;
        let date = Date::new(reader.year_number(month_at + 1)?, month, day)?;
        (date.weekday() == weekday).then_some(date)
    };
    // Weekdays are rarer than demonstratives, so they are checked first.
    let is_this = |at: &usize| {
        reader.weekday_number(*at).is_some() && reader.is(at - 1, rules.demonstratives)
    };
    let mut next = tokens.start + 1;
    let dated = std::iter::from_fn(|| {
        let at = facts.first(next..tokens.end + 1, Flag::Dated)?;
        next = at + 1;
        Some(at)
    });
    { dated }.filter(is_this).find_map(read)
}

struct DateReader<'a> {
    scan: &'a Scan<'a>,
    facts: &'a Facts,
    rules: &'static DateRules,
    first: usize,
    end: usize,
    reference: Option<Date>,
    /// The token behind the last word of the calendar, once it was asked for.
    calendar_end: OnceCell<usize>,
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

/// A date that begins with a word of the grammar has a word of dates among so many tokens behind it.
const NEAR: usize = 2;
/// The same where it begins with a phrase: `il y a un peu plus de deux ans`.
const NEAR_PHRASE: usize = 8;

impl<'a> DateReader<'a> {
    fn may_begin(&self, at: usize) -> bool {
        let flags = self.flags(at);
        if !flags.begins_date || flags.dated {
            return flags.begins_date;
        }
        let phrase = self.has(at, Mark::BeginsPhrase);
        let near = if phrase { NEAR_PHRASE } else { NEAR };
        let near = at + 1..self.end.min(at + 1 + near);
        let dated = self.facts.first(near, Flag::Dated);
        dated.is_some()
    }

    fn flags(&self, at: usize) -> Flags {
        self.facts.flags(self.scan.type_id(at))
    }

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
        // Most numbers have no word of the calendar behind them, and most forms need one, or a digit or
        // a hyphen instead.
        let calendar = at < self.calendar_end();
        let word = self.norm(at).as_bytes();
        let digit = calendar || word.iter().any(u8::is_ascii_digit);
        let hyphen = calendar || word.contains(&b'-');
        let when = |may_be: bool, read: fn(&Self, usize) -> Option<Expression>| {
            debug_assert!(may_be || read(self, at).is_none(), "{}", self.norm(at));
            may_be.then(|| read(self, at)).flatten()
        };
        when(digit, Self::part_of_year)
            .or_else(|| when(hyphen, Self::day_of_month))
            .or_else(|| when(calendar, Self::month_and_day))
            .or_else(|| self.numeric(at))
            .or_else(|| when(calendar, Self::weekday))
            .or_else(|| self.part_of_period(at))
            .or_else(|| when(hyphen, Self::month))
            .or_else(|| when(calendar, Self::distance))
            .or_else(|| self.near_day(at))
            .or_else(|| when(calendar, Self::stretch))
            .or_else(|| when(calendar, Self::near_period))
            .or_else(|| self.century(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.season(at))
            .or_else(|| self.year(at))
            .or_else(|| self.fixed(at))
    }

    /// The token behind the last word of the sentence that is in a table of the calendar.
    fn calendar_end(&self) -> usize {
        *self.calendar_end.get_or_init(|| {
            let last = (self.first..self.end).rfind(|at| self.flags(*at).calendar);
            last.map_or(self.first, |last| last + 1)
        })
    }

    /// The normal form of a token of this sentence; empty outside it.
    fn norm(&self, at: usize) -> &'a str {
        if at < self.end {
            self.scan.norm(at)
        } else {
            ""
        }
    }

    /// Whether a token of this sentence stands in a list.
    fn is(&self, at: usize, list: List) -> bool {
        at < self.end && self.scan.is(at, list)
    }

    fn has(&self, at: usize, mark: Mark) -> bool {
        at < self.end && self.scan.has(at, mark)
    }

    /// Whether the token before another one in this sentence stands in a list.
    fn follows(&self, at: usize, list: List) -> bool {
        at > self.first && self.scan.is(at - 1, list)
    }

    fn before(&self, at: usize) -> &'a str {
        if at > self.first {
            self.scan.norm(at - 1)
        } else {
            ""
        }
    }

    /// The token behind a phrase that stands at `at`.
    fn behind(&self, at: usize, phrase: &[&str]) -> Option<usize> {
        let there = (at..).zip(phrase).all(|(at, word)| self.norm(at) == *word);
        there.then_some(at + phrase.len())
    }

    /// The token behind the first phrase of a list that stands at `at`.
    fn behind_any(&self, at: usize, phrases: Phrases) -> Option<usize> {
        if !self.has(at, Mark::BeginsPhrase) {
            return None;
        }
        phrases.iter().find_map(|phrase| self.behind(at, phrase))
    }

    /// Whether one of the phrases ends right before a token.
    fn is_after(&self, at: usize, phrases: Phrases) -> bool {
        phrases.iter().any(|phrase| {
            let from = at.checked_sub(phrase.len());
            from.is_some_and(|from| from >= self.first && self.behind(from, phrase).is_some())
        })
    }

    /// The numbers of a token in the tables of the calendar. Most tokens are in none.
    fn calendar(&self, at: usize) -> Calendar {
        let listed = at < self.end && self.flags(at).calendar;
        let fact = listed.then(|| self.facts.get(self.scan.type_id(at)));
        fact.flatten().map(|fact| fact.calendar).unwrap_or_default()
    }

    fn weekday_number(&self, at: usize) -> Option<u8> {
        self.calendar(at).weekday
    }

    /// The number in digits or words that begins at `at`, and the token behind it.
    fn count(&self, at: usize) -> Option<(u64, usize)> {
        quantities::count(self.scan, self.facts, self.rules, at, self.end)
    }

    /// The day of the week that stands before a date, perhaps abbreviated and with a comma, and the
    /// token behind it.
    fn weekday_before(&self, at: usize) -> (Option<u8>, usize) {
        let calendar = self.calendar(at);
        let written = !self.rules.capitals || at < self.end && self.scan.is_capitalised(at);
        let short = calendar.short_weekday.filter(|_| written);
        match calendar.weekday.or(short) {
            Some(weekday) => {
                let comma = usize::from(self.norm(at + 1) == ",");
                (Some(weekday), at + 1 + comma)
            }
            None => (None, at),
        }
    }

    fn direction(&self, at: usize) -> Option<i32> {
        self.calendar(at).direction.map(i32::from)
    }

    /// The length in days of the unit of time that a token names. 0 for a unit shorter than a day.
    fn period(&self, at: usize) -> Option<i32> {
        self.calendar(at).period.map(i32::from)
    }

    fn is_day_part(&self, at: usize) -> bool {
        self.is(at, self.rules.day_parts)
    }

    /// Whether a word for `of` stands at `at`: `de`, `du`.
    fn is_of(&self, at: usize) -> bool {
        self.is(at, self.rules.of) || self.is(at, self.rules.of_the)
    }

    /// Whether the phrase ends here: a punctuation mark follows, or nothing.
    fn stops(&self, at: usize) -> bool {
        at >= self.end || self.scan.kind(at) == TokenKind::Punctuation
    }

    /// Whether a noun may stand here: a word that is neither a name nor a word of the grammar.
    fn goes_on(&self, at: usize) -> bool {
        let names = self.scan.rules(self.first).names;
        let capitals = names.is_some_and(|rules| rules.noun_capitals);
        at < self.end
            && self.scan.is_word(at)
            && (capitals || !self.scan.is_capitalised(at))
            && !self.scan.is_stop(at)
    }

    /// Whether a number before this token may count it.
    fn may_be_counted(&self, at: usize) -> bool {
        let word = self.norm(at);
        // The signs of units are short.
        let plural = word.len() < 3 || self.rules.plurals.iter().any(|it| word.ends_with(it));
        self.goes_on(at) && plural
    }

    /// Whether a number before this token is an amount of it.
    fn is_counted(&self, at: usize) -> bool {
        at < self.end
            && (self.period(at).is_some()
                || self.has(at, Mark::Unit)
                || self.has(at, Mark::Multiple))
    }

    /// The day of a month and the token behind it: `3`, `1er` or `trois`, up to 31.
    fn day(&self, at: usize) -> Option<(u8, usize)> {
        let text = self.norm(at);
        // `1° maggio`
        let sign =
            || self.is(at + 1, self.rules.first_day_signs) && self.scan.gap(at + 1).is_empty();
        let (day, end) = if text == "1" && sign() {
            (1, at + 2)
        } else if self.is(at, self.rules.first_day) {
            (1, at + 1)
        } else if let Some(day) = self.day_number(at).or_else(|| self.ordinal_day(at)) {
            (day, at + 1)
        } else if self.scan.is_word(at) {
            let (day, end) = self.count(at)?;
            // `un` is an article here: `un mars`.
            (u8::try_from(day).ok().filter(|day| *day > 1)?, end)
        } else {
            return None;
        };
        (1..=31).contains(&day).then_some((day, end))
    }

    /// The day of a month in one or two digits, perhaps with the dot of an ordinal number:
    /// `3. Mai`.
    fn day_number(&self, at: usize) -> Option<u8> {
        let text = self.norm(at);
        let digits = text.strip_suffix('.').unwrap_or(text);
        let short = digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        short.then(|| digits.parse().ok())?
    }

    /// The day of a month with the ending of an ordinal number: `3rd`.
    fn ordinal_day(&self, at: usize) -> Option<u8> {
        let mut endings = self.rules.ordinal_endings.iter();
        let digits = endings.find_map(|ending| self.norm(at).strip_suffix(ending))?;
        let short = digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
        short.then(|| digits.parse().ok())?
    }

    fn month_number(&self, at: usize) -> Option<u8> {
        let calendar = self.calendar(at);
        let short = || calendar.short_month.filter(|_| self.is_beside_number(at));
        let month = calendar.month.or_else(short)?;
        // `May's` belongs to a person.
        let written =
            !self.rules.capitals || self.scan.is_capitalised(at) && !self.scan.is_genitive(at);
        written.then_some(month)
    }

    /// Whether a day stands before the abbreviation of a month, or behind it, or a year does.
    fn is_beside_number(&self, at: usize) -> bool {
        let digit = |at: usize| self.norm(at).starts_with(|c: char| c.is_ascii_digit());
        let link = usize::from(self.follows(at, self.rules.month_links));
        let mark = usize::from(matches!(self.before(at), "-" | "/"));
        at > self.first + link + mark && digit(at - 1 - link - mark)
            || self.rules.month_first && digit(at + 1)
            || self.year_number(at + 1).is_some()
            || self.is_of(at + 1) && self.year_number(at + 2).is_some()
    }

    /// A number that may be a year.
    fn year_number(&self, at: usize) -> Option<u16> {
        let text = self.norm(at);
        // `1 400` is no year.
        let short = text.len() == 4 && self.scan.text(at).chars().nth(4).is_none();
        let year = short.then(|| text.parse().ok()).flatten()?;
        (1000..=2100).contains(&year).then_some(year)
    }

    /// A year in words, and the token behind it.
    fn spelled_year(&self, at: usize) -> Option<(u16, usize)> {
        if !(at < self.end && self.scan.is_word(at)) {
            return None;
        }
        let (year, end) = self.count(at)?;
        let year = u16::try_from(year).ok()?;
        ((1001..=2100).contains(&year) && !self.is_counted(end)).then_some((year, end))
    }

    /// What says the year behind a month: the year, where it is known, and the token behind it.
    /// `1968`, `de 1968`, `68`, `dix-neuf cent dix`, `de l'an 1968`, `de l'année dernière`, `de la même
    /// année`.
    fn year_of_month(&self, at: usize) -> Option<(Option<u16>, usize)> {
        let of = usize::from(self.is_of(at));
        if let Some(year) = self.year_number(at + of) {
            return Some((Some(year), at + of + 1));
        }
        let article = usize::from(self.is(at + of, self.rules.articles));
        let noun = at + of + article;
        if self.is_year_noun(noun)
            && let Some(year) = self.year_number(noun + 1)
        {
            return Some((Some(year), noun + 2));
        }
        if self.is_year_noun(at + of + article) || self.is_year_noun(at + of + article + 1) {
            let year = self.near_period(at + of + article)?;
            return Some((
                year.value.and_then(|year| year.parse().ok()),
                year.tokens.end,
            ));
        }
        let text = self.norm(at);
        let plain = !self.may_be_counted(at + 1) && !self.is_counted(at + 1);
        let (year, end) = match (text.len(), self.digits(at)) {
            // No day of a month.
            (2, Some(year @ 32..)) if plain => (1900 + year, at + 1),
            (3, Some(year)) if self.stops(at + 1) => (year, at + 1),
            _ => self.spelled_year(at)?,
        };
        Some((Some(year), end))
    }

    fn is_year_noun(&self, at: usize) -> bool {
        self.is(at, self.rules.year_nouns)
    }

    fn digits(&self, at: usize) -> Option<u16> {
        if at >= self.end {
            return None;
        }
        u16::try_from(self.scan.digits(at)?).ok()
    }
}
