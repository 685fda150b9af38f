//! The features of the model of sentence ends, as hashes.

/// The number of a feature is smaller. A model has so many weights, or a smaller power of two: then
/// features whose numbers begin with the same bits share one.
pub const WEIGHTS: usize = 1 << 15;

/// After so many features the model can deny most ends.
pub const EARLY: usize = 11;

/// So many features come after them.
pub(super) const LATE: usize = 46 + ENDINGS;

/// Of so many tokens before the place the endings are asked: they tell whether there was a verb.
pub(super) const ENDINGS: usize = 10;

/// The features of one place, by their numbers.
#[derive(Debug)]
pub(crate) struct Features {
    pub(super) early: [u16; EARLY],
    pub(super) late: [u16; LATE],
}

/// Numbers the features of one place. Each slot asks something else about it.
#[derive(Debug)]
pub(super) struct Slots {
    /// The mark at the end. It is a part of every feature until `unmark`.
    mark: u64,
    slot: u64,
}

impl Slots {
    #[inline]
    pub(super) fn new(mark: u64) -> Self {
        Self { mark, slot: 0 }
    }

    /// Leaves the mark out of all further features.
    #[inline]
    pub(super) fn unmark(&mut self) -> &mut Self {
        self.mark = 0;
        self
    }

    /// The feature of the next slot. `values` are hashes.
    #[inline(always)]
    pub(super) fn next<const N: usize>(&mut self, values: [u64; N]) -> u16 {
        self.slot += 1;
        self.again(values)
    }

    /// One more feature of the present slot.
    #[inline(always)]
    pub(super) fn again<const N: usize>(&self, values: [u64; N]) -> u16 {
        let start = self.mark ^ self.slot.wrapping_mul(SLOT);
        let sum = values
            .iter()
            .fold(start, |sum, value| sum.rotate_left(21) ^ value);
        // The upper bits of a product are mixed best.
        (sum.wrapping_mul(FACTOR) >> (64 - WEIGHTS.ilog2())) as u16
    }
}

const FACTOR: u64 = 0x517c_c1b7_2722_0a95;
const SLOT: u64 = 0x9e37_79b9_7f4a_7c15;
