//! The features of the model of sentence ends, as hashes.

/// How many weights a model has. The number of a feature is smaller.
pub const WEIGHTS: usize = 1 << 15;

const MOST: usize = 64;

/// After so many features the model can deny most ends.
pub const EARLY: usize = 11;

/// The features of one place, by their numbers.
#[derive(Debug)]
pub(crate) struct Features {
    ids: [u16; MOST],
    length: usize,
    /// The mark at the end. It is a part of every feature until `unmark`.
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

    /// Leaves the mark out of all further features.
    #[inline]
    pub(super) fn unmark(&mut self) {
        self.mark = 0;
    }

    /// Adds the feature of the next slot. `values` are hashes.
    #[inline]
    pub(super) fn add<const N: usize>(&mut self, values: [u64; N]) {
        self.slot += 1;
        let start = self.mark ^ self.slot.wrapping_mul(SLOT);
        let sum = values
            .iter()
            .fold(start, |sum, value| sum.rotate_left(21) ^ value);
        if let Some(id) = self.ids.get_mut(self.length) {
            // The upper bits of a product are mixed best.
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
