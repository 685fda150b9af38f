//! [`Counts`]: how often each term occurs.

use std::collections::HashMap;

/// Counts how often each term occurs. Collect it from the terms of a document or from any strings.
///
/// ```
/// use griot::terms::Counts;
///
/// let counts: Counts = ["niger", "mali", "niger"].into_iter().collect();
/// assert_eq!((counts.get("niger"), counts.total(), counts.len()), (2, 3, 2));
/// assert_eq!(counts.most(1), [("niger", 2)]);
/// ```
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Counts {
    counts: HashMap<Box<str>, usize>,
    total: usize,
}

impl Counts {
    /// Counts one more occurrence of a term.
    pub fn add(&mut self, term: &str) {
        self.total += 1;
        match self.counts.get_mut(term) {
            Some(count) => *count += 1,
            None => {
                self.counts.insert(term.into(), 1);
            }
        }
    }

    /// How often a term was counted. 0 for a term that was not.
    pub fn get(&self, term: &str) -> usize {
        self.counts.get(term).copied().unwrap_or_default()
    }

    /// The sum of all counts.
    pub fn total(&self) -> usize {
        self.total
    }

    /// The number of different terms.
    pub fn len(&self) -> usize {
        self.counts.len()
    }

    /// Returns true if nothing was counted.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// The terms with their counts, in no particular order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, usize)> {
        self.counts.iter().map(|(term, count)| (&**term, *count))
    }

    /// At most `number` terms with their counts, the most frequent first. Terms with equal counts
    /// are sorted by their bytes.
    pub fn most(&self, number: usize) -> Vec<(&str, usize)> {
        let mut all: Vec<_> = self.iter().collect();
        all.sort_unstable_by_key(|(term, count)| (std::cmp::Reverse(*count), *term));
        all.truncate(number);
        all
    }
}

impl<T: AsRef<str>> Extend<T> for Counts {
    fn extend<I: IntoIterator<Item = T>>(&mut self, terms: I) {
        for term in terms {
            self.add(term.as_ref());
        }
    }
}

impl<T: AsRef<str>> FromIterator<T> for Counts {
    fn from_iter<I: IntoIterator<Item = T>>(terms: I) -> Self {
        let mut counts = Self::default();
        counts.extend(terms);
        counts
    }
}
