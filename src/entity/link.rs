//! Which mentions name the same thing.

use std::collections::HashMap;

use unicode_normalization::UnicodeNormalization;

use super::Found;
use super::scan::Scan;
use crate::document::{Document, EntitySource, Label};

/// Gives every name an id: `per:salifou-modi`, from the longest form of it in the document. A
/// surname means the last full name with it; an acronym in brackets, the name before it. Single
/// capitals that turn out to be surnames are added.
pub(super) fn within(scan: &Scan<'_>, found: &mut Vec<Found>) {
    found.sort_by_key(|entity| entity.tokens.start);
    add_surnames(scan, found);
    let keys: Vec<Vec<String>> = found.iter().map(|entity| words(scan, entity)).collect();
    let mut people: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, (entity, key)) in found.iter().zip(&keys).enumerate() {
        if let (Label::PERSON, Some(last)) = (entity.label, key.last()) {
            people.entry(last).or_default().push(index);
        }
    }
    let mut acronyms: HashMap<String, String> = HashMap::new();
    let mut ids: Vec<Option<String>> = Vec::with_capacity(found.len());
    for (index, entity) in found.iter().enumerate() {
        let key = keys.get(index).map(Vec::as_slice).unwrap_or_default();
        let own = slug(entity.label, &key.join(" "));
        let id = match entity.label {
            Label::PERSON => {
                let namesakes = key.last().and_then(|last| people.get(last.as_str()));
                let full = namesakes.and_then(|all| fullest(key, all, &keys));
                slug(Label::PERSON, &full.unwrap_or(key).join(" "))
            }
            Label::LOCATION => entity
                .id
                .as_deref()
                .map_or(own, |name| slug(Label::LOCATION, name)),
            Label::ORGANISATION => {
                let surface = scan.text_of(entity.tokens.clone());
                let long = index.checked_sub(1).and_then(|before| {
                    let name = found
                        .get(before)
                        .filter(|name| is_acronym_of(scan, entity, name))?;
                    (name.label == Label::ORGANISATION)
                        .then(|| ids.get(before).cloned().flatten())?
                });
                if let Some(long) = long {
                    acronyms.insert(surface.to_owned(), long);
                }
                acronyms.get(surface).cloned().unwrap_or(own)
            }
            Label::DATE | Label::QUANTITY => {
                ids.push(entity.id.clone());
                continue;
            }
            _ => own,
        };
        ids.push(Some(id));
    }
    for (entity, id) in found.iter_mut().zip(ids) {
        entity.id = id;
    }
}

/// Single capitals that are the surname of somebody named in full elsewhere in the text.
fn add_surnames(scan: &Scan<'_>, found: &mut Vec<Found>) {
    let full = |entity: &&Found| entity.label == Label::PERSON && entity.tokens.len() > 1;
    let surnames: HashMap<&str, ()> = found
        .iter()
        .filter(full)
        .map(|entity| (scan.norm(entity.tokens.end - 1), ()))
        .collect();
    if surnames.is_empty() {
        return;
    }
    let mut added = Vec::new();
    let mut taken = found.iter().map(|entity| entity.tokens.clone()).peekable();
    for sentence in scan.sentences() {
        for at in sentence {
            while taken.next_if(|range| range.end <= at).is_some() {}
            let free = !taken.peek().is_some_and(|range| range.contains(&at));
            let name =
                free && scan.is_word(at) && scan.is_capitalised(at) && !scan.is_small_elsewhere(at);
            if name && surnames.contains_key(scan.norm(at)) {
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

/// The normal forms of a name's tokens, a possessive article apart.
fn words(scan: &Scan<'_>, entity: &Found) -> Vec<String> {
    entity
        .tokens
        .clone()
        .map(|index| scan.norm(index).to_owned())
        .collect()
}

/// Of the people with the same last name, the one with the longest name that ends with `key`.
fn fullest<'k>(
    key: &[String],
    namesakes: &[usize],
    keys: &'k [Vec<String>],
) -> Option<&'k [String]> {
    let ends = |other: &&'k Vec<String>| other.ends_with(key);
    namesakes
        .iter()
        .filter_map(|index| keys.get(*index))
        .filter(ends)
        .max_by_key(|other| other.len())
        .map(Vec::as_slice)
}

/// Whether `entity` stands in brackets right after `name` and has its initials.
fn is_acronym_of(scan: &Scan<'_>, entity: &Found, name: &Found) -> bool {
    let bracketed = entity.tokens.len() == 1
        && entity.tokens.start == name.tokens.end + 1
        && scan.text(name.tokens.end) == "(";
    let letters: Vec<char> = scan
        .text(entity.tokens.start)
        .chars()
        .filter(|c| c.is_uppercase())
        .collect();
    let initials = name
        .tokens
        .clone()
        .filter_map(|index| scan.text(index).chars().next());
    let mut wanted = letters.iter();
    let mut next = wanted.next();
    for initial in initials {
        if next.is_some_and(|letter| initial.to_uppercase().eq(letter.to_uppercase())) {
            next = wanted.next();
        }
    }
    bracketed && !letters.is_empty() && next.is_none()
}

/// `per:salifou-modi`: the label and the name without accents, hyphens between its words.
fn slug(label: Label, name: &str) -> String {
    let mut slug = label.as_str().to_ascii_lowercase();
    slug.push(':');
    for c in name
        .nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
    {
        if c.is_alphanumeric() {
            slug.extend(c.to_lowercase());
        } else if !slug.ends_with(['-', ':']) {
            slug.push('-');
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// Makes entity ids common to several documents: a surname alone becomes the one full name with
/// it that the documents hold, if there is only one.
///
/// ```
/// use griot::Pipeline;
///
/// let pipeline = Pipeline::new()?;
/// let mut documents = [
///     pipeline.process("Le général Salifou Modi s’est rendu à Moscou, en Russie, hier.")?,
///     pipeline.process("Le général Modi a été reçu à Moscou par le ministre, hier soir.")?,
/// ];
/// griot::entity::link(&mut documents);
/// let ids = documents.each_ref().map(|document| document.view().entities().next().and_then(|e| e.id()));
/// assert_eq!(ids, [Some("per:salifou-modi"); 2]);
/// # Ok::<(), griot::Error>(())
/// ```
pub fn link(documents: &mut [Document]) {
    let person = "per:";
    let mut full: HashMap<String, Option<String>> = HashMap::new();
    for document in documents.iter() {
        for id in document.view().entities().filter_map(|entity| entity.id()) {
            let Some((_, surname)) = id
                .strip_prefix(person)
                .and_then(|name| name.rsplit_once('-'))
            else {
                continue;
            };
            let known = full
                .entry(format!("{person}{surname}"))
                .or_insert_with(|| Some(id.to_owned()));
            if known.as_deref() != Some(id) {
                // Two people of that name: nobody can tell.
                *known = None;
            }
        }
    }
    for document in documents {
        for row in &mut document.layers_mut().entities {
            let named = row
                .id
                .as_deref()
                .and_then(|id| full.get(id))
                .and_then(Option::as_deref);
            if let Some(id) = named {
                row.id = Some(id.into());
            }
        }
    }
}
