//! Names in headlines of capitals, where a capital says nothing: what is a name in the rest of the text
//! is one there too.

use std::borrow::Cow;
use std::ops::Range;

use hashbrown::HashMap;

use super::found::Found;
use super::gazetteer::Gazetteer;
use super::names::is_shouted;
use super::scan::Scan;
use crate::document::{EntitySource, Label};
use crate::normalize::unaccented;

/// The most tokens of a name that is looked for.
const LONGEST: usize = 8;
/// The most names with one first word that are looked for.
const MOST: usize = 16;
const SCORE: f32 = 0.8;

/// The names outside headlines, by their first word: the words of each, and its label.
type Known<'a> = HashMap<Cow<'a, str>, Vec<(Range<usize>, Label)>>;

/// Adds the names of headlines that the rest of the text has. What was found across the edges of such a
/// name holds words that are none. `found` is in the order of the text, before and after.
pub(super) fn complete(scan: &Scan<'_>, gazetteer: &Gazetteer, found: &mut Vec<Found>) {
    let headlines: Vec<_> = scan
        .sentences()
        .filter(|sentence| is_shouted(scan, sentence.clone()))
        .collect();
    if headlines.is_empty() {
        return;
    }
    for place in found.iter_mut().filter(|it| it.label == Label::LOCATION) {
        if holds(&headlines, place.tokens.start) {
            leave_article(scan, gazetteer, place);
        }
    }
    let known = known(scan, &headlines, found);
    let mut rest = std::mem::take(found).into_iter().peekable();
    for headline in headlines {
        let mut at = headline.start;
        while at < headline.end {
            let Some((tokens, label)) = longest(scan, &known, at..headline.end) else {
                at += 1;
                continue;
            };
            at = tokens.end;
            found.extend(std::iter::from_fn(|| {
                rest.next_if(|it| it.tokens.end <= tokens.start)
            }));
            let met: Vec<Found> =
                std::iter::from_fn(|| rest.next_if(|it| it.tokens.start < tokens.end)).collect();
            if met.iter().any(|it| it.tokens == tokens) {
                found.extend(met);
                continue;
            }
            let led = |it: &&Found| it.tokens.start == tokens.start && it.label == label;
            let title = met.iter().find(led).and_then(|it| it.title);
            found.extend(met.into_iter().filter(|it| it.tokens.end <= tokens.start));
            let name = Found::new(tokens, label, EntitySource::Rule, SCORE);
            found.push(Found { title, ..name });
        }
    }
    found.extend(rest);
}

/// Whether a token stands in one of the headlines, which are in the order of the text.
fn holds(headlines: &[Range<usize>], at: usize) -> bool {
    let next = headlines.partition_point(|it| it.end <= at);
    headlines.get(next).is_some_and(|it| it.contains(&at))
}

/// Leaves the article before a place that the gazetteer has without it: `LES ETATS-UNIS`.
fn leave_article(scan: &Scan<'_>, gazetteer: &Gazetteer, place: &mut Found) {
    let Range { start, end } = place.tokens;
    let rules = scan.rules(start).names;
    let article = rules.is_some_and(|rules| scan.is(start, rules.portfolio_articles));
    let has = |from: usize| {
        let found = gazetteer.place_at(scan, from, end);
        found.is_some_and(|it| from + it.tokens == end)
    };
    if article && !has(start) && has(start + 1) {
        place.tokens.start += 1;
        place.id = None;
    }
}

/// A word without its accents, which capitals often lack.
fn bare<'a>(scan: &Scan<'a>, at: usize) -> Cow<'a, str> {
    unaccented(scan.norm(at))
}

fn known<'a>(scan: &Scan<'a>, headlines: &[Range<usize>], found: &[Found]) -> Known<'a> {
    let mut known = Known::new();
    let mut add = |tokens: Range<usize>, label| {
        let common = |at| scan.is_small_elsewhere(at) || scan.is_stop(at);
        if tokens.len() <= LONGEST && !tokens.clone().all(common) {
            let names = known.entry(bare(scan, tokens.start)).or_default();
            let same = |it: &(Range<usize>, Label)| {
                scan.text_of(it.0.clone()) == scan.text_of(tokens.clone())
            };
            if names.len() < MOST && !names.iter().any(same) {
                names.push((tokens, label));
            }
        }
    };
    for name in found.iter().filter(|it| !holds(headlines, it.tokens.start)) {
        if name.label != Label::DATE && name.label != Label::QUANTITY {
            add(name.tokens.clone(), name.label);
        }
        // A headline has the surname alone: of several words, as many as it likes.
        if name.label == Label::PERSON {
            let surnames = name.tokens.clone().skip(1);
            surnames.for_each(|start| add(start..name.tokens.end, name.label));
        }
    }
    known
}

/// The longest known name that begins with the first of these tokens.
fn longest(
    scan: &Scan<'_>,
    known: &Known<'_>,
    tokens: Range<usize>,
) -> Option<(Range<usize>, Label)> {
    let names = known.get(&bare(scan, tokens.start))?;
    let stands = |(name, _): &&(Range<usize>, Label)| {
        let fits = name.len() <= tokens.len();
        fits && (name.clone().zip(tokens.clone()))
            .all(|(one, at)| bare(scan, one) == bare(scan, at))
    };
    let (name, label) = names
        .iter()
        .filter(stands)
        .max_by_key(|(name, _)| name.len())?;
    Some((tokens.start..tokens.start + name.len(), *label))
}
