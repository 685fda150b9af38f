//! What decides a doubtful sentence end: a logistic regression over hashed features of the words
//! around it.

use std::borrow::Cow;

use crate::error::{Error, Kind};
use crate::language::Language;
use crate::models::Model;

pub(crate) const KIND: [u8; 4] = *b"sent";

/// How many weights a model has; the number of a feature is below it.
pub const WEIGHTS: usize = 1 << 14;

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
    scale: f32,
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

    pub(crate) fn of(&self, language: Language) -> Option<&Weights> {
        self.models
            .iter()
            .find(|weights| weights.language == language)
    }
}

impl Weights {
    /// How a document names the model: with the version of its format.
    pub(crate) fn name(&self) -> String {
        format!("sentences-{} 1", self.language)
    }

    fn read(bytes: Cow<'static, [u8]>) -> Result<Self, Error> {
        let name = "sentences";
        let model = Model::read(bytes, name, KIND, 3)?;
        let bad = |problem: &str| {
            Error::from(Kind::Model {
                name,
                problem: problem.to_owned(),
            })
        };
        let code = std::str::from_utf8(model.section(0)).unwrap_or_default();
        let language = code.parse().map_err(|_| bad("it names no language"))?;
        let scale: [u8; 4] = model
            .section(1)
            .try_into()
            .map_err(|_| bad("its scale is no number"))?;
        let scale = f32::from_le_bytes(scale);
        if !(scale.is_finite() && scale > 0.0) {
            return Err(bad("its scale is no scale"));
        }
        if model.section(2).len() != WEIGHTS {
            return Err(bad("it has another number of weights"));
        }
        Ok(Self {
            language,
            scale,
            model,
        })
    }
}

impl Judge for &Weights {
    fn probability(&mut self, _: usize, _: bool, features: &Features) -> f32 {
        let weights = self.model.section(2);
        let weight = |id: &u16| weights.get(usize::from(*id)).copied().unwrap_or_default();
        let sum: i32 = features
            .ids()
            .iter()
            .map(|id| i32::from(weight(id).cast_signed()))
            .sum();
        1.0 / (1.0 + (-self.scale * sum as f32).exp())
    }
}

const MOST: usize = 64;

/// The numbers of the features of one place.
#[derive(Debug)]
pub(crate) struct Features {
    ids: [u16; MOST],
    length: usize,
    /// What stands at the end, in every feature.
    mark: u64,
    slot: u64,
}

impl Features {
    pub(super) fn new(mark: u64) -> Self {
        let mut features = Self {
            ids: [0; MOST],
            length: 0,
            mark,
            slot: 0,
        };
        features.add(&[]);
        features
    }

    /// Leaves the mark out of the features from here on.
    pub(super) fn unmark(&mut self) {
        self.mark = 0;
    }

    /// Adds the feature of the next slot with the given values.
    pub(super) fn add(&mut self, values: &[u64]) {
        self.slot += 1;
        let start = mix(self.mark, self.slot);
        let hash = values.iter().fold(start, |hash, value| mix(hash, *value));
        if let Some(id) = self.ids.get_mut(self.length) {
            // The upper bits of a product are the well mixed ones.
            *id = (hash >> (64 - WEIGHTS.ilog2())) as u16;
            self.length += 1;
        }
    }

    pub(crate) fn ids(&self) -> &[u16] {
        self.ids.get(..self.length).unwrap_or_default()
    }
}

pub(super) fn mix(hash: u64, value: u64) -> u64 {
    (hash.rotate_left(23) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95)
}

/// What the features know of a token.
#[derive(Clone, Copy, Default)]
pub(super) struct Look {
    /// Its letters in lower case.
    pub(super) norm: u64,
    /// Its last three letters.
    pub(super) suffix: u64,
    /// How it is written: small, with a capital, in capitals, a lone capital, without letters.
    pub(super) case: u64,
    /// Kind, case and length.
    pub(super) shape: u64,
}

impl Look {
    pub(super) fn of(text: &str, kind: crate::document::TokenKind) -> Self {
        let (mut norm, mut tail) = (0, [0; 3]);
        let (mut length, mut capitals, mut letters) = (0_u64, 0_u64, 0_u64);
        let mut first = false;
        for c in text.chars() {
            let upper = c.is_uppercase();
            let letter = if crate::normalize::is_apostrophe(c) {
                '\''
            } else if upper {
                c.to_lowercase().next().unwrap_or(c)
            } else {
                c
            };
            first |= upper && length == 0;
            capitals += u64::from(upper);
            letters += u64::from(letter.is_alphabetic());
            length += 1;
            norm = mix(norm, u64::from(letter));
            tail = [tail[1], tail[2], u64::from(letter)];
        }
        let case = match (letters, capitals) {
            (0, _) => 0,
            (_, 0) => 1,
            (1, 1) => 4,
            _ if letters == capitals => 3,
            _ if first => 2,
            _ => 5,
        };
        let size = match length {
            0..=3 => length,
            4..=6 => 4,
            _ => 5,
        };
        Self {
            norm,
            suffix: tail.into_iter().fold(1, mix),
            case,
            shape: kind as u64 * 64 + case * 8 + size,
        }
    }
}
