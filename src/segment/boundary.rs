//! What decides a doubtful sentence end: a logistic regression over hashed features of the words
//! around it.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::features::{Features, WEIGHTS};
use crate::error::Error;
use crate::language::Language;
use crate::models::Model;

pub(crate) const KIND: [u8; 4] = *b"sent";

/// The models of this build.
const BUILT_IN: &[&[u8]] = &[
    #[cfg(feature = "fr")]
    include_bytes!("../models/sentences-fr.bin"),
    include_bytes!("../models/sentences-en.bin"),
];

/// What says how likely a doubtful end is one.
pub(crate) trait Judge {
    /// How likely a sentence ends before byte `at`, from 0 to 1. `stop` is what the rules say.
    fn probability(&mut self, at: usize, stop: bool, features: &Features) -> f32;

    /// Whether no sentence ends here, whatever the features to come.
    fn denies(&self, stop: bool, first: &Features) -> bool;
}

/// The models of all languages that have one.
#[derive(Debug)]
pub(crate) struct Boundaries {
    models: Vec<Weights>,
}

/// One language's model.
#[derive(Debug)]
pub(crate) struct Weights {
    language: Language,
    name: String,
    scale: f32,
    /// With a lower sum of the first features, a place that the rules deny is no end.
    least: i32,
    model: Model,
}

impl Boundaries {
    /// The models of this build, each replaced by the caller's of the same language.
    pub(crate) fn new(own: Vec<Cow<'static, [u8]>>) -> Result<Self, Error> {
        let mut models: Vec<Weights> = Vec::new();
        let built_in = BUILT_IN.iter().map(|bytes| Cow::Borrowed(*bytes));
        for bytes in built_in.chain(own) {
            let weights = Weights::read(bytes)?;
            models.retain(|other| other.language != weights.language);
            models.push(weights);
        }
        Ok(Self { models })
    }

    /// The models of this build, read once. A build whose model is broken does without; a test
    /// sees to it that none is.
    pub(crate) fn built_in() -> &'static [Weights] {
        static MODELS: OnceLock<Vec<Weights>> = OnceLock::new();
        let read = |bytes: &&'static [u8]| Weights::read(Cow::Borrowed(*bytes)).ok();
        MODELS.get_or_init(|| BUILT_IN.iter().filter_map(read).collect())
    }

    pub(crate) fn of(&self, language: Language) -> Option<&Weights> {
        self.models.iter().find(|weights| weights.is_of(language))
    }
}

impl Weights {
    pub(crate) fn is_of(&self, language: Language) -> bool {
        self.language == language
    }

    /// How a document names the model: with the version of its format.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    fn read(bytes: Cow<'static, [u8]>) -> Result<Self, Error> {
        let model = Model::read(bytes, "sentences", KIND, 4)?;
        let bad = |problem: &str| model.bad(problem);
        let language = model.language()?;
        let scale: [u8; 4] = model
            .section(1)
            .try_into()
            .map_err(|_| bad("its scale is no number"))?;
        let scale = f32::from_le_bytes(scale);
        if !(scale.is_finite() && scale > 0.0) {
            return Err(bad("its scale is no scale"));
        }
        let least: [u8; 4] = model
            .section(3)
            .try_into()
            .map_err(|_| bad("its least sum is no number"))?;
        if model.section(2).len() != WEIGHTS {
            return Err(bad("it has another number of weights"));
        }
        Ok(Self {
            language,
            name: format!("sentences-{language} 1"),
            scale,
            least: i32::from_le_bytes(least),
            model,
        })
    }

    fn sum(&self, features: &Features) -> i32 {
        let weights = self.model.section(2);
        let weight = |id: &u16| weights.get(usize::from(*id)).copied().unwrap_or_default();
        let ids = features.ids().iter();
        ids.map(|id| i32::from(weight(id).cast_signed())).sum()
    }
}

impl Judge for &Weights {
    fn probability(&mut self, _: usize, _: bool, features: &Features) -> f32 {
        let sum = self.sum(features);
        1.0 / (1.0 + (-self.scale * sum as f32).exp())
    }

    fn denies(&self, stop: bool, first: &Features) -> bool {
        !stop && self.sum(first) < self.least
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_models_of_this_build_can_be_read() {
        assert_eq!(Boundaries::built_in().len(), BUILT_IN.len());
    }
}
