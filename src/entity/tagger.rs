//! The model of the tagger of names: a linear-chain conditional random field (Lafferty, McCallum
//! and Pereira, 2001) over hashed features.
//!
//! The first token of a name has the tag B, its other tokens have the tag I.

use wide::{CmpEq, f32x4, i16x8};

use super::classes::Classes;
use super::combined::Combined;
use super::features::{Side, Traits, WordFeatures};
use crate::document::Label;
use crate::error::Error;
use crate::models::hashed::place;
use crate::models::{Format, FromModel, Model, u16_at, u32_at};
use crate::prefetch::prefetch;

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
    /// For each bucket the features that it may have: a bit for the lower bits of each check. Most
    /// features are in no bucket, and these bits stay near.
    filter: Box<[u64]>,
    pub(super) combined: Combined<{ TAGS - 1 }>,
    /// What it adds to go from a tag, or from the edge, to the others.
    pub(super) steps_from: [Tags; TAGS + 1],
    /// What it adds to go to a tag, or to the edge, from the others.
    pub(super) steps_to: [Tags; TAGS + 1],
    /// What it adds to go on with a name of each label, from its begin and from inside.
    pub(super) goes_on: [f32x4; 2],
    /// How many of the model's units make one natural unit of likelihood.
    pub(super) unit: f32,
    pub(super) edge: Sums,
}

/// A number for each tag, in lanes: those that begin a name, and those that go on with it, by label.
/// All are whole numbers below 2²⁴, which `f32` keeps exactly, or [`NEVER`].
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tags {
    pub(super) none: f32,
    pub(super) begins: f32x4,
    pub(super) inside: f32x4,
}

impl Tags {
    fn new(of_tag: impl Fn(usize) -> f32) -> Self {
        Self {
            none: of_tag(NONE),
            begins: f32x4::new(std::array::from_fn(|label| of_tag(1 + 2 * label))),
            inside: f32x4::new(std::array::from_fn(|label| of_tag(2 + 2 * label))),
        }
    }

    /// The weights of a word.
    pub(super) fn of(row: &Row) -> Self {
        let (labels, _) = row.as_chunks::<2>();
        let of = |label: usize, tag: usize| {
            let weight = labels.get(label).and_then(|tags| tags.get(tag));
            weight.map_or(0.0, |weight| f32::from(*weight))
        };
        Self {
            none: 0.0,
            begins: f32x4::new(std::array::from_fn(|label| of(label, 0))),
            inside: f32x4::new(std::array::from_fn(|label| of(label, 1))),
        }
    }

    pub(super) fn get(&self, tag: usize) -> f32 {
        let Some(label) = tag.checked_sub(1).map(|begins| begins / 2) else {
            return self.none;
        };
        let inside = tag.is_multiple_of(2);
        let lanes = if inside { &self.inside } else { &self.begins };
        lanes.as_array_ref().get(label).copied().unwrap_or(NEVER)
    }
}

/// Where no path may go.
pub(super) const NEVER: f32 = f32::NEG_INFINITY;

impl FromModel for NameTagger {
    const FORMAT: &'static Format = &Format::NAMES;

    fn from_model(model: Model) -> Result<Self, Error> {
        let bad = |problem: &str| model.bad(problem);
        if !model.section(ROWS).len().is_multiple_of(BUCKET) {
            return Err(bad("its last rows are cut off"));
        }
        let numbers = model.section(STEPS);
        let weight =
            |before: usize, next: usize| u16_at(numbers, 4 + 2 * (before * (TAGS + 1) + next));
        if weight(TAGS, TAGS).is_none() {
            return Err(bad("it has too few steps"));
        }
        let step = |before: usize, next: usize| {
            let weight = weight(before, next).filter(|_| may_follow(before, next));
            weight.map_or(NEVER, |weight| f32::from(weight.cast_signed()))
        };
        let goes_on = std::array::from_fn(|inside| {
            f32x4::new(std::array::from_fn(|label| {
                step(1 + 2 * label + inside, 2 + 2 * label)
            }))
        });
        let steps_from = std::array::from_fn(|tag| Tags::new(|next| step(tag, next)));
        let steps_to = std::array::from_fn(|tag| Tags::new(|before| step(before, tag)));
        let unit = f32::from_bits(u32_at(numbers, 0).unwrap_or_default());
        if !(unit.is_finite() && unit > 0.0) {
            return Err(bad("its unit is no number above 0"));
        }
        let (buckets, _) = model.section(ROWS).as_chunks::<BUCKET>();
        let bits = |bucket: &[u8; BUCKET]| {
            let (checks, _) = bucket.as_chunks::<2>();
            let checks = checks
                .iter()
                .take(DEEP)
                .map(|check| u16::from_le_bytes(*check));
            checks.fold(0, |bits, check| bits | bit(check))
        };
        let filter = buckets.iter().map(bits).collect();
        let mut tagger = Self {
            model,
            filter,
            combined: Combined::default(),
            steps_from,
            steps_to,
            goes_on,
            unit,
            edge: Sums::default(),
        };
        tagger.edge = tagger.sums(&WordFeatures::EDGE);
        tagger.combined = Combined::new(|feature| tagger.sum(&[feature]));
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

    fn sum<const N: usize>(&self, features: &[u32; N]) -> Row {
        let mut row = [0; TAGS - 1];
        self.add(features, self.buckets(), &mut row);
        row
    }

    /// The weights.
    pub(super) fn buckets(&self) -> &[[u8; BUCKET]] {
        self.model.section(ROWS).as_chunks().0
    }

    /// Adds the weights of features, which are in [`buckets`](Self::buckets). The filter is asked for
    /// all of them without a branch, and the buckets that are left are fetched together.
    pub(super) fn add<const N: usize>(
        &self,
        features: &[u32; N],
        buckets: &[[u8; BUCKET]],
        sums: &mut Row,
    ) {
        let mut places = [(0, 0); N];
        let mut count = 0;
        for feature in features {
            let (bucket, check) = bucket(*feature, buckets.len());
            if let Some(place) = places.get_mut(count) {
                *place = (bucket, check);
            }
            let bits = self.filter.get(bucket).copied().unwrap_or_default();
            count += usize::from(bits & bit(check) != 0);
        }
        let places = places.get(..count).unwrap_or_default();
        let found = places.iter().filter_map(|(bucket, _)| buckets.get(*bucket));
        prefetch(found.map(|[first, ..]| u32::from(*first)));
        for (bucket, check) in places {
            let bucket = buckets.get(*bucket).and_then(|it| it.split_first_chunk());
            if let Some((checks, rows)) = bucket
                && let Some(row) = find(checks, *check)
                && let Some(weights) = rows.as_chunks::<{ TAGS - 1 }>().0.get(row)
            {
                for (sum, weight) in sums.iter_mut().zip(weights) {
                    *sum += i16::from(weight.cast_signed());
                }
            }
        }
    }
}

/// The bit of a check in the filter.
fn bit(check: u16) -> u64 {
    1 << (check % 64)
}

/// The row of a bucket whose feature has this check.
fn find(checks: &[u8; 2 * DEEP], check: u16) -> Option<usize> {
    let checks: &[[u8; 2]; DEEP] = checks.as_chunks().0.first_chunk()?;
    let checks = i16x8::new(checks.map(i16::from_le_bytes));
    let same = checks.cmp_eq(i16x8::splat(check.cast_signed()));
    let same = same.move_mask();
    (same != 0).then(|| same.trailing_zeros() as usize)
}
