//! The model file: buckets of four n-grams, and the rows of languages that they share.
//!
//! Many n-grams say the same of the same languages, so each bucket holds the number of a row only.
//! The rarest rows give way to the nearest of the others until all fit 18 bits.

use std::collections::HashMap;

use anyhow::{Context as _, Result, ensure};
use griot::training::language::{BUCKET, ROW_BITS, SLOTS, STEP, place};

use super::learn::{Entry, Model};
use super::samples::Class;
use crate::container;

/// Bytes of all buckets.
const BYTES: usize = 2_830_000;
/// Pairs of a language and a weight, in units of two, of all rows. A sixth of them is gone when rows have been
/// trained again, so that 18 bits can point at the rest.
pub const UNITS: usize = 300_000;
/// How many buckets are looked at for a chain of moves that makes room.
const CHAIN: usize = 400;
/// The least weight that stands in the file.
pub const FELT: u8 = 5;
/// The weights that rows are shared by.
const GRAINS: [i8; 13] = [0, 5, 9, 13, 18, 24, 31, 40, 51, 65, 82, 102, 126];

type Row = Vec<(u8, i8)>;

/// What each script's n-grams say, once the rows are shared.
pub struct Shared {
    pub script: u8,
    pub classes: Vec<Class>,
    /// `None` for a script with one language.
    pub model: Option<Model>,
    /// What share of the n-grams of a text of each class may be expected to speak for it.
    pub typical: Vec<f32>,
}

/// Gives each n-gram of `model` one of so many rows, in units of two pairs, and makes the rows the
/// model's: many n-grams lead to the same place.
pub fn share(model: &mut Model, units: usize) {
    let mut rows: HashMap<Row, f32> = HashMap::new();
    let mut grams: Vec<(u64, f32, Row)> = Vec::new();
    for at in 0..model.keys.len() {
        let mut row: Row = Vec::new();
        for entry in model.row(at) {
            // Coarser where a weight is large: a tenth of it is not felt.
            let raw = (entry.weight * STEP).clamp(-126.0, 126.0);
            let weight = GRAINS
                .iter()
                .copied()
                .min_by_key(|grain| (f32::from(*grain) - raw.abs()).abs() as i32);
            let weight = weight.unwrap_or(0) * if raw < 0.0 { -1 } else { 1 };
            if weight != 0 {
                row.push((entry.class as u8, weight));
            }
        }
        if row.is_empty() {
            continue;
        }
        row.sort_by_key(|(class, weight)| (-i32::from(weight.unsigned_abs()), *class));
        let common = model.common.get(at).copied().unwrap_or(0.0);
        *rows.entry(row.clone()).or_default() += common.sqrt();
        grams.push((model.keys.get(at).copied().unwrap_or(0), common, row));
    }
    let mut order: Vec<(Row, f32)> = rows.into_iter().collect();
    // What a row is worth for the room that it takes.
    let worth = |(row, common): &(Row, f32)| common / row.len().div_ceil(2) as f32;
    order.sort_by(|a, b| worth(b).total_cmp(&worth(a)).then_with(|| a.0.cmp(&b.0)));
    let (mut used, mut kept, mut taken) = (0, Vec::new(), HashMap::new());
    let mut by_class: HashMap<u8, Vec<usize>> = HashMap::new();
    let mut rest = Vec::new();
    for (row, _) in order {
        if used + row.len().div_ceil(2) > units {
            rest.push(row);
            continue;
        }
        used += row.len().div_ceil(2);
        for (class, _) in row.iter().take(2) {
            by_class.entry(*class).or_default().push(kept.len());
        }
        taken.insert(row.clone(), kept.len());
        kept.push(row);
    }
    let stand_ins = rest.len();
    for row in rest {
        let Some((class, _)) = row.first() else {
            continue;
        };
        let near = by_class.get(class).into_iter().flatten();
        let near = near
            .filter_map(|at| kept.get(*at).map(|other| (distance(&row, other), *at)))
            .min();
        if let Some((_, at)) = near {
            taken.insert(row, at);
        }
    }
    println!("{} rows kept, {stand_ins} stand in", kept.len());
    let grams = grams
        .into_iter()
        .filter_map(|(key, common, row)| Some((key, common, *taken.get(&row)?)));
    model.share(
        grams,
        kept.into_iter().map(|row| {
            row.into_iter()
                .map(|(class, w)| (class, f32::from(w) / STEP))
        }),
    );
}

pub fn write(shared: &[Shared]) -> Result<Vec<u8>> {
    let (mut classes, mut book) = (Vec::new(), Vec::new());
    let mut places: HashMap<Vec<u8>, u32> = HashMap::new();
    let mut grams: Vec<(f32, u64, u32)> = Vec::new();
    for Shared {
        script,
        classes: own,
        model,
        typical,
    } in shared
    {
        for (number, class) in own.iter().enumerate() {
            let bias = model
                .as_ref()
                .and_then(|m| m.bias.get(number))
                .copied()
                .unwrap_or(0.0);
            classes.extend(
                class
                    .code
                    .as_bytes()
                    .get(..3)
                    .context("a code has three letters")?,
            );
            classes.push(*script);
            classes.extend(((bias * STEP).round() as i16).to_le_bytes());
            let typical = typical.get(number).copied().unwrap_or(0.0);
            classes.push((255.0 * typical).round() as u8);
        }
        let Some(model) = model else { continue };
        let mut numbers = Vec::new();
        for at in 0..model.starts.len() - 1 {
            let row = pairs(model.row(at));
            let next = (book.len() / 4) as u32;
            numbers.push(*places.entry(row.clone()).or_insert_with(|| {
                book.extend(row);
                next
            }));
        }
        for (key, common) in model.keys.iter().zip(&model.common) {
            let row = model.places.get(key).copied().unwrap_or(0) as usize;
            let power: f32 = model
                .row(row)
                .iter()
                .map(|entry| entry.weight.powi(2))
                .sum();
            let number = numbers.get(row).copied().unwrap_or(0);
            grams.push(((common * power).sqrt(), *key, number));
        }
    }
    grams.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut table = Table::new(BYTES / BUCKET);
    let all = grams.len();
    let held = grams
        .iter()
        .filter(|(_, key, number)| table.insert(*key, *number))
        .count();
    let lost = all - held;
    let buckets = table.bytes();
    ensure!(
        book.len() / 4 <= 1 << ROW_BITS,
        "{} bytes of rows are more than a slot can point at: lower UNITS",
        book.len()
    );
    println!(
        "{held} n-grams held, {lost} without room, {} bytes of rows",
        book.len()
    );
    container::write(b"lang", &[classes, buckets, book])
}

/// The n-grams with their rows, each in one of its two buckets.
struct Table {
    slots: Vec<Option<(u64, u32)>>,
}

impl Table {
    fn new(buckets: usize) -> Self {
        Self {
            slots: vec![None; buckets * SLOTS],
        }
    }

    fn buckets(&self) -> usize {
        self.slots.len() / SLOTS
    }

    /// Puts an n-gram into one of its buckets. If both are full, others move to their other bucket, along the
    /// shortest chain. Returns whether there was room.
    fn insert(&mut self, key: u64, row: u32) -> bool {
        let (own, _) = place(key, self.buckets());
        // The buckets that the chain may reach, each with the slot whose n-gram would move there and the
        // number of the bucket that this slot is in.
        let mut reached: Vec<(usize, Option<(usize, usize)>)> = Vec::new();
        reached.extend(own.map(|bucket| (bucket, None)));
        let mut at = 0;
        while let Some((bucket, before)) = reached.get(at).copied() {
            for slot in bucket * SLOTS..(bucket + 1) * SLOTS {
                match self.slots.get(slot).copied().flatten() {
                    None => {
                        self.shift(&reached, slot, before, (key, row));
                        return true;
                    }
                    Some((other, _)) if reached.len() < CHAIN => {
                        let ([first, second], _) = place(other, self.buckets());
                        let next = if first == bucket { second } else { first };
                        if reached.iter().all(|(known, _)| *known != next) {
                            reached.push((next, Some((slot, at))));
                        }
                    }
                    Some(_) => {}
                }
            }
            at += 1;
        }
        false
    }

    /// Moves each n-gram of a chain one step on, to the `free` slot at last, and puts `new` where the first one
    /// stood.
    fn shift(
        &mut self,
        reached: &[(usize, Option<(usize, usize)>)],
        mut free: usize,
        mut before: Option<(usize, usize)>,
        new: (u64, u32),
    ) {
        while let Some((slot, at)) = before {
            self.slots.swap(free, slot);
            free = slot;
            before = reached.get(at).and_then(|(_, before)| *before);
        }
        if let Some(slot) = self.slots.get_mut(free) {
            *slot = Some(new);
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let count = self.buckets();
        let number =
            |slot: &Option<(u64, u32)>| slot.map_or(0, |(key, row)| place(key, count).1 | row);
        self.slots
            .iter()
            .flat_map(|slot| number(slot).to_le_bytes())
            .collect()
    }
}

/// A row as the file has it, without the weights that are hardly felt.
fn pairs(row: &[Entry]) -> Vec<u8> {
    let weight = |entry: &Entry| (entry.weight * STEP).round().clamp(-127.0, 127.0) as i8;
    let mut kept: Vec<&Entry> = row
        .iter()
        .filter(|entry| weight(entry).unsigned_abs() >= FELT)
        .collect();
    if kept.is_empty() {
        kept.extend(
            row.iter()
                .rev()
                .max_by_key(|entry| weight(entry).unsigned_abs()),
        );
    }
    let last = kept.len().saturating_sub(1);
    let mut bytes = Vec::new();
    for (number, entry) in kept.iter().enumerate() {
        let end = if number == last { 0x80 } else { 0 };
        bytes.extend([entry.class as u8 | end, weight(entry).cast_unsigned()]);
    }
    if kept.len() % 2 == 1 {
        bytes.extend([0, 0]);
    }
    bytes
}

fn distance(a: &Row, b: &Row) -> i32 {
    let weight = |row: &Row, class: u8| {
        row.iter()
            .find(|(c, _)| *c == class)
            .map_or(0, |(_, w)| i32::from(*w))
    };
    let there: i32 = a
        .iter()
        .map(|(class, w)| (i32::from(*w) - weight(b, *class)).pow(2))
        .sum();
    let back: i32 = b
        .iter()
        .filter(|(class, _)| a.iter().all(|(c, _)| c != class))
        .map(|(_, w)| i32::from(*w).pow(2))
        .sum();
    there + back
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reader asks the second bucket only if the first is full.
    #[test]
    fn nearly_all_slots_are_used_and_each_ngram_is_found() {
        let mut table = Table::new(1_000);
        let keys: Vec<u64> = (1..=3_900_u64)
            .map(|n| n.wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29))
            .collect();
        for (row, key) in (0..).zip(&keys) {
            assert!(table.insert(*key, row));
        }
        for (row, key) in (0..).zip(&keys) {
            let ([first, second], _) = place(*key, table.buckets());
            let slots = |bucket: usize| table.slots[bucket * SLOTS..][..SLOTS].to_vec();
            let own = Some((*key, row));
            let full = slots(first).iter().all(Option::is_some);
            assert!(slots(first).contains(&own) || full && slots(second).contains(&own));
        }
    }
}
