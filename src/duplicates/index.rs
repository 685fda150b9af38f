//! Near-duplicates among many texts.

use hashbrown::HashMap;

use super::fingerprint::{Fingerprint, MINIMA};

/// How many minima two texts must share in one band to be compared. With 64 bands of 2 a pair of
/// similarity 0.3 is missed two times in a thousand and one of 0.2 seven times in a hundred; of pairs at
/// 0.01, which is much for two texts on different matters, six in a thousand are compared.
const ROWS: usize = 2;
const BANDS: usize = MINIMA / ROWS;

/// How many texts with one band in common are looked at: the last ones.
const LONGEST: usize = 32;

/// Fingerprints, and which of them are alike (MinHash with bands: Broder 1997, Leskovec, Rajaraman and
/// Ullman 2020, chapter 3).
///
/// To add or look up one takes a time that does not grow with their number as long as few are alike. Of
/// texts that are there very often, only the last 32 are found by each band. A fingerprint takes about
/// 2 KB here.
#[derive(Clone, Debug)]
pub struct Index {
    threshold: f32,
    prints: Vec<Fingerprint>,
    /// The last text with a band.
    last: HashMap<u64, u32>,
    /// For each text and band, the text before it with the same one; [`NONE`] for none.
    before: Vec<u32>,
}

const NONE: u32 = u32::MAX;

/// A text that is like the one asked for.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Near {
    number: usize,
    similarity: f32,
}

impl Near {
    /// Its number in the index: the first that was added has 0.
    pub fn number(self) -> usize {
        self.number
    }

    /// How alike they are; see [`Fingerprint::similarity`].
    pub fn similarity(self) -> f32 {
        self.similarity
    }
}

impl Default for Index {
    /// With the threshold 0.3: texts of one length have nearly half of their pairs of words in common.
    fn default() -> Self {
        Self::new(0.3)
    }
}

impl Index {
    /// An empty index of what is at least so alike. Below 0.2 it misses more and more.
    pub fn new(threshold: f32) -> Self {
        Self {
            threshold,
            prints: Vec::new(),
            last: HashMap::new(),
            before: Vec::new(),
        }
    }

    /// How many texts it has.
    pub fn len(&self) -> usize {
        self.prints.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.prints.is_empty()
    }

    /// Adds a text and gives those before it that are like it, the most alike first.
    pub fn add(&mut self, print: Fingerprint) -> Vec<Near> {
        let near = self.near(&print);
        let number = u32::try_from(self.prints.len()).unwrap_or(NONE);
        for key in keys(&print) {
            self.before
                .push(self.last.insert(key, number).unwrap_or(NONE));
        }
        // One without bands has its places too.
        self.before.resize((self.prints.len() + 1) * BANDS, NONE);
        self.prints.push(print);
        near
    }

    /// The texts that are like one, the most alike first, which need not be here itself.
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

/// What stands for each band: another for the same minima in another band.
fn keys(print: &Fingerprint) -> impl Iterator<Item = u64> {
    (1u64..).zip(print.bands(ROWS)).map(|(band, minima)| {
        minima.iter().fold(band, |key, minimum| {
            (key ^ u64::from(*minimum))
                .wrapping_mul(0x9e37_79b9_7f4a_7c15)
                .rotate_left(29)
        })
    })
}
