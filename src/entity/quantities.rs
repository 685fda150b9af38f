//! Finds quantities and their values: durations, ages, amounts, percentages, counts.

mod decimal;
mod numbers;
mod spelled;

use std::ops::Range;

use decimal::Decimal;
pub(super) use numbers::count;
pub(super) use spelled::is_compound;

use super::facts::Facts;
use super::found::Found;
use super::scan::Scan;
use crate::document::quantity::kind_of;
use crate::document::{EntitySource, Label, Modifier, QuantityKind, TokenKind};
use crate::lang::list::List;
use crate::lang::{DateRules, DecimalMark, Mark, Phrases, units};
use crate::normalize::is_hyphen;

/// The quantity that begins at `at`: `six mois`, `27 004 FCFA`, `10 %`, `une centaine`, `$27 million`.
pub(super) fn find(
    scan: &Scan<'_>,
    facts: &Facts,
    rules: &DateRules,
    at: usize,
    sentence: Range<usize>,
) -> Option<Found> {
    let reader = QuantityReader {
        scan,
        facts,
        rules,
        point: scan.rules(at).words.decimal_mark == DecimalMark::Point,
        first: sentence.start,
        end: sentence.end,
    };
    if !reader.may_begin(at) || reader.is_of_time(at) {
        return None;
    }
    let amount = reader
        .price(at)
        .or_else(|| reader.glued_amount(at))
        .or_else(|| reader.amount(at))?;
    // The newspaper `20 Minutes`
    let names = scan.rules(at).names.filter(|_| scan.is_capitalised(at + 1));
    if names.is_some_and(|names| names.organisations.holds(scan.text_of(at..amount.end))) {
        return None;
    }
    let source = EntitySource::Rule;
    // `entre 5 et 10 km`
    let led = amount.number.high.is_some() && reader.follows(at, reader.rules.between);
    let start = at - usize::from(led);
    let mut found = Found::new(start..amount.end, Label::QUANTITY, source, 0.8);
    found.value = reader.value(at, &amount);
    let rough = amount.rough || reader.is_roughly(at);
    found.modifier = (rough && found.value.is_some()).then_some(Modifier::Approx);
    Some(found)
}

struct QuantityReader<'a> {
    scan: &'a Scan<'a>,
    facts: &'a Facts,
    rules: &'a DateRules,
    /// Whether a point stands before the decimals of a number.
    point: bool,
    /// The first token of the sentence, and the token behind it.
    first: usize,
    end: usize,
}

/// A number that was read.
#[derive(Clone, Copy)]
struct Number {
    /// `None` if the number is too long.
    low: Option<Decimal>,
    /// The other end of a range.
    high: Option<Decimal>,
    /// The token behind it.
    end: usize,
}

/// A number and what it is a number of.
struct Amount {
    number: Number,
    /// `None` for a count.
    unit: Option<&'static str>,
    age: bool,
    rough: bool,
    end: usize,
}

impl Amount {
    fn new(number: Number, unit: &'static str, end: usize) -> Self {
        Self {
            number,
            unit: Some(unit),
            age: false,
            rough: false,
            end,
        }
    }
}

impl Number {
    fn one(number: Option<Decimal>, end: usize) -> Self {
        Self {
            low: number,
            high: None,
            end,
        }
    }

    /// The number times ten to a power, read up to another token.
    fn shifted(self, power: u32, end: usize) -> Self {
        let shift = |it: Option<Decimal>| it.and_then(|it| it.shifted(power));
        Self {
            low: shift(self.low),
            high: shift(self.high),
            end,
        }
    }
}

/// The most multiples in a row, as in `mil millones`.
const MOST_MULTIPLES: usize = 2;

/// A number of people below it is a part of the sentence and no figure: `deux hommes`.
const FEW: u64 = 10;

impl<'a> QuantityReader<'a> {
    fn norm(&self, at: usize) -> &'a str {
        if at < self.end {
            self.scan.norm(at)
        } else {
            ""
        }
    }

    fn is(&self, at: usize, list: List) -> bool {
        at < self.end && self.scan.is(at, list)
    }

    fn has(&self, at: usize, mark: Mark) -> bool {
        at < self.end && self.scan.has(at, mark)
    }

    /// Whether a quantity may begin with a token: a number in digits or words, or a sign of money.
    fn may_begin(&self, at: usize) -> bool {
        self.scan.kind(at) == TokenKind::Number
            || self.facts.flags(self.scan.type_id(at)).counts
            || self.is(at, self.rules.ones)
            || self.has(at, Mark::MoneySign)
            || self.norm(at).starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether the token before another one stands in a list.
    fn follows(&self, at: usize, list: List) -> bool {
        at > self.first && self.is(at - 1, list)
    }

    /// The value as a document has it.
    fn value(&self, at: usize, amount: &Amount) -> Option<String> {
        let kind = match amount.unit {
            Some(unit) => kind_of(unit)?,
            None => QuantityKind::Count,
        };
        let kind = if amount.age || kind == QuantityKind::Duration && self.is_age(at, amount) {
            QuantityKind::Age
        } else {
            kind
        };
        let mut value = format!("{kind} {}", amount.number.low?);
        if let Some(high) = amount.number.high {
            value.push_str(&format!("/{high}"));
        }
        if let Some(unit) = amount.unit {
            value.push(' ');
            value.push_str(unit);
        }
        Some(value)
    }

    /// Whether the words around a duration make an age of it: `âgé de 33 ans`, `femme de 25 ans`,
    /// `Dupont, 33 ans,`.
    fn is_age(&self, at: usize, amount: &Amount) -> bool {
        let of = usize::from(self.follows(at, self.rules.of));
        let before = at.checked_sub(1 + of);
        let told = before.is_some_and(|before| self.is(before, self.rules.aged));
        let person = of > 0 && before.is_some_and(|before| self.is(before, self.rules.persons));
        let comma = |at: usize| matches!(self.norm(at), "," | ")");
        let beside = amount.unit == Some("year")
            && at >= 2
            && matches!(self.norm(at - 1), "," | "(")
            && comma(amount.end)
            && self.scan.is_capitalised(at - 2);
        told || person || beside
    }

    /// Whether a word before a number says that it is not exact: `environ`, `près de`.
    fn is_roughly(&self, at: usize) -> bool {
        let of = usize::from(self.follows(at, self.rules.of));
        self.follows(at, self.rules.nearly) || of > 0 && self.follows(at - of, self.rules.nearly)
    }

    /// Whether a number is the minutes of a time: `10h15`.
    fn is_of_time(&self, at: usize) -> bool {
        let glued = at > 0 && self.scan.gap(at).is_empty();
        let hours = glued.then(|| self.scan.norm(at - 1).strip_suffix('h'));
        let digits = |hours: &str| hours.bytes().all(|byte| byte.is_ascii_digit());
        // `14 h 59`
        let apart = at > self.first + 1
            && self.scan.norm(at - 1) == "h"
            && self.scan.kind(at - 2) == TokenKind::Number;
        hours.flatten().is_some_and(digits) || apart
    }

    /// Whether an hour is one of the clock: `à 4 heures du matin`, `vers 20 heures`, `jeudi 17 heures`.
    fn is_clock(&self, at: usize, end: usize) -> bool {
        let of = self.is(end, self.rules.of) || self.is(end, self.rules.of_the);
        let article = usize::from(of && self.is(end + 1, self.rules.articles));
        let part = end + 1 + article;
        let parts = [self.rules.day_parts, self.rules.parts_of_today];
        // `mardi 72 heures après` is a duration.
        let hour = self.scan.norm(at).parse().is_ok_and(|hour: u8| hour < 24);
        let day = hour && self.follows_day(at) && !self.rules.clock.is_empty();
        (self.follows(at, self.rules.clock) || day) && !of
            || of && parts.into_iter().any(|list| self.is(part, list))
    }

    /// Whether a day, or the month of a date, stands right before a token.
    fn follows_day(&self, at: usize) -> bool {
        let tables = [self.rules.weekdays, self.rules.days, self.rules.months];
        let before = at.checked_sub(1).filter(|before| *before >= self.first);
        let is = |word: &str| {
            tables
                .into_iter()
                .any(|table| units::named(table, word).is_some())
        };
        before.is_some_and(|before| is(self.scan.norm(before)))
    }

    /// A price whose sign stands before it: `$27 million`, `£5.4bn`, `US$ 3,5`.
    fn price(&self, at: usize) -> Option<Amount> {
        let first = at + 1;
        if first >= self.end || !self.has(at, Mark::MoneySign) {
            return None;
        }
        let unit = units::sign(self.norm(at))?;
        let number = if self.scan.kind(first) == TokenKind::Number {
            let number = self.number(first)?;
            // `$27 M`
            match self.multiple(number.end) {
                Some(power) => number.shifted(power, number.end + 1),
                None => number,
            }
        } else {
            let (digits, power) = self.glued(first)?;
            let power = units::named(self.rules.multiples, power)?;
            Number::one(self.decimal(digits), first).shifted(power.unsigned_abs(), first + 1)
        };
        Some(Amount::new(number, unit, number.end))
    }

    /// A number that is written together with its unit: `12km`, `5Md €`.
    fn glued_amount(&self, at: usize) -> Option<Amount> {
        let (digits, rest) = self.glued(at)?;
        let number = Number::one(self.decimal(digits), at + 1);
        let own = units::named(self.rules.glued_units, rest);
        if let Some(unit) = own.or_else(|| self.rules.unit(rest)) {
            return Some(Amount::new(number, unit, at + 1));
        }
        let power = units::named(self.rules.multiples, rest)?;
        let (unit, end) = self.unit_of(at + 1)?;
        let number = number.shifted(power.unsigned_abs(), at + 1);
        Some(Amount::new(number, unit, end))
    }

    /// The digits of a word and the letters behind them.
    fn glued(&self, at: usize) -> Option<(&'a str, &'a str)> {
        let norm = self.norm(at);
        let rest = norm.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',' || c == '.');
        let digits = norm.starts_with(|c: char| c.is_ascii_digit());
        let length = norm.len() - rest.len();
        (digits && !rest.is_empty()).then(|| Some((norm.get(..length)?, rest)))?
    }

    fn decimal(&self, text: &str) -> Option<Decimal> {
        Decimal::read(text, self.point)
    }

    /// A number before its unit, or one that is an amount by itself.
    fn amount(&self, at: usize) -> Option<Amount> {
        if let Some(rough) = self.rough_number(at) {
            return Some(rough);
        }
        let number = self.with_half(self.number(at)?);
        let end = self.behind_repeated(number.end);
        let large = number
            .low
            .is_some_and(|low| !low.is_below(Decimal::whole(1000)));
        let tied = large.then(|| self.unit_of(end)).flatten();
        if let Some((unit, end)) = tied.or_else(|| self.unit(end, at)) {
            if unit == "hour" && self.is_clock(at, end) {
                return None;
            }
            return Some(self.and_half(Amount::new(number, unit, end)));
        }
        // `25-year-old`
        let dash = usize::from(self.norm(end) == "-" && self.has(end + 1, Mark::Period));
        if let Some((unit, behind)) = self.period(end + dash) {
            let old = self.behind_any(behind, self.rules.old);
            if dash > 0 && old.is_none() || unit == "hour" && self.is_clock(at, behind) {
                return None;
            }
            let mut amount = Amount::new(number, unit, old.unwrap_or(behind));
            amount.age = old.is_some();
            return Some(self.and_half(amount));
        }
        let of = usize::from(large && self.is(end, self.rules.of));
        let many = number
            .low
            .is_some_and(|low| !low.is_below(Decimal::whole(FEW)));
        (many && self.is(end + of, self.rules.people)).then_some(Amount {
            number,
            unit: None,
            age: false,
            rough: false,
            end: end + of + 1,
        })
    }

    /// A number with the half that may stand behind it: `five and a half`.
    fn with_half(&self, number: Number) -> Number {
        let Some(end) = self.behind_any(number.end, self.rules.half) else {
            return number;
        };
        let half = Decimal::read("0.5", true);
        let low = number.low.zip(half).and_then(|(low, half)| low.plus(half));
        Number { low, end, ..number }
    }

    /// A length of time with the half that may stand behind it: `trois ans et demi`.
    fn and_half(&self, amount: Amount) -> Amount {
        let end = amount.end;
        let number = self.with_half(Number {
            end,
            ..amount.number
        });
        Amount {
            end: number.end,
            number,
            ..amount
        }
    }

    /// The token behind the first phrase of a list that stands at `at`.
    fn behind_any(&self, at: usize, phrases: Phrases) -> Option<usize> {
        let there = |phrase: &&&[&str]| {
            let mut words = (at..).zip(phrase.iter());
            words.all(|(at, word)| self.norm(at) == *word)
        };
        let phrase = phrases.iter().find(there)?;
        Some(at + phrase.len())
    }

    /// `une centaine`, `deux douzaines`, `a dozen people`.
    fn rough_number(&self, at: usize) -> Option<Amount> {
        let (times, next) = if self.is(at, self.rules.ones) {
            (1, at + 1)
        } else {
            count(self.scan, self.facts, self.rules, at, self.end)?
        };
        let word = self.has(next, Mark::Rough).then(|| self.norm(next))?;
        let number = units::named(self.rules.approximate_numbers, word)?;
        let number = times.checked_mul(u64::try_from(number).ok()?)?;
        let number = Number::one(Some(Decimal::whole(number)), next + 1);
        let tied = self.is(next + 1, self.rules.of);
        let unit = self
            .unit_of(next + 1)
            .or_else(|| self.period(next + 1 + usize::from(tied)));
        let (unit, end) = unit.map_or((None, next + 1), |(unit, end)| (Some(unit), end));
        Some(Amount {
            number,
            unit,
            age: false,
            rough: true,
            end,
        })
    }

    /// The number at `at` with its multiples: `27`, `5 à 10`, `deux millions trois cent mille`.
    fn number(&self, at: usize) -> Option<Number> {
        let mut number = self.plain_number(at)?;
        let joins = self.scan.rules(at).names.map(|rules| rules.conjunctions);
        let joint = joins.is_some_and(|list| self.is(number.end, list));
        let ranged = self.is(number.end, self.rules.ranges)
            && (!joint || self.follows(at, self.rules.between));
        if let Some(other) = ranged.then(|| self.plain_number(number.end + 1)).flatten()
            && let (Some(low), Some(high)) = (number.low, other.low)
            && low.is_below(high)
        {
            number = Number {
                low: Some(low),
                high: Some(high),
                end: other.end,
            };
        }
        let (mut power, mut end) = self.multiples(number.end);
        number = number.shifted(power, end);
        // `deux millions` and `trois cent mille`
        while power >= 3
            && number.high.is_none()
            && let Some(more) = self.plain_number(end)
        {
            let (next, behind) = self.multiples(more.end);
            let more = more.shifted(next, behind);
            let unit = Decimal::whole(1).shifted(power);
            let (Some(low), Some(added), Some(unit)) = (number.low, more.low, unit) else {
                break;
            };
            if !added.is_below(unit) {
                break;
            }
            (number, power, end) = (Number::one(low.plus(added), behind), next, behind);
        }
        Some(number)
    }

    fn plain_number(&self, at: usize) -> Option<Number> {
        if at < self.end && self.scan.kind(at) == TokenKind::Number {
            let text = self.scan.text(at).trim_end_matches('%');
            if let Some((low, high)) = text.split_once(|c| is_hyphen(c) || c == '–')
                && let (Some(low), Some(high)) = (self.decimal(low), self.decimal(high))
                && low.is_below(high)
            {
                let high = Some(high);
                return Some(Number {
                    low: Some(low),
                    high,
                    end: at + 1,
                });
            }
            return Some(Number::one(self.decimal(text), at + 1));
        }
        let (number, end) = count(self.scan, self.facts, self.rules, at, self.end)?;
        Some(Number::one(Some(Decimal::whole(number)), end))
    }

    /// The power of ten of the multiples at `at`, and the token behind them.
    fn multiples(&self, at: usize) -> (u32, usize) {
        let mut power = 0;
        for next in at..self.end.min(at + MOST_MULTIPLES) {
            // A letter is a multiple before a unit only: `27 M$`, but not `100 m`.
            let alone = self.norm(next).len() == 1 && self.unit_of(next + 1).is_none();
            let Some(more) = self.multiple(next).filter(|_| !alone) else {
                return (power, next);
            };
            power += more;
        }
        (power, self.end.min(at + MOST_MULTIPLES))
    }

    fn multiple(&self, at: usize) -> Option<u32> {
        let word = self.has(at, Mark::Multiple).then(|| self.norm(at))?;
        units::named(self.rules.multiples, word).map(i32::unsigned_abs)
    }

    /// The token behind a number in digits that repeats one in words: `cinq (05) ans`.
    fn behind_repeated(&self, at: usize) -> usize {
        let repeated = self.norm(at) == "("
            && at + 1 < self.end
            && self.scan.kind(at + 1) == TokenKind::Number
            && self.norm(at + 2) == ")";
        at + 3 * usize::from(repeated)
    }

    /// A unit, which `de` may tie to the number: `millions de dollars`.
    fn unit_of(&self, at: usize) -> Option<(&'static str, usize)> {
        let at = at + usize::from(self.is(at, self.rules.of));
        self.unit(at, at)
    }

    /// The unit at `at` and the token behind it: `dollars`, `francs CFA`. `number` is the token of
    /// the number, or `at` if a letter is no unit.
    fn unit(&self, at: usize, number: usize) -> Option<(&'static str, usize)> {
        if at >= self.end {
            return None;
        }
        let begins = self.has(at, Mark::BeginsPhrase);
        let long = self.rules.long_units.iter().filter(|_| begins);
        let there = |(phrase, _): &&(&[&str], &'static str)| {
            let mut words = (at..).zip(phrase.iter());
            words.all(|(at, word)| self.norm(at) == *word)
        };
        if let Some((phrase, unit)) = long.filter(there).max_by_key(|(phrase, _)| phrase.len()) {
            return Some((unit, at + phrase.len()));
        }
        // `100 m`, but not `cent m`
        let digits = number < at && self.scan.kind(at - 1) == TokenKind::Number;
        let letter = || digits.then(|| units::named(units::LETTERS, self.scan.text(at)))?;
        let unit = match self.has(at, Mark::Unit) {
            true => self.rules.unit(self.norm(at)),
            false => letter(),
        }?;
        // `km` and `²`
        let glued = at + 1 < self.end && self.scan.gap(at + 1).is_empty();
        let power = match (unit, self.norm(at + 1)) {
            ("km", "²" | "2") => Some("km2"),
            ("m", "²" | "2") => Some("m2"),
            ("m", "³" | "3") => Some("m3"),
            _ => None,
        };
        Some(match power.filter(|_| glued) {
            Some(power) => (power, at + 2),
            None => (unit, at + 1),
        })
    }

    fn period(&self, at: usize) -> Option<(&'static str, usize)> {
        let period = self.has(at, Mark::Period).then_some(at)?;
        let days = self.facts.get(self.scan.type_id(period))?.calendar.period?;
        Some((units::period(days)?, at + 1))
    }
}
