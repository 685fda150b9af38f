//! English: the forms of the SPECIALIST Lexicon, as LemmInflect lists them.

use std::io::Read as _;
use std::path::Path;

use anyhow::{Context as _, Result};
use griot::Language;
use griot::normalize::norm;
use griot::training::lexicon::Category;

use super::{Analyses, Gathered};
use crate::morph::{Order, Readings, Tree};
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

/// The features that each form may have.
pub fn readings(dir: &Path) -> Result<Readings> {
    let mut readings = Readings::new();
    let mut add = |tree, forms: &str, all: &[&str]| -> Result<()> {
        for form in forms.split('/').map(|form| norm(form).into_owned()) {
            if form.is_empty() || form.contains(char::is_whitespace) {
                continue;
            }
            for morph in all {
                let order = Order::new(&form, morph.parse()?);
                let of_form = readings.entry((tree, form.clone()));
                of_form.or_default().insert(order);
            }
        }
        Ok(())
    };
    let past = ["Mood=Ind|Tense=Past|VerbForm=Fin"];
    let participle = ["Tense=Past|VerbForm=Part"];
    // A line is a word, its part of speech and its forms.
    for line in read(dir, INFLECTIONS)?.lines() {
        let columns: Vec<&str> = line.split(',').collect();
        match columns.as_slice() {
            [lemma, "noun", plural] => {
                add(Tree::Noun, lemma, &["Number=Sing"])?;
                // A plural that is the singular stands for a noun without one: `information`.
                for plural in plural.split('/').filter(|plural| plural != lemma) {
                    add(Tree::Noun, plural, &["Number=Plur"])?;
                }
            }
            [lemma, "adj", comparative, superlative] => {
                add(Tree::Adj, lemma, &["Degree=Pos"])?;
                add(Tree::Adj, comparative, &["Degree=Cmp"])?;
                add(Tree::Adj, superlative, &["Degree=Sup"])?;
            }
            // Its forms are listed below.
            ["be", ..] => {}
            [lemma, "verb", forms @ ..] => {
                let base = [
                    "Mood=Imp|VerbForm=Fin",
                    "Mood=Ind|Tense=Pres|VerbForm=Fin",
                    "VerbForm=Inf",
                ];
                add(Tree::Verb, lemma, &base)?;
                if let [preterite, perfect, present, third, ..] = forms {
                    add(Tree::Verb, preterite, &past)?;
                    let perfect = if perfect.is_empty() {
                        preterite
                    } else {
                        perfect
                    };
                    add(Tree::Verb, perfect, &participle)?;
                    add(
                        Tree::Verb,
                        present,
                        &["Tense=Pres|VerbForm=Part", "VerbForm=Ger"],
                    )?;
                    add(
                        Tree::Verb,
                        third,
                        &["Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"],
                    )?;
                }
            }
            _ => {}
        }
    }
    add(Tree::Verb, "be", &["Mood=Imp|VerbForm=Fin", "VerbForm=Inf"])?;
    add(
        Tree::Verb,
        "am/'m",
        &["Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin"],
    )?;
    add(
        Tree::Verb,
        "is",
        &["Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"],
    )?;
    add(
        Tree::Verb,
        "are/'re/'ve",
        &["Mood=Ind|Tense=Pres|VerbForm=Fin"],
    )?;
    add(
        Tree::Verb,
        "was",
        &["Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin"],
    )?;
    add(
        Tree::Verb,
        "were",
        &["Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin"],
    )?;
    add(Tree::Verb, "been", &participle)?;
    add(
        Tree::Verb,
        "being",
        &["Tense=Pres|VerbForm=Part", "VerbForm=Ger"],
    )?;
    Ok(readings)
}

fn read(dir: &Path, path: &str) -> Result<String> {
    let bytes = sources::read_one(dir, PACKAGE, path)?;
    let mut text = String::new();
    flate2::read::GzDecoder::new(bytes.as_slice())
        .read_to_string(&mut text)
        .with_context(|| path.to_owned())?;
    Ok(text)
}
