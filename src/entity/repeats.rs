//! What one mention of a name says of the others: `la société Galp` says what `Galp` is, and what
//! was found once is found again.

use std::ops::Range;

use hashbrown::HashMap;

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
    /// How often the text has it, found or not.
    places: usize,
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

/// The names of a text, each once.
struct Names<'a> {
    numbers: HashMap<&'a str, usize>,
    votes: Vec<Votes>,
    /// By number of the distinct token: how many tokens the longest name has that begins with it.
    longest: Vec<u8>,
}

/// Gives the mentions of a name one label, and finds further mentions. `found` is in the order of
/// the text, before and after.
pub(super) fn follow(scan: &Scan<'_>, found: &mut Vec<Found>) {
    let Some(mut names) = gather(scan, found) else {
        return;
    };
    for name in found.iter_mut().filter(|it| is_followed(scan, it)) {
        let votes = names.find(scan, name.tokens.clone());
        let votes = votes.and_then(|number| names.votes.get(number));
        let votes = votes.filter(|votes| !votes.known && name.source == EntitySource::Tagger);
        if let Some(label) = votes.and_then(Votes::label) {
            name.label = label;
        }
    }
    let places = names.again(scan);
    add(scan, &names, places, found);
}

/// The names that are followed, if there are any.
fn gather<'a>(scan: &Scan<'a>, found: &[Found]) -> Option<Names<'a>> {
    let mut names = Names {
        numbers: HashMap::new(),
        votes: Vec::new(),
        longest: Vec::new(),
    };
    for name in found.iter().filter(|it| is_followed(scan, it)) {
        let new = names.votes.len();
        let text = scan.text_of(name.tokens.clone());
        let number = *names.numbers.entry(text).or_insert(new);
        if number == new {
            names.votes.push(Votes::default());
        }
        let first = scan.type_id(name.tokens.start);
        if names.longest.len() <= first {
            names.longest.resize(first + 1, 0);
        }
        if let Some(longest) = names.longest.get_mut(first) {
            *longest = (*longest).max(u8::try_from(name.tokens.len()).unwrap_or(u8::MAX));
        }
        if let Some(votes) = names.votes.get_mut(number) {
            votes.add(name);
        }
    }
    (!names.votes.is_empty()).then_some(names)
}

impl Votes {
    fn add(&mut self, name: &Found) {
        let sure = name.source == EntitySource::Rule && name.score >= SURE;
        if let Some(label) = LABELS.iter().position(|label| *label == name.label)
            && let Some(sum) = self.sums.get_mut(label)
        {
            *sum += if sure { 2.0 } else { 1.0 };
        }
        self.person |= sure && name.label == Label::PERSON;
        if sure && name.score >= DECISIVE && name.label != Label::PERSON {
            self.said = Some(name.label);
        }
        self.mentions += 1;
        self.known |= name.source == EntitySource::Gazetteer;
    }
}

impl Names<'_> {
    fn find(&self, scan: &Scan<'_>, tokens: Range<usize>) -> Option<usize> {
        self.numbers.get(scan.text_of(tokens)).copied()
    }

    /// The places of the text where names stand, with their numbers, the longest first where several
    /// begin.
    fn again(&mut self, scan: &Scan<'_>) -> Vec<(Range<usize>, usize)> {
        let mut places = Vec::new();
        for sentence in scan.sentences() {
            let mut at = sentence.start;
            // All these names begin with a capital.
            while let Some(next) = scan.first_capital(at..sentence.end) {
                at = next;
                let longest = self.longest.get(scan.type_id(at)).copied();
                let last = sentence
                    .end
                    .min(at + usize::from(longest.unwrap_or_default()));
                let mut ends = (at + 1..=last).rev();
                let place = ends.find_map(|end| Some((at..end, self.find(scan, at..end)?)));
                let Some((tokens, number)) = place else {
                    at += 1;
                    continue;
                };
                if let Some(votes) = self.votes.get_mut(number) {
                    votes.places += 1;
                }
                at = tokens.end;
                places.push((tokens, number));
            }
        }
        places
    }
}

fn is_followed(scan: &Scan<'_>, name: &Found) -> bool {
    let first = name.tokens.start;
    LABELS.contains(&name.label)
        && name.tokens.len() <= LONGEST
        && scan.span_of(name.tokens.clone()).len() > 1
        && scan.is_capitalised(first)
        && !scan.is_small_elsewhere(first)
}

/// Adds the mentions where nothing was found, or only a part of the name.
fn add(
    scan: &Scan<'_>,
    names: &Names<'_>,
    places: Vec<(Range<usize>, usize)>,
    found: &mut Vec<Found>,
) {
    let mut rest = std::mem::take(found).into_iter().peekable();
    for (place, number) in places {
        found.extend(std::iter::from_fn(|| {
            rest.next_if(|it| it.tokens.end <= place.start)
        }));
        let there = rest.peek();
        let free = there.is_none_or(|it| it.tokens.start >= place.end);
        // A part of the name is replaced, but nothing that goes beyond it.
        let part = there.is_some_and(|it| {
            it.tokens.start >= place.start
                && it.tokens.end <= place.end
                && it.tokens.len() < place.len()
                && LABELS.contains(&it.label)
        });
        if !(free || part) || goes_on(scan, &place) || scan.passes_on(place.start) {
            continue;
        }
        let votes = names.votes.get(number);
        let trusted = |votes: &&Votes| {
            votes.mentions * 2 >= votes.places || is_marked(scan.text_of(place.clone()))
        };
        let Some(label) = votes.filter(trusted).and_then(Votes::label) else {
            continue;
        };
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
