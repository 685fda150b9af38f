//! The model of the tagger of names: a linear-chain conditional random field (Lafferty, McCallum
//! and Pereira, 2001) over hashed features.
//!
//! The first token of a name has the tag B, its other tokens have the tag I.

use super::classes::Classes;
use super::features::{Side, Traits, WordFeatures};
use crate::document::Label;
use crate::error::Error;
use crate::models::hashed::place;
use crate::models::{Format, FromModel, Model, u16_at, u32_at};

/// The labels in the order of their tags.
pub const LABELS: [Label; 4] = [
    Label::PERSON,
    Label::LOCATION,
    Label::ORGANISATION,
    Label::MISC,
];

/// The number of tags: "none", then B and I of each label.
pub const TAGS: usize = 1 + 2 * LABELS.len();
/// The tag of a token outside names.
pub(super) const NONE: usize = 0;

/// Whether the tag `next` may follow the tag `before`. [`TAGS`] stands for the edges of a sentence.
pub fn may_follow(before: usize, next: usize) -> bool {
    // An I has an even number. The B of its label has the number before it.
    let goes_on = next != NONE && next != TAGS && next.is_multiple_of(2);
    !goes_on || before == next || before + 1 == next
}

/// How many features a bucket has. It has a check for each, then a weight for each feature and each
/// tag but "none", whose weight is always 0.
pub const DEEP: usize = 8;
const BUCKET: usize = DEEP * (2 + TAGS - 1);

/// The bucket of a feature, of `buckets` in all, and its check. The check of an empty place is 0.
pub fn bucket(feature: u32, buckets: usize) -> (usize, u16) {
    let (bucket, _) = place(feature, buckets);
    (bucket, (feature as u16).max(1))
}

/// The sections of a model file after the code of its language.
const ROWS: usize = 1;
const STEPS: usize = 2;
const CLASSES: [usize; 3] = [3, 4, 5];

/// The sum of weights for each tag of a token but "none", whose sum is 0.
pub(super) type Row = [i16; TAGS - 1];

/// The sums of weights of a type wherever it stands: for itself, for its neighbours, and for
/// theirs.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums {
    pub(super) traits: Traits,
    pub(super) own: Row,
    pub(super) after: Row,
    pub(super) before: Row,
    pub(super) far_after: Row,
    pub(super) far_before: Row,
}

/// The model of one language.
#[derive(Debug)]
pub(crate) struct NameTagger {
    model: Model,
    /// The weight of each step from one tag to another. A step that is not allowed has a weight
    /// below any path. The last row and column are the edges of a sentence.
    pub(super) steps: [[i32; TAGS + 1]; TAGS + 1],
    /// The same by the tag after the step, without the edges.
    pub(super) steps_to: [[i32; TAGS]; TAGS],
    /// How many units of the model make one nat.
    pub(super) unit: f32,
    pub(super) edge: Sums,
}

/// A weight below that of any path.
pub(super) const NEVER: i32 = i32::MIN / 4;

impl FromModel for NameTagger {
    const FORMAT: &'static Format = &Format::NAMES;

    fn from_model(model: Model) -> Result<Self, Error> {
        let bad = |problem: &str| model.bad(problem);
        if !model.section(ROWS).len().is_multiple_of(BUCKET) {
            return Err(bad("its last rows are cut off"));
        }
        let numbers = model.section(STEPS);
        let mut steps = [[NEVER; TAGS + 1]; TAGS + 1];
        for (before, row) in steps.iter_mut().enumerate() {
            for (next, step) in row.iter_mut().enumerate() {
                let weight = u16_at(numbers, 4 + 2 * (before * (TAGS + 1) + next))
                    .ok_or_else(|| bad("it has too few steps"))?;
                if may_follow(before, next) {
                    *step = i32::from(weight.cast_signed());
                }
            }
        }
        let unit = f32::from_bits(u32_at(numbers, 0).unwrap_or_default());
        if !(unit.is_finite() && unit > 0.0) {
            return Err(bad("its unit is no number above 0"));
        }
        let steps_to = std::array::from_fn(|to| {
            std::array::from_fn(|tag| {
                let step = steps.get(tag).and_then(|row: &[i32; TAGS + 1]| row.get(to));
                step.copied().unwrap_or(NEVER)
            })
        });
        let mut tagger = Self {
            model,
            steps,
            steps_to,
            unit,
            edge: Sums::default(),
        };
        tagger.edge = tagger.sums(&WordFeatures::EDGE);
        Ok(tagger)
    }

    fn model(&self) -> &Model {
        &self.model
    }
}

impl NameTagger {
    pub(super) fn classes(&self) -> Classes<'_> {
        Classes::new(&self.model, CLASSES)
    }

    pub(super) fn sums(&self, look: &WordFeatures) -> Sums {
        Sums {
            traits: look.traits(),
            own: self.sum(&look.own()),
            after: self.sum(&look.near(Side::Before)),
            before: self.sum(&look.near(Side::After)),
            far_after: self.sum(&look.far(Side::Before)),
            far_before: self.sum(&look.far(Side::After)),
        }
    }

    fn sum(&self, features: &[u32]) -> Row {
        let mut row = [0; TAGS - 1];
        self.add(features, &mut row);
        row
    }

    pub(super) fn add(&self, features: &[u32], sums: &mut Row) {
        let (buckets, _) = self.model.section(ROWS).as_chunks::<BUCKET>();
        for feature in features {
            let (bucket, check) = bucket(*feature, buckets.len());
            let Some((checks, rows)) = buckets.get(bucket).and_then(|it| it.split_first_chunk())
            else {
                continue;
            };
            if let Some(row) = find(checks, check)
                && let Some(weights) = rows.as_chunks::<{ TAGS - 1 }>().0.get(row)
            {
                for (sum, weight) in sums.iter_mut().zip(weights) {
                    *sum += i16::from(weight.cast_signed());
                }
            }
        }
    }
}

/// The row of a bucket whose feature has this check.
fn find(checks: &[u8; 2 * DEEP], check: u16) -> Option<usize> {
    let (checks, _) = checks.as_chunks::<2>();
    checks.iter().position(|own| *own == check.to_le_bytes())
}
