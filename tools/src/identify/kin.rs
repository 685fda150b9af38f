//! Languages that look alike, by the n-grams of their words.

use std::collections::BTreeMap;

use unicode_normalization::UnicodeNormalization as _;

use super::samples::Words;
use super::words_of;

/// Letters of the n-grams that languages are compared by.
const LETTERS: usize = 3;
/// The files of the declaration that languages in Latin letters are put beside: Bantu, Romance and
/// its creoles, Germanic, Philippine, Malay, Somali, Polynesian, Gur, Maya, Uralic, Jivaroan, a creole
/// of English, and Chin. None is left out for measuring.
const CENTRES: [&str; 14] = [
    "kde", "fur", "pap", "nds", "bcl", "min", "064", "rar", "dga", "quc", "krl", "agr", "bis",
    "flm",
];
/// The number of Latin letters among the scripts.
const LATIN: u8 = 1;

/// How often each n-gram stands in a language, as a vector of length 1.
pub struct Shape(BTreeMap<String, f32>);

/// What the languages of `script` are put beside; without any they are all one.
pub fn centres(script: u8, declaration: &super::Declaration) -> Vec<Shape> {
    let mut shapes = Vec::new();
    for file in CENTRES {
        let mut words = Vec::new();
        for paragraph in declaration.get(file).into_iter().flatten() {
            words_of(paragraph, script, &mut words);
        }
        if script == LATIN && !words.is_empty() {
            shapes.push(shape(&Words::counted(words)));
        }
    }
    shapes
}

/// The number of the centre that `words` are nearest to.
pub fn nearest(words: &Words, centres: &[Shape]) -> usize {
    let own = shape(words);
    let cosine = |centre: &Shape| -> f32 {
        let part = |(gram, part): (&String, &f32)| centre.0.get(gram).map(|other| part * other);
        own.0.iter().filter_map(part).sum()
    };
    let near = centres.iter().map(cosine).enumerate();
    let (near, _) = near.max_by(|a, b| a.1.total_cmp(&b.1)).unwrap_or_default();
    near
}

/// Without accents, which tell spellings apart rather than languages.
fn shape(words: &Words) -> Shape {
    let mut counts: BTreeMap<String, f32> = BTreeMap::new();
    for (word, count) in words.weighted() {
        let word = word.to_lowercase();
        let bare = word.nfd().filter(|c| !('\u{300}'..='\u{36f}').contains(c));
        let letters: Vec<char> = std::iter::once(' ')
            .chain(bare)
            .chain(std::iter::once(' '))
            .collect();
        for gram in letters.windows(LETTERS) {
            *counts.entry(gram.iter().collect()).or_default() += count as f32;
        }
    }
    counts.values_mut().for_each(|count| *count = count.sqrt());
    let length: f32 = counts.values().map(|part| part * part).sum::<f32>().sqrt();
    counts
        .values_mut()
        .for_each(|part| *part /= length.max(f32::MIN_POSITIVE));
    Shape(counts)
}
