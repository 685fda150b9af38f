//! Which mentions of a document name the same thing.

use std::ops::Range;

use hashbrown::{HashMap, HashSet};

use super::acronyms::{abbreviates, initials};
use super::bodies;
use super::found::Found;
use super::gazetteer::Gazetteer;
use super::ids::{fold, id_of};
use super::scan::Scan;
use crate::document::{EntitySource, Label};

/// Of longer names, only the ends with fewer tokens are looked at.
pub(super) const LONGEST_END: usize = 8;

/// Gives every name an id: `per:salifou-modi`, from the longest form of it in the document. A
/// surname means the full name with it, the last one before it if there are several; an acronym, the
/// organisation with its initials; `Wagner`, the `groupe Wagner`; the `armée nigérienne`, the
/// `armée du Niger`. Ids of the caller stay, and the
/// other mentions get them. Single capitals that turn out to be surnames are added.
///
/// `found` is in the order of the text, before and after.
pub(super) fn within(scan: &Scan<'_>, gazetteer: &Gazetteer, found: &mut Vec<Found>) {
    add_surnames(scan, found);
    follow_cues(scan, found);
    let name = |entity: &Found| folded(scan, entity.tokens.clone());
    let own: HashMap<_, _> = found
        .iter()
        .filter(|entity| entity.source == EntitySource::User)
        .filter_map(|entity| Some(((entity.label, name(entity)), entity.id.clone()?)))
        .collect();
    let people = full_names(scan, found);
    let organisations = long_names(scan, found);
    let body = |entity: &Found| {
        let organisation = entity.label == Label::ORGANISATION && entity.tokens.len() > 1;
        let body = organisation.then(|| bodies::name(scan, gazetteer, entity.tokens.clone()));
        Some((name(entity), body.flatten()?))
    };
    let bodies: HashMap<_, _> = found.iter().filter_map(body).collect();
    let mut last: HashMap<String, String> = HashMap::new();
    for entity in found.iter_mut() {
        if entity.source == EntitySource::User {
            continue;
        }
        let mut name = folded(scan, entity.tokens.clone());
        match entity.label {
            Label::DATE | Label::QUANTITY => continue,
            Label::PERSON => match people.get(&name) {
                Some(full) if full.several => {
                    name = last.get(&name).unwrap_or(&full.name).clone();
                }
                Some(full) => name.clone_from(&full.name),
                None => {}
            },
            Label::LOCATION => {
                if let Some(place) = place(scan, gazetteer, entity) {
                    name = place;
                }
            }
            Label::ORGANISATION => {
                if let Some(Some(long)) = organisations.get(&name) {
                    name.clone_from(long);
                }
                if let Some(body) = bodies.get(&name) {
                    name.clone_from(body);
                }
            }
            _ => {}
        }
        if entity.label == Label::PERSON && entity.tokens.len() > 1 {
            for end in ends(entity.tokens.clone()) {
                let end = folded(scan, end);
                if people.get(&end).is_some_and(|full| full.several) {
                    last.insert(end, name.clone());
                }
            }
        }
        let key = (entity.label, name);
        let id = own.get(&key).cloned();
        entity.id = Some(id.unwrap_or_else(|| id_of(key.0, &key.1)));
    }
}

/// The name that the gazetteer knows a place by.
fn place(scan: &Scan<'_>, gazetteer: &Gazetteer, entity: &Found) -> Option<String> {
    if let Some(name) = &entity.id {
        return Some(fold(name));
    }
    let Range { start, end } = entity.tokens;
    let among = gazetteer.beginning_with(scan.norm(start));
    let place = gazetteer.longest(scan, start, end, among)?;
    (start + place.tokens == end).then(|| fold(gazetteer.name(place.canonical)))
}

fn is_name(entity: &Found) -> bool {
    !matches!(entity.label, Label::DATE | Label::QUANTITY)
}

/// The longest name that ends in some way.
struct Full {
    name: String,
    /// Whether there are others, such as two brothers.
    several: bool,
}

/// For each end of a person's name (`lamine-zeine`, `zeine`), the full names of the text that end
/// so.
fn full_names(scan: &Scan<'_>, found: &[Found]) -> HashMap<String, Full> {
    let mut names: HashMap<String, Full> = HashMap::new();
    for entity in found.iter().filter(|entity| entity.label == Label::PERSON) {
        let name = folded(scan, entity.tokens.clone());
        for end in ends(entity.tokens.clone()) {
            let full = names.entry(folded(scan, end)).or_insert_with(|| Full {
                name: name.clone(),
                several: false,
            });
            if is_end(&full.name, &name) {
                full.name.clone_from(&name);
            } else if !is_end(&name, &full.name) {
                full.several = true;
            }
        }
    }
    names
}

/// The ends of a name, from the whole one on.
fn ends(tokens: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let others = (tokens.start + 1).max(tokens.end.saturating_sub(LONGEST_END));
    let ends = (others..tokens.end).map(move |start| start..tokens.end);
    std::iter::once(tokens).chain(ends)
}

/// Whether a folded name ends with the words of another.
fn is_end(end: &str, name: &str) -> bool {
    let before = name.strip_suffix(end);
    before.is_some_and(|before| before.is_empty() || before.ends_with('-'))
}

/// For acronyms, and for names without their head (`Wagner` of `groupe Wagner`), the long form in
/// the text; `None` where there are two. What stands in brackets beside a name goes before initials.
fn long_names(scan: &Scan<'_>, found: &[Found]) -> HashMap<String, Option<String>> {
    let mut said = HashMap::new();
    let mut guessed = HashMap::new();
    let organisation = |entity: &&Found| entity.label == Label::ORGANISATION;
    let mut before: Option<&Found> = None;
    for entity in found.iter().filter(organisation) {
        let tokens = entity.tokens.clone();
        if let Some(before) = before
            && tokens.start == before.tokens.end + 1
            && scan.text(before.tokens.end) == "("
        {
            for (long, short) in [(before, entity), (entity, before)] {
                if abbreviates_at(scan, short, long) {
                    let short = folded(scan, short.tokens.clone());
                    one(&mut said, short, folded(scan, long.tokens.clone()));
                }
            }
        }
        before = Some(entity);
        if tokens.len() < 2 {
            continue;
        }
        let long = folded(scan, tokens.clone());
        let heads = scan
            .rules(tokens.start)
            .names
            .map(|names| names.small_heads);
        if heads.is_some_and(|heads| scan.is(tokens.start, heads)) {
            let bare = folded(scan, tokens.start + 1..tokens.end);
            one(&mut guessed, bare, long.clone());
        }
        let large = tokens.clone().filter(|index| !scan.is_stop(*index));
        let large = initials(large.map(|index| scan.norm(index)));
        let all = initials(tokens.clone().map(|index| scan.norm(index)));
        for short in [&large, &all] {
            if short.chars().nth(1).is_some() {
                one(&mut guessed, fold(short), long.clone());
            }
        }
    }
    guessed.extend(said);
    guessed
}

/// Notes the one long name for a short one.
fn one(names: &mut HashMap<String, Option<String>>, short: String, long: String) {
    if short == long {
        return;
    }
    let known = names.entry(short).or_insert_with(|| Some(long.clone()));
    if known.as_ref() != Some(&long) {
        *known = None;
    }
}

fn abbreviates_at(scan: &Scan<'_>, short: &Found, long: &Found) -> bool {
    let words = long.tokens.clone().map(|index| scan.norm(index));
    short.tokens.len() == 1
        && long.tokens.len() > 1
        && abbreviates(scan.text(short.tokens.start), words)
}

/// Single capitals that are the surname of somebody named in full elsewhere in the text. What the
/// tagger took such a surname, or the full name, for elsewhere is a person too.
fn add_surnames(scan: &Scan<'_>, found: &mut Vec<Found>) {
    // Of those that are named in full, how many more mentions are people than other names.
    let mut names: HashMap<&str, (usize, i32)> = HashMap::new();
    for entity in found.iter().filter(|it| it.tokens.len() > 1 && is_name(it)) {
        let name = scan.text_of(entity.tokens.clone());
        let (_, more) = names.entry(name).or_insert((entity.tokens.end - 1, 0));
        *more += if entity.label == Label::PERSON { 1 } else { -1 };
    }
    names.retain(|_, (_, more)| *more > 0);
    if names.is_empty() {
        return;
    }
    let surnames = names.values().map(|(surname, _)| scan.bare(*surname));
    let surnames: HashSet<&str> = surnames.collect();
    let tagged = |it: &&mut Found| it.source == EntitySource::Tagger && is_name(it);
    for entity in found.iter_mut().filter(tagged) {
        let tokens = entity.tokens.clone();
        let surname = tokens.len() == 1 && surnames.contains(scan.bare(tokens.start));
        if surname || tokens.len() > 1 && names.contains_key(scan.text_of(tokens)) {
            entity.label = Label::PERSON;
        }
    }
    let mut added = Vec::new();
    let mut taken = found.iter().map(|entity| entity.tokens.clone()).peekable();
    for sentence in scan.sentences() {
        for at in sentence {
            while taken.next_if(|range| range.end <= at).is_some() {}
            let free = !taken.peek().is_some_and(|range| range.contains(&at));
            let name =
                free && scan.is_word(at) && scan.is_capitalised(at) && !scan.is_small_elsewhere(at);
            if name && surnames.contains(scan.bare(at)) {
                added.push(Found::new(
                    at..at + 1,
                    Label::PERSON,
                    EntitySource::Link,
                    0.7,
                ));
            }
        }
    }
    found.append(&mut added);
    found.sort_by_key(|entity| entity.tokens.start);
}

/// What is taken for a place is none where a noun says elsewhere in the text what it is, and nothing
/// says that it is a place: `opération Barkhane`.
fn follow_cues(scan: &Scan<'_>, found: &mut [Found]) {
    let cued: HashSet<String> = found
        .iter()
        .filter(|entity| entity.label == Label::MISC)
        .filter_map(|entity| {
            let Range { start, end } = entity.tokens;
            let rules = scan.rules(start).names?;
            let inside = start + 1 < end && scan.is(start, rules.misc_cues);
            let before = start.checked_sub(1);
            let before = before.is_some_and(|before| scan.is(before, rules.misc_cues));
            let bare = start + usize::from(inside)..end;
            (inside || before).then(|| folded(scan, bare))
        })
        .collect();
    if cued.is_empty() {
        return;
    }
    for entity in found.iter_mut() {
        let doubtful = entity.label == Label::LOCATION
            && !matches!(entity.source, EntitySource::Gazetteer | EntitySource::User);
        if doubtful && cued.contains(&folded(scan, entity.tokens.clone())) {
            entity.label = Label::MISC;
        }
    }
}

/// The letters and digits of a name without accents, hyphens between its words.
fn folded(scan: &Scan<'_>, tokens: Range<usize>) -> String {
    let norms: Vec<_> = tokens.map(|index| scan.bare(index)).collect();
    fold(&norms.join(" "))
}
