//! Finds quantities: durations, amounts, percentages and approximate counts.

use super::facts::Facts;
use super::found::Found;
use super::scan::Scan;
use crate::document::{EntitySource, Label, TokenKind};
use crate::lang::list::List;
use crate::lang::{DateRules, Mark, number};

/// The quantity that begins at `at`: `six mois`, `27 004 FCFA`, `10 %`, `une centaine`, `$27 million`.
pub(super) fn find(
    scan: &Scan<'_>,
    facts: &Facts,
    rules: &DateRules,
    at: usize,
    end: usize,
) -> Option<Found> {
    let reader = QuantityReader { scan, rules, end };
    if reader.is_of_time(at) {
        return None;
    }
    let behind = reader
        .behind_price(at)
        .or_else(|| reader.behind_glued(at))
        .or_else(|| {
            let last = reader.end_of_range(at);
            reader.behind_counted(last, count(scan, facts, rules, last, end)?.1)
        })?;
    let source = EntitySource::Rule;
    Some(Found::new(at..behind, Label::QUANTITY, source, 0.8))
}

struct QuantityReader<'a> {
    scan: &'a Scan<'a>,
    rules: &'a DateRules,
    end: usize,
}

/// The most multiples in a row, as in `mil millones`.
const MOST_MULTIPLES: usize = 2;

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

    /// Whether a number is the minutes of a time: `10h15`.
    fn is_of_time(&self, at: usize) -> bool {
        let glued = at > 0 && self.scan.gap(at).is_empty();
        let hours = glued.then(|| self.scan.norm(at - 1).strip_suffix('h'));
        let digits = |hours: &str| hours.bytes().all(|byte| byte.is_ascii_digit());
        hours.flatten().is_some_and(digits)
    }

    /// The second number of a range that begins with the number at `at`, as in `5 à 10 cm`. Without
    /// a range, `at` itself.
    fn end_of_range(&self, at: usize) -> usize {
        let number = |at: usize| at < self.end && self.scan.kind(at) == TokenKind::Number;
        if !(number(at) && number(at + 2)) {
            return at;
        }
        let names = self.scan.rules(at).names;
        let joins = names.is_some_and(|rules| self.is(at + 1, rules.conjunctions));
        let range = self.is(at + 1, self.rules.ranges) && !joins;
        at + 2 * usize::from(range)
    }

    /// The token behind a price whose sign stands before it: `$27 million`, `£5.4bn`, `US$ 3,5`.
    fn behind_price(&self, at: usize) -> Option<usize> {
        let amount = at + 1;
        if amount >= self.end || !self.has(at, Mark::MoneySign) {
            return None;
        }
        let number = self.scan.kind(amount) == TokenKind::Number;
        let scaled = || {
            self.rules
                .multiples
                .holds(self.glued(amount)?)
                .then_some(amount + 1)
        };
        if !number {
            return scaled();
        }
        Some(self.behind_multiples(amount + 1))
    }

    /// The token behind a number that is written together with its unit: `12km`, `5Md €`.
    fn behind_glued(&self, at: usize) -> Option<usize> {
        let rest = self.glued(at)?;
        if self.rules.is_unit(rest) {
            return Some(at + 1);
        }
        let unit = self
            .rules
            .multiples
            .holds(rest)
            .then(|| self.behind_unit_of(at + 1));
        unit.flatten()
    }

    /// The letters behind the digits of a word.
    fn glued(&self, at: usize) -> Option<&'a str> {
        let norm = self.norm(at);
        let rest = norm.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',' || c == '.');
        let digits = norm.starts_with(|c: char| c.is_ascii_digit());
        (digits && !rest.is_empty()).then_some(rest)
    }

    /// The token behind what is counted by the number before `at`.
    fn behind_counted(&self, first: usize, at: usize) -> Option<usize> {
        let multiples = self.behind_multiples(at);
        let large = (multiples > at).then(|| self.behind_unit_of(multiples));
        // `une heure` is a length, `deux ans` too; `un an` after `il y a` was a date before.
        let length = self.has(at, Mark::Period);
        let rough = at == first + 1 && self.is(at, self.rules.approximate_numbers);
        large
            .flatten()
            .or_else(|| self.behind_unit(at))
            .or_else(|| (length || rough).then_some(at + 1))
    }

    fn behind_multiples(&self, at: usize) -> usize {
        let multiples = (at..self.end).take(MOST_MULTIPLES);
        at + multiples
            .take_while(|at| self.is(*at, self.rules.multiples))
            .count()
    }

    /// The token behind a unit, which `de` may tie to the number: `millions de dollars`.
    fn behind_unit_of(&self, at: usize) -> Option<usize> {
        self.behind_unit(at + usize::from(self.is(at, self.rules.of)))
    }

    /// The token behind the unit at `at`: `dollars`, `francs CFA`.
    fn behind_unit(&self, at: usize) -> Option<usize> {
        let long_units = self.rules.long_units.iter();
        let begins = self.has(at, Mark::BeginsPhrase);
        let long = long_units.filter(|_| begins).find(|unit| {
            let mut words = (at..).zip(unit.iter());
            words.all(|(at, word)| self.norm(at) == *word)
        });
        long.map(|unit| at + unit.len())
            .or_else(|| self.has(at, Mark::Unit).then_some(at + 1))
    }
}

/// The number at `at`, in digits or words, and the token after it.
pub(super) fn count(
    scan: &Scan<'_>,
    facts: &Facts,
    rules: &DateRules,
    at: usize,
    end: usize,
) -> Option<(u64, usize)> {
    if at >= end {
        return None;
    }
    match scan.kind(at) {
        TokenKind::Number => {
            let digits: String = scan
                .text(at)
                .chars()
                .filter(char::is_ascii_digit)
                .take(18)
                .collect();
            Some((digits.parse().ok()?, at + 1))
        }
        TokenKind::Word => words(scan, facts, rules, at, end),
        _ => None,
    }
}

/// The longest number in words, in bytes.
const LONGEST: usize = 64;

/// `six`, `vingt-trois`, `dix-neuf cent quatre-vingt-quatre`.
fn words(
    scan: &Scan<'_>,
    facts: &Facts,
    rules: &DateRules,
    at: usize,
    end: usize,
) -> Option<(u64, usize)> {
    let is_number = |at: &usize| facts.flags(scan.type_id(*at)).counts;
    let last = (at..end).take_while(is_number).take(8).last()?;
    if last == at {
        return Some((spelled(scan.norm(at), rules)?, at + 1));
    }
    let mut text = String::new();
    for at in at..=last {
        if !text.is_empty() {
            text.push('-');
        }
        text.push_str(scan.norm(at));
    }
    Some((spelled(&text, rules)?, last + 1))
}

/// The value of number words joined by hyphens.
fn spelled(mut text: &str, rules: &DateRules) -> Option<u64> {
    if text.len() > LONGEST {
        return None;
    }
    let (mut sum, mut group) = (0, 0_u64);
    while !text.is_empty() {
        // Try the longest word first, for `quatre-vingt-dix` is one.
        let mut head = text;
        let value = loop {
            match number(rules.numbers, head) {
                Some(value) => break u64::try_from(value).ok()?,
                None => head = head.rsplit_once('-')?.0,
            }
        };
        match value {
            1000.. => {
                sum = group.max(1).saturating_mul(value).saturating_add(sum);
                group = 0;
            }
            100 => group = group.max(1).saturating_mul(value),
            value => group = group.saturating_add(value),
        }
        text = text.get(head.len()..)?.trim_start_matches('-');
    }
    Some(sum.saturating_add(group))
}
