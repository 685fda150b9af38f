//! Annotates texts: language, sentences, words, names and dates.
//!
//! ```text
//! cargo run --release --example annotate -- seeds
//! cargo run --release --example annotate -- --format json --dates seeds/dates.tsv seeds
//! ```
//!
//! A folder means its `.txt` files in the order of their names, and `-` means standard input. Web
//! pages are read too, and JSON Lines, CSV and TSV, which hold many texts. If an input cannot be
//! read, its name is printed to standard error, the others are still annotated, and the exit status
//! is 1. Wrong usage has the exit status 2.
//!
//! The program `griot` of the package griot-cli does the same and more.

use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use griot::input::{Format, Metadata, Reader, Text};
use griot::{Builder, Date, DocumentRef, Error, Language, Layer, LayerSet, Pipeline};

#[path = "../crates/griot-cli/src/shared/files.rs"]
mod files;
#[path = "../crates/griot-cli/src/shared/lists.rs"]
mod lists;
#[path = "../crates/griot-cli/src/shared/output.rs"]
mod output;
#[path = "../crates/griot-cli/src/shared/report.rs"]
mod report;
#[path = "../crates/griot-cli/src/shared/terminal.rs"]
mod terminal;
#[path = "../crates/griot-cli/src/shared/width.rs"]
mod width;

use files::Found;
use output::Output;
use terminal::tell;

/// The most characters of a line of the report.
const WIDTH: usize = 78;

const HELP: &str = "\
usage: annotate [OPTIONS] PATH...

PATH is a text in UTF-8, a folder with .txt files, or - for standard input. A .jsonl, .ndjson,
.csv or .tsv file holds many texts, an .html or .htm file an article. Where the name does not say
it, the first line does.

  --lang CODE            the language of the texts, as fr; told from each text otherwise
  --format FORMAT        text (for people), json (a line a document) or conllu
  --layers A,B,...       of language, zones, sentences, tokens, norms, stops, stems, lemmas,
                         pos, morph, entities, quotations; all by default
  --date YYYY-MM-DD      the day that relative dates are read against
  --dates FILE           the same for each file: lines of name, tab, date
  --models DIR           take the .bin models of this folder instead of the built-in ones
  --link                 make the ids of entities common to all inputs
  --version              the version
  --help                 this text
";

/// What the user asked for.
struct Arguments {
    builder: Builder,
    layers: LayerSet,
    format: String,
    dates: Option<String>,
    models: Option<String>,
    link: bool,
    inputs: Vec<String>,
}

fn main() -> ExitCode {
    let given: Vec<String> = std::env::args().skip(1).collect();
    if given.iter().any(|it| it == "--help") {
        return terminal::print(HELP);
    }
    if given.iter().any(|it| it == "--version") {
        return terminal::version("annotate");
    }
    let arguments = match parse(given) {
        Ok(arguments) => arguments,
        Err(problem) => return terminal::refuse("annotate", &problem, HELP),
    };
    match run(arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // It is no failure if the reader of our output closes it early, as `head` does.
        Err(problem) if problem.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(problem) => {
            tell("annotate", &problem.to_string());
            ExitCode::FAILURE
        }
    }
}

fn parse(given: Vec<String>) -> Result<Arguments, String> {
    let mut parsed = Arguments {
        builder: Pipeline::builder(),
        layers: LayerSet::ALL,
        format: "text".to_owned(),
        dates: None,
        models: None,
        link: false,
        inputs: Vec::new(),
    };
    let mut date: Option<Date> = None;
    let wrong = |problem: Error| problem.to_string();
    let mut given = given.into_iter();
    while let Some(argument) = given.next() {
        if !argument.starts_with("--") {
            parsed.inputs.push(argument);
            continue;
        }
        let (option, mut own) = match argument.split_once('=') {
            Some((option, value)) => (option.to_owned(), Some(value.to_owned())),
            None => (argument, None),
        };
        let mut value = || {
            let value = own.take().or_else(|| given.next());
            value.ok_or_else(|| format!("{option} needs a value"))
        };
        match option.as_str() {
            "--lang" => {
                let language: Language = value()?.parse().map_err(wrong)?;
                parsed.builder = parsed.builder.language(language);
            }
            "--format" => parsed.format = value()?,
            "--layers" => {
                let names = value()?;
                let names = names.split(',').map(|name| name.trim().parse());
                parsed.layers = names.collect::<Result<_, _>>().map_err(wrong)?;
            }
            "--date" => date = Some(value()?.parse().map_err(wrong)?),
            "--dates" => parsed.dates = Some(value()?),
            "--models" => parsed.models = Some(value()?),
            "--link" => parsed.link = true,
            _ => return Err(format!("unknown option {option}")),
        }
        if own.is_some() {
            return Err(format!("{option} takes no value"));
        }
    }
    if !["text", "json", "conllu"].contains(&parsed.format.as_str()) {
        let format = &parsed.format;
        return Err(format!("unknown format {format:?}: text, json or conllu"));
    }
    if parsed.inputs.is_empty() {
        return Err("no input: name a file, a folder, or - for standard input".to_owned());
    }
    match date {
        Some(_) if parsed.dates.is_some() => {
            Err("--date and --dates exclude each other".to_owned())
        }
        Some(date) => {
            parsed.builder = parsed.builder.reference_date(date);
            Ok(parsed)
        }
        None => Ok(parsed),
    }
}

/// Annotates every input. Returns `false` if one of them failed.
fn run(arguments: Arguments) -> io::Result<bool> {
    let dates = match &arguments.dates {
        Some(path) => lists::dates(Path::new(path)).map_err(io::Error::other)?,
        None => HashMap::new(),
    };
    let mut layers = arguments.layers;
    if arguments.format == "text" {
        // The title of the report is the same for any choice of layers.
        layers = layers.with(Layer::Zones).with(Layer::Sentences);
    }
    let mut builder = arguments.builder.layers(layers);
    for model in arguments.models.iter().flat_map(|it| listed(it, "bin")) {
        let model = model.and_then(|file| {
            fs::read(&file).map_err(|problem| format!("{}: {problem}", file.display()))
        });
        builder = builder.model(model.map_err(io::Error::other)?);
    }
    let mut worker = builder.build().map_err(io::Error::other)?.worker();
    let mut output = Output::new();
    let (format, layers) = (arguments.format.as_str(), arguments.layers);
    let mut print = |source: &str, known: &Metadata, it: DocumentRef<'_>| match format {
        "json" => output.json(source, known, it.json().layers(layers)),
        "conllu" => output.lines(&it.conllu().to_string()),
        _ => output.people(WIDTH, false, |to, style| {
            report::write(to, source, it, style)
        }),
    };
    let (mut sound, mut linked) = (true, Vec::new());
    let mut refuse = |problem: &str| {
        tell("annotate", problem);
        sound = false;
    };
    let files = arguments.inputs.iter().flat_map(|it| listed(it, "txt"));
    for item in files.flat_map(texts) {
        let (source, text) = match item {
            Ok(item) => item,
            Err(problem) => {
                refuse(&problem);
                continue;
            }
        };
        if let Some(note) = text.note() {
            tell("annotate", &format!("{source}: {note}"));
        }
        let name = Path::new(&source).file_name();
        let given = name.and_then(|name| dates.get(name.to_str()?).copied());
        let date = given.or_else(|| text.date().ok().flatten());
        worker.set_reference_date(date);
        match worker.annotate_zoned(text.text(), text.zones()) {
            // Linking needs all documents at once. Otherwise each is printed when it is done.
            Ok(it) if arguments.link => {
                let document = it.to_document();
                linked.push(((source, text.into_metadata()), document));
            }
            Ok(it) => print(&source, text.metadata(), it)?,
            Err(problem) => refuse(&format!("{source}: {problem}")),
        }
    }
    let (origins, mut documents): (Vec<_>, Vec<_>) = linked.into_iter().unzip();
    griot::entity::link(&mut documents);
    for ((source, metadata), document) in origins.iter().zip(&documents) {
        print(source, metadata, document.view())?;
    }
    output.flush()?;
    Ok(sound)
}

/// The files of a folder with this ending, in the order of their names. Anything else is a file.
fn listed(input: &str, ending: &str) -> Vec<Result<PathBuf, String>> {
    let path = Path::new(input);
    if !path.is_dir() {
        return vec![Ok(path.to_owned())];
    }
    let takes = |file: &Path| file.extension().is_some_and(|own| own == ending);
    match Found::in_folder(path, false, &takes) {
        Ok(found) if found.files.is_empty() => {
            let help = "in this folder; name the files themselves";
            vec![Err(format!("{input}: no .{ending} file {help}"))]
        }
        Ok(found) => found.files.into_iter().map(Ok).collect(),
        Err(problem) => vec![Err(problem)],
    }
}

type Texts = Box<dyn Iterator<Item = Result<(String, Text), String>>>;

/// The texts of a file with their sources. A record's source has its line.
fn texts(path: Result<PathBuf, String>) -> Texts {
    let read = |path: PathBuf| {
        let name = path.display().to_string();
        let stream = files::open(&path).map_err(|problem| format!("{name}: {problem}"))?;
        let named = Format::of_path(&path);
        let texts = Reader::new().format(named).read(stream);
        let texts = texts.map_err(|problem| format!("{name}: {problem}"))?;
        if named.is_none() && texts.format() != Format::Text {
            tell("annotate", &format!("{name}: taken for {}", texts.format()));
        }
        Ok(texts.map(move |text| match text {
            Ok(text) => {
                let line = text.line().map_or(String::new(), |line| format!(":{line}"));
                Ok((format!("{name}{line}"), text))
            }
            Err(problem) => Err(format!("{name}: {problem}")),
        }))
    };
    match path.and_then(read) {
        Ok(texts) => Box::new(texts),
        Err(problem) => Box::new(std::iter::once(Err(problem))),
    }
}
