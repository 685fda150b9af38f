//! What one mention of a name says of the others: `la société Galp` says what `Galp` is, and what
//! was found once is found again.

use std::ops::Range;

use hashbrown::{HashMap, HashSet};

use super::found::Found;
use super::scan::Scan;
use crate::document::{EntitySource, Label};

/// The most tokens of a name that is looked for again.
const LONGEST: usize = 8;
/// From this score on a rule is sure, and its mention counts double.
const SURE: f32 = 0.85;
/// From this score on it settles what all mentions are.
const DECISIVE: f32 = 0.95;
const SCORE: f32 = 0.7;

/// What the mentions of a name say.
#[derive(Default)]
struct Votes {
    mentions: usize,
    /// For people, places, organisations and others, how sure the mentions are.
    sums: [f32; 4],
    /// What a noun beside a mention says that all are: `la société Galp`.
    said: Option<Label>,
    /// Whether a title or a given name says of a mention that it is a person.
    person: bool,
    /// Whether the gazetteer knows it: then a mention says nothing of the others.
    known: bool,
}

const LABELS: [Label; 4] = [
    Label::PERSON,
    Label::LOCATION,
    Label::ORGANISATION,
    Label::MISC,
];

impl Votes {
    /// The label that most mentions have, if twice as many have it as have another.
    fn label(&self) -> Option<Label> {
        if self.said.is_some() && !self.person {
            return self.said;
        }
        let (best, sum) = (self.sums.iter().zip(LABELS))
            .max_by(|(one, _), (other, _)| one.total_cmp(other))
            .map(|(sum, label)| (label, *sum))?;
        let rest = self.sums.iter().sum::<f32>() - sum;
        (sum >= 1.5 * rest).then_some(best)
    }
}

/// Gives the mentions of a name one label, and finds further mentions. `found` is in the order of
/// the text, before and after.
pub(super) fn follow(scan: &Scan<'_>, found: &mut Vec<Found>) {
    let mut names: HashMap<&str, Votes> = HashMap::new();
    let mut firsts = HashSet::new();
    for name in found.iter().filter(|it| is_followed(scan, it)) {
        let votes = names.entry(scan.text_of(name.tokens.clone())).or_default();
        let sure = name.source == EntitySource::Rule && name.score >= SURE;
        if let Some(label) = LABELS.iter().position(|label| *label == name.label)
            && let Some(sum) = votes.sums.get_mut(label)
        {
            *sum += if sure { 2.0 } else { 1.0 };
        }
        votes.person |= sure && name.label == Label::PERSON;
        if sure && name.score >= DECISIVE && name.label != Label::PERSON {
            votes.said = Some(name.label);
        }
        votes.mentions += 1;
        votes.known |= name.source == EntitySource::Gazetteer;
        firsts.insert(scan.type_id(name.tokens.start));
    }
    for name in found.iter_mut().filter(|it| is_followed(scan, it)) {
        let votes = names.get(scan.text_of(name.tokens.clone()));
        let votes = votes.filter(|votes| !votes.known && name.source == EntitySource::Tagger);
        if let Some(label) = votes.and_then(Votes::label) {
            name.label = label;
        }
    }
    let places = again(scan, &names, &firsts);
    add(scan, &names, places, found);
}

fn is_followed(scan: &Scan<'_>, name: &Found) -> bool {
    let first = name.tokens.start;
    LABELS.contains(&name.label)
        && name.tokens.len() <= LONGEST
        && scan.text_of(name.tokens.clone()).len() > 1
        && scan.is_capitalised(first)
        && !scan.is_small_elsewhere(first)
}

/// The places of the text where names stand, the longest first where several begin.
fn again(
    scan: &Scan<'_>,
    names: &HashMap<&str, Votes>,
    firsts: &HashSet<usize>,
) -> Vec<Range<usize>> {
    let mut places: Vec<Range<usize>> = Vec::new();
    for sentence in scan.sentences() {
        let mut at = sentence.start;
        while at < sentence.end {
            let last = sentence.end.min(at + LONGEST);
            let ends = firsts
                .contains(&scan.type_id(at))
                .then(|| (at + 1..=last).rev());
            let mut ends = ends.into_iter().flatten();
            match ends.find(|end| names.contains_key(scan.text_of(at..*end))) {
                Some(end) => {
                    places.push(at..end);
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    places
}

/// Adds the mentions where nothing was found, or only a part of the name.
fn add(
    scan: &Scan<'_>,
    names: &HashMap<&str, Votes>,
    places: Vec<Range<usize>>,
    found: &mut Vec<Found>,
) {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for place in &places {
        *counts.entry(scan.text_of(place.clone())).or_default() += 1;
    }
    let mut rest = std::mem::take(found).into_iter().peekable();
    for place in places {
        found.extend(std::iter::from_fn(|| {
            rest.next_if(|it| it.tokens.end <= place.start)
        }));
        let text = scan.text_of(place.clone());
        let Some((votes, label)) = names.get(text).and_then(|it| Some((it, it.label()?))) else {
            continue;
        };
        let there = rest.peek();
        let free = there.is_none_or(|it| it.tokens.start >= place.end);
        // A part of the name is replaced, but nothing that goes beyond it.
        let part = there.is_some_and(|it| {
            it.tokens.start >= place.start
                && it.tokens.end <= place.end
                && it.tokens.len() < place.len()
                && LABELS.contains(&it.label)
        });
        let count = counts.get(text).copied().unwrap_or_default();
        let trusted = votes.mentions * 2 >= count || is_marked(text);
        if !(trusted && (free || part)) || goes_on(scan, &place) || scan.passes_on(place.start) {
            continue;
        }
        while rest.next_if(|it| it.tokens.start < place.end).is_some() {}
        found.push(Found::new(place, label, EntitySource::Link, SCORE));
    }
    found.extend(rest);
}

/// Whether a word has a capital inside: an acronym, or `MySpace`.
fn is_marked(text: &str) -> bool {
    text.chars().skip(1).any(char::is_uppercase)
}

/// Whether another capital stands beside a name, so that it is perhaps a part of a longer one.
fn goes_on(scan: &Scan<'_>, place: &Range<usize>) -> bool {
    let adjoins = |at: usize| matches!(scan.gap(at), " " | "\u{a0}" | "\u{202f}");
    let capital = |at: usize| scan.is_word(at) && scan.is_capitalised(at);
    let before = place.start.checked_sub(1);
    let inside = before
        .is_some_and(|it| adjoins(place.start) && capital(it) && it != scan.sentence_of(it).start);
    inside || adjoins(place.end) && capital(place.end)
}
