//! Builds griot's tables and models from pinned inputs, bit for bit the same
//! each time. See `README.md`.

mod budget;
mod characters;
mod clubs;
mod container;
mod demonyms;
mod gazetteer;
mod headings;
mod hunspell;
mod identify;
mod joined;
mod languages;
mod lexicon;
mod lines;
mod morph;
mod names;
mod random;
mod sentences;
mod sources;
mod stops;
mod tag_dictionary;
mod tagger;
mod tags;
mod towns;
mod treebank;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context as _, Result, bail};
use griot::Language;
use treebank::Without;

const USAGE: &str = "\
usage: tools fetch --data DIR
       tools languages --data DIR --out DIR
       tools gazetteer --data DIR --out DIR
       tools demonyms --out DIR
       tools clubs --data DIR --out DIR
       tools characters --data DIR --out DIR
       tools lexicon --language CODE --data DIR --out DIR
       tools morph --language CODE --data DIR --out DIR
       tools train tags --language CODE --data DIR [--without SET[:K/N]]... --out DIR
       tools train names --language CODE... --data DIR [--without SET[:K/N]]... --out DIR
       tools train sentences [--language CODE]... --data DIR [--without SET[:K/N]]... --out DIR
       tools train language --data DIR [--apart TEXTS]... [--held DIR] [--hurry N] --out DIR
       tools stops --data DIR
       tools budget";

fn main() -> ExitCode {
    match run(std::env::args().skip(1).collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("tools: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: Vec<String>) -> Result<()> {
    let (mut data, mut out) = (None, None);
    let mut languages: Vec<Language> = Vec::new();
    let mut without = Vec::new();
    let mut options = identify::Options::default();
    let mut args = args.into_iter();
    let mut command = args.next().unwrap_or_default();
    if command == "train" {
        command = format!("train {}", args.next().unwrap_or_default());
    }
    while let Some(option) = args.next() {
        let value = args.next();
        if option == "--without" {
            without.push(Without::parse(&value.unwrap_or_default())?);
            continue;
        }
        if option == "--language" {
            languages.push(value.unwrap_or_default().parse::<Language>()?);
            continue;
        }
        let value = value.map(PathBuf::from);
        match option.as_str() {
            "--data" => data = value,
            "--out" => out = value,
            "--apart" => options.apart.extend(value),
            "--held" => options.held = value,
            "--hurry" => options.hurry = value.and_then(|v| v.to_str()?.parse().ok()).unwrap_or(1),
            _ => bail!("unknown option {option}\n{USAGE}"),
        }
    }
    let data = || {
        data.as_deref()
            .with_context(|| format!("--data is missing\n{USAGE}"))
    };
    let out = || {
        out.as_deref()
            .with_context(|| format!("--out is missing\n{USAGE}"))
    };
    let language = || {
        languages
            .last()
            .copied()
            .with_context(|| format!("--language is missing\n{USAGE}"))
    };
    match command.as_str() {
        "fetch" => sources::fetch(data()?),
        "languages" => {
            let table = languages::build(data()?)?;
            let members = languages::members(data()?, &table)?;
            save(out()?, "codes.tsv", languages::codes(&table).as_bytes())?;
            save(out()?, "members.tsv", members.as_bytes())?;
            save(out()?, "languages.tsv", table.as_bytes())
        }
        "gazetteer" => {
            let (file, summary) = gazetteer::build(data()?)?;
            println!("{summary}");
            save(out()?, "gazetteer.bin", &file)
        }
        "demonyms" => {
            let (source, count) = demonyms::build()?;
            println!("{count} forms");
            save(out()?, "demonyms.rs", source.as_bytes())
        }
        "clubs" => {
            let (source, count) = clubs::build(data()?)?;
            println!("{count} names");
            save(out()?, "clubs.rs", source.as_bytes())
        }
        "characters" => save(out()?, "characters.bin", &characters::build(data()?)?),
        "lexicon" => {
            let (file, summary) = lexicon::build(data()?, language()?)?;
            println!("{summary}");
            save(out()?, "lexicon.bin", &file)
        }
        "morph" => {
            let (file, summary) = morph::build(data()?, language()?)?;
            println!("{summary}");
            save(out()?, "morph.bin", &file)
        }
        "train language" => save(out()?, "language.bin", &identify::train(data()?, &options)?),
        "stops" => {
            print!("{}", stops::measure(data()?)?);
            Ok(())
        }
        "train sentences" => save_all(out()?, sentences::train(data()?, &languages, &without)?),
        "train names" if languages.contains(&Language::FRENCH) => {
            save_all(out()?, tagger::train(data()?, &without)?)
        }
        "train names" => save_all(out()?, tagger::train_others(data()?, &languages, &without)?),
        "train tags" => {
            let (file, summary) = tags::train(data()?, language()?, &without)?;
            println!("{summary}");
            save(out()?, &format!("tags-{}.bin", language()?), &file)
        }
        "budget" => budget::check(&library()),
        _ => bail!("{USAGE}"),
    }
}

/// The library's sources, beside this package wherever it is run from.
fn library() -> PathBuf {
    match std::env::var_os("CARGO_MANIFEST_DIR") {
        Some(tools) => PathBuf::from(tools).join("../src"),
        None => PathBuf::from("src"),
    }
}

/// Models, each with its name and what there is to say of it.
fn save_all(dir: &Path, files: Vec<(String, Vec<u8>, String)>) -> Result<()> {
    for (name, file, summary) in files {
        println!("{summary}");
        save(dir, &name, &file)?;
    }
    Ok(())
}

fn save(dir: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    fs::create_dir_all(dir).with_context(|| dir.display().to_string())?;
    let path = dir.join(name);
    fs::write(&path, bytes).with_context(|| path.display().to_string())?;
    println!("{name}: {} bytes", bytes.len());
    Ok(())
}
