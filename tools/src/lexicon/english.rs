//! English: the forms of the SPECIALIST Lexicon, as LemmInflect lists them.

use std::io::Read as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use griot::Language;
use griot::training::lexicon::Category;

use super::{Analyses, Gathered};
use crate::sources;

const PACKAGE: &str = "lemminflect";
const LEMMAS: &str = "lemminflect/resources/lemma_lu.csv.gz";
const INFLECTIONS: &str = "lemminflect/resources/infl_lu.csv.gz";

pub fn analyses(dir: &Path) -> Result<Analyses> {
    let mut gathered = Gathered::default();
    // A line is a form, its part of speech and its lemmas.
    for line in read(dir, LEMMAS)?.lines() {
        let mut columns = line.split(',');
        let (Some(form), Some(part), Some(lemmas)) =
            (columns.next(), columns.next(), columns.next())
        else {
            continue;
        };
        let categories: &[Category] = match part {
            "noun" => &[Category::Noun],
            "adj" => &[Category::Adj],
            "adv" => &[Category::Adv],
            "verb" => &[Category::Finite],
            _ => continue,
        };
        // Letters and names are no words with forms.
        if form.starts_with(char::is_uppercase) {
            gathered.add(form, Category::Propn, 0, form);
        }
        for (rank, lemma) in lemmas.split('/').enumerate() {
            for category in categories {
                gathered.add(form, *category, rank, lemma);
            }
            if part == "verb" && form == lemma {
                gathered.add(form, Category::Infinitive, rank, lemma);
            }
        }
    }
    // A line is a verb, its past, its past participle where that differs, its -ing, its -s.
    for line in read(dir, INFLECTIONS)?.lines() {
        let columns: Vec<&str> = line.split(',').collect();
        let [lemma, "verb", past, perfect, present, ..] = columns.as_slice() else {
            continue;
        };
        let perfect = if perfect.is_empty() { past } else { perfect };
        for form in perfect.split('/') {
            gathered.add(form, Category::PastParticiple, 0, lemma);
        }
        for form in present.split('/') {
            gathered.add(form, Category::PresentParticiple, 0, lemma);
        }
    }
    gathered.finish(dir, Language::ENGLISH)
}

fn read(dir: &Path, path: &str) -> Result<String> {
    let bytes = sources::read_one(dir, PACKAGE, path)?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(bytes.as_slice())
        .read_to_string(&mut text)
        .with_context(|| path.to_owned())?;
    Ok(text)
}
