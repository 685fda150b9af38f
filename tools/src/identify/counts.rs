//! Words made up after a language's counts of n-grams.
//!
//! lingua's packages hold ln P(last letter | letters before) for 1 to 5 letters inside words. They
//! chain to counts; what a count lacks of its extensions to the left stood at the start of a word,
//! to the right at the end.

use std::collections::HashMap;

use anyhow::{Context as _, Result, bail};
use fst::Streamer as _;

use super::learn::Plain;
use crate::random::Random;

/// Longest n-gram of the counts.
const ORDER: usize = 5;
/// Bits of a character in a key.
const BITS: u32 = 21;
/// Longest word made.
const WORD: usize = 24;
/// What probabilities are raised to for words that are rarer.
const SOFT: f32 = 0.8;

/// N-grams of one length, sorted by key, each with its count and how often words begin with it.
#[derive(Default)]
struct Level {
    keys: Vec<u128>,
    counts: Vec<f32>,
    starts: Vec<f32>,
    /// The n-grams of this length that go on from one of a letter less.
    nodes: HashMap<u128, Node, Plain>,
    /// Running sums of the weights within each node, as they are and softened.
    plain: Vec<f32>,
    soft: Vec<f32>,
}

struct Node {
    from: u32,
    to: u32,
    /// The weight of the word's end.
    end: f32,
}

impl Level {
    fn find(&self, key: u128) -> Option<usize> {
        self.keys.binary_search(&key).ok()
    }
}

/// What words of a language look like.
pub struct Counts {
    levels: Vec<Level>,
    /// For a language that is made of the one that was counted.
    respelling: Option<fn(&str) -> String>,
}

impl Counts {
    pub fn read(bytes: Vec<u8>, respelling: Option<fn(&str) -> String>) -> Result<Self> {
        let map = fst::Map::new(bytes)?;
        let mut levels: Vec<Level> = (0..ORDER).map(|_| Level::default()).collect();
        let mut stream = map.stream();
        // Parents come before their children: the keys are sorted.
        while let Some((gram, value)) = stream.next() {
            let gram = std::str::from_utf8(gram)?;
            let (mut key, mut length, mut parent) = (0u128, 0, 0);
            for c in gram.chars() {
                parent = key;
                length += 1;
                if length > ORDER {
                    bail!("an n-gram is too long");
                }
                key |= u128::from(u32::from(c)) << (BITS * (ORDER - length) as u32);
            }
            let mut count = f64::from_bits(value).exp();
            if length > 1 {
                let above = levels.get(length - 2).context("no letters")?;
                match above.keys.last().filter(|last| **last == parent) {
                    Some(_) => count *= f64::from(above.counts.last().copied().unwrap_or(0.0)),
                    None => match above.find(parent) {
                        Some(at) => {
                            count *= f64::from(above.counts.get(at).copied().unwrap_or(0.0))
                        }
                        None => continue,
                    },
                }
            }
            let level = levels.get_mut(length - 1).context("no letters")?;
            level.keys.push(key);
            level.counts.push(count as f32);
        }
        for length in 1..=ORDER {
            let mut starts = levels
                .get(length - 1)
                .map(|l| l.counts.clone())
                .unwrap_or_default();
            if let (Some(own), Some(longer)) = (levels.get(length - 1), levels.get(length)) {
                let mask = (1u128 << (BITS * ORDER as u32)) - 1;
                for (key, count) in longer.keys.iter().zip(&longer.counts) {
                    let tail = (key << BITS) & mask;
                    if let Some(start) = own.find(tail).and_then(|at| starts.get_mut(at)) {
                        *start -= count;
                    }
                }
            }
            let own = levels.get_mut(length - 1).context("no level")?;
            for (start, count) in starts.iter_mut().zip(&own.counts) {
                if *start < count * 1e-4 {
                    *start = 0.0;
                }
            }
            own.starts = starts;
        }
        link(&mut levels);
        Ok(Self { levels, respelling })
    }

    /// A word; `softly` makes rare ones more frequent.
    pub fn word(&self, random: &mut Random, softly: bool) -> String {
        let mut letters: Vec<u32> = Vec::new();
        while letters.len() < WORD {
            let length = letters.len().min(ORDER - 1);
            let mut prefix = 0u128;
            for (at, letter) in letters.iter().rev().take(length).rev().enumerate() {
                prefix |= u128::from(*letter) << (BITS * (ORDER - 1 - at) as u32);
            }
            let Some((level, node)) = self
                .levels
                .get(length)
                .and_then(|level| Some((level, level.nodes.get(&prefix)?)))
            else {
                break;
            };
            let range = node.from as usize..node.to as usize;
            let sums = if softly { &level.soft } else { &level.plain };
            let sums = sums.get(range.clone()).unwrap_or_default();
            let all = sums.last().copied().unwrap_or(0.0) + node.end;
            let point = random.unit() * all;
            let at = sums.partition_point(|sum| *sum <= point);
            let Some(key) = level.keys.get(range.start + at).filter(|_| at < sums.len()) else {
                break;
            };
            let letter = key >> (BITS * (ORDER - 1 - length) as u32) & ((1 << BITS) - 1);
            letters.push(letter as u32);
        }
        let word: String = letters.into_iter().filter_map(char::from_u32).collect();
        self.respelling
            .map_or(word.clone(), |respelled| respelled(&word))
    }
}

/// What may follow each beginning: whole words until they are longer than the counts reach, then
/// the last letters.
fn link(levels: &mut [Level]) {
    for length in 0..ORDER {
        let (shorter, rest) = levels.split_at_mut(length);
        let Some(level) = rest.first_mut() else {
            return;
        };
        let begins = length < ORDER - 1;
        let weights = if begins { &level.starts } else { &level.counts };
        let step = BITS * (ORDER - length) as u32;
        let mut from = 0;
        while let Some(first) = level.keys.get(from) {
            let prefix = if length == 0 {
                0
            } else {
                first >> step << step
            };
            let siblings = level.keys.get(from..).unwrap_or_default();
            let to =
                from + siblings.partition_point(|key| length == 0 || key >> step == prefix >> step);
            let own = weights.get(from..to).unwrap_or_default();
            let all: f32 = own.iter().sum();
            let above = shorter.last().and_then(|above| {
                let of = if begins { &above.starts } else { &above.counts };
                of.get(above.find(prefix)?).copied()
            });
            let end = (above.unwrap_or(0.0) - all).max(0.0);
            let total = (all + end).max(f32::MIN_POSITIVE);
            let (mut plain, mut soft) = (0.0, 0.0);
            for weight in own {
                plain += weight / total;
                soft += (weight / total).powf(SOFT);
                level.plain.push(plain);
                level.soft.push(soft);
            }
            let node = Node {
                from: from as u32,
                to: to as u32,
                end: end / total,
            };
            level.nodes.insert(prefix, node);
            from = to;
        }
    }
}
