//! Spanish: the dictionary of RLA-ES, whose flags say which words are verbs.

use std::collections::HashSet;
use std::path::Path;

use anyhow::Result;
use griot::Language;
use griot::training::lexicon::Category;

use super::{Analyses, Gathered};
use crate::hunspell::{self, Form};
use crate::sources;

/// Forms by hand: those that the dictionary lacks, or has without their lemma.
const LISTED: &str = include_str!("../../data/forms/es.tsv");

/// The rules that conjugate, and those that make nouns and adjectives of verbs and nouns. Left out
/// are diminutives, and forms with pronouns, which the library takes apart.
const CONJUGATIONS: &str = "EIRX";
const PARTICIPLES: &str = "D";
const NOUNS: &str = "ABCFJKLMOPQ";
const ADJECTIVES: &str = "T";
const ENDINGS: &str = "GS";

pub fn analyses(dir: &Path) -> Result<Analyses> {
    let (affixes, words) = sources::read_hunspell(dir, "hunspell-es", "es_ES")?;
    let wanted = [CONJUGATIONS, PARTICIPLES, NOUNS, ADJECTIVES, ENDINGS].concat();
    // Prefixes have small letters.
    let wanted = |flag: &str| wanted.contains(flag) || flag.chars().all(char::is_lowercase);
    let forms = hunspell::expand(&affixes, &words, |flag| flag.is_ascii() && wanted(flag))?;
    let mut gathered = Gathered::default();
    let heads: HashSet<&str> = forms.iter().map(|form| form.lemma.as_str()).collect();
    for entry in forms.chunk_by(|a, b| a.entry == b.entry) {
        // A word without endings is an adverb or a small word, or a noun with one form.
        if entry.iter().all(|form| form.flag.is_empty()) {
            for form in entry {
                if is_with_pronouns(&form.text, &heads) {
                    continue;
                }
                let lemma = singular(&form.text, &heads).unwrap_or_else(|| form.text.clone());
                for category in alone(&form.text) {
                    gathered.add(&form.text, *category, 1, &lemma);
                }
            }
            continue;
        }
        let conjugated = |form: &Form| CONJUGATIONS.contains(&form.flag) && !form.flag.is_empty();
        let verb = entry.iter().any(conjugated);
        for form in entry {
            for (category, lemma) in meanings(form, verb) {
                gathered.add(&form.text, category, 1, &lemma);
            }
        }
    }
    gathered.add_listed(LISTED)?;
    gathered.finish(dir, Language::SPANISH)
}

fn alone(word: &str) -> &'static [Category] {
    if word.starts_with(char::is_uppercase) {
        &[Category::Propn]
    } else if word.ends_with("mente") {
        &[Category::Adv]
    } else {
        &[Category::Adv, Category::Noun]
    }
}

/// Whether a word is a verb with pronouns behind it, which the library takes apart: `dándoselo`.
fn is_with_pronouns(word: &str, heads: &HashSet<&str>) -> bool {
    const PRONOUNS: [&str; 11] = [
        "la", "las", "le", "les", "lo", "los", "me", "nos", "os", "se", "te",
    ];
    let mut verb = word;
    for _ in 0..2 {
        let rest = PRONOUNS
            .iter()
            .find_map(|pronoun| verb.strip_suffix(pronoun));
        let Some(rest) = rest else { break };
        verb = rest;
        let plain = plain(verb);
        let infinitive = ["ar", "er", "ir"]
            .iter()
            .any(|ending| plain.ends_with(ending));
        if plain.ends_with("ndo") || infinitive && heads.contains(plain.as_str()) {
            return true;
        }
    }
    false
}

/// A word without its acute accents.
fn plain(word: &str) -> String {
    let plain = |c| match c {
        'á' => 'a',
        'é' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' => 'u',
        c => c,
    };
    word.chars().map(plain).collect()
}

/// The singular of a plural that has an entry of its own because its accent differs: `órdenes`.
fn singular(word: &str, heads: &HashSet<&str>) -> Option<String> {
    let stem = word.strip_suffix("es")?;
    [stem.to_owned(), plain(stem)]
        .into_iter()
        .find(|stem| stem.chars().nth(2).is_some() && heads.contains(stem.as_str()))
}

/// What a form of an entry, of a verb or not, may be, with its lemma.
fn meanings(form: &Form, verb: bool) -> Vec<(Category, String)> {
    let lemma = form.through.as_ref().unwrap_or(&form.text);
    let of = |category| (category, form.lemma.clone());
    let is = |flags: &str| !form.flag.is_empty() && flags.contains(&form.flag);
    if form.text.starts_with(char::is_uppercase) {
        return vec![(Category::Propn, form.text.clone())];
    }
    if verb && form.flag.is_empty() {
        vec![of(Category::Infinitive)]
    } else if is(CONJUGATIONS) && form.text.ends_with("ndo") {
        vec![of(Category::PresentParticiple)]
    } else if is(CONJUGATIONS) {
        vec![of(Category::Finite)]
    } else if is(PARTICIPLES) {
        let stem = form.text.trim_end_matches('s');
        let stem = stem.strip_suffix(['a', 'o']).unwrap_or(stem);
        vec![
            of(Category::PastParticiple),
            (Category::Adj, format!("{stem}o")),
        ]
    } else if is(NOUNS) {
        vec![(Category::Noun, lemma.clone())]
    } else if is(ADJECTIVES) {
        vec![(Category::Adj, lemma.clone())]
    } else {
        vec![of(Category::Noun), of(Category::Adj)]
    }
}
