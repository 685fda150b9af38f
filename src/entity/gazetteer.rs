//! Places by name: a sorted list in a model file, searched in place.

use std::borrow::Cow;

use super::scan::Scan;
use crate::error::Error;
use crate::lang::NameRules;
use crate::models::{Format, FromModel, Model, OwnModels, u32_at};
use crate::span::clamp;

/// Countries, capitals, towns and regions under the names that the press uses.
#[derive(Debug)]
pub(super) struct Gazetteer {
    model: Model,
    /// The first letters of each name as a number, in the order of the names.
    heads: Vec<u32>,
}

/// The first four bytes of a name as a number that sorts as they do; what is missing is `filler`.
fn head(name: &[u8], filler: u8) -> u32 {
    let byte = |at: usize| name.get(at).copied().unwrap_or(filler);
    u32::from_be_bytes([byte(0), byte(1), byte(2), byte(3)])
}

/// The name with a number, of all names together and the offsets where they end.
fn bytes<'a>(names: &'a [u8], ends: &[u8], index: usize) -> &'a [u8] {
    let end = |index: usize| u32_at(ends, 4 * index).unwrap_or_default() as usize;
    let start = index.checked_sub(1).map_or(0, end);
    names.get(start..end(index)).unwrap_or_default()
}

/// A place found in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    /// The number of tokens of its name.
    pub(super) tokens: usize,
    /// The number of the place. All its names share it.
    pub(super) canonical: usize,
    /// Whether its name is also a word or a person's name.
    pub(super) ambiguous: bool,
}

/// What a place is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Country,
    Capital,
    /// A town that is no capital.
    Town,
    Region,
}

static FILE: &[u8] = include_bytes!("../models/gazetteer.bin");

const NAMES: usize = 0;
const ENDS: usize = 1;
const KINDS: usize = 2;
const CANONICAL: usize = 3;
const FLAGS: usize = 4;
const AMBIGUOUS: u8 = 1;
/// The flag of a name for languages other than French.
const FOREIGN: u8 = 2;
/// The flag of a name that is not ambiguous in those languages.
const SURE_ABROAD: u8 = 4;

/// More tokens than the longest name has.
const MOST_TOKENS: usize = 10;

impl FromModel for Gazetteer {
    const FORMAT: &'static Format = &Format::GAZETTEER;

    fn from_model(model: Model) -> Result<Self, Error> {
        let mut gazetteer = Self {
            model,
            heads: Vec::new(),
        };
        let names = (0..gazetteer.len()).map(|index| gazetteer.bytes(index));
        gazetteer.heads = names.map(|name| head(name, 0)).collect();
        Ok(gazetteer)
    }

    fn model(&self) -> &Model {
        &self.model
    }
}

impl Gazetteer {
    /// The caller's gazetteer, or the built-in one.
    pub(super) fn new(own: &mut OwnModels) -> Result<Self, Error> {
        match own.take_last()? {
            Some(own) => Ok(own),
            None => Self::from_model(Model::read(Cow::Borrowed(FILE), Self::FORMAT)?),
        }
    }

    /// The names that begin with some letters, as a half-open range.
    pub(super) fn beginning_with(&self, letters: &str) -> (u32, u32) {
        let (low, high) = self.narrowed((0, self.len()), letters);
        (clamp(low), clamp(high))
    }

    /// Narrows a range of names to those that begin with some letters. The name that equals them
    /// stands first.
    fn narrowed(&self, (low, high): (usize, usize), letters: &str) -> (usize, usize) {
        let letters = letters.as_bytes();
        // The heads are compared first, which is cheaper, and mostly enough.
        let heads = self.heads.get(low..high).unwrap_or_default();
        let (first, last) = (head(letters, 0), head(letters, u8::MAX));
        let start = low;
        let low = start + heads.partition_point(|head| *head < first);
        let high = start + heads.partition_point(|head| *head <= last);
        let low = self.partition(low, high, |other| other < letters);
        let high = self.partition(low, high, |other| other.starts_with(letters));
        (low, high)
    }

    /// The place with the longest name that begins with the token at `first` and ends before `end`.
    pub(super) fn place_at(&self, scan: &Scan<'_>, first: usize, end: usize) -> Option<Place> {
        let among = self.beginning_with(scan.norm(first));
        self.longest(scan, first, end, among)
    }

    /// The same, where it is known which names to ask: `among` are the names that begin with the letters of that token.
    pub(super) fn longest(
        &self,
        scan: &Scan<'_>,
        first: usize,
        end: usize,
        among: (u32, u32),
    ) -> Option<Place> {
        let rules = scan.rules(first).names.unwrap_or(&NameRules::NONE);
        let mut range = (among.0 as usize, among.1 as usize);
        if range.0 == range.1 && rules.genitives.is_empty() {
            return None;
        }
        let mut found = None;
        let mut name = String::new();
        for index in first..end.min(first + MOST_TOKENS) {
            if index > first && !scan.gap(index).is_empty() {
                name.push(' ');
            }
            let before = range;
            name.push_str(scan.norm(index));
            if index > first {
                range = self.narrowed(range, &name);
            }
            let place = || {
                let place = self.named(range, &name, rules);
                // `Niger's`, `Nigers`
                place.or_else(|| {
                    let bare = rules.bare(&name);
                    let among = if index > first {
                        before
                    } else {
                        (0, self.len())
                    };
                    let own = bare.len() < name.len();
                    own.then(|| self.named(self.narrowed(among, bare), bare, rules))?
                })
            };
            // `Guinée équatoriale`, `Afrique de l'ouest`, but not `Le cap`.
            let named = || scan.is_capitalised(index) || index > first && !scan.is_stop(first);
            if let Some(place) = place()
                && named()
            {
                let tokens = index + 1 - first;
                found = Some(Place { tokens, ..place });
            }
            if range.0 == range.1 {
                break;
            }
        }
        found
    }

    /// The place with exactly this name, among the names in a range, which all begin with it. If
    /// two places have the name, the second is for languages other than French.
    fn named(&self, (low, high): (usize, usize), name: &str, rules: &NameRules) -> Option<Place> {
        if low == high || self.name(low) != name {
            return None;
        }
        let foreign = rules.foreign_places;
        let low = low + usize::from(foreign && low + 1 < high && self.name(low + 1) == name);
        let flags = self.model.section(FLAGS).get(low).copied();
        let is = |flag: u8| flags.is_some_and(|flags| flags & flag != 0);
        if is(FOREIGN) && !foreign {
            return None;
        }
        let doubtful = is(AMBIGUOUS) && !(foreign && is(SURE_ABROAD));
        Some(Place {
            tokens: 1,
            canonical: self.number(CANONICAL, low) as usize,
            ambiguous: doubtful || rules.ambiguous_places.holds(name),
        })
    }

    /// The name with a number, in lower case.
    pub(super) fn name(&self, index: usize) -> &str {
        std::str::from_utf8(self.bytes(index)).unwrap_or_default()
    }

    /// What a place is, if the gazetteer says.
    pub(super) fn kind(&self, place: Place) -> Option<Kind> {
        match self.model.section(KINDS).get(place.canonical)? {
            1 => Some(Kind::Country),
            2 => Some(Kind::Capital),
            3 => Some(Kind::Town),
            4 => Some(Kind::Region),
            _ => None,
        }
    }

    fn bytes(&self, index: usize) -> &[u8] {
        bytes(self.model.section(NAMES), self.model.section(ENDS), index)
    }

    fn len(&self) -> usize {
        self.model.section(ENDS).len() / 4
    }

    fn number(&self, section: usize, index: usize) -> u32 {
        u32_at(self.model.section(section), 4 * index).unwrap_or_default()
    }

    /// The first name from `low` on for which `before` is false.
    fn partition(&self, mut low: usize, mut high: usize, before: impl Fn(&[u8]) -> bool) -> usize {
        let (names, ends) = (self.model.section(NAMES), self.model.section(ENDS));
        while low < high {
            let middle = low + (high - low) / 2;
            if before(bytes(names, ends, middle)) {
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
        let gazetteer = Gazetteer::new(&mut OwnModels::default()).unwrap();
        assert!(gazetteer.len() > 3000);
        for index in 0..gazetteer.len() {
            assert_eq!(
                crate::normalize::norm(gazetteer.name(index)),
                gazetteer.name(index)
            );
            let canonical = gazetteer.number(CANONICAL, index) as usize;
            assert_eq!(gazetteer.number(CANONICAL, canonical) as usize, canonical);
            if index > 0 {
                let order = gazetteer.name(index - 1).cmp(gazetteer.name(index));
                let flags = gazetteer.model.section(FLAGS);
                let foreign = |index: usize| flags[index] & FOREIGN != 0;
                let twice = !foreign(index - 1) && foreign(index);
                assert!(order == Ordering::Less || order == Ordering::Equal && twice);
            }
        }
    }

    #[cfg(feature = "fr")]
    #[test]
    fn holds_the_country_of_every_nationality() {
        let gazetteer = Gazetteer::new(&mut OwnModels::default()).unwrap();
        let french = crate::lang::Rules::of(crate::Language::FRENCH);
        let names = french.names.unwrap();
        assert!(names.nationalities.is_sorted_by(|a, b| a.0 < b.0));
        let mut missing = Vec::new();
        for (demonym, country) in names.nationalities {
            let (low, high) = gazetteer.beginning_with(country);
            let first = low as usize;
            let canonical = gazetteer.number(CANONICAL, first) as usize;
            let there = low < high && gazetteer.name(first) == *country && canonical == first;
            if !(there && names.demonyms.holds(demonym)) {
                missing.push(*country);
            }
        }
        assert!(missing.is_empty(), "{missing:?}");
        assert_eq!(names.country("nigériennes"), Some("niger"));
        assert_eq!(names.country("nigérianes"), Some("nigeria"));
        assert_eq!(names.country("congolaise"), None);
    }
}
