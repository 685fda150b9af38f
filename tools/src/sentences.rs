//! Trains the models that judge doubtful sentence ends: a logistic regression a language, over
//! the features that the library itself computes.

use std::collections::HashSet;
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use griot::Language;
use griot::training::sentences::{EARLY, WEIGHTS, doubtful_ends};

use crate::container;
use crate::random::Random;
use crate::treebank::{self, Sentence, Without};

/// A model, before it is trained.
struct Plan {
    language: Language,
    sets: &'static [&'static str],
    /// The number of weights, a power of two.
    weights: usize,
}

const PLANS: [Plan; 4] = [
    Plan {
        language: Language::FRENCH,
        sets: &["fr_gsd-dev", "fr_sequoia-train", "fr_sequoia-dev"],
        weights: WEIGHTS,
    },
    Plan {
        language: Language::ENGLISH,
        sets: &["en_ewt-dev"],
        weights: WEIGHTS,
    },
    Plan {
        language: Language::PORTUGUESE,
        sets: &["pt_bosque-dev"],
        weights: 1 << 12,
    },
    Plan {
        language: Language::DUTCH,
        sets: &["nl_lassysmall-dev"],
        weights: 1 << 12,
    },
];

/// How often each treebank is read, each time in another order. The places inside a sentence come
/// again each time, the ends do not: many rounds learn the former by heart.
const ROUNDS: usize = 4;
/// Sentences of one text.
const TEXT: usize = 60;
/// One sentence in so many loses its full stop, as a heading has none.
const STRIPPED: u64 = 14;
/// One in so many trails off instead: the treebanks have a few dozen that do.
const TRAILING: u64 = 30;
/// One sentence in so many ends with a line.
const LINES: u64 = 25;
const EPOCHS: usize = 10;
const RATE: f64 = 0.15;
const DECAY: f64 = 1e-4;
/// Of the ends without a stop, one in so many may be denied by its first features.
const LOST: usize = 1000;
/// Of the features of a place, one in so many is seen each time: no single word may decide.
const SEEN: u64 = 6;

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
            language,
            sets,
            weights,
        } = plan;
        if !languages.is_empty() && !languages.contains(&language) {
            continue;
        }
        let mut examples = Vec::new();
        for (number, set) in sets.iter().enumerate() {
            let sentences = treebank::read(dir, set, without)?;
            for round in 0..ROUNDS {
                let mut random = Random((number * ROUNDS + round) as u64);
                gather(&sentences, language, round, &mut random, &mut examples);
            }
        }
        if examples.is_empty() {
            bail!("{language}: nothing to train on");
        }
        // In a smaller table, features whose numbers begin with the same bits share a weight.
        let shift = WEIGHTS.ilog2() - weights.ilog2();
        for id in examples.iter_mut().flat_map(|it| &mut it.features) {
            *id >>= shift;
        }
        let weights = fit(&examples, weights);
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

/// Joins sentences to texts and takes their doubtful places.
fn gather(
    sentences: &[Sentence],
    language: Language,
    round: usize,
    random: &mut Random,
    examples: &mut Vec<Example>,
) {
    // The first round keeps the order, the others that of short runs.
    let mut runs: Vec<&[Sentence]> = Vec::new();
    let mut rest = sentences;
    while !rest.is_empty() {
        let length = if round == 0 {
            TEXT
        } else {
            1 + random.below(4) as usize
        };
        let (run, after) = rest.split_at(length.min(rest.len()));
        runs.push(run);
        rest = after;
    }
    if round > 0 {
        random.shuffle(&mut runs);
    }
    let order: Vec<&Sentence> = runs.into_iter().flatten().collect();
    for chunk in order.chunks(TEXT) {
        let mut text = String::new();
        let mut starts = HashSet::new();
        for sentence in chunk {
            if !text.is_empty() {
                let broken = sentence.opens || random.below(LINES) == 0;
                text.push(if broken { '\n' } else { ' ' });
            }
            starts.insert(text.len());
            let written = if round % 2 == 1 && language == Language::FRENCH {
                typographic(&sentence.text)
            } else {
                sentence.text.clone()
            };
            match written.strip_suffix('.') {
                Some(bare) if random.below(STRIPPED) == 0 => text.push_str(bare),
                Some(bare) if random.below(TRAILING) == 0 => {
                    text.push_str(bare.trim_end_matches('.'));
                    text.push('…');
                }
                _ => text.push_str(&written),
            }
        }
        doubtful_ends(&text, language, |at, stop, features| {
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

/// With the apostrophes and no-break spaces of the French press.
fn typographic(text: &str) -> String {
    let mut typed = String::with_capacity(text.len());
    let chars: Vec<char> = text.chars().collect();
    for (at, c) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| chars.get(at));
        let after = chars.get(at + 1);
        typed.push(match c {
            '\'' => '’',
            ' ' if before == Some(&'«') => '\u{a0}',
            ' ' if matches!(after, Some(';' | ':' | '!' | '?' | '»' | '%')) => '\u{202f}',
            c => *c,
        });
    }
    typed
}

/// Logistic regression by AdaGrad, averaged.
fn fit(examples: &[Example], count: usize) -> Vec<f64> {
    let mut weights = vec![0.0; count];
    let mut squares = vec![1e-3; count];
    let mut order: Vec<&Example> = examples.iter().collect();
    let mut random = Random(0);
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

/// The sum of the first features below which a place that the rules deny is no end: hardly an end
/// that the whole sum would find is lost.
fn least(examples: &[Example], weights: &[u8]) -> i32 {
    let sum = |ids: &[u16]| -> i32 {
        let weights = ids.iter().filter_map(|id| weights.get(usize::from(*id)));
        weights.map(|weight| i32::from(weight.cast_signed())).sum()
    };
    let found = |example: &&Example| !example.stop && sum(&example.features) > 0;
    let first = |example: &Example| sum(example.features.get(..EARLY).unwrap_or_default());
    let mut sums: Vec<i32> = examples.iter().filter(found).map(first).collect();
    sums.sort_unstable();
    sums.get(sums.len() / LOST).map_or(i32::MIN, |sum| *sum)
}

/// The model file: the language, the scale, the weights, each in 127ths of the largest, and the
/// least sum of the first features.
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
    let least = least(examples, &bytes);
    let sections = [
        language.to_string().into_bytes(),
        (scale as f32).to_le_bytes().to_vec(),
        bytes,
        least.to_le_bytes().to_vec(),
    ];
    container::write(b"sent", &sections).context("sentences")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_press_has_its_own_marks() {
        assert_eq!(
            typographic("L'a-t-il dit ? « Oui »"),
            "L’a-t-il dit\u{202f}? «\u{a0}Oui\u{202f}»"
        );
    }

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
        let weights = fit(&examples, WEIGHTS);
        assert!(weights[1] > 0.5 && weights[2] < -0.5);
        let file = write(Language::FRENCH, &weights, &examples).unwrap();
        assert_eq!(
            file,
            write(Language::FRENCH, &fit(&examples, WEIGHTS), &examples).unwrap()
        );
    }
}
