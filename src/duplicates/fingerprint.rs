//! [`Fingerprint`]: the content of a text in 512 bytes.

use serde::{Deserialize, Deserializer, Serialize};

use crate::document::{DocumentRef, Stop, TokenKind};
use crate::error::{Error, Kind};

/// The number of minima in a fingerprint. The standard error of a similarity is at most 0.5 / √128,
/// which is 0.044.
const MINIMA: usize = 128;

/// The number of minima in a band. Two texts are compared if they share all minima of at least one
/// band.
pub(super) const ROWS: usize = 2;

/// The number of bands of a fingerprint.
pub(super) const BANDS: usize = MINIMA / ROWS;

/// The number of content words in a shingle.
const SHINGLE: usize = 2;

/// A summary of a text, by which two texts can be compared.
///
/// It is made from shingles. A shingle is a pair of neighbouring content words: words and numbers
/// in their normal form, after the stop words are removed. So a `cependant` more or less changes
/// nothing. All shingles are hashed and distributed to 128 bins, and each bin keeps its least hash
/// (one permutation hashing: Li, Owen and Zhang 2012). An empty bin takes the value of another bin
/// that its number determines (optimal densification: Shrivastava 2017). The hash is fixed, so
/// fingerprints from different processes can be compared. With serde it is a list of 128 numbers, or of
/// none.
#[derive(Clone, PartialEq, Eq, Hash, Debug, Serialize)]
#[serde(transparent)]
pub struct Fingerprint {
    /// [`MINIMA`] values, or none if the text has no content words.
    minima: Box<[u32]>,
}

impl Fingerprint {
    /// Estimates the Jaccard similarity of two texts: the share of all their shingles that both
    /// have, from 0 to 1. It is 0 if one of the texts has no content words.
    pub fn similarity(&self, other: &Self) -> f32 {
        let pairs = self.minima.iter().zip(&other.minima);
        let same = pairs.filter(|(one, other)| one == other).count();
        same as f32 / MINIMA as f32
    }

    /// Returns true if the text has no content words, or if its layers of tokens and norms were not
    /// made.
    pub fn is_empty(&self) -> bool {
        self.minima.is_empty()
    }

    /// The 64 keys by which similar texts find each other. Two texts are worth comparing if they have a
    /// key in common: a pair of similarity 0.3 has none in 2 of 1000 cases, a pair of 0.2 in 7 of 100, and
    /// of pairs of similarity 0.01 only 6 of 1000 have one. None if the fingerprint is empty.
    ///
    /// An [`Index`](super::Index) does this for texts that fit one machine. For more, group the texts by
    /// key in the engine that holds them.
    ///
    /// ```
    /// use griot::duplicates::fingerprint;
    /// use std::collections::HashSet;
    ///
    /// let pipeline = griot::Pipeline::new()?;
    /// let first = pipeline.process("Le général Tiani a reçu mardi à Niamey une délégation russe.")?;
    /// let second = pipeline.process("NIAMEY – Le général Tiani a reçu mardi à Niamey une délégation russe.")?;
    /// let bands: HashSet<u64> = fingerprint(first.view()).bands().collect();
    /// assert!(fingerprint(second.view()).bands().any(|band| bands.contains(&band)));
    /// # Ok::<(), griot::Error>(())
    /// ```
    pub fn bands(&self) -> impl Iterator<Item = u64> {
        // Equal minima in different bands have different keys.
        let bands = self.minima.as_chunks::<ROWS>().0;
        (1u64..).zip(bands).map(|(band, minima)| {
            minima.iter().fold(band, |key, minimum| {
                (key ^ u64::from(*minimum))
                    .wrapping_mul(0x9e37_79b9_7f4a_7c15)
                    .rotate_left(29)
            })
        })
    }

    /// The minima of the band of this number. An empty fingerprint has none.
    pub(super) fn band(&self, band: usize) -> Option<&[u32]> {
        self.minima.get(band * ROWS..(band + 1) * ROWS)
    }

    /// The fingerprint as 512 bytes, or none if it is empty: the same on every machine.
    pub fn to_bytes(&self) -> Vec<u8> {
        let bytes = self.minima.iter().flat_map(|minimum| minimum.to_le_bytes());
        bytes.collect()
    }

    /// Reads what [`to_bytes`](Self::to_bytes) wrote.
    ///
    /// # Errors
    ///
    /// Returns an error if there are neither 512 bytes nor none.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let (minima, rest) = bytes.as_chunks::<4>();
        if !(minima.is_empty() || minima.len() == MINIMA) || !rest.is_empty() {
            return Err(Error::from(Kind::Fingerprint {
                length: bytes.len(),
            }));
        }
        let minima = minima.iter().map(|minimum| u32::from_le_bytes(*minimum));
        Ok(Self {
            minima: minima.collect(),
        })
    }
}

impl<'de> Deserialize<'de> for Fingerprint {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let minima = Box::<[u32]>::deserialize(deserializer)?;
        if minima.is_empty() || minima.len() == MINIMA {
            return Ok(Self { minima });
        }
        let problem = format!(
            "a fingerprint of {} numbers, not {MINIMA} or 0",
            minima.len()
        );
        Err(serde::de::Error::custom(problem))
    }
}

/// Computes the fingerprint of a document from its layers of tokens, norms and stops. Without the
/// layer of stops, as in a language that has no stop words, every word counts as a content word.
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
        // A text with a single content word is one shingle.
        1..SHINGLE => deal(&window, &mut minima),
        _ => {}
    }
    densify(&mut minima);
    Fingerprint {
        minima: minima.into(),
    }
}

/// Adds a shingle to its bin.
fn deal(shingle: &[u64; SHINGLE], minima: &mut [u32]) {
    let hash = shingle.iter().fold(0, |hash, word| mix(hash ^ word));
    let bin = (hash >> 32) as usize % MINIMA;
    if let Some(minimum) = minima.get_mut(bin) {
        // `u32::MAX` marks an empty bin, so no hash may have this value.
        *minimum = (*minimum).min((hash as u32).min(u32::MAX - 1));
    }
}

/// Fills the empty bins with the values of other bins.
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

/// The 64-bit FNV-1a hash.
fn hash(word: &str) -> u64 {
    word.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// The final step of SplitMix64. Each input bit changes each output bit with a probability of one
/// half.
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
    fn bytes_come_back_and_others_are_refused() {
        for print in [print("le"), print("L’armée du Niger a reçu du matériel.")] {
            let bytes = print.to_bytes();
            assert_eq!(bytes.len(), if print.is_empty() { 0 } else { 512 });
            assert_eq!(Fingerprint::from_bytes(&bytes).unwrap(), print);
        }
        for length in [1, 4, 511, 513, 516] {
            let problem = Fingerprint::from_bytes(&vec![0; length]).unwrap_err();
            assert!(
                problem.to_string().contains(&format!("{length} bytes")),
                "{problem}"
            );
        }
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
