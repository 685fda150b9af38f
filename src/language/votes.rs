//! The votes of n-grams for languages, by the table of `language.bin`.

use super::grams::{LONGEST, NONE, Script};
use crate::prefetch::prefetch;

/// The slots of a bucket, of 32 bits each.
pub const SLOTS: usize = 4;
/// The bytes of a bucket.
pub const BUCKET: usize = 4 * SLOTS;
/// The bits of a slot that hold the number of a row. The other bits are a part of the n-gram's
/// hash.
pub const ROW_BITS: u32 = 18;
/// How many classes a script may have.
pub(super) const WIDE: usize = 128;
/// An odd number with many bits set.
const MULTIPLIER: u64 = 0x2545_f491_4f6c_dd1d;

/// The two buckets, of `buckets` in all, that may hold a key, and the bits that mark the key in a
/// slot. The second bucket is used only if the first is full.
pub fn place(key: u64, buckets: usize) -> ([usize; 2], u32) {
    let bucket = |hash: u64| (((hash >> 32) * buckets as u64) >> 32) as usize;
    let mark = (key as u32) << ROW_BITS;
    let mark = if mark == 0 { 1 << ROW_BITS } else { mark };
    ([bucket(key), bucket(key.wrapping_mul(MULTIPLIER))], mark)
}

/// The sum of one class. The upper bits are the sum of weights; the lower [`VOICE_BITS`] count the
/// n-grams with a weight above 0. One addition adds both.
pub(super) type Sum = i64;
/// The bits of a `Sum` that count n-grams.
pub(super) const VOICE_BITS: u32 = 24;

/// What an n-gram adds, by the byte of its weight in the file.
const SUMS: [Sum; 256] = {
    let mut sums = [0; 256];
    let mut rest: &mut [Sum] = &mut sums;
    let mut weight = 0_u8;
    while let Some((sum, after)) = rest.split_first_mut() {
        let signed = weight.cast_signed() as Sum;
        *sum = (signed << VOICE_BITS) + (signed > 0) as Sum;
        weight = weight.wrapping_add(1);
        rest = after;
    }
    sums
};

pub(super) fn weights(sum: Sum) -> i64 {
    sum >> VOICE_BITS
}

pub(super) fn voices(sum: Sum) -> i64 {
    sum & ((1 << VOICE_BITS) - 1)
}

/// The sums of the classes of one script.
pub(super) type Sums = [Sum; WIDE];

/// The weights of a model.
#[derive(Clone, Copy)]
pub(super) struct Table<'m> {
    pub(super) buckets: &'m [[u8; BUCKET]],
    pub(super) rows: &'m [u8],
}

/// N-grams of one script that have not voted yet.
pub(super) struct Pending {
    pub(super) script: Script,
    keys: [u64; Self::MOST],
    pub(super) count: usize,
}

impl Default for Pending {
    fn default() -> Self {
        Self {
            script: NONE,
            keys: [0; Self::MOST],
            count: 0,
        }
    }
}

impl Pending {
    pub(super) const MOST: usize = 64;

    /// Adds the n-grams that end at one character.
    #[inline]
    pub(super) fn push(&mut self, keys: &[u64]) {
        let free = self.keys.iter_mut().skip(self.count);
        for (place, key) in free.zip(keys) {
            *place = *key;
        }
        self.count += keys.len();
    }

    /// Whether there may be no room for those of the next character.
    pub(super) fn is_full(&self) -> bool {
        self.count > Self::MOST - LONGEST
    }

    fn keys(&self) -> &[u64] {
        self.keys.get(..self.count).unwrap_or(&self.keys)
    }

    /// Adds the weights of the n-grams to the sums. The table is far larger than what stays near the
    /// processor, so the buckets of all n-grams are fetched first, then all rows. Which of them are
    /// there is hard to foresee, so nothing branches on it.
    pub(super) fn vote(&self, table: Table<'_>, sums: &mut Sums) {
        let Table { buckets, rows } = table;
        let mut places = [([0; 2], 0); Self::MOST];
        for (place_of, key) in places.iter_mut().zip(self.keys()) {
            *place_of = place(*key, buckets.len());
        }
        let places = places.get(..self.count).unwrap_or(&places);
        let bucket = |bucket: usize| buckets.get(bucket).unwrap_or(&[0; BUCKET]);
        let fetched = places.iter().map(|([first, _], _)| bucket(*first));
        prefetch(fetched.map(|[byte, ..]| u32::from(*byte)));
        let (mut found, mut again) = (Few::new(), Few::new());
        for ([first, second], mark) in places {
            let (row, full) = slot(bucket(*first), *mark);
            found.push(row, row != 0);
            again.push((*second, *mark), row == 0 && full);
        }
        for (second, mark) in again.all() {
            let (row, _) = slot(bucket(*second), *mark);
            found.push(row, row != 0);
        }
        let row = |slot: &u32| (slot & ((1 << ROW_BITS) - 1)) as usize * 4;
        let fetched = found.all().iter().filter_map(|slot| rows.get(row(slot)));
        prefetch(fetched.map(|byte| u32::from(*byte)));
        for slot in found.all() {
            let (pairs, _) = rows.get(row(slot)..).unwrap_or_default().as_chunks::<2>();
            let pairs = pairs.get(..WIDE).unwrap_or(pairs);
            for [class, weight] in pairs {
                let (of, weight) = (usize::from(*class & 0x7f), usize::from(*weight));
                if let (Some(sum), Some(vote)) = (sums.get_mut(of), SUMS.get(weight)) {
                    *sum += vote;
                }
                if class & 0x80 != 0 {
                    break;
                }
            }
        }
    }
}

/// At most as many things as there are n-grams that have not voted.
struct Few<T> {
    of: [T; Pending::MOST],
    count: usize,
}

impl<T: Copy + Default> Few<T> {
    fn new() -> Self {
        Self {
            of: [T::default(); Pending::MOST],
            count: 0,
        }
    }

    /// Adds one, if it `is` one, without a branch.
    #[inline]
    fn push(&mut self, value: T, is: bool) {
        if let Some(place) = self.of.get_mut(self.count) {
            *place = value;
        }
        self.count += usize::from(is);
    }

    fn all(&self) -> &[T] {
        self.of.get(..self.count).unwrap_or(&self.of)
    }
}

/// The slot of a bucket with this mark, or 0, and whether the bucket is full.
#[inline]
fn slot(bucket: &[u8; BUCKET], mark: u32) -> (u32, bool) {
    let (slots, _) = bucket.as_chunks::<4>();
    let mut own = 0;
    // The first that fits.
    for slot in slots.iter().rev() {
        let slot = u32::from_le_bytes(*slot);
        let fits = slot >> ROW_BITS == mark >> ROW_BITS;
        own = if fits { slot } else { own };
    }
    (own, slots.last() != Some(&[0; 4]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::grams::{self, Event};
    use crate::language::model::Linear;

    /// `vote` against a reader that looks at one n-gram and one slot after the other.
    #[test]
    fn votes_as_a_naive_reader_would() {
        let linear = Linear::embedded().unwrap();
        let table = linear.table();
        let Table { buckets, rows } = table;
        let text =
            "Le président du Niger a reçu les ministres. Der Minister hat gesprochen. ńlá ọmọ";
        let mut keys = Vec::new();
        grams::read(text, |event| {
            if let Event::Grams(_, ending) = event {
                keys.extend_from_slice(ending);
            }
            true
        });
        let mut found = 0;
        for together in [1, Pending::MOST] {
            for keys in keys.chunks(together) {
                let mut fast = [0; WIDE];
                let mut pending = Pending::default();
                pending.push(keys);
                pending.vote(table, &mut fast);
                let mut slow = [(0, 0); WIDE];
                for key in keys {
                    let (places, mark) = place(*key, buckets.len());
                    let slots = places
                        .into_iter()
                        .flat_map(|bucket| buckets[bucket].chunks(4));
                    let slots = slots.map(|slot| u32::from_le_bytes(slot.try_into().unwrap()));
                    let marked = |slot: &u32| slot >> ROW_BITS << ROW_BITS == mark;
                    let Some(slot) = slots.into_iter().find(marked) else {
                        continue;
                    };
                    found += 1;
                    let mut at = (slot ^ mark) as usize * 4;
                    loop {
                        let weight = i64::from(rows[at + 1].cast_signed());
                        let of = &mut slow[usize::from(rows[at] & 0x7f)];
                        *of = (of.0 + weight, of.1 + i64::from(weight > 0));
                        if rows[at] & 0x80 != 0 {
                            break;
                        }
                        at += 2;
                    }
                }
                assert_eq!(fast.map(|sum| (weights(sum), voices(sum))), slow);
            }
        }
        assert!(found > 200);
    }
}
