//! Trains the model that tells languages.

mod counts;
mod learn;
mod pack;
mod samples;
mod texts;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use griot::language::grams::{self, Event, HAN, SCRIPTS};

use crate::random::Random;
use crate::sources;
use counts::Counts;
use learn::{Corpus, Model, Texts};
use pack::Shared;
use samples::{Class, Words};

const LANGUAGES: &str = include_str!("../../data/identified.tsv");
/// N-grams of all scripts together, as many as the budget holds.
const GRAMS: usize = 755_000;
/// How many samples each class of a script is seen with.
const SAMPLES: usize = 110_000;
/// Of the languages that the model does not know, one in so many is kept for measuring.
const HELD: usize = 8;
/// What part of a language's words is from each source; `samples::COUNTS` is from counts.
const DECLARATION: u64 = 10;
const LOCALE: u64 = 5;
const LIST: u64 = 40;

/// What is left out of the training: a measuring set, and paragraphs to measure on.
#[derive(Default)]
pub struct Options {
    /// A folder of texts whose lines must not be trained on.
    pub apart: Vec<std::path::PathBuf>,
    /// Where the paragraphs are written that are held back, one in ten.
    pub held: Option<std::path::PathBuf>,
    /// Samples are divided by this, for trials.
    pub hurry: usize,
}

/// The model file.
pub fn train(dir: &Path, options: &Options) -> Result<Vec<u8>> {
    let languages: Vec<Vec<&str>> = LANGUAGES
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
        .collect();
    let declaration = texts::declaration(dir)?;
    let locales: BTreeSet<&str> = languages
        .iter()
        .filter_map(|l| l.get(4).copied())
        .filter(|l| *l != "-")
        .collect();
    let names = texts::locales(dir, &locales)?;
    let apart = lines_of(&options.apart)?;
    let mut scripts: BTreeMap<u8, Vec<Class>> = BTreeMap::new();
    let mut used: BTreeSet<&str> = BTreeSet::new();
    let (mut dropped, mut read) = (0, 0);
    for fields in &languages {
        let [code, script, lingua, files, locale, list] = fields.as_slice() else {
            bail!("identified.tsv: {fields:?}")
        };
        let script = SCRIPTS
            .iter()
            .position(|name| name == script)
            .with_context(|| format!("{code}: {script}"))? as u8;
        let counts = match *lingua {
            "-" | "words" => None,
            name => {
                let package = format!("lingua-{name}-language-model");
                let path = format!("{package}-1.3.0/models/ngrams.fst");
                Some(
                    Counts::read(sources::read_one(dir, &package, &path)?)
                        .with_context(|| package)?,
                )
            }
        };
        let mut paragraphs: Vec<&String> = Vec::new();
        for file in files.split(',').filter(|file| *file != "-") {
            used.insert(file);
            paragraphs.extend(
                declaration
                    .get(file)
                    .with_context(|| format!("udhr: {file}"))?,
            );
        }
        let mut words = Vec::new();
        let mut kept = String::new();
        for (number, paragraph) in paragraphs.iter().enumerate() {
            read += 1;
            if apart.contains(&squeezed(paragraph)) {
                dropped += 1;
            } else if options.held.is_some() && number % 10 == 9 {
                kept += paragraph;
                kept.push('\n');
            } else {
                words_of(paragraph, script, &mut words);
            }
        }
        if let Some(held) = &options.held {
            std::fs::create_dir_all(held.join(code))?;
            std::fs::write(held.join(code).join("sentences.txt"), kept)?;
        }
        let mut lists = vec![(DECLARATION, Words::counted(words))];
        if let Some(names) = names.get(*locale) {
            let mut words = Vec::new();
            for text in names {
                words_of(text, script, &mut words);
            }
            let words = Words::counted(words);
            // Some locales have little but codes and names of their own.
            if words.words.len() > 1_500 || paragraphs.is_empty() {
                lists.push((LOCALE, words));
            }
        }
        if *list != "-" {
            let mut frequencies = texts::frequencies(dir, list)?;
            let mut words = Vec::new();
            frequencies.retain(|(word, _)| {
                words.clear();
                words_of(word, script, &mut words);
                words.len() == 1
            });
            lists.push((LIST, Words::new(frequencies)));
        }
        lists.retain(|(_, list)| !list.words.is_empty());
        scripts.entry(script).or_default().push(Class {
            code: (*code).to_owned(),
            common: *lingua != "-",
            counts,
            lists,
        });
    }
    // All that is left of the declaration stands for what is not known.
    let known = |file: &str| {
        let base = file.split('_').next().unwrap_or(file);
        used.contains(file)
            || used
                .iter()
                .any(|other| other.split('_').next() == Some(base))
    };
    for (script, classes) in &mut scripts {
        let mut words = Vec::new();
        let others = declaration.iter().filter(|(file, _)| !known(file));
        for (number, (file, paragraphs)) in others.enumerate() {
            if number % HELD == 0 {
                if let Some(held) = &options.held
                    && *script == 1
                {
                    std::fs::create_dir_all(held.join("unknown"))?;
                    std::fs::write(
                        held.join("unknown").join(format!("{file}.txt")),
                        paragraphs.join("\n"),
                    )?;
                }
                continue;
            }
            for paragraph in paragraphs {
                words_of(paragraph, *script, &mut words);
            }
        }
        // Chinese is written alike in many languages.
        if classes.len() > 1 && words.len() > 5_000 && *script != HAN {
            classes.push(Class {
                code: "und".to_owned(),
                common: false,
                counts: None,
                lists: vec![(1, Words::counted(words))],
            });
        }
    }
    println!("{read} paragraphs, {dropped} left out because a measuring set has them");
    let mut shared = Vec::new();
    for (script, classes) in scripts {
        if classes.len() < 2 {
            shared.push(Shared {
                script,
                classes,
                model: None,
            });
            continue;
        }
        let random = &mut Random(u64::from(script));
        // Latin has most of the languages, and those that look most alike.
        let part = |whole: usize| match SCRIPTS.get(usize::from(script)) {
            Some(&"Latn") => whole * 74 / 100,
            Some(&"Cyrl") => whole * 13 / 100,
            Some(&"Hani") => whole * 5 / 100,
            Some(&"Arab" | &"Deva") => whole * 3 / 100,
            _ => whole * 6 / 1000,
        };
        let more = if SCRIPTS.get(usize::from(script)) == Some(&"Latn") {
            1
        } else {
            3
        };
        let samples = SAMPLES * more * classes.len() / options.hurry.max(1);
        let texts: Vec<Texts> = classes
            .iter()
            .map(|class| Texts::new(class, random))
            .collect();
        let mut model = Model::candidates(&texts, part(GRAMS) * 5 / 2);
        let corpus = Corpus::new(&texts, &model);
        let first = model.fit(&classes, &corpus, samples, random);
        model.prune(part(GRAMS));
        let corpus = Corpus::new(&texts, &model);
        let second = model.fit(&classes, &corpus, samples / 2, random);
        pack::share(&mut model, part(pack::UNITS));
        let corpus = Corpus::new(&texts, &model);
        let third = model.fit(&classes, &corpus, samples, random);
        println!(
            "{}: {} classes, {} n-grams; right in training: {first:.4}, of fewer {second:.4}, with shared rows {third:.4}",
            SCRIPTS.get(usize::from(script)).unwrap_or(&""),
            classes.len(),
            model.keys.len()
        );
        shared.push(Shared {
            script,
            classes,
            model: Some(model),
        });
    }
    pack::write(&shared)
}

fn words_of(text: &str, script: u8, into: &mut Vec<String>) {
    for word in text.split(|c: char| {
        !c.is_alphanumeric()
            && !('\u{300}'..='\u{36f}').contains(&c)
            && !('\u{900}'..='\u{11ff}').contains(&c)
    }) {
        let mut own = false;
        grams::read(word, |event| {
            own |= matches!(event, Event::Word(of, _) if of == script);
            true
        });
        if own {
            into.push(word.to_owned());
        }
    }
}

fn squeezed(text: &str) -> String {
    text.to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn lines_of(folders: &[std::path::PathBuf]) -> Result<HashSet<String>> {
    let mut lines = HashSet::new();
    let mut open = folders.to_vec();
    while let Some(path) = open.pop() {
        if path.is_dir() {
            for entry in std::fs::read_dir(&path)? {
                open.push(entry?.path());
            }
        } else {
            let bytes = std::fs::read(&path).with_context(|| path.display().to_string())?;
            lines.extend(
                String::from_utf8_lossy(&bytes)
                    .lines()
                    .map(squeezed)
                    .filter(|line| line.contains(' ')),
            );
        }
    }
    Ok(lines)
}
