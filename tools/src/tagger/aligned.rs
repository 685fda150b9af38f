//! Which word of one language stands for which of another, learnt from the same sentences in both: the
//! first model of IBM (Brown et al. 1993), with a liking for places alike in the sentence and for
//! words that look alike.

use std::collections::{BTreeMap, HashMap};

const ROUNDS: usize = 3;
/// A translation must be seen so often, and in such a share of the cases.
const SEEN: f32 = 1.5;
const SURE: f32 = 0.35;
/// Smaller shares of a word are forgotten.
const LEAST: f32 = 0.01;
/// Words whose places in the sentences are further apart do not stand for each other.
const APART: f32 = 0.3;

/// The words of the first sentences, in small letters, with the words of the second ones that stand
/// for them.
pub fn translations(pairs: &[(Vec<String>, Vec<String>)]) -> BTreeMap<String, String> {
    let mut table: HashMap<(&str, &str), f32> = HashMap::new();
    let mut counts: HashMap<(&str, &str), f32> = HashMap::new();
    for round in 0..ROUNDS {
        counts.clear();
        for (words, others) in pairs {
            for (at, word) in words.iter().enumerate() {
                let fits: Vec<f32> = others
                    .iter()
                    .enumerate()
                    .map(|(other_at, other)| {
                        let apart = place(at, words.len()) - place(other_at, others.len());
                        if apart.abs() > APART {
                            return 0.0;
                        }
                        let alike = if is_alike(word, other) { 0.1 } else { 0.0 };
                        let known = match round {
                            0 => 0.05,
                            _ => table
                                .get(&(word.as_str(), other.as_str()))
                                .copied()
                                .unwrap_or_default(),
                        };
                        (known + alike) / (0.1 + apart.abs())
                    })
                    .collect();
                let total = fits.iter().sum::<f32>() + 1e-4;
                for (other, fit) in others.iter().zip(fits) {
                    if fit > LEAST * total {
                        *counts.entry((word, other)).or_default() += fit / total;
                    }
                }
            }
        }
        // How likely the word is for the other: what stands for many words says little of each.
        let mut sums: HashMap<&str, f32> = HashMap::new();
        for ((_, other), count) in &counts {
            *sums.entry(other).or_default() += count;
        }
        table = counts
            .iter()
            .map(|(pair, count)| {
                let sum = sums.get(pair.1).copied().unwrap_or(1.0);
                (*pair, count / sum.max(1.0))
            })
            .collect();
    }
    let mut words: BTreeMap<&str, (f32, f32, &str)> = BTreeMap::new();
    for ((word, other), count) in &counts {
        let (sum, most, best) = words.entry(word).or_default();
        *sum += count;
        if (*count, *other) > (*most, *best) {
            (*most, *best) = (*count, other);
        }
    }
    let sure = words
        .into_iter()
        .filter(|(_, (sum, most, _))| *most >= SEEN && *most >= SURE * sum);
    sure.map(|(word, (_, _, best))| (word.to_owned(), best.to_owned()))
        .collect()
}

/// The lines of two texts that stand for each other, of which one or the other may lack a few.
pub fn lines_together<'a>(lines: &[&'a str], others: &[&'a str]) -> Vec<(&'a str, &'a str)> {
    const AHEAD: usize = 8;
    let marked = |line: &str| -> Vec<String> {
        let words = line.split(|c: char| !c.is_alphanumeric());
        let marked =
            words.filter(|word| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric()));
        marked.map(str::to_owned).collect()
    };
    let marks: Vec<_> = lines.iter().map(|line| marked(line)).collect();
    let other_marks: Vec<_> = others.iter().map(|line| marked(line)).collect();
    let mut pairs = Vec::new();
    let (mut at, mut other) = (0, 0);
    while let (Some(line), Some(beside)) = (lines.get(at), others.get(other)) {
        // How well the next lines fit if some are left out.
        let fit = |skip: usize, other_skip: usize| -> usize {
            let ahead = marks
                .iter()
                .skip(at + skip)
                .zip(other_marks.iter().skip(other + other_skip));
            let shared = ahead
                .take(AHEAD)
                .map(|(a, b)| a.iter().filter(|word| b.contains(word)).count());
            shared.sum()
        };
        // Of equals the last is taken.
        let skips = [(2, 0), (0, 2), (1, 0), (0, 1), (0, 0)];
        let best = skips
            .into_iter()
            .max_by_key(|(a, b)| (fit(*a, *b) * 10).saturating_sub(15 * (a + b)));
        match best {
            Some((0, 0)) | None => {
                pairs.push((*line, *beside));
                (at, other) = (at + 1, other + 1);
            }
            Some((skip, other_skip)) => (at, other) = (at + skip, other + other_skip),
        }
    }
    pairs
}

/// Where a word stands in its sentence, from 0 to 1.
fn place(at: usize, length: usize) -> f32 {
    at as f32 / length as f32
}

fn is_alike(word: &str, other: &str) -> bool {
    let same = word
        .chars()
        .zip(other.chars())
        .take_while(|(a, b)| a == b)
        .count();
    word == other && word.len() > 2 || same > 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_stand_together_translate_each_other() {
        let words = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let pair = |a: &str, b: &str| (words(a), words(b));
        let pairs = [
            pair("der hund schläft", "le chien dort"),
            pair("der mann schläft", "l homme dort"),
            pair("ein hund bellt", "un chien aboie"),
            pair("ein mann kommt", "un homme vient"),
        ];
        let found = translations(&pairs);
        assert_eq!(found["hund"], "chien");
        assert_eq!(found["schläft"], "dort");
    }
}
