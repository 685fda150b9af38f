//! Numbers in words.

use super::super::facts::Facts;
use super::super::scan::Scan;
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

/// The longest number in words, in bytes and in tokens.
const LONGEST: usize = 96;
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

/// The value of a word that is a number by itself or several written as one:
/// `zweiundzwanzig`, `trecentomila`. Most words are none.
pub(in crate::entity) fn is_compound(norm: &str, rules: &DateRules) -> bool {
    let begins = |(word, _): &(&str, i32)| norm.starts_with(word);
    rules.compound_numbers && rules.numbers.iter().any(begins) && spelled(norm, rules).is_some()
}

/// A number whose words are read one by one.
#[derive(Default)]
struct Sum {
    sum: u64,
    group: u64,
}

impl Sum {
    fn add(&mut self, value: u64) {
        match value {
            1000.. => {
                let group = self.group.max(1).saturating_mul(value);
                (self.sum, self.group) = (self.sum.saturating_add(group), 0);
            }
            100 => self.group = self.group.max(1).saturating_mul(value),
            value => self.group = self.group.saturating_add(value),
        }
    }

    /// Adds the numbers that one word is made of.
    fn add_compound(&mut self, word: &str, rules: &DateRules) -> Option<()> {
        let mut rest = word;
        while !rest.is_empty() {
            let ends = rest.char_indices().rev().map(|(at, c)| at + c.len_utf8());
            let head = |end: usize| Some((number(rules.numbers, rest.get(..end)?)?, end));
            if let Some((value, end)) = ends.filter(|end| *end <= LONGEST_WORD).find_map(head) {
                self.add(u64::try_from(value).ok()?);
                rest = rest.get(end..)?;
                continue;
            }
            let mut links = rules.number_links.words().iter();
            // A link stands between two numbers.
            rest = links.find_map(|link| rest.strip_prefix(link))?;
            if rest.is_empty() || rest.len() == word.len() {
                return None;
            }
        }
        Some(())
    }
}

/// The longest word of a table of numbers, in bytes.
const LONGEST_WORD: usize = 20;

/// The value of number words joined by hyphens.
pub(super) fn spelled(mut text: &str, rules: &DateRules) -> Option<u64> {
    if text.len() > LONGEST {
        return None;
    }
    let mut sum = Sum::default();
    while !text.is_empty() {
        // Try the longest word first, for `quatre-vingt-dix` is one.
        let mut head = text;
        let value = loop {
            match number(rules.numbers, head) {
                Some(value) => break Some(value),
                None => match head.rsplit_once('-') {
                    Some((shorter, _)) => head = shorter,
                    None => break None,
                },
            }
        };
        match value {
            Some(value) => sum.add(u64::try_from(value).ok()?),
            None if rules.compound_numbers => sum.add_compound(head, rules)?,
            // `vingt-et-un`
            None if rules.number_links.holds(head) && head.len() < text.len() => {}
            None => return None,
        }
        text = text.get(head.len()..)?.trim_start_matches('-');
    }
    Some(sum.sum.saturating_add(sum.group))
}
