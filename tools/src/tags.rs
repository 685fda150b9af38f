//! Trains the models of parts of speech: an averaged perceptron over the features that the library
//! itself computes, on the library's own tokens.

use std::collections::HashMap;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use griot::lemma::Lemmatizer;
use griot::training::tags::{MOST, TAGS, place, teach};
use griot::{Language, Pos};

use crate::container;
use crate::random::Random;
use crate::tag_dictionary::{self, Lines};
use crate::treebank::{self, Tagged, Without};

/// The treebanks of each language, and the rows of its model. A row takes sixteen bytes; a treebank
/// of a thousand sentences has no use for more of them.
const SETS: [(Language, &[&str], usize); 5] = [
    (Language::ENGLISH, &["en_ewt-dev"], 1 << 14),
    (
        Language::FRENCH,
        &["fr_gsd-dev", "fr_sequoia-train", "fr_sequoia-dev"],
        1 << 15,
    ),
    (Language::GERMAN, &["de_gsd-dev"], 1 << 14),
    (Language::PORTUGUESE, &["pt_bosque-dev"], 1 << 14),
    (Language::SPANISH, &["es_gsd-dev"], 1 << 14),
];

const EPOCHS: usize = 12;
/// The model is learnt so often from nothing, in another order each time, and the weights are averaged
/// over all of it: what one order leaves to chance decides less then.
const RUNS: usize = 4;
/// Of the words, one in so many is hidden from the lexicon each time, so that unknown words are
/// learnt too.
const HIDDEN: u64 = 12;
/// Of the features of a token, one in so many is not seen each time: no single one may decide.
const DROPPED: u64 = 4;

/// Weights of one feature, one for each tag: now, and summed over all steps.
#[derive(Clone, Default)]
struct Row {
    now: [f32; MOST],
    sum: [f64; MOST],
    /// The step up to which `sum` counts.
    step: [u32; MOST],
}

#[derive(Default)]
struct Perceptron {
    /// The parts of speech that it tells apart.
    tags: Vec<Pos>,
    /// The rows of the model.
    count: usize,
    rows: HashMap<u32, Row>,
    step: u32,
}

/// The file of a language, and what there is to say of it.
pub fn train(dir: &Path, language: Language, without: &[Without]) -> Result<(Vec<u8>, String)> {
    let sets = SETS.iter().find(|(own, ..)| *own == language);
    let (_, sets, count) =
        sets.with_context(|| format!("{language}: no treebank is pinned for it"))?;
    let mut sentences = Vec::new();
    for set in *sets {
        sentences.extend(treebank::read_tagged(dir, set, without)?);
    }
    if sentences.is_empty() {
        bail!("{language}: nothing to train on");
    }
    let lemmatizer = Lemmatizer::new(language)?;
    let tags = commonest(&sentences);
    let mut perceptron = Perceptron::of(&tags, *count);
    let mut random = Random(0);
    let right = perceptron.learn(&sentences, &lemmatizer, &mut random, None);
    let kept = perceptron.strongest();
    let mut second = Perceptron::of(&tags, *count);
    let mut pruned = 0.0;
    for _ in 0..RUNS {
        second.forget();
        pruned = second.learn(&sentences, &lemmatizer, &mut random, Some(&kept));
    }
    // The model learns the words of the dictionary too: it knows the others better then.
    let dictionary = tag_dictionary::learn(&sentences, &lemmatizer);
    let summary = format!(
        "{language}: {} sentences; {} features, at last {right:.2} % right; {} kept, {pruned:.2} %; {} words \
         and {} sets of categories in the dictionary",
        sentences.len(),
        perceptron.rows.len(),
        kept.len(),
        dictionary.words.lines().count(),
        dictionary.categories.lines().count(),
    );
    Ok((second.write(language, dictionary)?, summary))
}

/// The commonest parts of speech, as many as a model tells apart, in their usual order.
fn commonest(sentences: &[Tagged]) -> Vec<Pos> {
    let count = |pos: &Pos| {
        let tags = sentences.iter().flat_map(|sentence| &sentence.tags);
        tags.filter(|(_, tag)| tag == pos).count()
    };
    let mut tags = TAGS.to_vec();
    tags.sort_by_cached_key(|pos| std::cmp::Reverse(count(pos)));
    tags.truncate(MOST);
    TAGS.into_iter().filter(|pos| tags.contains(pos)).collect()
}

impl Perceptron {
    fn of(tags: &[Pos], count: usize) -> Self {
        Self {
            tags: tags.to_vec(),
            count,
            ..Self::default()
        }
    }

    /// Goes through the sentences several times; the share of tags that were right the last time.
    /// With `kept`, no other feature is learnt.
    fn learn(
        &mut self,
        sentences: &[Tagged],
        lemmatizer: &Lemmatizer,
        random: &mut Random,
        kept: Option<&HashMap<usize, u32>>,
    ) -> f64 {
        let mut order: Vec<&Tagged> = sentences.iter().collect();
        let mut hides = Random(random.below(u64::MAX));
        let mut drops = Random(random.below(u64::MAX));
        let mut seen = Vec::new();
        let (mut right, mut all) = (0, 0);
        for _ in 0..EPOCHS {
            random.shuffle(&mut order);
            (right, all) = (0, 0);
            for sentence in &order {
                let tokens: HashMap<(usize, usize), Pos> = sentence.tags.iter().copied().collect();
                let show = |_: &str| hides.below(HIDDEN) != 0;
                teach(lemmatizer, &sentence.text, show, |span, features| {
                    seen.clear();
                    seen.extend(features.iter().filter(|_| drops.below(DROPPED) != 0));
                    let found = self.best(&seen);
                    let Some(gold) = tokens.get(&(span.start(), span.end())).copied() else {
                        return found;
                    };
                    // A mark that the model is asked for may be one all the same.
                    let place_of = |pos| self.tags.iter().position(|tag| *tag == pos);
                    let (Some(right_tag), Some(wrong_tag)) = (place_of(gold), place_of(found))
                    else {
                        return found;
                    };
                    self.step += 1;
                    all += 1;
                    if found == gold {
                        right += 1;
                    } else {
                        let kept = |feature: &&u32| {
                            kept.is_none_or(|kept| {
                                kept.get(&place(**feature, self.count).0) == Some(*feature)
                            })
                        };
                        for feature in seen.iter().filter(kept) {
                            let row = self.rows.entry(*feature).or_default();
                            row.add(right_tag, 1.0, self.step);
                            row.add(wrong_tag, -1.0, self.step);
                        }
                    }
                    found
                });
            }
        }
        100.0 * f64::from(right) / f64::from(all)
    }

    /// Sets all weights to zero. Their averages keep what they were.
    fn forget(&mut self) {
        for row in self.rows.values_mut() {
            for (index, now) in row.now.into_iter().enumerate() {
                row.add(index, -now, self.step);
            }
        }
    }

    fn best(&self, features: &[u32]) -> Pos {
        let mut sums = [0.0_f32; MOST];
        for row in features.iter().filter_map(|feature| self.rows.get(feature)) {
            for (sum, weight) in sums.iter_mut().zip(row.now) {
                *sum += weight;
            }
        }
        let mut best = (f32::NEG_INFINITY, Pos::X);
        for (sum, pos) in sums.into_iter().zip(&self.tags) {
            if sum > best.0 {
                best = (sum, *pos);
            }
        }
        best.1
    }

    /// The strongest feature of each row of the model.
    fn strongest(&self) -> HashMap<usize, u32> {
        let mut kept: HashMap<usize, (f64, u32)> = HashMap::new();
        for (feature, row) in &self.rows {
            let strength = row.mean(self.step).iter().map(|mean| mean.abs()).sum();
            let best = kept
                .entry(place(*feature, self.count).0)
                .or_insert((strength, *feature));
            if (strength, *feature) > *best {
                *best = (strength, *feature);
            }
        }
        kept.into_iter()
            .map(|(row, (_, feature))| (row, feature))
            .collect()
    }

    /// The model file: the language, the rows, each weight in 127ths of the largest, and the dictionary.
    fn write(&self, language: Language, dictionary: Lines) -> Result<Vec<u8>> {
        let means = |row: &Row| row.mean(self.step);
        let mut sizes: Vec<f64> = self.rows.values().flat_map(means).map(f64::abs).collect();
        sizes.sort_by(f64::total_cmp);
        // What few weights are above is cut.
        let largest = sizes.get(sizes.len() - 1 - sizes.len() / 20_000);
        let largest = *largest.context("no weights")?;
        let width = MOST + 1;
        let mut bytes = vec![0_u8; self.count * width];
        for (feature, row) in &self.rows {
            let (at, check) = place(*feature, self.count);
            let weights = means(row).map(|mean| {
                let weight = (mean / largest * 127.0).round().clamp(-127.0, 127.0);
                (weight as i8).cast_unsigned()
            });
            let place = bytes.get_mut(at * width..(at + 1) * width);
            let values = weights.into_iter().chain([check]);
            for (to, from) in place.into_iter().flatten().zip(values) {
                *to = from;
            }
        }
        let names: Vec<_> = self.tags.iter().map(|pos| pos.as_str()).collect();
        let [language, names] = [language.to_string(), names.join(" ")].map(String::into_bytes);
        let [words, categories] = [dictionary.words, dictionary.categories].map(String::into_bytes);
        container::write(b"tags", &[language, names, bytes, words, categories])
    }
}

impl Row {
    fn add(&mut self, index: usize, change: f32, step: u32) {
        let places = (
            self.now.get_mut(index),
            self.sum.get_mut(index),
            self.step.get_mut(index),
        );
        if let (Some(now), Some(sum), Some(last)) = places {
            *sum += f64::from(*now) * f64::from(step - *last);
            *last = step;
            *now += change;
        }
    }

    /// The weights averaged over all steps.
    fn mean(&self, steps: u32) -> [f64; MOST] {
        let mut means = self.sum;
        for ((mean, now), last) in means.iter_mut().zip(self.now).zip(self.step) {
            *mean = (*mean + f64::from(now) * f64::from(steps - last)) / f64::from(steps.max(1));
        }
        means
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences() -> Vec<Tagged> {
        let word = |start: usize, end: usize, pos| ((start, end), pos);
        let le_chat_dort = [
            word(0, 2, Pos::Det),
            word(3, 7, Pos::Noun),
            word(8, 12, Pos::Verb),
        ];
        vec![Tagged {
            text: "le chat dort".to_owned(),
            tags: le_chat_dort.to_vec(),
        }]
    }

    #[test]
    fn what_is_learnt_is_told_and_comes_out_the_same() {
        let lemmatizer = Lemmatizer::new(Language::FRENCH).unwrap();
        let learn = || {
            let mut perceptron = Perceptron::of(&commonest(&sentences()), 1 << 12);
            let right = perceptron.learn(&sentences(), &lemmatizer, &mut Random(0), None);
            (
                right,
                perceptron
                    .write(Language::FRENCH, Lines::default())
                    .unwrap(),
            )
        };
        let (right, file) = learn();
        assert_eq!(right, 100.0);
        assert_eq!(file, learn().1);
    }

    #[test]
    fn only_the_strongest_feature_of_a_row_is_learnt() {
        let mut perceptron = Perceptron {
            count: 1 << 12,
            step: 4,
            ..Perceptron::default()
        };
        for (feature, change) in [(1, 1.0), (2, 3.0)] {
            let row = perceptron.rows.entry(feature).or_default();
            row.add(0, change, 1);
        }
        assert_eq!(place(1, 1 << 12).0, place(2, 1 << 12).0);
        assert_eq!(perceptron.strongest(), HashMap::from([(0, 2)]));
    }
}
