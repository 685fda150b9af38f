//! Durations, amounts, percentages and approximate counts.

use super::Found;
use super::scan::Scan;
use crate::document::{EntitySource, Label, TokenKind};
use crate::lang::{DateRules, number};

/// The quantity that begins at `at`: `six mois`, `27 004 FCFA`, `10 %`, `une centaine`.
pub(super) fn find(scan: &Scan<'_>, rules: &DateRules, at: usize, end: usize) -> Option<Found> {
    let (_, unit_at) = count(scan, rules, at, end)?;
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
    rules: &DateRules,
    at: usize,
    end: usize,
) -> Option<(u64, usize)> {
    if at >= end {
        return None;
    }
    let value = match scan.kind(at) {
        TokenKind::Number => {
            let digits: String = scan
                .text(at)
                .chars()
                .filter(char::is_ascii_digit)
                .take(18)
                .collect();
            digits.parse().ok()?
        }
        TokenKind::Word => words(scan.norm(at), rules)?,
        _ => return None,
    };
    Some((value, at + 1))
}

/// `six`, `vingt-trois`.
fn words(norm: &str, rules: &DateRules) -> Option<u64> {
    let part = |part: &str| number(rules.numbers, part).and_then(|n| u64::try_from(n).ok());
    part(norm).or_else(|| norm.split('-').map(part).sum())
}
