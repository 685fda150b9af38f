//! How often terms occur.

use std::collections::HashMap;

/// How often each term occurs. Made of the terms of a document or of many, or of any strings.
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
    /// Counts one more.
    pub fn add(&mut self, term: &str) {
        self.total += 1;
        match self.counts.get_mut(term) {
            Some(count) => *count += 1,
            None => {
                self.counts.insert(term.into(), 1);
            }
        }
    }

    /// How often a term occurs.
    pub fn get(&self, term: &str) -> usize {
        self.counts.get(term).copied().unwrap_or_default()
    }

    /// How many terms were counted, each as often as it occurs.
    pub fn total(&self) -> usize {
        self.total
    }

    /// How many different terms there are.
    pub fn len(&self) -> usize {
        self.counts.len()
    }

    /// Whether nothing was counted.
    pub fn is_empty(&self) -> bool {
        self.counts.is_empty()
    }

    /// The terms with their counts, in no order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, usize)> {
        self.counts.iter().map(|(term, count)| (&**term, *count))
    }

    /// The most frequent terms, the most frequent first and equals by their letters.
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
