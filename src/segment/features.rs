//! What a model of sentence ends looks at: numbers that are hashes.

/// How many weights a model has; the number of a feature is below it.
pub const WEIGHTS: usize = 1 << 15;

const MOST: usize = 64;

/// How many features are enough to deny most ends.
pub const EARLY: usize = 11;

/// The numbers of the features of one place.
#[derive(Debug)]
pub(crate) struct Features {
    ids: [u16; MOST],
    length: usize,
    /// What stands at the end, in every feature.
    mark: u64,
    slot: u64,
}

impl Features {
    #[inline]
    pub(super) fn new(mark: u64) -> Self {
        let mut features = Self {
            ids: [0; MOST],
            length: 0,
            mark,
            slot: 0,
        };
        features.add([]);
        features
    }

    /// Leaves the mark out of the features from here on.
    #[inline]
    pub(super) fn unmark(&mut self) {
        self.mark = 0;
    }

    /// Adds the feature of the next slot with the given values, which are hashes.
    #[inline]
    pub(super) fn add<const N: usize>(&mut self, values: [u64; N]) {
        self.slot += 1;
        let start = self.mark ^ self.slot.wrapping_mul(SLOT);
        let sum = values
            .iter()
            .fold(start, |sum, value| sum.rotate_left(21) ^ value);
        if let Some(id) = self.ids.get_mut(self.length) {
            // The upper bits of a product are the well mixed ones.
            *id = (sum.wrapping_mul(FACTOR) >> (64 - WEIGHTS.ilog2())) as u16;
            self.length += 1;
        }
    }

    pub(crate) fn ids(&self) -> &[u16] {
        self.ids.get(..self.length).unwrap_or_default()
    }
}

const FACTOR: u64 = 0x517c_c1b7_2722_0a95;
const SLOT: u64 = 0x9e37_79b9_7f4a_7c15;
