//! Which mentions name the same thing.

use std::collections::HashMap;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

use super::Found;
use super::scan::Scan;
use crate::document::{Document, EntitySource, Label};

/// Gives every name an id: `per:salifou-modi`, from the longest form of it in the document. A
/// surname means the longest full name with it; an acronym, the organisation with its initials.
/// Single capitals that turn out to be surnames are added.
pub(super) fn within(scan: &Scan<'_>, found: &mut Vec<Found>) {
    found.sort_by_key(|entity| entity.tokens.start);
    add_surnames(scan, found);
    let people = full_names(scan, found);
    let mut acronyms: HashMap<String, String> = HashMap::new();
    let mut ids: Vec<Option<String>> = Vec::with_capacity(found.len());
    for (index, entity) in found.iter().enumerate() {
        let name = words(scan, entity.tokens.clone());
        let id = match entity.label {
            Label::DATE | Label::QUANTITY => entity.id.clone(),
            Label::PERSON => Some(slug(entity.label, people.get(&name).unwrap_or(&name))),
            Label::LOCATION => Some(slug(entity.label, entity.id.as_deref().unwrap_or(&name))),
            Label::ORGANISATION => {
                let before = index.checked_sub(1);
                let long = before
                    .and_then(|before| found.get(before))
                    .filter(|long| explains(scan, entity, long));
                if long.is_some() {
                    let id = before.and_then(|before| ids.get(before).cloned().flatten());
                    acronyms.extend(id.map(|id| (name.clone(), id)));
                }
                let id = acronyms
                    .get(&name)
                    .cloned()
                    .unwrap_or_else(|| slug(entity.label, &name));
                if entity.tokens.len() > 1 {
                    acronyms
                        .entry(initials(scan, entity))
                        .or_insert_with(|| id.clone());
                }
                Some(id)
            }
            _ => Some(slug(entity.label, &name)),
        };
        ids.push(id);
    }
    for (entity, id) in found.iter_mut().zip(ids) {
        entity.id = id;
    }
}

/// For each person's name and each end of it (`lamine zeine`, `zeine`), the longest name of the
/// text that ends so.
fn full_names(scan: &Scan<'_>, found: &[Found]) -> HashMap<String, String> {
    let mut full: HashMap<String, String> = HashMap::new();
    for entity in found.iter().filter(|entity| entity.label == Label::PERSON) {
        let tokens = entity.tokens.clone();
        let name = words(scan, tokens.clone());
        for start in tokens.clone() {
            let known = full.entry(words(scan, start..tokens.end)).or_default();
            if name.len() > known.len() {
                known.clone_from(&name);
            }
        }
    }
    full
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

/// The normal forms of a name's tokens, a space between each.
fn words(scan: &Scan<'_>, tokens: Range<usize>) -> String {
    let norms: Vec<_> = tokens.map(|index| scan.norm(index)).collect();
    norms.join(" ")
}

/// The first letters of a name's words, small ones such as `de` apart.
fn initials(scan: &Scan<'_>, entity: &Found) -> String {
    let large = entity.tokens.clone().filter(|index| !scan.is_stop(*index));
    large
        .filter_map(|index| scan.norm(index).chars().next())
        .collect()
}

/// Whether `entity` is an acronym in brackets right after the name that it stands for: its
/// letters begin words of the name, in order.
fn explains(scan: &Scan<'_>, entity: &Found, name: &Found) -> bool {
    let at = entity.tokens.start;
    let bracketed =
        entity.tokens.len() == 1 && at == name.tokens.end + 1 && scan.text(at - 1) == "(";
    let mut first = name
        .tokens
        .clone()
        .filter_map(|index| scan.norm(index).chars().next());
    let mut letters = scan.norm(at).chars().filter(|c| c.is_alphanumeric());
    bracketed && scan.is_upper(at) && letters.all(|letter| first.any(|initial| initial == letter))
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
