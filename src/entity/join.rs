//! What the tagger and the rules found in a sentence, made one.

use super::Found;
use super::scan::Scan;
use crate::document::Label;
use crate::lang::list::List;

/// Where a rule and the tagger differ the rule may be right from this score on.
const SURE: f32 = 0.85;
/// That of a well-known organisation.
const KNOWN: f32 = 0.95;
/// That of an organisation by its head, which reaches further than the tagger sees.
const HEADED: f32 = 0.8;

/// Appends the names of a sentence: those that the tagger found, and those of the rules where it
/// found none or where a rule is the surer of the two. Dates are dates, whatever the tagger takes
/// them for. Tagged names and dates come in the order of the text.
pub(super) fn join(
    scan: &Scan<'_>,
    mut ruled: Vec<Found>,
    tagged: &mut Vec<Found>,
    dates: &[Found],
    found: &mut Vec<Found>,
) {
    drop_common_nouns(scan, tagged);
    part_people(scan, tagged);
    let mut dates = dates.iter().peekable();
    tagged.retain(|name| {
        while dates
            .next_if(|date| date.tokens.end <= name.tokens.start)
            .is_some()
        {}
        let date = dates.peek();
        date.is_none_or(|date| date.tokens.start >= name.tokens.end)
    });
    ruled.sort_by_key(|rule| rule.tokens.start);
    let mut names = tagged.drain(..).peekable();
    let mut met = Vec::new();
    let mut end = 0;
    for rule in ruled {
        found.extend(std::iter::from_fn(|| {
            names.next_if(|name| name.tokens.end <= rule.tokens.start)
        }));
        met.clear();
        met.extend(std::iter::from_fn(|| {
            names.next_if(|name| name.tokens.start < rule.tokens.end)
        }));
        if rule.tokens.start < end {
            // Inside a name that is settled.
            found.append(&mut met);
            continue;
        }
        let tagged = met.last().map_or(0, |name| name.tokens.end);
        end = tagged.max(rule.tokens.end);
        if prevails(&rule, &met) {
            found.push(rule);
            continue;
        }
        if let Some(name) = met.first_mut()
            && (name.tokens.start, name.label) == (rule.tokens.start, rule.label)
        {
            name.title = rule.title;
        }
        found.append(&mut met);
    }
    found.extend(names);
}

/// Whether a rule is surer than the tagger of the names that it meets. On texts that neither knew,
/// the tagger was nearly always right in what it made longer and in works and events; not so
/// about the kind of a name that a sure rule takes as a whole.
fn prevails(rule: &Found, met: &[Found]) -> bool {
    let Some(name) = met.first() else {
        return rule.score >= SURE;
    };
    let whole = met
        .iter()
        .all(|name| rule.tokens.start <= name.tokens.start && name.tokens.end <= rule.tokens.end);
    let alike = name.label == rule.label;
    if !whole {
        false
    } else if alike {
        name.tokens.start == rule.tokens.start && rule.score >= HEADED
    } else {
        let work =
            rule.label == Label::ORGANISATION && name.label == Label::MISC && rule.score < KNOWN;
        rule.score >= SURE && !work
    }
}

/// Drops organisations that are a common noun with a capital: `État`.
fn drop_common_nouns(scan: &Scan<'_>, tagged: &mut Vec<Found>) {
    let names = scan.rules.names;
    let never = names.map_or(List::EMPTY, |rules| rules.never_names);
    tagged.retain(|it| {
        let alone = it.tokens.len() == 1 && it.label == Label::ORGANISATION;
        !(alone && never.holds(scan.norm(it.tokens.start)))
    });
}

/// Parts people of two names each, between whom a small word stands that is no particle: `Assimi
/// Goïta limoge Choguel Maïga`.
fn part_people(scan: &Scan<'_>, tagged: &mut Vec<Found>) {
    let particles = scan
        .rules
        .names
        .map_or(List::EMPTY, |rules| rules.particles);
    let parts = |at: usize| {
        let small = scan.is_word(at) && !scan.is_capitalised(at);
        small && !scan.is_stop(at) && !scan.is(at, particles)
    };
    for index in 0..tagged.len() {
        let Some(person) = tagged.get_mut(index) else {
            break;
        };
        if person.label != Label::PERSON {
            continue;
        }
        let inner = person.tokens.start + 1..person.tokens.end;
        if let Some(at) = inner.clone().find(|at| parts(*at))
            && (at - person.tokens.start).min(inner.end - at - 1) > 1
        {
            let mut other = person.clone();
            other.tokens.start = at + 1;
            person.tokens.end = at;
            tagged.push(other);
        }
    }
    tagged.sort_by_key(|name| name.tokens.start);
}
