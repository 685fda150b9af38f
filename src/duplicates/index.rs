//! [`Index`]: finds near-duplicates among many texts.

use std::hash::BuildHasher;

use hashbrown::hash_table::Entry;
use hashbrown::{DefaultHashBuilder, HashTable};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::fingerprint::{BANDS, Fingerprint, ROWS};
use crate::error::{Error, check_threshold};

/// The share of pairs at the threshold that may be missed, as long as the bands suffice: down to 0.3.
const MISSED: f32 = 0.0024;

/// How many bands are needed, so that few pairs at the threshold are missed. With 64 bands, a pair of
/// similarity 0.2 is missed in 7 of 100 cases.
fn bands(threshold: f32) -> usize {
    let missed = 1.0 - threshold.powi(ROWS as i32);
    let needed = (MISSED.ln() / missed.ln()).abs();
    (needed.ceil() as usize).clamp(1, BANDS)
}

/// The number of texts that are compared for each band: the last ones that were added.
const LONGEST: usize = 32;

/// A collection of fingerprints that finds similar ones (MinHash with bands: Broder 1997; Leskovec,
/// Rajaraman and Ullman 2020, chapter 3).
///
/// The time to add or look up a text does not grow with the size of the index, as long as few texts
/// are similar. If very many texts are similar, each band finds only the last 32 of them. A
/// fingerprint takes 1.5 KB in the index, and 0.9 KB with a threshold of 0.5 or more. The
/// [module](super) has an example.
///
/// With serde it is `threshold` and `fingerprints`, the texts in their order.
#[derive(Clone, Debug)]
pub struct Index {
    threshold: f32,
    prints: Vec<Fingerprint>,
    /// For each band, the last text with each of its minima.
    last: Vec<HashTable<u32>>,
    /// For each text and band, the previous text with the same band, or [`NONE`].
    before: Vec<u32>,
    hasher: DefaultHashBuilder,
}

const NONE: u32 = u32::MAX;

/// A text in the index that is similar to the one that was looked up.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Near {
    number: usize,
    similarity: f32,
}

impl Near {
    /// The number of the text in the index, in the order in which texts were added, from 0.
    pub fn number(self) -> usize {
        self.number
    }

    /// The similarity of the two texts; see [`Fingerprint::similarity`].
    pub fn similarity(self) -> f32 {
        self.similarity
    }
}

impl Default for Index {
    /// An empty index with the threshold 0.3. Two texts of equal length reach it if they share
    /// nearly half of their word pairs.
    fn default() -> Self {
        Self::with_threshold(0.3)
    }
}

impl Index {
    /// Creates an empty index. `threshold` is the lowest similarity, from 0 to 1, at which a text
    /// is found. Below 0.2 the index misses more and more similar texts.
    ///
    /// # Errors
    ///
    /// Returns an error if the threshold is not from 0 to 1.
    pub fn new(threshold: f32) -> Result<Self, Error> {
        check_threshold(threshold)?;
        Ok(Self::with_threshold(threshold))
    }

    fn with_threshold(threshold: f32) -> Self {
        Self {
            threshold,
            prints: Vec::new(),
            last: vec![HashTable::new(); bands(threshold)],
            before: Vec::new(),
            hasher: DefaultHashBuilder::default(),
        }
    }

    /// The number of texts in the index.
    pub fn len(&self) -> usize {
        self.prints.len()
    }

    /// Returns true if the index has no texts.
    pub fn is_empty(&self) -> bool {
        self.prints.is_empty()
    }

    /// Adds a text. Returns the texts added before that are similar to it, the most similar first.
    pub fn add(&mut self, print: Fingerprint) -> Vec<Near> {
        let near = self.near(&print);
        self.insert(print);
        near
    }

    /// Adds all texts of another index. They keep their order, and their numbers begin at the
    /// [length](Self::len) that this index had. The threshold of this index stays.
    ///
    /// ```
    /// use griot::duplicates::{Index, fingerprint};
    ///
    /// let pipeline = griot::Pipeline::new()?;
    /// let text = "Le général Tiani a reçu mardi une délégation russe à Niamey.";
    /// let print = fingerprint(pipeline.process(text)?.view());
    /// let (mut monday, mut tuesday) = (Index::default(), Index::default());
    /// monday.add(fingerprint(pipeline.process("Les pluies ont détruit vingt maisons.")?.view()));
    /// tuesday.add(print.clone());
    /// monday.merge(&tuesday);
    /// assert_eq!(monday.near(&print)[0].number(), 1);
    /// # Ok::<(), griot::Error>(())
    /// ```
    pub fn merge(&mut self, other: &Self) {
        for print in &other.prints {
            self.insert(print.clone());
        }
    }

    fn insert(&mut self, print: Fingerprint) {
        let number = u32::try_from(self.prints.len()).unwrap_or(NONE);
        self.prints.push(print);
        let (prints, hasher) = (&self.prints, &self.hasher);
        let minima = |number: u32, band| minima(prints.get(number as usize), band);
        for (band, last) in self.last.iter_mut().enumerate() {
            let own = minima(number, band);
            // An empty fingerprint has no bands but takes the same places.
            let before = own.map(|own| {
                let is_same = |other: &u32| minima(*other, band) == Some(own);
                let hash = |other: &u32| hasher.hash_one(minima(*other, band));
                let found = last.entry(hasher.hash_one(Some(own)), is_same, hash);
                match found {
                    Entry::Occupied(mut found) => std::mem::replace(found.get_mut(), number),
                    Entry::Vacant(place) => {
                        place.insert(number);
                        NONE
                    }
                }
            });
            self.before.push(before.unwrap_or(NONE));
        }
    }

    /// Returns the texts in the index that are similar to a text, the most similar first. The text
    /// itself does not have to be in the index.
    pub fn near(&self, print: &Fingerprint) -> Vec<Near> {
        let mut candidates = Vec::new();
        let bands = self.last.len();
        for (band, last) in self.last.iter().enumerate() {
            let Some(own) = minima(Some(print), band) else {
                break;
            };
            let is_same = |other: &u32| minima(self.prints.get(*other as usize), band) == Some(own);
            let first = last.find(self.hasher.hash_one(Some(own)), is_same);
            let chain = std::iter::successors(first.copied(), |number| {
                self.before.get(*number as usize * bands + band).copied()
            });
            candidates.extend(chain.take_while(|number| *number != NONE).take(LONGEST));
        }
        candidates.sort_unstable();
        candidates.dedup();
        let mut near: Vec<Near> = candidates
            .into_iter()
            .filter_map(|number| {
                let number = number as usize;
                let similarity = self.prints.get(number)?.similarity(print);
                let near = Near { number, similarity };
                (similarity >= self.threshold).then_some(near)
            })
            .collect();
        near.sort_by(|one, other| other.similarity.total_cmp(&one.similarity));
        near
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Form<P> {
    threshold: f32,
    fingerprints: P,
}

impl Serialize for Index {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let form = Form {
            threshold: self.threshold,
            fingerprints: &self.prints,
        };
        form.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Index {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let form = Form::<Vec<Fingerprint>>::deserialize(deserializer)?;
        let mut index = Self::new(form.threshold).map_err(serde::de::Error::custom)?;
        for print in form.fingerprints {
            index.insert(print);
        }
        Ok(index)
    }
}

/// The minima of a band of a fingerprint. An empty one has none.
fn minima(print: Option<&Fingerprint>, band: usize) -> Option<&[u32]> {
    print?.band(band)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::duplicates::fingerprint;
    use crate::{Language, Pipeline};

    /// Texts of numbers as words. Each shares half of its pairs with the next one.
    fn prints() -> Vec<Fingerprint> {
        let builder = Pipeline::builder().language(Language::FRENCH);
        let pipeline = builder.build().unwrap();
        let text = |from: u32| (from..from + 200).map(|number| format!("mot{number} "));
        let texts = (0..6).map(|number| text(number * 60).collect::<String>());
        let texts = texts.chain([String::new()]);
        let print = |text: String| fingerprint(pipeline.process(text).unwrap().view());
        texts.map(print).collect()
    }

    fn index(prints: &[Fingerprint]) -> Index {
        let mut index = Index::default();
        for print in prints {
            index.add(print.clone());
        }
        index
    }

    #[test]
    fn an_index_outlives_a_run_and_joins_others() {
        let prints = prints();
        let (some, rest) = prints.split_at(3);
        let json = serde_json::to_string(&index(some)).unwrap();
        let mut read: Index = serde_json::from_str(&json).unwrap();
        read.merge(&index(rest));
        let all = index(&prints);
        assert_eq!(read.len(), all.len());
        for print in &prints {
            assert_eq!(read.near(print), all.near(print));
        }
        assert_eq!(all.near(&prints[0])[0].number(), 0);
        assert!(all.near(&prints[2]).len() > 2);
    }

    /// The higher the threshold, the fewer bands find nearly all pairs that reach it.
    #[test]
    fn a_high_threshold_needs_few_bands() {
        for (threshold, count) in [
            (0.0, 64),
            (0.2, 64),
            (0.3, 64),
            (0.5, 21),
            (0.9, 4),
            (1.0, 1),
        ] {
            assert_eq!(bands(threshold), count, "{threshold}");
        }
        let prints = prints();
        for threshold in [0.3, 0.5, 0.7, 1.0] {
            let mut index = Index::new(threshold).unwrap();
            for (number, print) in prints.iter().enumerate() {
                let found: Vec<_> = index
                    .add(print.clone())
                    .iter()
                    .map(|it| it.number())
                    .collect();
                let near = |other: &usize| prints[*other].similarity(print) >= threshold;
                let expected: Vec<_> = (0..number).filter(near).collect();
                let mut sorted = found.clone();
                sorted.sort_unstable();
                assert_eq!(sorted, expected, "{threshold}");
                assert!(print.is_empty() || index.near(print)[0].similarity() == 1.0);
            }
        }
    }

    #[test]
    fn a_wrong_index_is_refused() {
        for wrong in [
            r#"{"threshold":2.0,"fingerprints":[]}"#,
            r#"{"threshold":0.3,"fingerprints":[[1,2]]}"#,
            r#"{"threshold":0.3}"#,
        ] {
            assert!(serde_json::from_str::<Index>(wrong).is_err(), "{wrong}");
        }
    }
}
