//! Finds the names of a sentence: the best sequence of tags by the tagger's weights, with Viterbi's
//! algorithm.
//!
//! A name has at least one capital. So tokens that are far from any capital are skipped.

use std::ops::Range;

use wide::{CmpGt, f32x4};

use super::combined::add;
use super::facts::{Facts, Flag};
use super::features::{Setting, is_headline, is_near_capital, joint};
use super::found::Found;
use super::scan::Scan;
use super::tagger::{LABELS, NONE, NameTagger, Row, TAGS, Tags};
use crate::document::EntitySource;

/// A word that is further than this from any capital belongs to no name.
const REACH: usize = 3;

/// The buffers of a worker.
#[derive(Debug, Default)]
pub(super) struct Paths {
    rows: Vec<Row>,
    /// How much better than none each tag is at the end of the best path to it.
    best: Vec<Tags>,
    tags: Vec<u8>,
    /// Whether the sentence is a headline in capitals.
    headline: bool,
}

/// A name with more tokens is a list in capitals and no name.
const LONGEST: usize = 32;

impl NameTagger {
    /// Appends the names of a sentence.
    pub(super) fn find(
        &self,
        scan: &Scan<'_>,
        facts: &Facts,
        sentence: Range<usize>,
        paths: &mut Paths,
        found: &mut Vec<Found>,
    ) {
        paths.headline = is_headline(scan, sentence.clone());
        let mut at = sentence.start;
        let capital = |tokens: Range<usize>| facts.first(tokens, Flag::Capital);
        while let Some(first) = capital(at..sentence.end) {
            let start = first.saturating_sub(REACH).max(at);
            let mut last = first;
            while let Some(next) = capital(last + 1..sentence.end.min(last + 1 + 2 * REACH)) {
                last = next;
            }
            let end = (last + REACH + 1).min(sentence.end);
            self.stretch(scan, facts, sentence.clone(), start..end, paths, found);
            at = end;
        }
    }

    /// Appends the names of a stretch of a sentence. No name reaches into it or out of it.
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
        let buckets = self.buckets();
        paths.rows.clear();
        for index in stretch.clone() {
            let n2 = at(Some(index + 2));
            let mut row = it.own;
            for other in [&p1.after, &n1.before, &p2.far_after, &n2.far_before] {
                add(&mut row, other);
            }
            let near = [&p1.traits, &it.traits, &n1.traits];
            if is_near_capital(near) {
                let setting = Setting {
                    small: scan.is_small_elsewhere(index),
                    first: index == sentence.start,
                    headline: paths.headline,
                };
                for other in self.combined.rows(near, setting) {
                    add(&mut row, &other);
                }
                let [p1, it, n1] = near;
                let joint = joint([&p2.traits, p1, it, n1, &n2.traits]);
                self.add(&joint, buckets, &mut row);
            }
            paths.rows.push(row);
            (p2, p1, it, n1) = (p1, it, n1, n2);
        }
        let edges = [stretch.start == sentence.start, stretch.end == sentence.end];
        self.best_tags(paths, edges);
        self.names(paths, stretch.start, found);
    }

    /// Finds the best tags of a stretch. `edges` says whether the stretch begins and ends its
    /// sentence. If it does not, the token beside it has the tag "none".
    fn best_tags(&self, paths: &mut Paths, edges: [bool; 2]) {
        let [first, last] = edges.map(|edge| if edge { TAGS } else { NONE });
        paths.best.clear();
        let mut to = self.steps_from.get(first).copied().unwrap_or_default();
        for row in &paths.rows {
            let (weights, none) = (Tags::of(row), f32x4::splat(to.none));
            let best = Tags {
                none: 0.0,
                begins: to.begins + weights.begins - none,
                inside: to.inside + weights.inside - none,
            };
            paths.best.push(best);
            to = self.onward(&best);
        }
        // Where the path to a tag came from is found anew on the way back, for the best tags alone.
        paths.tags.clear();
        let mut tag = last;
        for best in paths.best.iter().rev() {
            let steps = self.steps_to.get(tag).copied().unwrap_or_default();
            tag = before(best, &steps);
            paths.tags.push(tag as u8);
        }
        paths.tags.reverse();
    }

    /// The best paths to each tag of the next word, by those to each tag of a word.
    fn onward(&self, best: &Tags) -> Tags {
        let [from_none, from_labels @ .., _] = &self.steps_from;
        let [to_none, ..] = &self.steps_to;
        let mut to = *from_none;
        let labels = best
            .begins
            .to_array()
            .into_iter()
            .zip(best.inside.to_array());
        for (steps, (begun, inside)) in from_labels.as_chunks::<2>().0.iter().zip(labels) {
            for (steps, path) in steps.iter().zip([begun, inside]) {
                to.begins = to.begins.fast_max(steps.begins + f32x4::splat(path));
            }
        }
        let [from_begin, from_inside] = self.goes_on;
        to.inside = (best.begins + from_begin).fast_max(best.inside + from_inside);
        let labels = (best.begins + to_none.begins).fast_max(best.inside + to_none.inside);
        to.none = most(labels, to.none);
        to
    }

    fn step(&self, before: usize, next: usize) -> f32 {
        let steps = self.steps_from.get(before);
        steps.map_or(0.0, |steps| steps.get(next))
    }

    /// Appends the names that the tags make. `base` is the token of the first tag.
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

    /// The probability of the label for these tokens, compared with the other labels and with
    /// "none".
    fn score(&self, paths: &Paths, tokens: Range<usize>, label: usize) -> f32 {
        let tag = |index: Option<usize>| {
            let tag = index.and_then(|index| paths.tags.get(index));
            tag.map_or(NONE, |tag| usize::from(*tag))
        };
        let (before, after) = (tag(tokens.start.checked_sub(1)), tag(Some(tokens.end)));
        let path = |tag_at: &dyn Fn(usize) -> usize| {
            let mut sum = 0.0;
            let mut last = before;
            for index in tokens.clone() {
                let tag = tag_at(index);
                let sums = paths.rows.get(index);
                sum += self.step(last, tag) + sums.map_or(0.0, |sums| weight(sums, tag));
                last = tag;
            }
            (sum + self.step(last, after)) / self.unit
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

fn weight(sums: &Row, tag: usize) -> f32 {
    let weight = tag.checked_sub(1).and_then(|tag| sums.get(tag));
    weight.map_or(0.0, |weight| f32::from(*weight))
}

/// The greatest of some paths and one more. No path is NaN, which `f32::max` would look for.
fn most(labels: f32x4, none: f32) -> f32 {
    let paths = labels.to_array().into_iter();
    paths.fold(none, |most, path| if path > most { path } else { most })
}

/// The tag from which a step makes the best path: of several the first.
fn before(best: &Tags, steps: &Tags) -> usize {
    let begins = best.begins + steps.begins;
    let inside = best.inside + steps.inside;
    let labels = begins.fast_max(inside);
    if labels.cmp_gt(f32x4::splat(steps.none)).none() {
        return NONE;
    }
    let most = most(labels, steps.none);
    let label = labels.to_array().iter().position(|path| *path == most);
    let begin = 1 + 2 * label.unwrap_or_default();
    let sums = Tags {
        none: steps.none,
        begins,
        inside,
    };
    begin + usize::from(sums.get(begin) < most)
}

#[cfg(feature = "fr")]
#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tagger::NEVER;
    use super::*;
    use crate::Language;
    use crate::models::{ByLanguage, OwnModels};

    /// The best tags for some rows, step by step and tag by tag.
    fn naive_tags(tagger: &NameTagger, rows: &[Row], [first, last]: [bool; 2]) -> Vec<u8> {
        let [first, last] = [first, last].map(|edge| if edge { TAGS } else { NONE });
        let mut paths = vec![(0.0, Vec::new()); 1];
        let mut tags = vec![first];
        for row in rows {
            let best = |next: usize| {
                let mut best: (f32, Vec<u8>) = (NEVER, Vec::new());
                for ((path, before), tag) in paths.iter().zip(&tags) {
                    let sum = path + tagger.step(*tag, next) + weight(row, next);
                    if sum > best.0 {
                        best = (sum, [before, &[next as u8][..]].concat());
                    }
                }
                best
            };
            paths = (0..TAGS).map(best).collect();
            tags = (0..TAGS).collect();
        }
        let mut best = (NEVER, &Vec::new());
        for ((path, before), tag) in paths.iter().zip(&tags) {
            let sum = path + tagger.steps_to[last].get(*tag);
            if sum > best.0 {
                best = (sum, before);
            }
        }
        best.1.clone()
    }

    #[test]
    fn lanes_change_nothing() {
        let taggers = ByLanguage::new(crate::entity::BUILT_IN, &mut OwnModels::default()).unwrap();
        let tagger: &NameTagger = taggers.get(Language::FRENCH).unwrap();
        let rows = prop::collection::vec(prop::array::uniform8(-300_i16..300), 1..20);
        // With few numbers many paths are equal.
        proptest!(|(rows in rows, edges: [bool; 2], coarse: bool)| {
            let rounded = |weight: i16| if coarse { weight / 100 * 100 } else { weight };
            let rows: Vec<Row> = rows.into_iter().map(|row| row.map(rounded)).collect();
            let mut paths = Paths { rows, ..Paths::default() };
            tagger.best_tags(&mut paths, edges);
            prop_assert_eq!(&paths.tags, &naive_tags(tagger, &paths.rows, edges));
        });
    }
}
