//! Numbers in digits or words, over tokens.

use super::super::facts::Facts;
use super::super::scan::Scan;
use super::spelled::spelled;
use crate::document::TokenKind;
use crate::lang::{DateRules, number};

/// The number at `at`, in digits or words, and the token after it.
pub(in crate::entity) fn count(
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
            let digits = scan.text(at).bytes().filter(u8::is_ascii_digit).take(18);
            let number = digits.fold(None, |number: Option<u64>, digit| {
                Some(number.unwrap_or_default() * 10 + u64::from(digit - b'0'))
            });
            Some((number?, at + 1))
        }
        TokenKind::Word => words(scan, facts, rules, at, end),
        _ => None,
    }
}

/// The most tokens of a number in words.
const MOST_WORDS: usize = 12;

/// `six`, `vingt-trois`, `vingt et un`, `dix-neuf cent quatre-vingt-quatre`, `twenty-two`.
pub(super) fn words(
    scan: &Scan<'_>,
    facts: &Facts,
    rules: &DateRules,
    at: usize,
    end: usize,
) -> Option<(u64, usize)> {
    let is_number = |at: usize| at < end && facts.flags(scan.type_id(at)).counts;
    if !is_number(at) {
        return None;
    }
    let next = |at: usize| {
        if is_number(at + 1) {
            return Some(at + 1);
        }
        let linked = at + 1 < end && scan.is(at + 1, rules.number_links) && is_number(at + 2);
        let joins = linked && joins(scan.norm(at), scan.norm(at + 2), rules);
        joins.then_some(at + 2)
    };
    let Some(mut last) = next(at) else {
        return Some((spelled(scan.norm(at), rules)?, at + 1));
    };
    let mut text = format!("{}-{}", scan.norm(at), scan.norm(last));
    while let Some(at) = next(last).filter(|next| *next < at + MOST_WORDS) {
        text.push('-');
        text.push_str(scan.norm(at));
        last = at;
    }
    Some((spelled(&text, rules)?, last + 1))
}

/// Whether a link makes one number of two: `vingt et un`, but not `deux et trois`.
fn joins(first: &str, second: &str, rules: &DateRules) -> bool {
    let value = |word: &str| number(rules.numbers, word);
    let last = first.rsplit('-').next().unwrap_or(first);
    let next = second.split('-').next().unwrap_or(second);
    let before = value(first).or_else(|| value(last));
    let after = value(second).or_else(|| value(next));
    let (Some(before), Some(after)) = (before, after) else {
        return false;
    };
    before >= 20 && before % 10 == 0 && after < before
}
