//! The model of sentence ends: a logistic regression over hashed features of the words around a
//! place.

use std::sync::OnceLock;

use super::features::{EARLY, Features, WEIGHTS};
use crate::error::Error;
use crate::models::{ByLanguage, Format, FromModel, Model, OwnModels, u32_at};

/// The models that are built in.
const BUILT_IN: &[&[u8]] = &[
    #[cfg(feature = "fr")]
    include_bytes!("../models/sentences-fr.bin"),
    include_bytes!("../models/sentences-en.bin"),
    include_bytes!("../models/sentences-nl.bin"),
    include_bytes!("../models/sentences-pt.bin"),
];

/// Decides the places that the rules leave in doubt.
pub(crate) trait BoundaryModel {
    /// The probability that a sentence ends before byte `at`. `stop` is what the rules say.
    fn probability(&mut self, at: usize, stop: bool, features: &Features) -> f32;

    /// The probability by the first features alone, if they leave no doubt. It is 0 where they show that
    /// no sentence ends.
    fn by_first(&self, stop: bool, first: &[u16; EARLY]) -> Option<f32>;
}

/// The model of one language.
#[derive(Debug)]
pub(crate) struct BoundaryWeights {
    scale: f32,
    /// If the sum of the first features is below this and the rules deny an end, there is none.
    least: i32,
    /// If it is above this and the rules find an end, there is one.
    most: i32,
    /// How many lower bits of a feature's number the table of this model leaves out.
    shift: u32,
    model: Model,
}

/// The built-in models and the caller's.
pub(crate) fn boundaries(own: &mut OwnModels) -> Result<ByLanguage<BoundaryWeights>, Error> {
    ByLanguage::new(BUILT_IN, own)
}

/// The built-in models, read once. A broken model would be left out; a test checks that none is
/// broken.
pub(super) fn built_in() -> &'static ByLanguage<BoundaryWeights> {
    static MODELS: OnceLock<ByLanguage<BoundaryWeights>> = OnceLock::new();
    MODELS.get_or_init(|| boundaries(&mut OwnModels::default()).unwrap_or_default())
}

impl FromModel for BoundaryWeights {
    const FORMAT: &'static Format = &Format::SENTENCES;

    fn from_model(model: Model) -> Result<Self, Error> {
        let bad = |problem: &str| model.bad(problem);
        let scale: [u8; 4] = model
            .section(1)
            .try_into()
            .map_err(|_| bad("its scale is no number"))?;
        let scale = f32::from_le_bytes(scale);
        if !(scale.is_finite() && scale > 0.0) {
            return Err(bad("its scale is no scale"));
        }
        let sums: [u8; 8] = model
            .section(3)
            .try_into()
            .map_err(|_| bad("its least and most sums are no two numbers"))?;
        let [least, most] = [0, 4].map(|at| u32_at(&sums, at).unwrap_or_default().cast_signed());
        let count = model.section(2).len();
        if !count.is_power_of_two() || count > WEIGHTS {
            return Err(bad("its number of weights is no power of two up to 2^15"));
        }
        Ok(Self {
            scale,
            least,
            most,
            shift: WEIGHTS.ilog2() - count.ilog2(),
            model,
        })
    }

    fn model(&self) -> &Model {
        &self.model
    }
}

impl BoundaryWeights {
    #[inline]
    fn sum<const N: usize>(&self, features: &[u16; N]) -> i32 {
        let weights = self.model.section(2);
        let weight = |id: &u16| weights.get(usize::from(*id >> self.shift)).copied();
        let ids = features.iter();
        ids.map(|id| i32::from(weight(id).unwrap_or_default().cast_signed()))
            .sum()
    }

    fn logistic(&self, sum: i32) -> f32 {
        1.0 / (1.0 + (-self.scale * sum as f32).exp())
    }
}

impl BoundaryModel for &BoundaryWeights {
    fn probability(&mut self, _: usize, _: bool, features: &Features) -> f32 {
        self.logistic(self.sum(&features.early) + self.sum(&features.late))
    }

    fn by_first(&self, stop: bool, first: &[u16; EARLY]) -> Option<f32> {
        let sum = self.sum(first);
        match stop {
            true => (sum > self.most).then(|| self.logistic(sum)),
            false => (sum < self.least).then_some(0.0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_models_of_this_build_can_be_read() {
        boundaries(&mut OwnModels::default()).unwrap();
    }
}
