//! Parts of speech: a greedy averaged perceptron (Collins 2002) over hashed features.

use super::features::{COUNT, MOST, TAGS, WordTraits, features};
use crate::document::Pos;
use crate::error::Error;
use crate::models::hashed::place;
use crate::models::{Format, FromModel, Model};

/// The bytes of a row: a weight for each tag, and the check byte of the feature that owns the row.
const ROW: usize = MOST + 1;

/// Chooses the part of speech of a token by its features.
pub(super) trait PosModel {
    fn choose(&mut self, features: &[u32; COUNT]) -> Pos;
}

/// The model of one language.
#[derive(Debug)]
pub(crate) struct PosWeights {
    /// The part of speech of each weight in a row.
    tags: Vec<Pos>,
    model: Model,
}

impl FromModel for PosWeights {
    const FORMAT: &'static Format = &Format::TAGS;

    fn from_model(model: Model) -> Result<Self, Error> {
        let bad = |problem: &str| model.bad(problem);
        let names = std::str::from_utf8(model.section(1)).unwrap_or_default();
        let tag = |name| TAGS.into_iter().find(|pos| pos.as_str() == name);
        let tags: Option<Vec<_>> = names.split(' ').map(tag).collect();
        let tags = tags.filter(|tags| tags.len() <= MOST);
        let tags = tags.ok_or_else(|| bad("its parts of speech are not known or too many"))?;
        if !model.section(2).len().is_multiple_of(ROW) {
            return Err(bad("its last row is cut off"));
        }
        Ok(Self { tags, model })
    }

    fn model(&self) -> &Model {
        &self.model
    }
}

impl PosModel for &PosWeights {
    fn choose(&mut self, features: &[u32; COUNT]) -> Pos {
        let (rows, _) = self.model.section(2).as_chunks::<ROW>();
        let mut sums = [0_i16; MOST];
        for feature in features {
            let (row, check) = place(*feature, rows.len());
            if let Some([weights @ .., own]) = rows.get(row)
                && *own == check
            {
                for (sum, weight) in sums.iter_mut().zip(weights) {
                    *sum += i16::from(weight.cast_signed());
                }
            }
        }
        let mut best = (i16::MIN, Pos::X);
        for (sum, pos) in sums.into_iter().zip(&self.tags) {
            if sum > best.0 {
                best = (sum, *pos);
            }
        }
        best.1
    }
}

/// Gives a part of speech to each of the `count` tokens of a sentence, from left to right. `look`
/// returns the traits of a token, `judge` is the model, `put` receives the answers.
pub(super) fn tag<'a>(
    count: usize,
    look: impl Fn(usize) -> Option<&'a WordTraits>,
    mut judge: impl PosModel,
    mut put: impl FnMut(Pos),
) {
    let edge = WordTraits::default();
    let at = |index: usize| {
        let inside = Some(index).filter(|index| *index < count);
        inside.and_then(&look).unwrap_or(&edge)
    };
    let (mut p2, mut p1) = (&edge, &edge);
    let (mut it, mut n1) = (at(0), at(1));
    let mut before = [None; 2];
    for index in 0..count {
        let n2 = at(index + 2);
        let pos = match it.fixed {
            Some(pos) => pos,
            None => judge.choose(&features([p2, p1, it, n1, n2], before)),
        };
        put(pos);
        let [_, t1] = before;
        before = [t1, Some(pos)];
        (p2, p1, it, n1) = (p1, it, n1, n2);
    }
}
