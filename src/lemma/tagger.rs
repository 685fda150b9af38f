//! Parts of speech: a greedy averaged perceptron (Collins 2002) over hashed features.

use wide::{CmpEq as _, CmpGt as _, i8x16, i16x16};

use super::features::{MOST, OTHERS, TAGS, TELLING, WordTraits, others, telling};
use super::tag_dictionary::TagDictionary;
use crate::document::Pos;
use crate::error::Error;
use crate::models::hashed::place;
use crate::models::{Format, FromModel, Model};

/// The bytes of a row: a weight for each tag, and the check byte of the feature that owns the row.
const ROW: usize = MOST + 1;

/// A model has at most so many rows.
const MOST_ROWS: usize = 1 << MOST_BITS;
const MOST_BITS: u32 = 15;

/// The weights of every tag, and a lane that tells nothing.
type Lanes = [i16; ROW];

/// The lane of no tag begins so low that no weights lift it above a tag's.
const NO_TAG: i16 = i16::MIN / 2;

/// If one part of speech is so far ahead by the features of single words and the telling ones, it is the
/// answer. The others would change one in 10,000 of those answers.
const SURE: i16 = 320;

/// The sums of a word's own features, which are the same wherever it stands: for itself, for the
/// word after it and for the word before it.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums {
    pub(super) traits: WordTraits,
    own: Lanes,
    of_next: [i8; ROW],
    of_last: [i8; ROW],
}

impl From<WordTraits> for Sums {
    fn from(traits: WordTraits) -> Self {
        Self {
            traits,
            ..Self::default()
        }
    }
}

/// Chooses the part of speech of a token by the words from two before to two after it, and by the
/// parts of speech of the two before.
pub(super) trait PosModel {
    fn choose(&mut self, around: [&Sums; 5], before: [Option<Pos>; 2]) -> Pos;
}

/// The model of one language.
#[derive(Debug)]
pub(crate) struct PosWeights {
    /// The part of speech of each weight in a row; X behind the last.
    tags: [Pos; ROW],
    /// The initial sums of a token.
    start: Lanes,
    /// The checks of the rows, by the first bits of a feature. Most features have no row, and these
    /// bytes stay near.
    checks: Box<[u8; MOST_ROWS]>,
    /// How many of those bits a smaller model does not use.
    unused: u32,
    edge: Sums,
    dictionary: TagDictionary,
    model: Model,
}

impl FromModel for PosWeights {
    const FORMAT: &'static Format = &Format::TAGS;

    fn from_model(model: Model) -> Result<Self, Error> {
        let bad = |problem: &str| model.bad(problem);
        let names = std::str::from_utf8(model.section(1)).unwrap_or_default();
        let tag = |name| TAGS.into_iter().find(|pos| pos.as_str() == name);
        let names: Option<Vec<_>> = names.split(' ').map(tag).collect();
        let names = names.filter(|tags| tags.len() <= MOST);
        let names = names.ok_or_else(|| bad("its parts of speech are not known or too many"))?;
        let (rows, rest) = model.section(2).as_chunks::<ROW>();
        if !rest.is_empty() {
            return Err(bad("its last row is cut off"));
        }
        let text = |section| std::str::from_utf8(model.section(section)).ok();
        let dictionary = match (text(3), text(4)) {
            (Some(words), Some(categories)) => TagDictionary::read(words, categories),
            _ => None,
        };
        let dictionary = dictionary.ok_or_else(|| bad("its tag dictionary cannot be read"))?;
        if !rows.len().is_power_of_two() || rows.len() > MOST_ROWS {
            return Err(bad(
                "the number of its rows is not a power of two up to 2^15",
            ));
        }
        let unused = MOST_BITS - rows.len().ilog2();
        let mut checks = Box::new([0; MOST_ROWS]);
        for (checks, [.., check]) in checks.chunks_mut(1 << unused).zip(rows) {
            checks.fill(*check);
        }
        let (mut tags, mut start) = ([Pos::X; ROW], [NO_TAG; ROW]);
        for ((tag, start), name) in tags.iter_mut().zip(&mut start).zip(names) {
            (*tag, *start) = (name, 0);
        }
        let mut weights = Self {
            tags,
            start,
            checks,
            unused,
            edge: Sums::default(),
            dictionary,
            model,
        };
        weights.edge = weights.sums(WordTraits::default());
        Ok(weights)
    }

    fn model(&self) -> &Model {
        &self.model
    }
}

impl PosWeights {
    /// The edge of a sentence.
    pub(super) fn edge(&self) -> &Sums {
        &self.edge
    }

    /// The words that the model is not asked for.
    pub(super) fn dictionary(&self) -> &TagDictionary {
        &self.dictionary
    }

    /// What the features of a word alone come to.
    pub(super) fn sums(&self, traits: WordTraits) -> Sums {
        let mut sums = Sums {
            traits,
            own: self.start,
            ..Sums::default()
        };
        let mut own = i16x16::new(sums.own);
        traits.own(|_, feature| own += wide(self.weights(feature)));
        sums.own = own.to_array();
        sums.of_next = self.weights(traits.of_next());
        sums.of_last = self.weights(traits.of_last());
        sums
    }

    /// The weights of one feature.
    fn weights(&self, feature: u32) -> [i8; ROW] {
        let rows = self.rows();
        let (row, check) = place(feature, rows.len());
        let row = rows.get(row).filter(|[.., own]| *own == check);
        row.map_or([0; ROW], |row| row.map(u8::cast_signed))
    }

    fn rows(&self) -> &[[u8; ROW]] {
        self.model.section(2).as_chunks().0
    }

    /// The model, ready to choose.
    pub(super) fn judge(&self) -> Judge<'_> {
        let (weights, rows) = (self, self.rows());
        Judge { weights, rows }
    }
}

/// A model and its rows.
pub(super) struct Judge<'a> {
    weights: &'a PosWeights,
    rows: &'a [[u8; ROW]],
}

/// The weights of a row as lanes.
fn wide(row: [i8; ROW]) -> i16x16 {
    i16x16::from_i8x16(i8x16::new(row))
}

impl PosModel for Judge<'_> {
    fn choose(&mut self, around: [&Sums; 5], before: [Option<Pos>; 2]) -> Pos {
        let [_, p1, it, n1, _] = around;
        let traits = around.map(|sums| &sums.traits);
        let mut sums = i16x16::new(it.own) + wide(p1.of_next) + wide(n1.of_last);
        let mut found = Found::<{ TELLING.next_power_of_two() }>::default();
        telling(traits, before, |_, feature| {
            found.look(self.weights, feature)
        });
        sums += self.sum(&found);
        let most = sums.reduce_max();
        let mut best = sums.cmp_gt(i16x16::splat(most - SURE)).move_mask();
        if best.count_ones() > 1 {
            let mut found = Found::<{ OTHERS.next_power_of_two() }>::default();
            others(traits, before, |_, feature| {
                found.look(self.weights, feature)
            });
            sums += self.sum(&found);
            best = sums.cmp_eq(i16x16::splat(sums.reduce_max())).move_mask();
        }
        let best = self.weights.tags.get(best.trailing_zeros() as usize);
        best.copied().unwrap_or(Pos::X)
    }
}

impl Judge<'_> {
    /// The sum of rows.
    #[inline]
    fn sum<const N: usize>(&self, found: &Found<N>) -> i16x16 {
        let mut sums = i16x16::ZERO;
        for at in found.rows.get(..found.count).unwrap_or_default() {
            let Some(row) = self.rows.get((at >> self.weights.unused) as usize) else {
                break;
            };
            sums += wide(row.map(u8::cast_signed));
        }
        sums
    }
}

/// The rows that some features have, at most `N`, a power of two.
struct Found<const N: usize> {
    rows: [u32; N],
    count: usize,
}

impl<const N: usize> Default for Found<N> {
    fn default() -> Self {
        let (rows, count) = ([0; N], 0);
        Self { rows, count }
    }
}

impl<const N: usize> Found<N> {
    /// Looks for the row of a feature, without a branch: whether it is there is hard to foresee.
    #[inline]
    fn look(&mut self, weights: &PosWeights, feature: u32) {
        let at = feature >> (u32::BITS - MOST_BITS);
        if let Some(next) = self.rows.get_mut(self.count & (N - 1)) {
            *next = at;
        }
        let check = weights.checks.get(at as usize);
        self.count += usize::from(check == Some(&(feature as u8)));
    }
}

/// Gives a part of speech to each of the `count` tokens of a sentence, from left to right.
/// `word_traits` returns the traits of a token, and `put` receives the answers.
pub(super) fn tag<'a>(
    count: usize,
    edge: &'a Sums,
    word_traits: impl Fn(usize) -> Option<&'a Sums>,
    mut pos_model: impl PosModel,
    mut put: impl FnMut(Pos),
) {
    let at = |index: usize| {
        let inside = Some(index).filter(|index| *index < count);
        inside.and_then(&word_traits).unwrap_or(edge)
    };
    let (mut p2, mut p1) = (edge, edge);
    let (mut it, mut n1) = (at(0), at(1));
    let mut before = [None; 2];
    for index in 0..count {
        let n2 = at(index + 2);
        let pos = match it.traits.fixed {
            Some(pos) => pos,
            None => pos_model.choose([p2, p1, it, n1, n2], before),
        };
        put(pos);
        let [_, t1] = before;
        before = [t1, Some(pos)];
        (p2, p1, it, n1) = (p1, it, n1, n2);
    }
}

#[cfg(test)]
#[cfg(feature = "fr")]
mod tests {
    use super::super::features::features;
    use super::*;
    use crate::document::TokenKind;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static WEIGHTS: LazyLock<PosWeights> = LazyLock::new(|| {
        let file = include_bytes!("../models/tags-fr.bin").to_vec();
        PosWeights::from_model(Model::read(file.into(), PosWeights::FORMAT).unwrap()).unwrap()
    });

    /// The best part of speech by features one after the other: by all of them, unless it is sure before
    /// the others.
    fn slow(around: [&Sums; 5], before: [Option<Pos>; 2]) -> Pos {
        let mut late = Vec::new();
        others(around.map(|sums| &sums.traits), before, |number, _| {
            late.push(number);
        });
        let features = features(around.map(|sums| &sums.traits), before);
        let mut sums = [0_i16; MOST];
        let mut add = |are_late: bool| {
            for (number, feature) in features.into_iter().enumerate() {
                if late.contains(&number) == are_late {
                    for (sum, weight) in sums.iter_mut().zip(WEIGHTS.weights(feature)) {
                        *sum += i16::from(weight);
                    }
                }
            }
            let mut ranked: Vec<_> = sums.into_iter().zip(WEIGHTS.tags).collect();
            ranked.sort_by_key(|(sum, _)| -sum);
            (ranked[0].0 - ranked[1].0, ranked[0].1)
        };
        match add(false) {
            (ahead, pos) if ahead >= SURE => pos,
            _ => add(true).1,
        }
    }

    proptest! {
        #[test]
        fn sums_of_words_and_lanes_choose_as_one_feature_after_the_other(
            words in prop::array::uniform5("(le|de|la|porte|que|[a-z]{1,6}|[A-Z][a-z]{2,5})"),
            categories in prop::array::uniform5(0_u16..64),
            before in prop::array::uniform2(prop::option::of(prop::sample::select(&TAGS[..]))),
        ) {
            let mut categories = categories.into_iter();
            let words = words.map(|word| {
                let norm = word.to_lowercase();
                let set = categories.next().unwrap();
                let function = norm.len() < 4;
                WEIGHTS.sums(WordTraits::new(&word, &norm, TokenKind::Word, set, function, &TagDictionary::default()))
            });
            let around = words.each_ref();
            prop_assert_eq!(WEIGHTS.judge().choose(around, before), slow(around, before));
        }
    }
}
