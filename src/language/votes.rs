//! What n-grams say: the buckets that lead from an n-gram to its row, and the rows.
//!
//! Each n-gram that the model knows has a slot in a bucket. The slot holds a part of the n-gram's
//! hash and the number of a row. The row has a weight for each language that the n-gram speaks for
//! or against.

use std::hint::select_unpredictable;

use super::grams::LONGEST;
use crate::prefetch::prefetch;

/// The slots of a bucket, of 32 bits each.
pub const SLOTS: usize = 4;
/// The bytes of a bucket.
pub const BUCKET: usize = 4 * SLOTS;
/// The bits of a slot that hold the number of a row. The other bits are a part of the n-gram's
/// hash.
pub const ROW_BITS: u32 = 18;
/// The bytes of a unit of rows: two pairs of a class and a weight.
const UNIT: usize = 4;
/// In the byte of a class, that its pair is the last of the row.
const LAST: u8 = 0x80;
/// An odd number with many bits set.
const MULTIPLIER: u64 = 0x2545_f491_4f6c_dd1d;
/// How many classes a model may have. A class is a language in a script.
pub(super) const CLASSES: usize = 256;
/// How many classes a script may have.
pub(super) const WIDE: usize = 128;
/// How many n-grams vote at once.
const MOST: usize = 64;

/// The two buckets, of `buckets` in all, that may hold a key, and the bits that mark the key in a
/// slot. The second bucket is used only if the first is full.
pub fn place(key: u64, buckets: usize) -> ([usize; 2], u32) {
    (
        [bucket(key, buckets), bucket(second(key), buckets)],
        mark(key),
    )
}

#[inline]
fn bucket(hash: u64, buckets: usize) -> usize {
    (((hash >> 32) * buckets as u64) >> 32) as usize
}

/// The hash that tells the second bucket of a key.
#[inline]
fn second(key: u64) -> u64 {
    key.wrapping_mul(MULTIPLIER)
}

#[inline]
fn mark(key: u64) -> u32 {
    let mark = (key as u32) << ROW_BITS;
    if mark == 0 { 1 << ROW_BITS } else { mark }
}

/// The sum of one class. The upper bits are the sum of weights; the lower [`VOICE_BITS`] count the
/// n-grams with a weight above 0. One addition adds both.
pub(super) type Sum = i64;
/// The bits of a `Sum` that count n-grams.
pub(super) const VOICE_BITS: u32 = 24;
/// The sums of all classes, with room for a whole script from any class on.
pub(super) type Sums = [Sum; CLASSES + WIDE];

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

#[inline]
pub(super) fn weights(sum: Sum) -> i64 {
    sum >> VOICE_BITS
}

pub(super) fn voices(sum: Sum) -> i64 {
    sum & ((1 << VOICE_BITS) - 1)
}

/// The tables of a model.
#[derive(Clone, Copy)]
pub(super) struct Tables<'m> {
    buckets: &'m [[u8; BUCKET]],
    rows: &'m [[u8; UNIT]],
}

impl<'m> Tables<'m> {
    pub(super) fn new(buckets: &'m [u8], rows: &'m [u8]) -> Self {
        Self {
            buckets: buckets.as_chunks().0,
            rows: rows.as_chunks().0,
        }
    }
}

/// Writes `item` behind the first `count`, which it joins if it is `wanted`. There is no branch, which would
/// often be guessed wrong.
#[inline(always)]
fn push_if<T>(wanted: bool, item: T, items: &mut [T; MOST], count: &mut usize) {
    if let Some(place) = items.get_mut(*count) {
        *place = item;
        *count += usize::from(wanted);
    }
}

/// N-grams of a script that have not voted yet.
pub(super) struct Pending {
    keys: [u64; MOST],
    count: usize,
}

impl Pending {
    pub(super) const NONE: Self = Self {
        keys: [0; MOST],
        count: 0,
    };

    pub(super) fn count(&self) -> usize {
        self.count
    }

    /// Appends the first `count` of `keys`.
    #[inline]
    pub(super) fn push(&mut self, keys: &[u64; LONGEST], count: usize) {
        let room = self.keys.get_mut(self.count..);
        if let Some(room) = room.and_then(|room| room.first_chunk_mut()) {
            // A copy of all has no loop.
            *room = *keys;
            self.count += count;
        }
    }

    /// Whether there may be no room for the n-grams of another character.
    #[inline]
    pub(super) fn is_full(&self) -> bool {
        self.count > MOST - LONGEST
    }

    /// Adds the weights of the n-grams to the sums of the classes from `first` on. The tables are far larger
    /// than what stays near the processor, so the buckets of all n-grams are fetched first, then all rows.
    pub(super) fn vote(&mut self, sums: &mut Sums, first: usize, tables: Tables) {
        let keys = self.keys.get(..self.count).unwrap_or_default();
        self.count = 0;
        let (mut found, mut known) = ([0; MOST], 0);
        let (mut rest, mut left) = ([0; MOST], 0);
        look(
            tables.buckets,
            keys,
            |key| key,
            |row, key, is_full| {
                push_if(row < NO_ROW, row, &mut found, &mut known);
                push_if(row == NO_ROW && is_full, key, &mut rest, &mut left);
            },
        );
        let rest = rest.get(..left).unwrap_or_default();
        look(tables.buckets, rest, second, |row, _, _| {
            push_if(row < NO_ROW, row, &mut found, &mut known);
        });
        let found = found.get(..known).unwrap_or_default();
        let fetched = found
            .iter()
            .filter_map(|row| tables.rows.get(*row as usize));
        prefetch(fetched.map(|unit| u32::from_le_bytes(*unit)));
        let sums = sums.get_mut(first..);
        let Some(sums) = sums.and_then(|own| own.first_chunk_mut::<WIDE>()) else {
            return;
        };
        // How many units a row has is as good as random. So the rows are added by their length, because a loop
        // that ends at another place each time is guessed wrong.
        let mut of_length = [([0; MOST], 0); SHORT + 1];
        for row in found {
            let units = tables.rows.get(*row as usize..).unwrap_or_default();
            if let Some((rows, count)) = of_length.get_mut(units_before_last(units)) {
                push_if(true, *row, rows, count);
            }
        }
        let [one, two, three, four, longer] = &of_length;
        add::<1>(sums, tables.rows, one);
        add::<2>(sums, tables.rows, two);
        add::<3>(sums, tables.rows, three);
        add::<4>(sums, tables.rows, four);
        let (rows, count) = longer;
        for row in rows.iter().take(*count) {
            let units = tables.rows.get(*row as usize..).unwrap_or_default();
            for unit in units.get(..WIDE / 2).unwrap_or(units) {
                add_unit(sums, unit);
                let [one, _, other, _] = unit;
                if (one | other) & LAST != 0 {
                    break;
                }
            }
        }
    }
}

/// [`LAST`] in each pair of a row of [`SHORT`] units.
const ENDS: u128 = u128::MAX / 0xffff * LAST as u128;

/// The most units of a row that is added with others of its length.
const SHORT: usize = 4;

/// How many units stand before the last one of the row that `units` begin with; [`SHORT`] if it is longer, or at
/// the end of the table.
#[inline]
fn units_before_last(units: &[[u8; UNIT]]) -> usize {
    let Some(units) = units.first_chunk::<SHORT>() else {
        return SHORT;
    };
    let units = u128::from_le_bytes(
        *units
            .as_flattened()
            .first_chunk()
            .unwrap_or(&[0; SHORT * UNIT]),
    );
    (units & ENDS).trailing_zeros() as usize / (8 * UNIT)
}

/// Adds rows of `UNITS` units.
#[inline]
fn add<const UNITS: usize>(
    sums: &mut [Sum; WIDE],
    units: &[[u8; UNIT]],
    (rows, count): &([u32; MOST], usize),
) {
    for row in rows.iter().take(*count) {
        let units = units.get(*row as usize..).unwrap_or_default();
        if let Some(units) = units.first_chunk::<UNITS>() {
            units.iter().for_each(|unit| add_unit(sums, unit));
        }
    }
}

/// Adds two pairs. A row with an odd number of pairs ends with a pair of zeros, which add nothing.
#[inline(always)]
fn add_unit(sums: &mut [Sum; WIDE], [one, weight_of_one, other, weight_of_other]: &[u8; UNIT]) {
    for (class, weight) in [(one, weight_of_one), (other, weight_of_other)] {
        let sum = sums.get_mut(usize::from(class & !LAST));
        if let (Some(sum), Some(more)) = (sum, SUMS.get(usize::from(*weight))) {
            *sum += more;
        }
    }
}

/// What is no number of a row.
const NO_ROW: u32 = 1 << ROW_BITS;

/// Looks for each key in the bucket that `hash` of it tells. `each` is told the row, the key and whether the
/// bucket is full.
#[inline]
fn look(
    buckets: &[[u8; BUCKET]],
    keys: &[u64],
    hash: impl Fn(u64) -> u64,
    mut each: impl FnMut(u32, u64, bool),
) {
    let mut near = [0; MOST];
    for (near, key) in near.iter_mut().zip(keys) {
        *near = bucket(hash(*key), buckets.len());
    }
    let fetched = near.iter().take(keys.len());
    let fetched = fetched.filter_map(|at| buckets.get(*at)?.first());
    prefetch(fetched.map(|byte| u32::from(*byte)));
    for (at, key) in near.iter().zip(keys) {
        let Some(bucket) = buckets.get(*at) else {
            continue;
        };
        let mark = mark(*key);
        let slots = bucket.as_chunks().0.iter();
        let slots = slots.map(|slot| u32::from_le_bytes(*slot)).rev();
        // Of slots that have the mark, the first is the key's.
        let row = slots.clone().fold(NO_ROW, |row, slot| {
            let own = slot ^ mark;
            select_unpredictable(own < NO_ROW, own, row)
        });
        let is_full = slots.take(1).all(|last| last != 0);
        each(row, *key, is_full);
    }
}

#[cfg(test)]
mod tests {
    use super::super::grams::{self, Event};
    use super::super::model::Linear;
    use super::*;

    /// The weights and voices of each class.
    type Said = [(i64, i64); CLASSES + WIDE];

    /// Adds what an n-gram says, one slot and one pair after the other. Returns whether it is known.
    fn vote_slowly(key: u64, tables: Tables, said: &mut Said) -> bool {
        let (places, mark) = place(key, tables.buckets.len());
        let slots = places.into_iter().flat_map(|at| {
            let slots = tables.buckets[at].chunks(4);
            slots.map(|slot| u32::from_le_bytes(slot.try_into().unwrap()))
        });
        let marked = |slot: &u32| slot >> ROW_BITS << ROW_BITS == mark;
        let Some(slot) = slots.into_iter().find(marked) else {
            return false;
        };
        let rows = tables.rows.as_flattened();
        let mut at = (slot ^ mark) as usize * UNIT;
        loop {
            let weight = i64::from(rows[at + 1].cast_signed());
            let of = &mut said[usize::from(rows[at] & !LAST)];
            *of = (of.0 + weight, of.1 + i64::from(weight > 0));
            if rows[at] & LAST != 0 {
                return true;
            }
            at += 2;
        }
    }

    #[test]
    fn votes_as_a_naive_reader_would() {
        let tables = Linear::embedded().unwrap().tables();
        let text =
            "Le président du Niger a reçu les ministres. Der Minister hat gesprochen. ńlá ọmọ";
        let (mut found, mut pending) = (0, Pending::NONE);
        let (mut fast, mut slow) = ([0; CLASSES + WIDE], [(0, 0); CLASSES + WIDE]);
        grams::read(text, |event| {
            let Event::Grams(_, keys, ending) = event else {
                return true;
            };
            pending.push(keys, ending);
            if pending.is_full() {
                pending.vote(&mut fast, 0, tables);
            }
            for key in &keys[..ending] {
                found += usize::from(vote_slowly(*key, tables, &mut slow));
            }
            true
        });
        pending.vote(&mut fast, 0, tables);
        assert_eq!(fast.map(|sum| (weights(sum), voices(sum))), slow);
        assert!(found > 100);
    }

    /// A model of the caller may have rows of any length, and the table ends with one.
    #[test]
    fn rows_of_all_lengths_are_added() {
        let count = 32;
        let (mut buckets, mut rows, mut keys) = (vec![0; count * BUCKET], Vec::new(), Vec::new());
        for length in (1..=23).rev() {
            let key = MULTIPLIER.wrapping_mul(length);
            let ([at, _], mark) = place(key, count);
            let row = (rows.len() / UNIT) as u32;
            let slots = buckets[at * BUCKET..][..BUCKET].chunks_mut(4);
            let slot = slots.into_iter().find(|slot| **slot == [0; 4]);
            slot.unwrap().copy_from_slice(&(mark | row).to_le_bytes());
            for pair in 1..=length as u8 {
                let last = if u64::from(pair) == length { LAST } else { 0 };
                rows.extend([pair | last, 3 * pair]);
            }
            rows.resize(rows.len().next_multiple_of(UNIT), 0);
            keys.push(key);
        }
        let tables = Tables::new(&buckets, &rows);
        let (mut fast, mut slow) = ([0; CLASSES + WIDE], [(0, 0); CLASSES + WIDE]);
        let mut pending = Pending::NONE;
        for key in keys {
            assert!(vote_slowly(key, tables, &mut slow));
            pending.push(&[key; LONGEST], 1);
        }
        pending.vote(&mut fast, 0, tables);
        assert_eq!(fast.map(|sum| (weights(sum), voices(sum))), slow);
    }
}
