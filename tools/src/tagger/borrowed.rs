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

/// What the French model and the English vectors know of words.
pub struct Lenders {
    french: Teacher,
    french_words: HashSet<String>,
    /// By words in small letters.
    english: HashMap<String, u16>,
    /// The usual group of the other language for words of a group.
    usual_english: HashMap<u16, u16>,
    usual_french: HashMap<u16, u16>,
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
    let count = kept.len() * FULL.1 / FULL.0;
    let slots = griot::training::names::slots(
        count,
        kept.iter()
            .map(|(word, row, probe)| (word.as_str(), *row, *probe)),
    );
    Ok([container::u32s(slots), coarse, fine])
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
