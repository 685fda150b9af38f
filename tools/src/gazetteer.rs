//! `gazetteer.bin`: names of places as the French press writes them, and as that of other
//! languages does.
//!
//! Lists kept by hand come first, since no public table knows how a newspaper
//! calls a place; the locale data adds territories, GeoNames adds towns.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, Result, anyhow, bail};
use serde_json::Value;

use crate::names::{is_plain, is_usable, normalise, plain_initials, unaccented};
use crate::towns::{self, Town};
use crate::{container, lines, sources};

const COUNTRIES: &str = include_str!("../data/countries.tsv");
const CAPITALS: &str = include_str!("../data/capitals.tsv");
const REGIONS: &str = include_str!("../data/regions.tsv");
const CITIES: &str = include_str!("../data/cities.tsv");
const ELSEWHERE: &str = include_str!("../data/elsewhere.tsv");
const DROPPED: &str = include_str!("../data/dropped.txt");
const AMBIGUOUS: &str = include_str!("../data/ambiguous.txt");

/// Entries of the locale data that are no places: the world, organisations,
/// placeholders.
const NO_PLACE: [&str; 9] = ["001", "057", "EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"];

const AMBIGUOUS_FLAG: u8 = 1;
/// A name in other languages than French.
const FOREIGN_FLAG: u8 = 2;
/// Not ambiguous in those.
const SURE_ABROAD_FLAG: u8 = 4;

/// The other languages whose rules know names.
const LOCALES: [&str; 6] = ["de", "en", "es", "it", "nl", "pt"];

/// As written in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Country = 1,
    Capital = 2,
    Town = 3,
    Region = 4,
}

/// A place under its usual French name.
#[derive(Debug)]
struct Place {
    kind: Kind,
    /// Two letters for countries and towns, nothing for regions.
    country: String,
    name: String,
    others: BTreeSet<String>,
    by_hand: bool,
}

#[derive(Debug, PartialEq, Eq)]
struct Entry {
    kind: u8,
    canonical: String,
    ambiguous: bool,
    /// Whether other languages have the name for the same place.
    abroad: bool,
}

/// The names of French, then those that only other languages have; both may hold one name, for
/// two places.
struct Entries {
    french: BTreeMap<String, Entry>,
    foreign: BTreeMap<String, Entry>,
}

/// The file, and how many names of each kind it has.
pub fn build(dir: &Path) -> Result<(Vec<u8>, String)> {
    let mut places = Vec::new();
    territories(dir, &mut places)?;
    by_hand(&mut places, Kind::Capital, "capitals.tsv", CAPITALS)?;
    by_hand(&mut places, Kind::Region, "regions.tsv", REGIONS)?;
    by_hand(&mut places, Kind::Town, "cities.tsv", CITIES)?;
    add_towns(&mut places, towns::all(dir)?);
    let dropped = list("dropped.txt", DROPPED)?;
    let ambiguous = list("ambiguous.txt", AMBIGUOUS)?;
    let french = entries(&places, &dropped, &ambiguous);
    let mut entries = Entries {
        french,
        foreign: BTreeMap::new(),
    };
    for locale in LOCALES {
        let names = territory_names(dir, locale)?;
        for (code, name) in names {
            let place = places.iter().find(|place| place.country == code);
            if let Some(place) = place.filter(|_| is_usable(&name)) {
                entries.add_foreign(&place.name, &name)?;
            }
        }
    }
    for line in lines::sorted("elsewhere.tsv", ELSEWHERE)? {
        let (place, names) = lines::pair("elsewhere.tsv", line)?;
        for name in names.split(',') {
            entries.add_foreign(place, name)?;
        }
    }
    let foreign = entries.foreign.len();
    let count = |kind: Kind| {
        let kinds = entries.french.values().map(|e| e.kind);
        kinds.filter(|own| *own == kind as u8).count()
    };
    let summary = format!(
        "{} names: {} countries, {} capitals, {} towns, {} regions; {} other names, {} ambiguous; \
         {foreign} names abroad",
        entries.french.len(),
        count(Kind::Country),
        count(Kind::Capital),
        count(Kind::Town),
        count(Kind::Region),
        entries
            .french
            .iter()
            .filter(|(name, e)| **name != e.canonical)
            .count(),
        entries.french.values().filter(|e| e.ambiguous).count(),
    );
    Ok((file(&entries)?, summary))
}

fn list(file: &str, text: &'static str) -> Result<BTreeSet<&'static str>> {
    let names = lines::sorted(file, text)?;
    if let Some(name) = names.iter().find(|name| normalise(name) != **name) {
        bail!("{file}: `{name}` is not normalised");
    }
    Ok(names.into_iter().collect())
}

/// Countries and territories: the hand-kept name, or else the locale data's.
fn territories(dir: &Path, places: &mut Vec<Place>) -> Result<()> {
    by_hand(places, Kind::Country, "countries.tsv", COUNTRIES)?;
    for locale in ["fr", "en"] {
        for (code, name) in territory_names(dir, locale)? {
            let area = code.starts_with(|c: char| c.is_ascii_digit());
            let known = places.iter_mut().find(|place| {
                place.country == code
                    || (area && (place.name == name || place.others.contains(&name)))
            });
            match known {
                Some(place) => {
                    place.others.insert(name);
                }
                None => places.push(Place {
                    kind: if area { Kind::Region } else { Kind::Country },
                    country: code,
                    name,
                    others: BTreeSet::new(),
                    by_hand: false,
                }),
            }
        }
    }
    Ok(())
}

/// The codes of territories and their names in a language.
fn territory_names(dir: &Path, locale: &str) -> Result<Vec<(String, String)>> {
    let file = format!("package/main/{locale}/territories.json");
    let file = sources::read_one(dir, "cldr-localenames-full", &file)?;
    let file: Value = serde_json::from_slice(&file)?;
    let path = format!("/main/{locale}/localeDisplayNames/territories");
    let territories = file
        .pointer(&path)
        .and_then(Value::as_object)
        .ok_or_else(|| anyhow!("no territories in {locale}"))?;
    let names = territories.iter().map(|(key, name)| {
        let code = key.split('-').next().unwrap_or_default();
        let name = normalise(name.as_str().unwrap_or_default());
        (code.to_owned(), name)
    });
    let is_place = |(code, name): &(String, String)| {
        !NO_PLACE.contains(&code.as_str()) && !name.contains(['.', '(']) && !name.contains(" - ")
    };
    Ok(names.filter(is_place).collect())
}

impl Entries {
    /// Adds a name that other languages have for a place, and a long one without accents.
    fn add_foreign(&mut self, place: &str, name: &str) -> Result<()> {
        if normalise(name) != name {
            bail!("`{name}` is not normalised");
        }
        let place = self.french.get(place);
        let place = place.with_context(|| format!("no place has the name of {name}"))?;
        let (kind, canonical) = (place.kind, place.canonical.clone());
        // Without its accent a short name is often a word.
        let plain = unaccented(name);
        let plain = Some(plain).filter(|plain| plain.len() > 4);
        for name in plain.into_iter().chain([name.to_owned()]) {
            match self.french.get_mut(&name) {
                Some(entry) if entry.canonical == canonical => entry.abroad = true,
                _ => {
                    self.foreign.entry(name).or_insert_with(|| Entry {
                        kind,
                        canonical: canonical.clone(),
                        ambiguous: false,
                        abroad: true,
                    });
                }
            }
        }
        Ok(())
    }
}

/// The places of a hand-kept file: code (not for regions), name, other names.
fn by_hand(places: &mut Vec<Place>, kind: Kind, file: &str, text: &str) -> Result<()> {
    for line in lines::sorted(file, text)? {
        let (country, rest) = match kind {
            Kind::Region => ("", line),
            _ => line
                .split_once('\t')
                .with_context(|| format!("{file}: `{line}` has too few fields"))?,
        };
        let (name, others) = lines::pair(file, rest)?;
        if let Some(name) = [name]
            .into_iter()
            .chain(others.split(','))
            .find(|name| normalise(name) != *name)
        {
            bail!("{file}: `{name}` is not normalised");
        }
        places.push(Place {
            kind,
            country: country.to_owned(),
            name: name.to_owned(),
            others: others
                .split(',')
                .filter(|other| !other.is_empty())
                .map(str::to_owned)
                .collect(),
            by_hand: true,
        });
    }
    Ok(())
}

/// Gives each hand-kept town the local name of the town it is, and adds the
/// wanted towns that are not kept by hand.
fn add_towns(places: &mut Vec<Place>, towns: Vec<Town>) {
    let mut kept = BTreeMap::new();
    for (at, place) in places.iter().enumerate() {
        if place.by_hand && matches!(place.kind, Kind::Capital | Kind::Town) {
            for name in place.others.iter().chain([&place.name]) {
                kept.entry((place.country.clone(), name.clone()))
                    .or_insert(at);
            }
        }
    }
    let mut taken: BTreeSet<String> = places
        .iter()
        .filter(|place| place.by_hand)
        .flat_map(|place| place.others.iter().chain([&place.name]).cloned())
        .collect();
    let mut joined = BTreeSet::new();
    for town in towns {
        let names = || [&town.name].into_iter().chain(&town.others);
        let place = names().find_map(|name| kept.get(&(town.country.clone(), name.clone())));
        // Towns come by population: the first of a name is the one meant.
        match place {
            Some(&at) if joined.insert(at) => {
                if let Some(place) = places.get_mut(at) {
                    taken.extend(spellings(&town));
                    place.others.extend(spellings(&town));
                }
            }
            _ if town.wanted => {
                let mut names = spellings(&town).into_iter();
                if let Some(name) = names.next()
                    && !taken.contains(&name)
                {
                    places.push(Place {
                        kind: Kind::Town,
                        country: town.country,
                        name,
                        others: names.collect(),
                        by_hand: false,
                    });
                }
            }
            _ => {}
        }
    }
}

/// The names of a town that are likely in French text: its usual name, the
/// parts of a double one, without the marks of scholarly transliteration.
fn spellings(town: &Town) -> Vec<String> {
    let soft_signs = ["BY", "RU", "UA"].contains(&town.country.as_str());
    town.name
        .split(" / ")
        .map(|name| {
            let name = name.split(" (").next().unwrap_or_default();
            let name = name.trim_start_matches('\'');
            // The French spelling of « spring », a frequent part of names there.
            let name = match name.strip_prefix("ain ") {
                Some(rest) if town.country == "DZ" => &format!("aïn {rest}"),
                _ => name,
            };
            let name = if soft_signs {
                name.replace('\'', "")
            } else {
                name.to_owned()
            };
            if is_plain(&name) {
                name
            } else {
                unaccented(&name).replace('\'', "")
            }
        })
        .filter(|name| is_usable(name))
        .collect()
}

/// Every name once. Usual names win over other names, and earlier places
/// over later ones.
fn entries(
    places: &[Place],
    dropped: &BTreeSet<&str>,
    ambiguous: &BTreeSet<&str>,
) -> BTreeMap<String, Entry> {
    let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
    let mut add = |name: &str, kind: u8, canonical: &str, flagged: bool| {
        if is_usable(name) && !dropped.contains(name) {
            entries.entry(name.to_owned()).or_insert_with(|| Entry {
                kind,
                canonical: canonical.to_owned(),
                ambiguous: flagged || ambiguous.contains(name),
                abroad: false,
            });
        }
    };
    for place in places {
        add(&place.name, place.kind as u8, &place.name, false);
    }
    for place in places {
        for other in &place.others {
            add(other, place.kind as u8, &place.name, false);
        }
    }
    for place in places {
        for name in place.others.iter().chain([&place.name]) {
            // A first name or a common word stays one without its accents.
            let flagged = ambiguous.contains(name.as_str());
            for variant in [plain_initials(name), unaccented(name)] {
                add(&variant, place.kind as u8, &place.name, flagged);
            }
        }
    }
    // Where an earlier place has the name, it answers for it.
    let names: BTreeMap<String, (u8, String)> = entries
        .iter()
        .map(|(name, e)| (name.clone(), (e.kind, e.canonical.clone())))
        .collect();
    for entry in entries.values_mut() {
        if let Some((kind, canonical)) = names.get(&entry.canonical) {
            entry.kind = *kind;
            entry.canonical.clone_from(canonical);
        }
    }
    entries.retain(|_, entry| names.contains_key(&entry.canonical));
    entries
}

/// The model file of the entries, sorted by bytes; of two that are equal the French is first.
fn file(entries: &Entries) -> Result<Vec<u8>> {
    let own = |(name, entry)| (name, false, entry);
    let other = |(name, entry)| (name, true, entry);
    let french = entries.french.iter().map(own);
    let mut all: Vec<(&String, bool, &Entry)> =
        french.chain(entries.foreign.iter().map(other)).collect();
    all.sort_by_key(|(name, foreign, _)| (*name, *foreign));
    let mut index = BTreeMap::new();
    let mut text = Vec::new();
    let mut ends = Vec::new();
    for (at, (name, foreign, _)) in all.iter().enumerate() {
        if !foreign {
            index.insert(name.as_str(), container::length(at)?);
        }
        text.extend(name.as_bytes());
        ends.push(container::length(text.len())?);
    }
    let canonical: Vec<u32> = all
        .iter()
        .map(|(_, _, entry)| {
            index
                .get(entry.canonical.as_str())
                .copied()
                .with_context(|| format!("{} is not an entry", entry.canonical))
        })
        .collect::<Result<_>>()?;
    let flags = |(_, foreign, entry): &(&String, bool, &Entry)| {
        let set = |is: bool, flag: u8| if is { flag } else { 0 };
        set(entry.ambiguous, AMBIGUOUS_FLAG)
            | set(*foreign, FOREIGN_FLAG)
            | set(entry.abroad, SURE_ABROAD_FLAG)
    };
    container::write(
        b"gazt",
        &[
            text,
            container::u32s(ends),
            all.iter().map(|(_, _, entry)| entry.kind).collect(),
            container::u32s(canonical),
            all.iter().map(flags).collect(),
        ],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(kind: Kind, name: &str, others: &[&str]) -> Place {
        Place {
            kind,
            country: String::new(),
            name: name.to_owned(),
            others: others.iter().map(|&other| other.to_owned()).collect(),
            by_hand: true,
        }
    }

    #[test]
    fn names_are_unique_and_lead_to_a_usual_name() {
        let places = [
            place(Kind::Country, "états-unis", &["usa", "us"]),
            place(Kind::Town, "orange", &[]),
            place(Kind::Town, "nérac", &["usa"]),
            place(Kind::Town, "table", &[]),
        ];
        let entries = entries(&places, &["table"].into(), &["orange"].into());
        let names: Vec<&str> = entries.keys().map(String::as_str).collect();
        assert_eq!(
            names,
            [
                "etats-unis",
                "nerac",
                "nérac",
                "orange",
                "usa",
                "états-unis"
            ]
        );
        assert_eq!(entries["usa"].canonical, "états-unis");
        assert_eq!(entries["etats-unis"].kind, 1);
        assert!(entries["orange"].ambiguous);
        assert!(!entries["nerac"].ambiguous);
    }

    #[test]
    fn a_double_name_gives_two() {
        let town = Town {
            country: "ES".to_owned(),
            name: "gasteiz / vitoria".to_owned(),
            others: BTreeSet::new(),
            population: 0,
            wanted: true,
        };
        assert_eq!(spellings(&town), ["gasteiz", "vitoria"]);
    }
}
