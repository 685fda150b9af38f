//! Annotates texts: language, sentences, words, names and dates.
//!
//! ```text
//! cargo run --release --example annotate -- seeds
//! cargo run --release --example annotate -- --format json --dates seeds/dates.tsv seeds
//! ```
//!
//! A folder means its `.txt` files in the order of their names, `-` standard input. An input
//! that cannot be read is named on standard error; the others are done all the same, and the
//! status is 1. Wrong usage has the status 2.

mod arguments;
mod report;

use std::collections::HashMap;
use std::fs;
use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::path::Path;
use std::process::ExitCode;

use arguments::{Arguments, Format};
use griot::{Date, Document, DocumentRef, Pipeline};
use serde::Serialize;

fn main() -> ExitCode {
    let arguments = match arguments::parse(std::env::args().skip(1)) {
        Ok(Some(arguments)) => arguments,
        Ok(None) => {
            print!("{}", arguments::HELP);
            return ExitCode::SUCCESS;
        }
        Err(problem) => {
            eprintln!("annotate: {problem}\n\n{}", arguments::HELP);
            return ExitCode::from(2);
        }
    };
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("annotate: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// Annotates every input; `false` if one could not be.
fn run(arguments: &Arguments) -> Result<bool, String> {
    let dates = match &arguments.dates {
        Some(path) => read_dates(path)?,
        None => HashMap::new(),
    };
    let pipeline = build(arguments)?;
    let mut worker = pipeline.worker();
    let mut output = Output {
        format: arguments.format,
        colours: io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none(),
        to: BufWriter::new(io::stdout().lock()),
        count: 0,
    };
    let mut sound = true;
    let mut linked: Vec<(String, Document)> = Vec::new();
    for input in &arguments.inputs {
        let sources = list(input).unwrap_or_else(|problem| {
            eprintln!("annotate: {problem}");
            sound = false;
            Vec::new()
        });
        for source in sources {
            let name = Path::new(&source)
                .file_name()
                .and_then(|name| name.to_str());
            worker.set_reference_date(name.and_then(|name| dates.get(name).copied()));
            let text = match read(&source) {
                Ok(text) => text,
                Err(problem) => {
                    eprintln!("annotate: {source}: {problem}");
                    sound = false;
                    continue;
                }
            };
            // Linking needs all documents at once; else each is printed from the worker's memory.
            let done = if arguments.link {
                worker
                    .process(text)
                    .map(|document| linked.push((source.clone(), document)))
                    .map(|()| Ok(()))
            } else {
                worker
                    .annotate(&text)
                    .map(|document| output.write(&source, document))
            };
            match done {
                Ok(Ok(())) => {}
                Ok(Err(problem)) => return finish(problem),
                Err(problem) => {
                    eprintln!("annotate: {source}: {problem}");
                    sound = false;
                }
            }
        }
    }
    let (sources, mut documents): (Vec<_>, Vec<_>) = linked.into_iter().unzip();
    griot::entity::link(&mut documents);
    for (source, document) in sources.iter().zip(&documents) {
        if let Err(problem) = output.write(source, document.view()) {
            return finish(problem);
        }
    }
    match output.to.flush() {
        Ok(()) => Ok(sound),
        Err(problem) => finish(problem),
    }
}

/// A reader that has had enough, as `head`, is no failure.
fn finish(problem: io::Error) -> Result<bool, String> {
    match problem.kind() {
        io::ErrorKind::BrokenPipe => Ok(true),
        _ => Err(format!("standard output: {problem}")),
    }
}

fn build(arguments: &Arguments) -> Result<Pipeline, String> {
    let mut builder = Pipeline::builder().layers(arguments.layers);
    if let Some(language) = arguments.language {
        builder = builder.language(language);
    }
    if let Some(date) = arguments.date {
        builder = builder.reference_date(date);
    }
    if let Some(folder) = &arguments.models {
        for file in files(Path::new(folder), "bin")? {
            builder =
                builder.model(fs::read(&file).map_err(|problem| format!("{file}: {problem}"))?);
        }
    }
    builder.build().map_err(|problem| problem.to_string())
}

/// The texts that an argument means.
fn list(input: &str) -> Result<Vec<String>, String> {
    let path = Path::new(input);
    if input == "-" || !path.is_dir() {
        return Ok(vec![input.to_owned()]);
    }
    let files = files(path, "txt")?;
    if files.is_empty() {
        return Err(format!(
            "{input}: no .txt file in this folder; name the files themselves"
        ));
    }
    Ok(files)
}

/// The files of a folder with an ending, in the order of their names.
fn files(folder: &Path, ending: &str) -> Result<Vec<String>, String> {
    let wrong = |problem: io::Error| format!("{}: {problem}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(wrong)? {
        let path = entry.map_err(wrong)?.path();
        if path.is_file()
            && path
                .extension()
                .is_some_and(|extension| extension == ending)
        {
            files.push(path.to_string_lossy().into_owned());
        }
    }
    files.sort();
    Ok(files)
}

fn read(source: &str) -> Result<String, String> {
    let mut bytes = Vec::new();
    let read = match source {
        "-" => io::stdin().lock().read_to_end(&mut bytes).map(drop),
        path => fs::read(path).map(|read| bytes = read),
    };
    read.map_err(|problem| problem.to_string())?;
    griot::input::utf8(&bytes).map_err(|problem| problem.to_string())?;
    String::from_utf8(bytes).map_err(|problem| problem.to_string())
}

/// Lines of `name<TAB>date`.
fn read_dates(path: &str) -> Result<HashMap<String, Date>, String> {
    let text = fs::read_to_string(path).map_err(|problem| format!("{path}: {problem}"))?;
    let mut dates = HashMap::new();
    for (number, line) in text
        .lines()
        .enumerate()
        .filter(|(_, line)| !line.is_empty())
    {
        let wrong = |problem: &str| format!("{path}, line {}: {problem}", number + 1);
        let (name, date) = line
            .split_once('\t')
            .ok_or_else(|| wrong("no tab: write name, tab, date"))?;
        let date = date
            .parse()
            .map_err(|problem: griot::Error| wrong(&problem.to_string()))?;
        dates.insert(name.to_owned(), date);
    }
    Ok(dates)
}

struct Output<W> {
    format: Format,
    colours: bool,
    to: W,
    count: usize,
}

/// A line of JSON: the document's own form and where it is from.
#[derive(Serialize)]
struct Line<'a> {
    source: &'a str,
    #[serde(flatten)]
    document: DocumentRef<'a>,
}

impl<W: Write> Output<W> {
    fn write(&mut self, source: &str, document: DocumentRef<'_>) -> io::Result<()> {
        let first = self.count == 0;
        self.count += 1;
        match self.format {
            Format::Json => {
                serde_json::to_writer(&mut self.to, &Line { source, document })?;
                writeln!(self.to)
            }
            Format::Conllu => write!(self.to, "{}", document.conllu()),
            Format::Text => {
                if !first {
                    writeln!(self.to)?;
                }
                report::write(&mut self.to, source, document, self.colours)
            }
        }
    }
}
