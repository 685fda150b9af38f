//! Annotates texts: language, sentences, words, names and dates.
//!
//! ```text
//! cargo run --release --example annotate -- seeds
//! cargo run --release --example annotate -- --format json --dates seeds/dates.tsv seeds
//! ```
//!
//! A folder means its `.txt` files in the order of their names, and `-` means standard input. JSON
//! Lines, CSV and TSV hold many texts, and only one is in memory at a time. If an input cannot be
//! read, its name is printed to standard error, the others are still annotated, and the exit status
//! is 1. Wrong usage has the exit status 2.

mod arguments;
mod input;
mod report;
#[path = "../shared/terminal.rs"]
mod terminal;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fs;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use arguments::{Arguments, Format};
use griot::{Document, DocumentRef, Pipeline};
use input::{Input, files, read_dates};
use serde::{Serialize, Serializer};
use terminal::tell;

fn main() -> ExitCode {
    let arguments = match arguments::parse(std::env::args().skip(1)) {
        Ok(Some(arguments)) => arguments,
        Ok(None) => {
            print!("{}", arguments::HELP);
            return ExitCode::SUCCESS;
        }
        Err(problem) => {
            tell("annotate", &problem);
            eprint!("\n{}", arguments::HELP);
            return ExitCode::from(2);
        }
    };
    match run(&arguments) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(problem) => {
            tell("annotate", &problem);
            ExitCode::FAILURE
        }
    }
}

/// Annotates every input. Returns `false` if one of them failed.
fn run(arguments: &Arguments) -> Result<bool, String> {
    let dates = match &arguments.dates {
        Some(path) => read_dates(path)?,
        None => HashMap::new(),
    };
    let pipeline = build(arguments)?;
    let mut worker = pipeline.worker();
    let is_terminal = io::stdout().is_terminal();
    let mut output = Output {
        format: arguments.format,
        is_terminal,
        colours: is_terminal && std::env::var_os("NO_COLOR").is_none(),
        snippets: arguments.snippets,
        to: BufWriter::with_capacity(1 << 16, io::stdout().lock()),
        count: 0,
    };
    let mut sound = true;
    let mut linked: Vec<(Input, Document)> = Vec::new();
    for path in &arguments.inputs {
        let mut visit = |input: Result<Input, String>| {
            let mut refuse = |problem: &str| {
                tell("annotate", problem);
                sound = false;
            };
            let mut input = match input {
                Ok(input) => input,
                Err(problem) => {
                    refuse(&problem);
                    return Ok(());
                }
            };
            worker.set_reference_date(input.date);
            // Linking needs all documents at once. Otherwise each is printed from the worker's
            // memory.
            match worker.annotate_zoned(&input.text, &input.zones) {
                Ok(document) if arguments.link => {
                    let document = document.to_document();
                    input.text = String::new();
                    linked.push((input, document));
                    Ok(())
                }
                Ok(document) => output.write(&input, document),
                Err(problem) => {
                    refuse(&format!("{}: {problem}", input.source));
                    Ok(())
                }
            }
        };
        if let Err(problem) = input::each(path, arguments, &dates, &mut visit) {
            return finish(problem);
        }
    }
    let (inputs, mut documents): (Vec<_>, Vec<_>) = linked.into_iter().unzip();
    griot::entity::link(&mut documents);
    for (input, document) in inputs.iter().zip(&documents) {
        if let Err(problem) = output.write(input, document.view()) {
            return finish(problem);
        }
    }
    match output.to.flush() {
        Ok(()) => Ok(sound),
        Err(problem) => finish(problem),
    }
}

/// It is no failure if the reader of our output closes it early, as `head` does.
fn finish(problem: io::Error) -> Result<bool, String> {
    match problem.kind() {
        io::ErrorKind::BrokenPipe => Ok(true),
        _ => Err(format!("standard output: {problem}")),
    }
}

fn build(arguments: &Arguments) -> Result<Pipeline, String> {
    let mut builder = Pipeline::builder()
        .layers(arguments.layers)
        .mixed_languages(arguments.mixed)
        .line_breaks(arguments.line_breaks)
        .descriptive_organisations(arguments.descriptive);
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

struct Output<W> {
    format: Format,
    is_terminal: bool,
    colours: bool,
    snippets: bool,
    to: W,
    count: usize,
}

/// A line of JSON: the serde form of the document, with its source.
#[derive(Serialize)]
struct Line<'a> {
    source: &'a str,
    #[serde(skip_serializing_if = "<[_]>::is_empty", serialize_with = "as_map")]
    metadata: &'a [(String, String)],
    #[serde(flatten)]
    document: DocumentRef<'a>,
}

fn as_map<S: Serializer>(pairs: &[(String, String)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(pairs.iter().map(|(name, value)| (name, value)))
}

impl<W: Write> Output<W> {
    fn write(&mut self, input: &Input, document: DocumentRef<'_>) -> io::Result<()> {
        let (source, metadata) = (input.source.as_str(), input.metadata.as_slice());
        let first = self.count == 0;
        self.count += 1;
        let line = Line {
            source,
            metadata,
            document,
        };
        match self.format {
            Format::Json if self.is_terminal => {
                let json = serde_json::to_string(&line)?;
                writeln!(self.to, "{}", terminal::lines(&json))
            }
            Format::Json => {
                serde_json::to_writer(&mut self.to, &line)?;
                writeln!(self.to)
            }
            Format::Conllu if self.is_terminal => {
                let conllu = document.conllu().to_string();
                write!(self.to, "{}", terminal::lines(&conllu))
            }
            Format::Conllu => write!(self.to, "{}", document.conllu()),
            Format::Text => {
                if !first {
                    writeln!(self.to)?;
                }
                let show: fn(&str) -> Cow<'_, str> = if self.is_terminal {
                    terminal::line
                } else {
                    |text| Cow::Borrowed(text)
                };
                let style = report::Style {
                    colours: self.colours,
                    snippets: self.snippets,
                    show,
                };
                report::write(&mut self.to, source, document, style)
            }
        }
    }
}
