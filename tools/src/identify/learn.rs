//! A linear model of one script: for each n-gram the few languages that it speaks for.

use std::collections::HashMap;

use griot::training::language::{self, Event, STEP, Script};

use super::pack::FELT;
use super::samples::{Class, Vocabulary, next};
use crate::random::Random;

/// Words of each class that candidates are counted in.
const VOCABULARY: usize = 120_000;
/// Words of each class that samples are made of, alone and running.
const ALONE: usize = 250_000;
const RUNNING: usize = 100_000;
/// Words of each class that the model is measured on after each step.
const MEASURED: usize = 500;
/// Most languages that one n-gram speaks for at first.
const FIRST: usize = 9;
/// Most languages that one n-gram speaks for.
pub const WIDE: usize = 7;
/// What share of a sample's n-grams is not seen, so that none decides alone.
const UNSEEN: f32 = 0.2;
const RATE: f32 = 0.12;
/// How often an n-gram stands in words of a language that has it nowhere.
const FLOOR: f32 = 1e-5;
/// Most classes of unknown languages that one n-gram speaks for at first.
const UNKNOWN: usize = 3;
/// Of the n-grams that speak for a language in the one text that it is known by, how many do so in
/// other texts.
const ELSEWHERE: f32 = 0.72;
/// N-grams overlap, so each has only a part of its say.
const SAY: f32 = 0.22;

#[derive(Clone, Copy, Default)]
pub struct Entry {
    pub class: u16,
    pub weight: f32,
    square: f32,
}

pub struct Model {
    /// The place of each n-gram.
    pub places: HashMap<u64, u32, Plain>,
    pub keys: Vec<u64>,
    pub starts: Vec<u32>,
    pub entries: Vec<Entry>,
    pub bias: Vec<f32>,
    /// How common each n-gram is.
    pub common: Vec<f32>,
}

/// Keys are hashes already.
#[derive(Clone, Default)]
pub struct Plain;
pub struct PlainHasher(u64);
impl std::hash::BuildHasher for Plain {
    type Hasher = PlainHasher;
    fn build_hasher(&self) -> PlainHasher {
        PlainHasher(0)
    }
}
impl std::hash::Hasher for PlainHasher {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, _: &[u8]) {}
    fn write_u64(&mut self, key: u64) {
        self.0 = key.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
    fn write_u128(&mut self, key: u128) {
        let folded = (key as u64 ^ (key >> 61) as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        self.0 = folded ^ folded >> 32;
    }
}

/// The n-grams of one script. Lists mix them up: some write a Ukrainian `і` as a Latin `i`, whose
/// weights would then be those of a language with the same number among the Latin ones.
fn keys(text: &str, script: Script, into: &mut Vec<u64>) {
    into.clear();
    language::read(text, |event| {
        if let Event::Grams(own, keys, count) = event
            && own == script
        {
            into.extend(keys.iter().take(count));
        }
        true
    });
}

/// The words of a language.
pub struct Texts {
    alone: Vec<String>,
    running: Vec<String>,
    vocabulary: usize,
}

impl Texts {
    /// One for each language of `class`.
    pub fn of(class: &Class, random: &mut Random) -> Vec<Self> {
        let texts = |language: &Vocabulary| {
            let vocabulary = language.size(VOCABULARY);
            let part = |whole: usize| whole * vocabulary / VOCABULARY;
            Self {
                alone: language.alone(part(ALONE).max(vocabulary), random),
                running: language.running(part(RUNNING).max(1), random),
                vocabulary,
            }
        };
        class.languages.iter().map(texts).collect()
    }
}

/// The words of all classes as the places of their n-grams in a model.
#[derive(Default)]
pub struct Corpus {
    places: Vec<u32>,
    ends: Vec<usize>,
    /// Of each language of each class, where its words alone begin, its running ones, and the next
    /// language's.
    classes: Vec<Vec<[usize; 3]>>,
}

impl Corpus {
    pub fn new(script: Script, classes: &[Vec<Texts>], model: &Model) -> Self {
        let mut own = Self::default();
        let mut grams = Vec::new();
        own.ends.push(0);
        for class in classes {
            let mut languages = Vec::new();
            for texts in class {
                let start = own.ends.len() - 1;
                let middle = start + texts.alone.len();
                for word in texts.alone.iter().chain(&texts.running) {
                    keys(word, script, &mut grams);
                    let places = grams.iter().filter_map(|key| model.places.get(key));
                    own.places.extend(places);
                    own.ends.push(own.places.len());
                }
                languages.push([start, middle, own.ends.len() - 1]);
            }
            own.classes.push(languages);
        }
        own
    }

    /// Where the words of one of the languages of `class` are.
    fn language(&self, class: usize, random: &mut Random) -> [usize; 3] {
        let languages = self.classes.get(class).map_or(&[][..], Vec::as_slice);
        let at = random.below(languages.len().max(1) as u64) as usize;
        languages.get(at).copied().unwrap_or_default()
    }

    fn word(&self, [start, middle, end]: [usize; 3], alone: bool, random: &mut Random) -> &[u32] {
        let range = if alone { start..middle } else { middle..end };
        let at = range.start + random.below(range.len().max(1) as u64) as usize;
        match self.ends.get(at..at + 2) {
            Some(&[from, to]) => self.places.get(from..to).unwrap_or_default(),
            _ => &[],
        }
    }
}

impl Model {
    /// The candidates of the classes whose words are `texts` with the weights that naive Bayes gives them.
    /// Those from `known` on are of unknown languages.
    pub fn candidates<'t>(
        script: Script,
        texts: &'t [Vec<Texts>],
        known: usize,
        most: usize,
    ) -> Self {
        let mut pairs: Vec<(u64, u16, f32)> = Vec::new();
        let mut grams = Vec::new();
        for (number, texts) in texts.iter().enumerate() {
            let mut counts: HashMap<u64, u32, Plain> = HashMap::default();
            let words = texts.iter().map(|texts| texts.vocabulary).sum::<usize>();
            let vocabulary = |texts: &'t Texts| texts.alone.iter().take(texts.vocabulary);
            for word in texts.iter().flat_map(vocabulary) {
                keys(word, script, &mut grams);
                grams.sort_unstable();
                grams.dedup();
                for key in &grams {
                    *counts.entry(*key).or_default() += 1;
                }
            }
            let least = if words < VOCABULARY { 2 } else { 3 };
            pairs.extend(
                counts
                    .iter()
                    .filter(|(_, n)| **n >= least)
                    .map(|(key, n)| (*key, number as u16, (*n as f32 - 0.7) / words as f32)),
            );
        }
        pairs.sort_unstable_by(|a, b| {
            (a.0, b.2, a.1)
                .partial_cmp(&(b.0, a.2, b.1))
                .unwrap_or(std::cmp::Ordering::Equal)
        });
        let count = texts.len() as f32;
        let mut scored: Vec<(f32, usize, usize)> = Vec::new();
        let mut from = 0;
        while let Some(first) = pairs.get(from) {
            let to = from
                + pairs
                    .get(from..)
                    .unwrap_or_default()
                    .partition_point(|pair| pair.0 == first.0);
            let row = pairs.get(from..to).unwrap_or_default();
            let mean: f32 = row.iter().map(|pair| pair.2).sum::<f32>() / count;
            let score: f32 = row.iter().map(|pair| pair.2 * (pair.2 / mean).ln()).sum();
            scored.push((score, from, to));
            from = to;
        }
        scored.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        scored.truncate(most);
        // Common ones side by side: training is bound by memory.
        let common = |row: &(f32, usize, usize)| -> f32 {
            pairs
                .get(row.1..row.2)
                .unwrap_or_default()
                .iter()
                .map(|pair| pair.2)
                .sum()
        };
        scored.sort_by_cached_key(|row| (std::cmp::Reverse(common(row).to_bits()), row.1));
        let mut model = Self {
            places: HashMap::default(),
            keys: Vec::new(),
            starts: vec![0],
            entries: Vec::new(),
            bias: vec![0.0; texts.len()],
            common: Vec::new(),
        };
        for (_, from, to) in scored {
            let row = pairs.get(from..to).unwrap_or_default();
            let mut unknown = 0;
            let kept = row.iter().filter(|(_, class, _)| {
                unknown += usize::from(usize::from(*class) >= known);
                usize::from(*class) < known || unknown <= UNKNOWN
            });
            let entries = kept.take(FIRST).map(|(_, class, p)| Entry {
                class: *class,
                weight: SAY * (p / FLOOR).max(1.0).ln(),
                square: 1e-2,
            });
            let key = row.first().map_or(0, |pair| pair.0);
            let common = row.iter().map(|pair| pair.2).sum::<f32>() / count;
            model.push(key, common, entries);
        }
        model
    }

    fn push(&mut self, key: u64, common: f32, entries: impl Iterator<Item = Entry>) {
        self.places.insert(key, self.keys.len() as u32);
        self.keys.push(key);
        self.common.push(common);
        self.entries.extend(entries);
        self.starts.push(self.entries.len() as u32);
    }

    pub fn row(&self, place: usize) -> &[Entry] {
        let from = self.starts.get(place).copied().unwrap_or(0) as usize;
        let to = self.starts.get(place + 1).copied().unwrap_or(0) as usize;
        self.entries.get(from..to).unwrap_or_default()
    }

    /// Logistic regression by AdaGrad over `samples` samples.
    pub fn fit(&mut self, classes: &[Class], corpus: &Corpus, samples: usize, random: &mut Random) {
        let mut squares = vec![1.0f32; classes.len()];
        let mut places = Vec::<u32>::new();
        let mut scores = vec![0.0f32; classes.len()];
        for round in 0..samples {
            let rate = RATE * (1.0 - 0.9 * round as f32 / samples as f32);
            let (words, truth) = next(classes, random);
            // Pairs are asked about alone, and stand in sentences.
            let alone = words == 1 || words == 2 && random.below(2) == 0;
            let language = corpus.language(truth, random);
            places.clear();
            for _ in 0..words {
                let word = corpus.word(language, alone, random);
                places.extend(word.iter().filter(|_| random.unit() >= UNSEEN));
            }
            scores.copy_from_slice(&self.bias);
            for place in &places {
                for entry in self.row(*place as usize) {
                    if let Some(score) = scores.get_mut(entry.class as usize) {
                        *score += entry.weight;
                    }
                }
            }
            let top = scores.iter().copied().fold(f32::MIN, f32::max);
            let mut sum = 0.0;
            for score in &mut scores {
                *score = (*score - top).exp();
                sum += *score;
            }
            for (class, score) in scores.iter_mut().enumerate() {
                *score = *score / sum - f32::from(u8::from(class == truth));
            }
            if scores.get(truth).is_some_and(|slope| *slope > -0.01) {
                continue;
            }
            for ((bias, square), slope) in self.bias.iter_mut().zip(&mut squares).zip(&scores) {
                *square += slope * slope;
                *bias -= 0.3 * rate * slope / square.sqrt();
            }
            for place in &places {
                let from = self.starts.get(*place as usize).copied().unwrap_or(0) as usize;
                let to = self.starts.get(*place as usize + 1).copied().unwrap_or(0) as usize;
                for entry in self.entries.get_mut(from..to).unwrap_or_default() {
                    let slope = scores.get(entry.class as usize).copied().unwrap_or(0.0);
                    entry.square += slope * slope;
                    entry.weight -= rate * slope / entry.square.sqrt();
                }
            }
        }
    }

    /// What share of words alone is told right. The words are drawn anew, from the classes that such a word may
    /// well be of, and all their n-grams are seen.
    pub fn right(&self, script: Script, classes: &[Class]) -> f32 {
        // Not the numbers that the samples were drawn by.
        let random = &mut Random(!u64::from(script));
        let (mut all, mut right) = (0usize, 0usize);
        let mut grams = Vec::new();
        for (truth, class) in classes.iter().enumerate().filter(|(_, class)| class.common) {
            let words = class.languages.iter();
            for word in words.flat_map(|language| language.alone(MEASURED, random)) {
                keys(&word, script, &mut grams);
                let mut scores = self.bias.clone();
                let places = grams.iter().filter_map(|key| self.places.get(key));
                for entry in places.flat_map(|place| self.row(*place as usize)) {
                    if let Some(score) = scores.get_mut(entry.class as usize) {
                        *score += entry.weight;
                    }
                }
                let top = scores.iter().copied().fold(f32::MIN, f32::max);
                all += 1;
                right += usize::from(scores.get(truth) == Some(&top));
            }
        }
        right as f32 / all.max(1) as f32
    }

    /// What share of the n-grams of a text of the class may be expected to speak for it.
    pub fn typical(&self, script: Script, texts: &[Vec<Texts>], class: usize) -> f32 {
        let texts = texts.get(class).map_or(&[][..], Vec::as_slice);
        let known: usize = texts.iter().map(|texts| texts.vocabulary).sum();
        let part = if known < VOCABULARY { ELSEWHERE } else { 1.0 };
        let speaks = |key: &u64| {
            let place = self.places.get(key);
            let row = place.map_or(&[][..], |place| self.row(*place as usize));
            let mut own = row.iter().filter(|entry| usize::from(entry.class) == class);
            own.any(|entry| (entry.weight * STEP).round() >= f32::from(FELT))
        };
        let (mut all, mut own) = (0, 0);
        let mut grams = Vec::new();
        for word in texts.iter().flat_map(|texts| &texts.running) {
            keys(word, script, &mut grams);
            all += grams.len();
            own += grams.iter().filter(|key| speaks(key)).count();
        }
        part * own as f32 / all.max(1) as f32
    }

    /// Replaces the rows by `rows`, of which `grams` names one for each n-gram.
    pub fn share(
        &mut self,
        grams: impl Iterator<Item = (u64, f32, usize)>,
        rows: impl Iterator<Item = impl Iterator<Item = (u8, f32)>>,
    ) {
        self.keys.clear();
        self.common.clear();
        self.places.clear();
        self.entries.clear();
        self.starts.truncate(1);
        for (key, common, row) in grams {
            self.keys.push(key);
            self.common.push(common);
            self.places.insert(key, row as u32);
        }
        for row in rows {
            self.entries.extend(row.map(|(class, weight)| Entry {
                class: u16::from(class),
                weight,
                square: 4.0,
            }));
            self.starts.push(self.entries.len() as u32);
        }
    }

    /// Keeps the `most` n-grams that decide most, and of each the strongest languages.
    pub fn prune(&mut self, most: usize) {
        let mut order: Vec<(f32, usize)> = (0..self.keys.len())
            .map(|place| {
                let power: f32 = self
                    .row(place)
                    .iter()
                    .map(|entry| entry.weight * entry.weight)
                    .sum();
                (
                    self.common.get(place).copied().unwrap_or(0.0).sqrt() * power.sqrt(),
                    place,
                )
            })
            .collect();
        order.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        order.truncate(most);
        let old = std::mem::replace(
            self,
            Self {
                places: HashMap::default(),
                keys: Vec::new(),
                starts: vec![0],
                entries: Vec::new(),
                bias: self.bias.clone(),
                common: Vec::new(),
            },
        );
        for (_, place) in order {
            let mut row = old.row(place).to_vec();
            row.sort_by(|a, b| {
                b.weight
                    .abs()
                    .total_cmp(&a.weight.abs())
                    .then(a.class.cmp(&b.class))
            });
            row.truncate(WIDE);
            for entry in &mut row {
                entry.square = 1.0;
            }
            let key = old.keys.get(place).copied().unwrap_or(0);
            self.push(
                key,
                old.common.get(place).copied().unwrap_or(0.0),
                row.into_iter(),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::Words;
    use super::*;

    /// A language whose words are three of these syllables.
    fn class(code: &str, syllables: [&str; 3]) -> Class {
        let pairs = syllables.map(|a| syllables.map(|b| syllables.map(|c| format!("{a}{b}{c}"))));
        let words = Words::counted(pairs.into_iter().flatten().flatten());
        Class {
            code: code.to_owned(),
            common: true,
            made: false,
            languages: vec![Vocabulary {
                counts: None,
                lists: vec![(1, words)],
            }],
        }
    }

    #[test]
    fn words_of_other_letters_are_told_right() {
        let latin = 1;
        let classes = [
            class("one", ["ba", "lo", "mu"]),
            class("two", ["ke", "ri", "ty"]),
        ];
        let random = &mut Random(0);
        let texts = classes.each_ref().map(|class| Texts::of(class, random));
        let mut model = Model::candidates(latin, &texts, 2, 1_000);
        let corpus = Corpus::new(latin, &texts, &model);
        model.fit(&classes, &corpus, 1_000, random);
        assert_eq!(model.right(latin, &classes), 1.0);
        model.bias = vec![1_000.0, 0.0];
        assert_eq!(model.right(latin, &classes), 0.5);
    }
}
