//! Words, pairs and sentences of a class, as people would ask about them.

use std::collections::BTreeMap;

use super::counts::Counts;
use crate::random::Random;

/// What frequencies are raised to for words that stand alone: those are rarely the commonest.
const SOFT: f32 = 0.5;
/// Of the words that stand alone, one in so many is short: `ça va`, `wir sind da`.
const SHORT: u64 = 6;
/// Letters of a word that is not short.
const LONG: usize = 5;

/// Words and how often they are used.
#[derive(Default)]
pub struct Words {
    pub words: Vec<String>,
    /// Running sums of the frequencies, as they are and softened.
    plain: Vec<f64>,
    soft: Vec<f64>,
}

impl Words {
    pub fn new(weighted: impl IntoIterator<Item = (String, f32)>) -> Self {
        let mut own = Self::default();
        let (mut plain, mut soft) = (0.0, 0.0);
        for (word, weight) in weighted {
            plain += f64::from(weight);
            soft += f64::from(weight.powf(SOFT));
            own.words.push(word);
            own.plain.push(plain);
            own.soft.push(soft);
        }
        own
    }

    /// Each word of `text` once for each time it stands there.
    pub fn counted(text: impl IntoIterator<Item = String>) -> Self {
        let mut counts = BTreeMap::new();
        for word in text {
            *counts.entry(word).or_insert(0.0) += 1.0;
        }
        Self::new(counts)
    }

    /// Each word and how often it is used.
    pub fn weighted(&self) -> impl Iterator<Item = (&str, f64)> {
        let before = std::iter::once(0.0).chain(self.plain.iter().copied());
        let weights = self
            .plain
            .iter()
            .zip(before)
            .map(|(sum, before)| sum - before);
        self.words.iter().map(String::as_str).zip(weights)
    }

    fn word(&self, random: &mut Random, softly: bool) -> String {
        let sums = if softly { &self.soft } else { &self.plain };
        let point = f64::from(random.unit()) * sums.last().copied().unwrap_or(0.0);
        let at = sums.partition_point(|sum| *sum <= point);
        self.words.get(at).cloned().unwrap_or_default()
    }
}

/// What words of a language look like.
#[derive(Default)]
pub struct Vocabulary {
    pub counts: Option<Counts>,
    /// Lists of words, each with its part of those that are taken.
    pub lists: Vec<(u64, Words)>,
}

impl Vocabulary {
    /// A word as often as it is used, or as it is asked about alone.
    fn word(&self, random: &mut Random, softly: bool) -> String {
        // Lists know words, counts know what is common.
        let counts = match &self.counts {
            Some(_) if softly => COUNTS,
            Some(_) => 3 * COUNTS,
            None => 0,
        };
        let all: u64 = counts + self.lists.iter().map(|(part, _)| part).sum::<u64>();
        let mut left = random.below(all.max(1));
        for (part, list) in &self.lists {
            if left < *part {
                return list.word(random, softly);
            }
            left -= part;
        }
        match &self.counts {
            Some(counts) => {
                let softly = random.below(2) > 0;
                counts.word(random, softly)
            }
            None => String::new(),
        }
    }

    /// How many words tell of the language, `most` at most.
    pub fn size(&self, most: usize) -> usize {
        if self.counts.is_some() {
            return most;
        }
        let words: usize = self.lists.iter().map(|(_, list)| list.words.len()).sum();
        (2 * words).min(most)
    }

    /// So many words as people ask about them alone: most of those are long.
    pub fn alone(&self, count: usize, random: &mut Random) -> Vec<String> {
        let one = |random: &mut Random| {
            let short = random.below(SHORT) == 0;
            let mut word = self.word(random, true);
            for _ in 0..6 {
                if (word.chars().count() < LONG) == short {
                    break;
                }
                word = self.word(random, true);
            }
            word
        };
        (0..count).map(|_| one(random)).collect()
    }

    /// So many words as they stand in sentences.
    pub fn running(&self, count: usize, random: &mut Random) -> Vec<String> {
        (0..count).map(|_| self.word(random, false)).collect()
    }
}

/// A language as the model knows it, or `und`: others of the script that look alike.
pub struct Class {
    pub code: String,
    /// Whether a word alone may well be of it: not so where there is little text to know it by.
    pub common: bool,
    /// Whether its text is made of another language's.
    pub made: bool,
    /// One, or those that `und` stands for: a text is in one of them.
    pub languages: Vec<Vocabulary>,
}

impl Class {
    /// How many of the samples of so many words are of it. Most sentences might be in a language
    /// that is not known; few who ask about a word ask about those.
    fn share(&self, words: u64) -> u64 {
        let unknown = self.code == "und";
        match (self.common, words) {
            // The reader's language first.
            (true, _) if self.code == "fra" => 200,
            (true, _) => 100,
            (_, 1) if unknown => 2,
            (_, 1) => 5,
            (_, 2) if unknown => 5,
            (_, 2) => 12,
            _ if unknown => 120,
            _ => 70,
        }
    }
}

/// What part of a language's words is made after its counts.
const COUNTS: u64 = 50;

/// How many words the next sample has, and the number of its class. Languages of which there is
/// little text are rare in short ones.
pub fn next(classes: &[Class], random: &mut Random) -> (u64, usize) {
    let words = match random.below(20) {
        0..9 => 1,
        9..14 => 2,
        14..18 => 3 + random.below(4),
        _ => 6 + random.below(12),
    };
    let all: u64 = classes.iter().map(|class| class.share(words)).sum();
    let mut left = random.below(all.max(1));
    for (number, class) in classes.iter().enumerate() {
        let share = class.share(words);
        if left < share {
            return (words, number);
        }
        left -= share;
    }
    (words, 0)
}
