//! Durations, amounts, percentages and approximate counts.

use super::Found;
use super::facts::Facts;
use super::scan::Scan;
use crate::document::{EntitySource, Label, TokenKind};
use crate::lang::{DateRules, number};

/// The quantity that begins at `at`: `six mois`, `27 004 FCFA`, `10 %`, `une centaine`.
pub(super) fn find(
    scan: &Scan<'_>,
    facts: &Facts,
    rules: &DateRules,
    at: usize,
    end: usize,
) -> Option<Found> {
    let (_, unit_at) = count(scan, facts, rules, at, end)?;
    let norm = |index: usize| if index < end { scan.norm(index) } else { "" };
    let listed = |index: usize, list| index < end && scan.is(index, list);
    let quantity = |last: usize| Found::new(at..last + 1, Label::QUANTITY, EntitySource::Rule, 0.8);
    if number(rules.periods, norm(unit_at)).is_some()
        || listed(unit_at, rules.units)
        || unit_at == at + 1 && listed(unit_at, rules.approximate_numbers)
    {
        // `une heure` is a length, `deux ans` too; `un an` after `il y a` was a date before.
        // `francs CFA`
        let second = listed(unit_at, rules.units) && listed(unit_at + 1, rules.second_units);
        return Some(quantity(unit_at + usize::from(second)));
    }
    // `trois millions de dollars`
    if listed(unit_at, rules.multiples) {
        let of = usize::from(listed(unit_at + 1, rules.of));
        if listed(unit_at + 1 + of, rules.units) {
            return Some(quantity(unit_at + 1 + of));
        }
    }
    None
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

/// The value of number words that hyphens tie.
fn spelled(mut text: &str, rules: &DateRules) -> Option<u64> {
    if text.len() > LONGEST {
        return None;
    }
    let (mut sum, mut group) = (0, 0_u64);
    while !text.is_empty() {
        // The longest word first: `quatre-vingt-dix` is one.
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
