//! [`Index`]: finds near-duplicates among many texts.

use hashbrown::HashMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::fingerprint::{BANDS, Fingerprint};
use crate::error::{Error, check_threshold};

/// The number of texts that are compared for each band: the last ones that were added.
const LONGEST: usize = 32;

/// A collection of fingerprints that finds similar ones (MinHash with bands: Broder 1997; Leskovec,
/// Rajaraman and Ullman 2020, chapter 3).
///
/// The time to add or look up a text does not grow with the size of the index, as long as few texts
/// are similar. If very many texts are similar, each band finds only the last 32 of them. A
/// fingerprint takes about 2 KB in the index. The [module](super) has an example.
///
/// With serde it is `threshold` and `fingerprints`, the texts in their order.
#[derive(Clone, Debug)]
pub struct Index {
    threshold: f32,
    prints: Vec<Fingerprint>,
    /// For each band, the last text that has it.
    last: HashMap<u64, u32>,
    /// For each text and band, the previous text with the same band, or [`NONE`].
    before: Vec<u32>,
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
            last: HashMap::new(),
            before: Vec::new(),
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
        for key in print.bands() {
            self.before
                .push(self.last.insert(key, number).unwrap_or(NONE));
        }
        // An empty fingerprint has no bands but takes the same places.
        self.before.resize((self.prints.len() + 1) * BANDS, NONE);
        self.prints.push(print);
    }

    /// Returns the texts in the index that are similar to a text, the most similar first. The text
    /// itself does not have to be in the index.
    pub fn near(&self, print: &Fingerprint) -> Vec<Near> {
        let mut candidates = Vec::new();
        for (band, key) in print.bands().enumerate() {
            let first = self.last.get(&key).copied();
            let chain = std::iter::successors(first, |number| {
                self.before.get(*number as usize * BANDS + band).copied()
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
