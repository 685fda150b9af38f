//! The value of a number that is spelled out.

use crate::lang::{DateRules, number};

/// The longest number in words, in bytes.
const LONGEST: usize = 96;

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
