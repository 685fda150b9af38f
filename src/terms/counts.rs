//! [`Counts`]: how often each term occurs.

use std::collections::{BTreeMap, HashMap};

use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::normalize::unaccented;

/// Counts how often each term occurs. Collect it from the terms of a document or from any strings. With
/// serde it is a map of terms and counts, sorted by the bytes of the terms.
///
/// ```
/// use griot::terms::Counts;
///
/// let counts: Counts = ["niger", "mali", "niger"].into_iter().collect();
/// assert_eq!((counts.get("niger"), counts.total(), counts.len()), (2, 3, 2));
/// assert_eq!(counts.most_common(1), [("niger", 2)]);
/// ```
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Counts {
    counts: HashMap<Box<str>, usize>,
    total: usize,
}

impl Counts {
    /// Counts one more occurrence of a term.
    pub fn add(&mut self, term: &str) {
        self.add_many(term, 1);
    }

    /// Adds all counts of another collection.
    ///
    /// ```
    /// use griot::terms::Counts;
    ///
    /// let mut counts: Counts = ["niger", "mali"].into_iter().collect();
    /// counts.merge(&["niger"].into_iter().collect());
    /// assert_eq!((counts.get("niger"), counts.total()), (2, 3));
    /// ```
    pub fn merge(&mut self, other: &Self) {
        for (term, count) in other.iter() {
            self.add_many(term, count);
        }
    }

    /// The same counts of the terms without their accents: `état`, `etat` and `Etat` count as one if the
    /// terms are normal forms. Do the same to the terms of a query.
    ///
    /// ```
    /// use griot::terms::Counts;
    ///
    /// let counts: Counts = ["état", "etat", "cœur"].into_iter().collect();
    /// let counts = counts.to_unaccented();
    /// assert_eq!((counts.get("etat"), counts.get("coeur"), counts.len()), (2, 1, 2));
    /// ```
    #[must_use]
    pub fn to_unaccented(&self) -> Self {
        let mut counts = Self::default();
        for (term, count) in self.iter() {
            counts.add_many(&unaccented(term), count);
        }
        counts
    }

    fn add_many(&mut self, term: &str, more: usize) {
        self.total += more;
        match self.counts.get_mut(term) {
            Some(count) => *count += more,
            None => {
                self.counts.insert(term.into(), more);
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
    pub fn most_common(&self, number: usize) -> Vec<(&str, usize)> {
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

impl Serialize for Counts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().collect::<BTreeMap<_, _>>())
    }
}

impl<'de> Deserialize<'de> for Counts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let counts = HashMap::<Box<str>, usize>::deserialize(deserializer)?;
        let sum = |sum: usize, count: &usize| sum.checked_add(*count);
        let total = counts.values().try_fold(0, sum);
        let total = total.ok_or_else(|| D::Error::custom("the counts sum to too much"))?;
        if counts.values().any(|count| *count == 0) {
            return Err(D::Error::custom("a term is counted 0 times: leave it out"));
        }
        Ok(Self { counts, total })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let counts: Counts = ["niger", "à", "mali", "niger"].into_iter().collect();
        let json = serde_json::to_string(&counts).unwrap();
        assert_eq!(json, r#"{"mali":1,"niger":2,"à":1}"#);
        let read: Counts = serde_json::from_str(&json).unwrap();
        assert_eq!(read, counts);
        assert_eq!(read.total(), 4);
        for wrong in [
            r#"{"mali":0}"#.to_owned(),
            r#"{"mali":-1}"#.to_owned(),
            format!(r#"{{"a":{0},"b":{0}}}"#, usize::MAX),
        ] {
            assert!(serde_json::from_str::<Counts>(&wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn merged_counts_are_those_of_all() {
        let (one, other) = (["a", "b", "a"], ["b", "c"]);
        let mut merged: Counts = one.into_iter().collect();
        merged.merge(&other.into_iter().collect());
        assert_eq!(merged, one.into_iter().chain(other).collect());
    }
}
