//! [`Index`]: finds near-duplicates among many texts.

use hashbrown::HashMap;

use super::fingerprint::{Fingerprint, MINIMA};
use crate::error::{Error, check_threshold};

/// The number of minima in a band. Two texts are compared if they share all minima of at least one
/// band. With 64 bands of 2 minima, a pair of similarity 0.3 is missed in 2 of 1000 cases, and a
/// pair of 0.2 in 7 of 100. Of pairs with similarity 0.01, which is high for texts on different
/// subjects, 6 of 1000 are compared.
const ROWS: usize = 2;
const BANDS: usize = MINIMA / ROWS;

/// The number of texts that are compared for each band: the last ones that were added.
const LONGEST: usize = 32;

/// A collection of fingerprints that finds similar ones (MinHash with bands: Broder 1997; Leskovec,
/// Rajaraman and Ullman 2020, chapter 3).
///
/// The time to add or look up a text does not grow with the size of the index, as long as few texts
/// are similar. If very many texts are similar, each band finds only the last 32 of them. A
/// fingerprint takes about 2 KB in the index. The [module](super) has an example.
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
        let number = u32::try_from(self.prints.len()).unwrap_or(NONE);
        for key in keys(&print) {
            self.before
                .push(self.last.insert(key, number).unwrap_or(NONE));
        }
        // An empty fingerprint has no bands but takes the same places.
        self.before.resize((self.prints.len() + 1) * BANDS, NONE);
        self.prints.push(print);
        near
    }

    /// Returns the texts in the index that are similar to a text, the most similar first. The text
    /// itself does not have to be in the index.
    pub fn near(&self, print: &Fingerprint) -> Vec<Near> {
        let mut candidates = Vec::new();
        for (band, key) in keys(print).enumerate() {
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

/// A key for each band. Equal minima in different bands have different keys.
fn keys(print: &Fingerprint) -> impl Iterator<Item = u64> {
    (1u64..).zip(print.bands(ROWS)).map(|(band, minima)| {
        minima.iter().fold(band, |key, minimum| {
            (key ^ u64::from(*minimum))
                .wrapping_mul(0x9e37_79b9_7f4a_7c15)
                .rotate_left(29)
        })
    })
}
