//! Mends names where they meet, when all names of a text are found: one that was cut in two, two that
//! were taken for one, and a person who was taken for a place.

use std::ops::Range;

use hashbrown::HashSet;

use super::found::Found;
use super::gazetteer::{Gazetteer, Kind};
use super::scan::Scan;
use crate::document::{EntitySource, Label, TokenKind};
use crate::lang::{Mark, NameRules};

/// `found` is in the order of the text, before and after.
pub(super) fn mend(scan: &Scan<'_>, gazetteer: &Gazetteer, found: &mut Vec<Found>) {
    found
        .iter_mut()
        .for_each(|name| mend_place(scan, gazetteer, name));
    found.iter_mut().for_each(|name| complete_given(scan, name));
    found.iter_mut().for_each(|name| name_site(scan, name));
    found.iter_mut().for_each(|name| name_branch(scan, name));
    join_people(scan, gazetteer, found);
    part_organisations(scan, found);
    name_people(scan, gazetteer, found);
    name_listed(scan, gazetteer, found);
    name_companies(scan, found);
}

/// A site is no person and no place: `Lefaso.net`.
fn name_site(scan: &Scan<'_>, name: &mut Found) {
    let site = scan.kind(name.tokens.start) == TokenKind::Url && name.tokens.len() == 1;
    if site && matches!(name.label, Label::PERSON | Label::LOCATION) {
        name.label = Label::ORGANISATION;
        name.id = None;
    }
}

/// A branch of a well-known organisation is one: `Unsa-Ferroviaire`.
fn name_branch(scan: &Scan<'_>, name: &mut Found) {
    let unsure = matches!(name.label, Label::PERSON | Label::LOCATION)
        && name.source == EntitySource::Tagger
        && name.tokens.len() == 1;
    if !unsure {
        return;
    }
    let Some(rules) = scan.rules(name.tokens.start).names else {
        return;
    };
    let parts = scan.norm(name.tokens.start).split_once('-');
    if parts.is_some_and(|(whole, _)| rules.organisations.holds(whole)) {
        name.label = Label::ORGANISATION;
        name.id = None;
    }
}

/// Makes a person of a place that begins with a given name, and that no gazetteer has: `Paris
/// Hilton`; leaves the country before a club: `ESP/Barcelone`.
fn mend_place(scan: &Scan<'_>, gazetteer: &Gazetteer, name: &mut Found) {
    let first = name.tokens.start;
    if name.label != Label::LOCATION {
        return;
    }
    // `… de la Cédéao Le Sénégal inaugure …`, where a line was lost
    let whole = |tokens: Range<usize>| {
        let place = gazetteer.place_at(scan, tokens.start, tokens.end);
        place.is_some_and(|place| place.tokens == tokens.len())
    };
    let (article, rest) = (scan.is_stop(first), first + 1..name.tokens.end);
    if article && !rest.is_empty() && !whole(name.tokens.clone()) && whole(rest) {
        name.tokens.start += 1;
        name.id = None;
    }
    let first = name.tokens.start;
    if name.tokens.len() == 3 && is_country_code(scan, first) && scan.text(first + 1) == "/" {
        name.tokens.start += 2;
        name.id = None;
    }
    let coded = name.tokens.start.checked_sub(2);
    let glued = |at: usize| scan.text(at + 1) == "/" && scan.gap(at + 1).is_empty();
    if coded.is_some_and(|at| glued(at) && is_country_code(scan, at)) {
        name.label = Label::ORGANISATION;
        name.id = None;
        return;
    }
    if let Some(head) = body_before(scan, first) {
        name.tokens.start = head;
        name.label = Label::ORGANISATION;
        name.id = None;
        return;
    }
    let place = || {
        gazetteer
            .place_at(scan, name.tokens.start, name.tokens.end)
            .map_or(0, |place| place.tokens)
    };
    let two = name.tokens.len() == 2;
    // `Félix-Antoine Tshisekedi`
    let compound =
        || scan.has(first, Mark::GivenName) && scan.norm(first).contains('-') && place() == 0;
    if two
        && (is_given_place(scan, first) && place() < 2 || has_initials(scan, first) || compound())
    {
        name.label = Label::PERSON;
        name.id = None;
    }
}

/// The head of a body with an adjective that belongs to the place behind it: `conseil municipal de
/// Newport`.
fn body_before(scan: &Scan<'_>, place: usize) -> Option<usize> {
    let rules = scan.rules(place).names?;
    let head = place.checked_sub(3)?;
    let body = scan.is(place - 1, rules.bare_prepositions)
        && scan.is(place - 2, rules.local_adjectives)
        && scan.is(head, rules.qualified_heads);
    (body && scan.sentence_of(place).start <= head).then_some(head)
}

/// Whether a token is initials of three given names: `J.R.R.`
fn has_initials(scan: &Scan<'_>, at: usize) -> bool {
    let text = scan.text(at);
    let mut letters = text.split_terminator('.');
    text.ends_with('.')
        && text.matches('.').count() > 2
        && letters.all(|it| it.chars().count() == 1 && it.starts_with(char::is_uppercase))
}

/// The longest second part of a given name with a hyphen, in bytes.
const LONGEST_PART: usize = 6;

/// Adds the second part of a given name in a language that cuts words at hyphens: `Kim Jong-un`.
fn complete_given(scan: &Scan<'_>, name: &mut Found) {
    let end = name.tokens.end;
    let tight = |at: usize| scan.gap(at).is_empty();
    let part = scan.text(end + 1);
    let cut = name.label == Label::PERSON
        && name.tokens.len() == 2
        && scan
            .rules(name.tokens.start)
            .names
            .is_some_and(|rules| scan.is(name.tokens.start, rules.hyphenated_surnames))
        && scan.norm(end) == "-"
        && tight(end)
        && tight(end + 1)
        && part.len() <= LONGEST_PART
        && part.starts_with(char::is_lowercase);
    if cut {
        name.tokens.end += 2;
        name.id = None;
    }
}

/// Joins a given name that is also a place with the name behind it, and the two ends of a name with a
/// particle or a nickname: `Paris Jackson`, `Frederik Willem de Klerk`, `Luis de Guindos`, `Jimmy "Barbecue"
/// Chérizier`.
fn join_people(scan: &Scan<'_>, gazetteer: &Gazetteer, found: &mut Vec<Found>) {
    let joins = |name: &Found, next: &Found| {
        let (end, start) = (name.tokens.end, next.tokens.start);
        let one = name.tokens.len() == 1;
        if next.title.is_some() || start > end + LONGEST_NICKNAME {
            return false;
        }
        let together = || scan.sentence_of(name.tokens.start).contains(&start);
        let person = next.label == Label::PERSON;
        match name.label {
            Label::LOCATION => {
                let adjoins = start == end && matches!(scan.gap(start), " " | "\u{a0}");
                person && one && adjoins && is_given_place(scan, name.tokens.start) && together()
            }
            Label::PERSON => {
                let rules = scan.rules(name.tokens.start).names;
                let tied = rules.is_some_and(|rules| scan.is(end, rules.bare_prepositions));
                let mut words = name.tokens.clone();
                let given = words.all(|at| scan.has(at, Mark::GivenName));
                let tied = start == end + 1 && tied && next.tokens.len() == 1;
                // `Luis de Guindos`, but not `Moussa de Niamey`
                let unknown = || {
                    next.label == Label::LOCATION
                        && next.source == EntitySource::Tagger
                        && gazetteer.place_at(scan, start, next.tokens.end).is_none()
                };
                let surname = || if one { unknown() } else { person };
                given
                    && (tied && surname() || person && is_nickname(scan, end..start))
                    && together()
            }
            _ => false,
        }
    };
    let mut pairs = found.iter().zip(found.iter().skip(1));
    if !pairs.any(|(name, next)| joins(name, next)) {
        return;
    }
    let mut joined: Vec<Found> = Vec::with_capacity(found.len());
    for name in found.drain(..) {
        match joined.last_mut() {
            Some(last) if joins(last, &name) => {
                last.tokens.end = name.tokens.end;
                last.label = Label::PERSON;
                last.id = None;
            }
            _ => joined.push(name),
        }
    }
    *found = joined;
}

/// The most tokens of a nickname, with its quotation marks.
const LONGEST_NICKNAME: usize = 4;

/// Whether some tokens are a nickname between quotation marks: the `"Barbecue"` of `Jimmy "Barbecue"
/// Chérizier`.
fn is_nickname(scan: &Scan<'_>, tokens: Range<usize>) -> bool {
    let Range { start, end } = tokens;
    let marks = [("\"", "\""), ("“", "”"), ("«", "»")];
    (3..=LONGEST_NICKNAME).contains(&tokens.len())
        && marks.contains(&(scan.text(start), scan.text(end - 1)))
        && (start + 1..end - 1).all(|at| scan.is_word(at) && scan.is_capitalised(at))
        && (start..end + 1).all(|at| !scan.gap(at).contains('\n'))
}

/// Parts an organisation at an `and`, if what stands on one side is well known: `Banco de España y
/// Telefónica`.
fn part_organisations(scan: &Scan<'_>, found: &mut Vec<Found>) {
    let mut added = Vec::new();
    for name in found
        .iter_mut()
        .filter(|it| it.label == Label::ORGANISATION && it.tokens.len() > 2)
    {
        let Some(rules) = scan.rules(name.tokens.start).names else {
            continue;
        };
        let (start, end) = (name.tokens.start, name.tokens.end);
        let known = |from: usize, to: usize| {
            let listed = |to| rules.organisations.holds(scan.text_of(from..to));
            listed(to) && scan.is_capitalised(from)
        };
        let mut inner = start + 1..end - 1;
        let whole = known(start, end);
        let and = inner.find(|at| {
            scan.is(*at, rules.conjunctions) && (known(start, *at) || known(at + 1, end))
        });
        if let Some(and) = and.filter(|_| !whole) {
            added.push(Found::new(
                and + 1..end,
                Label::ORGANISATION,
                name.source,
                name.score,
            ));
            name.tokens.end = and;
            name.id = None;
        }
    }
    if !added.is_empty() {
        found.append(&mut added);
        found.sort_by_key(|it| it.tokens.start);
    }
}

/// Makes people of places that have the first or the last word of a person of the text: `Mory`, who
/// is Mory Sacko. Not of a country or a capital, nor behind a preposition of place.
fn name_people(scan: &Scan<'_>, gazetteer: &Gazetteer, found: &mut [Found]) {
    let place = |it: &Found| {
        it.label == Label::LOCATION && it.tokens.len() == 1 && it.source != EntitySource::Gazetteer
    };
    if !found.iter().any(place) {
        return;
    }
    let people = found
        .iter()
        .filter(|it| it.label == Label::PERSON && it.tokens.len() > 1);
    let ends = people.flat_map(|it| [it.tokens.start, it.tokens.end - 1]);
    let ends: HashSet<&str> = ends.map(|at| scan.norm(at)).collect();
    for name in found.iter_mut().filter(|it| place(it)) {
        let first = name.tokens.start;
        let Some(rules) = scan
            .rules(first)
            .names
            .filter(|_| ends.contains(scan.norm(first)))
        else {
            continue;
        };
        let large = gazetteer
            .place_at(scan, name.tokens.start, name.tokens.end)
            .and_then(|place| gazetteer.kind(place));
        let large = large.is_some_and(|kind| matches!(kind, Kind::Country | Kind::Capital));
        if !large && !is_somewhere(scan, rules, first) {
            name.label = Label::PERSON;
            name.id = None;
        }
    }
}

/// The least names of a list of people.
const LEAST_LISTED: usize = 4;

/// Makes people of the unknown names in a list of people (`Lina Chaabane, Guy Yaméogo, …`), and places
/// in a list of places (`Quédillac, Médréac, …`).
fn name_listed(scan: &Scan<'_>, gazetteer: &Gazetteer, found: &mut [Found]) {
    let lists = found.chunk_by_mut(|one, next| are_listed(scan, one, next));
    for list in lists.filter(|list| list.len() >= LEAST_LISTED) {
        let mostly = |list: &[Found], label: Label| {
            let alike = list.iter().filter(|it| it.label == label).count();
            4 * alike >= 3 * list.len()
        };
        if mostly(list, Label::LOCATION) || is_route(scan, gazetteer, list) {
            let unknown = |it: &&mut Found| {
                let at = it.tokens.start;
                let one = it.tokens.len() == 1 && it.title.is_none();
                let named = scan.has(at, Mark::GivenName) || scan.is_upper(at);
                it.label == Label::PERSON && it.source == EntitySource::Tagger && one && !named
            };
            for name in list.iter_mut().filter(unknown) {
                name.label = Label::LOCATION;
                name.id = None;
            }
        }
        if !mostly(list, Label::PERSON) {
            continue;
        }
        let place = |it: &Found| {
            gazetteer
                .place_at(scan, it.tokens.start, it.tokens.end)
                .is_some()
        };
        let unknown = |it: &&mut Found| {
            let label = matches!(it.label, Label::LOCATION | Label::ORGANISATION);
            let acronym = it.tokens.clone().any(|at| scan.is_upper(at));
            label && it.source == EntitySource::Tagger && !acronym && !place(it)
        };
        for name in list.iter_mut().filter(unknown) {
            name.label = Label::PERSON;
            name.id = None;
        }
    }
}

/// The fewest names in a list in which all but one are well-known organisations.
const LEAST_COMPANIES: usize = 3;

/// Makes an organisation of the one unknown name among well-known ones: `Boeing, Airbus et Comac`.
fn name_companies(scan: &Scan<'_>, found: &mut [Found]) {
    let surnames: HashSet<&str> = found
        .iter()
        .filter(|it| it.label == Label::PERSON && it.tokens.len() > 1)
        .map(|it| scan.norm(it.tokens.end - 1))
        .collect();
    let unknown = |it: &Found| {
        let at = it.tokens.start;
        matches!(it.label, Label::PERSON | Label::LOCATION)
            && it.source == EntitySource::Tagger
            && it.tokens.len() == 1
            && it.title.is_none()
            && !scan.has(at, Mark::GivenName)
            && !surnames.contains(scan.norm(at))
    };
    let known = |it: &&Found| it.label == Label::ORGANISATION && it.source == EntitySource::Rule;
    for list in found.chunk_by_mut(|one, next| are_listed(scan, one, next)) {
        if list.len() < LEAST_COMPANIES || list.iter().filter(known).count() + 1 != list.len() {
            continue;
        }
        if let Some(name) = list.iter_mut().find(|it| unknown(it)) {
            name.label = Label::ORGANISATION;
            name.id = None;
        }
    }
}

/// Whether dashes join the names of a list, and two of them are known places: `Kasindi – Beni – Goma`.
fn is_route(scan: &Scan<'_>, gazetteer: &Gazetteer, list: &[Found]) -> bool {
    let known = |it: &&Found| {
        let place = gazetteer.place_at(scan, it.tokens.start, it.tokens.end);
        place.is_some_and(|place| place.tokens == it.tokens.len())
    };
    let mut pairs = list.iter().zip(list.iter().skip(1));
    pairs.all(|(name, _)| is_dash(scan, name.tokens.end)) && list.iter().filter(known).count() > 1
}

fn is_dash(scan: &Scan<'_>, at: usize) -> bool {
    matches!(scan.norm(at), "-" | "–" | "—")
}

/// Whether only a comma, a dash or an `and` stands between two names.
fn are_listed(scan: &Scan<'_>, one: &Found, next: &Found) -> bool {
    let (end, start) = (one.tokens.end, next.tokens.start);
    let rules = scan.rules(end).names;
    end + 1 == start
        && !scan.gap(start).contains('\n')
        && (scan.text(end) == ","
            || is_dash(scan, end)
            || rules.is_some_and(|rules| scan.is(end, rules.conjunctions)))
}

/// Whether a preposition of place stands before a token.
fn is_somewhere(scan: &Scan<'_>, rules: &NameRules, at: usize) -> bool {
    let before = at.checked_sub(1).filter(|it| !scan.is_capitalised(*it));
    let lists = [rules.place_prepositions, rules.outside_places];
    before.is_some_and(|before| lists.iter().any(|list| scan.is(before, *list)))
}

fn is_given_place(scan: &Scan<'_>, at: usize) -> bool {
    let rules = scan.rules(at).names;
    // A preposition or an article leads to a place.
    let led = at > scan.sentence_of(at).start && scan.is_stop(at - 1);
    rules.is_some_and(|rules| scan.is(at, rules.given_places) && !led)
}

/// Whether a token is the code of a country, such as `ESP`.
fn is_country_code(scan: &Scan<'_>, at: usize) -> bool {
    scan.is_upper(at) && scan.text(at).len() == 3
}
