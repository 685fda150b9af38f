//! What the tagger and the rules found in a sentence, made one.

use super::Found;
use super::gazetteer::Gazetteer;
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
    gazetteer: &Gazetteer,
    mut ruled: Vec<Found>,
    tagged: &mut Vec<Found>,
    dates: &[Found],
    found: &mut Vec<Found>,
) {
    drop_common_nouns(scan, gazetteer, tagged);
    trim_titles(scan, tagged);
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
        if prevails(&rule, &met) || is_led(scan, &rule, &met) {
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

/// Whether the tagger took but an article to a name that is well known without it: `Le Hamas`.
fn is_led(scan: &Scan<'_>, rule: &Found, met: &[Found]) -> bool {
    let [name] = met else {
        return false;
    };
    let articles = scan.rules.names.map(|rules| rules.portfolio_articles);
    let led = name.tokens.start + 1 == rule.tokens.start && name.tokens.end == rule.tokens.end;
    led && rule.score >= KNOWN && articles.is_some_and(|it| scan.is(name.tokens.start, it))
}

/// Drops what is no name though it has a capital: common nouns (`État`, `Covid`, `État guinéen`), people
/// called by their country (`le Camerounais Manu Dibango`), opponents (`anti-Erdogan`).
fn drop_common_nouns(scan: &Scan<'_>, gazetteer: &Gazetteer, tagged: &mut Vec<Found>) {
    let Some(rules) = scan.rules.names else {
        return;
    };
    tagged.retain(|it| {
        let capitals = || it.tokens.clone().filter(|at| scan.is_capitalised(*at));
        let first = it.tokens.start;
        let alone = it.tokens.len() == 1;
        // `vaccin Moderna Covid` as well.
        let last = it.tokens.end.saturating_sub(1);
        let illness = it.label != Label::MISC && scan.is(last, rules.illnesses);
        let common = it.label == Label::ORGANISATION
            && capitals().next().is_some()
            && capitals().all(|at| scan.is(at, rules.never_names));
        // The `Corse` and the `Lorraine` are places all the same.
        let is_place = || {
            let among = gazetteer.beginning_with(scan.norm(first));
            gazetteer.longest(scan, first, first + 1, among).is_some()
        };
        let demonym =
            alone && it.label == Label::LOCATION && scan.is(first, rules.demonyms) && !is_place();
        let part = scan.norm(first).split_once('-');
        let sided = alone && part.is_some_and(|(part, _)| rules.sides.holds(part));
        !(common || illness || demonym || sided || scan.passes_on(first))
    });
}

/// Leaves titles outside: `Pr Swai`.
fn trim_titles(scan: &Scan<'_>, tagged: &mut [Found]) {
    let people = tagged.iter_mut().filter(|it| it.label == Label::PERSON);
    for person in people.filter(|it| it.tokens.len() > 1) {
        let first = scan.norm(person.tokens.start).trim_end_matches('.');
        let title = first.len() < 5
            && scan.rules.words.title_abbreviations.holds(first)
            && scan.rules.names.is_some_and(|rules| rules.is_title(first));
        person.tokens.start += usize::from(title);
    }
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

/// Gives places the small noun before them that says what they are: the `fleuve Niger` is not the
/// `Niger`. `found` is in the order of the text, before and after.
pub(super) fn lead_places(scan: &Scan<'_>, found: &mut [Found]) {
    let Some(rules) = scan.rules.names else {
        return;
    };
    let head = |start: usize| {
        let adjoins = |at: usize| !scan.gap(at).contains('\n');
        let mut head = start.checked_sub(1).filter(|_| adjoins(start))?;
        // Most words before a place are shorter than any of these.
        if scan.norm(head).len() > 2 && scan.is(head, rules.place_heads) {
            return Some(head);
        }
        // `golfe de Guinée`, `delta de l’Okavango`
        for _ in 0..2 {
            if !scan.is(head, rules.portfolio_articles) || !adjoins(head) {
                break;
            }
            head = head.checked_sub(1)?;
        }
        scan.is(head, rules.tied_place_heads).then_some(head)
    };
    let mut end = 0;
    for place in found {
        let start = place.tokens.start;
        if place.label == Label::LOCATION
            && let Some(head) = head(start).filter(|head| *head >= end)
        {
            place.tokens.start = head;
            place.id = None;
        }
        end = place.tokens.end;
    }
}
