//! Trains the model that tells languages.

mod counts;
mod kin;
mod learn;
mod nguni;
mod pack;
mod samples;
pub mod texts;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use anyhow::{Context as _, Result, bail};
use griot::training::language::{self, Event, HAN, SCRIPTS};

use crate::random::Random;
use crate::sources;
use counts::Counts;
use learn::{Corpus, Model, Texts};
use pack::Shared;
use samples::{Class, Vocabulary, Words};

const LANGUAGES: &str = include_str!("../../data/identified.tsv");
/// N-grams of all scripts together, as many as the budget holds.
const GRAMS: usize = 690_000;
/// How many samples each class of a script is seen with.
const SAMPLES: usize = 600_000;
/// Words of a text that are enough to know its language by.
const LEAST: usize = 500;
/// Of the languages that the model does not name, one in so many is held back where text is.
const HELD: usize = 8;
/// How far behind (in nats) a language starts that is made of another one, so that text of that one is
/// seldom taken for it.
const DOUBT: f32 = 4.0;
/// How far behind (in nats) Japanese starts: the counts have many of its words without kana, but text
/// without kana is nearly always Chinese.
const KANA: f32 = 3.0;
/// What part of a language's words is from each source; `samples::COUNTS` is from counts.
const DECLARATION: u64 = 10;
/// The declaration of a language that is made of another one beside.
const BESIDE: u64 = 60;
const LOCALE: u64 = 5;
const LIST: u64 = 40;
/// The words of `frequent.tsv`, where no package has a list.
const FREQUENT: u64 = 30;
/// Words of the language that it borrows from.
const LOANS: u64 = 5;

/// Paragraphs by the name of their file.
type Declaration = BTreeMap<String, Vec<String>>;
/// The classes of each script, by its number.
type Scripts = BTreeMap<u8, Vec<Class>>;

/// What is left out of the training: a measuring set, and paragraphs to measure on.
#[derive(Default)]
pub struct Options {
    /// A folder of texts whose lines must not be trained on.
    pub apart: Vec<std::path::PathBuf>,
    /// Where the text is written that is held back: one paragraph in ten, and all of some languages.
    pub held: Option<std::path::PathBuf>,
    /// Samples are divided by this, for trials.
    pub hurry: usize,
}

impl Options {
    /// Whether the paragraph of that number is held back.
    fn holds(&self, number: usize) -> bool {
        self.held.is_some() && number % 10 == 9
    }

    /// Writes text that is held back, where that is asked for.
    fn hold(&self, path: &str, text: &str) -> Result<()> {
        let Some(held) = &self.held else {
            return Ok(());
        };
        let path = held.join(path);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        std::fs::write(&path, text).with_context(|| path.display().to_string())
    }
}

/// The model file.
pub fn train(dir: &Path, options: &Options) -> Result<Vec<u8>> {
    let declaration = texts::declaration(dir)?;
    let (mut scripts, used) = read_classes(dir, &declaration, options)?;
    add_unknown(
        &mut scripts,
        &declaration,
        &texts::codes(dir)?,
        &used,
        options,
    )?;
    let mut shared = Vec::new();
    for (script, classes) in scripts {
        let (model, typical) = match classes.len() {
            1 => (None, Vec::new()),
            _ => {
                let (model, typical) = fit(script, &classes, options);
                (Some(model), typical)
            }
        };
        shared.push(Shared {
            script,
            classes,
            model,
            typical,
        });
    }
    pack::write(&shared)
}

/// The languages of each script, and the files of the declaration that they are known by.
fn read_classes(
    dir: &Path,
    declaration: &Declaration,
    options: &Options,
) -> Result<(Scripts, BTreeSet<&'static str>)> {
    let languages: Vec<Vec<&str>> = LANGUAGES
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
        .collect();
    let locales: BTreeSet<&str> = languages
        .iter()
        .filter_map(|l| l.get(4).copied())
        .map(|locale| locale.trim_start_matches('~'))
        .filter(|l| *l != "-")
        .collect();
    let names = texts::locales(dir, &locales)?;
    let apart = lines_of(&options.apart)?;
    let mut scripts = Scripts::new();
    let mut used = BTreeSet::new();
    let (mut dropped, mut read) = (0, 0);
    for fields in &languages {
        let [code, script, lingua, files, locale, list] = *fields.as_slice() else {
            bail!("identified.tsv: {fields:?}")
        };
        let script = SCRIPTS
            .iter()
            .position(|name| *name == script)
            .with_context(|| format!("{code}: {script}"))? as u8;
        let respelling = texts::respelling(code);
        let (lender, lingua) = match lingua.strip_prefix('~') {
            Some(lender) => (Some(lender), "-"),
            None => (None, lingua),
        };
        let counts = match lender.unwrap_or(lingua) {
            "-" | "words" => None,
            name => {
                let package = format!("lingua-{name}-language-model");
                let path = format!("{package}-1.3.0/models/ngrams.fst");
                let counts = Counts::read(sources::read_one(dir, &package, &path)?, respelling);
                Some(counts.with_context(|| package)?)
            }
        };
        // Text is respelled where it is of another language or in other letters.
        let made = |name: &'static str| {
            name.strip_prefix('~')
                .map_or((name, None), |name| (name, respelling))
        };
        let spelled = |text: &str, how: Option<fn(&str) -> String>| {
            how.map_or_else(|| text.to_owned(), |spelled| spelled(text))
        };
        let (mut words, mut held) = (Vec::new(), String::new());
        let mut number = 0;
        let mut own = false;
        for file in files.split(',').filter(|file| *file != "-") {
            let (file, how) = made(file);
            own |= how.is_none();
            used.insert(file);
            let paragraphs = declaration.get(file);
            for paragraph in paragraphs.with_context(|| format!("udhr: {file}"))? {
                let paragraph = &spelled(paragraph, how);
                if apart.contains(&squeezed(paragraph)) {
                    dropped += 1;
                } else if options.holds(number) {
                    held += paragraph;
                    held.push('\n');
                } else {
                    words_of(paragraph, script, &mut words);
                }
                number += 1;
            }
        }
        read += number;
        options.hold(&format!("{code}/sentences.txt"), &held)?;
        let part = if lender.is_some() && own {
            BESIDE
        } else {
            DECLARATION
        };
        let mut lists = vec![(part, Words::counted(words))];
        let (locale, how) = made(locale);
        if let Some(names) = names.get(locale) {
            let mut words = Vec::new();
            for text in names {
                words_of(&spelled(text, how), script, &mut words);
            }
            let words = Words::counted(words);
            // Some locales have little but codes and names of their own.
            if words.words.len() > 1_500 || number == 0 {
                lists.push((LOCALE, words));
            }
        }
        if list != "-" {
            let (part, mut frequencies) = match list.strip_prefix('+') {
                Some(lender) => (LOANS, texts::frequencies(dir, lender)?),
                None if list == "frequent" => (FREQUENT, texts::frequent(code)?),
                None => (LIST, texts::frequencies(dir, list)?),
            };
            let mut words = Vec::new();
            frequencies.retain(|(word, _)| {
                words.clear();
                words_of(word, script, &mut words);
                words.len() == 1
            });
            lists.push((part, Words::new(frequencies)));
        }
        lists.retain(|(_, list)| !list.words.is_empty());
        scripts.entry(script).or_default().push(Class {
            code: code.to_owned(),
            common: lingua != "-",
            made: lender.is_some() && !own,
            languages: vec![Vocabulary { counts, lists }],
        });
    }
    println!("{read} paragraphs, {dropped} left out because a measuring set has them");
    Ok((scripts, used))
}

/// All that is left of the declaration stands for what is not known. Where text is held back, whole
/// languages are, and one paragraph in ten of the others.
fn add_unknown(
    scripts: &mut Scripts,
    declaration: &Declaration,
    codes: &BTreeMap<String, String>,
    used: &BTreeSet<&str>,
    options: &Options,
) -> Result<()> {
    let base = |file: &str| file.split('_').next().unwrap_or_default().to_owned();
    let code = |file: &str| codes.get(file).cloned().unwrap_or_else(|| base(file));
    let classes = scripts.values().flatten().map(|class| class.code.clone());
    let known: BTreeSet<_> = used
        .iter()
        .flat_map(|file| [base(file), code(file)])
        .chain(classes)
        .collect();
    let mut others: BTreeMap<String, Vec<&String>> = BTreeMap::new();
    for file in declaration.keys() {
        if !known.contains(&base(file)) && !known.contains(&code(file)) {
            others.entry(code(file)).or_default().push(file);
        }
    }
    let (held, others): (Vec<_>, Vec<_>) = others
        .into_values()
        .enumerate()
        .partition(|(number, _)| options.held.is_some() && number % HELD == 0);
    for file in held.iter().flat_map(|(_, files)| files) {
        let paragraphs = declaration.get(*file).map_or(&[][..], Vec::as_slice);
        options.hold(&format!("unknown/{file}.txt"), &paragraphs.join("\n"))?;
    }
    for (script, classes) in scripts {
        // Chinese is written alike in many languages.
        if *script == HAN {
            continue;
        }
        let mut groups: BTreeMap<usize, Vec<Words>> = BTreeMap::new();
        let centres = kin::centres(*script, declaration);
        for file in others.iter().flat_map(|(_, files)| files) {
            let (mut words, mut held) = (Vec::new(), String::new());
            let paragraphs = declaration.get(*file).into_iter().flatten();
            for (number, paragraph) in paragraphs.enumerate() {
                if options.holds(number) {
                    held += paragraph;
                    held.push('\n');
                } else {
                    words_of(paragraph, *script, &mut words);
                }
            }
            if words.len() > LEAST {
                options.hold(&format!("und/{file}.txt"), &held)?;
                let words = Words::counted(words);
                let near = kin::nearest(&words, &centres);
                groups.entry(near).or_default().push(words);
            }
        }
        for alike in groups.into_values() {
            let vocabulary = |list| Vocabulary {
                counts: None,
                lists: vec![(1, list)],
            };
            classes.push(Class {
                code: "und".to_owned(),
                common: false,
                made: false,
                languages: alike.into_iter().map(vocabulary).collect(),
            });
        }
    }
    Ok(())
}

/// The model of one script, and what share of the n-grams of each class speaks for it.
fn fit(script: u8, classes: &[Class], options: &Options) -> (Model, Vec<f32>) {
    let name = SCRIPTS.get(usize::from(script)).copied().unwrap_or("");
    let random = &mut Random(u64::from(script));
    // Latin has most of the languages, and those that look most alike.
    let part = |whole: usize| match name {
        "Latn" => whole * 74 / 100,
        "Cyrl" => whole * 13 / 100,
        "Hani" => whole * 5 / 100,
        "Arab" | "Deva" => whole * 3 / 100,
        _ => whole * 6 / 1000,
    };
    let more = if name == "Latn" { 1 } else { 3 };
    let samples = SAMPLES * more * classes.len() / options.hurry.max(1);
    let texts: Vec<Vec<Texts>> = classes
        .iter()
        .map(|class| Texts::of(class, random))
        .collect();
    let known = classes.iter().filter(|class| class.code != "und").count();
    let mut model = Model::candidates(script, &texts, known, part(GRAMS) * 5 / 2);
    let corpus = Corpus::new(script, &texts, &model);
    model.fit(classes, &corpus, samples, random);
    let all = model.right(script, classes);
    model.prune(part(GRAMS));
    let corpus = Corpus::new(script, &texts, &model);
    model.fit(classes, &corpus, samples / 2, random);
    let fewer = model.right(script, classes);
    pack::share(&mut model, part(pack::UNITS));
    let shared = model.right(script, classes);
    let corpus = Corpus::new(script, &texts, &model);
    model.fit(classes, &corpus, samples, random);
    let last = model.right(script, classes);
    for (class, bias) in classes.iter().zip(&mut model.bias) {
        *bias -= if class.made { DOUBT } else { 0.0 };
        *bias -= if class.code == "jpn" { KANA } else { 0.0 };
    }
    println!(
        "{name}: {} classes, {} n-grams; of words alone right: {all:.4}, of fewer n-grams {fewer:.4}, with shared rows {shared:.4}, trained again {last:.4}",
        classes.len(),
        model.keys.len()
    );
    let typical = (0..classes.len()).map(|class| model.typical(script, &texts, class));
    let typical = typical.collect();
    (model, typical)
}

fn words_of(text: &str, script: u8, into: &mut Vec<String>) {
    for word in text.split(|c: char| {
        !c.is_alphanumeric()
            && !('\u{300}'..='\u{36f}').contains(&c)
            && !('\u{900}'..='\u{11ff}').contains(&c)
    }) {
        let mut own = false;
        language::read(word, |event| {
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
