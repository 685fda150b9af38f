//! Finds the names of a sentence: the best sequence of tags by the tagger's weights, with Viterbi's
//! algorithm.
//!
//! A name has at least one capital. So tokens that are far from any capital are skipped.

use std::ops::Range;

use super::facts::Facts;
use super::features::joint;
use super::found::Found;
use super::scan::Scan;
use super::tagger::{LABELS, NEVER, NONE, NameTagger, Row, TAGS};
use crate::document::EntitySource;

/// A word that is further than this from any capital belongs to no name.
const REACH: usize = 3;

/// The buffers of a worker.
#[derive(Debug, Default)]
pub(super) struct Paths {
    rows: Vec<Row>,
    back: Vec<[u8; TAGS]>,
    tags: Vec<u8>,
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

    /// Finds the best tags of a stretch. `edges` says whether the stretch begins and ends its
    /// sentence. If it does not, the token beside it has the tag "none".
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

fn weight(sums: &Row, tag: usize) -> i32 {
    let weight = tag.checked_sub(1).and_then(|tag| sums.get(tag));
    weight.map_or(0, |weight| i32::from(*weight))
}
