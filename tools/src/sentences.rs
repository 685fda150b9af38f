//! Trains the models that judge doubtful sentence ends: a logistic regression a language, over
//! the features that the library itself computes.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use griot::Language;
use griot::training::sentences::{EARLY, WEIGHTS, doubtful_ends};

use crate::container;
use crate::joined::{Joined, Manner, join};
use crate::random::Random;
use crate::treebank::{self, Sentence, Without};

/// A model, before it is trained.
struct Plan {
    manner: Manner,
    sets: &'static [&'static str],
    /// The number of weights, a power of two.
    weights: usize,
}

const PLANS: [Plan; 4] = [
    Plan {
        manner: Manner {
            language: Language::FRENCH,
            headings: true,
        },
        sets: &["fr_gsd-dev", "fr_sequoia-train", "fr_sequoia-dev"],
        weights: WEIGHTS,
    },
    Plan {
        manner: Manner {
            language: Language::ENGLISH,
            // Its letters and weblogs have many of their own.
            headings: false,
        },
        sets: &["en_ewt-dev"],
        weights: WEIGHTS,
    },
    Plan {
        manner: Manner {
            language: Language::PORTUGUESE,
            headings: true,
        },
        sets: &["pt_bosque-dev"],
        weights: 1 << 12,
    },
    Plan {
        manner: Manner {
            language: Language::DUTCH,
            headings: true,
        },
        sets: &["nl_lassysmall-dev"],
        weights: 1 << 12,
    },
];

/// How often each treebank is read, each time in another order. The places inside a sentence come
/// again each time, the ends do not: many rounds learn the former by heart.
const ROUNDS: usize = 4;
/// So many models, each of texts of its own, are averaged: the order of the sentences, their headings
/// and what is seen are drawn by lot.
const DRAWS: usize = 8;
const EPOCHS: usize = 6;
const RATE: f64 = 0.15;
const DECAY: f64 = 1e-4;
/// Of the ends without a stop, one in so many may be denied by its first features.
const LOST: usize = 300;
/// By so much, in logits, the first features of an end must be surer than those of any stop inside a
/// sentence.
const MARGIN: f64 = 1.0;
/// What the library asks of an end without a mark, and of one with a mark.
const SURE: f64 = 0.94;
const LIKELY: f64 = 0.4;
/// Of the features of a place, one in so many is seen each time: no single word may decide.
const SEEN: u64 = 3;

/// A doubtful place: its features, and whether a sentence ends there.
struct Example {
    features: Vec<u16>,
    /// What the rules say.
    stop: bool,
    ends: bool,
}

/// The file of each language with its name, and what there is to say of it.
/// Of all languages if none is named.
pub fn train(
    dir: &Path,
    languages: &[Language],
    without: &[Without],
) -> Result<Vec<(String, Vec<u8>, String)>> {
    let mut files = Vec::new();
    for plan in PLANS {
        let Plan {
            manner,
            sets,
            weights: count,
        } = plan;
        let language = manner.language;
        if !languages.is_empty() && !languages.contains(&language) {
            continue;
        }
        let treebanks = sets.iter().map(|set| treebank::read(dir, set, without));
        let treebanks: Vec<Vec<Sentence>> = treebanks.collect::<Result<_>>()?;
        // In a smaller table, features whose numbers begin with the same bits share a weight.
        let shift = WEIGHTS.ilog2() - count.ilog2();
        let mut examples = Vec::new();
        let mut weights = vec![0.0; count];
        for draw in 0..DRAWS {
            examples = gather(&treebanks, manner, draw);
            if examples.is_empty() {
                bail!("{language}: nothing to train on");
            }
            for id in examples.iter_mut().flat_map(|it| &mut it.features) {
                *id >>= shift;
            }
            for (mean, weight) in weights.iter_mut().zip(fit(&examples, count, draw)) {
                *mean += weight / DRAWS as f64;
            }
        }
        let ends = examples.iter().filter(|example| example.ends).count();
        let summary = format!("{language}: {} places, {ends} of them ends", examples.len());
        files.push((
            format!("sentences-{language}.bin"),
            write(language, &weights, &examples)?,
            summary,
        ));
    }
    Ok(files)
}

/// The doubtful places of the treebanks of a language. Other texts are made of them at each `draw`.
fn gather(treebanks: &[Vec<Sentence>], manner: Manner, draw: usize) -> Vec<Example> {
    let mut examples = Vec::new();
    for (number, sentences) in treebanks.iter().enumerate() {
        for round in 0..ROUNDS {
            let drawn = (draw * treebanks.len() + number) * ROUNDS + round;
            for Joined { text, starts } in join(sentences, manner, round, &mut Random(drawn as u64))
            {
                doubtful_ends(&text, manner.language, |at, stop, features| {
                    let ends = starts.contains(&at);
                    examples.push(Example {
                        features: features.to_vec(),
                        stop,
                        ends,
                    });
                    ends
                });
            }
        }
    }
    examples
}

/// Logistic regression by AdaGrad, averaged. The order of the examples and what is seen of them are
/// drawn.
fn fit(examples: &[Example], count: usize, draw: usize) -> Vec<f64> {
    let mut weights = vec![0.0; count];
    let mut squares = vec![1e-3; count];
    let mut order: Vec<&Example> = examples.iter().collect();
    let mut random = Random(draw as u64);
    let mut seen: Vec<u16> = Vec::new();
    let mut means = vec![0.0; count];
    for epoch in 0..EPOCHS {
        random.shuffle(&mut order);
        for example in &order {
            seen.clear();
            seen.extend(example.features.iter().filter(|_| random.below(SEEN) == 0));
            let ids = || seen.iter().map(|id| usize::from(*id));
            let sum: f64 = ids().filter_map(|id| weights.get(id)).sum();
            let error = 1.0 / (1.0 + (-sum).exp()) - f64::from(u8::from(example.ends));
            for id in ids() {
                if let (Some(weight), Some(square)) = (weights.get_mut(id), squares.get_mut(id)) {
                    let slope = error + DECAY * *weight;
                    *square += slope * slope;
                    *weight -= RATE * slope / f64::sqrt(*square);
                }
            }
        }
        // The mean of the second half: what was seen last decides less.
        if epoch >= EPOCHS / 2 {
            for (mean, weight) in means.iter_mut().zip(&weights) {
                *mean += weight / (EPOCHS - EPOCHS / 2) as f64;
            }
        }
    }
    means
}

/// Two sums of the first features. Below the one, a place that the rules deny is no end; above the other, one
/// that they find is an end. Hardly a place that the whole sum would judge in another way is lost.
fn bounds(examples: &[Example], weights: &[u8], scale: f64) -> [i32; 2] {
    let logit = |likely: f64| (f64::ln(likely / (1.0 - likely)) / scale) as i32;
    let (sure, unlikely) = (logit(SURE), logit(LIKELY));
    let sum = |ids: &[u16]| -> i32 {
        let weights = ids.iter().filter_map(|id| weights.get(usize::from(*id)));
        weights.map(|weight| i32::from(weight.cast_signed())).sum()
    };
    let first = |example: &Example| sum(example.features.get(..EARLY).unwrap_or_default());
    let sums = |keeps: &dyn Fn(&Example) -> bool| {
        let kept = examples.iter().filter(|example| keeps(example));
        let mut sums: Vec<i32> = kept.map(first).collect();
        sums.sort_unstable();
        sums
    };
    let ends = sums(&|example| !example.stop && sum(&example.features) > sure);
    let inner = sums(&|example| example.stop && sum(&example.features) <= unlikely);
    let least = ends.get(ends.len() / LOST);
    let margin = (MARGIN / scale) as i32;
    let most = inner.last().map(|sum| sum + margin);
    [least.map_or(i32::MIN, |sum| *sum), most.unwrap_or(i32::MAX)]
}

/// The model file: the language, the scale, the weights, each in 127ths of the largest, and the
/// least and the most sum of the first features.
fn write(language: Language, weights: &[f64], examples: &[Example]) -> Result<Vec<u8>> {
    let largest = weights
        .iter()
        .fold(0.0, |most: f64, weight| most.max(weight.abs()));
    if largest == 0.0 {
        bail!("{language}: all weights are 0");
    }
    let scale = largest / 127.0;
    let bytes: Vec<u8> = weights
        .iter()
        .map(|weight| ((weight / scale).round() as i8).cast_unsigned())
        .collect();
    let bounds = bounds(examples, &bytes, scale);
    let sections = [
        language.to_string().into_bytes(),
        (scale as f32).to_le_bytes().to_vec(),
        bytes,
        bounds
            .iter()
            .flat_map(|bound| bound.to_le_bytes())
            .collect(),
    ];
    container::write(b"sent", &sections).context("sentences")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_learnt_is_told_apart() {
        let example = |id, ends| Example {
            features: vec![0, id],
            stop: false,
            ends,
        };
        let examples: Vec<_> = (0..50)
            .flat_map(|_| [example(1, true), example(2, false)])
            .collect();
        let weights = fit(&examples, WEIGHTS, 0);
        assert!(weights[1] > 0.5 && weights[2] < -0.5);
        let file = write(Language::FRENCH, &weights, &examples).unwrap();
        assert_eq!(
            file,
            write(Language::FRENCH, &fit(&examples, WEIGHTS, 0), &examples).unwrap()
        );
    }
}
