//! Classes of words for the taggers of six languages, borrowed from the two for which there are word
//! vectors: names are mostly written alike, and other words have the class of their translation. So a
//! class means the same in every language, and a tagger learns from the texts of all.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

use anyhow::{Context as _, Result};
use griot::Language;
use griot::training::names::Teacher;

use super::aligned;
use super::classes::{self, ENGLISH, FRENCH, FULL, Vocabulary};
use crate::identify::texts::frequencies;
use crate::towns::{self, Town};
use crate::{container, sources};

/// The groups of the English vectors, made by `groups.py`.
const GROUPS: &str = "en-groups";
/// The model of French, whose classes are lent.
const FRENCH_MODEL: &[u8] = include_bytes!("../../../src/models/names-fr.bin");

/// So many of the commonest words are known, and those of the texts.
const KNOWN: usize = 60_000;
/// A row has 15 bits, and 0 stands for none.
const ROWS: usize = (1 << 15) - 1;

/// A French group, an English one, and what a word was taken for.
type Class = (u8, u16, u8);

/// What a word was taken for that no probe was made of, if it is the name of a town, and if it is in the
/// name of a club. The probes of French have smaller numbers, but for the rarest.
const TOWN: u8 = 253;
const CLUB: u8 = 254;
/// A town of a country where the language is spoken has at least so many inhabitants, another so many.
const TOWN_NEAR: u64 = 1_000;
const TOWN_FAR: u64 = 15_000;
/// So many of the commonest words of a language are no names of towns and clubs.
const COMMON: usize = 3_000;

/// The countries where a language is spoken.
fn countries(language: Language) -> &'static [&'static str] {
    match language {
        Language::DUTCH => &["BE", "NL", "SR"],
        Language::ENGLISH => &["AU", "CA", "GB", "IE", "NZ"],
        Language::FRENCH => &["BE", "CH", "FR"],
        Language::GERMAN => &["AT", "CH", "DE"],
        Language::ITALIAN => &["CH", "IT"],
        Language::PORTUGUESE => &["PT"],
        Language::SPANISH => &["ES"],
        _ => &[],
    }
}

/// What the French model and the English vectors know of words.
pub struct Lenders {
    french: Teacher,
    french_words: HashSet<String>,
    /// By words in small letters.
    english: HashMap<String, u16>,
    /// The usual group of the other language for words of a group.
    usual_english: HashMap<u16, u16>,
    usual_french: HashMap<u16, u16>,
    towns: Vec<Town>,
    /// Words of the names of clubs in small letters.
    clubs: Vec<String>,
}

impl Lenders {
    pub fn read(dir: &Path) -> Result<Self> {
        let french = Teacher::new(FRENCH_MODEL.to_vec())?;
        let words = Vocabulary::read(dir, &FRENCH)?.words;
        let french_words: HashSet<String> = classes::kept(&words)
            .map(|(word, _)| word.to_owned())
            .collect();
        let groups = sources::read_file(dir, GROUPS)?;
        let (groups, _) = groups.as_chunks::<2>();
        let mut english = HashMap::new();
        for (word, row) in Vocabulary::read(dir, &ENGLISH)?.words {
            let group = groups.get(usize::from(row)).context("no such row")?;
            english
                .entry(word.to_lowercase())
                .or_insert(u16::from_le_bytes(*group));
        }
        let mut both: BTreeMap<(u16, u16), u32> = BTreeMap::new();
        for word in &french_words {
            let group = english.get(&word.to_lowercase());
            if let (Some((coarse, _, _)), Some(group)) = (french.class(word), group) {
                *both.entry((coarse, *group)).or_default() += 1;
            }
        }
        let mut order: Vec<_> = both.into_iter().collect();
        order.sort_by_key(|(pair, count)| (*count, *pair));
        let usual_english = order.iter().map(|((coarse, group), _)| (*coarse, *group));
        let usual_french = order.iter().map(|((coarse, group), _)| (*group, *coarse));
        Ok(Self {
            usual_english: usual_english.collect(),
            usual_french: usual_french.collect(),
            towns: towns::all(dir)?,
            clubs: clubs(dir)?,
            french,
            french_words,
            english,
        })
    }

    fn french(&self, word: &str) -> Option<(u16, u8)> {
        let known = self.french_words.contains(word);
        let (coarse, _, probe) = known.then(|| self.french.class(word)).flatten()?;
        Some((coarse, probe))
    }

    /// Words of the names of towns and clubs that a language may mention, and what they are.
    fn listed(&self, language: Language) -> impl Iterator<Item = (&str, u8)> {
        let near = countries(language);
        let towns = self.towns.iter().filter(move |town| {
            let least = match near.contains(&town.country.as_str()) {
                true => TOWN_NEAR,
                false => TOWN_FAR,
            };
            town.population >= least
        });
        let towns = towns.map(|town| (town.name.as_str(), TOWN));
        let clubs = self.clubs.iter().map(|word| (word.as_str(), CLUB));
        let whole = |word: &str| word.len() > 3 && word.chars().all(char::is_alphabetic);
        towns.chain(clubs).filter(move |(word, _)| whole(word))
    }

    /// The class of a word of which one language or both know something.
    fn join(&self, french: Option<(u16, u8)>, english: Option<u16>) -> Option<Class> {
        let (coarse, fine, probe) = match (french, english) {
            (Some((coarse, probe)), Some(fine)) => (coarse, fine, probe),
            (Some((coarse, probe)), None) => (coarse, *self.usual_english.get(&coarse)?, probe),
            (None, Some(fine)) => (*self.usual_french.get(&fine)?, fine, 0),
            (None, None) => return None,
        };
        Some((u8::try_from(coarse).ok()?, fine, probe))
    }
}

/// The words of the names of clubs, in small letters: `SV Robinhood, Paramaribo`, `| Robinhood`.
fn clubs(dir: &Path) -> Result<Vec<String>> {
    let list = String::from_utf8(sources::read_file(dir, "football-clubs")?)?;
    let mut found = BTreeSet::new();
    for line in list.lines().filter(|line| !line.starts_with(['=', '#'])) {
        let name = line.split([',', '#']).next().unwrap_or_default();
        let words = name.split(|c: char| !c.is_alphanumeric());
        let capital = words.filter(|word| word.starts_with(char::is_uppercase));
        found.extend(capital.map(str::to_lowercase));
    }
    Ok(found.into_iter().collect())
}

/// The same sentences in several languages.
pub struct Parallel {
    /// Two texts, each by the codes of the languages, a line for each sentence.
    pub texts: [BTreeMap<String, String>; 2],
}

impl Parallel {
    fn translations(&self, from: Language, to: Language) -> BTreeMap<String, String> {
        let (from, to) = (from.to_string(), to.to_string());
        let mut pairs = Vec::new();
        for text in &self.texts {
            let (Some(own), Some(other)) = (text.get(&from), text.get(&to)) else {
                continue;
            };
            let (own, other): (Vec<_>, Vec<_>) = (own.lines().collect(), other.lines().collect());
            for (own, other) in aligned::lines_together(&own, &other) {
                pairs.push((words(own).collect(), words(other).collect()));
            }
        }
        aligned::translations(&pairs)
    }
}

/// The words of a text in small letters.
pub fn words(text: &str) -> impl Iterator<Item = String> {
    let apart = |c: char| !(c.is_alphanumeric() || c == '-');
    let words = text.split(apart).filter(|word| !word.is_empty());
    words.map(str::to_lowercase)
}

/// The sections of the model file of a language: slots, French groups and English groups by row.
/// `own` are its texts.
pub fn build<'a>(
    dir: &Path,
    language: Language,
    lenders: &Lenders,
    parallel: &Parallel,
    own: impl Iterator<Item = &'a str>,
) -> Result<[Vec<u8>; 3]> {
    let lent = |to: Language| match language == to {
        true => BTreeMap::new(),
        false => parallel.translations(language, to),
    };
    let (french, english) = (lent(Language::FRENCH), lent(Language::ENGLISH));
    let mut all: Vec<String> = frequencies(dir, &language.to_string())?
        .into_iter()
        .map(|(word, _)| word)
        .take(KNOWN)
        .collect();
    let mut known: BTreeSet<String> = all.iter().cloned().collect();
    for word in own.flat_map(words) {
        if known.insert(word.clone()) {
            all.push(word);
        }
    }
    let common: HashSet<String> = all.iter().take(COMMON).cloned().collect();
    let mut rows: HashMap<(u8, u16), u16> = HashMap::new();
    let (mut coarse, mut fine) = (Vec::new(), Vec::new());
    let mut kept = Vec::new();
    let mut keep = |word: String, class: Class| {
        let next = rows.len();
        let row = match rows.get(&(class.0, class.1)) {
            Some(row) => *row,
            None if next < ROWS => {
                rows.insert((class.0, class.1), next as u16);
                coarse.push(class.0);
                fine.extend(class.1.to_le_bytes());
                next as u16
            }
            None => return,
        };
        kept.push((word, row, class.2));
    };
    for word in all {
        let translated = french.get(&word).filter(|other| **other != word);
        let group = lenders.english.get(english.get(&word).unwrap_or(&word));
        let group = group.or_else(|| lenders.english.get(&word)).copied();
        let small = match translated {
            Some(other) => lenders.french(other),
            None => lenders.french(&word),
        };
        let capital = capitalised(&word);
        let capital = match translated {
            Some(_) => None,
            None => lenders.french(&capital).map(|class| (capital, class)),
        };
        match (small, capital) {
            (Some(small), Some((capital, class))) if small.0 != class.0 => {
                if let Some(class) = lenders.join(Some(class), group) {
                    keep(capital, class);
                }
                if let Some(class) = lenders.join(Some(small), group) {
                    keep(word, class);
                }
            }
            (small, capital) => {
                let french = capital.map(|(_, class)| class).or(small);
                if let Some(class) = lenders.join(french, group) {
                    keep(word, class);
                }
            }
        }
    }
    add_listed(language, lenders, &french, &mut kept, &common);
    let count = kept.len() * FULL.1 / FULL.0;
    let slots = griot::training::names::slots(
        count,
        kept.iter()
            .map(|(word, row, probe)| (word.as_str(), *row, *probe)),
    );
    Ok([container::u32s(slots), coarse, fine])
}

/// Marks the words that no probe was made of as towns and clubs, and adds those that are not known.
fn add_listed(
    language: Language,
    lenders: &Lenders,
    translated: &BTreeMap<String, String>,
    kept: &mut Vec<(String, u16, u8)>,
    common: &HashSet<String>,
) {
    let mut at: HashMap<String, usize> = HashMap::new();
    for (index, (word, ..)) in kept.iter().enumerate() {
        // A word with a capital of its own stands before the same in small letters.
        at.entry(word.to_lowercase()).or_insert(index);
    }
    let mut usual: BTreeMap<u16, u32> = BTreeMap::new();
    let mut unknown = Vec::new();
    for (word, kind) in lenders.listed(language) {
        let is_word = translated.get(word).is_some_and(|other| other != word);
        if common.contains(word) || is_word {
            continue;
        }
        match at.get(word).and_then(|index| kept.get_mut(*index)) {
            Some((_, row, probe)) => {
                if kind == TOWN {
                    *usual.entry(*row).or_default() += 1;
                }
                if *probe == 0 {
                    *probe = kind;
                }
            }
            None => {
                at.insert(word.to_owned(), usize::MAX);
                unknown.push((word.to_owned(), kind));
            }
        }
    }
    // An unknown town has the groups of most towns.
    let usual = usual
        .into_iter()
        .max_by_key(|(row, count)| (*count, std::cmp::Reverse(*row)));
    if let Some((row, _)) = usual {
        kept.extend(unknown.into_iter().map(|(word, kind)| (word, row, kind)));
    }
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
