//! Places by name: a sorted list in a model file, searched where it stands.

use std::borrow::Cow;

use super::scan::Scan;
use crate::error::Error;
use crate::models::{Model, u32_at};

/// Countries, capitals, towns and regions under the names that the French press gives them.
#[derive(Debug)]
pub(super) struct Gazetteer {
    model: Model,
}

/// A place found in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// How many tokens its name has.
    pub(super) tokens: usize,
    /// The number of the place, which all its names share.
    pub(super) canonical: usize,
    /// Whether its name is a word or a person's name too.
    pub(super) ambiguous: bool,
}

static FILE: &[u8] = include_bytes!("../models/gazetteer.bin");

/// What a model file of this kind says that it is.
pub(crate) const KIND: [u8; 4] = *b"gazt";

const NAMES: usize = 0;
const ENDS: usize = 1;
const CANONICAL: usize = 3;
const FLAGS: usize = 4;
const SECTIONS: usize = 5;
const AMBIGUOUS: u8 = 1;

/// The longest name has fewer tokens.
const MOST_TOKENS: usize = 10;

impl Gazetteer {
    /// From the bytes of a model file, or from the one of this build.
    pub(super) fn new(bytes: Option<Cow<'static, [u8]>>) -> Result<Self, Error> {
        let bytes = bytes.unwrap_or(Cow::Borrowed(FILE));
        let model = Model::read(bytes, "gazetteer", KIND, SECTIONS)?;
        Ok(Self { model })
    }

    /// The place with the longest name that begins with the token at `first`, before `end`.
    pub(super) fn longest(&self, scan: &Scan<'_>, first: usize, end: usize) -> Option<Place> {
        let mut found = None;
        let mut name = String::new();
        let (mut low, mut high) = (0, self.len());
        for index in first..end.min(first + MOST_TOKENS) {
            if index > first && !scan.gap(index).is_empty() {
                name.push(' ');
            }
            name.push_str(scan.norm(index));
            // Of the names that begin like this, the one that is equal stands first.
            low = self.partition(low, high, |other| other < name.as_str());
            high = self.partition(low, high, |other| other.starts_with(&name));
            if low == high {
                break;
            }
            if self.name(low) == name && scan.is_capitalised(index) {
                found = Some(Place {
                    tokens: index + 1 - first,
                    canonical: self.number(CANONICAL, low) as usize,
                    ambiguous: self
                        .model
                        .section(FLAGS)
                        .get(low)
                        .is_some_and(|flags| flags & AMBIGUOUS != 0),
                });
            }
        }
        found
    }

    /// The name of a place, lower case.
    pub(super) fn name(&self, index: usize) -> &str {
        let start = index
            .checked_sub(1)
            .map_or(0, |before| self.number(ENDS, before));
        let end = self.number(ENDS, index);
        let bytes = self.model.section(NAMES).get(start as usize..end as usize);
        bytes
            .and_then(|bytes| std::str::from_utf8(bytes).ok())
            .unwrap_or_default()
    }

    fn len(&self) -> usize {
        self.model.section(ENDS).len() / 4
    }

    fn number(&self, section: usize, index: usize) -> u32 {
        u32_at(self.model.section(section), 4 * index).unwrap_or_default()
    }

    /// The first name from `low` on for which `before` does not hold.
    fn partition(&self, mut low: usize, mut high: usize, before: impl Fn(&str) -> bool) -> usize {
        while low < high {
            let middle = low + (high - low) / 2;
            if before(self.name(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cmp::Ordering;

    #[test]
    fn is_sorted_and_points_into_itself() {
        let gazetteer = Gazetteer::new(None).unwrap();
        assert!(gazetteer.len() > 3000);
        for index in 0..gazetteer.len() {
            assert_eq!(
                crate::normalize::norm(gazetteer.name(index)),
                gazetteer.name(index)
            );
            let canonical = gazetteer.number(CANONICAL, index) as usize;
            assert_eq!(gazetteer.number(CANONICAL, canonical) as usize, canonical);
            if index > 0 {
                assert_eq!(
                    gazetteer.name(index - 1).cmp(gazetteer.name(index)),
                    Ordering::Less
                );
            }
        }
    }
}
