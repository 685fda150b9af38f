//! Names by a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) over
//! hashed features; the best tags of a sentence by Viterbi's algorithm.
//!
//! A name begins (tag B) and may go on (tag I). Its words have a capital among them: what stands
//! further from any capital is not looked at.

use std::ops::Range;

use super::Found;
use super::classes::Classes;
use super::facts::Facts;
use super::features::{Look, Side, Traits, joint};
use super::scan::Scan;
use crate::document::{EntitySource, Label};
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

/// Tags: none, then for each label B and I.
pub const TAGS: usize = 1 + 2 * LABELS.len();
/// The tag of what is no name.
const NONE: usize = 0;

/// Whether the tag `next` may follow `before`; [`TAGS`] stands for the edges of a sentence.
pub fn may_follow(before: usize, next: usize) -> bool {
    // An I has an even number, and the B of its label the one before.
    let goes_on = next != NONE && next != TAGS && next.is_multiple_of(2);
    !goes_on || before == next || before + 1 == next
}

/// Features are kept in buckets of so many: first a check of each, then its weights, one for each
/// tag but "none", whose weight is 0.
pub const DEEP: usize = 8;
const BUCKET: usize = DEEP * (2 + TAGS - 1);

/// The bucket of a feature among so many, and its check. An empty place has the check 0.
pub fn bucket(feature: u32, buckets: usize) -> (usize, u16) {
    let (bucket, _) = place(feature, buckets);
    (bucket, (feature as u16).max(1))
}

/// The sections of a model file, behind the code of its language.
const ROWS: usize = 1;
const STEPS: usize = 2;
const CLASSES: [usize; 3] = [3, 4, 5];

/// A word further than this from any capital belongs to no name.
const REACH: usize = 3;

/// The weights of a token's tags, "none" being 0.
type Row = [i16; TAGS - 1];

/// What a model has to say of a distinct token wherever it stands: for itself, for its neighbours
/// and for theirs.
#[derive(Clone, Debug, Default)]
pub(super) struct Sums {
    traits: Traits,
    own: Row,
    after: Row,
    before: Row,
    far_after: Row,
    far_before: Row,
}

/// One language's model.
#[derive(Debug)]
pub(crate) struct Tagger {
    model: Model,
    /// What it adds to go from one tag to another; where it may not be, too little for any path.
    /// The last row and column are the edges.
    steps: [[i32; TAGS + 1]; TAGS + 1],
    /// The same by the tag to go to, without the edges.
    steps_to: [[i32; TAGS]; TAGS],
    /// How many of the model's units make one natural unit of likelihood.
    unit: f32,
    edge: Sums,
}

/// The memory of a worker.
#[derive(Debug, Default)]
pub(super) struct Paths {
    rows: Vec<Row>,
    back: Vec<[u8; TAGS]>,
    tags: Vec<u8>,
}

/// What is longer is no name but a list in capitals.
const LONGEST: usize = 32;

/// Lower than any path may come.
const NEVER: i32 = i32::MIN / 4;

impl FromModel for Tagger {
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
        tagger.edge = tagger.sums(&Look::EDGE);
        Ok(tagger)
    }

    fn model(&self) -> &Model {
        &self.model
    }
}

impl Tagger {
    pub(super) fn classes(&self) -> Classes<'_> {
        Classes::new(&self.model, CLASSES)
    }

    pub(super) fn sums(&self, look: &Look) -> Sums {
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

    fn add(&self, features: &[u32], sums: &mut Row) {
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

    /// Appends the names of a sentence.
    pub(super) fn find(
        &self,
        scan: &Scan<'_>,
        facts: &Facts,
        sentence: Range<usize>,
        paths: &mut Paths,
        found: &mut Vec<Found>,
    ) {
        let has_capital = |index: &usize| facts.flags(scan.type_id(*index)).capital;
        let mut at = sentence.start;
        while let Some(capital) = (at..sentence.end).find(has_capital) {
            let start = capital.saturating_sub(REACH).max(at);
            let (mut last, mut next) = (capital, capital + 1);
            while next < sentence.end && next <= last + 2 * REACH {
                if has_capital(&next) {
                    last = next;
                }
                next += 1;
            }
            let end = (last + REACH + 1).min(sentence.end);
            self.stretch(scan, facts, sentence.clone(), start..end, paths, found);
            at = end;
        }
    }

    /// Appends the names of a stretch of a sentence, around which there is none.
    fn stretch(
        &self,
        scan: &Scan<'_>,
        facts: &Facts,
        sentence: Range<usize>,
        stretch: Range<usize>,
        paths: &mut Paths,
        found: &mut Vec<Found>,
    ) {
        let at = |index: Option<usize>| {
            let inside = index.filter(|index| sentence.contains(index));
            inside
                .and_then(|index| facts.get(scan.type_id(index)))
                .map_or(&self.edge, |fact| &fact.sums)
        };
        let first = stretch.start;
        let (mut p2, mut p1) = (at(first.checked_sub(2)), at(first.checked_sub(1)));
        let (mut it, mut n1) = (at(Some(first)), at(Some(first + 1)));
        paths.rows.clear();
        for index in stretch.clone() {
            let n2 = at(Some(index + 2));
            let mut row = it.own;
            for other in [&p1.after, &n1.before, &p2.far_after, &n2.far_before] {
                for (sum, weight) in row.iter_mut().zip(other) {
                    *sum += weight;
                }
            }
            let around = [&p2.traits, &p1.traits, &it.traits, &n1.traits, &n2.traits];
            let small = scan.is_small_elsewhere(index);
            if let Some(joint) = joint(around, small, index == sentence.start) {
                self.add(&joint, &mut row);
            }
            paths.rows.push(row);
            (p2, p1, it, n1) = (p1, it, n1, n2);
        }
        let edges = [stretch.start == sentence.start, stretch.end == sentence.end];
        self.best_tags(paths, edges);
        self.names(paths, stretch.start, found);
    }

    /// Viterbi's algorithm. `edges` says whether the stretch begins and ends its sentence; else
    /// what is beside it is no name.
    fn best_tags(&self, paths: &mut Paths, edges: [bool; 2]) {
        let [first, last] = edges.map(|edge| if edge { TAGS } else { NONE });
        paths.back.clear();
        let mut best = [NEVER; TAGS];
        for (index, sums) in paths.rows.iter().enumerate() {
            let mut next = [NEVER; TAGS];
            let mut back = [0; TAGS];
            let places = next.iter_mut().zip(&mut back).zip(&self.steps_to);
            for (to, ((path, from), steps)) in places.enumerate() {
                if index == 0 {
                    *path = self.step(first, to);
                } else {
                    for (tag, (before, step)) in best.iter().zip(steps).enumerate() {
                        let sum = before + step;
                        if sum > *path {
                            (*path, *from) = (sum, tag as u8);
                        }
                    }
                }
                *path = (*path + weight(sums, to)).max(NEVER);
            }
            paths.back.push(back);
            best = next;
        }
        let (mut most, mut tag) = (i32::MIN, NONE);
        for (last_tag, path) in best.iter().enumerate() {
            let sum = path + self.step(last_tag, last);
            if sum > most {
                (most, tag) = (sum, last_tag);
            }
        }
        paths.tags.clear();
        for back in paths.back.iter().rev() {
            paths.tags.push(tag as u8);
            tag = usize::from(back.get(tag).copied().unwrap_or_default());
        }
        paths.tags.reverse();
    }

    fn step(&self, before: usize, next: usize) -> i32 {
        let row = self.steps.get(before);
        row.and_then(|row| row.get(next)).copied().unwrap_or(NEVER)
    }

    /// The names that the tags make; `base` is the token of the first.
    fn names(&self, paths: &Paths, base: usize, found: &mut Vec<Found>) {
        let mut at = 0;
        while let Some(tag) = paths.tags.get(at) {
            let start = at;
            at += 1;
            let Some(label) = tag.checked_sub(1).map(|begins| usize::from(begins / 2)) else {
                continue;
            };
            while paths.tags.get(at).is_some_and(|next| *next == tag + 1) {
                at += 1;
            }
            if let Some(kind) = LABELS.get(label)
                && at - start <= LONGEST
            {
                let score = self.score(paths, start..at, label);
                let tokens = base + start..base + at;
                found.push(Found::new(tokens, *kind, EntitySource::Tagger, score));
            }
        }
    }

    /// How likely the label is for these tokens, beside the other labels and none.
    fn score(&self, paths: &Paths, tokens: Range<usize>, label: usize) -> f32 {
        let tag = |index: Option<usize>| {
            let tag = index.and_then(|index| paths.tags.get(index));
            tag.map_or(NONE, |tag| usize::from(*tag))
        };
        let (before, after) = (tag(tokens.start.checked_sub(1)), tag(Some(tokens.end)));
        let path = |tag_at: &dyn Fn(usize) -> usize| {
            let mut sum = 0;
            let mut last = before;
            for index in tokens.clone() {
                let tag = tag_at(index);
                let sums = paths.rows.get(index);
                sum += self.step(last, tag) + sums.map_or(0, |sums| weight(sums, tag));
                last = tag;
            }
            (sum + self.step(last, after)) as f32 / self.unit
        };
        let named = |label: usize| {
            let begins = 1 + 2 * label;
            path(&|index| begins + usize::from(index > tokens.start))
        };
        let this = named(label);
        let others = (0..LABELS.len()).filter(|other| *other != label).map(named);
        let rest: f32 = others
            .chain([path(&|_| NONE)])
            .map(|other| (other - this).exp())
            .sum();
        1.0 / (1.0 + rest)
    }
}

/// Which row of a bucket a feature with this check has.
fn find(checks: &[u8; 2 * DEEP], check: u16) -> Option<usize> {
    let (checks, _) = checks.as_chunks::<2>();
    checks.iter().position(|own| *own == check.to_le_bytes())
}

fn weight(sums: &Row, tag: usize) -> i32 {
    let weight = tag.checked_sub(1).and_then(|tag| sums.get(tag));
    weight.map_or(0, |weight| i32::from(*weight))
}
