//! What a text is made of, in 512 bytes.

use crate::document::{DocumentRef, Stop, TokenKind};

/// How many minima a fingerprint has. The standard error of a similarity is at most a half by the
/// root of it, 0.044.
pub(super) const MINIMA: usize = 128;

/// How many content words make a shingle.
const SHINGLE: usize = 2;

/// The minima of the hashes of a text's shingles, by which two texts can be compared.
///
/// A shingle is two content words that follow one another: words and numbers in their normal form
/// without the stop words, so that another `cependant` changes nothing. The text's shingles are hashed
/// once and dealt to 128 bins, of which each keeps its least (one permutation hashing: Li, Owen and Zhang
/// 2012); an empty bin takes the value of another, which its number chooses (optimal densification:
/// Shrivastava 2017). The hash is fixed: fingerprints of different processes can be compared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fingerprint {
    /// As many as [`MINIMA`], or none where the text has no shingle.
    minima: Box<[u32]>,
}

impl Fingerprint {
    /// About which share of the shingles of both texts both have (Jaccard), from 0 to 1. A text
    /// without content words is like no other.
    pub fn similarity(&self, other: &Self) -> f32 {
        let pairs = self.minima.iter().zip(&other.minima);
        let same = pairs.filter(|(one, other)| one == other).count();
        same as f32 / MINIMA as f32
    }

    /// Whether the text has no content word, or its layers of tokens and norms are not there.
    pub fn is_empty(&self) -> bool {
        self.minima.is_empty()
    }

    /// The minima, in groups of so many.
    pub(super) fn bands(&self, rows: usize) -> impl Iterator<Item = &[u32]> {
        self.minima.chunks_exact(rows)
    }
}

/// The fingerprint of a document, from the layers of tokens, norms and stop words. In a language
/// without a list of stop words every word is a content word.
pub fn fingerprint(document: DocumentRef<'_>) -> Fingerprint {
    let layers = document.layers();
    let types = &layers.types;
    let hashes: Vec<Option<u64>> = (0..types.norms.len())
        .map(|id| {
            let content = types.stop.get(id).is_none_or(|stop| *stop == Stop::No);
            types.norms.get(id).filter(|_| content).map(hash)
        })
        .collect();
    let words = layers.tokens.type_id.iter().zip(&layers.tokens.kind);
    let words = words
        .filter(|(_, kind)| matches!(kind, TokenKind::Word | TokenKind::Number))
        .filter_map(|(id, _)| *hashes.get(*id as usize)?);

    let mut minima = vec![u32::MAX; MINIMA];
    let mut window = [0; SHINGLE];
    let mut count = 0;
    for word in words {
        window.rotate_left(1);
        if let Some(last) = window.last_mut() {
            *last = word;
        }
        count += 1;
        if count >= SHINGLE {
            deal(&window, &mut minima);
        }
    }
    match count {
        0 => minima.clear(),
        // A text that is shorter than a shingle is one.
        1..SHINGLE => deal(&window, &mut minima),
        _ => {}
    }
    densify(&mut minima);
    Fingerprint {
        minima: minima.into(),
    }
}

/// Puts a shingle into its bin.
fn deal(shingle: &[u64; SHINGLE], minima: &mut [u32]) {
    let hash = shingle.iter().fold(0, |hash, word| mix(hash ^ word));
    let bin = (hash >> 32) as usize % MINIMA;
    if let Some(minimum) = minima.get_mut(bin) {
        // The greatest value marks an empty bin.
        *minimum = (*minimum).min((hash as u32).min(u32::MAX - 1));
    }
}

/// Fills the empty bins with the values of others.
fn densify(minima: &mut [u32]) {
    if !minima.contains(&u32::MAX) {
        return;
    }
    let dealt = minima.to_vec();
    for (bin, minimum) in (0u64..).zip(minima) {
        let mut attempt = 0;
        while *minimum == u32::MAX {
            attempt += 1;
            let other = mix(bin << 32 | attempt) as usize % MINIMA;
            *minimum = dealt.get(other).copied().unwrap_or_default();
        }
    }
}

/// FNV-1a of 64 bits.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The finishing step of SplitMix64: every bit of the input turns each of the output half the time.
fn mix(hash: u64) -> u64 {
    let hash = hash.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}

#[cfg(test)]
#[cfg(feature = "fr")]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::{Language, Pipeline};

    fn print(text: &str) -> Fingerprint {
        let builder = Pipeline::builder().language(Language::FRENCH);
        let document = builder.build().unwrap().process(text).unwrap();
        fingerprint(document.view())
    }

    /// Numbers as words, so that the share of common shingles is known.
    fn text(numbers: std::ops::Range<u32>) -> String {
        numbers.map(|number| format!("mot{number} ")).collect()
    }

    #[test]
    fn the_similarity_is_near_that_of_the_shingles() {
        for (one, other) in [
            (0..900, 0..900),
            (0..900, 100..1_000),
            (0..900, 450..1_350),
            (0..300, 0..900),
            (0..40, 10..50),
            (0..900, 2_000..2_900),
        ] {
            let set = |range: &std::ops::Range<u32>| -> HashSet<u32> {
                (range.start..range.end - 1).collect()
            };
            let (a, b) = (set(&one), set(&other));
            let exact = a.intersection(&b).count() as f32 / a.union(&b).count() as f32;
            let found = print(&text(one)).similarity(&print(&text(other)));
            assert!((found - exact).abs() < 0.14, "{found} for {exact}");
        }
    }

    #[test]
    fn stop_words_case_and_marks_change_nothing() {
        let one = print("L’armée du Niger a reçu 12 avions, mais Niamey attend.");
        let other =
            print("« ARMÉE : le Niger, cependant, reçu par 12 avions » – et Niamey qui attend…");
        assert_eq!(one.similarity(&other), 1.0);
    }

    #[test]
    fn short_texts_have_a_shingle_and_empty_ones_none() {
        assert_eq!(
            print("Niamey attend.").similarity(&print("Niamey attend !")),
            1.0
        );
        assert_eq!(print("Niamey").similarity(&print("Bamako")), 0.0);
        for text in ["", "Il n’en a pas.", "…"] {
            assert!(print(text).is_empty());
            assert_eq!(print(text).similarity(&print(text)), 0.0);
        }
    }
}
